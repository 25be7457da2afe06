//! The largest session there is: 200 seats, and acts without end. They go round in a cycle that leaves
//! everything as it found it, other members in every round.

use super::{Committee, ordinary};
use crate::agenda_item::Outcome;
use crate::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::session::command::{Command, Mode};
use crate::{AgendaItemId, Moment, PersonId};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// Its seats.
pub const SEATS: u16 = 200;
/// Acts of one round, a third of them in each of its three minutes.
pub const ROUND: u32 = 33;
const PER_MINUTE: u32 = 11;

/// A minute after the opening, from 0.
pub fn moment(minute: u32) -> Moment {
    let minute = 16 * 60 + 33 + minute;
    let (day, hour, minute) = (12 + minute / 1440, minute / 60 % 24, minute % 60);
    Moment::parse(&format!("2026-11-{day:02}T{hour:02}:{minute:02}+01:00")).expect("a time")
}

/// The item of a round.
pub fn item(round: u32) -> AgendaItemId {
    Committee::item(["2", "3", "4.1", "4.2", "5"][round as usize % 5])
}

/// Every round has other members: seats 2 to 180 take their turn.
fn member(kind: char, round: u32, place: u32) -> PersonId {
    Committee::numbered(kind, seat(round, place))
}

fn seat(round: u32, place: u32) -> u16 {
    u16::try_from((round * 7 + place * 23) % 179 + 2).unwrap_or_default()
}

fn biased(person: PersonId, item: AgendaItemId) -> Command {
    Command::DeclareRecusal { person, item, by: RecusalBasis::Declared, note: None }
}

fn sits_in(round: u32, place: u32, substitute: PersonId) -> Command {
    let seat = Committee::seat(seat(round, place));
    Command::SeatSubstitute { seat, substitute, mode: Mode::Room }
}

/// The act with a number, from 0, after the opening, and when it happens.
pub fn act(number: u32) -> (Moment, Command) {
    let (round, step) = (number / ROUND, number % ROUND);
    let mut acts = acts(round);
    (moment(round * 3 + step / PER_MINUTE), acts.swap_remove(step as usize))
}

/// One round. Places 0 to 2 are represented, the last of them by an adviser.
fn acts(round: u32) -> Vec<Command> {
    let item = item(round);
    let comes = |person| Command::RecordArrival { person, mode: Mode::Room };
    let goes = |person| Command::RecordDeparture { person };
    let away = |place, cause| Command::RecordAbsence { person: member('m', round, place), cause };
    let [m, v] = ['m', 'v'].map(|kind| move |place| member(kind, round, place));
    let vote = || ordinary::vote(item);
    let adviser = Committee::numbered('e', 2);
    let first = vec![
        Command::CallItem { item },
        goes(m(0)),
        goes(m(1)),
        goes(m(2)),
        sits_in(round, 0, v(0)),
        sits_in(round, 1, v(1)),
        biased(m(3), item),
        biased(m(4), item),
        away(5, AbsenceCause::PublicArea),
        vote(),
        Command::EstablishQuorum {},
    ];
    let second = vec![
        comes(m(0)),
        goes(v(1)),
        comes(v(1)),
        sits_in(round, 2, adviser),
        Command::EndRecusal { person: m(3) },
        goes(m(4)),
        Command::EndRecusal { person: m(4) },
        away(6, AbsenceCause::Item(item)),
        ordinary::late(),
        Command::RecordOutcome { item, outcome: Outcome::Noted, to: None, wording: None },
        vote(),
    ];
    let third = vec![
        comes(m(2)),
        comes(m(1)),
        comes(m(4)),
        Command::EndAbsence { person: m(5) },
        biased(m(7), item),
        goes(Committee::numbered('g', 3)),
        Command::EstablishQuorum {},
        vote(),
        goes(m(8)),
        comes(m(8)),
        Command::CloseItem { item, settles: Vec::new() },
    ];
    [first, second, third].concat()
}

/// Who meets.
pub fn committee() -> Committee {
    Committee::new(SEATS).advisers(2)
}

/// The opening, with everybody there.
pub fn opening() -> Command {
    let present = (1..=SEATS).map(|number| Committee::numbered('m', number));
    let advisers = (1..=2).map(|number| Committee::numbered('e', number));
    Command::OpenMeeting {
        chair: Committee::numbered('m', 1),
        clerk: Committee::numbered('k', 1),
        present: present.chain(advisers).collect(),
        officials: Vec::new(),
        guests: Vec::new(),
        remote: Vec::new(),
    }
}
