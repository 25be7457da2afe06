//! Majorities: what the numbers of a vote decide, and the German words for it.
//!
//! § 35 Abs. 1 KrO NRW, § 50 Abs. 1 GO NRW: more Yes than No; a tie is a rejection. § 35 Abs. 5 KrO
//! NRW, § 50 Abs. 5 GO NRW: abstentions and invalid votes do not count for the majority. Qualified
//! majorities are a share of a base. Some Länder forbid abstentions (Art. 48 Abs. 1 S. 2 GO BY) or
//! secret votes on motions (§ 54 Abs. 2 HGO). "Einstimmig" with abstentions follows common usage (OVG
//! Lüneburg 10 LC 117/22: abstentions do not prevent unanimity).

use super::profile::{BlankBallot, Threshold, VoteRule};
use super::{Reason, ReasonCode};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Votes counted; the numbers are votes, not persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Ja.
    pub yes: u16,
    /// Nein.
    pub no: u16,
    /// Enthaltungen.
    pub abstain: u16,
    /// Ungültig.
    #[serde(default)]
    pub invalid: u16,
}

impl Count {
    /// All votes cast, abstentions and invalid ones included.
    pub fn total(self) -> u32 {
        [self.yes, self.no, self.abstain, self.invalid].into_iter().map(u32::from).sum()
    }

    /// With ballots without a mark as what they are by the rule.
    #[must_use]
    pub fn with_blank(mut self, blank: u16, rule: &VoteRule) -> Self {
        let sum = match rule.blank_ballot {
            BlankBallot::Abstention => &mut self.abstain,
            BlankBallot::Invalid => &mut self.invalid,
        };
        *sum = sum.saturating_add(blank);
        self
    }
}

/// What the proposal has to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Majority {
    /// More Yes than No.
    Simple,
    /// A share of a base (the statutory number, or those entitled and present).
    Qualified {
        /// The share.
        threshold: Threshold,
        /// The base.
        base: u16,
    },
    /// No contrary vote; abstentions and invalid votes do not count.
    Unanimous,
}

impl Majority {
    /// Whether so many Yes and No reach it.
    pub fn reached(self, yes: u16, no: u16) -> bool {
        yes > no
            && match self {
                Self::Simple => true,
                Self::Unanimous => no == 0,
                Self::Qualified { threshold, base } => threshold.holds(yes, base),
            }
    }

    /// "erforderlich sind 40 Ja-Stimmen", nothing where more Yes than No suffice.
    pub fn required_words(self) -> Option<String> {
        match self {
            Self::Simple => None,
            Self::Unanimous => Some(String::from("erforderlich ist Einstimmigkeit")),
            Self::Qualified { threshold, base } => Some(match threshold.required(base) {
                1 => String::from("erforderlich ist 1 Ja-Stimme"),
                more => format!("erforderlich sind {more} Ja-Stimmen"),
            }),
        }
    }
}

/// How the vote was taken, as far as the words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Open.
    Open,
    /// Namentlich.
    Rollcall,
    /// Geheim.
    Secret,
}

/// What a vote decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum VoteOutcome {
    /// Angenommen.
    Accepted,
    /// Abgelehnt.
    Rejected,
    /// Numbers and persons, or numbers and announcement, contradict each other.
    Inconsistent,
}

/// The judgement of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VoteResult {
    /// Outcome.
    pub outcome: VoteOutcome,
    /// German words for the minutes: "einstimmig bei 2 Enthaltungen angenommen".
    pub wording: String,
    /// What the clerk should know.
    pub hints: Vec<Reason>,
}

/// Judges a counted vote against those entitled and present.
pub fn judge(
    rule: &VoteRule,
    entitled: u16,
    count: Count,
    method: Method,
    majority: Majority,
) -> VoteResult {
    let mut hints = Vec::new();
    if count.total() > u32::from(entitled) {
        let text = too_many(count.total(), entitled);
        hints.push(Reason { code: ReasonCode::TooManyVotes, text: text.clone() });
        return VoteResult { outcome: VoteOutcome::Inconsistent, wording: text, hints };
    }
    if method == Method::Secret && !rule.secret_forbidden.is_empty() {
        let text = format!(
            "Eine geheime Abstimmung über Anträge ist unzulässig ({}).",
            rule.secret_forbidden
        );
        hints.push(Reason { code: ReasonCode::SecretForbidden, text: text.clone() });
        return VoteResult { outcome: VoteOutcome::Inconsistent, wording: text, hints };
    }
    if method == Method::Secret && !rule.open_only.is_empty() {
        let text = format!(
            "Das Gesetz sieht offene Abstimmungen vor ({}); bitte prüfen Sie, ob geheim abgestimmt werden darf.",
            rule.open_only
        );
        hints.push(Reason { code: ReasonCode::VotesOpen, text });
    }
    if count.abstain > 0 {
        hints.extend(forbidden(rule));
    }
    let missing = u32::from(entitled) - count.total();
    if missing > 0 {
        hints.push(Reason { code: ReasonCode::NotAllVoted, text: not_all(missing) });
    }
    VoteResult { hints, ..words(count, method, majority) }
}

/// What the numbers decide and the words for it, whoever was entitled.
pub(crate) fn words(count: Count, method: Method, majority: Majority) -> VoteResult {
    let accepted = majority.reached(count.yes, count.no);
    let outcome = if accepted { VoteOutcome::Accepted } else { VoteOutcome::Rejected };
    let wording = wording(count, method, majority, accepted);
    VoteResult { outcome, wording, hints: Vec::new() }
}

/// What an abstention is where the law forbids it; nothing where it is allowed.
pub(crate) fn forbidden(rule: &VoteRule) -> Option<Reason> {
    let statute = rule.abstention_forbidden.as_str();
    let text = || format!("Stimmenthaltung ist unzulässig ({statute}).");
    (!statute.is_empty()).then(|| Reason { code: ReasonCode::AbstentionForbidden, text: text() })
}

/// The sentence for more votes than persons.
pub(crate) fn too_many(votes: u32, entitled: u16) -> String {
    let noun = if votes == 1 { "Stimme" } else { "Stimmen" };
    let persons = match entitled {
        1 => String::from("1 stimmberechtigten Person"),
        more => format!("{more} Stimmberechtigten"),
    };
    format!("{votes} {noun} bei {persons} – bitte prüfen")
}

/// The sentence for members who cast no vote.
pub(crate) fn not_all(missing: u32) -> String {
    if missing == 1 {
        String::from("1 stimmberechtigtes Mitglied ohne Stimmabgabe")
    } else {
        format!("{missing} stimmberechtigte Mitglieder ohne Stimmabgabe")
    }
}

pub(crate) fn number(count: u16, singular: &str, plural: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {singular}")),
        more => Some(format!("{more} {plural}")),
    }
}

/// "3 Gegenstimmen und 2 Enthaltungen", "3 Gegenstimmen, 1 Enthaltung und 1 ungültigen Stimme".
pub(crate) fn listing(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => format!(" bei {last}"),
        Some((last, rest)) => format!(" bei {} und {last}", rest.join(", ")),
    }
}

fn wording(count: Count, method: Method, majority: Majority, accepted: bool) -> String {
    let against = number(count.no, "Gegenstimme", "Gegenstimmen");
    let abstain = number(count.abstain, "Enthaltung", "Enthaltungen");
    let invalid = number(count.invalid, "ungültigen Stimme", "ungültigen Stimmen");
    let verb = if accepted { "angenommen" } else { "abgelehnt" };
    let required = majority
        .required_words()
        .filter(|_| !accepted)
        .map_or_else(String::new, |words| format!(" ({words})"));
    if !accepted && count.yes == count.no && count.yes > 0 {
        let invalid = number(count.invalid, "ungültige Stimme", "ungültige Stimmen")
            .map_or_else(String::new, |invalid| format!("; {invalid}"));
        return format!("bei Stimmengleichheit abgelehnt{required}{invalid}");
    }
    if method == Method::Secret {
        let bei = listing([abstain, invalid]);
        return format!(
            "in geheimer Abstimmung mit {} zu {} Stimmen{bei} {verb}{required}",
            count.yes, count.no
        );
    }
    if accepted {
        return if count.no == 0 {
            format!("einstimmig{} {verb}", listing([abstain, invalid]))
        } else {
            format!("mehrheitlich{} {verb}", listing([against, abstain, invalid]))
        };
    }
    if count.yes == 0 && count.no == 0 {
        return String::from("abgelehnt (keine Mehrheit der Ja-Stimmen)");
    }
    if count.yes == 0 {
        return format!("einstimmig{} {verb}{required}", listing([abstain, invalid]));
    }
    let yes = number(count.yes, "Ja-Stimme", "Ja-Stimmen").unwrap_or_default();
    let bei = listing([against, abstain, invalid]);
    format!("mit {yes}{bei} {verb}{required}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::profile::Op;
    use crate::testing::profiles;

    /// Words of law.md section 3, one row per case: yes, no, abstain, invalid, method, wording.
    #[test]
    fn words_follow_from_the_numbers() {
        use Method::{Open, Secret};
        for (yes, no, abstain, invalid, method, expected) in [
            (9, 0, 0, 0, Open, "einstimmig angenommen"),
            (6, 3, 0, 0, Open, "mehrheitlich bei 3 Gegenstimmen angenommen"),
            (7, 1, 1, 0, Open, "mehrheitlich bei 1 Gegenstimme und 1 Enthaltung angenommen"),
            (4, 4, 1, 0, Open, "bei Stimmengleichheit abgelehnt"),
            (1, 0, 8, 0, Open, "einstimmig bei 8 Enthaltungen angenommen"),
            (0, 0, 9, 0, Open, "abgelehnt (keine Mehrheit der Ja-Stimmen)"),
            (2, 3, 4, 0, Open, "mit 2 Ja-Stimmen bei 3 Gegenstimmen und 4 Enthaltungen abgelehnt"),
            (0, 8, 1, 0, Open, "einstimmig bei 1 Enthaltung abgelehnt"),
            (
                4,
                3,
                1,
                1,
                Secret,
                "in geheimer Abstimmung mit 4 zu 3 Stimmen bei 1 Enthaltung und 1 ungültigen Stimme angenommen",
            ),
            (3, 3, 0, 3, Secret, "bei Stimmengleichheit abgelehnt; 3 ungültige Stimmen"),
        ] {
            let count = Count { yes, no, abstain, invalid };
            assert_eq!(
                judge(&profiles::committee().vote, 9, count, method, Majority::Simple).wording,
                expected
            );
        }
    }

    #[test]
    fn a_qualified_majority_needs_its_share_of_the_base() {
        let threshold = Threshold { op: Op::AtLeast, num: 2, den: 3 };
        let two_thirds = Majority::Qualified { threshold, base: 79 };
        let vote = |yes, no| {
            let count = Count { yes, no, ..Count::default() };
            judge(&profiles::committee().vote, 79, count, Method::Open, two_thirds)
        };
        assert_eq!(vote(53, 20).outcome, VoteOutcome::Accepted);
        let missed = vote(52, 10);
        assert_eq!(missed.outcome, VoteOutcome::Rejected);
        assert_eq!(
            missed.wording,
            "mit 52 Ja-Stimmen bei 10 Gegenstimmen abgelehnt (erforderlich sind 53 Ja-Stimmen)"
        );
    }

    /// § 35 Abs. 3 S. 1 KrO NRW: one contrary vote defeats a single list; an abstention does not.
    #[test]
    fn unanimity_fails_by_one_contrary_vote() {
        for (yes, no, abstain, method, expected) in [
            (11, 0, 0, Method::Open, "einstimmig angenommen"),
            (9, 0, 2, Method::Open, "einstimmig bei 2 Enthaltungen angenommen"),
            (
                10,
                1,
                0,
                Method::Open,
                "mit 10 Ja-Stimmen bei 1 Gegenstimme abgelehnt (erforderlich ist Einstimmigkeit)",
            ),
            (
                10,
                1,
                0,
                Method::Secret,
                "in geheimer Abstimmung mit 10 zu 1 Stimmen abgelehnt (erforderlich ist Einstimmigkeit)",
            ),
            (0, 0, 11, Method::Open, "abgelehnt (keine Mehrheit der Ja-Stimmen)"),
        ] {
            let count = Count { yes, no, abstain, invalid: 0 };
            let rule = profiles::committee().vote;
            let result = judge(&rule, 11, count, method, Majority::Unanimous);
            assert_eq!(result.wording, expected);
            assert_eq!(result.outcome == VoteOutcome::Accepted, yes > 0 && no == 0);
        }
    }

    #[test]
    fn more_votes_than_persons_are_inconsistent() {
        let count = Count { yes: 6, no: 3, abstain: 1, invalid: 0 };
        let rule = profiles::committee().vote;
        let result = judge(&rule, 9, count, Method::Open, Majority::Simple);
        assert_eq!(result.outcome, VoteOutcome::Inconsistent);
        assert_eq!(result.wording, "10 Stimmen bei 9 Stimmberechtigten – bitte prüfen");
    }
}
