//! Who may take a seat, each with what that does to both tests.

use super::quorum;
use super::seats::{
    Candidate, FactionChoice, StandIn, StatusChoice, SubstitutesView, Substitution,
};
use super::source::Source;
use crate::core::membership::{SeatKind, Status};
use crate::core::rules::substitution::{self, Availability, Basis};
use crate::core::session::attend;
use crate::core::session::state::{Interval, Place, SeatState};
use crate::core::{OrganizationId, PersonId, SeatId};
use crate::error::{ApiError, ErrorCode};
use std::collections::BTreeMap;

pub(super) fn view(source: &Source, id: SeatId) -> Result<SubstitutesView, ApiError> {
    let seat = source.now.seats.get(&id).ok_or_else(no_seat)?;
    let names = &source.names;
    let title = match seat.member {
        Some(member) => format!("Vertretung für {}", names.plain_oblique(member.person)),
        None => format!("Vertretung auf dem unbesetzten Sitz {}", seat.number),
    };
    let order = attend::candidates(source.now, seat);
    let appointed: Vec<PersonId> = order.iter().map(|one| one.person).collect();
    let mut others: Vec<PersonId> = names
        .memberships()
        // Who is in the directory for the minutes or as a guest takes nobody's seat.
        .filter(|one| !matches!(one.status, Status::Official | Status::Guest))
        .map(|one| one.person)
        .filter(|one| !appointed.contains(one))
        .filter(|one| source.now.own_seat_against(*one, seat.kind).is_none())
        .collect();
    others.sort_by_cached_key(|one| names.sorting_key(*one));
    let own = seat.member.map(|member| member.person);
    let all = appointed.iter().chain(&others).filter(|one| Some(**one) != own);
    let candidates = all
        .map(|person| candidate(source, id, seat, *person, substitution::basis(&order, *person)))
        .collect();
    let without = effect(source, id, None);
    let (statuses, factions) = (statuses(source, seat), factions(source));
    Ok(SubstitutesView { title, candidates, without, statuses, factions })
}

/// The appointed substitute of a member who is next and free.
pub(super) fn proposed(source: &Source, seat: &SeatState) -> Option<StandIn> {
    seat.member?;
    let order = attend::candidates(source.now, seat);
    let free = |one: &&substitution::Candidate| {
        one.availability == Availability::Free && source.names.status(one.person).is_some()
    };
    let person = order.iter().find(free)?.person;
    Some(StandIn { person, words: stands_in(source, person) })
}

fn stands_in(source: &Source, person: PersonId) -> String {
    format!("{} vertritt", source.names.short(person))
}

/// The member's own status first, since a substitute usually has it too.
fn statuses(source: &Source, seat: &SeatState) -> Vec<StatusChoice> {
    let mut all: Vec<Status> = match seat.kind {
        SeatKind::Advisory => vec![Status::SE],
        SeatKind::Voting => source.profile.voting_statuses.clone(),
    };
    all.sort_by_key(|one| seat.member.is_none_or(|member| member.status != *one));
    all.into_iter()
        .map(|status| StatusChoice { status, words: status.abbreviation().to_owned() })
        .collect()
}

/// The factions that somebody of this organization belongs to.
fn factions(source: &Source) -> Vec<FactionChoice> {
    let names = &source.names;
    let of_day = names.memberships().filter_map(|one| Some((one.on_behalf_of?, one.person)));
    let known: BTreeMap<OrganizationId, PersonId> = of_day.collect();
    let mut all: Vec<FactionChoice> = known
        .into_iter()
        .map(|(organization, one)| FactionChoice { organization, words: names.faction(one) })
        .collect();
    all.sort_by(|one, other| one.words.cmp(&other.words));
    all
}

fn candidate(
    source: &Source,
    id: SeatId,
    seat: &SeatState,
    person: PersonId,
    basis: Basis,
) -> Candidate {
    let names = &source.names;
    let status = names.membership(person).map(|one| one.status);
    let (free, hindrance) = hindrance(source, id, seat, person, status);
    let faction = names.faction(person);
    let detail = [status.map_or("", Status::abbreviation), &faction];
    let detail: Vec<&str> = detail.into_iter().filter(|one| !one.is_empty()).collect();
    Candidate {
        person,
        full_name: names.full(person),
        detail: detail.join(" · "),
        basis: basis_words(basis),
        presence: presence(source, person),
        free,
        hindrance,
        appointed: basis != Basis::NotAppointed,
        effect: effect(source, id, status.map(|status| (person, status))),
        button: stands_in(source, person),
        can_excuse: basis != Basis::NotAppointed
            && source.now.present(person).is_none()
            && !source.now.excused.contains(&person)
            && !source.noted(person),
    }
}

fn basis_words(basis: Basis) -> String {
    match basis {
        Basis::Personal { rank: 1 } => "persönliche Vertretung".to_owned(),
        Basis::Personal { rank } => format!("persönliche Vertretung, Platz {rank}"),
        Basis::List { rank } => format!("Liste, Platz {rank}"),
        Basis::NotAppointed => "nicht als Vertretung benannt".to_owned(),
    }
}

/// Whether somebody is in the room already.
fn presence(source: &Source, person: PersonId) -> String {
    let there = match source.now.present(person) {
        Some(since) if since.since_opening => Some("im Raum".to_owned()),
        Some(since) => Some(format!("im Raum seit {}", since.from.clock())),
        None => source.noted(person).then(|| "im Raum".to_owned()),
    };
    there.unwrap_or_else(|| "noch nicht da".to_owned())
}

/// What the record says against it. Somebody excused can come after all.
fn hindrance(
    source: &Source,
    id: SeatId,
    seat: &SeatState,
    person: PersonId,
    status: Option<Status>,
) -> (bool, String) {
    let (now, names) = (source.now, &source.names);
    if let Some(by) = attend::held_by(now, seat) {
        return (false, format!("Sitz besetzt: {}", names.short(by)));
    }
    if status.is_none() {
        return (false, "ohne Status in diesem Gremium".to_owned());
    }
    if let Some(own) = now.own_seat_against(person, seat.kind) {
        return (false, format!("hat selbst Sitz {}", source.seat_number(own)));
    }
    if let Some(other) = now.bound_elsewhere(person).filter(|other| *other != id) {
        let represented = now.seats.get(&other).and_then(|seat| seat.member);
        let words = match represented {
            Some(member) => format!("vertritt bereits {}", names.plain_oblique(member.person)),
            None => format!("sitzt bereits auf Sitz {}", source.seat_number(other)),
        };
        return (false, words);
    }
    let own = now.seat_of_member(person);
    let sits = |on: &Interval| matches!(on.place, Place::Seat(seat, _) if Some(seat) != own);
    if now.present(person).is_some_and(sits) {
        return (false, "sitzt bereits auf einem anderen Sitz".to_owned());
    }
    let excused = now.excused.contains(&person);
    (true, if excused { "entschuldigt".to_owned() } else { String::new() })
}

const fn who((person, _): (PersonId, Status)) -> PersonId {
    person
}

/// Both tests with somebody, or nobody, on the seat.
fn effect(source: &Source, id: SeatId, by: Option<(PersonId, Status)>) -> Vec<Substitution> {
    let mut seats = source.seats();
    // An adviser leaves the own seat for it.
    for seat in seats.iter_mut().filter(|one| by.is_some() && one.occupant.map(who) == by.map(who))
    {
        seat.occupant = None;
    }
    if let Some(seat) = seats.iter_mut().find(|one| one.seat == id) {
        seat.occupant = by;
        (seat.recused, seat.barred) = (false, None);
    }
    quorum::effect(source.profile, &source.basis_of(&seats).quorum)
}

fn no_seat() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diesen Sitz gibt es in dieser Sitzung nicht.")
        .hint("Wählen Sie einen Sitz der Sitzung.")
}
