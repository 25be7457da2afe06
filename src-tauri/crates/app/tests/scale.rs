//! The largest session through the engine and a real, encrypted vault: 200 seats, acts by the thousand
//! (`make soak`; fewer in `make test`). The process that records is killed in the middle and goes on
//! after that; what was answered is there, and in the end the vault holds what a session in memory does.
#![cfg(test)]

use sitzungsbuch_app::core::session::{Command, State};
use sitzungsbuch_app::core::testing::{Committee, Rehearsal, largest};
use sitzungsbuch_app::core::{ActId, Moment};
use sitzungsbuch_app::{
    Caller, Chain, Engine, MasterRequest, MeetingRequest, Passphrase, Request, Vault,
};
use sitzungsbuch_store::KdfCost;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command as Program, Stdio};

/// Where the process that is killed records, and how many acts.
const FOLDER: &str = "SITZUNGSBUCH_SCALE_FOLDER";
const ACTS: &str = "SITZUNGSBUCH_SCALE_ACTS";
/// Before the number of an act that was answered.
const ANSWERED: &str = "answered ";

fn open(folder: &Path) -> Engine {
    let passphrase = Passphrase::new("Probe".to_owned()).unwrap();
    let vault = if folder.exists() {
        Vault::open(folder, &passphrase)
    } else {
        Vault::create_with(folder, &passphrase, KdfCost::Minimal)
    };
    Engine::new(vault.unwrap()).unwrap()
}

fn caller() -> Caller<'static> {
    let now = Moment::parse("2026-12-24T12:00+00:00").unwrap().timestamp();
    Caller { now, actor: "test", source: "test" }
}

fn state(engine: &mut Engine) -> State {
    engine.state(Committee::meeting()).unwrap().clone()
}

/// The act with a number: the preparation, the opening, whatever follows.
fn act(number: u32) -> (Moment, Command) {
    match number {
        0 => {
            let plan = largest::committee().plan();
            (Moment::parse("2026-11-02T09:00+01:00").unwrap(), Command::PrepareMeeting { plan })
        }
        1 => (Committee::at("16:32"), largest::opening()),
        more => largest::act(more - 2),
    }
}

/// Records the acts with these numbers; those that are there are answered as they were.
fn record(engine: &mut Engine, numbers: std::ops::Range<u32>, mut answered: impl FnMut(u32)) {
    let rows = largest::committee().rows();
    let master = MasterRequest { act: ActId::from_key("stammdaten"), rows };
    engine.execute(&Request::Master(master), &caller()).unwrap();
    for number in numbers {
        let (at, command) = act(number);
        let act = ActId::from_key(&format!("a{number}"));
        let meeting = Committee::meeting();
        let request = MeetingRequest { act, meeting, based_on: None, at, command };
        let outcome = engine.execute(&Request::Meeting(Box::new(request)), &caller());
        outcome.unwrap_or_else(|fault| panic!("{number}: {fault:?}"));
        answered(number);
    }
}

/// The process that is killed: it has nothing to do in a run of the tests.
#[test]
fn recorder() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let acts = std::env::var(ACTS).unwrap().parse().unwrap();
    let mut engine = open(Path::new(&folder));
    record(&mut engine, 0..acts, |number| println!("\n{ANSWERED}{number}"));
}

fn recorder_of(folder: &Path, acts: u32) -> Child {
    let mut program = Program::new(std::env::current_exe().unwrap());
    program.args(["--exact", "recorder", "--nocapture"]).env(FOLDER, folder);
    program.env(ACTS, acts.to_string()).stdout(Stdio::piped()).stderr(Stdio::null());
    program.spawn().unwrap()
}

/// Kills the process after so many answers; the number of the last one it gave.
fn killed(folder: &Path, acts: u32, after: usize) -> u32 {
    let mut child = recorder_of(folder, acts);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let number = |line: String| line.strip_prefix(ANSWERED)?.parse::<u32>().ok();
    let mut answers = lines.filter_map(number);
    let last = answers.by_ref().take(after).last();
    child.kill().unwrap();
    // What was in the pipe had been answered, too.
    let last = answers.last().or(last).unwrap();
    assert!(!child.wait().unwrap().success(), "it had come to its end");
    last
}

/// Killed after a quarter and after half of the acts, each time within one of them.
fn play(acts: u32) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("v.sitzungsbuch");
    let quarter = usize::try_from(acts / 4).unwrap();
    let mut recorded = 0;
    for _ in 0..2 {
        let last = killed(&folder, acts, recorded + quarter);
        let mut engine = open(&folder);
        let there: BTreeSet<ActId> =
            state(&mut engine).entries.iter().map(|entry| entry.act).collect();
        let known = |number: u32| there.contains(&ActId::from_key(&format!("a{number}")));
        assert!((0..=last).all(known), "an answered act is missing");
        // One more at most: it was kept, and the answer was not given any more.
        assert!(!known(last + 2));
        assert_eq!(engine.chain(Committee::meeting()).unwrap(), Chain::Intact);
        recorded = usize::try_from(last).unwrap() + 1;
    }
    let mut engine = open(&folder);
    let from = u32::try_from(recorded).unwrap();
    record(&mut engine, from..acts, |_| {});
    let live = state(&mut engine);
    let profiles = engine.profiles().to_vec();
    drop(engine);
    let mut engine = open(&folder);
    assert!(state(&mut engine) == live, "a restart gives another state");
    assert_eq!(engine.chain(Committee::meeting()).unwrap(), Chain::Intact);
    let mut rehearsal = Rehearsal { profiles, ..Rehearsal::unprepared(largest::committee()) };
    for number in 0..acts {
        let (at, command) = act(number);
        rehearsal.act(at, &command).unwrap();
    }
    assert!(live.now == rehearsal.state.now, "the vault holds another session");
    assert_eq!(live.entries.len(), rehearsal.state.entries.len());
    let votes = u32::try_from(live.now.votes.len()).unwrap();
    assert!(live.now.seats.len() > usize::from(largest::SEATS) && votes * 12 > acts, "{votes}");
}

#[test]
fn three_hundred_acts_of_two_hundred_seats() {
    play(300);
}

#[test]
#[ignore = "20,000 acts in a vault; make soak"]
fn soak_twenty_thousand_acts_of_two_hundred_seats() {
    play(20_000);
}
