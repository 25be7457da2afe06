//! Where pages end: no single lines, headings with their text, decisions whole.

use super::{
    body_lines, document, item, node_text, nodes, paragraph, prose, runs, set, table, text,
};
use crate::document::{
    Attendance, AttendanceGroup, AttendanceRow, AttendanceTable, Block, Decision, Document, Face,
    Inline, ListItem, Numbering, SignatureKind, Signer, TableKind, VoteLine,
};
use crate::frame::{Child, Layout, Role};

/// Pages and baselines of an element's lines.
fn lines_of(layout: &Layout, node: crate::frame::NodeId) -> Vec<(usize, i64)> {
    let mut found = Vec::new();
    for (index, page) in layout.pages.iter().enumerate() {
        let own = runs(page).filter(|(owner, _)| *owner == node);
        found.extend(own.map(|(_, run)| (index, run.y.0)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn minutes(seed: u64) -> Document {
    let mut blocks = Vec::new();
    for at in 0..30 {
        let seed = seed * 100 + at;
        if at % 4 == 0 {
            blocks.push(item(&format!("Punkt mit {}", prose(seed, 3))));
        }
        let count = usize::try_from(seed * 7 % 130).unwrap() + 2;
        blocks.push(paragraph(&prose(seed, count)));
    }
    document(blocks)
}

#[test]
fn two_lines_of_a_paragraph_stand_on_either_page() {
    let mut broken = 0;
    for seed in 0..12 {
        let layout = set(&minutes(seed));
        for (node, _) in nodes(&layout, Role::P) {
            let lines = lines_of(&layout, node);
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
            if first.0 == last.0 {
                continue;
            }
            broken += 1;
            let count = |page| lines.iter().filter(|line| line.0 == page).count();
            assert!(count(first.0) >= 2 && count(last.0) >= 2, "{seed}: {lines:?}");
        }
    }
    assert!(broken > 10, "{broken}");
}

#[test]
fn a_paragraph_over_two_pages_is_one_element() {
    let layout = set(&minutes(2));
    let split = nodes(&layout, Role::P).filter(|(_, node)| {
        node.children.iter().filter(|child| matches!(child, Child::Content { .. })).count() > 1
    });
    assert!(split.count() > 0);
}

#[test]
fn a_heading_stands_with_two_lines_of_its_text() {
    for seed in 0..12 {
        let layout = set(&minutes(seed));
        for page in &layout.pages {
            let heading =
                runs(page).filter(|(_, run)| run.face == Face::Bold && run.size.0 == 12_000);
            let Some(lowest) = heading.map(|(_, run)| run.y.0).max() else { continue };
            let below = body_lines(page).iter().filter(|line| line.0 > lowest).count();
            assert!(below >= 1, "heading at the foot, seed {seed}");
        }
    }
}

#[test]
fn no_hyphen_at_the_end_of_a_page() {
    for seed in 0..20 {
        let layout = set(&document(vec![paragraph(&prose(seed, 1_500))]));
        assert!(layout.pages.len() > 2);
        for page in &layout.pages {
            let last = body_lines(page).pop().unwrap();
            assert!(!last.1.ends_with('\u{ad}'), "{}", last.1);
        }
    }
}

#[test]
fn a_decision_of_up_to_half_a_page_stays_whole() {
    for filler in 20..60 {
        let decision = Block::Decision(Decision {
            label: "Beschluss:".into(),
            wording: vec![paragraph(&prose(filler, 90))],
            result: Some(VoteLine {
                lead: "Abstimmungsergebnis:".into(),
                words: "einstimmig angenommen".into(),
                figures: String::new(),
            }),
            table: None,
        });
        let before = (0..filler).map(|at| paragraph(&prose(at, 4)));
        let layout = set(&document(before.chain([decision]).collect()));
        let (node, _) = nodes(&layout, Role::Div).next().unwrap();
        let pages: Vec<usize> = layout.structure[node.0]
            .children
            .iter()
            .filter_map(|child| match child {
                Child::Node(inner) => Some(lines_of(&layout, *inner)),
                _ => None,
            })
            .flatten()
            .map(|line| line.0)
            .collect();
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "{filler}: {pages:?}");
    }
}

#[test]
fn an_introduction_stands_with_the_first_entry() {
    for filler in 20..60 {
        let before = (0..filler).map(|at| paragraph(&prose(at, 4)));
        let list = Block::List {
            numbering: Numbering::Dash,
            items: (0..4)
                .map(|_| ListItem { label: "–".into(), blocks: vec![paragraph("Eintrag")] })
                .collect(),
        };
        let introduction = [paragraph("Im Einzelnen gilt dies:"), list];
        let layout = set(&document(before.chain(introduction).collect()));
        let (introduced, _) = super::find(&layout, "Im Einzelnen gilt dies:");
        let (first, _) = super::find(&layout, "Eintrag");
        assert_eq!(introduced, first, "{filler}");
    }
}

#[test]
fn notes_stand_on_the_page_of_their_marks() {
    for filler in 20..60 {
        let before = (0..filler).map(|at| paragraph(&prose(at, 4)));
        let note = Inline::Footnote { number: 7, content: text(&prose(9, 60)) };
        let content = vec![Inline::text("Marke"), note];
        let last = Block::Paragraph { label: String::new(), content };
        let layout = set(&document(before.chain([last]).collect()));
        let (below, _) = nodes(&layout, Role::Note).next().unwrap();
        let (mark, _) = nodes(&layout, Role::Reference).next().unwrap();
        let notes = lines_of(&layout, below);
        assert!(notes.iter().all(|line| line.0 == lines_of(&layout, mark)[0].0), "{filler}");
        assert!(node_text(&layout, below).starts_with("⁷ "));
    }
}

/// Page of each table row: the row has the page of its first words.
fn row_pages(layout: &Layout) -> Vec<usize> {
    let rows = nodes(layout, Role::Tr).skip(1);
    let cell = |node: &crate::frame::Node| match node.children.first() {
        Some(Child::Node(cell)) => *cell,
        other => panic!("a row begins with {other:?}"),
    };
    rows.map(|(_, row)| lines_of(layout, cell(row))[0].0).collect()
}

/// How many rows of a table there are on each page.
fn rows_on_pages(layout: &Layout) -> Vec<usize> {
    let pages = row_pages(layout);
    pages.chunk_by(|one, other| one == other).map(<[usize]>::len).collect()
}

#[test]
fn no_page_has_one_row_of_a_table_alone() {
    let mut parted = 0;
    for before in 10..45 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz.")).collect();
        blocks.push(table(TableKind::Plain, 3, 8, "Wert "));
        let pages = rows_on_pages(&set(&document(blocks)));
        assert!(pages.iter().all(|rows| *rows > 1), "{before}: {pages:?}");
        parted += usize::from(pages.len() > 1);
    }
    assert!(parted > 1, "{parted}");
}

#[test]
fn no_page_has_one_person_of_a_group_alone() {
    let mut parted = 0;
    // Paragraphs of one line and one of several: the list begins at places 7.5 pt apart.
    for (before, lines) in (10..24).flat_map(|before| (1..4).map(move |lines| (before, lines))) {
        let row = |name: &str| AttendanceRow {
            name: name.into(),
            annotations: Vec::new(),
            cells: vec!["KA".into(), "Liste".into()],
        };
        let names = ["Eins", "Zwei", "Drei", "Vier", "Fünf", "Sechs"];
        let group = AttendanceGroup {
            name: "Mitglieder".into(),
            rows: names.iter().map(|name| row(name)).collect(),
        };
        let head = ["Gruppe", "Name", "Status", "Fraktion"].map(str::to_owned).to_vec();
        let members = AttendanceTable { head, groups: vec![group] };
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz.")).collect();
        blocks.push(paragraph(&vec!["Beratungsgegenstand"; lines * 4].join(" ")));
        let list = Attendance { members, others: None, legend: String::new() };
        blocks.push(Block::Attendance(list));
        let layout = set(&document(blocks));
        let on: Vec<usize> = names.iter().map(|name| super::find(&layout, name).0).collect();
        let pages: Vec<usize> = on.chunk_by(|a, b| a == b).map(<[usize]>::len).collect();
        assert!(pages.iter().all(|rows| *rows > 1), "{before}: {pages:?}");
        parted += usize::from(pages.len() > 1);
    }
    assert!(parted > 1, "{parted}");
}

/// A heading with its introduction goes along with the table rather than stay behind or be cut.
#[test]
fn a_heading_with_its_introduction_stays_with_the_table() {
    for before in 10..45 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz.")).collect();
        blocks.push(item("Nachweis"));
        blocks.push(paragraph(&prose(7, 45)));
        blocks.push(table(TableKind::Grid, 3, 12, "Wert "));
        let layout = set(&document(blocks));
        let heading = super::find(&layout, "Nachweis").0;
        let words = nodes(&layout, Role::P).last().unwrap().0;
        let intro: Vec<usize> = lines_of(&layout, words).iter().map(|line| line.0).collect();
        assert!(intro.iter().all(|page| *page == heading), "{before}: {intro:?}");
        assert_eq!(row_pages(&layout)[..2], [heading; 2], "{before}");
    }
}

#[test]
fn signatures_do_not_stand_alone_on_a_page() {
    let signer = Signer {
        field: "schriftfuehrung".into(),
        name: "Malte Siebrecht".into(),
        role: "Schriftführer".into(),
        items: String::new(),
        picture: None,
    };
    let mut moved = 0;
    for before in 10..50 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz.")).collect();
        blocks.push(paragraph("Die Übereinstimmung wird bestätigt."));
        let signers = vec![signer.clone()];
        blocks.push(Block::Signatures { kind: SignatureKind::Fields, signers });
        let layout = set(&document(blocks));
        let page = super::find(&layout, "Schriftführer").0;
        if page > 0 {
            moved += 1;
            assert!(body_lines(&layout.pages[page]).len() > 3, "{before}");
        }
    }
    assert!(moved > 1, "{moved}");
}
