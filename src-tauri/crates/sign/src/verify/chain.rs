//! The embedded certificates: which of them the signature proves, and how far the issuers reach.
//!
//! Every byte of an embedded certificate has to be proved: by a hash in signing-certificate-v2
//! (RFC 5035, 4), or by the signature of its issuer over it, whose key the issuer's certificate
//! holds, or by its own signature (RFC 5280, 4.1.1.3). The key that made a signature says nothing
//! about the other bytes of the certificate that carries it, so the last one of a chain needs a
//! hash unless it signs itself. Nothing here is held against a list of trusted issuers.

use cms::signed_data::SignerIdentifier;
use der::Encode;
use openssl::x509::X509;
use x509_cert::Certificate;
use x509_cert::ext::pkix::BasicConstraints;

use super::cms::fingerprint;
use super::report::{Code, Trust};
use crate::certificate::CertificateInfo;

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

    fn signs(&self, other: &Self) -> bool {
        let issuer = &other.certificate.tbs_certificate.issuer;
        self.certificate.tbs_certificate.subject == *issuer
            && self.x509.public_key().and_then(|key| other.x509.verify(&key)).unwrap_or(false)
    }

    /// May issue certificates (RFC 5280, 4.2.1.9).
    fn is_authority(&self) -> bool {
        let constraints = self.certificate.tbs_certificate.get::<BasicConstraints>();
        matches!(constraints, Ok(Some((_, constraints))) if constraints.ca)
    }

    fn subject(&self) -> String {
        CertificateInfo::of(self.certificate).map(|info| info.subject_cn).unwrap_or_default()
    }
}

/// Follows the chain from the leaf on. Certificates outside of it, or unproved, get a code.
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
            !used.contains(at) && candidate.is_authority() && candidate.signs(current)
        });
        if let Some((at, _)) = issuer {
            used.push(at);
            continue;
        }
        if !current.is_hashed {
            codes.push(Code::UnprovedCertificate { subject: current.subject() });
        }
        break;
    }
    let unused = links.iter().enumerate().filter(|(at, _)| !used.contains(at));
    codes.extend(unused.map(|(_, link)| Code::UnusedCertificate { subject: link.subject() }));
    (trust, codes)
}
