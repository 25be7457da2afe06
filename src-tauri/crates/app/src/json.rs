//! What is wrong with a JSON text, in German: the common words of serde, translated.
//!
//! It repairs nothing. What it does not know it calls by the technical words, which the caller may
//! add in any case. The field is named where the refused value stands at one place only.

use serde_json::{Error, Value};

/// More names than these are no help.
const NAMES: usize = 12;

/// The text without the byte order mark that some editors put before it.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// "Zeile 3, Spalte 5"; nothing if the fault does not know.
pub(crate) fn place(fault: &Error) -> Option<String> {
    (fault.line() > 0).then(|| format!("Zeile {}, Spalte {}", fault.line(), fault.column()))
}

/// One German sentence about a fault; `value` is what was read, if it is JSON at all.
pub(crate) fn explain(fault: &Error, value: Option<&Value>) -> String {
    let words = fault.to_string();
    let words = match fault.line() {
        0 => words.as_str(),
        _ => words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words),
    };
    let refused = words
        .strip_prefix("invalid type: ")
        .or_else(|| words.strip_prefix("invalid value: "))
        .and_then(|rest| rest.split_once(", expected "));
    let sentence = match refused {
        Some((given, wanted)) => {
            format!("Angegeben ist {}, erwartet wird {}.", given_words(given), wanted_words(wanted))
        }
        None => structure(words).or_else(|| syntax(words)).unwrap_or_else(|| other(words)),
    };
    let given = refused.map(|(given, _)| given).or_else(|| quoted(words, "unknown variant `"));
    match given.zip(value).and_then(|(given, value)| field_of(value, given)) {
        Some(field) => format!("Feld „{field}“: {sentence}"),
        None => sentence,
    }
}

fn quoted<'a>(words: &'a str, before: &str) -> Option<&'a str> {
    words.strip_prefix(before)?.split_once('`').map(|(name, _)| name)
}

/// Fields and variants.
fn structure(words: &str) -> Option<String> {
    let possible = || {
        let (_, names) = words.split_once(", expected ")?;
        let names: Vec<&str> = names.split('`').skip(1).step_by(2).collect();
        let some = names.iter().take(NAMES).copied().collect::<Vec<_>>().join(", ");
        let more = if names.len() > NAMES { " und andere" } else { "" };
        (!names.is_empty()).then(|| format!("; möglich sind: {some}{more}"))
    };
    let possible = possible().unwrap_or_default();
    if let Some(name) = quoted(words, "unknown field `") {
        return Some(format!("Das Feld „{name}“ ist hier nicht vorgesehen{possible}."));
    }
    if let Some(name) = quoted(words, "missing field `") {
        return Some(format!("Das Feld „{name}“ fehlt."));
    }
    if let Some(name) = quoted(words, "duplicate field `") {
        return Some(format!("Das Feld „{name}“ steht doppelt."));
    }
    let name = quoted(words, "unknown variant `")?;
    Some(format!("Die Angabe „{name}“ gibt es hier nicht{possible}."))
}

/// What is no JSON.
fn syntax(words: &str) -> Option<String> {
    let sentence = if words.starts_with("EOF while parsing") {
        "Der Text bricht mitten in einer Angabe ab; vielleicht fehlt eine schließende Klammer oder ein Anführungszeichen."
    } else if words == "expected value" || words == "expected ident" {
        "Hier steht keine gültige Angabe; Texte stehen in Anführungszeichen."
    } else if words == "key must be a string" {
        "Der Name eines Feldes muss in Anführungszeichen stehen."
    } else if words == "trailing comma" {
        "Vor einer schließenden Klammer steht ein Komma zu viel."
    } else if words == "trailing characters" {
        "Nach dem Ende folgt noch etwas."
    } else if words.starts_with("expected `,`") {
        "Es fehlt ein Komma oder eine schließende Klammer."
    } else if words.starts_with("expected `:`") {
        "Nach dem Namen eines Feldes fehlt der Doppelpunkt."
    } else if words.starts_with("control character") || words.contains("escape") {
        "Ein Text enthält ein Zeichen, das dort nicht stehen darf."
    } else if words.contains("number") {
        "Eine Zahl ist nicht lesbar."
    } else if words == "recursion limit exceeded" {
        "Die Angaben sind zu tief verschachtelt."
    } else {
        return None;
    };
    Some(sentence.to_owned())
}

/// Words of our own types and of the calendar.
fn other(words: &str) -> String {
    if words.starts_with("invalid length") {
        "Eine Liste hat nicht die richtige Länge.".to_owned()
    } else if words.contains("characters a-z") {
        let text = words.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
        let text = text.map_or("", |(text, _)| text);
        format!(
            "„{text}“ ist keine Kennung; erlaubt sind 1 bis 64 Zeichen aus a–z, 0–9, „-“, „_“ und „.“."
        )
    } else if words.contains("input") {
        "Ein Datum oder eine Uhrzeit ist nicht lesbar.".to_owned()
    } else {
        "Eine Angabe ist nicht verständlich.".to_owned()
    }
}

fn given_words(given: &str) -> String {
    let number = quoted(given, "integer `").or_else(|| quoted(given, "floating point `"));
    if let Some(number) = number {
        format!("die Zahl {number}")
    } else if let Some(value) = quoted(given, "boolean `") {
        format!("der Wert {value}")
    } else if let Some(text) = given.strip_prefix("string ") {
        format!("der Text „{}“", text.trim_matches('"'))
    } else {
        match given {
            "null" | "Option value" | "unit value" => "nichts (null)".to_owned(),
            "map" => "ein Objekt".to_owned(),
            "sequence" => "eine Liste".to_owned(),
            other => other.to_owned(),
        }
    }
}

fn wanted_words(wanted: &str) -> &str {
    match wanted {
        "u8" | "u16" | "u32" | "u64" | "usize" => "eine ganze Zahl ab 0",
        "i8" | "i16" | "i32" | "i64" | "isize" => "eine ganze Zahl",
        "a string" | "string" | "a borrowed string" => "ein Text",
        "a boolean" => "true oder false",
        "a sequence" => "eine Liste",
        wanted if wanted.starts_with("struct") || wanted.starts_with("internally tagged") => {
            "ein Objekt"
        }
        wanted if wanted.contains("map") || wanted.contains("object") => "ein Objekt",
        wanted if wanted.contains("sequence") || wanted.contains("array") => "eine Liste",
        wanted if wanted.contains("date") || wanted.contains("time") => {
            "ein Datum oder eine Uhrzeit"
        }
        wanted => wanted,
    }
}

/// The field with the refused value, if there is only one such.
fn field_of(value: &Value, given: &str) -> Option<String> {
    let mut found = Vec::new();
    search(value, given, "", &mut found);
    match found.as_slice() {
        [one] if !one.is_empty() => Some(one.clone()),
        _ => None,
    }
}

fn search(value: &Value, given: &str, name: &str, found: &mut Vec<String>) {
    let fits = match value {
        Value::Null => given == "null" || given == "unit value",
        Value::Bool(value) => given == format!("boolean `{value}`"),
        Value::Number(number) => {
            given == format!("integer `{number}`") || given == format!("floating point `{number}`")
        }
        Value::String(text) => given == format!("string {text:?}") || given == text,
        Value::Array(_) => given == "sequence",
        Value::Object(_) => given == "map",
    };
    if fits {
        found.push(name.to_owned());
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| search(item, given, name, found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| search(field, given, name, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::PersonId;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    #[expect(dead_code, reason = "read, never looked at")]
    struct Sample {
        count: u16,
        #[serde(default)]
        kind: Option<Kind>,
        #[serde(default)]
        person: Option<PersonId>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Kind {
        Open,
        Secret,
    }

    #[test]
    fn the_common_faults_are_told_in_german() {
        for (text, expected) in [
            (
                r#"{"count": 1, "farbe": 2}"#,
                "Das Feld „farbe“ ist hier nicht vorgesehen; möglich sind: count, kind, person.",
            ),
            ("{}", "Das Feld „count“ fehlt."),
            (r#"{"count": 1, "count": 2}"#, "Das Feld „count“ steht doppelt."),
            (
                r#"{"count": "viele"}"#,
                "Feld „count“: Angegeben ist der Text „viele“, erwartet wird eine ganze Zahl ab 0.",
            ),
            (
                r#"{"count": -2}"#,
                "Feld „count“: Angegeben ist die Zahl -2, erwartet wird eine ganze Zahl ab 0.",
            ),
            (
                r#"{"count": null}"#,
                "Feld „count“: Angegeben ist nichts (null), erwartet wird eine ganze Zahl ab 0.",
            ),
            (
                r#"{"count": 1, "kind": "quer"}"#,
                "Feld „kind“: Die Angabe „quer“ gibt es hier nicht; möglich sind: open, secret.",
            ),
            (
                r#"{"count": 1, "person": "Weiß"}"#,
                "„Weiß“ ist keine Kennung; erlaubt sind 1 bis 64 Zeichen aus a–z, 0–9, „-“, „_“ und „.“.",
            ),
            (
                r#"{"count": "#,
                "Der Text bricht mitten in einer Angabe ab; vielleicht fehlt eine schließende Klammer oder ein Anführungszeichen.",
            ),
            ("kein JSON", "Hier steht keine gültige Angabe; Texte stehen in Anführungszeichen."),
            (r"{count: 1}", "Der Name eines Feldes muss in Anführungszeichen stehen."),
            (r#"{"count": 1 "kind": 2}"#, "Es fehlt ein Komma oder eine schließende Klammer."),
            (r#"{"count": 1,}"#, "Vor einer schließenden Klammer steht ein Komma zu viel."),
            ("[]", "Eine Liste hat nicht die richtige Länge."),
            ("7", "Angegeben ist die Zahl 7, erwartet wird ein Objekt."),
        ] {
            let fault = serde_json::from_str::<Sample>(text).unwrap_err();
            let value = serde_json::from_str(text).ok();
            assert_eq!(explain(&fault, value.as_ref()), expected, "{fault}");
        }
    }
}
