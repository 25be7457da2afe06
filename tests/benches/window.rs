//! Start-up and memory of the window beside a bare Tauri window (benches/bare), in one run and in
//! turns, on a display of its own. It judges nothing and asserts no time; `make bench` prints it.
//!
//! Both programs are built for release, as they are packed, and are looked at from outside:
//!
//! - **ready** is the last time that the picture on the display changed by more than a thousandth,
//!   counted from the start of the process. The bare page colours itself once its document carries
//!   `data-ready`. Ours shows the page where a vault is created: the home folder of each start is
//!   new. A caret that blinks changes less than that.
//! - **memory** is PSS: what the program and all that it started have in memory, a page that several
//!   processes share divided among them. It is read once the picture rests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_arithmetic,
    reason = "a bench is no part of the product"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 9;
const AIM_READY: f64 = 1.25;
const AIM_MEMORY: f64 = 40.0;

/// The picture rests when it did not change for so long.
const REST: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_mins(1);
/// How often the picture is looked at.
const GLANCE: Duration = Duration::from_millis(5);

/// What was seen of the starts of one program.
#[derive(Default)]
struct Seen {
    /// Milliseconds to ready.
    ready: Vec<f64>,
    /// Megabytes of all processes.
    memory: Vec<f64>,
    /// Megabytes by name of process.
    parts: BTreeMap<String, Vec<f64>>,
}

/// Ends what was started, whatever becomes of the bench.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn main() {
    let (ours, bare) = built();
    let folder = tempfile::tempdir().unwrap();
    let display = Display::start(folder.path());
    // The first start of each reads the programs from the disk, and is not counted.
    for program in [&ours, &bare] {
        start(program, &display, &folder.path().join("first"), &mut Seen::default());
    }
    let (mut our, mut other) = (Seen::default(), Seen::default());
    for _ in 0..ROUNDS {
        start(&ours, &display, &folder.path().join("home"), &mut our);
        start(&bare, &display, &folder.path().join("home"), &mut other);
    }
    print(&mut our, &mut other);
}

/// Our program and the bare window. Programs of another package are not built for a bench, so this
/// asks for them, with the feature that `tauri build` sets.
fn built() -> (PathBuf, PathBuf) {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--release", "--package", "sitzungsbuch-desktop"])
        .args(["--bins", "--example", "bare", "--features", "tauri/custom-protocol"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri"))
        .status();
    assert!(built.unwrap().success());
    // Benches lie in <target>/release/deps.
    let bench = std::env::current_exe().unwrap();
    let release = bench.parent().and_then(Path::parent).unwrap();
    (release.join("sitzungsbuch-desktop"), release.join("examples/bare"))
}

/// Starts a program in a new home folder, waits until its picture rests, and ends it.
fn start(program: &Path, display: &Display, home: &Path, seen: &mut Seen) {
    fs::create_dir(home).unwrap();
    let before = display.picture();
    let begin = Instant::now();
    let running = Running(
        Command::new(program)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("LANG", "C.UTF-8")
            .env("DISPLAY", &display.name)
            .env("GDK_BACKEND", "x11")
            .env("GTK_THEME", "Adwaita")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .env("TMPDIR", home)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let ready = display.rests(begin, before);
    seen.ready.push(ready.as_secs_f64() * 1000.0);
    let family = family(running.0.id());
    let mut parts = BTreeMap::<String, f64>::new();
    for (index, process) in family.iter().enumerate() {
        let name = if index == 0 { "the program itself".into() } else { name(*process) };
        *parts.entry(name).or_default() += pss(*process);
    }
    seen.memory.push(parts.values().sum());
    for (name, megabytes) in parts {
        seen.parts.entry(name).or_default().push(megabytes);
    }
    drop(running);
    // What is left of one start would share memory with the next.
    let end = Instant::now();
    while family.iter().any(|process| Path::new(&format!("/proc/{process}")).exists()) {
        assert!(end.elapsed() < PATIENCE, "{} does not end", program.display());
        std::thread::sleep(GLANCE);
    }
    fs::remove_dir_all(home).unwrap();
}

/// A display that keeps its picture in a file, so that it can be seen without asking the server.
struct Display {
    name: String,
    picture: PathBuf,
    _server: Running,
}

impl Display {
    fn start(folder: &Path) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .args(["-noreset", "-fbdir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is needed (package xvfb)");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let picture = folder.join("Xvfb_screen0");
        Self { name: format!(":{}", number.trim()), picture, _server: Running(server) }
    }

    fn picture(&self) -> Vec<u8> {
        fs::read(&self.picture).unwrap()
    }

    /// Waits until the picture rests; from `begin` to its last change.
    fn rests(&self, begin: Instant, mut picture: Vec<u8>) -> Duration {
        let mut changed = None;
        loop {
            let now = begin.elapsed();
            let seen = self.picture();
            if differ(&picture, &seen) {
                changed = Some(now);
                picture = seen;
            }
            match changed {
                Some(changed) if now > changed + REST => return changed,
                _ => assert!(now < PATIENCE, "the picture does not come to rest"),
            }
            std::thread::sleep(GLANCE);
        }
    }
}

/// More than a thousandth of the picture is another.
fn differ(one: &[u8], other: &[u8]) -> bool {
    if one == other {
        return false;
    }
    let pixels = one.chunks_exact(4).zip(other.chunks_exact(4));
    pixels.filter(|(one, other)| one != other).count() > one.len() / 4 / 1000
}

/// A process and all that it started.
fn family(root: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let process = entry.ok()?.file_name().to_str()?.parse::<u32>().ok()?;
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse::<u32>().ok()?;
        Some((process, parent))
    });
    let parents: Vec<(u32, u32)> = processes.collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(process, _)| process));
        at += 1;
    }
    family
}

/// The program that a process runs.
fn name(process: u32) -> String {
    let program = fs::read_link(format!("/proc/{process}/exe")).unwrap();
    program.file_name().unwrap().to_string_lossy().into_owned()
}

/// Megabytes of a process.
fn pss(process: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1024.0
}

fn print(our: &mut Seen, bare: &mut Seen) {
    let ratio = median(&mut our.ready) / median(&mut bare.ready);
    let more = median(&mut our.memory) - median(&mut bare.memory);
    println!(
        "the window beside a bare one, {ROUNDS} starts each in turns, median (least to most):"
    );
    println!("                          Sitzungsbuch              bare Tauri window");
    row("start to ready, ms", &mut our.ready, &mut bare.ready);
    println!("  ratio {ratio:.2} (aim: at most {AIM_READY:.2})");
    row("memory (PSS), MB", &mut our.memory, &mut bare.memory);
    println!("  difference {more:+.0} MB (aim: at most {AIM_MEMORY:+.0} MB)");
    for (name, megabytes) in &mut our.parts {
        let bare = bare.parts.get_mut(name);
        row(&format!("  {name}"), megabytes, bare.unwrap_or(&mut Vec::new()));
    }
}

fn row(what: &str, our: &mut [f64], bare: &mut [f64]) {
    println!("  {what:<24}{:<26}{}", figure(our), figure(bare));
}

fn figure(values: &mut [f64]) -> String {
    let middle = median(values);
    match (values.first(), values.last()) {
        (Some(least), Some(most)) => format!("{middle:.0} ({least:.0} to {most:.0})"),
        _ => "-".into(),
    }
}

/// Sorts.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
