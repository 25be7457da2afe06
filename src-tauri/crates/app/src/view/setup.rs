//! Setting up: committees, people and agendas that are typed or pasted.

use super::commitments::{self, OpenCommitment};
use crate::core::OrganizationId;
use crate::core::Timestamp;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::membership::Status;
use crate::core::organization::Organization;
use crate::core::person::FormOfAddress;
use crate::core::rules::profile::RuleProfile;
use crate::engine::Engine;
use crate::{documents, profiles, reading};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A committee for which a session can be prepared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CommitteeChoice {
    /// Which.
    pub organization: OrganizationId,
    /// Name.
    pub name: String,
    /// "17 Sitze, 9 KA, 8 SB".
    pub detail: String,
    /// Room of its last session, empty if none.
    pub room: String,
    /// Planned time of its last session, "16:30" if none.
    pub time: String,
    /// What was promised in its last session.
    pub commitments: Vec<OpenCommitment>,
}

/// What is there to set something up with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SetUpView {
    /// Committees.
    pub committees: Vec<CommitteeChoice>,
    /// Rule profiles: id, name, statuses that vote there with their German names.
    pub profiles: Vec<ProfileChoice>,
    /// Today: "2026-11-19".
    pub today: String,
}

/// A rule profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProfileChoice {
    /// Its id.
    pub id: String,
    /// "Ausschuss eines Kreistags in Nordrhein-Westfalen".
    pub name: String,
    /// "Nordrhein-Westfalen"; the choices of a Land stand together.
    pub land: String,
    /// Statuses that a voting seat may have, with their German names.
    pub statuses: Vec<(Status, String)>,
    /// Notice that it is a draft, empty otherwise.
    pub notice: String,
}

/// A person as read from a line; a window may change it and sends it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftPerson {
    /// Form of address.
    pub form_of_address: FormOfAddress,
    /// Title, empty if none.
    pub title: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Status; none if the line has none.
    pub status: Option<Status>,
    /// Faction as typed, empty if none.
    pub faction: String,
    /// "Vorsitz" and the like was written.
    pub chair: bool,
    /// "stellv. Vorsitz" and the like was written.
    #[serde(default)]
    pub deputy: bool,
    /// Name of the person for whom this one stands in, as typed; "alle" for a substitute of all;
    /// empty if a member.
    pub substitute_for: String,
    /// Day of birth as typed, "12.03.1951"; empty if none.
    #[serde(default)]
    pub born: String,
    /// What of the line was not understood; empty if all was.
    pub remainder: String,
}

/// People as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PeopleDraft {
    /// One per line that is not empty.
    pub people: Vec<DraftPerson>,
    /// "9 Mitglieder, 3 Vertretungen", with what was not understood.
    pub summary: String,
}

/// An item as read from a line; a window may change it and sends it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftItem {
    /// "7.1".
    pub number: String,
    /// Title.
    pub name: String,
    /// Second line without "hier:".
    pub subject: String,
    /// Number of the paper.
    pub paper: String,
    /// Kind, guessed from the words.
    pub kind: ItemKind,
    /// Part, by the headings between the lines.
    pub part: Part,
    /// Proposal for a decision; empty if none.
    pub proposal: String,
}

/// An agenda as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgendaDraft {
    /// Items in their order.
    pub items: Vec<DraftItem>,
    /// "12 Punkte, davon 4 nichtöffentlich", with what was not understood.
    pub summary: String,
}

/// Reads pasted names, one person a line.
pub(crate) fn people(text: &str) -> PeopleDraft {
    reading::people::read(text)
}

/// Reads a pasted agenda, one item a line.
pub(crate) fn agenda(text: &str) -> AgendaDraft {
    reading::agenda::read(text)
}

/// A pasted agenda with one more line at the end of a part.
pub(crate) fn agenda_with(text: &str, line: &str, part: Part) -> String {
    reading::agenda::with(text, line, part)
}

/// What is there to set something up with.
pub(crate) fn set_up(engine: &mut Engine, now: Timestamp) -> SetUpView {
    let day = documents::civil(now).date();
    let mut committees: Vec<CommitteeChoice> = engine
        .directory()
        .organizations
        .values()
        // Others are there to be referred to.
        .filter(|one| engine.directory().seats.values().any(|seat| seat.organization == one.id))
        .map(|one| committee(engine, one, day))
        .collect();
    committees.sort_by_cached_key(|one| (one.name.to_lowercase(), one.organization));
    for one in &mut committees {
        // A session that cannot be read keeps nobody from preparing the next one.
        one.commitments = commitments::open(engine, one.organization, now).unwrap_or_default();
    }
    let profiles = engine.profiles().iter().filter(|one| one.applies_on(day)).map(profile);
    SetUpView { committees, profiles: profiles.collect(), today: day.to_string() }
}

fn committee(engine: &Engine, one: &Organization, day: NaiveDate) -> CommitteeChoice {
    let seats = engine.directory().seats_on(one.id, day);
    let mut parts = vec![match seats.len() {
        1 => "1 Sitz".to_owned(),
        count => format!("{count} Sitze"),
    }];
    for status in STATUSES {
        let held = seats.iter().filter_map(|seat| engine.directory().holder(seat.id, day));
        let of_status = |person| engine.directory().status(person, one.id, day) == Some(status);
        let count = held.filter(|person| of_status(*person)).count();
        if count > 0 {
            parts.push(format!("{count} {}", status.abbreviation()));
        }
    }
    let (room, time) = last_session(engine, one.id);
    CommitteeChoice {
        organization: one.id,
        name: one.name.clone(),
        detail: parts.join(", "),
        room,
        time,
        commitments: Vec::new(),
    }
}

/// Room and time of the last session of a committee.
fn last_session(engine: &Engine, organization: OrganizationId) -> (String, String) {
    let usual = (String::new(), "16:30".to_owned());
    let Ok(rows) = engine.vault().overviews() else { return usual };
    let own = organization.to_string();
    let mut last = rows.iter().rev().filter(|row| row.organization == own);
    last.find_map(|row| engine.plan(&row.meeting).ok().flatten())
        .map_or(usual, |plan| (plan.location.room.clone(), plan.start.clock()))
}

fn profile(one: &RuleProfile) -> ProfileChoice {
    let statuses = one.voting_statuses.iter().map(|status| (*status, german(*status).to_owned()));
    ProfileChoice {
        id: one.id.0.clone(),
        name: one.name.clone(),
        land: one.land.clone(),
        statuses: statuses.collect(),
        notice: profiles::notice(one).unwrap_or_default(),
    }
}

const STATUSES: [Status; 5] = [Status::KA, Status::RM, Status::SB, Status::SE, Status::HVB];

/// German name of a status.
fn german(status: Status) -> &'static str {
    match status {
        Status::KA => "Kreistagsmitglied (KA)",
        Status::RM => "Ratsmitglied (RM)",
        Status::SB => "Sachkundige Bürgerin, sachkundiger Bürger (SB)",
        Status::SE => "Sachkundige Einwohnerin, sachkundiger Einwohner (SE)",
        Status::HVB => "Landrätin, Landrat, Bürgermeisterin, Bürgermeister",
        Status::Official => "Verwaltung",
        Status::Guest => "Gast",
    }
}
