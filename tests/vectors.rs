//! The rule vectors against the program: each line answered as expected, in order. The arithmetic
//! itself is tested in core; this holds rules, profiles and command line together.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::Stdio;

fn answers(questions: &str) -> (i32, Vec<Value>) {
    let home = tempfile::tempdir().unwrap();
    let mut child = program::command(home.path())
        .arg("rules")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(questions.as_bytes()).unwrap();
    let ended = program::Ended::of(child.wait_with_output().unwrap());
    let lines = ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (ended.status, lines)
}

#[test]
fn every_vector_is_answered_as_expected() {
    let mut compared = 0;
    for file in ["quorum", "votes", "elections", "laender"] {
        let path = program::root().join(format!("tests/vectors/{file}.jsonl"));
        let questions = std::fs::read_to_string(path).unwrap();
        let (status, answers) = answers(&questions);
        assert_eq!(status, 0);
        assert_eq!(answers.len(), questions.lines().count());
        for (question, answer) in questions.lines().zip(&answers) {
            let question: Value = serde_json::from_str(question).unwrap();
            assert_eq!(question["id"], answer["id"]);
            for (field, expected) in question["expect"].as_object().unwrap() {
                assert_eq!(&answer[field], expected, "{} {field}: {answer}", question["id"]);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 547, "lines or fields are missing");
}

/// Every kind of question, every profile and every majority that a law names is asked for.
#[test]
fn every_rule_is_reached() {
    let mut asked = BTreeSet::new();
    for file in ["quorum", "votes", "elections", "laender"] {
        let path = program::root().join(format!("tests/vectors/{file}.jsonl"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let question: Value = serde_json::from_str(line).unwrap();
            for field in ["kind", "profile"] {
                asked.insert(question[field].as_str().unwrap().to_owned());
            }
            if let Some(id) = question["majority"]["id"].as_str() {
                asked.insert(id.to_owned());
            }
        }
    }
    let kinds =
        ["quorum", "vote", "participation", "election", "request", "wording"].map(str::to_owned);
    let mut wanted = BTreeSet::from(kinds);
    for entry in std::fs::read_dir(program::root().join("assets/rules")).unwrap() {
        let profile = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let profile: Value = serde_json::from_str(&profile).unwrap();
        wanted.insert(profile["id"].as_str().unwrap().to_owned());
        for majority in profile["vote"]["qualified"].as_array().into_iter().flatten() {
            wanted.insert(majority["id"].as_str().unwrap().to_owned());
        }
    }
    let missing: Vec<&String> = wanted.difference(&asked).collect();
    assert!(missing.is_empty(), "no line asks for {missing:#?}");
}

#[test]
fn an_unreadable_line_is_answered_with_an_error_and_the_next_one_as_usual() {
    let good = r#"{"id": "x", "kind": "vote", "profile": "nw-go-rat", "entitled": 3, "yes": 2, "no": 1, "abstain": 0, "invalid": 0, "method": "open"}"#;
    for bad in [
        "kein JSON".to_owned(),
        good.replace("nw-go-rat", "nirgends"),
        good.replace("\"yes\": 2", "\"yes\": -2"),
        good.replace("\"yes\": 2", "\"ja\": 2"),
        r#"{"id": "b", "kind": "quorum", "profile": "nw-kro-ausschuss", "seats": 3, "present": {"XY": 1}}"#.to_owned(),
        r#"{"id": "b", "kind": "quorum", "profile": "nw-kro-kreistag", "seats": 3, "present": {"SB": 1}}"#.to_owned(),
    ] {
        let (status, answers) = answers(&format!("{bad}\n{good}\n"));
        assert_eq!(status, 1, "{bad}");
        assert!(answers[0]["error"].is_string(), "{bad}: {answers:?}");
        assert_eq!(answers[1]["outcome"], "accepted", "{bad}");
    }
}
