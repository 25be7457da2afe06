//! Motions, and requests for a roll-call or a secret vote.
//!
//! A motion waits until it is voted on or withdrawn; the vote itself is `recording`. What a request
//! needs says [`crate::rules::request`]; granted or not, the chair puts the vote as the body takes it.

use super::apply::{Applied, Unfit};
use super::attend::in_session;
use super::command::{Command, Matter};
use super::deal::{known, printable};
use super::decide::Context;
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Entry, MethodRequest, MotionState, Snapshot};
use crate::motion::{Motion, Mover};
use crate::rules::majority::Method;
use crate::rules::profile::RuleProfile;
use crate::rules::request::{self, Granted, Requests};
use crate::{AgendaItemId, MotionId, VoteId};
use alloc::vec;
use alloc::vec::Vec;

impl Matter {
    /// The motions that a vote on it settles.
    pub fn motions(&self) -> &[MotionId] {
        match self {
            Self::Motion(motion) => core::slice::from_ref(motion),
            Self::Motions(motions) => motions,
            _ => &[],
        }
    }
}

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    match command {
        Command::FileMotion { motion } => file(before, motion, context),
        Command::WithdrawMotion { motion } => withdraw(before, *motion),
        Command::RequestVoteMethod { .. } => ask(before, command, context),
        _ => Err(Rejection::NotCorrectable),
    }
}

fn file(before: &Snapshot, motion: &Motion, context: &Context) -> Result<Vec<Event>, Rejection> {
    known(before, motion.item)?;
    for mover in &motion.movers {
        match mover {
            Mover::Person(person) => context.known(*person)?,
            Mover::Faction(faction) => context.organization(*faction)?,
            Mover::Administration => {}
        }
    }
    printable([&motion.name, &motion.position, &motion.old_amount, &motion.new_amount])?;
    motion.text.check().map_err(|why| Rejection::TextUnfit { why })?;
    if before.motion(motion.id).is_some() {
        return Err(Rejection::MotionKnown { motion: motion.id });
    }
    // Its filing was taken back under a vote on it: it can only have been made before that vote.
    let on_it = |matter: &Matter| matter.motions().contains(&motion.id);
    if let Some(vote) = before.votes.iter().rev().find(|vote| on_it(&vote.matter)) {
        let (act, at) = (vote.act, vote.opened);
        return Err(Rejection::Contradicts { act, at, kind: "VoteClosed" });
    }
    Ok(vec![Event::MotionFiled { motion: motion.clone() }])
}

fn withdraw(before: &Snapshot, motion: MotionId) -> Result<Vec<Event>, Rejection> {
    let state = before.motion(motion).ok_or(Rejection::UnknownMotion { motion })?;
    if state.withdrawn.is_some() {
        return Err(Rejection::MotionWithdrawn { motion });
    }
    if state.vote.is_some() {
        return Err(Rejection::MotionSettled { motion });
    }
    Ok(vec![Event::MotionWithdrawn { motion }])
}

fn ask(before: &Snapshot, command: &Command, context: &Context) -> Result<Vec<Event>, Rejection> {
    let Command::RequestVoteMethod { item, rollcall, secret, faction } = command else {
        return Err(Rejection::NotCorrectable);
    };
    let (item, rollcall, secret, faction) = (*item, *rollcall, *secret, *faction);
    known(before, item)?;
    faction.map_or(Ok(()), |faction| context.organization(faction))?;
    let granted = granted(before, context.profile(before)?, rollcall, secret)?;
    Ok(vec![Event::VoteMethodRequested { item, rollcall, secret, faction, granted }])
}

/// What follows from so many members asking.
pub(super) fn granted(
    before: &Snapshot,
    profile: &RuleProfile,
    rollcall: u16,
    secret: u16,
) -> Result<Granted, Rejection> {
    let members = profile.members(before.members());
    let asked = rollcall.max(secret);
    if asked == 0 {
        return Err(Rejection::NothingRequested);
    }
    if asked > members {
        return Err(Rejection::TooManyRequests { asked, members });
    }
    let local = before.local_rule.as_ref();
    let requests = Requests {
        members,
        secret,
        rollcall,
        secret_quota: local.and_then(|rule| rule.secret_request).map(|one| one.required(members)),
        rollcall_quota: local
            .and_then(|rule| rule.rollcall_request)
            .map(|one| one.required(members)),
    };
    Ok(request::judge(profile, requests))
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    super::apply::in_session(now)?;
    let (at, act) = (entry.occurred_at, entry.act);
    match &entry.event {
        Event::MotionFiled { motion } => {
            if now.motion(motion.id).is_some() {
                return Err(Unfit);
            }
            let item = now.item_mut(motion.item).ok_or(Unfit)?;
            item.pending.push((motion.id, motion.kind));
            let motion = motion.clone();
            now.motions.push(MotionState { motion, at, act, withdrawn: None, vote: None });
            Ok(())
        }
        Event::MotionWithdrawn { motion } => {
            // Its filing may have been taken back since; then there is nothing to withdraw.
            let Some(state) = now.motions.rfind_mut(|one| one.motion.id == *motion) else {
                return Ok(());
            };
            if !state.pending() {
                return Err(Unfit);
            }
            state.withdrawn = Some(at);
            let item = state.motion.item;
            no_longer_pending(now, item, *motion);
            Ok(())
        }
        Event::VoteMethodRequested { item, rollcall, secret, faction, granted } => {
            let state = now.item_mut(*item).ok_or(Unfit)?;
            state.granted = match (state.granted, granted.method) {
                (Some(Method::Secret), _) | (_, Method::Secret) => Some(Method::Secret),
                (_, Method::Rollcall) => Some(Method::Rollcall),
                (before, Method::Open) => before,
            };
            now.requests.push(MethodRequest {
                item: *item,
                granted: granted.clone(),
                rollcall: *rollcall,
                secret: *secret,
                faction: *faction,
                at,
                act,
            });
            Ok(())
        }
        _ => Err(Unfit),
    }
}

/// A motion that was voted on is not taken back under the vote, which would become one on nothing, nor
/// carried to another item: the vote would stand where its motion does not, or in another part.
pub(super) fn votes_stand(before: &Snapshot, after: &Snapshot) -> Result<(), Rejection> {
    let item = |now: &Snapshot, motion| now.motion(motion).map(|state| state.motion.item);
    let lost = |motion: &MotionId, of: AgendaItemId| {
        let was = item(before, *motion);
        was.is_some() && item(after, *motion) != Some(of)
    };
    match after.votes.iter().find(|vote| vote.matter.motions().iter().any(|m| lost(m, vote.item))) {
        Some(vote) => {
            let (act, at) = (vote.act, vote.opened);
            Err(Rejection::Contradicts { act, at, kind: "VoteClosed" })
        }
        None => Ok(()),
    }
}

fn no_longer_pending(now: &mut Snapshot, item: AgendaItemId, motion: MotionId) {
    if let Some(item) = now.item_mut(item) {
        item.pending.retain(|(id, _)| *id != motion);
    }
}

/// A vote on a motion settles it. Who was withdrawn before cannot have been voted on; one that was
/// taken back since is no more.
pub(super) fn settle(now: &mut Snapshot, matter: &Matter, vote: VoteId) -> Applied {
    for motion in matter.motions() {
        let Some(state) = now.motions.rfind_mut(|one| one.motion.id == *motion) else { continue };
        if state.withdrawn.is_some() {
            return Err(Unfit);
        }
        state.vote = Some(vote);
        let item = state.motion.item;
        no_longer_pending(now, item, *motion);
    }
    Ok(())
}

/// The earlier vote, or what a correction put in its place, stays and says what took its place. It
/// may have been taken back since.
pub(super) fn repeat(now: &mut Snapshot, earlier: VoteId, by: VoteId) -> Applied {
    let Some(vote) = now.votes.rfind_mut(|one| one.named(earlier)) else { return Ok(()) };
    if vote.repeated_by.is_some() {
        return Err(Unfit);
    }
    vote.repeated_by = Some(by);
    Ok(())
}
