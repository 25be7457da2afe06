//! Quorum: the computed value and the legal state, which are two different things.
//!
//! § 34 Abs. 1 KrO NRW, § 49 Abs. 1 GO NRW (more than half; deemed quorate until the contrary is
//! found), § 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW (members of the assembly have to outnumber
//! expert citizens), § 34 Abs. 2 KrO NRW, § 49 Abs. 2 GO NRW (second call), § 52 Abs. 2 KrO NRW
//! (Kreisausschuss). Nothing here blocks a vote; the chair decides.

use super::profile::{Composition, Fiction, RuleProfile, VacantSeats};
use super::{Reason, ReasonCode};
use crate::membership::Status;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Persons by status.
pub type Counts = BTreeMap<Status, u16>;

/// A second call under § 34 Abs. 2 KrO NRW, § 49 Abs. 2 GO NRW.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecondCall {
    /// The item is the one that was put back.
    pub same_item: bool,
    /// The second invitation said expressly that the number does not matter.
    pub notice: bool,
}

/// What the tests look at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuorumInput {
    /// Fixed number of voting seats.
    pub seats: u16,
    /// Persons on voting seats who are present, by their own status, recused ones included.
    pub present: Counts,
    /// Those of them who are recused for the current item.
    pub recused: Counts,
    /// Seats without a regular member.
    pub vacant: u16,
    /// Advisers present; never counted.
    pub advisers: u16,
    /// A second call, if it is one.
    pub second_call: Option<SecondCall>,
}

/// The computed value with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuorumResult {
    /// Both tests hold.
    pub computed: bool,
    /// Size test.
    pub size: bool,
    /// Composition test; true where the profile has none.
    pub composition: bool,
    /// Countable persons: present, not recused.
    pub present: u16,
    /// Base of the size test.
    pub base: u16,
    /// Smallest number that passes the size test by the share alone.
    pub required: u16,
    /// Countable persons by status.
    pub counts: Counts,
    /// German sentences with the paragraph.
    pub reasons: Vec<Reason>,
    /// What the chair has to decide.
    pub needs_decision: Vec<Reason>,
}

/// Applies both tests of a profile.
pub fn judge(profile: &RuleProfile, input: &QuorumInput) -> QuorumResult {
    let rule = &profile.quorum;
    let mut counts = input.present.clone();
    for (status, recused) in &input.recused {
        if let Some(count) = counts.get_mut(status) {
            *count = count.saturating_sub(*recused);
        }
    }
    let present = total(&counts);
    let required = rule.threshold.required(input.seats);
    let mut reasons = Vec::new();
    let mut needs_decision = Vec::new();

    let by_share = rule.threshold.holds(present, input.seats);
    let second_call_serves = input.second_call.is_some_and(|call| call.same_item && call.notice);
    let size = by_share || second_call_serves;
    reasons.push(size_reason(profile, input, present, required, by_share));
    if let (Some(call), false) = (input.second_call, by_share) {
        reasons.push(second_call_reason(profile, call));
    }
    notes(profile, input, &mut reasons);

    let composition = rule.composition.as_ref().is_none_or(|test| {
        let (holds, reason) = composition_test(profile, test, &counts);
        reasons.push(reason);
        if !holds && second_call_serves {
            needs_decision.push(disputed(test));
        }
        holds
    });
    let computed = size && composition;
    if !computed && rule.fiction == Fiction::Unclear {
        needs_decision.push(fiction_unclear(profile));
    }
    let base = input.seats;
    QuorumResult {
        computed,
        size,
        composition,
        present,
        base,
        required,
        counts,
        reasons,
        needs_decision,
    }
}

/// Persons of every status; a number that cannot be is held at the highest that can.
fn total(counts: &Counts) -> u16 {
    counts.values().fold(0_u16, |sum, count| sum.saturating_add(*count))
}

fn reason(code: ReasonCode, text: String) -> Reason {
    Reason { code, text }
}

fn size_reason(
    profile: &RuleProfile,
    input: &QuorumInput,
    present: u16,
    required: u16,
    by_share: bool,
) -> Reason {
    let statute = &profile.quorum.statute;
    let seats = input.seats;
    let code = if by_share { ReasonCode::SizeReached } else { ReasonCode::SizeMissed };
    let needed = match required {
        1 => String::from("erforderlich ist mindestens 1"),
        more => format!("erforderlich sind mindestens {more}"),
    };
    let only = if by_share { "" } else { "nur " };
    let who = match present {
        0 => String::from("ist niemand"),
        1 => format!("ist {only}1"),
        more => format!("sind {only}{more}"),
    };
    let members = match seats {
        0 => {
            let text = format!("Stimmberechtigte Sitze gibt es nicht; {needed} ({statute}).");
            return reason(code, text);
        }
        1 => String::from("Von 1 stimmberechtigten Mitglied"),
        more => format!("Von {more} stimmberechtigten Mitgliedern"),
    };
    let half = if u32::from(present) * 2 == u32::from(seats) { ", genau die Hälfte" } else { "" };
    reason(code, format!("{members} {who} anwesend{half}; {needed} ({statute})."))
}

/// What seats without a member mean for the base.
fn vacant_reason(profile: &RuleProfile, input: &QuorumInput) -> Reason {
    let statute = &profile.quorum.statute;
    let seats = match input.vacant {
        1 => String::from("1 Sitz ist"),
        more => format!("{more} Sitze sind"),
    };
    let one = input.seats == 1;
    let text = match profile.quorum.vacant_seats {
        VacantSeats::Fixed => format!(
            "{seats} nicht besetzt; Maßstab bleibt die festgelegte Zahl von {} {} ({statute}).",
            input.seats,
            if one { "Sitz" } else { "Sitzen" }
        ),
        VacantSeats::Check => format!(
            "{seats} nicht besetzt; gerechnet ist mit der gesetzlichen Zahl von {} {} ({statute}). Ist eine Liste erschöpft, kann diese Zahl niedriger sein und ist zu prüfen.",
            input.seats,
            if one { "Mitglied" } else { "Mitgliedern" }
        ),
    };
    reason(ReasonCode::Vacant, text)
}

fn second_call_reason(profile: &RuleProfile, call: SecondCall) -> Reason {
    let statute = &profile.quorum.second_call.statute;
    if call.same_item && call.notice {
        return reason(
            ReasonCode::SecondCall,
            format!(
                "Zum zweiten Mal zu demselben Gegenstand einberufen; die Zahl der Anwesenden ist unerheblich ({statute})."
            ),
        );
    }
    let why = if call.notice {
        "es handelt sich nicht um denselben Gegenstand"
    } else {
        "in der zweiten Ladung fehlt der ausdrückliche Hinweis"
    };
    reason(
        ReasonCode::SecondCallUnfit,
        format!("Die Erleichterung der zweiten Einberufung gilt nicht: {why} ({statute})."),
    )
}

/// What was left out of the count, and why.
fn notes(profile: &RuleProfile, input: &QuorumInput, reasons: &mut Vec<Reason>) {
    let recused = total(&input.recused);
    if recused > 0 {
        let (who, counted) = if recused == 1 {
            (String::from("ist 1 anwesendes Mitglied"), "es zählt")
        } else {
            (format!("sind {recused} anwesende Mitglieder"), "sie zählen")
        };
        let statute = &profile.quorum.bias_statute;
        reasons.push(reason(
            ReasonCode::Recused,
            format!("Wegen Befangenheit {who} ausgeschlossen; {counted} für diesen Tagesordnungspunkt nicht als anwesend ({statute})."),
        ));
    }
    if input.vacant > 0 {
        reasons.push(vacant_reason(profile, input));
    }
    if input.advisers > 0 {
        reasons.push(reason(
            ReasonCode::AdvisersNotCounted,
            String::from(
                "Beratende Mitglieder und weitere Teilnehmende ohne Stimmrecht zählen nicht mit.",
            ),
        ));
    }
}

fn composition_test(profile: &RuleProfile, test: &Composition, counts: &Counts) -> (bool, Reason) {
    let of = |status| counts.get(&status).copied().unwrap_or(0);
    let (a, b) = (of(test.a), of(test.b));
    let members = &profile.words.member_plural;
    let statute = &test.statute;
    let holds = a > b;
    let (code, not) = if holds {
        (ReasonCode::CompositionHolds, "")
    } else {
        (ReasonCode::CompositionFails, " nicht")
    };
    let sentence = format!(
        "Die Zahl der anwesenden {members} ({a}) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger ({b}){not} ({statute})."
    );
    (holds, reason(code, sentence))
}

fn disputed(test: &Composition) -> Reason {
    reason(
        ReasonCode::Disputed,
        format!(
            "Strittig: Ob das Verhältnis der Mitglieder auch bei der zweiten Einberufung gewahrt sein muss, entscheidet der Vorsitz; nach vorsichtiger Lesart ist es erforderlich ({}).",
            test.statute
        ),
    )
}

fn fiction_unclear(profile: &RuleProfile) -> Reason {
    reason(
        ReasonCode::Disputed,
        format!(
            "Ob das Gremium bis zur Feststellung der Beschlussunfähigkeit als beschlussfähig gilt, ist für dieses Gremium nicht eindeutig geregelt; der Vorsitz entscheidet ({}).",
            profile.quorum.statute
        ),
    )
}

/// The legal state of a body: what the law makes of the last finding and the computed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum LegalState {
    /// "gilt als beschlussfähig".
    Deemed,
    /// The chair found the body quorate, and both tests hold.
    Confirmed,
    /// The chair found that it is not; ends only with a new finding.
    Lacking,
    /// No fiction in this law: the computed value is all there is.
    Computed,
    /// The law is unclear: the chair decides.
    Open,
}

/// What the chair found last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Finding {
    /// Beschlussfähigkeit festgestellt.
    Quorate,
    /// Beschlussunfähigkeit festgestellt.
    Lacking,
}

/// Derives the legal state; it is never stored.
pub fn legal_state(fiction: Fiction, finding: Option<Finding>, computed: bool) -> LegalState {
    match (finding, computed, fiction) {
        (Some(Finding::Lacking), _, _) => LegalState::Lacking,
        (Some(Finding::Quorate), true, _) => LegalState::Confirmed,
        (_, _, Fiction::UntilDeclared) => LegalState::Deemed,
        (_, _, Fiction::None) => LegalState::Computed,
        (_, _, Fiction::Unclear) => LegalState::Open,
    }
}

/// The sentence of the quorum line: computed value and legal state side by side.
pub fn describe(profile: &RuleProfile, state: LegalState, computed: bool) -> String {
    let value =
        if computed { "rechnerisch beschlussfähig" } else { "rechnerisch nicht beschlussfähig" };
    let law = match state {
        LegalState::Deemed => {
            "; gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist"
        }
        LegalState::Confirmed => "; Beschlussfähigkeit vom Vorsitz festgestellt",
        LegalState::Lacking => "; Beschlussunfähigkeit vom Vorsitz festgestellt",
        LegalState::Computed => "",
        LegalState::Open => "; der Vorsitz entscheidet",
    };
    let statute = match state {
        LegalState::Deemed => format!(" ({})", profile.quorum.fiction_statute),
        _ => String::new(),
    };
    format!("{value}{law}{statute}")
}

#[cfg(test)]
mod tests {
    use super::*;
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
            (
                1,
                1,
                "Von 1 stimmberechtigten Mitglied ist 1 anwesend; erforderlich ist mindestens 1",
            ),
            (
                1,
                0,
                "Von 1 stimmberechtigten Mitglied ist niemand anwesend; erforderlich ist mindestens 1",
            ),
            (0, 0, "Stimmberechtigte Sitze gibt es nicht; erforderlich ist mindestens 1"),
        ] {
            let input =
                QuorumInput { seats, present: counts(present, 0), ..QuorumInput::default() };
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
                second_call: None,
            };
            assert_eq!(judge(&profiles::committee(), &input).present, counted);
        }
    }

    #[test]
    fn vacant_seats_leave_the_base_only_where_it_is_fixed() {
        let text = |vacant_seats, seats, vacant| {
            let mut profile = profiles::committee();
            profile.quorum.vacant_seats = vacant_seats;
            let input = QuorumInput { seats, vacant, ..QuorumInput::default() };
            judge(&profile, &input).reasons.remove(1).text
        };
        for (rule, seats, vacant, expected) in [
            (
                VacantSeats::Fixed,
                17,
                2,
                "2 Sitze sind nicht besetzt; Maßstab bleibt die festgelegte Zahl von 17 Sitzen (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW).",
            ),
            (
                VacantSeats::Fixed,
                1,
                1,
                "1 Sitz ist nicht besetzt; Maßstab bleibt die festgelegte Zahl von 1 Sitz (§ 41 Abs. 4 i. V. m. § 34 Abs. 1 KrO NRW).",
            ),
            (
                VacantSeats::Check,
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
            assert_eq!(
                legal_state(fiction, finding, computed),
                expected,
                "{fiction:?} {finding:?}"
            );
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
}
