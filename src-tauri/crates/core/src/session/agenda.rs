//! The order of the agenda: items that move, and items that are dealt with together.
//!
//! The order in which items were dealt with is another matter: it is that of their calls. What was
//! recorded under an item stays in its part, since public and non-public records are kept apart.

use super::apply::{Applied, Unfit, place_of_new_item};
use super::command::Command;
use super::decide::{Context, NewEvent};
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Entry, ItemState, Phase, Snapshot, State, Vote};
use crate::AgendaItemId;
use crate::agenda_item::Part;
use crate::motion::Motion;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(before: &Snapshot, command: &Command) -> Result<Vec<Event>, Rejection> {
    if !matches!(before.phase, Phase::Prepared | Phase::Open) {
        return Err(Rejection::NotOpen);
    }
    match command {
        Command::MoveItem { item, after, part } => {
            let moves = known(before, *item)?;
            let parent = moves.item.parent.map(|parent| known(before, parent)).transpose()?;
            // A sub-item stays with the item above it.
            let own_part = parent.is_none_or(|parent| parent.item.part == *part);
            let beside = after.map(|after| known(before, after)).transpose()?;
            let fits = beside.is_none_or(|one| {
                one.item.id != *item
                    && one.item.parent == moves.item.parent
                    && one.item.part == *part
            });
            if !own_part || !fits {
                return Err(Rejection::PlaceUnfit { item: *item });
            }
            Ok(vec![Event::ItemMoved { item: *item, after: *after, part: *part }])
        }
        Command::JoinItems { items } => {
            for (index, item) in items.iter().enumerate() {
                known(before, *item)?;
                if items.iter().take(index).any(|other| other == item) {
                    return Err(Rejection::ItemTwice { item: *item });
                }
            }
            if items.len() < 2 {
                return Err(Rejection::TooFewItems);
            }
            Ok(vec![Event::ItemsJoined { items: items.clone() }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

fn known(before: &Snapshot, item: AgendaItemId) -> Result<&ItemState, Rejection> {
    before.item(item).ok_or(Rejection::UnknownItem { item })
}

/// Never fails in a session that is not over: an item may have been taken back since.
pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    if !matches!(now.phase, Phase::Prepared | Phase::Open) {
        return Err(Unfit);
    }
    match &entry.event {
        Event::ItemMoved { item, after, part } => move_item(now, *item, *after, *part),
        Event::ItemsJoined { items } => join(now, items),
        _ => return Err(Unfit),
    }
    Ok(())
}

fn move_item(now: &mut Snapshot, item: AgendaItemId, after: Option<AgendaItemId>, part: Part) {
    let Some(state) = now.item(item) else { return };
    let parent = state.item.parent;
    // The item above it may have moved by a late entry.
    let part = parent.and_then(|parent| now.item(parent)).map_or(part, |one| one.item.part);
    let below = |one: &Arc<ItemState>| now.within(one.item.id, item);
    let (mut moved, rest): (Vec<_>, Vec<_>) = now.items.iter().cloned().partition(below);
    for state in moved.iter_mut().filter(|state| state.item.part != part) {
        Arc::make_mut(state).item.part = part;
    }
    now.items = rest;
    let place = place(now, part, parent, after).min(now.items.len());
    now.items.splice(place..place, moved);
}

/// Where an item goes that stands at none at the moment. An item it should follow may have been
/// taken back, or moved, since: then it goes to the end of its level.
fn place(
    now: &Snapshot,
    part: Part,
    parent: Option<AgendaItemId>,
    after: Option<AgendaItemId>,
) -> usize {
    let Some(after) = after else {
        let first = |one: &Arc<ItemState>| match parent {
            Some(parent) => one.item.id == parent,
            None => one.item.part >= part,
        };
        let index = now.items.iter().position(first).unwrap_or(now.items.len());
        return if parent.is_some() { index + 1 } else { index };
    };
    let fits = |one: &ItemState| one.item.parent == parent && one.item.part == part;
    if !now.item(after).is_some_and(fits) {
        return place_of_new_item(now, part, parent);
    }
    let belongs = |one: &Arc<ItemState>| now.within(one.item.id, after);
    now.items.iter().rposition(belongs).map_or(0, |index| index + 1)
}

fn join(now: &mut Snapshot, items: &[AgendaItemId]) {
    let there: Vec<AgendaItemId> =
        items.iter().copied().filter(|item| now.item(*item).is_some()).collect();
    for item in &there {
        let Some(state) = now.item_mut(*item) else { continue };
        for other in &there {
            if other != item && !state.joined_with.contains(other) {
                state.joined_with.push(*other);
            }
        }
    }
}

/// Refuses what would carry records over to the other part: a move, a late one, or one that is taken
/// back. Each item below the one that moves is looked at for itself.
pub(super) fn parts_stand(
    old: &Snapshot,
    new: &Snapshot,
    context: &Context,
) -> Result<(), Rejection> {
    for state in old.items() {
        let item = state.item.id;
        let part = new.item(item).map_or(state.item.part, |now| now.item.part);
        let recorded = || {
            // What is decided on the way of dealing with it goes along, but not into the open.
            let voted_on = |vote: &Vote| vote.item == item;
            old.has_records(state)
                || context.drafts.contains_key(&item)
                || (part == Part::Public && old.votes.iter().any(voted_on))
        };
        if part != state.item.part && recorded() {
            return Err(Rejection::ItemRecorded { item });
        }
    }
    Ok(())
}

/// Refuses what is entered late for a time at which its item was not public yet: it would stand in
/// the public record.
pub(super) fn stays_closed(
    state: &State,
    next: &Snapshot,
    events: &[NewEvent],
) -> Result<(), Rejection> {
    let part = |now: &Snapshot, item| now.item(item).map(|one| one.item.part);
    for new in events {
        let item = match &new.event {
            Event::VoteOpened { item, .. }
            | Event::ProceedingRecorded { item: Some(item), .. }
            | Event::OutcomeRecorded { item, .. }
            | Event::VoteMethodRequested { item, .. }
            | Event::ElectionOpened { item, .. }
            | Event::MotionFiled { motion: Motion { item, .. } } => *item,
            _ => continue,
        };
        if part(next, item) == Some(Part::Public)
            && part(&state.at(new.occurred_at), item) == Some(Part::NonPublic)
        {
            let opens = |entry: &&Arc<Entry>| match &entry.event {
                Event::ItemMoved { item: moved, part: Part::Public, .. } => {
                    state.stands(entry) && next.within(item, *moved)
                }
                _ => false,
            };
            let entry = state.entries.iter().rev().find(opens);
            return Err(entry.map_or(Rejection::ItemRecorded { item }, |entry| {
                let (act, at, kind) = (entry.act, entry.occurred_at, entry.event.kind());
                Rejection::Contradicts { act, at, kind }
            }));
        }
    }
    Ok(())
}

impl Snapshot {
    /// Whether something stands under an item, itself alone, that keeps it in its part.
    pub fn has_records(&self, state: &ItemState) -> bool {
        let item = state.item.id;
        state.votes > 0
            || !state.outcomes.is_empty()
            || state.fixed.is_some()
            || self.attachments.iter().any(|one| one.item == Some(item))
            || self.motions.iter().any(|one| one.motion.item == item)
            || self.requests.iter().any(|one| one.item == item)
            || self.elections.iter().any(|one| one.item == item)
            || self.proceedings.iter().any(|one| one.item == Some(item))
    }
}
