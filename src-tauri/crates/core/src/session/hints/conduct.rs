//! Hints on the course of the session: who is away, who chairs, what is done during a recess.

use super::{Seen, agenda, cited, hint};
use crate::agenda_item::Part;
use crate::membership::{SeatKind, Status};
use crate::proceeding::Proceeding;
use crate::rules::attendance::AbsenceCause;
use crate::rules::{Reason, ReasonCode};
use crate::session::command::{Command, Mode};
use crate::session::event::Event;
use crate::session::state::{Phase, Place, Snapshot};
use crate::{AgendaItemId, PersonId, SeatId};
use alloc::format;
use alloc::vec::Vec;

/// Hints on absences, chair, recesses and the order of the agenda.
pub(super) fn of(seen: &Seen, entered: &Command, hints: &mut Vec<Reason>) {
    match entered {
        Command::RecordAbsence { person, cause } => away(seen, *person, *cause, hints),
        Command::DeclareRecusal { item, .. } => recused(seen, *item, hints),
        Command::OpenMeeting { chair, .. } => opens(seen, *chair, hints),
        Command::ChangeChair { chair } => {
            let votes = votes(seen, &seen.before(), *chair);
            takes_the_chair(seen, *chair, votes, hints);
        }
        Command::MoveItem { item, .. } => agenda::moved(seen, *item, hints),
        Command::RecordProceeding { item, proceeding, .. } => {
            if let Some(item) = item {
                agenda::not_called(&seen.before(), *item, hints);
            }
            announced(seen, *item, proceeding, hints);
        }
        Command::CheckPresence { .. } => counted(seen, hints),
        Command::JoinItems { items } => agenda::joined(&seen.before(), items, hints),
        Command::RecordOutcome { item, outcome, to, .. } => {
            agenda::outcome(seen, *item, (*outcome, *to), hints);
        }
        _ => {}
    }
    during_recess(seen, entered, hints);
    chair_left(seen, hints);
}

/// An outage concerns those who are connected, an item is called before anybody is out for it.
fn away(seen: &Seen, person: PersonId, cause: AbsenceCause, hints: &mut Vec<Reason>) {
    let before = seen.before();
    match cause {
        AbsenceCause::Outage => {
            let Some(there) = before.present(person) else { return };
            if there.mode == Mode::Room {
                let text = "Die Person nimmt im Saal teil; eine Störung von Bild oder Ton betrifft nur Zugeschaltete. Bitte prüfen.";
                hints.push(hint(ReasonCode::OutageInRoom, text));
            }
            if votes(seen, &before, person) {
                let text = "Solange Bild oder Ton gestört ist, gilt die Person nicht als anwesend; mit einer Abstimmung sollte abgewartet werden.";
                hints.push(hint(ReasonCode::OutageLasts, text));
            }
        }
        AbsenceCause::PublicArea => {}
        AbsenceCause::Item(item) => {
            if before.deals_with(item) {
                return;
            }
            let number = before.item(item).map_or("", |one| one.item.number.as_str());
            let text = format!(
                "TOP {number} ist nicht aufgerufen. Die Abwesenheit gilt ab dem Aufruf; bis dahin zählt die Person mit."
            );
            hints.push(hint(ReasonCode::AbsenceAnnounced, text));
        }
    }
}

/// What is announced is meant for the public.
fn announced(
    seen: &Seen,
    item: Option<AgendaItemId>,
    proceeding: &Proceeding,
    hints: &mut Vec<Reason>,
) {
    let before = seen.before();
    let closed = |item| before.item(item).is_some_and(|one| one.item.part == Part::NonPublic);
    let behind_doors = before.part == Part::NonPublic || item.is_some_and(closed);
    if behind_doors && matches!(proceeding, Proceeding::Announcement { .. }) {
        let text = "Beschlüsse werden in öffentlicher Sitzung bekannt gegeben; diese Bekanntgabe steht im nichtöffentlichen Teil.";
        hints.push(hint(ReasonCode::AnnouncedInPrivate, text));
    }
}

/// The count and the list say different numbers.
fn counted(seen: &Seen, hints: &mut Vec<Reason>) {
    let act = seen.context.act;
    let Some(check) = seen.next.now.checks.iter().rfind(|one| one.act == act) else { return };
    let Ok(profile) = seen.context.profile(&seen.next.now) else { return };
    let (counted, listed) = (check.counted, check.listed(profile));
    if counted != listed {
        let text = format!(
            "Gezählt: {counted}, in der Liste: {listed}. Bitte prüfen Sie, wer gekommen oder gegangen ist, und tragen Sie es nach."
        );
        hints.push(hint(ReasonCode::PresenceDiffers, text));
    }
}

/// Whether the person sits on a voting seat, and has a vote in this body.
fn votes(seen: &Seen, now: &Snapshot, person: PersonId) -> bool {
    now.present(person).is_some_and(|there| match there.place {
        Place::Seat(seat, status) => has_vote(seen, now, seat, status),
        Place::Beside(_) => false,
    })
}

fn has_vote(seen: &Seen, now: &Snapshot, seat: SeatId, status: Status) -> bool {
    let voting = now.seats.get(&seat).is_some_and(|seat| seat.kind == SeatKind::Voting);
    let profile = seen.context.profile(now);
    voting && profile.is_ok_and(|profile| profile.voting_statuses.contains(&status))
}

/// Who opens the session chairs it.
fn opens(seen: &Seen, chair: PersonId, hints: &mut Vec<Reason>) {
    let votes = seen.events.iter().any(|new| match &new.event {
        Event::MeetingOpened { present, .. } => {
            let seated = present.iter().find(|one| one.person == chair);
            seated.is_some_and(|one| has_vote(seen, &seen.next.now, one.seat, one.status))
        }
        _ => false,
    });
    takes_the_chair(seen, chair, votes, hints);
}

/// Who is biased may stay in the public area while the session is public, and leaves the room
/// otherwise (§ 31 GO NRW and its like).
fn recused(seen: &Seen, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let non_public = before.part == Part::NonPublic
        || before.item(item).is_some_and(|one| one.item.part == Part::NonPublic);
    if !non_public {
        return;
    }
    let profile = seen.context.profile(&before);
    let statute = cited(profile.map_or("", |profile| profile.quorum.bias_statute.as_str()));
    let text =
        format!("Wer befangen ist, verlässt in nichtöffentlicher Sitzung den Raum{statute}.");
    hints.push(hint(ReasonCode::RecusedLeavesRoom, text));
}

/// The chair belongs to a member of the body, or to the head of the administration.
fn takes_the_chair(seen: &Seen, chair: PersonId, votes: bool, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let status = before.plan.as_ref().and_then(|plan| {
        seen.context.directory.status(chair, plan.organization, plan.start.date())
    });
    if votes || status == Some(Status::HVB) {
        return;
    }
    let text = "Den Vorsitz übernimmt eine Person ohne stimmberechtigten Sitz in diesem Gremium; bitte prüfen.";
    hints.push(hint(ReasonCode::ChairNotMember, text));
}

/// Who chairs left, is away from the table, or is biased for the current item.
fn chair_left(seen: &Seen, hints: &mut Vec<Reason>) {
    if leaderless(&seen.next.now) && !leaderless(&seen.state.now) {
        let text = "Die Person, die den Vorsitz führt, ist nicht am Tisch. Bitte tragen Sie ein, wer den Vorsitz übernimmt.";
        hints.push(hint(ReasonCode::ChairLeft, text));
    }
}

/// The session goes on, and who chairs is not at the table.
fn leaderless(now: &Snapshot) -> bool {
    let Some(chair) = now.chair else { return false };
    let goes_on = now.phase == Phase::Open && now.interrupted().is_none();
    let biased = || now.current.is_some_and(|item| now.recusal(chair, item).is_some());
    let away = || now.present(chair).is_none() || now.apart(chair, now.current).is_some();
    goes_on && (away() || biased())
}

/// Coming and going, files and texts go on during a recess; anything else is a matter of the session.
fn during_recess(seen: &Seen, entered: &Command, hints: &mut Vec<Reason>) {
    if matches!(
        entered,
        Command::PrepareMeeting { .. }
            | Command::OpenMeeting { .. }
            | Command::ExcuseMember { .. }
            | Command::SeatSubstitute { .. }
            | Command::RecordArrival { .. }
            | Command::AdmitAttendee { .. }
            | Command::RecordAbsence { .. }
            | Command::EndAbsence { .. }
            | Command::RecordDeparture { .. }
            | Command::ListAttachment { .. }
            | Command::WriteText { .. }
            | Command::ConfirmBasis { .. }
            | Command::WordResult { .. }
            | Command::InterruptMeeting {}
            | Command::AdjournMeeting { .. }
            | Command::ResumeMeeting { .. }
            | Command::Correct { .. }
    ) {
        return;
    }
    let Some(since) = seen.before().interrupted() else { return };
    let since = since.clock();
    if matches!(entered, Command::CloseMeeting {}) {
        let text = format!(
            "Die Sitzung ist seit {since} Uhr unterbrochen; die Unterbrechung endet mit dem Schluss der Sitzung."
        );
        hints.push(hint(ReasonCode::RecessEnded, text));
        return;
    }
    let text = format!(
        "Die Sitzung ist seit {since} Uhr unterbrochen. Bitte tragen Sie ein, wann sie fortgesetzt wurde, oder prüfen Sie die Uhrzeit."
    );
    hints.push(hint(ReasonCode::DuringRecess, text));
}
