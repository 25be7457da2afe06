//! Events: acts in the past tense with their meaning. They carry ids, never names.
//!
//! The journal keeps them for ever: a change of shape needs a new version and an upcaster.

use super::basis::Basis;
use super::command::{Announced, Capacity, Tally};
use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::digest::Digest;
use crate::meeting::MeetingPlan;
use crate::membership::{SeatKind, Status};
use crate::paper::Attachment;
use crate::richtext::RichText;
use crate::rules::majority::VoteResult;
use crate::rules::profile::ProfileRef;
use crate::rules::substitution;
use crate::{ActId, AgendaItemId, OrganizationId, PersonId, SeatId, VoteId};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Version of the event bodies that this program writes.
pub const EVENT_VERSION: u16 = 1;

/// A regular member as the session's day finds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RosterMember {
    /// Who.
    pub person: PersonId,
    /// Status on that day.
    pub status: Status,
    /// Faction, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faction: Option<OrganizationId>,
}

/// A seat as the session's day finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RosterSeat {
    /// Which seat.
    pub seat: SeatId,
    /// Its number.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Its regular member; none if vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<RosterMember>,
    /// Personal substitutes in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personal_substitutes: Vec<PersonId>,
    /// List of substitutes in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitute_list: Vec<PersonId>,
}

/// A person on a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seated {
    /// The seat.
    pub seat: SeatId,
    /// Who.
    pub person: PersonId,
    /// The person's status.
    pub status: Status,
}

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
    },
    /// A member or substitute came.
    MemberArrived(Seated),
    /// A member or substitute left.
    MemberDeparted(Seated),
    /// An official or guest came.
    AttendeeArrived {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
    },
    /// An official or guest left.
    AttendeeDeparted {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
    },
    /// A member left the table because of bias.
    RecusalDeclared {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
        /// The reason's digest, if one was entered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
    },
    /// The member came back to the table.
    RecusalEnded {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
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
    /// An item ended without a vote.
    OutcomeRecorded {
        /// Which.
        item: AgendaItemId,
        /// What became of it.
        outcome: Outcome,
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
        /// Who is entitled.
        basis: Basis,
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
        /// Digest of the note that came with a contradiction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Digest>,
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

impl Event {
    /// Name of the kind, as the journal keeps it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MeetingPrepared { .. } => "MeetingPrepared",
            Self::InvitationConfirmed { .. } => "InvitationConfirmed",
            Self::MemberExcused { .. } => "MemberExcused",
            Self::SubstituteSeated { .. } => "SubstituteSeated",
            Self::SubstitutionEnded { .. } => "SubstitutionEnded",
            Self::MeetingOpened { .. } => "MeetingOpened",
            Self::MemberArrived(_) => "MemberArrived",
            Self::MemberDeparted(_) => "MemberDeparted",
            Self::AttendeeArrived { .. } => "AttendeeArrived",
            Self::AttendeeDeparted { .. } => "AttendeeDeparted",
            Self::RecusalDeclared { .. } => "RecusalDeclared",
            Self::RecusalEnded { .. } => "RecusalEnded",
            Self::QuorumEstablished { .. } => "QuorumEstablished",
            Self::LackOfQuorumDeclared { .. } => "LackOfQuorumDeclared",
            Self::ItemCalled { .. } => "ItemCalled",
            Self::ItemClosed { .. } => "ItemClosed",
            Self::ItemAdded { .. } => "ItemAdded",
            Self::OutcomeRecorded { .. } => "OutcomeRecorded",
            Self::VoteOpened { .. } => "VoteOpened",
            Self::VoteClosed { .. } => "VoteClosed",
            Self::BasisChanged { .. } => "BasisChanged",
            Self::BasisConfirmed { .. } => "BasisConfirmed",
            Self::AttachmentListed { .. } => "AttachmentListed",
            Self::PartChanged { .. } => "PartChanged",
            Self::TextFixed { .. } => "TextFixed",
            Self::MeetingClosed { .. } => "MeetingClosed",
            Self::ActWithdrawn { .. } => "ActWithdrawn",
        }
    }

    /// Whether the event says something about the record itself, not about a moment of the
    /// session: such events are folded in the order of entry, after all others.
    pub const fn about_the_record(&self) -> bool {
        matches!(
            self,
            Self::ActWithdrawn { .. }
                | Self::BasisChanged { .. }
                | Self::BasisConfirmed { .. }
                | Self::TextFixed { .. }
        )
    }
}
