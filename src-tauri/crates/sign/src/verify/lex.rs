//! Reads single PDF objects from bytes (ISO 32000-1, 7.2 and 7.3). It knows no file: offsets in,
//! values and their places out.
//!
//! Invariants: it never panics, its time grows with the number of bytes and no faster, and it gives
//! `None` for all that is not plainly well-formed: a key that stands twice in a dictionary, more
//! than [`MAX_KEYS`] of them, a nesting deeper than [`MAX_DEPTH`], a string that does not end. What
//! it cannot read, no signature vouches for.

use std::ops::Range;

/// Arrays and dictionaries inside each other; our files need six.
const MAX_DEPTH: u8 = 32;

/// Keys of one dictionary; each is looked for among the others. Ours have a dozen.
const MAX_KEYS: usize = 1024;

/// Number and generation of an indirect object (ISO 32000-1, 7.3.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id {
    pub(super) number: u32,
    pub(super) generation: u16,
}

/// A direct object. Reals stay text, without needless zeros: nothing here counts with them, but two
/// spellings of one number are equal.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Real(Vec<u8>),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    Ref(Id),
}

/// A dictionary in the order of the file, each value with its place in the bytes.
#[derive(Debug, Clone, Default)]
pub(super) struct Dict(Vec<Entry>);

#[derive(Debug, Clone)]
struct Entry {
    key: Vec<u8>,
    value: Value,
    place: Range<usize>,
}

/// Equal content; order and place do not matter (ISO 32000-1, 7.3.7).
impl PartialEq for Dict {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().all(|entry| other.get(&entry.key) == Some(&entry.value))
    }
}

impl Dict {
    pub(super) fn get(&self, key: &[u8]) -> Option<&Value> {
        self.0.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Where the value of the key stands.
    pub(super) fn place(&self, key: &[u8]) -> Option<Range<usize>> {
        self.0.iter().find(|entry| entry.key == key).map(|entry| entry.place.clone())
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(|entry| entry.key.as_slice())
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().map(|entry| &entry.value)
    }

    /// The dictionary without these keys.
    pub(super) fn without(&self, keys: &[&[u8]]) -> Self {
        let kept = self.0.iter().filter(|entry| !keys.contains(&entry.key.as_slice()));
        Self(kept.cloned().collect())
    }

    /// Adds a value that has no place in the bytes.
    pub(super) fn push(&mut self, key: &[u8], value: Value) {
        self.0.push(Entry { key: key.to_vec(), value, place: 0..0 });
    }
}

impl Value {
    pub(super) fn as_int(&self) -> Option<i64> {
        if let Self::Int(value) = self { Some(*value) } else { None }
    }

    pub(super) fn as_name(&self) -> Option<&[u8]> {
        if let Self::Name(value) = self { Some(value) } else { None }
    }

    pub(super) fn as_text(&self) -> Option<&[u8]> {
        if let Self::Text(value) = self { Some(value) } else { None }
    }

    pub(super) fn as_array(&self) -> Option<&[Value]> {
        if let Self::Array(value) = self { Some(value) } else { None }
    }

    pub(super) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(value) = self { Some(value) } else { None }
    }

    pub(super) fn as_ref(&self) -> Option<Id> {
        if let Self::Ref(value) = self { Some(*value) } else { None }
    }
}

/// A place in the bytes that moves on with what was read.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    data: &'a [u8],
    position: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(data: &'a [u8], position: usize) -> Self {
        Self { data, position }
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.position).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.data.get(self.position..).unwrap_or_default()
    }

    /// White space only (ISO 32000-1, table 1).
    pub(super) fn skip_white(&mut self) {
        while self.peek().is_some_and(is_white) {
            self.position += 1;
        }
    }

    /// White space and comments.
    fn skip(&mut self) {
        loop {
            self.skip_white();
            if self.peek() != Some(b'%') {
                return;
            }
            while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                self.position += 1;
            }
        }
    }

    /// These bytes exactly, at this place.
    pub(super) fn literal(&mut self, word: &[u8]) -> Option<()> {
        self.rest().starts_with(word).then(|| self.position += word.len())
    }

    /// White space, then these bytes, then no regular character.
    pub(super) fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.skip_white();
        self.literal(word)?;
        self.peek().is_none_or(|byte| !is_regular(byte)).then_some(())
    }

    /// White space, then digits only.
    pub(super) fn unsigned(&mut self) -> Option<u64> {
        self.skip_white();
        let digits = self.run(|byte| byte.is_ascii_digit());
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len());
        self.position += length;
        rest.get(..length).unwrap_or_default()
    }

    /// `N G`, followed by the keyword.
    pub(super) fn id(&mut self, keyword: &[u8]) -> Option<Id> {
        let number = u32::try_from(self.unsigned()?).ok()?;
        let generation = u16::try_from(self.unsigned()?).ok()?;
        self.keyword(keyword)?;
        Some(Id { number, generation })
    }

    pub(super) fn value(&mut self) -> Option<Value> {
        self.nested(MAX_DEPTH)
    }

    fn nested(&mut self, depth: u8) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        self.skip();
        match self.peek()? {
            b'/' => self.name().map(Value::Name),
            b'(' => self.literal_string().map(Value::Text),
            b'[' => self.array(depth),
            b'<' if self.rest().starts_with(b"<<") => self.dict(depth).map(Value::Dict),
            b'<' => self.hex_string().map(Value::Text),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => match self.run(is_regular) {
                b"true" => Some(Value::Bool(true)),
                b"false" => Some(Value::Bool(false)),
                b"null" => Some(Value::Null),
                _ => None,
            },
        }
    }

    fn number_or_reference(&mut self) -> Option<Value> {
        let mut ahead = self.clone();
        if let Some(id) = ahead.id(b"R") {
            *self = ahead;
            return Some(Value::Ref(id));
        }
        let word = self.run(is_regular);
        let text = std::str::from_utf8(word).ok()?;
        if let Ok(value) = text.parse() {
            return Some(Value::Int(value));
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.')?;
        let is_real = (whole.len() + fraction.len() > 0)
            && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let text = format!("{negative}{whole}.{fraction}");
        is_real.then(|| whole_number(&text).map_or(Value::Real(text.into_bytes()), Value::Int))
    }

    /// A name with its `#xx` decoded (ISO 32000-1, 7.3.5).
    fn name(&mut self) -> Option<Vec<u8>> {
        self.literal(b"/")?;
        let mut raw = self.run(is_regular).iter();
        let mut name = Vec::new();
        while let Some(byte) = raw.next() {
            name.push(match byte {
                b'#' => hex_digit(*raw.next()?)? << 4 | hex_digit(*raw.next()?)?,
                other => *other,
            });
        }
        Some(name)
    }

    fn array(&mut self, depth: u8) -> Option<Value> {
        self.literal(b"[")?;
        let mut items = Vec::new();
        loop {
            self.skip();
            if self.literal(b"]").is_some() {
                return Some(Value::Array(items));
            }
            items.push(self.nested(depth)?);
        }
    }

    fn dict(&mut self, depth: u8) -> Option<Dict> {
        self.literal(b"<<")?;
        let mut dict = Dict::default();
        loop {
            self.skip();
            if self.literal(b">>").is_some() {
                return Some(dict);
            }
            let key = self.name()?;
            self.skip();
            let start = self.position;
            let value = self.nested(depth)?;
            if dict.get(&key).is_some() || dict.0.len() == MAX_KEYS {
                return None;
            }
            dict.0.push(Entry { key, value, place: start..self.position });
        }
    }

    /// A string of hexadecimal digits; a missing last one is 0 (ISO 32000-1, 7.3.4.3).
    fn hex_string(&mut self) -> Option<Vec<u8>> {
        self.literal(b"<")?;
        let rest = self.rest();
        let length = rest.iter().position(|byte| *byte == b'>')?;
        let mut bytes = Vec::with_capacity(length / 2 + 1);
        let mut high = None;
        for byte in rest.get(..length)? {
            match (hex_digit(*byte), high) {
                (Some(low), Some(first)) => {
                    bytes.push(first << 4 | low);
                    high = None;
                }
                (Some(first), None) => high = Some(first),
                (None, _) if is_white(*byte) => {}
                (None, _) => return None,
            }
        }
        bytes.extend(high.map(|first| first << 4));
        self.position += length + 1;
        Some(bytes)
    }

    /// A string in parentheses (ISO 32000-1, 7.3.4.2).
    fn literal_string(&mut self) -> Option<Vec<u8>> {
        self.literal(b"(")?;
        let mut open = 1_u32;
        let mut bytes = Vec::new();
        loop {
            let byte = self.peek()?;
            self.position += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut bytes)?;
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                return Some(bytes);
            }
            bytes.push(byte);
        }
    }

    /// What stands for the characters behind a backslash (ISO 32000-1, table 3).
    fn escape(&mut self, bytes: &mut Vec<u8>) -> Option<()> {
        let byte = self.peek()?;
        self.position += 1;
        bytes.push(match byte {
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(next - b'0');
                    self.position += 1;
                }
                u8::try_from(code & 0xFF).ok()?
            }
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return Some(()),
            b'\r' => {
                let _line_feed_after_it = self.literal(b"\n");
                return Some(());
            }
            other => other,
        });
        Some(())
    }
}

/// A real without a fraction.
fn whole_number(text: &str) -> Option<i64> {
    let whole = text.strip_suffix('.')?;
    if matches!(whole, "" | "-") { Some(0) } else { whole.parse().ok() }
}

fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_white(byte)
        && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A text string as text: UTF-16 or UTF-8 with its mark, else one character per byte
/// (ISO 32000-1, 7.9.2.2; `PDFDocEncoding` differs in characters that no name of ours uses).
pub(super) fn text(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(b"\xFE\xFF") {
        let units = units.chunks(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0xFFFD,
        });
        return char::decode_utf16(units).map(|one| one.unwrap_or('\u{FFFD}')).collect();
    }
    if let Some(utf_8) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(utf_8).into_owned();
    }
    bytes.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<Value> {
        Lexer::new(bytes, 0).value()
    }

    #[test]
    fn values_are_read_as_the_standard_writes_them() {
        let Some(Value::Dict(dict)) = read(
            b"<</A(x\\(\\101\\\ny(in))/B#20C<48 65 7>/D[1 -2 3.50 -0.5 4.0 .0 4 0 R true null]/E<</F/G>>%c\n>>",
        ) else {
            panic!("no dictionary")
        };
        assert_eq!(dict.get(b"A"), Some(&Value::Text(b"x(Ay(in)".to_vec())));
        assert_eq!(dict.get(b"B C"), Some(&Value::Text(b"Hep".to_vec())));
        let id = Id { number: 4, generation: 0 };
        let items = vec![
            Value::Int(1),
            Value::Int(-2),
            Value::Real(b"3.5".to_vec()),
            Value::Real(b"-.5".to_vec()),
            Value::Int(4),
            Value::Int(0),
            Value::Ref(id),
            Value::Bool(true),
            Value::Null,
        ];
        assert_eq!(dict.get(b"D"), Some(&Value::Array(items)));
        assert_eq!(dict.place(b"B C"), Some(26..35));
    }

    #[test]
    fn what_is_not_well_formed_is_not_read() {
        let deep = b"[".repeat(200_000);
        let pairs: Vec<_> = (0..=MAX_KEYS).map(|key| format!("/{key} 1")).collect();
        let wide = format!("<<{}>>", pairs.concat());
        for bytes in [
            &b"<</A 1/A 2>>"[..],
            b"<</A 1",
            b"(",
            b"<4g>",
            b"nul",
            b"1.2.3",
            b"/A#4",
            b"[1",
            b"",
            b"\\",
            b"99999999999999999999",
            &deep,
            wide.as_bytes(),
        ] {
            assert_eq!(read(bytes), None, "{:?}", &bytes[..bytes.len().min(20)]);
        }
    }

    #[test]
    fn names_of_fields_are_text() {
        assert_eq!(text(b"\xFE\xFF\0F\0\xFC"), "Fü");
        assert_eq!(text(b"\xEF\xBB\xBFF\xC3\xBC"), "Fü");
        assert_eq!(text(b"F\xFC"), "Fü");
    }
}
