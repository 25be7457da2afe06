//! Lengths of the page and of the grid, as whole thousandths of a point.
//!
//! No float, no rounding but the one in [`mm`] and [`scale`]; both are fixed. Measures of the design
//! that belong to one block alone stand with that block.

/// Millimetres, given in hundredths.
pub(super) const fn mm(hundredths: i64) -> i64 {
    (hundredths * 720_000 + 12_700).div_euclid(25_400)
}

/// Points, given in tenths.
pub(super) const fn pt(tenths: i64) -> i64 {
    tenths * 100
}

/// Font units to thousandths of a point, rounded half up.
pub(super) const fn scale(units: i64, size: i64, upem: i64) -> i64 {
    (units * size + upem / 2).div_euclid(upem)
}

/// Share of the line box above the baseline.
pub(super) const fn above(size: i64) -> i64 {
    size * 4 / 5
}

/// A4, width.
pub(super) const PAGE_WIDTH: i64 = 595_276;
/// A4, height.
pub(super) const PAGE_HEIGHT: i64 = 841_890;
/// The label axis.
pub(super) const LABEL: i64 = mm(2_500);
/// The text axis.
pub(super) const TEXT: i64 = mm(5_600);
/// Right edge of text.
pub(super) const RIGHT: i64 = mm(18_200);
/// Right edge of a letter.
pub(super) const WIDE: i64 = mm(19_000);
/// Upper edge of the text area.
pub(super) const TOP: i64 = mm(3_100);
/// Height of the text area: 45 lines of 15 pt.
pub(super) const AREA: i64 = 675_000;
/// Lower edge of the text area.
pub(super) const BOTTOM: i64 = TOP + AREA;
/// A sheet of paper: upright, or turned for a table that is too wide.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub(super) width: i64,
    pub(super) height: i64,
    /// Right edge of text.
    pub(super) right: i64,
    /// Lower edge of the text area.
    pub(super) bottom: i64,
}

impl Sheet {
    /// The margins are those of the sheet as it is read.
    pub(super) const fn of(turned: bool) -> Self {
        let (width, height) =
            if turned { (PAGE_HEIGHT, PAGE_WIDTH) } else { (PAGE_WIDTH, PAGE_HEIGHT) };
        let right = width - (PAGE_WIDTH - RIGHT);
        Self { width, height, right, bottom: height - (PAGE_HEIGHT - BOTTOM) }
    }
}

/// Width of a word on the label axis.
pub(super) const LABEL_WIDTH: i64 = mm(2_700);
/// Space between two paragraphs, edge to edge.
pub(super) const GAP: i64 = pt(115);
