//! The walls of ARCHITECTURE.md: which crate may know which, what the core must not touch, where
//! the one write path runs, which licences come in. It looks at manifests and source text only; it
//! tests no behaviour. Every scanner is itself tried on a planted fault, at the end of the file.
#![cfg(test)]

mod support {
    pub(crate) mod files;
    pub(crate) mod graph;
    pub(crate) mod licence;
    pub(crate) mod source;
    pub(crate) mod words;
}

use std::collections::{BTreeMap, BTreeSet};

use support::graph::{Dependency, Package};
use support::{files, graph, licence, source, words};

/// Our packages without the prefix `sitzungsbuch-`, each with those of ours that it may know.
const EDGES: [(&str, &[&str]); 9] = [
    ("core", &[]),
    ("store", &[]),
    ("minutes", &["core"]),
    ("check", &["core", "minutes"]),
    ("sign", &[]),
    ("oparl", &["core"]),
    ("app", &["core", "store", "minutes", "check", "sign", "oparl"]),
    ("cli", &["app"]),
    ("desktop", &["app"]),
];

/// The package of the tests. It may know everything, and nobody may know it.
const TESTS: &str = "tests";

/// Foreign crates that only the named packages of ours may know; `*` stands for any ending.
const RESERVED: [(&str, &[&str]); 10] = [
    ("rusqlite", &["store"]),
    ("libsqlite3-sys", &["store"]),
    ("tauri*", &["desktop"]),
    ("printpdf", &["minutes", "sign"]),
    ("lopdf", &["minutes", "sign"]),
    ("pdf-writer", &["minutes", "sign"]),
    ("pdf-extract", &["minutes", "sign"]),
    ("krilla*", &["minutes", "sign"]),
    ("clap*", &["cli"]),
    ("getrandom", &["store", "sign", "app"]),
];

/// What the core may know of the world, and with which features: none that brings I/O, a clock or
/// randomness along.
const CORE_KNOWS: [(&str, &[&str]); 6] = [
    ("chrono", &["alloc", "serde"]),
    ("schemars", &["derive"]),
    ("serde", &["alloc", "derive"]),
    ("sha2", &[]),
    ("thiserror", &[]),
    ("uuid", &["serde", "v5"]),
];

/// Words that must not stand in the code of the core.
const CORE_LACKS: [&str; 14] = [
    "std",
    "f32",
    "f64",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "Local",
    "rand",
    "getrandom",
    "new_v4",
    "now_v7",
    "include_bytes",
    "env",
];

/// What may lie at the top of the project.
const TOP: [&str; 14] = [
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "Makefile",
    "README.md",
    "assets",
    "clippy.toml",
    "rustfmt.toml",
    "src-tauri",
    "tests",
    "ui",
];

/// Crates that we name ourselves and that others bring along in another version, with the reason.
const TWO_VERSIONS: [(&str, &str); 5] = [
    ("getrandom", "tauri 2.12 is one generation behind"),
    ("schemars", "tauri and serde_with bring older ones for their builds"),
    ("sha2", "lopdf 0.44 has moved to the next generation; ours waits for the next cms"),
    ("thiserror", "gtk-rs 0.18 is the last one for GTK 3, and old"),
    ("toml", "gtk-rs 0.18 brings an older one for its builds"),
];

const CORE_SOURCE: &str = "src-tauri/crates/core/src/";
const APP_SOURCE: &str = "src-tauri/crates/app/src/";
const STORE: &str = "src-tauri/crates/store/";

#[test]
fn crates_know_only_whom_they_may() {
    none(&edge_faults(&graph::packages()));
}

#[test]
fn foreign_crates_stay_behind_their_wall() {
    none(&reserved_faults(&graph::packages()));
}

#[test]
fn no_crate_hands_on_a_reserved_one() {
    let mut faults = Vec::new();
    for (name, code) in shipped_code("src-tauri/") {
        faults.extend(re_export_faults(&name, &code));
    }
    none(&faults);
}

#[test]
fn core_asks_for_no_feature_that_reaches_outside() {
    none(&core_dependency_faults(&graph::packages()));
}

#[test]
fn core_is_pure() {
    let code = shipped_code(CORE_SOURCE);
    assert!(code.contains_key(&format!("{CORE_SOURCE}lib.rs")), "the source of core was not found");
    none(&core_faults(&code));
}

#[test]
fn one_file_of_the_engine_writes() {
    none(&write_path_faults(&shipped_code("src-tauri/")));
}

#[test]
fn nothing_else_lies_at_the_top() {
    none(&top_faults(&files::tracked()));
}

#[test]
fn licences_fit() {
    none(&licence_faults(&graph::packages()));
}

#[test]
fn one_version_of_each_crate_we_name() {
    none(&version_faults(&graph::packages()));
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Name of one of our packages without its prefix.
fn short(name: &str) -> &str {
    name.strip_prefix("sitzungsbuch-").unwrap_or(name)
}

fn ours(packages: &[Package]) -> impl Iterator<Item = &Package> {
    packages.iter().filter(|package| package.ours && short(&package.name) != TESTS)
}

/// The code below a folder without comments, literals and test parts, by file.
fn shipped_code(folder: &str) -> BTreeMap<String, String> {
    let is_source = |name: &String| {
        let shipped = name.contains("/src/") || name.ends_with("/build.rs");
        name.starts_with(folder) && files::is_rust(name) && shipped && !name.ends_with("/tests.rs")
    };
    let names = files::tracked().into_iter().filter(is_source);
    names
        .filter_map(|name| {
            let code = source::code_only(&files::text(&name)?);
            Some((name, source::without_tests(&code)))
        })
        .collect()
}

fn edge_faults(packages: &[Package]) -> Vec<String> {
    let known: BTreeMap<&str, &[&str]> = EDGES.into_iter().collect();
    let own: BTreeSet<&str> = packages.iter().filter(|p| p.ours).map(|p| short(&p.name)).collect();
    let mut faults = Vec::new();
    for package in ours(packages) {
        let from = short(&package.name);
        let Some(allowed) = known.get(from) else {
            faults.push(format!("{from} is no crate of ARCHITECTURE.md"));
            continue;
        };
        // A crate may name itself for its tests, to switch its feature `testing` on.
        let itself = |dependency: &Dependency| dependency.dev && short(&dependency.name) == from;
        for dependency in package.dependencies.iter().filter(|dependency| !itself(dependency)) {
            let to = short(&dependency.name);
            if own.contains(to) && !allowed.contains(&to) {
                faults.push(format!("{from} must not know {to}"));
            }
        }
    }
    faults
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

fn reserved_faults(packages: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    for package in ours(packages) {
        let from = short(&package.name);
        for dependency in &package.dependencies {
            let to = &dependency.name;
            if RESERVED.iter().any(|(name, who)| matches(name, to) && !who.contains(&from)) {
                faults.push(format!("{from} must not know {to}"));
            }
        }
    }
    faults
}

/// A re-export would let a crate reach what its manifest does not name.
fn re_export_faults(name: &str, code: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (reserved, _) in RESERVED {
        let reserved = reserved.trim_end_matches('*').replace('-', "_");
        for form in [format!("pub use {reserved}"), format!("pub extern crate {reserved}")] {
            for line in words::lines_with(code, &form) {
                faults.push(format!("{name}:{line}: {form}"));
            }
        }
    }
    faults
}

fn core_dependency_faults(packages: &[Package]) -> Vec<String> {
    let core = packages.iter().find(|p| p.ours && short(&p.name) == "core");
    let Some(core) = core else {
        return vec!["there is no crate core".to_owned()];
    };
    let mut faults = Vec::new();
    for dependency in core.dependencies.iter().filter(|dependency| !dependency.dev) {
        let Dependency { name, features, default_features, .. } = dependency;
        let Some((_, allowed)) = CORE_KNOWS.iter().find(|(known, _)| known == name) else {
            faults.push(format!("core must not know {name}"));
            continue;
        };
        if *default_features {
            faults.push(format!("core takes {name} with its default features"));
        }
        for feature in features.iter().filter(|feature| !allowed.contains(&feature.as_str())) {
            faults.push(format!("core takes {name} with the feature {feature}"));
        }
    }
    faults
}

fn core_faults(files: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, code) in files {
        if name.ends_with("core/src/lib.rs") && !code.contains("#![no_std]") {
            faults.push(format!("{name}: #![no_std] is missing"));
        }
        for word in CORE_LACKS {
            for line in words::lines_with(code, word) {
                faults.push(format!("{name}:{line}: {word}"));
            }
        }
        for line in lines_with_fraction(code) {
            faults.push(format!("{name}:{line}: a fraction"));
        }
    }
    faults
}

/// Lines with a literal such as `1.5`, or a number with the suffix of a float.
fn lines_with_fraction(code: &str) -> Vec<usize> {
    let is_fraction = |line: &str| {
        let bytes = line.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let starts_number = |dot: usize| {
            let digits = bytes[..dot].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let before = bytes[..dot - digits].last();
            digits > 0 && !before.is_some_and(|b| b.is_ascii_alphanumeric() || b"._".contains(b))
        };
        let point = line.match_indices('.').any(|(dot, _)| digit(dot + 1) && starts_number(dot));
        let suffix = ["f32", "f64"].iter().any(|kind| {
            line.match_indices(kind).any(|(at, _)| {
                at > 0 && (digit(at - 1) || (bytes[at - 1] == b'_' && at > 1 && digit(at - 2)))
            })
        });
        point || suffix
    };
    let lines = code.lines().enumerate();
    lines.filter(|(_, line)| is_fraction(line)).map(|(index, _)| index + 1).collect()
}

/// `append` of the store is called in one file of the engine and nowhere else. A list's own
/// `append(&mut other)` is another thing.
fn write_path_faults(files: &BTreeMap<String, String>) -> Vec<String> {
    let calls = |code: &str| {
        let compact: String = code.split_whitespace().collect();
        let all = |call: &str| compact.matches(call).count();
        all(".append(") + all("::append(") - all(".append(&mut")
    };
    let outside = files.iter().filter(|(name, _)| !name.starts_with(STORE));
    let writers: Vec<&String> =
        outside.filter(|(_, code)| calls(code) > 0).map(|(name, _)| name).collect();
    let mut faults = Vec::new();
    for name in &writers {
        if !name.starts_with(APP_SOURCE) || !name.contains("engine") {
            faults.push(format!("{name}: append is the engine's alone"));
        }
    }
    let has_engine = files.keys().any(|n| n.starts_with(APP_SOURCE) && n.contains("engine"));
    if has_engine && writers.len() != 1 {
        faults.push(format!("append is to be called in one file, it is in {writers:?}"));
    }
    faults
}

fn top_faults(names: &[String]) -> Vec<String> {
    let tops: BTreeSet<&str> = names.iter().filter_map(|name| name.split('/').next()).collect();
    tops.iter()
        .filter(|top| !TOP.contains(top))
        .map(|top| format!("{top} does not belong to the top of the project"))
        .collect()
}

fn licence_faults(packages: &[Package]) -> Vec<String> {
    packages
        .iter()
        .filter(|package| !licence::is_allowed(&package.licence))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.licence))
        .collect()
}

fn version_faults(packages: &[Package]) -> Vec<String> {
    let named: BTreeSet<&str> = packages
        .iter()
        .filter(|package| package.ours)
        .flat_map(|package| package.dependencies.iter().map(|dependency| dependency.name.as_str()))
        .collect();
    let mut faults = Vec::new();
    for name in named {
        let versions: BTreeSet<&str> =
            packages.iter().filter(|p| p.name == name).map(|p| p.version.as_str()).collect();
        let excused = TWO_VERSIONS.iter().any(|(excused, _)| *excused == name);
        if excused == (versions.len() < 2) {
            faults.push(format!("{name}: {versions:?}, excused: {excused}"));
        }
    }
    faults
}

/// Each scanner has to find what was planted, and to leave alone what only looks like it.
mod controls {
    use super::*;

    fn package(name: &str, licence: &str, version: &str, dependencies: &[&str]) -> String {
        let list: Vec<String> = dependencies
            .iter()
            .map(|name| {
                format!(
                    r#"{{"name": "{name}", "kind": null, "uses_default_features": false, "features": []}}"#
                )
            })
            .collect();
        let source = if name.starts_with("sitzungsbuch-") { "null" } else { "\"elsewhere\"" };
        format!(
            r#"{{"name": "{name}", "version": "{version}", "license": "{licence}", "source": {source}, "dependencies": [{}]}}"#,
            list.join(", ")
        )
    }

    fn graph_of(packages: &[String]) -> Vec<Package> {
        graph::parse(&format!(r#"{{"packages": [{}]}}"#, packages.join(", ")))
    }

    fn ours_with(name: &str, dependencies: &[&str]) -> String {
        package(name, "EUPL-1.2", "0.1.0", dependencies)
    }

    fn tree(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        let code = |text: &str| source::without_tests(&source::code_only(text));
        files.iter().map(|(name, text)| ((*name).to_owned(), code(text))).collect()
    }

    #[test]
    fn a_forbidden_edge_is_found() {
        let good = graph_of(&[
            ours_with("sitzungsbuch-core", &["serde"]),
            ours_with("sitzungsbuch-store", &["rusqlite"]),
            ours_with("sitzungsbuch-tests", &["sitzungsbuch-store", "rusqlite"]),
        ]);
        assert!(edge_faults(&good).is_empty() && reserved_faults(&good).is_empty());
        let bad = graph_of(&[
            ours_with("sitzungsbuch-core", &["sitzungsbuch-store", "rusqlite"]),
            ours_with("sitzungsbuch-store", &["sitzungsbuch-tests", "tauri-plugin-dialog"]),
            ours_with("sitzungsbuch-extra", &[]),
            ours_with("sitzungsbuch-tests", &[]),
        ]);
        assert_eq!(
            edge_faults(&bad),
            [
                "core must not know store",
                "store must not know tests",
                "extra is no crate of ARCHITECTURE.md"
            ]
        );
        assert_eq!(
            reserved_faults(&bad),
            ["core must not know rusqlite", "store must not know tauri-plugin-dialog"]
        );
        assert_eq!(core_dependency_faults(&bad).len(), 2);
        assert_eq!(core_dependency_faults(&good), Vec::<String>::new());
    }

    #[test]
    fn a_re_export_is_found() {
        assert_eq!(re_export_faults("a.rs", "pub use rusqlite::Connection;").len(), 1);
        assert!(re_export_faults("a.rs", "use rusqlite::Connection;").is_empty());
    }

    #[test]
    fn an_impure_core_is_found() {
        let lib = format!("{CORE_SOURCE}lib.rs");
        let pure = "#![no_std]\n// std::fs\nfn a(x: (u8, (u8, u8))) -> u8 { x.1.0 + 'r' as u8 }\n\
            const S: &str = \"std::time 1.5\";\nconst R: core::ops::Range<u8> = 0..5;\n\
            #[cfg(test)]\nmod tests { use std::fs; }\n";
        assert_eq!(core_faults(&tree(&[(&lib, pure)])), Vec::<String>::new());
        for bad in [
            "use std::fs;",
            "fn a(x: f64) {}",
            "const A: u8 = (1.5 * 2) as u8;",
            "let a = 1_f64;",
            "let now = chrono::Utc::now();",
            "use rand::Rng;",
            "#[cfg(test)]\nmod tests;\nuse std::fs;",
        ] {
            let text = format!("#![no_std]\n{bad}\n");
            assert_eq!(core_faults(&tree(&[(&lib, &text)])).len(), 1, "{bad}");
        }
        assert_eq!(core_faults(&tree(&[(&lib, "fn a() {}")])).len(), 1);
    }

    #[test]
    fn a_second_write_path_is_found() {
        let engine = ("src-tauri/crates/app/src/engine.rs", "self.vault\n    .append(meeting)?;");
        let list = ("src-tauri/crates/cli/src/main.rs", "rows.append(&mut more);");
        assert_eq!(write_path_faults(&tree(&[engine, list])), Vec::<String>::new());
        let second = ("src-tauri/crates/cli/src/play.rs", "vault.append(meeting);");
        assert_eq!(write_path_faults(&tree(&[engine, second])).len(), 2);
        let silent = ("src-tauri/crates/app/src/engine.rs", "// vault.append(x)");
        assert_eq!(write_path_faults(&tree(&[silent])).len(), 1);
    }

    #[test]
    fn a_stray_file_is_found() {
        let names = ["Cargo.toml", "ui/src/a.ts", "notes/a.md", "rust-toolchain.toml"];
        assert_eq!(top_faults(&names.map(str::to_owned)).len(), 2);
    }

    #[test]
    fn a_licence_that_does_not_fit_is_found() {
        for good in
            ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR (MIT AND Zlib)", "MIT OR GPL-2.0 AND Zlib"]
        {
            assert!(licence::is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-2.0-only", "MIT AND SSPL-1.0", "(MIT", "MIT MIT", "Apache-2.0 WITH X"]
        {
            assert!(!licence::is_allowed(bad), "{bad}");
        }
        let packages = graph_of(&[package("a", "SSPL-1.0", "1.0.0", &[])]);
        assert_eq!(licence_faults(&packages), ["a 1.0.0: \"SSPL-1.0\""]);
    }

    #[test]
    fn a_second_version_is_found() {
        let packages = graph_of(&[
            ours_with("sitzungsbuch-core", &["a"]),
            package("a", "MIT", "1.0.0", &["b"]),
            package("a", "MIT", "2.0.0", &[]),
            package("b", "MIT", "1.0.0", &[]),
            package("b", "MIT", "2.0.0", &[]),
        ]);
        assert_eq!(version_faults(&packages).len(), 1);
    }
}
