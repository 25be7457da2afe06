//! Tables of a text: one head row, and cells that may be one with their neighbours.
//!
//! A row always has as many cells as the table has columns. Where some of them are one, the first
//! holds the content and the others are empty, so that whoever does not care about it loses no word.

use super::{Inlines, Length, Unfit};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// Words.
    Left,
    /// Amounts.
    Right,
    /// Single letters of a plan.
    Center,
}

/// A table with one head row.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Caption above, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// Legend in the caption, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legend: String,
    /// Alignment per column; as many as `head` has cells.
    pub columns: Vec<Align>,
    /// Head row.
    pub head: Vec<Inlines>,
    /// Body rows, each as wide as the head.
    pub rows: Vec<Vec<Inlines>>,
    /// Row of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<Inlines>>,
    /// Cells that are one; what they cover is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merge>,
}

/// Cells that are one: so many rows and columns, counted from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Merge {
    /// Row of the first cell: 0 is the head, then come the body rows, then the total.
    pub row: u32,
    /// Column of the first cell, from 0.
    pub column: u32,
    /// How many rows.
    #[serde(default = "one")]
    pub rows: u32,
    /// How many columns.
    #[serde(default = "one")]
    pub columns: u32,
}

const fn one() -> u32 {
    1
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("caption", &Length(&self.caption))
            .field("legend", &Length(&self.legend))
            .field("columns", &self.columns)
            .field("head", &self.head)
            .field("rows", &self.rows)
            .field("total", &self.total)
            .field("merged", &self.merged)
            .finish()
    }
}

impl Merge {
    /// The cells it takes: row and column, its first one at the beginning.
    fn cells(&self) -> impl Iterator<Item = (u32, u32)> {
        let Self { row, column, rows, columns } = *self;
        let columns = column..column.saturating_add(columns);
        (row..row.saturating_add(rows))
            .flat_map(move |row| columns.clone().map(move |at| (row, at)))
    }
}

impl Table {
    /// Every row of it: head, body, total.
    pub fn all_rows(&self) -> impl Iterator<Item = &Vec<Inlines>> {
        [&self.head].into_iter().chain(&self.rows).chain(&self.total)
    }

    /// Rows are as wide as the head, and cells that are one lie within head, body or total, apart from
    /// each other and without a word in what they cover.
    pub(super) fn check(&self) -> Result<(), Unfit> {
        let width = self.head.len();
        let even = self.all_rows().all(|row| row.len() == width);
        if width == 0 || self.columns.len() != width || !even {
            return Err(Unfit::RaggedTable);
        }
        let rows: Vec<_> = self.all_rows().collect();
        let mut taken = BTreeSet::new();
        let fits = self.merged.iter().all(|merge| self.fits(merge, &rows, &mut taken));
        if fits { Ok(()) } else { Err(Unfit::MergedCells) }
    }

    fn fits(&self, merge: &Merge, all: &[&Vec<Inlines>], taken: &mut BTreeSet<(u32, u32)>) -> bool {
        let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let Merge { row, column, rows, columns } = *merge;
        let (width, body) = (size(self.head.len()), size(self.rows.len()));
        let last = if row == 0 || row > body { row } else { body };
        let inside = last <= body.saturating_add(u32::from(self.total.is_some()))
            && column.checked_add(columns).is_some_and(|end| end <= width)
            && row.checked_add(rows).is_some_and(|end| end <= last.saturating_add(1));
        let several = rows > 0 && columns > 0 && (rows > 1 || columns > 1);
        let empty = |(row, column): (u32, u32)| {
            let row = usize::try_from(row).ok().and_then(|row| all.get(row));
            let cell = usize::try_from(column).ok().zip(row).and_then(|(at, row)| row.get(at));
            cell.is_some_and(|cell| cell.0.is_empty())
        };
        let mut cells = merge.cells().enumerate();
        inside && several && cells.all(|(at, cell)| taken.insert(cell) && (at == 0 || empty(cell)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Block, RichText};
    use super::*;
    use alloc::vec;

    /// Three columns, two rows, a total; "x" stands where nothing is covered.
    fn table(merged: Vec<Merge>) -> Table {
        let row = |words: [&str; 3]| words.map(Inlines::plain).to_vec();
        Table {
            caption: String::new(),
            legend: String::new(),
            columns: vec![Align::Left, Align::Right, Align::Right],
            head: row(["x", "x", ""]),
            rows: vec![row(["x", "x", ""]), row(["", "", ""])],
            total: Some(row(["x", "", "x"])),
            merged,
        }
    }

    fn merge(row: u32, column: u32, rows: u32, columns: u32) -> Merge {
        Merge { row, column, rows, columns }
    }

    #[test]
    fn cells_are_one_within_head_body_and_total_where_they_cover_no_word() {
        let fine = [
            vec![merge(0, 1, 1, 2)],
            vec![merge(1, 0, 2, 1), merge(1, 1, 2, 2)],
            vec![merge(2, 0, 1, 3), merge(3, 0, 1, 2), merge(0, 1, 1, 2)],
        ];
        for merged in fine {
            assert_eq!(table(merged.clone()).check(), Ok(()), "{merged:?}");
        }
        let bad = [
            ("a single cell", vec![merge(1, 1, 1, 1)]),
            ("no cell", vec![merge(1, 1, 0, 2)]),
            ("wider than the table", vec![merge(1, 1, 1, 3)]),
            ("outside", vec![merge(4, 0, 1, 2)]),
            ("head and body", vec![merge(0, 2, 2, 1)]),
            ("body and total", vec![merge(2, 1, 2, 1)]),
            ("below the total", vec![merge(3, 0, 2, 1)]),
            ("a word below", vec![merge(0, 0, 1, 2)]),
            ("twice", vec![merge(1, 1, 1, 2), merge(1, 2, 2, 1)]),
            ("no end", vec![merge(1, 1, u32::MAX, 1)]),
            ("no end either", vec![merge(u32::MAX, u32::MAX, u32::MAX, u32::MAX)]),
        ];
        for (why, merged) in bad {
            assert_eq!(table(merged).check(), Err(Unfit::MergedCells), "{why}");
        }
        // Without a total its row is outside.
        let without = Table { total: None, ..table(vec![merge(3, 0, 1, 2)]) };
        assert_eq!(without.check(), Err(Unfit::MergedCells));
    }

    #[test]
    fn what_was_written_before_cells_could_be_one_reads_as_ever() {
        let old = r#"{"blocks":[{"type":"table","columns":["left"],"head":[[]],"rows":[]}]}"#;
        let text: RichText = serde_json::from_str(old).unwrap();
        assert_eq!(serde_json::to_string(&text).unwrap(), old);
        let [Block::Table(read)] = text.blocks.as_slice() else { panic!("{text:?}") };
        assert!(read.merged.is_empty());
        let short = r#"{"row":1,"column":0,"columns":2}"#;
        assert_eq!(serde_json::from_str::<Merge>(short).unwrap(), merge(1, 0, 1, 2));
    }
}
