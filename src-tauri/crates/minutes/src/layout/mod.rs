//! Typesetting: from a composed document to pages.
//!
//! Lengths are whole thousandths of a point, there is no float and no clock, so the same document
//! and fonts give the same pages everywhere. It knows no file format; the writer knows no typography.
//! The order of work: `shape` words, choose `breaks`, stack `strip`s block by block in a
//! `flow`, end `page`s, add `furniture`, join the `structure` tree with what was drawn.

mod agenda;
mod attendance;
mod breaks;
mod columns;
mod decision;
mod fit;
mod flow;
mod font;
mod front;
mod furniture;
mod glue;
mod hyphen;
mod inline;
mod letter;
mod line;
mod memory;
mod page;
mod particulars;
mod picture;
mod rows;
mod shape;
mod sheet;
mod signature;
mod spans;
mod strip;
mod structure;
mod table;
mod text;
mod units;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use font::{FontError, Fonts};

use self::flow::{BODY, Flow, Place};
use self::hyphen::Names;
use self::inline::Style;
use self::shape::Shaper;
use self::text::{AXIS, Heading};
use self::units::{RIGHT, pt};
use crate::document::{Block, Document};
use crate::frame::Layout;

/// Version of layout and writer; raised whenever the same document gives another file. What was
/// sealed names it, since only the same version makes the same file again.
pub const VERSION: u32 = 2;

/// Sets a document into pages.
pub fn typeset(document: &Document, fonts: &Fonts<'_>) -> Layout {
    let mut shaper = Shaper::new(fonts);
    let names = names(document);
    let mut flow = Flow::new(&mut shaper, &names);
    flow.anchors = anchors(&document.blocks);
    let letter = document.address.as_ref();
    let front = match letter {
        Some(address) => flow.letter(document, address),
        None => flow.front(document),
    };
    for (at, line) in document.session.iter().enumerate() {
        let before = Some(if at == 0 { pt(175) } else { pt(50) });
        let value = Style { hyphens: false, ..BODY };
        flow.labelled_line(line, [AXIS, value], before, RIGHT);
    }
    let place = if letter.is_some() { Place::LETTER } else { Place::BODY };
    flow.document(place, &document.blocks);
    let mut paged = page::paginate(&mut flow, front);
    let (tree, unread) = (flow.tree, flow.unread);
    furniture::furnish(&mut paged.pages, &paged.marks, document, &mut shaper);
    let structure = tree.finish(&paged.pages);
    let missing = shaper.into_missing();
    let page::Paged { pages, bookmarks, places, .. } = paged;
    Layout { pages, structure, bookmarks, places, missing, unread }
}

/// Names that the document knows as such.
fn names(document: &Document) -> Names {
    let mut names = Names::default();
    names.learn(&document.letterhead.body);
    names.learn(&document.letterhead.contact_name);
    for block in &document.blocks {
        match block {
            Block::Attendance(list) => {
                for table in [Some(&list.members), list.others.as_ref()].into_iter().flatten() {
                    for row in table.groups.iter().flat_map(|group| group.rows.iter()) {
                        names.learn(&row.name);
                    }
                }
            }
            Block::Sheet(sheet) => sheet.rows.iter().for_each(|row| names.learn(&row.name)),
            Block::Signatures { signers, .. } => {
                for signer in signers {
                    names.learn(&signer.name);
                }
            }
            _ => {}
        }
    }
    names
}

/// Places that entries of the agenda can lead to.
fn anchors(blocks: &[Block]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for block in blocks {
        if let Block::Item { anchor, .. } = block {
            found.insert(anchor.clone());
        }
    }
    found
}

impl Flow<'_, '_> {
    /// All blocks of a document; an item knows how many belong to it.
    fn document(&mut self, place: Place, all: &[Block]) {
        let (mut headings, mut left) = (0.., 0);
        for block in all {
            if let Block::Item { blocks, .. } = block {
                self.item = headings.next();
                left = *blocks;
            } else if left > 0 {
                left -= 1;
            } else {
                self.item = None;
            }
            self.block(place, block);
        }
    }

    pub(self) fn blocks(&mut self, place: Place, blocks: &[Block]) {
        for block in blocks {
            self.block(place, block);
        }
    }

    pub(self) fn block(&mut self, place: Place, block: &Block) {
        match block {
            Block::Section { title, start, mark } => {
                self.section(place, title, *start, mark.as_deref());
            }
            Block::Item { label, title, subject, paper, anchor, .. } => {
                self.item(&Heading { label, title, subject, paper, anchor });
            }
            Block::Subheading { content } => self.subheading(place, content),
            Block::Paragraph { label, content } => self.paragraph(place, label, content),
            Block::Quote { blocks } => self.quote(place, blocks),
            Block::List { numbering, items } => self.list(place, *numbering, items),
            Block::Table(table) => self.table(place, table, false),
            Block::Picture(picture) => self.picture(place, picture),
            Block::Decision(decision) => self.decision(place, decision),
            Block::Agenda { parts } => {
                let anchors = core::mem::take(&mut self.anchors);
                self.agenda(place, parts, &anchors);
                self.anchors = anchors;
            }
            Block::Attendance(list) => self.attendance(place, list),
            Block::Sheet(sheet) => self.sheet(place, sheet),
            Block::Lines { lines } => self.labelled_lines(place, lines),
            Block::Particulars { rows } => self.particulars(place, rows),
            Block::Signatures { kind, signers } => self.signatures(place, *kind, signers),
        }
    }
}
