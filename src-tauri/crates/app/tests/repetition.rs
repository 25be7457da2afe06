//! What comes again: the same act, another act under the same id, a corrected script, changed master
//! data, a changed plan. And texts that are no longer what the journal names.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::session::{Command, Event};
use sitzungsbuch_app::core::{ActId, MeetingId, Moment};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::{
    ApiError, Break, Caller, Chain, Engine, ErrorCode, MeetingRequest, Passphrase, Request, Vault,
    canonical,
};
use sitzungsbuch_store::{
    DraftRow, KdfCost, MeetingWrite, NewEvent, NoteRow, Part, Salt, Text, Write,
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SCRIPT: &str = include_str!("../../../../tests/scenarios/korrektur.json");

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

fn folder(home: &TempDir) -> PathBuf {
    home.path().join("v.sitzungsbuch")
}

fn fresh(home: &TempDir) -> Engine {
    Engine::new(Vault::create_with(&folder(home), &passphrase(), KdfCost::Minimal).unwrap())
        .unwrap()
}

fn reopened(folder: &Path) -> Engine {
    Engine::new(Vault::open(folder, &passphrase()).unwrap()).unwrap()
}

fn script() -> Value {
    serde_json::from_str(SCRIPT).unwrap()
}

/// Plays a script; gives the session and how many acts were repeated.
fn play(engine: &mut Engine, script: &Value) -> Result<(MeetingId, usize), ApiError> {
    let reading = script::read(&script.to_string())?;
    let player = Player::new(&reading)?;
    player.prepare(engine)?;
    let mut repeated = 0;
    for index in 0..player.len() {
        repeated += usize::from(player.play(engine, index)?.repeated);
    }
    Ok((player.meeting(), repeated))
}

fn acts(script: &mut Value) -> &mut Vec<Value> {
    script["acts"].as_array_mut().unwrap()
}

#[test]
fn another_act_under_a_known_id_is_refused_and_not_swallowed() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let (meeting, _) = play(&mut engine, &script()).unwrap();
    let reading = script::read(SCRIPT).unwrap();
    let (request, now) = Player::new(&reading).unwrap().request(3).unwrap();
    let caller = Caller { now, actor: "test", source: "test" };
    let again = Request::Meeting(Box::new(request.clone()));
    assert!(engine.execute(&again, &caller).unwrap().repeated);
    let before = engine.state(meeting).unwrap().clone();
    let other = MeetingRequest { command: Command::EstablishQuorum {}, ..request };
    let fault = engine.execute(&Request::Meeting(Box::new(other)), &caller).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Rejected);
    assert!(fault.message.contains("bereits eine andere Eintragung"), "{fault}");
    assert_eq!(*engine.state(meeting).unwrap(), before);
}

#[test]
fn a_key_that_stands_twice_in_a_script_is_named_with_both_places() {
    let mut script = script();
    for index in [2, 4] {
        acts(&mut script)[index]["act"] = json!("doppelt");
    }
    let fault = script::read(&script.to_string()).unwrap_err();
    assert_eq!(fault.code, ErrorCode::BadInput);
    assert!(fault.message.contains("„doppelt“") && fault.message.contains("3 und 5"), "{fault}");
}

/// The hint after a refusal promises it: what is stored is skipped, whatever was put in or taken
/// out around it.
#[test]
fn a_corrected_script_can_be_played_again() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let mut partly = script();
    let whole = acts(&mut partly).len();
    let unnamed = |kind: &str, act: &Value| act["do"]["type"] == kind && act.get("act").is_none();
    for kind in ["writeText", "confirmInvitation"] {
        let left_out = acts(&mut partly).iter().position(|act| unnamed(kind, act)).unwrap();
        acts(&mut partly).remove(left_out);
    }
    play(&mut engine, &partly).unwrap();
    let (_, repeated) = play(&mut engine, &script()).unwrap();
    assert_eq!(repeated, whole - 2, "two acts are new, all others are known");
    let (_, repeated) = play(&mut engine, &script()).unwrap();
    assert_eq!(repeated, whole);
}

#[test]
fn equal_acts_without_a_key_are_two_acts() {
    let mut script = script();
    let text = acts(&mut script).iter().find(|act| act["do"]["type"] == "writeText").cloned();
    let mut text = text.unwrap();
    text.as_object_mut().unwrap().remove("act");
    acts(&mut script).extend([text.clone(), text]);
    let reading = script::read(&script.to_string()).unwrap();
    let player = Player::new(&reading).unwrap();
    let id = |index| player.request(index).unwrap().0.act;
    assert_ne!(id(player.len() - 1), id(player.len() - 2));
}

#[test]
fn changed_master_data_are_new_versions_and_equal_ones_write_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    play(&mut engine, &script()).unwrap();
    let mut changed = script();
    let rows = changed["master"].as_array_mut().unwrap();
    let person = rows.iter_mut().find(|row| row["noun"] == "person").unwrap();
    person["familyName"] = json!("Umbenannt");
    // Back and forth: each time the newest version is another one.
    for (script, versions) in [(&script(), 1), (&changed, 2), (&changed, 2), (&script(), 3)] {
        play(&mut engine, script).unwrap();
        let mut most = 0;
        for row in engine.vault().master("person").unwrap() {
            most = most.max(row.version);
        }
        assert_eq!(most, versions);
    }
    let all = engine.vault().master("person").unwrap();
    assert_eq!(all.iter().filter(|row| row.version > 1).count(), 1, "the others stay");
}

#[test]
fn a_prepared_session_keeps_its_plan() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let (meeting, _) = play(&mut engine, &script()).unwrap();
    let before = engine.state(meeting).unwrap().clone();
    let mut changed = script();
    changed["meeting"]["plan"]["agenda"][0]["name"] = json!("Ein anderer Titel");
    changed["master"][0]["name"] = json!("Ein anderer Name");
    let fault = play(&mut engine, &changed).unwrap_err();
    assert!(fault.message.contains("mit einem anderen Plan vorbereitet"), "{fault}");
    assert_eq!(*engine.state(meeting).unwrap(), before);
    assert!(engine.directory().bodies.values().all(|body| body.name != "Ein anderer Name"));
}

#[test]
fn messages_name_what_an_entry_contradicts_and_when_the_session_was_closed() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let (meeting, _) = play(&mut engine, &script()).unwrap();
    let state = engine.state(meeting).unwrap().clone();
    let find = |fits: fn(&Event) -> bool| {
        state.entries.iter().find(|e| fits(&e.event) && state.stands(e)).unwrap().clone()
    };
    let mut number = 0;
    let mut refused = |at: Moment, command: Command| {
        number += 1;
        let act = ActId::from_key(&format!("probe-{number}"));
        let request = MeetingRequest { act, meeting, based_on: None, at, command };
        let now = Moment::parse("2030-01-01T12:00+01:00").unwrap().timestamp();
        let caller = Caller { now, actor: "test", source: "test" };
        engine.execute(&Request::Meeting(Box::new(request)), &caller).unwrap_err().message
    };
    let opened = find(|event| matches!(event, Event::MeetingOpened { .. }));
    let closed = find(|event| matches!(event, Event::MeetingClosed {}));
    let words = refused(closed.occurred_at, Command::EstablishQuorum {});
    assert_eq!(
        words,
        format!("Die Sitzung ist um {} Uhr geschlossen worden.", closed.occurred_at.clock())
    );
    let words =
        refused(opened.occurred_at, Command::Correct { act: opened.act, replacement: None });
    assert!(words.starts_with("Die Eintragung widerspricht einer anderen: "), "{words}");
    assert!(!words.contains("anderen: Eintragung"), "{words}");
    let reading = script::read(SCRIPT).unwrap();
    let player = Player::new(&reading).unwrap();
    let text = (0..player.len())
        .map(|index| player.request(index).unwrap().0)
        .find(|request| matches!(request.command, Command::WriteText { .. }))
        .unwrap();
    let words = refused(text.at, Command::Correct { act: text.act, replacement: None });
    assert!(words.contains("nicht berichtigt, sondern neu geschrieben"), "{words}");
    let replacement = Some(Box::new(text.command));
    let words = refused(text.at, Command::Correct { act: opened.act, replacement });
    assert!(words.starts_with("Ein Text kann nicht an die Stelle"), "{words}");
}

/// Writes an event behind the back of the engine.
fn forge(folder: &Path, meeting: MeetingId, kind: &str, body: &Value, beside: MeetingWrite) {
    let mut vault = Vault::open(folder, &passphrase()).unwrap();
    let id = meeting.to_string();
    let head = vault.heads().unwrap().into_iter().find(|head| head.meeting == id).unwrap();
    let event = NewEvent {
        kind: kind.to_owned(),
        version: 1,
        occurred_at: "2030-01-01T12:00+01:00".to_owned(),
        body: Text::from(body.to_string()),
    };
    let meeting = MeetingWrite {
        meeting: id,
        expected_revision: head.revision,
        events: vec![event],
        ..beside
    };
    let write = Write {
        act: ActId::from_key("forged").to_string(),
        recorded_at: "2030-01-01T11:00:00Z".to_owned(),
        meeting: Some(meeting),
        ..Write::default()
    };
    Vault::append(&mut vault, &write).unwrap();
}

/// A text that is not what its event names: the session can only be read, and verifying says where.
fn is_broken(folder: &Path, meeting: MeetingId) {
    let mut engine = reopened(folder);
    let revision = engine.state(meeting).unwrap().revision();
    let broken = Chain::Broken { revision, reason: Break::Text };
    assert_eq!(engine.chain(meeting).unwrap(), broken);
    assert_eq!(engine.verify().unwrap(), [(meeting.to_string(), broken)]);
    let at = Moment::parse("2030-01-01T12:00+01:00").unwrap();
    let command = Command::EstablishQuorum {};
    let act = ActId::from_key("danach");
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    let caller = Caller { now: at.timestamp(), actor: "test", source: "test" };
    let fault = engine.execute(&Request::Meeting(Box::new(request)), &caller).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Unreadable);
    assert!(fault.message.contains("festgehaltener Text"), "{fault}");
    assert!(!canonical::journal(&mut engine, meeting).unwrap().is_empty(), "reading still works");
}

#[test]
fn a_draft_that_is_not_the_fixed_one_is_found() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let (meeting, _) = play(&mut engine, &script()).unwrap();
    assert_eq!(engine.verify().unwrap(), [(meeting.to_string(), Chain::Intact)]);
    drop(engine);
    let item = ActId::from_key("kein-punkt").to_string();
    let digest = "ab".repeat(32);
    let body = json!({"item": item, "version": 1, "digest": digest});
    let draft = DraftRow {
        item,
        part: Part::Public,
        version: 1,
        body: Text::from(r#"{"blocks":[]}"#),
        digest: [0xab; 32],
        salt: Salt([7; 16]),
    };
    let beside = MeetingWrite { drafts: vec![draft], ..MeetingWrite::default() };
    forge(&folder(&home), meeting, "TextFixed", &body, beside);
    is_broken(&folder(&home), meeting);
}

#[test]
fn a_changed_note_is_found_and_an_erased_one_is_fine() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let (meeting, _) = play(&mut engine, &script()).unwrap();
    drop(engine);
    let vote = ActId::from_key("keine-abstimmung").to_string();
    let body = json!({"vote": vote, "note": "cd".repeat(32)});
    let note = NoteRow { digest: [0xcd; 32], salt: Salt([7; 16]), text: Text::from("anders") };
    let beside = MeetingWrite { notes: vec![note], ..MeetingWrite::default() };
    forge(&folder(&home), meeting, "BasisConfirmed", &body, beside);
    is_broken(&folder(&home), meeting);
    let mut vault = Vault::open(&folder(&home), &passphrase()).unwrap();
    assert!(vault.erase_note(&[0xcd; 32]).unwrap());
    let mut engine = Engine::new(vault).unwrap();
    assert_eq!(engine.chain(meeting).unwrap(), Chain::Intact);
}
