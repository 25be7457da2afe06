//! Carrying out what a window orders: forms become requests, requests go through the engine.
//!
//! Everything is looked at before the first write, and what belongs together is written together.
//! Nothing here decides what a session allows: that is the core's.

mod admit;
mod modules;
mod newcomer;
mod prepare;
mod sample;
mod set_up;
mod stand_in;

use crate::core::rules::Reason;
use crate::core::session::Command;
use crate::core::session::state::Snapshot;
use crate::core::{ActId, AttachmentId, MeetingId, Moment, Timestamp};
use crate::documents::{self, ZONE};
use crate::drafts::{self, OpeningDraft};
use crate::engine::{self, Engine};
use crate::error::ApiError;
use crate::forms::FormChange;
use crate::order::{Answer, Order};
use crate::request::{Caller, FormRequest, MeetingRequest, OpeningRequest, Request};
use crate::{convert, messages};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};
use std::collections::BTreeSet;

/// Before this hour a session that began the day before may still go on.
const NIGHT_ENDS: u32 = 6;

/// Carries out what a window orders. A clock that was set back does not hold up a session: until it
/// has caught up, acts have the time of the last entry, and the view says so.
pub fn carry_out(engine: &mut Engine, order: &Order, caller: &Caller) -> Result<Answer, ApiError> {
    let last = match order {
        Order::Act { meeting, .. }
        | Order::OpenNoted { meeting, .. }
        | Order::AdmitByName { meeting, .. }
        | Order::AdmitGuest { meeting, .. }
        | Order::SubstituteByName { meeting, .. }
        | Order::Adjourn { meeting, .. } => engine.state(*meeting)?.entries.last().cloned(),
        _ => None,
    };
    let Some(last) = last.filter(|last| last.recorded_at > caller.now) else {
        return carry(engine, order, caller);
    };
    let steady = Caller { now: last.recorded_at, ..*caller };
    let Answer { meeting, hints, saved, .. } = carry(engine, order, &steady)?;
    Ok(Answer { saved, ..answer(engine, meeting, hints, caller.now)? })
}

fn carry(engine: &mut Engine, order: &Order, caller: &Caller) -> Result<Answer, ApiError> {
    match order {
        Order::Act { act, meeting, based_on, at, command } => {
            let at = moment(engine, *meeting, *act, at.as_deref(), caller.now)?;
            let (act, meeting, command) = (*act, *meeting, command.as_ref().clone());
            let request = MeetingRequest { act, meeting, based_on: *based_on, at, command };
            let outcome = engine.execute(&Request::Meeting(Box::new(request)), caller)?;
            answer(engine, Some(meeting), outcome.hints, caller.now)
        }
        Order::NoteOpening { meeting, present, remote, chair, clerk } => {
            let (present, remote) = (present.clone(), remote.clone());
            let draft = OpeningDraft { present, remote, chair: *chair, clerk: *clerk };
            note_opening(engine, *meeting, draft, caller)
        }
        Order::OpenNoted { act, meeting, at } => {
            open(engine, (*act, *meeting), at.as_deref(), caller)
        }
        Order::AdmitByName {
            act,
            meeting,
            at,
            capacity,
            mode,
            form_of_address,
            name,
            detail,
            item,
        } => {
            let person = admit::Named {
                capacity: *capacity,
                mode: *mode,
                item: *item,
                form_of_address: *form_of_address,
                name,
                detail,
            };
            admit::admit(engine, (*act, *meeting), at.as_deref(), &person, caller)
        }
        Order::AdmitGuest { act, meeting, typed } => {
            admit::guest(engine, (*act, *meeting), typed, caller)
        }
        Order::Adjourn { act, meeting, at, day, time } => {
            let order = adjournment((*act, *meeting), at.clone(), (day, time))?;
            carry(engine, &order, caller)
        }
        Order::SubstituteByName {
            act,
            meeting,
            at,
            seat,
            status,
            form_of_address,
            name,
            faction,
        } => {
            let person = stand_in::Named {
                seat: *seat,
                status: *status,
                form_of_address: *form_of_address,
                name,
                faction: *faction,
            };
            stand_in::seat(engine, (*act, *meeting), at.as_deref(), &person, caller)
        }
        _ => beside(engine, order, caller),
    }
}

/// What is no act of a session: forms, master data, the sample.
fn beside(engine: &mut Engine, order: &Order, caller: &Caller) -> Result<Answer, ApiError> {
    match order {
        Order::KeepForm { form } => keep(engine, FormChange::Keep(form.clone()), caller),
        Order::DropForm { form } => keep(engine, FormChange::Drop(*form), caller),
        Order::KeepPlace { place } => keep(engine, FormChange::Place(place.clone()), caller),
        Order::RemoveFile { meeting, attachment } => detach(engine, *meeting, *attachment, caller),
        Order::WriteTextModule { module, code, text } => {
            modules::write(engine, *module, (code, text), caller)
        }
        Order::RemoveTextModule { module } => modules::remove(engine, *module, caller),
        Order::KeepWording { meeting, item, wording } => {
            let (meeting, item, wording) = (*meeting, *item, wording.clone());
            keep(engine, FormChange::Wording { meeting, item, wording }, caller)?;
            answer(engine, Some(meeting), Vec::new(), caller.now)
        }
        Order::KeepEntering { meeting, item, entering } => {
            let (meeting, item, entering) = (*meeting, *item, entering.clone());
            keep(engine, FormChange::Entering { meeting, item, entering }, caller)
        }
        Order::KeepPanel { meeting, panel } => {
            let (meeting, panel) = (*meeting, panel.clone());
            keep(engine, FormChange::Panel { meeting, panel }, caller)
        }
        Order::TrySample {} => sample::try_out(engine, caller),
        Order::SetUp(form) => set_up::set_up(engine, form, caller),
        Order::Prepare(form) => prepare::prepare(engine, form, caller),
        _ => Err(messages::internal()),
    }
}

fn detach(
    engine: &mut Engine,
    meeting: MeetingId,
    attachment: AttachmentId,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    engine.detach(meeting, attachment, caller)?;
    answer(engine, Some(meeting), Vec::new(), caller.now)
}

/// The act of an interruption until another day.
fn adjournment(
    (act, meeting): (ActId, MeetingId),
    at: Option<String>,
    (day, time): (&str, &str),
) -> Result<Order, ApiError> {
    let command = Box::new(Command::AdjournMeeting { to: continuation(day, time)? });
    Ok(Order::Act { act, meeting, based_on: None, at, command })
}

/// Who is there so far, before the opening; each once.
fn note_opening(
    engine: &mut Engine,
    meeting: MeetingId,
    mut draft: OpeningDraft,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let mut seen = BTreeSet::new();
    draft.present.retain(|person| seen.insert(*person));
    let request = OpeningRequest { act: new_act()?, meeting, rows: Vec::new(), draft };
    engine.execute(&Request::Opening(Box::new(request)), caller)?;
    answer(engine, Some(meeting), Vec::new(), caller.now)
}

/// What a window finds again after the program ended.
fn keep(engine: &mut Engine, change: FormChange, caller: &Caller) -> Result<Answer, ApiError> {
    let request = FormRequest { act: new_act()?, change };
    engine.execute(&Request::Form(Box::new(request)), caller)?;
    answer(engine, None, Vec::new(), caller.now)
}

/// The opening with what was noted. A repeated tap is answered as it was.
fn open(
    engine: &mut Engine,
    (act, meeting): (ActId, MeetingId),
    at: Option<&str>,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    if was_recorded(engine, act, meeting)? {
        return answer(engine, Some(meeting), Vec::new(), caller.now);
    }
    let at = moment(engine, meeting, act, at, caller.now)?;
    let draft = engine.opening_draft(meeting)?.unwrap_or_default();
    let state = engine.state(meeting)?.clone();
    let command = drafts::opening(&state, engine.directory(), &draft)?;
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    let outcome = engine.execute(&Request::Meeting(Box::new(request)), caller)?;
    answer(engine, Some(meeting), outcome.hints, caller.now)
}

/// Whether an act of this session was recorded. Its id belongs to no other session.
fn was_recorded(engine: &Engine, act: ActId, meeting: MeetingId) -> Result<bool, ApiError> {
    match engine.lookup(act)? {
        None => Ok(false),
        Some(answered) if answered.meeting == Some(meeting.to_string()) => Ok(true),
        Some(_) => Err(messages::act_taken()),
    }
}

/// What the window gets after an order.
fn answer(
    engine: &mut Engine,
    meeting: Option<MeetingId>,
    hints: Vec<Reason>,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    let view = match meeting {
        Some(meeting) => Some(Box::new(crate::view::meeting(engine, meeting, now)?)),
        None => None,
    };
    Ok(Answer { meeting, view, hints, saved: convert::seconds(ZONE, now) })
}

/// When an act happened: as entered, on a day of the session or in the night after it; now if nothing
/// was entered, and for an act that comes again the time that it had.
fn moment(
    engine: &mut Engine,
    meeting: MeetingId,
    act: ActId,
    at: Option<&str>,
    now: Timestamp,
) -> Result<Moment, ApiError> {
    let state = engine.state(meeting)?;
    let Some(text) = at.map(str::trim).filter(|text| !text.is_empty()) else {
        let recorded = state.entries_of(act).next().map(|entry| entry.occurred_at);
        return Ok(recorded.unwrap_or_else(|| documents::civil(now)));
    };
    read_moment(&state.now, text, now)
}

/// A time as the clerk means it: of the last day of the session on which it has come, before six of
/// the night after it; "20.11. 17:30" is of that day.
pub(crate) fn read_moment(
    session: &Snapshot,
    text: &str,
    now: Timestamp,
) -> Result<Moment, ApiError> {
    let start = session.plan.as_ref().map_or_else(|| documents::civil(now), |plan| plan.start);
    let (named, time) =
        text.split_once(' ').map_or((None, text), |(day, time)| (Some(day), time.trim()));
    let time = clock(time).ok_or_else(|| messages::no_clock(text))?;
    if let Some(named) = named {
        let day = day_named(named, start.date());
        return day.and_then(|day| civil(day, time)).ok_or_else(|| messages::no_clock(text));
    }
    let began = clock(&start.clock()).map_or(0, |time| time.hour());
    let after_midnight = time.hour() < NIGHT_ENDS && began >= NIGHT_ENDS;
    let on =
        |day: &NaiveDate| civil(day.checked_add_days(Days::new(u64::from(after_midnight)))?, time);
    let days: Vec<NaiveDate> = session.days().collect();
    let come = days.iter().rev().filter_map(on).find(|moment| moment.timestamp() <= now);
    let first = || on(days.first().unwrap_or(&start.date()));
    come.or_else(first).ok_or_else(|| messages::no_clock(text))
}

/// "19.11." or "19.11.2026"; without a year the one in which it is next to the session.
fn day_named(text: &str, start: NaiveDate) -> Option<NaiveDate> {
    let mut parts = text.trim_end_matches('.').split('.');
    let day: u32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    if let Some(year) = parts.next() {
        return NaiveDate::from_ymd_opt(year.parse().ok()?, month, day);
    }
    let near = [start.year(), start.year() + 1, start.year() - 1];
    let days = near.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|one| one.signed_duration_since(start).num_days().abs())
}

/// When an interrupted session goes on.
fn continuation(day: &str, time: &str) -> Result<Moment, ApiError> {
    let wrong = || messages::no_clock(time);
    let on =
        NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d").map_err(|_| messages::no_day(day))?;
    civil(on, clock(time.trim()).ok_or_else(wrong)?).ok_or_else(wrong)
}

/// Reads "16:53", also "9.05" and "1653".
fn clock(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => return None,
    };
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten()
    };
    let minute = number(minute).filter(|_| minute.len() == 2)?;
    NaiveTime::from_hms_opt(number(hour)?, minute, 0)
}

/// A civil time of the zone; none for one that the zone skips.
fn civil(day: NaiveDate, time: NaiveTime) -> Option<Moment> {
    convert::moment(ZONE, &format!("{day}T{}", time.format("%H:%M"))).ok()
}

/// A message that names rows by ids that nobody has seen, with the names that were typed.
fn in_words(fault: &ApiError, typed: &[(String, String)]) -> ApiError {
    let replaced = |text: &str| {
        typed.iter().fold(text.to_owned(), |text, (id, name)| {
            if text.contains(id) { text.replace(id, &format!("„{name}“")) } else { text }
        })
    };
    let (message, hints) =
        (replaced(&fault.message), fault.hints.iter().map(|hint| replaced(hint)));
    ApiError { code: fault.code, message, hints: hints.collect() }
}

/// An id for an act that the window did not name.
pub(crate) fn new_act() -> Result<ActId, ApiError> {
    let drawn = u128::from_le_bytes(engine::random()?);
    Ok(ActId::from_key(&format!("{drawn:032x}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        for (text, expected) in [
            ("16:53", Some((16, 53))),
            ("9:05", Some((9, 5))),
            ("9.05", Some((9, 5))),
            ("00:00", Some((0, 0))),
            ("24:00", None),
            ("16:5", None),
            ("1653", Some((16, 53))),
            ("9999", None),
            ("ä1ä", None),
            ("16", None),
            ("+1:00", None),
            ("16:53:10", None),
            ("viertel vor", None),
            ("", None),
        ] {
            let read = clock(text).map(|time| (time.hour(), time.minute()));
            assert_eq!(read, expected, "{text}");
        }
    }
}
