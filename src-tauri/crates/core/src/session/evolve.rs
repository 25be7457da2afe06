//! Folding events into state.
//!
//! Stored events never fail to fold: [`State::evolve`] passes over what cannot be, and `decide`
//! uses [`State::try_evolve`] first, so that nothing impossible is ever stored. It looks up no
//! rule and no master data.

use super::event::{Event, Seated};
use super::state::{
    ClosedVote, Entry, Interval, ItemState, PartChange, Phase, Place, QuorumFinding, Recusal,
    RecordedOutcome, Revision, SeatState, Snapshot, State, Substitution, Vote,
};
use crate::rules::quorum::Finding;
use crate::rules::substitution;
use crate::{ActId, AgendaItemId, MeetingId, Moment, PersonId, SeatId, Timestamp};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// An event as the journal gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number in the session.
    pub revision: Revision,
    /// The act that wrote it.
    pub act: ActId,
    /// When it was entered.
    pub recorded_at: Timestamp,
    /// When it happened.
    pub occurred_at: Moment,
    /// What happened.
    pub event: Event,
}

/// The entry whose event cannot be at its place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impossible {
    /// Its number.
    pub revision: Revision,
}

/// The event does not fit the snapshot.
struct Unfit;

type Applied = Result<(), Unfit>;

impl State {
    /// Folds the whole journal of a session.
    pub fn replay(meeting: MeetingId, recorded: impl IntoIterator<Item = Recorded>) -> Self {
        let mut state = Self::new(meeting);
        for one in recorded {
            state.push(one);
        }
        let _ = state.refold();
        state
    }

    /// Takes in a stored event.
    pub fn evolve(&mut self, recorded: Recorded) {
        let _ = self.try_evolve(recorded);
    }

    /// Takes in an event and says if any event has become impossible by it.
    pub fn try_evolve(&mut self, recorded: Recorded) -> Result<(), Impossible> {
        let last = self.last_key();
        let entry = self.push(recorded);
        let withdraws = matches!(entry.event, Event::ActWithdrawn { .. });
        let in_order = entry.event.about_the_record() || Some(key(&entry)) >= last;
        if withdraws || !in_order {
            return self.refold();
        }
        apply(&mut self.now, &entry).map_err(|Unfit| Impossible { revision: entry.revision })
    }

    fn push(&mut self, recorded: Recorded) -> Arc<Entry> {
        let Recorded { revision, act, recorded_at, occurred_at, event } = recorded;
        if let Event::ActWithdrawn { act: withdrawn } = &event {
            self.withdrawn.insert(*withdrawn, act);
        }
        let order = self.order_of(act, revision);
        let entry = Arc::new(Entry { revision, act, recorded_at, occurred_at, event, order });
        self.entries.push(Arc::clone(&entry));
        entry
    }

    /// A replacing act stands where the replaced one stood; any other where it was entered.
    fn order_of(&self, act: ActId, revision: Revision) -> Revision {
        let replaced = self.entries.iter().rev().take_while(|entry| entry.act == act).find_map(
            |entry| match &entry.event {
                Event::ActWithdrawn { act } => Some(*act),
                _ => None,
            },
        );
        let first_of = |act| {
            self.entries
                .iter()
                .find(|entry| entry.act == act && !entry.event.about_the_record())
                .map(|entry| entry.order)
        };
        replaced.and_then(first_of).unwrap_or(revision)
    }

    fn stands(&self, entry: &Entry) -> bool {
        !self.withdrawn.contains_key(&entry.act)
    }

    fn last_key(&self) -> Option<Key> {
        self.entries
            .iter()
            .filter(|entry| self.stands(entry) && !entry.event.about_the_record())
            .map(|entry| key(entry))
            .max()
    }

    /// The events of moments up to `until`, as they happened, then those about the record.
    fn fold(&self, until: Option<Moment>) -> (Snapshot, Result<(), Impossible>) {
        let mut in_time: Vec<&Arc<Entry>> = self
            .entries
            .iter()
            .filter(|entry| self.stands(entry) && !entry.event.about_the_record())
            .filter(|entry| until.is_none_or(|until| entry.occurred_at <= until))
            .collect();
        in_time.sort_by_key(|entry| key(entry));
        let about = self
            .entries
            .iter()
            .filter(|entry| self.stands(entry) && entry.event.about_the_record());
        let mut snapshot = Snapshot::default();
        let mut result = Ok(());
        for entry in in_time.into_iter().chain(about) {
            if apply(&mut snapshot, entry).is_err() && result.is_ok() {
                result = Err(Impossible { revision: entry.revision });
            }
        }
        (snapshot, result)
    }

    fn refold(&mut self) -> Result<(), Impossible> {
        let (snapshot, result) = self.fold(None);
        self.now = snapshot;
        result
    }

    /// What the record amounts to at a moment, entries of that minute included.
    pub fn at(&self, moment: Moment) -> Snapshot {
        let later = self
            .entries
            .iter()
            .rev()
            .any(|entry| entry.occurred_at > moment && !entry.event.about_the_record());
        if later { self.fold(Some(moment)).0 } else { self.now.clone() }
    }

    /// What the record would amount to at a moment without one act.
    pub fn without(&self, act: ActId, moment: Moment) -> Snapshot {
        let mut other = self.clone();
        other.withdrawn.insert(act, act);
        other.fold(Some(moment)).0
    }
}

type Key = (Moment, Revision, Revision);

fn key(entry: &Entry) -> Key {
    (entry.occurred_at, entry.order, entry.revision)
}

fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    match &entry.event {
        Event::MeetingPrepared { .. } => prepare(now, &entry.event),
        Event::InvitationConfirmed {} => {
            now.invitation_confirmed = Some(at);
            in_session(now)
        }
        Event::MemberExcused { person } => {
            now.excused.insert(*person);
            Ok(())
        }
        Event::SubstituteSeated { seated, represents, basis } => {
            seat_substitute(now, *seated, *represents, *basis, at)
        }
        Event::SubstitutionEnded { seat, substitute } => {
            end_substitution(now, *seat, *substitute, at)
        }
        Event::MeetingOpened { .. } => open(now, &entry.event, at),
        Event::MemberArrived(seated) => in_session(now).and_then(|()| sit(now, *seated, at, false)),
        Event::MemberDeparted(Seated { person, .. })
        | Event::AttendeeDeparted { person, .. } => {
            in_session(now).and_then(|()| leave(now, *person, at))
        }
        Event::AttendeeArrived { person, capacity } => {
            in_session(now)?;
            come(now, *person, Place::Beside(*capacity), at, false)
        }
        Event::RecusalDeclared { .. } | Event::RecusalEnded { .. } => recuse(now, entry),
        Event::QuorumEstablished { basis } => {
            let basis = Arc::new(basis.clone());
            now.findings.push(QuorumFinding { at, finding: Finding::Quorate, basis });
            in_session(now)
        }
        Event::LackOfQuorumDeclared { basis } => {
            let basis = Arc::new(basis.clone());
            now.findings.push(QuorumFinding { at, finding: Finding::Lacking, basis });
            in_session(now)
        }
        Event::ItemAdded { item, .. } => {
            let after = place_of_new_item(now, item.part, item.parent);
            now.items.insert(after.min(now.items.len()), new_item(item.clone(), true));
            Ok(())
        }
        Event::ItemCalled { .. } | Event::ItemClosed { .. } | Event::OutcomeRecorded { .. } => {
            deal_with_item(now, entry)
        }
        Event::VoteOpened { .. } | Event::VoteClosed { .. } => vote(now, entry),
        Event::AttachmentListed { attachment } => {
            now.attachments.push(attachment.clone());
            Ok(())
        }
        Event::PartChanged { part, left } => change_part(now, entry, *part, left),
        Event::MeetingClosed {} => {
            in_session(now)?;
            now.phase = Phase::Closed;
            now.closed = Some(at);
            now.current = None;
            Ok(())
        }
        Event::BasisChanged { .. }
        | Event::BasisConfirmed { .. }
        | Event::TextFixed { .. }
        | Event::ActWithdrawn { .. } => {
            about_the_record(now, &entry.event);
            Ok(())
        }
    }
}

fn in_session(now: &Snapshot) -> Applied {
    if now.phase == Phase::Open { Ok(()) } else { Err(Unfit) }
}

fn prepare(now: &mut Snapshot, event: &Event) -> Applied {
    let Event::MeetingPrepared { plan, profile, roster } = event else { return Err(Unfit) };
    if now.phase != Phase::New {
        return Err(Unfit);
    }
    now.phase = Phase::Prepared;
    now.profile = Some(profile.clone());
    now.items = plan.agenda.iter().map(|item| new_item(item.clone(), false)).collect();
    now.plan = Some(Arc::new(plan.clone()));
    for seat in roster {
        let state = SeatState {
            number: seat.number,
            kind: seat.kind,
            member: seat.member,
            personal_substitutes: seat.personal_substitutes.clone(),
            substitute_list: seat.substitute_list.clone(),
            substitutions: Vec::new(),
            occupant: None,
        };
        now.seats.insert(seat.seat, state);
    }
    Ok(())
}

fn new_item(item: crate::agenda_item::AgendaItem, added: bool) -> ItemState {
    ItemState {
        item,
        added,
        called: Vec::new(),
        closed: None,
        settled_with: None,
        outcomes: Vec::new(),
        fixed: None,
    }
}

/// A new sub-item stands after the last one of its parent, any other at the end of its part.
fn place_of_new_item(
    now: &Snapshot,
    part: crate::agenda_item::Part,
    parent: Option<AgendaItemId>,
) -> usize {
    let belongs = |state: &ItemState| match parent {
        Some(parent) => state.item.id == parent || state.item.parent == Some(parent),
        None => state.item.part <= part,
    };
    now.items.iter().rposition(belongs).map_or(0, |index| index + 1)
}

fn open(now: &mut Snapshot, event: &Event, at: Moment) -> Applied {
    let Event::MeetingOpened { chair, clerk, present, officials, guests } = event else {
        return Err(Unfit);
    };
    if now.phase != Phase::Prepared {
        return Err(Unfit);
    }
    now.phase = Phase::Open;
    now.opened = Some(at);
    now.chair = Some(*chair);
    now.clerk = Some(*clerk);
    for seated in present {
        sit(now, *seated, at, true)?;
    }
    use super::command::Capacity::{Guest, Official};
    for (persons, capacity) in [(officials, Official), (guests, Guest)] {
        for person in persons {
            come(now, *person, Place::Beside(capacity), at, true)?;
        }
    }
    Ok(())
}

/// Starts an interval of presence.
fn come(now: &mut Snapshot, person: PersonId, place: Place, at: Moment, opening: bool) -> Applied {
    let intervals = now.attendance.entry(person).or_default();
    if let Some(last) = intervals.last()
        && (last.to.is_none() || last.to.is_some_and(|to| to > at))
    {
        return Err(Unfit);
    }
    intervals.push(Interval { place, from: at, to: None, since_opening: opening });
    Ok(())
}

fn sit(now: &mut Snapshot, seated: Seated, at: Moment, opening: bool) -> Applied {
    let Seated { seat, person, status } = seated;
    let state = now.seats.get(&seat).ok_or(Unfit)?;
    if state.occupant.is_some() {
        return Err(Unfit);
    }
    // Who stood beside the seats (as a guest, say) takes the seat from there.
    if let Some(Interval { place: Place::Beside(_), .. }) = now.present(person) {
        leave(now, person, at)?;
    }
    come(now, person, Place::Seat(seat, status), at, opening)?;
    if let Some(state) = now.seats.get_mut(&seat) {
        state.occupant = Some((person, status));
    }
    Ok(())
}

/// Ends an interval of presence and what hangs on it.
fn leave(now: &mut Snapshot, person: PersonId, at: Moment) -> Applied {
    let last = now.attendance.get_mut(&person).and_then(|intervals| intervals.last_mut());
    let interval = last.filter(|interval| interval.to.is_none()).ok_or(Unfit)?;
    if interval.from > at {
        return Err(Unfit);
    }
    interval.to = Some(at);
    if let Place::Seat(seat, _) = interval.place
        && let Some(state) = now.seats.get_mut(&seat)
    {
        state.occupant = None;
    }
    for recusal in &mut now.recusals {
        if recusal.person == person && recusal.to.is_none() {
            recusal.to = Some(at);
        }
    }
    Ok(())
}

fn seat_substitute(
    now: &mut Snapshot,
    seated: Seated,
    represents: Option<PersonId>,
    basis: substitution::Basis,
    at: Moment,
) -> Applied {
    let phase = now.phase;
    let state = now.seats.get_mut(&seated.seat).ok_or(Unfit)?;
    if state.occupant.is_some() {
        return Err(Unfit);
    }
    if let Some(last) = state.substitutions.last_mut()
        && last.ended.is_none()
    {
        last.ended = Some(at);
    }
    state.substitutions.push(Substitution {
        substitute: seated.person,
        status: seated.status,
        represents,
        basis,
        ended: None,
    });
    match phase {
        Phase::Prepared => Ok(()),
        Phase::Open => sit(now, seated, at, false),
        Phase::New | Phase::Closed => Err(Unfit),
    }
}

fn end_substitution(
    now: &mut Snapshot,
    seat: SeatId,
    substitute: PersonId,
    at: Moment,
) -> Applied {
    let state = now.seats.get_mut(&seat).ok_or(Unfit)?;
    let last = state.substitutions.last_mut().filter(|last| last.ended.is_none()).ok_or(Unfit)?;
    if last.substitute != substitute {
        return Err(Unfit);
    }
    last.ended = Some(at);
    if state.occupant.is_some_and(|(person, _)| person == substitute) {
        leave(now, substitute, at)?;
    }
    Ok(())
}

fn recuse(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let at = entry.occurred_at;
    match &entry.event {
        Event::RecusalDeclared { person, item, .. } => {
            if now.recusal(*person).is_some() || now.present(*person).is_none() {
                return Err(Unfit);
            }
            let (person, item) = (*person, *item);
            now.recusals.push(Recusal { person, item, from: at, to: None, act: entry.act });
            Ok(())
        }
        Event::RecusalEnded { person, .. } => {
            let open = now.recusals.iter_mut().rev().find(|r| r.person == *person);
            let open = open.filter(|recusal| recusal.to.is_none()).ok_or(Unfit)?;
            open.to = Some(at);
            Ok(())
        }
        _ => Err(Unfit),
    }
}

fn deal_with_item(now: &mut Snapshot, entry: &Entry) -> Applied {
    let at = entry.occurred_at;
    let find = |now: &mut Snapshot, id: AgendaItemId| {
        now.items.iter().position(|state| state.item.id == id).ok_or(Unfit)
    };
    match &entry.event {
        Event::ItemCalled { item } => {
            in_session(now)?;
            let index = find(now, *item)?;
            now.current = Some(*item);
            if let Some(state) = now.items.get_mut(index) {
                state.called.push(at);
                state.closed = None;
            }
        }
        Event::ItemClosed { item, settles } => {
            in_session(now)?;
            let index = find(now, *item)?;
            if let Some(state) = now.items.get_mut(index) {
                state.closed = Some(at);
            }
            for settled in settles {
                let index = find(now, *settled)?;
                if let Some(state) = now.items.get_mut(index) {
                    state.settled_with = Some(*item);
                }
            }
            if now.current == Some(*item) {
                now.current = None;
            }
        }
        Event::OutcomeRecorded { item, outcome, wording } => {
            in_session(now)?;
            let index = find(now, *item)?;
            if let Some(state) = now.items.get_mut(index) {
                let (outcome, wording) = (*outcome, wording.clone());
                state.outcomes.push(RecordedOutcome { outcome, wording, at, act: entry.act });
            }
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

fn vote(now: &mut Snapshot, entry: &Entry) -> Applied {
    in_session(now)?;
    let at = entry.occurred_at;
    match &entry.event {
        Event::VoteOpened { vote, item, basis } => {
            now.item(*item).ok_or(Unfit)?;
            if now.vote(*vote).is_some() {
                return Err(Unfit);
            }
            let seats = Arc::new(now.seats_now());
            now.votes.push(Vote {
                id: *vote,
                act: entry.act,
                item: *item,
                opened: at,
                basis: Arc::new(basis.clone()),
                seats,
                closed: None,
                changed: None,
                confirmed: None,
            });
            Ok(())
        }
        Event::VoteClosed { vote, wording_put, tally, announced, result, .. } => {
            let open = now.votes.iter_mut().find(|v| v.id == *vote).ok_or(Unfit)?;
            open.closed = Some(Arc::new(ClosedVote {
                at,
                wording_put: wording_put.clone(),
                tally: tally.clone(),
                announced: *announced,
                result: result.clone(),
            }));
            Ok(())
        }
        _ => Err(Unfit),
    }
}

fn change_part(
    now: &mut Snapshot,
    entry: &Entry,
    part: crate::agenda_item::Part,
    left: &[PersonId],
) -> Applied {
    in_session(now)?;
    if now.part == part {
        return Err(Unfit);
    }
    now.part = part;
    let at = entry.occurred_at;
    now.part_changes.push(PartChange { at, part, left: left.to_vec(), act: entry.act });
    left.iter().try_for_each(|person| leave(now, *person, at))
}

/// Never fails: what it speaks of may have been taken back since.
fn about_the_record(now: &mut Snapshot, event: &Event) {
    match event {
        Event::BasisChanged { vote, new, .. } => {
            if let Some(vote) = now.votes.iter_mut().find(|v| v.id == *vote) {
                vote.changed = Some(Arc::new(new.clone()));
            }
        }
        Event::BasisConfirmed { vote, .. } => {
            if let Some(vote) = now.votes.iter_mut().find(|v| v.id == *vote)
                && let Some(changed) = vote.changed.take()
            {
                vote.confirmed = Some(changed);
            }
        }
        Event::TextFixed { item, version, digest } => {
            if let Some(state) = now.items.iter_mut().find(|state| state.item.id == *item) {
                state.fixed = Some((*version, *digest));
            }
        }
        _ => {}
    }
}
