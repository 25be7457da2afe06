//! The wording in which the chair puts an item, where that is not the proposal.
//!
//! It is durable with every change and says nothing yet: a vote takes it over. A row that cannot be
//! read is as good as none.

use crate::core::richtext::RichText;
use crate::core::{AgendaItemId, MeetingId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::row;
use crate::view;
use sitzungsbuch_store as store;
use std::collections::BTreeMap;

/// Wordings of a session, by item.
pub(crate) type Wordings = BTreeMap<AgendaItemId, RichText>;

/// How the vault calls those of a session.
fn kind(meeting: MeetingId) -> String {
    format!("wordings/{meeting}")
}

impl Engine {
    /// What was kept for a session.
    pub(crate) fn wordings(&self, meeting: MeetingId) -> Result<Wordings, ApiError> {
        Ok(self.kept(&kind(meeting))?.map(|(wordings, _)| wordings).unwrap_or_default())
    }

    /// The row with a new wording of an item, or without it.
    pub(crate) fn with_wording(
        &mut self,
        meeting: MeetingId,
        item: AgendaItemId,
        wording: Option<&RichText>,
    ) -> Result<store::FormRow, ApiError> {
        self.state(meeting)?.now.item(item).ok_or_else(view::no_item)?;
        let mut all = self.wordings(meeting)?;
        match wording {
            Some(wording) => drop(all.insert(item, wording.clone())),
            None => drop(all.remove(&item)),
        }
        let none = all.is_empty().then(|| store::FormRow { kind: kind(meeting), body: None });
        none.map_or_else(|| row(&kind(meeting), &all), Ok)
    }
}
