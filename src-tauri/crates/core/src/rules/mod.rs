//! The rules of German municipal law, one per file, the statute in the header of each.
//!
//! They take numbers and small structs and give values back; they know no event and no session.

pub mod attendance;
pub mod decisive;
pub mod election;
pub mod local;
pub mod majority;
pub mod profile;
pub mod quorum;
pub mod request;
pub mod substitution;
pub mod wording;

use alloc::string::String;
use serde::{Deserialize, Serialize};

/// A reason: a code to test against and a whole German sentence with the paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Stable code.
    pub code: ReasonCode,
    /// German sentence for people.
    pub text: String,
}

/// Codes of [`Reason`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ReasonCode {
    /// More than the required share is present.
    SizeReached,
    /// Too few are present.
    SizeMissed,
    /// Number does not matter: second call with notice for the same item.
    SecondCall,
    /// Called a second time, but the notice or the identity of the item is missing.
    SecondCallUnfit,
    /// Fewer than usual suffice, or would, because many members are recused or seats are vacant.
    Relief,
    /// Somebody else decides, or has to approve.
    DecidedElsewhere,
    /// The chair has to find the lack of quorum without being asked.
    MustDeclare,
    /// All members have to be duly invited.
    AllInvited,
    /// The law forbids abstentions.
    AbstentionForbidden,
    /// The law forbids secret votes on motions.
    SecretForbidden,
    /// The law says that votes are open, and nothing of secret ones.
    VotesOpen,
    /// The law lets only written motions be voted on.
    MotionWritten,
    /// Members of the assembly outnumber expert citizens.
    CompositionHolds,
    /// They do not.
    CompositionFails,
    /// Persons were left out because of bias.
    Recused,
    /// Seats are not filled; what that means for the base is the profile's.
    Vacant,
    /// Advisers were not counted.
    AdvisersNotCounted,
    /// The law is disputed here; the chair decides.
    Disputed,
    /// Deemed quorate until the contrary is found.
    DeemedQuorate,
    /// The organization has settled something otherwise than the profile.
    LocalRule,
    /// Nobody is elected: new nominations are needed.
    NominationNeeded,
    /// Who runs off, where several persons have the same number of votes.
    RunOff,
    /// Only one candidate is left.
    OneCandidate,
    /// Half of the votes or more are invalid: the election is held again.
    ElectionRepeated,
    /// An election by show of hands has what only ballots have.
    ElectionByHands,
    /// Ballots and marks on them, or ballots and persons, do not add up.
    BallotsDiffer,
    /// Ballots that were handed out did not come back.
    BallotsMissing,
    /// An election has not come to its end.
    ElectionOpen,
    /// Votes and persons do not add up.
    TooManyVotes,
    /// Some entitled members cast no vote.
    NotAllVoted,
    /// The chair announced something else than the numbers give.
    AnnouncedDiffers,
    /// The sums by faction do not give the total.
    SumsDiffer,
    /// A vote stands for a seat that was not entitled.
    SeatNotEntitled,
    /// The chair found that the body lacks its quorum; the vote is kept and marked.
    LackOfQuorum,
    /// The substitute is not appointed, or another goes first.
    SubstitutionOrder,
    /// The substitute counts otherwise than the represented member.
    SubstituteStatus,
    /// Sub-items are open when their parent is closed.
    SubItemsOpen,
    /// Items are open when the session is closed.
    ItemsOpen,
    /// Nothing became of an item, and nobody said that this is on purpose.
    OutcomeMissing,
    /// Somebody was still recused when the item was closed, and counts again from then on.
    RecusalLasts,
    /// The changed basis of a vote was neither confirmed nor corrected.
    BasisUnsettled,
    /// Who was entitled at a finding of the chair is another than it was known to be.
    FindingChanged,
    /// The changed basis of a vote is again what was frozen or confirmed.
    BasisRestored,
    /// The quorum line: computed value and legal state side by side.
    QuorumLine,
    /// Nobody was entitled and present.
    NobodyEntitled,
    /// Somebody was entitled, and not one vote is counted.
    NobodyVoted,
    /// Who is biased is represented.
    BiasedRepresented,
    /// Two seats are held by the head of the administration.
    HeadTwice,
    /// A recusal for an item that has not been called yet.
    RecusalAnnounced,
    /// The bias of somebody who is not there has ended.
    RecusalLifted,
    /// Somebody was recused when the item was dealt with before.
    RecusalBefore,
    /// The member of a voting seat has no vote in this body.
    MemberWithoutVote,
    /// A committee has not fewer expert citizens than members of the assembly.
    CompositionUnlawful,
    /// An item was added without a note of urgency.
    UrgencyMissing,
    /// The item belongs to the other part of the session.
    PartDiffers,
    /// The item has not been called.
    ItemNotCalled,
    /// A substitute takes a seat who was excused.
    SubstituteExcused,
    /// Two items have the same number.
    NumberTwice,
    /// More ballots were handed out than persons were entitled.
    TooManyBallots,
    /// What a qualified majority asks for, and whether the numbers can tell.
    MajorityRequired,
    /// A faction has more votes than members who were entitled and present.
    FactionTooMany,
    /// Motions that go first have not been voted on, or motions are left over.
    MotionsPending,
    /// The motion was voted on before.
    MotionSettled,
    /// The vote was taken in another way than was granted.
    MethodDiffers,
    /// The head of the administration has no vote in this matter.
    HvbWithoutVote,
    /// What a request for a roll-call or a secret vote needs, and what it got.
    RequestJudged,
    /// The votes in question were, or may have been, decisive.
    Decisive,
    /// They were not.
    NotDecisive,
    /// One vote decides, and who took part changed while the item was dealt with.
    NarrowResult,
    /// A repetition names a vote that no longer stands.
    RepetitionLost,
    /// A text names an act that the record does not have yet.
    FactUnknown,
    /// Lost picture or sound of somebody who is in the room.
    OutageInRoom,
    /// Somebody with a vote does not count while picture or sound is lost.
    OutageLasts,
    /// An absence for an item that has not been called yet.
    AbsenceAnnounced,
    /// Who is biased leaves the room in the non-public part.
    RecusedLeavesRoom,
    /// Who chairs is not at the table any more.
    ChairLeft,
    /// Who takes the chair has no voting seat here.
    ChairNotMember,
    /// Something was done while the session was interrupted.
    DuringRecess,
    /// The session was closed while it was interrupted.
    RecessEnded,
    /// An item goes to the other part of the session.
    PartMoved,
    /// Items of both parts are dealt with together.
    JoinedAcrossParts,
    /// An item was referred or recommended to nobody.
    AddresseeMissing,
    /// Persons who are there but not at the table were left out.
    ApartNotCounted,
    /// An item was put back although nobody found that the quorum is lacking.
    PutBackWithoutFinding,
    /// Decisions are announced behind closed doors.
    AnnouncedInPrivate,
    /// The presence that was counted is another one than that of the list.
    PresenceDiffers,
    /// The words of a result contradict what is known of the vote.
    WordingContradicts,
    /// The words of a result are possible, but not usual, or cannot be looked up in the record.
    WordingUnusual,
}
