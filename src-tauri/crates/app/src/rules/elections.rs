//! Answers on rounds of elections: what they give, who runs off by the chair's finding, words for it.

use super::settled;
use crate::core::rules::ReasonCode;
use crate::core::rules::election::{self, ElectionOutcome, Judged, Round};
use crate::core::rules::local::Judgement;
use crate::core::rules::profile::RuleProfile;
use crate::core::rules::wording::{self, KnownRound};
use serde_json::{Value, json};

/// What a round gives; who is elected by ballot, and nobody has said anything yet.
pub(super) fn answer(
    profile: &RuleProfile,
    round: &Round<String>,
    run_off: &[String],
    words: Option<&str>,
) -> Result<Value, String> {
    let rule = &profile.election;
    let judged = election::judge(rule, round);
    let wording = election::wording(rule, round, &judged, String::clone);
    let mut answer =
        json!({"outcome": judged.outcome, "names": judged.leaders, "wording": wording});
    let mut hints: Vec<String> =
        election::run_off_explained(rule, round, &judged).into_iter().collect();
    if !run_off.is_empty() {
        hints.extend(settled_on(profile, round, &judged, run_off)?);
        answer["run_off"] = run_off.into();
    }
    hints.extend(settled::sentence(profile, Judgement::Election));
    if !hints.is_empty() {
        answer["hints"] = hints.into();
    }
    if let Some(words) = words {
        let notes = held_against(profile, round, &judged, words);
        let contradicts = notes.iter().any(|one| one.code == ReasonCode::WordingContradicts);
        answer["fits"] = notes.is_empty().into();
        answer["contradicts"] = contradicts.into();
        answer["notes"] = json!(notes);
    }
    Ok(answer)
}

/// Refused is what cannot be recorded in a session either.
fn settled_on(
    profile: &RuleProfile,
    round: &Round<String>,
    judged: &Judged<String>,
    persons: &[String],
) -> Result<Vec<String>, String> {
    if judged.outcome != ElectionOutcome::Runoff {
        return Err("Auf diesen Wahlgang folgt keine engere Wahl.".to_owned());
    }
    let all: Vec<String> = round.candidates.iter().map(|(name, _)| name.clone()).collect();
    if let Some(other) = persons.iter().find(|one| !all.contains(one)) {
        return Err(format!("{other} stand in diesem Wahlgang nicht zur Wahl."));
    }
    if persons.len() < 2 {
        return Err("Eine engere Wahl findet zwischen mindestens zwei Personen statt.".to_owned());
    }
    Ok(election::run_off_settled(&profile.election, round, (&all, persons), String::clone))
}

fn held_against(
    profile: &RuleProfile,
    round: &Round<String>,
    judged: &Judged<String>,
    words: &str,
) -> Vec<crate::core::rules::Reason> {
    let elected = match judged.outcome {
        ElectionOutcome::Elected => judged.leaders.first(),
        _ => None,
    };
    let elected = round.candidates.iter().position(|(name, _)| Some(name) == elected);
    let known = KnownRound {
        rule: &profile.election,
        round,
        outcome: judged.outcome,
        base: judged.base,
        elected,
        by_ballot: true,
        answer: None,
    };
    wording::check_round(words, known)
}
