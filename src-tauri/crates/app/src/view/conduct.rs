//! Who leads the session: who can take the chair or the minutes, and when the chair should pass on
//! or back. The record only knows who took the chair; for how long is said by the next change.

use super::meeting::Named;
use super::opening::{self, named};
use super::source::Source;
use super::words::bound;
use crate::core::PersonId;
use crate::core::membership::{Function, SeatKind, Status};
use crate::core::rules::attendance::AbsenceCause;
use crate::core::session::state::Place;
use chrono::NaiveDate;
use serde::Serialize;

/// A person who takes the chair by one tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LeadOffer {
    /// Who.
    pub person: PersonId,
    /// "Herr KA Hollenstedt übernimmt den Vorsitz", "Vorsitz zurück an Frau KA Falkenroth".
    pub words: String,
}

/// Who leads the session now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LeadView {
    /// Chair and clerk can change now.
    pub can_change: bool,
    /// What is out of the ordinary: "Frau KA Falkenroth führt den Vorsitz und ist zu TOP 5
    /// befangen."; empty if nothing is.
    pub words: String,
    /// Nobody at the table leads the session.
    pub leaderless: bool,
    /// Who should take the chair, or take it back; none if nobody.
    pub offer: Option<LeadOffer>,
}

/// Who can take the chair or the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SuccessionView {
    /// Those at the table: chair, deputies in the order of their seats, then the other members.
    pub chairs: Vec<Named>,
    /// Why they stand in this order, whole sentences.
    pub chairs_words: String,
    /// Who can keep the minutes; those who are there first.
    pub clerks: Vec<Named>,
}

/// Who leads, and what should be done about it.
pub(super) fn lead(source: &Source) -> LeadView {
    let can_change = source.open() && source.writable();
    let nothing = LeadView { can_change, words: String::new(), leaderless: false, offer: None };
    let (true, Some(chair)) = (can_change && source.now.interrupted().is_none(), source.now.chair)
    else {
        return nothing;
    };
    let who = source.names.nominative(chair);
    if let Some(why) = hindered(source, chair) {
        return LeadView {
            words: bound(&format!("{who} führt den Vorsitz und {why}.")),
            leaderless: true,
            offer: next(source),
            ..nothing
        };
    }
    let Some(back) = goes_back_to(source, chair) else { return nothing };
    let since = source.now.chairs.last().map(|term| term.from.clock()).unwrap_or_default();
    LeadView {
        words: format!("{who} führt den Vorsitz seit {since} Uhr."),
        offer: Some(LeadOffer {
            person: back,
            words: format!("Vorsitz zurück an {}", source.names.oblique(back)),
        }),
        ..nothing
    }
}

/// A deputy, else the eldest where that can be told; else the body has to say who leads.
fn next(source: &Source) -> Option<LeadOffer> {
    let all = successors(source);
    let person = *all.first()?;
    let by_age = is_member(source, person);
    if by_age && !ages_known(source, &all) {
        return None;
    }
    let as_eldest = if by_age { " als ältestes Mitglied" } else { "" };
    let who = source.names.nominative(person);
    Some(LeadOffer { person, words: format!("{who} übernimmt{as_eldest} den Vorsitz") })
}

/// Who can take the chair or the minutes now.
pub(super) fn succession(source: &Source) -> SuccessionView {
    let chairs = successors(source);
    let deputies = chairs.iter().any(|one| rank(source, *one).is_some_and(|rank| rank < MEMBER));
    let known = ages_known(source, &chairs);
    let order = "Aufgeführt sind die Personen am Tisch: Vorsitz, Stellvertretungen in der Reihenfolge ihrer Sitze, dann die übrigen Mitglieder";
    let (by, age) = if known {
        (" nach dem Alter", "")
    } else {
        ("", "; das Alter ist nicht von allen hinterlegt")
    };
    let eldest = format!(
        " Sind alle Stellvertretungen verhindert, leitet in der Regel das älteste Mitglied{age}."
    );
    let mut clerks: Vec<PersonId> = opening::clerks(source);
    clerks.retain(|one| source.now.clerk != Some(*one));
    clerks.sort_by_key(|one| source.now.present(*one).is_none());
    SuccessionView {
        chairs: chairs.into_iter().map(|one| member(source, one)).collect(),
        chairs_words: format!("{order}{by}.{}", if deputies { "" } else { eldest.as_str() }),
        clerks: clerks.into_iter().map(|one| named(source, one)).collect(),
    }
}

/// With function, else status and faction.
fn member(source: &Source, person: PersonId) -> Named {
    let mut named = named(source, person);
    if named.detail.is_empty() {
        let status = source.names.status(person).map_or("", Status::abbreviation);
        named.detail = super::names::words(&[status, &source.names.faction(person)]);
    }
    named
}

/// Rank of a member without a function.
const MEMBER: u8 = 3;

/// Chair, deputies, who leads the administration by law, the other members.
fn rank(source: &Source, person: PersonId) -> Option<u8> {
    match source.names.function(person) {
        Some(Function::Chair) => Some(0),
        Some(Function::DeputyChair) => Some(1),
        _ if source.names.status(person) == Some(Status::HVB) => Some(2),
        _ => votes(source, person).then_some(MEMBER),
    }
}

/// Who is at the table and can lead, in the order in which they are asked; who leads is not among
/// them.
fn successors(source: &Source) -> Vec<PersonId> {
    let there = source.now.attendance.keys().copied();
    let can = |one: &PersonId| source.now.chair != Some(*one) && hindered(source, *one).is_none();
    let mut all: Vec<(u8, u16, PersonId)> = there
        .filter(can)
        .filter_map(|one| Some((rank(source, one)?, seat_number(source, one), one)))
        .collect();
    all.sort_unstable();
    let mut all: Vec<PersonId> = all.into_iter().map(|(.., one)| one).collect();
    if ages_known(source, &all) {
        let eldest = |one: &PersonId| born(source, *one).filter(|_| is_member(source, *one));
        all.sort_by_key(|one| (is_member(source, *one), eldest(one)));
    }
    all
}

/// A member without a function, who leads by age.
fn is_member(source: &Source, person: PersonId) -> bool {
    rank(source, person) == Some(MEMBER)
}

fn born(source: &Source, person: PersonId) -> Option<NaiveDate> {
    source.names.row(person)?.birth_date
}

/// Whether the eldest can be told: of one whose age is not known that could be so, too.
fn ages_known(source: &Source, all: &[PersonId]) -> bool {
    let mut members = all.iter().filter(|one| is_member(source, **one)).peekable();
    members.peek().is_some() && members.all(|one| born(source, *one).is_some())
}

/// Why somebody cannot lead now: gone, away from the table, biased for the current item.
fn hindered(source: &Source, person: PersonId) -> Option<String> {
    let now = source.now;
    if now.present(person).is_none() {
        return Some("ist nicht mehr anwesend".to_owned());
    }
    if let Some(item) = now.current.filter(|item| now.recusal(person, *item).is_some()) {
        return Some(format!("ist zu {} befangen", source.top(item)));
    }
    now.apart(person, now.current).map(|cause| match cause {
        AbsenceCause::Outage => "ist nicht verbunden".to_owned(),
        AbsenceCause::PublicArea => "ist im Zuhörerbereich".to_owned(),
        AbsenceCause::Item(_) => "ist nicht am Tisch".to_owned(),
    })
}

/// Who led before and could again: the chair of the body, else who led before the one who does.
fn goes_back_to(source: &Source, chair: PersonId) -> Option<PersonId> {
    let of_body = source.now.attendance.keys().copied();
    let of_body = of_body.filter(|one| source.names.function(*one) == Some(Function::Chair));
    let earlier = source.now.chairs.iter().map(|term| term.person);
    let mut before = of_body.chain(earlier).take_while(|one| *one != chair);
    before.find(|one| hindered(source, *one).is_none())
}

fn votes(source: &Source, person: PersonId) -> bool {
    let seat = source.now.present(person).and_then(|there| match there.place {
        Place::Seat(seat, _) => source.now.seats.get(&seat),
        Place::Beside(_) => None,
    });
    seat.is_some_and(|seat| seat.kind == SeatKind::Voting)
}

fn seat_number(source: &Source, person: PersonId) -> u16 {
    match source.now.present(person).map(|there| there.place) {
        Some(Place::Seat(seat, _)) => source.seat_number(seat),
        _ => u16::MAX,
    }
}
