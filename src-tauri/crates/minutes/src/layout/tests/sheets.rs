//! Turned sheets for wide tables, and pictures in the letterhead.

use super::{document, find, paragraph, set, table, text};
use crate::document::{Align, Block, Graphic, Table, TableKind};
use crate::frame::{Layout, Owner, Role, Shape, Step};
use crate::layout::units::{PAGE_HEIGHT, PAGE_WIDTH, Sheet, mm};
use crate::picture::{PictureError, Unread};

const COLUMNS: usize = 9;

/// Cells so wide that upright they would need very small letters.
fn wide(rows: usize) -> Block {
    let row = |seed: usize| {
        (0..COLUMNS).map(|at| text(&format!("Haushaltsansatz {}", seed * 7 + at))).collect()
    };
    Block::Table(Table {
        kind: TableKind::Plain,
        caption: "Übersicht".into(),
        legend: String::new(),
        columns: vec![Align::Left; COLUMNS],
        head: (0..COLUMNS).map(|at| text(&format!("Produktgruppe {at}"))).collect(),
        rows: (0..rows).map(row).collect(),
        total: None,
        merged: Vec::new(),
    })
}

fn turned(layout: &Layout) -> Vec<bool> {
    layout.pages.iter().map(|page| page.width > page.height).collect()
}

#[test]
fn a_table_too_wide_for_legible_letters_stands_on_turned_sheets() {
    let layout = set(&document(vec![paragraph("Davor."), wide(60), paragraph("Danach.")]));
    let pages = turned(&layout);
    assert!(pages.len() >= 4, "{pages:?}");
    assert!(!pages[0] && !pages[pages.len() - 1]);
    assert!(pages[1..pages.len() - 1].iter().all(|turned| *turned), "{pages:?}");
    let page = &layout.pages[1];
    assert_eq!((page.width.0, page.height.0), (PAGE_HEIGHT, PAGE_WIDTH));
    assert_eq!(find(&layout, "Davor.").0, 0);
    assert_eq!(find(&layout, "Danach.").0, pages.len() - 1);
    // Legible, and to the edge of the turned sheet.
    let cells = super::runs(page).filter(|(_, run)| super::run_text(run).contains("ansatz"));
    let sizes: Vec<i64> = cells.map(|(_, run)| run.size.0).collect();
    assert!(!sizes.is_empty() && sizes.iter().all(|size| *size >= 8_000), "{sizes:?}");
    let sheet = Sheet::of(true);
    let rule = page.items.iter().any(|item| match item.shape {
        Shape::Rectangle { x, width, height, .. } => {
            height.0 == 800 && (x.0 + width.0 - sheet.right).abs() < mm(600)
        }
        _ => false,
    });
    assert!(rule);
    // Head, foot and the repeated head of the table are those of the sheet.
    let words: Vec<(String, i64, i64)> = page
        .items
        .iter()
        .filter_map(|item| match (&item.owner, &item.shape) {
            (Owner::Artifact(_), Shape::Glyphs(run)) => {
                Some((super::run_text(run), run.x.0, run.y.0))
            }
            _ => None,
        })
        .collect();
    let number = words.iter().find(|(words, ..)| words.starts_with("Seite 2")).unwrap();
    assert!(number.1 > PAGE_WIDTH && number.2 < PAGE_WIDTH, "{number:?}");
    let second: Vec<_> = layout.pages[2].items.iter().collect();
    let repeated = second.iter().any(|item| match (&item.owner, &item.shape) {
        (Owner::Artifact(_), Shape::Glyphs(run)) => super::run_text(run).contains("Produkt"),
        _ => false,
    });
    assert!(repeated);
    // Read once: the head as cells of one row.
    assert_eq!(super::nodes(&layout, Role::THead).count(), 1);
}

#[test]
fn a_table_that_fits_is_not_turned() {
    let cases = [
        (TableKind::Plain, 4, "Wort"),
        (TableKind::Plain, 10, "Wort"),
        (TableKind::Grid, 12, "Wort"),
        (TableKind::Grid, 14, "P"),
    ];
    for (kind, columns, cell) in cases {
        let layout = set(&document(vec![table(kind, columns, 30, cell)]));
        assert!(turned(&layout).iter().all(|turned| !turned), "{columns} {kind:?}");
    }
    // One word that is too long for any sheet gains nothing.
    let word = "Wort".repeat(500);
    let layout = set(&document(vec![table(TableKind::Plain, 2, 1, &word)]));
    assert!(turned(&layout).iter().all(|turned| !turned));
}

#[test]
fn a_turned_table_comes_first_and_last() {
    let layout = set(&document(vec![wide(2)]));
    assert_eq!(turned(&layout), [false, true]);
}

const SHIELD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 142 170">
    <path fill="#2a5a45" d="M0 0H142V90C142 140 71 170 71 170S0 140 0 90Z"/></svg>"##;

fn with_arms(graphic: Graphic) -> Layout {
    let mut document = document(vec![]);
    document.letterhead.arms = Some(graphic);
    set(&document)
}

#[test]
fn arms_stand_beside_the_name() {
    let layout = with_arms(Graphic::Svg(SHIELD.into()));
    assert_eq!(layout.unread, None);
    let items = &layout.pages[0].items;
    let (owner, x, y, area) = items
        .iter()
        .find_map(|item| match &item.shape {
            Shape::Area { x, y, area } => Some((item.owner, *x, *y, area)),
            _ => None,
        })
        .unwrap();
    assert!(matches!(owner, Owner::Artifact(_)));
    assert_eq!((x.0, y.0), (mm(2_500), mm(1_400)));
    let widest = area.steps.iter().map(|step| match step {
        Step::Move(to) | Step::Line(to) | Step::Curve(_, _, to) => (to.x, to.y),
    });
    let (right, bottom) = widest.fold((0, 0), |most, at| (most.0.max(at.0), most.1.max(at.1)));
    assert!((right - mm(1_420)).abs() <= 2 && (bottom - mm(1_700)).abs() <= 2, "{right} {bottom}");
    // Design: the name at 43.7 mm.
    let (_, name) = find(&layout, "Kreis Wiesenthal");
    assert!((name.x.0 - mm(4_370)).abs() < mm(5), "{}", name.x.0);
    assert_eq!(find(&layout, "Niederschrift").1.x.0, mm(2_500));
}

#[test]
fn a_wide_logo_keeps_its_proportion() {
    let wide = r#"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">
        <rect width="400" height="100"/></svg>"#;
    let layout = with_arms(Graphic::Svg(wide.into()));
    let (_, name) = find(&layout, "Kreis Wiesenthal");
    assert!((name.x.0 - mm(2_500 + 3_400 + 450)).abs() < 5, "{}", name.x.0);
    let steps = layout.pages[0].items.iter().find_map(|item| match &item.shape {
        Shape::Area { y, area, .. } => Some((y.0, area.steps.clone())),
        _ => None,
    });
    let (y, steps) = steps.unwrap();
    // 34 mm wide, 8.5 mm high, in the middle of 17 mm.
    assert!((y - mm(1_400 + 425)).abs() < 5, "{y}");
    let low = steps.iter().map(|step| match step {
        Step::Move(to) | Step::Line(to) | Step::Curve(_, _, to) => to.y,
    });
    assert!((low.max().unwrap() - mm(850)).abs() < 5);
}

#[test]
fn arms_that_cannot_be_read_are_left_out_and_named() {
    let layout = with_arms(Graphic::Svg("<svg".into()));
    let unread = Unread { alternative: None, why: PictureError::NoSvg };
    assert_eq!(layout.unread, Some(unread));
    assert_eq!(find(&layout, "Kreis Wiesenthal").1.x.0, mm(2_500));
}
