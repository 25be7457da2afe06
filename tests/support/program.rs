//! The command-line program as a test starts it: built once, away from any home folder.
#![allow(dead_code, reason = "each test crate uses a part of it")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// Passphrase of every vault that a test makes.
pub(crate) const PASSPHRASE: &str = "Übung macht den Meister 🗝";

/// The built program. Another package's binary is not built for tests, so this asks for it: by one of
/// the tests it is built for, and for the whole workspace, so that every crate below it has the
/// features of `make test` and is not built a second time.
pub(crate) fn path() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["test", "--quiet", "--locked", "--workspace", "--no-run", "--test", "program"])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        // Tests lie in <target>/<profile>/deps.
        let test = std::env::current_exe().unwrap();
        test.parent().and_then(Path::parent).unwrap().join("sitzungsbuch")
    })
}

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A command that sees no home folder and knows the passphrase.
pub(crate) fn command(home: &Path) -> Command {
    let mut command = Command::new(path());
    command
        .env_clear()
        .env("SITZUNGSBUCH_HOME", home)
        .env("SITZUNGSBUCH_PASSPHRASE", PASSPHRASE)
        .env("TMPDIR", home)
        .current_dir(home);
    command
}

/// Runs the program to its end.
pub(crate) fn run<S: AsRef<OsStr>>(home: &Path, arguments: impl IntoIterator<Item = S>) -> Ended {
    Ended::of(command(home).args(arguments).output().unwrap())
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) messages: String,
}

impl Ended {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Demands a status and words in the messages.
    pub(crate) fn says(&self, status: i32, words: &[&str]) {
        assert_eq!(self.status, status, "{self:#?}");
        for word in words {
            assert!(self.messages.contains(word), "{word:?} is missing: {self:#?}");
        }
    }
}
