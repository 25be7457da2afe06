//! The list of documents over a real vault: what it offers at any time is made, and what it does not
//! offer is refused in words.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::{Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::signatures;
use sitzungsbuch_app::view::{DocumentRow, DocumentsView, Reply};
use sitzungsbuch_app::{Engine, Passphrase, Vault, places};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

fn later() -> Timestamp {
    Moment::parse("2026-11-20T10:00+01:00").unwrap().timestamp()
}

/// The sample session as far as so many acts, or all of them.
fn played(acts: Option<usize>) -> (TempDir, Desk) {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal);
    let mut engine = Engine::new(vault.unwrap()).unwrap();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    player.prepare(&mut engine).unwrap();
    for index in 0..acts.unwrap_or(player.len()) {
        player.play(&mut engine, index).unwrap();
    }
    drop(engine);
    let mut desk = Desk::new(home.path());
    desk.unlock(&passphrase()).unwrap();
    (home, desk)
}

fn seen(desk: &mut Desk) -> DocumentsView {
    let question = serde_json::from_value(json!({"of": "documents", "meeting": MEETING})).unwrap();
    match desk.query(&question, later()).unwrap() {
        Reply::Documents(view) => view,
        other => panic!("{other:?}"),
    }
}

fn rows(view: &DocumentsView) -> Vec<&DocumentRow> {
    view.groups.iter().flat_map(|group| &group.rows).collect()
}

/// Makes everything that is offered, and gives the names of the files.
fn made(desk: &mut Desk) -> Vec<String> {
    let view = seen(desk);
    let mut names = Vec::new();
    for row in rows(&view) {
        let Some(request) = &row.request else { continue };
        let pdf = desk.document(request, later()).unwrap_or_else(|why| panic!("{row:?}: {why}"));
        assert!(pdf.starts_with(b"%PDF-"), "{row:?}");
        // What crossed the border comes back as it went.
        let sent: DocumentRequest =
            serde_json::from_value(serde_json::to_value(request).unwrap()).unwrap();
        assert_eq!(sent, *request);
        names.push(row.file_name.clone());
    }
    let mut once = names.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), names.len(), "{names:?}");
    names
}

fn sign(desk: &mut Desk, scope: &str, key: usize, keys: &signatures::SampleKeys) {
    let request = json!({"meeting": MEETING, "scope": scope});
    let request: SignatureRequest = serde_json::from_value(request).unwrap();
    let password: Secret = serde_json::from_value(json!(*keys.password)).unwrap();
    desk.sign(request, &keys.files[key], &password, later()).unwrap();
}

fn request(document: &Value, edition: &str) -> DocumentRequest {
    let request = json!({"meeting": MEETING, "document": document, "edition": edition});
    serde_json::from_value(request).unwrap()
}

#[test]
fn before_the_session_there_are_invitation_and_sheet() {
    let (_home, mut desk) = played(Some(0));
    assert_eq!(
        made(&mut desk),
        [
            "Einladung 12.11.2026 vollständig.pdf",
            "Einladung 12.11.2026 öffentlich.pdf",
            "Anwesenheitsliste 12.11.2026 zum Unterschreiben.pdf",
            "Vorlage 20-041-2026.pdf",
            "Vorlage 12-019-2026.pdf",
            "Vorlage 12-019-2026-1-A.pdf",
            "Vorlage 12-021-2026.pdf",
        ]
    );
    assert_eq!(seen(&mut desk).note, "");
    let early = desk.document(&request(&json!({"kind": "attendance"}), "draft"), later());
    assert!(early.unwrap_err().message.contains("noch nicht eröffnet"));
}

#[test]
fn while_it_lasts_all_others_are_drafts() {
    let (_home, mut desk) = played(Some(40));
    let view = seen(&mut desk);
    assert!(view.note.contains("Entwürfe"), "{view:?}");
    assert!(rows(&view).iter().all(|row| !row.file_name.contains("Lesefassung")));
    let names = made(&mut desk);
    assert!(names.contains(&"Anwesenheitsliste 12.11.2026 mit Zeiten.pdf".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("Beschlussauszug")), "{names:?}");
    for kind in ["attendance", "reading"] {
        assert!(desk.document(&request(&json!({"kind": kind}), "final"), later()).is_err());
    }
}

/// "gez." says that somebody signed: it is there when all have, and not before.
#[test]
fn the_reading_version_comes_with_the_last_signature() {
    let (_home, mut desk) = played(None);
    let keys = signatures::sample_keys(&["Malte Siebrecht", "Annegret Falkenroth"], later().utc());
    let keys = keys.unwrap();
    let reading = request(&json!({"kind": "reading"}), "final");
    let excerpt = |view: &DocumentsView| -> Value {
        let all = rows(view);
        let row = all.iter().find(|row| row.name.starts_with("TOP 6:")).unwrap();
        serde_json::to_value(&row.request).unwrap()["edition"].clone()
    };
    for (step, signed) in [(None, false), (Some(0), false), (Some(1), true)] {
        if let Some(key) = step {
            sign(&mut desk, "public", key, &keys);
        }
        let view = seen(&mut desk);
        let all = rows(&view);
        let row = all.iter().find(|row| row.name.starts_with("Lesefassung")).unwrap();
        assert_eq!(row.request.is_some(), signed, "{row:?}");
        assert_eq!(desk.document(&reading, later()).is_ok(), signed);
        assert_eq!(excerpt(&view), json!(if signed { "final" } else { "draft" }));
        assert_eq!(view.note.is_empty(), signed);
    }
    // It has the day of what it is a copy of, whenever it is made.
    let next_day = Moment::parse("2026-11-21T06:00+01:00").unwrap().timestamp();
    let copies = [later(), next_day].map(|at| desk.document(&reading, at).unwrap());
    assert!(copies[0] == copies[1]);
    let names = made(&mut desk);
    for name in [
        "Niederschrift 12.11.2026 nichtöffentlich.pdf",
        "Beschlussauszug 12.11.2026 TOP 11 nichtöffentlich.pdf",
    ] {
        assert!(names.contains(&name.to_owned()), "{name}: {names:?}");
    }
    // What tells of the non-public part says so.
    let view = seen(&mut desk);
    for row in rows(&view) {
        let asked = serde_json::to_value(&row.request).unwrap()["document"].clone();
        let public = asked["scope"] == "public"
            || asked["part"] == "public"
            || asked["kind"] == "paper" && asked["paper"] != "12/021/2026"
            || ["sheet", "reading"].iter().any(|kind| asked["kind"] == *kind);
        assert_eq!(row.non_public, !public, "{row:?}");
    }
}

/// Papers stand in the order of the agenda, each answer behind what it answers.
#[test]
fn the_papers_of_the_items_are_offered() {
    let (_home, mut desk) = played(Some(0));
    let view = seen(&mut desk);
    let group = view.groups.iter().find(|group| group.name == "Vorlagen").unwrap();
    let names: Vec<&str> = group.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Sitzungsvorlage 20/041/2026: Haushalt 2027: Produktbereich „Digitale Verwaltung“",
            "Anfrage 12/019/2026: Digitaler Bauantrag",
            "Antwort auf Anfragen 12/019/2026/1-A: Antwort auf die Anfrage der Fraktion Grüne Liste vom 22.10.2026 „Digitaler Bauantrag“ (12/019/2026)",
            "Sitzungsvorlage 12/021/2026: Beschaffung von Tablets für den Sitzungsdienst: Zuschlagserteilung",
        ]
    );
    let unknown = json!({"kind": "paper", "paper": "99/999/2026"});
    let refused = desk.document(&request(&unknown, "final"), later()).unwrap_err();
    assert!(refused.message.contains("„99/999/2026“ ist nicht angelegt"), "{refused}");
    let by_id = json!({"kind": "paper", "paper": "wt-20-041"});
    let by_number = json!({"kind": "paper", "paper": "20/041/2026"});
    let [one, other] =
        [by_id, by_number].map(|paper| desk.document(&request(&paper, "final"), later()).unwrap());
    assert!(one == other);
    let odt = desk
        .editable(&request(&json!({"kind": "paper", "paper": "20/041/2026"}), "draft"), later());
    assert!(odt.unwrap().starts_with(b"PK"));
}

#[test]
fn what_was_not_decided_has_no_excerpt() {
    let (_home, mut desk) = played(None);
    for (part, item) in [("public", "99"), ("public", "11"), ("nonPublic", "6")] {
        let document = json!({"kind": "excerpt", "part": part, "item": item});
        let refused = desk.document(&request(&document, "draft"), later()).unwrap_err();
        assert!(refused.message.contains(&format!("TOP {item}")), "{refused}");
    }
}
