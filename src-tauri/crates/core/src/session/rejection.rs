//! Why a command is refused. A refusal wrote nothing; it is not a fault.
//!
//! The German sentence is written once, in the `app` crate.

use crate::richtext::Unfit;
use crate::rules::profile::MajorityId;
use crate::{
    ActId, AgendaItemId, ElectionId, Moment, MotionId, OrganizationId, PersonId, SeatId, Timestamp,
    VoteId,
};
use alloc::string::String;
use serde::Serialize;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Rejection {
    /// The time lies before the day of the session.
    BeforeMeetingDay,
    /// The time lies more than a day after the session began.
    AfterMeetingDay,
    /// The time has not come yet.
    InTheFuture,
    /// The clock stands before the last entry: times of entry never go backwards.
    EnteredBackwards {
        /// When the last entry was made.
        last: Timestamp,
    },
    /// The session was prepared already.
    AlreadyPrepared,
    /// No session has been prepared under this id.
    NotPrepared,
    /// The session is not open at that time.
    NotOpen,
    /// The session was open already at that time.
    AlreadyOpen,
    /// The organization has no rule profile for that day.
    NoProfile,
    /// The organization has no seats on that day.
    NoSeats,
    /// No such organization.
    UnknownOrganization,
    /// No such person.
    UnknownPerson {
        /// Id.
        person: PersonId,
    },
    /// No such seat in this session.
    UnknownSeat {
        /// Id.
        seat: SeatId,
    },
    /// No such item on the agenda.
    UnknownItem {
        /// Id.
        item: AgendaItemId,
    },
    /// No such vote.
    UnknownVote {
        /// Id.
        vote: VoteId,
    },
    /// No such act in this session.
    UnknownAct {
        /// Id.
        act: ActId,
    },
    /// The agenda names an id twice, or a sub-item before its parent, or has a title that is
    /// empty or holds characters that cannot be printed.
    AgendaUnfit {
        /// Where.
        item: AgendaItemId,
    },
    /// The person has no status in this organization on that day.
    NoStatus {
        /// Who.
        person: PersonId,
    },
    /// The person has no seat and was not appointed to one.
    NoSeat {
        /// Who.
        person: PersonId,
    },
    /// Somebody else sits there at that time.
    SeatAlreadyOccupied {
        /// The seat.
        seat: SeatId,
        /// By whom.
        by: PersonId,
    },
    /// The person sits on another seat at that time.
    SeatedElsewhere {
        /// Who.
        person: PersonId,
        /// Where.
        seat: SeatId,
    },
    /// The person is there already at that time.
    AlreadyPresent {
        /// Who.
        person: PersonId,
    },
    /// The person is not there at that time.
    NotPresent {
        /// Who.
        person: PersonId,
    },
    /// The departure would lie before the arrival.
    DepartureBeforeArrival {
        /// Who.
        person: PersonId,
        /// Entered arrival.
        arrived: Moment,
    },
    /// The person was excused already.
    AlreadyExcused {
        /// Who.
        person: PersonId,
    },
    /// The person is recused for that item already.
    AlreadyRecused {
        /// Who.
        person: PersonId,
    },
    /// The person is not recused at that time.
    NotRecused {
        /// Who.
        person: PersonId,
    },
    /// The item is closed already at that time.
    ItemClosed {
        /// Which.
        item: AgendaItemId,
    },
    /// The item is being dealt with already.
    ItemCurrent {
        /// Which.
        item: AgendaItemId,
    },
    /// The item has not been called at that time.
    ItemNotCalled {
        /// Which.
        item: AgendaItemId,
    },
    /// The item is not a sub-item of the one that settles it.
    NotASubItem {
        /// Which.
        item: AgendaItemId,
    },
    /// The session is in that part already.
    SamePart,
    /// The attachment was listed already.
    AttachmentListed,
    /// A label, a title or a reason that is needed is empty.
    TextMissing,
    /// The text is not acceptable.
    TextUnfit {
        /// Why.
        why: Unfit,
    },
    /// More votes than persons entitled and present, and no note.
    TooManyVotes {
        /// Votes.
        votes: u32,
        /// Entitled and present.
        entitled: u16,
    },
    /// Nobody was entitled and present, and no note.
    NobodyEntitled,
    /// Somebody was entitled, and not one vote is counted, and no note.
    NobodyVoted,
    /// A faction is counted twice.
    FactionTwice {
        /// Which.
        faction: OrganizationId,
    },
    /// The sums by faction do not give the total, and no note.
    SumsDiffer,
    /// A seat votes twice.
    SeatTwice {
        /// Which.
        seat: SeatId,
    },
    /// A seat votes that is not entitled at that time, and no note.
    SeatNotEntitled {
        /// Which.
        seat: SeatId,
    },
    /// Announced result and numbers contradict each other, and no note.
    AnnouncedDiffers,
    /// No such election.
    UnknownElection {
        /// Id.
        election: ElectionId,
    },
    /// An election needs somebody to be elected.
    NoCandidate,
    /// A person is proposed twice, or counted twice in a round.
    CandidateTwice {
        /// Who.
        person: PersonId,
    },
    /// The round is not one between those who stand in it.
    CandidatesDiffer,
    /// The election is over, or waits for the lot.
    NoRoundDue,
    /// Nothing is to be decided any more in which that person stands.
    NotStanding {
        /// Who.
        person: PersonId,
    },
    /// No run-off is due in that election.
    NoRunoffDue,
    /// A run-off is between two persons at least.
    TooFewInRunoff,
    /// The run-off is between these persons already.
    RunoffUnchanged,
    /// No lot is to be drawn in that election.
    NoLotDue,
    /// The lot is not drawn for this person.
    NotInLot {
        /// Who.
        person: PersonId,
    },
    /// Nobody is elected yet.
    NobodyElected,
    /// The person has answered already.
    AlreadyAnswered,
    /// Marks and ballots, or ballots and persons, do not add up, and no note.
    RoundBallotsDiffer,
    /// The votes and blank ballots do not give those that came back, or more came back than were
    /// handed out, and no note.
    BallotsDiffer {
        /// Handed out.
        handed_out: u16,
        /// Came back.
        returned: u16,
        /// Votes and blank ballots.
        votes: u32,
    },
    /// More ballots were handed out than persons were entitled and present, and no note.
    TooManyBallots {
        /// Handed out.
        handed_out: u16,
        /// Entitled and present.
        entitled: u16,
    },
    /// The law forbids secret votes on motions, and no note.
    SecretForbidden {
        /// Its paragraph.
        statute: String,
    },
    /// The rule profile names no such majority.
    UnknownMajority {
        /// Id.
        majority: MajorityId,
    },
    /// That majority is one of votes: no election is decided by it.
    MajorityOfVotes {
        /// Id.
        majority: MajorityId,
    },
    /// A round of an election is recorded by itself, not as a vote.
    RoundIsNoVote,
    /// The vote was repeated already.
    VoteRepeated {
        /// Which.
        vote: VoteId,
    },
    /// What is repeated was a vote on another item or matter, or has no result.
    RepetitionDiffers {
        /// Which.
        vote: VoteId,
    },
    /// No such motion.
    UnknownMotion {
        /// Id.
        motion: MotionId,
    },
    /// A motion with this id was made already.
    MotionKnown {
        /// Id.
        motion: MotionId,
    },
    /// The motion belongs to another item.
    MotionElsewhere {
        /// Which.
        motion: MotionId,
        /// To which item.
        item: AgendaItemId,
    },
    /// The motion has been withdrawn at that time.
    MotionWithdrawn {
        /// Which.
        motion: MotionId,
    },
    /// A vote on several motions at once needs at least two different ones.
    TooFewMotions,
    /// The motion has been voted on at that time.
    MotionSettled {
        /// Which.
        motion: MotionId,
    },
    /// Nobody asks for a roll-call or a secret vote.
    NothingRequested,
    /// More members ask than the body has.
    TooManyRequests {
        /// Who ask.
        asked: u16,
        /// Members.
        members: u16,
    },
    /// The basis of that vote has not changed.
    BasisUnchanged,
    /// The result has these words already.
    WordsUnchanged,
    /// The act was taken back already.
    AlreadyWithdrawn {
        /// Which.
        act: ActId,
    },
    /// This kind of act cannot be corrected.
    NotCorrectable,
    /// The entry would make a later one impossible.
    Contradicts {
        /// The later act.
        act: ActId,
        /// When it happened.
        at: Moment,
        /// Its kind.
        kind: &'static str,
    },
    /// An invariant would break; this is a mistake of the program.
    Invariant {
        /// Which.
        what: &'static str,
    },
    /// The person is away from the table for that cause already.
    AlreadyAway {
        /// Who.
        person: PersonId,
    },
    /// The person is not away from the table at that time.
    NotAway {
        /// Who.
        person: PersonId,
    },
    /// The person chairs at that time already.
    AlreadyInChair {
        /// Who.
        person: PersonId,
    },
    /// The person keeps the minutes at that time already.
    AlreadyClerk {
        /// Who.
        person: PersonId,
    },
    /// The session is interrupted at that time already.
    AlreadyInterrupted {
        /// Since when.
        since: Moment,
    },
    /// The session is not interrupted at that time.
    NotInterrupted,
    /// The item cannot go there: the place is on another level, in another part than the item above
    /// it, or behind itself.
    PlaceUnfit {
        /// Which.
        item: AgendaItemId,
    },
    /// The item would go to the other part, but something was recorded under it.
    ItemRecorded {
        /// Which.
        item: AgendaItemId,
    },
    /// Items are dealt with together: one alone is not.
    TooFewItems,
    /// An item is named twice.
    ItemTwice {
        /// Which.
        item: AgendaItemId,
    },
    /// A session goes on after its last day, not on it.
    NotAnotherDay,
    /// Nobody is named whom it is about.
    NobodyNamed,
    /// A person is named twice.
    NamedTwice {
        /// Who.
        person: PersonId,
    },
    /// What became of the item goes to nobody: it names no organization.
    NotAddressed {
        /// Of which item.
        item: AgendaItemId,
    },
}
