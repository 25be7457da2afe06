//! Signs a small file by the profile, and departs from it where it is told to.

use chrono::{DateTime, Utc};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Decode, Encode};
use openssl::bn::{BigNum, BigNumContext};
use openssl::ecdsa::EcdsaSig;
use openssl::hash::MessageDigest;
use openssl::pkey::Id;
use openssl::sign::Signer;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::identity::Identity;
use sitzungsbuch_sign::profile;

/// 20.11.2026, 10:00 UTC.
pub(crate) fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_168_800, 0).expect("a time")
}

/// Numbers of the objects of [`unsigned`].
pub(crate) const CATALOG: u32 = 1;
pub(crate) const CLERK: u32 = 5;
pub(crate) const CHAIR: u32 = 6;
/// Number of the `Lock` that the first signature adds for the other field.
pub(crate) const LOCK: u32 = 11;
const CATALOG_KEYS: &str = "/Type/Catalog/Pages 2 0 R/AcroForm 4 0 R";

/// What one signature writes, and where it departs from the profile.
pub(crate) struct Plan<'a> {
    pub(crate) field: u32,
    pub(crate) signer: &'a Identity,
    pub(crate) is_first: bool,
    pub(crate) signed_at: &'a str,
    /// Certificates beside the signer's.
    pub(crate) chain: Vec<&'a Identity>,
    /// Those of them that the attribute signing-certificate-v2 names as well.
    pub(crate) hashed: Vec<&'a Identity>,
    /// `Lock` of the field, which a later signature leaves as it is.
    pub(crate) lock: &'a str,
    /// Further objects of the update.
    pub(crate) objects: Vec<(u32, String)>,
    /// Bytes before the cross-reference table.
    pub(crate) stowaway: &'a str,
    pub(crate) reserved: usize,
    pub(crate) upper_case: bool,
    /// A change to each object before its place is noted.
    pub(crate) object: &'a dyn Fn(String) -> String,
    /// A change to the text of the update before it is signed; places do not move with it.
    pub(crate) text: &'a dyn Fn(String) -> String,
    pub(crate) attributes: &'a dyn Fn(&mut Vec<Attribute>),
    pub(crate) signed_data: &'a dyn Fn(&mut SignedData),
}

impl<'a> Plan<'a> {
    /// By the profile.
    pub(crate) fn new(field: u32, signer: &'a Identity) -> Self {
        Self {
            field,
            signer,
            is_first: true,
            signed_at: "D:20261120110000+01'00'",
            chain: Vec::new(),
            hashed: Vec::new(),
            lock: "/Lock 11 0 R",
            objects: Vec::new(),
            stowaway: "",
            reserved: profile::CONTENTS_BYTES,
            upper_case: false,
            object: &|object| object,
            text: &|text| text,
            attributes: &|_| {},
            signed_data: &|_| {},
        }
    }

    /// Not the first one of the file.
    pub(crate) fn later(field: u32, signer: &'a Identity) -> Self {
        Self { is_first: false, ..Self::new(field, signer) }
    }
}

/// A file by the profile, signed by the clerk and then by the chair.
pub(crate) fn signed_twice(clerk: &Identity, chair: &Identity) -> Vec<u8> {
    sign(&sign(&unsigned(), &Plan::new(CLERK, clerk)), &Plan::later(CHAIR, chair))
}

/// A page with two empty signature fields.
pub(crate) fn unsigned() -> Vec<u8> {
    let objects = [
        format!("<<{CATALOG_KEYS}>>"),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.276 841.89]/Annots[5 0 R 6 0 R]>>".to_owned(),
        "<</Fields[5 0 R 6 0 R]/SigFlags 3>>".to_owned(),
        field(CLERK, ""),
        field(CHAIR, ""),
        "<</Type/XObject/Subtype/Form/BBox[0 0 212 73]/Length 0>>\nstream\n\nendstream".to_owned(),
        "<</Title(Niederschrift)>>".to_owned(),
    ];
    let numbered = (1..).zip(objects).collect::<Vec<_>>();
    append(b"%PDF-1.7\n", &numbered, "", None)
}

fn field(number: u32, added: &str) -> String {
    let (name, left) = if number == CLERK { ("schriftfuehrung", 303) } else { ("vorsitz", 70) };
    let appearance = if added.is_empty() { "/AP<</N 7 0 R>>" } else { added };
    format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T({name})/Rect[{left} 116 {} 190]/F 132/P 3 0 R\
         {appearance}>>",
        left + 212
    )
}

/// An incremental update, or a whole file.
pub(crate) fn append(
    pdf: &[u8],
    objects: &[(u32, String)],
    stowaway: &str,
    size: Option<u32>,
) -> Vec<u8> {
    let mut out = pdf.to_vec();
    let mut places = BTreeMap::new();
    for (number, object) in objects {
        places.insert(*number, out.len());
        out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let mut table = String::from("xref\n");
    for number in places.keys().filter(|number| !places.contains_key(&(*number - 1))) {
        let run: Vec<_> = (*number..).map_while(|next| places.get(&next)).collect();
        writeln!(table, "{number} {}", run.len()).expect("text");
        for place in run {
            writeln!(table, "{place:010} 00000 n ").expect("text");
        }
    }
    out.extend_from_slice(stowaway.as_bytes());
    let previous = size.map(|_| format!("/Prev {}", last_table(pdf))).unwrap_or_default();
    let size = size.unwrap_or(9).max(places.keys().max().map_or(0, |last| last + 1));
    let start = out.len();
    let trailer = format!(
        "{table}trailer\n<</Root 1 0 R/Info 8 0 R/Size {size}{previous}/ID[<AC> <AC>]>>\n\
         startxref\n{start}\n%%EOF\n"
    );
    out.extend_from_slice(trailer.as_bytes());
    out
}

fn last_table(pdf: &[u8]) -> usize {
    let at = pdf.windows(9).rposition(|window| window == b"startxref").expect("a table");
    let tail = std::str::from_utf8(&pdf[at + 10..]).expect("text");
    tail.lines().next().expect("a line").parse().expect("a number")
}

/// The file with one more signature.
pub(crate) fn sign(pdf: &[u8], plan: &Plan<'_>) -> Vec<u8> {
    let next = if plan.is_first { 9 } else { 20 };
    let (dictionary, appearance) = (next, next + 1);
    let transform = if plan.is_first {
        "/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>"
    } else {
        "/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/Action/All/V/1.2>>"
    };
    let mut added = format!("/AP<</N {appearance} 0 R>>/V {dictionary} 0 R");
    let mut objects = Vec::new();
    if plan.is_first {
        let perms = format!("<<{CATALOG_KEYS}/Perms<</DocMDP {dictionary} 0 R>>>>");
        objects.push((CATALOG, perms));
        objects.push((LOCK, "<</Type/SigFieldLock/Action/All>>".to_owned()));
        let other = if plan.field == CLERK { CHAIR } else { CLERK };
        objects.push((other, field(other, &format!("/AP<</N 7 0 R>>/Lock {LOCK} 0 R"))));
    } else {
        write!(added, "{}", plan.lock).expect("text");
    }
    objects.push((plan.field, field(plan.field, &added)));
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 212 73]/Resources<</XObject<</A 7 0 R>>>>\
                /Length 5>>\nstream\n/A Do\nendstream";
    objects.push((appearance, form.to_owned()));
    objects.extend(plan.objects.iter().cloned());
    let contents = "0".repeat(2 * plan.reserved);
    let signature = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name(Beispiel)\
         /Location(Wiesenthal)/M({})/Reference[<</Type/SigRef{transform}>>]\
         /ByteRange[{}]/Contents<{contents}>>>",
        plan.signed_at,
        " ".repeat(profile::BYTE_RANGE_WIDTH)
    );
    objects.push((dictionary, signature));
    let objects: Vec<_> =
        objects.into_iter().map(|(number, object)| (number, (plan.object)(object))).collect();
    let out = append(pdf, &objects, plan.stowaway, Some(next + 2));
    let text = String::from_utf8(out[pdf.len()..].to_vec()).expect("text");
    let mut out = pdf.to_vec();
    out.extend_from_slice((plan.text)(text).as_bytes());
    fill(out, pdf.len(), plan)
}

/// Writes `ByteRange` and `Contents` into their places.
fn fill(mut pdf: Vec<u8>, from: usize, plan: &Plan<'_>) -> Vec<u8> {
    let open = from + find(&pdf[from..], b"/Contents<").expect("contents") + 9;
    let close = open + 2 + 2 * plan.reserved;
    let range = from + find(&pdf[from..], b"/ByteRange[").expect("range") + 11;
    let numbers = format!("0 {open} {close} {}", pdf.len() - close);
    if pdf[range] == b' ' {
        pdf[range..range + numbers.len()].copy_from_slice(numbers.as_bytes());
    }
    let mut digest = Sha256::new();
    digest.update(&pdf[..open]);
    digest.update(&pdf[close..]);
    let der = content_info(plan, &digest.finalize());
    let hex: String = der.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("text");
        hex
    });
    let hex = if plan.upper_case { hex.to_uppercase() } else { hex };
    pdf[open + 1..open + 1 + hex.len()].copy_from_slice(hex.as_bytes());
    pdf
}

/// Where these bytes stand first.
pub(crate) fn find(data: &[u8], word: &[u8]) -> Option<usize> {
    data.windows(word.len()).position(|window| window == word)
}

fn attribute(oid: ObjectIdentifier, value: &[u8]) -> Attribute {
    let value = Any::from_der(value).expect("a value");
    Attribute { oid, values: SetOfVec::try_from(vec![value]).expect("a set") }
}

/// A certificate as the `cms` crate sees it.
pub(crate) fn certificate(identity: &Identity) -> Certificate {
    Certificate::from_der(&identity.certificate.to_der().expect("der")).expect("certificate")
}

/// `SigningCertificateV2` by hand: sequences of fewer than 128 bytes, or of three length bytes.
fn signing_certificate(identities: &[&Identity]) -> Vec<u8> {
    let ids: Vec<u8> = identities
        .iter()
        .flat_map(|one| {
            let hash = Sha256::digest(one.certificate.to_der().expect("der"));
            [&[0x30, 34, 0x04, 32][..], &hash].concat()
        })
        .collect();
    let length = u8::try_from(ids.len()).expect("short");
    [&[0x30, length + 2, 0x30, length][..], &ids].concat()
}

/// The other signature that is as right: (r, n - s) for (r, s).
pub(crate) fn twin(signature: &[u8], signer: &Identity) -> Vec<u8> {
    let given = EcdsaSig::from_der(signature).expect("a signature");
    let key = signer.key.ec_key().expect("ec");
    let (mut order, mut other) = (BigNum::new().expect("number"), BigNum::new().expect("number"));
    key.group().order(&mut order, &mut BigNumContext::new().expect("context")).expect("order");
    other.checked_sub(&order, given.s()).expect("difference");
    let r = given.r().to_owned().expect("number");
    EcdsaSig::from_private_components(r, other).expect("a signature").to_der().expect("der")
}

fn lower(signature: &[u8], plan: &Plan<'_>) -> Vec<u8> {
    let twin = twin(signature, plan.signer);
    let s = |der: &[u8]| EcdsaSig::from_der(der).expect("a signature").s().to_vec();
    let (one, other) = (s(signature), s(&twin));
    if (one.len(), one) < (other.len(), other) { signature.to_vec() } else { twin }
}

fn content_info(plan: &Plan<'_>, digest: &[u8]) -> Vec<u8> {
    let named: Vec<&Identity> =
        std::iter::once(plan.signer).chain(plan.hashed.iter().copied()).collect();
    let mut attributes = vec![
        attribute(profile::CONTENT_TYPE, &profile::ID_DATA.to_der().expect("der")),
        attribute(profile::MESSAGE_DIGEST, &[&[0x04, 32][..], digest].concat()),
        attribute(profile::SIGNING_CERTIFICATE_V2, &signing_certificate(&named)),
    ];
    (plan.attributes)(&mut attributes);
    let attributes = SetOfVec::try_from(attributes).expect("a set");
    let mut signer = Signer::new(MessageDigest::sha256(), &plan.signer.key).expect("signer");
    let signature = signer.sign_oneshot_to_vec(&attributes.to_der().expect("der")).expect("sign");
    let signature =
        if plan.signer.key.id() == Id::EC { lower(&signature, plan) } else { signature };
    let sha_256 = AlgorithmIdentifierOwned { oid: profile::SHA_256, parameters: None };
    let (oid, parameters) = if plan.signer.key.id() == Id::RSA {
        (profile::SHA256_WITH_RSA, Some(Any::null()))
    } else {
        (profile::ECDSA_WITH_SHA256, None)
    };
    let leaf = certificate(plan.signer);
    let signer_info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: leaf.tbs_certificate.issuer.clone(),
            serial_number: leaf.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha_256.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: AlgorithmIdentifierOwned { oid, parameters },
        signature: OctetString::new(signature).expect("octets"),
        unsigned_attrs: None,
    };
    let all = std::iter::once(leaf).chain(plan.chain.iter().map(|one| certificate(one)));
    let all: Vec<_> = all.map(CertificateChoices::Certificate).collect();
    let mut signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256]).expect("a set"),
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: profile::ID_DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet::try_from(all).expect("a set")),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer_info]).expect("a set"),
    };
    (plan.signed_data)(&mut signed_data);
    let content = Any::encode_from(&signed_data).expect("der");
    let info = ContentInfo { content_type: profile::ID_SIGNED_DATA, content };
    info.to_der().expect("der")
}
