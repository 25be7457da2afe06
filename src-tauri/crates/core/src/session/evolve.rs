//! Folding events into state: in which order, up to where, and what a correction takes out.
//!
//! What one event does to the snapshot stands in `apply`. Stored events never fail to fold:
//! [`State::evolve`] passes over what cannot be, and `decide` asks first, so that nothing impossible
//! is ever stored. Nothing here looks up a rule or master data.

use super::apply::apply;
use super::event::Event;
use super::marks::{Mark, Marks, lowest_from};
use super::state::{Entry, Key, Revision, Snapshot, State};
use crate::{ActId, MeetingId, Moment, Timestamp};
use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// An event as the journal gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number in the session.
    pub revision: Revision,
    /// The act that wrote it.
    pub act: ActId,
    /// When it was entered.
    pub recorded_at: Timestamp,
    /// When it happened.
    pub occurred_at: Moment,
    /// What happened.
    pub event: Event,
}

/// The entry whose event cannot be at its place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impossible {
    /// Its number.
    pub revision: Revision,
}

/// How events were taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// After all others: nothing that was known before has changed.
    InOrder,
    /// Between others, or others were taken out: what follows the first such place was folded anew.
    Anew,
}

impl State {
    /// Folds the whole journal of a session.
    pub fn replay(meeting: MeetingId, recorded: impl IntoIterator<Item = Recorded>) -> Self {
        let mut state = Self::new(meeting);
        for one in recorded {
            state.push(one);
        }
        let _ = state.refold();
        state
    }

    /// Takes in a stored event.
    pub fn evolve(&mut self, recorded: Recorded) {
        let _ = self.take_in([recorded]);
    }

    /// Takes in the events of one act and says if any entry has become impossible by them. They
    /// are judged together: a correction takes out before it puts in.
    pub fn take_in(
        &mut self,
        recorded: impl IntoIterator<Item = Recorded>,
    ) -> Result<Folded, Impossible> {
        let first = self.entries.len();
        let mut last = self.last;
        let mut in_order = true;
        for one in recorded {
            let entry = self.push(one);
            if matches!(entry.event, Event::ActWithdrawn { .. }) {
                in_order = false;
            } else if !entry.event.about_the_record() {
                in_order &= Some(key(&entry)) >= last;
                last = Some(key(&entry));
            }
        }
        if !in_order {
            let from = self.first_place_of(first);
            self.marks.forget(from);
            return self.refold().map(|()| Folded::Anew);
        }
        self.last = last;
        let mut due = false;
        for entry in self.entries.since(first) {
            let applied = apply(&mut self.now, entry);
            applied.map_err(|_| Impossible { revision: entry.revision })?;
            due = self.marks.due();
        }
        if let Some(place) = last.filter(|_| due) {
            let (since, snapshot) = (self.revision(), self.now.clone());
            self.marks.keep(Mark { place, since, about: since, snapshot });
        }
        Ok(Folded::InOrder)
    }

    /// The first place at which entries from an index on put something in or take something out.
    fn first_place_of(&self, index: usize) -> Option<Key> {
        let place = |entry: &Arc<Entry>| match &entry.event {
            Event::ActWithdrawn { act } => self.first_key(*act),
            event => (!event.about_the_record()).then(|| key(entry)),
        };
        self.entries.since(index).filter_map(place).min()
    }

    /// The first place at which an act stands, or stood.
    fn first_key(&self, act: ActId) -> Option<Key> {
        let in_time = self.entries_of(act).filter(|entry| !entry.event.about_the_record());
        in_time.map(|entry| key(entry)).min()
    }

    fn push(&mut self, recorded: Recorded) -> Arc<Entry> {
        let Recorded { revision, act, recorded_at, occurred_at, event } = recorded;
        if let Event::ActWithdrawn { act: withdrawn } = &event {
            Arc::make_mut(&mut self.withdrawn).insert(*withdrawn, act);
        }
        let order = self.order_of(act, revision);
        let entry = Arc::new(Entry { revision, act, recorded_at, occurred_at, event, order });
        self.entries.push(Arc::clone(&entry));
        if entry.event.about_the_record() {
            self.about.push(Arc::clone(&entry));
        }
        entry
    }

    /// A replacing act stands where the replaced one stood; any other where it was entered.
    fn order_of(&self, act: ActId, revision: Revision) -> Revision {
        let own = self.entries.iter().rev().take_while(|entry| entry.act == act);
        let replaced = own.filter_map(|entry| match &entry.event {
            Event::ActWithdrawn { act } => Some(*act),
            _ => None,
        });
        replaced.last().and_then(|replaced| self.place_of(replaced)).unwrap_or(revision)
    }

    /// The place of an act among the entries of its minute.
    fn place_of(&self, act: ActId) -> Option<Revision> {
        self.entries_of(act).find(|entry| !entry.event.about_the_record()).map(|entry| entry.order)
    }

    /// Whether the entry has not been taken back.
    pub fn stands(&self, entry: &Entry) -> bool {
        !self.withdrawn.contains_key(&entry.act)
    }

    /// The standing events before a place, as they happened; then those about the record, which
    /// hold whenever they were entered. What stands before a mark is taken from it.
    fn fold(&self, cut: Cut) -> Fold {
        let before = |key: &Key| cut.before.is_none_or(|place| (key.0, key.1) < place);
        let without = cut.without.map(|act| self.first_key(act));
        let mark = self.marks.last(|mark| {
            before(&mark.place) && without.is_none_or(|first| Some(mark.place) < first)
        });
        let (start, since, told) =
            mark.map_or((None, 0, 0), |mark| (Some(mark.place), mark.since, mark.about));
        let stands = |entry: &&Arc<Entry>| self.stands(entry) && cut.without != Some(entry.act);
        let mut in_time: Vec<(Key, &Arc<Entry>)> = self
            .entries
            .since(usize::try_from(since).unwrap_or(usize::MAX))
            .filter(|entry| !entry.event.about_the_record())
            .map(|entry| (key(entry), entry))
            .filter(|(key, entry)| before(key) && Some(*key) > start && stands(entry))
            .collect();
        in_time.sort_unstable_by_key(|(key, _)| *key);
        let last = in_time.last().map(|(key, _)| *key).or(start);
        let (mut marks, mut result) = (self.marks.clone(), Ok(()));
        let mut snapshot = mark.map_or_else(Snapshot::default, |mark| mark.snapshot.clone());
        // What is about the record comes last: a mark on the way holds no more of it than the one
        // before.
        let lowest = lowest_from(if cut.all() { &in_time } else { &[] });
        for (index, (place, entry)) in in_time.iter().enumerate() {
            if apply(&mut snapshot, entry).is_err() && result.is_ok() {
                result = Err(Impossible { revision: entry.revision });
            }
            if let Some(lowest) = lowest.get(index + 1)
                && marks.due()
            {
                let (place, since, snapshot) = (*place, lowest - 1, snapshot.clone());
                marks.keep(Mark { place, since, about: told, snapshot });
            }
        }
        for entry in self.about.iter().filter(|entry| entry.revision > told && stands(entry)) {
            // It never fails: what it speaks of may have been taken back.
            let _ = apply(&mut snapshot, entry);
        }
        Fold { snapshot, last, marks, result }
    }

    fn refold(&mut self) -> Result<(), Impossible> {
        let Fold { snapshot, last, marks, result } = self.fold(Cut { without: None, before: None });
        (self.now, self.last, self.marks) = (snapshot, last, marks);
        result
    }

    /// What the record amounts to at a moment, entries of that minute included.
    pub fn at(&self, moment: Moment) -> Cow<'_, Snapshot> {
        if self.last.is_none_or(|(last, ..)| last <= Some(moment)) {
            return Cow::Borrowed(&self.now);
        }
        let before = Some((Some(moment), Revision::MAX));
        Cow::Owned(self.fold(Cut { without: None, before }).snapshot)
    }

    /// What stands before the place that a replacement of `act` would take at `moment`: of the
    /// same minute only what was entered before `act`.
    pub fn without(&self, act: ActId, moment: Moment) -> Snapshot {
        let order = self.place_of(act).unwrap_or(Revision::MAX);
        self.fold(Cut { without: Some(act), before: Some((Some(moment), order)) }).snapshot
    }
}

/// What a fold leaves out.
#[derive(Clone, Copy)]
struct Cut {
    /// An act as if it had been taken back.
    without: Option<ActId>,
    /// Everything from this place on.
    before: Option<(Option<Moment>, Revision)>,
}

impl Cut {
    /// Whether it leaves out nothing.
    const fn all(&self) -> bool {
        self.without.is_none() && self.before.is_none()
    }
}

/// What comes of folding.
struct Fold {
    snapshot: Snapshot,
    last: Option<Key>,
    marks: Marks,
    /// The first entry that cannot be at its place.
    result: Result<(), Impossible>,
}

/// The plan stands first, whenever it was entered: a session may be prepared in the program after
/// it took place.
fn key(entry: &Entry) -> Key {
    let prepared = matches!(entry.event, Event::MeetingPrepared { .. });
    ((!prepared).then_some(entry.occurred_at), entry.order, entry.revision)
}
