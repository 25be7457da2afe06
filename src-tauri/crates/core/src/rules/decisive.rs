//! Whether a result would stand without votes that should not have been cast, or may not have been.
//!
//! § 31 Abs. 6 GO NRW, in the counties § 28 Abs. 2 KrO NRW: after the vote an unlawful participation
//! can be invoked only if it was decisive. Where nobody knows how the votes in question were cast, the
//! worst case counts: all of them for the result. Who took part unlawfully is not decided here.

use super::election::{self, Round};
use super::majority::{Count, Majority};
use super::profile::ElectionRule;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// Votes that are in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Questioned {
    /// Those of which the vote is known, from a roll-call.
    pub known: Count,
    /// Those of which it is not.
    pub unknown: u16,
}

/// What is left without the votes in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Participation {
    /// The result would be another one, or may be.
    pub decisive: bool,
    /// Ja, in the worst case.
    pub yes: u16,
    /// Nein, in the worst case.
    pub no: u16,
    /// Number of votes in question.
    pub questioned: u32,
    /// Nobody knows how all of them were cast.
    pub worst_case: bool,
}

/// Takes the votes in question out of the count.
pub fn judge(count: Count, majority: Majority, questioned: Questioned) -> Participation {
    let accepted = majority.reached(count.yes, count.no);
    let (mut yes, mut no) = (
        count.yes.saturating_sub(questioned.known.yes),
        count.no.saturating_sub(questioned.known.no),
    );
    let for_the_result = if accepted { &mut yes } else { &mut no };
    *for_the_result = for_the_result.saturating_sub(questioned.unknown);
    Participation {
        decisive: majority.reached(yes, no) != accepted,
        yes,
        no,
        questioned: questioned.known.total() + u32::from(questioned.unknown),
        worst_case: questioned.unknown > 0,
    }
}

/// Whether a round may end otherwise without so many votes of which nobody knows for whom they were:
/// they are taken from one pile after the other, beginning with each.
pub fn of_round<K: Clone + Ord>(rule: &ElectionRule, round: &Round<K>, questioned: u16) -> bool {
    let given = |round: &Round<K>| {
        let mut judged = election::judge(rule, round);
        judged.leaders.sort();
        (judged.outcome, judged.leaders)
    };
    let piles = round.candidates.len() + 3;
    (0..piles).any(|first| {
        let mut without = round.clone();
        let mut left = questioned;
        let Round { candidates, no, abstain, invalid, .. } = &mut without;
        let votes = candidates.iter_mut().map(|(_, votes)| votes).chain([no, abstain, invalid]);
        let mut votes: Vec<&mut u16> = votes.collect();
        votes.rotate_left(first);
        for pile in votes {
            let taken = left.min(*pile);
            (*pile, left) = (*pile - taken, left - taken);
        }
        without.entitled = round.entitled.map(|entitled| entitled.saturating_sub(questioned));
        given(&without) != given(round)
    })
}

impl Participation {
    /// "ohne diese Stimme 5:5, also entscheidend", "ohne diese 2 Stimmen 7:3, nicht entscheidend".
    pub fn wording(self) -> String {
        let votes = match self.questioned {
            1 => String::from("diese Stimme"),
            more => format!("diese {more} Stimmen"),
        };
        let (at_worst, may) = match (self.worst_case, self.decisive) {
            (true, true) => ("ungünstigstenfalls ", "möglicherweise "),
            (true, false) => ("ungünstigstenfalls ", ""),
            (false, _) => ("", ""),
        };
        let end = if self.decisive {
            format!("also {may}entscheidend")
        } else {
            String::from("nicht entscheidend")
        };
        format!("ohne {votes} {at_worst}{}:{}, {end}", self.yes, self.no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::profile::{Op, Threshold};

    fn yes_no(yes: u16, no: u16) -> Count {
        Count { yes, no, ..Count::default() }
    }

    /// V20 of law.md section 3 and its neighbours: yes, no, in question (yes, no, unknown), words.
    #[test]
    fn what_the_result_is_without_them_says_if_they_were_decisive() {
        for (yes, no, known, unknown, expected) in [
            (6, 5, (1, 0), 0, "ohne diese Stimme 5:5, also entscheidend"),
            (8, 3, (1, 0), 0, "ohne diese Stimme 7:3, nicht entscheidend"),
            (6, 5, (0, 1), 0, "ohne diese Stimme 6:4, nicht entscheidend"),
            (
                6,
                5,
                (0, 0),
                1,
                "ohne diese Stimme ungünstigstenfalls 5:5, also möglicherweise entscheidend",
            ),
            (7, 5, (0, 0), 1, "ohne diese Stimme ungünstigstenfalls 6:5, nicht entscheidend"),
            (
                7,
                5,
                (1, 0),
                1,
                "ohne diese 2 Stimmen ungünstigstenfalls 5:5, also möglicherweise entscheidend",
            ),
            // A rejection is in question when a No is.
            (5, 5, (0, 1), 0, "ohne diese Stimme 5:4, also entscheidend"),
            (5, 5, (1, 0), 0, "ohne diese Stimme 4:5, nicht entscheidend"),
            (
                4,
                5,
                (0, 0),
                2,
                "ohne diese 2 Stimmen ungünstigstenfalls 4:3, also möglicherweise entscheidend",
            ),
            (
                1,
                0,
                (0, 0),
                9,
                "ohne diese 9 Stimmen ungünstigstenfalls 0:0, also möglicherweise entscheidend",
            ),
        ] {
            let questioned = Questioned { known: yes_no(known.0, known.1), unknown };
            let result = judge(yes_no(yes, no), Majority::Simple, questioned);
            assert_eq!(result.wording(), expected, "{yes}:{no} {known:?} {unknown}");
        }
    }

    /// Votes for A and B, No; in question; whether another result is possible.
    #[test]
    fn a_round_that_hangs_on_votes_in_question() {
        use crate::rules::election::Stage::{First, Runoff};
        for (stage, votes, no, questioned, decisive) in [
            (First, [7, 6], 0, 1, true),
            (First, [8, 5], 0, 1, false),
            (First, [8, 5], 0, 3, true),
            // One more No, and A would not have been elected; one less, and A is.
            (First, [6, 3], 3, 1, true),
            (First, [5, 3], 4, 1, false),
            (Runoff, [5, 4], 0, 1, true),
            (Runoff, [5, 3], 0, 1, false),
            (Runoff, [4, 4], 0, 1, true),
            (First, [9, 0], 0, 0, false),
        ] {
            let candidates = [("A", votes[0]), ("B", votes[1])].into();
            let round = Round { stage, entitled: None, candidates, no, abstain: 0, invalid: 0 };
            let rule = crate::testing::profiles::committee().election;
            let found = of_round(&rule, &round, questioned);
            assert_eq!(found, decisive, "{round:?} {questioned}");
        }
    }

    #[test]
    fn a_qualified_majority_is_lost_with_the_yes_that_made_it_and_won_by_no_missing_no() {
        let threshold = Threshold { op: Op::More, num: 1, den: 2 };
        let majority = Majority::Qualified { threshold, base: 79 };
        let without =
            |count, known| judge(count, majority, Questioned { known, unknown: 0 }).decisive;
        assert!(without(yes_no(40, 10), yes_no(1, 0)));
        assert!(!without(yes_no(41, 10), yes_no(1, 0)));
        assert!(!without(yes_no(39, 39), yes_no(0, 1)));
        assert!(without(yes_no(40, 40), yes_no(0, 1)));
    }
}
