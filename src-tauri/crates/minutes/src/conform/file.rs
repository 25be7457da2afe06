//! A file as the checks read it: values behind references, texts, trees of names and numbers. It
//! judges nothing; what is not there or of another type is none.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId, Stream};

/// A file with its pages.
pub(super) struct File<'a> {
    pub(super) document: &'a lopdf::Document,
    pub(super) catalog: &'a Dictionary,
    /// Pages in their order.
    pub(super) pages: Vec<(ObjectId, &'a Dictionary)>,
    /// Index of each page.
    numbers: BTreeMap<ObjectId, usize>,
}

/// Deeper trees than this are none.
const DEPTH: usize = 64;

impl<'a> File<'a> {
    pub(super) fn open(document: &'a lopdf::Document) -> Option<Self> {
        let catalog = document.catalog().ok()?;
        let ids = document.page_iter();
        let pages: Vec<_> =
            ids.filter_map(|id| Some((id, document.get_dictionary(id).ok()?))).collect();
        let numbers = pages.iter().enumerate().map(|(index, (id, _))| (*id, index)).collect();
        (!pages.is_empty()).then_some(Self { document, catalog, pages, numbers })
    }

    /// What a reference leads to; nothing where it leads nowhere.
    pub(super) fn resolve(&self, object: &'a Object) -> Option<&'a Object> {
        let (_, found) = self.document.dereference(object).ok()?;
        (!found.is_null()).then_some(found)
    }

    pub(super) fn get(&self, from: &'a Dictionary, key: &str) -> Option<&'a Object> {
        self.resolve(from.get(key.as_bytes()).ok()?)
    }

    /// A dictionary, that of a stream included.
    pub(super) fn as_dict(&self, object: &'a Object) -> Option<&'a Dictionary> {
        match self.resolve(object)? {
            Object::Dictionary(found) => Some(found),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub(super) fn dict(&self, from: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        self.as_dict(from.get(key.as_bytes()).ok()?)
    }

    pub(super) fn stream(&self, from: &'a Dictionary, key: &str) -> Option<&'a Stream> {
        self.get(from, key)?.as_stream().ok()
    }

    pub(super) fn array(&self, from: &'a Dictionary, key: &str) -> &'a [Object] {
        let found = self.get(from, key).and_then(|found| found.as_array().ok());
        found.map_or(&[], Vec::as_slice)
    }

    /// What stands alone or in an array, as `K`, `A` and `Contents` do.
    pub(super) fn several(&self, from: &'a Dictionary, key: &str) -> Vec<&'a Object> {
        let Ok(held) = from.get(key.as_bytes()) else { return Vec::new() };
        match self.resolve(held) {
            Some(Object::Array(all)) => all.iter().collect(),
            Some(_) => vec![held],
            None => Vec::new(),
        }
    }

    pub(super) fn name(&self, from: &'a Dictionary, key: &str) -> &'a str {
        let found = self.get(from, key).and_then(|found| found.as_name().ok());
        found.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    pub(super) fn integer(&self, from: &'a Dictionary, key: &str) -> Option<i64> {
        self.get(from, key)?.as_i64().ok()
    }

    pub(super) fn truth(&self, from: &'a Dictionary, key: &str) -> Option<bool> {
        self.get(from, key)?.as_bool().ok()
    }

    pub(super) fn bytes(&self, from: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.get(from, key)?.as_str().ok()
    }

    pub(super) fn text(&self, from: &'a Dictionary, key: &str) -> Option<String> {
        self.bytes(from, key).map(text)
    }

    /// The number of the object that a key names.
    #[expect(clippy::unused_self, reason = "it is read like its neighbours")]
    pub(super) fn reference(&self, from: &'a Dictionary, key: &str) -> Option<ObjectId> {
        from.get(key.as_bytes()).ok()?.as_reference().ok()
    }

    /// The index of a page.
    pub(super) fn page(&self, id: Option<ObjectId>) -> Option<usize> {
        self.numbers.get(&id?).copied()
    }

    /// Keys and values of a name tree, in the order in which they stand.
    pub(super) fn name_tree(&self, root: &'a Dictionary) -> Vec<(&'a [u8], &'a Object)> {
        let mut pairs = Vec::new();
        self.leaves(root, "Names", DEPTH, &mut pairs);
        pairs.into_iter().filter_map(|(key, value)| Some((key.as_str().ok()?, value))).collect()
    }

    /// Keys and values of a number tree.
    pub(super) fn number_tree(&self, root: &'a Dictionary) -> BTreeMap<i64, &'a Object> {
        let mut pairs = Vec::new();
        self.leaves(root, "Nums", DEPTH, &mut pairs);
        pairs.into_iter().filter_map(|(key, value)| Some((key.as_i64().ok()?, value))).collect()
    }

    fn leaves(
        &self,
        node: &'a Dictionary,
        key: &str,
        depth: usize,
        found: &mut Vec<(&'a Object, &'a Object)>,
    ) {
        for kid in self.array(node, "Kids") {
            if let (Some(kid), 1..) = (self.as_dict(kid), depth) {
                self.leaves(kid, key, depth - 1, found);
            }
        }
        let pairs = self.array(node, key).chunks_exact(2);
        found.extend(pairs.filter_map(|pair| match pair {
            [key, value] => Some((self.resolve(key)?, value)),
            _ => None,
        }));
    }

    /// Every dictionary and stream of the file with the number of the object that holds it.
    pub(super) fn each(&self, mut visit: impl FnMut(ObjectId, &'a Dictionary, Option<&'a Stream>)) {
        for (id, outer) in &self.document.objects {
            let mut open = vec![outer];
            while let Some(part) = open.pop() {
                match part {
                    Object::Dictionary(found) => {
                        visit(*id, found, None);
                        open.extend(found.iter().map(|(_, value)| value));
                    }
                    Object::Stream(stream) => {
                        visit(*id, &stream.dict, Some(stream));
                        open.extend(stream.dict.iter().map(|(_, value)| value));
                    }
                    Object::Array(all) => open.extend(all),
                    _ => {}
                }
            }
        }
    }
}

/// A text string (ISO 32000-1, 7.9.2.2). Of `PDFDocEncoding` it knows what it shares with Latin-1.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => utf16(units),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// UTF-16BE without a mark; what is none becomes U+FFFD.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xfffd,
    });
    let units: Vec<u16> = units.collect();
    String::from_utf16_lossy(&units)
}

/// What stands in a list more than once.
pub(super) fn twice<T: Ord + Copy>(all: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|one| !seen.insert(*one)).collect()
}

/// A number in thousandths.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "the one place where decimals become whole numbers; no page is so large"
)]
pub(super) fn thousandths(number: &Object) -> Option<i64> {
    match number {
        Object::Integer(whole) => whole.checked_mul(1000),
        Object::Real(real) => Some((f64::from(*real) * 1000.0).round() as i64),
        _ => None,
    }
}
