//! The head of a letter (DIN 5008, form B): sender, address field, contact, subject.
//!
//! Long words push what is below them down, as on the first page of the minutes.

use super::flow::Flow;
use super::front::{MARK_PADDING, down};
use super::inline::Style;
use super::strip::Strip;
use super::structure::Tree;
use super::units::{LABEL, RIGHT, WIDE, mm, pt};
use crate::document::{Address, Document, Face};
use crate::frame::Role;

const RETURN: Style = Style::new(pt(80), pt(100));
const ADDRESS: Style = Style::new(pt(110), pt(150));
const SUBJECT: [Style; 2] = [Style::new(pt(140), pt(175)), Style::new(pt(120), pt(150))];
/// Width of the address field.
const FIELD: i64 = mm(8_500);
const RETURN_LINE: i64 = mm(6_050);
const ADDRESS_LINE: i64 = mm(6_500);
/// The contact begins here, and place and date stand here.
const CONTACT: [i64; 2] = [mm(5_270), mm(8_180)];
const SUBJECT_LINE: i64 = mm(10_060);
const MARK_LINE: i64 = mm(1_940);

impl Flow<'_, '_> {
    /// The head of the first page; its height ends below the subject.
    pub(super) fn letter(&mut self, document: &Document, address: &Address) -> Strip {
        let mut strip = Strip::default();
        let head = &document.letterhead;
        let left = self.sender(&mut strip, head);
        if let Some(mark) = &document.mark {
            let node = self.tree.add(Role::P, Tree::ROOT);
            let width = self.lines(&Self::span(mark, Face::Bold, node), ADDRESS, RIGHT - LABEL);
            let width = width.first().map_or(0, |line| line.width) + 2 * MARK_PADDING;
            self.framed(&mut strip, node, mark, (WIDE - width, MARK_LINE));
        }
        let mut baseline = RETURN_LINE.max(left + pt(300));
        if !address.sender.is_empty() {
            let node = self.tree.add(Role::P, Tree::ROOT);
            let spans = Self::span(&address.sender, Face::Regular, node);
            let lines = self.lines(&spans, RETURN, FIELD);
            baseline = down(&mut strip, &lines, LABEL, baseline, RETURN);
        }
        baseline = ADDRESS_LINE.max(baseline + ADDRESS.size);
        for words in &address.lines {
            let node = self.tree.add(Role::P, Tree::ROOT);
            let lines = self.lines(&Self::span(words, Face::Regular, node), ADDRESS, FIELD);
            baseline = down(&mut strip, &lines, LABEL, baseline, ADDRESS) + ADDRESS.leading;
        }
        let right = self.contact(&mut strip, head, CONTACT);
        let subject = SUBJECT_LINE.max(baseline + pt(150)).max(right + pt(300));
        let node = self.tree.heading(1, Tree::ROOT);
        let spans = Self::span(&format!("{} ", document.headline.title), Face::Bold, node);
        let (lines, style) = self.fitted(&spans, SUBJECT, RIGHT - LABEL);
        let last = down(&mut strip, &lines, LABEL, subject, style);
        if let Some(mark) = document.status.mark() {
            let end = lines.last().map_or(0, |line| line.width);
            self.badge(&mut strip, node, mark, (LABEL + end, last + pt(40)));
        }
        strip.height = last + style.size / 5;
        strip
    }
}
