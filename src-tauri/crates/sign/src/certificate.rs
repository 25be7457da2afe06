//! What a certificate says about itself, in the words of a signature field: names, number, time of
//! validity, and whether it calls itself qualified. It judges no trust.

use chrono::{DateTime, Utc};
use der::asn1::{Any, ObjectIdentifier};
use der::{Decode, Sequence, Tag, Tagged};
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};
use x509_cert::name::Name;
use x509_cert::time::Time;

/// commonName, organizationName (RFC 5280, appendix A.1).
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
/// qcStatements (RFC 3739, 3.2.6) and the statements of EN 319 412-5, 4.2 and 4.3.
const QC_STATEMENTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.1.3");
const QC_COMPLIANCE: ObjectIdentifier = ObjectIdentifier::new_unwrap("0.4.0.1862.1.1");
const QC_SSCD: ObjectIdentifier = ObjectIdentifier::new_unwrap("0.4.0.1862.1.4");
const QC_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("0.4.0.1862.1.6");
const QC_TYPE_ESIGN: ObjectIdentifier = ObjectIdentifier::new_unwrap("0.4.0.1862.1.6.1");

/// What the certificate of a signature says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateInfo {
    /// Common name of the holder; without one the organization, else the whole name (RFC 4514).
    pub subject_cn: String,
    /// Common name of the issuer; without one the organization, else the whole name.
    pub issuer_cn: String,
    /// Serial number as pairs of hexadecimal digits, as in `4A 07 9C E1`.
    pub serial: String,
    /// First moment of its validity.
    pub not_before: DateTime<Utc>,
    /// Last moment of its validity.
    pub not_after: DateTime<Utc>,
    /// Whether it declares a qualified electronic signature: `QcCompliance` and `QcSSCD`, and, if
    /// it names its types, `esign` among them (EN 319 412-5, 4.2). A statement, not a proof: only
    /// a trusted list proves it.
    pub qualified: bool,
}

/// `QCStatement` (RFC 3739, 3.2.6).
#[derive(Sequence)]
struct QcStatement {
    id: ObjectIdentifier,
    #[asn1(optional = "true")]
    info: Option<Any>,
}

impl CertificateInfo {
    /// Reads the certificate; `None` if one of its times is none.
    pub(crate) fn of(certificate: &Certificate) -> Option<Self> {
        let tbs = &certificate.tbs_certificate;
        Some(Self {
            subject_cn: display_name(&tbs.subject),
            issuer_cn: display_name(&tbs.issuer),
            serial: serial(tbs.serial_number.as_bytes()),
            not_before: moment(tbs.validity.not_before)?,
            not_after: moment(tbs.validity.not_after)?,
            qualified: is_qualified(certificate),
        })
    }

    /// Whether its holder is called a sample ("MUSTER").
    pub fn is_sample(&self) -> bool {
        self.subject_cn.contains("MUSTER")
    }
}

/// Whether the key usage allows signatures; a certificate without one allows all
/// (RFC 5280, 4.2.1.3).
pub(crate) fn allows_signing(certificate: &Certificate) -> bool {
    match certificate.tbs_certificate.get::<KeyUsage>() {
        Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
        Ok(None) => true,
        Err(_) => false,
    }
}

/// Whether it may issue certificates (RFC 5280, 4.2.1.9).
pub(crate) fn is_authority(certificate: &Certificate) -> bool {
    let constraints = certificate.tbs_certificate.get::<BasicConstraints>();
    matches!(constraints, Ok(Some((_, constraints))) if constraints.ca)
}

fn moment(time: Time) -> Option<DateTime<Utc>> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
    DateTime::from_timestamp(seconds, 0)
}

/// Pairs of digits; the zero byte that keeps a DER integer positive is no part of the number.
fn serial(bytes: &[u8]) -> String {
    let number = match bytes.split_first() {
        Some((0, rest)) if !rest.is_empty() => rest,
        _ => bytes,
    };
    number.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(" ")
}

fn display_name(name: &Name) -> String {
    attribute(name, COMMON_NAME)
        .or_else(|| attribute(name, ORGANIZATION))
        .unwrap_or_else(|| name.to_string())
}

fn attribute(name: &Name, oid: ObjectIdentifier) -> Option<String> {
    let all = name.0.iter().flat_map(|relative| relative.0.iter());
    all.filter(|one| one.oid == oid).find_map(|one| text(&one.value))
}

/// `DirectoryString` and `IA5String` (RFC 5280, 4.1.2.4).
fn text(value: &Any) -> Option<String> {
    let bytes = value.value();
    let text = match value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => {
            String::from_utf8(bytes.to_vec()).ok()?
        }
        Tag::TeletexString => bytes.iter().copied().map(char::from).collect(),
        Tag::BmpString => {
            let units = bytes.chunks(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0xFFFD,
            });
            char::decode_utf16(units).map(|one| one.unwrap_or('\u{FFFD}')).collect()
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

fn is_qualified(certificate: &Certificate) -> bool {
    let extensions = certificate.tbs_certificate.extensions.iter().flatten();
    let Some(extension) = extensions.into_iter().find(|one| one.extn_id == QC_STATEMENTS) else {
        return false;
    };
    let Ok(statements) = Vec::<QcStatement>::from_der(extension.extn_value.as_bytes()) else {
        return false;
    };
    let has = |oid| statements.iter().any(|one| one.id == oid);
    let types = statements.iter().find(|one| one.id == QC_TYPE);
    let esign = types.is_none_or(|one| {
        let named = one.info.as_ref().map(Any::decode_as::<Vec<ObjectIdentifier>>);
        matches!(named, Some(Ok(named)) if named.contains(&QC_TYPE_ESIGN))
    });
    has(QC_COMPLIANCE) && has(QC_SSCD) && esign
}
