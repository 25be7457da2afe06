//! Stands in for the signing of the application until it is there: it refuses, and says so.

use sitzungsbuch_app::core::Timestamp;
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret};
use sitzungsbuch_app::{ApiError, ErrorCode};
use std::path::Path;

/// Signs a document with the key file that was chosen.
pub(crate) fn sign(
    _desk: &mut Desk,
    _request: &DocumentRequest,
    key: Option<&Path>,
    _password: &Secret,
    _now: Timestamp,
) -> Result<(), ApiError> {
    if key.is_none() {
        return Err(ApiError::new(ErrorCode::BadInput, "Es ist keine Schlüsseldatei gewählt."));
    }
    Err(ApiError::new(ErrorCode::Internal, "Das Unterschreiben ist noch nicht angeschlossen.")
        .hint("Es wurde nichts gespeichert."))
}
