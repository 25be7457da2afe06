//! The hash chain of a meeting's journal: how a row is hashed and how a chain is checked.
//!
//! It reads no SQL and repairs nothing. Invariant: two different rows never give the same input to
//! the hash, because every field goes in with its length, behind a domain of its own. What it
//! cannot show: somebody with the key who rewrites every following row and the head; that is what
//! the sealed head in the signed document is for.

use sha2::{Digest, Sha256};

/// SHA-256 (FIPS 180-4).
pub(crate) type Hash = [u8; 32];

/// What the first row of a meeting has as its predecessor.
pub(crate) const START: Hash = [0; 32];

/// Result of checking one meeting's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Every row is as it was written, none is missing.
    Intact,
    /// The first place that is not; everything before it is intact.
    Broken {
        /// Revision at which it shows.
        revision: u32,
        /// What is wrong there.
        reason: Break,
    },
}

/// What is wrong at a break of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// The row with this revision is not there.
    Missing,
    /// A field of the row is not what its hash was made from.
    Altered,
    /// The row does not name the hash of the row before it (that one may have been replaced).
    Unlinked,
    /// The row was written before its predecessor.
    Order,
    /// The table of heads does not agree with the last row.
    Head,
    /// A text that the row names is not the one its digest was made from. The store does not read
    /// bodies: the caller finds this.
    Text,
}

/// The hashed fields of a row: all but `seq`, which only tells the order between meetings.
pub(crate) struct Link<'a> {
    pub(crate) meeting: &'a str,
    pub(crate) revision: u32,
    pub(crate) kind: &'a str,
    pub(crate) version: u32,
    pub(crate) recorded_at: &'a str,
    pub(crate) occurred_at: &'a str,
    pub(crate) act: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) source: &'a str,
    pub(crate) body: &'a str,
}

impl Link<'_> {
    /// SHA-256 over the domain, then each field as length (8 bytes, big endian) and bytes.
    pub(crate) fn hash(&self, previous: &Hash) -> Hash {
        let mut hash = Sha256::new_with_prefix(b"sitzungsbuch/journal/1\0");
        let fields: [&[u8]; 11] = [
            self.meeting.as_bytes(),
            &self.revision.to_be_bytes(),
            self.kind.as_bytes(),
            &self.version.to_be_bytes(),
            self.recorded_at.as_bytes(),
            self.occurred_at.as_bytes(),
            self.act.as_bytes(),
            self.actor.as_bytes(),
            self.source.as_bytes(),
            self.body.as_bytes(),
            previous,
        ];
        for field in fields {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field);
        }
        hash.finalize().into()
    }
}

/// Walks along a meeting's rows in the order of their revisions and keeps the first break.
pub(crate) struct Walk {
    previous: Hash,
    revision: u32,
    seq: i64,
    broken: Option<Chain>,
}

impl Walk {
    pub(crate) fn new() -> Self {
        Self { previous: START, revision: 0, seq: i64::MIN, broken: None }
    }

    fn fail(&mut self, revision: u32, reason: Break) {
        self.broken.get_or_insert(Chain::Broken { revision, reason });
    }

    /// Takes the next row: its fields, its place, and the two hashes as they are stored.
    pub(crate) fn step(&mut self, link: &Link<'_>, seq: i64, prev_hash: &[u8], hash: &[u8]) {
        let expected = self.revision.saturating_add(1);
        let computed = link.hash(&self.previous);
        if link.revision != expected {
            self.fail(expected, Break::Missing);
        } else if prev_hash != self.previous {
            self.fail(expected, Break::Unlinked);
        } else if hash != computed {
            self.fail(expected, Break::Altered);
        } else if seq <= self.seq {
            self.fail(expected, Break::Order);
        }
        (self.previous, self.revision, self.seq) = (computed, link.revision, seq);
    }

    /// Compares the end with the table of heads.
    pub(crate) fn finish(mut self, head: Option<(u32, &[u8])>) -> Chain {
        let (revision, hash) = head.unwrap_or((0, &START));
        let beyond = |revision: u32| revision.saturating_add(1);
        if revision > self.revision {
            self.fail(beyond(self.revision), Break::Missing);
        } else if revision < self.revision {
            self.fail(beyond(revision), Break::Head);
        } else if hash != self.previous {
            self.fail(revision, Break::Head);
        }
        self.broken.unwrap_or(Chain::Intact)
    }
}
