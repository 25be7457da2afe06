//! The votes that were cast, as far as they are known: announced, counted, by name, secret.

use super::is_zero;
use crate::rules::majority::Count;
use crate::{OrganizationId, PersonId, SeatId};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// What the chair announced as the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Announced {
    /// Angenommen.
    Accepted,
    /// Abgelehnt.
    Rejected,
}

/// A number of votes that was said aloud, or worked out and confirmed by the clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stated {
    /// Number of votes.
    pub number: u16,
    /// Worked out by elimination and confirmed by the clerk, not announced.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub derived: bool,
}

/// Votes of one faction in a counted vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactionCount {
    /// The faction.
    pub faction: OrganizationId,
    /// Its votes.
    pub count: Count,
}

/// One vote in a roll-call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// Ja.
    Yes,
    /// Nein.
    No,
    /// Enthaltung.
    Abstain,
}

/// The vote cast for one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// The seat.
    pub seat: SeatId,
    /// The vote.
    pub choice: Choice,
}

/// What is known of the votes; a number that nobody announced stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Tally {
    /// "Einstimmig", no numbers.
    Unanimous {},
    /// Numbers as far as the chair said them.
    Announced {
        /// Ja.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        yes: Option<Stated>,
        /// Nein.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no: Option<Stated>,
        /// Enthaltungen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abstain: Option<Stated>,
    },
    /// Every vote counted.
    Counted {
        /// The sums.
        count: Count,
        /// The sums by faction, if counted so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_faction: Vec<FactionCount>,
    },
    /// Namentliche Abstimmung.
    RollCall {
        /// One entry per seat.
        ballots: Vec<Ballot>,
    },
    /// Geheime Abstimmung: sums only, never linked to persons.
    Secret {
        /// Ballots handed out.
        handed_out: u16,
        /// Ballots that came back.
        returned: u16,
        /// What stands on them; ballots without a mark are not among these.
        count: Count,
        /// Ballots without a mark: the profile says what they are.
        #[serde(default, skip_serializing_if = "is_zero")]
        blank: u16,
        /// Who counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tellers: Vec<PersonId>,
    },
}
