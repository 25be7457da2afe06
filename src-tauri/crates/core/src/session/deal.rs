//! Commands about the session and its items: preparation, findings, items, outcomes, files.
//!
//! Each handler looks at the snapshot of the time the act happened and gives events or a refusal.

use super::attend::in_session;
use super::basis::Basis;
use super::command::Command;
use super::decide::Context;
use super::event::{Event, RosterMember, RosterSeat};
use super::note::Note;
use super::recording;
use super::rejection::Rejection;
use super::state::{ItemState, Phase, Snapshot};
use crate::agenda_item::{AgendaItem, Outcome};
use crate::characters;
use crate::meeting::{Location, MeetingPlan};
use crate::richtext::Unfit;
use crate::{AgendaItemId, OrganizationId};
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    match command {
        Command::PrepareMeeting { plan } => prepare(before, plan, context),
        Command::ConfirmInvitation {} => {
            in_session(before)?;
            Ok(vec![Event::InvitationConfirmed {}])
        }
        Command::EstablishQuorum {} => {
            let basis = basis(before, context)?;
            Ok(vec![Event::QuorumEstablished { basis }])
        }
        Command::DeclareLackOfQuorum {} => {
            let basis = basis(before, context)?;
            Ok(vec![Event::LackOfQuorumDeclared { basis }])
        }
        Command::CallItem { item } => call(before, *item),
        Command::CloseItem { item, settles } => close_item(before, *item, settles, context),
        Command::AddItem { item, note } => add_item(before, item, note.as_ref(), context),
        Command::RecordOutcome { item, outcome, to, wording } => {
            in_session(before)?;
            known(before, *item)?;
            addressed(*item, *outcome, *to, context)?;
            let (outcome, to, wording) = (*outcome, *to, wording.clone());
            Ok(vec![Event::OutcomeRecorded { item: *item, outcome, to, wording }])
        }
        Command::RecordVote { .. } => recording::handle(before, command, context),
        Command::ListAttachment { attachment } => {
            if let Some(item) = attachment.item {
                known(before, item)?;
            }
            if attachment.label.trim().is_empty() || attachment.title.trim().is_empty() {
                return Err(Rejection::TextMissing);
            }
            printable([&attachment.label, &attachment.title])?;
            if before.attachments.iter().any(|listed| listed.id == attachment.id) {
                return Err(Rejection::AttachmentListed);
            }
            Ok(vec![Event::AttachmentListed { attachment: attachment.clone() }])
        }
        Command::CloseMeeting {} => close_meeting(before, context),
        _ => Err(Rejection::NotCorrectable),
    }
}

/// Only what is referred or recommended goes to another organization.
fn addressed(
    item: AgendaItemId,
    outcome: Outcome,
    to: Option<OrganizationId>,
    context: &Context,
) -> Result<(), Rejection> {
    let Some(to) = to else { return Ok(()) };
    if !outcome.addressed() {
        return Err(Rejection::NotAddressed { item });
    }
    context.organization(to)
}

pub(super) fn known(before: &Snapshot, item: AgendaItemId) -> Result<&ItemState, Rejection> {
    before.item(item).ok_or(Rejection::UnknownItem { item })
}

/// What a finding rests on: the seats for the current item.
fn basis(before: &Snapshot, context: &Context) -> Result<Basis, Rejection> {
    in_session(before)?;
    Ok(before.basis(context.profile(before)?, before.current))
}

/// Texts that are printed in a line of their own.
pub(super) fn printable<'a>(texts: impl IntoIterator<Item = &'a String>) -> Result<(), Rejection> {
    let unfit = texts.into_iter().any(|text| characters::unfit(text));
    if unfit { Err(Rejection::TextUnfit { why: Unfit::Control }) } else { Ok(()) }
}

fn prepare(
    before: &Snapshot,
    plan: &MeetingPlan,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    if before.phase != Phase::New {
        return Err(Rejection::AlreadyPrepared);
    }
    let directory = context.directory;
    let organization =
        directory.organizations.get(&plan.organization).ok_or(Rejection::UnknownOrganization)?;
    let day = plan.start.date();
    let profile = organization
        .rule_profile
        .as_ref()
        .and_then(|id| context.profiles.iter().find(|p| p.id == *id && p.applies_on(day)))
        .ok_or(Rejection::NoProfile)?;
    plan.contact.map_or(Ok(()), |contact| context.known(contact))?;
    let Location { description, street_address, postal_code, locality, room } = &plan.location;
    printable([description, street_address, postal_code, locality, room])?;
    printable([&plan.legislative_term])?;
    check_agenda(&plan.agenda)?;
    plan.agenda.iter().try_for_each(proposal_fits)?;
    let again = plan.second_call.iter().flat_map(|call| &call.items);
    for item in again {
        let known = plan.agenda.iter().any(|one| one.id == *item);
        known.then_some(()).ok_or(Rejection::UnknownItem { item: *item })?;
    }
    let mut roster: Vec<RosterSeat> = Vec::new();
    for seat in directory.seats_on(plan.organization, day) {
        let member = match directory.holder(seat.id, day) {
            None => None,
            Some(person) => {
                let membership = directory
                    .membership(person, plan.organization, day)
                    .ok_or(Rejection::NoStatus { person })?;
                let (status, faction) = (membership.status, membership.on_behalf_of);
                Some(RosterMember { person, status, faction })
            }
        };
        let holds = |other: &&RosterSeat| {
            member.is_some() && other.member.map(|m| m.person) == member.map(|m| m.person)
        };
        if let (Some(other), Some(member)) = (roster.iter().find(holds), member) {
            let person = member.person;
            return Err(Rejection::SeatedElsewhere { person, seat: other.seat });
        }
        roster.push(RosterSeat {
            seat: seat.id,
            number: seat.number,
            kind: seat.kind,
            member,
            personal_substitutes: seat.personal_substitutes.clone(),
            substitute_list: seat.substitute_list.clone(),
        });
    }
    if roster.is_empty() {
        return Err(Rejection::NoSeats);
    }
    let profile = profile.reference();
    let local_rule = organization.local_rule(day).cloned();
    let template = directory.template(organization.id).cloned().map(Box::new);
    let plan = plan.clone();
    Ok(vec![Event::MeetingPrepared { plan, profile, roster, local_rule, template }])
}

/// A number and a title, and nothing that cannot be printed.
fn is_named(item: &AgendaItem) -> bool {
    let AgendaItem { number, name, subject, paper, neutral_name, .. } = item;
    !name.trim().is_empty()
        && !number.trim().is_empty()
        && [number, name, subject, paper, neutral_name].iter().all(|one| !characters::unfit(one))
}

fn proposal_fits(item: &AgendaItem) -> Result<(), Rejection> {
    item.proposal.check().map_err(|why| Rejection::TextUnfit { why })
}

/// Ids once only, sub-items after their parent and in its part, no titles missing.
fn check_agenda(agenda: &[AgendaItem]) -> Result<(), Rejection> {
    let mut seen: BTreeSet<AgendaItemId> = BTreeSet::new();
    for item in agenda {
        let parent = item.parent.map(|parent| agenda.iter().find(|other| other.id == parent));
        let fits = match parent {
            None => true,
            Some(None) => false,
            Some(Some(parent)) => seen.contains(&parent.id) && parent.part == item.part,
        };
        if !fits || !is_named(item) || !seen.insert(item.id) {
            return Err(Rejection::AgendaUnfit { item: item.id });
        }
    }
    Ok(())
}

fn call(before: &Snapshot, item: AgendaItemId) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    known(before, item)?;
    if before.current == Some(item) {
        return Err(Rejection::ItemCurrent { item });
    }
    Ok(vec![Event::ItemCalled { item }])
}

fn close_item(
    before: &Snapshot,
    item: AgendaItemId,
    settles: &[AgendaItemId],
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    let state = known(before, item)?;
    if state.called.is_empty() {
        return Err(Rejection::ItemNotCalled { item });
    }
    if state.settled() {
        return Err(Rejection::ItemClosed { item });
    }
    for (index, sub) in settles.iter().enumerate() {
        let state = known(before, *sub)?;
        if state.item.parent != Some(item) {
            return Err(Rejection::NotASubItem { item: *sub });
        }
        if state.settled() || settles.iter().take(index).any(|other| other == sub) {
            return Err(Rejection::ItemClosed { item: *sub });
        }
    }
    let mut events = vec![Event::ItemClosed { item, settles: settles.to_vec() }];
    let closing = core::iter::once(item).chain(settles.iter().copied());
    events.extend(closing.filter_map(|item| fix_text(before, item, context)));
    Ok(events)
}

/// Fixes the newest draft, unless it is fixed already.
fn fix_text(before: &Snapshot, item: AgendaItemId, context: &Context) -> Option<Event> {
    let draft = context.drafts.get(&item)?;
    let known = before.item(item)?.fixed;
    if known == Some((draft.version, draft.digest)) {
        return None;
    }
    Some(Event::TextFixed { item, version: draft.version, digest: draft.digest })
}

fn add_item(
    before: &Snapshot,
    item: &AgendaItem,
    note: Option<&Note>,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    if before.phase == Phase::Closed {
        return Err(Rejection::NotOpen);
    }
    let parent = item.parent.map(|parent| before.item(parent));
    let fits = match parent {
        None => true,
        Some(None) => false,
        Some(Some(parent)) => parent.item.part == item.part,
    };
    if !fits || !is_named(item) || before.item(item.id).is_some() {
        return Err(Rejection::AgendaUnfit { item: item.id });
    }
    proposal_fits(item)?;
    Ok(vec![Event::ItemAdded { item: item.clone(), note: context.note(note) }])
}

fn close_meeting(before: &Snapshot, context: &Context) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    let mut events: Vec<Event> =
        before.items.iter().filter_map(|state| fix_text(before, state.item.id, context)).collect();
    events.push(Event::MeetingClosed {});
    Ok(events)
}
