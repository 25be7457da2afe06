//! Who may steer the program from outside: nobody, unless it is built for the journeys. Without
//! that feature it does not even hold the names of their switches, and it closes the doors that
//! Tauri and WebKit leave open. It looks at the program from outside and tests no command.
#![cfg(test)]

use std::path::Path;
use std::process::Command;

const PROGRAM: &str = env!("CARGO_BIN_EXE_sitzungsbuch-desktop");

/// Variables that open the web view to other programs.
const DOORS: [&str; 2] = ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER"];

/// Names of the switches, as their source has them.
fn switches() -> Vec<String> {
    let source = include_str!("../src/journeys.rs");
    let constants = source.lines().filter(|line| line.starts_with("const "));
    constants.map(|line| line.split('"').nth(1).unwrap().to_owned()).collect()
}

fn holds(program: &Path, name: &str) -> bool {
    let bytes = std::fs::read(program).unwrap();
    bytes.windows(name.len()).any(|window| window == name.as_bytes())
}

#[test]
fn only_the_feature_brings_the_switches() {
    let switches = switches();
    assert_eq!(switches.len(), 3);
    for name in switches {
        assert_eq!(holds(Path::new(PROGRAM), &name), cfg!(feature = "journeys"), "{name}");
    }
    assert!(holds(Path::new(PROGRAM), "SITZUNGSBUCH_HOME"), "the wrong file was looked at");
}

#[test]
fn without_a_display_the_program_says_so() {
    let ended = Command::new(PROGRAM).env_clear().env(DOORS[0], "true").output().unwrap();
    let message = String::from_utf8(ended.stderr).unwrap();
    assert!(!ended.status.success());
    assert!(message.starts_with("Das Fenster kann nicht geöffnet werden."), "{message}");
}

/// What the program does to what Tauri and WebKit leave open; for the journeys it stays open.
#[cfg(not(feature = "journeys"))]
mod doors {
    use super::{DOORS, PROGRAM};
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    /// Ends a process that a test started, whatever becomes of the test.
    struct Running(Child);

    impl Drop for Running {
        fn drop(&mut self) {
            drop(self.0.kill());
            drop(self.0.wait());
        }
    }

    /// A display of its own, with its name.
    fn display() -> (Running, String) {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is needed (package xvfb)");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        (Running(server), format!(":{}", number.trim()))
    }

    /// Variables of a running process.
    fn environment(process: &Child) -> Vec<String> {
        let text = std::fs::read(format!("/proc/{}/environ", process.id())).unwrap_or_default();
        text.split(|byte| *byte == 0)
            .map(|part| String::from_utf8_lossy(part).into_owned())
            .collect()
    }

    #[test]
    fn the_program_closes_the_doors_to_its_web_view() {
        let home = tempfile::tempdir().unwrap();
        let (_display, name) = display();
        let program = Command::new(PROGRAM)
            .env_clear()
            .env("DISPLAY", name)
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env(DOORS[0], "true")
            .env(DOORS[1], "127.0.0.1:1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut program = Running(program.unwrap());
        let open = |variables: &[String]| {
            variables.iter().any(|one| DOORS.iter().any(|door| one.starts_with(door)))
        };
        let begin = Instant::now();
        loop {
            let variables = environment(&program.0);
            if variables.iter().any(|one| one.starts_with("HOME=")) && !open(&variables) {
                break;
            }
            assert!(begin.elapsed() < Duration::from_secs(20), "{variables:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(500));
        assert!(program.0.try_wait().unwrap().is_none(), "the program did not start anew");
    }
}
