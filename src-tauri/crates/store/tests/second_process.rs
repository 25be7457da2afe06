//! Another process meets the lock: refused while the vault is open, let in afterwards, also when
//! the first process was killed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // tests stop where they fail

use sitzungsbuch_store::{KdfCost, Passphrase, StoreError, Vault};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const FOLDER: &str = "SITZUNGSBUCH_TEST_FOLDER";

fn pass() -> Passphrase {
    Passphrase::new("Kreis Wiesenthal".to_owned()).unwrap()
}

/// This program again, running only [`other_process`].
fn other(folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "other_process", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the other process says about opening. It holds the vault until its stdin ends.
fn answer(child: &mut Child) -> String {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let answer = lines.map(|line| line.unwrap()).find_map(|line| {
        let (_, answer) = line.split_once("opening: ")?;
        Some(answer.to_owned())
    });
    answer.unwrap()
}

#[test]
#[ignore = "started by the other test, as a process of its own"]
fn other_process() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let opened = Vault::open(Path::new(&folder), &pass());
    let answer = match &opened {
        Ok(_) => "open",
        Err(StoreError::InUse { .. }) => "in use",
        Err(_) => "another error",
    };
    println!("opening: {answer}");
    let _ = std::io::stdin().read_line(&mut String::new());
}

#[test]
fn one_process_at_a_time() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("Kreistag.sitzungsbuch");
    let mine = Vault::create_with(&folder, &pass(), KdfCost::Minimal).unwrap();
    let mut refused = other(&folder);
    assert_eq!(answer(&mut refused), "in use");
    drop(mine);

    let mut let_in = other(&folder);
    assert_eq!(answer(&mut let_in), "open");
    let second = Vault::open(&folder, &pass());
    assert!(matches!(second, Err(StoreError::InUse { .. })), "{second:?}");
    let_in.kill().unwrap();
    let_in.wait().unwrap();
    assert!(Vault::open(&folder, &pass()).is_ok(), "a killed process holds no lock");
    drop(refused.stdin.take());
    refused.wait().unwrap();
}
