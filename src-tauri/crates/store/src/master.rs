//! Master data: persons, memberships, templates as versions that stay.
//!
//! It does not read a body and knows no noun by name. Invariant: a version is never changed or
//! removed; the rows are the audit, and the highest version of an id is the current one.

use crate::error::StoreError;
use crate::journal::Write;
use crate::text::Text;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};

/// A new version of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterRow {
    /// What it is, for instance `person`.
    pub noun: String,
    /// Which one.
    pub id: String,
    /// JSON of the caller.
    pub body: Text,
}

/// A stored version of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Master {
    /// What it is, for instance `person`.
    pub noun: String,
    /// Which one.
    pub id: String,
    /// Counts from 1 per noun and id.
    pub version: u32,
    /// JSON of the caller.
    pub body: Text,
    /// UTC, as the caller wrote it.
    pub recorded_at: String,
    /// The client's id of the act that wrote it.
    pub act: String,
    /// Who wrote it.
    pub actor: String,
    /// By which way it came.
    pub source: String,
}

const INSERT: &str = "\
    INSERT INTO master (noun, id, version, body, recorded_at, act, actor, source) \
    SELECT ?1, ?2, 1 + coalesce(max(version), 0), ?3, ?4, ?5, ?6, ?7 \
    FROM master WHERE noun = ?1 AND id = ?2 RETURNING version";
const CURRENT: &str = "\
    SELECT noun, id, version, body, recorded_at, act, actor, source \
    FROM (SELECT noun, id, max(version) AS version FROM master WHERE noun = ?1 GROUP BY id) \
    JOIN master USING (noun, id, version) ORDER BY id";
const HISTORY: &str = "\
    SELECT noun, id, version, body, recorded_at, act, actor, source \
    FROM master WHERE noun = ?1 AND id = ?2 ORDER BY version";
const ONE: &str = "\
    SELECT noun, id, version, body, recorded_at, act, actor, source \
    FROM master WHERE noun = ?1 AND id = ?2 ORDER BY version DESC LIMIT 1";

/// Writes one entry as the next version of its id and gives back that version.
pub(crate) fn insert(
    conn: &Connection,
    write: &Write,
    entry: &MasterRow,
) -> Result<u32, StoreError> {
    let Write { act, recorded_at, actor, source, .. } = write;
    let values = params![entry.noun, entry.id, entry.body, recorded_at, act, actor, source];
    Ok(conn.prepare_cached(INSERT)?.query_row(values, |row| row.get(0))?)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Master> {
    Ok(Master {
        noun: row.get(0)?,
        id: row.get(1)?,
        version: row.get(2)?,
        body: row.get(3)?,
        recorded_at: row.get(4)?,
        act: row.get(5)?,
        actor: row.get(6)?,
        source: row.get(7)?,
    })
}

impl Vault {
    /// The current version of every entry of a noun, by id.
    pub fn master(&self, noun: &str) -> Result<Vec<Master>, StoreError> {
        let mut current = self.conn.prepare_cached(CURRENT)?;
        let entries = current.query_map([noun], read)?.collect::<Result<_, _>>()?;
        Ok(entries)
    }

    /// The current version of one entry.
    pub fn master_one(&self, noun: &str, id: &str) -> Result<Option<Master>, StoreError> {
        Ok(self.conn.prepare_cached(ONE)?.query_row([noun, id], read).optional()?)
    }

    /// Every version of one entry, oldest first.
    pub fn master_history(&self, noun: &str, id: &str) -> Result<Vec<Master>, StoreError> {
        let mut history = self.conn.prepare_cached(HISTORY)?;
        let entries = history.query_map([noun, id], read)?.collect::<Result<_, _>>()?;
        Ok(entries)
    }
}

#[cfg(test)]
mod tests;
