//! Hints on the agenda: parts, numbers, urgency, what is open and what has no outcome.

use super::{Seen, hint, votes};
use crate::AgendaItemId;
use crate::OrganizationId;
use crate::agenda_item::{AgendaItem, ItemKind, Outcome, Part};
use crate::rules::quorum::LegalState;
use crate::rules::{Reason, ReasonCode};
use crate::session::note::Note;
use crate::session::state::{ItemState, Phase, Snapshot};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// An item that is added in the session needs a reason why it cannot wait.
pub(super) fn added(seen: &Seen, item: &AgendaItem, note: Option<&Note>, hints: &mut Vec<Reason>) {
    repeated_numbers(&seen.next.now, |number| number == item.number.trim(), hints);
    let before = seen.before();
    if before.phase != Phase::Open || seen.context.note(note).is_some() {
        return;
    }
    let profile = seen.context.profile(&before);
    let number = item.number.trim();
    let text = match profile.map_or("", |profile| profile.urgency_statute.as_str()) {
        "" => format!(
            "Für die Erweiterung der Tagesordnung um TOP {number} ist keine Begründung vermerkt; bitte prüfen Sie, ob sie zulässig ist."
        ),
        statute => format!(
            "Für die Erweiterung der Tagesordnung um TOP {number} ist keine Begründung vermerkt: Sie ist nur zulässig, wenn die Sache keinen Aufschub duldet oder von äußerster Dringlichkeit ist ({statute})."
        ),
    };
    hints.push(hint(ReasonCode::UrgencyMissing, text));
}

/// Numbers that more than one item has.
pub(super) fn repeated_numbers(
    now: &Snapshot,
    concerned: impl Fn(&str) -> bool,
    hints: &mut Vec<Reason>,
) {
    let (mut seen, mut named) = (BTreeSet::new(), BTreeSet::new());
    for number in now.items.iter().map(|one| one.item.number.trim()).filter(|one| concerned(one)) {
        if !seen.insert(number) && named.insert(number) {
            let text =
                format!("Die Nummer TOP {number} steht mehr als einmal auf der Tagesordnung.");
            hints.push(hint(ReasonCode::NumberTwice, text));
        }
    }
}

/// An item of the other part of the session is called, or voted on.
pub(super) fn other_part(before: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let Some(state) = before.item(item).filter(|one| one.item.part != before.part) else { return };
    let text = format!(
        "TOP {} gehört zum {} Teil, die Sitzung befindet sich aber im {} Teil.",
        state.item.number,
        adjective(state.item.part),
        adjective(before.part)
    );
    hints.push(hint(ReasonCode::PartDiffers, text));
}

fn adjective(part: Part) -> &'static str {
    match part {
        Part::Public => "öffentlichen",
        Part::NonPublic => "nichtöffentlichen",
    }
}

/// An item goes to the other part of a session that is open: the body decides on that.
pub(super) fn moved(seen: &Seen, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let (Some(old), Some(new)) = (before.item(item), seen.next.now.item(item)) else { return };
    if before.phase != Phase::Open || old.item.part == new.item.part {
        return;
    }
    let text = format!(
        "TOP {} wechselt in den {} Teil; darüber beschließt das Gremium. Bitte halten Sie den Beschluss fest.",
        old.item.number,
        adjective(new.item.part)
    );
    hints.push(hint(ReasonCode::PartMoved, text));
}

/// One debate is public, or it is not.
pub(super) fn joined(before: &Snapshot, items: &[AgendaItemId], hints: &mut Vec<Reason>) {
    let mut parts = items.iter().filter_map(|item| before.item(*item)).map(|one| one.item.part);
    let first = parts.next();
    if parts.any(|part| Some(part) != first) {
        let text = "Die gemeinsam beratenen Tagesordnungspunkte gehören zu verschiedenen Teilen der Sitzung; bitte prüfen.";
        hints.push(hint(ReasonCode::JoinedAcrossParts, text));
    }
}

/// To whom it goes, and on what a putting back rests.
pub(super) fn outcome(
    seen: &Seen,
    item: AgendaItemId,
    (outcome, to): (Outcome, Option<OrganizationId>),
    hints: &mut Vec<Reason>,
) {
    let before = seen.before();
    let number = before.item(item).map_or("", |one| one.item.number.as_str());
    let missing = match outcome {
        _ if to.is_some() => "",
        Outcome::Referred => "an welches Gremium die Angelegenheit verwiesen wird",
        Outcome::Recommended => "welchem Gremium die Empfehlung gilt",
        _ => "",
    };
    if !missing.is_empty() {
        let text = format!("Zu TOP {number} ist nicht vermerkt, {missing}.");
        hints.push(hint(ReasonCode::AddresseeMissing, text));
    }
    if outcome == Outcome::PutBack && !lacks_quorum(seen, &before) {
        let text = format!(
            "TOP {number} wird zurückgestellt, ohne dass die Beschlussunfähigkeit festgestellt ist. Soll die Angelegenheit nur später beraten werden, wird sie vertagt."
        );
        hints.push(hint(ReasonCode::PutBackWithoutFinding, text));
    }
}

/// The lack was found or, where the law knows no fiction, the numbers give it.
fn lacks_quorum(seen: &Seen, before: &Snapshot) -> bool {
    let Ok(profile) = seen.context.profile(before) else { return true };
    match before.legal_state(profile) {
        LegalState::Lacking => true,
        LegalState::Computed => !before.basis(profile, before.current).quorum.computed,
        LegalState::Deemed | LegalState::Confirmed | LegalState::Open => false,
    }
}

/// Something became of an item that was called neither itself nor with one above it.
pub(super) fn not_called(before: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let mut above = before.items.iter().filter(|one| before.within(item, one.item.id));
    if above.any(|one| !one.called.is_empty()) {
        return;
    }
    let Some(state) = before.item(item) else { return };
    let text = format!("TOP {} ist bis dahin nicht aufgerufen.", state.item.number);
    hints.push(hint(ReasonCode::ItemNotCalled, text));
}

pub(super) fn closed_item(now: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let open = now.items().filter(|one| one.item.parent == Some(item) && !one.settled());
    if let Some(numbers) = listed(open) {
        let text = format!("Noch nicht abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::SubItemsOpen, text));
    }
    let pending = now.item(item).and_then(|one| votes::counted(&one.pending));
    if let Some(motions) = pending {
        let number = now.item(item).map_or("", |one| one.item.number.as_str());
        let text = format!(
            "Zu TOP {number} ist weder abgestimmt noch eine Rücknahme eingetragen: {motions}."
        );
        hints.push(hint(ReasonCode::MotionsPending, text));
    }
    let without = now.item(item).filter(|one| now.lacks_outcome(one));
    if let Some(numbers) = listed(without.into_iter()) {
        let text = format!("Ohne Ergebnis abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::OutcomeMissing, text));
    }
}

pub(super) fn closed_meeting(now: &Snapshot, hints: &mut Vec<Reason>) {
    let open = now.items().filter(|one| !one.settled() && !one.dropped());
    if let Some(numbers) = listed(open) {
        let text = format!("Noch nicht abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::ItemsOpen, text));
    }
    let without = now.items().filter(|one| one.closed.is_some() && now.lacks_outcome(one));
    if let Some(numbers) = listed(without) {
        let text = format!("Ohne Ergebnis abgeschlossen: {numbers}.");
        hints.push(hint(ReasonCode::OutcomeMissing, text));
    }
    if let Some(numbers) = listed(now.items().filter(|one| !one.pending.is_empty())) {
        let text =
            format!("Über Anträge ist weder abgestimmt, noch sind sie zurückgenommen: {numbers}.");
        hints.push(hint(ReasonCode::MotionsPending, text));
    }
    let marked = |one: &&ItemState| {
        now.votes.iter().any(|vote| vote.item == one.item.id && vote.changed.is_some())
    };
    if let Some(numbers) = listed(now.items().filter(marked)) {
        let text = format!(
            "Wer bei einer Abstimmung stimmberechtigt anwesend war, hat sich geändert; die Abstimmung ist noch nicht bestätigt: {numbers}."
        );
        hints.push(hint(ReasonCode::BasisUnsettled, text));
    }
    let lost = |one: &&ItemState| {
        let repetitions = now.votes.iter().filter(|vote| vote.item == one.item.id);
        let mut named =
            repetitions.filter_map(|vote| Some((vote.id, vote.closed.as_ref()?.repeats?)));
        named.any(|(by, of)| now.vote(of).is_none_or(|one| one.repeated_by != Some(by)))
    };
    if let Some(numbers) = listed(now.items().filter(lost)) {
        let text = format!(
            "Eine Wiederholung nennt eine Abstimmung, die es so nicht mehr gibt: {numbers}. Bitte berichtigen Sie die Wiederholung."
        );
        hints.push(hint(ReasonCode::RepetitionLost, text));
    }
}

impl Snapshot {
    /// Nothing became of the item or of one below it, and nobody said that this is on purpose. What
    /// is only a heading or a formality needs no outcome.
    pub fn lacks_outcome(&self, one: &ItemState) -> bool {
        if matches!(one.item.kind, ItemKind::Formalities | ItemKind::Addenda) {
            return false;
        }
        let has = |one: &ItemState| !one.outcomes.is_empty() || one.votes > 0;
        !has(one) && !self.items.iter().any(|sub| sub.item.parent == Some(one.item.id) && has(sub))
    }
}

/// "TOP 3, TOP N 1"; nothing for no item.
fn listed<'a>(items: impl Iterator<Item = &'a ItemState>) -> Option<String> {
    let numbers: Vec<String> = items.map(|one| format!("TOP {}", one.item.number)).collect();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}
