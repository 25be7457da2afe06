//! The types of the window as Rust writes them are the ones that the user interface is built on, and rule
//! profiles are what their schema says.
//! `UPDATE_EXPECTED=1 cargo test -p sitzungsbuch-tests --test schema` writes the file anew; the
//! TypeScript is then made of it by `npm run types` in ui/.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::run;
use serde_json::Value;
use std::collections::BTreeSet;

const FILE: &str = "ui/src/api/schema.json";

fn written() -> String {
    let home = tempfile::tempdir().unwrap();
    let ended = run(home.path(), ["schema", "window"]);
    assert_eq!(ended.status, 0, "{ended:#?}");
    ended.out
}

#[test]
fn the_schema_of_the_window_is_what_rust_writes() {
    let (file, written) = (program::root().join(FILE), written());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    assert_eq!(kept.lines().count(), written.lines().count(), "{FILE} is older than the types");
    for (number, (kept, written)) in kept.lines().zip(written.lines()).enumerate() {
        assert_eq!(kept, written, "{FILE}, line {}", number + 1);
    }
}

/// Every reference leads to a type, every type has its name, and a variant is told by its tag; one
/// without, by its only field, or it is a word.
#[test]
fn every_type_and_every_variant_has_a_name() {
    let schema: Value = serde_json::from_str(&written()).unwrap();
    let types = schema["definitions"].as_object().unwrap();
    for root in ["Order", "Answer", "Question", "Reply", "ApiError", "DeskStatus", "MeetingView"] {
        assert!(types.contains_key(root), "{root}");
    }
    for (name, one) in types {
        assert_eq!(one["title"], name.as_str());
        let mut references = BTreeSet::new();
        collect(one, &mut references);
        for reference in references {
            let target = reference.strip_prefix("#/definitions/").unwrap();
            assert!(types.contains_key(target), "{name} names {target}");
        }
        for option in one["oneOf"].as_array().into_iter().flatten() {
            let Some(variant) = option["$ref"].as_str() else {
                let only = option["properties"].as_object().map(serde_json::Map::len);
                let required = option["required"].as_array().map(Vec::len);
                let is_word = option["const"].is_string();
                assert!(is_word || (only, required) == (Some(1), Some(1)), "{name}: {option}");
                continue;
            };
            let variant = variant.trim_start_matches("#/definitions/");
            let fields = types[variant]["properties"].as_object().unwrap();
            assert_eq!(fields.values().filter(|field| field.get("const").is_some()).count(), 1);
        }
    }
}

/// The files that do not fit the schema of rule profiles, by other people's judge.
fn unfit(home: &std::path::Path, files: &[std::path::PathBuf]) -> Vec<String> {
    let ended = run(home, ["schema", "profile"]);
    assert_eq!(ended.status, 0, "{ended:#?}");
    let schema = home.join("profile.schema.json");
    std::fs::write(&schema, &ended.out).unwrap();
    let judged = std::process::Command::new(program::root().join(".venv/bin/python"))
        .arg(program::root().join("tests/tools/schema.py"))
        .arg(schema)
        .args(files)
        .output()
        .unwrap();
    let ended = program::Ended::of(judged);
    assert_eq!(ended.status, 0, "{ended:#?}");
    ended.out.lines().map(str::to_owned).collect()
}

fn profiles() -> Vec<std::path::PathBuf> {
    let folder = std::fs::read_dir(program::root().join("assets/rules")).unwrap();
    folder.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_rule_profile_fits_its_schema() {
    let home = tempfile::tempdir().unwrap();
    let files = profiles();
    assert!(files.len() > 40, "{}", files.len());
    assert_eq!(unfit(home.path(), &files), [""; 0]);
}

#[test]
fn a_broken_rule_profile_does_not_fit() {
    let home = tempfile::tempdir().unwrap();
    let sound = program::root().join("assets/rules/nw-kro-kreistag.json");
    let sound: Value = serde_json::from_str(&std::fs::read_to_string(sound).unwrap()).unwrap();
    let broken: [(&str, &str, Value); 9] = [
        ("no-such-field", "/quorum/quota", 1.into()),
        ("no-such-word", "/quorum/base", "everybody".into()),
        ("no-such-status", "/voting_statuses/0", "XY".into()),
        ("nothing-to-divide-by", "/quorum/threshold/den", 0.into()),
        ("not-whole", "/quorum/threshold/num", serde_json::json!(1.5)),
        ("another-day", "/valid_from", "1.7.2026".into()),
        ("version-0", "/version", 0.into()),
        ("without-source", "/sources", serde_json::json!([])),
        ("without-quorum", "/quorum", Value::Null),
    ];
    let files = broken.map(|(name, place, value)| {
        let (above, field) = place.rsplit_once('/').unwrap();
        let mut profile = sound.clone();
        match profile.pointer_mut(above).unwrap() {
            Value::Array(all) => all[field.parse::<usize>().unwrap()] = value,
            fields => fields[field] = value,
        }
        let file = home.path().join(format!("{name}.json"));
        std::fs::write(&file, profile.to_string()).unwrap();
        file
    });
    let found = unfit(home.path(), &files);
    let names: Vec<&str> =
        found.iter().filter_map(|line| line.split_once(".json")).map(|(n, _)| n).collect();
    assert_eq!(names, broken_names(&files), "{found:#?}");
}

fn broken_names(files: &[std::path::PathBuf]) -> Vec<&str> {
    files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap()).collect()
}

fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| collect(value, references)),
        Value::Object(fields) => {
            references.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| collect(value, references));
        }
        _ => {}
    }
}
