//! The entries of a record, so kept that a copy of the state shares them.
//!
//! Every decision works on a copy; with all entries in one list the copy would be the dearest part
//! of an act. It never shrinks and never changes what it holds.

use super::state::Entry;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Entries per chunk: what one act copies at most.
const CHUNK: usize = 256;

/// Entries in the order of entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    /// Every chunk but the last is full.
    chunks: Vec<Arc<Vec<Arc<Entry>>>>,
}

impl Entries {
    /// Puts an entry at the end.
    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => Arc::make_mut(chunk).push(entry),
            _ => self.chunks.push(Arc::new(Vec::from([entry]))),
        }
    }

    /// All entries.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// All entries from the one at `index` on.
    pub(super) fn since(&self, index: usize) -> impl Iterator<Item = &Arc<Entry>> {
        let (chunk, inside) = (index / CHUNK, index % CHUNK);
        self.chunks.iter().skip(chunk).flat_map(|chunk| chunk.iter()).skip(inside)
    }

    /// The entry at an index, from 0.
    pub fn get(&self, index: usize) -> Option<&Arc<Entry>> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    /// The last entry.
    pub fn last(&self) -> Option<&Arc<Entry>> {
        self.chunks.last()?.last()
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        let last = self.chunks.last().map_or(0, |chunk| chunk.len());
        self.chunks.len().saturating_sub(1) * CHUNK + last
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Event;
    use crate::testing::Committee;
    use crate::{ActId, Timestamp};

    #[test]
    fn chunks_are_not_seen_from_outside() {
        let mut entries = Entries::default();
        assert!(entries.is_empty());
        for revision in 1..=600 {
            let copy = entries.clone();
            entries.push(Arc::new(Entry {
                revision,
                act: ActId::from_key("a"),
                recorded_at: Timestamp::parse("2026-11-12T12:00:00Z").unwrap(),
                occurred_at: Committee::at("16:30"),
                event: Event::MeetingClosed {},
                order: revision,
            }));
            assert_eq!(copy.len() + 1, entries.len());
            assert_eq!(entries.last().map(|entry| entry.revision), Some(revision));
        }
        let revisions: Vec<u32> = entries.iter().map(|entry| entry.revision).collect();
        assert_eq!(revisions, (1..=600).collect::<Vec<u32>>());
        assert_eq!(entries.iter().next_back().unwrap().revision, 600);
        for index in [0, 1, 255, 256, 257, 511, 512, 599] {
            assert_eq!(entries.get(index).unwrap().revision as usize, index + 1);
            assert_eq!(entries.since(index).next().unwrap().revision as usize, index + 1);
            assert_eq!(entries.since(index).count(), 600 - index);
        }
        assert!(entries.get(600).is_none() && entries.since(600).next().is_none());
    }
}
