//! From a tap to the frame that shows its act, in the real window, in a session that has many acts
//! already; beside it a bare SQLite commit of the same bytes on the same disk. It judges nothing and
//! asserts no time; `make bench` prints it.
//!
//! The engine makes the session. Then `taps.mjs` opens it in the program that is packed, but for the
//! automation of the journeys, and taps on a display of its own. What a tap costs is measured inside
//! the window (see there). An answer comes after the commit, so what is shown is durable.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_arithmetic,
    reason = "a bench is no part of the product"
)]

mod figures {
    pub(crate) mod plain;
}

use figures::plain;
use sitzungsbuch_app::{Caller, Engine, MasterRequest, MeetingRequest, Request, Vault};
use sitzungsbuch_core::agenda_item::{ItemKind, Part};
use sitzungsbuch_core::richtext::RichText;
use sitzungsbuch_core::session::Command as Act;
use sitzungsbuch_core::testing::committee::item;
use sitzungsbuch_core::testing::{Committee, ordinary};
use sitzungsbuch_core::{ActId, Moment};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Acts that the session has already: whole rounds of ordinary ones.
const BEFORE: u32 = 2_002 / ordinary::ROUND * ordinary::ROUND;
const TAPS: usize = 1_000;
/// Of so many at the beginning and at the end the medians are compared.
const ENDS: usize = 100;

/// As in `taps.mjs`.
const ITEMS: [&str; 3] = ["6", "7", "8"];
const PASSPHRASE: &str = "Übung macht den Meister 🗝";
const VAULT: &str = "tresor.sitzungsbuch";

/// What the window measured of one tap, in milliseconds.
struct Tap {
    kind: String,
    /// Until the order goes out.
    sent: f64,
    /// Until the answer is there; the act is durable then.
    answered: f64,
    /// Until the act stands in the page.
    drawn: f64,
    /// Until the frame with it is painted.
    shown: f64,
}

fn main() {
    let program = built();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let before = session(&folder.path().join(VAULT));
    let taps = tapped(&program, folder.path());
    let bare = commits(folder.path(), before);
    print(&taps, &bare);
}

/// The program with the automation of the journeys, set aside: the one that is packed has the same
/// name.
fn built() -> PathBuf {
    let profile = if cfg!(debug_assertions) { "dev" } else { "release" };
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--profile", profile])
        .args(["--package", "sitzungsbuch-desktop", "--bins"])
        .args(["--features", "tauri/custom-protocol,sitzungsbuch-desktop/journeys"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.unwrap().success());
    // Benches lie in <target>/<profile>/deps.
    let bench = std::env::current_exe().unwrap();
    let folder = bench.parent().and_then(Path::parent).unwrap();
    let aside = folder.join("sitzungsbuch-taps");
    std::fs::rename(folder.join("sitzungsbuch-desktop"), &aside).unwrap();
    aside
}

/// A session with many acts in a new vault; how many rows its journal has.
fn session(vault: &Path) -> usize {
    let mut engine = Engine::new(Vault::create(vault, &passphrase()).unwrap()).unwrap();
    let rows = Committee::new(17).rows();
    let master = MasterRequest { act: ActId::from_key("stammdaten"), rows };
    engine.execute(&Request::Master(master), &caller()).unwrap();
    let mut plan = Committee::new(17).plan();
    for number in ITEMS {
        let mut item = item(number, ItemKind::Proposal, Part::Public);
        item.proposal = RichText::paragraphs(["Dem Vorschlag der Verwaltung wird gefolgt."]);
        plan.agenda.push(item);
    }
    record(&mut engine, "plan", plan.start, Act::PrepareMeeting { plan });
    record(&mut engine, "opening", Committee::at("16:32"), ordinary::opening());
    for number in 0..BEFORE {
        record(&mut engine, &number.to_string(), ordinary::moment(number), ordinary::act(number));
    }
    rows_of(engine.vault()).len()
}

fn record(engine: &mut Engine, key: &str, at: Moment, command: Act) {
    let (act, meeting) = (ActId::from_key(key), Committee::meeting());
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    engine.execute(&Request::Meeting(Box::new(request)), &caller()).unwrap();
}

/// Bodies of the journal, one entry per act.
fn rows_of(vault: &Vault) -> Vec<Vec<u8>> {
    let rows = vault.load(&Committee::meeting().to_string()).unwrap().rows;
    let acts = rows.chunk_by(|one, next| one.act == next.act);
    acts.map(|rows| rows.iter().flat_map(|row| row.body.as_str().bytes()).collect()).collect()
}

/// Has the window tapped.
fn tapped(program: &Path, folder: &Path) -> Vec<Tap> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/taps.mjs");
    let node = Command::new("node")
        .args([&script, program, folder])
        .arg(TAPS.to_string())
        .env("TMPDIR", folder)
        .stderr(Stdio::inherit())
        .output()
        .expect("node is needed");
    assert!(node.status.success(), "taps.mjs");
    let taps: Vec<(String, f64, f64, f64, f64)> = serde_json::from_slice(&node.stdout).unwrap();
    let tap = |(kind, sent, answered, drawn, shown)| Tap { kind, sent, answered, drawn, shown };
    taps.into_iter().map(tap).collect()
}

/// The bytes that the taps wrote, each as a bare commit; milliseconds.
fn commits(folder: &Path, before: usize) -> Vec<f64> {
    let vault = Vault::open(&folder.join(VAULT), &passphrase()).unwrap();
    let acts = rows_of(&vault).split_off(before);
    let plain = plain::open(&folder.join("plain.db"));
    let timed = |bytes: &Vec<u8>| {
        let begin = Instant::now();
        plain::commit(&plain, bytes);
        begin.elapsed().as_secs_f64() * 1000.0
    };
    acts.iter().map(timed).collect()
}

fn passphrase() -> sitzungsbuch_app::Passphrase {
    sitzungsbuch_app::passphrase(PASSPHRASE.into()).unwrap()
}

fn caller() -> Caller<'static> {
    let now = Moment::parse("2026-11-12T21:00+01:00").unwrap().timestamp();
    Caller { now, actor: "bench", source: "bench" }
}

fn print(taps: &[Tap], bare: &[f64]) {
    let of = |kind: Option<&str>, figure: fn(&Tap) -> f64| -> Vec<f64> {
        let wanted = taps.iter().filter(|tap| kind.is_none_or(|kind| tap.kind == kind));
        wanted.map(figure).collect()
    };
    let shown = of(None, |tap| tap.shown);
    println!("\n{TAPS} taps in the window, in a session of {BEFORE} acts; milliseconds");
    println!("{:<56}{:>10}{:>10}", "", "median", "p99");
    row("from the tap to the frame that shows it, durable", &shown);
    println!("  (aim: median under 16.7, p99 under 50)");
    row("  until the order goes out", &of(None, |tap| tap.sent));
    row("  until the answer is there, durable", &of(None, |tap| tap.answered));
    row("  until the page has it", &of(None, |tap| tap.drawn));
    for (kind, what) in [
        ("arrives", "somebody arrives"),
        ("leaves", "somebody leaves"),
        ("votes", "a unanimous vote"),
        ("backs", "an act is taken back"),
        ("calls", "an item is called, the one before closed"),
    ] {
        row(&format!("  {what}, shown"), &of(Some(kind), |tap| tap.shown));
    }
    row("a bare SQLite commit of the same bytes", bare);
    let (first, last) = (&shown[..ENDS], &shown[shown.len() - ENDS..]);
    let (first, last) = (part(first, 50), part(last, 50));
    println!("  first {ENDS}: {first:.1}, last {ENDS}: {last:.1}, ratio {:.2}", last / first);
}

fn row(what: &str, values: &[f64]) {
    println!("{what:<56}{:>10.1}{:>10.1}", part(values, 50), part(values, 99));
}

/// The value below which so many of a hundred lie.
fn part(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len() * percent / 100).copied().unwrap_or(f64::NAN)
}
