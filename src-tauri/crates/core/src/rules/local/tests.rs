//! What each local rule changes, and what it says.

use super::*;
use crate::membership::Status;
use crate::rules::quorum::{self, LegalState, SecondCall};
use crate::testing::profiles;

fn rule(change: impl FnOnce(&mut LocalRule)) -> LocalRule {
    let mut rule = LocalRule { reason: String::from("§ 3 Hauptsatzung"), ..LocalRule::default() };
    change(&mut rule);
    rule
}

fn input(seats: u16, ka: u16, sb: u16) -> QuorumInput {
    QuorumInput {
        seats,
        present: [(Status::KA, ka), (Status::SB, sb)].into(),
        ..QuorumInput::default()
    }
}

fn again(input: QuorumInput) -> QuorumInput {
    QuorumInput { second_call: Some(SecondCall { same_item: true, notice: true }), ..input }
}

/// One row per effect: the rule, the numbers, computed without it and with it, the base with it.
#[test]
fn each_effect_has_its_verdict() {
    let members = |members| rule(|rule| rule.members = Some(members));
    let without = || rule(|rule| rule.without_composition = true);
    let share = |op, num, den| rule(|rule| rule.threshold = Some(Threshold { op, num, den }));
    let call = |how| rule(|rule| rule.second_call_composition = Some(how));
    let vacant = QuorumInput { vacant: 2, ..input(17, 8, 0) };
    for (name, rule, input, without_it, with_it, base) in [
        ("15 statt 17, 8 da", members(15), input(17, 8, 0), false, true, 15),
        ("15 statt 17, 7 da", members(15), input(17, 7, 0), false, false, 15),
        ("19 statt 17, 9 da", members(19), input(17, 9, 0), true, false, 19),
        ("zwei Sitze sind weggefallen", members(15), vacant, false, true, 15),
        ("mindestens ein Drittel", share(Op::AtLeast, 1, 3), input(17, 6, 0), false, true, 17),
        ("ein Drittel verfehlt", share(Op::AtLeast, 1, 3), input(17, 5, 0), false, false, 17),
        ("zwei Drittel", share(Op::AtLeast, 2, 3), input(17, 9, 0), true, false, 17),
        ("ohne Verhältnis", without(), input(17, 4, 5), false, true, 17),
        ("ohne Verhältnis, zu wenige", without(), input(17, 4, 4), false, false, 17),
        (
            "zweite Einberufung, verzichtet",
            call(SecondCallComposition::Waive),
            again(input(17, 1, 2)),
            false,
            true,
            17,
        ),
        (
            "erste Einberufung, verzichtet nur in der zweiten",
            call(SecondCallComposition::Waive),
            input(17, 4, 5),
            false,
            false,
            17,
        ),
        (
            "zweite Einberufung, gewahrt",
            call(SecondCallComposition::Keep),
            again(input(17, 1, 2)),
            false,
            false,
            17,
        ),
    ] {
        let profile = profiles::committee();
        let own = rule.applied_to(&profile);
        let (before, after) = (quorum::judge(&profile, &input), quorum::judge(&own, &input));
        assert_eq!((before.computed, after.computed), (without_it, with_it), "{name}");
        assert_eq!(after.base, base, "{name}");
        let named = |result: &quorum::QuorumResult| {
            result.reasons.iter().filter(|reason| reason.code == ReasonCode::LocalRule).count()
        };
        assert_eq!((named(&before), named(&after)), (0, 1), "{name}");
    }
}

#[test]
fn seats_that_fell_away_are_not_vacant_besides() {
    let vacant = QuorumInput { vacant: 3, ..input(17, 9, 0) };
    let own = rule(|rule| rule.members = Some(15)).applied_to(&profiles::committee());
    let result = quorum::judge(&own, &vacant);
    let said = result.reasons.iter().find(|reason| reason.code == ReasonCode::Vacant);
    assert!(said.is_some_and(|reason| reason.text.starts_with("1 Sitz ist nicht besetzt")));
}

#[test]
fn a_settled_dispute_needs_no_decision_any_more() {
    let call = again(input(17, 1, 2));
    let disputed = quorum::judge(&profiles::committee(), &call);
    assert!(disputed.needs_decision.iter().any(|one| one.code == ReasonCode::Disputed));
    for how in [SecondCallComposition::Keep, SecondCallComposition::Waive] {
        let own = rule(|rule| rule.second_call_composition = Some(how));
        let result = quorum::judge(&own.applied_to(&profiles::committee()), &call);
        assert_eq!(result.needs_decision, [], "{how:?}");
    }
}

#[test]
fn whether_a_body_is_deemed_quorate_can_be_settled() {
    for (fiction, state) in [
        (Fiction::None, LegalState::Computed),
        (Fiction::UntilDoubted, LegalState::Deemed),
        (Fiction::Unclear, LegalState::Open),
    ] {
        let own = rule(|rule| rule.fiction = Some(fiction)).applied_to(&profiles::committee());
        assert_eq!(quorum::legal_state(own.quorum.fiction, None, false), state);
        let line = quorum::describe(&own, state, false);
        assert!(!line.contains('§'), "the statute says something else: {line}");
    }
    let same = rule(|rule| rule.fiction = Some(Fiction::UntilDeclared));
    let (own, profile) = (same.applied_to(&profiles::committee()), profiles::committee());
    assert_eq!(own.quorum.fiction_statute, profile.quorum.fiction_statute);
}

#[test]
fn a_rule_is_named_with_its_reason_where_it_bears_on_the_judgement() {
    let rule = rule(|rule| {
        rule.members = Some(15);
        rule.blank_ballot = Some(BlankBallot::Invalid);
        rule.secret_request = Some(Quota::Number(4));
        rule.rollcall_request = Some(Quota::Share(Threshold { op: Op::AtLeast, num: 1, den: 5 }));
    });
    let quorum = "Abweichend vom Regelprofil gilt hier: Maßstab sind 15 Mitglieder. Grund: § 3 Hauptsatzung.";
    for (of, expected) in [
        (Judgement::Quorum, Some(quorum)),
        (Judgement::QualifiedVote, Some(quorum)),
        (
            Judgement::SecretVote,
            Some(
                "Abweichend vom Regelprofil gilt hier: Leere Stimmzettel gelten als ungültig. Grund: § 3 Hauptsatzung.",
            ),
        ),
        (
            Judgement::Request,
            Some(
                "Abweichend vom Regelprofil gilt hier: Maßstab sind 15 Mitglieder. Geheim wird auf Verlangen von 4 Mitgliedern abgestimmt. Namentlich wird auf Verlangen von mindestens 1/5 der Mitglieder abgestimmt. Grund: § 3 Hauptsatzung.",
            ),
        ),
    ] {
        assert_eq!(rule.reason(of).map(|reason| reason.text).as_deref(), expected, "{of:?}");
    }
    let other = LocalRule { members: None, blank_ballot: None, ..rule };
    assert_eq!(other.reason(Judgement::Quorum), None);
    assert_eq!(other.reason(Judgement::Election), None);
}

/// A fifth of the members is the law in North Rhine-Westphalia: another number is not what counts.
#[test]
fn a_quota_that_the_law_gives_is_not_said_to_be_settled_otherwise() {
    let own = rule(|rule| rule.secret_request = Some(Quota::Number(2)));
    let mut profile = profiles::committee();
    let said = |profile: &RuleProfile| own.applied_to(profile).settled(Judgement::Request);
    assert_eq!(said(&profile), None);
    profile.vote.secret_request = None;
    assert!(said(&profile).is_some_and(|reason| reason.text.contains("von 2 Mitgliedern")));
    profile.vote.secret_forbidden = String::from("§ 54 Abs. 2 HGO");
    assert_eq!(said(&profile), None);
}

#[test]
fn a_rule_has_a_reason_days_in_order_and_settles_something_sensible() {
    let day = |text: &str| Some(text.parse().unwrap());
    let share = |op, num, den| Some(Quota::Share(Threshold { op, num, den }));
    let unfit = Err(LocalFault::QuotaUnfit);
    for (rule, verdict) in [
        (rule(|rule| rule.members = Some(15)), Ok(())),
        (rule(|_| {}), Err(LocalFault::Empty)),
        (rule(|rule| rule.start_date = day("2026-01-01")), Err(LocalFault::Empty)),
        (rule(|rule| rule.members = Some(0)), Err(LocalFault::MembersUnfit)),
        (
            rule(|rule| (rule.reason, rule.members) = (String::from("  "), Some(3))),
            Err(LocalFault::ReasonMissing),
        ),
        (
            rule(|rule| {
                rule.without_composition = true;
                (rule.start_date, rule.end_date) = (day("2026-02-01"), day("2026-01-31"));
            }),
            Err(LocalFault::EndsBeforeStart),
        ),
        (rule(|rule| rule.secret_request = Some(Quota::Number(0))), unfit),
        (rule(|rule| rule.secret_request = Some(Quota::Number(1))), Ok(())),
        (rule(|rule| rule.secret_request = share(Op::AtLeast, 1, 0)), unfit),
        (rule(|rule| rule.rollcall_request = share(Op::AtLeast, 0, 5)), unfit),
        (rule(|rule| rule.rollcall_request = share(Op::AtLeast, 6, 5)), unfit),
        (rule(|rule| rule.rollcall_request = share(Op::More, 5, 5)), unfit),
        (rule(|rule| rule.rollcall_request = share(Op::AtLeast, 5, 5)), Ok(())),
    ] {
        assert_eq!(rule.check(), verdict, "{rule:?}");
    }
}

#[test]
fn a_share_of_its_own_is_named_instead_of_the_paragraph() {
    let share = |op, num, den| rule(|rule| rule.threshold = Some(Threshold { op, num, den }));
    let own = share(Op::AtLeast, 1, 3).applied_to(&profiles::committee());
    let texts: Vec<String> =
        quorum::judge(&own, &input(17, 6, 0)).reasons.into_iter().map(|one| one.text).collect();
    assert!(
        texts[0].ends_with("erforderlich sind mindestens 6 (abweichende Regelung)."),
        "{texts:?}"
    );
    let said = "Abweichend vom Regelprofil gilt hier: Beschlussfähig ist das Gremium mit mindestens 1/3 der Mitglieder. Grund: § 3 Hauptsatzung.";
    assert!(texts.iter().any(|text| text == said), "{texts:?}");
    for (op, num, den, fits) in [
        (Op::AtLeast, 1, 3, true),
        (Op::AtLeast, 1, 1, true),
        (Op::More, 1, 1, false),
        (Op::AtLeast, 0, 3, false),
        (Op::AtLeast, 1, 0, false),
    ] {
        let expected = if fits { Ok(()) } else { Err(LocalFault::ShareUnfit) };
        assert_eq!(share(op, num, den).check(), expected, "{num}/{den}");
    }
}
