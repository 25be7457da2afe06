//! The signatures: fields, frames of a draft, or "gez.".
//!
//! Two beside each other, the first two kept with the sentence before them; one alone stands where
//! the text does. The frame of a field and what stands in it are the field's own appearance and not
//! drawn here.

use super::flow::{Flow, Place};
use super::inline::Style;
use super::strip::{KEEP, RATHER_NOT, Strip};
use super::text::LETTER_GAP;
use super::units::{LABEL, above, mm, pt};
use crate::document::{Face, SignatureKind, Signer};
use crate::frame::{Field, Mpt, NodeId, Role};

const WIDTH: i64 = mm(7_500);
const HEIGHT: i64 = mm(2_600);
const COLUMNS: [i64; 2] = [LABEL, mm(10_700)];
/// Most that the picture of a signature takes.
const PICTURE: (i64, i64) = (mm(6_000), mm(1_500));
const FRAME: i64 = pt(6);
/// What stands above them on their page: six lines.
const COMPANY: i64 = pt(900);
const NAME: Style = Style::new(pt(110), pt(140));
const ROLE: Style = Style::new(pt(95), pt(121));
const INSIDE: Style = Style::new(pt(80), pt(100));

impl Flow<'_, '_> {
    pub(super) fn signatures(&mut self, place: Place, kind: SignatureKind, signers: &[Signer]) {
        let node = self.tree.add(Role::Div, place.node);
        let before = match kind {
            SignatureKind::Copy if signers.len() == 1 => LETTER_GAP,
            SignatureKind::Copy => pt(340),
            SignatureKind::Lines => pt(480),
            SignatureKind::Fields | SignatureKind::Frames => pt(270),
        };
        let columns = if signers.len() == 1 { [place.left, COLUMNS[1]] } else { COLUMNS };
        for (row, pair) in signers.chunks(COLUMNS.len()).enumerate() {
            let mut strip = Strip::new(0, 0);
            let pictures = pair.iter().any(|signer| signer.picture.is_some());
            for (signer, x) in pair.iter().zip(columns) {
                let bottom = match kind {
                    SignatureKind::Copy => {
                        if let Some(picture) = &signer.picture {
                            self.signature(&mut strip, node, picture, (x, PICTURE.1), PICTURE);
                        }
                        // Names stand on one line, whoever has a picture.
                        if pictures { PICTURE.1 + pt(30) } else { 0 }
                    }
                    SignatureKind::Lines => {
                        strip.rule(x, 0, WIDTH, pt(4));
                        pt(30)
                    }
                    _ => self.field(&mut strip, node, kind, signer, x),
                };
                let name = match kind {
                    SignatureKind::Copy => format!("gez. {}", signer.name),
                    _ => signer.name.clone(),
                };
                let y = self.words(&mut strip, node, &name, NAME, (x, bottom));
                let y = self.words(&mut strip, node, &signer.role, ROLE, (x, y + pt(30)));
                let y = if signer.items.is_empty() {
                    y
                } else {
                    self.words(&mut strip, node, &signer.items, ROLE, (x, y + pt(30)))
                };
                strip.height = strip.height.max(y);
            }
            if row == 0 {
                self.accompany();
            }
            self.keep = row == 0;
            strip.level = if row == 0 { KEEP } else { RATHER_NOT };
            self.take(vec![strip], Some(before), None);
        }
    }

    /// Signatures take some lines with them rather than stand on a page of their own.
    fn accompany(&mut self) {
        let mut above = 0;
        for strip in self.strips.iter_mut().rev() {
            above += strip.height + strip.before;
            if above > COMPANY {
                return;
            }
            strip.level = strip.level.max(RATHER_NOT);
        }
    }

    /// The frame with its field or with the words of a draft; gives the edge of the name below.
    fn field(
        &mut self,
        strip: &mut Strip,
        node: NodeId,
        kind: SignatureKind,
        signer: &Signer,
        x: i64,
    ) -> i64 {
        if kind == SignatureKind::Fields {
            let form = self.tree.add(Role::Form, node);
            let (width, height) = (Mpt(WIDTH), Mpt(HEIGHT));
            let mut description = format!("Unterschrift {} {}", signer.role, signer.name);
            if !signer.items.is_empty() {
                description.push_str(", ");
                description.push_str(&signer.items);
            }
            let name = signer.field.clone();
            let (x, y) = (Mpt(x), Mpt(0));
            strip.fields.push(Field { x, y, width, height, name, description, node: form });
        } else {
            strip.frame(x, 0, WIDTH, HEIGHT, FRAME);
            let words = "Signaturfeld – noch nicht unterzeichnet";
            self.words(strip, node, words, INSIDE, (x + mm(300), mm(240)));
        }
        HEIGHT + pt(55)
    }

    /// Sets words below a place and gives their lower edge; none take no room.
    fn words(
        &mut self,
        strip: &mut Strip,
        node: NodeId,
        words: &str,
        style: Style,
        (x, top): (i64, i64),
    ) -> i64 {
        if words.is_empty() {
            return top;
        }
        let node = self.tree.add(Role::P, node);
        let lines = self.lines(&Self::span(words, Face::Regular, node), style, WIDTH);
        let mut y = top;
        for (at, line) in lines.iter().enumerate() {
            y += if at > 0 { style.leading - style.size } else { 0 };
            strip.put(line, x, y + above(style.size), 0);
            y += style.size;
        }
        y
    }
}
