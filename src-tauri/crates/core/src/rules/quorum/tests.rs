//! Both tests case by case, and the German sentences that say why.

use super::*;
use crate::rules::profile::{
    DutyToDeclare, Op, QuorumBase, Relief, ReliefCause, SecondCallRule, Threshold,
};
use crate::testing::profiles;

fn counts(a: u16, b: u16) -> Counts {
    Counts::from([(Status::KA, a), (Status::SB, b)])
}

/// One row per case of law.md section 3: seats, KA, SB, recused KA and SB, expected tests.
#[test]
fn both_tests_of_north_rhine_westphalia() {
    let profile = profiles::committee();
    for (name, seats, ka, sb, recused, size, composition) in [
        ("Q01", 17, 9, 8, (0, 0), true, true),
        ("Q02", 17, 5, 4, (0, 0), true, true),
        ("Q03", 17, 4, 4, (0, 0), false, false),
        ("Q04", 17, 5, 5, (0, 0), true, false),
        ("Q08", 16, 5, 3, (0, 0), false, true),
        ("Q12", 17, 6, 4, (2, 0), false, false),
        ("Q13", 17, 5, 5, (0, 1), true, true),
        ("nobody", 17, 0, 0, (0, 0), false, false),
    ] {
        let input = QuorumInput {
            seats,
            present: counts(ka, sb),
            recused: counts(recused.0, recused.1),
            ..QuorumInput::default()
        };
        let result = judge(&profile, &input);
        assert_eq!((result.size, result.composition), (size, composition), "{name}");
        assert_eq!(result.computed, size && composition, "{name}");
    }
}

#[test]
fn reasons_are_whole_sentences_with_their_paragraph() {
    let input = QuorumInput { seats: 17, present: counts(5, 5), ..QuorumInput::default() };
    let result = judge(&profiles::committee(), &input);
    let texts: Vec<&str> = result.reasons.iter().map(|reason| reason.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Von 17 stimmberechtigten Mitgliedern sind 10 anwesend; erforderlich sind mindestens 9 (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW).",
            "Die Zahl der anwesenden Kreistagsmitglieder (5) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger (5) nicht (§ 41 Abs. 5 KrO NRW).",
        ]
    );
}

#[test]
fn the_size_is_told_in_words_that_agree() {
    let profile = profiles::committee();
    for (seats, present, expected) in [
        (
            17,
            9,
            "Von 17 stimmberechtigten Mitgliedern sind 9 anwesend; erforderlich sind mindestens 9",
        ),
        (
            17,
            8,
            "Von 17 stimmberechtigten Mitgliedern sind nur 8 anwesend; erforderlich sind mindestens 9",
        ),
        (
            16,
            8,
            "Von 16 stimmberechtigten Mitgliedern sind nur 8 anwesend, genau die Hälfte; erforderlich sind mindestens 9",
        ),
        (
            2,
            1,
            "Von 2 stimmberechtigten Mitgliedern ist nur 1 anwesend, genau die Hälfte; erforderlich sind mindestens 2",
        ),
        (
            17,
            0,
            "Von 17 stimmberechtigten Mitgliedern ist niemand anwesend; erforderlich sind mindestens 9",
        ),
        (1, 1, "Von 1 stimmberechtigten Mitglied ist 1 anwesend; erforderlich ist mindestens 1"),
        (
            1,
            0,
            "Von 1 stimmberechtigten Mitglied ist niemand anwesend; erforderlich ist mindestens 1",
        ),
        (0, 0, "Stimmberechtigte Sitze gibt es nicht; erforderlich ist mindestens 1"),
    ] {
        let input = QuorumInput { seats, present: counts(present, 0), ..QuorumInput::default() };
        let text = judge(&profile, &input).reasons.remove(0).text;
        assert_eq!(text, format!("{expected} (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW)."));
    }
}

#[test]
fn numbers_that_cannot_be_are_judged_without_overflow() {
    let all = counts(u16::MAX, u16::MAX);
    for (present, recused, counted) in [
        (all.clone(), all.clone(), 0),
        (all.clone(), Counts::new(), u16::MAX),
        (Counts::new(), all.clone(), 0),
    ] {
        let input = QuorumInput {
            seats: u16::MAX,
            present,
            recused,
            vacant: u16::MAX,
            advisers: u16::MAX,
            barred: 0,
            apart: 0,
            second_call: None,
        };
        assert_eq!(judge(&profiles::committee(), &input).present, counted);
    }
}

#[test]
fn vacant_seats_leave_the_base_only_where_it_is_fixed() {
    let text = |base, seats, vacant| {
        let mut profile = profiles::committee();
        profile.quorum.base = base;
        let input = QuorumInput { seats, vacant, ..QuorumInput::default() };
        judge(&profile, &input).reasons.remove(1).text
    };
    for (rule, seats, vacant, expected) in [
        (
            QuorumBase::FixedSeats,
            17,
            2,
            "2 Sitze sind nicht besetzt; Maßstab bleibt die festgelegte Zahl von 17 Sitzen (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW).",
        ),
        (
            QuorumBase::FixedSeats,
            1,
            1,
            "1 Sitz ist nicht besetzt; Maßstab bleibt die festgelegte Zahl von 1 Sitz (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW).",
        ),
        (
            QuorumBase::Statutory,
            79,
            1,
            "1 Sitz ist nicht besetzt; gerechnet ist mit der gesetzlichen Zahl von 79 Mitgliedern (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW). Ist eine Liste erschöpft, kann diese Zahl niedriger sein und ist zu prüfen.",
        ),
    ] {
        assert_eq!(text(rule, seats, vacant), expected);
    }
}

#[test]
fn recused_members_are_named_in_words_that_agree() {
    let with = |recused| {
        let input =
            QuorumInput { seats: 17, present: counts(9, 4), recused, ..QuorumInput::default() };
        judge(&profiles::committee(), &input).reasons.remove(1).text
    };
    assert_eq!(
        with(counts(1, 0)),
        "Wegen Befangenheit ist 1 anwesendes Mitglied ausgeschlossen; es zählt für diesen Tagesordnungspunkt nicht als anwesend (§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW)."
    );
    assert_eq!(
        with(counts(1, 1)),
        "Wegen Befangenheit sind 2 anwesende Mitglieder ausgeschlossen; sie zählen für diesen Tagesordnungspunkt nicht als anwesend (§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW)."
    );
}

#[test]
fn a_finding_and_the_computed_value_give_the_legal_state() {
    use Fiction::{None, Unclear, UntilDeclared};
    for (fiction, finding, computed, expected) in [
        (UntilDeclared, Option::None, true, LegalState::Deemed),
        (UntilDeclared, Option::None, false, LegalState::Deemed),
        (UntilDeclared, Some(Finding::Quorate), true, LegalState::Confirmed),
        (UntilDeclared, Some(Finding::Quorate), false, LegalState::Deemed),
        (UntilDeclared, Some(Finding::Lacking), true, LegalState::Lacking),
        (UntilDeclared, Some(Finding::Lacking), false, LegalState::Lacking),
        (None, Option::None, true, LegalState::Computed),
        (None, Some(Finding::Quorate), false, LegalState::Computed),
        (Unclear, Option::None, true, LegalState::Open),
        (Unclear, Some(Finding::Quorate), true, LegalState::Confirmed),
        (Unclear, Some(Finding::Quorate), false, LegalState::Open),
    ] {
        assert_eq!(legal_state(fiction, finding, computed), expected, "{fiction:?} {finding:?}");
    }
}

#[test]
fn a_computed_value_never_calls_a_body_inquorate_outright() {
    let text = describe(&profiles::committee(), LegalState::Deemed, false);
    assert_eq!(
        text,
        "rechnerisch nicht beschlussfähig; gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist (§ 41 Abs. 5 KrO NRW)"
    );
}

/// What other Länder say beyond the share, in whole sentences.
#[test]
fn relief_duty_and_a_least_number_are_told_with_their_paragraph() {
    let relief = |cause, threshold, min| Relief {
        cause,
        threshold,
        min,
        condition: "Erforderlich ist eine Genehmigung".into(),
        fallback: "Es entscheidet jemand anders".into(),
        statute: "§ 2".into(),
    };
    let third = Threshold { op: Op::AtLeast, num: 1, den: 3 };
    let told = |relief: Option<Relief>, present, recused, second_call| {
        let mut profile = profiles::committee();
        profile.quorum.composition = None;
        profile.quorum.relief = relief.into_iter().collect();
        profile.quorum.must_declare =
            Some(DutyToDeclare { threshold: third, min: 3, statute: "§ 3".into() });
        profile.quorum.second_call = SecondCallRule {
            min: 3,
            fallback: "Es entscheidet niemand".into(),
            statute: "§ 4".into(),
        };
        let input = QuorumInput {
            seats: 12,
            present: counts(present, 0),
            recused: counts(recused, 0),
            second_call,
            ..QuorumInput::default()
        };
        let result = judge(&profile, &input);
        let texts = result.reasons.into_iter().chain(result.needs_decision);
        let size = |one: &Reason| matches!(one.code, ReasonCode::SizeMissed | ReasonCode::Recused);
        let rest: Vec<String> = texts.filter(|one| !size(one)).map(|one| one.text).collect();
        (result.size, rest.join(" "))
    };
    let most = || Some(relief(ReliefCause::MostRecused, Some(third), 0));
    let call = Some(SecondCall { same_item: true, notice: true });
    for (given, size, expected) in [
        (
            told(most(), 11, 7, None),
            true,
            "Mehr als die Hälfte der Mitglieder ist befangen; es genügen 4 anwesende Stimmberechtigte (§ 2). Erforderlich ist eine Genehmigung (§ 2).",
        ),
        (
            told(most(), 10, 7, None),
            false,
            "Mehr als die Hälfte der Mitglieder ist befangen; auch dann sind mindestens 4 anwesende Stimmberechtigte erforderlich (§ 2). Es entscheidet jemand anders (§ 2). Es sind weniger als 4 Stimmberechtigte anwesend: Der Vorsitz hat die Beschlussunfähigkeit festzustellen (§ 3).",
        ),
        (
            told(Some(relief(ReliefCause::Recused, None, 0)), 9, 3, None),
            true,
            "Die Zahl wird nur wegen Befangenheit verfehlt; die Zahl der Anwesenden ist unerheblich (§ 2). Erforderlich ist eine Genehmigung (§ 2).",
        ),
        (told(Some(relief(ReliefCause::Recused, None, 0)), 6, 1, None), false, ""),
        (
            told(None, 3, 0, call),
            true,
            "Zum zweiten Mal zu demselben Gegenstand einberufen; 3 anwesende Stimmberechtigte genügen (§ 4).",
        ),
        (
            told(None, 2, 0, call),
            false,
            "Zum zweiten Mal zu demselben Gegenstand einberufen; auch dann sind mindestens 3 anwesende Stimmberechtigte erforderlich (§ 4). Es entscheidet niemand (§ 4). Es sind weniger als 4 Stimmberechtigte anwesend: Der Vorsitz hat die Beschlussunfähigkeit festzustellen (§ 3).",
        ),
    ] {
        assert_eq!(given, (size, expected.into()));
    }
}

/// Some laws let fewer suffice where members are barred, and no source says how many.
#[test]
fn a_relief_that_nobody_has_seen_is_the_chairs_to_decide() {
    let mut profile = profiles::committee();
    (profile.quorum.composition, profile.quorum.fiction) = (None, Fiction::None);
    let asked = |profile: &RuleProfile, present, recused, barred| {
        let (present, recused) = (counts(present, 0), counts(recused, 0));
        let input = QuorumInput { seats: 17, present, recused, barred, ..QuorumInput::default() };
        let result = judge(profile, &input);
        let asks = result.needs_decision.iter().any(|one| one.text.contains("nicht hinterlegt"));
        (result.size, asks)
    };
    assert_eq!(asked(&profile, 12, 4, 0), (false, false), "the law has no such case");
    profile.quorum.relief_unknown = String::from("§ 36 ThürKO");
    for (present, recused, barred, expected) in [
        (12, 4, 0, (false, true)),
        (12, 3, 0, (true, false)),
        // Too few even with those who are barred.
        (8, 4, 0, (false, false)),
        (8, 0, 0, (false, false)),
        // Barred and not there.
        (8, 0, 1, (false, true)),
    ] {
        assert_eq!(
            asked(&profile, present, recused, barred),
            expected,
            "{present} {recused} {barred}"
        );
    }
}
