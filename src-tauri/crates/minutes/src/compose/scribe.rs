//! The writer of one part: what it may look at, and where it stands.
//!
//! A scribe of the public part is made from a [`PublicRecord`] alone; the one of the non-public part
//! may look at both.

use super::wording::{ChairWords, When};
use crate::record::{Act, Attachment, Inlines, Item, NonPublicRecord, PublicRecord};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::template::Headings;

/// Writes one part.
pub(super) struct Scribe<'a> {
    /// What concerns the session as a whole.
    pub(super) record: &'a PublicRecord,
    /// Items of this part.
    pub(super) items: &'a [Item],
    /// Acts of this part.
    pub(super) acts: &'a [Act],
    /// Acts of the other part that a text of this one may show.
    pub(super) beside: &'a [Act],
    /// Attachments of this part.
    pub(super) attachments: &'a [Attachment],
    /// Words of the redacted passages, by their numbers; none for whoever may not read them.
    pub(super) passages: &'a [Inlines],
    /// Words for the chair.
    pub(super) chair: ChairWords,
    /// Number of the last footnote.
    pub(super) notes: u32,
    /// The opening and its findings belong here.
    pub(super) opens: bool,
    /// Motions that move amounts are told in a table.
    pub(super) tables: bool,
}

impl<'a> Scribe<'a> {
    /// For the public part.
    pub(super) fn public(record: &'a PublicRecord) -> Self {
        Self {
            record,
            items: &record.items,
            acts: &record.acts,
            beside: &[],
            attachments: &record.attachments,
            passages: &[],
            chair: ChairWords::of(&record.chair, &record.organization),
            notes: 0,
            opens: true,
            tables: true,
        }
    }

    /// For the non-public part, after so many footnotes.
    pub(super) fn non_public(
        record: &'a PublicRecord,
        non_public: &'a NonPublicRecord,
        notes: u32,
    ) -> Self {
        Self {
            record,
            items: &non_public.items,
            acts: &non_public.acts,
            beside: &record.acts,
            attachments: &non_public.attachments,
            passages: &[],
            chair: ChairWords::of(&record.chair, &record.organization),
            notes,
            opens: false,
            tables: true,
        }
    }

    /// What headings say.
    pub(super) fn headings(&self) -> &'a Headings {
        &self.record.template.headings
    }

    /// A time as sentences of this session say it.
    pub(super) fn when(&self, at: Moment) -> When {
        When::of(at, &self.record.session.continued)
    }

    /// An act by its reference.
    pub(super) fn act(&self, id: &str) -> Option<&'a Act> {
        self.acts.iter().chain(self.beside).find(|act| act.id == id)
    }

    /// An item of this part by its reference.
    pub(super) fn item(&self, id: &str) -> Option<&'a Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
