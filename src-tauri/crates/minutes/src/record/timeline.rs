//! The standing acts in the order in which they happened, each with what it met: the part of the
//! session, the item at hand, who came and who left by it.
//!
//! It folds the events one by one through the core and compares before and after, so that no rule
//! of folding is written a second time.

use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::evolve::Recorded;
use sitzungsbuch_core::session::state::{Place, Snapshot};
use sitzungsbuch_core::session::{Entry, Phase, State};
use sitzungsbuch_core::{AgendaItemId, Moment, PersonId};
use std::collections::BTreeMap;

/// A change of presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Came, or changed the place.
    Came(PersonId, Place),
    /// Left.
    Left(PersonId),
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
        let moves = moves(&before, &presence(&walk.now));
        steps.push(Step { entry, part, open, called, current: walk.now.current, moves });
    }
    steps
}

fn presence(now: &Snapshot) -> BTreeMap<PersonId, Place> {
    now.attendance
        .keys()
        .filter_map(|person| Some((*person, now.present(*person)?.place)))
        .collect()
}

fn moves(before: &BTreeMap<PersonId, Place>, after: &BTreeMap<PersonId, Place>) -> Vec<Move> {
    let left = before.keys().filter(|person| !after.contains_key(person)).map(|p| Move::Left(*p));
    let came = after
        .iter()
        .filter(|(person, place)| before.get(person) != Some(place))
        .map(|(person, place)| Move::Came(*person, *place));
    left.chain(came).collect()
}
