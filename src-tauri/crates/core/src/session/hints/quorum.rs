//! Hints on the quorum: a test that no longer holds, and what a vote is marked with.

use super::{Seen, hint};
use crate::rules::profile::RuleProfile;
use crate::rules::quorum::{self, Finding, LegalState, QuorumResult};
use crate::rules::{Reason, ReasonCode};
use crate::session::basis::Basis;
use crate::session::command::Command;
use crate::session::state::{Phase, Snapshot};
use alloc::format;
use alloc::vec::Vec;

/// One of the tests does not hold any more, or the chair's finding says something else than the
/// numbers. The quorum line comes first: computed value and legal state are two things.
pub(super) fn computed(seen: &Seen, hints: &mut Vec<Reason>) {
    let found = match seen.entered() {
        Command::EstablishQuorum {} => Some(true),
        Command::DeclareLackOfQuorum {} => Some(false),
        _ => None,
    };
    let Some((profile, now)) = judged(&seen.next.now, seen) else { return };
    let before = judged(&seen.state.now, seen).map(|(_, before)| before);
    let (size, composition) = before.map_or((true, true), |one| (one.size, one.composition));
    let lost = (size && !now.size) || (composition && !now.composition);
    if lost || found.is_some_and(|found| found != now.computed) {
        let fiction = profile.quorum.fiction;
        let state = quorum::legal_state(fiction, seen.next.now.finding(), now.computed);
        let line = quorum::describe(profile, state, now.computed);
        hints.push(hint(ReasonCode::QuorumLine, line));
        hints.extend(now.reasons);
        hints.extend(now.needs_decision);
    }
}

/// The tests for the current item of an open session.
fn judged<'a>(snapshot: &Snapshot, seen: &'a Seen) -> Option<(&'a RuleProfile, QuorumResult)> {
    if snapshot.phase != Phase::Open {
        return None;
    }
    let profile = seen.context.profile(snapshot).ok()?;
    Some((profile, snapshot.basis(profile, snapshot.current).quorum))
}

/// What a vote is marked with when the body is not quorate by numbers or by finding. The vote is
/// recorded all the same: before a finding the body is deemed quorate (§ 49 Abs. 1 S. 2 GO NRW,
/// § 34 Abs. 1 S. 2 KrO NRW), and the finding is the chair's.
pub(in crate::session) fn of_vote(
    before: &Snapshot,
    profile: &RuleProfile,
    basis: &Basis,
) -> Vec<Reason> {
    let computed = basis.quorum.computed;
    let state = quorum::legal_state(profile.quorum.fiction, before.finding(), computed);
    if state == LegalState::Lacking {
        let found = before.findings.iter().rev().find(|one| one.finding == Finding::Lacking);
        let since = found.map(|one| format!(" (um {} Uhr)", one.at.clock())).unwrap_or_default();
        let text = format!(
            "Die Beschlussunfähigkeit ist festgestellt{since}; die Abstimmung wird festgehalten und gekennzeichnet."
        );
        return [hint(ReasonCode::LackOfQuorum, text)].into();
    }
    if computed {
        // Fewer than usual suffice, but somebody else has to approve (§ 65 NKomVG).
        let decides = |one: &&Reason| one.code == ReasonCode::DecidedElsewhere;
        return basis.quorum.needs_decision.iter().filter(decides).cloned().collect();
    }
    if state == LegalState::Deemed {
        let text = format!(
            "Die Beschlussfähigkeit ist rechnerisch nicht gegeben; das Gremium gilt als beschlussfähig, {} ({}).",
            quorum::deemed_until(profile.quorum.fiction),
            profile.quorum.fiction_statute
        );
        // In some Länder the chair has to find the lack of quorum unasked (§ 30 KV M-V).
        let deemed = core::iter::once(hint(ReasonCode::DeemedQuorate, text));
        return deemed.chain(basis.quorum.needs_decision.iter().cloned()).collect();
    }
    let fails = |code| matches!(code, ReasonCode::SizeMissed | ReasonCode::CompositionFails);
    let failed = basis.quorum.reasons.iter().filter(|reason| fails(reason.code));
    failed.chain(&basis.quorum.needs_decision).cloned().collect()
}
