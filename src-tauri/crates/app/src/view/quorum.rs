//! The quorum line: what the law says, and both tests, each in its own field.

use super::remedy::{self, ArrivalOrder};
use super::seats::Substitution;
use super::source::Source;
use super::words::{bound, number};
use crate::core::PersonId;
use crate::core::rules::profile::{Composition, Op, RuleProfile, Threshold};
use crate::core::rules::quorum::{self, LegalState, QuorumResult};
use crate::core::rules::{Reason, ReasonCode};
use crate::core::session::Event;
use crate::core::session::state::QuorumFinding;
use serde::Serialize;

/// How much attention a field asks for; a colour never stands alone, words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Nothing to say.
    Plain,
    /// In order.
    Good,
    /// Attention.
    Warning,
    /// Established incapacity.
    Danger,
}

/// Legal state: what the chair said, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumField {
    /// State in law.
    pub state: LegalState,
    /// "Beschlussfähig", "Noch nicht festgestellt", "Gilt als beschlussfähig", ...
    pub words: String,
    /// "festgestellt 16:33 durch die Vorsitzende", "rechnerisch beschlussfähig".
    pub detail: String,
    /// Tone.
    pub tone: Tone,
}

/// Seats of the band: how many are filled by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// Filled by members of the assembly (solid).
    pub members: u16,
    /// Filled by others who vote (striped).
    pub others: u16,
    /// Empty.
    pub free: u16,
    /// The mark stands before this seat, counted from 1.
    pub mark: u16,
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumTest {
    /// "13 von 17", "8 KA > 5 SB".
    pub numbers: String,
    /// "anwesend, nötig 9", "mehr KA als SB".
    pub words: String,
    /// Second line, empty if none: "mehr als die Hälfte".
    pub rule: String,
    /// Why it holds or fails, a whole sentence with its paragraph.
    pub why: String,
    /// Whether it holds.
    pub holds: bool,
    /// Tone of its field: before the opening a test that does not hold yet asks for nothing.
    pub tone: Tone,
    /// Band of seats; for the size test only.
    pub band: Option<Band>,
}

/// The whole line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuorumView {
    /// Legal state.
    pub legal: QuorumField,
    /// Both tests hold.
    pub computed: bool,
    /// Size test, then composition test where the law has one.
    pub tests: Vec<QuorumTest>,
    /// Whole sentences with their paragraph.
    pub reasons: Vec<Reason>,
    /// What the chair has to decide.
    pub needs_decision: Vec<Reason>,
    /// The legal state as a whole sentence with its paragraph.
    pub law: String,
    /// "Abhilfe: 1 SB in den Zuhörerbereich oder 1 KA mehr."; empty where both tests hold.
    pub remedy: String,
    /// Who gives way, or may come back to the table.
    pub order: Option<ArrivalOrder>,
    /// One sentence for screen readers: "Rechnerisch nicht beschlussfähig: 6 KA, 6 SB".
    pub announcement: String,
}

/// The line for the current item; before the opening for the presence noted so far.
pub(super) fn view(source: &Source) -> QuorumView {
    let result = source.basis().quorum;
    let finding = source.now.finding();
    let state = quorum::legal_state(source.profile.quorum.fiction, finding, result.computed);
    QuorumView {
        legal: legal(source, state, &result),
        computed: result.computed,
        tests: tests(source, &result),
        law: if source.prepared() {
            "Die Sitzung ist noch nicht eröffnet; gerechnet ist mit den bisher vermerkten Anwesenden."
                .to_owned()
        } else {
            law(source.profile, state, result.computed)
        },
        announcement: announcement(source.profile, &result),
        remedy: remedy::words(source, &result),
        order: remedy::order(source, &result),
        reasons: held(&result.reasons),
        needs_decision: held(&result.needs_decision),
    }
}

/// Reasons whose paragraphs do not break.
fn held(reasons: &[Reason]) -> Vec<Reason> {
    reasons.iter().map(|one| Reason { code: one.code, text: bound(&one.text) }).collect()
}

/// What would be another test or legal state, in the words of the line; empty where nothing is.
pub(super) fn change(before: &QuorumView, after: &QuorumView) -> String {
    let same = |one: &QuorumTest, other: &QuorumTest| one.holds == other.holds;
    let tests = before.tests.iter().zip(&after.tests).all(|(one, other)| same(one, other));
    let legal = before.legal.words == after.legal.words;
    if tests && legal {
        return String::new();
    }
    let numbers: Vec<&str> = after.tests.iter().map(|one| one.numbers.as_str()).collect();
    let not = if after.computed { "" } else { "nicht " };
    // What the law makes of it stands in the line itself; alone it is said here.
    if tests {
        return format!("danach „{}“", after.legal.words);
    }
    format!("danach {}: rechnerisch {not}beschlussfähig", numbers.join(", "))
}

/// Both tests in the words of the line, for what would be.
pub(super) fn effect(profile: &RuleProfile, result: &QuorumResult) -> Vec<Substitution> {
    let size = Substitution { numbers: size_numbers(result), holds: result.size };
    let composition = profile.quorum.composition.as_ref().map(|test| Substitution {
        numbers: composition_numbers(test, result),
        holds: result.composition,
    });
    std::iter::once(size).chain(composition).collect()
}

fn tests(source: &Source, result: &QuorumResult) -> Vec<QuorumTest> {
    let tone = |holds| match holds {
        true => Tone::Good,
        false if source.prepared() => Tone::Plain,
        false => Tone::Warning,
    };
    let rule = &source.profile.quorum;
    let size = QuorumTest {
        numbers: size_numbers(result),
        words: match result.least() {
            0 => "anwesend, Zahl unerheblich".to_owned(),
            least => format!("anwesend, nötig {least}"),
        },
        rule: size_rule(rule.threshold, result, source.prepared()),
        why: why(result, [ReasonCode::SizeReached, ReasonCode::SizeMissed]),
        holds: result.size,
        tone: tone(result.size),
        band: Some(band(source.profile, result)),
    };
    let composition = rule.composition.as_ref().map(|test| {
        let (a, b) = (test.a.abbreviation(), test.b.abbreviation());
        let not = if result.composition { "" } else { "nicht " };
        QuorumTest {
            numbers: composition_numbers(test, result),
            words: format!("{not}mehr {a} als {b}"),
            rule: String::new(),
            why: why(result, [ReasonCode::CompositionHolds, ReasonCode::CompositionFails]),
            holds: result.composition,
            tone: tone(result.composition),
            band: None,
        }
    });
    std::iter::once(size).chain(composition).collect()
}

/// The reason of a test among all reasons; empty where it is none.
fn why(result: &QuorumResult, of: [ReasonCode; 2]) -> String {
    let reason = result.reasons.iter().find(|one| of.contains(&one.code));
    reason.map(|one| bound(&one.text)).unwrap_or_default()
}

pub(super) fn size_numbers(result: &QuorumResult) -> String {
    format!("{} von {}", result.present, result.base)
}

/// "mehr als die Hälfte", "zu wenige".
fn size_rule(threshold: Threshold, result: &QuorumResult, prepared: bool) -> String {
    let second_call = |one: &Reason| one.code == ReasonCode::SecondCall;
    if result.reasons.iter().any(second_call) {
        return "zweite Einberufung".to_owned();
    }
    let eased = |one: &Reason| one.code == ReasonCode::Relief;
    if result.size && result.reasons.iter().any(eased) {
        return "weniger genügen".to_owned();
    }
    if !result.size && !prepared {
        return "zu wenige".to_owned();
    }
    match threshold {
        Threshold { op: Op::More, num: 1, den: 2 } => "mehr als die Hälfte".to_owned(),
        Threshold { op: Op::AtLeast, num: 1, den: 2 } => "mindestens die Hälfte".to_owned(),
        Threshold { op: Op::More, num, den } => format!("mehr als {num}/{den}"),
        Threshold { op: Op::AtLeast, num, den } => format!("mindestens {num}/{den}"),
    }
}

pub(super) fn sides(test: &Composition, result: &QuorumResult) -> (u16, u16) {
    let of = |status| result.counts.get(&status).copied().unwrap_or(0);
    (of(test.a), of(test.b))
}

/// "8 KA > 5 SB", with the sign that is true.
pub(super) fn composition_numbers(test: &Composition, result: &QuorumResult) -> String {
    let (a, b) = sides(test, result);
    let sign = match a.cmp(&b) {
        std::cmp::Ordering::Greater => '>',
        std::cmp::Ordering::Equal => '=',
        std::cmp::Ordering::Less => '<',
    };
    format!("{a} {} {sign} {b} {}", test.a.abbreviation(), test.b.abbreviation())
}

fn band(profile: &RuleProfile, result: &QuorumResult) -> Band {
    let composition = profile.quorum.composition.as_ref();
    let members = composition.map_or(result.present, |test| sides(test, result).0);
    Band {
        members,
        others: result.present.saturating_sub(members),
        free: result.base.saturating_sub(result.present),
        mark: result.least(),
    }
}

fn legal(source: &Source, state: LegalState, result: &QuorumResult) -> QuorumField {
    let computed = |yes: &str, no: &str| if result.computed { yes } else { no }.to_owned();
    let found = || found(source);
    let rechnerisch = || computed("rechnerisch beschlussfähig", "rechnerisch nicht beschlussfähig");
    let (words, detail, tone) = match state {
        _ if source.prepared() => (
            "Noch nicht festgestellt".to_owned(),
            computed("rechnerisch beschlussfähig", "rechnerisch noch nicht beschlussfähig"),
            Tone::Plain,
        ),
        LegalState::Deemed if result.computed => {
            ("Noch nicht festgestellt".to_owned(), rechnerisch(), Tone::Plain)
        }
        LegalState::Deemed => (
            "Gilt als beschlussfähig".to_owned(),
            "solange nichts anderes festgestellt ist".to_owned(),
            Tone::Warning,
        ),
        LegalState::Confirmed => ("Beschlussfähig".to_owned(), found(), Tone::Good),
        LegalState::Lacking => ("Beschlussunfähig".to_owned(), found(), Tone::Danger),
        LegalState::Computed => (
            computed("Rechnerisch beschlussfähig", "Rechnerisch nicht beschlussfähig"),
            found(),
            if result.computed { Tone::Plain } else { Tone::Warning },
        ),
        LegalState::Open => (
            "Vorsitz entscheidet".to_owned(),
            rechnerisch(),
            if result.computed { Tone::Plain } else { Tone::Warning },
        ),
    };
    QuorumField { state, words, detail, tone }
}

/// "festgestellt 16:33 durch die Vorsitzende"; empty before the first finding.
fn found(source: &Source) -> String {
    let Some(last) = source.now.findings.last() else { return String::new() };
    let by =
        finder(source, last).map_or("den Vorsitz", |chair| source.names.chair_accusative(chair));
    format!("festgestellt {} durch {by}", last.at.clock())
}

/// Who chaired when it was found. Of two in one minute the order of the acts tells.
fn finder(source: &Source, found: &QuorumFinding) -> Option<PersonId> {
    let order = |act| source.state.entries_of(act).map(|entry| entry.order).next();
    let finds = |event: &Event| {
        matches!(event, Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. })
    };
    let mut before = source.now.chairs.iter().rev().filter(|term| term.from <= found.at);
    let last = before.next()?;
    let Some(earlier) = before.next().filter(|_| last.from == found.at) else {
        return Some(last.person);
    };
    let mut entries = source.state.entries.iter().rev();
    let entry = entries.find(|entry| {
        entry.occurred_at == found.at
            && finds(&entry.event)
            && !source.state.withdrawn.contains_key(&entry.act)
    })?;
    let chaired = order(last.act).is_some_and(|order| order < entry.order);
    Some(if chaired { last.person } else { earlier.person })
}

/// "Rechnerisch beschlussfähig; Beschlussfähigkeit vom Vorsitz festgestellt."
fn law(profile: &RuleProfile, state: LegalState, computed: bool) -> String {
    let sentence = quorum::describe(profile, state, computed);
    let mut letters = sentence.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    bound(&format!("{first}{}.", letters.as_str()))
}

fn announcement(profile: &RuleProfile, result: &QuorumResult) -> String {
    let not = if result.computed { "" } else { "nicht " };
    let present = || format!("{} anwesend", size_numbers(result));
    let by_status = profile.quorum.composition.as_ref().map(|test| {
        let (a, b) = sides(test, result);
        let counted = |count: u16, word| number(usize::from(count), word, word);
        let (a, b) = (counted(a, test.a.abbreviation()), counted(b, test.b.abbreviation()));
        format!("{a}, {b}")
    });
    let numbers = match by_status {
        Some(by_status) if result.size => by_status,
        Some(by_status) => format!("{}, {by_status}", present()),
        None => present(),
    };
    format!("Rechnerisch {not}beschlussfähig: {numbers}")
}
