//! What is taken down beside votes as blocks: a sentence, and the words of somebody as a quotation.

use super::facts::paragraph;
use super::scribe::Scribe;
use super::text::Writer;
use super::wording::{self, When};
use crate::document::Block;
use crate::record::{Proceeding, Text};

impl Scribe<'_> {
    /// Label and sentence of what has no words of its own.
    pub(super) fn kept_in_order(
        &self,
        at: When,
        proceeding: &Proceeding,
    ) -> Option<(&'static str, String)> {
        match proceeding {
            Proceeding::Order { person, measure, number, chair } => {
                let chair = self.chair_words(chair.as_ref());
                Some((wording::ORDER, wording::order(at, person, *measure, *number, &chair)))
            }
            Proceeding::Inauguration { persons, chair } => {
                let chair = self.chair_words(chair.as_ref());
                Some((wording::INAUGURATION, wording::inauguration(persons, &chair)))
            }
            Proceeding::Cosigners { persons } => {
                Some((wording::COSIGNERS, wording::cosigners(persons, self.headings())))
            }
            Proceeding::Recording { purpose, refused } => {
                Some((wording::RECORDING, wording::recording(*purpose, refused, self.headings())))
            }
            _ => None,
        }
    }

    /// What somebody said, below the sentence that says who.
    pub(super) fn proceeding(&mut self, proceeding: &Proceeding) -> Vec<Block> {
        match proceeding {
            Proceeding::ResidentQuestion { resident, question, answer, reply } => {
                let lead = wording::question(resident);
                let mut blocks = self.said(wording::RESIDENT_QUESTION, lead, question);
                let answered = wording::question_answer(*answer, reply).to_owned();
                blocks.extend(self.said("", answered, reply));
                blocks
            }
            Proceeding::Announcement { text, chair } => {
                let lead = wording::announcement(&self.chair_words(chair.as_ref()));
                self.said(wording::ANNOUNCEMENT, lead, text)
            }
            Proceeding::Statement { person, text } => {
                self.said(wording::STATEMENT, wording::statement(person), text)
            }
            Proceeding::Commitment { by, text, due } => {
                let lead = wording::commitment(by.as_ref(), *due, self.headings());
                self.said(wording::COMMITMENT, lead, text)
            }
            Proceeding::Order { .. }
            | Proceeding::Inauguration { .. }
            | Proceeding::Cosigners { .. }
            | Proceeding::Recording { .. } => Vec::new(),
        }
    }

    fn said(&mut self, label: &str, lead: String, text: &Text) -> Vec<Block> {
        let mut blocks = vec![paragraph(label, lead)];
        if !text.is_empty() {
            blocks.push(Block::Quote { blocks: self.blocks(&text.blocks) });
        }
        blocks
    }
}
