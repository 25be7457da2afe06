//! What can be asked of the engine, and what it answers.
//!
//! Nothing here reads or writes. A request has a digest, so that the same act asked for twice can be
//! told from two acts under one id.

use crate::core::digest::{Digest, Salt};
use crate::core::directory::MasterRow;
use crate::core::rules::Reason;
use crate::core::session::{Command, Revision};
use crate::core::{ActId, MeetingId, Moment, Timestamp};
use crate::drafts::OpeningDraft;
use crate::error::ApiError;
use crate::forms::{FormChange, FormKind};
use crate::messages;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// Who calls, and when: everything that is not in the command.
pub struct Caller<'a> {
    /// The clock.
    pub now: Timestamp,
    /// Name of the clerk's account or device.
    pub actor: &'a str,
    /// Way in: "cli", "script", "window".
    pub source: &'a str,
}

/// What can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum Request {
    /// New versions of master data.
    Master(MasterRequest),
    /// An act of a session.
    Meeting(Box<MeetingRequest>),
    /// An act of a session and the master data that it needs, all or none.
    Joint(Box<JointRequest>),
    /// A new state of the draft of an opening.
    Opening(Box<OpeningRequest>),
    /// A form as it stands while it is filled in, or its end.
    Form(Box<FormRequest>),
    /// What a form asks for that is sent: its draft goes in the same transaction.
    Sent {
        /// Which form.
        form: FormKind,
        /// What it asks for.
        request: Box<Request>,
    },
}

/// New versions of master data, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MasterRequest {
    /// The client's id of this act; the same id with the same rows is answered once.
    pub act: ActId,
    /// Rows in an order in which each finds what it refers to.
    pub rows: Vec<MasterRow>,
}

/// An act of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRequest {
    /// The client's id of this act; the same id with the same content is answered once.
    pub act: ActId,
    /// Which session.
    pub meeting: MeetingId,
    /// The revision the client looked at; none to take the newest.
    #[serde(default)]
    pub based_on: Option<Revision>,
    /// When it happened.
    pub at: Moment,
    /// What to record.
    pub command: Command,
}

/// An act of a session and the master data that it needs. The act is known by what it asks for; the
/// rows may differ when it comes again, since the first time wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JointRequest {
    /// Rows in an order in which each finds what it refers to.
    pub rows: Vec<MasterRow>,
    /// The act.
    pub request: MeetingRequest,
}

/// A new state of the draft of an opening, and the master data that it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpeningRequest {
    /// The client's id of this act; the same id is answered once.
    pub act: ActId,
    /// Which session.
    pub meeting: MeetingId,
    /// Rows in an order in which each finds what it refers to.
    pub rows: Vec<MasterRow>,
    /// The draft.
    pub draft: OpeningDraft,
}

/// What is kept so that a window finds it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormRequest {
    /// The client's id of this act.
    pub act: ActId,
    /// What is kept or given up.
    pub change: FormChange,
}

/// A part of the record that an act may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Topic {
    /// Master data.
    Master,
    /// Presence, substitutions, recusals, absences from the table, who chairs and keeps the minutes.
    Attendance,
    /// Quorum, computed or found.
    Quorum,
    /// Phase, recesses, items, outcomes, motions, votes, elections, attachments.
    Agenda,
    /// Texts.
    Text,
}

/// The answer to an act that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Revision of the session after the act; 0 for master data.
    pub revision: Revision,
    /// What changed; nothing when the act is repeated.
    pub changed: BTreeSet<Topic>,
    /// What the clerk should know. Given once: hints are not kept with the act.
    pub hints: Vec<Reason>,
    /// The act had been recorded before; `revision` is the one it was answered then.
    pub repeated: bool,
}

impl MeetingRequest {
    /// Digest of what is asked for: time and command.
    pub(crate) fn digest(&self) -> Result<Digest, ApiError> {
        of_act(&self.at.to_string(), &self.command)
    }
}

impl MasterRequest {
    /// Digest of the rows.
    pub(crate) fn digest(&self) -> Result<Digest, ApiError> {
        let rows = serde_json::to_value(&self.rows).map_err(|_| messages::internal())?;
        Ok(of_text(&format!("master\n{}", canonical(rows))))
    }
}

/// Digest of an act. Free text about a person or a reason is left out: it may be erased, and then
/// nothing that was made of it may stay without its salt.
pub(crate) fn of_act(at: &str, command: &Command) -> Result<Digest, ApiError> {
    let mut command = serde_json::to_value(command).map_err(|_| messages::internal())?;
    without_note(&mut command);
    Ok(of_text(&format!("act\n{at}\n{}", canonical(command))))
}

/// Digest of a text that is no secret.
pub(crate) fn of_text(text: &str) -> Digest {
    Digest::salted(Salt([0; 16]), text)
}

fn without_note(command: &mut Value) {
    let Value::Object(fields) = command else { return };
    fields.remove("note");
    if let Some(replacement) = fields.get_mut("replacement") {
        without_note(replacement);
    }
}

/// The same text for the same value, whatever order the fields were written in.
fn canonical(mut value: Value) -> String {
    value.sort_all_objects();
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::PersonId;
    use crate::core::rules::attendance::RecusalBasis;

    #[test]
    fn a_digest_tells_acts_apart_but_not_by_their_note() {
        let confirm = |person: &str, note: Option<&str>| Command::DeclareRecusal {
            person: PersonId::from_key(person),
            item: crate::core::AgendaItemId::from_key("top-1"),
            by: RecusalBasis::Declared,
            note: note.map(Into::into),
        };
        let correct = |command: Command| Command::Correct {
            act: ActId::from_key("a"),
            replacement: Some(Box::new(command)),
        };
        let (one, two) = ("2026-11-12T16:30", "2026-11-12T16:31");
        let plain = of_act(one, &confirm("weiss", None)).unwrap();
        assert_eq!(plain, of_act(one, &confirm("weiss", Some("verwandt"))).unwrap());
        assert_ne!(plain, of_act(two, &confirm("weiss", None)).unwrap());
        assert_ne!(plain, of_act(one, &confirm("schwarz", None)).unwrap());
        let corrected = of_act(one, &correct(confirm("weiss", None))).unwrap();
        assert_ne!(plain, corrected);
        let noted = of_act(one, &correct(confirm("weiss", Some("verwandt")))).unwrap();
        assert_eq!(corrected, noted);
    }
}
