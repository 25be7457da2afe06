//! Files at places that a person chose: documents that go out, a key that comes in.
//!
//! What goes out may hold non-public texts: the file is for its owner only, and it takes its name
//! when it is complete, so that a full disk leaves no half file and spoils none that was there.

use sitzungsbuch_app::{ApiError, ErrorCode, MOST_FILE_BYTES};
use std::fs::File;
use std::io::{Error, ErrorKind, Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

/// Writes a file beside its place and moves it there.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let written =
        NamedTempFile::new_in(file.parent().unwrap_or(Path::new("."))).and_then(|mut beside| {
            beside.write_all(bytes)?;
            beside.as_file().sync_all()?;
            beside.persist(file).map_err(|fault| fault.error)
        });
    written.map(drop).map_err(|fault| unwritten(file, &fault))
}

/// Far more than a key with its certificates needs; whoever chose a film is not kept waiting.
const KEY_BYTES: u64 = 1 << 20;

/// Reads the key file that was chosen.
pub(crate) fn key(file: Option<&Path>) -> Result<Zeroizing<Vec<u8>>, ApiError> {
    let bad = |message: String| {
        ApiError::new(ErrorCode::BadInput, message).hint("Es wurde nichts unterschrieben.")
    };
    let file = file.ok_or_else(|| bad("Es ist keine Schlüsseldatei gewählt.".to_owned()))?;
    let name = name(file);
    match begin(file, KEY_BYTES + 1).map(Zeroizing::new) {
        Ok(bytes) if bytes.len() as u64 > KEY_BYTES => {
            Err(bad(format!("„{name}“ ist zu groß für eine Schlüsseldatei.")))
        }
        Ok(bytes) => Ok(bytes),
        Err(fault) => Err(bad(format!("Die Schlüsseldatei „{name}“ ist nicht lesbar."))
            .hint(format!("(Technische Angabe: {fault})"))),
    }
}

/// Reads the file of an attachment; of one that is too large as much as shows that.
pub(crate) fn attachment(file: &Path) -> Result<(String, Vec<u8>), ApiError> {
    let name = name(file);
    match begin(file, MOST_FILE_BYTES + 1) {
        Ok(bytes) => Ok((name, bytes)),
        Err(fault) => {
            let message = format!("Die Datei „{name}“ ist nicht lesbar.");
            Err(ApiError::new(ErrorCode::BadInput, message)
                .hint("Es wurde nichts gespeichert.")
                .hint(format!("(Technische Angabe: {fault})")))
        }
    }
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// So many bytes from the beginning of a file, or all of it.
fn begin(file: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
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
    use std::fs;

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
    #[test]
    fn what_cannot_be_a_key_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("schluessel.p12");
        assert!(key(None).is_err_and(|fault| fault.message.contains("gewählt")));
        assert!(key(Some(&file)).is_err_and(|fault| fault.message.contains("nicht lesbar")));
        fs::write(&file, b"x").unwrap();
        assert_eq!(key(Some(&file)).unwrap().as_slice(), b"x");
        fs::write(&file, vec![0; 1 << 21]).unwrap();
        assert!(key(Some(&file)).is_err_and(|fault| fault.message.contains("zu groß")));
    }
}
