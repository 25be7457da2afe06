//! Strips: what stands beside each other and is never cut by a page. Blocks give strips, pages take
//! them.
//!
//! Inside a strip y counts from its upper edge, x from the left edge of the page.

use super::line::Line;
use super::units::{above, pt};
use crate::frame::{Artifact, Field, Ink, Item, Mpt, Owner, Shape};

/// How badly a page would end before a strip; nothing speaks against 0.
pub(super) type Level = u8;
/// Better not.
pub(super) const RATHER_NOT: Level = 1;
/// Only when there is no other way.
pub(super) const KEEP: Level = 2;

/// A strip.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// Space above, dropped at the head of a page.
    pub(super) before: i64,
    pub(super) height: i64,
    pub(super) level: Level,
    /// Content with its rank inside a row of cells.
    pub(super) items: Vec<(usize, Item)>,
    pub(super) artifacts: Vec<Item>,
    pub(super) links: Vec<Area>,
    pub(super) fields: Vec<Field>,
    pub(super) notes: Vec<usize>,
    pub(super) anchors: Vec<String>,
    pub(super) bookmark: Option<(String, u8)>,
    /// Mark in the head of the pages from here on.
    pub(super) mark: Option<String>,
    pub(super) new_page: bool,
    /// Stands on a turned sheet.
    pub(super) turned: bool,
    /// Decision whose bar stands beside it.
    pub(super) bar: Option<usize>,
    /// Head to be repeated when a page begins here.
    pub(super) head: Option<usize>,
    /// Row of cells that was cut into several strips.
    pub(super) row: Option<usize>,
    /// Block it belongs to; notes are read behind it.
    pub(super) group: usize,
    /// Item it belongs to: which heading of an item, counted from 0.
    pub(super) item: Option<usize>,
    /// Ends with a hyphen.
    pub(super) hyphen: bool,
}

/// Area of a link.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) link: usize,
}

impl Strip {
    pub(super) fn new(before: i64, height: i64) -> Self {
        Self { before, height, ..Self::default() }
    }

    /// Puts a line at a place; `rank` orders the cells of a row.
    pub(super) fn put(&mut self, line: &Line, x: i64, baseline: i64, rank: usize) {
        let mut size = 0;
        for (owner, run) in &line.runs {
            let mut run = run.clone();
            size = run.size.0;
            run.x = Mpt(run.x.0 + x);
            run.y = Mpt(baseline);
            let item = Item { owner: *owner, shape: Shape::Glyphs(run) };
            match owner {
                Owner::Node(_) => self.items.push((rank, item)),
                Owner::Artifact(_) => self.artifacts.push(item),
            }
        }
        for (left, right) in &line.underlines {
            self.rule(x + left, baseline + pt(15) - pt(4) / 2, right - left, pt(4));
        }
        for &(left, right, link) in &line.links {
            let (y, height) = (baseline - above(size), size);
            self.links.push(Area { x: x + left, y, width: right - left, height, link });
        }
        for note in &line.notes {
            if !self.notes.contains(note) {
                self.notes.push(*note);
            }
        }
    }

    /// A filled rectangle that is no content.
    pub(super) fn rule(&mut self, x: i64, y: i64, width: i64, height: i64) {
        let (x, y, width, height) = (Mpt(x), Mpt(y), Mpt(width), Mpt(height));
        let shape = Shape::Rectangle { x, y, width, height, ink: Ink::Black };
        self.artifacts.push(Item { owner: Owner::Artifact(Artifact::Layout), shape });
    }

    /// A frame whose line has its middle on the edges.
    pub(super) fn frame(&mut self, x: i64, y: i64, width: i64, height: i64, line: i64) {
        self.artifacts.push(frame(x, y, width, height, line, Artifact::Layout));
    }
}

/// A frame whose line has its middle on the edges.
pub(super) fn frame(x: i64, y: i64, width: i64, height: i64, line: i64, kind: Artifact) -> Item {
    let (x, y) = (Mpt(x - line / 2), Mpt(y - line / 2));
    let (width, height) = (Mpt(width + line), Mpt(height + line));
    let shape = Shape::Frame { x, y, width, height, line: Mpt(line) };
    Item { owner: Owner::Artifact(kind), shape }
}

/// A copy of a drawn thing, further down.
pub(super) fn shift(item: &Item, by: i64) -> Item {
    shifted(item.clone(), by)
}

/// Moves a drawn thing down.
pub(super) fn shifted(mut item: Item, by: i64) -> Item {
    match &mut item.shape {
        Shape::Glyphs(run) => run.y.0 += by,
        Shape::Rectangle { y, .. }
        | Shape::Frame { y, .. }
        | Shape::Area { y, .. }
        | Shape::Bitmap { y, .. } => y.0 += by,
    }
    item
}
