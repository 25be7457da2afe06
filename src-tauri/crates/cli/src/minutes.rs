//! `minutes`: the Niederschrift as a file, from a vault or from a record.

use crate::arguments::{self, Part};
use crate::report::{Status, say};
use crate::vault;
use sitzungsbuch_app::core::{MeetingId, Timestamp};
use sitzungsbuch_app::documents::{self, Edition, Rendered, Scope};
use sitzungsbuch_app::{ApiError, ErrorCode};
use std::path::Path;

pub(crate) fn run(arguments: &arguments::Minutes) -> Result<Status, ApiError> {
    let record = if let Some(file) = &arguments.record {
        let text = std::fs::read_to_string(file).map_err(|fault| {
            let message = format!("Die Datei „{}“ ist nicht lesbar.", file.display());
            ApiError::new(ErrorCode::BadInput, message).hint(format!("Technische Angabe: {fault}"))
        })?;
        documents::read_record(&text)?
    } else {
        let folder = vault::folder(&arguments.vault)?;
        let mut engine = vault::open(&folder, arguments.vault.passphrase_file.as_deref())?;
        let meeting = arguments.meeting.as_deref().unwrap_or_default();
        let meeting = MeetingId::parse(meeting).map_err(|_| {
            ApiError::new(ErrorCode::BadInput, format!("„{meeting}“ ist keine Kennung."))
                .hint("„sitzungsbuch journal“ zeigt alle Sitzungen.")
        })?;
        let now = || documents::civil(Timestamp::new(chrono::Utc::now()));
        let at = arguments.issued.as_deref().map_or_else(|| Ok(now()), documents::read_civil)?;
        let edition = if arguments.draft { Edition::Draft } else { Edition::Final };
        documents::record(&mut engine, meeting, at, edition)?
    };
    let scope = match arguments.part {
        Part::Complete => Scope::Complete,
        Part::Public => Scope::Public,
    };
    write(&arguments.out, &documents::render(&record, scope)?)?;
    Ok(Status::Good)
}

/// Writes a document beside its place and moves it there, so that no half file is left.
pub(crate) fn write(file: &Path, rendered: &Rendered) -> Result<(), ApiError> {
    let unwritable = |fault: &std::io::Error| {
        ApiError::new(
            ErrorCode::Unreadable,
            format!("Die Datei „{}“ kann nicht geschrieben werden.", file.display()),
        )
        .hint("Eine vorhandene Datei dieses Namens ist unverändert.")
        .hint(format!("Technische Angabe: {fault}"))
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut beside = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
        .map_err(|fault| unwritable(&fault))?;
    std::io::Write::write_all(&mut beside, &rendered.pdf).map_err(|fault| unwritable(&fault))?;
    beside.persist(file).map_err(|fault| unwritable(&fault.error))?;
    if !rendered.missing.is_empty() {
        let missing: String = rendered.missing.iter().collect();
        say(&format!(
            "Achtung: Für diese Zeichen gibt es keine Schrift; sie sind ersetzt: {missing}"
        ));
    }
    Ok(())
}
