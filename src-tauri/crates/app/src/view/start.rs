//! The start: which sessions there are and what comes next.

use super::meeting;
use super::source::Source;
use super::words;
use crate::core::agenda_item::Part;
use crate::core::organization::{Organization, OrganizationType};
use crate::core::session::Phase;
use crate::core::{MeetingId, Moment, Timestamp};
use crate::documents::civil;
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::{Form, FormKind};
use crate::{messages, profiles};
use serde::Serialize;
use sitzungsbuch_store::OverviewRow;

/// The first view after unlocking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// The clock when this was asked; the clock of a window runs on from here.
    pub now: Timestamp,
    /// Name of the body, empty while there is none: then the first steps are offered.
    pub body: String,
    /// The session that is open, or the next one to come within a day; none otherwise.
    pub next: Option<MeetingRow>,
    /// All sessions, the latest first.
    pub meetings: Vec<MeetingRow>,
    /// Whether there is a committee for which a session can be prepared.
    pub can_prepare: bool,
    /// Forms that were begun and not sent.
    pub begun: Vec<BegunForm>,
    /// What somebody has to know before working with this vault: profiles that are drafts.
    pub notices: Vec<String>,
}

/// A form that was begun and not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BegunForm {
    /// Which.
    pub form: FormKind,
    /// "Kreis Mühlental · Bauausschuss", empty if nothing is named yet.
    pub words: String,
    /// "Heute, 16:21", empty if unknown.
    pub kept: String,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MeetingRow {
    /// Which.
    pub meeting: MeetingId,
    /// Committee.
    pub title: String,
    /// "Do, 19.11.2026".
    pub day: String,
    /// "16:30".
    pub time: String,
    /// "Heute", "Morgen", empty otherwise.
    pub near: String,
    /// Second line of the next session: "Raum 1.12 · 12 Punkte, davon 4 nichtöffentlich".
    pub detail: String,
    /// Phase.
    pub phase: Phase,
    /// "vorbereitet", "läuft seit 16:32", "geschlossen".
    pub state: String,
}

/// The sessions of the vault, and what comes next.
pub(super) fn view(engine: &mut Engine, now: Timestamp) -> Result<StartView, ApiError> {
    let today = civil(now);
    let overviews = engine.vault().overviews().map_err(|fault| messages::store(&fault))?;
    let mut meetings: Vec<(Moment, MeetingRow)> =
        overviews.iter().filter_map(|one| row(one, today)).collect();
    let next = next(&meetings, today).map(|row| row.meeting);
    let mut next_row = None;
    for (_, row) in &mut meetings {
        // Only what is open or next is read: a vault may hold many sessions.
        if row.phase != Phase::Open && Some(row.meeting) != next {
            continue;
        }
        let (detail, opened) = super::look(engine, row.meeting, now, |source| {
            Ok((detail(source), source.now.opened))
        })?;
        if let (Phase::Open, Some(opened)) = (row.phase, opened) {
            row.state = format!("läuft seit {}", opened.clock());
        }
        if Some(row.meeting) == next {
            row.detail = detail;
            next_row = Some(row.clone());
        }
    }
    meetings.sort_by_key(|(start, _)| std::cmp::Reverse(*start));
    let directory = engine.directory();
    let judged = |kind| kind != OrganizationType::Faction;
    let mut committees = directory
        .organizations
        .values()
        .filter(|one| judged(one.organization_type) && one.rule_profile.is_some());
    let seated = |id| directory.seats.values().any(|seat| seat.organization == id);
    Ok(StartView {
        now,
        body: directory.bodies.values().next().map(|body| body.name.clone()).unwrap_or_default(),
        next: next_row,
        meetings: meetings.into_iter().map(|(_, row)| row).collect(),
        can_prepare: committees.any(|one| seated(one.id)),
        begun: begun(engine, today)?,
        notices: notices(engine),
    })
}

/// What was begun, in the order in which it is needed.
fn begun(engine: &Engine, today: Moment) -> Result<Vec<BegunForm>, ApiError> {
    let mut all = Vec::new();
    for form in [FormKind::SetUp, FormKind::Meeting] {
        let Some(begun) = engine.form(form)? else { continue };
        let kept = begun.kept.map(civil).map(|at| {
            let near = words::near(at.date(), today.date());
            let day = words::day(at.date());
            format!("{}, {}", if near.is_empty() { &day } else { near }, at.clock())
        });
        let words = match &begun.form {
            Form::SetUp(form) => named(&[&form.body, &form.committee]),
            Form::Meeting(form) => {
                let committee = engine.directory().organizations.get(&form.organization);
                named(&[committee.map_or("", |one| &one.name), &form.day, &form.room])
            }
        };
        all.push(BegunForm { form, words, kept: kept.unwrap_or_default() });
    }
    Ok(all)
}

/// What was typed, without what is empty.
fn named(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn row(one: &OverviewRow, today: Moment) -> Option<(Moment, MeetingRow)> {
    let start = Moment::parse(&one.starts_at)?;
    let (phase, state) = match one.phase.as_str() {
        "prepared" => (Phase::Prepared, "vorbereitet"),
        "open" => (Phase::Open, "läuft"),
        "closed" => (Phase::Closed, "geschlossen"),
        _ => return None,
    };
    let row = MeetingRow {
        meeting: MeetingId::parse(&one.meeting).ok()?,
        title: one.title.clone(),
        day: words::day(start.date()),
        time: start.clock(),
        near: words::near(start.date(), today.date()).to_owned(),
        detail: String::new(),
        phase,
        state: state.to_owned(),
    };
    Some((start, row))
}

/// The open session; else the first to come today or within a day.
fn next(meetings: &[(Moment, MeetingRow)], now: Moment) -> Option<&MeetingRow> {
    let soon = |start: Moment| {
        let minutes = start.minutes_since(now);
        start.date() == now.date() || (0..=24 * 60).contains(&minutes)
    };
    let open = meetings.iter().filter(|(_, row)| row.phase == Phase::Open);
    let to_come =
        meetings.iter().filter(|(start, row)| row.phase == Phase::Prepared && soon(*start));
    let open = open.max_by_key(|(start, _)| *start);
    open.or_else(|| to_come.min_by_key(|(start, _)| *start)).map(|(_, row)| row)
}

/// "Raum 1.12 · 12 Punkte, davon 4 nichtöffentlich".
fn detail(source: &Source) -> String {
    let top = || source.now.items.iter().filter(|one| one.item.parent.is_none());
    let closed = top().filter(|one| one.item.part == Part::NonPublic).count();
    let mut items = words::number(top().count(), "Punkt", "Punkte");
    if closed > 0 {
        items = format!("{items}, davon {closed} nichtöffentlich");
    }
    let room = meeting::room(source);
    if room.is_empty() { items } else { format!("{room} · {items}") }
}

/// Profiles in use that nobody has checked to the end.
fn notices(engine: &Engine) -> Vec<String> {
    let directory = engine.directory();
    let seated = |id| directory.seats.values().any(|seat| seat.organization == id);
    let judged = |one: &&Organization| one.rule_profile.is_some() && seated(one.id);
    let organizations: Vec<&Organization> =
        directory.organizations.values().filter(judged).collect();
    let used = engine.profiles().iter().filter(|profile| {
        organizations.iter().any(|one| one.rule_profile.as_ref() == Some(&profile.id))
    });
    used.filter_map(profiles::notice).collect()
}
