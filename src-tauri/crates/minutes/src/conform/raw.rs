//! What stands in the bytes around the objects: head, identifier, end, encryption
//! (ISO 19005-3, 6.1.2 and 6.1.3).

use super::{Findings, Place, rules};

/// Whether the file can be read on.
pub(super) fn check(bytes: &[u8], found: &mut Findings) -> bool {
    found.need(
        rules::HEADER,
        header(bytes),
        Place::file,
        "no version 1.4 to 1.7, or no binary mark",
    );
    let end = bytes.trim_ascii_end();
    let tail =
        end.ends_with(b"%%EOF") && matches!(&bytes[end.len()..], b"" | b"\n" | b"\r\n" | b"\r");
    found.need(rules::TAIL, tail, Place::file, "");
    let trailer = last(bytes, b"trailer").map_or(&[][..], |at| &bytes[at..]);
    found.need(rules::ID, identified(trailer), Place::file, "no two identifiers of 16 bytes");
    let sealed = last(trailer, b"/Encrypt").is_some();
    found.need(rules::ENCRYPTION, !sealed, Place::file, "")
}

/// `%PDF-1.n`, and a comment of at least four bytes above 127.
fn header(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"%PDF-1.") else { return false };
    let [version @ b'4'..=b'7', rest @ ..] = rest else { return false };
    let line = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
    let line = line.or_else(|| rest.strip_prefix(b"\r"));
    let mark = line.and_then(|line| line.strip_prefix(b"%")).and_then(|line| line.get(..4));
    version.is_ascii_digit() && mark.is_some_and(|mark| mark.iter().all(|byte| *byte > 127))
}

/// `/ID [<32 digits> <32 digits>]`.
fn identified(trailer: &[u8]) -> bool {
    let Some(at) = last(trailer, b"/ID") else { return false };
    let rest = trailer[at + 3..].trim_ascii_start();
    let Some(mut rest) = rest.strip_prefix(b"[") else { return false };
    for _ in 0..2 {
        let open = rest.trim_ascii_start().strip_prefix(b"<");
        let Some((id, after)) = open.and_then(|open| open.split_at_checked(32)) else {
            return false;
        };
        let Some(after) = after.strip_prefix(b">") else { return false };
        if !id.iter().all(u8::is_ascii_hexdigit) {
            return false;
        }
        rest = after;
    }
    true
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    (0..bytes.len().saturating_sub(word.len() - 1))
        .rev()
        .find(|at| bytes.get(*at..*at + word.len()) == Some(word))
}
