//! The order of the agenda: items that move, items that are dealt with together, to whom they go.

use super::{check, enter, given, hints};
use crate::agenda_item::Part;
use crate::rules::ReasonCode;
use crate::rules::profile::Fiction;
use crate::session::{Rejection, Snapshot};
use crate::testing::{Committee, Rehearsal};
use crate::{AgendaItemId, OrganizationId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

fn item(number: &str) -> AgendaItemId {
    Committee::item(number)
}

/// Numbers in the order of the agenda, a bar between the parts.
fn order(now: &Snapshot) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut part = Part::Public;
    for state in now.items() {
        if state.item.part != part {
            words.push("|");
            part = state.item.part;
        }
        words.push(state.item.number.as_str());
    }
    words.join(" ").replace("N ", "n")
}

fn moved(acts: &[&str], line: &str) -> String {
    let mut rehearsal = given(acts);
    enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    order(&rehearsal.state.now)
}

#[test]
fn an_item_moves_with_everything_below_it() {
    assert_eq!(order(&given(&[]).state.now), "1 1.1 1.2 1.3 2 3 4 4.1 4.2 5 | n1 n2");
    for (place, expected) in [
        ("4 public first", "4 4.1 4.2 1 1.1 1.2 1.3 2 3 5 | n1 n2"),
        ("4 public after 5", "1 1.1 1.2 1.3 2 3 5 4 4.1 4.2 | n1 n2"),
        // After an item is after everything below it.
        ("5 public after 1", "1 1.1 1.2 1.3 5 2 3 4 4.1 4.2 | n1 n2"),
        ("4.2 public first", "1 1.1 1.2 1.3 2 3 4 4.2 4.1 5 | n1 n2"),
        ("1.1 public after 1.2", "1 1.2 1.1 1.3 2 3 4 4.1 4.2 5 | n1 n2"),
        ("n2 nonPublic first", "1 1.1 1.2 1.3 2 3 4 4.1 4.2 5 | n2 n1"),
        // To the other part, what stands below it too.
        ("4 nonPublic first", "1 1.1 1.2 1.3 2 3 5 | 4 4.1 4.2 n1 n2"),
        ("4 nonPublic after n1", "1 1.1 1.2 1.3 2 3 5 | n1 4 4.1 4.2 n2"),
        ("n1 public after 2", "1 1.1 1.2 1.3 2 n1 3 4 4.1 4.2 5 | n2"),
        ("3 public after 2", "1 1.1 1.2 1.3 2 3 4 4.1 4.2 5 | n1 n2"),
    ] {
        // By the office before the opening, and in the session.
        assert_eq!(moved(&[], &format!("2026-11-09T09:00 move {place}")), expected, "{place}");
        assert_eq!(moved(&[OPEN], &format!("17:00 move {place}")), expected, "{place}");
    }
}

#[test]
fn an_item_stays_on_its_level_and_below_its_own() {
    let unfit = |number| Err(Rejection::PlaceUnfit { item: item(number) });
    for (line, number) in [
        ("17:00 move 4 public after 4", "4"),
        ("17:00 move 4 public after 4.1", "4"),
        ("17:00 move 4.1 public after 4", "4.1"),
        ("17:00 move 4.1 public after 1.1", "4.1"),
        ("17:00 move 4.1 nonPublic first", "4.1"),
        ("17:00 move 3 nonPublic after 2", "3"),
        ("17:00 move 3 public after n1", "3"),
    ] {
        check(&[OPEN], line, unfit(number));
    }
    let unknown = || Err(Rejection::UnknownItem { item: item("9") });
    check(&[OPEN], "17:00 move 9 public first", unknown());
    check(&[OPEN], "17:00 move 3 public after 9", unknown());
    check(&[OPEN, "18:00 end"], "18:01 move 3 public first", Err(Rejection::NotOpen));
    check(&[OPEN], "17:00 move 3 public first", Ok(&["17:00 ItemMoved 3"]));
}

#[test]
fn the_order_in_which_items_were_treated_is_kept_beside_it() {
    let rehearsal = given(&[
        OPEN,
        "16:40 call 3",
        "16:45 close 3",
        "16:46 call 2",
        "16:50 move 3 public after 5",
    ]);
    let now = &rehearsal.state.now;
    let called = |number| now.item(item(number)).unwrap().called[0];
    assert_eq!(order(now), "1 1.1 1.2 1.3 2 4 4.1 4.2 5 3 | n1 n2");
    assert!(called("3") < called("2"));
    assert_eq!(now.current, Some(item("2")));
}

#[test]
fn late_entries_and_corrections_of_the_order_fold_right() {
    let mut rehearsal = given(&[OPEN, "16:40 add 6 note eilt", "17:00 move 3 public after 6"]);
    assert_eq!(order(&rehearsal.state.now), "1 1.1 1.2 1.3 2 4 4.1 4.2 5 6 3 | n1 n2");
    // Before the move that was entered first.
    enter(&mut rehearsal, "16:50 move 6 public first").unwrap();
    assert_eq!(order(&rehearsal.state.now), "6 3 1 1.1 1.2 1.3 2 4 4.1 4.2 5 | n1 n2");
    // The item it should follow never came: to the end of its level.
    enter(&mut rehearsal, "17:10 undo a2").unwrap();
    assert_eq!(order(&rehearsal.state.now), "1 1.1 1.2 1.3 2 4 4.1 4.2 5 3 | n1 n2");
    // The item itself never came.
    let mut gone = given(&[OPEN, "16:40 add 6 note eilt", "17:00 move 6 public first"]);
    enter(&mut gone, "17:01 join 5 6").unwrap();
    enter(&mut gone, "17:10 undo a2").unwrap();
    assert_eq!(order(&gone.state.now), "1 1.1 1.2 1.3 2 3 4 4.1 4.2 5 | n1 n2");
    // The item above went to the other part by a late entry: what stands below stays with it.
    let mut below = given(&[OPEN, "17:00 move 4.2 public first"]);
    enter(&mut below, "16:50 move 4 nonPublic first").unwrap();
    assert_eq!(order(&below.state.now), "1 1.1 1.2 1.3 2 3 5 | 4 4.2 4.1 n1 n2");
    enter(&mut below, "17:10 undo a2").unwrap();
    assert_eq!(order(&below.state.now), "1 1.1 1.2 1.3 2 3 5 | 4 4.1 4.2 n1 n2");
}

/// Public and non-public records are kept apart.
#[test]
fn what_was_recorded_does_not_change_its_part() {
    let recorded = |number| Err(Rejection::ItemRecorded { item: item(number) });
    for line in ["16:45 vote 4.1 all yes", "16:45 outcome 4.1 noted", "16:45 text 4.1"] {
        check(&[OPEN, "16:40 call 4", line], "17:00 move 4 nonPublic first", recorded("4.1"));
        // Within its part it goes anywhere, and another item goes to the other part.
        let acts = &[OPEN, "16:40 call 4", line];
        assert!(moved(acts, "17:00 move 4 public first").starts_with("4 4.1 4.2"), "{line}");
        assert!(moved(acts, "17:00 move 3 nonPublic first").ends_with("| 3 n1 n2"), "{line}");
        // Entered late, it is the same.
        check(&[OPEN, "16:40 call 4", line], "16:41 move 4 nonPublic first", recorded("4.1"));
    }
    check(&[OPEN, "16:45 attach 1"], "17:00 move 5 nonPublic first", recorded("5"));
    // Nor is a move taken back under a record, or replaced by one within the part.
    let acts: &[&str] = &[OPEN, "16:40 move 3 nonPublic first", "17:00 outcome 3 noted"];
    check(acts, "17:10 undo a2", recorded("3"));
    check(acts, "16:40 correct a2 : move 3 public first", recorded("3"));
    let replaced: &[&str] = &["16:40 ActWithdrawn a2", "16:40 ItemMoved 3"];
    check(acts, "16:40 correct a2 : move 3 nonPublic after n2", Ok(replaced));
    // What was called only may still go.
    assert_eq!(
        moved(&[OPEN, "16:40 call 3"], "16:50 move 3 nonPublic after n1"),
        "1 1.1 1.2 1.3 2 4 4.1 4.2 5 | n1 3 n2"
    );
}

/// What a body votes on behind closed doors, procedure and bias included, does not get into the open.
#[test]
fn a_vote_of_the_non_public_part_does_not_become_public() {
    let n1 = Err(Rejection::ItemRecorded { item: item("n1") });
    let (act, at) = (crate::ActId::from_key("a2"), Committee::at("16:43"));
    let late = Err(Rejection::Contradicts { act, at, kind: "ItemMoved" });
    for vote in ["16:42 vote n1 procedure all yes", "16:42 vote n1 biased m3 all yes"] {
        check(&[OPEN, vote], "16:43 move n1 public after 3", n1.clone());
        // Nor where the move was entered first.
        check(&[OPEN, "16:43 move n1 public after 3"], vote, late.clone());
    }
    for line in ["16:42 outcome n1 noted", "16:42 file A1 n1 amendment m3", "16:42 vote n1 all yes"]
    {
        check(&[OPEN, "16:43 move n1 public after 3"], line, late.clone());
        assert!(enter(&mut given(&[OPEN, "16:41 move n1 public after 3"]), line).is_ok(), "{line}");
    }
    // That the public is excluded is decided in public.
    let excluded = &[OPEN, "16:42 vote 3 procedure all yes"];
    assert!(moved(excluded, "16:43 move 3 nonPublic first").ends_with("| 3 n1 n2"));
}

#[test]
fn a_move_to_the_other_part_asks_for_the_decision() {
    let text = |part| {
        format!(
            "TOP 3 wechselt in den {part} Teil; darüber beschließt das Gremium. Bitte halten Sie den Beschluss fest."
        )
    };
    let said = |rehearsal: &mut Rehearsal, line: &str| -> Vec<String> {
        enter(rehearsal, line).unwrap().hints.into_iter().map(|hint| hint.text).collect()
    };
    let mut rehearsal = given(&[OPEN]);
    let away = said(&mut rehearsal, "16:40 move 3 nonPublic first");
    assert_eq!(away, [text("nichtöffentlichen")]);
    assert_eq!(said(&mut rehearsal, "16:41 move 3 public after 2"), [text("öffentlichen")]);
    assert_eq!(said(&mut rehearsal, "16:42 move 3 public first"), [] as [String; 0]);
    // Before the opening the agenda is the office's.
    assert_eq!(hints(&mut given(&[]), "15:00 move 3 nonPublic first"), []);
}

#[test]
fn items_are_dealt_with_together() {
    check(&[OPEN], "17:00 join 3 4.1 5", Ok(&["17:00 ItemsJoined 3 4.1 5"]));
    check(&[], "15:00 join 3 5", Ok(&["15:00 ItemsJoined 3 5"]));
    check(&[OPEN], "17:00 join 3", Err(Rejection::TooFewItems));
    check(&[OPEN], "17:00 join", Err(Rejection::TooFewItems));
    check(&[OPEN], "17:00 join 3 5 3", Err(Rejection::ItemTwice { item: item("3") }));
    check(&[OPEN], "17:00 join 3 9", Err(Rejection::UnknownItem { item: item("9") }));
    check(&[OPEN, "18:00 end"], "18:01 join 3 5", Err(Rejection::NotOpen));
    let mut rehearsal =
        given(&[OPEN, "16:40 add 6 note eilt", "17:00 join 3 5 6", "17:01 join 2 3 5"]);
    let with = |rehearsal: &Rehearsal, number| {
        rehearsal.state.now.item(item(number)).unwrap().joined_with.clone()
    };
    assert_eq!(with(&rehearsal, "3"), ["5", "6", "2"].map(item));
    assert_eq!(with(&rehearsal, "6"), ["3", "5"].map(item));
    assert_eq!(with(&rehearsal, "4"), [] as [AgendaItemId; 0]);
    // An item that never came is no company.
    enter(&mut rehearsal, "17:10 undo a2").unwrap();
    assert_eq!(with(&rehearsal, "3"), ["5", "2"].map(item));
    enter(&mut rehearsal, "17:11 undo a3").unwrap();
    assert_eq!(with(&rehearsal, "5"), ["2", "3"].map(item));
    assert_eq!(hints(&mut given(&[OPEN]), "17:00 join 3 5"), []);
    let across = hints(&mut given(&[OPEN]), "17:00 join 3 n1");
    assert_eq!(across, [ReasonCode::JoinedAcrossParts]);
}

#[test]
fn where_the_law_knows_no_fiction_the_numbers_are_enough_to_put_an_item_back() {
    for (present, expected) in [("m1-m5", &[][..]), ("m1-m9", &[ReasonCode::PutBackWithoutFinding])]
    {
        let mut rehearsal = given(&[&format!("16:32 open {present}"), "16:40 call 3"]);
        rehearsal.profiles[0].quorum.fiction = Fiction::None;
        assert_eq!(hints(&mut rehearsal, "17:00 outcome 3 putback"), expected, "{present}");
    }
}

#[test]
fn what_is_referred_or_recommended_goes_to_somebody() {
    let acts: &[&str] = &[OPEN, "16:40 call 3"];
    let to = OrganizationId::from_key("faction-1");
    let not_addressed = || Err(Rejection::NotAddressed { item: item("3") });
    check(acts, "17:00 outcome 3 noted faction-1", not_addressed());
    check(acts, "17:00 outcome 3 putback faction-1", not_addressed());
    check(acts, "17:00 outcome 3 referred nowhere", Err(Rejection::UnknownOrganization));
    let mut rehearsal = given(acts);
    assert_eq!(hints(&mut rehearsal, "17:00 outcome 3 recommended faction-1"), []);
    let outcomes = &rehearsal.state.now.item(item("3")).unwrap().outcomes;
    assert_eq!(outcomes[0].to, Some(to));
    for (what, expected) in [
        (
            "referred",
            "Zu TOP 3 ist nicht vermerkt, an welches Gremium die Angelegenheit verwiesen wird.",
        ),
        ("recommended", "Zu TOP 3 ist nicht vermerkt, welchem Gremium die Empfehlung gilt."),
        (
            "putback",
            "TOP 3 wird zurückgestellt, ohne dass die Beschlussunfähigkeit festgestellt ist. Soll die Angelegenheit nur später beraten werden, wird sie vertagt.",
        ),
    ] {
        let decision = enter(&mut given(acts), &format!("17:00 outcome 3 {what}")).unwrap();
        let texts: Vec<&str> = decision.hints.iter().map(|hint| hint.text.as_str()).collect();
        assert_eq!(texts, [expected]);
    }
}

#[test]
fn what_was_taken_off_the_agenda_is_not_missed_at_the_end() {
    for (what, expected) in
        [("off", &[][..]), ("withdrawn", &[]), ("deferred", &[ReasonCode::ItemNotCalled])]
    {
        let line = format!("17:00 outcome 3 {what}");
        assert_eq!(hints(&mut given(&[OPEN]), &line), expected, "{what}");
        let decision = enter(&mut given(&[OPEN, &line]), "18:00 end").unwrap();
        let open = decision.hints.iter().find(|hint| hint.code == ReasonCode::ItemsOpen).unwrap();
        let missed = open.text.contains(" 3,");
        assert_eq!(missed, what == "deferred", "{}", open.text);
    }
}
