//! Pictures of the text: their files in the package, each once, and the frames that show them.
//!
//! A file goes in as the office gave it, once it was judged as for the PDF; its place and its name
//! follow from the order in which the text shows it.

use super::automatic::Family;
use super::content::Content;
use super::package::Part;
use super::units::mm;
use crate::document::Graphic;
use crate::picture::{self, PictureError};

/// The pictures of a document.
#[derive(Default)]
pub(super) struct Pictures {
    parts: Vec<Part>,
    /// Frames so far.
    frames: usize,
}

/// A picture with the size in which it is shown, in hundredths of a millimetre.
pub(super) struct Shown {
    /// Its path in the package.
    place: String,
    pub(super) width: i64,
    pub(super) height: i64,
}

impl Pictures {
    /// Takes a picture into the package, as large as the box allows.
    pub(super) fn add(
        &mut self,
        graphic: &Graphic,
        most: (i64, i64),
    ) -> Result<Shown, PictureError> {
        let (width, height) = picture::read(graphic)?.fitted(most);
        let (media, bytes) = picture::file(graphic)?;
        let known = self.parts.iter().find(|part| part.bytes == bytes);
        let known = known.map(|part| part.name.clone());
        let place = known.unwrap_or_else(|| {
            let end = media.split(['/', '+']).nth(1).unwrap_or_default();
            let name = format!("Pictures/{}.{end}", self.parts.len() + 1);
            self.parts.push(Part { name: name.clone(), media, bytes });
            name
        });
        Ok(Shown { place, width, height })
    }

    /// The files.
    pub(super) fn into_parts(self) -> Vec<Part> {
        self.parts
    }
}

impl Content {
    /// Shows a picture as a sign of the paragraph, with words for those who do not see it.
    pub(super) fn picture(&mut self, shown: &Shown, words: &str) {
        let above = [("style:vertical-pos", "top"), ("style:vertical-rel", "baseline")];
        let above = above.map(|(key, value)| (key, value.to_owned())).to_vec();
        let style = self.automatic.name(Family::Graphic, "", above);
        self.pictures.frames += 1;
        let name = format!("Bild {}", self.pictures.frames);
        let (width, height) = (mm(shown.width), mm(shown.height));
        self.xml.open(
            "draw:frame",
            &[
                ("draw:style-name", &style),
                ("draw:name", &name),
                ("text:anchor-type", "as-char"),
                ("svg:width", &width),
                ("svg:height", &height),
            ],
        );
        self.xml.empty(
            "draw:image",
            &[
                ("xlink:href", &shown.place),
                ("xlink:type", "simple"),
                ("xlink:show", "embed"),
                ("xlink:actuate", "onLoad"),
            ],
        );
        self.xml.words("svg:title", &[], words);
        self.xml.close();
        self.xml.resume();
    }
}
