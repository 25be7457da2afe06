//! Layouts made by hand: a small pen that shapes text with the project's fonts and puts it at given
//! places. It breaks no lines and no pages; that is the business of `layout`.

use rustybuzz::UnicodeBuffer;

use crate::document::{Face, Numbering};
use crate::frame::{
    Artifact, Attributes, Bookmark, Child, Field, Glyph, GlyphRun, Ink, Item, Layout, Link, Mpt,
    Node, NodeId, Owner, Page, Role, Scope, Shape, Target,
};
use crate::pdf::{Associated, FontFiles, Metadata, Press};

pub(super) const FONTS: FontFiles<'static> = FontFiles {
    regular: include_bytes!("../../../../../../assets/fonts/SourceSans3-Regular.ttf"),
    italic: include_bytes!("../../../../../../assets/fonts/SourceSans3-It.ttf"),
    bold: include_bytes!("../../../../../../assets/fonts/SourceSans3-Semibold.ttf"),
    bold_italic: include_bytes!("../../../../../../assets/fonts/SourceSans3-SemiboldIt.ttf"),
};
pub(super) const ICC: &[u8] = include_bytes!("../../../../../../assets/icc/sRGB.icc");

/// One that remembers nothing.
pub(super) fn press() -> Press<'static> {
    Press::new(FONTS, ICC)
}

pub(super) const DOCUMENT: NodeId = NodeId(0);

/// Characters of the title that every container of text has its own trouble with.
pub(super) const TITLE: &str = r"Niederschrift (9. Sitzung) <A & B> \ „Übung“ – 🗳";

/// What the hand-made documents were made of.
pub(super) const RECORD: Associated<'static> = Associated {
    name: "niederschrift.json",
    media: "application/json",
    description: "Aufzeichnung für Programme",
    bytes: r#"{"title":"Niederschrift über die 9. Sitzung"}"#.as_bytes(),
};

pub(super) fn metadata() -> Metadata {
    Metadata {
        title: TITLE.to_owned(),
        author: "Kreis Wiesenthal".to_owned(),
        creator: "Sitzungsbuch".to_owned(),
        producer: "Sitzungsbuch 0.1.0".to_owned(),
        created: chrono::DateTime::parse_from_rfc3339("2026-11-20T10:00:00+01:00").unwrap(),
        archive: crate::conform::Archive::A3a,
    }
}

/// A layout under construction.
pub(super) struct Sheet {
    pub(super) layout: Layout,
}

impl Sheet {
    /// An empty document with one page.
    pub(super) fn new() -> Self {
        let mut sheet = Self {
            layout: Layout {
                pages: Vec::new(),
                structure: Vec::new(),
                bookmarks: Vec::new(),
                places: Vec::new(),
                missing: Vec::new(),
                unread: None,
            },
        };
        sheet.layout.structure.push(Node {
            role: Role::Document,
            parent: None,
            children: Vec::new(),
            attributes: Attributes::default(),
        });
        sheet.page();
        sheet
    }

    /// One more page, with head and foot as artifacts.
    pub(super) fn page(&mut self) {
        self.layout.pages.push(Page {
            width: Mpt(595_276),
            height: Mpt(841_890),
            items: Vec::new(),
            links: Vec::new(),
            fields: Vec::new(),
        });
        let number = self.layout.pages.len();
        self.artifact(Artifact::Header, 71, 47, "Niederschrift über die 9. Sitzung");
        self.artifact(Artifact::Footer, 71, 794, &format!("Seite {number}"));
    }

    fn last(&mut self) -> &mut Page {
        self.layout.pages.last_mut().unwrap()
    }

    /// A new element at the end of another.
    pub(super) fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.layout.structure.len());
        self.layout.structure.push(Node {
            role,
            parent: Some(parent),
            children: Vec::new(),
            attributes: Attributes::default(),
        });
        self.layout.structure[parent.0].children.push(Child::Node(id));
        id
    }

    pub(super) fn attributes(&mut self, node: NodeId) -> &mut Attributes {
        &mut self.layout.structure[node.0].attributes
    }

    fn artifact(&mut self, kind: Artifact, x: i64, y: i64, text: &str) {
        let shape = Shape::Glyphs(run(Face::Regular, 9, x, y, text));
        self.last().items.push(Item { owner: Owner::Artifact(kind), shape });
    }

    /// A filled rectangle or a frame as an artifact.
    pub(super) fn rule(&mut self, shape: Shape) {
        self.last().items.push(Item { owner: Owner::Artifact(Artifact::Layout), shape });
    }

    /// Text of an element; in whole points.
    pub(super) fn text(&mut self, node: NodeId, face: Face, x: i64, y: i64, text: &str) {
        self.put(node, run(face, 11, x, y, text));
    }

    pub(super) fn put(&mut self, node: NodeId, run: GlyphRun) {
        self.last().items.push(Item { owner: Owner::Node(node), shape: Shape::Glyphs(run) });
    }

    /// A new element with text.
    pub(super) fn written(&mut self, parent: NodeId, role: Role, y: i64, text: &str) -> NodeId {
        let node = self.node(parent, role);
        self.text(node, Face::Regular, 159, y, text);
        node
    }

    /// A link with an annotation over its text.
    pub(super) fn link(&mut self, parent: NodeId, y: i64, text: &str, target: Target) -> NodeId {
        let node = self.written(parent, Role::Link, y, text);
        let link = Link {
            x: Mpt(159_000),
            y: Mpt((y - 9) * 1000),
            width: Mpt(120_500),
            height: Mpt(12_000),
            target,
            contents: format!("Verweis (zu {text})"),
            node,
        };
        self.last().links.push(link);
        node
    }

    /// A signature field.
    pub(super) fn field(&mut self, x: i64, name: &str, description: &str) {
        let node = self.node(DOCUMENT, Role::Form);
        let field = Field {
            x: Mpt(x),
            y: Mpt(600_000),
            width: Mpt(212_598),
            height: Mpt(73_701),
            name: name.to_owned(),
            description: description.to_owned(),
            node,
        };
        self.last().fields.push(field);
    }

    pub(super) fn bookmark(&mut self, level: u8, y: i64, title: &str) {
        let page = self.layout.pages.len() - 1;
        let (title, y) = (title.to_owned(), Mpt(y * 1000));
        self.layout.bookmarks.push(Bookmark { title, level, page, y });
    }
}

/// A shaped run; size and place in whole points.
pub(super) fn run(face: Face, size: i64, x: i64, y: i64, text: &str) -> GlyphRun {
    let font = rustybuzz::Face::from_slice(FONTS.face(face), 0).unwrap();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let shaped = rustybuzz::shape(&font, &[], buffer);
    let clusters: Vec<usize> =
        shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut glyphs = Vec::new();
    for (index, (info, place)) in
        shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate()
    {
        let start = clusters[index];
        let end = clusters[index..].iter().copied().find(|next| *next > start);
        let leads = index == 0 || clusters[index - 1] != start;
        let advance = Mpt(i64::from(place.x_advance) * size);
        let glyph = Glyph { id: u16::try_from(info.glyph_id).unwrap(), advance };
        glyphs.push((glyph, if leads { &text[start..end.unwrap_or(text.len())] } else { "" }));
    }
    GlyphRun {
        face,
        size: Mpt(size * 1000),
        x: Mpt(x * 1000),
        y: Mpt(y * 1000),
        ink: Ink::Black,
        glyphs: glyphs.into_iter().collect(),
        actual_text: None,
    }
}

/// A document with one of everything, on two pages.
pub(super) fn sample() -> Sheet {
    let mut sheet = Sheet::new();
    let title = sheet.node(DOCUMENT, Role::Heading(1));
    sheet.put(title, run(Face::Bold, 25, 71, 100, "Niederschrift"));
    sheet.bookmark(1, 80, "Öffentlicher Teil");
    let part = sheet.node(DOCUMENT, Role::Heading(2));
    sheet.put(part, run(Face::Bold, 15, 71, 140, "Öffentlicher Teil"));
    sheet.bookmark(2, 150, "Zu Punkt 5: Glasfaser (Ausbau)");
    let item = sheet.node(DOCUMENT, Role::Heading(3));
    let label = sheet.node(item, Role::Lbl);
    sheet.text(label, Face::Bold, 71, 170, "Zu Punkt 5: ");
    let words = sheet.node(item, Role::Span);
    sheet.text(words, Face::Bold, 159, 170, "Glasfaser-Ausbau");
    list(&mut sheet);
    table(&mut sheet);
    links(&mut sheet);
    let first = run(Face::Regular, 11, 159, 520, "Der Ausschuss für Digitali");
    let end = Mpt(first.x.0 + first.glyphs.iter().map(|(glyph, _)| glyph.advance.0).sum::<i64>());
    let mut hyphen = GlyphRun { x: end, ..run(Face::Regular, 11, 0, 520, "-") };
    hyphen.actual_text = Some("\u{ad}".to_owned());
    let paragraph = sheet.node(DOCUMENT, Role::P);
    sheet.put(paragraph, first);
    sheet.put(paragraph, hyphen);
    sheet.text(paragraph, Face::Regular, 159, 535, "sierung im Kreis-Gebiet be");
    sheet.page();
    sheet.text(paragraph, Face::Regular, 159, 100, "schließt den Ausbau. ");
    let strong = sheet.node(DOCUMENT, Role::P);
    for (role, face, y) in [
        (Role::Strong, Face::Bold, 130),
        (Role::Em, Face::Italic, 145),
        (Role::Em, Face::BoldItalic, 160),
    ] {
        let node = sheet.node(strong, role);
        sheet.text(node, face, 159, y, "Hervorgehoben: 14 Stimmen. ");
    }
    sheet.bookmark(1, 580, "Unterschriften");
    sheet.field(70_866, "vorsitz", r"Unterschrift Ausschussvorsitzende (\Annegret Falkenroth)");
    sheet.field(303_307, "schriftfuehrung", "Unterschrift Schriftführer Malte Siebrecht");
    sheet.written(DOCUMENT, Role::P, 690, "Annegret Falkenroth");
    sheet
}

fn list(sheet: &mut Sheet) {
    let list = sheet.node(DOCUMENT, Role::L);
    sheet.attributes(list).numbering = Some(Numbering::LowerAlpha);
    for (y, label, words) in [(200, "a) ", "Erstens. "), (215, "b) ", "Zweitens. ")] {
        let entry = sheet.node(list, Role::Li);
        let node = sheet.node(entry, Role::Lbl);
        sheet.text(node, Face::Regular, 159, y, label);
        let body = sheet.node(entry, Role::LBody);
        let paragraph = sheet.node(body, Role::P);
        sheet.text(paragraph, Face::Regular, 180, y, words);
    }
}

/// Fraktion | Ja | Nein, with a cell over two rows.
fn table(sheet: &mut Sheet) {
    let mut line = |y: i64, height: i64| {
        let shape = Shape::Rectangle {
            x: Mpt(159_000),
            y: Mpt(y),
            width: Mpt(300_000),
            height: Mpt(height),
            ink: Ink::Black,
        };
        sheet.rule(shape);
    };
    line(250_000, 800);
    line(266_400, 400);
    let table = sheet.node(DOCUMENT, Role::Table);
    let caption = sheet.node(table, Role::Caption);
    sheet.text(caption, Face::Italic, 159, 245, "Stimmen der Fraktionen ");
    let head = sheet.node(table, Role::THead);
    let body = sheet.node(table, Role::TBody);
    let row = sheet.node(head, Role::Tr);
    for (x, words) in [(159, "Gruppe "), (259, "Fraktion "), (359, "Ja ")] {
        let cell = sheet.node(row, Role::Th);
        sheet.attributes(cell).scope = Some(Scope::Column);
        sheet.text(cell, Face::Bold, x, 263, words);
    }
    for (y, group, name, count) in [(280, "Rat ", "CDU ", "8 "), (295, "", "SPD ", "6 ")] {
        let row = sheet.node(body, Role::Tr);
        if !group.is_empty() {
            let cell = sheet.node(row, Role::Th);
            *sheet.attributes(cell) =
                Attributes { scope: Some(Scope::Row), row_span: 2, ..Attributes::default() };
            sheet.text(cell, Face::Regular, 159, y, group);
        }
        let cell = sheet.node(row, Role::Th);
        sheet.attributes(cell).scope = Some(Scope::Row);
        sheet.text(cell, Face::Regular, 259, y, name);
        let cell = sheet.node(row, Role::Td);
        sheet.text(cell, Face::Regular, 359, y, count);
    }
    let frame = Shape::Frame {
        x: Mpt(400_000),
        y: Mpt(40_000),
        width: Mpt(90_000),
        height: Mpt(15_000),
        line: Mpt(700),
    };
    sheet.rule(frame);
}

/// A link to a page of the network, one inside, and a footnote with its reference.
fn links(sheet: &mut Sheet) {
    let paragraph = sheet.written(DOCUMENT, Role::P, 400, "Siehe ");
    let content = Child::Content { page: 0, item: sheet.last().items.len() - 1 };
    sheet.layout.structure[paragraph.0].children.push(content);
    let address = "https://kreis.example/ü?a=(1)";
    sheet.link(paragraph, 415, address, Target::Address(address.to_owned()));
    let place = Target::Place { page: 1, y: Mpt(90_000) };
    sheet.link(paragraph, 430, "Punkt 6", place);
    let reference = sheet.written(paragraph, Role::Reference, 445, "1");
    assert_eq!(sheet.layout.structure[reference.0].children, []);
    let note = sheet.node(DOCUMENT, Role::Note);
    sheet.attributes(note).id = Some("Fußnote (1)".to_owned());
    let label = sheet.node(note, Role::Lbl);
    sheet.text(label, Face::Regular, 159, 480, "1 ");
    let words = sheet.node(note, Role::P);
    sheet.text(words, Face::Regular, 170, 480, "Vgl. die Vorlage. ");
}
