//! Hints on the quorum: a test that no longer holds, and what a vote is marked with.

use super::{Seen, hint};
use crate::Moment;
use crate::rules::profile::RuleProfile;
use crate::rules::quorum::{self, Finding, LegalState, QuorumResult};
use crate::rules::{Reason, ReasonCode};
use crate::session::basis::Basis;
use crate::session::command::{Command, Matter};
use crate::session::event::Event;
use crate::session::state::{Phase, QuorumFinding, Snapshot, Vote};
use crate::time::german_date;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// One of the tests does not hold any more, or the chair's finding says something else than the
/// numbers. The quorum line comes first: computed value and legal state are two things.
pub(super) fn computed(seen: &Seen, hints: &mut Vec<Reason>) {
    let Some((profile, now)) = judged(&seen.next.now, seen) else { return };
    let found = seen.events.iter().find_map(|new| match &new.event {
        Event::QuorumEstablished { basis } => Some((Finding::Quorate, basis)),
        Event::LackOfQuorumDeclared { basis } => Some((Finding::Lacking, basis)),
        _ => None,
    });
    if let Some((finding, basis)) = found {
        // It is compared with what it rested on: one that is entered late, with the numbers of then.
        if (finding == Finding::Quorate) != basis.quorum.computed {
            line(profile, Some(finding), basis.quorum.clone(), hints);
        }
        return;
    }
    // In a session that is a second call for some items only, nothing that is put to the vote rests on
    // what would be between two items: the next item that is called is looked at by itself.
    let (next, some) = (&seen.next.now, seen.next.now.called_again().next().is_some());
    let entered = seen.entered();
    if some && next.current.is_none() && matches!(entered, Command::CloseItem { .. }) {
        return;
    }
    let between = some && matches!(entered, Command::CallItem { .. });
    let before = judged(&seen.state.now, seen).map(|(_, before)| before);
    let before = before.filter(|_| !between || seen.state.now.current.is_some());
    let (size, composition) = before.map_or((true, true), |one| (one.size, one.composition));
    if (size && !now.size) || (composition && !now.composition) {
        line(profile, seen.next.now.finding(), now, hints);
    }
}

fn line(
    profile: &RuleProfile,
    finding: Option<Finding>,
    judged: QuorumResult,
    hints: &mut Vec<Reason>,
) {
    let state = quorum::legal_state(profile.quorum.fiction, finding, judged.computed);
    hints.push(hint(ReasonCode::QuorumLine, quorum::describe(profile, state, judged.computed)));
    hints.extend(judged.reasons);
    hints.extend(judged.needs_decision);
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
    profile: &RuleProfile,
    finding: Option<&QuorumFinding>,
    basis: &Basis,
    day: Option<NaiveDate>,
) -> Vec<Reason> {
    let computed = basis.quorum.computed;
    let found = finding.map(|one| one.finding);
    let state = quorum::legal_state(profile.quorum.fiction, found, computed);
    if let (LegalState::Lacking, Some(finding)) = (state, finding) {
        let text = format!(
            "Die Beschlussunfähigkeit ist festgestellt ({}); die Abstimmung wird festgehalten und gekennzeichnet.",
            when(finding.at, day)
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

/// Takes such marks out of a result: they were frozen with it once, and are derived now.
pub(in crate::session) fn unmark(hints: &mut Vec<Reason>) {
    hints.retain(|hint| {
        !matches!(
            hint.code,
            ReasonCode::LackOfQuorum
                | ReasonCode::DeemedQuorate
                | ReasonCode::SizeMissed
                | ReasonCode::CompositionFails
                | ReasonCode::DecidedElsewhere
                | ReasonCode::MustDeclare
                | ReasonCode::Disputed
        )
    });
}

/// Findings whose numbers are others by what is entered for a time before them. They print as the record
/// has them; what the chair found stands.
pub(super) fn findings_changed(seen: &Seen, hints: &mut Vec<Reason>) {
    let at = seen.context.at;
    let replaces = matches!(seen.command, Command::Correct { .. });
    if !replaces && seen.state.last.is_none_or(|(last, ..)| last <= Some(at)) {
        return;
    }
    let now = &seen.next.now;
    let Ok(profile) = seen.context.profile(now) else { return };
    for finding in &now.findings {
        let mut before = seen.state.now.findings.iter();
        let Some(was) = before.find(|one| one.act == finding.act) else { continue };
        let (old, new) = (was.known_basis(profile), finding.known_basis(profile));
        if old.same_persons(&new) && old.quorum.least() == new.quorum.least() {
            continue;
        }
        let what = match finding.finding {
            Finding::Quorate => "Beschlussfähigkeit",
            Finding::Lacking => "Beschlussunfähigkeit",
        };
        let how = match (old.votes(), new.votes()) {
            (old, new) if old == new => format!("vorher {old}, jetzt {new}, aber andere Personen"),
            (old, new) => format!("vorher {old}, jetzt {new}"),
        };
        let fits = |basis: &Basis| basis.quorum.computed == (finding.finding == Finding::Quorate);
        let unfit = if fits(&old) && !fits(&new) {
            " Rechnerisch passt die Feststellung nicht mehr dazu; bitte prüfen Sie sie."
        } else {
            ""
        };
        let text = format!(
            "Wer bei der Feststellung der {what} ({}) stimmberechtigt anwesend war, hat sich geändert (Zahl: {how}). Die Niederschrift nennt die neuen Zahlen; die Feststellung bleibt.{unfit}",
            when(finding.at, now.plan.as_ref().map(|plan| plan.start.date()))
        );
        hints.push(hint(ReasonCode::FindingChanged, text));
    }
}

/// "um 16:33 Uhr"; on another day than one that is at hand with its date.
fn when(at: Moment, day: Option<NaiveDate>) -> String {
    let other = Some(at.date()).filter(|own| day.is_some_and(|day| day != *own));
    let day = other.map_or_else(String::new, |day| format!("am {} ", german_date(day)));
    format!("{day}um {} Uhr", at.clock())
}

/// Votes that lie behind a finding which was entered, or taken back, after them.
pub(super) fn votes_behind(seen: &Seen, hints: &mut Vec<Reason>) {
    let found = |event: &Event| {
        matches!(event, Event::QuorumEstablished { .. } | Event::LackOfQuorumDeclared { .. })
    };
    let entered = seen.events.iter().filter(|new| found(&new.event)).map(|new| new.occurred_at);
    let replaced = seen.events.iter().filter_map(|new| match &new.event {
        Event::ActWithdrawn { act } => Some(seen.state.entries_of(*act)),
        _ => None,
    });
    let taken_back = replaced.flatten().filter(|one| found(&one.event)).map(|one| one.occurred_at);
    let Some(from) = entered.chain(taken_back).min() else { return };
    let lacking =
        |vote: &Vote| vote.finding.as_ref().is_some_and(|one| one.finding == Finding::Lacking);
    let now = &seen.next.now;
    let behind: Vec<&Vote> =
        now.votes.iter().rev().take_while(|vote| vote.opened >= from).collect();
    for vote in behind.into_iter().rev() {
        let before = seen.state.now.vote(vote.id).is_some_and(lacking);
        if before == lacking(vote) {
            continue;
        }
        let what = match vote.matter {
            Matter::Round(_) => "Der Wahlgang",
            _ => "Die Abstimmung",
        };
        let number = now.item(vote.item).map_or("", |one| one.item.number.as_str());
        let (clock, how) = (
            vote.opened.clock(),
            if before {
                "liegt nicht mehr nach einer Feststellung der Beschlussunfähigkeit; die Kennzeichnung entfällt"
            } else {
                "liegt nach der Feststellung der Beschlussunfähigkeit; das Ergebnis bleibt festgehalten und ist jetzt gekennzeichnet"
            },
        );
        let text = format!("{what} zu TOP {number} ({clock} Uhr) {how}.");
        hints.push(hint(ReasonCode::LackOfQuorum, text));
    }
}
