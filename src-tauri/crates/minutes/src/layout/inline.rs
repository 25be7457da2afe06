//! From spans of text to lines: measuring and choosing the breaks.
//!
//! A line is placed by others; here every x counts from the left edge of the column and the baseline
//! is zero. Every character of the spans stands on exactly one line, spaces at line ends included.

use std::sync::Arc;

use super::breaks::{HYPHEN, JOINT, Point, short_last, total_fit, widest_gap};
use super::glue::{Place, address_places, places};
use super::hyphen::{Names, points};
use super::line::{Builder, Line};
use super::memory::{Set, Text};
use super::shape::{Look, Shaper, Word};
use crate::document::Face;
use crate::frame::Owner;

/// With smaller gaps than this (thousandths of the column) no hyphen is looked for.
const PRETOLERANCE: i64 = 120;
const BOUND: i64 = 200_000;
const CHOPPED: i64 = 1_000_000;

/// Size and manners of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Style {
    pub(super) size: i64,
    pub(super) leading: i64,
    pub(super) tabular: bool,
    pub(super) hyphens: bool,
}

impl Style {
    pub(super) const fn new(size: i64, leading: i64) -> Self {
        Self { size, leading, tabular: false, hyphens: false }
    }

    pub(super) const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    pub(super) const fn hyphens(self) -> Self {
        Self { hyphens: true, ..self }
    }
}

/// A piece of text with one face and one owner.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) face: Face,
    pub(super) underline: bool,
    pub(super) owner: Owner,
    /// Index of the link it is part of.
    pub(super) link: Option<usize>,
    /// Whether the text is a web address.
    pub(super) address: bool,
    /// Not parted as long as it fits on a line.
    pub(super) whole: bool,
    /// Index of the note whose mark this is.
    pub(super) note: Option<usize>,
}

impl Span {
    /// Text without control characters and invisible signs; white space becomes a space.
    pub(super) fn new(text: &str, face: Face, owner: Owner) -> Self {
        let text = clean(text);
        let (underline, link, address, whole, note) = (false, None, false, false, None);
        Self { text, face, underline, owner, link, address, whole, note }
    }
}

/// What is printed of a text.
pub(super) fn clean(text: &str) -> String {
    let sign = |sign: char| match sign {
        '\u{2007}' | '\u{202f}' | '\u{a0}' => Some('\u{a0}'),
        _ if sign.is_whitespace() => Some(' '),
        _ if sign.is_control() || invisible(sign) => None,
        _ => Some(sign),
    };
    text.chars().filter_map(sign).collect()
}

/// Marks of direction, joiners, variation selectors, tags: nothing that could be seen.
fn invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// A word or a space inside one span.
struct Atom {
    start: usize,
    end: usize,
    span: usize,
    space: bool,
    word: Arc<Word>,
}

/// A place to break with what it costs.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    at: usize,
    penalty: i64,
    /// A hyphen is set here.
    set: bool,
    /// The line ends with a hyphen, set or part of the word.
    hyphen: bool,
}

/// Sets spans into lines of a column.
pub(super) fn lines(
    shaper: &mut Shaper<'_>,
    names: &Names,
    spans: &[Span],
    style: Style,
    width: i64,
) -> Vec<Line> {
    let key = Text::new(spans, style, width, names);
    let set = shaper.memory.text(&key).inspect(|set| shaper.miss(&set.missing));
    let set = set.unwrap_or_else(|| {
        let (lines, missing) = shaper.watched(|shaper| broken(shaper, names, spans, style, width));
        let set = Set { lines: lines.into(), missing: missing.into() };
        shaper.memory.keep_text(key, set.clone());
        set
    });
    set.lines.iter().map(|line| line.owned(spans)).collect()
}

fn broken(
    shaper: &mut Shaper<'_>,
    names: &Names,
    spans: &[Span],
    style: Style,
    width: i64,
) -> Vec<Line> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    if text.is_empty() {
        return Vec::new();
    }
    let mut setter = Setter { shaper, spans, style, text, atoms: Vec::new() };
    setter.atoms = setter.measure(width);
    let chosen = setter.choose(names, width.max(1));
    setter.compose(&chosen)
}

struct Setter<'s, 'f> {
    shaper: &'s mut Shaper<'f>,
    spans: &'s [Span],
    style: Style,
    text: String,
    atoms: Vec<Atom>,
}

impl Setter<'_, '_> {
    fn shape(&mut self, span: usize, text: &str) -> Arc<Word> {
        let face = self.spans.get(span).map_or(Face::Regular, |span| span.face);
        self.shaper.word(text, Look { face, size: self.style.size, tabular: self.style.tabular })
    }

    fn measure(&mut self, width: i64) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let mut start = 0;
        for (span, content) in self.spans.iter().enumerate() {
            for part in content.text.split_inclusive([' ', '\u{a0}', '\u{ad}']) {
                let word = part.trim_end_matches([' ', '\u{a0}', '\u{ad}']);
                if !word.is_empty() {
                    self.word_atoms(&mut atoms, span, start, word, width);
                }
                let (from, end) = (start + word.len(), start + part.len());
                if from < end {
                    let soft = part.ends_with('\u{ad}');
                    let shaped = self.shape(span, if soft { "" } else { " " });
                    atoms.push(Atom { start: from, end, span, space: !soft, word: shaped });
                }
                start = end;
            }
        }
        atoms
    }

    /// One atom; a word much wider than the column is cut so that nothing grows with its square.
    fn word_atoms(
        &mut self,
        atoms: &mut Vec<Atom>,
        span: usize,
        start: usize,
        word: &str,
        width: i64,
    ) {
        let mut rest = word;
        let mut start = start;
        while !rest.is_empty() {
            let (probe, all) = probe(rest, width, self.style.size);
            let shaped = self.shape(span, probe);
            let address = self.spans.get(span).is_some_and(|span| span.address);
            if all && shaped.width <= width.saturating_mul(if address { 6 } else { 3 }) {
                let end = start + rest.len();
                atoms.push(Atom { start, end, span, space: false, word: shaped });
                return;
            }
            let cut = cut(&shaped, width).clamp(1, rest.len());
            let cut =
                (cut..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            let (head, tail) = rest.split_at(cut);
            let word = self.shape(span, head);
            atoms.push(Atom { start, end: start + cut, span, space: false, word });
            start += cut;
            rest = tail;
        }
    }

    /// Tries to do with few means first: spaces, then hyphens, then bound places, then any place.
    fn choose(&mut self, names: &Names, width: i64) -> Vec<Candidate> {
        let (free, bound) = self.places();
        let pick = |candidates: &[Candidate], chosen: &[usize]| {
            chosen.iter().filter_map(|at| candidates.get(at - 1).copied()).collect::<Vec<_>>()
        };
        let mut plain = None;
        let candidates = self.with_end(free.clone());
        let measured = self.points(&candidates);
        if let Some(chosen) = total_fit(&measured, width) {
            let fine = widest_gap(&measured, &chosen, width) <= PRETOLERANCE
                && !short_last(&measured, &chosen, width);
            if fine || !self.style.hyphens {
                return pick(&candidates, &chosen);
            }
            plain = Some(pick(&candidates, &chosen));
        }
        let set = |at| Candidate { at, penalty: HYPHEN, set: true, hyphen: true };
        let hyphens = self.loose(points(&self.text, names), &bound).into_iter().map(set);
        let mut all: Vec<Candidate> = free.into_iter().chain(hyphens).collect();
        if self.style.hyphens {
            let candidates = self.with_end(all.clone());
            let measured = self.points(&candidates);
            if let Some(chosen) = total_fit(&measured, width) {
                return pick(&candidates, &chosen);
            }
        }
        if let Some(plain) = plain {
            return plain;
        }
        all.extend(bound);
        let candidates = self.with_end(all.clone());
        let measured = self.points(&candidates);
        if let Some(chosen) = total_fit(&measured, width) {
            return pick(&candidates, &chosen);
        }
        self.chop(width);
        let pairs = self.atoms.iter().zip(self.atoms.iter().skip(1));
        let edges = pairs.filter(|(_, next)| !next.space).map(|(atom, _)| atom.end);
        all.extend(edges.map(|at| Candidate { at, penalty: CHOPPED, set: false, hyphen: false }));
        let candidates = self.with_end(all);
        let measured = self.points(&candidates);
        let chosen = total_fit(&measured, width);
        // A column narrower than a letter: a line for every piece.
        chosen.map_or(candidates.clone(), |chosen| pick(&candidates, &chosen))
    }

    fn places(&self) -> (Vec<Candidate>, Vec<Candidate>) {
        let (mut free, mut bound) = (Vec::new(), Vec::new());
        let plain = |at, penalty, hyphen| Candidate { at, penalty, set: false, hyphen };
        let mut spans: Vec<(usize, usize, &Span)> = Vec::new();
        let mut start = 0;
        for span in self.spans {
            spans.push((start, start + span.text.len(), span));
            start += span.text.len();
        }
        for (at, place) in places(&self.text) {
            // The last span that begins before the place.
            let begun = spans.partition_point(|(start, ..)| *start < at);
            let inside = begun.checked_sub(1).and_then(|last| spans.get(last));
            let inside = inside.filter(|(_, end, _)| at < *end);
            match (inside, place) {
                (Some((_, _, span)), _) if span.address => {}
                (Some((_, _, span)), _) if span.whole => bound.push(plain(at, BOUND, false)),
                (_, Place::Free) => free.push(plain(at, 0, false)),
                (_, Place::Joint) => free.push(plain(at, JOINT, true)),
                (_, Place::Bound) => bound.push(plain(at, BOUND, false)),
            }
        }
        for (start, _, span) in spans.iter().filter(|(_, _, span)| span.address) {
            let found = address_places(&span.text).into_iter();
            free.extend(found.map(|at| plain(start + at, JOINT, false)));
        }
        (free, bound)
    }

    /// Hyphens in words that are not bound to their neighbours.
    fn loose(&self, mut hyphens: Vec<usize>, bound: &[Candidate]) -> Vec<usize> {
        let space = |sign: char| matches!(sign, ' ' | '\u{a0}');
        let mut held: Vec<(usize, usize)> = Vec::with_capacity(bound.len());
        for place in bound {
            let (left, right) = self.text.split_at_checked(place.at).unwrap_or(("", ""));
            let from = left.trim_end_matches(space).rfind(space).map_or(0, |at| at + 1);
            let to = place.at + right.find(space).unwrap_or(right.len());
            held.push((from, to));
        }
        // Both ends grow with the places.
        hyphens.retain(|at| {
            let begun = held.partition_point(|(from, _)| from < at);
            let last = begun.checked_sub(1).and_then(|last| held.get(last));
            last.is_none_or(|(_, to)| at >= to)
        });
        hyphens
    }

    fn with_end(&self, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        candidates.retain(|candidate| 0 < candidate.at && candidate.at < self.text.len());
        candidates.sort_by_key(|candidate| (candidate.at, candidate.penalty));
        candidates.dedup_by_key(|candidate| candidate.at);
        candidates.push(Candidate { at: self.text.len(), penalty: 0, set: false, hyphen: false });
        candidates
    }

    /// Widths at every candidate; the beginning of the text comes first.
    fn points(&mut self, candidates: &[Candidate]) -> Vec<Point> {
        let mut found = vec![Point { end: 0, start: 0, penalty: 0, hyphen: false }];
        let atoms = core::mem::take(&mut self.atoms);
        let mut ahead = atoms.iter().peekable();
        let (mut sum, mut trimmed) = (0, 0);
        for candidate in candidates {
            while let Some(atom) = ahead.next_if(|atom| atom.end <= candidate.at) {
                sum += atom.word.width;
                if !atom.space {
                    trimmed = sum;
                }
            }
            let (mut end, mut start, mut span) = (trimmed, sum, 0);
            if let Some(atom) = ahead.peek().filter(|atom| atom.start < candidate.at) {
                let text = self.text.get(atom.start..atom.end).unwrap_or_default().to_owned();
                let (left, right) =
                    text.split_at_checked(candidate.at - atom.start).unwrap_or((&text, ""));
                end = sum + self.shape(atom.span, left).width;
                start = sum + atom.word.width - self.shape(atom.span, right).width;
                span = atom.span;
            }
            if candidate.set {
                end += self.shape(span, "-").width;
            }
            let (penalty, hyphen) = (candidate.penalty, candidate.hyphen);
            found.push(Point { end, start, penalty, hyphen });
        }
        self.atoms = atoms;
        found
    }

    /// Cuts every word that is wider than the column.
    fn chop(&mut self, width: i64) {
        let atoms = core::mem::take(&mut self.atoms);
        for atom in atoms {
            if atom.space || atom.word.width <= width {
                self.atoms.push(atom);
                continue;
            }
            let mut start = atom.start;
            while start < atom.end {
                let rest = self.text.get(start..atom.end).unwrap_or_default();
                let rest = probe(rest, width, self.style.size).0.to_owned();
                let shaped = self.shape(atom.span, &rest);
                let at = cut(&shaped, width).clamp(1, rest.len());
                let at =
                    (at..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
                let word = self.shape(atom.span, rest.get(..at).unwrap_or_default());
                let end = start + at;
                self.atoms.push(Atom { start, end, span: atom.span, space: false, word });
                start = end;
            }
        }
    }

    fn compose(&mut self, chosen: &[Candidate]) -> Vec<Line> {
        let mut lines = Vec::with_capacity(chosen.len());
        let atoms = core::mem::take(&mut self.atoms);
        let (mut from, mut next) = (0, 0);
        for candidate in chosen {
            let mut line = Builder::new(self.style.size);
            while let Some(atom) = atoms.get(next) {
                if atom.start >= candidate.at {
                    break;
                }
                let (start, end) = (atom.start.max(from), atom.end.min(candidate.at));
                if let Some(span) = self.spans.get(atom.span) {
                    let whole = start == atom.start && end == atom.end;
                    let word = if whole {
                        Arc::clone(&atom.word)
                    } else {
                        let text = self.text.get(start..end).unwrap_or_default().to_owned();
                        self.shape(atom.span, &text)
                    };
                    line.add(atom.span, span, &word, atom.space);
                    if candidate.set && end == candidate.at {
                        let hyphen = self.shape(atom.span, "-");
                        line.hyphen(atom.span, span, &hyphen);
                    }
                }
                if atom.end > candidate.at {
                    break;
                }
                next += 1;
            }
            lines.push(line.finish(candidate.hyphen));
            from = candidate.at;
        }
        lines
    }
}

/// The beginning of a very long word, and whether it is all of it.
fn probe(word: &str, width: i64, size: i64) -> (&str, bool) {
    // No letter is narrower than a fifth of its size, or only few are.
    let most = usize::try_from(width * 5 / size.max(1)).unwrap_or(0).clamp(16, 512) + 32;
    let cut = (most..word.len()).find(|at| word.is_char_boundary(*at));
    cut.map_or((word, true), |at| (word.get(..at).unwrap_or(word), false))
}

/// Bytes of a word that fit into the column, at least those of its first glyph.
fn cut(word: &Word, width: i64) -> usize {
    let mut sum = 0;
    let mut first = true;
    for sign in &word.signs {
        sum += sign.advance;
        // Kerning at the cut may take a little.
        if sum + 300 > width && !first && sign.shown > 0 {
            return sign.start;
        }
        first = false;
    }
    usize::MAX
}
