//! Judging a vote as it is entered: which contradictions are refused without a note, and what the
//! record then says. § 35 KrO NRW, § 50 GO NRW through [`crate::rules::majority`].

use super::basis::Basis;
use super::command::{Announced, Choice, FactionCount, Stated, Tally};
use super::rejection::Rejection;
use crate::SeatId;
use crate::rules::majority::{self, Count, Majority, Method, VoteOutcome, VoteResult};
use crate::rules::{Reason, ReasonCode};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Whether the clerk added a note that lets a contradiction be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    Given,
    Missing,
}

/// What the numbers give, or why they are refused.
pub(super) fn judge(
    basis: &Basis,
    tally: &Tally,
    announced: Announced,
    note: Note,
) -> Result<VoteResult, Rejection> {
    let mut contradictions = Vec::new();
    let mut result = match tally {
        Tally::Unanimous {} => spoken(announced, "einstimmig", String::new()),
        Tally::Announced { yes, no, abstain } => {
            let stated = [yes, no, abstain].into_iter().flatten().map(|s| u32::from(s.number)).sum();
            too_many(basis, stated, &mut contradictions);
            announced_result(*yes, *no, *abstain, announced, basis)
        }
        Tally::Counted { count, by_faction } => {
            sums(*count, by_faction, &mut contradictions);
            too_many(basis, count.total(), &mut contradictions);
            majority::judge(basis.votes(), *count, Method::Open, Majority::Simple)
        }
        Tally::RollCall { ballots } => {
            let mut seen = BTreeSet::new();
            for ballot in ballots {
                if !seen.insert(ballot.seat) {
                    return Err(Rejection::SeatTwice { seat: ballot.seat });
                }
                entitled(basis, ballot.seat, &mut contradictions);
            }
            too_many(basis, roll_call(tally).total(), &mut contradictions);
            majority::judge(basis.votes(), roll_call(tally), Method::Rollcall, Majority::Simple)
        }
    };
    differs(&mut result, announced, &mut contradictions);
    match (contradictions.into_iter().next(), note) {
        (Some(rejection), Note::Missing) => Err(rejection),
        (Some(_), Note::Given) => {
            result.outcome = VoteOutcome::Inconsistent;
            Ok(result)
        }
        (None, _) => Ok(result),
    }
}

/// The sums of a roll-call; empty for other tallies.
pub(super) fn roll_call(tally: &Tally) -> Count {
    let mut count = Count::default();
    if let Tally::RollCall { ballots } = tally {
        for ballot in ballots {
            let sum = match ballot.choice {
                Choice::Yes => &mut count.yes,
                Choice::No => &mut count.no,
                Choice::Abstain => &mut count.abstain,
            };
            *sum = sum.saturating_add(1);
        }
    }
    count
}

fn too_many(basis: &Basis, votes: u32, contradictions: &mut Vec<Rejection>) {
    let entitled = basis.votes();
    if votes > u32::from(entitled) {
        contradictions.push(Rejection::TooManyVotes { votes, entitled });
    }
}

fn entitled(basis: &Basis, seat: SeatId, contradictions: &mut Vec<Rejection>) {
    if !basis.entitled.iter().any(|one| one.seat == seat) {
        contradictions.push(Rejection::SeatNotEntitled { seat });
    }
}

fn sums(count: Count, by_faction: &[FactionCount], contradictions: &mut Vec<Rejection>) {
    if by_faction.is_empty() {
        return;
    }
    let sum = |part: fn(&Count) -> u16| by_faction.iter().map(|f| u32::from(part(&f.count))).sum::<u32>();
    let same = sum(|c| c.yes) == u32::from(count.yes)
        && sum(|c| c.no) == u32::from(count.no)
        && sum(|c| c.abstain) == u32::from(count.abstain)
        && sum(|c| c.invalid) == u32::from(count.invalid);
    if !same {
        contradictions.push(Rejection::SumsDiffer);
    }
}

fn differs(result: &mut VoteResult, announced: Announced, contradictions: &mut Vec<Rejection>) {
    let (same, word) = match announced {
        Announced::Accepted => (result.outcome == VoteOutcome::Accepted, "angenommen"),
        Announced::Rejected => (result.outcome == VoteOutcome::Rejected, "abgelehnt"),
    };
    if same || result.outcome == VoteOutcome::Inconsistent {
        return;
    }
    result.hints.push(Reason {
        code: ReasonCode::AnnouncedDiffers,
        text: format!("Bekannt gegeben wurde „{word}“; nach den Zahlen: {}.", result.wording),
    });
    contradictions.push(Rejection::AnnouncedDiffers);
}

/// The words for a result that was spoken without all numbers.
fn spoken(announced: Announced, how: &str, bei: String) -> VoteResult {
    let (outcome, verb) = match announced {
        Announced::Accepted => (VoteOutcome::Accepted, "angenommen"),
        Announced::Rejected => (VoteOutcome::Rejected, "abgelehnt"),
    };
    VoteResult { outcome, wording: format!("{how}{bei} {verb}"), hints: Vec::new() }
}

fn announced_result(
    yes: Option<Stated>,
    no: Option<Stated>,
    abstain: Option<Stated>,
    announced: Announced,
    basis: &Basis,
) -> VoteResult {
    let number = |stated: Option<Stated>| stated.map(|s| s.number);
    if let (Some(yes), Some(no), Some(abstain)) = (number(yes), number(no), number(abstain)) {
        let count = Count { yes, no, abstain, invalid: 0 };
        return majority::judge(basis.votes(), count, Method::Open, Majority::Simple);
    }
    let (against, word) = match announced {
        Announced::Accepted => (number(no), ["Gegenstimme", "Gegenstimmen"]),
        Announced::Rejected => (number(yes), ["Ja-Stimme", "Ja-Stimmen"]),
    };
    let how = if against == Some(0) { "einstimmig" } else { "mehrheitlich" };
    let named = |count: Option<u16>, [one, more]: [&str; 2]| match count {
        None | Some(0) => None,
        Some(1) => Some(format!("1 {one}")),
        Some(count) => Some(format!("{count} {more}")),
    };
    let parts: Vec<String> =
        [named(against, word), named(number(abstain), ["Enthaltung", "Enthaltungen"])]
            .into_iter()
            .flatten()
            .collect();
    let bei = if parts.is_empty() { String::new() } else { format!(" bei {}", parts.join(" und ")) };
    spoken(announced, how, bei)
}
