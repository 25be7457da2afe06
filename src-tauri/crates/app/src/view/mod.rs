//! What a window shows: one answer per question, in German, ready to be drawn.
//!
//! Views are computed from the record at every question and kept nowhere. They carry every number,
//! threshold and permission, so that a window computes none (invariant 12). They decide nothing:
//! `allowed` says what the state makes possible, never what the law forbids.

mod agenda;
mod ahead;
mod arrangement;
mod attachments;
mod attendees;
mod away;
mod chair;
mod commitments;
mod conduct;
mod document_list;
mod election_results;
mod elections;
mod entering;
mod expected;
mod facts;
mod filing;
mod history;
mod item;
mod log;
mod log_words;
mod matters;
mod meeting;
mod methods;
mod motions;
mod names;
mod opening;
mod part;
mod proceedings;
mod question;
mod quorum;
mod remedy;
mod replay;
mod result_words;
mod results;
mod run_off;
mod seat_columns;
mod seats;
mod setup;
pub(crate) mod signatures;
mod source;
mod speakers;
mod start;
mod substitutes;
mod text_modules;
mod tiles;
mod unfilled;
mod vote;
mod words;

#[cfg(test)]
mod tests;

pub use agenda::{AgendaRow, AgendaView, Closing, ItemView, NextStep, PartGroup, RowState};
pub use ahead::{ActAhead, AheadView, TimeChoice};
pub use arrangement::{ArrangementView, ItemChoice, ItemPlace, ItemSteps};
pub use attachments::{AttachmentRow, AttachmentsView, FileOfAttachment};
pub(crate) use chair::order as chair_order;
pub use chair::{
    ChairFinding, ChairItem, ChairLast, ChairNext, ChairQuorum, ChairResult, ChairView,
};
pub use commitments::OpenCommitment;
pub use conduct::{LeadOffer, LeadView, SuccessionView};
pub use document_list::{DocumentGroup, DocumentRow, DocumentsView};
pub use elections::{
    ElectionFormView, ElectionStep, ElectionView, EnteredRound, RoundForm, RoundPreview,
};
pub use entering::EnteringView;
pub use expected::{FormalView, PartOfWording};
pub use facts::{FactChoice, FactsView};
pub use filing::{DraftMotion, MoverChoice, SeriesDraft};
pub use history::{HistoryKind, HistoryRow, HistoryStep, HistoryTick, PutBack, QuorumHistory};
pub use log::{LogKind, LogRow, LogView};
pub use meeting::{Allowed, MeetingView, Named, OpenPlace, OpenPoint, OpeningView};
pub use methods::{
    FactionRow, FactionSum, FactionVotes, FactionsPreview, MajorityChoice, RequestPreview,
};
pub use motions::{
    Follow, FollowStep, MotionResult, MotionRow, MotionsView, ProcedureChoice, PutView, SameResult,
};
pub use part::{Comer, ExclusionVote, Leaver, PartChangeView};
pub use proceedings::ProceedingsView;
pub use question::{Question, Reply};
pub use quorum::{Band, QuorumField, QuorumTest, QuorumView, Tone};
pub use remedy::ArrivalOrder;
pub use result_words::{WordingNote, WordingView};
pub use results::{EnteredVote, EntitledView, VoteView};
pub use run_off::{RunOffCandidate, RunOffPreview, RunOffView};
pub use seats::{
    Attendee, AttendeeState, Candidate, Column, FactionChoice, PersonAct, SeatState, SeatView,
    StandIn, StatusChoice, SubstitutesView, Substitution,
};
pub use setup::{
    AgendaDraft, CommitteeChoice, DraftItem, DraftPerson, PeopleDraft, ProfileChoice, SetUpView,
};
pub use signatures::{SignatureStep, SignatureVerdict, SignaturesView};
pub use speakers::{NameCase, NameForm, Speaker};
pub use start::{BegunForm, MeetingRow, StartView};
pub use text_modules::{TextModuleRow, TextModulesView};
pub(crate) use vote::no_item;
pub use vote::{OutcomeChoice, VoteForm, VotePreview};

use crate::core::richtext::RichText;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::Command;
use crate::core::session::Phase;
use crate::core::{AgendaItemId, MeetingId, Timestamp};
use crate::documents::{self, civil};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::Place;
use crate::{messages, signing};
use source::Source;
pub(crate) use source::no_meeting;
use vote::Asked;

/// Answers a question of a window. It reads, and writes nothing.
pub fn answer(engine: &mut Engine, question: &Question, now: Timestamp) -> Result<Reply, ApiError> {
    Ok(match question {
        Question::Start {} => Reply::Start(start::view(engine, now)?),
        Question::Meeting { meeting } => {
            Reply::Meeting(Box::new(self::meeting(engine, *meeting, now)?))
        }
        Question::Chair {} => Reply::Chair(chair(engine, now)?.map(Box::new)),
        Question::Item { meeting, item } => {
            Reply::Item(Box::new(shown(engine, *meeting, *item, now)?))
        }
        Question::Arrangement { meeting, item } => {
            let written = engine.texts(*meeting)?.into_keys().collect();
            Reply::Arrangement(look(engine, *meeting, now, |source| {
                let one = source.now.item(*item).ok_or_else(vote::no_item)?;
                Ok(arrangement::view(source, one, &written))
            })?)
        }
        Question::Unfilled { meeting } => Reply::Unfilled(unfilled(engine, *meeting, now)?),
        Question::Text { meeting, item } => Reply::Text(text(engine, *meeting, *item)?),
        Question::Facts { meeting, item } => Reply::Facts(facts(engine, *meeting, *item, now)?),
        Question::Speakers { meeting } => {
            Reply::Speakers(look(engine, *meeting, now, |source| Ok(speakers::view(source)))?)
        }
        Question::TextModules {} => Reply::TextModules(text_modules::view(engine.directory())),
        Question::Substitutes { meeting, seat } => {
            Reply::Substitutes(look(engine, *meeting, now, |source| {
                substitutes::view(source, *seat)
            })?)
        }
        Question::Ahead { meeting, at, commands } => {
            Reply::Ahead(ahead(engine, *meeting, (at.as_deref(), now), commands)?)
        }
        Question::Entitled { .. }
        | Question::Round { .. }
        | Question::RunOff { .. }
        | Question::ElectionForm { .. }
        | Question::Succession { .. }
        | Question::QuorumHistory { .. }
        | Question::Movers { .. }
        | Question::Put { .. }
        | Question::Proceedings { .. }
        | Question::Series { .. }
        | Question::Vote { .. }
        | Question::VoteByFaction { .. }
        | Question::VoteRequest { .. }
        | Question::Wording { .. } => on_business(engine, question, now)?,
        Question::Log { meeting } => {
            let mut view = look(engine, *meeting, now, |source| Ok(log::view(source)))?;
            with_notes(engine, &mut view)?;
            Reply::Log(view)
        }
        Question::Attachments { meeting } => Reply::Attachments(files(engine, *meeting, now)?),
        Question::Documents { meeting } => {
            Reply::Documents(document_list::view(engine, *meeting, now)?)
        }
        Question::Signatures { meeting, scope } => {
            Reply::Signatures(signing::look(engine, *meeting, *scope, now)?)
        }
        Question::Place {} => Reply::Place(engine.place()?),
        Question::Form { form } => Reply::Form(engine.form(*form)?.map(|begun| begun.form)),
        Question::Entering { meeting } => Reply::Entering(entered(engine, *meeting, now)?),
        Question::Panel { meeting } => Reply::Panel(engine.panel(*meeting)?),
        Question::SetUp {} => Reply::SetUp(setup::set_up(engine, now)),
        Question::People { text } => Reply::People(setup::people(text)),
        Question::AgendaWith { text, line, part } => {
            Reply::AgendaWith(setup::agenda_with(text, line, *part))
        }
        Question::Agenda { text } => Reply::Agenda(setup::agenda(text)),
    })
}

/// An item with what is dealt with at it.
fn shown(
    engine: &mut Engine,
    meeting: MeetingId,
    item: AgendaItemId,
    now: Timestamp,
) -> Result<ItemView, ApiError> {
    look(engine, meeting, now, |source| item::view(source, item).ok_or_else(vote::no_item))
}

/// What was half entered in a session.
fn entered(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
) -> Result<Vec<EnteringView>, ApiError> {
    let entered = engine.entered(meeting)?;
    look(engine, meeting, now, |source| Ok(entering::view(source, entered)))
}

/// What acts would do at a time, judged by the profile that is frozen with the session.
fn ahead(
    engine: &mut Engine,
    meeting: MeetingId,
    (at, now): (Option<&str>, Timestamp),
    commands: &[Command],
) -> Result<AheadView, ApiError> {
    let state = engine.state(meeting)?;
    // As with an act itself: a clock that was set back holds nothing up.
    let now = state.entries.last().map_or(now, |last| last.recorded_at.max(now));
    let frozen = state.now.profile.clone();
    let of_session = |one: &&RuleProfile| {
        frozen.as_ref().is_some_and(|of| one.id == of.id && one.version == of.version)
    };
    let profiles: Vec<RuleProfile> = engine.profiles().iter().filter(of_session).cloned().collect();
    look(engine, meeting, now, |source| {
        let at = ahead::moment(source, at)?;
        Ok(ahead::view(source, &profiles, (at, now), commands))
    })
}

/// Answers what is asked about votes, motions, elections and the chair.
fn on_business(
    engine: &mut Engine,
    question: &Question,
    now: Timestamp,
) -> Result<Reply, ApiError> {
    Ok(match question {
        Question::Entitled { meeting, vote } => {
            let view = |source: &Source| results::entitled(source, *vote);
            Reply::Entitled(look(engine, *meeting, now, view)?)
        }
        Question::Round { meeting, election, tally, rest, corrects } => {
            let preview =
                |source: &Source| elections::preview(source, *election, (tally, *rest), *corrects);
            Reply::Round(look(engine, *meeting, now, preview)?)
        }
        Question::RunOff { meeting, election, persons } => {
            let preview = |source: &Source| run_off::preview(source, *election, persons);
            Reply::RunOff(look(engine, *meeting, now, preview)?)
        }
        Question::ElectionForm { meeting } => {
            let view = |source: &Source| Ok(elections::opening(source));
            Reply::ElectionForm(look(engine, *meeting, now, view)?)
        }
        Question::Succession { meeting } => {
            let view = |source: &Source| Ok(conduct::succession(source));
            Reply::Succession(look(engine, *meeting, now, view)?)
        }
        Question::QuorumHistory { meeting } => {
            let view = |source: &Source| Ok(history::view(source));
            Reply::QuorumHistory(look(engine, *meeting, now, view)?)
        }
        Question::Proceedings { meeting } => {
            Reply::Proceedings(look(engine, *meeting, now, |source| Ok(proceedings::view(source)))?)
        }
        Question::Movers { meeting } => {
            Reply::Movers(look(engine, *meeting, now, |source| Ok(filing::movers(source)))?)
        }
        Question::Put { meeting, item, matter } => {
            let put = |source: &Source| Ok(motions::put(source, *item, matter));
            Reply::Put(look(engine, *meeting, now, put)?)
        }
        Question::Series { meeting, item, text } => {
            let read = |source: &Source| filing::series(source, *item, text);
            Reply::Series(look(engine, *meeting, now, read)?)
        }
        Question::Vote { meeting, item, matter, majority, repeats, tally, corrects } => {
            let asked = Asked::new((*item, matter, majority.as_ref()), *repeats, *corrects);
            let preview = |source: &Source| vote::preview(source, &asked, tally);
            Reply::Vote(look(engine, *meeting, now, preview)?)
        }
        Question::VoteByFaction { meeting, item, matter, majority, repeats, rows, corrects } => {
            let asked = Asked::new((*item, matter, majority.as_ref()), *repeats, *corrects);
            let preview = |source: &Source| methods::by_faction(source, &asked, rows);
            Reply::VoteByFaction(look(engine, *meeting, now, preview)?)
        }
        Question::VoteRequest { meeting, item, rollcall, secret } => {
            let preview = |source: &Source| methods::request(source, *item, *rollcall, *secret);
            Reply::VoteRequest(look(engine, *meeting, now, preview)?)
        }
        Question::Wording { meeting, vote, words } => {
            let view = |source: &Source| result_words::ahead(source, *vote, words);
            Reply::Wording(look(engine, *meeting, now, view)?)
        }
        _ => return Err(messages::internal()),
    })
}

/// A session as it stands.
pub(crate) fn meeting(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
) -> Result<MeetingView, ApiError> {
    look(engine, meeting, now, |source| {
        Ok(MeetingView { now, set_back: meeting::set_back(source, now), ..meeting::view(source) })
    })
}

/// The display of the chair follows the window; where that shows no session, the one that is open.
fn chair(engine: &mut Engine, now: Timestamp) -> Result<Option<ChairView>, ApiError> {
    let meeting = match engine.place()? {
        Place::Meeting { meeting, .. } | Place::Minutes { meeting } => meeting,
        Place::Start {} | Place::SetUp {} | Place::NewMeeting {} => return Ok(None),
    };
    let entered = engine.entered(meeting)?;
    let view = look(engine, meeting, now, |source| Ok(chair::view(source, &entered)))?;
    Ok(Some(ChairView { now, ..view }))
}

/// The newest text of an item; empty if nothing was written.
fn text(engine: &mut Engine, meeting: MeetingId, item: AgendaItemId) -> Result<RichText, ApiError> {
    engine.state(meeting)?.now.item(item).ok_or_else(vote::no_item)?;
    Ok(engine.texts(meeting)?.remove(&item).unwrap_or_default())
}

/// Texts with places that nobody filled in.
fn unfilled(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
) -> Result<Vec<OpenPoint>, ApiError> {
    let texts = engine.texts(meeting)?;
    look(engine, meeting, now, |source| Ok(unfilled::points(source, &texts)))
}

/// The slots of an item's text.
fn facts(
    engine: &mut Engine,
    meeting: MeetingId,
    item: AgendaItemId,
    now: Timestamp,
) -> Result<FactsView, ApiError> {
    let written = text(engine, meeting, item)?;
    let state = &engine.state(meeting)?.now;
    let formal = if state.opened.is_some() && facts::opens(state, item) {
        documents::opening_facts(engine, meeting, civil(now))?
    } else {
        Vec::new()
    };
    look(engine, meeting, now, |source| {
        let one = source.now.item(item).ok_or_else(vote::no_item)?;
        Ok(facts::view(source, one, &written, &formal))
    })
}

/// The attachments with their files, and whether those may still change.
fn files(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
) -> Result<AttachmentsView, ApiError> {
    let files = engine.files(meeting)?;
    let closed = engine.takes_files(meeting).err().map(|fault| fault.message);
    look(engine, meeting, now, |source| Ok(attachments::view(source, &files, closed)))
}

/// Puts the notes that lie apart into what was entered; one that was erased is not given back.
fn with_notes(engine: &Engine, view: &mut LogView) -> Result<(), ApiError> {
    for row in &mut view.rows {
        let Some((digest, _)) = row.apart else { continue };
        let note = engine.vault().note(digest.bytes()).map_err(|fault| messages::store(&fault))?;
        if let Some(note) = note {
            row.found(note.text.as_str().into());
        }
    }
    Ok(())
}

/// Looks at a session as the engine has it. Its entries are shared, so the copy is small.
fn look<T>(
    engine: &mut Engine,
    meeting: MeetingId,
    now: Timestamp,
    view: impl FnOnce(&Source) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let chain = engine.chain(meeting)?;
    let noted = engine.opening_draft(meeting)?;
    let wordings = engine.wordings(meeting)?;
    let state = engine.state(meeting)?.clone();
    let sealed = state.now.phase == Phase::Closed && engine.is_sealed(meeting)?;
    let (directory, profiles) = (engine.directory(), engine.profiles());
    let profile = state.now.profile_in(profiles);
    let source = Source::new(&state, directory, profile.as_deref(), noted.as_ref(), civil(now))?;
    view(&source.of_chain(chain).of_sealed(sealed).of_wordings(wordings))
}
