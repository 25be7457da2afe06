//! The agenda: part names on the label axis, numbers, titles that lead to their items, papers flush
//! right.
//!
//! An entry is never parted as long as it is no taller than half a page; nothing is hyphenated.

use std::collections::BTreeSet;

use super::flow::{Flow, Goal, LinkTo, Place, beside};
use super::inline::{Span, Style};
use super::rows::{Cell, Padding};
use super::strip::Strip;
use super::units::{LABEL, LABEL_WIDTH, RIGHT, TEXT, WIDE, above, mm, pt};
use crate::document::{AgendaEntry, AgendaPart, Align, Face, Numbering};
use crate::frame::{NodeId, Owner, Role};

const PART: Style = Style::new(pt(100), pt(130));
/// Titles of items stand here, and so do the numbers of their sub-items.
const TITLE: i64 = mm(6_500);
const STEP: i64 = mm(1_100);
const DEEPEST: i64 = 5;
/// Room for the number of a paper.
const PAPER: i64 = mm(2_200);
const PAPER_MOST: i64 = mm(5_000);

/// Style of the entries and the space between them, edge to edge.
#[derive(Clone, Copy)]
struct Look {
    entry: Style,
    between: i64,
    right: i64,
}

/// In the minutes.
const MINUTES: Look = Look { entry: Style::new(pt(105), pt(135)), between: pt(39), right: RIGHT };
/// In a letter, which is to have one page if it can.
const LETTER: Look = Look { entry: Style::new(pt(100), pt(126)), between: pt(22), right: WIDE };

impl Flow<'_, '_> {
    pub(super) fn agenda(
        &mut self,
        place: Place,
        parts: &[AgendaPart],
        anchors: &BTreeSet<String>,
    ) {
        let look = if place.left == TEXT { MINUTES } else { LETTER };
        for (at, part) in parts.iter().enumerate() {
            let heading = self.tree.heading(3, place.node);
            let spans = Self::span(&part.name, Face::Bold, heading);
            let label = self.lines(&spans, PART, LABEL_WIDTH);
            let mut strips = Vec::new();
            if !part.entries.is_empty() {
                let list = self.numbered(place.node);
                for entry in &part.entries {
                    self.agenda_entry(&mut strips, list, entry, (0, look), anchors);
                }
            }
            if strips.is_empty() {
                strips.push(Strip::new(0, look.entry.size));
            }
            beside(&mut strips, &label, LABEL, above(look.entry.size), PART, 0);
            self.take(strips, (at > 0).then_some(pt(150)), None);
        }
    }

    fn numbered(&mut self, parent: NodeId) -> NodeId {
        let list = self.tree.add(Role::L, parent);
        if let Some(attributes) = self.tree.attributes(list) {
            attributes.numbering = Some(Numbering::Decimal);
        }
        list
    }

    fn agenda_entry(
        &mut self,
        strips: &mut Vec<Strip>,
        list: NodeId,
        entry: &AgendaEntry,
        (depth, look): (i64, Look),
        anchors: &BTreeSet<String>,
    ) {
        let style = look.entry;
        let item = self.tree.add(Role::Li, list);
        let label = self.tree.add(Role::Lbl, item);
        let body = self.tree.add(Role::LBody, item);
        let depth = depth.min(DEEPEST);
        let left = if depth == 0 { TEXT } else { TITLE + (depth - 1) * STEP };
        let spans = Self::span(&entry.number, Face::Regular, label);
        let number = self.lines(&spans, style.tabular(), RIGHT - left - mm(3_000));
        let wide = number.iter().map(|line| line.width).fold(0, i64::max);
        let start = (TITLE + depth * STEP).max(left + wide + mm(150));
        let numbers = Cell::of(number, (left, 0), Align::Left, style);
        let (paper, room) = self.agenda_paper(entry, style);
        let column = (start, look.right - room - start);
        let title = self.agenda_title(body, entry, (column, style), anchors);
        let papers = if entry.paper.is_empty() {
            Cell::default()
        } else {
            let node = self.tree.add(Role::P, body);
            let own = paper.into_iter().map(|mut line| {
                for (owner, _) in &mut line.runs {
                    *owner = Owner::Node(node);
                }
                line
            });
            Cell::of(own.collect(), (look.right - room, room), Align::Right, style)
        };
        let padding = Padding { top: 0, bottom: 0 };
        let mut rows = self.row(&[numbers, title, papers], padding, style.size);
        if let Some(first) = rows.first_mut() {
            first.before = look.between;
        }
        strips.append(&mut rows);
        if !entry.entries.is_empty() {
            let inner = self.numbered(body);
            for entry in &entry.entries {
                self.agenda_entry(strips, inner, entry, (depth + 1, look), anchors);
            }
        }
    }

    /// Lines of the paper's number, and the room that is kept for them.
    fn agenda_paper(&mut self, entry: &AgendaEntry, style: Style) -> (Vec<super::line::Line>, i64) {
        if entry.paper.is_empty() {
            return (Vec::new(), 0);
        }
        let spans = Self::span(&entry.paper, Face::Regular, Place::BODY.node);
        let lines = self.lines(&spans, style.tabular(), PAPER_MOST);
        let wide = lines.iter().map(|line| line.width).fold(0, i64::max);
        (lines, PAPER.max(wide + mm(200)))
    }

    fn agenda_title(
        &mut self,
        body: NodeId,
        entry: &AgendaEntry,
        (column, style): ((i64, i64), Style),
        anchors: &BTreeSet<String>,
    ) -> Cell {
        let node = self.tree.add(Role::P, body);
        let target = entry.target.as_ref().filter(|target| anchors.contains(*target));
        let mut span = Span::new(&entry.title, Face::Regular, Owner::Node(node));
        if let Some(anchor) = target {
            let link = self.tree.add(Role::Link, node);
            span.owner = Owner::Node(link);
            span.link = Some(self.links.len());
            let contents = format!("Zu Punkt {}: {}", entry.number, entry.title);
            self.links.push(LinkTo { node: link, goal: Goal::Anchor(anchor.clone()), contents });
        }
        let lines = self.lines(&[span], style, column.1);
        let mut cell = Cell::of(lines, column, Align::Left, style);
        if !entry.subject.is_empty() {
            let node = self.tree.add(Role::P, body);
            let spans = Self::span(&entry.subject, Face::Regular, node);
            let lines = self.lines(&spans, style, column.1);
            cell.add(lines, column, Align::Left, style, style.leading - style.size);
        }
        cell
    }
}
