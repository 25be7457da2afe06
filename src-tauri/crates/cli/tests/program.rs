//! The built program where its surroundings are in the way: full disks, odd files, links, what a
//! killed run left. What the commands answer is tested at the top of the project.

#![cfg(test)]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const SCRIPT: &str = include_str!("../../../../tests/scenarios/korrektur.json");

fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sitzungsbuch"));
    command
        .env_clear()
        .env("SITZUNGSBUCH_HOME", home)
        .env("SITZUNGSBUCH_PASSPHRASE", "Probe")
        .env("TMPDIR", home)
        .current_dir(home);
    command
}

fn ends(output: &Output, status: i32, words: &[&str]) {
    let messages = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{messages}");
    for word in words {
        assert!(messages.contains(word), "{word:?} is missing: {messages}");
    }
    assert!(!messages.contains("panicked"), "{messages}");
}

fn run(home: &Path, arguments: &[&str], status: i32, words: &[&str]) -> String {
    let output = program(home).args(arguments).output().unwrap();
    ends(&output, status, words);
    String::from_utf8(output.stdout).unwrap()
}

/// A folder with the script in it.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("s.json"), SCRIPT).unwrap();
    home
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_ends_with_3() {
    let home = home();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output =
        program(home.path()).args(["schema", "script"]).stdout(Stdio::from(full)).output().unwrap();
    ends(&output, 3, &["Ausgabe"]);
}

#[test]
fn a_place_without_a_vault_is_called_empty_and_a_bad_folder_for_temporary_files_too() {
    let home = home();
    run(home.path(), &["journal"], 3, &["dort ist nichts", "play --vault"]);
    let output = program(home.path())
        .env("TMPDIR", "nirgends")
        .args(["play", "s.json", "--out", "out"])
        .output()
        .unwrap();
    ends(&output, 3, &["flüchtige Tresor", "TMPDIR", "nirgends"]);
}

#[cfg(unix)]
#[test]
fn a_passphrase_that_is_no_text_is_told_apart_from_none() {
    use std::os::unix::ffi::OsStrExt;
    let home = home();
    let output = program(home.path())
        .env("SITZUNGSBUCH_PASSPHRASE", OsStr::from_bytes(b"Schl\xfcssel"))
        .args(["prepare", "s.json"])
        .output()
        .unwrap();
    ends(&output, 2, &["SITZUNGSBUCH_PASSPHRASE", "UTF-8"]);
}

#[cfg(unix)]
#[test]
fn results_are_for_the_owner_only_and_the_profile_is_called_a_draft() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    run(home.path(), &["play", "s.json", "--out", "out"], 0, &["ist ein Entwurf", "Eintragungen"]);
    let files = std::fs::read_dir(home.path().join("out")).unwrap();
    let modes: Vec<u32> =
        files.map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777).collect();
    assert!(modes.len() >= 2 && modes.iter().all(|mode| *mode == 0o600), "{modes:?}");
}

#[cfg(unix)]
#[test]
fn a_link_to_an_empty_folder_takes_a_vault() {
    let home = home();
    std::fs::create_dir(home.path().join("leer")).unwrap();
    std::os::unix::fs::symlink("leer", home.path().join("v")).unwrap();
    run(home.path(), &["prepare", "s.json", "--vault", "v"], 0, &[]);
    assert!(home.path().join("leer/vault.db").exists());
    run(home.path(), &["journal", "verify", "--vault", "v"], 0, &[]);
}

#[test]
fn a_byte_order_mark_is_no_fault_and_faults_are_german() {
    let home = home();
    let script = home.path().join("s.json");
    std::fs::write(&script, format!("\u{feff}{SCRIPT}")).unwrap();
    run(home.path(), &["prepare", "s.json"], 0, &[]);
    let listed = ["geschlossen", "eröffnet", "vorbereitet"].map(str::to_owned);
    let output = program(home.path()).arg("journal").output().unwrap();
    let messages = String::from_utf8(output.stderr).unwrap();
    assert!(listed.iter().any(|phase| messages.contains(phase)), "{messages}");
    std::fs::write(&script, SCRIPT.replacen("\"type\"", "\"typ\"", 1)).unwrap();
    run(home.path(), &["prepare", "s.json"], 2, &["Eintragung 1", "Das Feld „"]);
}

/// Each document has its own parts; before the opening there is what is made of the plan.
#[test]
fn documents_say_which_parts_they_have() {
    let home = home();
    let prepared = run(home.path(), &["prepare", "s.json", "--vault", "v"], 0, &[]);
    let minutes = |more: &[&str], status: i32, words: &[&str]| {
        let mut arguments = vec!["minutes", "--vault", "v", "--meeting", prepared.trim()];
        arguments.extend(["--out", "d.pdf"]);
        arguments.extend(more);
        run(home.path(), &arguments, status, words);
    };
    minutes(&["--document", "invitation", "--part", "public"], 0, &[]);
    minutes(&["--document", "sheet"], 0, &[]);
    minutes(&["--document", "sheet", "--part", "public"], 2, &["„--part“ entfällt"]);
    minutes(&["--document", "proof", "--part", "non-public"], 2, &["--part complete"]);
    minutes(&["--document", "excerpt", "--part", "public"], 2, &["--item NUMMER"]);
    minutes(&["--part", "public", "--item", "3"], 2, &["--item NUMMER"]);
    minutes(&[], 2, &["non-public"]);
    minutes(&["--document", "attendance"], 2, &["noch nicht eröffnet"]);
    minutes(&["--document", "reading"], 2, &["unterschrieben"]);
}
