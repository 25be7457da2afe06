//! Who chairs, who keeps the minutes, when the session is interrupted.
//!
//! Whoever does not come back after a recess left when it began: that is what the minutes have to
//! say, and nobody saw a later moment. Who did something in between (came, was away from the table,
//! was biased, voted, took the chair) was there, and left at the latest when the session went on:
//! that moment is taken then. The state at a moment within the recess still has such a person in
//! the session; the state after it has the interval as it was.

use super::apply::{Applied, Unfit, in_session, leave};
use super::attend;
use super::command::Command;
use super::decide::{Context, NewEvent};
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Entry, Snapshot, State, Term};
use crate::motion::Mover;
use crate::{Moment, PersonId};
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use chrono::NaiveDate;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    attend::in_session(before)?;
    match command {
        Command::ChangeChair { chair } => {
            context.known(*chair)?;
            if before.present(*chair).is_none() {
                return Err(Rejection::NotPresent { person: *chair });
            }
            if before.chair == Some(*chair) {
                return Err(Rejection::AlreadyInChair { person: *chair });
            }
            Ok(vec![Event::ChairChanged { chair: *chair }])
        }
        Command::ChangeClerk { clerk } => {
            context.known(*clerk)?;
            if before.clerk == Some(*clerk) {
                return Err(Rejection::AlreadyClerk { person: *clerk });
            }
            Ok(vec![Event::ClerkChanged { clerk: *clerk }])
        }
        Command::InterruptMeeting {} => match before.interrupted() {
            Some(since) => Err(Rejection::AlreadyInterrupted { since }),
            None => Ok(vec![Event::MeetingInterrupted {}]),
        },
        Command::AdjournMeeting { to } => {
            // A day that was named and has not come may be put off, or be an earlier one.
            let held = before.days().count() - usize::from(before.continues().is_some());
            let another = before.days().take(held).all(|day| to.date() > day);
            if !another || *to <= context.at {
                return Err(Rejection::NotAnotherDay);
            }
            Ok(vec![Event::MeetingAdjourned { to: *to }])
        }
        Command::ResumeMeeting { missing } => {
            before.interrupted().ok_or(Rejection::NotInterrupted)?;
            for (index, person) in missing.iter().enumerate() {
                context.known(*person)?;
                let again = missing.iter().take(index).any(|gone| gone == person);
                if again || before.present(*person).is_none() {
                    return Err(Rejection::NotPresent { person: *person });
                }
            }
            Ok(vec![Event::MeetingResumed { missing: missing.clone() }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let (from, act) = (entry.occurred_at, entry.act);
    match &entry.event {
        Event::ChairChanged { chair } => {
            now.present(*chair).ok_or(Unfit)?;
            // A late entry, or another chair at the opening, may have said so before.
            if now.chair != Some(*chair) {
                now.chair = Some(*chair);
                now.chairs.push(Term { person: *chair, from, act });
            }
            Ok(())
        }
        Event::ClerkChanged { clerk } => {
            if now.clerk != Some(*clerk) {
                now.clerk = Some(*clerk);
                now.clerks.push(Term { person: *clerk, from, act });
            }
            Ok(())
        }
        Event::MeetingInterrupted {} => {
            // A recess that is entered late comes in two acts; after the first of them it runs into
            // the next one.
            if now.interrupted().is_none() {
                now.recesses.push((from, None));
            }
            Ok(())
        }
        Event::MeetingAdjourned { to } => {
            let since = now.interrupted().unwrap_or(from);
            if now.interrupted().is_none() {
                now.recesses.push((from, None));
            }
            // The day may be put off again while it lasts.
            match now.adjourned.last_mut().filter(|(began, _)| *began == since) {
                Some((_, day)) => *day = *to,
                None => now.adjourned.push((since, *to)),
            }
            Ok(())
        }
        Event::MeetingResumed { missing } => resume(now, missing, from),
        _ => Err(Unfit),
    }
}

fn resume(now: &mut Snapshot, missing: &[PersonId], at: Moment) -> Applied {
    let since = now.interrupted();
    now.end_recess(at);
    for person in missing {
        // Who left meanwhile, by another entry, did so then.
        if now.present(*person).is_some() {
            let began = since.filter(|since| !now.seen_since(*person, *since));
            leave(now, *person, began.unwrap_or(at))?;
        }
    }
    Ok(())
}

/// A session whose continuation is taken back has no acts on that day.
pub(super) fn days_stand(
    state: &State,
    next: &State,
    events: &[NewEvent],
) -> Result<(), Rejection> {
    let adjourns = |entry: &Arc<Entry>| matches!(entry.event, Event::MeetingAdjourned { .. });
    let taken_back = events.iter().any(|new| match &new.event {
        Event::ActWithdrawn { act } => state.entries_of(*act).any(adjourns),
        _ => false,
    });
    let Some(first) = next.now.days().next().filter(|_| taken_back) else { return Ok(()) };
    let of_the_office = |event: &Event| {
        matches!(
            event,
            Event::AttachmentListed { .. }
                | Event::MeetingPrepared { .. }
                | Event::ResultWorded { .. }
        ) || event.about_the_record()
    };
    let stray = next.entries.iter().find(|entry| {
        let day = entry.occurred_at.date();
        let stands = next.stands(entry) && !of_the_office(&entry.event);
        stands && day > first && !next.now.meets_on(day)
    });
    stray.map_or(Ok(()), |entry| {
        let (act, at, kind) = (entry.act, entry.occurred_at, entry.event.kind());
        Err(Rejection::Contradicts { act, at, kind })
    })
}

impl Snapshot {
    /// The days of the session: the planned one, and those it was adjourned to.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let planned = self.plan.iter().map(|plan| plan.start.date());
        planned.chain(self.adjourned.iter().map(|(_, to)| to.date()))
    }

    /// Whether a day is one of the session, or the night after one.
    pub(super) fn meets_on(&self, day: NaiveDate) -> bool {
        self.days().any(|one| one == day || one.succ_opt() == Some(day))
    }

    /// When an interrupted session goes on, if that is on another day.
    pub fn continues(&self) -> Option<Moment> {
        let since = self.interrupted()?;
        self.adjourned.last().filter(|(began, _)| *began == since).map(|(_, to)| *to)
    }

    /// Ends the recess, if there is one.
    pub(super) fn end_recess(&mut self, at: Moment) {
        if self.interrupted().is_some()
            && let Some((_, to)) = self.recesses.last_mut()
        {
            *to = Some(at);
        }
    }

    /// Whether something recorded after a moment shows that the person was there. The minute itself
    /// does not count: what was done in it may lie before the moment.
    fn seen_since(&self, person: PersonId, since: Moment) -> bool {
        let after = |at: Moment| at > since;
        let span = |from, to: Option<Moment>| after(from) || to.is_some_and(after);
        self.present(person).is_some_and(|one| after(one.from))
            || self.absences.iter().any(|one| one.person == person && span(one.from, one.to))
            || self.recusals.iter().any(|one| one.person == person && span(one.from, one.to))
            || self.chairs.iter().rev().any(|one| one.person == person && after(one.from))
            || self.voted_since(person, since)
            || self
                .motions
                .iter()
                .rev()
                .take_while(|one| after(one.at))
                .any(|one| one.motion.movers.contains(&Mover::Person(person)))
    }

    fn voted_since(&self, person: PersonId, since: Moment) -> bool {
        let sits = |seats: &[crate::rules::attendance::SeatNow]| {
            seats.iter().any(|seat| seat.occupant.is_some_and(|(who, _)| who == person))
        };
        let votes = self.votes.iter().rev().take_while(|vote| vote.opened > since);
        votes.into_iter().any(|vote| sits(&vote.seats))
    }
}
