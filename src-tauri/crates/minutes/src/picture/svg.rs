//! SVG: areas of one colour each, in whole thousandths of a unit.
//!
//! The library `usvg` resolves styles, references, transforms and lines; what it leaves are paths.
//! Before that the text is searched for what must not be there at all.

use usvg::roxmltree::{Document, ParsingOptions};
use usvg::tiny_skia_path::{Path as Outline, PathSegment, Point};
use usvg::{BlendMode, FillRule, Group, Node, Options, PaintOrder, Tree};

use super::{Picture, PictureError};
use crate::frame::{Area, Spot, Step};

/// Most elements of a drawing.
const MOST_ELEMENTS: u32 = 50_000;
/// Most steps of all areas.
const MOST_STEPS: usize = 200_000;
/// Larger numbers are no places of a drawing.
const MOST: i64 = 1_000_000_000;
const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements that run something or bring in what is no drawing.
const ACTIVE: [&str; 9] = [
    "script",
    "handler",
    "listener",
    "foreignObject",
    "iframe",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
];

/// Reads a drawing.
pub(super) fn read(text: &str) -> Result<Picture, PictureError> {
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: MOST_ELEMENTS, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| PictureError::NoSvg)?;
    harmless(&document)?;
    let tree =
        Tree::from_xmltree(&document, &Options::default()).map_err(|_| PictureError::NoSvg)?;
    let size = tree.size();
    let (width, height) = (thousandths(size.width()), thousandths(size.height()));
    let (width, height) = width.zip(height).ok_or(PictureError::NoSvg)?;
    let mut areas = Vec::new();
    let mut steps = 0;
    group(tree.root(), &mut areas, &mut steps)?;
    if areas.is_empty() {
        return Err(PictureError::Empty);
    }
    Ok(Picture::Drawing { width: width.max(1), height: height.max(1), areas })
}

/// No script, nothing from outside, no text that depends on a font.
fn harmless(document: &Document<'_>) -> Result<(), PictureError> {
    for node in document.descendants() {
        if node.is_pi() && node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
            return Err(PictureError::Outside);
        }
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name();
        let drawn = node.tag_name().namespace() == Some(SVG);
        if ACTIVE.contains(&name) {
            return Err(PictureError::Script);
        }
        for attribute in node.attributes() {
            let value = attribute.value().trim();
            if attribute.name().starts_with("on") || value.to_lowercase().starts_with("javascript:")
            {
                return Err(PictureError::Script);
            }
            let leads = matches!(attribute.name(), "href" | "src") && drawn && name != "a";
            if leads && !value.starts_with('#') || leads_out(value) {
                return Err(PictureError::Outside);
            }
        }
        if drawn && name == "style" && node.text().is_some_and(leads_out) {
            return Err(PictureError::Outside);
        }
        if drawn && matches!(name, "text" | "image") {
            let what = if name == "text" { "Text" } else { "ein eingebettetes Bild" };
            return Err(PictureError::NotFlat(what));
        }
    }
    Ok(())
}

/// Whether a style names something outside of the file.
fn leads_out(style: &str) -> bool {
    let style = style.to_lowercase();
    let mut places =
        style.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '"', '\'']));
    style.contains("@import") || places.any(|place| !place.starts_with('#'))
}

fn group(group: &Group, areas: &mut Vec<Area>, steps: &mut usize) -> Result<(), PictureError> {
    let fault = if group.clip_path().is_some() {
        Some("einen Beschnitt")
    } else if group.mask().is_some() {
        Some("eine Maske")
    } else if !group.filters().is_empty() {
        Some("einen Filter")
    } else if group.opacity().to_u8() != u8::MAX || group.blend_mode() != BlendMode::Normal {
        Some("durchscheinende Teile")
    } else {
        None
    };
    if let Some(what) = fault {
        return Err(PictureError::NotFlat(what));
    }
    for node in group.children() {
        match node {
            Node::Group(inner) => self::group(inner, areas, steps)?,
            Node::Path(path) if path.is_visible() => drawn(path, areas, steps)?,
            Node::Path(_) => {}
            Node::Image(_) => return Err(PictureError::NotFlat("ein eingebettetes Bild")),
            Node::Text(_) => return Err(PictureError::NotFlat("Text")),
        }
    }
    Ok(())
}

fn drawn(path: &usvg::Path, areas: &mut Vec<Area>, steps: &mut usize) -> Result<(), PictureError> {
    let fill = path.fill().map(|fill| {
        let even_odd = fill.rule() == FillRule::EvenOdd;
        let outline = path.data().clone().transform(path.abs_transform());
        area(outline, fill.paint(), fill.opacity().to_u8(), even_odd)
    });
    let line = path.stroke().map(|stroke| {
        let mut dashed = None;
        if let Some(dash) = stroke.to_tiny_skia().dash {
            dashed = path.data().dash(&dash, 1.0);
        }
        let data = dashed.as_ref().unwrap_or(path.data());
        // Ten times finer than the units of the drawing: arms are set small, not large.
        let outline = data.stroke(&stroke.to_tiny_skia(), 10.0);
        let outline = outline.and_then(|outline| outline.transform(path.abs_transform()));
        area(outline, stroke.paint(), stroke.opacity().to_u8(), false)
    });
    let mut both = [fill, line];
    if path.paint_order() == PaintOrder::StrokeAndFill {
        both.reverse();
    }
    for one in both.into_iter().flatten() {
        let Some(one) = one? else { continue };
        *steps += one.steps.len();
        if *steps > MOST_STEPS {
            return Err(PictureError::TooLarge);
        }
        areas.push(one);
    }
    Ok(())
}

/// An area; none where nothing of it is left.
fn area(
    outline: Option<Outline>,
    paint: &usvg::Paint,
    opacity: u8,
    even_odd: bool,
) -> Result<Option<Area>, PictureError> {
    let usvg::Paint::Color(colour) = paint else {
        return Err(PictureError::NotFlat("Farbverläufe oder Muster"));
    };
    if opacity == 0 {
        return Ok(None);
    }
    if opacity != u8::MAX {
        return Err(PictureError::NotFlat("durchscheinende Teile"));
    }
    let Some(outline) = outline else { return Ok(None) };
    let steps = steps(&outline).ok_or(PictureError::NoSvg)?;
    let colour = [colour.red, colour.green, colour.blue];
    // A single line has no area.
    let curved = steps.iter().any(|step| matches!(step, Step::Curve(..)));
    Ok((curved || steps.len() > 2).then(|| Area { steps: steps.into(), colour, even_odd }))
}

/// The steps of an outline; quadratic curves are raised to cubic ones.
fn steps(outline: &Outline) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut at = Spot::default();
    for segment in outline.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                at = spot(to)?;
                steps.push(Step::Move(at));
            }
            PathSegment::LineTo(to) => {
                at = spot(to)?;
                steps.push(Step::Line(at));
            }
            PathSegment::QuadTo(control, to) => {
                let (control, to) = (spot(control)?, spot(to)?);
                let third = |from: Spot| Spot {
                    x: from.x + (control.x - from.x) * 2 / 3,
                    y: from.y + (control.y - from.y) * 2 / 3,
                };
                steps.push(Step::Curve(third(at), third(to), to));
                at = to;
            }
            PathSegment::CubicTo(first, second, to) => {
                at = spot(to)?;
                steps.push(Step::Curve(spot(first)?, spot(second)?, at));
            }
            // Areas are closed by being filled.
            PathSegment::Close => {}
        }
    }
    Some(steps)
}

fn spot(point: Point) -> Option<Spot> {
    Some(Spot { x: thousandths(point.x)?, y: thousandths(point.y)? })
}

/// A number of the drawing in whole thousandths.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "the one place where the fractions of a drawing become whole numbers; the product of \
              two is exact to the last bit everywhere, and what is too large is refused"
)]
fn thousandths(value: f32) -> Option<i64> {
    let found = (f64::from(value) * 1000.0).round();
    let whole = found as i64;
    (found.is_finite() && whole.abs() <= MOST).then_some(whole)
}
