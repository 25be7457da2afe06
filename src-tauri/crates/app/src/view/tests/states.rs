//! The tables of the design guide: states of a tile, states of the quorum line.

use super::{arrives, item, leaves, open, person, record, source};
use crate::core::OccupancyId;
use crate::core::agenda_item::Part;
use crate::core::directory::MasterRow;
use crate::core::membership::Occupancy;
use crate::core::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::core::session::Command;
use crate::core::session::command::Mode;
use crate::core::session::election::ElectionMethod;
use crate::core::testing::{Committee, Rehearsal, profiles};
use crate::drafts::OpeningDraft;
use crate::view::agenda::{Closing, NextStep};
use crate::view::meeting::Allowed;
use crate::view::quorum::{self, QuorumView, Tone};
use crate::view::seats::PersonAct::{
    self, Arrive, Connect, EndRecusal, Excuse, Leave, LiftRecusal, NoteAbsent, NotePresent,
    NoteRemote, Recuse, RecuseInDetail, Return, SitInPublic, StepOut, Substitute,
};
use crate::view::seats::SeatState::{
    self, Excused, Late, Left, Missing, Present, PublicArea, Recused, Substituted, Vacant,
};
use crate::view::seats::SeatView;
use crate::view::{agenda, attendees, log, meeting, tiles};

/// What can be done with somebody at the table.
const THERE: [PersonAct; 5] = [Leave, Recuse, StepOut, SitInPublic, RecuseInDetail];

/// What can be done with a member who left, or was excused.
const GONE: [PersonAct; 5] = [Arrive, Connect, Substitute, Recuse, RecuseInDetail];

/// Number, state, whether it counts, small line, large line, acts.
type Tile<'a> = (u16, SeatState, bool, &'a str, &'a str, &'a [PersonAct]);

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];

fn tile(rehearsal: &Rehearsal, noted: Option<&OpeningDraft>, number: u16) -> SeatView {
    let columns = tiles::columns(&source(rehearsal, noted));
    let mut seats = columns.into_iter().flat_map(|column| column.seats);
    seats.find(|seat| seat.number == number).unwrap()
}

fn biased(key: &str, number: &str) -> Command {
    let (person, item, by) = (person(key), item(number), RecusalBasis::Declared);
    Command::DeclareRecusal { person, item, by, note: None }
}

fn said(seat: &SeatView) -> (SeatState, bool, &str, &str) {
    (seat.state, seat.counts, seat.line.as_str(), seat.words.as_str())
}

/// Who is biased listens from the public area as long as there is one, and comes back from there
/// when the item is over.
#[test]
fn who_is_biased_sits_in_the_public_area() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:33", &Command::CallItem { item: item("3") });
    record(&mut rehearsal, "16:34", &biased("m3", "3"));
    let listens = Command::RecordAbsence { person: person("m3"), cause: AbsenceCause::PublicArea };
    record(&mut rehearsal, "16:35", &listens);
    let seat = tile(&rehearsal, None, 3);
    let words = "befangen zu TOP 3, im Zuhörerbereich";
    assert_eq!(said(&seat), (Recused, false, "befangen, TOP 3", words));
    assert_eq!(seat.acts, [EndRecusal, Leave, Substitute, RecuseInDetail]);
    let close = Command::CloseItem { item: item("3"), settles: Vec::new() };
    record(&mut rehearsal, "16:40", &close);
    let seat = tile(&rehearsal, None, 3);
    let words = "im Zuhörerbereich seit 16:35 Uhr";
    assert_eq!(said(&seat), (PublicArea, false, "Zuhörerbereich", words));
    assert_eq!(seat.acts, [Return, Leave, RecuseInDetail]);
    let close_doors = Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() };
    record(&mut rehearsal, "16:41", &close_doors);
    record(&mut rehearsal, "16:42", &Command::CallItem { item: item("n1") });
    record(&mut rehearsal, "16:43", &biased("m4", "n1"));
    assert_eq!(tile(&rehearsal, None, 4).acts, [EndRecusal, Leave, Substitute, RecuseInDetail]);
}

/// An adviser who sits in counts on that seat; the own tile says where, and goes on as before when the
/// member comes.
#[test]
fn an_adviser_sits_in_on_a_voting_seat() {
    let mut rehearsal = Rehearsal::new(Committee::new(9).advisers(2));
    let sits = Command::SeatSubstitute {
        seat: Committee::seat(5),
        substitute: person("e2"),
        mode: Mode::Room,
    };
    let mut arranged = rehearsal.clone();
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "e1", "e2"]);
    assert_eq!(tile(&rehearsal, None, 11).state, Present);
    record(&mut rehearsal, "16:40", &sits);
    let (own, other) = (tile(&rehearsal, None, 11), tile(&rehearsal, None, 5));
    assert_eq!((own.state, own.counts, own.person), (Left, false, Some(person("e2"))));
    assert!(own.words.starts_with("vertritt "), "{}", own.words);
    assert!(own.acts.contains(&Leave) && !own.acts.contains(&Arrive), "{:?}", own.acts);
    assert_eq!((other.state, other.counts, other.person), (Substituted, true, Some(person("e2"))));
    record(&mut rehearsal, "17:00", &arrives("m5"));
    let (own, other) = (tile(&rehearsal, None, 11), tile(&rehearsal, None, 5));
    assert_eq!((own.state, other.state, other.person), (Present, Late, Some(person("m5"))));
    // Before the opening: who was noted sits where the opening will put them.
    record(&mut arranged, "08:00", &sits);
    let noted = |keys: &[&str]| OpeningDraft {
        present: keys.iter().map(|key| person(key)).collect(),
        ..OpeningDraft::default()
    };
    let alone = noted(&["e2"]);
    assert!(tile(&arranged, Some(&alone), 5).counts);
    assert_eq!(tile(&arranged, Some(&alone), 11).state, Left);
    let both = noted(&["e2", "m5"]);
    assert_eq!(tile(&arranged, Some(&both), 5).person, Some(person("m5")));
    assert_eq!(tile(&arranged, Some(&both), 11).state, Present);
}

/// Bias of a member who is not there can be lifted.
#[test]
fn the_bias_of_a_member_who_is_not_there_is_lifted() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL[..5]);
    record(&mut rehearsal, "16:33", &Command::CallItem { item: item("3") });
    record(&mut rehearsal, "16:34", &biased("m7", "3"));
    let acts = [Arrive, Connect, Excuse, Substitute, LiftRecusal, RecuseInDetail];
    assert_eq!(tile(&rehearsal, None, 7).acts, acts);
    record(&mut rehearsal, "16:40", &Command::EndRecusal { person: person("m7") });
    assert!(tile(&rehearsal, None, 7).acts.contains(&Recuse));
}

#[test]
fn every_state_of_a_tile_after_the_opening() {
    let mut rehearsal = Rehearsal::new(Committee::new(9).vacant(9));
    record(&mut rehearsal, "08:00", &Command::ExcuseMember { person: person("m5") });
    let seat = Committee::seat(6);
    record(
        &mut rehearsal,
        "08:00",
        &Command::SeatSubstitute { seat, substitute: person("v6"), mode: Mode::Room },
    );
    let seat = Committee::seat(8);
    record(
        &mut rehearsal,
        "08:00",
        &Command::SeatSubstitute { seat, substitute: person("v8"), mode: Mode::Room },
    );
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "v6", "e1"]);
    record(&mut rehearsal, "16:33", &Command::CallItem { item: item("3") });
    record(&mut rehearsal, "16:53", &arrives("m7"));
    record(&mut rehearsal, "17:02", &leaves("m2"));
    record(&mut rehearsal, "17:03", &biased("m3", "3"));
    let expected: [Tile; 10] = [
        (1, Present, true, "Neue Mitte · Vorsitz", "anwesend, Vorsitz", &THERE),
        (2, Left, false, "bis 17:02", "gegangen 17:02", &GONE),
        (
            3,
            Recused,
            false,
            "befangen, TOP 3",
            "befangen zu TOP 3",
            &[EndRecusal, Leave, SitInPublic, Substitute, RecuseInDetail],
        ),
        (4, Present, true, "Neue Mitte", "anwesend", &THERE),
        (5, Excused, false, "entschuldigt", "entschuldigt", &GONE),
        (6, Substituted, true, "für Grunbrook", "vertritt Herrn Grunbrook", &THERE),
        (7, Late, true, "ab 16:53", "ab 16:53 (TOP 3)", &THERE),
        (
            8,
            Missing,
            false,
            "fehlt, für Ibbelbrook",
            "fehlt, vertritt Herrn Ibbelbrook",
            &[Arrive, Connect, Excuse, Substitute],
        ),
        (9, Vacant, false, "unbesetzt", "unbesetzt", &[Substitute]),
        (10, Present, false, "SE", "anwesend", &THERE),
    ];
    for (number, state, counts, line, words, acts) in expected {
        let seat = tile(&rehearsal, None, number);
        assert_eq!(said(&seat), (state, counts, line, words), "{number}");
        assert_eq!(seat.acts, acts, "{number}");
    }
    let substituted = tile(&rehearsal, None, 6);
    assert_eq!(substituted.member_name, "Herr KA Grunbrook".replace("KA", &substituted.status));
    assert_eq!(substituted.member_acts, [Arrive, Connect]);
    let view = source(&rehearsal, None);
    let columns = tiles::columns(&view);
    let counts: Vec<(&str, &str, usize)> = columns
        .iter()
        .map(|one| (one.title.as_str(), one.count.as_str(), one.seats.len()))
        .collect();
    // Nobody held the vacant seat before: it stands left.
    assert_eq!(
        counts,
        [("KA-Sitze", "2 von 6", 6), ("SB-Sitze", "2 von 3", 3), ("Beratend", "1 von 1", 1)]
    );
}

#[test]
fn before_the_opening_presence_is_what_was_noted() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    let seat = Committee::seat(6);
    record(
        &mut rehearsal,
        "08:00",
        &Command::SeatSubstitute { seat, substitute: person("v6"), mode: Mode::Room },
    );
    let mut noted =
        OpeningDraft { present: vec![person("m1"), person("o1")], ..Default::default() };
    assert_eq!(
        said(&tile(&rehearsal, Some(&noted), 2)),
        (SeatState::Pending, false, "noch offen", "noch offen")
    );
    assert_eq!(
        tile(&rehearsal, Some(&noted), 2).acts,
        [NotePresent, NoteRemote, Excuse, Substitute]
    );
    assert_eq!(tile(&rehearsal, Some(&noted), 1).acts, [NoteAbsent]);
    let arranged = tile(&rehearsal, Some(&noted), 6);
    let (line, words) = ("für Grunbrook", "vertritt Herrn Grunbrook, noch offen");
    assert_eq!(said(&arranged), (SeatState::Substituted, false, line, words));
    assert_eq!(arranged.acts, [NotePresent, NoteRemote, Excuse, Substitute]);
    noted.present.push(person("v6"));
    let there = tile(&rehearsal, Some(&noted), 6);
    assert_eq!(said(&there), (SeatState::Substituted, true, line, "vertritt Herrn Grunbrook"));
    // The member comes after all and takes the seat.
    noted.present = vec![person("m1"), person("m6")];
    assert_eq!(tile(&rehearsal, Some(&noted), 6).state, SeatState::Present);
    let view = quorum::view(&source(&rehearsal, Some(&noted)));
    assert_eq!(view.tests[0].numbers, "2 von 9");
    assert_eq!(view.tests[0].tone, Tone::Plain);
    assert_eq!(view.legal.words, "Noch nicht festgestellt");
    assert_eq!(view.legal.detail, "rechnerisch noch nicht beschlussfähig");
}

#[test]
fn who_was_noted_may_open() {
    let rehearsal = Rehearsal::new(Committee::new(9));
    let mut noted = OpeningDraft::default();
    let view = |noted: &OpeningDraft| meeting::view(&source(&rehearsal, Some(noted)));
    let before = view(&noted);
    assert!(!before.allowed.open);
    let opening = before.opening.unwrap();
    assert_eq!((opening.chair, opening.clerk), (Some(person("m1")), Some(person("k1"))));
    assert!(
        opening.missing.ends_with("ist aber nicht als anwesend vermerkt."),
        "{}",
        opening.missing
    );
    noted.present = vec![person("m1"), person("m2"), person("o2"), person("g1")];
    let after = view(&noted);
    assert!(after.allowed.open && !after.allowed.close && !after.allowed.minutes);
    assert_eq!(after.opening.unwrap().chairs.len(), 2);
    assert_eq!(after.attendees_words, "2\u{a0}Personen");
    assert_eq!(after.attendees.len(), 6);
}

fn line(view: &QuorumView) -> [&str; 6] {
    let (size, composition) = (&view.tests[0], &view.tests[1]);
    [
        &view.legal.words,
        &view.legal.detail,
        &size.numbers,
        &size.rule,
        &composition.numbers,
        &composition.words,
    ]
}

#[test]
fn every_state_of_the_quorum_line() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    let view = |rehearsal: &Rehearsal| quorum::view(&source(rehearsal, None));
    let (size, composition) = ("mehr als die Hälfte", "mehr KA als SB");
    let first = view(&rehearsal);
    let expected = [
        "Noch nicht festgestellt",
        "rechnerisch beschlussfähig",
        "9 von 9",
        size,
        "5 KA > 4 SB",
        composition,
    ];
    assert_eq!((line(&first), first.legal.tone), (expected, Tone::Plain));
    assert_eq!(first.tests[0].words, "anwesend, nötig 5");
    record(&mut rehearsal, "16:33", &Command::EstablishQuorum {});
    let found = view(&rehearsal);
    let detail = "festgestellt 16:33 durch die Vorsitzende";
    let expected = ["Beschlussfähig", detail, "9 von 9", size, "5 KA > 4 SB", composition];
    assert_eq!((line(&found), found.legal.tone), (expected, Tone::Good));
    record(&mut rehearsal, "17:00", &leaves("m5"));
    let deemed = view(&rehearsal);
    let expected = [
        "Gilt als beschlussfähig",
        "solange nichts anderes festgestellt ist",
        "8 von 9",
        size,
        "4 KA = 4 SB",
        "nicht mehr KA als SB",
    ];
    assert_eq!((line(&deemed), deemed.legal.tone), (expected, Tone::Warning));
    assert_eq!((deemed.tests[0].tone, deemed.tests[1].tone), (Tone::Good, Tone::Warning));
    assert_eq!(deemed.announcement, "Rechnerisch nicht beschlussfähig: 4\u{a0}KA, 4\u{a0}SB");
    assert!(deemed.law.contains("gilt als beschlussfähig") && deemed.law.contains("§\u{a0}41"));
    for gone in ["m2", "m3", "m4", "m6"] {
        record(&mut rehearsal, "17:01", &leaves(gone));
    }
    record(&mut rehearsal, "17:38", &Command::DeclareLackOfQuorum {});
    let lacking = view(&rehearsal);
    let detail = "festgestellt 17:38 durch die Vorsitzende";
    let expected =
        ["Beschlussunfähig", detail, "4 von 9", "zu wenige", "1 KA < 3 SB", "nicht mehr KA als SB"];
    assert_eq!((line(&lacking), lacking.legal.tone), (expected, Tone::Danger));
    let band = lacking.tests[0].band.unwrap();
    assert_eq!((band.members, band.others, band.free, band.mark), (1, 3, 5, 5));
    assert_eq!(
        lacking.announcement,
        "Rechnerisch nicht beschlussfähig: 4 von 9 anwesend, 1\u{a0}KA, 3\u{a0}SB"
    );
}

/// A round rests on who was entitled, as a vote does: a later entry marks it.
#[test]
fn a_late_departure_marks_the_round_of_an_election() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let candidates = vec![person("m2")];
    let (post, method) = ("Beirat".to_owned(), ElectionMethod::ShowOfHands);
    let command =
        Command::OpenElection { item: item("3"), post, candidates, method, majority: None };
    record(&mut rehearsal, "16:50", &command);
    let election = rehearsal.state.now.elections.last().unwrap().id;
    let tally = serde_json::from_value(serde_json::json!({
        "candidates": [{"person": person("m2").to_string(), "votes": 7}], "no": 1
    }));
    let command = Command::RecordRound { election, tally: tally.unwrap(), note: None };
    record(&mut rehearsal, "16:52", &command);
    let round = |rehearsal: &Rehearsal| {
        let source = source(rehearsal, None);
        let view = crate::view::item::view(&source, item("3")).unwrap();
        (view.results.last().unwrap().clone(), meeting::view(&source).open_points)
    };
    let (before, _) = round(&rehearsal);
    assert!(before.accepted && before.decides && before.can_correct);
    assert_eq!(before.basis_changed, "");
    record(&mut rehearsal, "16:51", &leaves("m9"));
    let (after, points) = round(&rehearsal);
    assert!(after.basis_changed.ends_with("vorher 9, jetzt 8."), "{}", after.basis_changed);
    let said = "Wer bei dem Wahlgang zu TOP 3 stimmberechtigt anwesend war, hat sich geändert; das ist noch nicht bestätigt.";
    assert!(points.iter().any(|point| point.words == said));
    // As long as it is not settled the round says whether it hangs on the vote.
    let doubt =
        "Auch ohne diese Stimme gibt der Wahlgang dasselbe Ergebnis; sie war nicht entscheidend.";
    assert!(after.hints.iter().any(|hint| hint == doubt), "{:?}", after.hints);
    // It is confirmed like a vote.
    let vote = after.vote.unwrap();
    record(&mut rehearsal, "17:00", &Command::ConfirmBasis { vote, note: "War draußen.".into() });
    assert_eq!(round(&rehearsal).0.basis_changed, "");
}

#[test]
fn before_the_end_whoever_is_still_away_is_named() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    let away = |rehearsal: &Rehearsal| -> Vec<String> {
        let points = meeting::view(&source(rehearsal, None)).open_points;
        let words = points.into_iter().map(|point| point.words.replace('\u{a0}', " "));
        words.filter(|words| words.contains("nicht zurück")).collect()
    };
    assert!(away(&rehearsal).is_empty());
    let leave = Command::RecordAbsence { person: person("m4"), cause: AbsenceCause::PublicArea };
    record(&mut rehearsal, "17:05", &leave);
    let [said] = away(&rehearsal).try_into().unwrap();
    assert!(said.ends_with(" ist nicht zurück: im Zuhörerbereich seit 17:05 Uhr."), "{said}");
    record(&mut rehearsal, "17:20", &Command::EndAbsence { person: person("m4") });
    assert!(away(&rehearsal).is_empty());
}

/// Whoever takes the chair afterwards did not find it, not even in the same minute.
#[test]
fn a_finding_stays_with_the_chair_who_made_it() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    let found = |rehearsal: &Rehearsal| quorum::view(&source(rehearsal, None)).legal.detail;
    record(&mut rehearsal, "16:33", &Command::EstablishQuorum {});
    record(&mut rehearsal, "16:33", &Command::ChangeChair { chair: person("m2") });
    assert_eq!(found(&rehearsal), "festgestellt 16:33 durch die Vorsitzende");
    record(&mut rehearsal, "16:40", &Command::EstablishQuorum {});
    assert_eq!(found(&rehearsal), "festgestellt 16:40 durch die Sitzungsleitung");
    record(&mut rehearsal, "16:41", &Command::ChangeChair { chair: person("m1") });
    assert_eq!(found(&rehearsal), "festgestellt 16:40 durch die Sitzungsleitung");
}

#[test]
fn without_a_composition_test_there_is_one_test_and_one_column() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    rehearsal.profiles = vec![profiles::committee()];
    rehearsal.profiles[0].quorum.composition = None;
    open(&mut rehearsal, "16:32", &ALL);
    let source = source(&rehearsal, None);
    let view = quorum::view(&source);
    assert_eq!(view.tests.len(), 1);
    let band = view.tests[0].band.unwrap();
    assert_eq!((band.members, band.others), (9, 0));
    assert_eq!(view.announcement, "Rechnerisch beschlussfähig: 9 von 9 anwesend");
    let columns = tiles::columns(&source);
    let titles: Vec<(&str, usize)> =
        columns.iter().map(|one| (one.title.as_str(), one.seats.len())).collect();
    assert_eq!(titles, [("Mitglieder", 9), ("Beratend", 1)]);
}

#[test]
fn a_call_closes_what_is_under_way() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    let next = |rehearsal: &Rehearsal| agenda::view(&source(rehearsal, None)).next;
    assert_eq!(next(&rehearsal), Some(NextStep::Open {}));
    open(&mut rehearsal, "16:32", &ALL);
    let call = |number: &str, closes: &[(&str, &[&str])]| {
        let close = |(of, settles): &(&str, &[&str])| Closing {
            item: item(of),
            settles: settles.iter().map(|sub| item(sub)).collect(),
        };
        let closes = closes.iter().map(close).collect();
        Some(NextStep::Call { item: item(number), closes, words: format!("TOP {number} aufrufen") })
    };
    assert_eq!(next(&rehearsal), call("1", &[]));
    record(&mut rehearsal, "16:32", &Command::CallItem { item: item("1") });
    // Formalities go in one breath.
    assert_eq!(next(&rehearsal), call("2", &[("1", &["1.1", "1.2", "1.3"])]));
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("4") });
    // What an item belongs to stays open; what was left is not forgotten.
    assert_eq!(next(&rehearsal), call("4.1", &[]));
    record(&mut rehearsal, "16:41", &Command::CallItem { item: item("4.1") });
    assert_eq!(next(&rehearsal), call("4.2", &[("4.1", &[])]));
    record(&mut rehearsal, "16:42", &Command::CloseItem { item: item("4.1"), settles: vec![] });
    record(&mut rehearsal, "16:43", &Command::CallItem { item: item("4.2") });
    assert_eq!(next(&rehearsal), call("5", &[("4.2", &[]), ("4", &[])]));
    for (number, clock) in [("4.2", "16:44"), ("4", "16:44")] {
        record(&mut rehearsal, clock, &Command::CloseItem { item: item(number), settles: vec![] });
    }
    for number in ["5", "2", "3"] {
        record(&mut rehearsal, "16:50", &Command::CallItem { item: item(number) });
        record(
            &mut rehearsal,
            "16:50",
            &Command::CloseItem { item: item(number), settles: vec![] },
        );
    }
    let Some(NextStep::CloseItem { item: one, settles, .. }) = next(&rehearsal) else { panic!() };
    assert_eq!((one, settles.len()), (item("1"), 3));
    record(&mut rehearsal, "16:51", &Command::CloseItem { item: item("1"), settles });
    assert_eq!(next(&rehearsal), Some(NextStep::ChangePart { part: Part::NonPublic }));
    for number in ["n1", "n2"] {
        let part = Part::NonPublic;
        if number == "n1" {
            record(&mut rehearsal, "17:00", &Command::ChangePart { part, leaving: vec![] });
        }
        record(&mut rehearsal, "17:01", &Command::CallItem { item: item(number) });
    }
    let Some(NextStep::CloseItem { item: one, .. }) = next(&rehearsal) else { panic!() };
    assert_eq!(one, item("n2"));
    for number in ["n2", "n1"] {
        record(
            &mut rehearsal,
            "17:02",
            &Command::CloseItem { item: item(number), settles: vec![] },
        );
    }
    assert_eq!(next(&rehearsal), Some(NextStep::CloseMeeting {}));
    record(&mut rehearsal, "17:03", &Command::CloseMeeting {});
    assert_eq!(next(&rehearsal), None);
}

#[test]
fn a_correction_is_seen_in_the_log() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL[..8]);
    record(&mut rehearsal, "16:50", &arrives("m9"));
    let wrong = rehearsal.state.entries.last().unwrap().act;
    let command = log::last(&source(&rehearsal, None)).unwrap().command.unwrap();
    assert_eq!(*command, arrives("m9"));
    let replacement = Some(command);
    record(&mut rehearsal, "16:53", &Command::Correct { act: wrong, replacement });
    let right = rehearsal.state.entries.last().unwrap().act;
    let rows = log::view(&source(&rehearsal, None)).rows;
    let words = rows[1].words.clone();
    assert!(words.ends_with(" kommt"), "{words}");
    assert_eq!(rows[0].words, words);
    assert_eq!(rows[0].replaces, format!("berichtigt: 16:50 {words}"));
    assert!(rows[1].withdrawn.starts_with("berichtigt ") && !rows[1].can_withdraw);
    assert!(rows[0].can_withdraw && rows[0].can_correct_time && rows[0].act == right);
    // To an earlier time: what stood there was the first arrival, not a return.
    let replacement = Some(Box::new(arrives("m9")));
    record(&mut rehearsal, "16:45", &Command::Correct { act: right, replacement });
    let right = rehearsal.state.entries.last().unwrap().act;
    let rows = log::view(&source(&rehearsal, None)).rows;
    assert_eq!(rows[0].replaces, format!("berichtigt: 16:53 {words}"));
    assert_eq!(rows[1].words, words);
    record(&mut rehearsal, "16:54", &Command::Correct { act: right, replacement: None });
    let rows = log::view(&source(&rehearsal, None)).rows;
    assert_eq!(rows[0].words, format!("Zurückgenommen: {words}"));
    assert!(!rows[0].can_withdraw && rows[1].withdrawn.starts_with("zurückgenommen "));
    assert_eq!(log::last(&source(&rehearsal, None)).unwrap().words, "Sitzung eröffnet");
    assert_eq!(tile(&rehearsal, None, 9).state, SeatState::Missing);
}

#[test]
fn namesakes_and_guests_are_told_apart() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    let families = [
        ("m2", "Anna", "Weiß"),
        ("m3", "Bodo", "Weiß"),
        ("m4", "Sommer", "Sommerfeldt-Kühnhausen"),
    ];
    for (key, given, family) in families {
        let row = rehearsal.directory.persons.get_mut(&person(key)).unwrap();
        (row.given_name, row.family_name) = (given.to_owned(), family.to_owned());
    }
    open(&mut rehearsal, "16:32", &ALL);
    let short = |number| tile(&rehearsal, None, number).short_name;
    assert_eq!([2, 3, 4].map(short), ["A. Weiß", "B. Weiß", "Sommerfeldt-K."]);
    record(&mut rehearsal, "17:02", &leaves("g1"));
    let there = attendees::view(&source(&rehearsal, None));
    let words: Vec<&str> = there.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words.len(), 2);
    assert!(words.contains(&"bis 17:02") && words.contains(&""));
    assert_eq!(attendees::words(&there), "1\u{a0}Person");
}

#[test]
fn a_vacant_seat_stands_with_its_last_member() {
    let mut rehearsal = Rehearsal::new(Committee::new(9).vacant(9));
    let side = |rehearsal: &Rehearsal| {
        let columns = tiles::columns(&source(rehearsal, None));
        columns.iter().position(|one| one.seats.iter().any(|seat| seat.number == 9)).unwrap()
    };
    assert_eq!(side(&rehearsal), 0);
    let last = Occupancy {
        id: OccupancyId::from_key("last"),
        seat: Committee::seat(9),
        person: person("m9"),
        start_date: None,
        end_date: "2026-06-30".parse().ok(),
    };
    rehearsal.directory.put(MasterRow::Occupancy(last));
    assert_eq!(side(&rehearsal), 1);
    // Who stands in there with another status than that side has is counted by the own one.
    open(&mut rehearsal, "16:32", &["m1"]);
    let seat = Committee::seat(8);
    record(
        &mut rehearsal,
        "16:33",
        &Command::SeatSubstitute { seat, substitute: person("l1"), mode: Mode::Room },
    );
    let tile = tile(&rehearsal, None, 8);
    assert_eq!((tile.status.as_str(), tile.line.as_str()), ("KA", "KA für Ibbelbrook"));
}

#[test]
fn a_broken_journal_can_only_be_looked_at() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:33", &Command::CallItem { item: item("1") });
    let mut source = source(&rehearsal, None);
    source.read_only = "beschädigt".to_owned();
    let view = meeting::view(&source);
    assert!(view.columns.iter().flat_map(|one| &one.seats).all(|seat| seat.acts.is_empty()));
    assert!(view.attendees.iter().all(|one| one.acts.is_empty()));
    assert_eq!((view.agenda.next, view.last, view.part_change), (None, None, None));
    let current = view.current.unwrap();
    assert!(!current.can_write && !current.can_close && current.vote_form.is_none());
    assert_eq!(view.allowed, Allowed { minutes: true, ..Allowed::default() });
    assert!(log::view(&source).rows.iter().all(|row| !row.can_withdraw));
}

/// Bias concerns a member who is not there, too: it is entered from the tile, and stands there.
#[test]
fn a_member_who_is_not_there_can_be_barred() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:45", &Command::CallItem { item: item("3") });
    record(&mut rehearsal, "16:46", &leaves("m9"));
    let seat = tile(&rehearsal, None, 9);
    assert_eq!(seat.acts, GONE);
    let (person, by) = (person("m9"), RecusalBasis::Declared);
    let recuse = Command::DeclareRecusal { person, item: item("3"), by, note: None };
    record(&mut rehearsal, "16:47", &recuse);
    let seat = tile(&rehearsal, None, 9);
    let acts = [Arrive, Connect, Substitute, LiftRecusal, RecuseInDetail];
    assert_eq!(seat.acts, acts, "once is enough, and it can end");
    let words = ("bis 16:46, befangen", "gegangen 16:46, befangen zu TOP 3");
    assert_eq!(said(&seat), (Left, false, words.0, words.1));
}
