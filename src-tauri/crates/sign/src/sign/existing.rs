//! The signatures that a file carries already: nobody adds a name to a file whose signatures are not
//! good, or that was changed after the last one.

use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Object};

use super::form::{Field, Form};
use super::source::Source;
use super::syntax;
use crate::error::SignError;
use crate::verify::{Code, verify};

/// Checks all signatures; says whether there are any.
pub(super) fn check(
    source: &Source<'_>,
    form: &Form,
    at: DateTime<Utc>,
) -> Result<bool, SignError> {
    let signed: Vec<&Field> = form.fields.iter().filter(|field| field.is_signed).collect();
    let Some(first) = signed.first() else { return Ok(false) };
    let report = verify(source.bytes, at).map_err(|_| SignError::damaged("signatures"))?;
    let is_later = |code: &Code| matches!(code, Code::BytesAfterLastSignature { .. });
    if report.findings.iter().any(|finding| is_later(&finding.code)) {
        return Err(SignError::UnsignedChanges);
    }
    if let Some(finding) = report.findings.into_iter().next() {
        let field = finding.field.unwrap_or_else(|| first.name.clone());
        return Err(SignError::BrokenSignature { field });
    }
    let mut values = signed.iter().filter_map(|field| source.dictionary(&field.dictionary, b"V"));
    if values.any(|value| forbids(source, value, form)) {
        return Err(SignError::Locked);
    }
    Ok(true)
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
