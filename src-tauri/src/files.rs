//! Files that go out to a place that a person chose.
//!
//! What goes out may hold non-public texts: the file is for its owner only, and it takes its name
//! when it is complete, so that a full disk leaves no half file and spoils none that was there.

use sitzungsbuch_app::{ApiError, ErrorCode};
use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Writes a file beside its place and moves it there.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let beside = beside(file);
    let written = create(&beside).and_then(|mut open| {
        open.write_all(bytes)?;
        open.sync_all()?;
        fs::rename(&beside, file)
    });
    written.map_err(|fault| {
        // What is half written goes; if that fails, too, the first fault is the one to tell.
        drop(fs::remove_file(&beside));
        unwritten(file, &fault)
    })
}

fn create(file: &Path) -> Result<File, Error> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

/// A name that nobody else uses at the same time.
fn beside(file: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(format!(".{}.neu", std::process::id()));
    file.with_file_name(name)
}

fn unwritten(file: &Path, fault: &Error) -> ApiError {
    let code = match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        _ => ErrorCode::Unreadable,
    };
    let name = file.display();
    let message = match code {
        ErrorCode::DiskFull => {
            format!("„{name}“ kann nicht geschrieben werden: Der Platz reicht nicht.")
        }
        _ => format!("„{name}“ kann nicht geschrieben werden."),
    };
    ApiError::new(code, message)
        .hint("Eine vorhandene Datei dieses Namens ist unverändert. Wählen Sie einen anderen Ort.")
        .hint(format!("(Technische Angabe: {fault})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_as_a_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Niederschrift.pdf");
        write(&file, b"erste").unwrap();
        write(&file, b"zweite").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"zweite");
        // The place is a folder: nothing can take its name, and nothing is left beside it.
        let taken = folder.path().join("Ordner");
        fs::create_dir(&taken).unwrap();
        let fault = write(&taken, b"dritte").unwrap_err();
        assert_eq!(fault.code, ErrorCode::Unreadable);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        assert!(write(Path::new("/dev/full/x"), b"").is_err());
    }
}
