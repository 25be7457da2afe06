//! Pictures of the text and of the head: a frame that stands in its line like a letter, with the words
//! that say what it shows, and the file as it came in the package, each once (ODF 1.2, 10.4).

use super::OdtError;
use super::automatic::Family;
use super::content::Content;
use super::package::Part;
use super::units::{COLUMN, mm};
use crate::document::{Graphic, Picture};
use crate::picture::{self, Source, Unread, fitted};

/// What a list takes of the column.
const INDENT: i64 = 700;
/// A column is never taken to be narrower, and no picture is higher.
const LEAST: i64 = 3_000;
const MOST_HEIGHT: i64 = 16_000;

/// Pictures so far.
#[derive(Default)]
pub(super) struct Pictures {
    /// Each file once.
    files: Vec<(Graphic, Source)>,
    frames: usize,
    unread: Option<Unread>,
}

/// A picture with the size in which it is shown, in hundredths of a millimetre.
pub(super) struct Shown {
    /// Its name in the package.
    file: String,
    pub(super) width: i64,
    height: i64,
}

impl Pictures {
    /// Takes a picture into the package, in the size that is made of its own. What cannot be read is
    /// left out and named; arms have no alternative.
    pub(super) fn take(
        &mut self,
        graphic: &Graphic,
        alternative: Option<&str>,
        sized: impl Fn((i64, i64)) -> (i64, i64),
    ) -> Option<Shown> {
        let (drawn, source) = match picture::source(graphic) {
            Ok(read) => read,
            Err(why) => {
                let alternative = alternative.map(str::to_owned);
                self.unread.get_or_insert(Unread { alternative, why });
                return None;
            }
        };
        let (width, height) = sized(drawn.size());
        let known = self.files.iter().position(|(known, _)| known == graphic);
        let file = name(known.unwrap_or(self.files.len()), &source);
        if known.is_none() {
            self.files.push((graphic.clone(), source));
        }
        Some(Shown { file, width, height })
    }

    /// The files of the package.
    pub(super) fn parts(self) -> Result<Vec<Part>, OdtError> {
        if let Some(unread) = self.unread {
            return Err(OdtError::Picture(unread));
        }
        let part = |(at, (_, source)): (usize, (Graphic, Source))| {
            let name = name(at, &source);
            Part { name, media: source.media, bytes: source.bytes }
        };
        Ok(self.files.into_iter().enumerate().map(part).collect())
    }
}

fn name(at: usize, source: &Source) -> String {
    format!("Pictures/{}.{}", at + 1, source.ending)
}

impl Content {
    /// A picture with its caption below.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let levels = i64::try_from(self.levels.len()).unwrap_or(i64::MAX);
        let most = COLUMN.saturating_sub(INDENT.saturating_mul(levels)).max(LEAST);
        if !picture.caption.is_empty() {
            self.once.push(("fo:keep-with-next", "always".to_owned()));
        }
        self.frame("Abbildung", picture, (most, MOST_HEIGHT));
        self.line("Bildunterschrift", &picture.caption);
    }

    /// A paragraph with a picture alone.
    pub(super) fn frame(&mut self, style: &'static str, picture: &Picture, most: (i64, i64)) {
        let words = &picture.alternative;
        let sized = |own| size(own, most);
        if let Some(shown) = self.pictures.take(&picture.graphic, Some(words), sized) {
            self.paragraph(style);
            self.show(&shown, words);
            self.xml.close();
        }
    }

    /// Shows a picture as a sign of the paragraph, with words for those who do not see it.
    pub(super) fn show(&mut self, shown: &Shown, words: &str) {
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
                ("xlink:href", &shown.file),
                ("xlink:type", "simple"),
                ("xlink:show", "embed"),
                ("xlink:actuate", "onLoad"),
            ],
        );
        self.xml.words("svg:desc", &[], words);
        self.xml.close();
        self.xml.resume();
    }
}

/// Width and height in hundredths of a millimetre, none larger than the box: 96 pixels are an inch.
fn size(own: (i64, i64), most: (i64, i64)) -> (i64, i64) {
    let length = |thousandths: i64| thousandths.saturating_mul(127) / 4_800;
    let (width, height) = (length(own.0), length(own.1));
    let (width, height) = if width > most.0 || height > most.1 {
        fitted((width, height), most)
    } else {
        (width, height)
    };
    (width.max(1), height.max(1))
}
