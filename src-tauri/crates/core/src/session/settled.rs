//! A judgement of a vote or a request under a local rule names it. What the rule changes is in the
//! profile already; the quorum and the rounds of an election name it themselves.

use super::command::Tally;
use super::event::Event;
use crate::rules::local::Judgement;
use crate::rules::profile::{MajorityId, RuleProfile};

/// Adds what is settled otherwise, and why, where it bears on the judgement.
pub(super) fn name_rule(events: &mut [Event], profile: &RuleProfile) {
    for event in events {
        match event {
            Event::VoteClosed { tally, majority, result, .. } => {
                let secret = matches!(tally, Tally::Secret { .. }).then_some(Judgement::SecretVote);
                // Without a share of the members their number bears on nothing.
                let shared = |id: &MajorityId| {
                    let mut named = profile.vote.qualified.iter();
                    named.any(|one| one.id == *id && one.threshold.is_some())
                };
                let qualified = majority.as_ref().filter(|id| shared(id));
                let qualified = qualified.map(|_| Judgement::QualifiedVote);
                let bearing = [secret, qualified].into_iter().flatten();
                result.hints.extend(bearing.filter_map(|of| profile.settled(of)));
            }
            Event::VoteMethodRequested { granted, .. } => {
                let reason = profile.settled(Judgement::Request);
                granted.reasons.extend(reason.map(|reason| reason.text));
            }
            _ => {}
        }
    }
}
