//! The vault as a folder: creating, opening, locking.
//!
//! `NAME.sitzungsbuch/` holds `vault.db` (SQLCipher 4 with its defaults and a raw 256-bit key, so
//! that any SQLCipher 4 that has the key opens it), `vault.key` (see the module `key`) and `lock`.
//! It writes no row of its own but the vault's id. Invariant: a folder with this name is a
//! complete vault or was never there; while a [`Vault`] lives, nobody else has it open.

use crate::error::{Damage, StoreError};
use crate::key::{self, DataKey, KdfCost, KeyFile, Passphrase, VaultId};
use crate::migrate;
use crate::scaffold::{self, LOCK, Scaffold};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Once;

const DATABASE: &str = "vault.db";
const LOG: &str = "vault.db-wal";
/// Label of the entry a new vault begins with.
const FIRST_LABEL: &str = "passphrase";
/// More than all statements of this crate: none is ever prepared twice.
const STATEMENTS: usize = 64;

/// An open vault. It is the only one on its folder until it is dropped.
pub struct Vault {
    // Fields drop in this order: the lock goes last.
    pub(crate) conn: Connection,
    folder: PathBuf,
    /// None where the medium takes no lock file.
    _lock: Option<File>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// How a new vault's key survives the process.
enum Protection<'a> {
    Passphrase(&'a Passphrase, KdfCost),
    /// Not at all.
    Ephemeral,
}

impl Vault {
    /// Creates a vault at `folder` and opens it. The folder's parent must exist; the folder must
    /// not, or be empty ([`StoreError::AlreadyExists`]). A failure leaves no folder behind.
    pub fn create(folder: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        Self::create_with(folder, passphrase, KdfCost::Standard)
    }

    /// As [`Vault::create`], with a chosen cost.
    pub fn create_with(
        folder: &Path,
        passphrase: &Passphrase,
        cost: KdfCost,
    ) -> Result<Self, StoreError> {
        build(folder, &Protection::Passphrase(passphrase, cost))
    }

    /// Creates a vault whose key is in memory only: once dropped, nobody reads it again. For
    /// demonstrations and throwaway plays. The folder stays; removing it is the caller's.
    pub fn create_ephemeral(folder: &Path) -> Result<Self, StoreError> {
        build(folder, &Protection::Ephemeral)
    }

    /// Opens an existing vault. A vault of a newer program is refused before a byte is written.
    pub fn open(folder: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        complete(folder)?;
        let lock = scaffold::lock(folder)?;
        let keys = KeyFile::read(folder)?;
        let key = keys.unwrap_key(passphrase)?;
        enter(folder, &key, keys.vault(), lock)
    }

    /// Whether a vault is there as a whole and nobody has it open. It needs no key and writes nothing.
    pub fn look(folder: &Path) -> Result<(), StoreError> {
        complete(folder)?;
        scaffold::look(folder)
    }

    /// Opens an existing vault for reading, also where nothing can be written: from a read-only
    /// medium or a folder of somebody else. What is appended all the same fails.
    pub fn open_to_read(folder: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        match Self::open(folder, passphrase) {
            Err(error) if error.write_protected() => Self::open_unchanging(folder, passphrase),
            opened => opened,
        }
    }

    /// Opens a vault that nobody changes meanwhile and writes nothing beside it.
    fn open_unchanging(folder: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        complete(folder)?;
        let lock = match File::open(folder.join(LOCK)) {
            Ok(file) => Some(scaffold::take(file, folder)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        // What still lies in the log would not be read.
        if fs::metadata(folder.join(LOG)).is_ok_and(|log| log.len() > 0) {
            return Err(StoreError::ReadOnly { path: folder.to_owned() });
        }
        let keys = KeyFile::read(folder)?;
        let key = keys.unwrap_key(passphrase)?;
        let name = PathBuf::from(unchanging(&folder.join(DATABASE)));
        let mode = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let conn = connect(&name, &key, mode)?;
        if migrate::check(&conn)? == migrate::Shape::Older {
            return Err(StoreError::ReadOnly { path: folder.to_owned() });
        }
        conn.set_prepared_statement_cache_capacity(STATEMENTS);
        belongs(&conn, keys.vault())?;
        Ok(Self { conn, folder: folder.to_owned(), _lock: lock })
    }

    /// Where the vault lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Opens a complete vault under its lock.
fn enter(folder: &Path, key: &DataKey, id: &VaultId, lock: File) -> Result<Vault, StoreError> {
    let mut conn = connect(&folder.join(DATABASE), key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    migrate::check(&conn)?;
    settle(&conn)?;
    migrate::run(&mut conn)?;
    belongs(&conn, id)?;
    Ok(Vault { conn, folder: folder.to_owned(), _lock: Some(lock) })
}

/// The database is the one that the key file was made for.
fn belongs(conn: &Connection, id: &VaultId) -> Result<(), StoreError> {
    let found: VaultId = conn.query_row("SELECT id FROM vault", [], |row| row.get(0))?;
    if found == *id { Ok(()) } else { Err(Damage::Database.into()) }
}

/// Refuses a place where there is no vault, or a part of one only.
fn complete(folder: &Path) -> Result<(), StoreError> {
    let database = folder.join(DATABASE).try_exists();
    let key = folder.join(key::FILE).try_exists();
    match (database, key) {
        (Ok(true), Ok(_)) => Ok(()),
        (Ok(false), Ok(true)) => Err(Damage::DatabaseMissing.into()),
        (Err(error), _) | (_, Err(error)) if error.kind() != io::ErrorKind::NotADirectory => {
            Err(error.into())
        }
        _ if occupied(folder)? => Err(StoreError::NotAVault { path: folder.to_owned() }),
        _ => Err(StoreError::NothingThere { path: folder.to_owned() }),
    }
}

/// SQLite's name for a database that does not change while it is open (sqlite.org/uri.html): it is
/// read without a log and without side files. Only plain characters stay as they are.
fn unchanging(database: &Path) -> String {
    let mut name = String::from("file:");
    for byte in database.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                name.push(char::from(*byte));
            }
            b'\\' if cfg!(windows) => name.push('/'),
            byte => {
                // Writing to a string cannot fail.
                let _ = write!(name, "%{byte:02X}");
            }
        }
    }
    name.push_str("?immutable=1");
    name
}

/// Opens the database with the key and reads its first page. Writes nothing, not even when the
/// connection is closed again, until [`settle`].
fn connect(database: &Path, key: &DataKey, mode: OpenFlags) -> Result<Connection, StoreError> {
    // SQLite calls itself ready before SQLCipher has set itself up in it (`sqlite3_initialize`
    // runs SQLITE_EXTRA_INIT last and without its mutex): the others wait for the first.
    static READY: Once = Once::new();
    READY.call_once(|| drop(Connection::open_in_memory()));
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let conn = Connection::open_with_flags(database, flags)?;
    // SQLCipher would tell stderr what is an error of ours.
    conn.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(()))?;
    // Whatever goes wrong here: the message could quote the statement, and that is the key.
    conn.execute_batch(&key.pragma()).map_err(|_| Damage::Database)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(conn)
}

/// The settings every writing connection needs.
fn settle(conn: &Connection) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // recursive_triggers: otherwise INSERT OR REPLACE slips past the triggers against DELETE.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA foreign_keys = ON;",
    )?;
    Ok(())
}

/// Creates a vault beside its place and moves it there when it is complete.
fn build(folder: &Path, protection: &Protection<'_>) -> Result<Vault, StoreError> {
    // A link to an empty folder stays a link: the vault takes the place of the folder.
    let linked = fs::symlink_metadata(folder).is_ok_and(|found| found.is_symlink());
    let folder = &if linked { fs::canonicalize(folder)? } else { folder.to_owned() };
    if occupied(folder)? {
        return Err(StoreError::AlreadyExists { path: folder.to_owned() });
    }
    let scaffold = Scaffold::raise(folder)?;
    let key = DataKey::random()?;
    let mut id = VaultId::default();
    key::fill(&mut id)?;
    let create = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut conn = connect(&scaffold.path.join(DATABASE), &key, create)?;
    settle(&conn)?;
    migrate::run(&mut conn)?;
    conn.execute("INSERT INTO vault (only_row, id) VALUES (1, ?1)", [id])?;
    conn.close().map_err(|(_, error)| error)?;
    if let Protection::Passphrase(passphrase, cost) = protection {
        let mut keys = KeyFile::new(id);
        keys.add(&key, passphrase, FIRST_LABEL, *cost)?;
        keys.write(&scaffold.path)?;
    }
    let lock = match scaffold.move_to(folder)? {
        Some(lock) => lock,
        None => scaffold::lock(folder)?,
    };
    enter(folder, &key, &id, lock)
}

/// Whether there is anything at a place but an empty folder.
fn occupied(folder: &Path) -> Result<bool, StoreError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;
