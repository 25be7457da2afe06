//! Judging a command: events, or a refusal. Deterministic; the clock, the master data, the rules
//! and the salt come in through [`Context`].
//!
//! The law never refuses anything here: what it says comes back as hints beside the events. What
//! is refused is what cannot have happened, or contradicts itself without a note.

use super::chunks::Chunks;
use super::command::Command;
use super::event::Event;
use super::evolve::{Folded, Impossible, Recorded};
use super::note::Note;
use super::rejection::Rejection;
use super::state::{Absence, Entry, Phase, Place, Snapshot, State};
use super::{
    agenda, attend, away, conduct, deal, elections, hints, motions, proceedings, settled, texts,
    wordings,
};
use crate::digest::{Digest, Salt};
use crate::directory::Directory;
use crate::rules::Reason;
use crate::rules::profile::RuleProfile;
use crate::{ActId, AgendaItemId, Moment, OrganizationId, PersonId, Timestamp, VoteId};
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
    /// The draft this command is about to write; none for all commands but
    /// [`Command::WriteText`].
    pub written: Option<DraftRef>,
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
    pub(super) fn note(&self, note: Option<&Note>) -> Option<Digest> {
        let text = note.map(|note| note.0.trim()).filter(|text| !text.is_empty())?;
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

    /// Refuses an organization that master data do not know.
    pub(super) fn organization(&self, id: OrganizationId) -> Result<(), Rejection> {
        let known = self.directory.organizations.contains_key(&id);
        known.then_some(()).ok_or(Rejection::UnknownOrganization)
    }

    /// The profile that judges this session; [`decide`] has put over it what is settled otherwise.
    pub(super) fn profile(&self, snapshot: &Snapshot) -> Result<&RuleProfile, Rejection> {
        let frozen = snapshot.profile.as_ref().ok_or(Rejection::NotPrepared)?;
        self.profiles
            .iter()
            .find(|profile| profile.id == frozen.id && profile.version == frozen.version)
            .ok_or(Rejection::NoProfile)
    }
}

/// Judges a command.
///
/// The act is new: whether it was answered before is for the caller to know.
pub fn decide(state: &State, command: &Command, context: &Context) -> Result<Decision, Rejection> {
    if context.at.timestamp() > context.now {
        return Err(Rejection::InTheFuture);
    }
    if let Some(last) = state.entries.last().map(|entry| entry.recorded_at)
        && context.now < last
    {
        return Err(Rejection::EnteredBackwards { last });
    }
    // Frozen with the preparation: put over the profile once for everything that looks at it.
    let own = state.now.local_rule.as_ref().and_then(|_| state.now.profile_in(context.profiles));
    let own = own.as_deref().map(core::slice::from_ref);
    let context = &Context { profiles: own.unwrap_or(context.profiles), ..*context };
    let mut events = match command {
        Command::Correct { act, replacement } => {
            correct(state, *act, replacement.as_deref(), context)?
        }
        command => judge(state, &state.at(context.at), command, context)?,
    };
    for profile in own.into_iter().flatten() {
        settled::name_rule(&mut events, profile);
    }
    let mut events: Vec<NewEvent> =
        events.into_iter().map(|event| NewEvent { occurred_at: context.at, event }).collect();
    let mut next = state.clone();
    let folded = take_in(&mut next, &events, context)?;
    if folded == Folded::Anew || matches!(command, Command::MoveItem { .. }) {
        agenda::parts_stand(&state.now, &next.now, context)?;
    }
    if folded == Folded::Anew {
        agenda::stays_closed(state, &next.now, &events)?;
        motions::votes_stand(&state.now, &next.now)?;
        conduct::days_stand(state, &next, &events)?;
        let changes = changed_bases(state, &next, &events, context)?;
        take_in(&mut next, &changes, context)?;
        events.extend(changes);
    }
    check_invariants(&next.now)?;
    let hints = hints::of(&hints::Seen { state, next: &next, command, context, events: &events });
    Ok(Decision { events, hints, next })
}

/// Events of a plain command against what stands before its place.
fn judge(
    state: &State,
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    within_the_day(before, command, context)?;
    if before.phase == Phase::New && !matches!(command, Command::PrepareMeeting { .. }) {
        return Err(Rejection::NotPrepared);
    }
    texts::check(state, command)?;
    match command {
        Command::WriteText { item, .. } => texts::write(state, before, *item, context),
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
        | Command::CloseMeeting {} => deal::handle(before, command, context),
        Command::RecordAbsence { .. } | Command::EndAbsence { .. } => {
            away::handle(before, command, context)
        }
        Command::ChangeChair { .. }
        | Command::ChangeClerk { .. }
        | Command::InterruptMeeting {}
        | Command::AdjournMeeting { .. }
        | Command::ResumeMeeting { .. } => conduct::handle(before, command, context),
        Command::RecordProceeding { .. } | Command::CheckPresence { .. } => {
            proceedings::handle(before, command, context)
        }
        Command::MoveItem { .. } | Command::JoinItems { .. } => agenda::handle(before, command),
        Command::FileMotion { .. }
        | Command::WithdrawMotion { .. }
        | Command::RequestVoteMethod { .. } => motions::handle(before, command, context),
        Command::OpenElection { .. }
        | Command::RecordRound { .. }
        | Command::WithdrawCandidacy { .. }
        | Command::SettleRunoff { .. }
        | Command::DrawLot { .. }
        | Command::AnswerElection { .. } => elections::handle(before, command, context),
        Command::ConfirmBasis { vote, note } => confirm_basis(state, *vote, note, context),
        Command::WordResult { vote, words } => wordings::handle(before, *vote, words),
        Command::Correct { .. } => Err(Rejection::NotCorrectable),
        Command::RecordDeparture { .. } | Command::ChangePart { .. } => {
            attend::handle(before, command, context)
                .map_err(|why| before_arrival(state, why, context))
        }
        _ => attend::handle(before, command, context),
    }
}

/// Acts of the session itself lie on one of its days or, after midnight, on the next. What the office
/// does may lie before and between, and what concerns the minutes alone also after.
fn within_the_day(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<(), Rejection> {
    let Some(plan) = before.plan.as_ref() else { return Ok(()) };
    let minutes = matches!(
        command,
        Command::PrepareMeeting { .. }
            | Command::ListAttachment { .. }
            | Command::WriteText { .. }
            | Command::WordResult { .. }
            | Command::ConfirmBasis { .. }
    );
    let office = matches!(
        command,
        Command::ExcuseMember { .. }
            | Command::SeatSubstitute { .. }
            | Command::AddItem { .. }
            | Command::MoveItem { .. }
            | Command::JoinItems { .. }
            | Command::AdjournMeeting { .. }
    );
    let (day, first) = (context.at.date(), plan.start.date());
    if day < first {
        return if minutes || office { Ok(()) } else { Err(Rejection::BeforeMeetingDay) };
    }
    let between = office && before.days().any(|one| day < one);
    if minutes || between || before.meets_on(day) {
        return Ok(());
    }
    Err(Rejection::AfterMeetingDay)
}

/// Who is not there at that time but comes later was entered with a departure before the arrival.
fn before_arrival(state: &State, why: Rejection, context: &Context) -> Rejection {
    let Rejection::NotPresent { person } = why else { return why };
    let comes = |entry: &Entry| match &entry.event {
        Event::MemberArrived { seated, .. } | Event::SubstituteSeated { seated, .. } => {
            seated.person == person
        }
        Event::AttendeeArrived { person: who, .. } => *who == person,
        _ => false,
    };
    let later = |entry: &&alloc::sync::Arc<Entry>| {
        entry.occurred_at > context.at && state.stands(entry) && comes(entry)
    };
    let arrived = state.entries.iter().filter(later).map(|entry| entry.occurred_at).min();
    arrived.map_or(why, |arrived| Rejection::DepartureBeforeArrival { person, arrived })
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
    // A mere taking back is not taken back itself: what was right is entered anew.
    let fixed = |entry: &Entry| match &entry.event {
        Event::MeetingPrepared { .. } | Event::BasisConfirmed { .. } => true,
        Event::ActWithdrawn { .. } => state.standing(act).is_none(),
        _ => false,
    };
    if entries.any(|entry| fixed(entry)) {
        return Err(Rejection::NotCorrectable);
    }
    // A text is corrected by writing it again.
    if state.entries_of(act).all(|entry| matches!(entry.event, Event::TextFixed { .. })) {
        return Err(Rejection::NotCorrectable);
    }
    let mut events = vec![Event::ActWithdrawn { act }];
    match replacement {
        None => {}
        // They write no event at a place in time, so they can stand for nothing.
        Some(Command::WriteText { .. } | Command::ConfirmBasis { .. }) => {
            return Err(Rejection::NotCorrectable);
        }
        Some(command) => {
            let mut instead = judge(state, &state.without(act, context.at), command, context)?;
            takes_the_place(state, act, &mut instead);
            events.extend(instead);
        }
    }
    Ok(events)
}

/// A vote that is corrected stays the vote that others name: its repetition, say. Another matter is
/// another vote. An election stays the one that its rounds name; under another item it is another.
fn takes_the_place(state: &State, act: ActId, instead: &mut [Event]) {
    if let Some(old) = state.now.elections.iter().rfind(|one| one.act == act) {
        for event in &mut *instead {
            if let Event::ElectionOpened { election, item, .. } = event
                && old.item == *item
            {
                *election = old.id;
            }
        }
    }
    let Some(old) = state.now.vote(VoteId::of_act(act)) else { return };
    for event in instead {
        if let Event::VoteOpened { item, matter, corrects, .. } = event
            && (&old.item, &old.matter) == (&*item, &*matter)
        {
            corrects.extend(old.corrects.iter().copied().chain([old.id]));
        }
    }
}

fn confirm_basis(
    state: &State,
    vote: VoteId,
    note: &Note,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    let known = state.now.vote(vote).ok_or(Rejection::UnknownVote { vote })?;
    if known.changed.is_none() {
        return Err(Rejection::BasisUnchanged);
    }
    let note = context.note(Some(note)).ok_or(Rejection::TextMissing)?;
    Ok(vec![Event::BasisConfirmed { vote: known.id, note }])
}

/// Folds new events in and refuses what would make any entry impossible.
fn take_in(next: &mut State, events: &[NewEvent], context: &Context) -> Result<Folded, Rejection> {
    let mut revision = next.revision();
    let recorded: Vec<Recorded> = events
        .iter()
        .map(|new| {
            revision += 1;
            Recorded {
                revision,
                act: context.act,
                recorded_at: context.now,
                occurred_at: new.occurred_at,
                event: new.event.clone(),
            }
        })
        .collect();
    next.take_in(recorded).map_err(|impossible| contradiction(next, impossible, context.act))
}

fn contradiction(next: &State, impossible: Impossible, act: ActId) -> Rejection {
    let entry = next.entries.iter().find(|entry| entry.revision == impossible.revision);
    match entry {
        Some(entry) if entry.act != act => Rejection::Contradicts {
            act: entry.act,
            at: entry.occurred_at,
            kind: entry.event.kind(),
        },
        _ => Rejection::Invariant { what: "an act does not fit its own moment" },
    }
}

/// A later entry must not change silently what a vote rested on: the vote is marked. Votes before
/// the first place that the act has touched rest on what they rested on.
fn changed_bases(
    state: &State,
    next: &State,
    entered: &[NewEvent],
    context: &Context,
) -> Result<Vec<NewEvent>, Rejection> {
    let touched = entered.iter().flat_map(|new| {
        let withdrawn = match &new.event {
            Event::ActWithdrawn { act } => Some(*act),
            _ => None,
        };
        let withdrawn = withdrawn.into_iter().flat_map(|act| state.entries_of(act));
        withdrawn.map(|entry| entry.occurred_at).chain([new.occurred_at])
    });
    let from = touched.min();
    let behind = next.now.votes.iter().rev().take_while(|vote| Some(vote.opened) >= from);
    let mut events = Vec::new();
    for vote in behind {
        let profile = context.profile(&next.now)?;
        let old = vote.known_basis();
        if !old.rests_on(profile, &vote.seats) {
            let second_call = next.now.second_call(Some(vote.item));
            let new = old.anew(profile, &vote.seats, second_call);
            let old = old.clone();
            let event = Event::BasisChanged { vote: vote.id, old, new };
            events.push(NewEvent { occurred_at: vote.opened, event });
        }
    }
    events.reverse();
    Ok(events)
}

/// What must hold in every state: a second look at what folding keeps.
pub(super) fn check_invariants(now: &Snapshot) -> Result<(), Rejection> {
    let broken = |what| Err(Rejection::Invariant { what });
    let mut seated: Vec<PersonId> = Vec::new();
    for (id, seat) in &now.seats {
        let Some((person, status)) = seat.occupant else { continue };
        let own = seat.member.is_some_and(|member| member.person == person);
        let stands_in = seat.substitution().is_some_and(|one| one.substitute == person);
        // One seat, one vote: the member and a substitution in force exclude each other.
        if own == stands_in || (own && seat.substitution().is_some()) {
            return broken("nobody sits on a seat but its member or the substitute in force");
        }
        let there = now.present(person).is_some_and(|one| one.place == Place::Seat(*id, status));
        if !there || seated.contains(&person) {
            return broken("who sits on a seat is present there and nowhere else");
        }
        seated.push(person);
    }
    for (person, intervals) in &now.attendance {
        // What lies further back has not changed since it was looked at.
        let mut last_two = intervals.iter().rev();
        let ordered = match (last_two.next(), last_two.next()) {
            (Some(last), Some(before)) => before.to.is_some_and(|to| to <= last.from),
            _ => true,
        };
        let ends = intervals.last().is_none_or(|last| last.to.is_none_or(|to| last.from <= to));
        if !ordered || !ends {
            return broken("presence does not overlap itself");
        }
        let on_a_seat = now.present(*person).is_some_and(|i| matches!(i.place, Place::Seat(..)));
        if on_a_seat && !seated.contains(person) {
            return broken("who is present on a seat sits there");
        }
    }
    let mut recused: Vec<(PersonId, AgendaItemId)> =
        now.recusals.lasting().map(|one| (one.person, one.item)).collect();
    let all = recused.len();
    recused.sort_unstable();
    recused.dedup();
    if recused.len() != all {
        return broken("a person is recused once for an item");
    }
    conduct_holds(now).map_or(Ok(()), broken)
}

/// What must hold of absences, chair and recesses; what is broken, if anything is.
fn conduct_holds(now: &Snapshot) -> Option<&'static str> {
    let away = |one: &Absence| (one.person, one.cause);
    for (index, one) in now.absences.lasting().enumerate() {
        if one.to.is_some() || now.present(one.person).is_none() {
            return Some("who is away from the table is in the session");
        }
        if now.absences.lasting().take(index).any(|other| away(other) == away(one)) {
            return Some("nobody is away twice for one cause");
        }
    }
    if now.recusals.lasting().any(|one| one.to.is_some()) {
        return Some("what lasts has no end");
    }
    let chair = now.chairs.last();
    if now.phase != Phase::New && now.chair != chair.map(|term| term.person) {
        return Some("who took the chair last has it");
    }
    // Who came again since was there when it was looked at the last time.
    let was_there = chair.is_none_or(|term| {
        let last = now.attendance.get(&term.person).and_then(Chunks::last);
        last.is_some_and(|one| one.from > term.from || one.to.is_none_or(|to| to >= term.from))
    });
    if !was_there {
        return Some("who took the chair was there");
    }
    let recess = now.recesses.last();
    let ends = recess.is_none_or(|(from, to)| to.map_or(now.closed.is_none(), |to| *from <= to));
    (!ends).then_some("a recess begins before it ends, and ends with the session")
}
