//! The kinds of documents that a session gives, and composing one of them.
//!
//! A kind that everybody may read is made of the public plan or the public record alone: the types
//! in `minutes::compose` see to that.

use super::{Rendered, Scope, incomplete, papers, record, sealing, set};
use crate::conformity::Archive;
use crate::core::agenda_item::Part;
use crate::core::{MeetingId, Moment};
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};
use crate::signing;
use serde::{Deserialize, Serialize};
use sitzungsbuch_minutes::compose;
use sitzungsbuch_minutes::document::Document;
use sitzungsbuch_minutes::record::{self as records, Edition, Issue, Plan, Record};

/// A document of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Kind {
    /// Einladung mit Tagesordnung; in the public one non-public items have their neutral names.
    Invitation {
        /// Which parts.
        scope: Scope,
    },
    /// Anwesenheitsliste to sign on.
    Sheet {},
    /// Niederschrift.
    Minutes {
        /// Which parts.
        scope: Scope,
    },
    /// Niederschrift, nichtöffentlicher Teil by itself.
    NonPublicMinutes {},
    /// Lesefassung of the public part, once all have signed.
    Reading {},
    /// Beschlussauszug.
    Excerpt {
        /// Part of the item.
        part: Part,
        /// Its reference: the number, told apart where it comes twice.
        item: String,
    },
    /// Anwesenheitsliste as recorded.
    Attendance {},
    /// Nachweis der Beschlussfähigkeit.
    Proof {
        /// Which parts.
        scope: Scope,
    },
    /// Vorlage, Drucksache: of the body, made of master data.
    Paper {
        /// Its number; its id where it has none.
        paper: String,
    },
}

impl Kind {
    /// "Beschlussauszug 12.11.2026 TOP 6.pdf".
    pub fn file_name(&self, day: &str) -> String {
        let parts = |scope: &Scope| match scope {
            Scope::Complete => "vollständig".to_owned(),
            Scope::Public => "öffentlich".to_owned(),
        };
        let (name, which) = match self {
            Self::Invitation { scope } => ("Einladung", parts(scope)),
            Self::Sheet {} => ("Anwesenheitsliste", "zum Unterschreiben".to_owned()),
            Self::Minutes { scope } => ("Niederschrift", parts(scope)),
            Self::NonPublicMinutes {} => ("Niederschrift", "nichtöffentlich".to_owned()),
            Self::Reading {} => ("Niederschrift", "Lesefassung".to_owned()),
            Self::Excerpt { part: Part::Public, item } => {
                ("Beschlussauszug", format!("TOP {item}"))
            }
            Self::Excerpt { part: Part::NonPublic, item } => {
                ("Beschlussauszug", format!("TOP {item} nichtöffentlich"))
            }
            Self::Attendance {} => ("Anwesenheitsliste", "mit Zeiten".to_owned()),
            Self::Proof { scope } => ("Beschlussfähigkeit", parts(scope)),
            Self::Paper { paper } => ("Vorlage", paper.clone()),
        };
        let name = match self {
            // Its number says enough.
            Self::Paper { .. } => format!("{name} {which}.pdf"),
            _ => format!("{name} {day} {which}.pdf"),
        };
        name.replace(['/', '\\', '#'], "-")
    }
}

impl From<Scope> for Kind {
    fn from(scope: Scope) -> Self {
        Self::Minutes { scope }
    }
}

/// A document with what its file carries besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Composed {
    /// The document.
    pub document: Document,
    /// The record that it was made of, as JSON; none where the file has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// Composes a document of a session.
pub fn make(
    engine: &mut Engine,
    meeting: MeetingId,
    kind: &Kind,
    (at, edition): (Moment, Edition),
) -> Result<Composed, ApiError> {
    if let Kind::Invitation { .. } | Kind::Sheet {} = kind {
        let plan = plan(engine, meeting, at, edition)?;
        let document = of_plan(&plan, kind).ok_or_else(crate::messages::internal)?;
        return Ok(Composed { document, record: None });
    }
    if let Kind::Paper { paper } = kind {
        let body = papers::body(engine, meeting)?;
        return papers::paper(engine, body, paper, (at, edition));
    }
    if *kind != (Kind::Reading {}) {
        return composed(&record(engine, meeting, at, edition)?, kind);
    }
    composed(&reading(engine, meeting, at)?, kind)
}

/// What a Lesefassung is made of: the version that all have signed, with its date. Where only its
/// file was kept, the record of the session.
fn reading(engine: &mut Engine, meeting: MeetingId, at: Moment) -> Result<Record, ApiError> {
    let signed = signed(engine, meeting, at)?.ok_or_else(unsigned)?;
    let Some(sealed) = sealing::record(engine, meeting, signed)? else {
        return record(engine, meeting, at, Edition::Reading);
    };
    let issue = Issue { edition: Edition::Reading, ..sealed.public.issue };
    Ok(sealed.issued(issue))
}

/// What a plan gives, in the order in which it is offered.
pub(crate) fn of_a_plan(plan: &Plan) -> Vec<Kind> {
    let complete = Kind::Invitation { scope: Scope::Complete };
    let complete = (!plan.non_public.is_empty()).then_some(complete);
    let public = [Kind::Invitation { scope: Scope::Public }, Kind::Sheet {}];
    complete.into_iter().chain(public).collect()
}

/// What a record gives besides, and the Lesefassung, which not everybody may have.
pub(crate) fn of_a_record(record: &Record) -> Vec<Kind> {
    let (closed, more) = (record.non_public.is_some(), record.has_more());
    let [open, non_public] = compose::with_decision(record);
    let excerpts = |part: Part, items: Vec<&str>| -> Vec<Kind> {
        items.into_iter().map(|item| Kind::Excerpt { part, item: item.to_owned() }).collect()
    };
    let mut kinds = vec![
        Kind::Minutes { scope: Scope::Complete },
        Kind::Minutes { scope: Scope::Public },
        Kind::NonPublicMinutes {},
    ];
    kinds.extend(excerpts(Part::Public, open));
    kinds.extend(excerpts(Part::NonPublic, non_public));
    kinds.push(Kind::Attendance {});
    kinds.push(Kind::Proof { scope: Scope::Complete });
    kinds.push(Kind::Proof { scope: Scope::Public });
    // Without a second part both versions are one, unless a passage is redacted.
    let second = [Kind::NonPublicMinutes {}, Kind::Proof { scope: Scope::Complete }];
    kinds.retain(|kind| closed || !second.contains(kind));
    kinds.retain(|kind| more || *kind != Kind::Minutes { scope: Scope::Complete });
    kinds
}

/// Everything that a record gives, but for the Lesefassung.
pub fn kinds(record: &Record) -> Vec<Kind> {
    let mut kinds = of_a_plan(&record.plan);
    kinds.extend(of_a_record(record));
    kinds
}

/// The plan of a session, as far as its documents need it.
pub(crate) fn plan(
    engine: &mut Engine,
    meeting: MeetingId,
    at: Moment,
    edition: Edition,
) -> Result<Plan, ApiError> {
    let state = engine.state(meeting)?.clone();
    let issue = Issue { at, edition };
    records::plan(&state, engine.directory(), engine.profiles(), issue)
        .map_err(|why| incomplete(&why))
}

/// The version of the Niederschrift that has all its signatures, and nothing stands against them;
/// the public one before the complete one.
pub(crate) fn signed(
    engine: &mut Engine,
    meeting: MeetingId,
    at: Moment,
) -> Result<Option<Scope>, ApiError> {
    for scope in [Scope::Public, Scope::Complete] {
        if engine.sealed(meeting, scope)?.is_some() {
            let view = signing::look(engine, meeting, scope, at.timestamp())?;
            if view.next.is_none() && view.verdict.is_some_and(|verdict| verdict.good) {
                return Ok(Some(scope));
            }
        }
    }
    Ok(None)
}

/// Makes a document of a record. The same record gives the same bytes.
pub fn render(record: &Record, kind: &Kind) -> Result<Rendered, ApiError> {
    set(&composed(record, kind)?, Archive::A3a)
}

/// Composes a document of a record.
pub fn composed(record: &Record, kind: &Kind) -> Result<Composed, ApiError> {
    Ok(Composed { document: document(record, kind)?, record: carried(record, kind)? })
}

/// The record that a file carries: every Niederschrift has it, as far as its readers may; a draft
/// has none, since its record is not finished.
fn carried(record: &Record, kind: &Kind) -> Result<Option<String>, ApiError> {
    if record.public.issue.edition == Edition::Draft {
        return Ok(None);
    }
    let text = match kind {
        Kind::Minutes { scope: Scope::Complete } | Kind::NonPublicMinutes {}
            if record.has_more() =>
        {
            serde_json::to_string(record)
        }
        Kind::Minutes { .. } | Kind::Reading {} => {
            serde_json::to_string(&Record::for_everybody(&record.plan.public, &record.public))
        }
        _ => return Ok(None),
    };
    text.map(Some).map_err(|_| crate::messages::internal())
}

fn document(record: &Record, kind: &Kind) -> Result<Document, ApiError> {
    let public = &record.public;
    Ok(match kind {
        Kind::Minutes { scope: Scope::Complete } => compose::complete(record),
        Kind::Minutes { scope: Scope::Public } => compose::public(public),
        Kind::NonPublicMinutes {} => compose::non_public(record).ok_or_else(no_such_part)?,
        Kind::Reading {} if public.issue.edition == Edition::Reading => compose::public(public),
        Kind::Reading {} => return Err(unsigned()),
        Kind::Excerpt { part: Part::Public, item } => {
            compose::excerpt(public, item).ok_or_else(|| undecided(item))?
        }
        Kind::Excerpt { part: Part::NonPublic, item } => {
            compose::excerpt_non_public(record, item).ok_or_else(|| undecided(item))?
        }
        Kind::Attendance {} => compose::attendance_list(record),
        Kind::Proof { scope: Scope::Complete } => compose::proof(record),
        Kind::Proof { scope: Scope::Public } => compose::proof_public(public),
        Kind::Invitation { .. } | Kind::Sheet {} => {
            of_plan(&record.plan, kind).ok_or_else(crate::messages::internal)?
        }
        Kind::Paper { .. } => return Err(not_in_record()),
    })
}

/// What is made before the session.
fn of_plan(plan: &Plan, kind: &Kind) -> Option<Document> {
    Some(match kind {
        Kind::Invitation { scope: Scope::Complete } => compose::invitation(plan),
        Kind::Invitation { scope: Scope::Public } => compose::invitation_public(&plan.public),
        Kind::Sheet {} => compose::sheet(&plan.public),
        _ => return None,
    })
}

fn unsigned() -> ApiError {
    ApiError::new(
        ErrorCode::Rejected,
        "Die Lesefassung „gez.“ gibt es erst, wenn alle die Niederschrift unterschrieben haben.",
    )
    .hint("Sie entsteht aus der Niederschrift, die im Tresor unterschrieben worden ist.")
}

fn not_in_record() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Vorlagen stehen nicht im Sitzungsstand.")
        .hint("Sie kommen aus dem Tresor, in dem sie angelegt sind.")
}

fn no_such_part() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diese Sitzung hat keinen nichtöffentlichen Teil.")
        .hint("Die Niederschrift des öffentlichen Teils ist vollständig.")
}

fn undecided(item: &str) -> ApiError {
    ApiError::new(
        ErrorCode::Rejected,
        format!("Zu TOP {item} ist kein Beschluss aufgezeichnet; einen Auszug gibt es nicht."),
    )
    .hint("Prüfen Sie die Nummer des Tagesordnungspunkts.")
}
