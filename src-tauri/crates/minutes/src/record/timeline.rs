//! The standing acts in the order in which they happened, each with what it met: the part of the
//! session, the item at hand, who came and who left by it.
//!
//! It folds the events one by one through the core and compares before and after, so that no rule
//! of folding is written a second time.

use sitzungsbuch_core::agenda_item::{AgendaItem, Part};
use sitzungsbuch_core::rules::attendance::AbsenceCause;
use sitzungsbuch_core::session::command::Mode;
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::evolve::Recorded;
use sitzungsbuch_core::session::state::{Place, Snapshot};
use sitzungsbuch_core::session::{Entry, Phase, State};
use sitzungsbuch_core::{ActId, AgendaItemId, Moment, PersonId};
use std::collections::BTreeMap;

/// How somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stay {
    /// As what.
    pub(super) place: Place,
    /// In the room, or connected.
    pub(super) mode: Mode,
    /// For one item only.
    pub(super) item: Option<AgendaItemId>,
}

/// A change of presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Came, or is there in another way.
    Came(PersonId, Stay),
    /// Left, at a time that may lie before the step: who is missing after a recess left with it.
    Left(PersonId, Moment),
}

/// What else a step changed, where it changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Somebody left the table, or lost picture or sound.
    Away,
    /// The absence that this act began is over.
    Back(ActId),
    /// Somebody else took the chair.
    Chair,
    /// Somebody else took over the minutes.
    Clerk,
    /// The session was interrupted, or went on.
    Recess,
    /// An item went to another place: from which part, and before which item it stands now.
    Moved {
        /// The part it stood in.
        from: Part,
        /// The next one of its level.
        before: Option<AgendaItemId>,
    },
}

/// A standing event.
pub(super) struct Step<'a> {
    /// The event with its times.
    pub(super) entry: &'a Entry,
    /// Part of the session before it.
    pub(super) part: Part,
    /// The opening lies before it, or it is the opening.
    pub(super) open: bool,
    /// Item at hand, or the one called last, by part of the item: public, non-public.
    called: [Option<AgendaItemId>; 2],
    /// The item at hand; none between two items.
    pub(super) current: Option<AgendaItemId>,
    /// Who came and left by it.
    pub(super) moves: Vec<Move>,
    /// What else it changed.
    pub(super) turn: Option<Turn>,
    /// Who chairs after it.
    pub(super) chair: Option<PersonId>,
    /// Who keeps the minutes after it.
    pub(super) clerk: Option<PersonId>,
    /// At a change of part: who is there but not at the table.
    pub(super) away: Vec<PersonId>,
    /// At a recusal: the person was not there.
    pub(super) absent: bool,
}

impl Step<'_> {
    /// When it happened.
    pub(super) fn at(&self) -> Moment {
        self.entry.occurred_at
    }
    /// The item of a part that was called last.
    pub(super) fn called(&self, part: Part) -> Option<AgendaItemId> {
        let [public, non_public] = self.called;
        match part {
            Part::Public => public,
            Part::NonPublic => non_public,
        }
    }
    /// Somebody came by it.
    pub(super) fn came(&self, person: PersonId) -> Option<Stay> {
        self.moves.iter().find_map(|one| match one {
            Move::Came(who, stay) if *who == person => Some(*stay),
            _ => None,
        })
    }
    /// Somebody left by it.
    pub(super) fn left(&self, person: PersonId) -> bool {
        self.moves.iter().any(|one| matches!(one, Move::Left(who, _) if *who == person))
    }
}

/// All standing steps of a session, what was entered about the record left out.
pub(super) fn of(state: &State) -> Vec<Step<'_>> {
    let mut entries: Vec<&Entry> = state
        .entries
        .iter()
        .map(AsRef::as_ref)
        .filter(|entry| state.stands(entry) && !entry.event.about_the_record())
        .collect();
    entries.sort_by_key(|entry| {
        let prepared = matches!(entry.event, Event::MeetingPrepared { .. });
        ((!prepared).then_some(entry.occurred_at), entry.order, entry.revision)
    });
    let mut walk = State::new(state.meeting);
    let mut called = [None, None];
    let mut steps = Vec::with_capacity(entries.len());
    for (revision, entry) in (1..).zip(entries) {
        let part = walk.now.part;
        let before = presence(&walk.now);
        let was = Was::of(&walk.now, &entry.event);
        walk.evolve(Recorded {
            revision,
            act: entry.act,
            recorded_at: entry.recorded_at,
            occurred_at: entry.occurred_at,
            event: entry.event.clone(),
        });
        if let Event::ItemCalled { item } = &entry.event {
            let of = walk.now.item(*item).map_or(Part::Public, |state| state.item.part);
            let [public, non_public] = &mut called;
            match of {
                Part::Public => *public = Some(*item),
                Part::NonPublic => *non_public = Some(*item),
            }
        }
        let open = matches!(walk.now.phase, Phase::Open | Phase::Closed);
        let moves = moves(&before, &presence(&walk.now), &walk.now);
        let turn = was.turn(&walk.now, &entry.event);
        let Snapshot { current, chair, clerk, .. } = walk.now;
        let away = away(&walk.now, &entry.event);
        let recused = match &entry.event {
            Event::RecusalDeclared { person, .. } => Some(person),
            _ => None,
        };
        let absent = recused.is_some_and(|person| !before.contains_key(person));
        steps.push(Step {
            entry,
            part,
            open,
            called,
            current,
            moves,
            turn,
            chair,
            clerk,
            away,
            absent,
        });
    }
    steps
}

/// What an event might change, as it stood before.
struct Was {
    absences: usize,
    lasting: Option<ActId>,
    recesses: usize,
    interrupted: bool,
    chair: Option<PersonId>,
    clerk: Option<PersonId>,
    part: Option<Part>,
}

impl Was {
    fn of(now: &Snapshot, event: &Event) -> Self {
        let ends = match event {
            Event::AbsenceEnded { person, .. } => Some(*person),
            _ => None,
        };
        let moves = match event {
            Event::ItemMoved { item, .. } => now.item(*item),
            _ => None,
        };
        Self {
            absences: now.absences.len(),
            lasting: ends.and_then(|person| now.absence(person)).map(|absence| absence.act),
            recesses: now.recesses.len(),
            interrupted: now.interrupted().is_some(),
            chair: now.chair,
            clerk: now.clerk,
            part: moves.map(|state| state.item.part),
        }
    }

    /// What the event changed. One whose ground was taken away by a correction changes nothing.
    fn turn(&self, now: &Snapshot, event: &Event) -> Option<Turn> {
        match event {
            Event::AbsenceBegan { .. } => {
                (now.absences.len() > self.absences).then_some(Turn::Away)
            }
            Event::AbsenceEnded { person, .. } => {
                let lasts = now.absence(*person).map(|absence| absence.act);
                self.lasting.filter(|act| lasts != Some(*act)).map(Turn::Back)
            }
            Event::ChairChanged { .. } => (now.chair != self.chair).then_some(Turn::Chair),
            Event::ClerkChanged { .. } => (now.clerk != self.clerk).then_some(Turn::Clerk),
            Event::MeetingInterrupted {} | Event::MeetingAdjourned { .. } => {
                (now.recesses.len() > self.recesses).then_some(Turn::Recess)
            }
            Event::MeetingResumed { .. } => {
                (self.interrupted && now.interrupted().is_none()).then_some(Turn::Recess)
            }
            Event::ItemMoved { item, .. } => {
                self.part.map(|from| Turn::Moved { from, before: next(now, *item) })
            }
            _ => None,
        }
    }
}

/// Who is there but takes no part in anything, asked at a change of part.
fn away(now: &Snapshot, event: &Event) -> Vec<PersonId> {
    let mut away = Vec::new();
    if matches!(event, Event::PartChanged { .. }) {
        for one in now.absences.iter().filter(|one| one.to.is_none()) {
            if !matches!(one.cause, AbsenceCause::Item(_)) && !away.contains(&one.person) {
                away.push(one.person);
            }
        }
    }
    away
}

/// The next item of the same level and part.
fn next(now: &Snapshot, id: AgendaItemId) -> Option<AgendaItemId> {
    let own = now.item(id)?;
    let after = now.items().skip_while(|state| state.item.id != id).skip(1);
    let level = |item: &AgendaItem| (item.parent, item.part);
    after.map(|state| &state.item).find(|item| level(item) == level(&own.item)).map(|item| item.id)
}

fn presence(now: &Snapshot) -> BTreeMap<PersonId, Stay> {
    now.attendance
        .keys()
        .filter_map(|person| {
            let lasts = now.present(*person)?;
            Some((*person, Stay { place: lasts.place, mode: lasts.mode, item: lasts.item }))
        })
        .collect()
}

fn moves(
    before: &BTreeMap<PersonId, Stay>,
    after: &BTreeMap<PersonId, Stay>,
    now: &Snapshot,
) -> Vec<Move> {
    let gone = before.keys().filter(|person| !after.contains_key(person));
    let left = gone.filter_map(|person| {
        let last = now.attendance.get(person)?.last()?;
        Some(Move::Left(*person, last.to?))
    });
    let came = after
        .iter()
        .filter(|(person, stay)| before.get(person) != Some(stay))
        .map(|(person, stay)| Move::Came(*person, *stay));
    left.chain(came).collect()
}
