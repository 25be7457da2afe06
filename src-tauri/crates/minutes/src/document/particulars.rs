//! What a paper says of itself below its title.

use serde::{Deserialize, Serialize};

/// A label, and beside it one entry or several below each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Particular {
    /// "Bearbeitung".
    pub label: String,
    /// Entries, each in its own lines.
    pub entries: Vec<Vec<String>>,
}
