//! Commands about persons: excuse, substitution, opening, coming and going, recusal, change of part.
//!
//! Each handler looks at the snapshot of the time the act happened and gives events or a refusal.

use super::command::{Command, Mode};
use super::decide::Context;
use super::event::{Event, Seated};
use super::note::Note;
use super::rejection::Rejection;
use super::state::{Interval, Phase, Place, Recusal, SeatState, Snapshot};
use crate::membership::Status;
use crate::rules::attendance::RecusalBasis;
use crate::rules::substitution::{self, Availability, Candidate};
use crate::{AgendaItemId, PersonId, SeatId};
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    match command {
        Command::ExcuseMember { person } => excuse(before, *person, context),
        Command::SeatSubstitute { seat, substitute, mode } => {
            seat_substitute(before, (*seat, *substitute), *mode, context)
        }
        Command::OpenMeeting { .. } => open(before, command, context),
        Command::RecordArrival { person, mode } => arrive(before, *person, *mode, context),
        Command::AdmitAttendee { .. } => admit(before, command, context),
        Command::RecordDeparture { person } => depart(before, *person, context).map(|e| vec![e]),
        Command::DeclareRecusal { person, item, by, note } => {
            recuse(before, *person, *item, *by, note.as_ref(), context)
        }
        Command::EndRecusal { person } => end_recusal(before, *person),
        Command::ChangePart { part, leaving } => {
            in_session(before)?;
            if before.part == *part {
                return Err(Rejection::SamePart);
            }
            for (index, person) in leaving.iter().enumerate() {
                depart(before, *person, context)?;
                if leaving.iter().take(index).any(|gone| gone == person) {
                    return Err(Rejection::NotPresent { person: *person });
                }
            }
            Ok(vec![Event::PartChanged { part: *part, left: leaving.clone() }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

pub(super) fn in_session(before: &Snapshot) -> Result<(), Rejection> {
    if before.phase == Phase::Open { Ok(()) } else { Err(Rejection::NotOpen) }
}

fn excuse(before: &Snapshot, person: PersonId, context: &Context) -> Result<Vec<Event>, Rejection> {
    context.known(person)?;
    let appointed = before.seats.values().any(|seat| {
        seat.personal_substitutes.contains(&person) || seat.substitute_list.contains(&person)
    });
    if before.seat_of_member(person).is_none() && !appointed {
        return Err(Rejection::NoSeat { person });
    }
    if before.present(person).is_some() {
        return Err(Rejection::AlreadyPresent { person });
    }
    if before.excused.contains(&person) {
        return Err(Rejection::AlreadyExcused { person });
    }
    Ok(vec![Event::MemberExcused { person }])
}

/// All appointed substitutes of a seat, with who is free.
pub fn candidates(now: &Snapshot, seat: &SeatState) -> Vec<Candidate> {
    substitution::order(&seat.personal_substitutes, &seat.substitute_list, |person| {
        let own = now.seat_of_member(person);
        let sits = |on: &Interval| matches!(on.place, Place::Seat(seat, _) if Some(seat) != own);
        if now.excused.contains(&person) {
            Availability::Prevented
        } else if now.present(person).is_some_and(sits)
            || now.own_seat_against(person, seat.kind).is_some()
            || now.bound_elsewhere(person).is_some()
        {
            Availability::Seated
        } else {
            Availability::Free
        }
    })
}

/// Who sits on a seat so that nobody can sit in. Bias prevents a member: whoever is represented for the
/// current item leaves the table, and comes back to it.
pub fn held_by(now: &Snapshot, seat: &SeatState) -> Option<PersonId> {
    let (by, _) = seat.occupant?;
    let member = seat.member.is_some_and(|member| member.person == by);
    let biased = now.current.is_some_and(|item| now.recusal(by, item).is_some());
    (!member || !biased).then_some(by)
}

fn seat_substitute(
    before: &Snapshot,
    (seat, substitute): (SeatId, PersonId),
    mode: Mode,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    context.known(substitute)?;
    if before.phase == Phase::Closed {
        return Err(Rejection::NotOpen);
    }
    let state = before.seats.get(&seat).ok_or(Rejection::UnknownSeat { seat })?;
    if let Some(by) = held_by(before, state) {
        return Err(Rejection::SeatAlreadyOccupied { seat, by });
    }
    let mut events = Vec::new();
    if let Some((member, _)) = state.occupant {
        events.push(depart(before, member, context)?);
    }
    let elsewhere = before
        .own_seat_against(substitute, state.kind)
        .or_else(|| before.bound_elsewhere(substitute).filter(|other| *other != seat));
    if let Some(seat) = elsewhere {
        return Err(Rejection::SeatedElsewhere { person: substitute, seat });
    }
    let status = status(before, substitute, context)?;
    let represents = state.member.map(|member| member.person);
    let basis = substitution::basis(&candidates(before, state), substitute);
    let seated = Seated { seat, person: substitute, status };
    // Who is represented is prevented; saying so twice is not needed.
    if let Some(member) = represents.filter(|member| !before.excused.contains(member))
        && before.phase == Phase::Prepared
    {
        events.push(Event::MemberExcused { person: member });
    }
    events.push(Event::SubstituteSeated { seated, represents, basis, mode });
    Ok(events)
}

/// The status of a person on the day of the session.
fn status(before: &Snapshot, person: PersonId, context: &Context) -> Result<Status, Rejection> {
    let plan = before.plan.as_ref().ok_or(Rejection::NotPrepared)?;
    context
        .directory
        .status(person, plan.organization, plan.start.date())
        .ok_or(Rejection::NoStatus { person })
}

/// Where a person sits who was arranged for a seat or has one. Who comes together with the member that
/// was to be represented comes to the own seat.
fn own_seat(
    before: &Snapshot,
    person: PersonId,
    together: &[PersonId],
) -> Result<Seated, Rejection> {
    let none = || Rejection::NoSeat { person };
    let represented = |seat: &SeatId| before.seats.get(seat).and_then(|state| state.member);
    let there = |seat: &SeatId| represented(seat).is_some_and(|m| together.contains(&m.person));
    let own = before.seat_of_member(person);
    let stands_in = before.seat_of_substitute(person).filter(|seat| own.is_none() || !there(seat));
    let seat = stands_in.or(own).ok_or_else(none)?;
    let state = before.seats.get(&seat).ok_or_else(none)?;
    let member = state.member.filter(|member| member.person == person).map(|one| one.status);
    let status = member.or_else(|| state.substitution().map(|one| one.status)).ok_or_else(none)?;
    Ok(Seated { seat, person, status })
}

fn open(before: &Snapshot, command: &Command, context: &Context) -> Result<Vec<Event>, Rejection> {
    let Command::OpenMeeting { chair, clerk, present, officials, guests, remote } = command else {
        return Err(Rejection::NotCorrectable);
    };
    match before.phase {
        Phase::Prepared => {}
        Phase::Open => return Err(Rejection::AlreadyOpen),
        Phase::New | Phase::Closed => return Err(Rejection::NotOpen),
    }
    let mut there = Vec::new();
    for person in present.iter().chain(officials).chain(guests) {
        context.known(*person)?;
        if there.contains(person) {
            return Err(Rejection::AlreadyPresent { person: *person });
        }
        there.push(*person);
    }
    if let Some(person) = remote.iter().find(|one| !there.contains(one)) {
        return Err(Rejection::NotPresent { person: *person });
    }
    context.known(*clerk)?;
    if !there.contains(chair) {
        context.known(*chair)?;
        return Err(Rejection::NotPresent { person: *chair });
    }
    let mut seats: Vec<Seated> = Vec::new();
    let mut events = Vec::new();
    for person in present {
        let seated = own_seat(before, *person, present)?;
        if let Some(taken) = seats.iter().find(|taken| taken.seat == seated.seat) {
            return Err(Rejection::SeatAlreadyOccupied { seat: seated.seat, by: taken.person });
        }
        seats.push(seated);
        if before.seat_of_member(*person) == Some(seated.seat) {
            events.extend(end_of_substitution(before, seated.seat));
        }
    }
    events.push(Event::MeetingOpened {
        chair: *chair,
        clerk: *clerk,
        present: seats,
        officials: officials.clone(),
        guests: guests.clone(),
        remote: remote.clone(),
    });
    Ok(events)
}

/// The represented person came: the substitution is over.
fn end_of_substitution(before: &Snapshot, seat: SeatId) -> Option<Event> {
    let substitution = before.seats.get(&seat).and_then(|seat| seat.substitution())?;
    Some(Event::SubstitutionEnded { seat, substitute: substitution.substitute })
}

fn arrive(
    before: &Snapshot,
    person: PersonId,
    mode: Mode,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    context.known(person)?;
    in_session(before)?;
    if let Some(interval) = before.present(person)
        && matches!(interval.place, Place::Seat(..))
    {
        return Err(Rejection::AlreadyPresent { person });
    }
    let seated = own_seat(before, person, &[])?;
    let mut events = Vec::new();
    if before.seat_of_member(person) == Some(seated.seat) {
        events.extend(end_of_substitution(before, seated.seat));
    }
    events.push(Event::MemberArrived { seated, mode });
    Ok(events)
}

fn admit(before: &Snapshot, command: &Command, context: &Context) -> Result<Vec<Event>, Rejection> {
    let Command::AdmitAttendee { person, capacity, mode, item } = *command else {
        return Err(Rejection::NotCorrectable);
    };
    context.known(person)?;
    in_session(before)?;
    if before.present(person).is_some() {
        return Err(Rejection::AlreadyPresent { person });
    }
    if let Some(item) = item {
        before.item(item).ok_or(Rejection::UnknownItem { item })?;
    }
    Ok(vec![Event::AttendeeArrived { person, capacity, mode, item }])
}

fn depart(before: &Snapshot, person: PersonId, context: &Context) -> Result<Event, Rejection> {
    context.known(person)?;
    in_session(before)?;
    let Some(interval) = before.present(person) else {
        return Err(Rejection::NotPresent { person });
    };
    Ok(match interval.place {
        Place::Seat(seat, status) => Event::MemberDeparted(Seated { seat, person, status }),
        Place::Beside(capacity) => Event::AttendeeDeparted { person, capacity },
    })
}

/// Bias concerns who is there, and members whether they are there or not: how many of them are barred
/// decides in some Länder how many suffice.
pub(super) fn recusable(now: &Snapshot, person: PersonId) -> bool {
    now.present(person).is_some() || now.seat_of_member(person).is_some()
}

fn recuse(
    before: &Snapshot,
    person: PersonId,
    item: AgendaItemId,
    by: RecusalBasis,
    note: Option<&Note>,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    context.known(person)?;
    in_session(before)?;
    before.item(item).ok_or(Rejection::UnknownItem { item })?;
    if !recusable(before, person) {
        return Err(Rejection::NotPresent { person });
    }
    let lasts = |one: &Recusal| one.person == person && one.item == item;
    if before.recusals.lasting().any(lasts) {
        return Err(Rejection::AlreadyRecused { person });
    }
    Ok(vec![Event::RecusalDeclared { person, item, by, note: context.note(note) }])
}

fn end_recusal(before: &Snapshot, person: PersonId) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    let own = |one: &&Recusal| one.person == person;
    let last = before.recusals.lasting().rev().find(own).ok_or(Rejection::NotRecused { person })?;
    let absent = before.present(person).is_none();
    let ended = |item| Event::RecusalEnded { person, item, absent };
    let counting = before.current.into_iter().flat_map(|item| before.recusals_for(item));
    let events: Vec<Event> =
        counting.filter(|one| one.person == person).map(|one| ended(one.item)).collect();
    Ok(if events.is_empty() { vec![ended(last.item)] } else { events })
}
