//! What a vote or a finding rests on: who was entitled and what the quorum tests gave.

use crate::SeatId;
use crate::membership::Status;
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
    /// Who was at the table and has no vote in this matter: the head of the administration, who counts
    /// for the quorum all the same. None where everybody votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_vote: Option<Vec<Entitled>>,
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
            without_vote: None,
            quorum: quorum::judge(profile, &input),
        }
    }

    /// The same for a vote in which the head of the administration has no vote (§ 25 Abs. 2 KrO NRW,
    /// § 40 Abs. 2 GO NRW).
    #[must_use]
    pub fn without_hvb(mut self) -> Self {
        if self.without_vote.is_none() {
            let (excluded, entitled) = apart_from_hvb(self.entitled);
            (self.without_vote, self.entitled) = (Some(excluded), entitled);
        }
        self
    }

    /// Whether the seats still give the persons that it names.
    pub(super) fn rests_on(&self, profile: &RuleProfile, seats: &[SeatNow]) -> bool {
        let mut entitled = attendance::entitled(profile, seats);
        let mut without_vote = None;
        if self.without_vote.is_some() {
            let (excluded, voting) = apart_from_hvb(entitled);
            (without_vote, entitled) = (Some(excluded), voting);
        }
        (entitled, without_vote) == (self.entitled.clone(), self.without_vote.clone())
            && attendance::recused(profile, seats) == self.recused
            && attendance::apart(profile, seats) == self.apart
    }

    /// What the seats give now, for the same kind of vote.
    pub(super) fn anew(
        &self,
        profile: &RuleProfile,
        seats: &[SeatNow],
        second_call: Option<SecondCall>,
    ) -> Self {
        let new = Self::of_call(profile, seats, second_call);
        if self.without_vote.is_some() { new.without_hvb() } else { new }
    }

    /// Number of votes that can be cast.
    pub fn votes(&self) -> u16 {
        u16::try_from(self.entitled.len()).unwrap_or(u16::MAX)
    }

    /// Who sat on a seat, entitled or not.
    pub fn on(&self, seat: SeatId) -> Option<&Entitled> {
        let without_vote = self.without_vote.iter().flatten();
        let apart = self.apart.iter().map(|one| &one.who);
        let mut all = self.entitled.iter().chain(without_vote).chain(&self.recused).chain(apart);
        all.find(|one| one.seat == seat)
    }

    /// Whether the same persons on the same seats are entitled, recused, and apart.
    pub fn same_persons(&self, other: &Self) -> bool {
        self.entitled == other.entitled
            && self.recused == other.recused
            && self.apart == other.apart
            && self.without_vote == other.without_vote
    }
}

/// The head of the administration, and all others.
fn apart_from_hvb(entitled: Vec<Entitled>) -> (Vec<Entitled>, Vec<Entitled>) {
    entitled.into_iter().partition(|one| one.status == Status::HVB)
}
