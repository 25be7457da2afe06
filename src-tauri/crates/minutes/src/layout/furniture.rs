//! What stands on every page: running head with marks, foot with version and page number, hole mark.
//!
//! All of it is artifact. It needs the number of pages and so comes last.

use std::collections::BTreeMap;

use super::front::{MARK_PADDING, track};
use super::hyphen::Names;
use super::inline::{Span, Style, lines};
use super::line::Line;
use super::shape::Shaper;
use super::strip::{Strip, frame, shift};
use super::units::{LABEL, PAGE_HEIGHT, RIGHT, Sheet, WIDE, mm, pt};
use crate::document::{Document, Face, Status};
use crate::frame::{Artifact, Ink, Item, Mpt, Owner, Page, Shape};

const STYLE: Style = Style::new(pt(90), pt(120)).tabular();
const HEAD: i64 = mm(1_674);
const HEAD_RULE: i64 = mm(1_923);
const FOOT: i64 = mm(28_020);
const MARK_LINE: i64 = pt(8);
const BADGE_PADDING: i64 = mm(200);
const BETWEEN: i64 = mm(250);
const HOLE: (i64, i64, i64) = (mm(800), mm(14_850), mm(400));
/// Where a letter is folded (DIN 5008, form B).
const FOLDS: [(i64, i64, i64); 2] =
    [(mm(400), mm(10_500), mm(400)), (mm(400), mm(21_000), mm(400))];

/// Draws head, foot and hole mark on all pages.
pub(super) fn furnish(
    pages: &mut [Page],
    marks: &[Option<String>],
    document: &Document,
    shaper: &mut Shaper<'_>,
) {
    let count = pages.len();
    let letter = document.address.is_some();
    let sheet = Sheet::of(false);
    let upright = if letter { Sheet { right: WIDE, ..sheet } } else { sheet };
    let mut furniture = Furniture { shaper, sheet, items: Vec::new(), shortened: BTreeMap::new() };
    for (index, page) in pages.iter_mut().enumerate() {
        let turned = page.width > page.height;
        furniture.sheet = if turned { Sheet::of(true) } else { upright };
        let folds = FOLDS.iter().filter(|_| index == 0 && letter);
        for &(x, y, width) in folds.chain([&HOLE]).filter(|_| !turned) {
            furniture.rectangle((x, y - pt(3) / 2, width, pt(3)), Artifact::Layout);
        }
        if index > 0 {
            let mark = marks.get(index).and_then(Option::as_deref).or(document.mark.as_deref());
            let titles = [document.title.as_str(), document.running.as_str()];
            furniture.head(titles, mark, document.status);
        }
        furniture.foot(&document.footer, &format!("Seite {} von {count}", index + 1));
        let own = core::mem::take(&mut furniture.items);
        let content = core::mem::replace(&mut page.items, own);
        page.items.extend(content);
    }
}

struct Furniture<'s, 'f> {
    shaper: &'s mut Shaper<'f>,
    sheet: Sheet,
    items: Vec<Item>,
    /// Running title and version line by the room they have.
    shortened: BTreeMap<(bool, i64), Line>,
}

impl Furniture<'_, '_> {
    fn rectangle(&mut self, (x, y, width, height): (i64, i64, i64, i64), kind: Artifact) {
        let (x, y, width, height) = (Mpt(x), Mpt(y), Mpt(width), Mpt(height));
        let shape = Shape::Rectangle { x, y, width, height, ink: Ink::Black };
        self.items.push(Item { owner: Owner::Artifact(kind), shape });
    }

    /// A text in one line, whatever room there is.
    fn set(&mut self, text: &str, face: Face, kind: Artifact) -> Line {
        let spans = [Span::new(text, face, Owner::Artifact(kind))];
        let set = lines(self.shaper, &Names::default(), &spans, STYLE, RIGHT * 100);
        set.into_iter().next().unwrap_or_default()
    }

    /// The first line of a text that is at most so wide.
    fn line(&mut self, text: &str, face: Face, kind: Artifact, width: i64) -> Line {
        let mut words = text;
        let mut shown = text.to_owned();
        loop {
            let line = self.set(&shown, face, kind);
            if line.width <= width || words.is_empty() {
                return line;
            }
            let cut = words.char_indices().next_back().map_or(0, |(at, _)| at);
            let shorter = words.get(..cut).unwrap_or_default();
            words = shorter
                .rfind(' ')
                .filter(|at| at * 2 > cut)
                .map_or(shorter, |at| shorter.get(..at).unwrap_or_default());
            shown = format!("{words} …");
        }
    }

    /// The first of two texts if it has room, else the second as far as it goes, if there is one; the
    /// line is the same on many pages.
    fn known(&mut self, head: bool, [text, short]: [&str; 2], kind: Artifact, width: i64) -> Line {
        if let Some(line) = self.shortened.get(&(head, width)) {
            return line.clone();
        }
        let long = short.is_empty() || self.set(text, Face::Regular, kind).width <= width;
        let line = self.line(if long { text } else { short }, Face::Regular, kind, width);
        self.shortened.insert((head, width), line.clone());
        line
    }

    fn put(&mut self, line: &Line, x: i64, baseline: i64) {
        let mut strip = Strip::default();
        strip.put(line, x, baseline, 0);
        self.items.extend(strip.artifacts.iter().map(|item| shift(item, 0)));
    }

    fn head(&mut self, titles: [&str; 2], mark: Option<&str>, status: Status) {
        let mut right = self.sheet.right;
        if let Some(badge) = status.mark() {
            let mut line = self.line(badge, Face::Bold, Artifact::Header, RIGHT - LABEL);
            track(&mut line);
            let width = line.width + 2 * BADGE_PADDING;
            self.rectangle((right - width, HEAD - 10_320, width, 15_240), Artifact::Header);
            self.put(&line, right - width + BADGE_PADDING, HEAD);
            right -= width + BETWEEN;
        }
        if let Some(mark) = mark {
            let line = self.line(mark, Face::Bold, Artifact::Header, mm(6_000));
            let width = line.width + 2 * MARK_PADDING;
            let (x, y) = (right - width, HEAD - 9_750);
            self.items.push(frame(x, y, width, 14_100, MARK_LINE, Artifact::Header));
            self.put(&line, x + MARK_PADDING, HEAD);
            right -= width + BETWEEN;
        }
        let line = self.known(true, titles, Artifact::Header, right - LABEL);
        self.put(&line, LABEL, HEAD);
        let width = self.sheet.right - LABEL;
        self.rectangle((LABEL, HEAD_RULE - pt(2), width, pt(4)), Artifact::Header);
    }

    fn foot(&mut self, version: &str, number: &str) {
        let number = self.line(number, Face::Regular, Artifact::Footer, RIGHT - LABEL);
        let Sheet { right, height, .. } = self.sheet;
        let room = right - LABEL - number.width - mm(500);
        let version = self.known(false, [version, ""], Artifact::Footer, room);
        let baseline = FOOT - (PAGE_HEIGHT - height);
        self.put(&version, LABEL, baseline);
        self.put(&number, right - number.width, baseline);
    }
}
