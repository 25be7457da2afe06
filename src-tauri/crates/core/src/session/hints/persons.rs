//! Hints on persons: substitutes, members without a vote, bias.

use super::{Seen, cited, hint};
use crate::membership::{SeatKind, Status};
use crate::rules::substitution::{self, Basis as SubstitutionBasis};
use crate::rules::{Reason, ReasonCode};
use crate::session::state::Snapshot;
use crate::session::{Event, NewEvent, attend};
use crate::{AgendaItemId, PersonId, SeatId};
use alloc::format;
use alloc::vec::Vec;

/// The order of substitutes is fixed; another one is recorded as it was announced. Whether an
/// expert citizen may stand in for a member of the assembly is decided locally; the person counts by
/// the own status.
pub(super) fn substitute(seen: &Seen, seat: SeatId, substitute: PersonId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let Some(state) = before.seats.get(&seat) else { return };
    let profile = seen.context.profile(&before).ok();
    if before.excused.contains(&substitute) {
        hints.push(hint(ReasonCode::SubstituteExcused, "Die Vertretung ist als entschuldigt eingetragen und nimmt jetzt doch teil; bitte prüfen."));
    }
    if state.occupant.is_some() {
        let text = "Das Mitglied ist wegen Befangenheit ausgeschlossen und verlässt damit die Sitzung; kehrt es zurück, endet die Vertretung. Ob es in diesem Fall vertreten wird, richtet sich nach der Hauptsatzung und der Geschäftsordnung.";
        hints.push(hint(ReasonCode::BiasedRepresented, text));
    }
    let order = attend::candidates(&before, state);
    if substitution::basis(&order, substitute) == SubstitutionBasis::NotAppointed {
        hints.push(hint(
            ReasonCode::SubstitutionOrder,
            "Die Vertretung ist für diesen Sitz nicht bestellt.",
        ));
    } else if !substitution::passed_over(&order, substitute).is_empty() {
        let statute = cited(profile.map_or("", |profile| profile.substitution_statute.as_str()));
        let text =
            format!("In der festgelegten Reihenfolge geht eine andere Vertretung vor{statute}.");
        hints.push(hint(ReasonCode::SubstitutionOrder, text));
    }
    let Some(member) = state.member else {
        let text = "Der Sitz ist nicht besetzt; vertreten wird hier kein Mitglied.";
        hints.push(hint(ReasonCode::Vacant, text));
        return;
    };
    let (Some(plan), Some(profile)) = (before.plan.as_ref(), profile) else { return };
    let directory = seen.context.directory;
    let own = directory.status(substitute, plan.organization, plan.start.date());
    let Some(own) = own.filter(|own| *own != member.status) else { return };
    if state.kind != SeatKind::Voting {
        return;
    }
    if !profile.voting_statuses.contains(&own) {
        let text =
            "Die Vertretung hat in diesem Gremium kein Stimmrecht; der Sitz zählt nicht mit.";
        hints.push(hint(ReasonCode::SubstituteStatus, text));
        return;
    }
    let rule = profile.quorum.composition.as_ref();
    let paragraph = cited(rule.map_or("", |rule| rule.statute.as_str()));
    let text = format!(
        "Die Vertretung zählt nach ihrem eigenen Status, nicht nach dem des vertretenen Mitglieds{paragraph}."
    );
    hints.push(hint(ReasonCode::SubstituteStatus, text));
}

/// Members on voting seats whose status has no vote in this body.
pub(super) fn members_without_vote(seen: &Seen, hints: &mut Vec<Reason>) {
    let now = &seen.next.now;
    let Ok(profile) = seen.context.profile(now) else { return };
    let votes = |status: &Status| profile.voting_statuses.contains(status);
    let mut seats: Vec<(u16, Status)> = now
        .seats
        .values()
        .filter(|seat| seat.kind == SeatKind::Voting)
        .filter_map(|seat| Some((seat.number, seat.member?.status)))
        .filter(|(_, status)| !votes(status))
        .collect();
    seats.sort_by_key(|(number, _)| *number);
    for (number, status) in seats {
        let short = match status.abbreviation() {
            "" => "",
            short => &format!(" ({short})"),
        };
        let text = format!(
            "Sitz {number} ist ein stimmberechtigter Sitz, sein Mitglied hat nach seinem Status{short} in diesem Gremium aber kein Stimmrecht; der Sitz bleibt Teil der Gesamtzahl, das Mitglied zählt nicht mit."
        );
        hints.push(hint(ReasonCode::MemberWithoutVote, text));
    }
}

/// Members of the assembly have to outnumber the expert citizens of a committee, not only those who
/// are present (§ 41 Abs. 5 KrO NRW, § 58 Abs. 3 GO NRW).
pub(super) fn composition(seen: &Seen, hints: &mut Vec<Reason>) {
    let now = &seen.next.now;
    let Ok(profile) = seen.context.profile(now) else { return };
    let Some(test) = &profile.quorum.composition else { return };
    let of = |status: Status| {
        let voting = now.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
        let own = voting.filter(|seat| seat.member.is_some_and(|one| one.status == status));
        if profile.voting_statuses.contains(&status) { own.count() } else { 0 }
    };
    let (members, experts) = (of(test.a), of(test.b));
    if experts == 0 || experts < members {
        return;
    }
    let (words, statute) = (&profile.words.member_plural, &test.statute);
    let sentence = format!(
        "Dem Gremium gehören {members} {words} und {experts} sachkundige Bürgerinnen und Bürger mit Stimmrecht an; deren Zahl muss geringer sein ({statute}). Bitte prüfen Sie die Besetzung."
    );
    hints.push(hint(ReasonCode::CompositionUnlawful, sentence));
}

/// Who is biased for an item that has not been called yet stays at the table until then.
pub(super) fn announced(seen: &Seen, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    if before.deals_with(item) {
        return;
    }
    let number = before.item(item).map_or("", |one| one.item.number.as_str());
    let text = format!(
        "TOP {number} ist nicht aufgerufen. Die Befangenheit gilt ab dem Aufruf; bis dahin bleibt die Person am Tisch und zählt mit."
    );
    hints.push(hint(ReasonCode::RecusalAnnounced, text));
}

/// Who is not there has not come back to the table.
pub(super) fn lifted(seen: &Seen, hints: &mut Vec<Reason>) {
    let absent = |new: &NewEvent| matches!(new.event, Event::RecusalEnded { absent: true, .. });
    if seen.events.iter().any(absent) {
        let text = "Die Person ist nicht anwesend; sie gilt nicht mehr als befangen. Ist sie zurückgekehrt, tragen Sie bitte ein, dass sie gekommen ist.";
        hints.push(hint(ReasonCode::RecusalLifted, text));
    }
}

/// Who was recused when the item was dealt with before and is not now.
pub(super) fn recused_before(before: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let Some(state) = before.item(item) else { return };
    let number = &state.item.number;
    let asked = |person: &&PersonId| {
        before.present(**person).is_some() && before.recusal(**person, item).is_none()
    };
    let persons = state.recused.iter().filter(asked).count();
    let who = match persons {
        0 => return,
        1 => "war 1 anwesende Person wegen Befangenheit ausgeschlossen",
        more => &format!("waren {more} anwesende Personen wegen Befangenheit ausgeschlossen"),
    };
    let text = format!(
        "Bei der bisherigen Behandlung von TOP {number} {who}. Gilt das weiterhin, tragen Sie die Befangenheit bitte erneut ein."
    );
    hints.push(hint(ReasonCode::RecusalBefore, text));
}

/// Recusals that ended because the item was closed, of persons who are still there.
pub(super) fn recusals_ended(seen: &Seen, hints: &mut Vec<Reason>) {
    let (old, now) = (&seen.state.now, &seen.next.now);
    let ended = old.recusals.lasting().filter(|old| {
        let lasts = now.recusals.lasting().any(|new| new.act == old.act);
        !lasts && now.present(old.person).is_some()
    });
    let text = match ended.count() {
        0 => return,
        1 => {
            "Zu diesem Tagesordnungspunkt war 1 Person noch als ausgeschlossen eingetragen; mit seinem Abschluss zählt sie wieder mit. Ist sie nicht an den Tisch zurückgekehrt, tragen Sie bitte ein, dass sie gegangen ist."
        }
        more => &format!(
            "Zu diesem Tagesordnungspunkt waren {more} Personen noch als ausgeschlossen eingetragen; mit seinem Abschluss zählen sie wieder mit. Ist eine von ihnen nicht an den Tisch zurückgekehrt, tragen Sie bitte ein, dass sie gegangen ist."
        ),
    };
    hints.push(hint(ReasonCode::RecusalLasts, text));
}

/// The head of the administration is one person with one seat (§ 25 Abs. 1 KrO NRW, § 40 Abs. 2 GO NRW).
pub(super) fn one_head(seen: &Seen, hints: &mut Vec<Reason>) {
    let voting = seen.next.now.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
    let mut seats: Vec<u16> = voting
        .filter(|seat| seat.member.is_some_and(|member| member.status == Status::HVB))
        .map(|seat| seat.number)
        .collect();
    seats.sort_unstable();
    if let [first, second, ..] = seats.as_slice() {
        let text = format!(
            "Die Sitze {first} und {second} sind beide mit der Hauptverwaltungsbeamtin oder dem Hauptverwaltungsbeamten besetzt; bitte prüfen Sie den Status."
        );
        hints.push(hint(ReasonCode::HeadTwice, text));
    }
}
