//! What is dealt with: items, outcomes, votes.

use super::presence::end_visits;
use super::{Applied, Unfit};
use crate::session::command::Matter;
use crate::session::event::Event;
use crate::session::hints::quorum::unmark;
use crate::session::motions;
use crate::session::state::{ClosedVote, Entry, RecordedOutcome, Snapshot, Vote};
use alloc::sync::Arc;

pub(super) fn deal_with_item(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::ItemCalled { item } => {
            let state = now.item_mut(*item).ok_or(Unfit)?;
            state.called.push(at);
            state.closed = None;
            state.settled_with = None;
            now.current = Some(*item);
        }
        Event::ItemClosed { item, settles } => {
            let state = now.item_mut(*item).ok_or(Unfit)?;
            if state.called.is_empty() || state.settled() {
                return Err(Unfit);
            }
            state.closed = Some(at);
            for sub in settles {
                let state = now.item_mut(*sub).ok_or(Unfit)?;
                if state.settled() {
                    return Err(Unfit);
                }
                state.settled_with = Some(*item);
            }
            if now.current.is_some_and(|current| current == *item || settles.contains(&current)) {
                now.current = None;
            }
            now.end_with_item(*item, at);
            end_visits(now, *item, settles, at)?;
        }
        Event::OutcomeRecorded { item, outcome, to, wording } => {
            let (outcome, to, wording) = (*outcome, *to, wording.clone());
            let recorded = RecordedOutcome { outcome, wording, to, at, act: entry.act };
            now.item_mut(*item).ok_or(Unfit)?.outcomes.push(recorded);
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

pub(super) fn vote(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::VoteOpened { vote, item, matter, basis, corrects } => {
            let state = now.item_mut(*item).ok_or(Unfit)?;
            if matches!(matter, Matter::Item | Matter::Part(_) | Matter::Round(_)) {
                state.votes += 1;
            }
            let seats = Arc::new(now.seats_on(*item, matter));
            let finding = now.findings.last().cloned();
            now.votes.push(Vote {
                id: *vote,
                act: entry.act,
                corrects: corrects.clone(),
                item: *item,
                matter: matter.clone(),
                opened: at,
                basis: Arc::new(basis.clone()),
                seats,
                finding,
                closed: None,
                repeated_by: None,
                changed: None,
                confirmed: None,
                worded: None,
            });
            Ok(())
        }
        Event::VoteClosed {
            vote,
            wording_put,
            tally,
            announced,
            result,
            majority,
            repeats,
            ..
        } => {
            let open = now.votes.rfind_mut(|v| v.id == *vote).ok_or(Unfit)?;
            if open.closed.is_some() {
                return Err(Unfit);
            }
            let matter = open.matter.clone();
            let mut result = result.clone();
            unmark(&mut result.hints);
            open.closed = Some(Arc::new(ClosedVote {
                at,
                wording_put: wording_put.clone(),
                tally: tally.clone(),
                announced: *announced,
                result,
                majority: majority.clone(),
                repeats: *repeats,
            }));
            if let Some(repeated) = repeats {
                motions::repeat(now, *repeated, *vote)?;
            }
            motions::settle(now, &matter, *vote)
        }
        _ => Err(Unfit),
    }
}
