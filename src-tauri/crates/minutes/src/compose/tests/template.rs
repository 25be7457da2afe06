//! Templates: type of minutes, detail of counts, order of blocks, headings of an office's own.

use super::acts::{counted, opening, session, words};
use super::dump;
use super::script::{self, Played};
use crate::compose::{complete, excerpt, public};
use crate::document::{Block, Decision, Document};
use crate::record::{Record, What};
use serde_json::{Value, json};
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::template::{CountDetail, MinutesType, Section, Template};

fn template(value: Value) -> Template {
    let template: Template = serde_json::from_value(value).unwrap();
    template.check().unwrap();
    template
}

fn with(record: &Record, template: Template) -> Record {
    let mut record = record.clone();
    record.plan.public.headings = template.headings.clone();
    record.public.template = template;
    record
}

/// A motion that is withdrawn, one that is voted on, a request, a question, a commitment, a
/// statement: each beside a text of the clerk.
fn evening() -> Record {
    let item = "mb25-2";
    let filed = |id: &str, text: &str| {
        json!({"type": "fileMotion", "motion": {"id": id, "item": item, "kind": "amendment",
            "movers": [{"faction": "mb-offen"}], "text": words(text)}})
    };
    let down = |proceeding: Value| json!({"type": "recordProceeding", "item": item, "proceeding": proceeding});
    let acts = vec![
        ("17:01", "", opening()),
        ("17:01", "", json!({"type": "callItem", "item": "mb25-1"})),
        ("17:02", "", json!({"type": "establishQuorum"})),
        ("17:03", "", json!({"type": "callItem", "item": item})),
        ("17:04", "gestellt", filed("erster", "Der Zuschuss beträgt 9.000 EUR.")),
        ("17:05", "", filed("zweiter", "Der Zuschuss entfällt.")),
        ("17:06", "", json!({"type": "withdrawMotion", "motion": "zweiter"})),
        (
            "17:07",
            "",
            down(json!({"kind": "residentQuestion", "question": words("Wozu das Ganze?"),
            "answer": "written"})),
        ),
        ("17:08", "", down(json!({"kind": "commitment", "text": words("Zahlen folgen.")}))),
        (
            "17:09",
            "",
            down(json!({"kind": "statement", "person": "tewesmann",
            "text": words("Ich habe gewarnt.")})),
        ),
        (
            "17:10",
            "abgelehnt",
            counted(2, &json!({"motion": "erster"}), "Der Zuschuss beträgt 9.000 EUR.", (2, 4)),
        ),
        (
            "17:12",
            "beschlossen",
            counted(2, &json!("item"), "Der Zuschuss beträgt 12.000 EUR.", (5, 1)),
        ),
        (
            "17:13",
            "",
            json!({"type": "writeText", "item": item, "text": {"blocks": [
            {"type": "paragraph", "content": "Herr Ginstermann erläutert die Vorlage."},
            {"type": "fact", "fact": {"of": "act", "act": "gestellt"}},
            {"type": "list", "style": "dash", "items": [{"blocks": [
                {"type": "paragraph", "content": "Zur Sache:"},
                {"type": "fact", "fact": {"of": "act", "act": "beschlossen"}}]}]}]}}),
        ),
        ("17:14", "", json!({"type": "closeItem", "item": item})),
        ("17:50", "", json!({"type": "closeMeeting"})),
    ];
    Played::of(&session(acts)).record()
}

#[test]
fn each_type_tells_what_belongs_to_it() {
    const CLERK: &str = "Ginstermann erläutert";
    const PLACED: &str = "folgenden Änderungsantrag";
    const WITHDRAWN: &str = "zurückgezogen";
    const QUESTION: &str = "Wozu das Ganze?";
    const PROMISED: &str = "Zahlen folgen.";
    // What every type tells: decisions in both directions, statements, who is there.
    const ALWAYS: [&str; 6] = [
        "| Antrag:\n| Der Zuschuss beträgt 9.000 EUR.",
        "| Beschluss:\n| Der Zuschuss beträgt 12.000 EUR.",
        "Ich habe gewarnt.",
        "stellt die Beschlussfähigkeit des Ausschusses fest",
        "eröffnet die Ausschussvorsitzende",
        "schließt die Sitzung um 17:50 Uhr",
    ];
    let record = evening();
    for (minutes, told, left_out) in [
        ("course", &[CLERK, PLACED, WITHDRAWN, QUESTION, PROMISED][..], &[][..]),
        // The motion stands where the clerk put it; the one that came to nothing is left out.
        ("results", &[CLERK, PLACED, QUESTION, PROMISED], &[WITHDRAWN]),
        ("decisions", &[], &[CLERK, PLACED, WITHDRAWN, QUESTION, PROMISED]),
    ] {
        let record = with(&record, template(json!({"minutesType": minutes})));
        for document in [complete(&record), public(&record.public)] {
            let text = dump::text(&document);
            let text = text.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
            for words in told.iter().chain(&ALWAYS) {
                assert!(text.contains(words), "{minutes} lacks {words:?}:\n{text}");
            }
            for words in left_out {
                assert!(!text.contains(words), "{minutes} has {words:?}:\n{text}");
            }
        }
    }
}

fn decisions(document: &Document) -> Vec<&Decision> {
    let found = document.blocks.iter().filter_map(|block| match block {
        Block::Decision(decision) => Some(decision),
        _ => None,
    });
    found.collect()
}

const FIVE: &str = "Ja: 5, Nein: 1, Enthaltungen: 0";
const BALLOTS: &str =
    "Ausgegeben: 6, abgegeben: 6, gültig: 6, ungültig: 0; Ja: 5, Nein: 1, Enthaltungen: 0";

#[test]
fn votes_are_told_as_exactly_as_the_template_asks() {
    let tally = |value: Value| -> Value {
        json!({"type": "recordVote", "item": "mb25-2", "wordingPut": words("So sei es."),
            "announced": "accepted", "tally": value})
    };
    let count = |yes: u16, no: u16| json!({"yes": yes, "no": no, "abstain": 0});
    let by_faction = json!([{"faction": "mb-heimat", "count": count(3, 0)},
        {"faction": "mb-offen", "count": count(2, 1)}]);
    let roll = json!({"kind": "rollCall", "ballots": (1..=6).map(|seat| json!({
        "seat": format!("mb-sitz-{seat}"), "choice": if seat == 1 { "no" } else { "yes" }}))
        .collect::<Vec<_>>()});
    let secret = json!({"kind": "secret", "handedOut": 6, "returned": 6, "count": count(5, 1)});
    let said = json!({"kind": "announced", "yes": {"number": 5}, "no": {"number": 1},
        "abstain": {"number": 0}});
    for (value, words, numbers, factions) in [
        (json!({"kind": "unanimous"}), ("", false), ("", false), ("", false)),
        (
            json!({"kind": "counted", "count": count(5, 1)}),
            ("", false),
            (FIVE, false),
            (FIVE, false),
        ),
        // Whoever wants numbers wants them of a unanimous vote too.
        (
            json!({"kind": "counted", "count": count(6, 0)}),
            ("", false),
            ("Ja: 6, Nein: 0, Enthaltungen: 0", false),
            ("", false),
        ),
        (
            json!({"kind": "counted", "count": count(5, 1), "byFaction": by_faction}),
            ("", false),
            (FIVE, false),
            ("", true),
        ),
        (said, ("", false), (FIVE, false), (FIVE, false)),
        // Names and ballots prove the result and are always there.
        (roll, (FIVE, true), (FIVE, true), (FIVE, true)),
        (secret, (BALLOTS, false), (BALLOTS, false), (BALLOTS, false)),
    ] {
        let acts = vec![
            ("17:01", "", opening()),
            ("17:02", "", json!({"type": "callItem", "item": "mb25-2"})),
            ("17:03", "", tally(value.clone())),
            ("17:50", "", json!({"type": "closeMeeting"})),
        ];
        let record = Played::of(&session(acts)).record();
        for (detail, expected) in [("words", words), ("numbers", numbers), ("factions", factions)] {
            let record = with(&record, template(json!({"countDetail": detail})));
            let document = public(&record.public);
            let all = decisions(&document);
            let [decision] = all.as_slice() else { panic!("{value}: {all:?}") };
            let figures = decision.result.as_ref().map_or("", |result| &result.figures);
            assert_eq!((figures, decision.table.is_some()), expected, "{detail}: {value}");
        }
    }
}

/// A qualified majority is proved by numbers, and so is what somebody doubts.
#[test]
fn words_are_not_enough_where_numbers_decide() {
    let mut record = super::played("tests/scenarios/korrektur.json").record();
    record.public.template.count_detail = CountDetail::Words;
    for act in &mut record.public.acts {
        if let What::Vote(vote) = &mut act.what {
            vote.required = Some(crate::record::Required {
                name: "Hauptsatzung".to_owned(),
                votes: Some(4),
                statute: "§ 7 Abs. 3 GO NRW".to_owned(),
            });
        }
    }
    let document = public(&record.public);
    let counted = decisions(&document).into_iter().filter_map(|one| one.result.as_ref());
    let figures: Vec<&str> = counted.map(|result| &*result.figures).collect();
    assert!(figures.contains(&"Ja: 4, Nein: 3, Enthaltungen: 0"), "{figures:?}");
}

/// Titles of the blocks, the signatures as "*".
fn outline(document: &Document) -> Vec<&str> {
    let found = document.blocks.iter().filter_map(|block| match block {
        Block::Section { title, .. } => Some(title.as_str()),
        Block::Signatures { .. } => Some("*"),
        _ => None,
    });
    found.collect()
}

#[test]
fn blocks_stand_in_the_order_of_the_template() {
    use Section::{Agenda, Attachments, Attendance, Items, Signatures};
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let names = |section: &Section, both: bool| match section {
        Attendance => vec!["Anwesend waren"],
        Agenda => vec!["Tagesordnung"],
        Items if both => vec!["Öffentlicher Teil", "Nicht öffentlicher Teil"],
        Items => vec!["Öffentlicher Teil"],
        Signatures => vec!["*"],
        Attachments => vec![
            "Anlagen",
            "Anlage 3: Namentliche Abstimmung zu TOP 7.2",
            "Anlage 4: Nachweis der Beschlussfähigkeit",
        ],
    };
    let usual = outline(&public(&record.public)).join("|");
    for order in [
        [Attendance, Agenda, Items, Signatures, Attachments],
        [Agenda, Attendance, Items, Attachments, Signatures],
        [Agenda, Items, Signatures, Attachments, Attendance],
    ] {
        let record = with(&record, Template { order: order.to_vec(), ..Template::default() });
        for (document, both) in [(complete(&record), true), (public(&record.public), false)] {
            let found = outline(&document);
            let expected: Vec<&str> =
                order.iter().flat_map(|section| names(section, both)).collect();
            let known = |titles: &[&str]| -> Vec<String> {
                let start =
                    |title: &&str| title.split(" zu TOP").next().unwrap_or(title).to_owned();
                titles.iter().map(start).collect()
            };
            assert_eq!(known(&found), known(&expected), "{order:?}, usual: {usual}");
        }
    }
}

const OWN: &str = r#"{"headings": {"minutes": {"name": "Protokoll", "gender": "neuter"},
    "attendance": "Teilnehmende", "agenda": "Beratungspunkte", "publicPart": "Öffentliche Sitzung",
    "nonPublicPart": "Nichtöffentliche Sitzung", "item": "TOP", "decision": "Beschlusstext",
    "motion": "Vorschlag", "result": "Ergebnis", "end": "Schluss", "attachments": "Beilagen"}}"#;

#[test]
fn headings_say_what_the_office_wants() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let own = with(&record, template(serde_json::from_str(OWN).unwrap()));
    let text = dump::text(&complete(&own));
    for words in [
        "# Protokoll\n",
        "Protokoll über die 9. Sitzung",
        "## Teilnehmende (",
        "## Beratungspunkte (",
        "## Öffentliche Sitzung (",
        "## Nichtöffentliche Sitzung (",
        "### TOP 5: ",
        "Beschlusstext:",
        "Vorschlag:",
        "Ergebnis:",
        "[Schluss] ",
        "## Beilagen (",
    ] {
        assert!(text.contains(words), "{words:?} is missing:\n{text}");
    }
    // None of the usual ones is left as a heading or a label.
    for words in [
        "# Niederschrift",
        "## Anwesend waren",
        "## Tagesordnung",
        "## Öffentlicher Teil",
        "## Nicht öffentlicher Teil",
        "### Zu Punkt",
        "Abstimmungsergebnis:",
        "[Sitzungsende]",
        "## Anlagen",
    ] {
        assert!(!text.contains(words), "{words:?} is left:\n{text}");
    }
    let item = crate::compose::with_decision(&own)[0][0].to_owned();
    let text = dump::text(&excerpt(&own.public, &item).unwrap());
    assert!(text.contains("aus dem Protokoll über die 9. Sitzung"), "{text}");
    assert!(text.contains("mit dem unterzeichneten Protokoll wird bestätigt"), "{text}");
    let text = dump::text(&crate::compose::invitation(&own.plan));
    assert!(text.contains("## Beratungspunkte ("), "{text}");
    assert!(text.contains("Nichtöffentliche Sitzung\n"), "{text}");
}

macro_rules! types {
    ($name:ident, $path:literal) => {
        #[test]
        fn $name() {
            let record = super::played($path).record();
            for minutes_type in [MinutesType::Decisions, MinutesType::Results] {
                let record = with(&record, Template { minutes_type, ..Template::default() });
                let name = format!("{}-{minutes_type:?}", stringify!($name)).to_lowercase();
                insta::assert_snapshot!(name, dump::text(&complete(&record)));
            }
        }
    };
}

types!(wiesenthal, "assets/sample/kreis-wiesenthal.json");
types!(auf_der_kippe, "tests/scenarios/auf-der-kippe.json");

/// What a session freezes stands in its record; a template that is written later changes nothing.
#[test]
fn the_record_has_the_template_of_the_preparation() {
    let mut script = script::read("tests/scenarios/korrektur.json");
    let own = template(serde_json::from_str(OWN).unwrap());
    for row in &mut script.master {
        if let sitzungsbuch_core::directory::MasterRow::Body(body) = row {
            body.template = Some(own.clone());
        }
    }
    let mut played = Played::of(&script);
    for body in played.directory.bodies.values_mut() {
        body.template = None;
    }
    let record = played.record();
    assert_eq!(record.public.template, own);
    assert_eq!(record.plan.public.headings, own.headings);
    assert!(script.acts.iter().any(|act| matches!(act.command, Command::CloseMeeting { .. })));
}
