//! The quorum in the minutes: findings with their time (law.md Q10), and votes that were taken
//! without one by numbers or by finding (V22).

use super::acts::{counted, election_of, opening, session, words};
use super::dump;
use super::script::{Act, Played, Script};
use crate::compose::{complete, public};
use crate::record::Record;
use serde_json::{Value, json};

/// A script that is played and closed.
fn played(mut script: Script) -> Record {
    let close = serde_json::from_value(json!({"type": "closeMeeting"})).unwrap();
    script.acts.push(Act::new("2025-03-06T18:00", close));
    Played::of(&script).record()
}

fn told(acts: &[(&str, Value)]) -> String {
    let mut script = session(Vec::new());
    let mut entered = "";
    for (at, value) in acts {
        // An act that comes late is entered when the last one was.
        entered = entered.max(at);
        let day = "2025-03-06T";
        let act = json!({"at": format!("{day}{at}"), "entered": format!("{day}{entered}"),
            "do": value});
        script.acts.push(serde_json::from_value::<Act>(act).unwrap());
    }
    dump::text(&public(&played(script).public))
}

/// Three of seven.
fn few() -> Value {
    let mut few = opening();
    few["present"] = json!(["tidemoor", "quastenberg", "stellbrink"]);
    few["remote"] = json!([]);
    few
}

fn vote(item: u8) -> Value {
    counted(item, &json!("item"), "Die Musikschule erhält 10.000 EUR.", (3, 0))
}

const LACK: &str = "Die Vorsitzende stellt um 17:20 Uhr fest, dass der Ausschuss nicht beschlussfähig ist. Von 7 stimmberechtigten Mitgliedern sind 3 anwesend; erforderlich sind mindestens 4. Die Zahl der anwesenden Kreistagsmitglieder (2) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger (1).";

#[test]
fn q10_a_finding_that_the_quorum_lacks_has_its_time_and_its_place() {
    let call = |item: &str| json!({"type": "callItem", "item": item});
    let lack = || json!({"type": "declareLackOfQuorum"});
    let text = told(&[
        ("17:01", few()),
        ("17:01", call("mb25-1")),
        ("17:05", call("mb25-2")),
        ("17:20", lack()),
        ("17:20", json!({"type": "recordOutcome", "item": "mb25-2", "outcome": "putBack"})),
    ]);
    let places = ["Zu Punkt 2: Förderung", LACK, "wegen fehlender Beschlussfähigkeit"];
    let found = places.map(|words| text.rfind(words).unwrap_or_else(|| panic!("{words}\n{text}")));
    assert!(found.is_sorted(), "{text}");
    // That the body is quorate is a fact of the opening, unless something was found or voted on before.
    let quorate = "stellt die Beschlussfähigkeit des Ausschusses fest.";
    let establish = || json!({"type": "establishQuorum"});
    for (before, opens) in [(None, true), (Some(lack()), false), (Some(vote(2)), false)] {
        let mut acts = vec![("17:01", few()), ("17:01", call("mb25-2"))];
        acts.extend(before.map(|act| ("17:02", act)));
        acts.push(("17:03", establish()));
        let text = told(&acts);
        assert_eq!(text.contains(quorate), opens, "{text}");
        let timed = "stellt um 17:03 Uhr die Beschlussfähigkeit des Ausschusses";
        assert_eq!(text.contains(timed), !opens, "{text}");
    }
}

#[test]
fn v22_a_vote_without_a_quorum_says_so_in_the_minutes() {
    let deemed = "[Beschlussfähigkeit] Rechnerisch ist die Beschlussfähigkeit bei dieser Abstimmung nicht gegeben; der Ausschuss gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist (§ 41 Abs. 5 KrO NRW).\n| Beschluss:";
    let acts = [("17:01", few()), ("17:02", json!({"type": "callItem", "item": "mb25-2"}))];
    let mut acts = acts.to_vec();
    acts.push(("17:30", vote(2)));
    let text = told(&acts);
    assert!(text.contains(deemed), "{text}");
    // The finding is entered after the vote that it precedes.
    acts.push(("17:20", json!({"type": "declareLackOfQuorum"})));
    let text = told(&acts);
    let lacking = "[Beschlussfähigkeit] Die Abstimmung erfolgt nach der Feststellung der Beschlussunfähigkeit um 17:20 Uhr.\n| Beschluss:";
    assert!(text.contains(LACK) && text.contains(lacking) && !text.contains(deemed), "{text}");
    let mut quorate = acts.clone();
    quorate[0].1 = opening();
    quorate.pop();
    let text = told(&quorate);
    assert!(!text.contains("[Beschlussfähigkeit]"), "{text}");
}

#[test]
fn a_round_without_a_quorum_says_so_too() {
    let election = json!({"type": "openElection", "item": "mb25-2", "method": "showOfHands",
        "post": "Sprecherin", "candidates": ["stellbrink"]});
    let mut script = session(vec![
        ("17:01", "", few()),
        ("17:02", "", json!({"type": "callItem", "item": "mb25-2"})),
        ("17:03", "wahl", election),
    ]);
    let round = json!({"type": "recordRound", "election": election_of("wahl"),
        "tally": {"candidates": [{"person": "stellbrink", "votes": 3}]}});
    script.acts.push(Act::new("2025-03-06T17:04", serde_json::from_value(round).unwrap()));
    let text = dump::text(&complete(&played(script)));
    let deemed = "bei diesem Wahlgang nicht gegeben; der Ausschuss gilt als beschlussfähig";
    assert!(text.contains(deemed), "{text}");
}

/// What was found behind closed doors holds when the session is public again; its time stays there.
#[test]
fn a_finding_behind_closed_doors_marks_what_is_voted_on_in_public_afterwards() {
    let part = |part: &str| json!({"type": "changePart", "part": part, "leaving": []});
    let acts = vec![
        ("17:01", "", few()),
        ("17:02", "", part("nonPublic")),
        ("17:03", "", json!({"type": "declareLackOfQuorum"})),
        ("17:04", "", part("public")),
        ("17:05", "", json!({"type": "callItem", "item": "mb25-2"})),
        ("17:06", "", vote(2)),
        ("17:07", "", part("nonPublic")),
        (
            "17:08",
            "",
            json!({"type": "recordVote", "item": "mb25-7", "announced": "accepted",
            "wordingPut": words("Der Nachlass wird angekauft."), "tally": {"kind": "unanimous"}}),
        ),
    ];
    let record = played(session(acts));
    let marked = "Die Abstimmung erfolgt nach der Feststellung der Beschlussunfähigkeit";
    let shown = dump::text(&public(&record.public));
    assert!(shown.contains(&format!("{marked}.\n")) && !shown.contains("17:03"), "{shown}");
    let whole = dump::text(&complete(&record));
    assert!(whole.contains(&format!("{marked} um 17:03 Uhr.\n")), "{whole}");
}

#[test]
fn a_member_who_is_barred_and_not_there_leaves_nothing() {
    let recuse = |by: &str| {
        json!({"type": "declareRecusal", "person": "harmsdorp",
        "item": "mb25-2", "by": by})
    };
    let statute = "§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW";
    let barred = "Frau KA Harmsdorp ist nicht anwesend und wegen Befangenheit";
    for (by, expected) in [
        ("declared", format!("{barred} von Beratung und Abstimmung ausgeschlossen ({statute}).")),
        ("decided", format!("nach {statute} vorliegt. Frau KA Harmsdorp ist nicht anwesend.")),
    ] {
        let call = json!({"type": "callItem", "item": "mb25-2"});
        let text = told(&[("17:01", few()), ("17:02", call), ("17:03", recuse(by))]);
        assert!(text.contains(&expected) && !text.contains("verlässt"), "{text}");
    }
}
