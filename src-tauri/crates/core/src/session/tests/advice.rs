//! What comes back as a hint: nothing of it is refused.

use super::{enter, given, hints};
use crate::membership::Status;
use crate::rules::ReasonCode;
use crate::rules::profile::RuleProfile;
use crate::session::command::Command;
use crate::session::preview;
use crate::testing::{Committee, Rehearsal};
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

/// The sentences of one code that an act brings.
fn said(rehearsal: &mut Rehearsal, line: &str, code: ReasonCode) -> Vec<String> {
    let decision = enter(rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    decision.hints.into_iter().filter(|hint| hint.code == code).map(|hint| hint.text).collect()
}

#[test]
fn a_changed_basis_says_which_vote_how_and_what_to_do() {
    use ReasonCode::{BasisRestored, BasisUnsettled};
    let mut rehearsal =
        given(&[OPEN, "16:40 call 3", "17:00 vote 3 all yes", "17:05 vote 4 all yes"]);
    let number = |top, how| {
        alloc::format!(
            "Wer bei der Abstimmung zu TOP {top} stimmberechtigt anwesend war, hat sich geändert (Zahl: {how}). Bitte bestätigen Sie die Abstimmung oder berichtigen Sie sie."
        )
    };
    assert_eq!(
        said(&mut rehearsal, "16:50 leave m4", BasisUnsettled),
        [number("3", "vorher 12, jetzt 11"), number("4", "vorher 12, jetzt 11")]
    );
    let mut back = given(&[OPEN, "16:40 call 3", "17:00 vote 3 all yes"]);
    for line in ["16:50 leave m4", "16:51 leave m5", "17:05 undo a4"] {
        enter(&mut back, line).unwrap();
    }
    let restored = said(&mut back, "17:05 undo a5", BasisRestored);
    assert_eq!(
        restored,
        [
            "Wer bei der Abstimmung zu TOP 3 stimmberechtigt anwesend war, ist wieder wie festgehalten (Zahl: vorher 11, jetzt 12)."
        ]
    );
    let mut other = given(&[OPEN, "16:45 arrive m13", "17:00 vote 3 all yes"]);
    let changed = said(&mut other, "16:45 correct a2 : arrive m14", BasisUnsettled);
    assert_eq!(changed, [number("3", "vorher 13, jetzt 13, aber andere Personen")]);
    let mut barred = given(&[OPEN, "17:00 vote 3 all yes"]);
    let same = "vorher 12, jetzt 12; wegen Befangenheit sind andere ausgeschlossen";
    let more = said(&mut barred, "16:42 recuse m13 3", BasisUnsettled);
    assert_eq!(more, [number("3", same)]);
}

#[test]
fn each_test_that_turns_false_is_told_with_the_legal_state_first() {
    use ReasonCode::{CompositionFails, CompositionHolds, QuorumLine, SizeMissed, SizeReached};
    let nine: &[&str] = &["16:32 open m1-m5 m10-m13"];
    let fewer: &[&str] = &["16:32 open m1-m5 m10-m13", "16:50 leave m13"];
    let fewest: &[&str] = &["16:32 open m1-m5 m10-m13", "16:50 leave m13", "16:51 leave m5"];
    let even: &[&str] = &["16:32 open m1-m5 m10-m14", "16:50 leave m5"];
    for (acts, line, expected) in [
        (&["16:32 open m1-m6 m10-m13"][..], "17:00 leave m13", &[][..]),
        (nine, "17:00 leave m13", &[QuorumLine, SizeMissed, CompositionHolds]),
        (fewer, "17:00 leave m5", &[]),
        // Not quorate before, but now for the second reason too.
        (fewest, "17:00 leave m4", &[QuorumLine, SizeMissed, CompositionFails]),
        (even, "17:00 leave m4", &[QuorumLine, SizeMissed, CompositionFails]),
        (
            &["16:32 open m1-m6 m10-m14"],
            "17:00 leave m6",
            &[QuorumLine, SizeReached, CompositionFails],
        ),
        (&[], "16:32 open m1-m4 m10-m13", &[QuorumLine, SizeMissed, CompositionFails]),
    ] {
        assert_eq!(hints(&mut given(acts), line), expected, "{acts:?} {line}");
    }
    for (acts, line, expected) in [
        (
            nine,
            "17:00 leave m13",
            "rechnerisch nicht beschlussfähig; gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist (§ 41 Abs. 5 KrO NRW)",
        ),
        (
            &["16:32 open m1-m5 m10-m13", "16:40 lack"],
            "17:00 leave m13",
            "rechnerisch nicht beschlussfähig; Beschlussunfähigkeit vom Vorsitz festgestellt",
        ),
        (
            nine,
            "17:00 lack",
            "rechnerisch beschlussfähig; Beschlussunfähigkeit vom Vorsitz festgestellt",
        ),
    ] {
        let decision = enter(&mut given(acts), line).unwrap();
        assert_eq!(decision.hints[0].code, QuorumLine);
        assert_eq!(decision.hints[0].text, expected);
    }
}

/// Prepares a session of master data and a profile that a test has changed.
fn prepared(
    change: impl Fn(&mut Rehearsal),
    plan: impl Fn(&mut crate::meeting::MeetingPlan),
) -> Vec<(ReasonCode, String)> {
    let committee = Committee::new(17);
    let mut own = committee.plan();
    plan(&mut own);
    let mut rehearsal = Rehearsal::unprepared(committee);
    change(&mut rehearsal);
    let prepare = Command::PrepareMeeting { plan: own };
    let decision = rehearsal.act(Committee::at("09:00"), &prepare).unwrap();
    decision.hints.into_iter().map(|hint| (hint.code, hint.text)).collect()
}

fn membership(rehearsal: &mut Rehearsal, key: &str, status: Status) {
    let person = Committee::person(key);
    let all = rehearsal.directory.memberships.values_mut();
    all.filter(|one| one.person == person).for_each(|one| one.status = status);
}

/// law.md 1.1: in each committee expert citizens have to be fewer than members of the assembly.
#[test]
fn a_committee_with_too_many_expert_citizens_is_named_at_the_preparation() {
    let hints = |rehearsal: &dyn Fn(&mut Rehearsal)| prepared(rehearsal, |_| {});
    assert_eq!(hints(&|_| {}), [], "9 and 8");
    let too_many = hints(&|rehearsal| membership(rehearsal, "m3", Status::SB));
    let text = "Dem Gremium gehören 8 Kreistagsmitglieder und 9 sachkundige Bürgerinnen und Bürger mit Stimmrecht an; deren Zahl muss geringer sein (§ 41 Abs. 5 KrO NRW). Bitte prüfen Sie die Besetzung.";
    assert_eq!(too_many, [(ReasonCode::CompositionUnlawful, String::from(text))]);
    // As many are too many, too; a law without such a rule does not ask.
    let codes = |change: &dyn Fn(&mut Rehearsal)| -> Vec<ReasonCode> {
        hints(change).into_iter().map(|(code, _)| code).collect()
    };
    let equal = codes(&|rehearsal| membership(rehearsal, "m3", Status::SE));
    assert_eq!(equal, [ReasonCode::MemberWithoutVote, ReasonCode::CompositionUnlawful]);
    let elsewhere = codes(&|rehearsal| {
        membership(rehearsal, "m3", Status::SB);
        rehearsal.profiles[0].quorum.composition = None;
    });
    assert_eq!(elsewhere, []);
}

#[test]
fn a_member_without_a_vote_on_a_voting_seat_is_named_at_the_preparation() {
    let text = |seat, status| {
        let text = alloc::format!(
            "Sitz {seat} ist ein stimmberechtigter Sitz, sein Mitglied hat nach seinem Status{status} in diesem Gremium aber kein Stimmrecht; der Sitz bleibt Teil der Gesamtzahl, das Mitglied zählt nicht mit."
        );
        (ReasonCode::MemberWithoutVote, text)
    };
    for (members, expected) in [
        (&[][..], [].into()),
        (&[("m12", Status::HVB)], Vec::from([text(12, " (HVB)")])),
        (&[("m12", Status::Official), ("m2", Status::SE)], [text(2, " (SE)"), text(12, "")].into()),
        // An expert citizen votes in a committee, and a member of the assembly on any seat.
        (&[("m12", Status::KA), ("m3", Status::SB)], [].into()),
    ] {
        let hints = prepared(
            |rehearsal| members.iter().for_each(|(key, own)| membership(rehearsal, key, *own)),
            |_| {},
        );
        assert_eq!(hints, expected, "{members:?}");
    }
    // In the assembly an expert citizen has no vote.
    let assembly = |rehearsal: &mut Rehearsal| {
        rehearsal.profiles[0].voting_statuses = [Status::KA, Status::HVB].into();
    };
    assert_eq!(prepared(assembly, |_| {}).len(), 8);
    let mut rehearsal = Rehearsal::unprepared(Committee::new(17));
    membership(&mut rehearsal, "m3", Status::HVB);
    let plan = rehearsal.committee.plan();
    rehearsal.act(Committee::at("09:00"), &Command::PrepareMeeting { plan }).unwrap();
    enter(&mut rehearsal, "16:32 open m1-m9 m10-m12").unwrap();
    let basis = rehearsal.state.now.basis(&rehearsal.profiles[0], None);
    assert_eq!((basis.quorum.base, basis.votes()), (17, 11), "part of the base, not counted");
}

#[test]
fn a_number_that_stands_twice_on_the_agenda_is_named() {
    let twice = |number| {
        let text =
            alloc::format!("Die Nummer TOP {number} steht mehr als einmal auf der Tagesordnung.");
        (ReasonCode::NumberTwice, text)
    };
    let hints = prepared(
        |_| {},
        |plan| {
            for index in [5, 9, 10] {
                plan.agenda[index].number = String::from("2");
            }
        },
    );
    assert_eq!(hints, [twice("2")]);
    let mut rehearsal = given(&[OPEN]);
    let (at, mut command) = super::act("17:00 add 6 note eilt");
    if let Command::AddItem { item, .. } = &mut command {
        item.number = String::from("3 ");
    }
    let decision = rehearsal.act(at, &command).unwrap();
    assert_eq!(
        decision.hints.into_iter().map(|one| (one.code, one.text)).collect::<Vec<_>>(),
        [twice("3")]
    );
    assert_eq!(super::hints(&mut rehearsal, "17:01 add 7 note eilt"), [], "only its own number");
}

#[test]
fn an_item_added_in_the_session_needs_a_reason() {
    let urgency = ReasonCode::UrgencyMissing;
    for (acts, line, expected) in [
        (&[OPEN][..], "17:00 add 6", &[urgency][..]),
        (&[OPEN], "17:00 add 4.3", &[urgency]),
        (&[OPEN], "17:00 add 6 note duldet keinen Aufschub", &[]),
        // Before the opening the agenda is the office's.
        (&[], "15:00 add 6", &[]),
    ] {
        assert_eq!(hints(&mut given(acts), line), expected, "{line}");
    }
    // What makes it admissible is said only where a paragraph was seen.
    for (statute, why) in [
        (
            "§ 33 Abs. 1 KrO NRW",
            ": Sie ist nur zulässig, wenn die Sache keinen Aufschub duldet oder von äußerster Dringlichkeit ist (§ 33 Abs. 1 KrO NRW).",
        ),
        ("", "; bitte prüfen Sie, ob sie zulässig ist."),
    ] {
        let mut rehearsal = given(&[OPEN]);
        rehearsal.profiles[0].urgency_statute = String::from(statute);
        let expected = alloc::format!(
            "Für die Erweiterung der Tagesordnung um TOP 6 ist keine Begründung vermerkt{why}"
        );
        assert_eq!(said(&mut rehearsal, "17:00 add 6", urgency), [expected]);
    }
}

#[test]
fn an_item_belongs_to_its_part_and_is_called_before_it_is_decided() {
    use ReasonCode::{ItemNotCalled, PartDiffers};
    let second: &[&str] = &[OPEN, "17:00 part nonpublic"];
    for (acts, line, expected) in [
        (&[OPEN][..], "17:00 call n1", &[PartDiffers][..]),
        (&[OPEN], "17:00 call 3", &[]),
        (second, "17:10 call n1", &[]),
        (second, "17:10 call 3", &[PartDiffers]),
        (&[OPEN, "16:40 call 3", "17:00 part nonpublic"], "17:10 vote 3 all yes", &[PartDiffers]),
        // A late entry is looked at where it stands.
        (second, "16:50 call 3", &[]),
        (&[OPEN], "17:00 vote 3 all yes", &[ItemNotCalled]),
        (&[OPEN], "17:00 outcome 3 noted", &[ItemNotCalled]),
        (&[OPEN], "17:00 vote n1 all yes", &[ItemNotCalled, PartDiffers]),
        (&[OPEN, "16:40 call 3", "16:41 close 3"], "17:00 outcome 3 noted", &[]),
        (&[OPEN, "16:40 call 4"], "17:00 vote 4.1 all yes", &[]),
        (&[OPEN, "16:40 call 4.1"], "17:00 vote 4 all yes", &[ItemNotCalled]),
        (&[OPEN, "17:10 call 3"], "17:00 outcome 3 noted", &[ItemNotCalled]),
    ] {
        assert_eq!(hints(&mut given(acts), line), expected, "{acts:?} {line}");
    }
    assert_eq!(
        said(&mut given(second), "17:10 call 3", PartDiffers),
        [
            "TOP 3 gehört zum öffentlichen Teil, die Sitzung befindet sich aber im nichtöffentlichen Teil."
        ]
    );
    assert_eq!(
        said(&mut given(&[OPEN]), "17:10 vote n1 all yes", ItemNotCalled),
        ["TOP N 1 ist bis dahin nicht aufgerufen."]
    );
}

#[test]
fn substitutes_are_judged_with_the_paragraphs_of_their_profile() {
    use ReasonCode::{SubstituteExcused, SubstituteStatus, SubstitutionOrder, Vacant};
    let none = |profile: &mut RuleProfile| {
        profile.substitution_statute.clear();
        profile.quorum.composition = None;
    };
    let as_it_is = |_: &mut RuleProfile| {};
    let prevented: &[&str] = &["15:00 excuse v5", "15:00 excuse l1"];
    for (acts, line, change, code, expected) in [
        (
            &[][..],
            "15:10 seat 5 l1",
            &as_it_is as &dyn Fn(&mut RuleProfile),
            SubstitutionOrder,
            "In der festgelegten Reihenfolge geht eine andere Vertretung vor (§ 41 Abs. 3 S. 2 KrO NRW).",
        ),
        (
            &[],
            "15:10 seat 5 l1",
            &none,
            SubstitutionOrder,
            "In der festgelegten Reihenfolge geht eine andere Vertretung vor.",
        ),
        (
            &[],
            "15:10 seat 5 v6",
            &as_it_is,
            SubstitutionOrder,
            "Die Vertretung ist für diesen Sitz nicht bestellt.",
        ),
        (
            &["15:00 excuse v5"],
            "15:10 seat 5 v5",
            &as_it_is,
            SubstituteExcused,
            "Die Vertretung ist als entschuldigt eingetragen und nimmt jetzt doch teil; bitte prüfen.",
        ),
        (
            prevented,
            "15:10 seat 5 l2",
            &as_it_is,
            SubstituteStatus,
            "Die Vertretung zählt nach ihrem eigenen Status, nicht nach dem des vertretenen Mitglieds (§ 41 Abs. 5 KrO NRW).",
        ),
        (
            prevented,
            "15:10 seat 5 l2",
            &none,
            SubstituteStatus,
            "Die Vertretung zählt nach ihrem eigenen Status, nicht nach dem des vertretenen Mitglieds.",
        ),
        (
            &[],
            "15:10 seat 5 l3",
            &as_it_is,
            SubstituteStatus,
            "Die Vertretung hat in diesem Gremium kein Stimmrecht; der Sitz zählt nicht mit.",
        ),
    ] {
        let mut rehearsal = given(acts);
        change(&mut rehearsal.profiles[0]);
        assert_eq!(said(&mut rehearsal, line, code), [expected], "{line}");
    }
    let mut vacant = super::given_in(Committee::new(17).vacant(5), &[]);
    assert_eq!(
        said(&mut vacant, "15:00 seat 5 v5", Vacant),
        ["Der Sitz ist nicht besetzt; vertreten wird hier kein Mitglied."]
    );
}

/// Twelve votes of eleven, one of them biased: the same numbers say the same, however they came.
#[test]
fn abstentions_that_were_said_count_as_those_that_were_counted() {
    for tally in ["6/5/1", "said 6 5 1"] {
        let mut rehearsal = given(&[OPEN, "16:40 call 3", "16:41 recuse m2 3"]);
        let line = alloc::format!("17:00 vote 3 {tally} yes note so bekannt gegeben");
        let [told] = said(&mut rehearsal, &line, ReasonCode::Decisive).try_into().unwrap();
        assert!(told.contains("ungünstigstenfalls 5:5"), "{told}");
        // It is said as long as it is so, not at the entry alone.
        let vote = rehearsal.state.now.votes.last().unwrap();
        let doubt = preview::doubt(&rehearsal.state.now, &rehearsal.profiles[0], vote);
        assert_eq!(doubt.map(|one| one.text), Some(told));
    }
}

/// A round hangs on votes as a vote does; nobody knows for whom they were.
#[test]
fn a_round_with_votes_in_question_is_weighed() {
    use ReasonCode::{Decisive, NotDecisive};
    let one = "diese Stimme";
    for (acts, line, code, told) in [
        (
            &["16:50 round a3 m2:6 m3:5 abstain:1"][..],
            "16:45 leave m12",
            Decisive,
            "Ohne diese Stimme kann der Wahlgang anders ausgehen; sie war möglicherweise entscheidend.",
        ),
        (&["16:50 round a3 m2:9 m3:3"], "16:45 leave m12", NotDecisive, one),
        (
            &["16:50 round a3 m2:6 m3:5 abstain:1"],
            "16:45 recuse m11 3",
            Decisive,
            "sie war möglicherweise entscheidend (§ 28 Abs. 2 KrO NRW i. V. m. § 31 Abs. 6 GO NRW).",
        ),
        (
            &["16:46 recuse m11 3"],
            "16:50 round a3 m2:6 m3:5 abstain:1 note mitgewählt",
            Decisive,
            "möglicherweise entscheidend",
        ),
        (&["16:46 recuse m11 3"], "16:50 round a3 m2:9 m3:3 note mitgewählt", NotDecisive, one),
    ] {
        let opened = ["16:32 open m1-m9 m10-m12", "16:40 call 3", "16:44 elect 3 ballot m2 m3"];
        let mut rehearsal = given(&[&opened[..], acts].concat());
        let lines = said(&mut rehearsal, line, code);
        let [found] = lines.as_slice() else { panic!("{line}: {lines:?}") };
        assert!(found.contains(told), "{line}: {found}");
        let vote = rehearsal.state.now.votes.last().unwrap();
        let doubt = preview::doubt(&rehearsal.state.now, &rehearsal.profiles[0], vote);
        assert_eq!(doubt.as_ref().map(|one| &one.text), Some(found));
        // What the numbers give stands as it was announced.
        let election = rehearsal.state.now.elections.last().unwrap();
        assert!(election.elected().is_some());
    }
    // Nobody without a vote was there: who cast the vote too many is not known.
    let mut rehearsal = given(&[OPEN, "16:40 call 3", "16:44 elect 3 ballot m2 m3"]);
    let line = "16:50 round a3 m2:8 m3:5 note so bekannt gegeben";
    assert_eq!(said(&mut rehearsal, line, Decisive), Vec::<String>::new());
}

/// The head of the administration is one person.
#[test]
fn two_seats_of_the_head_of_the_administration_are_a_hint() {
    for (heads, expected) in [(0, 0), (1, 0), (2, 1)] {
        let mut rehearsal = Rehearsal::unprepared(Committee::new(9));
        rehearsal.profiles[0].voting_statuses.push(Status::HVB);
        let persons: Vec<_> = ["m1", "m2"].into_iter().take(heads).map(Committee::person).collect();
        for one in rehearsal.directory.memberships.values_mut() {
            if persons.contains(&one.person) {
                one.status = Status::HVB;
            }
        }
        let plan = rehearsal.committee.plan();
        let command = Command::PrepareMeeting { plan };
        let decision = rehearsal.act(Committee::at("16:00"), &command).unwrap();
        let found = decision.hints.iter().filter(|one| one.code == ReasonCode::HeadTwice);
        assert_eq!(found.count(), expected, "{heads}");
    }
}
