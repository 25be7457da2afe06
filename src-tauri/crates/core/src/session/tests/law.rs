//! The vectors of law.md section 3 that need a session, by their numbers.

use super::{briefly, check, enter, given, given_in, hints};
use crate::membership::Status;
use crate::rules::ReasonCode;
use crate::rules::majority::VoteOutcome;
use crate::rules::quorum::{Counts, LegalState, QuorumInput, QuorumResult, SecondCall, judge};
use crate::session::{Basis, Rejection};
use crate::testing::{Committee, Rehearsal, profiles};
use alloc::string::String;
use alloc::vec::Vec;

fn quorum(rehearsal: &Rehearsal, clock: &str) -> QuorumResult {
    let snapshot = rehearsal.state.at(Committee::at(clock));
    Basis::of(&profiles::committee(), &snapshot.seats_now()).quorum
}

/// Members of the assembly, expert citizens, size test, composition test.
fn tests(rehearsal: &Rehearsal, clock: &str) -> (u16, u16, bool, bool) {
    let result = quorum(rehearsal, clock);
    let of = |status| result.counts.get(&status).copied().unwrap_or(0);
    assert_eq!(result.present, of(Status::KA) + of(Status::SB), "each seat counts once");
    (of(Status::KA), of(Status::SB), result.size, result.composition)
}

fn legal(rehearsal: &Rehearsal, clock: &str) -> LegalState {
    rehearsal.state.at(Committee::at(clock)).legal_state(&profiles::committee())
}

#[test]
fn q10_the_finding_of_the_chair_makes_the_lack_legal() {
    let mut rehearsal = given(&["16:32 open m1-m5 m10-m14", "16:40 call 3"]);
    assert_eq!(tests(&rehearsal, "17:19"), (5, 5, true, false));
    assert_eq!(legal(&rehearsal, "17:19"), LegalState::Deemed);
    enter(&mut rehearsal, "17:20 lack").unwrap();
    enter(&mut rehearsal, "17:21 outcome 3 deferred").unwrap();
    assert_eq!(legal(&rehearsal, "17:20"), LegalState::Lacking);
    // Only a new finding ends it, not the number.
    enter(&mut rehearsal, "17:30 arrive m6").unwrap();
    assert_eq!(legal(&rehearsal, "17:30"), LegalState::Lacking);
    enter(&mut rehearsal, "17:31 quorum").unwrap();
    assert_eq!(legal(&rehearsal, "17:31"), LegalState::Confirmed);
}

#[test]
fn q14_departures_cost_the_computed_quorum_but_not_the_legal_state() {
    use ReasonCode::{CompositionFails, QuorumLine, SizeMissed};
    let mut rehearsal = given(&["16:32 open m1-m6 m10-m13", "16:33 quorum"]);
    assert_eq!(legal(&rehearsal, "16:33"), LegalState::Confirmed);
    assert_eq!(hints(&mut rehearsal, "17:10 leave m6"), []);
    assert_eq!(tests(&rehearsal, "17:10"), (5, 4, true, true));
    let lost = hints(&mut rehearsal, "17:25 leave m5");
    assert_eq!(lost, [QuorumLine, SizeMissed, CompositionFails]);
    assert_eq!(tests(&rehearsal, "17:25"), (4, 4, false, false));
    assert_eq!(legal(&rehearsal, "17:25"), LegalState::Deemed);
    // Confirmed again, without a new finding, when the tests hold again.
    enter(&mut rehearsal, "17:30 arrive m5").unwrap();
    assert_eq!(legal(&rehearsal, "17:30"), LegalState::Confirmed);
}

#[test]
fn q18_v24_one_seat_has_one_vote() {
    let mut rehearsal = given(&["15:00 seat 5 v5", "16:32 open m1-m4 v5 m10-m13"]);
    enter(&mut rehearsal, "17:00 arrive m5").unwrap();
    assert_eq!(tests(&rehearsal, "17:00"), (5, 4, true, true));
    let twice = Rejection::SeatTwice { seat: Committee::seat(5) };
    let refused = enter(&mut rehearsal, "17:10 vote 3 names 5:y 5:n yes note beide");
    assert_eq!(refused, Err(twice));
}

#[test]
fn q19_vacant_seats_leave_the_base_as_it_is() {
    let committee = Committee::new(17).vacant(6).vacant(17);
    let rehearsal = given_in(committee, &["16:32 open m1-m5 m10-m12"]);
    assert_eq!(tests(&rehearsal, "16:32"), (5, 3, false, true));
    let result = quorum(&rehearsal, "16:32");
    assert_eq!((result.base, result.required), (17, 9));
    assert!(result.reasons.iter().any(|reason| reason.code == ReasonCode::Vacant));
}

#[test]
fn q20_q21_q22_second_call() {
    for (name, ka, sb, notice, size, composition, decide) in [
        ("Q20", 2, 1, true, true, true, false),
        ("Q21", 2, 1, false, false, true, false),
        ("Q22", 2, 3, true, true, false, true),
    ] {
        let input = QuorumInput {
            seats: 17,
            present: Counts::from([(Status::KA, ka), (Status::SB, sb)]),
            second_call: Some(SecondCall { same_item: true, notice }),
            ..QuorumInput::default()
        };
        let result = judge(&profiles::committee(), &input);
        assert_eq!((result.size, result.composition), (size, composition), "{name}");
        assert_eq!(!result.needs_decision.is_empty(), decide, "{name}");
    }
}

#[test]
fn q27_who_sits_in_the_public_area_is_not_present() {
    let mut rehearsal = given(&["16:32 open m1-m5 m10-m14"]);
    assert_eq!(tests(&rehearsal, "16:32"), (5, 5, true, false));
    enter(&mut rehearsal, "16:40 leave m14").unwrap();
    enter(&mut rehearsal, "16:40 guest m14").unwrap();
    assert_eq!(tests(&rehearsal, "16:40"), (5, 4, true, true));
    enter(&mut rehearsal, "17:00 arrive m14").unwrap();
    assert_eq!(tests(&rehearsal, "17:00"), (5, 5, true, false));
}

#[test]
fn v09_who_casts_no_vote_is_a_hint() {
    let mut rehearsal = given(&["16:32 open m1-m5 m10-m13", "16:40 call 3"]);
    let decision = enter(&mut rehearsal, "17:00 vote 3 5/2/1 yes").unwrap();
    let texts: Vec<_> = decision.hints.iter().map(|hint| hint.text.as_str()).collect();
    assert_eq!(texts, ["1 stimmberechtigtes Mitglied ohne Stimmabgabe"]);
}

#[test]
fn v14_the_names_of_a_roll_call_give_the_sums() {
    let names = "17:00 vote 3 names 1:y 2:y 3:y 4:y 5:y 10:n 11:n 12:n 13:a yes";
    check(
        &["16:32 open m1-m5 m10-m13"],
        names,
        Ok(&[
            "17:00 VoteOpened 3 with 9",
            "17:00 VoteClosed mehrheitlich bei 3 Gegenstimmen und 1 Enthaltung angenommen",
        ]),
    );
}

#[test]
fn v22_a_decision_before_any_finding_stands_with_a_note_for_the_minutes() {
    let mut rehearsal = given(&["16:32 open m1-m4 m10-m13"]);
    let decision = enter(&mut rehearsal, "17:00 vote 3 5/3/0 yes").unwrap();
    assert_eq!(
        briefly(&decision)[1],
        "17:00 VoteClosed mehrheitlich bei 3 Gegenstimmen angenommen"
    );
    let vote = &rehearsal.state.now.votes[0];
    let result = &vote.closed.as_ref().unwrap().result;
    assert_eq!(result.outcome, VoteOutcome::Accepted);
    assert!(result.hints.is_empty(), "what the law makes of a finding is not frozen");
    let marks = vote.marks(&profiles::committee());
    let deemed: Vec<&String> = marks.iter().map(|mark| &mark.text).collect();
    assert_eq!(
        deemed,
        [
            "Die Beschlussfähigkeit ist rechnerisch nicht gegeben; das Gremium gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist (§ 41 Abs. 5 KrO NRW)."
        ]
    );
}

#[test]
fn findings_that_the_numbers_contradict_come_back_with_the_reasons() {
    use ReasonCode::{CompositionFails, CompositionHolds, QuorumLine, SizeReached};
    let mut failing = given(&["16:32 open m1-m5 m10-m14"]);
    assert_eq!(hints(&mut failing, "16:33 quorum"), [QuorumLine, SizeReached, CompositionFails]);
    let mut holding = given(&["16:32 open m1-m5 m10-m13"]);
    assert_eq!(hints(&mut holding, "16:33 quorum"), []);
    assert_eq!(hints(&mut holding, "16:34 lack"), [QuorumLine, SizeReached, CompositionHolds]);
}

/// Entered late it is compared with those who were there then, not with those who are there now.
#[test]
fn a_late_finding_is_compared_with_the_numbers_of_its_time() {
    use ReasonCode::{CompositionFails, QuorumLine, SizeMissed};
    let mut grown = given(&["16:32 open m1-m4 m10-m13", "17:10 arrive m5", "17:10 arrive m6"]);
    assert_eq!(hints(&mut grown, "17:01 quorum"), [QuorumLine, SizeMissed, CompositionFails]);
    let mut shrunk = given(&["16:32 open m1-m6 m10-m13", "17:10 leave m5", "17:10 leave m6"]);
    assert_eq!(hints(&mut shrunk, "17:01 quorum"), []);
}
