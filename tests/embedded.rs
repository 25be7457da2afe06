//! The record that lies in a Niederschrift: other people's tools take it out, the program makes the
//! same file of it again, and a public file holds nothing that is not public. Signed in a vault, the
//! file is made again from there.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::run;
use serde_json::{Value, json};
use sitzungsbuch_app::core::{Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::{places, signatures};
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPTS: [&str; 3] = [
    "assets/sample/kreis-wiesenthal.json",
    "tests/scenarios/korrektur.json",
    "tests/scenarios/auf-der-kippe.json",
];

fn script(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(program::root().join(name)).unwrap()).unwrap()
}

/// Plays a script, and gives the beginning of the names of what came out.
fn play(home: &Path, script: &Value, name: &str) -> PathBuf {
    let file = home.join(format!("{name}.json"));
    std::fs::write(&file, script.to_string()).unwrap();
    run(home, ["play", file.to_str().unwrap(), "--out", name]).says(0, &[]);
    home.join(name).join(script["meeting"]["id"].as_str().unwrap())
}

/// A document of a record.
fn of_record(home: &Path, record: &Path, arguments: &[&str], out: &str) -> PathBuf {
    let out = home.join(out);
    let call = ["minutes", "--record", record.to_str().unwrap(), "--out", out.to_str().unwrap()];
    run(home, call.iter().chain(arguments)).says(0, &[]);
    out
}

fn bytes(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap()
}

fn said(tool: &str, arguments: &[&str], file: &Path) -> Vec<u8> {
    let mut command = Command::new(tool);
    let output = command.args(&arguments[..1]).arg(file).args(&arguments[1..]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// How many files pdfdetach sees.
fn embedded(file: &Path) -> String {
    let list = String::from_utf8(said("pdfdetach", &["-list"], file)).unwrap();
    list.split_terminator('\n').collect::<Vec<_>>().join(", ")
}

/// Takes the record out, as two tools see it.
fn taken_out(file: &Path) -> PathBuf {
    assert_eq!(embedded(file), "1 embedded files, 1: niederschrift.json");
    let out = file.with_extension("taken.json");
    let mut detach = Command::new("pdfdetach");
    detach.args(["-save", "1", "-o"]).arg(&out).arg(file);
    assert!(detach.status().unwrap().success());
    let qpdf = Command::new("qpdf").arg(file).arg("--show-attachment=niederschrift.json").output();
    assert!(qpdf.unwrap().stdout == bytes(&out), "qpdf and poppler differ");
    out
}

#[test]
fn the_record_taken_out_of_a_file_gives_the_same_file_again() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for name in SCRIPTS {
        let played = play(home, &script(name), "out");
        let record = played.with_added_extension("record.json");
        let complete = played.with_added_extension("niederschrift.pdf");
        let public = played.with_added_extension("niederschrift-oeffentlich.pdf");
        let closed = of_record(home, &record, &["--part", "non-public"], "closed.pdf");
        let mut read: Value = serde_json::from_slice(&bytes(&record)).unwrap();
        for part in ["plan/public", "public"] {
            let issue = read.pointer_mut(&format!("/{part}/issue")).unwrap();
            issue["edition"] = json!("reading");
        }
        let reading = home.join("reading.json");
        std::fs::write(&reading, read.to_string()).unwrap();
        let copy = of_record(home, &reading, &["--document", "reading"], "copy.pdf");
        for (file, arguments, whole) in [
            (complete, ["--part", "complete"], true),
            (public, ["--part", "public"], false),
            (closed, ["--part", "non-public"], true),
            (copy, ["--document", "reading"], false),
        ] {
            let taken = taken_out(&file);
            let again = of_record(home, &taken, &arguments, "again.pdf");
            assert!(bytes(&again) == bytes(&file), "{name}: {arguments:?}");
            let taken: Value = serde_json::from_slice(&bytes(&taken)).unwrap();
            assert_eq!(taken.get("nonPublic").is_some(), whole, "{name}: {arguments:?}");
        }
    }
}

/// A draft has no finished record, PDF/A-2 embeds no data, and the others show a part alone.
#[test]
fn drafts_other_documents_and_files_of_part_2_have_none() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let played = play(home, &script(SCRIPTS[0]), "out");
    let record = played.with_added_extension("record.json");
    let text = String::from_utf8(bytes(&record)).unwrap();
    let draft = home.join("draft.json");
    std::fs::write(&draft, text.replace("\"edition\": \"final\"", "\"edition\": \"draft\""))
        .unwrap();
    let public = ["--part", "public"];
    for (record, arguments) in [
        (&draft, &public[..]),
        (&record, &["--part", "public", "--archive", "2a"]),
        (&record, &["--document", "excerpt", "--part", "public", "--item", "6"]),
        (&record, &["--document", "invitation", "--part", "complete"]),
        (&record, &["--document", "proof", "--part", "complete"]),
    ] {
        let file = of_record(home, record, arguments, "none.pdf");
        assert_eq!(embedded(&file), "0 embedded files", "{arguments:?}");
    }
    assert!(embedded(&of_record(home, &record, &public, "one.pdf")).starts_with("1 "));
}

/// Other words in every redacted passage.
fn other_passages(value: &mut Value) {
    match value {
        Value::Object(fields) if fields.get("type").is_some_and(|kind| kind == "redacted") => {
            fields.insert("content".to_owned(), json!("Der Preis bleibt unter uns."));
        }
        Value::Object(fields) => fields.values_mut().for_each(other_passages),
        Value::Array(values) => values.iter_mut().for_each(other_passages),
        _ => {}
    }
}

/// Other titles, texts, wordings, counts and attachments behind closed doors.
fn other_secrets(script: &Value) -> Value {
    let mut script = script.clone();
    let agenda = script["meeting"]["plan"]["agenda"].as_array_mut().unwrap();
    let mut items = Vec::new();
    for item in agenda.iter_mut().filter(|item| item["part"] == "nonPublic") {
        items.push(item["id"].clone());
        item["name"] = json!("Verkauf der Grundstücke am Torfkanal");
        item["paper"] = json!("99/999/2026");
        item["proposal"] = json!({"blocks": [{"type": "paragraph", "content": "Verkauft."}]});
    }
    assert!(!items.is_empty());
    other_passages(&mut script["acts"]);
    let secret =
        json!({"blocks": [{"type": "paragraph", "content": "Der Preis bleibt unter uns."}]});
    for act in script["acts"].as_array_mut().unwrap() {
        let what = &mut act["do"];
        if items.contains(&what["item"]) {
            for field in ["text", "wordingPut"] {
                if what.get(field).is_some() {
                    what[field] = secret.clone();
                }
            }
        }
        if what["attachment"]["part"] == "nonPublic" {
            what["attachment"]["title"] = json!("Gutachten über die Grundstücke");
        }
    }
    script
}

#[test]
fn sessions_that_differ_behind_closed_doors_give_the_same_public_files() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for name in SCRIPTS {
        let one = script(name);
        let [one, two] = [("one", &one), ("two", &other_secrets(&one))].map(|(name, script)| {
            let played = play(home, script, name);
            let record = played.with_added_extension("record.json");
            let mut public = vec![played.with_added_extension("niederschrift-oeffentlich.pdf")];
            for (number, arguments) in [
                &["--part", "public", "--archive", "2a"][..],
                &["--document", "invitation", "--part", "public"],
                &["--document", "proof", "--part", "public"],
                &["--document", "sheet"],
                &["--document", "excerpt", "--part", "public", "--item", "3"],
            ]
            .iter()
            .enumerate()
            {
                let out = format!("{name}-{number}.pdf");
                public.push(of_record(home, &record, arguments, &out));
            }
            let excerpt = ["--document", "excerpt", "--part", "public", "--item", "3"];
            for (kind, arguments) in [("whole", &excerpt[2..4]), ("excerpt", &excerpt[..])] {
                let out = format!("{name}-{kind}.odt");
                public.push(of_record(home, &record, arguments, &out));
            }
            (bytes(&played.with_added_extension("niederschrift.pdf")), public)
        });
        assert!(one.0 != two.0, "{name}: nothing was changed");
        for (first, second) in one.1.iter().zip(&two.1) {
            assert!(bytes(first) == bytes(second), "{name}: {}", first.display());
        }
        let taken = String::from_utf8(bytes(&taken_out(&two.1[0]))).unwrap();
        for secret in ["Torfkanal", "bleibt unter uns", "99/999", "Gutachten über die"] {
            assert!(!taken.contains(secret), "{name}: {secret}");
        }
    }
}

fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-20T{clock}+01:00")).unwrap().timestamp()
}

#[test]
fn the_program_makes_a_signed_version_again_from_the_vault() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let meeting = "wiesenthal-2026-11-12";
    let file = program::root().join(SCRIPTS[0]);
    let vault = places::vault(home);
    let call = ["play", file.to_str().unwrap(), "--out", "out", "--vault", vault.to_str().unwrap()];
    run(home, call).says(0, &[]);
    let again = |arguments: &[&str]| {
        let call = ["minutes", "--meeting", meeting, "--sealed", "--out", "again.pdf"];
        run(home, call.iter().chain(arguments))
    };
    again(&["--part", "complete"]).says(2, &["noch nicht unterschrieben"]);
    again(&["--document", "proof", "--part", "complete"]).says(2, &["--sealed"]);
    again(&["--part", "complete", "--draft"]).says(2, &[]);
    assert!(!home.join("again.pdf").exists());

    let mut desk = Desk::new(home);
    let passphrase: Secret = serde_json::from_value(json!(program::PASSPHRASE)).unwrap();
    desk.unlock(&passphrase.passphrase().unwrap()).unwrap();
    let document = json!({"kind": "minutes", "scope": "complete"});
    let request = json!({"meeting": meeting, "document": document, "edition": "final"});
    let request: DocumentRequest = serde_json::from_value(request).unwrap();
    let original = desk.document(&request, at("10:02")).unwrap();
    let keys = signatures::sample_keys(&["Malte Siebrecht"], at("08:00").utc()).unwrap();
    let password: Secret = serde_json::from_value(json!(&*keys.password)).unwrap();
    let signed = json!({"meeting": meeting, "scope": "complete"});
    let signed: SignatureRequest = serde_json::from_value(signed).unwrap();
    desk.sign(signed, &keys.files[0], &password, at("10:02")).unwrap();
    drop(desk);

    again(&["--part", "complete"]).says(0, &["Byte für Byte"]);
    assert!(bytes(&home.join("again.pdf")) == original);
    again(&["--part", "public"]).says(2, &["noch nicht unterschrieben"]);
}
