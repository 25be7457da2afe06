//! Civil time of a zone to moments, with the rules of the zone database.

use crate::core::{Moment, Timestamp};
use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

/// A civil time that a zone skips when clocks go forward, or text that is no time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoSuchTime;

/// Reads `2021-11-04T16:32` in a zone. Where clocks go back an hour exists twice: the first one is
/// meant.
pub(crate) fn moment(zone: Tz, text: &str) -> Result<Moment, NoSuchTime> {
    let civil = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| NoSuchTime)?;
    let time = zone.from_local_datetime(&civil).earliest().ok_or(NoSuchTime)?;
    let offset = time.offset().fix();
    Ok(Moment::new(time.with_timezone(&offset)))
}

/// The civil time of a zone at a time of the clock.
pub(crate) fn civil(zone: Tz, time: Timestamp) -> Moment {
    let local = time.utc().with_timezone(&zone);
    let offset = local.offset().fix();
    Moment::new(local.with_timezone(&offset))
}

/// "17:12:04": the clock of a zone to the second.
pub(crate) fn seconds(zone: Tz, time: Timestamp) -> String {
    time.utc().with_timezone(&zone).format("%H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civil_times_take_the_offset_of_their_day() {
        let zone = chrono_tz::Europe::Berlin;
        for (text, expected) in [
            ("2021-11-04T16:32", Ok("2021-11-04T16:32+01:00")),
            ("2021-07-04T16:32", Ok("2021-07-04T16:32+02:00")),
            ("2021-10-31T02:30", Ok("2021-10-31T02:30+02:00")),
            ("2021-03-28T02:30", Err(NoSuchTime)),
            ("2021-11-04 16:32", Err(NoSuchTime)),
        ] {
            assert_eq!(moment(zone, text).map(|m| m.to_string()), expected.map(String::from));
        }
    }
}
