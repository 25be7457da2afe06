//! What is taken down beside votes, and a session on two days, in the minutes.

use super::acts::{session, words};
use super::dump;
use super::inflection::{albers, at, castendyk, committee, hollenstedt};
use super::script::{Act, Played};
use crate::compose::{complete, public, wording};
use crate::record::{Chair, ChairFunction, Inline, Inlines, Matter, Text, What};
use serde_json::{Value, json};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::proceeding::{Due, OrderMeasure, RecordingPurpose, ResidentAnswer};
use sitzungsbuch_core::template::Headings;

fn opening() -> Value {
    super::acts::opening()
}

fn down(proceeding: &Value) -> Value {
    json!({"type": "recordProceeding", "item": "mb25-2", "proceeding": proceeding})
}

fn chair() -> wording::ChairWords {
    let function = ChairFunction::Chair;
    let chair = Chair { person: castendyk(), function, office: String::new() };
    wording::ChairWords::of(&chair, &committee())
}

#[test]
fn measures_of_order_are_counted_and_inaugurations_fit_the_persons() {
    let measure = |measure, number| {
        wording::order(at("17:05").into(), &hollenstedt(), measure, number, &chair())
    };
    let pledge = |persons: &[_]| wording::inauguration(persons, &chair());
    for (sentence, expected) in [
        (
            measure(OrderMeasure::ToOrder, 1),
            "Die Vorsitzende ruft Herrn KA Hollenstedt zur Ordnung.",
        ),
        (
            measure(OrderMeasure::ToOrder, 2),
            "Die Vorsitzende ruft Herrn KA Hollenstedt zum zweiten Mal zur Ordnung.",
        ),
        (
            measure(OrderMeasure::ToMatter, 4),
            "Die Vorsitzende ruft Herrn KA Hollenstedt zum 4. Mal zur Sache.",
        ),
        (
            measure(OrderMeasure::SilenceSpeaker, 1),
            "Die Vorsitzende entzieht Herrn KA Hollenstedt das Wort.",
        ),
        (
            measure(OrderMeasure::Expulsion, 1),
            "Die Vorsitzende verweist Herrn KA Hollenstedt aus dem Saal. Er verlässt die Sitzung um 17:05 Uhr.",
        ),
        (
            wording::order(at("17:05").into(), &albers(), OrderMeasure::Expulsion, 1, &chair()),
            "Die Vorsitzende verweist SB Kim Albers aus dem Saal. SB Kim Albers verlässt die Sitzung um 17:05 Uhr.",
        ),
        (
            pledge(&[hollenstedt()]),
            "Die Vorsitzende führt Herrn KA Hollenstedt ein und verpflichtet ihn zur gesetzmäßigen und gewissenhaften Wahrnehmung seiner Aufgaben.",
        ),
        (
            pledge(&[albers()]),
            "Die Vorsitzende führt SB Kim Albers ein und nimmt die Verpflichtung zur gesetzmäßigen und gewissenhaften Wahrnehmung der Aufgaben vor.",
        ),
        (
            pledge(&[castendyk(), hollenstedt()]),
            "Die Vorsitzende führt Frau KA Dr. Castendyk und Herrn KA Hollenstedt ein und verpflichtet sie zur gesetzmäßigen und gewissenhaften Wahrnehmung ihrer Aufgaben.",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
}

#[test]
fn commitments_and_answers_say_when() {
    let day = Moment::parse("2026-12-15T00:00+01:00").unwrap().date();
    let usual = Headings::default();
    for (sentence, expected) in [
        (wording::commitment(None, None, &usual), "Die Verwaltung sagt Folgendes zu:"),
        (
            wording::commitment(Some(&hollenstedt()), Some(Due::NextMeeting), &usual),
            "Herr KA Hollenstedt sagt bis zur nächsten Sitzung Folgendes zu:",
        ),
        (
            wording::commitment(None, Some(Due::Minutes), &usual),
            "Die Verwaltung sagt zur Niederschrift Folgendes zu:",
        ),
        (
            wording::commitment(None, Some(Due::On(day)), &usual),
            "Die Verwaltung sagt bis zum 15.12.2026 Folgendes zu:",
        ),
        (wording::question(""), "Eine Einwohnerin oder ein Einwohner fragt:"),
        (wording::question("Hanne Lüders"), "Hanne Lüders fragt:"),
    ] {
        assert_eq!(sentence, expected);
    }
    let nothing = Text::default();
    for (answer, expected) in [
        (ResidentAnswer::Oral, "Die Frage wird in der Sitzung beantwortet."),
        (ResidentAnswer::Written, "Die Frage wird schriftlich beantwortet."),
        (ResidentAnswer::NextMeeting, "Die Frage wird in der nächsten Sitzung beantwortet."),
    ] {
        assert_eq!(wording::question_answer(answer, &nothing), expected);
    }
}

#[test]
fn what_is_taken_down_stands_under_its_item() {
    let order =
        |measure: &str| down(&json!({"kind": "order", "person": "harmsdorp", "measure": measure}));
    let script = session(vec![
        ("16:30", "", opening()),
        ("16:32", "", json!({"type": "callItem", "item": "mb25-1"})),
        ("16:40", "", json!({"type": "callItem", "item": "mb25-2"})),
        ("16:41", "", order("toOrder")),
        ("16:42", "", order("toOrder")),
        ("16:43", "", order("expulsion")),
        (
            "16:44",
            "",
            down(&json!({"kind": "residentQuestion", "question": words("Wann wird gebaut?"),
                "answer": "oral", "reply": words("Im Frühjahr.")})),
        ),
        (
            "16:45",
            "",
            down(&json!({"kind": "announcement", "text": words("Der Auftrag ist vergeben.")})),
        ),
        (
            "16:46",
            "",
            down(&json!({"kind": "statement", "person": "stellbrink",
                "text": words("Ich halte das für falsch.")})),
        ),
        (
            "16:47",
            "",
            down(&json!({"kind": "commitment", "by": "ginstermann", "due": "nextMeeting",
                "text": words("Es wird über den Stand berichtet.")})),
        ),
        ("17:50", "", json!({"type": "closeMeeting"})),
    ]);
    let record = Played::of(&script).record();
    let text = dump::text(&public(&record.public));
    for expected in [
        "zur Ordnung.",
        "zum zweiten Mal zur Ordnung.",
        "aus dem Saal. ",
        "verlässt die Sitzung um 16:43 Uhr.",
        "Eine Einwohnerin oder ein Einwohner fragt:",
        "Wann wird gebaut?",
        "Die Frage wird in der Sitzung wie folgt beantwortet:",
        "Im Frühjahr.",
        "gibt den wesentlichen Inhalt der in nicht öffentlicher Sitzung gefassten Beschlüsse bekannt:",
        "Der Auftrag ist vergeben.",
        "gibt folgende Erklärung zu Protokoll:",
        "Ich halte das für falsch.",
        "sagt bis zur nächsten Sitzung Folgendes zu:",
        "Es wird über den Stand berichtet.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    // The departure is told once, by the measure.
    assert_eq!(text.matches("verlässt die Sitzung um 16:43 Uhr.").count(), 1, "{text}");
}

#[test]
fn a_session_on_two_days_says_so_in_head_course_and_list() {
    let mut script = session(vec![
        ("16:30", "", opening()),
        ("16:32", "", json!({"type": "callItem", "item": "mb25-1"})),
        ("19:30", "", json!({"type": "adjournMeeting", "to": "2025-03-11T16:30+01:00"})),
    ]);
    for (at, value) in [
        ("2025-03-11T16:34", json!({"type": "resumeMeeting", "missing": ["harmsdorp"]})),
        ("2025-03-11T16:50", json!({"type": "recordArrival", "person": "harmsdorp"})),
        ("2025-03-11T18:05", json!({"type": "closeMeeting"})),
    ] {
        script.acts.push(Act::new(at, serde_json::from_value(value).unwrap()));
    }
    let record = Played::of(&script).record();
    let whole = dump::text(&complete(&record));
    for expected in [
        "am 06. und 11.03.2025",
        "06.03.2025, 16:30 Uhr bis 19:30 Uhr; 11.03.2025, 16:34 Uhr bis 18:05 Uhr",
        "Die Sitzung wird um 19:30 Uhr unterbrochen. Sie soll am Dienstag, den 11.03.2025, um 16:30 Uhr fortgesetzt werden.",
        "Die Sitzung wird am Dienstag, den 11.03.2025, um 16:34 Uhr fortgesetzt. Nach der Unterbrechung nimmt",
        "nimmt am 11.03.2025 ab 16:50 Uhr wieder an der Sitzung teil.",
        "schließt die Sitzung am 11.03.2025 um 18:05 Uhr.",
        "bis 06.03.2025, 19:30 Uhr",
        "ab 11.03.2025, 16:50 Uhr",
    ] {
        assert!(whole.contains(expected), "{expected}\n{whole}");
    }
}

#[test]
fn who_signs_besides_and_who_is_not_recorded() {
    use RecordingPurpose::{Broadcast, Minutes};
    let usual = Headings::default();
    for (sentence, expected) in [
        (
            wording::cosigners(&[hollenstedt()], &usual),
            "Die Niederschrift unterzeichnet außerdem Herr KA Hollenstedt.",
        ),
        (
            wording::cosigners(&[castendyk(), hollenstedt()], &usual),
            "Die Niederschrift unterzeichnen außerdem Frau KA Dr. Castendyk und Herr KA Hollenstedt.",
        ),
        (
            wording::recording(Broadcast, &[], &usual),
            "Die Sitzung wird in Bild und Ton aufgezeichnet und übertragen. Die Anwesenden sind damit einverstanden.",
        ),
        (
            wording::recording(Minutes, &[hollenstedt()], &usual),
            "Die Sitzung wird für die Niederschrift in Ton aufgezeichnet. Nicht einverstanden ist Herr KA Hollenstedt; seine Wortbeiträge werden nicht aufgezeichnet.",
        ),
        (
            wording::recording(Minutes, &[albers()], &usual),
            "Die Sitzung wird für die Niederschrift in Ton aufgezeichnet. Nicht einverstanden ist SB Kim Albers; diese Wortbeiträge werden nicht aufgezeichnet.",
        ),
        (
            wording::recording(Minutes, &[castendyk(), hollenstedt()], &usual),
            "Die Sitzung wird für die Niederschrift in Ton aufgezeichnet. Nicht einverstanden sind Frau KA Dr. Castendyk und Herr KA Hollenstedt; ihre Wortbeiträge werden nicht aufgezeichnet.",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
}

/// One vote on motions that the table tells names them; what they say stands in the table alone.
#[test]
fn motions_put_together_are_told_by_the_table_alone() {
    let played = Played::of(&super::script::read("tests/scenarios/haushalt-2027.json"));
    let record = played.record();
    let text = dump::text(&public(&record.public));
    let together = "| Über die Anträge 31 bis 33, 35 bis 40, 43 bis 53 und 55 bis 60 wird gemeinsam abgestimmt; was sie ändern, zeigt die Tabelle.";
    assert_eq!(text.matches(together).count(), 1, "{text}");
    assert_eq!(text.matches("12.54.05 Radweg K 14").count(), 1, "{text}");
    // Other words than those of the motions stay.
    let mut other = record;
    let mut votes = other.public.acts.iter_mut().filter_map(|act| match &mut act.what {
        What::Vote(vote) if matches!(vote.matter, Matter::Motions(_)) => Some(vote),
        _ => None,
    });
    let text = "Wie vorgelegt.".to_owned();
    let content = Inlines(vec![Inline::Text { text, marks: Vec::new() }]);
    votes.next().unwrap().wording.blocks =
        vec![crate::record::Block::Paragraph { item: None, content }];
    let text = dump::text(&public(&other.public));
    assert!(text.contains("| Wie vorgelegt.") && !text.contains(together), "{text}");
}
