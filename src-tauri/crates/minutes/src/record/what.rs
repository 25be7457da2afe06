//! What acts did, as far as the minutes tell it: names and numbers, no sentences.

use super::{Chair, Person, Proceeding, QuorumFinding, Round, Text, Vote};
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::Outcome;
use sitzungsbuch_core::motion::MotionKind;
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::rules::majority::Method;
use sitzungsbuch_core::session::command::Announced;
use sitzungsbuch_core::session::election::{Answer, ElectionMethod};

/// What an act did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum What {
    /// Somebody came.
    Arrival {
        /// Who.
        person: Person,
        /// Was there before.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        again: bool,
        /// Stands in for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        represents: Option<Person>,
        /// Whose substitution ends by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relieves: Option<Person>,
        /// Connected by picture and sound.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        remote: bool,
        /// Number of the one item that it is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<String>,
    },
    /// Somebody left.
    Departure {
        /// Who.
        person: Person,
    },
    /// Somebody who is there left the table, or lost picture or sound.
    Absence {
        /// Who.
        person: Person,
        /// Why.
        cause: AbsenceCause,
        /// Until when, where that lies under the same item of the same part.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// Came back to the table, where the absence does not say so itself.
    Return {
        /// Who.
        person: Person,
        /// From what.
        cause: AbsenceCause,
    },
    /// Somebody is biased and left the table.
    Recusal {
        /// Who.
        person: Person,
        /// Number of the item, where it is another one than that at hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_item: Option<String>,
        /// The session was public.
        public_session: bool,
        /// A member who was not there.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        absent: bool,
        /// Was counted in a vote on that item all the same: it cannot be said that the person left.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        counted: bool,
        /// Declared, or found by the body.
        #[serde(default, skip_serializing_if = "RecusalGround::is_declared")]
        ground: RecusalGround,
    },
    /// Came back to the table, or is not barred any more.
    RecusalEnd {
        /// Who.
        person: Person,
        /// The person was not there.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        absent: bool,
    },
    /// A later finding on the quorum.
    Quorum {
        /// The finding.
        finding: QuorumFinding,
        /// The chair had found the opposite before.
        again: bool,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
    /// Somebody else took the chair.
    ChairChange {
        /// Who.
        chair: Chair,
        /// Had chaired before.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        again: bool,
    },
    /// Somebody else took over the minutes.
    ClerkChange {
        /// Who.
        clerk: Person,
    },
    /// The session was interrupted.
    Recess {
        /// Until when, where it went on under the same item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
        /// Who did not come back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<Person>,
    },
    /// The session was put off to another day.
    Adjourned {
        /// When it was to go on.
        to: Moment,
        /// It was not interrupted before.
        interrupts: bool,
    },
    /// Something was taken down beside votes.
    Proceeding(Box<Proceeding>),
    /// The session went on, where the recess does not say so itself.
    Resumption {
        /// On another day.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        other_day: bool,
        /// Who did not come back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<Person>,
    },
    /// An item went to another place of the agenda.
    Moved {
        /// Its number.
        item: String,
        /// Where to.
        to: NewPlace,
    },
    /// Items were dealt with in one debate.
    Joined {
        /// Their numbers.
        items: Vec<String>,
    },
    /// Change of part.
    PartChange {
        /// To the public part.
        to_public: bool,
        /// Who left the room.
        left: Vec<Person>,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
        /// Back at the table, whom the part before knew to be away.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        back: Vec<Person>,
        /// Away from the table, which the part before did not know.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        away: Vec<Person>,
    },
    /// An outcome without a vote.
    Outcome {
        /// What.
        outcome: Outcome,
        /// The sentence, if not the usual one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<Text>,
        /// Items had been added to the agenda by then.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        agenda_changed: bool,
        /// To whom it is referred or recommended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Addressee>,
        /// What is recommended, where the item proposes a text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposal: Option<Text>,
        /// The chair had found by then that the body lacks its quorum.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        lacking: bool,
    },
    /// A motion.
    Motion(Box<Motion>),
    /// A motion was withdrawn.
    MotionWithdrawn(Box<Motion>),
    /// Members asked for a roll-call or a secret vote.
    Request(MethodRequest),
    /// A vote.
    Vote(Box<Vote>),
    /// An election was opened.
    Election(Election),
    /// A round of an election.
    Round(Box<Round>),
    /// A candidate withdrew.
    CandidacyWithdrawn {
        /// Who.
        person: Person,
        /// Nobody is left to be elected.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        last: bool,
    },
    /// The chair found who takes part in the run-off.
    RunOff {
        /// Who.
        persons: Vec<Person>,
        /// Who chaired, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
    /// The lot.
    Lot {
        /// For whom it fell.
        winner: Person,
        /// What the winner said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<Answer>,
        /// Who drew it, if not the one who opened the session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<Chair>,
    },
}

/// Why somebody who is there is not at the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AbsenceCause {
    /// Picture or sound was lost.
    Outage,
    /// In the public area.
    PublicArea,
    /// Out for the item with this number.
    Item(String),
}

/// On what a recusal rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RecusalGround {
    /// Declared by the person.
    #[default]
    Declared,
    /// Found by the body.
    Found,
    /// Found by the body in a vote that the minutes tell by itself.
    Voted,
}

impl RecusalGround {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_declared(&self) -> bool {
        *self == Self::Declared
    }
}

/// Where an item went: numbers of items, or the other part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NewPlace {
    /// Before this item.
    Before(String),
    /// After this item.
    After(String),
    /// To the public part.
    Public,
    /// To the non-public part.
    NonPublic,
}

/// An organization that is named in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Addressee {
    /// "Kreisausschuss".
    pub name: String,
    /// Gender of the name.
    pub gender: Gender,
}

/// Who made a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mover {
    /// A faction, by name.
    Faction(String),
    /// A person.
    Person(Person),
    /// The administration.
    Administration,
}

/// A motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Motion {
    /// What it asks for.
    pub kind: MotionKind,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub movers: Vec<Mover>,
    /// "Antrag 12", empty if it has no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it wants decided; only where the motion itself is told.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// "21.10.01, S. 112", empty if it names no place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// The amount that stands there, as printed; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub old_amount: String,
    /// The amount that is moved, as printed; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new_amount: String,
}

impl Motion {
    /// It moves an amount: a motion of a budget.
    pub const fn has_amount(&self) -> bool {
        !self.old_amount.is_empty() || !self.new_amount.is_empty()
    }
}

/// A motion of a series and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MotionResult {
    /// The motion.
    pub motion: Motion,
    /// What became of it; none as long as it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fate: Option<Fate>,
}

/// What became of a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Fate {
    /// It was withdrawn.
    Withdrawn,
    /// It was voted on: the words of the result, empty where the numbers contradict each other.
    Voted {
        /// What was announced.
        announced: Announced,
        /// The words.
        words: String,
    },
}

/// A request that a vote be taken by roll-call or secretly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MethodRequest {
    /// Members who asked for a roll-call.
    pub rollcall: u16,
    /// Members who asked for a secret vote.
    pub secret: u16,
    /// The faction that asked, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faction: Option<String>,
    /// How the vote is taken.
    pub method: Method,
    /// Members who have to ask for a secret vote; none where it cannot be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_required: Option<u16>,
    /// Members who have to ask for a roll-call.
    pub rollcall_required: u16,
}

/// What a vote has to reach beyond more Yes than No.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Required {
    /// "Hauptsatzung".
    pub name: String,
    /// Yes votes; none where no contrary vote is what it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u16>,
    /// Paragraph.
    pub statute: String,
}

/// An election to one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Election {
    /// "stellvertretende Vorsitzende oder stellvertretender Vorsitzender".
    pub post: String,
    /// Who was proposed.
    pub candidates: Vec<Person>,
    /// By show of hands, or by ballot.
    pub method: ElectionMethod,
}
