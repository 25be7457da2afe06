//! Texts of the record: the core's text tree with short references instead of ids.
//!
//! Converting drops a slot whose act was taken back or belongs to the other part; it never invents
//! one.

use super::inline::{Inlines, Redaction, Table};
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::richtext::{self, ListStyle, Picture, RichText};
use sitzungsbuch_core::{ActId, AgendaItemId};

/// A text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Text {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Reference of the sub-item it deals with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<String>,
        /// Content.
        content: Inlines,
    },
    /// A heading inside a report.
    Heading {
        /// Content.
        content: Inlines,
    },
    /// A list.
    List {
        /// Numbering.
        style: ListStyle,
        /// Number of the first entry.
        #[serde(default = "one")]
        start: u16,
        /// Entries.
        items: Vec<ListItem>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// A quotation.
    Quote {
        /// Content.
        blocks: Vec<Block>,
    },
    /// A slot filled from the record.
    Fact {
        /// What stands in it.
        fact: Fact,
    },
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListItem {
    /// Label of its own, empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Content.
    pub blocks: Vec<Block>,
}

/// What a slot shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Fact {
    /// What an act did.
    Act {
        /// Its reference.
        act: String,
    },
    /// The opening sentence.
    Opening {},
    /// The finding on the invitation.
    Invitation {},
    /// Who stands in for whom, and who is missing.
    Substitutions {},
    /// The first finding on the quorum.
    Quorum {},
}

fn one() -> u16 {
    1
}

impl Text {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Calls `visit` for every slot.
    pub fn facts<'a>(&'a self, visit: &mut impl FnMut(&'a Fact)) {
        facts(&self.blocks, visit);
    }
}

fn facts<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Fact)) {
    for block in blocks {
        match block {
            Block::Fact { fact } => visit(fact),
            Block::List { items, .. } => items.iter().for_each(|item| facts(&item.blocks, visit)),
            Block::Quote { blocks } => facts(blocks, visit),
            Block::Paragraph { .. }
            | Block::Heading { .. }
            | Block::Table(_)
            | Block::Picture(_) => {}
        }
    }
}

/// What the ids of one part stand for.
pub(super) trait References {
    /// Reference of an item of this part.
    fn item(&self, id: AgendaItemId) -> Option<String>;
    /// What the slot of an act shows.
    fn act(&self, id: ActId) -> Option<Fact>;
}

/// Converts a text of the core in which nothing can be redacted.
pub(super) fn convert(text: &RichText, references: &impl References) -> Text {
    written(text, references, &mut Redaction::Gone)
}

/// Converts what the clerk wrote at an item.
pub(super) fn written(
    text: &RichText,
    references: &impl References,
    redaction: &mut Redaction,
) -> Text {
    Text { blocks: blocks(&text.blocks, references, redaction) }
}

fn blocks(
    source: &[richtext::Block],
    references: &impl References,
    redaction: &mut Redaction,
) -> Vec<Block> {
    source.iter().filter_map(|block| convert_block(block, references, redaction)).collect()
}

fn convert_block(
    source: &richtext::Block,
    references: &impl References,
    redaction: &mut Redaction,
) -> Option<Block> {
    Some(match source {
        richtext::Block::Paragraph { item, content } => {
            let item = item.and_then(|id| references.item(id));
            Block::Paragraph { item, content: redaction.inlines(content) }
        }
        richtext::Block::Heading { content } => {
            Block::Heading { content: redaction.inlines(content) }
        }
        richtext::Block::List { style, start, items } => {
            let item = |item: &richtext::ListItem| ListItem {
                label: item.label.clone(),
                blocks: blocks(&item.blocks, references, redaction),
            };
            let items = items.iter().map(item).collect();
            Block::List { style: *style, start: *start, items }
        }
        richtext::Block::Table(table) => Block::Table(redaction.table(table)),
        richtext::Block::Picture(picture) => Block::Picture(picture.clone()),
        richtext::Block::Quote { blocks: inner } => {
            Block::Quote { blocks: blocks(inner, references, redaction) }
        }
        richtext::Block::Fact { fact } => {
            let fact = match fact {
                richtext::Fact::Act { act } => references.act(*act)?,
                richtext::Fact::Opening {} => Fact::Opening {},
                richtext::Fact::Invitation {} => Fact::Invitation {},
                richtext::Fact::Substitutions {} => Fact::Substitutions {},
                richtext::Fact::Quorum {} => Fact::Quorum {},
            };
            Block::Fact { fact }
        }
    })
}
