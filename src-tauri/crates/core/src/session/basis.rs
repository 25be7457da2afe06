//! What a vote or a finding rests on: who was entitled and what the quorum tests gave.

use crate::rules::attendance::{self, Apart, Entitled, SeatNow};
use crate::rules::profile::{ProfileRef, RuleProfile};
use crate::rules::quorum::{self, QuorumInput, QuorumResult, SecondCall};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Frozen with every vote and every finding of the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Basis {
    /// The profile that judged.
    pub profile: ProfileRef,
    /// Who was entitled and present, in the order of the seats.
    pub entitled: Vec<Entitled>,
    /// Who was left out because of bias.
    pub recused: Vec<Entitled>,
    /// Who was there but not at the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// The computed quorum.
    pub quorum: QuorumResult,
}

impl Basis {
    /// The basis for the seats as they stand, in a first call.
    pub fn of(profile: &RuleProfile, seats: &[SeatNow]) -> Self {
        Self::of_call(profile, seats, None)
    }

    /// The basis for the seats as they stand. [`crate::session::Snapshot::basis`] knows the call.
    pub fn of_call(
        profile: &RuleProfile,
        seats: &[SeatNow],
        second_call: Option<SecondCall>,
    ) -> Self {
        let input = QuorumInput { second_call, ..attendance::quorum_input(profile, seats) };
        Self {
            profile: profile.reference(),
            entitled: attendance::entitled(profile, seats),
            recused: attendance::recused(profile, seats),
            apart: attendance::apart(profile, seats),
            quorum: quorum::judge(profile, &input),
        }
    }

    /// Number of votes that can be cast.
    pub fn votes(&self) -> u16 {
        u16::try_from(self.entitled.len()).unwrap_or(u16::MAX)
    }

    /// Whether the same persons on the same seats are entitled, recused, and apart.
    pub fn same_persons(&self, other: &Self) -> bool {
        self.entitled == other.entitled
            && self.recused == other.recused
            && self.apart == other.apart
    }
}
