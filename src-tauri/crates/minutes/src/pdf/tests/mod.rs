//! Tests of the writer: hand-made layouts, read back with `lopdf` (`read`), refused where they
//! contradict themselves (`refused`), and judged by other programs (`judges`).

mod judges;
mod read;
mod refused;
mod sheet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::frame::Layout;

fn write(layout: &Layout) -> Vec<u8> {
    let metadata = sheet::metadata();
    sheet::press().write(layout, &metadata, Some(&sheet::RECORD)).unwrap()
}

/// A file with one of everything.
pub(crate) fn sample_file() -> Vec<u8> {
    write(&sheet::sample().layout)
}

/// The same for the part that embeds nothing.
pub(crate) fn sample_file_of_part_2() -> Vec<u8> {
    let metadata = super::Metadata { archive: crate::conform::Archive::A2a, ..sheet::metadata() };
    sheet::press().write(&sheet::sample().layout, &metadata, None).unwrap()
}

/// A written file, opened again.
struct Opened {
    document: Document,
}

impl Opened {
    fn new(layout: &Layout) -> Self {
        Self { document: Document::load_mem(&write(layout)).unwrap() }
    }

    fn object(&self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => self.object(self.document.get_object(*id).unwrap()),
            other => other.clone(),
        }
    }

    /// What lies at the end of a way of keys, e.g. `ViewerPreferences/DisplayDocTitle`.
    fn at(&self, from: &Dictionary, way: &str) -> Object {
        let (key, rest) = way.split_once('/').unwrap_or((way, ""));
        let found = self.object(from.get(key.as_bytes()).unwrap());
        if rest.is_empty() { found } else { self.at(found.as_dict().unwrap(), rest) }
    }

    fn catalog(&self, way: &str) -> Object {
        self.at(self.document.catalog().unwrap(), way)
    }

    fn pages(&self) -> Vec<Dictionary> {
        let ids: Vec<ObjectId> = self.document.get_pages().into_values().collect();
        ids.iter().map(|id| self.document.get_dictionary(*id).unwrap().clone()).collect()
    }

    /// Dictionaries with a value under a key.
    fn with(&self, key: &str, name: &str) -> Vec<Dictionary> {
        let hit = |found: &Dictionary| {
            found.get(key.as_bytes()).is_ok_and(|value| *value == Object::from(name))
        };
        let all = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        all.filter(|found| hit(found)).cloned().collect()
    }

    /// A text string, back as text.
    fn text(&self, from: &Dictionary, key: &str) -> String {
        let bytes = self.at(from, key).as_str().unwrap().to_vec();
        match bytes.strip_prefix(&[0xfe, 0xff]) {
            None => String::from_utf8(bytes).unwrap(),
            Some(units) => {
                let pairs =
                    units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                String::from_utf16(&pairs.collect::<Vec<_>>()).unwrap()
            }
        }
    }

    fn stream(&self, from: &Dictionary, key: &str) -> Vec<u8> {
        self.at(from, key).as_stream().unwrap().get_plain_content().unwrap()
    }
}
