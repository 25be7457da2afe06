//! Those who take part without a seat: administration and guests.

use super::seats::{Attendee, AttendeeState, PersonAct};
use super::source::Source;
use super::words::number;
use super::{away, tiles};
use crate::core::Moment;
use crate::core::PersonId;
use crate::core::session::state::{Interval, Place};
use crate::drafts::capacity;

/// In the order of coming; before the opening those who were noted, then those who are known.
pub(super) fn view(source: &Source) -> Vec<Attendee> {
    if source.prepared() {
        return before(source);
    }
    let now = source.now;
    let mut came: Vec<(Moment, String, Attendee)> = Vec::new();
    for (person, intervals) in &now.attendance {
        let seated = now.present(*person).is_some_and(|one| matches!(one.place, Place::Seat(..)));
        let beside = |one: &&Interval| matches!(one.place, Place::Beside(_));
        let mut all = intervals.iter().filter(beside);
        let Some(first) = all.next().filter(|_| !seated) else { continue };
        let last = all.next_back().unwrap_or(first);
        let Place::Beside(capacity) = last.place else { continue };
        let words = presence(source, *person, first, last);
        let state = if last.to.is_some() { AttendeeState::Left } else { AttendeeState::Present };
        let acts = acts(source, *person, last.to.is_none());
        let remote = tiles::remote(source, *person);
        let name = source.names.full(*person);
        let detail = detail(source, *person);
        let attendee = Attendee {
            person: *person,
            capacity,
            full_name: name,
            detail,
            state,
            words,
            remote,
            acts,
        };
        came.push((first.from, source.names.sorting_key(*person).0, attendee));
    }
    came.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    came.into_iter().map(|(_, _, attendee)| attendee).collect()
}

/// The usual one first.
fn acts(source: &Source, person: PersonId, there: bool) -> Vec<PersonAct> {
    if !source.open() || !source.writable() {
        return Vec::new();
    }
    if !there {
        let for_item = source.now.current.map(|_| PersonAct::ArriveForItem);
        let ways = [Some(PersonAct::Arrive), for_item, Some(PersonAct::Connect)];
        return ways.into_iter().flatten().collect();
    }
    let gone = away::of(source, person).is_some();
    let mut acts = vec![PersonAct::Leave];
    if gone {
        acts.insert(0, PersonAct::Return);
    } else {
        acts.extend(away::ways_out(source, person));
    }
    acts.push(PersonAct::RecuseInDetail);
    acts
}

/// "bis 17:02", "ab 16:53, zu TOP 4", "zugeschaltet", "Verbindung unterbrochen seit 17:05 Uhr".
fn presence(source: &Source, person: PersonId, first: &Interval, last: &Interval) -> String {
    if let Some(to) = last.to {
        return format!("bis {}", to.clock());
    }
    if let Some(absence) = away::of(source, person) {
        return away::words(source, absence).1;
    }
    let since = (!first.since_opening).then(|| format!("ab {}", first.from.clock()));
    let item = last.item.map(|item| format!("zu {}", source.top(item)));
    let remote = tiles::remote(source, person).then(|| "zugeschaltet".to_owned());
    [since, item, remote].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Whoever has an office or an affiliation and no seat here may come; others are typed.
fn before(source: &Source) -> Vec<Attendee> {
    let names = &source.names;
    let seated = |person: PersonId| source.now.seat_of(person).is_some();
    let known = |person: PersonId| {
        let says = |row: &crate::core::person::Person| {
            !row.office.trim().is_empty() || !row.affiliation.trim().is_empty()
        };
        names.row(person).is_some_and(says) && names.membership(person).is_none()
    };
    let all = source.directory.persons.keys().copied();
    let mut may: Vec<PersonId> =
        all.filter(|one| !seated(*one) && (source.noted(*one) || known(*one))).collect();
    may.sort_by_cached_key(|one| (!source.noted(*one), names.sorting_key(*one)));
    may.into_iter()
        .filter_map(|person| {
            let row = names.row(person)?;
            let there = source.noted(person);
            let state = if there { AttendeeState::Present } else { AttendeeState::Expected };
            let remote = tiles::remote(source, person);
            let acts: &[PersonAct] = if there {
                &[PersonAct::NoteAbsent]
            } else {
                &[PersonAct::NotePresent, PersonAct::NoteRemote]
            };
            Some(Attendee {
                person,
                capacity: capacity(row, names.status(person)),
                full_name: row.full_name(),
                detail: detail(source, person),
                state,
                words: if remote { "zugeschaltet".to_owned() } else { String::new() },
                remote,
                acts: if source.writable() { acts.to_vec() } else { Vec::new() },
            })
        })
        .collect()
}

/// Office or organisation.
fn detail(source: &Source, person: PersonId) -> String {
    let Some(row) = source.names.row(person) else { return String::new() };
    let office = row.office.trim();
    if office.is_empty() { row.affiliation.trim() } else { office }.to_owned()
}

/// "7 Personen": how many are there.
pub(super) fn words(attendees: &[Attendee]) -> String {
    match attendees.iter().filter(|one| one.state == AttendeeState::Present).count() {
        0 => "niemand".to_owned(),
        count => number(count, "Person", "Personen"),
    }
}
