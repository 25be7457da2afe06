//! Seats and persons: a tile answers one question first, whether the seat counts now.

use crate::core::membership::{SeatKind, Status};
use crate::core::session::command::Capacity;
use crate::core::{OrganizationId, PersonId, SeatId};
use serde::Serialize;

/// State of a seat, by which a tile gets its icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SeatState {
    /// Before the opening: nobody has said anything yet.
    Pending,
    /// Member is there.
    Present,
    /// Member came after the opening.
    Late,
    /// A substitute sits there.
    Substituted,
    /// Occupant is recused for the current item.
    Recused,
    /// Occupant takes no part in one item, for another reason than bias.
    Away,
    /// Occupant sits in the public area.
    PublicArea,
    /// Occupant has lost picture or sound.
    Outage,
    /// Occupant left.
    Left,
    /// Member is excused, nobody sits there.
    Excused,
    /// Nobody came.
    Missing,
    /// No regular member.
    Vacant,
}

/// What can be done with the person on or for a seat now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PersonAct {
    /// Before the opening: is there.
    NotePresent,
    /// Before the opening: is connected by picture and sound.
    NoteRemote,
    /// Before the opening: is not there after all.
    NoteAbsent,
    /// Comes or comes back.
    Arrive,
    /// Is connected by picture and sound.
    Connect,
    /// Comes for the current item only.
    ArriveForItem,
    /// Leaves.
    Leave,
    /// Excused.
    Excuse,
    /// Somebody takes the seat.
    Substitute,
    /// Declares bias for the current item.
    Recuse,
    /// Is back at the table.
    EndRecusal,
    /// Is not biased for the current item any more, without being there.
    LiftRecusal,
    /// Is back at the table, or connected again, after something else than bias.
    Return,
    /// Is out for the current item.
    StepOut,
    /// Takes a seat in the public area.
    SitInPublic,
    /// Loses picture or sound.
    Disconnect,
    /// Is biased for another item, or by a decision of the body: asks for more.
    RecuseInDetail,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeatView {
    /// Which.
    pub seat: SeatId,
    /// Number in the seating order.
    pub number: u16,
    /// Voting or advisory.
    pub kind: SeatKind,
    /// Regular member; none if vacant.
    pub member: Option<PersonId>,
    /// Who sits there now, or would before the opening; acts on the seat are about this person.
    pub person: Option<PersonId>,
    /// Short name on the tile: "Sommerfeldt-K.", "A. Weiß" where two share a surname.
    pub short_name: String,
    /// Full name with title, for screen readers.
    pub full_name: String,
    /// Surname, for the large tile: "Sommerfeldt-Kühnhausen".
    pub family_name: String,
    /// Title and given name, for the large tile: "Dr. Annegret".
    pub given_name: String,
    /// "KA", "SB"; of the person who sits there.
    pub status: String,
    /// Faction, short; empty if none.
    pub faction: String,
    /// "Vorsitz", "stellv. Vorsitz", empty otherwise.
    pub function: String,
    /// State.
    pub state: SeatState,
    /// Counts now.
    pub counts: bool,
    /// Line of the small tile: "für Dahlkamp", "ab 16:53", "bis 17:02", "befangen, TOP 5",
    /// "zugeschaltet", "Zuhörerbereich", else the faction.
    pub line: String,
    /// Line of the large tile: "vertritt Herrn Dahlkamp", "ab 16:53 (TOP 4)", "entschuldigt",
    /// "Verbindung unterbrochen seit 17:05 Uhr".
    pub words: String,
    /// Connected by picture and sound.
    pub remote: bool,
    /// What can be done now, the usual one first.
    pub acts: Vec<PersonAct>,
    /// The appointed substitute who is next and free, where somebody can take the seat.
    pub stand_in: Option<StandIn>,
    /// "Herr KA Dahlkamp": the regular member, where somebody else is `person`; empty otherwise.
    pub member_name: String,
    /// What can be done with the regular member then: it comes after all, and takes the seat.
    pub member_acts: Vec<PersonAct>,
}

/// A substitute who is proposed for a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StandIn {
    /// Who.
    pub person: PersonId,
    /// "Siebenbrodt vertritt", the words of the button.
    pub words: String,
}

/// A column of tiles: the two sides of the composition test, or one column where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// "KA-Sitze".
    pub title: String,
    /// "Kreistagsmitglieder (KA)", for the large tiles.
    pub heading: String,
    /// "8 von 9".
    pub count: String,
    /// Status of the regular members here; none for the one column.
    pub status: Option<Status>,
    /// Seats in their order.
    pub seats: Vec<SeatView>,
}

/// Whether somebody without a seat is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AttendeeState {
    /// There.
    Present,
    /// Gone.
    Left,
    /// Before the opening: known, not noted as there.
    Expected,
}

/// Somebody who takes part without a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// "Dr. Emanuel Thorwarth".
    pub full_name: String,
    /// Office or organisation, empty if none.
    pub detail: String,
    /// State.
    pub state: AttendeeState,
    /// "ab 16:53", "bis 17:02", empty otherwise.
    pub words: String,
    /// Connected by picture and sound.
    pub remote: bool,
    /// What can be done now.
    pub acts: Vec<PersonAct>,
}

/// Somebody who may take a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub full_name: String,
    /// "KA · WU".
    pub detail: String,
    /// "persönliche Vertretung", "Liste, Platz 2", "nicht als Vertretung benannt".
    pub basis: String,
    /// "im Raum", "noch nicht da".
    pub presence: String,
    /// Can take the seat now, as far as the record knows. Somebody excused can, if there after all.
    pub free: bool,
    /// What speaks against it: "entschuldigt", "vertritt bereits Frau Ortner"; empty if nothing.
    pub hindrance: String,
    /// Appointed for this seat; others can be chosen, and are proposed by nobody.
    pub appointed: bool,
    /// Effect on both tests, in the words of the quorum line: "13 von 17", "8 KA > 5 SB".
    pub effect: Vec<Substitution>,
    /// "Siebenbrodt vertritt", the words of the button.
    pub button: String,
    /// Appointed for this seat and not there: can be excused, too.
    pub can_excuse: bool,
}

/// One test as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Substitution {
    /// "13 von 17", "8 KA > 5 SB".
    pub numbers: String,
    /// Whether the test would hold.
    pub holds: bool,
}

/// A status to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StatusChoice {
    /// Which.
    pub status: Status,
    /// "KA".
    pub words: String,
}

/// A faction to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactionChoice {
    /// Which.
    pub organization: OrganizationId,
    /// Short name.
    pub words: String,
}

/// Who may take a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubstitutesView {
    /// "Vertretung für Herrn Dahlkamp", "Vertretung auf dem unbesetzten Sitz 9".
    pub title: String,
    /// Appointed ones in their order, then everybody else of the directory who has a status here.
    pub candidates: Vec<Candidate>,
    /// The tests when nobody takes the seat.
    pub without: Vec<Substitution>,
    /// As what somebody new may take the seat, the usual one first.
    pub statuses: Vec<StatusChoice>,
    /// For whom somebody new may sit there.
    pub factions: Vec<FactionChoice>,
}
