//! Headings, paragraphs, quotations, lists and labelled lines.
//!
//! Measures are the design's; spaces are edge to edge. Nothing here knows a page.

use super::flow::{BODY, Flow, Place, beside, stack};
use super::inline::{Span, Style};
use super::strip::{KEEP, Strip};
use super::units::{GAP, LABEL, LABEL_WIDTH, RIGHT, TEXT, WIDE, above, mm, pt};
use crate::document::{Block, Face, Inline, LabelledLine, ListItem, Numbering, Start};
use crate::frame::{NodeId, Owner, Role};

const SECTION: Style = Style::new(pt(150), pt(180));
/// In a letter, which is to have one page if it can.
const LETTER_SECTION: Style = Style::new(pt(120), pt(150));
/// Space between the paragraphs of a letter.
pub(super) const LETTER_GAP: i64 = pt(75);
const ITEM: Style = Style::new(pt(120), pt(150));
const SUBHEADING: Style = Style::new(pt(110), pt(150));
/// Words on the label axis.
pub(super) const AXIS: Style = Style::new(pt(95), pt(125));
const LINES: Style = Style::new(pt(105), pt(135));
/// Deeper lists are not indented further than this column allows.
const LEAST_COLUMN: i64 = mm(3_000);
const QUOTE_INDENT: i64 = mm(700);
/// Where a label takes more than the column has, it stands above its text; the text stands so far
/// in, and its column keeps so much.
const NARROW_INDENT: i64 = mm(400);
const NARROWEST: i64 = mm(1_200);

/// Words of the heading of an item.
pub(super) struct Heading<'a> {
    pub(super) label: &'a str,
    pub(super) title: &'a str,
    pub(super) subject: &'a str,
    pub(super) paper: &'a str,
    pub(super) anchor: &'a str,
}

/// Where the label of a list stands, and how far in its text.
#[derive(Debug, Clone, Copy)]
enum Label {
    Beside(i64),
    Above(i64),
}

impl Flow<'_, '_> {
    /// Heading of the second level.
    pub(super) fn section(&mut self, place: Place, title: &str, start: Start, mark: Option<&str>) {
        let letter = place.left == LABEL;
        let style = if letter { LETTER_SECTION } else { SECTION };
        let node = self.tree.heading(2, Place::BODY.node);
        let spans = Self::span(title, Face::Bold, node);
        let lines = self.lines(&spans, style, RIGHT - LABEL);
        let mut strips = stack(&lines, LABEL, style);
        together(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.bookmark = Some((title.to_owned(), 1));
            first.new_page = start == Start::NewPage;
            first.mark = mark.map(str::to_owned);
        }
        let [before, after] = if letter { [pt(140), pt(50)] } else { [pt(270), pt(100)] };
        self.take(strips, Some(before), Some(after));
        self.keep = true;
    }

    /// Heading of an item: label and title on one baseline, "hier:" on its own line, the paper moves
    /// down as a whole.
    pub(super) fn item(&mut self, words: &Heading<'_>) {
        let node = self.tree.heading(3, Place::BODY.node);
        let mut label = Vec::new();
        if !words.label.is_empty() {
            let own = self.tree.add(Role::Span, node);
            let spans = Self::span(&format!("{} ", words.label), Face::Bold, own);
            label = self.lines(&spans, ITEM, LABEL_WIDTH + mm(200));
        }
        let mut first = Self::span(words.title, Face::Bold, node);
        let mut second = Vec::new();
        if !words.subject.is_empty() {
            first.extend(Self::span(" ", Face::Regular, node));
            second = Self::span(words.subject, Face::Regular, node);
        }
        if !words.paper.is_empty() {
            let target = if second.is_empty() { &mut first } else { &mut second };
            target.extend(Self::span(" ", Face::Regular, node));
            let mut paper = Span::new(words.paper, Face::Regular, Owner::Node(node));
            paper.whole = true;
            target.push(paper);
        }
        let mut lines = self.lines(&first, ITEM, RIGHT - TEXT);
        lines.extend(self.lines(&second, ITEM, RIGHT - TEXT));
        let mut strips = stack(&lines, TEXT, ITEM);
        if strips.is_empty() {
            strips.push(Strip::new(0, ITEM.size));
        }
        beside(&mut strips, &label, LABEL, above(ITEM.size), ITEM, 0);
        together(&mut strips);
        if let Some(strip) = strips.first_mut() {
            let title = format!("{} {}", words.label, words.title).trim().to_owned();
            strip.bookmark = Some((title, 2));
            strip.anchors.push(words.anchor.to_owned());
        }
        self.take(strips, Some(pt(240)), Some(pt(65)));
        self.keep = true;
    }

    /// Heading inside a report.
    pub(super) fn subheading(&mut self, place: Place, content: &[Inline]) {
        let node = self.tree.heading(4, place.node);
        let spans = self.spans(content, node, place.node, Face::Bold);
        let lines = self.lines(&spans, SUBHEADING, place.width());
        let mut strips = stack(&lines, place.left, SUBHEADING);
        together(&mut strips);
        self.take(strips, Some(GAP), Some(pt(40)));
        self.keep = true;
    }

    /// A paragraph with its label on the label axis.
    pub(super) fn paragraph(&mut self, place: Place, label: &str, content: &[Inline]) {
        let node = self.tree.add(Role::P, place.node);
        let axis = place.left == TEXT && !label.is_empty();
        let marks = if axis { self.axis_label(label, node) } else { Vec::new() };
        let mut spans = Vec::new();
        if !axis && !label.is_empty() {
            let own = self.tree.add(Role::Span, node);
            spans = Self::span(&format!("{label} "), place.face, own);
        }
        spans.extend(self.spans(content, node, place.node, place.face));
        let lines = self.lines(&spans, BODY, place.width());
        let mut strips = stack(&lines, place.left, BODY);
        if strips.is_empty() {
            if marks.is_empty() {
                return;
            }
            strips.push(Strip::new(0, BODY.size));
        }
        beside(&mut strips, &marks, LABEL, above(BODY.size), AXIS, 0);
        let gap = (place.left == LABEL).then_some(LETTER_GAP);
        self.take(strips, gap, gap);
        self.keep = introduces(content);
    }

    /// Lines of a word on the label axis.
    pub(super) fn axis_label(&mut self, label: &str, node: NodeId) -> Vec<super::line::Line> {
        let node = self.tree.add(Role::Span, node);
        let spans = Self::span(&format!("{label} "), Face::Regular, node);
        self.lines(&spans, AXIS, LABEL_WIDTH)
    }

    /// Blocks set further in, from edge to edge of the column.
    pub(super) fn quote(&mut self, place: Place, blocks: &[Block]) {
        let node = self.tree.add(Role::BlockQuote, place.node);
        let inner = inset(place, QUOTE_INDENT);
        let right = (inner.right - QUOTE_INDENT).max(inner.left + LEAST_COLUMN.min(inner.width()));
        self.blocks(Place { right, node, ..inner }, blocks);
    }

    /// A list.
    pub(super) fn list(&mut self, place: Place, numbering: Numbering, items: &[ListItem]) {
        let node = self.tree.add(Role::L, place.node);
        if let Some(attributes) = self.tree.attributes(node) {
            attributes.numbering = Some(numbering);
        }
        let long = items.iter().any(|item| item.blocks.len() > 1);
        let (before, between) = spaces(place, numbering, long);
        let indent = self.indent(numbering, items, place);
        let label = if place.width() - indent < LEAST_COLUMN {
            Label::Above(NARROW_INDENT.min((place.width() - NARROWEST).max(0)))
        } else {
            Label::Beside(indent)
        };
        for (at, item) in items.iter().enumerate() {
            let entry = self.tree.add(Role::Li, node);
            self.after = if at == 0 { self.after.max(before) } else { Some(between) };
            self.entry(Place { node: entry, ..place }, label, item);
        }
        self.after = None;
    }

    fn entry(&mut self, place: Place, how: Label, item: &ListItem) {
        let label = self.tree.add(Role::Lbl, place.node);
        let spans = Self::span(&item.label, place.face, label);
        let (indent, room) = match how {
            Label::Beside(indent) => (indent, indent.max(mm(500))),
            Label::Above(indent) => (indent, place.width()),
        };
        let label = self.lines(&spans, BODY.tabular(), room);
        let node = self.tree.add(Role::LBody, place.node);
        let left = place.left + indent;
        let inner = Place { node, depth: place.depth + 1, left, ..place };
        let start = self.strips.len();
        if matches!(how, Label::Above(_)) && !label.is_empty() {
            let mut strips = stack(&label, place.left, BODY);
            together(&mut strips);
            self.take(strips, None, Some(BODY.leading - BODY.size));
            self.keep = true;
        }
        for (at, block) in item.blocks.iter().enumerate() {
            self.block(inner, block);
            if let (0, Block::Paragraph { .. }) = (at, block) {
                // A question stays with its answer.
                self.keep |= item.blocks.len() > 1;
                self.after = item.blocks.get(1).and_then(answer_space);
            }
        }
        if self.strips.len() == start {
            self.take(vec![Strip::new(0, BODY.size)], None, None);
        }
        self.keep = self.keep && item.blocks.last().is_some_and(block_introduces);
        if let (Label::Beside(_), Some(strips)) = (how, self.strips.get_mut(start..)) {
            beside(strips, &label, place.left, above(BODY.size), BODY, 0);
        }
    }

    /// How far the text of a list stands from its labels.
    fn indent(&mut self, numbering: Numbering, items: &[ListItem], place: Place) -> i64 {
        let usual = match numbering {
            Numbering::Decimal if place.tight => mm(600),
            Numbering::Decimal | Numbering::LowerAlpha => mm(700),
            Numbering::Dash => mm(500),
            Numbering::Own => mm(1_200),
        };
        let mut widest = 0;
        for item in items {
            let spans = vec![Span::new(&item.label, place.face, Owner::Node(place.node))];
            let lines = self.lines(&spans, BODY.tabular(), place.width());
            widest = lines.iter().map(|line| line.width).fold(widest, i64::max);
        }
        let most = (place.width() / 2).max(mm(500));
        usual.max(widest + mm(180)).min(most)
    }

    /// Labelled lines, such as the list of attachments. Where a label would have two lines, all are
    /// as small as the words on the axis.
    pub(super) fn labelled_lines(&mut self, place: Place, lines: &[LabelledLine]) {
        let right = if place.left == LABEL { WIDE } else { RIGHT };
        let small = lines.iter().any(|line| {
            let spans = Self::span(&line.label, Face::Regular, place.node);
            self.lines(&spans, LINES, LABEL_WIDTH).len() > 1
        });
        let label = if small { AXIS } else { LINES };
        for (at, line) in lines.iter().enumerate() {
            let before = if at == 0 { None } else { Some(pt(42)) };
            self.labelled_line(line, [label, LINES], before, right);
        }
    }

    /// A line with its label on the label axis.
    pub(super) fn labelled_line(
        &mut self,
        line: &LabelledLine,
        [label, value]: [Style; 2],
        before: Option<i64>,
        right: i64,
    ) {
        let node = self.tree.add(Role::P, Place::BODY.node);
        let own = self.tree.add(Role::Span, node);
        let spans = Self::span(&format!("{} ", line.label), Face::Regular, own);
        let marks = self.lines(&spans, label, LABEL_WIDTH);
        let spans = Self::span(&line.value, Face::Regular, node);
        let lines = self.lines(&spans, value, right - TEXT);
        let mut strips = stack(&lines, TEXT, value);
        if strips.is_empty() {
            strips.push(Strip::new(0, value.size));
        }
        beside(&mut strips, &marks, LABEL, above(value.size), label, 0);
        self.take(strips, before, None);
    }
}

/// A column that begins further right, but never gets too narrow.
fn inset(place: Place, indent: i64) -> Place {
    let most = (place.width() - LEAST_COLUMN).max(0);
    Place { left: place.left + indent.min(most), ..place }
}

/// Space above a list and between its entries.
fn spaces(place: Place, numbering: Numbering, long: bool) -> (Option<i64>, i64) {
    match numbering {
        Numbering::Dash => (Some(pt(40)), pt(40)),
        Numbering::Own => (None, GAP),
        _ if place.tight => (Some(pt(60)), pt(60)),
        Numbering::Decimal if long => (None, pt(130)),
        Numbering::Decimal => (Some(pt(60)), pt(60)),
        Numbering::LowerAlpha => (None, pt(40)),
    }
}

/// Space between the first paragraph of an entry and a second one.
fn answer_space(second: &Block) -> Option<i64> {
    matches!(second, Block::Paragraph { .. }).then_some(pt(75))
}

/// Strips of one heading stay together.
pub(super) fn together(strips: &mut [Strip]) {
    for strip in strips.iter_mut().skip(1) {
        strip.level = strip.level.max(KEEP);
    }
}

/// Whether a text announces what follows.
fn introduces(content: &[Inline]) -> bool {
    match content.last() {
        Some(Inline::Text { text, .. }) => text.trim_end().ends_with(':'),
        _ => false,
    }
}

fn block_introduces(block: &Block) -> bool {
    matches!(block, Block::Paragraph { content, .. } if introduces(content))
}
