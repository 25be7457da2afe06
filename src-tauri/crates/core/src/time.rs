//! The two times of every act: when it happened and when it was entered.
//!
//! [`Moment`] is civil time to the minute with its offset, in the zone of the body; [`Timestamp`]
//! is the clock of the machine in UTC. Nothing here reads a clock or knows a zone's rules.

use alloc::format;
use alloc::string::String;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc, Weekday};
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Civil time to the minute with UTC offset, e.g. `2021-11-04T16:32+01:00`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<FixedOffset>);

/// Time of entry in UTC, to the millisecond, e.g. `2021-11-04T15:32:07.250Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<Utc>);

const MOMENT_FORMAT: &str = "%Y-%m-%dT%H:%M%:z";
const TIMESTAMP_FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3fZ";

impl Moment {
    /// Cuts seconds off; a session is recorded to the minute.
    pub fn new(time: DateTime<FixedOffset>) -> Self {
        let cut = time.with_second(0).and_then(|t| t.with_nanosecond(0)).unwrap_or(time);
        Self(cut)
    }
    /// Reads `2021-11-04T16:32+01:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let padded = format!("{}:00{}", text.get(..16)?, text.get(16..)?);
        DateTime::parse_from_rfc3339(&padded).ok().map(Self::new)
    }
    /// The calendar day in the zone of the body.
    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }
    /// `16:32`.
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }
    /// Whole minutes from `earlier` to `self`; negative when `earlier` is later.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_minutes()
    }
    /// The same instant in UTC.
    pub fn timestamp(self) -> Timestamp {
        Timestamp(self.0.with_timezone(&Utc))
    }
}

impl Timestamp {
    /// Keeps milliseconds, cuts the rest off.
    pub fn new(time: DateTime<Utc>) -> Self {
        let millis = time.timestamp_millis();
        Self(DateTime::from_timestamp_millis(millis).unwrap_or(time))
    }
    /// Reads `2021-11-04T15:32:07.250Z`.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self::new(t.with_timezone(&Utc)))
    }
    /// The instant itself.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

/// `04.11.2021`, the way dates stand in German minutes (DIN 5008).
pub fn german_date(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// `Donnerstag`.
pub fn german_weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Montag",
        Weekday::Tue => "Dienstag",
        Weekday::Wed => "Mittwoch",
        Weekday::Thu => "Donnerstag",
        Weekday::Fri => "Freitag",
        Weekday::Sat => "Samstag",
        Weekday::Sun => "Sonntag",
    }
}

macro_rules! text_time {
    ($name:ident, $format:expr, $example:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.format($format).fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text)
                    .ok_or_else(|| de::Error::custom(format!("no time like {}: {text:?}", $example)))
            }
        }
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "examples": [$example]})
            }
        }
    };
}
text_time!(Moment, MOMENT_FORMAT, "2021-11-04T16:32+01:00");
text_time!(Timestamp, TIMESTAMP_FORMAT, "2021-11-04T15:32:07.250Z");

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn times_read_back_as_written() {
        let moment = Moment::parse("2021-11-04T16:32+01:00").unwrap();
        assert_eq!(moment.to_string(), "2021-11-04T16:32+01:00");
        assert_eq!(moment.clock(), "16:32");
        assert_eq!(moment.timestamp().to_string(), "2021-11-04T15:32:00.000Z");
        assert_eq!(german_date(moment.date()), "04.11.2021");
        assert_eq!(german_weekday(moment.date()), "Donnerstag");
        assert!(Moment::parse("2021-11-04 16:32").is_none());
        assert!(Moment::parse("2021-02-30T16:32+01:00").is_none());
        assert!(Moment::parse("").is_none());
        assert!(Moment::parse("2021-11-04T16:3ä+01:00").is_none());
    }
}
