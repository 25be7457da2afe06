//! The same for a round of an election: who is said to be elected, by how many votes, what is said to
//! follow.
//!
//! Whoever is named by a family name that two candidates share is taken for nobody, and what stands
//! behind "gegen", "für" or "auf" is not who is elected.

mod figures;
mod named;
#[cfg(test)]
mod tests;

use super::claims::{self, Claims, Token};
use super::{Known, contradicts, majority, unanimity, unusual};
use crate::rules::Reason;
use crate::rules::election::{self, ElectionOutcome, Round, Stage};
use crate::rules::majority::Method;
use crate::rules::profile::ElectionRule;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use figures::votes_in_words;
use named::{Word, named, says_nobody, segment, several, subject};

/// What is known of a round.
#[derive(Debug, Clone, Copy)]
pub struct KnownRound<'a> {
    /// By which rule it was judged.
    pub rule: &'a ElectionRule,
    /// Its votes, with the candidates by their family names.
    pub round: &'a Round<String>,
    /// What they gave.
    pub outcome: ElectionOutcome,
    /// What more than half is measured against.
    pub base: u32,
    /// Who is elected, by votes or by lot: a place among the candidates.
    pub elected: Option<usize>,
    /// By ballot.
    pub by_ballot: bool,
    /// Whether the election was accepted, once somebody said so.
    pub answer: Option<bool>,
}

/// What of the words does not fit; nothing where they fit, or say nothing that can be compared.
pub fn check_round(words: &str, known: KnownRound) -> Vec<Reason> {
    let tokens = claims::tokens(words);
    let reader = Reader { known, words: named(&tokens, known.round) };
    let claims = claims::read(words);
    let mut found = Vec::new();
    reader.elected(&claims, &mut found);
    reader.follows(&claims, &mut found);
    reader.agreement(&claims, &mut found);
    reader.votes(&claims, &mut found);
    reader.answer(words, &mut found);
    found
}

/// What the words say of the answer: accepted, declined, or nothing.
pub fn answered(words: &str) -> Option<bool> {
    let tokens = claims::tokens(words);
    let mut answers = tokens.split(|one| one.is(&[".", ";"])).filter_map(answer_of);
    answers.next_back()
}

fn answer_of(clause: &[Token]) -> Option<bool> {
    let says = |names: &[&str]| clause.iter().any(|one| one.is(names));
    let object = clause.iter().position(|one| one.is(&["wahl", "amt"]))?;
    let behind = |name: &str| clause.iter().skip(object).any(|one| one.is(&[name]));
    // Not "nimmt an der engeren Wahl teil".
    if says(&["nimmt", "nahm", "nehme"]) && behind("an") {
        return Some(!says(&["nicht"]));
    }
    (says(&["lehnt", "lehnte"]) && behind("ab")).then_some(false)
}

struct Reader<'a> {
    known: KnownRound<'a>,
    words: Vec<Word<'a>>,
}

impl Reader<'_> {
    fn name(&self, candidate: usize) -> &str {
        self.known.round.candidates.get(candidate).map_or("", |(name, _)| name)
    }

    fn votes_of(&self, candidate: usize) -> u32 {
        self.known.round.candidates.get(candidate).map_or(0, |(_, votes)| u32::from(*votes))
    }

    fn most(&self) -> u16 {
        self.known.round.candidates.iter().map(|(_, votes)| *votes).max().unwrap_or(0)
    }

    fn for_persons(&self) -> u32 {
        let votes = self.known.round.candidates.iter().map(|(_, votes)| u32::from(*votes));
        votes.fold(0, u32::saturating_add)
    }

    fn share(&self) -> String {
        election::share(self.known.rule.base, self.most(), self.known.base)
    }

    /// "für Alm 5 und für Birk 4".
    fn table(&self) -> String {
        let candidates = self.known.round.candidates.iter();
        let said: Vec<String> =
            candidates.map(|(name, votes)| format!("für {name} {votes}")).collect();
        election::listed(&said)
    }

    fn says_lot(&self) -> bool {
        let noun = ["Los", "Loses", "Losentscheid", "Losverfahren", "Losziehung"];
        self.words.iter().any(|one| {
            matches!(one, Word::Token(token) if noun.contains(&token.written.as_str()))
                || one.is(&["gelost", "ausgelost"])
        })
    }

    /// Sentences and half sentences; "Dr." ends none, and neither does "2.".
    fn clauses(&self) -> Vec<&[Word<'_>]> {
        let short = ["dr", "prof", "dipl", "med", "jur", "st"];
        let mut clauses = Vec::new();
        let mut begin = 0;
        for (at, word) in self.words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| self.words.get(before));
            let abbreviates = before.is_some_and(|one| one.is(&short) || one.number().is_some());
            if word.is(&[";"]) || (word.is(&["."]) && !abbreviates) {
                clauses.extend(self.words.get(begin..at));
                begin = at + 1;
            }
        }
        clauses.extend(self.words.get(begin..));
        clauses
    }

    /// Who is said to be elected, or not to be.
    fn elected(&self, claims: &Claims, found: &mut Vec<Reason>) {
        let mut says = false;
        for clause in self.clauses() {
            let elects = |one: &Word| one.is(&["gewählt", "wiedergewählt"]);
            let Some(at) = clause.iter().position(elects) else { continue };
            let negated = clause.get(at.saturating_sub(1)).is_some_and(|one| one.is(&["nicht"]));
            let (part, at) = segment(clause, at);
            let subject = subject(part, at).or_else(|| subject(clause, clause.len()));
            if negated || says_nobody(clause) {
                self.denied(subject, found);
            } else {
                says = true;
                self.claimed(part, subject, found);
            }
        }
        let by_votes = self.known.outcome == ElectionOutcome::Elected;
        let denies = claims.outcomes.iter().any(|(_, word)| word == "keine Mehrheit");
        if let (Some(elected), true, true) = (self.known.elected, by_votes, denies) {
            let elected = self.name(elected);
            found
                .push(contradicts(format!("„keine Mehrheit“ passt nicht: Gewählt ist {elected}.")));
        }
        if let (Some(elected), true, false, false) =
            (self.known.elected, says, by_votes, self.says_lot())
        {
            let elected = self.name(elected);
            found.push(unusual(format!(
                "{elected} ist durch das Los gewählt; üblich ist, es zu nennen."
            )));
        }
    }

    fn denied(&self, subject: Option<usize>, found: &mut Vec<Reason>) {
        let Some(elected) = self.known.elected else { return };
        if subject.is_none_or(|one| one == elected) {
            let elected = self.name(elected);
            found.push(contradicts(format!("„nicht gewählt“ passt nicht: Gewählt ist {elected}.")));
        }
    }

    fn claimed(&self, part: &[Word], subject: Option<usize>, found: &mut Vec<Reason>) {
        let several = several(part);
        if several > 1 {
            found.push(contradicts(format!(
                "Der Wortlaut nennt {several} Personen als gewählt; zu wählen ist eine."
            )));
            return;
        }
        match (self.known.elected, subject) {
            (Some(elected), Some(subject)) if subject != elected => {
                let (said, elected) = (self.name(subject), self.name(elected));
                found.push(contradicts(format!(
                    "Der Wortlaut nennt {said} als gewählt; gewählt ist {elected}."
                )));
            }
            (Some(_), _) => {}
            (None, _) => {
                let why = match self.known.outcome {
                    ElectionOutcome::Runoff | ElectionOutcome::NotElected => format!(
                        "Die erforderliche Mehrheit hat niemand erreicht (höchste Stimmenzahl: {})",
                        self.share()
                    ),
                    ElectionOutcome::Lot => {
                        "Es besteht Stimmengleichheit, und das Los ist nicht gezogen".to_string()
                    }
                    _ => "Der Wahlgang hat kein Ergebnis".to_string(),
                };
                found.push(contradicts(format!("„gewählt“ passt nicht: {why}.")));
            }
        }
    }

    /// What is said to decide instead: another round, the lot.
    fn follows(&self, claims: &Claims, found: &mut Vec<Reason>) {
        let KnownRound { outcome, round, .. } = self.known;
        let words = &self.words;
        let denied = |one: &Word| {
            one.is(&["nicht", "ohne"])
                || matches!(one, Word::Token(token) if token.inflects("kein"))
        };
        let run_off = words.iter().enumerate().find(|(at, one)| {
            let engere = one.is(&["engere", "engeren", "engerer"])
                && words.get(at + 1).is_some_and(|next| next.is(&["wahl"]));
            one.is(&["stichwahl"]) || engere
        });
        if run_off.is_some()
            && !words.iter().any(denied)
            && round.stage == Stage::First
            && outcome != ElectionOutcome::Runoff
        {
            let text = "Der Wortlaut nennt eine engere Wahl; auf diesen Wahlgang folgt keine.";
            found.push(contradicts(text.to_string()));
        }
        if self.says_lot() && outcome != ElectionOutcome::Lot && !words.iter().any(denied) {
            let text = "Der Wortlaut nennt das Los; über diesen Wahlgang entscheidet keines.";
            found.push(contradicts(text.to_string()));
        }
        let most = self.most();
        let equal = round.candidates.iter().filter(|(_, votes)| *votes == most).count() > 1;
        if claims.tie && !equal {
            let table = self.table();
            found.push(contradicts(format!(
                "„Stimmengleichheit“ passt nicht: Festgehalten sind {table} Stimmen."
            )));
        }
    }

    /// "einstimmig", "mit Mehrheit".
    fn agreement(&self, claims: &Claims, found: &mut Vec<Reason>) {
        let Some(elected) = self.known.elected else { return };
        let others = self.for_persons().saturating_sub(self.votes_of(elected));
        let Round { no, abstain, invalid, .. } = *self.known.round;
        let against = u16::try_from(others).unwrap_or(u16::MAX).saturating_add(no);
        let known = self.votes_as([None, Some(against), Some(abstain), Some(invalid)]);
        majority(claims, known, found);
        match &claims.unanimous {
            Some((true, word)) if others > 0 => {
                let votes = votes_in_words(others);
                found.push(contradicts(format!(
                    "„{word}“ passt nicht zu {votes} für andere Personen."
                )));
            }
            Some((false, _)) if others > 0 => {}
            _ => unanimity(
                claims,
                self.votes_as([None, Some(no), Some(abstain), Some(invalid)]),
                found,
            ),
        }
    }

    fn votes_as(&self, votes: [Option<u16>; 4]) -> Known {
        let method = if self.known.by_ballot { Method::Secret } else { Method::Open };
        let cast = u16::try_from(self.known.round.cast()).unwrap_or(u16::MAX);
        let entitled = self.known.round.entitled.unwrap_or(cast);
        Known { accepted: true, entitled, votes, method }
    }

    fn answer(&self, words: &str, found: &mut Vec<Reason>) {
        let Some(said) = answered(words) else { return };
        let verb = |accepted| if accepted { "angenommen" } else { "abgelehnt" };
        let told = format!("Nach dem Wortlaut ist die Wahl {}", verb(said));
        match self.known.answer {
            Some(known) if known == said => {}
            Some(known) => found.push(contradicts(format!(
                "{told}; festgehalten ist, dass sie {} ist.",
                verb(known)
            ))),
            None => {
                found.push(unusual(format!("{told}; eine Erklärung dazu ist nicht festgehalten.")));
            }
        }
    }
}
