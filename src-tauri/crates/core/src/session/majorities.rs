//! What a proposal has to reach, and by whose votes: more Yes than No of all, or what the profile
//! names for a certain vote: a share of the statutory number of members (§ 5 Abs. 3 S. 3 KrO NRW and
//! the like), or a vote without the head of the administration (§ 25 Abs. 2 KrO NRW, § 40 Abs. 2 GO
//! NRW).

use super::basis::Basis;
use super::rejection::Rejection;
use super::state::Snapshot;
use crate::membership::SeatKind;
use crate::rules::majority::Majority;
use crate::rules::profile::{MajorityBase, MajorityId, QualifiedMajority, RuleProfile};
use crate::rules::{Reason, ReasonCode};
use crate::{OrganizationId, SeatId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a proposal has to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Required<'a> {
    /// What the profile names and the statutory number of members; none for more Yes than No.
    qualified: Option<(&'a QualifiedMajority, u16)>,
}

impl<'a> Required<'a> {
    /// More Yes than No, or the majority with that id.
    pub(super) fn of(
        now: &Snapshot,
        profile: &'a RuleProfile,
        id: Option<&MajorityId>,
    ) -> Result<Self, Rejection> {
        let Some(id) = id else { return Ok(Self { qualified: None }) };
        let named = profile.vote.qualified.iter().find(|one| one.id == *id);
        let named = named.ok_or_else(|| Rejection::UnknownMajority { majority: id.clone() })?;
        Ok(Self { qualified: Some((named, profile.members(now.voting_seats()))) })
    }

    /// For an election: who has no vote in it. What elects says the rule of elections, no share.
    pub(super) fn of_election(
        now: &Snapshot,
        profile: &'a RuleProfile,
        id: Option<&MajorityId>,
    ) -> Result<Self, Rejection> {
        let required = Self::of(now, profile, id)?;
        match required.qualified {
            Some((named, _))
                if named.without_hvb.is_empty() || required.majority() != Majority::Simple =>
            {
                Err(Rejection::MajorityOfVotes { majority: named.id.clone() })
            }
            _ => Ok(required),
        }
    }

    /// For the arithmetic.
    pub(super) fn majority(self) -> Majority {
        self.qualified.map_or(Majority::Simple, |(named, members)| named.majority(members))
    }

    /// Who is entitled of those who would be.
    pub(super) fn of_entitled(self, basis: Basis) -> Basis {
        let without = self.qualified.is_some_and(|(named, _)| !named.without_hvb.is_empty());
        if without { basis.without_hvb() } else { basis }
    }

    /// That somebody at the table has no vote, and by which paragraph.
    pub(super) fn excluded(self, basis: &Basis) -> Option<Reason> {
        let statute = self.qualified.map(|(named, _)| named.without_hvb.as_str())?;
        basis.without_vote.as_ref().filter(|excluded| !excluded.is_empty())?;
        Some(Reason { code: ReasonCode::HvbWithoutVote, text: without_hvb(statute) })
    }

    /// What the law asks for, to whoever chooses: who has to move it, the share, and that the HVB does not
    /// vote.
    pub(super) fn described(self) -> Option<String> {
        let (named, members) = self.qualified?;
        let without = (!named.without_hvb.is_empty()).then(|| without_hvb(&named.without_hvb));
        let said = [self.sentence(), named.movers(members), without];
        let said: Vec<String> = said.into_iter().flatten().collect();
        Some(said.join(" "))
    }

    /// "Hauptsatzung: erforderlich sind 40 Ja-Stimmen, gesetzliche Mitgliederzahl 79 (§ ...).";
    /// nothing for the simple majority.
    pub(super) fn sentence(self) -> Option<String> {
        let (named, _) = self.qualified?;
        let (name, statute) = (&named.name, &named.statute);
        let words = self.majority().required_words()?;
        let Majority::Qualified { base, .. } = self.majority() else {
            return Some(format!("{name}: {words} ({statute})."));
        };
        let without = match named.base {
            MajorityBase::Statutory => "",
            MajorityBase::StatutoryWithoutHvb => {
                " ohne Hauptverwaltungsbeamtin oder Hauptverwaltungsbeamten"
            }
        };
        Some(format!("{name}: {words}, gesetzliche Mitgliederzahl{without} {base} ({statute})."))
    }
}

fn without_hvb(statute: &str) -> String {
    format!(
        "Die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte stimmt nicht mit ({statute})."
    )
}

impl Snapshot {
    /// Voting seats of the body, held or not.
    pub(in crate::session) fn voting_seats(&self) -> u16 {
        let voting = self.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
        u16::try_from(voting.count()).unwrap_or(u16::MAX)
    }

    /// The faction a seat counts with: that of its regular member, whoever sits in.
    pub fn faction_of(&self, seat: SeatId) -> Option<OrganizationId> {
        self.seats.get(&seat)?.member.and_then(|member| member.faction)
    }

    /// Votes of those entitled whose seat counts with no faction.
    pub(super) fn without_faction(&self, basis: &Basis) -> u16 {
        let apart = basis.entitled.iter().filter(|one| self.faction_of(one.seat).is_none());
        u16::try_from(apart.count()).unwrap_or(u16::MAX)
    }

    /// Regular members on voting seats, present or not: a request is measured against all of them.
    pub(super) fn members(&self) -> u16 {
        let voting = self.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
        let held = voting.filter(|seat| seat.member.is_some());
        u16::try_from(held.count()).unwrap_or(u16::MAX)
    }
}
