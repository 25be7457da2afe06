//! The private key of a signer and its certificates, out of a PKCS#12 file (RFC 7292).
//!
//! OpenSSL reads the file: it wipes the key it decrypts, and takes BER and PBMAC1 as well. Old files
//! have their certificates encrypted with RC2, which it keeps in its provider "legacy".
//!
//! Invariant: [`Key`] has no `Debug`, `Clone` or `Serialize`; its private part lives in OpenSSL's
//! memory only, which is overwritten when the key is dropped.

use std::sync::OnceLock;

use der::{Decode, Encode};
use openssl::ec::EcKey;
use openssl::nid::Nid;
use openssl::pkcs12::Pkcs12;
use openssl::pkey::{Id, PKey, Private, Public};
use openssl::provider::Provider;
use openssl::sign::Signer;
use openssl::x509::{X509, X509VerifyResult};
use x509_cert::Certificate;

use crate::certificate::{CertificateInfo, allows_signing, is_authority};
use crate::ecdsa::lower;
use crate::error::SignError;

/// Fewest bits of an RSA key (TS 119 312, 6.2.2.1 has more for new keys; old cards have these).
const RSA_BITS: u32 = 2048;
/// Longest chain that is followed: no real one has more, and a circle ends.
const CHAIN: usize = 8;

/// The two signature algorithms of the profile.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rsa,
    /// ECDSA with SHA-256 over P-256 or P-384.
    Ecdsa,
}

/// A private key with its certificate and the chain above it, ready to sign.
pub struct Key {
    private: PKey<Private>,
    algorithm: Algorithm,
    /// Certificate of the key first, then its issuer, and so on, as far as the file has them.
    chain: Vec<Certificate>,
    info: CertificateInfo,
}

/// What a key file holds, before it is judged.
struct Opened {
    private: PKey<Private>,
    certificates: Vec<X509>,
}

impl Key {
    /// Opens a PKCS#12 file, modern (AES, PBKDF2) or old (3DES, RC2), with one key.
    pub fn open(bytes: &[u8], password: &str) -> Result<Self, SignError> {
        let opened = read(bytes, password)?;
        let algorithm = algorithm(&opened.private)?;
        let certificates = chain(&opened)?;
        let chain = certificates.iter().map(|one| embed(one)).collect::<Result<Vec<_>, _>>()?;
        let first = chain.first().ok_or(SignError::NoCertificate)?;
        if !allows_signing(first) {
            return Err(SignError::NotForSigning);
        }
        let info = CertificateInfo::of(first).ok_or(SignError::UnreadableCertificate)?;
        Ok(Self { private: opened.private, algorithm, chain, info })
    }

    /// What the certificate of this key says about itself.
    pub const fn certificate(&self) -> &CertificateInfo {
        &self.info
    }

    /// The certificate of the key first, then the chain above it; each of them encodes to the bytes
    /// that stood in the file.
    pub(crate) fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Signature over `message` with SHA-256; for ECDSA as DER, in its [`lower`] spelling.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let failed = |_| SignError::crypto("signature");
        let digest = openssl::hash::MessageDigest::sha256();
        let mut signer = Signer::new(digest, &self.private).map_err(failed)?;
        let signature = signer.sign_oneshot_to_vec(message).map_err(failed)?;
        match self.algorithm {
            Algorithm::Rsa => Ok(signature),
            Algorithm::Ecdsa => {
                let key = self.private.ec_key().map_err(failed)?;
                lower(&signature, key.group()).map_err(failed)
            }
        }
    }
}

fn read(bytes: &[u8], password: &str) -> Result<Opened, SignError> {
    // A C string cannot hold it, and no other program could have made such a file.
    if password.contains('\0') {
        return Err(SignError::WrongPassword);
    }
    know_old_ciphers();
    let container = Pkcs12::from_der(bytes).map_err(|_| SignError::NotAKeyFile)?;
    let parsed = container.parse2(password).map_err(|stack| {
        let wrong = |one: &openssl::error::Error| one.reason() == Some("mac verify failure");
        if stack.errors().iter().any(wrong) {
            SignError::WrongPassword
        } else {
            SignError::UnsupportedKeyFile
        }
    })?;
    let own = parsed.cert.into_iter();
    let certificates: Vec<X509> = own.chain(parsed.ca.into_iter().flatten()).collect();
    let private = parsed.pkey.ok_or(SignError::NoKey)?;
    Ok(Opened { private, certificates })
}

/// Makes RC2 known to OpenSSL, for old key files (RFC 7292, appendix C); it stays known.
fn know_old_ciphers() {
    static LEGACY: OnceLock<Option<Provider>> = OnceLock::new();
    LEGACY.get_or_init(|| Provider::try_load(None, "legacy", true).ok());
}

fn belongs(certificate: &X509, private: &PKey<Private>) -> bool {
    certificate.public_key().is_ok_and(|public: PKey<Public>| private.public_eq(&public))
}

fn algorithm(private: &PKey<Private>) -> Result<Algorithm, SignError> {
    match private.id() {
        Id::RSA if private.bits() >= RSA_BITS => Ok(Algorithm::Rsa),
        Id::RSA => Err(SignError::UnsupportedKey { kind: "RSA below 2048 bits" }),
        Id::EC => {
            let key = private.ec_key().map_err(|_| SignError::crypto("EC key"))?;
            match curve(&key) {
                Some(Nid::X9_62_PRIME256V1 | Nid::SECP384R1) => Ok(Algorithm::Ecdsa),
                _ => Err(SignError::UnsupportedKey { kind: "EC over another curve" }),
            }
        }
        _ => Err(SignError::UnsupportedKey { kind: "neither RSA nor EC" }),
    }
}

fn curve(key: &EcKey<Private>) -> Option<Nid> {
    key.group().curve_name()
}

/// From the certificate of the key upwards, as far as the file goes; each step is proved by the
/// signature of the issuer, so that nothing unrelated is embedded.
fn chain(opened: &Opened) -> Result<Vec<&X509>, SignError> {
    let all = &opened.certificates;
    let leaf = all.iter().find(|one| belongs(one, &opened.private));
    let mut current = leaf.ok_or(SignError::NoCertificate)?;
    let mut chain = vec![current];
    while chain.len() < CHAIN && !issued(current, current) {
        let issuer = all.iter().find(|candidate| {
            !chain.contains(candidate)
                && issued(candidate, current)
                && embed(candidate).is_ok_and(|certificate| is_authority(&certificate))
        });
        let Some(issuer) = issuer else { break };
        chain.push(issuer);
        current = issuer;
    }
    Ok(chain)
}

fn issued(issuer: &X509, subject: &X509) -> bool {
    issuer.issued(subject) == X509VerifyResult::OK
        && issuer.public_key().is_ok_and(|key| subject.verify(&key).unwrap_or(false))
}

/// The certificate as it is embedded; refused where that would not give back the same bytes.
fn embed(certificate: &X509) -> Result<Certificate, SignError> {
    let unreadable = SignError::UnreadableCertificate;
    let der = certificate.to_der().map_err(|_| SignError::UnreadableCertificate)?;
    let parsed = Certificate::from_der(&der).map_err(|_| SignError::UnreadableCertificate)?;
    match parsed.to_der() {
        Ok(again) if again == der => Ok(parsed),
        _ => Err(unreadable),
    }
}
