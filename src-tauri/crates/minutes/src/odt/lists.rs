//! Lists of the text. Numbers that count on are the format's own, so that they go on counting when
//! the office adds an entry; all other labels are part of the text.

use super::content::Content;
use super::styles::{self, DASHES, LETTERS, NUMBERS, OWN};
use crate::document::{Block, ListItem, Numbering};

/// A list around a place.
pub(super) struct Level {
    style: &'static str,
    /// Something stood between its entries that cannot be in a list.
    interrupted: bool,
}

impl Level {
    pub(super) fn new(style: &'static str) -> Self {
        Self { style, interrupted: false }
    }
}

impl Content {
    /// A list; its entries hold paragraphs and lists, everything else interrupts it.
    pub(super) fn list(&mut self, numbering: Numbering, items: &[ListItem]) {
        let Some(first) = items.first() else { return };
        let start = start(numbering, first);
        let counted = |(at, item): (usize, &ListItem)| label(numbering, start, at) == item.label;
        let style = match numbering {
            _ if !items.iter().enumerate().all(counted) => OWN,
            Numbering::Decimal => NUMBERS,
            Numbering::LowerAlpha => LETTERS,
            Numbering::Dash => DASHES,
            Numbering::Own => OWN,
        };
        let around = core::mem::replace(&mut self.body, "Listenabsatz");
        self.open_list(style);
        self.levels.push(Level::new(style));
        for (at, item) in items.iter().enumerate() {
            let value = (start + at).to_string();
            let counts = matches!(style, NUMBERS | LETTERS);
            let broken =
                self.levels.last_mut().map(|level| core::mem::take(&mut level.interrupted));
            let explicit = counts && (at == 0 && start != 1 || broken == Some(true));
            let attributes = [("text:start-value", value.as_str())];
            self.xml.open("text:list-item", if explicit { &attributes } else { &[] });
            self.entry(item, style == OWN);
            self.xml.close();
        }
        self.levels.pop();
        self.xml.close();
        self.body = around;
    }

    /// An entry; it begins with a paragraph, which carries its label.
    fn entry(&mut self, item: &ListItem, own: bool) {
        let (first, rest) = match item.blocks.split_first() {
            Some((Block::Paragraph { label, content }, rest)) if label.is_empty() => {
                (content.as_slice(), rest)
            }
            _ => (&[][..], item.blocks.as_slice()),
        };
        self.paragraph(self.body);
        if own {
            self.say(&item.label);
            self.xml.text("\t");
        }
        self.inlines(first);
        self.xml.close();
        self.blocks(rest);
    }

    /// Opens a list.
    pub(super) fn open_list(&mut self, style: &'static str) {
        self.xml.open("text:list", &[("text:style-name", &styles::encoded(style))]);
    }

    /// Something that cannot stand in a list: all lists around it end before it and go on behind it.
    pub(super) fn outside_of_lists(&mut self, write: impl FnOnce(&mut Self)) {
        for _ in 0..2 * self.levels.len() {
            self.xml.close();
        }
        write(self);
        for level in 0..self.levels.len() {
            let Some(known) = self.levels.get_mut(level) else { break };
            known.interrupted = true;
            let style = known.style;
            self.open_list(style);
            self.xml.open("text:list-header", &[]);
        }
    }
}

/// Number of the first entry.
fn start(numbering: Numbering, first: &ListItem) -> usize {
    match numbering {
        Numbering::Decimal => first.label.trim_end_matches('.').parse().unwrap_or(1),
        Numbering::LowerAlpha => {
            (1..=26).find(|at| label(numbering, *at, 0) == first.label).unwrap_or(1)
        }
        Numbering::Dash | Numbering::Own => 1,
    }
}

/// What the format prints before an entry.
fn label(numbering: Numbering, start: usize, at: usize) -> String {
    let number = start + at;
    match numbering {
        Numbering::Decimal => format!("{number}."),
        // Beyond z programs count in different ways.
        Numbering::LowerAlpha => ('a'..='z')
            .nth(number.saturating_sub(1))
            .map(|letter| format!("{letter})"))
            .unwrap_or_default(),
        Numbering::Dash => "–".to_owned(),
        Numbering::Own => String::new(),
    }
}
