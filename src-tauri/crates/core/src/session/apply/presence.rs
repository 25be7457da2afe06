//! Who comes, sits, stands in, leaves: one seat, one vote.

use super::{Applied, Unfit, in_session};
use crate::agenda_item::Part;
use crate::session::attend::recusable;
use crate::session::chunks::Chunks;
use crate::session::command::{Capacity, Mode};
use crate::session::event::{Event, Seated};
use crate::session::state::{
    Entry, Interval, ItemState, PartChange, Phase, Place, Recusal, Snapshot, Substitution,
};
use crate::{AgendaItemId, Moment, PersonId, SeatId};
use alloc::vec::Vec;

/// Since when somebody is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::session) enum Since {
    Opening,
    Moment,
}

/// Starts an interval of presence.
pub(in crate::session) fn come(
    now: &mut Snapshot,
    person: PersonId,
    place: Place,
    at: Moment,
    since: Since,
    mode: Mode,
) -> Applied {
    let intervals = now.attendance.entry(person).or_default();
    if let Some(last) = intervals.last()
        && last.to.is_none_or(|to| to > at)
    {
        return Err(Unfit);
    }
    let since_opening = since == Since::Opening;
    intervals.push(Interval { place, from: at, to: None, since_opening, mode, item: None });
    Ok(())
}

/// One seat, one vote: only its member or the substitute in force sits there, and the substitution
/// ends when the member comes. An adviser who sits in leaves the own seat for it.
pub(super) fn sit(
    now: &mut Snapshot,
    seated: Seated,
    at: Moment,
    since: Since,
    mode: Mode,
) -> Applied {
    let Seated { seat, person, status } = seated;
    let state = now.seats.get(&seat).ok_or(Unfit)?;
    if state.member.is_some_and(|member| member.person == person) {
        end_substitution(now, seat, |_| true, at)?;
        if now.present(person).is_none() {
            stands_in_no_more(now, person, at);
        }
    } else if state.substitution().is_none_or(|substitution| substitution.substitute != person) {
        return Err(Unfit);
    }
    if now.seats.get(&seat).is_none_or(|state| state.occupant.is_some()) {
        return Err(Unfit);
    }
    // Who stood beside the seats (as a guest, say) takes the seat from there.
    let from = now.present(person).is_some_and(|one| match one.place {
        Place::Beside(_) => true,
        Place::Seat(own, _) => own != seat && now.seat_of_member(person) == Some(own),
    });
    if from {
        leave(now, person, at)?;
    }
    come(now, person, Place::Seat(seat, status), at, since, mode)?;
    if let Some(state) = now.seat_mut(seat) {
        state.occupant = Some((person, status));
    }
    Ok(())
}

/// Ends an interval of presence and what hangs on it.
pub(in crate::session) fn leave(now: &mut Snapshot, person: PersonId, at: Moment) -> Applied {
    let interval = now.last_interval_mut(person).filter(|one| one.to.is_none()).ok_or(Unfit)?;
    if interval.from > at {
        return Err(Unfit);
    }
    interval.to = Some(at);
    if let Place::Seat(seat, _) = interval.place
        && let Some(state) = now.seat_mut(seat)
    {
        state.occupant = None;
    }
    // Who is not in the session is not away from its table. A recusal lasts: bias is a matter of the
    // item, not of the presence.
    now.absences.end(at, |one| one.person == person);
    Ok(())
}

/// What was recorded as a departure. Who was there for one item only may have left with it, by a late
/// entry: then there is nothing left to end.
pub(super) fn depart(now: &mut Snapshot, person: PersonId, at: Moment) -> Applied {
    let last = now.attendance.get(&person).and_then(Chunks::last);
    let visit = last.filter(|one| one.to.is_some()).and_then(|one| one.item);
    let over = visit.and_then(|item| now.item(item)).is_some_and(ItemState::settled);
    if over { Ok(()) } else { leave(now, person, at) }
}

/// Who was there for one item leaves when it is closed, or settled with the one above it.
pub(super) fn end_visits(
    now: &mut Snapshot,
    closed: AgendaItemId,
    settles: &[AgendaItemId],
    at: Moment,
) -> Applied {
    let visits = |one: &Interval| {
        let item = one.item.filter(|_| one.to.is_none());
        item.is_some_and(|item| item == closed || settles.contains(&item))
    };
    let last = now.attendance.iter().filter_map(|(person, all)| Some((*person, all.last()?)));
    let gone: Vec<PersonId> = last.filter(|(_, one)| visits(one)).map(|(who, _)| who).collect();
    gone.into_iter().try_for_each(|person| leave(now, person, at))
}

/// Somebody beside the seats came. Who is still there for one item, because a correction took back
/// its closing, stays.
pub(super) fn visit(
    now: &mut Snapshot,
    person: PersonId,
    capacity: Capacity,
    item: Option<AgendaItemId>,
    (at, mode): (Moment, Mode),
) -> Applied {
    if let Some(item) = item {
        now.item(item).ok_or(Unfit)?;
    }
    if now.present(person).is_none_or(|one| one.item.is_none()) {
        come(now, person, Place::Beside(capacity), at, Since::Moment, mode)?;
    }
    if let Some(interval) = now.last_interval_mut(person) {
        interval.item = item;
    }
    Ok(())
}

pub(super) fn seat_substitute(now: &mut Snapshot, event: &Event, at: Moment) -> Applied {
    let Event::SubstituteSeated { seated, represents, basis, mode } = event else {
        return Err(Unfit);
    };
    let Seated { seat, person, status } = *seated;
    let kind = now.seats.get(&seat).ok_or(Unfit)?.kind;
    let elsewhere = now.bound_elsewhere(person).is_some_and(|other| other != seat);
    if elsewhere || now.own_seat_against(person, kind).is_some() {
        return Err(Unfit);
    }
    // Who left a seat and comes back for another member stands in for nobody else any more.
    if let Some(left) = now.seat_of_substitute(person).filter(|other| *other != seat) {
        end_substitution(now, left, |_| true, at)?;
    }
    let state = now.seat_mut(seat).ok_or(Unfit)?;
    if state.occupant.is_some() {
        return Err(Unfit);
    }
    if let Some(last) = state.substitutions.last_mut() {
        last.ended = last.ended.or(Some(at));
    }
    state.substitutions.push(Substitution {
        substitute: person,
        status,
        represents: *represents,
        basis: *basis,
        ended: None,
    });
    match now.phase {
        Phase::Prepared => Ok(()),
        Phase::Open => sit(now, *seated, at, Since::Moment, *mode),
        Phase::New | Phase::Closed => Err(Unfit),
    }
}

/// The substitute leaves the seat: an adviser goes back to the own one, anybody else is a listener now.
pub(super) fn end_substitution(
    now: &mut Snapshot,
    seat: SeatId,
    which: impl Fn(&Substitution) -> bool,
    at: Moment,
) -> Applied {
    let state = now.seat_mut(seat).ok_or(Unfit)?;
    let in_force = state.substitutions.last_mut().filter(|last| last.ended.is_none());
    let Some(last) = in_force.filter(|last| which(last)) else { return Ok(()) };
    last.ended = Some(at);
    let person = last.substitute;
    if state.occupant.is_none_or(|(there, _)| there != person) {
        return Ok(());
    }
    let mode = now.present(person).ok_or(Unfit)?.mode;
    leave(now, person, at)?;
    let Some(seat) = now.seat_of_member(person) else { return Ok(()) };
    let member = now.seats.get(&seat).and_then(|own| own.member).ok_or(Unfit)?;
    sit(now, Seated { seat, person, status: member.status }, at, Since::Moment, mode)
}

/// Whoever comes to the own seat, or is prevented, stands in for nobody any more.
pub(super) fn stands_in_no_more(now: &mut Snapshot, person: PersonId, at: Moment) {
    let seat = now.seat_of_substitute(person);
    let last = seat.and_then(|seat| now.seat_mut(seat)?.substitutions.last_mut());
    if let Some(last) = last {
        last.ended = Some(at);
    }
}

pub(super) fn recuse(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let at = entry.occurred_at;
    match &entry.event {
        Event::RecusalDeclared { person, item, by, .. } => {
            let same = |one: &Recusal| one.person == *person && one.item == *item;
            if now.recusals.lasting().any(same) || !recusable(now, *person) {
                return Err(Unfit);
            }
            now.item(*item).ok_or(Unfit)?;
            let (person, item, by, act) = (*person, *item, *by, entry.act);
            if let Some(state) = now.item_mut(item) {
                state.recused.insert(person);
            }
            now.recusals.begin(Recusal { person, item, from: at, to: None, act, by });
            Ok(())
        }
        Event::RecusalEnded { person, item, absent } => {
            if !absent {
                now.present(*person).ok_or(Unfit)?;
            }
            let settled = now.item(*item).is_some_and(ItemState::settled);
            let same = |one: &Recusal| one.person == *person && one.item == *item;
            if now.recusals.end(at, same) {
                return Ok(());
            }
            // The item may have been closed by a late entry: then there is nothing left to end.
            let over = settled && now.recusals.iter().rev().any(same);
            if over { Ok(()) } else { Err(Unfit) }
        }
        _ => Err(Unfit),
    }
}

pub(super) fn change_part(
    now: &mut Snapshot,
    entry: &Entry,
    part: Part,
    left: &[PersonId],
) -> Applied {
    in_session(now)?;
    if now.part == part {
        return Err(Unfit);
    }
    now.part = part;
    let at = entry.occurred_at;
    now.part_changes.push(PartChange { at, part, left: left.to_vec(), act: entry.act });
    left.iter().try_for_each(|person| depart(now, *person, at))
}
