//! What would make both tests hold, and in which order expert citizens give way or come back.
//!
//! The law does not fix that order (law.md section 1.1, Nottuln): who came last gives way first is a
//! proposal to the chair.

use super::source::Source;
use super::words::{bound, number};
use crate::core::rules::attendance::{self, AbsenceCause};
use crate::core::rules::profile::Composition;
use crate::core::rules::quorum::{QuorumInput, QuorumResult, remedy};
use crate::core::session::state::Interval;
use crate::core::{Moment, PersonId};
use serde::Serialize;

/// Who gives way, or may come back, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ArrivalOrder {
    /// "In den Zuhörerbereich: wer zuletzt gekommen ist, zuerst".
    pub words: String,
    /// "Frau SB Terhorst, seit 16:53 Uhr".
    pub persons: Vec<String>,
}

/// "Rechnerisch beschlussfähig mit 1 SB im ..."; empty where both tests hold, and before the opening.
pub(super) fn words(source: &Source, result: &QuorumResult) -> String {
    if !source.open() {
        return String::new();
    }
    let second_call = source.now.second_call(source.now.current);
    let seats = attendance::quorum_input(source.profile, &source.seats());
    let input = QuorumInput { second_call, ..seats };
    let ways = remedy::remedies(source.profile, &input, result);
    let words = remedy::words(source.profile, &ways);
    if words.is_empty() { words } else { bound(&format!("Abhilfe: {words}.")) }
}

/// The order, where somebody has to give way or may come back.
pub(super) fn order(source: &Source, result: &QuorumResult) -> Option<ArrivalOrder> {
    let test = source.profile.quorum.composition.as_ref().filter(|_| source.open())?;
    let (words, persons) = if result.composition {
        back(source, test, result)?
    } else {
        let mut persons = experts(source, test, None);
        persons.reverse();
        ("In den Zuhörerbereich: wer zuletzt gekommen ist, zuerst".to_owned(), persons)
    };
    let line = |(there, _, person): (&Interval, u16, PersonId)| {
        let since = if there.since_opening {
            "seit der Eröffnung".to_owned()
        } else {
            format!("seit {} Uhr", there.from.clock())
        };
        bound(&format!("{}, {since}", source.names.nominative(person)))
    };
    let persons: Vec<String> = persons.into_iter().map(line).collect();
    (!persons.is_empty()).then_some(ArrivalOrder { words, persons })
}

type Arrival<'a> = (&'a Interval, u16, PersonId);

/// Who may come back to the table without failing the test, and how many of them.
fn back<'a>(
    source: &'a Source,
    test: &Composition,
    result: &QuorumResult,
) -> Option<(String, Vec<Arrival<'a>>)> {
    let of = |status| usize::from(result.counts.get(&status).copied().unwrap_or(0));
    let room = of(test.a).checked_sub(of(test.b) + 1).filter(|room| *room > 0)?;
    let waiting = experts(source, test, Some(AbsenceCause::PublicArea));
    let room = number(room.min(waiting.len()), "Person", "Personen");
    Some((format!("Zurück an den Tisch ({room}): wer zuerst gekommen ist, zuerst"), waiting))
}

/// Those of the status that must not be in the majority, at the table or apart for that cause, in the
/// order in which they came; of those who came together in the order of the seats.
fn experts<'a>(
    source: &'a Source,
    test: &Composition,
    apart: Option<AbsenceCause>,
) -> Vec<Arrival<'a>> {
    let arrival = |seat: attendance::SeatNow| {
        let (person, status) = seat.occupant?;
        let meant = status == test.b && !seat.recused && seat.apart == apart;
        let there = source.now.present(person).filter(|_| meant)?;
        Some((there, source.seat_number(seat.seat), person))
    };
    let mut persons: Vec<Arrival> = source.seats().into_iter().filter_map(arrival).collect();
    let came = |(there, seat, _): &Arrival| -> (Moment, u16) { (there.from, *seat) };
    persons.sort_by_key(came);
    persons
}
