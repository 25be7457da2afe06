//! A paper (Vorlage, Drucksache): head, Beratungsfolge, sections.
//!
//! It belongs to no session: nothing in it is filled from a record.

use super::text::{self, Writer};
use super::{head, section, wording};
use crate::document::{
    Align, Block, COMPOSER, Decision, Document, Face, Inline, Letterhead, Particular, Picture,
    SignatureKind, Signer, Table, TableKind,
};
use crate::record::{
    Consultation, Edition, Fact, NonPublicPaper, PaperRecord, PaperSection, PublicPaper, Signatory,
};
use sitzungsbuch_core::paper::{PaperTemplate, SectionKind};
use sitzungsbuch_core::time::german_date;

/// Names of the fields of those who sign; those of others have a number before it.
const FIELD: &str = "unterschrift";

/// A paper that everybody may read.
pub fn paper(paper: &PublicPaper) -> Document {
    let record = paper.record();
    let scope = wording::PUBLIC_PAPER;
    compose(record, scope, record.body.name.clone())
}

/// A non-public paper, marked as such.
pub fn paper_non_public(paper: &NonPublicPaper) -> Document {
    let footer = wording::NON_PUBLIC_PAPER_FOOTER.to_owned();
    let document = compose(paper.record(), "", footer);
    Document { mark: Some(wording::NON_PUBLIC_MARK.to_owned()), ..document }
}

fn compose(record: &PaperRecord, scope: &str, footer: String) -> Document {
    let PaperRecord { issue, body, .. } = record;
    let mut blocks = vec![Block::Particulars { rows: particulars(record) }];
    if !record.consultations.is_empty() {
        blocks.push(section(wording::CONSULTATIONS));
        blocks.push(Block::Table(consultations(&record.template, &record.consultations)));
    }
    if !record.item.is_empty() {
        blocks.push(item(&record.item));
    }
    let mut notes = Notes(0);
    for one in &record.sections {
        blocks.extend(notes.section(one, issue.edition));
    }
    Document {
        composer: COMPOSER,
        title: wording::paper_title(record),
        running: String::new(),
        author: body.name.clone(),
        created: head::created(issue.at),
        footer: head::footer(*issue, footer),
        status: head::status(issue.edition),
        typeface: record.typeface,
        mark: None,
        letterhead: Letterhead {
            body: body.name.clone(),
            organ: record.originator.clone(),
            organization: String::new(),
            contact_heading: String::new(),
            contact_name: String::new(),
            contact: Vec::new(),
            place_and_date: String::new(),
            arms: body.arms.as_ref().map(head::graphic),
        },
        address: None,
        headline: head::headline(&record.paper_type, record.name.clone(), scope),
        session: Vec::new(),
        blocks,
    }
}

/// What stands below the title; only what is known.
fn particulars(record: &PaperRecord) -> Vec<Particular> {
    let line = |words: &str| if words.is_empty() { Vec::new() } else { vec![words.to_owned()] };
    let day = record.date.map(german_date).unwrap_or_default();
    let units = record.units.iter().map(|unit| [line(&unit.name), line(&unit.office)].concat());
    let rows = [
        (wording::paper_label(&record.template.reference), vec![line(&record.reference)]),
        (wording::PAPER_DATE, vec![line(&day)]),
        (wording::paper_units(&record.template), units.collect()),
        (wording::EDITORS, record.editors.iter().map(wording::editor).collect()),
        (wording::RELATED, record.related.iter().map(wording::related_paper).collect()),
    ];
    let rows = rows.into_iter().map(|(label, mut entries): (&str, Vec<Vec<String>>)| {
        entries.retain(|lines| !lines.is_empty());
        Particular { label: label.to_owned(), entries }
    });
    rows.filter(|row| !row.entries.is_empty()).collect()
}

/// Who deals with it, and when.
fn consultations(template: &PaperTemplate, all: &[Consultation]) -> Table {
    let columns = template.columns;
    let cells = |words: [String; 3]| words.map(|cell| vec![Inline::text(cell)]).into();
    Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns: [Align::Left; 3].into(),
        head: cells(wording::consultation_head(columns).map(str::to_owned)),
        rows: all.iter().map(|one| cells(wording::consultation(columns, one))).collect(),
        total: None,
        merged: Vec::new(),
    }
}

/// "Tagesordnungspunkt: Zwischenbericht", its name underlined.
fn item(words: &str) -> Block {
    let lead =
        Inline::Text { text: wording::PAPER_ITEM.to_owned(), face: Face::Regular, underline: true };
    let content = vec![lead, Inline::text(format!(" {words}"))];
    Block::Paragraph { label: String::new(), content }
}

/// Number of the last footnote.
struct Notes(u32);

impl Writer for Notes {
    fn note(&mut self) -> u32 {
        self.0 = self.0.saturating_add(1);
        self.0
    }

    /// Its texts have none.
    fn slot(&mut self, _: &Fact) -> Vec<Block> {
        Vec::new()
    }

    /// Nothing in its texts can be redacted.
    fn passage(&mut self, _: u32) -> Vec<Inline> {
        text::redacted()
    }
}

impl Notes {
    /// A section with its heading; what is proposed has the bar of a decision.
    fn section(&mut self, source: &PaperSection, edition: Edition) -> Vec<Block> {
        match source {
            PaperSection::Text { kind, heading, text } => {
                let mut blocks = vec![section(wording::paper_section(*kind, heading))];
                let words = self.blocks(&text.blocks);
                if *kind == SectionKind::Proposal {
                    let (label, result, table) = (String::new(), None, None);
                    blocks.push(Block::Decision(Decision { label, wording: words, result, table }));
                } else {
                    blocks.extend(words);
                }
                blocks
            }
            PaperSection::Signatures { heading, persons, signed } => {
                let heading = wording::paper_signatures(heading, persons.len());
                // Nobody has signed a draft.
                let copy = *signed && edition != Edition::Draft;
                let kind = if copy { SignatureKind::Copy } else { SignatureKind::Lines };
                let signers = persons.iter().zip(1..).map(|one| signer(one, copy)).collect();
                vec![section(heading), Block::Signatures { kind, signers }]
            }
        }
    }
}

/// Whoever signs; the picture of a signature stands where there is one on the original.
fn signer((person, number): (&Signatory, u32), copy: bool) -> Signer {
    let field = match number {
        1 => FIELD.to_owned(),
        more => format!("{more}-{FIELD}"),
    };
    let (name, role, items) = (person.name.clone(), person.office.clone(), String::new());
    let picture = person.signature.as_ref().filter(|_| copy).map(|signature| Picture {
        graphic: head::graphic(signature),
        alternative: format!("Unterschrift von {name}"),
        caption: String::new(),
    });
    Signer { field, name, role, items, picture }
}
