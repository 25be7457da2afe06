//! Says what the signatures of a PDF file are worth: bytes in, [`Report`] out.
//!
//! The promise: a file that this program signed is [`Verdict::Good`], and with any byte of it
//! changed it is not. The last signature covers every byte but the value of its own `Contents`;
//! that value is held to [`crate::profile`], where each byte is fixed, or bound by the signature
//! (`cms`; the certificates by their hashes, `chain`). Each earlier signature covers its revision,
//! and between two of them only what signing adds may change (`revision`).
//!
//! Two readers: `file` reads what our program writes and nothing else, and only its files can be
//! good. For all others `foreign` reads what it can through lopdf, and the verdict is a finding.
//! Nothing here is held against a list of trusted issuers, and no time-stamp or revocation is
//! looked at: baseline B-B of EN 319 142-1, 6.

mod assess;
mod chain;
mod cms;
mod file;
mod foreign;
mod form;
mod lex;
mod range;
mod report;
mod revision;

use chrono::{DateTime, Utc};

pub use report::{
    CertificateValid, Change, Code, Coverage, Finding, LaterChanges, Part, Report, SignatureReport,
    Trust, Unreadable, Verdict,
};

use assess::assess;
use file::File;
use foreign::Lenient;

/// Larger files are not read.
const MAX_BYTES: usize = 256 << 20;

/// What the signatures of the file are worth at this moment. `at` decides only whether a signature
/// claims to be from the future and whether a certificate is valid now.
pub fn verify(pdf: &[u8], at: DateTime<Utc>) -> Result<Report, Unreadable> {
    if pdf.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let strict = File::open(pdf).and_then(|file| assess(pdf, &file, true, at));
    match strict {
        Some(report) => Ok(report),
        None => assess(pdf, &Lenient::open(pdf)?, false, at).ok_or(Unreadable::Damaged),
    }
}
