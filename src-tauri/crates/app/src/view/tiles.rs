//! Tiles: the state of every seat in words, and what can be done with who sits there.

use super::seat_columns::{column, occupied, regular};
use super::seats::{Column, PersonAct, SeatState, SeatView};
use super::source::Source;
use super::{away, substitutes};
use crate::core::agenda_item::{AgendaItem, Part};
use crate::core::membership::{Function, SeatKind, Status};
use crate::core::rules::attendance::{AbsenceCause, SeatNow};
use crate::core::session::command::Mode;
use crate::core::session::state::{self, Interval, Place};
use crate::core::{AgendaItemId, Moment, PersonId, SeatId};
use std::collections::BTreeMap;

/// Seats by the status of their regular members, advisory seats apart.
pub(super) fn columns(source: &Source) -> Vec<Column> {
    let seats = source.seats();
    let entitled: Vec<SeatId> =
        source.basis_of(&seats).entitled.iter().map(|one| one.seat).collect();
    let mut left = Vec::new();
    let (mut right, mut advisory) = (Vec::new(), Vec::new());
    let composition = source.profile.quorum.composition.as_ref();
    for now in &seats {
        let Some(seat) = source.now.seats.get(&now.seat) else { continue };
        let view = tile(source, now, seat, entitled.contains(&now.seat));
        if seat.kind == SeatKind::Advisory {
            advisory.push(view);
        } else if composition.is_some_and(|test| regular(source, now.seat, seat) == Some(test.b)) {
            right.push(view);
        } else {
            left.push(view);
        }
    }
    let mut columns = Vec::new();
    match composition {
        Some(test) => {
            columns.push(column(Some(test.a), left));
            columns.push(column(Some(test.b), right));
        }
        None => columns.push(column(None, left)),
    }
    if !advisory.is_empty() {
        let there = advisory.iter().filter(|one| occupied(one.state)).count();
        columns.push(Column {
            title: "Beratend".to_owned(),
            heading: "Beratende Mitglieder".to_owned(),
            count: format!("{there} von {}", advisory.len()),
            status: None,
            seats: advisory,
        });
    }
    columns
}

/// Who a tile is about, and how the seat stands.
struct Stand {
    person: Option<PersonId>,
    state: SeatState,
    /// Time that belongs to the state.
    at: Option<Moment>,
}

fn tile(source: &Source, now: &SeatNow, seat: &state::SeatState, counts: bool) -> SeatView {
    let stand = stand(source, now, seat);
    let names = &source.names;
    let member = seat.member.map(|member| member.person);
    let (line, words) = lines(source, seat, &stand, counts);
    let person = stand.person;
    let called = |name: &dyn Fn(PersonId) -> String, none: &str| {
        person.map_or_else(|| none.to_owned(), name)
    };
    let elsewhere = member.filter(|member| person.is_some_and(|one| one != *member));
    let vacant = format!("Sitz {}", seat.number);
    let status = person.and_then(|one| names.status(one));
    let acts = acts(source, seat, person);
    let takes = acts.contains(&PersonAct::Substitute);
    SeatView {
        seat: now.seat,
        number: seat.number,
        kind: seat.kind,
        member,
        person,
        short_name: called(&|one| names.short(one), &vacant),
        full_name: called(&|one| names.full(one), &format!("{vacant}, unbesetzt")),
        family_name: called(&|one| names.family(one), &vacant),
        given_name: called(&|one| names.given(one), ""),
        status: status.map_or("", Status::abbreviation).to_owned(),
        faction: called(&|one| names.faction(one), ""),
        function: called(&|one| function(source, one).to_owned(), ""),
        state: stand.state,
        counts,
        line,
        words,
        remote: person.is_some_and(|one| remote(source, one)),
        stand_in: if takes { substitutes::proposed(source, seat) } else { None },
        acts,
        member_name: elsewhere.map_or_else(String::new, |one| names.nominative(one)),
        member_acts: elsewhere.map_or_else(Vec::new, |one| member_acts(source, one)),
    }
}

const VORSITZ: &str = "Vorsitz";

/// "Vorsitz" by appointment; who leads without it leads this session.
fn function(source: &Source, person: PersonId) -> &'static str {
    match source.names.function(person) {
        Some(Function::Chair) => VORSITZ,
        Some(Function::DeputyChair) if leads(source, person) => "leitet, stellv. Vorsitz",
        Some(Function::DeputyChair) => "stellv. Vorsitz",
        _ if source.now.chair == Some(person) => "Sitzungsleitung",
        _ => "",
    }
}

/// Took the chair in the course of the session.
fn leads(source: &Source, person: PersonId) -> bool {
    source.now.chair == Some(person) && source.now.chairs.len() > 1
}

const fn absent(cause: AbsenceCause) -> SeatState {
    match cause {
        AbsenceCause::Outage => SeatState::Outage,
        AbsenceCause::PublicArea => SeatState::PublicArea,
        AbsenceCause::Item(_) => SeatState::Away,
    }
}

fn stand(source: &Source, now: &SeatNow, seat: &state::SeatState) -> Stand {
    let member = seat.member.map(|member| member.person);
    let stand = |person, state, at| Stand { person, state, at };
    if let Some((person, _)) = now.occupant {
        let first = intervals(source, person, now.seat).next();
        let late = first.filter(|one| !one.since_opening).map(|one| one.from);
        if now.recused {
            return stand(Some(person), SeatState::Recused, None);
        }
        if let Some(absence) = away::of(source, person) {
            return stand(Some(person), absent(absence.cause), Some(absence.from));
        }
        if Some(person) != member {
            return stand(Some(person), SeatState::Substituted, late);
        }
        let state = if late.is_some() { SeatState::Late } else { SeatState::Present };
        return stand(Some(person), state, late);
    }
    let left = |person| intervals(source, person, now.seat).last().and_then(|one| one.to);
    // Whoever has the seat as a substitute is the one who may come, or come back.
    if let Some(substitute) = seat.substitution().map(|one| one.substitute) {
        if let Some(at) = left(substitute) {
            return stand(Some(substitute), SeatState::Left, Some(at));
        }
        let state = if source.prepared() { SeatState::Substituted } else { SeatState::Missing };
        return stand(Some(substitute), state, None);
    }
    let Some(member) = member else { return stand(None, SeatState::Vacant, None) };
    if source.sits_in(seat).is_some() {
        return stand(Some(member), SeatState::Left, None);
    }
    if let Some(at) = left(member) {
        return stand(Some(member), SeatState::Left, Some(at));
    }
    let state = if source.now.excused.contains(&member) {
        SeatState::Excused
    } else if source.prepared() {
        SeatState::Pending
    } else {
        SeatState::Missing
    };
    stand(Some(member), state, None)
}

/// Connected by picture and sound.
pub(super) fn remote(source: &Source, person: PersonId) -> bool {
    source.noted_remote(person)
        || source.now.present(person).is_some_and(|one| one.mode == Mode::Remote)
}

/// When the person was on the seat.
fn intervals<'a>(
    source: &'a Source,
    person: PersonId,
    seat: SeatId,
) -> impl DoubleEndedIterator<Item = &'a Interval> {
    let all = source.now.attendance.get(&person).into_iter().flatten();
    all.filter(move |one| matches!(one.place, Place::Seat(on, _) if on == seat))
}

/// Line of the small tile and line of the large one.
fn lines(
    source: &Source,
    seat: &state::SeatState,
    stand: &Stand,
    counts: bool,
) -> (String, String) {
    let clock = stand.at.map(Moment::clock).unwrap_or_default();
    let same = |text: &str| (text.to_owned(), text.to_owned());
    let (line, words) = match stand.state {
        SeatState::Pending => same("noch offen"),
        SeatState::Present => present(source, seat, stand, "anwesend", String::new()),
        SeatState::Late => {
            let within = stand.at.and_then(|at| dealt_with(source, at));
            let top = within.map(|item| format!(" (TOP {})", item.number)).unwrap_or_default();
            let since = format!("ab {clock}");
            present(source, seat, stand, &format!("{since}{top}"), since)
        }
        SeatState::Substituted => substituted(source, seat, stand, counts),
        SeatState::Recused => {
            let top = source.now.current.map(|item| source.top(item)).unwrap_or_default();
            let listens = stand.person.is_some_and(|person| away::listens(source, person));
            let public = source.now.part == Part::Public;
            let place = if listens && public { ", im Zuhörerbereich" } else { "" };
            (format!("befangen, {top}"), format!("befangen zu {top}{place}"))
        }
        SeatState::Away | SeatState::PublicArea | SeatState::Outage => {
            match stand.person.and_then(|person| away::of(source, person)) {
                Some(absence) => away::words(source, absence),
                None => same(""),
            }
        }
        SeatState::Left => match source.sits_in(seat) {
            Some(other) => sitting_in(source, other),
            None => (format!("bis {clock}"), format!("gegangen {clock}")),
        },
        SeatState::Excused => same("entschuldigt"),
        SeatState::Missing => missing(source, seat, stand),
        SeatState::Vacant => same("unbesetzt"),
    };
    // Bias concerns a member who is not there, too.
    let gone =
        seat.member.filter(|own| seat.occupant.is_none() && stand.person == Some(own.person));
    let biased = |item: &AgendaItemId| {
        gone.is_some_and(|own| source.now.recusal(own.person, *item).is_some())
    };
    let Some(item) = source.now.current.filter(biased) else { return (line, words) };
    (format!("{line}, befangen"), format!("{words}, befangen zu {}", source.top(item)))
}

/// A member who is there: faction and function small, the function after the state large.
fn present(
    source: &Source,
    seat: &state::SeatState,
    stand: &Stand,
    words: &str,
    line: String,
) -> (String, String) {
    let Some(person) = stand.person else { return (line, words.to_owned()) };
    let function = function(source, person);
    let joined = |parts: &[&str], with: &str| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(with)
    };
    let (line, words) = match (remote(source, person), line.is_empty()) {
        (true, true) => ("zugeschaltet".to_owned(), "zugeschaltet".to_owned()),
        (true, false) => (format!("{line}, zugeschaltet"), format!("zugeschaltet {words}")),
        (false, _) => (line, words.to_owned()),
    };
    let words = joined(&[&words, function], ", ");
    // Who leads now is what the small tile has room for.
    let leads = source.now.chair == Some(person) && function != VORSITZ;
    let function = if leads { "leitet" } else { function };
    if !line.is_empty() {
        return (joined(&[&line, function], " · "), words);
    }
    let faction = source.names.faction(person);
    let line = joined(&[&faction, function], " · ");
    let status = seat.member.map_or("", |member| member.status.abbreviation());
    (if line.is_empty() { status.to_owned() } else { line }, words)
}

/// An arranged substitute who did not come is the one who is missing.
fn missing(source: &Source, seat: &state::SeatState, stand: &Stand) -> (String, String) {
    let member = seat.member.map(|member| member.person);
    match member.filter(|member| stand.person.is_some_and(|one| one != *member)) {
        None => ("fehlt".to_owned(), "fehlt".to_owned()),
        Some(member) => (
            format!("fehlt, für {}", source.names.short(member)),
            format!("fehlt, vertritt {}", source.names.plain_oblique(member)),
        ),
    }
}

fn substituted(
    source: &Source,
    seat: &state::SeatState,
    stand: &Stand,
    counts: bool,
) -> (String, String) {
    let names = &source.names;
    let own = stand.person.and_then(|one| names.status(one));
    let differs = seat.member.is_some_and(|member| own != Some(member.status));
    // The quorum line counts the person's own status; where it differs, the tile says so.
    let status = own.filter(|_| differs).map_or("", Status::abbreviation);
    let (line, mut words) = match seat.member.map(|member| member.person) {
        Some(member) => (
            format!("für {}", names.short(member)),
            format!("vertritt {}", names.plain_oblique(member)),
        ),
        None => (format!("auf Sitz {}", seat.number), "auf unbesetztem Sitz".to_owned()),
    };
    let line = if status.is_empty() { line } else { format!("{status} {line}") };
    if let Some(at) = stand.at {
        words = format!("{words}, ab {}", at.clock());
    } else if source.prepared() && !counts {
        words = format!("{words}, noch offen");
    }
    if stand.person.is_some_and(|person| remote(source, person)) {
        words = format!("{words}, zugeschaltet");
    }
    (line, words)
}

/// A member of this seat who sits on that one.
fn sitting_in(source: &Source, other: &state::SeatState) -> (String, String) {
    match other.member.map(|member| member.person) {
        Some(member) => (
            format!("sitzt für {}", source.names.short(member)),
            format!("vertritt {}", source.names.plain_oblique(member)),
        ),
        None => (format!("auf Sitz {}", other.number), format!("sitzt auf Sitz {}", other.number)),
    }
}

/// The item that was being dealt with at a moment: the one called last before it, if it was not
/// closed by then.
fn dealt_with<'a>(source: &'a Source, at: Moment) -> Option<&'a AgendaItem> {
    let mut last: BTreeMap<Moment, (AgendaItemId, &AgendaItem)> = BTreeMap::new();
    for one in &source.now.items {
        let called = one.called.iter().rfind(|called| **called <= at);
        let lasted = one.closed.is_none_or(|closed| closed > at);
        if let Some(called) = called.filter(|_| lasted) {
            last.insert(*called, (one.item.id, &one.item));
        }
    }
    last.last_key_value().map(|(_, (_, item))| *item)
}

/// What can be done with the person a tile is about, the usual act first.
fn acts(source: &Source, seat: &state::SeatState, person: Option<PersonId>) -> Vec<PersonAct> {
    if !source.writable() {
        return Vec::new();
    }
    if source.prepared() {
        return acts_before(source, seat, person);
    }
    if !source.open() {
        return Vec::new();
    }
    let now = source.now;
    let Some(person) = person else {
        let free = seat.occupant.is_none();
        return free.then_some(PersonAct::Substitute).into_iter().collect();
    };
    let there = seat.occupant.is_some_and(|(there, _)| there == person);
    if there || source.sits_in(seat).is_some() {
        return acts_there(source, seat, person);
    }
    let mut acts = vec![PersonAct::Arrive, PersonAct::Connect];
    if can_be_excused(source, person) {
        acts.push(PersonAct::Excuse);
    }
    if seat.occupant.is_none() {
        acts.push(PersonAct::Substitute);
    }
    // Bias concerns a member who is not there, too, also one who sat on somebody else's seat.
    let member = now.seat_of_member(person).is_some();
    let lasts = now.current.map(|item| now.recusal(person, item).is_some());
    match lasts {
        Some(true) => acts.push(PersonAct::LiftRecusal),
        Some(false) if member => acts.push(PersonAct::Recuse),
        _ => {}
    }
    acts.extend(member.then_some(PersonAct::RecuseInDetail));
    acts
}

/// The acts of somebody who is in the session, on this seat or sitting in on another one.
fn acts_there(source: &Source, seat: &state::SeatState, person: PersonId) -> Vec<PersonAct> {
    let now = source.now;
    let recused = now.current.map(|item| now.recusal(person, item).is_some());
    let mut acts = vec![PersonAct::Leave];
    match recused {
        Some(true) => acts.insert(0, PersonAct::EndRecusal),
        Some(false) => acts.push(PersonAct::Recuse),
        None => {}
    }
    let recused = recused == Some(true);
    if recused {
        acts.extend(away::may_listen(source, person).then_some(PersonAct::SitInPublic));
    } else if away::of(source, person).is_some() {
        acts.insert(0, PersonAct::Return);
    } else {
        acts.extend(away::ways_out(source, person));
    }
    // Bias prevents a member, who may be represented then.
    let prevented = recused && seat.member.is_some_and(|member| member.person == person);
    acts.extend((prevented || seat.occupant.is_none()).then_some(PersonAct::Substitute));
    acts.push(PersonAct::RecuseInDetail);
    acts
}

fn acts_before(
    source: &Source,
    seat: &state::SeatState,
    person: Option<PersonId>,
) -> Vec<PersonAct> {
    let Some(person) = person else { return vec![PersonAct::Substitute] };
    if source.noted(person) {
        return vec![PersonAct::NoteAbsent];
    }
    let mut acts = vec![PersonAct::NotePresent, PersonAct::NoteRemote];
    if can_be_excused(source, person) {
        acts.push(PersonAct::Excuse);
    }
    let member_there = seat.member.is_some_and(|member| source.noted(member.person));
    if !member_there {
        acts.push(PersonAct::Substitute);
    }
    acts
}

/// Has not come, and nobody said so yet. An excuse needs a seat or an appointment to one.
fn can_be_excused(source: &Source, person: PersonId) -> bool {
    let now = source.now;
    let appointed = || {
        now.seats.values().any(|seat| {
            seat.member.is_some_and(|member| member.person == person)
                || seat.personal_substitutes.contains(&person)
                || seat.substitute_list.contains(&person)
        })
    };
    !now.excused.contains(&person) && !now.attendance.contains_key(&person) && appointed()
}

/// The regular member while somebody else has the seat.
fn member_acts(source: &Source, member: PersonId) -> Vec<PersonAct> {
    if !source.writable() {
        return Vec::new();
    }
    let mut acts = Vec::new();
    if source.prepared() {
        acts.push(if source.noted(member) {
            PersonAct::NoteAbsent
        } else {
            PersonAct::NotePresent
        });
    } else if source.open() {
        acts.extend([PersonAct::Arrive, PersonAct::Connect]);
        if can_be_excused(source, member) {
            acts.push(PersonAct::Excuse);
        }
        let biased = source.now.current.and_then(|item| source.now.recusal(member, item));
        acts.extend(biased.map(|_| PersonAct::LiftRecusal));
    }
    acts
}
