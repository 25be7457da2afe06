//! The list of those present: two tables over the full width, groups as row heads.
//!
//! A person and the lines below the name never part; where a group goes on, its name is repeated
//! beside the repeated head, both as artifacts.

use super::fit::{self, Asked};
use super::flow::{Flow, Place, beside, stack};
use super::inline::Style;
use super::line::Line;
use super::rows::{Cell, Padding};
use super::strip::{KEEP, RATHER_NOT, Strip};
use super::table::HAIR;
use super::units::{GAP, LABEL, RIGHT, TEXT, above, mm, pt};
use crate::document::{
    Align, Attendance, AttendanceGroup, AttendanceRow, AttendanceTable, Face, Inline,
};
use crate::frame::{Artifact, NodeId, Owner, Role, Scope};

const ROW: Style = Style::new(pt(105), pt(131)).tabular();
const HEAD: Style = Style::new(pt(90), pt(120));
const BELOW: Style = Style::new(pt(95), pt(121)).tabular();
const LEGEND: Style = Style::new(pt(90), pt(120));
const FULL: i64 = RIGHT - LABEL;
const GUTTER: i64 = mm(300);
/// Between more than three columns beside the groups.
const TIGHT: i64 = mm(200);
const GROUP: i64 = mm(2_800);
/// Above and below a row, and at the edge of a group.
const INNER: i64 = pt(11);
const EDGE: i64 = pt(34);

/// Left edge and width.
type Column = (i64, i64);

impl Flow<'_, '_> {
    pub(super) fn attendance(&mut self, place: Place, list: &Attendance) {
        self.attendance_table(place.node, &list.members, GAP);
        if let Some(others) = &list.others {
            self.attendance_table(place.node, others, pt(150));
        }
        self.legend(place.node, &list.legend);
    }

    /// Small words below a table over the full width.
    pub(super) fn legend(&mut self, parent: NodeId, words: &str) {
        if words.is_empty() {
            return;
        }
        let node = self.tree.add(Role::P, parent);
        let spans = Self::span(words, Face::Regular, node);
        let lines = self.lines(&spans, LEGEND, FULL);
        self.keep = true;
        self.take(stack(&lines, LABEL, LEGEND), Some(GAP), None);
    }

    fn attendance_table(&mut self, parent: NodeId, table: &AttendanceTable, before: i64) {
        let cells = table.groups.iter().flat_map(|group| group.rows.iter());
        let most = cells.map(|row| row.cells.len() + 2).max().unwrap_or(0);
        let columns = self.columns(table, most.max(table.head.len()).max(2));
        let node = self.tree.add(Role::Table, parent);
        let part = self.tree.add(Role::THead, node);
        let mut strips = self.attendance_head(part, table, &columns);
        let head = self.remember(&strips);
        let body = self.tree.add(Role::TBody, node);
        for (at, group) in table.groups.iter().enumerate() {
            let mut rows = self.attendance_group(body, group, &columns, head);
            if let Some(first) = rows.first_mut() {
                if at == 0 {
                    first.level = KEEP;
                } else {
                    first.rule(LABEL, -HAIR / 2, FULL, HAIR);
                }
            }
            strips.append(&mut rows);
        }
        if let Some(last) = strips.last_mut() {
            last.rule(LABEL, last.height - pt(8) / 2, FULL, pt(8));
        }
        self.take(strips, Some(before), None);
    }

    /// The usual columns; where a name or another cell would get a second line there, widths by what
    /// stands in them. A name is broken last of all.
    fn columns(&mut self, table: &AttendanceTable, count: usize) -> Vec<Column> {
        let usual = columns(count);
        let mut least = vec![0; count - 1];
        let mut cells: Vec<Vec<i64>> = vec![Vec::new(); count - 1];
        for (at, least) in least.iter_mut().enumerate() {
            let words = table.head.get(at + 1).map_or("", String::as_str);
            *least = self.measure(&[Inline::text(words)], HEAD, Face::Bold).0;
        }
        for row in table.groups.iter().flat_map(|group| &group.rows) {
            let own = std::iter::once(&row.name).chain(&row.cells);
            for (at, (words, (least, cells))) in
                own.zip(least.iter_mut().zip(&mut cells)).enumerate()
            {
                let (word, whole) = self.measure(&[Inline::text(words)], ROW, Face::Regular);
                *least = (*least).max(if at == 0 { whole } else { word });
                cells.push(whole);
            }
        }
        let asked: Vec<Asked> =
            least.iter().zip(&cells).map(|(least, cells)| Asked { least: *least, cells }).collect();
        let widths: Vec<i64> = usual.iter().skip(1).map(|column| column.1).collect();
        let plain = fit::lines(&asked, &vec![i64::MAX / 2; asked.len()]);
        if fit::lines(&asked, &widths) == plain {
            return usual;
        }
        let gutter = if asked.len() > 3 { TIGHT } else { GUTTER };
        let gutters = gutter * i64::try_from(asked.len() - 1).unwrap_or(0);
        let liked = |one: &Asked| one.cells.iter().copied().fold(one.least, i64::max);
        let liked: Vec<i64> = asked.iter().map(liked).collect();
        let Some(widths) = fit::spread(&asked, &liked, RIGHT - TEXT - gutters) else {
            return usual;
        };
        let mut columns = vec![(LABEL, GROUP)];
        let mut left = TEXT;
        for width in widths {
            columns.push((left, width));
            left += width + gutter;
        }
        columns
    }

    fn attendance_head(
        &mut self,
        part: NodeId,
        table: &AttendanceTable,
        columns: &[Column],
    ) -> Vec<Strip> {
        let node = self.tree.add(Role::Tr, part);
        let mut cells = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let cell = self.tree.add(Role::Th, node);
            if let Some(attributes) = self.tree.attributes(cell) {
                attributes.scope = Some(Scope::Column);
            }
            let words = table.head.get(at).map_or("", String::as_str);
            let lines = self.lines(&Self::span(words, Face::Bold, cell), HEAD, column.1);
            cells.push(Cell::of(lines, *column, align(at, columns.len()), HEAD));
        }
        let padding = Padding { top: pt(13), bottom: pt(13) };
        let mut strips = self.row(&cells, padding, HEAD.size);
        if let Some(strip) = strips.first_mut() {
            strip.rule(LABEL, -pt(8) / 2, FULL, pt(8));
        }
        if let Some(strip) = strips.last_mut() {
            strip.rule(LABEL, strip.height - pt(4) / 2, FULL, pt(4));
        }
        strips
    }

    fn attendance_group(
        &mut self,
        body: NodeId,
        group: &AttendanceGroup,
        columns: &[Column],
        head: usize,
    ) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut label = Vec::new();
        let count = group.rows.len();
        for (at, row) in group.rows.iter().enumerate() {
            let line = self.tree.add(Role::Tr, body);
            if at == 0 {
                let cell = self.row_head(line);
                if let Some(attributes) = self.tree.attributes(cell) {
                    attributes.row_span = u16::try_from(count).unwrap_or(u16::MAX);
                }
                label = self.lines(&Self::span(&group.name, Face::Bold, cell), ROW, GROUP);
            }
            let top = if at == 0 { EDGE } else { INNER };
            let bottom = if at + 1 == count { EDGE } else { INNER };
            let cells = self.person(line, row, columns);
            let mut rows = self.row(&cells, Padding { top, bottom }, ROW.size);
            // No page keeps or gets one person of a group alone.
            let alone = at == 1 || at > 0 && at + 1 == count;
            if let Some(first) = rows.first_mut().filter(|_| alone) {
                first.level = RATHER_NOT;
            }
            strips.append(&mut rows);
        }
        let named = self.named_head(head, &label);
        for (at, strip) in strips.iter_mut().enumerate() {
            strip.head = Some(if at == 0 { head } else { named });
        }
        beside(&mut strips, &label, LABEL, EDGE + above(ROW.size), ROW, 0);
        strips
    }

    /// The head with the name of a group that goes on below it.
    fn named_head(&mut self, head: usize, label: &[Line]) -> usize {
        let mut named = self.heads.get(head).cloned().unwrap_or_default();
        let mut name = Strip::default();
        for (at, line) in label.iter().enumerate() {
            let at = i64::try_from(at).unwrap_or(0);
            name.put(line, LABEL, named.height + EDGE + above(ROW.size) + at * ROW.leading, 0);
        }
        named.artifacts.extend(name.items.into_iter().map(|(_, mut item)| {
            item.owner = Owner::Artifact(Artifact::Layout);
            item
        }));
        named.height += EDGE - INNER;
        self.heads.push(named);
        self.heads.len() - 1
    }

    fn row_head(&mut self, row: NodeId) -> NodeId {
        let cell = self.tree.add(Role::Th, row);
        if let Some(attributes) = self.tree.attributes(cell) {
            attributes.scope = Some(Scope::Row);
        }
        cell
    }

    /// Cells of a person: the name with the lines below it, then status and faction or office.
    fn person(&mut self, row: NodeId, person: &AttendanceRow, columns: &[Column]) -> Vec<Cell> {
        let mut cells = Vec::new();
        let head = self.row_head(row);
        let mut name = Cell::default();
        let mut columns = columns.iter().copied().skip(1);
        let column = columns.next().unwrap_or((TEXT, RIGHT - TEXT));
        let node = if person.annotations.is_empty() { head } else { self.tree.add(Role::P, head) };
        let bound = person.name.replace(' ', "\u{a0}");
        let lines = self.lines(&Self::span(&bound, Face::Regular, node), ROW, column.1);
        name.add(lines, column, Align::Left, ROW, 0);
        for words in &person.annotations {
            let node = self.tree.add(Role::P, head);
            let lines = self.lines(&Self::span(words, Face::Regular, node), BELOW, column.1);
            name.add(lines, column, Align::Left, BELOW, pt(26));
        }
        cells.push(name);
        let count = columns.len() + 2;
        for (at, column) in columns.enumerate() {
            let cell = self.tree.add(Role::Td, row);
            let words = person.cells.get(at).map_or("", String::as_str);
            let lines = self.lines(&Self::span(words, Face::Regular, cell), ROW, column.1);
            cells.push(Cell::of(lines, column, align(at + 2, count), ROW));
        }
        cells
    }
}

/// With times and minutes the last column holds figures.
fn align(at: usize, count: usize) -> Align {
    if count > 4 && at + 1 == count { Align::Right } else { Align::Left }
}

/// Group, name, then status and faction, or the office; with times and minutes behind them; or equal
/// shares.
fn columns(count: usize) -> Vec<Column> {
    let mut columns = vec![(LABEL, GROUP)];
    match count {
        0..=2 => columns.push((TEXT, RIGHT - TEXT)),
        3 => columns.extend([(TEXT, mm(4_200)), (mm(10_100), RIGHT - mm(10_100))]),
        4 => columns.extend([
            (TEXT, mm(6_800)),
            (mm(12_700), mm(1_400)),
            (mm(14_400), RIGHT - mm(14_400)),
        ]),
        5 => columns.extend([
            (TEXT, mm(4_100)),
            (mm(9_950), mm(4_200)),
            (mm(14_350), mm(2_500)),
            (mm(17_000), RIGHT - mm(17_000)),
        ]),
        6 => columns.extend([
            (TEXT, mm(4_100)),
            (mm(9_950), mm(900)),
            (mm(11_000), mm(3_150)),
            (mm(14_350), mm(2_500)),
            (mm(17_000), RIGHT - mm(17_000)),
        ]),
        _ => {
            columns.push((TEXT, mm(5_000)));
            let others = i64::try_from(count).unwrap_or(5) - 2;
            let room = RIGHT - TEXT - mm(5_300);
            let each = room / others;
            let left = TEXT + mm(5_300);
            columns.extend((0..others).map(|at| (left + at * each, (each - GUTTER).max(1))));
        }
    }
    columns
}
