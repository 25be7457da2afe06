//! Key files: what opens, what does not and why, and what a certificate says about itself.

#![cfg(test)]

mod support;

use openssl::asn1::{Asn1Integer, Asn1Object, Asn1OctetString, Asn1Time};
use openssl::bn::BigNum;
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkcs12::Pkcs12;
use openssl::pkey::{Id, PKey, Private};
use openssl::rsa::Rsa;
use openssl::stack::Stack;
use openssl::x509::extension::{BasicConstraints, KeyUsage};
use openssl::x509::{X509, X509Extension, X509NameBuilder};
use sitzungsbuch_sign::sample::{self, Kind};
use sitzungsbuch_sign::{Key, SignError, sign, verify};
use support::{PASSWORD, at, clerk, keys, open, unsigned};

const LEGACY: &[u8] = include_bytes!("data/legacy.p12");

fn error(bytes: &[u8], password: &str) -> Option<SignError> {
    Key::open(bytes, password).err()
}

#[test]
fn a_wrong_password_is_called_so() {
    let keys = keys(Kind::P256);
    for file in [keys.files[0].as_slice(), LEGACY] {
        for password in ["", "Muster", "muster ", "müster", "mus\0ter", "muster\0"] {
            assert_eq!(error(file, password), Some(SignError::WrongPassword), "{password:?}");
        }
        assert!(error(file, PASSWORD).is_none());
    }
}

#[test]
fn passwords_of_any_characters_open() {
    for password in ["", "grüße", "\u{20AC}\u{1F511}", " "] {
        let keys = sample::keys(&["Jörg Weiß"], Kind::P256, password, at(8)).unwrap();
        let key = Key::open(&keys.files[0], password).expect("opens");
        assert_eq!(key.certificate().subject_cn, "MUSTER Jörg Weiß");
    }
}

#[test]
fn half_a_key_file_is_called_so() {
    assert_eq!(error(include_bytes!("data/no-key.p12"), PASSWORD), Some(SignError::NoKey));
    let file = include_bytes!("data/no-certificate.p12");
    assert_eq!(error(file, PASSWORD), Some(SignError::NoCertificate));
}

#[test]
fn a_damaged_key_file_never_panics() {
    let keys = keys(Kind::P256);
    for file in [keys.files[0].as_slice(), LEGACY] {
        for length in 0..file.len() {
            if length % 7 == 0 {
                assert!(error(&file[..length], PASSWORD).is_some());
            }
        }
        for place in (0..file.len()).step_by(23) {
            let mut changed = file.to_vec();
            changed[place] ^= 0x55;
            let _ = Key::open(&changed, PASSWORD);
        }
    }
}

#[test]
fn a_sample_certificate_says_what_it_is() {
    let keys = keys(Kind::Rsa2048);
    let key = open(&keys.files[0]);
    let info = key.certificate();
    assert_eq!(info.subject_cn, "MUSTER Malte Siebrecht");
    assert_eq!(info.issuer_cn, sample::AUTHORITY);
    assert_eq!(info.serial.len(), 11);
    assert_eq!(info.not_before, at(8));
    assert_eq!(info.not_after - info.not_before, chrono::TimeDelta::hours(24));
    assert!(!info.qualified);
    assert!(info.is_sample());
}

/// A certificate of its own authority with these extensions, as a key file.
fn made(key: &PKey<Private>, extensions: Vec<X509Extension>) -> Vec<u8> {
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_nid(Nid::COMMONNAME, "Wendelin Grau").unwrap();
    let name = name.build();
    let number = BigNum::from_u32(0x8A07_9CE1).unwrap();
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    builder.set_serial_number(&Asn1Integer::from_bn(&number).unwrap()).unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_pubkey(key).unwrap();
    builder.set_not_before(&Asn1Time::from_unix(at(8).timestamp()).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::from_unix(at(20).timestamp()).unwrap()).unwrap();
    for extension in extensions {
        builder.append_extension(extension).unwrap();
    }
    let digest =
        if key.id() == Id::ED25519 { MessageDigest::null() } else { MessageDigest::sha256() };
    builder.sign(key, digest).unwrap();
    let certificate = builder.build();
    let mut file = Pkcs12::builder();
    file.pkey(key).cert(&certificate);
    file.build2(PASSWORD).unwrap().to_der().unwrap()
}

fn rsa(bits: u32) -> PKey<Private> {
    PKey::from_rsa(Rsa::generate(bits).unwrap()).unwrap()
}

fn extension(oid: &str, value: &[u8]) -> X509Extension {
    let oid = Asn1Object::from_str(oid).unwrap();
    X509Extension::new_from_der(&oid, false, &Asn1OctetString::new_from_bytes(value).unwrap())
        .unwrap()
}

/// A statement: 0.4.0.1862.1.n, for the types with the one type 0.4.0.1862.1.6.n.
fn statement(number: u8, kind: Option<u8>) -> Vec<u8> {
    let mut inner = vec![0x06, 0x06, 0x04, 0x00, 0x8E, 0x46, 0x01, number];
    if let Some(kind) = kind {
        inner.extend([0x30, 0x09, 0x06, 0x07, 0x04, 0x00, 0x8E, 0x46, 0x01, 0x06, kind]);
    }
    [vec![0x30, u8::try_from(inner.len()).unwrap()], inner].concat()
}

#[test]
fn only_a_certificate_that_says_so_is_qualified() {
    let key = rsa(2048);
    let cases = [
        (vec![statement(1, None), statement(4, None)], true),
        (vec![statement(1, None), statement(4, None), statement(6, Some(1))], true),
        // For seals (2), not for signatures.
        (vec![statement(1, None), statement(4, None), statement(6, Some(2))], false),
        (vec![statement(1, None)], false),
        (vec![statement(4, None)], false),
        (vec![], false),
    ];
    for (statements, expected) in cases {
        let all = statements.concat();
        let value = [vec![0x30, u8::try_from(all.len()).unwrap()], all].concat();
        let file = made(&key, vec![extension("1.3.6.1.5.5.7.1.3", &value)]);
        let opened = open(&file);
        let info = opened.certificate();
        assert_eq!(info.qualified, expected);
        assert_eq!(info.serial, "8A 07 9C E1");
        assert!(!info.is_sample());
        let pdf = sign(&unsigned(), &clerk(at(10)), &opened).unwrap();
        // "Qualifizierte" in the codes of this file.
        let word = b"003200560042004D004A0047004A005B004A00460053005500460001";
        assert_eq!(support::position(&pdf, word).is_some(), expected);
    }
}

/// A certificate of `key` with this issuer (name and key), and whether it may issue others.
fn issued(names: [&str; 2], key: &PKey<Private>, issuer: &PKey<Private>, authority: bool) -> X509 {
    let [subject, above] = names.map(|common| {
        let mut name = X509NameBuilder::new().unwrap();
        name.append_entry_by_nid(Nid::COMMONNAME, common).unwrap();
        name.build()
    });
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    let number = BigNum::from_u32(0x4A07_9CE1).unwrap();
    builder.set_serial_number(&Asn1Integer::from_bn(&number).unwrap()).unwrap();
    builder.set_subject_name(&subject).unwrap();
    builder.set_issuer_name(&above).unwrap();
    builder.set_pubkey(key).unwrap();
    builder.set_not_before(&Asn1Time::from_unix(at(8).timestamp()).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::from_unix(at(20).timestamp()).unwrap()).unwrap();
    if authority {
        let constraints = BasicConstraints::new().critical().ca().build().unwrap();
        builder.append_extension(constraints).unwrap();
    }
    builder.sign(issuer, MessageDigest::sha256()).unwrap();
    builder.build()
}

/// What verifying says of a file signed with a key below a middle authority, whose certificate
/// names its issuer in another case than that names itself.
fn signed_below(middle: X509, leaf: &X509, key: &PKey<Private>) -> verify::Report {
    let mut above = Stack::new().unwrap();
    above.push(middle).unwrap();
    let mut file = Pkcs12::builder();
    file.pkey(key).cert(leaf).ca(above);
    let key = open(&file.build2(PASSWORD).unwrap().to_der().unwrap());
    let pdf = sign(&unsigned(), &clerk(at(10)), &key).unwrap();
    verify::verify(&pdf, at(10).to_utc()).unwrap()
}

#[test]
fn a_file_signed_with_a_chain_that_ends_below_its_root_is_good() {
    let [root, middle, own] = [rsa(2048), rsa(2048), rsa(2048)];
    let leaf = issued(["Wendelin Grau", "ZWISCHENSTELLE"], &own, &middle, false);
    // An issuer that may not issue is left out: the file would not be good with it.
    for authority in [true, false] {
        let above = issued(["Zwischenstelle", "Wurzel"], &middle, &root, authority);
        let report = signed_below(above, &leaf, &own);
        assert_eq!(report.findings, [], "{authority}");
        assert_eq!(report.signatures[0].trust, verify::Trust::UnknownIssuer);
    }
}

#[test]
fn keys_that_may_not_sign_are_refused() {
    let small = made(&rsa(1024), vec![]);
    assert!(matches!(error(&small, PASSWORD), Some(SignError::UnsupportedKey { .. })));
    let edwards = made(&PKey::generate_ed25519().unwrap(), vec![]);
    assert!(matches!(error(&edwards, PASSWORD), Some(SignError::UnsupportedKey { .. })));
    let usage = KeyUsage::new().critical().key_encipherment().build().unwrap();
    let sealed = made(&rsa(2048), vec![usage]);
    assert_eq!(error(&sealed, PASSWORD), Some(SignError::NotForSigning));
}

#[test]
fn a_chain_that_does_not_fit_is_refused() {
    let large = [vec![0x04, 0x82, 0x50, 0x00], vec![7; 0x5000]].concat();
    let key = open(&made(&rsa(2048), vec![extension("1.3.6.1.4.1.99999.1", &large)]));
    let result = sign(&unsigned(), &clerk(at(10)), &key);
    assert!(matches!(result, Err(SignError::TooLarge { reserved: 16_384, .. })));
}
