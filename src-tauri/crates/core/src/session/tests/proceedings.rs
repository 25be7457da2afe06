//! What is taken down beside votes, the presence counted, the session put off to another day.

use super::{enter, given};
use crate::proceeding::{
    Due, OrderMeasure, Proceeding, RecordingPurpose, ResidentAnswer, ResidentName,
};
use crate::richtext::RichText;
use crate::rules::ReasonCode;
use crate::session::command::{Command, Mode, PresenceSource};
use crate::session::note::Note;
use crate::session::{Event, Phase, Rejection};
use crate::testing::committee::text;
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12 e1 official o1";

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

fn on_day(day: &str, clock: &str) -> Moment {
    Moment::parse(&alloc::format!("2026-11-{day}T{clock}+01:00")).unwrap()
}

fn record(proceeding: Proceeding) -> Command {
    Command::RecordProceeding { item: Some(Committee::item("5")), proceeding, note: None }
}

fn order(person: &str, measure: OrderMeasure) -> Command {
    record(Proceeding::Order { person: who(person), measure })
}

fn check_presence(source: PresenceSource, counted: u16) -> Command {
    Command::CheckPresence { source, counted }
}

fn adjourn(day: &str, clock: &str) -> Command {
    Command::AdjournMeeting { to: on_day(day, clock) }
}

fn resume(missing: &[&str]) -> Command {
    Command::ResumeMeeting { missing: missing.iter().map(|key| who(key)).collect() }
}

fn refused(rehearsal: &Rehearsal, at: Moment, command: &Command) -> Rejection {
    rehearsal.decide(at, command).unwrap_err()
}

#[test]
fn only_who_is_there_is_called_to_order_and_whoever_is_expelled_leaves() {
    let mut rehearsal = given(&[OPEN, "17:00 call 5"]);
    let at = Committee::at("17:05");
    let absent = order("m13", OrderMeasure::ToOrder);
    assert_eq!(refused(&rehearsal, at, &absent), Rejection::NotPresent { person: who("m13") });
    rehearsal.act(at, &order("m4", OrderMeasure::ToOrder)).unwrap();
    assert!(rehearsal.state.now.present(who("m4")).is_some());
    let decision = rehearsal.act(at, &order("m4", OrderMeasure::Expulsion)).unwrap();
    let kinds: Vec<&str> = decision.events.iter().map(|one| one.event.kind()).collect();
    assert_eq!(kinds, ["ProceedingRecorded", "MemberDeparted"]);
    assert!(rehearsal.state.now.present(who("m4")).is_none());
    assert_eq!(rehearsal.state.now.proceedings.len(), 2);
    // Taken back together, as one act.
    enter(&mut rehearsal, "17:06 undo a4").unwrap();
    assert!(rehearsal.state.now.present(who("m4")).is_some());
    assert_eq!(rehearsal.state.now.proceedings.len(), 1);
    // A guest, too.
    let guest = order("o1", OrderMeasure::Expulsion);
    let decision = rehearsal.act(Committee::at("17:07"), &guest).unwrap();
    assert_eq!(decision.events[1].event.kind(), "AttendeeDeparted");
}

#[test]
fn words_are_needed_where_words_are_the_matter() {
    let rehearsal = given(&[OPEN, "17:00 call 5"]);
    let at = Committee::at("17:05");
    let nothing = RichText::default;
    for proceeding in [
        Proceeding::Announcement { text: nothing() },
        Proceeding::Statement { person: who("m2"), text: text(" ") },
        Proceeding::Commitment { by: None, text: nothing(), due: None },
        Proceeding::ResidentQuestion {
            resident: ResidentName::default(),
            question: nothing(),
            answer: ResidentAnswer::Oral,
            reply: text("Ja."),
        },
    ] {
        assert_eq!(refused(&rehearsal, at, &record(proceeding)), Rejection::TextMissing);
    }
    let inaugurate = |keys: &[&str]| {
        record(Proceeding::Inauguration { persons: keys.iter().map(|key| who(key)).collect() })
    };
    assert_eq!(refused(&rehearsal, at, &inaugurate(&[])), Rejection::NobodyNamed);
    let twice = Rejection::NamedTwice { person: who("m2") };
    assert_eq!(refused(&rehearsal, at, &inaugurate(&["m2", "m2"])), twice);
    let stranger = Rejection::UnknownPerson { person: who("xx") };
    assert_eq!(refused(&rehearsal, at, &inaugurate(&["xx"])), stranger);
    rehearsal.decide(at, &inaugurate(&["m2", "m3"])).unwrap();
    let signs = |keys: &[&str]| {
        record(Proceeding::Cosigners { persons: keys.iter().map(|key| who(key)).collect() })
    };
    assert_eq!(refused(&rehearsal, at, &signs(&[])), Rejection::NobodyNamed);
    assert_eq!(refused(&rehearsal, at, &signs(&["m2", "m2"])), twice);
    rehearsal.decide(at, &signs(&["m2"])).unwrap();
    // Everybody may consent.
    let recorded = |keys: &[&str]| {
        let refused = keys.iter().map(|key| who(key)).collect();
        record(Proceeding::Recording { purpose: RecordingPurpose::Minutes, refused })
    };
    rehearsal.decide(at, &recorded(&[])).unwrap();
    assert_eq!(refused(&rehearsal, at, &recorded(&["xx"])), stranger);
    let item = Some(Committee::item("99"));
    let proceeding = Proceeding::Announcement { text: text("Vergeben.") };
    let elsewhere = Command::RecordProceeding { item, proceeding, note: None };
    let unknown = Rejection::UnknownItem { item: Committee::item("99") };
    assert_eq!(refused(&rehearsal, at, &elsewhere), unknown);
    let before = given(&[]);
    let early = order("m2", OrderMeasure::ToOrder);
    assert_eq!(refused(&before, Committee::at("16:00"), &early), Rejection::NotOpen);
}

#[test]
fn a_resident_without_consent_is_a_note_and_no_debug_shows_a_name() {
    let mut rehearsal = given(&[OPEN, "17:00 call 5"]);
    let ask = |resident: &str, note: Option<Note>| Command::RecordProceeding {
        item: None,
        proceeding: Proceeding::ResidentQuestion {
            resident: ResidentName(String::from(resident)),
            question: text("Wann beginnt der Umbau?"),
            answer: ResidentAnswer::Written,
            reply: RichText::default(),
        },
        note,
    };
    for command in [ask("", Some(Note::from("Hanne Lüders"))), ask("Hanne Lüders", None)] {
        let decision = rehearsal.act(Committee::at("17:05"), &command).unwrap();
        let shown = alloc::format!("{command:?} {decision:?}");
        assert!(!shown.contains("Lüders") && !shown.contains("Umbau"), "{shown}");
    }
    let noted = rehearsal
        .state
        .entries
        .iter()
        .filter(|entry| matches!(entry.event, Event::ProceedingRecorded { note: Some(_), .. }));
    assert_eq!(noted.count(), 1);
}

#[test]
fn an_announcement_behind_closed_doors_is_pointed_out() {
    let told = |acts: &[&str], item: &str| {
        let item = Some(Committee::item(item));
        let proceeding = Proceeding::Announcement { text: text("Der Auftrag ist vergeben.") };
        let command = Command::RecordProceeding { item, proceeding, note: None };
        let decision = given(acts).decide(Committee::at("17:30"), &command).unwrap();
        decision.hints.iter().any(|hint| hint.code == ReasonCode::AnnouncedInPrivate)
    };
    assert!(!told(&[OPEN, "17:00 call 5"], "5"));
    assert!(told(&[OPEN, "17:00 call 5", "17:10 part nonpublic"], "5"));
    assert!(told(&[OPEN, "17:00 call 5"], "n1"));
}

#[test]
fn what_is_counted_is_compared_with_the_record_as_it_is_known_today() {
    let mut rehearsal = given(&[OPEN, "17:00 call 5"]);
    let at = Committee::at("17:30");
    let decision = rehearsal.act(at, &check_presence(PresenceSource::Table, 11)).unwrap();
    assert!(decision.hints.iter().any(|hint| hint.code == ReasonCode::PresenceDiffers));
    let check = |rehearsal: &Rehearsal| {
        let last = rehearsal.state.now.checks.last().unwrap();
        (last.counted, last.listed(&profiles::committee()))
    };
    assert_eq!(check(&rehearsal), (11, 12));
    // Somebody had gone, and it was not entered.
    enter(&mut rehearsal, "17:20 leave m4").unwrap();
    assert_eq!(check(&rehearsal), (11, 11));
    // The sheet has everybody who ever sat here.
    let decision = rehearsal.act(at, &check_presence(PresenceSource::Sheet, 13)).unwrap();
    assert!(!decision.hints.iter().any(|hint| hint.code == ReasonCode::PresenceDiffers));
    assert_eq!(check(&rehearsal), (13, 13));
    // Who is biased or in the public area is not counted at the table.
    enter(&mut rehearsal, "17:40 recuse m2 5").unwrap();
    rehearsal.act(Committee::at("17:41"), &check_presence(PresenceSource::Table, 10)).unwrap();
    assert_eq!(check(&rehearsal), (10, 10));
    // Nor is who advises only, not even as a substitute on a voting seat; the sheet has all of them.
    enter(&mut rehearsal, "17:42 seat 4 l3").unwrap();
    rehearsal.act(Committee::at("17:43"), &check_presence(PresenceSource::Table, 10)).unwrap();
    assert_eq!(check(&rehearsal), (10, 10));
    rehearsal.act(Committee::at("17:44"), &check_presence(PresenceSource::Sheet, 14)).unwrap();
    assert_eq!(check(&rehearsal), (14, 14));
    assert_eq!(
        refused(&given(&[]), at, &check_presence(PresenceSource::Table, 1)),
        Rejection::NotOpen
    );
}

#[test]
fn an_interrupted_session_goes_on_on_another_day() {
    let mut rehearsal = given(&[OPEN, "17:00 call 5"]);
    let end = Committee::at("19:30");
    for (day, clock) in [("12", "20:00"), ("11", "16:30")] {
        assert_eq!(refused(&rehearsal, end, &adjourn(day, clock)), Rejection::NotAnotherDay);
    }
    let second = on_day("19", "16:32");
    let early = Command::RecordArrival { person: who("m13"), mode: Mode::Room };
    assert_eq!(refused(&rehearsal, second, &early), Rejection::AfterMeetingDay);
    rehearsal.act(end, &adjourn("19", "16:30")).unwrap();
    let now = &rehearsal.state.now;
    assert_eq!((now.interrupted(), now.continues()), (Some(end), Some(on_day("19", "16:30"))));
    // Between the days nothing of the session happens; the day may be put off, or be an earlier one.
    let between = on_day("16", "10:00");
    assert_eq!(refused(&rehearsal, between, &early), Rejection::AfterMeetingDay);
    rehearsal.act(between, &adjourn("18", "16:30")).unwrap();
    assert_eq!(rehearsal.state.now.days().count(), 2);
    rehearsal.act(on_day("17", "10:00"), &adjourn("19", "16:30")).unwrap();
    assert_eq!(refused(&rehearsal, on_day("21", "10:00"), &early), Rejection::AfterMeetingDay);
    // Presence is taken anew: who does not come back left as the recess began, others come late.
    rehearsal.act(second, &resume(&["m4"])).unwrap();
    assert_eq!(rehearsal.state.now.continues(), None);
    let gone = rehearsal.state.now.attendance[&who("m4")].last().unwrap().to;
    assert_eq!(gone, Some(end));
    rehearsal.act(on_day("19", "16:40"), &early).unwrap();
    // A late entry for the first day, and the next recess again to another day.
    enter(&mut rehearsal, "17:20 leave m3").unwrap();
    assert_eq!(
        refused(&rehearsal, on_day("19", "18:00"), &adjourn("19", "20:00")),
        Rejection::NotAnotherDay
    );
    rehearsal.act(on_day("19", "18:00"), &adjourn("23", "16:30")).unwrap();
    rehearsal.act(on_day("23", "16:30"), &resume(&[])).unwrap();
    rehearsal.act(on_day("24", "00:20"), &Command::CloseMeeting {}).unwrap();
    assert_eq!(rehearsal.state.now.phase, Phase::Closed);
    assert_eq!(rehearsal.state.now.days().count(), 3);
}

#[test]
fn a_day_with_acts_is_not_taken_back() {
    let mut rehearsal = given(&[OPEN, "17:00 pause"]);
    // A recess may turn out to last until another day.
    rehearsal.act(Committee::at("17:10"), &adjourn("19", "16:30")).unwrap();
    assert_eq!(rehearsal.state.now.recesses.len(), 1);
    let adjourned = rehearsal.state.entries.last().unwrap().act;
    rehearsal.act(on_day("19", "16:32"), &resume(&[])).unwrap();
    let back = |replacement| Command::Correct { act: adjourned, replacement };
    let why = refused(&rehearsal, Committee::at("17:10"), &back(None));
    assert!(matches!(why, Rejection::Contradicts { kind: "MeetingResumed", .. }), "{why:?}");
    let other = back(Some(Box::new(adjourn("23", "16:30"))));
    let why = refused(&rehearsal, Committee::at("17:10"), &other);
    assert!(matches!(why, Rejection::Contradicts { .. }), "{why:?}");
    let right = back(Some(Box::new(adjourn("19", "18:00"))));
    rehearsal.act(Committee::at("17:11"), &right).unwrap();
    assert_eq!(rehearsal.state.now.adjourned.last().unwrap().1, on_day("19", "18:00"));
}

#[test]
fn a_commitment_says_until_when() {
    let rehearsal = given(&[OPEN, "17:00 call 5"]);
    let day = on_day("30", "12:00").date();
    for due in [None, Some(Due::NextMeeting), Some(Due::Minutes), Some(Due::On(day))] {
        let by = Some(who("o1"));
        let command = record(Proceeding::Commitment { by, text: text("Es wird berichtet."), due });
        let decision = rehearsal.decide(Committee::at("17:05"), &command).unwrap();
        let kept = serde_json::to_string(&decision.events[0].event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&kept).unwrap(), decision.events[0].event);
    }
}

#[test]
fn an_item_under_which_something_was_taken_down_stays_in_its_part() {
    let mut rehearsal = given(&[OPEN, "17:00 call 5"]);
    let statement = Proceeding::Statement { person: who("m2"), text: text("Nein.") };
    rehearsal.act(Committee::at("17:05"), &record(statement)).unwrap();
    let item = Committee::item("5");
    let part = crate::agenda_item::Part::NonPublic;
    let away = Command::MoveItem { item, after: None, part };
    let why = refused(&rehearsal, Committee::at("17:06"), &away);
    assert_eq!(why, Rejection::ItemRecorded { item });
}
