//! Widths of the columns of a table, by their content.
//!
//! It measures and divides; it draws nothing. The widths of a plan never exceed the page's text.

use super::fit::{self, Asked};
use super::flow::{Flow, Place as Spot};
use super::glue::{Place, places};
use super::inline::{Style, clean};
use super::shape::Look;
use super::units::{LABEL, RIGHT, Sheet, TEXT, mm, pt};
use crate::document::{Align, Face, Inline, Table, TableKind};

const GUTTER: i64 = mm(300);
/// Sizes that are tried, largest first, in tenths of a point.
const PLAIN_SIZES: [i64; 5] = [100, 90, 80, 70, 60];
const GRID_SIZES: [i64; 5] = [95, 85, 75, 65, 55];
/// Columns of figures are at least and at most so wide, unless a word is wider.
const FIGURES: (i64, i64) = (mm(1_600), mm(2_400));
/// First column of a grid on one line, or with lines below each other before letters get smaller.
const FIRST: [i64; 2] = [mm(4_400), mm(2_500)];
/// Columns of a plan over a year.
const MONTH: i64 = mm(940);
const CELL: i64 = mm(50);
const EDGE: i64 = mm(100);
/// Where cells wrap, columns of figures may be as narrow.
const TIGHT: i64 = mm(1_000);
/// Faction, yes, no, abstention; name and votes of an election.
const VOTES: [i64; 4] = [mm(5_000), mm(1_600), mm(1_600), mm(2_200)];
/// Above and below the lines of a row; more where cells have several lines, which then stand closer
/// together than rows do.
const PADDING: [i64; 2] = [pt(21), pt(27)];
const WRAPPED: i64 = pt(17);
/// Before letters get smaller than these the table goes on a turned sheet.
const LEGIBLE: i64 = pt(80);
/// So many columns gain by a turned sheet even if words have to be cut.
const MANY: usize = 12;
/// Smaller letters are taken where they save such a share of the height: so many of so many.
const SAVED: (i64, i64) = (1, 8);

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) x: i64,
    pub(super) width: i64,
    pub(super) padding: i64,
    /// Room for the head; less where all heads have two lines because one of them needs them.
    pub(super) head: i64,
    pub(super) align: Align,
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
    /// Every word has its room.
    fits: bool,
    /// Stands on a turned sheet.
    pub(super) turned: bool,
}

impl Plan {
    pub(super) fn width(&self) -> i64 {
        self.columns.last().map_or(0, |column| column.x + column.width - self.left)
    }

    /// Room for the words of a cell over so many columns.
    pub(super) fn room(&self, first: usize, wide: usize) -> i64 {
        let last = self.columns.get(first + wide.max(1) - 1).or(self.columns.last());
        let ends = self.columns.get(first).zip(last);
        let room = ends.map(|(first, last)| last.x + last.width - first.x - 2 * first.padding);
        room.map_or(1, |room| room.max(1))
    }
}

/// What a column asks for.
#[derive(Debug, Clone)]
struct Wish {
    /// Widest word.
    least: i64,
    /// Widest body cell on one line.
    body: i64,
    /// Head on one line, and its widest word.
    head: i64,
    head_word: i64,
    align: Align,
    /// Each body cell on one line.
    cells: Vec<i64>,
}

impl Flow<'_, '_> {
    pub(super) fn plan(&mut self, place: Spot, table: &Table, votes: bool) -> Plan {
        let upright = self.plan_to(RIGHT, place, table, votes);
        let free = place.left == TEXT && !place.tight;
        if !free || upright.fits && upright.body.size >= LEGIBLE {
            return upright;
        }
        let turned = self.plan_to(Sheet::of(true).right, place, table, votes);
        let better = match (upright.fits, turned.fits) {
            (true, true) => turned.body.size > upright.body.size,
            (upright, turned) if upright != turned => turned,
            // A word that is too long for either gains nothing; many columns do.
            _ => turned.columns.len() > MANY,
        };
        if better { Plan { turned: true, ..turned } } else { upright }
    }

    fn plan_to(&mut self, right: i64, place: Spot, table: &Table, votes: bool) -> Plan {
        match table.kind {
            TableKind::Plain => self.plain(right, place, table, votes),
            TableKind::Grid => self.grid_plan(right - LABEL, table),
        }
    }

    fn plain(&mut self, right: i64, place: Spot, table: &Table, votes: bool) -> Plan {
        let wide = place.left == TEXT && !votes;
        let full = (LABEL, right - LABEL);
        let own = (place.left, place.width());
        let most = if wide { full } else { own };
        let mut found: Option<(i64, Plan)> = None;
        for size in PLAIN_SIZES {
            let wishes = self.wishes(table, pt(size));
            let Some((lines, made)) = fitted(&wishes, [own, most], votes, pt(size)) else {
                if found.is_some() {
                    break;
                }
                continue;
            };
            // Where cells wrap, the next smaller letters may save lines.
            match found {
                None if lines == rows(&wishes) => return made,
                None => found = Some((lines, made)),
                Some((before, known)) => {
                    let before = before * known.body.leading;
                    let now = lines * made.body.leading;
                    let saves = (before - now) * SAVED.1 >= before * SAVED.0;
                    return if saves { made } else { known };
                }
            }
        }
        if let Some((_, known)) = found {
            return known;
        }
        let (left, width) = if wide { full } else { own };
        let size = PLAIN_SIZES.last().map_or(pt(60), |size| pt(*size));
        let wishes = self.wishes(table, size);
        let count = i64::try_from(wishes.len()).unwrap_or(1).max(1);
        let gutter = if count * mm(600) > width { mm(50) } else { GUTTER };
        let each = ((width - gutter * (count - 1)) / count).max(1);
        let made = plan_with(left, &vec![each; wishes.len()], &wishes, size, false, gutter);
        Plan { fits: false, ..made }
    }

    /// First column as wide as it likes, the others alike.
    fn grid_plan(&mut self, width: i64, table: &Table) -> Plan {
        let mut tried = None;
        let sizes = GRID_SIZES.iter().flat_map(|size| FIRST.map(|most| (pt(*size), most)));
        for (size, most) in sizes {
            let wishes = self.wishes(table, size);
            let count = i64::try_from(wishes.len()).unwrap_or(1) - 1;
            let first = |wish: &Wish| wish.body.max(wish.head).min(most).max(wish.least) + 2 * CELL;
            let first = wishes.first().map_or(0, first);
            let own = |wish: &Wish| wish.least + 2 * edge(wish);
            let mut widths: Vec<i64> = wishes.iter().map(own).collect();
            let fits = first + widths.iter().skip(1).sum::<i64>() <= width;
            if fits {
                even(&mut widths, &wishes, width - first);
            } else {
                // Not even words have room: the columns of letters take what there is.
                let least = (width - first).max(width / 2) / count.max(1);
                for column in &mut widths {
                    *column = (*column).min(least).max(1);
                }
            }
            let others: i64 = widths.iter().skip(1).sum();
            if let Some(slot) = widths.first_mut() {
                *slot = width - others;
            }
            let made = plan(LABEL, &widths, &wishes, size, true);
            if fits {
                return made;
            }
            tried = Some(Plan { fits: false, ..made });
        }
        tried.unwrap_or_else(|| plan(LABEL, &[], &[], pt(95), true))
    }

    fn wishes(&mut self, table: &Table, size: i64) -> Vec<Wish> {
        let (body, head) = styles(size, table.kind == TableKind::Grid);
        let places = table.places();
        let mut wishes = Vec::new();
        for at in 0..table.width() {
            let align = table.columns.get(at).copied().unwrap_or(Align::Left);
            let top = self.measure(table.own_cell(&places, (0, at)), head, Face::Bold);
            let (least, head, head_word) = (top.0, top.1, top.0);
            let mut wish = Wish { least, body: 0, head, head_word, align, cells: Vec::new() };
            for row in 1..=table.rows.len() + usize::from(table.total.is_some()) {
                let face = if row > table.rows.len() { Face::Bold } else { Face::Regular };
                let cell = self.measure(table.own_cell(&places, (row, at)), body, face);
                wish.least = wish.least.max(cell.0);
                wish.body = wish.body.max(cell.1);
                wish.cells.push(cell.1);
            }
            wishes.push(wish);
        }
        let gutter = if table.kind == TableKind::Grid { 0 } else { GUTTER };
        for ((row, at), columns) in places.wide() {
            let bold = row == 0 || row > table.rows.len();
            let (style, face) = (if row == 0 { head } else { body }, [Face::Regular, Face::Bold]);
            let cell = table.cell((row, at));
            let least = self.measure(cell, style, if bold { face[1] } else { face[0] }).0;
            let own = wishes.get_mut(at..at + columns).unwrap_or_default();
            widen(own, least, gutter);
        }
        wishes
    }

    /// Widest word and whole width of a cell.
    pub(super) fn measure(&mut self, content: &[Inline], style: Style, base: Face) -> (i64, i64) {
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
            let mut start = 0;
            let free = places(&text).into_iter().filter(|(_, place)| *place != Place::Bound);
            for at in free.map(|(at, _)| at).chain([text.len()]) {
                let part = text.get(start..at).unwrap_or_default();
                let mut width = 0;
                for (at, word) in part.trim_end().split([' ', '\u{a0}']).enumerate() {
                    width += self.shaper.word(word, look).width + if at > 0 { space } else { 0 };
                }
                let behind = part.ends_with(' ') && at < text.len();
                sum += width + if behind { space } else { 0 };
                least = least.max(if address { width.min(mm(3_000)) } else { width });
                start = at;
            }
        }
        (least, sum)
    }
}

/// Columns below a cell give its widest word its room, each the same.
fn widen(columns: &mut [Wish], least: i64, gutter: i64) {
    let count = i64::try_from(columns.len()).unwrap_or(1).max(1);
    let own = columns.iter().map(|wish| wish.least).sum::<i64>() + gutter * (count - 1);
    let missing = (least - own).max(0);
    for wish in columns {
        wish.least += (missing + count - 1) / count;
    }
}

fn styles(size: i64, grid: bool) -> (Style, Style) {
    let body = Style::new(size, if grid { size + pt(20) } else { size + pt(30) }).tabular();
    let head = if grid { size - pt(5) } else { size - pt(10) }.max(pt(50));
    (body, Style::new(head, head + pt(30)).tabular())
}

/// Lines of the body, and the plan: first without a second line in any cell, then with as many as
/// it takes in the wider place; none where not even words have room.
fn fitted(
    wishes: &[Wish],
    [own, most]: [(i64, i64); 2],
    votes: bool,
    size: i64,
) -> Option<(i64, Plan)> {
    for (left, width) in [own, most] {
        if let Some(widths) = roomy(wishes, width, votes) {
            return Some((rows(wishes), plan(left, &widths, wishes, size, false)));
        }
    }
    let (lines, widths) = tight(wishes, most.1)?;
    let made = plan(most.0, &widths, wishes, size, false);
    if lines == rows(wishes) {
        return Some((lines, made));
    }
    let body = Style::new(size, size + WRAPPED).tabular();
    Some((lines, Plan { padding: PADDING[1], body, ..made }))
}

fn rows(wishes: &[Wish]) -> i64 {
    let asked: Vec<Asked> = wishes.iter().map(asked).collect();
    fit::lines(&asked, &vec![i64::MAX / 2; asked.len()])
}

fn asked(wish: &Wish) -> Asked<'_> {
    let figures = wish.align != Align::Left;
    let least = if figures { wish.least.max(TIGHT) } else { wish.least };
    Asked { least, cells: &wish.cells }
}

/// Room between the gutters.
fn room(wishes: &[Wish], width: i64) -> i64 {
    width - GUTTER * (i64::try_from(wishes.len()).unwrap_or(1) - 1).max(0)
}

/// Widths with which every cell has one line.
fn roomy(wishes: &[Wish], width: i64, votes: bool) -> Option<Vec<i64>> {
    let room = room(wishes, width);
    if votes && wishes.len() <= VOTES.len() {
        let fixed =
            wishes.iter().zip(VOTES).map(|(wish, column)| wish.body.max(wish.least).max(column));
        let fixed: Vec<i64> = fixed.collect();
        if fixed.iter().sum::<i64>() <= room {
            return Some(fixed);
        }
    }
    let mut widths: Vec<i64> = wishes.iter().map(liked).collect();
    let spare = room - widths.iter().sum::<i64>();
    if spare < 0 {
        return None;
    }
    let words = wishes.iter().enumerate().filter(|(_, wish)| wish.align == Align::Left);
    let widest = words.max_by_key(|(at, wish)| (wish.body, usize::MAX - at)).map_or(0, |w| w.0);
    if let Some(slot) = widths.get_mut(widest) {
        *slot += spare;
    }
    Some(widths)
}

/// Widths that give every word its room, with the fewest lines.
fn tight(wishes: &[Wish], width: i64) -> Option<(i64, Vec<i64>)> {
    let asked: Vec<Asked> = wishes.iter().map(asked).collect();
    let liked: Vec<i64> = wishes.iter().map(liked).collect();
    let widths = fit::spread(&asked, &liked, room(wishes, width))?;
    Some((fit::lines(&asked, &widths), widths))
}

/// Makes columns of letters alike, and wider than their words, as far as there is room.
fn even(widths: &mut [i64], wishes: &[Wish], room: i64) {
    let alike = |wish: &&Wish| wish.align == Align::Center;
    let count = i64::try_from(wishes.iter().skip(1).filter(alike).count()).unwrap_or(0);
    let words = widths.iter().zip(wishes).skip(1).filter(|(_, wish)| alike(wish));
    let mut each = words.map(|(own, _)| *own).fold(MONTH, i64::max);
    for _ in 0..=count {
        let grown = widths.iter().zip(wishes).skip(1);
        let grown = grown.map(|(own, wish)| if alike(&wish) { each.max(*own) } else { *own });
        let over = grown.sum::<i64>() - room;
        if over <= 0 || count == 0 {
            break;
        }
        each -= (over + count - 1) / count;
    }
    for (column, _) in widths.iter_mut().zip(wishes).skip(1).filter(|(_, wish)| alike(wish)) {
        *column = each.max(*column);
    }
}

/// Space beside the words of a cell between two rules.
fn edge(wish: &Wish) -> i64 {
    if wish.align == Align::Center { CELL } else { EDGE }
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
        let padding = match wish.align {
            _ if !grid || at == 0 => 0,
            _ => edge(wish).min(width / 6),
        };
        let head = (width - 2 * padding).max(1);
        columns.push(Column { x, width: *width, padding, head, align: wish.align });
        x += width + gutter;
    }
    let centered = |(column, _): &(&mut Column, &Wish)| column.align == Align::Center;
    let tight = |(column, wish): (&mut Column, &Wish)| wish.head > column.head;
    if grid && columns.iter_mut().zip(wishes).filter(centered).any(tight) {
        for (column, wish) in columns.iter_mut().zip(wishes).filter(centered) {
            column.head = column.head.min(wish.head_word.max(1));
        }
    }
    let (body, head) = styles(size, grid);
    let padding = if grid { pt(24) } else { PADDING[0] };
    Plan { left, columns, body, head, padding, grid, fits: true, turned: false }
}
