//! What roles ask of elements: headings in steps, lists, notes, pictures, and what may stand in what
//! (ISO 14289-1, 7.3 to 7.9; ISO 32000-1, 14.8.4). Tables are judged in `tables`.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};

use super::file::{File, twice};
use super::structure::Tree;
use super::{Findings, Place, rules};

const NUMBERING: [&str; 8] =
    ["Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"];
/// Roles that make a block of their own.
const BLOCKS: [&str; 17] = [
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "TOC",
    "Index",
    "P",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "Table",
];
/// Roles that hold words of one line after the other, and no blocks.
const LINES: [&str; 10] = ["P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Reference"];

pub(super) fn check(file: &File<'_>, tree: &Tree<'_>, found: &mut Findings) {
    headings(tree, found);
    lists(file, tree, found);
    notes(file, tree, found);
    figures(file, tree, found);
    placed(tree, found);
}

/// The value of an attribute (ISO 32000-1, 14.8.5).
pub(super) fn attribute<'a>(
    file: &File<'a>,
    element: &'a Dictionary,
    owner: &str,
    key: &str,
) -> Option<&'a Object> {
    let all = file.several(element, "A").into_iter().filter_map(|one| file.as_dict(one));
    let mut all = all.filter(|one| file.name(one, "O") == owner);
    all.find_map(|one| file.get(one, key))
}

/// One heading of the first level, and none that leaves out a level.
fn headings(tree: &Tree<'_>, found: &mut Findings) {
    let (mut last, mut titles) = (0, 0);
    for (index, element) in tree.elements.iter().enumerate() {
        let level = element.role.strip_prefix('H').and_then(|level| level.parse::<usize>().ok());
        let Some(level) = level else { continue };
        titles += usize::from(level == 1);
        let detail = format!("H{level} after H{last}");
        found.need(rules::HEADING, level <= last + 1, || tree.place(index), &detail);
        last = level;
    }
    found.need(rules::HEADING, titles == 1, Place::file, &format!("{titles} of level 1"));
}

fn lists(file: &File<'_>, tree: &Tree<'_>, found: &mut Findings) {
    for (index, element) in tree.elements.iter().enumerate() {
        let (place, above) = (|| tree.place(index), tree.role(element.parent));
        let kids = tree.inside(index);
        match element.role {
            "L" => {
                let known = kids.iter().all(|kid| matches!(*kid, "LI" | "L" | "Caption"));
                found.need(rules::LIST, known && !kids.is_empty(), place, &kids.join(" "));
                let numbering = attribute(file, element.dict, "List", "ListNumbering");
                let numbering = numbering.and_then(|name| name.as_name().ok()).unwrap_or_default();
                // "None" says that the labels are no numbers of an order; it may stand.
                let named = NUMBERING.iter().any(|known| known.as_bytes() == numbering);
                let labels = element.kids.iter().any(|kid| tree.inside(*kid).contains(&"Lbl"));
                let said = named || numbering == b"None" || !labels;
                found.need(rules::LIST, said, place, "ListNumbering");
            }
            "LI" => {
                let whole = kids == ["Lbl", "LBody"] || kids == ["LBody"];
                found.need(rules::LIST, above == "L" && whole, place, &kids.join(" "));
            }
            "LBody" => {
                found.need(rules::LIST, above == "LI", place, above);
            }
            "TOCI" => {
                found.need(rules::LIST, above == "TOC", place, above);
            }
            _ => {}
        }
    }
}

/// Identifiers are there, unique, and listed.
fn notes(file: &File<'_>, tree: &Tree<'_>, found: &mut Findings) {
    let root = file.dict(file.catalog, "StructTreeRoot");
    let listed = root.and_then(|root| file.dict(root, "IDTree"));
    let listed = listed.map_or_else(Vec::new, |ids| file.name_tree(ids));
    let listed: BTreeMap<&[u8], &Object> = listed.into_iter().collect();
    let ids = tree.elements.iter().filter_map(|element| file.bytes(element.dict, "ID"));
    let doubled: BTreeSet<&[u8]> = twice(ids);
    for (index, element) in tree.elements.iter().enumerate() {
        let place = || tree.place(index);
        let id = file.bytes(element.dict, "ID");
        if element.role == "Note" {
            found.need(rules::NOTE, id.is_some(), place, "ID");
            let empty = element.kids.is_empty() && !element.writes;
            found.need(rules::NOTE, !empty, place, "it is empty");
        }
        let Some(id) = id else { continue };
        found.need(rules::NOTE, !doubled.contains(id), place, "the ID stands twice");
        let same = listed.get(id).and_then(|value| value.as_reference().ok()) == Some(element.id);
        found.need(rules::NOTE, same, place, "IDTree");
    }
}

/// Pictures have words that say what they show.
fn figures(file: &File<'_>, tree: &Tree<'_>, found: &mut Findings) {
    for (index, element) in tree.elements.iter().enumerate() {
        if !matches!(element.role, "Figure" | "Formula") {
            continue;
        }
        let said = ["Alt", "ActualText"]
            .iter()
            .any(|key| file.text(element.dict, key).is_some_and(|words| !words.trim().is_empty()));
        found.need(rules::FIGURE, said, || tree.place(index), "Alt");
    }
}

/// Blocks stand in blocks, and not in lines of words.
fn placed(tree: &Tree<'_>, found: &mut Findings) {
    for (index, element) in tree.elements.iter().enumerate() {
        let above = tree.role(element.parent);
        let misplaced = BLOCKS.contains(&element.role) && LINES.contains(&above);
        let again = element.role == "Document" && element.parent.is_some();
        let detail = format!("{} in {above}", element.role);
        found.need(rules::PLACED, !misplaced && !again, || tree.place(index), &detail);
    }
}

/// Images that are content belong to a picture with a description.
pub(super) fn images(tree: &Tree<'_>, images: &BTreeSet<(usize, i64)>, found: &mut Findings) {
    for (page, mcid) in images {
        let owner = tree.owners.get(&(*page, *mcid)).and_then(|owners| owners.first());
        let mut at = owner.copied();
        while at.is_some() && tree.role(at) != "Figure" {
            at = at.and_then(|at| tree.elements.get(at)).and_then(|element| element.parent);
        }
        found.need(rules::FIGURE, at.is_some(), || Place::page(*page), "an image in no Figure");
    }
}
