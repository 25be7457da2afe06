//! State of a session: the entries of its record, and what they amount to at a moment.
//!
//! Derived from events alone. The times of presence are kept to the minute.

use super::basis::Basis;
use super::command::{Announced, Capacity, Tally};
use super::entries::Entries;
use super::event::{Event, RosterMember};
use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::digest::Digest;
use crate::meeting::MeetingPlan;
use crate::membership::{SeatKind, Status};
use crate::paper::Attachment;
use crate::richtext::RichText;
use crate::rules::attendance::SeatNow;
use crate::rules::majority::VoteResult;
use crate::rules::profile::{ProfileRef, RuleProfile};
use crate::rules::quorum::{self, Finding, LegalState};
use crate::rules::substitution;
use crate::{ActId, AgendaItemId, MeetingId, Moment, PersonId, SeatId, Timestamp, VoteId};
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
    pub entries: Entries,
    /// Acts that were taken back, with the act that did so.
    pub withdrawn: BTreeMap<ActId, ActId>,
    /// What the entries amount to.
    pub now: Snapshot,
    /// Place of the last standing entry, so that an act in order looks through no other.
    pub(super) last: Option<Key>,
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

/// What a person without an end of presence sits or stands there as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On a seat.
    Seat(SeatId, Status),
    /// Beside the seats.
    Beside(Capacity),
}

/// An interval of presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// As what.
    pub place: Place,
    /// From.
    pub from: Moment,
    /// To; none while it lasts.
    pub to: Option<Moment>,
    /// There since the opening: nothing is printed for the start.
    pub since_opening: bool,
}

/// A substitution of one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substitution {
    /// The substitute.
    pub substitute: PersonId,
    /// Status of the substitute.
    pub status: Status,
    /// The regular member; none on a vacant seat.
    pub represents: Option<PersonId>,
    /// On what it rests.
    pub basis: substitution::Basis,
    /// When it ended: the represented person came, another substitute took the seat, or the
    /// substitute was excused before coming.
    pub ended: Option<Moment>,
}

/// A seat in this session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatState {
    /// Number.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Regular member; none if vacant.
    pub member: Option<RosterMember>,
    /// Personal substitutes in their order.
    pub personal_substitutes: Vec<PersonId>,
    /// List of substitutes in its order.
    pub substitute_list: Vec<PersonId>,
    /// Substitutions in their order; at most the last one has not ended.
    pub substitutions: Vec<Substitution>,
    /// Who sits there now.
    pub occupant: Option<(PersonId, Status)>,
}

impl SeatState {
    /// The substitution in force.
    pub fn substitution(&self) -> Option<&Substitution> {
        self.substitutions.last().filter(|substitution| substitution.ended.is_none())
    }
}

/// A recusal (§ 31 GO NRW). It belongs to its item, not to the presence: who leaves the room and
/// comes back while the item is dealt with is still recused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recusal {
    /// Who.
    pub person: PersonId,
    /// For which item.
    pub item: AgendaItemId,
    /// From.
    pub from: Moment,
    /// To: the return to the table, or the closing of the item; none while it lasts.
    pub to: Option<Moment>,
    /// The act that declared it.
    pub act: ActId,
}

/// A finding of the chair on the quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuorumFinding {
    /// When.
    pub at: Moment,
    /// What.
    pub finding: Finding,
    /// What it rested on.
    pub basis: Arc<Basis>,
}

/// How a vote ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedVote {
    /// When.
    pub at: Moment,
    /// The text as voted on.
    pub wording_put: RichText,
    /// The votes.
    pub tally: Tally,
    /// What the chair announced.
    pub announced: Announced,
    /// What the numbers give.
    pub result: VoteResult,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Which.
    pub id: VoteId,
    /// The act that recorded it.
    pub act: ActId,
    /// On which item.
    pub item: AgendaItemId,
    /// When it was opened.
    pub opened: Moment,
    /// What was frozen then.
    pub basis: Arc<Basis>,
    /// The seats as the whole record has them at that time.
    pub seats: Arc<Vec<SeatNow>>,
    /// What the chair had found last at that time, as the whole record has it. A vote after a
    /// finding that the body lacks its quorum is kept and marked.
    pub finding: Option<Finding>,
    /// Its end.
    pub closed: Option<Arc<ClosedVote>>,
    /// What later entries made of the basis, until the clerk settles it.
    pub changed: Option<Arc<Basis>>,
    /// The basis the clerk confirmed last.
    pub confirmed: Option<Arc<Basis>>,
}

impl Vote {
    /// The basis that stands without any doubt: confirmed last, or frozen with the vote.
    pub fn settled_basis(&self) -> &Basis {
        self.confirmed.as_ref().unwrap_or(&self.basis)
    }

    /// The legal state in which the vote was taken.
    pub fn legal_state(&self, profile: &RuleProfile) -> LegalState {
        let computed = self.known_basis().quorum.computed;
        quorum::legal_state(profile.quorum.fiction, self.finding, computed)
    }

    /// The basis that counts as known: frozen, changed or confirmed last.
    pub fn known_basis(&self) -> &Basis {
        self.changed.as_deref().unwrap_or_else(|| self.settled_basis())
    }
}

/// An outcome without a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedOutcome {
    /// What.
    pub outcome: Outcome,
    /// The sentence, if not the usual one.
    pub wording: Option<RichText>,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: ActId,
}

/// An item in this session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemState {
    /// The item.
    pub item: AgendaItem,
    /// Added in the session.
    pub added: bool,
    /// When it was called, each time.
    pub called: Vec<Moment>,
    /// When it was closed last.
    pub closed: Option<Moment>,
    /// Settled together with its parent.
    pub settled_with: Option<AgendaItemId>,
    /// Outcomes without a vote, in their order.
    pub outcomes: Vec<RecordedOutcome>,
    /// Version and digest of the text that was fixed last.
    pub fixed: Option<(u32, Digest)>,
}

impl ItemState {
    /// Closed, or settled with its parent.
    pub fn settled(&self) -> bool {
        self.closed.is_some() || self.settled_with.is_some()
    }
}

/// A change of part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    /// When.
    pub at: Moment,
    /// To which part.
    pub part: Part,
    /// Who left.
    pub left: Vec<PersonId>,
    /// The act.
    pub act: ActId,
}

/// What the record amounts to at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Phase.
    pub phase: Phase,
    /// The plan, once prepared.
    pub plan: Option<Arc<MeetingPlan>>,
    /// The profile that judges, once prepared.
    pub profile: Option<ProfileRef>,
    /// Seats.
    pub seats: BTreeMap<SeatId, SeatState>,
    /// Who was excused.
    pub excused: BTreeSet<PersonId>,
    /// Presence of every person who was ever there.
    pub attendance: BTreeMap<PersonId, Vec<Interval>>,
    /// Recusals in their order.
    pub recusals: Vec<Recusal>,
    /// The chair found the invitation due.
    pub invitation_confirmed: Option<Moment>,
    /// Opening.
    pub opened: Option<Moment>,
    /// Closing.
    pub closed: Option<Moment>,
    /// Chair.
    pub chair: Option<PersonId>,
    /// Clerk.
    pub clerk: Option<PersonId>,
    /// Findings on the quorum in their order.
    pub findings: Vec<QuorumFinding>,
    /// Items in the order of the agenda.
    pub items: Vec<ItemState>,
    /// The item that is being dealt with.
    pub current: Option<AgendaItemId>,
    /// Votes in their order.
    pub votes: Vec<Vote>,
    /// Attachments in their order.
    pub attachments: Vec<Attachment>,
    /// Part of the session.
    pub part: Part,
    /// Changes of part in their order.
    pub part_changes: Vec<PartChange>,
}

impl Default for Snapshot {
    fn default() -> Self {
        Self {
            phase: Phase::New,
            plan: None,
            profile: None,
            seats: BTreeMap::new(),
            excused: BTreeSet::new(),
            attendance: BTreeMap::new(),
            recusals: Vec::new(),
            invitation_confirmed: None,
            opened: None,
            closed: None,
            chair: None,
            clerk: None,
            findings: Vec::new(),
            items: Vec::new(),
            current: None,
            votes: Vec::new(),
            attachments: Vec::new(),
            part: Part::Public,
            part_changes: Vec::new(),
        }
    }
}

impl Snapshot {
    /// An item by id.
    pub fn item(&self, id: AgendaItemId) -> Option<&ItemState> {
        self.items.iter().find(|state| state.item.id == id)
    }

    /// A vote by id.
    pub fn vote(&self, id: VoteId) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.id == id)
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

    /// The seat the person takes as a substitute in force.
    pub fn seat_of_substitute(&self, person: PersonId) -> Option<SeatId> {
        self.seats
            .iter()
            .find(|(_, seat)| seat.substitution().is_some_and(|s| s.substitute == person))
            .map(|(id, _)| *id)
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
            entries: Entries::default(),
            withdrawn: BTreeMap::new(),
            now: Snapshot::default(),
            last: None,
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
