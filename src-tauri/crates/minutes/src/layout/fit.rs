//! Widths of columns whose cells have to wrap: those with which the table has the fewest lines.
//!
//! A descent from given widths in steps that get smaller, in whole numbers: the same table has the
//! same widths everywhere.

use super::units::mm;

const STEPS: [i64; 4] = [mm(1_000), mm(500), mm(200), mm(100)];
/// Most moves of one step.
const MOVES: usize = 40;
/// Of a longer table every so many-th row is looked at: so many rows, fewer of more than six columns.
const ROWS: usize = 200;
const CELLS: usize = ROWS * 36;
/// What breaking between words loses, in thousandths of a cell.
const LOSS: i64 = 1_080;
/// What a line weighs beside the fullness of all cells, which decides between equals.
const LINE: i64 = 100_000;

/// A column as far as its width goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The column gets no less.
    pub(super) least: i64,
    /// Width of each body cell on one line.
    pub(super) cells: &'a [i64],
}

/// Lines of a table with these widths.
pub(super) fn lines(columns: &[Asked], widths: &[i64]) -> i64 {
    rows(columns).map(|row| lines_of(columns, widths, row)).sum()
}

/// Widths that give each column its least and share out the rest by what the columns would like, with
/// the fewest lines; none where not even the least has room.
pub(super) fn spread(columns: &[Asked], liked: &[i64], room: i64) -> Option<Vec<i64>> {
    let mut widths: Vec<i64> = columns.iter().map(|one| one.least).collect();
    let spare = room - widths.iter().sum::<i64>();
    if spare < 0 {
        return None;
    }
    let wanted: Vec<i64> =
        liked.iter().zip(&widths).map(|(liked, width)| (liked - width).max(0)).collect();
    let all = wanted.iter().sum::<i64>().max(1);
    for (width, wanted) in widths.iter_mut().zip(wanted) {
        *width += spare * wanted / all;
    }
    improve(columns, &mut widths);
    Some(widths)
}

/// Better widths with the same sum.
fn improve(columns: &[Asked], widths: &mut [i64]) {
    let mut cost = weigh(columns, widths);
    for step in STEPS {
        for _ in 0..MOVES {
            let Some((better, from, to)) = best_move(columns, widths, step) else { break };
            if better >= cost {
                break;
            }
            cost = better;
            shift(widths, step, from, to);
        }
    }
}

fn best_move(columns: &[Asked], widths: &mut [i64], step: i64) -> Option<(i64, usize, usize)> {
    let mut best: Option<(i64, usize, usize)> = None;
    for from in 0..widths.len() {
        let least = columns.get(from).map_or(0, |column| column.least);
        if widths.get(from).is_none_or(|width| width - step < least) {
            continue;
        }
        for to in (0..widths.len()).filter(|to| *to != from) {
            shift(widths, step, from, to);
            let cost = weigh(columns, widths);
            shift(widths, step, to, from);
            if best.is_none_or(|(known, ..)| cost < known) {
                best = Some((cost, from, to));
            }
        }
    }
    best
}

fn shift(widths: &mut [i64], step: i64, from: usize, to: usize) {
    for (at, sign) in [(from, -1), (to, 1)] {
        if let Some(width) = widths.get_mut(at) {
            *width += sign * step;
        }
    }
}

fn weigh(columns: &[Asked], widths: &[i64]) -> i64 {
    let full = |row: usize| -> i64 {
        columns
            .iter()
            .zip(widths)
            .map(|(column, width)| cell(column, row) * 1_000 / width.max(&1))
            .sum()
    };
    rows(columns).map(|row| lines_of(columns, widths, row) * LINE + full(row)).sum()
}

fn lines_of(columns: &[Asked], widths: &[i64], row: usize) -> i64 {
    let lines = columns.iter().zip(widths).map(|(column, width)| {
        let natural = cell(column, row);
        if natural <= *width { 1 } else { (natural * LOSS / 1_000 + width - 1) / width.max(&1) }
    });
    lines.max().unwrap_or(1)
}

fn cell(column: &Asked, row: usize) -> i64 {
    column.cells.get(row).copied().unwrap_or(0)
}

fn rows(columns: &[Asked]) -> impl Iterator<Item = usize> {
    let count = columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let most = (CELLS / (columns.len() * columns.len()).max(1)).clamp(8, ROWS);
    (0..count).step_by(count.div_ceil(most).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_short_cells_gives_way_to_one_of_long_cells() {
        let (short, long) = ([mm(1_000), mm(1_100)], [mm(9_000), mm(12_000)]);
        let columns =
            [Asked { least: mm(800), cells: &short }, Asked { least: mm(2_000), cells: &long }];
        let mut widths = [mm(5_000), mm(5_000)];
        assert_eq!(lines(&columns, &widths), 5);
        improve(&columns, &mut widths);
        assert_eq!(widths.iter().sum::<i64>(), 2 * mm(5_000));
        assert_eq!(lines(&columns, &widths), 4, "{widths:?}");
        // No word of the short column is cut for it.
        assert!(widths[0] >= mm(1_000), "{widths:?}");
    }

    #[test]
    fn a_table_of_26_columns_and_2000_rows_gets_no_more_lines() {
        let cells: Vec<Vec<i64>> = (0..26_i64)
            .map(|at| {
                (0..2_000_i64).map(|row| mm(500) + (row * 37 + at * 91) % mm(4_000)).collect()
            })
            .collect();
        let columns: Vec<Asked> =
            cells.iter().map(|cells| Asked { least: mm(100), cells }).collect();
        let mut widths = vec![mm(600); columns.len()];
        let before = lines(&columns, &widths);
        improve(&columns, &mut widths);
        assert!(lines(&columns, &widths) <= before);
    }

    #[test]
    fn nothing_to_gain_is_left_alone_and_nothing_gets_too_narrow() {
        let cells = [mm(2_000)];
        let column = Asked { least: mm(2_000), cells: &cells };
        let mut widths = [mm(2_000), mm(2_000)];
        improve(&[column, column], &mut widths);
        assert_eq!(widths, [mm(2_000), mm(2_000)]);
        improve(&[], &mut []);
        assert_eq!(lines(&[], &[]), 0);
    }
}
