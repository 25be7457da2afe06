//! The fictional county with its prepared session, to try things out. Its session is today.

use super::{answer, modules, new_act};
use crate::core::MeetingId;
use crate::core::Moment;
use crate::core::meeting::MeetingPlan;
use crate::core::session::{Command, Phase};
use crate::documents;
use crate::engine::Engine;
use crate::error::ApiError;
use crate::order::Answer;
use crate::request::{Caller, JointRequest, MeetingRequest, Request};
use crate::{messages, script};
use chrono::{Days, NaiveTime, Timelike};

const SAMPLE: &str = include_str!("../../../../../assets/sample/kreis-wiesenthal.json");

/// Master data and the prepared session, in one act.
pub(super) fn try_out(engine: &mut Engine, caller: &Caller) -> Result<Answer, ApiError> {
    let script = script::read(SAMPLE)?.script;
    let meeting = MeetingId::parse(&script.meeting.id).map_err(|_| messages::internal())?;
    if engine.state(meeting)?.now.phase != Phase::New {
        return Err(messages::sample_there());
    }
    let at = documents::civil(caller.now);
    let start = soon(at).unwrap_or(at);
    let invitation = start.date().checked_sub_days(Days::new(14));
    let plan = MeetingPlan { start, invitation, ..script.meeting.plan };
    let (act, based_on) = (new_act()?, None);
    let command = Command::PrepareMeeting { plan };
    let request = MeetingRequest { act, meeting, based_on, at, command };
    let modules = modules::usual(engine.directory())?;
    let rows = script.master.into_iter().chain(modules).collect();
    let joint = JointRequest { rows, request };
    let outcome = engine.execute(&Request::Joint(Box::new(joint)), caller)?;
    answer(engine, Some(meeting), outcome.hints, caller.now)
}

/// The next quarter of an hour, while it is the same day.
fn soon(now: Moment) -> Option<Moment> {
    let time = NaiveTime::parse_from_str(&now.clock(), "%H:%M").ok()?;
    let quarter = (time.minute() / 15 + 1) * 15;
    let (hour, minute) = (time.hour() + quarter / 60, quarter % 60);
    super::civil(now.date(), NaiveTime::from_hms_opt(hour, minute, 0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_begins_soon_and_today() {
        for (now, expected) in [
            ("2026-11-19T10:12+01:00", Some("2026-11-19T10:15+01:00")),
            ("2026-11-19T10:15+01:00", Some("2026-11-19T10:30+01:00")),
            ("2026-11-19T10:59+01:00", Some("2026-11-19T11:00+01:00")),
            ("2026-11-19T23:50+01:00", None),
        ] {
            let soon = soon(Moment::parse(now).unwrap());
            assert_eq!(soon.map(|at| at.to_string()).as_deref(), expected, "{now}");
        }
    }
}
