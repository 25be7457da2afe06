//! Fonts: embedded, subset, every code that is shown with a glyph, a width that the font program
//! confirms, and characters that it stands for (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21).
//!
//! It understands composite TrueType fonts with Identity-H alone; any other font is a finding.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};
use rustybuzz::ttf_parser::{Face, GlyphId};

use super::content::{Reader, Value};
use super::file::{File, thousandths, utf16};
use super::pages::{Drawn, Used};
use super::{Findings, Place, Rule, rules};

pub(super) fn check(file: &File<'_>, drawn: &Drawn, found: &mut Findings) {
    let unused = Used::default();
    for (id, object) in &file.document.objects {
        let Ok(font) = object.as_dict() else { continue };
        let used = drawn.fonts.get(id);
        let kind = file.name(font, "Subtype");
        let is_font = file.name(font, "Type") == "Font" && !kind.starts_with("CIDFont");
        if used.is_some() || is_font {
            Judge { file, font, found }.check(used.unwrap_or(&unused));
        }
    }
}

struct Judge<'j, 'a> {
    file: &'j File<'a>,
    font: &'a Dictionary,
    found: &'j mut Findings,
}

impl<'a> Judge<'_, 'a> {
    fn say(&mut self, rule: &'static Rule, page: Option<usize>, detail: impl Into<String>) {
        let name = self.file.name(self.font, "BaseFont");
        self.found.add(rule, Place::named(format!("Schrift {name}")).on(page), detail);
    }

    fn check(&mut self, used: &Used) {
        let file = self.file;
        let font = self.font;
        let encoding = (file.name(font, "Subtype"), file.name(font, "Encoding"));
        if encoding != ("Type0", "Identity-H") {
            return self.say(rules::FONT, None, format!("{encoding:?}"));
        }
        self.unicode(used);
        let inner = file.array(font, "DescendantFonts");
        let [inner] = inner else { return self.say(rules::FONT, None, "DescendantFonts") };
        let Some(inner) = file.as_dict(inner) else {
            return self.say(rules::FONT, None, "DescendantFonts");
        };
        if file.name(inner, "Subtype") != "CIDFontType2" {
            self.say(rules::FONT, None, file.name(inner, "Subtype"));
        }
        if file.dict(inner, "CIDSystemInfo").is_none() {
            self.say(rules::FONT, None, "CIDSystemInfo");
        }
        let Some(descriptor) = file.dict(inner, "FontDescriptor") else {
            return self.say(rules::EMBEDDED, None, "FontDescriptor");
        };
        if descriptor.has(b"CIDSet") {
            self.say(rules::FONT, None, "CIDSet");
        }
        self.names(inner, descriptor);
        let glyphs = self.glyphs(inner);
        let Some(program) = file.stream(descriptor, "FontFile2") else {
            return self.say(rules::EMBEDDED, None, "FontFile2");
        };
        let data = program.get_plain_content().unwrap_or_default();
        if file.integer(&program.dict, "Length1") != i64::try_from(data.len()).ok() {
            self.say(rules::EMBEDDED, None, "Length1");
        }
        match Face::parse(&data, 0) {
            Ok(face) if face.tables().glyf.is_some() => {
                if let Some(glyphs) = glyphs {
                    self.metrics(inner, used, &face, &glyphs);
                }
            }
            Ok(_) => self.say(rules::EMBEDDED, None, "no outlines"),
            Err(fault) => self.say(rules::EMBEDDED, None, fault.to_string()),
        }
    }

    /// Six capital letters before a name that is the same everywhere.
    fn names(&mut self, inner: &Dictionary, descriptor: &Dictionary) {
        let name = self.file.name(self.font, "BaseFont");
        let others = [self.file.name(inner, "BaseFont"), self.file.name(descriptor, "FontName")];
        let tagged = name.split_once('+').is_some_and(|(tag, rest)| {
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()) && !rest.is_empty()
        });
        if !tagged || others != [name, name] {
            self.say(rules::SUBSET, None, others.join(", "));
        }
    }

    /// What leads from codes to glyphs.
    fn glyphs(&mut self, inner: &'a Dictionary) -> Option<Glyphs> {
        match self.file.get(inner, "CIDToGIDMap") {
            Some(Object::Name(name)) if name == b"Identity" => Some(Glyphs::Same),
            Some(Object::Stream(map)) => {
                let data = map.get_plain_content().unwrap_or_default();
                let pairs = data.chunks_exact(2);
                let glyph =
                    |pair: &[u8]| pair.iter().fold(0, |g, byte| (g << 8) | u16::from(*byte));
                Some(Glyphs::Map(pairs.map(glyph).collect()))
            }
            _ => {
                self.say(rules::CID_MAP, None, "");
                None
            }
        }
    }

    /// Each code has a glyph, and a width that differs by no more than 1/1000 em.
    fn metrics(&mut self, inner: &'a Dictionary, used: &Used, face: &Face<'_>, glyphs: &Glyphs) {
        let widths = self.widths(inner);
        let default = self.file.get(inner, "DW").and_then(thousandths).unwrap_or(1_000_000);
        let scale = i64::from(face.units_per_em().max(1));
        for (code, page) in &used.codes {
            let glyph = glyphs.of(*code);
            let advance = face.glyph_hor_advance(GlyphId(glyph)).filter(|_| glyph != 0);
            let Some(advance) = advance else {
                self.say(rules::NOTDEF, Some(*page), format!("code {code}, glyph {glyph}"));
                continue;
            };
            let real = i64::from(advance) * 1_000_000 / scale;
            let said = widths.get(code).copied().unwrap_or(default);
            if (said - real).abs() > 1000 {
                self.say(rules::WIDTH, Some(*page), format!("code {code}: {said} for {real}"));
            }
        }
    }

    /// Widths by code, in thousandths (ISO 32000-1, 9.7.4.3).
    fn widths(&self, inner: &'a Dictionary) -> BTreeMap<u16, i64> {
        let mut widths = BTreeMap::new();
        let mut rest = self.file.array(inner, "W");
        let code = |object: &Object| object.as_i64().ok().and_then(|code| u16::try_from(code).ok());
        while let [first, second, behind @ ..] = rest {
            let Some(first) = code(first) else { break };
            if let Some(Object::Array(all)) = self.file.resolve(second) {
                widths.extend((first..=u16::MAX).zip(all.iter().filter_map(thousandths)));
                rest = behind;
            } else {
                let ([width, after @ ..], Some(last)) = (behind, code(second)) else { break };
                widths.extend(
                    (first..=last)
                        .zip(std::iter::repeat(thousandths(width)))
                        .filter_map(|(code, width)| Some((code, width?))),
                );
                rest = after;
            }
        }
        widths
    }

    fn unicode(&mut self, used: &Used) {
        let Some(map) = self.file.stream(self.font, "ToUnicode") else {
            return self.say(rules::UNICODE, None, "ToUnicode");
        };
        let data = map.get_plain_content().unwrap_or_default();
        let Some(known) = meanings(&data) else {
            return self.say(rules::UNICODE, None, "ToUnicode is not readable");
        };
        for (code, page) in &used.codes {
            let text = known.get(code).map_or("", String::as_str);
            let odd =
                |c: char| matches!(c, '\0' | '\u{feff}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}');
            if text.is_empty() || text.contains(odd) {
                self.say(rules::UNICODE, Some(*page), format!("code {code} means {text:?}"));
            }
        }
    }
}

enum Glyphs {
    Same,
    Map(Vec<u16>),
}

impl Glyphs {
    fn of(&self, code: u16) -> u16 {
        match self {
            Self::Same => code,
            Self::Map(map) => map.get(usize::from(code)).copied().unwrap_or(0),
        }
    }
}

/// Characters by code (ISO 32000-1, 9.10.3); nothing where the map cannot be read.
fn meanings(map: &[u8]) -> Option<BTreeMap<u16, String>> {
    let mut known = BTreeMap::new();
    let mut reader = Reader::new(map);
    let number = |value: &Value<'_>| match value {
        Value::String(bytes) if bytes.len() == 2 => {
            Some(bytes.iter().fold(0_u16, |code, byte| (code << 8) | u16::from(*byte)))
        }
        _ => None,
    };
    while let Some(operator) = reader.next() {
        match operator.ok()? {
            "endbfchar" => {
                for pair in reader.operands.chunks_exact(2) {
                    let [code, Value::String(text)] = pair else { return None };
                    known.insert(number(code)?, utf16(text));
                }
            }
            "endbfrange" => {
                for row in reader.operands.chunks_exact(3) {
                    let [low, high, Value::String(text)] = row else { return None };
                    let (low, high) = (number(low)?, number(high)?);
                    let first =
                        text.iter().fold(0_u32, |unit, byte| (unit << 8) | u32::from(*byte));
                    for (unit, code) in (first..).zip(low..=high) {
                        known.insert(code, char::from_u32(unit)?.to_string());
                    }
                }
            }
            _ => {}
        }
    }
    Some(known)
}
