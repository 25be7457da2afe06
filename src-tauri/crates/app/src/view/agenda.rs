//! The agenda: where we are, what was dealt with when, what comes next.

use super::arrangement::ItemSteps;
use super::election_results;
use super::elections::ElectionView;
use super::expected::PartOfWording;
use super::motions::MotionsView;
use super::results::{self, VoteView};
use super::source::Source;
use super::vote::{OutcomeChoice, VoteForm};
use super::words;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::richtext::RichText;
use crate::core::rules::majority::VoteOutcome;
use crate::core::session::Phase;
use crate::core::session::command::Announced;
use crate::core::session::state::{ItemState, RecordedOutcome, Vote};
use crate::core::{AgendaItemId, Moment, OrganizationId};
use serde::Serialize;
use std::collections::BTreeMap;

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RowState {
    /// Not called.
    Open,
    /// Being dealt with.
    Current,
    /// Called, left, not closed.
    Interrupted,
    /// Dealt with.
    Done,
}

/// An item in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgendaRow {
    /// Which.
    pub item: AgendaItemId,
    /// "7.1".
    pub number: String,
    /// Title.
    pub name: String,
    /// 0 for an item, 1 for a sub-item, ...
    pub level: u16,
    /// State.
    pub state: RowState,
    /// "16:41–16:43, genehmigt", "seit 16:58"; empty for what was not called.
    pub words: String,
    /// It waits and can be called now, also out of its turn.
    pub can_call: bool,
    /// What stands below it and is over with it: "6 Unterpunkte"; empty where something of
    /// that is to be seen.
    pub folded: String,
    /// It stands below one that is over, and is seen on demand.
    pub within: Option<AgendaItemId>,
}

/// The rows of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartGroup {
    /// Which part.
    pub part: Part,
    /// "Öffentlicher Teil".
    pub title: String,
    /// Rows in the order of the agenda.
    pub rows: Vec<AgendaRow>,
}

/// An item that is closed on the way to another, before that one is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// Which.
    pub item: AgendaItemId,
    /// Its open sub-items that are settled with it.
    pub settles: Vec<AgendaItemId>,
}

/// The one act that is expected next; its button is the filled one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "act", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NextStep {
    /// Open the session.
    Open {},
    /// Call an item; the current one is closed first.
    Call {
        /// Which.
        item: AgendaItemId,
        /// What is closed first, one act each, in this order.
        closes: Vec<Closing>,
        /// "TOP 6 aufrufen".
        words: String,
    },
    /// Go over to the other part first.
    ChangePart {
        /// To which.
        part: Part,
    },
    /// Close the current item: nothing is left after it in this part.
    CloseItem {
        /// Which.
        item: AgendaItemId,
        /// Its open sub-items that are settled with it.
        settles: Vec<AgendaItemId>,
        /// "TOP 9 schließen".
        words: String,
    },
    /// Go on after a recess.
    Resume {},
    /// Close the session.
    CloseMeeting {},
}

/// The agenda as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgendaView {
    /// "4 von 12 erledigt".
    pub progress: String,
    /// Share that is done, in hundredths.
    pub share: u16,
    /// Parts in their order.
    pub parts: Vec<PartGroup>,
    /// "Aufgerufen in der Reihenfolge TOP 1, 2, 5, 3.", where that is not the one of the agenda.
    pub order: String,
    /// What comes next; none once the session is closed.
    pub next: Option<NextStep>,
}

/// The item in the middle: the current one, or one that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "independent permissions, each one button")]
pub struct ItemView {
    /// Which.
    pub item: AgendaItemId,
    /// "5".
    pub number: String,
    /// Title.
    pub name: String,
    /// Second line without "hier:", empty if none.
    pub subject: String,
    /// Kind.
    pub kind: ItemKind,
    /// "Beschlussvorlage", "Bericht".
    pub kind_words: String,
    /// "Vorlage Nr. 20/022/2026", empty if none.
    pub paper: String,
    /// Part.
    pub part: Part,
    /// "seit 16:58", "16:41–16:43"; empty if not called.
    pub words: String,
    /// State.
    pub state: RowState,
    /// It can be closed now.
    pub can_close: bool,
    /// It can be called now: it is not the current one.
    pub can_call: bool,
    /// What was proposed; empty if nothing was.
    pub proposal: RichText,
    /// In which other words the chair puts it; none where it is put as proposed.
    pub wording: Option<RichText>,
    /// Its parts that can be voted on by themselves, in their order.
    pub parts: Vec<PartOfWording>,
    /// How it can be moved and joined.
    pub steps: ItemSteps,
    /// Sub-items that are still open and could be settled with this one: id and "7.1 Titel".
    pub open_sub_items: Vec<(AgendaItemId, String)>,
    /// Those of them that are settled with it, as a rule.
    pub settles: Vec<AgendaItemId>,
    /// "2 Anlagen", empty if none.
    pub attachments: String,
    /// The text can be written.
    pub can_write: bool,
    /// Label of the next attachment: "Anlage 3".
    pub next_attachment: String,
    /// It waits for a vote, an election or an outcome.
    pub unsettled: bool,
    /// It is settled by a vote, as a rule; else by the first outcome.
    pub by_vote: bool,
    /// How a vote can be taken; none if no vote is possible now.
    pub vote_form: Option<VoteForm>,
    /// Outcomes without a vote that are usual here, the usual one first; empty if none is possible.
    pub outcomes: Vec<OutcomeChoice>,
    /// An election can be opened.
    pub can_elect: bool,
    /// The election that is under way; of several the one that was opened first.
    pub election: Option<ElectionView>,
    /// Motions on it.
    pub motions: MotionsView,
    /// To whom something can be referred or recommended: "an den Kreisausschuss".
    pub addressees: Vec<(OrganizationId, String)>,
    /// What was asked for and arranged beside that, whole sentences: requests for a way to vote, items
    /// that are dealt with together.
    pub remarks: Vec<String>,
    /// Votes, elections and outcomes recorded, in their order.
    pub results: Vec<VoteView>,
}

/// The agenda as it stands.
pub(super) fn view(source: &Source) -> AgendaView {
    let top: Vec<&ItemState> = source.now.items().filter(|one| one.item.parent.is_none()).collect();
    let done = top.iter().filter(|one| done(one)).count();
    let share = (done * 100).checked_div(top.len()).unwrap_or(0);
    let over = over(source);
    let group = |part, title: &str| {
        let of_part = source.now.items().filter(|one| one.item.part == part);
        let rows: Vec<AgendaRow> = of_part.map(|one| row(source, &over, one)).collect();
        (!rows.is_empty()).then(|| PartGroup { part, title: title.to_owned(), rows })
    };
    let groups = [
        group(Part::Public, "Öffentlicher Teil"),
        group(Part::NonPublic, "Nichtöffentlicher Teil"),
    ];
    AgendaView {
        progress: format!("{done} von {} erledigt", top.len()),
        share: u16::try_from(share).unwrap_or(100),
        parts: groups.into_iter().flatten().collect(),
        order: order(source),
        next: next(source),
    }
}

/// In which order the items were called first, where that is another than they stand in.
fn order(source: &Source) -> String {
    let top = source.now.items().filter(|one| one.item.parent.is_none());
    let called = top.filter_map(|one| Some((*one.called.first()?, one.item.number.trim())));
    let mut called: Vec<(Moment, &str)> = called.collect();
    if called.is_sorted_by_key(|(at, _)| *at) {
        return String::new();
    }
    // What was called in the same minute stands as on the agenda.
    called.sort_by_key(|(at, _)| *at);
    let numbers: Vec<&str> = called.into_iter().map(|(_, number)| number).collect();
    format!("Aufgerufen in der Reihenfolge TOP{}{}.", words::BOUND, numbers.join(", "))
}

fn row(source: &Source, over: &BTreeMap<AgendaItemId, usize>, one: &ItemState) -> AgendaRow {
    AgendaRow {
        item: one.item.id,
        number: one.item.number.trim().to_owned(),
        name: one.item.name.trim().to_owned(),
        level: level(source, one),
        state: row_state(source, one),
        words: row_words(source, one),
        can_call: callable(source, one) && !done(one),
        folded: over
            .get(&one.item.id)
            .map_or_else(String::new, |below| words::number(*below, "Unterpunkt", "Unterpunkte")),
        within: one.item.parent.and(Some(top(source, one)).filter(|id| over.contains_key(id))),
    }
}

/// Items at the top that are over with all that stands below them, and how much that is.
fn over(source: &Source) -> BTreeMap<AgendaItemId, usize> {
    let now = source.now;
    let mut below: BTreeMap<AgendaItemId, (bool, usize)> = BTreeMap::new();
    for one in now.items() {
        let over = done(one) && now.current != Some(one.item.id);
        let (all, count) = below.entry(top(source, one)).or_insert((true, 0));
        *all &= over;
        *count += usize::from(one.item.parent.is_some());
    }
    let over = below.into_iter().filter(|(_, (all, count))| *all && *count > 0);
    over.map(|(id, (_, count))| (id, count)).collect()
}

/// The item at the top that it stands below; itself if it stands there.
fn top(source: &Source, one: &ItemState) -> AgendaItemId {
    let mut top = one;
    // An agenda is never deeper than it is long.
    for _ in 0..source.now.items.len() {
        let Some(above) = top.item.parent.and_then(|id| source.now.item(id)) else { break };
        top = above;
    }
    top.item.id
}

/// It can be called: it is not the current one.
pub(super) fn callable(source: &Source, one: &ItemState) -> bool {
    source.open() && source.writable() && source.now.current != Some(one.item.id)
}

fn level(source: &Source, one: &ItemState) -> u16 {
    let mut parent = one.item.parent;
    let mut level = 0;
    // An agenda is never deeper than it is long.
    while let Some(above) = parent.and_then(|id| source.now.item(id)) {
        level += 1;
        parent = above.item.parent.filter(|_| usize::from(level) < source.now.items.len());
    }
    level
}

/// Dealt with, or taken off the agenda before anybody called it.
pub(super) fn done(one: &ItemState) -> bool {
    one.settled() || one.dropped()
}

/// How far an item is.
pub(super) fn row_state(source: &Source, one: &ItemState) -> RowState {
    if source.now.current == Some(one.item.id) {
        RowState::Current
    } else if done(one) {
        RowState::Done
    } else if one.called.is_empty() {
        RowState::Open
    } else {
        RowState::Interrupted
    }
}

/// "16:41–16:43, genehmigt", "seit 16:58".
pub(super) fn row_words(source: &Source, one: &ItemState) -> String {
    let times = times(source, one);
    let outcome = outcome(source, one);
    let parts = [times.as_str(), outcome];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// "16:41–16:43", "seit 16:58"; empty if not called.
pub(super) fn times(source: &Source, one: &ItemState) -> String {
    if let Some(parent) = one.settled_with {
        return format!("mit {}", source.top(parent));
    }
    let (Some(first), Some(last)) = (one.called.first(), one.called.last()) else {
        return String::new();
    };
    match (row_state(source, one), one.closed) {
        (_, Some(closed)) => words::range(*first, closed),
        (RowState::Current, None) => format!("seit {}", last.clock()),
        (_, None) => format!("aufgerufen {}", last.clock()),
    }
}

/// What became of it last: "genehmigt", "angenommen".
fn outcome(source: &Source, one: &ItemState) -> &'static str {
    let own = |vote: &&Vote| vote.item == one.item.id && vote.gives_result();
    let votes = source.now.votes.iter().filter(own);
    let of_votes = votes.filter_map(|vote| {
        let closed = vote.closed.as_ref()?;
        let word = match (closed.announced, closed.result.outcome) {
            (Announced::Accepted, VoteOutcome::Accepted) if minutes(one) => "genehmigt",
            (Announced::Accepted, _) => "angenommen",
            (Announced::Rejected, _) => "abgelehnt",
        };
        Some((closed.at, word))
    });
    let stands = |recorded: &&RecordedOutcome| !results::taken_up_again(one, recorded);
    let without = one.outcomes.iter().filter(stands).map(|recorded| {
        let [_, _, word] = words::outcome(recorded.outcome);
        (recorded.at, word)
    });
    let elections = source.now.elections.iter().filter(|election| election.item == one.item.id);
    let of_elections = elections.filter_map(election_results::word);
    let all: Vec<(Moment, &str)> = of_votes.chain(of_elections).chain(without).collect();
    all.into_iter().max_by_key(|(at, _)| *at).map_or("", |(_, word)| word)
}

fn minutes(one: &ItemState) -> bool {
    one.item.kind == ItemKind::MinutesApproval
}

/// The act that is expected next.
pub(super) fn next(source: &Source) -> Option<NextStep> {
    if !source.writable() {
        return None;
    }
    match source.now.phase {
        Phase::New | Phase::Closed => None,
        Phase::Prepared => Some(NextStep::Open {}),
        Phase::Open if source.now.interrupted().is_some() => Some(NextStep::Resume {}),
        Phase::Open => Some(next_item(source)),
    }
}

fn next_item(source: &Source) -> NextStep {
    let now = source.now;
    if let Some(item) = to_call(source) {
        return call(source, item);
    }
    let left = |one: &&ItemState| !one.called.is_empty() && !one.settled();
    let here = |one: &&ItemState| one.item.part == now.part;
    // Sub-items are closed before what stands above them.
    let unfinished = || now.items().rev().filter(left);
    let current = now.current.and_then(|item| now.item(item));
    if let Some(one) = current.or_else(|| unfinished().find(here)) {
        return NextStep::CloseItem {
            item: one.item.id,
            settles: settled_with(source, one),
            words: format!("{} schließen", source.top(one.item.id)),
        };
    }
    let elsewhere = now.items().find(|one| !here(one) && !done(one));
    match elsewhere {
        Some(one) => NextStep::ChangePart { part: one.item.part },
        None => NextStep::CloseMeeting {},
    }
}

/// The next item of this part that was not called: after the current one, or after the one dealt
/// with last; else the first that was passed over.
fn to_call<'a>(source: &'a Source) -> Option<&'a ItemState> {
    let now = source.now;
    let waits = |one: &&ItemState| {
        one.item.part == now.part
            && one.called.is_empty()
            && !done(one)
            && !dealt_with_above(source, one)
    };
    let place = |item: AgendaItemId| now.items().position(|one| one.item.id == item);
    let after = at_hand(source).and_then(place).map_or(0, |place| place + 1);
    let later = now.items().skip(after).find(waits);
    later.or_else(|| now.items().find(waits))
}

/// The current item, or the one of this part that was called last.
pub(super) fn at_hand(source: &Source) -> Option<AgendaItemId> {
    let now = source.now;
    let here = now.items().enumerate().filter(|(_, one)| one.item.part == now.part);
    let called = here.filter_map(|(place, one)| Some((*one.called.last()?, place, one.item.id)));
    now.current.or_else(|| called.max_by_key(|(at, place, _)| (*at, *place)).map(|(.., id)| id))
}

/// Formalities are dealt with in one go: their sub-items are settled with them and not called.
fn dealt_with_above(source: &Source, one: &ItemState) -> bool {
    let parent = one.item.parent.and_then(|parent| source.now.item(parent));
    parent.is_some_and(|parent| {
        let open = !parent.called.is_empty() && !parent.settled();
        parent.item.kind == ItemKind::Formalities && open
    })
}

fn call(source: &Source, one: &ItemState) -> NextStep {
    let now = source.now;
    let item = one.item.id;
    let at_hand = at_hand(source);
    // What is under way is closed, from the inside outwards, but not what `item` belongs to.
    let ends = |other: &&ItemState| {
        let (id, under_way) = (other.item.id, !other.called.is_empty() && !other.settled());
        under_way && at_hand.is_some_and(|one| now.within(one, id)) && !now.within(item, id)
    };
    let ending: Vec<&ItemState> = now.items().rev().filter(ends).collect();
    let alone = |sub: &AgendaItemId| !ending.iter().any(|other| other.item.id == *sub);
    let close = |other: &&ItemState| Closing {
        item: other.item.id,
        settles: settled_with(source, other).into_iter().filter(alone).collect(),
    };
    NextStep::Call {
        item,
        closes: ending.iter().map(close).collect(),
        words: format!("{} aufrufen", source.top(item)),
    }
}

/// Open sub-items of formalities, which nobody calls one by one.
pub(super) fn settled_with(source: &Source, one: &ItemState) -> Vec<AgendaItemId> {
    if one.item.kind != ItemKind::Formalities {
        return Vec::new();
    }
    open_sub_items(source, one).map(|sub| sub.item.id).collect()
}

/// Direct sub-items that could be settled with an item.
pub(super) fn open_sub_items<'a>(
    source: &'a Source,
    one: &ItemState,
) -> impl Iterator<Item = &'a ItemState> {
    let id = one.item.id;
    source.now.items().filter(move |sub| sub.item.parent == Some(id) && !sub.settled())
}
