//! What was promised in a session, proposed where the next one of the same committee is prepared.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::agenda_item::Part;
use sitzungsbuch_app::core::{Moment, Timestamp};
use sitzungsbuch_app::desk::Desk;
use sitzungsbuch_app::order::Order;
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::view::{OpenCommitment, Reply, SetUpView};
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

/// The sample session, recorded and closed.
fn played() -> (TempDir, Desk) {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal);
    let mut engine = Engine::new(vault.unwrap()).unwrap();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    player.prepare(&mut engine).unwrap();
    for index in 0..player.len() {
        player.play(&mut engine, index).unwrap();
    }
    drop(engine);
    let mut desk = Desk::new(home.path());
    desk.unlock(&passphrase()).unwrap();
    (home, desk)
}

fn order(desk: &mut Desk, order: Value) {
    let order: Order = serde_json::from_value(order).unwrap();
    desk.execute(&order, later()).unwrap();
}

/// Takes a commitment down, as a late entry.
fn promise(desk: &mut Desk, act: &str, at: &str, item: &str, words: &str, due: &Value) {
    let text =
        json!({"blocks": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]});
    let proceeding = json!({"kind": "commitment", "text": text, "due": due});
    let command = json!({"type": "recordProceeding", "item": item, "proceeding": proceeding});
    order(desk, json!({"of": "act", "act": act, "meeting": MEETING, "at": at, "command": command}));
}

fn set_up(desk: &mut Desk) -> SetUpView {
    let question = serde_json::from_value(json!({"of": "setUp"})).unwrap();
    match desk.query(&question, later()).unwrap() {
        Reply::SetUp(view) => view,
        other => panic!("{other:?}"),
    }
}

fn proposed(desk: &mut Desk) -> Vec<OpenCommitment> {
    set_up(desk).committees.remove(0).commitments
}

#[test]
fn the_next_session_is_offered_what_was_promised_in_the_last_one() {
    let (_home, mut desk) = played();
    assert_eq!(proposed(&mut desk), []);
    let next = json!("nextMeeting");
    promise(&mut desk, "one", "16:50", "wt26-3", "Die Mittel werden dargestellt.", &next);
    promise(&mut desk, "two", "16:51", "wt26-3", "Das steht im Protokoll.", &json!("minutes"));
    promise(&mut desk, "three", "17:45", "wt26-11", "Der Vertrag wird vorgelegt.", &Value::Null);
    promise(&mut desk, "four", "16:52", "wt26-3", "Ein Irrtum.", &next);
    let command = json!({"type": "correct", "act": "four", "replacement": null});
    order(&mut desk, json!({"of": "act", "act": "back", "meeting": MEETING, "command": command}));

    let found = proposed(&mut desk);
    let said: Vec<_> = found.iter().map(|one| (one.words.as_str(), one.part)).collect();
    let expected = [
        ("Die Mittel werden dargestellt.", Part::Public),
        ("Der Vertrag wird vorgelegt.", Part::NonPublic),
    ];
    assert_eq!(said, expected, "neither what came with the minutes nor what was taken back");
    assert_eq!(
        found[0].origin,
        "Sitzung am 12.11.2026, TOP 3: Zusage von der Verwaltung bis zur nächsten Sitzung"
    );
    assert_eq!(
        found[0].line,
        "Bericht zur Zusage aus der Sitzung am 12.11.2026, TOP 3: Die Mittel werden dargestellt."
    );
}

#[test]
fn a_session_that_is_only_prepared_hides_no_commitment() {
    let (_home, mut desk) = played();
    promise(&mut desk, "one", "16:50", "wt26-3", "Es wird berichtet.", &json!("nextMeeting"));
    let organization = set_up(&mut desk).committees[0].organization;
    let prepare = json!({
        "of": "prepare", "organization": organization, "day": "2026-12-03", "time": "16:30",
        "building": "", "street": "", "postalCode": "", "locality": "", "room": "Raum 1",
        "agenda": [{"number": "1", "name": "Formalien", "subject": "", "paper": "", "kind": "formalities",
            "part": "public", "proposal": ""}],
    });
    order(&mut desk, prepare);
    assert_eq!(proposed(&mut desk).len(), 1);
}

#[test]
fn a_long_commitment_becomes_a_short_line_that_an_agenda_takes() {
    let (_home, mut desk) = played();
    let long = "Die Verwaltung berichtet ausführlich. ".repeat(30);
    promise(&mut desk, "one", "16:50", "wt26-3", long.trim(), &json!("nextMeeting"));
    let [one] = &proposed(&mut desk)[..] else { panic!("one") };
    assert_eq!(one.words, long.trim());
    assert!(one.line.ends_with('…') && one.line.chars().count() < 250, "{}", one.line);
    let question =
        json!({"of": "agendaWith", "text": "1. Formalien", "line": one.line, "part": "public"});
    let question = serde_json::from_value(question).unwrap();
    let Reply::AgendaWith(text) = desk.query(&question, later()).unwrap() else { panic!() };
    assert_eq!(text, format!("1. Formalien\n2. {}", one.line));
}
