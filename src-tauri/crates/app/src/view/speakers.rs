//! How everybody of a session is called in a sentence, in each case: what names are completed to
//! while somebody types.

use super::names::{self, Names};
use super::proceedings::detail;
use super::source::Source;
use crate::core::PersonId;
use crate::core::session::state::Place;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A grammatical case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NameCase {
    /// Who.
    Nominative,
    /// Whose.
    Genitive,
    /// To whom.
    Dative,
    /// Whom.
    Accusative,
}

/// One form of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NameForm {
    /// "Herrn KA Hollenstedt".
    pub words: String,
    /// Where it stands.
    pub cases: Vec<NameCase>,
    /// Without status or office, for who was named before.
    pub short: bool,
}

/// Somebody who can be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Speaker {
    /// Who.
    pub person: PersonId,
    /// What its first letters are typed of: "Hollenstedt", "Vorsitzende".
    pub name: String,
    /// "Jens Hollenstedt, KA, WU", "abwesend" behind it for who is not there.
    pub detail: String,
    /// In the room or connected.
    pub there: bool,
    /// The usual one first.
    pub forms: Vec<NameForm>,
}

const CASES: [NameCase; 4] =
    [NameCase::Nominative, NameCase::Dative, NameCase::Accusative, NameCase::Genitive];

/// Who chairs; then those who are there, by seat, and the others.
pub(super) fn view(source: &Source) -> Vec<Speaker> {
    let everybody = everybody(source);
    let plain = |one: PersonId| source.names.called_in(one, false, false, false);
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for one in &everybody {
        *called.entry(plain(*one)).or_default() += 1;
    }
    let namesake = |one: PersonId| called.get(&plain(one)).is_some_and(|count| *count > 1);
    let chair = source.now.chair.map(|chair| by_office(source, chair));
    let persons = everybody.iter().map(|one| speaker(source, *one, namesake(*one)));
    chair.into_iter().chain(persons).collect()
}

fn everybody(source: &Source) -> Vec<PersonId> {
    let now = source.now;
    let seats = now.seats.values();
    let members = seats.clone().filter_map(|seat| seat.member).map(|one| one.person);
    let substitutes = seats.flat_map(|seat| &seat.substitutions).map(|one| one.substitute);
    let of_day = source.names.memberships().map(|one| one.person);
    let noted = source.draft().into_iter().flat_map(|noted| noted.present.iter().copied());
    let came = now.attendance.keys().copied();
    let all: BTreeSet<PersonId> =
        members.chain(substitutes).chain(of_day).chain(noted).chain(came).collect();
    let mut all: Vec<PersonId> = all.into_iter().collect();
    all.sort_by_cached_key(|one| {
        (!there(source, *one), number_of(source, *one), source.names.sorting_key(*one))
    });
    all
}

fn there(source: &Source, person: PersonId) -> bool {
    source.now.present(person).is_some() || source.noted(person)
}

/// Of the seat that somebody sits on, or would.
fn number_of(source: &Source, person: PersonId) -> u16 {
    let now = source.now;
    let sits = match now.present(person).map(|there| there.place) {
        Some(Place::Seat(seat, _)) => Some(seat),
        Some(Place::Beside(_)) => None,
        None => now.seat_of(person),
    };
    sits.map_or(u16::MAX, |seat| source.seat_number(seat))
}

fn speaker(source: &Source, person: PersonId, namesake: bool) -> Speaker {
    let names = &source.names;
    let full = |case| names.in_case(person, case, true, namesake);
    let short = |case| names.in_case(person, case, false, namesake);
    let mut forms = merged(full, false);
    let brief = merged(short, true).into_iter();
    let known: Vec<String> = forms.iter().map(|form| form.words.clone()).collect();
    forms.extend(brief.filter(|form| !known.contains(&form.words)));
    let there = there(source, person);
    let absent = if there { "" } else { "abwesend" };
    let parts = [&names.full(person), &detail(source, person), absent];
    let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    Speaker { person, name: names.family(person), detail, there, forms }
}

/// "die Vorsitzende".
fn by_office(source: &Source, person: PersonId) -> Speaker {
    let names = &source.names;
    let words = |case| names.chair_in_case(person, case);
    let name = words(NameCase::Nominative).rsplit(' ').next().unwrap_or_default().to_owned();
    let there = there(source, person);
    Speaker { person, name, detail: names.full(person), there, forms: merged(words, false) }
}

/// Each wording once, with all cases in which it stands.
fn merged(words: impl Fn(NameCase) -> String, short: bool) -> Vec<NameForm> {
    let mut forms: Vec<NameForm> = Vec::new();
    for case in CASES {
        let words = words(case);
        match forms.iter_mut().find(|form| form.words == words) {
            Some(form) => form.cases.push(case),
            None => forms.push(NameForm { words, cases: vec![case], short }),
        }
    }
    forms
}

impl Names<'_> {
    /// With or without what stands before the name; of two with one name with the given one.
    fn in_case(&self, id: PersonId, case: NameCase, full: bool, namesake: bool) -> String {
        let (oblique, genitive) = (case != NameCase::Nominative, case == NameCase::Genitive);
        let words = self.called_in(id, oblique, full, namesake);
        match words.split(' ').next() {
            Some("Frau") if genitive => format!("der {words}"),
            Some("Herrn") if genitive => format!("des {words}"),
            _ if genitive => format!("von {words}"),
            _ => words,
        }
    }

    /// "die Vorsitzende", "des Vorsitzenden", "dem stellv. Vorsitz".
    fn chair_in_case(&self, id: PersonId, case: NameCase) -> String {
        let accusative = self.chair_accusative(id);
        let (article, noun) = accusative.split_once(' ').unwrap_or(("", accusative));
        let weak = noun.ends_with("Vorsitzende") || noun.ends_with("Vorsitzenden");
        let article = match (article, case) {
            (_, NameCase::Accusative) => return accusative.to_owned(),
            (_, NameCase::Nominative) => return self.chair_nominative(id),
            ("die", _) => "der",
            (_, NameCase::Genitive) => "des",
            (_, NameCase::Dative) => "dem",
        };
        let strong = article == "des" && !weak;
        let ending = match noun {
            _ if strong => "es",
            _ if weak && !noun.ends_with('n') => "n",
            _ => "",
        };
        names::words(&[article, &format!("{noun}{ending}")])
    }
}
