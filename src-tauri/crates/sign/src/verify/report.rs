//! What `verify` answers. The codes are stable; the German sentence for each belongs to the app.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::certificate::CertificateInfo;

/// What the signatures of a file are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// `good` only if there is no finding.
    pub verdict: Verdict,
    /// The signatures in the order in which they were made.
    pub signatures: Vec<SignatureReport>,
    /// Names of the signature fields without a signature, in the order of the form.
    pub unsigned_fields: Vec<String>,
    /// Everything that stands against the file.
    pub findings: Vec<Finding>,
}

/// The answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// At least one signature, every byte is covered, every signature holds to the strict profile.
    /// An unknown issuer is named in the report and does not change this.
    Good,
    /// Something stands against it: see the findings.
    Finding,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureReport {
    /// Full name of the field (ISO 32000-1, 12.7.3.2).
    pub field: String,
    /// What the certificate says about its holder, its issuer and itself; nothing if there is no
    /// readable certificate that the signature names.
    pub certificate: Option<CertificateInfo>,
    /// Claimed time of signing (`M`, ISO 32000-1, table 252). No time-stamp proves it.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The bytes that the signature covers are those that were signed: their digest is the one of
    /// the attribute message-digest (RFC 5652, 11.2).
    pub intact: bool,
    /// The signature over its attributes is right with the key of the certificate that it names
    /// (RFC 5652, 5.6), and if the attribute signing-certificate-v2 is there, it names the same
    /// certificate (RFC 5035, 3).
    pub valid: bool,
    /// Which part of the file it covers.
    pub covers: Coverage,
    /// What came after it.
    pub later_changes: LaterChanges,
    /// How far the issuers are proved. Nothing here is held against a trusted list.
    pub trust: Trust,
    /// Whether the certificate is within its time of validity.
    pub certificate_valid: CertificateValid,
}

/// Whether a certificate is within its time of validity (RFC 5280, 4.1.2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CertificateValid {
    /// At the claimed time of signing; this one counts for the verdict.
    pub at_signing: bool,
    /// At the moment of checking; for information.
    pub now: bool,
}

/// Which part of the file a signature covers (ISO 32000-1, 12.8.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// All of it but the value of its own `Contents`.
    WholeFile,
    /// All of a revision but the value of its own `Contents`.
    WholeRevision,
    /// Something else, or `ByteRange` cannot be read.
    Partial,
}

/// What came after a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LaterChanges {
    /// Nothing.
    None,
    /// Only what signing adds (`DocMDP`, `P` 2: ISO 32000-1, table 254).
    Signatures,
    /// Something that it does not allow.
    Forbidden,
    /// It could not be found out.
    Unknown,
}

/// How far the certificate chain is proved with what the signature carries (RFC 5280, 6.1,
/// signatures and names only).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// The issuer of the last certificate is not in the file.
    UnknownIssuer,
    /// The certificate of the signature signs itself.
    SelfSigned,
    /// Proved up to a certificate that signs itself.
    ChainComplete,
    /// There is no certificate to judge.
    NoCertificate,
}

/// One thing that stands against the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The field whose signature it concerns; nothing if it concerns the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it is.
    #[serde(flatten)]
    pub code: Code,
}

/// What stands against a file: stable names (`code` in JSON) with their data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Code {
    /// The file has no signature.
    NoSignature,
    /// Bytes stand behind the last signed revision.
    BytesAfterLastSignature {
        /// How many.
        bytes: usize,
    },
    /// The covered bytes are not those that were signed.
    NotIntact,
    /// The signature over its attributes is wrong.
    NotValid,
    /// The field names a signature that cannot be read.
    UnreadableSignature,
    /// A form field cannot be read.
    UnreadableField,
    /// `ByteRange` does not cover its revision up to the end without exactly the value of
    /// `Contents` of the same dictionary.
    WrongByteRange,
    /// `Contents` is not lower-case hexadecimal digits of the reserved length with zeros behind
    /// the structure.
    WrongContents,
    /// The CMS structure cannot be read, or is not DER (RFC 5652, 5.3).
    UnreadableCms,
    /// The signature uses an algorithm that is not checked here.
    UnsupportedAlgorithm,
    /// The key is too short to prove anything (below RSA 2048 or ECDSA 256 bits).
    WeakKey,
    /// The certificate that the signature names is not there or not bound to it.
    NoSignerCertificate,
    /// The signature does not bind the bytes of this embedded certificate (RFC 5035, 4).
    UnprovedCertificate {
        /// Name of its holder.
        subject: String,
    },
    /// This embedded certificate is no part of the chain.
    UnusedCertificate {
        /// Name of its holder.
        subject: String,
    },
    /// The key usage does not allow signatures (RFC 5280, 4.2.1.3).
    NotForSigning,
    /// There is no readable time of signing.
    NoSigningTime,
    /// The time of signing lies after the moment of checking.
    SignedInFuture,
    /// The certificate was not valid at the time of signing.
    CertificateNotValidAtSigning,
    /// After the signature something was changed that it does not allow.
    ForbiddenChange {
        /// What was changed.
        what: Change,
    },
    /// The file or the signature is not built as this program builds it, so not every byte can be
    /// vouched for.
    ForeignProfile {
        /// The part that differs.
        part: Part,
    },
}

/// What was changed after a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The revision after it is not one update built on it, or has bytes that belong to no object.
    Structure,
    /// The trailer names other things than before.
    Trailer,
    /// An object that signing does not touch.
    Object {
        /// Its number.
        number: u32,
    },
    /// A field that the earlier signature locks (ISO 32000-1, 12.8.2.4).
    LockedField,
}

/// The part that differs from [`crate::profile`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Cross-reference tables and objects.
    FileStructure,
    /// Keys or values of the signature dictionary.
    SignatureDictionary,
    /// `Reference` with `DocMDP` or `FieldMDP`, or `Perms` of the catalog.
    Permissions,
    /// Version, algorithms or content of `SignedData`.
    SignedData,
    /// `SignerInfo`: version, identifier, algorithms.
    SignerInfo,
    /// Signed attributes, or unsigned ones.
    Attributes,
}

/// A file that cannot be read as PDF, or not without a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The bytes are no PDF file, or damaged so that its objects cannot be found.
    #[error("not a readable PDF file")]
    Damaged,
    /// The file is encrypted.
    #[error("the PDF file is encrypted")]
    Encrypted,
    /// The file is larger than this program reads.
    #[error("the PDF file is too large")]
    TooLarge,
}
