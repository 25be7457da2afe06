//! Master data: what a decision may look up, and the commands that change it.
//!
//! The directory is filled by the caller from its newest versions. It keeps no history (the store
//! does) and knows no session.

use crate::membership::{Function, Membership, Occupancy, Seat, Status, covers};
use crate::organization::{Body, Organization, OrganizationType};
use crate::person::Person;
use crate::{BodyId, MembershipId, OccupancyId, OrganizationId, PersonId, SeatId};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The newest version of every row of master data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// Bodies.
    pub bodies: BTreeMap<BodyId, Body>,
    /// Organizations.
    pub organizations: BTreeMap<OrganizationId, Organization>,
    /// Persons.
    pub persons: BTreeMap<PersonId, Person>,
    /// Seats.
    pub seats: BTreeMap<SeatId, Seat>,
    /// Who regularly holds a seat.
    pub occupancies: BTreeMap<OccupancyId, Occupancy>,
    /// Memberships.
    pub memberships: BTreeMap<MembershipId, Membership>,
}

/// One row of master data; writing it stores a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "noun", rename_all = "camelCase")]
pub enum MasterRow {
    /// A body.
    Body(Body),
    /// An organization.
    Organization(Organization),
    /// A person.
    Person(Person),
    /// A seat.
    Seat(Seat),
    /// The holding of a seat.
    Occupancy(Occupancy),
    /// A membership.
    Membership(Membership),
}

/// Why a row of master data is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum MasterRejection {
    /// A name that has to be printed is empty.
    NameMissing {
        /// The noun of the row.
        noun: &'static str,
    },
    /// The row refers to one that is not there.
    Unknown {
        /// The noun that is missing.
        noun: &'static str,
        /// Its id.
        id: String,
    },
    /// The last day lies before the first.
    EndsBeforeStart,
    /// Another regular member holds the seat on one of these days.
    SeatHeld {
        /// By whom.
        by: PersonId,
    },
    /// The number is taken by another seat of the organization.
    SeatNumberTaken {
        /// The number.
        number: u16,
    },
    /// A council or committee without a rule profile cannot be judged.
    ProfileMissing,
}

impl MasterRow {
    /// Name of the noun, as the store keeps it.
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Body(_) => "body",
            Self::Organization(_) => "organization",
            Self::Person(_) => "person",
            Self::Seat(_) => "seat",
            Self::Occupancy(_) => "occupancy",
            Self::Membership(_) => "membership",
        }
    }

    /// Its id as text.
    pub fn id(&self) -> String {
        use alloc::string::ToString;
        match self {
            Self::Body(row) => row.id.to_string(),
            Self::Organization(row) => row.id.to_string(),
            Self::Person(row) => row.id.to_string(),
            Self::Seat(row) => row.id.to_string(),
            Self::Occupancy(row) => row.id.to_string(),
            Self::Membership(row) => row.id.to_string(),
        }
    }
}

impl Directory {
    /// Puts a row in, in place of an older version of it.
    pub fn put(&mut self, row: MasterRow) {
        match row {
            MasterRow::Body(row) => drop(self.bodies.insert(row.id, row)),
            MasterRow::Organization(row) => drop(self.organizations.insert(row.id, row)),
            MasterRow::Person(row) => drop(self.persons.insert(row.id, row)),
            MasterRow::Seat(row) => drop(self.seats.insert(row.id, row)),
            MasterRow::Occupancy(row) => drop(self.occupancies.insert(row.id, row)),
            MasterRow::Membership(row) => drop(self.memberships.insert(row.id, row)),
        }
    }

    /// Whether the row may be put in as things stand.
    pub fn check(&self, row: &MasterRow) -> Result<(), MasterRejection> {
        match row {
            MasterRow::Body(body) => named(row, &body.name),
            MasterRow::Organization(organization) => {
                named(row, &organization.name)?;
                known("body", self.bodies.contains_key(&organization.body), &organization.body)?;
                let judged = organization.organization_type != OrganizationType::Faction;
                if judged && organization.rule_profile.is_none() {
                    return Err(MasterRejection::ProfileMissing);
                }
                Ok(())
            }
            MasterRow::Person(person) => named(row, &person.family_name),
            MasterRow::Seat(seat) => self.check_seat(seat),
            MasterRow::Occupancy(occupancy) => self.check_occupancy(occupancy),
            MasterRow::Membership(membership) => {
                self.person_known(membership.person)?;
                self.organization_known(membership.organization)?;
                if let Some(faction) = membership.on_behalf_of {
                    self.organization_known(faction)?;
                }
                ordered(membership.start_date, membership.end_date)
            }
        }
    }

    fn check_seat(&self, seat: &Seat) -> Result<(), MasterRejection> {
        self.organization_known(seat.organization)?;
        for person in seat.personal_substitutes.iter().chain(&seat.substitute_list) {
            self.person_known(*person)?;
        }
        let taken = self.seats.values().any(|other| {
            other.id != seat.id
                && other.organization == seat.organization
                && other.number == seat.number
                && overlap(seat.start_date, seat.end_date, other.start_date, other.end_date)
        });
        if taken {
            return Err(MasterRejection::SeatNumberTaken { number: seat.number });
        }
        ordered(seat.start_date, seat.end_date)
    }

    fn check_occupancy(&self, occupancy: &Occupancy) -> Result<(), MasterRejection> {
        self.person_known(occupancy.person)?;
        known("seat", self.seats.contains_key(&occupancy.seat), &occupancy.seat)?;
        ordered(occupancy.start_date, occupancy.end_date)?;
        let held = self.occupancies.values().find(|other| {
            other.id != occupancy.id
                && other.seat == occupancy.seat
                && overlap(
                    occupancy.start_date,
                    occupancy.end_date,
                    other.start_date,
                    other.end_date,
                )
        });
        held.map_or(Ok(()), |other| Err(MasterRejection::SeatHeld { by: other.person }))
    }

    fn person_known(&self, id: PersonId) -> Result<(), MasterRejection> {
        known("person", self.persons.contains_key(&id), &id)
    }

    fn organization_known(&self, id: OrganizationId) -> Result<(), MasterRejection> {
        known("organization", self.organizations.contains_key(&id), &id)
    }

    /// The membership of a person in an organization on a day.
    pub fn membership(
        &self,
        person: PersonId,
        organization: OrganizationId,
        day: NaiveDate,
    ) -> Option<&Membership> {
        self.memberships.values().find(|membership| {
            membership.person == person
                && membership.organization == organization
                && covers(membership.start_date, membership.end_date, day)
        })
    }

    /// The status of a person in an organization on a day.
    pub fn status(
        &self,
        person: PersonId,
        organization: OrganizationId,
        day: NaiveDate,
    ) -> Option<Status> {
        self.membership(person, organization, day).map(|membership| membership.status)
    }

    /// The seats of an organization on a day, by number.
    pub fn seats_on(&self, organization: OrganizationId, day: NaiveDate) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = self
            .seats
            .values()
            .filter(|seat| {
                seat.organization == organization && covers(seat.start_date, seat.end_date, day)
            })
            .collect();
        seats.sort_by_key(|seat| seat.number);
        seats
    }

    /// The regular holder of a seat on a day; none if the seat is vacant.
    pub fn holder(&self, seat: SeatId, day: NaiveDate) -> Option<PersonId> {
        self.occupancies
            .values()
            .find(|occupancy| {
                occupancy.seat == seat && covers(occupancy.start_date, occupancy.end_date, day)
            })
            .map(|occupancy| occupancy.person)
    }

    /// Who chairs an organization on a day, by function.
    pub fn chair(&self, organization: OrganizationId, day: NaiveDate) -> Option<PersonId> {
        self.memberships
            .values()
            .find(|membership| {
                membership.organization == organization
                    && membership.function == Function::Chair
                    && covers(membership.start_date, membership.end_date, day)
            })
            .map(|membership| membership.person)
    }
}

fn named(row: &MasterRow, name: &str) -> Result<(), MasterRejection> {
    if name.trim().is_empty() {
        return Err(MasterRejection::NameMissing { noun: row.noun() });
    }
    Ok(())
}

fn known(
    noun: &'static str,
    found: bool,
    id: &impl alloc::string::ToString,
) -> Result<(), MasterRejection> {
    if found { Ok(()) } else { Err(MasterRejection::Unknown { noun, id: id.to_string() }) }
}

fn ordered(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Result<(), MasterRejection> {
    match (start, end) {
        (Some(start), Some(end)) if end < start => Err(MasterRejection::EndsBeforeStart),
        _ => Ok(()),
    }
}

fn overlap(
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    other_start: Option<NaiveDate>,
    other_end: Option<NaiveDate>,
) -> bool {
    let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| match (end, start) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    !before(end, other_start) && !before(other_end, start)
}
