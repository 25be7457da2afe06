//! What a signing update may do to the file it builds on (ISO 32000-1, 7.5.6, 12.8.2.2 and table
//! 254: `P` 2). The allowed set is the one that [`crate::profile`] writes, not the larger one of
//! the standard.
//!
//! Invariant: an update without a [`Change`] consists of listed objects from the end of the earlier
//! revision to its own table, without a byte between them but white space; it fills one empty
//! signature field, and each other object is new and used by that field only.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{File, Object, Source};
use super::form::{Field, Signature};
use super::lex::{Dict, Id, Lexer, Value, text};
use super::report::Change;

/// What signing writes into its field.
const FIELD_KEYS: [&[u8]; 2] = [b"V", b"AP"];
/// What a trailer says (ISO 32000-1, table 15).
const TRAILER_KEYS: [&[u8]; 5] = [b"Root", b"Info", b"Size", b"Prev", b"ID"];

/// Whether the revision ends as the profile says: trailer, `startxref` with the newest table,
/// `%%EOF`, one line feed.
pub(super) fn ends_well(file: &File<'_>) -> bool {
    let mut lexer = Lexer::new(file.tail(), 0);
    let start = lexer.keyword(b"startxref").and_then(|()| lexer.unsigned());
    lexer.skip_white();
    let end = lexer.literal(b"%%EOF\n").map(|()| lexer.position());
    start.and_then(|start| usize::try_from(start).ok()) == Some(file.newest().start)
        && end == Some(file.tail().len())
}

/// What the update from `before` to `after` does beyond filling the field with the signature.
pub(super) fn changes(
    before: &File<'_>,
    after: &File<'_>,
    field: &Field,
    signature: &Signature,
) -> Vec<Change> {
    let builds_on = after.previous().map(|section| section.start) == Some(before.newest().start);
    let Some(objects) = objects(before, after).filter(|_| builds_on && ends_well(after)) else {
        return vec![Change::Structure];
    };
    let mut changes = Vec::new();
    if !trailer_holds(before.trailer(), after.trailer()) {
        changes.push(Change::Trailer);
    }
    let allowed = allowed(before, &objects, field, signature);
    let others = objects.keys().filter(|id| !allowed.contains(id));
    changes.extend(others.map(|id| Change::Object { number: id.number }));
    changes
}

/// The objects between the end of `before` and the table of `after`, if they are exactly those of
/// the table and nothing stands between them.
fn objects(before: &File<'_>, after: &File<'_>) -> Option<BTreeMap<Id, Object>> {
    let section = after.newest();
    if section.free.iter().any(|number| *number != 0) {
        return None;
    }
    let mut listed: Vec<(usize, Id)> = section.used.iter().map(|(id, at)| (*at, *id)).collect();
    listed.sort_unstable();
    let mut found = BTreeMap::new();
    let mut end = before.data().len();
    for (at, id) in listed {
        let object = after.object(id)?;
        let is_new = found.insert(id, object.clone()).is_none();
        if !is_new || object.place.start != at || gap(after, end) != at {
            return None;
        }
        end = object.place.end;
    }
    (gap(after, end) == section.start).then_some(found)
}

/// The next byte that is no white space.
fn gap(file: &File<'_>, from: usize) -> usize {
    let mut lexer = Lexer::new(file.data(), from);
    lexer.skip_white();
    lexer.position()
}

fn trailer_holds(before: &Dict, after: &Dict) -> bool {
    let size = |trailer: &Dict| trailer.get(b"Size").and_then(Value::as_int);
    let first_id = |trailer: &Dict| match trailer.get(b"ID").and_then(Value::as_array) {
        Some([first, _]) => first.as_text().map(<[u8]>::to_vec),
        _ => None,
    };
    after.keys().all(|key| TRAILER_KEYS.contains(&key))
        && after.get(b"Root") == before.get(b"Root")
        && after.get(b"Info") == before.get(b"Info")
        && first_id(after) == first_id(before)
        && size(after) >= size(before)
}

/// The objects of the update that belong to the signature: its field, its dictionary, and what is
/// new and reached from the field.
fn allowed(
    before: &File<'_>,
    objects: &BTreeMap<Id, Object>,
    field: &Field,
    signature: &Signature,
) -> BTreeSet<Id> {
    let mut allowed = BTreeSet::new();
    let is_new = |id: Id| !before.knows(id.number) && objects.contains_key(&id);
    if !fills(before, field) {
        return allowed;
    }
    allowed.insert(field.id);
    allowed.extend(signature.id.filter(|id| is_new(*id)));
    let mut open: Vec<&Value> = Vec::new();
    if appearance_holds(field, objects) {
        open.extend(field.dict.get(b"AP"));
    }
    while let Some(value) = open.pop() {
        match value {
            Value::Ref(id) if is_new(*id) && allowed.insert(*id) => {
                open.extend(objects.get(id).map(|object| &object.value));
            }
            Value::Array(items) => open.extend(items),
            Value::Dict(dict) => open.extend(dict.values()),
            _ => {}
        }
    }
    allowed
}

/// The field was there, empty, and changed in nothing but what signing writes; its `Lock` is part
/// of what the first signature has certified.
fn fills(before: &File<'_>, field: &Field) -> bool {
    let Some(Value::Dict(old)) = before.value(field.id) else { return false };
    old.get(b"V").is_none() && old.without(&FIELD_KEYS) == field.dict.without(&FIELD_KEYS)
}

/// One normal appearance, a new form without states (ISO 32000-1, 12.5.5 and 8.10).
fn appearance_holds(field: &Field, objects: &BTreeMap<Id, Object>) -> bool {
    let Some(appearance) = field.dict.get(b"AP").and_then(Value::as_dict) else { return false };
    let form = appearance.get(b"N").and_then(Value::as_ref).and_then(|id| objects.get(&id));
    let kind = form
        .filter(|form| form.has_stream)
        .and_then(|form| form.value.as_dict()?.get(b"Subtype")?.as_name());
    appearance.keys().count() == 1 && kind == Some(b"Form")
}

/// Whether an earlier `FieldMDP` locks the field (ISO 32000-1, 12.8.2.4).
pub(super) fn is_locked(earlier: &Dict, field: &str) -> bool {
    let Some((method, parameters)) = transform(earlier) else { return false };
    let names = parameters.get(b"Fields").and_then(Value::as_array).unwrap_or_default();
    let is_named = names.iter().filter_map(Value::as_text).any(|name| text(name) == field);
    method == b"FieldMDP"
        && match parameters.get(b"Action").and_then(Value::as_name) {
            Some(b"Include") => is_named,
            Some(b"Exclude") => !is_named,
            _ => true,
        }
}

/// Method and parameters of the one `Reference` of a signature dictionary (ISO 32000-1, table 253).
pub(super) fn transform(signature: &Dict) -> Option<(&[u8], &Dict)> {
    let [Value::Dict(reference)] = signature.get(b"Reference")?.as_array()? else { return None };
    let method = reference.get(b"TransformMethod")?.as_name()?;
    Some((method, reference.get(b"TransformParams")?.as_dict()?))
}
