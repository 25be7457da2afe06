//! Tools that others wrote, asked about one file: each says what is wrong with it, or gives its text.

use super::Case;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder for files.
pub(super) struct Place(tempfile::TempDir);

impl Place {
    /// Where the file of a case lies.
    pub(super) fn file(&self, number: usize, case: &Case) -> PathBuf {
        self.0.path().join(format!("{number} {}.pdf", case.name.replace('/', "-")))
    }

    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.0.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        file
    }
}

fn run(program: &str, arguments: &[&str], file: &Path, behind: &[&str]) -> Output {
    let ended = Command::new(program).args(arguments).arg(file).args(behind).output();
    ended.unwrap_or_else(|fault| panic!("{program}: {fault}"))
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(super) fn place() -> Place {
    Place(tempfile::tempdir().unwrap())
}

pub(super) fn qpdf(file: &Path) -> Option<String> {
    let ended = run("qpdf", &["--check"], file, &[]);
    let said = words(&ended.stdout) + &words(&ended.stderr);
    let sound = ended.status.success() && !said.contains("WARNING");
    (!sound).then(|| format!("qpdf: {said}"))
}

/// Every font is embedded, a subset, and readable as text.
pub(super) fn fonts(file: &Path, family: &str) -> Option<String> {
    let ended = run("pdffonts", &[], file, &[]);
    let said = words(&ended.stdout);
    let fonts: Vec<&str> = said.lines().skip(2).collect();
    let sound = fonts.iter().all(|font| {
        let parts: Vec<&str> = font.split_whitespace().rev().collect();
        parts.get(2..5) == Some(&["yes", "yes", "yes"]) && font.contains(family)
    });
    let sound = sound && ended.status.success() && !fonts.is_empty();
    (!sound).then(|| format!("pdffonts: {said}{}", words(&ended.stderr)))
}

/// The text in the order in which it is drawn.
pub(super) fn text(file: &Path) -> String {
    let ended = run("pdftotext", &["-raw", "-nopgbrk"], file, &["-"]);
    assert!(ended.status.success() && ended.stderr.is_empty(), "{}", words(&ended.stderr));
    words(&ended.stdout)
}

/// The text in the order of the structure tree: a line of the tool is a role, an attribute, or
/// a text in quotation marks. Texts of one element are one, with the marks of notes; those of others
/// are other words.
pub(super) fn tree(file: &Path) -> String {
    let ended = run("pdfinfo", &["-struct-text"], file, &[]);
    assert!(ended.status.success() && ended.stderr.is_empty(), "{}", words(&ended.stderr));
    let said = words(&ended.stdout);
    let mut text = String::new();
    for line in said.lines().map(str::trim_start) {
        match line.strip_prefix('"') {
            Some(words) => text.push_str(words.strip_suffix('"').unwrap_or(words)),
            None if line.starts_with('/') || line.starts_with("Reference") => {}
            None => text.push('\n'),
        }
    }
    text
}
