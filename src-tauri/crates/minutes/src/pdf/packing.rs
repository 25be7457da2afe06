//! Streams, compressed, and what is remembered of them from one file to the next: while somebody
//! types, one page of a document changes and all others stay, and so do its fonts.
//!
//! It makes the next file faster and no other: what stands in it follows from its key alone.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Stream};
use sha2::{Digest, Sha256};

use super::PdfError;
use super::embed::Program;

/// What so many files did not need is forgotten.
const FILES: u32 = 4;
/// Most threads that pack.
const THREADS: usize = 4;

/// The digest of what something is made of.
pub(super) type Key = [u8; 32];

/// The key of what follows from a value alone; `kind` tells values of different kinds apart.
pub(super) fn key(kind: &str, value: &impl Hash) -> Key {
    let mut gathered = Gathered(Vec::new());
    (kind, value).hash(&mut gathered);
    Sha256::digest(&gathered.0).into()
}

/// All that a value hands in to be hashed.
struct Gathered(Vec<u8>);

impl Hasher for Gathered {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

/// Content of a stream.
pub(super) struct Packed {
    bytes: Vec<u8>,
    deflated: bool,
}

impl Packed {
    /// Compressed where that is shorter. The middle level: the highest takes three times as long for
    /// a hundredth of the size.
    pub(super) fn of(data: &[u8]) -> Result<Self, PdfError> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        let written = encoder.write_all(data).and_then(|()| encoder.finish());
        let mut bytes = written.map_err(|error| PdfError::Write(error.to_string()))?;
        if bytes.len() + 19 >= data.len() {
            return Ok(Self { bytes: data.to_vec(), deflated: false });
        }
        bytes.shrink_to_fit();
        Ok(Self { bytes, deflated: true })
    }

    /// The stream with this content.
    pub(super) fn stream(&self, mut dictionary: Dictionary) -> Stream {
        if self.deflated {
            dictionary.set("Filter", "FlateDecode");
        }
        Stream::new(dictionary, self.bytes.clone())
    }
}

/// What is remembered.
#[derive(Default)]
pub(super) struct Memory {
    streams: Kept<Packed>,
    pub(super) programs: Kept<Program>,
    /// Files so far.
    files: u32,
}

impl Memory {
    /// A stream that was packed before.
    pub(super) fn stream(&mut self, key: &Key) -> Option<Arc<Packed>> {
        self.streams.get(key)
    }

    pub(super) fn keep_stream(&mut self, key: Key, packed: Packed) -> Arc<Packed> {
        self.streams.keep(key, packed)
    }

    /// Data, packed.
    pub(super) fn data(&mut self, data: &[u8]) -> Result<Arc<Packed>, PdfError> {
        let key = data_key(data);
        match self.stream(&key) {
            Some(known) => Ok(known),
            None => Ok(self.keep_stream(key, Packed::of(data)?)),
        }
    }

    /// Forgets what was not used for long.
    pub(super) fn end_file(&mut self) {
        self.files = self.files.wrapping_add(1);
        self.streams.turn(self.files);
        self.programs.turn(self.files);
    }
}

/// The key of data.
pub(super) fn data_key(data: &[u8]) -> Key {
    Sha256::new_with_prefix(b"data").chain_update(data).finalize().into()
}

/// Things by their key, each with the file that needed it last.
pub(super) struct Kept<T> {
    all: HashMap<Key, (Arc<T>, u32)>,
    now: u32,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { all: HashMap::new(), now: 0 }
    }
}

impl<T> Kept<T> {
    pub(super) fn get(&mut self, key: &Key) -> Option<Arc<T>> {
        let (found, used) = self.all.get_mut(key)?;
        *used = self.now;
        Some(Arc::clone(found))
    }

    pub(super) fn keep(&mut self, key: Key, made: T) -> Arc<T> {
        let made = Arc::new(made);
        self.all.insert(key, (Arc::clone(&made), self.now));
        made
    }

    fn turn(&mut self, now: u32) {
        self.all.retain(|_, (_, used)| now.wrapping_sub(*used) <= FILES);
        self.now = now;
    }
}

/// Does a piece of work for each of several things, side by side; the results are in their order.
pub(super) fn each<J: Sync, T: Send>(
    all: &[J],
    work: impl Fn(&J) -> Result<T, PdfError> + Sync,
) -> Result<Vec<T>, PdfError> {
    let threads = available_parallelism().map_or(1, usize::from).min(THREADS).min(all.len());
    if threads < 2 {
        return all.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(at) else { break done };
            done.push((at, work(one)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            let theirs = other.join();
            done.extend(theirs.map_err(|_| PdfError::Write("packing ended early".to_owned()))?);
        }
        Ok::<_, PdfError>(done)
    })?;
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_needed_for_long_is_forgotten() {
        let mut memory = Memory::default();
        let (used, left) = (data_key(b"a"), data_key(b"b"));
        memory.data(b"a").unwrap();
        memory.data(b"b").unwrap();
        for file in 0..FILES {
            assert!(
                memory.stream(&used).is_some() && memory.streams.all.contains_key(&left),
                "{file}"
            );
            memory.end_file();
        }
        memory.end_file();
        assert!(memory.stream(&used).is_some());
        assert!(!memory.streams.all.contains_key(&left));
    }

    #[test]
    fn keys_tell_kinds_and_borders_apart() {
        let keys =
            [key("a", &["b", "c"]), key("ab", &["", "c"]), key("a", &["bc", ""]), data_key(b"abc")];
        assert!((1..4).all(|at| !keys[..at].contains(&keys[at])));
        assert_eq!(keys[0], key("a", &["b", "c"]));
    }

    #[test]
    fn results_stand_in_the_order_of_the_work_and_a_fault_is_told() {
        let all: Vec<usize> = (0..100).collect();
        assert_eq!(each(&all, |one| Ok(one * 2)).unwrap(), (0..200).step_by(2).collect::<Vec<_>>());
        let fault = || PdfError::Write("50".to_owned());
        assert_eq!(each(&all, |one| if *one == 50 { Err(fault()) } else { Ok(()) }), Err(fault()));
    }
}
