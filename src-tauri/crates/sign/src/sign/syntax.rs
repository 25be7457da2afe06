//! PDF objects as bytes (ISO 32000-1, 7.3): one spelling per object, so that the same object gives
//! the same bytes. No offsets, no file.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object at the end of `out`.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        // Shortest digits that give the same number back, never with an exponent.
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(value) => name(out, value),
        Object::String(value, StringFormat::Literal) => literal(out, value),
        Object::String(value, StringFormat::Hexadecimal) => {
            out.push(b'<');
            out.extend(value.iter().flat_map(|byte| format!("{byte:02X}").into_bytes()));
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (position, item) in items.iter().enumerate() {
                if position > 0 {
                    out.push(b' ');
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(value) => dictionary(out, value),
        Object::Stream(value) => {
            dictionary(out, &value.dict);
            out.extend(b"\nstream\n");
            out.extend(&value.content);
            out.extend(b"\nendstream");
        }
        Object::Reference((number, generation)) => {
            out.extend(format!("{number} {generation} R").into_bytes());
        }
    }
}

fn dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    entries(out, dictionary);
    out.extend(b">>");
}

/// Keys and values without the brackets.
pub(super) fn entries(out: &mut Vec<u8>, dictionary: &Dictionary) {
    for (key, value) in dictionary {
        name(out, key);
        let delimited = matches!(
            value,
            Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
        );
        if !delimited {
            out.push(b' ');
        }
        write(out, value);
    }
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").into_bytes());
        }
    }
}

fn literal(out: &mut Vec<u8>, value: &[u8]) {
    out.push(b'(');
    for byte in value {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            b' '..=b'~' => out.push(*byte),
            _ => out.extend(format!("\\{byte:03o}").into_bytes()),
        }
    }
    out.push(b')');
}

/// A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, everything else as UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    if text.chars().all(|one| matches!(one, ' '..='~')) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let bytes = units.flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The characters of a text string; what cannot be read becomes U+FFFD.
pub(super) fn read_text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0xFFFD,
            });
            char::decode_utf16(units).map(|one| one.unwrap_or('\u{FFFD}')).collect()
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A date with its offset (ISO 32000-1, 7.9.4): `D:20261120101400+01'00`.
pub(super) fn date(at: DateTime<FixedOffset>) -> String {
    let offset = at.format("%:z").to_string().replace(':', "'");
    format!("{}{offset}", at.format("D:%Y%m%d%H%M%S"))
}
