//! The ODT writer: a document as ODF text (ODF 1.3), the format in which the office goes
//! on editing. It has no signatures and is no form; who wants to prove something takes the PDF.
//!
//! The text keeps its structure: headings, lists, tables with repeated heads, footnotes and links are
//! those of the format, under styles whose names the office knows. It knows no session and no page.
//! Invariant: no clock, no randomness; the same input gives the same bytes.

use crate::document::Document;
use crate::pdf::Metadata;
use crate::picture::Unread;
use package::Part;

mod automatic;
mod content;
mod decision;
mod front;
mod lists;
mod named;
mod package;
mod pictures;
mod sheet;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod units;
mod widths;
mod xml;

/// Why no file was written.
#[derive(Debug, thiserror::Error)]
pub enum OdtError {
    /// A part could not be written as XML.
    #[error("writing a part: {0}")]
    Part(#[from] std::io::Error),
    /// A picture could not be read.
    #[error("a picture: {}", .0.why)]
    Picture(Unread),
    /// The parts could not be put together.
    #[error("packing: {0}")]
    Package(#[from] zip::result::ZipError),
}

/// Writes a document as an ODT file. `metadata` is what the PDF of the document says about itself.
pub fn write(document: &Document, metadata: &Metadata) -> Result<Vec<u8>, OdtError> {
    let (content, pictures) = content::write(document)?;
    let styles = styles::write(document)?;
    let about = package::about(metadata)?;
    let text = [("content.xml", content), ("styles.xml", styles), ("meta.xml", about)];
    let text = text.into_iter().map(|(name, bytes)| Part::xml(name, bytes));
    package::pack(&text.chain(pictures).collect::<Vec<_>>())
}
