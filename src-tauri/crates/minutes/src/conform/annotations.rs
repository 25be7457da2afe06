//! Annotations and the form: links and signature fields alone, each printed, described, with an
//! appearance where it needs one, and in an element of its kind (ISO 19005-3, 6.3 and 6.4;
//! ISO 14289-1, 7.18).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{File, twice};
use super::outline::{Places, destination};
use super::pages::Drawn;
use super::structure::Tree;
use super::{Findings, Place, roles, rules};

/// Bits of `F`: printed, and what may not be set beside it.
const PRINT: i64 = 4;
const HIDDEN: i64 = 1 | 2 | 32 | 256;

pub(super) fn check(
    file: &File<'_>,
    tree: Option<&Tree<'_>>,
    drawn: &Drawn,
    places: &Places<'_>,
    found: &mut Findings,
) {
    let empty = Tree::default();
    let tree = tree.unwrap_or(&empty);
    roles::images(tree, &drawn.images, found);
    let (mut keys, mut widgets) = (BTreeSet::new(), BTreeSet::new());
    let mut known = BTreeSet::new();
    for (number, (page, dictionary)) in file.pages.iter().enumerate() {
        for held in file.array(dictionary, "Annots") {
            let (Ok(id), Some(one)) = (held.as_reference(), file.as_dict(held)) else {
                found.add(rules::ANNOTATION, Place::page(number), "no object of its own");
                continue;
            };
            known.insert(id);
            let mut note = Note { file, tree, places, found, number, id, one };
            note.check(&mut keys);
            match file.name(one, "Subtype") {
                "Link" => note.link(),
                "Widget" => {
                    widgets.insert(id);
                    note.widget(*page);
                }
                other => note.say(rules::ANNOTATION, other),
            }
        }
    }
    for (id, owners) in &tree.annotations {
        let place = || owners.first().map_or_else(Place::file, |owner| tree.place(*owner));
        found.need(rules::OBJR, known.contains(id), place, "an annotation on no page");
    }
    form(file, &widgets, found);
}

/// An annotation.
struct Note<'n, 'a> {
    file: &'n File<'a>,
    tree: &'n Tree<'a>,
    places: &'n Places<'a>,
    found: &'n mut Findings,
    number: usize,
    id: ObjectId,
    one: &'a Dictionary,
}

impl Note<'_, '_> {
    fn place(&self) -> Place {
        match self.owner() {
            Some(owner) => self.tree.place(owner).on(Some(self.number)),
            None => Place::page(self.number).inside(format!("Objekt {}", self.id.0)),
        }
    }

    fn say(&mut self, rule: &'static super::Rule, detail: impl Into<String>) {
        self.found.add(rule, self.place(), detail);
    }

    fn need(&mut self, rule: &'static super::Rule, holds: bool, detail: &str) -> bool {
        if !holds {
            self.say(rule, detail);
        }
        holds
    }

    fn owners(&self) -> &[usize] {
        self.tree.annotations.get(&self.id).map_or(&[], Vec::as_slice)
    }

    fn owner(&self) -> Option<usize> {
        self.owners().first().copied()
    }

    fn words(&self, key: &str) -> bool {
        self.file.text(self.one, key).is_some_and(|words| !words.trim().is_empty())
    }

    /// What every annotation has: flags, and one element that it and the parent tree name.
    fn check(&mut self, keys: &mut BTreeSet<i64>) {
        let (file, one) = (self.file, self.one);
        let flags = file.integer(one, "F").unwrap_or(0);
        let shown = flags & PRINT != 0 && flags & HIDDEN == 0;
        self.need(rules::FLAGS, shown, &format!("F {flags}"));
        if one.has(b"CA") || one.has(b"ca") {
            self.say(rules::OPACITY, "CA");
        }
        let key = file.integer(one, "StructParent");
        let fresh = key.is_some_and(|key| keys.insert(key));
        self.need(rules::ANNOTATION, fresh, "StructParent");
        let count = self.owners().len();
        if !self.need(rules::OBJR, count == 1, &format!("{count} elements")) {
            return;
        }
        let entry = key.and_then(|key| self.tree.entries.get(&key));
        let entry = entry.and_then(|entry| entry.as_reference().ok());
        let owner = self.owner().and_then(|owner| self.tree.elements.get(owner));
        let same = entry.is_some() && entry == owner.map(|owner| owner.id);
        self.need(rules::PARENT_TREE, same, "StructParent");
        let wanted = match file.name(one, "Subtype") {
            "Link" => "Link",
            "Widget" => "Form",
            _ => "Annot",
        };
        let role = self.tree.role(self.owner());
        self.need(rules::OBJR, role == wanted, role);
    }

    fn link(&mut self) {
        let (file, one) = (self.file, self.one);
        let described = self.words("Contents");
        self.need(rules::CONTENTS, described, "");
        let owner = self.owner().and_then(|owner| self.tree.elements.get(owner));
        let told = owner.is_none_or(|owner| owner.writes || !owner.kids.is_empty());
        self.need(rules::LINK, told, "the element has no text");
        let Some(action) = file.dict(one, "A") else {
            let leads = destination(file, self.places, file.get(one, "Dest"));
            self.need(rules::DESTINATION, leads, "");
            return;
        };
        if file.name(action, "S") == "GoTo" {
            let leads = destination(file, self.places, file.get(action, "D"));
            self.need(rules::DESTINATION, leads, "");
            return;
        }
        let address = file.bytes(action, "URI").unwrap_or_default();
        let seven = !address.is_empty() && address.iter().all(u8::is_ascii_graphic);
        let held = file.name(action, "S") == "URI" && seven && !action.has(b"IsMap");
        self.need(rules::LINK, held, &String::from_utf8_lossy(address));
    }

    fn widget(&mut self, page: ObjectId) {
        let (file, one) = (self.file, self.one);
        self.need(rules::FIELD, file.name(one, "FT") == "Sig", "FT");
        for key in ["T", "TU"] {
            let said = self.words(key);
            self.need(rules::FIELD, said, key);
        }
        self.need(rules::FIELD, !one.has(b"Kids") && !one.has(b"Parent"), "Kids");
        self.need(rules::FIELD, !one.has(b"A"), "A");
        let owner = self.owner().and_then(|owner| self.tree.elements.get(owner));
        // An array there, and a later signature makes the first one look changed to others.
        let alone = owner.and_then(|owner| file.get(owner.dict, "K"));
        let alone = alone.is_none_or(|kid| kid.as_dict().is_ok());
        self.need(rules::FIELD, alone, "K");
        self.need(rules::FIELD, file.reference(one, "P") == Some(page), "P");
        let looks = file.dict(one, "AP");
        let normal = looks.and_then(|looks| file.stream(looks, "N"));
        let form = normal.is_some_and(|normal| file.name(&normal.dict, "Subtype") == "Form");
        self.need(rules::APPEARANCE, form, "N");
        let only = looks.is_none_or(|looks| looks.len() == 1);
        self.need(rules::APPEARANCE, only, "AP");
    }
}

/// The form lists the fields that stand on the pages, each under its own name.
fn form(file: &File<'_>, widgets: &BTreeSet<ObjectId>, found: &mut Findings) {
    let place = || Place::named("Formular");
    let Some(form) = file.dict(file.catalog, "AcroForm") else {
        found.need(rules::FORM, widgets.is_empty(), place, "AcroForm");
        return;
    };
    let fields = file.array(form, "Fields");
    let listed = fields.iter().filter_map(|field| field.as_reference().ok());
    let listed: BTreeSet<ObjectId> = listed.collect();
    found.need(rules::FORM, listed == *widgets, place, "Fields");
    let names = fields.iter().filter_map(|field| file.as_dict(field));
    let names: Vec<&[u8]> = names.filter_map(|field| file.bytes(field, "T")).collect();
    found.need(rules::FORM, twice(names).is_empty(), place, "T");
    let draws = matches!(file.get(form, "NeedAppearances"), Some(Object::Boolean(true)));
    found.need(rules::FORM, !draws, place, "NeedAppearances");
    found.need(rules::FORM, !form.has(b"XFA"), place, "XFA");
    let signs = file.integer(form, "SigFlags").unwrap_or(0) & 1 == 1;
    found.need(rules::FORM, signs || widgets.is_empty(), place, "SigFlags");
}
