//! Votes on several motions at once: what they settle, what they need, what comes of corrections.

use super::ballots::motion;
use super::language::vote;
use super::{check, enter, given, hints};
use crate::rules::ReasonCode;
use crate::session::Rejection;
use crate::testing::{Committee, Rehearsal};
use alloc::vec::Vec;

/// Nine members deal with item 3; three changes and a motion of its own wait.
const FOUR: &[&str] = &[
    "16:32 open m1-m5 m10-m13",
    "16:40 call 3",
    "16:41 file A1 3 amendment faction-1",
    "16:42 file A2 3 amendment m2",
    "16:43 file A3 3 supplement office",
    "16:44 file A4 3 other m3",
];

fn after(more: &[&'static str]) -> Rehearsal {
    given(&FOUR.iter().chain(more).copied().collect::<Vec<_>>())
}

fn pending(rehearsal: &Rehearsal) -> Vec<crate::MotionId> {
    let item = rehearsal.state.now.item(Committee::item("3")).unwrap();
    item.pending.iter().map(|(id, _)| *id).collect()
}

#[test]
fn one_vote_settles_several_motions_and_leaves_the_exceptions() {
    let rehearsal = after(&["16:50 vote 3 motions A1+A3 3/6/0 no"]);
    assert_eq!(pending(&rehearsal), [motion("A2"), motion("A4")]);
    for key in ["A1", "A3"] {
        assert_eq!(rehearsal.state.now.motion(motion(key)).unwrap().vote, Some(vote("a7")));
    }
    // It is no result of the item.
    assert!(!rehearsal.state.now.votes[0].gives_result());
    assert_eq!(rehearsal.state.now.item(Committee::item("3")).unwrap().votes, 0);
}

#[test]
fn several_motions_are_at_least_two_of_the_same_item_that_are_not_withdrawn() {
    let elsewhere = Rejection::MotionElsewhere { motion: motion("A1"), item: Committee::item("3") };
    for (line, why) in [
        ("16:50 vote 3 motions A1 all yes", Rejection::TooFewMotions),
        ("16:50 vote 3 motions A1+A1 all yes", Rejection::TooFewMotions),
        ("16:50 vote 4 motions A1+A2 all yes", elsewhere),
        ("16:50 vote 3 motions A1+A9 all yes", Rejection::UnknownMotion { motion: motion("A9") }),
        ("16:42 vote 3 motions A1+A3 all yes", Rejection::UnknownMotion { motion: motion("A3") }),
    ] {
        check(FOUR, line, Err(why));
    }
    let mut rehearsal = after(&["16:48 withdraw A2"]);
    let withdrawn = Rejection::MotionWithdrawn { motion: motion("A2") };
    assert_eq!(enter(&mut rehearsal, "16:50 vote 3 motions A1+A2 all yes"), Err(withdrawn));
}

#[test]
fn what_is_among_them_waits_no_longer() {
    // Changes before the matter; together they go at once.
    let told = |line| hints(&mut after(&[]), line).contains(&ReasonCode::MotionsPending);
    assert!(told("16:50 vote 3 motions A1+A4 all yes"));
    assert!(!told("16:50 vote 3 motions A1+A2 all yes"));
    let mut rehearsal = after(&["16:50 vote 3 motion A3 all yes"]);
    assert_eq!(hints(&mut rehearsal, "16:51 vote 3 motions A1+A2+A4 all yes"), []);
}

#[test]
fn one_that_was_voted_on_before_is_recorded_with_a_hint() {
    let mut rehearsal = after(&["16:50 vote 3 motion A1 all yes"]);
    let line = "16:51 vote 3 motions A1+A2 all yes";
    assert_eq!(hints(&mut rehearsal, line), [ReasonCode::MotionSettled]);
    assert_eq!(rehearsal.state.now.motion(motion("A1")).unwrap().vote, Some(vote("a8")));
}

#[test]
fn a_recount_is_on_the_same_motions_and_keeps_the_first_count() {
    let mut rehearsal = after(&["16:50 vote 3 motions A1+A2 5/4/0 yes"]);
    let differs = Rejection::RepetitionDiffers { vote: vote("a7") };
    assert_eq!(enter(&mut rehearsal, "16:52 vote 3 motions A1+A3 again a7 all yes"), Err(differs));
    assert_eq!(hints(&mut rehearsal, "16:52 vote 3 motions A1+A2 again a7 4/5/0 no"), []);
    let votes = &rehearsal.state.now.votes;
    assert_eq!(votes[0].repeated_by, Some(vote("a8")));
    assert_eq!(rehearsal.state.now.motion(motion("A2")).unwrap().vote, Some(vote("a8")));
}

#[test]
fn what_is_taken_back_lets_them_wait_again() {
    let mut rehearsal =
        after(&["16:50 vote 3 motions A1+A2 all yes", "16:51 vote 3 motion A4 all yes"]);
    // A vote would be left that is on nothing, and would pass for a decision on the item.
    for (line, vote) in [
        ("17:00 undo a3", "a7"),
        ("17:00 undo a6", "a8"),
        ("16:41 correct a3 : file A9 3 amendment m2", "a7"),
        // Nor one that stands under one item while its motion stands under another, closed or not.
        ("16:41 correct a3 : file A1 4 amendment faction-1", "a7"),
        ("16:44 correct a6 : file A4 n1 other m3", "a8"),
    ] {
        let refused = enter(&mut rehearsal, line).unwrap_err();
        let Rejection::Contradicts { act, kind, .. } = refused else { panic!("{refused:?}") };
        assert_eq!((act, kind), (crate::ActId::from_key(vote), "VoteClosed"), "{line}");
    }
    // What is corrected and stays the same motion has been voted on.
    enter(&mut rehearsal, "16:41 correct a3 : file A1 3 amendment m2").unwrap();
    assert_eq!(rehearsal.state.now.motion(motion("A1")).unwrap().vote, Some(vote("a7")));
    enter(&mut rehearsal, "17:01 undo a7").unwrap();
    assert_eq!(pending(&rehearsal), [motion("A1"), motion("A2"), motion("A3")]);
    enter(&mut rehearsal, "17:02 undo a4").unwrap();
    assert_eq!(pending(&rehearsal), [motion("A1"), motion("A3")]);
}

#[test]
fn none_is_voted_on_and_withdrawn_by_a_late_entry() {
    let mut rehearsal = after(&["16:50 vote 3 motions A1+A2 all yes"]);
    let refused = enter(&mut rehearsal, "16:49 withdraw A2").unwrap_err();
    assert!(matches!(refused, Rejection::Contradicts { .. }), "{refused:?}");
}

/// Schleswig-Holstein votes on written motions alone (§ 39 GO SH).
#[test]
fn that_motions_have_to_be_written_is_told_where_the_law_says_so() {
    let mut rehearsal = after(&[]);
    assert_eq!(hints(&mut rehearsal, "16:45 file A5 3 other m3"), []);
    rehearsal.profiles[0].vote.written_motions = "§ 39 GO SH".into();
    assert_eq!(hints(&mut rehearsal, "16:46 file A6 3 other m3"), [ReasonCode::MotionWritten]);
}
