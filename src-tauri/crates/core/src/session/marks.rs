//! Snapshots kept on the way, so that a late entry folds what follows it and not the whole record.
//!
//! A mark says nothing that the entries do not say: two states with the same entries are the same,
//! whatever was kept. What is entered before a mark, or taken out before it, makes it worthless.

use super::state::{Entry, Key, Revision, Snapshot};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Entries from one mark to the next: what a late entry folds beyond what follows it. Few in tests,
/// so that short sessions have marks.
const DISTANCE: usize = if cfg!(test) { 5 } else { 128 };

/// What the record amounted to at a place in time.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The last entry that is in it.
    pub(super) place: Key,
    /// All entries behind that place have a higher revision.
    pub(super) since: Revision,
    /// Entries about the record up to this revision are in it.
    pub(super) about: Revision,
    /// What it amounted to.
    pub(super) snapshot: Snapshot,
}

/// All marks in the order of their places.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    marks: Arc<Vec<Arc<Mark>>>,
    /// Entries in order since the last one.
    since: usize,
}

impl PartialEq for Marks {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Marks {}

impl Marks {
    /// The last mark that is meant.
    pub(super) fn last(&self, is_meant: impl Fn(&Mark) -> bool) -> Option<&Mark> {
        self.marks.iter().rev().map(AsRef::as_ref).find(|mark| is_meant(mark))
    }

    /// Forgets what holds an entry at a place, or one behind it.
    pub(super) fn forget(&mut self, from: Option<Key>) {
        let held = |mark: &Arc<Mark>| Some(mark.place) < from;
        let marks = self.marks.iter().filter(|mark| held(mark)).cloned().collect();
        (self.marks, self.since) = (Arc::new(marks), 0);
    }

    /// Counts an entry that came in order; true when it is time for a mark.
    pub(super) fn due(&mut self) -> bool {
        self.since += 1;
        self.since >= DISTANCE
    }

    /// Keeps a mark behind all others.
    pub(super) fn keep(&mut self, mark: Mark) {
        Arc::make_mut(&mut self.marks).push(Arc::new(mark));
        self.since = 0;
    }
}

/// For entries in their order in time: the lowest revision from each one on.
pub(super) fn lowest_from(in_time: &[(Key, &Arc<Entry>)]) -> Vec<Revision> {
    let mut lowest = Revision::MAX;
    let mut all: Vec<Revision> = in_time
        .iter()
        .rev()
        .map(|(_, entry)| {
            lowest = lowest.min(entry.revision);
            lowest
        })
        .collect();
    all.reverse();
    all
}
