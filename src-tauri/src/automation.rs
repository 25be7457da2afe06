//! Keeps other programs from steering the window. Tauri and WebKit listen to variables of the
//! environment in every build; where one is set, the program starts itself anew without them,
//! before a web view exists. Under the feature `journeys` they stay.

use sitzungsbuch_app::ApiError;

/// What opens the web view to other programs.
#[cfg(not(feature = "journeys"))]
const DOORS: [&str; 4] = [
    "TAURI_AUTOMATION",
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
];

/// Comes back when no door is open. The environment of a running program cannot be changed safely,
/// hence the new start in the same process.
#[cfg(not(feature = "journeys"))]
pub(crate) fn refused() -> Result<(), ApiError> {
    use sitzungsbuch_app::ErrorCode;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    if DOORS.iter().all(|door| std::env::var_os(door).is_none()) {
        return Ok(());
    }
    let fault = std::env::current_exe().map_or_else(
        |fault| fault,
        |program| {
            let mut anew = Command::new(program);
            anew.args(std::env::args_os().skip(1));
            for door in DOORS {
                anew.env_remove(door);
            }
            anew.exec()
        },
    );
    let message = "Das Programm lässt sich nicht fernsteuern und konnte nicht neu starten.";
    Err(ApiError::new(ErrorCode::Unreadable, message).hint(format!("(Technische Angabe: {fault})")))
}

/// Journeys are driven from outside.
#[cfg(feature = "journeys")]
#[allow(clippy::unnecessary_wraps, reason = "the same signature in both builds")]
pub(crate) fn refused() -> Result<(), ApiError> {
    Ok(())
}
