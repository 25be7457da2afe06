//! Tables: columns by content, rules, repeated heads.
//!
//! A table that does not fit the text column takes the full width; one that does not fit that either
//! gets smaller letters, and only then are words cut. Every cell is printed.

use super::columns::{Column, Plan};
use super::flow::{Flow, Place};
use super::inline::{Span, Style};
use super::rows::{Cell, Padding};
use super::strip::{KEEP, Strip};
use super::units::{LABEL, RIGHT, pt};
use crate::document::{Face, Inline, Table, TableKind};
use crate::frame::{Artifact, NodeId, Owner, Role, Scope};

const THICK: i64 = pt(8);
const THIN: i64 = pt(4);
/// Hairline, 0.25 pt.
pub(super) const HAIR: i64 = 250;
const CAPTION: Style = Style::new(pt(95), pt(125));

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
        let mut strips = Vec::new();
        let mut head = None;
        if table.head.iter().any(|cell| !cell.is_empty()) {
            let part = self.tree.add(Role::THead, node);
            strips = self.cells(part, &table.head, &plan, Row::Head);
            head = Some(self.remember(&strips));
        }
        let body = self.tree.add(Role::TBody, node);
        let rows = table.rows.iter().map(|row| (row, Row::Body));
        let total = table.total.iter().map(|row| (row, Row::Total));
        let mut first = true;
        for (row, kind) in rows.chain(total) {
            let mut cells = self.cells(body, row, &plan, kind);
            if let Some(strip) = cells.first_mut() {
                if first || kind == Row::Total {
                    strip.level = KEEP;
                }
                if grid && !first && kind == Row::Body {
                    strip.rule(plan.left, -HAIR / 2, plan.width(), HAIR);
                }
            }
            for strip in &mut cells {
                strip.head = head;
            }
            first = false;
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

    /// Strips of a row.
    fn cells(&mut self, part: NodeId, row: &[Vec<Inline>], plan: &Plan, kind: Row) -> Vec<Strip> {
        let node = self.tree.add(Role::Tr, part);
        let style = if kind == Row::Head { plan.head } else { plan.body };
        let face = if kind == Row::Body { Face::Regular } else { Face::Bold };
        let mut cells = Vec::new();
        for (at, column) in plan.columns.iter().enumerate() {
            let heading = kind == Row::Head || at == 0;
            let cell = self.tree.add(if heading { Role::Th } else { Role::Td }, node);
            let scope = if kind == Row::Head { Scope::Column } else { Scope::Row };
            if let Some(attributes) = self.tree.attributes(cell).filter(|_| heading) {
                attributes.scope = Some(scope);
            }
            let content = row.get(at).map_or(&[][..], Vec::as_slice);
            let spans = self.spans(content, cell, cell, face);
            let width = if kind == Row::Head { column.head } else { column.text_width() };
            let lines = self.lines(&spans, style, width);
            let area = (column.x + column.padding, column.text_width());
            cells.push(Cell::of(lines, area, column.align, style));
        }
        let least = cells.iter().map(Cell::height).fold(style.size, i64::max);
        if kind == Row::Head {
            for cell in &mut cells {
                cell.sink(least);
            }
        }
        let padding = Padding { top: plan.padding, bottom: plan.padding };
        let mut strips = self.row(&cells, padding, style.size);
        for strip in &mut strips {
            if plan.grid {
                grid(strip, &plan.columns);
            }
        }
        let height = strips.last().map_or(0, |strip| strip.height);
        if let Some(strip) = strips.last_mut().filter(|_| kind == Row::Head) {
            strip.rule(plan.left, height - THIN / 2, plan.width(), THIN);
        }
        if let Some(strip) = strips.first_mut().filter(|_| kind == Row::Total) {
            strip.rule(plan.left, -THIN / 2, plan.width(), THIN);
        }
        strips
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
fn grid(strip: &mut Strip, columns: &[Column]) {
    for column in columns.iter().skip(1) {
        strip.rule(column.x - HAIR / 2, 0, HAIR, strip.height);
    }
}
