//! The agenda of both parts, and the names of places that its entries point to.

use crate::document::{AgendaEntry, AgendaPart, Anchor};
use crate::record::{Item, NeutralItem};
use std::collections::BTreeSet;

/// Name of the place of an item.
pub(super) fn anchor(item: &Item) -> Anchor {
    format!("top-{}", item.id)
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
