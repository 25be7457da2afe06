//! Pictures as offices keep them - SVG, PNG, JPEG - judged, and made into what a page can hold.
//!
//! A drawing becomes areas of one colour in whole thousandths, a bitmap its samples without anything
//! see-through. Nothing is loaded from elsewhere and no script is run; what cannot be printed as it
//! was meant is refused with a reason in German, never drawn wrongly.

use base64ct::{Base64, Encoding as _};

use crate::document::Graphic;
use crate::frame::{Area, Raster};

mod bitmap;
mod svg;
#[cfg(test)]
mod tests;

/// Largest file.
pub const MOST_BYTES: usize = 512 * 1024;
/// Most pixels on one side.
pub const MOST_PIXELS: usize = 3_000;

/// A picture that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// Areas of colour, in the units of the drawing.
    Drawing {
        /// Width in thousandths of a unit.
        width: i64,
        /// Height in thousandths of a unit.
        height: i64,
        /// Areas, the lowest first.
        areas: Vec<Area>,
    },
    /// A bitmap.
    Bitmap(Raster),
}

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// More than [`MOST_BYTES`].
    #[error("Die Datei ist zu groß; erlaubt sind höchstens 512 kB.")]
    TooLarge,
    /// More than [`MOST_PIXELS`] on one side.
    #[error("Das Bild hat zu viele Bildpunkte; erlaubt sind höchstens 3.000 auf jeder Seite.")]
    TooManyPixels,
    /// Neither PNG nor JPEG, or a damaged one.
    #[error("Die Datei ist kein lesbares Bild (PNG oder JPEG).")]
    NoBitmap,
    /// A JPEG in printing colours.
    #[error("Das Bild hat Druckfarben (CMYK); speichern Sie es in RGB oder Graustufen.")]
    PrintColours,
    /// No SVG, or without a size.
    #[error("Die Datei ist keine lesbare SVG-Grafik.")]
    NoSvg,
    /// A script, an act on an event, or foreign content.
    #[error("Die SVG-Grafik enthält ein Skript; solche Grafiken werden nicht übernommen.")]
    Script,
    /// A reference that leads out of the file.
    #[error("Die SVG-Grafik verweist auf andere Dateien; solche Grafiken werden nicht übernommen.")]
    Outside,
    /// More than flat areas of colour.
    #[error(
        "Die SVG-Grafik enthält {0}. Speichern Sie sie als Flächengrafik in Pfaden, oder als PNG."
    )]
    NotFlat(&'static str),
    /// There is nothing to see.
    #[error("Die Grafik ist leer.")]
    Empty,
}

/// A picture that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// What it shows; nothing for the arms.
    pub alternative: Option<String>,
    /// Why.
    pub why: PictureError,
}

impl Picture {
    /// Width and height in thousandths of a pixel, 96 of which are an inch.
    pub(crate) fn size(&self) -> (i64, i64) {
        match self {
            Self::Drawing { width, height, .. } => (*width, *height),
            Self::Bitmap(raster) => {
                (i64::from(raster.width) * 1000, i64::from(raster.height) * 1000)
            }
        }
    }
}

/// Width and height in the proportion of a picture, as large as the box allows.
pub(crate) fn fitted(
    (width, height): (i64, i64),
    (most_width, most_height): (i64, i64),
) -> (i64, i64) {
    let (width, height) = (width.max(1), height.max(1));
    if width.saturating_mul(most_height) <= most_width.saturating_mul(height) {
        (width.saturating_mul(most_height) / height, most_height)
    } else {
        (most_width, height.saturating_mul(most_width) / width)
    }
}

/// A file as it came, for a format that holds files.
pub(crate) struct Source {
    /// The ending of its name.
    pub(crate) ending: &'static str,
    /// Its media type.
    pub(crate) media: &'static str,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

/// A picture with its file.
pub(crate) fn source(graphic: &Graphic) -> Result<(Picture, Source), PictureError> {
    let picture = read(graphic)?;
    let (ending, media, bytes) = match graphic {
        Graphic::Svg(text) => ("svg", "image/svg+xml", text.as_bytes().to_vec()),
        Graphic::Base64(text) => match decoded(text)? {
            bytes if bytes.starts_with(bitmap::PNG) => ("png", "image/png", bytes),
            bytes => ("jpg", "image/jpeg", bytes),
        },
    };
    Ok((picture, Source { ending, media, bytes }))
}

/// Reads a picture.
pub fn read(graphic: &Graphic) -> Result<Picture, PictureError> {
    match graphic {
        Graphic::Svg(text) if text.len() > MOST_BYTES => Err(PictureError::TooLarge),
        Graphic::Svg(text) => svg::read(text),
        // Four signs hold three bytes.
        Graphic::Base64(text) if text.len() / 4 * 3 > MOST_BYTES => Err(PictureError::TooLarge),
        Graphic::Base64(text) => bitmap::read(decoded(text)?).map(Picture::Bitmap),
    }
}

fn decoded(text: &str) -> Result<Vec<u8>, PictureError> {
    let signs: String = text.split_ascii_whitespace().collect();
    Base64::decode_vec(&signs).map_err(|_| PictureError::NoBitmap)
}
