//! Acts that deal with an item: outcomes, votes, motions, requests, elections.

use super::acts::{Draft, Maker, Place, Scope};
use super::text;
use super::timeline::{Step, Turn};
use super::{Election, Incomplete, MethodRequest, Round, Text, Vote, What};
use sitzungsbuch_core::agenda_item::{Outcome, Part};
use sitzungsbuch_core::rules::election::ElectionOutcome;
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::state::ElectionState;
use sitzungsbuch_core::{AgendaItemId, ElectionId, VoteId};

impl Maker<'_, '_> {
    /// Part and item of a step that deals with an item. One whose ground was taken away by a
    /// correction becomes no act.
    pub(super) fn place_of_business(&self, step: &Step) -> Option<Place> {
        let now = self.names.now;
        let item = match &step.entry.event {
            Event::OutcomeRecorded { item, .. } => *item,
            Event::VoteClosed { vote, .. } => now.vote(*vote)?.item,
            Event::MotionFiled { motion } => now.motion(motion.id)?.motion.item,
            Event::MotionWithdrawn { motion } => {
                now.motion(*motion).filter(|state| state.withdrawn.is_some())?.motion.item
            }
            Event::VoteMethodRequested { item, .. } => now.item(*item)?.item.id,
            Event::ElectionOpened { election, .. } => now.election(*election)?.item,
            Event::RoundClosed { vote, election, .. } => self.round(*election, *vote)?.0.item,
            Event::CandidacyWithdrawn { election, person } => {
                let withdrawn = |state: &&ElectionState| {
                    state.withdrawn.iter().any(|one| one.person == *person)
                };
                now.election(*election).filter(withdrawn)?.item
            }
            Event::RunoffSettled { election, .. } => {
                now.election(*election).filter(|state| state.settled.is_some())?.item
            }
            Event::LotDrawn { election, winner } => {
                now.election(*election).filter(|state| state.lot == Some(*winner))?.item
            }
            _ => return None,
        };
        Some((self.part_of(item), Some(item)))
    }

    /// What such a step did.
    pub(super) fn business(&self, step: &Step, scope: &Scope) -> Result<Option<What>, Incomplete> {
        let now = self.names.now;
        Ok(Some(match &step.entry.event {
            Event::VoteClosed { vote, .. } => {
                let Some(vote) = now.vote(*vote) else { return Ok(None) };
                let Some(closed) = &vote.closed else { return Ok(None) };
                let standing = self.standing(vote, scope.part);
                let told = self.votes.vote(vote, closed, scope)?;
                What::Vote(Box::new(Vote { standing, ..told }))
            }
            Event::MotionFiled { motion } => {
                let words = text::convert(&motion.text, scope);
                What::Motion(Box::new(self.names.motion(motion, words)?))
            }
            Event::MotionWithdrawn { motion } => {
                let Some(state) = now.motion(*motion) else { return Ok(None) };
                let motion = self.names.motion(&state.motion, Text::default())?;
                What::MotionWithdrawn(Box::new(motion))
            }
            Event::VoteMethodRequested { rollcall, secret, faction, granted, .. } => {
                let faction = faction.map(|id| self.names.organization_name(id)).transpose()?;
                What::Request(MethodRequest {
                    rollcall: *rollcall,
                    secret: *secret,
                    faction,
                    method: granted.method,
                    secret_required: granted.secret_required,
                    rollcall_required: granted.rollcall_required,
                })
            }
            Event::ElectionOpened { post, candidates, method, .. } => What::Election(Election {
                post: post.trim().to_owned(),
                candidates: self.names.persons(candidates)?,
                method: *method,
            }),
            Event::RoundClosed { vote, election, .. } => {
                let Some((state, index)) = self.round(*election, *vote) else { return Ok(None) };
                let Some(vote) = now.vote(*vote) else { return Ok(None) };
                let Some(round) = self.votes.round(state, index, vote)? else { return Ok(None) };
                let standing = self.standing(vote, scope.part);
                What::Round(Box::new(Round { standing, ..round }))
            }
            Event::CandidacyWithdrawn { election, person } => {
                let state = now.election(*election).filter(|state| state.is_abandoned());
                let last = state.and_then(|state| state.withdrawn.last());
                What::CandidacyWithdrawn {
                    person: self.names.person(*person)?,
                    last: last.is_some_and(|last| last.person == *person),
                }
            }
            Event::RunoffSettled { persons, .. } => What::RunOff {
                persons: self.names.persons(persons)?,
                chair: self.other_chair(step)?,
            },
            Event::LotDrawn { election, winner } => {
                let state = now.election(*election);
                let answer = state.and_then(|state| state.answer);
                What::Lot {
                    winner: self.names.person(*winner)?,
                    answer: answer.filter(|(who, _)| who == winner).map(|(_, answer)| answer),
                    chair: self.other_chair(step)?,
                }
            }
            _ => return Ok(None),
        }))
    }

    /// A round of an election, and which.
    fn round(&self, election: ElectionId, vote: VoteId) -> Option<(&ElectionState, usize)> {
        let state = self.names.now.election(election)?;
        let index = state.rounds.iter().position(|round| round.vote == vote)?;
        Some((state, index))
    }

    /// What became of an item without a vote.
    pub(super) fn outcome(
        &self,
        draft: &Draft,
        step: &Step,
        scope: &Scope,
    ) -> Result<Option<What>, Incomplete> {
        let Event::OutcomeRecorded { item, outcome, to, wording } = &step.entry.event else {
            return Ok(None);
        };
        let lacking = *outcome == Outcome::PutBack
            && self.last_finding(draft).is_some_and(|last| !last.quorate);
        Ok(Some(What::Outcome {
            outcome: *outcome,
            wording: wording.as_ref().map(|text| text::convert(text, scope)),
            agenda_changed: self.agenda_changed(draft.step),
            to: to.map(|to| self.names.addressee(to)).transpose()?,
            proposal: self.recommended(*item, *outcome, scope),
            lacking,
        }))
    }

    /// What the item proposes, where that is recommended to somebody else.
    fn recommended(&self, item: AgendaItemId, outcome: Outcome, scope: &Scope) -> Option<Text> {
        let item = &self.names.now.item(item).filter(|_| outcome == Outcome::Recommended)?.item;
        Some(text::convert(&item.proposal, scope)).filter(|text| !text.is_empty())
    }

    /// The public agenda was changed in the session before that step.
    fn agenda_changed(&self, before: usize) -> bool {
        let public = |item: AgendaItemId| self.part_of(item) == Part::Public;
        self.steps.iter().take(before).filter(|step| step.open).any(|step| {
            match (&step.entry.event, step.turn) {
                (Event::ItemAdded { item, .. }, _) => item.part == Part::Public,
                (Event::OutcomeRecorded { item, outcome: Outcome::TakenOff, .. }, _) => {
                    public(*item)
                }
                (Event::ItemMoved { part, .. }, Some(Turn::Moved { from, .. })) => {
                    *part == Part::Public || from == Part::Public
                }
                _ => false,
            }
        })
    }
}

/// Whether the last round decided by votes, so that the answer belongs to it.
pub(super) fn elected_by_votes(state: &ElectionState) -> bool {
    state.rounds.last().is_some_and(|last| last.result.outcome == ElectionOutcome::Elected)
}
