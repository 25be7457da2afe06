//! What the agenda offers to be arranged, the change of part, and what the log says beside its lines.

use super::{item, open, person, record, source};
use crate::core::AgendaItemId;
use crate::core::agenda_item::{Outcome, Part};
use crate::core::session::Command;
use crate::core::session::command::{Capacity, Mode};
use crate::core::testing::{Committee, Rehearsal};
use crate::view::arrangement::{self, ArrangementView, ItemPlace, ItemSteps};
use crate::view::log::{self, LogKind};
use crate::view::part::PartChangeView;
use crate::view::{agenda, meeting};
use std::collections::BTreeSet;

/// Items 1 (1.1 to 1.3), 2, 3, 4 (4.1, 4.2), 5 in public; N 1 and N 2 not.
fn session() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6"]);
    rehearsal
}

fn call(rehearsal: &mut Rehearsal, clock: &str, number: &str) {
    record(rehearsal, clock, &Command::CallItem { item: item(number) });
}

fn arranged(rehearsal: &Rehearsal, number: &str, written: &[&str]) -> (ItemSteps, ArrangementView) {
    let written: BTreeSet<AgendaItemId> = written.iter().map(|number| item(number)).collect();
    let source = source(rehearsal, None);
    let one = rehearsal.state.now.item(item(number)).unwrap();
    (arrangement::steps(&source, one), arrangement::view(&source, one, &written))
}

fn words(places: &[ItemPlace]) -> Vec<&str> {
    places.iter().map(|place| place.words.as_str()).collect()
}

#[test]
fn what_waits_goes_before_or_behind_what_waits_too() {
    let mut rehearsal = session();
    call(&mut rehearsal, "16:33", "1");
    record(&mut rehearsal, "16:34", &Command::CloseItem { item: item("1"), settles: Vec::new() });
    call(&mut rehearsal, "16:35", "2");
    let (steps, view) = arranged(&rehearsal, "3", &[]);
    // TOP 2 is being dealt with: nothing goes before it.
    assert_eq!(steps.up, None);
    assert_eq!(
        steps.down.map(|down| (down.after, down.words)),
        Some((Some(item("4")), "hinter TOP 4".to_owned(),))
    );
    assert_eq!(words(&view.places), ["hinter TOP 1", "hinter TOP 4", "hinter TOP 5"]);
    assert_eq!(words(&view.other_part), ["an den Anfang", "hinter TOP N 1", "hinter TOP N 2"]);
    assert_eq!(view.stays, "");
    let (steps, view) = arranged(&rehearsal, "5", &[]);
    let up = steps.up.unwrap();
    assert_eq!((up.after, up.words.as_str()), (Some(item("3")), "vor TOP 4"));
    assert_eq!((steps.down, view.words.as_str()), (None, "TOP 5"));
    // What is dealt with, or was, stays where it is.
    for number in ["1", "2"] {
        let (steps, view) = arranged(&rehearsal, number, &[]);
        assert_eq!((steps.up, steps.down, steps.can_move), (None, None, false));
        assert!(view.places.is_empty() && view.other_part.is_empty());
    }
}

#[test]
fn what_has_records_or_a_text_stays_in_its_part() {
    let mut rehearsal = session();
    let outcome = Outcome::Deferred;
    let recorded = Command::RecordOutcome { item: item("4.1"), outcome, to: None, wording: None };
    record(&mut rehearsal, "16:40", &recorded);
    let stays = "TOP 4 bleibt im öffentlichen Teil, weil dazu schon etwas eingetragen ist.";
    for (number, written, stays) in [
        ("4", &[][..], stays),
        ("3", &["3"], "TOP 3 bleibt im öffentlichen Teil, weil dazu schon etwas eingetragen ist."),
        ("4.2", &[], "TOP 4.2 bleibt bei TOP 4."),
    ] {
        let (_, view) = arranged(&rehearsal, number, written);
        assert_eq!((view.stays.as_str(), view.other_part.len()), (stays, 0), "{number}");
    }
    let (_, view) = arranged(&rehearsal, "3", &["2"]);
    assert_eq!(view.other_part.len(), 3);
}

#[test]
fn items_of_the_same_part_are_dealt_with_together() {
    let mut rehearsal = session();
    call(&mut rehearsal, "16:33", "3");
    let partners = |rehearsal: &Rehearsal, number: &str| {
        let (steps, view) = arranged(rehearsal, number, &[]);
        assert_eq!(steps.can_join, !view.partners.is_empty());
        view.partners.into_iter().map(|one| one.words).collect::<Vec<_>>().join(" ")
    };
    let others = "TOP 1 TOP 1.1 TOP 1.2 TOP 1.3 TOP 2 TOP 4 TOP 4.1 TOP 4.2 TOP 5";
    assert_eq!(partners(&rehearsal, "3"), others);
    assert_eq!(partners(&rehearsal, "n1"), "TOP N 2");
    // What stands below it is dealt with along with it anyway.
    assert!(!partners(&rehearsal, "4").contains("4.1"));
    record(&mut rehearsal, "16:34", &Command::JoinItems { items: vec![item("3"), item("5")] });
    assert!(!partners(&rehearsal, "3").contains("TOP 5"));
}

#[test]
fn the_order_of_the_calls_is_said_where_it_is_another() {
    let mut rehearsal = session();
    let order = |rehearsal: &Rehearsal| agenda::view(&source(rehearsal, None)).order;
    call(&mut rehearsal, "16:33", "2");
    call(&mut rehearsal, "16:40", "5");
    assert_eq!(order(&rehearsal), "");
    call(&mut rehearsal, "16:50", "3");
    call(&mut rehearsal, "16:55", "5");
    assert_eq!(order(&rehearsal), "Aufgerufen in der Reihenfolge TOP\u{a0}2, 5, 3.");
    // Moved to where it was called, it stands in its turn.
    let part = Part::Public;
    let moved = Command::MoveItem { item: item("5"), after: Some(item("2")), part };
    record(&mut rehearsal, "16:56", &moved);
    assert_eq!(order(&rehearsal), "");
}

fn change(rehearsal: &Rehearsal) -> PartChangeView {
    meeting::view(&source(rehearsal, None)).part_change.unwrap()
}

#[test]
fn guests_leave_with_the_public_and_come_back_with_it() {
    let mut rehearsal = session();
    call(&mut rehearsal, "16:40", "3");
    let going = change(&rehearsal);
    let leaves: Vec<_> = going.present.iter().map(|one| (one.person, one.leaves)).collect();
    assert_eq!(leaves, [(person("g1"), true), (person("o1"), false)]);
    assert_eq!((going.part, going.returning.len()), (Part::NonPublic, 0));
    let vote = going.vote.unwrap();
    assert_eq!(
        (vote.item, vote.words.as_str()),
        (item("3"), "TOP 3: 6\u{a0}stimmberechtigt anwesend",)
    );
    let leaving = vec![person("g1"), person("o1")];
    record(&mut rehearsal, "16:41", &Command::ChangePart { part: Part::NonPublic, leaving });
    let mode = Mode::Room;
    let capacity = Capacity::Official;
    let back = Command::AdmitAttendee { person: person("o1"), capacity, mode, item: None };
    record(&mut rehearsal, "16:45", &back);
    let coming = change(&rehearsal);
    // The official is there again already.
    let returning: Vec<_> = coming.returning.iter().map(|one| (one.person, one.capacity)).collect();
    assert_eq!(returning, [(person("g1"), Capacity::Guest)]);
    assert_eq!((coming.vote, coming.rules.len()), (None, 0));
    let leaving = Vec::new();
    record(&mut rehearsal, "16:50", &Command::ChangePart { part: Part::Public, leaving });
    record(
        &mut rehearsal,
        "16:55",
        &Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() },
    );
    // Who left the time before does not come back with this one.
    assert!(change(&rehearsal).returning.is_empty());
}

#[test]
fn who_was_connected_comes_back_connected() {
    let mut rehearsal = session();
    let who = person("g1");
    record(&mut rehearsal, "16:40", &Command::RecordDeparture { person: who });
    let (capacity, mode) = (Capacity::Guest, Mode::Remote);
    let connect = Command::AdmitAttendee { person: who, capacity, mode, item: None };
    record(&mut rehearsal, "16:41", &connect);
    let leaving = vec![who, person("o1")];
    record(&mut rehearsal, "16:50", &Command::ChangePart { part: Part::NonPublic, leaving });
    let returning = change(&rehearsal).returning;
    let mut back: Vec<_> =
        returning.iter().map(|one| (one.mode, one.detail.ends_with(", zugeschaltet"))).collect();
    back.sort_unstable_by_key(|one| one.1);
    assert_eq!(back, [(Mode::Room, false), (Mode::Remote, true)]);
}

#[test]
fn the_log_says_what_an_act_is_about_and_what_was_corrected() {
    let mut rehearsal = session();
    record(&mut rehearsal, "16:33", &Command::EstablishQuorum {});
    call(&mut rehearsal, "16:40", "3");
    let called = rehearsal.state.entries.iter().next_back().unwrap().act;
    record(&mut rehearsal, "16:45", &Command::RecordDeparture { person: person("m6") });
    record(&mut rehearsal, "16:46", &Command::Correct { act: called, replacement: None });
    let rows = log::view(&source(&rehearsal, None)).rows;
    let told: Vec<_> = rows.iter().map(|row| (row.kind, row.corrects, row.late)).collect();
    let (attendance, agenda) = (LogKind::Attendance, LogKind::Agenda);
    // The clock of a rehearsal stands long after the session.
    assert_eq!(
        told,
        [
            (agenda, true, true),
            (attendance, false, true),
            (agenda, true, true),
            (attendance, false, true),
            (agenda, false, true),
            (agenda, false, true),
        ]
    );
    assert!(rows.iter().all(|row| row.entered == "eingetragen 24.12. 13:00"), "{rows:#?}");
}
