//! The vault as a folder: creating, opening, locking.
//!
//! `NAME.sitzungsbuch/` holds `vault.db` (SQLCipher 4 with its defaults and a raw 256-bit key, so
//! that any SQLCipher 4 that has the key opens it), `vault.key` (see the module `key`) and `lock`.
//! It writes no row of its own but the vault's id. Invariant: a folder with this name is a
//! complete vault or was never there; while a [`Vault`] lives, nobody else has it open.

use crate::error::{Damage, StoreError};
use crate::key::{self, DataKey, KdfCost, KeyFile, Passphrase, VaultId};
use crate::{hex, migrate};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

const DATABASE: &str = "vault.db";
const LOCK: &str = "lock";
/// Label of the entry a new vault begins with.
const FIRST_LABEL: &str = "passphrase";
/// More than all statements of this crate: none is ever prepared twice.
const STATEMENTS: usize = 64;

/// An open vault. It is the only one on its folder until it is dropped.
pub struct Vault {
    // Fields drop in this order: the lock goes last.
    pub(crate) conn: Connection,
    folder: PathBuf,
    _lock: File,
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
        let database = folder.join(DATABASE).try_exists();
        let key = folder.join(key::FILE).try_exists();
        match (database, key) {
            (Ok(true), Ok(_)) => {}
            (Ok(false), Ok(true)) => return Err(Damage::DatabaseMissing.into()),
            (Err(error), _) | (_, Err(error)) if error.kind() != io::ErrorKind::NotADirectory => {
                return Err(error.into());
            }
            _ => return Err(StoreError::NotAVault { path: folder.to_owned() }),
        }
        let lock = lock(folder)?;
        let keys = KeyFile::read(folder)?;
        let key = keys.unwrap_key(passphrase)?;
        enter(folder, &key, keys.vault(), lock)
    }

    /// Where the vault lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Takes the lock, or says that somebody has it. The system gives it back with the process.
fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(LOCK);
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse { path: folder.to_owned() }),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Opens a complete vault under its lock.
fn enter(folder: &Path, key: &DataKey, id: &VaultId, lock: File) -> Result<Vault, StoreError> {
    let mut conn = connect(folder, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    migrate::check(&conn)?;
    settle(&conn)?;
    migrate::run(&mut conn)?;
    let found: VaultId = conn.query_row("SELECT id FROM vault", [], |row| row.get(0))?;
    if found != *id {
        return Err(Damage::Database.into());
    }
    Ok(Vault { conn, folder: folder.to_owned(), _lock: lock })
}

/// Opens the database with the key and reads its first page. Writes nothing, not even when the
/// connection is closed again, until [`settle`].
fn connect(folder: &Path, key: &DataKey, mode: OpenFlags) -> Result<Connection, StoreError> {
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let conn = Connection::open_with_flags(folder.join(DATABASE), flags)?;
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
    refuse_occupied(folder)?;
    let scaffold = Scaffold::raise(folder)?;
    let key = DataKey::random()?;
    let mut id = VaultId::default();
    key::fill(&mut id)?;
    let create = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut conn = connect(&scaffold.path, &key, create)?;
    settle(&conn)?;
    migrate::run(&mut conn)?;
    conn.execute("INSERT INTO vault (only_row, id) VALUES (1, ?1)", [id])?;
    conn.close().map_err(|(_, error)| error)?;
    if let Protection::Passphrase(passphrase, cost) = protection {
        let mut keys = KeyFile::new(id);
        keys.add(&key, passphrase, FIRST_LABEL, *cost)?;
        keys.write(&scaffold.path)?;
    }
    scaffold.move_to(folder)?;
    enter(folder, &key, &id, lock(folder)?)
}

fn refuse_occupied(folder: &Path) -> Result<(), StoreError> {
    let occupied = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => true,
        Err(error) => return Err(error.into()),
    };
    if occupied { Err(StoreError::AlreadyExists { path: folder.to_owned() }) } else { Ok(()) }
}

/// A hidden folder beside the vault to be, removed unless it is moved.
struct Scaffold {
    path: PathBuf,
    parent: PathBuf,
    standing: bool,
}

impl Scaffold {
    fn raise(folder: &Path) -> Result<Self, StoreError> {
        let name =
            folder.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let parent = match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        let mut random = [0; 8];
        key::fill(&mut random)?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}", hex::encode(&random)));
        let path = parent.join(hidden);
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self { path, parent, standing: true })
    }

    fn move_to(mut self, folder: &Path) -> Result<(), StoreError> {
        key::sync_folder(&self.path)?;
        // An empty folder makes room; one that has been filled meanwhile refuses to go.
        match fs::remove_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
                return Err(StoreError::AlreadyExists { path: folder.to_owned() });
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        fs::rename(&self.path, folder)?;
        self.standing = false;
        Ok(key::sync_folder(&self.parent)?)
    }
}

impl Drop for Scaffold {
    fn drop(&mut self) {
        if self.standing {
            // Already failing: what could be told about the leftover would hide the cause.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests;
