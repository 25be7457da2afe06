//! The one place where a passphrase enters: brought to one form, whatever keyboard it came from;
//! and where the password of a key file enters, as it is.
//!
//! It keeps nothing; the store wraps the key with what comes out of here. The form must never
//! change, or vaults could not be opened again.

use crate::error::{ApiError, ErrorCode};
use crate::messages;
use sitzungsbuch_store::Passphrase;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Takes a passphrase in normalization form C (Unicode Standard Annex 15): "ü" typed as one
/// character and as "u" with a combining mark open the same vault. Empty ones are refused.
pub fn passphrase(text: String) -> Result<Passphrase, ApiError> {
    let text = Zeroizing::new(text);
    // Room for the longest expansion of form C, so that no copy is left behind by growing.
    let mut normal = String::with_capacity(text.len() * 3);
    normal.extend(text.nfc());
    Passphrase::new(normal).map_err(|fault| messages::store(&fault))
}

/// Takes the passphrase from the first line of a file; the bytes are wiped.
pub fn passphrase_of_file(bytes: Vec<u8>) -> Result<Passphrase, ApiError> {
    let bytes = Zeroizing::new(bytes);
    passphrase(first_line(&bytes)?.to_owned())
}

/// Takes the password of a key file from the first line of a file, as it was typed: another program
/// made the key file, and any other form would be another password. The bytes are wiped.
pub fn key_password_of_file(bytes: Vec<u8>) -> Result<Zeroizing<String>, ApiError> {
    let bytes = Zeroizing::new(bytes);
    first_line(&bytes).map(|line| Zeroizing::new(line.to_owned()))
}

/// The first line without the byte order mark and the line ends that some editors add.
fn first_line(bytes: &[u8]) -> Result<&str, ApiError> {
    let text = std::str::from_utf8(bytes).map_err(|_| no_text("Die Kennwortdatei"))?;
    let line = crate::json::without_mark(text).split('\n').next().unwrap_or_default();
    Ok(line.strip_suffix('\r').unwrap_or(line))
}

/// Refuses bytes that are no text; `what` has them.
pub fn no_text(what: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, format!("{what} ist kein Text in UTF-8."))
        .hint("Speichern Sie das Kennwort in der Kodierung UTF-8, oder geben Sie es in einer Datei dieser Kodierung an.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sitzungsbuch_store::{KdfCost, Vault};

    #[test]
    fn two_ways_to_type_an_umlaut_open_the_same_vault() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("v.sitzungsbuch");
        let composed = passphrase("Schlüssel".to_owned()).unwrap();
        drop(Vault::create_with(&folder, &composed, KdfCost::Minimal).unwrap());
        let combining = passphrase("Schlu\u{308}ssel".to_owned()).unwrap();
        assert!(Vault::open(&folder, &combining).is_ok());
    }

    #[test]
    fn the_first_line_of_a_file_counts_whatever_editor_wrote_it() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("v.sitzungsbuch");
        let plain = passphrase("Schlüssel".to_owned()).unwrap();
        drop(Vault::create_with(&folder, &plain, KdfCost::Minimal).unwrap());
        for file in [
            "Schlüssel",
            "Schlüssel\n",
            "Schlüssel\r\nzweite Zeile\r\n",
            "Schlüssel\r",
            "\u{feff}Schlüssel\r\n",
        ] {
            let from_file = passphrase_of_file(file.as_bytes().to_vec()).unwrap();
            assert!(Vault::open(&folder, &from_file).is_ok(), "{file:?}");
        }
        let latin = passphrase_of_file(b"Schl\xfcssel\n".to_vec()).unwrap_err();
        assert!(latin.message.contains("UTF-8"), "{latin}");
    }

    #[test]
    fn one_character_is_enough_and_none_is_not() {
        assert!(passphrase("x".to_owned()).is_ok());
        assert!(passphrase("🗝".repeat(200)).is_ok());
        assert!(passphrase(String::new()).unwrap_err().message.contains("leer"));
    }
}
