//! What later entries say of a vote or a finding, settled or not: whose ballot is in question, what that
//! means, and which numbers a finding is told with.

use super::{enter, given, hints};
use crate::meeting::SecondCallPlan;
use crate::rules::{Reason, ReasonCode};
use crate::session::{Command, preview};
use crate::testing::{Committee, Rehearsal, profiles};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Five to four: the substitute on seat 5 said yes.
const BY_NAME: &[&str] = &[
    "15:00 seat 5 v5",
    "16:32 open m1-m4 v5 m10-m13",
    "16:40 call 3",
    "17:00 vote 3 names 1:y 2:y 3:y 4:y 5:y 10:n 11:n 12:n 13:n yes",
];

fn texts(hints: &[Reason], code: ReasonCode) -> Vec<&str> {
    hints.iter().filter(|one| one.code == code).map(|one| one.text.as_str()).collect()
}

fn doubt(rehearsal: &Rehearsal) -> Option<Reason> {
    let now = &rehearsal.state.now;
    preview::doubt(now, &profiles::committee(), &now.votes[0])
}

/// The seat stays entitled, but the ballot is that of the substitute, who was not any more.
#[test]
fn a_ballot_of_the_wrong_person_on_an_entitled_seat_is_in_question() {
    let mut rehearsal = given(BY_NAME);
    let decision = enter(&mut rehearsal, "16:50 arrive m5").unwrap();
    let told = "Das Ergebnis war 5:4 (angenommen), ohne diese Stimme 4:4, also entscheidend.";
    assert_eq!(texts(&decision.hints, ReasonCode::Decisive), [told]);
    let unsettled = texts(&decision.hints, ReasonCode::BasisUnsettled);
    let name = rehearsal.directory.persons[&Committee::numbered('v', 5)].full_name();
    let stays = format!(" In der Namensliste bleibt, wer abgestimmt hat (Sitz 5: {name});");
    assert!(unsettled[0].contains(&stays), "{unsettled:?}");
    // Not counted by name: nobody knows, and the worst case counts.
    let counted = BY_NAME[..3].iter().copied().chain(["17:00 vote 3 5/4/0 yes"]);
    let mut rehearsal = given(&counted.collect::<Vec<_>>());
    assert!(hints(&mut rehearsal, "16:50 arrive m5").contains(&ReasonCode::Decisive));
}

/// Confirming says that the result stands; what was in question stays known.
#[test]
fn what_was_decisive_stays_known_when_the_vote_is_confirmed() {
    for (line, code) in [
        ("16:50 arrive m5", ReasonCode::Decisive),
        ("16:50 recuse v5 3", ReasonCode::Decisive),
        ("16:50 leave m10", ReasonCode::NotDecisive),
    ] {
        let mut rehearsal = given(BY_NAME);
        enter(&mut rehearsal, line).unwrap();
        let before = doubt(&rehearsal).unwrap();
        assert_eq!(before.code, code, "{line}");
        enter(&mut rehearsal, "17:10 confirm a4 note stimmte nicht mit").unwrap();
        assert!(rehearsal.state.now.votes[0].changed.is_none());
        assert_eq!(doubt(&rehearsal), Some(before), "{line}");
    }
    let mut rehearsal = given(BY_NAME);
    // Taken back, nothing is in question.
    enter(&mut rehearsal, "16:50 recuse v5 3").unwrap();
    enter(&mut rehearsal, "17:10 undo a5").unwrap();
    assert_eq!(doubt(&rehearsal), None);
}

#[test]
fn a_finding_has_the_numbers_of_the_record_and_says_when_they_change() {
    let acts = ["16:32 open m1-m4 m10-m12", "16:40 quorum", "16:45 call 3"];
    let mut rehearsal = given(&acts);
    let present = |rehearsal: &Rehearsal| {
        let found = &rehearsal.state.now.findings[0];
        let basis = found.known_basis(&profiles::committee());
        (found.basis.votes(), basis.votes(), basis.quorum.present, basis.quorum.computed)
    };
    assert_eq!(present(&rehearsal), (7, 7, 7, false));
    let decision = enter(&mut rehearsal, "16:35 arrive m5").unwrap();
    let told = "Wer bei der Feststellung der Beschlussfähigkeit (um 16:40 Uhr) stimmberechtigt anwesend war, hat sich geändert (Zahl: vorher 7, jetzt 8). Die Niederschrift nennt die neuen Zahlen; die Feststellung bleibt.";
    assert_eq!(texts(&decision.hints, ReasonCode::FindingChanged), [told]);
    assert_eq!(present(&rehearsal), (7, 8, 8, false));
    let line = "16:32 correct a1 : open m1-m6 m10-m13";
    let decision = enter(&mut rehearsal, line).map(|decision| decision.hints);
    assert!(decision.is_err(), "m5 came already: {decision:?}");
    enter(&mut rehearsal, "16:50 undo a4").unwrap();
    let decision = enter(&mut rehearsal, line).unwrap();
    let told = texts(&decision.hints, ReasonCode::FindingChanged);
    assert!(told.len() == 1 && told[0].contains("vorher 7, jetzt 10"), "{told:?}");
    assert!(told[0].ends_with("die Feststellung bleibt."), "{told:?}");
    assert_eq!(present(&rehearsal), (7, 10, 10, true));
    let decision = enter(&mut rehearsal, "16:36 leave m6").unwrap();
    let told = texts(&decision.hints, ReasonCode::FindingChanged);
    assert!(told.is_empty() || !told[0].contains("nicht mehr dazu"), "9 suffice: {told:?}");
    let decision = enter(&mut rehearsal, "16:36 leave m5").unwrap();
    let told = texts(&decision.hints, ReasonCode::FindingChanged);
    assert!(told[0].ends_with("nicht mehr dazu; bitte prüfen Sie sie."), "{told:?}");
    // What is entered after it, or for a time after it, changes nothing.
    assert!(!hints(&mut rehearsal, "16:55 leave m1").contains(&ReasonCode::FindingChanged));
    assert!(!hints(&mut rehearsal, "16:41 arrive m7").contains(&ReasonCode::FindingChanged));
}

/// § 34 Abs. 2 KrO NRW for the whole session: at the opening, between two items and at formalities too.
#[test]
fn a_session_that_is_called_again_is_judged_so_from_the_opening_on() {
    let called = |items: &[&str]| {
        let committee = Committee::new(17);
        let mut plan = committee.plan();
        let items = items.iter().map(|item| Committee::item(item)).collect();
        plan.second_call = Some(SecondCallPlan { notice: true, items });
        let mut rehearsal = Rehearsal::unprepared(committee);
        rehearsal.act(Committee::at("09:00"), &Command::PrepareMeeting { plan }).unwrap();
        rehearsal
    };
    let lost = |hints: &[ReasonCode]| hints.contains(&ReasonCode::QuorumLine);
    let mut whole = called(&["2", "3", "4", "5", "n1", "n2"]);
    for line in ["16:32 open m1-m2 m10", "16:33 quorum", "16:33 call 1", "16:34 quorum"] {
        assert!(!lost(&hints(&mut whole, line)), "{line}");
    }
    for found in &whole.state.now.findings {
        let quorum = &found.basis.quorum;
        assert!(quorum.computed && quorum.required == 9 && quorum.least() == 0, "{quorum:?}");
    }
    for line in ["16:40 call 3", "16:41 close 3", "16:42 call 4", "16:43 close 4 4.1 4.2"] {
        assert!(!lost(&hints(&mut whole, line)), "{line}");
    }
    // For some items only: once at the opening, and again where another item is called.
    let mut some = called(&["3", "4"]);
    for (line, told) in [
        ("16:32 open m1-m2 m10", true),
        ("16:40 call 3", false),
        ("16:41 close 3", false),
        ("16:42 call 4", false),
        ("16:43 close 4 4.1 4.2", false),
        ("16:44 call 5", true),
    ] {
        assert_eq!(lost(&hints(&mut some, line)), told, "{line}");
    }
    let numbers: Vec<String> =
        some.state.now.called_again().map(|one| one.item.number.clone()).collect();
    assert_eq!(numbers, ["3", "4"]);
}
