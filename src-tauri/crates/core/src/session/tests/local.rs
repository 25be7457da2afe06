//! What a committee has settled otherwise than its profile: chosen by the day, frozen with the
//! preparation, named in every judgement; and its template, frozen with it.

use super::{enter, given_in};
use crate::Moment;
use crate::directory::{MasterRejection, MasterRow};
use crate::meeting::SecondCallPlan;
use crate::rules::local::{LocalFault, LocalRule, SecondCallComposition};
use crate::rules::majority::Count;
use crate::rules::profile::{BlankBallot, Fiction, RuleProfile};
use crate::rules::quorum::LegalState;
use crate::rules::{Reason, ReasonCode};
use crate::session::command::{Announced, Matter, Tally};
use crate::session::{Basis, Command, Event, Rejection};
use crate::template::{CountDetail, Section, Template, TemplateFault};
use crate::testing::{Committee, Rehearsal};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

fn rule(change: impl FnOnce(&mut LocalRule)) -> LocalRule {
    let mut rule =
        LocalRule { reason: String::from("Beschluss vom 03.11.2025"), ..LocalRule::default() };
    change(&mut rule);
    rule
}

fn committee(rules: &[LocalRule]) -> Committee {
    rules.iter().cloned().fold(Committee::new(17), Committee::settled)
}

/// What the next vote freezes.
fn frozen(rehearsal: &mut Rehearsal, line: &str) -> Basis {
    let decision = enter(rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    let basis = decision.events.into_iter().find_map(|new| match new.event {
        Event::VoteOpened { basis, .. } => Some(basis),
        _ => None,
    });
    basis.expect("a vote")
}

fn names_the_rule(basis: &Basis) -> bool {
    basis.quorum.reasons.iter().any(|reason| {
        reason.code == ReasonCode::LocalRule && reason.text.contains("Beschluss vom 03.11.2025")
    })
}

/// One row per effect: the rule, who is there, computed, base. Seats 1 to 9 are KA, 10 to 17 SB.
#[test]
fn each_effect_reaches_what_a_vote_rests_on() {
    let members = rule(|rule| rule.members = Some(15));
    let without = rule(|rule| rule.without_composition = true);
    for (name, rules, present, computed, base) in [
        ("nach Profil", &[][..], "m1-m8", false, 17),
        ("15 Mitglieder", &[members], "m1-m8", true, 15),
        ("nach Profil, mehr SB", &[], "m1-m4 m10-m14", false, 17),
        ("ohne Verhältnis", &[without], "m1-m4 m10-m14", true, 17),
    ] {
        let mut rehearsal = given_in(committee(rules), &[&format!("16:30 open {present}")]);
        let basis = frozen(&mut rehearsal, "16:40 vote 3 all yes");
        assert_eq!((basis.quorum.computed, basis.quorum.base), (computed, base), "{name}");
        assert_eq!(names_the_rule(&basis), !rules.is_empty(), "{name}");
    }
}

#[test]
fn in_a_second_call_the_composition_is_waived_only_where_it_is_settled() {
    let waived = rule(|rule| rule.second_call_composition = Some(SecondCallComposition::Waive));
    for (rules, computed) in [(&[][..], false), (&[waived], true)] {
        let mut rehearsal = Rehearsal::unprepared(committee(rules));
        let mut plan = rehearsal.committee.plan();
        plan.second_call =
            Some(SecondCallPlan { notice: true, items: [Committee::item("3")].into() });
        let at = Moment::parse("2026-11-02T09:00+01:00").unwrap();
        rehearsal.act(at, &Command::PrepareMeeting { plan }).unwrap();
        enter(&mut rehearsal, "16:30 open m1 m10-m12").unwrap();
        assert_eq!(
            frozen(&mut rehearsal, "16:40 vote 3 all yes").quorum.computed,
            computed,
            "{rules:?}"
        );
        // Another item is no second call.
        assert!(!frozen(&mut rehearsal, "16:41 vote 2 all yes").quorum.computed);
    }
}

#[test]
fn a_settled_fiction_gives_the_legal_state_and_the_hint() {
    let none = rule(|rule| rule.fiction = Some(Fiction::None));
    for (rules, state, hint) in [
        (&[][..], LegalState::Deemed, ReasonCode::DeemedQuorate),
        (&[none], LegalState::Computed, ReasonCode::SizeMissed),
    ] {
        let mut rehearsal = given_in(committee(rules), &["16:30 open m1-m3"]);
        let profile = rehearsal.state.now.profile_in(&rehearsal.profiles).unwrap().into_owned();
        assert_eq!(rehearsal.state.now.legal_state(&profile), state);
        let codes = super::hints(&mut rehearsal, "16:40 vote 3 all yes");
        assert!(codes.contains(&hint), "{codes:?}");
    }
}

#[test]
fn the_rule_of_the_day_is_frozen_with_the_preparation() {
    let day = |text: &str| Some(text.parse().unwrap());
    let until = rule(|rule| (rule.members, rule.end_date) = (Some(13), day("2026-11-11")));
    let from = rule(|rule| (rule.members, rule.start_date) = (Some(15), day("2026-11-12")));
    let committee = committee(&[until, from]);
    let mut rehearsal = given_in(committee, &["16:30 open m1-m9", "16:40 vote 3 all yes"]);
    let Event::MeetingPrepared { local_rule, .. } = &rehearsal.state.entries.first().unwrap().event
    else {
        panic!("the preparation comes first")
    };
    assert_eq!(local_rule.as_ref().and_then(|rule| rule.members), Some(15));
    // What is settled later says nothing about this session.
    let organization = rehearsal.directory.organizations.get_mut(&Committee::organization());
    organization.unwrap().local_rules = [rule(|rule| rule.members = Some(3))].into();
    assert_eq!(frozen(&mut rehearsal, "16:50 vote 3 all yes").quorum.base, 15);
    // The same holds for what a late entry makes of a vote.
    let decision = enter(&mut rehearsal, "16:35 leave m9").unwrap();
    let bases: Vec<u16> = decision
        .events
        .iter()
        .filter_map(|new| match &new.event {
            Event::BasisChanged { new, .. } => Some(new.quorum.base),
            _ => None,
        })
        .collect();
    assert_eq!(bases, [15, 15]);
}

#[test]
fn on_a_day_without_a_rule_the_profile_holds() {
    let until = rule(|rule| {
        rule.members = Some(13);
        rule.end_date = Some("2026-11-11".parse().unwrap());
    });
    let mut rehearsal = given_in(committee(&[until]), &["16:30 open m1-m9"]);
    assert_eq!(rehearsal.state.now.local_rule, None);
    let basis = frozen(&mut rehearsal, "16:40 vote 3 all yes");
    assert_eq!((basis.quorum.base, names_the_rule(&basis)), (17, false));
}

#[test]
fn master_data_hold_one_usable_rule_for_each_day() {
    let days = |start: &str, end: &str| {
        rule(|rule| {
            rule.members = Some(15);
            (rule.start_date, rule.end_date) = (start.parse().ok(), end.parse().ok());
        })
    };
    let unfit = |index, why| Err(MasterRejection::LocalRuleUnfit { index, why });
    let empty = rule(|_| {});
    let unprintable =
        rule(|rule| (rule.reason, rule.members) = (String::from("a\u{202E}"), Some(1)));
    for (rules, verdict) in [
        (Vec::new(), Ok(())),
        ([days("", "2025-12-31"), days("2026-01-01", "")].into(), Ok(())),
        ([days("", "2026-01-01"), days("2026-01-01", "")].into(), unfit(1, LocalFault::Overlaps)),
        ([days("", ""), days("2026-01-01", "")].into(), unfit(1, LocalFault::Overlaps)),
        ([days("", "2025-12-31"), empty].into(), unfit(1, LocalFault::Empty)),
        ([unprintable].into(), Err(MasterRejection::NameUnfit { noun: "organization" })),
    ] {
        let directory = Committee::new(17).directory();
        let mut row = directory.organizations[&Committee::organization()].clone();
        row.local_rules = rules;
        assert_eq!(directory.check(&MasterRow::Organization(row.clone())), verdict, "{row:?}");
    }
}

/// By which rule a vote is named: by ballot what a blank ballot is, and only then.
#[test]
fn a_vote_names_what_bears_on_it() {
    let blank = rule(|rule| {
        rule.blank_ballot = Some(BlankBallot::Invalid);
        rule.without_composition = true;
    });
    for (secret, named) in [(true, true), (false, false)] {
        let mut rehearsal =
            given_in(committee(core::slice::from_ref(&blank)), &["16:30 open m1-m9"]);
        let count = Count { yes: 5, no: 4, ..Count::default() };
        let tally = if secret {
            let (handed_out, returned, blank) = (9, 9, 0);
            Tally::Secret { handed_out, returned, count, blank, tellers: Vec::new() }
        } else {
            Tally::Counted { count, by_faction: Vec::new() }
        };
        let command = Command::RecordVote {
            item: Committee::item("3"),
            matter: Matter::Item,
            majority: None,
            repeats: None,
            wording_put: crate::testing::committee::text("Der Ausschuss stimmt zu."),
            tally,
            announced: Announced::Accepted,
            note: None,
        };
        let decision = rehearsal.act(Committee::at("16:40"), &command).unwrap();
        let frozen = decision.events.iter().find_map(|new| match &new.event {
            Event::VoteClosed { result, .. } => Some(&result.hints),
            _ => None,
        });
        let said = |hint: &Reason| hint.code == ReasonCode::LocalRule;
        assert_eq!(frozen.unwrap().iter().any(said), named);
        assert_eq!(decision.hints.iter().any(said), named, "it is said as it is recorded");
    }
}

#[test]
fn a_rule_that_settles_nothing_about_members_leaves_their_number() {
    let profile = crate::testing::profiles::committee();
    for (rule, members) in [
        (rule(|rule| rule.members = Some(15)), 15),
        (rule(|rule| rule.without_composition = true), 17),
    ] {
        assert_eq!(rule.applied_to(&profile).members(17), members);
    }
    assert_eq!(profile.members(17), 17);
}

/// What is settled about the number of members is named where a share of it is asked for.
#[test]
fn the_number_of_members_is_named_only_where_a_share_of_it_decides() {
    use crate::rules::profile::{MajorityBase, MajorityId, Op, QualifiedMajority, Threshold};
    let own = committee(&[rule(|rule| rule.members = Some(16))]);
    let half = Threshold { op: Op::More, num: 1, den: 2 };
    for (threshold, tally, named) in [(Some(half), "9/0/0 yes", true), (None, "9/0/0 yes", false)] {
        let mut rehearsal = given_in(own.clone(), &["16:32 open m1-m9", "16:40 call 3"]);
        rehearsal.profiles[0].vote.qualified.push(QualifiedMajority {
            id: MajorityId(String::from("particular")),
            name: String::from("particular"),
            threshold,
            base: MajorityBase::Statutory,
            unanimous: false,
            moved_by: None,
            without_hvb: String::from("§ 25 Abs. 2 KrO NRW"),
            statute: String::from("§ 25 Abs. 2 KrO NRW"),
        });
        let line = format!("17:00 vote 3 by particular {tally}");
        let decision = enter(&mut rehearsal, &line).unwrap();
        let result = decision.events.iter().find_map(|new| match &new.event {
            Event::VoteClosed { result, .. } => Some(result.clone()),
            _ => None,
        });
        let hints = result.unwrap().hints;
        let said = hints.iter().any(|hint| hint.code == ReasonCode::LocalRule);
        assert_eq!(said, named, "{threshold:?} {hints:?}");
    }
}

/// Law.md 1, general remarks: rules change on fixed days and are chosen by the day of the session.
#[test]
fn the_rules_of_the_day_of_the_session_are_frozen_with_it() {
    let mut rehearsal = Rehearsal::unprepared(Committee::new(17));
    let day = Committee::at("16:30").date();
    let plan = rehearsal.committee.plan();
    let prepare = Command::PrepareMeeting { plan };
    let old = rehearsal.profiles[0].clone();
    let new = RuleProfile { version: old.version + 1, valid_from: Some(day), ..old.clone() };
    let old = RuleProfile { valid_to: day.pred_opt(), ..old };
    rehearsal.profiles = [old.clone()].into();
    assert_eq!(rehearsal.act(Committee::at("16:00"), &prepare), Err(Rejection::NoProfile));
    rehearsal.profiles = [old.clone(), new.clone()].into();
    rehearsal.act(Committee::at("16:00"), &prepare).unwrap();
    assert_eq!(rehearsal.state.now.profile, Some(new.reference()));
    // A version that came later changes nothing for it; its own is never taken out of the program.
    let later = RuleProfile { version: new.version + 1, ..new.clone() };
    rehearsal.profiles = [old.clone(), later, new].into();
    enter(&mut rehearsal, "16:32 open m1-m9").unwrap();
    rehearsal.profiles = [old].into();
    let vote = "17:00 vote 3 6/3/0 yes";
    enter(&mut rehearsal, "16:40 call 3").unwrap();
    assert_eq!(enter(&mut rehearsal, vote).unwrap_err(), Rejection::NoProfile);
}

#[test]
fn the_template_of_the_committee_or_of_its_body_is_frozen_with_the_preparation() {
    let of_body = || Template { count_detail: CountDetail::Words, ..Template::default() };
    let own = || Template { count_detail: CountDetail::Numbers, ..Template::default() };
    for (body, committee, frozen) in [
        (None, None, None),
        (Some(of_body()), None, Some(of_body())),
        (None, Some(own()), Some(own())),
        (Some(of_body()), Some(own()), Some(own())),
    ] {
        let mut rehearsal = Rehearsal::unprepared(Committee::new(9));
        let directory = &mut rehearsal.directory;
        directory.bodies.values_mut().next().unwrap().template = body;
        let row = directory.organizations.get_mut(&Committee::organization()).unwrap();
        row.template = committee;
        let plan = rehearsal.committee.plan();
        let at = Moment::parse("2026-11-02T09:00+01:00").unwrap();
        rehearsal.act(at, &Command::PrepareMeeting { plan }).unwrap();
        let row = rehearsal.directory.organizations.get_mut(&Committee::organization()).unwrap();
        row.template = Some(Template { count_detail: CountDetail::Factions, ..own() });
        enter(&mut rehearsal, "16:30 open m1-m9").unwrap();
        assert_eq!(rehearsal.state.now.template.as_deref(), frozen.as_ref());
    }
}

#[test]
fn a_template_that_cannot_be_used_is_no_row() {
    let directory = Committee::new(9).directory();
    let unfit = Template { order: [Section::Items].into(), ..Template::default() };
    let why = TemplateFault::OrderIncomplete;
    let mut refused = 0;
    for mut row in Committee::new(9).rows() {
        match &mut row {
            MasterRow::Body(row) => row.template = Some(unfit.clone()),
            MasterRow::Organization(row) => row.template = Some(unfit.clone()),
            _ => continue,
        }
        assert_eq!(directory.check(&row), Err(MasterRejection::TemplateUnfit { why }));
        refused += 1;
    }
    assert_eq!(refused, 5);
}
