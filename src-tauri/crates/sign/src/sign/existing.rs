//! The signatures that a file carries already: nobody adds a name to a file that was changed after
//! the last signature, or whose signatures do not match its bytes. What they are worth beyond that
//! is a question for verifying.

use cms::content_info::ContentInfo;
use cms::signed_data::SignedData;
use der::Decode;
use der::asn1::OctetString;
use lopdf::{Dictionary, Object};

use super::form::{Field, Form};
use super::source::Source;
use super::{digest, syntax};
use crate::error::SignError;
use crate::profile;

/// Checks all signatures; says whether there are any.
pub(super) fn check(source: &Source<'_>, form: &Form) -> Result<bool, SignError> {
    let mut covered = 0;
    let mut any = false;
    for field in form.fields.iter().filter(|field| field.is_signed) {
        let broken = || SignError::BrokenSignature { field: field.name.clone() };
        let value = source.dictionary(&field.dictionary, b"V").ok_or_else(broken)?;
        covered = covered.max(matches(source, value).ok_or_else(broken)?);
        if forbids(source, value, form) {
            return Err(SignError::Locked);
        }
        any = true;
    }
    if any && covered != source.bytes.len() {
        return Err(SignError::UnsignedChanges);
    }
    Ok(any)
}

/// The end of what the signature covers, if the digest in it is the one of those bytes.
fn matches(source: &Source<'_>, value: &Dictionary) -> Option<usize> {
    let range = source.value(value, b"ByteRange")?.as_array().ok()?;
    let numbers = range.iter().map(|one| usize::try_from(one.as_i64().ok()?).ok());
    let numbers: Vec<usize> = numbers.collect::<Option<_>>()?;
    let &[0, first, start, length] = numbers.as_slice() else { return None };
    let end = start.checked_add(length)?;
    let hash = digest(source.bytes.get(..first)?, source.bytes.get(start..end)?);
    let contents = source.value(value, b"Contents")?.as_str().ok()?;
    (signed_digest(contents)? == hash && first < start).then_some(end)
}

/// The message digest that was signed.
fn signed_digest(contents: &[u8]) -> Option<Vec<u8>> {
    let mut reader = der::SliceReader::new(contents).ok()?;
    let info = ContentInfo::decode(&mut reader).ok()?;
    let content: SignedData = info.content.decode_as().ok()?;
    let signer = content.signer_infos.0.iter().next()?;
    let attributes = signer.signed_attrs.as_ref()?;
    let found = attributes.iter().find(|one| one.oid == profile::MESSAGE_DIGEST)?;
    let value: OctetString = found.values.iter().next()?.decode_as().ok()?;
    Some(value.as_bytes().to_vec())
}

/// Whether the signature allows no further one (ISO 32000-1, 12.8.2.2 and 12.8.2.4).
fn forbids(source: &Source<'_>, value: &Dictionary, form: &Form) -> bool {
    let references = source.value(value, b"Reference").and_then(|all| all.as_array().ok());
    references.into_iter().flatten().any(|one| {
        let reference = source.resolve(one).and_then(|one| one.as_dict().ok());
        let Some(parameters) = reference.and_then(|one| source.dictionary(one, b"TransformParams"))
        else {
            return false;
        };
        let level = parameters.get(b"P").and_then(Object::as_i64);
        level.is_ok_and(|level| level == 1) || locks_an_empty_field(source, parameters, form)
    })
}

fn locks_an_empty_field(source: &Source<'_>, parameters: &Dictionary, form: &Form) -> bool {
    let names = source.value(parameters, b"Fields").and_then(|all| all.as_array().ok());
    let names: Vec<String> = names
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str().ok().map(syntax::read_text))
        .collect();
    let is_named = |field: &Field| names.contains(&field.name);
    let mut empty = form.fields.iter().filter(|field| !field.is_signed);
    match parameters.get(b"Action").and_then(Object::as_name) {
        Ok(b"All") => empty.next().is_some(),
        Ok(b"Include") => empty.any(is_named),
        Ok(b"Exclude") => empty.any(|field| !is_named(field)),
        _ => false,
    }
}
