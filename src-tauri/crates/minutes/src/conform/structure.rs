//! The structure tree and its bonds to the pages: every piece of marked content and every annotation
//! in exactly one element, and the way back from each through the parent tree
//! (ISO 32000-1, 14.7; ISO 14289-1, 7.1).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::pages::Drawn;
use super::{Findings, Place, rules};

/// Standard structure types (ISO 32000-1, 14.8.4).
const STANDARD: &str = "Document Part Div Art Sect BlockQuote Caption TOC TOCI Index NonStruct P H1 \
    H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code \
    Link Annot Form Figure Formula";
/// Deeper trees are none of ours, and a limit for the stack.
const DEPTH: usize = 200;

/// An element.
pub(super) struct Element<'a> {
    pub(super) id: ObjectId,
    pub(super) dict: &'a Dictionary,
    /// Its role after the role map.
    pub(super) role: &'a str,
    pub(super) parent: Option<usize>,
    /// Elements in it.
    pub(super) kids: Vec<usize>,
    /// Which one of its role it is in its parent, from 1.
    nth: usize,
    /// The page of the first content in it.
    page: Option<usize>,
    /// Whether it has content of its own.
    pub(super) writes: bool,
}

/// The tree.
#[derive(Default)]
pub(super) struct Tree<'a> {
    /// In reading order.
    pub(super) elements: Vec<Element<'a>>,
    /// By page and MCID.
    pub(super) owners: BTreeMap<(usize, i64), Vec<usize>>,
    /// By object: those that name an annotation.
    pub(super) annotations: BTreeMap<ObjectId, Vec<usize>>,
    /// The parent tree.
    pub(super) entries: BTreeMap<i64, &'a Object>,
    seen: BTreeSet<ObjectId>,
}

impl Tree<'_> {
    pub(super) fn role(&self, index: Option<usize>) -> &str {
        index.and_then(|index| self.elements.get(index)).map_or("", |element| element.role)
    }

    /// Roles of the elements directly inside one.
    pub(super) fn inside(&self, index: usize) -> Vec<&str> {
        let kids = self.elements.get(index).map_or(&[][..], |element| &element.kids);
        kids.iter().map(|kid| self.role(Some(*kid))).collect()
    }

    /// Where an element stands: its roles from the top, and its page.
    pub(super) fn place(&self, index: usize) -> Place {
        let (mut parts, mut at) = (Vec::new(), Some(index));
        while let Some(element) = at.and_then(|at| self.elements.get(at)) {
            let top = element.parent.is_none() && element.nth == 1;
            let nth = if top { String::new() } else { format!("[{}]", element.nth) };
            parts.push(format!("{}{nth}", element.role));
            at = element.parent;
        }
        parts.reverse();
        let page = self.elements.get(index).and_then(|element| element.page);
        Place::named(parts.join("/")).on(page)
    }
}

/// Reads the tree; none where there is none.
pub(super) fn read<'a>(file: &File<'a>, found: &mut Findings) -> Option<Tree<'a>> {
    let Some(root) = file.dict(file.catalog, "StructTreeRoot") else {
        found.add(rules::TREE, Place::file(), "StructTreeRoot");
        return None;
    };
    let typed = file.name(root, "Type") == "StructTreeRoot";
    found.need(rules::TREE, typed, Place::file, "Type");
    let map = file.dict(root, "RoleMap");
    for (name, _) in map.into_iter().flat_map(Dictionary::iter) {
        let name = String::from_utf8_lossy(name);
        found.need(rules::ROLE, !standard(&name), Place::file, &format!("RoleMap {name}"));
    }
    let mut tree = Tree::default();
    let top = file.reference(file.catalog, "StructTreeRoot");
    let mut walk = Walk { file, map, tree: &mut tree, alike: BTreeMap::new(), found };
    for kid in file.several(root, "K") {
        walk.kid(kid, None, top, None, 0);
    }
    let tops = tree.elements.iter().filter(|element| element.parent.is_none());
    let tops: Vec<&str> = tops.map(|element| element.role).collect();
    found.need(rules::TREE, tops == ["Document"], Place::file, &format!("{tops:?}"));
    match file.dict(root, "ParentTree") {
        Some(parents) => tree.entries = file.number_tree(parents),
        None => found.add(rules::PARENT_TREE, Place::file(), "ParentTree"),
    }
    let next = file.integer(root, "ParentTreeNextKey").unwrap_or(-1);
    let behind = tree.entries.keys().next_back().is_none_or(|last| next > *last);
    found.need(rules::PARENT_TREE, behind, Place::file, "ParentTreeNextKey");
    Some(tree)
}

fn standard(role: &str) -> bool {
    STANDARD.split_ascii_whitespace().any(|known| known == role)
}

struct Walk<'w, 'a> {
    file: &'w File<'a>,
    map: Option<&'a Dictionary>,
    tree: &'w mut Tree<'a>,
    /// How many elements of a role an element has so far.
    alike: BTreeMap<(Option<usize>, &'a str), usize>,
    found: &'w mut Findings,
}

impl<'a> Walk<'_, 'a> {
    /// One entry of `K`: an element, content, or an annotation.
    fn kid(
        &mut self,
        kid: &'a Object,
        parent: Option<usize>,
        above: Option<ObjectId>,
        page: Option<usize>,
        depth: usize,
    ) {
        let file = self.file;
        let held = match file.resolve(kid) {
            Some(Object::Integer(mcid)) => return self.own(parent, page, *mcid),
            Some(Object::Dictionary(held)) => held,
            _ => return self.found.add(rules::TREE, self.place(parent), "K"),
        };
        let home = file.page(file.reference(held, "Pg")).or(page);
        match file.name(held, "Type") {
            "MCR" => match file.integer(held, "MCID") {
                Some(mcid) => self.own(parent, home, mcid),
                None => self.found.add(rules::MCID, self.place(parent), "MCR"),
            },
            "OBJR" => {
                let object = file.reference(held, "Obj");
                if let (Some(object), Some(parent)) = (object, parent) {
                    self.tree.annotations.entry(object).or_default().push(parent);
                    self.seen_on(parent, home);
                } else {
                    self.found.add(rules::OBJR, self.place(parent), "OBJR");
                }
            }
            _ => self.element(kid, held, parent, above, depth),
        }
    }

    fn place(&self, parent: Option<usize>) -> Place {
        parent.map_or_else(Place::file, |parent| self.tree.place(parent))
    }

    fn element(
        &mut self,
        kid: &'a Object,
        held: &'a Dictionary,
        parent: Option<usize>,
        above: Option<ObjectId>,
        depth: usize,
    ) {
        let fresh = kid.as_reference().ok().filter(|id| self.tree.seen.insert(*id));
        let Some(id) = fresh.filter(|_| depth < DEPTH) else {
            return self.found.add(rules::TREE, self.place(parent), "an element stands twice");
        };
        let (role, known) = self.role(held);
        let index = self.tree.elements.len();
        let nth = self.alike.entry((parent, role)).or_default();
        *nth += 1;
        self.tree.elements.push(Element {
            id,
            dict: held,
            role,
            parent,
            kids: Vec::new(),
            nth: *nth,
            page: None,
            writes: false,
        });
        if let Some(above) = parent.and_then(|at| self.tree.elements.get_mut(at)) {
            above.kids.push(index);
        }
        let back = self.file.reference(held, "P");
        let same = back.is_some() && back == above;
        self.found.need(rules::TREE, same, || self.tree.place(index), "P");
        self.found.need(rules::ROLE, known, || self.tree.place(index), role);
        let page = self.file.page(self.file.reference(held, "Pg"));
        for one in self.file.several(held, "K") {
            self.kid(one, Some(index), Some(id), page, depth + 1);
        }
    }

    /// The standard role behind a name, and whether there is one.
    fn role(&self, held: &'a Dictionary) -> (&'a str, bool) {
        let (mut role, mut seen) = (self.file.name(held, "S"), BTreeSet::new());
        while !standard(role) && seen.insert(role) {
            let Some(map) = self.map.filter(|map| map.has(role.as_bytes())) else { break };
            role = self.file.name(map, role);
        }
        (role, standard(role))
    }

    fn own(&mut self, element: Option<usize>, page: Option<usize>, mcid: i64) {
        let (Some(element), Some(number)) = (element, page) else {
            let place = self.place(element);
            return self.found.add(rules::MCID, place, format!("MCID {mcid} on no page"));
        };
        self.tree.owners.entry((number, mcid)).or_default().push(element);
        if let Some(element) = self.tree.elements.get_mut(element) {
            element.writes = true;
        }
        self.seen_on(element, page);
    }

    /// The first page on which an element shows is that of what holds it, too.
    fn seen_on(&mut self, element: usize, page: Option<usize>) {
        let mut at = Some(element);
        while let Some(element) = at.and_then(|at| self.tree.elements.get_mut(at)) {
            if element.page.is_some() {
                return;
            }
            (element.page, at) = (page, element.parent);
        }
    }
}

/// Content, elements and parent tree name each other.
pub(super) fn check(file: &File<'_>, tree: &Tree<'_>, drawn: &Drawn, found: &mut Findings) {
    let mut keys = BTreeSet::new();
    for (number, mcids) in drawn.pages.iter().enumerate() {
        let place = || Place::page(number);
        let key = file.pages.get(number).and_then(|(_, page)| file.integer(page, "StructParents"));
        let row = key.filter(|key| keys.insert(*key)).and_then(|key| tree.entries.get(&key));
        let row = row.and_then(|row| file.resolve(row)).and_then(|row| row.as_array().ok());
        if !found.need(rules::PAGE, row.is_some() || mcids.is_empty(), place, "StructParents") {
            continue;
        }
        let row = row.map_or(&[][..], Vec::as_slice);
        let entries = row.iter().filter(|entry| !entry.is_null()).count();
        let detail = format!("{entries} entries for {}", mcids.len());
        found.need(rules::PARENT_TREE, entries == mcids.len(), place, &detail);
        for mcid in mcids {
            let owners = tree.owners.get(&(number, *mcid)).map_or(&[][..], Vec::as_slice);
            let [owner] = owners else {
                found.add(rules::MCID, place(), format!("MCID {mcid}: {} elements", owners.len()));
                continue;
            };
            let back = usize::try_from(*mcid).ok().and_then(|at| row.get(at));
            let back = back.and_then(|back| back.as_reference().ok());
            let same = back.is_some() && back == tree.elements.get(*owner).map(|one| one.id);
            let place = || tree.place(*owner).on(Some(number));
            found.need(rules::PARENT_TREE, same, place, &format!("MCID {mcid}"));
        }
    }
    let drawn: Vec<BTreeSet<i64>> =
        drawn.pages.iter().map(|mcids| mcids.iter().copied().collect()).collect();
    for ((number, mcid), owners) in &tree.owners {
        let there = drawn.get(*number).is_some_and(|drawn| drawn.contains(mcid));
        let place = || owners.first().map_or_else(Place::file, |owner| tree.place(*owner));
        found.need(rules::MCID, there, place, &format!("MCID {mcid} is not drawn"));
    }
}
