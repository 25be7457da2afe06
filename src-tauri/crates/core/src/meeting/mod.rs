//! The prepared session: what is known before anybody has arrived.

use crate::agenda_item::AgendaItem;
use crate::{AgendaItemId, Moment, OrganizationId, PersonId};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Place of a session. OParl `Location`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Location {
    /// Building: "Kreishaus Wiesenthal".
    pub description: String,
    /// Street and number.
    pub street_address: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub locality: String,
    /// Room as printed: "Raum 1.204 (großer Sitzungssaal)".
    pub room: String,
}

/// A session called a second time for items that were put back for lack of quorum (§ 34 Abs. 2 KrO
/// NRW, § 49 Abs. 2 GO NRW).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondCallPlan {
    /// The second invitation says expressly that the number present does not matter.
    pub notice: bool,
    /// The items that were put back; what stands below them belongs to them.
    pub items: Vec<AgendaItemId>,
}

/// Everything the office prepares. OParl `Meeting`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingPlan {
    /// The organization that meets.
    pub organization: OrganizationId,
    /// Number of the session within the term, if the office counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// Term as printed ("XII. Wahlperiode"), empty if not printed. OParl `LegislativeTerm`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legislative_term: String,
    /// Planned start; the actual one is the opening.
    pub start: Moment,
    /// Place.
    pub location: Location,
    /// Day of the invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub invitation: Option<NaiveDate>,
    /// Who answers questions about the session ("Es informiert Sie").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<PersonId>,
    /// Set when the session is a second call for some of its items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<SecondCallPlan>,
    /// The agenda in its order, sub-items after their parent.
    pub agenda: Vec<AgendaItem>,
}
