//! Who chaired and who kept the minutes, where more than one person did.
//!
//! The public view counts what lies in the public part alone: whoever took over behind closed doors
//! appears with the return to the public.

use super::names::Names;
use super::presence::View;
use super::timeline::Step;
use super::{Chair, Clerk, Incomplete, Led};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::{AgendaItemId, PersonId};

/// Everything the terms are made from.
pub(super) struct Terms<'a, 's> {
    pub(super) names: Names<'a>,
    pub(super) steps: &'s [Step<'a>],
    /// Who opened the session.
    pub(super) chair: PersonId,
    /// Who kept the minutes at the opening.
    pub(super) clerk: PersonId,
}

/// Who led one item.
struct Leaders {
    item: AgendaItemId,
    /// For a while, and at least within one minute.
    chairs: [Vec<PersonId>; 2],
}

impl Terms<'_, '_> {
    /// The time after each step in which the session was open, as far as a view sees it.
    fn stretches(&self, view: View) -> impl Iterator<Item = (&Step<'_>, Option<&Step<'_>>)> {
        let next = self.steps.iter().skip(1).map(Some).chain([None]);
        self.steps.iter().zip(next).filter(move |(step, next)| {
            let part = next.map_or(step.part, |next| next.part);
            step.open && (view == View::Whole || part == Part::Public)
        })
    }

    /// Who closed the session in that part, if not the one who opened it.
    pub(super) fn closed_by(&self, part: Part) -> Result<Option<Chair>, Incomplete> {
        let closing = self
            .steps
            .iter()
            .find(|step| matches!(step.entry.event, Event::MeetingClosed {}) && step.part == part);
        let chair = closing.and_then(|step| step.chair).filter(|chair| *chair != self.chair);
        chair.map(|chair| self.names.chair(chair)).transpose()
    }

    /// Who kept the minutes after the one of the opening, each from the first time on.
    pub(super) fn later_clerks(&self, view: View) -> Result<Vec<Clerk>, Incomplete> {
        let mut known = vec![self.clerk];
        let mut later = Vec::new();
        for (step, _) in self.stretches(view) {
            let Some(clerk) = step.clerk.filter(|clerk| !known.contains(clerk)) else { continue };
            known.push(clerk);
            later.push(self.names.clerk(clerk, Some(step.at()))?);
        }
        Ok(later)
    }

    /// Who led which items; nothing where the one who opened the session led them all.
    pub(super) fn led(&self, view: View) -> Result<Vec<Led>, Incomplete> {
        let mut items: Vec<Leaders> = Vec::new();
        for (step, next) in self.stretches(view) {
            let (Some(item), Some(chair)) = (step.current, step.chair) else { continue };
            let of = self.names.now.item(item).map(|state| state.item.part);
            if view == View::Public && of != Some(Part::Public) {
                continue;
            }
            let at = items.iter().position(|one| one.item == item).unwrap_or_else(|| {
                items.push(Leaders { item, chairs: [Vec::new(), Vec::new()] });
                items.len() - 1
            });
            let Some(Leaders { chairs: [longer, shortly], .. }) = items.get_mut(at) else {
                continue;
            };
            let lasts = next.is_some_and(|next| next.at() > step.at());
            let chairs = if lasts { longer } else { shortly };
            if !chairs.contains(&chair) {
                chairs.push(chair);
            }
        }
        let mut led: Vec<(PersonId, Led)> = Vec::new();
        for Leaders { item, chairs: [longer, shortly] } in &items {
            let chairs = if longer.is_empty() { shortly } else { longer };
            for chair in chairs {
                if led.iter().all(|(person, _)| person != chair) {
                    let named = self.names.chair(*chair)?;
                    let none = Led { chair: named, items: Vec::new(), partly: Vec::new() };
                    led.push((*chair, none));
                }
                let own = led.iter_mut().find(|(person, _)| person == chair);
                let Some((_, own)) = own else { continue };
                let list = if chairs.len() > 1 { &mut own.partly } else { &mut own.items };
                list.extend(self.names.number(*item));
            }
        }
        for (_, one) in &mut led {
            one.items.sort_by_cached_key(|number| in_order(number));
            one.partly.sort_by_cached_key(|number| in_order(number));
        }
        let another = led.iter().any(|(person, _)| *person != self.chair);
        Ok(led.into_iter().map(|(_, led)| led).filter(|_| another).collect())
    }
}

/// "9" before "10", "7" before "7.1".
fn in_order(number: &str) -> Vec<(u32, String)> {
    let parts = number.split('.').map(str::trim);
    parts.map(|part| (part.parse().unwrap_or(u32::MAX), part.to_owned())).collect()
}
