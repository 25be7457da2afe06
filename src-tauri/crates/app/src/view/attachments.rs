//! The attachments that a session lists, and the files that there are of them.

use super::source::Source;
use super::words::BOUND;
use crate::core::AttachmentId;
use crate::core::agenda_item::Part;
use serde::Serialize;
use sitzungsbuch_store::FileEntry;

/// The attachments in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AttachmentsView {
    /// Those of both parts.
    pub rows: Vec<AttachmentRow>,
    /// Files can come and go.
    pub can_change: bool,
    /// Which files can be given, or why none any more.
    pub note: String,
}

/// A listed attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AttachmentRow {
    /// Which.
    pub attachment: AttachmentId,
    /// "Anlage 1".
    pub label: String,
    /// Title.
    pub title: String,
    /// "zu TOP 3", "zur Sitzung".
    pub of: String,
    /// In which part it is listed.
    pub part: Part,
    /// The file; none while there is only number and title.
    pub file: Option<FileOfAttachment>,
}

/// A file in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FileOfAttachment {
    /// "Vortrag.pdf".
    pub name: String,
    /// "PDF, 2,4 MB".
    pub words: String,
}

const TAKEN: &str = "PDF, JPEG oder PNG, bis 25 MB. Die Dateien liegen verschlüsselt im Tresor; die Niederschrift nennt Nummer und Titel.";

/// `closed` says why no file can come or go any more.
pub(super) fn view(
    source: &Source,
    files: &[FileEntry],
    closed: Option<String>,
) -> AttachmentsView {
    let file = |id: AttachmentId| {
        let found = files.iter().find(|file| file.attachment == id.to_string());
        found.map(|file| FileOfAttachment {
            name: file.name.clone(),
            words: format!("{}, {}", file.media, size(file.bytes)),
        })
    };
    let rows = source.now.attachments.iter().map(|one| AttachmentRow {
        attachment: one.id,
        label: one.label.trim().to_owned(),
        title: one.title.trim().to_owned(),
        of: one
            .item
            .map_or_else(|| "zur Sitzung".to_owned(), |item| format!("zu {}", source.top(item))),
        part: one.part,
        file: file(one.id),
    });
    AttachmentsView {
        rows: rows.collect(),
        can_change: closed.is_none(),
        note: closed.unwrap_or_else(|| TAKEN.to_owned()),
    }
}

/// "2,4 MB": with one place, in whole numbers; below a tenth of it in kB.
fn size(bytes: u32) -> String {
    let tenths = bytes.saturating_add(50_000) / 100_000;
    match tenths {
        0 => format!("{}{BOUND}kB", bytes.div_ceil(1_000)),
        _ => format!("{},{}{BOUND}MB", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_say_them() {
        for (bytes, expected) in [
            (1, "1\u{a0}kB"),
            (49_999, "50\u{a0}kB"),
            (50_000, "0,1\u{a0}MB"),
            (2_449_999, "2,4\u{a0}MB"),
            (2_450_000, "2,5\u{a0}MB"),
            (25_000_000, "25,0\u{a0}MB"),
        ] {
            assert_eq!(size(bytes), expected, "{bytes}");
        }
    }
}
