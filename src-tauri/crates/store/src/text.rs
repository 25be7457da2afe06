//! Texts beside the journal: drafts of agenda items, and notes that can be erased.
//!
//! It does not know what a text says, nor what its digest is made of: salt and digest come from
//! the caller. Invariant: public and non-public drafts lie in two tables and no statement here
//! touches both; a stored text never shows in `Debug`.

use crate::error::StoreError;
use crate::vault::Vault;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use std::fmt;

/// Text as it is stored: bodies, wordings, names. `Debug` shows its length only, so that minutes
/// text gets into no log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, given away.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.0.len())
    }
}

impl ToSql for Text {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Text {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

/// 16 random bytes drawn by the caller. `Debug` hides them: digest and salt together would let
/// somebody try out guesses of an erased text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(..)")
    }
}

/// To which part of the meeting a text belongs; each has a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Text of the public part.
    Public,
    /// Text of the non-public part.
    NonPublic,
}

/// A new state of an item's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Agenda item the text belongs to.
    pub item: String,
    /// Table it goes to.
    pub part: Part,
    /// Its version, the next of its item and part; any other is refused.
    pub version: u32,
    /// The text, in the caller's encoding.
    pub body: Text,
    /// Salted digest of the text.
    pub digest: [u8; 32],
    /// Salt of the digest.
    pub salt: Salt,
}

/// A stored state of an item's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Agenda item the text belongs to.
    pub item: String,
    /// Counts from 1 per meeting, item and part.
    pub version: u32,
    /// The text, in the caller's encoding.
    pub body: Text,
    /// Salted digest of the text.
    pub digest: [u8; 32],
    /// Salt of the digest.
    pub salt: Salt,
    /// UTC, as the caller wrote it.
    pub recorded_at: String,
}

/// Free text about a person or a reason, named by its salted digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// Salted digest; the event carries it.
    pub digest: [u8; 32],
    /// Salt of the digest; goes together with the text.
    pub salt: Salt,
    /// The text.
    pub text: Text,
}

const INSERT_PUBLIC: &str = "\
    INSERT INTO draft_public (meeting, item, version, body, digest, salt, recorded_at) \
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?3 = 1 + coalesce( \
        (SELECT max(version) FROM draft_public WHERE meeting = ?1 AND item = ?2), 0)";
const INSERT_NONPUBLIC: &str = "\
    INSERT INTO draft_nonpublic (meeting, item, version, body, digest, salt, recorded_at) \
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?3 = 1 + coalesce( \
        (SELECT max(version) FROM draft_nonpublic WHERE meeting = ?1 AND item = ?2), 0)";
const NEWEST_PUBLIC: &str = "\
    SELECT item, version, body, digest, salt, recorded_at \
    FROM (SELECT meeting, item, max(version) AS version FROM draft_public \
          WHERE meeting = ?1 GROUP BY item) \
    JOIN draft_public USING (meeting, item, version) ORDER BY item";
const NEWEST_NONPUBLIC: &str = "\
    SELECT item, version, body, digest, salt, recorded_at \
    FROM (SELECT meeting, item, max(version) AS version FROM draft_nonpublic \
          WHERE meeting = ?1 GROUP BY item) \
    JOIN draft_nonpublic USING (meeting, item, version) ORDER BY item";
const ONE_PUBLIC: &str = "\
    SELECT item, version, body, digest, salt, recorded_at FROM draft_public \
    WHERE meeting = ?1 AND item = ?2 AND version = ?3";
const ONE_NONPUBLIC: &str = "\
    SELECT item, version, body, digest, salt, recorded_at FROM draft_nonpublic \
    WHERE meeting = ?1 AND item = ?2 AND version = ?3";

impl Part {
    fn statement<'c>(
        self,
        conn: &'c Connection,
        public: &str,
        nonpublic: &str,
    ) -> rusqlite::Result<CachedStatement<'c>> {
        conn.prepare_cached(match self {
            Self::Public => public,
            Self::NonPublic => nonpublic,
        })
    }
}

/// Writes one draft, if it is the next version of its item.
pub(crate) fn insert_draft(
    conn: &Connection,
    meeting: &str,
    recorded_at: &str,
    draft: &DraftRow,
) -> Result<(), StoreError> {
    let mut insert = draft.part.statement(conn, INSERT_PUBLIC, INSERT_NONPUBLIC)?;
    let DraftRow { item, version, body, digest, salt, .. } = draft;
    match insert.execute(params![meeting, item, version, body, digest, salt.0, recorded_at])? {
        0 => Err(StoreError::DraftOutOfOrder { version: *version }),
        _ => Ok(()),
    }
}

/// Writes one note. The same digest means the same text and salt: the first row stays.
pub(crate) fn insert_note(conn: &Connection, note: &NoteRow) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO note (digest, salt, text) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    )?
    .execute(params![note.digest, note.salt.0, note.text])?;
    Ok(())
}

fn read_draft(row: &rusqlite::Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        item: row.get(0)?,
        version: row.get(1)?,
        body: row.get(2)?,
        digest: row.get(3)?,
        salt: Salt(row.get(4)?),
        recorded_at: row.get(5)?,
    })
}

impl Vault {
    /// The newest text of each item of one part, by item.
    pub fn drafts(&self, meeting: &str, part: Part) -> Result<Vec<Draft>, StoreError> {
        let mut newest = part.statement(&self.conn, NEWEST_PUBLIC, NEWEST_NONPUBLIC)?;
        let drafts = newest.query_map([meeting], read_draft)?.collect::<Result<_, _>>()?;
        Ok(drafts)
    }

    /// One version of an item's text, for instance the one an event has fixed.
    pub fn draft(
        &self,
        meeting: &str,
        item: &str,
        part: Part,
        version: u32,
    ) -> Result<Option<Draft>, StoreError> {
        let mut one = part.statement(&self.conn, ONE_PUBLIC, ONE_NONPUBLIC)?;
        Ok(one.query_row(params![meeting, item, version], read_draft).optional()?)
    }

    /// The note with this digest, unless it was erased.
    pub fn note(&self, digest: &[u8; 32]) -> Result<Option<NoteRow>, StoreError> {
        let mut one =
            self.conn.prepare_cached("SELECT digest, salt, text FROM note WHERE digest = ?1")?;
        let note = one.query_row([digest], |row| {
            Ok(NoteRow { digest: row.get(0)?, salt: Salt(row.get(1)?), text: row.get(2)? })
        });
        Ok(note.optional()?)
    }

    /// Erases a note and its salt for good, also from the write-ahead log. Says whether there was
    /// one. The journal keeps the digest and its chain.
    pub fn erase_note(&mut self, digest: &[u8; 32]) -> Result<bool, StoreError> {
        let erased = self.conn.execute("DELETE FROM note WHERE digest = ?1", [digest])?;
        // Moves the overwritten pages into vault.db and cuts the log that still has the old ones.
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(erased > 0)
    }
}

#[cfg(test)]
mod tests;
