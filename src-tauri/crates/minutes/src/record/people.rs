//! Persons of a record: who chaired, who was there, who stood in for whom, who was missing.

use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::membership::{SeatKind, Status};
use sitzungsbuch_core::person::FormOfAddress;

/// A person as named in sentences and lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Form of address.
    pub form: FormOfAddress,
    /// What stands before the name in a sentence: "KA", "Kreisdirektor"; empty if nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// "Prof. Dr.", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Given names.
    pub given_name: String,
    /// Family name with its particles.
    pub family_name: String,
}

/// By what somebody chairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChairFunction {
    /// Vorsitz.
    Chair,
    /// Stellvertretender Vorsitz.
    Deputy,
    /// Leads this session without such a function.
    Leader,
}

/// Who chaired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chair {
    /// Who.
    pub person: Person,
    /// By what.
    pub function: ChairFunction,
    /// Office that is named instead ("Landrat"), empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
}

/// Who led which items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Led {
    /// Who.
    pub chair: Chair,
    /// Numbers of the items that this person alone led.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// Numbers of those that somebody else led too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partly: Vec<String>,
}

/// Who kept the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Clerk {
    /// Who.
    pub person: Person,
    /// Office or unit, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// From; none since the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seat {
    /// Its number.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Its regular member; none if vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Seated>,
}

/// A person with the status that counts on a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seated {
    /// Who.
    pub person: Person,
    /// Status.
    pub status: Status,
    /// Name of the faction, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub faction: String,
}

/// Who was there and who was not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attendance {
    /// On seats.
    pub seated: Vec<SeatedAttendee>,
    /// Beside the seats.
    pub others: Vec<OtherAttendee>,
    /// Regular members and appointed substitutes who were not there.
    pub absent: Vec<Absentee>,
    /// Nobody is appointed to stand in for a member, and nobody did: the body knows no substitutes.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub no_substitutes: bool,
}

/// Somebody on a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeatedAttendee {
    /// Who, with status and faction.
    pub seated: Seated,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Chairs the session.
    pub chairs: bool,
    /// Stands in for these persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub represents: Vec<Person>,
    /// Presence.
    pub presence: Vec<Presence>,
}

/// As what somebody is there beside the seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OtherRole {
    /// Chairs the session without a seat.
    Chair,
    /// Verwaltung.
    Official,
    /// Gast.
    Guest,
}

/// Somebody beside the seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OtherAttendee {
    /// Who.
    pub person: Person,
    /// As what.
    pub role: OtherRole,
    /// Office or organisation, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// Presence.
    pub presence: Vec<Presence>,
}

/// An interval of presence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Presence {
    /// From; none since the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    /// To; none until the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Moment>,
    /// Number of the item within which the interval lies, if it lies within one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Connected by picture and sound.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub remote: bool,
    /// A guest was sent out with the change of part, and came back with the public part if there is
    /// a next interval, else never: where the minutes tell of the change, the list needs no times.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub sent_out: bool,
}

/// Somebody who was not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Absentee {
    /// Who, with status and faction.
    pub seated: Seated,
    /// Excused.
    pub excused: bool,
    /// As what.
    #[serde(rename = "as")]
    pub role: AbsentRole,
}

/// As what somebody is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "role",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum AbsentRole {
    /// Regular member.
    Member {
        /// Somebody took the seat in the time that is looked at.
        represented: bool,
    },
    /// Appointed substitute.
    Substitute {
        /// For whom, if a personal substitute of somebody who is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<Person>,
    },
}

/// What was so at the opening.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opening {
    /// Guests in the order of the list.
    pub guests: Vec<Guest>,
    /// Who sat there for whom.
    pub substitutions: Vec<Substitution>,
    /// Who was excused and not represented, with their personal substitutes who were excused too.
    pub excused: Vec<Excused>,
    /// Excused substitutes who are not named there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excused_substitutes: Vec<ExcusedSubstitute>,
}

/// A guest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guest {
    /// Who.
    pub person: Person,
    /// Organisation, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub affiliation: String,
}

/// A substitution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Substitution {
    /// The substitute.
    pub substitute: Person,
    /// The regular member; none on a vacant seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub represents: Option<Person>,
    /// The regular member is excused.
    pub excused: bool,
}

/// An excused member without a substitute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Excused {
    /// Who.
    pub person: Person,
    /// The personal substitutes who were excused too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitutes: Vec<Person>,
}

/// An excused substitute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcusedSubstitute {
    /// Who.
    pub person: Person,
    /// Of whom, if personal substitute of somebody who is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Person>,
}
