//! What one event does to the snapshot, or that it cannot have happened there.
//!
//! It holds what the time alone decides (who comes must not be there already); law and master data
//! are never asked. A consequence that the event itself brings (the represented member comes, so the
//! substitution ends) is drawn here, so that it is also drawn where a late entry changes what it
//! meets.

use super::command::Capacity::{Guest, Official};
use super::event::{Event, Seated};
use super::state::{
    ClosedVote, Entry, Interval, ItemState, PartChange, Phase, Place, QuorumFinding,
    RecordedOutcome, Recusal, SeatState, Snapshot, Substitution, Vote,
};
use crate::agenda_item::{AgendaItem, Part};
use crate::rules::quorum::Finding;
use crate::{AgendaItemId, Moment, PersonId, SeatId};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The event does not fit the snapshot.
pub(super) struct Unfit;

type Applied = Result<(), Unfit>;

/// Puts one event into the snapshot. After a refusal the snapshot is of no use.
pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    match &entry.event {
        Event::MeetingPrepared { .. } => prepare(now, &entry.event),
        Event::MeetingOpened { .. }
        | Event::MemberExcused { .. }
        | Event::SubstituteSeated { .. }
        | Event::SubstitutionEnded { .. }
        | Event::MemberArrived(_)
        | Event::MemberDeparted(_)
        | Event::AttendeeArrived { .. }
        | Event::AttendeeDeparted { .. }
        | Event::RecusalDeclared { .. }
        | Event::RecusalEnded { .. }
        | Event::PartChanged { .. } => presence(now, entry),
        Event::InvitationConfirmed {}
        | Event::QuorumEstablished { .. }
        | Event::LackOfQuorumDeclared { .. }
        | Event::ItemCalled { .. }
        | Event::ItemClosed { .. }
        | Event::ItemAdded { .. }
        | Event::OutcomeRecorded { .. }
        | Event::VoteOpened { .. }
        | Event::VoteClosed { .. }
        | Event::AttachmentListed { .. }
        | Event::MeetingClosed {} => business(now, entry),
        Event::BasisChanged { .. }
        | Event::BasisConfirmed { .. }
        | Event::TextFixed { .. }
        | Event::ActWithdrawn { .. } => {
            about_the_record(now, &entry.event);
            Ok(())
        }
    }
}

/// Who is there.
fn presence(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::MemberExcused { person } => {
            now.excused.insert(*person);
            excused_substitute(now, *person, at);
            Ok(())
        }
        Event::SubstituteSeated { .. } => seat_substitute(now, &entry.event, at),
        Event::SubstitutionEnded { seat, substitute } => {
            // What it ended may have been taken back since; then there is nothing to end.
            end_substitution(now, *seat, |substitution| substitution.substitute == *substitute, at)
        }
        Event::MeetingOpened { .. } => open(now, &entry.event, at),
        Event::MemberArrived(seated) => {
            in_session(now)?;
            sit(now, *seated, at, Since::Moment)
        }
        Event::MemberDeparted(Seated { person, .. }) | Event::AttendeeDeparted { person, .. } => {
            in_session(now)?;
            leave(now, *person, at)
        }
        Event::AttendeeArrived { person, capacity } => {
            in_session(now)?;
            come(now, *person, Place::Beside(*capacity), at, Since::Moment)
        }
        Event::PartChanged { part, left } => change_part(now, entry, *part, left),
        _ => recuse(now, entry),
    }
}

/// What is dealt with.
fn business(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::ItemAdded { item, .. } => return add_item(now, item),
        Event::AttachmentListed { attachment } => {
            if now.attachments.iter().any(|listed| listed.id == attachment.id) {
                return Err(Unfit);
            }
            if let Some(item) = attachment.item {
                now.item(item).ok_or(Unfit)?;
            }
            now.attachments.push(attachment.clone());
            return Ok(());
        }
        _ => in_session(now)?,
    }
    match &entry.event {
        Event::InvitationConfirmed {} => now.invitation_confirmed = Some(at),
        Event::QuorumEstablished { basis } => {
            let basis = Arc::new(basis.clone());
            now.findings.push(QuorumFinding { at, finding: Finding::Quorate, basis });
        }
        Event::LackOfQuorumDeclared { basis } => {
            let basis = Arc::new(basis.clone());
            now.findings.push(QuorumFinding { at, finding: Finding::Lacking, basis });
        }
        Event::MeetingClosed {} => {
            now.phase = Phase::Closed;
            now.closed = Some(at);
            now.current = None;
        }
        Event::VoteOpened { .. } | Event::VoteClosed { .. } => return vote(now, entry),
        _ => return deal_with_item(now, entry),
    }
    Ok(())
}

fn in_session(now: &Snapshot) -> Applied {
    if now.phase == Phase::Open { Ok(()) } else { Err(Unfit) }
}

fn prepare(now: &mut Snapshot, event: &Event) -> Applied {
    let Event::MeetingPrepared { plan, profile, roster } = event else { return Err(Unfit) };
    if now.phase != Phase::New {
        return Err(Unfit);
    }
    now.phase = Phase::Prepared;
    now.profile = Some(profile.clone());
    now.items = plan.agenda.iter().map(|item| new_item(item.clone(), false)).collect();
    now.plan = Some(Arc::new(plan.clone()));
    for seat in roster {
        let state = SeatState {
            number: seat.number,
            kind: seat.kind,
            member: seat.member,
            personal_substitutes: seat.personal_substitutes.clone(),
            substitute_list: seat.substitute_list.clone(),
            substitutions: Vec::new(),
            occupant: None,
        };
        now.seats.insert(seat.seat, state);
    }
    Ok(())
}

fn new_item(item: AgendaItem, added: bool) -> ItemState {
    ItemState {
        item,
        added,
        called: Vec::new(),
        closed: None,
        settled_with: None,
        outcomes: Vec::new(),
        fixed: None,
    }
}

fn add_item(now: &mut Snapshot, item: &AgendaItem) -> Applied {
    let parent_there = item.parent.is_none_or(|parent| now.item(parent).is_some());
    if !matches!(now.phase, Phase::Prepared | Phase::Open)
        || !parent_there
        || now.item(item.id).is_some()
    {
        return Err(Unfit);
    }
    let place = place_of_new_item(now, item.part, item.parent);
    now.items.insert(place.min(now.items.len()), new_item(item.clone(), true));
    Ok(())
}

/// A new sub-item stands after the last one below its parent, any other at the end of its part.
fn place_of_new_item(now: &Snapshot, part: Part, parent: Option<AgendaItemId>) -> usize {
    let belongs = |state: &ItemState| match parent {
        Some(parent) => now.within(state.item.id, parent),
        None => state.item.part <= part,
    };
    now.items.iter().rposition(belongs).map_or(0, |index| index + 1)
}

fn open(now: &mut Snapshot, event: &Event, at: Moment) -> Applied {
    let Event::MeetingOpened { chair, clerk, present, officials, guests } = event else {
        return Err(Unfit);
    };
    if now.phase != Phase::Prepared {
        return Err(Unfit);
    }
    now.phase = Phase::Open;
    now.opened = Some(at);
    now.chair = Some(*chair);
    now.clerk = Some(*clerk);
    for seated in present {
        sit(now, *seated, at, Since::Opening)?;
    }
    for (persons, capacity) in [(officials, Official), (guests, Guest)] {
        for person in persons {
            come(now, *person, Place::Beside(capacity), at, Since::Opening)?;
        }
    }
    Ok(())
}

/// Since when somebody is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    Opening,
    Moment,
}

/// Starts an interval of presence.
fn come(now: &mut Snapshot, person: PersonId, place: Place, at: Moment, since: Since) -> Applied {
    let intervals = now.attendance.entry(person).or_default();
    if let Some(last) = intervals.last()
        && last.to.is_none_or(|to| to > at)
    {
        return Err(Unfit);
    }
    let since_opening = since == Since::Opening;
    intervals.push(Interval { place, from: at, to: None, since_opening });
    Ok(())
}

/// One seat, one vote: only its member or the substitute in force sits there, and the substitution
/// ends when the member comes.
fn sit(now: &mut Snapshot, seated: Seated, at: Moment, since: Since) -> Applied {
    let Seated { seat, person, status } = seated;
    let state = now.seats.get(&seat).ok_or(Unfit)?;
    if state.member.is_some_and(|member| member.person == person) {
        end_substitution(now, seat, |_| true, at)?;
    } else if state.substitution().is_none_or(|substitution| substitution.substitute != person) {
        return Err(Unfit);
    }
    if now.seats.get(&seat).is_none_or(|state| state.occupant.is_some()) {
        return Err(Unfit);
    }
    // Who stood beside the seats (as a guest, say) takes the seat from there.
    if let Some(Interval { place: Place::Beside(_), .. }) = now.present(person) {
        leave(now, person, at)?;
    }
    come(now, person, Place::Seat(seat, status), at, since)?;
    if let Some(state) = now.seats.get_mut(&seat) {
        state.occupant = Some((person, status));
    }
    Ok(())
}

/// Ends an interval of presence and what hangs on it.
fn leave(now: &mut Snapshot, person: PersonId, at: Moment) -> Applied {
    let last = now.attendance.get_mut(&person).and_then(|intervals| intervals.last_mut());
    let interval = last.filter(|interval| interval.to.is_none()).ok_or(Unfit)?;
    if interval.from > at {
        return Err(Unfit);
    }
    interval.to = Some(at);
    if let Place::Seat(seat, _) = interval.place
        && let Some(state) = now.seats.get_mut(&seat)
    {
        state.occupant = None;
    }
    // A recusal lasts: bias is a matter of the item, not of the presence.
    Ok(())
}

fn seat_substitute(now: &mut Snapshot, event: &Event, at: Moment) -> Applied {
    let Event::SubstituteSeated { seated, represents, basis } = event else { return Err(Unfit) };
    let Seated { seat, person, status } = *seated;
    let elsewhere = now.seat_of_substitute(person).is_some_and(|other| other != seat);
    if elsewhere || now.seat_of_member(person).is_some() {
        return Err(Unfit);
    }
    let state = now.seats.get_mut(&seat).ok_or(Unfit)?;
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
        Phase::Open => sit(now, *seated, at, Since::Moment),
        Phase::New | Phase::Closed => Err(Unfit),
    }
}

fn end_substitution(
    now: &mut Snapshot,
    seat: SeatId,
    which: impl Fn(&Substitution) -> bool,
    at: Moment,
) -> Applied {
    let state = now.seats.get_mut(&seat).ok_or(Unfit)?;
    let in_force = state.substitutions.last_mut().filter(|last| last.ended.is_none());
    let Some(last) = in_force.filter(|last| which(last)) else { return Ok(()) };
    last.ended = Some(at);
    let substitute = last.substitute;
    if state.occupant.is_some_and(|(person, _)| person == substitute) {
        leave(now, substitute, at)?;
    }
    Ok(())
}

/// A substitute who is prevented too stands in for nobody any more: the next in the order may.
fn excused_substitute(now: &mut Snapshot, person: PersonId, at: Moment) {
    let seat = now.seat_of_substitute(person).filter(|_| now.present(person).is_none());
    let last = seat.and_then(|seat| now.seats.get_mut(&seat)?.substitutions.last_mut());
    if let Some(last) = last {
        last.ended = last.ended.or(Some(at));
    }
}

fn recuse(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let at = entry.occurred_at;
    match &entry.event {
        Event::RecusalDeclared { person, item, .. } => {
            now.item(*item).ok_or(Unfit)?;
            let same = |one: &Recusal| one.person == *person && one.item == *item;
            if now.recusals.iter().any(|one| one.to.is_none() && same(one))
                || now.present(*person).is_none()
            {
                return Err(Unfit);
            }
            let (person, item) = (*person, *item);
            now.recusals.push(Recusal { person, item, from: at, to: None, act: entry.act });
            Ok(())
        }
        Event::RecusalEnded { person, item } => {
            now.present(*person).ok_or(Unfit)?;
            let settled = now.item(*item).is_some_and(ItemState::settled);
            let same = |one: &&mut Recusal| one.person == *person && one.item == *item;
            let last = now.recusals.iter_mut().rev().find(same).ok_or(Unfit)?;
            // The item may have been closed by a late entry: then there is nothing left to end.
            if last.to.is_some() && !settled {
                return Err(Unfit);
            }
            last.to = last.to.or(Some(at));
            Ok(())
        }
        _ => Err(Unfit),
    }
}

fn deal_with_item(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::ItemCalled { item } => {
            let state = item_mut(now, *item)?;
            state.called.push(at);
            state.closed = None;
            state.settled_with = None;
            now.current = Some(*item);
        }
        Event::ItemClosed { item, settles } => {
            let state = item_mut(now, *item)?;
            if state.called.is_empty() || state.settled() {
                return Err(Unfit);
            }
            state.closed = Some(at);
            for sub in settles {
                let state = item_mut(now, *sub)?;
                if state.settled() {
                    return Err(Unfit);
                }
                state.settled_with = Some(*item);
            }
            if now.current.is_some_and(|current| current == *item || settles.contains(&current)) {
                now.current = None;
            }
            now.end_recusals(*item, at);
        }
        Event::OutcomeRecorded { item, outcome, wording } => {
            let (outcome, wording) = (*outcome, wording.clone());
            let recorded = RecordedOutcome { outcome, wording, at, act: entry.act };
            item_mut(now, *item)?.outcomes.push(recorded);
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

fn item_mut(now: &mut Snapshot, id: AgendaItemId) -> Result<&mut ItemState, Unfit> {
    now.items.iter_mut().find(|state| state.item.id == id).ok_or(Unfit)
}

fn vote(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::VoteOpened { vote, item, basis } => {
            now.item(*item).ok_or(Unfit)?;
            if now.vote(*vote).is_some() {
                return Err(Unfit);
            }
            let seats = Arc::new(now.seats_for(Some(*item)));
            let finding = now.finding();
            now.votes.push(Vote {
                id: *vote,
                act: entry.act,
                item: *item,
                opened: at,
                basis: Arc::new(basis.clone()),
                seats,
                finding,
                closed: None,
                changed: None,
                confirmed: None,
            });
            Ok(())
        }
        Event::VoteClosed { vote, wording_put, tally, announced, result, .. } => {
            // The vote that is closed was opened last, as a rule.
            let open = now.votes.iter_mut().rev().find(|v| v.id == *vote).ok_or(Unfit)?;
            if open.closed.is_some() {
                return Err(Unfit);
            }
            open.closed = Some(Arc::new(ClosedVote {
                at,
                wording_put: wording_put.clone(),
                tally: tally.clone(),
                announced: *announced,
                result: result.clone(),
            }));
            Ok(())
        }
        _ => Err(Unfit),
    }
}

fn change_part(now: &mut Snapshot, entry: &Entry, part: Part, left: &[PersonId]) -> Applied {
    in_session(now)?;
    if now.part == part {
        return Err(Unfit);
    }
    now.part = part;
    let at = entry.occurred_at;
    now.part_changes.push(PartChange { at, part, left: left.to_vec(), act: entry.act });
    left.iter().try_for_each(|person| leave(now, *person, at))
}

/// Never fails: what it speaks of may have been taken back since.
fn about_the_record(now: &mut Snapshot, event: &Event) {
    match event {
        Event::BasisChanged { vote, new, .. } => {
            if let Some(vote) = now.votes.iter_mut().find(|v| v.id == *vote) {
                // Back to what was settled: there is nothing to settle any more.
                let settled = vote.settled_basis().same_persons(new);
                vote.changed = (!settled).then(|| Arc::new(new.clone()));
            }
        }
        Event::BasisConfirmed { vote, .. } => {
            if let Some(vote) = now.votes.iter_mut().find(|v| v.id == *vote)
                && let Some(changed) = vote.changed.take()
            {
                vote.confirmed = Some(changed);
            }
        }
        Event::TextFixed { item, version, digest } => {
            if let Ok(state) = item_mut(now, *item) {
                state.fixed = Some((*version, *digest));
            }
        }
        _ => {}
    }
}
