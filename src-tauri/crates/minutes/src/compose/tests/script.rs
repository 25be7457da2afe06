//! Plays a script through the core, as far as composing needs it: no vault, no zone database.

use crate::record::{self, Edition, Incomplete, Issue, Record};
use serde::Deserialize;
use serde_json::{Value, json};
use sitzungsbuch_core::digest::{Digest, Salt};
use sitzungsbuch_core::directory::{Directory, MasterRow};
use sitzungsbuch_core::meeting::MeetingPlan;
use sitzungsbuch_core::richtext::RichText;
use sitzungsbuch_core::rules::profile::RuleProfile;
use sitzungsbuch_core::session::{Command, Context, DraftRef, State, decide};
use sitzungsbuch_core::{ActId, AgendaItemId, ElectionId, MeetingId, Moment, VoteId};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Deserialize)]
pub(crate) struct Script {
    pub(super) master: Vec<MasterRow>,
    pub(super) meeting: Meeting,
    pub(super) acts: Vec<Act>,
}

#[derive(Clone, Deserialize)]
pub(super) struct Meeting {
    id: String,
    prepared: String,
    pub(super) plan: MeetingPlan,
}

#[derive(Clone, Deserialize)]
pub(super) struct Act {
    pub(super) at: String,
    entered: Option<String>,
    #[serde(rename = "act")]
    pub(super) key: Option<String>,
    #[serde(rename = "do")]
    pub(super) command: Command,
}

impl Act {
    pub(super) fn new(at: &str, command: Command) -> Self {
        Self { at: at.to_owned(), entered: None, key: None, command }
    }

    pub(super) fn called(self, key: &str) -> Self {
        Self { key: Some(key.to_owned()), ..self }
    }
}

fn root(path: &str) -> String {
    let file = format!("{}/../../../{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&file).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

pub(crate) fn read(path: &str) -> Script {
    let mut script: Value =
        serde_json::from_str(&root(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let acts = script["acts"].as_array().unwrap();
    let named = acts.iter().filter_map(|act| act["act"].as_str());
    let named: BTreeSet<String> = named.map(str::to_owned).collect();
    by_act(&mut script["acts"], &named);
    serde_json::from_value(script).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// A script names votes and elections by the act that opens them.
fn by_act(value: &mut Value, acts: &BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value.as_str().filter(|key| acts.contains(*key))) {
                    ("vote" | "repeats", Some(act)) => {
                        *value = json!(VoteId::of_act(ActId::from_key(act)));
                    }
                    ("election", Some(act)) => {
                        *value = json!(ElectionId::of_act(ActId::from_key(act)));
                    }
                    _ => by_act(value, acts),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| by_act(value, acts)),
        _ => {}
    }
}

pub(super) fn profiles() -> Vec<RuleProfile> {
    let names = ["nw-kro-ausschuss", "nw-kro-kreistag", "nw-go-rat", "nw-go-ausschuss"];
    let read = |name: &str| serde_json::from_str(&root(&format!("assets/rules/{name}.json")));
    names.into_iter().map(|name| read(name).unwrap()).collect()
}

pub(crate) struct Played {
    pub(super) state: State,
    pub(super) directory: Directory,
    pub(super) texts: BTreeMap<AgendaItemId, RichText>,
}

impl Played {
    pub(crate) fn of(script: &Script) -> Self {
        let mut directory = Directory::default();
        for row in &script.master {
            directory.check(row).unwrap();
            directory.put(row.clone());
        }
        let plan = script.meeting.plan.clone();
        let offset = plan.start.to_string().split_off(16);
        let moment = |text: &str| Moment::parse(&format!("{text}{offset}")).unwrap();
        let profiles = profiles();
        let meeting = MeetingId::parse(&script.meeting.id).unwrap();
        let mut state = State::new(meeting);
        let mut drafts = BTreeMap::new();
        let mut texts = BTreeMap::new();
        let prepared = script.meeting.prepared.clone();
        let prepare = Act::new(&prepared, Command::PrepareMeeting { plan });
        for (index, act) in std::iter::once(&prepare).chain(&script.acts).enumerate() {
            let at = moment(&act.at);
            let now = act.entered.as_deref().map_or(at, moment).max(at).timestamp();
            let key =
                act.key.clone().unwrap_or_else(|| format!("{}.{index:05}", script.meeting.id));
            let written = match &act.command {
                Command::WriteText { item, text } => {
                    let version = drafts.get(item).map_or(1, |draft: &DraftRef| draft.version + 1);
                    let words = serde_json::to_string(text).unwrap();
                    Some(DraftRef { version, digest: Digest::salted(Salt([9; 16]), &words) })
                }
                _ => None,
            };
            let context = Context {
                act: ActId::parse(&key).unwrap(),
                at,
                now,
                salt: Salt([7; 16]),
                directory: &directory,
                profiles: &profiles,
                drafts: &drafts,
                written,
            };
            let decision = decide(&state, &act.command, &context)
                .unwrap_or_else(|why| panic!("act {index} ({}): {why:?}", act.at));
            if let (Command::WriteText { item, text }, Some(draft)) = (&act.command, written) {
                drafts.insert(*item, draft);
                texts.insert(*item, text.clone());
            }
            state = decision.next;
        }
        Self { state, directory, texts }
    }

    pub(crate) fn issued(&self, edition: Edition) -> Record {
        self.try_issued(edition).unwrap()
    }

    pub(super) fn try_issued(&self, edition: Edition) -> Result<Record, Incomplete> {
        let day = self.state.now.plan.as_ref().unwrap().start.date();
        let at = Moment::parse(&format!("{}T10:00+01:00", day + chrono::Days::new(8))).unwrap();
        let issue = Issue { at, edition };
        record::of(&self.state, &self.directory, &profiles(), &self.texts, issue)
    }

    pub(super) fn record(&self) -> Record {
        self.issued(Edition::Final)
    }
}
