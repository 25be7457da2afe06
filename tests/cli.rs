//! The command line with bad input: a clear German message, the right exit status, nothing lost.
//! Every refusal is followed by a look at the vault: it holds what it held before.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::{Ended, PASSPHRASE, run};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A folder with a small script in it.
struct Place {
    home: tempfile::TempDir,
    script: Value,
}

impl Place {
    fn new() -> Self {
        let file = program::root().join("tests/scenarios/korrektur.json");
        let script = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        Self { home: tempfile::tempdir().unwrap(), script }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn acts(&mut self) -> &mut Vec<Value> {
        self.script["acts"].as_array_mut().unwrap()
    }

    /// Index of the first act of a type.
    fn first(&mut self, kind: &str) -> usize {
        self.acts().iter().position(|act| act["do"]["type"] == kind).unwrap()
    }

    fn play(&self) -> Ended {
        std::fs::write(self.path("script.json"), self.script.to_string()).unwrap();
        let [script, out, vault] =
            ["script.json", "out", "v.sitzungsbuch"].map(|name| self.path(name));
        run(
            self.home.path(),
            [
                "play".as_ref(),
                script.as_os_str(),
                "--out".as_ref(),
                out.as_os_str(),
                "--vault".as_ref(),
                vault.as_os_str(),
            ],
        )
    }

    fn journal(&self, arguments: &[&str]) -> Ended {
        let vault = self.path("v.sitzungsbuch");
        let fixed = ["journal", "--vault", vault.to_str().unwrap()];
        run(self.home.path(), fixed.iter().chain(arguments))
    }

    /// Plays with one more act at the end and gives the run; the vault must not have moved by it.
    fn refused(&mut self, act: Value, status: i32, words: &[&str]) {
        assert_eq!(self.play().status, 0);
        let before = self.journal(&["--canonical"]).out;
        self.acts().push(act);
        self.play().says(status, words);
        assert_eq!(self.journal(&["--canonical"]).out, before);
        self.acts().pop();
    }
}

fn act(at: &str, command: &Value) -> Value {
    json!({"at": at, "do": command})
}

#[test]
fn a_wrong_or_missing_passphrase_opens_nothing() {
    let place = Place::new();
    place.play().says(0, &[]);
    let before = files(&place.path("v.sitzungsbuch"));
    let wrong = program::command(place.home.path())
        .env("SITZUNGSBUCH_PASSPHRASE", "falsch")
        .args(["journal", "--vault"])
        .arg(place.path("v.sitzungsbuch"))
        .output()
        .unwrap();
    Ended::of(wrong).says(3, &["Kennwort", "nicht verändert"]);
    let none = program::command(place.home.path())
        .env_remove("SITZUNGSBUCH_PASSPHRASE")
        .args(["journal", "--vault"])
        .arg(place.path("v.sitzungsbuch"))
        .output()
        .unwrap();
    Ended::of(none).says(2, &["kein Kennwort", "--passphrase-file"]);
    assert_eq!(files(&place.path("v.sitzungsbuch")), before);
}

/// Names and content of the files that hold data; reading may leave empty side files of SQLite.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_name() != "lock")
        .filter(|entry| !entry.file_name().to_str().unwrap().ends_with("-shm"))
        .filter(|entry| entry.metadata().unwrap().len() > 0)
        .map(|entry| {
            (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_passphrase_is_the_first_line_of_its_file() {
    let place = Place::new();
    place.play().says(0, &[]);
    let file = place.path("kennwort");
    std::fs::write(&file, format!("{PASSPHRASE}\nzweite Zeile\n")).unwrap();
    let ended = program::command(place.home.path())
        .env_remove("SITZUNGSBUCH_PASSPHRASE")
        .args(["journal", "verify", "--passphrase-file"])
        .arg(&file)
        .arg("--vault")
        .arg(place.path("v.sitzungsbuch"))
        .output()
        .unwrap();
    Ended::of(ended).says(0, &[]);
}

#[test]
fn a_folder_that_is_no_vault_is_left_alone() {
    let place = Place::new();
    std::fs::create_dir(place.path("v.sitzungsbuch")).unwrap();
    std::fs::write(place.path("v.sitzungsbuch/brief.txt"), "Guten Tag").unwrap();
    place.journal(&[]).says(3, &["kein Tresor", "nichts angelegt"]);
    place.play().says(3, &["kein Tresor"]);
    let left = files(&place.path("v.sitzungsbuch"));
    assert_eq!(left, [("brief.txt".to_owned(), b"Guten Tag".to_vec())]);
    std::fs::remove_dir_all(place.path("v.sitzungsbuch")).unwrap();
    place.journal(&[]).says(3, &["kein Tresor"]);
    assert!(!place.path("v.sitzungsbuch").exists());
}

/// Runs the helper that opens a vault with other people's libraries.
fn from_outside(place: &Place, what: &str) -> Ended {
    let python = program::root().join(".venv/bin/python");
    let output = std::process::Command::new(python)
        .arg(program::root().join("tests/tools/vault.py"))
        .arg(place.path("v.sitzungsbuch"))
        .arg(what)
        .env("SITZUNGSBUCH_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    Ended::of(output)
}

#[test]
fn another_implementation_of_sqlcipher_4_reads_the_vault() {
    let mut place = Place::new();
    place.play().says(0, &[]);
    let ended = from_outside(&place, "kinds");
    assert_eq!(ended.status, 0, "{ended:#?}");
    let ours: Vec<String> =
        place.journal(&[]).out.lines().map(|l| l.split('\t').nth(5).unwrap().to_owned()).collect();
    assert_eq!(ended.out.lines().collect::<Vec<_>>(), ours);
    assert!(ours.len() > place.acts().len());
}

#[test]
fn a_broken_chain_is_found_and_the_session_can_only_be_read() {
    let mut place = Place::new();
    place.play().says(0, &[]);
    assert_eq!(from_outside(&place, "tamper").status, 0);
    let verify = place.journal(&["verify"]);
    verify.says(1, &[]);
    assert!(verify.out.contains("gebrochen bei Eintrag 3"), "{verify:?}");
    place.journal(&[]).says(0, &["nicht unversehrt"]);
    let last = place.acts().last().unwrap()["at"].as_str().unwrap().to_owned();
    let text = json!({"type": "writeText", "item": first_item(&place), "text": {"blocks": []}});
    place.acts().push(act(&last, &text));
    place.play().says(3, &["beschädigt", "gelesen", "nichts geändert"]);
}

#[test]
fn a_vault_of_a_newer_program_is_refused_and_left_alone() {
    let place = Place::new();
    place.play().says(0, &[]);
    assert_eq!(from_outside(&place, "newer").status, 0);
    let before = files(&place.path("v.sitzungsbuch"));
    place.journal(&[]).says(3, &["neueren Fassung", "nicht verändert"]);
    place.play().says(3, &["neueren Fassung"]);
    assert_eq!(files(&place.path("v.sitzungsbuch")), before);
}

#[test]
fn a_vault_in_use_is_refused() {
    let place = Place::new();
    place.play().says(0, &[]);
    let lock =
        std::fs::File::options().write(true).open(place.path("v.sitzungsbuch/lock")).unwrap();
    lock.try_lock().unwrap();
    place.journal(&[]).says(3, &["bereits geöffnet", "nichts verändert"]);
    drop(lock);
    place.journal(&[]).says(0, &[]);
}

#[test]
fn unknown_fields_and_broken_scripts_are_named_by_line() {
    let mut place = Place::new();
    let first = place.first("openMeeting");
    place.acts()[first]["do"]["farbe"] = json!("rot");
    place.play().says(2, &["Skript ist nicht lesbar", "farbe", "nichts gespeichert"]);
    assert!(!place.path("v.sitzungsbuch").exists());
    place.script = json!({"format": 1});
    place.play().says(2, &["Skript ist nicht lesbar"]);
    place.script = json!("{");
    place.play().says(2, &["Skript ist nicht lesbar"]);
    run(place.home.path(), ["play", "nirgends.json", "--out", "out"])
        .says(2, &["nirgends.json", "nicht lesbar"]);
}

#[test]
fn unknown_persons_are_named_as_the_script_names_them() {
    let mut place = Place::new();
    let last = place.acts().last().unwrap()["at"].as_str().unwrap().to_owned();
    let arrival = json!({"type": "recordArrival", "person": "niemand"});
    place.refused(act(&last, &arrival), 2, &["„niemand“ ist nicht angelegt", "sind gespeichert"]);
}

#[test]
fn times_that_cannot_be_are_refused() {
    let mut place = Place::new();
    let day = place.script["meeting"]["plan"]["start"].as_str().unwrap()[..10].to_owned();
    let mut guest = place.script["master"].as_array().unwrap().iter();
    let guest = guest.rfind(|row| row["noun"] == "person").unwrap()["id"].clone();
    let admit = json!({"type": "admitAttendee", "person": guest, "capacity": "guest"});
    let mut early = act("2000-01-01T12:00", &admit);
    early["entered"] = json!(format!("{day}T23:30"));
    place.refused(early, 2, &["vor dem Tag der Sitzung", "nicht übernommen"]);
    let backwards = act("2000-01-01T12:00", &admit);
    place.refused(backwards, 2, &["Die Uhr geht nach", "nicht übernommen"]);
    let mut future = act(&format!("{day}T23:59"), &admit);
    future["entered"] = json!(format!("{day}T23:00"));
    place.refused(future, 2, &["in der Zukunft"]);
    place.refused(act("gestern", &admit), 2, &["keine Uhrzeit"]);
}

#[test]
fn a_departure_before_the_same_persons_arrival_is_refused() {
    let mut place = Place::new();
    let arrival = place.first("recordArrival");
    let arrival = place.acts()[arrival].clone();
    let open = place.first("openMeeting");
    let opened = place.acts()[open]["at"].as_str().unwrap().to_owned();
    let depart = json!({"type": "recordDeparture", "person": arrival["do"]["person"]});
    place.script["acts"].as_array_mut().unwrap().truncate(0);
    let full = Place::new();
    let upto = full.script["acts"].as_array().unwrap();
    let end = upto.iter().position(|act| *act == arrival).unwrap();
    *place.acts() = upto[..=end].to_vec();
    let mut late = act(&opened, &depart);
    late["entered"] = arrival["entered"].as_str().map_or(arrival["at"].clone(), |at| json!(at));
    place.refused(late, 2, &["kann nicht vorher gegangen sein"]);
}

#[test]
fn more_votes_than_entitled_need_a_note() {
    let mut place = Place::new();
    let vote = place.first("recordVote");
    place.acts().truncate(vote);
    let at = place.acts().last().unwrap()["at"].as_str().unwrap().to_owned();
    let count = json!({"yes": 90, "no": 0, "abstain": 0});
    let mut command = json!({
        "type": "recordVote", "item": first_item(&place),
        "wordingPut": {"blocks": [{"type": "paragraph", "content": "Dem Antrag wird zugestimmt."}]},
        "tally": {"kind": "counted", "count": count}, "announced": "accepted"
    });
    place.refused(act(&at, &command), 2, &["90 Stimmen bei", "Bemerkung"]);
    command["note"] = json!("Der Vorsitz hat dieses Ergebnis so bekannt gegeben.");
    place.acts().push(act(&at, &command));
    place.play().says(0, &["90 Stimmen bei"]);
    assert!(place.journal(&["--canonical"]).out.contains("\"outcome\":\"inconsistent\""));
}

fn first_item(place: &Place) -> Value {
    place.script["meeting"]["plan"]["agenda"][0]["id"].clone()
}

#[test]
fn wrong_calls_are_answered_in_german() {
    let home = tempfile::tempdir().unwrap();
    for (arguments, words) in [
        (&["spielen"][..], &["Diesen Befehl gibt es nicht", "spielen"][..]),
        (&["play", "x.json"], &["Es fehlt eine Angabe", "--out"]),
        (&["play", "--schnell"], &["nicht bekannt", "--schnell"]),
        (&["schema", "roman"], &["nicht möglich", "roman"]),
    ] {
        run(home.path(), arguments).says(2, words);
    }
    let help = run(home.path(), ["play", "--help"]);
    assert_eq!(help.status, 0);
    for english in ["Options", "Usage", "Arguments", "Print"] {
        assert!(!help.out.contains(english), "{help:?}");
    }
}

#[test]
fn the_schema_of_scripts_is_json_schema() {
    let home = tempfile::tempdir().unwrap();
    let ended = run(home.path(), ["schema", "script"]);
    let schema: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "Script");
}

/// Papers come with the master data of a script, are told by their number, and are refused in words.
#[test]
fn papers_are_kept_printed_and_refused() {
    let mut place = Place::new();
    let paper = |id: &str, number: &str| {
        json!({"noun": "paper", "id": id, "body": "moorbeck", "reference": number,
            "name": "Förderung der Musikschule", "paperType": "Sitzungsvorlage", "part": "public",
            "sections": [{"type": "text", "kind": "facts",
                "text": {"blocks": [{"type": "paragraph", "content": "Ein Satz."}]}}]})
    };
    let rows = place.script["master"].as_array_mut().unwrap();
    rows.extend([paper("eins", "VI/3628/XVI/2025"), paper("zwei", "")]);
    place.play().says(0, &[]);
    let vault = place.path("v.sitzungsbuch");
    let print = |arguments: &[&str]| {
        let fixed = ["minutes", "--vault", vault.to_str().unwrap(), "--out", "vorlage.pdf"];
        run(place.home.path(), fixed.iter().chain(arguments))
    };
    for number in ["VI/3628/XVI/2025", "zwei"] {
        print(&["--document", "paper", "--paper", number, "--draft"]).says(0, &[]);
        assert!(std::fs::read(place.path("vorlage.pdf")).unwrap().starts_with(b"%PDF-"));
    }
    print(&["--document", "paper", "--paper", "VI/1"]).says(2, &["„VI/1“ ist nicht angelegt"]);
    print(&["--paper", "VI/1"]).says(2, &["gehört zu „--document paper“"]);
    let part = ["--document", "paper", "--paper", "zwei", "--part", "public"];
    print(&part).says(2, &["hat keine Teile"]);
    let record = ["minutes", "--record", "out/korrektur-2025-03-06.record.json", "--out", "v.pdf"];
    let asked = record.iter().chain(&["--document", "paper", "--paper", "zwei"]);
    run(place.home.path(), asked).says(2, &[]);

    let refused = |row: Value, words: &[&str]| {
        let mut place = Place::new();
        place.script["master"].as_array_mut().unwrap().extend([paper("eins", "1/25"), row]);
        let said = place.play();
        assert_ne!(said.status, 0, "{said:#?}");
        said.says(said.status, words);
    };
    refused(paper("zwei", "1/25"), &["Vorlage „zwei“: Die Nummer hat schon eine andere Vorlage."]);
    let mut nobody = paper("zwei", "2/25");
    nobody["editors"] = json!([{"person": "niemand"}]);
    refused(nobody, &["Person „niemand“ ist nicht angelegt."]);
    let mut slot = paper("zwei", "2/25");
    slot["sections"][0]["text"]["blocks"] = json!([{"type": "fact", "fact": {"of": "opening"}}]);
    refused(slot, &["Abschnitt 1: Der Text fehlt."]);
}
