//! Votes: who may vote now, what numbers mean, what was decided.

use super::quorum::Tone;
use crate::core::agenda_item::Outcome;
use crate::core::session::command::Announced;
use crate::core::{ActId, PersonId, SeatId};
use serde::Serialize;

/// How a vote can be taken on the item now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VoteForm {
    /// "13 stimmberechtigt anwesend, Frau SB Terhorst befangen".
    pub words: String,
    /// Entitled and present now.
    pub entitled: u16,
    /// Seats in the order of a roll-call: seat, person, "Frau KA Brandtner".
    pub roll: Vec<(SeatId, PersonId, String)>,
}

/// An outcome without a vote as a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeChoice {
    /// What.
    pub outcome: Outcome,
    /// "Zur Kenntnis".
    pub words: String,
}

/// What numbers would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VotePreview {
    /// What would be announced.
    pub announced: Announced,
    /// "mehrheitlich angenommen mit 8 Ja-Stimmen bei 4 Nein-Stimmen und 1 Enthaltung".
    pub words: String,
    /// Votes not accounted for: entitled less all numbers; negative when there are too many.
    pub open: i32,
    /// "2 Stimmen offen", "1 Stimme zu viel", empty if it adds up.
    pub open_words: String,
    /// Tone of `open_words`.
    pub tone: Tone,
    /// Needs a note to be recorded.
    pub needs_note: bool,
    /// Hints, whole sentences.
    pub hints: Vec<String>,
}

/// A vote or an outcome that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VoteView {
    /// The act, for a correction.
    pub act: ActId,
    /// "17:12".
    pub time: String,
    /// "Angenommen", "Abgelehnt", "Zur Kenntnis genommen".
    pub title: String,
    /// The words of the minutes: "einstimmig".
    pub words: String,
    /// Yes, no, abstentions as far as they are known.
    pub numbers: Option<[Option<u16>; 3]>,
    /// Accepted; false also for what is no vote.
    pub accepted: bool,
    /// Is no vote.
    pub without_vote: bool,
    /// Who was entitled and present changed afterwards: the sentence that says so, empty otherwise.
    pub basis_changed: String,
}
