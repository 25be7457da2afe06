//! From inline content to spans: faces, owners in the structure tree, links, marks of notes.
//!
//! It places nothing; the lines of a note are set here because its mark needs them.

use super::flow::{Flow, Goal, LinkTo, Note, stack};
use super::inline::{Span, Style, clean};
use super::units::{RIGHT, TEXT, pt};
use crate::document::{Face, Inline};
use crate::frame::{NodeId, Owner, Role};

const NOTE: Style = Style::new(pt(90), pt(120)).hyphens();
/// Space above each note, below the rule as well.
const NOTE_GAP: i64 = pt(20);

/// A face inside text of another face.
fn mixed(base: Face, face: Face) -> Face {
    match (base, face) {
        (Face::Regular, other) | (other, Face::Regular) => other,
        (Face::Bold, Face::Bold) => Face::Bold,
        (Face::Italic, Face::Italic) => Face::Italic,
        _ => Face::BoldItalic,
    }
}

/// "12" as raised figures.
fn raised(number: u32) -> String {
    let sign = |digit: char| match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    };
    number.to_string().chars().map(sign).collect()
}

impl Flow<'_, '_> {
    /// Spans of inline content. Its text belongs to `node`; notes are added to `notes`.
    pub(super) fn spans(
        &mut self,
        content: &[Inline],
        node: NodeId,
        notes: NodeId,
        base: Face,
    ) -> Vec<Span> {
        let mut spans = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::Text { text, face, underline } => {
                    let role = match face {
                        Face::Regular => None,
                        Face::Italic => Some(Role::Em),
                        Face::Bold | Face::BoldItalic => Some(Role::Strong),
                    };
                    if clean(text).is_empty() {
                        continue;
                    }
                    let owner = role.map_or(node, |role| self.tree.add(role, node));
                    let mut span = Span::new(text, mixed(base, *face), Owner::Node(owner));
                    span.underline = *underline;
                    spans.push(span);
                }
                Inline::Link { href } => spans.push(self.link(href, node, base)),
                Inline::Footnote { number, content } => {
                    let owner = self.tree.add(Role::Reference, node);
                    let mut span = Span::new(&raised(*number), base, Owner::Node(owner));
                    span.note = Some(self.note(*number, content, notes));
                    spans.push(span);
                }
            }
        }
        spans
    }

    fn link(&mut self, href: &str, node: NodeId, base: Face) -> Span {
        let node = self.tree.add(Role::Link, node);
        let mut span = Span::new(href, base, Owner::Node(node));
        span.link = Some(self.links.len());
        span.underline = true;
        span.address = true;
        let goal = Goal::Address(span.text.clone());
        self.links.push(LinkTo { node, goal, contents: format!("Verweis auf {href}") });
        span
    }

    fn note(&mut self, number: u32, content: &[Inline], parent: NodeId) -> usize {
        let node = self.tree.add(Role::Note, parent);
        let index = self.notes.len();
        self.notes.push(Note::default());
        if let Some(attributes) = self.tree.attributes(node) {
            attributes.id = Some(format!("note-{}", index + 1));
        }
        let label = self.tree.add(Role::Lbl, node);
        let mark = format!("{} ", raised(number));
        let mut spans = vec![Span::new(&mark, Face::Regular, Owner::Node(label))];
        spans.extend(self.spans(content, node, parent, Face::Regular));
        let lines = self.lines(&spans, NOTE, RIGHT - TEXT);
        let mut strips = stack(&lines, TEXT, NOTE);
        if let Some(first) = strips.first_mut() {
            first.before = NOTE_GAP;
        }
        let inner = strips.iter().flat_map(|strip| strip.notes.iter().copied()).collect();
        if let Some(note) = self.notes.get_mut(index) {
            *note = Note { lines: strips, inner };
        }
        index
    }

    /// A single span that belongs to an element.
    pub(super) fn span(text: &str, face: Face, node: NodeId) -> Vec<Span> {
        vec![Span::new(text, face, Owner::Node(node))]
    }
}
