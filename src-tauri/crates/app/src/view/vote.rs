//! Votes: who may vote now, what numbers mean, what was decided.

use super::quorum::Tone;
use super::source::Source;
use super::words::{self, BOUND, bound};
use crate::core::agenda_item::{ItemKind, Outcome};
use crate::core::richtext::{Block, RichText};
use crate::core::rules::Reason;
use crate::core::session::command::{Announced, Tally};
use crate::core::session::preview::{self, Question};
use crate::core::session::state::{ItemState, Vote};
use crate::core::session::{Basis, Rejection};
use crate::core::{ActId, AgendaItemId, Moment, PersonId, SeatId, VoteId};
use crate::error::{ApiError, ErrorCode};
use serde::Serialize;

/// How a vote can be taken on the item now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VoteForm {
    /// "13 stimmberechtigt anwesend, Frau SB Terhorst befangen".
    pub words: String,
    /// Entitled and present now.
    pub entitled: u16,
    /// Seats in the order of a roll-call: seat, person, "Frau KA Brandtner".
    pub roll: Vec<(SeatId, PersonId, String)>,
}

/// An outcome without a vote as a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeChoice {
    /// What.
    pub outcome: Outcome,
    /// "Zur Kenntnis".
    pub words: String,
}

/// What numbers would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VotePreview {
    /// What would be announced.
    pub announced: Announced,
    /// "mehrheitlich angenommen mit 8 Ja-Stimmen bei 4 Nein-Stimmen und 1 Enthaltung".
    pub words: String,
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

/// A vote or an outcome that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VoteView {
    /// The act, for a correction.
    pub act: ActId,
    /// The vote, for confirming what it rests on; none for what is no vote.
    pub vote: Option<VoteId>,
    /// "17:12".
    pub time: String,
    /// "Angenommen", "Abgelehnt", "Zur Kenntnis genommen".
    pub title: String,
    /// The words of the minutes: "einstimmig".
    pub words: String,
    /// Yes, no, abstentions as far as they are known.
    pub numbers: Option<[Option<u16>; 3]>,
    /// The vote as it was entered, for a correction; none for what is no vote.
    pub entered: Option<EnteredVote>,
    /// Accepted; false also for what is no vote.
    pub accepted: bool,
    /// Is no vote.
    pub without_vote: bool,
    /// What was noticed when it was recorded, whole sentences.
    pub hints: Vec<String>,
    /// Who was entitled and present changed afterwards: the sentence that says so, empty otherwise.
    pub basis_changed: String,
}

/// A vote as it was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnteredVote {
    /// The text as voted on.
    pub wording_put: RichText,
    /// What was said of the votes.
    pub tally: Tally,
    /// What the chair announced.
    pub announced: Announced,
    /// Who was entitled, as in [`VoteForm`].
    pub roll: Vec<(SeatId, PersonId, String)>,
}

/// How a vote can be taken on an item now.
pub(super) fn form(source: &Source, item: AgendaItemId) -> Option<VoteForm> {
    if !source.open() || !source.writable() {
        return None;
    }
    let basis = source.now.basis(source.profile, Some(item));
    Some(VoteForm {
        words: form_words(source, &basis),
        entitled: basis.votes(),
        roll: roll(source, &basis),
    })
}

/// Seats in the order of a roll-call.
fn roll(source: &Source, basis: &Basis) -> Vec<(SeatId, PersonId, String)> {
    let entitled = basis.entitled.iter();
    entitled.map(|one| (one.seat, one.person, source.names.nominative(one.person))).collect()
}

/// "13 stimmberechtigt anwesend, Frau SB Terhorst befangen".
fn form_words(source: &Source, basis: &Basis) -> String {
    let entitled = entitled_words(basis);
    let recused: Vec<String> =
        basis.recused.iter().map(|one| source.names.nominative(one.person)).collect();
    if recused.is_empty() {
        entitled
    } else {
        format!("{entitled}, {} befangen", words::and(&recused))
    }
}

fn entitled_words(basis: &Basis) -> String {
    match basis.votes() {
        0 => "niemand stimmberechtigt anwesend".to_owned(),
        votes => format!("{votes}{BOUND}stimmberechtigt anwesend"),
    }
}

/// Outcomes without a vote, the usual one first.
pub(super) fn outcomes(source: &Source, kind: ItemKind) -> Vec<OutcomeChoice> {
    use Outcome::{
        Approved, Deferred, Established, NoneOnPurpose, Noted, Nothing, ReceivedWithoutDecision,
    };
    if !source.open() || !source.writable() {
        return Vec::new();
    }
    let usual: &[Outcome] = match kind {
        ItemKind::Formalities => &[Established, NoneOnPurpose],
        ItemKind::MinutesApproval => &[Approved, Noted, Deferred, NoneOnPurpose],
        ItemKind::Proposal => &[Noted, ReceivedWithoutDecision, Deferred, NoneOnPurpose],
        ItemKind::Report | ItemKind::Inquiry => {
            &[Noted, ReceivedWithoutDecision, Deferred, Nothing, NoneOnPurpose]
        }
        ItemKind::Addenda => &[Nothing, NoneOnPurpose],
    };
    let choice = |outcome: &Outcome| {
        let [button, _, _] = words::outcome(*outcome);
        OutcomeChoice { outcome: *outcome, words: button.to_owned() }
    };
    usual.iter().map(choice).collect()
}

/// Votes and outcomes of an item, in their order.
pub(super) fn results(source: &Source, one: &ItemState) -> Vec<VoteView> {
    let votes = source.now.votes.iter().filter(|vote| vote.item == one.item.id);
    let of_votes = votes.filter_map(|vote| Some((vote.closed.as_ref()?.at, voted(source, vote)?)));
    let without = one.outcomes.iter().map(|recorded| {
        let [_, title, _] = words::outcome(recorded.outcome);
        let view = VoteView {
            act: recorded.act,
            vote: None,
            time: recorded.at.clock(),
            title: title.to_owned(),
            words: recorded.wording.as_ref().map(first_words).unwrap_or_default(),
            numbers: None,
            entered: None,
            accepted: false,
            without_vote: true,
            hints: Vec::new(),
            basis_changed: String::new(),
        };
        (recorded.at, view)
    });
    let mut all: Vec<(Moment, VoteView)> = of_votes.chain(without).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, view)| view).collect()
}

fn voted(source: &Source, vote: &Vote) -> Option<VoteView> {
    let closed = vote.closed.as_ref()?;
    Some(VoteView {
        act: vote.act,
        vote: Some(vote.id),
        time: closed.at.clock(),
        title: announced(closed.announced).to_owned(),
        words: bound(&closed.result.wording),
        numbers: numbers(&closed.tally),
        entered: Some(EnteredVote {
            wording_put: closed.wording_put.clone(),
            tally: closed.tally.clone(),
            announced: closed.announced,
            roll: roll(source, vote.known_basis()),
        }),
        accepted: closed.announced == Announced::Accepted,
        without_vote: false,
        hints: texts(&closed.result.hints),
        basis_changed: basis_changed(vote),
    })
}

/// "Angenommen".
pub(super) fn announced(announced: Announced) -> &'static str {
    match announced {
        Announced::Accepted => "Angenommen",
        Announced::Rejected => "Abgelehnt",
    }
}

/// Yes, no, abstentions as far as they are known.
fn numbers(tally: &Tally) -> Option<[Option<u16>; 3]> {
    match tally {
        Tally::Unanimous {} => None,
        Tally::Announced { yes, no, abstain } => {
            Some([yes, no, abstain].map(|one| one.map(|stated| stated.number)))
        }
        Tally::Counted { .. } | Tally::RollCall { .. } | Tally::Secret { .. } => {
            let count = preview::count(tally);
            Some([count.yes, count.no, count.abstain].map(Some))
        }
    }
}

fn basis_changed(vote: &Vote) -> String {
    let Some(changed) = &vote.changed else { return String::new() };
    let settled = vote.settled_basis();
    let how = if changed.votes() == settled.votes() {
        "die Zahl ist gleich, die Personen sind andere".to_owned()
    } else {
        format!("vorher {}, jetzt {}", settled.votes(), changed.votes())
    };
    format!("Wer stimmberechtigt anwesend war, hat sich nachträglich geändert: {how}.")
}

/// The first words of a text, for a line.
fn first_words(text: &RichText) -> String {
    let mut first = String::new();
    text.visit(&mut |block| {
        if let (Block::Paragraph { content, .. }, true) = (block, first.is_empty()) {
            first = content.characters();
        }
    });
    first
}

fn texts(hints: &[Reason]) -> Vec<String> {
    hints.iter().map(|hint| bound(&hint.text)).collect()
}

/// What the numbers would mean.
pub(super) fn preview(
    source: &Source,
    item: AgendaItemId,
    tally: &Tally,
    corrects: Option<ActId>,
) -> Result<VotePreview, ApiError> {
    source.now.item(item).ok_or_else(no_item)?;
    let (now, profile) = (source.now, source.profile);
    let recorded = corrects.and_then(|act| now.votes.iter().find(|vote| vote.act == act));
    let preview = match recorded {
        Some(recorded) => preview::correction(now, profile, recorded, tally),
        None => preview::vote(now, profile, &Question::on(item), tally),
    };
    let preview = preview.map_err(|why| refused(source, &why))?;
    let (entitled, cast) = (preview.basis.votes(), preview::count(tally).total());
    let told = !matches!(tally, Tally::Unanimous {});
    let open = if told { i64::from(entitled) - i64::from(cast) } else { 0 };
    let all_said = match tally {
        Tally::Announced { yes, no, abstain } => [yes, no, abstain].iter().all(|one| one.is_some()),
        _ => true,
    };
    let (open_words, tone) = open_words(open, all_said, matches!(tally, Tally::RollCall { .. }));
    let said = entitled_words(&preview.basis);
    let mut hints = texts(&preview.result.hints);
    for why in &preview.contradictions {
        let words = contradiction(source, why);
        if !words.is_empty() && !hints.contains(&words) {
            hints.push(words);
        }
    }
    Ok(VotePreview {
        announced: preview.announced,
        words: bound(&preview.result.wording),
        open: i32::try_from(open).unwrap_or(i32::MIN),
        open_words,
        tone,
        counted_words: match (told, all_said) {
            (false, _) => said,
            (true, true) => format!("{said}, {cast} abgegeben"),
            (true, false) => format!("{said}, {cast} genannt"),
        },
        needs_note: !preview.contradictions.is_empty(),
        hints,
    })
}

/// What does not add up. Numbers that the chair did not say are no open votes.
fn open_words(open: i64, all_said: bool, under_way: bool) -> (String, Tone) {
    let votes = usize::try_from(open.unsigned_abs()).unwrap_or(usize::MAX);
    let votes = words::number(votes, "Stimme", "Stimmen");
    match open {
        0 => (String::new(), Tone::Good),
        i64::MIN..0 => (format!("{votes} zu viel"), Tone::Danger),
        _ if !all_said => (String::new(), Tone::Plain),
        _ if under_way => (format!("{votes} offen"), Tone::Plain),
        _ => (format!("{votes} offen"), Tone::Warning),
    }
}

/// A contradiction that needs a note. Too many votes are said by the wording already.
fn contradiction(source: &Source, why: &Rejection) -> String {
    match why {
        Rejection::NobodyEntitled => "Niemand ist stimmberechtigt anwesend.".to_owned(),
        Rejection::SumsDiffer => {
            "Die Stimmen der Fraktionen ergeben nicht die Gesamtzahlen.".to_owned()
        }
        Rejection::SeatNotEntitled { seat } => {
            format!("Sitz {} ist nicht stimmberechtigt anwesend.", source.seat_number(*seat))
        }
        Rejection::AnnouncedDiffers => "Die Zahlen lassen dieses Ergebnis nicht zu.".to_owned(),
        Rejection::TooManyVotes { votes, entitled } => {
            format!("{votes} Stimmen bei {entitled} anwesenden Stimmberechtigten.")
        }
        _ => String::new(),
    }
}

fn refused(source: &Source, why: &Rejection) -> ApiError {
    let message = match why {
        Rejection::SeatTwice { seat } => format!(
            "Sitz {} ist doppelt belegt: Ein Sitz hat eine Stimme.",
            source.seat_number(*seat)
        ),
        _ => "Diese Abstimmung ist so nicht möglich.".to_owned(),
    };
    ApiError::new(ErrorCode::BadInput, message).hint("Es wurde nichts gespeichert.")
}

pub(super) fn no_item() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diesen Tagesordnungspunkt gibt es in dieser Sitzung nicht.")
        .hint("Wählen Sie einen Punkt der Tagesordnung.")
}
