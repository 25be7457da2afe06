//! Keys and certificates of fictional people, made for one test.

use openssl::asn1::Asn1Time;
use openssl::bn::BigNum;
use openssl::ec::{EcGroup, EcKey};
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkey::{PKey, Private};
use openssl::rsa::Rsa;
use openssl::x509::extension::{BasicConstraints, KeyUsage};
use openssl::x509::{X509, X509NameBuilder};
use std::sync::atomic::{AtomicU32, Ordering};

/// A key with its certificate.
#[derive(Clone)]
pub(crate) struct Identity {
    pub(crate) key: PKey<Private>,
    pub(crate) certificate: X509,
}

/// How a certificate departs from that of a signer.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wish<'a> {
    pub(crate) issuer: Option<&'a Identity>,
    pub(crate) authority: bool,
    pub(crate) not_for_signing: bool,
    pub(crate) days_ago: Option<u32>,
}

/// An ECDSA key that certifies itself.
pub(crate) fn ecdsa(name: &str) -> Identity {
    issue(name, ecdsa_key(), Wish::default())
}

/// An RSA key that certifies itself.
pub(crate) fn rsa(name: &str, bits: u32) -> Identity {
    issue(name, rsa_key(bits), Wish::default())
}

pub(crate) fn rsa_key(bits: u32) -> PKey<Private> {
    PKey::from_rsa(Rsa::generate(bits).expect("rsa")).expect("key")
}

pub(crate) fn ecdsa_key() -> PKey<Private> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).expect("curve");
    PKey::from_ec_key(EcKey::generate(&group).expect("ec")).expect("key")
}

/// A certificate as wished, valid for two days around the moment of [`super::forge::moment`]
/// unless it is to lie in the past.
pub(crate) fn issue(name: &str, key: PKey<Private>, wish: Wish<'_>) -> Identity {
    static SERIAL: AtomicU32 = AtomicU32::new(0x4A07_9CE1);
    let mut subject = X509NameBuilder::new().expect("name");
    subject.append_entry_by_text("CN", name).expect("name");
    let subject = subject.build();
    let mut builder = X509::builder().expect("builder");
    builder.set_version(2).expect("version");
    let serial = BigNum::from_u32(SERIAL.fetch_add(1, Ordering::Relaxed)).expect("serial");
    builder.set_serial_number(&serial.to_asn1_integer().expect("serial")).expect("serial");
    builder.set_subject_name(&subject).expect("subject");
    let issuer = wish.issuer.map_or(&*subject, |issuer| issuer.certificate.subject_name());
    builder.set_issuer_name(issuer).expect("issuer");
    builder.set_pubkey(&key).expect("key");
    let start = super::forge::moment().timestamp() - 86_400;
    let start = start - i64::from(wish.days_ago.unwrap_or(0)) * 86_400;
    let time = |seconds| Asn1Time::from_unix(seconds).expect("time");
    builder.set_not_before(&time(start)).expect("time");
    builder.set_not_after(&time(start + 2 * 86_400)).expect("time");
    let mut constraints = BasicConstraints::new();
    constraints.critical();
    if wish.authority {
        constraints.ca();
    }
    builder.append_extension(constraints.build().expect("constraints")).expect("constraints");
    let mut usage = KeyUsage::new();
    usage.critical();
    if wish.authority {
        usage.key_cert_sign();
    } else if wish.not_for_signing {
        usage.key_encipherment();
    } else {
        usage.non_repudiation();
    }
    builder.append_extension(usage.build().expect("usage")).expect("usage");
    let signer = wish.issuer.map_or(&key, |issuer| &issuer.key);
    builder.sign(signer, MessageDigest::sha256()).expect("signature");
    Identity { certificate: builder.build(), key }
}
