//! How the order of the agenda can be changed: where an item can go, and what can be dealt with
//! together with it. Only what still waits is arranged; what was dealt with stays where it was.

use super::agenda::done;
use super::source::Source;
use crate::core::AgendaItemId;
use crate::core::agenda_item::Part;
use crate::core::session::Phase;
use crate::core::session::state::ItemState;
use serde::Serialize;
use std::collections::BTreeSet;

/// A place where an item can go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemPlace {
    /// After which item; none for the first place.
    pub after: Option<AgendaItemId>,
    /// In which part.
    pub part: Part,
    /// "hinter TOP 7", "vor TOP 5", "an den Anfang".
    pub words: String,
    /// Title of the item beside it; empty where there is none.
    pub name: String,
}

/// Another item, to be dealt with together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemChoice {
    /// Which.
    pub item: AgendaItemId,
    /// "TOP 7".
    pub words: String,
    /// Its title.
    pub name: String,
}

/// One step up or down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemSteps {
    /// Before the item above it.
    pub up: Option<ItemPlace>,
    /// After the item below it.
    pub down: Option<ItemPlace>,
    /// It can go to some place, these two or another.
    pub can_move: bool,
    /// It can be joined with another item.
    pub can_join: bool,
}

/// Everything that can be arranged for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ArrangementView {
    /// "TOP 6".
    pub words: String,
    /// Places in its own part, in the order of the agenda, without the one where it stands.
    pub places: Vec<ItemPlace>,
    /// Places in the other part.
    pub other_part: Vec<ItemPlace>,
    /// Why it cannot go to the other part: a sentence, empty otherwise.
    pub stays: String,
    /// What it can be dealt with together.
    pub partners: Vec<ItemChoice>,
}

/// One step up or down.
pub(super) fn steps(source: &Source, one: &ItemState) -> ItemSteps {
    let beside = siblings(source, one, one.item.part);
    let place = beside.iter().position(|other| other.item.id == one.item.id);
    let at = |place: Option<usize>| place.and_then(|place| beside.get(place)).copied();
    let waiting = |other: &&ItemState| movable(source, one) && movable(source, other);
    let above = at(place.and_then(|place| place.checked_sub(1))).filter(waiting);
    let below = at(place.map(|place| place + 1)).filter(waiting);
    let before = at(place.and_then(|place| place.checked_sub(2)));
    let up = above.map(|above| ItemPlace {
        after: before.map(|one| one.item.id),
        part: one.item.part,
        words: format!("vor {}", source.top(above.item.id)),
        name: above.item.name.trim().to_owned(),
    });
    ItemSteps {
        up,
        down: below.map(|below| behind(source, below)),
        // Where it still waits, the dialog says at least why it stays.
        can_move: movable(source, one) && (one.item.parent.is_none() || beside.len() > 1),
        can_join: partners(source, one).next().is_some(),
    }
}

/// Where it can go, and with which items it can be joined; `written` are the items with a text.
pub(super) fn view(
    source: &Source,
    one: &ItemState,
    written: &BTreeSet<AgendaItemId>,
) -> ArrangementView {
    let movable = movable(source, one);
    let other = match one.item.part {
        Part::Public => Part::NonPublic,
        Part::NonPublic => Part::Public,
    };
    let kept = kept(source, one, other, written);
    let own = || places(source, one, one.item.part);
    let changes = movable && one.item.parent.is_none() && !kept;
    let partner = |other: &ItemState| ItemChoice {
        item: other.item.id,
        words: source.top(other.item.id),
        name: other.item.name.trim().to_owned(),
    };
    ArrangementView {
        words: source.top(one.item.id),
        places: if movable { own() } else { Vec::new() },
        other_part: if changes { places(source, one, other) } else { Vec::new() },
        stays: stays(source, one, kept && movable),
        partners: partners(source, one).map(partner).collect(),
    }
}

fn stays(source: &Source, one: &ItemState, kept: bool) -> String {
    let top = source.top(one.item.id);
    let part = match one.item.part {
        Part::Public => "öffentlichen",
        Part::NonPublic => "nichtöffentlichen",
    };
    if let Some(parent) = one.item.parent {
        format!("{top} bleibt bei {}.", source.top(parent))
    } else if kept {
        format!("{top} bleibt im {part} Teil, weil dazu schon etwas eingetragen ist.")
    } else {
        String::new()
    }
}

fn arranged(source: &Source) -> bool {
    matches!(source.now.phase, Phase::Prepared | Phase::Open) && source.writable()
}

/// It still waits.
fn movable(source: &Source, one: &ItemState) -> bool {
    arranged(source) && !done(one) && source.now.current != Some(one.item.id)
}

/// Items of the same level in a part, in the order of the agenda.
fn siblings<'a>(source: &'a Source, one: &ItemState, part: Part) -> Vec<&'a ItemState> {
    let parent = one.item.parent;
    let beside = |other: &&ItemState| other.item.parent == parent && other.item.part == part;
    source.now.items().filter(beside).collect()
}

fn behind(source: &Source, one: &ItemState) -> ItemPlace {
    ItemPlace {
        after: Some(one.item.id),
        part: one.item.part,
        words: format!("hinter {}", source.top(one.item.id)),
        name: one.item.name.trim().to_owned(),
    }
}

/// Every place from which an item would still be dealt with in its turn: what follows it waits, too.
fn places(source: &Source, one: &ItemState, part: Part) -> Vec<ItemPlace> {
    let beside = siblings(source, one, part);
    let here = beside.iter().position(|other| other.item.id == one.item.id);
    let first =
        ItemPlace { after: None, part, words: "an den Anfang".to_owned(), name: String::new() };
    let all = std::iter::once(first).chain(beside.iter().map(|other| behind(source, other)));
    // The place before an item has its number, the one after the last item none.
    let fits = |place: usize| match here {
        Some(here) if place == here || place == here + 1 => false,
        _ => beside.get(place).is_none_or(|next| !done(next)),
    };
    all.enumerate().filter(|(place, _)| fits(*place)).map(|(_, place)| place).collect()
}

/// Whether something that was recorded keeps it, or what stands below it, in its part.
fn kept(source: &Source, one: &ItemState, to: Part, written: &BTreeSet<AgendaItemId>) -> bool {
    let now = source.now;
    let below = now.items().filter(|other| now.within(other.item.id, one.item.id));
    let keeps = |other: &ItemState| {
        let item = other.item.id;
        let voted_on = || now.votes.iter().any(|vote| vote.item == item);
        now.has_records(other) || written.contains(&item) || (to == Part::Public && voted_on())
    };
    below.into_iter().any(keeps)
}

/// Items of the same part that wait as well and stand neither above nor below it.
fn partners<'a>(source: &'a Source, one: &ItemState) -> impl Iterator<Item = &'a ItemState> {
    let now = source.now;
    let (id, part) = (one.item.id, one.item.part);
    let possible = arranged(source) && !done(one);
    let joined = one.joined_with.clone();
    now.items().filter(move |other| {
        let item = other.item.id;
        possible
            && other.item.part == part
            && !done(other)
            && !now.within(item, id)
            && !now.within(id, item)
            && !joined.contains(&item)
    })
}
