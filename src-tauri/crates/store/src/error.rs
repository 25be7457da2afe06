//! What can go wrong in the store, as one enum.
//!
//! It holds no German and no advice: the app writes the sentence. Invariant: no variant carries a
//! key, a passphrase or a stored text, so that an error may be logged.

use crate::journal::Answered;
use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;

/// Why the store refused or failed. After any of them the vault holds what it held before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No key entry opens with this passphrase. A key entry altered on disk looks the same.
    #[error("no key entry opens with this passphrase")]
    WrongPassphrase,
    /// A passphrase needs at least one character.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// There is nothing at this place, or an empty folder.
    #[error("there is nothing at {path}", path = path.display())]
    NothingThere {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// There is something at this place, but neither `vault.db` nor `vault.key`.
    #[error("{path} is not a vault", path = path.display())]
    NotAVault {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// A newer program wrote this vault; nothing was changed.
    #[error("the vault has format {found}, this program knows up to {known}")]
    NewerVersion {
        /// Format number in the vault.
        found: u32,
        /// Newest format number of this program.
        known: u32,
    },
    /// A part of the vault is missing or unreadable.
    #[error("the vault is damaged: {what}")]
    Damaged {
        /// The part.
        what: Damage,
    },
    /// Another process, or another [`crate::Vault`] in this one, has the vault open.
    #[error("{path} is in use", path = path.display())]
    InUse {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// A vault is created only where nothing is.
    #[error("{path} exists and is not empty", path = path.display())]
    AlreadyExists {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// The meeting moved on since the caller looked; nothing was written.
    #[error("expected revision {expected}, found {found}")]
    Conflict {
        /// Revision the caller based the write on.
        expected: u32,
        /// Revision of the meeting.
        found: u32,
    },
    /// This act was answered before; nothing was written again.
    #[error("the act was answered before")]
    DuplicateAct {
        /// What the first answer was.
        answered: Answered,
    },
    /// The vault lies where this process may not write, and reading it would need to write.
    #[error("{path} is read-only", path = path.display())]
    ReadOnly {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// The draft to be written is not the next version of its item; nothing was written.
    #[error("version {version} of the draft is not the next")]
    DraftOutOfOrder {
        /// The version that was asked for.
        version: u32,
    },
    /// No space left on the device; nothing was written.
    #[error("no space left on the device")]
    DiskFull,
    /// The last entry of `vault.key` stays: without it nobody can open the vault.
    #[error("the last key entry cannot be removed")]
    LastKey,
    /// The operating system refused.
    #[error("input/output: {0}")]
    Io(#[source] io::Error),
    /// SQLite refused; `code` is its extended result code, 0 if the fault lies before SQLite.
    #[error("database ({code}): {what}")]
    Sql {
        /// Extended result code of SQLite.
        code: i32,
        /// SQLite's own words; values are bound and therefore never in it.
        what: String,
    },
}

/// The part of a vault that is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// `vault.key` is gone: the vault was wiped, or it was a throwaway one.
    #[error("vault.key is missing")]
    KeyMissing,
    /// `vault.key` cannot be understood.
    #[error("vault.key is unreadable")]
    Key,
    /// `vault.db` is gone.
    #[error("vault.db is missing")]
    DatabaseMissing,
    /// `vault.db` cannot be read with the key, or is no database of this program.
    #[error("vault.db is unreadable")]
    Database,
    /// The journal refused a row that should have been next: journal and head disagree.
    #[error("journal and journal head disagree")]
    Journal,
}

impl StoreError {
    /// Whether the cause may be that the place is write-protected.
    pub(crate) fn write_protected(&self) -> bool {
        use rusqlite::ffi::{SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY};
        match self {
            Self::Io(error) => matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
            ),
            // The low byte of an extended code is the code itself.
            Self::Sql { code, .. } => {
                [SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY].contains(&(code & 0xff))
            }
            _ => false,
        }
    }
}

impl From<Damage> for StoreError {
    fn from(what: Damage) -> Self {
        Self::Damaged { what }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sqlite;
        match &error {
            Sqlite::SqliteFailure(cause, message) => match cause.code {
                ErrorCode::DiskFull => Self::DiskFull,
                // The shared-memory file of the write-ahead log did not get its pages.
                _ if cause.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Damage::Database.into(),
                _ => Self::Sql {
                    code: cause.extended_code,
                    what: message.clone().unwrap_or_else(|| cause.to_string()),
                },
            },
            // A row that does not have the type its table prescribes.
            Sqlite::FromSqlConversionFailure(..)
            | Sqlite::IntegralValueOutOfRange(..)
            | Sqlite::InvalidColumnType(..)
            | Sqlite::Utf8Error(..) => Damage::Database.into(),
            _ => Self::Sql { code: 0, what: error.to_string() },
        }
    }
}
