//! What no object of a file may be, have or exceed: programs, actions, streams kept elsewhere, and
//! the limits of ISO 19005-3, 6.1.13.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::file::File;
use super::{Archive, Findings, Place, rules};

/// Actions that do something (ISO 19005-3, 6.5.1), and those that lead out of the file.
const ACTIONS: [&str; 17] = [
    "Launch",
    "Sound",
    "Movie",
    "ResetForm",
    "ImportData",
    "Hide",
    "SetOCGState",
    "Rendition",
    "Trans",
    "GoTo3DView",
    "JavaScript",
    "SubmitForm",
    "Named",
    "GoToR",
    "GoToE",
    "Thread",
    "SetState",
];

const MOST_OBJECTS: usize = 8_388_607;
const LONGEST_STRING: usize = 32_767;
const LONGEST_NAME: usize = 127;

pub(super) fn check(file: &File<'_>, archive: Archive, found: &mut Findings) {
    whole(file, found);
    file.each(|id, dictionary, stream| {
        let place = || Place::object(id);
        let kind = file.name(dictionary, "S");
        let element = file.name(dictionary, "Type") == "StructElem";
        let program = dictionary.has(b"JS") || (kind == "JavaScript" && !element);
        found.need(rules::JAVASCRIPT, !program, place, "");
        let typed = file.name(dictionary, "Type") == "Action" && !matches!(kind, "URI" | "GoTo");
        let acts = typed || (ACTIONS.contains(&kind) && !element);
        found.need(rules::ACTION, !acts, place, kind);
        found.need(rules::ACTION, !dictionary.has(b"AA"), place, "AA");
        let embeds = dictionary.has(b"EF") || dictionary.has(b"EmbeddedFiles");
        let plain = archive == Archive::A2a && embeds;
        found.need(rules::ATTACHMENT, !plain, place, "PDF/A-2a");
        if let Some(stream) = stream {
            self::stream(file, id, stream, found);
        }
        limits(id, dictionary, found);
    });
}

/// Every object that the file says it has is there.
fn whole(file: &File<'_>, found: &mut Findings) {
    let objects = &file.document.objects;
    let there: BTreeSet<u32> = objects.keys().map(|(number, _)| *number).collect();
    for (number, entry) in &file.document.reference_table.entries {
        let used = matches!(entry, XrefEntry::Normal { .. } | XrefEntry::Compressed { .. });
        let lost = used && !there.contains(number);
        found.need(rules::OBJECT, !lost, || Place::object((*number, 0)), "");
    }
    found.need(rules::LIMIT, objects.len() <= MOST_OBJECTS, Place::file, "objects");
}

fn stream(file: &File<'_>, id: ObjectId, stream: &Stream, found: &mut Findings) {
    let place = || Place::object(id);
    for key in ["F", "FFilter", "FDecodeParms"] {
        found.need(rules::STREAM, !stream.dict.has(key.as_bytes()), place, key);
    }
    for filter in file.several(&stream.dict, "Filter") {
        let name = file.resolve(filter).and_then(|filter| filter.as_name().ok());
        let barred = matches!(name, Some(b"LZWDecode" | b"Crypt") | None);
        found.need(rules::STREAM, !barred, place, "filter");
    }
}

fn limits(id: ObjectId, dictionary: &Dictionary, found: &mut Findings) {
    for (key, value) in dictionary {
        let place = || Place::object(id);
        found.need(rules::LIMIT, key.len() <= LONGEST_NAME, place, "name");
        let parts = match value {
            Object::Array(all) => all.as_slice(),
            one => std::slice::from_ref(one),
        };
        for part in parts {
            if let Some(what) = excess(part) {
                found.add(rules::LIMIT, place(), what);
            }
        }
    }
}

/// Which limit a value exceeds.
fn excess(value: &Object) -> Option<&'static str> {
    match value {
        Object::Integer(number) if i32::try_from(*number).is_err() => Some("integer"),
        Object::Real(number) if !number.is_finite() => Some("real"),
        Object::String(bytes, _) if bytes.len() > LONGEST_STRING => Some("string"),
        Object::Name(bytes) if bytes.len() > LONGEST_NAME => Some("name"),
        _ => None,
    }
}
