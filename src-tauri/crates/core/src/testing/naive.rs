//! Who counts at a moment, answered a second time: slowly, and from the list of acts alone.
//!
//! Every question reads all acts again; nothing is kept between two questions, and nothing of the
//! folding is used: no snapshot, no table of seats. It knows what the events mean (their own
//! documentation) and what the law makes of them:
//!
//! - One seat, one vote: who was put on a seat last sits there until something takes the person off
//!   it (§ 41 Abs. 3 KrO NRW; the represented member takes the place of the substitute). Who has an
//!   advisory seat and sat in goes back to it.
//! - Bias belongs to an item and to those above and below it; it ends with the return to the table
//!   or with the item and everything below it (§ 31 GO NRW, § 28 Abs. 2 KrO NRW).
//! - Who is connected without picture or sound, in the public area, or out for an item is not
//!   present (OVG NRW 23.12.1974 - III A 42/73).
//!
//! It is an oracle for tests, not a way to ask: it takes time that grows with the square of the
//! record and more.

use crate::membership::{SeatKind, Status};
use crate::rules::attendance::AbsenceCause;
use crate::session::event::{Event, RosterSeat, Seated};
use crate::session::{Entry, Revision};
use crate::{ActId, AgendaItemId, Moment, PersonId, SeatId};
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// What becomes of a seat at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nobody sits there.
    Nobody,
    /// Somebody sits at the table.
    Counted(PersonId, Status),
    /// Somebody sits there and is biased for the item.
    Recused(PersonId, Status),
    /// Somebody sits there and is not at the table.
    Apart(PersonId, Status, AbsenceCause),
}

/// What the record has of a session up to a moment.
pub struct Acts<'a> {
    /// What happened, in its order; nothing that was taken back, nothing about the record itself.
    events: Vec<&'a Event>,
}

impl<'a> Acts<'a> {
    /// The acts up to the end of a minute.
    pub fn until(entries: impl IntoIterator<Item = &'a Arc<Entry>>, moment: Moment) -> Self {
        let all: Vec<&Entry> = entries.into_iter().map(AsRef::as_ref).collect();
        let taken_back = |act: ActId| all.iter().any(|one| withdraws(one) == Some(act));
        // The plan stands before everything, whenever the session was prepared in the program.
        let place = |one: &Entry| {
            let prepared = matches!(one.event, Event::MeetingPrepared { .. });
            ((!prepared).then_some(one.occurred_at), entered(&all, one), one.revision)
        };
        let mut happened: Vec<_> = all
            .iter()
            .filter(|one| !taken_back(one.act) && !one.event.about_the_record())
            .map(|one| (place(one), &one.event))
            .filter(|((at, ..), _)| *at <= Some(moment))
            .collect();
        happened.sort_by_key(|(place, _)| *place);
        Self { events: happened.into_iter().map(|(_, event)| event).collect() }
    }

    /// The seats of the day.
    fn roster(&self) -> &'a [RosterSeat] {
        let plan = self.events.iter().find_map(|event| match event {
            Event::MeetingPrepared { roster, .. } => Some(roster.as_slice()),
            _ => None,
        });
        plan.unwrap_or_default()
    }

    /// Every seat for an item; without one nobody is recused, and nobody out for an item.
    pub fn seats(&self, item: Option<AgendaItemId>) -> BTreeMap<SeatId, Place> {
        self.roster().iter().map(|seat| (seat.seat, self.seat(seat.seat, item))).collect()
    }

    fn seat(&self, seat: SeatId, item: Option<AgendaItemId>) -> Place {
        let Some((index, person, status)) = self.sits(seat) else { return Place::Nobody };
        if item.is_some_and(|item| self.recused(person, item)) {
            return Place::Recused(person, status);
        }
        match self.away(person, index, item) {
            Some(cause) => Place::Apart(person, status, cause),
            None => Place::Counted(person, status),
        }
    }

    /// Who sits on a seat, and since which act.
    fn sits(&self, seat: SeatId) -> Option<(usize, PersonId, Status)> {
        let opening = self.opening()?;
        let put = |(index, event): (usize, &&Event)| {
            let seated = put_on(event, seat)?;
            // What was arranged before the opening seats nobody.
            (index >= opening).then_some((index, seated.person, seated.status))
        };
        let put = self.events.iter().enumerate().rev().find_map(put);
        let last = put.into_iter().chain(self.back(seat)).max_by_key(|(index, ..)| *index)?;
        let off =
            |event: &&Event| takes_off(event, last.1, seat) || puts_elsewhere(event, last.1, seat);
        let gone = self.events.iter().skip(last.0 + 1).any(off);
        (!gone).then_some(last)
    }

    /// The member of an advisory seat who came back to it last from a seat of somebody else, because that
    /// substitution ended.
    fn back(&self, seat: SeatId) -> Option<(usize, PersonId, Status)> {
        let advisory = |one: &&RosterSeat| one.seat == seat && one.kind == SeatKind::Advisory;
        let own = self.roster().iter().find(advisory)?.member?;
        let relieved = |(index, event): (usize, &&Event)| {
            let of = match event {
                Event::SubstitutionEnded { seat, substitute } if *substitute == own.person => *seat,
                Event::MemberArrived { seated, .. } if self.is_member(*seated) => seated.seat,
                _ => return None,
            };
            let before = Self { events: self.events.get(..index)?.to_vec() };
            let (_, sitting, _) = before.sits(of)?;
            (of != seat && sitting == own.person).then_some((index, own.person, own.status))
        };
        self.events.iter().enumerate().rev().find_map(relieved)
    }

    fn is_member(&self, seated: Seated) -> bool {
        let own =
            |one: &RosterSeat| one.member.is_some_and(|member| member.person == seated.person);
        self.roster().iter().any(|one| one.seat == seated.seat && own(one))
    }

    fn opening(&self) -> Option<usize> {
        self.events.iter().position(|event| matches!(event, Event::MeetingOpened { .. }))
    }

    /// Whether a bias counts for an item and lasts.
    fn recused(&self, person: PersonId, item: AgendaItemId) -> bool {
        self.events.iter().enumerate().any(|(index, event)| {
            let Event::RecusalDeclared { person: who, item: of, .. } = event else { return false };
            *who == person && self.related(*of, item) && !self.bias_ended(index, person, *of)
        })
    }

    /// Whether a bias that was declared with an act has ended since.
    fn bias_ended(&self, declared: usize, person: PersonId, of: AgendaItemId) -> bool {
        (declared + 1..self.events.len()).any(|index| match self.events.get(index) {
            Some(Event::RecusalEnded { person: who, item, .. }) => *who == person && *item == of,
            Some(Event::ItemClosed { item, .. }) => {
                self.related(of, *item) && self.over(of, index + 1)
            }
            _ => false,
        })
    }

    /// Why somebody who was seated with an act is not at the table. An absence ends with the
    /// presence, so only what began after that act counts.
    fn away(
        &self,
        person: PersonId,
        seated: usize,
        item: Option<AgendaItemId>,
    ) -> Option<AbsenceCause> {
        self.events.iter().enumerate().skip(seated + 1).rev().find_map(|(index, event)| {
            let Event::AbsenceBegan { person: who, cause } = event else { return None };
            let here = match cause {
                AbsenceCause::Outage | AbsenceCause::PublicArea => true,
                AbsenceCause::Item(of) => item.is_some_and(|item| self.related(*of, item)),
            };
            let lasts = *who == person && here && !self.absence_ended(index, person, *cause);
            lasts.then_some(*cause)
        })
    }

    fn absence_ended(&self, began: usize, person: PersonId, cause: AbsenceCause) -> bool {
        (began + 1..self.events.len()).any(|index| match (self.events.get(index), cause) {
            (Some(Event::AbsenceEnded { person: who, cause: from }), _) => {
                *who == person && *from == cause
            }
            (Some(Event::ItemClosed { item, .. }), AbsenceCause::Item(of)) => {
                self.related(of, *item) && self.over(of, index + 1)
            }
            _ => false,
        })
    }

    /// Whether an item and everything below it is settled after so many acts.
    fn over(&self, item: AgendaItemId, acts: usize) -> bool {
        let mut below = self.items(acts).into_iter().filter(|(one, _)| self.below(*one, item));
        below.all(|(one, _)| self.settled(one, acts))
    }

    /// Whether an item was closed, itself or with its parent, and not called again.
    fn settled(&self, item: AgendaItemId, acts: usize) -> bool {
        let last = self.events.iter().take(acts).rev().find_map(|event| match event {
            Event::ItemCalled { item: called } => (*called == item).then_some(false),
            Event::ItemClosed { item: closed, settles } => {
                (*closed == item || settles.contains(&item)).then_some(true)
            }
            _ => None,
        });
        last == Some(true)
    }

    /// Items with the one above them, as they are known after so many acts.
    fn items(&self, acts: usize) -> Vec<(AgendaItemId, Option<AgendaItemId>)> {
        let mut items = Vec::new();
        for event in self.events.iter().take(acts) {
            match event {
                Event::MeetingPrepared { plan, .. } => {
                    items.extend(plan.agenda.iter().map(|item| (item.id, item.parent)));
                }
                Event::ItemAdded { item, .. } => items.push((item.id, item.parent)),
                _ => {}
            }
        }
        items
    }

    /// Whether one of two items stands below the other, or they are the same.
    fn related(&self, one: AgendaItemId, other: AgendaItemId) -> bool {
        self.below(one, other) || self.below(other, one)
    }

    /// Whether an item is another one or stands below it.
    fn below(&self, item: AgendaItemId, top: AgendaItemId) -> bool {
        if item == top {
            return true;
        }
        let parent = self.items(self.events.len()).into_iter().find(|(one, _)| *one == item);
        parent.and_then(|(_, parent)| parent).is_some_and(|parent| self.below(parent, top))
    }

    /// Who votes on a matter in which the head of the administration does not (§ 25 Abs. 2 KrO NRW).
    pub fn voters_without_hvb(
        &self,
        item: Option<AgendaItemId>,
        votes: impl Fn(Status) -> bool,
    ) -> BTreeMap<SeatId, PersonId> {
        let voting = self.roster().iter().filter(|seat| seat.kind == SeatKind::Voting);
        let seated = |seat: &RosterSeat| match self.seat(seat.seat, item) {
            Place::Counted(person, status) if votes(status) && status != Status::HVB => {
                Some((seat.seat, person))
            }
            _ => None,
        };
        voting.filter_map(seated).collect()
    }

    /// Members of voting seats who are biased for an item and whose seat nobody sits on.
    pub fn barred(&self, item: AgendaItemId, votes: impl Fn(Status) -> bool) -> usize {
        let voting = self.roster().iter().filter(|seat| seat.kind == SeatKind::Voting);
        let out = |seat: &&RosterSeat| {
            let biased = |one: PersonId| self.recused(one, item);
            let member = seat.member.filter(|member| votes(member.status));
            member.is_some_and(|one| biased(one.person)) && self.sits(seat.seat).is_none()
        };
        voting.filter(out).count()
    }

    /// Voting seats, and how many of each status count for an item.
    pub fn counted(
        &self,
        item: Option<AgendaItemId>,
        votes: impl Fn(Status) -> bool,
    ) -> (usize, BTreeMap<Status, u16>) {
        let voting = self.roster().iter().filter(|seat| seat.kind == SeatKind::Voting);
        let mut counts = BTreeMap::new();
        for seat in voting.clone() {
            if let Place::Counted(_, status) = self.seat(seat.seat, item)
                && votes(status)
            {
                *counts.entry(status).or_default() += 1;
            }
        }
        (voting.count(), counts)
    }
}

/// The act that an entry takes back.
fn withdraws(entry: &Entry) -> Option<ActId> {
    match entry.event {
        Event::ActWithdrawn { act } => Some(act),
        _ => None,
    }
}

/// When an entry counts as entered within its minute: a replacement stands where the act stood that
/// was entered first.
fn entered(all: &[&Entry], entry: &Entry) -> Revision {
    let replaced = all.iter().filter(|one| one.act == entry.act).find_map(|one| withdraws(one));
    let first = |act: ActId| {
        all.iter().find(|one| one.act == act && !one.event.about_the_record()).copied()
    };
    replaced.and_then(first).map_or(entry.revision, |first| entered(all, first))
}

/// Who is put on a seat by an event.
fn put_on(event: &Event, seat: SeatId) -> Option<Seated> {
    let seated = match event {
        Event::MeetingOpened { present, .. } => {
            return present.iter().find(|one| one.seat == seat).copied();
        }
        Event::MemberArrived { seated, .. } | Event::SubstituteSeated { seated, .. } => seated,
        _ => return None,
    };
    (seated.seat == seat).then_some(*seated)
}

/// Whether an event says that somebody sits on another seat now.
fn puts_elsewhere(event: &Event, person: PersonId, seat: SeatId) -> bool {
    let (Event::MemberArrived { seated, .. } | Event::SubstituteSeated { seated, .. }) = event
    else {
        return false;
    };
    seated.person == person && seated.seat != seat
}

/// Whether an event says that somebody sits nowhere any more, or not on that seat.
fn takes_off(event: &Event, person: PersonId, seat: SeatId) -> bool {
    match event {
        Event::SubstitutionEnded { seat: of, substitute } => (*of, *substitute) == (seat, person),
        Event::MemberDeparted(Seated { person: who, .. })
        | Event::AttendeeDeparted { person: who, .. } => *who == person,
        Event::PartChanged { left, .. } | Event::MeetingResumed { missing: left } => {
            left.contains(&person)
        }
        _ => false,
    }
}
