//! What a signature field shows before it is signed: its frame and the words that say so
//! (ISO 32000-1, 12.5.5; ISO 19005-3, 6.3.3).
//!
//! What a signed field shows is made when it is signed. Invariant: only codes that the fonts gave out
//! before are used, so the subsets stay complete.

use lopdf::content::{Content, Operation};
use lopdf::{Object, ObjectId, StringFormat, dictionary};

use super::embed::{Resources, resource_name};
use super::fonts::Fonts;
use super::{File, PdfError, units};
use crate::document::Face;
use crate::frame::{Field, Mpt};

/// The words in the frame.
const UNSIGNED: &str = "Signaturfeld – noch nicht unterzeichnet";
/// Thickness of the frame.
const LINE: Mpt = Mpt(600);
/// 3 mm from the left edge.
const LEFT: Mpt = Mpt(8504);
/// 2.4 mm from the upper edge, and 0.8 em to the baseline.
const BASELINE: Mpt = Mpt(6803 + 6800);
/// Size of the words.
const SIZE: Mpt = Mpt(8500);

/// Writes the normal appearance of an unsigned field.
pub(super) fn unsigned(
    file: &mut File<'_>,
    field: &Field,
    fonts: &Fonts<'_>,
    resources: &Resources,
) -> Result<ObjectId, PdfError> {
    let face = Face::Regular;
    // The frame as the area between two rectangles: a stroked line on the edge of the box would be
    // moved and cut off by some viewers.
    let outer = [0, 0, field.width.0, field.height.0];
    let inner = [LINE.0, LINE.0, field.width.0 - 2 * LINE.0, field.height.0 - 2 * LINE.0];
    let edges = |edges: [i64; 4]| edges.map(|edge| units::length(Mpt(edge))).to_vec();
    let operation = Operation::new;
    let mut operations =
        vec![operation("re", edges(outer)), operation("re", edges(inner)), operation("f*", vec![])];
    let codes = codes(fonts, face);
    if !codes.is_empty() {
        let baseline = units::length(Mpt(field.height.0 - BASELINE.0));
        let font = units::name(resource_name(face));
        operations.extend([
            operation("BT", vec![]),
            operation("Tf", vec![font, units::length(SIZE)]),
            operation("Td", vec![units::length(LEFT), baseline]),
            operation("Tj", vec![Object::String(codes, StringFormat::Hexadecimal)]),
            operation("ET", vec![]),
        ]);
    }
    let content = Content { operations };
    let content = content.encode().map_err(|error| PdfError::Write(error.to_string()))?;
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), units::length(field.width), units::length(field.height)],
        "Resources" => Object::Reference(resources.dictionary),
    };
    file.add_stream(form, &content)
}

/// The words in the codes of a font; a character without one is left out.
fn codes(fonts: &Fonts<'_>, face: Face) -> Vec<u8> {
    let font = fonts.used().find(|(used, _)| *used == face).map(|(_, font)| font);
    let known = |character| font.and_then(|font| font.known_code(character));
    UNSIGNED.chars().filter_map(known).flat_map(u16::to_be_bytes).collect()
}
