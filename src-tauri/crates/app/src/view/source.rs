//! What a view looks at: one session with its names, rules and the presence that was noted before
//! the opening.

use super::names::Names;
use crate::core::directory::Directory;
use crate::core::meeting::MeetingPlan;
use crate::core::membership::Status;
use crate::core::richtext::RichText;
use crate::core::rules::attendance::SeatNow;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::state::{Place, SeatState, State};
use crate::core::session::{Basis, Phase, Snapshot};
use crate::core::{AgendaItemId, Moment, PersonId, SeatId};
use crate::drafts::OpeningDraft;
use crate::error::{ApiError, ErrorCode};
use crate::messages;
use crate::wordings::Wordings;
use sitzungsbuch_store::Chain;

/// A session to look at.
pub(super) struct Source<'a> {
    pub(super) state: &'a State,
    pub(super) now: &'a Snapshot,
    pub(super) plan: &'a MeetingPlan,
    pub(super) profile: &'a RuleProfile,
    pub(super) directory: &'a Directory,
    pub(super) names: Names<'a>,
    /// Noted before the opening; none after it.
    noted: Option<&'a OpeningDraft>,
    /// How the chair puts items, where that is not as proposed.
    wordings: Wordings,
    /// Civil time of the question.
    pub(super) clock: Moment,
    /// Why nothing can be entered, empty otherwise.
    pub(super) read_only: String,
    /// What that means and what to do.
    pub(super) read_only_hints: Vec<String>,
    /// That is so because the Niederschrift is signed.
    pub(super) sealed: bool,
}

impl<'a> Source<'a> {
    pub(super) fn new(
        state: &'a State,
        directory: &'a Directory,
        profile: Option<&'a RuleProfile>,
        noted: Option<&'a OpeningDraft>,
        clock: Moment,
    ) -> Result<Self, ApiError> {
        let now = &state.now;
        let plan = now.plan.as_deref().ok_or_else(no_meeting)?;
        let profile = profile.ok_or_else(no_profile)?;
        let names = Names::new(directory, now, plan);
        let noted = noted.filter(|_| now.phase == Phase::Prepared);
        let read_only = String::new();
        let (read_only_hints, sealed) = (Vec::new(), false);
        Ok(Self {
            state,
            now,
            plan,
            profile,
            directory,
            names,
            noted,
            wordings: Wordings::new(),
            clock,
            read_only,
            read_only_hints,
            sealed,
        })
    }

    /// A broken journal can only be read.
    pub(super) fn of_chain(mut self, chain: Chain) -> Self {
        if let Chain::Broken { reason, .. } = chain {
            self.only_read(messages::broken_chain(reason));
        }
        self
    }

    /// So can the record of a session whose Niederschrift is signed.
    pub(super) fn of_sealed(mut self, sealed: bool) -> Self {
        if sealed && self.read_only.is_empty() {
            self.only_read(messages::sealed());
            self.sealed = true;
        }
        self
    }

    /// With what the chair changed in proposals.
    pub(super) fn of_wordings(mut self, wordings: Wordings) -> Self {
        self.wordings = wordings;
        self
    }

    /// In which other words than proposed an item is put.
    pub(super) fn wording(&self, item: AgendaItemId) -> Option<&RichText> {
        self.wordings.get(&item)
    }

    fn only_read(&mut self, why: ApiError) {
        (self.read_only, self.read_only_hints) = (why.message, why.hints);
    }

    /// Whether something can be entered at all.
    pub(super) fn writable(&self) -> bool {
        self.read_only.is_empty()
    }

    pub(super) fn prepared(&self) -> bool {
        self.now.phase == Phase::Prepared
    }

    pub(super) fn open(&self) -> bool {
        self.now.phase == Phase::Open
    }

    /// Noted as there before the opening.
    pub(super) fn noted(&self, person: PersonId) -> bool {
        self.noted.is_some_and(|noted| noted.present.contains(&person))
    }

    /// Noted as connected before the opening.
    pub(super) fn noted_remote(&self, person: PersonId) -> bool {
        self.noted.is_some_and(|noted| noted.remote.contains(&person)) && self.noted(person)
    }

    /// The session after an act that is only looked at.
    pub(super) fn after<'b>(&'b self, state: &'b State) -> Option<Source<'b>> {
        Source::new(state, self.directory, Some(self.profile), None, self.clock).ok()
    }

    pub(super) fn draft(&self) -> Option<&'a OpeningDraft> {
        self.noted
    }

    /// Who sits on a seat; before the opening who would. A member who was noted takes the seat from
    /// a substitute, as at the opening.
    pub(super) fn occupant(&self, seat: &SeatState) -> Option<(PersonId, Status)> {
        if !self.prepared() {
            return seat.occupant;
        }
        let here = seat.member.filter(|_| self.sits_in(seat).is_none());
        let member = here.map(|member| (member.person, member.status));
        let substitute = seat.substitution().map(|one| (one.substitute, one.status));
        [member, substitute].into_iter().flatten().find(|(person, _)| self.noted(*person))
    }

    /// The seat of somebody else on which the member of an advisory seat sits; before the opening, will.
    pub(super) fn sits_in(&self, seat: &SeatState) -> Option<&SeatState> {
        let member = seat.member?.person;
        let other = if self.prepared() {
            let arranged = self.now.seat_of_substitute(member).filter(|_| self.noted(member))?;
            self.now.seats.get(&arranged).filter(|one| {
                one.member.is_none_or(|represented| !self.noted(represented.person))
            })?
        } else {
            let Place::Seat(on, _) = self.now.present(member)?.place else { return None };
            self.now.seats.get(&on)?
        };
        (other.number != seat.number).then_some(other)
    }

    /// All seats as the rules look at them now, in the order of their numbers.
    pub(super) fn seats(&self) -> Vec<SeatNow> {
        let mut seats = self.now.seats_now();
        if self.prepared() {
            for seat in &mut seats {
                let state = self.now.seats.get(&seat.seat);
                seat.occupant = state.and_then(|state| self.occupant(state));
            }
        }
        seats
    }

    /// What a finding would rest on now.
    pub(super) fn basis(&self) -> Basis {
        self.basis_of(&self.seats())
    }

    /// The same for other seats.
    pub(super) fn basis_of(&self, seats: &[SeatNow]) -> Basis {
        Basis::of_call(self.profile, seats, self.now.second_call(self.now.current))
    }

    /// "TOP 5".
    pub(super) fn top(&self, item: AgendaItemId) -> String {
        let number = self.now.item(item).map_or("?", |one| one.item.number.trim());
        format!("TOP {number}")
    }

    /// "Sitz 9".
    pub(super) fn seat_number(&self, seat: SeatId) -> u16 {
        self.now.seats.get(&seat).map_or(0, |seat| seat.number)
    }
}

pub(crate) fn no_meeting() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diese Sitzung gibt es nicht.")
        .hint("Wählen Sie eine Sitzung aus der Liste.")
}

fn no_profile() -> ApiError {
    ApiError::new(
        ErrorCode::Rejected,
        "Das Regelprofil, nach dem die Sitzung geführt wurde, fehlt in dieser Fassung des Programms.",
    )
    .hint("Die Aufzeichnung der Sitzung ist unverändert gespeichert.")
    .hint("Öffnen Sie die Sitzung mit der Fassung, mit der sie geführt wurde.")
}
