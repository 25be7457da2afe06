//! Scripts: a whole session as data, for tests, demonstrations and the office's IT.
//!
//! A script says what a clerk would enter and when; playing it goes through [`Engine::execute`] like
//! every other act. Keys stand for ids (see `core::id`), so a script gives the same ids everywhere.

mod keys;

use crate::core::directory::{Directory, MasterRow};
use crate::core::meeting::MeetingPlan;
use crate::core::session::{Command, Event};
use crate::core::{ActId, MeetingId, Moment, Timestamp};
use crate::engine::Engine;
use crate::error::{ApiError, ErrorCode};
use crate::request::{self, Caller, MasterRequest, MeetingRequest, Outcome, Request};
use crate::{convert, json, messages};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

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
    /// Key of the act, unique in the vault; needed where another act or a text refers to it. The vote
    /// or the election that an act holds is named by the key of the act. Without one the act is
    /// known by its content.
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
    let text = json::without_mark(text);
    let mut script: Script =
        serde_json::from_str(text).map_err(|fault| unreadable(text, &fault))?;
    if script.format != FORMAT {
        let format = script.format;
        return Err(bad(format!(
            "Das Skript hat das Format {format}; dieses Programm liest Format {FORMAT}."
        ))
        .hint("Es wurde nichts gespeichert."));
    }
    no_key_twice(&script)?;
    keys::resolve(&mut script);
    let mut keys = BTreeMap::new();
    let raw: Value = serde_json::from_str(text).map_err(|fault| unreadable(text, &fault))?;
    keys::collect(&raw, &mut keys);
    Ok(Reading { script, keys })
}

fn unreadable(text: &str, fault: &serde_json::Error) -> ApiError {
    let raw: Option<Value> = serde_json::from_str(text).ok();
    let part = raw.as_ref().and_then(refused_part);
    let place = [json::place(fault), part.as_ref().map(|(name, _)| name.clone())];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let why = json::explain(fault, part.map(|(_, part)| part).or(raw.as_ref()));
    bad(format!("Das Skript ist nicht lesbar ({place}): {why}"))
        .hint("Es wurde nichts gespeichert. „sitzungsbuch schema script“ beschreibt das Format.")
        .hint(format!("(Technische Angabe: {fault})"))
}

/// The first act or row that cannot be read on its own, and how people call it.
fn refused_part(raw: &Value) -> Option<(String, &Value)> {
    let all =
        |field: &str| raw.get(field).and_then(Value::as_array).into_iter().flatten().zip(1_usize..);
    if let Some((row, number)) =
        all("master").find(|(row, _)| MasterRow::deserialize(*row).is_err())
    {
        return Some((format!("Stammdatum {number}"), row));
    }
    let (act, number) = all("acts").find(|(act, _)| Act::deserialize(*act).is_err())?;
    Some((format!("Eintragung {number}"), act))
}

/// Two acts with one key would be taken for one act, and the second would be lost.
fn no_key_twice(script: &Script) -> Result<(), ApiError> {
    let mut first = BTreeMap::new();
    for (act, number) in script.acts.iter().zip(1_usize..) {
        let Some(key) = &act.act else { continue };
        let id = ActId::parse(key).map_or_else(|_| key.clone(), |id| id.to_string());
        if let Some(earlier) = first.insert(id, number) {
            return Err(bad(format!(
                "Die Kennung „{key}“ steht bei zwei Eintragungen des Skripts: {earlier} und {number}."
            ))
            .hint("Es wurde nichts gespeichert. Jede Eintragung braucht eine eigene Kennung oder keine."));
        }
    }
    Ok(())
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
    /// Ids of the acts that have no key, by their place.
    unnamed: BTreeMap<usize, ActId>,
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
        let unnamed = unnamed(script, meeting)?;
        Ok(Self { reading, script, zone, meeting, unnamed })
    }

    /// The session's id.
    pub fn meeting(&self) -> MeetingId {
        self.meeting
    }

    /// Master data and the prepared session. Played again, it writes the rows that differ from
    /// their newest version, and refuses another plan.
    pub fn prepare(&self, engine: &mut Engine) -> Result<Outcome, ApiError> {
        let at = convert::moment(self.zone, &self.script.meeting.prepared)
            .map_err(|_| bad(no_time("prepared", &self.script.meeting.prepared)))?;
        let caller = Caller { now: at.timestamp(), actor: "script", source: "script" };
        let plan = &self.script.meeting.plan;
        let state = engine.state(self.meeting)?;
        let revision = state.revision();
        let prepared = state.entries.iter().find_map(|entry| match &entry.event {
            Event::MeetingPrepared { plan, .. } => Some((entry.occurred_at, plan)),
            _ => None,
        });
        let repeated = prepared.is_some();
        if prepared.is_some_and(|prepared| prepared != (at, plan)) {
            return Err(messages::plan_differs());
        }
        self.write_master(engine, &caller)?;
        if repeated {
            let (changed, hints) = Default::default();
            return Ok(Outcome { revision, changed, hints, repeated });
        }
        let command = Command::PrepareMeeting { plan: plan.clone() };
        let act = ActId::from_key(&format!("{}.prepare", self.script.meeting.id));
        let (meeting, based_on) = (self.meeting, None);
        let request = MeetingRequest { act, meeting, based_on, at, command };
        let request = Request::Meeting(Box::new(request));
        engine.execute(&request, &caller).map_err(|fault| self.with_keys(&fault))
    }

    /// Writes the rows that are new or differ from their newest version, in one act that is known by
    /// them and by the versions that they follow.
    fn write_master(&self, engine: &mut Engine, caller: &Caller) -> Result<(), ApiError> {
        let mut directory = engine.directory().clone();
        let (mut rows, mut follows) = (Vec::new(), String::new());
        for row in &self.script.master {
            if same(&directory, row) {
                continue;
            }
            let (noun, id) = (row.noun(), row.id());
            let newest = engine.vault().master_one(noun, &id);
            let newest = newest.map_err(|fault| messages::store(&fault))?;
            let version = newest.map_or(0, |newest| newest.version);
            writeln!(follows, "{noun} {id} {version}").map_err(|_| messages::internal())?;
            directory.put(row.clone());
            rows.push(row.clone());
        }
        if rows.is_empty() {
            return Ok(());
        }
        let mut request = MasterRequest { act: ActId::from_key("master"), rows };
        let digest = request::of_text(&format!("{follows}{}", request.digest()?));
        request.act = ActId::from_key(&digest.to_string());
        let written = engine.execute(&Request::Master(request), caller);
        written.map(drop).map_err(|fault| self.with_keys(&fault))
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
        let act = self.script.acts.get(index).ok_or_else(messages::internal)?;
        let place = place(index, &act.at);
        let time = |field, text: &str| {
            convert::moment(self.zone, text)
                .map_err(|_| bad(format!("{place}: {}", no_time(field, text))))
        };
        let at = time("at", &act.at)?;
        let entered = act.entered.as_deref().map_or(Ok(at), |text| time("entered", text))?;
        let id = match &act.act {
            Some(key) => ActId::parse(key)
                .map_err(|_| bad(format!("{place}: „{key}“ ist keine Kennung.")))?,
            None => *self.unnamed.get(&index).ok_or_else(messages::internal)?,
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
        let (request, entered) = self.request(index)?;
        let now = self.clock(engine, index, entered)?;
        let caller = Caller { now, actor: "script", source: "script" };
        engine.execute(&Request::Meeting(Box::new(request)), &caller).map_err(|fault| {
            let at = self.script.acts.get(index).map_or("", |act| act.at.as_str());
            let fault = self.with_keys(&fault);
            ApiError { message: format!("{}: {}", place(index, at), fault.message), ..fault }
        })
    }

    /// When an act is entered: as the script says, but an act that was put in before stored ones
    /// cannot have been entered before them.
    fn clock(
        &self,
        engine: &mut Engine,
        index: usize,
        entered: Timestamp,
    ) -> Result<Timestamp, ApiError> {
        let last = engine.state(self.meeting)?.entries.last().map(|entry| entry.recorded_at);
        let Some(last) = last.filter(|last| entered < *last) else { return Ok(entered) };
        for later in index + 1..self.len() {
            let Ok((request, _)) = self.request(later) else { break };
            let stored = engine.vault().answered(&request.act.to_string());
            if stored.map_err(|fault| messages::store(&fault))?.is_some() {
                return Ok(last);
            }
        }
        Ok(entered)
    }

    /// Puts the script's keys back where a message shows ids that nobody can read.
    fn with_keys(&self, fault: &ApiError) -> ApiError {
        let named = |text: &str| {
            text.split_inclusive(' ')
                .map(|word| {
                    let id = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
                    let key = self.reading.keys.get(id);
                    key.map_or_else(|| word.to_owned(), |key| word.replace(id, &format!("„{key}“")))
                })
                .collect::<String>()
        };
        let hints = fault.hints.iter().map(|hint| named(hint)).collect();
        ApiError { code: fault.code, message: named(&fault.message), hints }
    }
}

/// How messages call an act of the script.
fn place(index: usize, at: &str) -> String {
    format!("Eintragung {} ({at})", index + 1)
}

/// Ids of the acts without a key: made of what they say, so that they stay the same when others are
/// put in or taken out. Equal ones are numbered.
fn unnamed(script: &Script, meeting: MeetingId) -> Result<BTreeMap<usize, ActId>, ApiError> {
    let mut equal: BTreeMap<String, u32> = BTreeMap::new();
    let mut ids = BTreeMap::new();
    for (index, act) in script.acts.iter().enumerate().filter(|(_, act)| act.act.is_none()) {
        let content = request::of_act(&act.at, &act.command)?.to_string();
        let number = equal.entry(content.clone()).or_default();
        *number += 1;
        let key = request::of_text(&format!("{meeting}\n{content}\n{number}"));
        ids.insert(index, ActId::from_key(&key.to_string()));
    }
    Ok(ids)
}

/// Whether the row stands in the directory as it is.
pub(crate) fn same(directory: &Directory, row: &MasterRow) -> bool {
    match row {
        MasterRow::Body(row) => directory.bodies.get(&row.id) == Some(row),
        MasterRow::Organization(row) => directory.organizations.get(&row.id) == Some(row),
        MasterRow::Person(row) => directory.persons.get(&row.id) == Some(row),
        MasterRow::Seat(row) => directory.seats.get(&row.id) == Some(row),
        MasterRow::Occupancy(row) => directory.occupancies.get(&row.id) == Some(row),
        MasterRow::Membership(row) => directory.memberships.get(&row.id) == Some(row),
        MasterRow::TextModule(row) => directory.text_modules.get(&row.id) == Some(row),
        MasterRow::Paper(row) => directory.papers.get(&row.id) == Some(row),
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
