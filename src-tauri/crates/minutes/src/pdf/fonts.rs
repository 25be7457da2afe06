//! The fonts in use: which glyphs a file needs, and under which code each of them is written.
//!
//! A code stands for a glyph *together with the characters it means here*: the hyphen of
//! "Kreis-Mettmann" and the one at the end of a line are one glyph with two codes. So every code has
//! one entry in `ToUnicode` (ISO 19005-3, 6.2.11.7.2). It writes no object; that is `embed`.
//! Invariant: codes are given in order of first use, those of the signature text before all others.

use std::collections::BTreeMap;

use rustybuzz::ttf_parser::{self, GlyphId};

use super::{FontFiles, PdfError, units};
use crate::document::Face;

/// The fonts of one file.
pub(super) struct Fonts<'a> {
    files: FontFiles<'a>,
    used: BTreeMap<Face, Font<'a>>,
}

/// A font in use.
pub(super) struct Font<'a> {
    pub(super) data: &'a [u8],
    pub(super) face: ttf_parser::Face<'a>,
    /// By glyph: what it means, and the code for that.
    codes: Vec<Vec<(String, u16)>>,
    /// What the codes stand for; code 1 is the first.
    pub(super) entries: Vec<Entry>,
}

/// What a code stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    /// Index in the font file.
    pub(super) glyph: u16,
    /// The characters it means; never empty.
    pub(super) text: String,
    /// Advance in 1/1000 em.
    pub(super) width: i64,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(files: FontFiles<'a>) -> Self {
        Self { files, used: BTreeMap::new() }
    }

    /// A font, opened at its first use.
    pub(super) fn face(&mut self, face: Face) -> Result<&mut Font<'a>, PdfError> {
        let data = self.files.face(face);
        match self.used.entry(face) {
            std::collections::btree_map::Entry::Occupied(found) => Ok(found.into_mut()),
            std::collections::btree_map::Entry::Vacant(free) => {
                Ok(free.insert(Font::open(face, data)?))
            }
        }
    }

    /// All fonts in use.
    pub(super) fn used(&self) -> impl Iterator<Item = (Face, &Font<'a>)> {
        self.used.iter().map(|(face, font)| (*face, font))
    }

    /// Gives codes to all characters that the box of a signature may need later: printable Latin
    /// letters with their accents, digits, punctuation. A signature is an increment to a file that
    /// is not touched again, so they have to be there before.
    pub(super) fn reserve_signature_text(&mut self) -> Result<(), PdfError> {
        for face in [Face::Regular, Face::Bold] {
            let font = self.face(face)?;
            for character in signature_characters() {
                if let Some(glyph) = font.face.glyph_index(character) {
                    font.code(face, glyph.0, character.encode_utf8(&mut [0; 4]))?;
                }
            }
        }
        Ok(())
    }
}

/// ASCII, Latin-1 letters and signs, Latin Extended-A, and the punctuation of German text.
fn signature_characters() -> impl Iterator<Item = char> {
    let ascii = ' '..='~';
    let latin = '\u{a1}'..='\u{17f}';
    let printed = latin.filter(|character| *character != '\u{ad}');
    ascii.chain(printed).chain("–—‘’‚“”„†•…‹›€−".chars())
}

impl<'a> Font<'a> {
    fn open(face: Face, data: &'a [u8]) -> Result<Self, PdfError> {
        let fault = |reason: &str| PdfError::Font { face, reason: reason.to_owned() };
        let parsed = ttf_parser::Face::parse(data, 0).map_err(|error| fault(&error.to_string()))?;
        if parsed.tables().glyf.is_none() {
            return Err(fault("it has no TrueType outlines"));
        }
        if !parsed.is_subsetting_allowed() || !parsed.is_outline_embedding_allowed() {
            return Err(fault("its licence bits forbid embedding"));
        }
        let codes = vec![Vec::new(); usize::from(parsed.number_of_glyphs())];
        Ok(Self { data, face: parsed, codes, entries: Vec::new() })
    }

    /// The code of a glyph with its meaning; a new one at its first use. An empty text means the
    /// rest of a cluster, which `content` covers with `ActualText`.
    pub(super) fn code(&mut self, face: Face, glyph: u16, text: &str) -> Result<u16, PdfError> {
        let mut known = self.codes.get(usize::from(glyph)).into_iter().flatten();
        if let Some((_, code)) = known.find(|(known, _)| known == text) {
            return Ok(*code);
        }
        let slot = self.codes.get_mut(usize::from(glyph)).filter(|_| glyph != 0);
        let slot = slot.ok_or(PdfError::Glyph { face, glyph })?;
        let code = u16::try_from(self.entries.len() + 1)
            .map_err(|_| PdfError::Font { face, reason: "more than 65535 codes".to_owned() })?;
        slot.push((text.to_owned(), code));
        let written = if text.is_empty() { self.own_character(glyph) } else { text.to_owned() };
        self.entries.push(Entry { glyph, text: written, width: self.width(glyph) });
        Ok(code)
    }

    /// The code of a character, if one was given to it before.
    pub(super) fn known_code(&self, character: char) -> Option<u16> {
        let glyph = self.face.glyph_index(character)?.0;
        let mut bytes = [0; 4];
        let text: &str = character.encode_utf8(&mut bytes);
        let codes = self.codes.get(usize::from(glyph))?;
        let (_, code) = codes.iter().find(|(known, _)| known == text)?;
        Some(*code)
    }

    /// The advance of a code in 1/1000 em.
    pub(super) fn code_width(&self, code: u16) -> i64 {
        let entry = usize::from(code).checked_sub(1).and_then(|at| self.entries.get(at));
        entry.map_or(0, |entry| entry.width)
    }

    /// The advance of a glyph in 1/1000 em.
    pub(super) fn width(&self, glyph: u16) -> i64 {
        let advance = self.face.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        self.scaled(i64::from(advance))
    }

    /// Font units as 1/1000 em.
    pub(super) fn scaled(&self, units: i64) -> i64 {
        units::divide(units * 1000, i64::from(self.face.units_per_em().max(1)))
    }

    /// Whether its letters have serifs (`OS/2` table, Latin text of the classes 2 to 10 in PANOSE).
    pub(super) fn has_serifs(&self) -> bool {
        let table = self.face.raw_face().table(ttf_parser::Tag::from_bytes(b"OS/2"));
        let class = table.and_then(|table| table.get(32..34));
        matches!(class, Some([2, 2..=10]))
    }

    /// The name that the font gives itself for PostScript (`name` table, 6).
    pub(super) fn postscript_name(&self) -> Option<String> {
        let names = self.face.names();
        let usable = |name: &String| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        names
            .into_iter()
            .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
            .filter_map(|name| name.to_string())
            .find(usable)
    }

    /// The first character that the font itself maps to a glyph.
    fn own_character(&self, glyph: u16) -> String {
        let subtables = self.face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
        let mut lowest: Option<char> = None;
        for subtable in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            subtable.codepoints(|code| {
                let hit = subtable.glyph_index(code) == Some(GlyphId(glyph));
                if let (true, Some(found)) = (hit, char::from_u32(code)) {
                    lowest = Some(lowest.map_or(found, |old| old.min(found)));
                }
            });
        }
        lowest.unwrap_or(char::REPLACEMENT_CHARACTER).to_string()
    }
}
