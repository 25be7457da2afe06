//! The walls inside the crate `minutes`: record, compose, layout and the writers each know only what
//! they may. The walls between crates are held by arch.rs. It scans source text, tests aside.
#![cfg(test)]

mod support {
    pub(crate) mod files;
    pub(crate) mod source;
    pub(crate) mod words;
}

use support::{files, source, words};

const MINUTES: &str = "src-tauri/crates/minutes/src/";

/// What must not stand in the code of a folder.
const LACKS: [(&str, &[&str]); 6] = [
    (
        "record",
        &["crate::document", "crate::frame", "crate::layout", "crate::pdf", "crate::compose"],
    ),
    ("compose", &["crate::frame", "crate::layout", "crate::pdf", "rustybuzz"]),
    ("layout", &["crate::pdf", "crate::record", "crate::compose", "sitzungsbuch_core"]),
    ("pdf", &["crate::record", "crate::compose", "crate::layout", "sitzungsbuch_core"]),
    (
        "odt",
        &["crate::record", "crate::compose", "crate::layout", "crate::frame", "sitzungsbuch_core"],
    ),
    (
        "conform",
        &[
            "crate::record",
            "crate::document",
            "crate::compose",
            "crate::frame",
            "crate::layout",
            "crate::pdf",
            "sitzungsbuch_core",
        ],
    ),
];

/// Crates that only the writer and the checks of what it wrote know.
const WRITERS: [&str; 3] = ["printpdf", "lopdf", "subsetter"];

/// Layout counts in whole thousandths of a point.
const FRACTIONS: [&str; 2] = ["f32", "f64"];

#[test]
fn the_parts_of_minutes_stay_apart() {
    let mut faults = Vec::new();
    for (folder, lacks) in LACKS {
        let folder_path = format!("{MINUTES}{folder}/");
        let names = files::tracked().into_iter().filter(|name| {
            name.starts_with(&folder_path) && files::is_rust(name) && !name.contains("/tests")
        });
        let mut seen = 0;
        for name in names {
            let text = files::text(&name).unwrap();
            let code = source::without_tests(&source::code_only(&text));
            faults.extend(faults_of(folder, lacks, &code).map(|fault| format!("{name}:{fault}")));
            seen += 1;
        }
        assert!(seen > 2, "{folder} was not found");
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn faults_of<'a>(
    folder: &'a str,
    lacks: &'a [&'a str],
    code: &'a str,
) -> impl Iterator<Item = String> + 'a {
    let writers = WRITERS.iter().filter(move |_| !["pdf", "conform"].contains(&folder));
    let fractions = FRACTIONS.iter().filter(move |_| folder == "layout");
    lacks.iter().chain(writers).chain(fractions).flat_map(move |word| {
        words::lines_with(code, word).into_iter().map(move |line| format!("{line}: {word}"))
    })
}

#[test]
fn a_breach_is_found() {
    let (folder, lacks) = LACKS[2];
    for bad in ["use crate::pdf::Metadata;", "let a: f64 = b;", "use lopdf::Document;"] {
        assert_eq!(faults_of(folder, lacks, bad).count(), 1, "{bad}");
    }
    assert_eq!(faults_of(folder, lacks, "use crate::frame::Mpt;").count(), 0);
    let (folder, lacks) = LACKS[3];
    assert_eq!(faults_of(folder, lacks, "use lopdf::Document; let a: f32;").count(), 0);
}
