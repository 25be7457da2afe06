//! Where pages end: no single lines, headings with their text, decisions whole.

use super::{body_lines, document, item, node_text, nodes, paragraph, prose, runs, set, text};
use crate::document::{Block, Decision, Document, Face, Inline, ListItem, Numbering, VoteLine};
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
