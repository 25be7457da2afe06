//! From characters to glyphs with their widths, one word at a time.
//!
//! It knows nothing of lines. The same word in the same face and size is shaped once; a missing
//! glyph never stays unseen: a substitute takes its place and the character is remembered.

use std::sync::Arc;

use rustybuzz::{Direction, UnicodeBuffer};

use super::font::{Fonts, language};
use super::memory::Memory;
use super::units::scale;
use crate::document::Face;

/// Face, size and figures of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub(super) face: Face,
    pub(super) size: i64,
    pub(super) tabular: bool,
}

/// A shaped glyph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) id: u16,
    /// Bytes of its characters in what the word shows; the rest of a cluster has none.
    pub(super) shown: usize,
    pub(super) advance: i64,
    /// Byte in the word at which its characters begin.
    pub(super) start: usize,
    /// The character that no font has.
    pub(super) missing: Option<char>,
}

/// A shaped word.
#[derive(Debug, Default)]
pub(super) struct Word {
    pub(super) signs: Vec<Sign>,
    /// Its characters, with substitutes for those that no font has.
    shown: String,
    pub(super) width: i64,
    /// Whether a glyph is missing.
    pub(super) lacking: bool,
}

/// Longer words are rare enough to be shaped again.
const REMEMBERED: usize = 80;

/// Shapes words and remembers them.
pub(super) struct Shaper<'f> {
    fonts: &'f Fonts<'f>,
    pub(super) memory: Memory,
    buffer: Option<UnicodeBuffer>,
    missing: Vec<char>,
}

impl<'f> Shaper<'f> {
    pub(super) fn new(fonts: &'f Fonts<'f>) -> Self {
        Self { fonts, memory: fonts.borrow_memory(), buffer: None, missing: Vec::new() }
    }

    /// Characters without a glyph, in the order in which they were met.
    pub(super) fn into_missing(self) -> Vec<char> {
        self.fonts.return_memory(self.memory);
        self.missing
    }

    /// Does something and gives the characters that were missing then.
    pub(super) fn watched<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> (T, Vec<char>) {
        let before = core::mem::take(&mut self.missing);
        let done = work(self);
        let own = core::mem::replace(&mut self.missing, before);
        self.miss(&own);
        (done, own)
    }

    /// Remembers characters without a glyph.
    pub(super) fn miss(&mut self, signs: &[char]) {
        for sign in signs {
            if !self.missing.contains(sign) {
                self.missing.push(*sign);
            }
        }
    }

    pub(super) fn word(&mut self, text: &str, look: Look) -> Arc<Word> {
        if let Some(word) = self.memory.word(look, text) {
            self.note(&word);
            return word;
        }
        let word = Arc::new(self.shape(text, look));
        self.note(&word);
        if text.len() > REMEMBERED {
            return word;
        }
        self.memory.keep_word(look, text, &word);
        word
    }

    /// Remembers what a word lacks.
    fn note(&mut self, word: &Word) {
        if !word.lacking {
            return;
        }
        let missing: Vec<char> = word.signs.iter().filter_map(|sign| sign.missing).collect();
        self.miss(&missing);
    }

    fn shape(&mut self, text: &str, look: Look) -> Word {
        let cut = self.fonts.cut(look.face);
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        if let Some(language) = language() {
            buffer.set_language(language);
        }
        buffer.push_str(text);
        let plan = if look.tabular { &cut.tabular } else { &cut.plain };
        let shaped = rustybuzz::shape_with_plan(&cut.face, plan, buffer);
        let mut raw: Vec<(u16, i64, usize)> = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let start = usize::try_from(info.cluster).unwrap_or(usize::MAX);
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            raw.push((id, i64::from(position.x_advance), start));
        }
        self.buffer = Some(shaped.clear());
        self.signs(text, &raw, look)
    }

    fn signs(&self, text: &str, raw: &[(u16, i64, usize)], look: Look) -> Word {
        let cut = self.fonts.cut(look.face);
        let mut word = Word::default();
        let mut clusters = raw.chunk_by(|left, right| left.2 == right.2).peekable();
        while let Some(cluster) = clusters.next() {
            let start = cluster.first().map_or(0, |glyph| glyph.2);
            let next = clusters.peek().and_then(|next| next.first());
            let text =
                text.get(start..next.map_or(text.len(), |glyph| glyph.2)).unwrap_or_default();
            if cluster.iter().all(|glyph| glyph.0 != 0) {
                for (at, &(id, advance, start)) in cluster.iter().enumerate() {
                    let advance = scale(advance, look.size, cut.upem);
                    let shown = if at == 0 { text } else { "" };
                    word.push(shown, Sign { id, shown: 0, advance, start, missing: None });
                }
                continue;
            }
            // Letters that the font has stay; what it lacks gets the substitute.
            for (offset, sign) in text.char_indices() {
                let own = cut.face.glyph_index(sign).map(|glyph| glyph.0);
                let lacking = own.is_none();
                word.lacking |= lacking;
                let (id, shown) = own.map_or(cut.substitute, |id| (id, sign));
                let units = cut.face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id));
                let advance = scale(i64::from(units.unwrap_or(0)), look.size, cut.upem);
                let missing = lacking.then_some(sign);
                let start = start + offset;
                let made = Sign { id, shown: 0, advance, start, missing };
                word.push(shown.encode_utf8(&mut [0; 4]), made);
            }
        }
        word
    }
}

impl Word {
    fn push(&mut self, shown: &str, sign: Sign) {
        self.width += sign.advance;
        self.shown.push_str(shown);
        self.signs.push(Sign { shown: shown.len(), ..sign });
    }

    /// Each sign with its characters.
    pub(super) fn signs(&self) -> impl Iterator<Item = (Sign, &str)> {
        let mut rest = self.shown.as_str();
        self.signs.iter().map(move |sign| {
            let (own, later) = rest.split_at_checked(sign.shown).unwrap_or((rest, ""));
            rest = later;
            (*sign, own)
        })
    }
}
