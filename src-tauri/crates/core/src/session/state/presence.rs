//! Who is there, as what, and since when. Derived from events alone; times are kept to the minute.

use super::Span;
use crate::membership::{SeatKind, Status};
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::rules::substitution;
use crate::session::chunks::Chunks;
use crate::session::command::{Capacity, Mode};
use crate::session::event::RosterMember;
use crate::{ActId, AgendaItemId, Moment, PersonId, SeatId};
use alloc::vec::Vec;

/// What a person without an end of presence sits or stands there as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On a seat.
    Seat(SeatId, Status),
    /// Beside the seats.
    Beside(Capacity),
}

/// An interval of presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// As what.
    pub place: Place,
    /// From.
    pub from: Moment,
    /// To; none while it lasts.
    pub to: Option<Moment>,
    /// There since the opening: nothing is printed for the start.
    pub since_opening: bool,
    /// In the room, or connected by picture and sound.
    pub mode: Mode,
    /// The one item for which somebody beside the seats is there; nothing for the whole session.
    pub item: Option<AgendaItemId>,
}

/// Somebody who is there but not at the table: connection lost, in the public area, out for one
/// item. Such a person does not take part and does not count (OVG NRW 23.12.1974 - III A 42/73).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub cause: AbsenceCause,
    /// From.
    pub from: Moment,
    /// To: the return to the table, the departure, or the closing of the item; none while it lasts.
    pub to: Option<Moment>,
    /// The act that recorded it.
    pub act: ActId,
}

impl Span for Absence {
    fn ended(&self) -> Option<Moment> {
        self.to
    }

    fn end(&mut self, at: Moment) {
        self.to = Some(at);
    }
}

/// A period in which one person chairs, or keeps the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Who.
    pub person: PersonId,
    /// From; it lasts until the next one begins.
    pub from: Moment,
    /// The act that began it.
    pub act: ActId,
}

/// A substitution of one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substitution {
    /// The substitute.
    pub substitute: PersonId,
    /// Status of the substitute.
    pub status: Status,
    /// The regular member; none on a vacant seat.
    pub represents: Option<PersonId>,
    /// On what it rests.
    pub basis: substitution::Basis,
    /// When it ended: the represented person came, another substitute took the seat, or the
    /// substitute was excused before coming.
    pub ended: Option<Moment>,
}

/// A seat in this session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatState {
    /// Number.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Regular member; none if vacant.
    pub member: Option<RosterMember>,
    /// Personal substitutes in their order.
    pub personal_substitutes: Vec<PersonId>,
    /// List of substitutes in its order.
    pub substitute_list: Vec<PersonId>,
    /// Substitutions in their order; at most the last one has not ended.
    pub substitutions: Chunks<Substitution>,
    /// Who sits there now.
    pub occupant: Option<(PersonId, Status)>,
}

impl SeatState {
    /// The substitution in force.
    pub fn substitution(&self) -> Option<&Substitution> {
        self.substitutions.last().filter(|substitution| substitution.ended.is_none())
    }
}

/// A recusal (§ 31 GO NRW). It belongs to its item, not to the presence: who leaves the room and
/// comes back while the item is dealt with is still recused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recusal {
    /// Who.
    pub person: PersonId,
    /// For which item.
    pub item: AgendaItemId,
    /// From.
    pub from: Moment,
    /// To: the return to the table, or the closing of the item; none while it lasts.
    pub to: Option<Moment>,
    /// The act that declared it.
    pub act: ActId,
    /// Declared by the person, or decided by the body.
    pub by: RecusalBasis,
}

impl Span for Recusal {
    fn ended(&self) -> Option<Moment> {
        self.to
    }

    fn end(&mut self, at: Moment) {
        self.to = Some(at);
    }
}
