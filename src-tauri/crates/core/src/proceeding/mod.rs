//! What is taken down of a debate beside votes: measures of order, inaugurations, questions of
//! residents, announcements, statements, commitments, who signs the minutes besides, and that the
//! session is recorded.
//!
//! The words of an announcement are the clerk's own: nothing of a non-public item comes into them by
//! itself (§ 52 Abs. 2 GO NRW, § 37 Abs. 2 KrO NRW).

use crate::PersonId;
use crate::richtext::RichText;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;
use serde::{Deserialize, Serialize};

/// What the chair does to keep order in the room (§ 51 GO NRW, § 36 KrO NRW, rules of procedure).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OrderMeasure {
    /// Ordnungsruf.
    ToOrder,
    /// Ruf zur Sache.
    ToMatter,
    /// Wortentzug.
    SilenceSpeaker,
    /// Verweis aus dem Saal: whoever is there leaves with it.
    Expulsion,
}

/// What becomes of the question of a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ResidentAnswer {
    /// It is answered at once.
    Oral,
    /// It will be answered in writing.
    Written,
    /// It will be answered in the next session.
    NextMeeting,
}

/// Until when something is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Due {
    /// For the next session.
    NextMeeting,
    /// With the minutes.
    Minutes,
    /// Until a day.
    On(#[cfg_attr(feature = "schema", schemars(with = "String"))] NaiveDate),
}

/// What a session is recorded for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RecordingPurpose {
    /// A recording of sound that helps to write the minutes.
    Minutes,
    /// Picture and sound for the public.
    Broadcast,
}

/// The name of a resident who agreed to be named; no `Debug` shows it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ResidentName(pub String);

impl fmt::Debug for ResidentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentName({} characters)", self.0.chars().count())
    }
}

impl ResidentName {
    /// Nobody is named.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// What is taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Proceeding {
    /// The chair calls somebody to order, or goes further.
    Order {
        /// Whom.
        person: PersonId,
        /// What the chair does.
        measure: OrderMeasure,
    },
    /// The chair introduces new members and has them pledge themselves (Einführung und
    /// Verpflichtung: § 67 Abs. 3 GO NRW, § 46 Abs. 3 KrO NRW).
    Inauguration {
        /// Whom.
        persons: Vec<PersonId>,
    },
    /// A resident asks (Einwohnerfragestunde: § 48 Abs. 1 GO NRW, § 33 Abs. 1 KrO NRW).
    ResidentQuestion {
        /// The resident, only with consent to be named in the minutes; empty otherwise. A name
        /// without consent comes as the note of the act and is kept apart.
        #[serde(default, skip_serializing_if = "ResidentName::is_empty")]
        resident: ResidentName,
        /// The question.
        question: RichText,
        /// What becomes of it.
        answer: ResidentAnswer,
        /// What was answered, if that is taken down.
        #[serde(default, skip_serializing_if = "RichText::is_empty")]
        reply: RichText,
    },
    /// The chair announces decisions that were taken behind closed doors.
    Announcement {
        /// What the public is told.
        text: RichText,
    },
    /// A statement for the minutes (Erklärung zu Protokoll).
    Statement {
        /// Who.
        person: PersonId,
        /// The statement.
        text: RichText,
    },
    /// A commitment (Zusage).
    Commitment {
        /// Who; none for the administration as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        /// To what.
        text: RichText,
        /// Until when, if that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
    },
    /// Who signs the minutes beside the chair and the clerk (Mitunterzeichnende, as the rules of
    /// procedure or the law of other Länder want it).
    Cosigners {
        /// Who.
        persons: Vec<PersonId>,
    },
    /// The session is recorded; whoever does not consent is not.
    Recording {
        /// What for.
        purpose: RecordingPurpose,
        /// Who does not consent; everybody else who is there does.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        refused: Vec<PersonId>,
    },
}

impl Proceeding {
    /// Its texts; the first one is needed, another may stay empty.
    pub fn texts(&self) -> impl Iterator<Item = &RichText> {
        let (first, second) = match self {
            Self::Order { .. }
            | Self::Inauguration { .. }
            | Self::Cosigners { .. }
            | Self::Recording { .. } => (None, None),
            Self::ResidentQuestion { question, reply, .. } => (Some(question), Some(reply)),
            Self::Announcement { text }
            | Self::Statement { text, .. }
            | Self::Commitment { text, .. } => (Some(text), None),
        };
        first.into_iter().chain(second)
    }

    /// Whom it is about.
    pub fn persons(&self) -> &[PersonId] {
        match self {
            Self::Order { person, .. } | Self::Statement { person, .. } => {
                core::slice::from_ref(person)
            }
            Self::Inauguration { persons } | Self::Cosigners { persons } => persons,
            Self::Recording { refused, .. } => refused,
            Self::Commitment { by, .. } => by.as_slice(),
            Self::ResidentQuestion { .. } | Self::Announcement { .. } => &[],
        }
    }

    /// Whoever it sends out of the room.
    pub fn expels(&self) -> Option<PersonId> {
        match self {
            Self::Order { person, measure: OrderMeasure::Expulsion } => Some(*person),
            _ => None,
        }
    }
}
