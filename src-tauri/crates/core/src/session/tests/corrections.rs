//! Corrections and what they do to votes: the replacement stands at the place of what it replaces,
//! votes keep what they froze and are marked.

use super::language::{person, vote};
use super::{check, enter, given};
use crate::rules::{Reason, ReasonCode};
use crate::session::evolve::Recorded;
use crate::session::{Decision, Event, Rejection, State};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{ActId, Moment};
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

fn contradicts(act: &str, clock: &str, kind: &'static str) -> Rejection {
    Rejection::Contradicts { act: ActId::from_key(act), at: Committee::at(clock), kind }
}

fn votes_of(state: &State, act: &str) -> (u16, Option<u16>) {
    let vote = state.now.vote(vote(act)).unwrap();
    (vote.known_basis().votes(), vote.changed.as_ref().map(|basis| basis.votes()))
}

#[test]
fn an_act_is_taken_back_or_replaced() {
    let given_acts: &[&str] = &[OPEN, "16:53 arrive m13"];
    check(given_acts, "17:00 undo a2", Ok(&["17:00 ActWithdrawn a2"]));
    let replaced: &[&str] = &["16:50 ActWithdrawn a2", "16:50 MemberArrived m14 on 14"];
    check(given_acts, "16:50 correct a2 : arrive m14", Ok(replaced));
    let unknown = Rejection::UnknownAct { act: ActId::from_key("a9") };
    check(given_acts, "17:00 undo a9", Err(unknown));
    check(given_acts, "17:00 undo a0", Err(Rejection::NotCorrectable));
    let mut rehearsal = given(&[OPEN, "16:53 arrive m13", "17:00 undo a2"]);
    let twice = Rejection::AlreadyWithdrawn { act: ActId::from_key("a2") };
    assert_eq!(enter(&mut rehearsal, "17:01 undo a2"), Err(twice));
    let undone = Rejection::NotCorrectable;
    assert_eq!(enter(&mut rehearsal, "17:01 undo a3"), Err(undone));
    assert_eq!(rehearsal.state.standing(ActId::from_key("a2")), None);
    assert_eq!(rehearsal.state.now.present(person("m13")), None);
}

#[test]
fn a_replacement_can_be_replaced_and_stands_where_the_first_stood() {
    let mut rehearsal = given(&[OPEN, "16:53 arrive m13", "16:53 vote 3 all yes"]);
    // In the minute of the vote, but before it.
    enter(&mut rehearsal, "16:53 correct a2 : arrive m14").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a3"), (13, Some(13)), "m14 for m13");
    enter(&mut rehearsal, "16:53 correct a4 : arrive m13").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a3"), (13, None), "as it was frozen");
    assert_eq!(rehearsal.state.standing(ActId::from_key("a2")), Some(ActId::from_key("a5")));
    // A new act in that minute stands after the vote.
    enter(&mut rehearsal, "16:53 arrive m15").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a3"), (13, None));
}

#[test]
fn a_vote_that_is_corrected_rests_on_its_own_moment() {
    // In the same minute, after the vote, somebody leaves and somebody comes.
    let mut rehearsal =
        given(&[OPEN, "17:00 vote 3 9/2/1 yes", "17:00 leave m4", "17:00 leave m5"]);
    let corrected = enter(&mut rehearsal, "17:00 correct a2 : vote 3 8/3/1 yes").unwrap();
    assert_eq!(
        super::briefly(&corrected),
        [
            "17:00 ActWithdrawn a2",
            "17:00 VoteOpened 3 with 12",
            "17:00 VoteClosed mehrheitlich bei 3 Gegenstimmen und 1 Enthaltung angenommen",
        ]
    );
    // Who names the first entry means what was put in its place.
    assert_eq!(rehearsal.state.now.vote(vote("a2")).unwrap().id, vote("a5"));
    assert_eq!(votes_of(&rehearsal.state, "a5"), (12, None));
}

#[test]
fn a_person_forgotten_at_the_opening_is_added_by_correcting_it() {
    let mut rehearsal =
        given(&[OPEN, "16:32 due", "16:33 quorum", "16:40 vote 3 all yes", "16:50 vote 4 all yes"]);
    let corrected = enter(&mut rehearsal, "16:32 correct a1 : open m1-m9 m10-m13").unwrap();
    assert_eq!(
        super::briefly(&corrected),
        [
            "16:32 ActWithdrawn a1",
            "16:32 MeetingOpened with 13",
            "16:40 BasisChanged 12 to 13",
            "16:50 BasisChanged 12 to 13",
        ]
    );
    let interval = rehearsal.state.now.present(person("m13")).unwrap();
    assert!(interval.since_opening);
    assert!(rehearsal.state.now.invitation_confirmed.is_some());
    let later = given(&[OPEN, "16:53 arrive m13"]);
    let refused = enter(&mut later.clone(), "16:32 correct a1 : open m1-m9 m10-m13");
    assert_eq!(refused, Err(contradicts("a2", "16:53", "MemberArrived")));
    let moved = enter(&mut later.clone(), "17:00 correct a1 : open m1-m9");
    assert_eq!(moved, Err(contradicts("a2", "16:53", "MemberArrived")));
}

#[test]
fn what_later_acts_rest_on_cannot_be_taken_back() {
    let left: &[&str] = &[OPEN, "16:53 arrive m13", "17:10 leave m13"];
    check(left, "17:20 undo a2", Err(contradicts("a3", "17:10", "MemberDeparted")));
    // A replacement after everything else does not hide what became impossible.
    check(left, "17:30 correct a2 : arrive m14", Err(contradicts("a3", "17:10", "MemberDeparted")));
    check(
        left,
        "17:10 correct a2 : arrive m13",
        Ok(&["17:10 ActWithdrawn a2", "17:10 MemberArrived m13 on 13"]),
    );
    check(
        &[OPEN, "16:40 due"],
        "17:00 undo a1",
        Err(contradicts("a2", "16:40", "InvitationConfirmed")),
    );
    let closed: &[&str] = &[OPEN, "16:40 call 3", "16:50 close 3"];
    check(closed, "17:00 undo a2", Err(contradicts("a3", "16:50", "ItemClosed")));
    let added: &[&str] = &[OPEN, "16:40 add 6", "16:50 vote 6 all yes"];
    check(added, "17:00 undo a2", Err(contradicts("a3", "16:50", "VoteOpened")));
    let sitting: &[&str] = &["15:00 seat 5 v5", "16:32 open m1-m4 v5"];
    check(sitting, "17:00 undo a1", Err(contradicts("a2", "16:32", "MeetingOpened")));
}

#[test]
fn taking_a_substitution_back_after_the_member_came_leaves_the_member() {
    let mut rehearsal = given(&[OPEN, "16:40 seat 13 v13", "17:00 arrive m13"]);
    enter(&mut rehearsal, "17:05 undo a2").unwrap();
    assert!(rehearsal.state.now.present(person("m13")).is_some());
    assert!(!rehearsal.state.now.attendance.contains_key(&person("v13")));
}

#[test]
fn texts_and_confirmations_replace_nothing() {
    let given_acts: &[&str] = &[OPEN, "16:40 call 3"];
    check(given_acts, "16:40 correct a2 : text 3", Err(Rejection::NotCorrectable));
    check(given_acts, "16:40 correct a2 : confirm a1 note x", Err(Rejection::NotCorrectable));
    check(given_acts, "16:40 correct a2 : undo a1", Err(Rejection::NotCorrectable));
}

#[test]
fn a_late_entry_marks_the_votes_after_it_and_no_other() {
    let given_acts: &[&str] =
        &[OPEN, "16:40 vote 3 all yes", "17:00 vote 4 all yes", "17:10 vote 5 all yes"];
    check(
        given_acts,
        "16:50 leave m4",
        Ok(&[
            "16:50 MemberDeparted m4 on 4",
            "17:00 BasisChanged 12 to 11",
            "17:10 BasisChanged 12 to 11",
        ]),
    );
    check(
        given_acts,
        "16:50 recuse m4 4",
        Ok(&["16:50 RecusalDeclared m4", "17:00 BasisChanged 12 to 11"]),
    );
    // Who has no vote changes none.
    check(given_acts, "16:50 guest g1", Ok(&["16:50 AttendeeArrived g1"]));
    check(given_acts, "17:20 leave m4", Ok(&["17:20 MemberDeparted m4 on 4"]));
}

#[test]
fn a_second_change_stands_on_the_first_and_a_change_back_settles_both() {
    let mut rehearsal = given(&[OPEN, "17:00 vote 3 all yes"]);
    let mut change = |line: &str| super::briefly(&enter(&mut rehearsal, line).unwrap());
    assert_eq!(change("16:50 leave m4")[1..], ["17:00 BasisChanged 12 to 11"]);
    assert_eq!(change("16:51 leave m5")[1..], ["17:00 BasisChanged 11 to 10"]);
    assert_eq!(change("17:05 undo a3")[1..], ["17:00 BasisChanged 10 to 11"]);
    assert_eq!(change("17:05 undo a4")[1..], ["17:00 BasisChanged 11 to 12"]);
    assert_eq!(votes_of(&rehearsal.state, "a2"), (12, None));
    let nothing = enter(&mut rehearsal, "17:06 confirm a2 note x");
    assert_eq!(nothing, Err(Rejection::BasisUnchanged));
}

#[test]
fn the_clerk_confirms_the_basis_with_a_reason() {
    let mut rehearsal = given(&[OPEN, "17:00 vote 3 all yes", "16:50 leave m4"]);
    let wordless = enter(&mut rehearsal, "17:06 confirm a2");
    assert_eq!(wordless, Err(Rejection::TextMissing));
    let unknown = Rejection::UnknownVote { vote: vote("a9") };
    assert_eq!(enter(&mut rehearsal, "17:06 confirm a9 note x"), Err(unknown));
    enter(&mut rehearsal, "17:06 confirm a2 note nicht entscheidend").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a2"), (11, None));
    assert_eq!(rehearsal.state.now.vote(vote("a2")).unwrap().basis.votes(), 12, "frozen");
    // A new change marks it again, against what was confirmed.
    let again = enter(&mut rehearsal, "16:51 leave m5").unwrap();
    assert_eq!(super::briefly(&again)[1..], ["17:00 BasisChanged 11 to 10"]);
    // Back to what was confirmed: nothing is left to settle.
    enter(&mut rehearsal, "17:10 undo a5").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a2"), (11, None));
    // The change that was confirmed is taken back as well: the confirmation has lost its object.
    let undone = enter(&mut rehearsal, "17:11 undo a3").unwrap();
    assert_eq!(votes_of(&rehearsal.state, "a2"), (12, None), "{:?}", super::briefly(&undone));
}

#[test]
fn the_end_names_votes_whose_basis_is_not_settled() {
    let mut rehearsal = given(&[OPEN, "17:00 vote 3 all yes", "16:50 leave m4"]);
    let unsettled = ReasonCode::BasisUnsettled;
    assert!(super::hints(&mut rehearsal.clone(), "18:00 end").contains(&unsettled));
    enter(&mut rehearsal, "17:06 confirm a2 note nicht entscheidend").unwrap();
    assert!(!super::hints(&mut rehearsal, "18:00 end").contains(&unsettled));
}

#[test]
fn a_late_finding_marks_the_votes_after_it() {
    use ReasonCode::{DeemedQuorate, LackOfQuorum};
    // Eight of seventeen: deemed quorate, until the chair has found otherwise.
    let acts = ["16:32 open m1-m4 m10-m13", "16:40 call 3", "17:00 vote 3 all yes"];
    let mut rehearsal = given(&acts);
    let marked = |rehearsal: &Rehearsal| {
        let vote = rehearsal.state.now.vote(vote("a3")).unwrap();
        let profile = profiles::committee();
        let codes: Vec<_> = vote.marks(&profile).iter().map(|mark| mark.code).collect();
        codes
    };
    let deemed = [DeemedQuorate];
    assert_eq!(marked(&rehearsal), deemed);
    let late = enter(&mut rehearsal, "16:50 lack").unwrap();
    let said = |decision: &Decision| decision.hints.last().unwrap().clone();
    assert_eq!(said(&late).code, LackOfQuorum);
    assert_eq!(
        said(&late).text,
        "Die Abstimmung zu TOP 3 (17:00 Uhr) liegt nach der Feststellung der Beschlussunfähigkeit; das Ergebnis bleibt festgehalten und ist jetzt gekennzeichnet."
    );
    assert_eq!(marked(&rehearsal), [LackOfQuorum]);
    let text = rehearsal.state.now.vote(vote("a3")).unwrap().marks(&profiles::committee());
    assert!(text[0].text.contains("festgestellt (um 16:50 Uhr)"), "{text:?}");
    // Put to a later time, and then taken back: each time the clerk hears what became of the vote.
    let moved = enter(&mut rehearsal, "17:10 correct a4 : lack").unwrap();
    assert_eq!(marked(&rehearsal), deemed);
    assert_eq!(
        said(&moved).text,
        "Die Abstimmung zu TOP 3 (17:00 Uhr) liegt nicht mehr nach einer Feststellung der Beschlussunfähigkeit; die Kennzeichnung entfällt."
    );
    let back = enter(&mut rehearsal, "17:20 undo a5").unwrap();
    assert!(back.hints.iter().all(|hint| hint.code != LackOfQuorum), "{:?}", back.hints);
}

/// What a journal of an earlier version froze with a vote is not what the vote is marked with.
#[test]
fn marks_that_were_frozen_with_a_vote_are_derived_anew() {
    let acts = ["16:32 open m1-m4 m10-m13", "16:40 call 3", "17:00 vote 3 4/3/0 yes", "16:50 lack"];
    let rehearsal = given(&acts);
    let mut recorded: Vec<Recorded> = rehearsal.recorded().collect();
    for one in &mut recorded {
        if let Event::VoteClosed { result, .. } = &mut one.event {
            let codes: Vec<_> = result.hints.iter().map(|hint| hint.code).collect();
            assert_eq!(codes, [ReasonCode::NotAllVoted]);
            let text = "gilt als beschlussfähig".into();
            result.hints.push(Reason { code: ReasonCode::DeemedQuorate, text });
        }
    }
    let old = State::replay(rehearsal.state.meeting, recorded);
    let [ours, theirs] = [&rehearsal.state, &old].map(|state| state.now.vote(vote("a3")).unwrap());
    assert_eq!(ours, theirs);
}

#[test]
fn the_state_at_a_time_knows_nothing_of_later_acts() {
    let rehearsal = given(&[OPEN, "16:40 leave m4", "16:53 arrive m13", "18:00 end"]);
    let at = |clock| rehearsal.state.at(Committee::at(clock));
    let seated = |clock| at(clock).seats_now().iter().filter(|s| s.occupant.is_some()).count();
    assert_eq!(
        [seated("16:31"), seated("16:32"), seated("16:40"), seated("16:53")],
        [0, 12, 11, 12]
    );
    let early = Moment::parse("2026-11-01T00:00+01:00").unwrap();
    assert!(rehearsal.state.at(early).plan.is_some(), "the plan stands first");
}
