//! Texts of a session: what they may hold and refer to, and when they are fixed.
//!
//! A text is a draft until its item is closed. What is written after that is fixed at once, so that
//! the record names every version that could stand in the minutes.

use super::command::Command;
use super::decide::Context;
use super::event::Event;
use super::rejection::Rejection;
use super::state::{ItemState, Phase, Snapshot, State};
use crate::richtext::{Block, Fact, RichText};
use crate::{ActId, AgendaItemId};
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

/// Limits and references of the text in a command.
pub(super) fn check(state: &State, command: &Command) -> Result<(), Rejection> {
    match command {
        Command::WriteText { text, .. } => sound(state, command, text),
        Command::RecordVote { wording_put, .. } => sound(state, command, wording_put),
        Command::RecordOutcome { wording: Some(wording), .. } => sound(state, command, wording),
        Command::RecordProceeding { proceeding, .. } => {
            proceeding.texts().try_for_each(|text| sound(state, command, text))
        }
        _ => Ok(()),
    }
}

fn sound(state: &State, command: &Command, text: &RichText) -> Result<(), Rejection> {
    let written = matches!(command, Command::WriteText { .. });
    let checked = if written { text.check_written() } else { text.check() };
    checked.map_err(|why| Rejection::TextUnfit { why })?;
    let mut unknown = None;
    text.visit(&mut |block| {
        if let Block::Paragraph { item: Some(item), .. } = block {
            unknown = unknown.or(state.now.item(*item).is_none().then_some(*item));
        }
    });
    if let Some(item) = unknown {
        return Err(Rejection::UnknownItem { item });
    }
    // While an item is open its text may name an act that follows; then there is a hint.
    let draft = matches!(command, Command::WriteText { item, .. } if !fixed(state, *item));
    match unknown_acts(state, text).first() {
        Some(act) if !draft => Err(Rejection::UnknownAct { act: *act }),
        _ => Ok(()),
    }
}

/// Acts that a text names and the record does not have.
pub(super) fn unknown_acts(state: &State, text: &RichText) -> Vec<ActId> {
    let mut named = BTreeSet::new();
    text.visit(&mut |block| {
        if let Block::Fact { fact: Fact::Act { act } } = block {
            named.insert(*act);
        }
    });
    if named.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<ActId> = state.entries.iter().map(|entry| entry.act).collect();
    named.difference(&known).copied().collect()
}

/// Whether a text of the item is no draft any more, whatever time it is said to be of.
fn fixed(state: &State, item: AgendaItemId) -> bool {
    state.now.phase == Phase::Closed || state.now.item(item).is_some_and(ItemState::settled)
}

/// A text of an open item is a draft and no event.
pub(super) fn write(
    state: &State,
    before: &Snapshot,
    item: AgendaItemId,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    before.item(item).ok_or(Rejection::UnknownItem { item })?;
    if !fixed(state, item) {
        return Ok(Vec::new());
    }
    let missing =
        Rejection::Invariant { what: "a text that is fixed at once comes with its draft" };
    let draft = context.written.ok_or(missing)?;
    Ok(vec![Event::TextFixed { item, version: draft.version, digest: draft.digest }])
}
