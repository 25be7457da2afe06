//! A substitute by name: who is in the directory already is used again, anybody else is added with
//! status and faction, and takes the seat in the same act.

use super::{answer, moment, newcomer, was_recorded};
use crate::core::directory::{Directory, MasterRow};
use crate::core::membership::{Function, Membership, Status};
use crate::core::person::FormOfAddress;
use crate::core::session::command::Mode;
use crate::core::session::{Command, State};
use crate::core::{ActId, MeetingId, MembershipId, OrganizationId, PersonId, SeatId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::order::Answer;
use crate::request::{Caller, MeetingRequest};

/// Who takes a seat, as typed.
pub(super) struct Named<'a> {
    pub(super) seat: SeatId,
    pub(super) status: Status,
    pub(super) form_of_address: FormOfAddress,
    pub(super) name: &'a str,
    pub(super) faction: Option<OrganizationId>,
}

/// Somebody takes a seat; before the opening it is arranged.
pub(super) fn seat(
    engine: &mut Engine,
    (act, meeting): (ActId, MeetingId),
    at: Option<&str>,
    named: &Named,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    if was_recorded(engine, act, meeting)? {
        return answer(engine, Some(meeting), Vec::new(), caller.now);
    }
    let at = moment(engine, meeting, act, at, caller.now)?;
    let state = engine.state(meeting)?.clone();
    let directory = engine.directory();
    let read = newcomer::read(named.name)?;
    let id = || PersonId::from_key(&act.to_string());
    let mut person = newcomer::known_or_new(directory, &read, id);
    newcomer::address(&mut person, &read, named.form_of_address);
    let mut rows = Vec::new();
    if directory.persons.get(&person.id) != Some(&person) {
        rows.push(MasterRow::Person(person.clone()));
    }
    rows.extend(membership(directory, &state, person.id, named).map(MasterRow::Membership));
    let typed = [(person.id.to_string(), person.full_name())];
    let command =
        Command::SeatSubstitute { seat: named.seat, substitute: person.id, mode: Mode::Room };
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    newcomer::record(engine, rows, request, &typed, caller)
}

/// What the directory has to know for it; none where it knows a status with a vote or a voice.
fn membership(
    directory: &Directory,
    state: &State,
    person: PersonId,
    named: &Named,
) -> Option<Membership> {
    let plan = state.now.plan.as_ref()?;
    let known = directory.membership(person, plan.organization, plan.start.date());
    if known.is_some_and(|one| !matches!(one.status, Status::Official | Status::Guest)) {
        return None;
    }
    let id = MembershipId::from_key(&format!("{}/{person}", plan.organization));
    Some(Membership {
        id: known.map_or(id, |one| one.id),
        person,
        organization: plan.organization,
        status: named.status,
        function: Function::Substitute,
        on_behalf_of: named.faction,
        start_date: known.and_then(|one| one.start_date),
        end_date: known.and_then(|one| one.end_date),
    })
}
