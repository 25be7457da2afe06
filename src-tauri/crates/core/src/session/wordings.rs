//! Words of a result that the clerk puts in the place of the derived ones.
//!
//! They belong to the vote: a correction of it keeps them, a repetition is another vote. Whether they
//! fit is said ([`crate::rules::wording`]), and refuses nothing.

use super::apply::{Applied, Unfit};
use super::command::{Announced, Tally};
use super::deal::printable;
use super::event::Event;
use super::hints::Seen;
use super::preview;
use super::rejection::Rejection;
use super::state::{Entry, Snapshot, Vote};
use crate::VoteId;
use crate::characters;
use crate::richtext::Unfit as UnfitText;
use crate::rules::Reason;
use crate::rules::majority::Method;
use crate::rules::profile::{RuleProfile, VoteRule};
use crate::rules::wording::{self, Known};
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

/// Characters at most: a result is a line.
const LONGEST: usize = 500;

/// The words as they are recorded; none where they are the derived ones.
pub(super) fn handle(
    before: &Snapshot,
    vote: VoteId,
    words: &str,
) -> Result<Vec<Event>, Rejection> {
    let known = before.vote(vote).ok_or(Rejection::UnknownVote { vote })?;
    let closed = known.closed.as_ref().ok_or(Rejection::UnknownVote { vote })?;
    let words = words.trim();
    if words.chars().count() > LONGEST {
        return Err(Rejection::TextUnfit { why: UnfitText::TooLong });
    }
    let own = characters::visible(words) && words != closed.result.wording;
    let own = own.then(|| words.to_string());
    printable(&own)?;
    if own.as_deref() == known.worded.as_deref() {
        return Err(Rejection::WordsUnchanged);
    }
    Ok(vec![Event::ResultWorded { vote: known.id, words: own }])
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    let Event::ResultWorded { vote, words } = &entry.event else { return Err(Unfit) };
    let known = now.votes.rfind_mut(|one| one.named(*vote)).ok_or(Unfit)?;
    if known.closed.is_none() {
        return Err(Unfit);
    }
    known.worded = words.as_deref().map(Arc::from);
    Ok(())
}

/// What of the words of a vote does not fit, after an act that gave it words or other numbers.
pub(super) fn hints(seen: &Seen, vote: VoteId, hints: &mut Vec<Reason>) {
    let now = &seen.next.now;
    let Some(vote) = now.vote(vote) else { return };
    let Ok(profile) = seen.context.profile(now) else { return };
    hints.extend(check(profile, vote));
}

/// What of the words that stand for a result does not fit; nothing where they are the derived ones.
pub(super) fn check(profile: &RuleProfile, vote: &Vote) -> Vec<Reason> {
    vote.worded.as_ref().map_or_else(Vec::new, |words| fits(profile, vote, words))
}

/// The same for words that nobody recorded yet.
pub(super) fn fits(profile: &RuleProfile, vote: &Vote, words: &str) -> Vec<Reason> {
    let known = known(&profile.vote, vote);
    known.map_or_else(Vec::new, |known| wording::check(&profile.vote, words, known))
}

/// What the record knows of a vote; nothing of a round.
fn known(rule: &VoteRule, vote: &Vote) -> Option<Known> {
    let closed = vote.closed.as_ref()?;
    let accepted = closed.announced == Announced::Accepted;
    let votes = match &closed.tally {
        Tally::Unanimous {} if accepted => [None, Some(0), None, None],
        Tally::Unanimous {} => [Some(0), None, None, None],
        Tally::Announced { yes, no, abstain } => {
            let [yes, no, abstain] = [yes, no, abstain].map(|one| one.map(|one| one.number));
            [yes, no, abstain, None]
        }
        tally => {
            let count = preview::counted(rule, tally);
            [count.yes, count.no, count.abstain, count.invalid].map(Some)
        }
    };
    let method = match &closed.tally {
        Tally::RollCall { .. } => Method::Rollcall,
        Tally::Secret { .. } => Method::Secret,
        Tally::Unanimous {} | Tally::Announced { .. } | Tally::Counted { .. } => Method::Open,
    };
    Some(Known { accepted, entitled: vote.known_basis().votes(), votes, method })
}
