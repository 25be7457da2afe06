//! When acts can have happened, and late entries: the state at that time judges.

use super::{check, enter, given};
use crate::session::Rejection;
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, Moment, Timestamp};

const OPEN: &str = "16:32 open m1-m9 m10-m12";

#[test]
fn the_day_of_the_session_frames_its_acts() {
    let refused = |given: &[&str], when, why| check(given, when, Err(why));
    refused(&[], "2026-11-11T16:32 open m1-m17", Rejection::BeforeMeetingDay);
    refused(&[OPEN], "2026-11-11T23:59 arrive m13", Rejection::BeforeMeetingDay);
    refused(&[OPEN], "2026-11-14T00:00 arrive m13", Rejection::AfterMeetingDay);
    refused(&[OPEN], "2026-11-14T00:00 seat 13 v13", Rejection::AfterMeetingDay);
    check(&[OPEN], "2026-11-13T00:20 end", Ok(&["00:20 MeetingClosed"]));
}

#[test]
fn the_office_may_act_before_and_minutes_are_written_after() {
    let excused: &[&str] = &["09:00 MemberExcused m5", "09:00 SubstituteSeated v5 on 5"];
    check(&[], "2026-11-09T09:00 seat 5 v5", Ok(excused));
    check(&[], "2026-11-09T09:00 add 6", Ok(&["09:00 ItemAdded 6"]));
    check(
        &[OPEN, "18:00 end"],
        "2026-11-20T10:00 attach 1",
        Ok(&["10:00 AttachmentListed Anlage 1"]),
    );
    let fixed: &[&str] = &["10:00 TextFixed 5"];
    check(&[OPEN, "18:00 end"], "2026-11-20T10:00 text 5", Ok(fixed));
}

#[test]
fn nothing_is_entered_that_has_not_happened_yet() {
    let mut rehearsal = live("2026-11-12T15:32:10Z");
    enter(&mut rehearsal, OPEN).unwrap();
    rehearsal.now = Timestamp::parse("2026-11-12T15:52:59Z").unwrap();
    assert_eq!(enter(&mut rehearsal, "16:53 arrive m13"), Err(Rejection::InTheFuture));
    rehearsal.now = Timestamp::parse("2026-11-12T15:53:00Z").unwrap();
    assert!(enter(&mut rehearsal, "16:53 arrive m13").is_ok());
}

/// A prepared session whose clock stands at a time.
fn live(now: &str) -> Rehearsal {
    let committee = Committee::new(17);
    let plan = committee.plan();
    let mut rehearsal = Rehearsal::unprepared(committee);
    rehearsal.now = Timestamp::parse(now).unwrap();
    let prepare = crate::session::Command::PrepareMeeting { plan };
    rehearsal.act(Moment::parse("2026-11-02T09:00+01:00").unwrap(), &prepare).unwrap();
    rehearsal
}

#[test]
fn times_of_entry_never_go_backwards() {
    let mut rehearsal = live("2026-11-12T15:32:10.500Z");
    enter(&mut rehearsal, OPEN).unwrap();
    let last = rehearsal.now;
    for (now, line, expected) in [
        ("2026-11-12T15:32:10.499Z", "16:32 due", Err(Rejection::EnteredBackwards { last })),
        (
            "2026-11-02T12:00:00Z",
            "2026-11-02T12:00 excuse m13",
            Err(Rejection::EnteredBackwards { last }),
        ),
        ("2026-11-12T15:32:10.500Z", "16:32 due", Ok(1)),
        ("2026-11-12T15:40:00Z", "16:32 quorum", Ok(1)),
    ] {
        rehearsal.now = Timestamp::parse(now).unwrap();
        let entered = enter(&mut rehearsal, line).map(|decision| decision.events.len());
        assert_eq!(entered, expected, "{now}");
    }
    let times: alloc::vec::Vec<_> = rehearsal.recorded().map(|one| one.recorded_at).collect();
    assert!(times.is_sorted());
}

#[test]
fn a_departure_before_the_arrival_cannot_be() {
    let before = |who: &str, clock| Rejection::DepartureBeforeArrival {
        person: Committee::person(who),
        arrived: Committee::at(clock),
    };
    let late: &[&str] = &[OPEN, "16:53 arrive m13"];
    check(late, "16:40 leave m13", Err(before("m13", "16:53")));
    check(late, "16:53 leave m13", Ok(&["16:53 MemberDeparted m13 on 13"]));
    check(&[OPEN, "16:53 seat 13 v13"], "16:40 leave v13", Err(before("v13", "16:53")));
    check(&[OPEN, "16:53 guest g1"], "16:40 leave g1", Err(before("g1", "16:53")));
    check(&[OPEN, "16:53 guest g1"], "16:40 part nonpublic g1", Err(before("g1", "16:53")));
    // The next arrival counts, not one that is over.
    let twice: &[&str] = &[OPEN, "16:53 arrive m13", "17:00 leave m13", "17:10 arrive m13"];
    check(twice, "17:05 leave m13", Err(before("m13", "17:10")));
    // An arrival that was taken back is none.
    let undone: &[&str] = &[OPEN, "16:53 arrive m13", "16:54 undo a2"];
    let not_present = Rejection::NotPresent { person: Committee::person("m13") };
    check(undone, "16:40 leave m13", Err(not_present));
    check(&[OPEN], "16:20 leave m1", Err(Rejection::NotOpen));
}

#[test]
fn a_late_entry_is_judged_by_the_state_of_its_time() {
    let given: &[&str] = &[OPEN, "17:00 leave m4", "17:20 arrive m4"];
    let person = Committee::person("m4");
    check(
        given,
        "17:10 leave m4",
        Err(Rejection::DepartureBeforeArrival { person, arrived: Committee::at("17:20") }),
    );
    check(
        given,
        "17:10 arrive m4",
        Err(Rejection::Contradicts {
            act: ActId::from_key("a3"),
            at: Committee::at("17:20"),
            kind: "MemberArrived",
        }),
    );
    check(given, "17:30 arrive m4", Err(Rejection::AlreadyPresent { person }));
    check(&[OPEN, "18:00 end"], "17:10 leave m4", Ok(&["17:10 MemberDeparted m4 on 4"]));
    check(&[OPEN, "18:00 end"], "18:05 leave m4", Err(Rejection::NotOpen));
}

#[test]
fn entries_of_the_same_minute_stand_in_the_order_of_entry() {
    let rehearsal = given(&[OPEN, "17:00 leave m4", "17:00 arrive m4", "17:00 leave m4"]);
    assert!(rehearsal.state.now.present(Committee::person("m4")).is_none());
    let at_that_minute = rehearsal.state.at(Committee::at("17:00"));
    assert_eq!(at_that_minute.attendance[&Committee::person("m4")].len(), 2);
}

#[test]
fn a_session_can_be_prepared_in_the_program_after_it_took_place() {
    let committee = Committee::new(17);
    let plan = committee.plan();
    let mut rehearsal = Rehearsal::unprepared(committee);
    assert_eq!(enter(&mut rehearsal, OPEN), Err(Rejection::NotPrepared));
    let afterwards = Moment::parse("2026-11-20T10:00+01:00").unwrap();
    let prepare = crate::session::Command::PrepareMeeting { plan };
    rehearsal.act(afterwards, &prepare).unwrap();
    assert!(enter(&mut rehearsal, OPEN).is_ok());
    assert!(enter(&mut rehearsal, "16:40 leave m4").is_ok());
    assert_eq!(rehearsal.act(afterwards, &prepare), Err(Rejection::AlreadyPrepared));
}
