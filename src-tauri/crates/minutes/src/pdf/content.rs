//! Page content: glyph runs, rectangles and frames as strokes, each inside the marked content of its
//! structure element or inside an artifact (ISO 32000-1, 14.6 and 14.8.2.2).
//!
//! It gives the page, packed, and the list of marked content sequences; the structure tree that names
//! them is made in `structure`, the operators in `strokes`. Invariant: nothing is drawn outside marked content (ISO 14289-1,
//! 7.1), and the index of a sequence on its page is its MCID.

use std::ops::Range;
use std::sync::Arc;

use super::fonts::{Font, Fonts};
use super::images::Images;
use super::packing::{self, Memory, Packed, each};
use super::strokes::{self, Code, Stroke};
use super::structure::tag;
use super::{PdfError, units};
use crate::document::Face;
use crate::frame::{
    Area, Glyph, GlyphRun, Ink, Item, Layout, Mpt, NodeId, Owner, Page, Raster, Shape,
};

/// A drawn page.
pub(super) struct Drawn {
    /// Its content, packed.
    pub(super) content: Arc<Packed>,
    /// The element of each marked content sequence; its index is the MCID.
    pub(super) owners: Vec<NodeId>,
    /// Runs of neighbouring items of one element, in their order.
    pub(super) runs: Vec<Run>,
}

/// Neighbouring items of one element. They are one marked content sequence, but for glyphs whose
/// text no code can say: those get a sequence of their own with `ActualText`, beside the others and
/// not inside, because readers lose what follows a mark inside a mark.
pub(super) struct Run {
    /// The element.
    pub(super) node: NodeId,
    /// Index of the first item on the page.
    pub(super) first: usize,
    /// Index of the last one.
    pub(super) last: usize,
    /// The MCIDs.
    pub(super) mcids: Range<usize>,
}

/// Pages whose strokes are in memory at once.
const BATCH: usize = 16;

/// Draws all pages. Codes are given out page by page; packing knows nothing of other pages, and is
/// done side by side for those that no file needed of late.
pub(super) fn draw(
    layout: &Layout,
    fonts: &mut Fonts<'_>,
    images: &mut Images,
    memory: &mut Memory,
) -> Result<Vec<Drawn>, PdfError> {
    let mut drawn = Vec::with_capacity(layout.pages.len());
    for pages in layout.pages.chunks(BATCH) {
        let painted = pages.iter().map(|page| paint(layout, page, fonts, images));
        let painted = painted.collect::<Result<Vec<Painted>, _>>()?;
        let keys = painted.iter().map(|page| packing::key("page", &page.strokes));
        let keys: Vec<packing::Key> = keys.collect();
        let known: Vec<_> = keys.iter().map(|key| memory.stream(key)).collect();
        let fresh = painted.iter().zip(&known).filter(|(_, known)| known.is_none());
        let fresh: Vec<&Painted> = fresh.map(|(page, _)| page).collect();
        let mut made =
            each(&fresh, |page| Packed::of(&strokes::content(&page.strokes)?))?.into_iter();
        for ((page, key), known) in painted.into_iter().zip(keys).zip(known) {
            let made = || made.next().map(|made| memory.keep_stream(key, made));
            let content = known.or_else(made);
            let content = content.ok_or_else(|| PdfError::Write("a page was lost".to_owned()))?;
            drawn.push(Drawn { content, owners: page.owners, runs: page.runs });
        }
    }
    Ok(drawn)
}

/// A page before it is packed.
struct Painted {
    strokes: Vec<Stroke>,
    owners: Vec<NodeId>,
    runs: Vec<Run>,
}

fn paint(
    layout: &Layout,
    page: &Page,
    fonts: &mut Fonts<'_>,
    images: &mut Images,
) -> Result<Painted, PdfError> {
    let mut painter = Painter {
        layout,
        fonts,
        images,
        height: page.height,
        strokes: Vec::new(),
        owners: Vec::new(),
        runs: Vec::new(),
        owner: None,
        open: false,
        colour: BLACK,
    };
    for (index, item) in page.items.iter().enumerate() {
        painter.item(index, item)?;
    }
    painter.close();
    let Painter { strokes, owners, runs, .. } = painter;
    Ok(Painted { strokes, owners, runs })
}

/// Red, green, blue.
pub(super) type Colour = [u8; 3];
pub(super) const BLACK: Colour = [0; 3];
pub(super) const WHITE: Colour = [u8::MAX; 3];

struct Painter<'p, 'f> {
    layout: &'p Layout,
    fonts: &'p mut Fonts<'f>,
    images: &'p mut Images,
    height: Mpt,
    strokes: Vec<Stroke>,
    owners: Vec<NodeId>,
    runs: Vec<Run>,
    /// Of the item before.
    owner: Option<Owner>,
    /// Whether marked content of that owner is open.
    open: bool,
    colour: Colour,
}

impl Painter<'_, '_> {
    fn item(&mut self, index: usize, item: &Item) -> Result<(), PdfError> {
        if self.owner != Some(item.owner) {
            self.close();
            self.owner = Some(item.owner);
            if let Owner::Node(node) = item.owner {
                let start = self.owners.len();
                self.runs.push(Run { node, first: index, last: index, mcids: start..start });
            }
        } else if let (Owner::Node(_), Some(run)) = (item.owner, self.runs.last_mut()) {
            run.last = index;
        }
        if let Shape::Glyphs(run) = &item.shape {
            return self.glyphs(item.owner, run);
        }
        self.enter(item.owner)?;
        match &item.shape {
            Shape::Glyphs(_) => {}
            Shape::Rectangle { x, y, width, height, ink } => {
                self.ink(*ink);
                let bottom = self.height.0 - y.0 - height.0;
                self.strokes.push(Stroke::Rectangle([x.0, bottom, width.0, height.0]));
            }
            Shape::Frame { x, y, width, height, line } => {
                self.frame([*x, *y, *width, *height], *line);
            }
            Shape::Area { x, y, area } => self.area(*x, *y, area),
            Shape::Bitmap { x, y, width, height, raster } => {
                self.bitmap([*x, *y, *width, *height], raster);
            }
        }
        Ok(())
    }

    /// Begins marked content, unless it is open.
    fn enter(&mut self, owner: Owner) -> Result<(), PdfError> {
        if self.open { Ok(()) } else { self.begin(owner, None) }
    }

    /// Begins marked content; artifacts need no text.
    fn begin(&mut self, owner: Owner, actual: Option<&str>) -> Result<(), PdfError> {
        let stroke = match owner {
            Owner::Artifact(kind) => Stroke::Artifact(kind),
            Owner::Node(node) => {
                let found = self.layout.structure.get(node.0).ok_or_else(|| {
                    PdfError::Structure(format!("content names element {}", node.0))
                })?;
                let mcid = self.owners.len();
                self.owners.push(node);
                if let Some(run) = self.runs.last_mut() {
                    run.mcids.end = self.owners.len();
                }
                let (tag, actual) = (tag(found.role)?, actual.map(str::to_owned));
                // Some readers look for the text at this tag alone.
                let tag = if actual.is_some() { "Span" } else { tag };
                Stroke::Content { tag, mcid, actual }
            }
        };
        self.strokes.push(stroke);
        self.open = true;
        Ok(())
    }

    /// Ends marked content, if it is open.
    fn close(&mut self) {
        if self.open {
            self.strokes.push(Stroke::End);
            self.open = false;
        }
    }

    fn ink(&mut self, ink: Ink) {
        self.colour(match ink {
            Ink::Black => BLACK,
            Ink::White => WHITE,
        });
    }

    fn colour(&mut self, colour: Colour) {
        if self.colour != colour {
            self.strokes.push(Stroke::Colour(colour));
            self.colour = colour;
        }
    }

    /// The line lies inside the edges, so its middle is half a line further in.
    fn frame(&mut self, [x, y, width, height]: [Mpt; 4], line: Mpt) {
        let inset = line.0 / 2;
        let bottom = self.height.0 - y.0 - height.0 + inset;
        let (width, height) = (width.0 - 2 * inset, height.0 - 2 * inset);
        self.strokes.push(Stroke::Frame([x.0 + inset, bottom, width, height], line.0));
    }

    fn area(&mut self, x: Mpt, y: Mpt, area: &Area) {
        self.colour(area.colour);
        let (steps, even_odd) = (Arc::clone(&area.steps), area.even_odd);
        self.strokes.push(Stroke::Area { x: x.0, top: self.height.0 - y.0, steps, even_odd });
    }

    fn bitmap(&mut self, [x, y, width, height]: [Mpt; 4], raster: &Raster) {
        let bottom = self.height.0 - y.0 - height.0;
        let name = self.images.name(raster);
        self.strokes.push(Stroke::Bitmap { name, place: [x.0, bottom, width.0, height.0] });
    }

    fn glyphs(&mut self, owner: Owner, run: &GlyphRun) -> Result<(), PdfError> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        if run.size.0 <= 0 {
            return Err(PdfError::Structure("a glyph run has no size".to_owned()));
        }
        for piece in pieces(run, self.fonts.face(run.face)?)? {
            match &piece.actual {
                None => self.enter(owner)?,
                Some(actual) => {
                    self.close();
                    self.begin(owner, Some(actual))?;
                }
            }
            self.ink(run.ink);
            let (face, size, codes) = (run.face, run.size.0, piece.codes);
            let (x, y) = (piece.x, self.height.0 - run.y.0);
            self.strokes.push(Stroke::Text { face, size, x, y, codes });
            if piece.actual.is_some() {
                self.close();
            }
        }
        Ok(())
    }
}

/// A part of a glyph run.
struct Piece {
    /// Left edge.
    x: i64,
    codes: Vec<Code>,
    /// What it means where its codes do not say that.
    actual: Option<String>,
}

/// A glyph run in pieces.
fn pieces(run: &GlyphRun, font: &mut Font<'_>) -> Result<Vec<Piece>, PdfError> {
    let glyphs: Vec<(Glyph, &str)> = run.glyphs.iter().collect();
    let mut pieces = Vec::new();
    let (mut x, mut rest) = (run.x.0, glyphs.as_slice());
    while !rest.is_empty() {
        let (actual, count) = match &run.actual_text {
            Some(actual) => (Some(actual.clone()), rest.len()),
            None => cut(rest),
        };
        let (now, later) = rest.split_at(count);
        let mut pen = Pen { face: run.face, size: run.size.0, error: 0 };
        let mut piece = Piece { x, codes: Vec::with_capacity(now.len()), actual };
        if let (Some(actual), [(glyph, _)]) = (&piece.actual, now)
            && !actual.is_empty()
        {
            // A single glyph says it by its code.
            piece.codes.push(pen.glyph(*glyph, actual, font)?);
            piece.actual = None;
        } else {
            for (glyph, text) in now {
                piece.codes.push(pen.glyph(*glyph, text, font)?);
            }
        }
        if let Some(last) = piece.codes.last_mut() {
            last.correction = 0; // nothing follows
        }
        pieces.push(piece);
        x += now.iter().map(|(glyph, _)| glyph.advance.0).sum::<i64>();
        rest = later;
    }
    Ok(pieces)
}

/// Meaning and number of glyphs of the next piece: one cluster of several glyphs, or all simple
/// clusters before the next such one.
fn cut(glyphs: &[(Glyph, &str)]) -> (Option<String>, usize) {
    // The first glyph without a text belongs to the cluster of the one before.
    let Some(rest) = glyphs.iter().skip(1).position(|(_, text)| text.is_empty()) else {
        return (None, glyphs.len());
    };
    if rest > 0 {
        return (None, rest);
    }
    let more = glyphs.iter().skip(1).take_while(|(_, text)| text.is_empty()).count();
    (glyphs.first().map(|(_, text)| (*text).to_owned()), 1 + more)
}

/// Where the reader's pen stands, compared with where the layout wants it.
struct Pen {
    face: Face,
    size: i64,
    /// In 10^-9 pt.
    error: i64,
}

/// 5/1000 pt: what rounding to whole thousandths may gather before it is corrected.
const TOLERANCE: i64 = 5_000_000;

impl Pen {
    /// A glyph and the correction behind it, in 1/1000 em. An error below the tolerance is carried
    /// on, so nothing adds up.
    fn glyph(&mut self, glyph: Glyph, text: &str, font: &mut Font<'_>) -> Result<Code, PdfError> {
        let code = font.code(self.face, glyph.id, text)?;
        let natural = font.code_width(code) * self.size * 1000;
        self.error += natural - glyph.advance.0 * 1_000_000;
        let mut correction = 0;
        if self.error.abs() >= TOLERANCE {
            correction = units::divide(self.error, self.size * 1000) * 1000;
            if (self.error - correction * self.size).abs() >= TOLERANCE {
                correction = units::divide(self.error, self.size);
            }
        }
        self.error -= correction * self.size;
        Ok(Code { code, correction })
    }
}
