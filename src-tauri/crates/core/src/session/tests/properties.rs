//! What must hold in every session, over random ones.

use crate::rules::election::ElectionOutcome;
use crate::session::decide::check_invariants;
use crate::session::evolve::Folded;
use crate::session::{Basis, Decision, Event, Rejection, State};
use crate::testing::generate::{ROLLS, step};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId, SeatId};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::*;

const CASES: u32 = 160;

/// Plays random commands and looks at every decision.
fn play(
    committee: Committee,
    steps: &[[u16; ROLLS]],
    mut look: impl FnMut(&Rehearsal, &State, Moment, &Result<Decision, Rejection>),
) -> Rehearsal {
    let mut rehearsal = Rehearsal::new(committee);
    for rolls in steps {
        let (at, command) = step(rolls, &rehearsal.committee, &rehearsal.state);
        let before = rehearsal.state.clone();
        let result = rehearsal.act(at, &command);
        look(&rehearsal, &before, at, &result);
    }
    rehearsal
}

fn committees() -> impl Strategy<Value = Committee> {
    prop_oneof![
        Just(Committee::new(17)),
        Just(Committee::new(5).vacant(4)),
        Just(Committee::new(8).advisers(2)),
    ]
}

fn steps(length: usize) -> impl Strategy<Value = Vec<[u16; ROLLS]>> {
    vec(any::<[u16; ROLLS]>(), 10..length)
}

/// A program that refuses what it decided itself has a mistake.
fn no_mistake(result: &Result<Decision, Rejection>) {
    assert!(!matches!(result, Err(Rejection::Invariant { .. })), "{result:?}");
}

fn sits_once(basis: &Basis) {
    let both = || basis.entitled.iter().chain(&basis.recused);
    let seats: BTreeSet<SeatId> = both().map(|one| one.seat).collect();
    let persons: BTreeSet<PersonId> = both().map(|one| one.person).collect();
    assert_eq!(seats.len(), both().count(), "a seat counts once");
    assert_eq!(persons.len(), both().count(), "a person votes once");
    assert_eq!(usize::from(basis.quorum.present), basis.entitled.len());
    let by_status: u16 = basis.quorum.counts.values().sum();
    assert_eq!(by_status, basis.quorum.present);
}

/// Who is entitled is there at that moment, on that seat, and not recused.
fn entitled_are_there(state: &State, at: Moment) {
    let now = state.at(at);
    let basis = Basis::of(&profiles::committee(), &now.seats_now());
    sits_once(&basis);
    for one in &basis.entitled {
        let recused = now.current.and_then(|item| now.recusal(one.person, item));
        assert!(recused.is_none(), "a recused person is entitled");
        assert!(now.present(one.person).is_some(), "an absent person is entitled");
        let seat = &now.seats[&one.seat];
        let member = seat.member.is_some_and(|member| member.person == one.person);
        let substitute = seat.substitution().is_some_and(|s| s.substitute == one.person);
        assert!(member != substitute, "neither the member nor the substitute, or both");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn replay_is_the_live_state(committee in committees(), steps in steps(70)) {
        let rehearsal = play(committee, &steps, |after, before, _, result| {
            no_mistake(result);
            // What was decided folds event by event as well as act by act.
            let mut one_by_one = before.clone();
            for recorded in after.recorded().skip(before.entries.len()) {
                one_by_one.evolve(recorded);
            }
            assert_eq!(one_by_one, after.state);
        });
        let replayed = State::replay(rehearsal.state.meeting, rehearsal.recorded());
        assert_eq!(replayed, rehearsal.state);
    }

    #[test]
    fn a_stored_event_is_never_impossible(committee in committees(), steps in steps(70)) {
        play(committee, &steps, |after, before, _, result| {
            if result.is_ok() {
                let mut taken: State = before.clone();
                let folded = taken.take_in(after.recorded().skip(before.entries.len()));
                assert!(folded.is_ok(), "{folded:?}");
                let withdrawn = taken.withdrawn.len() > before.withdrawn.len();
                assert!(!withdrawn || folded == Ok(Folded::Anew));
            }
        });
    }

    #[test]
    fn every_decision_keeps_the_invariants(committee in committees(), steps in steps(70)) {
        play(committee, &steps, |after, _, at, result| {
            if result.is_ok() {
                assert_eq!(check_invariants(&after.state.now), Ok(()));
                assert_eq!(check_invariants(&after.state.at(at)), Ok(()));
                entitled_are_there(&after.state, at);
            }
        });
    }

    #[test]
    fn a_refusal_changes_nothing_and_the_same_input_decides_the_same(
        committee in committees(),
        steps in steps(50),
    ) {
        let mut rehearsal = Rehearsal::new(committee);
        for rolls in &steps {
            let (at, command) = step(rolls, &rehearsal.committee, &rehearsal.state);
            let first = rehearsal.decide(at, &command);
            prop_assert_eq!(&first, &rehearsal.decide(at, &command));
            let before = rehearsal.state.clone();
            let result = rehearsal.act(at, &command);
            prop_assert_eq!(&first, &result);
            match result {
                Err(_) => prop_assert_eq!(before, rehearsal.state.clone()),
                Ok(decision) => prop_assert_eq!(
                    rehearsal.state.entries.len(),
                    before.entries.len() + decision.events.len()
                ),
            }
        }
    }

    #[test]
    fn a_vote_keeps_what_it_froze_and_is_marked_when_the_record_says_otherwise(
        committee in committees(),
        steps in steps(70),
    ) {
        play(committee, &steps, |after, before, _, _| {
            for vote in &after.state.now.votes {
                if let Some(known) = before.now.vote(vote.id) {
                    assert_eq!(known.basis, vote.basis, "frozen");
                }
                let record = Basis::of(&profiles::committee(), &vote.seats);
                let declared = &after.state.at(vote.opened).recusals;
                let biased = |person| declared.iter().any(|one| one.person == person);
                assert!(record.recused.iter().all(|one| biased(one.person)));
                assert!(record.same_persons(vote.known_basis()), "unmarked: {:?}", vote.id);
                assert!(vote.changed.is_none() || !record.same_persons(vote.settled_basis()));
                sits_once(&vote.basis);
            }
        });
    }

    #[test]
    fn an_election_rests_on_its_rounds(committee in committees(), steps in steps(70)) {
        play(committee, &steps, |after, _, _, _| {
            for one in &after.state.now.elections {
                assert!(!one.candidates.is_empty() && after.state.now.item(one.item).is_some());
                let mut stands: BTreeSet<PersonId> = one.candidates.iter().copied().collect();
                for round in &one.rounds {
                    let counted = || round.tally.candidates.iter().map(|votes| votes.person);
                    assert_eq!(counted().collect::<BTreeSet<_>>(), stands, "who stands is counted");
                    let vote = after.state.now.vote(round.vote).expect("its frozen basis");
                    assert_eq!((vote.item, vote.opened), (one.item, round.at));
                    assert!(round.result.persons.iter().all(|person| stands.contains(person)));
                    if round.result.outcome == ElectionOutcome::Runoff {
                        stands = round.result.persons.iter().copied().collect();
                    }
                }
                // Only the last round can end it.
                let ends = |outcome| {
                    use ElectionOutcome::{Elected, Lot, NotElected};
                    matches!(outcome, Elected | Lot | NotElected)
                };
                let before_last = one.rounds.iter().rev().skip(1);
                assert!(before_last.into_iter().all(|round| !ends(round.result.outcome)));
                assert!(one.lot.is_none_or(|drawn| stands.contains(&drawn)));
                assert!(one.answer.is_none_or(|(person, _)| one.elected() == Some(person)));
            }
        });
    }

    #[test]
    fn every_event_reads_as_it_was_written(committee in committees(), steps in steps(50)) {
        let rehearsal = play(committee, &steps, |_, _, _, _| {});
        for recorded in rehearsal.recorded() {
            let written = serde_json::to_string(&recorded.event).unwrap();
            let read: Event = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &recorded.event);
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
        }
    }
}

/// A generator that reaches nothing would make every property above true.
#[test]
fn random_sessions_reach_every_kind_of_act() {
    let mut kinds: BTreeSet<&str> = BTreeSet::new();
    let mut refusals: BTreeSet<alloc::string::String> = BTreeSet::new();
    let mut number: u64 = 1;
    for round in 0..120 {
        let steps: Vec<[u16; ROLLS]> = (0..70)
            .map(|_| {
                core::array::from_fn(|_| {
                    // Knuth's linear congruence; its upper bits are good enough.
                    number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    u16::try_from(number >> 48).unwrap()
                })
            })
            .collect();
        let committee = if round % 2 == 0 { Committee::new(5) } else { Committee::new(17) };
        let rehearsal = play(committee, &steps, |_, _, _, result| {
            if let Err(why) = result {
                let code = serde_json::to_value(why).unwrap()["code"].clone();
                refusals.insert(code.as_str().unwrap().into());
            }
        });
        kinds.extend(rehearsal.state.entries.iter().map(|entry| entry.event.kind()));
    }
    let missing: Vec<&str> =
        super::golden::KINDS.iter().map(|(kind, _)| *kind).filter(|k| !kinds.contains(k)).collect();
    assert_eq!(missing, [] as [&str; 0]);
    for code in ["contradicts", "departureBeforeArrival", "tooManyVotes", "seatAlreadyOccupied"] {
        assert!(refusals.contains(code), "{code}: {refusals:?}");
    }
}
