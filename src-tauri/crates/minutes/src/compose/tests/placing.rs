//! Facts that no text places, and what a text may do with those it does.

use super::dump;
use super::script::{self, Act, Played};
use crate::compose::{complete, public};
use serde_json::{Value, json};
use sitzungsbuch_core::session::Command;

fn command(value: Value) -> Command {
    serde_json::from_value(value).unwrap()
}

/// Every text is gone: what is left are headings and facts, all in their places.
#[test]
fn a_session_without_texts_keeps_all_its_facts() {
    for path in super::SCRIPTS {
        let mut script = script::read(path);
        script.acts.retain(|act| !matches!(act.command, Command::WriteText { .. }));
        let record = Played::of(&script).record();
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".json");
        let text = dump::text(&complete(&record));
        let (_, parts) = text.split_once("## Öffentlicher Teil").unwrap();
        insta::assert_snapshot!(format!("{name}-without-texts"), parts);
    }
}

/// Where the formalities are items of their own, each fact of the opening stands under its own.
#[test]
fn facts_of_the_opening_find_their_item_by_its_title() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    let formalities = |id: &str, number: &str, name: &str| {
        let item = json!({"id": id, "number": number, "name": name, "kind": "formalities",
            "part": "public"});
        serde_json::from_value(item).unwrap()
    };
    script.meeting.plan.agenda.splice(
        0..1,
        [
            formalities("mb25-1", "1", "Eröffnung der Sitzung"),
            formalities("mb25-1a", "1a", "Ladung und Beschlussfähigkeit"),
        ],
    );
    let called =
        Act::new("2025-03-06T17:02", command(json!({"type": "callItem", "item": "mb25-1a"})));
    let at = script.acts.iter().position(|act| act.at == "2025-03-06T17:02").unwrap();
    script.acts.insert(at, called);
    script.acts.retain(|act| !matches!(act.command, Command::WriteText { .. }));
    let text = dump::text(&public(&Played::of(&script).record().public));
    let places = [
        "### Zu Punkt 1:",
        "Um 17:01 Uhr",
        "Als Vertreter der",
        "### Zu Punkt 1a:",
        "form- und fristgerecht",
        "stellt die Beschlussfähigkeit",
        "### Zu Punkt 2:",
    ];
    let found = places.map(|words| text.find(words).unwrap_or_else(|| panic!("{words}\n{text}")));
    assert!(found.is_sorted(), "{text}");
}

#[test]
fn an_empty_agenda_still_has_its_opening() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    script.meeting.plan.agenda.clear();
    let keep = ["openMeeting", "confirmInvitation", "establishQuorum", "closeMeeting"];
    script.acts.retain(|act| {
        let kind = serde_json::to_value(&act.command).unwrap()["type"].clone();
        keep.iter().any(|keep| kind == *keep)
    });
    script.acts.retain(|act| act.at.as_str() <= "2025-03-06T17:03" || act.at.ends_with("17:52"));
    // Nobody was excused, so the substitute is left out as well.
    for act in &mut script.acts {
        if let Command::OpenMeeting { present, .. } = &mut act.command {
            present.retain(|who| *who != sitzungsbuch_core::PersonId::from_key("brockstedde"));
        }
    }
    let record = Played::of(&script).record();
    assert!(record.non_public.is_none());
    insta::assert_snapshot!("empty-agenda", dump::text(&complete(&record)));
    assert_eq!(complete(&record), public(&record.public));
}

/// A guest for one item, a substitute who comes later, a member who misses two stretches, and
/// somebody who never came without an excuse.
#[test]
fn annotations_tell_when_somebody_was_there() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    script.master.push(
        serde_json::from_value(json!({"noun": "person", "id": "gast", "formOfAddress": "none",
            "givenName": "Kim", "familyName": "Albers", "affiliation": "Archivverein"}))
        .unwrap(),
    );
    let mut enter = |at: &str, value: Value| {
        let place = script.acts.iter().position(|other| other.at.as_str() > at).unwrap();
        script.acts.insert(place, Act::new(at, command(value)));
    };
    let admit = json!({"type": "admitAttendee", "person": "gast", "capacity": "guest"});
    enter("2025-03-06T17:35", admit);
    enter("2025-03-06T17:38", json!({"type": "recordDeparture", "person": "gast"}));
    enter("2025-03-06T17:36", json!({"type": "recordDeparture", "person": "stellbrink"}));
    enter("2025-03-06T17:37", json!({"type": "recordArrival", "person": "stellbrink"}));
    // Frau Uphövel never comes: what rests on her arrival goes.
    script.acts.retain(|act| {
        let text = serde_json::to_string(&serde_json::to_value(&act.command).unwrap()).unwrap();
        let hers = sitzungsbuch_core::PersonId::from_key("uphoevel").to_string();
        let arrival = sitzungsbuch_core::ActId::from_key("mb25-ankunft-uphoevel").to_string();
        ![hers, arrival, "confirmBasis".to_owned()].iter().any(|gone| text.contains(gone))
    });
    for act in &mut script.acts {
        if let Command::RecordVote { tally, .. } = &mut act.command {
            *tally = serde_json::from_value(json!({"kind": "unanimous"})).unwrap();
        }
        if let Command::Correct { replacement: Some(command), .. } = &mut act.command
            && let Command::RecordVote { tally, .. } = command.as_mut()
        {
            *tally = serde_json::from_value(json!({"kind": "unanimous"})).unwrap();
        }
    }
    let text = dump::text(&public(&Played::of(&script).record().public));
    for expected in [
        "      bis 17:22 Uhr, von 17:29 bis 17:36 Uhr, ab 17:37 Uhr\n",
        "  Kim Albers | Archivverein\n      nur zu TOP 5 (von 17:35 bis 17:38 Uhr)\n",
        "Unentschuldigt:\n  Jette Uphövel | SB | Heimatliste\n      nicht vertreten\n",
        "[Anwesenheit] Kim Albers nimmt ab 17:35 Uhr an der Sitzung teil.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// A draft of a session that still lasts names no end; a final version of it is refused.
#[test]
fn only_a_draft_is_made_of_a_session_that_lasts() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    script.acts.pop();
    let played = Played::of(&script);
    let text = dump::text(&complete(&played.issued(crate::record::Edition::Draft)));
    assert!(text.contains("Dauer: ab 17:01 Uhr\n"), "{text}");
    assert!(!text.contains("Sitzungsende"), "{text}");
    assert!(text.contains("Entwurf, Stand 14.03.2025, 10:00 Uhr – nicht unterzeichnet"), "{text}");
    assert_eq!(
        played.try_issued(crate::record::Edition::Final),
        Err(crate::record::Incomplete::NotClosed)
    );
}

/// A sample is a final version in everything but its mark.
#[test]
fn a_sample_differs_from_a_final_version_by_its_mark_alone() {
    let played = super::played(super::SCRIPTS[0]);
    let edition = |edition| complete(&played.issued(edition));
    let mut sample = edition(crate::record::Edition::Sample);
    assert_eq!(sample.status.mark(), Some("MUSTER"));
    sample.status = crate::document::Status::Final;
    assert_eq!(sample, edition(crate::record::Edition::Final));
}

/// What is read instead of signed has "gez." and its own foot; the complete version never is.
#[test]
fn the_reading_copy_is_public_only() {
    let record = super::played(super::SCRIPTS[0]).issued(crate::record::Edition::Reading);
    let text = dump::text(&public(&record.public));
    assert!(text.contains("Öffentlicher Teil – Lesefassung"), "{text}");
    assert!(text.contains("[Copy vorsitz] Annegret Falkenroth, Ausschussvorsitzende"), "{text}");
    assert!(dump::text(&complete(&record)).contains("[Fields vorsitz]"));
}

/// Nobody calls an item that was taken off: it stands after the one before it, sub-items included.
#[test]
fn what_was_taken_off_stands_in_its_place() {
    let mut script = script::read("tests/scenarios/auf-der-kippe.json");
    let (agenda, off) = (&mut script.meeting.plan.agenda, "Parkgebühren am Kreishaus");
    let at = agenda.iter().position(|item| item.name == off).unwrap();
    let item = agenda.remove(at);
    agenda.insert(0, item);
    let text = dump::text(&public(&Played::of(&script).record().public));
    let first = text.find("### Zu Punkt 1:").unwrap();
    assert!(text.find(&format!("### Zu Punkt 9: {off}")).unwrap() < first, "{text}");
    let text =
        dump::text(&public(&super::played("tests/scenarios/auf-der-kippe.json").record().public));
    let places = ["### Zu Punkt 8:", "### Zu Punkt 9:", "### Zu Punkt 11:"];
    assert!(places.map(|words| text.find(words).unwrap()).is_sorted(), "{text}");
}
