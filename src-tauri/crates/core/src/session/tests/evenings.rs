//! Whole evenings as clerks have them: late entries, slips and their corrections included. Nothing of
//! it may be refused, since it has happened.

use super::given;
use crate::session::Snapshot;
use crate::session::state::Phase;
use crate::testing::Committee;
use crate::{AgendaItemId, Moment, PersonId};
use alloc::vec::Vec;

/// Every line is accepted; what is left in the end.
fn after(lines: &[&str]) -> Snapshot {
    given(lines).state.now
}

fn person(key: &str) -> PersonId {
    Committee::person(key)
}

fn item(number: &str) -> AgendaItemId {
    Committee::item(number)
}

/// How long somebody was there, on a seat or beside it.
fn times(now: &Snapshot, who: &str) -> Vec<alloc::string::String> {
    let clock = |one: &crate::session::state::Interval| {
        let to = one.to.map_or_else(Default::default, Moment::clock);
        alloc::format!("{}-{to}", one.from.clock())
    };
    now.attendance.get(&person(who)).into_iter().flatten().map(clock).collect()
}

/// The member comes late, leaves, is stood in for, comes back; a listener takes the seat.
#[test]
fn a_seat_changes_hands_all_evening() {
    let now = after(&[
        "16:00 excuse m5",
        "16:30 open m1-m4 m6-m17",
        "16:31 guest m5",
        "16:40 arrive m5",
        "16:50 leave m5",
        "16:51 guest v5",
        "16:52 seat 5 v5",
        "16:55 arrive m5",
        "17:00 leave m5",
        "17:02 seat 5 v5",
        "17:10 leave v5",
        "17:11 seat 5 l1",
        "17:30 arrive m5",
        "18:00 end",
    ]);
    assert_eq!(times(&now, "m5"), ["16:31-16:40", "16:40-16:50", "16:55-17:00", "17:30-"]);
    assert_eq!(times(&now, "v5"), ["16:51-16:52", "16:52-16:55", "17:02-17:10"]);
    assert_eq!(times(&now, "l1"), ["17:11-17:30"]);
}

/// A recess is entered after a later one, and both with people who did not come back.
#[test]
fn a_recess_is_forgotten_and_entered_late() {
    let now = after(&[
        "16:30 open m1-m17",
        "18:00 pause",
        "18:10 resume m9",
        "17:30 pause",
        "17:40 resume m10",
        "17:45 arrive m10",
        "17:35 guest g1",
    ]);
    let recesses: Vec<_> =
        now.recesses.iter().map(|(from, to)| (from.clock(), to.unwrap().clock())).collect();
    let expected = [("17:30", "17:40"), ("18:00", "18:10")];
    assert!(recesses.iter().map(|(from, to)| (from.as_str(), to.as_str())).eq(expected));
    assert_eq!(times(&now, "m9"), ["16:30-18:00"]);
    assert_eq!(times(&now, "m10"), ["16:30-17:30", "17:45-"]);
}

/// The chair leaves in between, and the end was entered too early.
#[test]
fn the_chair_leaves_and_the_end_is_put_right() {
    let now = after(&[
        "16:30 open m1-m17",
        "16:50 leave m1",
        "17:10 arrive m1",
        "17:10 chair m2",
        "16:50 correct a4 : chair m2",
        "17:11 chair m1",
        "17:50 call 3",
        "18:00 end",
        "18:05 correct a8 : end",
        "18:04 outcome 3 noted",
        "18:06 correct a9 : end",
        "18:05 close 3",
        "18:03 leave m3",
        "20:00 attach 1",
    ]);
    let chairs: Vec<_> = now.chairs.iter().map(|one| (one.person, one.from.clock())).collect();
    let expected = [("m1", "16:30"), ("m2", "16:50"), ("m1", "17:11")];
    assert!(
        chairs
            .iter()
            .map(|(who, at)| (*who, at.as_str()))
            .eq(expected.map(|(w, t)| (person(w), t)))
    );
    assert_eq!((now.phase, now.closed.unwrap().clock().as_str()), (Phase::Closed, "18:06"));
}

/// Guests for one item, the press out for the non-public part; one of them had left before.
#[test]
fn guests_go_before_they_are_asked_to() {
    let now = after(&[
        "16:30 open m1-m17 guest g1 g2",
        "16:50 call 3",
        "17:00 part nonpublic g1 g2",
        "17:00 correct a3 : part nonpublic g2",
        "16:55 leave g1",
        "17:05 guest g3 n1",
        "17:06 call n1",
        "17:08 leave g3",
        "17:07 outcome n1 noted",
        "17:10 close n1",
        "17:12 part public",
        "17:12 guest g2",
    ]);
    assert_eq!(times(&now, "g1"), ["16:30-16:55"]);
    assert_eq!(times(&now, "g2"), ["16:30-17:00", "17:12-"]);
    assert_eq!(times(&now, "g3"), ["17:05-17:08"]);
}

/// A tie, a lot, a refusal of the post, another election; the first round was mistyped.
#[test]
fn an_election_is_put_right_from_its_end() {
    let now = after(&[
        "16:30 open m1-m17",
        "16:40 call 3",
        "16:41 elect 3 ballot m2 m3",
        "16:42 round a3 m2:9 m3:8",
        "16:42 correct a4 : round a3 m2:8 m3:8 abstain:1",
        "16:43 round a3 m2:8 m3:8 blank:1 ballots:17/17",
        "16:44 lot a3 m3",
        "16:45 accept a3",
        "16:45 correct a8 : decline a3",
        "16:46 elect 3 hands m2",
        "16:47 round a10 m2:17",
        "16:48 accept a10",
        "16:41 leave m17",
        "16:41 undo a13",
        "16:50 close 3",
    ]);
    assert!(now.votes.iter().all(|vote| vote.changed.is_none()), "as it was frozen");
    let elected: Vec<_> = now.elections.iter().map(|one| one.answer.unwrap().0).collect();
    assert_eq!(elected, [person("m3"), person("m2")]);
}

/// Vertagt, called again after midnight, voted on, the vote repeated as a secret one.
#[test]
fn an_item_comes_back_after_midnight() {
    let now = after(&[
        "16:30 open m1-m17",
        "16:40 call 3",
        "16:41 outcome 3 deferred",
        "16:45 close 3",
        "2026-11-13T00:10 call 3",
        "2026-11-13T00:11 recuse m4 3",
        "2026-11-13T00:12 vote 3 10/6/0 yes",
        "2026-11-13T00:13 request 3 secret 4",
        "2026-11-13T00:20 vote 3 again a7 secret 16/16 8/7/1 yes",
        "2026-11-13T00:21 close 3",
        "2026-11-13T00:22 end",
        "16:41 undo a3",
    ]);
    let three = now.item(item("3")).unwrap();
    assert_eq!((three.outcomes.len(), three.called.len(), three.settled()), (0, 2, true));
    assert_eq!(now.votes.iter().filter(|vote| vote.gives_result()).count(), 1);
}
