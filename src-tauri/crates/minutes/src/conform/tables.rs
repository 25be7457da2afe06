//! Tables: rows and groups where they belong, each place of the grid taken once, head cells with a
//! scope (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4).

use std::collections::BTreeMap;

use super::file::File;
use super::roles::attribute;
use super::structure::Tree;
use super::{Findings, rules};

/// Wider and higher cells are none of ours.
const MOST: i64 = 10_000;

pub(super) fn check(file: &File<'_>, tree: &Tree<'_>, found: &mut Findings) {
    for (index, element) in tree.elements.iter().enumerate() {
        let place = || tree.place(index);
        let above = tree.role(element.parent);
        let home: &[&str] = match element.role {
            "TR" => &["Table", "THead", "TBody", "TFoot"],
            "TH" | "TD" => &["TR"],
            "THead" | "TBody" | "TFoot" => &["Table"],
            _ => &[],
        };
        found.need(rules::TABLE, home.is_empty() || home.contains(&above), place, above);
        let kids = tree.inside(index);
        let held: Option<&[&str]> = match element.role {
            "Table" => Some(&["Caption", "THead", "TBody", "TFoot", "TR"]),
            "THead" | "TBody" | "TFoot" => Some(&["TR"]),
            "TR" => Some(&["TH", "TD"]),
            _ => None,
        };
        if let Some(held) = held {
            let known = kids.iter().all(|kid| held.contains(kid));
            found.need(rules::TABLE, known && !element.writes, place, &kids.join(" "));
        }
        if element.role == "TH" {
            let scope = attribute(file, element.dict, "Table", "Scope");
            let scope = scope.and_then(|scope| scope.as_name().ok());
            let said = matches!(scope, Some(b"Column" | b"Row" | b"Both"));
            found.need(rules::SCOPE, said, place, "");
        }
        if element.role == "Table" {
            parts(&kids, || tree.place(index), found);
            grid(file, tree, index, found);
        }
    }
}

/// A caption at one end, one head, and a body behind it.
fn parts(kids: &[&str], place: impl Fn() -> super::Place, found: &mut Findings) {
    let count = |role| kids.iter().filter(|kid| **kid == role).count();
    let inner = kids.get(1..kids.len().saturating_sub(1)).unwrap_or_default();
    let caption = !inner.contains(&"Caption") && count("Caption") < 2;
    found.need(rules::TABLE, caption, &place, "Caption");
    let head = count("THead") < 2 && (count("THead") == 0 || count("TBody") > 0);
    found.need(rules::TABLE, head, &place, "THead");
}

/// Each cell takes its place; no place may be empty or taken twice.
fn grid(file: &File<'_>, tree: &Tree<'_>, table: usize, found: &mut Findings) {
    let place = || tree.place(table);
    let mut taken: BTreeMap<(i64, i64), usize> = BTreeMap::new();
    let (mut row, mut heads) = (0, 0);
    for group in groups(tree, table) {
        let bottom = row + i64::try_from(group.len()).unwrap_or(MOST);
        for index in group {
            let mut column = 0;
            for cell in tree.elements.get(index).map_or(&[][..], |row| &row.kids) {
                let Some(element) = tree.elements.get(*cell) else { continue };
                heads += usize::from(element.role == "TH");
                let span = |key| {
                    let said = attribute(file, element.dict, "Table", key);
                    said.and_then(|said| said.as_i64().ok()).unwrap_or(1).clamp(1, MOST)
                };
                let (wide, high) = (span("ColSpan"), span("RowSpan"));
                while taken.contains_key(&(row, column)) {
                    column += 1;
                }
                let within = row + high <= bottom;
                found.need(rules::TABLE, within, || tree.place(*cell), "RowSpan");
                for y in row..(row + high).min(bottom) {
                    for x in column..column + wide {
                        let free = *taken.entry((y, x)).or_insert(*cell) == *cell;
                        found.need(rules::TABLE, free, || tree.place(*cell), "ColSpan");
                    }
                }
            }
            row += 1;
        }
    }
    let width = |row| taken.keys().filter(|(y, _)| *y == row).count();
    let mut widths = vec![0_usize; usize::try_from(row).unwrap_or(0)];
    for (y, _) in taken.keys() {
        if let Some(width) = usize::try_from(*y).ok().and_then(|y| widths.get_mut(y)) {
            *width += 1;
        }
    }
    let even = widths.windows(2).all(|pair| pair.first() == pair.last());
    let uneven = || format!("{} and other columns", width(0));
    found.need(rules::TABLE, even && !widths.is_empty(), place, &uneven());
    found.need(rules::TABLE, heads > 0, place, "no head cell");
}

/// Rows by group; rows directly in the table are one group.
fn groups(tree: &Tree<'_>, table: usize) -> Vec<Vec<usize>> {
    let rows = |index: usize| {
        let kids = tree.elements.get(index).map_or(&[][..], |element| &element.kids);
        kids.iter().copied().filter(|kid| tree.role(Some(*kid)) == "TR").collect::<Vec<_>>()
    };
    let kids = tree.elements.get(table).map_or(&[][..], |element| &element.kids);
    let parts =
        kids.iter().filter(|kid| matches!(tree.role(Some(**kid)), "THead" | "TBody" | "TFoot"));
    let mut groups: Vec<Vec<usize>> = parts.map(|part| rows(*part)).collect();
    groups.push(rows(table));
    groups
}
