//! Who is there: excuse, substitution, arrival, departure, recusal, change of part.

use super::{check, enter, given, given_in, hints};
use crate::rules::ReasonCode;
use crate::rules::substitution::{Availability, Basis};
use crate::session::attend::candidates;
use crate::session::{Rejection, Snapshot};
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, PersonId};
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

/// Keys of those who sit on some seats.
fn on_seats<const N: usize>(snapshot: &Snapshot, seats: [u16; N]) -> [Option<PersonId>; N] {
    seats.map(|n| snapshot.seats[&Committee::seat(n)].occupant.map(|(person, _)| person))
}

#[test]
fn members_come_and_go() {
    check(&[OPEN], "16:53 arrive m13", Ok(&["16:53 MemberArrived m13 on 13"]));
    check(&[OPEN], "17:00 leave m4", Ok(&["17:00 MemberDeparted m4 on 4"]));
    check(&[OPEN], "17:00 arrive m4", Err(Rejection::AlreadyPresent { person: who("m4") }));
    check(&[OPEN], "17:00 leave m13", Err(Rejection::NotPresent { person: who("m13") }));
    check(&[OPEN], "17:00 arrive g1", Err(Rejection::NoSeat { person: who("g1") }));
    check(&[OPEN], "17:00 arrive v13", Err(Rejection::NoSeat { person: who("v13") }));
    check(&[OPEN], "17:00 arrive nobody", Err(Rejection::UnknownPerson { person: who("nobody") }));
    check(&[], "16:40 arrive m1", Err(Rejection::NotOpen));
    check(&[OPEN], "17:00 guest g1", Ok(&["17:00 AttendeeArrived g1"]));
    check(&[OPEN], "17:00 guest m1", Err(Rejection::AlreadyPresent { person: who("m1") }));
}

#[test]
fn the_opening_names_each_person_once_and_each_seat_once() {
    let twice = Rejection::AlreadyPresent { person: who("m3") };
    check(&[], "16:32 open m1-m4 m3", Err(twice.clone()));
    check(&[], "16:32 open m1-m4 guest m3", Err(twice));
    check(&[], "16:32 open m1 g1", Err(Rejection::NoSeat { person: who("g1") }));
    check(&[OPEN], "16:40 open m1", Err(Rejection::AlreadyOpen));
    check(&[OPEN, "18:00 end"], "18:10 open m1", Err(Rejection::NotOpen));
    let arranged: &[&str] = &["15:00 seat 5 v5"];
    let occupied = Rejection::SeatAlreadyOccupied { seat: Committee::seat(5), by: who("m5") };
    check(arranged, "16:32 open m1-m9 v5", Err(occupied));
    check(arranged, "16:32 open m1-m4 v5", Ok(&["16:32 MeetingOpened with 5"]));
    // The represented member came after all.
    let came: &[&str] = &["16:32 SubstitutionEnded v5 on 5", "16:32 MeetingOpened with 5"];
    check(arranged, "16:32 open m1-m5", Ok(came));
}

#[test]
fn who_is_there_at_the_opening_has_no_printed_start() {
    let rehearsal = given(&[OPEN, "16:53 arrive m13"]);
    let since_opening = |key| rehearsal.state.now.present(who(key)).unwrap().since_opening;
    assert!(since_opening("m1"));
    assert!(!since_opening("m13"));
}

#[test]
fn an_arranged_substitute_sits_from_the_opening() {
    let rehearsal = given(&["15:00 seat 5 v5", "16:32 open m1-m4 v5"]);
    let now = &rehearsal.state.now;
    assert_eq!(on_seats(now, [5]), [Some(who("v5"))]);
    assert!(now.excused.contains(&who("m5")), "who is represented is prevented");
    let substitution = now.seats[&Committee::seat(5)].substitution().unwrap();
    assert_eq!(substitution.basis, Basis::Personal { rank: 1 });
    assert_eq!(substitution.represents, Some(who("m5")));
}

#[test]
fn a_substitution_ends_when_the_member_comes_and_can_begin_again() {
    let given_acts: &[&str] = &["15:00 seat 5 v5", "16:32 open m1-m4 v5"];
    let came: &[&str] = &["17:00 SubstitutionEnded v5 on 5", "17:00 MemberArrived m5 on 5"];
    check(given_acts, "17:00 arrive m5", Ok(came));
    let mut rehearsal = given(given_acts);
    for line in ["17:00 arrive m5", "17:00 guest v5", "17:30 leave m5", "17:31 seat 5 v5"] {
        enter(&mut rehearsal, line).unwrap();
    }
    let now = &rehearsal.state.now;
    assert_eq!(on_seats(now, [5]), [Some(who("v5"))]);
    let places: Vec<_> =
        now.attendance[&who("v5")].iter().map(|one| (one.from.clock(), one.to)).collect();
    assert_eq!(places.len(), 3, "on the seat, beside it, on the seat");
    assert_eq!(places[1].1, Some(Committee::at("17:31")));
}

#[test]
fn a_substitute_who_leaves_may_come_back_unless_another_took_over() {
    let given_acts: &[&str] = &["15:00 seat 5 v5", "16:32 open m1-m4 v5", "17:00 leave v5"];
    check(given_acts, "17:10 arrive v5", Ok(&["17:10 MemberArrived v5 on 5"]));
    let came: &[&str] = &["17:10 SubstitutionEnded v5 on 5", "17:10 MemberArrived m5 on 5"];
    check(given_acts, "17:10 arrive m5", Ok(came));
    let mut rehearsal = given(given_acts);
    enter(&mut rehearsal, "17:05 seat 5 l1").unwrap();
    let refused = enter(&mut rehearsal, "17:10 arrive v5");
    assert_eq!(refused, Err(Rejection::NoSeat { person: who("v5") }));
}

#[test]
fn the_next_in_the_order_serves_when_the_substitute_is_prevented_too() {
    let mut rehearsal = given(&["15:00 seat 5 v5", "15:30 excuse v5"]);
    let seat = &rehearsal.state.now.seats[&Committee::seat(5)];
    assert!(seat.substitution().is_none(), "who is excused stands in for nobody");
    let order = candidates(&rehearsal.state.now, seat);
    let free: Vec<_> =
        order.iter().filter(|c| c.availability == Availability::Free).map(|c| c.person).collect();
    assert_eq!(free, [who("l1"), who("l2"), who("l3")]);
    assert_eq!(order[0].availability, Availability::Prevented);
    assert_eq!(hints(&mut rehearsal, "15:40 seat 5 l1"), []);
    let opened = enter(&mut rehearsal, "16:32 open m1-m4 v5");
    assert_eq!(opened, Err(Rejection::NoSeat { person: who("v5") }));
    enter(&mut rehearsal, "16:32 open m1-m4 l1").unwrap();
    assert_eq!(on_seats(&rehearsal.state.now, [5]), [Some(who("l1"))]);
}

#[test]
fn a_seat_stays_empty_when_nobody_can_come() {
    let rehearsal = given(&["15:00 excuse m5", "15:00 excuse v5", "16:32 open m1-m4 m6-m17"]);
    assert_eq!(on_seats(&rehearsal.state.now, [5]), [None]);
    check(
        &["15:00 excuse m5"],
        "15:10 excuse m5",
        Err(Rejection::AlreadyExcused { person: who("m5") }),
    );
    check(&[], "15:10 excuse g1", Err(Rejection::NoSeat { person: who("g1") }));
    check(&[OPEN], "17:10 excuse m1", Err(Rejection::AlreadyPresent { person: who("m1") }));
}

#[test]
fn a_person_takes_one_seat_and_a_seat_one_person() {
    let elsewhere =
        |key, seat| Rejection::SeatedElsewhere { person: who(key), seat: Committee::seat(seat) };
    check(&["15:00 seat 5 v5"], "15:10 seat 6 v5", Err(elsewhere("v5", 5)));
    check(&[OPEN], "17:00 seat 13 m14", Err(elsewhere("m14", 14)));
    let occupied = Rejection::SeatAlreadyOccupied { seat: Committee::seat(5), by: who("m5") };
    check(&[OPEN], "17:00 seat 5 v5", Err(occupied));
    let unknown = Rejection::UnknownSeat { seat: Committee::seat(40) };
    check(&[OPEN], "17:00 seat 40 v5", Err(unknown));
    check(&[OPEN], "17:00 seat 13 g1", Err(Rejection::NoStatus { person: who("g1") }));
    // A late arrangement on a second seat contradicts the first.
    check(
        &["15:00 seat 5 v5"],
        "14:00 seat 6 v5",
        Err(Rejection::Contradicts {
            act: ActId::from_key("a1"),
            at: Committee::at("15:00"),
            kind: "SubstituteSeated",
        }),
    );
}

/// Nobody is represented who is not there: who left as a substitute may come back for somebody else.
#[test]
fn a_substitute_who_left_may_sit_in_for_somebody_else() {
    let mut rehearsal = given(&[OPEN, "16:40 seat 13 v13", "16:50 leave v13"]);
    assert!(enter(&mut rehearsal.clone(), "16:45 seat 14 v13").is_err(), "still on the other seat");
    enter(&mut rehearsal, "17:00 seat 16 v13").unwrap();
    let now = &rehearsal.state.now;
    assert_eq!(on_seats(now, [13, 16]), [None, Some(who("v13"))]);
    assert!(now.seats[&Committee::seat(13)].substitution().is_none());
    // Gone from there, back for the first one; who represents nobody else is free for everybody.
    for line in ["17:10 leave v13", "17:20 seat 13 v13"] {
        enter(&mut rehearsal, line).unwrap();
    }
    assert_eq!(on_seats(&rehearsal.state.now, [13, 16]), [Some(who("v13")), None]);
    let elsewhere = Rejection::SeatedElsewhere { person: who("v13"), seat: Committee::seat(13) };
    assert_eq!(enter(&mut rehearsal, "17:30 seat 16 v13"), Err(elsewhere));
    // Who was arranged and did not come yet is awaited on that seat.
    let awaited = given(&["15:00 seat 5 v5", "16:32 open m1-m4"]);
    let elsewhere = Rejection::SeatedElsewhere { person: who("v5"), seat: Committee::seat(5) };
    assert_eq!(enter(&mut awaited.clone(), "17:00 seat 6 v5"), Err(elsewhere));
}

#[test]
fn a_forgotten_substitution_can_be_entered_after_the_member_came() {
    let mut rehearsal = given(&[OPEN, "17:00 arrive m13"]);
    enter(&mut rehearsal, "16:40 seat 13 v13").unwrap();
    let now = &rehearsal.state.now;
    assert_eq!(on_seats(now, [13]), [Some(who("m13"))]);
    assert_eq!(now.attendance[&who("v13")][0].to, Some(Committee::at("17:00")));
    assert!(now.seats[&Committee::seat(13)].substitution().is_none());
}

#[test]
fn leaving_the_order_of_substitutes_is_recorded_with_a_hint() {
    for (acts, line, expected) in [
        (&[][..], "15:00 seat 5 v5", &[][..]),
        (&[], "15:00 seat 5 l1", &[ReasonCode::SubstitutionOrder]),
        (&[], "15:00 seat 5 v6", &[ReasonCode::SubstitutionOrder]),
        (&["15:00 excuse v5"], "15:10 seat 5 l1", &[]),
        // An expert citizen for a member of the assembly counts as an expert citizen.
        (
            &["15:00 excuse v5", "15:00 excuse l1"],
            "15:10 seat 5 l2",
            &[ReasonCode::SubstituteStatus],
        ),
        // An expert inhabitant has no vote.
        (
            &["15:00 excuse v5", "15:00 excuse l1", "15:00 excuse l2"],
            "15:10 seat 5 l3",
            &[ReasonCode::SubstituteStatus],
        ),
    ] {
        assert_eq!(hints(&mut given(acts), line), expected, "{line}");
    }
    let mut vacant = given_in(Committee::new(17).vacant(5), &[]);
    assert_eq!(hints(&mut vacant, "15:00 seat 5 v5"), [ReasonCode::Vacant]);
    enter(&mut vacant, "16:32 open m1-m4 v5").unwrap();
    assert_eq!(on_seats(&vacant.state.now, [5]), [Some(who("v5"))]);
}

#[test]
fn who_holds_two_seats_cannot_be_prepared() {
    let mut rehearsal = Rehearsal::unprepared(Committee::new(17));
    for occupancy in rehearsal.directory.occupancies.values_mut() {
        if occupancy.seat == Committee::seat(5) {
            occupancy.person = who("m4");
        }
    }
    let plan = rehearsal.committee.plan();
    let refused =
        rehearsal.act(Committee::at("09:00"), &crate::session::Command::PrepareMeeting { plan });
    let seat = Committee::seat(4);
    assert_eq!(refused, Err(Rejection::SeatedElsewhere { person: who("m4"), seat }));
}

#[test]
fn a_recusal_lasts_until_the_return() {
    let recused: &[&str] = &[OPEN, "17:06 recuse m3 3"];
    check(&[OPEN], "17:06 recuse m3 3", Ok(&["17:06 RecusalDeclared m3"]));
    check(recused, "17:10 recuse m3 3", Err(Rejection::AlreadyRecused { person: who("m3") }));
    check(recused, "17:17 return m3", Ok(&["17:17 RecusalEnded m3"]));
    check(&[OPEN], "17:17 return m3", Err(Rejection::NotRecused { person: who("m3") }));
    // A member who is not there is barred all the same; anybody else who is not has nothing to leave.
    check(&[OPEN], "17:06 recuse m13 3", Ok(&["17:06 RecusalDeclared m13"]));
    check(&[OPEN], "17:06 recuse v5 3", Err(Rejection::NotPresent { person: who("v5") }));
    let item = Committee::item("9");
    check(&[OPEN], "17:06 recuse m3 9", Err(Rejection::UnknownItem { item }));
    let late = enter(&mut given(&[OPEN, "17:06 recuse m3 3", "17:17 return m3"]), "17:10 leave m3");
    assert!(matches!(late, Err(Rejection::Contradicts { kind: "RecusalEnded", .. })), "{late:?}");
}

#[test]
fn who_leaves_the_room_at_the_change_of_part() {
    let open = "16:32 open m1-m9 official o1 guest g1";
    let changed: &[&str] = &["17:41 PartChanged g1 o1 m9"];
    check(&[open], "17:41 part nonpublic g1 o1 m9", Ok(changed));
    check(&[open], "17:41 part public", Err(Rejection::SamePart));
    check(&[open], "17:41 part nonpublic g1 g1", Err(Rejection::NotPresent { person: who("g1") }));
    check(&[open], "17:41 part nonpublic g2", Err(Rejection::NotPresent { person: who("g2") }));
    let mut rehearsal = given(&[open, "17:41 part nonpublic g1 m9"]);
    assert_eq!(on_seats(&rehearsal.state.now, [9]), [None]);
    enter(&mut rehearsal, "17:50 part public").unwrap();
    enter(&mut rehearsal, "17:50 arrive m9").unwrap();
    enter(&mut rehearsal, "17:51 guest g1").unwrap();
    let intervals = &rehearsal.state.now.attendance[&who("m9")];
    assert_eq!(intervals[0].to, Some(Committee::at("17:41")));
    assert_eq!(intervals[1].from, Committee::at("17:50"));
    assert_eq!(rehearsal.state.now.part_changes.len(), 2);
}
