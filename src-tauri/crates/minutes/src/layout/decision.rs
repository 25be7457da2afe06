//! Decisions and outcomes: label, bar, wording, result, votes by faction.
//!
//! Up to half a page it stays whole; a longer one breaks inside its wording only.

use super::flow::{BODY, Flow, Place, beside, stack};
use super::inline::{Span, Style};
use super::strip::KEEP;
use super::text::together;
use super::units::{AREA, LABEL, LABEL_WIDTH, above, mm, pt};
use crate::document::{Block, Decision, Face, VoteLine};
use crate::frame::{Owner, Role};

const LABEL_STYLE: Style = Style::new(pt(110), pt(150));
const RESULT: Style = Style::new(pt(110), pt(150));

impl Flow<'_, '_> {
    pub(super) fn decision(&mut self, place: Place, decision: &Decision) {
        let node = self.tree.add(Role::Div, place.node);
        let inner = Place { node, tight: true, ..place };
        let start = self.strips.len();
        let labelled = !decision.label.is_empty();
        let before = if labelled { Some(pt(140)) } else { None };
        // An outcome stays with the paragraph before it.
        self.keep |= !labelled;
        self.after = self.after.max(before);
        self.wording(inner, decision);
        if let Some(result) = &decision.result {
            self.result(inner, result);
        }
        if let Some(table) = &decision.table {
            self.after = None;
            self.keep = true;
            self.table(inner, table, true);
        }
        self.bars += 1;
        let bar = self.bars;
        let strips = self.strips.get_mut(start..).unwrap_or_default();
        let height: i64 = strips.iter().skip(1).map(|strip| strip.before + strip.height).sum();
        for (at, strip) in strips.iter_mut().enumerate() {
            strip.bar = Some(bar);
            if at > 0 && height <= AREA / 2 {
                strip.level = strip.level.max(KEEP);
            }
        }
        self.after = Some(pt(150));
    }

    /// The label is part of the first paragraph of the wording.
    fn wording(&mut self, place: Place, decision: &Decision) {
        let mut blocks = decision.wording.as_slice();
        if !decision.label.is_empty() {
            let mut first: &[crate::document::Inline] = &[];
            if let Some((Block::Paragraph { label, content }, rest)) = blocks.split_first()
                && label.is_empty()
            {
                (first, blocks) = (content, rest);
            }
            let node = self.tree.add(Role::P, place.node);
            let own = self.tree.add(Role::Span, node);
            let spans = Self::span(&format!("{} ", decision.label), Face::Bold, own);
            let label = self.lines(&spans, LABEL_STYLE, LABEL_WIDTH - mm(100));
            let spans = self.spans(first, node, place.node, place.face);
            let lines = self.lines(&spans, BODY, place.width());
            let mut strips = stack(&lines, place.left, BODY);
            if strips.is_empty() {
                strips.push(super::strip::Strip::new(0, BODY.size));
            }
            beside(&mut strips, &label, LABEL, above(BODY.size), LABEL_STYLE, 0);
            self.take(strips, None, None);
            self.keep = !blocks.is_empty() && ends_with_colon(first);
        }
        for block in blocks {
            self.block(place, block);
        }
    }

    /// "Abstimmungsergebnis: ..." and the figures on a line of their own; no hyphen here.
    fn result(&mut self, place: Place, result: &VoteLine) {
        let node = self.tree.add(Role::P, place.node);
        let lead = self.tree.add(Role::Strong, node);
        let mut spans = Self::span(&format!("{} ", result.lead), Face::Bold, lead);
        spans.push(Span::new(&result.words, Face::Regular, Owner::Node(node)));
        if !result.figures.is_empty() {
            spans.push(Span::new(" ", Face::Regular, Owner::Node(node)));
        }
        let mut lines = self.lines(&spans, RESULT, place.width());
        let figures = Self::span(&result.figures, Face::Regular, node);
        lines.extend(self.lines(&figures, RESULT, place.width()));
        let mut strips = stack(&lines, place.left, RESULT);
        together(&mut strips);
        // The result has its own small space above it, and two lines of the wording.
        self.after = None;
        self.keep = true;
        self.take(strips, Some(pt(90)), None);
    }
}

fn ends_with_colon(content: &[crate::document::Inline]) -> bool {
    match content.last() {
        Some(crate::document::Inline::Text { text, .. }) => text.trim_end().ends_with(':'),
        _ => false,
    }
}
