//! From strips to pages: where pages end, where notes stand, what is drawn in which order.
//!
//! It knows strips and nothing of blocks. A page takes at least one strip or one line of a note, so
//! it always comes to an end; it ends where that costs least, and never inside a strip.

use std::collections::BTreeMap;

use super::flow::{Flow, Goal, LinkTo, Note};
use super::strip::{Area, Strip, shift, shifted};
use super::units::{AREA, Sheet, TEXT, TOP, mm, pt};
use crate::frame::{
    Artifact, Bookmark, Field, Ink, Item, Link, Mpt, Owner, Page, Place, Shape, Target,
};

/// Space between text and the rule above the notes.
const NOTES_CLEAR: i64 = mm(700);
const NOTES_RULE: i64 = mm(3_000);
/// Carried notes leave this much to the text.
const TEXT_LEFT: i64 = pt(900);
/// Middle of the bar beside a decision, and its width.
const BAR: i64 = mm(5_250);
const BAR_WIDTH: i64 = pt(16);
/// What it costs to end a page at a place of each level, in hundredths of a page left empty.
const COSTS: [i64; 4] = [0, 45, 160, 1_000];

/// Pages with what refers to them.
pub(super) struct Paged {
    pub(super) pages: Vec<Page>,
    /// Mark in the head of each page.
    pub(super) marks: Vec<Option<String>>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) places: Vec<Place>,
}

/// Lines of a note on a page.
#[derive(Debug, Clone, Copy)]
struct Piece {
    note: usize,
    from: usize,
    to: usize,
}

struct Pager<'a> {
    /// Emptied as they are placed.
    strips: Vec<Strip>,
    notes: &'a [Note],
    heads: &'a [Strip],
    links: &'a [LinkTo],
    front: Strip,
    pages: Vec<Page>,
    marks: Vec<Option<String>>,
    bookmarks: Vec<Bookmark>,
    places: Vec<Place>,
    anchors: BTreeMap<String, (usize, i64)>,
    areas: Vec<(usize, Area)>,
}

/// Breaks the flow into pages; `front` is the head of the first one.
pub(super) fn paginate(flow: &mut Flow<'_, '_>, front: Strip) -> Paged {
    let mut pager = Pager {
        strips: core::mem::take(&mut flow.strips),
        notes: &flow.notes,
        heads: &flow.heads,
        links: &flow.links,
        front,
        pages: Vec::new(),
        marks: Vec::new(),
        bookmarks: Vec::new(),
        places: Vec::new(),
        anchors: BTreeMap::new(),
        areas: Vec::new(),
    };
    let (mut at, mut carry) = (0, Vec::new());
    while pager.pages.is_empty() || at < pager.strips.len() || !carry.is_empty() {
        let end = pager.end(at, &carry);
        let (pieces, rest) = pager.pieces(at, end, &carry);
        pager.place(at, end, &pieces);
        (at, carry) = (end, rest);
    }
    pager.resolve();
    let Pager { pages, marks, bookmarks, places, .. } = pager;
    Paged { pages, marks, bookmarks, places }
}

impl Pager<'_> {
    fn first(&self) -> bool {
        self.pages.is_empty()
    }

    /// The sheet of the page that begins with a strip; the first one carries the letterhead.
    fn sheet(&self, start: usize) -> Sheet {
        Sheet::of(self.turned(start))
    }

    fn turned(&self, start: usize) -> bool {
        !self.first() && self.strips.get(start).is_some_and(|strip| strip.turned)
    }

    fn top(&self) -> i64 {
        if self.first() { self.front.height } else { TOP }
    }

    /// Height of a strip at a place of a page, with the space or the repeated head above it.
    fn taken(&self, at: usize, start: usize) -> i64 {
        let Some(strip) = self.strips.get(at) else { return 0 };
        let above = if at > start || self.first() { strip.before } else { self.repeated(at) };
        above + strip.height
    }

    /// Height of the head that is repeated above a strip.
    fn repeated(&self, at: usize) -> i64 {
        let head = self.strips.get(at).and_then(|strip| strip.head);
        head.and_then(|head| self.heads.get(head)).map_or(0, |head| head.height)
    }

    fn lines(&self, piece: Piece) -> &[Strip] {
        let lines = self.notes.get(piece.note).map_or(&[][..], |note| note.lines.as_slice());
        lines.get(piece.from..piece.to).unwrap_or_default()
    }

    fn height(&self, piece: Piece) -> i64 {
        self.lines(piece).iter().map(|line| line.before + line.height).sum()
    }

    fn whole(&self, note: usize) -> Piece {
        let to = self.notes.get(note).map_or(0, |note| note.lines.len());
        Piece { note, from: 0, to }
    }

    /// Height that the notes of a strip need on its page: all of them, or two lines of a very long
    /// one.
    fn needed(&self, strip: &Strip) -> i64 {
        let note = |note: &usize| {
            let whole = self.whole(*note);
            let height = self.height(whole);
            let short = Piece { to: whole.to.min(2), ..whole };
            if height <= AREA / 2 { height } else { self.height(short) }
        };
        strip.notes.iter().map(note).sum()
    }

    /// Where the page that begins with a strip ends.
    fn end(&self, start: usize, carry: &[Piece]) -> usize {
        let turned = self.turned(start);
        let room = self.sheet(start).bottom - self.top();
        let carried: i64 = carry.iter().map(|piece| self.height(*piece)).sum();
        let mut notes = carried.min((room - TEXT_LEFT).max(0));
        let mut used = 0;
        let mut filled = Vec::new();
        let mut at = start;
        while let Some(strip) = self.strips.get(at) {
            if at > start && strip.new_page || strip.turned != turned {
                return at;
            }
            let height = self.taken(at, start);
            notes += self.needed(strip);
            let foot = if notes > 0 { notes + NOTES_CLEAR } else { 0 };
            if used + height + foot > room {
                break;
            }
            used += height;
            at += 1;
            filled.push(used);
        }
        if at >= self.strips.len() {
            return at;
        }
        if at == start {
            // Nothing fits: below a tall head a new page helps, elsewhere the strip is taken as it is.
            return if self.first() { at } else { at + 1 };
        }
        self.cheapest(start, &filled)
    }

    /// Of all places on the page the one that costs least; the later one of equals.
    fn cheapest(&self, start: usize, filled: &[i64]) -> usize {
        let used = filled.last().copied().unwrap_or(0);
        let costs = filled.iter().enumerate().map(|(offset, height)| {
            let at = start + offset + 1;
            let empty = (used - height) * 100 / AREA;
            (at, self.cost(at) + empty)
        });
        costs.min_by_key(|(at, cost)| (*cost, usize::MAX - at)).map_or(start + 1, |(at, _)| at)
    }

    /// What it costs to begin a page with a strip.
    fn cost(&self, at: usize) -> i64 {
        let level = self.strips.get(at).map_or(0, |strip| strip.level);
        let before = at.checked_sub(1).and_then(|at| self.strips.get(at));
        let hyphen = before.is_some_and(|strip| strip.hyphen);
        let level = if hyphen { level.max(2) } else { level };
        COSTS.get(usize::from(level)).copied().unwrap_or(1_000)
    }

    /// Notes on the page, and what is left of them for the next one.
    fn pieces(&self, start: usize, end: usize, carry: &[Piece]) -> (Vec<Piece>, Vec<Piece>) {
        let mut used: i64 = (start..end).map(|at| self.taken(at, start)).sum();
        let page = self.strips.get(start..end).unwrap_or_default();
        let own = page.iter().flat_map(|strip| strip.notes.iter()).map(|note| self.whole(*note));
        let (mut here, mut later) = (Vec::new(), Vec::new());
        let bottom = self.sheet(start).bottom;
        used += NOTES_CLEAR + self.top();
        for piece in carry.iter().copied().chain(own) {
            let mut to = piece.from;
            for line in self.lines(piece) {
                let height = line.before + line.height;
                let fits =
                    used + height <= bottom || here.is_empty() && to == piece.from && end == start;
                if !later.is_empty() || !fits {
                    break;
                }
                used += height;
                to += 1;
            }
            if to > piece.from {
                here.push(Piece { to, ..piece });
            }
            if to < piece.to {
                later.push(Piece { from: to, ..piece });
            }
        }
        (here, later)
    }

    /// Draws a page.
    fn place(&mut self, start: usize, end: usize, pieces: &[Piece]) {
        let mut drawing = Drawing::default();
        let mut y = self.top();
        if self.first() {
            drawing.strip(core::mem::take(&mut self.front), 0);
        }
        let sheet = self.sheet(start);
        let mut notes = self.notes_at(pieces, sheet, &mut drawing);
        if let Some(carried) = pieces.first().filter(|piece| piece.from > 0) {
            drawing.content.extend(notes.remove(&carried.note).unwrap_or_default());
        }
        let mut mark = self.marks.last().cloned().flatten();
        let page = self.strips.get_mut(start..end).unwrap_or_default();
        let mut page: Vec<Strip> = page.iter_mut().map(core::mem::take).collect();
        let mut waiting: Vec<usize> = Vec::new();
        for offset in 0..page.len() {
            let Some(strip) = page.get_mut(offset).map(core::mem::take) else { break };
            if offset == 0 && !self.first() {
                if let Some(head) = strip.head.and_then(|head| self.heads.get(head)) {
                    drawing.artifacts.extend(head.artifacts.iter().map(|item| shift(item, y)));
                    y += head.height;
                }
            } else {
                y += strip.before;
            }
            if let Some(words) = &strip.mark {
                mark = Some(words.clone());
            }
            let (row, group, height) = (strip.row, strip.group, strip.height);
            self.note_places(&strip, y);
            waiting.extend(&strip.notes);
            drawing.strip(strip, y);
            let next = page.get(offset + 1);
            if next.is_none_or(|next| next.row.is_none() || next.row != row) {
                drawing.close_row();
            }
            if next.is_none_or(|next| next.group != group) {
                for note in waiting.drain(..) {
                    drawing.content.extend(notes.remove(&note).unwrap_or_default());
                }
            }
            y += height;
        }
        for (_, rest) in notes {
            drawing.content.extend(rest);
        }
        let index = self.pages.len();
        self.areas.extend(drawing.areas.iter().map(|area| (index, *area)));
        self.marks.push(mark);
        self.pages.push(drawing.finish(sheet));
    }

    /// Anchors and bookmarks of a strip, and what of the page its item takes.
    fn note_places(&mut self, strip: &Strip, y: i64) {
        let page = self.pages.len();
        if let Some(heading) = strip.item {
            let (top, bottom) = (Mpt(y), Mpt(y + strip.height));
            match self.places.last_mut() {
                Some(last) if last.page == page && last.heading == heading => last.bottom = bottom,
                _ => self.places.push(Place { heading, page, top, bottom }),
            }
        }
        for anchor in &strip.anchors {
            self.anchors.entry(anchor.clone()).or_insert((page, y));
        }
        if let Some((title, level)) = &strip.bookmark {
            let (title, level) = (title.clone(), *level);
            self.bookmarks.push(Bookmark { title, level, page, y: Mpt(y) });
        }
    }

    /// Content of the notes of a page, at the foot of the text area.
    fn notes_at(
        &self,
        pieces: &[Piece],
        sheet: Sheet,
        drawing: &mut Drawing,
    ) -> BTreeMap<usize, Vec<Item>> {
        let total: i64 = pieces.iter().map(|piece| self.height(*piece)).sum();
        let mut found: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
        if pieces.is_empty() {
            return found;
        }
        let mut y = sheet.bottom - total;
        drawing.rectangle(TEXT, y - pt(4) / 2, NOTES_RULE, pt(4));
        for piece in pieces {
            for line in self.lines(*piece) {
                y += line.before;
                let items = line.items.iter().map(|(_, item)| shift(item, y));
                found.entry(piece.note).or_default().extend(items);
                drawing.extras(line, y);
                y += line.height;
            }
        }
        found
    }

    /// Links get their places once all pages are known.
    fn resolve(&mut self) {
        for (index, area) in &self.areas {
            let Some(to) = self.links.get(area.link) else { continue };
            let target = match &to.goal {
                Goal::Address(address) => Target::Address(address.clone()),
                Goal::Anchor(anchor) => match self.anchors.get(anchor) {
                    Some((page, y)) => Target::Place { page: *page, y: Mpt(*y) },
                    None => continue,
                },
            };
            let (x, y, width, height) =
                (Mpt(area.x), Mpt(area.y), Mpt(area.width), Mpt(area.height));
            let (contents, node) = (to.contents.clone(), to.node);
            if let Some(page) = self.pages.get_mut(*index) {
                page.links.push(Link { x, y, width, height, target, contents, node });
            }
        }
    }
}

/// A page while it is drawn: artifacts first, then content in reading order.
#[derive(Default)]
struct Drawing {
    artifacts: Vec<Item>,
    content: Vec<Item>,
    /// Cells of a row that is cut into strips.
    row: Vec<(usize, Item)>,
    areas: Vec<Area>,
    fields: Vec<Field>,
    bars: BTreeMap<usize, (i64, i64)>,
}

impl Drawing {
    fn strip(&mut self, mut strip: Strip, y: i64) {
        let items = core::mem::take(&mut strip.items).into_iter();
        let items = items.map(|(rank, item)| (rank, shifted(item, y)));
        if strip.row.is_some() {
            self.row.extend(items);
        } else {
            self.content.extend(items.map(|(_, item)| item));
        }
        self.extras(&strip, y);
        if let Some(bar) = strip.bar {
            let edges = self.bars.entry(bar).or_insert((y, y));
            edges.1 = y + strip.height;
        }
    }

    fn extras(&mut self, strip: &Strip, y: i64) {
        self.artifacts.extend(strip.artifacts.iter().map(|item| shift(item, y)));
        self.areas.extend(strip.links.iter().map(|area| Area { y: area.y + y, ..*area }));
        self.fields.extend(strip.fields.iter().map(|field| {
            let mut field = field.clone();
            field.y.0 += y;
            field
        }));
    }

    /// Cells are read one after the other, not line by line.
    fn close_row(&mut self) {
        self.row.sort_by_key(|(rank, _)| *rank);
        self.content.extend(self.row.drain(..).map(|(_, item)| item));
    }

    fn rectangle(&mut self, x: i64, y: i64, width: i64, height: i64) {
        let (x, y, width, height) = (Mpt(x), Mpt(y), Mpt(width), Mpt(height));
        let shape = Shape::Rectangle { x, y, width, height, ink: Ink::Black };
        self.artifacts.push(Item { owner: Owner::Artifact(Artifact::Layout), shape });
    }

    fn finish(mut self, sheet: Sheet) -> Page {
        self.close_row();
        for (top, bottom) in core::mem::take(&mut self.bars).into_values() {
            self.rectangle(BAR - BAR_WIDTH / 2, top, BAR_WIDTH, bottom - top);
        }
        let mut items = self.artifacts;
        items.append(&mut self.content);
        let (width, height) = (Mpt(sheet.width), Mpt(sheet.height));
        Page { width, height, items, links: Vec::new(), fields: self.fields }
    }
}
