//! Stands in for the views of sessions until they are there: it knows a session by its phase only.

use super::agenda::AgendaView;
use super::meeting::{Allowed, MeetingView};
use super::quorum::{QuorumField, QuorumView, Tone};
use super::{Question, Reply, setup};
use crate::core::rules::quorum::LegalState;
use crate::core::{MeetingId, Timestamp};
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};

/// Answers a question of a window.
pub fn answer(engine: &mut Engine, question: &Question, now: Timestamp) -> Result<Reply, ApiError> {
    match question {
        Question::Meeting { meeting } => {
            Ok(Reply::Meeting(Box::new(self::meeting(engine, *meeting, now)?)))
        }
        Question::SetUp {} => Ok(Reply::SetUp(setup::set_up(engine, now))),
        Question::People { text } => Ok(Reply::People(setup::people(text))),
        Question::Agenda { text } => Ok(Reply::Agenda(setup::agenda(text))),
        _ => Err(ApiError::new(ErrorCode::Internal, "Diese Ansicht ist noch nicht angeschlossen.")),
    }
}

/// A session as it stands.
pub(crate) fn meeting(
    engine: &mut Engine,
    meeting: MeetingId,
    _now: Timestamp,
) -> Result<MeetingView, ApiError> {
    let state = engine.state(meeting)?;
    let legal = QuorumField {
        state: LegalState::Open,
        words: String::new(),
        detail: String::new(),
        tone: Tone::Plain,
    };
    Ok(MeetingView {
        meeting,
        revision: state.revision(),
        phase: state.now.phase,
        committee: String::new(),
        day: String::new(),
        start: String::new(),
        room: String::new(),
        times: String::new(),
        part: state.now.part,
        read_only: String::new(),
        quorum: QuorumView {
            legal,
            computed: false,
            tests: Vec::new(),
            reasons: Vec::new(),
            needs_decision: Vec::new(),
            announcement: String::new(),
        },
        agenda: AgendaView { progress: String::new(), share: 0, parts: Vec::new(), next: None },
        current: None,
        columns: Vec::new(),
        attendees: Vec::new(),
        attendees_words: String::new(),
        opening: None,
        chair: None,
        clerk: None,
        invitation: String::new(),
        last: None,
        open_points: Vec::new(),
        allowed: Allowed::default(),
    })
}
