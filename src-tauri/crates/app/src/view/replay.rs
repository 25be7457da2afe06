//! The command that wrote an act, read back from its events, so that it can be sent again with
//! another time. What lies apart from the journal (notes) is not in it.

use crate::core::agenda_item::Part;
use crate::core::session::command::Matter;
use crate::core::session::{Command, Event};
use crate::core::{AgendaItemId, PersonId};

/// The command of the events of one act.
pub(super) fn command<'a>(events: impl Iterator<Item = &'a Event>) -> Option<Command> {
    let events: Vec<&Event> = events.filter(|event| !event.about_the_record()).collect();
    // Whoever is sent out of the room leaves with it.
    let taken_down = |event: &&&Event| matches!(event, Event::ProceedingRecorded { .. });
    if let Some(event) = events.iter().find(taken_down) {
        return one(event, &events);
    }
    let mut found = events.iter().filter_map(|event| one(event, &events));
    let last = found.next_back()?;
    // Several returns to the table are one command; so is an excuse with its substitution.
    Some(last)
}

fn one(event: &Event, all: &[&Event]) -> Option<Command> {
    Some(match event {
        Event::InvitationConfirmed {} => Command::ConfirmInvitation {},
        Event::MemberExcused { person } => Command::ExcuseMember { person: *person },
        Event::SubstituteSeated { seated, mode, .. } => {
            let (seat, substitute) = (seated.seat, seated.person);
            Command::SeatSubstitute { seat, substitute, mode: *mode }
        }
        Event::MeetingOpened { chair, clerk, present, officials, guests, remote } => {
            Command::OpenMeeting {
                chair: *chair,
                clerk: *clerk,
                present: present.iter().map(|seated| seated.person).collect(),
                officials: officials.clone(),
                guests: guests.clone(),
                remote: remote.clone(),
            }
        }
        Event::MemberArrived { seated, mode } => {
            Command::RecordArrival { person: seated.person, mode: *mode }
        }
        Event::MemberDeparted(seated) => departure(seated.person),
        Event::AttendeeArrived { person, capacity, mode, item } => Command::AdmitAttendee {
            person: *person,
            capacity: *capacity,
            mode: *mode,
            item: *item,
        },
        Event::AttendeeDeparted { person, .. } => departure(*person),
        Event::PartChanged { part, left } => part_change(*part, left),
        Event::RecusalDeclared { person, item, by, note: _ } => {
            Command::DeclareRecusal { person: *person, item: *item, by: *by, note: None }
        }
        Event::RecusalEnded { person, .. } => Command::EndRecusal { person: *person },
        Event::AbsenceBegan { person, cause } => {
            Command::RecordAbsence { person: *person, cause: *cause }
        }
        Event::AbsenceEnded { person, .. } => Command::EndAbsence { person: *person },
        Event::ChairChanged { chair } => Command::ChangeChair { chair: *chair },
        Event::ClerkChanged { clerk } => Command::ChangeClerk { clerk: *clerk },
        Event::MeetingInterrupted {} => Command::InterruptMeeting {},
        Event::MeetingAdjourned { to } => Command::AdjournMeeting { to: *to },
        Event::ProceedingRecorded { item, proceeding, note: _ } => {
            let (item, proceeding) = (*item, proceeding.clone());
            Command::RecordProceeding { item, proceeding, note: None }
        }
        Event::PresenceChecked { source, counted } => {
            Command::CheckPresence { source: *source, counted: *counted }
        }
        Event::MeetingResumed { missing } => Command::ResumeMeeting { missing: missing.clone() },
        _ => return business(event).or_else(|| vote(event, all)).or_else(|| election(event)),
    })
}

fn departure(person: PersonId) -> Command {
    Command::RecordDeparture { person }
}

fn part_change(part: Part, left: &[PersonId]) -> Command {
    Command::ChangePart { part, leaving: left.to_vec() }
}

fn business(event: &Event) -> Option<Command> {
    Some(match event {
        Event::QuorumEstablished { .. } => Command::EstablishQuorum {},
        Event::LackOfQuorumDeclared { .. } => Command::DeclareLackOfQuorum {},
        Event::ItemCalled { item } => Command::CallItem { item: *item },
        Event::ItemClosed { item, settles } => {
            Command::CloseItem { item: *item, settles: settles.clone() }
        }
        Event::ItemAdded { item, note: _ } => Command::AddItem { item: item.clone(), note: None },
        Event::ItemMoved { item, after, part } => {
            Command::MoveItem { item: *item, after: *after, part: *part }
        }
        Event::ItemsJoined { items } => Command::JoinItems { items: items.clone() },
        Event::OutcomeRecorded { item, outcome, to, wording } => Command::RecordOutcome {
            item: *item,
            outcome: *outcome,
            to: *to,
            wording: wording.clone(),
        },
        Event::AttachmentListed { attachment } => {
            Command::ListAttachment { attachment: attachment.clone() }
        }
        Event::MeetingClosed {} => Command::CloseMeeting {},
        _ => return None,
    })
}

fn vote(event: &Event, all: &[&Event]) -> Option<Command> {
    Some(match event {
        Event::ResultWorded { vote, words } => {
            Command::WordResult { vote: *vote, words: words.clone().unwrap_or_default() }
        }
        Event::VoteClosed { wording_put, tally, announced, majority, repeats, .. } => {
            let (item, matter) = voted_on(all)?;
            Command::RecordVote {
                item,
                matter,
                majority: majority.clone(),
                repeats: *repeats,
                wording_put: wording_put.clone(),
                tally: tally.clone(),
                announced: *announced,
                note: None,
            }
        }
        Event::MotionFiled { motion } => Command::FileMotion { motion: motion.clone() },
        Event::MotionWithdrawn { motion } => Command::WithdrawMotion { motion: *motion },
        Event::VoteMethodRequested { item, rollcall, secret, faction, .. } => {
            Command::RequestVoteMethod {
                item: *item,
                rollcall: *rollcall,
                secret: *secret,
                faction: *faction,
            }
        }
        _ => return None,
    })
}

/// What follows an election names it: with another time it is the same one, as long as nothing that
/// followed comes before it.
fn election(event: &Event) -> Option<Command> {
    Some(match event {
        Event::ElectionOpened { item, post, candidates, method, majority, .. } => {
            Command::OpenElection {
                item: *item,
                post: post.clone(),
                candidates: candidates.clone(),
                method: *method,
                majority: majority.clone(),
            }
        }
        Event::RoundClosed { election, tally, .. } => {
            Command::RecordRound { election: *election, tally: tally.clone(), note: None }
        }
        Event::CandidacyWithdrawn { election, person } => {
            Command::WithdrawCandidacy { election: *election, person: *person }
        }
        Event::RunoffSettled { election, persons } => {
            Command::SettleRunoff { election: *election, persons: persons.clone() }
        }
        Event::LotDrawn { election, winner } => {
            Command::DrawLot { election: *election, winner: *winner }
        }
        Event::ElectionAnswered { election, answer, .. } => {
            Command::AnswerElection { election: *election, answer: *answer }
        }
        _ => return None,
    })
}

fn voted_on(all: &[&Event]) -> Option<(AgendaItemId, Matter)> {
    all.iter().find_map(|event| match event {
        Event::VoteOpened { item, matter, .. } => Some((*item, matter.clone())),
        _ => None,
    })
}
