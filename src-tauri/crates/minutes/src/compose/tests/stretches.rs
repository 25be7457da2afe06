//! The file of the non-public part says in its head when that part was held, since no sentence in it
//! does.

use super::acts::{opening, session};
use super::played;
use super::script::{Act, Played};
use crate::compose::{complete, non_public};
use crate::record::{Edition, Record};
use serde_json::{Value, json};

fn head(record: &Record) -> Vec<(String, String)> {
    let lines = non_public(record).unwrap().session;
    lines.into_iter().map(|line| (line.label, line.value)).collect()
}

fn held(record: &Record) -> Option<String> {
    head(record).into_iter().find(|(label, _)| label == "Nicht öffentlich").map(|(_, value)| value)
}

fn part(part: &str) -> Value {
    json!({"type": "changePart", "part": part, "leaving": []})
}

fn of(acts: &[(&'static str, Value)], edition: Edition) -> Record {
    let mut all = vec![("17:05", "", opening())];
    all.extend(acts.iter().map(|(at, act)| (*at, "", act.clone())));
    Played::of(&session(all)).issued(edition)
}

#[test]
fn the_head_says_from_when_to_when_it_was_not_public() {
    let record = played("assets/sample/kreis-wiesenthal.json").record();
    let lines = head(&record);
    assert_eq!(lines[1].0, "Dauer");
    let expected = ("Nicht öffentlich", "17:41 Uhr bis 18:07 Uhr");
    assert_eq!((&*lines[2].0, &*lines[2].1), expected);
    // The minutes of both parts tell it where it happened.
    assert!(complete(&record).session.iter().all(|line| line.label != "Nicht öffentlich"));
}

#[test]
fn each_stretch_is_named_and_one_that_lasts_has_no_end() {
    let twice = [
        ("17:40", part("nonPublic")),
        ("17:50", part("public")),
        ("18:00", part("nonPublic")),
        ("18:20", json!({"type": "closeMeeting"})),
    ];
    let said = held(&of(&twice, Edition::Final));
    assert_eq!(said.unwrap(), "17:40 Uhr bis 17:50 Uhr; 18:00 Uhr bis 18:20 Uhr");
    let said = held(&of(&twice[..3], Edition::Draft));
    assert_eq!(said.unwrap(), "17:40 Uhr bis 17:50 Uhr; ab 18:00 Uhr");
    let mut script = session(vec![
        ("17:05", "", opening()),
        ("19:00", "", part("nonPublic")),
        ("19:30", "", json!({"type": "adjournMeeting", "to": "2025-03-11T16:30+01:00"})),
    ]);
    for (at, value) in [
        ("2025-03-11T16:34", json!({"type": "resumeMeeting", "missing": []})),
        ("2025-03-11T18:05", json!({"type": "closeMeeting"})),
    ] {
        script.acts.push(Act::new(at, serde_json::from_value(value).unwrap()));
    }
    let days = "06.03.2025, 19:00 Uhr bis 19:30 Uhr; 11.03.2025, 16:34 Uhr bis 18:05 Uhr";
    assert_eq!(held(&Played::of(&script).record()).unwrap(), days);
    // There are non-public items, and nobody came to them.
    let never = [("18:20", json!({"type": "closeMeeting"}))];
    assert_eq!(held(&of(&never, Edition::Final)), None);
}
