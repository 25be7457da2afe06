//! Pictures as their files have them: arms of a body, pictures in a text. `minutes` judges whether one
//! can be printed.

use alloc::string::String;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Graphic {
    /// The text of an SVG file.
    Svg(String),
    /// A PNG or JPEG file in base64.
    Base64(String),
}

impl Graphic {
    /// How many bytes it is kept in.
    pub fn size(&self) -> usize {
        match self {
            Self::Svg(text) | Self::Base64(text) => text.len(),
        }
    }
}

/// Its size alone: a picture may show what no log may hold.
impl fmt::Debug for Graphic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if matches!(self, Self::Svg(_)) { "Svg" } else { "Base64" };
        write!(f, "{kind}({} bytes)", self.size())
    }
}
