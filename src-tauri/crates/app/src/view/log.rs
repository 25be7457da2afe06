//! The log: every act as a line, with what can be done about it.

use super::log_words;
use super::replay;
use super::source::Source;
use super::words::{clock_on, dated};
use crate::core::digest::Digest;
use crate::core::session::note::Note;
use crate::core::session::{Command, Entry, Event};
use crate::core::{ActId, Moment, Timestamp};
use crate::documents::civil;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum LogKind {
    /// Who is there, on which seat, who chairs.
    Attendance,
    /// Items, and the course of the session.
    Agenda,
    /// Votes, motions, elections.
    Vote,
}

/// An act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "independent facts and permissions")]
pub struct LogRow {
    /// Which.
    pub act: ActId,
    /// When it happened: "17:05", on another day than that of the session "09.11. 09:10".
    pub time: String,
    /// The same as a correction names it: "19.11. 17:05" where the session has several days.
    pub at: String,
    /// When it was entered: "eingetragen 17:20".
    pub entered: String,
    /// It was entered later, or for another time, than it happened.
    pub late: bool,
    /// What it is about; an act that takes another back is about the same.
    pub kind: LogKind,
    /// It corrects an act, or was corrected or taken back.
    pub corrects: bool,
    /// "Herr KA Pönsgen geht".
    pub words: String,
    /// What it did to the act before: "berichtigt: Herr KA Pönsgen geht", empty for a first entry.
    pub replaces: String,
    /// It was taken back or replaced: "zurückgenommen 17:20", empty otherwise.
    pub withdrawn: String,
    /// It can be taken back.
    pub can_withdraw: bool,
    /// Its time can be corrected: `command` is sent again as its replacement, with another time.
    pub can_correct_time: bool,
    /// What was entered; none where it cannot be given back whole (its note is not at hand).
    pub command: Option<Box<Command>>,
    /// Where a note lies apart: which, and what was entered but for that.
    #[serde(skip)]
    pub(super) apart: Option<(Digest, Box<Command>)>,
}

impl LogRow {
    /// What was entered can be given back with its note.
    pub(super) fn found(&mut self, text: Note) {
        self.command = self.apart.take().map(|(_, bare)| Box::new(bare.with_note(text)));
        self.can_correct_time = self.can_withdraw && self.command.is_some();
    }
}

/// The log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LogView {
    /// The newest first.
    pub rows: Vec<LogRow>,
}

/// The entries of one act.
struct Act<'a> {
    id: ActId,
    entries: Vec<&'a Entry>,
}

impl Act<'_> {
    fn wrote(&self, fits: impl Fn(&Event) -> bool) -> bool {
        self.entries.iter().any(|entry| fits(&entry.event))
    }

    /// Texts are written beside the log.
    fn is_text(&self) -> bool {
        self.entries.iter().all(|entry| matches!(entry.event, Event::TextFixed { .. }))
    }

    fn withdraws(&self) -> Option<ActId> {
        self.entries.iter().find_map(|entry| match entry.event {
            Event::ActWithdrawn { act } => Some(act),
            _ => None,
        })
    }

    /// It put something at a place in time.
    fn stands_in_time(&self) -> bool {
        self.wrote(|event| !event.about_the_record())
    }

    /// Taking it back would be accepted, if nothing that came later hangs on it.
    fn can_withdraw(&self, source: &Source) -> bool {
        let fixed = |event: &Event| {
            matches!(event, Event::MeetingPrepared { .. } | Event::BasisConfirmed { .. })
        };
        source.writable()
            && !source.state.withdrawn.contains_key(&self.id)
            && !self.wrote(fixed)
            && self.stands_in_time()
    }
}

/// Acts in the order of entry.
fn acts<'a>(source: &'a Source) -> Vec<Act<'a>> {
    let mut acts: Vec<Act> = Vec::new();
    for entry in source.state.entries.iter().map(Arc::as_ref) {
        match acts.last_mut().filter(|last| last.id == entry.act) {
            Some(last) => last.entries.push(entry),
            None => acts.push(Act { id: entry.act, entries: vec![entry] }),
        }
    }
    acts
}

/// All acts, the newest first.
pub(super) fn view(source: &Source) -> LogView {
    let acts = acts(source);
    let known: BTreeMap<ActId, &Act> = acts.iter().map(|act| (act.id, act)).collect();
    let rows = acts.iter().rev().filter(|act| !act.is_text());
    LogView { rows: rows.filter_map(|act| row(source, act, &known)).collect() }
}

/// The last act that can be taken back.
pub(super) fn last(source: &Source) -> Option<LogRow> {
    let mut entries: Vec<&Entry> = Vec::new();
    let mut all = source.state.entries.iter().rev().map(Arc::as_ref).peekable();
    while let Some(entry) = all.next() {
        entries.push(entry);
        if all.peek().is_some_and(|before| before.act == entry.act) {
            continue;
        }
        entries.reverse();
        let act = Act { id: entry.act, entries: std::mem::take(&mut entries) };
        if act.can_withdraw(source) {
            let replaced = act.withdraws().map(|id| Act {
                id,
                entries: source.state.entries_of(id).map(Arc::as_ref).collect(),
            });
            let known = replaced.iter().map(|one| (one.id, one)).collect();
            return row(source, &act, &known);
        }
    }
    None
}

fn row(source: &Source, act: &Act, known: &BTreeMap<ActId, &Act>) -> Option<LogRow> {
    let first = *act.entries.first()?;
    let day = source.plan.start.date();
    let target = act.withdraws().and_then(|id| known.get(&id));
    let (line, replaces) = match target {
        Some(earlier) if act.stands_in_time() => {
            let earlier = replaced(source, earlier, first.occurred_at);
            (words(source, act), format!("berichtigt: {earlier}"))
        }
        Some(earlier) => (format!("Zurückgenommen: {}", words(source, earlier)), String::new()),
        None => (words(source, act), String::new()),
    };
    let can_withdraw = act.can_withdraw(source);
    let command = replay::command(act.entries.iter().map(|entry| &entry.event)).map(Box::new);
    let note = act.entries.iter().find_map(|entry| entry.event.note());
    let (command, apart) = match note {
        Some(note) => (None, command.map(|bare| (note, bare))),
        None => (command, None),
    };
    Some(LogRow {
        act: act.id,
        time: clock_on(first.occurred_at, day),
        at: named(source, first.occurred_at),
        entered: entered(first.occurred_at, first.recorded_at),
        late: civil(first.recorded_at).minutes_since(first.occurred_at) != 0,
        kind: kind(target.filter(|_| !act.stands_in_time()).unwrap_or(&act)),
        corrects: target.is_some() || source.state.withdrawn.contains_key(&act.id),
        words: line,
        replaces,
        withdrawn: withdrawn(source, act.id),
        can_withdraw,
        can_correct_time: can_withdraw && command.is_some(),
        command,
        apart,
    })
}

/// What stood there before, with its time if that was another.
fn replaced(source: &Source, act: &Act, now: Moment) -> String {
    let words = words(source, act);
    match act.entries.first().map(|entry| entry.occurred_at).filter(|at| *at != now) {
        Some(at) => format!("{} {words}", clock_on(at, source.plan.start.date())),
        None => words,
    }
}

fn words(source: &Source, act: &Act) -> String {
    log_words::of(source, act.id, &act.entries)
}

/// Without its day a time would be one of the last day on which it lies behind.
fn named(source: &Source, at: Moment) -> String {
    if source.now.days().count() > 1 { dated(at) } else { clock_on(at, source.plan.start.date()) }
}

/// "eingetragen 17:20".
fn entered(occurred: Moment, recorded: Timestamp) -> String {
    format!("eingetragen {}", clock_on(civil(recorded), occurred.date()))
}

/// By the first entry that says what the act is about.
fn kind(act: &Act) -> LogKind {
    let kinds = act.entries.iter().filter_map(|entry| kind_of(&entry.event));
    kinds.min_by_key(|kind| *kind == LogKind::Agenda).unwrap_or(LogKind::Agenda)
}

fn kind_of(event: &Event) -> Option<LogKind> {
    Some(match event {
        Event::ActWithdrawn { .. } | Event::TextFixed { .. } => return None,
        Event::VoteOpened { .. }
        | Event::VoteClosed { .. }
        | Event::BasisChanged { .. }
        | Event::BasisConfirmed { .. }
        | Event::ResultWorded { .. }
        | Event::MotionFiled { .. }
        | Event::MotionWithdrawn { .. }
        | Event::VoteMethodRequested { .. }
        | Event::ElectionOpened { .. }
        | Event::RoundClosed { .. }
        | Event::CandidacyWithdrawn { .. }
        | Event::RunoffSettled { .. }
        | Event::LotDrawn { .. }
        | Event::ElectionAnswered { .. } => LogKind::Vote,
        Event::MemberExcused { .. }
        | Event::SubstituteSeated { .. }
        | Event::SubstitutionEnded { .. }
        | Event::MemberArrived { .. }
        | Event::MemberDeparted(..)
        | Event::AttendeeArrived { .. }
        | Event::AttendeeDeparted { .. }
        | Event::AbsenceBegan { .. }
        | Event::AbsenceEnded { .. }
        | Event::RecusalDeclared { .. }
        | Event::RecusalEnded { .. }
        | Event::QuorumEstablished { .. }
        | Event::LackOfQuorumDeclared { .. }
        | Event::ChairChanged { .. }
        | Event::ClerkChanged { .. }
        | Event::PresenceChecked { .. } => LogKind::Attendance,
        _ => LogKind::Agenda,
    })
}

/// "zurückgenommen 17:20", "berichtigt 17:20".
fn withdrawn(source: &Source, act: ActId) -> String {
    let Some(by) = source.state.withdrawn.get(&act) else { return String::new() };
    let mut entries = source.state.entries.iter().filter(|entry| entry.act == *by).peekable();
    let at = entries.peek().map(|entry| civil(entry.recorded_at).clock()).unwrap_or_default();
    let replaced = entries.any(|entry| !entry.event.about_the_record());
    format!("{} {at}", if replaced { "berichtigt" } else { "zurückgenommen" })
}
