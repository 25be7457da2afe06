//! Font objects: each font in use as a subset, as a CID font with its own map from codes to glyphs,
//! widths and `ToUnicode` (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11).
//!
//! Which glyphs are needed is known before (`fonts`). Invariant: every code of a font has a glyph, a
//! width and characters; the subset holds those glyphs and `.notdef` alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use super::fonts::{Entry, Font, Fonts};
use super::images::Images;
use super::{File, PdfError, units};
use crate::document::Face;

/// What page content and appearances refer to.
pub(super) struct Resources {
    /// Resource dictionary shared by all pages.
    pub(super) dictionary: ObjectId,
    /// Font dictionaries by face.
    pub(super) fonts: BTreeMap<Face, ObjectId>,
}

/// The name of a font in resource dictionaries.
pub(super) fn resource_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "Regular",
        Face::Italic => "Italic",
        Face::Bold => "Semibold",
        Face::BoldItalic => "SemiboldItalic",
    }
}

/// Writes all fonts and bitmaps in use and the resource dictionary.
pub(super) fn resources(
    file: &mut File,
    fonts: &Fonts<'_>,
    images: &Images,
) -> Result<Resources, PdfError> {
    let mut ids = BTreeMap::new();
    let mut names = Dictionary::new();
    for (face, font) in fonts.used() {
        let id = write_font(file, face, font)?;
        names.set(resource_name(face), Object::Reference(id));
        ids.insert(face, id);
    }
    let mut dictionary = dictionary! { "Font" => names };
    let images = images.write(file)?;
    if !images.is_empty() {
        dictionary.set("XObject", images);
    }
    let dictionary = file.add(dictionary);
    Ok(Resources { dictionary, fonts: ids })
}

fn write_font(file: &mut File, face: Face, font: &Font<'_>) -> Result<ObjectId, PdfError> {
    let fault = |reason: String| PdfError::Font { face, reason };
    let mut remapper = subsetter::GlyphRemapper::new();
    let glyphs: Vec<u16> = font.entries.iter().map(|entry| remapper.remap(entry.glyph)).collect();
    let program =
        subsetter::subset(font.data, 0, &remapper).map_err(|error| fault(error.to_string()))?;
    let name = font.postscript_name().ok_or_else(|| fault("it has no name".to_owned()))?;
    let base = format!("{}+{name}", subset_tag(&program));

    let length = i64::try_from(program.len()).unwrap_or(i64::MAX);
    let program = file.add_stream(dictionary! { "Length1" => length }, program)?;
    let descriptor = descriptor(font, &base, program);
    let descriptor = file.add(descriptor);
    let map = std::iter::once(0).chain(glyphs).flat_map(u16::to_be_bytes).collect();
    let map = file.add_stream(Dictionary::new(), map)?;
    let widths = font.entries.iter().map(|entry| Object::Integer(entry.width)).collect();
    let descendant = file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => units::name(&base),
        "CIDSystemInfo" => dictionary! {
            "Registry" => units::text("Adobe"),
            "Ordering" => units::text("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => Object::Reference(descriptor),
        "DW" => font.width(0),
        "W" => vec![Object::Integer(1), Object::Array(widths)],
        "CIDToGIDMap" => Object::Reference(map),
    });
    let to_unicode = file.add_stream(Dictionary::new(), to_unicode(&font.entries).into_bytes())?;
    Ok(file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => units::name(&base),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => Object::Reference(to_unicode),
    }))
}

/// Six capital letters (ISO 32000-1, 9.6.4) that follow from the subset.
fn subset_tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn descriptor(font: &Font<'_>, name: &str, program: ObjectId) -> Dictionary {
    let face = &font.face;
    let bounds = face.global_bounding_box();
    let edges = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let scaled = |value: i16| font.scaled(i64::from(value));
    // 32: characters of the Latin set; 64: italic (ISO 32000-1, table 123).
    let flags = if face.is_italic() { 32 | 64 } else { 32 };
    // No table of the font gives the stem; this is the usual estimate from its weight.
    let weight = i64::from(face.weight().to_number());
    let stem = 50 + units::divide(weight * weight, 65 * 65);
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => units::name(name),
        "Flags" => flags,
        "FontBBox" => edges.map(|edge| Object::Integer(scaled(edge))).to_vec(),
        "ItalicAngle" => Object::Real(face.italic_angle()),
        "Ascent" => scaled(face.ascender()),
        "Descent" => scaled(face.descender()),
        "CapHeight" => scaled(face.capital_height().unwrap_or_else(|| face.ascender())),
        "StemV" => stem,
        "FontFile2" => Object::Reference(program),
    }
}

/// The map from codes to characters (ISO 32000-1, 9.10.3), at most 100 lines in a block.
fn to_unicode(entries: &[Entry]) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for (block, entries) in entries.chunks(100).enumerate() {
        let _ = writeln!(map, "{} beginbfchar", entries.len());
        for (offset, entry) in entries.iter().enumerate() {
            let _ = write!(map, "<{:04X}> <", block * 100 + offset + 1);
            for unit in entry.text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
