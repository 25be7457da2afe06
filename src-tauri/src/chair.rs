//! The window for the chair: on another monitor where there is one, else beside the first.
//!
//! It has an entry and a capability of its own. What changed is told to it without a word of what:
//! it asks anew.

use crate::window;
use tauri::webview::PageLoadEvent;
use tauri::{
    AppHandle, Manager, Monitor, PhysicalPosition, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};

/// How tauri.conf.json and the capability call it.
pub(crate) const LABEL: &str = "chair";

/// Its size where it has no monitor of its own.
const BESIDE: (f64, f64) = (960.0, 600.0);

/// Tells an interface that something was recorded elsewhere.
const CHANGED: &str = "window.dispatchEvent(new Event('sitzungsbuch:changed'))";
const OPENED: &str = "window.dispatchEvent(new CustomEvent('sitzungsbuch:chair', {detail: true}))";
const CLOSED: &str = "window.dispatchEvent(new CustomEvent('sitzungsbuch:chair', {detail: false}))";

/// Opens the window; one that is there comes to the front.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    if let Some(there) = app.get_webview_window(LABEL) {
        return there.set_focus();
    }
    let Some(main) = window::main(app) else { return Ok(()) };
    let monitor = other(&main)?;
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("chair.html".into()))
        .title("Sitzungsbuch: Vorsitz")
        .inner_size(BESIDE.0, BESIDE.1)
        .min_inner_size(480.0, 400.0)
        .visible(false)
        .focused(false);
    // It is seen once there is something to see.
    let builder = builder.on_page_load(move |window, page| {
        if page.event() == PageLoadEvent::Finished {
            place(&window, monitor.as_ref()).ok();
        }
    });
    let opened = window::closed_in(builder, app).build()?;
    window::dress(&opened)?;
    tell_main(app, OPENED);
    Ok(())
}

/// Closes it, if it is there.
pub(crate) fn close(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(LABEL).map_or(Ok(()), |there| there.destroy())
}

/// It is gone, whoever closed it.
pub(crate) fn gone(app: &AppHandle) {
    tell_main(app, CLOSED);
}

/// Tells every window but the one that did it.
pub(crate) fn changed(app: &AppHandle, by: &str) {
    for (label, window) in app.webview_windows() {
        if label != by {
            // A window that is just closing hears nothing any more.
            window.eval(CHANGED).ok();
        }
    }
}

fn tell_main(app: &AppHandle, what: &str) {
    if let Some(main) = window::main(app) {
        main.eval(what).ok();
    }
}

/// A monitor on which the first window is not.
fn other(main: &WebviewWindow) -> tauri::Result<Option<Monitor>> {
    let place = |one: &Monitor| (*one.position(), *one.size());
    let here = main.current_monitor()?.as_ref().map(place);
    let all = main.available_monitors()?;
    Ok(all.into_iter().find(|one| Some(place(one)) != here))
}

fn place(window: &WebviewWindow, monitor: Option<&Monitor>) -> tauri::Result<()> {
    window.show()?;
    let Some(monitor) = monitor else { return Ok(()) };
    let PhysicalPosition { x, y } = *monitor.position();
    window.set_position(PhysicalPosition::new(x, y))?;
    window.set_fullscreen(true)
}
