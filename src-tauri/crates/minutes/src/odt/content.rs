//! `content.xml`: the blocks of a document in reading order, each under its style.

use super::OdtError;
use super::automatic::{Automatic, Family, MASTER, Properties};
use super::lists::Level;
use super::package::Part;
use super::pictures::Pictures;
use super::styles::{self, encoded};
use super::xml::Xml;
use crate::document::{Block, Document, Inline, LabelledLine, Particular, Start};

/// Longer labels stand on a line of their own, so that the text behind them keeps its axis.
const LONGEST_LABEL: usize = 17;
/// The same for the label of an item, in larger letters.
const LONGEST_ITEM: usize = 15;

/// The text under construction.
pub(super) struct Content {
    pub(super) xml: Xml,
    pub(super) automatic: Automatic,
    /// Lists around this place, outermost first.
    pub(super) levels: Vec<Level>,
    /// Style of a paragraph here.
    pub(super) body: &'static str,
    /// What the next paragraph has on top of its style.
    pub(super) once: Properties,
    /// Inside a footnote.
    pub(super) in_note: bool,
    /// Inside a cell, where there is no room beside the text axis.
    pub(super) in_cell: bool,
    /// Tables so far.
    pub(super) tables: usize,
    /// Marks of pages, in the order of their page styles.
    marks: Vec<String>,
    pub(super) pictures: Pictures,
}

/// Writes `content.xml`, and gives the pictures that it names.
pub(super) fn write(document: &Document) -> Result<(Vec<u8>, Vec<Part>), OdtError> {
    let mut content = Content {
        xml: Xml::fragment(),
        automatic: Automatic::default(),
        levels: Vec::new(),
        body: "Text body",
        once: Properties::new(),
        in_note: false,
        in_cell: false,
        tables: 0,
        marks: styles::marks(document).into_iter().map(str::to_owned).collect(),
        pictures: Pictures::default(),
    };
    content.front(document);
    content.blocks(&document.blocks);
    let pictures = core::mem::take(&mut content.pictures).parts()?;
    let mut xml = Xml::part("office:document-content");
    styles::fonts(&mut xml, document.typeface);
    xml.open("office:automatic-styles", &[]);
    content.automatic.write(&mut xml);
    xml.close();
    xml.open("office:body", &[]);
    xml.open("office:text", &[]);
    xml.insert(&content.xml.finish()?);
    Ok((xml.finish()?, pictures))
}

impl Content {
    /// Blocks in order; what must not be parted from the next block is kept with it.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if let Some(next) = blocks.get(at + 1)
                && stays_with(block, next)
            {
                self.once.push(("fo:keep-with-next", "always".to_owned()));
            }
            self.block(block);
            self.once.clear();
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section { title, start, mark } => self.section(title, *start, mark.as_deref()),
            Block::Item { label, title, subject, paper, anchor, .. } => {
                self.item(label, title, anchor);
                self.matter(subject, paper);
            }
            Block::Subheading { content } => {
                self.heading("Heading 4", 4);
                self.inlines(content);
                self.xml.close();
            }
            Block::Paragraph { label, content } => self.labelled(label, content),
            Block::Quote { blocks } => self.within("Quotations", blocks),
            Block::List { numbering, items } => self.list(*numbering, items),
            Block::Table(table) => self.outside_of_lists(|content| content.table(table)),
            Block::Picture(picture) => self.picture(picture),
            Block::Decision(decision) => {
                self.outside_of_lists(|content| content.decision(decision));
            }
            Block::Agenda { parts } => self.agenda(parts),
            Block::Attendance(list) => self.attendance(list),
            Block::Sheet(sheet) => self.sheet(sheet),
            Block::Lines { lines } => self.lines("Anlage", lines),
            Block::Particulars { rows } => self.particulars(rows),
            Block::Signatures { kind, signers } => self.signatures(*kind, signers),
        }
    }

    /// Blocks whose paragraphs have a style of their own.
    pub(super) fn within(&mut self, style: &'static str, blocks: &[Block]) {
        let around = core::mem::replace(&mut self.body, style);
        self.blocks(blocks);
        self.body = around;
    }

    /// Opens a paragraph.
    pub(super) fn paragraph(&mut self, style: &'static str) {
        let name = self.here(style);
        self.xml.open("text:p", &[("text:style-name", &name)]);
    }

    /// A paragraph of plain words; none without any.
    pub(super) fn line(&mut self, style: &'static str, words: &str) {
        if words.is_empty() {
            return;
        }
        self.paragraph(style);
        self.say(words);
        self.xml.close();
    }

    /// Opens a heading.
    pub(super) fn heading(&mut self, style: &'static str, level: u8) {
        let name = self.here(style);
        let level = level.to_string();
        let level = ("text:outline-level", level.as_str());
        self.xml.open("text:h", &[("text:style-name", &name), level]);
    }

    /// The style with what this place has on top of it.
    fn here(&mut self, style: &'static str) -> String {
        match core::mem::take(&mut self.once) {
            none if none.is_empty() => encoded(style),
            properties => self.automatic.name(Family::Paragraph, style, properties),
        }
    }

    fn section(&mut self, title: &str, start: Start, mark: Option<&str>) {
        let page = mark.and_then(|mark| self.marks.iter().position(|known| known == mark));
        if let Some(page) = page {
            self.once.push((MASTER, styles::marked_page(page)));
        } else if start == Start::NewPage {
            self.once.push(("fo:break-before", "page".to_owned()));
        }
        self.heading("Heading 2", 2);
        self.say(title);
        self.xml.close();
    }

    fn item(&mut self, label: &str, title: &str, anchor: &str) {
        self.heading("Heading 3", 3);
        self.xml.empty("text:bookmark", &[("text:name", anchor)]);
        self.label(label, None, LONGEST_ITEM);
        self.say(title);
        self.xml.close();
    }

    /// "hier: ..." and the paper, below the heading of their item.
    fn matter(&mut self, subject: &str, paper: &str) {
        for words in [subject, paper] {
            self.line("Gegenstand", words);
        }
    }

    /// A label and the way to the text axis.
    fn label(&mut self, label: &str, style: Option<&str>, longest: usize) {
        if label.is_empty() {
            // Still hung out: the first line begins where the label would.
            return self.xml.text("\t");
        }
        match style {
            Some(style) => self.styled(style, label),
            None => self.say(label),
        }
        let long = label.chars().count() > longest;
        self.xml.text(if long { "\n" } else { "\t" });
    }

    fn labelled(&mut self, label: &str, content: &[Inline]) {
        if label.is_empty() {
            self.paragraph(self.body);
        } else if self.in_cell || !self.levels.is_empty() {
            self.paragraph(self.body);
            self.styled("Randwort", label);
            self.xml.text(" ");
        } else {
            self.paragraph("Absatz mit Randwort");
            self.label(label, Some("Randwort"), LONGEST_LABEL);
        }
        self.inlines(content);
        self.xml.close();
    }

    /// Labelled lines.
    pub(super) fn lines(&mut self, style: &'static str, lines: &[LabelledLine]) {
        for line in lines {
            self.paragraph(style);
            self.label(&line.label, Some("Randwort"), LONGEST_LABEL);
            self.say(&line.value);
            self.xml.close();
        }
    }

    /// What a paper says of itself: an entry is a paragraph with its lines.
    fn particulars(&mut self, rows: &[Particular]) {
        let none = [Vec::new()];
        for row in rows {
            let entries = if row.entries.is_empty() { &none[..] } else { &row.entries };
            for (number, entry) in entries.iter().enumerate() {
                self.paragraph("Sitzungsangabe");
                let label = if number == 0 { row.label.as_str() } else { "" };
                self.label(label, Some("Randwort"), LONGEST_LABEL);
                for (at, words) in entry.iter().enumerate() {
                    self.xml.text(if at > 0 { "\n" } else { "" });
                    self.say(words);
                }
                self.xml.close();
            }
        }
    }
}

/// Whether a block stays on the page of the next one: what introduces a list, a table or a decision
/// without a label, and the last sentence above the signatures.
fn stays_with(block: &Block, next: &Block) -> bool {
    let Block::Paragraph { content, .. } = block else { return false };
    match next {
        Block::List { .. } | Block::Table(_) | Block::Picture(_) => {
            let last = content.iter().rev().find_map(|inline| match inline {
                Inline::Text { text, .. } => Some(text.trim_end()),
                _ => None,
            });
            last.is_some_and(|last| last.ends_with(':'))
        }
        Block::Decision(decision) => decision.label.is_empty(),
        Block::Signatures { .. } => true,
        _ => false,
    }
}
