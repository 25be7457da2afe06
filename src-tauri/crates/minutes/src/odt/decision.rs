//! Decisions with their bar, and the lines for the signatures: tables whose rules are the bar and
//! the lines, for nothing else in ODF stands beside several paragraphs, lists and tables at once.

use super::automatic::Properties;
use super::content::Content;
use super::units::{FULL, HANG, mm};
use crate::document::{Block, Decision, Inline, ListItem, SignatureKind, Signer, VoteLine};

/// From the bar to the text axis.
const BAR: i64 = 350;
/// Decisions up to so many characters stay on one page: about half of it.
const WHOLE: usize = 1_500;
/// What a picture counts there.
const PICTURE: usize = 1_000;
/// Width of a signature, and the space between two.
const SIGNATURE: i64 = 7_500;
const BETWEEN: i64 = 700;
/// Most that the picture of a signature takes.
const PICTURE_OF_SIGNATURE: (i64, i64) = (6_000, 1_500);

impl Content {
    pub(super) fn decision(&mut self, decision: &Decision) {
        self.once.clear();
        let labelled = !decision.label.is_empty();
        let own = vec![
            ("fo:margin-top", if labelled { "14pt" } else { "9pt" }.to_owned()),
            ("fo:margin-bottom", "7.5pt".to_owned()),
        ];
        self.open_table("Beschluss", &[HANG - BAR, FULL - HANG + BAR], -HANG, own);
        self.open_row(size(&decision.wording) <= WHOLE);
        self.cell(plain(&[]), (1, 1));
        self.paragraph("Beschlusswort");
        self.say(&decision.label);
        self.xml.close();
        self.xml.close();
        let bar = vec![
            ("fo:border-left", "1.6pt solid #000000".to_owned()),
            ("fo:padding-left", mm(BAR - 56)),
        ];
        self.cell(plain(&bar), (1, 1));
        self.in_cell = true;
        self.once.push(("fo:margin-top", "0pt".to_owned()));
        self.within_decision(decision);
        self.in_cell = false;
        for _ in 0..3 {
            self.xml.close();
        }
    }

    fn within_decision(&mut self, decision: &Decision) {
        let levels = core::mem::take(&mut self.levels);
        let around = core::mem::replace(&mut self.body, "Beschluss");
        let mut blocks = decision.wording.as_slice();
        if let Some((first @ Block::Paragraph { .. }, rest)) = blocks.split_first() {
            let first = core::slice::from_ref(first);
            self.first_block(first, !rest.is_empty() || decision.result.is_some());
            blocks = rest;
        }
        self.blocks(blocks);
        if let Some(result) = &decision.result {
            self.result(result);
        }
        if let Some(table) = &decision.table {
            self.table(table);
        }
        if decision.wording.is_empty() && decision.result.is_none() && decision.table.is_none() {
            self.paragraph("Beschluss");
            self.xml.close();
        }
        self.body = around;
        self.levels = levels;
    }

    /// The first paragraph, at the upper end of the bar.
    fn first_block(&mut self, block: &[Block], goes_on: bool) {
        if goes_on {
            self.once.push(("fo:keep-with-next", "always".to_owned()));
        }
        self.blocks(block);
    }

    fn result(&mut self, result: &VoteLine) {
        self.once.clear();
        self.paragraph("Abstimmungsergebnis");
        self.styled("Stichwort", &result.lead);
        self.xml.text(" ");
        self.say(&result.words);
        if !result.figures.is_empty() {
            self.xml.text("\n");
            self.say(&result.figures);
        }
        self.xml.close();
    }

    /// Lines to sign on, or the names of a copy. A file of this format is not signed; the lines are
    /// for paper.
    pub(super) fn signatures(&mut self, kind: SignatureKind, signers: &[Signer]) {
        self.once.clear();
        let copy = kind == SignatureKind::Copy;
        let before = if copy { "34pt" } else { "18mm" };
        for pair in signers.chunks(2) {
            let own = vec![
                ("fo:margin-top", before.to_owned()),
                ("style:may-break-between-rows", "false".to_owned()),
            ];
            let rest = FULL - 2 * SIGNATURE - BETWEEN;
            let columns = [SIGNATURE, BETWEEN, SIGNATURE + rest];
            self.open_table("Unterschriften", &columns, -HANG, own);
            self.open_row(true);
            // Names stand on one line, whoever has a picture.
            let pictures = copy && pair.iter().any(|signer| signer.picture.is_some());
            for place in 0..columns.len() {
                let signer = pair.get(place / 2).filter(|_| place != 1);
                let line = signer.is_some() && !copy;
                let mut own = Vec::new();
                if line {
                    own.push(("fo:border-top", "0.6pt solid #000000".to_owned()));
                }
                if pictures {
                    own.push(("style:vertical-align", "bottom".to_owned()));
                }
                self.cell(plain(&own), (1, 1));
                if let Some(signer) = signer {
                    self.signer(signer, copy);
                } else {
                    self.paragraph("Unterschrift Funktion");
                    self.xml.close();
                }
                self.xml.close();
            }
            self.xml.close();
            self.xml.close();
        }
    }

    fn signer(&mut self, signer: &Signer, copy: bool) {
        let name = if copy { format!("gez. {}", signer.name) } else { signer.name.clone() };
        if let Some(picture) = signer.picture.as_ref().filter(|_| copy) {
            self.frame("Unterschrift Name", picture, PICTURE_OF_SIGNATURE);
        }
        self.line("Unterschrift Name", &name);
        self.line("Unterschrift Funktion", &signer.role);
        self.line("Unterschrift Funktion", &signer.items);
    }
}

/// A cell without room, but for what it has itself.
fn plain(own: &[(&'static str, String)]) -> Properties {
    let usual = [
        ("fo:border", "none".to_owned()),
        ("fo:padding-top", "0mm".to_owned()),
        ("fo:padding-bottom", "0mm".to_owned()),
        ("fo:padding-left", "0mm".to_owned()),
        ("fo:padding-right", "0mm".to_owned()),
    ];
    let own_keys: Vec<&str> = own.iter().map(|(key, _)| *key).collect();
    usual
        .into_iter()
        .filter(|(key, _)| !own_keys.contains(key))
        .chain(own.iter().cloned())
        .collect()
}

/// Characters of blocks, about.
fn size(blocks: &[Block]) -> usize {
    let words = |content: &[Inline]| super::text::length(content).0;
    let items = |items: &[ListItem]| items.iter().map(|item| size(&item.blocks) + 60).sum();
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph { content, .. } | Block::Subheading { content } => words(content) + 60,
            Block::List { items: entries, .. } => items(entries),
            Block::Quote { blocks } => size(blocks),
            Block::Table(table) => table.rows.len() * 80,
            Block::Picture(_) => PICTURE,
            _ => 0,
        })
        .sum()
}
