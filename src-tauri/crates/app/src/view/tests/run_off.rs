//! Who takes part in a run-off as a window sees it: why it is not plain, what the numbers say, where it
//! shows; and rounds that are put in other words.

use super::{item, open, person, record, source};
use crate::core::session::Command;
use crate::core::session::election::{Answer, CandidateVotes, ElectionMethod, RoundTally};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ElectionId, PersonId, VoteId};
use crate::view::{
    ElectionStep, RunOffPreview, RunOffView, VoteView, elections, log, result_words, results,
    run_off,
};

fn round(votes: &[(&str, u16)]) -> RoundTally {
    let votes =
        votes.iter().map(|(key, votes)| CandidateVotes { person: person(key), votes: *votes });
    RoundTally {
        candidates: votes.collect(),
        no: 0,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    }
}

/// Twenty at the table; a first round with these votes for three persons.
fn held(votes: [u16; 3]) -> (Rehearsal, ElectionId) {
    let mut rehearsal = Rehearsal::new(Committee::new(21));
    let there: Vec<String> = (1..=20).map(|number| format!("m{number}")).collect();
    let there: Vec<&str> = there.iter().map(String::as_str).collect();
    open(&mut rehearsal, "16:32", &there);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let command = Command::OpenElection {
        item: item("3"),
        post: "stellv. Vorsitz".to_owned(),
        candidates: ["m2", "m3", "m4"].map(person).into(),
        method: ElectionMethod::Ballot,
        majority: None,
    };
    record(&mut rehearsal, "16:45", &command);
    let election = rehearsal.state.now.elections.last().unwrap().id;
    let [first, second, third] = votes;
    let tally = round(&[("m2", first), ("m3", second), ("m4", third)]);
    record(&mut rehearsal, "16:50", &Command::RecordRound { election, tally, note: None });
    (rehearsal, election)
}

fn offered(rehearsal: &Rehearsal) -> Option<RunOffView> {
    match elections::view(&source(rehearsal, None), item("3")).map(|one| one.step) {
        Some(ElectionStep::Round { run_off, .. }) => run_off,
        _ => None,
    }
}

fn persons(keys: &[&str]) -> Vec<PersonId> {
    keys.iter().map(|key| person(key)).collect()
}

fn ahead(rehearsal: &Rehearsal, election: ElectionId, keys: &[&str]) -> RunOffPreview {
    run_off::preview(&source(rehearsal, None), election, &persons(keys)).unwrap()
}

fn cards(rehearsal: &Rehearsal) -> Vec<VoteView> {
    let source = source(rehearsal, None);
    results::results(&source, source.now.item(item("3")).unwrap())
}

fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

#[test]
fn a_third_person_is_offered_explained_and_shown() {
    let (mut rehearsal, election) = held([8, 8, 4]);
    let view = offered(&rehearsal).unwrap();
    assert!(plain(&view.words).contains("die nächste Stimmenzahl (4)"), "{view:?}");
    let stand: Vec<(&str, bool)> =
        view.candidates.iter().map(|one| (one.detail.as_str(), one.stands)).collect();
    assert_eq!(
        stand.iter().map(|(votes, stands)| (plain(votes), *stands)).collect::<Vec<_>>(),
        [("8 Stimmen".into(), true), ("8 Stimmen".into(), true), ("4 Stimmen".into(), false)]
    );
    // As it stands it changes nothing; one alone cannot run off.
    assert!(!ahead(&rehearsal, election, &["m2", "m3"]).changes);
    let one = run_off::preview(&source(&rehearsal, None), election, &persons(&["m2"]));
    assert!(one.unwrap_err().message.contains("mindestens zwei Personen"));
    let told = ahead(&rehearsal, election, &["m4", "m3", "m2"]);
    assert!(told.changes && told.hints.len() == 1, "{told:?}");
    assert_eq!(
        told.words,
        "Engere Wahl zwischen Herrn KA Birkbrook, Frau KA Dornbrook und Herrn KA Dr. Eschenbrook."
    );

    let settle = Command::SettleRunoff { election, persons: persons(&["m4", "m3", "m2"]) };
    let act = rehearsal.next_act();
    record(&mut rehearsal, "16:52", &settle);
    let view = offered(&rehearsal).unwrap();
    assert_eq!(view.words, "Wer teilnimmt, hat der Vorsitz festgestellt.");
    assert!(view.candidates.iter().all(|one| one.stands));
    let card = cards(&rehearsal).remove(0);
    assert!(card.words.ends_with("und Herrn KA Dr. Eschenbrook"), "{}", card.words);
    assert!(card.details.iter().any(|one| one.contains("der Vorsitz festgestellt")));
    // What is taken back first is the finding, not the round below it.
    assert_eq!(card.undo, act);
    let source = source(&rehearsal, None);
    let row = log::view(&source).rows.into_iter().find(|row| row.act == act).unwrap();
    assert!(row.words.ends_with("Eschenbrook festgestellt"), "{}", row.words);
    assert!(row.can_withdraw && row.can_correct_time);
    // The last round alone says what is taken back, once another one followed.
    let tally = round(&[("m2", 6), ("m3", 6), ("m4", 8)]);
    record(&mut rehearsal, "16:55", &Command::RecordRound { election, tally, note: None });
    let cards = cards(&rehearsal);
    assert!(cards.iter().all(|card| card.undo == card.act));
    assert!(cards[1].words.contains("Eschenbrook"));
}

#[test]
fn it_is_offered_where_somebody_else_can_take_part() {
    for (votes, is_offered, words) in [
        ([8, 8, 4], true, "entscheidet das der Vorsitz"),
        ([8, 6, 6], true, "sie alle nehmen an der engeren Wahl teil"),
        ([9, 6, 5], true, ""),
        ([11, 5, 4], false, ""),
    ] {
        let (rehearsal, _) = held(votes);
        let view = offered(&rehearsal);
        assert_eq!(view.is_some(), is_offered, "{votes:?}");
        let said = view.map(|view| plain(&view.words)).unwrap_or_default();
        assert!(said.contains(words) && said.is_empty() == words.is_empty(), "{votes:?}: {said}");
    }
    // Two are left, and both stand.
    let (mut rehearsal, election) = held([8, 8, 4]);
    let gone = Command::WithdrawCandidacy { election, person: person("m2") };
    record(&mut rehearsal, "16:51", &gone);
    assert_eq!(offered(&rehearsal).unwrap().candidates.len(), 2, "one stands, two can");
    let settle = Command::SettleRunoff { election, persons: persons(&["m3", "m4"]) };
    record(&mut rehearsal, "16:52", &settle);
    assert_eq!(offered(&rehearsal), None);
}

fn worded(rehearsal: &mut Rehearsal, vote: VoteId, words: &str) {
    record(rehearsal, "17:00", &Command::WordResult { vote, words: words.to_owned() });
}

#[test]
fn a_round_is_put_in_other_words_like_a_vote() {
    let (mut rehearsal, election) = held([11, 5, 4]);
    let card = cards(&rehearsal).remove(0);
    let vote = card.vote.unwrap();
    assert!(card.can_word);
    let derived = "Herr KA Birkbrook wird mit 11 von 20 gültigen Stimmen gewählt";
    assert_eq!(card.wording.as_ref().unwrap().derived, derived);
    let ahead = |rehearsal: &Rehearsal, words: &str| {
        result_words::ahead(&source(rehearsal, None), vote, words).unwrap()
    };
    for (words, own, contradicts) in [
        ("Herr Birkbrook ist gewählt", true, false),
        ("Frau Dornbrook ist gewählt", true, true),
        ("einstimmig gewählt", true, true),
        ("Herr Birkbrook wird mit 12 Stimmen gewählt", true, true),
        (derived, false, false),
        ("", false, false),
    ] {
        let told = ahead(&rehearsal, words);
        assert_eq!(told.own, own, "{words}");
        let found = told.notes.iter().any(|note| note.contradicts);
        assert_eq!(
            (found, told.notes.is_empty()),
            (contradicts, !contradicts),
            "{words}: {told:?}"
        );
    }
    worded(&mut rehearsal, vote, "Frau Dornbrook ist gewählt");
    let card = cards(&rehearsal).remove(0);
    assert_eq!(card.words, "Frau Dornbrook ist gewählt");
    assert!(card.wording.unwrap().notes[0].contradicts);
    // The answer stands beside the words, and is held against them.
    let answer = Command::AnswerElection { election, answer: Answer::Declined };
    record(&mut rehearsal, "17:01", &answer);
    let told = ahead(&rehearsal, "Herr Birkbrook ist gewählt und nimmt die Wahl an");
    assert!(told.notes.iter().any(|note| note.contradicts), "{told:?}");
    worded(&mut rehearsal, vote, "");
    let card = cards(&rehearsal).remove(0);
    assert!(!card.wording.unwrap().own && card.words.contains("mit 11 von 20"));
}

/// The same words stand in the minutes where nobody put them otherwise.
#[test]
fn derived_words_are_those_of_the_minutes() {
    for (votes, expected) in [
        ([11, 5, 4], "Herr KA Birkbrook wird mit 11 von 20 gültigen Stimmen gewählt"),
        (
            [8, 8, 4],
            "keine Mehrheit; es folgt die engere Wahl zwischen Herrn KA Birkbrook und Frau KA Dornbrook",
        ),
        ([0, 0, 0], "keine Mehrheit (0 von 0 gültigen Stimmen); niemand ist gewählt"),
    ] {
        let (rehearsal, _) = held(votes);
        let card = cards(&rehearsal).remove(0);
        assert_eq!(card.wording.unwrap().derived, expected);
    }
    let (mut rehearsal, election) = held([8, 8, 4]);
    let settle = Command::SettleRunoff { election, persons: persons(&["m2", "m3", "m4"]) };
    record(&mut rehearsal, "16:52", &settle);
    let card = cards(&rehearsal).remove(0);
    assert_eq!(card.wording.unwrap().derived, "keine Mehrheit; es folgt eine engere Wahl");
}
