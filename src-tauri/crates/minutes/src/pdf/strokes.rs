//! What is drawn on a page, and its page operators, which `printpdf` writes.
//!
//! Lengths are thousandths of a point, counted upwards from the lower edge. A page is drawn from its
//! strokes and nothing else, so that a page of the same strokes need not be drawn again.

use std::sync::Arc;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, LinePoint, Op, PaintMode, PdfDocument,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    WindingOrder, XObjectId, XObjectTransform,
};

use super::content::{BLACK, Colour, WHITE};
use super::embed::resource_name;
use super::{PdfError, units};
use crate::document::Face;
use crate::frame::{Artifact, Spot, Step};

/// A thing drawn, or where marked content begins and ends.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum Stroke {
    /// Marked content of an element.
    Content { tag: &'static str, mcid: usize, actual: Option<String> },
    /// Marked content of no element.
    Artifact(Artifact),
    /// The end of either.
    End,
    /// Of what follows.
    Colour(Colour),
    /// Left, bottom, width, height.
    Rectangle([i64; 4]),
    /// The same, drawn with a line of some thickness.
    Frame([i64; 4], i64),
    /// An area whose steps count downwards from a place.
    Area { x: i64, top: i64, steps: Arc<[Step]>, even_odd: bool },
    /// A bitmap by its name.
    Bitmap { name: String, place: [i64; 4] },
    /// Glyphs on a baseline.
    Text { face: Face, size: i64, x: i64, y: i64, codes: Vec<Code> },
}

/// A glyph by its code, and the correction behind it in 1/1000 em.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Code {
    pub(super) code: u16,
    pub(super) correction: i64,
}

/// The content of a page. It goes through `printpdf` page by page, which keeps the memory small, and
/// without fonts of its own it passes codes on as they are.
pub(super) fn content(strokes: &[Stroke]) -> Result<Vec<u8>, PdfError> {
    let mut ops = Vec::new();
    for stroke in strokes {
        operators(stroke, &mut ops);
    }
    let mut document = PdfDocument::new("");
    // The boxes of the page are written with its dictionary.
    let [media_box, trim_box, crop_box] = [[0; 4]; 3].map(|none| rectangle(&none, None));
    document.pages = vec![PdfPage { media_box, trim_box, crop_box, ops }];
    let mut warnings = Vec::new();
    let made = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Write(warning.msg.clone()));
    }
    let pages = made.get_pages();
    let page = pages.values().next();
    let page = page.ok_or_else(|| PdfError::Write("a page was lost".to_owned()))?;
    Ok(made.get_page_content(*page))
}

fn operators(stroke: &Stroke, ops: &mut Vec<Op>) {
    match stroke {
        Stroke::Content { tag, mcid, actual } => {
            let mcid = DictItem::Int(i64::try_from(*mcid).unwrap_or(i64::MAX));
            let text = actual.as_deref().map(|text| DictItem::Bytes(units::utf16(text)));
            let text = text.map(|text| ("ActualText", text));
            ops.push(begin(tag, text.into_iter().chain([("MCID", mcid)])));
        }
        Stroke::Artifact(kind) => ops.push(begin("Artifact", artifact(*kind))),
        Stroke::End => ops.push(Op::EndMarkedContent),
        Stroke::Colour(colour) => ops.push(Op::SetFillColor { col: fill(*colour) }),
        Stroke::Rectangle(place) => {
            let rectangle = rectangle(place, Some(PaintMode::Fill));
            ops.push(Op::DrawRectangle { rectangle });
        }
        Stroke::Frame(place, line) => {
            let rectangle = rectangle(place, Some(PaintMode::Stroke));
            let thickness = Op::SetOutlineThickness { pt: points(*line) };
            ops.extend([thickness, Op::DrawRectangle { rectangle }]);
        }
        Stroke::Area { x, top, steps, even_odd } => {
            let polygon = polygon(steps, *x, *top, *even_odd);
            ops.push(Op::DrawPolygon { polygon });
        }
        Stroke::Bitmap { name, place: [x, bottom, width, height] } => {
            let transform = XObjectTransform {
                translate_x: Some(points(*x)),
                translate_y: Some(points(*bottom)),
                scale_x: Some(points(*width).0),
                scale_y: Some(points(*height).0),
                no_auto_scale: true,
                ..XObjectTransform::default()
            };
            ops.push(Op::UseXobject { id: XObjectId(name.clone()), transform });
        }
        Stroke::Text { face, size, x, y, codes } => {
            let font = PdfFontHandle::External(FontId(resource_name(*face).to_owned()));
            let code = |code: &Code| Codepoint::new(code.code, units::thousandths(code.correction));
            ops.extend([
                Op::StartTextSection,
                Op::SetFont { font, size: points(*size) },
                Op::SetTextCursor { pos: Point { x: points(*x), y: points(*y) } },
                Op::ShowText { items: vec![TextItem::GlyphIds(codes.iter().map(code).collect())] },
                Op::EndTextSection,
            ]);
        }
    }
}

fn begin(tag: &str, properties: impl IntoIterator<Item = (&'static str, DictItem)>) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let (tag, properties) = (tag.to_owned(), DictItem::Dict { map });
    Op::BeginMarkedContentWithProperties { tag, properties }
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

fn fill(colour: Colour) -> Color {
    let [red, green, blue] = colour.map(units::share);
    match colour {
        BLACK | WHITE => Color::Greyscale(Greyscale::new(red, None)),
        _ => Color::Rgb(Rgb::new(red, green, blue, None)),
    }
}

fn rectangle(place: &[i64; 4], mode: Option<PaintMode>) -> Rect {
    let [x, y, width, height] = place.map(points);
    Rect { x, y, width, height, mode, winding_order: None }
}

fn points(length: i64) -> Pt {
    Pt(units::thousandths(length))
}

/// An area whose steps count from a place, measured upwards.
fn polygon(steps: &[Step], x: i64, top: i64, even_odd: bool) -> Polygon {
    let point = |spot: Spot, bezier| {
        let p = Point { x: points(x + spot.x), y: points(top - spot.y) };
        LinePoint { p, bezier }
    };
    let mut rings: Vec<PolygonRing> = Vec::new();
    for step in steps {
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
    let winding_order = if even_odd { WindingOrder::EvenOdd } else { WindingOrder::NonZero };
    Polygon { rings, mode: PaintMode::Fill, winding_order }
}
