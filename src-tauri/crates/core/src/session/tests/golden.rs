//! Stored events stay readable for ever: one file per kind and version, written once. Each file
//! holds bodies as the journal keeps them, the fullest first; where a kind has parts that may be
//! missing, one without them follows. A file of a version that was released is never changed.

use crate::session::Event;
use crate::session::event::EVENT_VERSION;
use serde_json::Value;

/// Ties every kind to its file. A kind that is not named here does not compile, a kind without a
/// file neither.
macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        pub(super) const KINDS: &[(&str, &str)] =
            &[$((stringify!($kind), include_str!(concat!("../golden/", stringify!($kind), ".1.json")))),*];

        fn file_of(event: &Event) -> &'static str {
            match event {
                $(Event::$kind { .. } => {
                    include_str!(concat!("../golden/", stringify!($kind), ".1.json"))
                })*
            }
        }
    };
}

kinds!(
    MeetingPrepared,
    InvitationConfirmed,
    MemberExcused,
    SubstituteSeated,
    SubstitutionEnded,
    MeetingOpened,
    MemberArrived,
    MemberDeparted,
    AttendeeArrived,
    AttendeeDeparted,
    RecusalDeclared,
    RecusalEnded,
    QuorumEstablished,
    LackOfQuorumDeclared,
    ItemCalled,
    ItemClosed,
    ItemAdded,
    OutcomeRecorded,
    VoteOpened,
    VoteClosed,
    BasisChanged,
    BasisConfirmed,
    ResultWorded,
    AttachmentListed,
    PartChanged,
    AbsenceBegan,
    AbsenceEnded,
    ChairChanged,
    ClerkChanged,
    MeetingInterrupted,
    MeetingResumed,
    MeetingAdjourned,
    ProceedingRecorded,
    PresenceChecked,
    ItemMoved,
    ItemsJoined,
    MotionFiled,
    MotionWithdrawn,
    VoteMethodRequested,
    ElectionOpened,
    RoundClosed,
    CandidacyWithdrawn,
    RunoffSettled,
    LotDrawn,
    ElectionAnswered,
    TextFixed,
    MeetingClosed,
    ActWithdrawn,
);

#[test]
fn every_kind_reads_as_it_was_written_in_version_1() {
    for (kind, text) in KINDS {
        let bodies: Vec<Value> = serde_json::from_str(text).unwrap();
        assert!(!bodies.is_empty(), "{kind}");
        for body in bodies {
            let event: Event = serde_json::from_value(body.clone())
                .unwrap_or_else(|why| panic!("{kind} is no longer readable: {why}"));
            assert_eq!(event.kind(), *kind);
            assert_eq!(file_of(&event), *text);
            let written = serde_json::to_value(&event).unwrap();
            assert_eq!(written, body, "{kind} is written otherwise: it needs a new version");
        }
    }
}

#[test]
fn files_are_those_of_the_version_that_is_written() {
    assert_eq!(EVENT_VERSION, 1, "a new version needs its own files, and the old ones stay");
}

use alloc::vec::Vec;
