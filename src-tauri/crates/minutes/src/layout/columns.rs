//! Widths of the columns of a table, by their content.
//!
//! It measures and divides; it draws nothing. The widths of a plan never exceed the page's text.

use super::flow::{Flow, Place};
use super::inline::{Style, clean};
use super::shape::Look;
use super::units::{LABEL, RIGHT, TEXT, mm, pt};
use crate::document::{Align, Face, Inline, Table, TableKind};

const GUTTER: i64 = mm(300);
/// Sizes that are tried, largest first, in tenths of a point.
const PLAIN_SIZES: [i64; 5] = [100, 90, 80, 70, 60];
const GRID_SIZES: [i64; 5] = [95, 85, 75, 65, 55];
/// Columns of figures are at least and at most so wide, unless a word is wider.
const FIGURES: (i64, i64) = (mm(1_600), mm(2_400));
/// Columns of a plan over a year.
const MONTH: i64 = mm(940);
const CELL: i64 = mm(50);
/// Faction, yes, no, abstention.
const VOTES: [i64; 4] = [mm(5_000), mm(1_600), mm(1_600), mm(2_200)];

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) x: i64,
    pub(super) width: i64,
    pub(super) padding: i64,
    pub(super) align: Align,
}

impl Column {
    pub(super) fn text_width(&self) -> i64 {
        (self.width - 2 * self.padding).max(1)
    }
}

/// How a table is set.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) left: i64,
    pub(super) columns: Vec<Column>,
    pub(super) body: Style,
    pub(super) head: Style,
    /// Above and below the lines of a row.
    pub(super) padding: i64,
    pub(super) grid: bool,
}

impl Plan {
    pub(super) fn width(&self) -> i64 {
        self.columns.last().map_or(0, |column| column.x + column.width - self.left)
    }
}

/// What a column asks for.
#[derive(Debug, Clone, Copy)]
struct Wish {
    /// Widest word.
    least: i64,
    /// Widest body cell on one line.
    body: i64,
    /// Head on one line.
    head: i64,
    align: Align,
}

impl Flow<'_, '_> {
    pub(super) fn plan(&mut self, place: Place, table: &Table, votes: bool) -> Plan {
        match table.kind {
            TableKind::Plain => self.plain(place, table, votes),
            TableKind::Grid => self.grid_plan(table),
        }
    }

    fn plain(&mut self, place: Place, table: &Table, votes: bool) -> Plan {
        let wide = place.left == TEXT && !votes;
        let full = (LABEL, RIGHT - LABEL);
        let own = (place.left, place.width());
        for size in PLAIN_SIZES {
            let wishes = self.wishes(table, pt(size));
            for (left, width) in [own, full].into_iter().take(if wide { 2 } else { 1 }) {
                if let Some(widths) = widths(&wishes, width, votes) {
                    return plan(left, &widths, &wishes, pt(size), false);
                }
            }
        }
        let (left, width) = if wide { full } else { own };
        let size = PLAIN_SIZES.last().map_or(pt(60), |size| pt(*size));
        let wishes = self.wishes(table, size);
        let count = i64::try_from(wishes.len()).unwrap_or(1).max(1);
        let gutter = if count * mm(600) > width { mm(50) } else { GUTTER };
        let each = ((width - gutter * (count - 1)) / count).max(1);
        plan_with(left, &vec![each; wishes.len()], &wishes, size, false, gutter)
    }

    /// First column as wide as it likes, the others alike.
    fn grid_plan(&mut self, table: &Table) -> Plan {
        let width = RIGHT - LABEL;
        let mut last = None;
        for size in GRID_SIZES {
            let wishes = self.wishes(table, pt(size));
            let count = i64::try_from(wishes.len()).unwrap_or(1) - 1;
            let first = wishes.first().map_or(0, |wish| wish.body.max(wish.head).min(mm(4_400)));
            let first = wishes.first().map_or(first, |wish| first.max(wish.least)) + 2 * CELL;
            let others = wishes.iter().skip(1);
            let cell = others.map(|wish| wish.least).fold(0, i64::max) + 2 * CELL;
            let fits = first + cell * count <= width;
            let room = (width - first).max(width / 3) / count.max(1);
            let each = cell.max(MONTH).min(room).max(1);
            let mut widths = vec![each; wishes.len()];
            if let Some(slot) = widths.first_mut() {
                *slot = width - each * count;
            }
            let made = plan(LABEL, &widths, &wishes, pt(size), true);
            if fits {
                return made;
            }
            last = Some(made);
        }
        last.unwrap_or_else(|| plan(LABEL, &[], &[], pt(95), true))
    }

    fn wishes(&mut self, table: &Table, size: i64) -> Vec<Wish> {
        let rows = table.rows.iter().chain(table.total.iter());
        let most = rows.clone().map(Vec::len).max().unwrap_or(0);
        let count = table.columns.len().max(table.head.len()).max(most);
        let (body, head) = styles(size, table.kind == TableKind::Grid);
        (0..count)
            .map(|at| {
                let align = table.columns.get(at).copied().unwrap_or(Align::Left);
                let empty = Vec::new();
                let top = self.measure(table.head.get(at).unwrap_or(&empty), head, Face::Bold);
                let mut wish = Wish { least: top.0, body: 0, head: top.1, align };
                for (row, bold) in table
                    .rows
                    .iter()
                    .map(|row| (row, Face::Regular))
                    .chain(table.total.iter().map(|row| (row, Face::Bold)))
                {
                    let cell = self.measure(row.get(at).unwrap_or(&empty), body, bold);
                    wish.least = wish.least.max(cell.0);
                    wish.body = wish.body.max(cell.1);
                }
                wish
            })
            .collect()
    }

    /// Widest word and whole width of a cell.
    fn measure(&mut self, content: &[Inline], style: Style, base: Face) -> (i64, i64) {
        let (mut least, mut sum) = (0, 0);
        for inline in content {
            let (text, face) = match inline {
                Inline::Text { text, face, .. } => (clean(text), *face),
                Inline::Link { href } => (clean(href), Face::Regular),
                Inline::Footnote { .. } => ("¹".to_owned(), Face::Regular),
            };
            let face = if base == Face::Bold { Face::Bold } else { face };
            let look = Look { face, size: style.size, tabular: style.tabular };
            let space = self.shaper.word(" ", look).width;
            let address = matches!(inline, Inline::Link { .. });
            for (at, word) in text.split(' ').enumerate() {
                let width = self.shaper.word(word, look).width;
                sum += width + if at > 0 { space } else { 0 };
                least = least.max(if address { width.min(mm(3_000)) } else { width });
            }
        }
        (least, sum)
    }
}

fn styles(size: i64, grid: bool) -> (Style, Style) {
    let body = Style::new(size, if grid { size + pt(20) } else { size + pt(30) }).tabular();
    let head = if grid { size - pt(5) } else { size - pt(10) }.max(pt(50));
    (body, Style::new(head, head + pt(30)).tabular())
}

/// Widths that give every word its room, if there are any.
fn widths(wishes: &[Wish], width: i64, votes: bool) -> Option<Vec<i64>> {
    let gutters = GUTTER * (i64::try_from(wishes.len()).ok()? - 1).max(0);
    let room = width - gutters;
    if votes && wishes.len() == VOTES.len() {
        let fixed = wishes.iter().zip(VOTES).map(|(wish, column)| wish.least.max(column));
        let fixed: Vec<i64> = fixed.collect();
        if fixed.iter().sum::<i64>() <= room {
            return Some(fixed);
        }
    }
    let least: Vec<i64> = wishes.iter().map(|wish| wish.least).collect();
    let liked: Vec<i64> = wishes.iter().map(liked).collect();
    let (sum, most) = (least.iter().sum::<i64>(), liked.iter().sum::<i64>());
    if sum > room {
        return None;
    }
    if most <= room {
        let mut widths = liked;
        let words = wishes.iter().enumerate().filter(|(_, wish)| wish.align == Align::Left);
        let widest = words.max_by_key(|(at, wish)| (wish.body, usize::MAX - at)).map_or(0, |w| w.0);
        if let Some(slot) = widths.get_mut(widest) {
            *slot += room - most;
        }
        return Some(widths);
    }
    let spare = room - sum;
    let shares = least.iter().zip(&liked).map(|(least, liked)| {
        least + spare * (liked - least) / (most - sum).max(1)
    });
    Some(shares.collect())
}

fn liked(wish: &Wish) -> i64 {
    match wish.align {
        Align::Left => wish.body.max(wish.head).max(wish.least),
        _ => wish.body.max(wish.head.clamp(FIGURES.0, FIGURES.1)).max(wish.least),
    }
}

fn plan(left: i64, widths: &[i64], wishes: &[Wish], size: i64, grid: bool) -> Plan {
    plan_with(left, widths, wishes, size, grid, if grid { 0 } else { GUTTER })
}

fn plan_with(
    left: i64,
    widths: &[i64],
    wishes: &[Wish],
    size: i64,
    grid: bool,
    gutter: i64,
) -> Plan {
    let mut columns = Vec::with_capacity(widths.len());
    let mut x = left;
    for (at, (width, wish)) in widths.iter().zip(wishes).enumerate() {
        let padding = if grid && at > 0 { CELL.min(width / 6) } else { 0 };
        columns.push(Column { x, width: *width, padding, align: wish.align });
        x += width + gutter;
    }
    let (body, head) = styles(size, grid);
    let padding = if grid { pt(24) } else { pt(21) };
    Plan { left, columns, body, head, padding, grid }
}
