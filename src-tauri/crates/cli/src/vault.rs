//! Opening the vault that a call names; passphrases and passwords on their way in.

use crate::arguments::VaultArguments;
use sitzungsbuch_app::{
    ApiError, Engine, ErrorCode, Passphrase, Vault, key_password_of_file, no_text,
    passphrase_of_file, places, store_error,
};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "SITZUNGSBUCH_PASSPHRASE";
const KEY_PASSWORD: &str = "SITZUNGSBUCH_KEY_PASSWORD";

/// Where the vault lies: as named, else below `SITZUNGSBUCH_HOME`, else in the XDG data folder.
pub(crate) fn folder(arguments: &VaultArguments) -> Result<PathBuf, ApiError> {
    if let Some(folder) = &arguments.vault {
        return Ok(folder.clone());
    }
    places::home().map(|home| places::vault(&home)).ok_or_else(|| {
        ApiError::new(ErrorCode::BadInput, "Es ist kein Tresor angegeben.")
            .hint("Geben Sie „--vault ORDNER“ an.")
    })
}

/// The passphrase from a file or the environment; never from an argument.
pub(crate) fn passphrase(file: Option<&Path>) -> Result<Passphrase, ApiError> {
    let Some(file) = file else {
        let text = std::env::var_os(PASSPHRASE).ok_or_else(|| {
            ApiError::new(ErrorCode::BadInput, "Es ist kein Kennwort angegeben.").hint(format!(
                "Geben Sie „--passphrase-file DATEI“ an oder setzen Sie {PASSPHRASE}."
            ))
        })?;
        let text = text.into_string();
        let text = text.map_err(|_| no_text(&format!("Das Kennwort in {PASSPHRASE}")))?;
        return sitzungsbuch_app::passphrase(text);
    };
    passphrase_of_file(password_file(file)?)
}

/// The password of a key file from a file or the environment; never from an argument.
pub(crate) fn key_password(file: Option<&Path>) -> Result<Zeroizing<String>, ApiError> {
    if let Some(file) = file {
        return key_password_of_file(password_file(file)?);
    }
    let text = std::env::var_os(KEY_PASSWORD).ok_or_else(|| {
        ApiError::new(ErrorCode::BadInput, "Es ist kein Kennwort der Schlüsseldatei angegeben.")
            .hint("Es wurde nichts unterschrieben.")
            .hint(format!("Geben Sie „--password-file DATEI“ an oder setzen Sie {KEY_PASSWORD}."))
    })?;
    let text = text.into_string();
    text.map(Zeroizing::new).map_err(|_| no_text(&format!("Das Kennwort in {KEY_PASSWORD}")))
}

fn password_file(file: &Path) -> Result<Vec<u8>, ApiError> {
    std::fs::read(file).map_err(|fault| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("Die Kennwortdatei „{}“ ist nicht lesbar.", file.display()),
        )
        .hint(format!("(Technische Angabe: {fault})"))
    })
}

/// Opens an existing vault for reading, also from a read-only medium.
pub(crate) fn open_to_read(folder: &Path, file: Option<&Path>) -> Result<Engine, ApiError> {
    let passphrase = passphrase(file)?;
    Engine::new(Vault::open_to_read(folder, &passphrase).map_err(|fault| store_error(&fault))?)
}

/// Opens an existing vault.
pub(crate) fn open(folder: &Path, file: Option<&Path>) -> Result<Engine, ApiError> {
    let passphrase = passphrase(file)?;
    Engine::new(Vault::open(folder, &passphrase).map_err(|fault| store_error(&fault))?)
}

/// Opens a vault, or creates it where nothing is.
pub(crate) fn open_or_create(folder: &Path, file: Option<&Path>) -> Result<Engine, ApiError> {
    let empty = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(fault) => fault.kind() == ErrorKind::NotFound,
    };
    if !empty {
        return open(folder, file);
    }
    let passphrase = passphrase(file)?;
    if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent).map_err(|fault| {
            ApiError::new(
                ErrorCode::Unreadable,
                format!("Der Ordner „{}“ kann nicht angelegt werden.", parent.display()),
            )
            .hint(format!("(Technische Angabe: {fault})"))
        })?;
    }
    Engine::new(Vault::create(folder, &passphrase).map_err(|fault| store_error(&fault))?)
}
