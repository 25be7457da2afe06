//! The file under construction: its objects as bytes, by their numbers (ISO 32000-1, 7.5).
//!
//! An object is made into bytes as soon as it is known, because there are some hundred for each page
//! and their bytes are the least of their size in memory. Invariant: the identifier follows from the
//! content (ISO 32000-1, 14.4), and the bytes from the objects in the order of their numbers.

use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::packing::Memory;
use super::{PdfError, object};

/// Bytes of the identifier.
const ID: usize = 16;
/// Length of the bytes around an object, and of its line in the table of places.
const AROUND: usize = 24 + 20;

/// The objects written so far and the numbers of those that others point to.
pub(super) struct File<'m> {
    /// The object with the number 1 is the first; one that is still to come is empty.
    bodies: Vec<Vec<u8>>,
    pub(super) catalog: ObjectId,
    pub(super) pages: ObjectId,
    page: Vec<ObjectId>,
    pub(super) trailer: Dictionary,
    pub(super) memory: &'m mut Memory,
}

impl<'m> File<'m> {
    /// Numbers for the catalog, the page tree and the pages come first.
    pub(super) fn new(pages: usize, memory: &'m mut Memory) -> Self {
        let none = (0, 0);
        let trailer = Dictionary::new();
        let (bodies, page) = (Vec::new(), Vec::new());
        let mut file = Self { bodies, catalog: none, pages: none, page, trailer, memory };
        file.catalog = file.reserve();
        file.pages = file.reserve();
        file.page = (0..pages).map(|_| file.reserve()).collect();
        file
    }

    /// The number of a page.
    pub(super) fn page(&self, index: usize) -> Result<ObjectId, PdfError> {
        let found = self.page.get(index).copied();
        found.ok_or_else(|| PdfError::Structure(format!("there is no page {index}")))
    }

    /// The numbers of all pages.
    pub(super) fn all_pages(&self) -> &[ObjectId] {
        &self.page
    }

    /// A number for an object that is written later.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.bodies.push(Vec::new());
        (u32::try_from(self.bodies.len()).unwrap_or(u32::MAX), 0)
    }

    /// Writes an object whose number is known.
    pub(super) fn set(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.set_bytes(id, object::whole(&object.into()));
    }

    /// Writes an object that is bytes already.
    pub(super) fn set_bytes(&mut self, (number, _): ObjectId, mut bytes: Vec<u8>) {
        bytes.shrink_to_fit();
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        if let Some(body) = index.and_then(|index| self.bodies.get_mut(index)) {
            *body = bytes;
        }
    }

    /// Writes an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.set(id, object);
        id
    }

    /// Writes a stream, compressed where that is shorter.
    pub(super) fn add_stream(
        &mut self,
        dictionary: Dictionary,
        data: &[u8],
    ) -> Result<ObjectId, PdfError> {
        let packed = self.memory.data(data)?;
        Ok(self.add(packed.stream(dictionary)))
    }

    /// Puts the bytes together, with an identifier made from the bytes that have none yet.
    pub(super) fn bytes(mut self) -> Result<Vec<u8>, PdfError> {
        let none = Object::String(vec![0; ID], StringFormat::Hexadecimal);
        self.trailer.set("ID", vec![none.clone(), none]);
        self.trailer.set("Size", i64::try_from(self.bodies.len() + 1).unwrap_or(i64::MAX));
        let mut bytes = self.joined()?;
        let digest = Sha256::digest(&bytes);
        let digits = digest.iter().take(ID).flat_map(|byte| format!("{byte:02X}").into_bytes());
        let id: Vec<u8> = digits.collect();
        // It stands in the trailer, which is the end of the file.
        let empty = "0".repeat(2 * ID);
        for _ in 0..2 {
            let mut places = bytes.windows(empty.len());
            let place = places.rposition(|window| window == empty.as_bytes());
            let place = place.and_then(|at| bytes.get_mut(at..at + empty.len()));
            let place = place.ok_or_else(|| PdfError::Write("no identifier".to_owned()))?;
            place.copy_from_slice(&id);
        }
        Ok(bytes)
    }

    /// Head, objects, table of places, trailer.
    fn joined(self) -> Result<Vec<u8>, PdfError> {
        let fault = |error: std::io::Error| PdfError::Write(error.to_string());
        let length: usize = self.bodies.iter().map(|body| body.len() + AROUND).sum();
        let mut bytes = Vec::with_capacity(length + 1024);
        bytes.extend(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
        let mut places = Vec::with_capacity(self.bodies.len());
        // Each is given back as soon as it stands in the file.
        for (body, number) in self.bodies.into_iter().zip(1_u32..) {
            if body.is_empty() {
                return Err(PdfError::Write(format!("object {number} was not written")));
            }
            places.push(bytes.len());
            writeln!(bytes, "{number} 0 obj").map_err(fault)?;
            bytes.extend(body);
            bytes.extend(b"\nendobj\n");
        }
        let table = bytes.len();
        writeln!(bytes, "xref\n0 {}\n0000000000 65535 f ", places.len() + 1).map_err(fault)?;
        for place in places {
            writeln!(bytes, "{place:010} 00000 n ").map_err(fault)?;
        }
        bytes.extend(b"trailer\n");
        bytes.extend(object::whole(&Object::Dictionary(self.trailer)));
        writeln!(bytes, "\nstartxref\n{table}\n%%EOF").map_err(fault)?;
        Ok(bytes)
    }
}
