//! From the text tree of the record to blocks of the document; footnotes get their numbers here.

use super::head;
use super::scribe::Scribe;
use crate::document::{Align, Block, Face, Inline, ListItem, Numbering, Picture, Table, TableKind};
use crate::record::{self, Inlines};
use sitzungsbuch_core::richtext::{self, ListStyle, Mark, REDACTED};

/// From so many columns on a table is a plan over the full width.
const GRID_COLUMNS: usize = 8;

/// Whoever writes a text: footnotes are counted, and something stands in its slots.
pub(super) trait Writer {
    /// Number of the next footnote.
    fn note(&mut self) -> u32;

    /// What stands in a slot.
    fn slot(&mut self, fact: &record::Fact) -> Vec<Block>;

    /// A redacted passage by its number: its words for whoever may read them, else that it is redacted.
    fn passage(&mut self, number: u32) -> Vec<Inline>;

    /// Blocks of a text; numbers of sub-items are the caller's business.
    fn blocks(&mut self, source: &[record::Block]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for block in source {
            match block {
                record::Block::Fact { fact } => blocks.extend(self.slot(fact)),
                other => blocks.extend(self.block(other)),
            }
        }
        blocks
    }

    /// A block that is no slot.
    fn block(&mut self, source: &record::Block) -> Option<Block> {
        Some(match source {
            record::Block::Paragraph { content, .. } => {
                Block::Paragraph { label: String::new(), content: self.inlines(content) }
            }
            record::Block::Heading { content } => {
                Block::Subheading { content: self.inlines(content) }
            }
            record::Block::List { style, start, items } => self.list(*style, *start, items),
            record::Block::Table(table) => Block::Table(self.table(table)),
            record::Block::Picture(picture) => Block::Picture(Picture {
                graphic: head::graphic(&picture.graphic),
                alternative: picture.alternative.clone(),
                caption: picture.caption.clone(),
            }),
            record::Block::Quote { blocks } => Block::Quote { blocks: self.blocks(blocks) },
            record::Block::Fact { .. } => return None,
        })
    }

    fn list(&mut self, style: ListStyle, start: u16, items: &[record::ListItem]) -> Block {
        let numbering = match style {
            ListStyle::Decimal => Numbering::Decimal,
            ListStyle::LowerAlpha => Numbering::LowerAlpha,
            ListStyle::Dash => Numbering::Dash,
            ListStyle::Labelled => Numbering::Own,
        };
        let mut number = u32::from(start);
        let mut entries = Vec::new();
        for item in items {
            let label = match style {
                ListStyle::Decimal => format!("{number}."),
                ListStyle::LowerAlpha => format!("{})", letters(number)),
                ListStyle::Dash => "–".to_owned(),
                ListStyle::Labelled => item.label.clone(),
            };
            number = number.saturating_add(1);
            entries.push(ListItem { label, blocks: self.blocks(&item.blocks) });
        }
        Block::List { numbering, items: entries }
    }

    fn table(&mut self, source: &record::Table) -> Table {
        let wide = source.columns.len() >= GRID_COLUMNS;
        let align = |align: &richtext::Align| match align {
            richtext::Align::Left => Align::Left,
            richtext::Align::Right => Align::Right,
            richtext::Align::Center => Align::Center,
        };
        let columns = source.columns.iter().map(align).collect();
        let head = self.row(&source.head);
        let rows = source.rows.iter().map(|row| self.row(row)).collect();
        let total = source.total.as_ref().map(|row| self.row(row));
        Table {
            kind: if wide { TableKind::Grid } else { TableKind::Plain },
            caption: source.caption.clone(),
            legend: source.legend.clone(),
            columns,
            head,
            rows,
            total,
            merged: source.merged.clone(),
        }
    }

    fn row(&mut self, cells: &[Inlines]) -> Vec<Vec<Inline>> {
        cells.iter().map(|cell| self.inlines(cell)).collect()
    }

    /// Inline content.
    fn inlines(&mut self, source: &Inlines) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for inline in &source.0 {
            match inline {
                record::Inline::Text { text, marks } => inlines.push(Inline::Text {
                    text: text.clone(),
                    face: face(marks),
                    underline: marks.contains(&Mark::Underline),
                }),
                record::Inline::Link { href } => inlines.push(Inline::Link { href: href.clone() }),
                record::Inline::Footnote { content } => {
                    let number = self.note();
                    inlines.push(Inline::Footnote { number, content: self.inlines(content) });
                }
                record::Inline::Redacted { passage } => inlines.extend(self.passage(*passage)),
            }
        }
        inlines
    }
}

impl Writer for Scribe<'_> {
    fn note(&mut self) -> u32 {
        self.notes = self.notes.saturating_add(1);
        self.notes
    }

    fn slot(&mut self, fact: &record::Fact) -> Vec<Block> {
        self.fact(fact)
    }

    fn passage(&mut self, number: u32) -> Vec<Inline> {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let passages = self.passages;
        let Some(words) = place.and_then(|place| passages.get(place)) else { return redacted() };
        // No passage stands in another one.
        let within = std::mem::take(&mut self.passages);
        let inlines = self.inlines(words);
        self.passages = within;
        inlines
    }
}

/// What everybody else reads in the place of a redacted passage.
pub(super) fn redacted() -> Vec<Inline> {
    vec![Inline::text(REDACTED)]
}

fn face(marks: &[Mark]) -> Face {
    match (marks.contains(&Mark::Bold), marks.contains(&Mark::Italic)) {
        (false, false) => Face::Regular,
        (false, true) => Face::Italic,
        (true, false) => Face::Bold,
        (true, true) => Face::BoldItalic,
    }
}

/// a to z, then aa, ab and so on; 1 is a.
fn letters(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        let offset = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'a' + offset));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
