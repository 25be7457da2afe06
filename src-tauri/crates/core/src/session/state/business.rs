//! What is dealt with: findings, items, votes, motions, elections. Derived from events alone.

use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::digest::Digest;
use crate::membership::Status;
use crate::motion::{Motion, MotionKind};
use crate::proceeding::Proceeding;
use crate::richtext::RichText;
use crate::rules::Reason;
use crate::rules::attendance::{Entitled, SeatNow};
use crate::rules::majority::{Method, VoteResult};
use crate::rules::profile::{MajorityId, RuleProfile};
use crate::rules::quorum::{Finding, SecondCall};
use crate::rules::request::Granted;
use crate::session::basis::Basis;
use crate::session::chunks::Chunks;
use crate::session::command::{Announced, Matter, PresenceSource, Tally};
use crate::session::hints;
use crate::session::state::Snapshot;
use crate::{ActId, AgendaItemId, Moment, MotionId, OrganizationId, PersonId, SeatId, VoteId};
use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A finding of the chair on the quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuorumFinding {
    /// When.
    pub at: Moment,
    /// The act that recorded it.
    pub act: ActId,
    /// What.
    pub finding: Finding,
    /// What it rested on when it was entered.
    pub basis: Arc<Basis>,
    /// The seats as the whole record has them at that time.
    pub seats: Arc<Vec<SeatNow>>,
    /// The second call that it was made in, as the whole record has it.
    pub second_call: Option<SecondCall>,
}

impl QuorumFinding {
    /// What it rests on by all that is known. What was frozen stays where the record says the same.
    pub fn known_basis(&self, profile: &RuleProfile) -> Cow<'_, Basis> {
        let new = Basis::of_call(profile, &self.seats, self.second_call);
        let (old, judged) = (&self.basis, &new.quorum);
        let same = old.same_persons(&new)
            && (old.quorum.base, old.quorum.least()) == (judged.base, judged.least());
        if same { Cow::Borrowed(&*self.basis) } else { Cow::Owned(new) }
    }
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
    /// The majority that the law asked for; none for more Yes than No.
    pub majority: Option<MajorityId>,
    /// The vote that this one takes the place of.
    pub repeats: Option<VoteId>,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Which.
    pub id: VoteId,
    /// The act that recorded it.
    pub act: ActId,
    /// Votes in whose place a correction put it.
    pub corrects: Vec<VoteId>,
    /// On which item.
    pub item: AgendaItemId,
    /// On what: the proposal, a motion, a round of an election ...
    pub matter: Matter,
    /// When it was opened.
    pub opened: Moment,
    /// What was frozen then.
    pub basis: Arc<Basis>,
    /// The seats as the whole record has them at that time.
    pub seats: Arc<Vec<SeatNow>>,
    /// What the chair had found last at that time, as the whole record has it.
    pub finding: Option<QuorumFinding>,
    /// Its end. None for a round of an election: that ends in [`super::ElectionState::rounds`].
    pub closed: Option<Arc<ClosedVote>>,
    /// The vote that took its place: a repetition or a recount.
    pub repeated_by: Option<VoteId>,
    /// What later entries made of the basis, until the clerk settles it.
    pub changed: Option<Arc<Basis>>,
    /// The basis the clerk confirmed last.
    pub confirmed: Option<Arc<Basis>>,
    /// The words of its result that the clerk put in the place of the derived ones.
    pub worded: Option<Arc<str>>,
}

impl Vote {
    /// Whether an id names it: its own, or that of a vote it was put in the place of.
    pub fn named(&self, id: VoteId) -> bool {
        self.id == id || self.corrects.contains(&id)
    }

    /// The basis that stands without any doubt: confirmed last, or frozen with the vote.
    pub fn settled_basis(&self) -> &Basis {
        self.confirmed.as_ref().unwrap_or(&self.basis)
    }

    /// The words of its result: those of the clerk, or what the numbers give; of a round those of the
    /// clerk alone.
    pub fn words(&self) -> &str {
        let derived = || self.closed.as_ref().map_or("", |closed| closed.result.wording.as_str());
        self.worded.as_deref().unwrap_or_else(derived)
    }

    /// What it is marked with: taken after the body was found to lack its quorum, or while the numbers
    /// did not give one. Derived anew, since a finding may be entered after the votes that follow it.
    pub fn marks(&self, profile: &RuleProfile) -> Vec<Reason> {
        let day = Some(self.opened.date());
        hints::quorum::of_vote(profile, self.finding.as_ref(), self.known_basis(), day)
    }

    /// Whether it says what became of the item: a vote on the item itself or on a part of it that
    /// nothing took the place of.
    pub fn gives_result(&self) -> bool {
        let of_the_item = matches!(self.matter, Matter::Item | Matter::Part(_));
        of_the_item && self.closed.is_some() && self.repeated_by.is_none()
    }

    /// Whose vote the ballot of a seat is: of whoever sat there when the vote was recorded. What is
    /// entered later, or confirmed, settles who was entitled, and puts no ballot under another name.
    /// With nobody on the seat it stands under that of its member.
    pub fn voter_on(&self, seat: SeatId, now: &Snapshot) -> Option<(PersonId, Status)> {
        let frozen = self.basis.on(seat).map(|one| (one.person, one.status));
        // Who sat on a seat with a vote, and has none by the own status, is in no basis.
        let there = || self.seats.iter().find(|one| one.seat == seat)?.occupant;
        let member = || now.seats.get(&seat)?.member;
        frozen.or_else(there).or_else(|| member().map(|member| (member.person, member.status)))
    }

    /// Who voted, or was taken to be entitled, and was not by all that is known: on that seat. In a
    /// roll-call only who was named has voted. Confirming says that the result stands, and undoes nothing.
    pub fn mistaken(&self, now: &Snapshot) -> Vec<Entitled> {
        let known = self.known_basis();
        let was = |who: &Entitled| {
            known.entitled.iter().any(|one| (one.seat, one.person) == (who.seat, who.person))
        };
        let tally = self.closed.as_ref().map(|closed| &closed.tally);
        let Some(Tally::RollCall { ballots }) = tally else {
            return self.basis.entitled.iter().filter(|one| !was(one)).copied().collect();
        };
        let voter = |seat| {
            let (person, status) = self.voter_on(seat, now)?;
            Some(Entitled { seat, person, status })
        };
        ballots.iter().filter_map(|ballot| voter(ballot.seat)).filter(|one| !was(one)).collect()
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
    /// To whom it is referred or recommended.
    pub to: Option<OrganizationId>,
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
    pub called: Chunks<Moment>,
    /// When it was closed last.
    pub closed: Option<Moment>,
    /// Settled together with its parent.
    pub settled_with: Option<AgendaItemId>,
    /// Outcomes without a vote, in their order.
    pub outcomes: Chunks<RecordedOutcome>,
    /// Version and digest of the text that was fixed last.
    pub fixed: Option<(u32, Digest)>,
    /// Dealt with in one debate with these items, itself not among them.
    pub joined_with: Vec<AgendaItemId>,
    /// Votes on the item itself or on a part of it, and rounds of elections, that stand under it: what
    /// gives it a result. Votes on motions, bias and procedure are not among them.
    pub votes: u32,
    /// Motions on it that are neither withdrawn nor voted on, in their order.
    pub pending: Vec<(MotionId, MotionKind)>,
    /// What was granted for votes on it; a secret vote goes before a roll-call.
    pub granted: Option<Method>,
    /// Who was ever recused for it, whether the recusal lasts or not.
    pub recused: BTreeSet<PersonId>,
}

impl ItemState {
    /// Closed, or settled with its parent.
    pub fn settled(&self) -> bool {
        self.closed.is_some() || self.settled_with.is_some()
    }

    /// Taken off the agenda, or withdrawn, before anybody called it: nobody will.
    pub fn dropped(&self) -> bool {
        let last = self.outcomes.last().map(|recorded| recorded.outcome);
        self.called.is_empty() && matches!(last, Some(Outcome::TakenOff | Outcome::Withdrawn))
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

/// A motion (Antrag) on an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionState {
    /// The motion.
    pub motion: Motion,
    /// When it was made.
    pub at: Moment,
    /// The act that recorded it.
    pub act: ActId,
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
    /// The last vote on it.
    pub vote: Option<VoteId>,
}

impl MotionState {
    /// Neither withdrawn nor voted on.
    pub fn pending(&self) -> bool {
        self.withdrawn.is_none() && self.vote.is_none()
    }
}

/// A request that a vote on an item be taken by roll-call or secretly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodRequest {
    /// On which item.
    pub item: AgendaItemId,
    /// What was granted, with the numbers.
    pub granted: Granted,
    /// Members who asked for a roll-call.
    pub rollcall: u16,
    /// Members who asked for a secret vote.
    pub secret: u16,
    /// The faction that asked, if one did.
    pub faction: Option<OrganizationId>,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: ActId,
}

/// Something that was taken down beside votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProceedingState {
    /// Under which item; none for what was at hand.
    pub item: Option<AgendaItemId>,
    /// What.
    pub proceeding: Arc<Proceeding>,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: ActId,
}

/// A count of the presence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresenceCheck {
    /// What was counted.
    pub source: PresenceSource,
    /// How many.
    pub counted: u16,
    /// The seats as they are known for that moment.
    pub seats: Arc<Vec<SeatNow>>,
    /// How many were on a seat until then.
    pub sheet: u16,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: ActId,
}
