//! The words of a result in the window: shown everywhere, told ahead as they are recorded, and gone
//! again when the act is taken back.

use super::{item, open, record, source};
use crate::core::agenda_item::Part;
use crate::core::richtext::RichText;
use crate::core::rules::majority::Count;
use crate::core::session::Command;
use crate::core::session::command::{Announced, Matter, Tally};
use crate::core::testing::committee::text;
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ActId, VoteId};
use crate::entering::Entered;
use crate::view::{VoteView, WordingView, chair, facts, log, motions, result_words, results};

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];
const DERIVED: &str = "mehrheitlich bei 3 Gegenstimmen angenommen";

/// A vote of 6 to 3 on item 3, which is at hand.
fn voted() -> (Rehearsal, VoteId) {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:30", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let count = Count { yes: 6, no: 3, abstain: 0, invalid: 0 };
    let vote = Command::RecordVote {
        item: item("3"),
        matter: Matter::Item,
        majority: None,
        repeats: None,
        wording_put: text("Dem Vorschlag wird gefolgt."),
        tally: Tally::Counted { count, by_faction: Vec::new() },
        announced: Announced::Accepted,
        note: None,
    };
    record(&mut rehearsal, "16:50", &vote);
    let vote = rehearsal.state.now.votes.last().unwrap().id;
    (rehearsal, vote)
}

fn word(rehearsal: &mut Rehearsal, vote: VoteId, words: &str) -> ActId {
    record(rehearsal, "16:55", &Command::WordResult { vote, words: words.to_owned() });
    rehearsal.state.entries.last().unwrap().act
}

fn result(rehearsal: &Rehearsal) -> VoteView {
    let source = source(rehearsal, None);
    results::results(&source, source.now.item(item("3")).unwrap()).pop().unwrap()
}

fn ahead(rehearsal: &Rehearsal, vote: VoteId, words: &str) -> WordingView {
    result_words::ahead(&source(rehearsal, None), vote, words).unwrap()
}

fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

#[test]
fn what_is_told_ahead_is_what_is_recorded() {
    for (words, own, contradicts, notes) in [
        ("mit Mehrheit angenommen", true, false, 0),
        ("einstimmig angenommen", true, true, 1),
        ("bei 2 Gegenstimmen und 1 Enthaltung", true, true, 2),
        (DERIVED, false, false, 0),
        ("  ", false, false, 0),
    ] {
        let (mut rehearsal, vote) = voted();
        // Something else stood there before, so that the derived words change it, too.
        word(&mut rehearsal, vote, "angenommen");
        let told = ahead(&rehearsal, vote, words);
        assert_eq!((told.own, told.notes.len()), (own, notes), "{words}: {told:?}");
        assert_eq!(told.notes.iter().any(|note| note.contradicts), contradicts, "{words}");
        assert_eq!(told.derived, DERIVED);
        word(&mut rehearsal, vote, words);
        let view = result(&rehearsal);
        assert_eq!(view.wording.as_ref(), Some(&told), "{words}");
        assert_eq!(plain(&view.words), told.words);
    }
}

#[test]
fn words_are_shown_wherever_the_result_is() {
    let (mut rehearsal, vote) = voted();
    let before = result(&rehearsal);
    assert!(before.can_word);
    assert_eq!(plain(&before.words), DERIVED);
    let act = word(&mut rehearsal, vote, "mit großer Mehrheit angenommen");
    let shown = "mit großer Mehrheit angenommen";
    let view = result(&rehearsal);
    assert_eq!((view.words.as_str(), view.title.as_str()), (shown, "Angenommen"));
    assert_eq!(view.numbers, before.numbers, "the numbers are those of the vote");
    let source = source(&rehearsal, None);
    let display = chair::view(&source, &Entered::new()).item.unwrap();
    assert_eq!(display.result.unwrap().words, shown);
    let one = source.now.item(item("3")).unwrap();
    let slots = facts::view(&source, one, &RichText::default(), &[]).facts;
    assert!(slots.iter().any(|slot| slot.words == shown), "{slots:?}");
    let row = log::view(&source).rows.into_iter().find(|row| row.act == act).unwrap();
    assert_eq!(plain(&row.words), format!("TOP 3: Ergebnis im Wortlaut „{shown}“"));
    assert!(row.can_withdraw && row.can_correct_time);
    assert_eq!(
        row.command.as_deref(),
        Some(&Command::WordResult { vote, words: shown.to_owned() })
    );
    assert!(motions::view(&source, one).rows.is_empty());
    // Taken back it reads as before.
    record(&mut rehearsal, "16:56", &Command::Correct { act, replacement: None });
    assert_eq!(result(&rehearsal), before);
}

/// A corrected count keeps the words, and says beside them what does not fit any more.
#[test]
fn a_contradiction_stands_beside_the_result_until_it_is_settled() {
    let (mut rehearsal, vote) = voted();
    word(&mut rehearsal, vote, "bei 3 Gegenstimmen angenommen");
    assert_eq!(result(&rehearsal).wording.unwrap().notes, []);
    let entered = result(&rehearsal).entered.unwrap();
    let count = Count { yes: 7, no: 2, abstain: 0, invalid: 0 };
    let replacement = Command::RecordVote {
        item: item("3"),
        matter: entered.matter,
        majority: None,
        repeats: None,
        wording_put: entered.wording_put,
        tally: Tally::Counted { count, by_faction: Vec::new() },
        announced: Announced::Accepted,
        note: None,
    };
    let act = result(&rehearsal).act;
    let replacement = Some(Box::new(replacement));
    record(&mut rehearsal, "16:50", &Command::Correct { act, replacement });
    let view = result(&rehearsal);
    let [note] = view.wording.unwrap().notes.try_into().unwrap();
    assert!(note.contradicts);
    assert_eq!(plain(&note.text), "Der Wortlaut nennt 3 Gegenstimmen; festgehalten sind 2.");
    assert_eq!(plain(&view.words), "bei 3 Gegenstimmen angenommen");
}

/// They are given when the session is over; behind closed doors the display keeps them to itself.
#[test]
fn words_are_given_later_and_never_shown_from_the_closed_part() {
    let (mut rehearsal, vote) = voted();
    let close = Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() };
    record(&mut rehearsal, "16:52", &close);
    word(&mut rehearsal, vote, "geheimer Wortlaut");
    let display = chair::view(&source(&rehearsal, None), &Entered::new());
    assert!(!serde_json::to_string(&display).unwrap().contains("geheimer Wortlaut"));
    record(&mut rehearsal, "17:00", &Command::CloseMeeting {});
    assert!(result(&rehearsal).can_word);
    let words = "mehrheitlich angenommen".to_owned();
    record(&mut rehearsal, "17:05", &Command::WordResult { vote, words });
    assert_eq!(result(&rehearsal).words, "mehrheitlich angenommen");
}
