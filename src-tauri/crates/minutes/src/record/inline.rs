//! Inline content of the record: what of it is redacted stands apart from the text.
//!
//! A text of the public part can hold the number of a redacted passage and nothing of its words: there
//! is no place for them. The words stand in [`Record::passages`](super::Record::passages), which a
//! public document never receives.

use serde::{Deserialize, Deserializer, Serialize};
use sitzungsbuch_core::richtext::{self, Align, Mark, Merge, REDACTED};
use std::fmt;

/// Runs of inline content; a plain string is read as one unmarked run.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Inlines(pub Vec<Inline>);

/// Inline content.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Inline {
    /// Text in one face.
    Text {
        /// The characters.
        text: String,
        /// Marks in no particular order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marks: Vec<Mark>,
    },
    /// A link whose address is its text.
    Link {
        /// Absolute address.
        href: String,
    },
    /// A footnote.
    Footnote {
        /// Its text.
        content: Inlines,
    },
    /// A redacted passage.
    Redacted {
        /// Its number, from 1.
        passage: u32,
    },
}

/// A table of a text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Caption above, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// Legend in the caption, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legend: String,
    /// Alignment per column.
    pub columns: Vec<Align>,
    /// Head row.
    pub head: Vec<Inlines>,
    /// Body rows.
    pub rows: Vec<Vec<Inlines>>,
    /// Row of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<Inlines>>,
    /// Cells that are one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merge>,
}

impl<'de> Deserialize<'de> for Inlines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Plain(String),
            Runs(Vec<Inline>),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Plain(text) if text.is_empty() => Self::default(),
            Form::Plain(text) => Self(vec![Inline::Text { text, marks: Vec::new() }]),
            Form::Runs(runs) => Self(runs),
        })
    }
}

/// No `Debug` shows a word of a text (invariant 12).
impl fmt::Debug for Inlines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Inlines({} runs)", self.0.len())
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { columns, head, rows, total, merged, .. } = self;
        let mut table = f.debug_struct("Table");
        table.field("columns", columns).field("head", head).field("rows", rows);
        table.field("total", total).field("merged", merged).finish_non_exhaustive()
    }
}

/// What becomes of the redacted passages of a text.
pub(super) enum Redaction<'a> {
    /// Their words are put here, and the text keeps their numbers.
    Apart(&'a mut Vec<Inlines>),
    /// They stay in the text: all of it is for the same readers.
    Within,
    /// They are gone: such a text has none (`RichText::check`).
    Gone,
}

impl Redaction<'_> {
    pub(super) fn inlines(&mut self, source: &richtext::Inlines) -> Inlines {
        let mut inlines = Vec::with_capacity(source.0.len());
        for inline in &source.0 {
            match inline {
                richtext::Inline::Text { text, marks } => {
                    inlines.push(Inline::Text { text: text.clone(), marks: marks.clone() });
                }
                richtext::Inline::Link { href } => {
                    inlines.push(Inline::Link { href: href.clone() });
                }
                richtext::Inline::Footnote { content } => {
                    inlines.push(Inline::Footnote { content: self.inlines(content) });
                }
                richtext::Inline::Redacted { content } => match self {
                    Self::Apart(passages) => {
                        passages.push(Redaction::Within.inlines(content));
                        let passage = u32::try_from(passages.len()).unwrap_or(u32::MAX);
                        inlines.push(Inline::Redacted { passage });
                    }
                    Self::Within => inlines.extend(self.inlines(content).0),
                    Self::Gone => {
                        let text = REDACTED.to_owned();
                        inlines.push(Inline::Text { text, marks: Vec::new() });
                    }
                },
            }
        }
        Inlines(inlines)
    }

    pub(super) fn table(&mut self, source: &richtext::Table) -> Table {
        let mut row = |row: &Vec<richtext::Inlines>| -> Vec<Inlines> {
            row.iter().map(|cell| self.inlines(cell)).collect()
        };
        Table {
            head: row(&source.head),
            rows: source.rows.iter().map(&mut row).collect(),
            total: source.total.as_ref().map(row),
            caption: source.caption.clone(),
            legend: source.legend.clone(),
            columns: source.columns.clone(),
            merged: source.merged.clone(),
        }
    }
}
