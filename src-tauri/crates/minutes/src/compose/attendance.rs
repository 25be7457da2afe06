//! The list of those present as two tables (design README, section 4).

use super::{names, wording};
use crate::document::{Attendance, AttendanceGroup, AttendanceRow, AttendanceTable};
use crate::record::{self, AbsentRole, Absentee, Clerk, OtherRole, Person, Presence, Seated};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::membership::{SeatKind, Status};
use sitzungsbuch_core::time::german_date;
use std::collections::BTreeSet;

/// The list of one version.
pub(super) fn compose(
    list: &record::Attendance,
    clerk: &Clerk,
    later_clerks: &[Clerk],
    times: Times,
) -> Attendance {
    let members = AttendanceTable {
        head: times.heads(&["Gruppe", "Name", "Status", "Fraktion"]),
        groups: groups([
            ("Vorsitz", chair(list, times)),
            ("Mitglieder", seated(list, SeatKind::Voting, times)),
            ("Beratende Mitglieder", seated(list, SeatKind::Advisory, times)),
            ("Entschuldigt", absent(list, true, times)),
            ("Unentschuldigt", absent(list, false, times)),
        ]),
    };
    let others = groups([
        ("Verwaltung", others(list, OtherRole::Official, times)),
        ("Gäste", others(list, OtherRole::Guest, times)),
        ("Schriftführung", self::clerks(clerk, later_clerks, times)),
    ]);
    let head = times.heads(&["Gruppe", "Name", "Amt, Dienststelle oder Organisation"]);
    let others = AttendanceTable { head, groups: others };
    Attendance { members, others: Some(others), legend: legend(list) }
}

/// The list beside the sentences of the changes of part: who was sent out as a guest, and came back
/// with the public part, or did not, is told there.
pub(super) fn beside_departures(list: &record::Attendance) -> record::Attendance {
    let mut list = list.clone();
    for one in &mut list.others {
        let mut told: Vec<Presence> = Vec::new();
        for next in std::mem::take(&mut one.presence) {
            match told.last_mut() {
                Some(before) if before.sent_out => {
                    (before.to, before.sent_out) = (next.to, next.sent_out);
                }
                _ => told.push(next),
            }
        }
        if let Some(final_one) = told.last_mut().filter(|one| one.sent_out) {
            final_one.to = None;
        }
        one.presence = told;
    }
    list
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

fn row(seated: &Seated, annotations: Vec<String>, counted: Vec<String>) -> Row {
    let mut cells = vec![seated.status.abbreviation().to_owned(), seated.faction.clone()];
    cells.extend(counted);
    let name = names::full(&seated.person);
    (seated.person.clone(), AttendanceRow { name, annotations, cells })
}

fn chair(list: &record::Attendance, times: Times) -> Vec<Row> {
    let mut rows: Vec<Row> =
        list.seated.iter().filter(|one| one.chairs).map(|one| seated_row(one, times)).collect();
    for other in list.others.iter().filter(|one| one.role == OtherRole::Chair) {
        let name = names::full(&other.person);
        let annotations = times.presence(&other.presence);
        let mut cells = vec![String::new(), String::new()];
        cells.extend(times.stay(&other.presence));
        rows.push((other.person.clone(), AttendanceRow { name, annotations, cells }));
    }
    rows
}

fn seated(list: &record::Attendance, kind: SeatKind, times: Times) -> Vec<Row> {
    let of_kind = list.seated.iter().filter(|one| one.kind == kind && !one.chairs);
    of_kind.map(|one| seated_row(one, times)).collect()
}

fn seated_row(one: &record::SeatedAttendee, times: Times) -> Row {
    let mut annotations = Vec::new();
    if !one.represents.is_empty() {
        annotations.push(wording::annotation_represents(&one.represents));
    }
    annotations.extend(times.presence(&one.presence));
    row(&one.seated, annotations, times.stay(&one.presence))
}

fn absent(list: &record::Attendance, excused: bool, times: Times) -> Vec<Row> {
    let of_kind = list.absent.iter().filter(|one| one.excused == excused);
    of_kind
        .map(|one| {
            let annotation = match &one.role {
                AbsentRole::Member { .. } => {
                    not_represented(list, one).then(|| wording::NOT_REPRESENTED.to_owned())
                }
                AbsentRole::Substitute { of } => {
                    Some(wording::annotation_substitute(&one.seated.person, of.as_ref()))
                }
            };
            row(&one.seated, annotation.into_iter().collect(), times.stay(&[]))
        })
        .collect()
}

/// A member whose seat nobody took, in a body whose members can be represented at all.
pub(super) fn not_represented(list: &record::Attendance, one: &Absentee) -> bool {
    one.role == AbsentRole::Member { represented: false } && !list.no_substitutes
}

fn others(list: &record::Attendance, role: OtherRole, times: Times) -> Vec<Row> {
    let of_role = list.others.iter().filter(|one| one.role == role);
    of_role
        .map(|one| {
            let name = names::full(&one.person);
            let annotations = times.presence(&one.presence);
            let mut cells = vec![one.office.clone()];
            cells.extend(times.stay(&one.presence));
            (one.person.clone(), AttendanceRow { name, annotations, cells })
        })
        .collect()
}

/// Each kept the minutes until the next one took over.
fn clerks(first: &Clerk, later: &[Clerk], times: Times) -> Vec<Row> {
    let next = later.iter().map(|one| one.from).chain([None]);
    let all = std::iter::once(first).chain(later).zip(next);
    all.map(|(one, to)| clerk(one, to, times)).collect()
}

fn clerk(clerk: &Clerk, to: Option<Moment>, times: Times) -> Row {
    let name = names::full(&clerk.person);
    let mut cells = vec![clerk.office.clone()];
    let stay = Presence { from: clerk.from, to, item: None, remote: false, sent_out: false };
    cells.extend(times.stay(&[stay]));
    let since = clerk.from.filter(|_| times.counted.is_none());
    let since = since.map(|from| format!("ab {}", times.clock(from)));
    let annotations = since.into_iter().collect();
    (clerk.person.clone(), AttendanceRow { name, annotations, cells })
}

/// How times are written: of a session on several days with the day.
#[derive(Clone, Copy)]
pub(super) struct Times<'a> {
    days: bool,
    /// Times and minutes have columns of their own, counted in this session.
    counted: Option<&'a record::Session>,
}

impl<'a> Times<'a> {
    /// Below the names.
    pub(super) fn of(session: &record::Session) -> Self {
        Self { days: !session.continued.is_empty(), counted: None }
    }

    /// In columns of their own, with the minutes.
    pub(super) fn counted(session: &'a record::Session) -> Self {
        Self { counted: Some(session), ..Self::of(session) }
    }

    fn heads(self, heads: &[&str]) -> Vec<String> {
        let counted: &[&str] = if self.counted.is_some() { &["Anwesend", "Minuten"] } else { &[] };
        heads.iter().chain(counted).map(|head| (*head).to_owned()).collect()
    }

    /// Cells of the columns for times and minutes, where there are such.
    fn stay(self, intervals: &[Presence]) -> Vec<String> {
        self.counted
            .map(|session| super::hours::stay(session, intervals))
            .into_iter()
            .flatten()
            .collect()
    }

    fn day(self, at: Moment) -> Option<String> {
        self.days.then(|| format!("{}, ", german_date(at.date())))
    }

    fn clock(self, at: Moment) -> String {
        format!("{}{}", self.day(at).unwrap_or_default(), wording::clock(at))
    }

    fn short(self, at: Moment) -> String {
        format!("{}{}", self.day(at).unwrap_or_default(), at.clock())
    }

    /// "ab 16:53 Uhr", "bis 17:20 Uhr", "bis 17:22 Uhr, ab 17:29 Uhr"; nothing for all of the time. With
    /// days each interval has a line of its own. Who is connected all the time has a line for that;
    /// otherwise each interval says so.
    fn presence(self, intervals: &[Presence]) -> Vec<String> {
        let remote = !intervals.is_empty() && intervals.iter().all(|one| one.remote);
        let parts: Vec<String> = intervals
            .iter()
            .filter_map(|one| Some((self.interval(one)?, one.remote && !remote)))
            .map(|(text, remote)| if remote { format!("{text} {}", wording::REMOTE) } else { text })
            .collect();
        let remote = remote.then(|| wording::REMOTE.to_owned()).into_iter();
        if self.counted.is_some() {
            return remote.collect();
        }
        if self.days {
            return remote.chain(parts).collect();
        }
        let times = (!parts.is_empty()).then(|| parts.join(", "));
        remote.chain(times).collect()
    }

    fn interval(self, one: &Presence) -> Option<String> {
        let times = match (one.from, one.to) {
            (None, None) => None,
            (Some(from), None) => Some(format!("ab {}", self.clock(from))),
            (None, Some(to)) => Some(format!("bis {}", self.clock(to))),
            (Some(from), Some(to)) => {
                let same_day = self.days && from.date() == to.date();
                let to = if same_day { wording::clock(to) } else { self.clock(to) };
                Some(format!("von {} bis {to}", self.short(from)))
            }
        };
        match (&one.item, times) {
            (Some(item), Some(times)) => Some(format!("nur zu TOP {item} ({times})")),
            (Some(item), None) => Some(format!("nur zu TOP {item}")),
            (None, times) => times,
        }
    }
}

/// Explains the abbreviations that the first table uses.
fn legend(list: &record::Attendance) -> String {
    let seated = list.seated.iter().map(|one| &one.seated);
    let absent = list.absent.iter().map(|one| &one.seated);
    explained(seated.chain(absent).map(|one| one.status))
}

/// "KA = Kreistagsabgeordnete, Kreistagsabgeordneter; SB = ...", each once.
pub(super) fn explained(used: impl Iterator<Item = Status>) -> String {
    let used: BTreeSet<Status> = used.collect();
    let explained: Vec<String> = used
        .into_iter()
        .map(Status::abbreviation)
        .filter_map(|short| Some(format!("{short} = {}", wording::status_explained(short)?)))
        .collect();
    explained.join("; ")
}
