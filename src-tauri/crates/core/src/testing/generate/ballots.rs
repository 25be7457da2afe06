//! Motions, requests, and votes that are more than a number on an item.

use super::{Dice, any_item, someone_there};
use crate::motion::{Motion, MotionKind, Mover, Procedure};
use crate::richtext::RichText;
use crate::rules::majority::Count;
use crate::rules::profile::MajorityId;
use crate::session::State;
use crate::session::command::{Announced, Command, Matter, Tally};
use crate::session::note::Note;
use crate::session::state::{MotionState, Vote};
use crate::testing::committee::{Committee, text};
use crate::{AgendaItemId, MotionId, VoteId};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn command(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    match dice.roll(8) {
        0..=2 => file(dice, committee, state),
        3 => Command::WithdrawMotion { motion: any_motion(dice, state).0 },
        4 => Command::RequestVoteMethod {
            item: any_item(dice, state),
            secret: dice.number(6),
            rollcall: dice.number(3),
            faction: dice.once_in(2).then(|| Committee::faction(2)),
        },
        _ => vote(dice, committee, state),
    }
}

fn file(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let item = any_item(dice, state);
    let number = dice.roll(30);
    let asks = [
        Procedure::Defer,
        Procedure::Interrupt,
        Procedure::PassOver,
        Procedure::ExcludePublic,
        Procedure::TakeOff,
    ];
    let kind = dice.pick(&[
        MotionKind::Procedural(asks[number % asks.len()]),
        MotionKind::Amendment,
        MotionKind::Supplement,
        MotionKind::Substantive,
    ]);
    let mover = match dice.roll(3) {
        0 => Mover::Faction(Committee::faction(1)),
        1 => Mover::Administration,
        _ => Mover::Person(someone_there(dice, committee, state)),
    };
    Command::FileMotion {
        motion: Motion {
            id: MotionId::from_key(&format!("antrag-{number}")),
            item,
            kind,
            movers: [mover].into(),
            name: format!("Antrag {number}"),
            text: if number.is_multiple_of(2) {
                RichText::default()
            } else {
                text("Satz 2 entfällt.")
            },
            position: if number.is_multiple_of(3) { format!("S. {number}") } else { String::new() },
            old_amount: if number.is_multiple_of(3) { "1.000".into() } else { String::new() },
            new_amount: if number.is_multiple_of(3) { "2.000".into() } else { String::new() },
        },
    }
}

/// A motion that was made is entered otherwise: on another item as a rule, which is refused below a vote.
pub(super) fn filed_anew(dice: &mut Dice, state: &State) -> Option<Command> {
    let motions: Vec<&MotionState> = state.now.motions.iter().collect();
    let filed = *motions.get(dice.roll(motions.len()))?;
    let motion = Motion { item: any_item(dice, state), ..filed.motion.clone() };
    let replacement = Box::new(Command::FileMotion { motion });
    Some(Command::Correct { act: filed.act, replacement: Some(replacement) })
}

/// A motion and its item: rather one that waits.
fn any_motion(dice: &mut Dice, state: &State) -> (MotionId, AgendaItemId) {
    let of = |motions: Vec<&MotionState>| -> Vec<(MotionId, AgendaItemId)> {
        motions.iter().map(|state| (state.motion.id, state.motion.item)).collect()
    };
    let pending = of(state.now.motions.iter().filter(|motion| motion.pending()).collect());
    let all = of(state.now.motions.iter().collect());
    match (dice.once_in(5), pending.is_empty(), all.is_empty()) {
        (false, false, _) => dice.pick(&pending),
        (_, _, false) => dice.pick(&all),
        _ => (MotionId::from_key("antrag-0"), Committee::item("3")),
    }
}

fn vote(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let last: Option<&Vote> = state.now.votes.last();
    let mut repeats: Option<VoteId> = None;
    let (item, matter) = match (dice.roll(6), last) {
        (0..=2, _) => {
            let (motion, item) = any_motion(dice, state);
            let waiting = state.now.item(item).map_or(&[][..], |one| &one.pending);
            let together: Vec<MotionId> = waiting.iter().map(|(id, _)| *id).collect();
            // All that wait on the item but one now and then: en bloc with an exception.
            match dice.roll(3) {
                0 if together.len() > 1 => (item, Matter::Motions(together)),
                1 if together.len() > 2 => (item, Matter::Motions(together[1..].to_vec())),
                _ => (item, Matter::Motion(motion)),
            }
        }
        (3, Some(last)) => {
            repeats = Some(last.id);
            (last.item, last.matter.clone())
        }
        (4, _) => (any_item(dice, state), Matter::Part(String::from("Ziffer 2"))),
        _ => {
            let person = someone_there(dice, committee, state);
            (any_item(dice, state), Matter::Recusal(person))
        }
    };
    let seats = state.now.seats_for(Some(item));
    let there = seats.iter().filter(|seat| seat.occupant.is_some() && !seat.recused).count();
    let there = u16::try_from(there).unwrap_or(0).min(committee.seats());
    let odd = dice.roll(12);
    let by_law = odd % 4 == 1;
    let yes = dice.number(usize::from(there) + 1);
    let yes = if by_law { yes.max(there - yes) } else { yes };
    let blank = u16::from(odd.is_multiple_of(3) && yes < there);
    let count = Count { yes, no: there - yes - blank, abstain: 0, invalid: 0 };
    let accepted = yes > count.no && (!by_law || yes * 2 > committee.seats());
    let tally = if odd < 9 {
        // Once in a while a ballot too many is in the box.
        let returned = there + u16::from(odd == 8);
        let tellers = [someone_there(dice, committee, state)].into();
        Tally::Secret { handed_out: there, returned, count, blank, tellers }
    } else {
        Tally::Counted { count, by_faction: Vec::new() }
    };
    Command::RecordVote {
        item,
        matter,
        majority: by_law.then(|| MajorityId(String::from("hauptsatzung"))),
        repeats,
        wording_put: text("So wird beschlossen."),
        tally,
        announced: if accepted { Announced::Accepted } else { Announced::Rejected },
        note: (odd == 8 || odd == 5).then(|| Note::from("so ausgezählt")),
    }
}
