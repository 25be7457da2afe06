//! Who can make a motion, and a pasted list of motions as it would be entered.

use super::motions::{motions, next_number, number_of, short};
use super::source::Source;
use super::words::number;
use crate::core::AgendaItemId;
use crate::core::motion::Mover;
use crate::core::organization::OrganizationType;
use crate::error::ApiError;
use crate::reading;
use serde::Serialize;

/// Who can make a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MoverChoice {
    /// Who.
    pub mover: Mover,
    /// "Wiesenthaler Union", "Frau KA Alm", "Verwaltung".
    pub name: String,
    /// "WU", empty if none.
    pub detail: String,
}

/// A motion of a pasted list, as it would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DraftMotion {
    /// Number of its line, from 1.
    pub line: usize,
    /// "Antrag 12".
    pub name: String,
    /// Who made it.
    pub movers: Vec<Mover>,
    /// "WU, Frau KA Alm", empty if nobody is known.
    pub movers_words: String,
    /// Where it applies.
    pub position: String,
    /// As printed, empty if none.
    pub old_amount: String,
    /// As printed, empty if none.
    pub new_amount: String,
    /// What it wants decided, empty if nothing else.
    pub text: String,
}

/// A pasted list of motions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeriesDraft {
    /// In their order.
    pub motions: Vec<DraftMotion>,
    /// What could not be read, whole sentences.
    pub problems: Vec<String>,
    /// "20 Anträge übernehmen"; empty without a motion.
    pub button: String,
}

/// Who can make a motion in this session: factions, who is at the table, the administration.
pub(super) fn movers(source: &Source) -> Vec<MoverChoice> {
    let now = source.now;
    let factions = source
        .directory
        .organizations
        .values()
        .filter(|row| row.organization_type == OrganizationType::Faction);
    let mut factions: Vec<MoverChoice> = factions
        .map(|row| MoverChoice {
            mover: Mover::Faction(row.id),
            name: row.name.trim().to_owned(),
            detail: row.short_name.trim().to_owned(),
        })
        .collect();
    factions.sort_by_cached_key(|one| one.name.to_lowercase());
    let seats = now.seats.values().filter_map(|seat| seat.occupant).map(|(person, _)| person);
    let mut persons: Vec<_> = seats.collect();
    persons.sort_by_cached_key(|one| source.names.sorting_key(*one));
    let persons = persons.into_iter().map(|person| MoverChoice {
        mover: Mover::Person(person),
        name: source.names.nominative(person),
        detail: source.names.faction(person),
    });
    let administration = MoverChoice {
        mover: Mover::Administration,
        name: "Verwaltung".to_owned(),
        detail: String::new(),
    };
    factions.into_iter().chain(persons).chain([administration]).collect()
}

/// A pasted list as motions that can be made, with what could not be read.
pub(super) fn series(
    source: &Source,
    item: AgendaItemId,
    text: &str,
) -> Result<SeriesDraft, ApiError> {
    let one = source.now.item(item).ok_or_else(super::vote::no_item)?;
    let read = reading::motions::read(text);
    let mut problems: Vec<(usize, String)> =
        read.unread.iter().map(|(line, why)| (*line, (*why).to_owned())).collect();
    let choices = movers(source);
    let mut next = next_number(&motions(source, one).collect::<Vec<_>>());
    let mut drafts = Vec::new();
    for listed in read.motions {
        let name = match listed.name.trim() {
            "" => format!("Antrag {next}"),
            number if number.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("Antrag {number}")
            }
            name => name.to_owned(),
        };
        next = next.max(number_of(&name).unwrap_or(0).saturating_add(1));
        let mut movers = Vec::new();
        for typed in &listed.movers {
            match known(source, &choices, typed) {
                Some(mover) => movers.push(mover),
                None => problems.push((
                    listed.line,
                    format!(
                        "„{typed}“ ist keine Fraktion und niemand am Tisch; der Antrag wird ohne diesen Namen übernommen."
                    ),
                )),
            }
        }
        let movers_words = movers.iter().map(|one| short(source, *one)).collect::<Vec<_>>();
        drafts.push(DraftMotion {
            line: listed.line,
            name,
            movers_words: movers_words.join(", "),
            movers,
            position: listed.position,
            old_amount: listed.old_amount,
            new_amount: listed.new_amount,
            text: listed.text,
        });
    }
    problems.sort_by_key(|(line, _)| *line);
    let problems = problems.into_iter().map(|(line, why)| format!("Zeile {line}: {why}"));
    Ok(SeriesDraft {
        button: match drafts.len() {
            0 => String::new(),
            count => format!("{} übernehmen", number(count, "Antrag", "Anträge")),
        },
        motions: drafts,
        problems: problems.collect(),
    })
}

/// A mover by what was typed: a faction by its names, a person by family or full name.
fn known(source: &Source, choices: &[MoverChoice], typed: &str) -> Option<Mover> {
    let same = |name: &str| !name.is_empty() && name.to_lowercase() == typed.trim().to_lowercase();
    let bare = |name: &str| name.trim_start_matches("Fraktion ").to_owned();
    let fits = |one: &&MoverChoice| match one.mover {
        Mover::Faction(_) => same(&one.name) || same(&one.detail) || same(&bare(&one.name)),
        Mover::Person(id) => {
            same(&one.name) || same(&source.names.full(id)) || same(&source.names.family(id))
        }
        Mover::Administration => same("Verwaltung") || same("Vw"),
    };
    let mut found = choices.iter().filter(fits).map(|one| one.mover);
    // Two of the same name are nobody in particular.
    found.next().filter(|_| found.next().is_none())
}
