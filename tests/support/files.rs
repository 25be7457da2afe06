//! The files of the project, as git lists them. It reads and changes nothing else: no network, no
//! home folder. New files count before they are committed, ignored ones never do.
#![allow(dead_code, reason = "each test crate uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The top folder of the project.
pub(crate) fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the tests package lies below the top folder").to_path_buf()
}

/// Every file of the project, as a path from the top with forward slashes, sorted.
pub(crate) fn tracked() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is needed to list the files of the project");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("file names are UTF-8");
    let mut names: Vec<String> = text
        .split_terminator('\0')
        .filter(|name| root().join(name).is_file())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    assert!(names.iter().any(|name| name == "Cargo.toml"), "git listed no file of the project");
    names
}

/// The text of a file of the project; nothing for one that is not text.
pub(crate) fn text(name: &str) -> Option<String> {
    let bytes = fs::read(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

/// True for a Rust source file.
pub(crate) fn is_rust(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "rs")
}
