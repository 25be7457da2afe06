//! Elections as the record has them, and the words for what became of them. Derived from events
//! alone; what the numbers of a round give says [`crate::rules::election`].

use crate::rules::election::{self, ElectionOutcome, Stage};
use crate::rules::profile::{ElectionRule, MajorityId};
use crate::session::election::{Answer, ElectionMethod, ElectionResult, RoundTally};
use crate::{ActId, AgendaItemId, ElectionId, Moment, PersonId, VoteId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

/// A round of an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundState {
    /// The frozen basis lies in the vote with this id.
    pub vote: VoteId,
    /// When.
    pub at: Moment,
    /// The votes.
    pub tally: RoundTally,
    /// What they give.
    pub result: ElectionResult,
}

/// A candidate who withdrew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// Who.
    pub person: PersonId,
    /// After how many rounds.
    pub rounds: usize,
}

/// An election to one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElectionState {
    /// Which.
    pub id: ElectionId,
    /// On which item.
    pub item: AgendaItemId,
    /// To what: "stellvertretende Vorsitzende oder stellvertretender Vorsitzender".
    pub post: String,
    /// Who was proposed.
    pub candidates: Vec<PersonId>,
    /// By show of hands, or by ballot.
    pub method: ElectionMethod,
    /// Why the head of the administration does not vote; none where everybody votes.
    pub majority: Option<MajorityId>,
    /// When it was opened.
    pub at: Moment,
    /// The act that opened it.
    pub act: ActId,
    /// Rounds in their order.
    pub rounds: Vec<RoundState>,
    /// Who withdrew, in their order.
    pub withdrawn: Vec<Withdrawal>,
    /// Who runs off by the chair's finding; none where those do who reached the two highest numbers
    /// of votes.
    pub settled: Option<Vec<PersonId>>,
    /// The lot, if one was drawn.
    pub lot: Option<PersonId>,
    /// What the person said who is elected.
    pub answer: Option<(PersonId, Answer)>,
}

/// What an election still needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A round.
    Round,
    /// The lot.
    Lot,
    /// The answer of the person who is elected.
    Answer,
}

impl ElectionState {
    fn outcome(&self) -> Option<ElectionOutcome> {
        self.rounds.last().map(|round| round.result.outcome)
    }

    /// Who is elected, by votes or by lot, whatever the answer was.
    pub fn elected(&self) -> Option<PersonId> {
        let last = self.rounds.last()?;
        match last.result.outcome {
            ElectionOutcome::Elected => last.result.persons.first().copied(),
            ElectionOutcome::Lot => self.lot,
            _ => None,
        }
    }

    /// Between whom the next round is held; nothing where there is none. A round that gave nothing,
    /// because too much was invalid or because it contradicts itself, is held again. Whoever withdrew
    /// is out, and nobody moves up: a run-off is between those with the two highest numbers of votes,
    /// or those whom the chair found to be.
    pub fn standing(&self) -> Vec<PersonId> {
        let Some(last) = self.rounds.last() else { return self.left(self.candidates.clone()) };
        match last.result.outcome {
            ElectionOutcome::Runoff => self.left(self.running_off(last).to_vec()),
            ElectionOutcome::Repeat | ElectionOutcome::Inconsistent => {
                self.left(last.tally.candidates.iter().map(|one| one.person).collect())
            }
            // One alone is in no lot: that person needs a majority.
            ElectionOutcome::Lot => {
                Some(self.tied()).filter(|tied| tied.len() == 1).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Between whom the run-off is that follows a round, whoever withdrew since.
    pub fn running_off<'a>(&'a self, round: &'a RoundState) -> &'a [PersonId] {
        let given = match round.result.outcome {
            ElectionOutcome::Runoff => self.settled.as_ref(),
            _ => None,
        };
        given.unwrap_or(&round.result.persons)
    }

    /// Who can be in the run-off that is due, those with more votes first; nobody where none is.
    pub fn eligible(&self) -> Vec<PersonId> {
        let due = self.rounds.last().filter(|_| !self.standing().is_empty());
        let Some(last) = due.filter(|last| last.result.outcome == ElectionOutcome::Runoff) else {
            return Vec::new();
        };
        let mut candidates = last.tally.candidates.clone();
        candidates.sort_by_key(|one| Reverse(one.votes));
        self.left(candidates.into_iter().map(|one| one.person).collect())
    }

    fn left(&self, mut persons: Vec<PersonId>) -> Vec<PersonId> {
        persons.retain(|person| self.withdrawn.iter().all(|one| one.person != *person));
        persons
    }

    /// Who has the same number of votes, as long as no lot was drawn.
    fn tied(&self) -> Vec<PersonId> {
        match self.rounds.last() {
            Some(last) if self.lot.is_none() && self.outcome() == Some(ElectionOutcome::Lot) => {
                self.left(last.result.persons.clone())
            }
            _ => Vec::new(),
        }
    }

    /// Whether something is to be decided yet in which that person stands.
    pub fn stands(&self, person: PersonId) -> bool {
        self.standing().contains(&person) || self.in_lot().contains(&person)
    }

    /// Whether it came to its end because everybody who stood withdrew.
    pub fn is_abandoned(&self) -> bool {
        let last = self.withdrawn.last();
        last.is_some_and(|last| last.rounds == self.rounds.len())
            && self.elected().is_none()
            && self.missing().is_none()
    }

    /// By which majority the next round is decided.
    pub fn stage(&self) -> Stage {
        let is_runoff = |round: &RoundState| round.result.outcome == ElectionOutcome::Runoff;
        if self.rounds.iter().any(is_runoff) { Stage::Runoff } else { Stage::First }
    }

    /// Between whom the lot is to be drawn; nothing where none is.
    pub fn in_lot(&self) -> Vec<PersonId> {
        Some(self.tied()).filter(|tied| tied.len() > 1).unwrap_or_default()
    }

    /// What it needs to come to its end.
    pub fn missing(&self) -> Option<Missing> {
        if self.elected().is_some() {
            return self.answer.is_none().then_some(Missing::Answer);
        }
        let lot = (!self.in_lot().is_empty()).then_some(Missing::Lot);
        lot.or_else(|| (!self.standing().is_empty()).then_some(Missing::Round))
    }

    /// A German sentence for each round, one for the lot, the answer in the last of them.
    pub fn words(&self, rule: &ElectionRule, name: impl Fn(PersonId) -> String) -> Vec<String> {
        let name = |person: &PersonId| name(*person);
        let ends = match self.answer {
            None => "gewählt.",
            Some((_, Answer::Accepted)) => "gewählt und nimmt die Wahl an.",
            Some((_, Answer::Declined)) => "gewählt und nimmt die Wahl nicht an.",
        };
        let mut words: Vec<String> =
            self.rounds.iter().map(|round| round.words(rule, &name, ends)).collect();
        words.extend(self.lot.map(|drawn| format!("{} wird durch das Los {ends}", name(&drawn))));
        words
    }
}

impl RoundState {
    fn words(
        &self,
        rule: &ElectionRule,
        name: &impl Fn(&PersonId) -> String,
        ends: &str,
    ) -> String {
        let ElectionResult { outcome, persons, votes, base, .. } = &self.result;
        let share = election::share(rule.base, *votes, *base);
        let names = election::listed(&persons.iter().map(name).collect::<Vec<_>>());
        match outcome {
            ElectionOutcome::Elected => format!("{names} wird mit {share} {ends}"),
            ElectionOutcome::Runoff => format!(
                "Die erforderliche Mehrheit erreicht niemand (höchste Stimmenzahl: {share}); es folgt die engere Wahl zwischen {names}."
            ),
            ElectionOutcome::Lot => format!(
                "Es besteht Stimmengleichheit zwischen {names} (höchste Stimmenzahl: {share}); das Los zieht der Vorsitz."
            ),
            ElectionOutcome::NotElected => match self.tally.candidates.as_slice() {
                [only] => format!("{} wird nicht gewählt ({share}).", name(&only.person)),
                _ => String::from("Niemand wird gewählt."),
            },
            ElectionOutcome::Repeat => {
                format!("Für diesen Wahlgang gilt: {}.", election::repeated(rule))
            }
            ElectionOutcome::Inconsistent => String::from(
                "Die Zahlen dieses Wahlgangs widersprechen sich; er hat kein Ergebnis.",
            ),
        }
    }
}
