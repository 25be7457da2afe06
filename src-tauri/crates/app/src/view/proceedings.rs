//! What is taken down beside votes: whom it can be about, what the list says of the presence, and the
//! words of each act.

use super::meeting::Named;
use super::names;
use super::source::Source;
use super::words::{self, number};
use crate::core::PersonId;
use crate::core::membership::Status;
use crate::core::proceeding::{Due, OrderMeasure, Proceeding, RecordingPurpose, ResidentAnswer};
use crate::core::session::command::PresenceSource;
use crate::core::session::state::{PresenceCheck, ProceedingState};
use crate::core::time::german_date;
use crate::core::{ActId, AgendaItemId, Moment};
use serde::Serialize;

/// What the sheets need that take something down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProceedingsView {
    /// Who is there, by name: members, substitutes, officials, guests.
    pub there: Vec<Named>,
    /// Those of them on a seat: who can be inaugurated.
    pub seated: Vec<PersonId>,
    /// The session is public: what is announced reaches somebody.
    pub public: bool,
    /// At the table with a vote, as the list has it.
    pub table: u16,
    /// Members and substitutes who were ever on a seat, as the list has it.
    pub sheet: u16,
    /// The last counts: "17:40: 12 gezählt, stimmt mit der Liste überein".
    pub checks: Vec<String>,
    /// The day of the question, to read "24.11." by.
    pub today: String,
}

pub(super) fn view(source: &Source) -> ProceedingsView {
    let now = source.now;
    let mut there: Vec<PersonId> =
        now.attendance.keys().copied().filter(|one| now.present(*one).is_some()).collect();
    there.sort_by_cached_key(|one| source.names.sorting_key(*one));
    let occupied = now.seats.values().filter_map(|seat| seat.occupant);
    let named = |person: PersonId| Named {
        person,
        full_name: source.names.full(person),
        detail: detail(source, person),
    };
    ProceedingsView {
        there: there.into_iter().map(named).collect(),
        seated: occupied.map(|(person, _)| person).collect(),
        public: now.part == crate::core::agenda_item::Part::Public,
        table: now.listed(source.profile, PresenceSource::Table),
        sheet: now.listed(source.profile, PresenceSource::Sheet),
        checks: now.checks.iter().map(|one| counted_at(source, one)).collect(),
        today: source.clock.date().to_string(),
    }
}

/// "KA, WU", "Kreisdirektor".
pub(super) fn detail(source: &Source, person: PersonId) -> String {
    match source.names.status(person) {
        None | Some(Status::HVB | Status::Official | Status::Guest) => {
            let row = source.names.row(person);
            let office = row.map_or("", |row| row.office.trim());
            let other = row.map_or("", |row| row.affiliation.trim());
            if office.is_empty() { other } else { office }.to_owned()
        }
        Some(status) => {
            let faction = source.names.faction(person);
            let parts = [status.abbreviation(), &faction];
            names::words(&parts).replacen(' ', ", ", 1)
        }
    }
}

fn counted_at(source: &Source, check: &PresenceCheck) -> String {
    let time = words::clock_on(check.at, source.plan.start.date());
    format!("{time}: {}", compared(source, check))
}

/// "12 am Tisch gezählt, stimmt mit der Liste überein".
fn compared(source: &Source, check: &PresenceCheck) -> String {
    let what = match check.source {
        PresenceSource::Table => number(check.counted.into(), "Person", "Personen") + " gezählt",
        PresenceSource::Sheet => number(check.counted.into(), "Unterschrift", "Unterschriften"),
    };
    let listed = check.listed(source.profile);
    if check.counted == listed {
        format!("{what}, stimmt mit der Liste überein")
    } else {
        format!("{what}, in der Liste {listed}")
    }
}

/// What is still to be looked at of the presence before the end: counts whose difference nobody has
/// settled since, at the table and on the paper sheet apart (they count other people), and a sheet that
/// nobody has compared.
pub(super) fn unsettled(source: &Source) -> Vec<String> {
    let last = |of| source.now.checks.iter().rfind(|one| one.source == of);
    let differs = |one: &&PresenceCheck| one.counted != one.listed(source.profile);
    let said = |one| format!("Anwesenheit geprüft um {}.", counted_at(source, one));
    let (table, sheet) = (last(PresenceSource::Table), last(PresenceSource::Sheet));
    let compare = || "Die Anwesenheitsliste auf Papier ist noch nicht verglichen.".to_owned();
    let sheet = sheet.map_or_else(|| Some(compare()), |one| Some(one).filter(differs).map(said));
    table.filter(differs).map(said).into_iter().chain(sheet).collect()
}

/// What was counted, as a line of the log.
pub(super) fn count_line(
    source: &Source,
    act: ActId,
    counting: PresenceSource,
    counted: u16,
) -> String {
    if let Some(check) = source.now.checks.iter().rfind(|one| one.act == act) {
        return format!("Anwesenheit geprüft: {}", compared(source, check));
    }
    match counting {
        PresenceSource::Table => format!("Anwesenheit geprüft: {counted} gezählt"),
        PresenceSource::Sheet => format!("Anwesenheit geprüft: {counted} auf der Liste"),
    }
}

/// "Sitzung unterbrochen, weiter am Do, 19.11.2026, 16:30 Uhr".
pub(super) fn adjourned(to: Moment) -> String {
    format!("Sitzung unterbrochen, weiter am {}", on_day(to))
}

/// "Do, 19.11.2026, 16:30 Uhr".
fn on_day(at: Moment) -> String {
    format!("{}, {} Uhr", words::day(at.date()), at.clock())
}

/// "TOP 5: Ordnungsruf an Herrn KA Birk".
pub(super) fn line(source: &Source, item: Option<AgendaItemId>, what: &Proceeding) -> String {
    let said = said(source, what);
    item.map_or_else(|| said.clone(), |item| format!("{}: {said}", source.top(item)))
}

pub(super) fn said(source: &Source, what: &Proceeding) -> String {
    let names = &source.names;
    match what {
        Proceeding::Order { person, measure } => match measure {
            OrderMeasure::ToOrder => format!("Ordnungsruf an {}", names.oblique(*person)),
            OrderMeasure::ToMatter => format!("Ruf zur Sache an {}", names.oblique(*person)),
            OrderMeasure::SilenceSpeaker => format!("{}: Wort entzogen", names.nominative(*person)),
            OrderMeasure::Expulsion => {
                format!("{} aus dem Saal verwiesen", names.nominative(*person))
            }
        },
        Proceeding::Inauguration { persons } => {
            let who: Vec<String> = persons.iter().map(|one| names.nominative(*one)).collect();
            format!("{} verpflichtet", words::and(&who))
        }
        Proceeding::Cosigners { persons } => {
            let who: Vec<String> = persons.iter().map(|one| names.nominative(*one)).collect();
            format!("Mitunterzeichnung: {}", words::and(&who))
        }
        Proceeding::Recording { purpose, refused } => {
            let what = match purpose {
                RecordingPurpose::Minutes => "Aufzeichnung für die Niederschrift",
                RecordingPurpose::Broadcast => "Übertragung in Bild und Ton",
            };
            let who: Vec<String> = refused.iter().map(|one| names.nominative(*one)).collect();
            match who.as_slice() {
                [] => format!("{what}, alle einverstanden"),
                _ => format!("{what}, nicht einverstanden: {}", words::and(&who)),
            }
        }
        Proceeding::ResidentQuestion { resident, answer, .. } => {
            let who = resident.0.trim();
            let who = if who.is_empty() { String::new() } else { format!(" von {who}") };
            let then = match answer {
                ResidentAnswer::Oral => "beantwortet",
                ResidentAnswer::Written => "Antwort schriftlich",
                ResidentAnswer::NextMeeting => "Antwort in der nächsten Sitzung",
            };
            format!("Einwohnerfrage{who}, {then}")
        }
        Proceeding::Announcement { .. } => "Bekanntgabe nichtöffentlicher Beschlüsse".to_owned(),
        Proceeding::Statement { person, .. } => {
            format!("Erklärung zu Protokoll von {}", names.oblique(*person))
        }
        Proceeding::Commitment { by, due, .. } => {
            let who = by.map_or_else(|| "der Verwaltung".to_owned(), |by| names.oblique(by));
            let until = match due {
                None => String::new(),
                Some(Due::NextMeeting) => " bis zur nächsten Sitzung".to_owned(),
                Some(Due::Minutes) => " zur Niederschrift".to_owned(),
                Some(Due::On(day)) => format!(" bis zum {}", german_date(*day)),
            };
            format!("Zusage von {who}{until}")
        }
    }
}

/// "17:05 Ordnungsruf an Herrn KA Birk".
pub(super) fn remark(source: &Source, one: &ProceedingState) -> String {
    let time = words::clock_on(one.at, source.plan.start.date());
    format!("{time} {}", said(source, &one.proceeding))
}
