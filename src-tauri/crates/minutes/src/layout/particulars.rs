//! What a paper says of itself: labels on their axis, beside each one entry or several.

use super::flow::{Flow, Place, beside, stack};
use super::inline::Style;
use super::line::Line;
use super::strip::Strip;
use super::text::{AXIS, together};
use super::units::{LABEL, LABEL_WIDTH, above, pt};
use crate::document::{Face, Particular};
use crate::frame::Role;

const VALUE: Style = Style::new(pt(110), pt(140));
/// Space above the first label, above the others, and between the entries of one.
const FIRST: i64 = pt(175);
const NEXT: i64 = pt(70);
const ENTRY: i64 = pt(55);

impl Flow<'_, '_> {
    /// Particulars; an entry is one paragraph, whatever lines it has.
    pub(super) fn particulars(&mut self, place: Place, rows: &[Particular]) {
        let none = [Vec::new()];
        for (at, row) in rows.iter().enumerate() {
            let entries = if row.entries.is_empty() { &none[..] } else { &row.entries };
            for (number, entry) in entries.iter().enumerate() {
                let before = match (at, number) {
                    (0, 0) => FIRST,
                    (_, 0) => NEXT,
                    _ => ENTRY,
                };
                let label = if number == 0 { row.label.as_str() } else { "" };
                self.particular(place, label, entry, before);
            }
        }
    }

    fn particular(&mut self, place: Place, label: &str, entry: &[String], before: i64) {
        let node = self.tree.add(Role::P, place.node);
        let mut marks = Vec::new();
        if !label.is_empty() {
            let own = self.tree.add(Role::Span, node);
            let spans = Self::span(&format!("{label} "), Face::Regular, own);
            marks = self.lines(&spans, AXIS, LABEL_WIDTH);
        }
        let mut lines: Vec<Line> = Vec::new();
        for (at, words) in entry.iter().enumerate() {
            let gap = if at + 1 < entry.len() { " " } else { "" };
            let spans = Self::span(&format!("{words}{gap}"), Face::Regular, node);
            lines.extend(self.lines(&spans, VALUE, place.width()));
        }
        let mut strips = stack(&lines, place.left, VALUE);
        if strips.is_empty() {
            strips.push(Strip::new(0, VALUE.size));
        }
        together(&mut strips);
        beside(&mut strips, &marks, LABEL, above(VALUE.size), AXIS, 0);
        self.take(strips, Some(before), None);
    }
}
