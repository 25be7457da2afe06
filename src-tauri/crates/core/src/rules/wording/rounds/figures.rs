//! Numbers of votes in the words for a round: of one person, of all, as a share.

use super::named::Word;
use super::{KnownRound, Reader};
use crate::rules::Reason;
use crate::rules::election::Round;
use crate::rules::profile::ElectionBase;
use crate::rules::wording::claims::Claims;
use crate::rules::wording::{contradicts, method, numbers};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// Between a name and its votes.
const FILLERS: [&str; 22] = [
    "(",
    ":",
    "=",
    "–",
    "-",
    "mit",
    "erhält",
    "erhielt",
    "hat",
    "hatte",
    "bekommt",
    "bekam",
    "erreicht",
    "erreichte",
    "entfallen",
    "entfielen",
    "wird",
    "wurde",
    "ist",
    "insgesamt",
    "nur",
    "je",
];
/// Between the two numbers of a ratio.
const TO: [&str; 3] = ["zu", "gegen", ":"];
/// Behind a number that is one of votes.
const VALID: [&str; 4] = ["gültige", "gültigen", "gültiger", "abgegebenen"];

impl Reader<'_> {
    /// The numbers.
    pub(super) fn votes(&self, claims: &Claims, found: &mut Vec<Reason>) {
        let Round { no, abstain, invalid, ref candidates, .. } = *self.known.round;
        let yes = match candidates.as_slice() {
            [(_, votes)] => Some(*votes),
            _ => None,
        };
        let known = self.votes_as([yes, Some(no), Some(abstain), Some(invalid)]);
        numbers(claims, known, found);
        // A ratio of two candidates is one between them.
        if let (Some((first, second)), [_, _]) = (claims.ratio, candidates.as_slice()) {
            let pair = [self.votes_of(0), self.votes_of(1)];
            if pair != [first, second] && pair != [second, first] {
                let table = self.table();
                found.push(contradicts(format!(
                    "Der Wortlaut nennt {first} zu {second} Stimmen; festgehalten sind {table}."
                )));
            }
        }
        method(claims, known, "Wahl", found);
        let mut seen = Vec::new();
        for at in 0..self.words.len() {
            self.of_person(at, &mut seen, found);
        }
        for at in 0..self.words.len() {
            self.in_all(at, &seen, found);
        }
    }

    fn get(&self, at: usize) -> Option<Word<'_>> {
        self.words.get(at).copied()
    }

    fn is_at(&self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|one| one.is(words))
    }

    /// "Alm 5 Stimmen", "auf Alm entfallen 5", "5 Stimmen für Alm".
    fn of_person(&self, at: usize, seen: &mut Vec<usize>, found: &mut Vec<Reason>) {
        let (candidate, place) = match self.get(at) {
            Some(Word::Name(candidate)) => {
                let mut place = at + 1;
                while self.is_at(place, &FILLERS) {
                    place += 1;
                }
                (candidate, place)
            }
            Some(word) if word.number().is_some() && !seen.contains(&at) => {
                let mut next = self.behind(at + 1, &VALID);
                if !self.is_at(next, &["stimme", "stimmen"]) {
                    return;
                }
                next = self.behind(next + 1, &["entfallen", "entfielen"]);
                if !self.is_at(next, &["für", "auf"]) {
                    return;
                }
                let titles = ["frau", "herr", "herrn", "dr", "prof", ".", "ka", "rm", "sb"];
                match self.get(self.behind(next + 1, &titles)) {
                    Some(Word::Name(candidate)) => (candidate, at),
                    _ => return,
                }
            }
            _ => return,
        };
        let Some(said) = self.get(place).and_then(Word::number) else { return };
        let counts_else = self.get(place + 1).is_some_and(|next| {
            next.is(&[".", "uhr", "%", "prozent", "engere", "engeren"])
                || matches!(next, Word::Token(token) if token.kind().is_some())
        });
        // "Alm hat keine Mehrheit", "Alm ist ein": in words a number counts votes where these follow.
        let digits = matches!(self.get(place), Some(Word::Token(token))
            if token.written.starts_with(|c: char| c.is_ascii_digit()));
        let of_votes = self.is_at(self.behind(place + 1, &VALID), &["stimme", "stimmen"]);
        if counts_else || !(digits || of_votes) {
            return;
        }
        seen.push(place);
        let votes = self.votes_of(candidate);
        if said != votes {
            let (name, verb) = (self.name(candidate), if votes == 1 { "ist" } else { "sind" });
            let said = votes_in_words(said);
            found.push(contradicts(format!(
                "Der Wortlaut nennt für {name} {said}; festgehalten {verb} {votes}."
            )));
        }
    }

    /// The first place from there on that holds none of the words.
    fn behind(&self, mut at: usize, words: &[&str]) -> usize {
        while self.is_at(at, words) {
            at += 1;
        }
        at
    }

    /// "mit 5 von 9 gültigen Stimmen", "mit 5 Stimmen".
    fn in_all(&self, at: usize, seen: &[usize], found: &mut Vec<Reason>) {
        let Some(votes) = self.get(at).and_then(Word::number) else { return };
        let candidates = || (0..self.known.round.candidates.len()).map(|one| self.votes_of(one));
        let table = || {
            let (said, table) = (votes_in_words(votes), self.table());
            contradicts(format!("Der Wortlaut nennt {said}; festgehalten sind {table}."))
        };
        let anybody = seen.contains(&at) || candidates().any(|one| one == votes);
        if self.is_at(at + 1, &["von", "der"])
            && let Some(of) = self.get(at + 2).and_then(Word::number)
        {
            if !anybody {
                found.push(table());
            } else if let Some(all) = self.all(at + 3)
                && !all.contains(&of)
            {
                found.push(contradicts(format!(
                    "Der Wortlaut nennt {votes} von {of} Stimmen; festgehalten sind {}.",
                    self.share()
                )));
            }
            return;
        }
        let of_share = at.checked_sub(2).is_some_and(|before| {
            self.is_at(at - 1, &["von", "der"])
                && self.get(before).is_some_and(|one| one.number().is_some())
        });
        let next = self.behind(at + 1, &VALID);
        let kind =
            |place| matches!(self.get(place), Some(Word::Token(one)) if one.kind().is_some());
        let of_two = at.checked_sub(1).is_some_and(|before| self.is_at(before, &TO))
            || self.is_at(next + 1, &TO);
        if of_share
            || of_two
            || seen.contains(&at)
            || kind(next + 1)
            || !self.is_at(next, &["stimme", "stimmen"])
        {
            return;
        }
        let Round { no, abstain, invalid, .. } = *self.known.round;
        let others = [no, abstain, invalid].map(u32::from);
        let all = self.all(at + 1).unwrap_or_default();
        if !anybody && !all.contains(&votes) && !others.contains(&votes) {
            found.push(table());
        }
    }

    /// What "... Stimmen" in all may be, from the word before them on.
    fn all(&self, at: usize) -> Option<Vec<u32>> {
        let Round { no, entitled, .. } = self.known.round;
        let KnownRound { rule, base, .. } = self.known;
        let valid = match rule.base {
            ElectionBase::ValidWithoutNo => self.for_persons(),
            ElectionBase::Valid | ElectionBase::PresentEntitled => {
                self.for_persons().saturating_add(u32::from(*no))
            }
        };
        let cast = self.known.round.cast();
        let entitled = entitled.map_or(cast, u32::from);
        let all: [&[&str]; 3] = [
            &["gültige", "gültigen", "gültiger"],
            &["abgegebene", "abgegebenen", "abgegebener"],
            &["anwesende", "anwesenden", "stimmberechtigten", "stimmberechtigte"],
        ];
        let [is_valid, is_cast, is_there] = all.map(|words| self.is_at(at, words));
        // "gültig abgegebenen" and whatever else is not known.
        let known = is_valid || is_cast || is_there || self.is_at(at, &["stimme", "stimmen"]);
        known.then(|| match (is_valid, is_cast, is_there) {
            (true, ..) => vec![valid],
            (_, true, _) => vec![cast],
            (.., true) => vec![entitled],
            _ => vec![valid, cast, entitled, base],
        })
    }
}

/// "1 Stimme", "5 Stimmen".
pub(super) fn votes_in_words(votes: u32) -> String {
    if votes == 1 { "1 Stimme".to_string() } else { format!("{votes} Stimmen") }
}
