//! Single elections by ballot or show of hands.
//!
//! § 35 Abs. 2 KrO NRW, § 50 Abs. 2 GO NRW: elected is who has more than half of the valid votes; No
//! is valid, abstentions are not counted. Otherwise a run-off between all who reached the two
//! highest numbers of votes, by relative majority; on a tie the chair draws the lot. One candidate
//! without majority has no run-off partner and is not elected; neither is who has nobody beside them
//! that got a vote, nor anybody where nobody got one. Other Länder measure against those
//! entitled and present (§ 37 Abs. 7 GemO BW), or call No and blank ballots invalid and repeat an
//! election with half of them invalid (Art. 51 Abs. 3 GO BY). Seats of committees (Abs. 3) are not
//! computed here. Whoever asks says what stands for a person: a name, or an id.

use super::majority::too_many;
use super::profile::{ElectionBase, ElectionRule, OpenElection};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Which round it is, as far as another majority decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// More than half is needed.
    #[default]
    First,
    /// Engere Wahl: the relative majority decides (§ 50 Abs. 2 S. 5 GO NRW).
    Runoff,
}

impl Stage {
    /// The first round, as without any further word.
    pub fn is_first(&self) -> bool {
        *self == Self::First
    }
}

/// Votes of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round<K> {
    /// Which round.
    pub stage: Stage,
    /// Persons entitled and present, if known.
    pub entitled: Option<u16>,
    /// Candidates with their votes, each once, in the order in which they are to be named.
    pub candidates: Vec<(K, u16)>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<K> {
    /// Outcome.
    pub outcome: ElectionOutcome,
    /// Who is elected, in the run-off or in the lot; those with more votes first.
    pub leaders: Vec<K>,
    /// Most votes for one person.
    pub most: u16,
    /// What more than half is measured against: valid votes, or persons entitled and present.
    pub base: u32,
}

impl<K> Round<K> {
    fn for_persons(&self) -> u32 {
        self.candidates.iter().fold(0, |sum, (_, votes)| add(sum, *votes))
    }

    /// All votes, abstentions and invalid ones included.
    pub fn cast(&self) -> u32 {
        [self.no, self.abstain, self.invalid].into_iter().fold(self.for_persons(), add)
    }
}

fn add(sum: u32, votes: u16) -> u32 {
    sum.saturating_add(u32::from(votes))
}

/// Judges one round.
pub fn judge<K: Clone>(rule: &ElectionRule, round: &Round<K>) -> Judged<K> {
    let (for_persons, cast) = (round.for_persons(), round.cast());
    let base = match rule.base {
        ElectionBase::Valid => add(for_persons, round.no),
        ElectionBase::ValidWithoutNo => for_persons,
        ElectionBase::PresentEntitled => round.entitled.map_or(cast, u32::from),
    };
    let most = round.candidates.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
    let judged = |outcome, leaders| Judged { outcome, leaders, most, base };
    if round.entitled.is_some_and(|entitled| cast > u32::from(entitled)) {
        return judged(ElectionOutcome::Inconsistent, Vec::new());
    }
    if rule.base == ElectionBase::ValidWithoutNo
        && cast > 0
        && for_persons.saturating_mul(2) <= cast
    {
        return judged(ElectionOutcome::Repeat, Vec::new());
    }
    let mut leaders = with(round, most);
    if leaders.len() == 1 && most > 0 {
        let by_majority = u32::from(most).saturating_mul(2) > base;
        if by_majority || (round.stage == Stage::Runoff && round.candidates.len() > 1) {
            return judged(ElectionOutcome::Elected, leaders);
        }
    }
    if round.candidates.len() < 2 || most == 0 {
        return judged(ElectionOutcome::NotElected, Vec::new());
    }
    if round.stage == Stage::Runoff {
        return judged(ElectionOutcome::Lot, leaders);
    }
    // Who got no vote reached no number of votes.
    let second = round.candidates.iter().map(|(_, votes)| *votes);
    let second = second.filter(|votes| *votes > 0 && *votes < most);
    match (leaders.len(), second.max()) {
        (1, None) => judged(ElectionOutcome::NotElected, Vec::new()),
        (1, Some(second)) => {
            leaders.extend(with(round, second));
            judged(ElectionOutcome::Runoff, leaders)
        }
        _ => judged(ElectionOutcome::Runoff, leaders),
    }
}

fn with<K: Clone>(round: &Round<K>, votes: u16) -> Vec<K> {
    let same = round.candidates.iter().filter(|(_, own)| *own == votes);
    same.map(|(candidate, _)| candidate.clone()).collect()
}

/// German words for what a round gave.
pub fn wording<K>(
    rule: &ElectionRule,
    round: &Round<K>,
    judged: &Judged<K>,
    name: impl Fn(&K) -> String,
) -> String {
    let names = || listed(&judged.leaders.iter().map(&name).collect::<Vec<_>>());
    let share = share(rule.base, judged.most, judged.base);
    match judged.outcome {
        ElectionOutcome::Elected => format!("{} ist mit {share} gewählt", names()),
        ElectionOutcome::Runoff => format!("engere Wahl zwischen {}", names()),
        ElectionOutcome::Lot => {
            format!("Stimmengleichheit zwischen {}; das Los zieht der Vorsitz", names())
        }
        ElectionOutcome::NotElected => format!("nicht gewählt ({share})"),
        ElectionOutcome::Repeat => repeated(rule),
        ElectionOutcome::Inconsistent => too_many(round.cast(), round.entitled.unwrap_or(0)),
    }
}

/// Who runs off, where the two highest numbers of votes are not those of two persons (§ 50 Abs. 2 GO NRW,
/// § 35 Abs. 2 KrO NRW); nothing where they are, or nobody runs off.
pub fn run_off_explained<K>(
    rule: &ElectionRule,
    round: &Round<K>,
    judged: &Judged<K>,
) -> Option<String> {
    if judged.outcome != ElectionOutcome::Runoff {
        return None;
    }
    let (most, statute) = (judged.most, &rule.statute);
    let persons = |number: u16| round.candidates.iter().filter(|(_, own)| *own == number).count();
    let below = round.candidates.iter().map(|(_, own)| *own).filter(|own| *own < most);
    let next = below.max().unwrap_or(0);
    let all = "sie alle nehmen an der engeren Wahl teil";
    match (persons(most), persons(next)) {
        (1, 1) => None,
        (1, more) => Some(format!(
            "Die zweithöchste Stimmenzahl ({next}) haben {more} Personen erreicht; {all} ({statute})."
        )),
        (2, _) if next == 0 => None,
        (2, _) => Some(format!(
            "Die höchste Stimmenzahl ({most}) haben 2 Personen erreicht; zwischen ihnen findet die engere Wahl statt ({statute}). Soll auch die nächste Stimmenzahl ({next}) zu den beiden höchsten zählen, entscheidet das der Vorsitz."
        )),
        (more, _) => Some(format!(
            "Die höchste Stimmenzahl ({most}) haben {more} Personen erreicht; {all} ({statute})."
        )),
    }
}

/// What the clerk should know of those whom the chair lets run off: who reached neither of the two highest
/// numbers of votes, and who did and is left out. `eligible` are those who can be in it.
pub fn run_off_settled<K: PartialEq>(
    rule: &ElectionRule,
    round: &Round<K>,
    (eligible, settled): (&[K], &[K]),
    name: impl Fn(&K) -> String,
) -> Vec<String> {
    let statute = &rule.statute;
    let numbers = || round.candidates.iter().map(|(_, own)| *own);
    let most = numbers().max().unwrap_or(0);
    let next = numbers().filter(|own| *own < most).max().unwrap_or(0);
    let reached = |votes: u16| votes > 0 && votes >= next;
    let is_in = |one: &K| settled.contains(one);
    let with_next = |(one, own): &(K, u16)| *own == next && next > 0 && is_in(one);
    let first = round.candidates.iter().filter(|(_, own)| *own == most).count();
    let shares = round.candidates.iter().any(with_next);
    let mut said = Vec::new();
    if first > 1 && shares {
        said.push(format!(
            "Die höchste Stimmenzahl ({most}) haben {first} Personen erreicht; die nächste ({next}) zählt nach der Feststellung des Vorsitzes auch zu den beiden höchsten ({statute})."
        ));
    }
    for (one, own) in &round.candidates {
        let votes = if *own == 1 { String::from("1 Stimme") } else { format!("{own} Stimmen") };
        if is_in(one) && !reached(*own) {
            said.push(format!(
                "{} hat mit {votes} keine der beiden höchsten Stimmenzahlen erreicht ({statute}).",
                name(one)
            ));
        }
        let due = *own == most || (reached(*own) && (first == 1 || shares));
        if eligible.contains(one) && !is_in(one) && due {
            said.push(format!(
                "{} hat mit {votes} eine der beiden höchsten Stimmenzahlen erreicht und nimmt nicht teil ({statute}).",
                name(one)
            ));
        }
    }
    said
}

/// What a round gave, as the minutes say it; names as they stand after "wird" where somebody is elected,
/// after "zwischen" where they run off. `announced`: numbers contradict each other, and the chair
/// announced it all the same. With nobody named the chair finds who runs off.
pub fn line(outcome: ElectionOutcome, share: &str, names: &str, announced: bool) -> String {
    match outcome {
        ElectionOutcome::Elected if announced => {
            format!("{names} wird mit {share} als gewählt bekannt gegeben")
        }
        ElectionOutcome::Elected => format!("{names} wird mit {share} gewählt"),
        ElectionOutcome::Runoff if names.is_empty() => {
            String::from("keine Mehrheit; es folgt eine engere Wahl")
        }
        ElectionOutcome::Runoff => {
            format!("keine Mehrheit; es folgt die engere Wahl zwischen {names}")
        }
        ElectionOutcome::Lot => {
            format!("Stimmengleichheit zwischen {names}; es entscheidet das Los")
        }
        ElectionOutcome::NotElected => format!("keine Mehrheit ({share}); niemand ist gewählt"),
        ElectionOutcome::Repeat => {
            String::from("mindestens die Hälfte der Stimmen ist ungültig; die Wahl wird wiederholt")
        }
        ElectionOutcome::Inconsistent => {
            String::from("die Zahlen des Wahlgangs widersprechen einander")
        }
    }
}

/// "5 von 9 gültigen Stimmen", "11 von 20 anwesenden Stimmberechtigten".
pub fn share(base: ElectionBase, votes: u16, of: u32) -> String {
    let noun = match (base, of) {
        (ElectionBase::PresentEntitled, _) => "anwesenden Stimmberechtigten",
        (_, 1) => "gültigen Stimme",
        _ => "gültigen Stimmen",
    };
    format!("{votes} von {of} {noun}")
}

/// What elects in a round between so many: "mehr als die Hälfte der gültigen Stimmen". One alone has
/// nobody to have more votes than, in a run-off neither.
pub fn needed(rule: &ElectionRule, stage: Stage, candidates: usize) -> &'static str {
    match (stage, rule.base) {
        (Stage::Runoff, _) if candidates > 1 => "die meisten Stimmen",
        (_, ElectionBase::PresentEntitled) => {
            "mehr als die Hälfte der Stimmen der anwesenden Stimmberechtigten"
        }
        _ => "mehr als die Hälfte der gültigen Stimmen",
    }
}

/// Open only if nobody objects (§ 35 Abs. 2 KrO NRW, § 50 Abs. 2 GO NRW), or if all agree (§ 39
/// BbgKVerf): whether they did is known in the room alone. None where the law says nothing of it.
pub fn open_only(rule: &ElectionRule) -> Option<String> {
    let condition = match rule.open {
        OpenElection::Unsaid => return None,
        OpenElection::UnlessObjected => "wenn niemand widerspricht",
        OpenElection::Agreed => "wenn dies einstimmig beschlossen ist",
    };
    let statute = &rule.statute;
    Some(format!(
        "Offen gewählt wird nur, {condition}; sonst wird mit Stimmzetteln gewählt ({statute})."
    ))
}

/// Why an election is held again.
pub fn repeated(rule: &ElectionRule) -> String {
    format!(
        "mindestens die Hälfte der Stimmen ist ungültig; die Wahl ist zu wiederholen ({})",
        rule.statute
    )
}

/// "A, B und C".
pub fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} und {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::profiles;
    use alloc::string::ToString;

    fn rule() -> ElectionRule {
        profiles::committee().election
    }

    fn round(number: u8, votes: &[(&'static str, u16)], no: u16) -> Round<&'static str> {
        let stage = if number == 1 { Stage::First } else { Stage::Runoff };
        Round { stage, entitled: None, candidates: votes.to_vec(), no, abstain: 0, invalid: 0 }
    }

    fn words(round: &Round<&str>) -> String {
        wording(&rule(), round, &judge(&rule(), round), |name| (*name).to_string())
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
            (round(2, &[("A", 0), ("B", 0)], 9), NotElected, &[]),
            // Nobody else got a vote: there is nobody to run off against.
            (round(1, &[("A", 5), ("B", 0)], 7), NotElected, &[]),
            (round(1, &[("A", 5), ("B", 0), ("C", 1)], 7), Runoff, &["A", "C"]),
            // More votes first, then as they were proposed.
            (round(1, &[("C", 3), ("B", 4), ("A", 3)], 0), Runoff, &["B", "C", "A"]),
        ] {
            let judged = judge(&rule(), &round);
            assert_eq!((judged.outcome, judged.leaders.as_slice()), (outcome, names), "{round:?}");
        }
    }

    #[test]
    fn who_runs_off_is_explained_where_numbers_are_equal() {
        let told = |votes: &[(&'static str, u16)]| {
            let round = round(1, votes, 0);
            let judged = judge(&rule(), &round);
            let names = judged.leaders.concat();
            (names, run_off_explained(&rule(), &round, &judged))
        };
        let (plain, other) = (told(&[("A", 8), ("B", 7), ("C", 5)]), told(&[("A", 8), ("B", 8)]));
        assert_eq!((plain, other), (("AB".into(), None), ("AB".into(), None)));
        assert_eq!(told(&[("A", 8), ("B", 8), ("C", 0)]), ("AB".into(), None));
        assert_eq!(told(&[("A", 9), ("B", 4)]), ("A".into(), None), "elected");
        for (votes, names, words) in [
            (&[("A", 8), ("B", 8), ("C", 4)][..], "AB", "die nächste Stimmenzahl (4)"),
            (
                &[("A", 8), ("B", 6), ("C", 6)],
                "ABC",
                "zweithöchste Stimmenzahl (6) haben 2 Personen",
            ),
            (&[("A", 5), ("B", 5), ("C", 5)], "ABC", "höchste Stimmenzahl (5) haben 3 Personen"),
            (&[("A", 5), ("B", 5), ("C", 5), ("D", 4)], "ABC", "haben 3 Personen erreicht"),
        ] {
            let (found, said) = told(votes);
            assert_eq!(found, names, "{votes:?}");
            let said = said.unwrap();
            assert!(said.contains(words) && said.contains(&rule().statute), "{votes:?}: {said}");
        }
    }

    /// The chair settles who runs off; what the numbers say against it is told.
    #[test]
    fn who_the_chair_lets_run_off_is_held_against_the_numbers() {
        let third = "zählt nach der Feststellung des Vorsitzes auch zu den beiden höchsten";
        let neither = "keine der beiden höchsten Stimmenzahlen erreicht";
        let out = "eine der beiden höchsten Stimmenzahlen erreicht und nimmt nicht teil";
        for (votes, settled, said) in [
            (&[("A", 8), ("B", 8), ("C", 4)][..], &["A", "B", "C"][..], &[third][..]),
            (&[("A", 8), ("B", 8), ("C", 4)], &["A", "B"], &[]),
            (&[("A", 8), ("B", 8), ("C", 4)], &["A", "C"], &[third, out]),
            (&[("A", 8), ("B", 8), ("C", 4), ("D", 4)], &["A", "B", "C"], &[third, out]),
            (&[("A", 8), ("B", 8), ("C", 4), ("D", 1)], &["A", "B", "D"], &[neither]),
            (&[("A", 9), ("B", 4), ("C", 4)], &["A", "B", "C"], &[]),
            // By lot, or because the chair reads the law so.
            (&[("A", 9), ("B", 4), ("C", 4)], &["A", "B"], &[out]),
            (&[("A", 9), ("B", 4), ("C", 1)], &["A", "B", "C"], &[neither]),
            (&[("A", 5), ("B", 5), ("C", 0)], &["A", "B", "C"], &[neither]),
        ] {
            let round = round(1, votes, 3);
            let all: Vec<&str> = votes.iter().map(|(name, _)| *name).collect();
            let found =
                run_off_settled(&rule(), &round, (&all, settled), |name| (*name).to_string());
            let fits = found.len() == said.len()
                && found.iter().zip(said).all(|(one, part)| one.contains(part));
            assert!(fits, "{votes:?} {settled:?}: {found:?}");
        }
        // Who withdrew is not missed.
        let round = round(1, &[("A", 8), ("B", 8), ("C", 4)], 0);
        let found = run_off_settled(&rule(), &round, (&["A", "C"], &["A", "C"]), |n| (*n).into());
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn numbers_agree_and_do_not_overflow() {
        assert_eq!(words(&round(1, &[("A", 1)], 0)), "A ist mit 1 von 1 gültigen Stimme gewählt");
        let mut most = round(1, &[("A", u16::MAX), ("B", u16::MAX)], u16::MAX);
        (most.abstain, most.invalid) = (u16::MAX, u16::MAX);
        assert_eq!(judge(&rule(), &most).outcome, ElectionOutcome::Runoff);
        let invalid = ElectionRule { base: ElectionBase::ValidWithoutNo, ..rule() };
        let persons = (0..40_000).map(|_| ("A", u16::MAX)).collect();
        let many = Round { candidates: persons, ..most.clone() };
        assert_eq!(judge(&invalid, &many).outcome, ElectionOutcome::Runoff);
        most.entitled = Some(1);
        assert_eq!(words(&most), "327675 Stimmen bei 1 stimmberechtigten Person – bitte prüfen");
    }
}
