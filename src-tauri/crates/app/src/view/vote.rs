//! Votes: who may vote now, what numbers mean. What was decided stands in [`super::results`].

use super::matters;
use super::methods::{self, FactionRow, MajorityChoice};
use super::quorum::Tone;
use super::source::Source;
use super::words::{self, BOUND, bound};
use crate::core::agenda_item::{ItemKind, Outcome};
use crate::core::organization::OrganizationType;
use crate::core::rules::Reason;
use crate::core::rules::majority::Method;
use crate::core::rules::profile::MajorityId;
use crate::core::rules::quorum::Finding;
use crate::core::session::command::{Announced, Matter, Stated, Tally};
use crate::core::session::preview::{self, Question};
use crate::core::session::{Basis, Rejection, Snapshot};
use crate::core::{ActId, AgendaItemId, OrganizationId, PersonId, SeatId, VoteId};
use crate::error::{ApiError, ErrorCode};
use serde::Serialize;
use std::borrow::Cow;

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
    /// Factions for a vote by faction; empty where there are none.
    pub factions: Vec<FactionRow>,
    /// Majorities beyond the simple one that can be asked for.
    pub majorities: Vec<MajorityChoice>,
    /// Who can count ballots: everybody in the room, with "Frau KA Brandtner".
    pub tellers: Vec<(PersonId, String)>,
    /// "Leere Stimmzettel gelten als Enthaltung.".
    pub blank_words: String,
    /// The method that was asked for by enough members; none where nobody did.
    pub granted: Option<Method>,
    /// Members that a request for a way to vote is measured against.
    pub members: u16,
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
    /// To somebody: it is asked to whom.
    pub addressed: bool,
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
    /// What remains for Ja, where it is derived and the other numbers are known.
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
    /// So does the other announcement: the numbers do not give it.
    pub other_needs_note: bool,
    /// Hints, whole sentences.
    pub hints: Vec<String>,
}

/// How a vote can be taken on an item now.
pub(super) fn form(source: &Source, item: AgendaItemId) -> Option<VoteForm> {
    form_on(source, item, &Matter::Item)
}

/// How a vote can be taken on a matter of an item now: on the own bias nobody votes.
pub(super) fn form_on(source: &Source, item: AgendaItemId, matter: &Matter) -> Option<VoteForm> {
    if !source.open() || !source.writable() {
        return None;
    }
    let basis = source.now.basis_on(source.profile, item, matter);
    Some(VoteForm {
        words: form_words(source, &basis, item),
        entitled: basis.votes(),
        roll: roll(source, &basis),
        factions: methods::factions(source, &basis),
        majorities: methods::majorities(source),
        tellers: methods::tellers(source),
        blank_words: methods::blank_words(source),
        granted: source.now.item(item).and_then(|one| one.granted),
        members: preview::members(source.now, source.profile),
    })
}

/// Seats in the order of a roll-call.
pub(super) fn roll(source: &Source, basis: &Basis) -> Vec<(SeatId, PersonId, String)> {
    let entitled = basis.entitled.iter();
    entitled.map(|one| (one.seat, one.person, source.names.nominative(one.person))).collect()
}

/// "13 stimmberechtigt anwesend, Frau SB Terhorst befangen".
fn form_words(source: &Source, basis: &Basis, item: AgendaItemId) -> String {
    let entitled = entitled_words(basis);
    let asked = match source.now.item(item).and_then(|one| one.granted) {
        Some(Method::Secret) => ", geheime Abstimmung verlangt",
        Some(Method::Rollcall) => ", namentliche Abstimmung verlangt",
        Some(Method::Open) | None => "",
    };
    let recused: Vec<String> =
        basis.recused.iter().map(|one| source.names.nominative(one.person)).collect();
    if recused.is_empty() {
        format!("{entitled}{asked}")
    } else {
        format!("{entitled}, {} befangen{asked}", words::and(&recused))
    }
}

pub(super) fn entitled_words(basis: &Basis) -> String {
    match basis.votes() {
        0 => "niemand stimmberechtigt anwesend".to_owned(),
        votes => format!("{votes}{BOUND}stimmberechtigt anwesend"),
    }
}

/// Organizations to whom something can be referred or recommended: "an den Kreisausschuss".
pub(super) fn addressees(source: &Source) -> Vec<(OrganizationId, String)> {
    let own = source.plan.organization;
    let known = source.directory.organizations.values();
    let others =
        known.filter(|one| one.organization_type != OrganizationType::Faction && one.id != own);
    let mut all: Vec<(OrganizationId, String)> =
        others.map(|one| (one.id, matters::addressee(source, Some(one.id)))).collect();
    all.sort_by(|one, other| one.1.cmp(&other.1));
    all
}

/// Outcomes without a vote, the usual one first.
pub(super) fn outcomes(source: &Source, kind: ItemKind) -> Vec<OutcomeChoice> {
    use Outcome::{
        Approved, Deferred, Established, NoneOnPurpose, Noted, Nothing, PutBack,
        ReceivedWithoutDecision, Recommended, Referred, TakenOff, Withdrawn,
    };
    if !source.open() || !source.writable() {
        return Vec::new();
    }
    let usual: &[Outcome] = match kind {
        ItemKind::Formalities => &[Established, Deferred, TakenOff, Withdrawn, NoneOnPurpose],
        ItemKind::MinutesApproval => &[Approved, Noted, Deferred, PutBack, TakenOff, NoneOnPurpose],
        ItemKind::Proposal => &[
            Noted,
            ReceivedWithoutDecision,
            Deferred,
            PutBack,
            Referred,
            Recommended,
            TakenOff,
            Withdrawn,
            NoneOnPurpose,
        ],
        ItemKind::Report | ItemKind::Inquiry => &[
            Noted,
            ReceivedWithoutDecision,
            Deferred,
            PutBack,
            Referred,
            Recommended,
            TakenOff,
            Withdrawn,
            Nothing,
            NoneOnPurpose,
        ],
        ItemKind::Addenda => &[Nothing, Deferred, TakenOff, Withdrawn, NoneOnPurpose],
    };
    // Put back is what a lack of quorum leaves undone (§ 34 Abs. 2 KrO NRW).
    let lacking = source.now.finding() == Some(Finding::Lacking);
    let fits = |outcome: &&Outcome| lacking || **outcome != PutBack;
    let choice = |outcome: &Outcome| {
        let [button, _, _] = words::outcome(*outcome);
        let addressed = outcome.addressed();
        OutcomeChoice { outcome: *outcome, words: button.to_owned(), addressed }
    };
    usual.iter().filter(fits).map(choice).collect()
}

pub(super) fn texts(hints: &[Reason]) -> Vec<String> {
    hints.iter().map(|hint| bound(&hint.text)).collect()
}

/// A vote that is looked at before it is recorded.
pub(super) struct Asked {
    put: Question,
    repeats: Option<VoteId>,
    corrects: Option<ActId>,
}

impl Asked {
    pub(super) fn new(
        (item, matter, majority): (AgendaItemId, &Matter, Option<&MajorityId>),
        repeats: Option<VoteId>,
        corrects: Option<ActId>,
    ) -> Self {
        let put = Question { item, matter: matter.clone(), majority: majority.cloned() };
        Self { put, repeats, corrects }
    }

    /// What stands before it: the session as it is, or as it was before the vote that it corrects.
    fn before<'a>(&self, source: &Source<'a>) -> Cow<'a, Snapshot> {
        let recorded = |act: ActId| source.now.votes.iter().find(|vote| vote.act == act);
        match self.corrects.and_then(recorded) {
            Some(vote) => Cow::Owned(source.state.without(vote.act, vote.opened)),
            None => Cow::Borrowed(source.now),
        }
    }

    /// Who would be entitled.
    pub(super) fn basis(&self, source: &Source) -> Basis {
        self.before(source).basis_on(source.profile, self.put.item, &self.put.matter)
    }
}

/// What the numbers would mean.
pub(super) fn preview(
    source: &Source,
    asked: &Asked,
    tally: &Tally,
) -> Result<VotePreview, ApiError> {
    source.now.item(asked.put.item).ok_or_else(no_item)?;
    let before = asked.before(source);
    let weighed = |tally: &Tally| {
        let preview = preview::vote(&before, source.profile, &asked.put, tally);
        preview.map_err(|why| refused(source, &why))
    };
    let sent = weighed(tally)?;
    Ok(match with_rest(sent.basis.votes(), tally) {
        None => told(source, asked, tally, &sent),
        Some((tally, rest)) => {
            VotePreview { rest: Some(rest), ..told(source, asked, &tally, &weighed(&tally)?) }
        }
    })
}

/// With what remains for Ja, where that is derived: the number that was sent for it is not looked at.
pub(super) fn with_rest(entitled: u16, tally: &Tally) -> Option<(Tally, u16)> {
    let Tally::Announced {
        yes: Some(Stated { derived: true, .. }),
        no: Some(no),
        abstain: Some(abstain),
    } = tally
    else {
        return None;
    };
    let number = entitled.saturating_sub(no.number).saturating_sub(abstain.number);
    let yes = Some(Stated { number, derived: true });
    Some((Tally::Announced { yes, no: Some(*no), abstain: Some(*abstain) }, number))
}

/// What was weighed, in words.
fn told(source: &Source, asked: &Asked, tally: &Tally, preview: &preview::Preview) -> VotePreview {
    let (entitled, cast) = (preview.basis.votes(), preview::count(tally).total());
    let told = !matches!(tally, Tally::Unanimous {});
    let (expected, cast) = match tally {
        Tally::Unanimous {} => (cast, cast),
        Tally::Secret { returned, blank, .. } => (u32::from(*returned), cast + u32::from(*blank)),
        _ => (u32::from(entitled), cast),
    };
    let open = i64::from(expected) - i64::from(cast);
    let all_said = match tally {
        Tally::Announced { yes, no, abstain } => [yes, no, abstain].iter().all(|one| one.is_some()),
        _ => true,
    };
    let (open_words, tone) = match tally {
        Tally::Secret { .. } => paper_words(open),
        Tally::RollCall { .. } if open > 0 => (sum_words(open).0, Tone::Plain),
        _ if open > 0 && !all_said => (String::new(), Tone::Plain),
        _ => sum_words(open),
    };
    let said = entitled_words(&preview.basis);
    let words = bound(&preview.result.wording);
    let mut hints = texts(&preview.result.hints);
    hints.retain(|hint| bound(hint) != words);
    for why in &preview.contradictions {
        let said = contradiction(source, why);
        if !said.is_empty() && !hints.contains(&said) {
            hints.push(said);
        }
    }
    hints.extend(asked.repeats.and_then(|id| replaced(source, id)));
    VotePreview {
        announced: preview.announced,
        words,
        rest: None,
        open: i32::try_from(open).unwrap_or(i32::MIN),
        open_words,
        tone,
        counted_words: match (told, all_said) {
            (false, _) => said,
            _ if matches!(tally, Tally::Secret { .. }) => {
                format!(
                    "{said}, {cast} von {} ausgezählt",
                    papers(i64::from(expected), "Stimmzetteln")
                )
            }
            (true, true) => format!("{said}, {cast} abgegeben"),
            (true, false) => format!("{said}, {cast} genannt"),
        },
        needs_note: !preview.contradictions.is_empty(),
        other_needs_note: !preview.either,
        hints,
    }
}

/// "Das Ergebnis von 17:12 Uhr, mehrheitlich angenommen, bleibt in der Aufzeichnung."
fn replaced(source: &Source, id: VoteId) -> Option<String> {
    let vote = source.now.vote(id)?;
    let (at, words) = (vote.opened.clock(), bound(vote.words()));
    Some(format!("Die Abstimmung von {at} Uhr ({words}) bleibt in der Aufzeichnung stehen."))
}

/// "2 Stimmen offen", "1 Stimme zu viel"; nothing where it adds up.
pub(super) fn sum_words(open: i64) -> (String, Tone) {
    let votes = usize::try_from(open.unsigned_abs()).unwrap_or(usize::MAX);
    differ_words(open, &words::number(votes, "Stimme", "Stimmen"))
}

/// The same for ballots.
fn paper_words(open: i64) -> (String, Tone) {
    differ_words(open, &papers(open, "Stimmzettel"))
}

fn papers(count: i64, more: &str) -> String {
    let count = usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX);
    words::number(count, "Stimmzettel", more)
}

fn differ_words(open: i64, what: &str) -> (String, Tone) {
    match open {
        0 => (String::new(), Tone::Good),
        i64::MIN..0 => (format!("{what} zu viel"), Tone::Danger),
        _ => (format!("{what} offen"), Tone::Warning),
    }
}

/// A contradiction that needs a note. Too many votes are said by the wording already.
fn contradiction(source: &Source, why: &Rejection) -> String {
    match why {
        Rejection::NobodyEntitled => "Niemand ist stimmberechtigt anwesend.".to_owned(),
        Rejection::NobodyVoted => "Es ist keine Stimme angegeben.".to_owned(),
        Rejection::SumsDiffer => {
            "Die Stimmen der Fraktionen ergeben nicht die Gesamtzahlen.".to_owned()
        }
        Rejection::SeatNotEntitled { seat } => {
            format!("Sitz {} ist nicht stimmberechtigt anwesend.", source.seat_number(*seat))
        }
        Rejection::AnnouncedDiffers => "Die Zahlen lassen dieses Ergebnis nicht zu.".to_owned(),
        Rejection::BallotsDiffer { handed_out, returned, votes } => format!(
            "{handed_out} Stimmzettel ausgegeben, {returned} zurückgegeben, {votes} ausgezählt."
        ),
        Rejection::TooManyBallots { handed_out, entitled } => {
            format!("{handed_out} Stimmzettel bei {entitled} anwesenden Stimmberechtigten.")
        }
        Rejection::SecretForbidden { statute } => {
            bound(&format!("Eine geheime Abstimmung über Anträge ist unzulässig ({statute})."))
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

pub(crate) fn no_item() -> ApiError {
    ApiError::new(ErrorCode::Rejected, "Diesen Tagesordnungspunkt gibt es in dieser Sitzung nicht.")
        .hint("Wählen Sie einen Punkt der Tagesordnung.")
}
