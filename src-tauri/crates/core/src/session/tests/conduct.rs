//! Who chairs, who keeps the minutes, when the session is interrupted.

use super::{check, enter, given, hints};
use crate::PersonId;
use crate::membership::Status;
use crate::rules::ReasonCode;
use crate::session::{Command, Rejection};
use crate::testing::{Committee, Rehearsal};
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12 e1 official o1";

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

/// Who chaired from when.
fn chairs(rehearsal: &Rehearsal) -> Vec<(PersonId, String)> {
    rehearsal.state.now.chairs.iter().map(|term| (term.person, term.from.clock())).collect()
}

fn term(key: &str, from: &str) -> (PersonId, String) {
    (who(key), String::from(from))
}

/// When somebody left who is not there.
fn left(rehearsal: &Rehearsal, key: &str) -> String {
    rehearsal.state.now.attendance[&who(key)].last().unwrap().to.unwrap().clock()
}

#[test]
fn the_chair_is_taken_by_somebody_who_is_there() {
    check(&[OPEN], "17:00 chair m2", Ok(&["17:00 ChairChanged m2"]));
    check(&[OPEN], "17:00 chair m13", Err(Rejection::NotPresent { person: who("m13") }));
    check(&[OPEN], "17:00 chair m1", Err(Rejection::AlreadyInChair { person: who("m1") }));
    check(&[OPEN], "17:00 chair xx", Err(Rejection::UnknownPerson { person: who("xx") }));
    check(&[], "16:00 chair m1", Err(Rejection::NotOpen));
    check(&[OPEN], "17:00 clerk o1", Ok(&["17:00 ClerkChanged o1"]));
    check(&[OPEN], "17:00 clerk o2", Ok(&["17:00 ClerkChanged o2"]));
    check(&[OPEN], "17:00 clerk k1", Err(Rejection::AlreadyClerk { person: who("k1") }));
    check(&[OPEN], "17:00 clerk xx", Err(Rejection::UnknownPerson { person: who("xx") }));
    let rehearsal = given(&[OPEN, "17:00 chair m2", "17:10 chair m1", "17:20 clerk o1"]);
    assert_eq!(chairs(&rehearsal), [term("m1", "16:32"), term("m2", "17:00"), term("m1", "17:10")]);
    let now = &rehearsal.state.now;
    assert_eq!((now.chair, now.clerk), (Some(who("m1")), Some(who("o1"))));
    assert_eq!(
        now.clerks.iter().map(|term| term.person).collect::<Vec<_>>(),
        [who("k1"), who("o1")]
    );
}

#[test]
fn late_entries_and_corrections_of_the_chair_fold_right() {
    // Another chair at the opening: the change to that person says nothing new any more.
    let mut opening = given(&["16:32 open m1-m9", "17:00 chair m2", "17:10 chair m3"]);
    enter(&mut opening, "16:32 correct a1 : open m2-m9 m1").unwrap();
    assert_eq!(chairs(&opening), [term("m2", "16:32"), term("m3", "17:10")]);
    // A change that was forgotten.
    let mut late = given(&["16:32 open m1-m9"]);
    enter(&mut late, "17:10 chair m2").unwrap();
    enter(&mut late, "17:00 chair m3").unwrap();
    assert_eq!(chairs(&late), [term("m1", "16:32"), term("m3", "17:00"), term("m2", "17:10")]);
    // Who left before cannot have taken it.
    let refused = enter(&mut late, "17:05 leave m2");
    assert!(matches!(refused, Err(Rejection::Contradicts { kind: "ChairChanged", .. })));
    enter(&mut late, "17:30 undo a3").unwrap();
    assert_eq!(chairs(&late), [term("m1", "16:32"), term("m2", "17:10")]);
}

#[test]
fn who_takes_the_chair_without_a_seat_is_a_hint() {
    for (key, expected) in [
        ("m2", &[][..]),
        ("m10", &[]),
        ("o1", &[ReasonCode::ChairNotMember]),
        ("e1", &[ReasonCode::ChairNotMember]),
    ] {
        let line = alloc::format!("17:00 chair {key}");
        assert_eq!(hints(&mut given(&[OPEN]), &line), expected, "{key}");
    }
    // The head of the administration may chair without a seat.
    let mut rehearsal = given(&[OPEN]);
    let mut own = rehearsal.directory.memberships.values().next().unwrap().clone();
    own.id = crate::MembershipId::from_key("in-o1");
    own.person = who("o1");
    own.status = Status::HVB;
    rehearsal.directory.memberships.insert(own.id, own);
    assert_eq!(hints(&mut rehearsal, "17:00 chair o1"), []);
}

#[test]
fn a_chair_who_is_not_at_the_table_is_a_hint() {
    let codes = |acts: &[&str], line: &str| -> bool {
        let mut rehearsal = given(acts);
        hints(&mut rehearsal, line).contains(&ReasonCode::ChairLeft)
    };
    let called: &[&str] = &[OPEN, "16:40 call 3"];
    for line in [
        "17:00 leave m1",
        "17:00 public m1",
        "17:00 outage m1",
        "17:00 out m1 3",
        "17:00 recuse m1 3",
        "17:00 part nonpublic m1",
    ] {
        assert!(codes(called, line), "{line}");
    }
    for line in ["17:00 leave m2", "17:00 out m1 4", "17:00 recuse m1 4", "17:00 public m2"] {
        assert!(!codes(called, line), "{line}");
    }
    // Announced before, it counts from the call.
    assert!(codes(&[OPEN, "16:40 recuse m1 3"], "17:00 call 3"));
    // Somebody else has the chair; nothing is said twice.
    assert!(!codes(&[OPEN, "16:50 chair m2"], "17:00 leave m1"));
    assert!(!codes(&[OPEN, "16:50 leave m1"], "17:00 leave m2"));
    let mut rehearsal = given(called);
    let decision = enter(&mut rehearsal, "17:00 leave m1").unwrap();
    assert_eq!(
        decision.hints.last().unwrap().text,
        "Die Person, die den Vorsitz führt, ist nicht am Tisch. Bitte tragen Sie ein, wer den Vorsitz übernimmt."
    );
}

#[test]
fn a_session_is_interrupted_and_goes_on() {
    let paused: &[&str] = &[OPEN, "17:00 pause"];
    check(&[OPEN], "17:00 pause", Ok(&["17:00 MeetingInterrupted"]));
    check(
        paused,
        "17:05 pause",
        Err(Rejection::AlreadyInterrupted { since: Committee::at("17:00") }),
    );
    check(paused, "17:10 resume", Ok(&["17:10 MeetingResumed"]));
    check(paused, "17:10 resume m3 m4", Ok(&["17:10 MeetingResumed m3 m4"]));
    check(paused, "17:10 resume m3 m3", Err(Rejection::NotPresent { person: who("m3") }));
    check(paused, "17:10 resume m13", Err(Rejection::NotPresent { person: who("m13") }));
    check(&[OPEN], "17:10 resume", Err(Rejection::NotInterrupted));
    check(&[OPEN, "17:00 pause", "17:10 resume"], "17:11 resume", Err(Rejection::NotInterrupted));
    check(&[], "17:00 pause", Err(Rejection::NotOpen));
    let rehearsal = given(&[OPEN, "17:00 pause", "17:10 resume", "17:30 pause"]);
    let at = |clock| Committee::at(clock);
    let recesses: Vec<_> = rehearsal.state.now.recesses.iter().copied().collect();
    assert_eq!(recesses, [(at("17:00"), Some(at("17:10"))), (at("17:30"), None)]);
    assert_eq!(rehearsal.state.now.interrupted(), Some(at("17:30")));
}

#[test]
fn who_does_not_come_back_left_when_the_recess_began() {
    for (acts, expected) in [
        (&[][..], "17:00"),
        // In the minute of the interruption, before it.
        (&["17:00 vote 3 all yes"], "17:00"),
        // Seen in between: left at the latest when the session went on.
        (&["17:05 vote 3 all yes"], "17:10"),
        (&["17:05 public m3"], "17:10"),
        (&["17:05 public m3", "17:06 back m3"], "17:10"),
        (&["17:05 recuse m3 3"], "17:10"),
        (&["17:05 chair m3", "17:06 chair m1"], "17:10"),
        (&["17:04 leave m3", "17:05 arrive m3"], "17:10"),
        // What others did says nothing.
        (&["17:05 public m4", "17:06 chair m2", "17:07 leave m5"], "17:00"),
    ] {
        let start = [OPEN, "16:40 call 3", "16:45 public m3", "16:50 back m3", "17:00 pause"];
        let mut rehearsal = given(&start);
        for line in acts {
            enter(&mut rehearsal, line).unwrap();
        }
        enter(&mut rehearsal, "17:10 resume m3").unwrap();
        assert_eq!(left(&rehearsal, "m3"), expected, "{acts:?}");
        assert!(rehearsal.state.now.absence(who("m3")).is_none());
        // The seat is free for a substitute.
        enter(&mut rehearsal, "17:10 seat 3 v3").unwrap();
    }
    // Who was away from the table is away until then.
    let rehearsal = given(&[OPEN, "16:50 public m3", "17:00 pause", "17:10 resume m3"]);
    assert_eq!(rehearsal.state.now.absences[0].to, Some(Committee::at("17:00")));
}

#[test]
fn a_recess_may_be_entered_late_and_taken_back() {
    // In two acts, before another one.
    let mut rehearsal = given(&[OPEN, "17:30 pause", "17:40 resume m3"]);
    enter(&mut rehearsal, "17:00 pause").unwrap();
    assert_eq!(rehearsal.state.now.recesses.len(), 1, "it runs into the next one");
    enter(&mut rehearsal, "17:10 resume").unwrap();
    let at = |clock| Committee::at(clock);
    let recesses: Vec<_> = rehearsal.state.now.recesses.iter().copied().collect();
    let both = [(at("17:00"), Some(at("17:10"))), (at("17:30"), Some(at("17:40")))];
    assert_eq!(recesses, both);
    assert_eq!(left(&rehearsal, "m3"), "17:30");
    // Without the interruption who did not come back left when that was seen.
    enter(&mut rehearsal, "17:50 undo a2").unwrap();
    assert_eq!(left(&rehearsal, "m3"), "17:40");
    assert_eq!(rehearsal.state.now.recesses.len(), 1);
    // A departure that comes to light later is the better knowledge.
    let mut gone = given(&[OPEN, "17:00 pause", "17:10 resume m3"]);
    enter(&mut gone, "17:04 leave m3").unwrap();
    assert_eq!(left(&gone, "m3"), "17:04");
}

#[test]
fn during_a_recess_only_coming_and_going_goes_without_a_word() {
    let paused: &[&str] = &[OPEN, "16:40 call 3", "17:00 pause"];
    for line in [
        "17:05 arrive m13",
        "17:05 leave m4",
        "17:05 leave m1",
        "17:05 seat 13 v13",
        "17:05 guest g1",
        "17:05 public m4",
        "17:05 excuse m14",
        "17:05 attach 1",
        "17:05 text 3",
        "17:05 resume",
    ] {
        let codes = hints(&mut given(paused), line);
        assert!(!codes.contains(&ReasonCode::DuringRecess), "{line}: {codes:?}");
    }
    for line in [
        "17:05 quorum",
        "17:05 vote 3 all yes",
        "17:05 call 2",
        "17:05 close 3",
        "17:05 outcome 3 noted",
        "17:05 chair m2",
        "17:05 clerk o1",
        "17:05 recuse m4 3",
        "17:05 part nonpublic",
        "17:05 move 5 public first",
        "17:05 join 2 3",
        "17:05 add 6",
    ] {
        let codes = hints(&mut given(paused), line);
        assert!(codes.contains(&ReasonCode::DuringRecess), "{line}: {codes:?}");
    }
    let mut rehearsal = given(paused);
    let decision = enter(&mut rehearsal, "17:05 chair m2").unwrap();
    assert_eq!(
        decision.hints.last().unwrap().text,
        "Die Sitzung ist seit 17:00 Uhr unterbrochen. Bitte tragen Sie ein, wann sie fortgesetzt wurde, oder prüfen Sie die Uhrzeit."
    );
    // When it goes on, a chair who did not come back is missed.
    assert!(hints(&mut given(paused), "17:10 resume m1").contains(&ReasonCode::ChairLeft));
    let away = given(&[OPEN, "16:40 call 3", "17:00 pause", "17:05 leave m1"]);
    assert!(hints(&mut away.clone(), "17:10 resume").contains(&ReasonCode::ChairLeft));
}

#[test]
fn the_end_of_the_session_ends_a_recess() {
    let mut rehearsal = given(&[OPEN, "17:00 pause"]);
    let decision = enter(&mut rehearsal, "17:20 end").unwrap();
    let ended: Vec<_> =
        decision.hints.iter().filter(|one| one.code == ReasonCode::RecessEnded).collect();
    assert_eq!(
        ended[0].text,
        "Die Sitzung ist seit 17:00 Uhr unterbrochen; die Unterbrechung endet mit dem Schluss der Sitzung."
    );
    let last = rehearsal.state.now.recesses.last().copied().unwrap();
    assert_eq!(last, (Committee::at("17:00"), Some(Committee::at("17:20"))));
}

/// Who opens the session chairs it, and is asked about as whoever takes the chair later. A seat without a
/// vote in this body does not make a member.
#[test]
fn who_opens_without_a_vote_is_a_hint() {
    for (chair, line_of) in [("m1", None), ("o1", Some(())), ("m2", None)] {
        let mut rehearsal = given(&[]);
        let present = (1..=9).map(|number| Committee::person(&alloc::format!("m{number}")));
        let command = Command::OpenMeeting {
            chair: who(chair),
            clerk: who("k1"),
            present: present.collect(),
            officials: [who("o1")].into(),
            guests: Vec::new(),
            remote: Vec::new(),
        };
        let decision = rehearsal.act(Committee::at("16:32"), &command).unwrap();
        let told = decision.hints.iter().any(|hint| hint.code == ReasonCode::ChairNotMember);
        assert_eq!(told, line_of.is_some(), "{chair}");
    }
    let mut rehearsal = given(&["16:32 open m1-m9"]);
    rehearsal.profiles[0].voting_statuses.retain(|status| *status != Status::SB);
    enter(&mut rehearsal, "16:40 arrive m10").unwrap();
    assert!(hints(&mut rehearsal, "16:41 chair m10").contains(&ReasonCode::ChairNotMember));
}
