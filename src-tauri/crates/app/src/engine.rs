//! The engine: one way to write ([`Engine::execute`]), and the record to read.
//!
//! A command is loaded, decided, folded, checked and appended in one durable transaction; only then
//! the engine's own state moves. A refusal or a fault leaves everything as it was. Invariant 3: the
//! vault's `append` is called here and nowhere else.

use crate::codec;
use crate::core::digest::{Digest, Salt};
use crate::core::directory::{Directory, MasterRow};
use crate::core::richtext::RichText;
use crate::core::rules::Reason;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::{
    Basis, Command, Context, Decision, DraftRef, Phase, Revision, State, decide,
};
use crate::core::{ActId, AgendaItemId, MeetingId, Moment, Timestamp};
use crate::error::ApiError;
use crate::messages::{self, Names};
use serde::{Deserialize, Serialize};
use sitzungsbuch_store::{self as store, Chain, StoreError, Vault};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};

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
}

/// New versions of master data, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MasterRequest {
    /// The client's id of this act.
    pub act: ActId,
    /// Rows in an order in which each finds what it refers to.
    pub rows: Vec<MasterRow>,
}

/// An act of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRequest {
    /// The client's id of this act; the same id is answered once.
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

/// A part of the record that an act may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Topic {
    /// Master data.
    Master,
    /// Presence, substitutions, recusals.
    Attendance,
    /// Quorum, computed or found.
    Quorum,
    /// Phase, items, outcomes, votes, attachments.
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
    /// What changed.
    pub changed: BTreeSet<Topic>,
    /// What the clerk should know.
    pub hints: Vec<Reason>,
    /// The act had been recorded before; this is the same answer again.
    pub repeated: bool,
}

/// The newest draft of a text.
struct Draft {
    reference: DraftRef,
    text: RichText,
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
        let caught = catch_unwind(AssertUnwindSafe(|| match request {
            Request::Master(master) => self.write_master(master, caller),
            Request::Meeting(meeting) => self.record(meeting, caller),
        }));
        caught.unwrap_or_else(|_| {
            self.sessions.clear();
            Err(messages::internal())
        })
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

    /// Whether the chain of a session is whole.
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

    fn write_master(
        &mut self,
        request: &MasterRequest,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        let mut directory = self.directory.clone();
        for row in &request.rows {
            directory.check(row).map_err(|why| messages::master(&why, row, &directory))?;
            directory.put(row.clone());
        }
        let rows = request.rows.iter().map(codec::encode_master).collect::<Result<_, _>>()?;
        let write = store::Write { master: rows, ..write(request.act, caller) };
        let repeated = self.append(&write, None)?.is_none();
        if !repeated {
            self.directory = directory;
        }
        let changed = BTreeSet::from([Topic::Master]);
        Ok(Outcome { revision: 0, changed, hints: Vec::new(), repeated })
    }

    fn record(&mut self, request: &MeetingRequest, caller: &Caller) -> Result<Outcome, ApiError> {
        if let Some(answered) = self.answered(request)? {
            return Ok(answered);
        }
        let salt = Salt(random()?);
        self.session(request.meeting)?;
        let session = self.sessions.get(&request.meeting).ok_or_else(messages::internal)?;
        if session.chain != Chain::Intact {
            return Err(messages::broken_chain());
        }
        let revision = session.state.revision();
        if request.based_on.is_some_and(|seen| seen != revision) {
            return Err(messages::stale());
        }
        let drafts = session.drafts.iter().map(|(item, d)| (*item, d.reference)).collect();
        let context = Context {
            act: request.act,
            at: request.at,
            now: caller.now,
            salt,
            directory: &self.directory,
            profiles: &self.profiles,
            drafts: &drafts,
        };
        let names = Names { directory: &self.directory, state: &session.state };
        let decision = decide(&session.state, &request.command, &context)
            .map_err(|why| messages::rejection(&why, &names))?;
        let changed = changed(&session.state, &decision, &request.command, &self.profiles);
        let written = self.meeting_write(request, &decision, salt)?;
        let draft = written.drafts.first().map(|row| (row.digest, row.item.clone()));
        let write = store::Write { meeting: Some(written), ..write(request.act, caller) };
        let appended = self.append(&write, Some(request.meeting))?;
        let Some(appended) = appended else {
            return self.answered(request)?.ok_or_else(messages::internal);
        };
        let session = self.sessions.get_mut(&request.meeting).ok_or_else(messages::internal)?;
        let Decision { next, hints, .. } = decision;
        let revision = next.revision();
        session.state = next;
        if let (Command::WriteText { item, text }, Some((digest, _)), [version, ..]) =
            (&request.command, draft, appended.draft_versions.as_slice())
        {
            let digest = digest_of(digest)?;
            let reference = DraftRef { version: *version, digest };
            session.drafts.insert(*item, Draft { reference, text: text.clone() });
        }
        Ok(Outcome { revision, changed, hints, repeated: false })
    }

    /// The same answer again, if the act was recorded already.
    fn answered(&self, request: &MeetingRequest) -> Result<Option<Outcome>, ApiError> {
        let found = self.vault.answered(&request.act.to_string());
        let Some(answered) = found.map_err(|fault| messages::store(&fault))? else {
            return Ok(None);
        };
        if answered.meeting.as_deref() != Some(request.meeting.to_string().as_str()) {
            return Err(messages::act_taken());
        }
        let changed = BTreeSet::new();
        let (revision, hints) = (answered.revision, Vec::new());
        Ok(Some(Outcome { revision, changed, hints, repeated: true }))
    }

    /// The rows of one act.
    fn meeting_write(
        &self,
        request: &MeetingRequest,
        decision: &Decision,
        salt: Salt,
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
        if let Command::WriteText { item, text } = &request.command {
            drafts.push(draft_row(&decision.next, *item, text, salt)?);
        }
        Ok(store::MeetingWrite {
            meeting: request.meeting.to_string(),
            expected_revision: decision.next.revision() - count,
            events,
            notes,
            drafts,
            overview: overview(&decision.next, &self.directory),
        })
    }

    /// Appends; none if the act had been written before.
    fn append(
        &mut self,
        write: &store::Write,
        meeting: Option<MeetingId>,
    ) -> Result<Option<store::Appended>, ApiError> {
        match self.vault.append(write) {
            Ok(appended) => Ok(Some(appended)),
            Err(StoreError::DuplicateAct { .. }) => Ok(None),
            Err(fault) => {
                if let (StoreError::Conflict { .. }, Some(meeting)) = (&fault, meeting) {
                    self.sessions.remove(&meeting);
                    return Err(messages::stale());
                }
                Err(messages::store(&fault))
            }
        }
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
        let state = State::replay(meeting, recorded);
        let mut drafts = BTreeMap::new();
        for part in [store::Part::Public, store::Part::NonPublic] {
            for row in self.vault.drafts(&id, part).map_err(|fault| messages::store(&fault))? {
                let item = AgendaItemId::parse(&row.item).map_err(|_| messages::internal())?;
                let digest = digest_of(row.digest)?;
                let reference = DraftRef { version: row.version, digest };
                let text =
                    serde_json::from_str(row.body.as_str()).map_err(|_| messages::internal())?;
                drafts.insert(item, Draft { reference, text });
            }
        }
        Ok(Session { state, drafts, chain: stream.chain })
    }

    /// Rebuilds the list of sessions from the journals.
    pub fn rebuild_overviews(&mut self) -> Result<(), ApiError> {
        let heads = self.vault.heads().map_err(|fault| messages::store(&fault))?;
        let mut rows = Vec::new();
        for head in heads {
            let meeting = MeetingId::parse(&head.meeting).map_err(|_| messages::internal())?;
            rows.extend(overview(&self.read(meeting)?.state, &self.directory));
        }
        self.vault.replace_overviews(&rows).map_err(|fault| messages::store(&fault))
    }
}

fn write(act: ActId, caller: &Caller) -> store::Write {
    store::Write {
        act: act.to_string(),
        recorded_at: caller.now.to_string(),
        actor: caller.actor.to_owned(),
        source: caller.source.to_owned(),
        master: Vec::new(),
        meeting: None,
    }
}

fn random() -> Result<[u8; 16], ApiError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| messages::internal())?;
    Ok(bytes)
}

fn digest_of(bytes: [u8; 32]) -> Result<Digest, ApiError> {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in bytes {
        write!(text, "{byte:02x}").map_err(|_| messages::internal())?;
    }
    Digest::parse(&text).ok_or_else(messages::internal)
}

/// The draft's row, in the table of the part its item belongs to.
fn draft_row(
    state: &State,
    item: AgendaItemId,
    text: &RichText,
    salt: Salt,
) -> Result<store::DraftRow, ApiError> {
    let known = state.now.item(item).ok_or_else(messages::internal)?;
    let body = serde_json::to_string(text).map_err(|_| messages::internal())?;
    Ok(store::DraftRow {
        item: item.to_string(),
        part: match known.item.part {
            crate::core::agenda_item::Part::Public => store::Part::Public,
            crate::core::agenda_item::Part::NonPublic => store::Part::NonPublic,
        },
        digest: *Digest::salted(salt, &body).bytes(),
        salt: store::Salt(salt.0),
        body: body.into(),
    })
}

/// The session's row in the list of sessions.
fn overview(state: &State, directory: &Directory) -> Option<store::OverviewRow> {
    let plan = state.now.plan.as_ref()?;
    let name = directory.organizations.get(&plan.organization).map(|o| o.name.clone());
    let phase = match state.now.phase {
        Phase::New => "new",
        Phase::Prepared => "prepared",
        Phase::Open => "open",
        Phase::Closed => "closed",
    };
    Some(store::OverviewRow {
        meeting: state.meeting.to_string(),
        organization: plan.organization.to_string(),
        starts_at: plan.start.to_string(),
        phase: phase.to_owned(),
        title: name.unwrap_or_default(),
        revision: state.revision(),
    })
}

/// Compares the record before and after.
fn changed(
    before: &State,
    decision: &Decision,
    command: &Command,
    profiles: &[RuleProfile],
) -> BTreeSet<Topic> {
    let (old, new) = (&before.now, &decision.next.now);
    let quorum = |now: &crate::core::session::Snapshot| {
        let frozen = now.profile.as_ref()?;
        let profile = profiles.iter().find(|profile| profile.reference() == *frozen)?;
        Some(Basis::of(profile, &now.seats_now()).quorum)
    };
    let attendance = old.attendance != new.attendance
        || old.seats != new.seats
        || old.excused != new.excused
        || old.recusals != new.recusals;
    let agenda = old.items != new.items
        || old.votes != new.votes
        || old.attachments != new.attachments
        || old.current != new.current
        || old.part != new.part
        || old.phase != new.phase;
    [
        (Topic::Attendance, attendance),
        (Topic::Quorum, quorum(old) != quorum(new) || old.findings != new.findings),
        (Topic::Agenda, agenda),
        (Topic::Text, matches!(command, Command::WriteText { .. })),
    ]
    .into_iter()
    .filter_map(|(topic, changed)| changed.then_some(topic))
    .collect()
}
