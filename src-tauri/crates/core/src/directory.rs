//! Master data: what a decision may look up, and the commands that change it.
//!
//! The directory is filled by the caller from its newest versions. It keeps no history (the store
//! does) and knows no session.

use crate::characters;
use crate::membership::{Function, Membership, Occupancy, Seat, Status, covers};
use crate::organization::{Body, Organization, OrganizationType};
use crate::paper::{Paper, PaperFault};
use crate::person::Person;
use crate::rules::local::{LocalFault, LocalRule};
use crate::template::{Template, TemplateFault};
use crate::text_module::{ModuleFault, TextModule};
use crate::{
    BodyId, MembershipId, OccupancyId, OrganizationId, PaperId, PersonId, SeatId, TextModuleId,
};
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
    /// Text modules, the removed ones too.
    pub text_modules: BTreeMap<TextModuleId, TextModule>,
    /// Papers.
    pub papers: BTreeMap<PaperId, Paper>,
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
    /// A text module.
    TextModule(TextModule),
    /// A paper.
    Paper(Paper),
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
    /// A name or title holds characters that cannot be printed.
    NameUnfit {
        /// The noun of the row.
        noun: &'static str,
    },
    /// The person has another membership in the organization on one of these days.
    MembershipOverlaps {
        /// The other one.
        membership: MembershipId,
    },
    /// The person holds another seat of the organization on one of these days.
    SeatHeldTwice {
        /// The other seat.
        seat: SeatId,
    },
    /// A council or committee without a rule profile cannot be judged.
    ProfileMissing,
    /// A local rule cannot be used.
    LocalRuleUnfit {
        /// Which of them, from 0.
        index: usize,
        /// Why.
        why: LocalFault,
    },
    /// A template cannot be used.
    TemplateUnfit {
        /// Why.
        why: TemplateFault,
    },
    /// A paper cannot be used, or how papers are built.
    PaperUnfit {
        /// Why.
        why: PaperFault,
    },
    /// A text module cannot be used.
    TextModuleUnfit {
        /// Why.
        why: ModuleFault,
    },
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
            Self::TextModule(_) => "textModule",
            Self::Paper(_) => "paper",
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
            Self::TextModule(row) => row.id.to_string(),
            Self::Paper(row) => row.id.to_string(),
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
            MasterRow::TextModule(row) => drop(self.text_modules.insert(row.id, row)),
            MasterRow::Paper(row) => drop(self.papers.insert(row.id, row)),
        }
    }

    /// Whether the row may be put in as things stand.
    pub fn check(&self, row: &MasterRow) -> Result<(), MasterRejection> {
        if texts(row).into_iter().any(characters::unfit) {
            return Err(MasterRejection::NameUnfit { noun: row.noun() });
        }
        match row {
            MasterRow::Body(body) => {
                named(row, &body.name)?;
                body.papers.check().map_err(|why| MasterRejection::PaperUnfit { why })?;
                check_template(body.template.as_ref())
            }
            MasterRow::Organization(organization) => {
                named(row, &organization.name)?;
                known("body", self.bodies.contains_key(&organization.body), &organization.body)?;
                let judged = organization.organization_type != OrganizationType::Faction;
                if judged && organization.rule_profile.is_none() {
                    return Err(MasterRejection::ProfileMissing);
                }
                check_local_rules(&organization.local_rules)?;
                check_template(organization.template.as_ref())
            }
            MasterRow::Person(person) => named(row, &person.family_name),
            MasterRow::Seat(seat) => self.check_seat(seat),
            MasterRow::Occupancy(occupancy) => self.check_occupancy(occupancy),
            MasterRow::Membership(membership) => self.check_membership(membership),
            MasterRow::TextModule(module) => module
                .check(self.text_modules.values())
                .map_err(|why| MasterRejection::TextModuleUnfit { why }),
            MasterRow::Paper(paper) => {
                named(row, &paper.name)?;
                self.check_paper(paper)
            }
        }
    }

    /// Whom and what it names is there.
    fn check_paper(&self, paper: &Paper) -> Result<(), MasterRejection> {
        known("body", self.bodies.contains_key(&paper.body), &paper.body)?;
        for person in paper.persons() {
            self.person_known(person)?;
        }
        for consultation in &paper.consultations {
            self.organization_known(consultation.organization)?;
        }
        paper.check(self.papers.values()).map_err(|why| MasterRejection::PaperUnfit { why })
    }

    /// On each day a person has one status in an organization: two would leave it to chance which
    /// one counts.
    fn check_membership(&self, membership: &Membership) -> Result<(), MasterRejection> {
        self.person_known(membership.person)?;
        self.organization_known(membership.organization)?;
        if let Some(faction) = membership.on_behalf_of {
            self.organization_known(faction)?;
        }
        let (start, end) = (membership.start_date, membership.end_date);
        ordered(start, end)?;
        let other = self.memberships.values().find(|other| {
            other.id != membership.id
                && other.person == membership.person
                && other.organization == membership.organization
                && overlap(start, end, other.start_date, other.end_date)
        });
        other.map_or(Ok(()), |other| {
            Err(MasterRejection::MembershipOverlaps { membership: other.id })
        })
    }

    /// Nobody regularly holds two seats of an organization on the same day.
    fn held_once(&self, seat: &Seat, occupancy: &Occupancy) -> Result<(), MasterRejection> {
        let days = |seat: &Seat, one: &Occupancy| {
            let start = one.start_date.max(seat.start_date);
            let ends = [one.end_date, seat.end_date];
            (start, ends.into_iter().flatten().min())
        };
        let (start, end) = days(seat, occupancy);
        let other = self.occupancies.values().find_map(|other| {
            let held = self.seats.get(&other.seat)?;
            let (other_start, other_end) = days(held, other);
            let twice = other.id != occupancy.id
                && other.person == occupancy.person
                && held.id != seat.id
                && held.organization == seat.organization
                && has_days(start, end)
                && has_days(other_start, other_end)
                && overlap(start, end, other_start, other_end);
            twice.then_some(held.id)
        });
        other.map_or(Ok(()), |seat| Err(MasterRejection::SeatHeldTwice { seat }))
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
        ordered(seat.start_date, seat.end_date)?;
        let own = self.occupancies.values().filter(|occupancy| occupancy.seat == seat.id);
        own.into_iter().try_for_each(|occupancy| self.held_once(seat, occupancy))
    }

    fn check_occupancy(&self, occupancy: &Occupancy) -> Result<(), MasterRejection> {
        self.person_known(occupancy.person)?;
        let seat = self.seats.get(&occupancy.seat);
        known("seat", seat.is_some(), &occupancy.seat)?;
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
        held.map_or(Ok(()), |other| Err(MasterRejection::SeatHeld { by: other.person }))?;
        seat.map_or(Ok(()), |seat| self.held_once(seat, occupancy))
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

    /// The template of an organization, or the one of its body; none where all is as usual.
    pub fn template(&self, organization: OrganizationId) -> Option<&Template> {
        let organization = self.organizations.get(&organization)?;
        let body = self.bodies.get(&organization.body);
        organization.template.as_ref().or_else(|| body?.template.as_ref())
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

/// Everything in a row that is printed or shown.
fn texts(row: &MasterRow) -> Vec<&str> {
    match row {
        MasterRow::Body(Body { name, organ, place, address, website, papers, .. }) => {
            let labels = [&papers.reference, &papers.units];
            let named = [name, organ, place, address, website];
            named.into_iter().chain(labels).map(String::as_str).collect()
        }
        MasterRow::Organization(Organization {
            name, short_name, genitive, local_rules, ..
        }) => {
            let reasons = local_rules.iter().map(|rule| &rule.reason);
            [name, short_name, genitive].into_iter().chain(reasons).map(String::as_str).collect()
        }
        MasterRow::Person(person) => {
            let Person { title, given_name, family_name, office, office_prefix, .. } = person;
            let Person { affiliation, phone, fax, email, .. } = person;
            let named = [title, given_name, family_name, office, office_prefix];
            named.into_iter().chain([affiliation, phone, fax, email]).map(String::as_str).collect()
        }
        MasterRow::Paper(paper) => paper.lines(),
        // Those of a text module have rules of their own.
        MasterRow::Seat(_)
        | MasterRow::Occupancy(_)
        | MasterRow::Membership(_)
        | MasterRow::TextModule(_) => Vec::new(),
    }
}

fn check_template(template: Option<&Template>) -> Result<(), MasterRejection> {
    template.map_or(Ok(()), Template::check).map_err(|why| MasterRejection::TemplateUnfit { why })
}

/// Each by itself, and on each day one.
fn check_local_rules(rules: &[LocalRule]) -> Result<(), MasterRejection> {
    for (index, rule) in rules.iter().enumerate() {
        let unfit = |why| MasterRejection::LocalRuleUnfit { index, why };
        rule.check().map_err(unfit)?;
        let (start, end) = (rule.start_date, rule.end_date);
        let mut before = rules.iter().take(index);
        if before.any(|other| overlap(start, end, other.start_date, other.end_date)) {
            return Err(unfit(LocalFault::Overlaps));
        }
    }
    Ok(())
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

/// Whether an interval of days that is open where an end is missing has a day at all.
fn has_days(start: Option<NaiveDate>, end: Option<NaiveDate>) -> bool {
    ordered(start, end).is_ok()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::SeatKind;
    use crate::testing::Committee;

    fn day(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    fn membership(key: &str, start: &str, end: &str) -> Membership {
        Membership {
            id: MembershipId::from_key(key),
            person: Committee::person("g1"),
            organization: Committee::organization(),
            status: Status::SB,
            function: Function::Member,
            on_behalf_of: None,
            start_date: day(start),
            end_date: day(end),
        }
    }

    #[test]
    fn a_person_has_one_status_in_an_organization_on_a_day() {
        let first = ("2024-01-01", "2024-12-31");
        let overlaps = Err(MasterRejection::MembershipOverlaps {
            membership: MembershipId::from_key("first"),
        });
        for (key, start, end, expected) in [
            ("second", "2025-01-01", "", Ok(())),
            ("second", "", "2023-12-31", Ok(())),
            ("second", "2024-12-31", "", overlaps.clone()),
            ("second", "", "2024-01-01", overlaps.clone()),
            ("second", "2024-05-01", "2024-05-02", overlaps.clone()),
            ("second", "", "", overlaps),
            ("second", "2025-02-02", "2025-02-01", Err(MasterRejection::EndsBeforeStart)),
            // A new version of the same row.
            ("first", "", "", Ok(())),
        ] {
            let mut directory = Committee::new(17).directory();
            directory.put(MasterRow::Membership(membership("first", first.0, first.1)));
            let row = MasterRow::Membership(membership(key, start, end));
            assert_eq!(directory.check(&row), expected, "{key} {start} {end}");
            let mut elsewhere = membership(key, start, end);
            elsewhere.organization = Committee::faction(1);
            let row = MasterRow::Membership(elsewhere);
            assert!(!matches!(
                directory.check(&row),
                Err(MasterRejection::MembershipOverlaps { .. })
            ));
        }
    }

    fn seat(number: u16, start: &str, end: &str) -> Seat {
        Seat {
            id: Committee::seat(number),
            organization: Committee::organization(),
            number,
            kind: SeatKind::Voting,
            personal_substitutes: Vec::new(),
            substitute_list: Vec::new(),
            start_date: day(start),
            end_date: day(end),
        }
    }

    fn occupancy(key: &str, seat: u16, start: &str, end: &str) -> Occupancy {
        Occupancy {
            id: OccupancyId::from_key(key),
            seat: Committee::seat(seat),
            person: Committee::person("g1"),
            start_date: day(start),
            end_date: day(end),
        }
    }

    #[test]
    fn a_person_holds_one_seat_of_an_organization_on_a_day() {
        let twice = Err(MasterRejection::SeatHeldTwice { seat: Committee::seat(5) });
        for (key, number, start, end, expected) in [
            ("second", 6, "2025-01-01", "", Ok(())),
            ("second", 6, "2024-12-31", "", twice.clone()),
            ("second", 6, "", "", twice.clone()),
            // Seat 7 itself begins after the first holding ends.
            ("second", 7, "", "", Ok(())),
            ("second", 5, "", "", Err(MasterRejection::SeatHeld { by: Committee::person("g1") })),
            ("first", 6, "", "", Ok(())),
        ] {
            let mut directory = Committee::new(17).vacant(5).vacant(6).vacant(7).directory();
            directory.put(MasterRow::Seat(seat(7, "2025-01-01", "")));
            let first = occupancy("first", 5, "2024-01-01", "2024-12-31");
            directory.put(MasterRow::Occupancy(first));
            let row = MasterRow::Occupancy(occupancy(key, number, start, end));
            assert_eq!(directory.check(&row), expected, "{key} {number} {start} {end}");
            if (key, number) == ("second", 7) {
                directory.put(row);
                // A change of the seat's days counts as well.
                assert_eq!(directory.check(&MasterRow::Seat(seat(7, "2024-06-01", ""))), twice);
            }
        }
    }

    #[test]
    fn names_hold_only_what_can_be_printed() {
        let directory = Committee::new(17).directory();
        let rows = Committee::new(17).rows();
        for bad in ["\n", "\0", "\u{202E}", "\u{2069}", "\u{7F}"] {
            for row in &rows {
                let mut row = row.clone();
                let text = match &mut row {
                    MasterRow::Body(row) => &mut row.address,
                    MasterRow::Organization(row) => &mut row.genitive,
                    MasterRow::Person(row) => &mut row.title,
                    _ => continue,
                };
                text.push_str(bad);
                let refused = Err(MasterRejection::NameUnfit { noun: row.noun() });
                assert_eq!(directory.check(&row), refused, "{bad:?}");
            }
        }
    }
}
