//! Font objects: each font in use as a subset, as a CID font with its own map from codes to glyphs,
//! widths and `ToUnicode` (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11).
//!
//! Which glyphs are needed is known before (`fonts`). Invariant: every code of a font has a glyph, a
//! width and characters; the subset holds those glyphs and `.notdef` alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use super::fonts::{Entry, Font, Fonts};
use super::images::Images;
use super::packing::{Key, Memory, Packed, each, key};
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
    file: &mut File<'_>,
    fonts: &Fonts<'_>,
    images: &Images,
) -> Result<Resources, PdfError> {
    let mut ids = BTreeMap::new();
    let mut names = Dictionary::new();
    let used: Vec<_> = fonts.used().collect();
    let programs = programs(file.memory, &used)?;
    for ((face, font), program) in used.into_iter().zip(programs) {
        let id = write_font(file, font, &program);
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

/// What the codes of a font say, packed: the subset, the way from codes to its glyphs and to
/// characters.
pub(super) struct Program {
    subset: Packed,
    /// Bytes of the subset.
    length: i64,
    /// Name of the font with the mark of the subset.
    base: String,
    glyphs: Packed,
    to_unicode: Packed,
}

impl Program {
    fn of(face: Face, font: &Font<'_>) -> Result<Self, PdfError> {
        let fault = |reason: String| PdfError::Font { face, reason };
        let mut remapper = subsetter::GlyphRemapper::new();
        let entries = font.entries.iter();
        let glyphs: Vec<u16> = entries.map(|entry| remapper.remap(entry.glyph)).collect();
        let subset = subsetter::subset(font.data, 0, &remapper);
        let subset = subset.map_err(|error| fault(error.to_string()))?;
        let name = font.postscript_name().ok_or_else(|| fault("it has no name".to_owned()))?;
        let glyphs = std::iter::once(0).chain(glyphs).flat_map(u16::to_be_bytes);
        Ok(Self {
            length: i64::try_from(subset.len()).unwrap_or(i64::MAX),
            base: format!("{}+{name}", subset_tag(&subset)),
            subset: Packed::of(&subset)?,
            glyphs: Packed::of(&glyphs.collect::<Vec<u8>>())?,
            to_unicode: Packed::of(to_unicode(&font.entries).as_bytes())?,
        })
    }
}

/// What all fonts in use say; those that no file needed of late are made side by side.
fn programs(
    memory: &mut Memory,
    fonts: &[(Face, &Font<'_>)],
) -> Result<Vec<Arc<Program>>, PdfError> {
    let keys = fonts.iter().map(|(face, font)| key("font", &(face, &font.entries)));
    let keys: Vec<Key> = keys.collect();
    let wanted = keys.iter().zip(fonts);
    let fresh = wanted.filter(|(key, _)| memory.programs.get(key).is_none());
    let fresh: Vec<_> = fresh.collect();
    let made = each(&fresh, |(_, (face, font))| Program::of(*face, font))?;
    for ((key, _), made) in fresh.into_iter().zip(made) {
        memory.programs.keep(*key, made);
    }
    Ok(keys.iter().filter_map(|key| memory.programs.get(key)).collect())
}

fn write_font(file: &mut File<'_>, font: &Font<'_>, program: &Program) -> ObjectId {
    let base = &program.base;
    let subset = program.subset.stream(dictionary! { "Length1" => program.length });
    let subset = file.add(subset);
    let descriptor = descriptor(font, base, subset);
    let descriptor = file.add(descriptor);
    let map = file.add(program.glyphs.stream(Dictionary::new()));
    let widths = font.entries.iter().map(|entry| Object::Integer(entry.width)).collect();
    let descendant = file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => units::name(base),
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
    let to_unicode = file.add(program.to_unicode.stream(Dictionary::new()));
    file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => units::name(base),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => Object::Reference(to_unicode),
    })
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
    // 32: characters of the Latin set; 64: italic; 2: serifs (ISO 32000-1, table 123).
    let italic = if face.is_italic() { 64 } else { 0 };
    let flags = 32 | italic | if font.has_serifs() { 2 } else { 0 };
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
