//! What acts would change if they were recorded: both tests, the legal state, the votes that lie
//! between. The engine decides as it would, and nothing is written.

use super::quorum;
use super::source::Source;
use super::words::BOUND;
use crate::convert;
use crate::core::digest::Salt;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::command::Matter;
use crate::core::session::state::Vote;
use crate::core::session::{Command, Context, Event, decide};
use crate::core::{ActId, Moment, Timestamp};
use crate::error::ApiError;
use crate::messages::{self, Case};
use crate::orders;
use crate::request::MeetingRequest;
use chrono::Duration;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Minutes back that are offered for an entry that comes late.
const BACK: [i64; 2] = [5, 10];

/// What acts would change at a time of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AheadView {
    /// Times that are usual for a late entry.
    pub times: Vec<TimeChoice>,
    /// What lies between that time and now: "Dazwischen: Abstimmung zu TOP 4 (16:50)."; empty if
    /// nothing does.
    pub between: String,
    /// One for each command.
    pub acts: Vec<ActAhead>,
}

/// A time of the session as a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimeChoice {
    /// "vor 5 Min.", "seit TOP 4".
    pub words: String,
    /// "16:48".
    pub at: String,
}

/// What one act would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ActAhead {
    /// Why it would be refused at that time: a sentence; empty if it would be recorded.
    pub refused: String,
    /// "danach 8 von 17, 4 KA = 4 SB: rechnerisch nicht beschlussfähig", "danach „Beschlussfähig“";
    /// empty if no test and no legal state changes.
    pub quorum: String,
    /// Both tests would hold.
    pub quorate: bool,
    /// "Damit ändert sich, wer stimmberechtigt war: Abstimmung zu TOP 4 (16:50)."; empty if nowhere.
    pub bases: String,
}

/// What the commands would change, each by itself, if they were recorded for a time.
pub(super) fn view(
    source: &Source,
    profiles: &[RuleProfile],
    (at, now): (Moment, Timestamp),
    commands: &[Command],
) -> AheadView {
    let between: Vec<String> = source
        .now
        .votes
        .iter()
        .filter(|vote| vote.opened > at)
        .map(|one| named(source, one))
        .collect();
    AheadView {
        times: times(source),
        between: match between.as_slice() {
            [] => String::new(),
            all => format!("Dazwischen: {}.", all.join(", ")),
        },
        acts: commands.iter().map(|command| act(source, profiles, (at, now), command)).collect(),
    }
}

/// "Abstimmung zu TOP 4 (16:50)".
fn named(source: &Source, vote: &Vote) -> String {
    let what = if matches!(vote.matter, Matter::Round(_)) { "Wahl" } else { "Abstimmung" };
    format!("{what} zu {} ({})", source.top(vote.item).replace(' ', "\u{a0}"), vote.opened.clock())
}

/// A few minutes ago, since the current item was called; as far as the session was open then.
fn times(source: &Source) -> Vec<TimeChoice> {
    let (now, clock) = (source.now, source.clock);
    let Some(opened) = now.opened.filter(|_| source.open()) else { return Vec::new() };
    let back = BACK.into_iter().map(|minutes| {
        let at = convert::civil(crate::documents::ZONE, ago(clock, minutes));
        (format!("vor {minutes}{BOUND}Min."), at)
    });
    let item = now.current.and_then(|item| now.item(item));
    let since = item.and_then(|one| {
        Some((format!("seit TOP{BOUND}{}", one.item.number.trim()), *one.called.last()?))
    });
    // Offered is what is read as that time again, whatever day it is.
    let reads = |at: Moment| moment(source, Some(&at.clock())).is_ok_and(|one| one == at);
    let mut seen = BTreeSet::new();
    let offered = back.chain(since).filter(|(_, at)| *at >= opened && reads(*at));
    let offered = offered.filter(|(_, at)| seen.insert(at.clock()));
    offered.map(|(words, at)| TimeChoice { words, at: at.clock() }).collect()
}

/// The beginning of the minute so many minutes ago.
fn ago(clock: Moment, minutes: i64) -> Timestamp {
    Timestamp::new(clock.timestamp().utc() - Duration::minutes(minutes))
}

fn act(
    source: &Source,
    profiles: &[RuleProfile],
    (at, now): (Moment, Timestamp),
    command: &Command,
) -> ActAhead {
    let id = ActId::from_key("ahead");
    let drafts = BTreeMap::new();
    let context = Context {
        act: id,
        at,
        now,
        salt: Salt([0; 16]),
        directory: source.directory,
        profiles,
        drafts: &drafts,
        written: None,
    };
    let nothing = ActAhead {
        refused: String::new(),
        quorum: String::new(),
        quorate: true,
        bases: String::new(),
    };
    let decision = match decide(source.state, command, &context) {
        Ok(decision) => decision,
        Err(why) => {
            let (meeting, command) = (source.state.meeting, command.clone());
            let request = MeetingRequest { act: id, meeting, based_on: None, at, command };
            let case = Case { directory: source.directory, state: source.state, request: &request };
            return ActAhead { refused: messages::rejection(&why, &case).message, ..nothing };
        }
    };
    let changed = decision.events.iter().filter_map(|new| match &new.event {
        Event::BasisChanged { vote, .. } => Some(named(source, source.now.vote(*vote)?)),
        _ => None,
    });
    let bases: Vec<String> = changed.collect();
    let next = source.after(&decision.next);
    let (before, after) = (quorum::view(source), next.as_ref().map(quorum::view));
    let after = after.as_ref().unwrap_or(&before);
    ActAhead {
        quorum: quorum::change(&before, after),
        quorate: after.computed,
        bases: match bases.as_slice() {
            [] => String::new(),
            all => format!("Damit ändert sich, wer stimmberechtigt war: {}.", all.join(", ")),
        },
        ..nothing
    }
}

/// When acts are looked at: as typed, or now.
pub(super) fn moment(source: &Source, at: Option<&str>) -> Result<Moment, ApiError> {
    match at.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(source.clock),
        Some(text) => orders::read_moment(source.now, text, source.clock.timestamp()),
    }
}
