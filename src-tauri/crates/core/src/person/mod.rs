//! Persons: how they are called and addressed. Status and seat belong to the membership.

use crate::PersonId;
use crate::graphic::Graphic;
use alloc::string::String;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Form of address, which also decides grammatical gender in generated sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FormOfAddress {
    /// "Frau".
    Frau,
    /// "Herr", inflected "Herrn".
    Herr,
    /// No form of address: the full name is used.
    None,
}

/// A person. OParl `Person`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Identity; survives a change of name.
    pub id: PersonId,
    /// Form of address.
    pub form_of_address: FormOfAddress,
    /// Academic title as written before the name ("Prof. Dr."), empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Given names, with middle initials ("Rainer H.").
    pub given_name: String,
    /// Family name, with its particles ("El Habbas").
    pub family_name: String,
    /// Office as it is printed in the list ("Kreisdirektor und Kämmerer"), empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// Office as it stands before the name in a sentence ("Kreisdirektor"), empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office_prefix: String,
    /// Organisation a guest comes from, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub affiliation: String,
    /// Official telephone number, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Official fax number, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fax: String,
    /// Official e-mail address, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Day of birth, where somebody gave it: the eldest leads where chair and deputies are prevented.
    /// It stands in no document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub birth_date: Option<NaiveDate>,
    /// Picture of the signature. Papers whose original is signed show it above "gez."; no minutes do,
    /// for there it could be taken for a signature (§ 37 Abs. 1 KrO NRW).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Graphic>,
}

impl Person {
    /// "Dr. Mechthild Castendyk".
    pub fn full_name(&self) -> String {
        join(&[&self.title, &self.given_name, &self.family_name])
    }
}

/// Joins the parts that are not empty with single spaces.
fn join(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}
