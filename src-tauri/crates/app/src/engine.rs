//! The engine: one way to write ([`Engine::execute`]), and the record to read.
//!
//! A command is loaded, decided, folded, checked and appended in one durable transaction; only then
//! the engine's own state moves. A refusal or a fault leaves everything as it was. Invariant 3: the
//! vault's `append` is called here and nowhere else.

use crate::codec;
use crate::core::digest::{Digest, Salt};
use crate::core::directory::{Directory, MasterRow};
use crate::core::meeting::MeetingPlan;
use crate::core::richtext::RichText;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::{
    Command, Context, Decision, DraftRef, Event, Phase, Rejection, State, decide,
};
use crate::core::{ActId, AgendaItemId, MeetingId};
use crate::error::{ApiError, ErrorCode};
use crate::forms::FormKind;
use crate::messages::{self, Case};
use crate::request::{Caller, MasterRequest, MeetingRequest, Outcome, Request, Topic};
use crate::{documents, faults, integrity, rows};
use sitzungsbuch_store::{self as store, Chain, StoreError, Vault};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The newest draft of a text.
struct Draft {
    reference: DraftRef,
    text: RichText,
}

/// A draft that a command is about to write.
struct Written {
    reference: DraftRef,
    body: String,
}

/// A session in memory.
struct Session {
    state: State,
    drafts: BTreeMap<AgendaItemId, Draft>,
    chain: Chain,
}

/// The engine over one open vault.
pub struct Engine {
    vault: Vault,
    profiles: Vec<RuleProfile>,
    directory: Directory,
    sessions: HashMap<MeetingId, Session>,
}

impl Engine {
    /// Takes an open vault and reads its master data.
    pub fn new(vault: Vault) -> Result<Self, ApiError> {
        let directory = codec::directory(&vault)?;
        let profiles = crate::profiles::all()?;
        Ok(Self { vault, profiles, directory, sessions: HashMap::new() })
    }

    /// The only way to write. A fault inside is caught; the state is read anew after it.
    pub fn execute(&mut self, request: &Request, caller: &Caller) -> Result<Outcome, ApiError> {
        let outcome = faults::guarded(|| self.carry_out(request, None, caller));
        if outcome.as_ref().is_err_and(|fault| fault.code == ErrorCode::Internal) {
            self.sessions.clear();
        }
        outcome
    }

    /// `sent` is the form that the request was typed into.
    fn carry_out(
        &mut self,
        request: &Request,
        sent: Option<FormKind>,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        match request {
            Request::Master(master) => self.write_master(master, sent, caller),
            Request::Meeting(meeting) => self.record(meeting, &[], sent, caller),
            Request::Joint(joint) => self.record(&joint.request, &joint.rows, sent, caller),
            Request::Opening(opening) => self.note_opening(opening, caller),
            Request::Form(form) => self.keep_form(form, caller),
            Request::Sent { form, request } => self.carry_out(request, Some(*form), caller),
        }
    }

    /// Master data in their newest versions.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// All rule profiles.
    pub fn profiles(&self) -> &[RuleProfile] {
        &self.profiles
    }

    /// The vault, for reading.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The state of a session.
    pub fn state(&mut self, meeting: MeetingId) -> Result<&State, ApiError> {
        Ok(&self.session(meeting)?.state)
    }

    /// The plan of a session as it was prepared, read from its journal.
    pub(crate) fn plan(&self, meeting: &str) -> Result<Option<MeetingPlan>, ApiError> {
        let stream = self.vault.load(meeting).map_err(|fault| messages::store(&fault))?;
        let first = stream.rows.first().map(codec::decode).transpose()?;
        Ok(first.and_then(|first| match first.event {
            Event::MeetingPrepared { plan, .. } => Some(plan),
            _ => None,
        }))
    }

    /// The profile that judges a session, with what the organization has settled otherwise; none if
    /// it is not prepared.
    pub fn profile(&mut self, meeting: MeetingId) -> Result<Option<RuleProfile>, ApiError> {
        self.session(meeting)?;
        let now = self.sessions.get(&meeting).map(|session| &session.state.now);
        let profile = now.and_then(|now| now.profile_in(&self.profiles));
        Ok(profile.map(std::borrow::Cow::into_owned))
    }

    /// Whether the chain of a session is whole, and the texts that its events name.
    pub fn chain(&mut self, meeting: MeetingId) -> Result<Chain, ApiError> {
        Ok(self.session(meeting)?.chain)
    }

    /// The newest text of every item.
    pub fn texts(
        &mut self,
        meeting: MeetingId,
    ) -> Result<BTreeMap<AgendaItemId, RichText>, ApiError> {
        let drafts = &self.session(meeting)?.drafts;
        Ok(drafts.iter().map(|(item, draft)| (*item, draft.text.clone())).collect())
    }

    /// Checks the chain of every session, and the texts that its events name.
    pub fn verify(&self) -> Result<Vec<(String, Chain)>, ApiError> {
        let all = self.vault.verify().map_err(|fault| messages::store(&fault))?;
        let check = |(meeting, chain): (String, Chain)| {
            if chain != Chain::Intact {
                return Ok((meeting, chain));
            }
            let stream = self.vault.load(&meeting).map_err(|fault| messages::store(&fault))?;
            let recorded: Vec<_> =
                stream.rows.iter().map(codec::decode).collect::<Result<_, _>>()?;
            let chain = integrity::texts(&self.vault, &meeting, &recorded)?;
            Ok((meeting, chain))
        };
        all.into_iter().map(check).collect()
    }

    fn write_master(
        &mut self,
        request: &MasterRequest,
        sent: Option<FormKind>,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        let (digest, changed) = (request.digest()?, BTreeSet::from([Topic::Master]));
        let outcome = |repeated| Outcome { revision: 0, changed, hints: Vec::new(), repeated };
        if let Some(answered) = self.lookup(request.act)? {
            return match answered.meeting {
                Some(_) => Err(messages::act_taken()),
                None if answered.digest != *digest.bytes() => Err(messages::act_differs()),
                None => Ok(outcome(true)),
            };
        }
        let directory = self.with_rows(&request.rows)?;
        let master = codec::encode_rows(&request.rows)?;
        let form = sent.map(FormKind::done);
        let write = store::Write { master, form, ..rows::write(request.act, digest, caller) };
        self.commit(&write, None)?;
        self.directory = directory;
        Ok(outcome(false))
    }

    /// The master data as they would be with new rows.
    pub(crate) fn with_rows(&self, rows: &[MasterRow]) -> Result<Directory, ApiError> {
        let mut directory = self.directory.clone();
        for row in rows {
            directory.check(row).map_err(|why| messages::master(&why, row, &directory))?;
            documents::check_graphics(row)?;
            directory.put(row.clone());
        }
        Ok(directory)
    }

    /// Takes over master data that were written.
    pub(crate) fn adopt(&mut self, directory: Directory) {
        self.directory = directory;
    }

    fn record(
        &mut self,
        request: &MeetingRequest,
        rows: &[MasterRow],
        sent: Option<FormKind>,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        let asked = request.digest()?;
        if let Some(answered) = self.answered(request, asked)? {
            return Ok(answered);
        }
        let salt = Salt(random()?);
        let extended = if rows.is_empty() { None } else { Some(self.with_rows(rows)?) };
        self.session(request.meeting)?;
        let session = self.sessions.get(&request.meeting).ok_or_else(messages::internal)?;
        let directory = extended.as_ref().unwrap_or(&self.directory);
        if let Chain::Broken { reason, .. } = session.chain {
            return Err(messages::broken_chain(reason));
        }
        if session.state.now.phase == Phase::Closed && self.is_sealed(request.meeting)? {
            return Err(messages::sealed());
        }
        let revision = session.state.revision();
        if request.based_on.is_some_and(|seen| seen != revision) {
            return Err(messages::stale());
        }
        let drafts = session.drafts.iter().map(|(item, d)| (*item, d.reference)).collect();
        let written = written(session, &request.command, salt)?;
        let context = Context {
            act: request.act,
            at: request.at,
            now: caller.now,
            salt,
            directory,
            profiles: &self.profiles,
            drafts: &drafts,
            written: written.as_ref().map(|written| written.reference),
        };
        let decision = match decide(&session.state, &request.command, &context) {
            Ok(decision) => printable(session, &request.command).map(|()| decision)?,
            Err(why) => return Err(self.refused(&why, &session.state, request, directory)?),
        };
        let changed = rows::changed(&session.state, &decision, &request.command, &self.profiles);
        let overview = rows::overview(&decision.next, directory);
        let file = rows::file_gone(&session.state, &decision);
        let meeting = meeting_write(request, &decision, salt, written.as_ref())?;
        let form = match sent {
            Some(sent) => Some(sent.done()),
            None => self.without_entered(&session.state, &request.command)?,
        };
        let write = store::Write {
            master: codec::encode_rows(rows)?,
            form,
            meeting: Some(store::MeetingWrite { overview, file, ..meeting }),
            ..rows::write(request.act, asked, caller)
        };
        self.commit(&write, Some(request.meeting))?;
        if let Some(directory) = extended {
            self.directory = directory;
        }
        let session = self.sessions.get_mut(&request.meeting).ok_or_else(messages::internal)?;
        let Decision { next, hints, .. } = decision;
        let revision = next.revision();
        session.state = next;
        if let (Command::WriteText { item, text }, Some(written)) = (&request.command, written) {
            let draft = Draft { reference: written.reference, text: text.clone() };
            session.drafts.insert(*item, draft);
        }
        Ok(Outcome { revision, changed, hints, repeated: false })
    }

    /// German words for a refusal. A text that is to be corrected is an act without an event, so
    /// the core does not know it.
    fn refused(
        &self,
        why: &Rejection,
        state: &State,
        request: &MeetingRequest,
        directory: &Directory,
    ) -> Result<ApiError, ApiError> {
        if let Rejection::UnknownAct { act } = why {
            let known = self.lookup(*act)?.and_then(|answered| answered.meeting);
            if known == Some(request.meeting.to_string()) {
                return Ok(messages::text_corrected());
            }
        }
        let case = Case { directory, state, request };
        Ok(messages::rejection(why, &case))
    }

    pub(crate) fn lookup(&self, act: ActId) -> Result<Option<store::Answered>, ApiError> {
        self.vault.answered(&act.to_string()).map_err(|fault| messages::store(&fault))
    }

    /// What the act was answered, if it was recorded already. Another act under the same id is
    /// refused.
    fn answered(
        &self,
        request: &MeetingRequest,
        asked: Digest,
    ) -> Result<Option<Outcome>, ApiError> {
        let Some(answered) = self.lookup(request.act)? else { return Ok(None) };
        if answered.meeting.as_deref() != Some(request.meeting.to_string().as_str()) {
            return Err(messages::act_taken());
        }
        if answered.digest != *asked.bytes() {
            return Err(messages::act_differs());
        }
        let (revision, changed, hints) = (answered.revision, BTreeSet::new(), Vec::new());
        Ok(Some(Outcome { revision, changed, hints, repeated: true }))
    }

    /// Appends. A conflict means that somebody else wrote: the session is read anew.
    pub(crate) fn commit(
        &mut self,
        write: &store::Write,
        meeting: Option<MeetingId>,
    ) -> Result<(), ApiError> {
        let Err(fault) = self.vault.append(write) else { return Ok(()) };
        if let (StoreError::Conflict { .. } | StoreError::DraftOutOfOrder { .. }, Some(meeting)) =
            (&fault, meeting)
        {
            self.sessions.remove(&meeting);
        }
        Err(messages::not_written(&fault))
    }

    /// A session, read from the journal when it is not in memory.
    fn session(&mut self, meeting: MeetingId) -> Result<&Session, ApiError> {
        if !self.sessions.contains_key(&meeting) {
            let session = self.read(meeting)?;
            self.sessions.insert(meeting, session);
        }
        self.sessions.get(&meeting).ok_or_else(messages::internal)
    }

    fn read(&self, meeting: MeetingId) -> Result<Session, ApiError> {
        let id = meeting.to_string();
        let stream = self.vault.load(&id).map_err(|fault| messages::store(&fault))?;
        let recorded: Vec<_> = stream.rows.iter().map(codec::decode).collect::<Result<_, _>>()?;
        let chain = match stream.chain {
            Chain::Intact => integrity::texts(&self.vault, &id, &recorded)?,
            broken @ Chain::Broken { .. } => broken,
        };
        let state = State::replay(meeting, recorded);
        let mut drafts = BTreeMap::new();
        for part in [store::Part::Public, store::Part::NonPublic] {
            for row in self.vault.drafts(&id, part).map_err(|fault| messages::store(&fault))? {
                let item = AgendaItemId::parse(&row.item).map_err(|_| messages::internal())?;
                let digest = Digest::from_bytes(row.digest);
                let reference = DraftRef { version: row.version, digest };
                let text =
                    serde_json::from_str(row.body.as_str()).map_err(|_| messages::internal())?;
                drafts.insert(item, Draft { reference, text });
            }
        }
        Ok(Session { state, drafts, chain })
    }

    /// Rebuilds the list of sessions from the journals.
    pub fn rebuild_overviews(&mut self) -> Result<(), ApiError> {
        let heads = self.vault.heads().map_err(|fault| messages::store(&fault))?;
        let mut all = Vec::new();
        for head in heads {
            let meeting = MeetingId::parse(&head.meeting).map_err(|_| messages::internal())?;
            all.extend(rows::overview(&self.read(meeting)?.state, &self.directory));
        }
        self.vault.replace_overviews(&all).map_err(|fault| messages::store(&fault))
    }
}

/// The rows of one act, without the list of sessions.
fn meeting_write(
    request: &MeetingRequest,
    decision: &Decision,
    salt: Salt,
    written: Option<&Written>,
) -> Result<store::MeetingWrite, ApiError> {
    let events: Vec<store::NewEvent> =
        decision.events.iter().map(codec::encode).collect::<Result<_, _>>()?;
    let count = u32::try_from(events.len()).map_err(|_| messages::internal())?;
    let notes = request.command.note().map(str::trim).filter(|note| !note.is_empty());
    let notes = notes
        .map(|note| store::NoteRow {
            digest: *Digest::salted(salt, note).bytes(),
            salt: store::Salt(salt.0),
            text: note.to_owned().into(),
        })
        .into_iter()
        .collect();
    let mut drafts = Vec::new();
    if let (Command::WriteText { item, .. }, Some(written)) = (&request.command, written) {
        drafts.push(store::DraftRow {
            item: item.to_string(),
            part: rows::part(&decision.next, *item)?,
            version: written.reference.version,
            digest: *written.reference.digest.bytes(),
            salt: store::Salt(salt.0),
            body: written.body.as_str().into(),
        });
    }
    Ok(store::MeetingWrite {
        meeting: request.meeting.to_string(),
        expected_revision: decision.next.revision() - count,
        events,
        notes,
        drafts,
        ..store::MeetingWrite::default()
    })
}

/// Whether the pictures of a text that is about to be written can be printed.
fn printable(session: &Session, command: &Command) -> Result<(), ApiError> {
    let Command::WriteText { item, text } = command else { return Ok(()) };
    documents::check_pictures(text, session.drafts.get(item).map(|draft| &draft.text))
}

/// The draft that a command is about to write: the next version of its item.
fn written(session: &Session, command: &Command, salt: Salt) -> Result<Option<Written>, ApiError> {
    let Command::WriteText { item, text } = command else { return Ok(None) };
    let body = serde_json::to_string(text).map_err(|_| messages::internal())?;
    let version = session.drafts.get(item).map_or(1, |draft| draft.reference.version + 1);
    let reference = DraftRef { version, digest: Digest::salted(salt, &body) };
    Ok(Some(Written { reference, body }))
}

/// 16 bytes that nobody can guess.
pub(crate) fn random() -> Result<[u8; 16], ApiError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| messages::internal())?;
    Ok(bytes)
}
