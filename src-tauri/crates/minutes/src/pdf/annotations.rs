//! Annotations: links, and the signature fields of the form (ISO 32000-1, 12.5 and 12.7.4.5;
//! ISO 14289-1, 7.18).
//!
//! Field and widget are one object, there from the first revision, so that signing only adds to it.
//! Their places in the structure tree are made in `structure`. Invariant: every annotation is
//! printed, has a description, and has its own key in the parent tree, counted on behind the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::embed::Resources;
use super::fonts::Fonts;
use super::{File, PdfError, appearance, units};
use crate::frame::{Field, Layout, Link, Mpt, NodeId, Page, Target};

/// The annotations of a file.
pub(super) struct Placed {
    /// Links, page by page.
    pub(super) links: Vec<Annotation>,
    /// Signature fields, page by page.
    pub(super) fields: Vec<Annotation>,
    /// Places that links lead to, by name.
    pub(super) places: BTreeMap<String, Object>,
}

/// An annotation.
pub(super) struct Annotation {
    /// Index of its page.
    pub(super) page: usize,
    /// Index among the links or fields of that page.
    pub(super) index: usize,
    /// The element it belongs to.
    pub(super) node: NodeId,
    pub(super) id: ObjectId,
    /// Its key in the parent tree.
    pub(super) key: i64,
}

/// Writes all links and fields.
pub(super) fn write(
    file: &mut File<'_>,
    layout: &Layout,
    fonts: &Fonts<'_>,
    resources: &Resources,
) -> Result<Placed, PdfError> {
    let mut placed = Placed { links: Vec::new(), fields: Vec::new(), places: BTreeMap::new() };
    let mut names = BTreeSet::new();
    let mut keys = i64::try_from(layout.pages.len()).unwrap_or(i64::MAX)..;
    for (number, page) in layout.pages.iter().enumerate() {
        for (index, link) in page.links.iter().enumerate() {
            let key = keys.next().unwrap_or(i64::MAX);
            let dictionary = link_annotation(page, link, key);
            if let Target::Place { page, y } = link.target {
                let place = destination(file, layout, page, y)?;
                placed.places.insert(place_name(page, y), place);
            }
            let id = file.add(dictionary);
            placed.links.push(Annotation { page: number, index, node: link.node, id, key });
        }
    }
    for (number, page) in layout.pages.iter().enumerate() {
        for (index, field) in page.fields.iter().enumerate() {
            if field.name.is_empty() || field.name.contains('.') || !names.insert(&field.name) {
                return Err(PdfError::FieldName(field.name.clone()));
            }
            let key = keys.next().unwrap_or(i64::MAX);
            let look = appearance::unsigned(file, field, fonts, resources)?;
            let dictionary = widget(file.page(number)?, page, field, key, look);
            let id = file.add(dictionary);
            placed.fields.push(Annotation { page: number, index, node: field.node, id, key });
        }
    }
    Ok(placed)
}

fn link_annotation(page: &Page, link: &Link, key: i64) -> Dictionary {
    let mut dictionary = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => units::rectangle(page.height, link.x, link.y, link.width, link.height),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
        "Contents" => units::text(&units::clean(&link.contents)),
        "StructParent" => key,
    };
    match &link.target {
        Target::Address(address) => dictionary.set(
            "A",
            dictionary! { "Type" => "Action", "S" => "URI", "URI" => units::text(&uri(address)) },
        ),
        Target::Place { page, y } => {
            dictionary.set("Dest", units::text(&place_name(*page, *y)));
        }
    }
    dictionary
}

/// The name of a place. Links lead there by name (ISO 32000-1, 12.3.2.3): pyHanko before 0.38 takes
/// a signature field for changed that can be reached over a page named in a link.
fn place_name(page: usize, y: Mpt) -> String {
    format!("{:05}-{:07}", page.saturating_add(1), y.0)
}

/// The name tree of the places (ISO 32000-1, 7.9.6), of one node, in the order of the names.
pub(super) fn places(placed: &Placed) -> Dictionary {
    let pairs = placed.places.iter().flat_map(|(name, place)| [units::text(name), place.clone()]);
    dictionary! { "Names" => pairs.collect::<Vec<Object>>() }
}

/// A place on a page; the reader keeps its zoom (ISO 32000-1, 12.3.2.2).
pub(super) fn destination(
    file: &File<'_>,
    layout: &Layout,
    page: usize,
    y: Mpt,
) -> Result<Object, PdfError> {
    let id = file.page(page)?;
    let height = layout.pages.get(page).map_or(0, |page| page.height.0);
    let top = units::length(Mpt(height - y.0));
    Ok(vec![Object::Reference(id), units::name("XYZ"), Object::Null, top, Object::Null].into())
}

/// An address in the 7 bits that `URI` allows (ISO 32000-1, 12.6.4.7): the rest percent-encoded.
fn uri(address: &str) -> String {
    let mut uri = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// Annotation flag 3 (ISO 32000-1, table 165): shown on paper. ISO 19005-3, 6.3.2 requires it.
const PRINT: i64 = 4;
/// Flag 8: the area can be neither moved nor removed in a viewer.
const LOCKED: i64 = 128;

fn widget(
    page_id: ObjectId,
    page: &Page,
    field: &Field,
    key: i64,
    appearance: ObjectId,
) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => units::text(&field.name),
        "TU" => units::text(&units::clean(&field.description)),
        "Rect" => units::rectangle(page.height, field.x, field.y, field.width, field.height),
        "P" => Object::Reference(page_id),
        "F" => PRINT + LOCKED,
        "AP" => dictionary! { "N" => Object::Reference(appearance) },
        "StructParent" => key,
    }
}
