//! Scripts: a whole session as data, for tests, demonstrations and the office's IT.
//!
//! A script says what a clerk would enter and when; playing it goes through [`Engine::execute`] like
//! every other act. Keys stand for ids (see `core::id`), so a script gives the same ids everywhere.

use crate::convert;
use crate::core::directory::MasterRow;
use crate::core::meeting::MeetingPlan;
use crate::core::session::Command;
use crate::core::{
    ActId, AgendaItemId, BodyId, MeetingId, Moment, OrganizationId, PersonId, SeatId, Timestamp,
    VoteId,
};
use crate::engine::{Caller, Engine, MasterRequest, MeetingRequest, Outcome, Request};
use crate::error::{ApiError, ErrorCode};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Format that this program reads.
pub const FORMAT: u32 = 1;

/// A script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Format number, 1.
    pub format: u32,
    /// Zone of all civil times, as in the zone database: "Europe/Berlin".
    pub zone: String,
    /// Remarks for readers, e.g. what was assumed.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Master data; each row after those it refers to.
    pub master: Vec<MasterRow>,
    /// The session.
    pub meeting: ScriptMeeting,
    /// What is entered, in the order of entry.
    #[serde(default)]
    pub acts: Vec<Act>,
}

/// The prepared session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScriptMeeting {
    /// Key of the session, unique in the vault.
    pub id: String,
    /// When the office prepared it: `2021-10-21T09:00`.
    pub prepared: String,
    /// When the minutes are issued: `2021-11-16T10:00`; when the last act was entered if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// The plan.
    pub plan: MeetingPlan,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// When it happened: `2021-11-04T16:32`.
    pub at: String,
    /// When it was entered, if later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<String>,
    /// Key of the act, unique in the vault; needed where another act or a text refers to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<String>,
    /// What is entered.
    #[serde(rename = "do")]
    pub command: Command,
}

/// A script that was read, with the keys that stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The script.
    pub script: Script,
    /// Keys by the ids they stand for, so that messages can name what people wrote.
    keys: BTreeMap<String, String>,
}

/// Reads a script.
pub fn read(text: &str) -> Result<Reading, ApiError> {
    let unreadable = |fault: &serde_json::Error| {
        let place = format!("Zeile {}, Spalte {}", fault.line(), fault.column());
        bad(format!("Das Skript ist nicht lesbar ({place})."))
            .hint(format!("Technische Angabe: {fault}"))
            .hint(
                "Es wurde nichts gespeichert. „sitzungsbuch schema script“ beschreibt das Format.",
            )
    };
    let script: Script = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
    if script.format != FORMAT {
        let format = script.format;
        return Err(bad(format!(
            "Das Skript hat das Format {format}; dieses Programm liest Format {FORMAT}."
        ))
        .hint("Es wurde nichts gespeichert."));
    }
    let mut keys = BTreeMap::new();
    let raw: Value = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
    collect_keys(&raw, &mut keys);
    Ok(Reading { script, keys })
}

fn collect_keys(value: &Value, keys: &mut BTreeMap<String, String>) {
    match value {
        Value::String(text) if PersonId::parse(text).is_ok() => {
            let ids = [
                PersonId::from_key(text).to_string(),
                SeatId::from_key(text).to_string(),
                AgendaItemId::from_key(text).to_string(),
                OrganizationId::from_key(text).to_string(),
                BodyId::from_key(text).to_string(),
                ActId::from_key(text).to_string(),
                VoteId::from_key(text).to_string(),
            ];
            keys.extend(ids.into_iter().map(|id| (id, text.clone())));
        }
        Value::Array(values) => values.iter().for_each(|value| collect_keys(value, keys)),
        Value::Object(fields) => fields.values().for_each(|value| collect_keys(value, keys)),
        _ => {}
    }
}

/// JSON Schema of the script format (draft 2020-12), from the Rust types.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Script).to_value()
}

/// A script being played into a vault.
pub struct Player<'a> {
    reading: &'a Reading,
    script: &'a Script,
    zone: Tz,
    meeting: MeetingId,
}

impl<'a> Player<'a> {
    /// Checks zone and key before anything is written.
    pub fn new(reading: &'a Reading) -> Result<Self, ApiError> {
        let script = &reading.script;
        let zone = script.zone.parse().map_err(|_| {
            bad(format!("Die Zeitzone „{}“ ist nicht bekannt.", script.zone))
                .hint("Üblich ist „Europe/Berlin“.")
        })?;
        let meeting = MeetingId::parse(&script.meeting.id)
            .map_err(|_| bad(format!("„{}“ ist keine Kennung.", script.meeting.id)))?;
        Ok(Self { reading, script, zone, meeting })
    }

    /// The session's id.
    pub fn meeting(&self) -> MeetingId {
        self.meeting
    }

    /// Master data and the prepared session.
    pub fn prepare(&self, engine: &mut Engine) -> Result<Outcome, ApiError> {
        let at = convert::moment(self.zone, &self.script.meeting.prepared)
            .map_err(|_| bad(no_time("prepared", &self.script.meeting.prepared)))?;
        let caller = Caller { now: at.timestamp(), actor: "script", source: "script" };
        let master =
            MasterRequest { act: self.own_act("master")?, rows: self.script.master.clone() };
        let master = Request::Master(master);
        engine.execute(&master, &caller).map_err(|fault| self.with_keys(fault))?;
        let command = Command::PrepareMeeting { plan: self.script.meeting.plan.clone() };
        let (act, meeting, based_on) = (self.own_act("prepare")?, self.meeting, None);
        let request = MeetingRequest { act, meeting, based_on, at, command };
        let request = Request::Meeting(Box::new(request));
        engine.execute(&request, &caller).map_err(|fault| self.with_keys(fault))
    }

    /// Number of acts.
    pub fn len(&self) -> usize {
        self.script.acts.len()
    }

    /// Whether there are no acts.
    pub fn is_empty(&self) -> bool {
        self.script.acts.is_empty()
    }

    /// The request of an act and the time it is entered.
    pub fn request(&self, index: usize) -> Result<(MeetingRequest, Timestamp), ApiError> {
        let act = self.script.acts.get(index).ok_or_else(crate::messages::internal)?;
        let place = format!("Akt {} ({})", index + 1, act.at);
        let time = |field, text: &str| {
            convert::moment(self.zone, text)
                .map_err(|_| bad(format!("{place}: {}", no_time(field, text))))
        };
        let at = time("at", &act.at)?;
        let entered = act.entered.as_deref().map_or(Ok(at), |text| time("entered", text))?;
        let id = match &act.act {
            Some(key) => ActId::parse(key)
                .map_err(|_| bad(format!("{place}: „{key}“ ist keine Kennung.")))?,
            None => self.own_act(&format!("{:05}", index + 1))?,
        };
        let (meeting, command) = (self.meeting, act.command.clone());
        Ok((MeetingRequest { act: id, meeting, based_on: None, at, command }, entered.timestamp()))
    }

    /// When the minutes are issued.
    pub fn issued(&self) -> Result<Moment, ApiError> {
        let meeting = &self.script.meeting;
        let last = self.script.acts.last().map(|act| act.entered.as_ref().unwrap_or(&act.at));
        let text = meeting.issued.as_ref().or(last).unwrap_or(&meeting.prepared);
        convert::moment(self.zone, text).map_err(|_| bad(no_time("issued", text)))
    }

    /// Plays one act.
    pub fn play(&self, engine: &mut Engine, index: usize) -> Result<Outcome, ApiError> {
        let (request, now) = self.request(index)?;
        let caller = Caller { now, actor: "script", source: "script" };
        engine.execute(&Request::Meeting(Box::new(request)), &caller).map_err(|fault| {
            let at = self.script.acts.get(index).map_or("", |act| act.at.as_str());
            let fault = self.with_keys(fault);
            ApiError { message: format!("Akt {} ({at}): {}", index + 1, fault.message), ..fault }
        })
    }

    /// An act of the script itself, told apart from those of other sessions.
    fn own_act(&self, name: &str) -> Result<ActId, ApiError> {
        let id = &self.script.meeting.id;
        // A UUID as the session's key leaves room for the name within the length of a key.
        ActId::parse(&format!("{id}.{name}"))
            .map_err(|_| bad(format!("Die Kennung „{id}“ der Sitzung ist zu lang.")))
    }

    /// Puts the script's keys back where a message shows ids that nobody can read.
    fn with_keys(&self, fault: ApiError) -> ApiError {
        let named = |text: &str| {
            text.split_inclusive(' ')
                .map(|word| {
                    let id = word.trim_end_matches([' ', '.', ':', ',']);
                    let key = self.reading.keys.get(id);
                    key.map_or_else(|| word.to_owned(), |key| word.replace(id, &format!("„{key}“")))
                })
                .collect::<String>()
        };
        ApiError { message: named(&fault.message), ..fault }
    }
}

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message)
}

fn no_time(field: &str, text: &str) -> String {
    format!(
        "„{text}“ (Feld „{field}“) ist keine Uhrzeit dieser Zeitzone; erwartet wird zum Beispiel „2021-11-04T16:32“."
    )
}
