//! Elections to one post: rounds, withdrawals, lot, answer. § 35 Abs. 2 KrO NRW, § 50 Abs. 2 GO NRW through
//! [`crate::rules::election`]. Several posts are several elections, one after the other.
//!
//! What a round gave is frozen with it, and the next round rests on it. A late entry or a correction
//! that leaves another round without its ground (other candidates, another majority) is refused, and
//! names the act that has to be taken back first: nothing that was voted on is recomputed silently.

use super::apply::{self, Applied, Unfit};
use super::attend::in_session;
use super::basis::Basis;
use super::command::{Command, Matter};
use super::deal::{known, printable};
use super::decide::Context;
use super::election::{CandidateVotes, ElectionMethod, ElectionResult, RoundTally};
use super::event::Event;
use super::hints;
use super::majorities::Required;
use super::note::Note;
use super::rejection::Rejection;
use super::state::{ElectionState, Entry, RoundState, Snapshot, Withdrawal};
use super::votes;
use crate::rules::election::{self, ElectionOutcome, Round, Stage};
use crate::rules::local::Judgement;
use crate::rules::majority;
use crate::rules::profile::{BlankBallot, QualifiedMajority, RuleProfile};
use crate::rules::{Reason, ReasonCode};
use crate::{ElectionId, PersonId, VoteId};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub(super) fn handle(
    before: &Snapshot,
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    in_session(before)?;
    match command {
        Command::OpenElection { .. } => open(before, command, context),
        Command::RecordRound { election, tally, note } => {
            round(before, *election, tally, note.as_ref(), context)
        }
        Command::WithdrawCandidacy { election, person } => {
            let (election, person) = (*election, *person);
            if !known_election(before, election)?.stands(person) {
                return Err(Rejection::NotStanding { person });
            }
            Ok(vec![Event::CandidacyWithdrawn { election, person }])
        }
        Command::SettleRunoff { election, persons } => {
            let election = *election;
            let persons = run_off(known_election(before, election)?, persons)?;
            Ok(vec![Event::RunoffSettled { election, persons }])
        }
        Command::DrawLot { election, winner } => {
            let (election, winner) = (*election, *winner);
            match known_election(before, election)?.in_lot().as_slice() {
                [] => Err(Rejection::NoLotDue),
                persons if persons.contains(&winner) => {
                    Ok(vec![Event::LotDrawn { election, winner }])
                }
                _ => Err(Rejection::NotInLot { person: winner }),
            }
        }
        Command::AnswerElection { election, answer } => {
            let (election, answer) = (*election, *answer);
            let state = known_election(before, election)?;
            let person = state.elected().ok_or(Rejection::NobodyElected)?;
            if state.answer.is_some() {
                return Err(Rejection::AlreadyAnswered);
            }
            Ok(vec![Event::ElectionAnswered { election, person, answer }])
        }
        _ => Err(Rejection::NotCorrectable),
    }
}

fn known_election(before: &Snapshot, election: ElectionId) -> Result<&ElectionState, Rejection> {
    before.election(election).ok_or(Rejection::UnknownElection { election })
}

/// A candidate needs no seat: whoever is known can be proposed.
fn open(before: &Snapshot, command: &Command, context: &Context) -> Result<Vec<Event>, Rejection> {
    let Command::OpenElection { item, post, candidates, method, majority } = command else {
        return Err(Rejection::NotCorrectable);
    };
    known(before, *item)?;
    if post.trim().is_empty() {
        return Err(Rejection::TextMissing);
    }
    printable([post])?;
    if candidates.is_empty() {
        return Err(Rejection::NoCandidate);
    }
    candidates.iter().try_for_each(|person| context.known(*person))?;
    once(candidates.iter().copied())?;
    Required::of_election(before, context.profile(before)?, majority.as_ref())?;
    Ok(vec![Event::ElectionOpened {
        election: ElectionId::of_act(context.act),
        item: *item,
        post: post.clone(),
        candidates: candidates.clone(),
        method: *method,
        majority: majority.clone(),
    }])
}

fn once(persons: impl Iterator<Item = PersonId>) -> Result<(), Rejection> {
    let mut seen = BTreeSet::new();
    for person in persons {
        if !seen.insert(person) {
            return Err(Rejection::CandidateTwice { person });
        }
    }
    Ok(())
}

/// Those who are to run off by the chair's finding, those with more votes first; the law keeps nobody
/// out of it here, what it says comes as hints.
pub fn run_off(state: &ElectionState, persons: &[PersonId]) -> Result<Vec<PersonId>, Rejection> {
    let mut settled = state.eligible();
    if settled.is_empty() {
        return Err(Rejection::NoRunoffDue);
    }
    once(persons.iter().copied())?;
    if let Some(person) = persons.iter().find(|person| !settled.contains(person)) {
        return Err(Rejection::NotStanding { person: *person });
    }
    settled.retain(|person| persons.contains(person));
    if settled.len() < 2 {
        return Err(Rejection::TooFewInRunoff);
    }
    if settled == state.standing() {
        return Err(Rejection::RunoffUnchanged);
    }
    Ok(settled)
}

/// Votes are counted for those who stand in the round, for each of them, and for nobody else.
fn between(standing: &[PersonId], counted: &[CandidateVotes]) -> bool {
    let set = |persons: &mut dyn Iterator<Item = PersonId>| persons.collect::<BTreeSet<_>>();
    let counted_persons = set(&mut counted.iter().map(|one| one.person));
    counted.len() == standing.len() && counted_persons == set(&mut standing.iter().copied())
}

/// A round that was held and announced opens and closes in the same breath.
fn round(
    before: &Snapshot,
    election: ElectionId,
    tally: &RoundTally,
    note: Option<&Note>,
    context: &Context,
) -> Result<Vec<Event>, Rejection> {
    let state = known_election(before, election)?;
    let standing = state.standing();
    if standing.is_empty() {
        return Err(Rejection::NoRoundDue);
    }
    once(tally.candidates.iter().map(|one| one.person))?;
    if !between(&standing, &tally.candidates) {
        return Err(Rejection::CandidatesDiffer);
    }
    tally.tellers.iter().try_for_each(|teller| context.known(*teller))?;
    let profile = context.profile(before)?;
    let (basis, excluded) = basis(before, profile, state)?;
    let (mut result, contradictions) = weigh(profile, &basis, state, tally);
    let note = context.note(note);
    if let (Some(first), None) = (contradictions.first(), note) {
        return Err(first.clone());
    }
    result.hints.extend(excluded);
    let (vote, item, matter) = (VoteId::of_act(context.act), state.item, Matter::Round(election));
    Ok(vec![
        Event::VoteOpened { vote, item, matter, basis, corrects: Vec::new() },
        Event::RoundClosed { vote, election, tally: tally.clone(), result, note },
    ])
}

/// What the profile names by which the head of the administration has no vote in an election.
pub fn exclusions<'a>(
    now: &Snapshot,
    profile: &'a RuleProfile,
) -> impl Iterator<Item = &'a QualifiedMajority> {
    let named = profile.vote.qualified.iter();
    named.filter(|one| Required::of_election(now, profile, Some(&one.id)).is_ok())
}

/// Who votes in the next round, and why somebody at the table does not.
pub fn basis(
    now: &Snapshot,
    profile: &RuleProfile,
    state: &ElectionState,
) -> Result<(Basis, Option<Reason>), Rejection> {
    let required = Required::of_election(now, profile, state.majority.as_ref())?;
    let basis = required.of_entitled(now.basis(profile, Some(state.item)));
    let excluded = required.excluded(&basis);
    Ok((basis, excluded))
}

/// A round as the rule of elections counts it: blank ballots as what they are by the rule. Votes that
/// nobody should have cast are counted with the others: that is what was announced.
pub(super) fn counted(
    profile: &RuleProfile,
    entitled: u16,
    stage: Stage,
    tally: &RoundTally,
) -> Round<PersonId> {
    let RoundTally { no, abstain, invalid, blank, ref candidates, .. } = *tally;
    let (abstain, invalid) = match profile.vote.blank_ballot {
        BlankBallot::Abstention => (abstain.saturating_add(blank), invalid),
        BlankBallot::Invalid => (abstain, invalid.saturating_add(blank)),
    };
    let candidates = candidates.iter().map(|one| (one.person, one.votes)).collect();
    let mut round = Round { stage, entitled: None, candidates, no, abstain, invalid };
    let cast = u16::try_from(round.cast()).unwrap_or(u16::MAX);
    round.entitled = Some(entitled.max(cast));
    round
}

/// What the numbers of a round give, with the contradictions that need a note. The announcement of a
/// vote is entered by itself, and numbers that contradict it make it inconsistent. A round has nothing
/// but its numbers, and whom they elect is whom the chair announced: with a note it keeps the result that
/// they give, so that the answer and the next round can be recorded. Where nobody could vote it has none.
pub fn weigh(
    profile: &RuleProfile,
    basis: &Basis,
    state: &ElectionState,
    tally: &RoundTally,
) -> (ElectionResult, Vec<Rejection>) {
    let entitled = basis.votes();
    let round = counted(profile, entitled, state.stage(), tally);
    let cast = round.cast();
    let judged = election::judge(&profile.election, &round);
    let mut contradictions = Vec::new();
    if cast > u32::from(entitled) {
        contradictions.push(Rejection::TooManyVotes { votes: cast, entitled });
    } else if entitled == 0 {
        contradictions.push(Rejection::NobodyEntitled);
    }
    let ballots_differ = tally.ballots.is_some_and(|ballots| {
        ballots.handed_out > entitled
            || ballots.returned > ballots.handed_out
            || u32::from(ballots.returned) != cast
    });
    if ballots_differ {
        contradictions.push(Rejection::RoundBallotsDiffer);
    }
    let (mut outcome, mut persons) = (judged.outcome, judged.leaders.clone());
    if contradictions.contains(&Rejection::NobodyEntitled) {
        (outcome, persons) = (ElectionOutcome::Inconsistent, Vec::new());
    }
    let mut hints: Vec<Reason> =
        contradictions.iter().map(|one| explained(one, tally, entitled)).collect();
    let run_off = election::run_off_explained(&profile.election, &round, &judged);
    let seen = Seen { profile, state, tally, outcome, run_off };
    hints.extend(seen.hints(u32::from(entitled).saturating_sub(cast)));
    let (votes, base) = (judged.most, judged.base);
    (ElectionResult { outcome, stage: round.stage, persons, votes, base, hints }, contradictions)
}

/// What a contradiction is that is recorded with a note.
fn explained(contradiction: &Rejection, tally: &RoundTally, entitled: u16) -> Reason {
    votes::of_persons(contradiction).unwrap_or_else(|| {
        let [handed_out, returned] =
            tally.ballots.map_or([0, 0], |ballots| [ballots.handed_out, ballots.returned]);
        let text = format!(
            "Stimmzettel und Stimmen passen nicht zusammen: ausgegeben {handed_out}, zurückgegeben {returned}, stimmberechtigt anwesend {entitled}; bitte prüfen."
        );
        Reason { code: ReasonCode::BallotsDiffer, text }
    })
}

/// A round with what its hints depend on.
struct Seen<'a> {
    profile: &'a RuleProfile,
    state: &'a ElectionState,
    tally: &'a RoundTally,
    outcome: ElectionOutcome,
    /// Who runs off, where that is not plain.
    run_off: Option<String>,
}

impl Seen<'_> {
    fn hints(self, not_cast: u32) -> Vec<Reason> {
        let hint = |code, text: String| Some(Reason { code, text });
        let tally = self.tally;
        let (statute, vote) = (&self.profile.election.statute, &self.profile.vote);
        let by_hands = self.state.method == ElectionMethod::ShowOfHands;
        let like_ballots = tally.invalid > 0 || tally.blank > 0 || tally.ballots.is_some();
        let kept =
            tally.ballots.map_or(0, |ballots| ballots.handed_out.saturating_sub(ballots.returned));
        let abstention = tally.abstain > 0 && !vote.abstention_forbidden.is_empty();
        let of_numbers = [
            (not_cast > 0)
                .then(|| hint(ReasonCode::NotAllVoted, majority::not_all(not_cast))),
            (kept > 0).then(|| {
                let text = match kept {
                    1 => String::from("1 ausgegebener Stimmzettel kam nicht zurück."),
                    more => format!("{more} ausgegebene Stimmzettel kamen nicht zurück."),
                };
                hint(ReasonCode::BallotsMissing, text)
            }),
            (by_hands && like_ballots).then(|| {
                let text = "Die Wahl ist als offene Wahl eröffnet; ungültige Stimmen und Stimmzettel gibt es nur bei einer Wahl mit Stimmzetteln.";
                hint(ReasonCode::ElectionByHands, String::from(text))
            }),
            abstention.then(|| {
                let text = format!("Stimmenthaltung ist unzulässig ({}).", vote.abstention_forbidden);
                hint(ReasonCode::AbstentionForbidden, text)
            }),
            (!by_hands || like_ballots).then(|| self.profile.settled(Judgement::Election)),
        ];
        let next = match self.outcome {
            ElectionOutcome::NotElected => hint(
                ReasonCode::NominationNeeded,
                format!(
                    "Niemand ist gewählt ({statute}); in der Regel ist ein neuer Wahlvorschlag erforderlich."
                ),
            ),
            ElectionOutcome::Repeat => hint(
                ReasonCode::ElectionRepeated,
                format!(
                    "Mindestens die Hälfte der Stimmen ist ungültig; die Wahl ist zu wiederholen ({statute})."
                ),
            ),
            ElectionOutcome::Runoff => {
                self.run_off.map(|text| Reason { code: ReasonCode::RunOff, text })
            }
            _ => None,
        };
        of_numbers.into_iter().flatten().flatten().chain(next).collect()
    }
}

pub(super) fn apply(now: &mut Snapshot, entry: &Entry) -> Applied {
    apply::in_session(now)?;
    let at = entry.occurred_at;
    match &entry.event {
        Event::ElectionOpened { election, item, post, candidates, method, majority } => {
            now.item(*item).ok_or(Unfit)?;
            now.elections.push(ElectionState {
                id: *election,
                item: *item,
                post: post.clone(),
                candidates: candidates.clone(),
                method: *method,
                majority: majority.clone(),
                at,
                act: entry.act,
                rounds: Vec::new(),
                withdrawn: Vec::new(),
                settled: None,
                lot: None,
                answer: None,
            });
        }
        Event::RoundClosed { vote, election, tally, result, .. } => {
            let without_hvb = now.vote(*vote).is_some_and(|one| one.basis.without_vote.is_some());
            let state = election_mut(now, *election)?;
            // What it was held on must still be what the rounds before it gave, and who voted.
            if !between(&state.standing(), &tally.candidates)
                || state.stage() != result.stage
                || state.majority.is_some() != without_hvb
            {
                return Err(Unfit);
            }
            let (tally, mut result) = (tally.clone(), result.clone());
            hints::quorum::unmark(&mut result.hints);
            state.rounds.push(RoundState { vote: *vote, at, tally, result });
        }
        Event::CandidacyWithdrawn { election, person } => {
            let state = election_mut(now, *election)?;
            if !state.stands(*person) {
                return Err(Unfit);
            }
            let rounds = state.rounds.len();
            state.withdrawn.push(Withdrawal { person: *person, rounds });
        }
        Event::RunoffSettled { election, persons } => {
            let state = election_mut(now, *election)?;
            let eligible = state.eligible();
            if eligible.is_empty() || !persons.iter().all(|person| eligible.contains(person)) {
                return Err(Unfit);
            }
            state.settled = Some(persons.clone());
        }
        Event::LotDrawn { election, winner } => {
            let state = election_mut(now, *election)?;
            if !state.in_lot().contains(winner) {
                return Err(Unfit);
            }
            state.lot = Some(*winner);
        }
        Event::ElectionAnswered { election, person, answer } => {
            let state = election_mut(now, *election)?;
            if state.answer.is_some() || state.elected() != Some(*person) {
                return Err(Unfit);
            }
            state.answer = Some((*person, *answer));
        }
        _ => return Err(Unfit),
    }
    Ok(())
}

fn election_mut(now: &mut Snapshot, id: ElectionId) -> Result<&mut ElectionState, Unfit> {
    now.elections.rfind_mut(|state| state.id == id).ok_or(Unfit)
}
