//! What a signing update may do to the file it builds on (ISO 32000-1, 7.5.6, 12.8.2.2 and table
//! 254: `P` 2). The allowed set is the one that [`crate::profile`] writes, not the larger one of
//! the standard.
//!
//! Invariant: an update without a [`Change`] consists of listed objects from the end of the earlier
//! revision to its own table, without a byte between them; it fills one empty signature field, and
//! each other object is new and used by that field only. Table and trailer are those that the
//! profile writes, byte for byte: a reader that stumbles over them looks for objects on its own,
//! and might find others in a stream.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::file::{File, Object, Section, Source};
use super::form::{Field, Signature};
use super::lex::{Dict, Id, Lexer, Value, text};
use super::report::Change;

/// What signing writes into its field.
const FIELD_KEYS: [&[u8]; 2] = [b"V", b"AP"];

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

/// Whether table, trailer and end of the revision are what the profile writes, byte for byte.
pub(super) fn table_holds(file: &File<'_>) -> bool {
    let section = file.newest();
    let written = file.data().get(section.start..);
    ending(section).is_some_and(|expected| Some(expected.as_bytes()) == written)
}

/// Everything from `xref` on, as an update writes it.
fn ending(section: &Section) -> Option<String> {
    let used: BTreeMap<Id, usize> = section.used.iter().copied().collect();
    let mut runs: Vec<(u32, Vec<String>)> = Vec::new();
    for (id, offset) in used {
        let entry = format!("{offset:010} {:05} n \n", id.generation);
        match runs.last_mut() {
            Some((first, entries)) if id.number.checked_sub(*first) == count(entries) => {
                entries.push(entry);
            }
            _ => runs.push((id.number, vec![entry])),
        }
    }
    let mut text = "xref\n".to_owned();
    for (first, entries) in runs {
        writeln!(text, "{first} {}\n{}", entries.len(), entries.concat().trim_end_matches('\n'))
            .ok()?;
    }
    text.push_str("trailer\n<<");
    for key in ["Root", "Info"] {
        if let Some(value) = section.trailer.get(key.as_bytes()) {
            let Id { number, generation } = value.as_ref()?;
            write!(text, "/{key} {number} {generation} R").ok()?;
        }
    }
    let number = |key: &[u8]| section.trailer.get(key)?.as_int();
    write!(text, "/Size {}/Prev {}", number(b"Size")?, number(b"Prev")?).ok()?;
    let [first, second] = section.trailer.get(b"ID")?.as_array()? else { return None };
    writeln!(text, "/ID[<{}> <{}>]>>", hex(first)?, hex(second)?).ok()?;
    writeln!(text, "startxref\n{}\n%%EOF", section.start).ok()?;
    Some(text)
}

fn count(entries: &[String]) -> Option<u32> {
    u32::try_from(entries.len()).ok()
}

fn hex(value: &Value) -> Option<String> {
    let digits = value.as_text()?.iter().map(|byte| format!("{byte:02X}"));
    Some(digits.collect::<Vec<_>>().concat())
}

/// What the update from `before` to `after` does beyond filling the field with the signature.
pub(super) fn changes(
    before: &File<'_>,
    after: &File<'_>,
    field: &Field,
    signature: &Signature,
) -> Vec<Change> {
    let builds_on = after.previous().map(|section| section.start) == Some(before.newest().start);
    let Some(objects) = objects(before, after).filter(|_| builds_on && table_holds(after)) else {
        return vec![Change::Structure];
    };
    let mut changes = Vec::new();
    let last = objects.keys().map(|id| i64::from(id.number)).max();
    if !trailer_holds(before.trailer(), after.trailer(), last) {
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
    let mut listed: Vec<(usize, Id)> = section.used.iter().map(|(id, at)| (*at, *id)).collect();
    listed.sort_unstable();
    let mut found = BTreeMap::new();
    let mut end = before.data().len();
    for (at, id) in listed {
        let object = after.object(id)?;
        let is_new = found.insert(id, object.clone()).is_none();
        if !is_new || at != end || object.place.start != at {
            return None;
        }
        let head = format!("{} {} obj\n", id.number, id.generation);
        let bytes = after.data().get(at..object.place.end)?;
        end = object.place.end.checked_add(1)?;
        let is_closed = after.data().get(object.place.end) == Some(&b'\n');
        if !is_closed || !bytes.starts_with(head.as_bytes()) || !bytes.ends_with(b"\nendobj") {
            return None;
        }
    }
    (end == section.start).then_some(found)
}

/// `last` is the highest number of the update: the new ones come last (ISO 32000-1, table 15).
fn trailer_holds(before: &Dict, after: &Dict, last: Option<i64>) -> bool {
    let size = |trailer: &Dict| trailer.get(b"Size").and_then(Value::as_int);
    let first_id = |trailer: &Dict| match trailer.get(b"ID").and_then(Value::as_array) {
        Some([first, _]) => first.as_text().map(<[u8]>::to_vec),
        _ => None,
    };
    after.get(b"Root") == before.get(b"Root")
        && after.get(b"Info") == before.get(b"Info")
        && first_id(after) == first_id(before)
        && size(after) > size(before)
        && size(after) == last.and_then(|last| last.checked_add(1))
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
    let is_plain = |id: &Id| objects.get(id).is_some_and(|object| !object.has_stream);
    if !fills(before, field) || !is_plain(&field.id) {
        return allowed;
    }
    allowed.insert(field.id);
    allowed.extend(signature.id.filter(|id| is_new(*id) && is_plain(id)));
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
