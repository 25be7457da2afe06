//! Whether the texts beside the journal are still those that its events name.
//!
//! The chain holds the events, an event holds a salted digest, and the digest holds the text: this
//! recomputes the last step. A note may be erased, that breaks nothing; a fixed draft may not.

use crate::core::digest::{Digest, Salt};
use crate::core::session::Event;
use crate::core::session::evolve::Recorded;
use crate::error::ApiError;
use crate::messages;
use sitzungsbuch_store::{Break, Chain, Part, Vault};

/// Checks every text that the events of a session name, in the order of the events.
pub(crate) fn texts(
    vault: &Vault,
    meeting: &str,
    recorded: &[Recorded],
) -> Result<Chain, ApiError> {
    for one in recorded {
        let whole = match &one.event {
            Event::TextFixed { item, version, digest } => {
                draft_is_whole(vault, meeting, &item.to_string(), (*version, *digest))?
            }
            event => match event.note() {
                Some(digest) => note_is_whole(vault, digest)?,
                None => true,
            },
        };
        if !whole {
            return Ok(Chain::Broken { revision: one.revision, reason: Break::Text });
        }
    }
    Ok(Chain::Intact)
}

fn note_is_whole(vault: &Vault, digest: Digest) -> Result<bool, ApiError> {
    let note = vault.note(digest.bytes()).map_err(|fault| messages::store(&fault))?;
    Ok(note.is_none_or(|note| Digest::salted(Salt(note.salt.0), note.text.as_str()) == digest))
}

fn draft_is_whole(
    vault: &Vault,
    meeting: &str,
    item: &str,
    (version, digest): (u32, Digest),
) -> Result<bool, ApiError> {
    for part in [Part::Public, Part::NonPublic] {
        let draft = vault.draft(meeting, item, part, version);
        if let Some(draft) = draft.map_err(|fault| messages::store(&fault))?
            && Digest::salted(Salt(draft.salt.0), draft.body.as_str()) == digest
        {
            return Ok(true);
        }
    }
    Ok(false)
}
