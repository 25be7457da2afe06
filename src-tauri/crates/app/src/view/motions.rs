//! The motions on an item: in the order of the vote, what became of each, what can be done next.
//!
//! What follows from a motion on procedure that was accepted is offered, never done by itself.

use super::source::Source;
use super::vote::{self, VoteForm};
use super::words::bound;
use super::{matters, results};
use crate::core::agenda_item::{Outcome, Part};
use crate::core::motion::{MotionKind, Mover, Procedure};
use crate::core::richtext::RichText;
use crate::core::session::command::{Announced, Matter, Tally};
use crate::core::session::preview::{self, Question};
use crate::core::session::state::{ClosedVote, ItemState, MotionState, RecordedOutcome, Vote};
use crate::core::session::{Command, Event};
use crate::core::{ActId, AgendaItemId, Moment, MotionId, VoteId};
use serde::Serialize;

/// The motions on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MotionsView {
    /// In the order of the vote: procedure first, then changes, then the matter, each as entered.
    pub rows: Vec<MotionRow>,
    /// "3 von 20 offen", "alle abgestimmt"; empty without a motion.
    pub words: String,
    /// A motion can be made.
    pub can_file: bool,
    /// Name of the next one: "Antrag 13".
    pub next_name: String,
    /// The motion that is voted on next.
    pub next: Option<MotionId>,
    /// The last result, if the next motion can get it too.
    pub repeat: Option<SameResult>,
    /// Motions that can be voted on together, by their places in `rows`; fewer than two are none.
    pub together: Vec<u16>,
    /// What follows from motions on procedure that were accepted, the newest first.
    pub follows: Vec<Follow>,
    /// What a motion on procedure can ask for by one tap, the usual ones first.
    pub procedures: Vec<ProcedureChoice>,
}

/// A motion on procedure as a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProcedureChoice {
    /// What it asks for.
    pub procedure: Procedure,
    /// "Schluss der Aussprache".
    pub words: &'static str,
}

/// A motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MotionRow {
    /// Which.
    pub motion: MotionId,
    /// "Antrag 12"; its kind if it has no name.
    pub name: String,
    /// "Änderungsantrag", "Antrag auf Vertagung".
    pub kind: String,
    /// It is a motion on procedure.
    pub procedural: bool,
    /// "WU, Frau KA Alm", empty if nobody is named.
    pub movers: String,
    /// "21.10.01, S. 112", empty if none.
    pub position: String,
    /// As printed, empty if none.
    pub old_amount: String,
    /// As printed, empty if none.
    pub new_amount: String,
    /// The first words of what it wants decided, empty if it has no text.
    pub text: String,
    /// "Änderungsantrag der Heimatliste (Antrag 12)": what is voted on, in one line.
    pub title: String,
    /// What is put to the vote; empty once that is over.
    pub wording: RichText,
    /// What became of it.
    pub state: MotionResult,
    /// "offen", "abgelehnt", "zurückgezogen 17:12".
    pub state_words: String,
    /// The words of the result: "einstimmig angenommen"; empty without one.
    pub result_words: String,
    /// The last vote on it: its act, for a correction.
    pub vote_act: Option<ActId>,
    /// The last vote on it, for a recount.
    pub vote: Option<VoteId>,
    /// It can be voted on and withdrawn.
    pub pending: bool,
}

/// What became of a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MotionResult {
    /// Nothing yet.
    Pending,
    /// Angenommen.
    Accepted,
    /// Abgelehnt.
    Rejected,
    /// Zurückgezogen.
    Withdrawn,
}

/// The last result, to be recorded once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SameResult {
    /// "mehrheitlich abgelehnt bei 3 Ja-Stimmen".
    pub words: String,
    /// What was said of the votes.
    pub tally: Tally,
    /// What was announced.
    pub announced: Announced,
}

/// What follows from a motion on procedure that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Follow {
    /// "Vertagung angenommen".
    pub why: String,
    /// "Vertagt festhalten", on its button.
    pub words: String,
    /// How.
    pub step: FollowStep,
}

/// How it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FollowStep {
    /// One act.
    Act {
        /// Which.
        command: Box<Command>,
    },
    /// The question who leaves comes first.
    ExcludePublic {},
    /// The item that is added has to be entered.
    AddItem {},
}

/// A matter beside the item as it is put to the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PutView {
    /// "Anträge 1 bis 3 und 5", "Befangenheit von Herrn KA Alm".
    pub title: String,
    /// What is put to the vote: one line per motion, or a sentence that can be changed.
    pub wording: RichText,
    /// How the vote can be taken; none where none can.
    pub form: Option<VoteForm>,
}

/// The motions on an item as they stand.
pub(super) fn view(source: &Source, one: &ItemState) -> MotionsView {
    let possible = source.open() && source.writable();
    let mut of_item: Vec<&MotionState> = motions(source, one).collect();
    of_item.sort_by_key(|state| state.motion.kind.rank());
    let rows: Vec<MotionRow> = of_item.iter().map(|state| row(source, state, possible)).collect();
    let open = rows.iter().filter(|row| row.state == MotionResult::Pending).count();
    let next = rows.iter().find(|row| row.pending).map(|row| row.motion);
    let together = rows.iter().enumerate().filter(|(_, row)| row.pending && !row.procedural);
    let together: Vec<u16> = together.filter_map(|(place, _)| u16::try_from(place).ok()).collect();
    MotionsView {
        words: match (rows.len(), open) {
            (0, _) => String::new(),
            (_, 0) => "keiner mehr offen".to_owned(),
            (all, open) => format!("{open} von {all} offen"),
        },
        can_file: possible,
        next_name: format!("Antrag {}", next_number(&of_item)),
        next,
        repeat: next.and_then(|next| repeat(source, one, next)),
        together: if together.len() < 2 { Vec::new() } else { together },
        follows: if possible { follows(source, one) } else { Vec::new() },
        procedures: if possible { procedures(source.now.part) } else { Vec::new() },
        rows,
    }
}

/// What can be asked for in this part of the session.
fn procedures(part: Part) -> Vec<ProcedureChoice> {
    let publicity = match part {
        Part::Public => Procedure::ExcludePublic,
        Part::NonPublic => Procedure::RestorePublic,
    };
    [
        Procedure::CloseDebate,
        Procedure::CloseSpeakers,
        Procedure::Defer,
        Procedure::Refer,
        Procedure::PassOver,
        Procedure::TakeOff,
        Procedure::Interrupt,
        publicity,
        Procedure::Extend,
        Procedure::Reorder,
    ]
    .into_iter()
    .filter_map(|procedure| Some(ProcedureChoice { procedure, words: procedure.name()? }))
    .collect()
}

pub(super) fn motions<'a>(
    source: &Source<'a>,
    one: &ItemState,
) -> impl Iterator<Item = &'a MotionState> + use<'a> {
    let id = one.item.id;
    source.now.motions.iter().filter(move |state| state.motion.item == id)
}

fn row(source: &Source, state: &MotionState, possible: bool) -> MotionRow {
    let motion = &state.motion;
    let (kind, title) = (matters::kind(motion.kind), matters::motion(source, motion));
    let name = motion.name.trim();
    let movers: Vec<String> = motion.movers.iter().map(|one| short(source, *one)).collect();
    let vote = state.vote.and_then(|id| source.now.vote(id));
    let closed = vote.and_then(|vote| vote.closed.as_ref());
    let (result, state_words) = match (state.withdrawn, closed) {
        (Some(at), _) => (MotionResult::Withdrawn, format!("zurückgezogen {}", at.clock())),
        (None, None) => (MotionResult::Pending, "offen".to_owned()),
        (None, Some(closed)) => {
            let words = results::announced(closed.announced).to_lowercase();
            let result = match closed.announced {
                Announced::Accepted => MotionResult::Accepted,
                Announced::Rejected => MotionResult::Rejected,
            };
            (result, words)
        }
    };
    let pending = state.pending();
    MotionRow {
        motion: motion.id,
        name: if name.is_empty() { kind.clone() } else { name.to_owned() },
        procedural: matches!(motion.kind, MotionKind::Procedural(_)),
        movers: movers.join(", "),
        position: motion.position.trim().to_owned(),
        old_amount: motion.old_amount.trim().to_owned(),
        new_amount: motion.new_amount.trim().to_owned(),
        text: results::first_words(&motion.text),
        title: if name.is_empty() { title } else { format!("{title}, {kind}") },
        wording: if pending { wording(source, state) } else { RichText::default() },
        state: result,
        state_words,
        result_words: vote.map_or_else(String::new, |vote| bound(vote.words())),
        vote_act: vote.map(|vote| vote.act),
        vote: state.vote,
        pending: pending && possible,
        kind,
    }
}

/// What is put to the vote: what the motion says, else what it is called.
fn wording(source: &Source, state: &MotionState) -> RichText {
    let own = state.motion.wording();
    if own.visible() {
        return own;
    }
    RichText::paragraphs([matters::motion(source, &state.motion).as_str()])
}

/// "WU", "Frau KA Alm", "Verwaltung".
pub(super) fn short(source: &Source, mover: Mover) -> String {
    match mover {
        Mover::Faction(id) => match source.directory.organizations.get(&id) {
            Some(row) if row.short_name.trim().is_empty() => row.name.trim().to_owned(),
            Some(row) => row.short_name.trim().to_owned(),
            None => "Fraktion".to_owned(),
        },
        Mover::Person(person) => source.names.nominative(person),
        Mover::Administration => "Verwaltung".to_owned(),
    }
}

/// After the highest number of the item.
pub(super) fn next_number(motions: &[&MotionState]) -> u32 {
    let numbers = motions.iter().filter_map(|state| number_of(&state.motion.name));
    numbers.max().unwrap_or(0).saturating_add(1)
}

/// 12 of "Antrag 12".
pub(super) fn number_of(name: &str) -> Option<u32> {
    name.trim().strip_prefix("Antrag ")?.trim().parse().ok()
}

/// The last vote on the matter of a motion of this item, whose numbers the next one can have too.
fn repeat(source: &Source, one: &ItemState, next: MotionId) -> Option<SameResult> {
    let on_motions = |vote: &&Vote| {
        let on_matter = matters::procedure_of(source, &vote.matter).is_none();
        vote.item == one.item.id && !vote.matter.motions().is_empty() && on_matter
    };
    let last = source.now.votes.iter().rev().find(on_motions)?;
    let closed: &ClosedVote = last.closed.as_ref()?;
    // Votes of persons and ballots are never taken over.
    if matches!(closed.tally, Tally::RollCall { .. } | Tally::Secret { .. }) {
        return None;
    }
    let mut question = Question::on(one.item.id);
    question.matter = Matter::Motion(next);
    let weighed = |tally: &Tally| preview::vote(source.now, source.profile, &question, tally).ok();
    let (before, now) = (last.known_basis().votes(), weighed(&closed.tally)?.basis.votes());
    let tally = match (vote::with_rest(now, &closed.tally), &closed.tally) {
        (Some((tally, _)), _) => tally,
        (None, said @ (Tally::Unanimous {} | Tally::Announced { yes: None, .. })) => said.clone(),
        // Numbers of Ja that were said of another number of people say nothing of these.
        (None, said) => (now == before).then(|| said.clone())?,
    };
    let preview = weighed(&tally)?;
    let fits = preview.contradictions.is_empty() && preview.announced == closed.announced;
    fits.then(|| SameResult {
        words: bound(&preview.result.wording),
        tally,
        announced: closed.announced,
    })
}

/// Motions on procedure that were accepted, with what they ask for and nobody has recorded since.
fn follows(source: &Source, one: &ItemState) -> Vec<Follow> {
    let of_item = |vote: &&Vote| vote.item == one.item.id && vote.repeated_by.is_none();
    let accepted = source.now.votes.iter().rev().filter(of_item).filter_map(|vote| {
        let closed = vote.closed.as_ref()?;
        let kind = matters::procedure_of(source, &vote.matter)?;
        (closed.announced == Announced::Accepted).then_some((kind, closed.at))
    });
    accepted.filter_map(|(kind, at)| follow(source, one, kind, at)).collect()
}

fn follow(source: &Source, one: &ItemState, kind: Procedure, at: Moment) -> Option<Follow> {
    let (now, item) = (source.now, one.item.id);
    let outcome = |outcome: Outcome, words: &str| {
        let since = |done: &&RecordedOutcome| done.at >= at;
        let recorded = one.outcomes.iter().rev().any(|done| since(&done));
        let command = Command::RecordOutcome { item, outcome, to: None, wording: None };
        (!recorded && !one.settled()).then(|| (words.to_owned(), act(command)))
    };
    let (words, step) = match kind {
        Procedure::Defer => outcome(Outcome::Deferred, "Vertagt festhalten")?,
        Procedure::TakeOff => outcome(Outcome::TakenOff, "Abgesetzt festhalten")?,
        Procedure::Refer => outcome(Outcome::Referred, "Verwiesen festhalten")?,
        Procedure::PassOver => {
            let below =
                now.items().any(|other| other.item.parent == Some(item) && !other.settled());
            let closes = !one.called.is_empty() && !one.settled() && !below;
            let command = Command::CloseItem { item, settles: Vec::new() };
            closes.then(|| (format!("{} schließen", source.top(item)), act(command)))?
        }
        Procedure::Interrupt => {
            let since = now.recesses.iter().any(|(from, _)| *from >= at);
            let command = Command::InterruptMeeting {};
            let offered = !since && now.interrupted().is_none();
            offered.then(|| ("Sitzung unterbrechen".to_owned(), act(command)))?
        }
        Procedure::ExcludePublic => {
            let since = now.part_changes.iter().any(|change| change.at >= at);
            let closes = now.part == Part::Public && !since && now.interrupted().is_none();
            let words = "Nichtöffentlichkeit herstellen".to_owned();
            closes.then_some((words, FollowStep::ExcludePublic {}))?
        }
        Procedure::RestorePublic => {
            let since = now.part_changes.iter().any(|change| change.at >= at);
            let opens = now.part == Part::NonPublic && !since;
            let command = Command::ChangePart { part: Part::Public, leaving: Vec::new() };
            opens.then(|| ("Öffentlichkeit herstellen".to_owned(), act(command)))?
        }
        Procedure::Extend => {
            let added = source.state.entries.iter().any(|entry| {
                let adds = matches!(entry.event, Event::ItemAdded { .. });
                adds && entry.occurred_at >= at
            });
            (!added).then(|| ("Punkt hinzufügen".to_owned(), FollowStep::AddItem {}))?
        }
        Procedure::CloseDebate
        | Procedure::CloseSpeakers
        | Procedure::Reorder
        | Procedure::Other => return None,
    };
    let name = kind.name().unwrap_or("Antrag zur Geschäftsordnung");
    Some(Follow { why: format!("{name}: {} angenommen", at.clock()), words, step })
}

fn act(command: Command) -> FollowStep {
    FollowStep::Act { command: Box::new(command) }
}

/// A matter beside the item as it is put to the vote. The chair may put it in other words.
pub(super) fn put(source: &Source, item: AgendaItemId, matter: &Matter) -> PutView {
    let form = vote::form_on(source, item, matter);
    let sentence = match matter {
        Matter::Motions(ids) => {
            let title = matters::together(source, ids);
            return PutView { title, wording: en_bloc(source, item, ids), form };
        }
        Matter::Recusal(person) => {
            let who = source.names.plain_oblique(*person);
            format!("Bei {who} liegt ein Ausschließungsgrund vor.")
        }
        Matter::Procedure(Procedure::Extend) => {
            "Die Tagesordnung wird wegen äußerster Dringlichkeit erweitert.".to_owned()
        }
        _ => String::new(),
    };
    PutView {
        title: matters::matter(source, matter, VoteId::from_key("put")),
        wording: RichText::paragraphs([sentence.as_str()]),
        form,
    }
}

/// Several motions of an item, in the order of the vote, one line each.
fn en_bloc(source: &Source, item: AgendaItemId, ids: &[MotionId]) -> RichText {
    let known = ids.iter().filter_map(|id| source.now.motion(*id));
    let chosen = known.filter(|state| state.motion.item == item);
    let lines: Vec<String> = chosen
        .map(|state| {
            let (what, own) = (matters::motion(source, &state.motion), state.motion.wording());
            let text = results::first_words(&own);
            if text.is_empty() { what } else { format!("{what}: {text}") }
        })
        .collect();
    RichText::paragraphs(lines.iter().map(String::as_str))
}
