//! The largest session there is: 200 seats and 20,000 acts (a thousand in `make test`). What is folded at moments all over it is
//! what the naive answer says, and a late entry in the middle changes what lies beside it alone.
//!
//! The acts go round in a cycle that leaves everything as it found it. So the naive answer, which reads
//! every act again for every seat, needs the opening and the acts of one round; a trace that an earlier
//! round left would show.

use super::oracle::agree;
use crate::agenda_item::Outcome;
use crate::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::session::command::{Command, Mode};
use crate::session::decide::check_invariants;
use crate::session::{Event, State};
use crate::testing::naive::{Acts, Place};
use crate::testing::{Committee, Rehearsal, ordinary};
use crate::{ActId, AgendaItemId, Moment, PersonId};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

const SEATS: u16 = 200;
/// Acts of one round, a third of them in each of its three minutes.
const ROUND: u32 = 33;
const PER_MINUTE: u32 = 11;

fn moment(minute: u32) -> Moment {
    let minute = 16 * 60 + 33 + minute;
    let (day, hour, minute) = (12 + minute / 1440, minute / 60 % 24, minute % 60);
    Moment::parse(&format!("2026-11-{day:02}T{hour:02}:{minute:02}+01:00")).unwrap()
}

fn item(round: u32) -> AgendaItemId {
    Committee::item(["2", "3", "4.1", "4.2", "5"][round as usize % 5])
}

/// Every round has other members: seats 2 to 180 take their turn.
fn member(kind: char, round: u32, place: u32) -> PersonId {
    Committee::numbered(kind, seat(round, place))
}

fn seat(round: u32, place: u32) -> u16 {
    u16::try_from((round * 7 + place * 23) % 179 + 2).unwrap()
}

fn biased(person: PersonId, item: AgendaItemId) -> Command {
    Command::DeclareRecusal { person, item, by: RecusalBasis::Declared, note: None }
}

fn sits_in(round: u32, place: u32, substitute: PersonId) -> Command {
    let seat = Committee::seat(seat(round, place));
    Command::SeatSubstitute { seat, substitute, mode: Mode::Room }
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

fn opened() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(SEATS).advisers(2));
    let present = (1..=SEATS).map(|number| Committee::numbered('m', number));
    let advisers = (1..=2).map(|number| Committee::numbered('e', number));
    let opening = Command::OpenMeeting {
        chair: Committee::numbered('m', 1),
        clerk: Committee::numbered('k', 1),
        present: present.chain(advisers).collect(),
        officials: Vec::new(),
        guests: Vec::new(),
        remote: Vec::new(),
    };
    rehearsal.act(Committee::at("16:32"), &opening).unwrap();
    rehearsal
}

/// The naive answer from the opening and the acts of one round, those that were entered late among them.
fn naive(state: &State, round: u32, at: Moment) -> Acts<'_> {
    let begin = moment(round * 3);
    let counts = |entry: &&alloc::sync::Arc<crate::session::Entry>| {
        let of_round = entry.occurred_at >= begin && entry.occurred_at <= at;
        of_round || entry.occurred_at < moment(0)
    };
    Acts::until(state.entries.iter().filter(counts), at)
}

/// Compares what is folded with the naive answer at each minute of a round; how many seats were counted,
/// recused, apart and empty.
fn look(state: &State, round: u32) -> [usize; 4] {
    let mut seen = [0; 4];
    for minute in 0..3 {
        let at = moment(round * 3 + minute);
        let acts = naive(state, round, at);
        for dealt_with in [None, Some(item(round)), Some(item(round + 1))] {
            for place in agree(state, &acts, at, dealt_with).into_values() {
                seen[match place {
                    Place::Counted(..) => 0,
                    Place::Recused(..) => 1,
                    Place::Apart(..) => 2,
                    Place::Nobody => 3,
                }] += 1;
            }
        }
    }
    seen
}

#[test]
fn a_thousand_acts_of_two_hundred_seats() {
    play(1_000);
}

/// Plays so many acts and looks at moments from the first round to the last.
pub(super) fn play(acts_in_all: u32) {
    let mut rehearsal = opened();
    let rounds = acts_in_all / ROUND;
    for round in 0..rounds {
        for (number, command) in (0..).zip(acts(round)) {
            let at = moment(round * 3 + number / PER_MINUTE);
            let result = rehearsal.act(at, &command);
            result.unwrap_or_else(|why| panic!("{round} {number} {command:?}: {why:?}"));
        }
    }
    let state = &rehearsal.state;
    check_invariants(&state.now).unwrap();
    let middle = rounds / 2;
    let sampled = [0, 1, 2, middle - 1, middle, middle + 1, rounds - 1];
    for round in sampled {
        let seen = look(state, round);
        assert!(seen.iter().all(|times| *times > 0), "round {round}: {seen:?}");
    }
    // Somebody was in the public area for two minutes in the middle, and it was not entered.
    let (away, back) = (moment(middle * 3), moment(middle * 3 + 1));
    let person = Committee::numbered('m', 190);
    let votes = state.now.votes.len();
    let late = Command::RecordAbsence { person, cause: AbsenceCause::PublicArea };
    let unmarked = rehearsal.clone();
    for (at, command) in [(away, late), (back, Command::EndAbsence { person })] {
        rehearsal.act(at, &command).unwrap();
    }
    let state = &rehearsal.state;
    check_invariants(&state.now).unwrap();
    assert_eq!(state.now.votes.len(), votes);
    for round in [0, middle - 1, middle, middle + 1, rounds - 1] {
        look(state, round);
    }
    // The end was entered second: of the votes that lie behind it, none is marked any more.
    let marked: Vec<ActId> =
        state.now.votes.iter().filter(|vote| vote.changed.is_some()).map(|vote| vote.act).collect();
    assert_eq!(marked.len(), 1, "the vote of that minute: {marked:?}");
    let changes = state.entries.iter().filter(|e| matches!(e.event, Event::BasisChanged { .. }));
    assert!(changes.count() > votes / 2, "every vote behind it was marked, and settled again");
    // Replay from the journal gives the same.
    let recorded: Vec<_> = unmarked.recorded().collect();
    assert_eq!(State::replay(unmarked.state.meeting, recorded.into_iter()), unmarked.state);
}
