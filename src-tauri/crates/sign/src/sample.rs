//! Throwaway keys for demonstrations and tests: a sample authority and certificates below it, all
//! called "MUSTER" and valid for 24 hours. Random by nature; nothing of it is stored here.

use chrono::{DateTime, FixedOffset};
use openssl::asn1::{Asn1Integer, Asn1Time};
use openssl::bn::BigNum;
use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkcs12::Pkcs12;
use openssl::pkey::{PKey, Private};
use openssl::rsa::Rsa;
use openssl::stack::Stack;
use openssl::x509::extension::{
    AuthorityKeyIdentifier, BasicConstraints, KeyUsage, SubjectKeyIdentifier,
};
use openssl::x509::{X509, X509Builder, X509Name, X509NameBuilder, X509Ref};

use crate::error::SignError;

/// Common name of the sample authority.
pub const AUTHORITY: &str = "MUSTER Beispiel-CA";
const VALIDITY_SECONDS: i64 = 24 * 60 * 60;

/// Which kind of key a sample certificate gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// RSA with 2048 bits.
    Rsa2048,
    /// ECDSA over P-256.
    P256,
    /// ECDSA over P-384.
    P384,
}

/// Keys below one sample authority.
pub struct Keys {
    /// Certificate of the authority as DER, the one to trust in a check.
    pub authority: Vec<u8>,
    /// The same as PEM.
    pub authority_pem: Vec<u8>,
    /// One PKCS#12 file per name, in the order of the names.
    pub files: Vec<Vec<u8>>,
}

/// A sample authority and one key file per name, all valid for 24 hours from `now`. The holder of
/// a certificate is called "MUSTER" and the name.
pub fn keys(
    names: &[&str],
    kind: Kind,
    password: &str,
    now: DateTime<FixedOffset>,
) -> Result<Keys, SignError> {
    make(names, kind, password, now).map_err(|_| SignError::crypto("sample keys"))
}

/// An issuer while certificates are made.
struct Authority {
    key: PKey<Private>,
    certificate: X509,
}

fn make(
    names: &[&str],
    kind: Kind,
    password: &str,
    now: DateTime<FixedOffset>,
) -> Result<Keys, ErrorStack> {
    let key = private(Kind::P256)?;
    let certificate = authority(&key, now)?;
    let issuer = Authority { key, certificate };
    let files = names.iter().map(|name| file(name, kind, password, now, &issuer));
    Ok(Keys {
        authority: issuer.certificate.to_der()?,
        authority_pem: issuer.certificate.to_pem()?,
        files: files.collect::<Result<_, _>>()?,
    })
}

fn private(kind: Kind) -> Result<PKey<Private>, ErrorStack> {
    let curve = match kind {
        Kind::Rsa2048 => return PKey::from_rsa(Rsa::generate(2048)?),
        Kind::P256 => Nid::X9_62_PRIME256V1,
        Kind::P384 => Nid::SECP384R1,
    };
    let group = EcGroup::from_curve_name(curve)?;
    PKey::from_ec_key(EcKey::generate(&group)?)
}

/// What all certificates have in common: version 3, a short random number, the time.
fn blank(
    subject: &X509Name,
    issuer: &X509Name,
    key: &PKey<Private>,
    now: DateTime<FixedOffset>,
) -> Result<X509Builder, ErrorStack> {
    // Four bytes as in the design; the first is neither zero nor negative.
    let mut serial = [0_u8; 4];
    openssl::rand::rand_bytes(&mut serial)?;
    if let Some(first) = serial.first_mut() {
        *first = (*first & 0x3F) | 0x40;
    }
    let number = BigNum::from_slice(&serial)?;
    let serial = Asn1Integer::from_bn(&number)?;
    let start = Asn1Time::from_unix(now.timestamp())?;
    let end = Asn1Time::from_unix(now.timestamp().saturating_add(VALIDITY_SECONDS))?;
    let mut builder = X509::builder()?;
    builder.set_version(2)?;
    builder.set_serial_number(&serial)?;
    builder.set_subject_name(subject)?;
    builder.set_issuer_name(issuer)?;
    builder.set_pubkey(key)?;
    builder.set_not_before(&start)?;
    builder.set_not_after(&end)?;
    Ok(builder)
}

fn authority(key: &PKey<Private>, now: DateTime<FixedOffset>) -> Result<X509, ErrorStack> {
    let name = name(AUTHORITY)?;
    let mut builder = blank(&name, &name, key, now)?;
    builder.append_extension(BasicConstraints::new().critical().ca().build()?)?;
    builder.append_extension(KeyUsage::new().critical().key_cert_sign().crl_sign().build()?)?;
    let identifier = SubjectKeyIdentifier::new().build(&builder.x509v3_context(None, None))?;
    builder.append_extension(identifier)?;
    builder.sign(key, MessageDigest::sha256())?;
    Ok(builder.build())
}

fn leaf(
    subject: &str,
    key: &PKey<Private>,
    now: DateTime<FixedOffset>,
    issuer: &Authority,
) -> Result<X509, ErrorStack> {
    let parent: &X509Ref = &issuer.certificate;
    let subject = name(&format!("MUSTER {subject}"))?;
    let mut builder = blank(&subject, &name(AUTHORITY)?, key, now)?;
    builder.append_extension(BasicConstraints::new().critical().build()?)?;
    let usage = KeyUsage::new().critical().digital_signature().non_repudiation().build()?;
    builder.append_extension(usage)?;
    let own = SubjectKeyIdentifier::new().build(&builder.x509v3_context(Some(parent), None))?;
    builder.append_extension(own)?;
    let context = builder.x509v3_context(Some(parent), None);
    let above = AuthorityKeyIdentifier::new().keyid(true).build(&context)?;
    builder.append_extension(above)?;
    builder.sign(&issuer.key, MessageDigest::sha256())?;
    Ok(builder.build())
}

/// A PKCS#12 file with key, certificate and authority, encrypted with AES-256.
fn file(
    subject: &str,
    kind: Kind,
    password: &str,
    now: DateTime<FixedOffset>,
    issuer: &Authority,
) -> Result<Vec<u8>, ErrorStack> {
    let key = private(kind)?;
    let certificate = leaf(subject, &key, now, issuer)?;
    let mut above = Stack::new()?;
    above.push(issuer.certificate.clone())?;
    let mut builder = Pkcs12::builder();
    builder.pkey(&key).cert(&certificate).ca(above);
    builder.build2(password)?.to_der()
}

fn name(common: &str) -> Result<X509Name, ErrorStack> {
    let mut builder = X509NameBuilder::new()?;
    builder.append_entry_by_nid(Nid::COMMONNAME, common)?;
    Ok(builder.build())
}
