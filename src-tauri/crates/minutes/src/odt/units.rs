//! Measures of the page in hundredths of a millimetre, and how ODF writes them.
//!
//! The text axis is the left margin of the page: what stands on the label axis hangs out of it, so
//! that a paragraph without any style is where text belongs.

/// From the label axis to the text axis.
pub(super) const HANG: i64 = 3_100;
/// The text column.
pub(super) const COLUMN: i64 = 12_600;
/// From the label axis to the right edge.
pub(super) const FULL: i64 = HANG + COLUMN;

/// A length in hundredths of a millimetre.
pub(super) fn mm(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let length = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}mm", length / 100, length % 100)
}
