//! First figures, in one run: an act in sessions of three lengths, in memory and durable; beside it
//! a bare SQLite commit of the same bytes on the same disk; an act entered late; one document; the
//! rules asked 100,000 times. It judges nothing and asserts no time; `make bench` prints it, and
//! what criterion measured stands once more in a table at the end.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    reason = "a bench is no part of the product"
)]

mod figures {
    pub(crate) mod durable;
    pub(crate) mod plain;
    pub(crate) mod rules;
    pub(crate) mod sample;
}

use criterion::{BatchSize, BenchmarkId, Criterion};
use figures::{durable, rules, sample};
use sitzungsbuch_app::conformity;
use sitzungsbuch_app::documents::{self, Scope};
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::testing::{Rehearsal, ordinary};
use std::path::Path;
use std::time::Duration;

/// Acts that a session has already; whole rounds of ordinary ones.
const SIZES: [u32; 3] = [100, 1_000, 10_000];

/// Where criterion keeps what it measured.
const KEPT: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/criterion");

fn main() {
    let mut criterion = Criterion::default()
        .output_directory(Path::new(KEPT))
        .without_plots()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    in_memory(&mut criterion);
    durable::measure(&mut criterion, folder.path(), &SIZES);
    document(&mut criterion, folder.path());
    criterion.final_summary();
    print();
    rules::print();
}

/// An act of the core alone: judged, folded, with its hints. One round of ordinary acts is the unit,
/// so that cheap and dear ones have their share.
fn in_memory(criterion: &mut Criterion) {
    let sessions =
        SIZES.map(|size| (size, ordinary::session(size / ordinary::ROUND * ordinary::ROUND)));
    let mut group = criterion.benchmark_group("in memory");
    for (size, session) in &sessions {
        let round: Vec<(u32, Command)> = (session.acts - 2..)
            .take(ordinary::ROUND as usize)
            .map(|n| (n, ordinary::act(n)))
            .collect();
        let play = |mut session: Rehearsal| {
            for (number, command) in &round {
                let decision = session.decide(ordinary::moment(*number), command).unwrap();
                session.state = decision.next;
                session.acts += 1;
            }
            session
        };
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(|| session.clone(), play, BatchSize::SmallInput);
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("late");
    for (size, session) in &sessions {
        for (name, number) in
            [("in the middle", session.acts / 2), ("five minutes ago", session.acts - 42)]
        {
            let at = ordinary::moment(number);
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| session.decide(at, &ordinary::late()).unwrap());
            });
        }
    }
    group.finish();
}

/// Composes, sets and writes the complete document of the sample.
fn document(criterion: &mut Criterion, folder: &Path) {
    let record = sample::record(folder);
    criterion.bench_function("document", |bencher| {
        bencher.iter(|| documents::render(&record, &Scope::Complete.into()).unwrap());
    });
    let pdf = documents::render(&record, &Scope::Complete.into()).unwrap().pdf;
    criterion.bench_function("conformity", |bencher| {
        bencher.iter(|| assert!(conformity::findings(&pdf).is_empty()));
    });
}

/// The median that criterion keeps of a figure, in microseconds.
fn median(figure: &str) -> f64 {
    let file = Path::new(KEPT).join(figure).join("new/estimates.json");
    let text = std::fs::read_to_string(&file).unwrap();
    let estimates: serde_json::Value = serde_json::from_str(&text).unwrap();
    estimates["median"]["point_estimate"].as_f64().unwrap() / 1000.0
}

fn print() {
    let of = |figure: &str| SIZES.map(|size| median(&format!("{figure}/{size}")));
    let row = |name: &str, [small, middle, large]: [f64; 3]| {
        println!("{name:<44}{small:>10.1}{middle:>10.1}{large:>10.1}{:>10.2}", large / small);
    };
    println!("\nmedians in microseconds; the session has so many acts already");
    println!("{:<44}{:>10}{:>10}{:>10}{:>10}", "", SIZES[0], SIZES[1], SIZES[2], "ratio");
    row(
        "an act in memory (mean of a round)",
        of("in memory").map(|time| time / f64::from(ordinary::ROUND)),
    );
    row("an act entered five minutes late, in memory", of("late/five minutes ago"));
    row("an act entered in the middle, in memory", of("late/in the middle"));
    let (act, bare) = (of("act"), of("bare commit"));
    row("an act through the engine, durable", act);
    row("a bare SQLite commit of the same bytes", bare);
    let [small, middle, large] = [0, 1, 2].map(|one| act[one] / (3.0 * bare[one]));
    println!("{:<44}{small:>10.2}{middle:>10.2}{large:>10.2}", "an act to three bare commits");
    println!("{:<44}{:>10.1}", "the complete document of the sample", median("document"));
    println!("{:<44}{:>10.1}", "its checks before a signature", median("conformity"));
}
