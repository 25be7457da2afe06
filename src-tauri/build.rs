//! Builds what Tauri needs: the configuration, and a permission for each command of the shell. A
//! command that is not named here cannot be called from the web view.

/// Every command of src/commands.rs; each has its permission in capabilities/main.json,
/// and those of the chair's window in capabilities/chair.json.
const COMMANDS: [&str; 21] = [
    "attach_file",
    "chair",
    "choose_key",
    "close_chair",
    "create_vault",
    "device",
    "execute",
    "find",
    "full_screen",
    "leave",
    "lock",
    "open_chair",
    "preview",
    "query",
    "save_document",
    "save_editable",
    "save_file",
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
