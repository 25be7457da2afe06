//! The documents that a session gives now, each with the words of its line, what is asked for when
//! it is saved, and the name that is proposed for the file.

use crate::core::agenda_item::Part;
use crate::core::paper::Paper;
use crate::core::session::Phase;
use crate::core::time::german_date;
use crate::core::{MeetingId, Timestamp};
use crate::desk::{DocumentEdition, DocumentRequest};
use crate::documents::{self, Edition, Kind, Record, Scope, civil};
use crate::engine::Engine;
use crate::error::ApiError;
use serde::Serialize;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// "Einladung mit Tagesordnung", "TOP 6: Digitaler Bauantrag".
    pub name: String,
    /// For whom, or what of it; empty where the name says it all.
    pub detail: String,
    /// It tells of the non-public part.
    pub non_public: bool,
    /// What is asked for; none while it cannot be had, and the detail says until when.
    pub request: Option<DocumentRequest>,
    /// Name that is proposed for the file.
    pub file_name: String,
}

/// Documents that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DocumentGroup {
    /// "Vor der Sitzung", "Beschlussauszüge".
    pub name: String,
    /// Its documents.
    pub rows: Vec<DocumentRow>,
}

/// The documents of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DocumentsView {
    /// What is only a draft yet, and why; empty where nothing is.
    pub note: String,
    /// Groups that have documents.
    pub groups: Vec<DocumentGroup>,
}

/// Puts the view together.
pub(crate) fn view(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
) -> Result<DocumentsView, ApiError> {
    let at = civil(now);
    let phase = engine.state(meeting)?.now.phase;
    let plan = documents::plan(engine, meeting, at, Edition::Final)?;
    let edition =
        if phase == Phase::Closed { DocumentEdition::Final } else { DocumentEdition::Draft };
    let record = match phase {
        Phase::New | Phase::Prepared => None,
        Phase::Open | Phase::Closed => {
            Some(documents::record(engine, meeting, at, edition.into())?)
        }
    };
    let signed = phase == Phase::Closed && documents::signed(engine, meeting, at)?.is_some();
    let papers: Vec<Paper> = documents::papers_of(engine, meeting)?.into_iter().cloned().collect();
    let offer = Offer {
        meeting,
        day: german_date(plan.public.start.date()),
        record: record.as_ref(),
        edition,
        signed,
        parts: !plan.non_public.is_empty(),
        papers: &papers,
    };
    let mut kinds = documents::of_a_plan(&plan);
    kinds.extend(record.iter().flat_map(documents::of_a_record));
    if phase == Phase::Closed {
        kinds.push(Kind::Reading {});
    }
    kinds.extend(documents::papers(engine, meeting)?);
    let groups = [
        "Vor der Sitzung",
        "Niederschrift",
        "Beschlussauszüge",
        "Anwesenheit und Beschlussfähigkeit",
        "Vorlagen",
    ];
    let groups = groups.iter().enumerate().map(|(at, name)| DocumentGroup {
        name: (*name).to_owned(),
        rows: kinds.iter().filter(|kind| group(kind) == at).map(|kind| offer.row(kind)).collect(),
    });
    let note = match phase {
        Phase::Open => "Bis die Sitzung geschlossen ist, entstehen Entwürfe.",
        Phase::Closed if !signed => {
            "Beschlussauszüge bleiben Entwürfe, bis alle die Niederschrift unterschrieben haben."
        }
        _ => "",
    };
    let groups = groups.filter(|group| !group.rows.is_empty()).collect();
    Ok(DocumentsView { note: note.to_owned(), groups })
}

/// In which group a document stands.
fn group(kind: &Kind) -> usize {
    match kind {
        Kind::Invitation { .. } | Kind::Sheet {} => 0,
        Kind::Minutes { .. } | Kind::NonPublicMinutes {} | Kind::Reading {} => 1,
        Kind::Excerpt { .. } => 2,
        Kind::Attendance {} | Kind::Proof { .. } => 3,
        Kind::Paper { .. } => 4,
    }
}

/// What the rows are made from.
struct Offer<'a> {
    meeting: MeetingId,
    /// "12.11.2026".
    day: String,
    record: Option<&'a Record>,
    edition: DocumentEdition,
    /// All have signed.
    signed: bool,
    /// The agenda has a non-public part.
    parts: bool,
    /// Papers of the items.
    papers: &'a [Paper],
}

impl Offer<'_> {
    fn row(&self, kind: &Kind) -> DocumentRow {
        let (name, detail, non_public) = self.words(kind);
        let edition = match kind {
            Kind::Invitation { .. } | Kind::Sheet {} | Kind::Reading {} | Kind::Paper { .. } => {
                DocumentEdition::Final
            }
            Kind::Excerpt { .. } if !self.signed => DocumentEdition::Draft,
            _ => self.edition,
        };
        let asked = *kind != (Kind::Reading {}) || self.signed;
        DocumentRow {
            name,
            detail: detail.to_owned(),
            non_public,
            request: asked.then(|| DocumentRequest {
                meeting: self.meeting,
                document: kind.clone(),
                edition,
            }),
            file_name: kind.file_name(&self.day),
        }
    }

    /// Name, detail, and whether it tells of the non-public part.
    fn words(&self, kind: &Kind) -> (String, &'static str, bool) {
        const PUBLIC: &str = "öffentlicher Teil";
        let (name, detail, non_public) = match kind {
            Kind::Invitation { scope: Scope::Complete } => {
                ("Einladung mit Tagesordnung", "für die Mitglieder, mit allen Titeln", true)
            }
            Kind::Invitation { scope: Scope::Public } => {
                let detail =
                    if self.parts { "für die Öffentlichkeit, mit neutralen Titeln" } else { "" };
                ("Einladung mit Tagesordnung", detail, false)
            }
            Kind::Sheet {} => ("Anwesenheitsliste", "zum Unterschreiben", false),
            Kind::Minutes { scope: Scope::Complete } => ("Niederschrift", "vollständig", true),
            Kind::Minutes { scope: Scope::Public } => ("Niederschrift", PUBLIC, false),
            Kind::NonPublicMinutes {} => ("Niederschrift", "nichtöffentlicher Teil", true),
            Kind::Reading {} if self.signed => {
                ("Lesefassung „gez.“", "öffentlicher Teil, zur Veröffentlichung", false)
            }
            Kind::Reading {} => ("Lesefassung „gez.“", "sobald alle unterschrieben haben", false),
            Kind::Excerpt { part, item } => {
                return (self.item(*part, item), "", *part == Part::NonPublic);
            }
            Kind::Paper { paper } => return self.paper(paper),
            // Who left behind closed doors, and when, is no business of the public.
            Kind::Attendance {} => ("Anwesenheitsliste", "mit Zeiten und Minuten", self.parts),
            Kind::Proof { scope: Scope::Complete } => {
                ("Nachweis der Beschlussfähigkeit", "beide Teile", true)
            }
            Kind::Proof { scope: Scope::Public } => {
                ("Nachweis der Beschlussfähigkeit", PUBLIC, false)
            }
        };
        (name.to_owned(), detail, non_public)
    }

    /// "Sitzungsvorlage 20/041/2026: Haushalt 2027".
    fn paper(&self, number: &str) -> (String, &'static str, bool) {
        let paper = self.papers.iter().find(|paper| paper.reference.trim() == number);
        let name = paper
            .map(|paper| format!("{} {number}: {}", paper.paper_type.trim(), paper.name.trim()));
        let closed = paper.is_some_and(|paper| paper.part == Part::NonPublic);
        (name.unwrap_or_default(), "", closed)
    }

    /// "TOP 6: Digitaler Bauantrag".
    fn item(&self, part: Part, reference: &str) -> String {
        let items = self.record.map(|record| match part {
            Part::Public => record.public.items.as_slice(),
            Part::NonPublic => record.non_public.as_ref().map_or(&[][..], |part| &part.items),
        });
        let item = items.unwrap_or_default().iter().find(|item| item.id == reference);
        item.map_or_else(String::new, |item| format!("TOP {}: {}", item.number, item.name))
    }
}
