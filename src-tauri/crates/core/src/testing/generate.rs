//! Commands out of numbers, for property tests over random sessions.
//!
//! It needs no generator of its own: whoever tests draws the numbers (with proptest, say) and gets
//! the same commands for the same numbers and state. Most commands are plausible, so that sessions
//! get somewhere; many are not, and are refused.

mod ballots;
mod proceedings;

use super::committee::{Committee, item, text};
use crate::agenda_item::{ItemKind, Outcome, Part};
use crate::paper::Attachment;
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::rules::majority::Count;
use crate::session::command::{
    Announced, Ballot, Capacity, Choice, Command, FactionCount, Matter, Mode, Stated, Tally,
};
use crate::session::election::{Answer, Ballots, CandidateVotes, ElectionMethod, RoundTally};
use crate::session::note::Note;
use crate::session::state::{ElectionState, ItemState, Missing};
use crate::session::{Phase, State};
use crate::{ActId, AgendaItemId, AttachmentId, Moment, PersonId, VoteId};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Numbers that make up one command.
pub const ROLLS: usize = 12;

struct Dice<'a> {
    rolls: &'a [u16],
    next: usize,
}

impl Dice<'_> {
    /// A number below `sides`; 0 when all rolls are used up.
    fn roll(&mut self, sides: usize) -> usize {
        let rolled = self.rolls.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        usize::from(rolled) % sides.max(1)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        let index = self.roll(from.len());
        from.get(index).cloned().expect("there is something to pick from")
    }

    fn number(&mut self, sides: usize) -> u16 {
        u16::try_from(self.roll(sides)).unwrap_or(u16::MAX)
    }

    /// True once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == times - 1
    }
}

/// A command and when it is said to have happened.
pub fn step(rolls: &[u16; ROLLS], committee: &Committee, state: &State) -> (Moment, Command) {
    let mut dice = Dice { rolls, next: 0 };
    let at = moment(&mut dice, state);
    (at, command(&mut dice, committee, state, 0))
}

/// Mostly at the end of the record, now and then before.
fn moment(dice: &mut Dice, state: &State) -> Moment {
    let start = Committee::at("16:30");
    let last = state.entries.iter().map(|entry| entry.occurred_at).max();
    let so_far = last.map_or(0, |last| last.minutes_since(start)).clamp(0, 400);
    let forward = dice.roll(20);
    let minute = match forward {
        0..=12 => so_far + i64::try_from(forward % 3).unwrap_or(0),
        // Often to the minute of another entry.
        13..=15 => state
            .entries
            .get(dice.roll(state.entries.len()))
            .map_or(0, |entry| entry.occurred_at.minutes_since(start).clamp(-30, 400)),
        _ => i64::from(dice.number(usize::try_from(so_far + 10).unwrap_or(10))) - 8,
    };
    let (hour, minute) = (16 + (30 + minute).div_euclid(60), (30 + minute).rem_euclid(60));
    Committee::at(&format!("{hour:02}:{minute:02}"))
}

fn command(dice: &mut Dice, committee: &Committee, state: &State, depth: u8) -> Command {
    if state.now.phase == Phase::Prepared && dice.roll(3) == 0 {
        return open(dice, committee, state);
    }
    match dice.roll(48) {
        34..=39 => ballots::command(dice, committee, state),
        0..=4 => Command::RecordArrival { person: person(dice, committee), mode: mode(dice) },
        5..=8 => Command::RecordDeparture { person: someone_there(dice, committee, state) },
        9..=11 => substitution(dice, committee),
        12 => Command::ExcuseMember { person: person(dice, committee) },
        13 => Command::AdmitAttendee {
            person: person(dice, committee),
            capacity: dice.pick(&[Capacity::Official, Capacity::Guest]),
            mode: mode(dice),
            item: dice.once_in(2).then(|| any_item(dice, state)),
        },
        14..=15 => Command::DeclareRecusal {
            person: someone_there(dice, committee, state),
            item: any_item(dice, state),
            by: dice.pick(&[RecusalBasis::Declared, RecusalBasis::Decided]),
            note: None,
        },
        16 => Command::EndRecusal { person: someone_there(dice, committee, state) },
        17..=20 => vote(dice, state),
        21 => dice.pick(&[
            Command::EstablishQuorum {},
            Command::DeclareLackOfQuorum {},
            Command::ConfirmInvitation {},
        ]),
        22..=24 | 45..=46 => business(dice, committee, state),
        25 => confirm(dice, state),
        47 => word(dice, state),
        26..=30 => conduct(dice, committee, state),
        31..=33 => election(dice, committee, state),
        _ if depth == 0 => correction(dice, committee, state),
        _ => open(dice, committee, state),
    }
}

fn person(dice: &mut Dice, committee: &Committee) -> PersonId {
    let number = dice.number(usize::from(committee.seats())) + 1;
    match dice.roll(10) {
        0..=5 => Committee::numbered('m', number),
        6..=7 => Committee::numbered('v', number),
        8 => Committee::numbered(dice.pick(&['l', 'o', 'g']), number % 3 + 1),
        _ => Committee::numbered('e', number % committee.advisory_seats().max(1) + 1),
    }
}

fn mode(dice: &mut Dice) -> Mode {
    if dice.once_in(8) { Mode::Remote } else { Mode::Room }
}

fn someone_there(dice: &mut Dice, committee: &Committee, state: &State) -> PersonId {
    let there: Vec<PersonId> = state.now.attendance.keys().copied().collect();
    if there.is_empty() { person(dice, committee) } else { dice.pick(&there) }
}

fn any_item(dice: &mut Dice, state: &State) -> AgendaItemId {
    let items: Vec<AgendaItemId> = state.now.items.iter().map(|state| state.item.id).collect();
    if items.is_empty() { Committee::item("1") } else { dice.pick(&items) }
}

fn substitution(dice: &mut Dice, committee: &Committee) -> Command {
    let seat = dice.number(usize::from(committee.seats())) + 1;
    let substitute = match dice.roll(5) {
        0..=1 => Committee::numbered('v', seat),
        2 => Committee::numbered('l', dice.number(3) + 1),
        3 => Committee::numbered('e', committee.advisory_seats()),
        _ => person(dice, committee),
    };
    Command::SeatSubstitute { seat: Committee::seat(seat), substitute, mode: mode(dice) }
}

/// Whoever the numbers leave in: members, and the substitutes that were arranged.
fn open(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let chair = Committee::numbered('m', 1);
    let missing = dice.roll(1 << 12);
    let arranged = state.now.seats.values().filter_map(|seat| seat.substitution());
    let mut present = Vec::from([chair]);
    for seat in 2..=committee.seats() {
        let bit = usize::from(seat % 12);
        let vacant = state.now.seats.get(&Committee::seat(seat)).is_none_or(|s| s.member.is_none());
        if missing >> bit & 1 == 0 && !vacant {
            present.push(Committee::numbered('m', seat));
        }
    }
    present.extend(
        arranged
            .filter(|one| one.represents.is_none_or(|member| !present.contains(&member)))
            .map(|one| one.substitute)
            .collect::<Vec<_>>(),
    );
    let advisers = (1..=committee.advisory_seats()).map(|number| Committee::numbered('e', number));
    let advisers = advisers.filter(|one| !missing.is_multiple_of(3) && !present.contains(one));
    present.extend(advisers.collect::<Vec<_>>());
    Command::OpenMeeting {
        chair,
        clerk: Committee::numbered('k', 1),
        present,
        officials: [Committee::numbered('o', 1)].into(),
        guests: [Committee::numbered('g', 1)].into(),
        remote: Vec::new(),
    }
}

fn vote(dice: &mut Dice, state: &State) -> Command {
    let seats: Vec<_> = state.now.seats_now().iter().map(|seat| seat.seat).collect();
    let item = any_item(dice, state);
    let announced = dice.pick(&[Announced::Accepted, Announced::Accepted, Announced::Rejected]);
    let count = |dice: &mut Dice| Count {
        yes: dice.number(12),
        no: dice.number(5),
        abstain: dice.number(3),
        invalid: 0,
    };
    let tally = match dice.roll(6) {
        0..=1 => Tally::Unanimous {},
        2 => {
            let stated = |dice: &mut Dice, sides| {
                let number = dice.number(sides);
                let derived = number.is_multiple_of(4);
                number.is_multiple_of(2).then_some(Stated { number, derived })
            };
            Tally::Announced {
                yes: stated(dice, 12),
                no: stated(dice, 5),
                abstain: stated(dice, 4),
            }
        }
        3 => {
            let whole = count(dice);
            let part = FactionCount { faction: Committee::faction(1), count: whole };
            let by_faction = if dice.roll(2) == 0 { Vec::new() } else { [part].into() };
            Tally::Counted { count: whole, by_faction }
        }
        4 => Tally::Counted { count: count(dice), by_faction: Vec::new() },
        _ => {
            let entitled = state
                .now
                .seats_now()
                .into_iter()
                .filter(|seat| seat.occupant.is_some() && !seat.recused);
            let mut ballots: Vec<Ballot> =
                entitled.map(|seat| Ballot { seat: seat.seat, choice: Choice::Yes }).collect();
            if let Some(ballot) = ballots.first_mut() {
                ballot.choice = dice.pick(&[Choice::No, Choice::Abstain]);
            }
            if dice.once_in(5) && !seats.is_empty() {
                ballots.push(Ballot { seat: dice.pick(&seats), choice: Choice::No });
            }
            Tally::RollCall { ballots }
        }
    };
    let note = dice.once_in(4).then(|| Note::from("so bekannt gegeben"));
    Command::RecordVote {
        item,
        matter: Matter::Item,
        majority: None,
        repeats: None,
        wording_put: text("Dem Vorschlag wird gefolgt."),
        tally,
        announced,
        note,
    }
}

fn business(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let one = any_item(dice, state);
    match dice.roll(10) {
        0..=2 => Command::CallItem { item: one },
        3..=4 => {
            // As a rule what is dealt with, and what is still open below it.
            let item = state.now.current.filter(|_| dice.roll(5) > 0).unwrap_or(one);
            let below = |other: &&ItemState| other.item.parent == Some(item) && !other.settled();
            let settles = state.now.items().filter(below).map(|other| other.item.id).collect();
            Command::CloseItem { item, settles }
        }
        5 => Command::RecordOutcome {
            item: one,
            outcome: dice.pick(&[Outcome::Noted, Outcome::Deferred, Outcome::NoneOnPurpose]),
            to: None,
            wording: None,
        },
        6 => {
            let number = format!("{}", 6 + dice.roll(3));
            Command::AddItem { item: item(&number, ItemKind::Proposal, Part::Public), note: None }
        }
        7 => Command::ChangePart {
            part: dice.pick(&[Part::NonPublic, Part::NonPublic, Part::Public]),
            leaving: [someone_there(dice, committee, state)].into(),
        },
        8 => Command::WriteText { item: one, text: text("Es wird berichtet.") },
        _ if dice.once_in(4) => Command::CloseMeeting {},
        _ => {
            let number = dice.roll(4);
            Command::ListAttachment {
                attachment: Attachment {
                    id: AttachmentId::from_key(&format!("anlage-{number}")),
                    label: format!("Anlage {number}"),
                    title: String::from("Folien"),
                    item: Some(one),
                    part: Part::Public,
                },
            }
        }
    }
}

/// The course of the session: who is away, who chairs, recesses, the order of the agenda.
fn conduct(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let who = someone_there(dice, committee, state);
    match dice.roll(18) {
        14..=17 => proceedings::command(dice, committee, state),
        0..=2 => {
            let item = AbsenceCause::Item(any_item(dice, state));
            let cause = dice.pick(&[AbsenceCause::Outage, AbsenceCause::PublicArea, item]);
            Command::RecordAbsence { person: who, cause }
        }
        3..=4 => {
            let away = state.now.absences.lasting().map(|one| one.person).next_back();
            Command::EndAbsence { person: away.unwrap_or(who) }
        }
        5..=6 => Command::ChangeChair { chair: who },
        7 => Command::ChangeClerk { clerk: Committee::numbered('o', dice.number(3) + 1) },
        8 => Command::InterruptMeeting {},
        9..=10 => {
            let missing = if dice.roll(2) == 0 { Vec::new() } else { [who].into() };
            Command::ResumeMeeting { missing }
        }
        11..=12 => move_item(dice, state),
        _ => {
            let items = [any_item(dice, state), any_item(dice, state)];
            Command::JoinItems { items: items.into() }
        }
    }
}

/// Mostly what the last election needs next, so that it comes to its end.
fn election(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    let last = state.now.elections.last();
    let missing = last.and_then(|last| Some((last, last.missing()?)));
    match missing.filter(|_| !dice.once_in(8)) {
        Some((last, Missing::Round | Missing::Lot)) if dice.once_in(6) => {
            let persons = [last.standing(), last.in_lot()].concat();
            Command::WithdrawCandidacy { election: last.id, person: dice.pick(&persons) }
        }
        Some((last, Missing::Round)) if !last.eligible().is_empty() && dice.once_in(3) => {
            let mut persons = last.eligible();
            persons.truncate(1 + dice.roll(3));
            Command::SettleRunoff { election: last.id, persons }
        }
        Some((last, Missing::Round)) => {
            Command::RecordRound { election: last.id, tally: round(dice, last), note: note(dice) }
        }
        Some((last, Missing::Lot)) => {
            Command::DrawLot { election: last.id, winner: dice.pick(&last.in_lot()) }
        }
        Some((last, Missing::Answer)) => {
            let answer = dice.pick(&[Answer::Accepted, Answer::Declined]);
            Command::AnswerElection { election: last.id, answer }
        }
        None => {
            let first = person(dice, committee);
            let more = [Committee::numbered('m', 2), Committee::numbered('g', 1)];
            let others = more.into_iter().take(dice.roll(3)).filter(|one| *one != first);
            Command::OpenElection {
                item: any_item(dice, state),
                post: String::from("stellvertretender Vorsitzender"),
                candidates: core::iter::once(first).chain(others).collect(),
                method: dice.pick(&[ElectionMethod::ShowOfHands, ElectionMethod::Ballot]),
                majority: None,
            }
        }
    }
}

/// Behind one of its own level as a rule; now and then where it cannot stand.
fn move_item(dice: &mut Dice, state: &State) -> Command {
    let item = any_item(dice, state);
    let parent = state.now.item(item).and_then(|one| one.item.parent);
    let level: Vec<AgendaItemId> = state
        .now
        .items()
        .filter(|one| one.item.parent == parent && one.item.id != item)
        .map(|one| one.item.id)
        .collect();
    let after = (!level.is_empty() && dice.roll(4) > 0).then(|| dice.pick(&level));
    let part = after.and_then(|after| state.now.item(after)).map(|one| one.item.part);
    let part = part.unwrap_or_else(|| dice.pick(&[Part::Public, Part::NonPublic]));
    Command::MoveItem { item, after, part }
}

/// Few votes, so that there are ties; now and then more than there can be, or one candidate less.
fn round(dice: &mut Dice, state: &ElectionState) -> RoundTally {
    let same = dice.number(4);
    let mut candidates: Vec<CandidateVotes> =
        state.standing().into_iter().map(|person| CandidateVotes { person, votes: same }).collect();
    if let (Some(first), false) = (candidates.first_mut(), dice.roll(3) == 0) {
        first.votes = dice.number(9);
    }
    if dice.once_in(12) {
        candidates.pop();
    }
    let invalid = u16::from(dice.once_in(6));
    let sum = candidates.iter().map(|one| one.votes).sum::<u16>() + invalid;
    let returned = if dice.once_in(6) { sum + 1 } else { sum };
    let ballots = (state.method == ElectionMethod::Ballot)
        .then_some(Ballots { handed_out: returned, returned });
    RoundTally { candidates, no: 0, abstain: 0, invalid, blank: 0, ballots, tellers: Vec::new() }
}

fn note(dice: &mut Dice) -> Option<Note> {
    dice.once_in(4).then(|| Note::from("so bekannt gegeben"))
}

fn confirm(dice: &mut Dice, state: &State) -> Command {
    let marked = state.now.votes.iter().find(|vote| vote.changed.is_some());
    let vote = marked.map_or_else(|| VoteId::of_act(any_act(dice, state)), |vote| vote.id);
    Command::ConfirmBasis { vote, note: Note::from("nicht entscheidend") }
}

fn word(dice: &mut Dice, state: &State) -> Command {
    let closed: Vec<VoteId> = state.now.votes.iter().map(|vote| vote.id).collect();
    let vote =
        if closed.is_empty() { VoteId::of_act(any_act(dice, state)) } else { dice.pick(&closed) };
    let words = dice.pick(&["", "einstimmig", "mehrheitlich abgelehnt", "bei 2 Enthaltungen"]);
    Command::WordResult { vote, words: words.into() }
}

fn any_act(dice: &mut Dice, state: &State) -> ActId {
    // Rather one of the last: those are corrected in real life.
    let far = 1 + dice.roll(40);
    let back = dice.roll(far);
    let index = state.entries.len().saturating_sub(1 + back);
    state.entries.get(index).map_or_else(|| ActId::from_key("a0"), |entry| entry.act)
}

fn correction(dice: &mut Dice, committee: &Committee, state: &State) -> Command {
    if dice.once_in(8)
        && let Some(filed) = ballots::filed_anew(dice, state)
    {
        return filed;
    }
    let act = any_act(dice, state);
    let replacement = (dice.roll(3) > 0).then(|| Box::new(command(dice, committee, state, 1)));
    Command::Correct { act, replacement }
}
