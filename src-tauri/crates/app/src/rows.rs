//! The rows that an act becomes, and what it changed.
//!
//! Pure: it reads and writes nothing.

use crate::core::agenda_item::Part;
use crate::core::digest::Digest;
use crate::core::directory::Directory;
use crate::core::rules::profile::RuleProfile;
use crate::core::session::{Command, Decision, Phase, State};
use crate::core::{ActId, AgendaItemId};
use crate::error::ApiError;
use crate::messages;
use crate::request::{Caller, Topic};
use sitzungsbuch_store as store;
use std::collections::BTreeSet;

/// An act without content.
pub(crate) fn write(act: ActId, digest: Digest, caller: &Caller) -> store::Write {
    store::Write {
        act: act.to_string(),
        digest: *digest.bytes(),
        recorded_at: caller.now.to_string(),
        actor: caller.actor.to_owned(),
        source: caller.source.to_owned(),
        master: Vec::new(),
        form: None,
        meeting: None,
    }
}

/// The part an item belongs to, and with it the table of its text.
pub(crate) fn part(state: &State, item: AgendaItemId) -> Result<store::Part, ApiError> {
    let known = state.now.item(item).ok_or_else(messages::internal)?;
    Ok(match known.item.part {
        Part::Public => store::Part::Public,
        Part::NonPublic => store::Part::NonPublic,
    })
}

/// The session's row in the list of sessions.
pub(crate) fn overview(state: &State, directory: &Directory) -> Option<store::OverviewRow> {
    let plan = state.now.plan.as_ref()?;
    let name = directory.organizations.get(&plan.organization).map(|o| o.name.clone());
    let phase = match state.now.phase {
        Phase::New => "new",
        Phase::Prepared => "prepared",
        Phase::Open => "open",
        Phase::Closed => "closed",
    };
    Some(store::OverviewRow {
        meeting: state.meeting.to_string(),
        organization: plan.organization.to_string(),
        starts_at: plan.start.to_string(),
        phase: phase.to_owned(),
        title: name.unwrap_or_default(),
        revision: state.revision(),
    })
}

/// An attachment that is listed no longer takes its file along; an act lists or withdraws one.
pub(crate) fn file_gone(before: &State, decision: &Decision) -> Option<store::FileRow> {
    let (old, new) = (&before.now.attachments, &decision.next.now.attachments);
    if old == new {
        return None;
    }
    let gone = old.iter().find(|one| !new.iter().any(|listed| listed.id == one.id));
    gone.map(|one| store::FileRow { attachment: one.id.to_string(), file: None })
}

/// Compares the record before and after.
pub(crate) fn changed(
    before: &State,
    decision: &Decision,
    command: &Command,
    profiles: &[RuleProfile],
) -> BTreeSet<Topic> {
    let (old, new) = (&before.now, &decision.next.now);
    let quorum = |now: &crate::core::session::Snapshot| {
        let profile = now.profile_in(profiles)?;
        Some(now.basis(&profile, now.current).quorum)
    };
    let attendance = old.attendance != new.attendance
        || old.seats != new.seats
        || old.excused != new.excused
        || old.recusals != new.recusals
        || old.absences != new.absences
        || old.chairs != new.chairs
        || old.clerks != new.clerks;
    let agenda = old.items != new.items
        || old.votes != new.votes
        || old.attachments != new.attachments
        || old.current != new.current
        || old.motions != new.motions
        || old.requests != new.requests
        || old.elections != new.elections
        || old.recesses != new.recesses
        || old.part != new.part
        || old.phase != new.phase;
    [
        (Topic::Attendance, attendance),
        (Topic::Quorum, quorum(old) != quorum(new) || old.findings != new.findings),
        (Topic::Agenda, agenda),
        (Topic::Text, matches!(command, Command::WriteText { .. })),
    ]
    .into_iter()
    .filter_map(|(topic, changed)| changed.then_some(topic))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::session::command::Mode;
    use crate::core::testing::{Committee, Rehearsal};
    use serde_json::{Value, json};

    fn command(value: Value) -> Command {
        serde_json::from_value(value).unwrap()
    }

    /// Every new act says which part of what a window shows it touched.
    #[test]
    fn an_act_names_what_it_touched() {
        use Topic::{Agenda, Attendance, Quorum};
        let mut rehearsal = Rehearsal::new(Committee::new(9));
        let (at, person) = (Committee::at, |key| Committee::person(key).to_string());
        let (item, other) = (Committee::item("3").to_string(), Committee::item("2").to_string());
        let present: Vec<String> = ["m1", "m2", "m3", "m4", "m5", "m6"].map(person).into();
        let open = json!({"type": "openMeeting", "chair": person("m1"), "clerk": person("k1"),
            "present": present});
        rehearsal.act(at("16:32"), &command(open)).unwrap();
        rehearsal.act(at("16:40"), &Command::CallItem { item: Committee::item("3") }).unwrap();
        let motion = json!({"id": "m", "item": item, "kind": "amendment", "movers":
            ["administration"], "text": {"blocks": [{"type": "paragraph", "content": "Später."}]}});
        let rows = [
            (
                json!({"type": "recordAbsence", "person": person("m2"), "cause": "publicArea"}),
                vec![Attendance, Quorum],
            ),
            (json!({"type": "endAbsence", "person": person("m2")}), vec![Attendance, Quorum]),
            (json!({"type": "changeChair", "chair": person("m2")}), vec![Attendance]),
            (json!({"type": "changeClerk", "clerk": person("o1")}), vec![Attendance]),
            (json!({"type": "interruptMeeting"}), vec![Agenda]),
            (json!({"type": "resumeMeeting"}), vec![Agenda]),
            (json!({"type": "moveItem", "item": "top-5", "part": "public"}), vec![Agenda]),
            (json!({"type": "joinItems", "items": [item, other]}), vec![Agenda]),
            (json!({"type": "fileMotion", "motion": motion}), vec![Agenda]),
            (json!({"type": "withdrawMotion", "motion": "m"}), vec![Agenda]),
            (json!({"type": "requestVoteMethod", "item": item, "secret": 2}), vec![Agenda]),
            (
                json!({"type": "openElection", "item": item, "post": "Beirat", "candidates":
                [person("m2")], "method": "ballot"}),
                vec![Agenda],
            ),
        ];
        for (value, topics) in rows {
            let command = command(value);
            let decision = rehearsal.decide(at("17:00"), &command).unwrap();
            let touched = changed(&rehearsal.state, &decision, &command, &rehearsal.profiles);
            assert_eq!(touched.into_iter().collect::<Vec<_>>(), topics, "{command:?}");
            rehearsal.act(at("17:00"), &command).unwrap();
        }
        let comes = Command::RecordArrival { person: Committee::person("m7"), mode: Mode::Remote };
        let decision = rehearsal.decide(at("17:01"), &comes).unwrap();
        let touched = changed(&rehearsal.state, &decision, &comes, &rehearsal.profiles);
        assert_eq!(touched.into_iter().collect::<Vec<_>>(), [Attendance, Quorum]);
    }
}
