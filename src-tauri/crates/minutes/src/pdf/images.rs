//! Bitmaps as image objects (ISO 32000-1, 8.9.5): in the colours of the output intent or grey, never
//! see-through and never interpolated (ISO 19005-3, 6.2.8).
//!
//! Invariant: the same bitmap stands in the file once.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::{File, PdfError};
use crate::frame::{Raster, Samples};

/// Bitmaps in use, in order of first use.
#[derive(Default)]
pub(super) struct Images(Vec<Raster>);

impl Images {
    /// The name of a bitmap in resource dictionaries.
    pub(super) fn name(&mut self, raster: &Raster) -> String {
        let known = self.0.iter().position(|one| one == raster);
        let index = known.unwrap_or_else(|| {
            self.0.push(raster.clone());
            self.0.len() - 1
        });
        name(index)
    }

    /// Writes them; the dictionary names each.
    pub(super) fn write(&self, file: &mut File<'_>) -> Result<Dictionary, PdfError> {
        let mut names = Dictionary::new();
        for (index, raster) in self.0.iter().enumerate() {
            let mut dictionary = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Image",
                "Width" => i64::from(raster.width),
                "Height" => i64::from(raster.height),
                "ColorSpace" => if raster.grey { "DeviceGray" } else { "DeviceRGB" },
                "BitsPerComponent" => 8,
            };
            let id = match &raster.samples {
                Samples::Plain(samples) => file.add_stream(dictionary, samples)?,
                Samples::Jpeg(bytes) => {
                    dictionary.set("Filter", "DCTDecode");
                    file.add(Stream::new(dictionary, bytes.to_vec()).with_compression(false))
                }
            };
            names.set(name(index), Object::Reference(id));
        }
        Ok(names)
    }
}

fn name(index: usize) -> String {
    format!("Image{}", index + 1)
}
