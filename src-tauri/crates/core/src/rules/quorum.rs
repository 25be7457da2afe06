//! Quorum: the computed value and the legal state, which are two different things.
//!
//! § 34 Abs. 1 KrO NRW, § 49 Abs. 1 GO NRW (more than half; deemed quorate until the contrary is
//! found), § 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW (members of the assembly have to outnumber
//! expert citizens), § 34 Abs. 2 KrO NRW, § 49 Abs. 2 GO NRW (second call), § 52 Abs. 2 KrO NRW
//! (Kreisausschuss). Nothing here blocks a vote; the chair decides.

use super::profile::{Composition, Fiction, RuleProfile};
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
    let present = counts.values().fold(0_u16, |sum, count| sum.saturating_add(*count));
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
    if by_share {
        return reason(
            ReasonCode::SizeReached,
            format!(
                "Von {seats} stimmberechtigten Mitgliedern sind {present} anwesend; erforderlich sind mindestens {required} ({statute})."
            ),
        );
    }
    let half = if u32::from(present) * 2 == u32::from(seats) { ", genau die Hälfte" } else { "" };
    reason(
        ReasonCode::SizeMissed,
        format!(
            "Von {seats} stimmberechtigten Mitgliedern sind nur {present} anwesend{half}; erforderlich sind mindestens {required} ({statute})."
        ),
    )
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
    let recused: u16 = input.recused.values().sum();
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
        let (seats, verb) = if input.vacant == 1 {
            (String::from("1 Sitz"), "ist")
        } else {
            (format!("{} Sitze", input.vacant), "sind")
        };
        reasons.push(reason(
            ReasonCode::Vacant,
            format!("{seats} {verb} nicht besetzt; Maßstab bleibt die festgelegte Zahl von {} Sitzen ({}).", input.seats, profile.quorum.statute),
        ));
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
