//! Rows of cells: lines side by side in columns.
//!
//! A row is one strip, unless it is taller than half a page; then it is cut between its lines, and
//! the page puts its cells back into reading order. It knows no table.

use super::flow::Flow;
use super::inline::{Line, Style};
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

impl Flow<'_, '_> {
    /// Strips of a row; `least` is the height of its content if the cells are empty.
    pub(super) fn row(&mut self, cells: &[Cell], padding: Padding, least: i64) -> Vec<Strip> {
        let content = cells.iter().map(Cell::height).fold(least, i64::max);
        let height = padding.top + content + padding.bottom;
        if height <= AREA / 2 {
            let mut strip = Strip::new(0, height);
            for (rank, cell) in cells.iter().enumerate() {
                for (line, x, baseline) in &cell.lines {
                    strip.put(line, *x, baseline + padding.top, rank);
                }
            }
            return vec![strip];
        }
        self.rows += 1;
        cut(cells, padding, height, self.rows)
    }
}

/// A tall row in strips, one for each baseline.
fn cut(cells: &[Cell], padding: Padding, height: i64, row: usize) -> Vec<Strip> {
    let all = cells.iter().flat_map(|cell| cell.lines.iter());
    let mut baselines: Vec<i64> = all.map(|line| line.2).collect();
    baselines.sort_unstable();
    baselines.dedup();
    let first = baselines.first().copied().unwrap_or(0);
    // Every strip reaches as far above its baseline as the first one.
    let top = |at: usize| baselines.get(at).map(|baseline| padding.top + baseline - first);
    let count = baselines.len();
    let mut strips = Vec::with_capacity(count);
    for (at, baseline) in baselines.iter().enumerate() {
        let from = if at == 0 { 0 } else { top(at).unwrap_or(0) };
        let mut strip = Strip::new(0, top(at + 1).unwrap_or(height) - from);
        strip.row = Some(row);
        for (rank, cell) in cells.iter().enumerate() {
            for (line, x, _) in cell.lines.iter().filter(|line| line.2 == *baseline) {
                strip.put(line, *x, padding.top + baseline - from, rank);
                strip.hyphen |= line.hyphen;
            }
        }
        if at == 1 || at > 0 && at + 1 == count {
            strip.level = KEEP;
        }
        strips.push(strip);
    }
    strips
}
