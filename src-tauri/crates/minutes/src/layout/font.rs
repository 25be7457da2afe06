//! The four faces, parsed from bytes, and what is remembered of layouts made with them.
//!
//! It knows how a font file is read and which glyph stands in for a missing one; it draws nothing and
//! knows no size. A set of fonts never changes after it was read; what it remembers makes the next
//! layout faster and no other.

use std::sync::{Mutex, PoisonError};

use rustybuzz::{Direction, Face as Shaper, Feature, Language, ShapePlan, ttf_parser::Tag};

use super::memory::Memory;
use crate::document::Face;

/// Why fonts were not taken.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum FontError {
    /// A font file cannot be read.
    #[error("Die Schriftdatei für den Schnitt {0:?} ist nicht lesbar.")]
    Unreadable(Face),
    /// A font without a glyph that can stand in for a missing one.
    #[error("Die Schrift für den Schnitt {0:?} hat kein Ersatzzeichen und kein Fragezeichen.")]
    NoSubstitute(Face),
}

/// The four faces of a family.
pub struct Fonts<'a> {
    regular: Cut<'a>,
    italic: Cut<'a>,
    bold: Cut<'a>,
    bold_italic: Cut<'a>,
    memory: Mutex<Memory>,
}

impl core::fmt::Debug for Fonts<'_> {
    // No word of a document.
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_struct("Fonts").finish_non_exhaustive()
    }
}

/// One face with what shaping needs.
pub(super) struct Cut<'a> {
    pub(super) face: Shaper<'a>,
    pub(super) upem: i64,
    pub(super) plain: ShapePlan,
    pub(super) tabular: ShapePlan,
    /// Glyph and character that stand for a missing one.
    pub(super) substitute: (u16, char),
}

impl core::fmt::Debug for Cut<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_struct("Cut").field("upem", &self.upem).finish_non_exhaustive()
    }
}

impl<'a> Fonts<'a> {
    /// Reads the four faces.
    pub fn parse(
        regular: &'a [u8],
        italic: &'a [u8],
        bold: &'a [u8],
        bold_italic: &'a [u8],
    ) -> Result<Self, FontError> {
        Ok(Self {
            regular: Cut::parse(regular, Face::Regular)?,
            italic: Cut::parse(italic, Face::Italic)?,
            bold: Cut::parse(bold, Face::Bold)?,
            bold_italic: Cut::parse(bold_italic, Face::BoldItalic)?,
            memory: Mutex::default(),
        })
    }

    /// Forgets all layouts, as is due when the texts they come from are locked away.
    pub fn forget(&self) {
        drop(self.borrow_memory());
    }

    /// What is remembered; a second layout at the same time begins with nothing.
    pub(super) fn borrow_memory(&self) -> Memory {
        core::mem::take(&mut *self.memory.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn return_memory(&self, mut memory: Memory) {
        memory.end_layout();
        *self.memory.lock().unwrap_or_else(PoisonError::into_inner) = memory;
    }

    pub(super) fn cut(&self, face: Face) -> &Cut<'a> {
        match face {
            Face::Regular => &self.regular,
            Face::Italic => &self.italic,
            Face::Bold => &self.bold,
            Face::BoldItalic => &self.bold_italic,
        }
    }
}

impl<'a> Cut<'a> {
    fn parse(bytes: &'a [u8], name: Face) -> Result<Self, FontError> {
        let face = Shaper::from_slice(bytes, 0).ok_or(FontError::Unreadable(name))?;
        let upem = i64::from(face.units_per_em());
        if upem <= 0 {
            return Err(FontError::Unreadable(name));
        }
        let substitute = ['\u{fffd}', '\u{25a1}', '\u{25af}', '?']
            .into_iter()
            .find_map(|sign| face.glyph_index(sign).map(|glyph| (glyph.0, sign)))
            .ok_or(FontError::NoSubstitute(name))?;
        let shaping = |features: &[Feature]| {
            let script = Some(rustybuzz::script::LATIN);
            ShapePlan::new(&face, Direction::LeftToRight, script, language().as_ref(), features)
        };
        let tabular = shaping(&[Feature::new(Tag::from_bytes(b"tnum"), 1, ..)]);
        let plain = shaping(&[]);
        Ok(Self { face, upem, plain, tabular, substitute })
    }
}

/// German, for shaping.
pub(super) fn language() -> Option<Language> {
    "de".parse().ok()
}
