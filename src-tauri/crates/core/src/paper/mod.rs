//! Files listed with the minutes. Papers (Vorlagen) are referred to by their local number only.

use crate::agenda_item::Part;
use crate::{AgendaItemId, AttachmentId};
use alloc::string::String;
use serde::{Deserialize, Serialize};

/// A numbered attachment of the minutes; the file itself may follow later. OParl `File`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// Label as printed: "Anlage 1", "Anlage N 1", "Tischvorlage".
    pub label: String,
    /// Title.
    pub title: String,
    /// Item that cites it; none for the session as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// Public or non-public.
    pub part: Part,
}
