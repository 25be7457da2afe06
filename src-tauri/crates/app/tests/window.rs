//! What a window does, over a real vault: forms, the draft of an opening, the desk. The process may
//! end after any order; what was answered is there again.

#![cfg(test)]

use serde_json::{Value, json};
use sitzungsbuch_app::core::membership::Status;
use sitzungsbuch_app::core::person::Person;
use sitzungsbuch_app::core::session::command::Mode;
use sitzungsbuch_app::core::session::{Command, Event, Phase, Snapshot};
use sitzungsbuch_app::core::{ActId, MeetingId, Moment, PersonId, Timestamp};
use sitzungsbuch_app::desk::{Desk, DeskState, DocumentRequest};
use sitzungsbuch_app::documents::{self, Edition, Scope};
use sitzungsbuch_app::order::{Answer, Order};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::view::{self, Question, Reply};
use sitzungsbuch_app::{
    ApiError, Caller, Engine, ErrorCode, OpeningDraft, Passphrase, Vault, carry_out, places,
};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

/// 19 November 2026, in Germany.
fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-19T{clock}+01:00")).unwrap().timestamp()
}

/// A place with a vault, which is opened anew for every order: nothing lives on in memory.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = places::vault(home.path());
        drop(Vault::create_with(&folder, &passphrase(), KdfCost::Minimal).unwrap());
        Self(home)
    }

    fn engine(&self) -> Engine {
        Engine::new(Vault::open(&places::vault(self.0.path()), &passphrase()).unwrap()).unwrap()
    }

    fn order(&self, clock: &str, order: &Value) -> Result<Answer, ApiError> {
        let order: Order = serde_json::from_value(order.clone()).unwrap();
        let caller = Caller { now: at(clock), actor: "window", source: "window" };
        carry_out(&mut self.engine(), &order, &caller)
    }

    fn now(&self, meeting: MeetingId) -> Snapshot {
        self.engine().state(meeting).unwrap().now.clone()
    }

    fn draft(&self) -> OpeningDraft {
        self.engine().opening_draft(sample()).unwrap().unwrap()
    }

    /// With the sample, some people noted.
    fn noted(present: &[&str], chair: Option<&str>, clerk: Option<&str>) -> Self {
        let place = Self::new();
        place.order("16:00", &json!({"of": "trySample"})).unwrap();
        place.note(present, chair, clerk).unwrap();
        place
    }

    fn note(
        &self,
        present: &[&str],
        chair: Option<&str>,
        clerk: Option<&str>,
    ) -> Result<Answer, ApiError> {
        let order = json!({"of": "noteOpening", "meeting": MEETING, "present": present,
            "chair": chair, "clerk": clerk});
        self.order("16:05", &order)
    }

    fn open(&self) -> Result<Answer, ApiError> {
        self.order(
            "16:32",
            &json!({"of": "openNoted", "act": "auf", "meeting": MEETING, "at": null}),
        )
    }

    fn act(
        &self,
        clock: &str,
        act: &str,
        at: Option<&str>,
        command: &Value,
    ) -> Result<Answer, ApiError> {
        let order = json!({"of": "act", "act": act, "meeting": MEETING, "basedOn": null, "at": at,
            "command": command});
        self.order(clock, &order)
    }

    fn admit(
        &self,
        act: &str,
        capacity: &str,
        name: &str,
        detail: &str,
    ) -> Result<Answer, ApiError> {
        let order = json!({"of": "admitByName", "act": act, "meeting": MEETING, "at": null,
            "capacity": capacity, "formOfAddress": "none", "name": name, "detail": detail});
        self.order("16:40", &order)
    }
}

fn sample() -> MeetingId {
    MeetingId::parse(MEETING).unwrap()
}

fn person(key: &str) -> PersonId {
    PersonId::parse(key).unwrap()
}

fn opening(now: &Place) -> (Vec<PersonId>, Vec<PersonId>, Vec<PersonId>) {
    let state = now.engine().state(sample()).unwrap().clone();
    let opened = state.entries.iter().find_map(|entry| match &entry.event {
        Event::MeetingOpened { present, officials, guests, .. } => Some((
            present.iter().map(|one| one.person).collect(),
            officials.clone(),
            guests.clone(),
        )),
        _ => None,
    });
    opened.unwrap()
}

#[test]
fn the_sample_is_there_once_and_today() {
    let place = Place::new();
    let answer = place.order("10:12", &json!({"of": "trySample"})).unwrap();
    assert_eq!(answer.meeting, Some(sample()));
    assert_eq!(answer.saved, "10:12:00");
    assert_eq!(answer.view.unwrap().phase, Phase::Prepared);
    let now = place.now(sample());
    assert_eq!(now.plan.as_ref().unwrap().start.to_string(), "2026-11-19T10:15+01:00");
    assert!(now.items.iter().filter(|item| !item.item.proposal.is_empty()).count() >= 5);
    let again = place.order("10:13", &json!({"of": "trySample"})).unwrap_err();
    assert!(again.message.contains("bereits angelegt"), "{again}");
}

#[test]
fn what_is_noted_before_the_opening_survives_and_opens_the_session() {
    let place = Place::noted(&["falkenroth", "bornewasser"], None, None);
    place
        .note(
            &[
                "zumloh",
                "ellerkamp",
                "castendyk",
                "castendyk",
                "thorwarth",
                "lindhorst",
                "falkenroth",
            ],
            None,
            None,
        )
        .unwrap();
    let draft = place.draft();
    let noted = ["zumloh", "ellerkamp", "castendyk", "thorwarth", "lindhorst", "falkenroth"];
    assert_eq!(draft.present, noted.map(person));
    assert_eq!(place.now(sample()).phase, Phase::Prepared, "a draft is no act");
    let answer = place.open().unwrap();
    assert_eq!(answer.view.unwrap().phase, Phase::Open);
    let now = place.now(sample());
    assert_eq!(now.opened.unwrap().clock(), "16:32");
    assert_eq!((now.chair, now.clerk), (Some(person("falkenroth")), Some(person("siebrecht"))));
    let (present, officials, guests) = opening(&place);
    // The chair, then by name, however the taps came.
    assert_eq!(present, ["falkenroth", "castendyk", "ellerkamp"].map(person));
    assert_eq!(officials, ["thorwarth", "zumloh"].map(person));
    assert_eq!(guests, [person("lindhorst")]);
    // The same tap again is answered again, and the draft is over.
    place.open().unwrap();
    assert_eq!(place.now(sample()).opened.unwrap().clock(), "16:32");
    let late = place.note(&["falkenroth"], None, None).unwrap_err();
    assert!(late.message.contains("bereits eröffnet"), "{late}");
}

#[test]
fn what_is_missing_for_the_opening_is_said() {
    let none: [&str; 0] = [];
    for (present, chair, clerk, words) in [
        (&none[..], None, None, "wer die Sitzung leitet"),
        (&["bornewasser"], None, None, "wer die Sitzung leitet"),
        (&["bornewasser"], Some("falkenroth"), None, "Annegret Falkenroth soll die Sitzung leiten"),
        (&["falkenroth", "achterfeld"], None, None, "Jorina Achterfeld ist als anwesend vermerkt"),
    ] {
        let place = Place::noted(present, chair, clerk);
        let fault = place.open().unwrap_err();
        assert!(fault.message.contains(words), "{fault}");
        assert_eq!(place.now(sample()).phase, Phase::Prepared);
        // The window shows it before anybody tries.
        let view = place.note(present, chair, clerk).unwrap().view.unwrap().opening.unwrap();
        assert!(!view.missing.is_empty(), "{present:?}");
    }
    let place = Place::noted(&["bornewasser"], Some("bornewasser"), Some("zumloh"));
    place.open().unwrap();
    let now = place.now(sample());
    assert_eq!((now.chair, now.clerk), (Some(person("bornewasser")), Some(person("zumloh"))));
    let unknown = Place::noted(&[], None, None).note(&["niemand"], None, None).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::BadInput);
}

#[test]
fn acts_happen_at_the_time_that_was_entered() {
    let place = Place::noted(&["falkenroth"], None, None);
    place.open().unwrap();
    let arrive = |person: &str| json!({"type": "recordArrival", "person": person});
    place.act("16:55", "a1", Some("16:53"), &arrive("bornewasser")).unwrap();
    place.act("16:56", "a2", None, &arrive("castendyk")).unwrap();
    // The same act comes again a minute later, without a time: it is answered once.
    place.act("16:57", "a2", None, &arrive("castendyk")).unwrap();
    let late = place.act("16:58", "a3", Some("17:30"), &arrive("dornbusch")).unwrap_err();
    assert!(late.message.contains("Zukunft"), "{late}");
    let bad = place.act("16:58", "a4", Some("viertel vor"), &arrive("dornbusch")).unwrap_err();
    assert!(bad.message.contains("keine Uhrzeit"), "{bad}");
    let midnight = |place: &Place, at: &str| {
        let order = json!({"of": "act", "act": "nach", "meeting": MEETING, "basedOn": null,
            "at": at, "command": {"type": "recordDeparture", "person": "bornewasser"}});
        let order: Order = serde_json::from_value(order).unwrap();
        let now = Moment::parse("2026-11-20T00:20+01:00").unwrap().timestamp();
        carry_out(&mut place.engine(), &order, &Caller { now, actor: "w", source: "w" })
    };
    midnight(&place, "00:15").unwrap();
    let state = place.engine().state(sample()).unwrap().clone();
    let times: Vec<String> =
        state.entries.iter().rev().take(3).map(|entry| entry.occurred_at.to_string()).collect();
    let expected = ["2026-11-20T00:15+01:00", "2026-11-19T16:56+01:00", "2026-11-19T16:53+01:00"];
    assert_eq!(times, expected);
}

/// Of two days of a session a time is one of the last on which it lies behind; a day that is named
/// is meant.
#[test]
fn a_time_on_the_second_day_of_a_session_belongs_to_that_day() {
    let place = Place::noted(&["falkenroth"], None, None);
    place.open().unwrap();
    let adjourn = |act: &str, day: &str, time: &str| {
        let order = json!({"of": "adjourn", "act": act, "meeting": MEETING, "at": null,
            "day": day, "time": time});
        place.order("19:30", &order)
    };
    let same = adjourn("v1", "2026-11-19", "21:00").unwrap_err();
    assert!(same.message.contains("späteren Tag"), "{same}");
    let wrong = adjourn("v2", "morgen", "16:30").unwrap_err();
    assert_eq!(wrong.message, "„morgen“ ist kein Tag.");
    assert!(adjourn("v4", "2026-11-24", "halb").unwrap_err().message.contains("„halb“"));
    let paragraph = json!([{"type": "paragraph", "content": [{"type": "text", "text": "Ja."}]}]);
    let vote = json!({"type": "recordVote", "item": "wt26-3", "wordingPut": {"blocks": paragraph},
        "tally": {"kind": "unanimous"}, "announced": "accepted"});
    place.act("16:45", "w", None, &vote).unwrap();
    let view = adjourn("v3", "2026-11-24", "16:30").unwrap().view.unwrap();
    assert_eq!(view.times, "Fortsetzung 24.11. 16:30");
    let act = |act: &str, at: Option<&str>, command: Value| {
        let order = json!({"of": "act", "act": act, "meeting": MEETING, "basedOn": null, "at": at,
            "command": command});
        let order: Order = serde_json::from_value(order).unwrap();
        let now = Moment::parse("2026-11-24T17:00+01:00").unwrap().timestamp();
        carry_out(&mut place.engine(), &order, &Caller { now, actor: "w", source: "w" })
    };
    let arrive = |person: &str| json!({"type": "recordArrival", "person": person});
    act("f", Some("16:34"), json!({"type": "resumeMeeting"})).unwrap();
    act("a1", Some("16:50"), arrive("bornewasser")).unwrap();
    // Later than now: it was on the first day.
    act("a2", Some("18:10"), arrive("castendyk")).unwrap();
    act("a3", Some("19.11. 16:50"), arrive("dornbusch")).unwrap();
    act("a4", Some("19.11.2026 16:51"), arrive("ellerkamp")).unwrap();
    let bad = act("a5", Some("45.11. 16:50"), arrive("wittkopp")).unwrap_err();
    assert!(bad.message.contains("„45.11. 16:50“ ist keine Uhrzeit"), "{bad}");
    let state = place.engine().state(sample()).unwrap().clone();
    let times: Vec<String> =
        state.entries.iter().rev().take(5).map(|entry| entry.occurred_at.to_string()).collect();
    let expected = [
        "2026-11-19T16:51+01:00",
        "2026-11-19T16:50+01:00",
        "2026-11-19T18:10+01:00",
        "2026-11-24T16:50+01:00",
        "2026-11-24T16:34+01:00",
    ];
    assert_eq!(times, expected);
    // A correction says the day, also where its time lies behind on the later one, too.
    let item = json!({"of": "item", "meeting": MEETING, "item": "wt26-3"});
    let item =
        view::answer(&mut place.engine(), &serde_json::from_value(item).unwrap(), at("16:46"));
    let Ok(Reply::Item(item)) = item else { panic!() };
    assert_eq!(
        (item.results[0].time.as_str(), item.results[0].at.as_str()),
        ("16:45", "19.11. 16:45")
    );
    let log = json!({"of": "log", "meeting": MEETING});
    let log = view::answer(&mut place.engine(), &serde_json::from_value(log).unwrap(), at("16:46"));
    let Ok(Reply::Log(log)) = log else { panic!() };
    let rows = log.rows.iter().map(|row| (row.time.as_str(), row.at.as_str()));
    assert!(rows.clone().any(|row| row == ("16:45", "19.11. 16:45")), "{log:?}");
    assert!(rows.clone().any(|row| row == ("24.11. 16:34", "24.11. 16:34")), "{log:?}");
    let correct = json!({"type": "correct", "act": "w", "replacement": vote});
    act("a6", Some(&item.results[0].at), correct).unwrap();
    let state = place.engine().state(sample()).unwrap().clone();
    assert_eq!(
        state.now.votes.iter().next_back().unwrap().closed.as_ref().unwrap().at.to_string(),
        "2026-11-19T16:45+01:00"
    );
}

/// The name of a resident who did not agree lies apart, and its absence breaks nothing.
#[test]
fn a_resident_who_is_not_to_be_named_is_a_note() {
    let place = Place::noted(&["falkenroth"], None, None);
    place.open().unwrap();
    let question = json!({"blocks": [{"type": "paragraph", "content": "Wann wird gebaut?"}]});
    let ask = json!({"type": "recordProceeding", "note": "Hanne Lüders", "proceeding":
        {"kind": "residentQuestion", "question": question, "answer": "written"}});
    place.act("16:50", "frage", None, &ask).unwrap();
    let mut engine = place.engine();
    let entry = engine.state(sample()).unwrap().entries.last().unwrap().clone();
    let Event::ProceedingRecorded { note: Some(digest), .. } = &entry.event else { panic!() };
    let kept = engine.vault().note(digest.bytes()).unwrap().unwrap();
    assert_eq!(kept.text.as_str(), "Hanne Lüders");
    let journal = serde_json::to_string(&entry.event).unwrap();
    assert!(!journal.contains("Lüders"), "{journal}");
}

#[test]
fn somebody_comes_by_name_and_is_known_from_then_on() {
    let place = Place::noted(&["falkenroth"], None, None);
    // Before the opening: noted, told apart by the directory or a membership.
    place.admit("g1", "guest", "Dr. Jost Lindhorst", "").unwrap();
    place.admit("g2", "guest", "Frau Fenja Neu", "").unwrap();
    place.admit("g2", "guest", "Frau Fenja Neu", "").unwrap();
    place.admit("o1", "official", "Ole Amt", "Abt. 10").unwrap();
    place.open().unwrap();
    let directory = place.engine().directory().clone();
    let named = |name: &str| {
        let mut all = directory.persons.values().filter(|one| one.family_name == name);
        let one = all.next().unwrap().clone();
        assert_eq!(all.next(), None, "{name} is there twice");
        one
    };
    let (_, officials, guests) = opening(&place);
    assert_eq!(guests, [person("lindhorst"), named("Neu").id]);
    assert_eq!(officials, [named("Amt").id]);
    assert_eq!(named("Amt").office, "Abt. 10");
    // After it: one act with the person in it.
    place.admit("g3", "guest", "Eva Später", "Verein <b>Breitband</b>").unwrap();
    place.admit("g3", "guest", "Eva Später", "Verein <b>Breitband</b>").unwrap();
    let state = place.engine().state(sample()).unwrap().clone();
    let came = state.entries.iter().filter(|entry| entry.act == ActId::from_key("g3"));
    assert_eq!(came.count(), 1);
    let directory = place.engine().directory().clone();
    let late = directory.persons.values().find(|one| one.family_name == "Später").unwrap();
    assert_eq!(late.affiliation, "Verein <b>Breitband</b>");
    // The same from one line, as it is typed in the notes.
    let line = |act: &str, typed: &str| {
        place.order(
            "16:40",
            &json!({"of": "admitGuest", "act": act, "meeting": MEETING, "typed": typed}),
        )
    };
    line("g4", "Frau Imke Zufall (Jugendrat)").unwrap();
    line("g4", "Frau Imke Zufall (Jugendrat)").unwrap();
    let directory = place.engine().directory().clone();
    let mut all = directory.persons.values().filter(|one| one.family_name == "Zufall");
    let chance = all.next().unwrap();
    assert_eq!((chance.given_name.as_str(), chance.affiliation.as_str()), ("Imke", "Jugendrat"));
    assert_eq!(all.next(), None);
    assert!(line("g5", ", Jugendrat").unwrap_err().message.contains("Der Name fehlt"));
    // A refused arrival adds nobody.
    let known = directory.persons.len();
    for (name, words) in [
        ("Annegret Falkenroth", "einen Sitz"),
        ("", "Der Name fehlt"),
        ("Zeile\u{202E}mdE", "Zeichen"),
        ("Eva Später", "schon anwesend"),
    ] {
        let fault = place.admit("x1", "guest", name, "").unwrap_err();
        assert!(fault.message.contains(words), "{name}: {fault}");
    }
    assert_eq!(place.engine().directory().persons.len(), known);
}

#[test]
fn a_substitute_by_name_takes_the_seat_and_is_known_from_then_on() {
    let place = Place::noted(&["falkenroth"], None, None);
    let seats = place.now(sample()).seats;
    let (seat, member) = seats
        .iter()
        .find_map(|(id, seat)| Some((*id, seat.member.filter(|one| one.status == Status::SB)?)))
        .unwrap();
    let order = |act: &str, name: &str| {
        json!({"of": "substituteByName", "act": act, "meeting": MEETING, "at": null, "seat": seat,
            "status": "SB", "formOfAddress": "frau", "name": name, "faction": member.faction})
    };
    for (name, words) in [("", "Der Name fehlt"), ("Annegret Falkenroth", "Sitz")] {
        let known = place.engine().directory().clone();
        let fault = place.order("16:20", &order("x", name)).unwrap_err();
        assert!(fault.message.contains(words), "{name}: {fault}");
        assert_eq!(*place.engine().directory(), known, "{name}");
    }
    // Arranged before the opening; a repeated tap is answered once.
    for _ in 0..2 {
        place.order("16:20", &order("v1", "Fenja Neu")).unwrap();
    }
    let now = place.now(sample());
    let substitution = now.seats[&seat].substitution().unwrap();
    assert_eq!(substitution.status, Status::SB);
    let directory = place.engine().directory().clone();
    let named = directory.persons.values().filter(|one| one.family_name == "Neu");
    let named: Vec<_> = named.collect();
    assert_eq!(named.len(), 1);
    assert_eq!(substitution.substitute, named[0].id);
    let day = now.plan.as_ref().unwrap().start.date();
    let organization = now.plan.as_ref().unwrap().organization;
    let membership = directory.membership(named[0].id, organization, day).unwrap();
    assert_eq!((membership.status, membership.on_behalf_of), (Status::SB, member.faction));
}

#[test]
fn who_is_noted_as_connected_is_so_from_the_opening() {
    let place = Place::noted(&["falkenroth"], None, None);
    let order = json!({"of": "noteOpening", "meeting": MEETING, "chair": null, "clerk": null,
        "present": ["falkenroth", "castendyk"], "remote": ["castendyk", "dornbusch"]});
    place.order("16:20", &order).unwrap();
    place.open().unwrap();
    let now = place.now(sample());
    assert_eq!(now.present(person("castendyk")).unwrap().mode, Mode::Remote);
    assert_eq!(now.present(person("falkenroth")).unwrap().mode, Mode::Room);
    assert_eq!(now.present(person("dornbusch")), None);
}

#[test]
fn what_acts_would_change_is_said_before_they_are_recorded() {
    let place = Place::noted(&["falkenroth", "castendyk"], None, None);
    place.open().unwrap();
    let call = json!({"type": "callItem", "item": "wt26-3"});
    place.act("16:40", "a", None, &call).unwrap();
    let vote = json!({"type": "recordVote", "item": "wt26-3", "wordingPut": {"blocks": [{"type": "paragraph", "content": "Zugestimmt."}]},
        "tally": {"kind": "unanimous"}, "announced": "accepted"});
    place.act("16:50", "b", None, &vote).unwrap();
    let ahead = |at: Value| {
        let question = json!({"of": "ahead", "meeting": MEETING, "at": at,
            "commands": [{"type": "recordArrival", "person": "dornbusch"},
                {"type": "recordArrival", "person": "falkenroth"}]});
        let question: Question = serde_json::from_value(question).unwrap();
        view::answer(&mut place.engine(), &question, self::at("16:53"))
    };
    let Ok(Reply::Ahead(now)) = ahead(Value::Null) else { panic!() };
    let times: Vec<&str> = now.times.iter().map(|one| one.at.as_str()).collect();
    assert_eq!(times, ["16:48", "16:43", "16:40"]);
    assert_eq!(now.times[2].words, "seit TOP\u{a0}3");
    assert_eq!((now.between.as_str(), now.acts[0].bases.as_str()), ("", ""));
    assert!(now.acts[1].refused.contains("schon anwesend"), "{}", now.acts[1].refused);
    let Ok(Reply::Ahead(late)) = ahead("16:48".into()) else { panic!() };
    assert_eq!(late.between, "Dazwischen: Abstimmung zu TOP\u{a0}3 (16:50).");
    assert_eq!(
        late.acts[0].bases,
        "Damit ändert sich, wer stimmberechtigt war: Abstimmung zu TOP\u{a0}3 (16:50)."
    );
    assert!(ahead("25:00".into()).is_err());
    // Nothing was recorded.
    assert!(place.now(sample()).present(person("dornbusch")).is_none());
}

#[test]
fn a_name_that_can_mean_only_one_is_known() {
    let place = Place::noted(&["falkenroth"], None, None);
    let known = place.engine().directory().clone();
    place.admit("g1", "guest", "Lindhorst", "").unwrap();
    place.admit("o1", "official", "Herr Thorwarth", "").unwrap();
    assert_eq!(place.draft().present, ["falkenroth", "lindhorst", "thorwarth"].map(person));
    assert_eq!(*place.engine().directory(), known, "nothing is written about who is known");
    // The choice of the form does not change how somebody is addressed.
    let form = known.persons[&person("zumloh")].full_name();
    let order = json!({"of": "admitByName", "act": "o2", "meeting": MEETING, "at": null,
        "capacity": "official", "formOfAddress": "frau", "name": form, "detail": ""});
    place.order("16:20", &order).unwrap();
    assert_eq!(*place.engine().directory(), known);
    // What speaks against it makes it another person: another capacity, office, address.
    for (act, capacity, name, detail) in [
        ("n1", "guest", "Wessendorf", ""),
        ("n2", "official", "Rademann", "Abt. 99"),
        ("n3", "official", "Frau Thorwarth", ""),
    ] {
        let before = place.engine().directory().persons.len();
        place.admit(act, capacity, name, detail).unwrap();
        assert_eq!(place.engine().directory().persons.len(), before + 1, "{name}");
    }
}

fn form(people: &str) -> Value {
    let place = Place::new();
    let question: Question =
        serde_json::from_value(json!({"of": "people", "text": people})).unwrap();
    let reply =
        sitzungsbuch_app::view::answer(&mut place.engine(), &question, at("10:00")).unwrap();
    let Reply::People(read) = reply else { panic!("{reply:?}") };
    json!({"of": "setUp", "body": "Kreis Auental", "organ": "Der Kreistag", "place": "Auental",
        "address": "Am Anger 3, 00817 Auental", "website": "", "genitive": "", "gender": null,
        "committee": "Ausschuss für Wege", "profile": "nw-kro-ausschuss", "vacant": ["voting"],
        "people": read.people, "clerk": {"formOfAddress": "herr", "title": "", "givenName": "Malte",
        "familyName": "Schrift", "status": null, "faction": "", "chair": false, "deputy": false,
        "substituteFor": "", "remainder": "Abt. 10"}})
}

const PEOPLE: &str = "Frau Dr. Anna Beispiel, KA, WU, Vorsitz\n\
    Herr Jost Muster (SB), SL – Vertretung: Frau Eva Ersatz, KA, SL\n\
    Frau Ole Drei, KA, WU, stellv. Vorsitz\n\
    Herr Tom Vier, KA, Vertretung\n\
    Frau Uta Fünf, sachkundige Einwohnerin";

#[test]
fn an_own_committee_is_set_up_once_and_meets() {
    let place = Place::new();
    place.order("10:00", &form(PEOPLE)).unwrap();
    let directory = place.engine().directory().clone();
    assert_eq!(directory.persons.len(), 7);
    assert_eq!(directory.seats.len(), 5, "four members, one vacant seat");
    let committee =
        directory.organizations.values().find(|one| one.rule_profile.is_some()).unwrap();
    assert_eq!(committee.genitive, "des Ausschusses für Wege");
    assert_eq!(directory.organizations.len(), 3, "the committee and two factions");
    // The same form again changes nothing; another one under the same name is refused.
    place.order("10:01", &form(PEOPLE)).unwrap();
    assert_eq!(*place.engine().directory(), directory);
    let other = place.order("10:02", &form("Frau Anna Beispiel, SB")).unwrap_err();
    assert!(other.message.contains("bereits angelegt"), "{other}");
    assert_eq!(*place.engine().directory(), directory);

    let item = |number: &str, name: &str, part: &str| {
        json!({"number": number, "name": name,
        "subject": "", "paper": "", "kind": "proposal", "part": part, "proposal": "Eins.\n\nZwei."})
    };
    let mut prepare = json!({"of": "prepare", "organization": committee.id, "day": "2026-11-19",
        "time": "16:30", "building": "Kreishaus", "street": "", "postalCode": "", "locality": "",
        "room": "Raum 1", "agenda": [item("1", "Wege", "public"), item("1.1", "Weg", "public"),
        item("2", "Verträge 🎉", "nonPublic")]});
    let first = place.order("10:03", &prepare).unwrap();
    assert_eq!(place.order("10:04", &prepare).unwrap().meeting, first.meeting);
    let now = place.now(first.meeting.unwrap());
    assert_eq!(now.items[1].item.parent, Some(now.items[0].item.id));
    assert_eq!(now.items[2].item.proposal.blocks.len(), 2);
    let schrift = directory.persons.values().find(|one| one.family_name == "Schrift").unwrap();
    assert_eq!(now.plan.as_ref().unwrap().contact, Some(schrift.id), "the clerk is known");
    assert_eq!(schrift.office, "Abt. 10");
    let seat = now.seats.keys().next().unwrap();
    let question = json!({"of": "substitutes", "meeting": first.meeting, "seat": seat});
    let question: Question = serde_json::from_value(question).unwrap();
    let reply = sitzungsbuch_app::view::answer(&mut place.engine(), &question, at("10:04"));
    let Reply::Substitutes(view) = reply.unwrap() else { panic!("another answer") };
    let offered: Vec<_> = view.candidates.iter().map(|one| one.person).collect();
    assert!(!offered.is_empty() && !offered.contains(&schrift.id), "the clerk is no substitute");
    prepare["room"] = json!("Raum 2");
    let taken = place.order("10:05", &prepare).unwrap_err();
    assert!(taken.message.contains("bereits eine Sitzung"), "{taken}");
    for (field, value, words) in [
        ("room", json!(" "), "Der Raum fehlt"),
        ("agenda", json!([]), "Die Tagesordnung fehlt"),
        ("day", json!("morgen"), "kein Beginn"),
        ("time", json!("25:00"), "kein Beginn"),
        ("organization", json!("niemand"), "nicht angelegt"),
        ("agenda", json!([item("1", "", "public")]), "Der Titel von TOP 1 fehlt"),
        ("agenda", json!([item("", "Wege", "public")]), "Die Nummer von „Wege“ fehlt"),
        ("agenda", json!([item("1", "We\u{202E}ge", "public")]), "We\u{202E}ge"),
    ] {
        let mut bad = prepare.clone();
        bad["time"] = json!("17:30");
        bad[field] = value;
        let fault = place.order("10:06", &bad).unwrap_err();
        assert!(fault.message.contains(words), "{field}: {fault}");
    }
    assert_eq!(place.engine().vault().heads().unwrap().len(), 1);

    let question: Question = serde_json::from_value(json!({"of": "setUp"})).unwrap();
    let reply =
        sitzungsbuch_app::view::answer(&mut place.engine(), &question, at("10:07")).unwrap();
    let Reply::SetUp(view) = reply else { panic!("{reply:?}") };
    let choice = &view.committees[0];
    assert_eq!(choice.detail, "5 Sitze, 2 KA, 1 SB, 1 SE");
    assert_eq!((&*choice.room, &*choice.time, &*view.today), ("Raum 1", "16:30", "2026-11-19"));
    assert!(view.profiles.len() >= 6);
}

#[test]
fn a_form_that_does_not_fit_together_writes_nothing() {
    let place = Place::new();
    for (people, words) in [
        ("Frau Anna Beispiel", "Bei Anna Beispiel fehlt"),
        ("Frau Anna Beispiel, KA\nHerr Tom Vier, SB, Vertretung für Frau Niemand", "vertreten"),
        ("Frau Anna Beispiel, KA\nFrau Anna Beispiel, SB", "zweimal"),
        ("Frau Anna Beispiel, KA, Vorsitz\nHerr Tom Vier, KA, Vorsitz", "Vorsitz"),
        ("Frau Anna\u{202E} Beispiel, KA", "Person „Anna\u{202E} Beispiel“: "),
    ] {
        let fault = place.order("10:00", &form(people)).unwrap_err();
        assert!(fault.message.contains(words), "{people}: {fault}");
        assert!(place.engine().directory().persons.is_empty(), "{people}");
    }
    for (field, words) in [("body", "Körperschaft"), ("committee", "Gremiums"), ("place", "Ort")] {
        let mut empty = form(PEOPLE);
        empty[field] = json!("  ");
        let fault = place.order("10:00", &empty).unwrap_err();
        assert!(fault.message.contains(words), "{fault}");
    }
    let mut unknown = form(PEOPLE);
    unknown["profile"] = json!("xx");
    assert!(place.order("10:00", &unknown).unwrap_err().message.contains("Regelprofil"));
}

#[test]
fn names_of_80_characters_with_markup_quotes_and_emoji_are_kept() {
    let place = Place::new();
    let long = "Ä".repeat(80);
    let people = format!("Anna {long}, KA\n<b>Tom</b> \"Tommi\" O'Neil, SB\nEva 🎉 Beispiel, KA");
    place.order("10:00", &form(&people)).unwrap();
    let names: Vec<String> =
        place.engine().directory().persons.values().map(Person::full_name).collect();
    for name in
        [format!("Anna {long}"), "<b>Tom</b> \"Tommi\" O'Neil".into(), "Eva 🎉 Beispiel".into()]
    {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
}

/// The engine is another one with every order: what is kept is in the vault.
#[test]
fn other_words_than_proposed_are_kept_until_they_are_taken_back() {
    let place = Place::new();
    place.order("16:20", &json!({"of": "trySample"})).unwrap();
    let wording = json!({"blocks": [{"type": "paragraph",
        "content": [{"type": "text", "text": "Der Ausschuss stimmt zu."}]}]});
    let keep = |item: &str, wording: &Value| {
        let order =
            json!({"of": "keepWording", "meeting": MEETING, "item": item, "wording": wording});
        place.order("16:21", &order)
    };
    let seen = |item: &str| {
        let question = json!({"of": "item", "meeting": MEETING, "item": item});
        let question: Question = serde_json::from_value(question).unwrap();
        let reply = view::answer(&mut place.engine(), &question, at("16:22")).unwrap();
        serde_json::to_value(reply).unwrap()["view"]["wording"].clone()
    };
    assert!(keep("wt26-3", &wording).unwrap().view.is_some());
    keep("wt26-6", &wording).unwrap();
    assert_eq!(
        [seen("wt26-3"), seen("wt26-6"), seen("wt26-7")],
        [wording.clone(), wording.clone(), Value::Null]
    );
    keep("wt26-3", &Value::Null).unwrap();
    assert_eq!([seen("wt26-3"), seen("wt26-6")], [Value::Null, wording.clone()]);
    assert!(keep("niemand", &wording).is_err());
}

#[test]
fn a_proposal_stands_in_no_record() {
    let place = Place::new();
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    let mut engine = place.engine();
    player.prepare(&mut engine).unwrap();
    for index in 0..player.len() {
        player.play(&mut engine, index).unwrap();
    }
    let issued = player.issued().unwrap();
    let record = documents::record(&mut engine, sample(), issued, Edition::Final).unwrap();
    let public = serde_json::to_string(&record.public).unwrap();
    let secret = "Der Verlängerung des Wartungsvertrages";
    assert!(SAMPLE.contains(secret));
    assert!(!public.contains(secret));
    assert!(
        !serde_json::to_string(&record).unwrap().contains(secret),
        "what was decided stands there"
    );
}

#[test]
fn a_desk_goes_from_no_vault_to_an_open_one_and_back() {
    let home = tempfile::tempdir().unwrap();
    let below = home.path().join("noch nicht da");
    let mut desk = Desk::new(below.clone());
    assert_eq!(desk.status().unwrap().state, DeskState::NoVault);
    assert!(!below.exists(), "looking creates nothing");
    let start: Order = serde_json::from_value(json!({"of": "trySample"})).unwrap();
    let locked = desk.execute(&start, at("16:00")).unwrap_err();
    assert_eq!(locked.code, ErrorCode::Locked);
    let missing = desk.unlock(&passphrase()).unwrap_err();
    assert!(missing.message.contains("noch kein Tresor"), "{missing}");
    let status = desk.create(&passphrase()).unwrap();
    assert_eq!(status.state, DeskState::Open);
    assert!(status.place.ends_with("tresor.sitzungsbuch"), "{status:?}");
    desk.execute(&start, at("16:00")).unwrap();
    assert!(!format!("{desk:?}").contains("Probe"));

    let mut other = Desk::new(below.clone());
    let told = other.status().unwrap_err();
    assert!(told.message.contains("bereits geöffnet"), "{told}");
    let in_use = other.unlock(&passphrase()).unwrap_err();
    assert!(in_use.message.contains("bereits geöffnet"), "{in_use}");
    let twice = other.create(&passphrase()).unwrap_err();
    assert!(twice.message.contains("besteht bereits"), "{twice}");

    assert_eq!(desk.lock().state, DeskState::Locked);
    let question: Question = serde_json::from_value(json!({"of": "setUp"})).unwrap();
    assert_eq!(desk.query(&question, at("16:01")).unwrap_err().code, ErrorCode::Locked);
    let wrong = Passphrase::new("falsch".to_owned()).unwrap();
    assert_eq!(desk.unlock(&wrong).unwrap_err().code, ErrorCode::WrongPassphrase);
    assert_eq!(other.status().unwrap().state, DeskState::Locked, "the other one may have it now");
    desk.unlock(&passphrase()).unwrap();
    let again = desk.execute(&start, at("16:02")).unwrap_err();
    assert!(again.message.contains("bereits angelegt"), "the sample is still there: {again}");
}

#[test]
fn what_keeps_everybody_from_the_vault_is_told_before_a_passphrase_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::new(home.path());
    let place = home.path().join("tresor.sitzungsbuch");
    std::fs::write(&place, "no folder").unwrap();
    let file = desk.status().unwrap_err();
    assert!(file.message.contains("nicht lesbar"), "{file}");
    std::fs::remove_file(&place).unwrap();
    std::fs::create_dir(&place).unwrap();
    assert_eq!(desk.status().unwrap().state, DeskState::NoVault);
    std::fs::write(place.join("vault.key"), "{}").unwrap();
    let half = desk.status().unwrap_err();
    assert!(half.message.contains("fehlt die Datei „vault.db“"), "{half}");
}

#[test]
#[cfg(unix)]
fn a_vault_on_a_disk_that_is_not_there_is_not_begun_anew() {
    let home = tempfile::tempdir().unwrap();
    let stick = home.path().join("stick");
    std::os::unix::fs::symlink(&stick, home.path().join("tresor.sitzungsbuch")).unwrap();
    let mut desk = Desk::new(home.path());
    let told = desk.status().unwrap_err();
    assert!(told.message.contains("nicht lesbar"), "{told}");
    assert!(desk.create(&passphrase()).is_err());
    assert!(!stick.exists());
}

#[test]
fn a_document_is_made_and_a_signed_one_is_kept() {
    let place = Place::noted(&["falkenroth", "bornewasser"], None, None);
    place.open().unwrap();
    let request = |edition: &str| -> DocumentRequest {
        let document = json!({"kind": "minutes", "scope": "complete"});
        let request = json!({"meeting": MEETING, "document": document, "edition": edition});
        serde_json::from_value(request).unwrap()
    };
    let caller = Caller { now: at("17:10"), actor: "window", source: "window" };
    let desk = || {
        let mut desk = Desk::new(place.0.path());
        desk.unlock(&passphrase()).unwrap();
        desk
    };
    let draft = desk().document(&request("draft"), at("17:00")).unwrap();
    assert!(draft.starts_with(b"%PDF-"));
    assert!(desk().document(&request("final"), at("17:00")).is_err());
    let early = (draft.clone(), None);
    let early = place.engine().seal(sample(), Scope::Complete, early, &caller).unwrap_err();
    assert!(early.message.contains("noch nicht geschlossen"), "{early}");
    place.act("17:00", "zu", None, &json!({"type": "closeMeeting"})).unwrap();
    let finished = desk().document(&request("final"), at("17:05")).unwrap();
    assert!(finished.starts_with(b"%PDF-"));
    assert_eq!(desk().sealed(sample(), Scope::Complete).unwrap(), None);
    for signed in [&finished, &draft] {
        let file = (signed.clone(), None);
        place.engine().seal(sample(), Scope::Complete, file, &caller).unwrap();
        assert_eq!(desk().sealed(sample(), Scope::Complete).unwrap().as_ref(), Some(signed));
    }
    assert_eq!(desk().document(&request("final"), at("18:00")).unwrap(), draft);
    assert_eq!(desk().sealed(sample(), Scope::Public).unwrap(), None);
}

/// Every command that a window can send is one that the engine reads.
#[test]
fn commands_come_in_their_own_words() {
    let command: Command = serde_json::from_value(json!({"type": "closeMeeting"})).unwrap();
    let order = json!({"of": "act", "act": "a", "meeting": "m", "basedOn": 3, "at": "9:05",
        "command": {"type": "closeMeeting"}});
    let order: Order = serde_json::from_value(order).unwrap();
    assert!(matches!(order, Order::Act { command: sent, .. } if *sent == command));
    for bad in
        [json!({"of": "act"}), json!({"of": "trySample", "more": 1}), json!({"of": "unknown"})]
    {
        assert!(serde_json::from_value::<Order>(bad).is_err());
    }
}

/// A clock that was set back holds nothing up: what is entered keeps its place after what was there.
#[test]
fn acts_keep_their_order_when_the_clock_is_set_back() {
    let place = Place::noted(&["falkenroth"], None, None);
    let opened = place.open().unwrap().view.unwrap();
    assert!(opened.set_back.is_empty());
    let arrive = |person: &str| json!({"type": "recordArrival", "person": person});
    place.act("17:10", "a1", None, &arrive("bornewasser")).unwrap();
    let view = place.act("16:50", "a2", None, &arrive("castendyk")).unwrap().view.unwrap();
    assert_eq!(view.set_back[0], "Die Uhr dieses Geräts wurde zurückgestellt.");
    assert!(view.set_back[1].contains("16:50") && view.set_back[1].contains("17:10"), "{view:?}");
    assert_eq!(view.now, at("16:50"));
    // What is said ahead of an act is what it does, whatever the clock says.
    let question = json!({"of": "ahead", "meeting": MEETING, "at": null,
        "commands": [arrive("ellerkamp")]});
    let question: Question = serde_json::from_value(question).unwrap();
    let reply = view::answer(&mut place.engine(), &question, at("16:51"));
    let Ok(Reply::Ahead(ahead)) = reply else { panic!() };
    assert_eq!(ahead.acts[0].refused, "");
    place.act("16:51", "a3", Some("16:45"), &arrive("ellerkamp")).unwrap();
    let after = place.act("17:11", "a4", None, &arrive("dornbusch")).unwrap().view.unwrap();
    assert!(after.set_back.is_empty());
    assert_eq!(last_times(&place, 4), ["17:10+01:00", "17:10+01:00", "16:45+01:00", "17:11+01:00"]);
}

/// At the end of summer time the same hour comes twice: the clock on the wall goes back, acts do not.
#[test]
fn acts_keep_their_order_through_the_end_of_summer_time() {
    let place = Place::new();
    let order = |now: &str, order: Value| {
        let now = Moment::parse(now).unwrap().timestamp();
        let caller = Caller { now, actor: "window", source: "window" };
        carry_out(&mut place.engine(), &serde_json::from_value(order).unwrap(), &caller).unwrap()
    };
    order("2026-10-24T16:00+02:00", json!({"of": "trySample"}));
    let note = json!({"of": "noteOpening", "meeting": MEETING, "present": ["falkenroth"],
        "chair": null, "clerk": null});
    order("2026-10-24T16:10+02:00", note);
    let open = json!({"of": "openNoted", "act": "auf", "meeting": MEETING, "at": null});
    order("2026-10-24T23:30+02:00", open);
    let arrives = |act: &str, person: &str| {
        json!({"of": "act", "act": act, "meeting": MEETING, "basedOn": null, "at": null,
            "command": {"type": "recordArrival", "person": person}})
    };
    order("2026-10-25T02:50+02:00", arrives("a1", "bornewasser"));
    let answer = order("2026-10-25T02:10+01:00", arrives("a2", "castendyk"));
    assert!(answer.view.unwrap().set_back.is_empty(), "nobody has touched the clock");
    assert_eq!(last_times(&place, 2), ["02:50+02:00", "02:10+01:00"]);
}

/// When the last entries happened, in the order in which they were recorded.
fn last_times(place: &Place, count: usize) -> Vec<String> {
    let state = place.engine().state(sample()).unwrap().clone();
    let mut times: Vec<String> = state
        .entries
        .iter()
        .rev()
        .take(count)
        .map(|entry| entry.occurred_at.to_string().split_off(11))
        .collect();
    times.reverse();
    times
}

/// Code and first words of the text modules.
fn text_modules(place: &Place) -> Vec<(String, String)> {
    let reply = view::answer(&mut place.engine(), &Question::TextModules {}, at("16:00")).unwrap();
    let Reply::TextModules(view) = reply else { panic!("{reply:?}") };
    view.modules.into_iter().map(|one| (one.code, one.words)).collect()
}

fn paragraph(words: &str) -> Value {
    json!({"blocks": [{"type": "paragraph", "content": words}]})
}

#[test]
fn text_modules_are_written_changed_and_removed() {
    let place = Place::new();
    // A vault of before has none, and takes its own.
    assert_eq!(text_modules(&place), []);
    let write = |module: Option<&str>, code: &str, words: &str| {
        let order = json!({"of": "writeTextModule", "module": module, "code": code,
            "text": paragraph(words)});
        place.order("16:00", &order)
    };
    write(None, " Frage ", "Was?").unwrap();
    assert_eq!(text_modules(&place), [("Frage".to_owned(), "Was?".to_owned())]);
    // The usual ones come with the sample; a code that is taken stays with who has it.
    place.order("16:00", &json!({"of": "trySample"})).unwrap();
    let all = text_modules(&place);
    assert!(all.len() >= 10 && all.contains(&("Frage".to_owned(), "Was?".to_owned())));
    assert!(all.is_sorted_by_key(|(code, _)| code.to_lowercase()));

    let taken = write(None, "FRAGE", "Wer?").unwrap_err();
    assert_eq!(taken.message, "Das Kürzel „Frage“ ist schon vergeben.");
    assert!(write(None, "zwei worte", "Wer?").unwrap_err().message.contains("ein Wort"));
    assert_eq!(write(None, "leer", " ").unwrap_err().message, "Der Text fehlt.");
    assert!(write(Some("nie"), "neu", "Wer?").is_err());
    let fact = json!({"of": "writeTextModule", "module": null, "code": "stelle",
        "text": {"blocks": [{"type": "paragraph", "content": "Worte."},
            {"type": "fact", "fact": {"of": "opening"}}]}});
    assert!(place.order("16:00", &fact).unwrap_err().message.contains("alle Sitzungen"));
    assert_eq!(text_modules(&place), all);

    write(Some("usual-keine"), "ohne", "Niemand meldet sich.").unwrap();
    assert!(text_modules(&place).contains(&("ohne".to_owned(), "Niemand meldet sich.".to_owned())));
    place.order("16:00", &json!({"of": "removeTextModule", "module": "usual-keine"})).unwrap();
    assert_eq!(text_modules(&place).len(), all.len() - 1);
    write(Some("usual-keine"), "keine", "Niemand meldet sich.").unwrap();
    assert_eq!(text_modules(&place).len(), all.len());
}
