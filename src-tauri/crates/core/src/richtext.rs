//! The one text tree: what the clerk writes under an item, and the wording put to a vote.
//!
//! It holds structure, no layout. The editor's own format is converted at the edge and never
//! stored. A [`Block::Fact`] is a slot that the minutes fill from the record. No `Debug` shows a word
//! of it, only how much there is (invariant: minutes text appears in no log).

mod picture;
mod table;

pub use picture::{MOST_PICTURES, Picture};
pub use table::{Align, Merge, Table};

use crate::characters;
use crate::{ActId, AgendaItemId};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize};

/// Deepest nesting of lists and quotes that is accepted.
pub const MAX_DEPTH: usize = 12;
/// What everybody else reads in the place of a redacted passage.
pub const REDACTED: &str = "[...]";
/// Longest text of one item in characters (about 200 pages).
pub const MAX_CHARACTERS: usize = 600_000;

/// A text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RichText {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A run of inline content; a plain string is read as one unmarked run.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Inlines(pub Vec<Inline>);

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Block {
    /// A paragraph; `item` puts the number of a sub-item beside it.
    Paragraph {
        /// Sub-item that the paragraph deals with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
        /// Content.
        content: Inlines,
    },
    /// A heading inside a report.
    Heading {
        /// Content.
        content: Inlines,
    },
    /// A list.
    List {
        /// Numbering.
        style: ListStyle,
        /// Number of the first entry.
        #[serde(default = "one")]
        start: u16,
        /// Entries.
        items: Vec<ListItem>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// A quotation.
    Quote {
        /// Content.
        blocks: Vec<Block>,
    },
    /// A slot filled from the record.
    Fact {
        /// What stands in it.
        fact: Fact,
    },
}

/// Numbering of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ListStyle {
    /// 1. 2. 3.
    Decimal,
    /// a) b) c)
    LowerAlpha,
    /// Dashes.
    Dash,
    /// Each entry brings its own label ("Zu a)").
    Labelled,
}

/// An entry of a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListItem {
    /// Label of a [`ListStyle::Labelled`] entry, empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Content.
    pub blocks: Vec<Block>,
}

/// Inline content.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Inline {
    /// Text in one face.
    Text {
        /// The characters.
        text: String,
        /// Marks in no particular order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marks: Vec<Mark>,
    },
    /// A link whose address is its text.
    Link {
        /// Absolute address.
        href: String,
    },
    /// A footnote.
    Footnote {
        /// Its text.
        content: Inlines,
    },
    /// A passage that only the complete minutes hold; everybody else reads [`REDACTED`].
    Redacted {
        /// What it says.
        content: Inlines,
    },
}

/// A mark on a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// Fett.
    Bold,
    /// Kursiv.
    Italic,
    /// Unterstrichen.
    Underline,
}

/// A part of the record that stands as a block in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Fact {
    /// What one act did: a vote with its wording and result, an arrival, a departure, a recusal,
    /// an outcome. A corrected act stands for what replaced it.
    Act {
        /// The act.
        act: ActId,
    },
    /// The opening sentence.
    Opening {},
    /// The finding on the invitation.
    Invitation {},
    /// Who stands in for whom, and who is missing.
    Substitutions {},
    /// The chair's finding on the quorum with its numbers.
    Quorum {},
}

fn one() -> u16 {
    1
}

impl<'de> Deserialize<'de> for Inlines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Plain(String),
            Runs(Vec<Inline>),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Plain(text) => Self::plain(text),
            Form::Runs(runs) => Self(runs),
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Inlines {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Inlines".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let runs = generator.subschema_for::<Vec<Inline>>();
        schemars::json_schema!({
            "description": "Runs of inline content; a plain string is one unmarked run.",
            "anyOf": [{ "type": "string" }, runs]
        })
    }
}

/// "12 characters".
struct Length<'a>(&'a str);

impl fmt::Debug for Length<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} characters", self.0.chars().count())
    }
}

impl fmt::Debug for Inlines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Inlines").field(&Length(&self.characters())).finish()
    }
}

impl fmt::Debug for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { text, marks } => {
                f.debug_struct("Text").field("text", &Length(text)).field("marks", marks).finish()
            }
            Self::Link { href } => f.debug_tuple("Link").field(&Length(href)).finish(),
            Self::Footnote { content } => f.debug_tuple("Footnote").field(content).finish(),
            Self::Redacted { .. } => f.write_str("Redacted"),
        }
    }
}

impl fmt::Debug for ListItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut item = f.debug_struct("ListItem");
        item.field("label", &Length(&self.label)).field("blocks", &self.blocks).finish()
    }
}

impl Inlines {
    /// One unmarked run; none for no text, so that an empty cell is written in one way.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        Self(vec![Inline::Text { text, marks: Vec::new() }])
    }
    /// The characters without marks, as everybody may read them; footnotes left out.
    pub fn characters(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text { text, .. } => out.push_str(text),
                Inline::Link { href } => out.push_str(href),
                Inline::Footnote { .. } => {}
                Inline::Redacted { .. } => out.push_str(REDACTED),
            }
        }
        out
    }
}

/// Why a text is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unfit {
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// Longer than [`MAX_CHARACTERS`].
    TooLong,
    /// A row of a table is not as wide as its head.
    RaggedTable,
    /// Cells of a table are one that cannot be.
    MergedCells,
    /// A passage is redacted in a text that everybody may read, or inside another such passage.
    Redacted,
    /// A picture stands where only words are put to the vote, moved or stated.
    Picture,
    /// A picture without words that say what it shows (ISO 14289-1, 7.3).
    NoAlternative,
    /// The pictures take more than [`MOST_PICTURES`].
    PicturesTooLarge,
    /// A link is not an absolute `https`, `http` or `mailto` address without blanks.
    BadLink,
    /// A character that breaks lines or turns the reading order round; structure is for blocks.
    Control,
}

impl RichText {
    /// One paragraph per text.
    pub fn paragraphs<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let blocks = texts
            .into_iter()
            .map(|text| Block::Paragraph { item: None, content: Inlines::plain(text) })
            .collect();
        Self { blocks }
    }

    /// Whether there is no block at all.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Checks the limits that every consumer relies on. Nothing of it may be redacted: what is put to
    /// the vote, moved or stated is read by everybody; it is words alone.
    pub fn check(&self) -> Result<(), Unfit> {
        check_blocks(&self.blocks, 0, &mut Checked { open: true, ..Checked::default() })
    }

    /// The same for what the clerk writes at an item, which may hold redacted passages and pictures.
    pub fn check_written(&self) -> Result<(), Unfit> {
        check_blocks(&self.blocks, 0, &mut Checked::default())
    }

    /// Its pictures, in their order.
    pub fn pictures(&self) -> Vec<&Picture> {
        let mut pictures = Vec::new();
        self.visit(&mut |block| {
            if let Block::Picture(picture) = block {
                pictures.push(picture);
            }
        });
        pictures
    }

    /// Whether a reader sees anything of it: blanks and facts alone are no wording.
    pub fn visible(&self) -> bool {
        let mut seen = false;
        let mut look = |text: &str| seen |= characters::visible(text);
        self.visit(&mut |block| match block {
            Block::Paragraph { content, .. } | Block::Heading { content } => {
                look(&content.characters());
            }
            Block::List { items, .. } => items.iter().for_each(|item| look(&item.label)),
            Block::Table(table) => {
                look(&table.caption);
                look(&table.legend);
                table.all_rows().flatten().for_each(|cell| look(&cell.characters()));
            }
            Block::Picture(picture) => look(&picture.alternative),
            Block::Quote { .. } | Block::Fact { .. } => {}
        });
        seen
    }

    /// Calls `visit` for every block, containers before their content.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit_blocks(&self.blocks, visit);
    }
}

fn visit_blocks<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List { items, .. } => {
                for item in items {
                    visit_blocks(&item.blocks, visit);
                }
            }
            Block::Quote { blocks } => visit_blocks(blocks, visit),
            _ => {}
        }
    }
}

/// How far a text is checked.
#[derive(Default)]
struct Checked {
    characters: usize,
    /// Bytes of the pictures.
    pictures: usize,
    /// Everybody reads what stands here.
    open: bool,
}

fn check_blocks(blocks: &[Block], depth: usize, so_far: &mut Checked) -> Result<(), Unfit> {
    if depth > MAX_DEPTH {
        return Err(Unfit::TooDeep);
    }
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content } => {
                check_inlines(content, depth, so_far)?;
            }
            Block::List { items, .. } => {
                for item in items {
                    check_text(&item.label, so_far)?;
                    check_blocks(&item.blocks, depth + 1, so_far)?;
                }
            }
            Block::Table(table) => {
                check_text(&table.caption, so_far)?;
                check_text(&table.legend, so_far)?;
                table.check()?;
                for cell in table.all_rows().flatten() {
                    check_inlines(cell, depth, so_far)?;
                }
            }
            Block::Picture(picture) => picture.check(so_far)?,
            Block::Quote { blocks } => check_blocks(blocks, depth + 1, so_far)?,
            Block::Fact { .. } => {}
        }
    }
    Ok(())
}

/// Counts a text that stands somewhere in the tree.
fn check_text(text: &str, so_far: &mut Checked) -> Result<(), Unfit> {
    so_far.characters = so_far.characters.saturating_add(text.chars().count());
    if so_far.characters > MAX_CHARACTERS {
        return Err(Unfit::TooLong);
    }
    if characters::unfit(text) { Err(Unfit::Control) } else { Ok(()) }
}

fn check_inlines(inlines: &Inlines, depth: usize, so_far: &mut Checked) -> Result<(), Unfit> {
    for inline in &inlines.0 {
        match inline {
            Inline::Text { text, .. } => check_text(text, so_far)?,
            Inline::Link { href } => {
                let known = ["https://", "http://", "mailto:"].iter().any(|s| href.starts_with(s));
                if !known || href.chars().any(|c| c.is_whitespace() || c.is_control()) {
                    return Err(Unfit::BadLink);
                }
                check_text(href, so_far)?;
            }
            Inline::Footnote { content } if depth <= MAX_DEPTH => {
                check_inlines(content, depth + 1, so_far)?;
            }
            Inline::Footnote { .. } => return Err(Unfit::TooDeep),
            Inline::Redacted { .. } if so_far.open => return Err(Unfit::Redacted),
            Inline::Redacted { content } => {
                so_far.open = true;
                let checked = check_inlines(content, depth, so_far);
                so_far.open = false;
                checked?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_string_reads_as_one_run_and_writes_as_a_list() {
        let text: RichText = serde_json::from_str(
            r#"{"blocks": [{"type": "paragraph", "content": "Keine Wortmeldungen."}]}"#,
        )
        .unwrap();
        assert_eq!(text, RichText::paragraphs(["Keine Wortmeldungen."]));
        let written = serde_json::to_string(&text).unwrap();
        assert_eq!(
            written,
            r#"{"blocks":[{"type":"paragraph","content":[{"type":"text","text":"Keine Wortmeldungen."}]}]}"#
        );
        assert_eq!(serde_json::from_str::<RichText>(&written).unwrap(), text);
    }

    #[test]
    fn unknown_fields_are_errors() {
        for bad in [
            r#"{"blocks": [], "more": 1}"#,
            r#"{"blocks": [{"type": "paragraph", "content": "x", "colour": "red"}]}"#,
            r#"{"blocks": [{"type": "fact", "fact": {"of": "opening", "x": 1}}]}"#,
        ] {
            assert!(serde_json::from_str::<RichText>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn limits_are_held() {
        let mut deep = RichText::paragraphs(["x"]);
        for _ in 0..=MAX_DEPTH {
            deep = RichText { blocks: vec![Block::Quote { blocks: deep.blocks }] };
        }
        assert_eq!(deep.check(), Err(Unfit::TooDeep));
        let long = RichText::paragraphs([&*"x".repeat(MAX_CHARACTERS + 1)]);
        assert_eq!(long.check(), Err(Unfit::TooLong));
        let link = |href: &str| RichText {
            blocks: vec![Block::Paragraph {
                item: None,
                content: Inlines(vec![Inline::Link { href: href.into() }]),
            }],
        };
        assert_eq!(link("https://www.kreis-wiesenthal.example/").check(), Ok(()));
        assert_eq!(link("javascript:alert(1)").check(), Err(Unfit::BadLink));
        assert_eq!(link("https://a b").check(), Err(Unfit::BadLink));
        let table = Table {
            caption: String::new(),
            legend: String::new(),
            columns: vec![Align::Left, Align::Right],
            head: vec![Inlines::plain("a"), Inlines::plain("b")],
            rows: vec![vec![Inlines::plain("1")]],
            total: None,
            merged: Vec::new(),
        };
        let ragged = RichText { blocks: vec![Block::Table(table)] };
        assert_eq!(ragged.check(), Err(Unfit::RaggedTable));
    }
    fn table(caption: &str, legend: &str) -> Block {
        Block::Table(Table {
            caption: caption.into(),
            legend: legend.into(),
            columns: vec![Align::Left],
            head: vec![Inlines::plain("")],
            rows: Vec::new(),
            total: None,
            merged: Vec::new(),
        })
    }

    fn labelled(label: &str) -> Block {
        let items = vec![ListItem { label: label.into(), blocks: Vec::new() }];
        Block::List { style: ListStyle::Labelled, start: 1, items }
    }

    fn content(inlines: Inline) -> Block {
        Block::Paragraph { item: None, content: Inlines(vec![inlines]) }
    }

    fn redacted(words: &str) -> Inline {
        Inline::Redacted { content: Inlines::plain(words) }
    }

    /// Every place where characters can stand, each with the same text in it.
    fn places(text: &str) -> Vec<RichText> {
        let link = Inline::Link { href: alloc::format!("https://{text}") };
        let footnote = Inline::Footnote { content: Inlines::plain(text) };
        [
            Block::Heading { content: Inlines::plain(text) },
            Block::Quote {
                blocks: vec![content(Inline::Text { text: text.into(), marks: vec![] })],
            },
            labelled(text),
            table(text, ""),
            table("", text),
            content(link),
            content(footnote),
            content(redacted(text)),
        ]
        .map(|block| RichText { blocks: vec![block] })
        .into()
    }

    #[test]
    fn every_string_is_counted_and_looked_through() {
        let long = "x".repeat(MAX_CHARACTERS + 1);
        for text in places(&long) {
            assert_eq!(text.check_written(), Err(Unfit::TooLong), "{text:?}");
        }
        for bad in ["\u{202E}", "\u{2066}", "\u{2028}"] {
            for text in places(bad) {
                let checked = text.check_written();
                assert!(matches!(checked, Err(Unfit::Control | Unfit::BadLink)), "{text:?}");
            }
        }
        for bad in ["zwei\nZeilen", "a\tb", "a\0"] {
            assert_eq!(RichText::paragraphs([bad]).check(), Err(Unfit::Control), "{bad:?}");
        }
    }

    #[test]
    fn blanks_and_facts_are_no_wording() {
        let fact = Block::Fact { fact: Fact::Quorum {} };
        for (blocks, expected) in [
            (vec![], false),
            (RichText::paragraphs(["", " \u{A0}", "\u{200B}"]).blocks, false),
            (vec![fact.clone()], false),
            (vec![table("", "")], false),
            (vec![labelled("Zu a)")], true),
            (vec![table("", "in Euro")], true),
            (vec![Block::Quote { blocks: RichText::paragraphs(["Ja."]).blocks }], true),
            (vec![fact, content(Inline::Link { href: "https://x.example".into() })], true),
        ] {
            let text = RichText { blocks };
            assert_eq!(text.visible(), expected, "{text:?}");
        }
    }

    #[test]
    fn debug_shows_no_word_of_a_text() {
        for text in places("Geheimnis") {
            let shown = alloc::format!("{text:?} {text:#?}");
            assert!(!shown.contains("Geheimnis") && shown.contains("characters"), "{shown}");
        }
    }

    #[test]
    fn a_redacted_passage_stands_in_what_the_clerk_writes_alone_and_is_read_by_nobody_else() {
        let name = || redacted("Herr Achterfeld");
        let text = RichText { blocks: vec![content(name())] };
        assert_eq!((text.check(), text.check_written()), (Err(Unfit::Redacted), Ok(())));
        assert_eq!(Inlines(vec![name()]).characters(), REDACTED);
        let written = r#"{"blocks":[{"type":"paragraph","content":[{"type":"redacted","content":[{"type":"text","text":"Herr Achterfeld"}]}]}]}"#;
        assert_eq!(serde_json::to_string(&text).unwrap(), written);
        assert_eq!(serde_json::from_str::<RichText>(written).unwrap(), text);
        // Two of them are fine, one in the other is not, wherever it hides.
        let two = Block::Paragraph { item: None, content: Inlines(vec![name(), name()]) };
        assert_eq!(RichText { blocks: vec![two] }.check_written(), Ok(()));
        let note = Inline::Footnote { content: Inlines(vec![name()]) };
        let inside = Inline::Redacted { content: Inlines(vec![note.clone()]) };
        for (inline, expected) in [(note, Ok(())), (inside, Err(Unfit::Redacted))] {
            assert_eq!(RichText { blocks: vec![content(inline)] }.check_written(), expected);
        }
    }
}
