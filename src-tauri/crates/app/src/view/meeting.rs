//! A session on one screen: what the live view draws.

use super::agenda::{AgendaView, ItemView};
use super::log::LogRow;
use super::quorum::QuorumView;
use super::seats::{Attendee, Column};
use crate::core::agenda_item::Part;
use crate::core::session::{Phase, Revision};
use crate::core::{MeetingId, PersonId};
use serde::Serialize;

/// A person with a name to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub full_name: String,
}

/// What is chosen before the opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpeningView {
    /// Who may chair: chair, deputies in their order, then the other members who are there.
    pub chairs: Vec<Named>,
    /// Who will, as noted so far or by function; none if nobody is known.
    pub chair: Option<PersonId>,
    /// Who may keep the minutes: everybody of the directory without a seat here.
    pub clerks: Vec<Named>,
    /// Who will; none if nobody is known.
    pub clerk: Option<PersonId>,
    /// What is missing for the opening, a sentence; empty if nothing is.
    pub missing: String,
}

/// Something to look at before closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpenPoint {
    /// A sentence.
    pub words: String,
    /// Item that it is about, if one.
    pub item: Option<crate::core::AgendaItemId>,
}

/// What the state makes possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "independent permissions, each one button")]
pub struct Allowed {
    /// Open the session.
    pub open: bool,
    /// Confirm the due invitation.
    pub confirm_invitation: bool,
    /// Find on the quorum, either way.
    pub find_quorum: bool,
    /// Change the part.
    pub change_part: bool,
    /// Add an item.
    pub add_item: bool,
    /// Close the session.
    pub close: bool,
    /// Make the Niederschrift (as a draft while the session is open).
    pub minutes: bool,
    /// Make the final Niederschrift and sign it.
    pub sign: bool,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// Which.
    pub meeting: MeetingId,
    /// Revision that this view shows; acts are based on it.
    pub revision: Revision,
    /// Phase.
    pub phase: Phase,
    /// Committee.
    pub committee: String,
    /// "Do, 19.11.2026".
    pub day: String,
    /// Planned start: "16:30".
    pub start: String,
    /// Room.
    pub room: String,
    /// "eröffnet 16:32", "geschlossen 17:56", empty before.
    pub times: String,
    /// Part of the session.
    pub part: Part,
    /// Why nothing can be entered: a sentence, empty otherwise (the journal is broken).
    pub read_only: String,
    /// Quorum, for the current item.
    pub quorum: QuorumView,
    /// Agenda.
    pub agenda: AgendaView,
    /// The item that is being dealt with; none between two.
    pub current: Option<ItemView>,
    /// Columns of tiles.
    pub columns: Vec<Column>,
    /// Officials and guests, there or gone, in the order of coming.
    pub attendees: Vec<Attendee>,
    /// "7 Personen".
    pub attendees_words: String,
    /// Before the opening.
    pub opening: Option<OpeningView>,
    /// Who chairs, once open.
    pub chair: Option<Named>,
    /// Who keeps the minutes, once open.
    pub clerk: Option<Named>,
    /// When the invitation was confirmed: "16:33", empty before.
    pub invitation: String,
    /// Last act, for undo; none before the first.
    pub last: Option<LogRow>,
    /// What is open before closing.
    pub open_points: Vec<OpenPoint>,
    /// What is possible now.
    pub allowed: Allowed,
}
