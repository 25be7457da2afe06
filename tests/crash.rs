//! The program is killed while it records. Whatever it had answered must be there, the vault must
//! open, and playing again must give the record of an undisturbed play.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::run;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const KILLS: u32 = 50;

fn start(home: &Path, script: &Path) -> Child {
    program::command(home)
        .arg("play")
        .arg(script)
        .args(["--out", "out", "--vault", "v.sitzungsbuch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Xorshift: moments that differ in every round and are the same in every run.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// A number in an answer: 0 the act, 1 the revision after it.
fn number(line: &str, column: usize) -> usize {
    line.split('\t').nth(column).unwrap().parse().unwrap()
}

#[test]
fn no_answered_act_is_lost_when_the_program_is_killed() {
    let script = program::root().join("tests/scenarios/digitalisierung-2021.json");
    let undisturbed = tempfile::tempdir().unwrap();
    let begin = Instant::now();
    assert!(start(undisturbed.path(), &script).wait_with_output().unwrap().status.success());
    let whole = u64::try_from(begin.elapsed().as_micros()).unwrap();
    let journal = ["journal", "--canonical", "--vault", "v.sitzungsbuch"];
    let expected = run(undisturbed.path(), journal).out;

    let mut dice = 0x5175_6e67_5362_7563;
    let mut cut_short = 0;
    let mut home = tempfile::tempdir().unwrap();
    // Acts that were answered in this vault by earlier rounds, texts among them.
    let mut kept = 0;
    for round in 0..KILLS {
        let mut child = start(home.path(), &script);
        let mut answered = BufReader::new(child.stdout.take().unwrap()).lines();
        // Half of the rounds die after a number of answers, half after a time.
        let wait = next(&mut dice);
        let mut seen = Vec::new();
        if round % 2 == 0 {
            let some = answered.by_ref().take(usize::try_from(wait % 40).unwrap());
            seen.extend(some.map(Result::unwrap));
        } else {
            std::thread::sleep(Duration::from_micros(wait % whole));
        }
        child.kill().unwrap();
        // What was in the pipe had been answered, too.
        seen.extend(answered.map_while(Result::ok));
        for line in seen.iter().filter(|line| number(line, 0) <= kept) {
            assert!(line.ends_with("wiederholt"), "{line}: an answered act was not there");
        }
        kept = kept.max(seen.last().map_or(0, |line| number(line, 0)));
        cut_short += u32::from(!child.wait().unwrap().success());

        let verify = run(home.path(), ["journal", "verify", "--vault", "v.sitzungsbuch"]);
        if home.path().join("v.sitzungsbuch").exists() {
            verify.says(0, &[]);
        }
        if let Some(last) = seen.last() {
            let revision = number(last, 1);
            let there = run(home.path(), journal).out;
            assert!(there.lines().count() >= revision, "{last} is missing");
            assert!(expected.starts_with(&there), "the record is not a beginning of the whole one");
        }
        if round % 5 == 4 {
            // Playing once more to the end skips what is there and gives the same record.
            assert!(start(home.path(), &script).wait_with_output().unwrap().status.success());
            assert_eq!(run(home.path(), journal).out, expected);
            home = tempfile::tempdir().unwrap();
            kept = 0;
        }
    }
    assert!(cut_short > KILLS / 2, "only {cut_short} of {KILLS} rounds were cut short");
}
