//! What the first signature seals: the composed document with everything else that its file is made
//! of, so that the file can be made again at any later time, byte for byte.
//!
//! It knows no signature. Nothing of today's master data comes in, and no other layout or font than
//! those of then: where the program has others, it says so, and the signed file stays the original.

use super::typefaces::{family, profile_digest};
use super::{Composed, PROGRAM, Record, Rendered, Scope, typeset, written};
use crate::conformity::Archive;
use crate::core::MeetingId;
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};
use crate::messages;
use serde::{Deserialize, Serialize};
use sitzungsbuch_minutes::layout;

/// A version of the Niederschrift as it was sealed. It is stored for ever: fields are added with a
/// default, and never change their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SealedDocument {
    /// Version of layout and writer.
    layout: u32,
    /// SHA-256 of the fonts of its typeface (regular, italic, bold, bold italic), hexadecimal.
    fonts: [String; 4],
    /// SHA-256 of the colour profile, hexadecimal.
    profile: String,
    /// The program as the metadata of the file name it.
    program: String,
    /// The document with the version of its composer and its issue, and the record in the file.
    composed: Composed,
}

impl SealedDocument {
    /// Seals a document with the layout, fonts and program of now.
    pub fn new(composed: Composed) -> Self {
        let fonts = family(composed.document.typeface).digests().clone();
        let (profile, program) = (profile_digest().to_owned(), PROGRAM.to_owned());
        Self { layout: layout::VERSION, fonts, profile, program, composed }
    }

    /// Reads what [`SealedDocument::written`] wrote.
    pub fn read(text: &str) -> Result<Self, ApiError> {
        serde_json::from_str(text).map_err(|fault| unreadable(&fault))
    }

    /// As it is kept.
    pub fn written(&self) -> Result<String, ApiError> {
        serde_json::to_string(self).map_err(|_| messages::internal())
    }

    /// Its file, with the fields and without a signature; the same bytes at any time.
    ///
    /// # Errors
    /// Layout, fonts or colour profile of the program are others than those of then.
    pub fn render(&self) -> Result<Rendered, ApiError> {
        if !self.is_of_this_program() {
            return Err(other_version(&self.program));
        }
        let layout = typeset(&self.composed.document)?;
        let pdf = written(&layout, &self.composed, Archive::A3a, &self.program)?;
        Ok(Rendered { pdf, pages: layout.pages.len(), missing: layout.missing })
    }

    /// Whether this program sets it as it was set.
    pub(crate) fn is_of_this_program(&self) -> bool {
        let fonts = family(self.composed.document.typeface).digests();
        self.layout == layout::VERSION && self.fonts == *fonts && self.profile == profile_digest()
    }

    /// The document with the record in its file.
    pub(crate) fn into_composed(self) -> Composed {
        self.composed
    }

    /// The record that it was made of.
    fn record(&self) -> Result<Option<Record>, ApiError> {
        let text = self.composed.record.as_deref();
        text.map(serde_json::from_str).transpose().map_err(|fault| unreadable(&fault))
    }
}

/// The record of a version that is signed; none where none was kept.
pub(super) fn record(
    engine: &Engine,
    meeting: MeetingId,
    scope: Scope,
) -> Result<Option<Record>, ApiError> {
    Ok(engine.sealed_source(meeting, scope)?.map(|source| source.record()).transpose()?.flatten())
}

/// Makes the file of a version again that is signed, without the signatures, and holds it against
/// the file that was signed.
pub fn remade(engine: &Engine, meeting: MeetingId, scope: Scope) -> Result<Rendered, ApiError> {
    let signed = engine.sealed(meeting, scope)?.ok_or_else(unsigned)?;
    let source = engine.sealed_source(meeting, scope)?.ok_or_else(not_kept)?;
    let made = source.render()?;
    // Signing appends: what was signed first is how the file begins.
    if signed.starts_with(&made.pdf) { Ok(made) } else { Err(differs()) }
}

fn rejected(message: &str) -> ApiError {
    ApiError::new(ErrorCode::Rejected, message)
}

fn unsigned() -> ApiError {
    rejected("Diese Fassung der Niederschrift ist im Tresor noch nicht unterschrieben.").hint(
        "Solange niemand unterschrieben hat, entsteht sie aus der Aufzeichnung, ohne „--sealed“.",
    )
}

const ORIGINAL: &str = "Die unterschriebene Datei liegt unverändert im Tresor; sie ist das Original. Das Fenster gibt sie mit „Speichern“ heraus.";

fn not_kept() -> ApiError {
    rejected("Zu dieser Niederschrift ist nur die unterschriebene Datei aufbewahrt; neu gesetzt werden kann sie nicht.")
        .hint("Sie wurde mit einer älteren Fassung des Programms unterschrieben.")
        .hint(ORIGINAL)
}

fn other_version(program: &str) -> ApiError {
    rejected("Diese Niederschrift ist mit einem anderen Satz oder mit anderen Schriften entstanden; das Programm kann sie nicht Byte für Byte neu setzen.")
        .hint(format!("Das kann die Fassung, mit der sie entstanden ist: {program}."))
        .hint(ORIGINAL)
}

fn differs() -> ApiError {
    ApiError::new(
        ErrorCode::Internal,
        "Die neu gesetzte Niederschrift gleicht der unterschriebenen nicht Byte für Byte.",
    )
    .hint("Es wurde keine Datei geschrieben.")
    .hint(ORIGINAL)
}

fn unreadable(fault: &serde_json::Error) -> ApiError {
    ApiError::new(
        ErrorCode::Unreadable,
        "Was zur unterschriebenen Niederschrift aufbewahrt ist, kann nicht gelesen werden.",
    )
    .hint(ORIGINAL)
    .hint(format!("(Technische Angabe: {fault})"))
}
