//! Times of a session as sentences say them.

use super::clock;
use chrono::NaiveDate;
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::time::german_date;

/// A time; with its day from the second day of a session on, since a clock alone would mean the first.
#[derive(Debug, Clone, Copy)]
pub struct When {
    at: Moment,
    /// The day that has to be said.
    day: Option<NaiveDate>,
}

impl From<Moment> for When {
    fn from(at: Moment) -> Self {
        Self { at, day: None }
    }
}

impl When {
    /// Of a session that was interrupted and went on at these times.
    pub fn of(at: Moment, continued: &[(Moment, Moment)]) -> Self {
        let second = continued.first().map(|(_, to)| to.date());
        Self { at, day: Some(at.date()).filter(|day| second.is_some_and(|second| *day >= second)) }
    }

    /// The time itself.
    pub(super) const fn moment(self) -> Moment {
        self.at
    }

    /// "um 17:05 Uhr", "am 12.11.2026 um 17:05 Uhr".
    pub fn at_clock(self) -> String {
        self.after_day("um")
    }

    /// "ab 17:05 Uhr", "am 12.11.2026 ab 17:05 Uhr".
    pub(super) fn since_clock(self) -> String {
        self.after_day("ab")
    }

    /// "von 17:05 Uhr bis 17:08 Uhr", "am 12.11.2026 von 17:05 Uhr bis 17:08 Uhr", "von 17:05 Uhr bis
    /// 12.11.2026, 17:08 Uhr".
    pub(super) fn until(self, end: Self) -> String {
        let to = if end.day == self.day { clock(end.at) } else { end.stamp() };
        format!("{} bis {to}", self.after_day("von"))
    }

    /// "17:05 Uhr", "12.11.2026, 17:05 Uhr".
    pub(super) fn stamp(self) -> String {
        let day = self.day.map_or_else(String::new, |day| format!("{}, ", german_date(day)));
        format!("{day}{}", clock(self.at))
    }

    /// "17:05", "12.11. 17:05": in the head of a narrow column.
    pub fn short(self) -> String {
        let day = self.day.map_or_else(String::new, |day| day.format("%d.%m. ").to_string());
        format!("{day}{}", self.at.clock())
    }

    fn after_day(self, word: &str) -> String {
        let day = self.day.map_or_else(String::new, |day| format!("am {} ", german_date(day)));
        format!("{day}{word} {}", clock(self.at))
    }
}
