//! What stands over a session, a sheet or a dialog, with what was typed in it and not sent yet.
//!
//! It is durable within a second of the key. What it says the window alone knows; here it has the id
//! of the act that it will be sent as, so that nothing is typed any more once it was recorded,
//! whenever the program ends. A row that cannot be read is as good as none.

use crate::core::session::Phase;
use crate::core::{ActId, MeetingId};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::row;
use crate::view;
use serde::{Deserialize, Serialize};
use sitzungsbuch_store as store;

/// A sheet or a dialog, half filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HalfPanel {
    /// The act as which it will be sent.
    pub act: ActId,
    /// Which one, and its fields, in the words of the window.
    pub body: String,
}

/// How the vault calls what stands over a session.
fn kind(meeting: MeetingId) -> String {
    format!("panel/{meeting}")
}

impl Engine {
    /// What was typed over a session; none once it was recorded.
    pub(crate) fn panel(&self, meeting: MeetingId) -> Result<Option<HalfPanel>, ApiError> {
        let Some((panel, _)) = self.kept::<HalfPanel>(&kind(meeting))? else { return Ok(None) };
        let recorded = self.lookup(panel.act)?.is_some();
        Ok((!recorded).then_some(panel))
    }

    /// The row with what is typed now, or without it.
    pub(crate) fn with_panel(
        &mut self,
        meeting: MeetingId,
        panel: Option<&HalfPanel>,
    ) -> Result<store::FormRow, ApiError> {
        if self.state(meeting)?.now.phase == Phase::New {
            return Err(view::no_meeting());
        }
        let none = || Ok(store::FormRow { kind: kind(meeting), body: None });
        panel.map_or_else(none, |panel| row(&kind(meeting), panel))
    }
}
