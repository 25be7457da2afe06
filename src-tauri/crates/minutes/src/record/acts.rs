//! Acts that stand in the minutes: which part they belong to, under which item, what they did.
//!
//! Votes and outcomes belong to the part of their item; who came and left, and what the chair found,
//! to the part in which the session was. A change of part is public.

use super::names::Names;
use super::presence::{View, Watch};
use super::text::{Fact, References};
use super::timeline::{Move, Step};
use super::votes::Votes;
use super::{Act, Chair, Incomplete, QuorumFinding, What};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::State;
use sitzungsbuch_core::session::command::Mode;
use sitzungsbuch_core::session::event::{Event, Seated};
use sitzungsbuch_core::session::state;
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

/// Part and item that an act belongs to.
pub(super) type Place = (Part, Option<AgendaItemId>);

/// A step that becomes an act, before names are resolved.
pub(super) struct Draft {
    pub(super) step: usize,
    pub(super) part: Part,
    item: Option<AgendaItemId>,
}

/// Both lists of acts.
pub(super) struct Acts {
    pub(super) public: Vec<Act>,
    pub(super) non_public: Vec<Act>,
    /// The finding of the opening: that the body is quorate, before anything else was found or voted
    /// on. Any other is told with its time where it was made.
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
    /// Who opened the session: the one who is meant where nobody else is named.
    pub(super) chair: PersonId,
}

impl Maker<'_, '_> {
    /// Makes the acts; `items` are the references of all items.
    pub(super) fn acts(
        &self,
        items: BTreeMap<AgendaItemId, (Part, String)>,
    ) -> Result<Acts, Incomplete> {
        let mut catalog = Catalog { items, acts: BTreeMap::new() };
        let mut drafts = Vec::new();
        let (mut quorum, mut opening) = (None, true);
        for (index, step) in self.steps.iter().enumerate() {
            let act = step.entry.act;
            let formal = match &step.entry.event {
                Event::MeetingOpened { .. } => Some(Fact::Opening {}),
                Event::InvitationConfirmed {} => Some(Fact::Invitation {}),
                _ => {
                    let finding = self.finding(step).filter(|_| step.part == Part::Public);
                    let ends = finding.is_some() || self.is_public_vote(step);
                    quorum = quorum.or(finding.filter(|finding| opening && finding.quorate));
                    let told = opening && quorum.is_some();
                    opening = opening && !ends;
                    told.then_some(Fact::Quorum {})
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

    /// A vote, or a round, of the public part: the opening is over.
    fn is_public_vote(&self, step: &Step) -> bool {
        let voted =
            matches!(step.entry.event, Event::VoteClosed { .. } | Event::RoundClosed { .. });
        voted && self.place(step).is_some_and(|(part, _)| part == Part::Public)
    }

    pub(super) fn part_of(&self, item: AgendaItemId) -> Part {
        self.names.now.item(item).map_or(Part::Public, |state| state.item.part)
    }

    /// Part and item of a step that becomes an act.
    fn place(&self, step: &Step) -> Option<Place> {
        let here = || Some((step.part, step.called(step.part)));
        match &step.entry.event {
            Event::MemberArrived { seated: Seated { person, .. }, .. }
            | Event::SubstituteSeated { seated: Seated { person, .. }, .. }
            | Event::AttendeeArrived { person, .. }
                if step.came(*person).is_some() =>
            {
                here()
            }
            Event::MemberDeparted(Seated { person, .. })
            | Event::AttendeeDeparted { person, .. }
                if step.left(*person) && !self.expelled(step) =>
            {
                here()
            }
            Event::RecusalDeclared { item, .. } | Event::RecusalEnded { item, .. } => {
                let part = step.part.max(self.part_of(*item));
                Some((part, step.called(part)))
            }
            Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. } => here(),
            Event::PartChanged { .. } => Some((Part::Public, step.called(Part::Public))),
            Event::ProceedingRecorded { item, .. } => Some(self.place_of_proceeding(step, *item)),
            _ => self.place_of_turn(step).or_else(|| self.place_of_business(step)),
        }
    }

    fn finding(&self, step: &Step) -> Option<QuorumFinding> {
        let of_step = |one: &&state::QuorumFinding| one.act == step.entry.act;
        let found = self.state.now.findings.iter().find(of_step)?;
        // What is said at an item holds for it; beside them, for those that are called again at most.
        let again = if step.part == Part::Public && found.second_call.is_none() {
            let public = self.names.now.called_again().filter(|one| one.item.part == Part::Public);
            public.map(|one| one.item.number.trim().to_owned()).collect()
        } else {
            Vec::new()
        };
        Some(self.votes.finding(found, again))
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
            Event::RecusalDeclared { person, item, by, .. } => {
                let other = Some(*item).filter(|item| draft.item != Some(*item));
                What::Recusal {
                    person: self.names.person(*person)?,
                    other_item: other.and_then(|item| self.names.number(item)),
                    public_session: step.part == Part::Public,
                    absent: step.absent,
                    counted: self.counted(*person, *item, step),
                    ground: self.ground(*by, *person, *item),
                }
            }
            Event::RecusalEnded { person, absent, .. } => {
                What::RecusalEnd { person: self.names.person(*person)?, absent: *absent }
            }
            Event::PartChanged { part, left } => {
                let [back, away] = self.at_the_table_again(draft, step);
                What::PartChange {
                    to_public: *part == Part::Public,
                    left: self.names.persons(left)?,
                    chair: self.other_chair(step)?,
                    back: self.names.persons(&back)?,
                    away: self.names.persons(&away)?,
                }
            }
            Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. } => {
                let Some(finding) = self.finding(step) else { return Ok(None) };
                let again = self.opposite_before(draft, finding.quorate);
                What::Quorum { finding, again, chair: self.other_chair(step)? }
            }
            Event::ProceedingRecorded { proceeding, .. } => {
                self.proceeding(draft, step, proceeding, &scope)?
            }
            Event::OutcomeRecorded { .. } => return self.outcome(draft, step, &scope),
            _ => match self.turn(draft, step)? {
                Some(what) => what,
                None => return self.business(step, &scope),
            },
        }))
    }

    /// Whether a vote under an item that a recusal is for counted the person, because the recusal was
    /// entered later.
    fn counted(&self, person: PersonId, item: AgendaItemId, step: &Step) -> bool {
        let now = self.names.now;
        let related = |of| now.within(of, item) || now.within(item, of);
        let barred =
            |vote: &state::Vote| vote.known_basis().recused.iter().any(|one| one.person == person);
        now.votes.iter().any(|vote| {
            vote.opened >= step.entry.occurred_at
                && related(vote.item)
                && barred(vote)
                && vote.mistaken(now).iter().any(|one| one.person == person)
        })
    }

    /// Who chairs at a step, if not the one who opened the session.
    pub(super) fn other_chair(&self, step: &Step) -> Result<Option<Chair>, Incomplete> {
        let other = step.chair.filter(|chair| *chair != self.chair);
        other.map(|chair| self.names.chair(chair)).transpose()
    }

    fn arrival(&self, draft: &Draft, step: &Step, person: PersonId) -> Result<What, Incomplete> {
        let view = match draft.part {
            Part::Public => View::Public,
            Part::NonPublic => View::Whole,
        };
        let relieved = self.relieved(step, person);
        let seat = match &step.entry.event {
            Event::MemberArrived { seated, .. } | Event::SubstituteSeated { seated, .. } => {
                self.names.now.seats.get(&seated.seat)
            }
            _ => None,
        };
        let member = seat.and_then(|seat| seat.member).map(|member| member.person);
        let represents = member.filter(|member| *member != person);
        let stay = step.came(person);
        let stays = draft.step.checked_sub(1).is_some_and(|s| self.watch.is_there(person, s));
        let item = stay.and_then(|stay| stay.item);
        let shown = item.filter(|item| self.part_of(*item) <= draft.part);
        Ok(What::Arrival {
            person: self.names.person(person)?,
            again: !stays && self.watch.was_there(view, person, draft.step),
            represents: represents.map(|id| self.names.person(id)).transpose()?,
            relieves: relieved.map(|id| self.names.person(id)).transpose()?,
            remote: stay.is_some_and(|stay| stay.mode == Mode::Remote),
            item: shown.and_then(|item| self.names.number(item)),
        })
    }

    /// Whose substitution ended because the member came: the substitute left the room, or went back to
    /// an advisory seat.
    fn relieved(&self, step: &Step, member: PersonId) -> Option<PersonId> {
        if !matches!(step.entry.event, Event::MemberArrived { .. }) {
            return None;
        }
        let same_act = self.steps.iter().filter(|other| other.entry.act == step.entry.act);
        same_act.flat_map(|other| &other.moves).find_map(|one| match one {
            Move::Left(other, _) | Move::Came(other, _) if *other != member => Some(*other),
            _ => None,
        })
    }

    /// The last finding before that step, as far as this part knows it, said the opposite.
    fn opposite_before(&self, draft: &Draft, quorate: bool) -> bool {
        let last = self.last_finding(draft);
        last.is_some_and(|last| last.quorate != quorate)
    }

    /// The last finding before that step, as far as this part knows it.
    pub(super) fn last_finding(&self, draft: &Draft) -> Option<QuorumFinding> {
        let known = |step: &&Step| draft.part == Part::NonPublic || step.part == Part::Public;
        let mut earlier =
            self.steps.get(..draft.step).unwrap_or_default().iter().rev().filter(known);
        earlier.find_map(|step| self.finding(step))
    }
}
