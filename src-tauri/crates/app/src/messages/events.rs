//! German nouns for what is in the record, so that a message can name an earlier entry.

use super::Case;
use crate::core::session::{Entry, Event};

/// The noun of an event by its kind.
fn noun(kind: &str) -> &'static str {
    match kind {
        "MeetingPrepared" => "Vorbereitung der Sitzung",
        "InvitationConfirmed" => "Feststellung der ordnungsgemäßen Ladung",
        "MemberExcused" => "Entschuldigung",
        "SubstituteSeated" => "Vertretung",
        "SubstitutionEnded" => "Ende der Vertretung",
        "MeetingOpened" => "Eröffnung der Sitzung",
        "MemberArrived" | "AttendeeArrived" => "Ankunft",
        "MemberDeparted" | "AttendeeDeparted" => "Weggang",
        "RecusalDeclared" => "Befangenheit",
        "RecusalEnded" => "Ende der Befangenheit",
        "AbsenceBegan" => "Unterbrechung der Teilnahme",
        "AbsenceEnded" => "Rückkehr an den Tisch",
        "ChairChanged" => "Wechsel des Vorsitzes",
        "ClerkChanged" => "Wechsel der Schriftführung",
        "MeetingInterrupted" => "Unterbrechung der Sitzung",
        "MeetingResumed" => "Fortsetzung der Sitzung",
        "MeetingAdjourned" => "Fortsetzung an einem anderen Tag",
        "ProceedingRecorded" => "Eintragung zum Verlauf",
        "PresenceChecked" => "Prüfung der Anwesenheit",
        "QuorumEstablished" => "Feststellung der Beschlussfähigkeit",
        "LackOfQuorumDeclared" => "Feststellung der Beschlussunfähigkeit",
        "ItemCalled" => "Aufruf",
        "ItemClosed" => "Abschluss",
        "ItemAdded" => "Erweiterung der Tagesordnung",
        "ItemMoved" => "Änderung der Reihenfolge",
        "ItemsJoined" => "gemeinsame Beratung",
        "MotionFiled" => "Antrag",
        "MotionWithdrawn" => "Rücknahme eines Antrags",
        "VoteMethodRequested" => "Antrag zur Abstimmungsart",
        "ElectionOpened" => "Wahl",
        "RoundClosed" => "Wahlgang",
        "CandidacyWithdrawn" => "Rücknahme einer Kandidatur",
        "RunoffSettled" => "Feststellung zur engeren Wahl",
        "LotDrawn" => "Losentscheid",
        "ElectionAnswered" => "Erklärung zur Wahl",
        "OutcomeRecorded" => "Ergebnis",
        "VoteOpened" | "VoteClosed" => "Abstimmung",
        "BasisChanged" => "Änderung der Abstimmungsgrundlage",
        "BasisConfirmed" => "Bestätigung der Abstimmungsgrundlage",
        "ResultWorded" => "Wortlaut des Ergebnisses",
        "AttachmentListed" => "Verzeichnung einer Anlage",
        "PartChanged" => "Wechsel des Sitzungsteils",
        "TextFixed" => "Festschreibung des Textes",
        "MeetingClosed" => "Schluss der Sitzung",
        "ActWithdrawn" => "Rücknahme",
        _ => "Eintragung",
    }
}

/// Whom or what an event is about.
fn subject(event: &Event, case: &Case) -> Option<String> {
    Some(match event {
        Event::MemberExcused { person }
        | Event::AttendeeArrived { person, .. }
        | Event::AttendeeDeparted { person, .. }
        | Event::AbsenceBegan { person, .. }
        | Event::AbsenceEnded { person, .. }
        | Event::ChairChanged { chair: person }
        | Event::ClerkChanged { clerk: person }
        | Event::CandidacyWithdrawn { person, .. }
        | Event::LotDrawn { winner: person, .. }
        | Event::ElectionAnswered { person, .. }
        | Event::SubstitutionEnded { substitute: person, .. } => case.person(*person),
        Event::RecusalDeclared { person, item, .. } | Event::RecusalEnded { person, item, .. } => {
            format!("{}, {}", case.person(*person), case.item(*item))
        }
        Event::MemberArrived { seated, .. } | Event::MemberDeparted(seated) => {
            case.person(seated.person)
        }
        Event::SubstituteSeated { seated, .. } => {
            format!("{}, {}", case.person(seated.person), case.seat(seated.seat))
        }
        Event::ItemCalled { item }
        | Event::ItemClosed { item, .. }
        | Event::OutcomeRecorded { item, .. }
        | Event::VoteOpened { item, .. }
        | Event::ItemMoved { item, .. }
        | Event::VoteMethodRequested { item, .. }
        | Event::ElectionOpened { item, .. }
        | Event::ProceedingRecorded { item: Some(item), .. }
        | Event::TextFixed { item, .. } => case.item(*item),
        Event::ItemAdded { item, .. } => format!("TOP {}", item.number),
        Event::ItemsJoined { items } => {
            items.iter().map(|item| case.item(*item)).collect::<Vec<_>>().join(", ")
        }
        Event::MotionFiled { motion } => case.item(motion.item),
        Event::MotionWithdrawn { motion } => case.item(case.state.now.motion(*motion)?.motion.item),
        Event::RoundClosed { election, .. } | Event::RunoffSettled { election, .. } => {
            case.item(case.state.now.election(*election)?.item)
        }
        Event::VoteClosed { vote, .. }
        | Event::BasisChanged { vote, .. }
        | Event::ResultWorded { vote, .. }
        | Event::BasisConfirmed { vote, .. } => case.item(case.state.now.vote(*vote)?.item),
        _ => return None,
    })
}

/// An entry in words: "Ankunft (Dr. Eva Weiß)".
pub(super) fn entry(entry: Option<&Entry>, kind: &str, case: &Case) -> String {
    let noun = noun(kind);
    let subject = entry.and_then(|entry| subject(&entry.event, case));
    subject.map_or_else(|| noun.to_owned(), |subject| format!("{noun} ({subject})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind that the core writes has a noun of its own kind of thing.
    #[test]
    fn every_kind_has_a_noun() {
        let source = include_str!("../../../core/src/session/event/kind.rs");
        let kinds: Vec<&str> = source
            .lines()
            .filter_map(|line| line.trim().strip_prefix("Self::")?.split_once("=> \""))
            .filter_map(|(_, rest)| rest.strip_suffix("\","))
            .collect();
        assert!(kinds.len() > 20, "{kinds:?}");
        for kind in kinds {
            assert_ne!(noun(kind), "Eintragung", "{kind}");
        }
    }
}
