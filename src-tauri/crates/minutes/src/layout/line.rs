//! Lines: glyphs behind each other, with what is underlined and what leads somewhere.
//!
//! It takes shaped words as they come and breaks nothing. x counts from the left edge of the column,
//! the baseline is zero.

use super::inline::Span;
use super::shape::{Sign, Word};
use crate::document::Face;
use crate::frame::{Glyph, GlyphRun, Glyphs, Ink, Mpt, NodeId, Owner};

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

impl Line {
    /// A line that a [`Builder`] made names the index of a span where an element, a note or a link
    /// is due; here it gets those of the spans, which have the same words.
    pub(super) fn owned(&self, spans: &[Span]) -> Self {
        let mut line = self.clone();
        for (owner, _) in &mut line.runs {
            if let Owner::Node(NodeId(span)) = *owner
                && let Some(span) = spans.get(span)
            {
                *owner = span.owner;
            }
        }
        line.notes.clear();
        for note in self.notes.iter().filter_map(|span| spans.get(*span)?.note) {
            if !line.notes.contains(&note) {
                line.notes.push(note);
            }
        }
        for (.., link) in &mut line.links {
            if let Some(found) = spans.get(*link).and_then(|span| span.link) {
                *link = found;
            }
        }
        line
    }
}

/// Puts words behind each other.
pub(super) struct Builder {
    line: Line,
    /// The run that grows.
    open: Option<Open>,
    x: i64,
    size: i64,
    last: Option<usize>,
}

struct Open {
    /// Index of its span.
    span: usize,
    owner: Owner,
    face: Face,
    x: i64,
    actual_text: Option<String>,
    signs: Vec<(Glyph, u32)>,
    text: String,
}

impl Builder {
    pub(super) fn new(size: i64) -> Self {
        Self { line: Line::default(), open: None, x: 0, size, last: None }
    }

    pub(super) fn add(&mut self, index: usize, span: &Span, word: &Word, space: bool) {
        let fresh = self.last != Some(index);
        if fresh {
            if span.note.is_some() {
                self.line.notes.push(index);
            }
            if span.underline {
                self.line.underlines.push((self.x, self.x));
            }
            if span.link.is_some() {
                self.line.links.push((self.x, self.x, index));
            }
        }
        self.last = Some(index);
        for (at, (sign, shown)) in word.signs().enumerate() {
            let missing = sign.missing.map(String::from);
            let grows = self.open.as_ref().is_some_and(|open| {
                !(fresh && at == 0)
                    && open.owner == span.owner
                    && open.face == span.face
                    && open.actual_text.is_none()
            });
            if !grows || missing.is_some() {
                self.begin(index, span, missing);
            }
            self.put(sign, shown);
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

    fn put(&mut self, sign: Sign, shown: &str) {
        if let Some(open) = &mut self.open {
            let glyph = Glyph { id: sign.id, advance: Mpt(sign.advance) };
            open.signs.push((glyph, u32::try_from(shown.len()).unwrap_or(u32::MAX)));
            open.text.push_str(shown);
        }
        self.x += sign.advance;
    }

    /// A run begins where the one before ends.
    fn begin(&mut self, index: usize, span: &Span, actual_text: Option<String>) {
        self.close();
        self.open = Some(Open {
            span: index,
            owner: span.owner,
            face: span.face,
            x: self.x,
            actual_text,
            signs: Vec::new(),
            text: String::new(),
        });
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let run = GlyphRun {
            face: open.face,
            size: Mpt(self.size),
            x: Mpt(open.x),
            y: Mpt(0),
            ink: Ink::Black,
            glyphs: Glyphs::new(&open.signs, &open.text),
            actual_text: open.actual_text,
        };
        self.line.runs.push((Owner::Node(NodeId(open.span)), run));
    }

    pub(super) fn hyphen(&mut self, index: usize, span: &Span, hyphen: &Word) {
        self.begin(index, span, Some("\u{ad}".to_owned()));
        for (sign, shown) in hyphen.signs() {
            self.put(sign, shown);
        }
        self.last = Some(index);
        self.line.width = self.x;
        self.mark(span);
    }

    pub(super) fn finish(mut self, hyphen: bool) -> Line {
        self.close();
        self.line.hyphen = hyphen;
        self.line
    }
}
