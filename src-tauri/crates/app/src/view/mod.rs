//! What a window shows: one answer per question, in German, ready to be drawn.
//!
//! Views are computed from the record at every question and kept nowhere. They carry every number,
//! threshold and permission, so that a window computes none (invariant 12). They decide nothing:
//! `allowed` says what the state makes possible, never what the law forbids.

mod agenda;
mod log;
mod meeting;
mod quorum;
mod seats;
mod setup;
mod start;
mod stub;
mod vote;

pub use agenda::{AgendaRow, AgendaView, ItemView, NextStep, PartGroup, RowState};
pub use log::{LogRow, LogView};
pub use meeting::{Allowed, MeetingView, Named, OpenPoint, OpeningView};
pub use quorum::{Band, QuorumField, QuorumTest, QuorumView, Tone};
pub use seats::{
    Attendee, AttendeeState, Candidate, Column, PersonAct, SeatState, SeatView, SubstitutesView,
    Substitution,
};
pub use setup::{
    AgendaDraft, CommitteeChoice, DraftItem, DraftPerson, PeopleDraft, ProfileChoice, SetUpView,
};
pub use start::{MeetingRow, StartView};
pub use stub::answer;
pub(crate) use stub::meeting;
pub use vote::{OutcomeChoice, VoteForm, VotePreview, VoteView};

use crate::core::richtext::RichText;
use crate::core::session::command::Tally;
use crate::core::{AgendaItemId, MeetingId, SeatId};
use serde::{Deserialize, Serialize};

/// What a window can ask.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Question {
    /// The sessions and what comes next.
    Start {},
    /// A session as it stands.
    Meeting {
        /// Which.
        meeting: MeetingId,
    },
    /// The text of an item; empty if nothing was written yet.
    Text {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
    },
    /// Who may take a seat, each with the effect on the quorum.
    Substitutes {
        /// Which session.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatId,
    },
    /// What numbers would mean, with every key typed.
    Vote {
        /// Which session.
        meeting: MeetingId,
        /// On which item.
        item: AgendaItemId,
        /// The numbers so far.
        tally: Tally,
    },
    /// All acts of a session, the newest first.
    Log {
        /// Which session.
        meeting: MeetingId,
    },
    /// What is there to set something up with: committees, rule profiles.
    SetUp {},
    /// Reads pasted names, one per line.
    People {
        /// The lines.
        text: String,
    },
    /// Reads a pasted agenda, one item per line.
    Agenda {
        /// The lines.
        text: String,
    },
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", content = "view", rename_all = "camelCase")]
pub enum Reply {
    /// To [`Question::Start`].
    Start(StartView),
    /// To [`Question::Meeting`].
    Meeting(Box<MeetingView>),
    /// To [`Question::Text`].
    Text(RichText),
    /// To [`Question::Substitutes`].
    Substitutes(SubstitutesView),
    /// To [`Question::Vote`].
    Vote(VotePreview),
    /// To [`Question::Log`].
    Log(LogView),
    /// To [`Question::SetUp`].
    SetUp(SetUpView),
    /// To [`Question::People`].
    People(PeopleDraft),
    /// To [`Question::Agenda`].
    Agenda(AgendaDraft),
}
