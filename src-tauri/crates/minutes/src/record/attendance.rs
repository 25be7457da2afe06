//! The lists of who was there and who was not, for one version of the minutes.

use super::names::Names;
use super::presence::{Span, View, Watch};
use super::timeline::{Move, Step};
use super::{
    AbsentRole, Absentee, Attendance, Excused, ExcusedSubstitute, Guest, Incomplete, Opening,
    OtherAttendee, OtherRole, Person, Presence, SeatedAttendee, Substitution,
};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::membership::SeatKind;
use sitzungsbuch_core::session::command::Capacity;
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::state::{Place, SeatState};
use sitzungsbuch_core::{PersonId, SeatId};
use std::collections::BTreeSet;

/// Everything the lists are made from.
pub(super) struct Lists<'a, 's> {
    pub(super) names: Names<'a>,
    pub(super) steps: &'s [Step<'a>],
    pub(super) watch: &'s Watch<'a, 's>,
    pub(super) chair: PersonId,
    pub(super) clerk: PersonId,
}

impl Lists<'_, '_> {
    /// The lists of one version.
    pub(super) fn of(&self, view: View) -> Result<Attendance, Incomplete> {
        let mut lists = Attendance::default();
        let mut sitting: BTreeSet<PersonId> = BTreeSet::new();
        let mut taken: BTreeSet<SeatId> = BTreeSet::new();
        for (person, spans) in self.watch.seen(view) {
            let seats: Vec<Span> =
                spans.iter().filter(|s| matches!(s.stay.place, Place::Seat(..))).copied().collect();
            if !seats.is_empty() {
                taken.extend(seats.iter().filter_map(|span| seat_of(span.stay.place)));
                sitting.insert(person);
                // Whoever advises and sat in for somebody is listed as both, each with its times.
                let (voting, advisory): (Vec<Span>, Vec<Span>) =
                    seats.iter().partition(|span| self.kind(span.stay.place) == SeatKind::Voting);
                let kinds = [(SeatKind::Voting, voting), (SeatKind::Advisory, advisory)];
                for (kind, spans) in kinds {
                    let chairs = person == self.chair && !lists.seated.iter().any(|one| one.chairs);
                    lists.seated.extend(self.seated(view, person, (kind, chairs), &spans)?);
                }
            } else if person != self.clerk {
                lists.others.extend(self.other(view, person, &spans)?);
            }
        }
        lists.absent = self.absent(view, &sitting, &taken)?;
        let appointed = |seat: &SeatState| {
            !seat.personal_substitutes.is_empty() || !seat.substitute_list.is_empty()
        };
        lists.no_substitutes = !self.names.now.seats.values().any(|seat| appointed(seat))
            && lists.seated.iter().all(|one| one.represents.is_empty());
        Ok(lists)
    }

    fn seated(
        &self,
        view: View,
        person: PersonId,
        (kind, chairs): (SeatKind, bool),
        spans: &[Span],
    ) -> Result<Option<SeatedAttendee>, Incomplete> {
        let Some(Place::Seat(_, status)) = spans.last().map(|span| span.stay.place) else {
            return Ok(None);
        };
        let mut represents = Vec::new();
        for seat in spans.iter().filter_map(|span| self.seat(span.stay.place)) {
            let own = seat.substitutions.iter().filter(|one| one.substitute == person);
            for represented in own.filter_map(|one| one.represents) {
                let named = self.names.person(represented)?;
                if !represents.contains(&named) {
                    represents.push(named);
                }
            }
        }
        let seated = self.names.seated(person, status)?;
        let presence = self.presence(view, spans);
        Ok(Some(SeatedAttendee { seated, kind, chairs, represents, presence }))
    }

    fn kind(&self, place: Place) -> SeatKind {
        self.seat(place).map_or(SeatKind::Advisory, |seat| seat.kind)
    }

    fn other(
        &self,
        view: View,
        person: PersonId,
        spans: &[Span],
    ) -> Result<Option<OtherAttendee>, Incomplete> {
        let Some(Place::Beside(capacity)) = spans.first().map(|span| span.stay.place) else {
            return Ok(None);
        };
        let role = match capacity {
            _ if person == self.chair => OtherRole::Chair,
            Capacity::Official => OtherRole::Official,
            Capacity::Guest => OtherRole::Guest,
        };
        let office = self.names.office(person)?;
        let presence = self.presence(view, spans);
        Ok(Some(OtherAttendee { person: self.names.person(person)?, role, office, presence }))
    }

    fn presence(&self, view: View, spans: &[Span]) -> Vec<Presence> {
        let printed = self.watch.printed(view, spans);
        // The number of a non-public item is no business of the public list.
        let shown = |part| view == View::Whole || part == Part::Public;
        let item = |id| self.names.now.item(id).filter(|state| shown(state.item.part));
        let number = |id| item(id).map(|state| state.item.number.clone());
        printed
            .into_iter()
            .map(|(presence, item)| Presence { item: item.and_then(number), ..presence })
            .collect()
    }

    fn seat(&self, place: Place) -> Option<&SeatState> {
        self.names.now.seats.get(&seat_of(place)?).map(AsRef::as_ref)
    }

    /// Who is known to be excused in this version.
    fn excused(&self, view: View, counts: impl Fn(&Step) -> bool) -> Vec<PersonId> {
        let shown = |step: &&Step| view == View::Whole || step.part == Part::Public;
        self.steps
            .iter()
            .filter(shown)
            .filter(|step| counts(step))
            .filter_map(|step| match step.entry.event {
                Event::MemberExcused { person } => Some(person),
                _ => None,
            })
            .collect()
    }

    fn absent(
        &self,
        view: View,
        sitting: &BTreeSet<PersonId>,
        taken: &BTreeSet<SeatId>,
    ) -> Result<Vec<Absentee>, Incomplete> {
        let excused = self.excused(view, |_| true);
        let mut absent = Vec::new();
        for (id, seat) in &self.names.now.seats {
            let Some(member) = seat.member.filter(|member| !sitting.contains(&member.person))
            else {
                continue;
            };
            absent.push(Absentee {
                seated: self.names.seated(member.person, member.status)?,
                excused: excused.contains(&member.person),
                role: AbsentRole::Member { represented: taken.contains(id) },
            });
        }
        for person in &excused {
            let member = self.names.now.seat_of_member(*person).is_some();
            if member || sitting.contains(person) {
                continue;
            }
            let Some(status) = self.names.status(*person) else { continue };
            let of = self.stands_in_for(*person, |member| !sitting.contains(&member))?;
            absent.push(Absentee {
                seated: self.names.seated(*person, status)?,
                excused: true,
                role: AbsentRole::Substitute { of },
            });
        }
        Ok(absent)
    }

    /// The missing member whose personal substitute somebody is.
    fn stands_in_for(
        &self,
        substitute: PersonId,
        missing: impl Fn(PersonId) -> bool,
    ) -> Result<Option<Person>, Incomplete> {
        let mut seats = self.names.now.seats.values();
        let seat = seats.find(|seat| {
            seat.personal_substitutes.contains(&substitute)
                && seat.member.is_some_and(|member| missing(member.person))
        });
        let member = seat.and_then(|seat| seat.member);
        member.map(|member| self.names.person(member.person)).transpose()
    }

    /// What was so at the opening.
    pub(super) fn opening(&self) -> Result<Opening, Incomplete> {
        let Some(index) = self.steps.iter().position(|step| step.open) else {
            return Ok(Opening::default());
        };
        let Some(step) = self.steps.get(index) else { return Ok(Opening::default()) };
        let mut opening = Opening::default();
        if let Event::MeetingOpened { guests, .. } = &step.entry.event {
            for guest in guests {
                let affiliation = self.names.office(*guest)?;
                opening.guests.push(Guest { person: self.names.person(*guest)?, affiliation });
            }
        }
        let excused = self.excused(View::Whole, |step| !step.open);
        let there: Vec<(PersonId, SeatId)> = step
            .moves
            .iter()
            .filter_map(|one| match one {
                Move::Came(person, stay) => Some((*person, seat_of(stay.place)?)),
                Move::Left(..) => None,
            })
            .collect();
        let mut named: Vec<PersonId> = Vec::new();
        for (id, seat) in self.seats_by_number() {
            let sits = there.iter().find(|(_, other)| *other == id).map(|(person, _)| *person);
            let member = seat.member.map(|member| member.person);
            match (sits, member) {
                (Some(person), member) if Some(person) != member => {
                    opening.substitutions.push(Substitution {
                        substitute: self.names.person(person)?,
                        represents: member.map(|id| self.names.person(id)).transpose()?,
                        excused: member.is_some_and(|id| excused.contains(&id)),
                    });
                }
                (None, Some(member)) if excused.contains(&member) => {
                    let too = seat.personal_substitutes.iter().filter(|p| excused.contains(p));
                    let too: Vec<PersonId> = too.copied().collect();
                    let substitutes =
                        too.iter().map(|id| self.names.person(*id)).collect::<Result<_, _>>()?;
                    named.extend(too);
                    let person = self.names.person(member)?;
                    opening.excused.push(Excused { person, substitutes });
                }
                _ => {}
            }
        }
        let sits = |person: PersonId| there.iter().any(|(other, _)| *other == person);
        for person in excused.iter().filter(|person| !named.contains(person) && !sits(**person)) {
            if self.names.now.seat_of_member(*person).is_none() {
                let of = self.stands_in_for(*person, |member| !sits(member))?;
                let person = self.names.person(*person)?;
                opening.excused_substitutes.push(ExcusedSubstitute { person, of });
            }
        }
        Ok(opening)
    }

    fn seats_by_number(&self) -> Vec<(SeatId, &SeatState)> {
        let mut seats: Vec<(SeatId, &SeatState)> =
            self.names.now.seats.iter().map(|(id, seat)| (*id, seat.as_ref())).collect();
        seats.sort_by_key(|(_, seat)| seat.number);
        seats
    }
}

fn seat_of(place: Place) -> Option<SeatId> {
    match place {
        Place::Seat(seat, _) => Some(seat),
        Place::Beside(_) => None,
    }
}
