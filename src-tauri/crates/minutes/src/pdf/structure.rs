//! The structure tree: elements with their roles and attributes, the marked content and annotations
//! they own, and the way back from those to the elements (ISO 32000-1, 14.7 and 14.8).
//!
//! It judges whether the tree fits the pages, not whether its roles make sense; that is the business
//! of `layout` and of the checks over whole files. Invariant: every marked content sequence and every
//! annotation belongs to exactly one element, and every element to exactly one parent.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use super::annotations::Placed;
use super::content::Drawn;
use super::object::{self, integer, reference};
use super::{File, PdfError, units};
use crate::document::Numbering;
use crate::frame::{Attributes, Child, Figure, Layout, Node, NodeId, Role, Scope};

/// The standard structure type of a role (ISO 32000-1, 14.8.4), or a name that the role map leads to
/// one.
pub(super) fn tag(role: Role) -> Result<&'static str, PdfError> {
    Ok(match role {
        Role::Document => "Document",
        Role::Div => "Div",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(6) => "H6",
        Role::Heading(level) => return Err(fault(format!("heading of level {level}"))),
        Role::P => "P",
        Role::Span => "Span",
        Role::Em => "Em",
        Role::Strong => "Strong",
        Role::Lbl => "Lbl",
        Role::L => "L",
        Role::Li => "LI",
        Role::LBody => "LBody",
        Role::BlockQuote => "BlockQuote",
        Role::Caption => "Caption",
        Role::Figure => "Figure",
        Role::Table => "Table",
        Role::THead => "THead",
        Role::TBody => "TBody",
        Role::Tr => "TR",
        Role::Th => "TH",
        Role::Td => "TD",
        Role::Link => "Link",
        Role::Reference => "Reference",
        Role::Note => "Note",
        Role::Form => "Form",
    })
}

fn fault(text: String) -> PdfError {
    PdfError::Structure(text)
}

/// Writes the tree and gives its root.
pub(super) fn write(
    file: &mut File<'_>,
    layout: &Layout,
    drawn: &[Drawn],
    placed: &Placed,
) -> Result<ObjectId, PdfError> {
    check_tree(layout)?;
    let root = file.reserve();
    let elements: Vec<ObjectId> = layout.structure.iter().map(|_| file.reserve()).collect();
    let mut owned = Owned::new(layout.structure.len(), drawn, placed);
    let element = |node: NodeId| {
        elements.get(node.0).copied().ok_or_else(|| fault(format!("no element {}", node.0)))
    };
    for (index, node) in layout.structure.iter().enumerate() {
        let id = element(NodeId(index))?;
        let parent = node.parent.map_or(Ok(root), element)?;
        let figure = node.attributes.figure.as_deref();
        let figure = figure.map(|figure| shown(figure, layout)).transpose()?;
        let bytes =
            write_element(file, NodeId(index), (node, figure), parent, &element, &mut owned)?;
        file.set_bytes(id, bytes);
    }
    let parents = parent_tree(file, drawn, placed, &element)?;
    let next = drawn.len() + placed.links.len() + placed.fields.len();
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => Object::Reference(element(NodeId(0))?),
        "ParentTree" => Object::Reference(parents),
        "ParentTreeNextKey" => number(next),
        "RoleMap" => dictionary! { "Em" => "Span", "Strong" => "Span" },
    };
    if let Some(ids) = id_tree(layout, &element)? {
        dictionary.set("IDTree", Object::Reference(file.add(ids)));
    }
    file.set(root, dictionary);
    Ok(root)
}

fn whole(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn number(value: usize) -> Object {
    Object::Integer(whole(value))
}

/// Every element but the first is the child of the one it names as its parent, once, and is reached
/// from the first.
fn check_tree(layout: &Layout) -> Result<(), PdfError> {
    let mut seen = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(index) = open.pop() {
        let node = layout.structure.get(index).ok_or_else(|| fault("no document".to_owned()))?;
        if index == 0 && (node.role, node.parent) != (Role::Document, None) {
            return Err(fault("the first element is not the document".to_owned()));
        }
        for child in &node.children {
            let Child::Node(child) = child else { continue };
            let parent = layout.structure.get(child.0).and_then(|found| found.parent);
            if parent != Some(NodeId(index)) || !seen.insert(child.0) {
                return Err(fault(format!("element {} under {index}", child.0)));
            }
            open.push(child.0);
        }
    }
    match (0..layout.structure.len()).find(|index| !seen.contains(index)) {
        Some(lost) => Err(fault(format!("element {lost} is in no other"))),
        None => Ok(()),
    }
}

/// What elements own on the pages and is not yet in the tree.
struct Owned<'a> {
    drawn: &'a [Drawn],
    placed: &'a Placed,
    /// By element: pages and MCIDs in their order.
    sequences: Vec<Vec<(usize, usize)>>,
    /// By page and MCID: whether it is in the tree.
    taken: Vec<Vec<bool>>,
    /// By element: indices in `placed.links`.
    links: BTreeMap<NodeId, BTreeSet<usize>>,
    /// By element: indices in `placed.fields`.
    fields: BTreeMap<NodeId, BTreeSet<usize>>,
}

/// What `K` of an element names.
#[derive(Clone, Copy)]
enum Kid {
    Element(ObjectId),
    Content { page: usize, mcid: usize },
    Annotation { page: usize, id: ObjectId },
}

impl Kid {
    /// Its bytes in `K`; content on the element's own page is named by its MCID alone.
    fn put(
        self,
        bytes: &mut Vec<u8>,
        file: &File<'_>,
        home: Option<usize>,
    ) -> Result<(), PdfError> {
        match self {
            Self::Element(id) => reference(bytes, id),
            Self::Content { page, mcid } if Some(page) == home => integer(bytes, whole(mcid)),
            Self::Content { page, mcid } => {
                bytes.extend(b"<</Type/MCR/Pg ");
                reference(bytes, file.page(page)?);
                bytes.extend(b"/MCID ");
                integer(bytes, whole(mcid));
                bytes.extend(b">>");
            }
            Self::Annotation { page, id } => {
                bytes.extend(b"<</Type/OBJR/Pg ");
                reference(bytes, file.page(page)?);
                bytes.extend(b"/Obj ");
                reference(bytes, id);
                bytes.extend(b">>");
            }
        }
        Ok(())
    }

    /// Whether it is a dictionary, which begins with a sign of its own.
    fn bracketed(self, home: Option<usize>) -> bool {
        match self {
            Self::Element(_) => false,
            Self::Content { page, .. } => Some(page) != home,
            Self::Annotation { .. } => true,
        }
    }
}

impl<'a> Owned<'a> {
    fn new(elements: usize, drawn: &'a [Drawn], placed: &'a Placed) -> Self {
        let mut owned = Self {
            drawn,
            placed,
            sequences: vec![Vec::new(); elements],
            taken: drawn.iter().map(|drawn| vec![false; drawn.owners.len()]).collect(),
            links: BTreeMap::new(),
            fields: BTreeMap::new(),
        };
        for (page, drawn) in drawn.iter().enumerate() {
            for (mcid, node) in drawn.owners.iter().enumerate() {
                if let Some(own) = owned.sequences.get_mut(node.0) {
                    own.push((page, mcid));
                }
            }
        }
        for (index, link) in placed.links.iter().enumerate() {
            owned.links.entry(link.node).or_default().insert(index);
        }
        for (index, field) in placed.fields.iter().enumerate() {
            owned.fields.entry(field.node).or_default().insert(index);
        }
        owned
    }

    /// Takes a sequence, unless it was taken before.
    fn take(&mut self, page: usize, mcid: usize) -> Option<Kid> {
        let taken = self.taken.get_mut(page)?.get_mut(mcid)?;
        (!std::mem::replace(taken, true)).then_some(Kid::Content { page, mcid })
    }

    /// The sequences of the run that holds an item, without those taken before.
    fn content(&mut self, node: NodeId, page: usize, item: usize) -> Result<Vec<Kid>, PdfError> {
        let runs = self.drawn.get(page).map_or(&[][..], |drawn| &drawn.runs);
        let after = runs.partition_point(|run| run.first <= item);
        let run = after.checked_sub(1).and_then(|at| runs.get(at));
        let run = run.filter(|run| run.node == node && item <= run.last);
        let run = run.ok_or_else(|| {
            fault(format!("item {item} of page {page} is not of element {}", node.0))
        })?;
        Ok(run.mcids.clone().filter_map(|mcid| self.take(page, mcid)).collect())
    }

    fn link(&mut self, node: NodeId, page: usize, link: usize) -> Result<Option<Kid>, PdfError> {
        take(&self.placed.links, self.links.get_mut(&node), page, link)
    }

    fn field(&mut self, node: NodeId, page: usize, field: usize) -> Result<Option<Kid>, PdfError> {
        take(&self.placed.fields, self.fields.get_mut(&node), page, field)
    }

    /// What the element's own list did not name: content first, then annotations, in page order.
    fn rest(&mut self, node: NodeId) -> Vec<Kid> {
        let own = self.sequences.get_mut(node.0).map(std::mem::take).unwrap_or_default();
        let own = own.into_iter().filter_map(|(page, mcid)| self.take(page, mcid));
        let mut kids: Vec<Kid> = own.collect();
        let links = self.links.remove(&node).unwrap_or_default();
        let links = links.into_iter().filter_map(|index| self.placed.links.get(index));
        let fields = self.fields.remove(&node).unwrap_or_default();
        let fields = fields.into_iter().filter_map(|index| self.placed.fields.get(index));
        kids.extend(links.chain(fields).map(|one| Kid::Annotation { page: one.page, id: one.id }));
        kids
    }
}

/// An annotation, unless it was taken before; all of them stand in the order of pages.
fn take(
    all: &[super::annotations::Annotation],
    open: Option<&mut BTreeSet<usize>>,
    page: usize,
    index: usize,
) -> Result<Option<Kid>, PdfError> {
    let found = all.binary_search_by_key(&(page, index), |one| (one.page, one.index)).ok();
    let (position, open) = found
        .zip(open)
        .ok_or_else(|| fault(format!("annotation {index} of page {page} is of another element")))?;
    let id = all.get(position).map(|one| one.id);
    Ok(id.filter(|_| open.remove(&position)).map(|id| Kid::Annotation { page, id }))
}

/// The bytes of an element; there are so many of them that they are written as they are.
fn write_element(
    file: &File<'_>,
    index: NodeId,
    (node, figure): (&Node, Option<Dictionary>),
    parent: ObjectId,
    element: &impl Fn(NodeId) -> Result<ObjectId, PdfError>,
    owned: &mut Owned<'_>,
) -> Result<Vec<u8>, PdfError> {
    let mut kids = Vec::new();
    for child in &node.children {
        match *child {
            Child::Node(child) => kids.push(Kid::Element(element(child)?)),
            Child::Content { page, item } => kids.extend(owned.content(index, page, item)?),
            Child::Link { page, link } => kids.extend(owned.link(index, page, link)?),
            Child::Field { page, field } => kids.extend(owned.field(index, page, field)?),
        }
    }
    kids.extend(owned.rest(index));
    let mut bytes = b"<</Type/StructElem/S/".to_vec();
    bytes.extend(tag(node.role)?.bytes());
    bytes.extend(b"/P ");
    reference(&mut bytes, parent);
    let home = kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } => Some(*page),
        _ => None,
    });
    if let Some(page) = home {
        bytes.extend(b"/Pg ");
        reference(&mut bytes, file.page(page)?);
    }
    // One kid stands alone: validators of signatures stumble over an array around the reference to
    // a signature field when that field is signed later.
    match kids.as_slice() {
        [] => {}
        [kid] => {
            bytes.extend(if kid.bracketed(home) { &b"/K"[..] } else { b"/K " });
            kid.put(&mut bytes, file, home)?;
        }
        kids => {
            bytes.extend(b"/K[");
            for (at, kid) in kids.iter().enumerate() {
                if at > 0 && !kid.bracketed(home) {
                    bytes.push(b' ');
                }
                kid.put(&mut bytes, file, home)?;
            }
            bytes.push(b']');
        }
    }
    object::entries(&mut bytes, &figure.unwrap_or_else(|| attributes(&node.attributes)));
    bytes.extend(b">>");
    Ok(bytes)
}

/// What a picture shows, and the edges in which it stands (ISO 32000-1, 14.8.5.4.3).
fn shown(figure: &Figure, layout: &Layout) -> Result<Dictionary, PdfError> {
    let page =
        layout.pages.get(figure.page).ok_or_else(|| fault("a picture on no page".to_owned()))?;
    let Figure { x, y, width, height, .. } = *figure;
    Ok(dictionary! {
        "Alt" => units::text(&units::clean(&figure.alternative)),
        "A" => dictionary! {
            "O" => "Layout",
            "Placement" => "Block",
            "BBox" => units::rectangle(page.height, x, y, width, height),
        },
    })
}

/// Attributes of lists and tables (ISO 32000-1, 14.8.5.5 and 14.8.5.7) and the identifier.
fn attributes(attributes: &Attributes) -> Dictionary {
    let mut dictionary = Dictionary::new();
    if *attributes == Attributes::default() {
        return dictionary;
    }
    let mut owners = Vec::new();
    let mut table = dictionary! { "O" => "Table" };
    if let Some(scope) = attributes.scope {
        table.set(
            "Scope",
            match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            },
        );
    }
    for (key, span) in [("ColSpan", attributes.column_span), ("RowSpan", attributes.row_span)] {
        if span > 1 {
            table.set(key, i64::from(span));
        }
    }
    if table.len() > 1 {
        owners.push(Object::Dictionary(table));
    }
    if let Some(numbering) = attributes.numbering {
        let name = match numbering {
            Numbering::Decimal => "Decimal",
            Numbering::LowerAlpha => "LowerAlpha",
            Numbering::Dash => "Disc",
            Numbering::Own => "None",
        };
        owners.push(Object::Dictionary(dictionary! { "O" => "List", "ListNumbering" => name }));
    }
    match owners.len() {
        0 => {}
        1 => dictionary.set("A", owners.swap_remove(0)),
        _ => dictionary.set("A", owners),
    }
    if let Some(id) = &attributes.id {
        dictionary.set("ID", identifier(id));
    }
    dictionary
}

/// The parent tree: for each page the elements by MCID, then one entry for each annotation.
fn parent_tree(
    file: &mut File<'_>,
    drawn: &[Drawn],
    placed: &Placed,
    element: &impl Fn(NodeId) -> Result<ObjectId, PdfError>,
) -> Result<ObjectId, PdfError> {
    let mut entries = Vec::new();
    for (page, drawn) in drawn.iter().enumerate() {
        let nodes = drawn.owners.iter().map(|node| element(*node));
        let nodes: Result<Vec<_>, _> = nodes.map(|id| id.map(Object::Reference)).collect();
        entries.push(number(page));
        entries.push(Object::Reference(file.add(Object::Array(nodes?))));
    }
    for annotation in placed.links.iter().chain(&placed.fields) {
        entries.push(Object::Integer(annotation.key));
        entries.push(Object::Reference(element(annotation.node)?));
    }
    Ok(file.add(dictionary! { "Nums" => entries }))
}

/// The elements by identifier (ISO 32000-1, table 322), if any has one.
fn id_tree(
    layout: &Layout,
    element: &impl Fn(NodeId) -> Result<ObjectId, PdfError>,
) -> Result<Option<Dictionary>, PdfError> {
    let mut ids = BTreeMap::new();
    for (index, node) in layout.structure.iter().enumerate() {
        let Some(id) = &node.attributes.id else { continue };
        if ids.insert(id.as_bytes(), (identifier(id), element(NodeId(index))?)).is_some() {
            return Err(fault(format!("the identifier {id:?} stands twice")));
        }
    }
    let names: Vec<Object> =
        ids.into_values().flat_map(|(id, element)| [id, Object::Reference(element)]).collect();
    Ok((!names.is_empty()).then(|| dictionary! { "Names" => names }))
}

/// An identifier is a byte string, no text string.
fn identifier(id: &str) -> Object {
    Object::String(id.as_bytes().to_vec(), StringFormat::Hexadecimal)
}
