//! Who runs off where the chair finds it: 8/8/4 and 9/4/4 of [`crate::rules::election`], what rests on it,
//! and what the numbers say against it (§ 35 Abs. 2 KrO NRW, § 50 Abs. 2 GO NRW).

use super::language::{election, person};
use super::{check, enter, given_in, hints};
use crate::rules::ReasonCode::{self, ItemNotCalled, OneCandidate, RunOff};
use crate::rules::election::{ElectionOutcome, Stage};
use crate::session::Rejection;
use crate::session::state::{ElectionState, Missing};
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, PersonId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Twenty at the table, three stand.
const OPEN: [&str; 3] = ["16:30 open m1-m20", "16:32 call 3", "16:35 elect 3 ballot m2 m3 m4"];
/// Two have most votes, and a third one comes next.
const EVEN_TOP: &str = "16:40 round a3 m2:8 m3:8 m4:4";
/// One has most votes, and two come next.
const EVEN_NEXT: &str = "16:40 round a3 m2:9 m3:4 m4:4 no:3";
const THREE: &str = "16:42 run-off a3 m2 m3 m4";

fn twenty(acts: &[&str]) -> Rehearsal {
    given_in(Committee::new(21), &[&OPEN, acts].concat())
}

fn state(rehearsal: &Rehearsal) -> &ElectionState {
    rehearsal.state.now.election(election("a3")).unwrap()
}

fn persons(keys: &str) -> Vec<PersonId> {
    keys.split_whitespace().map(person).collect()
}

/// What the clerk is told, with the names of the persons.
fn told(acts: &[&str], line: &str) -> Vec<String> {
    let hints = enter(&mut twenty(acts), line).unwrap().hints;
    hints.into_iter().filter(|one| one.code == RunOff).map(|one| one.text).collect()
}

/// The whole way: the third one is admitted, is elected in the run-off, accepts.
#[test]
fn a_third_person_is_admitted_and_elected() {
    let mut rehearsal = twenty(&[EVEN_TOP]);
    assert_eq!(state(&rehearsal).standing(), persons("m2 m3"));
    assert_eq!(state(&rehearsal).eligible(), persons("m2 m3 m4"));
    assert_eq!(hints(&mut rehearsal, THREE), [RunOff]);
    assert_eq!(state(&rehearsal).standing(), persons("m2 m3 m4"));
    assert_eq!(state(&rehearsal).missing(), Some(Missing::Round));
    for line in ["16:45 round a3 m2:6 m3:6 m4:8", "16:46 accept a3"] {
        enter(&mut rehearsal, line).unwrap();
    }
    let state = state(&rehearsal);
    assert_eq!((state.elected(), state.missing()), (Some(person("m4")), None));
    let last = state.rounds.last().unwrap();
    assert_eq!((last.result.stage, last.result.outcome), (Stage::Runoff, ElectionOutcome::Elected));
    assert_eq!(state.running_off(&state.rounds[0]), persons("m2 m3 m4"));
    // What the numbers of the first round give is kept as it was.
    assert_eq!(state.rounds[0].result.persons, persons("m2 m3"));
}

#[test]
fn who_is_settled_on_stands_with_those_of_more_votes_first() {
    let acts = [
        "16:30 open m1-m9",
        "16:32 call 3",
        "16:35 elect 3 ballot m2 m3 m4",
        "16:40 round a3 m2:2 m3:3 m4:3",
    ];
    check(&acts, "16:42 run-off a3 m2 m3 m4", Ok(&["16:42 RunoffSettled m3 m4 m2"]));
}

/// Nothing that the law says refuses it; everything is said.
#[test]
fn what_the_numbers_say_against_it_is_told_and_refuses_nothing() {
    let third =
        "die nächste (4) zählt nach der Feststellung des Vorsitzes auch zu den beiden höchsten";
    let out = "eine der beiden höchsten Stimmenzahlen erreicht und nimmt nicht teil";
    for (round, settled, parts) in [
        (EVEN_TOP, "m2 m3 m4", &[third][..]),
        (EVEN_TOP, "m2 m4", &[third, out]),
        // Three run off by law; the chair lets two, by lot or otherwise.
        (EVEN_NEXT, "m2 m3", &[out]),
        (EVEN_NEXT, "m3 m4", &[out]),
        ("16:40 round a3 m2:9 m3:6 m4:5", "m2 m3 m4", &["mit 5 Stimmen keine der beiden höchsten"]),
        ("16:40 round a3 m2:8 m3:8 m4:0 no:4", "m2 m3 m4", &["mit 0 Stimmen keine der beiden"]),
        ("16:40 round a3 m2:9 m3:9 m4:1", "m2 m4", &["nächste (1)", out]),
    ] {
        let said = told(&[round], &format!("16:42 run-off a3 {settled}"));
        let fits = said.len() == parts.len()
            && said.iter().zip(parts).all(|(text, part)| text.contains(part));
        assert!(fits, "{round} {settled}: {said:?}");
        let statute = "§ 41 Abs. 4 i. V. m. § 35 Abs. 2 KrO NRW";
        assert!(said.iter().all(|text| text.contains(statute)), "{said:?}");
    }
    let rehearsal = twenty(&[]);
    let name = rehearsal.directory.persons.get(&person("m4")).unwrap().full_name();
    let said = told(&["16:40 round a3 m2:9 m3:6 m4:5"], THREE);
    assert!(said[0].starts_with(&name), "{said:?}");
    // Where it stands on the agenda is said as with every act of an election.
    let elsewhere =
        ["16:30 open m1-m20", "16:35 elect 4 ballot m2 m3 m4", "16:40 round a2 m2:8 m3:8 m4:4"];
    let mut rehearsal = given_in(Committee::new(21), &elsewhere);
    assert_eq!(hints(&mut rehearsal, "16:42 run-off a2 m2 m3 m4"), [ItemNotCalled, RunOff]);
}

#[test]
fn what_cannot_be_is_refused() {
    let unknown = Rejection::UnknownElection { election: election("a1") };
    let twice = Rejection::CandidateTwice { person: person("m2") };
    let elsewhere = |who| Rejection::NotStanding { person: person(who) };
    let elected = "16:45 round a3 m2:11 m3:9";
    for (acts, when, why) in [
        (&[][..], "16:42 run-off a1 m2 m3", unknown),
        (&[], "16:42 run-off a3 m2 m3", Rejection::NoRunoffDue),
        (&["16:40 round a3 m2:11 m3:5 m4:4"], THREE, Rejection::NoRunoffDue),
        (&[EVEN_TOP, elected], "16:46 run-off a3 m2 m3 m4", Rejection::NoRunoffDue),
        (
            &[EVEN_TOP, "16:45 round a3 m2:9 m3:9"],
            "16:46 run-off a3 m2 m3 m4",
            Rejection::NoRunoffDue,
        ),
        (
            &[EVEN_TOP, "16:41 stand-down a3 m2", "16:41 stand-down a3 m3"],
            THREE,
            Rejection::NoRunoffDue,
        ),
        (&[EVEN_TOP], "16:42 run-off a3 m2 m3 m2", twice),
        (&[EVEN_TOP], "16:42 run-off a3 m2 m3 m5", elsewhere("m5")),
        (
            &[EVEN_TOP, THREE, "16:43 stand-down a3 m4"],
            "16:44 run-off a3 m2 m3 m4",
            elsewhere("m4"),
        ),
        (&[EVEN_TOP], "16:42 run-off a3", Rejection::TooFewInRunoff),
        (&[EVEN_TOP], "16:42 run-off a3 m2", Rejection::TooFewInRunoff),
        (&[EVEN_TOP], "16:42 run-off a3 m3 m2", Rejection::RunoffUnchanged),
        (&[EVEN_NEXT], THREE, Rejection::RunoffUnchanged),
        (&[EVEN_TOP, THREE], "16:43 run-off a3 m4 m3 m2", Rejection::RunoffUnchanged),
        (&[EVEN_TOP, THREE], "16:45 round a3 m2:9 m3:9", Rejection::CandidatesDiffer),
        (&[EVEN_TOP], "16:45 round a3 m2:9 m3:9 m4:2", Rejection::CandidatesDiffer),
    ] {
        let mut rehearsal = twenty(acts);
        assert_eq!(enter(&mut rehearsal, when), Err(why), "{acts:?} {when}");
    }
}

/// Who was admitted can withdraw; a run-off that is left to one needs more than half.
#[test]
fn whoever_was_admitted_withdraws_like_anybody_else() {
    let mut rehearsal = twenty(&[EVEN_TOP, THREE]);
    assert_eq!(hints(&mut rehearsal, "16:43 stand-down a3 m4"), [] as [ReasonCode; 0]);
    assert_eq!(state(&rehearsal).standing(), persons("m2 m3"));
    assert_eq!(hints(&mut rehearsal, "16:43 stand-down a3 m2"), [OneCandidate]);
    // The chair lets nobody in who withdrew, and anybody else.
    assert_eq!(state(&rehearsal).eligible(), persons("m3"));
    let mut other = twenty(&[EVEN_TOP, "16:41 stand-down a3 m2"]);
    assert_eq!(state(&other).standing(), persons("m3"));
    enter(&mut other, "16:42 run-off a3 m3 m4").unwrap();
    assert_eq!(state(&other).standing(), persons("m3 m4"));
}

/// What was settled is taken back, or settled otherwise, as long as no round rests on it.
#[test]
fn a_round_rests_on_who_was_settled_on() {
    let three = "16:45 round a3 m2:6 m3:6 m4:8";
    for (when, kind, act) in [
        ("17:00 undo a5", "RoundClosed", "a6"),
        ("16:42 correct a5 : run-off a3 m2 m4", "RoundClosed", "a6"),
        ("16:44 run-off a3 m3 m4", "RoundClosed", "a6"),
        ("17:00 undo a4", "RunoffSettled", "a5"),
        ("16:40 correct a4 : round a3 m2:11 m3:5 m4:4", "RunoffSettled", "a5"),
    ] {
        match enter(&mut twenty(&[EVEN_TOP, THREE, three]), when) {
            Err(Rejection::Contradicts { act: named, kind: found, .. }) => {
                assert_eq!((named, found), (ActId::from_key(act), kind), "{when}");
            }
            other => panic!("{when}: {other:?}"),
        }
    }
    // Other numbers leave the chair's finding its ground as long as a run-off follows.
    let mut rehearsal = twenty(&[EVEN_TOP, THREE, three]);
    enter(&mut rehearsal, "16:40 correct a4 : round a3 m2:8 m3:7 m4:5").unwrap();
    assert_eq!(state(&rehearsal).elected(), Some(person("m4")));
    let mut rehearsal = twenty(&[EVEN_TOP, THREE, "16:43 run-off a3 m2 m3"]);
    assert_eq!(state(&rehearsal).standing(), persons("m2 m3"));
    for (line, standing) in [("17:00 undo a6", "m2 m3 m4"), ("17:01 undo a5", "m2 m3")] {
        enter(&mut rehearsal, line).unwrap();
        assert_eq!(state(&rehearsal).standing(), persons(standing), "{line}");
    }
}

/// Entered late, before the round that needs it is entered.
#[test]
fn it_is_entered_late_as_well() {
    let mut rehearsal = twenty(&[EVEN_TOP, "17:00 vote 3 20/0/0 yes"]);
    assert_eq!(hints(&mut rehearsal, THREE), [RunOff]);
    enter(&mut rehearsal, "16:45 round a3 m2:6 m3:6 m4:8").unwrap();
    assert_eq!(state(&rehearsal).elected(), Some(person("m4")));
}
