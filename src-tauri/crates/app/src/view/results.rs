//! What was decided on an item: votes, rounds of elections, outcomes without a vote.
//!
//! A vote on a motion or on procedure is shown as that and is no result of the item.

use super::election_results;
use super::elections::EnteredRound;
use super::matters;
use super::methods::{self, FactionRow};
use super::result_words::{self, WordingView};
use super::source::Source;
use super::vote::{roll, texts};
use super::words::{self, and, bound, number};
use crate::core::agenda_item::Outcome;
use crate::core::richtext::{Block, RichText};
use crate::core::rules::Reason;
use crate::core::rules::profile::{MajorityId, QualifiedMajority};
use crate::core::session::command::{Announced, Ballot, Choice, Matter, Tally};
use crate::core::session::preview;
use crate::core::session::state::{ClosedVote, ItemState, RecordedOutcome, Vote};
use crate::core::{ActId, Moment, PersonId, SeatId, VoteId};
use crate::error::{ApiError, ErrorCode};
use serde::Serialize;

/// A vote, a round of an election or an outcome that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each drawn by itself")]
pub struct VoteView {
    /// The act, for a correction.
    pub act: ActId,
    /// The vote, for confirming what it rests on; none for what is no vote.
    pub vote: Option<VoteId>,
    /// "17:12".
    pub time: String,
    /// The same as a correction names it: "19.11. 17:12".
    pub at: String,
    /// On what: "Änderungsantrag der Heimatliste", "Wahl (stellv. Vorsitz), 2. Wahlgang"; empty for
    /// the item itself.
    pub on: String,
    /// "Angenommen", "Abgelehnt", "Zur Kenntnis genommen", "Verwiesen an den Kreisausschuss".
    pub title: String,
    /// The words of the minutes: "einstimmig".
    pub words: String,
    /// Yes, no, abstentions as far as they are known.
    pub numbers: Option<[Option<u16>; 3]>,
    /// Everything else that was counted or noted, whole sentences: ballots, tellers, votes of the
    /// candidates, the lot, a repetition.
    pub details: Vec<String>,
    /// A round of an election as it was entered, for a correction; none for anything else.
    pub round: Option<EnteredRound>,
    /// What is taken back: the act, or what followed it in an election (the lot, the answer).
    pub undo: ActId,
    /// The vote as it was entered, for a correction; none for what is no vote.
    pub entered: Option<EnteredVote>,
    /// Accepted; false also for what is no vote.
    pub accepted: bool,
    /// Is no vote.
    pub without_vote: bool,
    /// Is a result of the item; false for what settles a motion or a question of procedure, for a
    /// vote that was repeated, and for what was put off and is called anew.
    pub decides: bool,
    /// Something later holds in its place: the vote was repeated, or the item called anew.
    pub superseded: bool,
    /// It can be counted anew or taken once more; the record keeps the first.
    pub can_repeat: bool,
    /// The forms of the window can hold it; other acts are corrected by taking them back.
    pub can_correct: bool,
    /// What was noticed when it was recorded, whole sentences.
    pub hints: Vec<String>,
    /// The words of a vote or a round, which the clerk can change; none for what is neither.
    pub wording: Option<WordingView>,
    /// The words can be changed.
    pub can_word: bool,
    /// Who was entitled and present changed afterwards: the sentence that says so, empty otherwise.
    pub basis_changed: String,
}

/// A vote as it was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnteredVote {
    /// On what.
    pub matter: Matter,
    /// The majority that the law asks for; none for more Yes than No.
    pub majority: Option<MajorityId>,
    /// The vote whose place it takes.
    pub repeats: Option<VoteId>,
    /// The text as voted on.
    pub wording_put: RichText,
    /// What was said of the votes.
    pub tally: Tally,
    /// What the chair announced.
    pub announced: Announced,
    /// Who counted the ballots.
    pub tellers: Vec<(PersonId, String)>,
}

/// Who was entitled in a vote. It is asked for where the vote is corrected: with every vote of an
/// item, a view would grow with each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EntitledView {
    /// Who, as in [`super::VoteForm`].
    pub roll: Vec<(SeatId, PersonId, String)>,
    /// Their factions.
    pub factions: Vec<FactionRow>,
    /// What was said in a roll-call, by whoever sat on the seat then; in the order of the ballots.
    pub said: Vec<(SeatId, PersonId, String, Choice)>,
}

/// Who was entitled in a vote.
pub(super) fn entitled(source: &Source, vote: VoteId) -> Result<EntitledView, ApiError> {
    let vote = source.now.vote(vote).ok_or_else(no_vote)?;
    let basis = vote.known_basis();
    Ok(EntitledView {
        roll: roll(source, basis),
        factions: methods::factions(source, basis),
        said: said(source, vote),
    })
}

/// The ballots of a roll-call, each with the person it is from.
fn said(source: &Source, vote: &Vote) -> Vec<(SeatId, PersonId, String, Choice)> {
    let tally = vote.closed.as_ref().map(|closed| &closed.tally);
    let Some(Tally::RollCall { ballots }) = tally else { return Vec::new() };
    let of = |ballot: &Ballot| {
        let (person, _) = vote.voter_on(ballot.seat, source.now)?;
        Some((ballot.seat, person, source.names.nominative(person), ballot.choice))
    };
    ballots.iter().filter_map(of).collect()
}

pub(super) fn no_vote() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diese Abstimmung gibt es in dieser Sitzung nicht.")
        .hint("Wählen Sie ein Ergebnis des Punktes.")
}

/// Votes, elections and outcomes of an item, in their order.
pub(super) fn results(source: &Source, one: &ItemState) -> Vec<VoteView> {
    timed(source, one).into_iter().map(|(_, view)| view).collect()
}

/// The same, each with its time.
pub(super) fn timed(source: &Source, one: &ItemState) -> Vec<(Moment, VoteView)> {
    let now = source.now;
    let votes = now.votes.iter().filter(|vote| vote.item == one.item.id);
    let of_votes = votes.filter_map(|vote| {
        let closed = vote.closed.as_ref()?;
        Some((closed.at, voted(source, vote, closed)))
    });
    let elections = now.elections.iter().filter(|election| election.item == one.item.id);
    let of_elections = elections.flat_map(|election| election_results::of(source, election));
    let without = one.outcomes.iter().map(|recorded| {
        let to = matters::addressee(source, recorded.to);
        let wording = recorded.wording.as_ref().map(first_words).unwrap_or_default();
        let view = VoteView {
            title: words::outcome_title(recorded.outcome, &to),
            words: wording,
            without_vote: true,
            decides: !taken_up_again(one, recorded),
            superseded: taken_up_again(one, recorded),
            can_correct: true,
            ..plain(recorded.act, recorded.at)
        };
        (recorded.at, view)
    });
    let mut all: Vec<(Moment, VoteView)> = of_votes.chain(of_elections).chain(without).collect();
    all.sort_by_key(|(at, _)| *at);
    all
}

/// What was put off is open again as soon as it is called anew.
pub(super) fn taken_up_again(one: &ItemState, recorded: &RecordedOutcome) -> bool {
    let put_off = matches!(recorded.outcome, Outcome::PutBack | Outcome::Deferred);
    put_off && one.called.last().is_some_and(|called| *called > recorded.at)
}

pub(super) fn plain(act: ActId, at: Moment) -> VoteView {
    VoteView {
        act,
        vote: None,
        time: at.clock(),
        at: words::dated(at),
        on: String::new(),
        title: String::new(),
        words: String::new(),
        numbers: None,
        details: Vec::new(),
        round: None,
        undo: act,
        entered: None,
        accepted: false,
        without_vote: false,
        decides: false,
        superseded: false,
        can_repeat: false,
        can_correct: false,
        hints: Vec::new(),
        wording: None,
        can_word: false,
        basis_changed: String::new(),
    }
}

fn voted(source: &Source, vote: &Vote, closed: &ClosedVote) -> VoteView {
    VoteView {
        vote: Some(vote.id),
        on: matters::matter(source, &vote.matter, vote.id),
        title: announced(closed.announced).to_owned(),
        words: bound(vote.words()),
        numbers: numbers(source, &closed.tally),
        details: details(source, vote, closed),
        entered: Some(EnteredVote {
            matter: vote.matter.clone(),
            majority: closed.majority.clone(),
            repeats: closed.repeats,
            wording_put: closed.wording_put.clone(),
            tally: closed.tally.clone(),
            announced: closed.announced,
            tellers: tellers(source, &closed.tally),
        }),
        accepted: closed.announced == Announced::Accepted,
        decides: vote.gives_result(),
        superseded: vote.repeated_by.is_some(),
        can_repeat: vote.repeated_by.is_none() && source.open() && source.writable(),
        can_correct: true,
        hints: hints(source, vote, &closed.result.hints),
        wording: result_words::view(source, vote),
        can_word: source.writable(),
        basis_changed: basis_changed(source, vote),
        ..plain(vote.act, closed.at)
    }
}

/// Who counted the ballots of a secret vote, there or not.
fn tellers(source: &Source, tally: &Tally) -> Vec<(PersonId, String)> {
    let Tally::Secret { tellers, .. } = tally else { return Vec::new() };
    tellers.iter().map(|one| (*one, source.names.nominative(*one))).collect()
}

/// "Angenommen".
pub(super) fn announced(announced: Announced) -> &'static str {
    match announced {
        Announced::Accepted => "Angenommen",
        Announced::Rejected => "Abgelehnt",
    }
}

/// Yes, no, abstentions as far as they are known; ballots without a mark as what the rule makes of
/// them, so that the numbers are those of the words.
fn numbers(source: &Source, tally: &Tally) -> Option<[Option<u16>; 3]> {
    match tally {
        Tally::Unanimous {} => None,
        Tally::Announced { yes, no, abstain } => {
            Some([yes, no, abstain].map(|one| one.map(|stated| stated.number)))
        }
        Tally::Counted { .. } | Tally::RollCall { .. } | Tally::Secret { .. } => {
            let count = preview::counted(&source.profile.vote, tally);
            Some([count.yes, count.no, count.abstain].map(Some))
        }
    }
}

/// What was counted beside Yes, No and abstentions, what was required, what was repeated.
fn details(source: &Source, vote: &Vote, closed: &ClosedVote) -> Vec<String> {
    let mut said = Vec::new();
    match &closed.tally {
        Tally::Secret { handed_out, returned, count, blank, tellers } => {
            said.push(format!(
                "Geheime Abstimmung: {}.",
                ballots(*handed_out, *returned, *blank, count.invalid)
            ));
            said.extend(counted_by(source, tellers));
        }
        Tally::Counted { count, .. } if count.invalid > 0 => {
            said.push(format!("Ungültige Stimmen: {}.", count.invalid));
        }
        _ => {}
    }
    if let Some(id) = &closed.majority {
        let known = source.profile.vote.qualified.iter().find(|one| one.id == *id);
        said.extend(known.map(|one| bound(&particular(one))));
        said.extend(without_vote(source, vote, id));
    }
    let time = |id: VoteId| Some(source.now.vote(id)?.opened.clock());
    said.extend(
        closed
            .repeats
            .and_then(time)
            .map(|clock| format!("Wiederholung der Abstimmung von {clock} Uhr.")),
    );
    said.extend(
        vote.repeated_by
            .and_then(time)
            .map(|clock| format!("Um {clock} Uhr wiederholt; maßgeblich ist das neue Ergebnis.")),
    );
    said
}

/// What the law asks for in this vote.
fn particular(named: &QualifiedMajority) -> String {
    let (name, statute) = (&named.name, &named.statute);
    match named.threshold {
        _ if named.unanimous => format!("Erforderlich war Einstimmigkeit: {name} ({statute})."),
        Some(_) => format!("Erforderlich war eine qualifizierte Mehrheit: {name} ({statute})."),
        None => format!("{name} ({statute})."),
    }
}

/// "Nicht mitgestimmt hat Frau Landrätin Alm (§ 25 Abs. 2 KrO NRW)."
pub(super) fn without_vote(source: &Source, vote: &Vote, id: &MajorityId) -> Option<String> {
    let (names, statute) = methods::excluded(source, vote.settled_basis(), id)?;
    let have = if names.len() == 1 { "hat" } else { "haben" };
    Some(bound(&format!("Nicht mitgestimmt {have} {} ({statute}).", and(&names))))
}

/// "12 Stimmzettel ausgegeben, 12 zurückgegeben, davon 1 ohne Kennzeichnung und 1 ungültig".
pub(super) fn ballots(handed_out: u16, returned: u16, blank: u16, invalid: u16) -> String {
    let papers = number(usize::from(handed_out), "Stimmzettel", "Stimmzettel");
    let some =
        |count: u16, what: &str| (count > 0).then(|| format!("{count}{}{what}", words::BOUND));
    let of: Vec<String> = [some(blank, "ohne Kennzeichnung"), some(invalid, "ungültig")]
        .into_iter()
        .flatten()
        .collect();
    let of = if of.is_empty() { String::new() } else { format!(", davon {}", and(&of)) };
    format!("{papers} ausgegeben, {returned} zurückgegeben{of}")
}

/// "Ausgezählt von Frau KA Alm und Herrn KA Birk."
pub(super) fn counted_by(source: &Source, tellers: &[PersonId]) -> Option<String> {
    let names: Vec<String> = tellers.iter().map(|one| source.names.oblique(*one)).collect();
    (!names.is_empty()).then(|| format!("Ausgezählt von {}.", and(&names)))
}

/// What was noticed at the time, and whether votes that are in question were decisive.
pub(super) fn hints(source: &Source, vote: &Vote, frozen: &[Reason]) -> Vec<String> {
    let mut said = texts(&[frozen, &vote.marks(source.profile)].concat());
    let doubt = preview::doubt(source.now, source.profile, vote);
    said.extend(doubt.map(|reason| bound(&reason.text)));
    said
}

pub(super) fn basis_changed(source: &Source, vote: &Vote) -> String {
    let Some(changed) = &vote.changed else { return String::new() };
    let settled = vote.settled_basis();
    let how = if changed.votes() == settled.votes() {
        "die Zahl ist gleich, die Personen sind andere".to_owned()
    } else {
        format!("vorher {}, jetzt {}", settled.votes(), changed.votes())
    };
    let kept = preview::kept(source.now, source.directory, vote);
    bound(&format!(
        "Wer stimmberechtigt anwesend war, hat sich nachträglich geändert: {how}.{kept}"
    ))
}

/// The first words of a text, for a line.
pub(super) fn first_words(text: &RichText) -> String {
    let mut first = String::new();
    text.visit(&mut |block| {
        if let (Block::Paragraph { content, .. }, true) = (block, first.is_empty()) {
            first = content.characters();
        }
    });
    first
}
