//! What is taken down beside votes, the presence counted, the session put off to another day.

use super::{Dice, any_item, person, someone_there};
use crate::Moment;
use crate::proceeding::{
    Due, OrderMeasure, Proceeding, RecordingPurpose, ResidentAnswer, ResidentName,
};
use crate::richtext::RichText;
use crate::session::State;
use crate::session::command::{Command, PresenceSource};
use crate::testing::committee::{Committee, text};
use alloc::string::String;

pub(super) fn command(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    match dice.roll(8) {
        0 => Command::CheckPresence {
            source: dice.pick(&[PresenceSource::Table, PresenceSource::Sheet]),
            counted: dice.number(usize::from(committee.seats()) + 1),
        },
        1 => {
            let day = dice.pick(&["2026-11-19", "2026-11-20", "2026-01-01"]);
            let to = Moment::parse(&alloc::format!("{day}T16:30+01:00")).expect("a time");
            Command::AdjournMeeting { to }
        }
        _ => {
            let item = dice.once_in(2).then(|| any_item(dice, state));
            let proceeding = proceeding(dice, committee, state);
            Command::RecordProceeding { item, proceeding, note: None }
        }
    }
}

fn proceeding(dice: &mut Dice, committee: &Committee, state: &State) -> Proceeding {
    let words = text("Es wird über den Stand berichtet.");
    match dice.roll(8) {
        0 => Proceeding::Order {
            person: someone_there(dice, committee, state),
            measure: dice.pick(&[
                OrderMeasure::ToOrder,
                OrderMeasure::ToOrder,
                OrderMeasure::ToMatter,
                OrderMeasure::SilenceSpeaker,
                OrderMeasure::Expulsion,
            ]),
        },
        1 => Proceeding::Inauguration { persons: [person(dice, committee)].into() },
        2 => Proceeding::ResidentQuestion {
            resident: ResidentName(String::from(dice.pick(&["", "Hanne Lüders"]))),
            question: words,
            answer: dice.pick(&[
                ResidentAnswer::Oral,
                ResidentAnswer::Written,
                ResidentAnswer::NextMeeting,
            ]),
            reply: if dice.once_in(2) { text("Das ist so.") } else { RichText::default() },
        },
        3 => Proceeding::Announcement { text: words },
        4 => Proceeding::Statement { person: someone_there(dice, committee, state), text: words },
        5 => Proceeding::Cosigners { persons: [someone_there(dice, committee, state)].into() },
        6 => Proceeding::Recording {
            purpose: dice.pick(&[RecordingPurpose::Minutes, RecordingPurpose::Broadcast]),
            refused: dice
                .once_in(2)
                .then(|| someone_there(dice, committee, state))
                .into_iter()
                .collect(),
        },
        _ => Proceeding::Commitment {
            by: dice.once_in(2).then(|| someone_there(dice, committee, state)),
            text: if dice.once_in(8) { RichText::default() } else { words },
            due: dice.pick(&[None, Some(Due::NextMeeting), Some(Due::Minutes)]),
        },
    }
}
