//! The wall again, for what a session can hold besides: behind closed doors somebody else takes the
//! chair, ballots are counted, persons are elected, and the public document stays the same.

use super::acts::{self, counted, election_of, words};
use super::dump;
use super::script::{Act, Played, Script};
use super::wall::{Change, check_script};
use crate::compose::public;
use serde_json::{Value, json};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::{ActId, VoteId};

/// Puts an act into the script before the first one that is later.
fn enter(script: &mut Script, at: &str, key: &str, value: Value) {
    let at = format!("2025-03-06T{at}");
    let command: Command = serde_json::from_value(value).unwrap();
    let act = Act::new(&at, command);
    let act = if key.is_empty() { act } else { act.called(key) };
    let place = script.acts.iter().position(|other| other.at > at);
    script.acts.insert(place.unwrap_or(script.acts.len()), act);
}

/// Everything, with a second non-public item, and somebody who leaves the table in public and is
/// back at it behind closed doors.
fn session() -> Script {
    let mut script = acts::everything();
    let item = json!({"id": "mb25-8", "number": "8", "name": "Personalangelegenheit",
        "part": "nonPublic", "neutralName": "Weitere Angelegenheit"});
    script.meeting.plan.agenda.push(serde_json::from_value(item).unwrap());
    let away = json!({"type": "recordAbsence", "person": "quastenberg", "cause": "publicArea"});
    enter(&mut script, "17:39", "", away);
    enter(&mut script, "17:43", "zurueck", json!({"type": "endAbsence", "person": "quastenberg"}));
    script
}

fn is_of_motion(act: &Act) -> bool {
    let text = serde_json::to_string(&act.command).unwrap();
    text.contains(&sitzungsbuch_core::MotionId::from_key("geheim-1").to_string())
}

const CHANGES: [(&str, Change); 16] = [
    ("no motion", |script| script.acts.retain(|act| !is_of_motion(act))),
    ("a secret vote", |script| {
        let tally = json!({"kind": "secret", "handedOut": 5, "returned": 5, "blank": 1,
            "count": {"yes": 3, "no": 1, "abstain": 0, "invalid": 0}, "tellers": ["vertraulich"]});
        let vote = json!({"type": "recordVote", "item": "mb25-7", "wordingPut": words("Geheim."),
            "tally": tally, "announced": "accepted"});
        enter(script, "17:45", "", vote);
    }),
    ("a request", |script| {
        let request = json!({"type": "requestVoteMethod", "item": "mb25-7", "secret": 3});
        enter(script, "17:44", "", request);
    }),
    ("an election", |script| {
        let post = "Vertreterin oder Vertreter im Erbschaftsstreit";
        let election = json!({"type": "openElection", "item": "mb25-7", "post": post,
            "candidates": ["vertraulich", "uphoevel"], "method": "showOfHands"});
        enter(script, "17:45", "geheime-wahl", election);
        let election = election_of("geheime-wahl");
        let out = json!({"type": "withdrawCandidacy", "election": election, "person": "uphoevel"});
        enter(script, "17:45", "", out);
        let votes = json!({"candidates": [{"person": "vertraulich", "votes": 4}], "no": 1});
        let round = json!({"type": "recordRound", "election": election, "tally": votes});
        enter(script, "17:45", "geheimer-wahlgang", round);
        let answer = json!({"type": "answerElection", "election": election, "answer": "declined"});
        enter(script, "17:45", "", answer);
        let vote = VoteId::of_act(ActId::from_key("geheimer-wahlgang"));
        let value = json!({"type": "wordResult", "vote": vote, "words": "Geheim gewählt."});
        enter(script, "17:45", "", value);
    }),
    ("another chair meanwhile", |script| {
        enter(script, "17:42", "", json!({"type": "changeChair", "chair": "uphoevel"}));
        enter(script, "17:46", "", json!({"type": "changeChair", "chair": "stellbrink"}));
    }),
    ("another clerk meanwhile", |script| {
        enter(script, "17:42", "", json!({"type": "changeClerk", "clerk": "vertraulich"}));
        enter(script, "17:46", "", json!({"type": "changeClerk", "clerk": "ginstermann"}));
    }),
    ("an outage", |script| {
        let lost = json!({"type": "recordAbsence", "person": "uphoevel", "cause": "outage"});
        enter(script, "17:46", "", lost);
        enter(script, "17:47", "", json!({"type": "endAbsence", "person": "uphoevel"}));
    }),
    ("back at the table earlier", |script| {
        script.acts.retain(|act| act.key.as_deref() != Some("zurueck"));
        enter(script, "17:41", "", json!({"type": "endAbsence", "person": "quastenberg"}));
    }),
    ("a recess", |script| {
        enter(script, "17:46", "", json!({"type": "interruptMeeting"}));
        enter(script, "17:47", "", json!({"type": "resumeMeeting"}));
    }),
    ("another order", |script| {
        let first = json!({"type": "moveItem", "item": "mb25-8", "part": "nonPublic"});
        enter(script, "17:40", "", first);
    }),
    ("one debate", |script| {
        enter(script, "17:41", "", json!({"type": "joinItems", "items": ["mb25-7", "mb25-8"]}));
    }),
    ("a bias that the body finds", |script| {
        let vote = counted(8, &json!({"recusal": "harmsdorp"}), "Befangen.", (4, 0));
        enter(script, "17:46", "", vote);
        let leaves = json!({"type": "declareRecusal", "person": "harmsdorp", "item": "mb25-8",
            "by": "decided"});
        enter(script, "17:47", "", leaves);
        enter(script, "17:47", "", json!({"type": "endRecusal", "person": "harmsdorp"}));
    }),
    ("referred", |script| {
        let outcome = json!({"type": "recordOutcome", "item": "mb25-8", "outcome": "referred",
            "to": "mb-kommission"});
        enter(script, "17:47", "", outcome);
    }),
    ("what is taken down", |script| {
        for proceeding in [
            json!({"kind": "order", "person": "uphoevel", "measure": "toOrder"}),
            json!({"kind": "statement", "person": "quastenberg", "text": words("Geheim.")}),
            json!({"kind": "commitment", "text": words("Geheim."), "due": "nextMeeting"}),
            json!({"kind": "announcement", "text": words("Geheim.")}),
            json!({"kind": "inauguration", "persons": ["vertraulich"]}),
            json!({"kind": "residentQuestion", "resident": "Jost Achterfeld",
                "question": words("Geheim?"), "answer": "written"}),
        ] {
            for item in ["mb25-7", "mb25-1"] {
                let mut value =
                    json!({"type": "recordProceeding", "proceeding": proceeding.clone()});
                if item == "mb25-7" {
                    value["item"] = json!(item);
                }
                enter(script, "17:46", "", value);
            }
        }
    }),
    ("expelled and counted", |script| {
        let order = json!({"kind": "order", "person": "harmsdorp", "measure": "expulsion"});
        let value = json!({"type": "recordProceeding", "item": "mb25-1", "proceeding": order});
        enter(script, "17:46", "", value);
        enter(script, "17:46", "", json!({"type": "recordArrival", "person": "harmsdorp"}));
        let count = json!({"type": "checkPresence", "source": "table", "counted": 3});
        enter(script, "17:47", "", count);
    }),
    ("titles", |script| {
        for item in &mut script.meeting.plan.agenda {
            if item.part == Part::NonPublic {
                item.name = "Geheim".to_owned();
            }
        }
    }),
];

#[test]
fn nothing_of_what_happens_behind_closed_doors_reaches_the_public_document() {
    check_script("everything", &session(), &CHANGES, 40);
}

/// Who left the table in public and came back behind closed doors is at it again for the public.
#[test]
fn who_is_back_at_the_table_when_the_session_is_public_again_is_told() {
    let record = Played::of(&session()).record();
    let text = dump::text(&public(&record.public));
    for expected in [
        "Herr SB Quastenberg nimmt um 17:39 Uhr im Zuhörerbereich Platz.",
        "stellt um 17:48 Uhr die Öffentlichkeit der Sitzung wieder her. Herr SB Quastenberg nimmt wieder teil.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}
