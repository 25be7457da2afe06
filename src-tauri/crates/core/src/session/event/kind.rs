//! The names of the kinds of events, as the journal keeps them for ever. What they mean stands at `Event`.

use super::Event;

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
            Self::MemberArrived { .. } => "MemberArrived",
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
            Self::ResultWorded { .. } => "ResultWorded",
            Self::AttachmentListed { .. } => "AttachmentListed",
            Self::PartChanged { .. } => "PartChanged",
            Self::AbsenceBegan { .. } => "AbsenceBegan",
            Self::AbsenceEnded { .. } => "AbsenceEnded",
            Self::ChairChanged { .. } => "ChairChanged",
            Self::ClerkChanged { .. } => "ClerkChanged",
            Self::MeetingInterrupted { .. } => "MeetingInterrupted",
            Self::MeetingResumed { .. } => "MeetingResumed",
            Self::MeetingAdjourned { .. } => "MeetingAdjourned",
            Self::ProceedingRecorded { .. } => "ProceedingRecorded",
            Self::PresenceChecked { .. } => "PresenceChecked",
            Self::ItemMoved { .. } => "ItemMoved",
            Self::ItemsJoined { .. } => "ItemsJoined",
            Self::MotionFiled { .. } => "MotionFiled",
            Self::MotionWithdrawn { .. } => "MotionWithdrawn",
            Self::VoteMethodRequested { .. } => "VoteMethodRequested",
            Self::ElectionOpened { .. } => "ElectionOpened",
            Self::RoundClosed { .. } => "RoundClosed",
            Self::CandidacyWithdrawn { .. } => "CandidacyWithdrawn",
            Self::RunoffSettled { .. } => "RunoffSettled",
            Self::LotDrawn { .. } => "LotDrawn",
            Self::ElectionAnswered { .. } => "ElectionAnswered",
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
