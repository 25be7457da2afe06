//! Votes in which the head of the administration does not vote (§ 25 Abs. 2 KrO NRW, § 40 Abs. 2 GO
//! NRW): a county assembly of 79 with the Landrat, and a small one to count by.

use super::language::vote;
use super::{enter, hints};
use crate::ActId;
use crate::membership::Status;
use crate::rules::ReasonCode;
use crate::rules::majority::VoteOutcome;
use crate::rules::profile::{MajorityBase, MajorityId, Op, QualifiedMajority, Threshold};
use crate::session::command::{Announced, Tally};
use crate::session::preview::{self, Question};
use crate::session::{Command, Rejection};
use crate::testing::{Committee, Rehearsal};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const STATUTE: &str = "§ 25 Abs. 2 KrO NRW";

fn named(id: &str, threshold: Option<Threshold>, base: MajorityBase) -> QualifiedMajority {
    QualifiedMajority {
        id: MajorityId(String::from(id)),
        name: String::from(id),
        threshold,
        base,
        without_hvb: String::from(STATUTE),
        unanimous: false,
        moved_by: None,
        statute: String::from(STATUTE),
    }
}

/// An assembly that the head of the administration (m1) belongs to.
fn assembly(seats: u16, acts: &[&str]) -> Rehearsal {
    let two_thirds = Some(Threshold { op: Op::AtLeast, num: 2, den: 3 });
    let mut rehearsal = Rehearsal::unprepared(Committee::new(seats).headed());
    let profile = &mut rehearsal.profiles[0];
    profile.voting_statuses.push(Status::HVB);
    profile.quorum.composition = None;
    profile.vote.qualified = [
        named("without", None, MajorityBase::Statutory),
        named("removal", two_thirds, MajorityBase::StatutoryWithoutHvb),
        QualifiedMajority {
            without_hvb: String::new(),
            unanimous: false,
            ..named("all", two_thirds, MajorityBase::Statutory)
        },
    ]
    .into();
    let plan = rehearsal.committee.plan();
    rehearsal.act(Committee::at("16:00"), &Command::PrepareMeeting { plan }).unwrap();
    for line in acts {
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    }
    rehearsal
}

const NINE: [&str; 2] = ["16:32 open m1-m9", "16:40 call 3"];

/// Entitled, excluded, counted for the quorum.
fn frozen(rehearsal: &Rehearsal) -> (u16, usize, u16) {
    let basis = &rehearsal.state.now.votes.last().unwrap().basis;
    (basis.votes(), basis.without_vote.as_ref().map_or(0, Vec::len), basis.quorum.present)
}

#[test]
fn who_does_not_vote_counts_for_the_quorum_and_is_named_with_the_paragraph() {
    let mut rehearsal = assembly(17, &NINE);
    let too_many = Rejection::TooManyVotes { votes: 9, entitled: 8 };
    assert_eq!(enter(&mut rehearsal, "17:00 vote 3 by without 5/4/0 yes"), Err(too_many));
    let not_entitled = Rejection::SeatNotEntitled { seat: Committee::seat(1) };
    let roll = "17:00 vote 3 by without names 1:y 2:y 3:n yes";
    assert_eq!(enter(&mut rehearsal, roll), Err(not_entitled));
    let decision = enter(&mut rehearsal, "17:00 vote 3 by without 5/3/0 yes").unwrap();
    let told = decision.hints.iter().find(|hint| hint.code == ReasonCode::HvbWithoutVote).unwrap();
    assert!(told.text.ends_with("stimmt nicht mit (§ 25 Abs. 2 KrO NRW)."), "{}", told.text);
    assert_eq!(frozen(&rehearsal), (8, 1, 9));
    // In any other vote everybody votes.
    enter(&mut rehearsal, "17:05 vote 3 5/4/0 yes").unwrap();
    assert_eq!(frozen(&rehearsal), (9, 0, 9));
    // Who is not there, or biased, is nobody that has no vote.
    enter(&mut rehearsal, "17:10 recuse m1 3").unwrap();
    assert_eq!(
        hints(&mut rehearsal, "17:11 vote 3 by without 5/3/0 yes"),
        [ReasonCode::DeemedQuorate]
    );
    assert_eq!(frozen(&rehearsal), (8, 0, 8));
}

/// More votes than there are without that one, and the result hangs on them.
#[test]
fn a_vote_that_should_not_have_been_cast_is_weighed() {
    for (line, code) in [
        ("17:00 vote 3 by without 5/4/0 yes note gezählt", ReasonCode::Decisive),
        ("17:00 vote 3 by without 7/2/0 yes note gezählt", ReasonCode::NotDecisive),
        (
            "17:00 vote 3 by without names 1:y 2:y 3:n 4:y 5:n yes note genannt",
            ReasonCode::Decisive,
        ),
    ] {
        let codes = hints(&mut assembly(17, &NINE), line);
        assert!(codes.contains(&code), "{line}: {codes:?}");
    }
}

/// V16 and its sister: two thirds of 79 are 53, of the 78 others 52.
#[test]
fn the_share_is_that_of_the_others() {
    let acts = ["16:32 open m1-m79", "16:40 call 3"];
    for (line, accepted) in [
        ("17:00 vote 3 by all 52/27/0 no", false),
        ("17:00 vote 3 by all 53/26/0 yes", true),
        ("17:00 vote 3 by removal 51/27/0 no", false),
        ("17:00 vote 3 by removal 52/26/0 yes", true),
    ] {
        let mut rehearsal = assembly(79, &acts);
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
        let result = &rehearsal.state.now.votes[0].closed.as_ref().unwrap().result;
        assert_eq!(result.outcome == VoteOutcome::Accepted, accepted, "{line}");
    }
    let mut rehearsal = assembly(79, &acts);
    let decision = enter(&mut rehearsal, "17:00 vote 3 by removal 51/27/0 no").unwrap();
    let text = "removal: erforderlich sind 52 Ja-Stimmen, gesetzliche Mitgliederzahl ohne Hauptverwaltungsbeamtin oder Hauptverwaltungsbeamten 78 (§ 25 Abs. 2 KrO NRW).";
    assert!(decision.hints.iter().any(|hint| hint.text == text), "{:?}", decision.hints);
}

#[test]
fn a_preview_counts_as_the_record_will() {
    let rehearsal = assembly(17, &NINE);
    let majority = Some(MajorityId(String::from("without")));
    let question = Question { majority, ..Question::on(Committee::item("3")) };
    let now = &rehearsal.state.now;
    let preview =
        preview::vote(now, &rehearsal.profiles[0], &question, &Tally::Unanimous {}).unwrap();
    assert_eq!((preview.basis.votes(), preview.announced), (8, Announced::Accepted));
    assert_eq!(preview.result.hints[0].code, ReasonCode::HvbWithoutVote);
}

/// What is corrected is weighed as it will be recorded, whatever majority it had and will have.
#[test]
fn a_preview_of_a_correction_counts_as_the_record_will() {
    for (recorded, corrected, entitled) in [
        ("by without 5/3/0 yes", "5/4/0", 9),
        ("5/4/0 yes", "by without 5/3/0", 8),
        ("by without 5/3/0 yes", "by all 5/4/0", 9),
        ("by without 5/3/0 yes", "by removal 6/2/0", 8),
        ("by without 5/3/0 yes", "biased m2 5/3/0", 8),
    ] {
        let mut rehearsal = assembly(17, &NINE);
        enter(&mut rehearsal, &format!("17:00 vote 3 {recorded}")).unwrap();
        // Who comes later, and what is found later, is not what the vote is weighed by.
        enter(&mut rehearsal, "17:05 leave m9").unwrap();
        enter(&mut rehearsal, "17:06 lack").unwrap();
        let replacement = format!("vote 3 {corrected} yes");
        let (_, command) = super::act(&format!("17:00 {replacement}"));
        let Command::RecordVote { item, matter, majority, tally, .. } = command else {
            panic!("a vote")
        };
        let question = Question { item, matter, majority };
        let before = rehearsal.state.without(ActId::from_key("a3"), Committee::at("17:00"));
        let seen = preview::vote(&before, &rehearsal.profiles[0], &question, &tally).unwrap();
        assert_eq!((seen.basis.votes(), &seen.contradictions[..]), (entitled, &[][..]));
        let how = if seen.announced == Announced::Accepted { "yes" } else { "no" };
        let line = format!("17:00 correct a3 : vote 3 {corrected} {how}");
        let decision = enter(&mut rehearsal, &line).unwrap();
        assert_eq!(decision.hints, seen.result.hints, "{line}");
        assert_eq!(rehearsal.state.now.votes[0].basis.as_ref(), &seen.basis, "{line}");
    }
}

/// A late entry marks the vote when somebody else was entitled, or excluded; else it does not.
#[test]
fn a_late_entry_compares_what_the_vote_rested_on() {
    let acts = [&NINE[..], &["17:00 vote 3 by without 5/3/0 yes"]].concat();
    let changed = |line: &str| {
        let mut rehearsal = assembly(17, &acts);
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
        let changed = rehearsal.state.now.vote(vote("a3")).unwrap().changed.clone();
        changed.map(|basis| (basis.votes(), basis.without_vote.as_ref().map_or(9, Vec::len)))
    };
    assert_eq!(changed("16:50 guest g1"), None);
    assert_eq!(changed("16:50 leave m9"), Some((7, 1)));
    assert_eq!(changed("16:50 leave m1"), Some((8, 0)));
    assert_eq!(changed("16:50 arrive m10"), Some((9, 1)));
}

/// § 25 Abs. 2 with § 35 Abs. 3 KrO NRW: in the by-election of a committee member the Landrat is at the
/// table, counts for the quorum, and has no vote.
#[test]
fn in_an_election_too_who_does_not_vote_counts_for_the_quorum() {
    let elect = [&NINE[..], &["16:50 elect 3 hands by without m2"]].concat();
    let mut rehearsal = assembly(17, &elect);
    let too_many = Rejection::TooManyVotes { votes: 9, entitled: 8 };
    assert_eq!(enter(&mut rehearsal, "16:55 round a3 m2:9"), Err(too_many));
    let decision = enter(&mut rehearsal, "16:55 round a3 m2:8").unwrap();
    let told: Vec<_> = decision.hints.iter().map(|hint| hint.text.as_str()).collect();
    assert_eq!(
        told,
        [
            "Die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte stimmt nicht mit (§ 25 Abs. 2 KrO NRW)."
        ]
    );
    assert_eq!(frozen(&rehearsal), (8, 1, 9));
    // In any other election everybody votes.
    for line in ["17:00 elect 3 hands m3", "17:01 round a5 m3:9"] {
        enter(&mut rehearsal, line).unwrap();
    }
    assert_eq!(frozen(&rehearsal), (9, 0, 9));
}

/// What elects says the rule of elections: a share of the members, or a majority of all, is for votes.
#[test]
fn an_election_has_no_majority_of_votes() {
    for id in ["all", "removal"] {
        let majority = MajorityId(String::from(id));
        let line = alloc::format!("16:50 elect 3 hands by {id} m2");
        let refused = Err(Rejection::MajorityOfVotes { majority });
        assert_eq!(enter(&mut assembly(17, &NINE), &line), refused);
    }
    let unknown = Rejection::UnknownMajority { majority: MajorityId(String::from("none")) };
    let line = "16:50 elect 3 hands by none m2";
    assert_eq!(enter(&mut assembly(17, &NINE), line), Err(unknown));
}

/// Who voted in a round is not changed behind it.
#[test]
fn who_votes_in_an_election_is_corrected_before_a_round() {
    let opened = [&NINE[..], &["16:50 elect 3 hands m2"]].concat();
    let correct = "16:50 correct a3 : elect 3 hands by without m2";
    let mut rehearsal = assembly(17, &opened);
    enter(&mut rehearsal, correct).unwrap();
    let mut rehearsal = assembly(17, &[&opened[..], &["16:55 round a3 m2:9"]].concat());
    assert!(matches!(
        enter(&mut rehearsal, correct),
        Err(Rejection::Contradicts { kind: "RoundClosed", .. })
    ));
    // A late entry marks the round as it marks a vote.
    let acts = [&NINE[..], &["16:50 elect 3 hands by without m2", "16:55 round a3 m2:8"]].concat();
    let mut rehearsal = assembly(17, &acts);
    enter(&mut rehearsal, "16:45 leave m1").unwrap();
    let changed = rehearsal.state.now.vote(vote("a4")).unwrap().changed.clone().unwrap();
    assert_eq!((changed.votes(), changed.without_vote.as_ref().map(Vec::len)), (8, Some(0)));
}
