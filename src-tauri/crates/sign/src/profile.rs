//! The strict profile: what a signature of ours looks like, byte for byte. Signing writes exactly
//! this, verifying holds our files to exactly this. It carries constants and no code.
//!
//! # The file (ISO 32000-1, 7.5.6 and 12.8)
//! - One incremental update per signature: every earlier revision stays as a prefix. Classic cross
//!   reference table, offsets of ten digits, entries of twenty bytes ending in space and line feed;
//!   trailer `Root`, `Info`, `Size`, `Prev`, `ID`; the file ends in `%%EOF` and one line feed.
//! - The signature dictionary is an object of its own with the keys, in this order: `Type` `Sig`,
//!   `Filter` `Adobe.PPKLite`, `SubFilter` `ETSI.CAdES.detached` (EN 319 142-1, 6.3), `Name`,
//!   `Location`, `M`, `Reference`, `ByteRange`, `Contents`. No `Reason`, no `Cert`, no `Prop_Build`.
//! - `ByteRange` is four numbers with one space between them, filled with spaces before the closing
//!   bracket to [`BYTE_RANGE_WIDTH`] characters: `0`, offset of the `<` of `Contents`, offset behind
//!   its `>`, and the rest to the end of the file of that revision. It leaves out the value of
//!   `Contents` with both brackets and nothing else.
//! - `Contents` is a hexadecimal string of [`CONTENTS_BYTES`] bytes: the DER of the CMS structure in
//!   lower case, then zeros.
//! - The first signature of a file has one `Reference` with `DocMDP`, `P` 2, `V` 1.2; the catalog
//!   gets `Perms` with `DocMDP`, and every other empty signature field an indirect `Lock`: `All`
//!   where it is the only other one, else `Include` with the names of the first field and its own,
//!   in the order of the form. (Added later, `Lock` would be a change that `DocMDP` forbids.)
//! - Each later signature has one `Reference` with `FieldMDP`, `V` 1.2, and with `Action` and
//!   `Fields` of the `Lock` of its field.
//! - Objects of a first revision: catalog (`Perms`), the field (`V`, `AP`), the other fields
//!   (`Lock`); new are signature dictionary, appearance and one `Lock` per other field. Objects of
//!   a later one: the field (`V`, `AP`); new are signature dictionary and appearance. `V`, `AP`
//!   and `Lock` stand where they stood in the dictionary, else at its end.
//!
//! # The CMS structure (RFC 5652, EN 319 122-1, baseline B-B)
//! - `ContentInfo` with `SignedData`, all of it DER. Version 1; `digestAlgorithms` is the set of
//!   SHA-256 without parameters (RFC 5754, 2); `encapContentInfo` is id-data without content;
//!   `certificates` are all of the chain in the key file, in the order of a DER SET OF; no `crls`.
//! - One `SignerInfo`: version 1, `IssuerAndSerialNumber`, SHA-256 without parameters, signed
//!   attributes in the order of a DER SET OF: content-type (id-data), message-digest,
//!   signing-certificate-v2; no signing-time (the time is `M`; EN 319 142-1, 6.3), no unsigned
//!   attributes.
//! - signing-certificate-v2 (RFC 5035, 3) has one `ESSCertIDv2` for each embedded certificate, the
//!   signer's first, then upwards: so the signature binds every byte of them. `hashAlgorithm` is
//!   left out, as DER demands for the default SHA-256, `issuerSerial` is left out too: `sid` says
//!   the same, and the hash binds the certificate. No `policies`.
//! - `signatureAlgorithm`: `sha256WithRSAEncryption` with NULL (RFC 5754, 3.2; the explicit one of
//!   the two that are allowed, so that digest and signature cannot be told apart), PKCS#1 v1.5; or
//!   `ecdsa-with-SHA256` without parameters (RFC 5754, 3.3) for P-256 and P-384, with the smaller
//!   of the two values of `s` that are right.

use der::asn1::ObjectIdentifier;

/// Bytes reserved for the CMS structure; twice as many hexadecimal digits.
pub const CONTENTS_BYTES: usize = 16_384;
/// Characters between the brackets of `ByteRange`.
pub const BYTE_RANGE_WIDTH: usize = 40;
/// `SubFilter` of every signature (EN 319 142-1, 6.3).
pub const SUB_FILTER: &[u8] = b"ETSI.CAdES.detached";
/// `Filter` of every signature: the common default handler.
pub const FILTER: &[u8] = b"Adobe.PPKLite";
/// `P` of `DocMDP`: filling in fields and signing is allowed (ISO 32000-1, table 254).
pub const DOC_MDP_LEVEL: i64 = 2;

/// id-data (RFC 5652, 4).
pub const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
/// id-signedData (RFC 5652, 5.1).
pub const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// content-type (RFC 5652, 11.1).
pub const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
/// message-digest (RFC 5652, 11.2).
pub const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
/// signing-certificate-v2 (RFC 5035, 3).
pub const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// SHA-256 (RFC 5754, 2.2).
pub const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
/// sha256WithRSAEncryption (RFC 5754, 3.2), with NULL.
pub const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
/// ecdsa-with-SHA256 (RFC 5754, 3.3), without parameters.
pub const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
