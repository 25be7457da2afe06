//! Widths of the columns of a table by what stands in them. ODF has no measures of letters here, so
//! they are estimated; the office moves an edge where the estimate is wrong.

/// Width of a character at 10 pt, and what a cell has around its words, in hundredths of a
/// millimetre.
const CHARACTER: i64 = 190;
const AROUND: i64 = 300;

/// What a column wants to have.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Want {
    /// For its longest line.
    pub(super) whole: i64,
    /// For its longest word.
    pub(super) least: i64,
}

impl Want {
    /// Of a cell with so many characters, and so many in its longest word.
    pub(super) fn of((all, longest): (usize, usize)) -> Self {
        let width = |count: usize| {
            i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(CHARACTER).min(100_000)
        };
        Self { whole: width(all) + AROUND, least: width(longest.min(24)) + AROUND }
    }

    /// In lines above each other.
    pub(super) fn narrow(self) -> Self {
        Self { whole: self.least, ..self }
    }

    /// What both need.
    pub(super) fn or(self, other: Self) -> Self {
        Self { whole: self.whole.max(other.whole), least: self.least.max(other.least) }
    }
}

/// Shares the room: the rest goes to the first column where there is more than enough; where there
/// is less, the longest columns give way, down to their longest words.
pub(super) fn shared(wants: &[Want], room: i64) -> Vec<i64> {
    let whole: i64 = wants.iter().map(|want| want.whole).sum();
    let least: i64 = wants.iter().map(|want| want.least).sum();
    let mut widths: Vec<i64> = if whole <= room {
        wants.iter().map(|want| want.whole).collect()
    } else if least <= room {
        let (give, all) = (room - least, (whole - least).max(1));
        wants.iter().map(|want| want.least + (want.whole - want.least) * give / all).collect()
    } else {
        wants.iter().map(|want| (want.least * room / least.max(1)).max(1)).collect()
    };
    let used: i64 = widths.iter().sum();
    if let Some(first) = widths.first_mut() {
        *first = (*first + room - used).max(1);
    }
    widths
}
