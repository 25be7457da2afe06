//! Columns of tiles: their headings, and in which of them a seat stands.

use super::seats::{Column, SeatState, SeatView};
use super::source::Source;
use crate::core::SeatId;
use crate::core::membership::Status;
use crate::core::session::state;

/// Somebody is there.
pub(super) fn occupied(state: SeatState) -> bool {
    matches!(
        state,
        SeatState::Present
            | SeatState::Late
            | SeatState::Substituted
            | SeatState::Recused
            | SeatState::Away
            | SeatState::PublicArea
            | SeatState::Outage
    )
}

/// Tiles under the heading of a status; without one, of all members.
pub(super) fn column(status: Option<Status>, seats: Vec<SeatView>) -> Column {
    let count = seats.iter().filter(|seat| seat.counts).count();
    let (title, heading) = match status {
        None => ("Mitglieder".to_owned(), "Mitglieder".to_owned()),
        Some(status) => {
            let short = status.abbreviation();
            let heading = match status {
                Status::KA => "Kreistagsmitglieder",
                Status::RM => "Ratsmitglieder",
                Status::SB => "Sachkundige Bürgerinnen und Bürger",
                _ => "Mitglieder",
            };
            (format!("{short}-Sitze"), format!("{heading} ({short})"))
        }
    };
    Column { title, heading, count: format!("{count} von {}", seats.len()), status, seats }
}

/// Status of the regular member; of a vacant seat that of the last one.
pub(super) fn regular(source: &Source, id: SeatId, seat: &state::SeatState) -> Option<Status> {
    if let Some(member) = seat.member {
        return Some(member.status);
    }
    let day = source.plan.start.date();
    let directory = source.directory;
    let before = directory
        .occupancies
        .values()
        .filter(|one| one.seat == id && one.end_date.is_some_and(|end| end < day));
    let last = before.max_by_key(|one| one.end_date)?.person;
    let own = directory
        .memberships
        .values()
        .filter(|one| one.person == last && one.organization == source.plan.organization);
    own.max_by_key(|one| one.end_date).map(|one| one.status)
}
