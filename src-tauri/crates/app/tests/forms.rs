//! What a window finds again after the program ended: forms as far as they were filled in, and where
//! it was. The vault is opened anew for every order.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::{Moment, OrganizationId, Timestamp};
use sitzungsbuch_app::order::{Answer, Order};
use sitzungsbuch_app::view::{self, Question};
use sitzungsbuch_app::{ApiError, Caller, Engine, Passphrase, Vault, carry_out, places};
use sitzungsbuch_store::{FormRow, KdfCost, Write};
use tempfile::TempDir;

const MEETING: &str = "wiesenthal-2026-11-12";

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-19T{clock}+01:00")).unwrap().timestamp()
}

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        drop(
            Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal)
                .unwrap(),
        );
        Self(home)
    }

    fn vault(&self) -> Vault {
        Vault::open(&places::vault(self.0.path()), &passphrase()).unwrap()
    }

    fn order(&self, order: &Value) -> Result<Answer, ApiError> {
        let order: Order = serde_json::from_value(order.clone()).unwrap();
        let caller = Caller { now: at("16:21"), actor: "window", source: "window" };
        carry_out(&mut Engine::new(self.vault()).unwrap(), &order, &caller)
    }

    fn ask(&self, question: Value) -> Value {
        let question: Question = serde_json::from_value(question).unwrap();
        let mut engine = Engine::new(self.vault()).unwrap();
        let reply = view::answer(&mut engine, &question, at("16:30")).unwrap();
        serde_json::to_value(reply).unwrap()["view"].clone()
    }

    fn form(&self, form: &str) -> Value {
        self.ask(json!({"of": "form", "form": form}))
    }

    fn begun(&self) -> Value {
        self.ask(json!({"of": "start"}))["begun"].clone()
    }

    /// Writes into the vault what this program would never write.
    fn spoil(&self, kind: &str, body: &str) {
        let form = Some(FormRow { kind: kind.to_owned(), body: Some(body.into()) });
        let act = format!("{kind}/{body}");
        self.vault().append(&Write { act, form, ..Write::default() }).unwrap();
    }
}

fn set_up() -> Value {
    json!({"of": "setUp", "step": 2, "body": "Kreis Mühlental", "organ": "Der Kreistag",
        "place": "Mühlental", "address": "", "website": "", "committee": "Bauausschuss",
        "genitive": "", "profile": "nw-kro-ausschuss", "list": "Frau KA Brigitte Osterloh, Vors",
        "edits": [{"key": "0x", "value": null}], "vacantVoting": "zwei", "vacantAdvisory": "",
        "clerkForm": "none", "clerkTitle": "", "clerkGivenName": "", "clerkFamilyName": ""})
}

fn meeting() -> Value {
    json!({"of": "meeting", "organization": OrganizationId::from_key("x"), "day": "19.11.",
        "time": "halb fünf", "room": "Raum 1.12", "building": "", "street": "", "postalCode": "",
        "locality": "", "list": "1. Form", "edits": []})
}

#[test]
fn a_form_is_there_as_it_was_typed_until_it_is_given_up() {
    let place = Place::new();
    assert_eq!((place.form("setUp"), place.begun()), (Value::Null, json!([])));
    place.order(&json!({"of": "keepForm", "form": meeting()})).unwrap();
    let mut newer = set_up();
    newer["body"] = "Kreis".into();
    for form in [newer, set_up()] {
        let answer = place.order(&json!({"of": "keepForm", "form": form})).unwrap();
        assert_eq!(answer.saved, "16:21:00");
    }
    assert_eq!((place.form("setUp"), place.form("meeting")), (set_up(), meeting()));
    let expected = json!([
        {"form": "setUp", "words": "Kreis Mühlental · Bauausschuss", "kept": "Heute, 16:21"},
        {"form": "meeting", "words": "19.11. · Raum 1.12", "kept": "Heute, 16:21"},
    ]);
    assert_eq!(place.begun(), expected);
    place.order(&json!({"of": "dropForm", "form": "setUp"})).unwrap();
    assert_eq!((place.form("setUp"), place.form("meeting")), (Value::Null, meeting()));
}

#[test]
fn a_form_that_is_sent_is_done_with_and_a_refused_one_stays() {
    let place = Place::new();
    place.order(&json!({"of": "keepForm", "form": set_up()})).unwrap();
    let mut sent = json!({"of": "setUp", "body": "Kreis Mühlental", "organ": "Der Kreistag",
        "place": "", "address": "", "website": "", "committee": "Bauausschuss", "genitive": "",
        "gender": null, "profile": "nw-kro-ausschuss", "vacant": ["voting"], "people": [],
        "clerk": null});
    place.order(&sent).unwrap_err();
    assert_eq!(place.form("setUp"), set_up());
    sent["place"] = "Mühlental".into();
    place.order(&sent).unwrap();
    assert_eq!(place.form("setUp"), Value::Null);
    // Sent twice it writes nothing new, and is done with all the same.
    place.order(&json!({"of": "keepForm", "form": set_up()})).unwrap();
    place.order(&sent).unwrap();
    assert_eq!(place.form("setUp"), Value::Null);

    let committee = place.ask(json!({"of": "setUp"}))["committees"][0]["organization"].clone();
    let mut form = meeting();
    form["organization"] = committee.clone();
    let mut sent = json!({"of": "prepare", "organization": committee, "day": "2026-11-19",
        "time": "16:30", "building": "", "street": "", "postalCode": "", "locality": "",
        "room": "", "agenda": [{"number": "1", "name": "Formalien", "subject": "", "paper": "",
        "kind": "formalities", "part": "public", "proposal": ""}]});
    for room in ["", "Raum 1.12", "Raum 1.12"] {
        place.order(&json!({"of": "keepForm", "form": form})).unwrap();
        sent["room"] = room.into();
        assert_eq!(place.order(&sent).is_ok(), !room.is_empty());
        let kept = if room.is_empty() { form.clone() } else { Value::Null };
        assert_eq!(place.form("meeting"), kept, "{room}");
    }
}

#[test]
fn the_window_is_where_it_was_as_far_as_that_is_still_there() {
    let place = Place::new();
    let now = || place.ask(json!({"of": "place"}));
    assert_eq!(now(), json!({"view": "start"}));
    let go = |to: Value| place.order(&json!({"of": "keepPlace", "place": to})).unwrap();
    go(json!({"view": "setUp"}));
    assert_eq!(now(), json!({"view": "setUp"}));
    go(json!({"view": "meeting", "meeting": MEETING, "item": null}));
    assert_eq!(now(), json!({"view": "start"}), "there is no such session");
    let meeting = place.order(&json!({"of": "trySample"})).unwrap().meeting.unwrap();
    assert_eq!(now(), json!({"view": "meeting", "meeting": meeting, "item": null}));
    go(json!({"view": "meeting", "meeting": MEETING, "item": "unbekannt"}));
    assert_eq!(now(), json!({"view": "start"}), "there is no such item");
    go(json!({"view": "minutes", "meeting": MEETING}));
    assert_eq!(now(), json!({"view": "start"}), "there is no Niederschrift yet");
    // A session that is open goes before the overview.
    place
        .order(&json!({"of": "noteOpening", "meeting": MEETING, "present": ["falkenroth"],
            "chair": null, "clerk": null}))
        .unwrap();
    place.order(&json!({"of": "openNoted", "act": "auf", "meeting": MEETING, "at": null})).unwrap();
    go(json!({"view": "start"}));
    assert_eq!(now(), json!({"view": "meeting", "meeting": meeting, "item": null}));
}

#[test]
fn what_cannot_be_read_is_as_good_as_none() {
    let place = Place::new();
    for body in ["", "{}", "[1", r#"{"of":"meeting","day":7}"#, &meeting().to_string()] {
        place.spoil("setUp", body);
        place.spoil("place", body);
        assert_eq!((place.form("setUp"), place.begun()), (Value::Null, json!([])), "{body}");
        assert_eq!(place.ask(json!({"of": "place"})), json!({"view": "start"}), "{body}");
    }
    // And it is written over like any other.
    place.order(&json!({"of": "keepForm", "form": set_up()})).unwrap();
    assert_eq!(place.form("setUp"), set_up());
}

/// Half a roll-call is there after a crash; the vote removes it in its own transaction, and no other.
#[test]
fn what_is_half_entered_is_kept_until_its_vote_is_recorded() {
    let place = Place::new();
    place.order(&json!({"of": "trySample"})).unwrap();
    let vote = |matter: Value| {
        json!({"matter": matter, "corrects": null, "repeats": null, "majority": null,
            "announced": null, "note": "", "typed": {"way": "roll", "answers": [{"seat": "s1",
            "person": "falkenroth", "name": "Frau KA Falkenroth", "said": "yes"}, {"seat": "s2",
            "person": "bornewasser", "name": "Herr KA Bornewasser", "said": null}]}})
    };
    let part = json!({"part": "Ziffer 2"});
    let between = json!({"matter": part, "title": "Ziffer 2", "wording": {"blocks": []},
        "repeats": null});
    // Rows of an older program do not say what is written, nor what is left out.
    let entering = json!({"series": false, "between": [between], "votes": [vote(json!("item")),
        vote(part)]});
    let keep = |entering: &Value, item: &str| {
        place.order(&json!({"of": "keepEntering", "meeting": MEETING, "item": item,
            "entering": entering}))
    };
    let rows = || place.vault().form(&format!("entering/{}", id())).unwrap().is_some();
    assert!(keep(&entering, "niemand").is_err());
    keep(&entering, "wt26-3").unwrap();
    // Nobody can vote yet: nothing is offered, and nothing is lost.
    let found = || place.ask(json!({"of": "entering", "meeting": MEETING}));
    assert_eq!(found()[0]["entering"]["votes"], json!([]));
    let there = json!(["falkenroth", "bornewasser", "castendyk"]);
    place
        .order(&json!({"of": "noteOpening", "meeting": MEETING, "present": there, "chair": null,
            "clerk": null}))
        .unwrap();
    place
        .order(&json!({"of": "openNoted", "act": "auf", "meeting": MEETING, "at": "16:18"}))
        .unwrap();
    let kept = found();
    assert_eq!(kept[0]["entering"]["votes"].as_array().unwrap().len(), 2);
    let answers = &kept[0]["entering"]["votes"][0]["typed"]["answers"];
    assert_eq!((&answers[0]["said"], &answers[1]["said"]), (&json!("yes"), &Value::Null));

    let act = |act: &str, command: Value| {
        place.order(&json!({"of": "act", "act": act, "meeting": MEETING, "basedOn": null,
            "at": "16:20", "command": command}))
    };
    let recorded = json!({"type": "recordVote", "item": "wt26-3", "wordingPut": {"blocks": [
        {"type": "paragraph", "content": "Zugestimmt."}]}, "tally": {"kind": "unanimous"},
        "announced": "accepted", "note": "ausgezählt"});
    // A refused vote takes nothing along.
    let mut refused = recorded.clone();
    refused["item"] = json!("niemand");
    assert!(act("falsch", refused).is_err());
    assert_eq!(found(), kept);
    act("punkt", json!({"type": "callItem", "item": "wt26-3"})).unwrap();
    act("stimmen", recorded).unwrap();
    let left = found();
    assert_eq!(left[0]["entering"]["votes"].as_array().unwrap().len(), 1);
    assert_eq!(left[0]["entering"]["between"].as_array().unwrap().len(), 1);
    assert!(rows());
    let words = json!({"blocks": [{"type": "paragraph", "content": [{"type": "text",
        "text": "Der zweite Abschnitt"}]}]});
    let nothing = json!({"series": false, "except": null, "writing": null, "between": [],
        "votes": []});
    for (field, left) in [("writing", words), ("except", json!([]))] {
        let mut entering = nothing.clone();
        entering[field] = left;
        keep(&entering, "wt26-3").unwrap();
        assert_eq!(found()[0]["entering"], entering, "{field}");
    }
    // An outcome in words of its own goes with the outcome.
    let mut outcome = vote(json!("item"));
    outcome["typed"] = json!({"way": "outcome", "outcome": "referred", "to": null, "wording":
        {"blocks": []}});
    let mut entering = nothing.clone();
    entering["votes"] = json!([outcome]);
    keep(&entering, "wt26-3").unwrap();
    assert_eq!(found()[0]["entering"]["votes"][0]["typed"], outcome["typed"]);
    act("ergebnis", json!({"type": "recordOutcome", "item": "wt26-3", "outcome": "referred"}))
        .unwrap();
    assert!(!rows());
}

/// What was typed in a dialog is there after a crash until it is given up, or recorded as the act whose
/// id it has: then it is not typed any more, whether or not the window could still say so.
#[test]
fn what_is_typed_over_a_session_is_kept_until_it_is_recorded() {
    let place = Place::new();
    place.order(&json!({"of": "trySample"})).unwrap();
    let keep = |meeting: &str, panel: Value| {
        place.order(&json!({"of": "keepPanel", "meeting": meeting, "panel": panel}))
    };
    let found = || place.ask(json!({"of": "panel", "meeting": MEETING}));
    let half = |act: &str| json!({"act": act, "body": "{\"text\": \"Der Stand \\\"2026\\\" 🎉"});
    assert_eq!(found(), Value::Null);
    assert!(keep("keine", half("auf")).is_err());
    keep(MEETING, half("auf")).unwrap();
    assert_eq!(found()["body"], half("auf")["body"]);
    keep(MEETING, Value::Null).unwrap();
    assert_eq!(found(), Value::Null);

    keep(MEETING, half("auf")).unwrap();
    let there = json!(["falkenroth"]);
    place
        .order(&json!({"of": "noteOpening", "meeting": MEETING, "present": there, "chair": null,
            "clerk": null}))
        .unwrap();
    assert_eq!(found()["body"], half("auf")["body"], "another act changes nothing");
    place
        .order(&json!({"of": "openNoted", "act": "auf", "meeting": MEETING, "at": "16:18"}))
        .unwrap();
    assert_eq!(found(), Value::Null);
    keep(MEETING, half("danach")).unwrap();
    assert_eq!(found()["body"], half("danach")["body"]);
    for body in ["", "{}", "[1"] {
        place.spoil(&format!("panel/{}", id()), body);
        assert_eq!(found(), Value::Null, "{body}");
    }
}

fn id() -> sitzungsbuch_app::core::MeetingId {
    sitzungsbuch_app::core::MeetingId::from_key(MEETING)
}
