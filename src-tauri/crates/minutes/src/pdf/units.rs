//! Numbers and texts in the form that PDF wants: thousandths of a point as decimals, text as PDF
//! text strings. It knows no object of the file. Invariant: no length loses a thousandth below
//! 10 000 pt.

use lopdf::{Object, StringFormat};

use crate::frame::Mpt;

/// Thousandths as a decimal number: 595276 becomes 595.276.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "the one place where whole numbers become decimals; IEEE division is exact to the last \
              bit everywhere, and seven digits are more than a page has"
)]
pub(super) fn thousandths(value: i64) -> f32 {
    (value as f64 / 1000.0) as f32
}

/// A sample of eight bits as a share of 1.
#[expect(clippy::float_arithmetic, reason = "as above; three digits of it are written")]
pub(super) fn share(sample: u8) -> f32 {
    f32::from(sample) / 255.0
}

/// A length in points as an object; whole ones without a decimal point.
pub(super) fn length(value: Mpt) -> Object {
    if value.0 % 1000 == 0 {
        Object::Integer(value.0 / 1000)
    } else {
        Object::Real(thousandths(value.0))
    }
}

/// Division rounded to the nearest whole number, halves away from zero; `by` is positive.
pub(super) fn divide(value: i64, by: i64) -> i64 {
    let half = by / 2;
    if value < 0 { (value - half) / by } else { (value + half) / by }
}

/// A rectangle `[left bottom right top]` from one measured downwards.
pub(super) fn rectangle(page_height: Mpt, x: Mpt, y: Mpt, width: Mpt, height: Mpt) -> Object {
    let top = page_height.0 - y.0;
    Object::Array(vec![
        length(x),
        length(Mpt(top - height.0)),
        length(Mpt(x.0 + width.0)),
        length(Mpt(top)),
    ])
}

/// A PDF text string (ISO 32000-1, 7.9.2.2): plain ASCII as it is, everything else as UTF-16BE with
/// its mark, in hexadecimal so that no byte needs an escape.
pub(super) fn text(value: &str) -> Object {
    if value.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::String(value.as_bytes().to_vec(), StringFormat::Literal);
    }
    Object::String(utf16(value), StringFormat::Hexadecimal)
}

/// UTF-16BE with the byte order mark.
pub(super) fn utf16(value: &str) -> Vec<u8> {
    let units = value.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}

/// A text without characters that XML 1.0 cannot carry or that make no sense in one line.
pub(super) fn clean(value: &str) -> String {
    let odd =
        |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}');
    value.chars().map(|c| if odd(c) { ' ' } else { c }).collect()
}

/// A name object.
pub(super) fn name(value: &str) -> Object {
    Object::Name(value.as_bytes().to_vec())
}
