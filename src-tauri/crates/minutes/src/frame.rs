//! What layout gives to a writer: pages with glyphs and rules at their places, and the structure
//! tree they belong to. No font format, no file format, no library of either side.
//!
//! Lengths are whole thousandths of a point; x grows to the right, y downwards from the upper edge.

use std::sync::Arc;

use crate::document::Face;
use crate::picture::Unread;

/// A length of 1/1000 pt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Mpt(pub i64);

/// Index of a structure element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// A finished layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Pages, all A4 portrait (595.276 x 841.890 pt) unless their size says otherwise.
    pub pages: Vec<Page>,
    /// Structure elements; the first one is the document.
    pub structure: Vec<Node>,
    /// Bookmarks in their order.
    pub bookmarks: Vec<Bookmark>,
    /// Where the items stand: heading and blocks, page by page.
    pub places: Vec<Place>,
    /// Characters that no font has, each replaced by a visible substitute.
    pub missing: Vec<char>,
    /// A picture of the document that was left out; whoever asked for the layout has to say so.
    pub unread: Option<Unread>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Page {
    /// Width.
    pub width: Mpt,
    /// Height.
    pub height: Mpt,
    /// What is drawn, in reading order; artifacts may stand anywhere.
    pub items: Vec<Item>,
    /// Links with their areas.
    pub links: Vec<Link>,
    /// Signature fields with their areas.
    pub fields: Vec<Field>,
}

/// To what a drawn thing belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Not content: head, foot, rules, repeated heads.
    Artifact(Artifact),
    /// Content of a structure element; neighbours with the same owner are one marked content.
    Node(NodeId),
}

/// Kind of artifact (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// Running head.
    Header,
    /// Foot with the page number.
    Footer,
    /// Rules, bars, frames, marks.
    Layout,
}

/// A drawn thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// To what it belongs.
    pub owner: Owner,
    /// What it is.
    pub shape: Shape,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A run of glyphs on one baseline.
    Glyphs(GlyphRun),
    /// A filled rectangle; rules and bars are rectangles.
    Rectangle {
        /// Left.
        x: Mpt,
        /// Top.
        y: Mpt,
        /// Width.
        width: Mpt,
        /// Height.
        height: Mpt,
        /// Ink.
        ink: Ink,
    },
    /// A rectangle drawn as a frame; the line lies inside the edges.
    Frame {
        /// Left.
        x: Mpt,
        /// Top.
        y: Mpt,
        /// Width.
        width: Mpt,
        /// Height.
        height: Mpt,
        /// Thickness of the line.
        line: Mpt,
    },
    /// An area of a drawing, scaled to the page; its steps count from this place.
    Area {
        /// Left edge of the drawing.
        x: Mpt,
        /// Its upper edge.
        y: Mpt,
        /// What is filled.
        area: Area,
    },
    /// A bitmap.
    Bitmap {
        /// Left.
        x: Mpt,
        /// Top.
        y: Mpt,
        /// Width.
        width: Mpt,
        /// Height.
        height: Mpt,
        /// Its samples.
        raster: Raster,
    },
}

/// An area of one colour with its outlines; each is closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Area {
    /// The outlines, one after the other.
    pub steps: Arc<[Step]>,
    /// Red, green, blue.
    pub colour: [u8; 3],
    /// Where outlines lie in each other every second one is a hole, whatever their direction.
    pub even_odd: bool,
}

/// A place, in whole thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Spot {
    /// To the right.
    pub x: i64,
    /// Down.
    pub y: i64,
}

/// A step along an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The next outline begins here.
    Move(Spot),
    /// A straight line.
    Line(Spot),
    /// A cubic curve: two control points and where it ends.
    Curve(Spot, Spot, Spot),
}

/// A bitmap of one or three samples of eight bits for each pixel, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Raster {
    /// Pixels of a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// One sample for each pixel instead of red, green, blue.
    pub grey: bool,
    /// The samples.
    pub samples: Samples,
}

/// Samples of a bitmap.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Samples {
    /// As they are.
    Plain(Arc<[u8]>),
    /// A JPEG file.
    Jpeg(Arc<[u8]>),
}

/// Colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Black.
    Black,
    /// White.
    White,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GlyphRun {
    /// Face.
    pub face: Face,
    /// Size.
    pub size: Mpt,
    /// Left edge of the first glyph.
    pub x: Mpt,
    /// Baseline.
    pub y: Mpt,
    /// Ink.
    pub ink: Ink,
    /// Glyphs from left to right.
    pub glyphs: Glyphs,
    /// What text extraction must read instead of the glyphs' own characters: U+00AD for a hyphen at
    /// the end of a line.
    pub actual_text: Option<String>,
}

/// Glyphs with the characters they stand for. Copies share them: most of the memory of a layout is
/// here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Glyphs {
    /// All characters, one glyph's behind the other's.
    text: Arc<str>,
    signs: Arc<[(Glyph, u32)]>,
}

/// A glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Glyph {
    /// Index in the font file.
    pub id: u16,
    /// Distance to the next glyph, kerning and stretched spaces included.
    pub advance: Mpt,
}

impl Glyphs {
    /// Each glyph with the bytes of its characters, and all characters.
    pub fn new(signs: &[(Glyph, u32)], text: &str) -> Self {
        Self { text: text.into(), signs: signs.into() }
    }

    /// Each glyph with its characters: a ligature has several, the rest of a cluster none.
    pub fn iter(&self) -> impl Iterator<Item = (Glyph, &str)> {
        let mut rest = &*self.text;
        self.signs.iter().map(move |(glyph, bytes)| {
            let bytes = usize::try_from(*bytes).unwrap_or(usize::MAX);
            let (own, later) = rest.split_at_checked(bytes).unwrap_or((rest, ""));
            rest = later;
            (*glyph, own)
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.signs.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// What all of them stand for.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl<T: AsRef<str>> FromIterator<(Glyph, T)> for Glyphs {
    fn from_iter<I: IntoIterator<Item = (Glyph, T)>>(glyphs: I) -> Self {
        let mut all = String::new();
        let sign = |(glyph, text): (Glyph, T)| {
            all.push_str(text.as_ref());
            (glyph, u32::try_from(text.as_ref().len()).unwrap_or(u32::MAX))
        };
        let signs: Vec<(Glyph, u32)> = glyphs.into_iter().map(sign).collect();
        Self::new(&signs, &all)
    }
}

/// A structure element (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its role.
    pub role: Role,
    /// The element it is part of; none for the document.
    pub parent: Option<NodeId>,
    /// Elements inside it, in reading order. Its own marked content, links and fields are found on
    /// the pages; an element has either elements or content, except for those named in
    /// [`Child`].
    pub children: Vec<Child>,
    /// Attributes.
    pub attributes: Attributes,
}

/// What an element contains, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// An element.
    Node(NodeId),
    /// Marked content of this element on one page: all items with this owner in the run of items
    /// that starts at `item`.
    Content {
        /// Index of the page.
        page: usize,
        /// Index of the first item of the run on that page.
        item: usize,
    },
    /// The annotation of a link: index of page and of the link on it.
    Link {
        /// Index of the page.
        page: usize,
        /// Index of the link.
        link: usize,
    },
    /// The annotation of a signature field.
    Field {
        /// Index of the page.
        page: usize,
        /// Index of the field.
        field: usize,
    },
}

/// Roles that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The document.
    Document,
    /// A part that belongs together: decision, signatures.
    Div,
    /// Heading of a level, 1 to 4.
    Heading(u8),
    /// Paragraph.
    P,
    /// Inline element.
    Span,
    /// Emphasis.
    Em,
    /// Strong emphasis.
    Strong,
    /// Label of a list item, note or heading.
    Lbl,
    /// List.
    L,
    /// Entry of a list.
    Li,
    /// Body of an entry.
    LBody,
    /// Quotation.
    BlockQuote,
    /// Caption of a table or picture.
    Caption,
    /// Picture.
    Figure,
    /// Table.
    Table,
    /// Rows of the head.
    THead,
    /// Rows of the body.
    TBody,
    /// Row.
    Tr,
    /// Cell that heads.
    Th,
    /// Cell.
    Td,
    /// Link.
    Link,
    /// Reference to a note.
    Reference,
    /// Note.
    Note,
    /// Form field.
    Form,
}

/// Attributes of an element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// Scope of a heading cell.
    pub scope: Option<Scope>,
    /// Columns spanned; 0 or 1 for one.
    pub column_span: u16,
    /// Rows spanned; 0 or 1 for one.
    pub row_span: u16,
    /// Numbering of a list.
    pub numbering: Option<crate::document::Numbering>,
    /// Identifier of a note, unique in the document.
    pub id: Option<String>,
    /// What a picture shows, and where.
    pub figure: Option<Box<Figure>>,
}

/// A picture that is content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// What it shows, for whoever does not see it.
    pub alternative: String,
    /// Index of its page.
    pub page: usize,
    /// Left.
    pub x: Mpt,
    /// Top.
    pub y: Mpt,
    /// Width.
    pub width: Mpt,
    /// Height.
    pub height: Mpt,
}

/// Scope of a heading cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The column.
    Column,
    /// The row.
    Row,
}

/// An area that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// Left.
    pub x: Mpt,
    /// Top.
    pub y: Mpt,
    /// Width.
    pub width: Mpt,
    /// Height.
    pub height: Mpt,
    /// Where to.
    pub target: Target,
    /// German description for screen readers.
    pub contents: String,
    /// The element it belongs to.
    pub node: NodeId,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An address.
    Address(String),
    /// A place in the document.
    Place {
        /// Index of the page.
        page: usize,
        /// Upper edge to show.
        y: Mpt,
    },
}

/// The area of a signature field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Left.
    pub x: Mpt,
    /// Top.
    pub y: Mpt,
    /// Width.
    pub width: Mpt,
    /// Height.
    pub height: Mpt,
    /// Name of the field.
    pub name: String,
    /// German description: "Unterschrift Ausschussvorsitzende Annegret Falkenroth".
    pub description: String,
    /// The element it belongs to.
    pub node: NodeId,
}

/// A part of a page that an item takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which heading of an item it begins with, counted from 0.
    pub heading: usize,
    /// Index of the page.
    pub page: usize,
    /// Upper edge.
    pub top: Mpt,
    /// Lower edge.
    pub bottom: Mpt,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Words.
    pub title: String,
    /// 1 for sections, 2 for items.
    pub level: u8,
    /// Index of the page.
    pub page: usize,
    /// Upper edge to show.
    pub y: Mpt,
}
