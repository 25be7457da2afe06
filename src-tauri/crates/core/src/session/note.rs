//! Free text of the clerk that is kept apart from the journal, so that it can be erased.

use super::command::Command;
use super::event::Event;
use crate::digest::Digest;
use alloc::string::String;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Free text about a person or a reason. It is kept in a row of its own and appears in no `Debug`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(pub String);

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Note({} characters)", self.0.chars().count())
    }
}

impl From<&str> for Note {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Note {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Note {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Note".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

impl Command {
    /// Free text about a person or a reason; it is kept in a row of its own.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::DeclareRecusal { note, .. }
            | Self::AddItem { note, .. }
            | Self::RecordVote { note, .. }
            | Self::RecordProceeding { note, .. }
            | Self::RecordRound { note, .. } => note.as_ref().map(|note| note.0.as_str()),
            Self::ConfirmBasis { note, .. } => Some(&note.0),
            Self::Correct { replacement: Some(command), .. } => command.note(),
            _ => None,
        }
    }

    /// The same with a note, where it can have one.
    #[must_use]
    pub fn with_note(mut self, text: Note) -> Self {
        match &mut self {
            Self::DeclareRecusal { note, .. }
            | Self::AddItem { note, .. }
            | Self::RecordVote { note, .. }
            | Self::RecordProceeding { note, .. }
            | Self::RecordRound { note, .. } => *note = Some(text),
            Self::ConfirmBasis { note, .. } => *note = text,
            Self::Correct { replacement: Some(command), .. } => {
                **command = command.as_ref().clone().with_note(text);
            }
            _ => {}
        }
        self
    }
}

impl Event {
    /// The salted digest of the note that lies apart.
    pub const fn note(&self) -> Option<Digest> {
        match self {
            Self::RecusalDeclared { note, .. }
            | Self::ItemAdded { note, .. }
            | Self::ProceedingRecorded { note, .. }
            | Self::VoteClosed { note, .. }
            | Self::RoundClosed { note, .. } => *note,
            Self::BasisConfirmed { note, .. } => Some(*note),
            _ => None,
        }
    }
}
