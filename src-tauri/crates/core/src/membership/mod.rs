//! Seats, who holds them, and the status of persons: everything dated.
//!
//! A seat counts, not a person (law: § 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW). The status
//! that the composition test counts is the person's, so it lies in the membership.

use crate::{MembershipId, OccupancyId, OrganizationId, PersonId, SeatId};
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Status of a person in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Kreistagsabgeordnete/r (Kreistagsmitglied).
    KA,
    /// Ratsmitglied.
    RM,
    /// Sachkundige/r Bürger/in, votes in committees (§ 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW).
    SB,
    /// Sachkundige/r Einwohner/in, advises only (§ 41 Abs. 6 KrO NRW, § 58 Abs. 4 GO NRW).
    SE,
    /// Hauptverwaltungsbeamtin/-beamter: Landrat, Bürgermeister.
    HVB,
    /// Member of the administration.
    Official,
    /// Guest.
    Guest,
}

impl Status {
    /// Abbreviation as printed in lists; empty for officials and guests.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::KA => "KA",
            Self::RM => "RM",
            Self::SB => "SB",
            Self::SE => "SE",
            Self::HVB => "HVB",
            Self::Official | Self::Guest => "",
        }
    }
}

/// Function inside an organization. OParl `Membership.role`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Function {
    /// Vorsitz.
    Chair,
    /// Stellvertretender Vorsitz.
    DeputyChair,
    /// Ordinary member with a seat.
    Member,
    /// Stellvertretendes Mitglied.
    Substitute,
    /// Adviser without vote.
    Adviser,
}

/// A dated membership with the status of the person. OParl `Membership`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Membership {
    /// Identity.
    pub id: MembershipId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub organization: OrganizationId,
    /// Status that the rules count.
    pub status: Status,
    /// Function.
    pub function: Function,
    /// The faction the person belongs to. OParl `onBehalfOf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<OrganizationId>,
    /// First day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub start_date: Option<NaiveDate>,
    /// Last day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub end_date: Option<NaiveDate>,
}

/// Whether a seat votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SeatKind {
    /// Counts for quorum and votes.
    Voting,
    /// Speaks, does not vote, never counted.
    Advisory,
}

/// A seat of an organization with the substitutes appointed for it, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seat {
    /// Identity.
    pub id: SeatId,
    /// Whose seat.
    pub organization: OrganizationId,
    /// Number in the seating order, from 1.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Personal substitutes in their order: the substitute, then the substitute's substitute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personal_substitutes: Vec<PersonId>,
    /// Ordered list that serves when no personal substitute is free.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitute_list: Vec<PersonId>,
    /// First day of the seat, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub start_date: Option<NaiveDate>,
    /// Last day of the seat, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub end_date: Option<NaiveDate>,
}

/// A regular member holds a seat for a dated interval. A seat without one is vacant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Occupancy {
    /// Identity.
    pub id: OccupancyId,
    /// Which seat.
    pub seat: SeatId,
    /// Held by whom.
    pub person: PersonId,
    /// First day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub start_date: Option<NaiveDate>,
    /// Last day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub end_date: Option<NaiveDate>,
}

/// Whether `day` lies in an interval of days that is open where an end is missing.
pub fn covers(start: Option<NaiveDate>, end: Option<NaiveDate>, day: NaiveDate) -> bool {
    start.is_none_or(|start| start <= day) && end.is_none_or(|end| day <= end)
}
