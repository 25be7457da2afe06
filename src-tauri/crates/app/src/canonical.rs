//! The journal in the form in which two recordings of the same session are equal.
//!
//! Kind, body and the time it happened; ids replaced by their order of appearance; no time of
//! entry, actor, source, act, text version or digest. Where a body carries a salted digest, the text
//! itself stands there.

use crate::core::{AgendaItemId, MeetingId};
use crate::error::ApiError;
use crate::{Engine, messages};
use serde_json::{Map, Value, json};
use sitzungsbuch_store::{Part, Row};
use std::collections::HashMap;

/// One JSON object per event, in the order of entry.
pub fn journal(engine: &mut Engine, meeting: MeetingId) -> Result<Vec<Value>, ApiError> {
    let id = meeting.to_string();
    let stream = engine.vault().load(&id).map_err(|fault| messages::store(&fault))?;
    let mut numbers = Numbers::default();
    let mut lines = Vec::new();
    for row in &stream.rows {
        let mut body: Value =
            serde_json::from_str(row.body.as_str()).map_err(|_| messages::internal())?;
        open_texts(engine, meeting, row, &mut body)?;
        numbers.replace(&mut body);
        lines.push(json!({"kind": row.kind, "occurred_at": row.occurred_at, "body": body}));
    }
    Ok(lines)
}

/// Puts texts where digests are.
fn open_texts(
    engine: &mut Engine,
    meeting: MeetingId,
    row: &Row,
    body: &mut Value,
) -> Result<(), ApiError> {
    let Value::Object(fields) = body else { return Ok(()) };
    if let Some(Value::String(digest)) = fields.get("note").cloned() {
        let bytes = crate::core::digest::Digest::parse(&digest).ok_or_else(messages::internal)?;
        let note = engine.vault().note(bytes.bytes()).map_err(|fault| messages::store(&fault))?;
        let text = note.map(|note| Value::String(note.text.as_str().to_owned()));
        fields.insert("note".to_owned(), text.unwrap_or(Value::Null));
    }
    if row.kind == "TextFixed" {
        let text = fixed_text(engine, meeting, fields)?;
        fields.remove("version");
        fields.remove("digest");
        fields.insert("text".to_owned(), text);
    }
    Ok(())
}

fn fixed_text(
    engine: &mut Engine,
    meeting: MeetingId,
    fields: &Map<String, Value>,
) -> Result<Value, ApiError> {
    let item = fields.get("item").and_then(Value::as_str).unwrap_or_default();
    let version = fields.get("version").and_then(Value::as_u64).unwrap_or_default();
    let version = u32::try_from(version).map_err(|_| messages::internal())?;
    let id = AgendaItemId::parse(item).map_err(|_| messages::internal())?.to_string();
    for part in [Part::Public, Part::NonPublic] {
        let found = engine.vault().draft(&meeting.to_string(), &id, part, version);
        if let Some(draft) = found.map_err(|fault| messages::store(&fault))? {
            return serde_json::from_str(draft.body.as_str()).map_err(|_| messages::internal());
        }
    }
    Ok(Value::Null)
}

/// Ids by order of appearance.
#[derive(Default)]
struct Numbers(HashMap<String, usize>);

impl Numbers {
    fn replace(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if is_uuid(text) => {
                let next = self.0.len() + 1;
                let number = *self.0.entry(text.clone()).or_insert(next);
                *text = format!("#{number}");
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.replace(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.replace(field)),
            _ => {}
        }
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(index, c)| match index {
            8 | 13 | 18 | 23 => c == '-',
            _ => c.is_ascii_hexdigit(),
        })
}
