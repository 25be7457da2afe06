//! The projection behind the list of meetings.
//!
//! It computes nothing: the caller says what a meeting looks like now. Invariant: disposable.
//! Whatever stands here can be thrown away and rebuilt from journal and master data.

use crate::error::StoreError;
use crate::vault::Vault;
use rusqlite::{Connection, TransactionBehavior, params};

/// One meeting in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    /// The meeting.
    pub meeting: String,
    /// Body that meets.
    pub organization: String,
    /// Civil time of the invitation, as the caller wrote it.
    pub starts_at: String,
    /// Phase in the caller's words.
    pub phase: String,
    /// Neutral title.
    pub title: String,
    /// Revision this row was computed from.
    pub revision: u32,
}

const UPSERT: &str = "\
    INSERT INTO meeting_overview (meeting, organization, starts_at, phase, title, revision) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
    ON CONFLICT (meeting) DO UPDATE SET organization = excluded.organization, \
        starts_at = excluded.starts_at, phase = excluded.phase, title = excluded.title, \
        revision = excluded.revision";

/// Writes or replaces one row.
pub(crate) fn upsert(conn: &Connection, row: &OverviewRow) -> Result<(), StoreError> {
    let OverviewRow { meeting, organization, starts_at, phase, title, revision } = row;
    conn.prepare_cached(UPSERT)?.execute(params![
        meeting,
        organization,
        starts_at,
        phase,
        title,
        revision
    ])?;
    Ok(())
}

impl Vault {
    /// All meetings by start, then by id.
    pub fn overviews(&self) -> Result<Vec<OverviewRow>, StoreError> {
        let mut all = self.conn.prepare_cached(
            "SELECT meeting, organization, starts_at, phase, title, revision \
             FROM meeting_overview ORDER BY starts_at, meeting",
        )?;
        let rows = all.query_map([], |row| {
            Ok(OverviewRow {
                meeting: row.get(0)?,
                organization: row.get(1)?,
                starts_at: row.get(2)?,
                phase: row.get(3)?,
                title: row.get(4)?,
                revision: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Throws the projection away and writes it anew, in one transaction. Beside
    /// [`Vault::erase_note`] the only write that does not append; it reaches the projection only.
    pub fn replace_overviews(&mut self, rows: &[OverviewRow]) -> Result<(), StoreError> {
        let rebuilt = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        rebuilt.execute("DELETE FROM meeting_overview", [])?;
        for row in rows {
            upsert(&rebuilt, row)?;
        }
        Ok(rebuilt.commit()?)
    }
}

#[cfg(test)]
mod tests;
