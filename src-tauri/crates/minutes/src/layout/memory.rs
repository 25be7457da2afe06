//! What is remembered from one layout to the next: words that were shaped, texts that were set into
//! lines, pictures. While somebody types, one text of a document changes and all others stay.
//!
//! It makes the next layout faster and no other: what stands in it follows from its key and the fonts
//! alone.

use std::collections::HashMap;
use std::sync::Arc;

use super::hyphen::Names;
use super::inline::{Span, Style};
use super::line::Line;
use super::shape::{Look, Word};
use crate::document::{Face, Graphic};
use crate::frame::{NodeId, Owner};
use crate::picture::{self, Picture, PictureError};

/// With more words than these they are forgotten.
const MOST_WORDS: usize = 60_000;
/// A text or a picture that so many layouts did not need is forgotten.
const LAYOUTS: u32 = 4;

/// What is remembered.
#[derive(Debug, Default)]
pub(super) struct Memory {
    words: HashMap<Look, HashMap<String, Arc<Word>>>,
    texts: HashMap<Text, (Set, u32)>,
    pictures: HashMap<Graphic, (Result<Picture, PictureError>, u32)>,
    /// Layouts so far.
    layouts: u32,
}

/// A text with everything that decides on its lines.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Text {
    pieces: Vec<Piece>,
    style: Style,
    width: i64,
    names: u64,
}

/// A span as far as its lines depend on it: not on which element, note or link it is, but on which
/// spans are of the same element.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks of a span, compared as they are"
)]
#[derive(Debug, PartialEq, Eq, Hash)]
struct Piece {
    text: String,
    face: Face,
    underline: bool,
    address: bool,
    whole: bool,
    link: bool,
    note: bool,
    /// Counted from the element of the first span.
    owner: Owner,
}

/// A text in lines; see [`Line::owned`] for what it names.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub(super) lines: Arc<[Line]>,
    /// Characters that no font has.
    pub(super) missing: Arc<[char]>,
}

impl Text {
    pub(super) fn new(spans: &[Span], style: Style, width: i64, names: &Names) -> Self {
        let first = spans.iter().find_map(|span| match span.owner {
            Owner::Node(node) => Some(node.0),
            Owner::Artifact(_) => None,
        });
        let counted = |owner| match owner {
            Owner::Node(node) => Owner::Node(NodeId(node.0.wrapping_sub(first.unwrap_or(0)))),
            artifact @ Owner::Artifact(_) => artifact,
        };
        let pieces = spans.iter().map(|span| Piece {
            text: span.text.clone(),
            face: span.face,
            underline: span.underline,
            address: span.address,
            whole: span.whole,
            link: span.link.is_some(),
            note: span.note.is_some(),
            owner: counted(span.owner),
        });
        Self { pieces: pieces.collect(), style, width, names: names.mark() }
    }
}

impl Memory {
    pub(super) fn word(&self, look: Look, text: &str) -> Option<Arc<Word>> {
        self.words.get(&look).and_then(|words| words.get(text)).cloned()
    }

    pub(super) fn keep_word(&mut self, look: Look, text: &str, word: &Arc<Word>) {
        self.words.entry(look).or_default().insert(text.to_owned(), Arc::clone(word));
    }

    pub(super) fn text(&mut self, text: &Text) -> Option<Set> {
        let (set, used) = self.texts.get_mut(text)?;
        *used = self.layouts;
        Some(set.clone())
    }

    pub(super) fn keep_text(&mut self, text: Text, set: Set) {
        self.texts.insert(text, (set, self.layouts));
    }

    /// A picture, made drawable; a bitmap takes longer than a page.
    pub(super) fn picture(&mut self, graphic: &Graphic) -> Result<Picture, PictureError> {
        if let Some((picture, used)) = self.pictures.get_mut(graphic) {
            *used = self.layouts;
            return picture.clone();
        }
        let picture = picture::read(graphic);
        self.pictures.insert(graphic.clone(), (picture.clone(), self.layouts));
        picture
    }

    /// Forgets what was not used for long.
    pub(super) fn end_layout(&mut self) {
        if self.words.values().map(HashMap::len).sum::<usize>() > MOST_WORDS {
            self.words.clear();
        }
        let now = self.layouts;
        self.texts.retain(|_, (_, used)| now.wrapping_sub(*used) < LAYOUTS);
        self.pictures.retain(|_, (_, used)| now.wrapping_sub(*used) < LAYOUTS);
        self.layouts = now.wrapping_add(1);
    }
}
