//! The pages beside the text: where the items stand in them, what of them looks new after somebody
//! typed, and that they can be made after the vault was locked.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::{AgendaItemId, Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::order::Order;
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::{Engine, ErrorCode, Passphrase, Vault, places, signatures};
use sitzungsbuch_store::KdfCost;
use std::collections::BTreeSet;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";

fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-20T{clock}+01:00")).unwrap().timestamp()
}

/// The sample session as far as so many acts, or all of them.
fn played(acts: Option<usize>) -> (TempDir, Desk) {
    let passphrase = Passphrase::new("Probe".to_owned()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::create_with(&places::vault(home.path()), &passphrase, KdfCost::Minimal);
    let mut engine = Engine::new(vault.unwrap()).unwrap();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    player.prepare(&mut engine).unwrap();
    for index in 0..acts.unwrap_or(player.len()) {
        player.play(&mut engine, index).unwrap();
    }
    drop(engine);
    let mut desk = Desk::new(home.path());
    desk.unlock(&passphrase).unwrap();
    (home, desk)
}

fn request(scope: &str, edition: &str) -> DocumentRequest {
    let document = json!({"kind": "minutes", "scope": scope});
    let request = json!({"meeting": MEETING, "document": document, "edition": edition});
    serde_json::from_value(request).unwrap()
}

/// What comes back: the head and the file.
fn parted(bytes: &[u8]) -> (Value, &[u8]) {
    let (length, rest) = bytes.split_first_chunk::<4>().unwrap();
    let length = u32::from_be_bytes(*length) as usize;
    (serde_json::from_slice(&rest[..length]).unwrap(), &rest[length..])
}

fn made(desk: &mut Desk, scope: &str, edition: &str) -> (Value, Vec<u8>) {
    let preview = desk.preview(&request(scope, edition), at("10:00")).unwrap();
    let bytes = preview.render().unwrap();
    let (head, file) = parted(&bytes);
    (head, file.to_vec())
}

fn items(head: &Value) -> BTreeSet<String> {
    let places = head["places"].as_array().unwrap();
    places.iter().map(|place| place["item"].as_str().unwrap().to_owned()).collect()
}

fn id(key: &str) -> String {
    AgendaItemId::from_key(key).to_string()
}

#[test]
fn every_item_that_has_a_heading_has_its_places() {
    let (_home, mut desk) = played(None);
    let (complete, file) = made(&mut desk, "complete", "final");
    let document = desk.document(&request("complete", "final"), at("10:00")).unwrap();
    assert!(file == document, "the pages are those of the file that is saved");
    let (public, _) = made(&mut desk, "public", "final");
    let (all, open) = (items(&complete), items(&public));
    for (key, in_public) in [("wt26-3", true), ("wt26-6", true), ("wt26-11", false)] {
        assert!(all.contains(&id(key)), "{key}");
        assert_eq!(open.contains(&id(key)), in_public, "{key}");
    }
    let pages = complete["pages"].as_array().unwrap().len();
    for place in complete["places"].as_array().unwrap() {
        let number = |key: &str| place[key].as_u64().unwrap();
        assert!((1..=pages as u64).contains(&number("page")), "{place}");
        assert!(number("top") < number("bottom") && number("bottom") <= 1000, "{place}");
    }
    // Items come one after the other.
    let order: Vec<(u64, u64)> = complete["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| (place["page"].as_u64().unwrap(), place["top"].as_u64().unwrap()))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_text_that_is_typed_changes_its_page_and_none_far_before() {
    let (_home, mut desk) = played(Some(70));
    let (before, _) = made(&mut desk, "complete", "draft");
    let (again, _) = made(&mut desk, "complete", "draft");
    assert_eq!(before, again);
    let item = id("wt26-6");
    write(&mut desk, "tippen", &item, "Ein Satz, der eben dazukam.");
    let (after, _) = made(&mut desk, "complete", "draft");
    let places = before["places"].as_array().unwrap();
    let place = places.iter().find(|place| place["item"] == item.as_str()).unwrap();
    let page = usize::try_from(place["page"].as_u64().unwrap()).unwrap() - 1;
    // A heading whose text became shorter may find room on the page before.
    let marks = |head: &Value| head["pages"].as_array().unwrap()[..page - 1].to_vec();
    assert!(page > 2);
    assert_eq!(marks(&before), marks(&after));
    assert_ne!(before["pages"][page], after["pages"][page]);
}

fn write(desk: &mut Desk, act: &str, item: &str, words: &str) {
    let text = json!({"blocks": [{"type": "paragraph", "content": words}]});
    let command = json!({"type": "writeText", "item": item, "text": text});
    let order = json!({"of": "act", "act": act, "meeting": MEETING, "basedOn": null,
        "at": null, "command": command});
    let order: Order = serde_json::from_value(order).unwrap();
    let evening = Moment::parse("2026-11-12T18:30+01:00").unwrap().timestamp();
    desk.execute(&order, evening).unwrap();
}

/// A letter is never lost in silence.
#[test]
fn signs_that_no_font_has_are_said() {
    let (_home, mut desk) = played(Some(70));
    assert_eq!(made(&mut desk, "complete", "draft").0["missing"], "");
    write(&mut desk, "tippen-1", &id("wt26-6"), "Es schneit \u{2603}.");
    let missing = made(&mut desk, "complete", "draft").0["missing"].as_str().unwrap().to_owned();
    assert!(missing.contains("\u{2603} (U+2603)"), "{missing}");
    // Where it cannot stand it is not told.
    write(&mut desk, "tippen-2", &id("wt26-6"), "Es schneit.");
    write(&mut desk, "tippen-3", &id("wt26-11"), "Es schneit \u{2603}.");
    assert_eq!(made(&mut desk, "public", "draft").0["missing"], "");
    assert_ne!(made(&mut desk, "complete", "draft").0["missing"], "");
}

/// Acts do not wait for pages, so the vault may be locked before they are made.
#[test]
fn pages_need_the_vault_to_be_begun_and_not_to_be_made() {
    let (_home, mut desk) = played(Some(40));
    let begun = desk.preview(&request("public", "draft"), at("10:00")).unwrap();
    assert!(!format!("{begun:?}").contains("Wiesenthal"));
    desk.lock();
    assert!(parted(&begun.render().unwrap()).1.starts_with(b"%PDF-"));
    let refused = desk.preview(&request("public", "draft"), at("10:00")).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Locked);
}

#[test]
fn a_signed_file_is_shown_as_it_is_with_its_places() {
    let (_home, mut desk) = played(None);
    let (before, _) = made(&mut desk, "complete", "final");
    let keys = signatures::sample_keys(&["Malte Siebrecht"], at("08:00").utc()).unwrap();
    let password: Secret = serde_json::from_value(json!(&*keys.password)).unwrap();
    let signed = json!({"meeting": MEETING, "scope": "complete"});
    let signed: SignatureRequest = serde_json::from_value(signed).unwrap();
    desk.sign(signed, &keys.files[0], &password, at("10:02")).unwrap();
    let (after, file) = made(&mut desk, "complete", "final");
    assert!(file == desk.document(&request("complete", "final"), at("11:00")).unwrap());
    assert_eq!(before["places"], after["places"]);
    let pages = after["pages"].as_array().unwrap();
    assert!(!before["pages"].as_array().unwrap().contains(&pages[0]), "all pages look new");
}
