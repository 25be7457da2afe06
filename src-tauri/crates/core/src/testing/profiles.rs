//! A rule profile for tests: the committee of a county in North Rhine-Westphalia.

use crate::membership::Status;
use crate::rules::profile::{
    Composition, Fiction, Op, ProfileId, QuorumRule, RuleProfile, SecondCallRule, Threshold,
    VacantSeats, Verification, Words,
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
        law: String::from("KrO NRW"),
        valid_from: None,
        valid_to: None,
        verification: Verification::Draft,
        sources: Vec::new(),
        quorum: QuorumRule {
            threshold: Threshold { op: Op::More, num: 1, den: 2 },
            statute: String::from("§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW"),
            vacant_seats: VacantSeats::Fixed,
            composition: Some(Composition {
                a: Status::KA,
                b: Status::SB,
                statute: String::from("§ 41 Abs. 5 KrO NRW"),
            }),
            fiction: Fiction::UntilDeclared,
            fiction_statute: String::from("§ 41 Abs. 5 KrO NRW"),
            second_call: SecondCallRule {
                statute: String::from("§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW"),
            },
            bias_statute: String::from("§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW"),
        },
        substitution_statute: String::from("§ 41 Abs. 3 S. 2 KrO NRW"),
        urgency_statute: String::from("§ 41 Abs. 4 i. V. m. § 33 Abs. 1 KrO NRW"),
        voting_statuses: vec![Status::KA, Status::SB],
        words: Words { member_plural: String::from("Kreistagsmitglieder") },
    }
}
