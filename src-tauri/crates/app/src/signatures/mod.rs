//! Signing and verifying, in German: what a refusal and what a finding mean, and what to do.
//!
//! The work itself is done in the crate `sign`, which knows no committee. Keys and passwords pass
//! through and are kept nowhere. Nothing here reads a clock: the moment comes in.

mod refusal;
mod report;

pub use report::{describe, signed_words};
pub use sitzungsbuch_sign::verify::Report;
pub use sitzungsbuch_sign::{Key, Request};

use crate::conformity;
use crate::documents::{CHAIR_FIELD, CLERK_FIELD, COSIGNER_FIELD, ZONE};
use crate::error::ApiError;
use crate::messages;
use chrono::{DateTime, FixedOffset, Offset, Utc};
use refusal::{refused, unreadable};
use sitzungsbuch_sign::sample::{self, Kind};
use sitzungsbuch_sign::verify::Verdict;
use std::fmt::Write as _;
use zeroize::Zeroizing;

/// Opens a key file (PKCS#12).
pub fn open_key(bytes: &[u8], password: &str) -> Result<Key, ApiError> {
    Key::open(bytes, password).map_err(|why| refused(&why))
}

/// Signs a field; the input stays as it is, the signed file is returned. What comes out is checked
/// together with what went in: a file that breaks PDF/A or PDF/UA is given to nobody.
pub fn sign(pdf: &[u8], request: &Request<'_>, key: &Key) -> Result<Vec<u8>, ApiError> {
    let signed = sitzungsbuch_sign::sign(pdf, request, key).map_err(|why| refused(&why))?;
    conformity::demand(&signed)?;
    Ok(signed)
}

/// What the signatures of a file are worth.
pub fn verify(pdf: &[u8], at: DateTime<Utc>) -> Result<Report, ApiError> {
    sitzungsbuch_sign::verify(pdf, at).map_err(unreadable)
}

/// Whether nothing stands against the file. An unknown issuer alone does not.
pub fn good(report: &Report) -> bool {
    report.verdict == Verdict::Good
}

/// The moment of signing as it stands in a field: civil time of the body with its offset.
pub fn moment(now: DateTime<Utc>) -> DateTime<FixedOffset> {
    let local = now.with_timezone(&ZONE);
    let offset = local.offset().fix();
    local.with_timezone(&offset)
}

/// The role that signs in a field of a Niederschrift, where nobody named one.
pub fn role(field: &str) -> &'static str {
    match field {
        CLERK_FIELD => "Schriftführung",
        _ if number(field, CHAIR_FIELD).is_some() => "Vorsitz",
        _ if number(field, COSIGNER_FIELD).is_some() => "Mitunterzeichnung",
        _ => "",
    }
}

/// Which of several chairs, or of those who sign besides, a field is for; 1 for the first.
fn number(field: &str, kind: &str) -> Option<u16> {
    match field.strip_suffix(kind)? {
        "" => Some(1),
        number => number.strip_suffix('-')?.parse().ok(),
    }
}

/// Throwaway keys below one throwaway authority, all called "MUSTER" and valid for 24 hours.
pub struct SampleKeys {
    /// Certificate of the authority (PEM), the one to trust in a check.
    pub authority: Vec<u8>,
    /// One key file (PKCS#12) per name, in the order of the names.
    pub files: Vec<Vec<u8>>,
    /// Password of all of them.
    pub password: Zeroizing<String>,
}

/// Makes throwaway keys with a random password.
pub fn sample_keys(names: &[&str], now: DateTime<Utc>) -> Result<SampleKeys, ApiError> {
    let mut random = Zeroizing::new([0_u8; 12]);
    getrandom::fill(random.as_mut_slice()).map_err(|_| messages::internal())?;
    let mut password = Zeroizing::new(String::with_capacity(2 * random.len()));
    for byte in random.iter() {
        let _ = write!(password, "{byte:02x}");
    }
    let keys = sample::keys(names, Kind::Rsa2048, &password, moment(now));
    let keys = keys.map_err(|why| refused(&why))?;
    Ok(SampleKeys { authority: keys.authority_pem, files: keys.files, password })
}

/// Civil time for people.
fn civil(at: DateTime<Utc>) -> String {
    moment(at).format("%d.%m.%Y, %H:%M Uhr").to_string()
}

/// A foreign text without control characters.
fn plain(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect()
}
