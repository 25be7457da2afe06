//! Words of results with what is known of the vote, and the verdict: fits, is unusual, contradicts.

use super::{Known, check};
use crate::rules::ReasonCode;
use crate::rules::majority::{Count, Majority, Method, judge};
use crate::rules::profile::{Op, Threshold};
use crate::testing::profiles;
use alloc::string::String;
use alloc::vec::Vec;

/// "9/4/0": Yes, No, abstentions; "-" for what nobody recorded. Thirteen were entitled.
fn known(accepted: bool, votes: &str, method: Method) -> Known {
    let mut votes = votes.split('/').map(|one| one.parse().ok());
    let mut next = || votes.next().unwrap_or(None);
    let votes = [next(), next(), next(), next().or(Some(0))];
    Known { accepted, entitled: 13, votes, method }
}

fn verdict(words: &str, known: Known) -> (&'static str, Vec<String>) {
    let found = check(&profiles::committee().vote, words, known);
    let contradicts = found.iter().any(|one| one.code == ReasonCode::WordingContradicts);
    let verdict = match (found.is_empty(), contradicts) {
        (true, _) => "fits",
        (_, true) => "contradicts",
        _ => "unusual",
    };
    (verdict, found.into_iter().map(|one| one.text).collect())
}

const ADOPTED: bool = true;
const REJECTED: bool = false;

#[test]
fn words_are_held_against_the_numbers() {
    for (words, accepted, votes, expected) in [
        // Unanimous is without a contrary vote.
        ("einstimmig angenommen", ADOPTED, "13/0/0", "fits"),
        ("Einstimmig", ADOPTED, "13/0/0", "fits"),
        ("einstimmiger Beschluss", ADOPTED, "12/1/0", "contradicts"),
        ("einstimmig angenommen", ADOPTED, "12/1/0", "contradicts"),
        ("EINMÜTIG beschlossen", ADOPTED, "12/1/0", "contradicts"),
        ("Der Ausschuss stimmt einhellig zu.", ADOPTED, "9/4/0", "contradicts"),
        ("einstimmig angenommen", ADOPTED, "11/0/2", "unusual"),
        ("einstimmig bei 2 Enthaltungen angenommen", ADOPTED, "11/0/2", "fits"),
        ("einstimmig bei zwei Enthaltungen", ADOPTED, "11/0/2", "fits"),
        ("einstimmig bei drei Enthaltungen", ADOPTED, "11/0/2", "contradicts"),
        ("einstimmig abgelehnt", REJECTED, "0/13/0", "fits"),
        ("einstimmig abgelehnt", REJECTED, "1/12/0", "contradicts"),
        ("nicht einstimmig angenommen", ADOPTED, "12/1/0", "fits"),
        ("nicht einstimmig angenommen", ADOPTED, "13/0/0", "contradicts"),
        ("einstimmig angenommen", ADOPTED, "-/0/-", "fits"),
        ("einstimmig bei einer Gegenstimme", ADOPTED, "-/-/-", "contradicts"),
        ("einstimmig und mehrheitlich angenommen", ADOPTED, "-/-/-", "contradicts"),
        // By majority there is somebody against it.
        ("mehrheitlich angenommen", ADOPTED, "9/4/0", "fits"),
        ("mehrheitlich angenommen", ADOPTED, "13/0/0", "contradicts"),
        ("mehrheitlich angenommen", ADOPTED, "11/0/2", "unusual"),
        ("mit Mehrheit beschlossen", ADOPTED, "13/0/0", "contradicts"),
        ("mit großer Mehrheit angenommen", ADOPTED, "12/1/0", "fits"),
        ("mit großer Mehrheit angenommen", ADOPTED, "13/0/0", "contradicts"),
        ("mit Zweidrittelmehrheit angenommen", ADOPTED, "13/0/0", "fits"),
        ("mit der erforderlichen Mehrheit angenommen", ADOPTED, "13/0/0", "fits"),
        ("mit der Mehrheit der gesetzlichen Mitglieder", ADOPTED, "13/0/0", "fits"),
        ("mehrheitlich abgelehnt", REJECTED, "2/11/0", "fits"),
        ("mehrheitlich abgelehnt", REJECTED, "0/13/0", "contradicts"),
        // What became of it.
        ("abgelehnt", ADOPTED, "9/4/0", "contradicts"),
        ("angenommen", REJECTED, "4/9/0", "contradicts"),
        ("Dem Antrag wird zugestimmt.", REJECTED, "4/9/0", "contradicts"),
        ("nicht angenommen", REJECTED, "4/9/0", "fits"),
        ("nicht angenommen", ADOPTED, "9/4/0", "contradicts"),
        ("findet keine Mehrheit", ADOPTED, "9/4/0", "contradicts"),
        ("findet keine Mehrheit", REJECTED, "4/9/0", "fits"),
        ("Die Ablehnung wird beschlossen.", ADOPTED, "9/4/0", "fits"),
        ("antragsgemäß", REJECTED, "4/9/0", "fits"),
        // Numbers, in digits and in words, before and behind.
        ("bei 4 Gegenstimmen", ADOPTED, "9/4/0", "fits"),
        ("bei vier Gegenstimmen angenommen", ADOPTED, "9/4/0", "fits"),
        ("bei 3 Gegenstimmen angenommen", ADOPTED, "9/4/0", "contradicts"),
        ("mit 9 Ja-Stimmen gegen 4 Nein-Stimmen", ADOPTED, "9/4/0", "fits"),
        ("mit 9 Ja\u{2011}Stimmen, 3 Nein\u{2011}Stimmen", ADOPTED, "9/4/0", "contradicts"),
        ("Ja: 9, Nein: 4, Enthaltungen: 0", ADOPTED, "9/4/0", "fits"),
        ("Ja 9, Nein 3, Enthaltungen 1", ADOPTED, "9/4/0", "contradicts"),
        ("9 dafür, 4 dagegen", ADOPTED, "9/4/0", "fits"),
        ("neun Stimmen dafür, fünf dagegen", ADOPTED, "9/4/0", "contradicts"),
        ("ohne Gegenstimmen und Enthaltungen", ADOPTED, "13/0/0", "fits"),
        ("ohne Gegenstimmen und Enthaltungen", ADOPTED, "12/0/1", "contradicts"),
        ("ohne Gegenstimmen bei einer Enthaltung", ADOPTED, "12/0/1", "fits"),
        ("Ohne Gegenstimme angenommen", ADOPTED, "12/1/0", "contradicts"),
        ("Enthaltungen gab es keine", ADOPTED, "12/1/0", "fits"),
        ("Enthaltungen gab es keine", ADOPTED, "11/1/1", "contradicts"),
        ("bei Enthaltungen angenommen", ADOPTED, "11/0/2", "fits"),
        ("bei Enthaltungen angenommen", ADOPTED, "13/0/0", "contradicts"),
        ("bei 2 Enthaltungen der FAL und einer Enthaltung der WU", ADOPTED, "10/0/3", "fits"),
        ("bei 3 Enthaltungen (davon 2 Enthaltungen der FAL)", ADOPTED, "10/0/3", "fits"),
        ("bei zwölf Ja-Stimmen", ADOPTED, "12/1/0", "fits"),
        ("bei 1 ungültigen Stimme", ADOPTED, "9/3/0/1", "fits"),
        ("bei zwei ungültigen Stimmen", ADOPTED, "9/3/0/1", "contradicts"),
        ("bei 3 Gegenstimmen angenommen", ADOPTED, "-/-/-", "unusual"),
        ("mit 12 Ja-Stimmen bei 3 Enthaltungen", ADOPTED, "-/-/-", "contradicts"),
        ("mit 9 zu 4 Stimmen angenommen", ADOPTED, "9/4/0", "fits"),
        ("mit 9:4 angenommen", ADOPTED, "9/4/0", "fits"),
        ("mit 9 gegen 4 Stimmen abgelehnt", REJECTED, "4/9/0", "fits"),
        ("mit 10 zu 3 Stimmen angenommen", ADOPTED, "9/4/0", "contradicts"),
        ("um 17:12 Uhr zu TOP 5, Ziffer 2 angenommen", ADOPTED, "9/4/0", "fits"),
        // A tie is a rejection.
        ("bei Stimmengleichheit abgelehnt", REJECTED, "6/6/1", "fits"),
        ("bei Stimmengleichheit abgelehnt", REJECTED, "5/6/2", "contradicts"),
        ("bei Stimmengleichheit angenommen", ADOPTED, "-/-/-", "contradicts"),
        // How it was taken.
        ("in geheimer Abstimmung angenommen", ADOPTED, "9/4/0", "contradicts"),
        ("in namentlicher Abstimmung angenommen", ADOPTED, "9/4/0", "contradicts"),
        ("in offener Abstimmung angenommen", ADOPTED, "9/4/0", "fits"),
        // Nothing that it knows.
        ("wie vorgeschlagen", ADOPTED, "9/4/0", "fits"),
        ("", ADOPTED, "9/4/0", "fits"),
    ] {
        let (found, texts) = verdict(words, known(accepted, votes, Method::Open));
        assert_eq!(found, expected, "{words} at {votes}: {texts:?}");
    }
}

#[test]
fn how_it_was_taken_is_held_against_the_words() {
    for (words, method, expected) in [
        ("in geheimer Abstimmung angenommen", Method::Secret, "fits"),
        ("in namentlicher Abstimmung angenommen", Method::Secret, "contradicts"),
        ("in offener Abstimmung angenommen", Method::Secret, "contradicts"),
        ("in offener Abstimmung angenommen", Method::Rollcall, "fits"),
        ("namentlich angenommen", Method::Rollcall, "fits"),
        ("geheim angenommen", Method::Rollcall, "contradicts"),
    ] {
        let (found, texts) = verdict(words, known(ADOPTED, "9/4/0", method));
        assert_eq!(found, expected, "{words}: {texts:?}");
    }
}

#[test]
fn sentences_say_what_is_recorded() {
    for (words, accepted, votes, expected) in [
        ("einstimmig", ADOPTED, "12/1/0", "„einstimmig“ passt nicht zu 1 Gegenstimme."),
        ("Einmütig", REJECTED, "2/9/0", "„Einmütig“ passt nicht zu 2 Ja-Stimmen."),
        (
            "einstimmig",
            ADOPTED,
            "11/0/2",
            "„einstimmig“ ist bei 2 Enthaltungen möglich (OVG Lüneburg, 10 LC 117/22); üblich ist, sie zu nennen.",
        ),
        (
            "mit großer Mehrheit",
            ADOPTED,
            "13/0/0",
            "„mit großer Mehrheit“ passt nicht: Festgehalten ist keine Gegenstimme.",
        ),
        (
            "bei drei Gegenstimmen",
            ADOPTED,
            "9/4/0",
            "Der Wortlaut nennt 3 Gegenstimmen; festgehalten sind 4.",
        ),
        (
            "bei Gegenstimmen",
            ADOPTED,
            "13/0/0",
            "Der Wortlaut nennt Gegenstimmen; festgehalten ist keine.",
        ),
        (
            "mit 13 Ja-Stimmen und einer Enthaltung",
            ADOPTED,
            "-/-/-",
            "Der Wortlaut nennt 14 Stimmen; stimmberechtigt anwesend waren 13.",
        ),
        (
            "Stimmengleichheit",
            ADOPTED,
            "-/-/-",
            "Bei Stimmengleichheit ist der Antrag abgelehnt (§ 41 Abs. 4 i. V. m. § 35 Abs. 1 KrO NRW); bekannt gegeben ist „angenommen“.",
        ),
        (
            "abgelehnt",
            ADOPTED,
            "9/4/0",
            "Der Wortlaut sagt „abgelehnt“; bekannt gegeben ist „angenommen“.",
        ),
    ] {
        let (_, texts) = verdict(words, known(accepted, votes, Method::Open));
        assert!(texts.iter().any(|one| one == expected), "{words} at {votes}: {texts:?}");
    }
}

/// What the program itself says of a vote never contradicts that vote.
#[test]
fn derived_words_fit() {
    let rule = profiles::committee().vote;
    let threshold = Threshold { op: Op::AtLeast, num: 2, den: 3 };
    let two_thirds = Majority::Qualified { threshold, base: 13 };
    let mut seen = 0;
    for sums in 0..6_u16.pow(4) {
        let part = |place: u32| sums / 6_u16.pow(place) % 6;
        let count = Count { yes: part(0), no: part(1), abstain: part(2), invalid: part(3) };
        if count.total() > 13 || count.total() == 0 {
            continue;
        }
        for method in [Method::Open, Method::Rollcall, Method::Secret] {
            for majority in [Majority::Simple, two_thirds, Majority::Unanimous] {
                let words = judge(&rule, 13, count, method, majority).wording;
                let accepted = majority.reached(count.yes, count.no);
                let votes = [count.yes, count.no, count.abstain, count.invalid].map(Some);
                let known = Known { accepted, entitled: 13, votes, method };
                assert_eq!(check(&rule, &words, known), [], "{words}: {count:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 5_000, "{seen}");
}
