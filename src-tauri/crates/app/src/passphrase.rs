//! The one place where a passphrase enters: brought to one form, whatever keyboard it came from.
//!
//! It keeps nothing; the store wraps the key with what comes out of here. The form must never
//! change, or vaults could not be opened again.

use crate::error::ApiError;
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
    fn one_character_is_enough_and_none_is_not() {
        assert!(passphrase("x".to_owned()).is_ok());
        assert!(passphrase("🗝".repeat(200)).is_ok());
        assert!(passphrase(String::new()).unwrap_err().message.contains("leer"));
    }
}
