//! Looks persons, factions and offices up in master data.

use super::{
    AbsenceCause, Addressee, Chair, ChairFunction, Clerk, Incomplete, Motion, Mover, Person,
    Seated, Text,
};
use chrono::NaiveDate;
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::membership::{Function, Status};
use sitzungsbuch_core::motion;
use sitzungsbuch_core::person;
use sitzungsbuch_core::rules::attendance;
use sitzungsbuch_core::session::Snapshot;
use sitzungsbuch_core::{AgendaItemId, Moment, OrganizationId, PersonId};

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

    /// An organization as a sentence names it.
    pub(super) fn addressee(&self, id: OrganizationId) -> Result<Addressee, Incomplete> {
        let row = self.directory.organizations.get(&id);
        let row = row.ok_or(Incomplete::OrganizationMissing { organization: id })?;
        Ok(Addressee { name: row.name.trim().to_owned(), gender: row.gender })
    }

    /// Several persons in their order.
    pub(super) fn persons(&self, ids: &[PersonId]) -> Result<Vec<Person>, Incomplete> {
        ids.iter().map(|id| self.person(*id)).collect()
    }

    /// Number of an item.
    pub(super) fn number(&self, id: AgendaItemId) -> Option<String> {
        self.now.item(id).map(|state| state.item.number.trim().to_owned())
    }

    /// Why somebody is not at the table.
    pub(super) fn cause(&self, cause: attendance::AbsenceCause) -> AbsenceCause {
        match cause {
            attendance::AbsenceCause::Outage => AbsenceCause::Outage,
            attendance::AbsenceCause::PublicArea => AbsenceCause::PublicArea,
            attendance::AbsenceCause::Item(item) => {
                AbsenceCause::Item(self.number(item).unwrap_or_default())
            }
        }
    }

    /// Somebody who chairs, with the function.
    pub(super) fn chair(&self, id: PersonId) -> Result<Chair, Incomplete> {
        let official = self.status(id) == Some(Status::HVB);
        let function = match self.function(id) {
            Some(Function::DeputyChair) => ChairFunction::Deputy,
            Some(Function::Chair) => ChairFunction::Chair,
            // By law, not by appointment (§ 25 Abs. 2 KrO NRW, § 40 Abs. 2 GO NRW).
            _ if official => ChairFunction::Chair,
            _ => ChairFunction::Leader,
        };
        let office = if official { self.office(id)? } else { String::new() };
        Ok(Chair { person: self.person(id)?, function, office })
    }

    /// Somebody who keeps the minutes, since the opening or from a time on.
    pub(super) fn clerk(&self, id: PersonId, from: Option<Moment>) -> Result<Clerk, Incomplete> {
        Ok(Clerk { person: self.person(id)?, office: self.office(id)?, from })
    }

    /// A motion; its text is given where it is to be told.
    pub(super) fn motion(&self, source: &motion::Motion, text: Text) -> Result<Motion, Incomplete> {
        let mut movers = Vec::new();
        for mover in &source.movers {
            movers.push(match mover {
                motion::Mover::Faction(id) => {
                    Mover::Faction(self.organization_name(*id)?.trim().to_owned())
                }
                motion::Mover::Person(id) => Mover::Person(self.person(*id)?),
                motion::Mover::Administration => Mover::Administration,
            });
        }
        let [name, position, old_amount, new_amount] =
            [&source.name, &source.position, &source.old_amount, &source.new_amount]
                .map(|printed| printed.trim().to_owned());
        Ok(Motion { kind: source.kind, movers, name, text, position, old_amount, new_amount })
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
