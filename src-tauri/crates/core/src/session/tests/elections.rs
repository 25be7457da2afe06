//! Elections as a session holds them: rounds, run-off, lot, answer; V17 to V19 and X02 of law.md
//! section 3.

use super::language::{election, person, vote};
use super::{check, enter, given, hints};
use crate::rules::ReasonCode;
use crate::rules::ReasonCode::{
    AbstentionForbidden, BallotsDiffer, BallotsMissing, BasisUnsettled, ElectionByHands,
    ElectionOpen, ElectionRepeated, ItemNotCalled, LocalRule as SettledLocally, NominationNeeded,
    NotAllVoted, PartDiffers, RunOff, TooManyVotes,
};
use crate::rules::election::{ElectionOutcome, Stage};
use crate::rules::local::LocalRule;
use crate::rules::profile::{BlankBallot, ElectionBase, ElectionRule, OpenElection};
use crate::session::command::Matter;
use crate::session::state::Missing;
use crate::session::{Command, Event, Phase, Rejection};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Nine at the table, item 3 called.
const NINE: [&str; 2] = ["16:30 open m1-m9", "16:32 call 3"];

fn nine(acts: &[&str]) -> Rehearsal {
    given(&[&NINE, acts].concat())
}

/// The sentences for the minutes, persons by their keys.
fn words(rehearsal: &Rehearsal, act: &str) -> Vec<String> {
    let now = &rehearsal.state.now;
    let profile = now.profile_in(&rehearsal.profiles).unwrap();
    let key = |id: PersonId| {
        let keys = Committee::new(17).keys();
        keys.into_iter().find(|key| person(key) == id).unwrap()
    };
    now.election(election(act)).unwrap().words(&profile.election, key)
}

fn outcome(rehearsal: &Rehearsal, act: &str) -> ElectionOutcome {
    rehearsal.state.now.election(election(act)).unwrap().rounds.last().unwrap().result.outcome
}

/// V17: one candidate; more than half of the valid votes, No is one of them.
#[test]
fn v17_one_candidate() {
    for (round, outcome_of, sentence, codes) in [
        (
            "16:40 round a3 m2:5 no:4",
            ElectionOutcome::Elected,
            "m2 wird mit 5 von 9 gültigen Stimmen gewählt.",
            &[][..],
        ),
        (
            "16:40 round a3 m2:4 no:4 abstain:1",
            ElectionOutcome::NotElected,
            "m2 wird nicht gewählt (4 von 8 gültigen Stimmen).",
            &[NominationNeeded],
        ),
    ] {
        let mut rehearsal = nine(&["16:35 elect 3 hands m2"]);
        assert_eq!(hints(&mut rehearsal, round), codes, "{round}");
        assert_eq!(outcome(&rehearsal, "a3"), outcome_of, "{round}");
        assert_eq!(words(&rehearsal, "a3"), [sentence], "{round}");
    }
}

/// V18: run-off between the two highest numbers, then the lot.
#[test]
fn v18_run_off_and_lot() {
    let mut rehearsal = nine(&[
        "16:35 elect 3 ballot m2 m3 m4",
        "16:40 round a3 m2:4 m3:3 m4:2 ballots:9/9",
        "16:45 round a3 m2:4 m3:4 abstain:1 ballots:9/9",
    ]);
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Lot);
    let state = rehearsal.state.now.election(election("a3")).unwrap();
    assert_eq!((state.missing(), state.elected()), (Some(Missing::Lot), None));
    assert_eq!(state.in_lot(), [person("m2"), person("m3")]);
    assert_eq!(state.rounds[1].result.stage, Stage::Runoff);
    for line in ["16:46 lot a3 m3", "16:47 accept a3"] {
        enter(&mut rehearsal, line).unwrap();
    }
    assert_eq!(
        words(&rehearsal, "a3"),
        [
            "Die erforderliche Mehrheit erreicht niemand (höchste Stimmenzahl: 4 von 9 gültigen Stimmen); es folgt die engere Wahl zwischen m2 und m3.",
            "Es besteht Stimmengleichheit zwischen m2 und m3 (höchste Stimmenzahl: 4 von 8 gültigen Stimmen); das Los zieht der Vorsitz.",
            "m3 wird durch das Los gewählt und nimmt die Wahl an.",
        ]
    );
    assert_eq!(rehearsal.state.now.election(election("a3")).unwrap().missing(), None);
    assert_eq!(rehearsal.state.now.item(Committee::item("3")).unwrap().votes, 2);
}

/// V19: invalid votes do not count.
#[test]
fn v19_invalid_votes() {
    let mut rehearsal =
        nine(&["16:35 elect 3 ballot m2 m3", "16:40 round a3 m2:4 m3:3 invalid:2 ballots:9/9"]);
    assert_eq!(words(&rehearsal, "a3"), ["m2 wird mit 4 von 7 gültigen Stimmen gewählt."]);
    enter(&mut rehearsal, "16:41 accept a3").unwrap();
    assert_eq!(
        words(&rehearsal, "a3"),
        ["m2 wird mit 4 von 7 gültigen Stimmen gewählt und nimmt die Wahl an."]
    );
}

/// A session under another law of elections.
fn under(base: ElectionBase, seats: u16, acts: &[&str]) -> Rehearsal {
    let mut rehearsal = Rehearsal::unprepared(Committee::new(seats));
    rehearsal.profiles[0].election.base = base;
    if base == ElectionBase::ValidWithoutNo {
        rehearsal.profiles[0].vote.abstention_forbidden = String::from("Art. 48 Abs. 1 S. 2 GO BY");
    }
    let plan = rehearsal.committee.plan();
    let at = Moment::parse("2026-11-02T09:00+01:00").unwrap();
    rehearsal.act(at, &Command::PrepareMeeting { plan }).unwrap();
    for line in acts {
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    }
    rehearsal
}

/// X02: where those entitled and present are the base, an abstention works like No.
#[test]
fn x02_more_than_half_of_those_present() {
    for (votes, elected, sentence) in [
        (
            "m2:10 abstain:10",
            ElectionOutcome::NotElected,
            "m2 wird nicht gewählt (10 von 20 anwesenden Stimmberechtigten).",
        ),
        (
            "m2:11 abstain:9",
            ElectionOutcome::Elected,
            "m2 wird mit 11 von 20 anwesenden Stimmberechtigten gewählt.",
        ),
    ] {
        let round = format!("16:40 round a3 {votes}");
        let acts = ["16:30 open m1-m20", "16:32 call 3", "16:35 elect 3 ballot m2", round.as_str()];
        let rehearsal = under(ElectionBase::PresentEntitled, 21, &acts);
        let now = &rehearsal.state.now;
        let state = now.election(election("a3")).unwrap();
        assert_eq!(outcome(&rehearsal, "a3"), elected);
        let name = |_| String::from("m2");
        assert_eq!(state.words(&rehearsal.profiles[0].election, name), [sentence]);
    }
}

/// L51: in Bavaria half of the votes may not be invalid, and No is.
#[test]
fn an_election_with_too_much_invalid_is_held_again_between_the_same() {
    let acts = ["16:30 open m1-m12", "16:32 call 3", "16:35 elect 3 ballot m2 m3"];
    let mut rehearsal = under(ElectionBase::ValidWithoutNo, 17, &acts);
    let codes = hints(&mut rehearsal, "16:40 round a3 m2:4 m3:2 no:5 abstain:1");
    assert_eq!(codes, [AbstentionForbidden, ElectionRepeated]);
    assert!(hints(&mut rehearsal, "16:42 close 3").contains(&ElectionOpen));
    // It is a first round again, not a run-off: five of eleven are not enough with two candidates.
    enter(&mut rehearsal, "16:45 round a3 m2:4 m3:4 no:3").unwrap();
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Runoff);
}

/// What is written for a round, and that the frozen basis belongs to it.
#[test]
fn a_round_freezes_who_is_entitled() {
    check(
        &[&NINE[..], &["16:35 elect 3 ballot m2 m3", "16:38 leave m9"]].concat(),
        "16:40 round a3 m2:5 m3:3",
        Ok(&["16:40 VoteOpened 3 with 8", "16:40 RoundClosed Elected"]),
    );
    let rehearsal = nine(&["16:35 elect 3 ballot m2 m3", "16:40 round a3 m2:5 m3:4"]);
    let recorded = rehearsal.state.now.vote(vote("a4")).unwrap();
    assert_eq!(recorded.matter, Matter::Round(election("a3")));
    assert!(recorded.closed.is_none());
}

#[test]
fn a_late_entry_marks_the_round_and_the_clerk_confirms_it() {
    let mut rehearsal = nine(&["16:35 elect 3 ballot m2 m3", "16:40 round a3 m2:5 m3:4"]);
    let late = enter(&mut rehearsal, "16:38 leave m9").unwrap();
    let text = "Wer bei dem Wahlgang zu TOP 3 stimmberechtigt anwesend war, hat sich geändert (Zahl: vorher 9, jetzt 8). Bitte bestätigen Sie den Wahlgang oder berichtigen Sie ihn.";
    assert!(late.hints.iter().any(|one| one.code == BasisUnsettled && one.text == text));
    let marked = |rehearsal: &Rehearsal| {
        rehearsal.state.now.vote(vote("a4")).unwrap().changed.as_ref().map(|basis| basis.votes())
    };
    assert_eq!(marked(&rehearsal), Some(8));
    // The result stays what it was when it was announced.
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Elected);
    assert!(hints(&mut rehearsal, "17:30 end").contains(&BasisUnsettled));
    enter(&mut rehearsal, "17:40 confirm a4 note eine Stimme weniger ist nicht entscheidend")
        .unwrap();
    assert_eq!(marked(&rehearsal), None);
}

#[test]
fn several_posts_one_after_the_other() {
    let mut rehearsal = nine(&[
        "16:35 elect 3 hands m2",
        "16:36 round a3 m2:9",
        "16:37 accept a3",
        "16:38 elect 3 hands m3 m4",
        "16:39 round a6 m3:6 m4:3",
        "16:40 decline a6",
    ]);
    assert_eq!(
        words(&rehearsal, "a6"),
        ["m3 wird mit 6 von 9 gültigen Stimmen gewählt und nimmt die Wahl nicht an."]
    );
    // A declined election is over; a new one is opened.
    for (line, why) in [
        ("16:41 round a6 m3:6 m4:3", Rejection::NoRoundDue),
        ("16:41 accept a6", Rejection::AlreadyAnswered),
    ] {
        assert_eq!(enter(&mut rehearsal, line), Err(why), "{line}");
    }
    assert_eq!(hints(&mut rehearsal, "16:42 elect 3 ballot m4"), []);
    assert_eq!(rehearsal.state.now.elections.len(), 3);
}

#[test]
fn a_candidate_needs_no_seat() {
    let rehearsal = nine(&["16:35 elect 3 hands g1", "16:36 round a3 g1:9"]);
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Elected);
}

#[test]
fn what_cannot_have_happened_is_refused() {
    let open = "16:35 elect 3 ballot m2 m3 m4";
    let runoff = "16:40 round a3 m2:4 m3:3 m4:2";
    let lot = "16:41 round a3 m2:4 m3:4";
    let elected = "16:41 round a3 m2:5 m3:4";
    let unknown = Rejection::UnknownElection { election: election("a1") };
    let twice = Rejection::CandidateTwice { person: person("m2") };
    let nobody = Rejection::UnknownPerson { person: person("x1") };
    for (acts, when, why) in [
        (&[][..], "16:40 elect 3 hands", Rejection::NoCandidate),
        (&[], "16:40 elect 3 hands m2 m3 m2", twice.clone()),
        (&[], "16:40 elect 3 hands x1", nobody.clone()),
        (&[], "16:29 elect 3 hands m2", Rejection::NotOpen),
        (&[], "16:40 round a1 m2:4", unknown.clone()),
        (&[], "16:40 lot a1 m2", unknown.clone()),
        (&[], "16:40 accept a1", unknown),
        (&[open], "16:40 round a3 m2:4 m3:3", Rejection::CandidatesDiffer),
        (&[open], "16:40 round a3 m2:4 m3:3 m4:1 m5:1", Rejection::CandidatesDiffer),
        (&[open], "16:40 round a3 m2:4 m3:3 m5:1", Rejection::CandidatesDiffer),
        (&[open], "16:40 round a3 m2:4 m3:3 m2:1", twice),
        (&[open], "16:40 round a3 m2:4 m3:3 m4:2 teller:x1", nobody),
        (&[open], "16:40 lot a3 m2", Rejection::NoLotDue),
        (&[open], "16:40 accept a3", Rejection::NobodyElected),
        (&[open, runoff], "16:45 round a3 m2:4 m3:3 m4:2", Rejection::CandidatesDiffer),
        (&[open, runoff], "16:45 lot a3 m2", Rejection::NoLotDue),
        (&[open, runoff, lot], "16:45 lot a3 m4", Rejection::NotInLot { person: person("m4") }),
        (&[open, runoff, lot], "16:45 accept a3", Rejection::NobodyElected),
        (&[open, runoff, lot], "16:45 round a3 m2:5 m3:4", Rejection::NoRoundDue),
        (&[open, runoff, lot, "16:45 lot a3 m2"], "16:46 lot a3 m3", Rejection::NoLotDue),
        (&[open, runoff, elected], "16:45 round a3 m2:5 m3:4", Rejection::NoRoundDue),
        (
            &[open, runoff, elected, "16:46 accept a3"],
            "16:47 decline a3",
            Rejection::AlreadyAnswered,
        ),
    ] {
        check(&[&NINE[..], acts].concat(), when, Err(why));
    }
}

#[test]
fn a_post_has_a_name_that_can_be_printed() {
    use crate::session::election::ElectionMethod::Ballot;
    for (post, why) in [
        ("  ", Rejection::TextMissing),
        ("Vorsitz\u{202E}", Rejection::TextUnfit { why: crate::richtext::Unfit::Control }),
    ] {
        let mut rehearsal = nine(&[]);
        let (item, candidates) = (Committee::item("3"), [person("m2")].into());
        let command = Command::OpenElection {
            item,
            post: post.to_string(),
            candidates,
            method: Ballot,
            majority: None,
        };
        assert_eq!(rehearsal.act(Committee::at("16:40"), &command), Err(why));
    }
}

/// Numbers that contradict each other need a note. They are told, and leave what the chair announced.
#[test]
fn numbers_that_do_not_add_up_need_a_note() {
    let differ = Rejection::RoundBallotsDiffer;
    for (votes, why, code) in [
        ("m2:6 m3:4", Rejection::TooManyVotes { votes: 10, entitled: 9 }, TooManyVotes),
        ("m2:5 m3:4 blank:1", Rejection::TooManyVotes { votes: 10, entitled: 9 }, TooManyVotes),
        ("m2:5 m3:4 ballots:9/8", differ.clone(), BallotsDiffer),
        ("m2:5 m3:3 ballots:9/9", differ.clone(), BallotsDiffer),
        ("m2:5 m3:4 ballots:8/9", differ.clone(), BallotsDiffer),
        ("m2:5 m3:4 ballots:10/9", differ, BallotsDiffer),
    ] {
        let mut rehearsal = nine(&["16:35 elect 3 ballot m2 m3"]);
        let line = format!("16:40 round a3 {votes}");
        assert_eq!(enter(&mut rehearsal, &line), Err(why), "{line}");
        let codes = hints(&mut rehearsal, &format!("{line} note so bekannt gegeben"));
        assert!(codes.contains(&code), "{line}: {codes:?}");
        assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Elected);
        enter(&mut rehearsal, "16:41 accept a3").unwrap();
    }
}

/// Where those entitled and present are the base, votes beyond them raise it.
#[test]
fn more_votes_than_persons_elect_nobody_by_the_smaller_number() {
    let acts = ["16:30 open m1-m10", "16:32 call 3", "16:35 elect 3 ballot m2"];
    let mut rehearsal = under(ElectionBase::PresentEntitled, 17, &acts);
    enter(&mut rehearsal, "16:40 round a3 m2:6 no:6 note so bekannt gegeben").unwrap();
    assert_eq!(
        words(&rehearsal, "a3"),
        ["m2 wird nicht gewählt (6 von 12 anwesenden Stimmberechtigten)."]
    );
}

/// A round in which nobody could vote has no result, whatever is said: it is held again.
#[test]
fn a_round_without_anybody_entitled_gives_nothing() {
    let acts = ["16:30 open m1", "16:32 call 3", "16:35 elect 3 ballot m2 m3", "16:36 leave m1"];
    let mut rehearsal = given(&acts);
    let nothing = "16:40 round a3 m2:0 m3:0";
    assert_eq!(enter(&mut rehearsal, nothing), Err(Rejection::NobodyEntitled));
    enter(&mut rehearsal, &format!("{nothing} note so bekannt gegeben")).unwrap();
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Inconsistent);
    assert_eq!(enter(&mut rehearsal, "16:41 accept a3"), Err(Rejection::NobodyElected));
    enter(&mut rehearsal, "16:42 arrive m1").unwrap();
    enter(&mut rehearsal, "16:45 round a3 m2:1 m3:0").unwrap();
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Elected);
}

#[test]
fn hints_say_what_is_odd_and_refuse_nothing() {
    for (opened, round, codes) in [
        ("16:35 elect 3 ballot m2 m3", "m2:5 m3:3", &[NotAllVoted][..]),
        ("16:35 elect 3 ballot m2 m3", "m2:5 m3:3 ballots:9/8", &[NotAllVoted, BallotsMissing]),
        ("16:35 elect 3 hands m2 m3", "m2:5 m3:3 invalid:1", &[ElectionByHands]),
        ("16:35 elect 3 hands m2 m3", "m2:5 m3:3 blank:1", &[ElectionByHands]),
        ("16:35 elect 3 hands m2 m3", "m2:5 m3:4 ballots:9/9", &[ElectionByHands]),
        ("16:35 elect 3 ballot m2 m3", "m2:5 m3:4 ballots:9/9", &[]),
        ("16:35 elect 4 ballot m2 m3", "m2:5 m3:4", &[ItemNotCalled]),
        ("16:35 elect n1 ballot m2 m3", "m2:5 m3:4", &[ItemNotCalled, PartDiffers]),
        ("16:35 elect 3 ballot m2 m3", "m2:0 m3:0 abstain:9", &[NominationNeeded]),
        ("16:35 elect 3 ballot m2 m3 m4", "m2:4 m3:4 m4:1", &[RunOff]),
        ("16:35 elect 3 ballot m2 m3 m4", "m2:4 m3:3 m4:2", &[]),
    ] {
        let mut rehearsal = nine(&[opened]);
        assert_eq!(hints(&mut rehearsal, &format!("16:40 round a3 {round}")), codes, "{round}");
    }
    let opened = hints(&mut nine(&[]), "16:35 elect 4 hands m2");
    assert_eq!(opened, [ElectionByHands, ItemNotCalled]);
}

#[test]
fn an_open_election_names_the_objection_only_where_the_law_does() {
    use OpenElection::{Agreed, UnlessObjected, Unsaid};
    for (by_law, line, expected) in [
        (UnlessObjected, "16:35 elect 3 hands m2", &[ElectionByHands][..]),
        (Agreed, "16:35 elect 3 hands m2", &[ElectionByHands]),
        (UnlessObjected, "16:35 elect 3 ballot m2", &[]),
        (Unsaid, "16:35 elect 3 hands m2", &[]),
    ] {
        let mut rehearsal = nine(&[]);
        rehearsal.profiles[0].election.open = by_law;
        assert_eq!(hints(&mut rehearsal, line), expected, "{by_law:?} {line}");
    }
    let agreed = ElectionRule { open: Agreed, ..profiles::committee().election };
    let said = crate::rules::election::open_only(&agreed).unwrap();
    assert!(said.contains("einstimmig beschlossen"), "{said}");
}

/// What comes after a single candidate without a majority is not in every law (§ 37 Abs. 7 GemO BW has a
/// second ballot).
#[test]
fn no_statute_is_cited_for_a_new_nomination() {
    let mut rehearsal = nine(&["16:35 elect 3 ballot m2"]);
    let decision = enter(&mut rehearsal, "16:40 round a3 m2:4 no:5").unwrap();
    let said = decision.hints.iter().find(|hint| hint.code == NominationNeeded);
    assert_eq!(
        said.map(|hint| hint.text.as_str()),
        Some(
            "Niemand ist gewählt (§ 41 Abs. 4 i. V. m. § 35 Abs. 2 KrO NRW); in der Regel ist ein neuer Wahlvorschlag erforderlich."
        )
    );
}

/// What is missing when the item or the session is closed.
#[test]
fn an_election_without_its_end_is_named_at_the_close() {
    let open = "16:35 elect 3 ballot m2 m3";
    for (acts, what) in [
        (&[open][..], Some("ein Wahlgang steht aus")),
        (&[open, "16:36 round a3 m2:4 m3:4"], Some("ein Wahlgang steht aus")),
        (
            &[open, "16:36 round a3 m2:4 m3:4", "16:37 round a3 m2:4 m3:4"],
            Some("das Los ist noch nicht gezogen"),
        ),
        (&[open, "16:36 round a3 m2:5 m3:4"], Some("die Erklärung zur Annahme der Wahl fehlt")),
        (&[open, "16:36 round a3 m2:5 m3:4", "16:37 decline a3"], None),
        (&[open, "16:36 round a3 m2:0 m3:0"], None),
    ] {
        for close in ["16:50 close 3", "16:50 end"] {
            let mut rehearsal = nine(acts);
            let decision = enter(&mut rehearsal, close).unwrap();
            let said = decision.hints.iter().find(|hint| hint.code == ElectionOpen);
            let expected = what.map(|what| {
                format!("Die Wahl zu TOP 3 (stellvertretender Vorsitzender) ist nicht abgeschlossen: {what}.")
            });
            assert_eq!(said.map(|hint| hint.text.clone()), expected, "{acts:?} {close}");
        }
    }
}

/// A correction does not recompute what was voted on: it is refused as long as a later act rests on
/// what it takes away, and names that act.
#[test]
fn a_correction_that_takes_the_ground_from_a_later_act_is_refused() {
    let acts = [
        "16:35 elect 3 ballot m2 m3 m4",
        "16:40 round a3 m2:4 m3:3 m4:2",
        "16:45 round a3 m2:5 m3:4",
        "16:46 accept a3",
    ];
    for (when, kind, act) in [
        ("17:00 undo a3", "RoundClosed", "a4"),
        ("17:00 undo a4", "RoundClosed", "a5"),
        ("17:00 undo a5", "ElectionAnswered", "a6"),
        // Somebody would be elected in the first round, or others would stand in the second.
        ("16:40 correct a4 : round a3 m2:5 m3:3 m4:1", "RoundClosed", "a5"),
        ("16:40 correct a4 : round a3 m2:4 m3:2 m4:3", "RoundClosed", "a5"),
        // The other one would be elected.
        ("16:45 correct a5 : round a3 m2:4 m3:5", "ElectionAnswered", "a6"),
    ] {
        let mut rehearsal = nine(&acts);
        match enter(&mut rehearsal, when) {
            Err(Rejection::Contradicts { act: named, kind: found, .. }) => {
                assert_eq!((named, found), (crate::ActId::from_key(act), kind), "{when}");
            }
            other => panic!("{when}: {other:?}"),
        }
    }
    // Nothing rests on other numbers with the same result.
    let mut rehearsal = nine(&acts);
    enter(&mut rehearsal, "16:45 correct a5 : round a3 m2:6 m3:3").unwrap();
    assert_eq!(
        rehearsal.state.now.election(election("a3")).unwrap().answer.map(|a| a.0),
        Some(person("m2"))
    );
    // From the last act on everything can be taken back.
    for line in ["17:00 undo a6", "17:01 undo a7", "17:02 undo a4", "17:03 undo a3"] {
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    }
    assert!(rehearsal.state.now.elections.is_empty() && rehearsal.state.now.votes.is_empty());
    assert_eq!(rehearsal.state.now.phase, Phase::Open);
}

/// The same two stand in the second round, but it would be no run-off any more: by another majority
/// another one may be elected.
#[test]
fn a_run_off_does_not_become_a_first_round_by_a_correction() {
    let acts = [
        "16:30 open m1-m9",
        "16:32 call 3",
        "16:35 elect 3 ballot m2 m3",
        "16:40 round a3 m2:4 m3:4 no:1",
        "16:45 round a3 m2:4 m3:3 no:2",
    ];
    let mut rehearsal = under(ElectionBase::ValidWithoutNo, 17, &acts);
    assert_eq!(outcome(&rehearsal, "a3"), ElectionOutcome::Elected);
    let result = enter(&mut rehearsal, "16:40 correct a4 : round a3 m2:2 m3:2 no:5");
    assert!(
        matches!(result, Err(Rejection::Contradicts { kind: "RoundClosed", .. })),
        "{result:?}"
    );
}

/// A ballot without a mark counts for no majority, whatever it is called; what is settled about it
/// is named.
#[test]
fn blank_ballots_are_what_profile_or_local_rule_say() {
    for (blank_ballot, named) in
        [(None, false), (Some(BlankBallot::Invalid), true), (Some(BlankBallot::Abstention), true)]
    {
        let rules = blank_ballot.map(|blank| LocalRule {
            reason: String::from("§ 19 Geschäftsordnung"),
            blank_ballot: Some(blank),
            ..LocalRule::default()
        });
        let committee = rules.into_iter().fold(Committee::new(17), Committee::settled);
        let acts = [&NINE[..], &["16:35 elect 3 ballot m2"]].concat();
        let mut rehearsal = super::given_in(committee, &acts);
        let codes = hints(&mut rehearsal, "16:40 round a3 m2:4 no:4 blank:1 ballots:9/9");
        assert_eq!(codes.contains(&SettledLocally), named, "{blank_ballot:?}");
        assert_eq!(words(&rehearsal, "a3"), ["m2 wird nicht gewählt (4 von 8 gültigen Stimmen)."]);
    }
}

#[test]
fn a_round_in_a_body_that_lacks_its_quorum_is_kept_and_marked() {
    let mut rehearsal =
        given(&["16:30 open m1-m5", "16:32 call 3", "16:33 lack", "16:35 elect 3 hands m2"]);
    assert!(hints(&mut rehearsal, "16:40 round a4 m2:5").contains(&ReasonCode::LackOfQuorum));
}

#[test]
fn a_round_says_nothing_about_who_voted_how() {
    let rehearsal = nine(&["16:35 elect 3 ballot m2 m3", "16:40 round a3 m2:5 m3:4 ballots:9/9"]);
    let round = rehearsal.state.entries.iter().find_map(|entry| match &entry.event {
        Event::RoundClosed { tally, .. } => serde_json::to_value(tally).ok(),
        _ => None,
    });
    let keys: Vec<String> = round.unwrap().as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["ballots", "candidates"]);
}

/// A slip in the post is corrected behind a round, and again: the election stays what its rounds name.
/// Other candidates, or another item, would be another one.
#[test]
fn the_post_is_corrected_under_its_rounds() {
    use crate::session::election::ElectionMethod::Ballot;
    let acts = ["16:35 elect 3 ballot m2 m3", "16:40 round a3 m2:5 m3:4", "16:41 accept a3"];
    let mut rehearsal = nine(&acts);
    let open = |post: &str, item: &str| {
        let candidates = [person("m2"), person("m3")].into();
        let item = Committee::item(item);
        Command::OpenElection {
            item,
            post: post.to_string(),
            candidates,
            method: Ballot,
            majority: None,
        }
    };
    let mut opened = crate::ActId::from_key("a3");
    for post in ["Schriftfürung", "Schriftführung"] {
        let command = Command::Correct { act: opened, replacement: Some(open(post, "3").into()) };
        opened = rehearsal.next_act();
        rehearsal.act(Committee::at("16:35"), &command).unwrap();
        let now = &rehearsal.state.now;
        assert_eq!(now.elections.len(), 1);
        let state = now.election(election("a3")).unwrap();
        assert_eq!((state.post.as_str(), state.rounds.len()), (post, 1));
        assert_eq!(state.elected(), Some(person("m2")));
    }
    let elsewhere = Command::Correct { act: opened, replacement: Some(open("x", "4").into()) };
    let result = rehearsal.act(Committee::at("16:35"), &elsewhere);
    assert!(matches!(result, Err(Rejection::Contradicts { kind: "RoundClosed", .. })));
    let mut rehearsal = nine(&acts);
    let others = enter(&mut rehearsal, "16:35 correct a3 : elect 3 ballot m2 m4");
    assert!(matches!(others, Err(Rejection::Contradicts { kind: "RoundClosed", .. })));
    let late = enter(&mut rehearsal, "16:45 correct a3 : elect 3 ballot m2 m3");
    assert!(matches!(late, Err(Rejection::Contradicts { kind: "RoundClosed", .. })), "{late:?}");
}
