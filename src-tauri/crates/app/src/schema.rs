//! JSON Schema of a rule profile, and of the types of the window, from which the TypeScript is written.
//!
//! The window has one document (draft 07, which generators read) with a definition per type. What schemars writes
//! is brought to a form in which every type and every variant has a name of its own: a variant
//! becomes the definition `OrderAct`, told apart by its constant tag; one without a tag stays where it
//! is. Pure, and the same on every run.

use crate::core::rules::profile::RuleProfile;
use crate::desk::{AttachmentOf, DeskStatus, DocumentRequest, Finding, SignatureRequest};
use crate::device::DeviceNotice;
use crate::error::ApiError;
use crate::order::{Answer, Order};
use crate::preview::PreviewHead;
use crate::view::{Question, Reply};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Fields = Map<String, Value>;

/// Every type that crosses the border of the window, each in the field that bears its name.
#[derive(JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "read for its types only")]
struct Api {
    /// Sent.
    order: Order,
    /// Came back.
    answer: Answer,
    /// Asked.
    question: Question,
    /// Came back.
    reply: Reply,
    /// Came back instead.
    error: ApiError,
    /// Where the vault stands.
    desk_status: DeskStatus,
    /// A document that is asked for.
    document_request: DocumentRequest,
    /// A version of the Niederschrift that is to be signed.
    signature_request: SignatureRequest,
    /// Whose file is given or saved.
    attachment_of: AttachmentOf,
    /// What the machine says of itself.
    device_notice: DeviceNotice,
    /// The act of the chair's display.
    finding: Finding,
    /// Came back before the bytes of pages.
    preview_head: PreviewHead,
}

/// The schema of a rule profile, as one lies in `assets/rules/`.
pub fn profile() -> Value {
    schemars::schema_for!(RuleProfile).to_value()
}

/// The schema of the window.
pub fn window() -> Value {
    let generator = SchemaSettings::draft07().for_serialize().into_generator();
    let mut root = generator.into_root_schema_for::<Api>().to_value();
    let taken = root.get_mut("definitions").map(Value::take);
    let Some(Value::Object(types)) = taken else { return root };
    let mut named: BTreeMap<String, Value> = BTreeMap::new();
    for (name, schema) in &types {
        let mut schema = schema.clone();
        for (variant, fields) in variants(name, &mut schema, &types) {
            named.insert(variant, fields);
        }
        titled(&mut schema, name);
        named.insert(name.clone(), schema);
    }
    named.values_mut().for_each(tidy);
    root["definitions"] = json!(named);
    tidy(&mut root);
    root.sort_all_objects();
    root
}

/// Takes the variants of a union out, each under a name of its own, and leaves references. Words
/// without fields become one list.
fn variants(name: &str, schema: &mut Value, types: &Fields) -> Vec<(String, Value)> {
    let Some(Value::Array(options)) = schema.get_mut("oneOf") else { return Vec::new() };
    if let Some(words) = options.iter().map(words).collect::<Option<Vec<_>>>() {
        let words = words.concat();
        schema["type"] = json!("string");
        schema["enum"] = json!(words);
        if let Value::Object(fields) = schema {
            fields.remove("oneOf");
        }
        return Vec::new();
    }
    let mut named = Vec::new();
    for option in options {
        let Some(tag) = tag(option) else { continue };
        let variant = format!("{name}{}{}", tag[..1].to_uppercase(), &tag[1..]);
        let mut fields = whole(option, types);
        titled(&mut fields, &variant);
        named.push((variant.clone(), fields));
        *option = json!({ "$ref": format!("#/definitions/{variant}") });
    }
    named
}

/// The words of an option that has no fields.
fn words(option: &Value) -> Option<Vec<Value>> {
    let list = option.get("enum").and_then(Value::as_array).cloned();
    list.or_else(|| option.get("const").map(|word| vec![word.clone()]))
}

/// The constant by which a variant is told apart.
fn tag(option: &Value) -> Option<String> {
    let fields = option.get("properties")?.as_object()?;
    let word = fields.values().find_map(|field| field.get("const")?.as_str())?;
    (!word.is_empty()).then(|| word.to_owned())
}

/// A variant around another type has the fields of both.
fn whole(option: &Value, types: &Fields) -> Value {
    let mut whole = option.clone();
    let inner = option.pointer("/allOf/0/$ref").or_else(|| option.get("$ref"));
    let Some(inner) = inner.and_then(Value::as_str) else { return whole };
    let inner = inner.trim_start_matches("#/definitions/");
    let Some(inner) = types.get(inner).filter(|inner| inner.get("properties").is_some()) else {
        return whole;
    };
    if let Value::Object(fields) = &mut whole {
        fields.remove("allOf");
        fields.remove("$ref");
    }
    if let (Some(into), Some(from)) =
        (whole.get_mut("properties").and_then(Value::as_object_mut), inner.get("properties"))
    {
        into.extend(from.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())));
    }
    let required = ["required"].iter().filter_map(|name| inner.get(*name)?.as_array());
    let required: Vec<Value> = required.flatten().cloned().collect();
    if let Some(into) = whole.get_mut("required").and_then(Value::as_array_mut) {
        into.extend(required);
    }
    whole
}

fn titled(schema: &mut Value, name: &str) {
    schema["title"] = json!(name);
}

/// Objects have the fields that they have, and what means nothing to a generator goes.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(tidy),
        Value::Object(fields) => {
            if fields.get("properties").is_some_and(Value::is_object) {
                fields.insert("additionalProperties".to_owned(), json!(false));
            }
            fields.values_mut().for_each(tidy);
        }
        _ => {}
    }
}
