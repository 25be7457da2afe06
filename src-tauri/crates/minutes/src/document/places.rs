//! Which cells of a table are one, as far as that can be: whatever a document says, no two cells take
//! the same place, none reaches out of head, body or total, and none covers a word.

use super::{Inline, Table};
use std::collections::BTreeMap;

/// Row and column; row 0 is the head, then come the body rows, then the total.
pub(crate) type Spot = (usize, usize);

/// The places of a table. A table without merged cells costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Columns and rows of the cells that are larger than one place.
    spans: BTreeMap<Spot, (usize, usize)>,
    /// The cell that takes a place, for every place of these cells.
    owners: BTreeMap<Spot, Spot>,
}

impl Table {
    /// All rows: head, body, total.
    pub(crate) fn all_rows(&self) -> impl Iterator<Item = &Vec<Vec<Inline>>> {
        [&self.head].into_iter().chain(&self.rows).chain(&self.total)
    }

    /// So many columns has the widest row.
    pub(crate) fn width(&self) -> usize {
        let rows = self.all_rows().map(Vec::len);
        rows.chain([self.columns.len()]).max().unwrap_or(0)
    }

    /// What stands at a place; nothing where no row is as wide.
    pub(crate) fn cell(&self, (row, column): Spot) -> &[Inline] {
        let row = match row.checked_sub(1) {
            None => Some(&self.head),
            Some(below) => self.rows.get(below).or(self.total.as_ref()),
        };
        row.and_then(|row| row.get(column)).map_or(&[][..], Vec::as_slice)
    }

    /// The same, but nothing where the cell is wider than its column.
    pub(crate) fn own_cell(&self, places: &Places, spot: Spot) -> &[Inline] {
        let own = places.cell(spot).is_some_and(|(columns, _)| columns == 1);
        if own { self.cell(spot) } else { &[] }
    }

    /// Which cells are one.
    pub(crate) fn places(&self) -> Places {
        let mut places = Places::default();
        if self.merged.is_empty() {
            return places;
        }
        let rows: Vec<_> = self.all_rows().collect();
        let width = self.width();
        for merge in &self.merged {
            let number = |value: u32| usize::try_from(value).unwrap_or(usize::MAX);
            let (row, column) = (number(merge.row), number(merge.column));
            let (high, wide) = (number(merge.rows), number(merge.columns));
            let body = self.rows.len();
            let end = if row == 0 || row > body { row.saturating_add(1) } else { body + 1 };
            let fits = row < rows.len()
                && row.checked_add(high).is_some_and(|below| below <= end)
                && column.checked_add(wide).is_some_and(|right| right <= width);
            if !fits || high == 0 || wide == 0 || (high == 1 && wide == 1) {
                continue;
            }
            let spots =
                || (row..row + high).flat_map(|y| (column..column + wide).map(move |x| (y, x)));
            let word = |(y, x): Spot| {
                let cell = rows.get(y).and_then(|row| row.get(x));
                cell.is_some_and(|cell| !cell.is_empty())
            };
            let free = |spot: Spot| !places.owners.contains_key(&spot);
            if spots().all(|spot| free(spot) && (spot == (row, column) || !word(spot))) {
                places.owners.extend(spots().map(|spot| (spot, (row, column))));
                places.spans.insert((row, column), (wide, high));
            }
        }
        places
    }
}

impl Places {
    /// Columns and rows of the cell that begins at a place; none where another one covers it.
    pub(crate) fn cell(&self, spot: Spot) -> Option<(usize, usize)> {
        match self.owners.get(&spot) {
            None => Some((1, 1)),
            Some(_) => self.spans.get(&spot).copied(),
        }
    }

    /// Whether cells from above take a whole row of so many columns, so that none begins in it.
    pub(crate) fn covered(&self, row: usize, columns: usize) -> bool {
        columns > 0 && (0..columns).all(|column| self.cell((row, column)).is_none())
    }

    /// Whether two places are in one cell.
    pub(crate) fn joined(&self, one: Spot, other: Spot) -> bool {
        let owner = |spot| self.owners.get(&spot);
        owner(one).is_some_and(|first| Some(first) == owner(other))
    }

    /// The last row of those that hang together with a row.
    pub(crate) fn last_row(&self, row: usize) -> usize {
        let mut last = row;
        for ((first, _), (_, rows)) in self.spans.range((row, 0)..) {
            if *first > last {
                break;
            }
            last = last.max(first + rows - 1);
        }
        last
    }

    /// Whether no cell reaches into a row from above.
    pub(crate) fn begins(&self, row: usize) -> bool {
        !self.spans.iter().any(|((first, _), (_, rows))| *first < row && row < first + rows)
    }

    /// Whether any cell is higher than its row.
    pub(crate) fn any_high(&self) -> bool {
        self.spans.values().any(|(_, rows)| *rows > 1)
    }

    /// The cells that are wider than their column: where they begin, and how many columns they take.
    pub(crate) fn wide(&self) -> impl Iterator<Item = (Spot, usize)> {
        let wide = self.spans.iter().filter(|(_, (columns, _))| *columns > 1);
        wide.map(|(spot, (columns, _))| (*spot, *columns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, TableKind};
    use sitzungsbuch_core::richtext::Merge;

    fn table(merged: Vec<(u32, u32, u32, u32)>) -> Table {
        let row = |words: [&str; 3]| -> Vec<Vec<Inline>> {
            let cell = |word: &&str| (!word.is_empty()).then(|| Inline::text(*word));
            words.iter().map(|word| cell(word).into_iter().collect()).collect()
        };
        let merge = |(row, column, rows, columns)| Merge { row, column, rows, columns };
        Table {
            kind: TableKind::Plain,
            caption: String::new(),
            legend: String::new(),
            columns: vec![Align::Left; 3],
            head: row(["a", "b", ""]),
            rows: vec![row(["c", "d", ""]), row(["", "", ""]), row(["e", "f", "g"])],
            total: Some(row(["h", "", "i"])),
            merged: merged.into_iter().map(merge).collect(),
        }
    }

    #[test]
    fn cells_that_are_one_take_their_places() {
        let places = table(vec![(0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 2, 2)]).places();
        assert_eq!(places.cell((0, 1)), Some((2, 1)));
        assert_eq!(places.cell((0, 2)), None);
        assert_eq!(places.cell((1, 1)), Some((2, 2)));
        assert_eq!(places.cell((3, 0)), Some((1, 1)));
        assert!(places.joined((1, 1), (2, 2)) && !places.joined((1, 0), (1, 1)));
        assert!(!places.joined((3, 0), (3, 1)));
        assert_eq!([1, 2, 3].map(|row| places.begins(row)), [true, false, true]);
        assert_eq!((places.last_row(0), places.last_row(1), places.last_row(3)), (0, 2, 3));
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        for bad in [
            (0, 0, 1, 2),
            (0, 2, 2, 1),
            (2, 2, 2, 1),
            (1, 2, 1, 2),
            (9, 0, 1, 2),
            (1, 1, 0, 2),
            (u32::MAX, 0, u32::MAX, u32::MAX),
        ] {
            let places = table(vec![bad]).places();
            assert!(places.spans.is_empty() && places.owners.is_empty(), "{bad:?}");
        }
        // Of two that overlap the first one stands.
        let places = table(vec![(1, 1, 1, 2), (1, 2, 2, 1)]).places();
        assert_eq!((places.cell((1, 1)), places.spans.len()), (Some((2, 1)), 1));
    }
}
