//! What an act did, as one short German line with names.

use super::source::Source;
use super::vote;
use super::words::{self, bound, number};
use crate::core::agenda_item::Part;
use crate::core::rules::majority::VoteOutcome;
use crate::core::session::command::Capacity;
use crate::core::session::{Entry, Event};
use crate::core::{ActId, AgendaItemId, Moment, PersonId, VoteId};

/// The event that the line is about, and its words.
pub(super) fn of(source: &Source, act: ActId, entries: &[&Entry]) -> String {
    // What an act brings along, or does to the record, is not what it is about.
    let beside = |event: &Event| {
        matches!(
            event,
            Event::ActWithdrawn { .. }
                | Event::TextFixed { .. }
                | Event::BasisChanged { .. }
                | Event::SubstitutionEnded { .. }
                | Event::VoteOpened { .. }
        )
    };
    let told = |entry: &&&Entry| !beside(&entry.event);
    // An excuse that comes with a substitution is told by the substitution.
    let about = entries.iter().rfind(told).or(entries.first());
    about.map_or_else(String::new, |entry| line(source, act, entry))
}

fn line(source: &Source, act: ActId, entry: &Entry) -> String {
    match &entry.event {
        Event::MeetingPrepared { .. } => "Sitzung vorbereitet".to_owned(),
        Event::InvitationConfirmed {} => "Ordnungsgemäße Ladung festgestellt".to_owned(),
        Event::MeetingOpened { .. } => "Sitzung eröffnet".to_owned(),
        Event::MeetingClosed {} => "Sitzung geschlossen".to_owned(),
        Event::QuorumEstablished { .. } => "Beschlussfähigkeit festgestellt".to_owned(),
        Event::LackOfQuorumDeclared { .. } => "Beschlussunfähigkeit festgestellt".to_owned(),
        Event::ItemCalled { .. }
        | Event::ItemClosed { .. }
        | Event::ItemAdded { .. }
        | Event::OutcomeRecorded { .. }
        | Event::VoteOpened { .. }
        | Event::VoteClosed { .. }
        | Event::BasisChanged { .. }
        | Event::BasisConfirmed { .. }
        | Event::AttachmentListed { .. }
        | Event::TextFixed { .. } => business(source, act, &entry.event),
        _ => person(source, entry),
    }
}

fn person(source: &Source, entry: &Entry) -> String {
    let names = &source.names;
    let who = |person: PersonId| names.nominative(person);
    match &entry.event {
        Event::MemberExcused { person } => format!("{} entschuldigt", who(*person)),
        Event::SubstituteSeated { seated, represents: Some(member), .. } => {
            format!("{} vertritt {}", who(seated.person), names.oblique(*member))
        }
        Event::SubstituteSeated { seated, .. } => {
            let number = source.seat_number(seated.seat);
            format!("{} auf dem unbesetzten Sitz {number}", who(seated.person))
        }
        Event::MemberArrived { seated, .. } => comes(source, seated.person, entry.occurred_at),
        Event::MemberDeparted(seated) => format!("{} geht", who(seated.person)),
        Event::AttendeeArrived { person, capacity, .. } => {
            let what = match capacity {
                Capacity::Official => "Verwaltung",
                Capacity::Guest => "Gast",
            };
            format!("{} ({what})", comes(source, *person, entry.occurred_at))
        }
        Event::AttendeeDeparted { person, .. } => format!("{} geht", who(*person)),
        Event::RecusalDeclared { person, item, .. } => {
            format!("{} befangen zu {}", who(*person), source.top(*item))
        }
        Event::RecusalEnded { person, .. } => format!("{} wieder am Tisch", who(*person)),
        Event::PartChanged { part, left } => {
            let what = match part {
                Part::NonPublic => "Nichtöffentlichkeit hergestellt",
                Part::Public => "Öffentlichkeit wiederhergestellt",
            };
            match left.len() {
                0 => what.to_owned(),
                1 => format!("{what}, {} geht", number(1, "Person", "Personen")),
                more => format!("{what}, {} gehen", number(more, "Person", "Personen")),
            }
        }
        _ => String::new(),
    }
}

/// "Herr SB Dornbusch kommt", "Herr KA Pönsgen wieder da".
fn comes(source: &Source, person: PersonId, at: Moment) -> String {
    let mut presence = source.now.attendance.get(&person).into_iter().flatten();
    // Who left before is back. An entry that was corrected to an earlier time was the first one, too.
    let back = presence.any(|one| one.to.is_some_and(|left| left <= at));
    let who = source.names.nominative(person);
    if back { format!("{who} wieder da") } else { format!("{who} kommt") }
}

fn business(source: &Source, act: ActId, event: &Event) -> String {
    match event {
        Event::ItemCalled { item } => format!("{} aufgerufen", source.top(*item)),
        Event::ItemClosed { item, settles } => {
            let with = match settles.len() {
                0 => String::new(),
                count => format!(" mit {}", number(count, "Unterpunkt", "Unterpunkten")),
            };
            format!("{}{with} geschlossen", source.top(*item))
        }
        Event::ItemAdded { item, .. } => format!("TOP {} aufgenommen", item.number.trim()),
        Event::OutcomeRecorded { item, outcome, .. } => {
            let [_, title, _] = words::outcome(*outcome);
            format!("{}: {}", source.top(*item), lower(title))
        }
        Event::VoteOpened { item, .. } => format!("Abstimmung zu {}", source.top(*item)),
        Event::VoteClosed { vote, announced, result, .. } => {
            let words = match result.outcome {
                VoteOutcome::Inconsistent => lower(vote::announced(*announced)),
                _ => bound(&result.wording),
            };
            match voted_on(source, *vote, act) {
                Some(item) => format!("{}: {words}", source.top(item)),
                None => words,
            }
        }
        Event::BasisChanged { vote, .. } => about_vote(source, *vote, act, "geändert"),
        Event::BasisConfirmed { vote, .. } => about_vote(source, *vote, act, "bestätigt"),
        Event::AttachmentListed { attachment } => match attachment.item {
            Some(item) => format!("{} zu {}", attachment.label.trim(), source.top(item)),
            None => format!("{} verzeichnet", attachment.label.trim()),
        },
        Event::TextFixed { item, .. } => format!("Text zu {}", source.top(*item)),
        _ => String::new(),
    }
}

/// The item of a vote, also of one that was taken back.
fn voted_on(source: &Source, vote: VoteId, act: ActId) -> Option<AgendaItemId> {
    if let Some(known) = source.now.vote(vote) {
        return Some(known.item);
    }
    source.state.entries_of(act).find_map(|entry| match &entry.event {
        Event::VoteOpened { vote: opened, item, .. } if *opened == vote => Some(*item),
        _ => None,
    })
}

fn about_vote(source: &Source, vote: VoteId, act: ActId, what: &str) -> String {
    let to = voted_on(source, vote, act).map(|item| format!(" zu {}", source.top(item)));
    format!("Grundlage der Abstimmung{} {what}", to.unwrap_or_default())
}

/// "Zur Kenntnis genommen" as the end of a line.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", letters.as_str())
}
