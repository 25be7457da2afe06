//! Acts that stand in the minutes: which part they belong to, under which item, what they did.
//!
//! Votes and outcomes belong to the part of their item; who came and left, and what the chair found,
//! to the part in which the session was. A change of part is public.

use super::names::Names;
use super::presence::{View, Watch};
use super::text::{self, Fact, References};
use super::timeline::{Move, Step};
use super::votes::Votes;
use super::{Act, Incomplete, QuorumFinding, What};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::rules::quorum::Finding;
use sitzungsbuch_core::session::State;
use sitzungsbuch_core::session::event::{Event, Seated};
use sitzungsbuch_core::{ActId, AgendaItemId, PersonId};
use std::collections::BTreeMap;

/// What ids stand for in texts, and in which part.
#[derive(Default)]
pub(super) struct Catalog {
    pub(super) items: BTreeMap<AgendaItemId, (Part, String)>,
    pub(super) acts: BTreeMap<ActId, (Part, Fact)>,
}

/// The catalog as a text of one part may use it.
pub(super) struct Scope<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) state: &'a State,
    pub(super) part: Part,
}

impl Scope<'_> {
    fn visible(&self, part: Part) -> bool {
        part == Part::Public || self.part == Part::NonPublic
    }
}

impl References for Scope<'_> {
    fn item(&self, id: AgendaItemId) -> Option<String> {
        let (part, number) = self.catalog.items.get(&id)?;
        (*part == self.part).then(|| number.clone())
    }
    fn act(&self, id: ActId) -> Option<Fact> {
        let (part, fact) = self.catalog.acts.get(&self.state.standing(id)?)?;
        self.visible(*part).then(|| fact.clone())
    }
}

/// A step that becomes an act, before names are resolved.
struct Draft {
    step: usize,
    part: Part,
    item: Option<AgendaItemId>,
}

/// Both lists of acts.
pub(super) struct Acts {
    pub(super) public: Vec<Act>,
    pub(super) non_public: Vec<Act>,
    /// The first finding on the quorum in the public part.
    pub(super) quorum: Option<QuorumFinding>,
    pub(super) catalog: Catalog,
}

/// Everything acts are made from.
pub(super) struct Maker<'a, 's> {
    pub(super) state: &'a State,
    pub(super) names: Names<'a>,
    pub(super) votes: Votes<'a>,
    pub(super) steps: &'s [Step<'a>],
    pub(super) watch: &'s Watch<'a, 's>,
}

impl Maker<'_, '_> {
    /// Makes the acts; `items` are the references of all items.
    pub(super) fn acts(
        &self,
        items: BTreeMap<AgendaItemId, (Part, String)>,
    ) -> Result<Acts, Incomplete> {
        let mut catalog = Catalog { items, acts: BTreeMap::new() };
        let mut drafts = Vec::new();
        let mut quorum = None;
        for (index, step) in self.steps.iter().enumerate() {
            let act = step.entry.act;
            let formal = match &step.entry.event {
                Event::MeetingOpened { .. } => Some(Fact::Opening {}),
                Event::InvitationConfirmed {} => Some(Fact::Invitation {}),
                _ => {
                    let first = quorum.is_none() && step.part == Part::Public;
                    quorum = quorum.or_else(|| self.finding(step).filter(|_| first));
                    (first && quorum.is_some()).then_some(Fact::Quorum {})
                }
            };
            if let Some(fact) = formal {
                catalog.acts.insert(act, (Part::Public, fact));
            } else if let Some((part, item)) = self.place(step) {
                drafts.push(Draft { step: index, part, item });
            }
        }
        let mut ids = Vec::new();
        let (mut public, mut non_public) = (0_u32, 0_u32);
        for draft in &drafts {
            let (count, letter) = match draft.part {
                Part::Public => (&mut public, 'a'),
                Part::NonPublic => (&mut non_public, 'n'),
            };
            *count += 1;
            let id = format!("{letter}{count}");
            if let Some(step) = self.steps.get(draft.step) {
                let fact = Fact::Act { act: id.clone() };
                catalog.acts.insert(step.entry.act, (draft.part, fact));
            }
            ids.push(id);
        }
        let mut acts = Acts { public: Vec::new(), non_public: Vec::new(), quorum, catalog };
        for (draft, id) in drafts.iter().zip(ids) {
            let Some(step) = self.steps.get(draft.step) else { continue };
            let Some(what) = self.what(draft, step, &acts.catalog)? else { continue };
            let item = draft.item.and_then(|id| acts.catalog.items.get(&id));
            let item = item.map(|(_, reference)| reference.clone());
            let act = Act { id, at: step.at(), item, what };
            match draft.part {
                Part::Public => acts.public.push(act),
                Part::NonPublic => acts.non_public.push(act),
            }
        }
        Ok(acts)
    }

    fn part_of(&self, item: AgendaItemId) -> Part {
        self.names.now.item(item).map_or(Part::Public, |state| state.item.part)
    }

    /// Part and item of a step that becomes an act.
    fn place(&self, step: &Step) -> Option<(Part, Option<AgendaItemId>)> {
        let came =
            |person| step.moves.iter().any(|m| matches!(m, Move::Came(p, _) if *p == person));
        let left = |person| step.moves.contains(&Move::Left(person));
        let here = || Some((step.part, step.called(step.part)));
        match &step.entry.event {
            Event::MemberArrived { seated: Seated { person, .. }, .. }
            | Event::SubstituteSeated { seated: Seated { person, .. }, .. }
            | Event::AttendeeArrived { person, .. }
                if came(*person) =>
            {
                here()
            }
            Event::MemberDeparted(Seated { person, .. })
            | Event::AttendeeDeparted { person, .. }
                if left(*person) =>
            {
                here()
            }
            Event::RecusalDeclared { item, .. } | Event::RecusalEnded { item, .. } => {
                let part = step.part.max(self.part_of(*item));
                Some((part, step.called(part)))
            }
            Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. } => here(),
            Event::PartChanged { .. } => Some((Part::Public, step.called(Part::Public))),
            Event::OutcomeRecorded { item, .. } => Some((self.part_of(*item), Some(*item))),
            Event::VoteClosed { vote, .. } => {
                let item = self.names.now.vote(*vote)?.item;
                Some((self.part_of(item), Some(item)))
            }
            _ => None,
        }
    }

    fn finding(&self, step: &Step) -> Option<QuorumFinding> {
        match &step.entry.event {
            Event::QuorumEstablished { basis } => Some(self.votes.finding(Finding::Quorate, basis)),
            Event::LackOfQuorumDeclared { basis } => {
                Some(self.votes.finding(Finding::Lacking, basis))
            }
            _ => None,
        }
    }

    fn what(
        &self,
        draft: &Draft,
        step: &Step,
        catalog: &Catalog,
    ) -> Result<Option<What>, Incomplete> {
        let scope = Scope { catalog, state: self.state, part: draft.part };
        Ok(Some(match &step.entry.event {
            Event::MemberArrived { seated: Seated { person, .. }, .. }
            | Event::SubstituteSeated { seated: Seated { person, .. }, .. }
            | Event::AttendeeArrived { person, .. } => self.arrival(draft, step, *person)?,
            Event::MemberDeparted(Seated { person, .. })
            | Event::AttendeeDeparted { person, .. } => {
                What::Departure { person: self.names.person(*person)? }
            }
            Event::RecusalDeclared { person, item, .. } => {
                let other = Some(*item).filter(|item| draft.item != Some(*item));
                let other = other.and_then(|item| self.names.now.item(item));
                What::Recusal {
                    person: self.names.person(*person)?,
                    other_item: other.map(|state| state.item.number.clone()),
                    public_session: step.part == Part::Public,
                }
            }
            Event::RecusalEnded { person, .. } => {
                What::RecusalEnd { person: self.names.person(*person)? }
            }
            Event::PartChanged { part, left } => What::PartChange {
                to_public: *part == Part::Public,
                left: left.iter().map(|id| self.names.person(*id)).collect::<Result<_, _>>()?,
            },
            Event::OutcomeRecorded { outcome, wording, .. } => What::Outcome {
                outcome: *outcome,
                wording: wording.as_ref().map(|text| text::convert(text, &scope)),
                agenda_changed: self.agenda_changed(draft.step),
            },
            Event::VoteClosed { vote, .. } => {
                let Some(vote) = self.names.now.vote(*vote) else { return Ok(None) };
                let Some(closed) = &vote.closed else { return Ok(None) };
                What::Vote(Box::new(self.votes.vote(vote, closed, &scope)?))
            }
            _ => {
                let Some(finding) = self.finding(step) else { return Ok(None) };
                let again = self.opposite_before(draft, finding.quorate);
                What::Quorum { finding, again }
            }
        }))
    }

    fn arrival(&self, draft: &Draft, step: &Step, person: PersonId) -> Result<What, Incomplete> {
        let view = match draft.part {
            Part::Public => View::Public,
            Part::NonPublic => View::Whole,
        };
        let relieved = self
            .steps
            .iter()
            .filter(|other| other.entry.act == step.entry.act)
            .flat_map(|other| &other.moves)
            .find_map(|one| match one {
                Move::Left(other) if *other != person => Some(*other),
                _ => None,
            });
        let seat = match &step.entry.event {
            Event::MemberArrived { seated, .. } | Event::SubstituteSeated { seated, .. } => {
                self.names.now.seats.get(&seated.seat)
            }
            _ => None,
        };
        let member = seat.and_then(|seat| seat.member).map(|member| member.person);
        let represents = member.filter(|member| *member != person);
        Ok(What::Arrival {
            person: self.names.person(person)?,
            again: self.watch.was_there(view, person, draft.step),
            represents: represents.map(|id| self.names.person(id)).transpose()?,
            relieves: relieved.map(|id| self.names.person(id)).transpose()?,
        })
    }

    /// A public item was added in the session before that step.
    fn agenda_changed(&self, before: usize) -> bool {
        self.steps.iter().take(before).filter(|step| step.open).any(
            |step| matches!(&step.entry.event, Event::ItemAdded { item, .. } if item.part == Part::Public),
        )
    }

    /// The last finding before that step, as far as this part knows it, said the opposite.
    fn opposite_before(&self, draft: &Draft, quorate: bool) -> bool {
        let known = |step: &&Step| draft.part == Part::NonPublic || step.part == Part::Public;
        let mut earlier =
            self.steps.get(..draft.step).unwrap_or_default().iter().rev().filter(known);
        let last = earlier.find_map(|step| self.finding(step));
        last.is_some_and(|last| last.quorate != quorate)
    }
}
