//! Candidates who withdraw: who stands then, what elects the one who is left, what rests on it.

use super::language::{election, person};
use super::{check, enter, given, hints};
use crate::rules::ReasonCode::{self, ItemNotCalled, NominationNeeded, OneCandidate};
use crate::rules::election::{ElectionOutcome, Stage};
use crate::session::Rejection;
use crate::session::state::{ElectionState, Missing};
use crate::testing::Rehearsal;
use crate::{ActId, PersonId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Nine at the table, three stand, nobody has more than half.
const OPEN: [&str; 3] = ["16:30 open m1-m9", "16:32 call 3", "16:35 elect 3 ballot m2 m3 m4"];
const RUNOFF: &str = "16:40 round a3 m2:4 m3:3 m4:2";
const EVEN: &str = "16:45 round a3 m2:4 m3:4 no:1";
const ALL_EVEN: &str = "16:40 round a3 m2:3 m3:3 m4:3";

fn nine(acts: &[&str]) -> Rehearsal {
    given(&[&OPEN, acts].concat())
}

fn state(rehearsal: &Rehearsal) -> &ElectionState {
    rehearsal.state.now.election(election("a3")).unwrap()
}

fn persons(keys: &str) -> Vec<PersonId> {
    keys.split_whitespace().map(person).collect()
}

/// Who stands, who is in the lot, what is missing, what the clerk is told.
#[test]
fn whoever_withdrew_is_out_and_nobody_moves_up() {
    let lot_of_three = &[ALL_EVEN, "16:45 round a3 m2:3 m3:3 m4:3"][..];
    for (acts, who, standing, in_lot, missing, codes) in [
        (&[][..], "m4", "m2 m3", "", Some(Missing::Round), &[][..]),
        (&["16:36 stand-down a3 m4"], "m3", "m2", "", Some(Missing::Round), &[OneCandidate]),
        (
            &["16:36 stand-down a3 m4", "16:36 stand-down a3 m3"],
            "m2",
            "",
            "",
            None,
            &[NominationNeeded],
        ),
        // m4 has the third number of votes and stays out.
        (&[RUNOFF], "m3", "m2", "", Some(Missing::Round), &[OneCandidate]),
        (&[RUNOFF, "16:41 stand-down a3 m3"], "m2", "", "", None, &[NominationNeeded]),
        (&[RUNOFF, EVEN], "m3", "m2", "", Some(Missing::Round), &[OneCandidate]),
        (&[RUNOFF, EVEN, "16:46 stand-down a3 m2"], "m3", "", "", None, &[NominationNeeded]),
        (lot_of_three, "m2", "", "m3 m4", Some(Missing::Lot), &[]),
    ] {
        let mut rehearsal = nine(acts);
        let line = format!("16:50 stand-down a3 {who}");
        assert_eq!(hints(&mut rehearsal, &line), codes, "{acts:?} {line}");
        let state = state(&rehearsal);
        assert_eq!(state.standing(), persons(standing), "{acts:?} {line}");
        assert_eq!(state.in_lot(), persons(in_lot), "{acts:?} {line}");
        assert_eq!(state.missing(), missing, "{acts:?} {line}");
        assert_eq!(state.is_abandoned(), missing.is_none(), "{acts:?} {line}");
        assert!(!state.stands(person(who)), "{acts:?} {line}");
    }
}

#[test]
fn the_clerk_is_told_what_the_one_who_is_left_needs() {
    let said = |acts: &[&str], line: &str, code: ReasonCode| -> Option<String> {
        let hints = enter(&mut nine(acts), line).unwrap().hints;
        hints.into_iter().find(|hint| hint.code == code).map(|hint| hint.text)
    };
    let law = "§ 41 Abs. 4 i. V. m. § 35 Abs. 2 KrO NRW";
    let needed = format!(
        "Gewählt ist sie, wenn sie mehr als die Hälfte der gültigen Stimmen erhält ({law})."
    );
    assert_eq!(
        said(&[RUNOFF], "16:41 stand-down a3 m3", OneCandidate),
        Some(format!("Es steht nur noch eine Person zur Wahl. {needed}"))
    );
    assert_eq!(
        said(&[RUNOFF, EVEN], "16:46 stand-down a3 m3", OneCandidate),
        Some(format!("Es steht nur noch eine Person zur Wahl. Das Los entfällt. {needed}"))
    );
    let mut elsewhere = given(&["16:30 open m1-m9", "16:35 elect 4 ballot m2 m3 m4"]);
    assert_eq!(hints(&mut elsewhere, "16:36 stand-down a2 m3"), [ItemNotCalled]);
}

/// Nobody else has votes in the run-off of one: relative majority would always hold.
#[test]
fn one_alone_needs_more_than_half_in_a_run_off_too() {
    for (votes, outcome) in [
        ("m2:4 no:5", ElectionOutcome::NotElected),
        ("m2:4 no:4 abstain:1", ElectionOutcome::NotElected),
        ("m2:5 no:4", ElectionOutcome::Elected),
    ] {
        for before in [&[RUNOFF][..], &[RUNOFF, EVEN]] {
            let mut rehearsal = nine(&[before, &["16:46 stand-down a3 m3"]].concat());
            enter(&mut rehearsal, &format!("16:50 round a3 {votes}")).unwrap();
            let last = &state(&rehearsal).rounds.last().unwrap().result;
            assert_eq!((last.outcome, last.stage), (outcome, Stage::Runoff), "{votes}");
        }
    }
}

#[test]
fn the_lot_falls_on_who_is_left() {
    let three = [ALL_EVEN, "16:45 round a3 m2:3 m3:3 m4:3", "16:46 stand-down a3 m2"];
    let out = Rejection::NotInLot { person: person("m2") };
    assert_eq!(enter(&mut nine(&three), "16:47 lot a3 m2"), Err(out));
    let mut rehearsal = nine(&three);
    enter(&mut rehearsal, "16:47 lot a3 m4").unwrap();
    assert_eq!(state(&rehearsal).elected(), Some(person("m4")));
    let one = [RUNOFF, EVEN, "16:46 stand-down a3 m3"];
    assert_eq!(enter(&mut nine(&one), "16:47 lot a3 m2"), Err(Rejection::NoLotDue));
}

#[test]
fn only_who_still_stands_can_withdraw() {
    let elected = "16:41 round a3 m2:5 m3:4";
    for (acts, who) in [
        (&[][..], "m5"),
        (&["16:36 stand-down a3 m3"], "m3"),
        (&[RUNOFF], "m4"),
        (&[RUNOFF, elected], "m2"),
        (&[RUNOFF, elected], "m3"),
        (&[RUNOFF, elected, "16:42 accept a3"], "m2"),
        (&[RUNOFF, EVEN, "16:46 lot a3 m2"], "m3"),
        (&["16:40 round a3 m2:0 m3:0 m4:0"], "m2"),
    ] {
        let why = Rejection::NotStanding { person: person(who) };
        let line = format!("16:50 stand-down a3 {who}");
        check(&[&OPEN[..], acts].concat(), &line, Err(why));
    }
    let unknown = Rejection::UnknownElection { election: election("a1") };
    check(&OPEN, "16:50 stand-down a1 m2", Err(unknown));
    let both = Rejection::CandidatesDiffer;
    check(
        &[&OPEN[..], &["16:36 stand-down a3 m4"]].concat(),
        "16:40 round a3 m2:4 m3:3 m4:2",
        Err(both),
    );
}

/// A round rests on who stood in it: late entry and correction leave it its ground.
#[test]
fn what_was_voted_on_keeps_its_candidates() {
    let acts = [RUNOFF, "16:41 stand-down a3 m3", "16:45 round a3 m2:5 no:4"];
    for (when, kind, act) in [
        ("16:38 stand-down a3 m4", "RoundClosed", "a4"),
        ("17:00 undo a5", "RoundClosed", "a6"),
        ("16:41 correct a5 : stand-down a3 m2", "RoundClosed", "a6"),
        // With other votes m3 would not have stood any more.
        ("16:40 correct a4 : round a3 m2:4 m3:2 m4:3", "CandidacyWithdrawn", "a5"),
    ] {
        match enter(&mut nine(&acts), when) {
            Err(Rejection::Contradicts { act: named, kind: found, .. }) => {
                assert_eq!((named, found), (ActId::from_key(act), kind), "{when}");
            }
            other => panic!("{when}: {other:?}"),
        }
    }
    // Entered late between the rounds, it counts as if it had been entered in time.
    let mut late = nine(&[RUNOFF, "16:50 stand-down a3 m3"]);
    enter(&mut late, "16:45 stand-down a3 m2").unwrap();
    assert!(state(&late).is_abandoned());
    let order: Vec<PersonId> = state(&late).withdrawn.iter().map(|one| one.person).collect();
    assert_eq!(order, persons("m2 m3"));
    // Taken back, both stand again.
    for line in ["17:00 undo a5", "17:01 undo a6"] {
        enter(&mut late, line).unwrap();
    }
    assert_eq!(state(&late).standing(), persons("m2 m3"));
}

/// An election that everybody left is over: it is not named at the close, and another one is held.
#[test]
fn an_abandoned_election_is_over() {
    let gone = ["16:41 stand-down a3 m2", "16:41 stand-down a3 m3"];
    let mut rehearsal = nine(&[&[RUNOFF], &gone[..]].concat());
    assert_eq!(enter(&mut rehearsal, "16:45 round a3 m4:5"), Err(Rejection::NoRoundDue));
    assert_eq!(hints(&mut rehearsal, "16:46 elect 3 ballot m4"), []);
    enter(&mut rehearsal, "16:47 round a7 m4:9").unwrap();
    enter(&mut rehearsal, "16:48 accept a7").unwrap();
    let closed = hints(&mut rehearsal, "16:50 close 3");
    assert!(!closed.contains(&ReasonCode::ElectionOpen), "{closed:?}");
}
