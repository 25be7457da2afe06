//! A body with one committee from a form. Ids are made of names, so that the same form sent twice
//! writes nothing the second time.

use super::{answer, in_words, keep, modules, new_act, newcomer};
use crate::core::directory::{Directory, MasterRow};
use crate::core::membership::{Function, Membership, Occupancy, Seat, SeatKind, Status};
use crate::core::organization::{Body, Gender, Organization, OrganizationType};
use crate::core::paper::PaperTemplate;
use crate::core::person::{FormOfAddress, Person};
use crate::core::rules::profile::{ProfileId, RuleProfile};
use crate::core::{BodyId, MembershipId, OccupancyId, OrganizationId, PersonId, SeatId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::{FormChange, FormKind};
use crate::messages;
use crate::order::{Answer, SetUp};
use crate::reading::name;
use crate::reading::people::{EVERYBODY, birth_date, full_name};
use crate::request::{Caller, MasterRequest, Request};
use crate::script;
use crate::view::DraftPerson;
use std::collections::{BTreeMap, BTreeSet};

/// Writes what of the form is not there yet.
pub(super) fn set_up(
    engine: &mut Engine,
    form: &SetUp,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let profile = engine.profiles().iter().find(|profile| profile.id.0 == form.profile);
    let profile = profile.ok_or_else(|| messages::no_profile(&form.profile))?;
    let rows = Form::read(engine.directory(), profile, form)?.rows()?;
    let directory = engine.directory();
    let committee = rows.iter().find_map(|row| match row {
        MasterRow::Organization(one) if one.rule_profile.is_some() => Some(one),
        _ => None,
    });
    let known = committee.filter(|one| directory.organizations.contains_key(&one.id)).cloned();
    let new: Vec<MasterRow> =
        rows.into_iter().filter(|row| !script::same(directory, row)).collect();
    if let Some(known) = known.filter(|_| !new.is_empty()) {
        return Err(messages::committee_there(&known.name, form.body.trim()));
    }
    if new.is_empty() {
        keep(engine, FormChange::Drop(FormKind::SetUp), caller)?;
    } else {
        let modules = modules::usual(directory)?;
        let rows = new.into_iter().chain(modules).collect();
        let request = MasterRequest { act: new_act()?, rows };
        let typed: Vec<_> = request.rows.iter().filter_map(named).collect();
        let request = Box::new(Request::Master(request));
        let written = engine.execute(&Request::Sent { form: FormKind::SetUp, request }, caller);
        written.map_err(|fault| in_words(&fault, &typed))?;
    }
    answer(engine, None, Vec::new(), caller.now)
}

/// The id of a row and the name that people gave it.
fn named(row: &MasterRow) -> Option<(String, String)> {
    let name = match row {
        MasterRow::Body(row) => row.name.clone(),
        MasterRow::Organization(row) => row.name.clone(),
        MasterRow::Person(row) => row.full_name(),
        MasterRow::TextModule(row) => row.code.clone(),
        MasterRow::Paper(row) => row.name.clone(),
        MasterRow::Seat(_) | MasterRow::Occupancy(_) | MasterRow::Membership(_) => return None,
    };
    Some((row.id(), name))
}

/// A form that was looked at: everything in it fits together.
struct Form<'a> {
    directory: &'a Directory,
    typed: &'a SetUp,
    body: BodyId,
    committee: OrganizationId,
    members: Vec<(&'a DraftPerson, Person, Status)>,
    substitutes: Vec<(&'a DraftPerson, Person, Status)>,
    clerk: Option<Person>,
}

impl<'a> Form<'a> {
    fn read(
        directory: &'a Directory,
        profile: &RuleProfile,
        form: &'a SetUp,
    ) -> Result<Self, ApiError> {
        for (text, what) in [
            (&form.body, "Der Name der Körperschaft"),
            (&form.committee, "Der Name des Gremiums"),
            (&form.place, "Der Ort"),
        ] {
            if text.trim().is_empty() {
                return Err(messages::missing(what));
            }
        }
        let body_name = name::folded(&form.body);
        let known = directory.bodies.values().find(|body| name::folded(&body.name) == body_name);
        let body = known.map_or_else(|| BodyId::from_key(&body_name), |body| body.id);
        let key = format!("{body}/{}", name::folded(&form.committee));
        let committee = OrganizationId::from_key(&key);
        let (mut members, mut substitutes) = (Vec::new(), Vec::new());
        let (mut seen, mut open) = (BTreeSet::new(), Vec::new());
        for draft in &form.people {
            let person = person(directory, body, draft)?;
            if !seen.insert(person.id) {
                return Err(messages::named_twice(&person.full_name()));
            }
            let Some(status) = draft.status.or_else(|| only(profile)) else {
                open.push(person.full_name());
                continue;
            };
            let list = if draft.substitute_for.trim().is_empty() {
                &mut members
            } else {
                &mut substitutes
            };
            list.push((draft, person, status));
        }
        if !open.is_empty() {
            return Err(messages::status_missing(&open, &choices(profile)));
        }
        if members.is_empty() && form.vacant.is_empty() {
            return Err(messages::missing("Die Liste der Mitglieder"));
        }
        let mut chairs = members.iter().filter(|(draft, ..)| draft.chair);
        if let (Some((_, one, _)), Some((_, other, _))) = (chairs.next(), chairs.next()) {
            return Err(messages::two_chairs(&one.full_name(), &other.full_name()));
        }
        let clerk = form.clerk.as_ref().map(|draft| clerk(directory, body, draft)).transpose()?;
        let clerk = clerk.filter(|clerk| !seen.contains(&clerk.id));
        Ok(Self { directory, typed: form, body, committee, members, substitutes, clerk })
    }

    /// Rows in an order in which each finds what it refers to.
    fn rows(&self) -> Result<Vec<MasterRow>, ApiError> {
        let mut rows = vec![MasterRow::Body(self.body_row()), self.committee_row()];
        let people = self.members.iter().chain(&self.substitutes);
        let factions = people.clone().filter_map(|(draft, ..)| self.faction(&draft.faction));
        let factions: BTreeMap<_, _> = factions.map(|faction| (faction.id, faction)).collect();
        rows.extend(factions.into_values().map(MasterRow::Organization));
        rows.extend(people.clone().map(|(_, person, _)| MasterRow::Person(person.clone())));
        rows.extend(self.clerk.iter().cloned().map(MasterRow::Person));
        rows.extend(self.seats()?);
        for (draft, person, status) in people {
            let function = match draft {
                draft if !draft.substitute_for.trim().is_empty() => Function::Substitute,
                draft if draft.chair => Function::Chair,
                draft if draft.deputy => Function::DeputyChair,
                _ if *status == Status::SE => Function::Adviser,
                _ => Function::Member,
            };
            let faction = self.faction(&draft.faction).map(|faction| faction.id);
            rows.push(self.membership(person.id, *status, function, faction));
        }
        let of_office = self
            .clerk
            .iter()
            .map(|clerk| self.membership(clerk.id, Status::Official, Function::Adviser, None));
        rows.extend(of_office);
        Ok(rows)
    }

    fn body_row(&self) -> Body {
        let known = self.directory.bodies.get(&self.body);
        known.cloned().unwrap_or_else(|| {
            let trimmed = |text: &str| text.trim().to_owned();
            Body {
                id: self.body,
                name: trimmed(&self.typed.body),
                organ: trimmed(&self.typed.organ),
                place: trimmed(&self.typed.place),
                address: trimmed(&self.typed.address),
                website: trimmed(&self.typed.website),
                arms: None,
                template: None,
                papers: PaperTemplate::default(),
            }
        })
    }

    fn committee_row(&self) -> MasterRow {
        let name = self.typed.committee.trim();
        let gender = self.typed.gender.unwrap_or_else(|| gender(name));
        let genitive = self.typed.genitive.trim();
        let genitive =
            if genitive.is_empty() { usual_genitive(name, gender) } else { genitive.to_owned() };
        let council = ["Kreistag", "Rat", "Stadtrat", "Gemeinderat"];
        let first = name.split_whitespace().next().unwrap_or(name);
        let is_council = council.contains(&first);
        let known = self.directory.organizations.get(&self.committee);
        MasterRow::Organization(Organization {
            id: self.committee,
            body: self.body,
            organization_type: if is_council {
                OrganizationType::Council
            } else {
                OrganizationType::Committee
            },
            name: name.to_owned(),
            short_name: first.to_owned(),
            genitive,
            gender,
            rule_profile: Some(ProfileId(self.typed.profile.clone())),
            // The form knows neither: those of a committee that is there stay.
            local_rules: known.map_or_else(Vec::new, |known| known.local_rules.clone()),
            template: known.and_then(|known| known.template.clone()),
        })
    }

    /// The faction of that name, known or new.
    fn faction(&self, typed: &str) -> Option<Organization> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let folded = name::folded(typed);
        let known = self.directory.organizations.values().find(|one| {
            one.organization_type == OrganizationType::Faction
                && one.body == self.body
                && [&one.name, &one.short_name].into_iter().any(|name| name::folded(name) == folded)
        });
        Some(known.cloned().unwrap_or_else(|| Organization {
            id: OrganizationId::from_key(&format!("{}/fraktion/{folded}", self.body)),
            body: self.body,
            organization_type: OrganizationType::Faction,
            name: typed.to_owned(),
            short_name: typed.to_owned(),
            genitive: format!("der {typed}"),
            gender: Gender::Feminine,
            rule_profile: None,
            local_rules: Vec::new(),
            template: None,
        }))
    }

    /// A seat for every member, then the vacant ones; substitutes stand at the seats.
    fn seats(&self) -> Result<Vec<MasterRow>, ApiError> {
        let mut personal: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
        let mut list = Vec::new();
        for (draft, person, _) in &self.substitutes {
            let whom = draft.substitute_for.trim();
            if name::folded(whom) == EVERYBODY {
                list.push(person.id);
            } else {
                let member = self.member(whom);
                let member = member
                    .ok_or_else(|| messages::represented_unknown(&person.full_name(), whom))?;
                personal.entry(member).or_default().push(person.id);
            }
        }
        let held = self.members.iter().map(|(_, person, status)| {
            let kind = if *status == Status::SE { SeatKind::Advisory } else { SeatKind::Voting };
            (Some(person.id), kind)
        });
        let all = held.chain(self.typed.vacant.iter().map(|kind| (None, *kind)));
        let mut rows = Vec::new();
        for (number, (holder, kind)) in (1_u16..).zip(all) {
            let id = SeatId::from_key(&format!("{}/{number}", self.committee));
            let personal = holder.and_then(|holder| personal.remove(&holder)).unwrap_or_default();
            rows.push(MasterRow::Seat(Seat {
                id,
                organization: self.committee,
                number,
                kind,
                personal_substitutes: personal,
                substitute_list: list.clone(),
                start_date: None,
                end_date: None,
            }));
            let seat = id;
            rows.extend(holder.map(|person| {
                let id = OccupancyId::from_key(&format!("{id}/{person}"));
                MasterRow::Occupancy(Occupancy {
                    id,
                    seat,
                    person,
                    start_date: None,
                    end_date: None,
                })
            }));
        }
        Ok(rows)
    }

    /// The one member who is called like that: by the whole name, or by the family name alone.
    fn member(&self, typed: &str) -> Option<PersonId> {
        let read = name::read(typed);
        let whole = |person: &&(&DraftPerson, Person, Status)| {
            name::folded(&person.1.family_name) == name::folded(&read.family)
                && name::folded(&person.1.given_name) == name::folded(&read.given)
        };
        let family = |person: &&(&DraftPerson, Person, Status)| {
            read.given.is_empty()
                && name::folded(&person.1.family_name) == name::folded(&read.family)
        };
        let one = |fits: &dyn Fn(&&(&DraftPerson, Person, Status)) -> bool| {
            let mut found = self.members.iter().filter(|person| fits(person));
            found.next().filter(|_| found.next().is_none()).map(|(_, person, _)| person.id)
        };
        one(&whole).or_else(|| one(&family))
    }

    fn membership(
        &self,
        person: PersonId,
        status: Status,
        function: Function,
        on_behalf_of: Option<OrganizationId>,
    ) -> MasterRow {
        MasterRow::Membership(Membership {
            id: MembershipId::from_key(&format!("{}/{person}", self.committee)),
            person,
            organization: self.committee,
            status,
            function,
            on_behalf_of,
            start_date: None,
            end_date: None,
        })
    }
}

/// A person of the list; somebody of the same name in the directory is used again.
fn person(directory: &Directory, body: BodyId, draft: &DraftPerson) -> Result<Person, ApiError> {
    let trimmed = |text: &str| text.trim().to_owned();
    let read = name::Name {
        form: draft.form_of_address,
        title: trimmed(&draft.title),
        given: trimmed(&draft.given_name),
        family: trimmed(&draft.family_name),
    };
    if read.family.is_empty() {
        return Err(messages::missing("Ein Name auf der Liste"));
    }
    let id = || PersonId::from_key(&format!("{body}/{}", name::folded(&full_name(draft))));
    let mut person = newcomer::known_or_new(directory, &read, id);
    newcomer::address(&mut person, &read, FormOfAddress::None);
    if !draft.born.trim().is_empty() {
        let day = birth_date(&draft.born);
        person.birth_date = Some(day.ok_or_else(|| messages::no_day(&draft.born))?);
    }
    Ok(person)
}

/// Who keeps the minutes; what stands behind the name is the office.
fn clerk(directory: &Directory, body: BodyId, draft: &DraftPerson) -> Result<Person, ApiError> {
    let mut person = person(directory, body, draft)?;
    let office = draft.remainder.trim();
    if person.office.is_empty() && !office.is_empty() {
        office.clone_into(&mut person.office);
    }
    Ok(person)
}

/// The status of everybody where the law knows one only.
fn only(profile: &RuleProfile) -> Option<Status> {
    match profile.voting_statuses.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// "KA oder SB".
fn choices(profile: &RuleProfile) -> String {
    let names: Vec<&str> = profile.voting_statuses.iter().map(|one| one.abbreviation()).collect();
    names.join(" oder ")
}

/// By the first word: "Kommission" is feminine, "Gremium" neuter, everything else masculine.
fn gender(name: &str) -> Gender {
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| first.ends_with(end));
    if ends(&[
        "kommission",
        "versammlung",
        "vertretung",
        "konferenz",
        "gruppe",
        "verordnetenversammlung",
    ]) {
        Gender::Feminine
    } else if ends(&["gremium", "kuratorium", "präsidium", "forum"]) {
        Gender::Neuter
    } else {
        Gender::Masculine
    }
}

/// "des Ausschusses für Digitalisierung": the first word takes the ending.
fn usual_genitive(name: &str, gender: Gender) -> String {
    let (first, rest) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
    let rest = if rest.is_empty() { String::new() } else { format!(" {rest}") };
    if gender == Gender::Feminine {
        return format!("der {first}{rest}");
    }
    let small = first.to_lowercase();
    let ending = match &small {
        word if word.ends_with("ss") || word.ends_with('ß') || word.ends_with("rat") => "es",
        word if word.ends_with("tag") => "es",
        word if word.ends_with('s') => "",
        _ => "s",
    };
    format!("des {first}{ending}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_get_their_article_and_genitive() {
        for (name, expected) in [
            ("Ausschuss für Digitalisierung", "des Ausschusses für Digitalisierung"),
            ("Kreisausschuss", "des Kreisausschusses"),
            ("Kreistag", "des Kreistages"),
            ("Rat der Stadt Auental", "des Rates der Stadt Auental"),
            ("Kommission für Partnerschaften", "der Kommission für Partnerschaften"),
            ("Kuratorium", "des Kuratoriums"),
            ("Beirat", "des Beirates"),
        ] {
            assert_eq!(usual_genitive(name, gender(name)), expected, "{name}");
        }
    }
}
