//! What is entered after a vote or a finding it bears on: whose ballot stands, which numbers are told,
//! what is said of it.

use super::acts::{opening, session, words};
use super::dump;
use super::script::{Act, Played};
use crate::compose::complete;
use serde_json::{Value, json};
use sitzungsbuch_core::{ActId, VoteId};

const DAY: &str = "2025-03-06T";

/// The minutes of a session; what is written as `17:06<17:10` is entered at the second time.
fn minutes(acts: &[(&str, &str, Value)]) -> String {
    let mut script = session(Vec::new());
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
    let mut acts = vec![
        ("17:01", "", opening()),
        ("17:04", "", json!({"type": "callItem", "item": "mb25-2"})),
    ];
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
