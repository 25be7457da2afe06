//! The documents of a session: from its state to the bytes of a PDF.
//!
//! It joins master data, state and texts to a [`Record`] and hands that through composing, layout
//! and writer. Fonts and colour profile are embedded in the program. Nothing here reads a clock: when
//! a document is issued comes in. Which documents there are is [`Kind`].

mod kind;
mod papers;
mod sealing;
mod typefaces;

use crate::conformity::Archive;
use crate::convert;
use crate::core::directory::MasterRow;
use crate::core::organization::Body;
use crate::core::person::Person;
use crate::core::richtext::{self, RichText};
use crate::core::{MeetingId, Moment, Timestamp};
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};
use crate::{json, messages};
use chrono::DateTime;
use serde::{Deserialize, Serialize};
use sitzungsbuch_minutes::compose;
use sitzungsbuch_minutes::frame::Layout;
use sitzungsbuch_minutes::layout;
use sitzungsbuch_minutes::odt::{self, OdtError};
use sitzungsbuch_minutes::pdf::{Associated, Metadata};
use sitzungsbuch_minutes::picture::{self, Unread};
use sitzungsbuch_minutes::record::{self, Incomplete, Issue};
use std::sync::atomic::{AtomicU64, Ordering};

use typefaces::{Family, family};

pub use kind::{Composed, Kind, composed, kinds, make, render};
pub(crate) use kind::{of_a_plan, of_a_record, plan, signed};
pub(crate) use papers::of_a_session as papers_of;
pub use papers::{paper, papers};
pub use sealing::{SealedDocument, remade};
pub use sitzungsbuch_minutes::compose::{CHAIR_FIELD, CLERK_FIELD, COSIGNER_FIELD};
pub use sitzungsbuch_minutes::document::{Document, Signer};
pub use sitzungsbuch_minutes::record::{Edition, Record};

/// Which parts of the session a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// Both parts.
    Complete,
    /// The public part alone.
    Public,
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has, each replaced by a visible substitute.
    pub missing: Vec<char>,
}

impl Rendered {
    /// What could not be printed, as sentences; empty as a rule.
    pub fn warning(&self) -> String {
        messages::without_font(&self.missing)
    }
}

/// How often all was forgotten: pages that were being made then must not bring any back.
static FORGOTTEN: AtomicU64 = AtomicU64::new(0);
/// Name of the record that lies in a Niederschrift.
const RECORD: &str = "niederschrift.json";
pub(crate) const PROGRAM: &str = concat!("Sitzungsbuch ", env!("CARGO_PKG_VERSION"));

/// The zone of German bodies, for times that come from the clock.
pub(crate) const ZONE: chrono_tz::Tz = chrono_tz::Europe::Berlin;

/// Civil time of a German body at a time of the clock.
pub fn civil(now: Timestamp) -> Moment {
    convert::civil(ZONE, now)
}

/// Reads a civil time of a German body: `2026-11-20T10:00`.
pub fn read_civil(text: &str) -> Result<Moment, ApiError> {
    convert::moment(ZONE, text).map_err(|_| {
        ApiError::new(ErrorCode::BadInput, format!("„{text}“ ist keine Uhrzeit."))
            .hint("Erwartet wird zum Beispiel „2026-11-20T10:00“.")
    })
}

/// The record of a session, as far as its documents need it. Once the complete Niederschrift is
/// signed it is the one that was sealed with it, whatever became of master data since.
pub fn record(
    engine: &mut Engine,
    meeting: MeetingId,
    at: Moment,
    edition: Edition,
) -> Result<Record, ApiError> {
    if let Some(sealed) = sealing::record(engine, meeting, Scope::Complete)? {
        return Ok(sealed.issued(Issue { at, edition }));
    }
    let texts = engine.texts(meeting)?;
    let state = engine.state(meeting)?.clone();
    let issue = Issue { at, edition };
    record::of(&state, engine.directory(), engine.profiles(), &texts, issue)
        .map_err(|why| incomplete(&why))
}

/// The slots that the opening fills, each with what the minutes say there so far.
pub(crate) fn opening_facts(
    engine: &mut Engine,
    meeting: MeetingId,
    at: Moment,
) -> Result<Vec<(richtext::Fact, String)>, ApiError> {
    let record = record(engine, meeting, at, Edition::Draft)?;
    let say = |fact: (richtext::Fact, record::Fact)| {
        (fact.0, compose::opening_fact(&record.public, &fact.1).unwrap_or_default())
    };
    Ok([
        (richtext::Fact::Opening {}, record::Fact::Opening {}),
        (richtext::Fact::Invitation {}, record::Fact::Invitation {}),
        (richtext::Fact::Substitutions {}, record::Fact::Substitutions {}),
        (richtext::Fact::Quorum {}, record::Fact::Quorum {}),
    ]
    .map(say)
    .into())
}

/// Reads a record that was written before.
pub fn read_record(text: &str) -> Result<Record, ApiError> {
    let text = json::without_mark(text);
    let record: Record = serde_json::from_str(text).map_err(|fault| {
        let place = json::place(&fault).map(|place| format!(" ({place})")).unwrap_or_default();
        let why = json::explain(&fault, serde_json::from_str(text).ok().as_ref());
        let message = format!("Die Datei mit dem Sitzungsstand ist nicht lesbar{place}: {why}");
        ApiError::new(ErrorCode::BadInput, message).hint(format!("(Technische Angabe: {fault})"))
    })?;
    record.public.template.check().map_err(|why| {
        let why = messages::template_fault(why);
        let message = format!("Vorlage der Niederschrift im Sitzungsstand: {why}");
        ApiError::new(ErrorCode::BadInput, message)
            .hint("Prüfen Sie das Feld „template“ der Datei.")
    })?;
    Ok(record)
}

/// Arms and pictures of signatures that cannot be printed are refused before they are kept.
pub(crate) fn check_graphics(row: &MasterRow) -> Result<(), ApiError> {
    let (which, graphic) = match row {
        MasterRow::Body(Body { name, arms: Some(arms), .. }) => {
            (format!("Wappen oder Logo von „{name}“"), arms)
        }
        MasterRow::Person(person @ Person { signature: Some(signature), .. }) => {
            (format!("Bild der Unterschrift von {}", person.full_name()), signature)
        }
        _ => return Ok(()),
    };
    picture::read(&compose::graphic(graphic)).map(drop).map_err(|why| {
        let message = format!("{which}: {why}");
        ApiError::new(ErrorCode::Rejected, message).hint(
            "Die bisherigen Stammdaten sind unverändert; keine der neuen Angaben wurde übernommen.",
        )
    })
}

/// Pictures of a text that cannot be printed are refused before they are kept; what the text before it
/// held was looked at then.
pub(crate) fn check_pictures(text: &RichText, before: Option<&RichText>) -> Result<(), ApiError> {
    let known = before.map(RichText::pictures).unwrap_or_default();
    for picture in text.pictures() {
        if known.iter().any(|one| one.graphic == picture.graphic) {
            continue;
        }
        picture::read(&compose::graphic(&picture.graphic)).map_err(|why| {
            let message = format!("Bild „{}“: {why}", picture.alternative);
            ApiError::new(ErrorCode::Rejected, message)
                .hint("Die letzte gespeicherte Fassung des Textes ist erhalten.")
        })?;
    }
    Ok(())
}

/// Who signs a document, in the order of signing: the clerk, then the chairs.
pub fn signers(record: &Record, scope: Scope) -> Vec<Signer> {
    let mut signers = match scope {
        Scope::Complete => compose::signers(record),
        Scope::Public => compose::public_signers(&record.public),
    };
    signers.sort_by_key(|signer| signer.field != CLERK_FIELD);
    signers
}

/// What stands in the field of a signer as the role.
pub fn role_words(signer: &Signer) -> String {
    match signer.items.as_str() {
        "" => signer.role.clone(),
        items => format!("{}, {items}", signer.role),
    }
}

/// Sets a document into pages and writes them, for one of the parts of PDF/A.
pub fn set(composed: &Composed, archive: Archive) -> Result<Rendered, ApiError> {
    let layout = typeset(&composed.document)?;
    let pdf = written(&layout, composed, archive, PROGRAM)?;
    Ok(Rendered { pdf, pages: layout.pages.len(), missing: layout.missing })
}

/// Sets a document into pages.
pub(crate) fn typeset(document: &Document) -> Result<Layout, ApiError> {
    let fonts = family(document.typeface).fonts().map_err(|fault| unwritten(fault))?;
    let layout = forgetful(|| layout::typeset(document, fonts));
    match &layout.unread {
        Some(unread) => Err(left_out(unread)),
        None => Ok(layout),
    }
}

/// A document is made with all its pictures, or not at all.
fn left_out(unread: &Unread) -> ApiError {
    let which = match &unread.alternative {
        Some(words) => format!("Bild „{words}“"),
        None => "Wappen oder Logo".to_owned(),
    };
    ApiError::new(ErrorCode::BadInput, format!("{which}: {}", unread.why))
        .hint("Die Aufzeichnung der Sitzung ist unverändert gespeichert.")
}

/// Does a piece of work that must leave nothing behind if the vault is locked meanwhile.
fn forgetful<T>(work: impl FnOnce() -> T) -> T {
    let before = FORGOTTEN.load(Ordering::SeqCst);
    let done = work();
    if FORGOTTEN.load(Ordering::SeqCst) != before {
        forget_all();
    }
    done
}

fn forget_all() {
    typefaces::FAMILIES.iter().for_each(Family::forget);
}

/// The file of pages, with the record that lies in it.
pub(crate) fn written(
    layout: &Layout,
    composed: &Composed,
    archive: Archive,
    program: &str,
) -> Result<Vec<u8>, ApiError> {
    let record = composed.record.as_deref().filter(|_| archive == Archive::A3a);
    let record = record.map(|text| Associated {
        name: RECORD,
        media: "application/json",
        description: "Aufzeichnung der Sitzung für Programme",
        bytes: text.as_bytes(),
    });
    let metadata = metadata(&composed.document, archive, program)?;
    let press = family(composed.document.typeface).press();
    forgetful(|| press.write(layout, &metadata, record.as_ref())).map_err(|fault| unwritten(&fault))
}

/// Writes a document as ODT, for editing; it never has signatures.
pub fn editable(document: &Document) -> Result<Vec<u8>, ApiError> {
    let metadata = metadata(document, Archive::A3a, PROGRAM)?;
    odt::write(document, &metadata).map_err(|fault| match fault {
        OdtError::Picture(unread) => left_out(&unread),
        fault => unwritten(&fault),
    })
}

/// Forgets the words and pages of all documents that were made: the vault they come from is locked.
pub(crate) fn forget() {
    FORGOTTEN.fetch_add(1, Ordering::SeqCst);
    forget_all();
}

fn metadata(document: &Document, archive: Archive, program: &str) -> Result<Metadata, ApiError> {
    Ok(Metadata {
        title: document.title.clone(),
        author: document.author.clone(),
        creator: "Sitzungsbuch".to_owned(),
        producer: program.to_owned(),
        created: DateTime::parse_from_rfc3339(&document.created)
            .map_err(|_| messages::internal())?,
        archive,
    })
}

fn unwritten(fault: &dyn std::fmt::Display) -> ApiError {
    ApiError::new(ErrorCode::Internal, "Das Dokument konnte nicht erzeugt werden.")
        .hint("Die Aufzeichnung der Sitzung ist unverändert gespeichert.")
        .hint(format!("Technische Angabe: {fault}"))
}

fn incomplete(why: &Incomplete) -> ApiError {
    let (message, hint) = match why {
        Incomplete::NotPrepared => ("Diese Sitzung gibt es nicht.", "Prüfen Sie die Kennung."),
        Incomplete::NotOpened => (
            "Die Sitzung ist noch nicht eröffnet; eine Niederschrift gibt es noch nicht.",
            "Eröffnen Sie die Sitzung zuerst.",
        ),
        Incomplete::NotClosed => {
            ("Die Sitzung ist noch nicht geschlossen.", "Bis dahin ist nur ein Entwurf möglich.")
        }
        Incomplete::ProfileMissing => (
            "Das Regelprofil, nach dem die Sitzung geführt wurde, fehlt in dieser Fassung des Programms.",
            "Öffnen Sie die Sitzung mit der Fassung, mit der sie geführt wurde.",
        ),
        Incomplete::PersonMissing { .. }
        | Incomplete::OrganizationMissing { .. }
        | Incomplete::BodyMissing { .. } => (
            "In den Stammdaten fehlt eine Angabe, die für die Niederschrift gebraucht wird.",
            "Ergänzen Sie die Stammdaten.",
        ),
    };
    ApiError::new(ErrorCode::Rejected, message)
        .hint(hint)
        .hint("Die Aufzeichnung der Sitzung ist unverändert gespeichert.")
}
