//! How motions, elections, addressees and what a vote is about are called in one line.
//!
//! It knows names and grammar and no law. What a vote gave stands in [`super::results`].

use super::source::Source;
use super::words::{and, bound, number};
use crate::core::motion::{Motion, MotionKind, Mover, Procedure};
use crate::core::organization::{Gender, Organization};
use crate::core::rules::election::{self, ElectionOutcome};
use crate::core::session::Event;
use crate::core::session::command::Matter;
use crate::core::session::election::{Answer, ElectionResult};
use crate::core::session::state::{ElectionState, RoundState};
use crate::core::{ActId, AgendaItemId, ElectionId, MotionId, OrganizationId, PersonId, VoteId};
use sitzungsbuch_minutes::compose::wording;

/// "Antrag auf Schluss der Aussprache".
fn on_procedure(kind: Procedure) -> String {
    kind.name().map_or_else(
        || "Antrag zur Geschäftsordnung".to_owned(),
        |what| format!("Antrag auf {what}"),
    )
}

/// "Änderungsantrag", "Antrag auf Vertagung".
pub(super) fn kind(kind: MotionKind) -> String {
    match kind {
        MotionKind::Procedural(kind) => on_procedure(kind),
        MotionKind::Amendment => "Änderungsantrag".to_owned(),
        MotionKind::Supplement => "Ergänzungsantrag".to_owned(),
        MotionKind::Substantive => "Antrag".to_owned(),
    }
}

/// The question of procedure that a vote was on, moved or not.
pub(super) fn procedure_of(source: &Source, matter: &Matter) -> Option<Procedure> {
    match matter {
        Matter::Procedure(kind) => Some(*kind),
        Matter::Motion(id) => match source.now.motion(*id)?.motion.kind {
            MotionKind::Procedural(kind) => Some(kind),
            _ => None,
        },
        _ => None,
    }
}

/// "Änderungsantrag der Heimatliste", "Antrag 12 von Frau KA Alm".
pub(super) fn motion(source: &Source, motion: &Motion) -> String {
    let name = motion.name.trim();
    let what = if name.is_empty() { kind(motion.kind) } else { name.to_owned() };
    let movers: Vec<String> = motion.movers.iter().map(|one| mover(source, *one)).collect();
    if movers.is_empty() { what } else { format!("{what} {}", and(&movers)) }
}

fn mover(source: &Source, mover: Mover) -> String {
    match mover {
        Mover::Faction(faction) => match source.directory.organizations.get(&faction) {
            Some(row) => row.genitive.trim().to_owned(),
            None => "einer Fraktion".to_owned(),
        },
        Mover::Person(person) => format!("von {}", source.names.oblique(person)),
        Mover::Administration => "der Verwaltung".to_owned(),
    }
}

/// A motion by id, also one whose filing was taken back, with its item.
pub(super) fn known_motion(source: &Source, id: MotionId) -> Option<(AgendaItemId, String)> {
    if let Some(known) = source.now.motion(id) {
        return Some((known.motion.item, motion(source, &known.motion)));
    }
    source.state.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::MotionFiled { motion: filed } if filed.id == id => {
            Some((filed.item, motion(source, filed)))
        }
        _ => None,
    })
}

/// An election by id, also one that was taken back: its item and its post.
pub(super) fn known_election(source: &Source, id: ElectionId) -> Option<(AgendaItemId, String)> {
    if let Some(known) = source.now.election(id) {
        return Some((known.item, known.post.trim().to_owned()));
    }
    source.state.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::ElectionOpened { election, item, post, .. } if *election == id => {
            Some((*item, post.trim().to_owned()))
        }
        _ => None,
    })
}

/// On what a vote is taken: "Änderungsantrag der Heimatliste", "Ziffer 2"; empty for the item.
pub(super) fn matter(source: &Source, matter: &Matter, vote: VoteId) -> String {
    match matter {
        Matter::Item => String::new(),
        Matter::Motion(id) => {
            known_motion(source, *id).map_or_else(|| "Antrag".to_owned(), |(_, words)| words)
        }
        Matter::Motions(ids) => together(source, ids),
        Matter::Part(label) => label.trim().to_owned(),
        Matter::Recusal(person) => format!("Befangenheit von {}", source.names.oblique(*person)),
        Matter::Procedure(kind) => on_procedure(*kind),
        Matter::Round(election) => round(source, *election, vote),
    }
}

/// "Anträge 1 bis 3 und 5": several motions in one line.
pub(super) fn together(source: &Source, ids: &[MotionId]) -> String {
    let name = |id: &MotionId| match source.now.motion(*id) {
        Some(known) if !known.motion.name.trim().is_empty() => known.motion.name.trim().to_owned(),
        _ => known_motion(source, *id).map_or_else(|| "Antrag".to_owned(), |(_, words)| words),
    };
    let names: Vec<String> = ids.iter().map(name).collect();
    bound(&wording::motions_together(&names))
}

/// "Wahl (stellvertretender Vorsitz), 2. Wahlgang"; the only round of an election has no number.
pub(super) fn round(source: &Source, election: ElectionId, vote: VoteId) -> String {
    let post = known_election(source, election).map_or_else(String::new, |(_, post)| post);
    let rounds = source.now.election(election).map_or(&[][..], |known| &known.rounds);
    let place = rounds.iter().position(|round| round.vote == vote).filter(|_| rounds.len() > 1);
    match place {
        Some(place) => format!("Wahl ({post}), {}. Wahlgang", place + 1),
        None => format!("Wahl ({post})"),
    }
}

/// What a round gave, in the log: "Frau KA Alm mit 5 von 9 gültigen Stimmen gewählt".
pub(super) fn elected(source: &Source, result: &ElectionResult) -> String {
    let who = between(source, result, &result.persons);
    match result.outcome {
        ElectionOutcome::Elected => format!("{who} gewählt"),
        ElectionOutcome::Runoff => format!("engere Wahl {who}"),
        ElectionOutcome::Lot => format!("Stimmengleichheit {who}, es entscheidet das Los"),
        ElectionOutcome::NotElected => "niemand gewählt".to_owned(),
        ElectionOutcome::Repeat => "der Wahlgang ist zu wiederholen".to_owned(),
        ElectionOutcome::Inconsistent => "die Zahlen widersprechen sich".to_owned(),
    }
}

/// Who leads after a round: "Frau KA Alm mit 5 von 9 gültigen Stimmen", "zwischen Frau KA Alm und
/// Herrn KA Birk"; empty where nobody does.
pub(super) fn leaders(source: &Source, election: &ElectionState, round: &RoundState) -> String {
    between(source, &round.result, election.running_off(round))
}

fn between(source: &Source, result: &ElectionResult, persons: &[PersonId]) -> String {
    let names = |name: &dyn Fn(PersonId) -> String| {
        and(&persons.iter().map(|person| name(*person)).collect::<Vec<_>>())
    };
    match result.outcome {
        ElectionOutcome::Elected => {
            let share = election::share(source.profile.election.base, result.votes, result.base);
            bound(&format!("{} mit {share}", names(&|person| source.names.nominative(person))))
        }
        ElectionOutcome::Runoff | ElectionOutcome::Lot => {
            format!("zwischen {}", names(&|person| source.names.oblique(person)))
        }
        _ => String::new(),
    }
}

/// "Frau KA Alm nimmt die Wahl an".
pub(super) fn answered(source: &Source, person: PersonId, answer: Answer) -> String {
    let who = source.names.nominative(person);
    match answer {
        Answer::Accepted => format!("{who} nimmt die Wahl an"),
        Answer::Declined => format!("{who} lehnt die Wahl ab"),
    }
}

/// "engere Wahl zwischen Frau KA Alm, Herrn KA Birk und Frau KA Dorn".
pub(super) fn runs_off(source: &Source, persons: &[PersonId]) -> String {
    let names: Vec<String> = persons.iter().map(|one| source.names.oblique(*one)).collect();
    format!("engere Wahl zwischen {}", and(&names))
}

/// "Frau KA Alm zieht die Kandidatur zurück".
pub(super) fn withdrew(source: &Source, person: PersonId) -> String {
    format!("{} zieht die Kandidatur zurück", source.names.nominative(person))
}

/// Who asked, after "beantragt von": "4 Mitgliedern", "4 Mitgliedern der Heimatliste".
pub(super) fn members(source: &Source, count: u16, faction: Option<OrganizationId>) -> String {
    let members = number(usize::from(count), "Mitglied", "Mitgliedern");
    match faction.and_then(|id| source.directory.organizations.get(&id)) {
        Some(row) => format!("{members} {}", row.genitive.trim()),
        None => members,
    }
}

/// "an den Kreisausschuss"; empty where nobody is named.
pub(super) fn addressee(source: &Source, to: Option<OrganizationId>) -> String {
    let Some(row) = to.and_then(|id| source.directory.organizations.get(&id)) else {
        return String::new();
    };
    format!("an {}", accusative(row))
}

/// "den Kreisausschuss", "die Kommission", "das Gremium".
fn accusative(row: &Organization) -> String {
    let name = row.name.trim();
    // "Die Liberalen" bring their article along.
    let name = name.strip_prefix("Die ").or(name.strip_prefix("Das ")).unwrap_or(name);
    match row.gender {
        Gender::Masculine => format!("den {}", inflected(row)),
        Gender::Feminine => format!("die {name}"),
        Gender::Neuter => format!("das {name}"),
    }
}

/// Adjectives change as they do in the genitive, nouns stay: "Technischer Ausschuss" becomes
/// "Technischen Ausschuss".
fn inflected(row: &Organization) -> String {
    let genitive: Vec<&str> = row.genitive.split_whitespace().skip(1).collect();
    let word = |(place, word): (usize, &str)| {
        let stem = word.strip_suffix("er");
        let other = genitive.get(place).copied().unwrap_or_default();
        let adjective = stem.is_some_and(|stem| other.strip_suffix("en") == Some(stem));
        if adjective { other.to_owned() } else { word.to_owned() }
    };
    row.name.split_whitespace().enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// The item and matter of a vote, also of one that was taken back.
pub(super) fn voted_on(
    source: &Source,
    vote: VoteId,
    act: ActId,
) -> Option<(AgendaItemId, Matter)> {
    if let Some(known) = source.now.vote(vote) {
        return Some((known.item, known.matter.clone()));
    }
    source.state.entries_of(act).find_map(|entry| match &entry.event {
        Event::VoteOpened { vote: opened, item, matter, .. } if *opened == vote => {
            Some((*item, matter.clone()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::BodyId;
    use crate::core::organization::OrganizationType;

    #[test]
    fn an_addressee_stands_in_the_accusative() {
        for (name, genitive, gender, to) in [
            ("Kreisausschuss", "des Kreisausschusses", Gender::Masculine, "den Kreisausschuss"),
            (
                "Technischer Ausschuss",
                "des Technischen Ausschusses",
                Gender::Masculine,
                "den Technischen Ausschuss",
            ),
            (
                "Ausschuss für Bauen und Wohnen",
                "des Ausschusses für Bauen und Wohnen",
                Gender::Masculine,
                "den Ausschuss für Bauen und Wohnen",
            ),
            ("Offene Liste", "der Offenen Liste", Gender::Feminine, "die Offene Liste"),
            ("Die Liberalen", "der Liberalen", Gender::Feminine, "die Liberalen"),
            ("Kuratorium", "des Kuratoriums", Gender::Neuter, "das Kuratorium"),
        ] {
            let row = Organization {
                id: OrganizationId::from_key("o"),
                body: BodyId::from_key("b"),
                organization_type: OrganizationType::Committee,
                name: name.to_owned(),
                short_name: String::new(),
                genitive: genitive.to_owned(),
                gender,
                rule_profile: None,
                local_rules: Vec::new(),
                template: None,
            };
            assert_eq!(accusative(&row), to);
        }
    }
}
