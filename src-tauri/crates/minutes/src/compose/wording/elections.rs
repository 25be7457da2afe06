//! Words of elections: what is to be filled, what a round gave, what the person said.

use super::capital;
use crate::compose::names::{and, nominative, oblique};
use crate::record::{Election, ElectionBase, Person, Round};
use sitzungsbuch_core::person::FormOfAddress;
use sitzungsbuch_core::rules::election::{self, ElectionOutcome};
use sitzungsbuch_core::rules::{profile, wording as rules};
use sitzungsbuch_core::session::election::{Answer, ElectionMethod};

/// An election is opened.
pub fn election(election: &Election) -> String {
    let names: Vec<String> = election.candidates.iter().map(nominative).collect();
    let verb = if names.len() == 1 { "ist" } else { "sind" };
    let proposed = match names.as_slice() {
        [] => String::new(),
        _ => format!(" Vorgeschlagen {verb} {}.", and(&names)),
    };
    let method = match election.method {
        ElectionMethod::ShowOfHands => "Die Wahl erfolgt offen.",
        ElectionMethod::Ballot => "Die Wahl erfolgt mit Stimmzetteln.",
    };
    format!("Zu wählen ist: {}.{proposed} {method}", election.post)
}

/// A candidate withdraws; `last` says that nobody is left.
pub fn candidacy_withdrawn(person: &Person, last: bool) -> String {
    let own = match person.form {
        FormOfAddress::Frau => "ihre",
        FormOfAddress::Herr => "seine",
        FormOfAddress::None => "die eigene",
    };
    let nobody = if last { " Es steht niemand mehr zur Wahl." } else { "" };
    format!("{} zieht {own} Kandidatur zurück.{nobody}", capital(&nominative(person)))
}

/// "1. Wahlgang: Schriftführung", "2. Wahlgang (engere Wahl): Schriftführung".
pub fn round(round: &Round) -> String {
    let runoff = if round.runoff { " (engere Wahl)" } else { "" };
    format!("{}. Wahlgang{runoff}: {}", round.number, round.post)
}

/// What the person who is elected said, as the end of the sentence that says so.
pub fn answer(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Accepted) => " und nimmt die Wahl an",
        Some(Answer::Declined) => ", lehnt die Wahl aber ab",
        None => "",
    }
}

/// What a round gave. Where the clerk worded it, the answer of who is elected follows by itself, unless
/// the words say it.
pub fn round_result(round: &Round) -> String {
    let base = match round.base_of {
        ElectionBase::Valid => profile::ElectionBase::Valid,
        ElectionBase::Entitled => profile::ElectionBase::PresentEntitled,
    };
    let elected = round.outcome == ElectionOutcome::Elected;
    let name = |person: &Person| if elected { nominative(person) } else { oblique(person) };
    let names = and(&round.persons.iter().map(name).collect::<Vec<_>>());
    let answered = round.answer.filter(|_| elected);
    if round.words.is_empty() {
        let share = election::share(base, round.votes, round.base);
        let announced = !round.contradiction.is_empty();
        let line = election::line(round.outcome, &share, &names, announced);
        return format!("{line}{}", answer(answered));
    }
    let words = round.words.trim_end_matches('.');
    match answered.filter(|_| rules::answered(words).is_none()) {
        Some(Answer::Accepted) => format!("{words}; {names} nimmt die Wahl an"),
        Some(Answer::Declined) => format!("{words}; {names} lehnt die Wahl ab"),
        None => round.words.clone(),
    }
}
