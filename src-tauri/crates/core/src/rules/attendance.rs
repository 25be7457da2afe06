//! Who counts: the persons on voting seats who are present and take part.
//!
//! Present is who is able in fact and in law to take part; recused members and those in the public
//! area do not count (OVG NRW 23.12.1974 - III A 42/73; § 31 GO NRW, § 28 Abs. 2 KrO NRW). Each
//! seat counts once, by the status of the person on it. This file decides nothing about quorum.

use super::profile::RuleProfile;
use super::quorum::{Counts, QuorumInput};
use crate::membership::{SeatKind, Status};
use crate::{AgendaItemId, PersonId, SeatId};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Why somebody who is there is not at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AbsenceCause {
    /// Picture or sound is lost (§ 5 DigiSiVO NRW): not present while it lasts.
    Outage,
    /// Sits in the public area.
    PublicArea,
    /// Takes no part in one item, for another reason than bias.
    Item(AgendaItemId),
}

impl AbsenceCause {
    /// The one item that it is for; nothing where it holds for all of them.
    pub const fn item(self) -> Option<AgendaItemId> {
        match self {
            Self::Item(item) => Some(item),
            Self::Outage | Self::PublicArea => None,
        }
    }
}

/// On what a recusal rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RecusalBasis {
    /// Declared by the person.
    #[default]
    Declared,
    /// Found by the body, which decides in doubt (§ 31 Abs. 4 GO NRW).
    Decided,
}

impl RecusalBasis {
    /// Declared by the person, as without any further word.
    pub fn is_declared(&self) -> bool {
        *self == Self::Declared
    }
}

/// Somebody with a vote who is there but not at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Apart {
    /// Who, on which seat.
    #[serde(flatten)]
    pub who: Entitled,
    /// Why.
    pub cause: AbsenceCause,
}

/// A seat as it stands at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatNow {
    /// The seat.
    pub seat: SeatId,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Whether it has a regular member at all.
    pub vacant: bool,
    /// Who sits on it now and with which status; none if nobody is present.
    pub occupant: Option<(PersonId, Status)>,
    /// The occupant is recused for the item that is asked for.
    pub recused: bool,
    /// The occupant is there but not at the table.
    pub apart: Option<AbsenceCause>,
    /// The regular member, recused for the item that is asked for and not there; none while somebody
    /// else sits on the seat.
    pub barred: Option<(PersonId, Status)>,
}

/// A person who is entitled to vote at one moment, with the seat it is cast for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entitled {
    /// The seat that the vote belongs to.
    pub seat: SeatId,
    /// Who casts it.
    pub person: PersonId,
    /// The person's status.
    pub status: Status,
}

/// Persons entitled to vote now, in the order of the seats.
pub fn entitled(profile: &RuleProfile, seats: &[SeatNow]) -> Vec<Entitled> {
    let at_the_table = |seat: &&SeatNow| !seat.recused && seat.apart.is_none();
    seats.iter().filter(at_the_table).filter_map(|seat| votes(profile, seat)).collect()
}

/// Persons who would be entitled but for bias, in the order of the seats: bias takes part in nothing,
/// whether the person stays in the room, leaves it or never came.
pub fn recused(profile: &RuleProfile, seats: &[SeatNow]) -> Vec<Entitled> {
    let out = |seat: &SeatNow| match seat.barred {
        Some(member) => vote_of(profile, seat, member),
        None => votes(profile, seat).filter(|_| seat.recused),
    };
    seats.iter().filter_map(out).collect()
}

/// Persons who would be entitled were they at the table, in the order of the seats.
pub fn apart(profile: &RuleProfile, seats: &[SeatNow]) -> Vec<Apart> {
    let apart = |seat: &SeatNow| {
        let cause = seat.apart.filter(|_| !seat.recused)?;
        votes(profile, seat).map(|who| Apart { who, cause })
    };
    seats.iter().filter_map(apart).collect()
}

fn votes(profile: &RuleProfile, seat: &SeatNow) -> Option<Entitled> {
    vote_of(profile, seat, seat.occupant?)
}

fn vote_of(
    profile: &RuleProfile,
    seat: &SeatNow,
    (person, status): (PersonId, Status),
) -> Option<Entitled> {
    let counts = seat.kind == SeatKind::Voting && profile.voting_statuses.contains(&status);
    counts.then_some(Entitled { seat: seat.seat, person, status })
}

/// The input of the quorum tests for the seats as they stand.
pub fn quorum_input(profile: &RuleProfile, seats: &[SeatNow]) -> QuorumInput {
    let voting = || seats.iter().filter(|seat| seat.kind == SeatKind::Voting);
    let mut present = Counts::new();
    let mut away = Counts::new();
    let add = |counts: &mut Counts, status| {
        let count = counts.entry(status).or_default();
        *count = count.saturating_add(1);
    };
    for one in entitled(profile, seats) {
        add(&mut present, one.status);
    }
    let mut barred = 0_u16;
    for one in recused(profile, seats) {
        if seats.iter().any(|seat| seat.seat == one.seat && seat.barred.is_some()) {
            barred = barred.saturating_add(1);
        } else {
            add(&mut present, one.status);
            add(&mut away, one.status);
        }
    }
    let advisers =
        seats.iter().filter(|seat| seat.occupant.is_some() && seat.kind == SeatKind::Advisory);
    QuorumInput {
        seats: count(voting()),
        present,
        recused: away,
        barred,
        vacant: count(voting().filter(|seat| seat.vacant)),
        advisers: count(advisers),
        apart: count(apart(profile, seats).into_iter()),
        second_call: None,
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u16 {
    u16::try_from(items.count()).unwrap_or(u16::MAX)
}
