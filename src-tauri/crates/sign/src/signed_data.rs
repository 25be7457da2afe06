//! The CMS structure of a signature, as [`crate::profile`] describes it (RFC 5652, 5; EN 319 122-1,
//! baseline B-B). It sees a digest and a key, and knows nothing of PDF.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Encode, EncodeValue, Sequence, Tagged};
use sha2::{Digest, Sha256};
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::error::SignError;
use crate::key::{Algorithm, Key};
use crate::profile;

/// `ESSCertIDv2` with the default SHA-256 and without `issuerSerial` (RFC 5035, 4).
#[derive(Sequence)]
struct EssCertIdV2 {
    cert_hash: OctetString,
}

/// `SigningCertificateV2` without policies (RFC 5035, 3).
#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

/// The signature over content with this SHA-256 digest, as DER.
pub(crate) fn build(key: &Key, digest: &[u8]) -> Result<Vec<u8>, SignError> {
    let attributes = attributes(key, digest).map_err(encoding)?;
    // The signature is over the attributes as SET OF, not with the implicit tag (RFC 5652, 5.4).
    let signature = key.sign(&attributes.to_der().map_err(encoding)?)?;
    content_info(key, attributes, signature).and_then(|info| info.to_der()).map_err(encoding)
}

fn encoding(_: der::Error) -> SignError {
    SignError::crypto("encoding of the signature")
}

fn attributes(key: &Key, digest: &[u8]) -> der::Result<SetOfVec<Attribute>> {
    let certs = key.chain().iter().map(|one| {
        let cert_hash = OctetString::new(Sha256::digest(one.to_der()?).to_vec())?;
        Ok(EssCertIdV2 { cert_hash })
    });
    let certificate = SigningCertificateV2 { certs: certs.collect::<der::Result<_>>()? };
    SetOfVec::try_from(vec![
        attribute(profile::CONTENT_TYPE, &profile::ID_DATA)?,
        attribute(profile::MESSAGE_DIGEST, &OctetString::new(digest)?)?,
        attribute(profile::SIGNING_CERTIFICATE_V2, &certificate)?,
    ])
}

fn attribute<T>(oid: ObjectIdentifier, value: &T) -> der::Result<Attribute>
where
    T: Tagged + EncodeValue,
{
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![Any::encode_from(value)?])? })
}

fn content_info(
    key: &Key,
    signed_attrs: SetOfVec<Attribute>,
    signature: Vec<u8>,
) -> der::Result<ContentInfo> {
    let chain = key.chain();
    let leaf = &chain.first().ok_or(der::ErrorKind::Failed)?.tbs_certificate;
    let sid = IssuerAndSerialNumber {
        issuer: leaf.issuer.clone(),
        serial_number: leaf.serial_number.clone(),
    };
    let sha_256 = AlgorithmIdentifierOwned { oid: profile::SHA_256, parameters: None };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(sid),
        digest_alg: sha_256.clone(),
        signed_attrs: Some(signed_attrs),
        signature_algorithm: match key.algorithm() {
            Algorithm::Rsa => AlgorithmIdentifierOwned {
                oid: profile::SHA256_WITH_RSA,
                parameters: Some(Any::null()),
            },
            Algorithm::Ecdsa => {
                AlgorithmIdentifierOwned { oid: profile::ECDSA_WITH_SHA256, parameters: None }
            }
        },
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let certificates: Vec<_> = chain.iter().cloned().map(CertificateChoices::Certificate).collect();
    let signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: profile::ID_DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet::try_from(certificates)?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer])?,
    };
    let content = Any::encode_from(&signed_data)?;
    Ok(ContentInfo { content_type: profile::ID_SIGNED_DATA, content })
}
