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
use crate::proceeding::Proceeding;
use crate::rules::attendance::{self, SeatNow};
use crate::rules::profile::RuleProfile;
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
            let (seats, sheet) = (Arc::new(now.seats_now()), now.ever_seated());
            let (source, counted) = (*source, *counted);
            now.checks.push(PresenceCheck { source, counted, seats, sheet, at, act });
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

impl Snapshot {
    /// How many the list has: at the table with a vote, or ever on a seat in this session.
    pub fn listed(&self, profile: &RuleProfile, source: PresenceSource) -> u16 {
        match source {
            PresenceSource::Table => entitled(profile, &self.seats_now()),
            PresenceSource::Sheet => self.ever_seated(),
        }
    }

    fn ever_seated(&self) -> u16 {
        let seated = |one: &super::state::Interval| matches!(one.place, Place::Seat(..));
        number(self.attendance.values().filter(|all| all.iter().any(seated)).count())
    }
}

impl PresenceCheck {
    /// How many the list has for that moment, as the record is known today.
    pub fn listed(&self, profile: &RuleProfile) -> u16 {
        match self.source {
            PresenceSource::Table => entitled(profile, &self.seats),
            PresenceSource::Sheet => self.sheet,
        }
    }
}

/// Who advises has no vote wherever the person sits (§ 58 Abs. 4 GO NRW, § 41 Abs. 6 KrO NRW).
fn entitled(profile: &RuleProfile, seats: &[SeatNow]) -> u16 {
    number(attendance::entitled(profile, seats).len())
}

fn number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
