//! Questions under a local rule: `"local"` of a line, as an organization has it in master data.

use super::unreadable;
use crate::core::rules::local::{Judgement, LocalRule, Quota};
use crate::core::rules::majority::{Majority, Method};
use crate::core::rules::profile::RuleProfile;
use crate::core::rules::request::Requests;
use crate::messages;
use serde::Deserialize;
use serde_json::Value;

/// The profile with what is settled otherwise.
pub(super) fn over(profile: &RuleProfile, settled: &Value) -> Result<RuleProfile, String> {
    let rule =
        LocalRule::deserialize(settled).map_err(|fault| unreadable(&fault, Some(settled)))?;
    let unfit = |why| format!("Die abweichende Regel (local): {}", messages::local_fault(why));
    rule.check().map_err(unfit)?;
    Ok(rule.applied_to(profile))
}

/// What is settled otherwise for a judgement, as a German sentence.
pub(super) fn sentence(profile: &RuleProfile, of: Judgement) -> Option<String> {
    profile.settled(of).map(|reason| reason.text)
}

/// The same for a vote: only what bears on it.
pub(super) fn of_vote(profile: &RuleProfile, method: Method, majority: Majority) -> Vec<String> {
    let secret = (method == Method::Secret).then_some(Judgement::SecretVote);
    let qualified =
        matches!(majority, Majority::Qualified { .. }).then_some(Judgement::QualifiedVote);
    [secret, qualified].into_iter().flatten().filter_map(|of| sentence(profile, of)).collect()
}

/// The statutory number of members, where it is settled.
pub(super) fn members(profile: &RuleProfile) -> Option<u16> {
    profile.local.as_ref()?.members
}

/// A request with the members and the quotas that are settled, where the line names none.
pub(super) fn asked(profile: &RuleProfile, asked: Requests) -> Requests {
    let members = profile.members(asked.members);
    let local = profile.local.as_ref();
    let own = |quota: Option<Quota>| quota.map(|quota| quota.required(members));
    let secret_quota = asked.secret_quota.or(own(local.and_then(|local| local.secret_request)));
    let rollcall_quota =
        asked.rollcall_quota.or(own(local.and_then(|local| local.rollcall_request)));
    Requests { members, secret_quota, rollcall_quota, ..asked }
}
