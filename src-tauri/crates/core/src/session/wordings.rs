//! Words of a result that the clerk puts in the place of the derived ones.
//!
//! They belong to the vote, or the round of an election: a correction of it keeps them, a repetition is
//! another vote, and so is the next round. Whether they
//! fit is said ([`crate::rules::wording`]), and refuses nothing.

use super::apply::{Applied, Unfit};
use super::command::{Announced, Matter, Tally};
use super::deal::printable;
use super::election::{Answer, ElectionMethod};
use super::elections;
use super::event::Event;
use super::hints::Seen;
use super::preview;
use super::rejection::Rejection;
use super::state::{ElectionState, Entry, Snapshot, Vote};
use crate::characters;
use crate::directory::Directory;
use crate::richtext::Unfit as UnfitText;
use crate::rules::Reason;
use crate::rules::election::{ElectionOutcome, Round};
use crate::rules::majority::Method;
use crate::rules::profile::{RuleProfile, VoteRule};
use crate::rules::wording::{self, Known, KnownRound};
use crate::{ElectionId, PersonId, VoteId};
use alloc::string::{String, ToString};
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
    // Those of a round have the names in them and are no part of the record: empty words stand for
    // them alone.
    let derived = match (&known.closed, round_of(before, known)) {
        (Some(closed), _) => closed.result.wording.as_str(),
        (None, Some(_)) => "",
        (None, None) => return Err(Rejection::UnknownVote { vote }),
    };
    let words = words.trim();
    if words.chars().count() > LONGEST {
        return Err(Rejection::TextUnfit { why: UnfitText::TooLong });
    }
    let own = characters::visible(words) && words != derived;
    let own = own.then(|| words.to_string());
    printable(&own)?;
    if own.as_deref() == known.worded.as_deref() {
        return Err(Rejection::WordsUnchanged);
    }
    Ok(vec![Event::ResultWorded { vote: known.id, words: own }])
}

/// The election a vote is a round of, and which.
fn round_of<'a>(now: &'a Snapshot, vote: &Vote) -> Option<(&'a ElectionState, usize)> {
    let Matter::Round(election) = vote.matter else { return None };
    let state = now.election(election)?;
    let round = state.rounds.iter().position(|round| round.vote == vote.id)?;
    Some((state, round))
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    let Event::ResultWorded { vote, words } = &entry.event else { return Err(Unfit) };
    let known = now.votes.rfind_mut(|one| one.named(*vote)).ok_or(Unfit)?;
    if known.closed.is_none() && !matches!(known.matter, Matter::Round(_)) {
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
    hints.extend(check((now, seen.context.directory), profile, vote));
}

/// The same for the last round of an election, after what followed it.
pub(super) fn of_election(seen: &Seen, election: ElectionId, hints: &mut Vec<Reason>) {
    let last = seen.next.now.election(election).and_then(|state| state.rounds.last());
    if let Some(round) = last {
        self::hints(seen, round.vote, hints);
    }
}

/// What of the words that stand for a result does not fit; nothing where they are the derived ones.
pub(super) fn check(
    of: (&Snapshot, &Directory),
    profile: &RuleProfile,
    vote: &Vote,
) -> Vec<Reason> {
    vote.worded.as_ref().map_or_else(Vec::new, |words| fits(of, profile, vote, words))
}

/// The same for words that nobody recorded yet.
pub(super) fn fits(
    (now, directory): (&Snapshot, &Directory),
    profile: &RuleProfile,
    vote: &Vote,
    words: &str,
) -> Vec<Reason> {
    if let Some((state, round)) = round_of(now, vote) {
        return of_round(directory, profile, vote, (state, round), words);
    }
    let known = known(&profile.vote, vote);
    known.map_or_else(Vec::new, |known| wording::check(&profile.vote, words, known))
}

fn of_round(
    directory: &Directory,
    profile: &RuleProfile,
    vote: &Vote,
    (state, place): (&ElectionState, usize),
    words: &str,
) -> Vec<Reason> {
    let Some(held) = state.rounds.get(place) else { return Vec::new() };
    let entitled = vote.known_basis().votes();
    let Round { stage, entitled, candidates, no, abstain, invalid } =
        elections::counted(profile, entitled, held.result.stage, &held.tally);
    let is_last = place + 1 == state.rounds.len();
    let elected = match held.result.outcome {
        ElectionOutcome::Elected => held.result.persons.first().copied(),
        ElectionOutcome::Lot => state.lot.filter(|_| is_last),
        _ => None,
    };
    let elected = candidates.iter().position(|(person, _)| Some(*person) == elected);
    let family = |person: PersonId| {
        directory.persons.get(&person).map_or_else(String::new, |row| row.family_name.clone())
    };
    let candidates = candidates.into_iter().map(|(person, votes)| (family(person), votes));
    let candidates = candidates.collect();
    let known = KnownRound {
        rule: &profile.election,
        round: &Round { stage, entitled, candidates, no, abstain, invalid },
        outcome: held.result.outcome,
        base: held.result.base,
        elected,
        by_ballot: state.method == ElectionMethod::Ballot,
        answer: state.answer.filter(|_| is_last).map(|(_, answer)| answer == Answer::Accepted),
    };
    wording::check_round(words, known)
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
