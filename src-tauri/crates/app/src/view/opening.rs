//! Before the opening: who will chair, who keeps the minutes, what is missing.

use super::meeting::{Named, OpeningView};
use super::source::Source;
use super::words;
use crate::core::PersonId;
use crate::core::membership::{Function, Status};
use crate::drafts::{self, OpeningDraft, capacity};

pub(super) fn view(source: &Source) -> OpeningView {
    let chairs = chairs(source);
    let draft = source.draft();
    let chair = draft.and_then(|noted| noted.chair).or_else(|| by_function(source));
    let contact = source.plan.contact.filter(|one| number(source, *one) == u16::MAX);
    let clerk = draft.and_then(|noted| noted.clerk).or(contact);
    OpeningView {
        chairs: chairs.into_iter().map(|person| named(source, person)).collect(),
        chair,
        clerks: clerks(source).into_iter().map(|person| named(source, person)).collect(),
        clerk,
        missing: missing(source, chair, clerk),
    }
}

/// A person with function or office.
pub(super) fn named(source: &Source, person: PersonId) -> Named {
    let names = &source.names;
    let detail = match names.function(person) {
        Some(Function::Chair) => "Vorsitz",
        Some(Function::DeputyChair) => "stellv. Vorsitz",
        _ => names.row(person).map_or("", |row| row.office.trim()),
    };
    Named { person, full_name: names.full(person), detail: detail.to_owned() }
}

/// Chair, deputies, who leads the administration by law; then the other members who are there.
fn chairs(source: &Source) -> Vec<PersonId> {
    let names = &source.names;
    let rank = |person: PersonId| match names.function(person) {
        Some(Function::Chair) => Some(0_u8),
        Some(Function::DeputyChair) => Some(1),
        _ if names.status(person) == Some(Status::HVB) => Some(2),
        _ => source.noted(person).then_some(3),
    };
    let of_day = names.memberships().map(|one| one.person);
    let mut all: Vec<(u8, u16, PersonId)> =
        of_day.filter_map(|one| Some((rank(one)?, number(source, one), one))).collect();
    all.sort_unstable();
    all.into_iter().map(|(.., person)| person).collect()
}

/// As the opening will choose: by function among those who are there, deputies in the order of their
/// seats, else who leads the administration. While none of them is there, the chair by function.
fn by_function(source: &Source) -> Option<PersonId> {
    let names = &source.names;
    let first = |fits: &dyn Fn(PersonId) -> bool| {
        let of_day = names.memberships().map(|one| one.person).filter(|one| fits(*one));
        of_day.min_by_key(|one| number(source, *one))
    };
    let chair = |one| names.function(one) == Some(Function::Chair);
    let deputy = |one| names.function(one) == Some(Function::DeputyChair);
    let by_law = |one| names.status(one) == Some(Status::HVB);
    first(&|one| source.noted(one) && chair(one))
        .or_else(|| first(&|one| source.noted(one) && deputy(one)))
        .or_else(|| first(&|one| source.noted(one) && by_law(one)))
        .or_else(|| first(&chair))
        .or_else(|| first(&by_law))
}

/// Number of the seat somebody would have at the opening.
fn number(source: &Source, person: PersonId) -> u16 {
    let seat = source.now.seat_of(person);
    seat.map_or(u16::MAX, |seat| source.seat_number(seat))
}

/// Everybody without a seat or a place on a list of substitutes; the contact of the plan
/// first, then the administration.
pub(super) fn clerks(source: &Source) -> Vec<PersonId> {
    let names = &source.names;
    let voting = |person| {
        names.status(person).is_some_and(|one| source.profile.voting_statuses.contains(&one))
    };
    let all = source.directory.persons.keys().copied();
    let mut clerks: Vec<PersonId> =
        all.filter(|one| source.now.seat_of_member(*one).is_none() && !voting(*one)).collect();
    let as_what = |one| names.row(one).map(|row| capacity(row, names.status(one)));
    clerks.sort_by_cached_key(|one| {
        (source.plan.contact != Some(*one), as_what(*one), names.sorting_key(*one))
    });
    clerks
}

/// What is missing, in the words in which the opening would be refused.
fn missing(source: &Source, chair: Option<PersonId>, clerk: Option<PersonId>) -> String {
    let day = source.plan.start.date();
    if source.clock.date() < day {
        return format!("Die Sitzung ist für {} angesetzt.", words::day(day));
    }
    let present = source.draft().map(|noted| noted.present.clone()).unwrap_or_default();
    let noted = OpeningDraft { present, remote: Vec::new(), chair, clerk };
    let opening = drafts::opening(source.state, source.directory, &noted);
    opening.err().map(|why| why.message).unwrap_or_default()
}
