//! The words of a result: derived, or put in their place by the clerk, and what of them does not fit.

use super::elections;
use super::results;
use super::source::Source;
use super::words::{bound, lower};
use crate::core::VoteId;
use crate::core::rules::majority::VoteOutcome;
use crate::core::rules::{Reason, ReasonCode};
use crate::core::session::command::Matter;
use crate::core::session::preview;
use crate::core::session::state::Vote;
use crate::error::ApiError;
use serde::Serialize;

/// The words of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WordingView {
    /// As they stand in the minutes: "mit großer Mehrheit angenommen".
    pub words: String,
    /// What the numbers and the announcement give: "mehrheitlich bei 3 Gegenstimmen angenommen".
    pub derived: String,
    /// They are the clerk's.
    pub own: bool,
    /// What of them does not fit the vote.
    pub notes: Vec<WordingNote>,
}

/// Something of the words that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WordingNote {
    /// A contradiction; else it is possible, and not usual.
    pub contradicts: bool,
    /// A whole sentence.
    pub text: String,
}

/// The words of a vote or a round as they are recorded; none for what has no result.
pub(super) fn view(source: &Source, vote: &Vote) -> Option<WordingView> {
    let derived = derived(source, vote)?;
    let told = preview::worded(source.now, source.directory, source.profile, vote);
    Some(WordingView {
        words: vote.worded.as_deref().map_or_else(|| derived.clone(), str::to_owned),
        own: vote.worded.is_some(),
        notes: notes(&told),
        derived,
    })
}

/// The same as they would be.
pub(super) fn ahead(source: &Source, id: VoteId, typed: &str) -> Result<WordingView, ApiError> {
    let vote = source.now.vote(id).ok_or_else(results::no_vote)?;
    let (derived, typed) = (derived(source, vote).ok_or_else(results::no_vote)?, typed.trim());
    let own = !typed.is_empty() && typed != derived;
    let told = || preview::wording(source.now, source.directory, source.profile, vote, typed);
    Ok(WordingView {
        words: if own { typed.to_owned() } else { derived.clone() },
        notes: notes(&if own { told() } else { Vec::new() }),
        own,
        derived,
    })
}

/// Where the numbers contradict each other, the minutes say what was announced and no more.
fn derived(source: &Source, vote: &Vote) -> Option<String> {
    if let Matter::Round(election) = vote.matter {
        return elections::line(source, election, vote);
    }
    let closed = vote.closed.as_ref()?;
    Some(match closed.result.outcome {
        VoteOutcome::Inconsistent => lower(results::announced(closed.announced)),
        _ => closed.result.wording.clone(),
    })
}

fn notes(reasons: &[Reason]) -> Vec<WordingNote> {
    let note = |reason: &Reason| WordingNote {
        contradicts: reason.code == ReasonCode::WordingContradicts,
        text: bound(&reason.text),
    };
    reasons.iter().map(note).collect()
}
