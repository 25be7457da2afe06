//! The one error that leaves the application: a code where somebody branches, a German message
//! that says what happened, and hints that say what was kept and what to do.

use serde::Serialize;

/// What the caller may branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ErrorCode {
    /// The act cannot have happened like that; nothing was written.
    Rejected,
    /// The input cannot be understood; nothing was written.
    BadInput,
    /// Somebody else wrote in between; look again.
    Stale,
    /// The passphrase does not open the vault.
    WrongPassphrase,
    /// There is nothing readable, or it is locked.
    Unreadable,
    /// The vault is locked, or there is none; nothing was written.
    Locked,
    /// The disk is full; nothing was written.
    DiskFull,
    /// A mistake of the program.
    Internal,
}

/// An error for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// For the caller.
    pub code: ErrorCode,
    /// What happened, in one German sentence.
    pub message: String,
    /// What was kept and what to do, in German.
    pub hints: Vec<String>,
}

impl ApiError {
    /// An error without hints.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hints: Vec::new() }
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
