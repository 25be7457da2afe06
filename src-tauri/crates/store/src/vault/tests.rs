//! The vault as a folder: opening, refusing, creating, locking, encryption.

use super::*;
use crate::testing::{PASS, Place, contents, on, pass, raw};
use crate::{Chain, Text};

#[test]
fn what_was_written_is_there_after_opening_again() {
    let place = Place::new();
    let mut vault = place.create();
    vault.append(&on("a1", "m", 0, &["MeetingOpened", "MemberArrived"])).unwrap();
    drop(vault);
    let vault = place.open().unwrap();
    let stream = vault.load("m").unwrap();
    assert_eq!(stream.chain, Chain::Intact);
    assert_eq!(stream.revision(), 2);
    assert_eq!(stream.rows[1].body, Text::from(r#"{"words":"MemberArrived: Wortlaut"}"#));
}

#[test]
fn a_wrong_passphrase_is_told_apart_and_changes_nothing() {
    let place = Place::new();
    drop(place.create());
    let before = contents(&place.folder);
    for wrong in ["Kreis Wiesental", "kreis wiesenthal", " ", "Kreis Wiesenthal "] {
        let refused = Vault::open(&place.folder, &pass(wrong));
        assert!(matches!(refused, Err(StoreError::WrongPassphrase)), "{wrong}: {refused:?}");
    }
    assert_eq!(contents(&place.folder), before);
    assert!(place.open().is_ok());
}

#[test]
fn what_is_no_vault_is_told_apart_and_stays_untouched() {
    let place = Place::new();
    let not_a_vault = |path: &Path| {
        let refused = Vault::open(path, &pass(PASS));
        assert!(matches!(refused, Err(StoreError::NotAVault { .. })), "{refused:?}");
    };
    let nothing = |path: &Path| {
        let refused = Vault::open(path, &pass(PASS));
        assert!(matches!(refused, Err(StoreError::NothingThere { .. })), "{refused:?}");
    };
    nothing(&place.folder);
    assert!(!place.folder.exists());
    fs::create_dir(&place.folder).unwrap();
    nothing(&place.folder);
    fs::write(place.folder.join("letter.txt"), "no vault").unwrap();
    not_a_vault(&place.folder);
    assert_eq!(contents(&place.folder).len(), 1, "no lock and no database appeared");
    not_a_vault(&place.folder.join("letter.txt"));
}

#[test]
fn a_missing_or_foreign_part_is_damage() {
    let damage = |spoil: fn(&Path)| {
        let place = Place::new();
        drop(place.create());
        spoil(&place.folder);
        match place.open() {
            Err(StoreError::Damaged { what }) => what,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(damage(|f| fs::remove_file(f.join("vault.key")).unwrap()), Damage::KeyMissing);
    assert_eq!(damage(|f| fs::remove_file(f.join("vault.db")).unwrap()), Damage::DatabaseMissing);
    assert_eq!(damage(|f| fs::write(f.join("vault.db"), "").unwrap()), Damage::Database);
    assert_eq!(damage(|f| fs::write(f.join("vault.db"), vec![7; 8192]).unwrap()), Damage::Database);
    let plain = |f: &Path| {
        fs::remove_file(f.join("vault.db")).unwrap();
        let conn = Connection::open(f.join("vault.db")).unwrap();
        conn.execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1").unwrap();
    };
    assert_eq!(damage(plain), Damage::Database, "an unencrypted database");
}

#[test]
fn a_flipped_byte_in_the_database_is_damage_and_not_wrong_data() {
    let place = Place::new();
    let mut vault = place.create();
    vault.append(&on("a1", "m", 0, &["MeetingOpened"])).unwrap();
    drop(vault);
    let file = place.folder.join("vault.db");
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.len() > 10 * 4096);
    for page in 0..bytes.len() / 4096 {
        let mut spoilt = bytes.clone();
        spoilt[page * 4096 + 1000] ^= 1;
        fs::write(&file, spoilt).unwrap();
        let told: Result<String, StoreError> = place.open().and_then(|vault| {
            Ok(vault.conn.query_row("PRAGMA integrity_check", [], |row| row.get(0))?)
        });
        let noticed = match &told {
            Ok(report) => report != "ok",
            Err(error) => matches!(error, StoreError::Damaged { what: Damage::Database }),
        };
        assert!(noticed, "page {page}: {told:?}");
    }
}

#[test]
fn a_vault_of_the_first_format_is_raised_and_keeps_its_rows() {
    let place = Place::new();
    let mut vault = place.create();
    vault.append(&on("a1", "m", 0, &["MeetingOpened"])).unwrap();
    drop(vault);
    place
        .raw()
        .execute_batch(
            "DROP TABLE draft_opening; DROP TABLE sealed_document; DROP TABLE draft_form;
             DROP TABLE attached_file;
             PRAGMA user_version = 1",
        )
        .unwrap();
    let vault = place.open().unwrap();
    assert_eq!(vault.load("m").unwrap().rows.len(), 1);
    assert_eq!(vault.opening("m").unwrap(), None);
    assert_eq!(vault.sealed("m", "complete").unwrap(), None);
    assert_eq!(vault.form("one").unwrap(), None);
}

#[test]
fn a_newer_vault_is_refused_without_changing_a_byte() {
    let place = Place::new();
    drop(place.create());
    place.raw().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(place.folder.join("vault.db")).unwrap();
    let refused = place.open();
    assert!(
        matches!(refused, Err(StoreError::NewerVersion { found: 99, known: 5 })),
        "{refused:?}"
    );
    assert_eq!(fs::read(place.folder.join("vault.db")).unwrap(), before);
}

/// The newer program crashed: its last transactions are in the log only. Refusing must not move
/// them into the database.
#[test]
fn a_newer_vault_with_an_open_log_is_refused_without_changing_a_byte() {
    let place = Place::new();
    drop(place.create());
    let newer = place.raw();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.execute_batch("CREATE TABLE of_tomorrow (x)").unwrap();
    let crashed = Place::new();
    fs::create_dir(&crashed.folder).unwrap();
    for name in ["vault.db", "vault.db-wal", "vault.key"] {
        fs::copy(place.folder.join(name), crashed.folder.join(name)).unwrap();
    }
    let bytes = |name: &str| fs::read(crashed.folder.join(name)).unwrap();
    let before = (bytes("vault.db"), bytes("vault.db-wal"));
    assert!(!before.1.is_empty(), "the log holds something to lose");
    let refused = crashed.open();
    assert!(matches!(refused, Err(StoreError::NewerVersion { found: 99, .. })), "{refused:?}");
    assert_eq!((bytes("vault.db"), bytes("vault.db-wal")), before);
    let found: u32 =
        crashed.raw().query_row("SELECT count(*) FROM of_tomorrow", [], |r| r.get(0)).unwrap();
    assert_eq!(found, 0, "and what the log held is still there");
}

#[test]
fn a_second_opener_in_this_process_is_refused_until_the_first_is_gone() {
    let place = Place::new();
    let first = place.create();
    let second = place.open();
    assert!(matches!(second, Err(StoreError::InUse { .. })), "{second:?}");
    drop(first);
    let third = place.open().unwrap();
    assert!(matches!(place.open(), Err(StoreError::InUse { .. })));
    drop(third);
}

#[test]
fn a_look_tells_what_would_keep_one_from_opening_and_leaves_everything() {
    let place = Place::new();
    assert!(matches!(Vault::look(&place.folder), Err(StoreError::NothingThere { .. })));
    let open = place.create();
    let taken = Vault::look(&place.folder);
    assert!(matches!(taken, Err(StoreError::InUse { .. })), "{taken:?}");
    drop(open);
    let before = contents(&place.folder);
    Vault::look(&place.folder).unwrap();
    assert_eq!(contents(&place.folder), before);
    drop(place.open().unwrap());
    fs::rename(place.folder.join("vault.db"), place.temp.path().join("away")).unwrap();
    let lacking = Vault::look(&place.folder);
    let expected = Damage::DatabaseMissing;
    assert!(
        matches!(lacking, Err(StoreError::Damaged { what }) if what == expected),
        "{lacking:?}"
    );
}

#[test]
fn nothing_is_created_where_something_is() {
    let place = Place::new();
    drop(place.create());
    let before = contents(&place.folder);
    let again = Vault::create_with(&place.folder, &pass("other"), KdfCost::Minimal);
    assert!(matches!(again, Err(StoreError::AlreadyExists { .. })), "{again:?}");
    assert_eq!(contents(&place.folder), before);
    let file = place.temp.path().join("file");
    fs::write(&file, "x").unwrap();
    let over_file = Vault::create_ephemeral(&file);
    assert!(matches!(over_file, Err(StoreError::AlreadyExists { .. })), "{over_file:?}");
    assert_eq!(fs::read(&file).unwrap(), b"x");
}

#[test]
fn an_empty_folder_may_become_a_vault() {
    let place = Place::new();
    fs::create_dir(&place.folder).unwrap();
    drop(place.create());
    assert!(place.open().is_ok());
    assert_eq!(fs::read_dir(place.temp.path()).unwrap().count(), 1, "no scaffold stays");
}

#[test]
fn a_failed_creation_leaves_nothing_behind() {
    let place = Place::new();
    let missing_parent = place.folder.join("deeper");
    assert!(matches!(Vault::create_ephemeral(&missing_parent), Err(StoreError::Io(_))));
    assert!(Vault::create_ephemeral(Path::new("/")).is_err());
    // Fails at the last step: somebody fills the folder while the scaffold stands.
    let scaffold = Scaffold::raise(&place.folder).unwrap();
    fs::write(scaffold.path.join(DATABASE), "half a vault").unwrap();
    fs::create_dir(&place.folder).unwrap();
    fs::write(place.folder.join("letter.txt"), "mine").unwrap();
    let refused = scaffold.move_to(&place.folder);
    assert!(matches!(refused, Err(StoreError::AlreadyExists { .. })), "{refused:?}");
    assert_eq!(contents(&place.folder), [("letter.txt".to_owned(), b"mine".to_vec())]);
    assert_eq!(fs::read_dir(place.temp.path()).unwrap().count(), 1, "no scaffold stays");
}

#[test]
fn an_ephemeral_vault_works_and_leaves_no_key() {
    let place = Place::new();
    let mut vault = Vault::create_ephemeral(&place.folder).unwrap();
    vault.append(&on("a1", "m", 0, &["MeetingOpened"])).unwrap();
    assert_eq!(vault.load("m").unwrap().revision(), 1);
    assert!(!place.folder.join("vault.key").exists());
    drop(vault);
    let reopened = place.open();
    assert!(
        matches!(reopened, Err(StoreError::Damaged { what: Damage::KeyMissing })),
        "{reopened:?}"
    );
}

#[test]
fn the_files_hold_no_plain_text() {
    let place = Place::new();
    let mut vault = place.create();
    vault.append(&on("act-in-the-clear", "m", 0, &["MeetingOpened"])).unwrap();
    // The rows stand in the log; bring them into the database too.
    vault.conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).unwrap();
    let plain = |name: &str, part: &[u8]| {
        let bytes = fs::read(place.folder.join(name)).unwrap();
        assert!(bytes.len() >= 4096, "{name} holds something");
        bytes.windows(part.len()).any(|window| window == part)
    };
    for file in ["vault.db", "vault.db-wal"] {
        for text in ["SQLite format 3", "CREATE TABLE", "Wortlaut", "act-in-the-clear"] {
            assert!(!plain(file, text.as_bytes()), "{text} in {file}");
        }
    }
    // The same search does find what lies open.
    let open = Connection::open(place.temp.path().join("open.db")).unwrap();
    open.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES ('Wortlaut')").unwrap();
    assert!(plain("../open.db", b"Wortlaut") && plain("../open.db", b"SQLite format 3"));
}

#[test]
fn every_connection_has_its_settings() {
    let place = Place::new();
    drop(place.create());
    let vault = place.open().unwrap();
    let setting = |name: &str| -> String {
        vault
            .conn
            .query_row(
                &format!("SELECT CAST(x AS TEXT) FROM (SELECT {name} AS x FROM pragma_{name})"),
                [],
                |row| row.get(0),
            )
            .unwrap()
    };
    assert_eq!(setting("journal_mode"), "wal");
    assert_eq!(setting("synchronous"), "2");
    assert_eq!(setting("secure_delete"), "1");
    assert_eq!(setting("recursive_triggers"), "1");
    assert_eq!(setting("foreign_keys"), "1");
}

#[test]
fn another_sqlcipher_4_opens_it_with_the_raw_key() {
    let place = Place::new();
    drop(place.create());
    let conn = raw(&place.folder, &place.key());
    conn.execute_batch("PRAGMA cipher_compatibility = 4").unwrap();
    let vaults: u32 = conn.query_row("SELECT count(*) FROM vault", [], |row| row.get(0)).unwrap();
    assert_eq!(vaults, 1);
    let version: String = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).unwrap();
    assert!(version.starts_with("4."), "{version}");
}

#[test]
fn a_swapped_database_is_noticed() {
    let place = Place::new();
    drop(place.create());
    place.raw().execute("UPDATE vault SET id = zeroblob(16)", []).unwrap();
    let refused = place.open();
    assert!(matches!(refused, Err(StoreError::Damaged { what: Damage::Database })), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn folder_and_key_are_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    drop(place.create());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.folder), 0o700);
    assert_eq!(mode(&place.folder.join("vault.key")), 0o600);
}

#[test]
fn debug_shows_where_and_nothing_else() {
    let place = Place::new();
    let vault = place.create();
    assert_eq!(format!("{vault:?}"), format!("Vault {{ folder: {:?}, .. }}", place.folder));
}

#[cfg(unix)]
#[test]
fn a_link_to_an_empty_folder_may_become_a_vault() {
    let place = Place::new();
    let target = place.temp.path().join("elsewhere");
    fs::create_dir(&target).unwrap();
    std::os::unix::fs::symlink(&target, &place.folder).unwrap();
    drop(place.create());
    assert!(fs::symlink_metadata(&place.folder).unwrap().is_symlink());
    assert!(target.join(DATABASE).exists());
    assert!(place.open().is_ok());
    let dangling = place.temp.path().join("dangling");
    std::os::unix::fs::symlink(place.temp.path().join("nowhere"), &dangling).unwrap();
    assert!(matches!(Vault::create_ephemeral(&dangling), Err(StoreError::Io(_))));
}

/// As on a read-only medium: no lock can be made, no log opened. Permissions would not stop a test
/// that runs as root, so the way taken behind them is tried itself.
#[test]
fn a_vault_is_read_without_a_trace_where_nothing_can_be_written() {
    let mut place = Place::new();
    place.folder = place.temp.path().join("Kreis #1 %41 ä?.sitzungsbuch");
    let mut vault = place.create();
    vault.append(&on("a1", "m", 0, &["MeetingOpened"])).unwrap();
    drop(vault);
    fs::remove_file(place.folder.join(LOCK)).unwrap();
    let before = contents(&place.folder);
    let mut vault = Vault::open_unchanging(&place.folder, &pass(PASS)).unwrap();
    assert_eq!(vault.load("m").unwrap().chain, Chain::Intact);
    let refused = vault.append(&on("a2", "m", 1, &["MeetingClosed"]));
    assert!(refused.is_err_and(|error| error.write_protected()));
    drop(vault);
    assert_eq!(contents(&place.folder), before);
    // With a log that was left open its acts would be missing: refused.
    fs::write(place.folder.join(LOG), "acts").unwrap();
    let refused = Vault::open_unchanging(&place.folder, &pass(PASS));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
}

/// SQLite calls itself ready before SQLCipher has set itself up in it: whoever connected in between
/// got "no database". Each process has one first moment only, so each try is a process.
#[test]
fn the_first_connections_of_a_process_may_come_together() {
    const NAME: &str = "vault::tests::first_connections";
    for _ in 0..40 {
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME, "--ignored"])
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    }
}

#[test]
#[ignore = "started by the test above, as a process of its own"]
fn first_connections() {
    let temp = tempfile::tempdir().unwrap();
    let keys: Vec<DataKey> = (0..16).map(|_| DataKey::random().unwrap()).collect();
    let ready = std::sync::Barrier::new(keys.len());
    let create = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    std::thread::scope(|scope| {
        for (number, key) in keys.iter().enumerate() {
            let (path, ready) = (temp.path().join(format!("{number}.db")), &ready);
            scope.spawn(move || {
                ready.wait();
                connect(&path, key, create).map(drop).unwrap();
            });
        }
    });
}
