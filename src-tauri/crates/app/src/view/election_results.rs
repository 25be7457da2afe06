//! What rounds of elections gave, as results of their item: votes, lot, answer, who withdrew.

use super::elections;
use super::matters;
use super::result_words;
use super::results::{VoteView, ballots, basis_changed, counted_by, hints, plain, without_vote};
use super::source::Source;
use super::words::{and, bound, number};
use crate::core::Moment;
use crate::core::rules::election::ElectionOutcome;
use crate::core::session::election::{Answer, ElectionMethod, RoundTally};
use crate::core::session::state::{ElectionState, RoundState};

/// One line per round, or one for an election that was opened only.
pub(super) fn of(source: &Source, election: &ElectionState) -> Vec<(Moment, VoteView)> {
    if election.rounds.is_empty() {
        let names: Vec<String> =
            election.candidates.iter().map(|one| source.names.nominative(*one)).collect();
        let view = VoteView {
            on: format!("Wahl ({})", election.post.trim()),
            title: "Wahl eröffnet".to_owned(),
            details: [format!("Vorgeschlagen: {}.", and(&names))]
                .into_iter()
                .chain(withdrawals(source, election, 0))
                .collect(),
            without_vote: true,
            ..plain(election.act, election.at)
        };
        return vec![(election.at, view)];
    }
    let last = election.rounds.len() - 1;
    let rounds = election.rounds.iter().enumerate();
    let card = |(place, round): (usize, &RoundState)| {
        let mut card = held(source, election, round, place == last);
        card.details.extend(withdrawals(source, election, place + 1));
        (round.at, card)
    };
    rounds.map(card).collect()
}

/// Who withdrew after so many rounds, and that nobody is left.
fn withdrawals(source: &Source, election: &ElectionState, rounds: usize) -> Vec<String> {
    let of_it = election.withdrawn.iter().filter(|one| one.rounds == rounds);
    let mut words: Vec<String> =
        of_it.map(|one| format!("{}.", matters::withdrew(source, one.person))).collect();
    if election.is_abandoned() && rounds == election.rounds.len() {
        words.push("Es steht niemand mehr zur Wahl.".to_owned());
    }
    words
}

fn held(source: &Source, election: &ElectionState, round: &RoundState, is_last: bool) -> VoteView {
    let vote = source.now.vote(round.vote);
    let mut details = of_round(source, election.method, &round.tally);
    let by = vote.zip(election.majority.as_ref());
    details.extend(by.and_then(|(vote, id)| without_vote(source, vote, id)));
    let mut title = outcome_title(round.result.outcome);
    let mut words = matters::leaders(source, election, round);
    let mut elected = round.result.outcome == ElectionOutcome::Elected;
    if is_last {
        if let Some(winner) = election.lot {
            details.push(format!("Das Los fällt auf {}.", source.names.oblique(winner)));
            (title, elected) = ("Durch Los gewählt", true);
            words = source.names.nominative(winner);
        }
        if let Some((person, answer)) = election.answer {
            details.push(format!("{}.", matters::answered(source, person, answer)));
            elected = elected && answer == Answer::Accepted;
        }
    }
    if round.result.outcome == ElectionOutcome::Runoff && election.settled.is_some() {
        details.push("Wer teilnimmt, hat der Vorsitz festgestellt.".to_owned());
    }
    if let Some(own) = vote.and_then(|vote| vote.worded.as_deref()) {
        words = bound(own);
    }
    let act = vote.map_or(election.act, |vote| vote.act);
    VoteView {
        vote: Some(round.vote),
        round: vote.map(|vote| elections::entered(source, election, round, vote)),
        undo: if is_last { elections::last_act(source, election, act) } else { act },
        can_correct: vote.is_some(),
        on: matters::round(source, election.id, round.vote),
        title: title.to_owned(),
        words,
        details,
        accepted: elected,
        decides: is_last,
        hints: vote.map_or_else(Vec::new, |vote| hints(source, vote, &round.result.hints)),
        wording: vote.and_then(|vote| result_words::view(source, vote)),
        can_word: vote.is_some() && source.writable(),
        basis_changed: vote.map(|vote| basis_changed(source, vote)).unwrap_or_default(),
        ..plain(act, round.at)
    }
}

/// What a round gave, in a word.
pub(super) fn outcome_title(outcome: ElectionOutcome) -> &'static str {
    match outcome {
        ElectionOutcome::Elected => "Gewählt",
        ElectionOutcome::Runoff => "Engere Wahl",
        ElectionOutcome::Lot => "Stimmengleichheit, das Los entscheidet",
        ElectionOutcome::NotElected => "Nicht gewählt",
        ElectionOutcome::Repeat => "Zu wiederholen",
        ElectionOutcome::Inconsistent => "Widersprüchlich",
    }
}

/// Votes of the candidates and everything else that was counted.
fn of_round(source: &Source, method: ElectionMethod, tally: &RoundTally) -> Vec<String> {
    let votes = tally.candidates.iter().map(|one| {
        let votes = number(usize::from(one.votes), "Stimme", "Stimmen");
        format!("{} {votes}", source.names.nominative(one.person))
    });
    let some = |what: &str, count: u16| (count > 0).then(|| format!("{what} {count}"));
    let others = [
        some("Nein", tally.no),
        some("Enthaltungen", tally.abstain),
        some("ungültig", tally.invalid),
        some("ohne Kennzeichnung", tally.blank),
    ];
    let all: Vec<String> = votes.chain(others.into_iter().flatten()).collect();
    let how = elections::method(method);
    let mut said = vec![format!("{how}: {}.", all.join(", "))];
    if let Some(papers) = tally.ballots {
        said.push(format!("{}.", ballots(papers.handed_out, papers.returned, 0, 0)));
    }
    said.extend(counted_by(source, &tally.tellers));
    said
}

/// What became of an election, in the list of the agenda: when it was settled, and "gewählt".
pub(super) fn word(election: &ElectionState) -> Option<(Moment, &'static str)> {
    let last = election.rounds.last()?;
    let word = match (election.elected(), election.answer) {
        (_, Some((_, Answer::Declined))) => "Wahl abgelehnt",
        (Some(_), _) => "gewählt",
        (None, _) if last.result.outcome == ElectionOutcome::NotElected => "nicht gewählt",
        (None, _) => "Wahl offen",
    };
    Some((last.at, word))
}
