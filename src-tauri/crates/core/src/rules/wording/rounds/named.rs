//! The words with the candidates among them: who is meant, and how many.

use crate::rules::election::Round;
use crate::rules::wording::claims::{self, Token};
use alloc::string::String;
use alloc::vec::Vec;

/// A candidate, or a word.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word<'a> {
    Name(usize),
    Token(&'a Token),
}

impl Word<'_> {
    pub(super) fn is(self, words: &[&str]) -> bool {
        matches!(self, Self::Token(token) if token.is(words))
    }

    pub(super) fn number(self) -> Option<u32> {
        match self {
            Self::Token(token) => token.number(),
            Self::Name(_) => None,
        }
    }
}

/// The words with the candidates among them.
pub(super) fn named<'a>(tokens: &'a [Token], round: &Round<String>) -> Vec<Word<'a>> {
    let names: Vec<Vec<Token>> =
        round.candidates.iter().map(|(name, _)| claims::tokens(name)).collect();
    let alone = |name: &Vec<Token>| names.iter().filter(|other| *other == name).count() == 1;
    let stands = |name: &[Token], at: usize| {
        let Some(here) = tokens.get(at..at + name.len()) else { return false };
        let last = name.len().saturating_sub(1);
        here.iter().zip(name).enumerate().all(|(place, (one, of))| {
            let genitive = || {
                place == last
                    && one.written.strip_suffix('s').is_some_and(|stem| stem == of.written)
            };
            one.written == of.written || genitive()
        })
    };
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let here =
            |(_, name): &(usize, &Vec<Token>)| !name.is_empty() && alone(name) && stands(name, at);
        let longest = names.iter().enumerate().filter(here).max_by_key(|(_, name)| name.len());
        if let Some((candidate, name)) = longest {
            words.push(Word::Name(candidate));
            at += name.len();
        } else {
            words.push(Word::Token(token));
            at += 1;
        }
    }
    words
}

/// Before a name: it is not that one who is elected.
const OTHERS: [&str; 9] =
    ["gegen", "gegenüber", "für", "auf", "vor", "neben", "statt", "zwischen", "von"];

/// The words between commas around a place, and where that is in them.
pub(super) fn segment<'a, 'b>(clause: &'a [Word<'b>], at: usize) -> (&'a [Word<'b>], usize) {
    let comma = |one: &Word| one.is(&[","]);
    let begin = clause.iter().take(at).rposition(comma).map_or(0, |comma| comma + 1);
    let end = clause.iter().skip(at).position(comma).map_or(clause.len(), |comma| at + comma);
    (clause.get(begin..end).unwrap_or_default(), at.saturating_sub(begin))
}

/// The nearest one before a place, or else behind it, who is not named as somebody else's rival.
pub(super) fn subject(words: &[Word], at: usize) -> Option<usize> {
    let candidate = |place: usize| match words.get(place) {
        Some(Word::Name(one)) if !is_other(words, place) => Some(*one),
        _ => None,
    };
    let before = (0..at.min(words.len())).rev().find_map(candidate);
    before.or_else(|| (at..words.len()).find_map(candidate))
}

/// Whether "gegen", "für" or the like stands before a name and its title.
fn is_other(words: &[Word], place: usize) -> bool {
    for before in words.iter().take(place).rev() {
        let Word::Token(token) = before else { return false };
        if token.is(&OTHERS) {
            return true;
        }
        let title = token.is(&["."]) || token.written.starts_with(char::is_uppercase);
        if !title {
            return false;
        }
    }
    false
}

/// How many persons are said to be elected there: one, as long as nothing says more.
pub(super) fn several(words: &[Word]) -> usize {
    let own = (0..words.len()).filter(|place| matches!(words.get(*place), Some(Word::Name(_))));
    let persons = own.filter(|place| !is_other(words, *place)).count();
    let plural = words.iter().any(|one| one.is(&["sind", "werden", "wurden", "waren"]));
    let of_persons = ["personen", "bewerber", "bewerberinnen", "kandidaten", "kandidatinnen"];
    let counted = words.iter().zip(words.iter().skip(1));
    let counted = counted.filter(|(_, noun)| noun.is(&of_persons));
    let counted = counted.filter_map(|(one, _)| one.number()).max().unwrap_or(0);
    let both = if words.iter().any(|one| one.is(&["beide"])) { 2 } else { 0 };
    let named = if plural { persons } else { 0 };
    named.max(both).max(usize::try_from(counted).unwrap_or(0))
}

/// "Niemand ist gewählt", "keine der Personen".
pub(super) fn says_nobody(clause: &[Word]) -> bool {
    let of_persons = ["der", "des", "von", "person", "bewerber", "bewerberin", "kandidat"];
    clause.iter().enumerate().any(|(at, one)| {
        let no = matches!(one, Word::Token(token) if token.inflects("kein"));
        one.is(&["niemand", "niemanden"])
            || (no && clause.get(at + 1).is_some_and(|next| next.is(&of_persons)))
    })
}
