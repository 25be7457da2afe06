//! Motions on an item as a window shows them: their order, the last result, what follows, a list.

use super::{item, leaves, open, record, source};
use crate::core::MotionId;
use crate::core::motion::{Motion, MotionKind, Mover, Procedure};
use crate::core::richtext::RichText;
use crate::core::session::Command;
use crate::core::session::command::{Announced, Matter, Stated, Tally};
use crate::core::testing::committee::text;
use crate::core::testing::{Committee, Rehearsal};
use crate::view::{FollowStep, MotionResult, MotionsView, SeriesDraft};
use crate::view::{filing, motions};

fn file(rehearsal: &mut Rehearsal, key: &str, kind: MotionKind) {
    let motion = Motion {
        id: MotionId::from_key(key),
        item: item("3"),
        kind,
        movers: vec![Mover::Administration],
        name: key.to_owned(),
        text: RichText::default(),
        position: "S. 7".to_owned(),
        old_amount: String::new(),
        new_amount: "2.000".to_owned(),
    };
    record(rehearsal, "16:41", &Command::FileMotion { motion });
}

fn vote(rehearsal: &mut Rehearsal, keys: &[&str], announced: Announced, tally: Tally) {
    let ids: Vec<MotionId> = keys.iter().map(|key| MotionId::from_key(key)).collect();
    let matter = match ids.as_slice() {
        [one] => Matter::Motion(*one),
        _ => Matter::Motions(ids),
    };
    let command = Command::RecordVote {
        item: item("3"),
        matter,
        majority: None,
        repeats: None,
        wording_put: text("So wird beschlossen."),
        tally,
        announced,
        note: None,
    };
    record(rehearsal, "16:50", &command);
}

/// Nine at the table; two changes, a motion of its own and one on procedure, entered in that order.
fn filed() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"]);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    file(&mut rehearsal, "Antrag 1", MotionKind::Substantive);
    file(&mut rehearsal, "Antrag 2", MotionKind::Amendment);
    file(&mut rehearsal, "Antrag 3", MotionKind::Amendment);
    file(&mut rehearsal, "Pause", MotionKind::Procedural(Procedure::Interrupt));
    rehearsal
}

fn view(rehearsal: &Rehearsal) -> MotionsView {
    let source = source(rehearsal, None);
    motions::view(&source, source.now.item(item("3")).unwrap())
}

#[test]
fn they_stand_in_the_order_of_the_vote_and_the_next_one_can_get_the_same_result() {
    let mut rehearsal = filed();
    let before = view(&rehearsal);
    let names: Vec<&str> = before.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Pause", "Antrag 2", "Antrag 3", "Antrag 1"]);
    assert_eq!((before.words.as_str(), before.next_name.as_str()), ("4 von 4 offen", "Antrag 4"));
    assert_eq!(before.next, Some(MotionId::from_key("Pause")));
    // Procedure is never among those that are voted on together.
    assert_eq!((before.together, before.repeat), (vec![1, 2, 3], None));

    vote(&mut rehearsal, &["Antrag 2"], Announced::Accepted, Tally::Unanimous {});
    let after = view(&rehearsal);
    assert_eq!(after.rows[1].state, MotionResult::Accepted);
    assert_eq!(after.repeat.unwrap().announced, Announced::Accepted);
    assert_eq!(after.words, "3 von 4 offen");
}

/// What remains for Ja is of those who are there now; what was said of another number is not offered.
#[test]
fn the_same_result_is_of_those_who_are_there_now() {
    let said = |yes: u16, derived| {
        let of = |number, derived| Some(Stated { number, derived });
        Tally::Announced { yes: of(yes, derived), no: of(6, false), abstain: of(0, false) }
    };
    let with = |tally: &Tally| {
        let mut rehearsal = filed();
        vote(&mut rehearsal, &["Antrag 2"], Announced::Rejected, tally.clone());
        let before = view(&rehearsal).repeat.unwrap().tally;
        assert_eq!(before, *tally);
        record(&mut rehearsal, "16:51", &leaves("m9"));
        view(&rehearsal).repeat.map(|same| same.tally)
    };
    assert_eq!(with(&said(3, true)), Some(said(2, true)));
    assert_eq!(with(&said(3, false)), None);
}

#[test]
fn what_was_decided_on_procedure_is_offered_until_it_is_done() {
    let mut rehearsal = filed();
    assert_eq!(view(&rehearsal).follows, []);
    vote(&mut rehearsal, &["Pause"], Announced::Accepted, Tally::Unanimous {});
    let follow = view(&rehearsal).follows.remove(0);
    assert_eq!(follow.words, "Sitzung unterbrechen");
    let FollowStep::Act { command } = follow.step else { panic!("{:?}", follow.step) };
    record(&mut rehearsal, "16:51", &command);
    assert_eq!(view(&rehearsal).follows, []);
}

#[test]
fn a_recess_that_was_decided_during_one_begins_after_it() {
    let mut rehearsal = filed();
    record(&mut rehearsal, "16:49", &Command::InterruptMeeting {});
    vote(&mut rehearsal, &["Pause"], Announced::Accepted, Tally::Unanimous {});
    assert_eq!(view(&rehearsal).follows, []);
    record(&mut rehearsal, "16:52", &Command::ResumeMeeting { missing: Vec::new() });
    assert_eq!(view(&rehearsal).follows.len(), 1);
}

#[test]
fn one_vote_on_several_is_told_with_each_of_them() {
    let mut rehearsal = filed();
    let ids = ["Antrag 2", "Antrag 3"].map(MotionId::from_key);
    let put = motions::put(&source(&rehearsal, None), item("3"), &Matter::Motions(ids.to_vec()));
    assert_eq!((put.title.as_str(), put.wording.blocks.len()), ("Anträge 2 und 3", 2));
    vote(&mut rehearsal, &["Antrag 2", "Antrag 3"], Announced::Accepted, Tally::Unanimous {});
    let view = view(&rehearsal);
    assert!(view.rows[1..3].iter().all(|row| row.state == MotionResult::Accepted));
    assert!(view.together.is_empty());
}

#[test]
fn a_pasted_list_is_numbered_on_and_says_what_it_does_not_know() {
    let rehearsal = filed();
    let source = source(&rehearsal, None);
    let list = "Verwaltung\tS. 1\t1\t2\nNiemand\tS. 2\t1\t2\nohne Spalten";
    let SeriesDraft { motions, problems, button } =
        filing::series(&source, item("3"), list).unwrap();
    let names: Vec<&str> = motions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Antrag 4", "Antrag 5"]);
    // What was entered already is taken from the list by its lines.
    assert_eq!(motions.iter().map(|one| one.line).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(motions[0].movers, [Mover::Administration]);
    assert_eq!(motions[1].movers, []);
    assert_eq!(problems.len(), 2);
    assert!(problems[0].starts_with("Zeile 2: „Niemand“"), "{problems:?}");
    assert!(problems[1].starts_with("Zeile 3: "), "{problems:?}");
    assert_eq!(button, "2\u{a0}Anträge übernehmen");
}
