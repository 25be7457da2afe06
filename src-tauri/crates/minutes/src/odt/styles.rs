//! `styles.xml`: the template. Named styles with the names that the office finds in its own program
//! where there are such, German ones elsewhere; list styles; pages with head and foot.
//!
//! Measures are the design's. Bold is bold here, not semibold: the font of the office may have no
//! third weight.

use super::OdtError;
use super::named::{CHARACTERS, Named, PARAGRAPHS};
use super::units::{HANG, mm};
use super::xml::Xml;
use crate::document::{Block, Document, Typeface};

/// List styles: name, form of the number, what follows it, width of the label.
const LISTS: [(&str, &str, &str, i64); 5] = [
    (NUMBERS, "1", ".", 700),
    (LETTERS, "a", ")", 700),
    (DASHES, "–", "", 700),
    (OWN, "", "", 1_200),
    (AGENDA, "", "", 900),
];
/// 1. 2. 3.
pub(super) const NUMBERS: &str = "Liste Zahlen";
/// a) b) c)
pub(super) const LETTERS: &str = "Liste Buchstaben";
/// Dashes.
pub(super) const DASHES: &str = "Liste Striche";
/// Labels that are part of the text.
pub(super) const OWN: &str = "Liste Zeichen im Text";
/// The agenda.
pub(super) const AGENDA: &str = "Liste Tagesordnung";

/// Levels that ODF programs know.
const LEVELS: i64 = 10;

/// Page styles: the first page and all others.
pub(super) const FIRST_PAGE: &str = "First_20_Page";
const PAGE: &str = "Standard";

/// A name as ODF writes it; the office sees it with spaces.
pub(super) fn encoded(name: &str) -> String {
    name.replace(' ', "_20_")
}

/// Marks that pages carry from some section on, in order, each once.
pub(super) fn marks(document: &Document) -> Vec<&str> {
    let mut marks: Vec<&str> = Vec::new();
    for block in &document.blocks {
        if let Block::Section { mark: Some(mark), .. } = block
            && !marks.contains(&mark.as_str())
        {
            marks.push(mark);
        }
    }
    marks
}

/// Name of the page style with a mark.
pub(super) fn marked_page(place: usize) -> String {
    format!("Kennzeichen_20_{}", place + 1)
}

/// Writes `styles.xml`.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, OdtError> {
    let mut xml = Xml::part("office:document-styles");
    fonts(&mut xml, document.typeface);
    xml.open("office:styles", &[]);
    defaults(&mut xml, document.typeface);
    for style in PARAGRAPHS {
        named(&mut xml, "paragraph", style);
    }
    for style in CHARACTERS {
        named(&mut xml, "text", style);
    }
    outline(&mut xml);
    for list in LISTS {
        list_style(&mut xml, list);
    }
    notes(&mut xml);
    xml.close();
    xml.open("office:automatic-styles", &[]);
    page_layout(&mut xml, "Seite1", false);
    page_layout(&mut xml, "Seite2", true);
    xml.close();
    xml.open("office:master-styles", &[]);
    let first = [("style:next-style-name", PAGE)];
    master_page(&mut xml, document, FIRST_PAGE, "First Page", &first, Head::None);
    master_page(&mut xml, document, PAGE, PAGE, &[], Head::Plain);
    for (place, mark) in marks(document).into_iter().enumerate() {
        master_page(&mut xml, document, &marked_page(place), mark, &[], Head::Marked(mark));
    }
    xml.finish()
}

/// Name of a typeface in programs of the office.
const fn name(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Sans => "Source Sans 3",
        Typeface::Serif => "Source Serif 4",
    }
}

/// The typeface of the PDF, and what takes its place where the office does not have it.
pub(super) fn fonts(xml: &mut Xml, typeface: Typeface) {
    let (others, kind) = match typeface {
        Typeface::Sans => {
            ("'Source Sans Pro', Carlito, Calibri, 'Liberation Sans', Arial", "swiss")
        }
        Typeface::Serif => {
            ("'Source Serif Pro', Caladea, Cambria, 'Liberation Serif', 'Times New Roman'", "roman")
        }
    };
    let name = name(typeface);
    let family = format!("'{name}', {others}");
    xml.open("office:font-face-decls", &[]);
    xml.empty(
        "style:font-face",
        &[
            ("style:name", name),
            ("svg:font-family", &family),
            ("style:font-family-generic", kind),
            ("style:font-pitch", "variable"),
        ],
    );
    xml.close();
}

fn defaults(xml: &mut Xml, typeface: Typeface) {
    xml.open("style:default-style", &[("style:family", "paragraph")]);
    xml.empty(
        "style:paragraph-properties",
        &[
            ("style:tab-stop-distance", "12.50mm"),
            ("style:writing-mode", "lr-tb"),
            ("fo:hyphenation-ladder-count", "2"),
        ],
    );
    xml.empty(
        "style:text-properties",
        &[
            ("style:font-name", name(typeface)),
            ("fo:font-size", "11pt"),
            ("fo:language", "de"),
            ("fo:country", "DE"),
            ("fo:hyphenate", "false"),
            ("fo:hyphenation-remain-char-count", "3"),
            ("fo:hyphenation-push-char-count", "3"),
            ("style:letter-kerning", "true"),
        ],
    );
    xml.close();
    xml.open("style:default-style", &[("style:family", "table")]);
    xml.empty("style:table-properties", &[("table:border-model", "collapsing")]);
    xml.close();
}

fn named(xml: &mut Xml, family: &str, style: &Named) {
    let [name, parent, next] = [style.name, style.parent, style.next].map(encoded);
    let level = style.level.map(|level| level.to_string()).unwrap_or_default();
    let all = [
        ("style:name", name.as_str()),
        ("style:display-name", style.name),
        ("style:family", family),
        ("style:parent-style-name", &parent),
        ("style:next-style-name", &next),
        ("style:default-outline-level", &level),
        ("style:class", if family == "paragraph" { "text" } else { "" }),
    ];
    let given: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    xml.open("style:style", &given);
    if !style.paragraph.is_empty() || !style.tabs.is_empty() {
        xml.open("style:paragraph-properties", style.paragraph);
        if !style.tabs.is_empty() {
            xml.open("style:tab-stops", &[]);
            for (place, kind) in style.tabs {
                xml.empty("style:tab-stop", &[("style:position", place), ("style:type", kind)]);
            }
            xml.close();
        }
        xml.close();
    }
    if !style.text.is_empty() {
        xml.empty("style:text-properties", style.text);
    }
    xml.close();
}

/// Headings carry the numbers of the agenda in their words, not of their own.
fn outline(xml: &mut Xml) {
    xml.open("text:outline-style", &[("style:name", "Outline")]);
    for level in 1..=LEVELS {
        let level = level.to_string();
        let none = ("style:num-format", "");
        xml.empty("text:outline-level-style", &[("text:level", &level), none]);
    }
    xml.close();
}

fn list_style(xml: &mut Xml, (name, format, suffix, width): (&str, &str, &str, i64)) {
    xml.open("text:list-style", &[("style:name", &encoded(name)), ("style:display-name", name)]);
    for level in 1..=LEVELS {
        let number = level.to_string();
        let mut properties = vec![("text:level", number.as_str())];
        let dash = name == DASHES;
        if dash {
            properties.push(("text:bullet-char", format));
        } else {
            properties.push(("style:num-format", format));
            properties.push(("style:num-suffix", suffix));
            properties.retain(|(key, value)| *key != "style:num-suffix" || !value.is_empty());
        }
        let element =
            if dash { "text:list-level-style-bullet" } else { "text:list-level-style-number" };
        xml.open(element, &properties);
        xml.open(
            "style:list-level-properties",
            &[("text:list-level-position-and-space-mode", "label-alignment")],
        );
        // Sub-items of the agenda have longer numbers.
        let width = if name == AGENDA && level > 1 { width + 200 } else { width };
        let before = (level - 1) * if name == AGENDA { 900 } else { 700 };
        let (left, indent) = (mm(before + width), mm(-width));
        let follows = if format.is_empty() { "nothing" } else { "listtab" };
        let mut place = vec![
            ("text:label-followed-by", follows),
            ("fo:margin-left", &left),
            ("fo:text-indent", &indent),
        ];
        if !format.is_empty() {
            place.push(("text:list-tab-stop-position", &left));
        }
        xml.empty("style:list-level-label-alignment", &place);
        xml.close();
        xml.close();
    }
    xml.close();
}

fn notes(xml: &mut Xml) {
    xml.empty(
        "text:notes-configuration",
        &[
            ("text:note-class", "footnote"),
            ("text:citation-style-name", "Footnote_20_Symbol"),
            ("text:citation-body-style-name", "Footnote_20_anchor"),
            ("style:num-format", "1"),
            ("text:start-value", "0"),
            ("text:footnotes-position", "page"),
            ("text:start-numbering-at", "document"),
        ],
    );
}

/// A4 with the margins of the design; from the second page on with a head.
fn page_layout(xml: &mut Xml, name: &str, head: bool) {
    xml.open("style:page-layout", &[("style:name", name)]);
    let left = mm(2_500 + HANG);
    let top = if head { "13.40mm" } else { "13.90mm" };
    xml.open(
        "style:page-layout-properties",
        &[
            ("fo:page-width", "210mm"),
            ("fo:page-height", "297mm"),
            ("style:print-orientation", "portrait"),
            ("fo:margin-top", top),
            ("fo:margin-bottom", "15.60mm"),
            ("fo:margin-left", &left),
            ("fo:margin-right", "28mm"),
            ("style:writing-mode", "lr-tb"),
        ],
    );
    xml.empty(
        "style:footnote-sep",
        &[
            ("style:width", "0.4pt"),
            ("style:rel-width", "24%"),
            ("style:color", "#000000"),
            ("style:line-style", "solid"),
            ("style:adjustment", "left"),
            ("style:distance-before-sep", "5mm"),
            ("style:distance-after-sep", "1mm"),
        ],
    );
    xml.close();
    if head {
        let space = [("fo:min-height", "6mm"), ("fo:margin-bottom", "11.80mm")];
        strip(xml, "style:header-style", &space);
    }
    strip(xml, "style:footer-style", &[("fo:min-height", "5mm"), ("fo:margin-top", "7.50mm")]);
    xml.close();
}

fn strip(xml: &mut Xml, name: &'static str, properties: &[(&str, &str)]) {
    xml.open(name, &[]);
    xml.empty("style:header-footer-properties", properties);
    xml.close();
}

/// The head of a page style.
#[derive(Clone, Copy)]
enum Head<'a> {
    None,
    Plain,
    Marked(&'a str),
}

/// A page style.
fn master_page(
    xml: &mut Xml,
    document: &Document,
    name: &str,
    shown: &str,
    next: &[(&str, &str)],
    head: Head<'_>,
) {
    let layout = if matches!(head, Head::None) { "Seite1" } else { "Seite2" };
    let own =
        [("style:name", name), ("style:display-name", shown), ("style:page-layout-name", layout)];
    let attributes: Vec<_> = own.into_iter().chain(next.iter().copied()).collect();
    xml.open("style:master-page", &attributes);
    if !matches!(head, Head::None) {
        let mark =
            if let Head::Marked(mark) = head { Some(mark) } else { document.mark.as_deref() };
        xml.open("style:header", &[]);
        xml.open("text:p", &[("text:style-name", "Header")]);
        xml.text(&document.title);
        xml.text("\t");
        let status = document.status.mark().map(|mark| ("Statusmarke", mark));
        for (style, mark) in mark.map(|mark| ("Kennzeichen", mark)).into_iter().chain(status) {
            xml.text(" ");
            // Its own spaces are the padding of the mark.
            xml.words("text:span", &[("text:style-name", style)], &padded(mark));
        }
        xml.close();
        xml.close();
    }
    xml.open("style:footer", &[]);
    xml.open("text:p", &[("text:style-name", "Footer")]);
    xml.text(&document.footer);
    xml.text("\tSeite ");
    xml.words("text:page-number", &[("text:select-page", "current")], "1");
    xml.text(" von ");
    xml.words("text:page-count", &[], "1");
    xml.close();
    xml.close();
    xml.close();
}

/// A mark with room beside it.
pub(super) fn padded(mark: &str) -> String {
    format!("\u{a0}{mark}\u{a0}")
}
