//! The command that wrote an act, read back from its events, so that it can be sent again with
//! another time. What lies apart from the journal (notes) cannot be read back; then there is none.

use crate::core::agenda_item::Part;
use crate::core::session::{Command, Event};
use crate::core::{AgendaItemId, PersonId};

/// The command of the events of one act.
pub(super) fn command<'a>(events: impl Iterator<Item = &'a Event>) -> Option<Command> {
    let events: Vec<&Event> = events.filter(|event| !event.about_the_record()).collect();
    let mut found = events.iter().filter_map(|event| one(event, &events));
    let last = found.next_back()?;
    // Several returns to the table are one command; so is an excuse with its substitution.
    Some(last)
}

fn one(event: &Event, all: &[&Event]) -> Option<Command> {
    Some(match event {
        Event::InvitationConfirmed {} => Command::ConfirmInvitation {},
        Event::MemberExcused { person } => Command::ExcuseMember { person: *person },
        Event::SubstituteSeated { seated, .. } => {
            Command::SeatSubstitute { seat: seated.seat, substitute: seated.person }
        }
        Event::MeetingOpened { chair, clerk, present, officials, guests } => Command::OpenMeeting {
            chair: *chair,
            clerk: *clerk,
            present: present.iter().map(|seated| seated.person).collect(),
            officials: officials.clone(),
            guests: guests.clone(),
        },
        Event::MemberArrived(seated) => Command::RecordArrival { person: seated.person },
        Event::MemberDeparted(seated) => departure(seated.person),
        Event::AttendeeArrived { person, capacity } => {
            Command::AdmitAttendee { person: *person, capacity: *capacity }
        }
        Event::AttendeeDeparted { person, .. } => departure(*person),
        Event::PartChanged { part, left } => part_change(*part, left),
        Event::RecusalDeclared { person, item, note: None } => {
            Command::DeclareRecusal { person: *person, item: *item, note: None }
        }
        Event::RecusalEnded { person, .. } => Command::EndRecusal { person: *person },
        _ => return business(event, all),
    })
}

fn departure(person: PersonId) -> Command {
    Command::RecordDeparture { person }
}

fn part_change(part: Part, left: &[PersonId]) -> Command {
    Command::ChangePart { part, leaving: left.to_vec() }
}

fn business(event: &Event, all: &[&Event]) -> Option<Command> {
    Some(match event {
        Event::QuorumEstablished { .. } => Command::EstablishQuorum {},
        Event::LackOfQuorumDeclared { .. } => Command::DeclareLackOfQuorum {},
        Event::ItemCalled { item } => Command::CallItem { item: *item },
        Event::ItemClosed { item, settles } => {
            Command::CloseItem { item: *item, settles: settles.clone() }
        }
        Event::ItemAdded { item, note: None } => {
            Command::AddItem { item: item.clone(), note: None }
        }
        Event::OutcomeRecorded { item, outcome, wording } => {
            Command::RecordOutcome { item: *item, outcome: *outcome, wording: wording.clone() }
        }
        Event::VoteClosed { wording_put, tally, announced, note: None, .. } => {
            Command::RecordVote {
                item: voted_on(all)?,
                wording_put: wording_put.clone(),
                tally: tally.clone(),
                announced: *announced,
                note: None,
            }
        }
        Event::AttachmentListed { attachment } => {
            Command::ListAttachment { attachment: attachment.clone() }
        }
        Event::MeetingClosed {} => Command::CloseMeeting {},
        _ => return None,
    })
}

fn voted_on(all: &[&Event]) -> Option<AgendaItemId> {
    all.iter().find_map(|event| match event {
        Event::VoteOpened { item, .. } => Some(*item),
        _ => None,
    })
}
