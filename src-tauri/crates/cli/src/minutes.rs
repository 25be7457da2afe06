//! `minutes`: the Niederschrift, another document of a session, or a paper as a file, from a vault or
//! from a record.

use crate::arguments::{self, Document, Part};
use crate::report::{Status, say};
use crate::{files, vault};
use sitzungsbuch_app::core::agenda_item::Part as PartOfItem;
use sitzungsbuch_app::core::{MeetingId, Moment, Timestamp};
use sitzungsbuch_app::documents::{self, Edition, Kind, Rendered, Scope};
use sitzungsbuch_app::{ApiError, Chain, Engine, ErrorCode};
use std::path::Path;

pub(crate) fn run(arguments: &arguments::Minutes) -> Result<Status, ApiError> {
    let kind = kind(arguments)?;
    if arguments.sealed {
        return sealed(arguments, &kind);
    }
    let made = if let Some(file) = &arguments.record {
        let record = documents::read_record(&files::read(file, "Die Datei")?)?;
        documents::composed(&record, &kind)?
    } else if let (Kind::Paper { paper }, None) = (&kind, &arguments.meeting) {
        let folder = vault::folder(&arguments.vault)?;
        let engine = vault::open(&folder, arguments.vault.passphrase_file.as_deref())?;
        documents::paper(&engine, None, paper, issue(arguments)?)?
    } else {
        let (mut engine, meeting) = session(arguments)?;
        if engine.chain(meeting)? != Chain::Intact {
            say(
                "Achtung: Die Aufzeichnung dieser Sitzung ist nicht unversehrt („journal verify“).",
            );
        }
        documents::make(&mut engine, meeting, &kind, issue(arguments)?)?
    };
    if is_odt(&arguments.out) {
        files::write(&arguments.out, &documents::editable(&made.document)?)?;
    } else {
        write(&arguments.out, &documents::set(&made, arguments.archive.into())?)?;
    }
    Ok(Status::Good)
}

/// When the document is issued, and as what.
fn issue(arguments: &arguments::Minutes) -> Result<(Moment, Edition), ApiError> {
    let now = || documents::civil(Timestamp::new(chrono::Utc::now()));
    let at = arguments.issued.as_deref().map_or_else(|| Ok(now()), documents::read_civil)?;
    Ok((at, if arguments.draft { Edition::Draft } else { Edition::Final }))
}

/// The vault and the session in it.
fn session(arguments: &arguments::Minutes) -> Result<(Engine, MeetingId), ApiError> {
    let folder = vault::folder(&arguments.vault)?;
    let engine = vault::open(&folder, arguments.vault.passphrase_file.as_deref())?;
    let meeting = arguments.meeting.as_deref().unwrap_or_default();
    let meeting = MeetingId::parse(meeting).map_err(|_| {
        ApiError::new(ErrorCode::BadInput, format!("„{meeting}“ ist keine Kennung."))
            .hint("„sitzungsbuch journal“ zeigt alle Sitzungen.")
    })?;
    Ok((engine, meeting))
}

/// Makes a signed version again, and says that it is the one that was signed.
fn sealed(arguments: &arguments::Minutes, kind: &Kind) -> Result<Status, ApiError> {
    let Kind::Minutes { scope } = kind else {
        let parts = "„--sealed“ gibt es für die Niederschrift mit „--part complete“ oder „public“.";
        return Err(wrong(parts));
    };
    if is_odt(&arguments.out) {
        return Err(wrong("Eine unterschriebene Niederschrift ist eine PDF-Datei, kein ODT."));
    }
    let (engine, meeting) = session(arguments)?;
    write(&arguments.out, &documents::remade(&engine, meeting, *scope)?)?;
    say("Die Datei gleicht Byte für Byte der, die unterschrieben worden ist.");
    Ok(Status::Good)
}

fn is_odt(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.eq_ignore_ascii_case("odt"))
}

/// What is asked for. Each document has its own parts, and says which.
fn kind(arguments: &arguments::Minutes) -> Result<Kind, ApiError> {
    let item = arguments.item.clone();
    if item.is_some() != (arguments.document == Document::Excerpt) {
        return Err(wrong("„--item NUMMER“ gehört zu „--document excerpt“ und nur dorthin."));
    }
    if arguments.paper.is_some() != (arguments.document == Document::Paper) {
        return Err(wrong("„--paper NUMMER“ gehört zu „--document paper“ und nur dorthin."));
    }
    let scope = match arguments.part {
        Some(Part::Complete) => Some(Scope::Complete),
        Some(Part::Public) => Some(Scope::Public),
        Some(Part::NonPublic) | None => None,
    };
    let parts = |parts: &str| wrong(&format!("Für dieses Dokument wird gebraucht: {parts}."));
    let both = || parts("„--part complete“ oder „--part public“");
    Ok(match (arguments.document, arguments.part) {
        (Document::Minutes, Some(Part::NonPublic)) => Kind::NonPublicMinutes {},
        (Document::Minutes, _) => {
            let scope = scope.ok_or_else(|| parts("„--part complete“, „public“ oder „non-public“"));
            Kind::Minutes { scope: scope? }
        }
        (Document::Invitation, _) => Kind::Invitation { scope: scope.ok_or_else(both)? },
        (Document::Proof, _) => Kind::Proof { scope: scope.ok_or_else(both)? },
        (Document::Excerpt, part) => {
            let part = match part {
                Some(Part::Public) => PartOfItem::Public,
                Some(Part::NonPublic) => PartOfItem::NonPublic,
                _ => return Err(parts("„--part public“ oder „--part non-public“")),
            };
            Kind::Excerpt { part, item: item.unwrap_or_default() }
        }
        (_, Some(_)) => return Err(wrong("Dieses Dokument hat keine Teile: „--part“ entfällt.")),
        (Document::Reading, None) => Kind::Reading {},
        (Document::Sheet, None) => Kind::Sheet {},
        (Document::Attendance, None) => Kind::Attendance {},
        (Document::Paper, None) => {
            Kind::Paper { paper: arguments.paper.clone().unwrap_or_default() }
        }
    })
}

fn wrong(message: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message).hint("„sitzungsbuch minutes --help“ hilft weiter.")
}

/// Writes a document, and says what it could not print.
pub(crate) fn write(file: &Path, rendered: &Rendered) -> Result<(), ApiError> {
    files::write(file, &rendered.pdf)?;
    let warning = rendered.warning();
    if !warning.is_empty() {
        say(&format!("Achtung: {warning}"));
    }
    Ok(())
}
