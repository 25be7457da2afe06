//! Reading what people type or paste: names, lists of members, agendas.
//!
//! It is generous and pure: every line becomes something, what is not understood is handed back as
//! it stood, and nobody's text is refused here.

pub(crate) mod agenda;
pub(crate) mod name;
mod papers;
pub(crate) mod people;

/// What begins a line of a list and belongs to no entry.
const BULLETS: [char; 14] =
    ['-', '–', '—', '•', '*', '·', '▪', '◦', '●', '○', '►', '‣', '>', '\u{feff}'];

/// A line without its bullet.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(BULLETS);
    // A bullet stands apart from its entry; "-sign" is a word.
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    if rest.len() < line.len() && !apart { line } else { rest.trim_start() }
}

/// "1 Punkt", "2 Punkte".
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
