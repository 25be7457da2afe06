//! The signature fields of a file (ISO 32000-1, 12.7.4.5): found, never made.

use lopdf::{Dictionary, Object, ObjectId};

use super::source::Source;
use super::syntax;
use crate::error::SignError;

/// A signature field, merged with its widget.
pub(super) struct Field {
    pub(super) id: ObjectId,
    pub(super) name: String,
    pub(super) dictionary: Dictionary,
    pub(super) is_signed: bool,
}

/// All signature fields, in the order of the form.
pub(super) struct Form {
    pub(super) fields: Vec<Field>,
}

impl Form {
    /// Reads the fields; a file without a form has none.
    pub(super) fn read(source: &Source<'_>) -> Result<Self, SignError> {
        let mut fields = Vec::new();
        let form = source.dictionary(source.catalog()?, b"AcroForm");
        let all = form.and_then(|form| source.value(form, b"Fields"));
        for entry in all.and_then(|all| all.as_array().ok()).into_iter().flatten() {
            let id = entry.as_reference().map_err(|_| SignError::damaged("form"))?;
            let object = source.document.get_object(id).and_then(Object::as_dict);
            let dictionary = object.map_err(|_| SignError::damaged("form"))?;
            let kind = dictionary.get(b"FT").and_then(Object::as_name);
            if kind.is_ok_and(|kind| kind == b"Sig") {
                fields.push(Field::read(source, id, dictionary)?);
            }
        }
        Ok(Self { fields })
    }

    /// The field of this name, if it waits for a signature.
    pub(super) fn field(&self, name: &str) -> Result<&Field, SignError> {
        let field = self.fields.iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| SignError::UnknownField { field: name.to_owned() })?;
        if field.is_signed {
            return Err(SignError::AlreadySigned { field: name.to_owned() });
        }
        let kind = field.dictionary.get(b"Subtype").and_then(Object::as_name);
        if kind.is_ok_and(|kind| kind == b"Widget") {
            Ok(field)
        } else {
            Err(SignError::unsupported("the field is not visible"))
        }
    }

    /// What a later signature in this field locks: what its `Lock` says, else as
    /// [`Self::lock_after`].
    pub(super) fn lock(&self, source: &Source<'_>, field: &Field) -> Dictionary {
        let Some(given) = source.dictionary(&field.dictionary, b"Lock") else {
            let signed = self.fields.iter().filter(|one| one.is_signed);
            return self.lock_after(signed, field);
        };
        let mut lock = Dictionary::new();
        for key in ["Action", "Fields"] {
            if let Some(value) = source.value(given, key.as_bytes()) {
                lock.set(key, value.clone());
            }
        }
        lock
    }

    /// Everything when `field` is the last one without a signature after `signed`, else the fields
    /// signed by then (ISO 32000-1, table 233).
    pub(super) fn lock_after<'f>(
        &'f self,
        signed: impl Iterator<Item = &'f Field>,
        field: &'f Field,
    ) -> Dictionary {
        let locked: Vec<ObjectId> =
            signed.chain(std::iter::once(field)).map(|one| one.id).collect();
        let is_locked = |one: &&Field| locked.contains(&one.id);
        let mut lock = Dictionary::new();
        if self.fields.iter().all(|one| is_locked(&one)) {
            lock.set("Action", Object::Name(b"All".to_vec()));
        } else {
            let names = self.fields.iter().filter(is_locked);
            let names = names.map(|one| syntax::text_string(&one.name)).collect();
            lock.set("Action", Object::Name(b"Include".to_vec()));
            lock.set("Fields", Object::Array(names));
        }
        lock
    }

    /// The other fields that are empty and say nothing yet of what they lock.
    pub(super) fn without_lock<'f>(&'f self, field: &'f Field) -> impl Iterator<Item = &'f Field> {
        let others = self.fields.iter().filter(|one| one.id != field.id && !one.is_signed);
        others.filter(|one| !one.dictionary.has(b"Lock"))
    }
}

impl Field {
    fn read(source: &Source<'_>, id: ObjectId, dictionary: &Dictionary) -> Result<Self, SignError> {
        let name = source.value(dictionary, b"T").and_then(|name| name.as_str().ok());
        let name = name.map(syntax::read_text).ok_or(SignError::damaged("form"))?;
        let is_signed = dictionary.has(b"V");
        Ok(Self { id, name, dictionary: dictionary.clone(), is_signed })
    }
}
