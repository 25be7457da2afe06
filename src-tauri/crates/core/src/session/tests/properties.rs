//! What must hold in every session, over random ones.

use crate::rules::election::ElectionOutcome;
use crate::rules::local::LocalRule;
use crate::rules::majority::VoteOutcome;
use crate::rules::profile::{MajorityBase, MajorityId, Op, QualifiedMajority, Threshold};
use crate::session::command::{Matter, Tally};
use crate::session::decide::check_invariants;
use crate::session::evolve::Folded;
use crate::session::state::{ClosedVote, RoundState};
use crate::session::{Basis, Decision, Event, Rejection, Snapshot, State, preview};
use crate::testing::generate::{ROLLS, step};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId, SeatId};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::sync::Arc;
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
    for profile in &mut rehearsal.profiles {
        profile.vote.qualified.push(bylaw());
    }
    for rolls in steps {
        let (at, command) = step(rolls, &rehearsal.committee, &rehearsal.state);
        let before = rehearsal.state.clone();
        let result = rehearsal.act(at, &command);
        look(&rehearsal, &before, at, &result);
    }
    rehearsal
}

/// The majority that the generator names.
fn bylaw() -> QualifiedMajority {
    QualifiedMajority {
        id: MajorityId("hauptsatzung".into()),
        name: "Hauptsatzung".into(),
        threshold: Some(Threshold { op: Op::More, num: 1, den: 2 }),
        base: MajorityBase::Statutory,
        without_hvb: String::new(),
        unanimous: false,
        moved_by: None,
        statute: "§ 5 Abs. 3 S. 3 KrO NRW".into(),
    }
}

/// Of every motion one thing is true, and its item knows which wait.
fn motions_have_one_state(now: &Snapshot) {
    for state in &now.motions {
        let id = state.motion.id;
        assert!(state.withdrawn.is_none() || state.vote.is_none(), "voted on and withdrawn");
        let item = now.item(state.motion.item).expect("the item of a motion");
        let waits = item.pending.iter().filter(|(pending, _)| *pending == id).count();
        assert_eq!(waits, usize::from(state.pending()), "{id:?}");
        let vote = state.vote.map(|vote| now.vote(vote).expect("the vote on a motion"));
        assert!(vote.is_none_or(|vote| vote.matter.motions().contains(&id)));
    }
    for vote in &now.votes {
        for id in vote.matter.motions() {
            let item = now.motion(*id).map(|state| state.motion.item);
            assert_eq!(item, Some(vote.item), "a vote is on motions of its own item");
        }
    }
    let pending: usize = now.items().map(|item| item.pending.len()).sum();
    assert_eq!(pending, now.motions.iter().filter(|motion| motion.pending()).count());
}

/// A repetition and what it repeats name each other.
fn repetitions_are_pairs(now: &Snapshot) {
    for vote in &now.votes {
        let Some(by) = vote.repeated_by else { continue };
        let later = now.vote(by).expect("the repetition of a vote");
        assert_eq!((later.item, &later.matter), (vote.item, &vote.matter));
        assert_eq!(later.closed.as_ref().and_then(|closed| closed.repeats), Some(vote.id));
    }
}

/// What is consistent adds up, and has what it needs.
fn votes_add_up(now: &Snapshot) {
    for vote in &now.votes {
        let Some(closed) = &vote.closed else { continue };
        if closed.result.outcome == VoteOutcome::Inconsistent {
            continue;
        }
        let count = preview::counted(&profiles::committee().vote, &closed.tally);
        assert!(count.total() <= u32::from(vote.basis.votes()), "{closed:?}");
        if let Tally::Secret { handed_out, returned, .. } = closed.tally {
            assert_eq!(count.total(), u32::from(returned));
            assert!(returned <= handed_out && handed_out <= vote.basis.votes());
        }
        let numbers = !matches!(closed.tally, Tally::Unanimous {} | Tally::Announced { .. });
        if numbers && closed.result.outcome == VoteOutcome::Accepted {
            let profiles = Committee::profiles();
            let members = now.profile_in(&profiles).unwrap().members(now.voting_seats());
            let enough = closed.majority.is_none() || count.yes * 2 > members;
            assert!(count.yes > count.no && enough, "{closed:?}");
        }
    }
}

fn committees() -> impl Strategy<Value = Committee> {
    prop_oneof![
        Just(Committee::new(17)),
        Just(Committee::new(5).vacant(4)),
        Just(Committee::new(8).advisers(2)),
        Just(Committee::new(17).vacant(4).settled(LocalRule {
            reason: String::from("§ 45 KWahlG"),
            members: Some(15),
            without_composition: true,
            ..LocalRule::default()
        })),
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
    let apart = || basis.apart.iter().map(|one| &one.who);
    let both = || basis.entitled.iter().chain(&basis.recused).chain(apart());
    let seats: BTreeSet<SeatId> = both().map(|one| one.seat).collect();
    let persons: BTreeSet<PersonId> = both().map(|one| one.person).collect();
    assert_eq!(seats.len(), both().count(), "a seat counts once");
    assert_eq!(persons.len(), both().count(), "a person votes once");
    assert_eq!(usize::from(basis.quorum.present), basis.entitled.len());
    let by_status: u16 = basis.quorum.counts.values().sum();
    assert_eq!(by_status, basis.quorum.present);
    assert!(both().count() <= usize::from(basis.quorum.base), "more count than there are seats");
}

/// Who is entitled is there at that moment, on that seat, at the table and not recused.
fn entitled_are_there(state: &State, at: Moment) {
    let now = state.at(at);
    let basis = Basis::of(&profiles::committee(), &now.seats_now());
    sits_once(&basis);
    for one in &basis.entitled {
        let recused = now.current.and_then(|item| now.recusal(one.person, item));
        assert!(recused.is_none(), "a recused person is entitled");
        assert!(now.present(one.person).is_some(), "an absent person is entitled");
        assert_eq!(now.apart(one.person, now.current), None, "who is not at the table is entitled");
        let sits =
            now.seats.values().filter(|seat| seat.occupant.is_some_and(|o| o.0 == one.person));
        assert_eq!(sits.count(), 1, "who votes sits on one seat, and advises on none");
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
    fn motions_repetitions_and_ballots_fit_together(
        committee in committees(),
        steps in steps(70),
    ) {
        play(committee, &steps, |after, _, at, _| {
            for now in [&after.state.now, &*after.state.at(at)] {
                motions_have_one_state(now);
                repetitions_are_pairs(now);
                votes_add_up(now);
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
                let biased = |person| {
                    let asked = vote.matter == Matter::Recusal(person);
                    asked || declared.iter().any(|one| one.person == person)
                };
                assert!(record.recused.iter().all(|one| biased(one.person)));
                assert!(record.same_persons(vote.known_basis()), "unmarked: {:?}", vote.id);
                assert!(vote.changed.is_none() || !record.same_persons(vote.settled_basis()));
                sits_once(&vote.basis);
            }
        });
    }

    #[test]
    fn an_election_rests_on_its_rounds(committee in committees(), steps in steps(70)) {
        let outcome = |round: &RoundState| round.result.outcome;
        play(committee, &steps, |after, _, _, _| {
            for one in &after.state.now.elections {
                assert!(!one.candidates.is_empty() && after.state.now.item(one.item).is_some());
                let mut stands: BTreeSet<PersonId> = one.candidates.iter().copied().collect();
                let leave = |stands: &mut BTreeSet<PersonId>, rounds| {
                    for gone in one.withdrawn.iter().filter(|gone| gone.rounds == rounds) {
                        assert!(stands.remove(&gone.person), "who withdraws stood");
                    }
                };
                for (place, round) in one.rounds.iter().enumerate() {
                    leave(&mut stands, place);
                    let counted = || round.tally.candidates.iter().map(|votes| votes.person);
                    assert_eq!(counted().collect::<BTreeSet<_>>(), stands, "who stands is counted");
                    let vote = after.state.now.vote(round.vote).expect("its frozen basis");
                    assert_eq!((vote.item, vote.opened), (one.item, round.at));
                    assert!(round.result.persons.iter().all(|person| stands.contains(person)));
                    if matches!(outcome(round), ElectionOutcome::Runoff | ElectionOutcome::Lot) {
                        stands = one.running_off(round).iter().copied().collect();
                    }
                    // Whoever withdrew before the chair found who runs off is not among them.
                    if outcome(round) == ElectionOutcome::Runoff && one.settled.is_some() {
                        let gone = one.withdrawn.iter().filter(|gone| gone.rounds == place + 1);
                        let gone = gone.map(|gone| gone.person);
                        stands.extend(gone.filter(|one| counted().any(|person| person == *one)));
                    }
                }
                leave(&mut stands, one.rounds.len());
                // Only the last round can end it; one who is left alone of a lot has another one.
                for pair in one.rounds.windows(2) {
                    let alone = pair[1].tally.candidates.len() == 1;
                    assert!(match outcome(&pair[0]) {
                        ElectionOutcome::Elected | ElectionOutcome::NotElected => false,
                        ElectionOutcome::Lot => alone,
                        _ => true,
                    });
                }
                assert!(one.lot.is_none_or(|drawn| stands.contains(&drawn)));
                assert!(one.answer.is_none_or(|(person, _)| one.elected() == Some(person)));
            }
        });
    }

    #[test]
    fn what_was_recorded_keeps_its_part_and_an_item_that_of_the_one_above(
        committee in committees(),
        steps in steps(70),
    ) {
        play(committee, &steps, |after, before, _, _| {
            for state in after.state.now.items() {
                let above = state.item.parent.and_then(|parent| after.state.now.item(parent));
                assert!(above.is_none_or(|above| above.item.part == state.item.part));
                let old = before.now.item(state.item.id);
                if let Some(old) = old.filter(|old| old.votes > 0 || !old.outcomes.is_empty()) {
                    assert_eq!(old.item.part, state.item.part, "{}", state.item.number);
                }
            }
            let numbers: BTreeSet<_> = after.state.now.items().map(|one| one.item.id).collect();
            assert_eq!(numbers.len(), after.state.now.items.len(), "no item is lost or doubled");
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
    for round in 0..240 {
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

/// Nor may it leave out what the properties of votes speak of.
#[test]
fn random_sessions_reach_every_kind_of_vote() {
    let mut seen = [0_u32; 6];
    let mut number: u64 = 7;
    for round in 0..150 {
        let steps: Vec<[u16; ROLLS]> = (0..70)
            .map(|_| {
                core::array::from_fn(|_| {
                    number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    u16::try_from(number >> 48).unwrap()
                })
            })
            .collect();
        let committee = Committee::new(if round % 2 == 0 { 5 } else { 17 });
        let now = play(committee, &steps, |_, _, _, _| {}).state.now;
        let stands = |closed: &&Arc<ClosedVote>| closed.result.outcome == VoteOutcome::Accepted;
        let closed = || now.votes.iter().filter_map(|vote| vote.closed.as_ref()).filter(stands);
        let secret = |one: &&Arc<ClosedVote>| matches!(one.tally, Tally::Secret { .. });
        for (count, found) in seen.iter_mut().zip([
            closed().filter(secret).count(),
            closed().filter(|one| one.majority.is_some()).count(),
            now.votes.iter().filter(|vote| vote.repeated_by.is_some()).count(),
            now.motions.iter().filter(|motion| motion.vote.is_some()).count(),
            now.motions.iter().filter(|motion| motion.withdrawn.is_some()).count(),
            now.items().filter(|item| item.granted.is_some()).count(),
        ]) {
            *count += u32::try_from(found).unwrap();
        }
    }
    assert!(seen.iter().all(|count| *count >= 5), "{seen:?}");
}
