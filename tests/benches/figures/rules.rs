//! `sitzungsbuch rules`, asked 100,000 questions of all kinds: the program as it is packed, from its
//! start to its end.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LINES: usize = 100_000;
const ROUNDS: usize = 5;

pub(crate) fn print() {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--release", "--package", "sitzungsbuch-cli"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.unwrap().success());
    // Benches lie in <target>/release/deps.
    let bench = std::env::current_exe().unwrap();
    let program = bench.parent().and_then(Path::parent).unwrap().join("sitzungsbuch");
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = folder.path().join("questions.jsonl");
    std::fs::write(&file, questions()).unwrap();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let asked = Command::new(&program)
                .arg("rules")
                .stdin(std::fs::File::open(&file).unwrap())
                .stdout(Stdio::null())
                .status();
            assert!(asked.unwrap().success());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!(
        "{:<44}{:>10.3} s",
        "sitzungsbuch rules, 100,000 lines",
        times[ROUNDS / 2].as_secs_f64()
    );
}

/// Questions on the quorum, on votes, on elections, in turn.
fn questions() -> String {
    let mut lines = String::new();
    for number in 0..LINES {
        let (some, more) = (number % 7 + 3, number % 5 + 2);
        let _ = match number % 3 {
            0 => writeln!(
                lines,
                r#"{{"id":"q{number}","kind":"quorum","profile":"nw-kro-ausschuss","seats":17,"present":{{"KA":{some},"SB":{more}}},"recused":{{"SB":1}},"vacant":1}}"#
            ),
            1 => writeln!(
                lines,
                r#"{{"id":"v{number}","kind":"vote","profile":"th-ko-rat","entitled":17,"yes":{some},"no":{more},"abstain":1,"method":"open"}}"#
            ),
            _ => writeln!(
                lines,
                r#"{{"id":"e{number}","kind":"election","profile":"nw-go-rat","round":1,"candidates":{{"A":{some},"B":{more},"C":2}},"no":0,"abstain":1,"invalid":0}}"#
            ),
        };
    }
    lines
}
