//! The agenda: where we are, what was dealt with when, what comes next.

use super::vote::{OutcomeChoice, VoteForm, VoteView};
use crate::core::AgendaItemId;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::richtext::RichText;
use serde::Serialize;

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RowState {
    /// Not called.
    Open,
    /// Being dealt with.
    Current,
    /// Called, left, not closed.
    Interrupted,
    /// Dealt with.
    Done,
}

/// An item in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgendaRow {
    /// Which.
    pub item: AgendaItemId,
    /// "7.1".
    pub number: String,
    /// Title.
    pub name: String,
    /// 0 for an item, 1 for a sub-item, ...
    pub level: u16,
    /// State.
    pub state: RowState,
    /// "16:41–16:43, genehmigt", "seit 16:58"; empty for what was not called.
    pub words: String,
}

/// The rows of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartGroup {
    /// Which part.
    pub part: Part,
    /// "Öffentlicher Teil".
    pub title: String,
    /// Rows in the order of the agenda.
    pub rows: Vec<AgendaRow>,
}

/// The one act that is expected next; its button is the filled one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "act", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NextStep {
    /// Open the session.
    Open {},
    /// Call an item; the current one is closed with it.
    Call {
        /// Which.
        item: AgendaItemId,
        /// "TOP 6 aufrufen".
        words: String,
    },
    /// Go over to the other part first.
    ChangePart {
        /// To which.
        part: Part,
    },
    /// Close the current item: nothing is left after it in this part.
    CloseItem {
        /// Which.
        item: AgendaItemId,
    },
    /// Close the session.
    CloseMeeting {},
}

/// The agenda as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgendaView {
    /// "4 von 12 erledigt".
    pub progress: String,
    /// Share that is done, in hundredths.
    pub share: u16,
    /// Parts in their order.
    pub parts: Vec<PartGroup>,
    /// What comes next; none once the session is closed.
    pub next: Option<NextStep>,
}

/// The item in the middle: the current one, or one that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemView {
    /// Which.
    pub item: AgendaItemId,
    /// "5".
    pub number: String,
    /// Title.
    pub name: String,
    /// Second line without "hier:", empty if none.
    pub subject: String,
    /// Kind.
    pub kind: ItemKind,
    /// "Beschlussvorlage", "Bericht".
    pub kind_words: String,
    /// "Vorlage Nr. 20/022/2026", empty if none.
    pub paper: String,
    /// Part.
    pub part: Part,
    /// "seit 16:58", "16:41–16:43"; empty if not called.
    pub words: String,
    /// State.
    pub state: RowState,
    /// What is put to the vote; empty if nothing was proposed.
    pub proposal: RichText,
    /// Sub-items that are still open and could be settled with this one: id and "7.1 Titel".
    pub open_sub_items: Vec<(AgendaItemId, String)>,
    /// "2 Anlagen", empty if none.
    pub attachments: String,
    /// The text can be written.
    pub can_write: bool,
    /// Label of the next attachment: "Anlage 3".
    pub next_attachment: String,
    /// How a vote can be taken; none if no vote is possible now.
    pub vote_form: Option<VoteForm>,
    /// Outcomes without a vote that are usual here, the usual one first; empty if none is possible.
    pub outcomes: Vec<OutcomeChoice>,
    /// Votes and outcomes recorded, in their order.
    pub results: Vec<VoteView>,
}
