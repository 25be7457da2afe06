//! What is redacted: the complete minutes hold the words, and nothing that everybody may read depends on
//! them, wherever in a text they stand and whatever they are.

use super::documents::for_everybody;
use super::script::{self, Act, Played, Script};
use super::{dump, wall};
use crate::compose::{complete, non_public};
use crate::document::Document;
use crate::record::{Edition, Record};
use serde_json::{Value, json};
use sitzungsbuch_core::testing::odd::Dice;

const ITEMS: [&str; 3] = ["mb25-2", "mb25-3", "mb25-5"];
/// What may be hidden; no word of it stands anywhere else in the session.
const WORDS: [&str; 6] = [
    "Herr Achterfeld",
    " Lindenallee 3, 00931 Moorbeck",
    "[...]",
    "98.400 € (§ 12)",
    "Grundstücksverkehrsgenehmigung",
    "😀 שלום",
];

/// Words to be hidden, with whatever can stand in a line.
fn secret(dice: &mut Dice) -> Value {
    let runs = (0..=dice.below(3)).map(|_| {
        let word = *dice.pick(&WORDS);
        match dice.below(6) {
            0 => json!({"type": "link", "href": "https://geheim.example/achterfeld"}),
            1 => json!({"type": "footnote", "content": word}),
            2 => json!({"type": "text", "text": word, "marks": ["bold", "underline"]}),
            3 => json!({"type": "text", "text": format!("{word} ").repeat(dice.below(60) + 1)}),
            _ => json!({"type": "text", "text": word}),
        }
    });
    json!({"type": "redacted", "content": runs.collect::<Vec<_>>()})
}

/// A paragraph of words that everybody reads and of hidden ones.
fn line(dice: &mut Dice, hidden: &mut Dice) -> Value {
    let mut runs = vec![json!({"type": "text", "text": "Dazu wird ausgeführt: "})];
    for _ in 0..=dice.below(3) {
        runs.push(secret(hidden));
        runs.push(json!({"type": "text", "text": " und ", "marks": ["italic"]}));
    }
    if dice.once_in(3) {
        let note = json!([{"type": "text", "text": "Siehe "}, secret(hidden)]);
        runs.push(json!({"type": "footnote", "content": note}));
    }
    json!(runs)
}

/// A text with hidden words in every kind of block.
fn text(dice: &mut Dice, hidden: &mut Dice) -> Value {
    let paragraph = |dice: &mut Dice, hidden: &mut Dice| json!({"type": "paragraph", "content": line(dice, hidden)});
    let mut blocks = Vec::new();
    for _ in 0..=dice.below(4) {
        let block = match dice.below(5) {
            0 => json!({"type": "heading", "content": [secret(hidden)]}),
            1 => json!({"type": "list", "style": "decimal", "items": [
                {"blocks": [paragraph(dice, hidden)]}, {"blocks": [paragraph(dice, hidden)]}]}),
            2 => json!({"type": "quote", "blocks": [paragraph(dice, hidden)]}),
            3 => json!({"type": "table", "columns": ["left", "right"], "head": ["Wer", ""],
                "rows": [[[secret(hidden)], "12"], [line(dice, hidden), [secret(hidden)]]],
                "merged": [{"row": 0, "column": 0, "columns": 2}]}),
            _ => paragraph(dice, hidden),
        };
        blocks.push(block);
    }
    json!({"blocks": blocks})
}

/// A session whose open words come from one sequence and whose hidden ones come from another.
pub(crate) fn session(open: u64, hidden: u64) -> Script {
    let mut script = script::read("tests/scenarios/korrektur.json");
    let (mut open, mut hidden) = (Dice::new(open), Dice::new(hidden));
    for item in ITEMS {
        let text = text(&mut open, &mut hidden);
        let command = json!({"type": "writeText", "item": item, "text": text});
        let act = Act::new("2025-03-06T17:51", serde_json::from_value(command).unwrap());
        script.acts.insert(script.acts.len() - 1, act);
    }
    script
}

fn documents(script: &Script) -> (Record, (Record, Vec<Document>)) {
    let record = Played::of(script).issued(Edition::Final);
    let (plan, public) = (&record.plan.public, &record.public);
    let open = (Record::for_everybody(plan, public), for_everybody(plan, public));
    (record, open)
}

#[test]
fn nothing_that_everybody_may_read_depends_on_what_is_redacted() {
    for number in 0..60 {
        let (one, open) = documents(&session(number, 2 * number));
        let (other, same) = documents(&session(number, 2 * number + 1));
        assert_eq!(open, same, "session {number}");
        assert_ne!(one.passages, other.passages, "session {number}");
        assert_ne!(complete(&one), complete(&other), "session {number}");
        let written = serde_json::to_string(&open).unwrap();
        for word in WORDS.iter().filter(|word| **word != "[...]") {
            assert!(!written.contains(word.trim()), "session {number}: {word}");
        }
        assert!(dump::text(&open.1[0]).contains("[...]"));
    }
}

/// The wall of the non-public part stands where passages are redacted, too.
#[test]
fn the_closed_part_changes_no_number_of_a_passage() {
    wall::check_script("redacted", &session(1, 1), &wall::KORREKTUR, 10);
}

#[test]
fn the_complete_minutes_hold_every_word_in_its_place() {
    let (record, (_, public)) = documents(&script::read("tests/scenarios/korrektur.json"));
    let [whole, part] = [&complete(&record), &public[0]].map(dump::text);
    let words = "Für den Gitarrenabend verlange der Künstler **2.400 EUR**[^1: Angebot seiner Agentur \
        vom 24.02.2025.], was dem Kreis zu hoch sei. Die Sache werde noch verhandelt.";
    assert!(whole.contains(words), "{whole}");
    assert!(part.contains("Für den Gitarrenabend [...] werde noch verhandelt."), "{part}");
    assert!(!whole.contains("[...]"));
}

/// Without a second part, too, the complete version says more than the public one.
#[test]
fn a_session_without_a_second_part_has_two_versions_where_a_passage_is_redacted() {
    let (mut record, _) = documents(&session(3, 3));
    record.non_public = None;
    assert!(record.has_more());
    let whole = complete(&record);
    assert_eq!(whole.footer, "Vollständige Fassung – mit nicht öffentlichen Angaben");
    assert!(!dump::text(&whole).contains("Zu Punkt 7"));
    record.passages.clear();
    assert!(!record.has_more());
    assert_eq!(complete(&record), crate::compose::public(&record.public));
}

/// In a part that nobody else reads nothing is hidden.
#[test]
fn in_the_non_public_part_the_words_stand_as_they_are() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    let hidden = json!({"type": "redacted", "content": "Preis: 31.000 EUR."});
    let text = json!({"blocks": [{"type": "paragraph", "content": [hidden]}]});
    let command = json!({"type": "writeText", "item": "mb25-7", "text": text});
    let act = Act::new("2025-03-06T17:51", serde_json::from_value(command).unwrap());
    let (before, _) = documents(&script);
    script.acts.insert(script.acts.len() - 1, act);
    let (record, _) = documents(&script);
    assert_eq!(record.passages, before.passages);
    let part = dump::text(&non_public(&record).unwrap());
    assert!(part.contains("Preis: 31.000 EUR.") && !part.contains("[...]"), "{part}");
}
