//! German hyphenation: where inside a word a line may end with a hyphen.
//!
//! Patterns come from hypher; this adds what the design forbids: fewer than three letters on either
//! side, names, words with figures, abbreviations in capitals. It shapes nothing.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use hypher::{Lang, hyphenate_bounded};

/// Words before a name.
const TITLES: [&str; 14] = [
    "Herr", "Herrn", "Frau", "Familie", "KA", "SB", "AL", "MA", "Ktabg.", "Dr.", "Prof.", "gez.",
    "Abg.", "(AL)",
];
const LEAST: usize = 3;
/// Longer "words" are no German; patterns are not asked.
const LONGEST: usize = 120;

/// Names that are never hyphenated.
#[derive(Debug, Default)]
pub(super) struct Names {
    words: BTreeSet<String>,
    /// The same for the same words.
    mark: u64,
}

impl Names {
    /// Takes in every word of a name.
    pub(super) fn learn(&mut self, name: &str) {
        for word in name.split([' ', '-', ',', '(', ')']).filter(|word| word.chars().count() > 3) {
            if self.words.insert(word.to_owned()) {
                let mut hasher = DefaultHasher::new();
                word.hash(&mut hasher);
                // In any order.
                self.mark = self.mark.wrapping_add(hasher.finish());
            }
        }
    }

    /// The same for the same names, within one process.
    pub(super) fn mark(&self) -> u64 {
        self.mark
    }

    fn holds(&self, word: &str) -> bool {
        // Genitive: "Falkenroths".
        self.words.contains(word)
            || word.strip_suffix('s').is_some_and(|stem| self.words.contains(stem))
    }
}

/// Bytes in the text where a hyphen may be set, in order.
pub(super) fn points(text: &str, names: &Names) -> Vec<usize> {
    let mut found = Vec::new();
    let mut before = "";
    let mut at = 0;
    for part in text.split_inclusive([' ', '\u{a0}']) {
        let token = part.trim_end_matches([' ', '\u{a0}']);
        if !TITLES.contains(&before) && hyphenated(token) {
            for (offset, word) in words(token) {
                if word.contains('\u{ad}') {
                    let marks = word.match_indices('\u{ad}');
                    found.extend(marks.map(|(mark, sign)| at + offset + mark + sign.len()));
                } else if !names.holds(word) {
                    syllables(word, at + offset, &mut found);
                }
            }
        }
        if token.contains(char::is_alphanumeric) {
            before = token;
        }
        at += part.len();
    }
    found
}

/// Addresses and words with figures stay whole.
fn hyphenated(token: &str) -> bool {
    !token.contains("://")
        && !token.contains('@')
        && !token.starts_with("www.")
        && !token.chars().any(|sign| sign.is_ascii_digit())
}

fn words(token: &str) -> impl Iterator<Item = (usize, &str)> {
    let edge = |sign: char| !(sign.is_alphabetic() || sign == '\u{ad}');
    let mut at = 0;
    token.split_inclusive(edge).filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(edge);
        (!word.is_empty()).then_some((start, word))
    })
}

fn syllables(word: &str, at: usize, found: &mut Vec<usize>) {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|sign| sign.is_uppercase()).count();
    let latin = word.chars().all(|sign| sign.is_ascii_alphabetic() || "äöüÄÖÜß".contains(sign));
    if !(2 * LEAST..=LONGEST).contains(&letters) || capitals > 1 || !latin {
        return;
    }
    let mut end = 0;
    for part in hyphenate_bounded(word, Lang::German, LEAST, LEAST) {
        end += part.len();
        if end < word.len() {
            found.push(at + end);
        }
    }
}
