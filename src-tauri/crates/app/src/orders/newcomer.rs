//! Somebody by name, as typed: found in the directory, or new to it and recorded in one transaction
//! with what they come for.

use super::{answer, in_words};
use crate::core::PersonId;
use crate::core::directory::{Directory, MasterRow};
use crate::core::person::{FormOfAddress, Person};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::messages;
use crate::order::Answer;
use crate::reading::name;
use crate::request::{Caller, JointRequest, MeetingRequest, Request};

/// The name as typed; a missing family name is said.
pub(super) fn read(typed: &str) -> Result<name::Name, ApiError> {
    let read = name::read(typed);
    if read.family.is_empty() {
        return Err(messages::missing("Der Name"));
    }
    Ok(read)
}

/// Somebody of the same name, or a new person of that name.
pub(super) fn known_or_new(
    directory: &Directory,
    read: &name::Name,
    id: impl FnOnce() -> PersonId,
) -> Person {
    same_name(directory, read).cloned().unwrap_or_else(|| new(read, id()))
}

pub(super) fn new(read: &name::Name, id: PersonId) -> Person {
    Person {
        id,
        form_of_address: FormOfAddress::None,
        title: read.title.clone(),
        given_name: read.given.clone(),
        family_name: read.family.clone(),
        office: String::new(),
        office_prefix: String::new(),
        affiliation: String::new(),
        phone: String::new(),
        fax: String::new(),
        email: String::new(),
        birth_date: None,
        signature: None,
    }
}

/// Somebody of the same name; a title that one of them lacks does not tell them apart.
pub(super) fn same_name<'a>(directory: &'a Directory, read: &name::Name) -> Option<&'a Person> {
    directory.persons.values().find(|person| {
        let titles = [person.title.trim(), read.title.as_str()];
        let (one, other) = (name::folded(&person.given_name), name::folded(&read.given));
        one == other
            && name::folded(&person.family_name) == name::folded(&read.family)
            && (titles[0] == titles[1] || titles.contains(&""))
    })
}

/// What the name says comes first; the form's choice only fills in what nobody knows.
pub(super) fn address(person: &mut Person, read: &name::Name, chosen: FormOfAddress) {
    let forms = [read.form, person.form_of_address, chosen];
    if let Some(form) = forms.into_iter().find(|form| *form != FormOfAddress::None) {
        person.form_of_address = form;
    }
}

/// Records the act together with what the directory has to know for it. A refusal names people as
/// they were `typed` (id and name).
pub(super) fn record(
    engine: &mut Engine,
    rows: Vec<MasterRow>,
    request: MeetingRequest,
    typed: &[(String, String)],
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let meeting = request.meeting;
    let joint = JointRequest { rows, request };
    let outcome = engine.execute(&Request::Joint(Box::new(joint)), caller);
    let outcome = outcome.map_err(|fault| in_words(&fault, typed))?;
    answer(engine, Some(meeting), outcome.hints, caller.now)
}
