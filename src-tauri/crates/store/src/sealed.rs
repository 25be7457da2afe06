//! Signed documents, byte for byte.
//!
//! It does not look into them and knows no signature. Invariant: a version is never changed or
//! removed; no byte of a document shows in `Debug`.

use crate::error::StoreError;
use crate::journal::Write;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};
use std::fmt;

/// A signed document to be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedRow {
    /// Which document of the meeting, in the caller's words.
    pub scope: String,
    /// Counts from 1 per meeting and scope; any other than the next one is refused.
    pub version: u32,
    /// The file.
    pub pdf: Vec<u8>,
    /// What the file was made of, in the caller's words; with the first version alone.
    pub made_of: Option<String>,
}

impl fmt::Debug for SealedRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scope, version, pdf, made_of: _ } = self;
        write!(f, "SealedRow({scope}, version {version}, {} bytes)", pdf.len())
    }
}

const INSERT: &str = "\
    INSERT INTO sealed_document \
    (meeting, scope, version, pdf, recorded_at, act, actor, source, made_of) \
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE ?3 = 1 + coalesce( \
        (SELECT max(version) FROM sealed_document WHERE meeting = ?1 AND scope = ?2), 0)";
const NEWEST: &str = "\
    SELECT scope, version, pdf, made_of FROM sealed_document WHERE meeting = ?1 AND scope = ?2 \
    ORDER BY version DESC LIMIT 1";
const MADE_OF: &str = "\
    SELECT made_of FROM sealed_document WHERE meeting = ?1 AND scope = ?2 AND version = 1";

/// Writes one document, if it is the next version.
pub(crate) fn insert(
    conn: &Connection,
    write: &Write,
    meeting: &str,
    row: &SealedRow,
) -> Result<(), StoreError> {
    let SealedRow { scope, version, pdf, made_of } = row;
    let Write { act, recorded_at, actor, source, .. } = write;
    let values = params![meeting, scope, version, pdf, recorded_at, act, actor, source, made_of];
    match conn.prepare_cached(INSERT)?.execute(values)? {
        0 => Err(StoreError::DraftOutOfOrder { version: *version }),
        _ => Ok(()),
    }
}

impl Vault {
    /// The newest signed document of a meeting.
    pub fn sealed(&self, meeting: &str, scope: &str) -> Result<Option<SealedRow>, StoreError> {
        let mut newest = self.conn.prepare_cached(NEWEST)?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(SealedRow {
                scope: row.get(0)?,
                version: row.get(1)?,
                pdf: row.get(2)?,
                made_of: row.get(3)?,
            })
        };
        Ok(newest.query_row([meeting, scope], read).optional()?)
    }

    /// What the signed document of a meeting was made of; none where that was not kept.
    pub fn sealed_of(&self, meeting: &str, scope: &str) -> Result<Option<String>, StoreError> {
        let mut first = self.conn.prepare_cached(MADE_OF)?;
        Ok(first.query_row([meeting, scope], |row| row.get(0)).optional()?.flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MeetingWrite;
    use crate::testing::{Place, on};

    fn sealed(act: &str, scope: &str, version: u32, pdf: &[u8]) -> Write {
        let made_of = (version == 1).then(|| format!("made of {act}"));
        let row = SealedRow { scope: scope.to_owned(), version, pdf: pdf.to_vec(), made_of };
        let write = on(act, "m", 0, &[]);
        let meeting = write.meeting.map(|meeting| MeetingWrite { sealed: vec![row], ..meeting });
        Write { meeting, ..write }
    }

    #[test]
    fn a_signed_document_comes_back_byte_for_byte_and_stays() {
        let place = Place::new();
        let mut vault = place.create();
        let large: Vec<u8> = (0..4_000_000_u32).flat_map(u32::to_le_bytes).take(4 << 20).collect();
        vault.append(&sealed("a1", "complete", 1, b"%PDF one")).unwrap();
        vault.append(&sealed("a2", "complete", 2, &large)).unwrap();
        vault.append(&sealed("a3", "public", 1, b"%PDF three")).unwrap();
        for version in [1, 2, 4] {
            let refused = vault.append(&sealed("a4", "complete", version, b"x")).unwrap_err();
            assert!(matches!(refused, StoreError::DraftOutOfOrder { .. }), "{version}");
        }
        assert!(vault.append(&sealed("a5", "public", 2, b"")).is_err(), "no file is empty");
        drop(vault);
        let vault = place.open().unwrap();
        let newest = vault.sealed("m", "complete").unwrap().unwrap();
        assert_eq!(newest.version, 2);
        assert!(newest.pdf == large);
        assert_eq!(vault.sealed("m", "public").unwrap().unwrap().pdf, b"%PDF three");
        assert_eq!(vault.sealed("m", "other").unwrap(), None);
        let of = |scope| vault.sealed_of("m", scope).unwrap();
        assert_eq!(of("complete").as_deref(), Some("made of a1"), "the first version has it");
        assert_eq!((of("public").as_deref(), of("other")), (Some("made of a3"), None));
        assert_eq!(format!("{newest:?}"), "SealedRow(complete, version 2, 4194304 bytes)");
        for sql in [
            "UPDATE sealed_document SET pdf = x'00'",
            "UPDATE sealed_document SET made_of = NULL WHERE version = 1",
            "INSERT INTO sealed_document VALUES ('m', 'public', 2, x'00', '', '', '', '', 'late')",
            "DELETE FROM sealed_document",
            "INSERT OR REPLACE INTO sealed_document VALUES ('m', 'public', 1, x'00', '', '', '', '', NULL)",
        ] {
            assert!(vault.conn.execute(sql, []).is_err(), "{sql}");
        }
    }
}
