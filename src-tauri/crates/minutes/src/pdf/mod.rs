//! The PDF writer: from frames to the bytes of one file that is PDF/A-3a (ISO 19005-3) and PDF/UA-1
//! (ISO 14289-1) at once, tagged, with signature fields that wait to be signed.
//!
//! It decides nothing about the look and knows no session. `printpdf` turns glyphs and rectangles
//! into page operators; everything around them (fonts, tags, annotations, metadata) is assembled
//! here with `lopdf`. Invariant: no clock, no randomness; the same input gives the same bytes.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};

use crate::conform::Archive;
use crate::document::Face;
use crate::frame::Layout;
use file::File;
use packing::{Memory, Packed};

mod annotations;
mod appearance;
mod associated;
mod content;
mod embed;
mod file;
mod finish;
mod fonts;
mod images;
mod object;
mod outline;
mod packing;
mod strokes;
mod structure;
#[cfg(test)]
pub(crate) mod tests;
mod units;
mod xmp;

/// What a file says about itself; the document information and the XMP packet carry the same values
/// (ISO 19005-3, 6.6.3).
///
/// Control characters in these texts are written as spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Title, shown in the title bar (ISO 14289-1, 7.1).
    pub title: String,
    /// Author: the body.
    pub author: String,
    /// Program that made the document: "Sitzungsbuch".
    pub creator: String,
    /// Program that wrote the file, with its version.
    pub producer: String,
    /// Date of creation and of the last change.
    pub created: DateTime<FixedOffset>,
    /// The part of PDF/A that the file claims.
    pub archive: Archive,
}

/// The font files that [`crate::frame::GlyphRun`] names by face: TrueType outlines, one face each.
#[derive(Debug, Clone, Copy)]
pub struct FontFiles<'a> {
    /// Regular.
    pub regular: &'a [u8],
    /// Italic.
    pub italic: &'a [u8],
    /// Bold; Sitzungsbuch prints it as semibold.
    pub bold: &'a [u8],
    /// Bold italic.
    pub bold_italic: &'a [u8],
}

impl<'a> FontFiles<'a> {
    /// The file of a face.
    pub fn face(&self, face: Face) -> &'a [u8] {
        match face {
            Face::Regular => self.regular,
            Face::Italic => self.italic,
            Face::Bold => self.bold,
            Face::BoldItalic => self.bold_italic,
        }
    }
}

/// What a document was made of, as a file for programs inside the file (ISO 19005-3, 6.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Associated<'a> {
    /// Its name: "niederschrift.json"; ASCII.
    pub name: &'a str,
    /// Media type: "application/json".
    pub media: &'a str,
    /// What it is, in German.
    pub description: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// Why no file was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A font file cannot be read, is no TrueType file, or may not be embedded.
    #[error("font {face:?}: {reason}")]
    Font {
        /// Which.
        face: Face,
        /// Why.
        reason: String,
    },
    /// A glyph that the font does not have, or the glyph for missing characters
    /// (ISO 19005-3, 6.2.11.8; ISO 14289-1, 7.21.8).
    #[error("font {face:?} has no glyph {glyph}")]
    Glyph {
        /// In which font.
        face: Face,
        /// Its index.
        glyph: u16,
    },
    /// The structure of the layout contradicts itself or its pages.
    #[error("structure: {0}")]
    Structure(String),
    /// A name of a field is empty, has a full stop (ISO 32000-1, 12.7.3.2), or stands twice.
    #[error("signature field with the name {0:?}")]
    FieldName(String),
    /// The colour profile is not an RGB profile (ISO 19005-3, 6.2.3).
    #[error("the colour profile is not an RGB profile")]
    Profile,
    /// PDF/A-2 embeds no data (ISO 19005-2, 6.8).
    #[error("this part of PDF/A embeds no file")]
    Associated,
    /// The bytes could not be put together.
    #[error("writing: {0}")]
    Write(String),
}

/// Language of all documents (ISO 32000-1, 14.9.2).
pub(crate) const LANGUAGE: &str = "de-DE";

/// Writes files with the same fonts and colour profile, and remembers what it packed: that makes the
/// next file faster and no other.
pub struct Press<'a> {
    fonts: FontFiles<'a>,
    icc: &'a [u8],
    memory: Mutex<Memory>,
}

impl std::fmt::Debug for Press<'_> {
    // No page of a document.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Press").finish_non_exhaustive()
    }
}

impl<'a> Press<'a> {
    /// The fonts must be the ones that layouts are made with. `icc` is the sRGB profile that becomes
    /// the output intent.
    pub fn new(fonts: FontFiles<'a>, icc: &'a [u8]) -> Self {
        Self { fonts, icc, memory: Mutex::default() }
    }

    /// Writes a layout as a PDF file. Without `associated` no file is embedded.
    pub fn write(
        &self,
        layout: &Layout,
        metadata: &Metadata,
        associated: Option<&Associated<'_>>,
    ) -> Result<Vec<u8>, PdfError> {
        // A second file at the same time begins with nothing.
        let mut memory = self.borrow_memory();
        let written = self.written(layout, metadata, associated, &mut memory);
        memory.end_file();
        *self.memory.lock().unwrap_or_else(PoisonError::into_inner) = memory;
        written
    }

    /// Forgets all files, as is due when the texts they come from are locked away.
    pub fn forget(&self) {
        drop(self.borrow_memory());
    }

    fn borrow_memory(&self) -> Memory {
        std::mem::take(&mut *self.memory.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn written(
        &self,
        layout: &Layout,
        metadata: &Metadata,
        associated: Option<&Associated<'_>>,
        memory: &mut Memory,
    ) -> Result<Vec<u8>, PdfError> {
        finish::check_profile(self.icc)?;
        if associated.is_some() && metadata.archive == Archive::A2a {
            return Err(PdfError::Associated);
        }
        if layout.pages.is_empty() {
            return Err(PdfError::Structure("there is no page".to_owned()));
        }
        std::thread::scope(|scope| {
            // The embedded file takes as long as all pages, and needs none of them.
            let packing = associated.map(|one| {
                let key = packing::data_key(one.bytes);
                let fresh = memory.stream(&key).is_none();
                (key, fresh.then(|| scope.spawn(move || Packed::of(one.bytes))))
            });
            let mut fonts = fonts::Fonts::new(self.fonts);
            if layout.pages.iter().any(|page| !page.fields.is_empty()) {
                fonts.reserve_signature_text()?;
            }
            let mut images = images::Images::default();
            let drawn = content::draw(layout, &mut fonts, &mut images, memory)?;
            if let Some((key, Some(packing))) = packing {
                let packed = packing.join();
                let packed =
                    packed.map_err(|_| PdfError::Write("packing ended early".to_owned()))?;
                memory.keep_stream(key, packed?);
            }
            let mut file = File::new(layout.pages.len(), memory);
            let resources = embed::resources(&mut file, &fonts, &images)?;
            let placed = annotations::write(&mut file, layout, &fonts, &resources)?;
            let tree = structure::write(&mut file, layout, &drawn, &placed)?;
            let outlines = outline::write(&mut file, layout)?;
            finish::pages(&mut file, layout, drawn, &placed, &resources)?;
            let associated = associated.map(|one| associated::write(&mut file, one, metadata));
            let associated = associated.transpose()?;
            let parts = finish::Parts { tree, outlines, placed, resources, associated };
            finish::catalog(&mut file, &parts, metadata, self.icc)?;
            file.bytes()
        })
    }
}
