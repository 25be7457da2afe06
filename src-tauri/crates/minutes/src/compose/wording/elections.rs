//! Words of elections: what is to be filled, what a round gave, what the person said.

use super::capital;
use crate::compose::names::{and, nominative, oblique};
use crate::record::{Election, ElectionBase, Person, Round};
use sitzungsbuch_core::person::FormOfAddress;
use sitzungsbuch_core::rules::election::ElectionOutcome;
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

/// What a round gave.
pub fn round_result(round: &Round) -> String {
    let Round { votes, base, .. } = round;
    let of = match (round.base_of, base) {
        (ElectionBase::Valid, 1) => "1 gültigen Stimme".to_owned(),
        (ElectionBase::Valid, base) => format!("{base} gültigen Stimmen"),
        (ElectionBase::Entitled, base) => format!("{base} anwesenden Stimmberechtigten"),
    };
    let between: Vec<String> = round.persons.iter().map(oblique).collect();
    let between = and(&between);
    match (round.outcome, round.persons.first()) {
        (ElectionOutcome::Elected, Some(person)) => {
            let (who, answer) = (nominative(person), answer(round.answer));
            // As with a vote: what the chair announced is said, and that it was announced.
            let elected = if round.contradiction.is_empty() {
                "gewählt"
            } else {
                "als gewählt bekannt gegeben"
            };
            format!("{who} wird mit {votes} von {of} {elected}{answer}")
        }
        (ElectionOutcome::Runoff, _) => {
            format!("keine Mehrheit; es folgt die engere Wahl zwischen {between}")
        }
        (ElectionOutcome::Lot, _) => {
            format!("Stimmengleichheit zwischen {between}; es entscheidet das Los")
        }
        (ElectionOutcome::NotElected, _) => {
            format!("keine Mehrheit ({votes} von {of}); niemand ist gewählt")
        }
        (ElectionOutcome::Repeat, _) => {
            "mindestens die Hälfte der Stimmen ist ungültig; die Wahl wird wiederholt".to_owned()
        }
        (ElectionOutcome::Elected | ElectionOutcome::Inconsistent, _) => {
            "die Zahlen des Wahlgangs widersprechen einander".to_owned()
        }
    }
}
