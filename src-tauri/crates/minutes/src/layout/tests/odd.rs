//! Odd input: nothing is lost, nothing runs out of the page, nothing takes for ever.

use std::collections::BTreeMap;

use super::{document, item, node_text, nodes, paragraph, prose, runs, set, table, text};
use crate::document::{
    AgendaEntry, AgendaPart, Attendance, AttendanceGroup, AttendanceRow, AttendanceTable, Block,
    Inline, ListItem, Numbering, Table, TableKind,
};
use crate::frame::{Layout, NodeId, Role};
use crate::layout::units::{Sheet, mm};

/// All content stands inside the text area.
pub(super) fn assert_inside(layout: &Layout) {
    for page in &layout.pages {
        for (_, run) in runs(page) {
            let inked = run.glyphs.iter().filter(|(_, text)| *text != " ");
            let width: i64 = inked.map(|(glyph, _)| glyph.advance.0).sum();
            let right = if run.glyphs.len() > 1 { run.x.0 + width } else { run.x.0 };
            let words = super::run_text(run);
            assert!(run.x.0 >= mm(2_490), "{words}");
            let sheet = Sheet::of(page.width > page.height);
            assert!(right <= sheet.right + 500, "{words}: {right}");
            assert!(run.y.0 <= sheet.bottom, "{words}: {}", run.y.0);
        }
    }
}

/// No word is printed over another one.
fn assert_apart(layout: &Layout) {
    for page in &layout.pages {
        let mut lines: BTreeMap<i64, Vec<(i64, i64, String)>> = BTreeMap::new();
        for (_, run) in runs(page) {
            let glyphs: Vec<_> = run.glyphs.iter().collect();
            let inked = glyphs.iter().rposition(|(_, text)| *text != " ");
            let glyphs = &glyphs[..inked.map_or(0, |last| last + 1)];
            let width: i64 = glyphs.iter().map(|(glyph, _)| glyph.advance.0).sum();
            let words = super::run_text(run);
            lines.entry(run.y.0).or_default().push((run.x.0, run.x.0 + width, words));
        }
        for line in lines.values_mut() {
            line.sort();
            for pair in line.windows(2) {
                assert!(pair[0].1 <= pair[1].0 + 300, "{pair:?}");
            }
        }
    }
}

fn whole(layout: &Layout) -> String {
    node_text(layout, NodeId(0))
}

#[test]
fn a_word_of_eight_thousand_letters() {
    let word = "Donaudampfschifffahrt".repeat(400);
    let word = &word[..8_000];
    let layout = set(&document(vec![paragraph(&format!("Das Wort {word} steht hier."))]));
    assert!(whole(&layout).contains(word));
    assert_inside(&layout);
    let layout = set(&document(vec![table(TableKind::Grid, 26, 1, word)]));
    assert_inside(&layout);
    assert!(whole(&layout).contains(word));
    let href = format!("https://beispiel.example/{}", "abc/".repeat(2_000));
    let link = vec![Inline::Link { href: href.clone() }];
    let layout = set(&document(vec![Block::Paragraph { label: String::new(), content: link }]));
    assert_inside(&layout);
    assert!(whole(&layout).contains(&href));
}

#[test]
fn three_hundred_pages() {
    let mut blocks = Vec::new();
    for at in 0..1_300 {
        if at % 4 == 0 {
            blocks.push(item("Haushalt"));
        }
        blocks.push(paragraph(&prose(at, 105)));
    }
    let layout = set(&document(blocks));
    assert!(layout.pages.len() >= 300, "{}", layout.pages.len());
    assert_inside(&layout);
}

#[test]
fn tables_of_many_columns() {
    for columns in [1, 12, 19, 26, 40] {
        let layout = set(&document(vec![table(TableKind::Grid, columns, 60, "P")]));
        assert_inside(&layout);
        assert!(whole(&layout).contains("P0"));
        let layout = set(&document(vec![table(TableKind::Plain, columns, 3, "Wort")]));
        assert_inside(&layout);
    }
    let empty = Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns: vec![],
        head: vec![],
        rows: vec![],
        total: None,
        merged: Vec::new(),
    };
    set(&document(vec![Block::Table(empty)]));
}

#[test]
fn a_row_taller_than_a_page_is_cut_and_read_in_order() {
    let cell = prose(8, 1_500);
    let layout = set(&document(vec![table(TableKind::Plain, 2, 1, &format!("{cell} "))]));
    assert!(layout.pages.len() > 1);
    assert_inside(&layout);
    let first = format!("{cell} 0");
    let found = nodes(&layout, Role::Th).any(|(node, _)| node_text(&layout, node) == first);
    assert!(found);
}

#[test]
fn a_note_longer_than_the_rest_of_the_page() {
    for words in [200, 900, 3_000] {
        let note = Inline::Footnote { number: 1, content: text(&prose(2, words)) };
        let content = vec![Inline::text("Marke"), note, Inline::text(" Ende.")];
        let layout = set(&document(vec![
            paragraph(&prose(1, 300)),
            Block::Paragraph { label: String::new(), content },
            paragraph("Danach."),
        ]));
        assert_inside(&layout);
        let (note, _) = nodes(&layout, Role::Note).next().unwrap();
        assert_eq!(node_text(&layout, note), format!("¹ {}", prose(2, words)));
        super::find(&layout, "Danach.");
    }
}

#[test]
fn lists_twelve_deep() {
    let kinds: [(&[Numbering], &str); 5] = [
        (&[Numbering::Decimal, Numbering::Own], "7."),
        (&[Numbering::LowerAlpha], "zz)"),
        (&[Numbering::Dash], "–"),
        (&[Numbering::Own], "Zu Frage 12 a)"),
        (&[Numbering::Own], "Donaudampfschifffahrtsgesellschaft"),
    ];
    for (numberings, label) in kinds {
        let mut block = paragraph(&prose(3, 60));
        for depth in 0..12 {
            let blocks = vec![paragraph(&format!("Ebene {depth}")), block];
            let numbering = numberings[depth % numberings.len()];
            let items = vec![ListItem { label: label.into(), blocks }];
            block = Block::List { numbering, items };
        }
        let layout = set(&document(vec![block]));
        assert_inside(&layout);
        assert_apart(&layout);
        assert_eq!(nodes(&layout, Role::L).count(), 12);
        let all = whole(&layout);
        assert!(all.contains(&prose(3, 60)));
        assert_eq!(all.matches(label).count(), 12, "{label}");
        // Room for words, however deep.
        assert!(layout.pages.len() <= 8, "{label}: {}", layout.pages.len());
    }
}

#[test]
fn signs_without_a_glyph_are_seen_and_named() {
    let layout = set(&document(vec![paragraph("Frau שלום 😀 Müller \u{202e}\u{7}x\ty")]));
    assert_eq!(layout.missing, ['ש', 'ל', 'ו', 'ם', '😀']);
    assert!(whole(&layout).contains("Frau שלום 😀 Müller x y"));
    let substitutes =
        layout.pages.iter().flat_map(runs).filter(|(_, run)| run.actual_text.is_some());
    for (_, run) in substitutes {
        assert!(run.glyphs.iter().all(|(glyph, text)| glyph.id != 0 && !text.is_empty()));
    }
}

#[test]
fn a_letter_stays_when_only_its_mark_is_missing() {
    // U+1DFF is in no face; the letter before it is.
    let layout = set(&document(vec![paragraph("Jor\u{1dff}ina und Żółć, Nguyễn, Čapek")]));
    assert_eq!(layout.missing, ['\u{1dff}']);
    assert!(whole(&layout).contains("Jor\u{1dff}ina und Żółć, Nguyễn, Čapek"));
    let page = &layout.pages[0];
    assert!(runs(page).any(|(_, run)| run.glyphs.iter().any(|(_, text)| text == "r")));
}

/// A second layout with the same fonts is the first one, what is missing included.
#[test]
fn remembered_words_change_nothing() {
    fn shared<T: Send + Sync>(_: &T) {}
    let fonts = super::fonts();
    shared(&fonts);
    let odd = document(vec![paragraph(&prose(4, 900)), paragraph("Frau שלום 😀 Müller")]);
    let first = super::typeset(&odd, &fonts);
    let other = super::typeset(&document(vec![paragraph("Etwas anderes.")]), &fonts);
    assert!(other.missing.is_empty());
    assert_eq!(super::typeset(&odd, &fonts), first);
    fonts.forget();
    assert_eq!(super::typeset(&odd, &fonts), first);
}

#[test]
fn empty_things() {
    let nobody = AttendanceTable { head: vec![], groups: vec![] };
    let group = AttendanceGroup { name: "Gäste".into(), rows: vec![] };
    let empty = AttendanceTable { head: vec!["Gruppe".into()], groups: vec![group] };
    let mut bare = document(vec![
        Block::Agenda { parts: vec![] },
        Block::Agenda { parts: vec![AgendaPart { name: "Teil".into(), entries: vec![] }] },
        paragraph(""),
        Block::List { numbering: Numbering::Dash, items: vec![] },
        Block::Quote { blocks: vec![] },
        Block::Lines { lines: vec![] },
        Block::Attendance(Attendance {
            members: nobody,
            others: Some(empty),
            legend: String::new(),
        }),
        Block::Subheading { content: vec![] },
    ]);
    bare.session.clear();
    bare.title.clear();
    bare.headline.subtitle.clear();
    let layout = set(&bare);
    assert_eq!(layout.pages.len(), 1);
    assert!(whole(&layout).contains("Teil"));
}

#[test]
fn long_titles_names_and_agendas() {
    let long = prose(5, 80);
    let entries = (0..200).map(|at| AgendaEntry {
        number: format!("{at}.1.2.3"),
        title: if at == 7 { prose(1, 900) } else { long.clone() },
        subject: String::new(),
        paper: "VI/3628/XVI/2019-Anlage-1-A".into(),
        target: Some("nirgends".into()),
        entries: vec![],
    });
    let parts = vec![AgendaPart { name: long.clone(), entries: entries.collect() }];
    let row =
        AttendanceRow { name: long.clone(), annotations: vec![long.clone(); 3], cells: vec![] };
    let groups = vec![AttendanceGroup { name: long.clone(), rows: vec![row; 60] }];
    let members = AttendanceTable { head: vec![], groups };
    let mut wide = document(vec![
        item(&long),
        Block::Attendance(Attendance { members, others: None, legend: long.clone() }),
        Block::Agenda { parts },
    ]);
    wide.letterhead.body.clone_from(&long);
    wide.headline.title.clone_from(&long);
    wide.footer.clone_from(&long);
    wide.title = long;
    let layout = set(&wide);
    assert_inside(&layout);
    // No link without a place to lead to.
    assert!(layout.pages.iter().all(|page| page.links.is_empty()));
}
