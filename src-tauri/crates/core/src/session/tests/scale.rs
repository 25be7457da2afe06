//! The largest session there is: 200 seats and 20,000 acts (a thousand in `make test`). What is folded at moments all over it is
//! what the naive answer says, and a late entry in the middle changes what lies beside it alone.
//!
//! The acts go round in a cycle that leaves everything as it found it. So the naive answer, which reads
//! every act again for every seat, needs the opening and the acts of one round; a trace that an earlier
//! round left would show.

use super::oracle::agree;
use crate::rules::attendance::AbsenceCause;
use crate::session::command::Command;
use crate::session::decide::check_invariants;
use crate::session::{Event, State};
use crate::testing::largest::{self, ROUND, item, moment};
use crate::testing::naive::{Acts, Place};
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, Moment};
use alloc::vec::Vec;

fn opened() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(largest::committee());
    rehearsal.act(Committee::at("16:32"), &largest::opening()).unwrap();
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
        for number in round * ROUND..(round + 1) * ROUND {
            let (at, command) = largest::act(number);
            let result = rehearsal.act(at, &command);
            result.unwrap_or_else(|why| panic!("{number} {command:?}: {why:?}"));
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
