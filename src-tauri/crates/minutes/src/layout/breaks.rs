//! Total fit for ragged text: of all ways to break a paragraph the one with the least demerits.
//!
//! It sees widths and penalties only. A chosen line is never wider than the column, and no more than
//! two lines in a row end with a hyphen; if that cannot be had there is no answer.

/// Demerits of a line that ends with a hyphen set by us; a gap of 15 % of the line costs as much.
pub(super) const HYPHEN: i64 = 24_000;
/// Demerits of a line that ends behind a hyphen of the word, or inside an address.
pub(super) const JOINT: i64 = 6_000;
/// Most lines in a row that end with a hyphen.
const IN_A_ROW: usize = 2;
/// A shorter last line is avoided, in thousandths of the column.
const SHORT_LAST: i64 = 100;
const SHORT_DEMERITS: i64 = 16_000;
/// Demerits of every line, so that fewer lines are better.
const LINE: i64 = 4_000;

/// A place where a line may end and the next one begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    /// Width from the beginning of the paragraph to the end of a line that ends here.
    pub(super) end: i64,
    /// Width from the beginning of the paragraph to the start of a line that begins here.
    pub(super) start: i64,
    /// Demerits.
    pub(super) penalty: i64,
    /// Whether the line ends with a hyphen.
    pub(super) hyphen: bool,
}

#[derive(Debug, Clone, Copy)]
struct Best {
    cost: i64,
    from: usize,
    streak: usize,
}

/// The chosen points, the last one included; the first point is the beginning of the paragraph.
pub(super) fn total_fit(points: &[Point], width: i64) -> Option<Vec<usize>> {
    let last = points.len().checked_sub(1)?;
    let mut table: Vec<[Option<Best>; IN_A_ROW + 1]> = Vec::with_capacity(points.len());
    table.push([Some(Best { cost: 0, from: 0, streak: 0 }), None, None]);
    for (at, point) in points.iter().enumerate().skip(1) {
        let mut row = [None; IN_A_ROW + 1];
        for (from, start) in points.iter().enumerate().take(at).rev() {
            let natural = point.end - start.start;
            // Kerning at a break may shift a start a little; far beyond the column nothing fits.
            if natural > width + width / 8 {
                break;
            }
            let Some(states) = table.get(from).filter(|_| natural <= width) else { continue };
            let line = demerits(natural, width, at == last) + point.penalty + LINE;
            for (streak, best) in states.iter().enumerate() {
                let Some(best) = best else { continue };
                let now = if point.hyphen { streak + 1 } else { 0 };
                let Some(slot) = row.get_mut(now) else { continue };
                let cost = best.cost + line;
                if slot.is_none_or(|known: Best| cost < known.cost) {
                    *slot = Some(Best { cost, from, streak });
                }
            }
        }
        table.push(row);
    }
    trace(&table, last)
}

fn trace(table: &[[Option<Best>; IN_A_ROW + 1]], last: usize) -> Option<Vec<usize>> {
    let states = table.get(last)?.iter().enumerate();
    let (mut streak, _) = states
        .filter_map(|(streak, best)| best.map(|best| (streak, best.cost)))
        .min_by_key(|(_, cost)| *cost)?;
    let mut chosen = Vec::new();
    let mut at = last;
    while at > 0 {
        chosen.push(at);
        let best = (*table.get(at)?.get(streak)?)?;
        (at, streak) = (best.from, best.streak);
    }
    chosen.reverse();
    Some(chosen)
}

/// Demerits of a line: the square of its gap in thousandths of the column.
pub(super) fn demerits(natural: i64, width: i64, last: bool) -> i64 {
    if last {
        let short = natural * 1_000 < width * SHORT_LAST;
        return if short { SHORT_DEMERITS } else { 0 };
    }
    let gap = (width - natural) * 1_000 / width.max(1);
    gap * gap
}

/// Largest gap of the chosen lines in thousandths of the column, the last line excepted.
pub(super) fn widest_gap(points: &[Point], chosen: &[usize], width: i64) -> i64 {
    let mut start = points.first().map_or(0, |point| point.start);
    let mut gap = 0;
    for (line, at) in chosen.iter().enumerate() {
        let Some(point) = points.get(*at) else { continue };
        if line + 1 < chosen.len() {
            gap = gap.max((width - (point.end - start)) * 1_000 / width.max(1));
        }
        start = point.start;
    }
    gap
}

/// Whether the last of several lines is a short one.
pub(super) fn short_last(points: &[Point], chosen: &[usize], width: i64) -> bool {
    let mut ends = chosen.iter().rev().filter_map(|at| points.get(*at));
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) => (last.end - before.start) * 1_000 < width * 2 * SHORT_LAST,
        _ => false,
    }
}
