//! Reading what people type or paste: names, lists of members, agendas.
//!
//! It is generous and pure: every line becomes something, what is not understood is handed back as
//! it stood, and nobody's text is refused here.

pub(crate) mod agenda;
pub(crate) mod motions;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::agenda_item::Part;
    use crate::core::testing::odd::Dice;
    use crate::{documents, script};
    use proptest::prelude::*;

    /// Letters that make no word that is understood, with everything that takes lines apart.
    const LINES: &str = "[xyzäö🎉<>\"'& ,;\t()\\[\\]\n–|.:/*-]{0,120}";

    fn letters(text: &str) -> Vec<char> {
        let mut letters: Vec<char> =
            text.chars().filter(|c| "xyzäö🎉<>\"'&".contains(*c)).collect();
        letters.sort_unstable();
        letters
    }

    #[test]
    fn whatever_is_pasted_is_read() {
        for seed in 0..3_000 {
            let mut dice = Dice::new(seed);
            let (text, line) = (dice.text(), dice.text());
            people::read(&text);
            agenda::read(&text);
            agenda::with(&text, &line, Part::Public);
            motions::read(&text);
            name::read(&line);
        }
    }

    #[test]
    fn whatever_a_file_says_is_read_or_refused_in_words() {
        const SAMPLE: &str = include_str!("../../../../../assets/sample/kreis-wiesenthal.json");
        for seed in 0..200 {
            let garbled = Dice::new(seed).garble(SAMPLE);
            if let Err(refused) = script::read(&garbled) {
                assert!(!refused.message.is_empty());
            }
            assert!(documents::read_record(&garbled).is_err());
        }
    }

    proptest! {
        #[test]
        fn no_letter_of_a_list_is_lost(text in LINES) {
            let read = people::read(&text).people;
            let kept: Vec<String> = read
                .iter()
                .filter(|one| one.substitute_for.is_empty())
                .map(|one| [&one.title, &one.given_name, &one.family_name, &one.faction, &one.remainder])
                .map(|parts| parts.map(String::as_str).concat())
                .collect();
            // A bullet before an entry is no part of it.
            let (kept, given) = (letters(&kept.concat()), letters(&text));
            let lost = given.len() - kept.len();
            prop_assert!(lost <= text.matches('>').count(), "{given:?} {kept:?} {read:?}");
        }

        #[test]
        fn no_letter_of_an_agenda_is_lost(text in LINES) {
            let read = agenda::read(&text).items;
            let kept: Vec<String> = read
                .iter()
                .map(|one| [&one.number, &one.name, &one.subject, &one.paper, &one.proposal])
                .map(|parts| parts.map(String::as_str).concat())
                .collect();
            let (kept, given) = (letters(&kept.concat()), letters(&text));
            let lost = given.len() - kept.len();
            prop_assert!(lost <= text.matches('>').count(), "{given:?} {kept:?} {read:?}");
        }
    }
}
