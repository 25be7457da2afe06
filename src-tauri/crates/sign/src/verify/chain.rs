//! The embedded certificates: which of them the signature proves, and how far the issuers reach.
//!
//! Every byte of an embedded certificate has to be proved by a hash in signing-certificate-v2
//! (RFC 5035, 4). The signature of its issuer does not prove them: an ECDSA signature has a twin
//! that anybody can compute, and the last one of a chain may have no issuer in the file. Nothing
//! here is held against a list of trusted issuers.

use std::cmp::Ordering;

use cms::signed_data::SignerIdentifier;
use der::Encode;
use openssl::x509::X509;
use x509_cert::Certificate;

use super::cms::fingerprint;
use super::report::{Code, Trust};
use crate::certificate::{CertificateInfo, is_authority};

/// An embedded certificate.
pub(super) struct Link<'a> {
    pub(super) certificate: &'a Certificate,
    pub(super) x509: X509,
    pub(super) hash: Vec<u8>,
    /// Its hash stands in the attribute signing-certificate-v2.
    is_hashed: bool,
}

impl<'a> Link<'a> {
    /// `None` if one of the two libraries does not read it.
    pub(super) fn new(certificate: &'a Certificate, hashes: &[&[u8]]) -> Option<Self> {
        let der = certificate.to_der().ok()?;
        let hash = fingerprint(&der);
        let is_hashed = !hash.is_empty() && hashes.contains(&hash.as_slice());
        Some(Self { certificate, x509: X509::from_der(&der).ok()?, hash, is_hashed })
    }

    /// Issuer and serial number are those of the `sid` (RFC 5652, 10.2.4).
    pub(super) fn is_named_by(&self, sid: &SignerIdentifier) -> bool {
        let SignerIdentifier::IssuerAndSerialNumber(name) = sid else { return false };
        let tbs = &self.certificate.tbs_certificate;
        tbs.issuer == name.issuer && tbs.serial_number == name.serial_number
    }

    /// Names are compared as RFC 5280, 7.1 says: case and kind of string do not count.
    fn signs(&self, other: &Self) -> bool {
        let names = self.x509.subject_name().try_cmp(other.x509.issuer_name());
        names.is_ok_and(Ordering::is_eq)
            && self.x509.public_key().and_then(|key| other.x509.verify(&key)).unwrap_or(false)
    }

    fn subject(&self) -> String {
        CertificateInfo::of(self.certificate).map(|info| info.subject_cn).unwrap_or_default()
    }
}

/// Follows the chain from the leaf on. Certificates outside of it, or unproved, get a code;
/// the leaf gets its own where `cms` binds it to the signature.
pub(super) fn judge(links: &[Link<'_>], leaf: usize) -> (Trust, Vec<Code>) {
    let mut used = vec![leaf];
    let mut trust = Trust::UnknownIssuer;
    let mut codes = Vec::new();
    while let Some(current) = used.last().and_then(|at| links.get(*at)) {
        if current.signs(current) {
            trust = if used.len() == 1 { Trust::SelfSigned } else { Trust::ChainComplete };
            break;
        }
        let issuer = links.iter().enumerate().find(|(at, candidate)| {
            !used.contains(at) && is_authority(candidate.certificate) && candidate.signs(current)
        });
        let Some((at, _)) = issuer else { break };
        used.push(at);
    }
    let unproved = used.iter().skip(1).filter_map(|at| links.get(*at));
    let unproved = unproved.filter(|link| !link.is_hashed);
    codes.extend(unproved.map(|link| Code::UnprovedCertificate { subject: link.subject() }));
    let unused = links.iter().enumerate().filter(|(at, _)| !used.contains(at));
    codes.extend(unused.map(|(_, link)| Code::UnusedCertificate { subject: link.subject() }));
    (trust, codes)
}
