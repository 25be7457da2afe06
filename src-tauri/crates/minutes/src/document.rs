//! The composed document: what stands on paper, in reading order, with all names resolved.
//!
//! It is what composing gives and rendering takes, and what sealing keeps. It holds words and
//! structure, no sizes and no places; those belong to `layout`. Every text is final German.

mod letterhead;
mod particulars;
mod picture;
mod places;
mod sheet;

pub use letterhead::{Address, Letterhead};
pub use particulars::Particular;
pub use picture::{Graphic, Picture};
pub(crate) use places::Places;
pub use sheet::{Sheet, SheetRow};

use serde::{Deserialize, Serialize};
use sitzungsbuch_core::richtext::Merge;
pub use sitzungsbuch_core::template::Typeface;

/// Version of the composer's output; raised whenever the same record gives another document.
pub const COMPOSER: u32 = 3;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// Version of the composer that made it.
    pub composer: u32,
    /// Title of the file and running title: "Niederschrift über die 9. Sitzung ... am 12.11.2026".
    pub title: String,
    /// Running title where the title has no room in one line, empty if the title is cut there:
    /// "Beschlussauszug zu TOP 6, 12.11.2026, Ausschuss für Digitalisierung".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub running: String,
    /// Who is named as the author in the metadata: the body.
    pub author: String,
    /// Moment that the metadata carry as date of creation, e.g. `2026-11-20T10:00:00+01:00`.
    pub created: String,
    /// Version line at the foot of every page.
    pub footer: String,
    /// Drafts and samples carry their mark on every page.
    pub status: Status,
    /// What it is set in.
    #[serde(default, skip_serializing_if = "Typeface::is_usual")]
    pub typeface: Typeface,
    /// Mark in the head of every page, and beside the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Head of the first page.
    pub letterhead: Letterhead,
    /// The address of a letter; its words begin on the left edge (DIN 5008, form B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Title block below the letterhead: the large title, then lines that get smaller.
    pub headline: Headline,
    /// Labelled lines below the title block (Sitzungstermin, Dauer, Sitzungsort).
    pub session: Vec<LabelledLine>,
    /// The rest in reading order.
    pub blocks: Vec<Block>,
}

/// State of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Entwurf, marked on every page.
    Draft,
    /// To be signed, or signed.
    Final,
    /// Made of invented data; signed as if it were final, marked on every page.
    Sample,
}

impl Status {
    /// The mark of every page; none on a document that counts.
    pub const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Draft => Some("ENTWURF"),
            Self::Sample => Some("MUSTER"),
            Self::Final => None,
        }
    }
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LabelledLine {
    /// Label.
    pub label: String,
    /// Value.
    pub value: String,
}

/// Title block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Headline {
    /// "Niederschrift": the only heading of the first level.
    pub title: String,
    /// "über die 9. Sitzung des Ausschusses für Digitalisierung".
    pub subtitle: String,
    /// "Öffentlicher und nicht öffentlicher Teil".
    pub scope: String,
}

/// Name of a place in the document that entries of the agenda point to.
pub type Anchor = String;

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Block {
    /// Heading of the second level on the label axis: "Anwesend waren", "Öffentlicher Teil".
    Section {
        /// Words.
        title: String,
        /// Where it begins.
        start: Start,
        /// From here to the end every page carries this mark in its head.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
    },
    /// Heading of an item (third level): label, title, lines below.
    Item {
        /// "Zu Punkt 5:".
        label: String,
        /// Title.
        title: String,
        /// "hier: ...", empty if none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        subject: String,
        /// "– Vorlage Nr. 20/041/2026", empty if none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        paper: String,
        /// Name of this place.
        anchor: Anchor,
        /// How many of the next blocks belong to the item.
        #[serde(default, skip_serializing_if = "is_zero")]
        blocks: usize,
    },
    /// Heading inside a report (fourth level).
    Subheading {
        /// Content.
        content: Vec<Inline>,
    },
    /// A paragraph; the label stands on the label axis on its first baseline.
    Paragraph {
        /// "1.1", "Anwesenheit", "Befangenheit"; empty if none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        label: String,
        /// Content.
        content: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// Content.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// Numbering for the structure tree.
        numbering: Numbering,
        /// Entries with their printed labels.
        items: Vec<ListItem>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// A decision, or an outcome without a vote: the bar stands beside it.
    Decision(Decision),
    /// The agenda.
    Agenda {
        /// Its parts.
        parts: Vec<AgendaPart>,
    },
    /// The list of those present.
    Attendance(Attendance),
    /// A sheet that is filled in and signed by hand.
    Sheet(Sheet),
    /// Labelled lines such as the list of attachments.
    Lines {
        /// The lines.
        lines: Vec<LabelledLine>,
    },
    /// What a paper says of itself.
    Particulars {
        /// Labels with their entries.
        rows: Vec<Particular>,
    },
    /// The signatures.
    Signatures {
        /// How they appear.
        kind: SignatureKind,
        /// Chair left, clerk right, further chairs below.
        signers: Vec<Signer>,
    },
}

/// For serde: a number that is left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Where a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Start {
    /// Where there is room.
    Here,
    /// On a new page.
    NewPage,
}

/// Numbering of a list (ISO 32000-1, 14.8.5.5, `ListNumbering`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Numbering {
    /// 1. 2. 3.
    Decimal,
    /// a) b) c)
    LowerAlpha,
    /// Dashes.
    Dash,
    /// Labels of their own ("Zu a)").
    Own,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListItem {
    /// Label as printed: "1.", "a)", "–", "Zu a)".
    pub label: String,
    /// Content.
    pub blocks: Vec<Block>,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// Words.
    Left,
    /// Amounts.
    Right,
    /// Single letters.
    Center,
}

/// Kind of a table, for the rules drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TableKind {
    /// Figures or words in the text column, no rules between rows.
    Plain,
    /// Many narrow columns over the full width, with a grid of hairlines.
    Grid,
}

/// A table with one head row; the first column heads its row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Kind.
    pub kind: TableKind,
    /// Caption, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// Legend beside the caption, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legend: String,
    /// Alignment by column.
    pub columns: Vec<Align>,
    /// Head row.
    pub head: Vec<Vec<Inline>>,
    /// Body rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Row of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<Vec<Inline>>>,
    /// Cells that are one; what they cover is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merge>,
}

/// A decision with its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// "Beschluss:", "Antrag:"; empty for an outcome without a vote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The wording.
    pub wording: Vec<Block>,
    /// The result of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<VoteLine>,
    /// Votes by faction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
}

/// The result of a vote in words and figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteLine {
    /// "Abstimmungsergebnis:".
    pub lead: String,
    /// "einstimmig bei 1 Enthaltung angenommen".
    pub words: String,
    /// "Ja: 14, Nein: 0, Enthaltungen: 1", empty if no numbers are printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub figures: String,
}

/// A part of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaPart {
    /// "Öffentlicher Teil".
    pub name: String,
    /// Its entries.
    pub entries: Vec<AgendaEntry>,
}

/// An entry of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaEntry {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// "hier: ...", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Number of the paper, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper: String,
    /// Where the item stands in this document, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Anchor>,
    /// Sub-items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<AgendaEntry>,
}

/// The list of those present: two tables with groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attendance {
    /// Members and excused: columns group, name, status, faction.
    pub members: AttendanceTable,
    /// Administration, guests, clerk: columns group, name, office or organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<AttendanceTable>,
    /// Explanation of abbreviations.
    pub legend: String,
}

/// One of the tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceTable {
    /// Heads of the columns, the group's first.
    pub head: Vec<String>,
    /// Groups.
    pub groups: Vec<AttendanceGroup>,
}

/// A group: "Vorsitz", "Mitglieder", "Entschuldigt".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceGroup {
    /// Name.
    pub name: String,
    /// Persons; at least one.
    pub rows: Vec<AttendanceRow>,
}

/// A person in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceRow {
    /// "Dr. Mechthild Castendyk".
    pub name: String,
    /// "Vertretung für Frau Quade", "ab 16:53 Uhr": lines below the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<String>,
    /// Cells behind the name: status and faction, or office.
    pub cells: Vec<String>,
}

/// How signatures appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SignatureKind {
    /// Fields of the form, to be signed.
    Fields,
    /// Drawn frames without fields: a draft.
    Frames,
    /// "gez." and the name.
    Copy,
    /// Lines to sign on by hand.
    Lines,
}

/// Somebody who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signer {
    /// Name of the form field: "vorsitz", "schriftfuehrung", "2-vorsitz".
    pub field: String,
    /// "Annegret Falkenroth".
    pub name: String,
    /// "Ausschussvorsitzende".
    pub role: String,
    /// "zu TOP 5 und 6": what this signature is for, where several persons chaired.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub items: String,
    /// Picture of the signature, above the name of a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// Inline content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Inline {
    /// Text.
    Text {
        /// The characters; spaces are plain, layout binds what must not be parted.
        text: String,
        /// Face.
        #[serde(default, skip_serializing_if = "Face::is_regular")]
        face: Face,
        /// Underlined.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        underline: bool,
    },
    /// A link whose address is its text.
    Link {
        /// Address.
        href: String,
    },
    /// A footnote at this place.
    Footnote {
        /// Its number in the document.
        number: u32,
        /// Its text.
        content: Vec<Inline>,
    },
}

/// Face of a text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Face {
    /// Regular.
    #[default]
    Regular,
    /// Italic.
    Italic,
    /// Bold (printed as semibold).
    Bold,
    /// Bold italic.
    BoldItalic,
}

impl Face {
    /// Whether it is the usual one.
    pub fn is_regular(&self) -> bool {
        *self == Self::Regular
    }
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), face: Face::Regular, underline: false }
    }
}
