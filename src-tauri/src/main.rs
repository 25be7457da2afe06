//! The program of the windows. It opens that of the clerk and that of the chair, hands what comes from them on to the application,
//! and opens native dialogs. It holds no business rule.

mod automation;
mod call;
mod chair;
mod clock;
mod commands;
mod device;
mod dialogs;
mod files;
#[cfg(feature = "journeys")]
mod journeys;
mod shell;
mod window;
mod worker;

use sitzungsbuch_app::{ApiError, faults};
use std::process::ExitCode;

fn main() -> ExitCode {
    faults::silence();
    match automation::refused().and_then(|()| faults::guarded(window::run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => complain(&fault),
    }
}

/// Without a window there is only the terminal to say it in.
fn complain(fault: &ApiError) -> ExitCode {
    eprintln!("{fault}");
    for hint in &fault.hints {
        eprintln!("{hint}");
    }
    ExitCode::FAILURE
}
