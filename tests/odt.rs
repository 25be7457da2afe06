//! The documents of every script as ODT, judged by tools that others wrote (`tests/tools/odt.py`);
//! what is public does not depend on the closed part.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::run;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SCRIPTS: [&str; 5] = [
    "tests/scenarios/digitalisierung-2021.json",
    "tests/scenarios/digitalisierung-2024.json",
    "tests/scenarios/korrektur.json",
    "assets/sample/kreis-wiesenthal.json",
    "tests/scenarios/auf-der-kippe.json",
];

/// Items of these sessions that were decided, with their parts.
const EXCERPTS: [(&str, &str, &str); 4] = [
    ("tests/scenarios/korrektur.json", "public", "3"),
    ("assets/sample/kreis-wiesenthal.json", "public", "6"),
    ("assets/sample/kreis-wiesenthal.json", "non-public", "11"),
    ("tests/scenarios/auf-der-kippe.json", "public", "10"),
];

/// Plays a script and gives the file of its record.
fn record(home: &Path, script: &str) -> PathBuf {
    let file = program::root().join(script);
    run(home, ["play".as_ref(), file.as_os_str(), "--out".as_ref(), "out".as_ref()]).says(0, &[]);
    let script: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let name = home.join("out").join(script["meeting"]["id"].as_str().unwrap());
    name.with_added_extension("record.json")
}

/// Writes a part of a record as ODT.
fn written(home: &Path, record: &Path, part: &str, name: &str) -> PathBuf {
    of_record(home, record, &["--part", part], name)
}

/// Writes the excerpt of an item as ODT.
fn excerpt(home: &Path, record: &Path, (part, item): (&str, &str), name: &str) -> PathBuf {
    let asked = ["--document", "excerpt", "--part", part, "--item", item];
    of_record(home, record, &asked, name)
}

fn of_record(home: &Path, record: &Path, asked: &[&str], name: &str) -> PathBuf {
    let file = home.join(name);
    let (from, out) = (record.to_str().unwrap(), file.to_str().unwrap());
    run(home, ["minutes", "--record", from, "--out", out].iter().chain(asked)).says(0, &[]);
    file
}

/// The papers of the sample.
fn papers(home: &Path) -> Vec<PathBuf> {
    let script = program::root().join("assets/sample/kreis-wiesenthal.json");
    run(home, ["prepare".as_ref(), script.as_os_str(), "--vault".as_ref(), "tresor".as_ref()])
        .says(0, &[]);
    let numbers = ["20/041/2026", "12/019/2026", "12/019/2026/1-A", "12/021/2026"];
    let made = numbers.into_iter().map(|number| {
        let out = format!("vorlage-{}.odt", number.replace('/', "-"));
        let asked = ["minutes", "--document", "paper", "--paper", number];
        run(home, asked.iter().chain(&["--vault", "tresor", "--out", &out])).says(0, &[]);
        home.join(out)
    });
    made.collect()
}

fn judged(arguments: &[&str], files: &[PathBuf]) -> Output {
    let judge = program::root().join("tests/tools/odt.py");
    let mut python = Command::new(program::root().join(".venv/bin/python"));
    python.arg(judge).args(arguments).args(files).output().unwrap()
}

fn good(said: &Output) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(said.status.success(), "{}{}", text(&said.stdout), text(&said.stderr));
}

#[test]
fn other_programs_find_no_fault_and_every_paragraph_in_its_place() {
    let home = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (at, script) in SCRIPTS.iter().enumerate() {
        let record = record(home.path(), script);
        for part in ["complete", "public"] {
            files.push(written(home.path(), &record, part, &format!("{at}-{part}.odt")));
        }
        for (_, part, item) in EXCERPTS.iter().filter(|(own, ..)| own == script) {
            let name = format!("{at}-{part}-{item}.odt");
            files.push(excerpt(home.path(), &record, (*part, *item), &name));
        }
    }
    files.extend(papers(home.path()));
    good(&judged(&[], &files));
    // A judge that finds nothing in anything is none.
    good(&judged(&["--self-test"], &files[2..3]));
}

#[test]
fn the_public_file_is_the_same_without_the_closed_part() {
    let home = tempfile::tempdir().unwrap();
    for script in [SCRIPTS[1], SCRIPTS[2], SCRIPTS[3]] {
        let record = record(home.path(), script);
        let whole = written(home.path(), &record, "public", "whole.odt");
        let again = written(home.path(), &record, "public", "again.odt");
        let mut open: Value =
            serde_json::from_str(&std::fs::read_to_string(&record).unwrap()).unwrap();
        open.as_object_mut().unwrap().remove("nonPublic").unwrap();
        let hidden = open.as_object_mut().unwrap().remove("passages");
        assert_eq!(hidden.is_some(), script.contains("korrektur"));
        let open_record = home.path().join("open.json");
        std::fs::write(&open_record, open.to_string()).unwrap();
        let open = written(home.path(), &open_record, "public", "open.odt");
        let bytes = |file: &Path| std::fs::read(file).unwrap();
        assert!(bytes(&whole) == bytes(&again), "{script}");
        assert!(bytes(&whole) == bytes(&open), "{script}");
        let complete = written(home.path(), &record, "complete", "complete.odt");
        assert!(bytes(&whole) != bytes(&complete), "{script}");
        for (_, _, item) in
            EXCERPTS.iter().filter(|(own, part, _)| *own == script && *part == "public")
        {
            let of = ("public", *item);
            let [one, other] = [(&record, "e-whole.odt"), (&open_record, "e-open.odt")]
                .map(|(record, name)| excerpt(home.path(), record, of, name));
            assert!(bytes(&one) == bytes(&other), "{script}: {item}");
        }
    }
}
