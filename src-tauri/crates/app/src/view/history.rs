//! The quorum over the session, as steps for a plot and as rows of a table: who was present against
//! who is needed, both tests, what the chair found, what was voted on. A step is what is so at the
//! end of a minute: the record knows no shorter time.

use super::log_words;
use super::quorum::{composition_numbers, sides, size_numbers};
use super::results;
use super::source::Source;
use super::words::bound;
use crate::core::agenda_item::Outcome;
use crate::core::rules::profile::Composition;
use crate::core::rules::quorum::{Finding, QuorumResult};
use crate::core::session::{Entry, Event};
use crate::core::{ActId, AgendaItemId, Moment};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a row of the history tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum HistoryKind {
    /// Somebody came or left, or counted no longer.
    Change,
    /// The chair found the body quorate.
    Established,
    /// The chair found that it is not.
    Lacking,
    /// A vote, or a round of an election.
    Vote,
}

/// What happened in a minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// Minutes after the opening.
    pub minute: u32,
    /// "17:31".
    pub time: String,
    /// What it tells.
    pub kind: HistoryKind,
    /// "Herr KA Siebenbrodt geht".
    pub words: String,
    /// "12 von 17" after it.
    pub size: String,
    /// "6 KA = 6 SB" after it; empty where the law has no such test.
    pub composition: String,
    /// The size test holds after it.
    pub size_holds: bool,
    /// The second test holds after it.
    pub composition_holds: bool,
}

/// Numbers from a minute on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HistoryStep {
    /// Minutes after the opening.
    pub minute: u32,
    /// Who counts.
    pub present: u16,
    /// Least number by the share.
    pub required: u16,
    /// Both sides of the second test; none where the law has no such test.
    pub sides: Option<(u16, u16)>,
    /// Both tests hold.
    pub holds: bool,
}

/// A mark on the axis of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HistoryTick {
    /// Minutes after the opening.
    pub minute: u32,
    /// "16:45".
    pub label: String,
}

/// The history with what the page of the quorum offers beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumHistory {
    /// Minutes from the opening to the end, or to now; at least one.
    pub minutes: u32,
    /// Highest number that is drawn.
    pub top: u16,
    /// Steps in their order; empty before the opening.
    pub steps: Vec<HistoryStep>,
    /// Marks on the axis of time.
    pub ticks: Vec<HistoryTick>,
    /// Names of the lines: who is present, who is needed, both sides.
    pub lines: Vec<String>,
    /// At the end of the lines: "12 anwesend", "nötig 9", "6 KA", "6 SB".
    pub ends: Vec<String>,
    /// The plot in one sentence.
    pub words: String,
    /// Findings, votes and changes, the newest first.
    pub rows: Vec<HistoryRow>,
    /// The item that can be put back, since the lack of quorum was found.
    pub put_back: Option<PutBack>,
    /// What holds when it is called again in another session: a sentence; empty where nothing is put
    /// back.
    pub second_call: String,
}

/// An item that is put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PutBack {
    /// Which.
    pub item: AgendaItemId,
    /// "TOP 7 zurückstellen".
    pub words: String,
}

/// The history so far.
pub(super) fn view(source: &Source) -> QuorumHistory {
    let test = source.profile.quorum.composition.as_ref();
    let lines = std::iter::once("anwesend".to_owned())
        .chain([String::from("nötig")])
        .chain(
            test.into_iter()
                .flat_map(|test| [test.a, test.b].map(|one| one.abbreviation().to_owned())),
        )
        .collect();
    let mut history = QuorumHistory {
        minutes: 1,
        top: 0,
        steps: Vec::new(),
        ticks: Vec::new(),
        lines,
        ends: Vec::new(),
        words: String::new(),
        rows: Vec::new(),
        put_back: put_back(source),
        second_call: second_call(source),
    };
    let Some(opened) = source.now.opened else { return history };
    let end = source.now.closed.unwrap_or_else(|| source.clock.max(opened));
    let mut last: Option<QuorumResult> = None;
    for (at, entries) in minutes(source, opened) {
        let snapshot = source.state.at(at);
        let result = snapshot.basis(source.profile, snapshot.current).quorum;
        let minute = after(opened, at);
        let changed =
            last.as_ref().is_none_or(|last| numbers(test, last) != numbers(test, &result));
        let told = told(source, &entries, changed);
        let row = |(kind, words): (HistoryKind, String)| HistoryRow {
            minute,
            time: at.clock(),
            kind,
            words: bound(&words),
            size: size_numbers(&result),
            composition: test.map(|test| composition_numbers(test, &result)).unwrap_or_default(),
            size_holds: result.size,
            composition_holds: result.composition,
        };
        history.rows.extend(told.into_iter().map(row));
        if changed {
            let (present, required) = (result.present, result.least());
            let (sides, holds) = (test.map(|test| sides(test, &result)), result.computed);
            history.steps.push(HistoryStep { minute, present, required, sides, holds });
            history.top = history.top.max(result.base).max(present);
        }
        last = Some(result);
    }
    history.rows.reverse();
    let latest = history.steps.last().map_or(0, |step| step.minute);
    history.minutes = after(opened, end).max(latest).max(1);
    history.ticks = ticks(opened, history.minutes);
    if let Some(result) = last {
        history.ends = ends(test, &result);
        history.words = format!(
            "Verlauf von {} bis {}: zuletzt {}.",
            opened.clock(),
            end.clock(),
            history.ends.join(", ")
        );
    }
    history
}

fn numbers(
    test: Option<&Composition>,
    result: &QuorumResult,
) -> (u16, u16, Option<(u16, u16)>, bool) {
    (result.present, result.least(), test.map(|test| sides(test, result)), result.computed)
}

fn after(opened: Moment, at: Moment) -> u32 {
    u32::try_from(at.minutes_since(opened)).unwrap_or(0)
}

/// The minutes in which something was recorded since the opening, with what stands of it.
fn minutes<'a>(source: &'a Source, opened: Moment) -> BTreeMap<Moment, Vec<&'a Entry>> {
    let mut by_minute: BTreeMap<Moment, Vec<&Entry>> = BTreeMap::new();
    for entry in source.state.entries.iter().map(Arc::as_ref) {
        let in_time = !entry.event.about_the_record() && entry.occurred_at >= opened;
        if in_time && source.state.stands(entry) {
            by_minute.entry(entry.occurred_at).or_default().push(entry);
        }
    }
    for entries in by_minute.values_mut() {
        entries.sort_by_key(|entry| entry.order);
    }
    by_minute
}

/// Findings and votes each by itself; what changed the numbers together.
fn told(source: &Source, entries: &[&Entry], changed: bool) -> Vec<(HistoryKind, String)> {
    let mut acts: Vec<(ActId, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        match acts.iter_mut().find(|(act, _)| *act == entry.act) {
            Some((_, of_act)) => of_act.push(entry),
            None => acts.push((entry.act, vec![entry])),
        }
    }
    let mut rows = Vec::new();
    let (mut moved, mut dealt) = (Vec::new(), Vec::new());
    for (act, of_act) in &acts {
        let words = || log_words::of(source, *act, of_act);
        let wrote = |fits: fn(&Event) -> bool| of_act.iter().any(|entry| fits(&entry.event));
        if wrote(|event| matches!(event, Event::QuorumEstablished { .. })) {
            rows.push((HistoryKind::Established, words()));
        } else if wrote(|event| matches!(event, Event::LackOfQuorumDeclared { .. })) {
            rows.push((HistoryKind::Lacking, words()));
        } else if wrote(|event| {
            matches!(event, Event::VoteClosed { .. } | Event::RoundClosed { .. })
        }) {
            rows.push((HistoryKind::Vote, words()));
        } else if wrote(|event| {
            matches!(event, Event::ItemCalled { .. } | Event::ItemClosed { .. })
        }) {
            dealt.push(words());
        } else if wrote(moves) {
            moved.push(words());
        }
    }
    // Bias begins to count and ceases with the item.
    let because = if moved.is_empty() { dealt } else { moved };
    if changed && !because.is_empty() {
        rows.insert(0, (HistoryKind::Change, because.join(", ")));
    }
    rows
}

/// Whether it can change who counts.
fn moves(event: &Event) -> bool {
    matches!(
        event,
        Event::MeetingOpened { .. }
            | Event::MemberArrived { .. }
            | Event::MemberDeparted(_)
            | Event::SubstituteSeated { .. }
            | Event::AbsenceBegan { .. }
            | Event::AbsenceEnded { .. }
            | Event::RecusalDeclared { .. }
            | Event::RecusalEnded { .. }
            | Event::PartChanged { .. }
            | Event::MeetingResumed { .. }
    )
}

/// The opening, then full quarters of an hour or what else leaves room for the labels.
fn ticks(opened: Moment, minutes: u32) -> Vec<HistoryTick> {
    const WIDTHS: [u32; 8] = [5, 10, 15, 30, 60, 120, 240, 480];
    let width = WIDTHS.into_iter().find(|width| minutes / width <= 5).unwrap_or(1440);
    let clock = opened.clock();
    let of_clock = clock.split_once(':').and_then(|(hour, minute)| {
        Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
    });
    let start = of_clock.unwrap_or(0);
    let label = |minute: u32| {
        let of_day = (start + minute) % 1440;
        HistoryTick { minute, label: format!("{:02}:{:02}", of_day / 60, of_day % 60) }
    };
    let first = width - start % width;
    let full = (0..).map(|turn| first + turn * width).take_while(|minute| *minute <= minutes);
    // The opening keeps room for its own label.
    let full = full.filter(|minute| minute * 2 >= width);
    std::iter::once(0).chain(full).map(label).collect()
}

/// "12 anwesend", "nötig 9", "6 KA", "6 SB".
fn ends(test: Option<&Composition>, result: &QuorumResult) -> Vec<String> {
    let mut ends =
        vec![format!("{} anwesend", result.present), format!("nötig {}", result.least())];
    if let Some(test) = test {
        let (a, b) = sides(test, result);
        ends.push(format!("{a} {}", test.a.abbreviation()));
        ends.push(format!("{b} {}", test.b.abbreviation()));
    }
    ends.iter().map(|one| bound(one)).collect()
}

/// What is dealt with while the lack of quorum holds.
fn put_back(source: &Source) -> Option<PutBack> {
    let lacking = source.now.finding() == Some(Finding::Lacking);
    let possible = source.open() && source.writable() && lacking;
    let item = source.now.current.filter(|_| possible)?;
    let state = source.now.item(item)?;
    let last = state.outcomes.last().filter(|last| !results::taken_up_again(state, last));
    let done = last.is_some_and(|last| last.outcome == Outcome::PutBack);
    (!done).then(|| PutBack { item, words: bound(&format!("{} zurückstellen", source.top(item))) })
}

fn second_call(source: &Source) -> String {
    if source.now.finding() != Some(Finding::Lacking) {
        return String::new();
    }
    let rule = &source.profile.quorum.second_call;
    let enough = match rule.min {
        0 => "kommt es dort auf die Zahl der Anwesenden nicht an".to_owned(),
        min => format!("genügen dort {min} anwesende Stimmberechtigte"),
    };
    bound(&format!(
        "Wird zu einem zurückgestellten Punkt erneut eingeladen, {enough}, wenn die Einladung darauf ausdrücklich hinweist ({}).",
        rule.statute
    ))
}
