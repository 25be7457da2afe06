//! A session on one screen: what the live view draws.

use super::agenda::{self, AgendaView, ItemView};
use super::conduct::{self, LeadView};
use super::expected::{self, FormalView};
use super::log::{self, LogRow};
use super::part::{self, PartChangeView};
use super::quorum::{self, QuorumView};
use super::seats::{Attendee, Column};
use super::source::Source;
use super::{attendees, away, item, matters, opening, proceedings, tiles, words};
use crate::core::agenda_item::Part;
use crate::core::session::command::Matter;
use crate::core::session::state::{Absence, ItemState};
use crate::core::session::{Phase, Revision};
use crate::core::{AgendaItemId, MeetingId, Moment, PersonId, Timestamp};
use crate::documents::civil;
use serde::Serialize;

/// A person with a name to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub full_name: String,
    /// "Vorsitz", "stellv. Vorsitz", office; empty otherwise.
    pub detail: String,
}

/// What is chosen before the opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpeningView {
    /// Who may chair: chair, deputies in their order, then the other members who are there.
    pub chairs: Vec<Named>,
    /// Who will, as noted so far or by function; none if nobody is known.
    pub chair: Option<PersonId>,
    /// Who may keep the minutes: everybody of the directory without a seat here.
    pub clerks: Vec<Named>,
    /// Who will; none if nobody is known.
    pub clerk: Option<PersonId>,
    /// What is missing for the opening, a sentence; empty if nothing is.
    pub missing: String,
}

/// Something to look at before closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpenPoint {
    /// A sentence.
    pub words: String,
    /// Where it is settled, if there is one place.
    pub place: Option<OpenPlace>,
}

/// Where something open is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "at", rename_all = "camelCase")]
pub enum OpenPlace {
    /// At an item.
    Item {
        /// Which.
        item: AgendaItemId,
    },
    /// Where the presence is counted and compared with the paper sheet.
    Presence,
    /// At the quorum.
    Quorum,
}

/// What the state makes possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "independent permissions, each one button")]
pub struct Allowed {
    /// Open the session.
    pub open: bool,
    /// Confirm the due invitation.
    pub confirm_invitation: bool,
    /// Find on the quorum, either way.
    pub find_quorum: bool,
    /// Change the part.
    pub change_part: bool,
    /// Interrupt the session.
    pub interrupt: bool,
    /// Add an item.
    pub add_item: bool,
    /// Take something down beside votes, count the presence, go on on another day.
    pub take_down: bool,
    /// Close the session.
    pub close: bool,
    /// Make the Niederschrift (as a draft while the session is open).
    pub minutes: bool,
    /// Make the final Niederschrift and sign it.
    pub sign: bool,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// Which.
    pub meeting: MeetingId,
    /// The clock when this was asked; the clock of a window runs on from here.
    pub now: Timestamp,
    /// Revision that this view shows; it grows with every entry.
    pub revision: Revision,
    /// Phase.
    pub phase: Phase,
    /// Committee.
    pub committee: String,
    /// "Do, 19.11.2026".
    pub day: String,
    /// Planned start: "16:30".
    pub start: String,
    /// Room.
    pub room: String,
    /// "Heute", "Morgen", empty otherwise.
    pub near: String,
    /// "eröffnet 16:32", "unterbrochen seit 17:30 Uhr",
    /// "Fortsetzung 19.11. 16:30", "geschlossen 17:56", empty before.
    pub times: String,
    /// Part of the session.
    pub part: Part,
    /// Why nothing can be entered: a sentence, empty otherwise (the journal is broken).
    pub read_only: String,
    /// What that means and what to do, whole sentences.
    pub read_only_hints: Vec<String>,
    /// The clock of the machine was set back: what happened, what it means, what to do; empty
    /// otherwise.
    pub set_back: Vec<String>,
    /// Quorum, for the current item.
    pub quorum: QuorumView,
    /// Agenda.
    pub agenda: AgendaView,
    /// The item that is being dealt with; none between two.
    pub current: Option<ItemView>,
    /// Columns of tiles.
    pub columns: Vec<Column>,
    /// Officials and guests, there or gone, in the order of coming.
    pub attendees: Vec<Attendee>,
    /// "7 Personen".
    pub attendees_words: String,
    /// The other part; none if it cannot be changed now.
    pub part_change: Option<PartChangeView>,
    /// Before the opening.
    pub opening: Option<OpeningView>,
    /// Who chairs, once open.
    pub chair: Option<Named>,
    /// Who keeps the minutes, once open.
    pub clerk: Option<Named>,
    /// Who leads the session, and what should be done about it.
    pub lead: LeadView,
    /// What the chair finds at the beginning, while that comes next.
    pub formal: Option<FormalView>,
    /// When the invitation was confirmed: "16:33", empty before.
    pub invitation: String,
    /// Last act, for undo; none before the first.
    pub last: Option<LogRow>,
    /// While it is interrupted: who was there and may not have come back.
    pub in_recess: Vec<Named>,
    /// What is open before closing.
    pub open_points: Vec<OpenPoint>,
    /// What is possible now.
    pub allowed: Allowed,
}

/// A session as it stands.
pub(super) fn view(source: &Source) -> MeetingView {
    let (now, plan) = (source.now, source.plan);
    let organization = source.directory.organizations.get(&plan.organization);
    let attendees = attendees::view(source);
    let opening = source.prepared().then(|| opening::view(source));
    let can_open = opening.as_ref().is_some_and(|opening| opening.missing.is_empty());
    let quorum = quorum::view(source);
    MeetingView {
        meeting: source.state.meeting,
        now: source.clock.timestamp(),
        revision: source.state.revision(),
        phase: now.phase,
        committee: organization.map_or_else(String::new, |one| one.name.trim().to_owned()),
        day: words::day(plan.start.date()),
        start: plan.start.clock(),
        room: room(source),
        near: words::near(plan.start.date(), source.clock.date()).to_owned(),
        times: times(source),
        part: now.part,
        read_only: source.read_only.clone(),
        read_only_hints: source.read_only_hints.clone(),
        set_back: Vec::new(),
        formal: expected::formal(source, &quorum),
        quorum,
        agenda: agenda::view(source),
        current: now.current.and_then(|id| item::view(source, id)),
        columns: tiles::columns(source),
        attendees_words: attendees::words(&attendees),
        part_change: part::change(source, &attendees),
        attendees,
        opening,
        chair: now.chair.map(|person| opening::named(source, person)),
        clerk: now.clerk.map(|person| opening::named(source, person)),
        lead: conduct::lead(source),
        invitation: now.invitation_confirmed.map(Moment::clock).unwrap_or_default(),
        last: log::last(source),
        in_recess: in_recess(source),
        open_points: open_points(source),
        allowed: allowed(source, can_open),
    }
}

/// What is said when the clock stands before the last entry. Civil time may jump back at the end of
/// summer time; the clock that counts does not.
pub(super) fn set_back(source: &Source, now: Timestamp) -> Vec<String> {
    let last = source.state.entries.last().map(|entry| entry.recorded_at);
    let Some(last) = last.filter(|last| *last > now && source.open()) else { return Vec::new() };
    let (shown, kept) = (civil(now).clock(), civil(last).clock());
    vec![
        "Die Uhr dieses Geräts wurde zurückgestellt.".to_owned(),
        format!(
            "Sie zeigt {shown}; der letzte Eintrag wurde um {kept} gespeichert. Bis die Uhr das einholt, erhalten neue Einträge die Zeit {kept}."
        ),
        "Stellen Sie die Uhr richtig, oder geben Sie die Zeit bei jedem Eintrag an.".to_owned(),
    ]
}

/// The room, or the building if no room is known.
pub(super) fn room(source: &Source) -> String {
    let location = &source.plan.location;
    let room = location.room.trim();
    if room.is_empty() { location.description.trim() } else { room }.to_owned()
}

pub(super) fn times(source: &Source) -> String {
    let word = |what: &str, at: Moment| format!("{what} {}", at.clock());
    let closed = source.now.closed.map(|at| word("geschlossen", at));
    if let Some(to) = source.now.continues().filter(|_| closed.is_none()) {
        return format!("Fortsetzung {}", words::clock_on(to, source.plan.start.date()));
    }
    if let Some(since) = source.now.interrupted().filter(|_| closed.is_none()) {
        return format!("unterbrochen seit {} Uhr", since.clock());
    }
    closed.or(source.now.opened.map(|at| word("eröffnet", at))).unwrap_or_default()
}

/// By name; whoever left by an act of their own is not among them.
fn in_recess(source: &Source) -> Vec<Named> {
    let (now, names) = (source.now, &source.names);
    if now.interrupted().is_none() || !source.open() || !source.writable() {
        return Vec::new();
    }
    let all = now.attendance.keys().copied();
    let mut there: Vec<PersonId> = all.filter(|one| now.present(*one).is_some()).collect();
    there.sort_by_cached_key(|one| names.sorting_key(*one));
    let row = |person| {
        let one = opening::named(source, person);
        let status = names.status(person).map_or("", |status| status.abbreviation());
        let own = [status.to_owned(), names.faction(person), one.detail.clone()];
        let own: Vec<String> = own.into_iter().filter(|part| !part.is_empty()).collect();
        Named { detail: own.join(" · "), ..one }
    };
    there.into_iter().map(row).collect()
}

fn allowed(source: &Source, can_open: bool) -> Allowed {
    let (now, writable) = (source.now, source.writable());
    let open = source.open() && writable;
    let closed = now.phase == Phase::Closed;
    Allowed {
        open: can_open && writable,
        confirm_invitation: open && now.invitation_confirmed.is_none(),
        find_quorum: open,
        change_part: open,
        take_down: open,
        interrupt: open && now.interrupted().is_none(),
        add_item: open || (source.prepared() && writable),
        close: open,
        minutes: source.open() || closed,
        sign: closed && (writable || source.sealed),
    }
}

/// What the chair or the clerk may have forgotten, while it can still be done.
fn open_points(source: &Source) -> Vec<OpenPoint> {
    let now = source.now;
    if !source.open() {
        return Vec::new();
    }
    let mut points = Vec::new();
    let mut say = |words: String, place| points.push(OpenPoint { words, place });
    let at = |item| Some(OpenPlace::Item { item });
    if now.invitation_confirmed.is_none() {
        say("Die ordnungsgemäße Ladung ist nicht festgestellt.".to_owned(), None);
    }
    if now.findings.is_empty() {
        say("Die Beschlussfähigkeit ist nicht festgestellt.".to_owned(), Some(OpenPlace::Quorum));
    }
    // What stands below an open item is open with it.
    let below_open = |one: &ItemState| {
        one.item.parent.and_then(|id| now.item(id)).is_some_and(|parent| !parent.settled())
    };
    for one in &now.items {
        let (id, top) = (one.item.id, source.top(one.item.id));
        if one.settled() {
            if one.closed.is_some() && now.lacks_outcome(one) {
                say(format!("{top} ist ohne Ergebnis abgeschlossen."), at(id));
            }
        } else if !below_open(one) && !agenda::done(one) {
            let how = if one.called.is_empty() { "aufgerufen" } else { "abgeschlossen" };
            say(format!("{top} ist noch nicht {how}."), at(id));
        }
    }
    for vote in now.votes.iter().filter(|vote| vote.changed.is_some()) {
        let top = source.top(vote.item);
        let at_it = match vote.matter {
            Matter::Round(_) => "dem Wahlgang",
            _ => "der Abstimmung",
        };
        let words = format!(
            "Wer bei {at_it} zu {top} stimmberechtigt anwesend war, hat sich geändert; das ist noch nicht bestätigt."
        );
        say(words, at(vote.item));
    }
    for motion in now.motions.iter().filter(|motion| motion.pending()) {
        let (item, what) = (motion.motion.item, matters::motion(source, &motion.motion));
        say(format!("{what} zu {}: noch nicht abgestimmt.", source.top(item)), at(item));
    }
    for election in now.elections.iter().filter(|election| election.missing().is_some()) {
        let (top, post) = (source.top(election.item), election.post.trim());
        say(format!("Die Wahl zu {top} ({post}) ist nicht abgeschlossen."), at(election.item));
    }
    let away = |one: &&Absence| now.apart(one.person, now.current) == Some(one.cause);
    for absence in now.absences.lasting().filter(away) {
        let name = source.names.nominative(absence.person);
        let since = away::words(source, absence).1;
        say(format!("{name} ist nicht zurück: {since}."), None);
    }
    for words in proceedings::unsettled(source) {
        say(words, Some(OpenPlace::Presence));
    }
    if let Some(since) = now.interrupted() {
        say(format!("Die Sitzung ist seit {} Uhr unterbrochen.", since.clock()), None);
    }
    points
}
