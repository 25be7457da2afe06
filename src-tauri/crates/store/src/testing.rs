//! What the tests of this crate share: a vault in a temporary folder, writes, and a raw SQLCipher
//! connection to tamper with. Not part of the library.

use crate::key::{DataKey, KeyFile};
use crate::{KdfCost, MeetingWrite, NewEvent, Passphrase, StoreError, Text, Vault, Write};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const PASS: &str = "Kreis Wiesenthal";

pub(crate) fn pass(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

/// A folder that goes with the test, and the place of a vault in it.
pub(crate) struct Place {
    pub(crate) temp: TempDir,
    pub(crate) folder: PathBuf,
}

impl Place {
    pub(crate) fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("Kreistag.sitzungsbuch");
        Self { temp, folder }
    }

    pub(crate) fn create(&self) -> Vault {
        Vault::create_with(&self.folder, &pass(PASS), KdfCost::Minimal).unwrap()
    }

    pub(crate) fn open(&self) -> Result<Vault, StoreError> {
        Vault::open(&self.folder, &pass(PASS))
    }

    pub(crate) fn key(&self) -> DataKey {
        KeyFile::read(&self.folder).unwrap().unwrap_key(&pass(PASS)).unwrap()
    }

    /// The database without this crate's settings, as another SQLCipher 4 would open it.
    pub(crate) fn raw(&self) -> Connection {
        raw(&self.folder, &self.key())
    }

    /// Runs statements behind the back of the store, with its triggers out of the way.
    pub(crate) fn tamper(&self, sql: &str) {
        let conn = self.raw();
        let triggers: Vec<String> = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for trigger in triggers {
            conn.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        conn.execute_batch(sql).unwrap();
    }
}

pub(crate) fn raw(folder: &Path, key: &DataKey) -> Connection {
    let conn = Connection::open(folder.join("vault.db")).unwrap();
    conn.execute_batch(&key.pragma()).unwrap();
    conn
}

/// Name and bytes of every file in a folder.
pub(crate) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

pub(crate) fn event(kind: &str) -> NewEvent {
    NewEvent {
        kind: kind.to_owned(),
        version: 1,
        occurred_at: "2021-11-04T16:32+01:00".to_owned(),
        body: Text::from(format!(r#"{{"words":"{kind}: Wortlaut"}}"#)),
    }
}

pub(crate) fn act(id: &str) -> Write {
    Write {
        act: id.to_owned(),
        digest: [7; 32],
        recorded_at: "2021-11-04T15:32:07Z".to_owned(),
        actor: "clerk".to_owned(),
        source: "test".to_owned(),
        ..Write::default()
    }
}

/// An act that adds events of these kinds to a meeting.
pub(crate) fn on(id: &str, meeting: &str, expected_revision: u32, kinds: &[&str]) -> Write {
    let meeting = MeetingWrite {
        meeting: meeting.to_owned(),
        expected_revision,
        events: kinds.iter().map(|kind| event(kind)).collect(),
        ..MeetingWrite::default()
    };
    Write { meeting: Some(meeting), ..act(id) }
}
