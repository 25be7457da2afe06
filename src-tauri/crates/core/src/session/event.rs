//! Events: acts in the past tense with their meaning. They carry ids, never names.
//!
//! The journal keeps them for ever: a change of shape needs a new version and an upcaster.

mod kind;
mod roster;

pub use roster::{RosterMember, RosterSeat, Seated};

use super::basis::Basis;
use super::command::{Announced, Capacity, Matter, Mode, PresenceSource, Tally};
use super::election::{Answer, ElectionMethod, ElectionResult, RoundTally};
use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::digest::Digest;
use crate::meeting::MeetingPlan;
use crate::motion::Motion;
use crate::paper::Attachment;
use crate::proceeding::Proceeding;
use crate::richtext::RichText;
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::rules::local::LocalRule;
use crate::rules::majority::VoteResult;
use crate::rules::profile::{MajorityId, ProfileRef};
use crate::rules::request::Granted;
use crate::rules::substitution;
use crate::template::Template;
use crate::{
    ActId, AgendaItemId, ElectionId, Moment, MotionId, OrganizationId, PersonId, SeatId, VoteId,
};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Version of the event bodies that this program writes.
pub const EVENT_VERSION: u16 = 1;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all_fields = "camelCase")]
pub enum Event {
    /// The session was prepared.
    MeetingPrepared {
        /// The plan.
        plan: MeetingPlan,
        /// The profile that judges.
        profile: ProfileRef,
        /// Seats and members of the day.
        roster: Vec<RosterSeat>,
        /// What the organization has settled otherwise than the profile.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        local_rule: Option<LocalRule>,
        /// How its minutes are built and worded, where not as usual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        template: Option<Box<Template>>,
    },
    /// The chair found the invitation due.
    InvitationConfirmed {},
    /// Somebody was excused.
    MemberExcused {
        /// Who.
        person: PersonId,
    },
    /// A substitute took a seat, or will at the opening.
    SubstituteSeated {
        /// Who on which seat.
        #[serde(flatten)]
        seated: Seated,
        /// The regular member; none on a vacant seat.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        represents: Option<PersonId>,
        /// On what it rests.
        basis: substitution::Basis,
        /// In the room, or connected; of no effect before the opening.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
    },
    /// A substitution ended because the represented person came.
    SubstitutionEnded {
        /// The seat.
        seat: SeatId,
        /// Who had it.
        substitute: PersonId,
    },
    /// The session was opened.
    MeetingOpened {
        /// Who chairs.
        chair: PersonId,
        /// Who keeps the minutes.
        clerk: PersonId,
        /// Who sits where.
        present: Vec<Seated>,
        /// Officials.
        officials: Vec<PersonId>,
        /// Guests.
        guests: Vec<PersonId>,
        /// Those of them all who were connected by picture and sound.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remote: Vec<PersonId>,
    },
    /// A member or substitute came.
    MemberArrived {
        /// Who on which seat.
        #[serde(flatten)]
        seated: Seated,
        /// In the room, or connected.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
    },
    /// A member or substitute left.
    MemberDeparted(Seated),
    /// An official or guest came.
    AttendeeArrived {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
        /// In the room, or connected.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
        /// For one item only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
    },
    /// An official or guest left.
    AttendeeDeparted {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
    },
    /// Somebody left the table, or lost picture or sound.
    AbsenceBegan {
        /// Who.
        person: PersonId,
        /// Why.
        cause: AbsenceCause,
    },
    /// Somebody came back to the table.
    AbsenceEnded {
        /// Who.
        person: PersonId,
        /// From what.
        cause: AbsenceCause,
    },
    /// A member left the table because of bias.
    RecusalDeclared {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
        /// Declared, or found by the body.
        #[serde(default, skip_serializing_if = "RecusalBasis::is_declared")]
        by: RecusalBasis,
        /// The reason's digest, if one was entered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// The member came back to the table, or does not count as biased any more without being there.
    RecusalEnded {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
        /// The person was not there: declared in error, or the body saw it otherwise.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        absent: bool,
    },
    /// The chair found the body quorate.
    QuorumEstablished {
        /// What it rested on.
        basis: Basis,
    },
    /// The chair found that it is not.
    LackOfQuorumDeclared {
        /// What it rested on.
        basis: Basis,
    },
    /// Somebody else took the chair.
    ChairChanged {
        /// Who.
        chair: PersonId,
    },
    /// Somebody else took over the minutes.
    ClerkChanged {
        /// Who.
        clerk: PersonId,
    },
    /// The session was interrupted.
    MeetingInterrupted {},
    /// The session was interrupted until another day, or stays so until then.
    MeetingAdjourned {
        /// When it goes on.
        to: Moment,
    },
    /// The session went on.
    MeetingResumed {
        /// Who did not come back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<PersonId>,
    },
    /// An item was called.
    ItemCalled {
        /// Which.
        item: AgendaItemId,
    },
    /// An item was closed.
    ItemClosed {
        /// Which.
        item: AgendaItemId,
        /// Sub-items settled with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        settles: Vec<AgendaItemId>,
    },
    /// An item was added to the agenda.
    ItemAdded {
        /// The item.
        item: AgendaItem,
        /// The reason's digest, if one was entered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// An item went to another place of the agenda, with what stands below it.
    ItemMoved {
        /// Which.
        item: AgendaItemId,
        /// After which item of the same level; none for the first place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<AgendaItemId>,
        /// To which part.
        part: Part,
    },
    /// Items were dealt with in one debate.
    ItemsJoined {
        /// Which.
        items: Vec<AgendaItemId>,
    },
    /// A motion was made.
    MotionFiled {
        /// The motion.
        motion: Motion,
    },
    /// A motion was withdrawn.
    MotionWithdrawn {
        /// Which.
        motion: MotionId,
    },
    /// Members asked for a roll-call or a secret vote.
    VoteMethodRequested {
        /// On which item.
        item: AgendaItemId,
        /// Members who asked for a roll-call.
        rollcall: u16,
        /// Members who asked for a secret vote.
        secret: u16,
        /// The faction that asked, if one did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        faction: Option<OrganizationId>,
        /// What was granted, with the numbers.
        granted: Granted,
    },
    /// An election to one post was opened.
    ElectionOpened {
        /// Which.
        election: ElectionId,
        /// On which item.
        item: AgendaItemId,
        /// To what.
        post: String,
        /// Who was proposed.
        candidates: Vec<PersonId>,
        /// By show of hands, or by ballot.
        method: ElectionMethod,
        /// Why the head of the administration does not vote; none where everybody votes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        majority: Option<MajorityId>,
    },
    /// A round of an election ended; `VoteOpened` froze who was entitled.
    RoundClosed {
        /// The vote with the frozen basis.
        vote: VoteId,
        /// Of which election.
        election: ElectionId,
        /// The votes.
        tally: RoundTally,
        /// What they give.
        result: ElectionResult,
        /// Digest of the note that came with a contradiction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// A candidate withdrew.
    CandidacyWithdrawn {
        /// In which election.
        election: ElectionId,
        /// Who.
        person: PersonId,
    },
    /// The chair found who takes part in the run-off.
    RunoffSettled {
        /// In which election.
        election: ElectionId,
        /// Who, those with more votes first.
        persons: Vec<PersonId>,
    },
    /// The chair drew the lot.
    LotDrawn {
        /// In which election.
        election: ElectionId,
        /// For whom it fell.
        winner: PersonId,
    },
    /// The person who is elected answered.
    ElectionAnswered {
        /// Which election.
        election: ElectionId,
        /// Who.
        person: PersonId,
        /// The answer.
        answer: Answer,
    },
    /// An item ended without a vote.
    OutcomeRecorded {
        /// Which.
        item: AgendaItemId,
        /// What became of it.
        outcome: Outcome,
        /// To whom it is referred or recommended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<OrganizationId>,
        /// The sentence for the minutes, if it is not the usual one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<RichText>,
    },
    /// A vote began: who is entitled is frozen.
    VoteOpened {
        /// Which vote.
        vote: VoteId,
        /// On which item.
        item: AgendaItemId,
        /// On what.
        #[serde(default, skip_serializing_if = "Matter::is_item")]
        matter: Matter,
        /// Who is entitled.
        basis: Basis,
        /// Votes that this one was put in the place of by a correction: who names one of them means
        /// this one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        corrects: Vec<VoteId>,
    },
    /// A vote ended.
    VoteClosed {
        /// Which vote.
        vote: VoteId,
        /// The text as voted on.
        wording_put: RichText,
        /// The votes.
        tally: Tally,
        /// What the chair announced.
        announced: Announced,
        /// What the numbers give.
        result: VoteResult,
        /// The majority that the law asked for; none for more Yes than No.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        majority: Option<MajorityId>,
        /// The vote whose place this one takes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        repeats: Option<VoteId>,
        /// Digest of the note that came with a contradiction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// Something of the debate beside votes was taken down.
    ProceedingRecorded {
        /// Under which item; none for what was at hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
        /// What.
        proceeding: Proceeding,
        /// The note's digest, if one was entered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// The presence was counted. What the list said then follows from the record.
    PresenceChecked {
        /// What was counted.
        source: PresenceSource,
        /// How many.
        counted: u16,
    },
    /// A later entry changed who was entitled at a vote; the vote keeps what it froze.
    BasisChanged {
        /// Which vote.
        vote: VoteId,
        /// What was known before.
        old: Basis,
        /// What the record gives now.
        new: Basis,
    },
    /// The clerk confirmed that the vote stands.
    BasisConfirmed {
        /// Which vote.
        vote: VoteId,
        /// The reason's digest.
        note: Digest,
    },
    /// The result of a vote was worded by hand.
    ResultWorded {
        /// Which vote.
        vote: VoteId,
        /// The words; none for the derived ones again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// An attachment was listed.
    AttachmentListed {
        /// The attachment.
        attachment: Attachment,
    },
    /// The session went over to the other part.
    PartChanged {
        /// To which part.
        part: Part,
        /// Who left.
        left: Vec<PersonId>,
    },
    /// The text of an item was fixed as it stood.
    TextFixed {
        /// Which item.
        item: AgendaItemId,
        /// Version of the draft, from 1.
        version: u32,
        /// Its salted digest.
        digest: Digest,
    },
    /// The session was closed.
    MeetingClosed {},
    /// An act was taken back, or replaced by the events that follow in the same act.
    ActWithdrawn {
        /// The act.
        act: ActId,
    },
}
