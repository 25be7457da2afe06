//! The PDF writer: from frames to the bytes of one file that is PDF/A-3a (ISO 19005-3) and PDF/UA-1
//! (ISO 14289-1) at once, tagged, with signature fields that wait to be signed.
//!
//! It decides nothing about the look and knows no session. `printpdf` turns glyphs and rectangles
//! into page operators; everything around them (fonts, tags, annotations, metadata) is assembled
//! here with `lopdf`. Invariant: no clock, no randomness; the same input gives the same bytes.

use std::io::Write as _;

use chrono::{DateTime, FixedOffset};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::ObjectId;

use crate::conform::Archive;
use crate::document::Face;
use crate::frame::Layout;

mod annotations;
mod appearance;
mod associated;
mod content;
mod embed;
mod finish;
mod fonts;
mod images;
mod outline;
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

/// Writes a layout as a PDF file.
///
/// The fonts must be the ones that the layout was made with. `icc` is the sRGB profile that becomes
/// the output intent. Without `associated` no file is embedded.
pub fn write(
    layout: &Layout,
    metadata: &Metadata,
    fonts: &FontFiles<'_>,
    icc: &[u8],
    associated: Option<&Associated<'_>>,
) -> Result<Vec<u8>, PdfError> {
    finish::check_profile(icc)?;
    if associated.is_some() && metadata.archive == Archive::A2a {
        return Err(PdfError::Associated);
    }
    if layout.pages.is_empty() {
        return Err(PdfError::Structure("there is no page".to_owned()));
    }
    let mut fonts = fonts::Fonts::new(*fonts);
    if layout.pages.iter().any(|page| !page.fields.is_empty()) {
        fonts.reserve_signature_text()?;
    }
    let mut images = images::Images::default();
    let drawn = content::draw(layout, &mut fonts, &mut images)?;
    let mut file = File::new(layout.pages.len());
    let resources = embed::resources(&mut file, &fonts, &images)?;
    let placed = annotations::write(&mut file, layout, &fonts, &resources)?;
    let tree = structure::write(&mut file, layout, &drawn, &placed)?;
    let outlines = outline::write(&mut file, layout)?;
    finish::pages(&mut file, layout, drawn, &placed, &resources)?;
    let associated = associated.map(|one| associated::write(&mut file, one, metadata));
    let associated = associated.transpose()?;
    let parts = finish::Parts { tree, outlines, placed, resources, associated };
    finish::catalog(&mut file, &parts, metadata, icc)?;
    finish::bytes(file)
}

/// The file under construction: the objects written so far and the numbers of those that others
/// point to.
struct File {
    objects: lopdf::Document,
    catalog: ObjectId,
    pages: ObjectId,
    page: Vec<ObjectId>,
}

impl File {
    /// Numbers for the catalog, the page tree and the pages come first.
    fn new(pages: usize) -> Self {
        let mut objects = lopdf::Document::with_version("1.7");
        let catalog = objects.new_object_id();
        let root = objects.new_object_id();
        let page = (0..pages).map(|_| objects.new_object_id()).collect();
        Self { objects, catalog, pages: root, page }
    }

    /// The number of a page.
    fn page(&self, index: usize) -> Result<ObjectId, PdfError> {
        let found = self.page.get(index).copied();
        found.ok_or_else(|| PdfError::Structure(format!("there is no page {index}")))
    }

    /// A number for an object that is written later.
    fn reserve(&mut self) -> ObjectId {
        self.objects.new_object_id()
    }

    /// Writes an object whose number is known.
    fn set(&mut self, id: ObjectId, object: impl Into<lopdf::Object>) {
        self.objects.set_object(id, object);
    }

    /// Writes an object.
    fn add(&mut self, object: impl Into<lopdf::Object>) -> ObjectId {
        self.objects.add_object(object)
    }

    /// Writes a stream, compressed where that is shorter.
    fn add_stream(
        &mut self,
        dictionary: lopdf::Dictionary,
        data: Vec<u8>,
    ) -> Result<ObjectId, PdfError> {
        Ok(self.add(packed(dictionary, data)?))
    }
}

/// A stream, compressed where that is shorter. The middle level: the highest takes three times as
/// long for a hundredth of the size.
fn packed(mut dictionary: lopdf::Dictionary, data: Vec<u8>) -> Result<lopdf::Stream, PdfError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(&data).and_then(|()| encoder.finish());
    let packed = written.map_err(|error| PdfError::Write(error.to_string()))?;
    if packed.len() + 19 >= data.len() {
        return Ok(lopdf::Stream::new(dictionary, data));
    }
    dictionary.set("Filter", "FlateDecode");
    Ok(lopdf::Stream::new(dictionary, packed))
}
