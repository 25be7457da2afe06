//! The opening while it is prepared: who is there so far, who will chair and keep the minutes.
//!
//! A draft is durable with every tap and says nothing yet: the opening takes it over as one act,
//! so that nobody who was there from the start gets a time of arrival.

use crate::core::directory::Directory;
use crate::core::membership::{Function, Membership, Status};
use crate::core::person::Person;
use crate::core::session::command::Capacity;
use crate::core::session::{Command, Phase, Snapshot, State};
use crate::core::{MeetingId, PersonId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::messages;
use crate::reading::name::sorting_key;
use crate::request::{Caller, OpeningRequest, Outcome, Topic};
use crate::{codec, request, rows};
use serde::{Deserialize, Serialize};
use sitzungsbuch_store::{self as store, Chain};
use std::collections::BTreeSet;

/// What was noted before the opening.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpeningDraft {
    /// Who is there: members, arranged substitutes, officials, guests.
    pub present: Vec<PersonId>,
    /// Those of them who are connected by picture and sound.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remote: Vec<PersonId>,
    /// Who will chair; none to leave it to the function.
    pub chair: Option<PersonId>,
    /// Who will keep the minutes.
    pub clerk: Option<PersonId>,
}

impl Engine {
    /// What was noted for the opening of a session; none if nothing was.
    pub fn opening_draft(&self, meeting: MeetingId) -> Result<Option<OpeningDraft>, ApiError> {
        let newest = self.vault().opening(&meeting.to_string());
        let newest = newest.map_err(|fault| messages::store(&fault))?;
        let read = |row: store::OpeningRow| serde_json::from_str(row.body.as_str());
        newest.map(read).transpose().map_err(|_| messages::internal())
    }

    /// Writes a new state of the draft, with the master data that it needs.
    pub(crate) fn note_opening(
        &mut self,
        request: &OpeningRequest,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        let OpeningRequest { act, meeting, rows: new, draft } = request;
        let id = meeting.to_string();
        let changed = BTreeSet::from([Topic::Attendance]);
        if let Some(answered) = self.lookup(*act)? {
            if answered.meeting.as_ref() != Some(&id) {
                return Err(messages::act_taken());
            }
            let (revision, hints, changed) = (answered.revision, Vec::new(), BTreeSet::new());
            return Ok(Outcome { revision, changed, hints, repeated: true });
        }
        if let Chain::Broken { reason, .. } = self.chain(*meeting)? {
            return Err(messages::broken_chain(reason));
        }
        let state = self.state(*meeting)?;
        let (revision, phase) = (state.revision(), state.now.phase);
        if phase != Phase::Prepared {
            return Err(messages::no_draft(phase));
        }
        let directory = self.with_rows(new)?;
        let named = draft.present.iter().chain(&draft.chair).chain(&draft.clerk);
        if let Some(person) = named.into_iter().find(|p| !directory.persons.contains_key(p)) {
            return Err(messages::unknown_person(*person));
        }
        let newest = self.vault().opening(&id).map_err(|fault| messages::store(&fault))?;
        let version = newest.map_or(1, |newest| newest.version + 1);
        let body = serde_json::to_string(draft).map_err(|_| messages::internal())?;
        let digest = request::of_text(&format!("opening\n{id}\n{version}\n{body}"));
        let write = store::Write {
            master: codec::encode_rows(new)?,
            meeting: Some(store::MeetingWrite {
                meeting: id,
                expected_revision: revision,
                opening: Some(store::OpeningRow { version, body: body.into() }),
                ..store::MeetingWrite::default()
            }),
            ..rows::write(*act, digest, caller)
        };
        self.commit(&write, Some(*meeting))?;
        self.adopt(directory);
        Ok(Outcome { revision, changed, hints: Vec::new(), repeated: false })
    }
}

/// As what somebody without a seat takes part who was noted before the opening.
pub(crate) fn capacity(person: &Person, status: Option<Status>) -> Capacity {
    match status {
        Some(Status::Guest) => Capacity::Guest,
        Some(Status::Official | Status::HVB) => Capacity::Official,
        _ if person.office.trim().is_empty() && !person.affiliation.trim().is_empty() => {
            Capacity::Guest
        }
        _ => Capacity::Official,
    }
}

/// Whether a person would be taken for what it was admitted as, without anything more in the
/// directory.
pub(crate) fn is_told_apart(person: &Person, status: Option<Status>, wanted: Capacity) -> bool {
    capacity(person, status) == wanted
}

/// The status of a person in the organization that meets.
pub(crate) fn status(now: &Snapshot, directory: &Directory, person: PersonId) -> Option<Status> {
    let plan = now.plan.as_ref()?;
    directory.status(person, plan.organization, plan.start.date())
}

/// Who will chair: as noted, else by function among those who are there, deputies in the order of
/// their seats, else who leads the administration.
fn chair(now: &Snapshot, directory: &Directory, draft: &OpeningDraft) -> Option<PersonId> {
    let plan = now.plan.as_ref()?;
    let membership =
        |person: PersonId| directory.membership(person, plan.organization, plan.start.date());
    let number = |person: PersonId| {
        let seat = now.seat_of(person).and_then(|seat| now.seats.get(&seat));
        seat.map_or(u16::MAX, |seat| seat.number)
    };
    let first = |fits: &dyn Fn(&Membership) -> bool| {
        let there = draft.present.iter().copied();
        there.filter(|one| membership(*one).is_some_and(fits)).min_by_key(|one| number(*one))
    };
    draft
        .chair
        .or_else(|| first(&|one| one.function == Function::Chair))
        .or_else(|| first(&|one| one.function == Function::DeputyChair))
        .or_else(|| first(&|one| one.status == Status::HVB))
}

/// Who will keep the minutes: as noted, else who answers for the session.
fn clerk(now: &Snapshot, draft: &OpeningDraft) -> Option<PersonId> {
    let contact = now.plan.as_ref().and_then(|plan| plan.contact);
    draft.clerk.or_else(|| contact.filter(|person| now.seat_of(*person).is_none()))
}

/// The one act that opens the session with what was noted, or what is missing for it.
pub(crate) fn opening(
    state: &State,
    directory: &Directory,
    draft: &OpeningDraft,
) -> Result<Command, ApiError> {
    let now = &state.now;
    if now.phase != Phase::Prepared {
        return Err(messages::no_draft(now.phase));
    }
    let name = |id: PersonId| {
        let person = directory.persons.get(&id);
        person.map_or_else(|| "Eine unbekannte Person".to_owned(), Person::full_name)
    };
    let chair = chair(now, directory, draft).ok_or_else(messages::no_chair)?;
    let clerk = clerk(now, draft).ok_or_else(messages::no_clerk)?;
    if !draft.present.contains(&chair) {
        return Err(messages::chair_absent(&name(chair)));
    }
    let (mut present, mut officials, mut guests) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    // The order of the taps means nothing: who chairs, then by name, as the minutes list them.
    let mut noted = draft.present.clone();
    let by_name = |person: PersonId| directory.persons.get(&person).map(sorting_key);
    noted.sort_by_cached_key(|person| (*person != chair, by_name(*person)));
    for person in noted.into_iter().filter(|person| seen.insert(*person)) {
        if now.seat_of(person).is_some() {
            present.push(person);
            continue;
        }
        // Who keeps the minutes is named as that, whatever else was noted.
        if person == clerk && person != chair {
            continue;
        }
        let row = directory.persons.get(&person).ok_or_else(|| messages::unknown_person(person))?;
        let status = status(now, directory, person);
        if matches!(status, Some(Status::KA | Status::RM | Status::SB | Status::SE)) {
            return Err(messages::without_seat(&name(person)));
        }
        match capacity(row, status) {
            Capacity::Official => officials.push(person),
            Capacity::Guest => guests.push(person),
        }
    }
    let comes =
        |one: &PersonId| [&present, &officials, &guests].iter().any(|all| all.contains(one));
    let remote = draft.remote.iter().copied().filter(comes).collect();
    Ok(Command::OpenMeeting { chair, clerk, present, officials, guests, remote })
}
