//! What a view says is expected next, what it folds because it is over, and which places of a text
//! nobody filled in.

use super::{item, open, record, source};
use crate::core::agenda_item::Outcome;
use crate::core::richtext::RichText;
use crate::core::session::Command;
use crate::core::testing::{Committee, Rehearsal};
use crate::view::agenda::ItemView;
use crate::view::expected::FormalView;
use crate::view::meeting::OpenPlace;
use crate::view::{agenda, item as item_view, meeting, unfilled};
use std::collections::BTreeMap;

fn session() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6"]);
    rehearsal
}

fn call(rehearsal: &mut Rehearsal, clock: &str, number: &str) {
    record(rehearsal, clock, &Command::CallItem { item: item(number) });
}

fn formal(rehearsal: &Rehearsal) -> Option<FormalView> {
    meeting::view(&source(rehearsal, None)).formal
}

fn shown(rehearsal: &Rehearsal, number: &str) -> ItemView {
    item_view::view(&source(rehearsal, None), item(number)).unwrap()
}

/// What is folded at an item, and within which one it is folded.
fn folds(rehearsal: &Rehearsal, number: &str) -> (String, bool) {
    let parts = agenda::view(&source(rehearsal, None)).parts;
    let mut rows = parts.into_iter().flat_map(|part| part.rows);
    let row = rows.find(|row| row.item == item(number)).unwrap();
    (row.folded, row.within == Some(item("1")))
}

#[test]
fn the_chair_finds_at_the_beginning_what_is_still_open() {
    let mut rehearsal = session();
    assert_eq!(formal(&rehearsal), Some(FormalView { invitation: true, quorum: true }));
    call(&mut rehearsal, "16:33", "1");
    record(&mut rehearsal, "16:33", &Command::ConfirmInvitation {});
    assert_eq!(formal(&rehearsal), Some(FormalView { invitation: false, quorum: true }));
    // It is asked for at the formalities, and at no other item.
    call(&mut rehearsal, "16:34", "3");
    assert_eq!(formal(&rehearsal), None);
    call(&mut rehearsal, "16:35", "1");
    record(&mut rehearsal, "16:36", &Command::EstablishQuorum {});
    assert_eq!(formal(&rehearsal), None);
}

#[test]
fn an_item_waits_for_what_settles_it() {
    let mut rehearsal = session();
    assert!(!shown(&rehearsal, "3").unsettled);
    call(&mut rehearsal, "16:33", "3");
    let view = shown(&rehearsal, "3");
    assert!(view.unsettled && view.by_vote);
    let command = Command::RecordOutcome {
        item: item("3"),
        outcome: Outcome::Noted,
        to: None,
        wording: None,
    };
    record(&mut rehearsal, "16:40", &command);
    assert!(!shown(&rehearsal, "3").unsettled);
    let formalities = shown(&rehearsal, "1");
    assert!(!formalities.by_vote);
    assert_eq!(formalities.settles, ["1.1", "1.2", "1.3"].map(item));
    assert!(shown(&rehearsal, "4").settles.is_empty());
}

#[test]
fn what_is_over_is_folded_with_all_below_it() {
    let mut rehearsal = session();
    call(&mut rehearsal, "16:33", "1");
    assert_eq!(folds(&rehearsal, "1"), (String::new(), false));
    let settles = ["1.1", "1.2"].map(item).to_vec();
    record(&mut rehearsal, "16:34", &Command::CloseItem { item: item("1"), settles });
    // One below it is still open, so all of them are seen.
    assert_eq!(folds(&rehearsal, "1.1"), (String::new(), false));
    call(&mut rehearsal, "16:35", "1.3");
    let close = Command::CloseItem { item: item("1.3"), settles: Vec::new() };
    record(&mut rehearsal, "16:36", &close);
    assert_eq!(folds(&rehearsal, "1"), ("3\u{a0}Unterpunkte".to_owned(), false));
    assert_eq!(folds(&rehearsal, "1.2"), (String::new(), true));
}

#[test]
fn places_that_nobody_filled_in_are_named_with_their_item() {
    let rehearsal = session();
    let text = |words: &str| RichText::paragraphs([words]);
    let texts = BTreeMap::from([
        (item("3"), text("Zu {thema} spricht {wer}.")),
        (item("2"), text("Alles gesagt.")),
        (item("1"), text("Beginn {zeit}")),
    ]);
    let points = unfilled::points(&source(&rehearsal, None), &texts);
    let at = |key| Some(OpenPlace::Item { item: item(key) });
    let said: Vec<_> = points.iter().map(|point| (point.place, point.words.as_str())).collect();
    assert_eq!(
        said,
        [
            (at("1"), "Im Text zu TOP 1 ist die Stelle {zeit} nicht ausgefüllt."),
            (at("3"), "Im Text zu TOP 3 sind 2 Stellen nicht ausgefüllt: {thema} und {wer}."),
        ]
    );
}
