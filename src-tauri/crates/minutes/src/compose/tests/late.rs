//! What is entered after a vote or a finding it bears on: whose ballot stands, which numbers are told,
//! what is said of it.

use super::acts::{counted, election_of, opening, session, words};
use super::dump;
use super::script::{Act, Played, Script};
use crate::compose::complete;
use serde_json::{Value, json};
use sitzungsbuch_core::{ActId, VoteId};

const DAY: &str = "2025-03-06T";

/// The minutes of a session; what is written as `17:06<17:10` is entered at the second time.
fn minutes(acts: &[(&str, &str, Value)]) -> String {
    played(session(Vec::new()), acts)
}

fn played(mut script: Script, acts: &[(&str, &str, Value)]) -> String {
    for (when, key, value) in acts {
        let (at, entered) = when.split_once('<').unwrap_or((when, when));
        let act = json!({"at": format!("{DAY}{at}"), "entered": format!("{DAY}{entered}"),
            "do": value});
        let act: Act = serde_json::from_value(act).unwrap();
        script.acts.push(if key.is_empty() { act } else { act.called(key) });
    }
    let close = serde_json::from_value(json!({"type": "closeMeeting"})).unwrap();
    script.acts.push(Act::new(&format!("{DAY}18:00"), close));
    dump::text(&complete(&Played::of(&script).record()))
}

fn call(item: u8) -> Value {
    json!({"type": "callItem", "item": format!("mb25-{item}")})
}

fn close(item: u8) -> Value {
    json!({"type": "closeItem", "item": format!("mb25-{item}")})
}

fn establish() -> Value {
    json!({"type": "establishQuorum"})
}

fn open(present: &[&str]) -> Value {
    let mut open = opening();
    open["present"] = json!(present);
    open["remote"] = json!([]);
    open
}

/// Three to two by name; Herr Brockstedde stands in for Frau Wiecherding on seat 3 and says yes.
fn roll_call() -> Value {
    let ballots = [(1, "yes"), (2, "yes"), (3, "yes"), (4, "no"), (5, "no")]
        .map(|(seat, choice)| json!({"seat": format!("mb-sitz-{seat}"), "choice": choice}));
    json!({"type": "recordVote", "item": "mb25-2", "announced": "accepted",
        "note": "so bekannt gegeben", "wordingPut": words("Der Zuschuss wird gewährt."),
        "tally": {"kind": "rollCall", "ballots": ballots}})
}

fn confirm() -> Value {
    let vote = VoteId::of_act(ActId::from_key("vote"));
    json!({"type": "confirmBasis", "vote": vote, "note": "stimmte nicht mit"})
}

/// A roll-call at 17:08 after some acts and before others.
fn called(before: &[(&'static str, Value)], after: &[(&'static str, Value)]) -> String {
    let mut acts = vec![("17:01", "", opening()), ("17:04", "", call(2))];
    acts.extend(before.iter().map(|(at, value)| (*at, "", value.clone())));
    acts.push(("17:08", "vote", roll_call()));
    acts.extend(after.iter().map(|(at, value)| (*at, "", value.clone())));
    minutes(&acts)
}

fn leave(person: &str) -> Value {
    json!({"type": "recordDeparture", "person": person})
}

fn arrive(person: &str) -> Value {
    json!({"type": "recordArrival", "person": person})
}

fn recuse(person: &str) -> Value {
    json!({"type": "declareRecusal", "person": person, "item": "mb25-2", "by": "decided"})
}

/// A ballot belongs to who cast it, whatever is entered or settled of the seat later.
#[test]
fn a_vote_by_name_stands_under_the_name_of_who_cast_it() {
    for (before, after) in [
        (vec![], vec![("17:06<17:10", leave("brockstedde")), ("17:11", confirm())]),
        (vec![], vec![("17:06<17:10", leave("brockstedde"))]),
        (vec![], vec![("17:05<17:10", recuse("brockstedde")), ("17:11", confirm())]),
        (vec![("17:05", recuse("brockstedde"))], vec![]),
        (vec![], vec![("17:06<17:10", arrive("wiecherding")), ("17:11", confirm())]),
    ] {
        let text = called(&before, &after);
        let row = |name: &str| {
            let rows = text.lines().filter(|line| line.contains(name) && line.contains("; Ja ;"));
            rows.count()
        };
        assert_eq!((row("Brockstedde"), row("Wiecherding")), (1, 0), "{after:?}\n{text}");
    }
}

/// What the chair found stands; the numbers beside it are those of the list of attendance.
#[test]
fn a_finding_tells_the_numbers_of_the_record() {
    let few = ["tidemoor", "stellbrink", "quastenberg", "harmsdorp"];
    let told = |present: u8, more: &[(&str, &str, Value)]| {
        let mut acts =
            vec![("17:01", "open", open(&few)), ("17:03", "", establish()), ("17:04", "", call(2))];
        acts.extend(more.iter().cloned());
        let text = minutes(&acts);
        let told = format!("Von 7 stimmberechtigten Mitgliedern sind {present} anwesend");
        assert!(text.contains(&told), "{told}\n{text}");
    };
    told(4, &[]);
    told(4, &[("17:05", "", arrive("tewesmann"))]);
    told(5, &[("17:02<17:05", "", arrive("tewesmann"))]);
    told(3, &[("17:02<17:05", "", leave("harmsdorp"))]);
    let all = [&few[..], &["tewesmann", "uphoevel"]].concat();
    let act = ActId::from_key("open");
    let right = json!({"type": "correct", "act": act, "replacement": open(&all)});
    told(6, &[("17:01<17:05", "", right)]);
}

/// A session that is a second call for these items.
fn called_again(items: &[&str], acts: &[(&str, &str, Value)]) -> String {
    let mut script = session(Vec::new());
    let plan = json!({"notice": true, "items": items});
    script.meeting.plan.second_call = Some(serde_json::from_value(plan).unwrap());
    played(script, acts)
}

/// § 34 Abs. 2 KrO NRW: the number does not matter, and none is required.
#[test]
fn in_a_second_call_no_number_is_required() {
    let few = ["tidemoor", "stellbrink", "quastenberg"];
    let acts = [
        ("17:01", "", open(&few)),
        ("17:01", "", call(1)),
        ("17:03", "", establish()),
        ("17:04", "", close(1)),
        ("17:04", "", call(2)),
        ("17:05", "", counted(2, &json!("item"), "Die Musikschule erhält 10.000 EUR.", (3, 0))),
        ("17:06", "", close(2)),
    ];
    let all: Vec<String> = (2..=7).map(|item| format!("mb25-{item}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let text = called_again(&all, &acts);
    let whole = "sind 3 anwesend; die Zahl ist unerheblich, weil zum zweiten Mal zu demselben Gegenstand einberufen ist (§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW).";
    assert!(text.contains(whole) && !text.contains("erforderlich sind"), "{text}");
    assert!(!text.contains("Rechnerisch ist die Beschlussfähigkeit"), "{text}");
    // For some items only: the others are told what they need, and these that they do not.
    let text = called_again(&["mb25-2", "mb25-3"], &acts);
    let some = "sind 3 anwesend; erforderlich sind mindestens 4. Zu TOP 2 und TOP 3 ist zum zweiten Mal einberufen; insoweit ist die Zahl unerheblich (§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW).";
    assert!(text.contains(some), "{text}");
    assert!(!text.contains("Rechnerisch ist die Beschlussfähigkeit"), "{text}");
}

/// § 31 Abs. 6 GO NRW: what the participation of who had no vote means stands beside the vote, and
/// nobody is said to have taken no part who was counted.
#[test]
fn who_voted_without_a_vote_is_named_with_what_it_means() {
    let decisive = "[Mitwirkung] Herr KA Brockstedde war bei dieser Abstimmung wegen Befangenheit nicht stimmberechtigt. Im Ergebnis ist die Stimme enthalten. Das Ergebnis war 3:2 (angenommen), ohne diese Stimme 2:2, also entscheidend (§ 28 Abs. 2 KrO NRW i. V. m. § 31 Abs. 6 GO NRW).";
    let late = ("17:05<17:10", recuse("brockstedde"));
    for after in [vec![late.clone()], vec![late, ("17:11", confirm())]] {
        let text = called(&[], &after);
        assert!(text.contains(decisive) && !text.contains("nicht mit"), "{text}");
        assert!(text.contains("Er ist von Beratung und Abstimmung ausgeschlossen."), "{text}");
    }
    let left = [("17:06<17:10", leave("brockstedde")), ("17:11", confirm())];
    let text = called(&[], &left);
    let told = "[Mitwirkung] Herr KA Brockstedde war bei dieser Abstimmung nach den Eintragungen nicht stimmberechtigt anwesend. Im Ergebnis ist die Stimme enthalten. Das Ergebnis war 3:2 (angenommen), ohne diese Stimme 2:2, also entscheidend.";
    assert!(text.contains(told), "{text}");
    // Recorded with a note, and counted without names.
    let text = called(&[("17:05", recuse("brockstedde"))], &[]);
    assert!(
        text.contains("[Mitwirkung] Herr KA Brockstedde war bei dieser Abstimmung wegen"),
        "{text}"
    );
    let vote = counted(2, &json!("item"), "Die Musikschule erhält 10.000 EUR.", (4, 2));
    let acts = [
        ("17:01", "", opening()),
        ("17:04", "", call(2)),
        ("17:08", "vote", vote),
        ("17:05<17:10", "", recuse("stellbrink")),
        ("17:11", "", confirm()),
    ];
    let text = minutes(&acts);
    let told = "Herr KA Stellbrink war bei dieser Abstimmung wegen Befangenheit nicht stimmberechtigt. Im Ergebnis kann die Stimme enthalten sein. Das Ergebnis war 4:2 (angenommen), ohne diese Stimme ungünstigstenfalls 3:2, nicht entscheidend";
    assert!(text.contains(told), "{text}");
    // Who is known to be biased before the vote leaves, and is in no question.
    let text = called(&[], &[]);
    assert!(!text.contains("[Mitwirkung]"), "{text}");
}

/// V24e: a round with more votes than persons keeps its result as announced, and says what is wrong.
#[test]
fn a_round_that_contradicts_itself_is_announced_and_no_more() {
    let election = json!({"type": "openElection", "item": "mb25-2", "method": "showOfHands",
        "post": "Sprecherin", "candidates": ["stellbrink"]});
    let told = |votes: u16| {
        let round = json!({"type": "recordRound", "election": election_of("wahl"),
            "tally": {"candidates": [{"person": "stellbrink", "votes": votes}], "no": 2},
            "note": "so bekannt gegeben"});
        minutes(&[
            ("17:01", "", opening()),
            ("17:02", "", call(2)),
            ("17:03", "wahl", election.clone()),
            ("17:04", "", round),
        ])
    };
    let (fits, over) = (told(4), told(5));
    assert!(
        fits.contains("Herr KA Stellbrink wird mit 4 von 6 gültigen Stimmen gewählt"),
        "{fits}"
    );
    let announced =
        "Herr KA Stellbrink wird mit 5 von 7 gültigen Stimmen als gewählt bekannt gegeben";
    assert!(over.contains(announced) && over.contains("7 Stimmen"), "{over}");
}

/// What was found on the first day is told with its day on the next.
#[test]
fn a_finding_of_another_day_has_its_day() {
    let mut script = session(Vec::new());
    let mut put = |at: &str, value: Value| {
        script.acts.push(Act::new(at, serde_json::from_value(value).unwrap()));
    };
    put("2025-03-06T17:01", open(&["tidemoor", "stellbrink", "quastenberg"]));
    put("2025-03-06T17:05", json!({"type": "declareLackOfQuorum"}));
    put("2025-03-06T17:10", json!({"type": "adjournMeeting", "to": "2025-03-13T17:00+01:00"}));
    put("2025-03-13T17:00", json!({"type": "resumeMeeting", "missing": []}));
    put("2025-03-13T17:02", call(2));
    put(
        "2025-03-13T17:03",
        counted(2, &json!("item"), "Die Musikschule erhält 10.000 EUR.", (3, 0)),
    );
    put("2025-03-13T18:00", json!({"type": "closeMeeting"}));
    let text = dump::text(&complete(&Played::of(&script).record()));
    let told = "nach der Feststellung der Beschlussunfähigkeit am 06.03.2025 um 17:05 Uhr.";
    assert!(text.contains(told), "{text}");
}
