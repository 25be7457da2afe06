//! Passphrases and `vault.key`: what opens, what does not, what survives a failure.

use super::*;
use crate::testing::{PASS, Place, pass};
use serde_json::{Value, json};

type Edit = fn(&mut Value);

fn key_file(place: &Place) -> Value {
    serde_json::from_slice(&fs::read(place.folder.join(FILE)).unwrap()).unwrap()
}

fn with_key_file(place: &Place, file: &Value) -> Result<Vault, StoreError> {
    fs::write(place.folder.join(FILE), file.to_string()).unwrap();
    place.open()
}

#[test]
fn passphrases_of_any_length_and_script_open() {
    let long = "Pfeffernüsse 🥨 und Größe, ".repeat(8);
    assert!(long.chars().count() > 200);
    for text in ["x", "🗝", "\u{0}", long.as_str()] {
        let place = Place::new();
        drop(Vault::create_with(&place.folder, &pass(text), KdfCost::Minimal).unwrap());
        assert!(Vault::open(&place.folder, &pass(text)).is_ok());
        let shorter: String = text.chars().skip(1).chain(['y']).collect();
        let refused = Vault::open(&place.folder, &pass(&shorter));
        assert!(matches!(refused, Err(StoreError::WrongPassphrase)), "{refused:?}");
    }
    assert!(matches!(Passphrase::new(String::new()), Err(StoreError::EmptyPassphrase)));
}

#[test]
fn a_passphrase_is_taken_as_it_comes() {
    let place = Place::new();
    drop(Vault::create_with(&place.folder, &pass("\u{fc}"), KdfCost::Minimal).unwrap());
    let decomposed = Vault::open(&place.folder, &pass("u\u{308}"));
    assert!(matches!(decomposed, Err(StoreError::WrongPassphrase)), "{decomposed:?}");
}

#[test]
fn the_standard_cost_is_the_default_and_stands_in_the_file() {
    let place = Place::new();
    drop(Vault::create(&place.folder, &pass(PASS)).unwrap());
    let file = key_file(&place);
    let kdf = &file["entries"][0]["kdf"];
    assert_eq!(kdf["name"], "argon2id");
    assert_eq!(
        (&kdf["memory_kib"], &kdf["iterations"], &kdf["lanes"]),
        (&json!(65536), &json!(3), &json!(1))
    );
    assert_eq!(file["entries"][0]["aead"]["name"], "xchacha20poly1305");
    assert!(place.open().is_ok());
}

#[test]
fn two_entries_open_and_a_removed_one_does_not() {
    let place = Place::new();
    let mut vault = place.create();
    let second = pass("Wiederherstellungsblatt");
    let wrong = vault.add_passphrase(&pass("guess"), &second, "sheet", KdfCost::Minimal);
    assert!(matches!(wrong, Err(StoreError::WrongPassphrase)), "{wrong:?}");
    let id = vault.add_passphrase(&pass(PASS), &second, "sheet", KdfCost::Minimal).unwrap();
    let labels = |vault: &Vault| -> Vec<(u32, String)> {
        vault.keys().unwrap().into_iter().map(|key| (key.id, key.label)).collect()
    };
    assert_eq!(labels(&vault), [(1, "passphrase".to_owned()), (id, "sheet".to_owned())]);
    drop(vault);
    drop(place.open().unwrap());
    let mut vault = Vault::open(&place.folder, &second).unwrap();
    assert!(vault.remove_key(1).unwrap());
    assert!(!vault.remove_key(1).unwrap(), "it is gone already");
    assert!(matches!(vault.remove_key(id), Err(StoreError::LastKey)));
    drop(vault);
    let gone = place.open();
    assert!(matches!(gone, Err(StoreError::WrongPassphrase)), "{gone:?}");
    assert!(Vault::open(&place.folder, &second).is_ok());
    assert!(!place.folder.join(FILE_NEW).exists());
}

#[test]
fn a_damaged_key_file_is_told_apart() {
    let place = Place::new();
    drop(place.create());
    let whole = fs::read(place.folder.join(FILE)).unwrap();
    let too_long = vec![b' '; 300_000];
    let garbage: [&[u8]; 7] =
        [b"", b"{", b"\xff\xfe", b"[]", b"{\"format\":1}", &whole[..whole.len() / 2], &too_long];
    for bytes in garbage {
        fs::write(place.folder.join(FILE), bytes).unwrap();
        let refused = place.open();
        assert!(matches!(refused, Err(StoreError::Damaged { what: Damage::Key })), "{refused:?}");
    }
    fs::write(place.folder.join(FILE), whole).unwrap();
    assert!(place.open().is_ok());
}

fn flip(digits: &mut Value) {
    let text = digits.as_str().unwrap();
    let other = if text.starts_with('0') { "1" } else { "0" };
    *digits = json!(format!("{other}{}", &text[1..]));
}

/// The unaltered file opens at the end, so that each refusal is that of its edit.
#[test]
fn an_altered_key_file_opens_nothing() {
    let place = Place::new();
    drop(place.create());
    let whole = key_file(&place);
    let edits: [(&str, Edit); 4] = [
        ("wrapped", |file| flip(&mut file["entries"][0]["wrapped"])),
        ("salt", |file| flip(&mut file["entries"][0]["kdf"]["salt"])),
        ("nonce", |file| flip(&mut file["entries"][0]["aead"]["nonce"])),
        ("vault id, which the wrapping is bound to", |file| flip(&mut file["vault"])),
    ];
    for (what, edit) in edits {
        let mut file = whole.clone();
        edit(&mut file);
        let refused = with_key_file(&place, &file);
        assert!(matches!(refused, Err(StoreError::WrongPassphrase)), "{what}: {refused:?}");
    }
    let unreadable: [(&str, Edit); 6] = [
        ("no entries", |file| file["entries"] = json!([])),
        ("format 0", |file| file["format"] = json!(0)),
        ("an unknown field", |file| file["extra"] = json!(1)),
        ("an unknown kdf", |file| file["entries"][0]["kdf"]["name"] = json!("scrypt")),
        ("a short key", |file| file["entries"][0]["wrapped"] = json!("00")),
        ("memory for all of us", |file| {
            file["entries"][0]["kdf"]["memory_kib"] = json!(u32::MAX);
        }),
    ];
    for (what, edit) in unreadable {
        let mut file = whole.clone();
        edit(&mut file);
        let refused = with_key_file(&place, &file);
        let damaged = matches!(refused, Err(StoreError::Damaged { what: Damage::Key }));
        assert!(damaged, "{what}: {refused:?}");
    }
    assert!(with_key_file(&place, &whole).is_ok());
}

#[test]
fn a_key_file_of_tomorrow_is_newer_and_not_damaged() {
    let place = Place::new();
    drop(place.create());
    let refused = with_key_file(&place, &json!({"format": 2, "secrets": {"of": "tomorrow"}}));
    assert!(matches!(refused, Err(StoreError::NewerVersion { found: 2, known: 1 })), "{refused:?}");
}

#[test]
fn a_failed_replacement_keeps_the_old_key_file() {
    let place = Place::new();
    let mut vault = place.create();
    // The name of the new file is taken by something that cannot be removed as a file.
    fs::create_dir(place.folder.join(FILE_NEW)).unwrap();
    let before = fs::read(place.folder.join(FILE)).unwrap();
    let failed = vault.add_passphrase(&pass(PASS), &pass("new"), "new", KdfCost::Minimal);
    assert!(matches!(failed, Err(StoreError::Io(_))), "{failed:?}");
    assert_eq!(fs::read(place.folder.join(FILE)).unwrap(), before);
    drop(vault);
    assert!(place.open().is_ok());
}

#[test]
fn the_data_key_is_random_and_used_as_it_is() {
    let (one, two) = (DataKey::random().unwrap(), DataKey::random().unwrap());
    assert_ne!(*one.0, *two.0);
    let sql = one.pragma();
    assert_eq!(*sql, format!("PRAGMA key = \"x'{}'\"", hex::encode(&one.0[..])));
    assert_eq!(sql.capacity(), sql.len(), "it never grew, so no copy was left behind");
}

#[test]
fn secrets_show_in_no_debug() {
    assert_eq!(format!("{:?}", pass(PASS)), "Passphrase(..)");
    assert!(!format!("{:#?}", pass(PASS)).contains("Wiesenthal"));
}
