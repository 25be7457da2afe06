//! Signed documents in the vault: kept byte for byte, the newest file of each document, and what the
//! first one was made of.
//!
//! It knows no signature; who signs and what a signature is worth is asked elsewhere.

use crate::core::MeetingId;
use crate::core::session::Phase;
use crate::documents::{Scope, SealedDocument};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::request::{self, Caller};
use crate::{messages, orders, rows};
use sitzungsbuch_store as store;

/// How the vault calls a document.
fn word(scope: Scope) -> &'static str {
    match scope {
        Scope::Complete => "complete",
        Scope::Public => "public",
    }
}

impl Engine {
    /// The signed document of a session; none while nobody has signed it.
    pub fn sealed(&self, meeting: MeetingId, scope: Scope) -> Result<Option<Vec<u8>>, ApiError> {
        let newest = self.vault().sealed(&meeting.to_string(), word(scope));
        Ok(newest.map_err(|fault| messages::store(&fault))?.map(|row| row.pdf))
    }

    /// What the signed document of a session was made of; none where that was not kept.
    pub fn sealed_source(
        &self,
        meeting: MeetingId,
        scope: Scope,
    ) -> Result<Option<SealedDocument>, ApiError> {
        let text = self.vault().sealed_of(&meeting.to_string(), word(scope));
        let text = text.map_err(|fault| messages::store(&fault))?;
        text.as_deref().map(SealedDocument::read).transpose()
    }

    /// Whether a version of the Niederschrift is signed: then the record is closed for good.
    pub(crate) fn is_sealed(&self, meeting: MeetingId) -> Result<bool, ApiError> {
        for scope in [Scope::Complete, Scope::Public] {
            if self.sealed(meeting, scope)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Keeps a signed document of a closed session, beside the versions that it follows; the first
    /// one with what it was made of.
    pub fn seal(
        &mut self,
        meeting: MeetingId,
        scope: Scope,
        (pdf, made_of): (Vec<u8>, Option<&SealedDocument>),
        caller: &Caller,
    ) -> Result<(), ApiError> {
        let state = self.state(meeting)?;
        let (revision, phase) = (state.revision(), state.now.phase);
        if phase != Phase::Closed {
            return Err(messages::not_closed());
        }
        let (id, scope) = (meeting.to_string(), word(scope).to_owned());
        let newest = self.vault().sealed(&id, &scope).map_err(|fault| messages::store(&fault))?;
        let version = newest.map_or(1, |newest| newest.version + 1);
        let made_of = made_of.filter(|_| version == 1).map(SealedDocument::written).transpose()?;
        let digest = request::of_text(&format!("sealed\n{id}\n{scope}\n{version}"));
        let write = store::Write {
            meeting: Some(store::MeetingWrite {
                meeting: id,
                expected_revision: revision,
                sealed: vec![store::SealedRow { scope, version, pdf, made_of }],
                ..store::MeetingWrite::default()
            }),
            ..rows::write(orders::new_act()?, digest, caller)
        };
        self.commit(&write, Some(meeting))
    }
}
