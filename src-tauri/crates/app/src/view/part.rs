//! Going over to the other part of the session: who leaves, who comes back, and the vote on it.

use super::seats::{Attendee, AttendeeState, PersonAct};
use super::source::Source;
use super::{agenda, away, vote};
use crate::core::agenda_item::Part;
use crate::core::motion::Procedure;
use crate::core::richtext::RichText;
use crate::core::session::command::{Capacity, Mode};
use crate::core::{AgendaItemId, PersonId};
use serde::Serialize;

/// Somebody who may leave with a change of part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Leaver {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub full_name: String,
    /// Office or organisation, "Verwaltung" or "Gast" where neither is known.
    pub detail: String,
    /// Leaves, unless the clerk says otherwise: guests, when the public is excluded.
    pub leaves: bool,
}

/// Somebody who left when the public was excluded, and has not come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Comer {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// Full name.
    pub full_name: String,
    /// Office or organisation, "Verwaltung" or "Gast" where neither is known; "zugeschaltet".
    pub detail: String,
    /// In the room or connected, as before.
    pub mode: Mode,
}

/// A vote on the exclusion of the public, before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExclusionVote {
    /// Under which item it is recorded.
    pub item: AgendaItemId,
    /// "TOP 5: 13 stimmberechtigt anwesend".
    pub words: String,
    /// What is put to the vote.
    pub wording: RichText,
    /// On what it is taken.
    pub procedure: Procedure,
}

/// Going over to the other part of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartChangeView {
    /// To which part.
    pub part: Part,
    /// "Nichtöffentlichkeit herstellen", "Öffentlichkeit wiederherstellen".
    pub words: String,
    /// Those without a seat who are there.
    pub present: Vec<Leaver>,
    /// Who else may stay or has to go, whole sentences.
    pub rules: Vec<String>,
    /// Those who left when the public was excluded, when it comes back.
    pub returning: Vec<Comer>,
    /// The vote on it; none where nobody is entitled.
    pub vote: Option<ExclusionVote>,
}

/// The other part; none if it cannot be changed now.
pub(super) fn change(source: &Source, attendees: &[Attendee]) -> Option<PartChangeView> {
    if !source.open() || !source.writable() {
        return None;
    }
    let (part, words) = match source.now.part {
        Part::Public => (Part::NonPublic, "Nichtöffentlichkeit herstellen"),
        Part::NonPublic => (Part::Public, "Öffentlichkeit wiederherstellen"),
    };
    let there = attendees.iter().filter(|one| one.state == AttendeeState::Present);
    let leaver = |one: &Attendee| Leaver {
        person: one.person,
        full_name: one.full_name.clone(),
        detail: detail(one),
        leaves: part == Part::NonPublic && one.capacity == Capacity::Guest,
    };
    let closes = part == Part::NonPublic;
    Some(PartChangeView {
        part,
        words: words.to_owned(),
        present: there.map(leaver).collect(),
        rules: if closes { rules(source) } else { Vec::new() },
        returning: if closes { Vec::new() } else { returning(source, attendees) },
        vote: if closes { exclusion(source) } else { None },
    })
}

/// Who is biased may listen in public alone (§ 31 Abs. 4 GO NRW and its like). Members with a seat stay
/// present: that is theirs to say, so they are named and not sent out.
fn rules(source: &Source) -> Vec<String> {
    let now = source.now;
    let seated = || now.seats.values().filter_map(|seat| seat.occupant.map(|(person, _)| person));
    let mut all = vec![
        "Mitglieder und ihre Vertretungen bleiben; wer befangen ist, verlässt den Raum.".to_owned(),
    ];
    for person in seated() {
        let name = source.names.nominative(person);
        if let Some(biased) = now.current.and_then(|item| now.recusal(person, item)) {
            let top = source.top(biased.item);
            all.push(format!("{name} ist zu {top} befangen und verlässt dafür den Raum."));
        } else if away::listens(source, person) {
            all.push(format!("{name} sitzt im Zuhörerbereich: zurück an den Tisch oder hinaus."));
        }
    }
    all.push("Zuhörerinnen, Zuhörer und Presse verlassen den Raum.".to_owned());
    all
}

fn detail(one: &Attendee) -> String {
    if !one.detail.is_empty() {
        return one.detail.clone();
    }
    match one.capacity {
        Capacity::Official => "Verwaltung",
        Capacity::Guest => "Gast",
    }
    .to_owned()
}

/// Who left with the last exclusion and can come back.
fn returning(source: &Source, attendees: &[Attendee]) -> Vec<Comer> {
    let excluded =
        |change: &&crate::core::session::state::PartChange| change.part == Part::NonPublic;
    let Some(change) = source.now.part_changes.iter().rev().find(excluded) else {
        return Vec::new();
    };
    let gone = attendees
        .iter()
        .filter(|one| change.left.contains(&one.person) && one.acts.contains(&PersonAct::Arrive));
    let comer = |one: &Attendee| {
        let last = source.now.attendance.get(&one.person).and_then(|all| all.iter().next_back());
        let mode = last.map_or(Mode::Room, |last| last.mode);
        let connected = (mode == Mode::Remote).then(|| "zugeschaltet".to_owned());
        let words: Vec<String> = [Some(detail(one)), connected].into_iter().flatten().collect();
        Comer {
            person: one.person,
            capacity: one.capacity,
            full_name: one.full_name.clone(),
            detail: words.join(", "),
            mode,
        }
    };
    gone.map(comer).collect()
}

/// It belongs to what is being dealt with, else to the first item: its record is public.
fn exclusion(source: &Source) -> Option<ExclusionVote> {
    let first = || source.now.items().find(|one| one.item.part == Part::Public);
    let item = agenda::at_hand(source).or_else(|| first().map(|one| one.item.id))?;
    let form = vote::form(source, item).filter(|form| form.entitled > 0)?;
    Some(ExclusionVote {
        item,
        words: format!("{}: {}", source.top(item), form.words),
        wording: RichText::paragraphs(["Die Öffentlichkeit wird ausgeschlossen."]),
        procedure: Procedure::ExcludePublic,
    })
}
