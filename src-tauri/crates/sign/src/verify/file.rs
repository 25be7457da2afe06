//! The skeleton of a PDF file as our program writes it: classic cross-reference tables, linked by
//! `Prev` (ISO 32000-1, 7.5.4 to 7.5.6). One [`File`] is one revision: the bytes up to its end.
//!
//! Invariants: it never panics and always ends (each `Prev` lies before the last), and what it
//! cannot read is `None`: no repair, no guess. Compressed tables are not read here.

use std::collections::HashMap;
use std::ops::Range;

use super::lex::{Dict, Id, Lexer, Value};

/// Tables of one file; ours have one per signature and one to begin with.
const MAX_TABLES: usize = 64;

/// What reads indirect objects: a [`File`], or the lenient reader for files of others.
pub(super) trait Source {
    /// The trailer dictionary.
    fn trailer(&self) -> &Dict;
    /// The value of the indirect object, without its stream.
    fn value(&self, id: Id) -> Option<Value>;

    /// The value, or what it points to.
    fn resolve(&self, value: &Value) -> Option<Value> {
        match value {
            Value::Ref(id) => self.value(*id),
            other => Some(other.clone()),
        }
    }

    /// The dictionary behind a key, direct or not.
    fn dict(&self, parent: &Dict, key: &[u8]) -> Option<Dict> {
        self.resolve(parent.get(key)?)?.as_dict().cloned()
    }
}

/// One cross-reference table with its trailer.
#[derive(Debug)]
pub(super) struct Section {
    /// Where the word `xref` stands.
    pub(super) start: usize,
    /// Behind the trailer dictionary.
    pub(super) end: usize,
    /// The objects in use: number, generation, offset.
    pub(super) used: Vec<(Id, usize)>,
    /// The numbers that the table calls free.
    free: Vec<u32>,
    pub(super) trailer: Dict,
}

/// An indirect object: its value and its place from the number to `endobj`.
#[derive(Debug, Clone)]
pub(super) struct Object {
    pub(super) value: Value,
    pub(super) place: Range<usize>,
    pub(super) has_stream: bool,
}

/// A revision of a file: the newest table first.
#[derive(Debug)]
pub(super) struct File<'a> {
    data: &'a [u8],
    newest: Section,
    older: Vec<Section>,
    index: HashMap<u32, Option<(u16, usize)>>,
}

impl<'a> File<'a> {
    /// Opens the revision that ends with these bytes.
    pub(super) fn open(data: &'a [u8]) -> Option<Self> {
        let marker = data.windows(9).rposition(|window| window == b"startxref")?;
        let mut lexer = Lexer::new(data, marker);
        lexer.keyword(b"startxref")?;
        let newest = section(data, offset(lexer.unsigned()?)?)?;
        let mut older: Vec<Section> = Vec::new();
        loop {
            let last = older.last().unwrap_or(&newest);
            let Some(previous) = last.trailer.get(b"Prev") else { break };
            if older.len() == MAX_TABLES {
                return None;
            }
            let at = usize::try_from(previous.as_int()?).ok().filter(|at| *at < last.start)?;
            older.push(section(data, at)?);
        }
        let mut index = HashMap::new();
        for one in std::iter::once(&newest).chain(&older) {
            for (id, at) in &one.used {
                index.entry(id.number).or_insert(Some((id.generation, *at)));
            }
            for number in &one.free {
                index.entry(*number).or_insert(None);
            }
        }
        Some(Self { data, newest, older, index })
    }

    pub(super) fn newest(&self) -> &Section {
        &self.newest
    }

    /// The table that the newest one builds on.
    pub(super) fn previous(&self) -> Option<&Section> {
        self.older.first()
    }

    /// Whether any revision knows the number, used or free; number 0 is always free.
    pub(super) fn knows(&self, number: u32) -> bool {
        self.index.contains_key(&number)
    }

    pub(super) fn object(&self, id: Id) -> Option<Object> {
        let (generation, at) = (*self.index.get(&id.number)?)?;
        let object = (generation == id.generation).then(|| object_at(self, at))??;
        (object.0 == id).then_some(object.1)
    }

    /// The bytes behind the trailer of the newest table.
    pub(super) fn tail(&self) -> &'a [u8] {
        self.data.get(self.newest.end..).unwrap_or_default()
    }

    pub(super) fn data(&self) -> &'a [u8] {
        self.data
    }
}

impl Source for File<'_> {
    fn trailer(&self) -> &Dict {
        &self.newest.trailer
    }

    fn value(&self, id: Id) -> Option<Value> {
        self.object(id).map(|object| object.value)
    }
}

fn offset(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

fn section(data: &[u8], start: usize) -> Option<Section> {
    let mut lexer = Lexer::new(data, start);
    lexer.literal(b"xref")?;
    let (mut used, mut free) = (Vec::new(), Vec::new());
    while lexer.clone().keyword(b"trailer").is_none() {
        let first = u32::try_from(lexer.unsigned()?).ok()?;
        let count = u32::try_from(lexer.unsigned()?).ok()?;
        lexer.skip_white();
        let mut at = lexer.position();
        for number in first..first.checked_add(count)? {
            let entry = data.get(at..at.checked_add(20)?)?;
            let id = Id { number, generation: u16::try_from(digits(entry.get(11..16)?)?).ok()? };
            match (entry.get(10)?, entry.get(16..)?) {
                (b' ', b" n \n" | b" n\r\n" | b" n \r") => {
                    used.push((id, offset(digits(entry.get(..10)?)?)?));
                }
                (b' ', b" f \n" | b" f\r\n" | b" f \r") => free.push(number),
                _ => return None,
            }
            at += 20;
        }
        lexer = Lexer::new(data, at);
    }
    lexer.keyword(b"trailer")?;
    let trailer = lexer.value()?.as_dict()?.clone();
    let compressed = trailer.get(b"XRefStm").is_some() || trailer.get(b"Encrypt").is_some();
    (!compressed).then(|| Section { start, end: lexer.position(), used, free, trailer })
}

fn digits(text: &[u8]) -> Option<u64> {
    text.iter().try_fold(0_u64, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0'))
    })
}

fn object_at(file: &File<'_>, at: usize) -> Option<(Id, Object)> {
    let mut lexer = Lexer::new(file.data, at);
    let id = lexer.id(b"obj")?;
    let value = lexer.value()?;
    let has_stream = match &value {
        Value::Dict(dict) if lexer.clone().keyword(b"stream").is_some() => {
            lexer = behind_stream(file, lexer, dict.get(b"Length")?)?;
            true
        }
        _ => false,
    };
    lexer.keyword(b"endobj")?;
    Some((id, Object { value, place: at..lexer.position(), has_stream }))
}

/// Behind `endstream` (ISO 32000-1, 7.3.8.1).
fn behind_stream<'a>(file: &File<'a>, mut lexer: Lexer<'a>, length: &Value) -> Option<Lexer<'a>> {
    lexer.keyword(b"stream")?;
    lexer.literal(b"\r\n").or_else(|| lexer.literal(b"\n"))?;
    let length = match length {
        Value::Int(length) => *length,
        Value::Ref(id) => plain_number(file, *id)?,
        _ => return None,
    };
    let end = lexer.position().checked_add(usize::try_from(length).ok()?)?;
    let mut lexer = Lexer::new(file.data, end);
    lexer.keyword(b"endstream")?;
    Some(lexer)
}

/// An indirect length; it has no stream of its own, so that this never runs in a circle.
fn plain_number(file: &File<'_>, id: Id) -> Option<i64> {
    let (generation, at) = (*file.index.get(&id.number)?)?;
    let mut lexer = Lexer::new(file.data, at);
    let found = lexer.id(b"obj")?;
    (found == id && generation == id.generation).then(|| lexer.value()?.as_int())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n\
0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n42\n%%EOF\n";

    #[test]
    fn a_file_is_read_through_its_table() {
        let file = File::open(SMALL).expect("readable");
        let catalog = file.dict(file.trailer(), b"Root").expect("catalog");
        assert_eq!(catalog.get(b"Type").and_then(Value::as_name), Some(&b"Catalog"[..]));
        assert!(file.knows(0) && file.knows(1) && !file.knows(2));
        assert!(file.previous().is_none());
        assert_eq!(file.tail(), b"\nstartxref\n42\n%%EOF\n");
    }

    #[test]
    fn a_table_that_points_to_itself_or_forward_is_none() {
        let text = String::from_utf8(SMALL.to_vec()).expect("text");
        for at in ["42", "43", "9999999", "-1"] {
            let changed = text.replace("/Size 2", &format!("/Size 2/Prev {at}"));
            assert!(File::open(changed.as_bytes()).is_none(), "{at}");
        }
        assert!(File::open(text.replace("\n42\n", "\n99\n").as_bytes()).is_none());
        assert!(File::open(b"").is_none());
    }
}
