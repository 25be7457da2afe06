//! A rule profile for tests: the committee of a county in North Rhine-Westphalia.

use crate::membership::Status;
use crate::rules::profile::{
    BlankBallot, Composition, ElectionBase, ElectionRule, Fiction, Op, OpenElection, ProfileId,
    QuorumBase, QuorumRule, RuleProfile, SecondCallRule, Threshold, Verification, VoteRule, Words,
};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// `nw-kro-ausschuss`, in the form it has in `assets/rules/`; a test holds the two together.
pub fn committee() -> RuleProfile {
    RuleProfile {
        id: ProfileId(String::from("nw-kro-ausschuss")),
        version: 1,
        name: String::from("Ausschuss des Kreistags (Nordrhein-Westfalen)"),
        land: String::from("Nordrhein-Westfalen"),
        law: String::from("KrO NRW"),
        valid_from: None,
        valid_to: None,
        verification: Verification::Draft,
        sources: Vec::new(),
        quorum: QuorumRule {
            threshold: Threshold { op: Op::More, num: 1, den: 2 },
            statute: String::from("§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW"),
            base: QuorumBase::FixedSeats,
            all_invited: false,
            composition: Some(Composition {
                a: Status::KA,
                b: Status::SB,
                statute: String::from("§ 41 Abs. 5 KrO NRW"),
            }),
            fiction: Fiction::UntilDeclared,
            fiction_statute: String::from("§ 41 Abs. 5 KrO NRW"),
            relief: Vec::new(),
            relief_unknown: String::new(),
            must_declare: None,
            second_call: SecondCallRule {
                min: 0,
                fallback: String::new(),
                statute: String::from("§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW"),
            },
            bias_statute: String::from("§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW"),
            bias_effect_statute: String::from("§ 28 Abs. 2 KrO NRW i. V. m. § 31 Abs. 6 GO NRW"),
        },
        vote: VoteRule {
            statute: String::from("§ 41 Abs. 4 i. V. m. § 35 Abs. 1 KrO NRW"),
            abstention_forbidden: String::new(),
            secret_forbidden: String::new(),
            open_only: String::new(),
            written_motions: String::new(),
            secret_request: Some(Threshold { op: Op::AtLeast, num: 1, den: 5 }),
            request_statute: String::from("§ 41 Abs. 4 i. V. m. § 35 Abs. 1 KrO NRW"),
            blank_ballot: BlankBallot::Abstention,
            qualified: Vec::new(),
        },
        election: ElectionRule {
            base: ElectionBase::Valid,
            statute: String::from("§ 41 Abs. 4 i. V. m. § 35 Abs. 2 KrO NRW"),
            open: OpenElection::UnlessObjected,
        },
        substitution_statute: String::from("§ 41 Abs. 3 S. 2 KrO NRW"),
        urgency_statute: String::from("§ 41 Abs. 4 i. V. m. § 33 Abs. 1 KrO NRW"),
        voting_statuses: vec![Status::KA, Status::SB],
        words: Words { member_plural: String::from("Kreistagsmitglieder") },
        local: None,
    }
}
