//! What a script says, as it is expected to stand in a document.

use super::tagged::plain;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a script says, as far as it stands on paper.
pub(crate) struct Facts {
    /// Names of persons by key.
    pub(crate) names: BTreeMap<String, String>,
    /// Acts that were not taken back, with those that replaced others.
    pub(crate) acts: Vec<Value>,
}

impl Facts {
    pub(crate) fn of(script: &Value) -> Self {
        let rows = script["master"].as_array().unwrap();
        let names = rows
            .iter()
            .filter(|row| row["noun"] == "person")
            .map(|row| {
                let parts = ["title", "givenName", "familyName"];
                let name = parts.map(|part| row[part].as_str().unwrap_or_default()).join(" ");
                (row["id"].as_str().unwrap().to_owned(), plain(&name))
            })
            .collect();
        let all = script["acts"].as_array().unwrap();
        let corrected: Vec<&Value> = all.iter().filter_map(|act| act["do"].get("act")).collect();
        let standing = all.iter().filter(|act| !corrected.contains(&&act["act"]));
        let acts = standing
            .filter_map(|act| match act["do"]["type"].as_str().unwrap() {
                "correct" => {
                    let command = act["do"].get("replacement")?.clone();
                    Some(serde_json::json!({"at": act["at"], "do": command}))
                }
                _ => Some(act.clone()),
            })
            .collect();
        Self { names, acts }
    }

    pub(crate) fn all(&self, kind: &str) -> impl Iterator<Item = &Value> {
        let acts = self.acts.iter().filter(move |act| act["do"]["type"] == kind);
        acts.map(|act| &act["do"])
    }

    pub(crate) fn name(&self, key: &Value) -> &str {
        &self.names[key.as_str().unwrap()]
    }

    /// `16:32` of the first act of a kind.
    pub(crate) fn time(&self, kind: &str) -> &str {
        let act = self.acts.iter().find(|act| act["do"]["type"] == kind).unwrap();
        &act["at"].as_str().unwrap()[11..16]
    }

    /// Items of the agenda in its last order, those added in the session included.
    pub(crate) fn items(&self, script: &Value) -> Vec<Value> {
        let plan = script["meeting"]["plan"]["agenda"].as_array().unwrap().clone();
        let added = self.all("addItem").map(|add| add["item"].clone());
        let mut items: Vec<Value> = plan.into_iter().chain(added).collect();
        for moved in self.all("moveItem") {
            let place = |items: &[Value], id: &Value| items.iter().position(|one| one["id"] == *id);
            let item = items.remove(place(&items, &moved["item"]).unwrap());
            let after = place(&items, &moved["after"]).unwrap();
            items.insert(after + 1, item);
        }
        items
    }

    /// Everybody who chaired.
    pub(crate) fn chairs(&self) -> BTreeSet<&str> {
        let taken = self.all("openMeeting").chain(self.all("changeChair"));
        taken.map(|act| act["chair"].as_str().unwrap()).collect()
    }

    /// The last text of an item.
    pub(crate) fn text(&self, item: &Value) -> Option<&Value> {
        self.all("writeText").filter(|write| write["item"] == *item).last().map(|w| &w["text"])
    }
}

/// The words of inline content, footnotes left out.
fn words(content: &Value) -> String {
    plain(&signs(content))
}

fn signs(content: &Value) -> String {
    let run = |run: &Value| match run["type"].as_str() {
        Some("redacted") => signs(&run["content"]),
        _ => run["text"].as_str().or(run["href"].as_str()).unwrap_or_default().to_owned(),
    };
    match content {
        Value::String(text) => text.clone(),
        Value::Array(runs) => runs.iter().map(run).collect(),
        _ => String::new(),
    }
}

/// The words of every run of redacted passages, notes too.
pub(crate) fn redacted(value: &Value, within: bool, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let within = within || fields.get("type").is_some_and(|kind| kind == "redacted");
            let text = fields.get("text").or(fields.get("content")).and_then(Value::as_str);
            found.extend(text.filter(|_| within).map(plain));
            fields.values().for_each(|value| redacted(value, within, found));
        }
        Value::Array(values) => values.iter().for_each(|value| redacted(value, within, found)),
        _ => {}
    }
}

/// Paragraphs of a text, those in lists included, without footnotes inside.
pub(crate) fn paragraphs(blocks: &Value, found: &mut Vec<String>) {
    for block in blocks.as_array().into_iter().flatten() {
        match block["type"].as_str().unwrap() {
            "paragraph" | "heading" if !block["content"].to_string().contains("\"footnote\"") => {
                found.push(words(&block["content"]));
            }
            "list" => {
                block["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .for_each(|i| paragraphs(&i["blocks"], found));
            }
            "quote" => paragraphs(&block["blocks"], found),
            _ => {}
        }
    }
}
