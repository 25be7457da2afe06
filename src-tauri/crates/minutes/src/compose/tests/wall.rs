//! Sessions that differ only in their non-public content give the same public document.

use super::documents::for_everybody;
use super::script::{self, Act, Played, Script};
use crate::compose::complete;
use crate::document::{Block, Document, Inline};
use crate::record::{Edition, Record};
use serde_json::{Value, json};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::{ActId, VoteId};

/// A change of what only the non-public part holds.
pub(super) type Change = fn(&mut Script);

fn command(value: Value) -> Command {
    serde_json::from_value(value).unwrap()
}

/// Puts an act into the script before the first one that is later.
fn enter(script: &mut Script, at: &str, value: Value) {
    let act = Act::new(at, command(value));
    let place = script.acts.iter().position(|other| other.at.as_str() > at);
    script.acts.insert(place.unwrap_or(script.acts.len()), act);
}

fn text(words: &str) -> Value {
    json!({"blocks": [{"type": "paragraph", "content": [
        {"type": "text", "text": words},
        {"type": "footnote", "content": "Vertraulich."}
    ]}]})
}

/// The same with a picture, as the clerk may write it.
fn pictured(words: &str) -> Value {
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
        <path d='M0 0H9V9Z'/></svg>";
    let picture = json!({"type": "picture", "graphic": {"svg": drawing}, "alternative": words,
        "caption": words});
    let mut text = text(words);
    text["blocks"].as_array_mut().unwrap().push(picture);
    text
}

fn attach(script: &mut Script, at: &str) {
    let attachment = json!({"id": "geheim", "label": "Anlage N 9", "title": "Geheim",
        "part": "nonPublic"});
    enter(script, at, json!({"type": "listAttachment", "attachment": attachment}));
}

fn rename(script: &mut Script) {
    for item in script.meeting.plan.agenda.iter_mut().filter(|item| item.part == Part::NonPublic) {
        item.name = "Verkauf des Grundstücks Lindenallee 3".to_owned();
        item.subject = "Kaufvertrag".to_owned();
        item.paper = "99/999/2026".to_owned();
    }
}

const WIESENTHAL: [(&str, Change); 14] = [
    ("titles", rename),
    ("texts", |script| {
        for item in ["wt26-10", "wt26-11", "wt26-12", "wt26-13"] {
            let value = json!({"type": "writeText", "item": item, "text": pictured("Geheim.")});
            enter(script, "2026-11-12T18:06", value);
        }
    }),
    ("a vote less", |script| {
        script.acts.retain(|act| {
            !matches!(&act.command, Command::RecordVote { item, .. }
                if *item == sitzungsbuch_core::AgendaItemId::from_key("wt26-11"))
        });
    }),
    ("a vote more", |script| {
        let tally = json!({"kind": "counted", "count": {"yes": 8, "no": 5, "abstain": 1}});
        let value = json!({"type": "recordVote", "item": "wt26-12", "wordingPut": text("Geheim."),
            "tally": tally, "announced": "accepted"});
        enter(script, "2026-11-12T17:56", value);
    }),
    ("an outcome", |script| {
        let value = json!({"type": "recordOutcome", "item": "wt26-10", "outcome": "deferred"});
        enter(script, "2026-11-12T17:45", value);
    }),
    ("a guest of that part", |script| {
        script.master.push(
            serde_json::from_value(
                json!({"noun": "person", "id": "geheim", "formOfAddress": "herr",
                "givenName": "Jost", "familyName": "Achterfeld", "affiliation": "Bieter 3"}),
            )
            .unwrap(),
        );
        let value = json!({"type": "admitAttendee", "person": "geheim", "capacity": "guest"});
        enter(script, "2026-11-12T17:41", value);
        enter(script, "2026-11-12T17:52", json!({"type": "recordDeparture", "person": "geheim"}));
    }),
    ("a guest who comes back", |script| {
        let value = json!({"type": "admitAttendee", "person": "ovelgoenne", "capacity": "guest"});
        enter(script, "2026-11-12T17:43", value);
    }),
    ("a member who comes", |script| {
        enter(script, "2026-11-12T17:48", json!({"type": "recordArrival", "person": "sandvoss"}));
    }),
    ("a member who comes back", |script| {
        enter(script, "2026-11-12T17:49", json!({"type": "recordArrival", "person": "osterwind"}));
    }),
    ("a member who leaves", |script| {
        let value = json!({"type": "recordDeparture", "person": "bornewasser"});
        enter(script, "2026-11-12T17:58", value);
    }),
    ("a recusal", |script| {
        let value = json!({"type": "declareRecusal", "person": "thedinga", "item": "wt26-12"});
        enter(script, "2026-11-12T17:59", value);
        enter(script, "2026-11-12T18:02", json!({"type": "endRecusal", "person": "thedinga"}));
    }),
    ("findings", |script| {
        enter(script, "2026-11-12T17:59", json!({"type": "declareLackOfQuorum"}));
        enter(script, "2026-11-12T18:01", json!({"type": "establishQuorum"}));
    }),
    ("an attachment", |script| attach(script, "2026-11-12T17:50")),
    ("items in another order", |script| {
        enter(script, "2026-11-12T17:41", json!({"type": "callItem", "item": "wt26-12"}));
    }),
];

pub(super) const KORREKTUR: [(&str, Change); 8] = [
    ("titles", rename),
    ("texts", |script| {
        let value = json!({"type": "writeText", "item": "mb25-7", "text": pictured("Geheim.")});
        enter(script, "2025-03-06T17:51", value);
    }),
    ("a vote more", |script| {
        let value = json!({"type": "recordVote", "item": "mb25-7", "wordingPut": text("Geheim."),
            "tally": {"kind": "unanimous"}, "announced": "accepted"});
        enter(script, "2025-03-06T17:46", value);
    }),
    ("a guest of that part", |script| {
        script.master.push(
            serde_json::from_value(json!({"noun": "person", "id": "geheim", "formOfAddress": "frau",
                "givenName": "Heike", "familyName": "Stellbrink", "affiliation": "Erbengemeinschaft"}))
            .unwrap(),
        );
        let value = json!({"type": "admitAttendee", "person": "geheim", "capacity": "guest"});
        enter(script, "2025-03-06T17:40", value);
        enter(script, "2025-03-06T17:44", json!({"type": "recordDeparture", "person": "geheim"}));
    }),
    ("a member who is away for a while", |script| {
        enter(
            script,
            "2025-03-06T17:41",
            json!({"type": "recordDeparture", "person": "tewesmann"}),
        );
        enter(script, "2025-03-06T17:43", json!({"type": "recordArrival", "person": "tewesmann"}));
    }),
    ("a recusal", |script| {
        let value = json!({"type": "declareRecusal", "person": "harmsdorp", "item": "mb25-7"});
        enter(script, "2025-03-06T17:44", value);
        enter(script, "2025-03-06T17:45", json!({"type": "endRecusal", "person": "harmsdorp"}));
    }),
    ("findings", |script| {
        enter(script, "2025-03-06T17:41", json!({"type": "declareLackOfQuorum"}));
        enter(script, "2025-03-06T17:42", json!({"type": "establishQuorum"}));
    }),
    ("an attachment", |script| attach(script, "2025-03-06T17:45")),
];

const WORTLAUT: [(&str, Change); 3] = [
    ("titles", rename),
    ("words of its result", |script| {
        let vote = VoteId::of_act(ActId::from_key("hd-grundstueck"));
        let value = json!({"type": "wordResult", "vote": vote, "words": "Geheim."});
        enter(script, "2025-05-10T09:00", value);
    }),
    ("no words of its result", |script| {
        script.acts.retain(|act| act.key.as_deref() != Some("hd-grundstueck-wortlaut"));
    }),
];

/// The complete minutes; what everybody may have: the record in the file, and all documents.
fn documents(script: &Script) -> (Document, (Record, Vec<Document>)) {
    let record = Played::of(script).issued(Edition::Final);
    let (plan, public) = (&record.plan.public, &record.public);
    (complete(&record), (Record::for_everybody(plan, public), for_everybody(plan, public)))
}

/// Each change alone, all together, and as many mixtures as `mixtures` says.
fn check(path: &str, changes: &[(&str, Change)], mixtures: u32) {
    check_script(path, &script::read(path), changes, mixtures);
}

pub(super) fn check_script(
    path: &str,
    original: &Script,
    changes: &[(&str, Change)],
    mixtures: u32,
) {
    let (whole, expected) = documents(original);
    let all = (1_u32 << changes.len()) - 1;
    let mut mixed: Vec<u32> = (0..changes.len()).map(|bit| 1 << bit).chain([all]).collect();
    // A fixed sequence: the same mixtures on every machine.
    let mut seed = 20_261_112_u32;
    for _ in 0..mixtures {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        mixed.push((seed >> 8) & all);
    }
    for mask in mixed.into_iter().filter(|mask| *mask != 0) {
        let mut other = original.clone();
        let mut names = Vec::new();
        for (bit, (name, change)) in changes.iter().enumerate() {
            if mask & (1 << bit) != 0 {
                change(&mut other);
                names.push(*name);
            }
        }
        let (complete, public) = documents(&other);
        assert_eq!(public, expected, "{path}: {names:?}");
        assert_ne!(complete, whole, "{path}: {names:?} changed nothing at all");
    }
}

#[test]
fn non_public_content_never_reaches_the_public_document() {
    check("assets/sample/kreis-wiesenthal.json", &WIESENTHAL, 60);
}

#[test]
fn nor_where_the_public_part_goes_on_afterwards() {
    check("tests/scenarios/korrektur.json", &KORREKTUR, 60);
}

#[test]
fn nor_the_words_of_a_result() {
    check("tests/scenarios/wortlaut.json", &WORTLAUT, 4);
}

#[test]
fn nothing_of_a_non_public_item_is_found_in_the_public_document() {
    for path in super::SCRIPTS {
        let played = super::played(path);
        let record = played.record();
        let (plan, public) = (&record.plan.public, &record.public);
        let all = (for_everybody(plan, public), Record::for_everybody(plan, public));
        let text = serde_json::to_string(&all).unwrap();
        for item in record.non_public.iter().flat_map(|part| &part.items) {
            let shown = record.public.non_public_agenda.iter().any(|n| n.name == item.name);
            let elsewhere = record.public.items.iter().any(|other| other.name == item.name);
            assert!(shown || elsewhere || !text.contains(&item.name), "{path}: {}", item.name);
        }
    }
}

/// Numbers of footnotes run through the whole document, in reading order.
#[test]
fn footnotes_are_numbered_through() {
    fn collect(value: &Value, found: &mut Vec<u64>) {
        match value {
            Value::Object(fields) => {
                if fields.get("type") == Some(&json!("footnote")) {
                    found.push(fields["number"].as_u64().unwrap());
                }
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut script = script::read("assets/sample/kreis-wiesenthal.json");
    let (_, change) = WIESENTHAL[1];
    change(&mut script);
    let (whole, _) = documents(&script);
    let mut found = Vec::new();
    collect(&serde_json::to_value(&whole).unwrap(), &mut found);
    assert_eq!(found, [1, 2, 3, 4, 5, 6]);
    let inside = |block: &Block| match block {
        Block::Paragraph { content, .. } => {
            content.iter().any(|inline| matches!(inline, Inline::Footnote { .. }))
        }
        _ => false,
    };
    assert_eq!(whole.blocks.iter().filter(|block| inside(block)).count(), 6);
}
