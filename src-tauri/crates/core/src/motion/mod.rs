//! Motions (Anträge): what they ask for and who made them. What became of them is in the session.

use crate::richtext::RichText;
use crate::{AgendaItemId, MotionId, OrganizationId, PersonId};
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// A motion on procedure (Geschäftsordnungsantrag): voted on before the matter itself, since it
/// decides whether and how the matter goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Procedure {
    /// Schluss der Aussprache.
    CloseDebate,
    /// Schluss der Rednerliste.
    CloseSpeakers,
    /// Übergang zur Tagesordnung, Nichtbefassung.
    PassOver,
    /// Absetzung von der Tagesordnung.
    TakeOff,
    /// Vertagung.
    Defer,
    /// Verweisung.
    Refer,
    /// Unterbrechung der Sitzung.
    Interrupt,
    /// Ausschluss der Öffentlichkeit.
    ExcludePublic,
    /// Wiederherstellung der Öffentlichkeit.
    RestorePublic,
    /// Erweiterung der Tagesordnung.
    Extend,
    /// Änderung der Reihenfolge.
    Reorder,
    /// Another one; the text says which.
    Other,
}

/// What a motion asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MotionKind {
    /// Geschäftsordnungsantrag.
    Procedural(Procedure),
    /// Änderungsantrag.
    Amendment,
    /// Ergänzungsantrag.
    Supplement,
    /// Sachantrag: a proposal of its own.
    Substantive,
}

impl MotionKind {
    /// Place in the order of votes on one item: procedure, then changes, then the matter.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Procedural(_) => 0,
            Self::Amendment | Self::Supplement => 1,
            Self::Substantive => 2,
        }
    }
}

/// Who made a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mover {
    /// A faction.
    Faction(OrganizationId),
    /// A person.
    Person(PersonId),
    /// The administration.
    Administration,
}

/// A motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Motion {
    /// Identity.
    pub id: MotionId,
    /// On which item.
    pub item: AgendaItemId,
    /// What it asks for.
    pub kind: MotionKind,
    /// Who made it; several may together.
    pub movers: Vec<Mover>,
    /// Short name, for lists: "Antrag 12", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it wants decided; empty for a motion on procedure that its kind says in full.
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub text: RichText,
}
