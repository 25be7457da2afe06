//! A session in which nearly everything happens, as a window shows it. The expected text lies in
//! `golden/`.

use super::sample::{Played, golden, told};
use crate::core::session::Command;

const SCRIPT: &str = include_str!("../../../../../../tests/scenarios/auf-der-kippe.json");

#[test]
fn a_session_on_the_brink_at_several_moments() {
    let mut played = Played::new(SCRIPT);
    played.up_to("hb26-stoerung");
    golden("20-outage", &played.drawn());
    played.up_to("hb26-v-konzept-2");
    golden("21-repeated", &played.item("hb26-3"));
    played.up_to("hb26-beschlussunfaehig");
    golden("22-lacking", &played.drawn());
    played.up_to("hb26-pause");
    golden("23-recess", &played.drawn());
    played.up_to("hb26-v-mobilstation");
    golden("24-secret", &played.drawn());
    played.up_to("hb26-wahlgang-2");
    golden("25-lot", &played.item("hb26-8"));
    played.up_to("hb26-v-flaeche");
    let items = ["hb26-4", "hb26-6", "hb26-7", "hb26-8", "hb26-9"];
    golden("26-items", &items.map(|item| played.item(item)).concat());
    let slots = ["hb26-1", "hb26-3", "hb26-4", "hb26-7", "hb26-8"];
    golden("27-slots", &slots.map(|item| played.slots(item)).concat().replace('\u{a0}', "~"));
    golden("28-log", &told(&played.log()));
}

/// Every act is read back as what the script entered, with the note that lies apart.
#[test]
fn every_act_of_the_session_is_read_back() {
    let mut played = Played::new(SCRIPT);
    let entered = played.all();
    let mut rows = played.log();
    rows.reverse();
    let acts: Vec<&Command> =
        entered.iter().filter(|one| !matches!(one, Command::WriteText { .. })).collect();
    // The preparation comes before the acts of the script.
    assert_eq!(rows.len(), acts.len() + 1);
    assert!(
        acts.iter()
            .any(|one| one.note().is_some_and(|_| !matches!(one, Command::ConfirmBasis { .. })))
    );
    for (row, command) in rows.iter().skip(1).zip(acts) {
        match row.command.as_deref() {
            Some(back) => assert_eq!(back, command, "{}", row.words),
            // It settles a vote at a time that means nothing.
            None => assert!(matches!(command, Command::ConfirmBasis { .. }), "{}", row.words),
        }
    }
}
