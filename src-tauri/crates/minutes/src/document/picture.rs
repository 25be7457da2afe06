//! Pictures: the arms of a letterhead, and those of a text with their words.

use serde::{Deserialize, Serialize};

/// A picture as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Graphic {
    /// The text of an SVG file.
    Svg(String),
    /// A PNG or JPEG file in base64.
    Base64(String),
}

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// The file.
    pub graphic: Graphic,
    /// What it shows, for whoever does not see it.
    pub alternative: String,
    /// Caption below, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
}
