//! Rows of cells: lines side by side in columns.
//!
//! A row is one strip, unless it is taller than half a page; then it is cut between its lines, and
//! the page puts its cells back into reading order. It knows no table.

use super::flow::Flow;
use super::inline::Style;
use super::line::Line;
use super::strip::{KEEP, Strip};
use super::units::{AREA, above};
use crate::document::Align;

/// Lines of a cell at their places, y from the upper edge of the content.
#[derive(Debug, Default)]
pub(super) struct Cell {
    lines: Vec<(Line, i64, i64)>,
    height: i64,
}

impl Cell {
    /// Adds lines below those that are there; `gap` is the space above them.
    pub(super) fn add(
        &mut self,
        lines: Vec<Line>,
        (x, width): (i64, i64),
        align: Align,
        style: Style,
        gap: i64,
    ) {
        for (at, line) in lines.into_iter().enumerate() {
            let space = if at > 0 {
                style.leading - style.size
            } else if self.height > 0 {
                gap
            } else {
                0
            };
            let offset = match align {
                Align::Left => 0,
                Align::Right => width - line.width,
                Align::Center => (width - line.width).div_euclid(2),
            };
            let top = self.height + space;
            self.lines.push((line, x + offset, top + above(style.size)));
            self.height = top + style.size;
        }
    }

    /// A cell of lines in one style.
    pub(super) fn of(lines: Vec<Line>, column: (i64, i64), align: Align, style: Style) -> Self {
        let mut cell = Self::default();
        cell.add(lines, column, align, style, 0);
        cell
    }

    pub(super) fn height(&self) -> i64 {
        self.height
    }

    /// Shares the lines out among the rows that the cell spans, so that each stands within one of them
    /// and a page may end between any two; the last row grows where they need more room.
    pub(super) fn share(self, heights: &mut [i64], padding: Padding, style: Style) -> Vec<Self> {
        let mut parts: Vec<Self> = heights.iter().map(|_| Self::default()).collect();
        let (mut row, mut y) = (0, padding.top);
        for (line, x, _) in self.lines {
            let below = |row: usize| heights.get(row).map_or(0, |height| height - padding.bottom);
            if y + style.size > below(row) && row + 1 < parts.len() {
                (row, y) = (row + 1, padding.top);
            }
            if let Some(part) = parts.get_mut(row) {
                let top = y - padding.top;
                part.lines.push((line, x, top + above(style.size)));
                part.height = top + style.size;
            }
            if let Some(height) = heights.get_mut(row) {
                *height = (*height).max(y + style.size + padding.bottom);
            }
            y += style.leading;
        }
        parts
    }

    /// Moves the lines to the foot of a row.
    pub(super) fn sink(&mut self, height: i64) {
        let by = height - self.height;
        for line in &mut self.lines {
            line.2 += by;
        }
        self.height = height;
    }
}

/// Space above and below the content of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Padding {
    pub(super) top: i64,
    pub(super) bottom: i64,
}

/// A cell with its rank in reading order.
pub(super) type Ranked<'a> = (usize, &'a Cell);

impl Flow<'_, '_> {
    /// Strips of a row; `least` is the height of its content if the cells are empty.
    pub(super) fn row(&mut self, cells: &[Cell], padding: Padding, least: i64) -> Vec<Strip> {
        let cells: Vec<Ranked> = cells.iter().enumerate().collect();
        self.ranked_row(&cells, padding, least)
    }

    fn ranked_row(&mut self, cells: &[Ranked], padding: Padding, least: i64) -> Vec<Strip> {
        let content = cells.iter().map(|(_, cell)| cell.height()).fold(least, i64::max);
        let height = padding.top + content + padding.bottom;
        if height <= AREA / 2 {
            let mut strip = Strip::new(0, height);
            for (rank, cell) in cells {
                for (line, x, baseline) in &cell.lines {
                    strip.put(line, *x, baseline + padding.top, *rank);
                }
            }
            return vec![strip];
        }
        self.rows += 1;
        cut(cells, padding, height, self.rows)
    }

    /// Strips of rows that hang together because cells span several of them, row by row. They are read
    /// cell by cell, and stay on one page unless they are taller than half of it.
    pub(super) fn spanned_rows(
        &mut self,
        rows: Vec<Vec<SpanCell>>,
        padding: Padding,
        style: Style,
    ) -> Vec<Vec<Strip>> {
        let around = padding.top + padding.bottom;
        let mut heights: Vec<i64> = Vec::new();
        for row in &rows {
            let single = row.iter().filter(|cell| cell.rows == 1);
            heights.push(around + single.map(|one| one.cell.height()).fold(style.size, i64::max));
        }
        let mut ranked: Vec<Vec<(usize, Cell)>> = rows.iter().map(|_| Vec::new()).collect();
        let mut rank = 0;
        for (at, row) in rows.into_iter().enumerate() {
            for SpanCell { cell, rows } in row {
                let end = (at + rows).min(heights.len());
                let parts = match heights.get_mut(at..end) {
                    Some(heights) if rows > 1 => cell.share(heights, padding, style),
                    _ => vec![cell],
                };
                for (row, part) in ranked.iter_mut().skip(at).zip(parts) {
                    row.push((rank, part));
                }
                rank += 1;
            }
        }
        let mut strips = Vec::new();
        for (cells, height) in ranked.iter().zip(&heights) {
            let cells: Vec<Ranked> = cells.iter().map(|(rank, cell)| (*rank, cell)).collect();
            strips.push(self.ranked_row(&cells, padding, height - around));
        }
        self.rows += 1;
        let together = heights.iter().sum::<i64>() <= AREA / 2;
        for (at, strip) in strips.iter_mut().flatten().enumerate() {
            strip.row = Some(self.rows);
            if at > 0 && together {
                strip.level = KEEP;
            }
        }
        strips
    }
}

/// A cell that takes so many rows, this one and those below.
#[derive(Debug)]
pub(super) struct SpanCell {
    pub(super) cell: Cell,
    pub(super) rows: usize,
}

/// A tall row in strips, one for each baseline.
fn cut(cells: &[Ranked], padding: Padding, height: i64, row: usize) -> Vec<Strip> {
    let mut all: Vec<(i64, usize, &Line, i64)> = Vec::new();
    for (rank, cell) in cells {
        all.extend(cell.lines.iter().map(|(line, x, baseline)| (*baseline, *rank, line, *x)));
    }
    all.sort_by_key(|(baseline, rank, ..)| (*baseline, *rank));
    let first = all.first().map_or(0, |line| line.0);
    let mut strips: Vec<Strip> = Vec::new();
    let mut groups = all.chunk_by(|left, right| left.0 == right.0).peekable();
    let mut from = 0;
    while let Some(group) = groups.next() {
        // Every strip reaches as far above its baseline as the first one.
        let next = groups.peek().and_then(|group| group.first());
        let end = next.map_or(height, |line| padding.top + line.0 - first);
        let mut strip = Strip::new(0, end - from);
        strip.row = Some(row);
        for (baseline, rank, line, x) in group {
            strip.put(line, *x, padding.top + baseline - from, *rank);
            strip.hyphen |= line.hyphen;
        }
        if strips.len() == 1 || next.is_none() {
            strip.level = KEEP;
        }
        strips.push(strip);
        from = end;
    }
    strips
}
