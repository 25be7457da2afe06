//! The lenient reader for files that are not built like ours: compressed cross-reference tables,
//! repairs by lopdf. What it reads is reported and never called good.

use lopdf::{Document, LoadOptions, Object};

use super::file::Source;
use super::lex::{Dict, Id, Value};
use super::report::Unreadable;

/// Bytes that one compressed stream may become while a file is opened.
const MAX_INFLATED: usize = 64 << 20;

/// A file as lopdf reads it.
pub(super) struct Lenient {
    document: Document,
    trailer: Dict,
}

impl Lenient {
    pub(super) fn open(pdf: &[u8]) -> Result<Self, Unreadable> {
        let options = LoadOptions::with_max_decompressed_size(MAX_INFLATED);
        let document =
            Document::load_mem_with_options(pdf, options).map_err(|error| match error {
                lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => {
                    Unreadable::Encrypted
                }
                _ => Unreadable::Damaged,
            })?;
        if document.is_encrypted() || document.was_encrypted() {
            return Err(Unreadable::Encrypted);
        }
        let trailer = dict(&document.trailer).unwrap_or_default();
        Ok(Self { document, trailer })
    }
}

impl Source for Lenient {
    fn trailer(&self) -> &Dict {
        &self.trailer
    }

    fn value(&self, id: Id) -> Option<Value> {
        value(self.document.get_object((id.number, id.generation)).ok()?)
    }
}

fn dict(from: &lopdf::Dictionary) -> Option<Dict> {
    let mut dict = Dict::default();
    for (key, item) in from {
        dict.push(key, value(item)?);
    }
    Some(dict)
}

/// lopdf reads no more than 100 levels, so that this ends as well.
fn value(from: &Object) -> Option<Value> {
    Some(match from {
        Object::Null => Value::Null,
        Object::Boolean(value) => Value::Bool(*value),
        Object::Integer(value) => Value::Int(*value),
        Object::Real(value) => Value::Real(value.to_string().into_bytes()),
        Object::Name(name) => Value::Name(name.clone()),
        Object::String(text, _) => Value::Text(text.clone()),
        Object::Array(items) => Value::Array(items.iter().map(value).collect::<Option<_>>()?),
        Object::Dictionary(inner) => Value::Dict(dict(inner)?),
        Object::Stream(stream) => Value::Dict(dict(&stream.dict)?),
        Object::Reference((number, generation)) => {
            Value::Ref(Id { number: *number, generation: *generation })
        }
    })
}
