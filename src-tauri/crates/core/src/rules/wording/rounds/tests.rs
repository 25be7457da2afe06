//! Words of rounds with what is known of them, and the verdict: fits, is unusual, contradicts.

use super::{KnownRound, answered, check_round};
use crate::rules::ReasonCode;
use crate::rules::election::{self, ElectionOutcome, Round, Stage, judge, share};
use crate::rules::profile::{ElectionBase, ElectionRule};
use crate::testing::profiles;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A round of thirteen by ballot: "Alm 7, Birk 5, Nein 1, E 0, U 0"; "2" before it is a run-off.
struct Held {
    round: Round<String>,
    lot: Option<usize>,
    by_ballot: bool,
    answer: Option<bool>,
}

fn held(numbers: &str) -> Held {
    let (stage, numbers) = match numbers.strip_prefix("2. ") {
        Some(numbers) => (Stage::Runoff, numbers),
        None => (Stage::First, numbers),
    };
    let mut round =
        Round { stage, entitled: Some(13), candidates: Vec::new(), no: 0, abstain: 0, invalid: 0 };
    for one in numbers.split(", ") {
        let (name, votes) = one.rsplit_once(' ').unwrap();
        let votes = votes.parse().unwrap();
        match name {
            "Nein" => round.no = votes,
            "E" => round.abstain = votes,
            "U" => round.invalid = votes,
            name => round.candidates.push((name.to_string(), votes)),
        }
    }
    Held { round, lot: None, by_ballot: true, answer: None }
}

fn rule() -> ElectionRule {
    profiles::committee().election
}

fn verdict(words: &str, held: &Held) -> (&'static str, Vec<String>) {
    let rule = rule();
    let judged = judge(&rule, &held.round);
    let leader = judged.leaders.first();
    let leader = held.round.candidates.iter().position(|(name, _)| Some(name) == leader);
    let known = KnownRound {
        rule: &rule,
        round: &held.round,
        outcome: judged.outcome,
        base: judged.base,
        elected: match judged.outcome {
            ElectionOutcome::Elected => leader,
            ElectionOutcome::Lot => held.lot,
            _ => None,
        },
        by_ballot: held.by_ballot,
        answer: held.answer,
    };
    let found = check_round(words, known);
    let contradicts = found.iter().any(|one| one.code == ReasonCode::WordingContradicts);
    let verdict = match (found.is_empty(), contradicts) {
        (true, _) => "fits",
        (_, true) => "contradicts",
        _ => "unusual",
    };
    (verdict, found.into_iter().map(|one| one.text).collect())
}

/// One candidate with more than half, two, three without, a tie.
const ONE: &str = "Alm 9, Nein 3, E 1";
const ALONE: &str = "Alm 13";
const TWO: &str = "Alm 7, Birk 5, U 1";
const THREE: &str = "Alm 6, Birk 4, Carl-Dorn 3";
const NOBODY: &str = "Alm 5, Nein 8";
const TIE: &str = "2. Alm 6, Birk 6, E 1";

#[test]
fn who_is_said_to_be_elected_is_held_against_the_numbers() {
    for (words, numbers, expected) in [
        ("Frau Alm ist gewählt.", TWO, "fits"),
        ("Frau Alm wird mit großer Mehrheit gewählt", TWO, "fits"),
        ("Frau Dr. Alm wird gewählt", TWO, "fits"),
        ("Gewählt ist Frau Alm", TWO, "fits"),
        ("gewählt", TWO, "fits"),
        ("Herr Birk ist gewählt.", TWO, "contradicts"),
        ("Gewählt ist Herr Dr. Birk.", TWO, "contradicts"),
        ("Frau Alm ist gegen Herrn Birk gewählt", TWO, "fits"),
        ("Herr Birk ist vor Frau Alm gewählt", TWO, "contradicts"),
        ("Frau Alm, Wiesen-Union, ist gewählt", TWO, "fits"),
        ("Herr Birk, Wiesen-Union, ist gewählt", TWO, "contradicts"),
        ("Auf Alm entfallen 7, auf Birk 5 Stimmen, damit ist Alm gewählt", TWO, "fits"),
        ("Auf Alm entfallen 7, auf Birk 5 Stimmen, damit ist Birk gewählt", TWO, "contradicts"),
        ("Frau Alm und Herr Birk sind gewählt", TWO, "contradicts"),
        ("Beide sind gewählt", TWO, "contradicts"),
        ("Es werden zwei Personen gewählt", TWO, "contradicts"),
        ("Vorgeschlagen waren Frau Alm und Herr Birk, gewählt ist Frau Alm", TWO, "fits"),
        ("Frau Alm ist nicht gewählt", TWO, "contradicts"),
        ("Herr Birk ist nicht gewählt", TWO, "fits"),
        ("Niemand ist gewählt", TWO, "contradicts"),
        ("Keine der Personen ist gewählt", TWO, "contradicts"),
        ("keine Mehrheit", TWO, "contradicts"),
        // Without a majority.
        ("Frau Alm ist gewählt", THREE, "contradicts"),
        ("gewählt", NOBODY, "contradicts"),
        ("nicht gewählt", NOBODY, "fits"),
        ("Frau Alm ist nicht gewählt", NOBODY, "fits"),
        ("keine Mehrheit; niemand ist gewählt", THREE, "fits"),
        ("Frau Alm ist gewählt", TIE, "contradicts"),
        // What follows.
        ("Es folgt die engere Wahl zwischen Alm und Birk", THREE, "fits"),
        ("Es folgt eine Stichwahl zwischen Alm und Birk", THREE, "fits"),
        ("Es folgt die engere Wahl", TWO, "contradicts"),
        ("Stichwahl", NOBODY, "contradicts"),
        ("Eine engere Wahl ist nicht erforderlich", TWO, "fits"),
        ("In der engeren Wahl ist Frau Alm gewählt", "2. Alm 7, Birk 6", "fits"),
        ("es entscheidet das Los", TIE, "fits"),
        ("es entscheidet das Los", TWO, "contradicts"),
        ("Stimmengleichheit", TIE, "fits"),
        ("Stimmengleichheit", TWO, "contradicts"),
        ("Stimmengleichheit", "Alm 5, Birk 5, Carl-Dorn 3", "fits"),
        // Nothing that it knows.
        ("wie vorgeschlagen", TWO, "fits"),
        ("", NOBODY, "fits"),
    ] {
        let (found, texts) = verdict(words, &held(numbers));
        assert_eq!(found, expected, "{words} at {numbers}: {texts:?}");
    }
}

#[test]
fn numbers_and_agreement_are_held_against_the_votes() {
    for (words, numbers, expected) in [
        ("einstimmig gewählt", ALONE, "fits"),
        ("einstimmig gewählt", ONE, "contradicts"),
        ("einstimmig gewählt", TWO, "contradicts"),
        ("einstimmig gewählt", "Alm 12, E 1", "unusual"),
        ("einstimmig bei einer Enthaltung gewählt", "Alm 12, E 1", "fits"),
        ("nicht einstimmig gewählt", TWO, "fits"),
        ("nicht einstimmig gewählt", ALONE, "contradicts"),
        ("mit Mehrheit gewählt", ONE, "fits"),
        ("mit Mehrheit gewählt", TWO, "fits"),
        ("mehrheitlich gewählt", ALONE, "contradicts"),
        ("bei 3 Gegenstimmen gewählt", ONE, "fits"),
        ("bei 2 Gegenstimmen gewählt", ONE, "contradicts"),
        ("mit 9 Ja-Stimmen und 3 Nein-Stimmen gewählt", ONE, "fits"),
        ("mit 8 Ja-Stimmen gewählt", ONE, "contradicts"),
        ("bei 2 Enthaltungen gewählt", ONE, "contradicts"),
        ("bei einer ungültigen Stimme", TWO, "fits"),
        ("bei zwei ungültigen Stimmen", TWO, "contradicts"),
        // Shares.
        ("Frau Alm wird mit 7 von 12 gültigen Stimmen gewählt", TWO, "fits"),
        ("Frau Alm wird mit 6 von 12 gültigen Stimmen gewählt", TWO, "contradicts"),
        ("Frau Alm wird mit 7 von 13 gültigen Stimmen gewählt", TWO, "contradicts"),
        ("mit 7 von 13 abgegebenen Stimmen gewählt", TWO, "fits"),
        ("mit 7 von 12 abgegebenen Stimmen gewählt", TWO, "contradicts"),
        ("mit 7 der 12 gültigen Stimmen gewählt", TWO, "fits"),
        ("mit 7 von 13 Stimmen gewählt", TWO, "fits"),
        ("mit 7 von 11 Stimmen gewählt", TWO, "contradicts"),
        ("mit 7 Stimmen gewählt", TWO, "fits"),
        ("mit sieben Stimmen gewählt", TWO, "fits"),
        ("mit 8 Stimmen gewählt", TWO, "contradicts"),
        ("Abgegeben sind 13 Stimmen, davon 12 gültige Stimmen", TWO, "fits"),
        // Votes of persons.
        ("Alm 7, Birk 5", TWO, "fits"),
        ("Alm 7, Birk 4", TWO, "contradicts"),
        ("Alm (7), Birk (6)", TWO, "contradicts"),
        ("Alm: 7 Stimmen, Birk: 5 Stimmen", TWO, "fits"),
        ("Auf Frau Alm entfallen 7 Stimmen, auf Herrn Birk 5", TWO, "fits"),
        ("Auf Frau Alm entfallen 5 Stimmen, auf Herrn Birk 7", TWO, "contradicts"),
        ("7 Stimmen für Frau Alm, 5 Stimmen für Herrn Birk", TWO, "fits"),
        ("5 Stimmen für Frau Alm, 7 Stimmen für Herrn Birk", TWO, "contradicts"),
        ("Frau Carl-Dorn erhält 3 Stimmen", THREE, "fits"),
        ("Frau Carl\u{2011}Dorn erhält 4 Stimmen", THREE, "contradicts"),
        ("Alms 7 Stimmen genügen", TWO, "fits"),
        ("Frau Alm hat keine Mehrheit", THREE, "fits"),
        ("Frau Alm wird im 2. Wahlgang mit 7 Stimmen gewählt", "2. Alm 7, Birk 6", "fits"),
        ("mit 7 zu 5 Stimmen gewählt", TWO, "fits"),
        ("mit 7 zu 6 Stimmen gewählt", TWO, "contradicts"),
        ("mit 9 zu 3 Stimmen gewählt", ONE, "fits"),
        ("mit 9 gegen 4 Stimmen gewählt", ONE, "contradicts"),
        ("in geheimer Wahl gewählt", TWO, "fits"),
        ("in offener Wahl gewählt", TWO, "contradicts"),
    ] {
        let (found, texts) = verdict(words, &held(numbers));
        assert_eq!(found, expected, "{words} at {numbers}: {texts:?}");
    }
    let open = Held { by_ballot: false, ..held(TWO) };
    assert_eq!(verdict("in geheimer Wahl gewählt", &open).0, "contradicts");
    assert_eq!(verdict("in offener Wahl gewählt", &open).0, "fits");
}

#[test]
fn lot_and_answer_are_held_against_the_words() {
    let drawn = |answer| Held { lot: Some(1), answer, ..held(TIE) };
    let voted = |answer| Held { answer, ..held(TWO) };
    for (words, held, expected) in [
        ("Herr Birk ist durch das Los gewählt", drawn(None), "fits"),
        ("Frau Alm ist durch das Los gewählt", drawn(None), "contradicts"),
        ("Herr Birk ist gewählt", drawn(None), "unusual"),
        ("gewählt und nimmt die Wahl an", drawn(Some(true)), "unusual"),
        ("Frau Alm ist gewählt und nimmt die Wahl an", voted(Some(true)), "fits"),
        ("Frau Alm ist gewählt und nimmt die Wahl an", voted(Some(false)), "contradicts"),
        ("Frau Alm ist gewählt und nimmt die Wahl an", voted(None), "unusual"),
        ("Frau Alm ist gewählt; sie nimmt die Wahl nicht an", voted(Some(false)), "fits"),
        ("Frau Alm ist gewählt; sie lehnt die Wahl ab", voted(Some(true)), "contradicts"),
        ("Frau Alm nimmt an der engeren Wahl teil", Held { answer: None, ..held(THREE) }, "fits"),
    ] {
        let (found, texts) = verdict(words, &held);
        assert_eq!(found, expected, "{words}: {texts:?}");
    }
    assert_eq!(answered("nimmt die Wahl an"), Some(true));
    assert_eq!(answered("Frau Alm ist gewählt. Sie lehnt die Wahl ab."), Some(false));
    assert_eq!(answered("Frau Alm ist gewählt."), None);
}

#[test]
fn who_has_the_name_of_another_is_taken_for_nobody() {
    let same = held("Alm 7, Alm 5, U 1");
    assert_eq!(verdict("Frau Alm ist gewählt", &same).0, "fits");
    assert_eq!(verdict("Alm 9 Stimmen", &same).0, "contradicts", "nobody has nine");
    // Names of several words, and the longer of two.
    let held = held("Horst 5, von der Horst 7, Birk 1");
    assert_eq!(verdict("Frau von der Horst ist gewählt", &held).0, "fits");
    assert_eq!(verdict("Frau Horst ist gewählt", &held).0, "contradicts");
    assert_eq!(verdict("Frau von der Horst mit 5 Stimmen", &held).0, "contradicts");
}

#[test]
fn sentences_say_what_is_recorded() {
    for (words, numbers, expected) in [
        ("Birk ist gewählt", TWO, "Der Wortlaut nennt Birk als gewählt; gewählt ist Alm."),
        (
            "Alm und Birk sind gewählt",
            TWO,
            "Der Wortlaut nennt 2 Personen als gewählt; zu wählen ist eine.",
        ),
        (
            "gewählt",
            THREE,
            "„gewählt“ passt nicht: Die erforderliche Mehrheit hat niemand erreicht (höchste Stimmenzahl: 6 von 13 gültigen Stimmen).",
        ),
        (
            "gewählt",
            TIE,
            "„gewählt“ passt nicht: Es besteht Stimmengleichheit, und das Los ist nicht gezogen.",
        ),
        ("nicht gewählt", TWO, "„nicht gewählt“ passt nicht: Gewählt ist Alm."),
        ("einstimmig gewählt", ONE, "„einstimmig“ passt nicht zu 3 Gegenstimmen."),
        ("einstimmig gewählt", TWO, "„einstimmig“ passt nicht zu 5 Stimmen für andere Personen."),
        ("Alm 6, Birk 5", TWO, "Der Wortlaut nennt für Alm 6 Stimmen; festgehalten sind 7."),
        (
            "mit 8 Stimmen",
            TWO,
            "Der Wortlaut nennt 8 Stimmen; festgehalten sind für Alm 7 und für Birk 5.",
        ),
        (
            "mit 7 von 11 Stimmen",
            TWO,
            "Der Wortlaut nennt 7 von 11 Stimmen; festgehalten sind 7 von 12 gültigen Stimmen.",
        ),
        (
            "Stimmengleichheit",
            TWO,
            "„Stimmengleichheit“ passt nicht: Festgehalten sind für Alm 7 und für Birk 5 Stimmen.",
        ),
        (
            "sie nimmt die Wahl an",
            TWO,
            "Nach dem Wortlaut ist die Wahl angenommen; eine Erklärung dazu ist nicht festgehalten.",
        ),
    ] {
        let (_, texts) = verdict(words, &held(numbers));
        assert!(texts.iter().any(|one| one == expected), "{words} at {numbers}: {texts:?}");
    }
}

/// What the minutes say of a round by themselves never contradicts that round.
#[test]
fn derived_words_fit() {
    let mut seen = 0;
    let bases = [ElectionBase::Valid, ElectionBase::ValidWithoutNo, ElectionBase::PresentEntitled];
    for sums in 0..5_u16.pow(6) {
        let part = |place: u32| sums / 5_u16.pow(place) % 5;
        let candidates = [("Alm", part(0)), ("Birk", part(1)), ("Carl-Dorn", part(2))];
        let count = 1 + usize::from(sums % 3);
        for (base, stage) in bases.into_iter().zip([Stage::First, Stage::Runoff, Stage::First]) {
            let rule = ElectionRule { base, ..rule() };
            let round = Round {
                stage,
                entitled: Some(24),
                candidates: candidates[..count].iter().map(|(n, v)| ((*n).into(), *v)).collect(),
                no: part(3),
                abstain: part(4),
                invalid: part(5),
            };
            let judged = judge(&rule, &round);
            let share = share(base, judged.most, judged.base);
            let names = election::listed(&judged.leaders);
            let words = election::line(judged.outcome, &share, &names, false);
            let leader = judged.leaders.first();
            let elected = round.candidates.iter().position(|(name, _)| Some(name) == leader);
            let known = KnownRound {
                rule: &rule,
                round: &round,
                outcome: judged.outcome,
                base: judged.base,
                elected: elected.filter(|_| judged.outcome == ElectionOutcome::Elected),
                by_ballot: true,
                answer: None,
            };
            assert_eq!(check_round(&words, known), [], "{words}: {round:?}");
            seen += 1;
        }
    }
    assert!(seen > 40_000, "{seen}");
}
