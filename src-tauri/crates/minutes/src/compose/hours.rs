//! The list of attendance as it was recorded: when everybody came and left, and how many minutes
//! that makes. It tells of both parts, so it is never a public document.

use super::attendance::{self, Times};
use super::head::{self, Issuer, Words};
use super::{section, wording};
use crate::document::{Block, Document};
use crate::record::{Presence, Record, Session};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::time::german_date;

/// The list, with times and minutes.
pub fn attendance_list(record: &Record) -> Document {
    let public = &record.public;
    let (list, clerks) = record.non_public.as_ref().map_or_else(
        || (&public.attendance, &public.later_clerks),
        |part| (&part.attendance, &part.later_clerks),
    );
    let times = Times::counted(&public.session);
    let mut list = attendance::compose(list, &public.clerk, clerks, times);
    let explained = [list.legend.as_str(), wording::MINUTES_COUNTED];
    let explained: Vec<&str> = explained.into_iter().filter(|words| !words.is_empty()).collect();
    list.legend = explained.join(". ");
    let blocks = vec![section("Anwesend waren"), Block::Attendance(list)];
    let subtitle = wording::to_the_session(public.session.number, &public.organization);
    let words = Words {
        title: format!("{} {subtitle} am {}", wording::ATTENDANCE_LIST, head::days(public)),
        running: head::running(wording::ATTENDANCE_LIST, &head::days(public), &public.organization),
        headline: head::headline(wording::ATTENDANCE_LIST, subtitle, ""),
        footer: wording::ATTENDANCE_FOOTER.to_owned(),
        session: head::session(public),
    };
    let issuer = Issuer::from(public);
    Document { letterhead: issuer.sender(), ..issuer.document(words, blocks) }
}

/// "16:32 bis 17:20, 17:29 bis 18:07" and "86": what lies between two days of a session is left out.
/// The minutes are known when the session is closed.
pub(super) fn stay(session: &Session, intervals: &[Presence]) -> [String; 2] {
    let days = !session.continued.is_empty();
    let pieces: Vec<(Moment, Option<Moment>)> =
        intervals.iter().flat_map(|one| sittings(session, (one.from, one.to))).collect();
    let time = |at: Moment| if days { german_date(at.date()) + ", " } else { String::new() };
    let said = |(from, to): &(Moment, Option<Moment>)| {
        let from = format!("{}{}", time(*from), from.clock());
        to.map_or_else(|| format!("ab {from}"), |to| format!("{from} bis {}", to.clock()))
    };
    let minutes = pieces.iter().map(|(from, to)| Some((*to)?.minutes_since(*from)));
    let minutes: Option<i64> = minutes.sum();
    let known = minutes.filter(|_| !pieces.is_empty());
    let said: Vec<String> = pieces.iter().map(said).collect();
    [said.join(", "), known.map_or_else(String::new, |minutes| minutes.to_string())]
}

/// An interval without the time between two days of the session.
pub(super) fn sittings(
    session: &Session,
    (from, to): (Option<Moment>, Option<Moment>),
) -> Vec<(Moment, Option<Moment>)> {
    let mut from = from.unwrap_or(session.opened);
    let to = to.or(session.closed);
    let mut pieces = Vec::new();
    for (until, next) in &session.continued {
        if from < *until && to.is_none_or(|to| to > *until) {
            pieces.push((from, Some(*until)));
        }
        if from < *next && to.is_none_or(|to| to > *until) {
            from = (*next).max(from);
        }
    }
    if to.is_none_or(|to| to > from) || pieces.is_empty() {
        pieces.push((from, to));
    }
    pieces
}
