//! Quorum: the computed value and the legal state, which are two different things.
//!
//! § 34 Abs. 1 KrO NRW, § 49 Abs. 1 GO NRW (more than half; deemed quorate until the contrary is
//! found), § 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW (members of the assembly have to outnumber
//! expert citizens), § 34 Abs. 2 KrO NRW, § 49 Abs. 2 GO NRW (second call), § 52 Abs. 2 KrO NRW
//! (Kreisausschuss). Other Länder measure against another base, let fewer suffice where many members
//! are recused, or oblige the chair to find the lack of quorum; each profile names its paragraph.
//! Nothing here blocks a vote; the chair decides.

pub mod remedy;
mod size;

use super::local::{Judgement, SecondCallComposition};
use super::profile::{Composition, Fiction, QuorumBase, ReliefCause, RuleProfile};
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
    /// Members who are recused for the current item and not there: they bear on what the share is
    /// measured against and on whether fewer suffice, as those who stayed in the room do.
    pub barred: u16,
    /// Seats without a regular member.
    pub vacant: u16,
    /// Advisers present; never counted.
    pub advisers: u16,
    /// Persons with a vote who are there but not at the table; not among those present.
    pub apart: u16,
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
    /// Smallest number that passes the size test by the share alone, or by what takes its place.
    pub required: u16,
    /// Why fewer suffice, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eased: Option<Eased>,
    /// Countable persons by status.
    pub counts: Counts,
    /// German sentences with the paragraph.
    pub reasons: Vec<Reason>,
    /// What the chair has to decide.
    pub needs_decision: Vec<Reason>,
}

/// Why fewer persons suffice than the share asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Eased {
    /// The case of relief; none for a second call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relief: Option<ReliefCause>,
    /// How many suffice; with none their number does not matter.
    pub least: u16,
    /// Paragraph.
    pub statute: String,
}

impl QuorumResult {
    /// Smallest number that passes the size test as things stand; with none it does not matter.
    pub fn least(&self) -> u16 {
        self.eased.as_ref().map_or(self.required, |eased| eased.least)
    }
}

/// Applies both tests of a profile.
pub fn judge(profile: &RuleProfile, input: &QuorumInput) -> QuorumResult {
    let rule = &profile.quorum;
    let local = profile.local.as_ref();
    let counted = local.map(|local| local.counted(input));
    let input = counted.as_deref().unwrap_or(input);
    let counts = countable(input);
    let present = total(&counts);
    let base = size::base(rule.base, input);
    let relief = size::relief(profile, input, present, base);
    // Where the base itself shrinks, a case of relief takes the place of the share (§ 38 Abs. 2 GO SH).
    let instead = relief.filter(|_| rule.base == QuorumBase::Reduced);
    let (required, by_share) = match instead {
        Some((case, serves)) => (size::least(case, rule.base, input), serves),
        None => (rule.threshold.required(base), rule.threshold.holds(present, base)),
    };
    let mut reasons = Vec::new();
    let mut needs_decision = Vec::new();
    let eased = if by_share && instead.is_none() { None } else { relief };
    let called = size::called_again(input);
    let second_call_serves = called.is_some() && present >= rule.second_call.min;
    let size = by_share || second_call_serves || eased.is_some_and(|(_, serves)| serves);
    reasons.push(size::size_reason(profile, base, present, required, by_share));
    if let (Some(call), false) = (input.second_call, by_share) {
        reasons.push(size::second_call_reason(profile, call, present));
        if called.is_some() && !second_call_serves {
            needs_decision
                .extend(size::fallback(&rule.second_call.fallback, &rule.second_call.statute));
        }
    }
    if let Some((case, serves)) = eased {
        reasons.push(size::relief_reason(case, size::least(case, rule.base, input), serves));
        let ask = if serves { &case.condition } else { &case.fallback };
        needs_decision.extend(size::fallback(ask, &case.statute));
    }
    notes(profile, input, &mut reasons);
    if !size {
        needs_decision.extend(size::duty_to_declare(profile, present, base));
        needs_decision.extend(size::relief_unknown(profile, input, present, base));
    }

    let again = local.and_then(|local| local.second_call_composition);
    let waived = second_call_serves && again == Some(SecondCallComposition::Waive);
    let composition = rule.composition.as_ref().filter(|_| !waived).is_none_or(|test| {
        let (holds, reason) = composition_test(profile, test, &counts);
        reasons.push(reason);
        if !holds && second_call_serves && again.is_none() {
            needs_decision.push(disputed(test));
        }
        holds
    });
    reasons.extend(profile.settled(Judgement::Quorum));
    let computed = size && composition;
    if !computed && rule.fiction == Fiction::Unclear {
        needs_decision.push(fiction_unclear(profile));
    }
    QuorumResult {
        computed,
        size,
        composition,
        present,
        base,
        required,
        eased: size::eased(profile, input, (present, base)).filter(|one| one.least < required),
        counts,
        reasons,
        needs_decision,
    }
}

/// Who is there and not recused.
fn countable(input: &QuorumInput) -> Counts {
    let mut counts = input.present.clone();
    for (status, recused) in &input.recused {
        if let Some(count) = counts.get_mut(status) {
            *count = count.saturating_sub(*recused);
        }
    }
    counts
}

/// Persons of every status; a number that cannot be is held at the highest that can.
fn total(counts: &Counts) -> u16 {
    counts.values().fold(0_u16, |sum, count| sum.saturating_add(*count))
}

fn reason(code: ReasonCode, text: String) -> Reason {
    Reason { code, text }
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
    if input.barred > 0 && size::asks_for_recused(&profile.quorum) {
        let (who, are) = match input.barred {
            1 => (String::from("1 nicht anwesendes Mitglied"), "ist"),
            more => (format!("{more} nicht anwesende Mitglieder"), "sind"),
        };
        let statute = &profile.quorum.bias_statute;
        let text = format!("Auch {who} {are} wegen Befangenheit ausgeschlossen ({statute}).");
        reasons.push(reason(ReasonCode::Recused, text));
    }
    if input.apart > 0 {
        let text = match input.apart {
            1 => String::from(
                "1 Person ist nicht am Tisch (Störung der Übertragung, Zuhörerbereich oder zu diesem Tagesordnungspunkt abwesend); sie zählt nicht als anwesend.",
            ),
            more => format!(
                "{more} Personen sind nicht am Tisch (Störung der Übertragung, Zuhörerbereich oder zu diesem Tagesordnungspunkt abwesend); sie zählen nicht als anwesend."
            ),
        };
        reasons.push(reason(ReasonCode::ApartNotCounted, text));
    }
    if input.vacant > 0 {
        reasons.push(size::vacant_reason(profile, input));
    }
    if profile.quorum.all_invited {
        reasons.push(reason(
            ReasonCode::AllInvited,
            format!(
                "Voraussetzung ist, dass alle Mitglieder ordnungsgemäß geladen sind ({}).",
                profile.quorum.statute
            ),
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
        (_, _, Fiction::UntilDeclared | Fiction::UntilMotion | Fiction::UntilDoubted) => {
            LegalState::Deemed
        }
        (_, _, Fiction::None) => LegalState::Computed,
        (_, _, Fiction::Unclear) => LegalState::Open,
    }
}

/// Until when the body is deemed quorate, as the end of a sentence; empty without such a rule.
pub fn deemed_until(fiction: Fiction) -> &'static str {
    match fiction {
        Fiction::UntilDeclared => "solange die Beschlussunfähigkeit nicht festgestellt ist",
        Fiction::UntilMotion => {
            "solange die Beschlussunfähigkeit nicht auf Antrag festgestellt ist"
        }
        Fiction::UntilDoubted => "solange die Beschlussfähigkeit nicht angezweifelt wird",
        Fiction::None | Fiction::Unclear => "",
    }
}

/// The sentence of the quorum line: computed value and legal state side by side.
pub fn describe(profile: &RuleProfile, state: LegalState, computed: bool) -> String {
    let value =
        if computed { "rechnerisch beschlussfähig" } else { "rechnerisch nicht beschlussfähig" };
    let rule = &profile.quorum;
    match state {
        LegalState::Deemed => format!(
            "{value}; gilt als beschlussfähig, {} ({})",
            deemed_until(rule.fiction),
            rule.fiction_statute
        ),
        LegalState::Confirmed => format!("{value}; Beschlussfähigkeit vom Vorsitz festgestellt"),
        LegalState::Lacking => format!("{value}; Beschlussunfähigkeit vom Vorsitz festgestellt"),
        LegalState::Computed => String::from(value),
        LegalState::Open => format!("{value}; der Vorsitz entscheidet"),
    }
}

#[cfg(test)]
mod tests;
