//! Requests for a roll-call or a secret vote, and which of them goes first.
//!
//! § 35 Abs. 1 KrO NRW, § 50 Abs. 1 GO NRW: secret at the request of a fifth of all members, not of
//! those present; by roll-call at the request of a number that the standing orders fix; for the same
//! item the secret vote goes first. What the vote then gives is `majority`.

use super::majority::Method;
use super::profile::RuleProfile;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Who asked for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Requests {
    /// All members of the body, present or not.
    pub members: u16,
    /// Members who ask for a secret vote.
    pub secret: u16,
    /// Members who ask for a roll-call.
    pub rollcall: u16,
    /// Number that the standing orders ask for a secret vote, where the law says none.
    pub secret_quota: Option<u16>,
    /// Number that the standing orders ask for a roll-call; one where they say nothing.
    pub rollcall_quota: Option<u16>,
}

/// How the vote is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Granted {
    /// The method.
    pub method: Method,
    /// Members who have to ask for a secret vote; none where it cannot be asked for.
    pub secret_required: Option<u16>,
    /// Members who have to ask for a roll-call.
    pub rollcall_required: u16,
    /// German sentences.
    pub reasons: Vec<String>,
}

/// Which request is granted.
pub fn judge(profile: &RuleProfile, asked: Requests) -> Granted {
    let rule = &profile.vote;
    let by_law = rule.secret_request.map(|share| share.required(asked.members));
    let secret_required = match rule.secret_forbidden.as_str() {
        "" => by_law.or(asked.secret_quota),
        _ => None,
    };
    let rollcall_required = asked.rollcall_quota.unwrap_or(1);
    let mut reasons = Vec::new();
    let statute = match rule.request_statute.as_str() {
        "" => String::from("Geschäftsordnung"),
        statute => String::from(statute),
    };
    if asked.secret > 0 {
        reasons.push(match secret_required {
            None if !rule.secret_forbidden.is_empty() => format!(
                "Eine geheime Abstimmung über Anträge ist unzulässig ({}).",
                rule.secret_forbidden
            ),
            None => String::from(
                "Wie viele Mitglieder eine geheime Abstimmung verlangen können, ist hier nicht hinterlegt; maßgeblich sind Gesetz und Geschäftsordnung.",
            ),
            Some(required) => format!(
                "Geheime Abstimmung: verlangt von {}, erforderlich {} {required} von {} ({statute}).",
                asked.secret,
                if required == 1 { "ist" } else { "sind" },
                match asked.members {
                    1 => String::from("1 Mitglied"),
                    more => format!("{more} Mitgliedern"),
                }
            ),
        });
    }
    let secret = secret_required.is_some_and(|required| asked.secret >= required.max(1));
    let rollcall = asked.rollcall >= rollcall_required.max(1);
    if asked.rollcall > 0 {
        reasons.push(match asked.rollcall_quota {
            Some(required) => format!(
                "Namentliche Abstimmung: verlangt von {}, erforderlich nach der Geschäftsordnung {required}.",
                asked.rollcall
            ),
            // Nobody may read a number into standing orders that nobody has seen.
            None => format!(
                "Namentliche Abstimmung: verlangt von {}; die erforderliche Zahl bestimmt die Geschäftsordnung, hinterlegt ist keine.",
                asked.rollcall
            ),
        });
    }
    if secret && rollcall {
        reasons.push(format!("Die geheime Abstimmung geht der namentlichen vor ({statute})."));
    }
    let method = match (secret, rollcall) {
        (true, _) => Method::Secret,
        (false, true) => Method::Rollcall,
        (false, false) => Method::Open,
    };
    Granted { method, secret_required, rollcall_required, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::profiles;

    /// V12 and V13 of law.md section 3: members, secret, roll-call, method, required for secret.
    #[test]
    fn a_fifth_of_all_members_and_the_secret_vote_first() {
        for (members, secret, rollcall, method, required) in [
            (17, 3, 0, Method::Open, 4),
            (17, 4, 0, Method::Secret, 4),
            (17, 4, 1, Method::Secret, 4),
            (17, 3, 1, Method::Rollcall, 4),
            (15, 3, 0, Method::Secret, 3),
            (1, 0, 0, Method::Open, 1),
        ] {
            let asked = Requests { members, secret, rollcall, ..Requests::default() };
            let granted = judge(&profiles::committee(), asked);
            assert_eq!((granted.method, granted.secret_required), (method, Some(required)));
            assert_eq!(
                granted.reasons.len(),
                usize::from(secret > 0)
                    + usize::from(rollcall > 0)
                    + usize::from(method == Method::Secret && rollcall > 0)
            );
        }
    }

    #[test]
    fn where_the_law_says_nothing_the_standing_orders_do_and_a_ban_stays_one() {
        let mut profile = profiles::committee();
        profile.vote.secret_request = None;
        let asked = Requests { members: 17, secret: 5, ..Requests::default() };
        assert_eq!(judge(&profile, asked).method, Method::Open);
        let with_quota = Requests { secret_quota: Some(5), ..asked };
        assert_eq!(judge(&profile, with_quota).method, Method::Secret);
        profile.vote.secret_forbidden = String::from("§ 54 Abs. 2 HGO");
        let refused = judge(&profile, with_quota);
        assert_eq!((refused.method, refused.secret_required), (Method::Open, None));
        assert_eq!(
            refused.reasons,
            ["Eine geheime Abstimmung über Anträge ist unzulässig (§ 54 Abs. 2 HGO)."]
        );
    }
}
