//! The head of the first page: letterhead, contact, title.
//!
//! Without arms the body's name begins on the label axis, with them beside them. Long names push what is below them down;
//! in the usual case every baseline stands where the design measured it.

use super::flow::Flow;
use super::inline::{Span, Style};
use super::line::Line;
use super::strip::{Strip, frame};
use super::structure::Tree;
use super::units::{LABEL, RIGHT, mm, pt};
use crate::document::{Document, Face, Letterhead};
use crate::frame::{Artifact, Glyph, Ink, Mpt, NodeId, Role};
use crate::picture::Unread;

/// Upper edge of the arms, the most they take, and what they keep clear of the name.
const ARMS: i64 = mm(1_400);
const ARMS_MOST: (i64, i64) = (mm(3_400), mm(1_700));
const ARMS_CLEAR: i64 = mm(450);
const CONTACT: i64 = mm(12_500);
const CONTACT_VALUE: i64 = mm(14_100);
const BLOCK: Style = Style::new(pt(95), pt(130)).tabular();
const NAME: Style = Style::new(pt(170), pt(200));
const PLAIN: Style = Style::new(pt(110), pt(150));
const TITLE: Style = Style::new(pt(250), pt(300));
const LONG_TITLE: Style = Style::new(pt(150), pt(180));
/// Longer names and titles get smaller.
const MOST_LINES: usize = 4;
const SUBTITLE: Style = Style::new(pt(130), pt(160));
const BADGE: Style = Style::new(pt(120), pt(150));
/// The badge of a draft or sample: distance from the title, padding, height above and below its baseline.
const BADGE_GAP: i64 = pt(135);
const BADGE_PADDING: i64 = mm(200);
/// A mark in its frame.
const MARK: Style = Style::new(pt(110), pt(140));
pub(super) const MARK_PADDING: i64 = mm(160);

impl Flow<'_, '_> {
    /// The head of the first page; its height ends at the lower edge of the title block.
    pub(super) fn front(&mut self, document: &Document) -> Strip {
        let mut strip = Strip::default();
        let head = &document.letterhead;
        let left = self.sender(&mut strip, head);
        let right = self.contact(&mut strip, head, [mm(1_768), mm(4_810)]);
        // Usual: committee at 30.4 mm, place and date at 48.1 mm, title at 62.6 mm; a list without
        // the block on the right begins higher.
        let usual = if head.contact_name.is_empty() && head.place_and_date.is_empty() {
            mm(4_240)
        } else {
            mm(6_260)
        };
        let title = usual.max(left + pt(400)).max(right + pt(300));
        let words = &document.headline;
        let node = self.tree.heading(1, Tree::ROOT);
        let spans = Self::span(&format!("{} ", words.title), Face::Bold, node);
        let (lines, style) = self.fitted(&spans, [TITLE, LONG_TITLE], RIGHT - LABEL);
        let last = down(&mut strip, &lines, LABEL, title, style);
        let mut end = LABEL + lines.last().map_or(0, |line| line.width);
        if let Some(mark) = document.status.mark() {
            end = self.badge(&mut strip, node, mark, (end, last));
        }
        if let Some(mark) = &document.mark {
            self.framed(&mut strip, node, mark, (end + BADGE_GAP, last - pt(40)));
        }
        let mut bottom = last + pt(50);
        let mut baseline = last + mm(7_120) - mm(6_260);
        for (words, style, pitch) in
            [(&words.subtitle, SUBTITLE, mm(7_730) - mm(7_120)), (&words.scope, PLAIN, 0)]
        {
            if words.is_empty() {
                continue;
            }
            let node = self.tree.add(Role::P, Tree::ROOT);
            let lines = self.lines(&Self::span(words, Face::Regular, node), style, RIGHT - LABEL);
            let last = down(&mut strip, &lines, LABEL, baseline, style);
            bottom = last + style.size / 5;
            baseline = last + pitch;
        }
        strip.height = bottom;
        strip
    }

    /// Lines of at most a few; more are set in the smaller of two sizes.
    pub(super) fn fitted(
        &mut self,
        spans: &[Span],
        styles: [Style; 2],
        width: i64,
    ) -> (Vec<Line>, Style) {
        let [large, small] = styles;
        let lines = self.lines(spans, large, width);
        if lines.len() <= MOST_LINES {
            return (lines, large);
        }
        (self.lines(spans, small, width), small)
    }

    pub(super) fn sender(&mut self, strip: &mut Strip, head: &Letterhead) -> i64 {
        let mut baseline = mm(1_940);
        let mut last = baseline;
        let left = self.arms(strip, head);
        let parts = [
            (&head.body, Face::Bold, NAME, mm(2_510) - mm(1_940)),
            (&head.organ, Face::Regular, PLAIN, mm(3_040) - mm(2_510)),
            (&head.organization, Face::Bold, PLAIN, 0),
        ];
        for (words, face, style, pitch) in parts {
            if words.is_empty() {
                continue;
            }
            let node = self.tree.add(Role::P, Tree::ROOT);
            let spans = Self::span(words, face, node);
            let width = CONTACT - left - mm(500);
            let (lines, style) = self.fitted(&spans, [style, PLAIN], width);
            last = down(strip, &lines, left, baseline, style);
            baseline = last + pitch;
        }
        last
    }

    /// The arms, as an artifact: the name says the same. Gives where the name begins.
    fn arms(&mut self, strip: &mut Strip, head: &Letterhead) -> i64 {
        let Some(graphic) = &head.arms else { return LABEL };
        match self.shaper.memory.picture(graphic) {
            Ok(picture) => {
                let width = super::picture::arms(strip, &picture, LABEL, ARMS, ARMS_MOST);
                LABEL + width + ARMS_CLEAR
            }
            Err(why) => {
                self.unread = Some(Unread { alternative: None, why });
                LABEL
            }
        }
    }

    /// The block on the right, from its first baseline; gives that of place and date, which have a
    /// usual one.
    pub(super) fn contact(
        &mut self,
        strip: &mut Strip,
        head: &Letterhead,
        [first, usual]: [i64; 2],
    ) -> i64 {
        let mut baseline = first;
        for (words, face) in
            [(&head.contact_heading, Face::Bold), (&head.contact_name, Face::Regular)]
        {
            if words.is_empty() {
                continue;
            }
            let node = self.tree.add(Role::P, Tree::ROOT);
            let lines = self.lines(&Self::span(words, face, node), BLOCK, RIGHT - CONTACT);
            baseline = down(strip, &lines, CONTACT, baseline, BLOCK) + BLOCK.leading;
        }
        for line in head.contact.iter().filter(|line| !line.value.is_empty()) {
            let node = self.tree.add(Role::P, Tree::ROOT);
            let label = self.tree.add(Role::Span, node);
            let spans = Self::span(&format!("{} ", line.label), Face::Regular, label);
            let lines = self.lines(&spans, BLOCK, CONTACT_VALUE - CONTACT);
            let below = down(strip, &lines, CONTACT, baseline, BLOCK);
            let spans = Self::span(&line.value, Face::Regular, node);
            let lines = self.lines(&spans, BLOCK, RIGHT - CONTACT_VALUE);
            let last = down(strip, &lines, CONTACT_VALUE, baseline, BLOCK);
            baseline = last.max(below) + BLOCK.leading;
        }
        let last = baseline - BLOCK.leading;
        if head.place_and_date.is_empty() {
            return last;
        }
        let baseline = usual.max(last + pt(200));
        let node = self.tree.add(Role::P, Tree::ROOT);
        let spans = Self::span(&head.place_and_date, Face::Regular, node);
        let lines = self.lines(&spans, PLAIN, RIGHT - CONTACT);
        down(strip, &lines, CONTACT, baseline, PLAIN)
    }

    /// The mark, white on black, as part of the title that ends at a place; gives its own end.
    pub(super) fn badge(
        &mut self,
        strip: &mut Strip,
        heading: NodeId,
        mark: &str,
        (end, baseline): (i64, i64),
    ) -> i64 {
        let node = self.tree.add(Role::Span, heading);
        let mut lines = self.lines(&Self::span(mark, Face::Bold, node), BADGE, RIGHT - LABEL);
        let x = end + BADGE_GAP;
        let baseline = baseline - pt(40);
        for line in &mut lines {
            track(line);
            let width = line.width + 2 * BADGE_PADDING;
            strip.rule(x, baseline - 12_720, width, 18_240);
            strip.put(line, x + BADGE_PADDING, baseline, 0);
        }
        x + lines.first().map_or(0, |line| line.width + 2 * BADGE_PADDING)
    }

    /// A mark in its frame.
    pub(super) fn framed(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        mark: &str,
        (x, baseline): (i64, i64),
    ) {
        let node = self.tree.add(Role::Span, parent);
        let lines = self.lines(&Self::span(mark, Face::Bold, node), MARK, RIGHT - LABEL);
        for line in &lines {
            let width = line.width + 2 * MARK_PADDING;
            let (y, height) = (baseline - 11_920, 17_240);
            strip.artifacts.push(frame(x, y, width, height, pt(8), Artifact::Layout));
            strip.put(line, x + MARK_PADDING, baseline, 0);
        }
    }
}

/// Puts lines below each other and gives the last baseline.
pub(super) fn down(strip: &mut Strip, lines: &[Line], x: i64, first: i64, style: Style) -> i64 {
    let mut baseline = first;
    for (at, line) in lines.iter().enumerate() {
        baseline = first + i64::try_from(at).unwrap_or(0) * style.leading;
        strip.put(line, x, baseline, 0);
    }
    baseline
}

/// White letters, spaced by 0.06 em.
pub(super) fn track(line: &mut Line) {
    line.width = 0;
    for (_, run) in &mut line.runs {
        run.ink = Ink::White;
        run.x.0 = line.width;
        let space = run.size.0 * 6 / 100;
        let wider = |(glyph, text): (Glyph, &str)| {
            let advance = Mpt(glyph.advance.0 + space);
            line.width += advance.0;
            (Glyph { advance, ..glyph }, text.to_owned())
        };
        run.glyphs = run.glyphs.iter().map(wider).collect();
        // The last letter needs no space behind it.
        line.width -= space;
    }
}
