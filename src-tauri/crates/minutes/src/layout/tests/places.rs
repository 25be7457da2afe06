//! Where items stand: heading and blocks, page by page, and nothing that belongs to no item.

use super::{document, item, paragraph, prose, section, set};
use crate::document::Block;
use crate::frame::{Layout, Place, Shape};

fn with(blocks: usize) -> Block {
    match item("Haushalt 2027") {
        Block::Item { label, title, subject, paper, anchor, .. } => {
            Block::Item { label, title, subject, paper, anchor, blocks }
        }
        other => other,
    }
}

/// Page and baseline of the first line with these words.
fn line(layout: &Layout, words: &str) -> (usize, i64) {
    let found = layout.pages.iter().enumerate().find_map(|(at, page)| {
        page.items.iter().find_map(|item| match &item.shape {
            Shape::Glyphs(run) => run.glyphs.text().contains(words).then_some((at, run.y.0)),
            _ => None,
        })
    });
    found.unwrap_or_else(|| panic!("{words}"))
}

/// The headings of the places that hold a line.
fn over(layout: &Layout, words: &str) -> Vec<usize> {
    let (page, y) = line(layout, words);
    let holds = |place: &&Place| place.page == page && place.top.0 < y && y < place.bottom.0;
    layout.places.iter().filter(holds).map(|place| place.heading).collect()
}

#[test]
fn an_item_takes_its_heading_and_its_blocks_on_every_page() {
    let layout = set(&document(vec![
        paragraph("Vorweg."),
        with(3),
        paragraph(&format!("Anfang {}", prose(1, 900))),
        paragraph("Mitte."),
        paragraph("Schluss."),
        paragraph("Sitzungsende."),
        with(0),
        paragraph("Unterschriften."),
        with(1),
        paragraph("Zuletzt."),
        section("Anlagen"),
        paragraph("Danach."),
    ]));
    for (words, headings) in [
        ("Vorweg.", vec![]),
        ("Anfang", vec![0]),
        ("Mitte.", vec![0]),
        ("Schluss.", vec![0]),
        ("Sitzungsende.", vec![]),
        ("Unterschriften.", vec![]),
        ("Zuletzt.", vec![2]),
        ("Danach.", vec![]),
    ] {
        assert_eq!(over(&layout, words), headings, "{words}");
    }
    let pages = |heading: usize| -> Vec<usize> {
        let own = layout.places.iter().filter(|place| place.heading == heading);
        own.map(|place| place.page).collect()
    };
    let last = line(&layout, "Schluss.").0;
    assert!(last > 0);
    assert_eq!(pages(0), (0..=last).collect::<Vec<_>>(), "each page once");
    assert_eq!(pages(1).len(), 1, "a heading alone is a place, too");
    let height = |place: &Place| place.bottom.0 - place.top.0;
    assert!(layout.places.iter().all(|place| height(place) > 0));
}
