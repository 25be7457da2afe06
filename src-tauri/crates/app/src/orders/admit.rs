//! Officials and guests by name: who is in the directory already is used again, anybody else is
//! added with the same tap.

use super::{answer, in_words, moment, newcomer, was_recorded};
use crate::core::directory::{Directory, MasterRow};
use crate::core::membership::{Function, Membership, Status};
use crate::core::person::{FormOfAddress, Person};
use crate::core::session::command::{Capacity, Mode};
use crate::core::session::{Command, Phase, State};
use crate::core::{ActId, AgendaItemId, MeetingId, MembershipId, PersonId};
use crate::drafts;
use crate::engine::Engine;
use crate::error::ApiError;
use crate::messages;
use crate::order::Answer;
use crate::reading::{name, people};
use crate::request::{Caller, MeetingRequest, OpeningRequest, Request};

/// Who comes, as typed.
pub(super) struct Named<'a> {
    pub(super) capacity: Capacity,
    pub(super) mode: Mode,
    pub(super) item: Option<AgendaItemId>,
    pub(super) form_of_address: FormOfAddress,
    pub(super) name: &'a str,
    pub(super) detail: &'a str,
}

/// Somebody without a seat comes; before the opening it is noted.
pub(super) fn admit(
    engine: &mut Engine,
    (act, meeting): (ActId, MeetingId),
    at: Option<&str>,
    named: &Named,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    if was_recorded(engine, act, meeting)? {
        return answer(engine, Some(meeting), Vec::new(), caller.now);
    }
    let state = engine.state(meeting)?.clone();
    let person = person(engine.directory(), &state, act, named)?;
    let known = engine.directory().persons.get(&person.id);
    let mut rows = Vec::new();
    if known != Some(&person) {
        rows.push(MasterRow::Person(person.clone()));
    }
    let typed = [(person.id.to_string(), person.full_name())];
    if state.now.phase == Phase::Prepared {
        rows.extend(told_apart(engine.directory(), &state, &person, named.capacity)?);
        let mut draft = engine.opening_draft(meeting)?.unwrap_or_default();
        if !draft.present.contains(&person.id) {
            draft.present.push(person.id);
        }
        if named.mode == Mode::Remote && !draft.remote.contains(&person.id) {
            draft.remote.push(person.id);
        }
        let request = OpeningRequest { act, meeting, rows, draft };
        let noted = engine.execute(&Request::Opening(Box::new(request)), caller);
        noted.map_err(|fault| in_words(&fault, &typed))?;
        return answer(engine, Some(meeting), Vec::new(), caller.now);
    }
    let at = moment(engine, meeting, act, at, caller.now)?;
    let command = Command::AdmitAttendee {
        person: person.id,
        capacity: named.capacity,
        mode: named.mode,
        item: named.item,
    };
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    newcomer::record(engine, rows, request, &typed, caller)
}

/// A guest comes now, as typed in one line.
pub(super) fn guest(
    engine: &mut Engine,
    of: (ActId, MeetingId),
    typed: &str,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let (name, detail) = people::guest(typed);
    let guest = Named {
        capacity: Capacity::Guest,
        mode: Mode::Room,
        item: None,
        form_of_address: FormOfAddress::None,
        name,
        detail,
    };
    admit(engine, of, None, &guest, caller)
}

/// The person as the directory will have it.
fn person(
    directory: &Directory,
    state: &State,
    act: ActId,
    named: &Named,
) -> Result<Person, ApiError> {
    let read = newcomer::read(named.name)?;
    let id = || PersonId::from_key(&act.to_string());
    let known = newcomer::same_name(directory, &read);
    let known = known.or_else(|| only_one(directory, state, &read, named));
    let mut person = known.cloned().unwrap_or_else(|| newcomer::new(&read, id()));
    let now = &state.now;
    if now.seat_of(person.id).is_some() {
        return Err(messages::has_seat(&person.full_name()));
    }
    newcomer::address(&mut person, &read, named.form_of_address);
    let detail = named.detail.trim();
    if !detail.is_empty() {
        match named.capacity {
            Capacity::Official => detail.clone_into(&mut person.office),
            Capacity::Guest => detail.clone_into(&mut person.affiliation),
        }
    }
    Ok(person)
}

/// "Herr Richthoff", where only one of that name can be meant: known as what was chosen, without a
/// seat, and nothing that was typed speaks against it.
fn only_one<'a>(
    directory: &'a Directory,
    state: &State,
    read: &name::Name,
    named: &Named,
) -> Option<&'a Person> {
    let (now, detail) = (&state.now, named.detail.trim());
    let meant = |person: &&Person| {
        let status = drafts::status(now, directory, person.id);
        let says = !person.office.trim().is_empty() || !person.affiliation.trim().is_empty();
        let fits = |typed: &str, known: &str| typed.is_empty() || typed == known.trim();
        name::folded(&person.family_name) == name::folded(&read.family)
            && fits(&read.title, &person.title)
            && (read.form == FormOfAddress::None || read.form == person.form_of_address)
            && (fits(detail, &person.office) || fits(detail, &person.affiliation))
            && (says || status.is_some())
            && drafts::is_told_apart(person, status, named.capacity)
            && now.seat_of(person.id).is_none()
    };
    let mut all = directory.persons.values().filter(meant);
    let one = all.next().filter(|_| read.given.is_empty())?;
    all.next().is_none().then_some(one)
}

/// The opening tells officials from guests by the directory; where that would say something else
/// than was chosen, a membership says it.
fn told_apart(
    directory: &Directory,
    state: &State,
    person: &Person,
    capacity: Capacity,
) -> Result<Option<MasterRow>, ApiError> {
    let status = drafts::status(&state.now, directory, person.id);
    if matches!(status, Some(Status::KA | Status::RM | Status::SB | Status::SE)) {
        return Err(messages::has_status(&person.full_name()));
    }
    if status == Some(Status::HVB) || drafts::is_told_apart(person, status, capacity) {
        return Ok(None);
    }
    let Some(plan) = &state.now.plan else { return Ok(None) };
    let known = directory.membership(person.id, plan.organization, plan.start.date());
    let of_both = format!("{}/{}", plan.organization, person.id);
    let mut membership = known.cloned().unwrap_or_else(|| Membership {
        id: MembershipId::from_key(&of_both),
        person: person.id,
        organization: plan.organization,
        status: Status::Guest,
        function: Function::Adviser,
        on_behalf_of: None,
        start_date: None,
        end_date: None,
    });
    membership.status = match capacity {
        Capacity::Official => Status::Official,
        Capacity::Guest => Status::Guest,
    };
    Ok(Some(MasterRow::Membership(membership)))
}
