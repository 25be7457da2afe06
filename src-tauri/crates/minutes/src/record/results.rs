//! Numbers of a record: the quorum tests and the votes, as they were frozen.

use super::{Seated, Text};
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::rules::majority::Count;
use sitzungsbuch_core::session::command::{Announced, Choice, Stated};

/// A finding of the chair on the quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuorumFinding {
    /// Beschlussfähig, or not.
    pub quorate: bool,
    /// The numbers that were frozen with it.
    pub numbers: QuorumNumbers,
}

/// Numbers of the quorum tests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuorumNumbers {
    /// Voting seats.
    pub seats: u16,
    /// Entitled and present.
    pub present: u16,
    /// Smallest number that suffices.
    pub required: u16,
    /// Size test.
    pub size: bool,
    /// Composition test, where the law has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composition: Option<Composition>,
}

/// Numbers of the composition test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Composition {
    /// Members of the assembly.
    pub members: u16,
    /// Sachkundige Bürgerinnen und Bürger.
    pub experts: u16,
}

impl Composition {
    /// Members of the assembly outnumber the others.
    pub const fn holds(self) -> bool {
        self.members > self.experts
    }
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Vote {
    /// The text as voted on.
    pub wording: Text,
    /// What the chair announced.
    pub announced: Announced,
    /// The result in words; empty where numbers and announcement contradict each other.
    pub words: String,
    /// What is known of the votes.
    pub tally: Tally,
    /// Who was entitled and present, in the order of the seats.
    pub entitled: Vec<Voter>,
    /// Who was left out because of bias.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<Voter>,
    /// Numbers of the quorum tests at that time.
    pub quorum: QuorumNumbers,
}

/// Somebody at a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Voter {
    /// Number of the seat.
    pub seat: u16,
    /// Who.
    pub seated: Seated,
}

/// What is known of the votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Tally {
    /// No numbers.
    Unanimous {},
    /// Numbers as far as they were said.
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
    /// Counted.
    Counted {
        /// Sums.
        count: Count,
        /// Sums by faction, if counted so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_faction: Vec<FactionCount>,
    },
    /// Namentlich.
    RollCall {
        /// Sums.
        count: Count,
        /// One per seat.
        ballots: Vec<Ballot>,
    },
}

/// Votes of a faction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactionCount {
    /// Name of the faction.
    pub faction: String,
    /// Votes.
    pub count: Count,
}

/// The vote of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// Number of the seat.
    pub seat: u16,
    /// Who; none if the record knows nobody on the seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seated: Option<Seated>,
    /// The vote.
    pub choice: Choice,
}
