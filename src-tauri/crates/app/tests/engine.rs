//! The engine over a real vault: what it answers, what it keeps, what a restart gives back.
//! Rules and refusals one by one are tested in core.

#![cfg(test)]

use sitzungsbuch_app::core::directory::MasterRow;
use sitzungsbuch_app::core::graphic::Graphic;
use sitzungsbuch_app::core::richtext::{Block, Picture, RichText};
use sitzungsbuch_app::core::session::Command;
use sitzungsbuch_app::core::{ActId, AgendaItemId, MeetingId, Moment, PersonId};
use sitzungsbuch_app::script::{self, Player, Reading};
use sitzungsbuch_app::{
    Caller, Chain, Engine, ErrorCode, MasterRequest, MeetingRequest, Passphrase, Request, Vault,
};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

const SCRIPTS: [&str; 3] = [
    include_str!("../../../../tests/scenarios/korrektur.json"),
    include_str!("../../../../tests/scenarios/digitalisierung-2024.json"),
    include_str!("../../../../assets/sample/kreis-wiesenthal.json"),
];

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

fn fresh(home: &TempDir) -> Engine {
    let folder = home.path().join("v.sitzungsbuch");
    Engine::new(Vault::create_with(&folder, &passphrase(), KdfCost::Minimal).unwrap()).unwrap()
}

fn reopened(home: &TempDir) -> Engine {
    let folder = home.path().join("v.sitzungsbuch");
    Engine::new(Vault::open(&folder, &passphrase()).unwrap()).unwrap()
}

fn play(engine: &mut Engine, reading: &Reading, acts: usize) -> MeetingId {
    let player = Player::new(reading).unwrap();
    player.prepare(engine).unwrap();
    for index in 0..acts.min(player.len()) {
        player.play(engine, index).unwrap();
    }
    player.meeting()
}

fn caller() -> Caller<'static> {
    let now = Moment::parse("2030-01-01T12:00+01:00").unwrap().timestamp();
    Caller { now, actor: "test", source: "test" }
}

#[test]
fn a_restart_gives_back_the_same_state_after_every_script() {
    for text in SCRIPTS {
        let home = tempfile::tempdir().unwrap();
        let reading = script::read(text).unwrap();
        let mut engine = fresh(&home);
        let meeting = play(&mut engine, &reading, usize::MAX);
        let live = engine.state(meeting).unwrap().clone();
        let texts = engine.texts(meeting).unwrap();
        let directory = engine.directory().clone();
        drop(engine);
        let mut engine = reopened(&home);
        assert_eq!(*engine.state(meeting).unwrap(), live);
        assert_eq!(engine.texts(meeting).unwrap(), texts);
        assert_eq!(*engine.directory(), directory);
        assert_eq!(engine.chain(meeting).unwrap(), Chain::Intact);
    }
}

#[test]
fn the_list_of_sessions_rebuilt_is_the_one_that_was_kept() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    for (text, acts) in SCRIPTS.iter().zip([usize::MAX, 9, 0]) {
        play(&mut engine, &script::read(text).unwrap(), acts);
    }
    let kept = engine.vault().overviews().unwrap();
    let phases: Vec<&str> = kept.iter().map(|row| row.phase.as_str()).collect();
    assert_eq!(phases.len(), 3);
    for phase in ["prepared", "open", "closed"] {
        assert!(phases.contains(&phase), "{phases:?}");
    }
    engine.rebuild_overviews().unwrap();
    assert_eq!(engine.vault().overviews().unwrap(), kept);
}

#[test]
fn a_repeated_act_is_answered_once() {
    let home = tempfile::tempdir().unwrap();
    let reading = script::read(SCRIPTS[0]).unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &reading, 5);
    let player = Player::new(&reading).unwrap();
    let before = engine.state(meeting).unwrap().clone();
    let again = player.play(&mut engine, 4).unwrap();
    assert!(again.repeated);
    assert_eq!(again.revision, before.revision());
    assert_eq!(*engine.state(meeting).unwrap(), before);
}

#[test]
fn an_act_id_of_another_session_is_refused_and_not_swallowed() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let first = script::read(SCRIPTS[0]).unwrap();
    play(&mut engine, &first, 3);
    let other = play(&mut engine, &script::read(SCRIPTS[2]).unwrap(), 0);
    let (request, now) = Player::new(&first).unwrap().request(1).unwrap();
    let request = MeetingRequest { meeting: other, ..request };
    let caller = Caller { now, ..caller() };
    let fault = engine.execute(&Request::Meeting(Box::new(request)), &caller).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Rejected);
    assert!(fault.message.contains("anderen Sitzung"), "{fault}");
}

#[test]
fn a_refused_act_writes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &script::read(SCRIPTS[0]).unwrap(), 5);
    let (state, heads) = (engine.state(meeting).unwrap().clone(), engine.vault().heads().unwrap());
    let at = state.entries.last().unwrap().occurred_at;
    let command = Command::RecordArrival {
        person: PersonId::from_key("niemand"),
        mode: sitzungsbuch_app::core::session::command::Mode::Room,
    };
    let act = ActId::from_key("verweigert");
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    let fault = engine.execute(&Request::Meeting(Box::new(request)), &caller()).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Rejected);
    assert_eq!(engine.vault().heads().unwrap(), heads);
    assert_eq!(engine.vault().answered(&act.to_string()).unwrap(), None);
    assert_eq!(*engine.state(meeting).unwrap(), state);
}

#[test]
fn an_act_based_on_an_older_view_is_sent_back() {
    let home = tempfile::tempdir().unwrap();
    let reading = script::read(SCRIPTS[0]).unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &reading, 5);
    let (request, now) = Player::new(&reading).unwrap().request(5).unwrap();
    let revision = engine.state(meeting).unwrap().revision();
    let caller = Caller { now, ..caller() };
    let based_on = |seen| MeetingRequest { based_on: Some(seen), ..request.clone() };
    let fault =
        engine.execute(&Request::Meeting(Box::new(based_on(revision - 1))), &caller).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Stale);
    engine.execute(&Request::Meeting(Box::new(based_on(revision))), &caller).unwrap();
}

#[test]
fn master_data_are_taken_whole_or_not_at_all() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let mut rows = script::read(SCRIPTS[0]).unwrap().script.master;
    let seat = rows.iter().position(|row| matches!(row, MasterRow::Seat(_))).unwrap();
    rows.remove(seat);
    let request = Request::Master(MasterRequest { act: ActId::from_key("m"), rows });
    let fault = engine.execute(&request, &caller()).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Rejected);
    assert!(fault.message.contains("nicht angelegt"), "{fault}");
    assert!(engine.directory().persons.is_empty());
    assert!(engine.vault().master("person").unwrap().is_empty());
}

/// Arms that cannot be printed are refused before they are kept, with the reason.
#[test]
fn arms_that_are_no_picture_are_refused_in_words() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let rows = script::read(SCRIPTS[2]).unwrap().script.master;
    let body = rows.iter().find(|row| matches!(row, MasterRow::Body(_))).unwrap();
    let mut write = |arms: Graphic, key: &str| {
        let MasterRow::Body(mut body) = body.clone() else { unreachable!() };
        body.arms = Some(arms);
        let rows = vec![MasterRow::Body(body)];
        let request = Request::Master(MasterRequest { act: ActId::from_key(key), rows });
        engine.execute(&request, &caller())
    };
    let script = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";
    for (graphic, word) in [
        (Graphic::Base64("kein Bild".to_owned()), "kein lesbares Bild"),
        (Graphic::Svg("<svg".to_owned()), "keine lesbare SVG-Grafik"),
        (Graphic::Svg(script.to_owned()), "Skript"),
    ] {
        let fault = write(graphic, "arms").unwrap_err();
        assert_eq!(fault.code, ErrorCode::Rejected);
        assert!(fault.message.contains("Kreis Wiesenthal"), "{fault}");
        assert!(fault.message.contains(word), "{fault}");
    }
    let shield = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
                  <rect width='9' height='9'/></svg>";
    write(Graphic::Svg(shield.to_owned()), "good").unwrap();
    // The picture of a signature is judged the same way.
    let person = rows.iter().find(|row| matches!(row, MasterRow::Person(_))).unwrap();
    let MasterRow::Person(mut person) = person.clone() else { unreachable!() };
    person.signature = Some(Graphic::Svg(script.to_owned()));
    let words = format!("Unterschrift von {}", person.full_name());
    let rows = vec![MasterRow::Person(person)];
    let request = Request::Master(MasterRequest { act: ActId::from_key("signature"), rows });
    let fault = engine.execute(&request, &caller()).unwrap_err();
    assert!(fault.message.contains(&words) && fault.message.contains("Skript"), "{fault}");
}

/// So are pictures of a text: not one word of it is kept before all of it can be printed.
#[test]
fn pictures_of_a_text_that_cannot_be_printed_are_refused_in_words() {
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &script::read(SCRIPTS[1]).unwrap(), usize::MAX);
    let item = AgendaItemId::from_key("ds24-3");
    let texts = engine.texts(meeting).unwrap();
    let mut write = |graphics: &[&str], key: &str| {
        let picture = |graphic: &&str| {
            Block::Picture(Picture {
                graphic: Graphic::Svg((*graphic).to_owned()),
                alternative: "Lageplan".to_owned(),
                caption: String::new(),
            })
        };
        let text = RichText { blocks: graphics.iter().map(picture).collect() };
        let at = Moment::parse("2024-11-25T09:00+01:00").unwrap();
        let (act, command) = (ActId::from_key(key), Command::WriteText { item, text });
        let request = MeetingRequest { act, meeting, based_on: None, at, command };
        engine.execute(&Request::Meeting(Box::new(request)), &caller())?;
        engine.texts(meeting)
    };
    let good = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
                <rect width='9' height='9'/></svg>";
    let script = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";
    let outside = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
                   <image href='https://beispiel.example/a.png'/></svg>";
    for (bad, word) in [("<svg", "keine lesbare SVG"), (script, "Skript"), (outside, "verweist")] {
        let fault = write(&[good, bad], "pictures").unwrap_err();
        assert_eq!(fault.code, ErrorCode::Rejected);
        assert!(fault.message.contains("„Lageplan“") && fault.message.contains(word), "{fault}");
    }
    let kept = write(&[good], "good").unwrap();
    assert_ne!(kept, texts);
    // What is there stays there while the text around it changes.
    assert_eq!(write(&[good, good], "more").unwrap()[&item].pictures().len(), 2);
}

/// Non-public words lie in their own table from the first keystroke, and in no other.
/// A script sets what is settled otherwise than the profile; after a restart it still counts, and
/// what is settled later says nothing about a session that is prepared.
#[test]
fn what_a_script_settles_otherwise_than_the_profile_stays_with_its_session() {
    let home = tempfile::tempdir().unwrap();
    let mut script: serde_json::Value = serde_json::from_str(SCRIPTS[2]).unwrap();
    let committee = script["master"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|row| row["ruleProfile"].is_string())
        .unwrap();
    committee["localRules"] =
        serde_json::json!([{"reason": "Beschluss des Kreistags", "members": 5}]);
    let reading = script::read(&script.to_string()).unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &reading, usize::MAX);
    let mut row = engine
        .directory()
        .organizations
        .values()
        .find(|one| !one.local_rules.is_empty())
        .unwrap()
        .clone();
    let write = |engine: &mut Engine, rows: MasterRow, key: &str| {
        let request = MasterRequest { act: ActId::from_key(key), rows: vec![rows] };
        engine.execute(&Request::Master(request), &caller())
    };
    // Two for one day are refused in words.
    row.local_rules.push(row.local_rules[0].clone());
    let why = write(&mut engine, MasterRow::Organization(row.clone()), "zwei").unwrap_err();
    assert!(
        why.message.ends_with(
            "Abweichende Regel Nr. 2: In ihrem Zeitraum gilt schon eine andere abweichende Regel."
        ),
        "{}",
        why.message
    );
    row.local_rules.clear();
    write(&mut engine, MasterRow::Organization(row), "keine").unwrap();
    drop(engine);
    let mut engine = reopened(&home);
    let profile = engine.profile(meeting).unwrap().unwrap();
    assert_eq!(profile.members(17), 5);
    let state = engine.state(meeting).unwrap();
    assert!(!state.now.votes.is_empty());
    for vote in &state.now.votes {
        assert_eq!(vote.basis.quorum.base, 5);
        assert!(vote.basis.quorum.reasons.iter().any(|reason| {
            reason.text
                == "Abweichend vom Regelprofil gilt hier: Maßstab sind 5 Mitglieder. Grund: Beschluss des Kreistags."
        }));
    }
}

#[test]
fn non_public_text_is_kept_apart() {
    use sitzungsbuch_store::Part;
    let home = tempfile::tempdir().unwrap();
    let mut engine = fresh(&home);
    let meeting = play(&mut engine, &script::read(SCRIPTS[2]).unwrap(), usize::MAX).to_string();
    let words = |part| -> String {
        let drafts = engine.vault().drafts(&meeting, part).unwrap();
        drafts.iter().map(|draft| draft.body.as_str()).collect()
    };
    let (public, non_public) = (words(Part::Public), words(Part::NonPublic));
    for word in ["Bieters 3", "arbeitsgerichtlichen"] {
        assert!(non_public.contains(word), "{word}");
        assert!(!public.contains(word), "{word}");
    }
    assert!(public.contains("Serviceportal"));
}
