//! Commands: what the clerk can ask for, in the imperative. The acts of a script are these.

use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::meeting::MeetingPlan;
use crate::paper::Attachment;
use crate::richtext::RichText;
use crate::rules::majority::Count;
use crate::{ActId, AgendaItemId, OrganizationId, PersonId, SeatId, VoteId};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::{Deserialize, Serialize};

/// In which capacity somebody without a seat takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Capacity {
    /// Verwaltung.
    Official,
    /// Gast.
    Guest,
}

/// What the chair announced as the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Announced {
    /// Angenommen.
    Accepted,
    /// Abgelehnt.
    Rejected,
}

/// A number of votes that was said aloud, or worked out and confirmed by the clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stated {
    /// Number of votes.
    pub number: u16,
    /// Worked out by elimination and confirmed by the clerk, not announced.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub derived: bool,
}

/// Votes of one faction in a counted vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactionCount {
    /// The faction.
    pub faction: OrganizationId,
    /// Its votes.
    pub count: Count,
}

/// One vote in a roll-call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// Ja.
    Yes,
    /// Nein.
    No,
    /// Enthaltung.
    Abstain,
}

/// The vote cast for one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// The seat.
    pub seat: SeatId,
    /// The vote.
    pub choice: Choice,
}

/// What is known of the votes; a number that nobody announced stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Tally {
    /// "Einstimmig", no numbers.
    Unanimous {},
    /// Numbers as far as the chair said them.
    Announced {
        /// Ja.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        yes: Option<Stated>,
        /// Nein.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no: Option<Stated>,
        /// Enthaltungen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abstain: Option<Stated>,
    },
    /// Every vote counted.
    Counted {
        /// The sums.
        count: Count,
        /// The sums by faction, if counted so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_faction: Vec<FactionCount>,
    },
    /// Namentliche Abstimmung.
    RollCall {
        /// One entry per seat.
        ballots: Vec<Ballot>,
    },
}

/// Free text about a person or a reason. It is kept in a row of its own and appears in no `Debug`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(pub String);

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Note({} characters)", self.0.chars().count())
    }
}

impl From<&str> for Note {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Note {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Note {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Note".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

/// A command of the live session. Each is one act of the clerk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Command {
    /// Prepare the session: plan, seats and members of its day.
    PrepareMeeting {
        /// The plan.
        plan: MeetingPlan,
    },
    /// The chair finds that the invitation was due.
    ConfirmInvitation {},
    /// A member, or an appointed substitute, is excused.
    ExcuseMember {
        /// Who.
        person: PersonId,
    },
    /// A substitute takes a seat: arranged before the opening, effective at once after it.
    SeatSubstitute {
        /// Which seat.
        seat: SeatId,
        /// Who takes it.
        substitute: PersonId,
    },
    /// Open the session with all who are there.
    OpenMeeting {
        /// Who chairs.
        chair: PersonId,
        /// Who keeps the minutes.
        clerk: PersonId,
        /// Members and arranged substitutes who are there.
        present: Vec<PersonId>,
        /// Officials who are there.
        #[serde(default)]
        officials: Vec<PersonId>,
        /// Guests who are there.
        #[serde(default)]
        guests: Vec<PersonId>,
    },
    /// A member or a seated substitute comes, or comes back.
    RecordArrival {
        /// Who.
        person: PersonId,
    },
    /// An official or guest comes.
    AdmitAttendee {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
    },
    /// Somebody leaves.
    RecordDeparture {
        /// Who.
        person: PersonId,
    },
    /// A member is biased for an item and leaves the table while it is dealt with (§ 31 GO NRW).
    /// Before the item is called this is an announcement.
    DeclareRecusal {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
        /// Reason, only if the clerk enters it; kept apart and erasable.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// The recused member is back at the table: ends the bias for the current item or, where none
    /// counts for it, the one that was declared last.
    EndRecusal {
        /// Who.
        person: PersonId,
    },
    /// The chair finds the body quorate.
    EstablishQuorum {},
    /// The chair finds that it is not.
    DeclareLackOfQuorum {},
    /// Call an item.
    CallItem {
        /// Which.
        item: AgendaItemId,
    },
    /// Close an item, and the sub-items that were settled with it.
    CloseItem {
        /// Which.
        item: AgendaItemId,
        /// Sub-items settled in the same breath.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        settles: Vec<AgendaItemId>,
    },
    /// Add an item to the agenda in the session (§ 33 Abs. 1 KrO NRW, § 48 Abs. 1 GO NRW).
    AddItem {
        /// The item.
        item: AgendaItem,
        /// Why it cannot wait.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// What became of an item without a vote.
    RecordOutcome {
        /// Which item.
        item: AgendaItemId,
        /// What.
        outcome: Outcome,
        /// The sentence for the minutes; the usual one if missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<RichText>,
    },
    /// A vote that was taken and announced.
    RecordVote {
        /// On which item.
        item: AgendaItemId,
        /// The text as voted on, with its amendments.
        wording_put: RichText,
        /// The votes.
        tally: Tally,
        /// What the chair announced.
        announced: Announced,
        /// Given when numbers and persons contradict each other and it is recorded all the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// Confirm what a vote rests on after a later entry changed who was entitled.
    ConfirmBasis {
        /// Which vote.
        vote: VoteId,
        /// Why the vote stands.
        note: Note,
    },
    /// List an attachment; the file may follow.
    ListAttachment {
        /// The attachment.
        attachment: Attachment,
    },
    /// Go over to the other part of the session.
    ChangePart {
        /// To which part.
        part: Part,
        /// Who leaves the room.
        #[serde(default)]
        leaving: Vec<PersonId>,
    },
    /// The text of an item as it stands now; a draft until the item is closed.
    WriteText {
        /// Which item.
        item: AgendaItemId,
        /// The text.
        text: RichText,
    },
    /// Close the session.
    CloseMeeting {},
    /// Take an act back, or put another in its place.
    Correct {
        /// The act.
        act: ActId,
        /// What should have been entered; nothing to take the act back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replacement: Option<Box<Command>>,
    },
}

impl Command {
    /// Free text about a person or a reason; it is kept in a row of its own.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::DeclareRecusal { note, .. }
            | Self::AddItem { note, .. }
            | Self::RecordVote { note, .. } => note.as_ref().map(|note| note.0.as_str()),
            Self::ConfirmBasis { note, .. } => Some(&note.0),
            Self::Correct { replacement: Some(command), .. } => command.note(),
            _ => None,
        }
    }
}
