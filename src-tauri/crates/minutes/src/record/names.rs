//! Looks persons, factions and offices up in master data.

use super::{Incomplete, Person, Seated};
use chrono::NaiveDate;
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::membership::{Function, Status};
use sitzungsbuch_core::person;
use sitzungsbuch_core::session::Snapshot;
use sitzungsbuch_core::{OrganizationId, PersonId};

/// Names of one session.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) directory: &'a Directory,
    pub(super) now: &'a Snapshot,
    pub(super) organization: OrganizationId,
    pub(super) day: NaiveDate,
}

impl<'a> Names<'a> {
    /// The row of a person.
    pub(super) fn row(&self, id: PersonId) -> Result<&'a person::Person, Incomplete> {
        self.directory.persons.get(&id).ok_or(Incomplete::PersonMissing { person: id })
    }

    /// A person as somebody with a seat, or as a member of the administration or guest.
    pub(super) fn person(&self, id: PersonId) -> Result<Person, Incomplete> {
        self.with_status(id, self.status(id))
    }

    fn with_status(&self, id: PersonId, status: Option<Status>) -> Result<Person, Incomplete> {
        let row = self.row(id)?;
        let by_office =
            matches!(status, None | Some(Status::HVB | Status::Official | Status::Guest));
        let abbreviation = status.map_or("", Status::abbreviation);
        let prefix = if by_office { row.office_prefix.as_str() } else { abbreviation };
        Ok(Person {
            form: row.form_of_address,
            prefix: prefix.trim().to_owned(),
            title: row.title.trim().to_owned(),
            given_name: row.given_name.trim().to_owned(),
            family_name: row.family_name.trim().to_owned(),
        })
    }

    /// A person with the status on a seat and the faction.
    pub(super) fn seated(&self, id: PersonId, status: Status) -> Result<Seated, Incomplete> {
        let person = self.with_status(id, Some(status))?;
        Ok(Seated { person, status, faction: self.faction(id)? })
    }

    /// What is printed beside the name of somebody without a seat.
    pub(super) fn office(&self, id: PersonId) -> Result<String, Incomplete> {
        let row = self.row(id)?;
        let text = if row.office.trim().is_empty() { &row.affiliation } else { &row.office };
        Ok(text.trim().to_owned())
    }

    /// Name of a faction.
    pub(super) fn organization_name(&self, id: OrganizationId) -> Result<String, Incomplete> {
        let row = self.directory.organizations.get(&id);
        Ok(row.ok_or(Incomplete::OrganizationMissing { organization: id })?.name.clone())
    }

    /// Function of a person.
    pub(super) fn function(&self, id: PersonId) -> Option<Function> {
        let membership = self.directory.membership(id, self.organization, self.day)?;
        Some(membership.function)
    }

    /// The status as the record froze it, or that of the membership.
    pub(super) fn status(&self, id: PersonId) -> Option<Status> {
        let mut members = self.now.seats.values().filter_map(|seat| seat.member);
        let own = members.find(|member| member.person == id).map(|member| member.status);
        let mut substitutions = self.now.seats.values().flat_map(|seat| &seat.substitutions);
        let substitute = || substitutions.find(|one| one.substitute == id).map(|one| one.status);
        own.or_else(substitute).or_else(|| self.directory.status(id, self.organization, self.day))
    }

    fn faction(&self, id: PersonId) -> Result<String, Incomplete> {
        let mut members = self.now.seats.values().filter_map(|seat| seat.member);
        let frozen = members.find(|member| member.person == id).map(|member| member.faction);
        let membership = self.directory.membership(id, self.organization, self.day);
        let faction = frozen.unwrap_or_else(|| membership.and_then(|one| one.on_behalf_of));
        faction.map_or_else(|| Ok(String::new()), |faction| self.organization_name(faction))
    }
}
