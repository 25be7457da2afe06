//! The documents beside the minutes: what each says of the played sessions, and what it must not.

use super::dump;
use super::script::{self, Played};
use crate::compose::{self, with_decision};
use crate::document::{Block, Document, SignatureKind};
use crate::record::{self, Edition, Presence, PublicPlan, PublicRecord, Record};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::session::{Command, State};
use sitzungsbuch_core::template::MinutesType;

/// Every document that everybody may read, made of what everybody may read and nothing else.
pub(super) fn for_everybody(plan: &PublicPlan, record: &PublicRecord) -> Vec<Document> {
    let mut reading = record.clone();
    reading.issue.edition = Edition::Reading;
    let mut all = vec![
        compose::public(record),
        compose::public(&reading),
        compose::proof_public(record),
        compose::invitation_public(plan),
        compose::sheet(plan),
    ];
    all.extend(record.items.iter().filter_map(|item| compose::excerpt(record, &item.id)));
    for minutes_type in [MinutesType::Decisions, MinutesType::Results] {
        let mut record = record.clone();
        record.template.minutes_type = minutes_type;
        all.push(compose::public(&record));
    }
    all
}

/// Every document of a session.
pub(super) fn every(record: &Record) -> Vec<Document> {
    let mut all = for_everybody(&record.plan.public, &record.public);
    all.push(compose::complete(record));
    all.extend(compose::non_public(record));
    all.push(compose::proof(record));
    all.push(compose::invitation(&record.plan));
    all.push(compose::attendance_list(record));
    let [_, closed] = with_decision(record);
    all.extend(closed.into_iter().map(|item| compose::excerpt_non_public(record, item).unwrap()));
    all
}

fn excerpts(record: &Record) -> String {
    let [open, closed] = with_decision(record);
    let open = open.into_iter().map(|item| compose::excerpt(&record.public, item).unwrap());
    let closed = closed.into_iter().map(|item| compose::excerpt_non_public(record, item).unwrap());
    let all: Vec<String> = open.chain(closed).map(|document| dump::text(&document)).collect();
    all.join("\n==========\n")
}

macro_rules! beside {
    ($name:ident, $path:literal) => {
        #[test]
        fn $name() {
            let record = super::played($path).record();
            for (document, text) in [
                ("excerpts", excerpts(&record)),
                ("invitation", dump::text(&compose::invitation(&record.plan))),
                ("sheet", dump::text(&compose::sheet(&record.plan.public))),
                ("attendance", dump::text(&compose::attendance_list(&record))),
                ("proof", dump::text(&compose::proof(&record))),
                ("non-public", dump::text(&compose::non_public(&record).unwrap())),
            ] {
                insta::assert_snapshot!(format!("{}-{document}", stringify!($name)), text);
            }
        }
    };
}

beside!(wiesenthal, "assets/sample/kreis-wiesenthal.json");
beside!(korrektur, "tests/scenarios/korrektur.json");
beside!(auf_der_kippe, "tests/scenarios/auf-der-kippe.json");

#[test]
fn what_the_public_may_read_of_them() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let plan = &record.plan.public;
    insta::assert_snapshot!("invitation-public", dump::text(&compose::invitation_public(plan)));
    insta::assert_snapshot!("proof-public", dump::text(&compose::proof_public(&record.public)));
}

fn text_of(documents: &[Document]) -> String {
    documents.iter().map(dump::text).collect()
}

/// The agenda that was sent: neither what came later nor what was moved.
#[test]
fn an_invitation_shows_the_agenda_that_was_sent() {
    let script = script::read("assets/sample/kreis-wiesenthal.json");
    let added = script.acts.iter().find_map(|act| match &act.command {
        Command::AddItem { item, .. } => Some(item.name.clone()),
        _ => None,
    });
    let added = added.unwrap();
    let record = Played::of(&script).record();
    assert!(text_of(&[compose::complete(&record)]).contains(&added));
    let sent = [compose::invitation(&record.plan), compose::invitation_public(&record.plan.public)];
    assert!(!text_of(&sent).contains(&added));
}

/// Before anybody has come there is a plan, and it is the one of later.
#[test]
fn the_plan_is_the_same_before_the_session_and_after() {
    let mut script = script::read("assets/sample/kreis-wiesenthal.json");
    let after = Played::of(&script).record();
    script.acts.clear();
    let before = Played::of(&script);
    let issue = after.public.issue;
    let profiles = script::profiles();
    let plan = record::plan(&before.state, &before.directory, &profiles, issue).unwrap();
    assert_eq!(plan, after.plan);
    let nothing = State::new(before.state.meeting);
    assert!(record::plan(&nothing, &before.directory, &profiles, issue).is_err());
}

#[test]
fn a_second_invitation_says_that_the_number_does_not_matter() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let mut plan = record.plan;
    let call = record::SecondCall {
        items: vec!["5".to_owned(), "6".to_owned()],
        least: 0,
        statute: "§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW".to_owned(),
    };
    plan.public.second_call = Some(call.clone());
    let text = dump::text(&compose::invitation_public(&plan.public));
    assert!(text.contains("Zu TOP 5 und 6 wird ein zweites Mal eingeladen, weil die Beratung wegen Beschlussunfähigkeit zurückgestellt worden ist. Insoweit ist der Ausschuss in dieser Sitzung ohne Rücksicht auf die Zahl der Erschienenen beschlussfähig (§ 41 Abs. 4 i. V. m. § 34 Abs. 2 KrO NRW)."), "{text}");
    plan.second_call = Some(record::SecondCall { least: 3, ..call });
    let text = dump::text(&compose::invitation(&plan));
    assert!(text.contains("beschlussfähig, wenn mindestens 3 Stimmberechtigte anwesend sind"));
}

#[test]
fn without_a_chair_nobody_is_made_up() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let mut plan = record.plan.public;
    plan.chair = None;
    let letter = compose::invitation_public(&plan);
    assert!(!letter.blocks.iter().any(|block| matches!(block, Block::Signatures { .. })));
    assert!(dump::text(&letter).contains("hiermit werden Sie zur 9. Sitzung"));
    assert!(dump::text(&compose::sheet(&plan)).contains("[Lines vorsitz] , Vorsitz"));
}

/// An excerpt of what was not decided would confirm nothing.
#[test]
fn only_what_was_decided_has_an_excerpt() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let [open, closed] = with_decision(&record);
    assert!(open.contains(&"6") && closed.contains(&"11"), "{open:?} {closed:?}");
    for item in &record.public.items {
        let made = compose::excerpt(&record.public, &item.id).is_some();
        assert_eq!(made, open.contains(&item.id.as_str()), "{}", item.id);
    }
    assert!(compose::excerpt(&record.public, "11").is_none());
    assert!(compose::excerpt_non_public(&record, "6").is_none());
}

#[test]
fn an_excerpt_of_a_draft_confirms_nothing() {
    let played = super::played("assets/sample/kreis-wiesenthal.json");
    let confirmed = "Die Übereinstimmung dieses Auszugs mit der unterzeichneten Niederschrift";
    for (edition, signed) in [(Edition::Draft, false), (Edition::Final, true)] {
        let record = played.issued(edition);
        let excerpt = compose::excerpt(&record.public, "6").unwrap();
        assert_eq!(dump::text(&excerpt).contains(confirmed), signed);
        let fields = excerpt.blocks.iter().any(|block| {
            matches!(block, Block::Signatures { kind: SignatureKind::Fields, signers } if signers.len() == 1)
        });
        assert_eq!(fields, signed);
    }
}

#[test]
fn everything_with_closed_doors_is_marked() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let part = compose::non_public(&record).unwrap();
    let excerpt = compose::excerpt_non_public(&record, "11").unwrap();
    for document in [part, excerpt, compose::invitation(&record.plan)] {
        assert_eq!(document.mark.as_deref(), Some("Nicht öffentlich"), "{}", document.title);
    }
    for document in for_everybody(&record.plan.public, &record.public) {
        assert_eq!(document.mark, None, "{}", document.title);
    }
}

/// A council knows no substitutes: nobody there could have been represented.
#[test]
fn only_where_there_are_substitutes_a_member_is_not_represented() {
    for (script, said) in [
        ("assets/sample/kreis-wiesenthal.json", true),
        ("tests/scenarios/ratsprotokoll.json", false),
    ] {
        let record = super::played(script).record();
        assert!(record.public.attendance.absent.iter().any(|one| one.excused), "{script}");
        let documents = every(&record);
        assert_eq!(text_of(&documents).contains("nicht vertreten"), said, "{script}");
    }
}

#[test]
fn the_term_is_a_number_beside_its_label() {
    let mut record = super::played("assets/sample/kreis-wiesenthal.json").record().public;
    for (term, said) in [
        ("XII. Wahlperiode", "XII"),
        ("17. Wahlperiode", "17"),
        ("Wahlperiode 2025 bis 2030", "Wahlperiode 2025 bis 2030"),
    ] {
        term.clone_into(&mut record.session.legislative_term);
        let lines = compose::public(&record).session;
        let line = lines.iter().find(|line| line.label == "Wahlperiode").unwrap();
        assert_eq!(line.value, said);
    }
}

fn at(text: &str) -> Moment {
    Moment::parse(&format!("{text}+01:00")).unwrap()
}

/// The minutes of somebody who came late, went early, or stayed over two days.
#[test]
fn minutes_are_counted_from_coming_to_going() {
    let record = super::played("assets/sample/kreis-wiesenthal.json").record();
    let mut session = record.public.session;
    session.opened = at("2026-11-12T16:30");
    session.closed = Some(at("2026-11-12T18:00"));
    let one = |from: Option<&str>, to: Option<&str>| Presence {
        from: from.map(at),
        to: to.map(at),
        item: None,
        remote: false,
        sent_out: false,
    };
    let stay = |session: &record::Session, all: &[Presence]| compose::hours::stay(session, all);
    let whole = one(None, None);
    assert_eq!(stay(&session, std::slice::from_ref(&whole)), ["16:30 bis 18:00", "90"]);
    let early = one(None, Some("2026-11-12T17:00"));
    let again = one(Some("2026-11-12T17:10"), None);
    assert_eq!(stay(&session, &[early, again]), ["16:30 bis 17:00, 17:10 bis 18:00", "80"]);
    assert_eq!(stay(&session, &[]), ["", ""]);
    session.continued = vec![(at("2026-11-12T18:00"), at("2026-11-19T17:00"))];
    session.closed = Some(at("2026-11-19T17:30"));
    let both = "12.11.2026, 16:30 bis 18:00, 19.11.2026, 17:00 bis 17:30";
    assert_eq!(stay(&session, std::slice::from_ref(&whole)), [both, "120"]);
    let second = one(Some("2026-11-19T17:00"), Some("2026-11-19T17:20"));
    assert_eq!(stay(&session, &[second]), ["19.11.2026, 17:00 bis 17:20", "20"]);
    let first = one(None, Some("2026-11-12T18:00"));
    assert_eq!(stay(&session, &[first]), ["12.11.2026, 16:30 bis 18:00", "90"]);
    session.continued.clear();
    session.closed = None;
    assert_eq!(stay(&session, &[whole]), ["ab 16:30", ""]);
}
