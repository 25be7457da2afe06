//! One signature into one field of a PDF file, as an incremental update (EN 319 142-1, baseline
//! B-B; ISO 32000-1, 7.5.6 and 12.8). [`crate::profile`] says what comes out, byte for byte.
//!
//! Invariants: the bytes that went in are a prefix of the bytes that come out; the same input gives
//! the same bytes but for the value of an ECDSA signature; nothing is signed that cannot be read
//! completely, or that carries a signature which verifying does not call good.

mod appearance;
mod existing;
mod face;
mod form;
mod source;
mod syntax;
mod text;
mod update;

use chrono::{DateTime, FixedOffset, SubsecRound};
use lopdf::{Dictionary, Object, ObjectId};
use sha2::{Digest, Sha256};

use crate::certificate::CertificateInfo;
use crate::error::SignError;
use crate::key::Key;
use crate::profile;
use crate::signed_data;
use appearance::Appearance;
use form::{Field, Form};
use source::Source;
use update::Update;

/// Who signs where, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    /// Name of the signature field, for example `vorsitz` or `schriftfuehrung`.
    pub field: &'a str,
    /// Name of the person, as it stands in the field.
    pub name: String,
    /// The role in which the person signs.
    pub role: String,
    /// Place of signing.
    pub place: String,
    /// Moment of signing with its offset from UTC; seconds count, fractions do not.
    pub at: DateTime<FixedOffset>,
}

/// Puts a signature into the field and returns the whole new file.
pub fn sign(pdf: &[u8], request: &Request<'_>, key: &Key) -> Result<Vec<u8>, SignError> {
    let info = key.certificate();
    is_valid_at(info, request.at)?;
    let source = Source::read(pdf)?;
    let form = Form::read(&source)?;
    let field = form.field(request.field)?;
    let signed = existing::check(&source, &form, request.at.to_utc())?;

    let box_size = appearance::box_size(&field.dictionary)?;
    let appearance = Appearance { request, certificate: info, size: box_size };
    let appearance = appearance.object(&source)?;

    let mut update = Update::new(&source);
    let signature_id = update.new_id()?;
    let appearance_id = update.new_id()?;
    let mut changed = field.dictionary.clone();
    changed.set("V", Object::Reference(signature_id));
    let mut normal = Dictionary::new();
    normal.set("N", Object::Reference(appearance_id));
    changed.set("AP", Object::Dictionary(normal));
    let parameters = if signed {
        field_mdp(&form.lock(&source, field))
    } else {
        first_signature(&mut update, &source, &form, field, signature_id)?
    };
    update.object(field.id, &Object::Dictionary(changed))?;
    update.object(appearance_id, &appearance)?;
    update.signature(signature_id, &signature_entries(request, parameters))?;
    let mut prepared = update.finish()?;
    let contents = signed_data::build(key, &prepared.digest()?)?;
    prepared.fill(&contents)
}

/// What only the first signature of a file writes: `Perms` in the catalog, and in every other empty
/// field what its signature will lock. A later revision could not add that without changing what
/// the first signature has certified.
fn first_signature(
    update: &mut Update<'_>,
    source: &Source<'_>,
    form: &Form,
    field: &Field,
    signature: ObjectId,
) -> Result<Object, SignError> {
    let mut catalog = source.catalog()?.clone();
    catalog.set("Perms", permissions(&catalog, signature));
    update.object(source.root(), &Object::Dictionary(catalog))?;
    for other in form.without_lock(field) {
        let lock_id = update.new_id()?;
        let mut lock = Dictionary::new();
        lock.set("Type", Object::Name(b"SigFieldLock".to_vec()));
        lock.extend(&form.lock_after(std::iter::once(field), other));
        update.object(lock_id, &Object::Dictionary(lock))?;
        let mut changed = other.dictionary.clone();
        changed.set("Lock", Object::Reference(lock_id));
        update.object(other.id, &Object::Dictionary(changed))?;
    }
    let mut parameters = Dictionary::new();
    parameters.set("P", Object::Integer(profile::DOC_MDP_LEVEL));
    Ok(reference(b"DocMDP", &parameters))
}

/// What every later signature says: it locks fields.
fn field_mdp(lock: &Dictionary) -> Object {
    reference(b"FieldMDP", lock)
}

/// Validity to the second (RFC 5280, 4.1.2.5: both ends belong to it).
fn is_valid_at(info: &CertificateInfo, at: DateTime<FixedOffset>) -> Result<(), SignError> {
    let at = at.trunc_subsecs(0);
    if at < info.not_before {
        return Err(SignError::NotYetValid { not_before: info.not_before });
    }
    if at > info.not_after {
        return Err(SignError::Expired { not_after: info.not_after });
    }
    Ok(())
}

/// `Perms` of the catalog with what stood there before (ISO 32000-1, 12.8.4).
fn permissions(catalog: &Dictionary, signature: ObjectId) -> Object {
    let before = catalog.get(b"Perms").and_then(Object::as_dict);
    let mut permissions = before.cloned().unwrap_or_default();
    permissions.set("DocMDP", Object::Reference(signature));
    Object::Dictionary(permissions)
}

/// The signature reference dictionary (ISO 32000-1, tables 253, 254 and 256).
fn reference(method: &[u8], entries: &Dictionary) -> Object {
    let mut parameters = Dictionary::new();
    parameters.set("Type", Object::Name(b"TransformParams".to_vec()));
    parameters.extend(entries);
    parameters.set("V", Object::Name(b"1.2".to_vec()));
    let mut reference = Dictionary::new();
    reference.set("Type", Object::Name(b"SigRef".to_vec()));
    reference.set("TransformMethod", Object::Name(method.to_vec()));
    reference.set("TransformParams", Object::Dictionary(parameters));
    Object::Array(vec![Object::Dictionary(reference)])
}

/// Everything of the signature dictionary but `ByteRange` and `Contents`, in the order written.
fn signature_entries(request: &Request<'_>, reference: Object) -> Dictionary {
    let mut entries = Dictionary::new();
    entries.set("Type", Object::Name(b"Sig".to_vec()));
    entries.set("Filter", Object::Name(profile::FILTER.to_vec()));
    entries.set("SubFilter", Object::Name(profile::SUB_FILTER.to_vec()));
    entries.set("Name", syntax::text_string(&text::clean(&request.name)));
    entries.set("Location", syntax::text_string(&text::clean(&request.place)));
    entries.set("M", syntax::text_string(&syntax::date(request.at)));
    entries.set("Reference", reference);
    entries
}

/// SHA-256 over everything but the value of `Contents`.
fn digest(before: &[u8], after: &[u8]) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(before);
    digest.update(after);
    digest.finalize().to_vec()
}
