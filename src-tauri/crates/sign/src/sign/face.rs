//! An embedded font, as far as a signature field needs it: which code shows a character, and how
//! wide it is. Only what the file already has is used: no font is ever added (PDF/A-3, 6.2.11).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object};

use super::source::Source;
use crate::error::SignError;

/// Largest map of characters that is read, in bytes.
const MAP_LIMIT: usize = 4 << 20;
/// What stands for a character without a glyph, the first that the font has.
const REPLACEMENTS: [char; 3] = ['\u{FFFD}', '\u{25A1}', '?'];

/// A font with two-byte codes (ISO 32000-1, 9.7).
pub(super) struct Face {
    codes: BTreeMap<char, u16>,
    /// Widths in thousandths of the size.
    widths: BTreeMap<u16, i64>,
    default_width: i64,
    replacement: char,
}

impl Face {
    /// Reads a composite font of the file.
    pub(super) fn read(source: &Source<'_>, font: &Dictionary) -> Result<Self, SignError> {
        let unreadable = || SignError::unsupported("a font of the signature fields");
        let map = source.value(font, b"ToUnicode").and_then(|map| map.as_stream().ok());
        let map = map.ok_or_else(unreadable)?;
        let map = map.get_plain_content_with_limit(MAP_LIMIT).map_err(|_| unreadable())?;
        let codes = codes(&map);
        let below = source.value(font, b"DescendantFonts").and_then(|all| all.as_array().ok());
        let below = below.and_then(|all| source.resolve(all.first()?)?.as_dict().ok());
        let below = below.ok_or_else(unreadable)?;
        let replacement = REPLACEMENTS.into_iter().find(|one| codes.contains_key(one));
        let replacement = replacement.ok_or_else(unreadable)?;
        let default_width = source.value(below, b"DW").and_then(|width| width.as_i64().ok());
        let widths = source.value(below, b"W").and_then(|widths| widths.as_array().ok());
        let widths = widths.map(|all| read_widths(source, all)).unwrap_or_default();
        Ok(Self { codes, widths, default_width: default_width.unwrap_or(1000), replacement })
    }

    /// The text with every character that has no glyph replaced.
    pub(super) fn showable(&self, text: &str) -> String {
        let show = |one| if self.codes.contains_key(&one) { one } else { self.replacement };
        text.chars().map(show).collect()
    }

    /// Width of the text in thousandths of a point, the size in the same unit.
    pub(super) fn width(&self, text: &str, size: i64) -> i64 {
        let width = |code| self.widths.get(&code).copied().unwrap_or(self.default_width);
        let sum = self.text_codes(text).fold(0_i64, |sum, code| sum.saturating_add(width(code)));
        sum.saturating_mul(size) / 1000
    }

    /// The text as a hexadecimal string of its codes.
    pub(super) fn encode(&self, text: &str) -> String {
        self.text_codes(text).fold(String::new(), |mut out, code| {
            // Writing to a string cannot fail.
            let _ = write!(out, "{code:04X}");
            out
        })
    }

    fn text_codes<'t>(&'t self, text: &'t str) -> impl Iterator<Item = u16> + 't {
        text.chars().filter_map(|one| self.codes.get(&one).copied())
    }
}

/// The lowest code of each single character (ISO 32000-1, 9.10.3).
fn codes(map: &[u8]) -> BTreeMap<char, u16> {
    let mut codes = BTreeMap::new();
    let mut add = |character: Option<char>, code: Option<u16>| {
        if let Some((character, code)) = character.zip(code) {
            codes
                .entry(character)
                .and_modify(|old: &mut u16| *old = code.min(*old))
                .or_insert(code);
        }
    };
    let text = String::from_utf8_lossy(map).replace(['<', '>'], " ");
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next() {
        match word {
            "beginbfchar" => {
                while let Some(code) = words.next().filter(|word| *word != "endbfchar") {
                    add(words.next().and_then(character), hex(code));
                }
            }
            "beginbfrange" => {
                while let Some(low) = words.next().filter(|word| *word != "endbfrange") {
                    let high = words.next().and_then(hex).unwrap_or(0);
                    let start = words.next().and_then(character).map(u32::from);
                    let low = hex(low).unwrap_or(u16::MAX);
                    for (step, code) in (low..=high).enumerate() {
                        let step = u32::try_from(step).ok();
                        let value =
                            start.zip(step).and_then(|(start, step)| start.checked_add(step));
                        add(value.and_then(char::from_u32), Some(code));
                    }
                }
            }
            _ => {}
        }
    }
    codes
}

fn hex(word: &str) -> Option<u16> {
    u16::from_str_radix(word, 16).ok()
}

/// A destination that is exactly one character; ligatures and arrays are left aside.
fn character(word: &str) -> Option<char> {
    let units: Option<Vec<u16>> =
        word.as_bytes().chunks(4).map(|part| hex(std::str::from_utf8(part).ok()?)).collect();
    let mut read = char::decode_utf16(units?);
    let first = read.next()?.ok()?;
    read.next().is_none().then_some(first)
}

/// Both forms of `W` (ISO 32000-1, 9.7.4.3).
fn read_widths(source: &Source<'_>, all: &[Object]) -> BTreeMap<u16, i64> {
    let mut widths = BTreeMap::new();
    let mut rest = all;
    while let [first, second, after @ ..] = rest {
        let Some(first) = code(first) else { break };
        if let Some(Ok(listed)) = source.resolve(second).map(Object::as_array) {
            let values = listed.iter().map(|width| width.as_i64().unwrap_or(0));
            widths.extend((first..=u16::MAX).zip(values));
            rest = after;
        } else if let ([width, after @ ..], Some(last)) = (after, code(second)) {
            let width = width.as_i64().unwrap_or(0);
            widths.extend((first..=last).map(|code| (code, width)));
            rest = after;
        } else {
            break;
        }
    }
    widths
}

fn code(object: &Object) -> Option<u16> {
    u16::try_from(object.as_i64().ok()?).ok()
}
