//! What is taken down beside votes, and the count of the presence.
//!
//! Whoever is sent out of the room leaves in the same act. What the list said when the presence was
//! counted is folded, not stored: an arrival that is entered late settles the difference.

use super::apply::{Applied, Unfit};
use super::attend::{self, in_session};
use super::command::{Command, PresenceSource};
use super::deal::{known, printable};
use super::decide::Context;
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Entry, Place, PresenceCheck, ProceedingState, Snapshot};
use crate::membership::SeatKind;
use crate::proceeding::Proceeding;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    match command {
        Command::RecordProceeding { item, proceeding, note } => {
            item.map_or(Ok(()), |item| known(before, item).map(drop))?;
            complete(before, proceeding, context)?;
            let (item, note) = (*item, context.note(note.as_ref()));
            let recorded = Event::ProceedingRecorded { item, proceeding: proceeding.clone(), note };
            let mut events = vec![recorded];
            if let Some(person) = proceeding.expels() {
                events.extend(attend::handle(
                    before,
                    &Command::RecordDeparture { person },
                    context,
                )?);
            }
            Ok(events)
        }
        Command::CheckPresence { source, counted } => {
            Ok(vec![Event::PresenceChecked { source: *source, counted: *counted }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

/// Persons that are known, and words where words are the matter.
fn complete(
    before: &Snapshot,
    proceeding: &Proceeding,
    context: &Context,
) -> Result<(), Rejection> {
    let persons = proceeding.persons();
    for (index, person) in persons.iter().enumerate() {
        context.known(*person)?;
        if persons.iter().take(index).any(|other| other == person) {
            return Err(Rejection::NamedTwice { person: *person });
        }
    }
    match proceeding {
        // Only who is there can be called to order.
        Proceeding::Order { person, .. } if before.present(*person).is_none() => {
            return Err(Rejection::NotPresent { person: *person });
        }
        Proceeding::Inauguration { persons } | Proceeding::Cosigners { persons }
            if persons.is_empty() =>
        {
            return Err(Rejection::NobodyNamed);
        }
        Proceeding::ResidentQuestion { resident, .. } => printable([&resident.0])?,
        _ => {}
    }
    let needed = proceeding.texts().next();
    if needed.is_some_and(|text| !text.visible()) { Err(Rejection::TextMissing) } else { Ok(()) }
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    super::apply::in_session(now)?;
    let (at, act) = (entry.occurred_at, entry.act);
    match &entry.event {
        Event::ProceedingRecorded { item, proceeding, .. } => {
            if let Some(item) = item {
                now.item(*item).ok_or(Unfit)?;
            }
            let proceeding = Arc::new(proceeding.clone());
            now.proceedings.push(ProceedingState { item: *item, proceeding, at, act });
        }
        Event::PresenceChecked { source, counted } => {
            let (source, counted, listed) = (*source, *counted, now.listed(*source));
            now.checks.push(PresenceCheck { source, counted, listed, at, act });
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

impl Snapshot {
    /// How many the list has: at the table with a vote, or ever on a seat in this session.
    pub fn listed(&self, source: PresenceSource) -> u16 {
        let count = match source {
            PresenceSource::Table => {
                let here = |seat: &crate::rules::attendance::SeatNow| {
                    let occupied = seat.kind == SeatKind::Voting && seat.occupant.is_some();
                    occupied && !seat.recused && seat.apart.is_none()
                };
                self.seats_now().iter().filter(|seat| here(seat)).count()
            }
            PresenceSource::Sheet => {
                let seated = |one: &super::state::Interval| matches!(one.place, Place::Seat(..));
                self.attendance.values().filter(|all| all.iter().any(seated)).count()
            }
        };
        u16::try_from(count).unwrap_or(u16::MAX)
    }
}
