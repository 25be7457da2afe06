//! Rule profiles: the law of one kind of body as data (law.md section 3).
//!
//! Profiles come in from `assets/rules/`, are chosen by id and day, and their id and version are
//! frozen into every judgement. This file holds their shape only.

use crate::membership::{Status, covers};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Id of a profile, e.g. `nw-kro-ausschuss`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ProfileId(pub String);

/// The profile and version that judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileRef {
    /// Which profile.
    pub id: ProfileId,
    /// Which version of its data, from 1.
    pub version: u32,
}

/// How far the texts behind a profile were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verification {
    /// Official text or decision seen for every rule.
    Verified,
    /// At least one rule stands on knowledge only; shown as "Entwurf".
    Draft,
}

/// Comparison of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
}

/// A share of a base, tested as `count * den OP base * num`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Comparison.
    pub op: Op,
    /// Numerator.
    pub num: u16,
    /// Denominator, not 0.
    pub den: u16,
}

impl Threshold {
    /// Whether `count` of `base` reaches the share.
    pub fn holds(self, count: u16, base: u16) -> bool {
        let (left, right) =
            (u32::from(count) * u32::from(self.den), u32::from(base) * u32::from(self.num));
        match self.op {
            Op::More => left > right,
            Op::AtLeast => left >= right,
        }
    }

    /// The smallest number that reaches the share of `base`.
    pub fn required(self, base: u16) -> u16 {
        (0..=base).find(|count| self.holds(*count, base)).unwrap_or_else(|| base.saturating_add(1))
    }
}

/// Whether a body is deemed quorate until the contrary is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fiction {
    /// No such rule.
    None,
    /// § 34 Abs. 1 S. 2 KrO NRW, § 49 Abs. 1 S. 2 GO NRW.
    UntilDeclared,
    /// The statute does not say whether the rule applies.
    Unclear,
}

/// What seats without a member mean for the base of the size test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VacantSeats {
    /// The number of seats was fixed by decision and stays (committees).
    Fixed,
    /// The statutory number falls when a list is exhausted: to be checked (Kreistag, Rat).
    Check,
}

/// The composition test: `a` has to outnumber `b` among those present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// Status that has to be in the majority.
    pub a: Status,
    /// Status that must not reach it.
    pub b: Status,
    /// Paragraph.
    pub statute: String,
}

/// A session called again for an item that was put back for lack of quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondCallRule {
    /// Paragraph.
    pub statute: String,
}

/// The quorum rules of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    /// Share of the seats that has to be present.
    pub threshold: Threshold,
    /// Paragraph of the size test.
    pub statute: String,
    /// What vacant seats mean for the base.
    pub vacant_seats: VacantSeats,
    /// Composition test, where there is one.
    #[serde(default)]
    pub composition: Option<Composition>,
    /// Deemed quorate until the contrary is found?
    pub fiction: Fiction,
    /// Paragraph of the fiction, empty if none.
    #[serde(default)]
    pub fiction_statute: String,
    /// Second call.
    pub second_call: SecondCallRule,
    /// Paragraph of the rule on bias.
    pub bias_statute: String,
}

/// Words of a profile in generated sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// "Kreistagsmitglieder".
    pub member_plural: String,
}

/// One rule profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleProfile {
    /// Id.
    pub id: ProfileId,
    /// Version of this data, from 1; a change of any rule raises it.
    pub version: u32,
    /// German name.
    pub name: String,
    /// The law.
    pub law: String,
    /// First day it applies, inclusive; open if missing.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day it applies, inclusive; open if missing.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// How far it was checked.
    pub verification: Verification,
    /// Where the texts were seen.
    pub sources: Vec<String>,
    /// Quorum.
    pub quorum: QuorumRule,
    /// Paragraph of the order of substitutes, empty where the law fixes none for this body.
    #[serde(default)]
    pub substitution_statute: String,
    /// Paragraph of urgency for items that are added in the session, empty if it is unclear.
    #[serde(default)]
    pub urgency_statute: String,
    /// Statuses that count as members with a vote on a voting seat.
    pub voting_statuses: Vec<Status>,
    /// Words.
    pub words: Words,
}

impl RuleProfile {
    /// Id and version, to be frozen.
    pub fn reference(&self) -> ProfileRef {
        ProfileRef { id: self.id.clone(), version: self.version }
    }

    /// Whether the profile applies on a day.
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        covers(self.valid_from, self.valid_to, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_not_more_than_half() {
        let more = Threshold { op: Op::More, num: 1, den: 2 };
        let at_least = Threshold { op: Op::AtLeast, num: 1, den: 2 };
        for (base, expected_more, expected_at_least) in
            [(17, 9, 9), (16, 9, 8), (79, 40, 40), (1, 1, 1), (0, 1, 0)]
        {
            assert_eq!(more.required(base), expected_more, "{base}");
            assert_eq!(at_least.required(base), expected_at_least, "{base}");
        }
    }
}
