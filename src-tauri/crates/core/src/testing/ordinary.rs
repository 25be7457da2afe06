//! A session of any length in which ordinary things happen: for measuring, not for judging.
//!
//! The acts go round in a cycle that leaves everything as it found it, so that a session of ten
//! thousand acts differs from one of a hundred only in its length.

use super::{Committee, Rehearsal};
use crate::agenda_item::Outcome;
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::rules::majority::Count;
use crate::session::Command;
use crate::session::command::{Announced, Capacity, Matter, Mode, Tally};
use crate::testing::committee::text;
use crate::{AgendaItemId, Moment};
use alloc::format;
use alloc::vec::Vec;

/// Acts of one round.
pub const ROUND: u32 = 14;

/// Acts to a minute: ten thousand end before the day after the session does.
const PER_MINUTE: u32 = 8;

/// When the act with a number happens, from 0.
pub fn moment(number: u32) -> Moment {
    let minute = 16 * 60 + 32 + number / PER_MINUTE;
    let (day, hour, minute) = (12 + minute / 1440, minute / 60 % 24, minute % 60);
    Moment::parse(&format!("2026-11-{day:02}T{hour:02}:{minute:02}+01:00")).expect("a time")
}

/// The act with a number, from 0, after the opening.
pub fn act(number: u32) -> Command {
    let (round, step) = (number / ROUND, number % ROUND);
    let turn = u16::try_from(round % 14).unwrap_or_default();
    let [leaves, out, biased] = [turn + 2, (turn + 5) % 14 + 2, (turn + 9) % 14 + 2]
        .map(|number| Committee::numbered('m', number));
    let item = item(round);
    let guest = Committee::numbered('g', 2);
    match step {
        0 => Command::CallItem { item },
        1 => Command::RecordDeparture { person: leaves },
        2 => {
            Command::DeclareRecusal { person: biased, item, by: RecusalBasis::Declared, note: None }
        }
        3 | 7 => vote(item),
        4 => Command::EndRecusal { person: biased },
        5 => Command::RecordOutcome { item, outcome: Outcome::Noted, to: None, wording: None },
        6 => Command::RecordArrival { person: leaves, mode: Mode::Room },
        8 => Command::AdmitAttendee {
            person: guest,
            capacity: Capacity::Guest,
            mode: Mode::Room,
            item: None,
        },
        9 => Command::RecordAbsence { person: out, cause: AbsenceCause::PublicArea },
        10 => Command::EndAbsence { person: out },
        11 => Command::EstablishQuorum {},
        12 => Command::RecordDeparture { person: guest },
        _ => Command::CloseItem { item, settles: Vec::new() },
    }
}

/// A member who comes, entered afterwards: nobody else is concerned by it.
pub fn late() -> Command {
    Command::AdmitAttendee {
        person: Committee::numbered('g', 3),
        capacity: Capacity::Guest,
        mode: Mode::Room,
        item: None,
    }
}

fn item(round: u32) -> AgendaItemId {
    Committee::item(["2", "3", "4.1", "4.2", "5"][round as usize % 5])
}

/// A counted vote on an item.
pub fn vote(item: AgendaItemId) -> Command {
    Command::RecordVote {
        item,
        matter: Matter::Item,
        majority: None,
        repeats: None,
        wording_put: text("Dem Vorschlag der Verwaltung wird gefolgt."),
        tally: Tally::Counted {
            count: Count { yes: 9, no: 3, abstain: 2, invalid: 0 },
            by_faction: Vec::new(),
        },
        announced: Announced::Accepted,
        note: None,
    }
}

/// The opening, with everybody there.
pub fn opening() -> Command {
    let members = |numbers: core::ops::RangeInclusive<u16>| {
        numbers.map(|number| Committee::numbered('m', number)).collect()
    };
    Command::OpenMeeting {
        chair: Committee::numbered('m', 1),
        clerk: Committee::numbered('k', 1),
        present: members(1..=17),
        officials: [Committee::numbered('o', 1)].into(),
        guests: [Committee::numbered('g', 1)].into(),
        remote: Vec::new(),
    }
}

/// A session in which so many ordinary acts have been recorded.
pub fn session(acts: u32) -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(17));
    rehearsal.act(Committee::at("16:32"), &opening()).expect("the opening");
    for number in 0..acts {
        let command = act(number);
        let result = rehearsal.act(moment(number), &command);
        result.unwrap_or_else(|why| panic!("{number} {command:?}: {why:?}"));
    }
    rehearsal
}
