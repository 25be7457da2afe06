//! The types of the window as Rust writes them are the ones that the user interface is built on.
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
