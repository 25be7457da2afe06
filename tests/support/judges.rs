//! What other people's tools say of the signatures of a file: pyHanko and pdfsig, each below an
//! authority that the test made. It judges nothing itself.

use crate::program;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Runs a tool away from any home folder.
pub(crate) fn tool(home: &Path, name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Output {
    let mut command = Command::new(name.as_ref());
    command.args(arguments).env("HOME", home).env("LC_ALL", "C.UTF-8").current_dir(home);
    command.output().unwrap_or_else(|fault| panic!("{:?}: {fault}", name.as_ref()))
}

pub(crate) fn good(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Runs a tool of the tests in the Python of the project.
pub(crate) fn python(home: &Path, script: &str, arguments: &[&str]) -> Output {
    let script = program::root().join("tests/tools").join(script);
    let arguments = [&[script.to_str().unwrap()], arguments].concat();
    tool(home, program::root().join(".venv/bin/python"), &arguments)
}

/// A database in a folder, in which pdfsig finds the authority.
pub(crate) fn trust(home: &Path, authority: &Path) {
    let database = format!("sql:{}", home.join("nss").display());
    std::fs::create_dir(home.join("nss")).unwrap();
    let ca = authority.to_str().unwrap();
    for arguments in
        [vec!["-N", "--empty-password"], vec!["-A", "-n", "muster", "-t", "C,C,C", "-i", ca]]
    {
        good(&tool(home, "certutil", &[&["-d", &database], &arguments[..]].concat()));
    }
}

/// What pyHanko says of each field: its line, and whether the tool found anything at all.
pub(crate) fn pyhanko(
    home: &Path,
    authority: &Path,
    file: &Path,
) -> (BTreeMap<String, String>, bool) {
    let arguments = [authority.to_str().unwrap(), file.to_str().unwrap()];
    let output = python(home, "signatures.py", &arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    let lines = said.lines().filter_map(|line| {
        let mut parts = line.splitn(3, ": ").skip(1);
        Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
    });
    (lines.collect(), output.status.success())
}

/// What pdfsig says of each field: on the signature, and on the certificate.
pub(crate) fn pdfsig(home: &Path, file: &Path) -> BTreeMap<String, [String; 2]> {
    let said = good(&tool(home, "pdfsig", &["-nssdir", "nss", file.to_str().unwrap()]));
    let mut found: BTreeMap<String, [String; 2]> = BTreeMap::new();
    let mut field = String::new();
    for (label, value) in said.lines().filter_map(|line| line.trim().split_once(": ")) {
        match label {
            "- Signature Field Name" => value.clone_into(&mut field),
            "- Signature Validation" => {
                value.clone_into(&mut found.entry(field.clone()).or_default()[0]);
            }
            "- Certificate Validation" => {
                value.clone_into(&mut found.entry(field.clone()).or_default()[1]);
            }
            _ => {}
        }
    }
    found
}
