//! The log: every act as a line, with what can be done about it.

use crate::core::ActId;
use serde::Serialize;

/// An act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LogRow {
    /// Which.
    pub act: ActId,
    /// When it happened: "17:05".
    pub time: String,
    /// When it was entered, if that is not the same minute: "eingetragen 17:20"; empty otherwise.
    pub entered: String,
    /// "Herr KA Pönsgen geht".
    pub words: String,
    /// It was taken back or replaced: "zurückgenommen 17:20", empty otherwise.
    pub withdrawn: String,
    /// It can be taken back.
    pub can_withdraw: bool,
    /// Its time can be corrected.
    pub can_correct_time: bool,
}

/// The log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LogView {
    /// The newest first.
    pub rows: Vec<LogRow>,
}
