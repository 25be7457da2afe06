//! A sheet of paper that is filled in and signed by hand.

use serde::{Deserialize, Serialize};

/// A table to be filled in by hand: number and name are printed, the other cells are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sheet {
    /// Heads of the columns: number, name, one for words, two for times, the signature.
    pub head: [String; 6],
    /// Rows with their numbers.
    pub rows: Vec<SheetRow>,
    /// How to fill it in, and what abbreviations mean; empty if nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legend: String,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SheetRow {
    /// "1".
    pub number: String,
    /// "Dr. Mechthild Castendyk"; empty for whoever comes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// "KA, Soziale Liste": the line below the name, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub below: String,
}
