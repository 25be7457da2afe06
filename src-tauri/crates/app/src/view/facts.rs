//! What of the record can stand as a slot in the text of an item, in words.

use super::log_words;
use super::results::{self, VoteView};
use super::source::Source;
use super::words::clock_on;
use crate::core::agenda_item::ItemKind;
use crate::core::richtext::{Block, Fact, RichText};
use crate::core::session::state::ItemState;
use crate::core::session::{Entry, Event, Snapshot};
use crate::core::{ActId, AgendaItemId, Moment};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A part of the record that can stand in a text, or stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactChoice {
    /// What stands in the slot.
    pub fact: Fact,
    /// "Ergebnis", "Ergebnis zu TOP 1.5", "Anwesenheit 16:53".
    pub label: String,
    /// What the minutes will say there, or the short line of the log; empty where nothing can be
    /// said yet.
    pub words: String,
    /// It belongs to this item and can be put in; false for what stands in the text only.
    pub offered: bool,
}

/// The slots of an item's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactsView {
    /// In the order in which they happened, the findings of the opening first.
    pub facts: Vec<FactChoice>,
    /// Sub-items that a paragraph can deal with: id and "1.5 Feststellung der Tagesordnung".
    pub sub_items: Vec<(AgendaItemId, String)>,
}

/// The slots of an item. `formal` are the sentences of the opening, `text` what is written so far.
pub(super) fn view(
    source: &Source,
    one: &ItemState,
    text: &RichText,
    formal: &[(Fact, String)],
) -> FactsView {
    let mut facts: Vec<FactChoice> = Vec::new();
    if opens(source.now, one.item.id) {
        facts.extend(formal.iter().map(|(fact, words)| FactChoice {
            fact: *fact,
            label: formal_label(fact).to_owned(),
            words: words.clone(),
            offered: true,
        }));
    }
    let under: Vec<&ItemState> =
        source.now.items().filter(|sub| sub.item.parent == Some(one.item.id)).collect();
    let acts = acts(source);
    facts.extend(of_acts(source, &acts, one, &under));
    for fact in named(text) {
        if facts.iter().all(|known| known.fact != fact) {
            facts.push(choice(source, &acts, fact, formal));
        }
    }
    let sub_item = |sub: &&ItemState| {
        (sub.item.id, format!("{} {}", sub.item.number.trim(), sub.item.name.trim()))
    };
    FactsView { facts, sub_items: under.iter().map(sub_item).collect() }
}

/// The findings of the opening belong to the formalities; without such an item, to the first.
pub(super) fn opens(now: &Snapshot, item: AgendaItemId) -> bool {
    let mut formal = now.items().filter(|one| one.item.kind == ItemKind::Formalities);
    match formal.next() {
        Some(first) => first.item.id == item || formal.any(|one| one.item.id == item),
        None => now.items.first().is_some_and(|first| first.item.id == item),
    }
}

fn formal_label(fact: &Fact) -> &'static str {
    match fact {
        Fact::Opening {} => "Eröffnung",
        Fact::Invitation {} => "Ladung",
        Fact::Substitutions {} => "Vertretungen",
        Fact::Quorum {} => "Beschlussfähigkeit",
        Fact::Act { .. } => "",
    }
}

/// Entries by their act: the record is gone through once, however many slots there are.
type Acts<'a> = BTreeMap<ActId, Vec<&'a Entry>>;

fn acts<'a>(source: &Source<'a>) -> Acts<'a> {
    let mut acts = Acts::new();
    for entry in source.state.entries.iter().map(Arc::as_ref) {
        acts.entry(entry.act).or_default().push(entry);
    }
    acts
}

/// What was decided on the item and below it, and who came and left meanwhile.
fn of_acts(source: &Source, acts: &Acts, one: &ItemState, under: &[&ItemState]) -> Vec<FactChoice> {
    let mut found: Vec<(Moment, FactChoice)> = Vec::new();
    let own = std::iter::once((one, "Ergebnis".to_owned()));
    let below = under
        .iter()
        .map(|sub| (*sub, format!("Ergebnis zu TOP{}{}", '\u{a0}', sub.item.number.trim())));
    for (item, label) in own.chain(below) {
        let decided = results::results(source, item).into_iter().filter_map(|result| {
            let at = acts.get(&result.act)?.first()?.occurred_at;
            Some((at, result_choice(&result, label.clone())))
        });
        found.extend(decided);
    }
    let here =
        |item: AgendaItemId| one.item.id == item || under.iter().any(|sub| sub.item.id == item);
    let meanwhile = source.state.entries.iter().filter(|entry| {
        !source.state.withdrawn.contains_key(&entry.act)
            && match about(source, &entry.event) {
                Some(item) => here(item),
                None => {
                    moves(source, entry)
                        && (under.iter().any(|sub| at_hand(sub, entry.occurred_at))
                            || at_hand(one, entry.occurred_at))
                }
            }
    });
    for entry in meanwhile {
        let choice = movement(source, acts, entry);
        // An election without a round stands among the results already.
        if found.iter().all(|(_, known)| known.fact != choice.fact) {
            found.push((entry.occurred_at, choice));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, choice)| choice).collect()
}

fn at_hand(item: &ItemState, at: Moment) -> bool {
    item.called.first().is_some_and(|called| *called <= at)
        && item.closed.is_none_or(|closed| at <= closed)
}

/// The item that something is a matter of, whenever it happened; none for what is none of any.
fn about(source: &Source, event: &Event) -> Option<AgendaItemId> {
    let election = |id| source.now.election(id).map(|election| election.item);
    match event {
        Event::MotionFiled { motion } => Some(motion.item),
        Event::MotionWithdrawn { motion } => Some(source.now.motion(*motion)?.motion.item),
        Event::VoteMethodRequested { item, .. } | Event::ElectionOpened { item, .. } => Some(*item),
        Event::ProceedingRecorded { item, .. } => *item,
        Event::CandidacyWithdrawn { election: id, .. }
        | Event::RunoffSettled { election: id, .. }
        | Event::LotDrawn { election: id, .. }
        | Event::ElectionAnswered { election: id, .. } => election(*id),
        _ => None,
    }
}

/// What stands in the minutes by itself, other than results. The first finding on the quorum
/// belongs to the opening.
fn moves(source: &Source, entry: &Entry) -> bool {
    match entry.event {
        Event::MemberArrived { .. }
        | Event::MemberDeparted(_)
        | Event::AttendeeArrived { .. }
        | Event::AttendeeDeparted { .. }
        | Event::AbsenceBegan { .. }
        | Event::AbsenceEnded { .. }
        | Event::RecusalDeclared { .. }
        | Event::RecusalEnded { .. }
        | Event::ChairChanged { .. }
        | Event::ClerkChanged { .. }
        | Event::MeetingInterrupted {}
        | Event::MeetingAdjourned { .. }
        | Event::ProceedingRecorded { .. }
        | Event::MeetingResumed { .. }
        | Event::ItemAdded { .. }
        | Event::ItemMoved { .. }
        | Event::ItemsJoined { .. }
        | Event::PartChanged { .. } => true,
        Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. } => {
            source.now.findings.first().is_some_and(|first| first.at != entry.occurred_at)
        }
        _ => false,
    }
}

fn movement(source: &Source, acts: &Acts, entry: &Entry) -> FactChoice {
    let time = clock_on(entry.occurred_at, source.plan.start.date());
    FactChoice {
        fact: Fact::Act { act: entry.act },
        label: format!("Verlauf {time}"),
        words: act_words(source, acts, entry.act),
        offered: true,
    }
}

fn result_choice(result: &VoteView, label: String) -> FactChoice {
    let words = if result.words.is_empty() { &result.title } else { &result.words };
    let words = match result.on.as_str() {
        "" => words.clone(),
        on => format!("{on}: {words}"),
    };
    FactChoice { fact: Fact::Act { act: result.act }, label, words, offered: true }
}

fn act_words(source: &Source, acts: &Acts, act: ActId) -> String {
    log_words::of(source, act, acts.get(&act).map_or(&[], Vec::as_slice))
}

/// A slot that stands in the text and is not offered here: of another item, or of an act that was
/// corrected since.
fn choice(source: &Source, acts: &Acts, fact: Fact, formal: &[(Fact, String)]) -> FactChoice {
    let (label, words) = if let Fact::Act { act } = fact {
        ("Verlauf", source.state.standing(act).map(|act| act_words(source, acts, act)))
    } else {
        let known = formal.iter().find(|(one, _)| *one == fact);
        (formal_label(&fact), known.map(|(_, words)| words.clone()))
    };
    let (label, words) = (label.to_owned(), words.unwrap_or_default());
    FactChoice { fact, label, words, offered: false }
}

/// The slots of a text in their order.
fn named(text: &RichText) -> Vec<Fact> {
    let mut facts = Vec::new();
    text.visit(&mut |block| {
        if let Block::Fact { fact } = block {
            facts.push(*fact);
        }
    });
    facts
}
