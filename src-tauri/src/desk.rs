//! Stands in for the desk of the application crate until it is there: the same calls, no vault.

use serde::{Deserialize, Deserializer};
use sitzungsbuch_app::core::Timestamp;
pub(crate) use sitzungsbuch_app::desk::DocumentRequest;
use sitzungsbuch_app::desk::{DeskState, DeskStatus};
use sitzungsbuch_app::order::{Answer, Order};
use sitzungsbuch_app::view::{Question, Reply};
use sitzungsbuch_app::{ApiError, ErrorCode};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A passphrase or password; wiped after use, never printed.
pub(crate) struct Secret(#[allow(dead_code, reason = "stand-in")] Zeroizing<String>);

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

/// The desk.
pub(crate) struct Desk {
    home: PathBuf,
}

fn absent<T>() -> Result<T, ApiError> {
    Err(ApiError::new(ErrorCode::Internal, "Der Tresor ist noch nicht angeschlossen."))
}

#[allow(clippy::unused_self, clippy::needless_pass_by_value, reason = "stand-in")]
impl Desk {
    pub(crate) fn new(home: PathBuf) -> Self {
        Self { home }
    }
    pub(crate) fn status(&self) -> DeskStatus {
        DeskStatus { state: DeskState::NoVault, place: self.home.display().to_string() }
    }
    pub(crate) fn create(&mut self, _secret: Secret) -> Result<DeskStatus, ApiError> {
        absent()
    }
    pub(crate) fn unlock(&mut self, _secret: Secret) -> Result<DeskStatus, ApiError> {
        absent()
    }
    pub(crate) fn lock(&mut self) -> DeskStatus {
        DeskStatus { state: DeskState::NoVault, place: self.home.display().to_string() }
    }
    pub(crate) fn execute(&mut self, _order: Order, _now: Timestamp) -> Result<Answer, ApiError> {
        absent()
    }
    pub(crate) fn query(
        &mut self,
        _question: Question,
        _now: Timestamp,
    ) -> Result<Reply, ApiError> {
        absent()
    }
    pub(crate) fn document(
        &mut self,
        _r: DocumentRequest,
        _now: Timestamp,
    ) -> Result<Vec<u8>, ApiError> {
        absent()
    }
    pub(crate) fn sign(
        &mut self,
        _r: DocumentRequest,
        _key: Option<&Path>,
        _password: Secret,
        _now: Timestamp,
    ) -> Result<(), ApiError> {
        absent()
    }
}
