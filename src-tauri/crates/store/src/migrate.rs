//! Brings `vault.db` to the shape this program knows.
//!
//! It knows no way back and never edits a step that was released. Invariant: each step is one
//! transaction together with its number, and a file from a newer program is refused before
//! anything is written.

use crate::error::{Damage, StoreError};
use rusqlite::{Connection, TransactionBehavior};

/// Steps in order; number n of the file is `user_version` n. Append only.
const STEPS: &[&str] = &[
    include_str!("migrations/001_vault.sql"),
    include_str!("migrations/002_window.sql"),
    include_str!("migrations/003_forms.sql"),
    include_str!("migrations/004_files.sql"),
    include_str!("migrations/005_made_of.sql"),
];

/// Marks the file as ours ("SZB1").
const APPLICATION_ID: i32 = 0x535A_4231;

/// Newest format of `vault.db`.
fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// How the shape of a file stands to the one this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Older,
    Known,
}

/// Shape of an existing file, or why it cannot be ours. Reads only.
pub(crate) fn check(conn: &Connection) -> Result<Shape, StoreError> {
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application != APPLICATION_ID || found == 0 {
        return Err(Damage::Database.into());
    }
    if found > known() {
        return Err(StoreError::NewerVersion { found, known: known() });
    }
    Ok(if found < known() { Shape::Older } else { Shape::Known })
}

/// Runs the steps the file does not have yet.
pub(crate) fn run(conn: &mut Connection) -> Result<(), StoreError> {
    let done: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, step) in (1u32..).zip(STEPS).filter(|(number, _)| *number > done) {
        let step_done = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step_done.execute_batch(step)?;
        step_done.pragma_update(None, "application_id", APPLICATION_ID)?;
        step_done.pragma_update(None, "user_version", number)?;
        step_done.commit()?;
    }
    Ok(())
}
