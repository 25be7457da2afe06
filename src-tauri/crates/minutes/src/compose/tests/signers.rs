//! Who signs: the clerk, and every chair for the items that he or she led.

use super::acts::{opening, session};
use super::script::{self, Act, Played};
use crate::compose::{complete, public, public_signers, signers};
use crate::document::{Block, Document, Signer};
use crate::record::Record;
use serde_json::{Value, json};

/// Field, name and items of each.
fn said(signers: &[Signer]) -> Vec<(&str, &str, &str)> {
    signers.iter().map(|one| (&*one.field, &*one.name, &*one.items)).collect()
}

fn of_document(document: &Document) -> Vec<Signer> {
    let found = document.blocks.iter().find_map(|block| match block {
        Block::Signatures { signers, .. } => Some(signers.clone()),
        _ => None,
    });
    found.unwrap()
}

fn record(acts: Vec<(&str, Value)>) -> Record {
    let mut all = vec![("16:30", "", opening())];
    all.extend(acts.into_iter().map(|(at, act)| (at, "", act)));
    all.push(("17:50", "", json!({"type": "closeMeeting"})));
    Played::of(&session(all)).record()
}

fn call(item: &str) -> Value {
    json!({"type": "callItem", "item": item})
}

fn chair(person: &str) -> Value {
    json!({"type": "changeChair", "chair": person})
}

#[test]
fn each_chair_signs_for_the_items_that_he_or_she_led() {
    let mut script = script::read("tests/scenarios/auf-der-kippe.json");
    let record = Played::of(&script).record();
    let clerk = ("schriftfuehrung", "Iska Norderhof", "");
    let of_all = signers(&record);
    assert_eq!(
        said(&of_all),
        [
            ("vorsitz", "Hedda Ahrenskamp", "zu TOP 1 bis 6, 8, 10, 11, 11.1 und 12"),
            clerk,
            ("2-vorsitz", "Onno Brinkmeier", "zu TOP 7"),
        ]
    );
    assert_eq!(of_all[2].role, "Stellvertretender Ausschussvorsitzender");
    assert_eq!(of_document(&complete(&record)), of_all);
    // The public version says nothing of an item behind closed doors.
    let of_public = public_signers(&record.public);
    assert_eq!(of_public[0].items, "zu TOP 1 bis 6, 8, 10, 11 und 11.1");
    assert_eq!(of_document(&public(&record.public)), of_public);

    let change = |act: &Act| serde_json::to_value(&act.command).unwrap()["type"] == "changeChair";
    script.acts.retain(|act| !change(act));
    let record = Played::of(&script).record();
    let two = [("vorsitz", "Hedda Ahrenskamp", ""), clerk];
    assert_eq!(said(&signers(&record)), two);
    assert_eq!(said(&public_signers(&record.public)), two);
}

#[test]
fn a_chair_behind_closed_doors_signs_the_complete_version_alone() {
    let record = record(vec![
        ("16:32", call("mb25-1")),
        ("16:40", json!({"type": "changePart", "part": "nonPublic", "leaving": []})),
        ("16:41", chair("stellbrink")),
        ("16:42", call("mb25-7")),
    ]);
    assert_eq!(signers(&record).len(), 3);
    let of_public = public_signers(&record.public);
    assert_eq!(of_public.len(), 2);
    assert!(of_public.iter().all(|one| one.items.is_empty()));
}

#[test]
fn who_only_opened_signs_for_the_opening() {
    let record = record(vec![
        ("16:31", chair("stellbrink")),
        ("16:32", call("mb25-1")),
        ("16:40", call("mb25-2")),
    ]);
    let all = signers(&record);
    assert_eq!(all[0].items, "zur Eröffnung der Sitzung");
    assert_eq!((&*all[2].field, &*all[2].items), ("2-vorsitz", "zu TOP 1 und 2"));
}

#[test]
fn whoever_is_named_signs_besides_and_once() {
    let named = |persons: &[&str]| {
        json!({"type": "recordProceeding", "item": "mb25-1",
            "proceeding": {"kind": "cosigners", "persons": persons}})
    };
    let record = record(vec![
        ("16:32", call("mb25-1")),
        ("16:33", named(&["harmsdorp", "tewesmann"])),
        // The chair signs anyway, and nobody signs twice.
        ("16:34", named(&["tewesmann", "tidemoor"])),
    ]);
    let all = signers(&record);
    assert_eq!(
        said(&all),
        [
            ("vorsitz", "Ingelore Tidemoor", ""),
            ("schriftfuehrung", "Merle Norderkamp", ""),
            ("mitunterzeichnung", "Gesche Harmsdorp", ""),
            ("2-mitunterzeichnung", "Dr. Anselm Tewesmann", ""),
        ]
    );
    assert_eq!([&*all[2].role, &*all[3].role], ["Mitunterzeichnerin", "Mitunterzeichner"]);
    assert_eq!(of_document(&public(&record.public)), all);
}

#[test]
fn who_is_named_behind_closed_doors_signs_the_complete_version_alone() {
    let record = record(vec![
        ("16:32", call("mb25-1")),
        ("16:40", json!({"type": "changePart", "part": "nonPublic", "leaving": []})),
        ("16:42", call("mb25-7")),
        (
            "16:43",
            json!({"type": "recordProceeding", "item": "mb25-7",
            "proceeding": {"kind": "cosigners", "persons": ["harmsdorp"]}}),
        ),
    ]);
    assert_eq!(signers(&record).len(), 3);
    assert_eq!(public_signers(&record.public).len(), 2);
}
