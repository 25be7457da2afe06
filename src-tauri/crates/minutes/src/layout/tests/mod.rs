//! Tests of the layout: helpers here, one module for each promise.

mod breaking;
mod content;
mod geometry;
mod heads;
mod keeping;
mod merged;
mod odd;
mod pictures;
mod places;
mod sheets;
mod words;

use super::{Fonts, typeset};
use crate::document::{
    Align, Block, COMPOSER, Document, Face, Headline, Inline, LabelledLine, Letterhead, Status,
    Table, TableKind, Typeface,
};
use crate::frame::{Child, GlyphRun, Layout, Node, NodeId, Owner, Page, Shape};

macro_rules! font {
    ($cut:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../assets/fonts/SourceSans3-",
            $cut,
            ".ttf"
        ))
    };
}

fn fonts() -> Fonts<'static> {
    Fonts::parse(font!("Regular"), font!("It"), font!("Semibold"), font!("SemiboldIt")).unwrap()
}

fn set(document: &Document) -> Layout {
    typeset(document, &fonts())
}

fn document(blocks: Vec<Block>) -> Document {
    let line = |label: &str, value: &str| LabelledLine { label: label.into(), value: value.into() };
    Document {
        composer: COMPOSER,
        title: "Niederschrift über die 9. Sitzung des Ausschusses am 12.11.2026".into(),
        running: String::new(),
        author: "Kreis Wiesenthal".into(),
        created: "2026-11-20T10:00:00+01:00".into(),
        footer: "Vollständige Fassung".into(),
        status: Status::Final,
        typeface: Typeface::Sans,
        mark: None,
        address: None,
        letterhead: Letterhead {
            body: "Kreis Wiesenthal".into(),
            organ: "Der Kreistag".into(),
            organization: "Ausschuss für Digitalisierung".into(),
            contact_heading: "Es informiert Sie:".into(),
            contact_name: "Malte Siebrecht".into(),
            contact: vec![
                line("Telefon", "00815 47 1344"),
                line("E-Mail", "malte.siebrecht@kreis-wiesenthal.example"),
            ],
            place_and_date: "Wiesenthal, den 20.11.2026".into(),
            arms: None,
        },
        headline: Headline {
            title: "Niederschrift".into(),
            subtitle: "über die 9. Sitzung des Ausschusses für Digitalisierung".into(),
            scope: "Öffentlicher Teil".into(),
        },
        session: vec![line("Sitzungstermin", "Donnerstag, den 12.11.2026, 16:30 Uhr")],
        blocks,
    }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { label: String::new(), content: text(words) }
}

fn item(title: &str) -> Block {
    Block::Item {
        label: "Zu Punkt 1:".into(),
        title: title.into(),
        subject: String::new(),
        paper: String::new(),
        anchor: "eins".into(),
        blocks: 0,
    }
}

fn section(title: &str) -> Block {
    Block::Section { title: title.into(), start: crate::document::Start::NewPage, mark: None }
}

fn table(kind: TableKind, columns: usize, rows: usize, cell: &str) -> Block {
    let row = |words: &str| (0..columns).map(|at| text(&format!("{words}{at}"))).collect();
    Block::Table(Table {
        kind,
        caption: String::new(),
        legend: String::new(),
        columns: vec![Align::Left; columns],
        head: row("K"),
        rows: (0..rows).map(|_| row(cell)).collect(),
        total: None,
        merged: Vec::new(),
    })
}

/// German words in an order that a number decides.
fn prose(seed: u64, count: usize) -> String {
    const WORDS: [&str; 24] = [
        "die",
        "Verwaltung",
        "erläutert",
        "dass",
        "Informationstechnik",
        "der",
        "Ausschuss",
        "und",
        "Beschlussfähigkeit",
        "zur",
        "Kenntnis",
        "nimmt",
        "in",
        "Haushaltsplanung",
        "§",
        "31",
        "Frau",
        "Lohmanns-Reuter",
        "25.000",
        "EUR",
        "sei",
        "werde",
        "Ausländerbehörde",
        "vor",
    ];
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut words = Vec::with_capacity(count);
    for _ in 0..count {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.push(WORDS[usize::try_from(state >> 33).unwrap() % WORDS.len()]);
    }
    words.join(" ")
}

/// Runs of a page that are content, with their owners.
fn runs(page: &Page) -> impl Iterator<Item = (NodeId, &GlyphRun)> {
    page.items.iter().filter_map(|item| match (&item.owner, &item.shape) {
        (Owner::Node(node), Shape::Glyphs(run)) => Some((*node, run)),
        _ => None,
    })
}

fn run_text(run: &GlyphRun) -> String {
    run.actual_text.clone().unwrap_or_else(|| run.glyphs.text().to_owned())
}

/// Text of an element and all below it, hyphens at line ends taken out.
fn node_text(layout: &Layout, node: NodeId) -> String {
    let mut found = String::new();
    for child in &layout.structure[node.0].children {
        match child {
            Child::Node(inner) => found.push_str(&node_text(layout, *inner)),
            Child::Content { page, item } => {
                for drawn in &layout.pages[*page].items[*item..] {
                    if drawn.owner != Owner::Node(node) {
                        break;
                    }
                    if let Shape::Glyphs(run) = &drawn.shape {
                        found.push_str(&run_text(run));
                    }
                }
            }
            Child::Link { .. } | Child::Field { .. } => {}
        }
    }
    found.replace('\u{ad}', "")
}

fn nodes(layout: &Layout, role: crate::frame::Role) -> impl Iterator<Item = (NodeId, &Node)> {
    let all = layout.structure.iter().enumerate();
    all.filter(move |(_, node)| node.role == role).map(|(at, node)| (NodeId(at), node))
}

/// First run with a text on the pages.
fn find<'a>(layout: &'a Layout, words: &str) -> (usize, &'a GlyphRun) {
    for (index, page) in layout.pages.iter().enumerate() {
        if let Some((_, run)) = runs(page).find(|(_, run)| run_text(run).trim_end() == words) {
            return (index, run);
        }
    }
    panic!("not found: {words}");
}

/// Body lines of a page: baseline and text, in order of their baselines.
fn body_lines(page: &Page) -> Vec<(i64, String)> {
    let mut found: std::collections::BTreeMap<i64, String> = std::collections::BTreeMap::new();
    for (_, run) in runs(page).filter(|(_, run)| run.size.0 == 11_000 && run.face == Face::Regular)
    {
        found.entry(run.y.0).or_default().push_str(&run_text(run));
    }
    found.into_iter().collect()
}
