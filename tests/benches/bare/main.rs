//! A bare Tauri window with an empty page: what benches/window.rs measures our own beside. It is an
//! example of the shell, so that it has the same Tauri with the same features, built once.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("../tests/benches/bare/tauri.conf.json"))
}
