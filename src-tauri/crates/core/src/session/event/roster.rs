//! Seats and members as the day of a session finds them.

use crate::membership::{SeatKind, Status};
use crate::{OrganizationId, PersonId, SeatId};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// A regular member as the session's day finds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RosterMember {
    /// Who.
    pub person: PersonId,
    /// Status on that day.
    pub status: Status,
    /// Faction, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faction: Option<OrganizationId>,
}

/// A seat as the session's day finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RosterSeat {
    /// Which seat.
    pub seat: SeatId,
    /// Its number.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Its regular member; none if vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<RosterMember>,
    /// Personal substitutes in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personal_substitutes: Vec<PersonId>,
    /// List of substitutes in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitute_list: Vec<PersonId>,
}

/// A person on a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seated {
    /// The seat.
    pub seat: SeatId,
    /// Who.
    pub person: PersonId,
    /// The person's status.
    pub status: Status,
}
