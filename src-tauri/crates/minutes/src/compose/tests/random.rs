//! Random sessions: minutes of whatever the core accepts, and the wall at every act behind closed
//! doors.

use super::documents::{every, for_everybody};
use crate::compose::complete;
use crate::document::Document;
use crate::record::{self, Edition, Issue, Record};
use sitzungsbuch_core::AgendaItemId;
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::{Command, Event, Phase, State};
use sitzungsbuch_core::testing::committee::Committee;
use sitzungsbuch_core::testing::generate::{ROLLS, step};
use sitzungsbuch_core::testing::rehearsal::Rehearsal;
use std::collections::{BTreeMap, BTreeSet};

/// A fixed sequence: the same sessions on every machine.
struct Sequence(u32);

impl Sequence {
    fn rolls(&mut self) -> [u16; ROLLS] {
        std::array::from_fn(|_| {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u16::try_from(self.0 >> 16).unwrap()
        })
    }
}

pub(super) fn record_of(session: &Rehearsal) -> Record {
    let at = sitzungsbuch_core::Moment::parse("2026-11-20T10:00+01:00").unwrap();
    let issue = Issue { at, edition: Edition::Draft };
    let Rehearsal { state, directory, profiles, .. } = session;
    record::of(state, directory, profiles, &BTreeMap::new(), issue).unwrap()
}

fn open_session(sequence: &mut Sequence, acts: usize) -> Rehearsal {
    let mut session = Rehearsal::new(Committee::new(9).advisers(2));
    let opening = Command::OpenMeeting {
        chair: Committee::person("m1"),
        clerk: Committee::person("k1"),
        present: (1..=6).map(|seat| session.committee.holder(seat)).collect(),
        officials: Vec::new(),
        guests: Vec::new(),
        remote: vec![session.committee.holder(2)],
    };
    session.act(Committee::at("16:30"), &opening).unwrap();
    for _ in 0..acts {
        let (at, command) = step(&sequence.rolls(), &session.committee, &session.state);
        if !matches!(command, Command::CloseMeeting {}) {
            let _ = session.act(at, &command);
        }
    }
    session
}

#[test]
fn minutes_are_made_of_whatever_a_session_holds() {
    let mut sequence = Sequence(2026);
    let mut kinds = BTreeSet::new();
    for _ in 0..80 {
        let session = open_session(&mut sequence, 120);
        let record = record_of(&session);
        let kept = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&kept).unwrap(), record);
        let non_public = record.non_public.iter().flat_map(|part| &part.acts);
        for act in record.public.acts.iter().chain(non_public) {
            let kept = serde_json::to_value(&act.what).unwrap();
            kinds.insert(kept["type"].as_str().unwrap().to_owned());
        }
        assert!(every(&record).len() > 5);
    }
    for kind in [
        "absence",
        "adjourned",
        "chairChange",
        "clerkChange",
        "election",
        "joined",
        "lot",
        "motion",
        "motionWithdrawn",
        "moved",
        "proceeding",
        "recess",
        "request",
        "return",
        "round",
        "vote",
    ] {
        assert!(kinds.contains(kind), "no session had one of these: {kind}; only {kinds:?}");
    }
}

/// What concerns the non-public part alone, wherever its items are known.
fn behind_closed_doors(state: &State, event: &Event) -> bool {
    let now = &state.now;
    let closed =
        |item: AgendaItemId| now.item(item).is_some_and(|state| state.item.part == Part::NonPublic);
    match event {
        Event::MemberArrived { .. }
        | Event::MemberDeparted(_)
        | Event::SubstituteSeated { .. }
        | Event::SubstitutionEnded { .. }
        | Event::AttendeeArrived { .. }
        | Event::AttendeeDeparted { .. }
        | Event::AbsenceBegan { .. }
        | Event::AbsenceEnded { .. }
        | Event::QuorumEstablished { .. }
        | Event::LackOfQuorumDeclared { .. }
        | Event::ChairChanged { .. }
        | Event::ClerkChanged { .. }
        | Event::MeetingInterrupted {}
        | Event::PresenceChecked { .. } => true,
        // On which days a session is held is public.
        Event::MeetingResumed { .. } if now.continues().is_some() => false,
        Event::ProceedingRecorded { item, .. } => {
            now.part == Part::NonPublic || item.is_some_and(closed)
        }
        // Who does not come back left with the interruption: in public, if it was there.
        Event::MeetingResumed { missing } => {
            let closed = now.part_changes.last().map(|change| change.at);
            missing.is_empty() || now.interrupted() > closed
        }
        Event::RecusalDeclared { item, .. }
        | Event::RecusalEnded { item, .. }
        | Event::ItemCalled { item }
        | Event::ItemClosed { item, .. }
        | Event::OutcomeRecorded { item, .. }
        | Event::VoteOpened { item, .. }
        | Event::VoteMethodRequested { item, .. }
        | Event::ElectionOpened { item, .. } => closed(*item),
        Event::ItemMoved { item, part, .. } => closed(*item) && *part == Part::NonPublic,
        Event::ItemsJoined { items } => items.iter().all(|item| closed(*item)),
        Event::MotionFiled { motion } => closed(motion.item),
        Event::MotionWithdrawn { motion } => {
            now.motion(*motion).is_some_and(|state| closed(state.motion.item))
        }
        Event::VoteClosed { vote, .. } | Event::ResultWorded { vote, .. } => {
            now.vote(*vote).is_none_or(|vote| closed(vote.item))
        }
        Event::RoundClosed { election, .. }
        | Event::CandidacyWithdrawn { election, .. }
        | Event::RunoffSettled { election, .. }
        | Event::LotDrawn { election, .. }
        | Event::ElectionAnswered { election, .. } => {
            now.election(*election).is_some_and(|state| closed(state.item))
        }
        _ => false,
    }
}

#[test]
fn no_act_behind_closed_doors_changes_the_public_document() {
    let mut sequence = Sequence(1126);
    let (mut acts, mut seen) = (0, 0);
    let shown = |session: &Rehearsal| -> ((Record, Vec<Document>), Document) {
        let record = record_of(session);
        let (plan, public) = (&record.plan.public, &record.public);
        ((Record::for_everybody(plan, public), for_everybody(plan, public)), complete(&record))
    };
    for _ in 0..30 {
        let mut session = open_session(&mut sequence, 50);
        let last = session.state.entries.iter().map(|entry| entry.occurred_at).max().unwrap();
        if session.state.now.phase != Phase::Open {
            continue;
        }
        if session.state.now.part == Part::Public {
            let change = Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() };
            session.act(last, &change).unwrap();
        }
        let (expected, mut whole) = shown(&session);
        for _ in 0..60 {
            let (at, command) = step(&sequence.rolls(), &session.committee, &session.state);
            let last = session.state.entries.iter().map(|entry| entry.occurred_at).max();
            let Ok(decision) = session.decide(at, &command) else { continue };
            let mut events = decision.events.iter().map(|event| &event.event);
            let inside = events.all(|event| behind_closed_doors(&session.state, event));
            if Some(at) < last || !inside {
                continue;
            }
            session.act(at, &command).unwrap();
            let (public, complete) = shown(&session);
            assert_eq!(public, expected, "{at} {command:?}");
            acts += 1;
            seen += u32::from(complete != whole);
            whole = complete;
        }
    }
    assert!(acts > 200 && seen > 100, "{acts} acts, {seen} of them seen in the complete document");
}
