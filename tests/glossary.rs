//! The glossary and the core say the same words: every `code` of assets/glossary.toml is a public
//! name of the core (or of the crate that the term names as its home), and every public type of the
//! core's noun modules is explained there. It does not judge whether a translation is good. The scanners are tried on planted faults at the end.
#![cfg(test)]

mod support {
    pub(crate) mod files;
    pub(crate) mod source;
}

use std::collections::BTreeSet;

use support::{files, source};
use toml::{Table, Value};

const GLOSSARY: &str = "assets/glossary.toml";
const CRATES: &str = "src-tauri/crates/";

/// The modules of the core that hold the nouns of the trade.
const NOUN_MODULES: [&str; 10] = [
    "organization",
    "person",
    "membership",
    "meeting",
    "agenda_item",
    "motion",
    "paper",
    "proceeding",
    "template",
    "text_module",
];

/// Public types of the noun modules that are technical and mean nothing to a clerk.
const TECHNICAL: [&str; 6] =
    ["MAX_CODE", "ModuleFault", "MAX_WORDS", "PaperFault", "TemplateFault", "USUAL"];

/// Object types of OParl 1.1; a term may name one, or one of its properties (`AgendaItem.result`).
const OPARL: [&str; 11] = [
    "AgendaItem",
    "Body",
    "Consultation",
    "File",
    "LegislativeTerm",
    "Location",
    "Meeting",
    "Membership",
    "Organization",
    "Paper",
    "Person",
];

#[derive(Debug)]
struct Term {
    code: String,
    german: String,
    oparl: Option<String>,
    /// The crate that has the name.
    home: String,
}

#[test]
fn every_term_is_a_public_name() {
    let mut missing = Vec::new();
    let terms = terms();
    let homes: BTreeSet<&str> = terms.iter().map(|term| term.home.as_str()).collect();
    for home in homes {
        let names = names_of(home, |_| true);
        assert!(!names.is_empty(), "the source of {home} was not found");
        missing.extend(missing_in_code(&terms, home, &names));
    }
    assert!(missing.is_empty(), "in {GLOSSARY}, but not in the code: {missing:#?}");
}

#[test]
fn every_noun_of_the_core_is_explained() {
    let terms = terms();
    let names = names_of("core", is_noun_module);
    assert!(!names.is_empty(), "no noun module of core was found");
    let missing = missing_in_glossary(&terms, &names);
    assert!(missing.is_empty(), "in the core, but not in {GLOSSARY}: {missing:#?}");
    let idle: Vec<_> = TECHNICAL.iter().filter(|name| !names.contains(**name)).collect();
    assert!(idle.is_empty(), "excused here, but no longer in the core: {idle:?}");
}

#[test]
fn terms_are_told_apart() {
    let terms = terms();
    let codes: BTreeSet<&str> = terms.iter().map(|term| term.code.as_str()).collect();
    assert_eq!(codes.len(), terms.len(), "a code stands twice in {GLOSSARY}");
    for term in &terms {
        assert!(!term.german.is_empty(), "{}: no German word", term.code);
    }
}

#[test]
fn oparl_nouns_are_those_of_the_standard() {
    for term in terms() {
        if let Some(noun) = &term.oparl {
            let object = noun.split('.').next().unwrap_or(noun);
            assert!(OPARL.contains(&object), "{}: OParl has no {noun}", term.code);
        }
    }
}

fn is_noun_module(name: &str) -> bool {
    let module = name.split(['/', '.']).next();
    module.is_some_and(|module| NOUN_MODULES.contains(&module))
}

fn terms() -> Vec<Term> {
    parse_terms(&files::text(GLOSSARY).expect("the glossary is text"))
}

fn parse_terms(text: &str) -> Vec<Term> {
    let table: Table = text.parse().unwrap_or_else(|error| panic!("{GLOSSARY}: {error}"));
    assert!(table.keys().eq(["term"]), "{GLOSSARY} holds [[term]] and nothing else");
    let list = table["term"].as_array().expect("term is a list");
    list.iter().map(term).collect()
}

fn term(value: &Value) -> Term {
    let table = value.as_table().expect("a term is a table");
    for key in table.keys() {
        let known =
            ["code", "german", "meaning", "statute", "oparl", "home"].contains(&key.as_str());
        assert!(known, "{GLOSSARY}: a term has no {key}");
    }
    let text = |key: &str| {
        let text = table.get(key).and_then(Value::as_str).map(str::to_owned);
        assert!(text.as_ref().is_none_or(|t| !t.trim().is_empty()), "{GLOSSARY}: empty {key}");
        text
    };
    let needed =
        |key: &str| text(key).unwrap_or_else(|| panic!("{GLOSSARY}: {key} missing: {table:?}"));
    let meaning = needed("meaning");
    assert!(meaning.ends_with('.'), "{GLOSSARY}: the meaning is no sentence: {meaning}");
    Term {
        code: needed("code"),
        german: needed("german"),
        oparl: text("oparl"),
        home: text("home").unwrap_or_else(|| "core".to_owned()),
    }
}

fn missing_in_code<'a>(terms: &'a [Term], home: &str, names: &BTreeSet<String>) -> Vec<&'a str> {
    let codes = terms.iter().filter(|term| term.home == home).map(|term| term.code.as_str());
    codes.filter(|code| !names.contains(*code)).collect()
}

/// Types only: fields, variants and functions are explained where they help, not all of them.
fn missing_in_glossary<'a>(terms: &[Term], names: &'a BTreeSet<String>) -> Vec<&'a String> {
    let explained = |name: &str| terms.iter().any(|term| term.code == name);
    let is_type = |name: &str| name.starts_with(|c: char| c.is_uppercase()) && !name.contains("::");
    let types = names.iter().filter(|name| is_type(name));
    types.filter(|name| !explained(name) && !TECHNICAL.contains(&name.as_str())).collect()
}

/// Public names of the files of one crate that `wanted` picks by their path below its source.
fn names_of(home: &str, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let folder = format!("{CRATES}{home}/src/");
    let mut names = BTreeSet::new();
    for file in files::tracked() {
        let Some(path) = file.strip_prefix(&folder) else { continue };
        if files::is_rust(path) && wanted(path) {
            let text = files::text(&file).expect("Rust source is text");
            names.extend(public_names(&source::without_tests(&source::code_only(&text))));
        }
    }
    names
}

/// Names that stand after `pub`, and the public parts of types as `Type::part`.
fn public_names(code: &str) -> BTreeSet<String> {
    let mut names = re_exports(code);
    for (at, _) in code.match_indices("pub ") {
        let mut words = code[at + 4..].trim_start().split_inclusive(|c: char| c.is_whitespace());
        let mut kind = words.next().unwrap_or_default().trim();
        let mut offset = kind.len() + 1;
        if kind == "const" && words.next().is_some_and(|word| word.trim() == "fn") {
            kind = "fn";
            offset += 3;
        }
        if !["struct", "enum", "type", "trait", "mod", "fn", "const"].contains(&kind) {
            continue;
        }
        let rest = code[at + 4..].trim_start()[offset..].trim_start();
        let name = leading_name(rest);
        if kind == "enum" || kind == "struct" {
            let parts = parts(&rest[name.len()..], kind == "struct");
            names.extend(parts.iter().map(|part| format!("{name}::{part}")));
        }
        names.insert(name.to_owned());
    }
    names.remove("");
    names
}

/// The names that `pub use` hands on; a type written by a macro shows only there.
fn re_exports(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("pub use ") {
        let list = code[at + 8..].split(';').next().unwrap_or_default();
        for path in list.split([',', '{', '}']) {
            let name = path.rsplit("::").next().unwrap_or(path);
            let name = name.rsplit(" as ").next().unwrap_or(name).trim();
            names.insert(leading_name(name).to_owned());
        }
    }
    names
}

fn leading_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The variants of an enum, or the public fields of a struct; none for a tuple struct.
fn parts(after_name: &str, fields: bool) -> Vec<String> {
    let Some(open) = after_name.find(['{', ';', '(']) else {
        return Vec::new();
    };
    if !after_name[open..].starts_with('{') {
        return Vec::new();
    }
    let end = open + source::matching_end(&after_name[open..]);
    let body = &after_name[open + 1..end - 1];
    let elements = elements(body);
    let elements = elements.iter().map(|element| {
        let mut element = element.trim();
        while element.starts_with('#') {
            element = element[source::matching_end(element)..].trim_start();
        }
        element
    });
    let named = elements.filter_map(|e| if fields { e.strip_prefix("pub ") } else { Some(e) });
    named.map(|element| leading_name(element).to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The text between the commas that stand outside every bracket.
fn elements(body: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' | b'<' => depth += 1,
            b')' | b']' | b'}' | b'>' => depth -= 1,
            b',' if depth == 0 => {
                found.push(&body[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&body[start..]);
    found
}

/// Each scanner has to find what was planted, and to leave alone what only looks like it.
mod controls {
    use super::*;

    const CODE: &str = "/// pub struct Comment;\n\
        pub enum Part {\n    #[serde(rename = \"a, b\")]\n    Public { of: u8, to: u8 },\n    NonPublic,\n}\n\
        pub struct Seat {\n    pub number: Map<A, B>,\n    secret: u8,\n}\n\
        pub struct Digest([u8; 32]);\npub const fn judge() {}\npub mod quorum;\n\
        pub type Counts = u8;\npub use id::{ActId, b::PlanId as Plan};\nstruct Hidden;\npub(crate) struct Inner;\n\
        #[cfg(test)]\nmod tests {\n    pub struct Planted;\n}\n";

    fn names() -> BTreeSet<String> {
        public_names(&source::without_tests(&source::code_only(CODE)))
    }

    fn term(code: &str) -> Term {
        Term {
            code: code.to_owned(),
            german: "Wort".to_owned(),
            oparl: None,
            home: "core".to_owned(),
        }
    }

    #[test]
    fn public_names_and_no_others_are_read() {
        let names: Vec<String> = names().into_iter().collect();
        assert_eq!(
            names,
            [
                "ActId",
                "Counts",
                "Digest",
                "Part",
                "Part::NonPublic",
                "Part::Public",
                "Plan",
                "Seat",
                "Seat::number",
                "judge",
                "quorum"
            ]
        );
    }

    #[test]
    fn a_word_that_only_one_side_has_is_found() {
        let terms = ["Part", "Seat", "Digest", "Part::Secret", "Hidden"].map(term);
        assert_eq!(missing_in_code(&terms, "core", &names()), ["Part::Secret", "Hidden"]);
        assert_eq!(missing_in_glossary(&terms, &names()), ["ActId", "Counts", "Plan"]);
    }

    #[test]
    fn noun_modules_are_told_from_others() {
        for noun in ["person/mod.rs", "paper.rs", "meeting/place.rs"] {
            assert!(is_noun_module(noun), "{noun}");
        }
        for other in ["lib.rs", "session/person.rs", "persons.rs"] {
            assert!(!is_noun_module(other), "{other}");
        }
    }

    #[test]
    #[should_panic(expected = "a term has no germn")]
    fn a_misspelt_key_is_found() {
        parse_terms("[[term]]\ncode = \"A\"\ngermn = \"B\"\nmeaning = \"C.\"\n");
    }
}
