//! The agenda of both parts, and the names of places that its entries point to.

use crate::document::{AgendaEntry, AgendaPart, Anchor, Block, Document};
use crate::record::{Item, NeutralItem};
use sitzungsbuch_core::agenda_item::Part;
use std::collections::BTreeSet;

/// What the name of the place of an item begins with.
const ANCHOR: &str = "top-";

/// Name of the place of an item.
pub(super) fn anchor(item: &Item) -> Anchor {
    format!("{ANCHOR}{}", item.id)
}

/// The headings of items of a Niederschrift in their order, each with part and reference of its
/// item; what has a heading like an item and is none has no reference.
pub fn headings(document: &Document) -> Vec<(Part, Option<&str>)> {
    let mut part = if document.mark.is_none() { Part::Public } else { Part::NonPublic };
    let mut found = Vec::new();
    for block in &document.blocks {
        match block {
            // The complete version marks its second part, and nothing else.
            Block::Section { mark: Some(_), .. } => part = Part::NonPublic,
            Block::Item { anchor, .. } => found.push((part, anchor.strip_prefix(ANCHOR))),
            _ => {}
        }
    }
    found
}

/// "hier: ...", empty if there is no second line.
pub(super) fn subject(item: &Item) -> String {
    if item.subject.is_empty() { String::new() } else { format!("hier: {}", item.subject) }
}

/// A part with all its items; `headed` are the references of those that have a heading.
pub(super) fn part(name: &str, items: &[Item], headed: &BTreeSet<&str>) -> Option<AgendaPart> {
    let entries = entries(items, None, headed, 0);
    let name = name.to_owned();
    (!entries.is_empty()).then_some(AgendaPart { name, entries })
}

fn entries(
    items: &[Item],
    parent: Option<&str>,
    headed: &BTreeSet<&str>,
    depth: usize,
) -> Vec<AgendaEntry> {
    // An agenda is never deeper than it is long; a record by hand might go round in a circle.
    if depth > items.len() {
        return Vec::new();
    }
    // What is a sub-item of nothing known stands on the first level.
    let known = |item: &&Item| items.iter().any(|other| Some(&other.id) == item.parent.as_ref());
    let below =
        items.iter().filter(|item| item.parent.as_deref().filter(|_| known(item)) == parent);
    below
        .map(|item| AgendaEntry {
            number: item.number.clone(),
            title: item.name.clone(),
            subject: subject(item),
            paper: item.paper.clone(),
            target: headed.contains(item.id.as_str()).then(|| anchor(item)),
            entries: entries(items, Some(&item.id), headed, depth + 1),
        })
        .collect()
}

/// What the public agenda shows of the other part.
pub(super) fn neutral(name: &str, items: &[NeutralItem]) -> Option<AgendaPart> {
    let mut entries: Vec<AgendaEntry> = Vec::new();
    for item in items {
        let entry = AgendaEntry {
            number: item.number.clone(),
            title: item.name.clone(),
            subject: String::new(),
            paper: String::new(),
            target: None,
            entries: Vec::new(),
        };
        match entries.last_mut() {
            Some(parent) if item.sub => parent.entries.push(entry),
            _ => entries.push(entry),
        }
    }
    let name = name.to_owned();
    (!entries.is_empty()).then_some(AgendaPart { name, entries })
}
