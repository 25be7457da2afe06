//! Setting up: committees, people and agendas that are typed or pasted.

use crate::core::OrganizationId;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::membership::Status;
use crate::core::person::FormOfAddress;
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
    /// Name of the person for whom this one stands in, as typed; empty if a member.
    pub substitute_for: String,
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
