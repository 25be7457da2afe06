//! Advisers who sit in on a voting seat: they count there and nowhere else, and go back when the
//! member comes.

use super::{enter, given_in, hints};
use crate::membership::{SeatKind, Status};
use crate::rules::ReasonCode;
use crate::rules::substitution::{Availability, Basis};
use crate::session::attend::candidates;
use crate::session::{Basis as VoteBasis, Rejection, Snapshot};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{PersonId, SeatId};
use alloc::vec::Vec;

/// Seats 1 to 17 vote; on 18 advises an expert inhabitant (e1), on 19 a member of the assembly (e2), who
/// is the last one on every list of substitutes.
fn given(acts: &[&str]) -> Rehearsal {
    given_in(Committee::new(17).advisers(2), acts)
}

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

/// The seats on which a person sits.
fn sits(now: &Snapshot, key: &str) -> Vec<SeatId> {
    let on = |(id, seat): (&SeatId, &alloc::sync::Arc<crate::session::state::SeatState>)| {
        (seat.occupant?.0 == who(key)).then_some(*id)
    };
    let mut seats: Vec<SeatId> = now.seats.iter().filter_map(on).collect();
    seats.sort_unstable();
    seats
}

/// Members of the assembly, expert citizens, and all advisers who are there.
fn counts(rehearsal: &Rehearsal, clock: &str) -> (u16, u16, usize) {
    let now = rehearsal.state.at(Committee::at(clock));
    let quorum = VoteBasis::of(&profiles::committee(), &now.seats_now()).quorum;
    let of = |status| quorum.counts.get(&status).copied().unwrap_or(0);
    let advisory = now.seats.values().filter(|seat| seat.kind == SeatKind::Advisory);
    let there = advisory.filter(|seat| seat.occupant.is_some()).count();
    (of(Status::KA), of(Status::SB), there)
}

const OPEN: &str = "16:32 open m1-m8 m10-m13 e1 e2";

#[test]
fn an_adviser_counts_on_the_seat_of_the_member_and_nowhere_else() {
    let mut rehearsal = given(&[OPEN]);
    assert_eq!(counts(&rehearsal, "16:32"), (8, 4, 2));
    let seat = &rehearsal.state.now.seats[&Committee::seat(9)];
    let order = candidates(&rehearsal.state.now, seat);
    let last = order.last().unwrap();
    assert_eq!((last.person, last.availability), (who("e2"), Availability::Free));
    assert_eq!(last.basis, Basis::List { rank: 4 });
    enter(&mut rehearsal, "17:00 seat 9 e2").unwrap();
    assert_eq!(sits(&rehearsal.state.now, "e2"), [Committee::seat(9)]);
    assert_eq!(counts(&rehearsal, "16:59"), (8, 4, 2));
    assert_eq!(counts(&rehearsal, "17:00"), (9, 4, 1));
    let state = rehearsal.state.now.seats[&Committee::seat(9)].clone();
    assert_eq!(state.substitution().unwrap().represents, Some(who("m9")));
    // The vote is cast for that seat.
    enter(&mut rehearsal, "17:05 call 3").unwrap();
    enter(&mut rehearsal, "17:06 vote 3 all yes").unwrap();
    let basis = &rehearsal.state.now.votes[0].basis;
    let own: Vec<_> = basis.entitled.iter().filter(|one| one.person == who("e2")).collect();
    assert_eq!((basis.votes(), own.len(), own[0].seat), (13, 1, Committee::seat(9)));
}

#[test]
fn the_member_comes_and_the_adviser_advises_again() {
    let mut rehearsal = given(&[OPEN, "17:00 seat 9 e2", "17:01 public e2"]);
    let came: &[&str] = &["17:10 SubstitutionEnded e2 on 9", "17:10 MemberArrived m9 on 9"];
    let decision = enter(&mut rehearsal, "17:10 arrive m9").unwrap();
    assert_eq!(super::briefly(&decision), came);
    let now = &rehearsal.state.now;
    assert_eq!(sits(now, "e2"), [Committee::seat(19)]);
    assert_eq!(sits(now, "m9"), [Committee::seat(9)]);
    assert!(now.seats[&Committee::seat(9)].substitution().is_none());
    assert_eq!(now.absence(who("e2")), None, "back at the table");
    assert_eq!(counts(&rehearsal, "17:10"), (9, 4, 2));
    let stays: Vec<_> = now.attendance[&who("e2")].iter().map(|one| one.from.clock()).collect();
    assert_eq!(stays, ["16:32", "17:00", "17:10"]);
    // Sits in once more, for somebody else.
    enter(&mut rehearsal, "17:20 leave m8").unwrap();
    enter(&mut rehearsal, "17:21 seat 8 e2").unwrap();
    assert_eq!(sits(&rehearsal.state.now, "e2"), [Committee::seat(8)]);
}

#[test]
fn an_adviser_who_leaves_is_out_and_comes_back_to_the_seat_of_the_member() {
    let mut rehearsal = given(&[OPEN, "17:00 seat 9 e2", "17:10 leave e2"]);
    assert_eq!(sits(&rehearsal.state.now, "e2"), []);
    assert_eq!(counts(&rehearsal, "17:10"), (8, 4, 1));
    let back = enter(&mut rehearsal.clone(), "17:20 arrive e2").unwrap();
    assert_eq!(super::briefly(&back), ["17:20 MemberArrived e2 on 9"]);
    // The member came meanwhile: what is left is the own seat.
    enter(&mut rehearsal, "17:15 arrive m9").unwrap();
    assert_eq!(sits(&rehearsal.state.now, "e2"), [], "nobody is brought back into the room");
    let back = enter(&mut rehearsal, "17:20 arrive e2").unwrap();
    assert_eq!(super::briefly(&back), ["17:20 MemberArrived e2 on 19"]);
    // So it is where another substitute took over.
    let mut other = given(&[OPEN, "17:00 seat 9 e2", "17:10 leave e2", "17:11 seat 9 v9"]);
    enter(&mut other, "17:20 arrive e2").unwrap();
    assert_eq!(sits(&other.state.now, "e2"), [Committee::seat(19)]);
}

#[test]
fn an_adviser_can_be_arranged_before_the_opening() {
    let arranged = &["15:00 seat 9 e2", "16:32 open m1-m8 e2"];
    assert_eq!(sits(&given(arranged).state.now, "e2"), [Committee::seat(9)]);
    // Both come after all: the adviser advises.
    for open in ["16:32 open m1-m9 e2", "16:32 open e2 m2-m9 m1"] {
        let both = given(&["15:00 seat 9 e2", open]);
        assert_eq!(sits(&both.state.now, "e2"), [Committee::seat(19)], "{open}");
        assert_eq!(sits(&both.state.now, "m9"), [Committee::seat(9)], "{open}");
        assert!(both.state.now.seats[&Committee::seat(9)].substitution().is_none());
    }
    // Prevented as a substitute, still an adviser.
    let prevented = given(&["15:00 seat 9 e2", "15:30 excuse e2", "16:32 open m1-m8 e2"]);
    assert_eq!(sits(&prevented.state.now, "e2"), [Committee::seat(19)]);
}

#[test]
fn who_votes_sits_in_nowhere_and_advisers_not_for_each_other() {
    let elsewhere =
        |key, seat| Rejection::SeatedElsewhere { person: who(key), seat: Committee::seat(seat) };
    let refused = |acts: &[&str], line| enter(&mut given(acts), line).unwrap_err();
    assert_eq!(refused(&[OPEN], "17:00 seat 9 m8"), elsewhere("m8", 8));
    assert_eq!(refused(&[OPEN], "17:00 seat 18 m8"), {
        let by = who("e1");
        Rejection::SeatAlreadyOccupied { seat: Committee::seat(18), by }
    });
    let open = "16:32 open m1-m8 e2";
    assert_eq!(refused(&[open], "17:00 seat 18 e2"), elsewhere("e2", 19));
    assert_eq!(refused(&[open], "17:00 seat 18 m8"), elsewhere("m8", 8));
    let seated: &[&str] = &[OPEN, "17:00 seat 9 e2"];
    assert_eq!(refused(seated, "17:10 seat 14 e2"), elsewhere("e2", 9));
    let present = Rejection::AlreadyPresent { person: who("e2") };
    assert_eq!(refused(seated, "17:10 arrive e2"), present);
    // An expert inhabitant has no vote on any seat (§ 41 Abs. 6 KrO NRW).
    let mut inhabitant = given(&[OPEN]);
    let codes = hints(&mut inhabitant, "17:00 seat 9 e1");
    assert!(codes.contains(&ReasonCode::SubstituteStatus), "{codes:?}");
    assert_eq!(counts(&inhabitant, "17:00"), (8, 4, 1));
}

#[test]
fn a_forgotten_substitution_by_an_adviser_can_be_entered_afterwards() {
    let mut rehearsal = given(&[OPEN, "17:00 arrive m9", "17:30 leave e2"]);
    enter(&mut rehearsal, "16:40 seat 9 e2").unwrap();
    for (clock, expected) in [("16:39", 19), ("16:40", 9), ("17:00", 19)] {
        let now = rehearsal.state.at(Committee::at(clock));
        assert_eq!(sits(&now, "e2"), [Committee::seat(expected)], "{clock}");
    }
    assert_eq!(sits(&rehearsal.state.now, "e2"), []);
    // Taken back, the adviser was never there.
    enter(&mut rehearsal, "17:40 undo a4").unwrap();
    let now = rehearsal.state.at(Committee::at("16:40"));
    assert_eq!(sits(&now, "e2"), [Committee::seat(19)]);
    // The own seat may have been given to somebody: the adviser who comes back takes it.
    let advised = ["16:32 open m1-m8 e2", "16:40 seat 9 e2", "16:45 seat 19 l1"];
    let mut rehearsal = given(&advised);
    enter(&mut rehearsal, "17:00 arrive m9").unwrap();
    assert_eq!(sits(&rehearsal.state.now, "e2"), [Committee::seat(19)]);
    assert_eq!(sits(&rehearsal.state.now, "l1"), []);
}
