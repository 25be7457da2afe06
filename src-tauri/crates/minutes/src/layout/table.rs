//! Tables: columns by content, rules, repeated heads.
//!
//! A table that does not fit the text column takes the full width; one that does not fit that either
//! gets smaller letters, and only then are words cut. Every cell is printed.

use super::columns::{Column, Plan};
use super::flow::{Flow, Place};
use super::inline::{Span, Style};
use super::rows::{Cell, Padding, SpanCell};
use super::strip::{KEEP, RATHER_NOT, Strip};
use super::units::{LABEL, RIGHT, pt};
use crate::document::{Align, Face, Inline, Places, Table, TableKind};
use crate::frame::{Artifact, NodeId, Owner, Role, Scope};

const THICK: i64 = pt(8);
const THIN: i64 = pt(4);
/// Hairline, 0.25 pt.
pub(super) const HAIR: i64 = 250;
pub(super) const CAPTION: Style = Style::new(pt(95), pt(125));

/// Kind of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Head,
    Body,
    Total,
}

impl Flow<'_, '_> {
    /// A table. `votes` says that it belongs to a decision and has the columns of factions.
    pub(super) fn table(&mut self, place: Place, table: &Table, votes: bool) {
        let node = self.tree.add(Role::Table, place.node);
        let grid = table.kind == TableKind::Grid;
        let before = match (votes, grid) {
            (true, _) => pt(95),
            (false, true) => pt(110),
            (false, false) => pt(100),
        };
        let plan = self.plan(place, table, votes);
        let caption = self.caption(node, table, &plan);
        let places = table.places();
        let mut strips = Vec::new();
        let mut head = None;
        if table.head.iter().any(|cell| !cell.is_empty()) {
            let part = self.tree.add(Role::THead, node);
            let rows = [(0, &table.head, Row::Head)];
            strips = self.rows_of(part, &rows, &plan, &places);
            head = Some(self.remember(&strips));
        }
        let body = self.tree.add(Role::TBody, node);
        let rows = table.rows.iter().map(|row| (row, Row::Body));
        let total = table.total.iter().map(|row| (row, Row::Total));
        let rows: Vec<_> =
            (1..).zip(rows.chain(total)).map(|(at, (row, kind))| (at, row, kind)).collect();
        let mut next = 0;
        while let Some((at, _, kind)) = rows.get(next) {
            let end = next + 1 + places.last_row(*at) - at;
            let group = rows.get(next..end).unwrap_or_default();
            let mut cells = self.rows_of(body, group, &plan, &places);
            if let Some(strip) = cells.first_mut() {
                if next == 0 || *kind == Row::Total {
                    strip.level = KEEP;
                } else if next == 1 || end >= rows.len() {
                    // No page keeps or gets one row alone.
                    strip.level = RATHER_NOT;
                }
                // Without rules it would not be seen where a cell over several rows ends.
                if !grid && next > 0 && *kind == Row::Body && places.any_high() {
                    strip.rule(plan.left, -HAIR / 2, plan.width(), HAIR);
                }
            }
            for strip in &mut cells {
                strip.head = head;
            }
            next = end.max(next + 1);
            strips.append(&mut cells);
        }
        close(&mut strips, &plan);
        if !caption.is_empty() {
            let mut caption = caption;
            if let Some(strip) = strips.first_mut() {
                strip.before = pt(55);
                strip.level = KEEP;
            }
            caption.append(&mut strips);
            strips = caption;
        }
        for strip in &mut strips {
            strip.turned = plan.turned;
        }
        if let Some(first) = strips.first_mut().filter(|_| self.introduced) {
            first.level = first.level.max(RATHER_NOT);
            self.hold_together();
        }
        self.take(strips, Some(before), Some(if grid { pt(150) } else { pt(140) }));
    }

    fn caption(&mut self, table: NodeId, words: &Table, plan: &Plan) -> Vec<Strip> {
        if words.caption.is_empty() && words.legend.is_empty() {
            return Vec::new();
        }
        let node = self.tree.add(Role::Caption, table);
        let mut spans = Vec::new();
        if !words.caption.is_empty() {
            spans.push(Span::new(&words.caption, Face::Bold, Owner::Node(node)));
        }
        if !spans.is_empty() && !words.legend.is_empty() {
            spans.push(Span::new(" – ", Face::Regular, Owner::Node(node)));
        }
        spans.push(Span::new(&words.legend, Face::Regular, Owner::Node(node)));
        let lines =
            self.lines(&spans, CAPTION, plan.width().max(RIGHT - LABEL - plan.left + LABEL));
        let mut strips = super::flow::stack(&lines, plan.left, CAPTION);
        super::text::together(&mut strips);
        strips
    }

    /// Keeps a head for repetition, as an artifact.
    pub(super) fn remember(&mut self, strips: &[Strip]) -> usize {
        let mut head = Strip::default();
        for strip in strips {
            let items = strip.items.iter().map(|(_, item)| {
                let mut item = super::strip::shift(item, head.height);
                item.owner = Owner::Artifact(Artifact::Layout);
                item
            });
            let rules = strip.artifacts.iter().map(|item| super::strip::shift(item, head.height));
            head.artifacts.extend(items.chain(rules));
            head.height += strip.height;
        }
        let first = head.artifacts.iter().find_map(|item| match item.shape {
            crate::frame::Shape::Rectangle { x, width, .. } => Some((x.0, width.0)),
            _ => None,
        });
        if let Some((x, width)) = first {
            head.rule(x, -THICK / 2, width, THICK);
        }
        self.heads.push(head);
        self.heads.len() - 1
    }

    /// Strips of a row, or of several that hang together.
    fn rows_of(
        &mut self,
        part: NodeId,
        rows: &[(usize, &Vec<Vec<Inline>>, Row)],
        plan: &Plan,
        places: &Places,
    ) -> Vec<Strip> {
        let padding = Padding { top: plan.padding, bottom: plan.padding };
        let mut cells: Vec<Vec<SpanCell>> = Vec::with_capacity(rows.len());
        for (at, row, kind) in rows {
            cells.push(self.cells(part, (*at, row), plan, *kind, places));
        }
        let strips = match cells.len() {
            1 => {
                let head = rows.iter().any(|(.., kind)| *kind == Row::Head);
                let style = if head { plan.head } else { plan.body };
                let cells: Vec<Cell> = cells.into_iter().flatten().map(|one| one.cell).collect();
                vec![self.row(&cells, padding, style.size)]
            }
            _ => self.spanned_rows(cells, padding, plan.body),
        };
        let mut all = Vec::new();
        for ((at, _, kind), mut strips) in rows.iter().zip(strips) {
            rules(&mut strips, *at, *kind, plan, places);
            all.append(&mut strips);
        }
        all
    }

    /// Cells of a row. One in which no cell begins is no row to whoever reads the structure.
    fn cells(
        &mut self,
        part: NodeId,
        (at, row): (usize, &[Vec<Inline>]),
        plan: &Plan,
        kind: Row,
        places: &Places,
    ) -> Vec<SpanCell> {
        let columns = plan.columns.len();
        if places.covered(at, columns) {
            return Vec::new();
        }
        let node = self.tree.add(Role::Tr, part);
        let style = if kind == Row::Head { plan.head } else { plan.body };
        let face = if kind == Row::Body { Face::Regular } else { Face::Bold };
        let mut cells = Vec::new();
        for (index, column) in plan.columns.iter().enumerate() {
            let Some((wide, rows)) = places.cell((at, index)) else { continue };
            let heading = kind == Row::Head || index == 0;
            let cell = self.tree.add(if heading { Role::Th } else { Role::Td }, node);
            let scope = if kind == Row::Head { Scope::Column } else { Scope::Row };
            let read = (at..at + rows).filter(|row| !places.covered(*row, columns)).count();
            if let Some(attributes) = self.tree.attributes(cell) {
                attributes.scope = heading.then_some(scope);
                attributes.column_span = u16::try_from(wide).unwrap_or(u16::MAX);
                attributes.row_span = u16::try_from(read).unwrap_or(u16::MAX);
            }
            let content = row.get(index).map_or(&[][..], Vec::as_slice);
            let spans = self.spans(content, cell, cell, face);
            let room = plan.room(index, wide);
            let (width, align) = match kind {
                Row::Head if wide > 1 => (room, Align::Center),
                Row::Head => (column.head, column.align),
                Row::Body | Row::Total => (room, column.align),
            };
            let lines = self.lines(&spans, style, width);
            let cell = Cell::of(lines, (column.x + column.padding, room), align, style);
            cells.push(SpanCell { cell, rows });
        }
        if kind == Row::Head {
            let heights = cells.iter().map(|one| one.cell.height());
            let least = heights.fold(style.size, i64::max);
            for one in &mut cells {
                one.cell.sink(least);
            }
        }
        cells
    }
}

/// Rules of a row: of its kind, and the grid, which leaves out what is inside a cell.
fn rules(strips: &mut [Strip], at: usize, kind: Row, plan: &Plan, places: &Places) {
    if plan.grid {
        for strip in &mut *strips {
            grid(strip, &plan.columns, at, places);
        }
    }
    let height = strips.last().map_or(0, |strip| strip.height);
    if let Some(strip) = strips.last_mut().filter(|_| kind == Row::Head) {
        strip.rule(plan.left, height - THIN / 2, plan.width(), THIN);
    }
    if let Some(strip) = strips.first_mut().filter(|_| kind == Row::Total) {
        strip.rule(plan.left, -THIN / 2, plan.width(), THIN);
    }
    if let Some(strip) = strips.first_mut().filter(|_| plan.grid && kind == Row::Body && at > 1) {
        above(strip, at, plan, places);
    }
}

/// The hairline above a row, as far as no cell reaches over it.
fn above(strip: &mut Strip, at: usize, plan: &Plan, places: &Places) {
    let mut open: Option<(i64, i64)> = None;
    for (index, column) in plan.columns.iter().enumerate() {
        let right = column.x + column.width;
        if !places.joined((at - 1, index), (at, index)) {
            open = Some((open.map_or(column.x, |(left, _)| left), right));
        } else if let Some((left, right)) = open.take() {
            strip.rule(left, -HAIR / 2, right - left, HAIR);
        }
    }
    if let Some((left, right)) = open {
        strip.rule(left, -HAIR / 2, right - left, HAIR);
    }
}

/// Upper and lower rule of the whole table.
fn close(strips: &mut [Strip], plan: &Plan) {
    if let Some(strip) = strips.first_mut() {
        strip.rule(plan.left, -THICK / 2, plan.width(), THICK);
    }
    if let Some(strip) = strips.last_mut() {
        strip.rule(plan.left, strip.height - THICK / 2, plan.width(), THICK);
    }
}

/// Hairlines between the columns.
fn grid(strip: &mut Strip, columns: &[Column], row: usize, places: &Places) {
    for (index, column) in columns.iter().enumerate().skip(1) {
        if !places.joined((row, index - 1), (row, index)) {
            strip.rule(column.x - HAIR / 2, 0, HAIR, strip.height);
        }
    }
}
