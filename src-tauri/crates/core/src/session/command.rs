//! Commands: what the clerk can ask for, in the imperative. The acts of a script are these.

mod tally;

pub use tally::{Announced, Ballot, Choice, FactionCount, Stated, Tally};

use super::election::{Answer, ElectionMethod, RoundTally};
use super::note::Note;
use crate::agenda_item::{AgendaItem, Outcome, Part};
use crate::meeting::MeetingPlan;
use crate::motion::{Motion, Procedure};
use crate::paper::Attachment;
use crate::proceeding::Proceeding;
use crate::richtext::RichText;
use crate::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::rules::profile::MajorityId;
use crate::{
    ActId, AgendaItemId, ElectionId, Moment, MotionId, OrganizationId, PersonId, SeatId, VoteId,
};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// In which capacity somebody without a seat takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Capacity {
    /// Verwaltung.
    Official,
    /// Gast.
    Guest,
}

/// How somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// In the room.
    #[default]
    Room,
    /// Connected by picture and sound (§ 41a, § 32a KrO NRW, § 58a, § 47a GO NRW).
    Remote,
}

impl Mode {
    /// In the room, as without any further word.
    pub fn is_room(&self) -> bool {
        *self == Self::Room
    }
}

/// How the presence is counted beside the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PresenceSource {
    /// The chair counts who sits at the table with a vote.
    Table,
    /// The signatures of members and substitutes on the paper sheet.
    Sheet,
}

/// What is put to the vote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Matter {
    /// The item itself: its proposal as it stands.
    #[default]
    Item,
    /// A motion.
    Motion(MotionId),
    /// Several motions on one item at once (en bloc); each gets the same result.
    Motions(Vec<MotionId>),
    /// A part that is voted on by itself: "Ziffer 2".
    Part(String),
    /// Whether a person is biased for the item (§ 31 Abs. 4 GO NRW).
    Recusal(PersonId),
    /// A question of procedure that nobody moved in writing.
    Procedure(Procedure),
    /// A round of an election; recorded by [`Command::RecordRound`] alone.
    Round(ElectionId),
}

impl Matter {
    /// The item itself, as without any further word.
    pub fn is_item(&self) -> bool {
        *self == Self::Item
    }
}

/// For serde: a number that is left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) const fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// A command of the live session. Each is one act of the clerk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Command {
    /// Prepare the session: plan, seats and members of its day.
    PrepareMeeting {
        /// The plan.
        plan: MeetingPlan,
    },
    /// The chair finds that the invitation was due.
    ConfirmInvitation {},
    /// A member, or an appointed substitute, is excused.
    ExcuseMember {
        /// Who.
        person: PersonId,
    },
    /// A substitute takes a seat: arranged before the opening, effective at once after it.
    SeatSubstitute {
        /// Which seat.
        seat: SeatId,
        /// Who takes it.
        substitute: PersonId,
        /// In the room, or connected. Before the opening nobody is there yet: what counts then is
        /// [`Command::OpenMeeting`].
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
    },
    /// Open the session with all who are there.
    OpenMeeting {
        /// Who chairs.
        chair: PersonId,
        /// Who keeps the minutes.
        clerk: PersonId,
        /// Members and arranged substitutes who are there.
        present: Vec<PersonId>,
        /// Officials who are there.
        #[serde(default)]
        officials: Vec<PersonId>,
        /// Guests who are there.
        #[serde(default)]
        guests: Vec<PersonId>,
        /// Those of them all who are connected by picture and sound.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remote: Vec<PersonId>,
    },
    /// A member or a seated substitute comes, or comes back.
    RecordArrival {
        /// Who.
        person: PersonId,
        /// In the room, or connected.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
    },
    /// An official or guest comes.
    AdmitAttendee {
        /// Who.
        person: PersonId,
        /// As what.
        capacity: Capacity,
        /// In the room, or connected.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
        /// For one item only: the presence ends when it is closed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
    },
    /// Somebody who is there leaves the table, or loses picture or sound.
    RecordAbsence {
        /// Who.
        person: PersonId,
        /// Why.
        cause: AbsenceCause,
    },
    /// Somebody is back at the table.
    EndAbsence {
        /// Who.
        person: PersonId,
    },
    /// Somebody leaves.
    RecordDeparture {
        /// Who.
        person: PersonId,
    },
    /// A member is biased for an item and leaves the table while it is dealt with (§ 31 GO NRW).
    /// Before the item is called this is an announcement.
    DeclareRecusal {
        /// Who.
        person: PersonId,
        /// For which item.
        item: AgendaItemId,
        /// Declared, or found by the body.
        #[serde(default, skip_serializing_if = "RecusalBasis::is_declared")]
        by: RecusalBasis,
        /// Reason, only if the clerk enters it; kept apart and erasable.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// The recused member is back at the table or, where the member is not there, is not biased any more:
    /// ends the bias for the current item or, where none counts for it, the one that was declared last.
    EndRecusal {
        /// Who.
        person: PersonId,
    },
    /// The chair finds the body quorate.
    EstablishQuorum {},
    /// The chair finds that it is not.
    DeclareLackOfQuorum {},
    /// Somebody else takes the chair: a deputy, or the eldest member.
    ChangeChair {
        /// Who.
        chair: PersonId,
    },
    /// Somebody else keeps the minutes.
    ChangeClerk {
        /// Who.
        clerk: PersonId,
    },
    /// Interrupt the session.
    InterruptMeeting {},
    /// Interrupt the session, or leave it interrupted, until another day.
    AdjournMeeting {
        /// When it goes on.
        to: Moment,
    },
    /// Go on after a recess.
    ResumeMeeting {
        /// Who did not come back: they left with the interruption.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<PersonId>,
    },
    /// Call an item.
    CallItem {
        /// Which.
        item: AgendaItemId,
    },
    /// Close an item, and the sub-items that were settled with it.
    CloseItem {
        /// Which.
        item: AgendaItemId,
        /// Sub-items settled in the same breath.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        settles: Vec<AgendaItemId>,
    },
    /// Add an item to the agenda in the session (§ 33 Abs. 1 KrO NRW, § 48 Abs. 1 GO NRW).
    AddItem {
        /// The item.
        item: AgendaItem,
        /// Why it cannot wait.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// Change the order of the agenda: an item goes to another place, with what stands below it.
    MoveItem {
        /// Which.
        item: AgendaItemId,
        /// After which item of the same level; none for the first place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<AgendaItemId>,
        /// To which part.
        part: Part,
    },
    /// Deal with several items in one debate.
    JoinItems {
        /// Which, at least two.
        items: Vec<AgendaItemId>,
    },
    /// A motion is made.
    FileMotion {
        /// The motion.
        motion: Motion,
    },
    /// A motion is withdrawn.
    WithdrawMotion {
        /// Which.
        motion: MotionId,
    },
    /// Members ask for a roll-call or a secret vote on an item.
    RequestVoteMethod {
        /// On which item.
        item: AgendaItemId,
        /// Members who ask for a roll-call.
        #[serde(default, skip_serializing_if = "is_zero")]
        rollcall: u16,
        /// Members who ask for a secret vote.
        #[serde(default, skip_serializing_if = "is_zero")]
        secret: u16,
        /// The faction that asks, if one does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        faction: Option<OrganizationId>,
    },
    /// Open an election to one post.
    OpenElection {
        /// On which item.
        item: AgendaItemId,
        /// To what: "stellvertretender Vorsitzender".
        post: String,
        /// Who is proposed.
        candidates: Vec<PersonId>,
        /// By show of hands, or by ballot.
        method: ElectionMethod,
        /// Why the head of the administration does not vote, by a name of the profile (§ 25 Abs. 2
        /// with § 35 Abs. 3 KrO NRW, § 40 Abs. 2 with § 50 Abs. 3 GO NRW); none where everybody votes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        majority: Option<MajorityId>,
    },
    /// A round of an election that was held and announced.
    RecordRound {
        /// Of which election.
        election: ElectionId,
        /// The votes.
        tally: RoundTally,
        /// Given when numbers and persons contradict each other and it is recorded all the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// A candidate of an election withdraws: before a round, or before the lot.
    WithdrawCandidacy {
        /// In which election.
        election: ElectionId,
        /// Who.
        person: PersonId,
    },
    /// The chair finds who takes part in the run-off that is due, where others may than those who
    /// reached the two highest numbers of votes plainly.
    SettleRunoff {
        /// In which election.
        election: ElectionId,
        /// Who: candidates of the round before.
        persons: Vec<PersonId>,
    },
    /// The chair draws the lot.
    DrawLot {
        /// In which election.
        election: ElectionId,
        /// For whom it fell.
        winner: PersonId,
    },
    /// The person who is elected says whether the election is accepted.
    AnswerElection {
        /// Which election.
        election: ElectionId,
        /// The answer.
        answer: Answer,
    },
    /// What became of an item without a vote.
    RecordOutcome {
        /// Which item.
        item: AgendaItemId,
        /// What.
        outcome: Outcome,
        /// To whom it is referred or recommended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<OrganizationId>,
        /// The sentence for the minutes; the usual one if missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<RichText>,
    },
    /// A vote that was taken and announced.
    RecordVote {
        /// On which item.
        item: AgendaItemId,
        /// On what.
        #[serde(default, skip_serializing_if = "Matter::is_item")]
        matter: Matter,
        /// The majority that the law asks for; none for more Yes than No.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        majority: Option<MajorityId>,
        /// The vote whose place this one takes: it is repeated, or counted anew.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        repeats: Option<VoteId>,
        /// The text as voted on, with its amendments.
        wording_put: RichText,
        /// The votes.
        tally: Tally,
        /// What the chair announced.
        announced: Announced,
        /// Given when numbers and persons contradict each other and it is recorded all the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// Take down something of the debate beside votes.
    RecordProceeding {
        /// Under which item; none for what is at hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
        /// What.
        proceeding: Proceeding,
        /// Who asked, without consent to be named; kept apart and erasable.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },
    /// The presence is counted and compared with the list.
    CheckPresence {
        /// What is counted.
        source: PresenceSource,
        /// How many.
        counted: u16,
    },
    /// Confirm what a vote rests on after a later entry changed who was entitled.
    ConfirmBasis {
        /// Which vote.
        vote: VoteId,
        /// Why the vote stands.
        note: Note,
    },
    /// Word the result of a vote otherwise than it is derived, in a line of the minutes.
    WordResult {
        /// Which vote; a round of an election has words of its own.
        vote: VoteId,
        /// The words, 500 characters at most; empty for the derived ones again.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// List an attachment; the file may follow.
    ListAttachment {
        /// The attachment.
        attachment: Attachment,
    },
    /// Go over to the other part of the session.
    ChangePart {
        /// To which part.
        part: Part,
        /// Who leaves the room.
        #[serde(default)]
        leaving: Vec<PersonId>,
    },
    /// The text of an item as it stands now; a draft until the item is closed.
    WriteText {
        /// Which item.
        item: AgendaItemId,
        /// The text.
        text: RichText,
    },
    /// Close the session.
    CloseMeeting {},
    /// Take an act back, or put another in its place.
    Correct {
        /// The act.
        act: ActId,
        /// What should have been entered; nothing to take the act back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replacement: Option<Box<Command>>,
    },
}
