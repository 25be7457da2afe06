//! Looking for words in text, line by line. It does not know what a comment is; see source.rs.

/// The lines (from 1) on which `word` stands and is not part of a longer name.
pub(crate) fn lines_with(text: &str, word: &str) -> Vec<usize> {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let alone = line.match_indices(word).any(|(at, _)| {
            let open = word.starts_with(part_of_name) && line[..at].ends_with(part_of_name);
            let end = at + word.len();
            let longer = word.ends_with(part_of_name) && line[end..].starts_with(part_of_name);
            !open && !longer
        });
        if alone {
            lines.push(index + 1);
        }
    }
    lines
}
