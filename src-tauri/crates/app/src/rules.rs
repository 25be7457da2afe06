//! Answers rule questions, one JSON object per line: the rules on their own, without a session.

use crate::core::membership::Status;
use crate::core::rules::election::{self, Round};
use crate::core::rules::majority::{self, Count, Majority, Method};
use crate::core::rules::profile::{RuleProfile, Threshold};
use crate::core::rules::quorum::{self, Counts, QuorumInput, SecondCall};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
enum Question {
    Quorum {
        profile: String,
        seats: u16,
        present: BTreeMap<Status, u16>,
        #[serde(default)]
        recused: BTreeMap<Status, u16>,
        #[serde(default)]
        vacant: u16,
        #[serde(default)]
        advisory_present: u16,
        #[serde(default)]
        second_call: Option<SecondCall>,
    },
    Vote {
        profile: String,
        entitled: u16,
        yes: u16,
        no: u16,
        abstain: u16,
        #[serde(default)]
        invalid: u16,
        method: Method,
        #[serde(default)]
        statutory: Option<u16>,
        #[serde(default)]
        majority: Option<Share>,
    },
    Election {
        profile: String,
        #[serde(default)]
        entitled: Option<u16>,
        round: u8,
        candidates: BTreeMap<String, u16>,
        no: u16,
        abstain: u16,
        invalid: u16,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    base: Base,
    #[serde(flatten)]
    threshold: Threshold,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Base {
    Statutory,
    Entitled,
}

/// The answer to one line and whether it was an error.
pub fn answer(profiles: &[RuleProfile], line: &str) -> (Value, bool) {
    let parsed: Result<Value, _> = serde_json::from_str(line);
    let id = parsed.as_ref().ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null);
    let answered =
        parsed.map_err(|fault| fault.to_string()).and_then(|value| judge(profiles, value));
    match answered {
        Ok(mut answer) => {
            answer["id"] = id;
            (answer, false)
        }
        Err(error) => (json!({"id": id, "error": error}), true),
    }
}

/// Fields of a vector line that carry the expectation, not the question.
const BESIDE: [&str; 3] = ["id", "expect", "note"];

fn judge(profiles: &[RuleProfile], mut line: Value) -> Result<Value, String> {
    if let Value::Object(fields) = &mut line {
        for beside in BESIDE {
            fields.remove(beside);
        }
    }
    let question: Question =
        serde_json::from_value(line).map_err(|fault| format!("nicht verständlich: {fault}"))?;
    match question {
        Question::Quorum {
            profile,
            seats,
            present,
            recused,
            vacant,
            advisory_present,
            second_call,
        } => {
            let profile = find(profiles, &profile)?;
            let input = QuorumInput {
                seats,
                present: members(profile, present)?,
                recused: members(profile, recused)?,
                vacant,
                advisers: advisory_present,
                second_call,
            };
            Ok(quorum_answer(profile, &input))
        }
        Question::Vote {
            profile,
            entitled,
            yes,
            no,
            abstain,
            invalid,
            method,
            statutory,
            majority,
        } => {
            find(profiles, &profile)?;
            let majority = match majority {
                None => Majority::Simple,
                Some(Share { base, threshold }) => {
                    if threshold.den == 0 {
                        return Err("der Nenner der Mehrheit ist 0".to_owned());
                    }
                    let base = match base {
                        Base::Entitled => entitled,
                        Base::Statutory => {
                            statutory.ok_or("die gesetzliche Zahl (statutory) fehlt")?
                        }
                    };
                    Majority::Qualified { threshold, base }
                }
            };
            let count = Count { yes, no, abstain, invalid };
            let result = majority::judge(entitled, count, method, majority);
            let hints: Vec<&str> = result.hints.iter().map(|hint| hint.text.as_str()).collect();
            Ok(json!({"outcome": result.outcome, "wording": result.wording, "hints": hints}))
        }
        Question::Election { profile, entitled, round, candidates, no, abstain, invalid } => {
            find(profiles, &profile)?;
            let round = Round { number: round, entitled, candidates, no, abstain, invalid };
            serde_json::to_value(election::judge(&round)).map_err(|fault| fault.to_string())
        }
    }
}

fn find<'a>(profiles: &'a [RuleProfile], id: &str) -> Result<&'a RuleProfile, String> {
    profiles
        .iter()
        .find(|profile| profile.id.0 == id)
        .ok_or_else(|| format!("das Regelprofil „{id}“ ist nicht bekannt"))
}

/// Persons of a status that has no vote in this body are an error, zero of them are none.
fn members(profile: &RuleProfile, counts: Counts) -> Result<Counts, String> {
    let counts: Counts = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    match counts.keys().find(|status| !profile.voting_statuses.contains(status)) {
        None => Ok(counts),
        Some(status) => Err(format!("der Status {status:?} stimmt in diesem Gremium nicht ab")),
    }
}

fn quorum_answer(profile: &RuleProfile, input: &QuorumInput) -> Value {
    let result = quorum::judge(profile, input);
    let state = quorum::legal_state(profile.quorum.fiction, None, result.computed);
    let texts = |reasons: &[crate::core::rules::Reason]| -> Vec<String> {
        reasons.iter().map(|reason| reason.text.clone()).collect()
    };
    json!({
        "computed": result.computed,
        "size": result.size,
        "composition": result.composition,
        "required": result.required,
        "reasons": texts(&result.reasons),
        "legal_state": state,
        "needs_decision": texts(&result.needs_decision),
    })
}
