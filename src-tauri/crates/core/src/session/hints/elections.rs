//! Hints on elections: where they stand on the agenda, what their numbers mean, what is missing.

use super::{Seen, agenda, hint};
use crate::rules::election as rules;
use crate::rules::{Reason, ReasonCode};
use crate::session::command::Command;
use crate::session::election::ElectionMethod;
use crate::session::event::Event;
use crate::session::state::{ElectionState, Missing, Snapshot};
use crate::{AgendaItemId, ElectionId};
use alloc::format;
use alloc::vec::Vec;

pub(super) fn opened(seen: &Seen, entered: &Command, hints: &mut Vec<Reason>) {
    let Command::OpenElection { item, method, .. } = entered else { return };
    let before = seen.before();
    by_hands(seen, &before, *method, hints);
    placed(&before, *item, hints);
}

fn placed(before: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    agenda::not_called(before, item, hints);
    agenda::other_part(before, item, hints);
}

fn by_hands(seen: &Seen, before: &Snapshot, method: ElectionMethod, hints: &mut Vec<Reason>) {
    let Ok(profile) = seen.context.profile(before) else { return };
    let asked = rules::open_only(&profile.election);
    if let (ElectionMethod::ShowOfHands, Some(text)) = (method, asked) {
        hints.push(hint(ReasonCode::ElectionByHands, text));
    }
}

/// What the round itself says, and where it stands.
pub(super) fn held(seen: &Seen, election: ElectionId, hints: &mut Vec<Reason>) {
    for new in seen.events {
        if let Event::RoundClosed { vote, result, .. } = &new.event {
            hints.extend(result.hints.iter().cloned());
            if let Some(vote) = seen.next.now.vote(*vote) {
                super::marks(seen, vote, hints);
            }
        }
    }
    let before = seen.before();
    if let Some(state) = before.election(election) {
        placed(&before, state.item, hints);
    }
}

/// Who is left, and what that one needs.
pub(super) fn withdrawn(seen: &Seen, election: ElectionId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let Some(was) = before.election(election) else { return };
    placed(&before, was.item, hints);
    let Ok(profile) = seen.context.profile(&before) else { return };
    let Some(state) = seen.next.now.election(election) else { return };
    let rule = &profile.election;
    if state.is_abandoned() {
        let text = "Es steht niemand mehr zur Wahl; in der Regel ist ein neuer Wahlvorschlag erforderlich.";
        hints.push(hint(ReasonCode::NominationNeeded, text));
    } else if state.standing().len() == 1 {
        let lot = if was.in_lot().is_empty() { "" } else { " Das Los entfällt." };
        let needed = rules::needed(rule, state.stage(), 1);
        let text = format!(
            "Es steht nur noch eine Person zur Wahl.{lot} Gewählt ist sie, wenn sie {needed} erhält ({}).",
            rule.statute
        );
        hints.push(hint(ReasonCode::OneCandidate, text));
    }
}

/// Elections under the item that is closed: as a rule they are the last ones.
pub(super) fn closed_item(now: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let of_item = now.elections.iter().rev().take_while(|one| one.item == item);
    let mut open: Vec<Reason> = of_item.filter_map(|one| unfinished(now, one)).collect();
    open.reverse();
    hints.extend(open);
}

pub(super) fn closed_meeting(now: &Snapshot, hints: &mut Vec<Reason>) {
    hints.extend(now.elections.iter().filter_map(|one| unfinished(now, one)));
}

fn unfinished(now: &Snapshot, one: &ElectionState) -> Option<Reason> {
    let what = match one.missing()? {
        Missing::Round => "ein Wahlgang steht aus",
        Missing::Lot => "das Los ist noch nicht gezogen",
        Missing::Answer => "die Erklärung zur Annahme der Wahl fehlt",
    };
    let number = now.item(one.item).map_or("", |state| state.item.number.as_str());
    let text =
        format!("Die Wahl zu TOP {number} ({}) ist nicht abgeschlossen: {what}.", one.post.trim());
    Some(hint(ReasonCode::ElectionOpen, text))
}
