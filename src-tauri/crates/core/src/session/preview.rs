//! What a vote would be if it were recorded as the numbers stand, before anybody records it.
//!
//! It uses the judgement that recording uses, and writes nothing.

use super::basis::Basis;
use super::command::{Announced, Choice, Matter, Tally};
use super::elections;
use super::hints;
use super::majorities::Required;
use super::motions;
use super::rejection::Rejection;
use super::state::{ElectionState, Snapshot, Vote};
use super::votes::{self, Terms};
use super::wordings;
use crate::directory::Directory;
use crate::rules::Reason;
use crate::rules::majority::{Count, VoteResult};
use crate::rules::profile::{MajorityId, RuleProfile, VoteRule};
use crate::rules::request::Granted;
use crate::{AgendaItemId, PersonId};
use alloc::string::String;

/// What is put to the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// On which item.
    pub item: AgendaItemId,
    /// On what.
    pub matter: Matter,
    /// The majority that the law asks for; none for more Yes than No.
    pub majority: Option<MajorityId>,
}

impl Question {
    /// The item itself, by simple majority.
    pub const fn on(item: AgendaItemId) -> Self {
        Self { item, matter: Matter::Item, majority: None }
    }
}

/// What a vote would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// On what it would rest.
    pub basis: Basis,
    /// What fits the numbers best.
    pub announced: Announced,
    /// What the numbers give, with the hints that would come.
    pub result: VoteResult,
    /// The numbers allow the other announcement, too.
    pub either: bool,
    /// What would be refused without a note.
    pub contradictions: alloc::vec::Vec<Rejection>,
}

/// Votes said so far, with ballots without a mark as what they are by the rule.
pub fn counted(rule: &VoteRule, tally: &Tally) -> Count {
    match tally {
        Tally::Secret { count, blank, .. } => count.with_blank(*blank, rule),
        tally => count(tally),
    }
}

/// Votes said so far; ballots without a mark are not among them.
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

/// What a request of so many members for a roll-call or a secret vote would give.
pub fn request(
    now: &Snapshot,
    profile: &RuleProfile,
    rollcall: u16,
    secret: u16,
) -> Result<Granted, Rejection> {
    motions::granted(now, profile, rollcall, secret)
}

/// Members of whom a request is measured against, present or not.
pub fn members(now: &Snapshot, profile: &RuleProfile) -> u16 {
    profile.members(now.members())
}

/// What a majority of the profile asks for, in a sentence; nothing for one that it does not know.
pub fn required(now: &Snapshot, profile: &RuleProfile, id: &MajorityId) -> Option<String> {
    Required::of(now, profile, Some(id)).ok()?.described()
}

/// A vote as the numbers stand; a refusal is one that no note lets through. What would take the place
/// of a recorded vote is asked of what stood before that one ([`super::State::without`]).
pub fn vote(
    now: &Snapshot,
    profile: &RuleProfile,
    question: &Question,
    tally: &Tally,
) -> Result<Preview, Rejection> {
    let required = Required::of(now, profile, question.majority.as_ref())?;
    let basis = now.basis_on(profile, question.item, &question.matter);
    let basis = required.of_entitled(basis);
    let without_faction = now.without_faction(&basis);
    let terms = Terms { rule: &profile.vote, basis: &basis, required, without_faction };
    let weigh = |announced| {
        let (result, contradictions) = votes::weigh(terms, tally, announced)?;
        Ok((announced, result, contradictions))
    };
    let differs = |contradictions: &[Rejection]| {
        contradictions.iter().any(|one| matches!(one, Rejection::AnnouncedDiffers))
    };
    let said = count(tally);
    // Where the numbers allow both, or neither, they still lean to one side.
    let (first, second) = match tally {
        Tally::Counted { .. }
        | Tally::RollCall { .. }
        | Tally::Secret { .. }
        | Tally::Announced { yes: Some(_), no: Some(_), .. }
            if said.yes <= said.no =>
        {
            (Announced::Rejected, Announced::Accepted)
        }
        _ => (Announced::Accepted, Announced::Rejected),
    };
    let (mut announced, mut result, mut contradictions) = weigh(first)?;
    let other = weigh(second)?;
    let mut either = false;
    if !differs(&other.2) {
        either = !differs(&contradictions);
        if !either {
            (announced, result, contradictions) = other;
        }
    }
    result.hints.extend(required.excluded(&basis));
    // The day on which the session is by what stands in the record.
    let day = now.days().last();
    result.hints.extend(hints::quorum::of_vote(profile, now.findings.last(), &basis, day));
    result.hints.extend(hints::votes::of(now, profile, question, terms, tally));
    Ok(Preview { basis, announced, result, either, contradictions })
}

/// What of the words that stand for the result of a recorded vote does not fit; nothing where they are
/// derived from its numbers.
pub fn worded(
    now: &Snapshot,
    directory: &Directory,
    profile: &RuleProfile,
    vote: &Vote,
) -> alloc::vec::Vec<Reason> {
    wordings::check((now, directory), profile, vote)
}

/// What would not fit of words for its result.
pub fn wording(
    now: &Snapshot,
    directory: &Directory,
    profile: &RuleProfile,
    vote: &Vote,
    words: &str,
) -> alloc::vec::Vec<Reason> {
    wordings::fits((now, directory), profile, vote, words)
}

/// What the clerk should know if these persons ran off by the chair's finding; a refusal is what cannot
/// be.
pub fn run_off(
    directory: &Directory,
    profile: &RuleProfile,
    state: &ElectionState,
    persons: &[PersonId],
) -> Result<alloc::vec::Vec<Reason>, Rejection> {
    let settled = elections::run_off(state, persons)?;
    Ok(hints::elections::run_off(profile, directory, state, &settled))
}

/// Whose ballots stay under seats that were somebody else's by what is known now: a sentence with a
/// blank before it, empty where there are none.
pub fn kept(now: &Snapshot, directory: &Directory, vote: &Vote) -> String {
    hints::votes::kept(now, directory, vote, vote.known_basis())
}

/// Whether votes of a recorded vote or round that are in question were decisive: of those whom a later
/// entry took the vote from, settled or not, or more than there were persons; nothing where none are
/// in question.
pub fn doubt(now: &Snapshot, profile: &RuleProfile, vote: &Vote) -> Option<Reason> {
    in_question(now, profile, vote).map(hints::votes::Doubt::whole)
}

/// The same where the persons are named beside it.
pub fn weight(now: &Snapshot, profile: &RuleProfile, vote: &Vote) -> Option<Reason> {
    in_question(now, profile, vote).map(|doubt| doubt.weight)
}

fn in_question(now: &Snapshot, profile: &RuleProfile, vote: &Vote) -> Option<hints::votes::Doubt> {
    let changed = !vote.basis.same_persons(vote.known_basis());
    let decided = || hints::votes::decided(now, profile, vote).map(hints::votes::Doubt::of);
    let decided = if changed { decided() } else { None };
    decided.or_else(|| hints::votes::noted(now, profile, vote))
}
