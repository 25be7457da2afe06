//! How persons are called on a screen: short on a tile, full for reading aloud, inflected in a line.
//!
//! Only the form of address is inflected in German; somebody without one is called by the full name.

use crate::core::directory::Directory;
use crate::core::meeting::MeetingPlan;
use crate::core::membership::{Function, Membership, Status, covers};
use crate::core::person::{FormOfAddress, Person};
use crate::core::session::Snapshot;
use crate::core::{OrganizationId, PersonId};
use crate::reading::name::sorting_key;
use std::collections::BTreeMap;

/// Longest name that a small tile shows whole.
const TILE: usize = 15;

/// Persons of one session.
pub(super) struct Names<'a> {
    directory: &'a Directory,
    memberships: BTreeMap<PersonId, &'a Membership>,
    statuses: BTreeMap<PersonId, Status>,
    factions: BTreeMap<PersonId, Option<OrganizationId>>,
    short: BTreeMap<PersonId, String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(directory: &'a Directory, now: &Snapshot, plan: &MeetingPlan) -> Self {
        let day = plan.start.date();
        let of_day = directory.memberships.values().filter(|one| {
            one.organization == plan.organization && covers(one.start_date, one.end_date, day)
        });
        let memberships: BTreeMap<PersonId, &Membership> =
            of_day.map(|one| (one.person, one)).collect();
        let mut statuses: BTreeMap<PersonId, Status> =
            memberships.values().map(|one| (one.person, one.status)).collect();
        let mut factions: BTreeMap<PersonId, Option<OrganizationId>> =
            memberships.values().map(|one| (one.person, one.on_behalf_of)).collect();
        let substitutions = || now.seats.values().flat_map(|seat| &seat.substitutions);
        let members = || now.seats.values().filter_map(|seat| seat.member);
        statuses.extend(substitutions().map(|one| (one.substitute, one.status)));
        statuses.extend(members().map(|one| (one.person, one.status)));
        factions.extend(members().map(|one| (one.person, one.faction)));
        let on_tiles =
            members().map(|one| one.person).chain(substitutions().map(|one| one.substitute));
        let short = short_names(directory, on_tiles);
        Self { directory, memberships, statuses, factions, short }
    }

    pub(super) fn row(&self, id: PersonId) -> Option<&'a Person> {
        self.directory.persons.get(&id)
    }

    /// What the person is in this organization on the day.
    pub(super) fn membership(&self, id: PersonId) -> Option<&'a Membership> {
        self.memberships.get(&id).copied()
    }

    pub(super) fn memberships(&self) -> impl Iterator<Item = &'a Membership> {
        self.memberships.values().copied()
    }

    /// The status as the record froze it, or that of the membership.
    pub(super) fn status(&self, id: PersonId) -> Option<Status> {
        self.statuses.get(&id).copied()
    }

    pub(super) fn function(&self, id: PersonId) -> Option<Function> {
        self.membership(id).map(|one| one.function)
    }

    /// "WU", empty if none.
    pub(super) fn faction(&self, id: PersonId) -> String {
        let faction = self.factions.get(&id).copied().flatten();
        faction.map_or_else(String::new, |faction| self.faction_name(faction))
    }

    fn faction_name(&self, id: OrganizationId) -> String {
        let Some(row) = self.directory.organizations.get(&id) else { return String::new() };
        let short = row.short_name.trim();
        if short.is_empty() { row.name.trim() } else { short }.to_owned()
    }

    /// "Dr. Mechthild Castendyk".
    pub(super) fn full(&self, id: PersonId) -> String {
        self.row(id).map_or_else(unknown, Person::full_name)
    }

    /// "Castendyk".
    pub(super) fn family(&self, id: PersonId) -> String {
        self.row(id).map_or_else(unknown, |row| row.family_name.trim().to_owned())
    }

    /// "Dr. Mechthild".
    pub(super) fn given(&self, id: PersonId) -> String {
        self.row(id).map_or_else(String::new, |row| words(&[&row.title, &row.given_name]))
    }

    /// "Sommerfeldt-K.", "A. Weiß".
    pub(super) fn short(&self, id: PersonId) -> String {
        let known = self.short.get(&id);
        known.cloned().unwrap_or_else(|| shortened(&self.family(id)))
    }

    /// "Frau KA Dr. Castendyk".
    pub(super) fn nominative(&self, id: PersonId) -> String {
        self.called(id, "Herr", &self.prefix(id), false)
    }

    /// Dative and accusative: "Herrn KA Hollenstedt".
    pub(super) fn oblique(&self, id: PersonId) -> String {
        self.called(id, "Herrn", &self.prefix(id), false)
    }

    /// Without status: "Herrn Hollenstedt", "Frau Dr. Castendyk".
    pub(super) fn plain_oblique(&self, id: PersonId) -> String {
        self.called(id, "Herrn", "", false)
    }

    /// With or without status, and with the given name where the family name is not enough.
    pub(super) fn called_in(&self, id: PersonId, oblique: bool, full: bool, given: bool) -> String {
        let prefix = if full { self.prefix(id) } else { String::new() };
        self.called(id, if oblique { "Herrn" } else { "Herr" }, &prefix, given)
    }

    fn called(&self, id: PersonId, sir: &str, prefix: &str, given: bool) -> String {
        let Some(row) = self.row(id) else { return unknown() };
        let address = match row.form_of_address {
            FormOfAddress::Frau => "Frau",
            FormOfAddress::Herr => sir,
            FormOfAddress::None => {
                return words(&[prefix, &row.title, &row.given_name, &row.family_name]);
            }
        };
        let given = if given { row.given_name.as_str() } else { "" };
        words(&[address, prefix, &row.title, given, &row.family_name])
    }

    /// What stands before the name in a sentence: "KA", "Kreisdirektor".
    fn prefix(&self, id: PersonId) -> String {
        let by_office = |row: &Person| row.office_prefix.trim().to_owned();
        match self.status(id) {
            None | Some(Status::HVB | Status::Official | Status::Guest) => {
                self.row(id).map_or_else(String::new, by_office)
            }
            Some(status) => status.abbreviation().to_owned(),
        }
    }

    /// "durch" or "fest" needs to know who: "die Vorsitzende", "den stellv. Vorsitzenden".
    pub(super) fn chair_accusative(&self, id: PersonId) -> &'static str {
        let form = self.row(id).map_or(FormOfAddress::None, |row| row.form_of_address);
        let by_law = self.status(id) == Some(Status::HVB);
        match (self.function(id), form) {
            (Some(Function::Chair), FormOfAddress::Frau) => "die Vorsitzende",
            (Some(Function::Chair), FormOfAddress::Herr) => "den Vorsitzenden",
            (Some(Function::DeputyChair), FormOfAddress::Frau) => "die stellv. Vorsitzende",
            (Some(Function::DeputyChair), FormOfAddress::Herr) => "den stellv. Vorsitzenden",
            (Some(Function::DeputyChair), FormOfAddress::None) => "den stellv. Vorsitz",
            (_, FormOfAddress::Frau) if by_law => "die Vorsitzende",
            (_, FormOfAddress::Herr) if by_law => "den Vorsitzenden",
            (Some(Function::Chair), FormOfAddress::None) => "den Vorsitz",
            _ => "die Sitzungsleitung",
        }
    }

    /// "die Vorsitzende", "der stellv. Vorsitzende".
    pub(super) fn chair_nominative(&self, id: PersonId) -> String {
        let accusative = self.chair_accusative(id);
        match accusative.strip_prefix("den ") {
            None => accusative.to_owned(),
            Some(noun) => {
                let noun = noun.strip_suffix("enden").map(|stem| format!("{stem}ende"));
                format!("der {}", noun.as_deref().unwrap_or(&accusative[4..]))
            }
        }
    }

    /// Key for lists of names: family name, then given names.
    pub(super) fn sorting_key(&self, id: PersonId) -> (String, String) {
        self.row(id).map_or_else(Default::default, sorting_key)
    }
}

fn unknown() -> String {
    "Unbekannte Person".to_owned()
}

/// Joins what is not empty with single blanks.
pub(super) fn words(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

/// Names on tiles: two equal surnames are told apart by the first letter of the given name, and by
/// all of it where that is not enough.
fn short_names(
    directory: &Directory,
    persons: impl Iterator<Item = PersonId>,
) -> BTreeMap<PersonId, String> {
    let rows: BTreeMap<PersonId, &Person> =
        persons.filter_map(|id| Some((id, directory.persons.get(&id)?))).collect();
    let mut namesakes: BTreeMap<&str, Vec<&Person>> = BTreeMap::new();
    for row in rows.values() {
        namesakes.entry(row.family_name.trim()).or_default().push(row);
    }
    let initial = |row: &Person| row.given_name.trim().chars().next();
    let short = |row: &Person| {
        let family = shortened(row.family_name.trim());
        let same = namesakes.get(row.family_name.trim()).map_or(&[][..], Vec::as_slice);
        if same.len() < 2 {
            return family;
        }
        let alone = same.iter().filter(|other| initial(other) == initial(row)).count() < 2;
        match initial(row) {
            Some(letter) if alone => format!("{letter}. {family}"),
            _ => words(&[&row.given_name, &family]),
        }
    };
    rows.iter().map(|(id, row)| (*id, short(row))).collect()
}

/// The second part of a long double name becomes a letter; what is still too long is cut.
fn shortened(family: &str) -> String {
    if family.chars().count() <= TILE {
        return family.to_owned();
    }
    let double = family.split_once('-').and_then(|(first, second)| {
        second.chars().next().map(|letter| format!("{first}-{letter}."))
    });
    let name = double.unwrap_or_else(|| family.to_owned());
    if name.chars().count() <= TILE {
        return name;
    }
    let cut: String = name.chars().take(TILE - 1).collect();
    format!("{}…", cut.trim_end_matches(['-', ' ', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_fit_a_tile() {
        for (family, short) in [
            ("Alm", "Alm"),
            ("Marquardt-Vieth", "Marquardt-Vieth"),
            ("Sommerfeldt-Kühnhausen", "Sommerfeldt-K."),
            ("Wolkenkratzermann", "Wolkenkratzerm…"),
            ("Schwarzenfelder-von-Hohenstein", "Schwarzenfelde…"),
            ("Freifrau von Oldershausen", "Freifrau von O…"),
            ("", ""),
        ] {
            assert_eq!(shortened(family), short);
        }
    }
}
