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
mod business;
mod course;
mod inline;
mod names;
mod paper;
mod people;
mod plan;
mod presence;
mod proceedings;
mod results;
mod standing;
mod terms;
mod text;
mod timeline;
mod votes;
mod what;

pub use build::{Incomplete, item_references, of};
pub use inline::{Inline, Inlines, Table};
pub use paper::{
    Consultation, Editor, NonPublicPaper, Paper, PaperRecord, PaperSection, PublicPaper,
    RelatedPaper, Signatory, paper,
};
pub use people::{
    AbsentRole, Absentee, Attendance, Chair, ChairFunction, Clerk, Excused, ExcusedSubstitute,
    Guest, Led, Opening, OtherAttendee, OtherRole, Person, Presence, Seat, Seated, SeatedAttendee,
    Substitution,
};
pub use plan::{Plan, PublicPlan, SecondCall, plan};
pub use proceedings::Proceeding;
pub use results::{
    Apart, Ballot, CalledAgain, CandidateVotes, Composition, Doubt, ElectionBase, FactionCount,
    Frozen, Matter, QuorumFinding, QuorumNumbers, Round, Tally, Vote, Voter, WithoutVote,
};
pub use standing::Standing;
pub use text::{Block, Fact, ListItem, Text};
pub use what::{
    AbsenceCause, Addressee, Election, Fate, MethodRequest, Motion, MotionResult, Mover, NewPlace,
    RecusalGround, Required, What,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::ItemKind;
use sitzungsbuch_core::graphic::Graphic;
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::template::Template;

/// A session as far as its minutes need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// What was planned.
    pub plan: Plan,
    /// What everybody may read.
    pub public: PublicRecord,
    /// The rest; none where the session has no non-public part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_public: Option<NonPublicRecord>,
    /// Words of the redacted passages of the public part, by their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Inlines>,
}

impl Record {
    /// Whether the complete version says anything that the public one does not.
    pub fn has_more(&self) -> bool {
        self.non_public.is_some() || !self.passages.is_empty()
    }

    /// What everybody may have of a record: nothing that is not public can come in.
    pub fn for_everybody(plan: &PublicPlan, public: &PublicRecord) -> Self {
        let plan = Plan { public: plan.clone(), non_public: Vec::new(), second_call: None };
        Self { plan, public: public.clone(), non_public: None, passages: Vec::new() }
    }

    /// The same record for another issue.
    #[must_use]
    pub fn issued(mut self, issue: Issue) -> Self {
        self.plan.public.issue = issue;
        self.public.issue = issue;
        self
    }
}

/// The public part, and what concerns the session as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicRecord {
    /// Issue of the document.
    pub issue: Issue,
    /// How the minutes are built and worded.
    #[serde(default, skip_serializing_if = "Template::is_usual")]
    pub template: Template,
    /// What the office writes before the number of a paper, empty for the usual words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper_label: String,
    /// The body and its letterhead.
    pub body: Body,
    /// Who met.
    pub organization: Organization,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The session as planned and as it was.
    pub session: Session,
    /// Who chaired at the opening.
    pub chair: Chair,
    /// Who kept the minutes at the opening.
    pub clerk: Clerk,
    /// Who kept them later, as far as the public part shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later_clerks: Vec<Clerk>,
    /// Who led which public items, where not only the one who opened the session did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led: Vec<Led>,
    /// Seats in the order of their numbers, with their regular members.
    pub seats: Vec<Seat>,
    /// Who was there and who was not, as far as the public part shows it.
    pub attendance: Attendance,
    /// What was so at the opening.
    pub opening: Opening,
    /// The chair's finding at the opening that the body is quorate.
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
    /// Who kept the minutes later, over the whole session; it takes the place of the public list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later_clerks: Vec<Clerk>,
    /// Who led which items of the whole session; it takes the place of the public list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led: Vec<Led>,
    /// Who closed the session in this part, if not the one who opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<Chair>,
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
    /// Arms or logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arms: Option<Graphic>,
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
    /// When it was interrupted until another day, and when it went on then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continued: Vec<(Moment, Moment)>,
    /// End; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Moment>,
    /// The end lay in the public part.
    pub closed_in_public: bool,
    /// Who closed it in the public part, if not the one who opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<Chair>,
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
    /// Motions on it that move amounts, in their order, with what became of them; none or several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<MotionResult>,
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
