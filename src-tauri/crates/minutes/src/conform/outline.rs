//! Bookmarks and places: chains that are whole in both directions, names in order, and nothing that
//! leads nowhere (ISO 32000-1, 12.3).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::{Findings, Place, rules};

/// More bookmarks than any file of ours has, as an end for chains without one.
const MOST: usize = 100_000;
const DEPTH: usize = 32;

/// Places by name (ISO 32000-1, 12.3.2.3).
pub(super) type Places<'a> = BTreeMap<&'a [u8], &'a Object>;

pub(super) fn places<'a>(file: &File<'a>, found: &mut Findings) -> Places<'a> {
    let names = file.dict(file.catalog, "Names").and_then(|names| file.dict(names, "Dests"));
    let all = names.map_or_else(Vec::new, |names| file.name_tree(names));
    let ordered = all.windows(2).all(|pair| match pair {
        [(one, _), (next, _)] => one < next,
        _ => true,
    });
    found.need(rules::DESTINATION, ordered, Place::file, "the names are out of order");
    for (name, place) in &all {
        let name = String::from_utf8_lossy(name).into_owned();
        let there = file.resolve(place).is_some_and(|place| leads(file, place));
        found.need(rules::DESTINATION, there, || Place::named(format!("Ziel {name}")), "");
    }
    all.into_iter().collect()
}

/// Whether a destination leads to a page of the file.
fn leads(file: &File<'_>, place: &Object) -> bool {
    let parts = match place {
        Object::Array(parts) => parts.as_slice(),
        Object::Dictionary(named) => file.array(named, "D"),
        _ => return false,
    };
    let page = parts.first().and_then(|page| page.as_reference().ok());
    parts.len() >= 2 && file.page(page).is_some()
}

/// Where an annotation or bookmark leads: to a page, or to a name that is known.
pub(super) fn destination(file: &File<'_>, places: &Places<'_>, place: Option<&Object>) -> bool {
    match place {
        Some(Object::String(name, _) | Object::Name(name)) => places.contains_key(name.as_slice()),
        Some(place) => leads(file, place),
        None => false,
    }
}

pub(super) fn check(file: &File<'_>, places: &Places<'_>, found: &mut Findings) {
    let Some(root) = file.reference(file.catalog, "Outlines") else { return };
    let Ok(dict) = file.document.get_dictionary(root) else {
        return found.add(rules::OUTLINE, Place::file(), "Outlines");
    };
    let mut chain = Chain { file, places, found, left: MOST };
    let count = chain.below(root, dict, DEPTH);
    found.need(rules::OUTLINE, count > 0, Place::file, "it is empty");
}

struct Chain<'c, 'a> {
    file: &'c File<'a>,
    places: &'c Places<'a>,
    found: &'c mut Findings,
    left: usize,
}

impl<'a> Chain<'_, 'a> {
    /// Checks the entries below one and gives their number.
    fn below(&mut self, id: ObjectId, parent: &'a Dictionary, depth: usize) -> i64 {
        let file = self.file;
        let (mut count, mut before) = (0, None);
        let mut next = file.reference(parent, "First");
        while let Some(entry) = next {
            let Ok(dict) = file.document.get_dictionary(entry) else { break };
            if self.left == 0 || depth == 0 {
                self.found.add(rules::OUTLINE, Place::file(), "it has no end");
                return count;
            }
            self.left -= 1;
            let title = file.text(dict, "Title").unwrap_or_default();
            let place = || Place::named(format!("Lesezeichen „{}“", title.trim()));
            self.found.need(rules::OUTLINE, !title.trim().is_empty(), place, "Title");
            let linked = file.reference(dict, "Parent") == Some(id)
                && file.reference(dict, "Prev") == before;
            self.found.need(rules::OUTLINE, linked, place, "Parent, Prev");
            let goal = match file.dict(dict, "A") {
                Some(action) if file.name(action, "S") == "GoTo" => file.get(action, "D"),
                Some(_) => None,
                None => file.get(dict, "Dest"),
            };
            let leads = destination(file, self.places, goal);
            self.found.need(rules::DESTINATION, leads, place, "");
            let inside = self.below(entry, dict, depth - 1);
            let said = file.integer(dict, "Count").unwrap_or(0);
            self.found.need(rules::OUTLINE, said.abs() == inside, place, "Count");
            count += 1 + inside;
            (before, next) = (Some(entry), file.reference(dict, "Next"));
        }
        let ended = file.reference(parent, "Last") == before && next.is_none();
        self.found.need(rules::OUTLINE, ended, || Place::object(id), "Last");
        count
    }
}
