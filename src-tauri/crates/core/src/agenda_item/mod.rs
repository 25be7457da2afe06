//! Items of the agenda and what can become of them.

use crate::AgendaItemId;
use crate::richtext::RichText;
use alloc::string::String;
use serde::{Deserialize, Serialize};

/// Part of a session (§ 33 Abs. 2 KrO NRW, § 48 Abs. 2 GO NRW). OParl `AgendaItem.public`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Öffentlicher Teil.
    #[default]
    Public,
    /// Nichtöffentlicher Teil.
    NonPublic,
}

/// What an item is about, as far as the record treats it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ItemKind {
    /// Formalien: opening, invitation, attendance, quorum, agenda.
    Formalities,
    /// Genehmigung der Niederschrift.
    MinutesApproval,
    /// Anything with a proposal for a decision.
    #[default]
    Proposal,
    /// Bericht, Informationen, Vortrag.
    Report,
    /// Anfrage and its answer.
    Inquiry,
    /// Nachträge: a heading whose sub-items come in the session.
    Addenda,
}

/// An item of the agenda. OParl `AgendaItem`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaItem {
    /// Identity.
    pub id: AgendaItemId,
    /// Number as printed, without a dot at the end: "1", "7.1".
    pub number: String,
    /// Title.
    pub name: String,
    /// Second line without "hier:", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Kind.
    #[serde(default)]
    pub kind: ItemKind,
    /// Part of the session.
    pub part: Part,
    /// The item this one is a sub-item of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<AgendaItemId>,
    /// Number of the paper in the local scheme ("20/041/2026"), empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper: String,
    /// What the public may read instead of the title of a non-public item. It is written for the
    /// public on purpose and is all of a non-public item that a public document ever shows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub neutral_name: String,
    /// What the item proposes to decide (Beschlussvorschlag), empty if nothing.
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub proposal: RichText,
}

/// What became of an item without a vote. A decision by vote is recorded as a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Kenntnisnahme.
    Noted,
    /// Genehmigt (minutes of an earlier session).
    Approved,
    /// Festgestellt (agenda, attendance).
    Established,
    /// Entgegennahme ohne Beschluss.
    ReceivedWithoutDecision,
    /// Vertagt.
    Deferred,
    /// Zurückgestellt for lack of quorum; it may be called again (§ 34 Abs. 2 KrO NRW).
    PutBack,
    /// Verwiesen an another organization.
    Referred,
    /// Empfehlung an the organization that decides.
    Recommended,
    /// Von der Tagesordnung abgesetzt.
    TakenOff,
    /// Zurückgezogen by whoever proposed it.
    Withdrawn,
    /// "Keine": nothing came up under this heading.
    Nothing,
    /// No outcome, chosen on purpose.
    NoneOnPurpose,
}

impl Outcome {
    /// Whether it goes to another organization.
    pub const fn addressed(self) -> bool {
        matches!(self, Self::Referred | Self::Recommended)
    }
}
