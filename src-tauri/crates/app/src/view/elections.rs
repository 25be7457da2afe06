//! Elections at an item: what is entered next (a round, the lot, the answer), and what numbers of a
//! round would mean. Several posts are several elections, one after the other.

use super::election_results::outcome_title;
use super::meeting::Named;
use super::methods::{self, MajorityChoice};
use super::quorum::Tone;
use super::run_off::{self, RunOffView};
use super::source::Source;
use super::vote::{entitled_words, no_item, sum_words, texts};
use super::words::{and, bound};
use crate::core::rules::election::{self, ElectionOutcome, Stage};
use crate::core::session::election::{CandidateVotes, ElectionMethod, RoundTally};
use crate::core::session::state::{ElectionState, Missing, RoundState, Vote};
use crate::core::session::{Basis, elections};
use crate::core::{ActId, AgendaItemId, ElectionId, Moment, PersonId, VoteId};
use crate::error::{ApiError, ErrorCode};
use serde::Serialize;

/// A round as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoundForm {
    /// Of which election.
    pub election: ElectionId,
    /// "1. Wahlgang", "2. Wahlgang, engere Wahl".
    pub title: String,
    /// Between whom, in the order in which they are named.
    pub candidates: Vec<Named>,
    /// Entitled and present.
    pub entitled: u16,
    /// With ballots: they are counted, too.
    pub by_ballot: bool,
    /// Who is elected: a sentence with its paragraph.
    pub rule: String,
}

/// What an election needs next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ElectionStep {
    /// A round.
    Round {
        /// Who takes part, where the chair may find others; none where nobody else can.
        run_off: Option<RunOffView>,
        /// As it is entered.
        form: RoundForm,
    },
    /// The lot.
    Lot {
        /// "Das Los zieht die Vorsitzende (§ ...)."
        words: String,
        /// Between whom.
        persons: Vec<Named>,
    },
    /// Whether the election is accepted.
    Answer {
        /// "Herr KA Bornewasser ist gewählt."
        words: String,
    },
}

/// An election that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ElectionView {
    /// Which.
    pub election: ElectionId,
    /// The act that opened it, while it can be taken back: nothing followed it yet.
    pub opened: Option<ActId>,
    /// To what: "stellv. Vorsitz".
    pub post: String,
    /// "Wahl mit Stimmzetteln".
    pub method_words: String,
    /// "13 stimmberechtigt anwesend".
    pub entitled_words: String,
    /// What is entered next.
    pub step: ElectionStep,
}

/// A round as it was entered, for a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnteredRound {
    /// The form it was entered in.
    pub form: RoundForm,
    /// The votes.
    pub tally: RoundTally,
    /// It decided nothing yet: another round follows, or the lot.
    pub ongoing: bool,
}

/// What numbers of a round would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoundPreview {
    /// "Gewählt", "Engere Wahl".
    pub title: String,
    /// The sentence of the minutes.
    pub words: String,
    /// Somebody is elected.
    pub elected: bool,
    /// What remains for the only candidate, where that was asked.
    pub rest: Option<u16>,
    /// Votes not accounted for: entitled less all numbers; negative when there are too many.
    pub open: i32,
    /// "2 Stimmen offen", "1 Stimme zu viel", empty if it adds up.
    pub open_words: String,
    /// Tone of `open_words`.
    pub tone: Tone,
    /// "13 stimmberechtigt anwesend, 11 abgegeben".
    pub counted_words: String,
    /// Needs a note to be recorded.
    pub needs_note: bool,
    /// Hints, whole sentences.
    pub hints: Vec<String>,
}

/// What an election is opened with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ElectionFormView {
    /// Who can be proposed, or count: members who are there, the other members, everybody known.
    pub persons: Vec<Named>,
    /// Why the head of the administration may have no vote; empty where everybody always has.
    pub majorities: Vec<MajorityChoice>,
    /// On an open election, a sentence; empty where the law says nothing.
    pub by_hands: String,
}

/// The first election of an item that is not at its end.
pub(super) fn view(source: &Source, item: AgendaItemId) -> Option<ElectionView> {
    if !source.open() || !source.writable() {
        return None;
    }
    let mut of_item = source.now.elections.iter().filter(|one| one.item == item);
    let (state, missing) = of_item.find_map(|one| Some((one, one.missing()?)))?;
    let (basis, _) = elections::basis(source.now, source.profile, state).ok()?;
    Some(ElectionView {
        election: state.id,
        opened: (state.rounds.is_empty() && state.withdrawn.is_empty()).then_some(state.act),
        post: state.post.trim().to_owned(),
        method_words: method(state.method).to_owned(),
        entitled_words: entitled_words(&basis),
        step: step(source, state, missing, &basis),
    })
}

/// "Wahl mit Stimmzetteln".
pub(super) fn method(method: ElectionMethod) -> &'static str {
    match method {
        ElectionMethod::ShowOfHands => "Offene Wahl",
        ElectionMethod::Ballot => "Wahl mit Stimmzetteln",
    }
}

fn step(source: &Source, state: &ElectionState, missing: Missing, basis: &Basis) -> ElectionStep {
    let statute = &source.profile.election.statute;
    match missing {
        Missing::Round => ElectionStep::Round {
            run_off: run_off::view(source, state),
            form: form(source, state, basis),
        },
        Missing::Lot => {
            let chair = source.now.chair.map(|chair| source.names.chair_nominative(chair));
            let chair = chair.unwrap_or_else(|| "der Vorsitz".to_owned());
            ElectionStep::Lot {
                words: bound(&format!("Stimmengleichheit. Das Los zieht {chair} ({statute}).")),
                persons: state.in_lot().iter().map(|one| candidate(source, *one)).collect(),
            }
        }
        Missing::Answer => {
            let by = if state.lot.is_some() { " durch das Los" } else { "" };
            let who = state.elected().map(|one| source.names.nominative(one)).unwrap_or_default();
            ElectionStep::Answer { words: format!("{who} ist{by} gewählt.") }
        }
    }
}

fn candidate(source: &Source, person: PersonId) -> Named {
    let detail = source.names.faction(person);
    Named { person, full_name: source.names.nominative(person), detail }
}

fn form(source: &Source, state: &ElectionState, basis: &Basis) -> RoundForm {
    let number = state.rounds.len() + 1;
    let runoff = if state.stage() == Stage::Runoff { ", engere Wahl" } else { "" };
    RoundForm {
        election: state.id,
        title: format!("{number}. Wahlgang{runoff}"),
        candidates: state.standing().into_iter().map(|one| candidate(source, one)).collect(),
        entitled: basis.votes(),
        by_ballot: state.method == ElectionMethod::Ballot,
        rule: rule(source, state, basis),
    }
}

/// Who is elected in a round, and who does not vote.
fn rule(source: &Source, of: &ElectionState, basis: &Basis) -> String {
    let rule = &source.profile.election;
    let (stage, candidates) = (of.stage(), of.standing().len());
    let needed = election::needed(rule, stage, candidates);
    let lot = match stage {
        Stage::Runoff if candidates > 1 => "; bei Stimmengleichheit entscheidet das Los",
        _ => "",
    };
    let elected = bound(&format!("Gewählt ist, wer {needed} erhält{lot} ({}).", rule.statute));
    let excluded = of.majority.as_ref().and_then(|id| methods::excluded(source, basis, id));
    match excluded {
        None => elected,
        Some((names, statute)) => {
            let verb = if names.len() == 1 { "stimmt" } else { "stimmen" };
            bound(&format!("{elected} {} {verb} nicht mit ({statute}).", and(&names)))
        }
    }
}

/// An election as it stood before one of its rounds.
fn before(state: &ElectionState, vote: VoteId) -> ElectionState {
    let rounds: Vec<RoundState> =
        state.rounds.iter().take_while(|round| round.vote != vote).cloned().collect();
    let mut withdrawn = state.withdrawn.clone();
    withdrawn.retain(|one| one.rounds <= rounds.len());
    ElectionState { rounds, withdrawn, lot: None, answer: None, ..state.clone() }
}

/// A round that was recorded, as it is corrected.
pub(super) fn entered(
    source: &Source,
    state: &ElectionState,
    round: &RoundState,
    vote: &Vote,
) -> EnteredRound {
    let form = form(source, &before(state, round.vote), vote.known_basis());
    let drawn = state.lot.is_some() && state.rounds.last().is_some_and(|last| last.vote == vote.id);
    let ongoing = match round.result.outcome {
        ElectionOutcome::Elected | ElectionOutcome::NotElected => false,
        ElectionOutcome::Lot => !drawn,
        _ => true,
    };
    EnteredRound { form, tally: round.tally.clone(), ongoing }
}

/// What the numbers would mean; of a recorded round with what that one rests on.
pub(super) fn preview(
    source: &Source,
    id: ElectionId,
    (tally, rest): (&RoundTally, bool),
    corrects: Option<ActId>,
) -> Result<RoundPreview, ApiError> {
    let now = source.now;
    let state = now.election(id).ok_or_else(no_election)?;
    now.item(state.item).ok_or_else(no_item)?;
    let recorded = corrects.and_then(|act| now.votes.iter().find(|vote| vote.act == act));
    let (state, basis) = if let Some(vote) = recorded {
        (before(state, vote.id), vote.known_basis().clone())
    } else {
        let basis = elections::basis(now, source.profile, state);
        (state.clone(), basis.map_err(|_| no_election())?.0)
    };
    let with_rest = if rest { with_rest(basis.votes(), tally) } else { None };
    let (tally, rest) =
        with_rest.as_ref().map_or((tally, None), |(tally, rest)| (tally, Some(*rest)));
    let (result, contradictions) = elections::weigh(source.profile, &basis, &state, tally);
    let sum = tally.candidates.iter().map(|one| one.votes);
    let sum = sum.chain([tally.no, tally.abstain, tally.invalid, tally.blank]);
    let cast: i64 = sum.map(i64::from).sum();
    let open = i64::from(basis.votes()) - cast;
    let (open_words, tone) = sum_words(open);
    let (outcome, hints) = (result.outcome, texts(&result.hints));
    let round = RoundState {
        // It is in no record, and nothing asks for its id.
        vote: VoteId::from_key("preview"),
        at: source.clock,
        tally: tally.clone(),
        result,
    };
    let mut with = state;
    with.rounds.push(round);
    let said = with.words(&source.profile.election, |person| source.names.nominative(person));
    Ok(RoundPreview {
        title: outcome_title(outcome).to_owned(),
        words: said.last().map(|last| bound(last)).unwrap_or_default(),
        elected: outcome == ElectionOutcome::Elected,
        rest,
        open: i32::try_from(open).unwrap_or(i32::MIN),
        open_words,
        tone,
        counted_words: format!("{}, {cast} abgegeben", entitled_words(&basis)),
        needs_note: !contradictions.is_empty(),
        hints,
    })
}

/// With what remains for the only candidate.
fn with_rest(entitled: u16, tally: &RoundTally) -> Option<(RoundTally, u16)> {
    let [one] = tally.candidates.as_slice() else { return None };
    let others = [tally.no, tally.abstain, tally.invalid, tally.blank];
    let rest = others.into_iter().fold(entitled, u16::saturating_sub);
    let candidates = vec![CandidateVotes { votes: rest, ..*one }];
    Some((RoundTally { candidates, ..tally.clone() }, rest))
}

/// Who can be proposed, those first who are likely: members who are there, members, everybody.
pub(super) fn opening(source: &Source) -> ElectionFormView {
    let (names, now) = (&source.names, source.now);
    let rank = |person: PersonId| match (names.membership(person), now.present(person)) {
        (Some(_), Some(_)) => 0_u8,
        (Some(_), None) => 1,
        (None, Some(_)) => 2,
        (None, None) => 3,
    };
    let mut all: Vec<PersonId> = source.directory.persons.keys().copied().collect();
    all.sort_by_cached_key(|person| (rank(*person), names.sorting_key(*person)));
    let detail = |person: PersonId| match names.status(person) {
        Some(status) if names.membership(person).is_some() => {
            super::names::words(&[status.abbreviation(), &names.faction(person)])
        }
        _ => names.row(person).map_or_else(String::new, |row| row.office.trim().to_owned()),
    };
    let person = |one| Named { person: one, full_name: names.full(one), detail: detail(one) };
    ElectionFormView {
        persons: all.into_iter().map(person).collect(),
        majorities: methods::exclusions(source),
        by_hands: election::open_only(&source.profile.election)
            .map(|words| bound(&words))
            .unwrap_or_default(),
    }
}

/// The act that an election ended with so far: what is taken back first.
pub(super) fn last_act(source: &Source, state: &ElectionState, round: ActId) -> ActId {
    use crate::core::session::Event;
    let runs_off = state.rounds.last().is_some_and(|last| {
        last.result.outcome == ElectionOutcome::Runoff && state.settled.is_some()
    });
    if !runs_off && state.lot.is_none() && state.answer.is_none() {
        return round;
    }
    let of_it = |event: &Event| match event {
        Event::LotDrawn { election, .. } | Event::ElectionAnswered { election, .. } => {
            *election == state.id
        }
        Event::RunoffSettled { election, .. } => runs_off && *election == state.id,
        _ => false,
    };
    let entries = source.state.entries.iter().filter(|entry| of_it(&entry.event));
    let standing = entries.filter(|entry| source.state.stands(entry));
    let last: Option<(Moment, _, ActId)> =
        standing.map(|entry| (entry.occurred_at, entry.order, entry.act)).max();
    last.map_or(round, |(.., act)| act)
}

/// What a round gave, as the minutes say it where nobody put it in other words.
pub(super) fn line(source: &Source, election: ElectionId, vote: &Vote) -> Option<String> {
    let state = source.now.election(election)?;
    let round = state.rounds.iter().find(|round| round.vote == vote.id)?;
    let result = &round.result;
    let elected = result.outcome == ElectionOutcome::Elected;
    let found = result.outcome == ElectionOutcome::Runoff && state.settled.is_some();
    let persons = if found { &[][..] } else { &result.persons };
    let name = |one: &PersonId| {
        if elected { source.names.nominative(*one) } else { source.names.oblique(*one) }
    };
    let share = election::share(source.profile.election.base, result.votes, result.base);
    let names = and(&persons.iter().map(name).collect::<Vec<_>>());
    let announced = result.contradictions().next().is_some();
    Some(election::line(result.outcome, &share, &names, announced))
}

pub(super) fn no_election() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diese Wahl gibt es in dieser Sitzung nicht.")
        .hint("Öffnen Sie den Tagesordnungspunkt noch einmal.")
}
