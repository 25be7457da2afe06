//! The head of the first page: who writes, and to whom.

use super::{Graphic, LabelledLine};
use serde::{Deserialize, Serialize};

/// Letterhead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Letterhead {
    /// "Kreis Wiesenthal".
    pub body: String,
    /// "Der Kreistag".
    pub organ: String,
    /// "Ausschuss für Digitalisierung".
    pub organization: String,
    /// "Es informiert Sie:".
    pub contact_heading: String,
    /// First line below it, without a label: the name.
    pub contact_name: String,
    /// Labelled lines: telephone, fax, e-mail; only those that have a value.
    pub contact: Vec<LabelledLine>,
    /// "Wiesenthal, den 20.11.2026".
    pub place_and_date: String,
    /// Arms or logo beside the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arms: Option<Graphic>,
}

/// Address field of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    /// Where it comes from, in one small line.
    pub sender: String,
    /// "An die Mitglieder", "des Ausschusses für Digitalisierung".
    pub lines: Vec<String>,
}
