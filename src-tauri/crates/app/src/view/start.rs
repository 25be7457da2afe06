//! The start: which sessions there are and what comes next.

use crate::core::MeetingId;
use crate::core::session::Phase;
use serde::Serialize;

/// The first view after unlocking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// Name of the body, empty while there is none: then the first steps are offered.
    pub body: String,
    /// The session that is open, or the next one to come within a day; none otherwise.
    pub next: Option<MeetingRow>,
    /// All sessions, the latest first.
    pub meetings: Vec<MeetingRow>,
    /// Whether there is a committee for which a session can be prepared.
    pub can_prepare: bool,
    /// What somebody has to know before working with this vault: profiles that are drafts.
    pub notices: Vec<String>,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MeetingRow {
    /// Which.
    pub meeting: MeetingId,
    /// Committee.
    pub title: String,
    /// "Do, 19.11.2026".
    pub day: String,
    /// "16:30".
    pub time: String,
    /// "Heute", "Morgen", empty otherwise.
    pub near: String,
    /// Second line of the next session: "Raum 1.12 · 12 Punkte, davon 4 nichtöffentlich".
    pub detail: String,
    /// Phase.
    pub phase: Phase,
    /// "vorbereitet", "läuft seit 16:32", "geschlossen".
    pub state: String,
}
