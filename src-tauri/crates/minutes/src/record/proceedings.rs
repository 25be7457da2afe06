//! What was taken down beside votes, with names. It belongs to the part of its item, and to the part
//! of the session where that is the closed one.

use super::acts::{Draft, Maker, Place, Scope};
use super::timeline::Step;
use super::{Chair, Incomplete, Person, Text, What, text};
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::AgendaItemId;
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::proceeding::{self, Due, OrderMeasure, RecordingPurpose, ResidentAnswer};
use sitzungsbuch_core::session::event::Event;

/// Something that was taken down beside votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Proceeding {
    /// The chair keeps order.
    Order {
        /// Whom it concerns.
        person: Person,
        /// What the chair did.
        measure: OrderMeasure,
        /// Which one of its kind against this person it is, as far as this part knows.
        number: u16,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
    /// New members pledged themselves.
    Inauguration {
        /// Who.
        persons: Vec<Person>,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
    /// A resident asked.
    ResidentQuestion {
        /// Who agreed to be named; empty otherwise.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        resident: String,
        /// The question.
        question: Text,
        /// What becomes of it.
        answer: ResidentAnswer,
        /// What was answered.
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        reply: Text,
    },
    /// Decisions that were taken behind closed doors were announced.
    Announcement {
        /// What the public was told.
        text: Text,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
    /// A statement for the minutes.
    Statement {
        /// Who.
        person: Person,
        /// The statement.
        text: Text,
    },
    /// A commitment.
    Commitment {
        /// Who; none for the administration as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Person>,
        /// To what.
        text: Text,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
    },
    /// Who signs the minutes beside the chair and the clerk.
    Cosigners {
        /// Who.
        persons: Vec<Person>,
    },
    /// The session was recorded.
    Recording {
        /// What for.
        purpose: RecordingPurpose,
        /// Who did not consent.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        refused: Vec<Person>,
    },
}

impl Maker<'_, '_> {
    /// Part and item of what was taken down.
    pub(super) fn place_of_proceeding(&self, step: &Step, item: Option<AgendaItemId>) -> Place {
        let own = item.map_or(Part::Public, |item| self.part_of(item));
        let part = step.part.max(own);
        (part, item.filter(|_| part == own).or_else(|| step.called(part)))
    }

    /// What was taken down.
    pub(super) fn proceeding(
        &self,
        draft: &Draft,
        step: &Step,
        source: &proceeding::Proceeding,
        scope: &Scope,
    ) -> Result<What, Incomplete> {
        use proceeding::Proceeding as Source;
        let words = |source| text::convert(source, scope);
        Ok(What::Proceeding(Box::new(match source {
            Source::Order { person, measure } => Proceeding::Order {
                person: self.names.person(*person)?,
                measure: *measure,
                number: self.number_of(draft, source),
                chair: self.other_chair(step)?,
            },
            Source::Inauguration { persons } => Proceeding::Inauguration {
                persons: self.names.persons(persons)?,
                chair: self.other_chair(step)?,
            },
            Source::ResidentQuestion { resident, question, answer, reply } => {
                Proceeding::ResidentQuestion {
                    resident: resident.0.trim().to_owned(),
                    question: words(question),
                    answer: *answer,
                    reply: words(reply),
                }
            }
            Source::Announcement { text } => {
                Proceeding::Announcement { text: words(text), chair: self.other_chair(step)? }
            }
            Source::Statement { person, text } => {
                Proceeding::Statement { person: self.names.person(*person)?, text: words(text) }
            }
            Source::Commitment { by, text, due } => Proceeding::Commitment {
                by: by.map(|by| self.names.person(by)).transpose()?,
                text: words(text),
                due: *due,
            },
            Source::Cosigners { persons } => {
                Proceeding::Cosigners { persons: self.names.persons(persons)? }
            }
            Source::Recording { purpose, refused } => {
                Proceeding::Recording { purpose: *purpose, refused: self.names.persons(refused)? }
            }
        })))
    }

    /// Which one of its kind a measure is. The public part counts what is public.
    fn number_of(&self, draft: &Draft, source: &proceeding::Proceeding) -> u16 {
        let known = |step: &&Step| match &step.entry.event {
            Event::ProceedingRecorded { item, proceeding, .. } => {
                let (part, _) = self.place_of_proceeding(step, *item);
                proceeding == source && part <= draft.part
            }
            _ => false,
        };
        let before = self.steps.iter().take(draft.step).filter(known).count();
        u16::try_from(before + 1).unwrap_or(u16::MAX)
    }

    /// Whoever leaves with a measure of order is told by it.
    pub(super) fn expelled(&self, step: &Step) -> bool {
        self.steps.iter().any(|other| {
            other.entry.act == step.entry.act
                && matches!(&other.entry.event, Event::ProceedingRecorded { .. })
        })
    }
}
