//! What is half entered at an item: numbers, a roll-call, what was put in between.
//!
//! It is durable within a second of the key and says nothing yet: the vote that comes of it removes it
//! in the same transaction. A row that cannot be read is as good as none.

use crate::core::agenda_item::Outcome;
use crate::core::richtext::RichText;
use crate::core::rules::profile::MajorityId;
use crate::core::session::Command;
use crate::core::session::command::{Announced, Choice, Matter};
use crate::core::session::state::State;
use crate::core::{
    ActId, AgendaItemId, MeetingId, MotionId, OrganizationId, PersonId, SeatId, VoteId,
};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::row;
use crate::view;
use serde::{Deserialize, Serialize};
use sitzungsbuch_store as store;
use std::collections::BTreeMap;

/// What is being entered at an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entering {
    /// Its motions are gone through one after the other.
    pub series: bool,
    /// The motions that are left out of a vote on all of them; none where they are voted on singly.
    pub except: Option<Vec<MotionId>>,
    /// The words that are being written for the item and were not put yet.
    pub writing: Option<RichText>,
    /// What was put to the vote in between, the last one in front.
    pub between: Vec<PutBetween>,
    /// Votes that are half entered.
    pub votes: Vec<HalfVote>,
}

/// Something that was put to the vote before the vote in hand goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutBetween {
    /// On what.
    pub matter: Matter,
    /// "Änderungsantrag der Heimatliste", as the window shows it.
    pub title: String,
    /// In which words.
    pub wording: RichText,
    /// Other words that are being written for it and were not put yet.
    pub writing: Option<RichText>,
    /// The vote whose place it takes.
    pub repeats: Option<VoteId>,
}

/// A vote as far as it was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HalfVote {
    /// On what; of an election its round.
    pub matter: Matter,
    /// The act that it is to correct.
    pub corrects: Option<ActId>,
    /// The vote whose place it is to take.
    pub repeats: Option<VoteId>,
    /// The majority that the law asks for.
    pub majority: Option<MajorityId>,
    /// What was announced, where that is not what the numbers give.
    pub announced: Option<Announced>,
    /// The note on a contradiction.
    pub note: String,
    /// The words of a vote that is corrected or repeated; none where the item has them.
    pub wording: Option<RichText>,
    /// What was typed; none while it was only taken up.
    pub typed: Option<Typed>,
}

/// The numbers and answers of a vote, as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "way",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Typed {
    /// A vote by numbers.
    Count {
        /// "Ja" is what remains.
        remains: bool,
        /// Ja; none while nobody said.
        yes: Option<u16>,
        /// Nein.
        no: Option<u16>,
        /// Enthaltungen.
        abstain: Option<u16>,
    },
    /// A vote by faction: those that were changed.
    Factions {
        /// Votes of each.
        rows: Vec<TypedFaction>,
    },
    /// A roll-call: those who were asked, in their order.
    Roll {
        /// What each said.
        answers: Vec<TypedAnswer>,
    },
    /// A secret vote.
    Secret {
        /// The numbers.
        papers: TypedPapers,
    },
    /// An outcome without a vote, to somebody or in other words than usual.
    Outcome {
        /// Which.
        outcome: Outcome,
        /// To whom; none for nobody named.
        to: Option<OrganizationId>,
        /// The words so far; nothing for the usual ones.
        wording: RichText,
    },
    /// A round of an election.
    Round {
        /// The votes of the only candidate are what remains.
        remains: bool,
        /// Votes by candidate.
        candidates: Vec<TypedVotes>,
        /// The other numbers.
        papers: TypedPapers,
    },
}

/// The votes of a faction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypedFaction {
    /// Which; none for those who belong to no faction.
    pub faction: Option<OrganizationId>,
    /// Ja; none for all that remain.
    pub yes: Option<u16>,
    /// Nein.
    pub no: u16,
    /// Enthaltungen.
    pub abstain: u16,
}

/// What somebody said in a roll-call. It belongs to that person on that seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypedAnswer {
    /// Seat.
    pub seat: SeatId,
    /// Who.
    pub person: PersonId,
    /// How that person was called.
    pub name: String,
    /// What was said; none where the seat was passed over.
    pub said: Option<Choice>,
}

/// The votes for a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypedVotes {
    /// For whom.
    pub person: PersonId,
    /// How many; none while nothing was typed.
    pub votes: Option<u16>,
}

/// Ballots as they were counted, each number none while it was not typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypedPapers {
    /// Ja; in an election by candidate instead.
    pub yes: Option<u16>,
    /// Nein.
    pub no: Option<u16>,
    /// Enthaltungen.
    pub abstain: Option<u16>,
    /// Ungültige.
    pub invalid: Option<u16>,
    /// Without a mark.
    pub blank: Option<u16>,
    /// Handed out.
    pub handed_out: Option<u16>,
    /// That came back.
    pub returned: Option<u16>,
    /// Who counts.
    pub tellers: Vec<PersonId>,
}

/// What is half entered in a session, by item.
pub(crate) type Entered = BTreeMap<AgendaItemId, Entering>;

impl Entering {
    fn is_empty(&self) -> bool {
        !self.series
            && self.except.is_none()
            && self.writing.is_none()
            && self.between.is_empty()
            && self.votes.is_empty()
    }

    /// Without the vote on a matter, which was taken or cannot be taken any more.
    fn without(&mut self, matter: &Matter) {
        self.between.retain(|one| one.matter != *matter);
        self.votes.retain(|one| one.matter != *matter);
    }
}

/// How the vault calls what is half entered in a session.
fn kind(meeting: MeetingId) -> String {
    format!("entering/{meeting}")
}

fn kept(meeting: MeetingId, all: &Entered) -> Result<store::FormRow, ApiError> {
    let none = all.is_empty().then(|| store::FormRow { kind: kind(meeting), body: None });
    none.map_or_else(|| row(&kind(meeting), all), Ok)
}

impl Engine {
    /// What was half entered in a session.
    pub(crate) fn entered(&self, meeting: MeetingId) -> Result<Entered, ApiError> {
        Ok(self.kept(&kind(meeting))?.map(|(all, _)| all).unwrap_or_default())
    }

    /// The row with a new state of what is entered at an item.
    pub(crate) fn with_entering(
        &mut self,
        meeting: MeetingId,
        item: AgendaItemId,
        entering: &Entering,
    ) -> Result<store::FormRow, ApiError> {
        self.state(meeting)?.now.item(item).ok_or_else(view::no_item)?;
        let mut all = self.entered(meeting)?;
        if entering.is_empty() {
            all.remove(&item);
        } else {
            all.insert(item, entering.clone());
        }
        kept(meeting, &all)
    }

    /// The row without the vote that a command records; none if nothing of it was kept.
    pub(crate) fn without_entered(
        &self,
        state: &State,
        command: &Command,
    ) -> Result<Option<store::FormRow>, ApiError> {
        let Some((item, matter)) = recorded(state, command) else { return Ok(None) };
        let mut all = self.entered(state.meeting)?;
        let Some(entering) = all.get_mut(&item) else { return Ok(None) };
        entering.without(&matter);
        if entering.is_empty() {
            all.remove(&item);
        }
        kept(state.meeting, &all).map(Some)
    }
}

/// On what a command records a vote, or an outcome without one.
fn recorded(state: &State, command: &Command) -> Option<(AgendaItemId, Matter)> {
    match command {
        Command::RecordVote { item, matter, .. } => Some((*item, matter.clone())),
        Command::RecordOutcome { item, .. } => Some((*item, Matter::Item)),
        Command::RecordRound { election, .. } => {
            Some((state.now.election(*election)?.item, Matter::Round(*election)))
        }
        Command::Correct { replacement: Some(command), .. } => recorded(state, command),
        _ => None,
    }
}
