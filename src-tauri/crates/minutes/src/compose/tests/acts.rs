//! Sessions in which everything happens that a session can hold.

use super::dump;
use super::script::{self, Act, Played, Script};
use crate::compose::{complete, public};
use crate::record::Record;
use serde_json::{Value, json};
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::{ActId, ElectionId, PersonId, VoteId};

const DAY: &str = "2025-03-06T";

/// The committee of the scenario "korrektur", with another session.
pub(super) fn session(acts: Vec<(&str, &str, Value)>) -> Script {
    let mut script = script::read("tests/scenarios/korrektur.json");
    let organization = |id: &str, name: &str, gender: &str| {
        json!({"noun": "organization", "id": id, "body": "moorbeck",
            "organizationType": "committee", "name": name, "shortName": name,
            "genitive": format!("des {name}s"), "gender": gender,
            "ruleProfile": "nw-kro-ausschuss"})
    };
    for row in [
        organization("mb-ka", "Kreisausschuss", "masculine"),
        organization("mb-kommission", "Archivkommission", "feminine"),
        json!({"noun": "person", "id": "gast", "formOfAddress": "none", "givenName": "Kim",
            "familyName": "Albers", "affiliation": "Archivverein"}),
        json!({"noun": "person", "id": "vertraulich", "formOfAddress": "herr",
            "givenName": "Jost", "familyName": "Achterfeld", "affiliation": "Erbengemeinschaft"}),
    ] {
        script.master.push(serde_json::from_value(row).unwrap());
    }
    let arranged = script.acts.drain(..).take(2).collect();
    script.acts = arranged;
    for (at, key, value) in acts {
        let command: Command =
            serde_json::from_value(value.clone()).unwrap_or_else(|why| panic!("{value}: {why}"));
        let act = Act::new(&format!("{DAY}{at}"), command);
        script.acts.push(if key.is_empty() { act } else { act.called(key) });
    }
    script
}

pub(super) fn opening() -> Value {
    json!({"type": "openMeeting", "chair": "tidemoor", "clerk": "norderkamp",
        "present": ["tidemoor", "stellbrink", "brockstedde", "quastenberg", "harmsdorp",
            "tewesmann"],
        "officials": ["ginstermann"], "guests": ["leinpfad"], "remote": ["tewesmann"]})
}

fn call(item: u8) -> Value {
    json!({"type": "callItem", "item": format!("mb25-{item}")})
}

fn close(item: u8) -> Value {
    json!({"type": "closeItem", "item": format!("mb25-{item}")})
}

pub(super) fn words(text: &str) -> Value {
    json!({"blocks": [{"type": "paragraph", "content": text}]})
}

fn vote_of(act: &str) -> String {
    VoteId::of_act(ActId::from_key(act)).to_string()
}

pub(super) fn election_of(act: &str) -> String {
    ElectionId::of_act(ActId::from_key(act)).to_string()
}

pub(super) fn counted(item: u8, matter: &Value, text: &str, (yes, no): (u16, u16)) -> Value {
    let announced = if yes > no { "accepted" } else { "rejected" };
    json!({"type": "recordVote", "item": format!("mb25-{item}"), "matter": matter,
        "wordingPut": words(text), "announced": announced,
        "tally": {"kind": "counted", "count": {"yes": yes, "no": no, "abstain": 0}}})
}

/// Remote members, an outage, the agenda moved, motions, requests, secret and repeated votes.
fn first_half() -> Vec<(&'static str, &'static str, Value)> {
    let secret = |yes: u16, no: u16, repeats: Option<String>| {
        let announced = if yes > no { "accepted" } else { "rejected" };
        let mut vote = json!({"type": "recordVote", "item": "mb25-2",
            "matter": {"motion": "antrag-3"}, "announced": announced,
            "wordingPut": words("Der Zuschuss wird auf 10.000 EUR festgesetzt."),
            "tally": {"kind": "secret", "handedOut": 7, "returned": 7, "blank": 1,
                "count": {"yes": yes, "no": no, "abstain": 0, "invalid": 0},
                "tellers": ["ginstermann", "norderkamp"]}});
        if let Some(repeats) = repeats {
            vote["repeats"] = json!(repeats);
        }
        vote
    };
    vec![
        ("17:01", "", opening()),
        ("17:01", "", call(1)),
        ("17:02", "", json!({"type": "confirmInvitation"})),
        ("17:03", "", json!({"type": "establishQuorum"})),
        (
            "17:03",
            "",
            json!({"type": "moveItem", "item": "mb25-4", "after": "mb25-2", "part": "public"}),
        ),
        ("17:03", "", json!({"type": "joinItems", "items": ["mb25-3", "mb25-5"]})),
        ("17:04", "", close(1)),
        ("17:04", "", call(2)),
        ("17:05", "", json!({"type": "recordAbsence", "person": "tewesmann", "cause": "outage"})),
        ("17:06", "", json!({"type": "recordArrival", "person": "uphoevel", "mode": "remote"})),
        ("17:08", "", json!({"type": "endAbsence", "person": "tewesmann"})),
        (
            "17:09",
            "",
            json!({"type": "fileMotion", "motion": {"id": "antrag-3", "item": "mb25-2",
            "kind": "amendment", "movers": [{"faction": "mb-heimat"}], "name": "Antrag 3",
            "text": words("Der Zuschuss wird auf 10.000 EUR festgesetzt.")}}),
        ),
        (
            "17:09",
            "",
            json!({"type": "fileMotion", "motion": {"id": "vertagen", "item": "mb25-2",
            "kind": {"procedural": "defer"}, "movers": [{"person": "harmsdorp"}]}}),
        ),
        (
            "17:10",
            "",
            counted(
                2,
                &json!({"motion": "vertagen"}),
                "Der Tagesordnungspunkt wird vertagt.",
                (2, 5),
            ),
        ),
        ("17:11", "", json!({"type": "requestVoteMethod", "item": "mb25-2", "secret": 2})),
        ("17:12", "geheim", secret(3, 3, None)),
        ("17:13", "wiederholt", secret(4, 2, Some(vote_of("geheim")))),
        (
            "17:14",
            "",
            counted(2, &json!({"part": "Ziffer 2"}), "Über die Verwendung wird berichtet.", (7, 0)),
        ),
        ("17:15", "", counted(2, &json!("item"), "Die Musikschule erhält 10.000 EUR.", (6, 1))),
        (
            "17:16",
            "",
            json!({"type": "fileMotion", "motion": {"id": "zurueck", "item": "mb25-2",
            "kind": "substantive", "movers": ["administration"], "text": words("Es wird berichtet.")}}),
        ),
        ("17:16", "", json!({"type": "withdrawMotion", "motion": "zurueck"})),
        ("17:17", "", close(2)),
        ("17:17", "", call(4)),
        ("17:17", "", json!({"type": "changeChair", "chair": "stellbrink"})),
        (
            "17:18",
            "",
            counted(
                4,
                &json!({"recusal": "quastenberg"}),
                "Herr Quastenberg ist befangen.",
                (5, 1),
            ),
        ),
        (
            "17:19",
            "",
            json!({"type": "declareRecusal", "person": "quastenberg", "item": "mb25-4", "by": "decided"}),
        ),
        (
            "17:20",
            "",
            json!({"type": "recordAbsence", "person": "harmsdorp", "cause": "publicArea"}),
        ),
        (
            "17:21",
            "",
            json!({"type": "requestVoteMethod", "item": "mb25-4", "secret": 1, "faction": "mb-offen"}),
        ),
        ("17:22", "", json!({"type": "interruptMeeting"})),
        ("17:30", "", json!({"type": "resumeMeeting", "missing": ["brockstedde"]})),
        ("17:31", "", counted(4, &json!("item"), "Der Heimatverein erhält 1.500 EUR.", (4, 0))),
        ("17:32", "", json!({"type": "endRecusal", "person": "quastenberg"})),
        ("17:32", "", close(4)),
        ("17:33", "", json!({"type": "changeChair", "chair": "tidemoor"})),
        ("17:33", "", call(3)),
        ("17:34", "", json!({"type": "endAbsence", "person": "harmsdorp"})),
        (
            "17:34",
            "",
            json!({"type": "recordOutcome", "item": "mb25-3", "outcome": "referred", "to": "mb-kommission"}),
        ),
        ("17:34", "", close(3)),
    ]
}

/// Elections, a guest for one item, another clerk, the non-public part, another chair at the end.
fn second_half() -> Vec<(&'static str, &'static str, Value)> {
    let votes = |votes: &[(&str, u16)]| -> Value {
        votes.iter().map(|(person, votes)| json!({"person": person, "votes": votes})).collect()
    };
    let election = election_of("wahl");
    let round = |election: &str, tally: Value| json!({"type": "recordRound", "election": election, "tally": tally});
    let ballots = json!({"handedOut": 6, "returned": 6});
    vec![
        ("17:35", "", call(5)),
        (
            "17:35",
            "",
            json!({"type": "admitAttendee", "person": "gast", "capacity": "guest",
            "item": "mb25-5", "mode": "remote"}),
        ),
        (
            "17:35",
            "wahl",
            json!({"type": "openElection", "item": "mb25-5", "method": "ballot",
            "post": "Sprecherin oder Sprecher des Beirates",
            "candidates": ["harmsdorp", "stellbrink", "gast"]}),
        ),
        (
            "17:36",
            "",
            round(
                &election,
                json!({"ballots": ballots, "abstain": 1, "tellers": ["norderkamp"],
            "candidates": votes(&[("harmsdorp", 2), ("stellbrink", 2), ("gast", 1)])}),
            ),
        ),
        (
            "17:37",
            "",
            round(
                &election,
                json!({"ballots": ballots, "blank": 1, "invalid": 1,
            "candidates": votes(&[("harmsdorp", 2), ("stellbrink", 2)])}),
            ),
        ),
        ("17:37", "", json!({"type": "drawLot", "election": election, "winner": "harmsdorp"})),
        (
            "17:37",
            "",
            json!({"type": "answerElection", "election": election, "answer": "accepted"}),
        ),
        (
            "17:38",
            "wahl-2",
            json!({"type": "openElection", "item": "mb25-5", "method": "showOfHands",
            "post": "Stellvertretung", "candidates": ["stellbrink", "norderkamp"]}),
        ),
        (
            "17:38",
            "",
            json!({"type": "withdrawCandidacy", "election": election_of("wahl-2"), "person": "norderkamp"}),
        ),
        (
            "17:38",
            "",
            round(
                &election_of("wahl-2"),
                json!({"no": 1, "candidates": votes(&[("stellbrink", 5)])}),
            ),
        ),
        (
            "17:38",
            "",
            json!({"type": "answerElection", "election": election_of("wahl-2"), "answer": "accepted"}),
        ),
        ("17:39", "", json!({"type": "changeClerk", "clerk": "ginstermann"})),
        ("17:39", "", json!({"type": "recordOutcome", "item": "mb25-5", "outcome": "noted"})),
        ("17:39", "", close(5)),
        ("17:40", "", json!({"type": "changePart", "part": "nonPublic", "leaving": ["leinpfad"]})),
        ("17:40", "", call(7)),
        (
            "17:41",
            "",
            json!({"type": "admitAttendee", "person": "vertraulich", "capacity": "guest", "item": "mb25-7"}),
        ),
        ("17:41", "", json!({"type": "changeChair", "chair": "stellbrink"})),
        (
            "17:42",
            "",
            json!({"type": "recordAbsence", "person": "tewesmann", "cause": {"item": "mb25-7"}}),
        ),
        (
            "17:43",
            "",
            json!({"type": "fileMotion", "motion": {"id": "geheim-1", "item": "mb25-7",
            "kind": "supplement", "movers": [{"person": "uphoevel"}, {"faction": "mb-offen"}],
            "text": words("Der Preis wird neu verhandelt.")}}),
        ),
        (
            "17:44",
            "",
            counted(7, &json!({"motion": "geheim-1"}), "Der Preis wird neu verhandelt.", (5, 0)),
        ),
        (
            "17:45",
            "",
            json!({"type": "recordOutcome", "item": "mb25-7", "outcome": "recommended", "to": "mb-ka"}),
        ),
        ("17:46", "", close(7)),
        ("17:48", "", json!({"type": "changePart", "part": "public", "leaving": []})),
        ("17:48", "", call(6)),
        ("17:49", "", json!({"type": "recordAbsence", "person": "uphoevel", "cause": "outage"})),
        ("17:50", "", json!({"type": "recordDeparture", "person": "harmsdorp"})),
        ("17:50", "", json!({"type": "recordDeparture", "person": "tidemoor"})),
        ("17:50", "", json!({"type": "declareLackOfQuorum"})),
        ("17:51", "", json!({"type": "recordOutcome", "item": "mb25-6", "outcome": "putBack"})),
        ("17:51", "", close(6)),
        ("17:52", "", json!({"type": "closeMeeting"})),
    ]
}

pub(super) fn everything() -> Script {
    let mut acts = first_half();
    acts.extend(second_half());
    let mut script = session(acts);
    let bought = words("Der Nachlass wird für 4.000 EUR angekauft.");
    script.meeting.plan.agenda[6].proposal = serde_json::from_value(bought).unwrap();
    script
}

#[test]
fn everything_that_a_session_can_hold_stands_in_its_minutes() {
    let record = Played::of(&everything()).record();
    let kept = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&kept).unwrap(), record);
    insta::assert_snapshot!("everything-complete", dump::text(&complete(&record)));
    insta::assert_snapshot!("everything-public", dump::text(&public(&record.public)));
}

/// A slot shows its act where the text puts it, and nowhere else; one of an act that another tells
/// (the end of an outage, the answer to an election) shows nothing.
#[test]
fn the_clerk_places_the_new_acts_like_the_old_ones() {
    let mut acts = first_half();
    let fact = |act: &str| json!({"type": "fact", "fact": {"of": "act", "act": act}});
    for (at, kind, key) in [
        ("17:05", "recordAbsence", "stoerung"),
        ("17:08", "endAbsence", "stoerung-ende"),
        ("17:11", "requestVoteMethod", "verlangt"),
    ] {
        let act = acts.iter_mut().find(|(own, _, value)| *own == at && value["type"] == kind);
        act.unwrap().1 = key;
    }
    let text = json!({"blocks": [fact("wiederholt"),
        {"type": "paragraph", "content": "Es folgt die Aussprache."},
        fact("verlangt"), fact("stoerung-ende"), fact("stoerung"),
        {"type": "paragraph", "content": "Das war die Aussprache."}]});
    let write = json!({"type": "writeText", "item": "mb25-2", "text": text});
    let at = acts.iter().position(|(at, _, _)| *at == "17:17").unwrap();
    acts.insert(at, ("17:17", "", write));
    let closed = json!({"type": "closeMeeting"});
    acts.push(("17:35", "", closed));
    let record = Played::of(&session(acts)).record();
    let text = dump::text(&complete(&record));
    let placed = [
        "Die Abstimmung wird wiederholt.",
        "Es folgt die Aussprache.",
        "2 Mitglieder beantragen geheime Abstimmung.",
        "von 17:05 Uhr bis 17:08 Uhr wegen einer Störung",
        "Das war die Aussprache.",
    ];
    let found = placed.map(|words| text.find(words).unwrap_or_else(|| panic!("{words}\n{text}")));
    assert!(found.is_sorted(), "{text}");
    for words in placed {
        assert_eq!(text.matches(words).count(), 1, "{words}\n{text}");
    }
}

#[test]
fn a_qualified_majority_says_what_it_needs_and_a_bias_may_be_denied() {
    let vote = |yes: u16, no: u16, announced: &str| {
        json!({"type": "recordVote", "item": "mb25-2", "majority": "hauptsatzung",
            "wordingPut": words("Die Hauptsatzung wird geändert."), "announced": announced,
            "tally": {"kind": "counted", "count": {"yes": yes, "no": no, "abstain": 0}}})
    };
    let recess = json!({"type": "interruptMeeting"});
    let mut script = session(vec![
        ("17:01", "", opening()),
        ("17:02", "", call(2)),
        ("17:03", "", vote(3, 1, "rejected")),
        ("17:04", "", vote(4, 0, "accepted")),
        ("17:05", "", counted(2, &json!({"recusal": "harmsdorp"}), "Befangen.", (1, 2))),
        (
            "17:06",
            "",
            json!({"type": "declareRecusal", "person": "stellbrink", "item": "mb25-2",
            "by": "decided"}),
        ),
        ("17:07", "", recess),
        ("17:08", "", json!({"type": "closeMeeting"})),
    ]);
    let rows = serde_json::to_string(&json!(script.master)).unwrap();
    let rows = rows.replace("nw-kro-ausschuss", "nw-kro-kreistag");
    script.master = serde_json::from_str(&rows).unwrap();
    let text = dump::text(&complete(&Played::of(&script).record()));
    for expected in [
        "Erforderlich sind mindestens 4 Ja-Stimmen (Hauptsatzung, § 5 Abs. 3 S. 3 KrO NRW).\n| Antrag:\n",
        "mit 3 Ja-Stimmen bei 1 Gegenstimme abgelehnt (erforderlich sind 4 Ja-Stimmen)\n",
        "Ja-Stimmen (Hauptsatzung, § 5 Abs. 3 S. 3 KrO NRW).\n| Beschluss:\n",
        "dass bei Frau KA Harmsdorp ein Ausschließungsgrund nach § 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW nicht vorliegt.",
        "dass bei Herrn KA Stellbrink ein Ausschließungsgrund nach § 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW vorliegt. Er verlässt um 17:06 Uhr den Beratungstisch",
        "[Unterbrechung] Die Sitzung wird um 17:07 Uhr unterbrochen.\n",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// An assembly in which the chair is the head of the administration: present, counted, without a vote.
#[test]
fn who_has_no_vote_in_a_matter_is_named_and_counts_as_present() {
    let vote = |majority: &str, votes: (u16, u16)| {
        let mut vote = counted(2, &json!("item"), "Die Ausschüsse werden neu besetzt.", votes);
        vote["majority"] = json!(majority);
        vote
    };
    let elect = json!({"type": "openElection", "item": "mb25-2", "post": "Nachfolge im Ausschuss",
        "candidates": ["harmsdorp"], "method": "showOfHands",
        "majority": "ohne-landraetin-oder-landrat"});
    let round = json!({"type": "recordRound", "election": election_of("nachwahl"),
        "tally": {"candidates": [{"person": "harmsdorp", "votes": 3}]}});
    let mut script = session(vec![
        ("17:01", "", opening()),
        ("17:02", "", call(2)),
        ("17:03", "", vote("zusammensetzung-der-ausschuesse", (2, 1))),
        ("17:04", "", vote("einleitung-der-abwahl", (1, 2))),
        ("17:05", "nachwahl", elect),
        ("17:06", "", round),
        ("17:08", "", json!({"type": "closeMeeting"})),
    ]);
    let mut rows = json!(script.master);
    for row in rows.as_array_mut().unwrap() {
        if row["noun"] == "membership" && row["person"] == json!(PersonId::from_key("tidemoor")) {
            row["status"] = json!("HVB");
        }
    }
    let rows = rows.to_string().replace("nw-kro-ausschuss", "nw-kro-kreistag");
    script.master = serde_json::from_str(&rows).unwrap();
    let record = Played::of(&script).record();
    let text = dump::text(&complete(&record));
    let without = "stimmt bei diesem Gegenstand nicht mit (§ 25 Abs. 2 KrO NRW).";
    assert_eq!(text.matches(without).count(), 3, "{text}");
    assert!(!text.contains("Zusammensetzung der Ausschüsse,"), "no share is asked for:\n{text}");
    let needs = "Erforderlich sind mindestens 4 Ja-Stimmen (Einleitung der Abwahl, § 45 KrO NRW).";
    assert!(text.contains(needs), "{text}");
}
