//! Leaving the table without leaving the session: an outage, the public area, one item without bias.
//!
//! Who is away stays in the session and on the seat, but takes no part and does not count
//! (OVG NRW 23.12.1974 - III A 42/73). When it counts for an item, `table` says.

use super::apply::{Applied, Unfit, in_session};
use super::attend;
use super::command::Command;
use super::decide::Context;
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Absence, Entry, Snapshot};
use crate::PersonId;
use crate::rules::attendance::AbsenceCause;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    match command {
        Command::RecordAbsence { person, cause } => begin(before, *person, *cause, context),
        Command::EndAbsence { person } => {
            context.known(*person)?;
            attend::in_session(before)?;
            let last = before.absence(*person).ok_or(Rejection::NotAway { person: *person })?;
            Ok(vec![Event::AbsenceEnded { person: *person, cause: last.cause }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

fn begin(
    before: &Snapshot,
    person: PersonId,
    cause: AbsenceCause,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    context.known(person)?;
    attend::in_session(before)?;
    if let Some(item) = cause.item() {
        before.item(item).ok_or(Rejection::UnknownItem { item })?;
    }
    if before.present(person).is_none() {
        return Err(Rejection::NotPresent { person });
    }
    if before.absences.lasting().any(|one| same(one, person, cause)) {
        return Err(Rejection::AlreadyAway { person });
    }
    Ok(vec![Event::AbsenceBegan { person, cause }])
}

fn same(one: &Absence, person: PersonId, cause: AbsenceCause) -> bool {
    one.person == person && one.cause == cause
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let at = entry.occurred_at;
    match entry.event {
        Event::AbsenceBegan { person, cause } => {
            if let Some(item) = cause.item() {
                now.item(item).ok_or(Unfit)?;
            }
            let twice = now.absences.lasting().any(|one| same(one, person, cause));
            if twice || now.present(person).is_none() {
                return Err(Unfit);
            }
            now.absences.begin(Absence { person, cause, from: at, to: None, act: entry.act });
            Ok(())
        }
        Event::AbsenceEnded { person, cause } => {
            // A late entry may have ended it before: a departure, the closing of the item.
            now.absences.end(at, |one| same(one, person, cause));
            Ok(())
        }
        _ => Err(Unfit),
    }
}
