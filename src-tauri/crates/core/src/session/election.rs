//! Elections to one post in a session: how they are held, counted and answered. What the numbers
//! give says [`crate::rules::election`].

use super::command::is_zero;
use crate::PersonId;
use crate::rules::election::{ElectionOutcome, Stage};
use crate::rules::{Reason, ReasonCode};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// How an election is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ElectionMethod {
    /// Offen: by show of hands, since nobody objects (§ 35 Abs. 2 S. 1 KrO NRW).
    ShowOfHands,
    /// By ballot.
    Ballot,
}

/// What the person said who is elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ElectionAnswer"))]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// Nimmt die Wahl an.
    Accepted,
    /// Lehnt die Wahl ab.
    Declined,
}

/// Votes for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateVotes {
    /// Who.
    pub person: PersonId,
    /// Votes.
    pub votes: u16,
}

/// Ballots of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballots {
    /// Handed out.
    pub handed_out: u16,
    /// Came back.
    pub returned: u16,
}

/// The votes of one round: sums only, never linked to who cast them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoundTally {
    /// Votes of every candidate of this round.
    pub candidates: Vec<CandidateVotes>,
    /// Nein.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub no: u16,
    /// Enthaltungen.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub abstain: u16,
    /// Ungültig.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub invalid: u16,
    /// Ballots without a mark: the profile says what they are.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blank: u16,
    /// The ballots, if it was held by ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<Ballots>,
    /// Who counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<PersonId>,
}

/// What a round gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ElectionResult {
    /// Outcome.
    pub outcome: ElectionOutcome,
    /// Which round it was judged as.
    #[serde(default, skip_serializing_if = "Stage::is_first")]
    pub stage: Stage,
    /// Who is elected, in the run-off or in the lot; those with more votes first.
    pub persons: Vec<PersonId>,
    /// Most votes for one person.
    pub votes: u16,
    /// What more than half is measured against: valid votes, or persons entitled and present.
    pub base: u32,
    /// What the clerk should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Reason>,
}

impl ElectionResult {
    /// In what votes and persons contradict each other, where it was recorded all the same.
    pub fn contradictions(&self) -> impl Iterator<Item = &Reason> {
        use ReasonCode::{BallotsDiffer, NobodyEntitled, TooManyVotes};
        let of = |one: &&Reason| matches!(one.code, BallotsDiffer | NobodyEntitled | TooManyVotes);
        self.hints.iter().filter(of)
    }
}
