//! Files of the attachments that a session lists. They come whenever they come, so a file is no act of
//! the session: it lies beside the journal, and goes with the attachment that it belongs to.
//!
//! It takes what every reader can open for years (PDF, JPEG, PNG), judged by what a file is and not
//! by its name. With the first signature nothing changes any more.

use crate::core::{AttachmentId, MeetingId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::request::{self, Caller};
use crate::{messages, orders, rows};
use sitzungsbuch_store::{self as store, AttachedFile, FileEntry, FileRow};

/// No file is larger (25 MB).
pub const MOST_BYTES: u64 = 25_000_000;

/// What a file may be: its first bytes, how it is called, what its name ends on.
const KINDS: [(&[u8], &str, &[&str]); 3] = [
    (b"%PDF-", "PDF", &["pdf"]),
    (b"\xFF\xD8\xFF", "JPEG", &["jpg", "jpeg"]),
    (b"\x89PNG\r\n\x1A\n", "PNG", &["png"]),
];

/// Longer names are cut; the end, which says what it is, stays.
const NAME_CHARS: usize = 120;

impl Engine {
    /// The files of a session, without their bytes.
    pub(crate) fn files(&self, meeting: MeetingId) -> Result<Vec<FileEntry>, ApiError> {
        self.vault().files(&meeting.to_string()).map_err(|fault| messages::store(&fault))
    }

    /// The file of an attachment, as it was given.
    pub fn file(
        &self,
        meeting: MeetingId,
        attachment: AttachmentId,
    ) -> Result<AttachedFile, ApiError> {
        let found = self.vault().file(&meeting.to_string(), &attachment.to_string());
        found.map_err(|fault| messages::store(&fault))?.ok_or_else(messages::no_file)
    }

    /// Whether files may still come and go.
    pub(crate) fn takes_files(&mut self, meeting: MeetingId) -> Result<(), ApiError> {
        if let store::Chain::Broken { reason, .. } = self.chain(meeting)? {
            return Err(messages::broken_chain(reason));
        }
        if self.is_sealed(meeting)? { Err(messages::sealed()) } else { Ok(()) }
    }

    /// Keeps the file of an attachment; one that was there goes.
    pub fn attach(
        &mut self,
        meeting: MeetingId,
        attachment: AttachmentId,
        (name, bytes): (&str, Vec<u8>),
        caller: &Caller,
    ) -> Result<(), ApiError> {
        let (media, endings) =
            kind(&bytes).ok_or_else(|| messages::unfit_file(name, bytes.len()))?;
        let name = clean(name, endings);
        let file = AttachedFile { name, media: media.to_owned(), bytes };
        self.put_file(meeting, attachment, Some(file), caller)
    }

    /// Removes the file of an attachment with all its bytes; the attachment stays listed.
    pub(crate) fn detach(
        &mut self,
        meeting: MeetingId,
        attachment: AttachmentId,
        caller: &Caller,
    ) -> Result<(), ApiError> {
        self.file(meeting, attachment)?;
        self.put_file(meeting, attachment, None, caller)
    }

    fn put_file(
        &mut self,
        meeting: MeetingId,
        attachment: AttachmentId,
        file: Option<AttachedFile>,
        caller: &Caller,
    ) -> Result<(), ApiError> {
        self.takes_files(meeting)?;
        let state = self.state(meeting)?;
        if !state.now.attachments.iter().any(|listed| listed.id == attachment) {
            return Err(messages::not_listed());
        }
        let (id, attachment) = (meeting.to_string(), attachment.to_string());
        let expected_revision = state.revision();
        let digest = request::of_text(&format!("file\n{id}\n{attachment}"));
        let write = store::Write {
            meeting: Some(store::MeetingWrite {
                meeting: id,
                expected_revision,
                file: Some(FileRow { attachment, file }),
                ..store::MeetingWrite::default()
            }),
            ..rows::write(orders::new_act()?, digest, caller)
        };
        self.commit(&write, Some(meeting))
    }
}

/// What a file is, by its first bytes; none for one that is not taken.
fn kind(bytes: &[u8]) -> Option<(&'static str, &'static [&'static str])> {
    let fits = bytes.len() as u64 <= MOST_BYTES;
    let found = KINDS.iter().find(|(begin, ..)| fits && bytes.starts_with(begin));
    found.map(|(_, media, endings)| (*media, *endings))
}

/// A name that can be written down and saved under everywhere, ending on what the file is.
fn clean(name: &str, endings: &[&str]) -> String {
    let plain = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    let name: String = name.chars().filter(|c| plain(*c)).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let known = endings.iter().find(|one| one.eq_ignore_ascii_case(ending));
    let stem = if known.is_some() { stem } else { &name };
    let stem: String = stem.trim().chars().take(NAME_CHARS).collect();
    let stem = if stem.is_empty() { "Anlage" } else { stem.trim() };
    format!("{stem}.{}", known.or(endings.first()).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say_and_not_what_its_name_says() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], Some("PDF")),
            (b"\xFF\xD8\xFF\xE0JFIF", Some("JPEG")),
            (b"\x89PNG\r\n\x1A\n....", Some("PNG")),
            (b"PK\x03\x04", None),
            (b"%PD", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes).map(|(media, _)| media), expected, "{bytes:?}");
        }
        let mut large = b"%PDF-1.7".to_vec();
        large.resize(usize::try_from(MOST_BYTES).unwrap(), 0);
        assert!(kind(&large).is_some());
        large.push(0);
        assert!(kind(&large).is_none());
    }

    #[test]
    fn a_name_can_be_saved_under_everywhere() {
        let long = format!("{}.pdf", "ä".repeat(300));
        for (name, endings, expected) in [
            ("Vortrag.pdf", &["pdf"][..], "Vortrag.pdf"),
            ("Foto.JPG", &["jpg", "jpeg"], "Foto.jpg"),
            ("Foto.jpeg", &["jpg", "jpeg"], "Foto.jpeg"),
            ("Entwurf.docx", &["pdf"], "Entwurf.docx.pdf"),
            ("a/b\\c:\n.pdf", &["pdf"], "abc.pdf"),
            (".pdf", &["pdf"], "Anlage.pdf"),
            ("", &["png"], "Anlage.png"),
        ] {
            assert_eq!(clean(name, endings), expected, "{name}");
        }
        assert_eq!(clean(&long, &["pdf"]).chars().count(), NAME_CHARS + 4);
    }
}
