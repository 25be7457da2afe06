//! An incremental update (ISO 32000-1, 7.5.6): the old bytes, new objects, a table, a trailer; then
//! the byte range and the signature, patched into the places that were kept free for them.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::source::Source;
use super::{digest, syntax};
use crate::error::SignError;
use crate::profile::{BYTE_RANGE_WIDTH, CONTENTS_BYTES};

/// A revision while it is written.
pub(super) struct Update<'a> {
    source: &'a Source<'a>,
    out: Vec<u8>,
    size: u32,
    /// Offset of each object that this revision writes.
    offsets: BTreeMap<ObjectId, usize>,
    places: Option<Places>,
}

/// Where the two values stand that are filled in at the end.
#[derive(Clone, Copy)]
struct Places {
    /// First character between the brackets of `ByteRange`.
    range: usize,
    /// The `<` of `Contents`.
    contents: usize,
}

/// A complete file that waits for its signature.
pub(super) struct Prepared {
    out: Vec<u8>,
    contents: usize,
}

impl<'a> Update<'a> {
    /// Begins behind the old bytes.
    pub(super) fn new(source: &'a Source<'a>) -> Self {
        let mut out = source.bytes.to_vec();
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        Self { source, out, size: source.size, offsets: BTreeMap::new(), places: None }
    }

    /// The next free object number.
    pub(super) fn new_id(&mut self) -> Result<ObjectId, SignError> {
        let id = (self.size, 0);
        self.size = self.size.checked_add(1).ok_or(SignError::damaged("size in the trailer"))?;
        Ok(id)
    }

    /// Writes an object.
    pub(super) fn object(&mut self, id: ObjectId, object: &Object) -> Result<(), SignError> {
        self.begin(id)?;
        syntax::write(&mut self.out, object);
        self.out.extend(b"\nendobj\n");
        Ok(())
    }

    /// Writes the signature dictionary with room for its two last values.
    pub(super) fn signature(
        &mut self,
        id: ObjectId,
        entries: &Dictionary,
    ) -> Result<(), SignError> {
        self.begin(id)?;
        self.out.extend(b"<<");
        syntax::entries(&mut self.out, entries);
        self.out.extend(b"/ByteRange[");
        let range = self.out.len();
        self.out.extend([b' '; BYTE_RANGE_WIDTH]);
        self.out.extend(b"]/Contents");
        let contents = self.out.len();
        self.out.push(b'<');
        self.out.extend(std::iter::repeat_n(b'0', hex_digits()));
        self.out.extend(b">>>\nendobj\n");
        self.places = Some(Places { range, contents });
        Ok(())
    }

    fn begin(&mut self, id: ObjectId) -> Result<(), SignError> {
        if self.offsets.insert(id, self.out.len()).is_some() {
            return Err(SignError::damaged("an object is two things at once"));
        }
        self.out.extend(format!("{} {} obj\n", id.0, id.1).into_bytes());
        Ok(())
    }

    /// Table, trailer and byte range: the file is complete but for the signature.
    pub(super) fn finish(mut self) -> Result<Prepared, SignError> {
        let places = self.places.ok_or(SignError::crypto("place of the signature"))?;
        let table = self.out.len();
        self.table();
        let trailer = self.trailer()?;
        self.out.extend(b"trailer\n");
        syntax::write(&mut self.out, &Object::Dictionary(trailer));
        self.out.extend(format!("\nstartxref\n{table}\n%%EOF\n").into_bytes());
        let behind = contents_end(places.contents);
        let rest = self.out.len().saturating_sub(behind);
        let range = format!("0 {} {behind} {rest}", places.contents);
        patch(&mut self.out, places.range, range.as_bytes())?;
        Ok(Prepared { out: self.out, contents: places.contents })
    }

    /// Subsections of neighbouring numbers, entries of exactly twenty bytes.
    fn table(&mut self) {
        let mut sections: Vec<(u32, Vec<String>)> = Vec::new();
        for ((number, generation), offset) in &self.offsets {
            let entry = format!("{offset:010} {generation:05} n \n");
            match sections.last_mut() {
                Some((first, entries)) if follows(*first, entries.len(), *number) => {
                    entries.push(entry);
                }
                _ => sections.push((*number, vec![entry])),
            }
        }
        self.out.extend(b"xref\n");
        for (first, entries) in sections {
            self.out.extend(format!("{first} {}\n", entries.len()).into_bytes());
            self.out.extend(entries.concat().into_bytes());
        }
    }

    /// `ID`: the first half stays, the second follows from the bytes (ISO 32000-1, 14.4).
    fn trailer(&self) -> Result<Dictionary, SignError> {
        let old = &self.source.document.trailer;
        let mut trailer = Dictionary::new();
        for key in ["Root", "Info"] {
            if let Ok(value) = old.get(key.as_bytes()) {
                trailer.set(key, value.clone());
            }
        }
        let before = i64::try_from(self.source.newest_table);
        let before = before.map_err(|_| SignError::unsupported("it is too large"))?;
        trailer.set("Size", Object::Integer(i64::from(self.size)));
        trailer.set("Prev", Object::Integer(before));
        let hash = Sha256::digest(&self.out);
        let new: Vec<u8> = hash.iter().copied().take(16).collect();
        let ids = old.get(b"ID").and_then(Object::as_array).ok().and_then(|ids| ids.first());
        let first = ids.and_then(|id| id.as_str().ok()).unwrap_or(&new).to_vec();
        let id = |bytes| Object::String(bytes, StringFormat::Hexadecimal);
        trailer.set("ID", Object::Array(vec![id(first), id(new)]));
        Ok(trailer)
    }
}

impl Prepared {
    /// The digest that has to be signed.
    pub(super) fn digest(&self) -> Result<Vec<u8>, SignError> {
        let before = self.out.get(..self.contents);
        let after = self.out.get(contents_end(self.contents)..);
        let (before, after) = before.zip(after).ok_or(SignError::crypto("byte range"))?;
        Ok(digest(before, after))
    }

    /// Puts the signature into its place.
    pub(super) fn fill(&mut self, signature: &[u8]) -> Result<Vec<u8>, SignError> {
        if signature.len() > CONTENTS_BYTES {
            let needed = signature.len();
            return Err(SignError::TooLarge { needed, reserved: CONTENTS_BYTES });
        }
        let digits: Vec<u8> =
            signature.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
        patch(&mut self.out, self.contents.saturating_add(1), &digits)?;
        Ok(std::mem::take(&mut self.out))
    }
}

const fn hex_digits() -> usize {
    CONTENTS_BYTES.saturating_mul(2)
}

/// Offset behind the `>` of `Contents`.
const fn contents_end(contents: usize) -> usize {
    contents.saturating_add(hex_digits()).saturating_add(2)
}

fn follows(first: u32, count: usize, number: u32) -> bool {
    u32::try_from(count).ok().and_then(|count| first.checked_add(count)) == Some(number)
}

fn patch(out: &mut [u8], at: usize, value: &[u8]) -> Result<(), SignError> {
    let place = out.get_mut(at..at.saturating_add(value.len()));
    place.ok_or(SignError::crypto("place of the signature"))?.copy_from_slice(value);
    Ok(())
}
