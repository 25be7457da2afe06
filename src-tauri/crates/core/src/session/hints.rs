//! What the clerk should know after an act, in whole German sentences. Hints never refuse.

use super::basis::Basis;
use super::command::Command;
use super::decide::Context;
use super::state::{ItemState, Phase, Snapshot, State};
use crate::agenda_item::ItemKind;
use crate::membership::SeatKind;
use crate::rules::profile::RuleProfile;
use crate::rules::quorum::{self, Finding, LegalState};
use crate::rules::substitution::{self, Basis as SubstitutionBasis};
use crate::rules::{Reason, ReasonCode};
use crate::{AgendaItemId, PersonId, SeatId, VoteId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Hints of a decision that took `state` to `next`.
pub(super) fn of(state: &State, next: &State, command: &Command, context: &Context) -> Vec<Reason> {
    let mut hints = Vec::new();
    let entered = match command {
        Command::Correct { replacement: Some(entered), .. } => entered,
        other => other,
    };
    computed_quorum(state, next, entered, context, &mut hints);
    // Only an act that holds a vote has one; looking through all of them is not free.
    if matches!(entered, Command::RecordVote { .. })
        && let Some(closed) =
            next.now.vote(VoteId::of_act(context.act)).and_then(|vote| vote.closed.as_ref())
    {
        hints.extend(closed.result.hints.iter().cloned());
    }
    match entered {
        Command::SeatSubstitute { seat, substitute } => {
            let before = match command {
                Command::Correct { act, .. } => state.without(*act, context.at),
                _ => state.at(context.at).into_owned(),
            };
            substitute_hints(&before, *seat, *substitute, context, &mut hints);
        }
        Command::CloseItem { item, settles } => {
            closed_item(&next.now, *item, settles, &mut hints);
        }
        Command::CloseMeeting {} => closed_meeting(&next.now, &mut hints),
        _ => {}
    }
    hints
}

fn hint(code: ReasonCode, text: impl Into<String>) -> Reason {
    Reason { code, text: text.into() }
}

/// The computed quorum was lost, or the chair's finding says something else.
fn computed_quorum(
    state: &State,
    next: &State,
    entered: &Command,
    context: &Context,
    hints: &mut Vec<Reason>,
) {
    let found = match entered {
        Command::EstablishQuorum {} => Some(true),
        Command::DeclareLackOfQuorum {} => Some(false),
        _ => None,
    };
    let Some(now) = computed(&next.now, context) else { return };
    let lost = !now.computed && computed(&state.now, context).is_none_or(|before| before.computed);
    if lost || found.is_some_and(|found| found != now.computed) {
        hints.extend(now.reasons);
        hints.extend(now.needs_decision);
    }
}

fn computed(snapshot: &Snapshot, context: &Context) -> Option<quorum::QuorumResult> {
    if snapshot.phase != Phase::Open {
        return None;
    }
    let profile = context.profile(snapshot).ok()?;
    Some(Basis::of(profile, &snapshot.seats_now()).quorum)
}

/// What a vote is marked with when the body is not quorate by numbers or by finding. The vote is
/// recorded all the same: before a finding the body is deemed quorate (§ 49 Abs. 1 S. 2 GO NRW,
/// § 34 Abs. 1 S. 2 KrO NRW), and the finding is the chair's.
pub(super) fn quorum_of_vote(
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
        return Vec::new();
    }
    if state == LegalState::Deemed {
        let text = format!(
            "Die Beschlussfähigkeit ist rechnerisch nicht gegeben; das Gremium gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist ({}).",
            profile.quorum.fiction_statute
        );
        return [hint(ReasonCode::DeemedQuorate, text)].into();
    }
    let fails = |code| matches!(code, ReasonCode::SizeMissed | ReasonCode::CompositionFails);
    let failed = basis.quorum.reasons.iter().filter(|reason| fails(reason.code));
    failed.chain(&basis.quorum.needs_decision).cloned().collect()
}

/// § 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW: the order is fixed. Another one is recorded as
/// it was announced. Whether an expert citizen may stand in for a member of the assembly is decided
/// locally; the person counts by the own status.
fn substitute_hints(
    before: &Snapshot,
    seat: SeatId,
    substitute: PersonId,
    context: &Context,
    hints: &mut Vec<Reason>,
) {
    let Some(state) = before.seats.get(&seat) else { return };
    let order = super::attend::candidates(before, state);
    if substitution::basis(&order, substitute) == SubstitutionBasis::NotAppointed {
        hints.push(hint(ReasonCode::SubstitutionOrder, "Die Vertretung ist für diesen Sitz nicht bestellt (§ 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW)."));
    } else if !substitution::passed_over(&order, substitute).is_empty() {
        hints.push(hint(ReasonCode::SubstitutionOrder, "In der festgelegten Reihenfolge geht eine andere Vertretung vor (§ 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW)."));
    }
    let Some(member) = state.member else {
        hints.push(hint(ReasonCode::Vacant, "Der Sitz ist nicht besetzt; vertreten wird hier kein Mitglied (§ 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW)."));
        return;
    };
    let Some(plan) = before.plan.as_ref() else { return };
    let status = context.directory.status(substitute, plan.organization, plan.start.date());
    let Some(status) = status.filter(|status| *status != member.status) else { return };
    let votes =
        context.profile(before).is_ok_and(|profile| profile.voting_statuses.contains(&status));
    if state.kind == SeatKind::Voting && !votes {
        hints.push(hint(ReasonCode::SubstituteStatus, "Die Vertretung hat in diesem Gremium kein Stimmrecht; der Sitz zählt nicht mit (§ 41 Abs. 6 KrO NRW, § 58 Abs. 4 GO NRW)."));
    } else if state.kind == SeatKind::Voting {
        hints.push(hint(ReasonCode::SubstituteStatus, "Die Vertretung zählt nach ihrem eigenen Status, nicht nach dem des vertretenen Mitglieds (§ 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW)."));
    }
}

fn closed_item(
    now: &Snapshot,
    item: AgendaItemId,
    settles: &[AgendaItemId],
    hints: &mut Vec<Reason>,
) {
    let open = now.items.iter().filter(|one| one.item.parent == Some(item) && !one.settled());
    if let Some(numbers) = listed(open) {
        let text = format!("Noch nicht abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::SubItemsOpen, text));
    }
    let without = now.item(item).filter(|one| lacks_outcome(now, one));
    if let Some(numbers) = listed(without.into_iter()) {
        let text = format!("Ohne Ergebnis abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::OutcomeMissing, text));
    }
    let concerned = |of: AgendaItemId| of == item || settles.contains(&of);
    let lasting = now.recusals.iter().filter(|one| one.to.is_none() && concerned(one.item));
    match lasting.count() {
        0 => {}
        1 => hints.push(hint(ReasonCode::RecusalLasts, "Zu diesem Tagesordnungspunkt ist 1 Person noch als ausgeschlossen eingetragen; bis zur Rückkehr an den Tisch zählt sie nicht mit.")),
        more => hints.push(hint(ReasonCode::RecusalLasts, format!("Zu diesem Tagesordnungspunkt sind {more} Personen noch als ausgeschlossen eingetragen; bis zur Rückkehr an den Tisch zählen sie nicht mit."))),
    }
}

fn closed_meeting(now: &Snapshot, hints: &mut Vec<Reason>) {
    let open = now.items.iter().filter(|one| !one.settled());
    if let Some(numbers) = listed(open) {
        let text = format!("Noch nicht abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::ItemsOpen, text));
    }
    let without = now.items.iter().filter(|one| one.closed.is_some() && lacks_outcome(now, one));
    if let Some(numbers) = listed(without) {
        let text = format!("Ohne Ergebnis abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::OutcomeMissing, text));
    }
    let marked = |one: &&ItemState| {
        now.votes.iter().any(|vote| vote.item == one.item.id && vote.changed.is_some())
    };
    if let Some(numbers) = listed(now.items.iter().filter(marked)) {
        let text = format!(
            "Die Grundlage einer Abstimmung hat sich geändert und ist noch nicht bestätigt: {numbers}."
        );
        hints.push(hint(ReasonCode::BasisUnsettled, text));
    }
}

/// Nothing became of the item or of one below it, and nobody said that this is on purpose. What is
/// only a heading or a formality needs no outcome.
fn lacks_outcome(now: &Snapshot, one: &ItemState) -> bool {
    if matches!(one.item.kind, ItemKind::Formalities | ItemKind::Addenda) {
        return false;
    }
    let has = |one: &ItemState| {
        !one.outcomes.is_empty() || now.votes.iter().any(|vote| vote.item == one.item.id)
    };
    !has(one) && !now.items.iter().any(|sub| sub.item.parent == Some(one.item.id) && has(sub))
}

/// "TOP 3, TOP N 1"; nothing for no item.
fn listed<'a>(items: impl Iterator<Item = &'a ItemState>) -> Option<String> {
    let numbers: Vec<String> = items.map(|one| format!("TOP {}", one.item.number)).collect();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}
