//! Single elections by ballot or show of hands.
//!
//! § 35 Abs. 2 KrO NRW, § 50 Abs. 2 GO NRW: elected is who has more than half of the valid votes; No
//! is valid, abstentions are not counted. Otherwise a run-off between all who reached the two
//! highest numbers of votes, by relative majority; on a tie the chair draws the lot. One candidate
//! without majority has no run-off partner and is not elected. Other Länder measure against those
//! entitled and present (§ 37 Abs. 7 GemO BW), or call No and blank ballots invalid and repeat an
//! election with half of them invalid (Art. 51 Abs. 3 GO BY). Seats of committees (Abs. 3) are not
//! computed here.

use super::majority::too_many;
use super::profile::{ElectionBase, ElectionRule};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Votes of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// 1, or 2 for the run-off.
    pub number: u8,
    /// Persons entitled and present, if known.
    pub entitled: Option<u16>,
    /// Votes by candidate.
    pub candidates: BTreeMap<String, u16>,
    /// No-votes.
    pub no: u16,
    /// Abstentions.
    pub abstain: u16,
    /// Invalid votes.
    pub invalid: u16,
}

/// What a round decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElectionOutcome {
    /// Gewählt.
    Elected,
    /// Engere Wahl.
    Runoff,
    /// Los durch den Vorsitz.
    Lot,
    /// Nicht gewählt; new nominations.
    NotElected,
    /// Too many ballots are invalid: the election is held again.
    Repeat,
    /// Numbers and persons contradict each other.
    Inconsistent,
}

/// The judgement of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElectionResult {
    /// Outcome.
    pub outcome: ElectionOutcome,
    /// Who is elected, in the run-off or in the lot, by name.
    pub names: Vec<String>,
    /// German words for the minutes.
    pub wording: String,
}

/// Judges one round.
pub fn judge(rule: &ElectionRule, round: &Round) -> ElectionResult {
    let add = |sum: u32, votes: u16| sum.saturating_add(u32::from(votes));
    let for_persons = round.candidates.values().copied().fold(0, add);
    let cast = add(add(add(for_persons, round.no), round.abstain), round.invalid);
    if let Some(entitled) = round.entitled.filter(|entitled| cast > u32::from(*entitled)) {
        return result(ElectionOutcome::Inconsistent, &[], too_many(cast, entitled));
    }
    if rule.base == ElectionBase::ValidWithoutNo && cast > 0 && for_persons * 2 <= cast {
        let wording = format!(
            "mindestens die Hälfte der Stimmen ist ungültig; die Wahl ist zu wiederholen ({})",
            rule.statute
        );
        return result(ElectionOutcome::Repeat, &[], wording);
    }
    let (base, of) = match rule.base {
        ElectionBase::Valid => valid_votes(add(for_persons, round.no)),
        ElectionBase::ValidWithoutNo => valid_votes(for_persons),
        ElectionBase::PresentEntitled => {
            let entitled = round.entitled.map_or(cast, u32::from);
            (entitled, format!("{entitled} anwesenden Stimmberechtigten"))
        }
    };
    let most = round.candidates.values().copied().max().unwrap_or(0);
    let leaders = names_with(round, most);
    if let ([winner], true) = (leaders.as_slice(), most > 0) {
        let by_majority = u32::from(most).saturating_mul(2) > base;
        // In the run-off the relative majority decides (§ 50 Abs. 2 S. 5 GO NRW).
        if by_majority || (round.number >= 2 && round.candidates.len() > 1) {
            let wording = format!("{winner} ist mit {most} von {of} gewählt");
            return result(ElectionOutcome::Elected, &leaders, wording);
        }
    }
    if round.candidates.len() < 2 || most == 0 {
        let wording = format!("nicht gewählt ({most} von {of})");
        return result(ElectionOutcome::NotElected, &[], wording);
    }
    if round.number >= 2 {
        let wording =
            format!("Stimmengleichheit zwischen {}; das Los zieht der Vorsitz", listed(&leaders));
        return result(ElectionOutcome::Lot, &leaders, wording);
    }
    let second = round.candidates.values().copied().filter(|votes| *votes < most).max();
    let mut names = leaders;
    if let (1, Some(second)) = (names.len(), second) {
        names.extend(names_with(round, second));
    }
    let wording = format!("engere Wahl zwischen {}", listed(&names));
    result(ElectionOutcome::Runoff, &names, wording)
}

/// The number of valid votes, and it in words.
fn valid_votes(valid: u32) -> (u32, String) {
    let noun = if valid == 1 { "gültigen Stimme" } else { "gültigen Stimmen" };
    (valid, format!("{valid} {noun}"))
}

fn names_with(round: &Round, votes: u16) -> Vec<String> {
    round
        .candidates
        .iter()
        .filter(|(_, own)| **own == votes)
        .map(|(name, _)| name.clone())
        .collect()
}

fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} und {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn result(outcome: ElectionOutcome, names: &[String], wording: String) -> ElectionResult {
    ElectionResult { outcome, names: names.to_vec(), wording }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::profiles;
    use alloc::string::ToString;

    fn rule() -> ElectionRule {
        profiles::committee().election
    }

    fn round(number: u8, votes: &[(&str, u16)], no: u16) -> Round {
        let candidates = votes.iter().map(|(name, votes)| ((*name).to_string(), *votes)).collect();
        Round { number, entitled: None, candidates, no, abstain: 0, invalid: 0 }
    }

    #[test]
    fn majority_of_the_valid_votes_then_run_off_then_lot() {
        use ElectionOutcome::{Elected, Lot, NotElected, Runoff};
        for (round, outcome, names) in [
            (round(1, &[("A", 5)], 4), Elected, &["A"][..]),
            (round(1, &[("A", 4)], 4), NotElected, &[]),
            (round(2, &[("A", 4)], 5), NotElected, &[]),
            (round(1, &[("A", 4), ("B", 3), ("C", 2)], 0), Runoff, &["A", "B"]),
            (round(1, &[("A", 4), ("B", 4), ("C", 2)], 0), Runoff, &["A", "B"]),
            (round(1, &[("A", 4), ("B", 3), ("C", 3)], 0), Runoff, &["A", "B", "C"]),
            (round(2, &[("A", 4), ("B", 4)], 0), Lot, &["A", "B"]),
            (round(2, &[("A", 4), ("B", 3)], 0), Elected, &["A"]),
            (round(1, &[("A", 0), ("B", 0)], 0), NotElected, &[]),
        ] {
            let result = judge(&rule(), &round);
            assert_eq!(
                (result.outcome, result.names.as_slice()),
                (outcome, names_of(names).as_slice()),
                "{round:?}"
            );
        }
    }

    fn names_of(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_agree_and_do_not_overflow() {
        assert_eq!(
            judge(&rule(), &round(1, &[("A", 1)], 0)).wording,
            "A ist mit 1 von 1 gültigen Stimme gewählt"
        );
        let mut most = round(1, &[("A", u16::MAX), ("B", u16::MAX)], u16::MAX);
        (most.abstain, most.invalid) = (u16::MAX, u16::MAX);
        assert_eq!(judge(&rule(), &most).outcome, ElectionOutcome::Runoff);
        most.entitled = Some(1);
        assert_eq!(
            judge(&rule(), &most).wording,
            "327675 Stimmen bei 1 stimmberechtigten Person – bitte prüfen"
        );
    }
}
