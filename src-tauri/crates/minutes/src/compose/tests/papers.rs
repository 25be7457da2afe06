//! Papers: what each says, what a draft says, and the wall between public and non-public ones.

use super::dump;
use super::script::Played;
use crate::compose;
use crate::document::{Block, Document, SignatureKind};
use crate::record::{self, Edition, Issue, Paper};
use chrono::NaiveDate;
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::paper::{self, PaperSection, PaperUnit, SectionKind};
use sitzungsbuch_core::richtext::RichText;
use sitzungsbuch_core::testing::odd::Dice;
use sitzungsbuch_core::{Moment, PaperId};

const SCRIPTS: [&str; 2] =
    ["assets/sample/kreis-wiesenthal.json", "tests/scenarios/ratsprotokoll.json"];

fn made(directory: &Directory, source: &paper::Paper, edition: Edition) -> Paper {
    let at = Moment::parse("2026-11-20T10:00+01:00").unwrap();
    record::paper(directory, source, Issue { at, edition }).unwrap()
}

fn document(paper: &Paper) -> Document {
    match paper {
        Paper::Public(paper) => compose::paper(paper),
        Paper::NonPublic(paper) => compose::paper_non_public(paper),
    }
}

/// The papers of one part with their names resolved, by number.
fn of_part(directory: &Directory, part: Part) -> Vec<Paper> {
    let mut own: Vec<&paper::Paper> =
        directory.papers.values().filter(|paper| paper.part == part).collect();
    own.sort_by_key(|paper| &paper.reference);
    own.into_iter().map(|paper| made(directory, paper, Edition::Final)).collect()
}

/// All papers of the scripts, by number.
pub(crate) fn documents(edition: Edition) -> Vec<Document> {
    let mut all = Vec::new();
    for path in SCRIPTS {
        let directory = super::played(path).directory;
        let mut papers: Vec<&paper::Paper> = directory.papers.values().collect();
        papers.sort_by_key(|paper| &paper.reference);
        all.extend(papers.iter().map(|paper| document(&made(&directory, paper, edition))));
    }
    all
}

/// The minutes name a paper as the paper names itself.
#[test]
fn the_number_has_the_same_words_in_the_minutes_as_in_the_paper() {
    let record = super::played(SCRIPTS[1]).record();
    let minutes = dump::text(&compose::complete(&record));
    let [public, closed] = ["Drucks.-Nr. 66/012/2026", "Drucks.-Nr. 23/004/2026"];
    assert!(minutes.contains(public) && minutes.contains(closed), "{minutes}");
    assert!(!minutes.contains("Vorlage Nr."), "{minutes}");
    assert!(dump::text(&compose::excerpt(&record.public, "3").unwrap()).contains(public));
    // Of a record that knows no words of the office.
    let mut record = record.public;
    record.paper_label.clear();
    "VO/0066/19".clone_into(&mut record.items[2].paper);
    let minutes = dump::text(&compose::public(&record));
    assert!(minutes.contains("– VO/0066/19") && !minutes.contains("Vorlage Nr. VO"), "{minutes}");
}

/// The public papers of the scripts, as composing receives them.
pub(crate) fn public_papers() -> Vec<record::PublicPaper> {
    let papers =
        SCRIPTS.iter().flat_map(|path| of_part(&super::played(path).directory, Part::Public));
    papers
        .filter_map(|paper| match paper {
            Paper::Public(paper) => Some(paper),
            Paper::NonPublic(_) => None,
        })
        .collect()
}

#[test]
fn papers() {
    let all: Vec<String> = documents(Edition::Final).iter().map(dump::text).collect();
    insta::assert_snapshot!("papers", all.join("\n==========\n"));
}

fn kinds(document: &Document) -> Vec<SignatureKind> {
    let signatures = document.blocks.iter().filter_map(|block| match block {
        Block::Signatures { kind, .. } => Some(*kind),
        _ => None,
    });
    signatures.collect()
}

/// "gez." stands where the original is signed, and never in a draft.
#[test]
fn nobody_has_signed_a_draft() {
    let all = |edition| documents(edition).iter().flat_map(kinds).collect::<Vec<_>>();
    assert!(all(Edition::Draft).iter().all(|kind| *kind == SignatureKind::Lines));
    let issued = all(Edition::Final);
    assert!(issued.contains(&SignatureKind::Copy) && issued.contains(&SignatureKind::Lines));
    for document in documents(Edition::Draft) {
        assert!(document.footer.starts_with("Entwurf"), "{}", document.footer);
    }
}

#[test]
fn non_public_papers_are_marked() {
    for path in SCRIPTS {
        let Played { directory, .. } = super::played(path);
        for (part, mark) in [(Part::Public, None), (Part::NonPublic, Some("Nicht öffentlich"))] {
            let papers = of_part(&directory, part);
            assert!(!papers.is_empty(), "{path}");
            for paper in papers {
                let document = document(&paper);
                assert_eq!(document.mark.as_deref(), mark, "{}", document.title);
            }
        }
    }
}

/// Another content of a paper that is not public: everything but its body and that it is so.
fn otherwise(paper: &mut paper::Paper, dice: &mut Dice) {
    paper.name = dice.text();
    paper.paper_type = dice.text();
    paper.originator = dice.text();
    paper.item = dice.text();
    paper.date = NaiveDate::from_ymd_opt(2026, 1, 1 + dice.roll() % 28);
    paper.units = vec![PaperUnit { name: dice.text(), office: dice.text() }];
    paper.related = vec![dice.text()];
    if dice.once_in(3) {
        paper.reference = dice.text();
    }
    paper.sections = vec![PaperSection::Text {
        kind: SectionKind::Facts,
        heading: dice.text(),
        text: RichText::paragraphs([dice.text().as_str()]),
    }];
}

/// Master data that differ only in non-public papers give the same public ones: one that is named by
/// a public paper is among them.
#[test]
fn what_is_not_public_never_reaches_a_public_paper() {
    for path in SCRIPTS {
        let directory = super::played(path).directory;
        let expected = of_part(&directory, Part::Public);
        let documents: Vec<Document> = expected.iter().map(document).collect();
        for seed in 0..200 {
            let mut dice = Dice::new(seed);
            let mut other = directory.clone();
            if dice.once_in(8) {
                other.papers.retain(|_, paper| paper.part == Part::Public);
            }
            for paper in other.papers.values_mut().filter(|one| one.part == Part::NonPublic) {
                otherwise(paper, &mut dice);
            }
            if dice.once_in(2) {
                // A number that public papers name, and one that they have.
                let taken = directory.papers.values().find(|one| one.part == Part::Public);
                let mut more = taken.unwrap().clone();
                let named = more.related.first().cloned();
                otherwise(&mut more, &mut dice);
                more.part = Part::NonPublic;
                more.id = PaperId::from_key("geheim");
                more.reference = named.unwrap_or_else(|| taken.unwrap().reference.clone());
                other.papers.insert(more.id, more);
            }
            let public = of_part(&other, Part::Public);
            assert!(public == expected, "{path}, {seed}");
            assert!(public.iter().map(document).eq(documents.iter().cloned()), "{path}, {seed}");
            let closed = of_part(&directory, Part::NonPublic);
            assert!(of_part(&other, Part::NonPublic) != closed, "{path}, {seed}");
        }
    }
}

/// Who may read only public papers learns of another one no more than its number; whoever may read
/// both learns what it is about.
#[test]
fn another_paper_is_named_as_far_as_a_reader_may_know_it() {
    let directory = super::played("tests/scenarios/ratsprotokoll.json").directory;
    let text = |part| {
        let all = of_part(&directory, part);
        all.iter().map(|paper| dump::text(&document(paper))).collect::<String>()
    };
    let (public, closed) = (text(Part::Public), text(Part::NonPublic));
    assert!(public.contains("23/004/2026") && !public.contains("Am Wehr"), "{public}");
    assert!(!public.contains("01.06.2026"), "{public}");
    let named = "Beschlussvorlage vom 28.05.2026: Radweg an der Uferstraße";
    assert!(closed.contains(named), "{closed}");
}
