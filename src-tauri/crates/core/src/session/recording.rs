//! Recording a vote: what it is on, what it repeats, and whom it names. What its numbers give is
//! `votes`; a one-tap vote opens and closes in the same breath.

use super::attend::in_session;
use super::command::{Command, FactionCount, Matter, Tally};
use super::deal::{known, printable};
use super::decide::Context;
use super::event::Event;
use super::majorities::Required;
use super::rejection::Rejection;
use super::state::Snapshot;
use super::votes::{self, Noted, Terms};
use crate::{AgendaItemId, MotionId, VoteId};
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    let Command::RecordVote {
        item,
        matter,
        majority,
        repeats,
        wording_put,
        tally,
        announced,
        note,
    } = command
    else {
        return Err(Rejection::NotCorrectable);
    };
    in_session(before)?;
    known(before, *item)?;
    if !wording_put.visible() {
        return Err(Rejection::TextMissing);
    }
    put(before, *item, matter, context)?;
    repeats.map_or(Ok(()), |repeated| repeatable(before, repeated, *item, matter))?;
    refers(before, tally, context)?;
    let profile = context.profile(before)?;
    let required = Required::of(before, profile, majority.as_ref())?;
    let basis = required.of_entitled(before.basis_on(profile, *item, matter));
    let note = context.note(note.as_ref());
    let noted = if note.is_some() { Noted::Yes } else { Noted::No };
    let without_faction = before.without_faction(&basis);
    let terms = Terms { rule: &profile.vote, basis: &basis, required, without_faction };
    let mut result = votes::judge(terms, tally, *announced, noted)?;
    result.hints.extend(required.excluded(&basis));
    let vote = VoteId::of_act(context.act);
    Ok(vec![
        Event::VoteOpened {
            vote,
            item: *item,
            matter: matter.clone(),
            basis,
            corrects: Vec::new(),
        },
        Event::VoteClosed {
            vote,
            wording_put: wording_put.clone(),
            tally: tally.clone(),
            announced: *announced,
            result,
            majority: majority.clone(),
            repeats: *repeats,
            note,
        },
    ])
}

/// What a vote is on must be there: a motion on this item, a person, a part with a name.
fn put(
    before: &Snapshot,
    item: AgendaItemId,
    matter: &Matter,
    context: &Context,
) -> Result<(), Rejection> {
    match matter {
        Matter::Item | Matter::Procedure(_) => Ok(()),
        Matter::Motion(motion) => votable(before, item, *motion),
        Matter::Motions(motions) => {
            let different: BTreeSet<_> = motions.iter().collect();
            if motions.len() < 2 || different.len() < motions.len() {
                return Err(Rejection::TooFewMotions);
            }
            motions.iter().try_for_each(|motion| votable(before, item, *motion))
        }
        Matter::Part(label) if label.trim().is_empty() => Err(Rejection::TextMissing),
        Matter::Part(label) => printable([label]),
        Matter::Recusal(person) => context.known(*person),
        Matter::Round(_) => Err(Rejection::RoundIsNoVote),
    }
}

/// A motion on the item that is not withdrawn. One that was voted on already is recorded with a hint.
fn votable(before: &Snapshot, item: AgendaItemId, motion: MotionId) -> Result<(), Rejection> {
    let state = before.motion(motion).ok_or(Rejection::UnknownMotion { motion })?;
    if state.motion.item != item {
        return Err(Rejection::MotionElsewhere { motion, item: state.motion.item });
    }
    match state.withdrawn {
        Some(_) => Err(Rejection::MotionWithdrawn { motion }),
        None => Ok(()),
    }
}

/// A repetition takes the place of one vote on the same matter that nothing else replaced.
fn repeatable(
    before: &Snapshot,
    repeated: VoteId,
    item: AgendaItemId,
    matter: &Matter,
) -> Result<(), Rejection> {
    let vote = before.vote(repeated).ok_or(Rejection::UnknownVote { vote: repeated })?;
    if vote.item != item || vote.matter != *matter || vote.closed.is_none() {
        return Err(Rejection::RepetitionDiffers { vote: repeated });
    }
    match vote.repeated_by {
        Some(_) => Err(Rejection::VoteRepeated { vote: repeated }),
        None => Ok(()),
    }
}

/// A note excuses a contradiction, not a seat, a faction or a person that does not exist.
fn refers(before: &Snapshot, tally: &Tally, context: &Context) -> Result<(), Rejection> {
    match tally {
        Tally::RollCall { ballots } => {
            let unknown = ballots.iter().find(|one| !before.seats.contains_key(&one.seat));
            unknown.map_or(Ok(()), |one| Err(Rejection::UnknownSeat { seat: one.seat }))
        }
        Tally::Counted { by_faction, .. } => {
            let mut seen = BTreeSet::new();
            for FactionCount { faction, .. } in by_faction {
                context.organization(*faction)?;
                if !seen.insert(*faction) {
                    return Err(Rejection::FactionTwice { faction: *faction });
                }
            }
            Ok(())
        }
        Tally::Secret { tellers, .. } => {
            tellers.iter().try_for_each(|person| context.known(*person))
        }
        Tally::Unanimous {} | Tally::Announced { .. } => Ok(()),
    }
}
