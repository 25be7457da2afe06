//! What a vote would be if it were recorded as the numbers stand, before anybody records it.
//!
//! It uses the judgement that recording uses, and writes nothing.

use super::basis::Basis;
use super::command::{Announced, Choice, Tally};
use super::rejection::Rejection;
use super::state::{Snapshot, Vote};
use super::{hints, votes};
use crate::AgendaItemId;
use crate::rules::majority::{Count, VoteResult};
use crate::rules::profile::RuleProfile;

/// What a vote would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// On what it would rest.
    pub basis: Basis,
    /// What fits the numbers best.
    pub announced: Announced,
    /// What the numbers give, with the hints that would come.
    pub result: VoteResult,
    /// What would be refused without a note.
    pub contradictions: alloc::vec::Vec<Rejection>,
}

/// Votes said so far.
pub fn count(tally: &Tally) -> Count {
    let mut count = Count::default();
    match tally {
        Tally::Unanimous {} => {}
        Tally::Announced { yes, no, abstain } => {
            let [yes, no, abstain] = [yes, no, abstain].map(|one| one.map_or(0, |one| one.number));
            count = Count { yes, no, abstain, invalid: 0 };
        }
        Tally::Counted { count: counted, .. } | Tally::Secret { count: counted, .. } => {
            count = *counted;
        }
        Tally::RollCall { ballots } => {
            for ballot in ballots {
                let sum = match ballot.choice {
                    Choice::Yes => &mut count.yes,
                    Choice::No => &mut count.no,
                    Choice::Abstain => &mut count.abstain,
                };
                *sum = sum.saturating_add(1);
            }
        }
    }
    count
}

/// A vote on an item as the numbers stand; a refusal is one that no note lets through.
pub fn vote(
    now: &Snapshot,
    profile: &RuleProfile,
    item: AgendaItemId,
    tally: &Tally,
) -> Result<Preview, Rejection> {
    vote_on(now.basis(profile, Some(item)), now, profile, tally)
}

/// A vote as it would be in the place of one that was recorded: it rests on what that one rests on.
pub fn correction(
    now: &Snapshot,
    profile: &RuleProfile,
    recorded: &Vote,
    tally: &Tally,
) -> Result<Preview, Rejection> {
    vote_on(recorded.known_basis().clone(), now, profile, tally)
}

fn vote_on(
    basis: Basis,
    now: &Snapshot,
    profile: &RuleProfile,
    tally: &Tally,
) -> Result<Preview, Rejection> {
    let weigh = |announced| {
        let (result, contradictions) = votes::weigh(&profile.vote, &basis, tally, announced)?;
        Ok((announced, result, contradictions))
    };
    let differs = |contradictions: &[Rejection]| {
        contradictions.iter().any(|one| matches!(one, Rejection::AnnouncedDiffers))
    };
    let said = count(tally);
    // Where the numbers allow both, or neither, they still lean to one side.
    let (first, second) = match tally {
        Tally::Counted { .. } | Tally::RollCall { .. } if said.yes <= said.no => {
            (Announced::Rejected, Announced::Accepted)
        }
        _ => (Announced::Accepted, Announced::Rejected),
    };
    let (mut announced, mut result, mut contradictions) = weigh(first)?;
    if differs(&contradictions) {
        let other = weigh(second)?;
        if !differs(&other.2) {
            (announced, result, contradictions) = other;
        }
    }
    result.hints.extend(hints::quorum::of_vote(now, profile, &basis));
    Ok(Preview { basis, announced, result, contradictions })
}
