//! Numbers of a record: the quorum tests and the votes, as they were frozen.

use super::{AbsenceCause, Motion, Person, Required, Seated, Standing, Text};
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::motion::Procedure;
use sitzungsbuch_core::rules::election::ElectionOutcome;
use sitzungsbuch_core::rules::majority::Count;
use sitzungsbuch_core::rules::profile::BlankBallot;
use sitzungsbuch_core::rules::quorum::Eased;
use sitzungsbuch_core::session::command::{Announced, Choice, Stated};
use sitzungsbuch_core::session::election::Answer;

/// A finding of the chair on the quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuorumFinding {
    /// Beschlussfähig, or not.
    pub quorate: bool,
    /// The numbers of its time, by all that is known.
    pub numbers: QuorumNumbers,
    /// Items for which fewer suffice, where it was not made for them alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_again: Option<CalledAgain>,
}

/// Items of a session that is a second call for these and not for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalledAgain {
    /// Their numbers.
    pub items: Vec<String>,
    /// How many suffice for them; with none their number does not matter.
    pub least: u16,
    /// Paragraph.
    pub statute: String,
}

/// Numbers of the quorum tests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuorumNumbers {
    /// Voting seats.
    pub seats: u16,
    /// Entitled and present.
    pub present: u16,
    /// Smallest number that suffices by the share alone.
    pub required: u16,
    /// Why fewer suffice, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eased: Option<Eased>,
    /// Size test.
    pub size: bool,
    /// Composition test, where the law has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composition: Option<Composition>,
}

/// Numbers of the composition test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Composition {
    /// Members of the assembly.
    pub members: u16,
    /// Sachkundige Bürgerinnen und Bürger.
    pub experts: u16,
}

impl QuorumNumbers {
    /// Smallest number that suffices; with none it does not matter.
    pub fn least(&self) -> u16 {
        self.eased.as_ref().map_or(self.required, |eased| eased.least)
    }
}

impl Composition {
    /// Members of the assembly outnumber the others.
    pub const fn holds(self) -> bool {
        self.members > self.experts
    }
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Vote {
    /// The text as voted on.
    pub wording: Text,
    /// What the chair announced.
    pub announced: Announced,
    /// The result in words; empty where numbers and announcement contradict each other.
    pub words: String,
    /// The words are the clerk's.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub own_words: bool,
    /// What is known of the votes.
    pub tally: Tally,
    /// Who was entitled and present, in the order of the seats.
    pub entitled: Vec<Voter>,
    /// Who was left out because of bias.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<Voter>,
    /// Who was there but not at the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// Who was at the table and has no vote in this matter, with the paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_vote: Option<WithoutVote>,
    /// Numbers of the quorum tests at that time.
    pub quorum: QuorumNumbers,
    /// In which legal state it was taken, where that needs a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Votes of persons who had none, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
    /// On what.
    #[serde(default, skip_serializing_if = "Matter::is_item")]
    pub matter: Matter,
    /// The majority that the law asks for; none for more Yes than No.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<Required>,
    /// It takes the place of an earlier one.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub repeats: bool,
    /// When the vote was taken that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Moment>,
}

/// Votes in question: who was counted and had no vote by all that is known, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Doubt {
    /// Because of bias.
    pub recused: Vec<Voter>,
    /// Because they were not there, not at the table, or not on that seat.
    pub others: Vec<Voter>,
    /// How they voted is known.
    pub named: bool,
    /// What it means for the result; empty where nothing can be said.
    pub weight: String,
}

/// Who has no vote in a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithoutVote {
    /// Who.
    pub voters: Vec<Voter>,
    /// Paragraph.
    pub statute: String,
}

/// What was put to the vote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Matter {
    /// The item itself.
    #[default]
    Item,
    /// A motion.
    Motion(Box<Motion>),
    /// Several motions at once.
    Motions(Vec<Motion>),
    /// A part that is voted on by itself: "Ziffer 2".
    Part(String),
    /// Whether a person is biased.
    Recusal(Person),
    /// A question of procedure.
    Procedure(Procedure),
}

impl Matter {
    fn is_item(&self) -> bool {
        *self == Self::Item
    }
}

/// Who was frozen with a vote or a round.
#[derive(Debug, Clone, Copy)]
pub struct Frozen<'a> {
    /// Who was entitled and present.
    pub entitled: &'a [Voter],
    /// Who was left out because of bias.
    pub recused: &'a [Voter],
    /// Who was there but not at the table.
    pub apart: &'a [Apart],
    /// Who counts for the quorum and has no vote in this matter.
    pub without_vote: &'a [Voter],
    /// Numbers of the quorum tests.
    pub quorum: &'a QuorumNumbers,
}

impl Vote {
    /// Who was frozen with it.
    pub fn frozen(&self) -> Frozen<'_> {
        let Self { entitled, recused, apart, without_vote, quorum, .. } = self;
        let without_vote = without_vote.as_ref().map_or(&[][..], |one| &one.voters);
        Frozen { entitled, recused, apart, without_vote, quorum }
    }
}

/// Somebody with a vote who was there but not at the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Apart {
    /// Who.
    pub voter: Voter,
    /// Why.
    pub cause: AbsenceCause,
}

/// A round of an election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Round {
    /// Which, from 1.
    pub number: u16,
    /// The run-off between those who had most votes in the round before.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub runoff: bool,
    /// To what post.
    pub post: String,
    /// Votes of every candidate of this round.
    pub candidates: Vec<CandidateVotes>,
    /// Nein.
    pub no: u16,
    /// Enthaltungen, ballots without a mark among them where they count as such.
    pub abstain: u16,
    /// Ungültig, ballots without a mark among them where they count as such.
    pub invalid: u16,
    /// Ballots without a mark.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blank: u16,
    /// What they count as.
    pub blank_as: BlankBallot,
    /// Ballots handed out and returned, if it was held by ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<(u16, u16)>,
    /// Who counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<Person>,
    /// What the numbers give.
    pub outcome: ElectionOutcome,
    /// Who is elected, in the run-off or in the lot; nobody where the chair finds who runs off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<Person>,
    /// The words of the clerk for what it gave; empty where these are derived.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Most votes for one person.
    pub votes: u16,
    /// What more than half is measured against.
    pub base: u32,
    /// What that is.
    pub base_of: ElectionBase,
    /// What the person said who is elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Who was entitled and present, in the order of the seats.
    pub entitled: Vec<Voter>,
    /// Who was left out because of bias.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<Voter>,
    /// Who was there but not at the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// Who has no vote in the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_vote: Option<WithoutVote>,
    /// Numbers of the quorum tests at that time.
    pub quorum: QuorumNumbers,
    /// In which legal state it was held, where that needs a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Votes of persons who had none, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
    /// Why votes and persons do not fit, where the chair announced the result all the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contradiction: String,
}

impl Round {
    /// Who was frozen with it.
    pub fn frozen(&self) -> Frozen<'_> {
        let Self { entitled, recused, apart, without_vote, quorum, .. } = self;
        let without_vote = without_vote.as_ref().map_or(&[][..], |one| &one.voters);
        Frozen { entitled, recused, apart, without_vote, quorum }
    }
}

/// What more than half is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ElectionBase {
    /// Valid votes.
    Valid,
    /// Persons entitled and present.
    Entitled,
}

/// Votes for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateVotes {
    /// Who.
    pub person: Person,
    /// Votes.
    pub votes: u16,
}

/// For serde: a number that is left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// Somebody at a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Voter {
    /// Number of the seat.
    pub seat: u16,
    /// Who.
    pub seated: Seated,
}

/// What is known of the votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Tally {
    /// No numbers.
    Unanimous {},
    /// Numbers as far as they were said.
    Announced {
        /// Ja.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        yes: Option<Stated>,
        /// Nein.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no: Option<Stated>,
        /// Enthaltungen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abstain: Option<Stated>,
    },
    /// Counted.
    Counted {
        /// Sums.
        count: Count,
        /// Sums by faction, if counted so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_faction: Vec<FactionCount>,
    },
    /// Namentlich.
    RollCall {
        /// Sums.
        count: Count,
        /// One per seat.
        ballots: Vec<Ballot>,
    },
    /// Geheim: sums only.
    Secret {
        /// Ballots handed out.
        handed_out: u16,
        /// Ballots that came back.
        returned: u16,
        /// Sums; ballots without a mark are among those they count as.
        count: Count,
        /// Ballots without a mark.
        #[serde(default, skip_serializing_if = "is_zero")]
        blank: u16,
        /// What they count as.
        blank_as: BlankBallot,
        /// Who counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tellers: Vec<Person>,
    },
}

/// Votes of a faction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactionCount {
    /// Name of the faction.
    pub faction: String,
    /// Votes.
    pub count: Count,
}

/// The vote of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// Number of the seat.
    pub seat: u16,
    /// Who; none if the record knows nobody on the seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seated: Option<Seated>,
    /// The vote.
    pub choice: Choice,
}
