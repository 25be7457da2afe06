//! Inline content: faces, links, footnotes.

use super::automatic::Family;
use super::content::Content;
use crate::document::{Face, Inline};

/// What must not stand at the end of a line, before a number.
const BEFORE_NUMBER: [&str; 2] = ["§ ", "§§ "];
/// What must not stand at the beginning of a line, after a number.
const AFTER_NUMBER: [&str; 3] = [" EUR", " €", " %"];

impl Content {
    /// Inline content of a paragraph.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, face, underline } => self.faced(text, *face, *underline),
                Inline::Link { href } => self.link(href, "Internet link", href),
                Inline::Footnote { number, content } => self.note(*number, content),
            }
        }
    }

    fn faced(&mut self, text: &str, face: Face, underline: bool) {
        let mut properties = Vec::new();
        if matches!(face, Face::Bold | Face::BoldItalic) {
            properties.push(("fo:font-weight", "bold".to_owned()));
        }
        if matches!(face, Face::Italic | Face::BoldItalic) {
            properties.push(("fo:font-style", "italic".to_owned()));
        }
        if underline {
            properties.push(("style:text-underline-style", "solid".to_owned()));
        }
        if properties.is_empty() {
            return self.say(text);
        }
        let name = self.automatic.name(Family::Text, "", properties);
        self.xml.open("text:span", &[("text:style-name", &name)]);
        self.say(text);
        self.xml.close();
    }

    /// Words as they are, bound where a line must not end.
    pub(super) fn say(&mut self, words: &str) {
        self.xml.text(&bound(words));
    }

    /// Words in a named style.
    pub(super) fn styled(&mut self, style: &str, words: &str) {
        let style = super::styles::encoded(style);
        self.xml.open("text:span", &[("text:style-name", &style)]);
        self.say(words);
        self.xml.close();
    }

    /// Words that lead somewhere.
    pub(super) fn link(&mut self, to: &str, style: &str, words: &str) {
        let style = super::styles::encoded(style);
        let style = style.as_str();
        self.xml.open(
            "text:a",
            &[
                ("xlink:type", "simple"),
                ("xlink:href", to),
                ("text:style-name", style),
                ("text:visited-style-name", style),
            ],
        );
        self.say(words);
        self.xml.close();
    }

    /// A note in a note has no place in ODF; it stands in brackets there.
    fn note(&mut self, number: u32, content: &[Inline]) {
        if self.in_note {
            self.xml.text(" (");
            self.inlines(content);
            self.xml.text(")");
            return;
        }
        self.in_note = true;
        let id = format!("ftn{number}");
        self.xml.open("text:note", &[("text:id", &id), ("text:note-class", "footnote")]);
        self.xml.words("text:note-citation", &[], &number.to_string());
        self.xml.open("text:note-body", &[]);
        self.xml.open("text:p", &[("text:style-name", "Footnote")]);
        self.inlines(content);
        for _ in 0..3 {
            self.xml.close();
        }
        self.in_note = false;
        self.xml.resume();
    }
}

/// No-break spaces where a paragraph sign or a unit stands beside its number; all other spaces stay
/// what they are, so that the office finds what it searches for.
fn bound(words: &str) -> String {
    let mut bound = words.to_owned();
    for sign in BEFORE_NUMBER {
        bound = bound.replace(sign, &sign.replace(' ', "\u{a0}"));
    }
    for unit in AFTER_NUMBER {
        let mut parts = bound.split(unit);
        let mut joined = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let figure = joined.ends_with(|end: char| end.is_ascii_digit());
            joined.push_str(&if figure { unit.replace(' ', "\u{a0}") } else { unit.to_owned() });
            joined.push_str(part);
        }
        bound = joined;
    }
    bound
}

/// Whether a footnote stands in it.
pub(super) fn has_note(content: &[Inline]) -> bool {
    content.iter().any(|inline| matches!(inline, Inline::Footnote { .. }))
}

/// How many characters it prints, and those of its longest word.
pub(super) fn length(content: &[Inline]) -> (usize, usize) {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::Link { href } => words.push_str(href),
            Inline::Footnote { .. } => words.push('1'),
        }
    }
    let longest = words.split([' ', '\n', '-', '/']).map(|word| word.chars().count()).max();
    (words.chars().count(), longest.unwrap_or(0))
}
