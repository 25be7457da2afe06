//! What the chair's display shows while something is put to the vote: a motion, several, a part,
//! somebody's bias, procedure, a vote taken again, an election.

use super::{item, open, person, record, source};
use crate::core::agenda_item::Part;
use crate::core::motion::{Motion, MotionKind, Mover, Procedure};
use crate::core::richtext::RichText;
use crate::core::session::Command;
use crate::core::session::command::{Announced, Matter, Stated, Tally};
use crate::core::session::election::{Answer, CandidateVotes, ElectionMethod, RoundTally};
use crate::core::testing::committee::text;
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ElectionId, MotionId, VoteId};
use crate::entering::{Entered, Entering, HalfVote, PutBetween, Typed};
use crate::view::{ChairItem, chair, entering};

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];

fn session() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    for (key, kind) in [
        ("Antrag 1", MotionKind::Amendment),
        ("Antrag 2", MotionKind::Amendment),
        ("Pause", MotionKind::Procedural(Procedure::Interrupt)),
    ] {
        let motion = Motion {
            id: MotionId::from_key(key),
            item: item("3"),
            kind,
            movers: vec![Mover::Administration],
            name: key.to_owned(),
            text: RichText::default(),
            position: "S. 7".to_owned(),
            old_amount: "1.000".to_owned(),
            new_amount: "2.000".to_owned(),
        };
        record(&mut rehearsal, "16:41", &Command::FileMotion { motion });
    }
    rehearsal
}

fn motion(key: &str) -> Matter {
    Matter::Motion(MotionId::from_key(key))
}

fn between(matter: Matter) -> PutBetween {
    PutBetween {
        matter,
        title: "im Fenster".to_owned(),
        wording: text("So ist es."),
        writing: None,
        repeats: None,
    }
}

fn half(matter: Matter, repeats: Option<VoteId>) -> HalfVote {
    HalfVote {
        matter,
        corrects: None,
        repeats,
        majority: None,
        announced: None,
        note: String::new(),
        wording: None,
        typed: Some(Typed::Count { remains: true, yes: None, no: Some(2), abstain: Some(0) }),
    }
}

fn vote(rehearsal: &mut Rehearsal, clock: &str, matter: Matter, no: u16) {
    let said = |number| Some(Stated { number, derived: false });
    let command = Command::RecordVote {
        item: item("3"),
        matter,
        majority: None,
        repeats: None,
        wording_put: text("So wird beschlossen."),
        tally: Tally::Announced { yes: said(9 - no), no: said(no), abstain: said(0) },
        announced: if no > 4 { Announced::Rejected } else { Announced::Accepted },
        note: None,
    };
    record(rehearsal, clock, &command);
}

/// The current item, with this half entered at it.
fn seen(rehearsal: &Rehearsal, left: Entering) -> ChairItem {
    let entered: Entered = [(item("3"), left)].into();
    chair::view(&source(rehearsal, None), &entered).item.unwrap()
}

fn with(between: Vec<PutBetween>) -> Entering {
    Entering { between, ..Entering::default() }
}

#[test]
fn what_is_in_front_is_named_with_its_words_and_who_votes_on_it() {
    let mut rehearsal = session();
    assert_eq!(seen(&rehearsal, Entering::default()).put, "");
    for (matter, put, votes) in [
        (motion("Antrag 2"), "Antrag 2 der Verwaltung", "9\u{a0}stimmberechtigt anwesend"),
        (Matter::Part("Ziffer 2".to_owned()), "Ziffer 2", "9\u{a0}stimmberechtigt anwesend"),
        (
            Matter::Motions(["Antrag 1", "Antrag 2"].map(MotionId::from_key).to_vec()),
            "Anträge 1 und 2",
            "9\u{a0}stimmberechtigt anwesend",
        ),
        (
            Matter::Procedure(Procedure::Defer),
            "Antrag auf Vertagung",
            "9\u{a0}stimmberechtigt anwesend",
        ),
    ] {
        let shown = seen(&rehearsal, with(vec![between(motion("Pause")), between(matter)]));
        assert_eq!((shown.label.as_str(), shown.put.as_str()), ("Zur Abstimmung", put));
        assert_eq!(
            (shown.entitled.as_str(), shown.wording),
            (votes, vec!["So ist es.".to_owned()])
        );
        assert!(shown.result.is_none());
    }
    // On the own bias nobody votes.
    let shown = seen(&rehearsal, with(vec![between(Matter::Recusal(person("m2")))]));
    assert!(shown.put.starts_with("Befangenheit von "), "{}", shown.put);
    assert_eq!(shown.entitled, "8\u{a0}stimmberechtigt anwesend");
    // What was decided in the meantime is in front no longer, and stands there as the last result.
    vote(&mut rehearsal, "16:50", motion("Antrag 2"), 6);
    let shown = seen(&rehearsal, with(vec![between(motion("Antrag 2"))]));
    assert_eq!(shown.put, "");
    let last = shown.last.unwrap();
    assert_eq!(
        (last.on.as_str(), last.result.title.as_str()),
        ("Antrag 2 der Verwaltung", "Abgelehnt")
    );
    assert_eq!(last.result.numbers, Some([Some(3), Some(6), Some(0)]));
}

#[test]
fn of_a_series_the_next_motion_is_in_front_and_that_which_is_half_entered_before_it() {
    let rehearsal = session();
    let series = Entering { series: true, ..Entering::default() };
    let shown = seen(&rehearsal, series.clone());
    assert_eq!(shown.put, "Pause der Verwaltung");
    let shown =
        seen(&rehearsal, Entering { votes: vec![half(motion("Antrag 2"), None)], ..series });
    assert_eq!(shown.put, "Antrag 2 der Verwaltung");
    assert_eq!(shown.wording, ["S. 7: 2.000 statt 1.000"]);
}

#[test]
fn a_vote_that_is_taken_again_is_open_again() {
    let mut rehearsal = session();
    vote(&mut rehearsal, "16:50", Matter::Item, 2);
    assert_eq!(seen(&rehearsal, Entering::default()).result.unwrap().title, "Angenommen");
    let id = rehearsal.state.now.votes.last().unwrap().id;
    let votes = vec![half(Matter::Item, Some(id))];
    let shown = seen(&rehearsal, Entering { votes, ..Entering::default() });
    assert_eq!(shown.label, "Erneut zur Abstimmung");
    assert_eq!((shown.result, shown.wording), (None, vec!["So wird beschlossen.".to_owned()]));
}

#[test]
fn an_election_is_shown_with_its_candidates_rounds_lot_and_answer() {
    let mut rehearsal = session();
    let command = Command::OpenElection {
        item: item("3"),
        post: "stellv. Vorsitz".to_owned(),
        candidates: ["m2", "m3", "m4"].map(person).to_vec(),
        method: ElectionMethod::Ballot,
        majority: None,
    };
    record(&mut rehearsal, "16:45", &command);
    let shown = |rehearsal: &Rehearsal| seen(rehearsal, Entering::default());
    let election = shown(&rehearsal);
    assert_eq!((election.label.as_str(), election.put.as_str()), ("Wahl", "stellv. Vorsitz"));
    assert_eq!((election.wording.len(), election.wording[0].as_str()), (4, "1. Wahlgang"));
    assert!(election.result.is_none() && election.last.is_none(), "{election:?}");
    assert_eq!(election.entitled, "9\u{a0}stimmberechtigt anwesend");

    let id = rehearsal.state.now.elections.last().unwrap().id;
    round(&mut rehearsal, "16:50", id, &[("m2", 4), ("m3", 3), ("m4", 2)]);
    let second = shown(&rehearsal);
    assert_eq!(second.wording[0], "2. Wahlgang, engere Wahl");
    assert_eq!(second.wording.len(), 3);
    let last = second.last.unwrap();
    assert_eq!(last.result.title, "Engere Wahl");
    assert!(
        last.votes.contains("4 Stimmen") || last.votes.contains("4\u{a0}Stimmen"),
        "{}",
        last.votes
    );

    round(&mut rehearsal, "16:52", id, &[("m2", 4), ("m3", 4)]);
    let lot = shown(&rehearsal);
    assert!(lot.wording[0].contains("Das Los zieht"), "{:?}", lot.wording);
    record(&mut rehearsal, "16:53", &Command::DrawLot { election: id, winner: person("m3") });
    assert!(shown(&rehearsal).wording[0].contains("durch das Los gewählt"));
    let answer = Command::AnswerElection { election: id, answer: Answer::Accepted };
    record(&mut rehearsal, "16:54", &answer);
    let done = shown(&rehearsal);
    assert_eq!(done.result.unwrap().title, "Durch Los gewählt");
    assert_eq!(done.put, "");
}

fn round(rehearsal: &mut Rehearsal, clock: &str, election: ElectionId, votes: &[(&str, u16)]) {
    let votes =
        votes.iter().map(|(key, votes)| CandidateVotes { person: person(key), votes: *votes });
    let tally = RoundTally {
        candidates: votes.collect(),
        no: 0,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    };
    record(rehearsal, clock, &Command::RecordRound { election, tally, note: None });
}

/// A vote on a public item that was taken while the doors were closed is not shown when they are open.
#[test]
fn what_was_decided_behind_closed_doors_is_not_shown_after_it() {
    let mut rehearsal = session();
    let change = |part| Command::ChangePart { part, leaving: Vec::new() };
    record(&mut rehearsal, "16:45", &change(Part::NonPublic));
    vote(&mut rehearsal, "16:50", motion("Antrag 2"), 6);
    vote(&mut rehearsal, "16:51", Matter::Item, 2);
    record(&mut rehearsal, "16:55", &change(Part::Public));
    let shown = seen(&rehearsal, Entering::default());
    assert_eq!((shown.result, shown.last), (None, None));
    assert!(shown.wording.is_empty() && shown.label.is_empty());
}

/// What cannot be entered any more is not found again; what is corrected stands as long as its vote.
#[test]
fn what_was_left_is_there_as_long_as_it_can_be_entered() {
    let mut rehearsal = session();
    let left = Entering {
        series: true,
        between: vec![between(motion("Antrag 2")), between(Matter::Recusal(person("m2")))],
        votes: vec![half(motion("Antrag 2"), None), half(Matter::Item, None)],
        except: Some(["Antrag 1", "Antrag 2"].map(MotionId::from_key).to_vec()),
        writing: Some(text("Der zweite Abschnitt")),
    };
    let kept = |rehearsal: &Rehearsal, left: &Entering| {
        let entered: Entered = [(item("3"), left.clone())].into();
        entering::view(&source(rehearsal, None), entered).remove(0).entering
    };
    assert_eq!(kept(&rehearsal, &left), left);
    vote(&mut rehearsal, "16:50", motion("Antrag 2"), 6);
    let now = kept(&rehearsal, &left);
    assert_eq!((now.between.len(), now.votes.len()), (1, 1));
    assert_eq!(now.except, Some(vec![MotionId::from_key("Antrag 1")]));
    assert_eq!(now.writing, left.writing);
    let act = rehearsal.state.now.votes.last().unwrap().act;
    let correction = HalfVote { corrects: Some(act), ..half(motion("Antrag 2"), None) };
    let left = Entering { votes: vec![correction], ..Entering::default() };
    assert_eq!(kept(&rehearsal, &left), left);
    record(&mut rehearsal, "17:00", &Command::Correct { act, replacement: None });
    assert!(kept(&rehearsal, &left).votes.is_empty());
}
