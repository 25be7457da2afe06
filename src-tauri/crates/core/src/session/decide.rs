//! Judging a command: events, or a refusal. Deterministic; the clock, the master data, the rules
//! and the salt come in through [`Context`].
//!
//! The law never refuses anything here: what it says comes back as hints beside the events. What
//! is refused is what cannot have happened, or contradicts itself without a note.

use super::basis::Basis;
use super::command::Command;
use super::event::Event;
use super::evolve::Recorded;
use super::rejection::Rejection;
use super::state::{Phase, Revision, Snapshot, State};
use super::{attend, deal};
use crate::digest::{Digest, Salt};
use crate::directory::Directory;
use crate::rules::Reason;
use crate::rules::profile::RuleProfile;
use crate::{ActId, AgendaItemId, Moment, PersonId, Timestamp, VoteId};
use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

/// The newest draft of an item's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftRef {
    /// Its version, from 1.
    pub version: u32,
    /// Its salted digest.
    pub digest: Digest,
}

/// Everything a decision may look at besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The act this command is.
    pub act: ActId,
    /// When it happened, as entered.
    pub at: Moment,
    /// When it is entered.
    pub now: Timestamp,
    /// Salt for the note of this command, drawn by the caller.
    pub salt: Salt,
    /// Master data.
    pub directory: &'a Directory,
    /// All rule profiles.
    pub profiles: &'a [RuleProfile],
    /// Newest drafts of texts.
    pub drafts: &'a BTreeMap<AgendaItemId, DraftRef>,
}

/// An event to be stored, with the time it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// When it happened.
    pub occurred_at: Moment,
    /// What happened.
    pub event: Event,
}

/// What follows from a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Events in the order they have to be stored; none for a text, which is a draft.
    pub events: Vec<NewEvent>,
    /// What the clerk should know, in German.
    pub hints: Vec<Reason>,
    /// The state with the events in it.
    pub next: State,
}

impl Context<'_> {
    /// Digest of the note that comes with the command.
    pub(super) fn note(&self, note: Option<&str>) -> Option<Digest> {
        let text = note.map(str::trim).filter(|text| !text.is_empty())?;
        Some(Digest::salted(self.salt, text))
    }

    /// Refuses a person that master data do not know.
    pub(super) fn known(&self, person: PersonId) -> Result<(), Rejection> {
        if self.directory.persons.contains_key(&person) {
            Ok(())
        } else {
            Err(Rejection::UnknownPerson { person })
        }
    }

    /// The profile that judges this session.
    pub(super) fn profile(&self, snapshot: &Snapshot) -> Result<&RuleProfile, Rejection> {
        let frozen = snapshot.profile.as_ref().ok_or(Rejection::NotPrepared)?;
        self.profiles
            .iter()
            .find(|profile| profile.id == frozen.id && profile.version == frozen.version)
            .ok_or(Rejection::NoProfile)
    }
}

/// Judges a command.
pub fn decide(state: &State, command: &Command, context: &Context) -> Result<Decision, Rejection> {
    if context.at.timestamp() > context.now {
        return Err(Rejection::InTheFuture);
    }
    let events = match command {
        Command::Correct { act, replacement } => {
            correct(state, *act, replacement.as_deref(), context)?
        }
        command => {
            let before = state.at(context.at);
            within_the_day(&before, command, context)?;
            handle(state, &before, command, context)?
        }
    };
    let mut events: Vec<NewEvent> =
        events.into_iter().map(|event| NewEvent { occurred_at: context.at, event }).collect();
    let mut next = state.clone();
    take_in(&mut next, &events, context)?;
    let changes = changed_bases(&next, command, context)?;
    take_in(&mut next, &changes, context)?;
    events.extend(changes);
    check_invariants(&next.now)?;
    let hints = hints(state, &next, command, context);
    Ok(Decision { events, hints, next })
}

/// Events of a plain command against the state at its time.
fn handle(
    state: &State,
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    if before.phase == Phase::New && !matches!(command, Command::PrepareMeeting { .. }) {
        return Err(Rejection::NotPrepared);
    }
    match command {
        Command::PrepareMeeting { .. }
        | Command::ConfirmInvitation {}
        | Command::EstablishQuorum {}
        | Command::DeclareLackOfQuorum {}
        | Command::CallItem { .. }
        | Command::CloseItem { .. }
        | Command::AddItem { .. }
        | Command::RecordOutcome { .. }
        | Command::RecordVote { .. }
        | Command::ListAttachment { .. }
        | Command::WriteText { .. }
        | Command::CloseMeeting {} => deal::handle(before, command, context),
        Command::ConfirmBasis { vote, note } => confirm_basis(state, *vote, note, context),
        Command::Correct { .. } => Err(Rejection::NotCorrectable),
        _ => attend::handle(before, command, context),
    }
}

/// Acts of the session itself lie on its day or, after midnight, on the next.
fn within_the_day(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<(), Rejection> {
    let beside_the_session = matches!(
        command,
        Command::PrepareMeeting { .. }
            | Command::ExcuseMember { .. }
            | Command::SeatSubstitute { .. }
            | Command::AddItem { .. }
            | Command::ListAttachment { .. }
            | Command::WriteText { .. }
            | Command::ConfirmBasis { .. }
    );
    let Some(plan) = before.plan.as_ref().filter(|_| !beside_the_session) else {
        return Ok(());
    };
    let (day, first) = (context.at.date(), plan.start.date());
    if day < first {
        return Err(Rejection::BeforeMeetingDay);
    }
    if first.succ_opt().is_some_and(|last| day > last) {
        return Err(Rejection::AfterMeetingDay);
    }
    Ok(())
}

fn correct(
    state: &State,
    act: ActId,
    replacement: Option<&Command>,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    if state.withdrawn.contains_key(&act) {
        return Err(Rejection::AlreadyWithdrawn { act });
    }
    let mut entries = state.entries_of(act).peekable();
    if entries.peek().is_none() {
        return Err(Rejection::UnknownAct { act });
    }
    // A correction is corrected by a new act, not by taking the correction out of the record.
    let fixed = |entry: &super::state::Entry| match &entry.event {
        Event::MeetingPrepared { .. } | Event::BasisConfirmed { .. } => true,
        Event::ActWithdrawn { .. } => state.standing(act).is_none(),
        _ => false,
    };
    if entries.any(|entry| fixed(entry)) {
        return Err(Rejection::NotCorrectable);
    }
    let mut events = vec![Event::ActWithdrawn { act }];
    if let Some(command) = replacement {
        let before = state.without(act, context.at);
        within_the_day(&before, command, context)?;
        events.extend(handle(state, &before, command, context)?);
    }
    Ok(events)
}

fn confirm_basis(
    state: &State,
    vote: VoteId,
    note: &str,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    let known = state.now.vote(vote).ok_or(Rejection::UnknownVote { vote })?;
    if known.changed.is_none() {
        return Err(Rejection::BasisUnchanged);
    }
    let note = context.note(Some(note)).ok_or(Rejection::TextMissing)?;
    Ok(vec![Event::BasisConfirmed { vote, note }])
}

/// Folds new events in and refuses what would make any entry impossible.
fn take_in(next: &mut State, events: &[NewEvent], context: &Context) -> Result<(), Rejection> {
    // Only after the last event may the record be judged: a correction takes out first.
    let mut impossible = None;
    for new in events {
        let revision = next.revision() + 1;
        let recorded = Recorded {
            revision,
            act: context.act,
            recorded_at: context.now,
            occurred_at: new.occurred_at,
            event: new.event.clone(),
        };
        impossible = next.try_evolve(recorded).err();
    }
    match impossible {
        None => Ok(()),
        Some(at) => Err(contradiction(next, at.revision)),
    }
}

fn contradiction(next: &State, revision: Revision) -> Rejection {
    let entry = next.entries.iter().find(|entry| entry.revision == revision);
    entry.map_or(Rejection::Invariant { what: "revision" }, |entry| Rejection::Contradicts {
        act: entry.act,
        at: entry.occurred_at,
        kind: entry.event.kind(),
    })
}

/// A later entry must not change silently what a vote rested on: the vote is marked.
fn changed_bases(
    next: &State,
    command: &Command,
    context: &Context,
) -> Result<Vec<NewEvent>, Rejection> {
    if matches!(command, Command::ConfirmBasis { .. } | Command::WriteText { .. }) {
        return Ok(Vec::new());
    }
    let mut events = Vec::new();
    for vote in &next.now.votes {
        let new = Basis::of(context.profile(&next.now)?, &vote.seats);
        let old = vote.known_basis();
        if !new.same_persons(old) {
            let (vote_id, old) = (vote.id, old.clone());
            let event = Event::BasisChanged { vote: vote_id, old, new };
            events.push(NewEvent { occurred_at: vote.opened, event });
        }
    }
    Ok(events)
}

/// What must hold in every state: a second look at what folding keeps.
fn check_invariants(now: &Snapshot) -> Result<(), Rejection> {
    let mut persons: Vec<PersonId> =
        now.seats.values().filter_map(|seat| seat.occupant.map(|(person, _)| person)).collect();
    let seated = persons.len();
    persons.sort_unstable();
    persons.dedup();
    if persons.len() != seated {
        return Err(Rejection::Invariant { what: "a person sits on two seats" });
    }
    for intervals in now.attendance.values() {
        let ordered = intervals.windows(2).all(|pair| match pair {
            [one, next] => one.to.is_some_and(|to| one.from <= to && to <= next.from),
            _ => true,
        });
        if !ordered {
            return Err(Rejection::Invariant { what: "presence overlaps itself" });
        }
    }
    Ok(())
}

/// What the act did to the quorum, and what a vote's numbers leave open.
fn hints(state: &State, next: &State, command: &Command, context: &Context) -> Vec<Reason> {
    let mut hints = Vec::new();
    let quorum = |snapshot: &Snapshot| {
        (snapshot.phase == Phase::Open)
            .then(|| context.profile(snapshot).ok())
            .flatten()
            .map(|profile| Basis::of(profile, &snapshot.seats_now()).quorum)
    };
    if let Some(now) = quorum(&next.now)
        && quorum(&state.now).is_none_or(|before| before.computed != now.computed)
        && !now.computed
    {
        hints.extend(now.reasons);
        hints.extend(now.needs_decision);
    }
    let own_vote = next.now.vote(VoteId::of_act(context.act));
    if let Some(closed) = own_vote.and_then(|vote| vote.closed.as_ref()) {
        hints.extend(closed.result.hints.iter().cloned());
    }
    if let Command::SeatSubstitute { seat, substitute } = command {
        hints.extend(attend::substitution_hints(&state.at(context.at), *seat, *substitute));
    }
    hints
}
