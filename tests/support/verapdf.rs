//! What veraPDF says of files (`tests/tools/verapdf.sh`). It judges nothing itself.

use std::path::Path;
use std::process::Command;

/// What is against the standards in some files, each held against every flavour ("3a", "2a", "ua1"):
/// a line for a file and flavour that fails, with the clauses below it; empty when all keep to all.
pub(crate) fn against(flavours: &str, files: &[&Path]) -> String {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("tests/tools/verapdf.sh"))
        .find(|tool| tool.exists())
        .unwrap();
    let ended = Command::new("bash").arg(tool).arg(flavours).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    let judged = said.lines().filter(|line| line.starts_with("PASS ") || line.starts_with("FAIL "));
    let asked = files.len() * flavours.split(',').count();
    assert_eq!(judged.count(), asked, "{said}{}", String::from_utf8_lossy(&ended.stderr));
    said.lines().filter(|line| !line.starts_with("PASS ")).collect::<Vec<_>>().join("\n")
}
