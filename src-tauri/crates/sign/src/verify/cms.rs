//! The CMS structure of a signature (RFC 5652; EN 319 122-1, baseline B-B): what it proves, and
//! where it differs from [`crate::profile`]. It sees `Contents` and the covered bytes, no PDF.
//!
//! Invariant: without a code in [`Examined::codes`], every byte of `contents` is either fixed by
//! the profile or bound by the signature; a change of any of them, or of many, gives a code. That
//! is why the structure must encode back to the same bytes.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{Any, ObjectIdentifier, OctetString};
use der::{Decode, Encode, Header, Sequence, SliceReader};
use openssl::hash::{Hasher, MessageDigest, hash};
use openssl::pkey::{Id as KeyKind, PKey, Public};
use openssl::sign::Verifier;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::chain::{Link, judge};
use super::report::{Code, Part, Trust};
use crate::certificate::{CertificateInfo, allows_signing};
use crate::ecdsa::lower;
use crate::profile;

const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
/// PKCS#1 v1.5 under its names (RFC 8017, appendix C).
const RSA_PKCS1: [&str; 4] = [
    "1.2.840.113549.1.1.1",
    "1.2.840.113549.1.1.11",
    "1.2.840.113549.1.1.12",
    "1.2.840.113549.1.1.13",
];
/// ECDSA with SHA-2 (RFC 5754, 3.3).
const ECDSA: [&str; 3] = ["1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4"];

/// What a CMS structure proves.
#[derive(Debug)]
pub(super) struct Examined {
    pub(super) certificate: Option<CertificateInfo>,
    pub(super) intact: bool,
    pub(super) valid: bool,
    pub(super) trust: Trust,
    pub(super) codes: Vec<Code>,
}

impl Examined {
    /// Nothing is known.
    pub(super) fn nothing(code: Code) -> Self {
        Self {
            certificate: None,
            intact: false,
            valid: false,
            trust: Trust::NoCertificate,
            codes: vec![code],
        }
    }

    fn require(&mut self, holds: bool, code: Code) {
        if !holds && !self.codes.contains(&code) {
            self.codes.push(code);
        }
    }

    fn require_profile(&mut self, holds: bool, part: Part) {
        self.require(holds, Code::ForeignProfile { part });
    }
}

/// `ESSCertIDv2` (RFC 5035, 4).
#[derive(Sequence)]
struct EssCertIdV2 {
    #[asn1(optional = "true")]
    hash_algorithm: Option<AlgorithmIdentifierOwned>,
    cert_hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<Any>,
}

/// `SigningCertificateV2` (RFC 5035, 3).
#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

/// Reads `contents` and checks it against the covered bytes.
pub(super) fn examine(contents: &[u8], covered: [&[u8]; 2]) -> Examined {
    let Some((der, padding)) = split(contents) else {
        return Examined::nothing(Code::UnreadableCms);
    };
    let Some((signed_data, is_der)) = decode(der) else {
        return Examined::nothing(Code::UnreadableCms);
    };
    let [signer] = signed_data.signer_infos.0.as_slice() else {
        return Examined::nothing(Code::ForeignProfile { part: Part::SignedData });
    };
    let mut examined = Examined {
        certificate: None,
        intact: intact(signer, covered),
        valid: false,
        trust: Trust::NoCertificate,
        codes: Vec::new(),
    };
    examined.require(is_der, Code::UnreadableCms);
    examined.require(padding.iter().all(|byte| *byte == 0), Code::WrongContents);
    examined.require(examined.intact, Code::NotIntact);
    hold_signed_data(&mut examined, &signed_data);
    hold_signer(&mut examined, signer);
    prove(&mut examined, &signed_data, signer);
    examined
}

/// The DER structure at the start, and what stands behind it.
fn split(contents: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = SliceReader::new(contents).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let length = (header.encoded_len().ok()? + header.length).ok()?;
    contents.split_at_checked(usize::try_from(length).ok()?)
}

/// The structure, and whether it encodes back to the same bytes.
fn decode(der: &[u8]) -> Option<(SignedData, bool)> {
    let info = ContentInfo::from_der(der).ok()?;
    let signed_data: SignedData = info.content.decode_as().ok()?;
    let again = ContentInfo {
        content_type: profile::ID_SIGNED_DATA,
        content: Any::encode_from(&signed_data).ok()?,
    };
    let is_der = again.to_der().is_ok_and(|again| again == der);
    Some((signed_data, is_der))
}

fn digest_of(algorithm: &AlgorithmIdentifierOwned) -> Option<MessageDigest> {
    match algorithm.oid {
        profile::SHA_256 => Some(MessageDigest::sha256()),
        SHA_384 => Some(MessageDigest::sha384()),
        SHA_512 => Some(MessageDigest::sha512()),
        _ => None,
    }
}

/// The single value of a signed attribute.
fn attribute(signer: &SignerInfo, oid: ObjectIdentifier) -> Option<&Any> {
    let attributes = signer.signed_attrs.as_ref()?;
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let (Some(attribute), None) = (found.next(), found.next()) else { return None };
    if let [value] = attribute.values.as_slice() { Some(value) } else { None }
}

/// The digest of the covered bytes is the one of message-digest (RFC 5652, 5.4 and 11.2).
fn intact(signer: &SignerInfo, covered: [&[u8]; 2]) -> bool {
    let expected = attribute(signer, profile::MESSAGE_DIGEST)
        .and_then(|value| value.decode_as::<OctetString>().ok());
    let actual = digest_of(&signer.digest_alg).and_then(|algorithm| {
        let mut hasher = Hasher::new(algorithm).ok()?;
        for part in covered {
            hasher.update(part).ok()?;
        }
        hasher.finish().ok()
    });
    match (expected, actual) {
        (Some(expected), Some(actual)) => expected.as_bytes() == &*actual,
        _ => false,
    }
}

fn is_sha_256(algorithm: &AlgorithmIdentifierOwned) -> bool {
    algorithm.oid == profile::SHA_256 && algorithm.parameters.is_none()
}

/// `SignedData` as the profile writes it (RFC 5652, 5.1).
fn hold_signed_data(examined: &mut Examined, data: &SignedData) {
    let algorithms = data.digest_algorithms.as_slice();
    let holds = data.version == CmsVersion::V1
        && matches!(algorithms, [one] if is_sha_256(one))
        && data.encap_content_info.econtent_type == profile::ID_DATA
        && data.encap_content_info.econtent.is_none()
        && data.crls.is_none();
    examined.require_profile(holds, Part::SignedData);
}

/// `SignerInfo` and its attributes as the profile writes them (RFC 5652, 5.3).
fn hold_signer(examined: &mut Examined, signer: &SignerInfo) {
    let holds = signer.version == CmsVersion::V1
        && matches!(signer.sid, SignerIdentifier::IssuerAndSerialNumber(_))
        && is_sha_256(&signer.digest_alg);
    examined.require_profile(holds, Part::SignerInfo);
    let three = signer.signed_attrs.as_ref().is_some_and(|all| all.len() == 3);
    let content_type = attribute(signer, profile::CONTENT_TYPE)
        .and_then(|value| value.decode_as::<ObjectIdentifier>().ok());
    let signing_certificate = signing_certificate(signer).is_some_and(|value| {
        value.policies.is_none()
            && value.certs.iter().all(|one| {
                one.hash_algorithm.is_none()
                    && one.issuer_serial.is_none()
                    && one.cert_hash.as_bytes().len() == 32
            })
    });
    let holds = three
        && content_type == Some(profile::ID_DATA)
        && attribute(signer, profile::MESSAGE_DIGEST).is_some()
        && signing_certificate
        && signer.unsigned_attrs.is_none();
    examined.require_profile(holds, Part::Attributes);
}

fn signing_certificate(signer: &SignerInfo) -> Option<SigningCertificateV2> {
    attribute(signer, profile::SIGNING_CERTIFICATE_V2)?.decode_as().ok()
}

/// The certificates, the chain, and the signature over the attributes.
fn prove(examined: &mut Examined, data: &SignedData, signer: &SignerInfo) {
    let bound = signing_certificate(signer);
    let hashes: Vec<&[u8]> =
        bound.iter().flat_map(|value| &value.certs).filter_map(sha_256).collect();
    let mut links = Vec::new();
    for choice in data.certificates.iter().flat_map(|set| set.0.iter()) {
        let CertificateChoices::Certificate(certificate) = choice else {
            examined.require_profile(false, Part::SignedData);
            continue;
        };
        match Link::new(certificate, &hashes) {
            Some(link) => links.push(link),
            None => examined.require(false, Code::UnreadableCms),
        }
    }
    let Some(leaf) = links.iter().position(|link| link.is_named_by(&signer.sid)) else {
        examined.require(false, Code::NoSignerCertificate);
        return;
    };
    let (trust, codes) = judge(&links, leaf);
    examined.trust = trust;
    examined.codes.extend(codes);
    let Some(leaf) = links.get(leaf) else { return };
    let is_bound = hashes.first().is_some_and(|hash| *hash == leaf.hash);
    examined.require(is_bound, Code::NoSignerCertificate);
    examined.certificate = CertificateInfo::of(leaf.certificate);
    examined.require(examined.certificate.is_some(), Code::UnreadableCms);
    examined.require(allows_signing(leaf.certificate), Code::NotForSigning);
    match leaf.x509.public_key() {
        Ok(key) => {
            let right = verify_attributes(examined, signer, &key);
            examined.valid = right && (bound.is_none() || is_bound);
            examined.require(right, Code::NotValid);
        }
        Err(_) => examined.require(false, Code::UnsupportedAlgorithm),
    }
}

/// The hash of an `ESSCertIDv2` with SHA-256, the default of its algorithm.
fn sha_256(id: &EssCertIdV2) -> Option<&[u8]> {
    let algorithm = id.hash_algorithm.as_ref();
    algorithm.is_none_or(|one| one.oid == profile::SHA_256).then(|| id.cert_hash.as_bytes())
}

/// Whether the signature over the attributes, as a SET OF, is right (RFC 5652, 5.4 and 5.6).
fn verify_attributes(examined: &mut Examined, signer: &SignerInfo, key: &PKey<Public>) -> bool {
    let name = signer.signature_algorithm.oid.to_string();
    let (kind, oid, parameters, bits) = if RSA_PKCS1.contains(&name.as_str()) {
        (KeyKind::RSA, profile::SHA256_WITH_RSA, Some(Any::null()), 2048)
    } else if ECDSA.contains(&name.as_str()) {
        (KeyKind::EC, profile::ECDSA_WITH_SHA256, None, 256)
    } else {
        examined.require(false, Code::UnsupportedAlgorithm);
        return false;
    };
    let expected = AlgorithmIdentifierOwned { oid, parameters };
    examined.require_profile(signer.signature_algorithm == expected, Part::SignerInfo);
    examined.require(key.bits() >= bits, Code::WeakKey);
    let (Some(digest), true) = (digest_of(&signer.digest_alg), key.id() == kind) else {
        examined.require(false, Code::UnsupportedAlgorithm);
        return false;
    };
    examined.require_profile(is_lower(signer.signature.as_bytes(), key), Part::SignerInfo);
    let attributes = signer.signed_attrs.as_ref().and_then(|attributes| attributes.to_der().ok());
    attributes.is_some_and(|attributes| {
        Verifier::new(digest, key)
            .and_then(|mut verifier| {
                verifier.verify_oneshot(signer.signature.as_bytes(), &attributes)
            })
            .unwrap_or(false)
    })
}

/// Whether it is the spelling of the profile; for RSA there is only one.
fn is_lower(signature: &[u8], key: &PKey<Public>) -> bool {
    let Ok(key) = key.ec_key() else { return true };
    lower(signature, key.group()).is_ok_and(|lower| lower == signature)
}

/// SHA-256 of some bytes; empty if the library fails, which no hash equals.
pub(super) fn fingerprint(bytes: &[u8]) -> Vec<u8> {
    hash(MessageDigest::sha256(), bytes).map(|hash| hash.to_vec()).unwrap_or_default()
}
