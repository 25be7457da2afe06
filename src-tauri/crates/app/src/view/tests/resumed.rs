//! What was left half entered is found again as long as it can be recorded: over random sessions.

use super::source;
use crate::core::motion::Procedure;
use crate::core::session::command::{Announced, Matter, Tally};
use crate::core::session::election::{CandidateVotes, RoundTally};
use crate::core::session::state::Vote;
use crate::core::session::{Command, Rejection};
use crate::core::testing::committee::text;
use crate::core::testing::generate::{ROLLS, step};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ActId, AgendaItemId, ElectionId, Moment, VoteId};
use crate::entering::{Entered, Entering, HalfVote};
use crate::view::source::Source;
use crate::view::{ElectionStep, entering, item};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Acts with votes that the session had, whatever became of them.
type Voted = BTreeSet<(AgendaItemId, ActId)>;

fn half(matter: &Matter, repeats: Option<VoteId>, corrects: Option<ActId>) -> HalfVote {
    HalfVote {
        matter: matter.clone(),
        corrects,
        repeats,
        majority: None,
        announced: None,
        note: String::new(),
        wording: None,
        typed: None,
    }
}

/// The vote as it would be recorded.
fn vote(item: AgendaItemId, half: &HalfVote) -> Command {
    let vote = Command::RecordVote {
        item,
        matter: half.matter.clone(),
        majority: None,
        repeats: half.repeats,
        wording_put: text("So wird beschlossen."),
        tally: Tally::Unanimous {},
        announced: Announced::Accepted,
        note: None,
    };
    match half.corrects {
        Some(act) => Command::Correct { act, replacement: Some(Box::new(vote)) },
        None => vote,
    }
}

/// What is found again of a vote that was half entered.
fn found(source: &Source, item: AgendaItemId, half: &HalfVote) -> bool {
    let left = Entering { votes: vec![half.clone()], ..Entering::default() };
    let entered: Entered = [(item, left)].into();
    let views = entering::view(source, entered);
    views.iter().any(|one| one.item == item && !one.entering.votes.is_empty())
}

/// Votes on the item as it is now, on what can be put beside it, and votes that are taken again.
fn begun(rehearsal: &Rehearsal, id: AgendaItemId) -> Vec<HalfVote> {
    let now = &rehearsal.state.now;
    let motions = now.motions.iter().filter(|one| one.motion.item == id);
    let motions = motions.map(|one| Matter::Motion(one.motion.id));
    let plain =
        [Matter::Item, Matter::Part("Ziffer 2".into()), Matter::Procedure(Procedure::Extend)];
    let first = motions.chain(plain).map(|matter| half(&matter, None, None));
    let of_item = |vote: &&Vote| vote.item == id && vote.closed.is_some();
    let again = now.votes.iter().filter(of_item);
    first.chain(again.map(|vote| half(&vote.matter, Some(vote.id), None))).collect()
}

/// A round with no vote at all, as its form has it.
fn round(election: ElectionId, step: &ElectionStep) -> Option<Command> {
    let ElectionStep::Round { form, .. } = step else { return None };
    let votes = |person| CandidateVotes { person, votes: 0 };
    let tally = RoundTally {
        candidates: form.candidates.iter().map(|one| votes(one.person)).collect(),
        no: 0,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    };
    Some(Command::RecordRound { election, tally, note: Some("so ausgezählt".into()) })
}

fn try_all(rehearsal: &Rehearsal, record: &Voted) {
    let start = Committee::at("16:30");
    let last = rehearsal.state.entries.iter().map(|entry| entry.occurred_at).max();
    let at: Moment = last.map_or(start, |last| last.max(start));
    let source = source(rehearsal, None);
    for one in &rehearsal.state.now.items {
        let id = one.item.id;
        let view = item::view(&source, id).unwrap();
        let votes = view.vote_form.is_some_and(|form| form.entitled > 0);
        for half in begun(rehearsal, id) {
            let decided = rehearsal.decide(at, &vote(id, &half));
            if found(&source, id, &half) {
                // It waits until the session votes on the item again; then it is recorded.
                assert!(!votes || decided.is_ok(), "found, but refused: {half:?}: {decided:?}");
            } else {
                // A motion that was decided meanwhile is voted on anew, by a repetition of its vote.
                let motion = |id| rehearsal.state.now.motion(id);
                let settled = matches!(half.matter, Matter::Motion(id)
                    if half.repeats.is_none() && motion(id).is_some_and(|one| !one.pending()));
                assert!(settled || decided.is_err(), "lost, but accepted: {half:?}");
            }
        }
        if let Some(election) = &view.election {
            let half = half(&Matter::Round(election.election), None, None);
            let command = round(election.election, &election.step);
            assert_eq!(found(&source, id, &half), command.is_some(), "{:?}", election.step);
            if let Some(command) = command {
                let decided = rehearsal.decide(at, &command);
                assert!(decided.is_ok(), "found, but refused: {decided:?}");
            }
        }
    }
    for (item, act) in record {
        let half = half(&Matter::Item, None, Some(*act));
        let decided = rehearsal.decide(at, &vote(*item, &half));
        let gone = matches!(
            decided,
            Err(Rejection::AlreadyWithdrawn { .. } | Rejection::UnknownAct { .. })
        );
        assert_eq!(found(&source, *item, &half), !gone, "{decided:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_left_is_found_while_it_can_be_recorded(
        steps in vec(any::<[u16; ROLLS]>(), 0..60),
    ) {
        let committee = Committee::new(9);
        let mut rehearsal = Rehearsal::new(committee.clone());
        let mut voted = Voted::new();
        for rolls in &steps {
            let (at, command) = step(rolls, &committee, &rehearsal.state);
            let _ = rehearsal.act(at, &command);
            voted.extend(rehearsal.state.now.votes.iter().map(|vote| (vote.item, vote.act)));
        }
        try_all(&rehearsal, &voted);
    }
}
