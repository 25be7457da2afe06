//! Away from the table: outages, the public area, one item without bias, presence for one item.

use super::{check, enter, given, hints};
use crate::PersonId;
use crate::rules::ReasonCode;
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::session::command::Mode;
use crate::session::state::Place;
use crate::session::{Rejection, Snapshot};
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, AgendaItemId};
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12 official o1 remote m5";

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

fn item(number: &str) -> AgendaItemId {
    Committee::item(number)
}

/// Numbers of the seats whose occupant is there but not at the table for an item.
fn apart(now: &Snapshot, for_item: Option<&str>) -> Vec<u16> {
    let seats = now.seats_for(for_item.map(item));
    let out = seats.iter().filter(|one| one.apart.is_some());
    out.map(|one| now.seats[&one.seat].number).collect()
}

fn said(rehearsal: &mut Rehearsal, line: &str) -> Vec<String> {
    let decision = enter(rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    decision.hints.into_iter().map(|hint| hint.text).collect()
}

#[test]
fn somebody_present_goes_and_comes_back() {
    let away: &[&str] = &[OPEN, "17:00 public m3"];
    check(&[OPEN], "17:00 public m3", Ok(&["17:00 AbsenceBegan m3"]));
    check(&[OPEN], "17:00 out o1 3", Ok(&["17:00 AbsenceBegan o1"]));
    check(away, "17:05 back m3", Ok(&["17:05 AbsenceEnded m3"]));
    check(away, "17:05 public m3", Err(Rejection::AlreadyAway { person: who("m3") }));
    check(away, "17:05 outage m3", Ok(&["17:05 AbsenceBegan m3"]));
    check(&[OPEN], "17:05 back m3", Err(Rejection::NotAway { person: who("m3") }));
    check(&[OPEN], "17:00 public m13", Err(Rejection::NotPresent { person: who("m13") }));
    check(&[OPEN], "17:00 out m3 9", Err(Rejection::UnknownItem { item: item("9") }));
    check(&[OPEN], "17:00 public xx", Err(Rejection::UnknownPerson { person: who("xx") }));
    check(&[], "16:40 public m3", Err(Rejection::NotOpen));
    check(&[OPEN, "18:00 end"], "18:01 outage m5", Err(Rejection::NotOpen));
}

#[test]
fn the_absence_that_began_last_ends_first() {
    let mut rehearsal =
        given(&[OPEN, "17:00 public m3", "17:01 outage m3", "17:02 back m3", "17:03 outage m5"]);
    let cause =
        |rehearsal: &Rehearsal, key| rehearsal.state.now.absence(who(key)).map(|one| one.cause);
    assert_eq!(cause(&rehearsal, "m3"), Some(AbsenceCause::PublicArea));
    assert_eq!(apart(&rehearsal.state.now, None), [3, 5]);
    enter(&mut rehearsal, "17:04 back m3").unwrap();
    assert_eq!(cause(&rehearsal, "m3"), None);
    assert_eq!(cause(&rehearsal, "m5"), Some(AbsenceCause::Outage), "not another's");
    enter(&mut rehearsal, "17:05 leave m5").unwrap();
    assert_eq!(cause(&rehearsal, "m5"), None, "who left is not away from the table");
    enter(&mut rehearsal, "17:06 connect m5").unwrap();
    assert_eq!(apart(&rehearsal.state.now, None), [] as [u16; 0]);
}

#[test]
fn being_out_for_an_item_holds_for_it_and_what_stands_above_or_below() {
    let rehearsal = given(&[OPEN, "17:00 call 4", "17:01 out m3 4.1", "17:02 out m4 4"]);
    let now = &rehearsal.state.now;
    for (for_item, expected) in [
        (Some("4"), &[3, 4][..]),
        (Some("4.1"), &[3, 4]),
        (Some("4.2"), &[4]),
        (Some("3"), &[]),
        (None, &[]),
    ] {
        assert_eq!(apart(now, for_item), expected, "{for_item:?}");
    }
    // Closed with everything below it, and not before.
    let mut closed = rehearsal.clone();
    enter(&mut closed, "17:10 close 4 4.1").unwrap();
    let ends: Vec<_> = closed.state.now.absences.iter().map(|one| one.to).collect();
    assert_eq!(ends, [Some(Committee::at("17:10")), None], "4.2 is open");
    for line in ["17:11 call 4.2", "17:12 close 4.2"] {
        enter(&mut closed, line).unwrap();
    }
    assert_eq!(closed.state.now.absences[1].to, Some(Committee::at("17:12")));
    // An outage does not end with an item.
    let mut outage = given(&[OPEN, "17:00 call 3", "17:01 outage m5"]);
    enter(&mut outage, "17:10 close 3").unwrap();
    assert_eq!(apart(&outage.state.now, None), [5]);
}

#[test]
fn who_is_biased_counts_as_biased_wherever_they_sit() {
    let rehearsal = given(&[
        OPEN,
        "16:40 call 3",
        "17:00 barred m3 3",
        "17:00 public m3",
        "17:01 vote 3 all yes",
    ]);
    let basis = &rehearsal.state.now.votes[0].basis;
    assert_eq!((basis.votes(), basis.recused.len(), basis.apart.len()), (11, 1, 0));
    assert_eq!(rehearsal.state.now.recusals[0].by, RecusalBasis::Decided);
}

#[test]
fn late_entries_about_absences_fold_to_what_happened() {
    // The departure comes to light after the return was entered.
    let mut rehearsal = given(&[OPEN, "17:00 public m3", "17:20 back m3"]);
    for line in ["17:10 leave m3", "17:15 arrive m3"] {
        enter(&mut rehearsal, line).unwrap();
    }
    assert_eq!(rehearsal.state.now.absences[0].to, Some(Committee::at("17:10")));
    // The item was closed before the return that was entered.
    let mut closed = given(&[OPEN, "17:00 call 3", "17:01 out m3 3", "17:20 back m3"]);
    enter(&mut closed, "17:10 close 3").unwrap();
    assert_eq!(closed.state.now.absences[0].to, Some(Committee::at("17:10")));
    // Nobody is away who is not there.
    let mut gone = given(&[OPEN, "17:00 public m3"]);
    let against = Rejection::Contradicts {
        act: ActId::from_key("a2"),
        at: Committee::at("17:00"),
        kind: "AbsenceBegan",
    };
    assert_eq!(enter(&mut gone, "16:50 leave m3"), Err(against));
    // A vote in between is marked.
    let mut voted = given(&[OPEN, "16:40 call 3", "17:10 vote 3 all yes"]);
    let decision = enter(&mut voted, "17:00 outage m5").unwrap();
    assert_eq!(super::briefly(&decision)[1], "17:10 BasisChanged 12 to 11");
    let decision = enter(&mut voted, "17:30 undo a4").unwrap();
    assert_eq!(super::briefly(&decision), ["17:30 ActWithdrawn a4"], "as it was frozen");
    // The same persons, but one of them away for another reason.
    let mut other = given(&[OPEN, "17:00 outage m5", "17:10 vote 3 all yes"]);
    let decision = enter(&mut other, "17:00 correct a2 : public m5").unwrap();
    assert_eq!(super::briefly(&decision)[2], "17:10 BasisChanged 11 to 11");
    let text = &decision.hints.last().unwrap().text;
    assert!(text.contains("vorher 11, jetzt 11; nicht am Tisch sind andere"), "{text}");
}

#[test]
fn the_hints_on_absences_are_whole_sentences() {
    for (line, expected) in [
        ("17:00 public m3", &[][..]),
        (
            "17:00 outage m3",
            &[
                "Die Person nimmt im Saal teil; eine Störung von Bild oder Ton betrifft nur Zugeschaltete. Bitte prüfen.",
                "Solange Bild oder Ton gestört ist, gilt die Person nicht als anwesend; mit einer Abstimmung sollte abgewartet werden.",
            ],
        ),
        (
            "17:00 outage o1",
            &[
                "Die Person nimmt im Saal teil; eine Störung von Bild oder Ton betrifft nur Zugeschaltete. Bitte prüfen.",
            ],
        ),
        ("17:00 out m3 2", &[]),
        (
            "17:00 out m3 3",
            &[
                "TOP 3 ist nicht aufgerufen. Die Abwesenheit gilt ab dem Aufruf; bis dahin zählt die Person mit.",
            ],
        ),
    ] {
        let texts = said(&mut given(&[OPEN, "16:40 call 2"]), line);
        assert_eq!(texts, expected, "{line}");
    }
}

#[test]
fn who_is_biased_leaves_the_room_only_when_the_session_is_not_public() {
    use ReasonCode::{RecusalAnnounced, RecusedLeavesRoom};
    for (acts, line, expected) in [
        (&["16:40 call 3"][..], "17:00 recuse m3 3", &[][..]),
        (&["16:40 call 3", "16:50 part nonpublic"], "17:00 recuse m3 3", &[RecusedLeavesRoom]),
        (&["16:40 call n1"], "17:00 recuse m3 n1", &[RecusedLeavesRoom]),
        (&["16:40 call 3"], "17:00 recuse m3 n1", &[RecusalAnnounced, RecusedLeavesRoom]),
    ] {
        let all: Vec<&str> = core::iter::once(OPEN).chain(acts.iter().copied()).collect();
        assert_eq!(hints(&mut given(&all), line), expected, "{acts:?} {line}");
    }
    assert_eq!(
        said(&mut given(&[OPEN, "16:40 call n1"]), "17:00 recuse m3 n1"),
        [
            "Wer befangen ist, verlässt in nichtöffentlicher Sitzung den Raum (§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW)."
        ]
    );
}

#[test]
fn how_somebody_takes_part_is_kept_with_the_presence() {
    let rehearsal = given(&[
        "15:00 seat 15 v15 remote",
        "16:32 open m1-m4 v15 official o1 guest g1 remote m4 g1",
        "16:40 connect m6",
        "16:41 arrive m7",
        "16:42 seat 8 v8 remote",
        "16:43 leave m4",
        "16:44 arrive m4",
    ]);
    let now = &rehearsal.state.now;
    let mode = |key| now.present(who(key)).unwrap().mode;
    for key in ["g1", "m6", "v8"] {
        assert_eq!(mode(key), Mode::Remote, "{key}");
    }
    // Before the opening nobody is there: the opening says how.
    for key in ["m1", "o1", "m7", "m4", "v15"] {
        assert_eq!(mode(key), Mode::Room, "{key}");
    }
    assert_eq!(now.attendance[&who("m4")].first().unwrap().mode, Mode::Remote);
    check(&[], "16:32 open m1 remote m2", Err(Rejection::NotPresent { person: who("m2") }));
}

#[test]
fn who_comes_for_one_item_leaves_with_it() {
    let mut rehearsal =
        given(&[OPEN, "16:40 call 4", "16:41 guest g1 4", "16:42 guest g2 4.1", "16:43 guest g3"]);
    check(&[OPEN], "16:40 guest g1 9", Err(Rejection::UnknownItem { item: item("9") }));
    enter(&mut rehearsal, "17:00 close 4 4.1").unwrap();
    let now = &rehearsal.state.now;
    let to = |now: &Snapshot, key| now.attendance[&who(key)].last().unwrap().to;
    let closing = Some(Committee::at("17:00"));
    assert_eq!(["g1", "g2", "g3"].map(|key| to(now, key)), [closing, closing, None]);
    // Who stays longer is admitted again.
    enter(&mut rehearsal, "17:00 guest g1").unwrap();
    assert_eq!(rehearsal.state.now.present(who("g1")).unwrap().item, None);
    // The closing is taken back: nobody is there twice.
    enter(&mut rehearsal, "17:01 undo a6").unwrap();
    let stays = &rehearsal.state.now.attendance[&who("g1")];
    assert_eq!((stays.len(), stays[0].to, stays[0].item), (1, None, None));
    // A member who is there as a guest for an item takes the own seat and stays on it.
    let mut member = given(&[OPEN, "16:40 call 3", "16:41 guest m14 3", "16:50 arrive m14"]);
    enter(&mut member, "17:00 close 3").unwrap();
    let place = member.state.now.present(who("m14")).map(|one| one.place);
    assert!(matches!(place, Some(Place::Seat(..))));
}

#[test]
fn a_late_closing_comes_before_the_departure_that_was_entered() {
    for line in ["17:20 leave g1", "17:20 part nonpublic g1"] {
        let mut rehearsal = given(&[OPEN, "16:40 call 3", "16:41 guest g1 3", line]);
        enter(&mut rehearsal, "17:10 close 3").unwrap();
        let stay = rehearsal.state.now.attendance[&who("g1")][0];
        assert_eq!(stay.to, Some(Committee::at("17:10")), "{line}");
    }
}
