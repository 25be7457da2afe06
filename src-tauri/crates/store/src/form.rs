//! Forms that are being filled in, and where a window was: one row of each kind.
//!
//! It does not read them. They are no facts: the newest state replaces the one before, and a form
//! that was sent or given up leaves nothing.

use crate::error::StoreError;
use crate::text::Text;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};

/// A new state of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Which form, in the caller's words.
    pub kind: String,
    /// JSON of the caller; none when the form is done with.
    pub body: Option<Text>,
}

/// A form as it was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// JSON of the caller.
    pub body: Text,
    /// The clock's time, UTC.
    pub recorded_at: String,
}

const KEEP: &str = "\
    INSERT INTO draft_form (kind, body, recorded_at) VALUES (?1, ?2, ?3) \
    ON CONFLICT (kind) DO UPDATE SET body = excluded.body, recorded_at = excluded.recorded_at";
const DROP: &str = "DELETE FROM draft_form WHERE kind = ?1";
const KEPT: &str = "SELECT body, recorded_at FROM draft_form WHERE kind = ?1";

/// Writes or removes one form.
pub(crate) fn put(conn: &Connection, recorded_at: &str, row: &FormRow) -> Result<(), StoreError> {
    match &row.body {
        Some(body) => conn.prepare_cached(KEEP)?.execute(params![row.kind, body, recorded_at])?,
        None => conn.prepare_cached(DROP)?.execute([&row.kind])?,
    };
    Ok(())
}

impl Vault {
    /// A form as it was left; none if it was not begun.
    pub fn form(&self, kind: &str) -> Result<Option<KeptForm>, StoreError> {
        let read =
            |row: &rusqlite::Row<'_>| Ok(KeptForm { body: row.get(0)?, recorded_at: row.get(1)? });
        Ok(self.conn.prepare_cached(KEPT)?.query_row([kind], read).optional()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Write;
    use crate::testing::{Place, act, on};

    fn put(write: Write, kind: &str, body: Option<&str>) -> Write {
        let form = FormRow { kind: kind.to_owned(), body: body.map(Text::from) };
        Write { form: Some(form), ..write }
    }

    #[test]
    fn the_newest_state_survives_until_the_form_is_done_with() {
        let place = Place::new();
        let mut vault = place.create();
        assert_eq!(vault.form("one").unwrap(), None);
        vault.append(&put(act("a1"), "one", Some("alt"))).unwrap();
        vault.append(&put(act("a2"), "one", Some("neu"))).unwrap();
        vault.append(&put(act("a3"), "two", Some("andere"))).unwrap();
        drop(vault);
        let mut vault = place.open().unwrap();
        let kept = vault.form("one").unwrap().unwrap();
        assert_eq!(
            (kept.body.as_str(), kept.recorded_at.as_str()),
            ("neu", "2021-11-04T15:32:07Z")
        );
        // Done with in the same transaction as what it became; a refused one leaves it.
        let sent =
            |id: &str, revision| put(on(id, "m", revision, &["MeetingPrepared"]), "one", None);
        vault.append(&sent("a4", 7)).unwrap_err();
        assert_eq!(vault.form("one").unwrap(), Some(kept));
        vault.append(&sent("a5", 0)).unwrap();
        assert_eq!(vault.form("one").unwrap(), None);
        assert_eq!(vault.form("two").unwrap().unwrap().body.as_str(), "andere");
    }
}
