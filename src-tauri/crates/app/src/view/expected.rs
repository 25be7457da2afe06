//! What is expected next: at an item, and of the chair at the beginning; and which parts of what is
//! put could be voted on by themselves.

use super::agenda::RowState;
use super::quorum::QuorumView;
use super::source::Source;
use crate::core::agenda_item::ItemKind;
use crate::core::richtext::{Block, ListItem, ListStyle, RichText};
use crate::core::rules::quorum::LegalState;
use crate::core::session::state::ItemState;
use serde::Serialize;

/// What the chair has to find at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FormalView {
    /// The due invitation was not found.
    pub invitation: bool,
    /// Nothing was found on the quorum.
    pub quorum: bool,
}

/// A part of what is put, as it can be voted on by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartOfWording {
    /// "Ziffer 2", "Buchstabe a", "Ziffer 2 Buchstabe a".
    pub title: String,
    /// Its words.
    pub wording: RichText,
}

/// What the chair has to find now: until the formalities are left, and while one of both is open.
pub(super) fn formal(source: &Source, quorum: &QuorumView) -> Option<FormalView> {
    let now = source.now;
    let early = now
        .current
        .is_none_or(|id| now.item(id).is_some_and(|one| one.item.kind == ItemKind::Formalities));
    let found = matches!(quorum.legal.state, LegalState::Confirmed | LegalState::Lacking);
    let formal = FormalView { invitation: now.invitation_confirmed.is_none(), quorum: !found };
    let due = early && source.open() && source.writable() && (formal.invitation || formal.quorum);
    due.then_some(formal)
}

/// Whether it waits for a vote, an election or an outcome.
pub(super) fn unsettled(state: RowState, can_settle: bool, decided: bool, election: bool) -> bool {
    state == RowState::Current && can_settle && (election || !decided)
}

/// Settled by a vote, as a rule; else the usual outcome is one without.
pub(super) fn by_vote(one: &ItemState, outcomes: bool) -> bool {
    one.item.kind == ItemKind::Proposal || !outcomes
}

/// The numbered parts of what is put, those within others behind them.
pub(super) fn parts(wording: &RichText) -> Vec<PartOfWording> {
    let mut parts = Vec::new();
    collect(&wording.blocks, "", &mut parts);
    parts
}

fn collect(blocks: &[Block], above: &str, parts: &mut Vec<PartOfWording>) {
    for block in blocks {
        let Block::List { style, start, items } = block else { continue };
        for (place, item) in items.iter().enumerate() {
            let Some(own) = title(*style, usize::from(*start) + place, item) else { continue };
            let title = format!("{above} {own}").trim().to_owned();
            let wording = RichText { blocks: item.blocks.clone() };
            parts.push(PartOfWording { title: title.clone(), wording });
            collect(&item.blocks, &title, parts);
        }
    }
}

/// How a part is called; nothing where it has no number.
fn title(style: ListStyle, number: usize, item: &ListItem) -> Option<String> {
    match style {
        ListStyle::Dash => None,
        ListStyle::Decimal => Some(format!("Ziffer {number}")),
        ListStyle::LowerAlpha => Some(format!("Buchstabe {}", letter(number))),
        ListStyle::Labelled => called(item.label.trim()),
    }
}

/// A label of one's own: "1.2" is a number, "b)" a letter, anything else a name.
fn called(label: &str) -> Option<String> {
    let bare = label.trim_end_matches(['.', ')']);
    let all = |fits: fn(char) -> bool| !bare.is_empty() && bare.chars().all(fits);
    if label.is_empty() {
        None
    } else if all(|sign| sign.is_ascii_digit() || sign == '.') {
        Some(format!("Ziffer {bare}"))
    } else if bare.len() == 1 && all(|sign| sign.is_ascii_alphabetic()) {
        Some(format!("Buchstabe {bare}"))
    } else {
        Some(label.to_owned())
    }
}

/// The letter of a number: a to z, and on from a.
pub(super) fn letter(number: usize) -> char {
    let place = u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
    char::from(b'a' + place)
}

#[cfg(test)]
mod tests {
    use super::{called, letter, parts};
    use crate::core::richtext::{Block, ListItem, ListStyle, RichText};

    fn list(style: ListStyle, start: u16, items: Vec<ListItem>) -> Block {
        Block::List { style, start, items }
    }

    fn entry(label: &str, blocks: Vec<Block>) -> ListItem {
        ListItem { label: label.to_owned(), blocks }
    }

    #[test]
    fn parts_have_the_names_they_are_put_by() {
        let letters = list(ListStyle::LowerAlpha, 1, vec![entry("", vec![]), entry("", vec![])]);
        let numbers =
            list(ListStyle::Decimal, 2, vec![entry("", vec![]), entry("", vec![letters.clone()])]);
        let dashes = list(ListStyle::Dash, 1, vec![entry("", vec![])]);
        let text = RichText { blocks: vec![dashes, numbers, letters] };
        let titles: Vec<String> = parts(&text).into_iter().map(|part| part.title).collect();
        assert_eq!(
            titles,
            [
                "Ziffer 2",
                "Ziffer 3",
                "Ziffer 3 Buchstabe a",
                "Ziffer 3 Buchstabe b",
                "Buchstabe a",
                "Buchstabe b"
            ]
        );
    }

    #[test]
    fn a_label_of_ones_own_is_a_number_a_letter_or_a_name() {
        let named = ["1.2", "b)", "Anlage 1", "2."].map(|label| called(label).unwrap());
        assert_eq!(named, ["Ziffer 1.2", "Buchstabe b", "Anlage 1", "Ziffer 2"]);
        assert_eq!(called(""), None);
        assert_eq!([1, 26, 27].map(letter), ['a', 'z', 'a']);
    }
}
