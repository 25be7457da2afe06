//! Reading Rust source just well enough to look for words in it: comments, strings and characters
//! are blanked, test parts found. Lines and byte offsets stay as they were. It is no parser: it
//! trusts that the file compiles.

use std::ops::Range;

/// The source with comments and the content of literals replaced by blanks, line by line as before.
pub(crate) fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut at = 0;
    while let Some(next) = source[at..].chars().next() {
        let blank = skipped(source, at);
        if blank > 0 {
            push_blank(&mut code, &source[at..at + blank]);
            at += blank;
        } else {
            code.push(next);
            at += next.len_utf8();
        }
    }
    code
}

/// How many bytes from `at` on are a comment or a literal; 0 when code stands there.
fn skipped(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    if rest.starts_with('"') {
        return quoted(rest);
    }
    if rest.starts_with('\'') {
        return character(rest);
    }
    let in_word = source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if in_word { 0 } else { raw_string(rest) }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let tail = &rest.as_bytes()[at..];
        if tail.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character literal, or 0 for a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest[1..].chars();
    match chars.next() {
        Some('\\') => rest[3..].find('\'').map_or(0, |end| end + 4),
        Some(c) if chars.next() == Some('\'') => c.len_utf8() + 2,
        _ => 0,
    }
}

/// `r"..."`, `r#"..."#` with their byte and C forms, or 0.
fn raw_string(rest: &str) -> usize {
    let Some(after) = ["r", "br", "cr"].iter().find_map(|p| rest.strip_prefix(p)) else {
        return 0;
    };
    let hashes = after.len() - after.trim_start_matches('#').len();
    let Some(body) = after[hashes..].strip_prefix('"') else {
        return 0;
    };
    let close = format!("\"{}", "#".repeat(hashes));
    let start = rest.len() - body.len();
    body.find(&close).map_or(rest.len(), |end| start + end + close.len())
}

fn push_blank(code: &mut String, text: &str) {
    code.extend(text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// The parts of `code` (see [`code_only`]) that exist in tests only: items under `#[cfg(test)]` or
/// `#[cfg(all(test, ...))]`, or the whole file.
pub(crate) fn test_parts(code: &str) -> Vec<Range<usize>> {
    if code.contains("#![cfg(test)]") {
        return std::iter::once(0..code.len()).collect();
    }
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(start) = ["#[cfg(test)]", "#[cfg(all(test,"]
        .iter()
        .filter_map(|attribute| code[at..].find(attribute))
        .min()
    {
        let start = at + start;
        let attribute_end = start + matching_end(&code[start..]);
        at = attribute_end + item_end(&code[attribute_end..]);
        parts.push(start..at);
    }
    parts
}

/// The source without its test parts: they are blank, everything else keeps its place.
pub(crate) fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut at = 0;
    for part in test_parts(code) {
        kept.push_str(&code[at..part.start]);
        push_blank(&mut kept, &code[part.clone()]);
        at = part.end;
    }
    kept.push_str(&code[at..]);
    kept
}

/// Bytes up to the end of an item: past its first `;` or `}` outside every bracket. Attributes
/// before the item are stepped over by the same rule.
fn item_end(code: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth < 0 || (depth == 0 && (byte == b';' || byte == b'}' || byte == b',')) {
            return at + 1;
        }
    }
    code.len()
}

/// Bytes up to and with the bracket that closes the first bracket of `code`.
pub(crate) fn matching_end(code: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}
