//! Identifiers: one newtype per noun over a UUID.
//!
//! Ids are never drawn here. On input an id is either a UUID or a short key (`weiss`, `top-3`);
//! a key stands for the UUID version 5 (RFC 9562, section 5.5) of the noun and the key, so the
//! same script gives the same ids on every machine.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

/// Name space of all ids that are minted from keys.
const NAMESPACE: Uuid = Uuid::from_u128(0x5175_6e67_5362_7563_8000_6b65_7973_0001);

/// Longest key that is accepted, in bytes.
pub const MAX_KEY: usize = 64;

/// Why a text is neither a UUID nor a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("neither a UUID nor a key of 1 to 64 characters a-z, 0-9, '-', '_' or '.': {0:?}")]
pub struct InvalidId(pub String);

fn parse(noun: &str, text: &str) -> Result<Uuid, InvalidId> {
    if text.len() == 36
        && let Ok(uuid) = Uuid::try_parse(text)
    {
        return Ok(uuid);
    }
    let fits = !text.is_empty()
        && text.len() <= MAX_KEY
        && text.bytes().all(|b| {
            b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.')
        });
    if fits { Ok(from_key(noun, text)) } else { Err(InvalidId(text.to_string())) }
}

fn from_key(noun: &str, key: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{noun}:{key}").as_bytes())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $noun:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// The id that a short key stands for.
            pub fn from_key(key: &str) -> Self {
                Self(from_key($noun, key))
            }
            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
            /// Reads a UUID or a key.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                parse($noun, text).map(Self)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", $noun, self.0)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(de::Error::custom)
            }
        }
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!("UUID or short key of a ", $noun),
                    "minLength": 1, "maxLength": 64
                })
            }
        }
    };
}

id!(/// A body (Körperschaft): a county or a municipality. OParl `Body`.
    BodyId, "body");
id!(/// A committee, council or parliamentary group. OParl `Organization`.
    OrganizationId, "organization");
id!(/// A person. OParl `Person`.
    PersonId, "person");
id!(/// A dated membership of a person in an organization. OParl `Membership`.
    MembershipId, "membership");
id!(/// A seat of an organization. No OParl counterpart.
    SeatId, "seat");
id!(/// The dated holding of a seat by its regular member.
    OccupancyId, "occupancy");
id!(/// A session of an organization. OParl `Meeting`.
    MeetingId, "meeting");
id!(/// An item on the agenda. OParl `AgendaItem`.
    AgendaItemId, "item");
id!(/// A file listed with the minutes. OParl `File`.
    AttachmentId, "attachment");
id!(/// One act of the clerk: the events that one command wrote. Also the client id of the command.
    ActId, "act");
id!(/// A vote; minted from the act that opened it.
    VoteId, "vote");

id!(/// A motion (Antrag) made on an item.
    MotionId, "motion");
id!(/// A paper. OParl `Paper`.
    PaperId, "paper");
id!(/// A text module.
    TextModuleId, "text module");
id!(/// An election to one post; minted from the act that opened it.
    ElectionId, "election");

impl ElectionId {
    /// The election that an act opens.
    pub fn of_act(act: ActId) -> Self {
        Self(Uuid::new_v5(&act.uuid(), b"election"))
    }
}

impl VoteId {
    /// The vote that an act opens; one act opens at most one vote or one round of an election.
    pub fn of_act(act: ActId) -> Self {
        Self(Uuid::new_v5(&act.uuid(), b"vote"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_and_uuid_are_told_apart_and_nouns_do_not_mix() {
        let person = PersonId::parse("weiss").unwrap();
        assert_eq!(person, PersonId::from_key("weiss"));
        assert_eq!(PersonId::parse(&person.to_string()).unwrap(), person);
        assert_ne!(person.uuid(), SeatId::from_key("weiss").uuid());
    }

    #[test]
    fn odd_keys_are_refused() {
        for bad in ["", "Weiß", "a b", "x/y", &"k".repeat(65)] {
            assert!(PersonId::parse(bad).is_err(), "{bad:?}");
        }
    }
}
