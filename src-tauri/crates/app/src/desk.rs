//! The desk: what a window talks to, from no vault to an open one.
//!
//! It holds the engine while the vault is open and drops it when it is locked; what is asked in
//! between is answered with [`ErrorCode::Locked`](crate::ErrorCode::Locked). It decides nothing and
//! keeps no passphrase. No `Debug` of it shows more than where the vault lies.

use crate::conformity::Archive;
use crate::core::{ActId, AttachmentId, MeetingId, Timestamp};
use crate::documents::{self, Composed, Edition, Kind, Scope};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::order::{Answer, Order};
use crate::request::Caller;
use crate::view::{self, Question, Reply};
use crate::{faults, messages, orders, places};
use serde::{Deserialize, Deserializer, Serialize};
use sitzungsbuch_store::{Passphrase, Vault};
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Under this name a window enters acts.
const ACTOR: &str = "window";

/// How far a vault is from being worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DeskState {
    /// There is none; the next step is to create it.
    NoVault,
    /// It is locked; the next step is the passphrase.
    Locked,
    /// It is open.
    Open,
}

/// Where the vault stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeskStatus {
    /// How far it is.
    pub state: DeskState,
    /// Where it lies or will lie, as a path to show.
    pub place: String,
}

/// As what a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DocumentEdition {
    /// Entwurf; possible while the session is open.
    Draft,
    /// To be signed; only of a closed session.
    Final,
}

impl From<DocumentEdition> for Edition {
    fn from(edition: DocumentEdition) -> Self {
        match edition {
            DocumentEdition::Draft => Self::Draft,
            DocumentEdition::Final => Self::Final,
        }
    }
}

/// A document that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentRequest {
    /// Of which session.
    pub meeting: MeetingId,
    /// Which.
    pub document: Kind,
    /// As what.
    pub edition: DocumentEdition,
}

/// A version of the Niederschrift that is to be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignatureRequest {
    /// Of which session.
    pub meeting: MeetingId,
    /// Which parts.
    pub scope: Scope,
}

/// An attachment of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttachmentOf {
    /// Of which session.
    pub meeting: MeetingId,
    /// Which.
    pub attachment: AttachmentId,
}

/// What the chair finds on the display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Found {
    /// The invitation was due.
    Invitation,
    /// The body is quorate.
    Quorum,
}

/// The one act of the chair's display: what its button said is found now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    /// The client's id of this act.
    pub act: ActId,
    /// Of which session.
    pub meeting: MeetingId,
    /// What.
    pub found: Found,
}

/// A passphrase on its way from a window: wiped after use, shown by no `Debug`.
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The passphrase in its one form.
    pub fn passphrase(&self) -> Result<Passphrase, ApiError> {
        crate::passphrase(String::clone(&self.0))
    }

    /// The text itself, for the password of a key file.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

/// The desk over one vault.
pub struct Desk {
    folder: PathBuf,
    engine: Option<Engine>,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut desk = f.debug_struct("Desk");
        desk.field("folder", &self.folder).field("open", &self.engine.is_some()).finish()
    }
}

impl Desk {
    /// A desk over the vault below the folder of the program. It touches nothing yet.
    pub fn new(home: impl Into<PathBuf>) -> Self {
        Self { folder: places::vault(&home.into()), engine: None }
    }

    /// Where the vault stands. It looks at the disk, and opens nothing. What would keep everybody
    /// from opening it is told before anybody types a passphrase.
    pub fn status(&self) -> Result<DeskStatus, ApiError> {
        if self.engine.is_some() {
            return Ok(self.at(DeskState::Open));
        }
        if is_empty(&self.folder)? {
            return Ok(self.at(DeskState::NoVault));
        }
        Vault::look(&self.folder).map_err(|fault| messages::store(&fault))?;
        Ok(self.at(DeskState::Locked))
    }

    fn at(&self, state: DeskState) -> DeskStatus {
        DeskStatus { state, place: self.folder.display().to_string() }
    }

    /// Where the vault lies or will lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Creates the vault and opens it. Where something is already, nothing is touched.
    pub fn create(&mut self, passphrase: &Passphrase) -> Result<DeskStatus, ApiError> {
        if !is_empty(&self.folder)? {
            return Err(messages::vault_there(&self.folder));
        }
        if let Some(parent) = self.folder.parent() {
            std::fs::create_dir_all(parent).map_err(|fault| messages::no_folder(parent, &fault))?;
        }
        self.enter(|folder| Vault::create(folder, passphrase))
    }

    /// Opens the vault. A wrong passphrase leaves it locked.
    pub fn unlock(&mut self, passphrase: &Passphrase) -> Result<DeskStatus, ApiError> {
        if self.engine.is_some() {
            return Ok(self.at(DeskState::Open));
        }
        if is_empty(&self.folder)? {
            return Err(messages::no_vault(&self.folder));
        }
        self.enter(|folder| Vault::open(folder, passphrase))
    }

    fn enter(
        &mut self,
        way: impl FnOnce(&Path) -> Result<Vault, sitzungsbuch_store::StoreError>,
    ) -> Result<DeskStatus, ApiError> {
        let folder = &self.folder;
        let engine =
            faults::guarded(|| Engine::new(way(folder).map_err(|fault| messages::store(&fault))?))?;
        self.engine = Some(engine);
        Ok(self.at(DeskState::Open))
    }

    /// Locks the vault: key and texts leave the memory of the engine.
    pub fn lock(&mut self) -> DeskStatus {
        self.engine = None;
        crate::documents::forget();
        self.at(DeskState::Locked)
    }

    /// Carries out what a window orders.
    pub fn execute(&mut self, order: &Order, now: Timestamp) -> Result<Answer, ApiError> {
        let engine = self.open()?;
        let caller = Caller { now, actor: ACTOR, source: ACTOR };
        faults::guarded(|| orders::carry_out(engine, order, &caller))
    }

    /// Answers what a window asks.
    pub fn query(&mut self, question: &Question, now: Timestamp) -> Result<Reply, ApiError> {
        let engine = self.open()?;
        faults::guarded(|| view::answer(engine, question, now))
    }

    /// Records the one act of the chair's display. The answer tells nothing of the session.
    pub fn find(&mut self, finding: &Finding, now: Timestamp) -> Result<(), ApiError> {
        self.execute(&view::chair_order(finding), now).map(drop)
    }

    /// Makes a document: a final Niederschrift as it was signed, once it was.
    pub fn document(
        &mut self,
        request: &DocumentRequest,
        now: Timestamp,
    ) -> Result<Vec<u8>, ApiError> {
        let DocumentRequest { meeting, document, edition } = request;
        if let (Kind::Minutes { scope }, DocumentEdition::Final) = (document, edition)
            && let Some(signed) = self.sealed(*meeting, *scope)?
        {
            return Ok(signed);
        }
        let composed = self.composed(request, now)?;
        faults::guarded(|| Ok(documents::set(&composed, Archive::A3a)?.pdf))
    }

    /// Makes a document as ODT, for editing; it never has signatures.
    pub fn editable(
        &mut self,
        request: &DocumentRequest,
        now: Timestamp,
    ) -> Result<Vec<u8>, ApiError> {
        let Composed { document, .. } = self.composed(request, now)?;
        faults::guarded(|| documents::editable(&document))
    }

    fn composed(
        &mut self,
        request: &DocumentRequest,
        now: Timestamp,
    ) -> Result<Composed, ApiError> {
        let DocumentRequest { meeting, document, edition } = request;
        let engine = self.open()?;
        let issue = (documents::civil(now), Edition::from(*edition));
        faults::guarded(|| documents::make(engine, *meeting, document, issue))
    }

    /// The signed document of a session; none while nobody has signed it.
    pub fn sealed(
        &mut self,
        meeting: MeetingId,
        scope: Scope,
    ) -> Result<Option<Vec<u8>>, ApiError> {
        let engine = self.open()?;
        faults::guarded(|| engine.sealed(meeting, scope))
    }

    /// Keeps the file of an attachment under its name.
    pub fn attach(
        &mut self,
        of: AttachmentOf,
        (name, bytes): (&str, Vec<u8>),
        now: Timestamp,
    ) -> Result<(), ApiError> {
        let engine = self.open()?;
        let caller = Caller { now, actor: ACTOR, source: ACTOR };
        faults::guarded(|| engine.attach(of.meeting, of.attachment, (name, bytes), &caller))
    }

    /// The file of an attachment: its name and all of it.
    pub fn file(&mut self, of: AttachmentOf) -> Result<(String, Vec<u8>), ApiError> {
        let engine = self.open()?;
        let file = faults::guarded(|| engine.file(of.meeting, of.attachment))?;
        Ok((file.name, file.bytes))
    }

    /// The engine, while the vault is open. Signing takes it from here (`signing`).
    pub(crate) fn open(&mut self) -> Result<&mut Engine, ApiError> {
        self.engine.as_mut().ok_or_else(messages::locked)
    }
}

/// Whether there is nothing at a place, or an empty folder. A link into nowhere is neither: the
/// disk that it leads to is not there, and the vault may lie on it.
fn is_empty(folder: &Path) -> Result<bool, ApiError> {
    let lost = |one: &Path| one.is_symlink() && !one.exists();
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(fault) if fault.kind() == ErrorKind::NotFound && !folder.ancestors().any(lost) => {
            Ok(true)
        }
        Err(fault) => Err(messages::out_of_reach(folder, &fault)),
    }
}
