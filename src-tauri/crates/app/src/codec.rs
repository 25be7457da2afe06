//! Between the typed world of the core and the rows of the store.
//!
//! Bodies are JSON. A row of a newer version than this program writes is refused; older versions
//! are lifted here, one small pure function per step, once there are any.

use crate::core::directory::{Directory, MasterRow};
use crate::core::session::event::EVENT_VERSION;
use crate::core::session::evolve::Recorded;
use crate::core::session::{Event, NewEvent};
use crate::core::{ActId, Moment, Timestamp};
use crate::error::{ApiError, ErrorCode};
use serde_json::{Map, Value};
use sitzungsbuch_store as store;

/// Nouns of master data in the order in which they refer to each other.
pub(crate) const NOUNS: [&str; 8] =
    ["body", "organization", "person", "seat", "occupancy", "membership", "textModule", "paper"];

fn unreadable(what: &str, detail: impl std::fmt::Display) -> ApiError {
    ApiError::new(ErrorCode::Unreadable, format!("{what} ist nicht lesbar."))
        .hint("Der Tresor wurde nicht verändert.")
        .hint(detail.to_string())
}

/// A row of the journal to be.
pub(crate) fn encode(new: &NewEvent) -> Result<store::NewEvent, ApiError> {
    let body = body_of(&new.event)?;
    Ok(store::NewEvent {
        kind: new.event.kind().to_owned(),
        version: u32::from(EVENT_VERSION),
        occurred_at: new.occurred_at.to_string(),
        body: body.into(),
    })
}

/// The body without its kind, which has a column of its own.
fn body_of(event: &Event) -> Result<String, ApiError> {
    let value = serde_json::to_value(event).map_err(|fault| unreadable("Ein Ereignis", fault))?;
    let Value::Object(mut fields) = value else {
        return Err(unreadable("Ein Ereignis", event.kind()));
    };
    fields.remove("kind");
    serde_json::to_string(&fields).map_err(|fault| unreadable("Ein Ereignis", fault))
}

/// A row of the journal as the core sees it.
pub(crate) fn decode(row: &store::Row) -> Result<Recorded, ApiError> {
    if row.version > u32::from(EVENT_VERSION) {
        return Err(ApiError::new(
            ErrorCode::Unreadable,
            "Diese Sitzung wurde mit einer neueren Fassung des Programms geführt.",
        )
        .hint("Es wurde nichts verändert. Öffnen Sie sie mit der neueren Fassung."));
    }
    let place = format!("Der Eintrag {} ({})", row.revision, row.kind);
    let mut fields: Map<String, Value> =
        serde_json::from_str(row.body.as_str()).map_err(|fault| unreadable(&place, fault))?;
    fields.insert("kind".to_owned(), Value::String(row.kind.clone()));
    let event =
        serde_json::from_value(Value::Object(fields)).map_err(|fault| unreadable(&place, fault))?;
    Ok(Recorded {
        revision: row.revision,
        act: ActId::parse(&row.act).map_err(|fault| unreadable(&place, fault))?,
        recorded_at: Timestamp::parse(&row.recorded_at)
            .ok_or_else(|| unreadable(&place, &row.recorded_at))?,
        occurred_at: Moment::parse(&row.occurred_at)
            .ok_or_else(|| unreadable(&place, &row.occurred_at))?,
        event,
    })
}

/// A row of master data to be stored.
fn encode_master(row: &MasterRow) -> Result<store::MasterRow, ApiError> {
    let body = serde_json::to_string(row).map_err(|fault| unreadable("Ein Stammdatum", fault))?;
    Ok(store::MasterRow { noun: row.noun().to_owned(), id: row.id(), body: body.into() })
}

/// Rows of master data to be stored.
pub(crate) fn encode_rows(rows: &[MasterRow]) -> Result<Vec<store::MasterRow>, ApiError> {
    rows.iter().map(encode_master).collect()
}

/// All master data in their newest versions.
pub(crate) fn directory(vault: &store::Vault) -> Result<Directory, ApiError> {
    let mut directory = Directory::default();
    for noun in NOUNS {
        for master in vault.master(noun).map_err(|fault| crate::messages::store(&fault))? {
            let place = format!("Das Stammdatum {noun} {}", master.id);
            let row = serde_json::from_str(master.body.as_str())
                .map_err(|fault| unreadable(&place, fault))?;
            directory.put(row);
        }
    }
    Ok(directory)
}
