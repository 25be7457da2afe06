//! What the clerk should know after an act, in whole German sentences. Hints never refuse.

mod agenda;
mod conduct;
pub(super) mod elections;
mod persons;
pub(super) mod quorum;
pub(super) mod votes;

use super::command::{Command, Matter};
use super::decide::{Context, NewEvent};
use super::event::Event;
use super::state::{ItemState, Snapshot, State, Vote};
use super::{texts, wordings};
use crate::VoteId;
use crate::agenda_item::Outcome;
use crate::rules::majority::Method;
use crate::rules::{Reason, ReasonCode};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A decision that took `state` to `next`.
pub(super) struct Seen<'a> {
    /// Before it.
    pub(super) state: &'a State,
    /// After it.
    pub(super) next: &'a State,
    /// What was asked for.
    pub(super) command: &'a Command,
    /// With what it was decided.
    pub(super) context: &'a Context<'a>,
    /// What follows from it.
    pub(super) events: &'a [NewEvent],
}

impl Seen<'_> {
    /// The command itself, or what a correction puts in the place of another.
    fn entered(&self) -> &Command {
        match self.command {
            Command::Correct { replacement: Some(entered), .. } => entered,
            other => other,
        }
    }

    /// What stood before the place of the act.
    fn before(&self) -> Cow<'_, Snapshot> {
        match self.command {
            Command::Correct { act, .. } => Cow::Owned(self.state.without(*act, self.context.at)),
            _ => self.state.at(self.context.at),
        }
    }
}

/// Hints of a decision.
pub(super) fn of(seen: &Seen) -> Vec<Reason> {
    let mut hints = Vec::new();
    quorum::computed(seen, &mut hints);
    let entered = seen.entered();
    held(seen, entered, &mut hints);
    match entered {
        Command::PrepareMeeting { .. } => {
            persons::members_without_vote(seen, &mut hints);
            persons::one_head(seen, &mut hints);
            persons::composition(seen, &mut hints);
            agenda::repeated_numbers(&seen.next.now, |_| true, &mut hints);
        }
        Command::SeatSubstitute { seat, substitute, .. } => {
            persons::substitute(seen, *seat, *substitute, &mut hints);
        }
        Command::DeclareRecusal { item, .. } => persons::announced(seen, *item, &mut hints),
        Command::EndRecusal { .. } => persons::lifted(seen, &mut hints),
        Command::AddItem { item, note } => {
            agenda::added(seen, item, note.as_ref(), &mut hints);
        }
        Command::CallItem { item } => {
            let before = seen.before();
            agenda::other_part(&before, *item, &mut hints);
            persons::recused_before(&before, *item, &mut hints);
        }
        // What is taken off the agenda is not called first.
        Command::RecordOutcome { outcome: Outcome::TakenOff | Outcome::Withdrawn, .. } => {}
        Command::RecordOutcome { item, .. } => {
            agenda::not_called(&seen.before(), *item, &mut hints);
        }
        Command::RecordVote { item, .. } => {
            let before = seen.before();
            votes::recorded(seen, &before, entered, &mut hints);
            // Numbers that were corrected meet the words that the vote has kept.
            wordings::hints(seen, VoteId::of_act(seen.context.act), &mut hints);
            agenda::not_called(&before, *item, &mut hints);
            agenda::other_part(&before, *item, &mut hints);
            if before.item(*item).is_some_and(ItemState::settled) {
                persons::recused_before(&before, *item, &mut hints);
            }
        }
        Command::CloseItem { item, .. } => {
            agenda::closed_item(&seen.next.now, *item, &mut hints);
            persons::recusals_ended(seen, &mut hints);
            elections::closed_item(&seen.next.now, *item, &mut hints);
        }
        Command::CloseMeeting {} => {
            agenda::closed_meeting(&seen.next.now, &mut hints);
            elections::closed_meeting(&seen.next.now, &mut hints);
        }
        Command::RequestVoteMethod { .. } => requested(seen, &mut hints),
        Command::FileMotion { .. } => filed(seen, &mut hints),
        Command::WordResult { vote, .. } => wordings::hints(seen, *vote, &mut hints),
        Command::WriteText { text, .. } if !texts::unknown_acts(seen.state, text).is_empty() => {
            hints.push(hint(ReasonCode::FactUnknown, "Der Text verweist auf eine Eintragung, die es noch nicht gibt; ihre Stelle bleibt leer, bis sie vorgenommen ist."));
        }
        _ => elections::of(seen, entered, &mut hints),
    }
    conduct::of(seen, entered, &mut hints);
    quorum::votes_behind(seen, &mut hints);
    quorum::findings_changed(seen, &mut hints);
    changed_bases(seen, &mut hints);
    lost_repetitions(seen, &mut hints);
    hints
}

/// What the vote of this act gave, and is marked with. Only an act that holds a vote has one; looking
/// through all of them is not free.
fn held(seen: &Seen, entered: &Command, hints: &mut Vec<Reason>) {
    if matches!(entered, Command::RecordVote { .. })
        && let Some(vote) = seen.next.now.vote(VoteId::of_act(seen.context.act))
        && let Some(closed) = vote.closed.as_ref()
    {
        hints.extend(closed.result.hints.iter().cloned());
        marks(seen, vote, hints);
    }
}

/// What a vote is marked with.
fn marks(seen: &Seen, vote: &Vote, hints: &mut Vec<Reason>) {
    if let Ok(profile) = seen.context.profile(&seen.next.now) {
        hints.extend(vote.marks(profile));
    }
}

/// Why a request falls short, or whether it does nobody knows; one that is granted stands at its item.
fn requested(seen: &Seen, hints: &mut Vec<Reason>) {
    let local = seen.next.now.local_rule.as_ref();
    for new in seen.events {
        let Event::VoteMethodRequested { granted, .. } = &new.event else { continue };
        let is_granted = match granted.method {
            Method::Secret => true,
            Method::Rollcall => local.is_some_and(|rule| rule.rollcall_request.is_some()),
            Method::Open => false,
        };
        if !is_granted {
            let told = |text: &String| hint(ReasonCode::RequestJudged, text.as_str());
            hints.extend(granted.reasons.iter().map(told));
        }
    }
}

/// Where only written motions are voted on (§ 39 GO SH), who takes one down has to know.
fn filed(seen: &Seen, hints: &mut Vec<Reason>) {
    let Ok(profile) = seen.context.profile(&seen.next.now) else { return };
    let statute = &profile.vote.written_motions;
    if !statute.is_empty() {
        let text = format!(
            "Abgestimmt wird nur über Anträge, die vor der Abstimmung schriftlich festgelegt sind ({statute})."
        );
        hints.push(hint(ReasonCode::MotionWritten, text));
    }
}

fn hint(code: ReasonCode, text: impl Into<String>) -> Reason {
    Reason { code, text: text.into() }
}

/// " (§ 33 Abs. 1 KrO NRW)", nothing where the profile names no paragraph.
fn cited(statute: &str) -> String {
    if statute.is_empty() { String::new() } else { format!(" ({statute})") }
}

/// Votes whose basis this act has changed: which, how, and what to do.
fn changed_bases(seen: &Seen, hints: &mut Vec<Reason>) {
    for new in seen.events {
        let Event::BasisChanged { vote, old, new } = &new.event else { continue };
        let Some(vote) = seen.next.now.vote(*vote) else { continue };
        let number = seen.next.now.item(vote.item).map_or("", |one| one.item.number.as_str());
        let [at_it, it, again] = match vote.matter {
            Matter::Round(_) => ["dem Wahlgang", "den Wahlgang", "ihn"],
            _ => ["der Abstimmung", "die Abstimmung", "sie"],
        };
        if vote.changed.is_none() {
            let text = format!(
                "Wer bei {at_it} zu TOP {number} stimmberechtigt anwesend war, ist wieder wie festgehalten (Zahl: vorher {}, jetzt {}).",
                old.votes(),
                new.votes()
            );
            hints.push(hint(ReasonCode::BasisRestored, text));
            continue;
        }
        let how = if old.votes() != new.votes() {
            format!("vorher {}, jetzt {}", old.votes(), new.votes())
        } else if old.entitled != new.entitled {
            format!("vorher {0}, jetzt {0}, aber andere Personen", new.votes())
        } else if old.without_vote != new.without_vote {
            format!("vorher {0}, jetzt {0}; ohne Stimme anwesend sind andere", new.votes())
        } else if old.recused == new.recused {
            format!("vorher {0}, jetzt {0}; nicht am Tisch sind andere", new.votes())
        } else {
            format!(
                "vorher {0}, jetzt {0}; wegen Befangenheit sind andere ausgeschlossen",
                new.votes()
            )
        };
        let kept = votes::kept(&seen.next.now, seen.context.directory, vote, new);
        let text = format!(
            "Wer bei {at_it} zu TOP {number} stimmberechtigt anwesend war, hat sich geändert (Zahl: {how}). Bitte bestätigen Sie {it} oder berichtigen Sie {again}.{kept}"
        );
        hints.push(hint(ReasonCode::BasisUnsettled, text));
        if let Ok(profile) = seen.context.profile(&seen.next.now) {
            hints.extend(votes::decided(&seen.next.now, profile, vote));
        }
    }
}

/// A correction took a vote back, or made another one of it: what repeated it now repeats nothing.
fn lost_repetitions(seen: &Seen, hints: &mut Vec<Reason>) {
    let Command::Correct { act, .. } = seen.command else { return };
    let Some(old) = seen.state.now.vote(VoteId::of_act(*act)) else { return };
    let Some(by) = old.repeated_by else { return };
    let now = &seen.next.now;
    let kept = now.vote(old.id).is_some_and(|vote| vote.repeated_by == Some(by));
    if kept || now.vote(by).is_none() {
        return;
    }
    let text = "Diese Abstimmung war wiederholt worden; die Wiederholung nennt noch die alte Eintragung. Bitte berichtigen Sie auch die Wiederholung.";
    hints.push(hint(ReasonCode::RepetitionLost, text));
}
