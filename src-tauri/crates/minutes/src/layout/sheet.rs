//! A sheet that is filled in and signed by hand: rows of one height with room to write.
//!
//! A row is never parted, and the head is repeated on every page.

use super::flow::{Flow, Place};
use super::inline::Style;
use super::rows::{Cell, Padding};
use super::strip::{KEEP, Strip};
use super::table::HAIR;
use super::units::{LABEL, RIGHT, mm, pt};
use crate::document::{Align, Face, Sheet, SheetRow};
use crate::frame::{NodeId, Role, Scope};

const HEAD: Style = Style::new(pt(90), pt(110));
const NAME: Style = Style::new(pt(105), pt(131)).tabular();
const BELOW: Style = Style::new(pt(95), pt(121));
/// Room for a signature.
const ROW: i64 = mm(970);
const FULL: i64 = RIGHT - LABEL;
const PADDING: i64 = mm(180);
/// Left edges of the columns; the last one ends with the text.
const EDGES: [i64; 6] = [
    LABEL,
    LABEL + mm(800),
    LABEL + mm(5_600),
    LABEL + mm(9_300),
    LABEL + mm(10_500),
    LABEL + mm(11_700),
];

/// Left edge and width of the words in a column.
fn column(at: usize) -> (i64, i64) {
    let left = EDGES.get(at).copied().unwrap_or(LABEL);
    let right = EDGES.get(at + 1).copied().unwrap_or(RIGHT);
    match at {
        0 => (left, right - left - PADDING),
        _ => (left + PADDING, right - left - 2 * PADDING + mm(80)),
    }
}

impl Flow<'_, '_> {
    pub(super) fn sheet(&mut self, place: Place, sheet: &Sheet) {
        let node = self.tree.add(Role::Table, place.node);
        let part = self.tree.add(Role::THead, node);
        let mut strips = self.sheet_head(part, &sheet.head);
        let head = self.remember(&strips);
        let body = self.tree.add(Role::TBody, node);
        for (at, row) in sheet.rows.iter().enumerate() {
            let mut row = self.sheet_row(body, row);
            if let Some(first) = row.first_mut().filter(|_| at == 0) {
                first.level = KEEP;
            }
            for strip in &mut row {
                strip.head = Some(head);
            }
            strips.append(&mut row);
        }
        if let Some(last) = strips.last_mut() {
            last.rule(LABEL, last.height - pt(8) / 2, FULL, pt(8));
        }
        self.take(strips, None, None);
        self.legend(place.node, &sheet.legend);
    }

    fn sheet_head(&mut self, part: NodeId, heads: &[String]) -> Vec<Strip> {
        let row = self.tree.add(Role::Tr, part);
        let mut cells = Vec::new();
        for (at, words) in heads.iter().enumerate() {
            let cell = self.tree.add(Role::Th, row);
            if let Some(attributes) = self.tree.attributes(cell) {
                attributes.scope = Some(Scope::Column);
            }
            let column = column(at);
            let lines = self.lines(&Self::span(words, Face::Bold, cell), HEAD, column.1);
            cells.push(Cell::of(lines, column, align(at), HEAD));
        }
        let least = cells.iter().map(Cell::height).fold(HEAD.size, i64::max);
        for cell in &mut cells {
            cell.sink(least);
        }
        let mut strips = self.row(&cells, Padding { top: pt(25), bottom: pt(25) }, HEAD.size);
        strips.iter_mut().for_each(columns);
        if let Some(first) = strips.first_mut() {
            first.rule(LABEL, -pt(8) / 2, FULL, pt(8));
        }
        strips
    }

    fn sheet_row(&mut self, body: NodeId, row: &SheetRow) -> Vec<Strip> {
        let node = self.tree.add(Role::Tr, body);
        let head = self.tree.add(Role::Th, node);
        if let Some(attributes) = self.tree.attributes(head) {
            attributes.scope = Some(Scope::Row);
        }
        let lines = self.lines(&Self::span(&row.number, Face::Regular, head), NAME, column(0).1);
        let number = Cell::of(lines, column(0), align(0), NAME);
        let cell = self.tree.add(Role::Td, node);
        let mut name = Cell::default();
        for (words, face, style) in
            [(&row.name, Face::Bold, NAME), (&row.below, Face::Regular, BELOW)]
        {
            if !words.is_empty() {
                let own = self.tree.add(Role::P, cell);
                let bound = words.replace(' ', "\u{a0}");
                let words = if face == Face::Bold { &bound } else { words };
                let lines = self.lines(&Self::span(words, face, own), style, column(1).1);
                name.add(lines, column(1), Align::Left, style, pt(26));
            }
        }
        for _ in 2..EDGES.len() {
            self.tree.add(Role::Td, node);
        }
        let content = name.height().max(number.height());
        let space = ((ROW - content) / 2).max(pt(25));
        let padding = Padding { top: space, bottom: (ROW - content - space).max(pt(25)) };
        let mut strips = self.row(&[number, name], padding, content);
        strips.iter_mut().for_each(columns);
        if let Some(first) = strips.first_mut() {
            first.rule(LABEL, -pt(4) / 2, FULL, pt(4));
        }
        strips
    }
}

fn align(at: usize) -> Align {
    if at == 0 { Align::Right } else { Align::Left }
}

/// Hairlines between the columns.
fn columns(strip: &mut Strip) {
    for x in EDGES.iter().skip(1) {
        strip.rule(x - HAIR / 2, 0, HAIR, strip.height);
    }
}
