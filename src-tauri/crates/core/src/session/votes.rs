//! Judging a vote as it is entered: which contradictions are refused without a note, and what the
//! record then says. § 35 KrO NRW, § 50 GO NRW through [`crate::rules::majority`].

use super::basis::Basis;
use super::command::{Announced, FactionCount, Stated, Tally};
use super::preview;
use super::rejection::Rejection;
use crate::SeatId;
use crate::rules::majority::{self, Count, Majority, Method, VoteOutcome, VoteResult};
use crate::rules::profile::VoteRule;
use crate::rules::{Reason, ReasonCode};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Whether the clerk added a note that lets a contradiction be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noted {
    Yes,
    No,
}

/// What the numbers give, or why they are refused.
pub(super) fn judge(
    rule: &VoteRule,
    basis: &Basis,
    tally: &Tally,
    announced: Announced,
    note: Noted,
) -> Result<VoteResult, Rejection> {
    let (mut result, contradictions) = weigh(rule, basis, tally, announced)?;
    if note == Noted::Yes {
        for contradiction in &contradictions {
            explain(&mut result, contradiction, announced);
        }
        return Ok(result);
    }
    contradictions.into_iter().next().map_or(Ok(result), Err)
}

/// What the numbers give, with the contradictions that need a note.
pub(super) fn weigh(
    rule: &VoteRule,
    basis: &Basis,
    tally: &Tally,
    announced: Announced,
) -> Result<(VoteResult, Vec<Rejection>), Rejection> {
    let mut contradictions = Vec::new();
    let result = match tally {
        Tally::Unanimous {} => {
            nobody(basis, &mut contradictions);
            spoken(announced, "einstimmig", "")
        }
        Tally::Announced { yes, no, abstain } => {
            let stated = Said::of(*yes, *no, *abstain);
            if stated.total() == 0 {
                nobody(basis, &mut contradictions);
            }
            too_many(basis, stated.total(), &mut contradictions);
            said_result(rule, stated, announced, basis, &mut contradictions)
        }
        Tally::Counted { count, by_faction } => {
            sums(*count, by_faction, &mut contradictions);
            too_many(basis, count.total(), &mut contradictions);
            majority::judge(rule, basis.votes(), *count, Method::Open, Majority::Simple)
        }
        Tally::RollCall { ballots } => {
            let mut seen = BTreeSet::new();
            for ballot in ballots {
                if !seen.insert(ballot.seat) {
                    return Err(Rejection::SeatTwice { seat: ballot.seat });
                }
                entitled(basis, ballot.seat, &mut contradictions);
            }
            too_many(basis, preview::count(tally).total(), &mut contradictions);
            majority::judge(
                rule,
                basis.votes(),
                preview::count(tally),
                Method::Rollcall,
                Majority::Simple,
            )
        }
        Tally::Secret { count, .. } => {
            too_many(basis, count.total(), &mut contradictions);
            majority::judge(rule, basis.votes(), *count, Method::Secret, Majority::Simple)
        }
    };
    differs(&result, announced, &mut contradictions);
    Ok((result, contradictions))
}

/// A contradiction that is recorded with a note makes the vote inconsistent and says why.
fn explain(result: &mut VoteResult, contradiction: &Rejection, announced: Announced) {
    let (code, text) = match contradiction {
        Rejection::TooManyVotes { votes, entitled } => {
            (ReasonCode::TooManyVotes, majority::too_many(*votes, *entitled))
        }
        Rejection::NobodyEntitled => {
            (ReasonCode::NobodyEntitled, String::from("Niemand war stimmberechtigt anwesend."))
        }
        Rejection::SumsDiffer => (
            ReasonCode::SumsDiffer,
            String::from("Die Stimmen der Fraktionen ergeben nicht die Gesamtzahlen."),
        ),
        Rejection::AnnouncedDiffers => {
            let word = verb(announced).1;
            let text = format!("Bekannt gegeben wurde „{word}“; die Zahlen ergeben das nicht.");
            (ReasonCode::AnnouncedDiffers, text)
        }
        _ => (
            ReasonCode::SeatNotEntitled,
            String::from(
                "Für einen Sitz, der nicht stimmberechtigt anwesend war, ist eine Stimme verzeichnet.",
            ),
        ),
    };
    result.outcome = VoteOutcome::Inconsistent;
    if result.hints.iter().all(|hint| hint.code != code) {
        result.hints.push(Reason { code, text });
    }
}

fn too_many(basis: &Basis, votes: u32, contradictions: &mut Vec<Rejection>) {
    let entitled = basis.votes();
    if votes > u32::from(entitled) {
        contradictions.push(Rejection::TooManyVotes { votes, entitled });
    }
}

/// Somebody must have voted.
fn nobody(basis: &Basis, contradictions: &mut Vec<Rejection>) {
    if basis.entitled.is_empty() {
        contradictions.push(Rejection::NobodyEntitled);
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
    let sum = |part: fn(&Count) -> u16| {
        let votes = by_faction.iter().map(|one| u32::from(part(&one.count)));
        votes.fold(0_u32, u32::saturating_add)
    };
    let same = sum(|c| c.yes) == u32::from(count.yes)
        && sum(|c| c.no) == u32::from(count.no)
        && sum(|c| c.abstain) == u32::from(count.abstain)
        && sum(|c| c.invalid) == u32::from(count.invalid);
    if !same {
        contradictions.push(Rejection::SumsDiffer);
    }
}

fn differs(result: &VoteResult, announced: Announced, contradictions: &mut Vec<Rejection>) {
    if result.outcome != verb(announced).0 && result.outcome != VoteOutcome::Inconsistent {
        contradictions.push(Rejection::AnnouncedDiffers);
    }
}

fn verb(announced: Announced) -> (VoteOutcome, &'static str) {
    match announced {
        Announced::Accepted => (VoteOutcome::Accepted, "angenommen"),
        Announced::Rejected => (VoteOutcome::Rejected, "abgelehnt"),
    }
}

/// The words for a result that was spoken without all numbers.
fn spoken(announced: Announced, how: &str, bei: &str) -> VoteResult {
    let (outcome, verb) = verb(announced);
    let wording = String::from(format!("{how}{bei} {verb}").trim_start());
    VoteResult { outcome, wording, hints: Vec::new() }
}

/// The numbers that were said.
#[derive(Clone, Copy)]
struct Said {
    yes: Option<u16>,
    no: Option<u16>,
    abstain: Option<u16>,
}

impl Said {
    fn of(yes: Option<Stated>, no: Option<Stated>, abstain: Option<Stated>) -> Self {
        let [yes, no, abstain] = [yes, no, abstain].map(|stated| stated.map(|s| s.number));
        Self { yes, no, abstain }
    }

    fn total(self) -> u32 {
        [self.yes, self.no, self.abstain].into_iter().flatten().map(u32::from).sum()
    }

    /// Whether the numbers leave room for the announced result, whatever was not said.
    fn allow(self, announced: Announced, entitled: u16) -> bool {
        let rest = u32::from(entitled).saturating_sub(self.total());
        let least = |said: Option<u16>| said.map_or(0, u32::from);
        let most = |said: Option<u16>| said.map_or(rest, u32::from);
        match announced {
            Announced::Accepted => most(self.yes) > least(self.no),
            Announced::Rejected => least(self.yes) <= most(self.no),
        }
    }
}

/// Only what was said: "einstimmig" where no contrary vote was announced to have been cast,
/// "mehrheitlich" where some were, neither where nobody said.
fn said_result(
    rule: &VoteRule,
    said: Said,
    announced: Announced,
    basis: &Basis,
    contradictions: &mut Vec<Rejection>,
) -> VoteResult {
    if let Said { yes: Some(yes), no: Some(no), abstain } = said {
        let count = Count { yes, no, abstain: abstain.unwrap_or(0), invalid: 0 };
        return match abstain {
            Some(_) => majority::judge(rule, basis.votes(), count, Method::Open, Majority::Simple),
            // How many did not vote at all cannot be known.
            None => majority::words(count, Method::Open, Majority::Simple),
        };
    }
    if contradictions.is_empty() && !said.allow(announced, basis.votes()) {
        contradictions.push(Rejection::AnnouncedDiffers);
    }
    let yes = said.yes.and_then(|yes| majority::number(yes, "Ja-Stimme", "Ja-Stimmen"));
    let no = said.no.and_then(|no| majority::number(no, "Gegenstimme", "Gegenstimmen"));
    let abstain =
        said.abstain.and_then(|count| majority::number(count, "Enthaltung", "Enthaltungen"));
    let (contrary, how, bei) = match announced {
        Announced::Accepted => (said.no, yes.map(|yes| format!("mit {yes}")), no),
        Announced::Rejected => (said.yes, None, yes.or(no)),
    };
    let how = match contrary {
        Some(0) => String::from("einstimmig"),
        Some(_) => String::from("mehrheitlich"),
        None => how.unwrap_or_default(),
    };
    spoken(announced, &how, &majority::listing([bei, abstain]))
}
