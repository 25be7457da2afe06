//! The catalog: language, marks, title, what it may not name, embedded files, output intent.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{File, text};
use super::{Archive, Findings, Place, rules};

const LANGUAGE: &str = "de-DE";

pub(super) fn check(file: &File<'_>, archive: Archive, found: &mut Findings) {
    let root = file.catalog;
    let language = file.text(root, "Lang").unwrap_or_default();
    found.need(rules::LANG, language == LANGUAGE, Place::file, &language);
    let marks = file.dict(root, "MarkInfo");
    let marked = marks.is_some_and(|marks| {
        file.truth(marks, "Marked") == Some(true) && file.truth(marks, "Suspects") != Some(true)
    });
    found.need(rules::MARK_INFO, marked, Place::file, "");
    let shown = file.dict(root, "ViewerPreferences");
    let shown = shown.and_then(|shown| file.truth(shown, "DisplayDocTitle"));
    found.need(rules::TITLE_SHOWN, shown == Some(true), Place::file, "");
    for key in ["OCProperties", "Collection", "Requirements", "NeedsRendering"] {
        found.need(rules::CATALOG, !root.has(key.as_bytes()), Place::file, key);
    }
    let permissions = file.dict(root, "Perms").into_iter().flat_map(Dictionary::iter);
    for (key, _) in permissions {
        let name = String::from_utf8_lossy(key);
        found.need(rules::CATALOG, name == "DocMDP", Place::file, &format!("Perms {name}"));
    }
    let opens = file.get(root, "OpenAction").is_none_or(|action| action.as_array().is_ok());
    found.need(rules::CATALOG, opens, Place::file, "OpenAction");
    let names = file.dict(root, "Names");
    for key in ["JavaScript", "AlternatePresentations"] {
        let held = names.is_some_and(|names| names.has(key.as_bytes()));
        let rule = if key == "JavaScript" { rules::JAVASCRIPT } else { rules::CATALOG };
        found.need(rule, !held, Place::file, key);
    }
    if archive == Archive::A3a {
        attachments(file, names, found);
    }
    intent(file, found);
}

/// Embedded files are described, listed by name, and belong to something (`AF`); what is listed or
/// belongs to something is embedded.
fn attachments(file: &File<'_>, names: Option<&Dictionary>, found: &mut Findings) {
    let tree = names.and_then(|names| file.dict(names, "EmbeddedFiles"));
    let listed = tree.map_or_else(Vec::new, |tree| file.name_tree(tree));
    let listed: BTreeSet<ObjectId> =
        listed.iter().filter_map(|(_, value)| value.as_reference().ok()).collect();
    let mut owned = BTreeSet::new();
    file.each(|_, dictionary, _| {
        owned.extend(file.array(dictionary, "AF").iter().filter_map(|one| one.as_reference().ok()));
    });
    for id in listed.union(&owned) {
        let held = file.document.get_dictionary(*id).is_ok_and(|one| one.has(b"EF"));
        found.need(rules::ATTACHMENT, held, || Place::object(*id), "EF");
    }
    file.each(|id, dictionary, _| {
        let Some(held) = file.dict(dictionary, "EF") else { return };
        let place = || Place::object(id);
        let name = |key| file.text(dictionary, key).filter(|name| !name.is_empty());
        found.need(rules::ATTACHMENT, name("F").is_some(), place, "F");
        found.need(rules::ATTACHMENT, name("UF").is_some(), place, "UF");
        let relation = file.name(dictionary, "AFRelationship");
        let known = ["Source", "Data", "Alternative", "Supplement", "Unspecified"];
        found.need(rules::ATTACHMENT, known.contains(&relation), place, "AFRelationship");
        found.need(rules::ATTACHMENT, listed.contains(&id), place, "EmbeddedFiles");
        found.need(rules::ATTACHMENT, owned.contains(&id), place, "AF");
        let stream = file.stream(held, "F");
        let typed = stream.is_some_and(|stream| file.name(&stream.dict, "Subtype").contains('/'));
        found.need(rules::ATTACHMENT, typed, place, "Subtype");
        let dated = stream.and_then(|stream| file.dict(&stream.dict, "Params"));
        let dated = dated.is_some_and(|params| params.has(b"ModDate"));
        found.need(rules::ATTACHMENT, dated, place, "ModDate");
    });
}

fn intent(file: &File<'_>, found: &mut Findings) {
    let all = file.array(file.catalog, "OutputIntents").iter();
    let all = all.filter_map(|intent| file.as_dict(intent));
    let ours: Vec<&Dictionary> =
        all.filter(|intent| file.name(intent, "S") == "GTS_PDFA1").collect();
    let [intent] = ours.as_slice() else {
        return found.add(rules::INTENT, Place::file(), format!("{} of GTS_PDFA1", ours.len()));
    };
    let named = file.get(intent, "OutputConditionIdentifier").and_then(|name| name.as_str().ok());
    let named = named.is_some_and(|name| !text(name).trim().is_empty());
    found.need(rules::INTENT, named, Place::file, "OutputConditionIdentifier");
    let Some(Object::Stream(profile)) = file.get(intent, "DestOutputProfile") else {
        return found.add(rules::INTENT, Place::file(), "DestOutputProfile");
    };
    let colours = file.integer(&profile.dict, "N") == Some(3);
    let sound = profile.get_plain_content().is_ok_and(|data| is_rgb_profile(&data));
    found.need(rules::ICC, colours && sound, Place::file, "");
}

/// The head of an ICC profile (ICC.1, 7.2): its length, version 2 or 4, class, RGB, signature.
pub(super) fn is_rgb_profile(data: &[u8]) -> bool {
    let field = |at: usize| data.get(at..at + 4).unwrap_or_default();
    let length = u32::try_from(data.len()).map(u32::to_be_bytes);
    let class: [&[u8]; 3] = [b"mntr", b"prtr", b"spac"];
    data.len() > 132
        && length.is_ok_and(|length| length == field(0))
        && data.get(8).is_some_and(|version| *version <= 4)
        && class.contains(&field(12))
        && field(16) == b"RGB "
        && field(36) == b"acsp"
}
