//! What an organization has settled otherwise than its rule profile, with the reason.
//!
//! Some rules are left to the organization (quotas of the standing orders), some do not fit one with
//! a law of its own (§ 71 SGB VIII, § 41 Abs. 5 KrO NRW), and the statutory number of members falls
//! when a list is exhausted (§ 45 KWahlG NRW). The rule that applies on the day of a session is
//! frozen with its preparation, and named in every judgement.

use super::profile::{BlankBallot, Fiction, Op, RuleProfile, Threshold};
use super::quorum::{QuorumInput, deemed_until};
use super::{Reason, ReasonCode};
use crate::membership::covers;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many members a request needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Quota {
    /// So many members.
    Number(u16),
    /// A share of all members.
    Share(Threshold),
}

impl Quota {
    /// Members that a request needs, of so many.
    pub fn required(self, members: u16) -> u16 {
        match self {
            Self::Number(number) => number,
            Self::Share(share) => share.required(members),
        }
    }

    /// At least one member, and not more than there are.
    fn fits(self) -> bool {
        match self {
            Self::Number(number) => number > 0,
            Self::Share(Threshold { op, num, den }) => {
                num > 0 && (num < den || (num == den && op == Op::AtLeast))
            }
        }
    }

    /// "4 Mitgliedern", "mindestens 1/5 der Mitglieder".
    fn words(self) -> String {
        match self {
            Self::Number(1) => String::from("1 Mitglied"),
            Self::Number(number) => format!("{number} Mitgliedern"),
            Self::Share(Threshold { op, num, den }) => {
                let least = if op == Op::More { "mehr als" } else { "mindestens" };
                format!("{least} {num}/{den} der Mitglieder")
            }
        }
    }
}

/// Whether the composition test holds in a second call too (§ 34 Abs. 2, § 41 Abs. 5 KrO NRW;
/// disputed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SecondCallComposition {
    /// It holds.
    Keep,
    /// It does not.
    Waive,
}

/// Why a local rule is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LocalFault {
    /// It gives no reason.
    ReasonMissing,
    /// Its last day lies before its first.
    EndsBeforeStart,
    /// It settles nothing.
    Empty,
    /// Nobody would be a member.
    MembersUnfit,
    /// A quota that nobody, or everybody without asking, reaches.
    QuotaUnfit,
    /// A share that nobody, or nobody at all, makes up.
    ShareUnfit,
    /// Another one applies on one of its days: it would be left to chance which one counts.
    Overlaps,
}

/// What is judged: a local rule is named only where it bears on the judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// The quorum.
    Quorum,
    /// A vote with a majority of all members.
    QualifiedVote,
    /// A vote by ballot.
    SecretVote,
    /// A request for a secret vote or a roll-call.
    Request,
    /// An election by ballot.
    Election,
}

/// What is settled otherwise, from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LocalRule {
    /// Why: the decision, the bylaw, the law. Never empty.
    pub reason: String,
    /// First day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub start_date: Option<NaiveDate>,
    /// Last day, inclusive; open if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub end_date: Option<NaiveDate>,
    /// The statutory number of members, in place of the number of voting seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u16>,
    /// The share that has to be present, in place of the one of the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Threshold>,
    /// There is no composition test here.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub without_composition: bool,
    /// The composition test in a second call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call_composition: Option<SecondCallComposition>,
    /// Deemed quorate until the contrary is found?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiction: Option<Fiction>,
    /// Request for a secret vote, where the law leaves it to the standing orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_request: Option<Quota>,
    /// Request for a roll-call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollcall_request: Option<Quota>,
    /// What a ballot without a mark is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank_ballot: Option<BlankBallot>,
}

impl LocalRule {
    /// Whether it applies on a day.
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        covers(self.start_date, self.end_date, day)
    }

    /// Whether it can be used at all.
    pub fn check(&self) -> Result<(), LocalFault> {
        if self.reason.trim().is_empty() {
            return Err(LocalFault::ReasonMissing);
        }
        if self.start_date.zip(self.end_date).is_some_and(|(start, end)| end < start) {
            return Err(LocalFault::EndsBeforeStart);
        }
        let bare = Self { reason: String::new(), start_date: None, end_date: None, ..self.clone() };
        if bare == Self::default() {
            return Err(LocalFault::Empty);
        }
        if self.members == Some(0) {
            return Err(LocalFault::MembersUnfit);
        }
        if self.threshold.is_some_and(|share| !Quota::Share(share).fits()) {
            return Err(LocalFault::ShareUnfit);
        }
        let quotas = [self.secret_request, self.rollcall_request];
        if quotas.into_iter().flatten().all(Quota::fits) {
            Ok(())
        } else {
            Err(LocalFault::QuotaUnfit)
        }
    }

    /// The profile with what is settled otherwise.
    #[must_use]
    pub fn applied_to(&self, profile: &RuleProfile) -> RuleProfile {
        let mut own = profile.clone();
        if self.without_composition {
            own.quorum.composition = None;
        }
        if let Some(threshold) = self.threshold.filter(|share| *share != own.quorum.threshold) {
            own.quorum.threshold = threshold;
            own.quorum.statute = String::from("abweichende Regelung");
        }
        if let Some(fiction) = self.fiction.filter(|fiction| *fiction != own.quorum.fiction) {
            own.quorum.fiction = fiction;
            own.quorum.fiction_statute = String::from("abweichende Regelung");
        }
        if let Some(blank) = self.blank_ballot {
            own.vote.blank_ballot = blank;
        }
        own.local = Some(self.clone());
        own
    }

    /// The input of the quorum tests with the settled number of members. Seats beyond it are those
    /// that fell away: they are not vacant besides.
    pub(super) fn counted<'a>(&self, input: &'a QuorumInput) -> Cow<'a, QuorumInput> {
        let Some(members) = self.members else { return Cow::Borrowed(input) };
        let lost = input.seats.saturating_sub(members);
        let vacant = input.vacant.saturating_sub(lost);
        Cow::Owned(QuorumInput { seats: members, vacant, ..input.clone() })
    }

    /// What is settled otherwise for a judgement, and why; nothing where it does not bear on it.
    pub fn reason(&self, of: Judgement) -> Option<Reason> {
        let parts = self.parts(of);
        if parts.is_empty() {
            return None;
        }
        let text = format!(
            "Abweichend vom Regelprofil gilt hier: {}. Grund: {}",
            parts.join(". "),
            ended(self.reason.trim())
        );
        Some(Reason { code: ReasonCode::LocalRule, text })
    }

    fn parts(&self, of: Judgement) -> Vec<String> {
        let members = || {
            self.members.map(|members| match members {
                1 => String::from("Maßstab ist 1 Mitglied"),
                more => format!("Maßstab sind {more} Mitglieder"),
            })
        };
        let blank = || {
            self.blank_ballot.map(|blank| {
                String::from(match blank {
                    BlankBallot::Abstention => "Leere Stimmzettel gelten als Enthaltung",
                    BlankBallot::Invalid => "Leere Stimmzettel gelten als ungültig",
                })
            })
        };
        let asked = |how: &str, quota: Option<Quota>| {
            quota.map(|quota| format!("{how} wird auf Verlangen von {} abgestimmt", quota.words()))
        };
        let share = || {
            let share = Quota::Share(self.threshold?).words();
            Some(format!("Beschlussfähig ist das Gremium mit {share}"))
        };
        let parts = match of {
            Judgement::Quorum => {
                let [composition, again, fiction] = self.quorum_parts();
                [members(), share(), composition, again, fiction]
            }
            Judgement::QualifiedVote => [members(), None, None, None, None],
            Judgement::SecretVote | Judgement::Election => [blank(), None, None, None, None],
            Judgement::Request => [
                members(),
                asked("Geheim", self.secret_request),
                asked("Namentlich", self.rollcall_request),
                None,
                None,
            ],
        };
        parts.into_iter().flatten().collect()
    }

    fn quorum_parts(&self) -> [Option<String>; 3] {
        let composition = self
            .without_composition
            .then(|| String::from("Das Verhältnis der Mitgliedergruppen wird nicht geprüft"));
        let again = self.second_call_composition.map(|again| {
            String::from(match again {
                SecondCallComposition::Keep => {
                    "Das Verhältnis der Mitgliedergruppen ist auch bei der zweiten Einberufung zu wahren"
                }
                SecondCallComposition::Waive => {
                    "Bei der zweiten Einberufung wird das Verhältnis der Mitgliedergruppen nicht geprüft"
                }
            })
        });
        let fiction = self.fiction.map(|fiction| match fiction {
            Fiction::None => {
                String::from("Das Gremium gilt nicht ohne Weiteres als beschlussfähig")
            }
            Fiction::Unclear => {
                String::from("Ob das Gremium als beschlussfähig gilt, entscheidet der Vorsitz")
            }
            _ => format!("Das Gremium gilt als beschlussfähig, {}", deemed_until(fiction)),
        });
        [composition, again, fiction]
    }
}

/// A sentence with its full stop.
fn ended(text: &str) -> Cow<'_, str> {
    if text.ends_with(['.', '!', '?']) { text.into() } else { format!("{text}.").into() }
}

#[cfg(test)]
mod tests;
