//! Votes of which the chair said no numbers, or not all of them: what was said and no more.

use super::{Terms, too_many, verb};
use crate::rules::majority::{self, Count, Majority, Method, VoteOutcome, VoteResult};
use crate::rules::{Reason, ReasonCode};
use crate::session::command::{Announced, Tally};
use crate::session::rejection::Rejection;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The numbers that were said.
#[derive(Clone, Copy)]
struct Said {
    yes: Option<u16>,
    no: Option<u16>,
    abstain: Option<u16>,
}

impl Said {
    fn total(self) -> u32 {
        [self.yes, self.no, self.abstain].into_iter().flatten().map(u32::from).sum()
    }

    /// Whether the numbers leave room for the announced result, whatever was not said.
    fn allow(self, announced: Announced, entitled: u16, majority: Majority) -> bool {
        let rest = u32::from(entitled).saturating_sub(self.total());
        let rest = u16::try_from(rest).unwrap_or(u16::MAX);
        match announced {
            Announced::Accepted => majority.reached(self.yes.unwrap_or(rest), self.no.unwrap_or(0)),
            Announced::Rejected => {
                !majority.reached(self.yes.unwrap_or(0), self.no.unwrap_or(rest))
            }
        }
    }
}

/// "Einstimmig", or the numbers as far as they were said.
pub(super) fn judge(
    terms: Terms,
    tally: &Tally,
    announced: Announced,
    contradictions: &mut Vec<Rejection>,
) -> VoteResult {
    let Tally::Announced { yes, no, abstain } = tally else {
        let said = match announced {
            Announced::Accepted => Said { yes: None, no: Some(0), abstain: None },
            Announced::Rejected => Said { yes: Some(0), no: None, abstain: None },
        };
        let mut result = spoken(announced, "einstimmig", "");
        // Where nobody is entitled that is said already.
        unless_possible(terms, said, announced, contradictions);
        unknown(terms, &mut result, announced);
        return result;
    };
    let [yes, no, abstain] = [yes, no, abstain].map(|stated| stated.map(|s| s.number));
    let said = Said { yes, no, abstain };
    too_many(terms.basis, said.total(), contradictions);
    numbers(terms, said, announced, contradictions)
}

fn unless_possible(
    terms: Terms,
    said: Said,
    announced: Announced,
    contradictions: &mut Vec<Rejection>,
) {
    let possible = said.allow(announced, terms.basis.votes(), terms.required.majority());
    if contradictions.is_empty() && !possible {
        contradictions.push(Rejection::AnnouncedDiffers);
    }
}

/// A qualified majority is a number of Yes votes; without it nobody can look it up in the record.
fn unknown(terms: Terms, result: &mut VoteResult, announced: Announced) {
    if announced == Announced::Rejected {
        return;
    }
    if let Some(sentence) = terms.required.sentence() {
        let text = format!(
            "{sentence} Die Zahl der Ja-Stimmen ist nicht festgehalten; ob sie erreicht ist, lässt sich nicht nachweisen."
        );
        result.hints.push(Reason { code: ReasonCode::MajorityRequired, text });
    }
}

/// The words for a result that was spoken without all numbers.
fn spoken(announced: Announced, how: &str, bei: &str) -> VoteResult {
    let (outcome, verb) = verb(announced);
    let wording = String::from(format!("{how}{bei} {verb}").trim_start());
    VoteResult { outcome, wording, hints: Vec::new() }
}

/// Only what was said: "einstimmig" where no contrary vote was announced to have been cast,
/// "mehrheitlich" where some were, neither where nobody said.
fn numbers(
    terms: Terms,
    said: Said,
    announced: Announced,
    contradictions: &mut Vec<Rejection>,
) -> VoteResult {
    let (rule, basis, majority) = (terms.rule, terms.basis, terms.required.majority());
    if let Said { yes: Some(yes), no: Some(no), abstain } = said {
        let count = Count { yes, no, abstain: abstain.unwrap_or(0), invalid: 0 };
        return match abstain {
            Some(_) => majority::judge(rule, basis.votes(), count, Method::Open, majority),
            // How many did not vote at all cannot be known.
            None => majority::words(count, Method::Open, majority),
        };
    }
    unless_possible(terms, said, announced, contradictions);
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
    let abstained = abstain.is_some();
    let mut result = spoken(announced, &how, &majority::listing([bei, abstain]));
    if abstained {
        result.hints.extend(majority::forbidden(rule));
    }
    if said.yes.is_none() {
        unknown(terms, &mut result, announced);
    }
    if result.outcome == VoteOutcome::Rejected
        && let Some(words) = terms.required.majority().required_words()
    {
        result.wording = format!("{} ({words})", result.wording);
    }
    result
}
