//! The flow of strips while blocks are set one after the other.
//!
//! It resolves the space between neighbours (the larger one wins), remembers what must stay with
//! what follows, and holds the notes and links that strips refer to. It knows no page.

use std::collections::BTreeSet;

use super::hyphen::Names;
use super::inline::{Span, Style, lines};
use super::line::Line;
use super::shape::Shaper;
use super::strip::{KEEP, RATHER_NOT, Strip};
use super::structure::Tree;
use super::units::{GAP, LABEL, RIGHT, TEXT, above, mm, pt};
use crate::document::Face;
use crate::frame::NodeId;
use crate::picture::Unread;

/// Body text.
pub(super) const BODY: Style = Style::new(pt(110), pt(150)).hyphens();

/// A label that reaches further below its first strip is shared out among the next ones.
const TALL: i64 = pt(600);

/// A footnote.
#[derive(Debug, Default)]
pub(super) struct Note {
    pub(super) lines: Vec<Strip>,
    /// Notes whose marks stand inside this note.
    pub(super) inner: Vec<usize>,
}

/// Where a link leads.
#[derive(Debug, Clone)]
pub(super) enum Goal {
    Address(String),
    Anchor(String),
}

/// A link.
#[derive(Debug, Clone)]
pub(super) struct LinkTo {
    pub(super) node: NodeId,
    pub(super) goal: Goal,
    pub(super) contents: String,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) left: i64,
    pub(super) right: i64,
    pub(super) node: NodeId,
    /// Inside a decision.
    pub(super) tight: bool,
    pub(super) depth: usize,
    /// Face of plain text.
    pub(super) face: Face,
}

impl Place {
    pub(super) const BODY: Self = Self {
        left: TEXT,
        right: RIGHT,
        node: Tree::ROOT,
        tight: false,
        depth: 0,
        face: Face::Regular,
    };

    /// Words of a letter: on the left edge, at most 135 mm wide.
    pub(super) const LETTER: Self = Self { left: LABEL, right: LABEL + mm(13_500), ..Self::BODY };

    pub(super) fn width(&self) -> i64 {
        self.right - self.left
    }
}

/// The flow.
pub(super) struct Flow<'s, 'f> {
    pub(super) shaper: &'s mut Shaper<'f>,
    pub(super) names: &'s Names,
    pub(super) tree: Tree,
    pub(super) strips: Vec<Strip>,
    pub(super) notes: Vec<Note>,
    pub(super) links: Vec<LinkTo>,
    pub(super) heads: Vec<Strip>,
    /// Space that the last block wants below it, if it wants a certain one.
    pub(super) after: Option<i64>,
    /// The next strip stays with the last one.
    pub(super) keep: bool,
    /// The last block stands right below a heading, or what else it must stay with: a table after it
    /// rather leaves none of both behind.
    pub(super) introduced: bool,
    pub(super) group: usize,
    pub(super) rows: usize,
    pub(super) bars: usize,
    /// Places that links inside the document may lead to.
    pub(super) anchors: BTreeSet<String>,
    /// The item that is being set: which heading of an item, counted from 0.
    pub(super) item: Option<usize>,
    /// The first picture that was left out.
    pub(super) unread: Option<Unread>,
}

impl<'s, 'f> Flow<'s, 'f> {
    pub(super) fn new(shaper: &'s mut Shaper<'f>, names: &'s Names) -> Self {
        Self {
            shaper,
            names,
            tree: Tree::new(),
            strips: Vec::new(),
            notes: Vec::new(),
            links: Vec::new(),
            heads: Vec::new(),
            after: None,
            keep: false,
            introduced: false,
            group: 0,
            rows: 0,
            bars: 0,
            anchors: BTreeSet::new(),
            item: None,
            unread: None,
        }
    }

    pub(super) fn lines(&mut self, spans: &[Span], style: Style, width: i64) -> Vec<Line> {
        lines(self.shaper, self.names, spans, style, width)
    }

    /// The last block is rather not cut.
    pub(super) fn hold_together(&mut self) {
        let last = self.group;
        let own = self.strips.iter_mut().rev().take_while(|strip| strip.group == last);
        for strip in own {
            strip.level = strip.level.max(RATHER_NOT);
        }
    }

    /// Takes a block of strips with the spaces it wants above and below. The larger of two wishes
    /// wins; between two blocks without a wish stands the space of paragraphs.
    pub(super) fn take(&mut self, mut strips: Vec<Strip>, before: Option<i64>, after: Option<i64>) {
        let Some(first) = strips.first_mut() else { return };
        first.before = before.max(self.after).unwrap_or(GAP);
        if self.keep {
            first.level = first.level.max(KEEP);
        }
        self.introduced = self.keep;
        self.keep = false;
        self.group += 1;
        for strip in &mut strips {
            strip.group = self.group;
            strip.item = self.item;
            let inner: Vec<usize> = strip
                .notes
                .iter()
                .filter_map(|note| self.notes.get(*note))
                .flat_map(|note| note.inner.iter().copied())
                .collect();
            strip.notes.extend(inner);
        }
        self.strips.append(&mut strips);
        self.after = after;
    }
}

/// Strips of a paragraph: no single line stays behind or goes ahead.
pub(super) fn stack(lines: &[Line], x: i64, style: Style) -> Vec<Strip> {
    let count = lines.len();
    let mut strips = Vec::with_capacity(count);
    for (at, line) in lines.iter().enumerate() {
        let gap = if at == 0 { 0 } else { style.leading - style.size };
        let mut strip = Strip::new(gap, style.size);
        strip.put(line, x, above(style.size), 0);
        strip.hyphen = line.hyphen;
        if at == 1 || at > 0 && at + 1 == count {
            strip.level = KEEP;
        }
        strips.push(strip);
    }
    strips
}

/// Puts the lines of a label beside strips, on the baseline of the first one. Strips beside a label
/// of several lines stay together; a very tall label is shared out among them.
pub(super) fn beside(
    strips: &mut [Strip],
    label: &[Line],
    x: i64,
    baseline: i64,
    style: Style,
    rank: usize,
) {
    let count = i64::try_from(label.len()).unwrap_or(0);
    let needed = baseline + (count - 1) * style.leading + style.size - above(style.size);
    let Some(first) = strips.first_mut().filter(|_| count > 0) else { return };
    let tall = needed > first.height + TALL;
    let mut own = Strip::default();
    for (line, y) in label.iter().zip((baseline..).step_by(pitch(style))) {
        if !tall || y <= first.height {
            own.put(line, x, y, rank);
        }
    }
    own.items.append(&mut first.items);
    first.items = own.items;
    first.artifacts.append(&mut own.artifacts);
    let mut height = first.height;
    for strip in strips.iter_mut().skip(1) {
        if height >= needed {
            return;
        }
        let below = height + strip.before + strip.height;
        if tall {
            for (line, y) in label.iter().zip((baseline..).step_by(pitch(style))) {
                if height < y && y <= below {
                    strip.put(line, x, y - height - strip.before, rank);
                }
            }
        } else {
            strip.level = strip.level.max(KEEP);
        }
        height = below;
    }
    let Some(last) = strips.last_mut() else { return };
    if tall {
        for (line, y) in label.iter().zip((baseline..).step_by(pitch(style))) {
            if y > height {
                last.put(line, x, y - height + last.height, rank);
            }
        }
    }
    last.height += (needed - height).max(0);
}

fn pitch(style: Style) -> usize {
    usize::try_from(style.leading).unwrap_or(1).max(1)
}
