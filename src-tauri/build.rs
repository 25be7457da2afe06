//! Builds what Tauri needs: the configuration, and a permission for each command of the shell. A
//! command that is not named here cannot be called from the web view.

/// Every command of src/commands.rs; each has its permission in capabilities/main.json.
const COMMANDS: [&str; 12] = [
    "choose_key",
    "create_vault",
    "document",
    "execute",
    "leave",
    "lock",
    "query",
    "save_document",
    "sign",
    "status",
    "stay",
    "unlock",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manifest = tauri_build::AppManifest::new().commands(&COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).map_err(|fault| format!("{fault:#}").into())
}
