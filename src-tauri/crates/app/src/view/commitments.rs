//! What was promised in the last session of a committee: proposed where its next one is prepared, each
//! as a line of the agenda with its origin. Nothing of it comes onto an agenda by itself.

use super::source::Source;
use super::{chair, proceedings};
use crate::core::OrganizationId;
use crate::core::agenda_item::Part;
use crate::core::proceeding::{Due, Proceeding};
use crate::core::session::state::ProceedingState;
use crate::core::time::german_date;
use crate::core::{MeetingId, Timestamp};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::messages;
use serde::Serialize;

/// Something that was promised and that the next session may want to hear of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpenCommitment {
    /// What was promised.
    pub words: String,
    /// "Sitzung am 12.11.2026, TOP 4: Zusage von der Verwaltung bis zur nächsten Sitzung".
    pub origin: String,
    /// The line that it becomes on the agenda.
    pub line: String,
    /// In which part: what was promised behind closed doors stays there.
    pub part: Part,
}

/// A line of an agenda is no place for more.
const MOST_CHARS: usize = 160;

/// Of the last session of a committee that was opened, in their order.
pub(super) fn open(
    engine: &mut Engine,
    organization: OrganizationId,
    now: Timestamp,
) -> Result<Vec<OpenCommitment>, ApiError> {
    let rows = engine.vault().overviews().map_err(|fault| messages::store(&fault))?;
    let own = organization.to_string();
    let opened = |phase: &str| matches!(phase, "open" | "closed");
    let mut all = rows.iter().filter(|row| row.organization == own && opened(&row.phase));
    let Some(last) = all.next_back() else { return Ok(Vec::new()) };
    let meeting = MeetingId::parse(&last.meeting).map_err(|_| messages::internal())?;
    super::look(engine, meeting, now, |source| {
        Ok(source.now.proceedings.iter().filter_map(|one| commitment(source, one)).collect())
    })
}

/// What was to come with the minutes has come by then.
fn commitment(source: &Source, one: &ProceedingState) -> Option<OpenCommitment> {
    let Proceeding::Commitment { text, due, .. } = &*one.proceeding else { return None };
    if *due == Some(Due::Minutes) {
        return None;
    }
    let (words, day) = (chair::lines(text).join(" "), german_date(source.plan.start.date()));
    let top = one.item.map_or_else(String::new, |item| format!(", {}", source.top(item)));
    Some(OpenCommitment {
        origin: format!("Sitzung am {day}{top}: {}", proceedings::said(source, &one.proceeding)),
        line: format!("Bericht zur Zusage aus der Sitzung am {day}{top}: {}", short(&words)),
        words,
        part: part(source, one),
    })
}

/// The part of its item, and the closed one while the session was in it, be it within that minute.
fn part(source: &Source, one: &ProceedingState) -> Part {
    let own = one.item.and_then(|item| source.now.item(item)).map(|state| state.item.part);
    let changes = || source.now.part_changes.iter();
    let before = changes().rfind(|change| change.at < one.at).map(|change| change.part);
    let within = changes().filter(|change| change.at == one.at).map(|change| change.part);
    let closed = own.into_iter().chain(before).chain(within).any(|part| part == Part::NonPublic);
    if closed { Part::NonPublic } else { Part::Public }
}

/// Cut at a word.
fn short(words: &str) -> String {
    if words.chars().count() <= MOST_CHARS {
        return words.to_owned();
    }
    let cut: String = words.chars().take(MOST_CHARS).collect();
    let at = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..at).unwrap_or(&cut).trim_end_matches([',', ';']))
}
