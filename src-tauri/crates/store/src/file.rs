//! Files of attachments, byte for byte.
//!
//! It does not look into them. Invariant: a file that comes back has the digest that was recorded
//! with it; it is removed as a whole or stays as it is; no byte of it shows in `Debug`.

use crate::error::{Damage, StoreError};
use crate::journal::Write;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// What becomes of the file of an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Which attachment of the meeting.
    pub attachment: String,
    /// The file; none removes the one that is there.
    pub file: Option<AttachedFile>,
}

/// A file as it was given.
#[derive(Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// Its name, without a place.
    pub name: String,
    /// What it is, in the caller's words.
    pub media: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for AttachedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttachedFile({}, {} bytes)", self.media, self.bytes.len())
    }
}

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Which attachment of the meeting.
    pub attachment: String,
    /// Its name.
    pub name: String,
    /// What it is, in the caller's words.
    pub media: String,
    /// Its length.
    pub bytes: u32,
}

const INSERT: &str = "\
    INSERT INTO attached_file \
        (meeting, attachment, name, media, digest, bytes, recorded_at, act, actor, source) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const REMOVE: &str = "DELETE FROM attached_file WHERE meeting = ?1 AND attachment = ?2";
const LIST: &str = "\
    SELECT attachment, name, media, length(bytes) FROM attached_file WHERE meeting = ?1";
const ONE: &str = "\
    SELECT name, media, bytes, digest FROM attached_file WHERE meeting = ?1 AND attachment = ?2";

/// Puts a file in its place, or removes it with its bytes (`secure_delete`).
pub(crate) fn put(
    conn: &Connection,
    write: &Write,
    meeting: &str,
    row: &FileRow,
) -> Result<(), StoreError> {
    let FileRow { attachment, file } = row;
    conn.prepare_cached(REMOVE)?.execute([meeting, attachment.as_str()])?;
    if let Some(AttachedFile { name, media, bytes }) = file {
        let digest: [u8; 32] = Sha256::digest(bytes).into();
        let Write { act, recorded_at, actor, source, .. } = write;
        let insert = params![
            meeting,
            attachment,
            name,
            media,
            digest,
            bytes,
            recorded_at,
            act,
            actor,
            source
        ];
        conn.prepare_cached(INSERT)?.execute(insert)?;
    }
    Ok(())
}

impl Vault {
    /// The files of a meeting, without their bytes.
    pub fn files(&self, meeting: &str) -> Result<Vec<FileEntry>, StoreError> {
        let mut all = self.conn.prepare_cached(LIST)?;
        let entries = all.query_map([meeting], |row| {
            Ok(FileEntry {
                attachment: row.get(0)?,
                name: row.get(1)?,
                media: row.get(2)?,
                bytes: row.get(3)?,
            })
        })?;
        Ok(entries.collect::<Result<_, _>>()?)
    }

    /// The file of an attachment; none while it has none.
    pub fn file(
        &self,
        meeting: &str,
        attachment: &str,
    ) -> Result<Option<AttachedFile>, StoreError> {
        let read = |row: &rusqlite::Row<'_>| {
            let file = AttachedFile { name: row.get(0)?, media: row.get(1)?, bytes: row.get(2)? };
            Ok((file, row.get::<_, [u8; 32]>(3)?))
        };
        let found = self.conn.prepare_cached(ONE)?.query_row([meeting, attachment], read);
        let Some((file, digest)) = found.optional()? else { return Ok(None) };
        let found: [u8; 32] = Sha256::digest(&file.bytes).into();
        if found == digest { Ok(Some(file)) } else { Err(Damage::Database.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MeetingWrite;
    use crate::testing::{Place, on};

    fn given(act: &str, attachment: &str, bytes: Option<&[u8]>) -> Write {
        let file = bytes.map(|bytes| AttachedFile {
            name: "Vortrag.pdf".to_owned(),
            media: "application/pdf".to_owned(),
            bytes: bytes.to_vec(),
        });
        let row = FileRow { attachment: attachment.to_owned(), file };
        let write = on(act, "m", 0, &[]);
        let meeting = write.meeting.map(|meeting| MeetingWrite { file: Some(row), ..meeting });
        Write { meeting, ..write }
    }

    #[test]
    fn a_file_comes_back_byte_for_byte_until_it_is_removed() {
        let place = Place::new();
        let mut vault = place.create();
        let large: Vec<u8> = (0..4_000_000_u32).flat_map(u32::to_le_bytes).take(4 << 20).collect();
        vault.append(&given("a1", "one", Some(&large))).unwrap();
        vault.append(&given("a2", "two", Some(b"%PDF two"))).unwrap();
        assert!(vault.append(&given("a3", "three", Some(b""))).is_err(), "no file is empty");
        drop(vault);
        let mut vault = place.open().unwrap();
        let mut listed = vault.files("m").unwrap();
        listed.sort_by(|one, other| one.attachment.cmp(&other.attachment));
        let sizes: Vec<_> = listed.iter().map(|one| (one.attachment.as_str(), one.bytes)).collect();
        assert_eq!(sizes, [("one", 4 << 20), ("two", 8)]);
        let one = vault.file("m", "one").unwrap().unwrap();
        assert!(one.bytes == large);
        assert_eq!(format!("{one:?}"), "AttachedFile(application/pdf, 4194304 bytes)");
        vault.append(&given("a4", "one", Some(b"%PDF another"))).unwrap();
        assert_eq!(vault.file("m", "one").unwrap().unwrap().bytes, b"%PDF another");
        vault.append(&given("a5", "one", None)).unwrap();
        assert_eq!(vault.file("m", "one").unwrap(), None);
        assert_eq!(vault.files("other").unwrap(), []);
        assert_eq!(vault.files("m").unwrap().len(), 1);
    }

    #[test]
    fn a_file_that_is_no_longer_what_was_given_is_not_handed_out() {
        let place = Place::new();
        let mut vault = place.create();
        vault.append(&given("a1", "one", Some(b"%PDF one"))).unwrap();
        let change = "UPDATE attached_file SET bytes = x'00'";
        assert!(vault.conn.execute(change, []).is_err());
        vault.conn.execute("DROP TRIGGER attached_file_no_update", []).unwrap();
        vault.conn.execute(change, []).unwrap();
        let fault = vault.file("m", "one");
        assert!(matches!(fault, Err(StoreError::Damaged { .. })), "{fault:?}");
    }
}
