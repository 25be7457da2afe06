//! Hints on elections: where they stand on the agenda, what their numbers mean, what is missing.

use super::{Seen, agenda, cited, hint, votes};
use crate::directory::Directory;
use crate::person::Person;
use crate::rules::decisive;
use crate::rules::election::{self as rules, Round, Stage};
use crate::rules::profile::RuleProfile;
use crate::rules::{Reason, ReasonCode};
use crate::session::basis::Basis;
use crate::session::command::Command;
use crate::session::election::{ElectionMethod, RoundTally};
use crate::session::elections::counted;
use crate::session::event::Event;
use crate::session::state::{ElectionState, Missing, Snapshot, Vote};
use crate::session::wordings;
use crate::{AgendaItemId, ElectionId, PersonId, VoteId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Hints of what is an act of an election; nothing of any other.
pub(super) fn of(seen: &Seen, entered: &Command, hints: &mut Vec<Reason>) {
    match entered {
        Command::OpenElection { item, method, .. } => {
            let before = seen.before();
            by_hands(seen, &before, *method, hints);
            placed(&before, *item, hints);
        }
        Command::RecordRound { election, .. } => {
            held(seen, *election, hints);
            wordings::hints(seen, VoteId::of_act(seen.context.act), hints);
        }
        Command::WithdrawCandidacy { election, .. } => withdrawn(seen, *election, hints),
        Command::SettleRunoff { election, persons } => settled(seen, (*election, persons), hints),
        // Words of the last round may say something of it.
        Command::DrawLot { election, .. } | Command::AnswerElection { election, .. } => {
            wordings::of_election(seen, *election, hints);
        }
        _ => {}
    }
}

fn placed(before: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    agenda::not_called(before, item, hints);
    agenda::other_part(before, item, hints);
}

fn by_hands(seen: &Seen, before: &Snapshot, method: ElectionMethod, hints: &mut Vec<Reason>) {
    let Ok(profile) = seen.context.profile(before) else { return };
    let asked = rules::open_only(&profile.election);
    if let (ElectionMethod::ShowOfHands, Some(text)) = (method, asked) {
        hints.push(hint(ReasonCode::ElectionByHands, text));
    }
}

/// What the round itself says, and where it stands.
fn held(seen: &Seen, election: ElectionId, hints: &mut Vec<Reason>) {
    for new in seen.events {
        if let Event::RoundClosed { vote, result, .. } = &new.event {
            hints.extend(result.hints.iter().cloned());
            if let Some(vote) = seen.next.now.vote(*vote) {
                super::marks(seen, vote, hints);
            }
        }
    }
    let before = seen.before();
    if let Ok(profile) = seen.context.profile(&before)
        && let Some(vote) = seen.next.now.vote(VoteId::of_act(seen.context.act))
    {
        hints.extend(votes::noted(&seen.next.now, profile, vote).map(votes::Doubt::whole));
    }
    if let Some(state) = before.election(election) {
        placed(&before, state.item, hints);
    }
}

/// Votes in a round of persons who had none: more than there were persons, while others were there who
/// had none. Recorded with a note, did they decide?
pub(super) fn unlawful(
    profile: &RuleProfile,
    basis: &Basis,
    stage: Stage,
    tally: &RoundTally,
) -> Option<Reason> {
    let excluded = basis.without_vote.as_ref().is_some_and(|who| !who.is_empty());
    if basis.recused.is_empty() && basis.apart.is_empty() && !excluded {
        return None;
    }
    let round = counted(profile, basis.votes(), stage, tally);
    let unknown = round.cast().saturating_sub(u32::from(basis.votes()));
    weighed(profile, &round, u16::try_from(unknown).unwrap_or(u16::MAX), false)
}

/// What it means for a round that persons who were taken to be entitled were not.
pub(super) fn decided(
    now: &Snapshot,
    profile: &RuleProfile,
    (election, vote): (ElectionId, &Vote),
) -> Option<Reason> {
    let state = now.election(election)?;
    let held = state.rounds.iter().find(|round| round.vote == vote.id)?;
    let mistaken = vote.mistaken(now);
    let recused = &vote.known_basis().recused;
    let biased = recused.iter().any(|one| mistaken.iter().any(|who| who.person == one.person));
    let round = counted(profile, vote.basis.votes(), held.result.stage, &held.tally);
    weighed(profile, &round, u16::try_from(mistaken.len()).unwrap_or(u16::MAX), biased)
}

/// Nobody knows for whom votes in question were: the worst case counts (§ 31 Abs. 6 GO NRW).
fn weighed(
    profile: &RuleProfile,
    round: &Round<PersonId>,
    questioned: u16,
    biased: bool,
) -> Option<Reason> {
    let (these, were) = match questioned {
        0 => return None,
        1 => (String::from("diese Stimme"), "sie war"),
        more => (format!("diese {more} Stimmen"), "sie waren"),
    };
    let statute = if biased { cited(&profile.quorum.bias_effect_statute) } else { String::new() };
    Some(if decisive::of_round(&profile.election, round, questioned) {
        let text = format!(
            "Ohne {these} kann der Wahlgang anders ausgehen; {were} möglicherweise entscheidend{statute}."
        );
        hint(ReasonCode::Decisive, text)
    } else {
        let text = format!(
            "Auch ohne {these} gibt der Wahlgang dasselbe Ergebnis; {were} nicht entscheidend{statute}."
        );
        hint(ReasonCode::NotDecisive, text)
    })
}

/// Who is left, and what that one needs.
fn withdrawn(seen: &Seen, election: ElectionId, hints: &mut Vec<Reason>) {
    let before = seen.before();
    let Some(was) = before.election(election) else { return };
    placed(&before, was.item, hints);
    let Ok(profile) = seen.context.profile(&before) else { return };
    let Some(state) = seen.next.now.election(election) else { return };
    let rule = &profile.election;
    if state.is_abandoned() {
        let text = "Es steht niemand mehr zur Wahl; in der Regel ist ein neuer Wahlvorschlag erforderlich.";
        hints.push(hint(ReasonCode::NominationNeeded, text));
    } else if state.standing().len() == 1 {
        let lot = if was.in_lot().is_empty() { "" } else { " Das Los entfällt." };
        let needed = rules::needed(rule, state.stage(), 1);
        let text = format!(
            "Es steht nur noch eine Person zur Wahl.{lot} Gewählt ist sie, wenn sie {needed} erhält ({}).",
            rule.statute
        );
        hints.push(hint(ReasonCode::OneCandidate, text));
    }
}

/// Who runs off by the chair's finding, as far as the numbers say something else.
fn settled(seen: &Seen, (election, persons): (ElectionId, &[PersonId]), hints: &mut Vec<Reason>) {
    let before = seen.before();
    let Some(state) = before.election(election) else { return };
    placed(&before, state.item, hints);
    let Ok(profile) = seen.context.profile(&before) else { return };
    hints.extend(run_off(profile, seen.context.directory, state, persons));
}

/// The same of persons whom nobody settled on yet.
pub(in crate::session) fn run_off(
    profile: &RuleProfile,
    directory: &Directory,
    state: &ElectionState,
    persons: &[PersonId],
) -> Vec<Reason> {
    let Some(last) = state.rounds.last() else { return Vec::new() };
    let round = counted(profile, 0, last.result.stage, &last.tally);
    let name =
        |id: &PersonId| directory.persons.get(id).map_or_else(String::new, Person::full_name);
    let said =
        rules::run_off_settled(&profile.election, &round, (&state.eligible(), persons), name);
    said.into_iter().map(|text| hint(ReasonCode::RunOff, text)).collect()
}

/// Elections under the item that is closed: as a rule they are the last ones.
pub(super) fn closed_item(now: &Snapshot, item: AgendaItemId, hints: &mut Vec<Reason>) {
    let of_item = now.elections.iter().rev().take_while(|one| one.item == item);
    let mut open: Vec<Reason> = of_item.filter_map(|one| unfinished(now, one)).collect();
    open.reverse();
    hints.extend(open);
}

pub(super) fn closed_meeting(now: &Snapshot, hints: &mut Vec<Reason>) {
    hints.extend(now.elections.iter().filter_map(|one| unfinished(now, one)));
}

fn unfinished(now: &Snapshot, one: &ElectionState) -> Option<Reason> {
    let what = match one.missing()? {
        Missing::Round => "ein Wahlgang steht aus",
        Missing::Lot => "das Los ist noch nicht gezogen",
        Missing::Answer => "die Erklärung zur Annahme der Wahl fehlt",
    };
    let number = now.item(one.item).map_or("", |state| state.item.number.as_str());
    let text =
        format!("Die Wahl zu TOP {number} ({}) ist nicht abgeschlossen: {what}.", one.post.trim());
    Some(hint(ReasonCode::ElectionOpen, text))
}
