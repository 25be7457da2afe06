//! Words of a result by hand: recorded beside the derived ones, held against the numbers anew whenever
//! these change, and refused for nothing that they say.

use super::language::vote;
use super::{check, enter, given, hints};
use crate::ActId;
use crate::richtext::Unfit;
use crate::rules::ReasonCode::{self, WordingContradicts, WordingUnusual};
use crate::session::Rejection;
use crate::testing::{Committee, Rehearsal};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Nine persons entitled and present; a3 is a vote of 6 to 3.
const VOTED: &[&str] = &["16:32 open m1-m5 m10-m13", "16:40 call 3", "17:00 vote 3 6/3/0 yes"];
const DERIVED: &str = "mehrheitlich bei 3 Gegenstimmen angenommen";

fn words(rehearsal: &Rehearsal, act: &str) -> String {
    String::from(rehearsal.state.now.vote(vote(act)).unwrap().words())
}

fn of_words(codes: Vec<ReasonCode>) -> Vec<ReasonCode> {
    codes.into_iter().filter(|code| [WordingContradicts, WordingUnusual].contains(code)).collect()
}

#[test]
fn words_stand_in_the_place_of_the_derived_ones() {
    let mut rehearsal = given(VOTED);
    assert_eq!(words(&rehearsal, "a3"), DERIVED);
    enter(&mut rehearsal, "17:01 word a3 : mit Mehrheit angenommen").unwrap();
    assert_eq!(words(&rehearsal, "a3"), "mit Mehrheit angenommen");
    let now = &rehearsal.state.now;
    let closed = now.vote(vote("a3")).unwrap().closed.clone().unwrap();
    assert_eq!(closed.result.wording, DERIVED, "what was derived stays");
    // Empty words, or the derived ones, are the derived ones.
    let mut other = rehearsal.clone();
    enter(&mut rehearsal, "17:02 word a3").unwrap();
    enter(&mut other, &format!("17:02 word a3 : {DERIVED}")).unwrap();
    assert_eq!(words(&rehearsal, "a3"), DERIVED);
    assert_eq!(rehearsal.state.now, other.state.now);
}

#[test]
fn what_is_no_vote_or_no_line_is_refused() {
    check(VOTED, "17:01 word a3 : mit Mehrheit", Ok(&["17:01 ResultWorded mit Mehrheit"]));
    check(VOTED, "17:01 word a3", Err(Rejection::WordsUnchanged));
    check(VOTED, &format!("17:01 word a3 : {DERIVED}"), Err(Rejection::WordsUnchanged));
    let unknown = Rejection::UnknownVote { vote: vote("a2") };
    check(VOTED, "17:01 word a2 : einstimmig", Err(unknown));
    let unknown = Rejection::UnknownVote { vote: vote("a3") };
    check(VOTED, "16:59 word a3 : einstimmig", Err(unknown));
    let control = Rejection::TextUnfit { why: Unfit::Control };
    check(VOTED, "17:01 word a3 : ein\tstimmig", Err(control));
    let long = "lang ".repeat(101);
    let too_long = Rejection::TextUnfit { why: Unfit::TooLong };
    check(VOTED, &format!("17:01 word a3 : {long}"), Err(too_long));
}

#[test]
fn a_contradiction_is_told_and_recorded() {
    for (said, expected) in [
        ("mit Mehrheit angenommen", &[][..]),
        ("einstimmig angenommen", &[WordingContradicts][..]),
        ("bei 2 Gegenstimmen angenommen", &[WordingContradicts][..]),
        ("abgelehnt", &[WordingContradicts][..]),
    ] {
        let mut rehearsal = given(VOTED);
        let told = hints(&mut rehearsal, &format!("17:01 word a3 : {said}"));
        assert_eq!(of_words(told), expected, "{said}");
        assert_eq!(words(&rehearsal, "a3"), said);
    }
    let mut rehearsal = given(&[VOTED[0], VOTED[1], "17:00 vote 3 said - - - yes"]);
    let told = hints(&mut rehearsal, "17:01 word a3 : bei 2 Gegenstimmen angenommen");
    assert_eq!(of_words(told), [WordingUnusual], "nobody recorded how many");
}

/// A corrected count is the same vote: it keeps its words, and they are looked at anew.
#[test]
fn words_are_held_against_a_corrected_count() {
    let mut rehearsal = given(VOTED);
    enter(&mut rehearsal, "17:01 word a3 : bei 3 Gegenstimmen beschlossen").unwrap();
    let told = hints(&mut rehearsal, "17:00 correct a3 : vote 3 7/2/0 yes");
    assert_eq!(of_words(told), [WordingContradicts]);
    assert_eq!(words(&rehearsal, "a5"), "bei 3 Gegenstimmen beschlossen");
    let told = hints(&mut rehearsal, "17:00 correct a5 : vote 3 5/3/1 yes");
    assert_eq!(of_words(told), []);
    // The words know the vote by the name that it had.
    let told = hints(&mut rehearsal, "17:02 word a3 : einstimmig beschlossen");
    assert_eq!(of_words(told), [WordingContradicts]);
    assert_eq!(words(&rehearsal, "a6"), "einstimmig beschlossen");
}

/// A repetition is another vote, and what was said of the first stays with it.
#[test]
fn a_repetition_has_words_of_its_own() {
    let mut rehearsal = given(VOTED);
    enter(&mut rehearsal, "17:01 word a3 : mit Mehrheit").unwrap();
    enter(&mut rehearsal, "17:05 vote 3 again a3 9/0/0 yes").unwrap();
    assert_eq!(words(&rehearsal, "a3"), "mit Mehrheit");
    assert_eq!(words(&rehearsal, "a5"), "einstimmig angenommen");
}

#[test]
fn words_are_taken_back_and_replaced_like_every_act() {
    let mut rehearsal = given(VOTED);
    enter(&mut rehearsal, "17:01 word a3 : mit Mehrheit").unwrap();
    enter(&mut rehearsal, "17:02 word a3 : bei 3 Gegenstimmen").unwrap();
    enter(&mut rehearsal, "17:03 undo a5").unwrap();
    assert_eq!(words(&rehearsal, "a3"), "mit Mehrheit", "those before hold again");
    enter(&mut rehearsal, "17:01 correct a4 : word a3 : mehrheitlich").unwrap();
    assert_eq!(words(&rehearsal, "a3"), "mehrheitlich");
    // The vote is their ground: they go first.
    let (act, at) = (ActId::from_key("a7"), Committee::at("17:01"));
    let kind = "ResultWorded";
    let why = enter(&mut rehearsal, "17:04 undo a3");
    assert_eq!(why, Err(Rejection::Contradicts { act, at, kind }));
    enter(&mut rehearsal, "17:04 undo a7").unwrap();
    enter(&mut rehearsal, "17:05 undo a3").unwrap();
}

/// They are a matter of the minutes: in a recess, and days after the session.
#[test]
fn words_are_given_after_the_session_too() {
    let mut rehearsal = given(VOTED);
    enter(&mut rehearsal, "17:10 pause").unwrap();
    assert_eq!(hints(&mut rehearsal, "17:11 word a3 : mit Mehrheit"), []);
    enter(&mut rehearsal, "17:12 resume").unwrap();
    enter(&mut rehearsal, "17:20 end").unwrap();
    enter(&mut rehearsal, "19:00 word a3 : mehrheitlich").unwrap();
    assert_eq!(words(&rehearsal, "a3"), "mehrheitlich");
}

/// Nine at the table, two stand; a4 is a round in which m2 has 5 votes and m3 has 4.
const ELECTED: &[&str] = &[
    "16:32 open m1-m9",
    "16:40 call 3",
    "16:45 elect 3 ballot m2 m3",
    "17:00 round a3 m2:5 m3:4 ballots:9/9",
];

/// Words with the names of persons in the place of their keys.
fn with_names(rehearsal: &Rehearsal, line: &str) -> String {
    let family = |key: &str| {
        rehearsal.directory.persons.get(&Committee::person(key)).unwrap().family_name.clone()
    };
    ["M2", "M3", "M4"]
        .into_iter()
        .fold(String::from(line), |line, key| line.replace(key, &family(&key.to_lowercase())))
}

#[test]
fn a_round_is_worded_like_a_vote() {
    let mut rehearsal = given(ELECTED);
    assert_eq!(words(&rehearsal, "a4"), "", "what it gave is derived with the names");
    let line = with_names(&rehearsal, "17:01 word a4 : M2 ist mit 5 zu 4 Stimmen gewählt");
    assert_eq!(of_words(hints(&mut rehearsal, &line)), []);
    assert!(words(&rehearsal, "a4").ends_with("ist mit 5 zu 4 Stimmen gewählt"));
    check(ELECTED, "17:01 word a4", Err(Rejection::WordsUnchanged));
    let unknown = Rejection::UnknownVote { vote: vote("a3") };
    check(ELECTED, "17:01 word a3 : gewählt", Err(unknown));
    // Empty words are the derived ones again; a round that is corrected keeps its words.
    let told = hints(&mut rehearsal, "17:00 correct a4 : round a3 m2:6 m3:3 ballots:9/9");
    assert_eq!(of_words(told), [WordingContradicts; 2], "the ratio, and the votes of m2");
    let old = "17:02 word a4";
    assert_eq!(hints(&mut rehearsal, old), []);
    assert_eq!(words(&rehearsal, "a6"), "");
}

#[test]
fn words_of_a_round_are_held_against_its_numbers_and_what_followed() {
    for (acts, said, expected) in [
        (&[][..], "M2 wird gewählt", &[][..]),
        (&[], "M3 wird gewählt", &[WordingContradicts]),
        (&[], "M2 wird einstimmig gewählt", &[WordingContradicts]),
        (&[], "M2 wird mit 6 von 9 gültigen Stimmen gewählt", &[WordingContradicts]),
        (&[], "M2 und M3 sind gewählt", &[WordingContradicts]),
        (&[], "M2 ist gewählt und nimmt die Wahl an", &[WordingUnusual]),
        (&["17:01 accept a3"], "M2 ist gewählt und nimmt die Wahl an", &[]),
        (&["17:01 decline a3"], "M2 ist gewählt und nimmt die Wahl an", &[WordingContradicts]),
    ] {
        let mut rehearsal = given(&[ELECTED, acts].concat());
        let line = with_names(&rehearsal, &format!("17:05 word a4 : {said}"));
        assert_eq!(of_words(hints(&mut rehearsal, &line)), expected, "{said}");
    }
    // What is said later meets the words that stand.
    let mut rehearsal = given(ELECTED);
    let line = with_names(&rehearsal, "17:01 word a4 : M2 ist gewählt und nimmt die Wahl an");
    hints(&mut rehearsal, &line);
    assert_eq!(of_words(hints(&mut rehearsal.clone(), "17:02 accept a3")), []);
    assert_eq!(of_words(hints(&mut rehearsal, "17:02 decline a3")), [WordingContradicts]);
}

/// A round without majority has nobody elected; after the lot it is who was drawn.
#[test]
fn words_of_a_round_without_anybody_elected() {
    let even =
        [&ELECTED[..3], &["17:00 round a3 m2:4 m3:4 no:1", "17:05 round a3 m2:4 m3:4"]].concat();
    for (acts, act, said, expected) in [
        (&[][..], "a4", "M2 ist gewählt", &[WordingContradicts][..]),
        (&[], "a4", "niemand ist gewählt; es folgt die Stichwahl", &[]),
        (&[], "a5", "M2 ist gewählt", &[WordingContradicts]),
        (&["17:06 lot a3 m3"], "a5", "M2 ist durch das Los gewählt", &[WordingContradicts]),
        (&["17:06 lot a3 m3"], "a5", "M3 ist durch das Los gewählt", &[]),
        (&["17:06 lot a3 m3"], "a5", "M3 ist gewählt", &[WordingUnusual]),
    ] {
        let mut rehearsal = given(&[even.as_slice(), acts].concat());
        let line = with_names(&rehearsal, &format!("17:08 word {act} : {said}"));
        assert_eq!(of_words(hints(&mut rehearsal, &line)), expected, "{said} {acts:?}");
    }
}
