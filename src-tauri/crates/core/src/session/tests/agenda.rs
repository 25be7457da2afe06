//! Items, outcomes, texts, attachments, the end.

use super::{check, enter, given, hints};
use crate::rules::ReasonCode;
use crate::session::Rejection;
use crate::testing::Committee;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

#[test]
fn an_item_is_called_and_closed() {
    let item = Committee::item("3");
    check(&[OPEN], "16:40 call 3", Ok(&["16:40 ItemCalled 3"]));
    check(&[OPEN, "16:40 call 3"], "16:41 call 3", Err(Rejection::ItemCurrent { item }));
    check(&[OPEN], "16:50 close 3", Err(Rejection::ItemNotCalled { item }));
    check(&[OPEN, "16:40 call 3"], "16:50 close 3", Ok(&["16:50 ItemClosed 3"]));
    let closed: &[&str] = &[OPEN, "16:40 call 3", "16:50 close 3"];
    check(closed, "16:51 close 3", Err(Rejection::ItemClosed { item }));
    check(closed, "16:51 call 3", Ok(&["16:51 ItemCalled 3"]));
    let unknown = Committee::item("9");
    check(&[OPEN], "16:40 call 9", Err(Rejection::UnknownItem { item: unknown }));
    check(&[], "16:40 call 3", Err(Rejection::NotOpen));
}

#[test]
fn sub_items_are_settled_with_their_parent_and_can_be_called_again() {
    let mut rehearsal = given(&[OPEN, "16:33 call 1", "16:34 call 1.1", "16:35 close 1.1"]);
    let twice = Rejection::ItemClosed { item: Committee::item("1.1") };
    assert_eq!(enter(&mut rehearsal, "16:36 close 1 1.1 1.2"), Err(twice));
    let other = Rejection::NotASubItem { item: Committee::item("4.1") };
    assert_eq!(enter(&mut rehearsal, "16:36 close 1 1.2 4.1"), Err(other));
    let repeated = Rejection::ItemClosed { item: Committee::item("1.2") };
    assert_eq!(enter(&mut rehearsal, "16:36 close 1 1.2 1.2"), Err(repeated));
    enter(&mut rehearsal, "16:36 call 1.2").unwrap();
    enter(&mut rehearsal, "16:37 close 1 1.2 1.3").unwrap();
    let now = &rehearsal.state.now;
    assert_eq!(now.current, None, "the current item was settled with its parent");
    assert_eq!(now.item(Committee::item("1.2")).unwrap().settled_with, Some(Committee::item("1")));
    let settled = Rejection::ItemClosed { item: Committee::item("1.2") };
    assert_eq!(enter(&mut rehearsal, "16:38 close 1.2"), Err(settled));
    enter(&mut rehearsal, "16:39 call 1.2").unwrap();
    assert!(!rehearsal.state.now.item(Committee::item("1.2")).unwrap().settled());
    enter(&mut rehearsal, "16:40 close 1.2").unwrap();
    let open = rehearsal.state.now.items.iter().filter(|one| !one.settled());
    assert_eq!(open.count(), 12 - 4);
}

#[test]
fn an_added_item_stands_where_it_belongs() {
    let unfit = |number| Rejection::AgendaUnfit { item: Committee::item(number) };
    let rehearsal = given(&["15:00 add 6", OPEN, "16:40 add 4.3", "16:41 add n3"]);
    let numbers: Vec<_> =
        rehearsal.state.now.items.iter().map(|one| one.item.number.as_str()).collect();
    assert_eq!(
        numbers,
        [
            "1", "1.1", "1.2", "1.3", "2", "3", "4", "4.1", "4.2", "4.3", "5", "6", "N 1", "N 2",
            "N 3"
        ]
    );
    check(&[OPEN], "16:40 add 3", Err(unfit("3")));
    check(&[OPEN], "16:40 add 9.1", Err(unfit("9.1")));
    check(&[OPEN, "18:00 end"], "18:10 add 6", Err(Rejection::NotOpen));
    check(
        &[OPEN, "17:00 add 6"],
        "16:40 add 6",
        Err(Rejection::Contradicts {
            act: crate::ActId::from_key("a2"),
            at: Committee::at("17:00"),
            kind: "ItemAdded",
        }),
    );
}

#[test]
fn a_sub_item_stands_after_everything_below_its_parent() {
    let rehearsal = given(&[OPEN, "16:40 add 4.2.1", "16:41 add 4.3"]);
    let items = rehearsal.state.now.items.iter();
    let numbers: Vec<_> = items.map(|one| one.item.number.as_str()).skip(6).take(5).collect();
    assert_eq!(numbers, ["4", "4.1", "4.2", "4.2.1", "4.3"]);
}

#[test]
fn a_text_is_fixed_when_its_item_or_the_session_is_closed() {
    let mut rehearsal = given(&[OPEN, "16:40 text 4.1", "16:40 text 3", "16:41 call 4"]);
    let closed = enter(&mut rehearsal, "16:50 close 4 4.1 4.2").unwrap();
    assert_eq!(super::briefly(&closed), ["16:50 ItemClosed 4", "16:50 TextFixed 4.1"]);
    for line in ["16:51 call 4", "16:52 text 4.1", "16:53 text 4.1", "16:54 text 5"] {
        enter(&mut rehearsal, line).unwrap();
    }
    let again = enter(&mut rehearsal, "16:55 close 4").unwrap();
    assert_eq!(super::briefly(&again), ["16:55 ItemClosed 4"], "4.1 was not closed again");
    let end = enter(&mut rehearsal, "18:00 end").unwrap();
    let fixed = ["18:00 TextFixed 3", "18:00 TextFixed 5", "18:00 MeetingClosed"];
    assert_eq!(super::briefly(&end), fixed);
    let version = rehearsal.state.now.item(Committee::item("4.1")).unwrap().fixed.unwrap().0;
    assert_eq!(version, 3);
}

#[test]
fn attachments_are_listed_once_and_need_their_words() {
    check(&[OPEN, "17:00 attach 1"], "17:01 attach 1", Err(Rejection::AttachmentListed));
    let mut rehearsal = given(&[OPEN]);
    let (at, mut command) = super::act("17:00 attach 1");
    if let crate::session::Command::ListAttachment { attachment } = &mut command {
        attachment.title.clear();
    }
    assert_eq!(rehearsal.act(at, &command), Err(Rejection::TextMissing));
}

#[test]
fn closing_asks_what_is_still_open() {
    use ReasonCode::{ItemsOpen, OutcomeMissing, RecusalLasts, SubItemsOpen};
    for (acts, line, expected) in [
        (&["16:40 call 3"][..], "16:50 close 3", &[OutcomeMissing][..]),
        (&["16:40 call 3", "16:41 vote 3 all yes"], "16:50 close 3", &[]),
        (&["16:40 call 3", "16:41 outcome 3 none"], "16:50 close 3", &[]),
        (&["16:40 call 4"], "16:50 close 4 4.1", &[SubItemsOpen, OutcomeMissing]),
        (&["16:40 call 4", "16:41 vote 4.1 all yes"], "16:50 close 4 4.1 4.2", &[]),
        // Formalities need no outcome.
        (&["16:40 call 1"], "16:50 close 1 1.1 1.2 1.3", &[]),
        (
            &["16:40 call 3", "16:41 outcome 3 noted", "16:41 recuse m3 3"],
            "16:50 close 3",
            &[RecusalLasts],
        ),
        (&[], "18:00 end", &[ItemsOpen]),
        (&["16:40 call 3", "16:50 close 3"], "18:00 end", &[ItemsOpen, OutcomeMissing]),
    ] {
        let all: Vec<&str> = core::iter::once(OPEN).chain(acts.iter().copied()).collect();
        assert_eq!(hints(&mut given(&all), line), expected, "{acts:?} {line}");
    }
    let mut rehearsal = given(&[OPEN, "16:40 call 4"]);
    let decision = enter(&mut rehearsal, "16:50 close 4").unwrap();
    let texts: Vec<_> = decision.hints.iter().map(|hint| hint.text.as_str()).collect();
    assert_eq!(
        texts,
        ["Noch nicht abgeschlossen: TOP 4.1, TOP 4.2.", "Ohne Ergebnis abgeschlossen: TOP 4."]
    );
}

#[test]
fn nothing_happens_in_the_session_after_its_end() {
    let closed: &[&str] = &[OPEN, "18:00 end"];
    for line in [
        "18:01 arrive m13",
        "18:01 seat 13 v13",
        "18:01 vote 3 all yes",
        "18:01 quorum",
        "18:01 outcome 3 noted",
        "18:01 call 3",
        "18:01 end",
        "18:01 part nonpublic",
        "18:01 recuse m1 3",
        "18:01 due",
    ] {
        check(closed, line, Err(Rejection::NotOpen));
    }
}
