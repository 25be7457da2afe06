//! Objects as bytes (ISO 32000-1, 7.3). It knows no object of ours. Invariant: the same object gives
//! the same bytes; they are those that `lopdf` writes.

use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// The bytes of an object that stands by itself.
pub(super) fn whole(object: &Object) -> Vec<u8> {
    let mut bytes = Vec::new();
    if begins_bare(object) {
        bytes.push(b' ');
    }
    put(&mut bytes, object);
    if begins_bare(object) || matches!(object, Object::Name(_) | Object::Stream(_)) {
        bytes.push(b' ');
    }
    bytes
}

/// Whether it begins with no sign of its own that would part it from what stands before.
fn begins_bare(object: &Object) -> bool {
    use Object::{Boolean, Integer, Null, Real, Reference};
    matches!(object, Null | Boolean(_) | Integer(_) | Real(_) | Reference(_))
}

fn put(bytes: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => bytes.extend(b"null"),
        Object::Boolean(value) => bytes.extend(if *value { &b"true"[..] } else { b"false" }),
        Object::Integer(value) => integer(bytes, *value),
        Object::Real(value) => {
            // Writing to a vector cannot fail.
            let _ = write!(bytes, "{value}");
        }
        Object::Name(value) => name(bytes, value),
        Object::String(value, StringFormat::Literal) => literal(bytes, value),
        Object::String(value, StringFormat::Hexadecimal) => hexadecimal(bytes, value),
        Object::Array(values) => {
            bytes.push(b'[');
            for (at, value) in values.iter().enumerate() {
                if at > 0 && begins_bare(value) {
                    bytes.push(b' ');
                }
                put(bytes, value);
            }
            bytes.push(b']');
        }
        Object::Dictionary(value) => {
            bytes.extend(b"<<");
            entries(bytes, value);
            bytes.extend(b">>");
        }
        Object::Stream(value) => {
            bytes.extend(b"<<");
            entries(bytes, &value.dict);
            bytes.extend(b">>stream\n");
            bytes.extend(&value.content);
            bytes.extend(b"\nendstream");
        }
        Object::Reference(id) => reference(bytes, *id),
    }
}

/// Keys and values of a dictionary, without its brackets.
pub(super) fn entries(bytes: &mut Vec<u8>, dictionary: &Dictionary) {
    for (key, value) in dictionary {
        name(bytes, key);
        if begins_bare(value) {
            bytes.push(b' ');
        }
        put(bytes, value);
    }
}

pub(super) fn integer(bytes: &mut Vec<u8>, value: i64) {
    let _ = write!(bytes, "{value}");
}

pub(super) fn reference(bytes: &mut Vec<u8>, (number, generation): ObjectId) {
    let _ = write!(bytes, "{number} {generation} R");
}

fn name(bytes: &mut Vec<u8>, value: &[u8]) {
    bytes.push(b'/');
    for byte in value {
        // White space, delimiters, and what is not printable.
        if b"()<>[]{}/%#".contains(byte) || !byte.is_ascii_graphic() {
            let _ = write!(bytes, "#{byte:02X}");
        } else {
            bytes.push(*byte);
        }
    }
}

/// Brackets that have no counterpart, and the sign of an escape, are escaped.
fn literal(bytes: &mut Vec<u8>, value: &[u8]) {
    let (mut escaped, mut open) = (Vec::new(), Vec::new());
    for (at, byte) in value.iter().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' if open.pop().is_none() => escaped.push(at),
            b'\\' | b'\r' => escaped.push(at),
            _ => {}
        }
    }
    escaped.extend(open);
    bytes.push(b'(');
    for (at, byte) in value.iter().enumerate() {
        if escaped.contains(&at) {
            bytes.push(b'\\');
        }
        bytes.push(if *byte == b'\r' { b'r' } else { *byte });
    }
    bytes.push(b')');
}

pub(super) fn hexadecimal(bytes: &mut Vec<u8>, value: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
    bytes.push(b'<');
    bytes.extend(value.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    bytes.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::content::{Content, Operation};
    use lopdf::dictionary;

    /// As `lopdf` writes an operand, without the blank behind it.
    fn theirs(object: &Object) -> Vec<u8> {
        let operations = vec![Operation::new("", vec![object.clone()])];
        let mut bytes = Content { operations }.encode().unwrap();
        assert_eq!(bytes.pop(), Some(b' '));
        bytes
    }

    #[test]
    fn objects_are_written_as_lopdf_writes_them() {
        let string = |value: &[u8], format| Object::String(value.to_vec(), format);
        let mut objects = vec![
            Object::Null,
            true.into(),
            false.into(),
            0.into(),
            (-17).into(),
            i64::MAX.into(),
            Object::Real(0.25),
            Object::Real(-841.89),
            Object::Real(595.276),
            Object::Real(3.0),
            Object::Reference((12, 0)),
            Object::Name(b"Type".to_vec()),
            Object::Name("a b/c#(ü)\u{7f}".as_bytes().to_vec()),
        ];
        for words in [&b""[..], b"(a)", b"((a)", b"a))(", b"\\ \r\n", b"(\\()", "ü".as_bytes()] {
            objects.push(string(words, StringFormat::Literal));
            objects.push(string(words, StringFormat::Hexadecimal));
        }
        let all = Object::Array(objects.clone());
        let mut dictionary = dictionary! { "All" => all.clone(), "In" => dictionary! {} };
        for (at, object) in objects.iter().enumerate() {
            dictionary.set(format!("K{at}"), object.clone());
        }
        objects.extend([all, Object::Dictionary(dictionary)]);
        for object in &objects {
            let mut bytes = Vec::new();
            put(&mut bytes, object);
            assert_eq!(bytes, theirs(object), "{object:?}");
        }
    }
}
