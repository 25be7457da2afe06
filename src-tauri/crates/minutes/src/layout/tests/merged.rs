//! Cells that are one: their place, their rules, their pages, their element.

use super::odd::assert_inside;
use super::{document, find, node_text, nodes, prose, runs, set, table, text};
use crate::document::{Block, Table, TableKind};
use crate::frame::{Layout, Role, Shape};
use sitzungsbuch_core::richtext::Merge;

/// A table in which so many rows and columns from a place on are one.
fn merged(kind: TableKind, (columns, rows): (usize, usize), spans: &[[u32; 4]]) -> Table {
    let Block::Table(mut table) = table(kind, columns, rows, "x") else { unreachable!() };
    for &[row, column, high, wide] in spans {
        table.merged.push(Merge { row, column, rows: high, columns: wide });
        for y in row..row + high {
            for x in column..column + wide {
                let row_cells = match y {
                    0 => &mut table.head,
                    body => &mut table.rows[body as usize - 1],
                };
                if (y, x) != (row, column) {
                    row_cells[x as usize].clear();
                }
            }
        }
    }
    table
}

/// Hairlines of a page: those that stand, and those that lie, by their places and lengths.
fn hairlines(layout: &Layout) -> (Vec<[i64; 3]>, Vec<[i64; 3]>) {
    let (mut upright, mut level) = (Vec::new(), Vec::new());
    for item in &layout.pages[0].items {
        if let Shape::Rectangle { x, y, width, height, .. } = item.shape {
            match (width.0, height.0) {
                (250, height) => upright.push([x.0, y.0, height]),
                (width, 250) => level.push([x.0, y.0, width]),
                _ => {}
            }
        }
    }
    (upright, level)
}

#[test]
fn elements_say_what_they_span() {
    let table = merged(TableKind::Plain, (4, 3), &[[0, 1, 1, 2], [1, 0, 2, 1], [2, 1, 2, 3]]);
    let layout = set(&document(vec![Block::Table(table)]));
    let spans = |role| -> Vec<(u16, u16)> {
        let all = nodes(&layout, role).map(|(_, node)| &node.attributes);
        all.map(|said| (said.column_span, said.row_span)).collect()
    };
    assert_eq!(spans(Role::Th), [(1, 1), (2, 1), (1, 1), (1, 2), (1, 1)]);
    assert_eq!(spans(Role::Td), [(1, 1), (1, 1), (1, 1), (3, 2)]);
}

/// ISO 14289-1, 7.2: rows have the same number of columns, spans counted.
#[test]
fn a_row_that_cells_from_above_take_is_none_in_the_structure() {
    let table = merged(TableKind::Plain, (4, 3), &[[1, 0, 2, 4]]);
    let layout = set(&document(vec![Block::Table(table)]));
    assert_eq!(nodes(&layout, Role::Tr).count(), 3);
    let spans = nodes(&layout, Role::Th).map(|(_, node)| &node.attributes);
    let spans: Vec<(u16, u16)> = spans.map(|one| (one.column_span, one.row_span)).collect();
    assert_eq!(spans, [(1, 1), (1, 1), (1, 1), (1, 1), (4, 1), (1, 1)]);
}

#[test]
fn no_rule_of_the_grid_runs_through_a_cell() {
    let lines = |spans: &[[u32; 4]]| {
        let table = merged(TableKind::Grid, (4, 3), spans);
        hairlines(&set(&document(vec![Block::Table(table)])))
    };
    let (upright, level) = lines(&[]);
    assert_eq!((upright.len(), level.len()), (3 * 4, 2));
    let (fewer, shorter) = lines(&[[1, 1, 2, 2]]);
    // In two rows one of three rules is left out; the rule between them has a gap.
    assert_eq!((fewer.len(), shorter.len()), (3 * 4 - 2, 3));
    let length = |lines: &[[i64; 3]]| lines.iter().map(|line| line[2]).sum::<i64>();
    assert!(length(&shorter) < length(&level));
    assert!(fewer.iter().all(|line| upright.contains(line)));
}

#[test]
fn a_cell_over_columns_has_their_room_and_a_head_stands_in_its_middle() {
    let words = "Eintritt, voll und ermäßigt";
    let mut table = merged(TableKind::Grid, (12, 2), &[[0, 2, 1, 6], [1, 2, 1, 6]]);
    table.head[2] = text(words);
    table.rows[0][2] = text(words);
    let layout = set(&document(vec![Block::Table(table)]));
    assert_inside(&layout);
    let spanning = |role| nodes(&layout, role).find(|(_, node)| node.attributes.column_span == 6);
    let [head, body] = [Role::Th, Role::Td].map(|role| {
        let (cell, _) = spanning(role).unwrap();
        assert_eq!(node_text(&layout, cell), words);
        let (_, run) = runs(&layout.pages[0]).find(|(node, _)| *node == cell).unwrap();
        run.x.0
    });
    assert!(head > body + 1_000, "{head} {body}");
}

/// A cell over all rows of a table of pages is read whole, each of its lines on the baseline of a row.
#[test]
fn a_cell_over_pages_keeps_its_lines_within_rows() {
    let words = prose(4, 500);
    let mut table = merged(TableKind::Plain, (2, 130), &[[1, 0, 130, 1]]);
    table.rows[0][0] = text(&words);
    let layout = set(&document(vec![Block::Table(table)]));
    assert!(layout.pages.len() > 2, "{}", layout.pages.len());
    assert_inside(&layout);
    let (cell, _) =
        nodes(&layout, Role::Th).find(|(_, node)| node.attributes.row_span > 1).unwrap();
    assert_eq!(node_text(&layout, cell), words);
    for page in &layout.pages {
        let rows: Vec<i64> = runs(page)
            .filter(|(_, run)| super::run_text(run) == "x1")
            .map(|(_, run)| run.y.0)
            .collect();
        for (_, run) in runs(page).filter(|(node, _)| *node == cell) {
            assert!(rows.contains(&run.y.0), "{}", super::run_text(run));
        }
    }
}

/// Rows that hang together and fit on a page stay on one.
#[test]
fn rows_of_one_cell_are_not_torn_apart() {
    let mut blocks = Vec::new();
    for lines in 30..44 {
        blocks.clear();
        blocks.extend((0..lines).map(|_| super::paragraph("Zeile.")));
        let mut table = merged(TableKind::Plain, (2, 4), &[[1, 0, 4, 1]]);
        table.rows[0][1] = text("erste");
        table.rows[3][1] = text("letzte");
        blocks.push(Block::Table(table));
        let layout = set(&document(blocks.clone()));
        assert_eq!(find(&layout, "erste").0, find(&layout, "letzte").0, "{lines}");
    }
}
