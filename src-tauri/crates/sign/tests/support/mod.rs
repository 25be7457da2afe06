//! What the tests of this crate share: the fixture, keys, requests, and a second opinion on a
//! signature from OpenSSL's own CMS code.
#![allow(dead_code)] // each test binary uses its part

use chrono::{DateTime, FixedOffset, TimeZone};
use openssl::cms::{CMSOptions, CmsContentInfo};
use openssl::x509::X509;
use openssl::x509::store::X509StoreBuilder;
use openssl::x509::verify::X509VerifyParam;
use sitzungsbuch_sign::sample::{self, Keys, Kind};
use sitzungsbuch_sign::{Key, Request};

pub(crate) const PASSWORD: &str = "muster";
pub(crate) const CLERK: &str = "schriftfuehrung";
pub(crate) const CHAIR: &str = "vorsitz";

/// A Niederschrift as `sitzungsbuch-minutes` writes it; all of it is fictional.
pub(crate) fn unsigned() -> Vec<u8> {
    include_bytes!("../data/unsigned.pdf").to_vec()
}

pub(crate) fn at(hour: u32) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(3600).unwrap();
    zone.with_ymd_and_hms(2026, 11, 20, hour, 14, 5).unwrap()
}

pub(crate) fn keys(kind: Kind) -> Keys {
    sample::keys(&["Malte Siebrecht", "Annegret Falkenroth"], kind, PASSWORD, at(8)).unwrap()
}

pub(crate) fn open(bytes: &[u8]) -> Key {
    Key::open(bytes, PASSWORD).expect("a key file of these tests opens")
}

pub(crate) fn clerk(at: DateTime<FixedOffset>) -> Request<'static> {
    Request {
        field: CLERK,
        name: "Malte Siebrecht".to_owned(),
        role: "Schriftführer".to_owned(),
        place: "Wiesenthal".to_owned(),
        at,
    }
}

pub(crate) fn chair(at: DateTime<FixedOffset>) -> Request<'static> {
    Request {
        field: CHAIR,
        name: "Annegret Falkenroth".to_owned(),
        role: "Ausschussvorsitzende".to_owned(),
        place: "Wiesenthal".to_owned(),
        at,
    }
}

pub(crate) fn position(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

pub(crate) fn last_position(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}

/// The four numbers of the last byte range.
pub(crate) fn byte_range(pdf: &[u8]) -> [usize; 4] {
    let start = last_position(pdf, b"/ByteRange[").unwrap() + 11;
    let end = start + pdf[start..].iter().position(|one| *one == b']').unwrap();
    let text = std::str::from_utf8(&pdf[start..end]).unwrap();
    assert_eq!(text.len(), sitzungsbuch_sign::profile::BYTE_RANGE_WIDTH);
    let numbers: Vec<usize> = text.split_whitespace().map(|one| one.parse().unwrap()).collect();
    numbers.try_into().unwrap()
}

/// The last signature: the bytes of `Contents` with their padding, and what it signs.
pub(crate) fn last_signature(pdf: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let [zero, first, second, rest] = byte_range(pdf);
    assert_eq!(zero, 0);
    assert_eq!(second + rest, pdf.len());
    assert_eq!((pdf[first], pdf[second - 1]), (b'<', b'>'));
    let digits = &pdf[first + 1..second - 1];
    assert!(digits.iter().all(|one| matches!(one, b'0'..=b'9' | b'a'..=b'f')));
    let contents = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    (contents, [&pdf[..first], &pdf[second..]].concat())
}

/// Length of a DER element with a two-byte length.
pub(crate) fn der_length(contents: &[u8]) -> usize {
    assert_eq!(&contents[..2], [0x30, 0x82]);
    4 + usize::from(u16::from_be_bytes([contents[2], contents[3]]))
}

/// OpenSSL's judgement of the last signature below this authority, at that moment.
pub(crate) fn openssl_accepts(pdf: &[u8], authority: &[u8], at: DateTime<FixedOffset>) -> bool {
    let (contents, signed) = last_signature(pdf);
    let mut parameters = X509VerifyParam::new().unwrap();
    parameters.set_time(at.timestamp());
    let mut store = X509StoreBuilder::new().unwrap();
    store.add_cert(X509::from_der(authority).unwrap()).unwrap();
    store.set_param(&parameters).unwrap();
    let mut cms = CmsContentInfo::from_der(&contents[..der_length(&contents)]).unwrap();
    let flags = CMSOptions::DETACHED | CMSOptions::BINARY;
    cms.verify(None, Some(&store.build()), Some(&signed), None, flags).is_ok()
}
