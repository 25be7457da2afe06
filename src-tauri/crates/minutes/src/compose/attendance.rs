//! The list of those present as two tables (design README, section 4).

use super::{names, wording};
use crate::document::{Attendance, AttendanceGroup, AttendanceRow, AttendanceTable};
use crate::record::{self, AbsentRole, Clerk, OtherRole, Person, Presence, Seated};
use sitzungsbuch_core::membership::{SeatKind, Status};
use std::collections::BTreeSet;

/// The list of one version.
pub(super) fn compose(
    list: &record::Attendance,
    clerk: &Clerk,
    later_clerks: &[Clerk],
) -> Attendance {
    let members = AttendanceTable {
        head: ["Gruppe", "Name", "Status", "Fraktion"].map(str::to_owned).to_vec(),
        groups: groups([
            ("Vorsitz", chair(list)),
            ("Mitglieder", seated(list, SeatKind::Voting)),
            ("Beratende Mitglieder", seated(list, SeatKind::Advisory)),
            ("Entschuldigt", absent(list, true)),
            ("Unentschuldigt", absent(list, false)),
        ]),
    };
    let others = groups([
        ("Verwaltung", others(list, OtherRole::Official)),
        ("Gäste", others(list, OtherRole::Guest)),
        ("Schriftführung", std::iter::once(clerk).chain(later_clerks).map(self::clerk).collect()),
    ]);
    let head = ["Gruppe", "Name", "Amt, Dienststelle oder Organisation"].map(str::to_owned);
    let others = AttendanceTable { head: head.to_vec(), groups: others };
    Attendance { members, others: Some(others), legend: legend(list) }
}

/// A person of the list before it is sorted.
type Row = (Person, AttendanceRow);

fn groups<const N: usize>(all: [(&str, Vec<Row>); N]) -> Vec<AttendanceGroup> {
    all.into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(name, mut rows)| {
            rows.sort_by_cached_key(|(person, _)| names::sorting_key(person));
            let rows = rows.into_iter().map(|(_, row)| row).collect();
            AttendanceGroup { name: name.to_owned(), rows }
        })
        .collect()
}

fn row(seated: &Seated, annotations: Vec<String>) -> Row {
    let cells = vec![seated.status.abbreviation().to_owned(), seated.faction.clone()];
    let name = names::full(&seated.person);
    (seated.person.clone(), AttendanceRow { name, annotations, cells })
}

fn chair(list: &record::Attendance) -> Vec<Row> {
    let mut rows: Vec<Row> = list.seated.iter().filter(|one| one.chairs).map(seated_row).collect();
    for other in list.others.iter().filter(|one| one.role == OtherRole::Chair) {
        let name = names::full(&other.person);
        let annotations = presence(&other.presence);
        let cells = vec![String::new(), String::new()];
        rows.push((other.person.clone(), AttendanceRow { name, annotations, cells }));
    }
    rows
}

fn seated(list: &record::Attendance, kind: SeatKind) -> Vec<Row> {
    let of_kind = list.seated.iter().filter(|one| one.kind == kind && !one.chairs);
    of_kind.map(seated_row).collect()
}

fn seated_row(one: &record::SeatedAttendee) -> Row {
    let mut annotations = Vec::new();
    if !one.represents.is_empty() {
        annotations.push(wording::annotation_represents(&one.represents));
    }
    annotations.extend(presence(&one.presence));
    row(&one.seated, annotations)
}

fn absent(list: &record::Attendance, excused: bool) -> Vec<Row> {
    let of_kind = list.absent.iter().filter(|one| one.excused == excused);
    of_kind
        .map(|one| {
            let annotation = match &one.role {
                AbsentRole::Member { represented: true } => None,
                AbsentRole::Member { represented: false } => {
                    Some(wording::NOT_REPRESENTED.to_owned())
                }
                AbsentRole::Substitute { of } => {
                    Some(wording::annotation_substitute(&one.seated.person, of.as_ref()))
                }
            };
            row(&one.seated, annotation.into_iter().collect())
        })
        .collect()
}

fn others(list: &record::Attendance, role: OtherRole) -> Vec<Row> {
    let of_role = list.others.iter().filter(|one| one.role == role);
    of_role
        .map(|one| {
            let name = names::full(&one.person);
            let annotations = presence(&one.presence);
            let cells = vec![one.office.clone()];
            (one.person.clone(), AttendanceRow { name, annotations, cells })
        })
        .collect()
}

fn clerk(clerk: &Clerk) -> Row {
    let name = names::full(&clerk.person);
    let cells = vec![clerk.office.clone()];
    let since = clerk.from.map(|from| format!("ab {}", wording::clock(from)));
    let annotations = since.into_iter().collect();
    (clerk.person.clone(), AttendanceRow { name, annotations, cells })
}

/// "ab 16:53 Uhr", "bis 17:20 Uhr", "bis 17:22 Uhr, ab 17:29 Uhr"; nothing for all of the time. Who
/// is connected all the time has a line for that; otherwise each interval says so.
fn presence(intervals: &[Presence]) -> Vec<String> {
    let remote = !intervals.is_empty() && intervals.iter().all(|one| one.remote);
    let parts: Vec<String> = intervals
        .iter()
        .filter_map(|one| Some((interval(one)?, one.remote && !remote)))
        .map(|(text, remote)| if remote { format!("{text} {}", wording::REMOTE) } else { text })
        .collect();
    let times = (!parts.is_empty()).then(|| parts.join(", "));
    remote.then(|| wording::REMOTE.to_owned()).into_iter().chain(times).collect()
}

fn interval(one: &Presence) -> Option<String> {
    let times = match (one.from, one.to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("ab {}", wording::clock(from))),
        (None, Some(to)) => Some(format!("bis {}", wording::clock(to))),
        (Some(from), Some(to)) => Some(format!("von {} bis {}", from.clock(), wording::clock(to))),
    };
    match (&one.item, times) {
        (Some(item), Some(times)) => Some(format!("nur zu TOP {item} ({times})")),
        (Some(item), None) => Some(format!("nur zu TOP {item}")),
        (None, times) => times,
    }
}

/// Explains the abbreviations that the first table uses.
fn legend(list: &record::Attendance) -> String {
    let seated = list.seated.iter().map(|one| &one.seated);
    let absent = list.absent.iter().map(|one| &one.seated);
    let used: BTreeSet<Status> = seated.chain(absent).map(|one| one.status).collect();
    let explained: Vec<String> = used
        .into_iter()
        .map(Status::abbreviation)
        .filter_map(|short| Some(format!("{short} = {}", wording::status_explained(short)?)))
        .collect();
    explained.join("; ")
}
