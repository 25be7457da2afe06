//! Ways to vote beside a show of hands: by faction, secret, on request, by a qualified majority.

use super::quorum::Tone;
use super::source::Source;
use super::vote::{Asked, VotePreview, preview, sum_words};
use super::words::{bound, number};
use crate::core::membership::SeatKind;
use crate::core::rules::majority::{Count, Method};
use crate::core::rules::profile::{BlankBallot, MajorityId, QualifiedMajority};
use crate::core::session::command::{FactionCount, Tally};
use crate::core::session::{Basis, Rejection, elections, preview as core};
use crate::core::{AgendaItemId, OrganizationId, PersonId};
use crate::error::{ApiError, ErrorCode};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A faction as a row of a vote by faction, and as one that can ask for a way to vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactionRow {
    /// Which; none for those who belong to no faction.
    pub faction: Option<OrganizationId>,
    /// "Soziale Liste", "ohne Fraktion".
    pub name: String,
    /// Entitled and present.
    pub entitled: u16,
    /// Regular members, present or not.
    pub members: u16,
}

/// A majority that the law asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MajorityChoice {
    /// Which.
    pub id: MajorityId,
    /// "Hauptsatzung".
    pub name: String,
    /// "Hauptsatzung: erforderlich sind 40 Ja-Stimmen, gesetzliche Mitgliederzahl 79 (§ ...)."
    pub words: String,
}

/// The votes of a faction as far as they were said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactionVotes {
    /// Which; none for those who belong to no faction.
    pub faction: Option<OrganizationId>,
    /// Ja; none for all that remain.
    pub yes: Option<u16>,
    /// Nein.
    pub no: u16,
    /// Enthaltungen.
    pub abstain: u16,
}

/// The votes of a faction, added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactionSum {
    /// Which; none for those who belong to no faction.
    pub faction: Option<OrganizationId>,
    /// Ja.
    pub yes: u16,
    /// "1 Stimme zu viel", empty if it adds up.
    pub words: String,
    /// Tone of `words`.
    pub tone: Tone,
}

/// What the votes of the factions would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactionsPreview {
    /// The factions as they were asked.
    pub rows: Vec<FactionSum>,
    /// Ja, Nein, Enthaltungen together.
    pub sums: [u16; 3],
    /// To be recorded.
    pub tally: Tally,
    /// What it means.
    pub preview: VotePreview,
}

/// What a request for a roll-call or a secret vote would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RequestPreview {
    /// How the vote is to be taken then.
    pub granted: Method,
    /// "Es ist geheim abzustimmen."
    pub words: String,
    /// Why, whole sentences.
    pub reasons: Vec<String>,
}

/// The factions of those who are entitled, the strongest first; nothing where there is none.
pub(super) fn factions(source: &Source, basis: &Basis) -> Vec<FactionRow> {
    let mut rows: BTreeMap<Option<OrganizationId>, (u16, u16)> = BTreeMap::new();
    for seat in source.now.seats.values().filter(|seat| seat.kind == SeatKind::Voting) {
        if let Some(member) = seat.member {
            rows.entry(member.faction).or_default().1 += 1;
        }
    }
    for one in &basis.entitled {
        rows.entry(source.now.faction_of(one.seat)).or_default().0 += 1;
    }
    let mut rows: Vec<FactionRow> = rows
        .into_iter()
        .map(|(faction, (entitled, members))| {
            let known = faction.and_then(|id| source.directory.organizations.get(&id));
            let name = known.map_or("ohne Fraktion", |row| row.name.trim()).to_owned();
            FactionRow { faction, name, entitled, members }
        })
        .collect();
    if rows.iter().all(|row| row.faction.is_none()) {
        return Vec::new();
    }
    rows.sort_by_cached_key(|row| (row.faction.is_none(), Reverse(row.members), row.name.clone()));
    rows
}

/// Majorities beyond the simple one that the profile names.
pub(super) fn majorities(source: &Source) -> Vec<MajorityChoice> {
    source.profile.vote.qualified.iter().filter_map(|one| choice(source, one)).collect()
}

/// Those of them by which the head of the administration has no vote in an election.
pub(super) fn exclusions(source: &Source) -> Vec<MajorityChoice> {
    let named = elections::exclusions(source.now, source.profile);
    named.filter_map(|one| choice(source, one)).collect()
}

fn choice(source: &Source, named: &QualifiedMajority) -> Option<MajorityChoice> {
    let words = bound(&core::required(source.now, source.profile, &named.id)?);
    Some(MajorityChoice { id: named.id.clone(), name: named.name.clone(), words })
}

/// Who is at the table and has no vote, and by which paragraph; nothing where that is nobody.
pub(super) fn excluded<'a>(
    source: &'a Source,
    basis: &Basis,
    id: &MajorityId,
) -> Option<(Vec<String>, &'a str)> {
    let statute = &source.profile.vote.qualified.iter().find(|one| one.id == *id)?.without_hvb;
    let excluded = basis.without_vote.as_deref().filter(|who| !who.is_empty())?;
    let names = excluded.iter().map(|one| source.names.nominative(one.person)).collect();
    Some((names, statute))
}

/// What a ballot without a mark is: "Leere Stimmzettel gelten als Enthaltung.".
pub(super) fn blank_words(source: &Source) -> String {
    match source.profile.vote.blank_ballot {
        BlankBallot::Abstention => "Leere Stimmzettel gelten als Enthaltung.",
        BlankBallot::Invalid => "Leere Stimmzettel gelten als ungültig.",
    }
    .to_owned()
}

/// Whoever is in the room and can count ballots: whoever takes the minutes, too, with or without an
/// entry in the list of those present.
pub(super) fn tellers(source: &Source) -> Vec<(PersonId, String)> {
    let present = source.now.attendance.keys().copied();
    let there = present.filter(|one| source.now.present(*one).is_some());
    let there: BTreeSet<PersonId> = there.chain(source.now.clerk).collect();
    let mut there: Vec<PersonId> = there.into_iter().collect();
    there.sort_by_cached_key(|one| source.names.sorting_key(*one));
    there.into_iter().map(|one| (one, source.names.nominative(one))).collect()
}

/// What the votes of the factions would mean; "Ja" is what remains until it is said.
pub(super) fn by_faction(
    source: &Source,
    asked: &Asked,
    votes: &[FactionVotes],
) -> Result<FactionsPreview, ApiError> {
    let known = factions(source, &asked.basis(source));
    let mut count = Count::default();
    let (mut rows, mut by_faction) = (Vec::new(), Vec::new());
    for one in votes {
        let row = known.iter().find(|row| row.faction == one.faction);
        let entitled = row.map_or(0, |row| row.entitled);
        let rest = entitled.saturating_sub(one.no).saturating_sub(one.abstain);
        let yes = one.yes.unwrap_or(rest);
        let own = Count { yes, no: one.no, abstain: one.abstain, invalid: 0 };
        let open = i64::from(entitled) - i64::from(own.total());
        let (words, tone) = sum_words(open);
        rows.push(FactionSum { faction: one.faction, yes, words, tone });
        count.yes = count.yes.saturating_add(own.yes);
        count.no = count.no.saturating_add(own.no);
        count.abstain = count.abstain.saturating_add(own.abstain);
        by_faction.extend(one.faction.map(|faction| FactionCount { faction, count: own }));
    }
    let tally = Tally::Counted { count, by_faction };
    let preview = preview(source, asked, &tally)?;
    Ok(FactionsPreview { rows, sums: [count.yes, count.no, count.abstain], tally, preview })
}

/// What a request would give, with what was granted before.
pub(super) fn request(
    source: &Source,
    item: AgendaItemId,
    rollcall: u16,
    secret: u16,
) -> Result<RequestPreview, ApiError> {
    let state = source.now.item(item).ok_or_else(super::vote::no_item)?;
    let given = core::request(source.now, source.profile, rollcall, secret);
    let given = given.map_err(|why| unheard(&why))?;
    let (granted, words) = match (state.granted, given.method) {
        (Some(Method::Secret), Method::Rollcall) => (
            Method::Secret,
            "Es bleibt bei der geheimen Abstimmung; sie geht der namentlichen vor.",
        ),
        (_, Method::Secret) => (Method::Secret, "Es ist geheim abzustimmen."),
        (_, Method::Rollcall) => (Method::Rollcall, rollcall_words(source)),
        (Some(Method::Secret), Method::Open) => {
            (Method::Secret, "Der Antrag allein reicht nicht; geheim ist schon verlangt.")
        }
        (Some(Method::Rollcall), Method::Open) => (
            Method::Rollcall,
            "Der Antrag reicht nicht; es bleibt bei der namentlichen Abstimmung.",
        ),
        (_, Method::Open) => {
            (Method::Open, "Der Antrag reicht nicht; es bleibt bei der offenen Abstimmung.")
        }
    };
    let reasons = given.reasons.iter().map(|reason| bound(reason)).collect();
    Ok(RequestPreview { granted, words: words.to_owned(), reasons })
}

/// Without a number of the standing orders nobody can say that it is reached.
fn rollcall_words(source: &Source) -> &'static str {
    let settled = source.now.local_rule.as_ref().and_then(|rule| rule.rollcall_request);
    match settled {
        Some(_) => "Es ist namentlich abzustimmen.",
        None => "Namentlich, wenn die Zahl nach der Geschäftsordnung reicht.",
    }
}

fn unheard(why: &Rejection) -> ApiError {
    let message = match why {
        Rejection::TooManyRequests { asked, members } => format!(
            "{asked} Antragstellende sind mehr als die {}.",
            number(usize::from(*members), "Mitglied", "Mitglieder")
        ),
        _ => "Tragen Sie ein, wie viele Mitglieder den Antrag stellen.".to_owned(),
    };
    ApiError::new(ErrorCode::BadInput, message)
}
