//! Files of attachments over a real vault: given later, listed, saved again, removed, and left alone
//! once the Niederschrift is signed.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::{Moment, Timestamp};
use sitzungsbuch_app::desk::{AttachmentOf, Desk, Secret, SignatureRequest};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::signatures;
use sitzungsbuch_app::view::{AttachmentsView, Reply};
use sitzungsbuch_app::{ApiError, Engine, ErrorCode, MOST_FILE_BYTES, Passphrase, Vault, places};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";
const PDF: &[u8] = b"%PDF-1.7 ein Vortrag";

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

/// Days after the session: the file comes when it comes.
fn later() -> Timestamp {
    Moment::parse("2026-11-20T10:00+01:00").unwrap().timestamp()
}

fn played() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal);
    let mut engine = Engine::new(vault.unwrap()).unwrap();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    player.prepare(&mut engine).unwrap();
    for index in 0..player.len() {
        player.play(&mut engine, index).unwrap();
    }
    home
}

fn desk(home: &TempDir) -> Desk {
    let mut desk = Desk::new(home.path());
    desk.unlock(&passphrase()).unwrap();
    desk
}

fn of(attachment: &str) -> AttachmentOf {
    serde_json::from_value(json!({"meeting": MEETING, "attachment": attachment})).unwrap()
}

fn order(desk: &mut Desk, order: Value) -> Result<(), ApiError> {
    desk.execute(&serde_json::from_value(order).unwrap(), later()).map(drop)
}

fn list(desk: &mut Desk, act: &str, id: &str, part: &str) {
    let attachment = json!({"id": id, "label": "Anlage 9", "title": "Vortrag", "part": part});
    let command = json!({"type": "listAttachment", "attachment": attachment});
    let at = "17:00";
    let act = json!({"of": "act", "act": act, "meeting": MEETING, "at": at, "command": command});
    order(desk, act).unwrap();
}

fn seen(desk: &mut Desk) -> AttachmentsView {
    let question = serde_json::from_value(json!({"of": "attachments", "meeting": MEETING}));
    match desk.query(&question.unwrap(), later()).unwrap() {
        Reply::Attachments(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Names and sizes of the files that are there.
fn files(desk: &mut Desk) -> Vec<(String, String)> {
    let rows = seen(desk).rows.into_iter().filter_map(|row| row.file);
    rows.map(|file| (file.name, file.words)).collect()
}

fn document(desk: &mut Desk, scope: &str) -> Vec<u8> {
    let document = json!({"kind": "minutes", "scope": scope});
    let request = json!({"meeting": MEETING, "document": document, "edition": "final"});
    desk.document(&serde_json::from_value(request).unwrap(), later()).unwrap()
}

#[test]
fn a_file_comes_later_is_there_again_and_goes() {
    let home = played();
    let mut here = desk(&home);
    list(&mut here, "lists-one", "vortrag", "nonPublic");
    assert_eq!(files(&mut here), []);
    assert!(seen(&mut here).can_change);
    let before = document(&mut here, "complete");
    here.attach(of("vortrag"), ("Vortrag 3.pdf", PDF.to_vec()), later()).unwrap();
    drop(here);

    let mut here = desk(&home);
    let there = ("Vortrag 3.pdf".to_owned(), "PDF, 1\u{a0}kB".to_owned());
    assert_eq!(files(&mut here), [there]);
    assert_eq!(here.file(of("vortrag")).unwrap(), ("Vortrag 3.pdf".to_owned(), PDF.to_vec()));
    // The Niederschrift lists number and title, whether or not there is a file.
    assert!(document(&mut here, "complete") == before);
    let vault = std::fs::read(places::vault(home.path()).join("vault.db")).unwrap();
    let log = std::fs::read(places::vault(home.path()).join("vault.db-wal")).unwrap_or_default();
    let plain = |bytes: &[u8]| bytes.windows(PDF.len()).any(|window| window == PDF);
    assert!(!plain(&vault) && !plain(&log), "it lies in the vault encrypted");

    let remove = json!({"of": "removeFile", "meeting": MEETING, "attachment": "vortrag"});
    order(&mut here, remove.clone()).unwrap();
    assert_eq!(files(&mut here), []);
    assert!(seen(&mut here).rows.iter().any(|row| row.title == "Vortrag"), "it stays listed");
    let gone = here.file(of("vortrag")).unwrap_err();
    assert!(gone.message.contains("keine Datei"), "{gone}");
    let twice = order(&mut here, remove).unwrap_err();
    assert!(twice.message.contains("keine Datei"), "{twice}");
}

#[test]
fn what_is_no_document_is_refused_in_words() {
    let home = played();
    let mut here = desk(&home);
    list(&mut here, "lists-one", "vortrag", "public");
    let mut large = PDF.to_vec();
    large.resize(usize::try_from(MOST_FILE_BYTES).unwrap() + 1, 0);
    for (name, bytes, words) in [
        ("Rede.docx", b"PK\x03\x04".to_vec(), "weder PDF noch JPEG noch PNG"),
        ("Rede.pdf", b"MZ".to_vec(), "weder PDF noch JPEG noch PNG"),
        ("leer.pdf", Vec::new(), "ist leer"),
        ("Film.pdf", large, "größer als 25 MB"),
    ] {
        let fault = here.attach(of("vortrag"), (name, bytes), later()).unwrap_err();
        assert_eq!(fault.code, ErrorCode::BadInput);
        assert!(fault.message.contains(name) && fault.message.contains(words), "{fault}");
    }
    assert_eq!(files(&mut here), []);
    let unlisted = here.attach(of("andere"), ("a.pdf", PDF.to_vec()), later()).unwrap_err();
    assert!(unlisted.message.contains("nicht mehr verzeichnet"), "{unlisted}");
}

#[test]
fn an_attachment_that_is_taken_back_takes_its_file_along() {
    let home = played();
    let mut here = desk(&home);
    list(&mut here, "lists-one", "vortrag", "public");
    here.attach(of("vortrag"), ("a.pdf", PDF.to_vec()), later()).unwrap();
    let command = json!({"type": "correct", "act": "lists-one", "replacement": null});
    let back = json!({"of": "act", "act": "takes-back", "meeting": MEETING, "command": command});
    order(&mut here, back).unwrap();
    list(&mut here, "lists-again", "vortrag", "public");
    assert!(seen(&mut here).rows.iter().any(|row| row.title == "Vortrag"));
    assert_eq!(files(&mut here), [], "the file went with the attachment");
}

#[test]
fn a_signed_niederschrift_keeps_its_files_as_they_are() {
    let home = played();
    let mut here = desk(&home);
    list(&mut here, "lists-one", "vortrag", "public");
    here.attach(of("vortrag"), ("a.pdf", PDF.to_vec()), later()).unwrap();
    let keys = signatures::sample_keys(&["Malte Siebrecht"], later().utc()).unwrap();
    let request = json!({"meeting": MEETING, "scope": "complete"});
    let request: SignatureRequest = serde_json::from_value(request).unwrap();
    let password: Secret = serde_json::from_value(json!(*keys.password)).unwrap();
    here.sign(request, &keys.files[0], &password, later()).unwrap();

    let view = seen(&mut here);
    assert!(!view.can_change && view.note.contains("unterschrieben"), "{view:?}");
    let given = here.attach(of("vortrag"), ("b.pdf", PDF.to_vec()), later()).unwrap_err();
    assert!(given.message.contains("unterschrieben"), "{given}");
    let remove = json!({"of": "removeFile", "meeting": MEETING, "attachment": "vortrag"});
    assert!(order(&mut here, remove).unwrap_err().message.contains("unterschrieben"));
    assert_eq!(here.file(of("vortrag")).unwrap().0, "a.pdf");
}
