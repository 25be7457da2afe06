//! Texts: what they refer to, what is fixed at once, and what no `Debug` shows.

use super::{briefly, check, enter, given, hints};
use crate::richtext::{Block, Fact, Inlines, RichText, Unfit};
use crate::rules::ReasonCode;
use crate::session::command::Command;
use crate::session::note::Note;
use crate::session::{DraftRef, Rejection};
use crate::testing::{Committee, Rehearsal};
use crate::{ActId, AgendaItemId};
use alloc::format;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

fn fact(act: &str) -> Block {
    Block::Fact { fact: Fact::Act { act: ActId::from_key(act) } }
}

fn beside(item: AgendaItemId) -> Block {
    Block::Paragraph { item: Some(item), content: Inlines::plain("Es wird berichtet.") }
}

/// The act of a line, with another text in it.
fn with(line: &str, blocks: Vec<Block>) -> (crate::Moment, Command) {
    let (at, mut command) = super::act(line);
    let new = RichText { blocks };
    match &mut command {
        Command::WriteText { text, .. } => *text = new,
        Command::RecordVote { wording_put, .. } => *wording_put = new,
        Command::RecordOutcome { wording, .. } => *wording = Some(new),
        _ => panic!("{line} has no text"),
    }
    (at, command)
}

#[test]
fn what_is_written_after_the_end_is_fixed_at_once() {
    let closed: &[&str] = &[OPEN, "16:40 call 4", "16:41 text 4", "16:50 close 4 4.1"];
    for (acts, line, expected) in [
        (&[OPEN, "16:40 call 4"][..], "16:41 text 4", &[][..]),
        (&[OPEN], "16:41 text 4", &[]),
        (closed, "16:51 text 4", &["16:51 TextFixed 4"]),
        (closed, "16:51 text 4.1", &["16:51 TextFixed 4.1"]),
        (closed, "16:51 text 4.2", &[]),
        // Whatever time it is said to be of: it is written now.
        (closed, "16:45 text 4", &["16:45 TextFixed 4"]),
        (&[OPEN, "18:00 end"], "18:01 text 5", &["18:01 TextFixed 5"]),
        (&[OPEN, "18:00 end"], "17:00 text n1", &["17:00 TextFixed n1"]),
    ] {
        check(acts, line, Ok(expected));
    }
    let mut rehearsal = given(closed);
    enter(&mut rehearsal, "16:51 text 4").unwrap();
    let item = rehearsal.state.now.item(Committee::item("4")).unwrap();
    assert_eq!(item.fixed.map(|(version, _)| version), Some(2));
    // Opened again it is a draft again, and the end fixes no version twice.
    enter(&mut rehearsal, "16:52 call 4").unwrap();
    assert_eq!(briefly(&enter(&mut rehearsal, "16:53 text 4").unwrap()), [] as [&str; 0]);
    let end = enter(&mut rehearsal, "18:00 end").unwrap();
    assert_eq!(briefly(&end), ["18:00 TextFixed 4", "18:00 MeetingClosed"]);
}

#[test]
fn what_is_fixed_is_the_draft_that_is_written() {
    let rehearsal = given(&[OPEN, "18:00 end"]);
    let (at, command) = super::act("18:01 text 5");
    let digest = crate::digest::Digest::from_bytes([3; 32]);
    let written = Some(DraftRef { version: 7, digest });
    let context = crate::session::Context { written, ..rehearsal.context(at) };
    let decision = crate::session::decide(&rehearsal.state, &command, &context).unwrap();
    let fixed = decision.next.now.item(Committee::item("5")).unwrap().fixed;
    assert_eq!(fixed, Some((7, digest)));
    let without = crate::session::decide(&rehearsal.state, &command, &rehearsal.context(at));
    assert!(matches!(without, Err(Rejection::Invariant { .. })), "{without:?}");
    // A text is corrected by writing it again, not by taking it back.
    let mut rehearsal = rehearsal;
    enter(&mut rehearsal, "18:01 text 5").unwrap();
    assert_eq!(enter(&mut rehearsal, "18:02 undo a3"), Err(Rejection::NotCorrectable));
}

#[test]
fn a_text_names_acts_and_items_of_its_session() {
    let unknown = |act: &str| Err(Rejection::UnknownAct { act: ActId::from_key(act) });
    let item = Committee::item("9");
    let open: &[&str] = &[OPEN, "16:40 call 3", "16:45 arrive m13", "16:46 undo a3"];
    let closed: &[&str] = &[OPEN, "16:40 call 3", "16:45 arrive m13", "16:50 close 3"];
    let blocks = |block: Block| [block, beside(Committee::item("3"))].into();
    for (acts, line, block, expected) in [
        (open, "16:50 text 3", beside(item), Err(Rejection::UnknownItem { item })),
        (open, "16:50 outcome 3 noted", beside(item), Err(Rejection::UnknownItem { item })),
        (open, "16:50 vote 3 all yes", beside(item), Err(Rejection::UnknownItem { item })),
        (open, "16:50 text 3", beside(Committee::item("4.1")), Ok(0)),
        (open, "16:50 text 3", fact("a1"), Ok(0)),
        // An act that was taken back was an act all the same.
        (open, "16:50 text 3", fact("a3"), Ok(0)),
        (open, "16:50 outcome 3 noted", fact("a1"), Ok(1)),
        (open, "16:50 outcome 3 noted", fact("a90"), unknown("a90")),
        (open, "16:50 vote 3 all yes", fact("a90"), unknown("a90")),
        (closed, "16:51 text 3", fact("a90"), unknown("a90")),
        (closed, "16:51 text 3", fact("a3"), Ok(1)),
        (closed, "16:51 text 3", Block::Quote { blocks: [fact("a90")].into() }, unknown("a90")),
    ] {
        let (at, command) = with(line, blocks(block));
        let decided = given(acts).act(at, &command).map(|decision| decision.events.len());
        assert_eq!(decided, expected, "{line} {command:?}");
    }
    // While the item is open the act may follow, as the vote follows its report.
    let mut rehearsal = given(&[OPEN, "16:40 call 3"]);
    let (at, command) = with("16:41 text 3", [fact("a4")].into());
    let codes = |rehearsal: &mut Rehearsal| -> Vec<ReasonCode> {
        let hints = rehearsal.act(at, &command).unwrap().hints;
        hints.iter().map(|hint| hint.code).collect()
    };
    assert_eq!(codes(&mut rehearsal), [ReasonCode::FactUnknown]);
    assert_eq!(hints(&mut rehearsal, "16:42 vote 3 all yes"), []);
    assert_eq!(rehearsal.state.standing(ActId::from_key("a4")), Some(ActId::from_key("a4")));
    assert_eq!(codes(&mut rehearsal), []);
}

#[test]
fn texts_hold_nothing_that_breaks_lines_or_turns_the_order_round() {
    let unfit = Err(Rejection::TextUnfit { why: Unfit::Control });
    for bad in ["zwei\nZeilen", "\0", "\u{202E}nehcsuat", "\u{2067}"] {
        let rehearsal = given(&[OPEN, "16:40 call 3"]);
        let words = || RichText::paragraphs([bad, "Es wird berichtet."]).blocks;
        for line in ["16:50 text 3", "16:50 outcome 3 noted", "16:50 vote 3 all yes"] {
            let (at, command) = with(line, words());
            assert_eq!(rehearsal.decide(at, &command).map(drop), unfit, "{line} {bad:?}");
        }
        for title in [true, false] {
            let (at, mut command) = super::act("17:00 attach 1");
            if let Command::ListAttachment { attachment } = &mut command {
                let text = if title { &mut attachment.title } else { &mut attachment.label };
                *text = format!("a{bad}");
            }
            assert_eq!(rehearsal.decide(at, &command).map(drop), unfit, "attachment {bad:?}");
        }
        for field in 0..5 {
            let (at, mut command) = super::act("17:00 add 6");
            if let Command::AddItem { item, .. } = &mut command {
                let fields = [
                    &mut item.number,
                    &mut item.name,
                    &mut item.subject,
                    &mut item.paper,
                    &mut item.neutral_name,
                ];
                fields[field].push_str(bad);
                let refused = Err(Rejection::AgendaUnfit { item: item.id });
                assert_eq!(rehearsal.decide(at, &command).map(drop), refused, "{field} {bad:?}");
            }
        }
        let (at, mut add) = super::act("17:00 add 6");
        if let Command::AddItem { item, .. } = &mut add {
            item.proposal.blocks = words();
        }
        assert_eq!(rehearsal.decide(at, &add).map(drop), unfit, "proposal {bad:?}");
        let mut room = Committee::new(17).plan();
        room.location.room.push_str(bad);
        let mut proposal = Committee::new(17).plan();
        proposal.agenda[5].proposal.blocks = words();
        for plan in [room, proposal] {
            let prepare = Command::PrepareMeeting { plan };
            let unprepared = Rehearsal::unprepared(Committee::new(17));
            assert_eq!(unprepared.decide(Committee::at("09:00"), &prepare).map(drop), unfit);
        }
    }
}

#[test]
fn no_debug_shows_a_note_or_a_text() {
    let secret = "Geheimnis";
    let note = || Some(Note::from(secret));
    let (_, mut recuse) = super::act("17:00 recuse m3 3");
    if let Command::DeclareRecusal { note: given, .. } = &mut recuse {
        *given = note();
    }
    let (_, confirm) = super::act("17:00 confirm a1 note Geheimnis");
    let (_, add) = super::act("17:00 add 6 note Geheimnis");
    let (_, vote) = super::act("17:00 vote 3 all yes note Geheimnis");
    let correct =
        Command::Correct { act: ActId::from_key("a1"), replacement: Some(vote.clone().into()) };
    for command in [recuse, confirm, add, vote, correct] {
        assert_eq!(command.note(), Some(secret));
        let shown = format!("{command:?} {command:#?}");
        assert!(!shown.contains(secret) && shown.contains("Note(9 characters)"), "{shown}");
        let written = serde_json::to_string(&command).unwrap();
        assert!(written.contains(r#""note":"Geheimnis""#), "{written}");
        assert_eq!(serde_json::from_str::<Command>(&written).unwrap(), command);
    }
    let words = RichText::paragraphs([secret]).blocks;
    for line in ["16:50 text 3", "16:50 outcome 3 noted", "16:50 vote 3 all yes"] {
        let (at, command) = with(line, words.clone());
        let mut rehearsal = given(&[OPEN, "16:40 call 3"]);
        let decision = rehearsal.act(at, &command).unwrap();
        let shown = format!("{command:?} {decision:?} {:?}", rehearsal.state);
        assert!(!shown.contains(secret), "{line}");
    }
}
