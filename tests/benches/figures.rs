//! First figures, side by side in one run: an act through the engine beside a bare SQLite commit of
//! the same bytes on the same disk; one document. It judges nothing and asserts no time; `make bench`
//! prints it.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    reason = "a bench is no part of the product"
)]

use rusqlite::Connection;
use sitzungsbuch_app::documents::{self, Edition, Scope};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::{Engine, Vault};
use std::path::Path;
use std::time::{Duration, Instant};

const SAMPLE: &str = include_str!("../../assets/sample/kreis-wiesenthal.json");
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (mut acts, mut bare) = (Vec::new(), Vec::new());
    let mut documents = Vec::new();
    for round in 0..ROUNDS {
        let mut engine = record(&folder.path().join(round.to_string()), &mut acts, &mut bare);
        document(&mut engine, &mut documents);
    }
    let (act, commit) = (median(&mut acts), median(&mut bare));
    println!("{} acts of the sample session, {ROUNDS} rounds, medians:", acts.len());
    println!("  act through the engine, durable   {:>8.3} ms", milliseconds(act));
    println!("  bare SQLite commit, same bytes    {:>8.3} ms", milliseconds(commit));
    println!(
        "  ratio                             {:>8.2}",
        milliseconds(act) / milliseconds(commit)
    );
    println!(
        "  complete Niederschrift as PDF     {:>8.3} ms",
        milliseconds(median(&mut documents))
    );
}

/// Composes, sets and writes the complete document of the sample.
fn document(engine: &mut Engine, documents: &mut Vec<Duration>) {
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    let issued = player.issued().unwrap();
    let record = documents::record(engine, player.meeting(), issued, Edition::Final).unwrap();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        documents::render(&record, Scope::Complete).unwrap();
        documents.push(start.elapsed());
    }
}

/// Plays the sample; each act is followed by a bare commit of the bytes it wrote.
fn record(folder: &Path, acts: &mut Vec<Duration>, bare: &mut Vec<Duration>) -> Engine {
    std::fs::create_dir(folder).unwrap();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    let vault = Vault::create_ephemeral(&folder.join("v.sitzungsbuch")).unwrap();
    let mut engine = Engine::new(vault).unwrap();
    player.prepare(&mut engine).unwrap();
    let plain = plain(&folder.join("plain.db"));
    let meeting = player.meeting().to_string();
    let mut written = engine.vault().load(&meeting).unwrap().rows.len();
    for index in 0..player.len() {
        let start = Instant::now();
        player.play(&mut engine, index).unwrap();
        acts.push(start.elapsed());
        let rows = engine.vault().load(&meeting).unwrap().rows;
        let bytes: Vec<u8> =
            rows[written..].iter().flat_map(|row| row.body.as_str().bytes()).collect();
        written = rows.len();
        let start = Instant::now();
        plain.execute("INSERT INTO bytes (body) VALUES (?1)", [&bytes]).unwrap();
        bare.push(start.elapsed());
    }
    engine
}

/// A database as durable as the vault, without a key, a chain or a projection.
fn plain(file: &Path) -> Connection {
    let plain = Connection::open(file).unwrap();
    plain.pragma_update(None, "journal_mode", "wal").unwrap();
    plain.pragma_update(None, "synchronous", "full").unwrap();
    plain.execute_batch("CREATE TABLE bytes (id INTEGER PRIMARY KEY, body BLOB) STRICT").unwrap();
    plain
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
