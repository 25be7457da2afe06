//! `ByteRange` and `Contents` against the raw bytes (ISO 32000-1, 12.8.1; EN 319 142-1, 5.3).

use std::ops::Range;

use super::form::Signature;
use super::report::Code;
use crate::profile;

/// The parts of the file that a signature covers, and the end of its revision.
#[derive(Debug, Clone)]
pub(super) struct Covered<'a> {
    pub(super) parts: [&'a [u8]; 2],
    /// What lies between the parts.
    pub(super) gap: Range<usize>,
    pub(super) end: usize,
}

/// The covered bytes, if `ByteRange` starts at 0, runs forward and stays in the file.
pub(super) fn covered<'a>(pdf: &'a [u8], signature: &Signature) -> Option<Covered<'a>> {
    let [start, first, second, length] = signature.byte_range?;
    let end = second.checked_add(length)?;
    let parts = [pdf.get(..first)?, pdf.get(second..end)?];
    (start == 0 && first < second).then_some(Covered { parts, gap: first..second, end })
}

/// Holds the gap to the profile: exactly the value of `Contents` of this dictionary, in lower-case
/// digits, as long as reserved. `place` is where that value stands.
pub(super) fn hold(pdf: &[u8], covered: &Covered<'_>, place: Option<&Range<usize>>) -> Vec<Code> {
    let mut codes = Vec::new();
    if place != Some(&covered.gap) {
        codes.push(Code::WrongByteRange);
    }
    let gap = pdf.get(covered.gap.clone()).unwrap_or_default();
    let digits = gap.strip_prefix(b"<").and_then(|gap| gap.strip_suffix(b">"));
    let holds = digits.is_some_and(|digits| {
        digits.len() == 2 * profile::CONTENTS_BYTES
            && digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    });
    if !holds {
        codes.push(Code::WrongContents);
    }
    codes
}
