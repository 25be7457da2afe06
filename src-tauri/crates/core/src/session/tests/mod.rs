//! Tests of a session: given acts, when one more is entered, then events or a refusal.
//!
//! Acts are written in a small language, one a line: `16:53 arrive m4`. What follows is written as
//! kinds of events with what matters in them. The law vectors are those of law.md section 3.

mod advice;
mod advisers;
mod agenda;
mod away;
mod ballots;
mod bias;
mod candidates;
mod cases;
mod conduct;
mod corrections;
mod elections;
mod entered;
mod evenings;
mod golden;
mod known;
mod language;
mod law;
mod local;
mod motions;
mod oracle;
mod order;
mod persons;
mod proceedings;
mod properties;
mod runoff;
mod scale;
mod texts;
mod times;
mod votes_by_number;
mod voting;
mod without_hvb;
mod wordings;

use super::evolve::Folded;
use super::{Decision, Rejection, State};
use crate::testing::{Committee, Rehearsal};
use alloc::string::String;
use alloc::vec::Vec;
use language::{act, brief};

/// A session of 17 seats after some acts, all of which must be accepted.
fn given(acts: &[&str]) -> Rehearsal {
    given_in(Committee::new(17), acts)
}

fn given_in(committee: Committee, acts: &[&str]) -> Rehearsal {
    let mut rehearsal = Rehearsal::new(committee);
    for line in acts {
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    }
    rehearsal
}

/// Enters one line and holds what must hold for every decision.
fn enter(rehearsal: &mut Rehearsal, line: &str) -> Result<Decision, Rejection> {
    let (at, command) = act(line);
    let before = rehearsal.clone();
    let result = rehearsal.act(at, &command);
    assert_eq!(before.decide(at, &command), result, "the same input gives the same decision");
    if result.is_ok() {
        let replayed = State::replay(rehearsal.state.meeting, rehearsal.recorded());
        assert_eq!(replayed, rehearsal.state, "{line}: replay differs from the live state");
        let mut taken = before.state.clone();
        let new = rehearsal.recorded().skip(before.state.entries.len());
        let folded: Result<Folded, _> = taken.take_in(new);
        assert!(folded.is_ok(), "{line}: {folded:?}");
        assert_eq!(taken.now, rehearsal.state.now, "{line}");
    } else {
        assert_eq!(before.state, rehearsal.state, "{line}: a refusal changed something");
    }
    result
}

/// Given, when, then.
#[track_caller]
fn check(given_acts: &[&str], when: &str, then: Result<&[&str], Rejection>) {
    let mut rehearsal = given(given_acts);
    let result = enter(&mut rehearsal, when);
    let events = result.map(|decision| briefly(&decision));
    let expected = then.map(|lines| lines.iter().map(|line| String::from(*line)).collect());
    assert_eq!(events, expected, "\ngiven {given_acts:?}\nwhen {when}");
}

fn briefly(decision: &Decision) -> Vec<String> {
    decision.events.iter().map(brief).collect()
}

/// The hints of an act, by code.
fn hints(rehearsal: &mut Rehearsal, line: &str) -> Vec<crate::rules::ReasonCode> {
    let decision = enter(rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    decision.hints.iter().map(|hint| hint.code).collect()
}
