//! The walls of the window: the shell hands on and decides nothing, the web view may call what is
//! listed and nothing else, the content policy stays strict, and the parts of the interface know
//! only whom they may. It scans source text and configuration; it opens no window.
#![cfg(test)]

mod support {
    pub(crate) mod files;
    pub(crate) mod source;
    pub(crate) mod words;
}

use serde_json::Value;
use support::{files, source, words};

const SHELL: &str = "src-tauri/src/";
const COMMANDS: &str = "src-tauri/src/commands.rs";
const UI: &str = "ui/src/";
const CLIENT: &str = "ui/src/api/client.ts";
const SHARED: &str = "ui/src/components/shared/";

/// Lines of the body of a command.
const COMMAND_LINES: usize = 5;

/// What the shell must not touch: the record is the application's.
const SHELL_LACKS: [&str; 4] = ["Engine", "Vault", "sitzungsbuch_core", "sitzungsbuch_store"];

/// What must not stand in the content policy: each of them lets foreign code or pages in.
const POLICY_LACKS: [&str; 6] =
    ["unsafe-inline", "unsafe-eval", "wasm-unsafe-eval", "*", "https:", "asset:"];

#[test]
fn the_shell_only_hands_on() {
    let mut faults = Vec::new();
    for name in below(SHELL, "rs") {
        let code = source::without_tests(&source::code_only(&text(&name)));
        for word in SHELL_LACKS {
            let lines = words::lines_with(&code, word);
            faults.extend(lines.iter().map(|line| format!("{name}:{line}: {word}")));
        }
    }
    faults.extend(long_commands(&text(COMMANDS)));
    none(&faults);
}

#[test]
fn the_web_view_may_call_the_commands_and_nothing_else() {
    let build = text("src-tauri/build.rs");
    let list = build.split_once("const COMMANDS").and_then(|(_, rest)| rest.split_once("];"));
    let names = quoted(list.expect("the list of commands").0);
    let capability: Value =
        serde_json::from_str(&text("src-tauri/capabilities/main.json")).unwrap();
    let allowed: Vec<&str> =
        capability["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
    let wanted: Vec<String> =
        names.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(allowed, wanted);
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability["remote"].is_null());
    let chair: Value = serde_json::from_str(&text("src-tauri/capabilities/chair.json")).unwrap();
    let few = serde_json::json!(["allow-chair", "allow-close-chair", "allow-find"]);
    assert_eq!(chair["permissions"], few, "the chair sees the display and has one act");
    assert_eq!(chair["windows"], serde_json::json!(["chair"]));
    assert!(chair["remote"].is_null());
    let handled = quoted(&text(COMMANDS));
    assert!(names.iter().all(|name| handled.contains(name)), "{names:?} and {handled:?}");
}

#[test]
fn the_content_policy_is_strict() {
    let config: Value = serde_json::from_str(&text("src-tauri/tauri.conf.json")).unwrap();
    let security = &config["app"]["security"];
    assert_eq!(policy_faults(&security["csp"]), Vec::<String>::new());
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], serde_json::json!(["main", "chair"]));
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert!(config["build"]["devUrl"].is_null(), "devUrl belongs to tauri.dev.conf.json");
    for key in ["dangerousDisableAssetCspModification", "assetProtocol", "devCsp"] {
        assert!(security[key].is_null(), "{key}");
    }
}

#[test]
fn one_module_calls_the_backend() {
    let mut faults = Vec::new();
    for name in interface() {
        faults.extend(import_faults(&name, &text(&name)));
    }
    none(&faults);
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn text(name: &str) -> String {
    files::text(name).unwrap_or_else(|| panic!("{name} is no text"))
}

fn below(folder: &str, extension: &str) -> Vec<String> {
    let end = format!(".{extension}");
    let fits = |name: &String| name.starts_with(folder) && name.ends_with(&end);
    let found: Vec<String> = files::tracked().into_iter().filter(fits).collect();
    assert!(!found.is_empty(), "nothing was found below {folder}");
    found
}

fn interface() -> Vec<String> {
    [below(UI, "ts"), below(UI, "svelte")].concat()
}

/// Texts between quotation marks.
fn quoted(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Every function of commands.rs but the one that finds them.
fn long_commands(source: &str) -> Vec<String> {
    let code = source::without_tests(&source::code_only(source));
    let mut faults = Vec::new();
    for (at, _) in code.match_indices("\nfn ") {
        let rest = &code[at + 1..];
        let name = rest[3..].split('(').next().unwrap_or_default();
        let Some(open) = rest.find('{') else { continue };
        let end = open + source::matching_end(&rest[open..]);
        let lines = rest[open..end].lines().count().saturating_sub(2);
        if lines > COMMAND_LINES {
            faults.push(format!("{COMMANDS}: {name} has {lines} lines, at most {COMMAND_LINES}"));
        }
    }
    faults
}

fn policy_faults(policy: &Value) -> Vec<String> {
    let Some(directives) = policy.as_object() else {
        return vec!["the content policy is no list of directives".to_owned()];
    };
    let mut faults = Vec::new();
    for (name, sources) in directives {
        let sources = sources.as_str().unwrap_or("*");
        for word in sources.split_whitespace() {
            if POLICY_LACKS.contains(&word.trim_matches('\'')) {
                faults.push(format!("{name}: {word}"));
            }
        }
    }
    let closed = ["default-src", "object-src", "frame-src", "frame-ancestors", "base-uri"];
    let open = closed.iter().filter(|name| directives.get(**name) != Some(&"'none'".into()));
    faults.extend(open.map(|name| format!("{name} is not 'none'")));
    faults
}

/// What a file of the interface imports and must not.
fn import_faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for from in imports(text) {
        let tauri = from.starts_with("@tauri-apps/") && name != CLIENT;
        let inner = ["/api/", "/text/", "/views/", "/state/", "/editor/"];
        let shared = name.starts_with(SHARED) && inner.iter().any(|part| from.contains(part));
        let views = name.starts_with("ui/src/components/") && from.contains("/views/");
        if tauri || shared || views {
            faults.push(format!("{name} must not import {from}"));
        }
    }
    faults
}

/// Where imports of a TypeScript text come from.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let starts = ["from '", "import '", "import('"];
    starts.into_iter().flat_map(move |start| {
        text.match_indices(start)
            .filter_map(move |(at, _)| text[at + start.len()..].split('\'').next())
    })
}

/// Each scanner has to find what was planted, and to leave alone what only looks like it.
mod controls {
    use super::*;

    #[test]
    fn a_long_command_is_found() {
        let body =
            |lines: usize| format!("\nfn status(call: Call) {{\n{}}}\n", "a();\n".repeat(lines));
        assert!(long_commands(&body(COMMAND_LINES)).is_empty());
        assert_eq!(long_commands(&body(COMMAND_LINES + 1)).len(), 1);
    }

    #[test]
    fn a_loose_policy_is_found() {
        let mut policy = serde_json::json!({
            "default-src": "'none'", "object-src": "'none'", "frame-src": "'none'",
            "frame-ancestors": "'none'", "base-uri": "'none'", "script-src": "'self'"
        });
        assert_eq!(policy_faults(&policy), Vec::<String>::new());
        policy["style-src"] = "'self' 'unsafe-inline'".into();
        assert_eq!(policy_faults(&policy), ["style-src: 'unsafe-inline'"]);
        policy["object-src"] = Value::Null;
        assert_eq!(policy_faults(&policy).len(), 3);
        assert_eq!(policy_faults(&Value::Null).len(), 1);
    }

    #[test]
    fn a_forbidden_import_is_found() {
        let tauri = "import { invoke } from '@tauri-apps/api/core'";
        assert_eq!(import_faults("ui/src/App.svelte", tauri).len(), 1);
        assert!(import_faults(CLIENT, tauri).is_empty());
        let part = "ui/src/components/shared/Button.svelte";
        assert_eq!(import_faults(part, "import { de } from '../../text/de'").len(), 1);
        assert_eq!(import_faults(part, "const a = await import('../../api/client')").len(), 1);
        assert!(import_faults(part, "import Icon from './Icon.svelte'").is_empty());
    }
}
