//! Who takes part in a run-off, where the chair has to find it: who can, and what the numbers say.

use super::elections::no_election;
use super::source::Source;
use super::vote::texts;
use super::words::{and, bound, number};
use crate::core::rules::ReasonCode;
use crate::core::session::state::ElectionState;
use crate::core::session::{Command, Rejection, preview};
use crate::core::{ActId, ElectionId, PersonId};
use crate::error::ApiError;
use crate::messages::{self, Case};
use crate::request::MeetingRequest;
use serde::Serialize;

/// A run-off that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RunOffView {
    /// Why it is not plain who takes part; empty where it is.
    pub words: String,
    /// Who can, those with more votes first.
    pub candidates: Vec<RunOffCandidate>,
}

/// Somebody who can take part in a run-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RunOffCandidate {
    /// Who.
    pub person: PersonId,
    /// "Frau KA Alm".
    pub full_name: String,
    /// "8 Stimmen".
    pub detail: String,
    /// Takes part as it stands.
    pub stands: bool,
}

/// What it would mean if these persons ran off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RunOffPreview {
    /// "Engere Wahl zwischen Frau KA Alm und Herrn KA Birk."
    pub words: String,
    /// Hints, whole sentences.
    pub hints: Vec<String>,
    /// They do not run off already.
    pub changes: bool,
}

/// None where nobody else can take part.
pub(super) fn view(source: &Source, state: &ElectionState) -> Option<RunOffView> {
    let (eligible, standing) = (state.eligible(), state.standing());
    if eligible.len() < 2 || (eligible.len() == 2 && standing.len() == 2) {
        return None;
    }
    let last = state.rounds.last()?;
    let votes = |person: PersonId| {
        let of = last.tally.candidates.iter().find(|one| one.person == person);
        number(of.map_or(0, |one| usize::from(one.votes)), "Stimme", "Stimmen")
    };
    let candidate = |person: PersonId| RunOffCandidate {
        person,
        full_name: source.names.nominative(person),
        detail: votes(person),
        stands: standing.contains(&person),
    };
    let found = "Wer teilnimmt, hat der Vorsitz festgestellt.".to_owned();
    let explained = last.result.hints.iter().find(|one| one.code == ReasonCode::RunOff);
    let explained = explained.map(|reason| bound(&reason.text));
    Some(RunOffView {
        words: if state.settled.is_some() { found } else { explained.unwrap_or_default() },
        candidates: eligible.into_iter().map(candidate).collect(),
    })
}

/// With every tap; a refusal is what recording it would be refused for.
pub(super) fn preview(
    source: &Source,
    election: ElectionId,
    persons: &[PersonId],
) -> Result<RunOffPreview, ApiError> {
    let state = source.now.election(election).ok_or_else(no_election)?;
    let told = preview::run_off(source.directory, source.profile, state, persons);
    let (hints, changes) = match told {
        Ok(hints) => (texts(&hints), true),
        Err(Rejection::RunoffUnchanged) => (Vec::new(), false),
        Err(why) => {
            let (act, meeting, at) = (ActId::from_key("ahead"), source.state.meeting, source.clock);
            let command = Command::SettleRunoff { election, persons: persons.to_vec() };
            let request = MeetingRequest { act, meeting, based_on: None, at, command };
            let case = Case { directory: source.directory, state: source.state, request: &request };
            return Err(messages::rejection(&why, &case));
        }
    };
    let mut eligible = state.eligible();
    eligible.retain(|person| persons.contains(person));
    let names: Vec<String> = eligible.iter().map(|one| source.names.oblique(*one)).collect();
    Ok(RunOffPreview { words: format!("Engere Wahl zwischen {}.", and(&names)), hints, changes })
}
