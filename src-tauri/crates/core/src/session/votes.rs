//! Judging a vote as it is entered: which contradictions are refused without a note, and what the
//! record then says. § 35 KrO NRW, § 50 GO NRW through [`crate::rules::majority`].

mod said;

use super::basis::Basis;
use super::command::{Announced, FactionCount, Tally};
use super::majorities::Required;
use super::preview;
use super::rejection::Rejection;
use crate::SeatId;
use crate::rules::majority::{self, Count, Method, VoteOutcome, VoteResult};
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

/// By what a vote is judged, besides its numbers.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    /// The rules.
    pub(super) rule: &'a VoteRule,
    /// Who was entitled.
    pub(super) basis: &'a Basis,
    /// What the proposal has to reach.
    pub(super) required: Required<'a>,
    /// Votes of those who belong to no faction.
    pub(super) without_faction: u16,
}

/// What the numbers give, or why they are refused.
pub(super) fn judge(
    terms: Terms,
    tally: &Tally,
    announced: Announced,
    note: Noted,
) -> Result<VoteResult, Rejection> {
    let (mut result, contradictions) = weigh(terms, tally, announced)?;
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
    terms: Terms,
    tally: &Tally,
    announced: Announced,
) -> Result<(VoteResult, Vec<Rejection>), Rejection> {
    let Terms { rule, basis, required, without_faction } = terms;
    let mut contradictions = Vec::new();
    nobody(basis, tally, &mut contradictions);
    let counted = |method| {
        let count = preview::counted(rule, tally);
        majority::judge(rule, basis.votes(), count, method, required.majority())
    };
    let mut result = match tally {
        Tally::Unanimous {} | Tally::Announced { .. } => {
            said::judge(terms, tally, announced, &mut contradictions)
        }
        Tally::Counted { count, by_faction } => {
            sums(*count, by_faction, without_faction, &mut contradictions);
            too_many(basis, count.total(), &mut contradictions);
            counted(Method::Open)
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
            counted(Method::Rollcall)
        }
        Tally::Secret { .. } => {
            secret(terms, tally, &mut contradictions);
            counted(Method::Secret)
        }
    };
    differs(&result, announced, &mut contradictions);
    if result.outcome == VoteOutcome::Rejected
        && let Some(text) = required.sentence()
    {
        result.hints.push(Reason { code: ReasonCode::MajorityRequired, text });
    }
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
        Rejection::NobodyVoted => {
            (ReasonCode::NobodyVoted, String::from("Es ist keine Stimme verzeichnet."))
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
        Rejection::BallotsDiffer { handed_out, returned, votes } => {
            let text = format!(
                "Die Stimmzettel gehen nicht auf: ausgegeben {handed_out}, abgegeben {returned}, gezählt {votes}."
            );
            (ReasonCode::BallotsDiffer, text)
        }
        Rejection::TooManyBallots { handed_out, entitled } => {
            let text = format!(
                "Ausgegeben wurden {handed_out} Stimmzettel bei {entitled} anwesenden Stimmberechtigten."
            );
            (ReasonCode::TooManyBallots, text)
        }
        Rejection::SecretForbidden { statute } => (
            ReasonCode::SecretForbidden,
            format!("Eine geheime Abstimmung über Anträge ist unzulässig ({statute})."),
        ),
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

/// What lies in the box is what came back; nobody has more ballots than votes.
fn secret(terms: Terms, tally: &Tally, contradictions: &mut Vec<Rejection>) {
    let Tally::Secret { handed_out, returned, count, blank, .. } = tally else { return };
    let (handed_out, returned, entitled) = (*handed_out, *returned, terms.basis.votes());
    let votes = count.total() + u32::from(*blank);
    too_many(terms.basis, votes, contradictions);
    if handed_out > entitled {
        contradictions.push(Rejection::TooManyBallots { handed_out, entitled });
    }
    if votes != u32::from(returned) || returned > handed_out {
        contradictions.push(Rejection::BallotsDiffer { handed_out, returned, votes });
    }
    let statute = &terms.rule.secret_forbidden;
    if !statute.is_empty() {
        contradictions.push(Rejection::SecretForbidden { statute: statute.clone() });
    }
}

fn too_many(basis: &Basis, votes: u32, contradictions: &mut Vec<Rejection>) {
    let entitled = basis.votes();
    if votes > u32::from(entitled) {
        contradictions.push(Rejection::TooManyVotes { votes, entitled });
    }
}

/// Somebody must have voted, and been entitled to. What was not said may have been.
fn nobody(basis: &Basis, tally: &Tally, contradictions: &mut Vec<Rejection>) {
    let (blank, all_said) = match tally {
        Tally::Secret { blank, .. } => (*blank, true),
        Tally::Announced { yes, no, abstain } => {
            (0, [yes, no, abstain].iter().all(|said| said.is_some()))
        }
        Tally::Unanimous {} => (0, false),
        Tally::Counted { .. } | Tally::RollCall { .. } => (0, true),
    };
    if blank > 0 || preview::count(tally).total() > 0 {
        return;
    }
    if basis.entitled.is_empty() {
        contradictions.push(Rejection::NobodyEntitled);
    } else if all_said {
        contradictions.push(Rejection::NobodyVoted);
    }
}

fn entitled(basis: &Basis, seat: SeatId, contradictions: &mut Vec<Rejection>) {
    if !basis.entitled.iter().any(|one| one.seat == seat) {
        contradictions.push(Rejection::SeatNotEntitled { seat });
    }
}

/// What the factions leave are votes of those who belong to none.
fn sums(
    count: Count,
    by_faction: &[FactionCount],
    without_faction: u16,
    contradictions: &mut Vec<Rejection>,
) {
    if by_faction.is_empty() {
        return;
    }
    let rest = |part: fn(&Count) -> u16| {
        let votes = by_faction.iter().map(|one| u32::from(part(&one.count)));
        u32::from(part(&count)).checked_sub(votes.fold(0, u32::saturating_add))
    };
    let parts: [fn(&Count) -> u16; 4] = [|c| c.yes, |c| c.no, |c| c.abstain, |c| c.invalid];
    let rest: Option<u32> = parts.into_iter().map(rest).sum();
    if rest.is_none_or(|rest| rest > u32::from(without_faction)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OrganizationId;

    /// What the factions leave is for those who belong to none, and for no more of them than there are.
    #[test]
    fn the_rest_belongs_to_those_without_a_faction() {
        let count = |yes, no, abstain| Count { yes, no, abstain, invalid: 0 };
        let of = |key: &str, count| FactionCount { faction: OrganizationId::from_key(key), count };
        let by_faction = [of("a", count(3, 0, 0)), of("b", count(2, 3, 0))];
        for (total, without_faction, same) in [
            (count(5, 3, 0), 0, true),
            (count(5, 3, 1), 1, true),
            (count(6, 3, 1), 2, true),
            (count(5, 3, 1), 0, false),
            (count(6, 3, 1), 1, false),
            (count(4, 4, 0), 9, false),
        ] {
            let mut found = Vec::new();
            sums(total, &by_faction, without_faction, &mut found);
            assert_eq!(found.is_empty(), same, "{total:?} {without_faction}");
        }
    }
}
