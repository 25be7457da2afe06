//! Papers as documents. They belong to a body and to no session: their newest version is printed,
//! whatever session asks for it.

use super::{Composed, Kind, incomplete};
use crate::core::directory::Directory;
use crate::core::paper::Paper;
use crate::core::{BodyId, MeetingId, Moment, PaperId};
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};
use sitzungsbuch_minutes::compose;
use sitzungsbuch_minutes::record::{self as records, Edition, Issue};

/// Composes a paper by its number, or by its id where it has none; of the body that is named, or of
/// any where the number is unique.
pub fn paper(
    engine: &Engine,
    body: Option<BodyId>,
    number: &str,
    (at, edition): (Moment, Edition),
) -> Result<Composed, ApiError> {
    let directory = engine.directory();
    let source = find(directory, body, number.trim())?;
    let issue = Issue { at, edition };
    let made = records::paper(directory, source, issue).map_err(|why| incomplete(&why))?;
    let document = match made {
        records::Paper::Public(paper) => compose::paper(&paper),
        records::Paper::NonPublic(paper) => compose::paper_non_public(&paper),
    };
    Ok(Composed { document, record: None })
}

/// The papers that the items of a session name, and those that answer them, in the order of the
/// agenda.
pub fn papers(engine: &mut Engine, meeting: MeetingId) -> Result<Vec<Kind>, ApiError> {
    let papers = of_a_session(engine, meeting)?;
    let kind = |paper: &Paper| Kind::Paper { paper: paper.reference.trim().to_owned() };
    Ok(papers.into_iter().map(kind).collect())
}

pub(crate) fn of_a_session(
    engine: &mut Engine,
    meeting: MeetingId,
) -> Result<Vec<&Paper>, ApiError> {
    let Some(body) = body(engine, meeting)? else { return Ok(Vec::new()) };
    let now = &engine.state(meeting)?.now;
    let numbers: Vec<String> =
        now.items().map(|state| state.item.paper.trim().to_owned()).collect();
    let directory = engine.directory();
    let mut found: Vec<&Paper> = Vec::new();
    for number in numbers.iter().filter(|number| !number.is_empty()) {
        let named = |paper: &&Paper| paper.reference.trim() == number;
        let answers = |paper: &&Paper| paper.related.iter().any(|other| other.trim() == number);
        let numbered = |paper: &&Paper| paper.body == body && !paper.reference.trim().is_empty();
        let all = || directory.papers.values().filter(numbered);
        let mut answering: Vec<&Paper> = all().filter(answers).collect();
        answering.sort_by_key(|paper| &paper.reference);
        for paper in all().filter(named).chain(answering) {
            if !found.iter().any(|known| known.id == paper.id) {
                found.push(paper);
            }
        }
    }
    Ok(found)
}

/// The body whose organization meets.
pub(super) fn body(engine: &mut Engine, meeting: MeetingId) -> Result<Option<BodyId>, ApiError> {
    let plan = engine.state(meeting)?.now.plan.as_ref();
    let organization = plan.map(|plan| plan.organization);
    let organization = organization.and_then(|id| engine.directory().organizations.get(&id));
    Ok(organization.map(|organization| organization.body))
}

fn find<'a>(
    directory: &'a Directory,
    body: Option<BodyId>,
    number: &str,
) -> Result<&'a Paper, ApiError> {
    let of_body = |paper: &&Paper| body.is_none_or(|body| paper.body == body);
    let all = || directory.papers.values().filter(of_body);
    let mut numbered = all().filter(|paper| !number.is_empty() && paper.reference.trim() == number);
    match (numbered.next(), numbered.next()) {
        (Some(paper), None) => Ok(paper),
        (Some(_), Some(_)) => Err(several(number)),
        (None, _) => {
            let id = PaperId::parse(number).ok();
            all().find(|paper| Some(paper.id) == id).ok_or_else(|| unknown(number))
        }
    }
}

fn unknown(number: &str) -> ApiError {
    ApiError::new(ErrorCode::Rejected, format!("Die Vorlage „{number}“ ist nicht angelegt."))
        .hint("Prüfen Sie die Nummer; Vorlagen kommen mit den Stammdaten eines Skripts.")
}

fn several(number: &str) -> ApiError {
    ApiError::new(
        ErrorCode::Rejected,
        format!("Mehrere Körperschaften haben eine Vorlage „{number}“."),
    )
    .hint(
        "Geben Sie mit „--meeting“ eine Sitzung der Körperschaft an, oder die Kennung der Vorlage.",
    )
}
