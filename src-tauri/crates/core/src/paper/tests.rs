//! Papers and what is refused about them.

use super::*;
use crate::ActId;
use crate::directory::{MasterRejection, MasterRow};
use crate::richtext::{Fact, Inlines, MAX_CHARACTERS};
use crate::testing::Committee;
use alloc::string::ToString;
use alloc::vec;

fn paper(key: &str, reference: &str) -> Paper {
    Paper {
        id: PaperId::from_key(key),
        body: BodyId::from_key("auental"),
        reference: reference.to_string(),
        name: "Erneuerung der Brücke am Anger".to_string(),
        paper_type: "Sitzungsvorlage".to_string(),
        date: None,
        part: Part::Public,
        originator: String::new(),
        units: Vec::new(),
        editors: Vec::new(),
        consultations: Vec::new(),
        item: String::new(),
        related: Vec::new(),
        sections: Vec::new(),
    }
}

fn with(section: PaperSection) -> Paper {
    let facts = PaperSection::Text {
        kind: SectionKind::Facts,
        heading: String::new(),
        text: RichText::paragraphs(["Die Brücke ist gesperrt."]),
    };
    Paper { sections: vec![facts, section], ..paper("p", "66/001/2026") }
}

fn text(kind: SectionKind, heading: &str, text: RichText) -> PaperSection {
    PaperSection::Text { kind, heading: heading.to_string(), text }
}

#[test]
fn a_number_stands_once_in_a_body_and_may_be_missing() {
    let taken = Err(PaperFault::NumberTaken);
    let elsewhere = Paper { body: BodyId::from_key("b"), ..paper("c", "III/9/26") };
    let there = [paper("a", "66/001/2026"), paper("b", ""), elsewhere];
    for (key, reference, expected) in [
        ("n", "66/002/2026", Ok(())),
        ("n", "66/001/2026/1-A", Ok(())),
        ("n", "66/001/2026", taken),
        ("n", " 66/001/2026 ", taken),
        ("a", "66/001/2026", Ok(())),
        ("n", "III/9/26", Ok(())),
        ("n", "", Ok(())),
    ] {
        assert_eq!(paper(key, reference).check(&there), expected, "{key} {reference}");
    }
    let nameless = Paper { paper_type: " ".to_string(), ..paper("n", "1") };
    assert_eq!(nameless.check(&there), Err(PaperFault::TypeMissing));
}

#[test]
fn a_section_has_a_heading_and_words_of_its_own() {
    let words = || RichText::paragraphs(["Worte."]);
    let long = "w".repeat(MAX_WORDS + 1);
    let heading = Err(PaperFault::HeadingUnfit { section: 1 });
    let fact = Block::Fact { fact: Fact::Act { act: ActId::from_key("a") } };
    let item = Some(AgendaItemId::from_key("top-1"));
    let of_item = Block::Paragraph { item, content: Inlines::plain("x") };
    let of_session = Err(PaperFault::OfOneSession { section: 1 });
    let too_long = "w".repeat(MAX_CHARACTERS + 1);
    let signatures = |heading: &str, persons| PaperSection::Signatures {
        heading: heading.to_string(),
        persons,
        signed: false,
    };
    for (section, expected) in [
        (text(SectionKind::Answer, "", words()), Ok(())),
        (text(SectionKind::Answer, "Antwort", words()), Ok(())),
        (text(SectionKind::Other, "Kosten", words()), Ok(())),
        (text(SectionKind::Other, "", words()), heading),
        (text(SectionKind::Reason, " ", words()), heading),
        (text(SectionKind::Reason, &long, words()), heading),
        (
            text(SectionKind::Facts, "", RichText::paragraphs([" \u{a0}"])),
            Err(PaperFault::TextMissing { section: 1 }),
        ),
        (
            text(
                SectionKind::Facts,
                "",
                RichText { blocks: vec![fact, words().blocks[0].clone()] },
            ),
            of_session,
        ),
        (text(SectionKind::Facts, "", RichText { blocks: vec![of_item] }), of_session),
        (
            text(SectionKind::Facts, "", RichText::paragraphs([too_long.as_str()])),
            Err(PaperFault::TextUnfit { section: 1, why: Unfit::TooLong }),
        ),
        (signatures("", vec![Committee::person("m1")]), Ok(())),
        (signatures("", vec![]), Err(PaperFault::NobodySigns { section: 1 })),
        (signatures("\u{ad}", vec![Committee::person("m1")]), heading),
    ] {
        assert_eq!(with(section.clone()).check([]), expected, "{section:?}");
    }
}

/// What a paper names has to be there, and everything that is printed can be.
#[test]
fn a_paper_is_checked_against_master_data() {
    let directory = Committee::new(9).directory();
    let check = |change: &dyn Fn(&mut Paper)| {
        let mut paper = paper("n", "66/001/2026");
        change(&mut paper);
        directory.check(&MasterRow::Paper(paper))
    };
    let unknown = |noun: &'static str, id: String| Err(MasterRejection::Unknown { noun, id });
    let consultation = |organization| Consultation {
        organization,
        date: None,
        part: Part::Public,
        role: String::new(),
    };
    let nobody = PersonId::from_key("nobody");
    assert_eq!(check(&|_| {}), Ok(()));
    assert_eq!(
        check(&|paper| paper.consultations.push(consultation(Committee::organization()))),
        Ok(())
    );
    let nowhere = OrganizationId::from_key("nowhere");
    assert_eq!(
        check(&|paper| paper.consultations.push(consultation(nowhere))),
        unknown("organization", nowhere.to_string())
    );
    let editor = |person| PaperEditor { person, unit: "Amt 66".to_string() };
    assert_eq!(check(&|paper| paper.editors.push(editor(Committee::person("m1")))), Ok(()));
    assert_eq!(
        check(&|paper| paper.editors.push(editor(nobody))),
        unknown("person", nobody.to_string())
    );
    let signed = PaperSection::Signatures {
        heading: String::new(),
        persons: vec![Committee::person("m1"), nobody],
        signed: true,
    };
    assert_eq!(
        check(&|paper| paper.sections.push(signed.clone())),
        unknown("person", nobody.to_string())
    );
    let away = BodyId::from_key("away");
    assert_eq!(check(&|paper| paper.body = away), unknown("body", away.to_string()));
    let missing = Err(MasterRejection::NameMissing { noun: "paper" });
    assert_eq!(check(&|paper| paper.name.clear()), missing);
    let unfit = Err(MasterRejection::NameUnfit { noun: "paper" });
    assert_eq!(check(&|paper| paper.related.push("20/1\n".to_string())), unfit);
    let department =
        PaperUnit { name: "Dezernat I".to_string(), office: "Amt\u{202e}".to_string() };
    assert_eq!(check(&|paper| paper.units.push(department.clone())), unfit);
    let why = PaperFault::HeadingUnfit { section: 0 };
    let other = text(SectionKind::Other, "", RichText::paragraphs(["Worte."]));
    assert_eq!(
        check(&|paper| paper.sections.push(other.clone())),
        Err(MasterRejection::PaperUnfit { why })
    );
}

#[test]
fn labels_are_short_and_what_is_usual_is_not_written() {
    let usual: PaperTemplate = serde_json::from_str("{}").unwrap();
    assert!(usual.is_usual());
    assert_eq!(serde_json::to_string(&usual).unwrap(), "{}");
    let own = r#"{"columns":"quality","reference":"Drucks.-Nr.","units":"Geschäftsbereich"}"#;
    let read: PaperTemplate = serde_json::from_str(own).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), own);
    assert_eq!(read.check(), Ok(()));
    for words in [" ".to_string(), "w".repeat(MAX_WORDS + 1)] {
        let template = PaperTemplate { units: words, ..PaperTemplate::default() };
        assert_eq!(template.check(), Err(PaperFault::LabelUnfit));
    }
    let mut body = Committee::new(9).rows().into_iter().find_map(|row| match row {
        MasterRow::Body(body) => Some(body),
        _ => None,
    });
    let body = body.as_mut().unwrap();
    body.papers.reference = " ".to_string();
    let why = PaperFault::LabelUnfit;
    let directory = Committee::new(9).directory();
    assert_eq!(
        directory.check(&MasterRow::Body(body.clone())),
        Err(MasterRejection::PaperUnfit { why })
    );
}
