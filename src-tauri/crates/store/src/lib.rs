//! The vault of Sitzungsbuch: one encrypted folder per clerk.
//!
//! What it is for: key, lock, journal rows, versions of master data, drafts, notes, projections.
//! What it does not do: it knows no law, reads no event body, draws no conclusion and writes no
//! German. Invariant: [`Vault::append`] is the only writer of facts; it is one transaction and
//! durable before it returns. Beside it [`Vault::erase_note`] removes a note and
//! [`Vault::replace_overviews`] rebuilds a projection; neither can reach the journal.

mod chain;
mod error;
mod file;
mod form;
mod hex;
mod journal;
mod key;
mod master;
mod migrate;
mod opening;
mod overview;
mod scaffold;
mod sealed;
#[cfg(test)]
mod testing;
mod text;
mod vault;

pub use chain::{Break, Chain};
pub use error::{Damage, StoreError};
pub use file::{AttachedFile, FileEntry, FileRow};
pub use form::{FormRow, KeptForm};
pub use journal::{Answered, Appended, Head, MeetingWrite, NewEvent, Row, Stream, Write};
pub use key::{KdfCost, KeyInfo, Passphrase};
pub use master::{Master, MasterRow};
pub use opening::OpeningRow;
pub use overview::OverviewRow;
pub use sealed::SealedRow;
pub use text::{Draft, DraftRow, NoteRow, Part, Salt, Text};
pub use vault::Vault;
