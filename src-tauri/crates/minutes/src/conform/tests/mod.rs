//! The checks find nothing in a sound file, and each planted fault in a damaged one: `damage` opens
//! and changes files, the other modules say what is damaged, by the rule that must be named.

mod around;
mod bytes;
mod damage;
mod drawn;
mod notes;
mod tree;

use std::collections::BTreeSet;

use super::{Archive, Finding, check, rules};
use crate::pdf::tests::{sample_file, sample_file_of_part_2};
use damage::{Damage, Pdf};

fn said(findings: &[Finding]) -> String {
    findings.iter().map(Finding::to_string).collect::<Vec<_>>().join("\n")
}

fn codes(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn a_sound_file_has_no_findings() {
    let findings = check(&sample_file(), Archive::A3a);
    assert_eq!(said(&findings), "");
}

/// Read and written anew by the tool of the damages, the sample is as sound as before.
#[test]
fn the_damages_start_from_a_sound_file() {
    let findings = check(&Pdf::sample().bytes(), Archive::A3a);
    assert_eq!(said(&findings), "");
}

fn damages() -> Vec<Damage> {
    [around::DAMAGES, drawn::DAMAGES, tree::DAMAGES, notes::DAMAGES].concat()
}

#[test]
fn every_damage_is_found_under_its_rule() {
    let damages = damages();
    let mut missed = Vec::new();
    for (code, name, damage) in &damages {
        let mut pdf = Pdf::sample();
        damage(&mut pdf);
        let findings = check(&pdf.bytes(), Archive::A3a);
        if !codes(&findings).contains(code) {
            missed.push(format!("{name}: {code} was not found, only\n{}", said(&findings)));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert!(damages.len() + bytes::COUNT >= 130, "{}", damages.len() + bytes::COUNT);
}

/// A rule that nothing breaks might as well not be there.
#[test]
fn every_rule_is_broken_by_a_damage() {
    let broken: BTreeSet<&str> = damages().iter().map(|(code, _, _)| *code).collect();
    let broken: BTreeSet<&str> = broken.into_iter().chain(bytes::CODES).collect();
    let all: BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
    assert_eq!(all, broken);
    assert_eq!(all.len(), rules::ALL.len(), "a code stands twice");
}

#[test]
fn all_findings_come_at_once_with_page_and_place() {
    let mut pdf = Pdf::sample();
    for name in ["no_language", "head_without_scope", "link_without_contents", "other_widths"] {
        let damages = damages();
        let (_, _, damage) = damages.iter().find(|(_, known, _)| *known == name).unwrap();
        damage(&mut pdf);
    }
    let findings = check(&pdf.bytes(), Archive::A3a);
    let said: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert_eq!(
        said.first().map(String::as_str),
        Some(
            "Die Sprache des Dokuments ist nicht Deutsch (de-DE). (lang; A 6.7.4, UA 7.2, M 11-001)"
        )
    );
    let begins = |words: &str| said.iter().any(|one| one.starts_with(words));
    let scope = "Seite 1, Document/Table[1]/THead[1]/TR[1]/TH[1]: Eine Kopfzelle sagt nicht";
    assert!(begins(scope), "{said:#?}");
    assert!(begins("Seite 1, Document/P[1]/Link[1]: Ein Verweis hat keine Beschr"), "{said:#?}");
    assert!(said.iter().any(|one| one.contains("Schrift ") && one.contains("width")), "{said:#?}");
}

/// Each sentence is for people: German, one sentence, no exclamation mark.
#[test]
fn sentences_are_sentences() {
    for rule in rules::ALL {
        assert!(rule.words.ends_with('.') && !rule.words.contains('!'), "{}", rule.words);
        assert!(rule.words.len() < 90 && !rule.clause.is_empty(), "{}", rule.words);
    }
}

/// The part that is claimed is the part that is checked.
#[test]
fn the_other_part_is_not_this_one() {
    let (third, second) = (sample_file(), sample_file_of_part_2());
    assert_eq!((Archive::claimed(&third), Archive::claimed(&second)), (Archive::A3a, Archive::A2a));
    assert_eq!(said(&check(&second, Archive::A2a)), "");
    let wrong = [
        (third, Archive::A2a, BTreeSet::from(["attachment", "pdfaid"])),
        (second, Archive::A3a, BTreeSet::from(["pdfaid"])),
    ];
    for (file, archive, expected) in wrong {
        let findings = check(&file, archive);
        assert_eq!(codes(&findings), expected, "{}", said(&findings));
    }
}
