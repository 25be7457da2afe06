//! The draft of an opening: who is there before a session is opened.
//!
//! It does not read the draft. Invariant: a version is never changed or removed, the highest one is
//! the current one; nothing of it is part of the journal.

use crate::error::StoreError;
use crate::text::Text;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};

/// A state of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningRow {
    /// Counts from 1 per meeting; on writing the next one, any other is refused.
    pub version: u32,
    /// JSON of the caller.
    pub body: Text,
}

const INSERT: &str = "\
    INSERT INTO draft_opening (meeting, version, body, recorded_at) \
    SELECT ?1, ?2, ?3, ?4 WHERE ?2 = 1 + coalesce( \
        (SELECT max(version) FROM draft_opening WHERE meeting = ?1), 0)";
const NEWEST: &str = "\
    SELECT version, body FROM draft_opening WHERE meeting = ?1 ORDER BY version DESC LIMIT 1";

/// Writes one state, if it is the next one.
pub(crate) fn insert(
    conn: &Connection,
    meeting: &str,
    recorded_at: &str,
    row: &OpeningRow,
) -> Result<(), StoreError> {
    let OpeningRow { version, body } = row;
    match conn.prepare_cached(INSERT)?.execute(params![meeting, version, body, recorded_at])? {
        0 => Err(StoreError::DraftOutOfOrder { version: *version }),
        _ => Ok(()),
    }
}

impl Vault {
    /// The newest draft of a meeting's opening.
    pub fn opening(&self, meeting: &str) -> Result<Option<OpeningRow>, StoreError> {
        let mut newest = self.conn.prepare_cached(NEWEST)?;
        let read =
            |row: &rusqlite::Row<'_>| Ok(OpeningRow { version: row.get(0)?, body: row.get(1)? });
        Ok(newest.query_row([meeting], read).optional()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Place, on};
    use crate::{MeetingWrite, Write};

    fn noted(act: &str, version: u32, body: &str) -> Write {
        let opening = Some(OpeningRow { version, body: Text::from(body) });
        let write = on(act, "m", 0, &[]);
        let meeting = write.meeting.map(|meeting| MeetingWrite { opening, ..meeting });
        Write { meeting, ..write }
    }

    #[test]
    fn the_newest_draft_survives_and_none_is_ever_changed() {
        let place = Place::new();
        let mut vault = place.create();
        assert_eq!(vault.opening("m").unwrap(), None);
        for (act, version, body) in [("a1", 1, "eine"), ("a2", 2, "zwei")] {
            let written = vault.append(&noted(act, version, body)).unwrap();
            assert_eq!(written.answered.revision, 0, "a draft does not move the revision");
        }
        for version in [1, 2, 4] {
            let refused = vault.append(&noted("a3", version, "drei")).unwrap_err();
            assert!(matches!(refused, StoreError::DraftOutOfOrder { .. }), "{version}");
        }
        assert_eq!(vault.answered("a3").unwrap(), None, "a refused write wrote nothing");
        drop(vault);
        let vault = place.open().unwrap();
        let newest = vault.opening("m").unwrap().unwrap();
        assert_eq!((newest.version, newest.body.as_str()), (2, "zwei"));
        assert_eq!(vault.opening("other").unwrap(), None);
        for sql in [
            "UPDATE draft_opening SET body = 'x'",
            "DELETE FROM draft_opening",
            "INSERT OR REPLACE INTO draft_opening VALUES ('m', 2, 'x', '')",
        ] {
            assert!(vault.conn.execute(sql, []).is_err(), "{sql}");
        }
    }
}
