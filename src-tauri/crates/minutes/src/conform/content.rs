//! The words of a content stream (ISO 32000-1, 7.8.2), and of a character map, which is written alike.
//!
//! Its own reader, because it has to see what is not well-formed where others read over it. It knows
//! no operator but the one that begins an image inside the stream.

/// An operand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Integer(i64),
    /// A number with a fraction, a truth value, null: nobody asks which.
    Other,
    Name(&'a [u8]),
    String(Vec<u8>),
    Array(Vec<Value<'a>>),
    Dictionary(Vec<(&'a [u8], Value<'a>)>),
}

impl<'a> Value<'a> {
    pub(super) fn get(&self, key: &str) -> Option<&Value<'a>> {
        let Self::Dictionary(pairs) = self else { return None };
        pairs.iter().find(|(name, _)| *name == key.as_bytes()).map(|(_, value)| value)
    }

    pub(super) fn name(&self) -> &'a str {
        match self {
            Self::Name(name) => std::str::from_utf8(name).unwrap_or_default(),
            _ => "",
        }
    }
}

/// Reads one operation after the other.
pub(super) struct Reader<'a> {
    data: &'a [u8],
    at: usize,
    /// Operands of the last operation.
    pub(super) operands: Vec<Value<'a>>,
}

/// Arrays in arrays beyond this are no content of ours.
const DEPTH: usize = 16;

enum Word<'a> {
    Value(Value<'a>),
    Operator(&'a str),
    /// `]` or `>>`.
    End(u8),
}

fn white(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn regular(byte: u8) -> bool {
    !white(byte) && !b"()<>[]{}/%".contains(&byte)
}

impl<'a> Reader<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, operands: Vec::new() }
    }

    /// The next operator, its operands in `operands`; an error says at which byte the stream cannot
    /// be read.
    pub(super) fn next(&mut self) -> Option<Result<&'a str, String>> {
        self.operands.clear();
        loop {
            self.skip();
            self.peek()?;
            match self.word(0) {
                Some(Word::Value(value)) => self.operands.push(value),
                Some(Word::Operator(name)) => return Some(Ok(name)),
                _ => {
                    let fault = format!("byte {}", self.at);
                    self.at = self.data.len();
                    return Some(Err(fault));
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    /// White space and comments.
    fn skip(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if !white(byte) {
                return;
            }
            self.at += 1;
        }
    }

    fn run(&mut self, holds: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.data.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !holds(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn word(&mut self, depth: usize) -> Option<Word<'a>> {
        self.skip();
        let next = self.data.get(self.at + 1).copied();
        Some(match (self.peek()?, next) {
            (b'/', _) => {
                self.at += 1;
                Word::Value(Value::Name(self.run(regular)))
            }
            (b'<', Some(b'<')) => {
                self.at += 2;
                Word::Value(self.dictionary(depth)?)
            }
            (b'>', Some(b'>')) => {
                self.at += 2;
                Word::End(b'>')
            }
            (b'<', _) => Word::Value(self.hexadecimal()?),
            (b'(', _) => Word::Value(self.literal()?),
            (b'[', _) => {
                self.at += 1;
                let mut all = Vec::new();
                while let Word::Value(value) = self.held(depth, b']')? {
                    all.push(value);
                }
                Word::Value(Value::Array(all))
            }
            (b']', _) => {
                self.at += 1;
                Word::End(b']')
            }
            (byte, _) if regular(byte) => plain(self.run(regular))?,
            _ => return None,
        })
    }

    /// A word inside an array or dictionary: a value, or the sign that ends it.
    fn held(&mut self, depth: usize, end: u8) -> Option<Word<'a>> {
        match self.word(depth + 1).filter(|_| depth < DEPTH)? {
            Word::End(sign) if sign != end => None,
            Word::Operator(_) => None,
            word => Some(word),
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut pairs = Vec::new();
        loop {
            let Word::Value(key) = self.held(depth, b'>')? else {
                return Some(Value::Dictionary(pairs));
            };
            let Value::Name(key) = key else { return None };
            let Word::Value(value) = self.held(depth, b'>')? else { return None };
            pairs.push((key, value));
        }
    }

    fn hexadecimal(&mut self) -> Option<Value<'a>> {
        self.at += 1;
        let digits = self.run(|byte| byte != b'>');
        self.peek()?;
        self.at += 1;
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        let half: Option<Vec<u32>> =
            digits.iter().filter(|byte| !white(**byte)).map(digit).collect();
        let byte = |pair: &[u32]| {
            let (high, low) = (pair.first().unwrap_or(&0), pair.get(1).unwrap_or(&0));
            u8::try_from(high * 16 + low).unwrap_or_default()
        };
        Some(Value::String(half?.chunks(2).map(byte).collect()))
    }

    /// A string in brackets, with its escapes (ISO 32000-1, 7.3.4.2).
    fn literal(&mut self) -> Option<Value<'a>> {
        let (mut text, mut open) = (Vec::new(), 0_u32);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(Value::String(text));
                    }
                    text.push(byte);
                }
                b'\\' => self.escape(&mut text)?,
                other => text.push(other),
            }
        }
    }

    /// Adds what an escape stands for.
    fn escape(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    if let Some(digit @ b'0'..=b'7') = self.peek() {
                        code = code * 8 + u32::from(digit - b'0');
                        self.at += 1;
                    }
                }
                text.push(u8::try_from(code & 0xff).unwrap_or_default());
            }
            other => text.push(other),
        }
        Some(())
    }
}

/// A number or an operator.
fn plain(word: &[u8]) -> Option<Word<'_>> {
    let text = std::str::from_utf8(word).ok()?;
    let number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    Some(match text {
        "true" | "false" | "null" => Word::Value(Value::Other),
        _ if !number => Word::Operator(text),
        _ => match text.parse() {
            Ok(whole) => Word::Value(Value::Integer(whole)),
            Err(_) => Word::Value(text.parse::<f64>().ok().map(|_| Value::Other)?),
        },
    })
}
