//! Questions about votes: what the numbers give, and whether a participation was decisive.

use super::settled;
use crate::core::rules::ReasonCode;
use crate::core::rules::decisive::{self, Questioned};
use crate::core::rules::majority::{self, Count, Majority, Method};
use crate::core::rules::profile::{Op, RuleProfile, Threshold};
use crate::core::rules::wording::{self, Known};
use crate::core::session::command::{Announced, Choice};
use serde::Deserialize;
use serde_json::{Value, json};

/// What do these numbers give?
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vote {
    pub(super) profile: String,
    entitled: u16,
    yes: u16,
    no: u16,
    abstain: u16,
    #[serde(default)]
    invalid: u16,
    /// Ballots without a mark, in a secret vote.
    #[serde(default)]
    blank: u16,
    method: Method,
    #[serde(default)]
    statutory: Option<u16>,
    #[serde(default)]
    majority: Option<Share>,
}

/// Would the result stand without votes that should not have been cast?
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Participation {
    pub(super) profile: String,
    entitled: u16,
    yes: u16,
    no: u16,
    #[serde(default)]
    abstain: u16,
    #[serde(default)]
    invalid: u16,
    /// How many.
    questioned: u16,
    /// How they were cast; the worst case if nobody knows.
    #[serde(default)]
    choice: Option<Choice>,
    #[serde(default)]
    statutory: Option<u16>,
    #[serde(default)]
    majority: Option<Share>,
}

/// Do these words fit such a result?
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    pub(super) profile: String,
    entitled: u16,
    words: String,
    /// What the chair announced.
    announced: Announced,
    /// A number that nobody recorded is left out.
    #[serde(default)]
    yes: Option<u16>,
    #[serde(default)]
    no: Option<u16>,
    #[serde(default)]
    abstain: Option<u16>,
    #[serde(default)]
    invalid: Option<u16>,
    method: Method,
}

/// A majority beyond the simple one: by the id that it has in the profile, or in numbers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    base: Option<Base>,
    #[serde(default)]
    op: Option<Op>,
    #[serde(default)]
    num: Option<u16>,
    #[serde(default)]
    den: Option<u16>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Base {
    Statutory,
    StatutoryWithoutHvb,
    Entitled,
}

impl Vote {
    pub(super) fn answer(self, profile: &RuleProfile) -> Result<Value, String> {
        let Self { entitled, yes, no, abstain, invalid, blank, method, .. } = self;
        if blank > 0 && method != Method::Secret {
            return Err("Leere Stimmzettel (blank) gibt es nur bei geheimer Abstimmung.".to_owned());
        }
        let movers =
            self.majority.as_ref().and_then(|share| movers(profile, share, self.statutory));
        let majority = required(profile, self.majority, entitled, self.statutory)?;
        let count = Count { yes, no, abstain, invalid }.with_blank(blank, &profile.vote);
        let result = majority::judge(&profile.vote, entitled, count, method, majority);
        let own = settled::of_vote(profile, method, majority);
        let hints: Vec<String> =
            result.hints.into_iter().map(|hint| hint.text).chain(movers).chain(own).collect();
        Ok(json!({"outcome": result.outcome, "wording": result.wording, "hints": hints}))
    }
}

impl Wording {
    pub(super) fn answer(self, profile: &RuleProfile) -> Value {
        let Self { entitled, words, announced, yes, no, abstain, invalid, method, .. } = self;
        let accepted = announced == Announced::Accepted;
        let known = Known { accepted, entitled, votes: [yes, no, abstain, invalid], method };
        let notes = wording::check(&profile.vote, &words, known);
        let contradicts = notes.iter().any(|one| one.code == ReasonCode::WordingContradicts);
        json!({"fits": notes.is_empty(), "contradicts": contradicts, "notes": notes})
    }
}

impl Participation {
    pub(super) fn answer(self, profile: &RuleProfile) -> Result<Value, String> {
        let Self { entitled, yes, no, abstain, invalid, questioned: asked, choice, .. } = self;
        let majority = required(profile, self.majority, entitled, self.statutory)?;
        let count = Count { yes, no, abstain, invalid };
        let votes = count.total();
        if votes > u32::from(entitled) {
            return Err(format!(
                "{votes} Stimmen bei {entitled} Stimmberechtigten sind nicht möglich."
            ));
        }
        let cast = match choice {
            None => votes,
            Some(Choice::Yes) => yes.into(),
            Some(Choice::No) => no.into(),
            Some(Choice::Abstain) => abstain.into(),
        };
        if asked == 0 || u32::from(asked) > cast {
            return Err(format!("{asked} Stimmen können hier nicht in Frage stehen."));
        }
        let result = decisive::judge(count, majority, in_question(asked, choice));
        Ok(json!({
            "decisive": result.decisive,
            "wording": result.wording(),
            "without": {"yes": result.yes, "no": result.no},
            "statute": profile.quorum.bias_effect_statute,
        }))
    }
}

fn in_question(asked: u16, choice: Option<Choice>) -> Questioned {
    let mut votes = Questioned::default();
    match choice {
        None => votes.unknown = asked,
        Some(Choice::Yes) => votes.known.yes = asked,
        Some(Choice::No) => votes.known.no = asked,
        Some(Choice::Abstain) => votes.known.abstain = asked,
    }
    votes
}

/// How many members have to move what a named majority is for.
fn movers(profile: &RuleProfile, share: &Share, statutory: Option<u16>) -> Option<String> {
    let id = share.id.as_ref()?;
    let named = profile.vote.qualified.iter().find(|one| one.id.0 == *id)?;
    named.movers(settled::members(profile).or(statutory)?)
}

/// More Yes than No, or the majority that is asked for.
fn required(
    profile: &RuleProfile,
    asked: Option<Share>,
    entitled: u16,
    statutory: Option<u16>,
) -> Result<Majority, String> {
    let Some(share) = asked else { return Ok(Majority::Simple) };
    let statutory = settled::members(profile).or(statutory);
    let statutory =
        || statutory.ok_or_else(|| "Die gesetzliche Zahl (statutory) fehlt.".to_owned());
    if let Some(id) = share.id {
        if share.base.is_some() || share.op.is_some() || share.num.is_some() || share.den.is_some()
        {
            return Err("Eine Mehrheit hat eine Kennung (id) oder Zahlen, nicht beides.".to_owned());
        }
        let named = profile.vote.qualified.iter().find(|one| one.id.0 == id);
        let named =
            named.ok_or_else(|| format!("Das Regelprofil kennt die Mehrheit „{id}“ nicht."))?;
        return Ok(match named.threshold {
            Some(_) => named.majority(statutory()?),
            None => named.majority(0),
        });
    }
    let missing = |name: &str| format!("Die Angabe „{name}“ fehlt.");
    let threshold = Threshold {
        op: share.op.ok_or_else(|| missing("op"))?,
        num: share.num.ok_or_else(|| missing("num"))?,
        den: share.den.ok_or_else(|| missing("den"))?,
    };
    if threshold.den == 0 {
        return Err("Der Nenner der Mehrheit (den) ist 0.".to_owned());
    }
    let base = match share.base {
        Some(Base::Entitled) => entitled,
        Some(Base::Statutory) => statutory()?,
        Some(Base::StatutoryWithoutHvb) => statutory()?.saturating_sub(1),
        None => return Err(missing("base")),
    };
    Ok(Majority::Qualified { threshold, base })
}
