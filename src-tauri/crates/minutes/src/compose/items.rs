//! The items of one part in the order in which they were dealt with, each with its text and facts.
//!
//! What the text does not place is added where it belongs: votes and outcomes where their sub-item
//! stands or at the end, who came and left before the next fact that the text places. An item
//! without text and outcome keeps its heading and gets nothing invented.

use super::agenda;
use super::decisions::{self, in_series};
use super::facts::{Formal, paragraph};
use super::scribe::Scribe;
use super::text::Writer;
use super::wording;
use crate::document::{Block, Inline};
use crate::record::{self, Act, Fact, Item, PublicRecord, What};
use sitzungsbuch_core::agenda_item::ItemKind;
use std::collections::{BTreeMap, BTreeSet};

/// Content of a piece.
#[derive(Clone, Copy)]
enum Content<'a> {
    Block(&'a record::Block),
    Act(&'a Act),
    Formal(Formal),
    /// The table of the motions on an item that move amounts.
    Series(&'a Item),
}

/// What stands under a heading, before it is written.
#[derive(Clone, Copy)]
struct Piece<'a> {
    /// Sub-item that begins here.
    sub: Option<&'a Item>,
    content: Content<'a>,
}

/// Where the writing stands under a heading.
#[derive(Default)]
struct Page {
    blocks: Vec<Block>,
    /// Number printed last on the label axis.
    number: String,
    /// Label of the movement that stands last, if nothing followed it.
    movement: &'static str,
    /// The opening sentence stands last.
    opening: bool,
}

impl<'a> Scribe<'a> {
    /// References of the items that have a heading.
    pub(super) fn headed(&self) -> BTreeSet<&'a str> {
        self.with_heading().into_iter().map(|item| item.id.as_str()).collect()
    }

    /// Everything of this part.
    pub(super) fn part(&mut self) -> Vec<Block> {
        let headings = self.with_heading();
        let (placed, formal) = self.placed();
        let missing = Formal::ALL.into_iter().filter(|one| self.opens && !formal.contains(one));
        let missing: Vec<(Formal, Option<&str>)> =
            missing.map(|one| (one, self.formal_home(one, &headings))).collect();
        let of = |home: Option<&str>| -> Vec<Formal> {
            missing.iter().filter(|(_, own)| *own == home).map(|(formal, _)| *formal).collect()
        };
        let (start, mut by_item) = self.unplaced(&headings, &placed);
        let mut page = Page::default();
        let pieces = of(None).into_iter();
        let pieces = pieces.map(|one| Piece { sub: None, content: Content::Formal(one) });
        self.write(&mut page, None, &pieces.collect::<Vec<_>>());
        let pieces = start.into_iter().map(|act| Piece { sub: None, content: Content::Act(act) });
        self.write(&mut page, None, &pieces.collect::<Vec<_>>());
        let mut blocks = page.blocks;
        for item in headings {
            let unplaced = by_item.remove(item.id.as_str()).unwrap_or_default();
            let pieces = self.pieces(item, &of(Some(&item.id)), &unplaced);
            let mut page = Page::default();
            self.write(&mut page, Some(item), &pieces);
            blocks.push(heading(item, page.blocks.len(), self.record));
            blocks.append(&mut page.blocks);
        }
        blocks
    }

    /// Items with a heading of their own: all on the first level, and sub-items that were called,
    /// or have a text and were not settled with their parent.
    fn with_heading(&self) -> Vec<&'a Item> {
        let items = self.items;
        let headed = |item: &&Item| {
            item.parent.as_deref().is_none_or(|parent| self.item(parent).is_none())
                || item.called.is_some()
                || (!item.settled_with_parent && !item.text.is_empty())
        };
        let mut headings: Vec<(usize, &Item)> =
            items.iter().enumerate().filter(|(_, item)| headed(item)).collect();
        headings.sort_by_key(|(index, item)| (self.rank(item, items.len()), *index));
        headings.into_iter().map(|(_, item)| item).collect()
    }

    /// Place in the order of calls; an item that was never called stands with its parent, or
    /// before the first of its sub-items. One that was settled all the same (taken off, say) stands
    /// after the item before it.
    fn rank(&self, item: &Item, depth: usize) -> u32 {
        if let (Some(rank), _) | (None, Some(rank)) = (item.called, self.rank_below(item, depth)) {
            return rank;
        }
        let parent = item.parent.as_deref().and_then(|parent| self.item(parent));
        let settled = || self.acts.iter().any(|act| act.item.as_ref() == Some(&item.id));
        let before = || self.items.iter().take_while(|other| other.id != item.id);
        match parent.and_then(|parent| parent.called) {
            Some(rank) => rank,
            None if settled() => before().filter_map(|other| other.called).last().unwrap_or(0),
            None => u32::MAX,
        }
    }

    fn rank_below(&self, item: &Item, depth: usize) -> Option<u32> {
        let next = depth.checked_sub(1)?;
        let subs = self.items.iter().filter(|sub| sub.parent.as_deref() == Some(&item.id));
        subs.filter_map(|sub| sub.called.or_else(|| self.rank_below(sub, next))).min()
    }

    /// The heading under which an item stands.
    fn home(&self, id: &str, headings: &[&'a Item]) -> Option<&'a Item> {
        let mut id = id;
        for _ in 0..=self.items.len() {
            if let Some(item) = headings.iter().find(|item| item.id == id) {
                return Some(item);
            }
            id = self.item(id)?.parent.as_deref()?;
        }
        None
    }

    /// The heading under which a fact of the opening stands when no text places it: the one that
    /// names it, or that of the formalities.
    fn formal_home(&self, formal: Formal, headings: &[&'a Item]) -> Option<&'a str> {
        let formalities = || headings.iter().filter(|item| item.kind == ItemKind::Formalities);
        let named = formalities().find(|item| formal.named_in(&item.name));
        let sub = || self.home(&self.sub_of(formal)?.id, headings);
        let first = || formalities().find(|item| item.parent.is_none()).copied();
        Some(&named.copied().or_else(sub).or_else(first)?.id)
    }

    /// What the texts of this part place.
    fn placed(&self) -> (BTreeSet<&'a str>, BTreeSet<Formal>) {
        let (mut acts, mut formal) = (BTreeSet::new(), BTreeSet::new());
        for item in self.items {
            item.text.facts(&mut |fact| match fact {
                Fact::Act { act } => drop(acts.insert(act.as_str())),
                other => formal.extend(Formal::of(other)),
            });
        }
        (acts, formal)
    }

    /// Acts that no text places: those before any item, and the others by heading.
    fn unplaced(
        &self,
        headings: &[&'a Item],
        placed: &BTreeSet<&str>,
    ) -> (Vec<&'a Act>, BTreeMap<&'a str, Vec<&'a Act>>) {
        let (mut start, mut by_item) = (Vec::new(), BTreeMap::<&str, Vec<&Act>>::new());
        for act in self.acts.iter().filter(|act| !placed.contains(act.id.as_str())) {
            let home = act.item.as_deref().and_then(|id| self.home(id, headings));
            // Before the first call the session is at its first item.
            let first = headings.first().filter(|_| self.opens).copied();
            match home.or(first) {
                Some(item) => by_item.entry(&item.id).or_default().push(act),
                None => start.push(act),
            }
        }
        (start, by_item)
    }

    fn pieces(&self, item: &'a Item, missing: &[Formal], unplaced: &[&'a Act]) -> Vec<Piece<'a>> {
        let mut pieces = self.own_pieces(item, None);
        for sub in self.items.iter().filter(|sub| sub.parent.as_deref() == Some(&item.id)) {
            let settled = sub.called.is_none() && sub.settled_with_parent;
            if settled && !sub.text.is_empty() {
                let at = self.end_of_region(&pieces, sub);
                pieces.splice(at..at, self.own_pieces(sub, Some(sub)));
            }
        }
        let mut at = 0;
        for formal in Formal::ALL {
            let is = |piece: &Piece| matches!(piece.content, Content::Formal(one) if one == formal);
            if let Some(index) = pieces.iter().position(is) {
                at = index + 1;
            } else if missing.contains(&formal) {
                let piece = Piece { sub: self.sub_of(formal), content: Content::Formal(formal) };
                pieces.insert(at.min(pieces.len()), piece);
                at += 1;
            }
        }
        for act in unplaced {
            let sub = act.item.as_deref().filter(|id| *id != item.id).and_then(|id| self.item(id));
            let decides = deals_with_item(&act.what);
            let own = act.item.as_deref().and_then(|id| self.item(id));
            let series = own.filter(|own| !own.series.is_empty() && in_series(&act.what));
            if let Some(series) = series {
                let same = |one: &Piece| matches!(one.content, Content::Series(item) if item.id == series.id);
                // It stands where the last of them was settled.
                pieces.retain(|piece| !same(piece));
            }
            let at = match sub.filter(|_| decides) {
                Some(sub) => self.end_of_region(&pieces, sub),
                None => self.place_in_time(&pieces, act),
            };
            let content = series.map_or(Content::Act(act), Content::Series);
            pieces.insert(at, Piece { sub: None, content });
        }
        pieces
    }

    /// The text of an item; `sub` begins with its first block.
    fn own_pieces(&self, item: &'a Item, sub: Option<&'a Item>) -> Vec<Piece<'a>> {
        let mut begins = sub;
        let mut pieces = Vec::new();
        for block in &item.text.blocks {
            let (own, content) = match block {
                record::Block::Paragraph { item: Some(id), .. } => {
                    (self.item(id), Content::Block(block))
                }
                record::Block::Fact { fact: Fact::Act { act } } => {
                    let Some(act) = self.act(act) else { continue };
                    (None, Content::Act(act))
                }
                record::Block::Fact { fact } => {
                    let Some(formal) = Formal::of(fact) else { continue };
                    (self.sub_of(formal), Content::Formal(formal))
                }
                _ => (None, Content::Block(block)),
            };
            pieces.push(Piece { sub: own.or(begins.take()), content });
        }
        pieces
    }

    /// The sub-item of the formalities that a fact of the opening belongs to, if it has no heading.
    fn sub_of(&self, formal: Formal) -> Option<&'a Item> {
        let items = self.items;
        items.iter().find(|item| {
            item.kind == ItemKind::Formalities
                && item.parent.is_some()
                && item.called.is_none()
                && formal.named_in(&item.name)
        })
    }

    /// Where what belongs to a sub-item ends: after its last piece, or before the next sub-item.
    fn end_of_region(&self, pieces: &[Piece], sub: &Item) -> usize {
        let place = |item: &Item| self.items.iter().position(|other| other.id == item.id);
        let own = pieces.iter().rposition(|piece| piece.sub.is_some_and(|item| item.id == sub.id));
        let after = own.map_or(0, |index| index + 1);
        let next = pieces.iter().enumerate().skip(after).find(|(_, piece)| {
            piece.sub.is_some_and(|item| own.is_some() || place(item) > place(sub))
        });
        next.map_or(pieces.len(), |(index, _)| index)
    }

    /// Before the first act that the text places and that happened later, else at the end.
    fn place_in_time(&self, pieces: &[Piece], act: &Act) -> usize {
        let place = |id: &str| self.acts.iter().position(|other| other.id == id);
        let own = place(&act.id);
        let later = pieces.iter().position(
            |piece| matches!(piece.content, Content::Act(other) if place(&other.id) > own),
        );
        later.unwrap_or(pieces.len())
    }

    fn write(&mut self, page: &mut Page, item: Option<&Item>, pieces: &[Piece]) {
        let mut rest = pieces;
        while let Some((piece, behind)) = rest.split_first() {
            rest = behind;
            let number = piece.sub.map_or("", |sub| sub.number.as_str());
            match piece.content {
                Content::Block(block) => {
                    let block = self.block(block).map(|block| page.numbered(number, block));
                    page.push(block);
                }
                Content::Formal(formal) => {
                    let text = self.formal(formal, page.opening);
                    let block = text.map(|text| page.numbered(number, paragraph("", text)));
                    let written = block.is_some();
                    page.push(block);
                    page.opening |= written && formal == Formal::Opening;
                }
                Content::Series(item) => {
                    page.push([Block::Table(decisions::series(&item.series))]);
                }
                Content::Act(act) => {
                    let alike = behind.iter().map_while(|next| match next.content {
                        Content::Act(other) if next.sub.is_none() && moves_with(act, other) => {
                            Some(other)
                        }
                        _ => None,
                    });
                    let all: Vec<&Act> = std::iter::once(act).chain(alike).collect();
                    if let Some(text) = self.moved_together(&all) {
                        page.movement(wording::ATTENDANCE, text, false);
                        rest = behind.get(all.len() - 1..).unwrap_or_default();
                    } else {
                        self.write_act(page, item, act);
                    }
                }
            }
        }
    }

    /// The sentence of those who came or left at one time; none of one alone.
    fn moved_together(&self, acts: &[&Act]) -> Option<String> {
        let [first, _, ..] = acts else { return None };
        let persons: Vec<&record::Person> = acts
            .iter()
            .filter_map(|act| match &act.what {
                What::Arrival { person, .. } | What::Departure { person } => Some(person),
                _ => None,
            })
            .collect();
        let at = self.when(first.at);
        Some(match first.what {
            What::Arrival { again, .. } => wording::arrivals(at, &persons, again),
            _ => wording::departures(at, &persons),
        })
    }

    fn write_act(&mut self, page: &mut Page, item: Option<&Item>, act: &Act) {
        if let Some((label, text)) = self.movement(act) {
            let alone = matches!(act.what, What::PartChange { .. } | What::Election(_));
            page.movement(label, text, alone);
            return;
        }
        let own = act.item.as_deref().and_then(|id| self.item(id));
        let sub = own.filter(|own| item.is_some_and(|item| item.id != own.id));
        let proposes = matches!(act.what, What::Outcome { proposal: Some(_), .. });
        let usual = sub
            .filter(|sub| sub.number != page.number && !proposes)
            .and_then(|sub| Some((sub.number.clone(), self.usual(act, own)?)));
        match usual {
            // A sub-item that has nothing else gets its number here.
            Some((number, text)) => {
                let block = page.numbered(&number, paragraph("", text));
                page.push(Some(block));
            }
            None => page.push(self.act_blocks(act)),
        }
    }
}

impl Page {
    fn push(&mut self, blocks: impl IntoIterator<Item = Block>) {
        for block in blocks {
            self.blocks.push(block);
            self.movement = "";
            self.opening = false;
        }
    }

    /// Puts the number of a sub-item beside its first paragraph.
    fn numbered(&mut self, number: &str, block: Block) -> Block {
        match block {
            Block::Paragraph { content, .. } if !number.is_empty() && self.number != number => {
                number.clone_into(&mut self.number);
                Block::Paragraph { label: number.to_owned(), content }
            }
            other => other,
        }
    }

    /// Neighbours of the same kind are one paragraph; a change of part and an election stand alone.
    fn movement(&mut self, label: &'static str, text: String, alone: bool) {
        if let (true, false, Some(Block::Paragraph { content, .. })) =
            (self.movement == label, alone, self.blocks.last_mut())
        {
            match content.last_mut() {
                Some(Inline::Text { text: last, .. }) => {
                    last.push(' ');
                    last.push_str(&text);
                }
                _ => content.push(Inline::text(text)),
            }
            return;
        }
        self.push([paragraph(label, text)]);
        self.number.clear();
        self.movement = label;
    }
}

/// Whether one sentence tells both: they left, or came in the same way, at one time.
fn moves_with(one: &Act, other: &Act) -> bool {
    let plain = |what: &What| match what {
        What::Departure { .. } => Some(None),
        What::Arrival {
            again,
            represents: None,
            relieves: None,
            remote: false,
            item: None,
            ..
        } => Some(Some(*again)),
        _ => None,
    };
    let (how, same) = (plain(&one.what), one.at == other.at);
    how.is_some() && same && how == plain(&other.what)
}

/// Whether an act belongs to its item wherever the session was.
fn deals_with_item(what: &What) -> bool {
    matches!(
        what,
        What::Vote(_)
            | What::Outcome { .. }
            | What::Motion(_)
            | What::MotionWithdrawn(_)
            | What::Request(_)
            | What::Election(_)
            | What::Round(_)
            | What::CandidacyWithdrawn { .. }
            | What::RunOff { .. }
            | What::Lot { .. }
    )
}

/// The heading of an item, before so many blocks of it.
pub(super) fn heading(item: &Item, blocks: usize, record: &PublicRecord) -> Block {
    let paper = wording::paper_reference(&record.paper_label, &item.paper);
    let paper = if paper.is_empty() { paper } else { format!("– {paper}") };
    Block::Item {
        label: wording::headings::item(&record.template.headings, &item.number),
        title: item.name.clone(),
        subject: agenda::subject(item),
        paper,
        anchor: agenda::anchor(item),
        blocks,
    }
}
