//! Page content: glyph runs, rectangles and frames as page operators, each inside the marked content
//! of its structure element or inside an artifact (ISO 32000-1, 14.6 and 14.8.2.2).
//!
//! It gives the operators and the list of marked content sequences; the structure tree that names
//! them is made in `structure`. Invariant: nothing is drawn outside marked content (ISO 14289-1,
//! 7.1), and the index of a sequence on its page is its MCID.

use std::ops::Range;
use std::thread::available_parallelism;

use lopdf::{Dictionary, Stream};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, LinePoint, Op, PaintMode, PdfDocument,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    WindingOrder, XObjectId, XObjectTransform,
};

use super::embed::resource_name;
use super::fonts::Fonts;
use super::images::Images;
use super::structure::tag;
use super::{PdfError, packed, units};
use crate::document::Face;
use crate::frame::{
    Area, Artifact, Glyph, GlyphRun, Ink, Item, Layout, Mpt, NodeId, Owner, Page, Shape, Spot, Step,
};

/// A drawn page.
pub(super) struct Drawn {
    /// Its content, packed.
    pub(super) content: Stream,
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

/// Pages whose operators are in memory at once.
const BATCH: usize = 16;
/// Most threads that pack pages.
const THREADS: usize = 4;

/// Draws all pages. Codes are given out page by page; packing knows nothing of other pages.
pub(super) fn draw(
    layout: &Layout,
    fonts: &mut Fonts<'_>,
    images: &mut Images,
) -> Result<Vec<Drawn>, PdfError> {
    let threads = available_parallelism().map_or(1, usize::from).min(THREADS);
    let mut drawn = Vec::with_capacity(layout.pages.len());
    for pages in layout.pages.chunks(BATCH) {
        let painted = pages.iter().map(|page| paint(layout, page, fonts, images));
        let mut painted = painted.collect::<Result<Vec<Painted>, _>>()?;
        let each = painted.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let packing: Vec<_> = painted
                .chunks_mut(each)
                .map(|share| scope.spawn(move || share.iter_mut().map(Painted::pack).collect()))
                .collect();
            for share in packing {
                let packed: Result<Vec<Drawn>, PdfError> =
                    share.join().map_err(|_| PdfError::Write("packing ended early".to_owned()))?;
                drawn.extend(packed?);
            }
            Ok::<(), PdfError>(())
        })?;
    }
    Ok(drawn)
}

/// A page before it is packed.
struct Painted {
    paper: Rect,
    operators: Vec<Op>,
    owners: Vec<NodeId>,
    runs: Vec<Run>,
}

impl Painted {
    fn pack(&mut self) -> Result<Drawn, PdfError> {
        let content = stream(&self.paper, std::mem::take(&mut self.operators))?;
        let (owners, runs) = (std::mem::take(&mut self.owners), std::mem::take(&mut self.runs));
        Ok(Drawn { content, owners, runs })
    }
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
        operators: Vec::new(),
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
    let Painter { operators, owners, runs, .. } = painter;
    let paper = rectangle(Mpt(0), Mpt(0), page.width, page.height, None);
    Ok(Painted { paper, operators, owners, runs })
}

/// Runs the operators of a page through `printpdf`. One page at a time keeps the memory small, and
/// without fonts of its own it passes codes on as they are.
fn stream(paper: &Rect, ops: Vec<Op>) -> Result<Stream, PdfError> {
    let mut document = PdfDocument::new("");
    let [media_box, trim_box, crop_box] = [paper.clone(), paper.clone(), paper.clone()];
    document.pages = vec![PdfPage { media_box, trim_box, crop_box, ops }];
    let mut warnings = Vec::new();
    let made = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Write(warning.msg.clone()));
    }
    let pages = made.get_pages();
    let page = pages.values().next();
    let page = page.ok_or_else(|| PdfError::Write("a page was lost".to_owned()))?;
    packed(Dictionary::new(), made.get_page_content(*page))
}

fn rectangle(x: Mpt, bottom: Mpt, width: Mpt, height: Mpt, mode: Option<PaintMode>) -> Rect {
    let [x, y, width, height] = [x, bottom, width, height].map(points);
    Rect { x, y, width, height, mode, winding_order: None }
}

fn points(length: Mpt) -> Pt {
    Pt(units::thousandths(length.0))
}

/// Red, green, blue.
type Colour = [u8; 3];
const BLACK: Colour = [0; 3];
const WHITE: Colour = [u8::MAX; 3];

struct Painter<'p, 'f> {
    layout: &'p Layout,
    fonts: &'p mut Fonts<'f>,
    images: &'p mut Images,
    height: Mpt,
    operators: Vec<Op>,
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
        match &item.shape {
            Shape::Glyphs(run) => self.glyphs(item.owner, run)?,
            Shape::Rectangle { x, y, width, height, ink } => {
                self.enter(item.owner)?;
                self.ink(*ink);
                let bottom = Mpt(self.height.0 - y.0 - height.0);
                self.rectangle(rectangle(*x, bottom, *width, *height, Some(PaintMode::Fill)));
            }
            Shape::Frame { x, y, width, height, line } => {
                self.enter(item.owner)?;
                self.frame([*x, *y, *width, *height], *line);
            }
            Shape::Area { x, y, area } => {
                self.enter(item.owner)?;
                self.colour(area.colour);
                let polygon = polygon(area, *x, Mpt(self.height.0 - y.0));
                self.operators.push(Op::DrawPolygon { polygon });
            }
            Shape::Bitmap { x, y, width, height, raster } => {
                self.enter(item.owner)?;
                let id = XObjectId(self.images.name(raster));
                let transform = XObjectTransform {
                    translate_x: Some(points(*x)),
                    translate_y: Some(points(Mpt(self.height.0 - y.0 - height.0))),
                    scale_x: Some(points(*width).0),
                    scale_y: Some(points(*height).0),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                };
                self.operators.push(Op::UseXobject { id, transform });
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
        let (mut tag, mut properties) = match owner {
            Owner::Artifact(kind) => ("Artifact", artifact(kind)),
            Owner::Node(node) => {
                let found = self.layout.structure.get(node.0).ok_or_else(|| {
                    PdfError::Structure(format!("content names element {}", node.0))
                })?;
                let mcid = i64::try_from(self.owners.len()).unwrap_or(i64::MAX);
                self.owners.push(node);
                if let Some(run) = self.runs.last_mut() {
                    run.mcids.end = self.owners.len();
                }
                (tag(found.role)?, vec![("MCID", DictItem::Int(mcid))])
            }
        };
        if let (Some(actual), Owner::Node(_)) = (actual, owner) {
            // Some readers look for it at this tag alone.
            tag = "Span";
            properties.push(("ActualText", DictItem::Bytes(units::utf16(actual))));
        }
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let (tag, properties) = (tag.to_owned(), DictItem::Dict { map });
        self.operators.push(Op::BeginMarkedContentWithProperties { tag, properties });
        self.open = true;
        Ok(())
    }

    /// Ends marked content, if it is open.
    fn close(&mut self) {
        if self.open {
            self.operators.push(Op::EndMarkedContent);
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
            let [red, green, blue] = colour.map(units::share);
            let col = match colour {
                BLACK | WHITE => Color::Greyscale(Greyscale::new(red, None)),
                _ => Color::Rgb(Rgb::new(red, green, blue, None)),
            };
            self.operators.push(Op::SetFillColor { col });
            self.colour = colour;
        }
    }

    fn rectangle(&mut self, rectangle: Rect) {
        self.operators.push(Op::DrawRectangle { rectangle });
    }

    /// The line lies inside the edges, so its middle is half a line further in.
    fn frame(&mut self, [x, y, width, height]: [Mpt; 4], line: Mpt) {
        let inset = line.0 / 2;
        let bottom = Mpt(self.height.0 - y.0 - height.0 + inset);
        let (width, height) = (Mpt(width.0 - 2 * inset), Mpt(height.0 - 2 * inset));
        self.operators.push(Op::SetOutlineThickness { pt: points(line) });
        let stroke = Some(PaintMode::Stroke);
        self.rectangle(rectangle(Mpt(x.0 + inset), bottom, width, height, stroke));
    }

    fn glyphs(&mut self, owner: Owner, run: &GlyphRun) -> Result<(), PdfError> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        if run.size.0 <= 0 {
            return Err(PdfError::Structure("a glyph run has no size".to_owned()));
        }
        for piece in pieces(run, self.fonts)? {
            match &piece.actual {
                None => self.enter(owner)?,
                Some(actual) => {
                    self.close();
                    self.begin(owner, Some(actual))?;
                }
            }
            self.ink(run.ink);
            let font = PdfFontHandle::External(FontId(resource_name(run.face).to_owned()));
            let pos = Point { x: points(piece.x), y: points(Mpt(self.height.0 - run.y.0)) };
            self.operators.extend([
                Op::StartTextSection,
                Op::SetFont { font, size: points(run.size) },
                Op::SetTextCursor { pos },
                Op::ShowText { items: vec![TextItem::GlyphIds(piece.codes)] },
                Op::EndTextSection,
            ]);
            if piece.actual.is_some() {
                self.close();
            }
        }
        Ok(())
    }
}

/// An area whose steps count from a place, measured upwards.
fn polygon(area: &Area, x: Mpt, top: Mpt) -> Polygon {
    let point = |spot: Spot, bezier| {
        let p = Point { x: points(Mpt(x.0 + spot.x)), y: points(Mpt(top.0 - spot.y)) };
        LinePoint { p, bezier }
    };
    let mut rings: Vec<PolygonRing> = Vec::new();
    for step in area.steps.iter() {
        let mut added = match *step {
            Step::Move(to) => {
                rings.push(PolygonRing { points: vec![point(to, false)] });
                continue;
            }
            Step::Line(to) => vec![point(to, false)],
            Step::Curve(first, second, to) => {
                vec![point(first, true), point(second, true), point(to, false)]
            }
        };
        if let Some(ring) = rings.last_mut() {
            ring.points.append(&mut added);
        }
    }
    let winding_order = if area.even_odd { WindingOrder::EvenOdd } else { WindingOrder::NonZero };
    Polygon { rings, mode: PaintMode::Fill, winding_order }
}

/// Properties of an artifact (ISO 32000-1, table 330).
fn artifact(kind: Artifact) -> Vec<(&'static str, DictItem)> {
    let name = |value: &str| DictItem::Name(value.as_bytes().to_vec());
    let pagination = |subtype: &str, edge: &str| {
        vec![
            ("Type", name("Pagination")),
            ("Subtype", name(subtype)),
            ("Attached", DictItem::Array(vec![name(edge)])),
        ]
    };
    match kind {
        Artifact::Header => pagination("Header", "Top"),
        Artifact::Footer => pagination("Footer", "Bottom"),
        Artifact::Layout => vec![("Type", name("Layout"))],
    }
}

/// A part of a glyph run.
struct Piece {
    /// Left edge.
    x: Mpt,
    codes: Vec<Codepoint>,
    /// What it means where its codes do not say that.
    actual: Option<String>,
}

/// A glyph run in pieces.
fn pieces(run: &GlyphRun, fonts: &mut Fonts<'_>) -> Result<Vec<Piece>, PdfError> {
    let mut pieces = Vec::new();
    let (mut x, mut rest) = (run.x, run.glyphs.as_slice());
    while !rest.is_empty() {
        let (actual, count) = match &run.actual_text {
            Some(actual) => (Some(actual.clone()), rest.len()),
            None => cut(rest),
        };
        let (now, later) = rest.split_at(count);
        let mut pen = Pen { size: run.size.0, error: 0 };
        let mut piece = Piece { x, codes: Vec::with_capacity(now.len()), actual };
        if let (Some(actual), [glyph]) = (&piece.actual, now)
            && !actual.is_empty()
        {
            // A single glyph says it by its code.
            piece.codes.push(pen.glyph(run.face, glyph, actual, fonts)?);
            piece.actual = None;
        } else {
            for glyph in now {
                piece.codes.push(pen.glyph(run.face, glyph, &glyph.text, fonts)?);
            }
        }
        if let Some(last) = piece.codes.last_mut() {
            last.offset = 0.0; // nothing follows
        }
        pieces.push(piece);
        x = Mpt(x.0 + now.iter().map(|glyph| glyph.advance.0).sum::<i64>());
        rest = later;
    }
    Ok(pieces)
}

/// Meaning and number of glyphs of the next piece: one cluster of several glyphs, or all simple
/// clusters before the next such one.
fn cut(glyphs: &[Glyph]) -> (Option<String>, usize) {
    let cluster = |start: usize| {
        1 + glyphs.iter().skip(start + 1).take_while(|glyph| glyph.text.is_empty()).count()
    };
    match glyphs.first() {
        Some(first) if cluster(0) > 1 => (Some(first.text.to_string()), cluster(0)),
        _ => (None, (1..glyphs.len()).find(|start| cluster(*start) > 1).unwrap_or(glyphs.len())),
    }
}

/// Where the reader's pen stands, compared with where the layout wants it.
struct Pen {
    size: i64,
    /// In 10^-9 pt.
    error: i64,
}

/// 5/1000 pt: what rounding to whole thousandths may gather before it is corrected.
const TOLERANCE: i64 = 5_000_000;

impl Pen {
    /// A glyph and the correction behind it, in 1/1000 em. An error below the tolerance is carried
    /// on, so nothing adds up.
    fn glyph(
        &mut self,
        face: Face,
        glyph: &Glyph,
        text: &str,
        fonts: &mut Fonts<'_>,
    ) -> Result<Codepoint, PdfError> {
        let font = fonts.face(face)?;
        let code = font.code(face, glyph.id, text)?;
        let natural = font.width(glyph.id) * self.size * 1000;
        self.error += natural - glyph.advance.0 * 1_000_000;
        let mut correction = 0;
        if self.error.abs() >= TOLERANCE {
            correction = units::divide(self.error, self.size * 1000) * 1000;
            if (self.error - correction * self.size).abs() >= TOLERANCE {
                correction = units::divide(self.error, self.size);
            }
        }
        self.error -= correction * self.size;
        Ok(Codepoint::new(code, units::thousandths(correction)))
    }
}
