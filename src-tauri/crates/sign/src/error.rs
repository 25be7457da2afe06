//! What can go wrong when a key is opened or a file is signed, as one enum.
//!
//! It holds no German and no advice: the app writes the sentence. Invariant: no variant carries a
//! key, a password or the text of a document, so that an error may be logged. After any of them
//! the input is what it was: signing returns new bytes and writes nothing.

use chrono::{DateTime, Utc};

/// Why a key file was not opened or a file was not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The key file does not open with this password.
    #[error("the key file does not open with this password")]
    WrongPassword,
    /// The bytes are no PKCS#12 structure (RFC 7292).
    #[error("not a PKCS#12 key file")]
    NotAKeyFile,
    /// A PKCS#12 structure whose encryption or integrity algorithm this program does not know.
    #[error("the key file uses an algorithm this program does not know")]
    UnsupportedKeyFile,
    /// The key file holds certificates only.
    #[error("the key file holds no private key")]
    NoKey,
    /// The key file holds no certificate that belongs to its private key.
    #[error("the key file holds no certificate for its private key")]
    NoCertificate,
    /// The certificate cannot be read or would not be embedded byte for byte.
    #[error("the certificate of the key file cannot be read")]
    UnreadableCertificate,
    /// Neither RSA of 2048 bits or more nor ECDSA over P-256 or P-384.
    #[error("keys of this kind are not supported: {kind}")]
    UnsupportedKey {
        /// Kind of the key, as far as it is known.
        kind: &'static str,
    },
    /// The key usage of the certificate names neither digital signature nor non-repudiation
    /// (RFC 5280, 4.2.1.3).
    #[error("the certificate is not meant for signatures")]
    NotForSigning,
    /// The certificate had expired at the moment of signing.
    #[error("the certificate expired at {not_after}")]
    Expired {
        /// Last moment of its validity.
        not_after: DateTime<Utc>,
    },
    /// The certificate was not yet valid at the moment of signing.
    #[error("the certificate is not valid before {not_before}")]
    NotYetValid {
        /// First moment of its validity.
        not_before: DateTime<Utc>,
    },
    /// The file has no signature field of this name.
    #[error("no signature field {field}")]
    UnknownField {
        /// The name that was asked for.
        field: String,
    },
    /// The field carries a signature; it is never replaced.
    #[error("the field {field} is already signed")]
    AlreadySigned {
        /// The name of the field.
        field: String,
    },
    /// No PDF file, or one that is cut off or damaged.
    #[error("the file is damaged: {what}")]
    Damaged {
        /// The part that could not be read.
        what: &'static str,
    },
    /// A readable PDF file that was not made for signing by this program.
    #[error("the file cannot be signed here: {what}")]
    UnsupportedFile {
        /// What is missing or not supported.
        what: &'static str,
    },
    /// The file was changed after its last signature.
    #[error("the file was changed after its last signature")]
    UnsignedChanges,
    /// A signature that the file carries already is not good: see the report of verifying.
    #[error("the signature in field {field} is not good")]
    BrokenSignature {
        /// The name of the signed field.
        field: String,
    },
    /// An earlier signature forbids a further one (ISO 32000-1, 12.8.2).
    #[error("an earlier signature forbids a further one")]
    Locked,
    /// The signature with its certificates needs more than the reserved space.
    #[error("the signature needs {needed} bytes, {reserved} are reserved")]
    TooLarge {
        /// Bytes of the CMS structure.
        needed: usize,
        /// Bytes reserved in the file.
        reserved: usize,
    },
    /// The cryptographic library failed.
    #[error("the cryptographic library failed: {what}")]
    Crypto {
        /// The step that failed.
        what: &'static str,
    },
}

impl SignError {
    pub(crate) const fn damaged(what: &'static str) -> Self {
        Self::Damaged { what }
    }

    pub(crate) const fn unsupported(what: &'static str) -> Self {
        Self::UnsupportedFile { what }
    }

    pub(crate) const fn crypto(what: &'static str) -> Self {
        Self::Crypto { what }
    }
}
