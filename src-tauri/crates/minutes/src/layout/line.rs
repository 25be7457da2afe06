//! Lines: glyphs behind each other, with what is underlined and what leads somewhere.
//!
//! It takes shaped words as they come and breaks nothing. x counts from the left edge of the column,
//! the baseline is zero.

use std::sync::Arc;

use super::inline::Span;
use super::shape::{Sign, Word};
use crate::document::Face;
use crate::frame::{Glyph, GlyphRun, Ink, Mpt, Owner};

/// A finished line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<(Owner, GlyphRun)>,
    /// Width without spaces at the end.
    pub(super) width: i64,
    pub(super) hyphen: bool,
    pub(super) notes: Vec<usize>,
    /// Left and right edge.
    pub(super) underlines: Vec<(i64, i64)>,
    /// Left and right edge, index of the link.
    pub(super) links: Vec<(i64, i64, usize)>,
}

/// Puts words behind each other.
pub(super) struct Builder {
    line: Line,
    x: i64,
    size: i64,
    last: Option<usize>,
}

impl Builder {
    pub(super) fn new(size: i64) -> Self {
        Self { line: Line::default(), x: 0, size, last: None }
    }

    pub(super) fn add(&mut self, index: usize, span: &Span, word: &Word, space: bool) {
        if self.last != Some(index) {
            if let Some(note) = span.note.filter(|note| !self.line.notes.contains(note)) {
                self.line.notes.push(note);
            }
            if span.underline {
                self.line.underlines.push((self.x, self.x));
            }
            if let Some(link) = span.link {
                self.line.links.push((self.x, self.x, link));
            }
        }
        let fresh = self.last != Some(index);
        self.last = Some(index);
        for (at, sign) in word.signs.iter().enumerate() {
            self.sign(span, sign, fresh && at == 0);
        }
        if !space {
            self.line.width = self.x;
            self.mark(span);
        }
    }

    fn mark(&mut self, span: &Span) {
        if let Some(area) = self.line.underlines.last_mut().filter(|_| span.underline) {
            area.1 = self.x;
        }
        if let Some(area) = self.line.links.last_mut().filter(|_| span.link.is_some()) {
            area.1 = self.x;
        }
    }

    fn sign(&mut self, span: &Span, sign: &Sign, fresh: bool) {
        let glyph = Glyph { id: sign.id, text: Arc::clone(&sign.text), advance: Mpt(sign.advance) };
        let missing = sign.missing.map(String::from);
        let same = self.line.runs.last().is_some_and(|(owner, run)| {
            !fresh && *owner == span.owner && run.face == span.face && run.actual_text.is_none()
        });
        if !same || missing.is_some() {
            self.line.runs.push((span.owner, self.run(span.face, missing)));
        }
        if let Some((_, run)) = self.line.runs.last_mut() {
            run.glyphs.push(glyph);
        }
        self.x += sign.advance;
    }

    fn run(&self, face: Face, actual_text: Option<String>) -> GlyphRun {
        let (x, y, size) = (Mpt(self.x), Mpt(0), Mpt(self.size));
        GlyphRun { face, size, x, y, ink: Ink::Black, glyphs: Vec::new(), actual_text }
    }

    pub(super) fn hyphen(&mut self, index: usize, span: &Span, hyphen: &Word) {
        self.line.runs.push((span.owner, self.run(span.face, Some("\u{ad}".to_owned()))));
        for sign in &hyphen.signs {
            if let Some((_, run)) = self.line.runs.last_mut() {
                let advance = Mpt(sign.advance);
                run.glyphs.push(Glyph { id: sign.id, text: Arc::clone(&sign.text), advance });
            }
            self.x += sign.advance;
        }
        self.last = Some(index);
        self.line.width = self.x;
        self.mark(span);
    }

    pub(super) fn finish(mut self, hyphen: bool) -> Line {
        self.line.hyphen = hyphen;
        self.line
    }
}
