//! State of a session: the entries of its record, and what they amount to at a moment.
//!
//! Derived from events alone. The times of presence are kept to the minute.

mod business;
mod election;
mod presence;
mod spans;

pub use business::{
    ClosedVote, ItemState, MethodRequest, MotionState, PartChange, PresenceCheck, ProceedingState,
    QuorumFinding, RecordedOutcome, Vote,
};
pub use election::{ElectionState, Missing, RoundState, Withdrawal};
pub use presence::{Absence, Interval, Place, Recusal, SeatState, Substitution, Term};
pub use spans::{Span, Spans};

use super::chunks::Chunks;
use super::event::Event;
use super::marks::Marks;
use crate::agenda_item::Part;
use crate::meeting::MeetingPlan;
use crate::membership::SeatKind;
use crate::paper::Attachment;
use crate::rules::local::LocalRule;
use crate::rules::profile::ProfileRef;
use crate::rules::quorum::Finding;
use crate::template::Template;
use crate::{
    ActId, AgendaItemId, ElectionId, MeetingId, Moment, MotionId, PersonId, SeatId, Timestamp,
    VoteId,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Number of events in the journal of a session; the first event has revision 1.
pub type Revision = u32;

/// One event with its times and the act it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub revision: Revision,
    /// The act that wrote it.
    pub act: ActId,
    /// When it was entered.
    pub recorded_at: Timestamp,
    /// When it happened.
    pub occurred_at: Moment,
    /// What happened.
    pub event: Event,
    /// Place among the entries of the same minute: its own revision, or that of the act it
    /// replaces.
    pub order: Revision,
}

/// Place of an entry in time: the moment (none for the plan, which stands first), the order within
/// its minute, the revision.
pub(super) type Key = (Option<Moment>, Revision, Revision);

/// The whole record of one session, and its state after all entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Which session.
    pub meeting: MeetingId,
    /// All entries in the order of entry; it never shrinks.
    pub entries: Chunks<Arc<Entry>>,
    /// Acts that were taken back, with the act that did so.
    pub withdrawn: Arc<BTreeMap<ActId, ActId>>,
    /// What the entries amount to.
    pub now: Snapshot,
    /// Place of the last standing entry, so that an act in order looks through no other.
    pub(super) last: Option<Key>,
    /// Entries that say something about the record itself, in the order of entry.
    pub(super) about: Chunks<Arc<Entry>>,
    /// What the record amounted to now and then on the way.
    pub(super) marks: Marks,
}

/// Phase of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Nothing is known.
    #[default]
    New,
    /// Prepared, not opened.
    Prepared,
    /// Open.
    Open,
    /// Closed.
    Closed,
}

/// What the record amounts to at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// Phase.
    pub phase: Phase,
    /// The plan, once prepared.
    pub plan: Option<Arc<MeetingPlan>>,
    /// The profile that judges, once prepared.
    pub profile: Option<ProfileRef>,
    /// What the organization has settled otherwise than the profile, once prepared.
    pub local_rule: Option<Arc<LocalRule>>,
    /// How its minutes are built and worded, where not as usual; once prepared.
    pub template: Option<Arc<Template>>,
    /// Seats.
    pub seats: BTreeMap<SeatId, Arc<SeatState>>,
    /// Who was excused.
    pub excused: BTreeSet<PersonId>,
    /// Presence of every person who was ever there.
    pub attendance: BTreeMap<PersonId, Chunks<Interval>>,
    /// Recusals in their order.
    pub recusals: Spans<Recusal>,
    /// Absences from the table in their order.
    pub absences: Spans<Absence>,
    /// The chair found the invitation due.
    pub invitation_confirmed: Option<Moment>,
    /// Opening.
    pub opened: Option<Moment>,
    /// Closing.
    pub closed: Option<Moment>,
    /// Recesses in their order: from, and to once it is over.
    pub recesses: Chunks<(Moment, Option<Moment>)>,
    /// Recesses that last until another day: when each began, and when the session goes on.
    pub adjourned: Chunks<(Moment, Moment)>,
    /// Who chairs now.
    pub chair: Option<PersonId>,
    /// Who keeps the minutes now.
    pub clerk: Option<PersonId>,
    /// Who chaired, in their order; the first one opened the session.
    pub chairs: Chunks<Term>,
    /// Who kept the minutes, in their order.
    pub clerks: Chunks<Term>,
    /// Findings on the quorum in their order.
    pub findings: Chunks<QuorumFinding>,
    /// Items in the order of the agenda.
    pub items: Vec<Arc<ItemState>>,
    /// The item that is being dealt with.
    pub current: Option<AgendaItemId>,
    /// Votes in their order.
    pub votes: Chunks<Vote>,
    /// Motions in the order in which they were made.
    pub motions: Chunks<MotionState>,
    /// Requests for a roll-call or a secret vote in their order.
    pub requests: Chunks<MethodRequest>,
    /// Elections in their order.
    pub elections: Chunks<ElectionState>,
    /// Attachments in their order.
    pub attachments: Chunks<Attachment>,
    /// What was taken down beside votes, in its order.
    pub proceedings: Chunks<ProceedingState>,
    /// Counts of the presence in their order.
    pub checks: Chunks<PresenceCheck>,
    /// Part of the session.
    pub part: Part,
    /// Changes of part in their order.
    pub part_changes: Chunks<PartChange>,
}

impl Snapshot {
    /// An item by id.
    pub fn item(&self, id: AgendaItemId) -> Option<&ItemState> {
        self.items.iter().find(|state| state.item.id == id).map(AsRef::as_ref)
    }

    /// All items in the order of the agenda.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &ItemState> {
        self.items.iter().map(AsRef::as_ref)
    }

    /// A vote by id, or by that of a vote it was put in the place of by a correction.
    pub fn vote(&self, id: VoteId) -> Option<&Vote> {
        // What is asked for was recorded last, as a rule.
        self.votes.iter().rfind(|vote| vote.named(id))
    }

    /// A motion by id.
    pub fn motion(&self, id: MotionId) -> Option<&MotionState> {
        self.motions.iter().rfind(|state| state.motion.id == id)
    }

    /// An election by id.
    pub fn election(&self, id: ElectionId) -> Option<&ElectionState> {
        self.elections.iter().rfind(|state| state.id == id)
    }

    /// The absence from the table that lasts; of several the one that began last.
    pub fn absence(&self, person: PersonId) -> Option<&Absence> {
        self.absences.lasting().rfind(|one| one.person == person)
    }

    /// Since when the session is interrupted.
    pub fn interrupted(&self) -> Option<Moment> {
        self.recesses.last().filter(|(_, to)| to.is_none()).map(|(from, _)| *from)
    }

    /// A seat, to be changed.
    pub(super) fn seat_mut(&mut self, id: SeatId) -> Option<&mut SeatState> {
        self.seats.get_mut(&id).map(Arc::make_mut)
    }

    /// An item, to be changed.
    pub(super) fn item_mut(&mut self, id: AgendaItemId) -> Option<&mut ItemState> {
        self.items.iter_mut().find(|state| state.item.id == id).map(Arc::make_mut)
    }

    /// The last interval of a person, to be changed.
    pub(super) fn last_interval_mut(&mut self, person: PersonId) -> Option<&mut Interval> {
        self.attendance.get_mut(&person)?.last_mut()
    }

    /// The interval that lasts, if the person is there.
    pub fn present(&self, person: PersonId) -> Option<&Interval> {
        self.attendance.get(&person)?.last().filter(|interval| interval.to.is_none())
    }

    /// The seat of which the person is the regular member.
    pub fn seat_of_member(&self, person: PersonId) -> Option<SeatId> {
        self.seats
            .iter()
            .find(|(_, seat)| seat.member.is_some_and(|member| member.person == person))
            .map(|(id, _)| *id)
    }

    /// The own seat that keeps the person from taking another one of a kind: nobody has two votes. Who
    /// only advises may sit in on a voting seat, and then counts there alone.
    pub fn own_seat_against(&self, person: PersonId, kind: SeatKind) -> Option<SeatId> {
        let votes = |own: &SeatId| self.seats.get(own).is_some_and(|s| s.kind == SeatKind::Voting);
        self.seat_of_member(person).filter(|own| kind == SeatKind::Advisory || votes(own))
    }

    /// The seat on which the person sits, or would: that of a substitution in force, else the own one.
    pub fn seat_of(&self, person: PersonId) -> Option<SeatId> {
        self.seat_of_substitute(person).or_else(|| self.seat_of_member(person))
    }

    /// The seat the person takes as a substitute in force.
    pub fn seat_of_substitute(&self, person: PersonId) -> Option<SeatId> {
        self.seats
            .iter()
            .find(|(_, seat)| seat.substitution().is_some_and(|s| s.substitute == person))
            .map(|(id, _)| *id)
    }

    /// The seat that keeps the person from another one as a substitute: arranged before the opening,
    /// or taken. Who left may come back for somebody else: nobody is represented who is not there.
    pub fn bound_elsewhere(&self, person: PersonId) -> Option<SeatId> {
        let seat = self.seat_of_substitute(person)?;
        let left = self.phase == Phase::Open
            && self.present(person).is_none()
            && self.attendance.contains_key(&person);
        (!left).then_some(seat)
    }

    /// What the chair found last.
    pub fn finding(&self) -> Option<Finding> {
        self.findings.last().map(|finding| finding.finding)
    }
}

impl State {
    /// The state before any event.
    pub fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            entries: Chunks::default(),
            withdrawn: Arc::default(),
            now: Snapshot::default(),
            last: None,
            about: Chunks::default(),
            marks: Marks::default(),
        }
    }

    /// Number of events so far.
    pub fn revision(&self) -> Revision {
        self.entries.last().map_or(0, |entry| entry.revision)
    }

    /// The act that stands for `act` today: itself, or what replaced it last; none if it was
    /// taken back without a replacement.
    pub fn standing(&self, act: ActId) -> Option<ActId> {
        let mut act = act;
        while let Some(by) = self.withdrawn.get(&act) {
            act = *by;
        }
        let stands =
            self.entries.iter().any(|entry| entry.act == act && !entry.event.about_the_record());
        stands.then_some(act)
    }

    /// The entries of an act.
    pub fn entries_of(&self, act: ActId) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.iter().filter(move |entry| entry.act == act)
    }
}
