//! The file to be signed: its revisions and objects, read strictly.
//!
//! A reader of PDF forgives much; for a file that somebody is about to sign that is the wrong
//! habit. So the chain of cross reference tables is walked here, every object has to stand where
//! its table says, and `lopdf` has to have read every one of them.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use crate::error::SignError;

/// Largest stream that is decompressed while reading, in bytes.
const STREAM_LIMIT: usize = 64 << 20;
/// Longest chain of revisions that is walked.
const REVISIONS: usize = 64;

/// A readable file with its bytes.
pub(super) struct Source<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) document: Document,
    /// Offset of the newest cross reference table.
    pub(super) newest_table: usize,
    /// `Size` of the newest trailer: the next free object number.
    pub(super) size: u32,
    root: ObjectId,
}

impl<'a> Source<'a> {
    /// Reads the file, or says what is wrong with it.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, SignError> {
        if !bytes.starts_with(b"%PDF-") {
            return Err(SignError::damaged("no PDF header"));
        }
        let newest_table = last_table(bytes)?;
        let places = places(bytes, newest_table)?;
        let options = LoadOptions {
            max_decompressed_size: Some(STREAM_LIMIT),
            strict: true,
            ..LoadOptions::default()
        };
        let document = Document::load_mem_with_options(bytes, options)
            .map_err(|_| SignError::damaged("objects"))?;
        if document.trailer.has(b"Encrypt") {
            return Err(SignError::unsupported("it is encrypted"));
        }
        let missing = places
            .iter()
            .any(|(number, generation)| !document.objects.contains_key(&(*number, *generation)));
        if missing {
            return Err(SignError::damaged("an object cannot be read"));
        }
        let size = document.trailer.get(b"Size").and_then(Object::as_i64);
        let size = size.ok().and_then(|size| u32::try_from(size).ok());
        let size = size.ok_or(SignError::damaged("trailer"))?;
        if places.iter().any(|(number, _)| *number >= size) {
            return Err(SignError::damaged("size in the trailer"));
        }
        let root = document.trailer.get(b"Root").and_then(Object::as_reference);
        let root = root.map_err(|_| SignError::damaged("trailer"))?;
        Ok(Self { bytes, document, newest_table, size, root })
    }

    /// Number of the catalog.
    pub(super) const fn root(&self) -> ObjectId {
        self.root
    }

    /// The catalog (ISO 32000-1, 7.7.2).
    pub(super) fn catalog(&self) -> Result<&Dictionary, SignError> {
        let catalog = self.document.get_object(self.root).and_then(Object::as_dict);
        catalog.map_err(|_| SignError::damaged("catalog"))
    }

    /// A dictionary behind a key, direct or not.
    pub(super) fn dictionary<'d>(
        &'d self,
        holder: &'d Dictionary,
        key: &[u8],
    ) -> Option<&'d Dictionary> {
        self.value(holder, key)?.as_dict().ok()
    }

    /// The value behind a key, direct or not.
    pub(super) fn value<'d>(&'d self, holder: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
        self.resolve(holder.get(key).ok()?)
    }

    /// The object itself or the one that it refers to.
    pub(super) fn resolve<'d>(&'d self, object: &'d Object) -> Option<&'d Object> {
        self.document.dereference(object).ok().map(|(_, object)| object)
    }
}

/// Offset behind the last `startxref`; nothing but one end of line may follow `%%EOF`.
fn last_table(bytes: &[u8]) -> Result<usize, SignError> {
    let cut = || SignError::damaged("its end is missing");
    let body = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let body = body.strip_suffix(b"\r").unwrap_or(body);
    let body = body.strip_suffix(b"%%EOF").ok_or_else(cut)?;
    let mut words = body.rsplit(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let offset = words.next().and_then(number).ok_or_else(cut)?;
    match words.next() {
        Some(b"startxref") => Ok(offset),
        _ => Err(cut()),
    }
}

fn number(word: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(word).ok()?;
    digits.bytes().all(|one| one.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// The numbers of all objects in use, from the newest table to the oldest.
fn places(bytes: &[u8], newest: usize) -> Result<BTreeSet<(u32, u16)>, SignError> {
    let mut known = BTreeMap::new();
    let mut next = Some(newest);
    let mut revisions = 0_usize;
    while let Some(offset) = next {
        revisions = revisions.saturating_add(1);
        let rest = bytes.get(offset..).ok_or(SignError::damaged("cross reference table"))?;
        let mut reader = Reader { rest };
        if reader.word() != Some(b"xref") {
            return Err(SignError::unsupported("it has no classic cross reference table"));
        }
        next = table(&mut reader, bytes, &mut known)?;
        if revisions > REVISIONS || next.is_some_and(|older| older >= offset) {
            return Err(SignError::damaged("chain of cross reference tables"));
        }
    }
    Ok(known.into_iter().filter_map(|(number, used)| Some((number, used?))).collect())
}

/// One table; gives the offset of the one before.
fn table(
    reader: &mut Reader<'_>,
    bytes: &[u8],
    known: &mut BTreeMap<u32, Option<u16>>,
) -> Result<Option<usize>, SignError> {
    let unreadable = || SignError::damaged("cross reference table");
    loop {
        let word = reader.word().ok_or_else(unreadable)?;
        if word == b"trailer" {
            return Ok(previous(reader.rest));
        }
        section(reader, word, bytes, known).ok_or_else(unreadable)?;
    }
}

/// One subsection; `None` where it cannot be read or an object is not where it should be.
fn section(
    reader: &mut Reader<'_>,
    first: &[u8],
    bytes: &[u8],
    known: &mut BTreeMap<u32, Option<u16>>,
) -> Option<()> {
    let first = u32::try_from(number(first)?).ok()?;
    let count = u32::try_from(number(reader.word()?)?).ok()?;
    for position in 0..count {
        let object = first.checked_add(position)?;
        let offset = number(reader.word()?)?;
        let generation = u16::try_from(number(reader.word()?)?).ok()?;
        let used = match reader.word()? {
            b"n" if stands_at(bytes, offset, object, generation) => Some(generation),
            b"f" => None,
            _ => return None,
        };
        known.entry(object).or_insert(used);
    }
    Some(())
}

/// Whether the object begins at this offset.
fn stands_at(bytes: &[u8], offset: usize, object: u32, generation: u16) -> bool {
    let head = format!("{object} {generation} obj");
    bytes.get(offset..).is_some_and(|rest| rest.starts_with(head.as_bytes()))
}

/// `Prev` of a trailer, up to `startxref`.
fn previous(rest: &[u8]) -> Option<usize> {
    let end = rest.windows(9).position(|window| window == b"startxref")?;
    let trailer = rest.get(..end)?;
    let key = trailer.windows(5).position(|window| window == b"/Prev")?;
    let digits = trailer.get(key.checked_add(5)?..)?.trim_ascii_start();
    let length = digits.iter().take_while(|one| one.is_ascii_digit()).count();
    number(digits.get(..length)?)
}

/// Words between white space.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn word(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest.trim_ascii_start();
        let is_end = |one: &u8| one.is_ascii_whitespace() || *one == b'<';
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(length)?;
        self.rest = after;
        (!word.is_empty()).then_some(word)
    }
}
