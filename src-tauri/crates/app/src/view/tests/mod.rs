//! Views of sessions: the sample session at several moments, the states of tiles and of the quorum
//! line, and that what is offered is accepted.
#![allow(clippy::indexing_slicing)]

mod acts;
mod arranged;
mod brink;
mod chair;
mod closing;
mod drawn;
mod elections;
mod expected;
mod motions;
mod offered;
mod put;
mod remedy;
mod resumed;
mod run_off;
mod sample;
mod speakers;
mod states;
mod votes;
mod wordings;

use super::source::Source;
use crate::core::session::Command;
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ActId, AgendaItemId, PersonId};
use crate::desk::{Finding, Found};
use crate::drafts::OpeningDraft;
use crate::order::Order;

/// A rehearsal as a view looks at it.
fn source<'a>(rehearsal: &'a Rehearsal, noted: Option<&'a OpeningDraft>) -> Source<'a> {
    let clock = Committee::at("17:12");
    let Rehearsal { state, directory, profiles, .. } = rehearsal;
    // No committee here has settled anything otherwise.
    Source::new(state, directory, profiles.first(), noted, clock).unwrap()
}

fn record(rehearsal: &mut Rehearsal, clock: &str, command: &Command) {
    rehearsal
        .act(Committee::at(clock), command)
        .unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
}

fn open(rehearsal: &mut Rehearsal, clock: &str, present: &[&str]) {
    let command = Command::OpenMeeting {
        chair: person("m1"),
        clerk: person("k1"),
        present: present.iter().map(|key| person(key)).collect(),
        officials: vec![person("o1")],
        remote: Vec::new(),
        guests: vec![person("g1")],
    };
    record(rehearsal, clock, &command);
}

/// What the button of the chair's display records.
fn by_button(rehearsal: &Rehearsal, found: Found) -> Command {
    let finding =
        Finding { act: ActId::from_key("chair"), meeting: rehearsal.state.meeting, found };
    let Order::Act { command, .. } = super::chair_order(&finding) else { panic!("no act") };
    *command
}

fn person(key: &str) -> PersonId {
    Committee::person(key)
}

fn item(number: &str) -> AgendaItemId {
    Committee::item(number)
}

fn arrives(key: &str) -> Command {
    Command::RecordArrival { person: person(key), mode: crate::core::session::command::Mode::Room }
}

fn leaves(key: &str) -> Command {
    Command::RecordDeparture { person: person(key) }
}
