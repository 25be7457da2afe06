//! What a document says beside what its pages say: no letter of a text may be missing.

use serde_json::Value;

use crate::frame::{Child, Layout, NodeId, Owner, Shape};

/// Nothing of it can be seen: white space, soft hyphens, controls, joiners, marks of direction.
fn unseen(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}')
}

fn letters(text: &str) -> String {
    text.chars().filter(|sign| !unseen(*sign)).collect()
}

/// All texts of the blocks: inline text, addresses and particulars, wherever they stand.
pub(super) fn texts(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(&document["blocks"], &mut found);
    found.retain(|text| !text.is_empty());
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "text" || name == "href" => {
                        found.push(letters(text));
                    }
                    // Those of particulars are plain words.
                    Value::Array(entries) if name == "entries" => {
                        for entry in entries {
                            lines(entry, found);
                        }
                    }
                    other => collect(other, found),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, found)),
        _ => {}
    }
}

/// Lines of an entry; those of an agenda are no arrays.
fn lines(entry: &Value, found: &mut Vec<String>) {
    match entry {
        Value::Array(lines) => found.extend(lines.iter().filter_map(Value::as_str).map(letters)),
        other => collect(other, found),
    }
}

/// The letters of all pages in the order of the structure.
pub(super) fn printed(layout: &Layout) -> String {
    let mut found = String::new();
    walk(layout, NodeId(0), &mut found);
    letters(&found)
}

fn walk(layout: &Layout, node: NodeId, found: &mut String) {
    for child in &layout.structure[node.0].children {
        match child {
            Child::Node(inner) => walk(layout, *inner, found),
            Child::Content { page, item } => {
                let items = layout.pages[*page].items[*item..].iter();
                for drawn in items.take_while(|drawn| drawn.owner == Owner::Node(node)) {
                    if let Shape::Glyphs(run) = &drawn.shape {
                        match &run.actual_text {
                            Some(text) => found.push_str(text),
                            None => found.push_str(run.glyphs.text()),
                        }
                    }
                }
            }
            Child::Link { .. } | Child::Field { .. } => {}
        }
    }
}
