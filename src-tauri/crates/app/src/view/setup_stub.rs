//! Stands in for what another branch brings: the draft of the opening and the three set-up views.
//! The merge deletes this file.

use super::setup::{AgendaDraft, PeopleDraft, SetUpView};
use crate::core::{MeetingId, PersonId, Timestamp};
use crate::engine::Engine;
use crate::error::ApiError;

/// Presence noted before the opening.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct OpeningDraft {
    pub(super) present: Vec<PersonId>,
    pub(super) chair: Option<PersonId>,
    pub(super) clerk: Option<PersonId>,
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of what takes its place")]
pub(super) fn opening_draft(_: &Engine, _: MeetingId) -> Result<Option<OpeningDraft>, ApiError> {
    Ok(None)
}

pub(super) fn people(_: &str) -> PeopleDraft {
    PeopleDraft { people: Vec::new(), summary: String::new() }
}

pub(super) fn agenda(_: &str) -> AgendaDraft {
    AgendaDraft { items: Vec::new(), summary: String::new() }
}

pub(super) fn set_up(_: &Engine, now: Timestamp) -> SetUpView {
    let today = crate::documents::civil(now).date().to_string();
    SetUpView { committees: Vec::new(), profiles: Vec::new(), today }
}
