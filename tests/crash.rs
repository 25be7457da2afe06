//! The program is killed while it records. Whatever it had answered must be there, the vault must
//! open, and playing again must give the record of an undisturbed play.
#![cfg(test)]

#[path = "support/program.rs"]
mod program;

use program::run;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

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

#[test]
fn no_answered_act_is_lost_when_the_program_is_killed() {
    let script = program::root().join("tests/scenarios/digitalisierung-2021.json");
    let undisturbed = tempfile::tempdir().unwrap();
    assert!(start(undisturbed.path(), &script).wait().unwrap().success());
    let journal = ["journal", "--canonical", "--vault", "v.sitzungsbuch"];
    let expected = run(undisturbed.path(), journal).out;

    let mut seed = 0x5175_6e67_5362_7563;
    let mut cut_short = 0;
    let mut home = tempfile::tempdir().unwrap();
    for round in 0..KILLS {
        let mut child = start(home.path(), &script);
        let mut answered = BufReader::new(child.stdout.take().unwrap()).lines();
        // Half of the rounds die after a number of answers, half after a time.
        let wait = next(&mut seed);
        let mut last = None;
        if round % 2 == 0 {
            for line in answered.by_ref().take(usize::try_from(wait % 40).unwrap()) {
                last = Some(line.unwrap());
            }
        } else {
            std::thread::sleep(Duration::from_micros(wait % 700_000));
        }
        child.kill().unwrap();
        // What was in the pipe had been answered, too.
        for line in answered {
            last = line.ok().or(last);
        }
        cut_short += u32::from(!child.wait().unwrap().success());

        let verify = run(home.path(), ["journal", "verify", "--vault", "v.sitzungsbuch"]);
        if let Some(last) = &last {
            verify.says(0, &[]);
            let revision: usize = last.split('\t').nth(1).unwrap().parse().unwrap();
            let there = run(home.path(), journal).out;
            assert!(there.lines().count() >= revision, "{last} is missing");
            assert!(expected.starts_with(&there), "the record is not a beginning of the whole one");
        }
        if round % 5 == 4 {
            // Playing once more to the end skips what is there and gives the same record.
            assert!(start(home.path(), &script).wait_with_output().unwrap().status.success());
            assert_eq!(run(home.path(), journal).out, expected);
            home = tempfile::tempdir().unwrap();
        }
    }
    assert!(cut_short > KILLS / 2, "only {cut_short} of {KILLS} rounds were cut short");
}
