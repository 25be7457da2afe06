//! Elections in the minutes: who runs off by the chair's finding, and rounds that the clerk worded.

use super::acts::{election_of, opening, session, words};
use super::dump;
use super::script::Played;
use crate::compose::{complete, excerpt, public};
use crate::record::Record;
use serde_json::{Value, json};
use sitzungsbuch_core::{ActId, VoteId};

fn round(votes: &[(&str, u16)]) -> Value {
    let candidates: Vec<Value> =
        votes.iter().map(|(person, votes)| json!({"person": person, "votes": votes})).collect();
    json!({"type": "recordRound", "election": election_of("wahl"),
        "tally": {"candidates": candidates}})
}

/// Two have most votes, a third one is admitted and elected; `more` comes behind.
fn elected(more: Vec<(&'static str, &'static str, Value)>) -> Record {
    let three = ["harmsdorp", "tewesmann", "stellbrink"];
    let mut acts = vec![
        ("17:01", "", opening()),
        ("17:02", "", json!({"type": "callItem", "item": "mb25-2"})),
        (
            "17:03",
            "wahl",
            json!({"type": "openElection", "item": "mb25-2", "method": "ballot",
            "post": "Beirat", "candidates": three}),
        ),
        ("17:04", "erster", round(&[("harmsdorp", 2), ("tewesmann", 2), ("stellbrink", 1)])),
        (
            "17:05",
            "zulassung",
            json!({"type": "settleRunoff", "election": election_of("wahl"), "persons": three}),
        ),
        ("17:06", "zweiter", round(&[("harmsdorp", 2), ("tewesmann", 1), ("stellbrink", 3)])),
    ];
    acts.extend(more);
    acts.push(("17:50", "", json!({"type": "closeMeeting"})));
    Played::of(&session(acts)).record()
}

fn text(record: &Record) -> String {
    let text = dump::text(&complete(record));
    assert_eq!(
        text.contains("engeren Wahl"),
        dump::text(&public(&record.public)).contains("engeren Wahl")
    );
    text.replace('\u{a0}', " ")
}

fn accepted() -> Value {
    json!({"type": "answerElection", "election": election_of("wahl"), "answer": "accepted"})
}

fn worded(act: &str, words: &str) -> Value {
    json!({"type": "wordResult", "vote": VoteId::of_act(ActId::from_key(act)), "words": words})
}

#[test]
fn who_runs_off_by_the_finding_of_the_chair_is_told() {
    let record = elected(vec![("17:07", "", accepted())]);
    let told = text(&record);
    for sentence in [
        "keine Mehrheit; es folgt eine engere Wahl",
        "stellt fest, dass ",
        " an der engeren Wahl teilnehmen.",
        "2. Wahlgang (engere Wahl): Beirat",
        "wird mit 3 von 6 gültigen Stimmen gewählt und nimmt die Wahl an",
    ] {
        assert!(told.contains(sentence), "{sentence}\n{told}");
    }
    let found = told.find("stellt fest, dass").unwrap();
    let line = told[found..].lines().next().unwrap();
    for name in ["Harmsdorp", "Tewesmann", "Stellbrink"] {
        assert!(line.contains(name), "{line}");
    }
    // It stands in the excerpt, too, which would otherwise not say who was elected from whom.
    let id = record.public.items.iter().find(|item| item.number == "2").unwrap().id.clone();
    let excerpt = dump::text(&excerpt(&record.public, &id).unwrap());
    assert!(excerpt.contains("an der engeren Wahl teilnehmen"), "{excerpt}");
}

#[test]
fn a_round_is_told_in_the_words_of_the_clerk_with_its_numbers() {
    let own = "In der engeren Wahl setzt sich Herr Stellbrink durch";
    let record = elected(vec![("17:07", "", accepted()), ("17:08", "", worded("zweiter", own))]);
    let told = text(&record);
    assert!(told.contains(own) && told.contains("nimmt die Wahl an"), "{told}");
    assert!(!told.contains("wird mit 3 von 6"), "{told}");
    assert!(told.contains("Gültig: 6"), "the numbers stay:\n{told}");
    // Empty words are the derived ones again.
    let back = elected(vec![
        ("17:07", "", accepted()),
        ("17:08", "", worded("zweiter", own)),
        ("17:09", "", worded("zweiter", "")),
    ]);
    assert_eq!(text(&back), text(&elected(vec![("17:07", "", accepted())])));
}

/// Words by hand need not say that nobody was against it: the figures stand below them, as far as the
/// template wants any and they are known.
#[test]
fn figures_stand_below_a_unanimous_result_in_words_by_hand() {
    use sitzungsbuch_core::template::CountDetail;
    let vote = |tally: Value| {
        json!({"type": "recordVote", "item": "mb25-2", "wordingPut": words("So sei es."),
            "announced": "accepted", "tally": tally})
    };
    let all = json!({"yes": 6, "no": 0, "abstain": 0, "invalid": 0});
    let said = json!({"kind": "announced", "yes": {"number": 6}, "no": {"number": 0},
        "abstain": {"number": 0}});
    let six = "Ja: 6, Nein: 0, Enthaltungen: 0";
    for (tally, own, detail, told) in [
        (json!({"kind": "counted", "count": all}), "", CountDetail::Factions, false),
        (json!({"kind": "counted", "count": all}), "", CountDetail::Numbers, true),
        (json!({"kind": "counted", "count": all}), "So beschlossen.", CountDetail::Factions, true),
        (json!({"kind": "counted", "count": all}), "So beschlossen.", CountDetail::Numbers, true),
        (json!({"kind": "counted", "count": all}), "So beschlossen.", CountDetail::Words, false),
        (said.clone(), "", CountDetail::Factions, false),
        (said.clone(), "So beschlossen.", CountDetail::Factions, true),
        (said, "So beschlossen.", CountDetail::Words, false),
        // Nobody recorded a number.
        (json!({"kind": "unanimous"}), "So beschlossen.", CountDetail::Numbers, false),
    ] {
        let mut acts = vec![
            ("17:01", "", opening()),
            ("17:02", "", json!({"type": "callItem", "item": "mb25-2"})),
            ("17:03", "abstimmung", vote(tally.clone())),
        ];
        if !own.is_empty() {
            acts.push(("17:04", "", worded("abstimmung", own)));
        }
        acts.push(("17:50", "", json!({"type": "closeMeeting"})));
        let mut record = Played::of(&session(acts)).record();
        record.public.template.count_detail = detail;
        let document = dump::text(&complete(&record));
        assert_eq!(document.contains(six), told, "{tally} {own} {detail:?}:\n{document}");
    }
}
