//! Bytes as lower-case hexadecimal digits, for `vault.key` and for the key pragma.
//!
//! Not a general codec: fixed lengths only. Invariant: reading what was written gives the same
//! bytes, and a text of another length is refused.

use serde::{Deserialize, Deserializer, Serializer, de};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Appends the digits to `out`, which the caller may have made a wiped string.
pub(crate) fn push(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    push(&mut out, bytes);
    out
}

fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let value = |digit: u8| char::from(digit).to_digit(16);
        *byte = u8::try_from(value(pair[0])? * 16 + value(pair[1])?).ok()?;
    }
    Some(out)
}

pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&encode(bytes))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
    deserializer: D,
) -> Result<[u8; N], D::Error> {
    let text = String::deserialize(deserializer)?;
    decode(&text).ok_or_else(|| de::Error::custom("wrong hexadecimal digits"))
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn reading_gives_back_what_was_written() {
        let all: [u8; 256] = std::array::from_fn(|i| u8::try_from(i).unwrap_or_default());
        assert_eq!(decode::<256>(&encode(&all)), Some(all));
        assert_eq!(encode(&[0x0f, 0xa0]), "0fa0");
        assert_eq!(decode::<2>("0fa"), None, "too short");
        assert_eq!(decode::<2>("0fa00"), None, "too long");
        assert_eq!(decode::<2>("0fgg"), None, "no digit");
        assert_eq!(decode::<2>("ää"), None, "right number of bytes, no digit");
    }
}
