//! The desk: what a window talks to, from no vault to an open one.

use crate::core::MeetingId;
use crate::documents::{Edition, Scope};
use serde::{Deserialize, Serialize};

/// How far a vault is from being worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DeskState {
    /// There is none; the next step is to create it.
    NoVault,
    /// It is locked; the next step is the passphrase.
    Locked,
    /// It is open.
    Open,
}

/// Where the vault stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeskStatus {
    /// How far it is.
    pub state: DeskState,
    /// Where it lies or will lie, as a path to show.
    pub place: String,
}

/// As what a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DocumentEdition {
    /// Entwurf; possible while the session is open.
    Draft,
    /// To be signed; only of a closed session.
    Final,
}

impl From<DocumentEdition> for Edition {
    fn from(edition: DocumentEdition) -> Self {
        match edition {
            DocumentEdition::Draft => Self::Draft,
            DocumentEdition::Final => Self::Final,
        }
    }
}

/// A document that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentRequest {
    /// Of which session.
    pub meeting: MeetingId,
    /// Which parts.
    pub scope: Scope,
    /// As what.
    pub edition: DocumentEdition,
}
