//! Messages and exit status.

use crate::files;
use sitzungsbuch_app::{ApiError, ErrorCode};
use std::io::Write;
use std::process::ExitCode;

/// Exit status of architecture: 0 good, 1 finding, 2 wrong use, 3 unreadable or locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Good,
    Finding,
    WrongUse,
    Unreadable,
}

impl Status {
    pub(crate) fn of(fault: &ApiError) -> Self {
        match fault.code {
            ErrorCode::Rejected | ErrorCode::BadInput | ErrorCode::Stale => Self::WrongUse,
            ErrorCode::WrongPassphrase
            | ErrorCode::Unreadable
            | ErrorCode::DiskFull
            | ErrorCode::Locked
            | ErrorCode::Internal => Self::Unreadable,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Good => 0,
            Status::Finding => 1,
            Status::WrongUse => 2,
            Status::Unreadable => 3,
        })
    }
}

/// Writes a line for people.
pub(crate) fn say(text: &str) {
    // A closed standard error is no reason to stop.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a line of data. A reader that has seen enough (`head`) is no fault: the line is dropped.
pub(crate) fn data(text: &str) -> Result<(), ApiError> {
    lines(&format!("{text}\n"))
}

/// Writes lines of data that end as lines do; see [`data`].
pub(crate) fn lines(text: &str) -> Result<(), ApiError> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(ApiError::new(files::code(&fault), "In die Ausgabe kann nicht geschrieben werden.")
                .hint("Was vorher gespeichert wurde, ist erhalten.")
                .hint(format!("(Technische Angabe: {fault})")))
        }
        _ => Ok(()),
    }
}

/// A number with its noun: "1 Eintragung", "3 Eintragungen".
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Writes a fault and what can be done about it.
pub(crate) fn fault(fault: &ApiError) {
    say(&format!("Fehler: {}", fault.message));
    for hint in &fault.hints {
        say(&format!("  {hint}"));
    }
}

/// Help and version go out as asked; a wrong call gets a German sentence.
pub(crate) fn usage(fault: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind;
    match fault.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(std::io::stdout(), "{}", fault.render());
            return Status::Good.into();
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => say(&fault.render().to_string()),
        kind => {
            let what = match kind {
                ErrorKind::MissingRequiredArgument => "Es fehlt eine Angabe",
                ErrorKind::UnknownArgument => "Diese Angabe ist nicht bekannt",
                ErrorKind::InvalidSubcommand => "Diesen Befehl gibt es nicht",
                ErrorKind::InvalidValue => "Dieser Wert ist nicht möglich",
                _ => "Der Aufruf ist nicht verständlich",
            };
            let detail: Vec<String> = fault
                .context()
                .filter(|(kind, _)| {
                    use clap::error::ContextKind::{InvalidArg, InvalidSubcommand, InvalidValue};
                    matches!(kind, InvalidArg | InvalidSubcommand | InvalidValue)
                })
                .map(|(_, value)| value.to_string())
                .collect();
            let detail = detail.join(", ");
            say(&format!("Fehler: {what}: {detail}."));
            say("  „sitzungsbuch --help“ zeigt alle Befehle.");
        }
    }
    Status::WrongUse.into()
}
