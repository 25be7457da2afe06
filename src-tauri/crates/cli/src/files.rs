//! Files that come in and go out.
//!
//! What goes out may hold non-public texts: every file is for its owner only (mode 0600), and it
//! takes its name when it is complete, so that no half file is left.

use sitzungsbuch_app::{ApiError, ErrorCode};
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

/// Reads a text; `what` is the beginning of the message: "Das Skript".
pub(crate) fn read(file: &Path, what: &str) -> Result<String, ApiError> {
    std::fs::read_to_string(file).map_err(|fault| {
        let name = file.display();
        let message = match fault.kind() {
            ErrorKind::NotFound => {
                format!("{what} „{name}“ ist nicht lesbar: Es gibt die Datei nicht.")
            }
            ErrorKind::InvalidData => {
                format!("{what} „{name}“ ist nicht lesbar: Die Datei ist kein Text in UTF-8.")
            }
            _ => format!("{what} „{name}“ ist nicht lesbar."),
        };
        ApiError::new(ErrorCode::BadInput, message)
            .hint("Es wurde nichts gespeichert.")
            .hint(format!("(Technische Angabe: {fault})"))
    })
}

/// Reads bytes; `what` is the beginning of the message: "Die Schlüsseldatei".
pub(crate) fn read_bytes(file: &Path, what: &str) -> Result<Vec<u8>, ApiError> {
    std::fs::read(file).map_err(|fault| {
        let name = file.display();
        let fault_is = if fault.kind() == ErrorKind::NotFound {
            ApiError::new(
                ErrorCode::BadInput,
                format!("{what} „{name}“ ist nicht lesbar: Es gibt die Datei nicht."),
            )
            .hint("Prüfen Sie den Namen der Datei.")
        } else {
            ApiError::new(ErrorCode::Unreadable, format!("{what} „{name}“ ist nicht lesbar."))
                .hint("Prüfen Sie, ob es eine Datei ist und ob Sie sie lesen dürfen.")
        };
        fault_is.hint("Es wurde nichts verändert.").hint(format!("(Technische Angabe: {fault})"))
    })
}

/// Writes a file beside its place and moves it there.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    // Temporary files are made with mode 0600 and keep it.
    tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
        .and_then(|mut beside| beside.write_all(bytes).map(|()| beside))
        // On the disk before the name moves: else a power failure could leave an empty file there.
        .and_then(|beside| beside.as_file().sync_all().map(|()| beside))
        .and_then(|beside| beside.persist(file).map_err(|fault| fault.error))
        .map(drop)
        .map_err(|fault| {
            unwritten(
                format!("Die Datei „{}“ kann nicht geschrieben werden.", file.display()),
                &fault,
            )
            .hint("Eine vorhandene Datei dieses Namens ist unverändert.")
        })
}

/// Makes the folder for results.
pub(crate) fn create(folder: &Path) -> Result<(), ApiError> {
    std::fs::create_dir_all(folder).map_err(|fault| {
        let name = folder.display();
        unwritten(format!("Der Ordner „{name}“ kann nicht angelegt werden."), &fault)
    })
}

/// Makes a folder that only its owner may look into.
pub(crate) fn create_private(folder: &Path) -> Result<(), ApiError> {
    create(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(folder, private).map_err(|fault| {
            let name = folder.display();
            unwritten(format!("Der Ordner „{name}“ lässt sich nicht vor anderen schützen."), &fault)
        })?;
    }
    Ok(())
}

fn unwritten(message: String, fault: &Error) -> ApiError {
    ApiError::new(code(fault), message).hint(format!("(Technische Angabe: {fault})"))
}

/// A full disk is told apart from a place that cannot be written to.
pub(crate) fn code(fault: &Error) -> ErrorCode {
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        _ => ErrorCode::Unreadable,
    }
}
