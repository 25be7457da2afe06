//! XML of a part: elements that close in the right order, and text of any origin.
//!
//! Characters that XML forbids are replaced by U+FFFD, which is seen; spaces, tabs and line ends are
//! written as the elements that keep them.

use super::OdtError;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// What stands for a character that XML cannot hold.
const SUBSTITUTE: char = '\u{fffd}';

/// Namespaces of all parts.
pub(super) const NAMESPACES: [(&str, &str); 10] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
];

/// XML under construction.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
    /// A space here would get lost.
    spaced: bool,
    /// The first fault; what comes after it does not count.
    fault: Option<std::io::Error>,
}

impl Xml {
    /// A part of a part, without a declaration.
    pub(super) fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()), open: Vec::new(), spaced: true, fault: None }
    }

    /// A part with its root, which stays open.
    pub(super) fn part(root: &'static str) -> Self {
        let mut xml = Self::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let version = [("office:version", "1.3")];
        let attributes: Vec<_> = NAMESPACES.into_iter().chain(version).collect();
        xml.open(root, &attributes);
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(fault) = self.writer.write_event(event) {
            self.fault.get_or_insert(fault);
        }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
        self.open.push(name);
        if matches!(name, "text:p" | "text:h") {
            self.spaced = true;
        }
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds words alone.
    pub(super) fn words(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.plain(&attribute(words));
        self.close();
    }

    fn plain(&mut self, words: &str) {
        if !words.is_empty() {
            self.event(Event::Text(BytesText::new(words)));
        }
    }

    /// Text of a paragraph, with all its spaces.
    pub(super) fn text(&mut self, words: &str) {
        let words = words.replace("\r\n", "\n");
        let mut plain = String::with_capacity(words.len());
        for character in words.chars() {
            let element = match character {
                '\t' => "text:tab",
                '\n' | '\r' => "text:line-break",
                // One more space than a reader of ODF keeps.
                ' ' if self.spaced => "text:s",
                other => {
                    self.spaced = other == ' ';
                    plain.push(clean(other));
                    continue;
                }
            };
            self.plain(&core::mem::take(&mut plain));
            self.empty(element, &[]);
            self.spaced = true;
        }
        self.plain(&plain);
    }

    /// Goes on behind something that stands between the words.
    pub(super) fn resume(&mut self) {
        self.spaced = false;
    }

    /// What was written, with all elements closed.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, OdtError> {
        while !self.open.is_empty() {
            self.close();
        }
        self.fault.map_or_else(|| Ok(self.writer.into_inner()), |fault| Err(fault.into()))
    }

    /// Puts a finished fragment here.
    pub(super) fn insert(&mut self, fragment: &[u8]) {
        self.writer.get_mut().extend_from_slice(fragment);
    }
}

fn start<'a>(name: &'static str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute((*key, attribute(value).as_ref()));
    }
    element
}

/// A value on one line.
fn attribute(value: &str) -> Cow<'_, str> {
    if value.chars().all(|character| !character.is_control() && clean(character) == character) {
        return Cow::Borrowed(value);
    }
    let one = |character| match character {
        '\t' | '\n' | '\r' => ' ',
        other => clean(other),
    };
    Cow::Owned(value.chars().map(one).collect())
}

/// The character, or what stands for it where XML 1.0 has none (2.2).
fn clean(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => character,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => SUBSTITUTE,
        other => other,
    }
}
