//! What was half entered, as far as it can still be entered: in the meantime a motion may have been
//! withdrawn, or a vote recorded from elsewhere.

use super::source::Source;
use crate::core::session::command::Matter;
use crate::core::session::state::{Missing, MotionState};
use crate::core::{ActId, AgendaItemId, MotionId, VoteId};
use crate::entering::{Entered, Entering, HalfVote, PutBetween};
use serde::Serialize;

/// What was half entered at an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnteringView {
    /// At which.
    pub item: AgendaItemId,
    /// As it was left.
    pub entering: Entering,
}

/// What a window finds again.
pub(super) fn view(source: &Source, entered: Entered) -> Vec<EnteringView> {
    let there = entered.into_iter().filter(|(item, _)| source.now.item(*item).is_some());
    there
        .map(|(item, entering)| EnteringView { item, entering: standing(source, entering) })
        .collect()
}

/// What can still be entered.
pub(super) fn standing(source: &Source, entering: Entering) -> Entering {
    let open = source.open() && source.writable();
    let between = |one: &PutBetween| open && possible(source, &one.matter, one.repeats);
    let vote = |one: &HalfVote| match one.corrects {
        Some(act) => source.writable() && stands(source, act),
        None => open && possible(source, &one.matter, one.repeats),
    };
    let pending = |id: &MotionId| source.now.motion(*id).is_some_and(MotionState::pending);
    let except = |all: Vec<MotionId>| all.into_iter().filter(pending).collect();
    Entering {
        series: entering.series && open,
        except: entering.except.filter(|_| open).map(except),
        writing: entering.writing.filter(|_| source.writable()),
        between: entering.between.into_iter().filter(between).collect(),
        votes: entering.votes.into_iter().filter(vote).collect(),
    }
}

fn stands(source: &Source, act: ActId) -> bool {
    source.now.votes.iter().any(|vote| vote.act == act)
}

fn possible(source: &Source, matter: &Matter, repeats: Option<VoteId>) -> bool {
    if let Some(vote) = repeats {
        return source.now.vote(vote).is_some_and(|vote| vote.repeated_by.is_none());
    }
    let pending = |id| source.now.motion(id).is_some_and(MotionState::pending);
    match matter {
        Matter::Motion(id) => pending(*id),
        Matter::Motions(ids) => ids.iter().all(|id| pending(*id)),
        Matter::Round(id) => {
            source.now.election(*id).is_some_and(|one| one.missing() == Some(Missing::Round))
        }
        Matter::Item | Matter::Part(_) | Matter::Recusal(_) | Matter::Procedure(_) => true,
    }
}
