//! The quorum line: what the law says, and both tests, each in its own field.

use crate::core::rules::Reason;
use crate::core::rules::quorum::LegalState;
use serde::Serialize;

/// How much attention a field asks for; a colour never stands alone, words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Nothing to say.
    Plain,
    /// In order.
    Good,
    /// Attention.
    Warning,
    /// Established incapacity.
    Danger,
}

/// Legal state: what the chair said, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumField {
    /// State in law.
    pub state: LegalState,
    /// "Beschlussfähig", "Noch nicht festgestellt", "Gilt als beschlussfähig", ...
    pub words: String,
    /// "festgestellt 16:33 durch die Vorsitzende", "rechnerisch beschlussfähig".
    pub detail: String,
    /// Tone.
    pub tone: Tone,
}

/// Seats of the band: how many are filled by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// Filled by members of the assembly (solid).
    pub members: u16,
    /// Filled by others who vote (striped).
    pub others: u16,
    /// Empty.
    pub free: u16,
    /// The mark stands before this seat, counted from 1.
    pub mark: u16,
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumTest {
    /// "13 von 17", "8 KA > 5 SB".
    pub numbers: String,
    /// "anwesend, nötig 9", "mehr KA als SB".
    pub words: String,
    /// Second line, empty if none: "mehr als die Hälfte".
    pub rule: String,
    /// Whether it holds.
    pub holds: bool,
    /// Band of seats; for the size test only.
    pub band: Option<Band>,
}

/// The whole line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumView {
    /// Legal state.
    pub legal: QuorumField,
    /// Both tests hold.
    pub computed: bool,
    /// Size test, then composition test where the law has one.
    pub tests: Vec<QuorumTest>,
    /// Whole sentences with their paragraph.
    pub reasons: Vec<Reason>,
    /// What the chair has to decide.
    pub needs_decision: Vec<Reason>,
    /// One sentence for screen readers: "Rechnerisch nicht beschlussfähig: 6 KA, 6 SB".
    pub announcement: String,
}
