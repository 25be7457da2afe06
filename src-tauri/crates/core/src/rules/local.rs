//! What an organization has settled otherwise than its rule profile, with the reason.
//!
//! Some rules are left to the organization (quotas of the standing orders), some do not fit one with
//! a law of its own (§ 71 SGB VIII, § 41 Abs. 5 KrO NRW), and the statutory number of members falls
//! when a list is exhausted (§ 45 KWahlG NRW). The rule that applies on the day of a session is
//! frozen with its preparation, and named in every judgement.

use super::profile::{BlankBallot, Fiction, Threshold};
use crate::membership::covers;
use alloc::string::String;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many members a request needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Quota {
    /// So many members.
    Number(u16),
    /// A share of all members.
    Share(Threshold),
}

impl Quota {
    /// Members that a request needs, of so many.
    pub fn required(self, members: u16) -> u16 {
        match self {
            Self::Number(number) => number,
            Self::Share(share) => share.required(members),
        }
    }
}

/// Whether the composition test holds in a second call too (§ 34 Abs. 2, § 41 Abs. 5 KrO NRW;
/// disputed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SecondCallComposition {
    /// It holds.
    Keep,
    /// It does not.
    Waive,
}

/// What is settled otherwise, from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LocalRule {
    /// Why: the decision, the bylaw, the law. Never empty.
    pub reason: String,
    /// First day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub start_date: Option<NaiveDate>,
    /// Last day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub end_date: Option<NaiveDate>,
    /// The statutory number of members, in place of the number of voting seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u16>,
    /// There is no composition test here.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub without_composition: bool,
    /// The composition test in a second call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call_composition: Option<SecondCallComposition>,
    /// Deemed quorate until the contrary is found?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiction: Option<Fiction>,
    /// Request for a secret vote, where the law leaves it to the standing orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_request: Option<Quota>,
    /// Request for a roll-call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollcall_request: Option<Quota>,
    /// What a ballot without a mark is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank_ballot: Option<BlankBallot>,
}

impl LocalRule {
    /// Whether it applies on a day.
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        covers(self.start_date, self.end_date, day)
    }
}
