//! The same document by our program and by others, in one run and in turns: whole processes with
//! their memory, and inside a process that is warm; beside the times what the files say of
//! themselves and what judges find in them. It judges nothing and asserts no time; `make bench`
//! prints it, and keeps the files in `<target>/tmp/documents` to be looked at.
//!
//! The others get what they read made for them beforehand, and that is not counted; ours begins with
//! the record. The one of typst is a Python package, so its process has Python's start in it.
//!
//! Numbers behind `--` are taken for the numbers of pages to measure; `warm` measures what the warm
//! process does, and no other program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_arithmetic,
    reason = "a bench is no part of the product"
)]

mod figures {
    pub(crate) mod sample;
}
mod beside {
    pub(crate) mod programs;
    pub(crate) mod record;
    pub(crate) mod typing;
}

use beside::programs::{self, Program, Took, Verdict};
use beside::{record, typing};
use figures::sample;
use sitzungsbuch_app::conformity::Archive;
use sitzungsbuch_app::desk::Desk;
use sitzungsbuch_app::documents::{self, Composed, Scope, render};
use sitzungsbuch_minutes::compose;
use sitzungsbuch_minutes::record::Record;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

const SIZES: [usize; 4] = [10, 20, 100, 500];
const ROUNDS: usize = 9;
/// A program that took so long in sum is not asked again.
const PATIENCE: f64 = 60_000.0;
/// Files of ours with so many pages at most are judged; it takes seconds for each.
const JUDGED: usize = 20;

/// Aims of the issue.
const AIM_WARM: f64 = 15.0;
const AIM_KEYSTROKE: f64 = 8.0;
const AIM_MEMORY: f64 = 60.0;
const AIM_TIMES: [(&str, f64); 2] = [("typst", 5.0), ("libreoffice", 20.0)];

/// What was seen of one program at one size.
struct Seen {
    name: &'static str,
    took: Vec<Took>,
    verdict: Option<Verdict>,
    /// Inside a warm process, milliseconds.
    again: Vec<f64>,
}

fn main() {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    drop(fs::remove_dir_all(&kept));
    fs::create_dir_all(&kept).unwrap();
    let sample = sample::record(&kept);
    let (programs, missing) = programs::found();
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let alone = std::env::args().any(|word| word == "warm");
    let sizes = if asked.is_empty() && !alone { SIZES.to_vec() } else { asked };
    let mut warm = Vec::new();
    for pages in sizes {
        let record = of_pages(&sample, pages);
        let folder = written(&kept, pages, &record);
        let seen = measured(&programs, &folder, &record, pages);
        print(pages, &seen, &missing);
        warm.push((pages, seen));
    }
    if !alone {
        print_costs(&warm);
    }
    print_parts(&sample);
    print_typing(&kept);
}

/// The sample in a warm process: when nothing is remembered of it, after a keystroke, and what the
/// record in the file takes of that.
fn print_parts(sample: &Record) {
    let composed = |record: &Record| documents::composed(record, &Scope::Complete.into()).unwrap();
    let set = |one: &Composed| documents::set(one, Archive::A3a).unwrap().pages;
    let (mut first, mut typed, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    let mut pages = 0;
    for round in 0..=ROUNDS {
        let [one, two, three] = [1, 2, 3].map(|more| record::typed(sample, round * 3 + more));
        // Whoever locks the vault leaves nothing in memory.
        Desk::new("").lock();
        first.push(timed(|| pages = set(&composed(&one))));
        typed.push(timed(|| pages = set(&composed(&two))));
        bare.push(timed(|| pages = set(&Composed { record: None, ..composed(&three) })));
    }
    println!("\n{pages} pages in a warm process, from the record to bytes, milliseconds");
    for (name, times) in [
        ("nothing remembered of it", first),
        ("after a keystroke", typed),
        ("the same without the record in the file", bare),
    ] {
        // The first one was cold.
        println!("{name:<44}{:>24}", tenths(&mut times.clone().split_off(1)));
    }
}

fn print_typing(kept: &Path) {
    let updates = typing::measured(kept, 20, 30);
    println!(
        "\nthe draft beside the text after a keystroke, {} pages, milliseconds (aim: {AIM_KEYSTROKE:.0})",
        updates.pages
    );
    for (name, mut times) in [
        ("read in the desk", updates.begun.clone()),
        ("made beside it", updates.made.clone()),
        ("both", updates.whole()),
    ] {
        println!("{name:<44}{:>24}", tenths(&mut times));
    }
}

fn timed(work: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    work();
    begin.elapsed().as_secs_f64() * 1000.0
}

fn tenths(values: &mut [f64]) -> String {
    let middle = median(values);
    let (least, most) = (values[0], values[values.len() - 1]);
    format!("{middle:.1} ({least:.1} to {most:.1})")
}

/// A record that gives about so many pages; the sample alone has eleven.
fn of_pages(sample: &Record, pages: usize) -> Record {
    let made =
        |items| render(&record::longer(sample, items), &Scope::Complete.into()).unwrap().pages;
    let (least, most) = (made(0), made(pages));
    record::longer(sample, pages.saturating_sub(least) * pages / (most - least))
}

/// The folder with what the programs read.
fn written(kept: &Path, pages: usize, record: &Record) -> PathBuf {
    let folder = kept.join(pages.to_string());
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("record.json"), serde_json::to_vec(record).unwrap()).unwrap();
    let document = compose::complete(record);
    fs::write(folder.join("document.json"), serde_json::to_vec(&document).unwrap()).unwrap();
    folder
}

fn measured(programs: &[Program], folder: &Path, record: &Record, pages: usize) -> Vec<Seen> {
    let mut seen = Vec::new();
    for program in programs {
        program.prepare(folder);
        // The first start reads the program from the disk, and is not counted.
        let first = program.run(folder);
        let took = if first.is_some_and(|took| took.milliseconds > PATIENCE) {
            first.into_iter().collect()
        } else {
            Vec::new()
        };
        seen.push(Seen { name: program.name, took, verdict: None, again: Vec::new() });
    }
    for _ in 0..ROUNDS {
        for (program, seen) in programs.iter().zip(&mut seen) {
            if seen.took.iter().map(|took| took.milliseconds).sum::<f64>() < PATIENCE {
                seen.took.extend(program.run(folder));
            }
        }
    }
    for (program, seen) in programs.iter().zip(&mut seen) {
        let ours = program.name == "sitzungsbuch" && pages <= JUDGED;
        seen.verdict = programs::verdict(&program.writes(folder), ours);
        seen.again = program.again(folder, ROUNDS).unwrap_or_default();
    }
    seen[0].again = keystrokes(record);
    seen
}

/// From the record to bytes again after each keystroke, in this process.
fn keystrokes(record: &Record) -> Vec<f64> {
    let mut times = Vec::new();
    for letters in 0..=ROUNDS {
        let record = record::typed(record, letters);
        times.push(timed(|| drop(render(&record, &Scope::Complete.into()).unwrap())));
    }
    // The first one was cold.
    times.split_off(1)
}

fn print(pages: usize, seen: &[Seen], missing: &[&str]) {
    let times =
        |seen: &Seen| -> Vec<f64> { seen.took.iter().map(|one| one.milliseconds).collect() };
    let ours = median(&mut times(&seen[0]));
    println!(
        "\nabout {pages} pages; whole processes in turns, milliseconds: median (least to most)"
    );
    println!(
        "{:<14}{:>24}{:>8}{:>8}{:>8}{:>10}  {:<13}{:<8}{:<6}{:<10}veraPDF",
        "", "process", "ratio", "MB", "pages", "warm ms", "claims", "tagged", "qpdf", "own judge"
    );
    for seen in seen {
        let mut process = times(seen);
        let mut memory: Vec<f64> = seen.took.iter().map(|one| one.megabytes).collect();
        let mut again = seen.again.clone();
        let warm = if again.is_empty() { "-".into() } else { format!("{:.1}", median(&mut again)) };
        print!("{:<14}{:>24}", seen.name, figure(&mut process));
        print!("{:>8.1}{:>8.0}", median(&mut process) / ours, median(&mut memory));
        let Some(verdict) = &seen.verdict else {
            println!("  failed");
            continue;
        };
        let count = |found: Option<usize>| found.map_or_else(|| "-".into(), |one| one.to_string());
        let (own, vera) = (count(verdict.findings), count(verdict.vera));
        let (tagged, sound) = (yes(verdict.tagged), yes(verdict.sound));
        println!(
            "{:>8}{warm:>10}  {:<13}{tagged:<8}{sound:<6}{own:<10}{vera}",
            verdict.pages, verdict.claims
        );
    }
    for name in missing {
        println!("{name:<14}{:>24}", "not there");
    }
    print_aims(pages, seen, ours);
}

fn print_aims(pages: usize, seen: &[Seen], ours: f64) {
    let mut warm = seen[0].again.clone();
    if pages == 10 {
        println!("  warm, record to bytes: {:.1} ms (aim: {AIM_WARM:.0} ms)", median(&mut warm));
    }
    for (name, aim) in AIM_TIMES {
        let other = seen.iter().find(|seen| seen.name == name && !seen.took.is_empty());
        if let Some(other) = other {
            let mut times: Vec<f64> = other.took.iter().map(|one| one.milliseconds).collect();
            println!(
                "  {name} takes {:.1} times as long (aim: {aim:.0})",
                median(&mut times) / ours
            );
        }
    }
    if pages == 500 {
        let mut memory: Vec<f64> = seen[0].took.iter().map(|one| one.megabytes).collect();
        println!("  memory: {:.0} MB (aim: {AIM_MEMORY:.0} MB)", median(&mut memory));
    }
}

/// What a page costs at each size: flat is the aim.
fn print_costs(sizes: &[(usize, Vec<Seen>)]) {
    println!("\nmilliseconds for each page, whole process (warm)");
    for program in 0..sizes[0].1.len() {
        print!("{:<14}", sizes[0].1[program].name);
        for (pages, seen) in sizes {
            let seen = &seen[program];
            let mut times: Vec<f64> = seen.took.iter().map(|one| one.milliseconds).collect();
            let made = seen.verdict.as_ref().map_or(f64::NAN, |verdict| real(verdict.pages));
            let warm = median(&mut seen.again.clone()) / made;
            let warm = if warm.is_nan() { String::new() } else { format!(" ({warm:.2})") };
            print!("{:>22}", format!("{pages}: {:.2}{warm}", median(&mut times) / made));
        }
        println!();
    }
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

fn yes(holds: bool) -> &'static str {
    if holds { "yes" } else { "no" }
}

fn figure(values: &mut [f64]) -> String {
    let middle = median(values);
    match (values.first(), values.last()) {
        (Some(least), Some(most)) => format!("{middle:.0} ({least:.0} to {most:.0})"),
        _ => "failed".into(),
    }
}

/// Sorts.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
