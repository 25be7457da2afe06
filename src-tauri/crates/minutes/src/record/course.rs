//! Acts of the course of a session beside arrivals and findings: who leaves the table, takes the
//! chair or the minutes, when the session is interrupted, what becomes of the agenda.
//!
//! What has a beginning and an end under the same item is one act with both times; an end under
//! another item, or in the other part, is an act of its own.

use super::acts::{Draft, Maker, Place};
use super::timeline::{Step, Turn};
use super::{Incomplete, NewPlace, RecusalGround, What};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::rules::attendance;
use sitzungsbuch_core::rules::attendance::RecusalBasis;
use sitzungsbuch_core::session::command::{Announced, Matter};
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::state::ClosedVote;
use sitzungsbuch_core::{ActId, AgendaItemId, PersonId};

impl Maker<'_, '_> {
    /// Part and item of a step of the course.
    pub(super) fn place_of_turn(&self, step: &Step) -> Option<Place> {
        let here = || Some((step.part, step.called(step.part)));
        match (&step.entry.event, step.turn) {
            (Event::AbsenceBegan { cause, .. }, Some(Turn::Away)) => {
                Some(self.place_of_absence(step, *cause))
            }
            (Event::AbsenceEnded { .. }, Some(Turn::Back(act))) => {
                let (begin, cause) = self.begun(act)?;
                let place = self.place_of_absence(step, cause);
                (self.place_of_absence(begin, cause) != place).then_some(place)
            }
            (Event::ChairChanged { .. }, Some(Turn::Chair))
            | (Event::ClerkChanged { .. }, Some(Turn::Clerk))
            | (Event::MeetingInterrupted {}, Some(Turn::Recess)) => here(),
            // The public has to know on which days the session is held.
            (Event::MeetingAdjourned { .. }, _) => Some((Part::Public, step.called(Part::Public))),
            (Event::MeetingResumed { .. }, Some(Turn::Recess)) if self.was_adjourned(step) => {
                Some((Part::Public, step.called(Part::Public)))
            }
            (Event::MeetingResumed { .. }, Some(Turn::Recess)) => {
                let place = here();
                let begin = self.interruption(step);
                let same = begin.is_some_and(|begin| Some(recess_place(begin)) == place);
                place.filter(|_| !same)
            }
            (Event::ItemMoved { part, .. }, Some(Turn::Moved { from, .. })) if step.open => {
                let within = if *part == from { from } else { Part::Public };
                let part = step.part.max(within);
                Some((part, step.called(part)))
            }
            (Event::ItemsJoined { items }, _) => {
                let part = items.iter().map(|item| self.part_of(*item)).max()?.max(step.part);
                let first = items.iter().copied().find(|item| self.part_of(*item) == part);
                let called = step.called(part).filter(|_| step.open);
                Some((part, called.or(first)))
            }
            _ => None,
        }
    }

    /// What such a step did; nothing where the minutes say nothing of it.
    pub(super) fn turn(&self, draft: &Draft, step: &Step) -> Result<Option<What>, Incomplete> {
        Ok(Some(match &step.entry.event {
            Event::AbsenceBegan { person, cause } => What::Absence {
                person: self.names.person(*person)?,
                cause: self.names.cause(*cause),
                until: self.end_of_absence(step, *cause).map(Step::at),
            },
            Event::AbsenceEnded { person, .. } => {
                let Some(Turn::Back(began)) = step.turn else { return Ok(None) };
                let Some((_, cause)) = self.begun(began) else { return Ok(None) };
                What::Return { person: self.names.person(*person)?, cause: self.names.cause(cause) }
            }
            Event::ChairChanged { chair } => {
                let known =
                    |step: &&Step| draft.part == Part::NonPublic || step.part == Part::Public;
                let mut earlier = self.steps.iter().take(draft.step).filter(known);
                let again = earlier.any(|step| step.chair == Some(*chair));
                What::ChairChange { chair: self.names.chair(*chair)?, again }
            }
            Event::ClerkChanged { clerk } => {
                What::ClerkChange { clerk: self.names.person(*clerk)? }
            }
            Event::MeetingInterrupted {} => {
                let end = self.resumption(step);
                let here = end.filter(|end| recess_place(end) == recess_place(step));
                What::Recess {
                    until: here.map(Step::at),
                    missing: here.map_or_else(|| Ok(Vec::new()), |end| self.missing(end))?,
                }
            }
            Event::MeetingAdjourned { to } => {
                What::Adjourned { to: *to, interrupts: step.turn == Some(Turn::Recess) }
            }
            Event::MeetingResumed { .. } => {
                let other_day = self.was_adjourned(step);
                // Who is missing is a matter of the part in which that is seen.
                let told = !other_day || step.part == Part::Public;
                let missing = told.then(|| self.missing(step)).transpose()?.unwrap_or_default();
                What::Resumption { other_day, missing }
            }
            Event::ItemMoved { item, after, part } => {
                let Some(Turn::Moved { from, before }) = step.turn else { return Ok(None) };
                let number = |id: Option<AgendaItemId>| id.and_then(|id| self.names.number(id));
                let to = match (*part == from, part) {
                    (false, Part::Public) => NewPlace::Public,
                    (false, Part::NonPublic) => NewPlace::NonPublic,
                    (true, _) => {
                        let before = number(before).map(NewPlace::Before);
                        let Some(to) = before.or_else(|| number(*after).map(NewPlace::After))
                        else {
                            return Ok(None);
                        };
                        to
                    }
                };
                let Some(item) = number(Some(*item)) else { return Ok(None) };
                What::Moved { item, to }
            }
            Event::ItemsJoined { items } => {
                let items: Vec<String> =
                    items.iter().filter_map(|item| self.names.number(*item)).collect();
                if items.len() < 2 {
                    return Ok(None);
                }
                What::Joined { items }
            }
            _ => return Ok(None),
        }))
    }

    /// On what a recusal rests, and whether the minutes tell the vote on it.
    pub(super) fn ground(
        &self,
        by: RecusalBasis,
        person: PersonId,
        item: AgendaItemId,
    ) -> RecusalGround {
        let voted = || {
            self.names.now.votes.iter().any(|vote| {
                let accepted = |closed: &ClosedVote| closed.announced == Announced::Accepted;
                vote.item == item
                    && vote.matter == Matter::Recusal(person)
                    && vote.closed.as_deref().is_some_and(accepted)
            })
        };
        match by {
            RecusalBasis::Declared => RecusalGround::Declared,
            RecusalBasis::Decided if voted() => RecusalGround::Voted,
            RecusalBasis::Decided => RecusalGround::Found,
        }
    }

    /// When the session is public again: who was away as it ceased to be and is back at the table,
    /// and who is away now and was not. What lay between is no business of the public.
    pub(super) fn at_the_table_again(&self, draft: &Draft, step: &Step) -> [Vec<PersonId>; 2] {
        let Event::PartChanged { part: Part::Public, .. } = step.entry.event else {
            return [Vec::new(), Vec::new()];
        };
        let mut before = self.steps.iter().take(draft.step).rev();
        let ceased = before.find(|step| matches!(step.entry.event, Event::PartChanged { .. }));
        let known = ceased.map_or(&[][..], |step| &step.away);
        let here = |person: &&PersonId| self.watch.is_there(**person, draft.step);
        let without = |all: &[PersonId], less: &[PersonId]| {
            all.iter().filter(|one| !less.contains(one)).filter(here).copied().collect()
        };
        [without(known, &step.away), without(&step.away, known)]
    }

    fn place_of_absence(&self, step: &Step, cause: attendance::AbsenceCause) -> Place {
        let part = match cause {
            attendance::AbsenceCause::Item(item) => step.part.max(self.part_of(item)),
            _ => step.part,
        };
        (part, step.called(part))
    }

    /// The step with which an absence began.
    fn begun(&self, act: ActId) -> Option<(&Step<'_>, attendance::AbsenceCause)> {
        self.steps.iter().find_map(|step| match step.entry.event {
            Event::AbsenceBegan { cause, .. } if step.entry.act == act => Some((step, cause)),
            _ => None,
        })
    }

    /// The return to the table, where it stands under the same item.
    fn end_of_absence(&self, begin: &Step, cause: attendance::AbsenceCause) -> Option<&Step<'_>> {
        let back = Some(Turn::Back(begin.entry.act));
        let end = self.steps.iter().find(|step| step.turn == back)?;
        let same = self.place_of_absence(begin, cause) == self.place_of_absence(end, cause);
        Some(end).filter(|_| same)
    }

    /// The interruption that a step ends.
    fn interruption(&self, end: &Step) -> Option<&Step<'_>> {
        let before = self.steps.iter().take_while(|step| !std::ptr::eq(step.entry, end.entry));
        before
            .filter(|step| {
                step.turn == Some(Turn::Recess)
                    && matches!(step.entry.event, Event::MeetingInterrupted {})
            })
            .last()
    }

    /// The step with which the session went on the same day.
    fn resumption(&self, begin: &Step) -> Option<&Step<'_>> {
        let after = self.steps.iter().skip_while(|step| !std::ptr::eq(step.entry, begin.entry));
        let end = after.skip(1).find(|step| {
            step.turn == Some(Turn::Recess)
                && matches!(step.entry.event, Event::MeetingResumed { .. })
        });
        end.filter(|end| !self.was_adjourned(end))
    }

    /// Whether the recess that a step ends was to last until another day.
    fn was_adjourned(&self, end: &Step) -> bool {
        let before = self.steps.iter().take_while(|step| !std::ptr::eq(step.entry, end.entry));
        let mut adjourned = false;
        for step in before {
            match step.entry.event {
                Event::MeetingAdjourned { .. } => adjourned = true,
                Event::MeetingResumed { .. } if step.turn == Some(Turn::Recess) => {
                    adjourned = false;
                }
                _ => {}
            }
        }
        adjourned
    }

    fn missing(&self, end: &Step) -> Result<Vec<super::Person>, Incomplete> {
        let Event::MeetingResumed { missing } = &end.entry.event else { return Ok(Vec::new()) };
        let gone: Vec<PersonId> = missing.iter().copied().filter(|id| end.left(*id)).collect();
        self.names.persons(&gone)
    }
}

fn recess_place(step: &Step) -> Place {
    (step.part, step.called(step.part))
}
