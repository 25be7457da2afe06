//! Votes, motions and requests in a session: the vectors of law.md section 3 by their numbers, and
//! what stands between them.

use super::ballots::motion;
use super::language::{act, person, vote};
use super::{briefly, check, enter, given, hints};
use crate::directory::MasterRow;
use crate::membership::{SeatKind, Status};
use crate::rules::ReasonCode;
use crate::rules::local::{LocalRule, Quota};
use crate::rules::majority::{Count, Method, VoteOutcome};
use crate::rules::profile::{
    BlankBallot, DutyToDeclare, MajorityBase, MajorityId, Op, QualifiedMajority, Relief,
    ReliefCause, Threshold,
};
use crate::session::command::{Announced, Command, Matter, Stated, Tally};
use crate::session::preview::{self, Question};
use crate::session::state::{ClosedVote, Vote};
use crate::session::{Decision, Event, Rejection};
use crate::testing::{Committee, Rehearsal};
use crate::{AgendaItemId, ElectionId};
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Five members of the assembly and four expert citizens deal with item 3.
const NINE: &[&str] = &["16:32 open m1-m5 m10-m13", "16:40 call 3"];
/// Eleven of them.
const ELEVEN: &[&str] = &["16:32 open m1-m6 m10-m14", "16:40 call 3"];

fn with(base: &[&'static str], more: &[&'static str]) -> Vec<&'static str> {
    base.iter().chain(more).copied().collect()
}

fn item() -> AgendaItemId {
    Committee::item("3")
}

fn closed(rehearsal: &Rehearsal) -> Arc<ClosedVote> {
    rehearsal.state.now.votes.last().unwrap().closed.clone().unwrap()
}

fn texts(decision: &Decision, code: ReasonCode) -> Vec<&str> {
    let meant = decision.hints.iter().filter(|hint| hint.code == code);
    meant.map(|hint| hint.text.as_str()).collect()
}

/// The committee with a majority of the statutory number that its profile names.
fn with_bylaw(acts: &[&str]) -> Rehearsal {
    let mut rehearsal = given(acts);
    rehearsal.profiles[0].vote.qualified.push(QualifiedMajority {
        id: MajorityId(String::from("hauptsatzung")),
        name: String::from("Hauptsatzung"),
        threshold: Some(Threshold { op: Op::More, num: 1, den: 2 }),
        base: MajorityBase::Statutory,
        without_hvb: String::new(),
        unanimous: false,
        moved_by: None,
        statute: String::from("§ 5 Abs. 3 S. 3 KrO NRW"),
    });
    rehearsal
}

#[test]
fn v08_more_votes_than_entitled_need_a_note() {
    let too_many = Rejection::TooManyVotes { votes: 10, entitled: 9 };
    check(NINE, "17:00 vote 3 6/3/1 yes", Err(too_many));
    let mut rehearsal = given(NINE);
    enter(&mut rehearsal, "17:00 vote 3 6/3/1 yes note so bekannt gegeben").unwrap();
    assert_eq!(closed(&rehearsal).result.outcome, VoteOutcome::Inconsistent);
}

#[test]
fn v10_v11_a_secret_vote_is_a_tally_of_ballots() {
    for (blank, line, words) in [
        (
            BlankBallot::Abstention,
            "17:00 vote 3 secret 9/9 4/3/0/1 1 yes",
            "in geheimer Abstimmung mit 4 zu 3 Stimmen bei 1 Enthaltung und 1 ungültigen Stimme angenommen",
        ),
        (
            BlankBallot::Invalid,
            "17:00 vote 3 secret 9/9 4/3/0/1 1 yes",
            "in geheimer Abstimmung mit 4 zu 3 Stimmen bei 2 ungültigen Stimmen angenommen",
        ),
        (
            BlankBallot::Invalid,
            "17:00 vote 3 secret 9/9 3/3/0/0 3 no",
            "bei Stimmengleichheit abgelehnt; 3 ungültige Stimmen",
        ),
    ] {
        let mut rehearsal = given(NINE);
        rehearsal.profiles[0].vote.blank_ballot = blank;
        assert_eq!(hints(&mut rehearsal, line), [], "{line}");
        assert_eq!(closed(&rehearsal).result.wording, words);
    }
}

/// Ballots, votes, blank ones: what is refused without a note, and the code with one.
#[test]
fn ballots_that_do_not_add_up_need_a_note() {
    let differ = |handed_out, returned, votes| {
        (Rejection::BallotsDiffer { handed_out, returned, votes }, ReasonCode::BallotsDiffer)
    };
    for (tally, (why, code)) in [
        ("9/9 4/3/0/1 0", differ(9, 9, 8)),
        ("9/8 4/3/1/1 0", differ(9, 8, 9)),
        ("8/9 4/3/1/1 0", differ(8, 9, 9)),
        (
            "10/9 4/3/1/1 0",
            (Rejection::TooManyBallots { handed_out: 10, entitled: 9 }, ReasonCode::TooManyBallots),
        ),
        (
            "10/10 5/3/1/0 1",
            (Rejection::TooManyVotes { votes: 10, entitled: 9 }, ReasonCode::TooManyVotes),
        ),
        (
            "9/9 65535/0/65535/0 65535",
            (Rejection::TooManyVotes { votes: 196_605, entitled: 9 }, ReasonCode::TooManyVotes),
        ),
    ] {
        let line = format!("17:00 vote 3 secret {tally} yes");
        check(NINE, &line, Err(why));
        let mut rehearsal = given(NINE);
        let codes = hints(&mut rehearsal, &format!("{line} note so ausgezählt"));
        assert!(codes.contains(&code), "{line}: {codes:?}");
        assert_eq!(closed(&rehearsal).result.outcome, VoteOutcome::Inconsistent, "{line}");
    }
    // Whoever keeps the ballot casts no vote; that is a hint.
    assert_eq!(
        hints(&mut given(NINE), "17:00 vote 3 secret 9/8 4/3/1/0 yes"),
        [ReasonCode::NotAllVoted]
    );
}

#[test]
fn tellers_are_persons_and_no_ballot_names_one() {
    let (at, mut command) = act("17:00 vote 3 secret 9/9 5/3/1 yes");
    let mut rehearsal = given(NINE);
    rehearsal.act(at, &command).unwrap();
    if let Command::RecordVote { tally: Tally::Secret { tellers, .. }, .. } = &mut command {
        tellers.push(person("nobody"));
    }
    let unknown = Rejection::UnknownPerson { person: person("nobody") };
    assert_eq!(rehearsal.act(at, &command), Err(unknown));
}

#[test]
fn x01_an_abstention_is_recorded_and_named_where_the_law_forbids_it() {
    let mut rehearsal = given(&["16:32 open m1-m9 m10-m14", "16:40 call 3"]);
    rehearsal.profiles[0].vote.abstention_forbidden = String::from("Art. 48 Abs. 1 S. 2 GO");
    let codes = hints(&mut rehearsal, "17:00 vote 3 10/3/1 yes");
    assert_eq!(codes, [ReasonCode::AbstentionForbidden]);
    assert_eq!(closed(&rehearsal).result.outcome, VoteOutcome::Accepted);
}

#[test]
fn x03_a_forbidden_secret_vote_needs_a_note() {
    let line = "17:00 vote 3 secret 9/9 6/3/0 yes";
    let mut rehearsal = given(NINE);
    rehearsal.profiles[0].vote.secret_forbidden = String::from("§ 54 Abs. 2 HGO");
    let forbidden = Rejection::SecretForbidden { statute: String::from("§ 54 Abs. 2 HGO") };
    assert_eq!(enter(&mut rehearsal, line), Err(forbidden));
    let codes = hints(&mut rehearsal, &format!("{line} note so geschehen"));
    assert_eq!(codes, [ReasonCode::SecretForbidden]);
    assert_eq!(closed(&rehearsal).result.outcome, VoteOutcome::Inconsistent);
}

/// Members who ask: what is granted; what falls short is said at once. 17 members are on the seats.
#[test]
fn v12_v13_requests_are_measured_against_all_members() {
    for (asked, method, required) in [
        ("secret 3", Method::Open, 4),
        ("secret 4", Method::Secret, 4),
        ("secret 4 rollcall 1", Method::Secret, 4),
        ("secret 3 rollcall 1", Method::Rollcall, 4),
        ("rollcall 1 of faction-2", Method::Rollcall, 4),
    ] {
        let mut rehearsal = given(NINE);
        let decision = enter(&mut rehearsal, &format!("16:50 request 3 {asked}")).unwrap();
        let granted = &rehearsal.state.now.requests[0].granted;
        assert_eq!((granted.method, granted.secret_required), (method, Some(required)), "{asked}");
        let told = if method == Method::Secret { &[][..] } else { &granted.reasons };
        assert_eq!(texts(&decision, ReasonCode::RequestJudged), told, "{asked}");
    }
    let members = Rejection::TooManyRequests { asked: 18, members: 17 };
    for (asked, why) in [
        ("secret 0", Rejection::NothingRequested),
        ("secret 18", members.clone()),
        ("rollcall 18", members),
        ("secret 4 of nobody", Rejection::UnknownOrganization),
    ] {
        check(NINE, &format!("16:50 request 3 {asked}"), Err(why));
    }
}

#[test]
fn standing_orders_say_how_many_may_ask() {
    let mut rehearsal = given(NINE);
    rehearsal.profiles[0].vote.secret_request = None;
    let rule = LocalRule {
        reason: String::from("§ 12 GeschO"),
        start_date: None,
        end_date: None,
        threshold: None,
        members: None,
        without_composition: false,
        second_call_composition: None,
        fiction: None,
        secret_request: Some(Quota::Number(5)),
        rollcall_request: Some(Quota::Share(Threshold { op: Op::AtLeast, num: 1, den: 10 })),
        blank_ballot: None,
    };
    rehearsal.state.now.local_rule = Some(Arc::new(rule));
    let (at, command) = act("16:50 request 3 secret 4 rollcall 1");
    rehearsal.act(at, &command).unwrap();
    let granted = rehearsal.state.now.requests[0].granted.clone();
    assert_eq!(granted.method, Method::Open);
    assert_eq!((granted.secret_required, granted.rollcall_required), (Some(5), 2));
}

#[test]
fn v13_a_vote_that_is_taken_otherwise_than_granted_is_recorded_with_a_hint() {
    let rollcall = "names 1:y 2:y 3:y 4:y 5:y 10:n 11:n 12:n 13:a";
    let secret = "secret 9/9 5/3/1";
    for (asked, tally, differs) in [
        ("secret 4 rollcall 1", "5/3/1", true),
        ("secret 4 rollcall 1", "all", true),
        ("secret 4 rollcall 1", rollcall, true),
        ("secret 4 rollcall 1", secret, false),
        ("rollcall 1", rollcall, false),
        ("rollcall 1", "5/3/1", true),
        ("secret 3", "5/3/1", false),
    ] {
        let mut rehearsal = given(NINE);
        enter(&mut rehearsal, &format!("16:50 request 3 {asked}")).unwrap();
        let codes = hints(&mut rehearsal, &format!("17:00 vote 3 {tally} yes"));
        assert_eq!(codes.contains(&ReasonCode::MethodDiffers), differs, "{asked} {tally}");
        // Procedure and other items are not meant.
        let other = hints(&mut rehearsal, "17:01 vote 3 procedure 5/3/1 yes");
        assert!(!other.contains(&ReasonCode::MethodDiffers));
        let other = hints(&mut rehearsal, "17:02 vote 4 5/3/1 yes");
        assert!(!other.contains(&ReasonCode::MethodDiffers));
    }
    // A later request for a roll-call does not undo the secret vote that was granted.
    let mut rehearsal =
        given(&with(NINE, &["16:50 request 3 secret 4", "16:51 request 3 rollcall 2"]));
    let decision = enter(&mut rehearsal, &format!("17:00 vote 3 {rollcall} yes")).unwrap();
    assert_eq!(
        texts(&decision, ReasonCode::MethodDiffers),
        [
            "Zu TOP 3 ist mit der erforderlichen Zahl geheime Abstimmung verlangt; festgehalten ist, dass namentlich abgestimmt wurde (§ 41 Abs. 4 i. V. m. § 35 Abs. 1 KrO NRW). Die geheime Abstimmung geht der namentlichen vor."
        ]
    );
}

/// V20 where the bias is known and the member votes all the same: recorded with a note, and judged.
#[test]
fn v20_who_is_named_without_a_vote_is_judged_with_the_vote() {
    let rollcall = "names 1:y 2:y 3:y 4:y 5:y 6:y 10:n 11:n 12:n 13:n";
    let bias = " (§ 28 Abs. 2 KrO NRW i. V. m. § 31 Abs. 6 GO NRW).";
    let named = "Genannt ist, wer nach den Eintragungen nicht stimmberechtigt anwesend war.";
    for (gone, tally, code, expected) in [
        (
            "recuse m2 3",
            format!("{rollcall} 14:n"),
            ReasonCode::Decisive,
            format!("{named} Das Ergebnis war 6:5, ohne diese Stimme 5:5, also entscheidend{bias}"),
        ),
        (
            "recuse m10 3",
            format!("{rollcall} 14:n"),
            ReasonCode::NotDecisive,
            format!(
                "{named} Das Ergebnis war 6:5, ohne diese Stimme 6:4, nicht entscheidend{bias}"
            ),
        ),
        (
            "leave m2",
            format!("{rollcall} 14:n"),
            ReasonCode::Decisive,
            format!("{named} Das Ergebnis war 6:5, ohne diese Stimme 5:5, also entscheidend."),
        ),
        (
            "public m2",
            String::from("6/5"),
            ReasonCode::Decisive,
            String::from(
                "Es sind mehr Stimmen gezählt, als nach den Eintragungen Stimmberechtigte anwesend waren. Das Ergebnis war 6:5, ohne diese Stimme ungünstigstenfalls 5:5, also möglicherweise entscheidend.",
            ),
        ),
    ] {
        let mut rehearsal = given(ELEVEN);
        enter(&mut rehearsal, &format!("16:45 {gone}")).unwrap();
        let line = format!("17:00 vote 3 {tally} yes note hat mitgestimmt");
        let decision = enter(&mut rehearsal, &line).unwrap();
        assert_eq!(texts(&decision, code), [expected], "{gone} {tally}");
        assert_eq!(texts(&decision, ReasonCode::NarrowResult), [""; 0], "it is said once");
    }
    // Who has no vote and casts none is in no question.
    let mut rehearsal = given(&with(ELEVEN, &["16:45 recuse m2 3"]));
    let decision = enter(&mut rehearsal, "17:00 vote 3 6/4 yes").unwrap();
    assert_eq!(texts(&decision, ReasonCode::NotDecisive), [""; 0]);
}

#[test]
fn no_number_is_read_into_standing_orders_that_nobody_entered() {
    let mut rehearsal = given(NINE);
    let asked = enter(&mut rehearsal, "16:50 request 3 rollcall 1").unwrap();
    assert_eq!(
        texts(&asked, ReasonCode::RequestJudged),
        [
            "Namentliche Abstimmung: verlangt von 1; die erforderliche Zahl bestimmt die Geschäftsordnung, hinterlegt ist keine."
        ]
    );
    let taken = enter(&mut rehearsal, "17:00 vote 3 5/3/1 yes").unwrap();
    assert_eq!(
        texts(&taken, ReasonCode::MethodDiffers),
        [
            "Zu TOP 3 ist namentliche Abstimmung verlangt; festgehalten ist, dass offen abgestimmt wurde (§ 41 Abs. 4 i. V. m. § 35 Abs. 1 KrO NRW)."
        ]
    );
}

/// X01: the chair said only part of the numbers, but abstentions among them.
#[test]
fn x01_a_forbidden_abstention_is_told_even_if_other_numbers_are_missing() {
    for (tally, told) in [
        ("said 7 1 1", true),
        ("said 7 1 -", false),
        ("said 7 - 1", true),
        ("said - - 1", true),
        ("said 7 - 0", false),
        ("all", false),
    ] {
        let mut rehearsal = given(NINE);
        rehearsal.profiles[0].vote.abstention_forbidden = String::from("Art. 48 Abs. 1 S. 2 GO");
        let codes = hints(&mut rehearsal, &format!("17:00 vote 3 {tally} yes"));
        let said = codes.iter().filter(|code| **code == ReasonCode::AbstentionForbidden).count();
        assert_eq!(said, usize::from(told), "{tally}");
    }
}

/// X06: a vote below the number at which the chair has to find the lack of quorum says so, however
/// long the body is deemed quorate.
#[test]
fn x06_a_vote_of_too_few_reminds_of_the_duty_to_find_the_lack_of_quorum() {
    let threshold = Threshold { op: Op::AtLeast, num: 1, den: 3 };
    for (present, told) in [("m1-m5", true), ("m1-m6", false)] {
        let mut rehearsal = given(&[]);
        let statute = String::from("§ 30 KV M-V");
        rehearsal.profiles[0].quorum.must_declare =
            Some(DutyToDeclare { threshold, min: 0, statute });
        enter(&mut rehearsal, &format!("16:32 open {present}")).unwrap();
        enter(&mut rehearsal, "16:40 call 3").unwrap();
        let codes = hints(&mut rehearsal, "17:00 vote 3 all yes");
        assert!(codes.contains(&ReasonCode::DeemedQuorate), "{present}");
        assert_eq!(codes.contains(&ReasonCode::MustDeclare), told, "{present}");
    }
}

#[test]
fn v14_the_names_give_the_sums_and_no_other() {
    let names = "names 1:y 2:y 3:y 4:y 5:y 10:n 11:n 12:n 13:a";
    let mut rehearsal = given(NINE);
    enter(&mut rehearsal, &format!("17:00 vote 3 {names} yes")).unwrap();
    let sums = preview::count(&closed(&rehearsal).tally);
    assert_eq!(sums, Count { yes: 5, no: 3, abstain: 1, invalid: 0 });
    check(NINE, &format!("17:00 vote 3 {names} no"), Err(Rejection::AnnouncedDiffers));
}

/// A recusal that is entered after the vote: what the result is without that vote.
#[test]
fn v20_an_unlawful_participation_counts_only_if_it_was_decisive() {
    let names = |yes: &[u16], no: &[u16]| {
        let each = |seats: &[u16], how| -> Vec<String> {
            seats.iter().map(|seat| format!("{seat}:{how}")).collect()
        };
        format!("names {} {}", each(yes, "y").join(" "), each(no, "n").join(" "))
    };
    let statute = "(§ 28 Abs. 2 KrO NRW i. V. m. § 31 Abs. 6 GO NRW)";
    for (tally, code, text) in [
        (
            names(&[1, 2, 3, 4, 5, 6], &[10, 11, 12, 13, 14]),
            ReasonCode::Decisive,
            "Das Ergebnis war 6:5 (angenommen), ohne diese Stimme 5:5, also entscheidend",
        ),
        (
            names(&[1, 2, 3, 4, 5, 6, 10, 11], &[12, 13, 14]),
            ReasonCode::NotDecisive,
            "Das Ergebnis war 8:3 (angenommen), ohne diese Stimme 7:3, nicht entscheidend",
        ),
        (
            String::from("6/5/0"),
            ReasonCode::Decisive,
            "Das Ergebnis war 6:5 (angenommen), ohne diese Stimme ungünstigstenfalls 5:5, also möglicherweise entscheidend",
        ),
        (
            String::from("said 8 3 -"),
            ReasonCode::NotDecisive,
            "Das Ergebnis war 8:3 (angenommen), ohne diese Stimme ungünstigstenfalls 7:3, nicht entscheidend",
        ),
        (
            String::from("all"),
            ReasonCode::Decisive,
            "Ob die Mitwirkung für das Ergebnis entscheidend war, lässt sich ohne Zahlen nicht sagen",
        ),
    ] {
        let mut rehearsal = given(ELEVEN);
        enter(&mut rehearsal, &format!("17:00 vote 3 {tally} yes")).unwrap();
        let decision = enter(&mut rehearsal, "16:50 recuse m1 3").unwrap();
        assert!(decision.events.iter().any(|new| matches!(new.event, Event::BasisChanged { .. })));
        assert_eq!(texts(&decision, code), [format!("{text} {statute}.")], "{tally}");
        let now = &rehearsal.state.now;
        assert_eq!(now.votes[0].closed.as_ref().unwrap().announced, Announced::Accepted);
        assert!(now.votes[0].changed.is_some(), "the clerk settles it");
    }
    // Who had left is in no statute on bias; who is known not to have voted is in no question.
    let mut left = given(ELEVEN);
    enter(&mut left, "17:00 vote 3 6/5/0 yes").unwrap();
    let decision = enter(&mut left, "16:50 leave m1").unwrap();
    assert!(texts(&decision, ReasonCode::Decisive)[0].ends_with("möglicherweise entscheidend."));
    let mut silent = given(ELEVEN);
    enter(&mut silent, "17:00 vote 3 names 2:y 3:y 10:n yes").unwrap();
    let codes = hints(&mut silent, "16:50 recuse m1 3");
    assert!(!codes.contains(&ReasonCode::Decisive) && !codes.contains(&ReasonCode::NotDecisive));
}

#[test]
fn one_vote_decides_and_somebody_was_recused_or_came_as_a_substitute() {
    for (acts, tally, narrow) in [
        (
            &["16:50 recuse m6 3"][..],
            "names 1:y 2:y 3:y 4:y 5:y 10:n 11:n 12:n 13:n 14:a yes",
            true,
        ),
        (&["16:50 recuse m6 3"], "6/3/1 yes", false),
        (&["16:50 recuse m6 3"], "all yes", false),
        (&[], "6/5/0 yes", false),
        (&["16:30 seat 7 v7", "16:50 arrive v7"], "6/6/0 no", true),
        (&["16:35 seat 7 v7"], "6/6/0 no", false),
        (&["16:50 recuse m6 4"], "5/5/0 no", false),
    ] {
        let mut rehearsal = given(ELEVEN);
        for line in acts {
            // Who was there before the item was called has changed nothing.
            enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
        }
        let codes = hints(&mut rehearsal, &format!("17:00 vote 3 {tally}"));
        assert_eq!(codes.contains(&ReasonCode::NarrowResult), narrow, "{acts:?} {tally}");
    }
}

#[test]
fn v21_what_is_noted_has_no_numbers() {
    let mut rehearsal = given(NINE);
    let decision = enter(&mut rehearsal, "17:00 outcome 3 noted").unwrap();
    assert_eq!(briefly(&decision), ["17:00 OutcomeRecorded 3"]);
    assert!(rehearsal.state.now.votes.is_empty());
    assert_eq!(hints(&mut rehearsal, "17:05 close 3"), []);
}

#[test]
fn v22_before_any_finding_the_vote_stands_with_a_hint() {
    let mut rehearsal = given(&["16:32 open m1-m4 m10-m13", "16:40 call 3"]);
    let decision = enter(&mut rehearsal, "17:00 vote 3 5/3/0 yes").unwrap();
    assert!(texts(&decision, ReasonCode::DeemedQuorate)[0].contains("gilt als beschlussfähig"));
    assert_eq!(closed(&rehearsal).result.outcome, VoteOutcome::Accepted);
}

/// Lower Saxony: where most members are biased any number suffices, but the supervisory authority
/// has to approve.
#[test]
fn x08_an_approval_that_a_vote_needs_is_said_with_it() {
    for (recused, tally, codes) in [
        (0, "12/0/0", &[][..]),
        (8, "4/0/0", &[ReasonCode::DeemedQuorate]),
        (9, "3/0/0", &[ReasonCode::DecidedElsewhere]),
    ] {
        let mut rehearsal = given(&["16:32 open m1-m12", "16:40 call 3"]);
        let rule = &mut rehearsal.profiles[0].quorum;
        rule.composition = None;
        rule.relief.push(Relief {
            cause: ReliefCause::MostRecused,
            threshold: None,
            min: 0,
            condition: String::from("Erforderlich ist die Genehmigung"),
            fallback: String::new(),
            statute: String::from("§ 65 NKomVG"),
        });
        for seat in 1..=recused {
            enter(&mut rehearsal, &format!("16:50 recuse m{seat} 3")).unwrap();
        }
        let decision = enter(&mut rehearsal, &format!("17:00 vote 3 {tally} yes")).unwrap();
        let found: Vec<ReasonCode> = decision.hints.iter().map(|hint| hint.code).collect();
        assert_eq!(found, codes, "{recused}");
        if recused == 9 {
            let text = "Erforderlich ist die Genehmigung (§ 65 NKomVG).";
            assert_eq!(texts(&decision, ReasonCode::DecidedElsewhere), [text]);
        }
    }
}

#[test]
fn v23_the_head_of_the_administration_has_no_vote_in_a_committee() {
    let mut rehearsal = Rehearsal::unprepared(Committee::new(17));
    let rows = rehearsal.committee.rows();
    for row in rows {
        if let MasterRow::Membership(mut membership) = row
            && membership.person == person("m17")
        {
            membership.status = Status::HVB;
            rehearsal.directory.put(MasterRow::Membership(membership));
        }
    }
    let plan = rehearsal.committee.plan();
    let at = Committee::at("16:00");
    rehearsal.act(at, &Command::PrepareMeeting { plan }).unwrap();
    for line in ["16:32 open m1-m5 m10-m13 m17", "16:40 call 3"] {
        enter(&mut rehearsal, line).unwrap();
    }
    assert_eq!(rehearsal.state.now.seats[&Committee::seat(17)].kind, SeatKind::Voting);
    let why = Rejection::SeatNotEntitled { seat: Committee::seat(17) };
    let line = "17:00 vote 3 names 1:y 17:y yes";
    assert_eq!(enter(&mut rehearsal, line), Err(why));
    assert!(
        hints(&mut rehearsal, &format!("{line} note gezählt"))
            .contains(&ReasonCode::SeatNotEntitled)
    );
}

#[test]
fn v24_a_seat_votes_once_and_the_recused_do_not() {
    let twice = Rejection::SeatTwice { seat: Committee::seat(5) };
    check(NINE, "17:00 vote 3 names 5:y 5:n yes note beide", Err(twice));
    let recused = Rejection::SeatNotEntitled { seat: Committee::seat(5) };
    let acts = with(NINE, &["16:50 recuse m5 3"]);
    check(&acts, "17:00 vote 3 names 1:y 5:y yes", Err(recused));
    let codes = hints(&mut given(&acts), "17:00 vote 3 names 1:y 5:y yes note hat gestimmt");
    assert!(
        codes.contains(&ReasonCode::SeatNotEntitled) && codes.contains(&ReasonCode::NotAllVoted)
    );
}

/// Of 17 seats nine votes are needed; twelve are there.
#[test]
fn v15_a_qualified_majority_is_a_share_of_the_statutory_number() {
    let twelve = ["16:32 open m1-m7 m10-m14", "16:40 call 3"];
    let required = "Hauptsatzung: erforderlich sind 9 Ja-Stimmen, gesetzliche Mitgliederzahl 17 (§ 5 Abs. 3 S. 3 KrO NRW).";
    for (tally, words, told) in [
        ("9/3/0 yes", "mehrheitlich bei 3 Gegenstimmen angenommen", &[][..]),
        (
            "8/3/1 no",
            "mit 8 Ja-Stimmen bei 3 Gegenstimmen und 1 Enthaltung abgelehnt (erforderlich sind 9 Ja-Stimmen)",
            &[required],
        ),
        (
            "secret 12/12 8/3/1 no",
            "in geheimer Abstimmung mit 8 zu 3 Stimmen bei 1 Enthaltung abgelehnt (erforderlich sind 9 Ja-Stimmen)",
            &[required],
        ),
        (
            "names 1:y 2:y 3:y 4:y 5:y 6:y 7:y 10:y 11:n 12:n 13:n 14:n no",
            "mit 8 Ja-Stimmen bei 4 Gegenstimmen abgelehnt (erforderlich sind 9 Ja-Stimmen)",
            &[required],
        ),
        ("said 9 3 - yes", "mehrheitlich bei 3 Gegenstimmen angenommen", &[]),
        ("said 9 - - yes", "mit 9 Ja-Stimmen angenommen", &[]),
        (
            "said 8 3 - no",
            "mit 8 Ja-Stimmen bei 3 Gegenstimmen abgelehnt (erforderlich sind 9 Ja-Stimmen)",
            &[required],
        ),
        (
            "all yes",
            "einstimmig angenommen",
            &[
                "Hauptsatzung: erforderlich sind 9 Ja-Stimmen, gesetzliche Mitgliederzahl 17 (§ 5 Abs. 3 S. 3 KrO NRW). Die Zahl der Ja-Stimmen ist nicht festgehalten; ob sie erreicht ist, lässt sich nicht nachweisen.",
            ],
        ),
    ] {
        let mut rehearsal = with_bylaw(&twelve);
        let decision =
            enter(&mut rehearsal, &format!("17:00 vote 3 by hauptsatzung {tally}")).unwrap();
        assert_eq!(closed(&rehearsal).result.wording, words, "{tally}");
        assert_eq!(texts(&decision, ReasonCode::MajorityRequired), told, "{tally}");
    }
    let differs = Err(Rejection::AnnouncedDiffers);
    for tally in ["8/3/1 yes", "9/3/0 no", "said 8 - - yes", "said - 4 - yes", "said 8 3 - yes"] {
        let mut rehearsal = with_bylaw(&twelve);
        let line = format!("17:00 vote 3 by hauptsatzung {tally}");
        assert_eq!(enter(&mut rehearsal, &line), differs, "{tally}");
    }
    // Eight cannot reach nine, however unanimous.
    let mut few = with_bylaw(&["16:32 open m1-m5 m10-m12", "16:40 call 3"]);
    assert_eq!(enter(&mut few, "17:00 vote 3 by hauptsatzung all yes"), differs);
    assert!(enter(&mut few, "17:00 vote 3 by hauptsatzung all no").is_ok());
    let unknown = MajorityId(String::from("abwahl"));
    let why = Rejection::UnknownMajority { majority: unknown };
    assert_eq!(enter(&mut few, "17:00 vote 3 by abwahl all no"), Err(why));
}

#[test]
fn what_a_preview_says_is_what_is_recorded() {
    let rehearsal = with_bylaw(&with(NINE, &["16:45 file A1 3 procedure m2"]));
    let majority = Some(MajorityId(String::from("hauptsatzung")));
    let question = Question { majority, ..Question::on(item()) };
    for words in ["8/0/1", "9/0/0", "secret 9/9 4/3/0 2", "secret 9/9 4/4/0 1", "all", "5/5/0"] {
        for question in [&Question::on(item()), &question] {
            let by = if question.majority.is_some() { "by hauptsatzung " } else { "" };
            let (_, command) = act(&format!("17:00 vote 3 {by}{words} yes"));
            let Command::RecordVote { tally, .. } = &command else { panic!("a vote") };
            let now = &rehearsal.state.now;
            let seen = preview::vote(now, &rehearsal.profiles[0], question, tally).unwrap();
            let how = if seen.announced == Announced::Accepted { "yes" } else { "no" };
            let line = format!("17:00 vote 3 {by}{words} {how}");
            match enter(&mut rehearsal.clone(), &line) {
                Ok(decision) => {
                    assert_eq!(seen.contradictions, [], "{line}");
                    assert_eq!(decision.hints, seen.result.hints, "{line}");
                }
                Err(why) => assert_eq!(seen.contradictions.first(), Some(&why), "{line}"),
            }
        }
    }
}

/// Too many votes allow both outcomes; more No than Yes leans to the rejection, counted or said.
#[test]
fn numbers_that_cannot_be_still_lean_to_one_side() {
    let rehearsal = given(NINE);
    let stated = |number| Some(Stated { number, derived: false });
    for (yes, no, expected) in [(0, 99, Announced::Rejected), (99, 0, Announced::Accepted)] {
        let count = Count { yes, no, ..Count::default() };
        let said = Tally::Announced { yes: stated(yes), no: stated(no), abstain: None };
        for tally in [said, Tally::Counted { count, by_faction: Vec::new() }] {
            let question = Question::on(item());
            let now = &rehearsal.state.now;
            let seen = preview::vote(now, &rehearsal.profiles[0], &question, &tally).unwrap();
            assert_eq!(seen.announced, expected, "{tally:?}");
        }
    }
}

#[test]
fn a_motion_waits_until_it_is_voted_on_or_withdrawn() {
    let mut rehearsal = given(&with(
        NINE,
        &["16:45 file A1 3 amendment faction-1 m2 office", "16:46 file A2 3 procedure m3"],
    ));
    let pending = |rehearsal: &Rehearsal| -> Vec<_> {
        let item = rehearsal.state.now.item(item()).unwrap();
        item.pending.iter().map(|(id, _)| *id).collect()
    };
    assert_eq!(pending(&rehearsal), [motion("A1"), motion("A2")]);
    enter(&mut rehearsal, "16:50 vote 3 motion A2 3/6/0 no").unwrap();
    assert_eq!(pending(&rehearsal), [motion("A1")]);
    let settled = Rejection::MotionSettled { motion: motion("A2") };
    assert_eq!(enter(&mut rehearsal, "16:51 withdraw A2"), Err(settled));
    enter(&mut rehearsal, "16:52 withdraw A1").unwrap();
    assert_eq!(pending(&rehearsal), []);
    let withdrawn = Rejection::MotionWithdrawn { motion: motion("A1") };
    assert_eq!(enter(&mut rehearsal, "16:53 withdraw A1"), Err(withdrawn.clone()));
    assert_eq!(enter(&mut rehearsal, "16:53 vote 3 motion A1 all yes"), Err(withdrawn));
    let state = |rehearsal: &Rehearsal, key| rehearsal.state.now.motion(motion(key)).cloned();
    assert_eq!(state(&rehearsal, "A2").unwrap().vote, Some(vote("a5")));
    assert_eq!(state(&rehearsal, "A1").unwrap().withdrawn, Some(Committee::at("16:52")));
    // The vote is taken back: the motion waits again.
    enter(&mut rehearsal, "17:00 undo a5").unwrap();
    assert_eq!(pending(&rehearsal), [motion("A2")]);
    assert!(state(&rehearsal, "A2").unwrap().pending());
    // The withdrawal is taken back: so does the other one.
    enter(&mut rehearsal, "17:01 undo a6").unwrap();
    assert_eq!(pending(&rehearsal), [motion("A1"), motion("A2")]);
}

#[test]
fn motions_name_what_there_is() {
    let known = Rejection::MotionKnown { motion: motion("A1") };
    let acts = with(NINE, &["16:45 file A1 3 amendment m2"]);
    for (line, why) in [
        ("16:50 file A1 4 amendment m2", known),
        ("16:50 file A2 9 amendment m2", Rejection::UnknownItem { item: Committee::item("9") }),
        ("16:50 file A2 3 amendment x9", Rejection::UnknownPerson { person: person("x9") }),
        ("16:50 file A2 3 amendment faction-9", Rejection::UnknownOrganization),
        ("16:50 withdraw A2", Rejection::UnknownMotion { motion: motion("A2") }),
        ("16:50 vote 3 motion A2 all yes", Rejection::UnknownMotion { motion: motion("A2") }),
        (
            "16:50 vote 4 motion A1 all yes",
            Rejection::MotionElsewhere { motion: motion("A1"), item: item() },
        ),
        ("16:50 vote 3 part - all yes", Rejection::TextMissing),
        ("16:50 vote 3 biased x9 all yes", Rejection::UnknownPerson { person: person("x9") }),
        // It was made at 16:45.
        ("16:44 withdraw A1", Rejection::UnknownMotion { motion: motion("A1") }),
    ] {
        check(&acts, line, Err(why));
    }
    let (at, mut command) = act("16:50 vote 3 all yes");
    if let Command::RecordVote { matter, .. } = &mut command {
        *matter = Matter::Round(ElectionId::from_key("w1"));
    }
    assert_eq!(given(NINE).act(at, &command), Err(Rejection::RoundIsNoVote));
}

#[test]
fn a_late_entry_cannot_make_a_motion_voted_on_and_withdrawn() {
    for (acts, late, kind) in [
        (
            ["16:45 file A1 3 amendment m2", "16:50 vote 3 motion A1 all yes"],
            "16:47 withdraw A1",
            "VoteClosed",
        ),
        (
            ["16:45 file A1 3 amendment m2", "16:50 withdraw A1"],
            "16:47 vote 3 motion A1 all yes",
            "MotionWithdrawn",
        ),
        (
            ["16:45 file A1 3 amendment m2", "16:50 withdraw A1"],
            "16:47 withdraw A1",
            "MotionWithdrawn",
        ),
    ] {
        let refused = enter(&mut given(&with(NINE, &acts)), late);
        assert!(
            matches!(refused, Err(Rejection::Contradicts { kind: named, .. }) if named == kind),
            "{late}: {refused:?}"
        );
    }
    // Nor does a correction take the motion away under the vote.
    let acts = ["16:45 file A1 3 amendment m2", "16:50 vote 3 motion A1 all yes"];
    let mut rehearsal = given(&with(NINE, &acts));
    let refused = enter(&mut rehearsal, "17:00 undo a3");
    assert!(matches!(refused, Err(Rejection::Contradicts { kind: "VoteClosed", .. })));
}

#[test]
fn only_votes_on_the_item_or_a_part_of_it_give_it_a_result() {
    for (line, result) in [
        ("17:00 vote 3 all yes", true),
        ("17:00 vote 3 part 2 all yes", true),
        ("17:00 vote 3 motion A1 all yes", false),
        ("17:00 vote 3 procedure all yes", false),
        ("17:00 vote 3 biased m2 all no", false),
    ] {
        let mut rehearsal = given(&with(NINE, &["16:45 file A1 3 procedure m2"]));
        enter(&mut rehearsal, line).unwrap();
        let missing = hints(&mut rehearsal, "17:10 close 3").contains(&ReasonCode::OutcomeMissing);
        assert_eq!(missing, !result, "{line}");
        let given = rehearsal.state.now.votes.iter().filter(|vote| vote.gives_result()).count();
        assert_eq!(given == 1, result, "{line}");
    }
}

#[test]
fn what_goes_first_is_said_when_something_else_is_voted_on() {
    let all = [
        "16:45 file A1 3 procedure m2",
        "16:46 file A2 3 amendment m3",
        "16:47 file A3 3 other m4",
    ];
    for (line, told) in [
        ("17:00 vote 3 all yes", true),
        ("17:00 vote 3 part 2 all yes", true),
        ("17:00 vote 3 motion A3 all yes", true),
        ("17:00 vote 3 motion A2 all yes", true),
        ("17:00 vote 3 motion A1 all yes", false),
        ("17:00 vote 3 procedure all yes", false),
        ("17:00 vote 4 all yes", false),
    ] {
        let mut rehearsal = given(&with(NINE, &all));
        let codes = hints(&mut rehearsal, line);
        assert_eq!(codes.contains(&ReasonCode::MotionsPending), told, "{line}");
    }
    let mut rehearsal = given(&with(NINE, &all));
    enter(&mut rehearsal, "16:48 file A4 3 supplement m3").unwrap();
    let decision = enter(&mut rehearsal, "17:00 vote 3 all yes").unwrap();
    assert_eq!(
        texts(&decision, ReasonCode::MotionsPending),
        [
            "Zu TOP 3 ist noch nicht abgestimmt über 1 Antrag zur Geschäftsordnung und 2 Änderungs- oder Ergänzungsanträge; darüber wird vorher abgestimmt, zuerst über Anträge zur Geschäftsordnung, dann über den weitestgehenden Änderungsantrag (Geschäftsordnung)."
        ]
    );
    let decision = enter(&mut rehearsal, "17:05 close 3").unwrap();
    assert_eq!(
        texts(&decision, ReasonCode::MotionsPending),
        [
            "Zu TOP 3 ist weder abgestimmt noch eine Rücknahme eingetragen: 1 Antrag zur Geschäftsordnung, 2 Änderungs- oder Ergänzungsanträge und 1 Sachantrag."
        ]
    );
    let codes = hints(&mut rehearsal, "18:00 end");
    assert!(codes.contains(&ReasonCode::MotionsPending));
}

#[test]
fn a_motion_that_is_voted_on_twice_is_recorded_with_a_hint_unless_it_is_a_repetition() {
    let acts = with(NINE, &["16:45 file A1 3 amendment m2", "16:50 vote 3 motion A1 5/4/0 yes"]);
    assert_eq!(
        hints(&mut given(&acts), "16:55 vote 3 motion A1 4/5/0 no"),
        [ReasonCode::MotionSettled]
    );
    let mut rehearsal = given(&acts);
    assert_eq!(hints(&mut rehearsal, "16:55 vote 3 motion A1 again a4 4/5/0 no"), []);
    assert_eq!(rehearsal.state.now.motion(motion("A1")).unwrap().vote, Some(vote("a5")));
}

#[test]
fn a_repetition_takes_the_place_of_a_vote_that_stays_in_sight() {
    let mut rehearsal =
        given(&with(NINE, &["17:00 vote 3 5/4/0 yes", "17:02 vote 3 again a3 4/5/0 no"]));
    let results = |rehearsal: &Rehearsal| -> Vec<bool> {
        rehearsal.state.now.votes.iter().map(crate::session::state::Vote::gives_result).collect()
    };
    assert_eq!(results(&rehearsal), [false, true]);
    assert_eq!(rehearsal.state.now.votes[0].repeated_by, Some(vote("a4")));
    for (line, why) in [
        ("17:05 vote 3 again a3 5/4/0 yes", Rejection::VoteRepeated { vote: vote("a3") }),
        ("17:05 vote 4 again a4 5/4/0 yes", Rejection::RepetitionDiffers { vote: vote("a4") }),
        ("17:05 vote 3 part 1 again a4 all yes", Rejection::RepetitionDiffers { vote: vote("a4") }),
        ("17:05 vote 3 again a1 5/4/0 yes", Rejection::UnknownVote { vote: vote("a1") }),
        // At that time it had not been taken.
        ("16:59 vote 3 again a3 5/4/0 yes", Rejection::UnknownVote { vote: vote("a3") }),
    ] {
        assert_eq!(enter(&mut rehearsal.clone(), line), Err(why), "{line}");
    }
    let late = enter(&mut rehearsal.clone(), "17:01 vote 3 again a3 6/3/0 yes");
    assert!(matches!(late, Err(Rejection::Contradicts { kind: "VoteClosed", .. })), "{late:?}");
    // A third counting; then both are taken back, and the first one stands alone.
    enter(&mut rehearsal, "17:05 vote 3 again a4 5/4/0 yes").unwrap();
    assert_eq!(results(&rehearsal), [false, false, true]);
    enter(&mut rehearsal, "17:10 undo a5").unwrap();
    assert_eq!(results(&rehearsal), [false, true]);
    enter(&mut rehearsal, "17:11 undo a4").unwrap();
    assert_eq!(results(&rehearsal), [true]);
}

#[test]
fn a_corrected_vote_stays_the_one_that_was_repeated() {
    let mut rehearsal =
        given(&with(NINE, &["17:00 vote 3 5/4/0 yes", "17:02 vote 3 again a3 4/5/0 no"]));
    // Corrected twice; the repetition itself as well, by a name that is long gone.
    for line in [
        "17:00 correct a3 : vote 3 6/3/0 yes",
        "16:59 correct a5 : vote 3 7/2/0 yes",
        "17:02 correct a4 : vote 3 again a3 3/6/0 no",
    ] {
        assert_eq!(hints(&mut rehearsal, line), [], "{line}");
        let results = rehearsal.state.now.votes.iter().map(Vote::gives_result);
        assert!(results.eq([false, true]), "{line}");
    }
    let now = &rehearsal.state.now;
    assert_eq!(now.vote(vote("a3")).unwrap().id, vote("a6"));
    assert_eq!(now.vote(vote("a5")).unwrap().repeated_by, Some(vote("a7")));
    // A vote that was corrected is repeated under any of its names.
    for name in ["a3", "a5", "a6"] {
        let repeated = Rejection::VoteRepeated { vote: vote(name) };
        let line = format!("17:05 vote 3 again {name} all yes");
        assert_eq!(enter(&mut rehearsal.clone(), &line), Err(repeated));
    }
    enter(&mut rehearsal, "17:05 vote 3 again a4 all yes").unwrap();
    assert!(rehearsal.state.now.votes.iter().map(Vote::gives_result).eq([false, false, true]));
    assert!(!hints(&mut rehearsal, "18:00 end").contains(&ReasonCode::RepetitionLost));
}

/// What a correction says of a vote that a later entry had marked is not said of the new one.
#[test]
fn a_corrected_vote_has_its_own_basis() {
    let mut rehearsal = given(&with(NINE, &["17:00 vote 3 5/4/0 yes"]));
    assert!(hints(&mut rehearsal, "16:58 leave m5").contains(&ReasonCode::BasisUnsettled));
    enter(&mut rehearsal, "17:00 correct a3 : vote 3 5/3/0 yes").unwrap();
    let kept = rehearsal.state.now.vote(vote("a3")).unwrap();
    assert_eq!((kept.basis.votes(), kept.changed.as_ref()), (8, None));
}

#[test]
fn a_vote_that_became_another_one_or_a_later_one_is_repeated_no_more() {
    let mut rehearsal =
        given(&with(NINE, &["17:00 vote 3 5/4/0 yes", "17:02 vote 3 again a3 4/5/0 no"]));
    let later = hints(&mut rehearsal.clone(), "17:05 correct a3 : vote 3 6/3/0 yes");
    assert_eq!(later, [ReasonCode::RepetitionLost]);
    let codes = hints(&mut rehearsal, "17:00 correct a3 : vote 3 part 1 6/3/0 yes");
    assert_eq!(codes, [ReasonCode::RepetitionLost]);
    // Both give a result now; until the repetition is corrected the end of the session says so.
    let lost = |rehearsal: &Rehearsal| {
        hints(&mut rehearsal.clone(), "18:00 end").contains(&ReasonCode::RepetitionLost)
    };
    assert!(lost(&rehearsal));
    enter(&mut rehearsal, "17:02 correct a4 : vote 3 part 1 again a5 4/5/0 no").unwrap();
    assert!(!lost(&rehearsal));
    let results = rehearsal.state.now.votes.iter().map(Vote::gives_result);
    assert!(results.eq([false, true]));
}

#[test]
fn a_motion_is_not_filed_anew_behind_the_vote_on_it() {
    let acts = ["16:50 file A1 3 amendment m3", "17:00 vote 3 motion A1 5/4/0 yes"];
    let mut rehearsal = given(&with(NINE, &acts));
    let behind = |result: Result<Decision, Rejection>| {
        assert!(matches!(result, Err(Rejection::Contradicts { kind: "VoteClosed", .. })));
    };
    behind(enter(&mut rehearsal, "17:05 correct a3 : file A1 3 amendment m4"));
    enter(&mut rehearsal, "16:51 correct a3 : file A1 3 amendment m4").unwrap();
    behind(enter(&mut rehearsal, "17:10 undo a5"));
    assert!(!rehearsal.state.now.motion(motion("A1")).unwrap().pending());
}

#[test]
fn a_faction_with_more_votes_than_members_at_the_table_is_a_hint() {
    // Seats 3, 12 belong to faction 1; 1, 4, 10, 13 to faction 2; 2, 5, 11 to faction 3.
    for (tally, told) in [
        ("factions 5/3/1 = 2/0/0 3/1/0 0/2/1 yes", false),
        ("factions 5/3/1 = 3/0/0 2/1/0 0/2/1 yes", true),
        ("factions 5/3/0 = 2/0/0 3/1/0 0/2/0 yes", false),
    ] {
        let codes = hints(&mut given(NINE), &format!("17:00 vote 3 {tally}"));
        assert_eq!(codes.contains(&ReasonCode::FactionTooMany), told, "{tally}");
    }
    // A substitute votes with the faction of the seat.
    let mut rehearsal =
        given(&["15:00 seat 3 v3", "16:32 open m1 m2 v3 m4 m5 m10-m13", "16:40 call 3"]);
    let codes = hints(&mut rehearsal, "17:00 vote 3 factions 5/3/1 = 2/0/0 3/1/0 0/2/1 yes");
    assert!(!codes.contains(&ReasonCode::FactionTooMany));
}
