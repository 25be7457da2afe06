//! Motions (Anträge): what they ask for and who made them. What became of them is in the session.

use crate::richtext::RichText;
use crate::{AgendaItemId, MotionId, OrganizationId, PersonId};
use alloc::format;
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

impl Procedure {
    /// "Schluss der Aussprache"; none for one that its text alone explains.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::CloseDebate => "Schluss der Aussprache",
            Self::CloseSpeakers => "Schluss der Rednerliste",
            Self::PassOver => "Übergang zur Tagesordnung",
            Self::TakeOff => "Absetzung von der Tagesordnung",
            Self::Defer => "Vertagung",
            Self::Refer => "Verweisung",
            Self::Interrupt => "Unterbrechung der Sitzung",
            Self::ExcludePublic => "Ausschluss der Öffentlichkeit",
            Self::RestorePublic => "Wiederherstellung der Öffentlichkeit",
            Self::Extend => "Erweiterung der Tagesordnung",
            Self::Reorder => "Änderung der Reihenfolge",
            Self::Other => return None,
        })
    }
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
    /// Where it applies in what is decided, as printed there: "21.10.01, S. 112"; empty if nowhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// The amount that stands there, as printed; empty if none. A text, not a number: budgets print
    /// thousands, percentages and posts, and nobody computes with them here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub old_amount: String,
    /// The amount that is moved, as printed; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new_amount: String,
}

impl Motion {
    /// It moves an amount: one of a series on a budget.
    pub fn has_amount(&self) -> bool {
        !self.old_amount.trim().is_empty() || !self.new_amount.trim().is_empty()
    }

    /// What is put to the vote unless the chair words it otherwise: its text, else what it moves.
    /// Empty for one that says neither.
    pub fn wording(&self) -> RichText {
        if self.text.visible() {
            return self.text.clone();
        }
        let asked = match self.kind {
            MotionKind::Procedural(kind) => kind.name().map(String::from),
            _ => None,
        };
        let moved = moved(&self.position, &self.old_amount, &self.new_amount);
        moved.or(asked).map_or_else(RichText::default, |line| RichText::paragraphs([line.as_str()]))
    }
}

/// "21.10.01, S. 112: 2.000 statt 1.000"; none where nothing is said.
pub fn moved(position: &str, old: &str, new: &str) -> Option<String> {
    let [position, old, new] = [position, old, new].map(str::trim);
    let amounts = match (old.is_empty(), new.is_empty()) {
        (true, true) => String::new(),
        (true, false) => String::from(new),
        (false, true) => format!("Streichung ({old})"),
        (false, false) => format!("{new} statt {old}"),
    };
    match (position.is_empty(), amounts.is_empty()) {
        (true, true) => None,
        (false, true) => Some(String::from(position)),
        (true, false) => Some(amounts),
        (false, false) => Some(format!("{position}: {amounts}")),
    }
}
