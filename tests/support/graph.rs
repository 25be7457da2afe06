//! The packages and their dependencies as `cargo metadata` tells them, from the lock file and
//! without the network. It judges nothing; that is the business of arch.rs.

use std::process::Command;

use serde_json::Value;

use super::files;

/// One package of the dependency graph.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    /// A package of this workspace.
    pub(crate) ours: bool,
    /// What the manifest names, of every kind (normal, build, dev).
    pub(crate) dependencies: Vec<Dependency>,
}

/// One dependency as a manifest names it.
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// Needed by tests and examples only.
    pub(crate) dev: bool,
    pub(crate) default_features: bool,
    pub(crate) features: Vec<String>,
}

/// Every package of the lock file. A machine that has fetched only what it builds itself still gets
/// an answer, for its own platform, and is told so.
pub(crate) fn packages() -> Vec<Package> {
    let metadata = metadata(&[]).or_else(|_| {
        println!("not every crate is fetched: only those for this platform are looked at");
        metadata(&["--filter-platform", &host()])
    });
    let metadata = metadata.unwrap_or_else(|error| panic!("try `cargo fetch --locked`: {error}"));
    parse(&metadata)
}

/// Reads the answer of `cargo metadata --format-version 1`.
pub(crate) fn parse(metadata: &str) -> Vec<Package> {
    let metadata: Value = serde_json::from_str(metadata).expect("cargo metadata is JSON");
    list(&metadata["packages"]).iter().map(package).collect()
}

fn metadata(more: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(more)
        .current_dir(files::root())
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|error| error.to_string())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc starts");
    let text = String::from_utf8(output.stdout).expect("rustc speaks UTF-8");
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc names its host").to_owned()
}

fn package(value: &Value) -> Package {
    Package {
        name: string(&value["name"]),
        version: string(&value["version"]),
        licence: string(&value["license"]),
        ours: value["source"].is_null(),
        dependencies: list(&value["dependencies"]).iter().map(dependency).collect(),
    }
}

fn dependency(value: &Value) -> Dependency {
    Dependency {
        name: string(&value["name"]),
        dev: value["kind"] == "dev",
        default_features: value["uses_default_features"] == true,
        features: list(&value["features"]).iter().map(string).collect(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
