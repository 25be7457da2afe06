//! `minutes`: the Niederschrift as a file, from a vault or from a record.

use crate::arguments::{self, Part};
use crate::report::{Status, say};
use crate::{files, vault};
use sitzungsbuch_app::core::{MeetingId, Timestamp};
use sitzungsbuch_app::documents::{self, Edition, Rendered, Scope};
use sitzungsbuch_app::{ApiError, Chain, ErrorCode};
use std::path::Path;

pub(crate) fn run(arguments: &arguments::Minutes) -> Result<Status, ApiError> {
    let record = if let Some(file) = &arguments.record {
        documents::read_record(&files::read(file, "Die Datei")?)?
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
        if engine.chain(meeting)? != Chain::Intact {
            say(
                "Achtung: Die Aufzeichnung dieser Sitzung ist nicht unversehrt („journal verify“).",
            );
        }
        documents::record(&mut engine, meeting, at, edition)?
    };
    let scope = match arguments.part {
        Part::Complete => Scope::Complete,
        Part::Public => Scope::Public,
    };
    if arguments.out.extension().is_some_and(|end| end.eq_ignore_ascii_case("odt")) {
        files::write(&arguments.out, &documents::editable(&record, scope)?)?;
    } else {
        write(&arguments.out, &documents::render_as(&record, scope, arguments.archive.into())?)?;
    }
    Ok(Status::Good)
}

/// Writes a document, and says what it could not print.
pub(crate) fn write(file: &Path, rendered: &Rendered) -> Result<(), ApiError> {
    files::write(file, &rendered.pdf)?;
    if !rendered.missing.is_empty() {
        let missing: String = rendered.missing.iter().collect();
        say(&format!(
            "Achtung: Für diese Zeichen gibt es keine Schrift; sie sind ersetzt: {missing}"
        ));
    }
    Ok(())
}
