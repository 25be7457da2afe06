//! The input of composing: one session with all names resolved, the non-public part apart.
//!
//! It holds words, numbers and times, no sentences and no ids of the journal; acts and items carry
//! short references that are counted within their own part. Invariant 13 of ARCHITECTURE.md: what
//! composes the public version receives a [`PublicRecord`] and nothing else, and a
//! [`PublicRecord`] is built from public input, the time of a change of part, who left then, and
//! the end alone.

mod acts;
mod attendance;
mod build;
mod names;
mod people;
mod presence;
mod results;
mod text;
mod timeline;
mod votes;

pub use build::{Incomplete, of};
pub use people::{
    AbsentRole, Absentee, Attendance, Chair, ChairFunction, Clerk, Excused, ExcusedSubstitute,
    Guest, Opening, OtherAttendee, OtherRole, Person, Presence, Seat, Seated, SeatedAttendee,
    Substitution,
};
pub use results::{
    Ballot, Composition, FactionCount, QuorumFinding, QuorumNumbers, Tally, Vote, Voter,
};
pub use text::{Block, Fact, ListItem, Text};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::{ItemKind, Outcome};
use sitzungsbuch_core::organization::Gender;

/// A session as far as its minutes need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// What everybody may read.
    pub public: PublicRecord,
    /// The rest; none where the session has no non-public part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_public: Option<NonPublicRecord>,
}

/// The public part, and what concerns the session as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicRecord {
    /// Issue of the document.
    pub issue: Issue,
    /// The body and its letterhead.
    pub body: Body,
    /// Who met.
    pub organization: Organization,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The session as planned and as it was.
    pub session: Session,
    /// Who chaired.
    pub chair: Chair,
    /// Who kept the minutes.
    pub clerk: Clerk,
    /// Seats in the order of their numbers, with their regular members.
    pub seats: Vec<Seat>,
    /// Who was there and who was not, as far as the public part shows it.
    pub attendance: Attendance,
    /// What was so at the opening.
    pub opening: Opening,
    /// The chair's first finding on the quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<QuorumFinding>,
    /// The law that judged.
    pub law: Law,
    /// Public items in the order of the agenda.
    pub items: Vec<Item>,
    /// What a public agenda shows of the other part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub non_public_agenda: Vec<NeutralItem>,
    /// Acts in the order of time.
    pub acts: Vec<Act>,
    /// Public attachments in their order.
    pub attachments: Vec<Attachment>,
}

/// The non-public part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NonPublicRecord {
    /// Who was there over the whole session; it takes the place of the public list.
    pub attendance: Attendance,
    /// Non-public items in the order of the agenda.
    pub items: Vec<Item>,
    /// Acts in the order of time.
    pub acts: Vec<Act>,
    /// Non-public attachments in their order.
    pub attachments: Vec<Attachment>,
}

/// Issue of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Issue {
    /// When it is issued.
    pub at: Moment,
    /// As what.
    pub edition: Edition,
}

/// As what a document is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Edition {
    /// Entwurf.
    Draft,
    /// To be signed in its fields.
    Final,
    /// Lesefassung with "gez." of what was signed; the complete version never is one.
    Reading,
    /// Muster: like a final one, of invented data, marked on every page.
    Sample,
}

/// Body and letterhead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    /// "Kreis Wiesenthal".
    pub name: String,
    /// "Der Kreistag".
    pub organ: String,
    /// "Wiesenthal".
    pub place: String,
}

/// Whether the assembly itself met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OrganizationKind {
    /// The assembly.
    Council,
    /// A committee of it.
    Committee,
}

/// Who met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Organization {
    /// Assembly or committee.
    pub kind: OrganizationKind,
    /// "Ausschuss für Digitalisierung".
    pub name: String,
    /// "Ausschuss".
    pub short_name: String,
    /// "des Ausschusses für Digitalisierung".
    pub genitive: String,
    /// Gender of both names.
    pub gender: Gender,
}

/// Who answers questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// Full name.
    pub name: String,
    /// Telephone, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Fax, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fax: String,
    /// E-mail, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

/// The session as planned and as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Session {
    /// Number within the term, if counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// "XII. Wahlperiode", empty if not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legislative_term: String,
    /// Planned start.
    pub planned: Moment,
    /// Building, street, town and room in one line.
    pub place: String,
    /// Day of the invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<NaiveDate>,
    /// The chair found the invitation due.
    pub invitation_confirmed: bool,
    /// Opening.
    pub opened: Moment,
    /// End; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Moment>,
    /// The end lay in the public part.
    pub closed_in_public: bool,
}

/// What sentences name of the law that judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Law {
    /// "Kreistagsmitglieder".
    pub members: String,
    /// Abbreviation of their status: "KA".
    pub member_status: String,
    /// Paragraph of the size test.
    pub quorum_statute: String,
    /// More than one half is required; otherwise another share.
    pub more_than_half: bool,
    /// Paragraph of the composition test, empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub composition_statute: String,
    /// Paragraph of the rule on bias.
    pub bias_statute: String,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// Short reference, unique in its part; usually the number.
    pub id: String,
    /// Number.
    pub number: String,
    /// Title.
    pub name: String,
    /// Second line without "hier:", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Kind.
    #[serde(default)]
    pub kind: ItemKind,
    /// Reference of the item this one is a sub-item of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Number of the paper, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper: String,
    /// Place in the order in which the items of this part were called, from 1; none if never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<u32>,
    /// Settled with its parent.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub settled_with_parent: bool,
    /// Its text.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
}

/// What a public agenda shows of a non-public item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeutralItem {
    /// Number.
    pub number: String,
    /// Neutral name.
    pub name: String,
    /// It is a sub-item of the last one that is none.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub sub: bool,
}

/// An act that stands in the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Act {
    /// Short reference, unique in its part.
    pub id: String,
    /// When.
    pub at: Moment,
    /// Reference of the item it belongs to; none before the first one of its part was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What.
    pub what: What,
}

/// What an act did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum What {
    /// Somebody came.
    Arrival {
        /// Who.
        person: Person,
        /// Was there before.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        again: bool,
        /// Stands in for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        represents: Option<Person>,
        /// Whose substitution ends by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relieves: Option<Person>,
    },
    /// Somebody left.
    Departure {
        /// Who.
        person: Person,
    },
    /// Somebody declared to be biased and left the table.
    Recusal {
        /// Who.
        person: Person,
        /// Number of the item, where it is another one than that at hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_item: Option<String>,
        /// The session was public.
        public_session: bool,
    },
    /// Came back to the table.
    RecusalEnd {
        /// Who.
        person: Person,
    },
    /// A later finding on the quorum.
    Quorum {
        /// The finding.
        finding: QuorumFinding,
        /// The chair had found the opposite before.
        again: bool,
    },
    /// Change of part.
    PartChange {
        /// To the public part.
        to_public: bool,
        /// Who left the room.
        left: Vec<Person>,
    },
    /// An outcome without a vote.
    Outcome {
        /// What.
        outcome: Outcome,
        /// The sentence, if not the usual one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<Text>,
        /// Items had been added to the agenda by then.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        agenda_changed: bool,
    },
    /// A vote.
    Vote(Box<Vote>),
}

/// A listed attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachment {
    /// "Anlage 1".
    pub label: String,
    /// Title.
    pub title: String,
    /// Number of the item that cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}
