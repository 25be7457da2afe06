//! The window of the clerk: how it opens, how it looks before the interface is there, how it closes.
//!
//! Closing is up to the interface: it is told, answers at once, saves what was typed last, and asks
//! to leave. Only an interface that does not answer at all is closed without it.

use crate::chair;
use crate::commands;
use crate::shell::Shell;
use sitzungsbuch_app::{ApiError, ErrorCode, faults, places};
use std::time::Duration;
#[cfg(target_os = "linux")]
use std::{cell::Cell, time::Instant};
use tauri::window::Color;
use tauri::{
    App, AppHandle, CloseRequestApi, Manager, RunEvent, Theme, Url, WebviewWindow,
    WebviewWindowBuilder, WindowEvent, Wry,
};

/// What tauri.conf.json calls it.
const MAIN: &str = "main";

/// How long the interface has to answer that it heard; saving may take as long as it needs. It is
/// the time that a slow machine may be busy with one large document.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the process that draws has to live before it is started again.
#[cfg(target_os = "linux")]
const RESPITE: Duration = Duration::from_secs(3);
#[cfg(target_os = "linux")]
const REVIVED: &str = "Die Anzeige war ausgefallen und wurde neu gestartet.";

/// The background that KERN gives to a page, so that nothing flashes before it is there.
const LIGHT: Color = Color(255, 255, 255, 255);
const DARK: Color = Color(0, 0, 0, 255);

/// Tells the interface that the window is about to close.
const CLOSING: &str = "window.dispatchEvent(new Event('sitzungsbuch:closing'))";

/// Opens the window and comes back when it was closed.
pub(crate) fn run() -> Result<(), ApiError> {
    let has_display = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !["DISPLAY", "WAYLAND_DISPLAY"].iter().any(has_display) {
        return Err(unopened("Es ist kein Bildschirm da (DISPLAY und WAYLAND_DISPLAY sind leer)."));
    }
    let home = places::home().ok_or_else(|| {
        ApiError::new(ErrorCode::BadInput, "Es gibt keinen Ordner für den Tresor.")
            .hint("Setzen Sie SITZUNGSBUCH_HOME auf einen Ordner.")
    })?;
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Shell::new(home)?)
        .invoke_handler(commands::handle)
        .setup(|app| Ok(open(app)?))
        .build(tauri::generate_context!())
        .map_err(|fault| unopened(&fault.to_string()))?;
    app.run(|app, event| {
        let heeded = faults::guarded(|| {
            heed(app, &event);
            Ok(())
        });
        heeded.ok();
    });
    Ok(())
}

/// The window, once it is there.
pub(crate) fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(MAIN)
}

fn unopened(why: &str) -> ApiError {
    ApiError::new(ErrorCode::Unreadable, "Das Fenster kann nicht geöffnet werden.")
        .hint(format!("(Technische Angabe: {why})"))
}

fn open(app: &App) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else { return Ok(()) };
    let handle = app.handle();
    let builder = WebviewWindowBuilder::from_config(handle, config)?;
    dress(&closed_in(builder, handle).build()?)
}

/// A window shows the interface and nothing else: it goes nowhere and loads nothing down.
pub(crate) fn closed_in<'a>(
    builder: WebviewWindowBuilder<'a, Wry, AppHandle>,
    app: &AppHandle,
) -> WebviewWindowBuilder<'a, Wry, AppHandle> {
    let dev = app.config().build.dev_url.clone();
    let ours = move |url: &Url| {
        url.scheme() == "tauri" || dev.as_ref().is_some_and(|dev| dev.origin() == url.origin())
    };
    builder
        .data_directory(app.state::<Shell>().web().to_owned())
        .background_color(LIGHT)
        .on_navigation(ours)
        .on_download(|_, _| false)
}

/// It has the ground of its theme, and its process is seen to.
pub(crate) fn dress(window: &WebviewWindow) -> tauri::Result<()> {
    if window.theme()? == Theme::Dark {
        window.set_background_color(Some(DARK))?;
    }
    attend(window)
}

/// The web view paints in main memory, and its process is seen to.
///
/// Nothing here moves or has depth: what changed is painted without a graphics card, and the
/// libraries of one would cost every window 77 MB. A fault of theirs ended the process that draws.
#[cfg(target_os = "linux")]
fn attend(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|view| {
        let view = view.inner();
        if let Some(settings) = view.settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        revive(&view);
    })
}

#[cfg(not(target_os = "linux"))]
fn attend(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The process that draws can end on its own, and would leave an empty window. It is started again:
/// the vault is open here, not there, and the interface goes back to where it was. One that ends
/// again at once is left alone.
#[cfg(target_os = "linux")]
fn revive(view: &webkit2gtk::WebView) {
    use webkit2gtk::WebViewExt;
    let last: Cell<Option<Instant>> = Cell::new(None);
    view.connect_web_process_terminated(move |view, _| {
        let again = last.replace(Some(Instant::now())).is_some_and(|at| at.elapsed() < RESPITE);
        if !again {
            eprintln!("{REVIVED}");
            view.reload();
        }
    });
}

fn heed(app: &AppHandle, event: &RunEvent) {
    match event {
        RunEvent::WindowEvent { label, event: WindowEvent::CloseRequested { api, .. }, .. }
            if label == MAIN =>
        {
            close(app, api);
        }
        RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. }
            if label == chair::LABEL =>
        {
            chair::gone(app);
        }
        RunEvent::Exit => app.state::<Shell>().desk.finish(),
        _ => {}
    }
}

/// The interface is told, every time anew: it knows what is not saved yet.
fn close(app: &AppHandle, api: &CloseRequestApi) {
    let before = app.state::<Shell>().heard();
    if main(app).is_none_or(|window| window.eval(CLOSING).is_err()) {
        return;
    }
    api.prevent_close();
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if app.state::<Shell>().heard() == before {
            app.exit(0);
        }
    });
}
