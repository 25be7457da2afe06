//! What one event does to the snapshot, or that it cannot have happened there.
//!
//! It holds what the time alone decides (who comes must not be there already); law and master data
//! are never asked. A consequence that the event itself brings (the represented member comes, so the
//! substitution ends) is drawn here, so that it is also drawn where a late entry changes what it
//! meets.

mod business;
mod presence;

pub(super) use presence::leave;

use super::basis::Basis;
use super::chunks::Chunks;
use super::command::Capacity::{Guest, Official};
use super::command::Mode;
use super::event::{Event, Seated};
use super::state::{Entry, ItemState, Phase, Place, QuorumFinding, SeatState, Snapshot, Term};
use super::{agenda, away, conduct, elections, motions, proceedings, wordings};
use crate::AgendaItemId;
use crate::agenda_item::{AgendaItem, Part};
use crate::rules::quorum::Finding;
use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;
use business::{deal_with_item, vote};
use presence::{
    Since, change_part, come, depart, end_substitution, recuse, seat_substitute, sit,
    stands_in_no_more, visit,
};

/// The event does not fit the snapshot.
pub(super) struct Unfit;

pub(super) type Applied = Result<(), Unfit>;

/// Puts one event into the snapshot. After a refusal the snapshot is of no use.
pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    match &entry.event {
        Event::MeetingPrepared { .. } => prepare(now, &entry.event),
        Event::MeetingOpened { .. }
        | Event::MemberExcused { .. }
        | Event::SubstituteSeated { .. }
        | Event::SubstitutionEnded { .. }
        | Event::MemberArrived { .. }
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
        Event::AbsenceBegan { .. } | Event::AbsenceEnded { .. } => away::apply(now, entry),
        Event::ChairChanged { .. }
        | Event::ClerkChanged { .. }
        | Event::MeetingInterrupted {}
        | Event::MeetingAdjourned { .. }
        | Event::MeetingResumed { .. } => conduct::apply(now, entry),
        Event::ItemMoved { .. } | Event::ItemsJoined { .. } => agenda::apply(now, entry),
        Event::MotionFiled { .. }
        | Event::MotionWithdrawn { .. }
        | Event::VoteMethodRequested { .. } => motions::apply(now, entry),
        Event::ElectionOpened { .. }
        | Event::RoundClosed { .. }
        | Event::CandidacyWithdrawn { .. }
        | Event::RunoffSettled { .. }
        | Event::LotDrawn { .. }
        | Event::ElectionAnswered { .. } => elections::apply(now, entry),
        Event::ProceedingRecorded { .. } | Event::PresenceChecked { .. } => {
            proceedings::apply(now, entry)
        }
        Event::ResultWorded { .. } => wordings::apply(now, entry),
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
            // A substitute who is prevented too leaves the seat to the next in the order.
            if now.present(*person).is_none() {
                stands_in_no_more(now, *person, at);
            }
            Ok(())
        }
        Event::SubstituteSeated { .. } => seat_substitute(now, &entry.event, at),
        Event::SubstitutionEnded { seat, substitute } => {
            // What it ended may have been taken back since; then there is nothing to end.
            end_substitution(now, *seat, |substitution| substitution.substitute == *substitute, at)
        }
        Event::MeetingOpened { .. } => open(now, entry),
        Event::MemberArrived { seated, mode } => {
            in_session(now)?;
            sit(now, *seated, at, Since::Moment, *mode)
        }
        Event::MemberDeparted(Seated { person, .. }) | Event::AttendeeDeparted { person, .. } => {
            in_session(now)?;
            depart(now, *person, at)
        }
        Event::AttendeeArrived { person, capacity, mode, item } => {
            in_session(now)?;
            visit(now, *person, *capacity, *item, (at, *mode))
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
        Event::QuorumEstablished { basis } => found(now, entry, Finding::Quorate, basis),
        Event::LackOfQuorumDeclared { basis } => found(now, entry, Finding::Lacking, basis),
        Event::MeetingClosed {} => {
            now.phase = Phase::Closed;
            now.closed = Some(at);
            now.end_recess(at);
            now.current = None;
        }
        Event::VoteOpened { .. } | Event::VoteClosed { .. } => return vote(now, entry),
        _ => return deal_with_item(now, entry),
    }
    Ok(())
}

fn found(now: &mut Snapshot, entry: &Entry, finding: Finding, basis: &Basis) {
    let seats = Arc::new(now.seats_now());
    let second_call = now.second_call(now.current);
    let (at, act, basis) = (entry.occurred_at, entry.act, Arc::new(basis.clone()));
    now.findings.push(QuorumFinding { at, act, finding, basis, seats, second_call });
}

pub(super) fn in_session(now: &Snapshot) -> Applied {
    if now.phase == Phase::Open { Ok(()) } else { Err(Unfit) }
}

fn prepare(now: &mut Snapshot, event: &Event) -> Applied {
    let Event::MeetingPrepared { plan, profile, roster, local_rule, template } = event else {
        return Err(Unfit);
    };
    if now.phase != Phase::New {
        return Err(Unfit);
    }
    now.phase = Phase::Prepared;
    now.profile = Some(profile.clone());
    now.local_rule = local_rule.clone().map(Arc::new);
    now.template = template.as_deref().cloned().map(Arc::new);
    now.items = plan.agenda.iter().map(|item| new_item(item.clone(), false)).collect();
    now.plan = Some(Arc::new(plan.clone()));
    for seat in roster {
        let state = SeatState {
            number: seat.number,
            kind: seat.kind,
            member: seat.member,
            personal_substitutes: seat.personal_substitutes.clone(),
            substitute_list: seat.substitute_list.clone(),
            substitutions: Chunks::default(),
            occupant: None,
        };
        now.seats.insert(seat.seat, Arc::new(state));
    }
    Ok(())
}

fn new_item(item: AgendaItem, added: bool) -> Arc<ItemState> {
    Arc::new(ItemState {
        item,
        added,
        called: Chunks::default(),
        closed: None,
        settled_with: None,
        outcomes: Chunks::default(),
        fixed: None,
        joined_with: Vec::new(),
        votes: 0,
        pending: Vec::new(),
        granted: None,
        recused: BTreeSet::new(),
    })
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
pub(super) fn place_of_new_item(now: &Snapshot, part: Part, parent: Option<AgendaItemId>) -> usize {
    let belongs = |state: &Arc<ItemState>| match parent {
        Some(parent) => now.within(state.item.id, parent),
        None => state.item.part <= part,
    };
    now.items.iter().rposition(belongs).map_or(0, |index| index + 1)
}

fn open(now: &mut Snapshot, entry: &Entry) -> Applied {
    let (event, at, act) = (&entry.event, entry.occurred_at, entry.act);
    let Event::MeetingOpened { chair, clerk, present, officials, guests, remote } = event else {
        return Err(Unfit);
    };
    if now.phase != Phase::Prepared {
        return Err(Unfit);
    }
    now.phase = Phase::Open;
    now.opened = Some(at);
    now.chair = Some(*chair);
    now.clerk = Some(*clerk);
    now.chairs.push(Term { person: *chair, from: at, act });
    now.clerks.push(Term { person: *clerk, from: at, act });
    let mode = |person| if remote.contains(&person) { Mode::Remote } else { Mode::Room };
    for seated in present {
        sit(now, *seated, at, Since::Opening, mode(seated.person))?;
    }
    for (persons, capacity) in [(officials, Official), (guests, Guest)] {
        for person in persons {
            come(now, *person, Place::Beside(capacity), at, Since::Opening, mode(*person))?;
        }
    }
    Ok(())
}

/// Never fails: what it speaks of may have been taken back since.
fn about_the_record(now: &mut Snapshot, event: &Event) {
    match event {
        Event::BasisChanged { vote, new, .. } => {
            if let Some(vote) = now.votes.rfind_mut(|v| v.id == *vote) {
                // Back to what was settled: there is nothing to settle any more.
                let settled = vote.settled_basis().same_persons(new);
                vote.changed = (!settled).then(|| Arc::new(new.clone()));
            }
        }
        Event::BasisConfirmed { vote, .. } => {
            if let Some(vote) = now.votes.rfind_mut(|v| v.id == *vote)
                && let Some(changed) = vote.changed.take()
            {
                vote.confirmed = Some(changed);
            }
        }
        Event::TextFixed { item, version, digest } => {
            if let Some(state) = now.item_mut(*item) {
                state.fixed = Some((*version, *digest));
            }
        }
        _ => {}
    }
}
