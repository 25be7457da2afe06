//! What a window sends: acts of a session, and forms that a person fills in.
//!
//! An [`Order`] becomes one or more [`Request`](crate::Request)s. Forms draw the ids that they need;
//! an act brings its own, so that a repeated tap is answered once.

use crate::core::membership::{SeatKind, Status};
use crate::core::organization::Gender;
use crate::core::person::FormOfAddress;
use crate::core::richtext::RichText;
use crate::core::rules::Reason;
use crate::core::session::command::{Capacity, Mode};
use crate::core::session::{Command, Revision};
use crate::core::{
    ActId, AgendaItemId, AttachmentId, MeetingId, OrganizationId, PersonId, SeatId, TextModuleId,
};
use crate::entering::Entering;
use crate::forms::{Form, FormKind, Place};
use crate::panel::HalfPanel;
use crate::view::{DraftItem, DraftPerson, MeetingView};
use serde::{Deserialize, Serialize};

/// What a window can ask to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Order {
    /// An act of a session.
    Act {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// The revision the window looked at; none to take the newest.
        based_on: Option<Revision>,
        /// When it happened: "16:53" on the day of the session (after midnight the next one), of
        /// several days the last one at which it lies behind; "19.11. 16:53" names the day; none
        /// for now.
        at: Option<String>,
        /// What to record.
        command: Box<Command>,
    },
    /// Before the opening: who is there so far, who will chair and keep the minutes. A durable
    /// draft; the opening takes it over as one act.
    NoteOpening {
        /// Which session.
        meeting: MeetingId,
        /// Who is there: members, arranged substitutes, officials, guests.
        present: Vec<PersonId>,
        /// Those of them who are connected by picture and sound.
        #[serde(default)]
        remote: Vec<PersonId>,
        /// Who will chair.
        chair: Option<PersonId>,
        /// Who will keep the minutes.
        clerk: Option<PersonId>,
    },
    /// Open the session with what was noted.
    OpenNoted {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// When, as in [`Order::Act`].
        at: Option<String>,
    },
    /// An official or guest by name: the person is added to the directory if need be, and comes.
    AdmitByName {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// When, as in [`Order::Act`].
        at: Option<String>,
        /// As what.
        capacity: Capacity,
        /// In the room, or connected.
        #[serde(default)]
        mode: Mode,
        /// Form of address.
        form_of_address: FormOfAddress,
        /// "Dr. Jost Lindhorst".
        name: String,
        /// Office or organisation, empty if none.
        detail: String,
        /// For one item only, once the session is open.
        #[serde(default)]
        item: Option<AgendaItemId>,
    },
    /// Somebody comes as a guest, as typed in one line: "Frau Ankerbrand, Hochschule".
    AdmitGuest {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// Name, and the organisation behind it.
        typed: String,
    },
    /// Somebody takes a seat by name: the person is added to the directory with a status if need
    /// be.
    SubstituteByName {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// When, as in [`Order::Act`].
        at: Option<String>,
        /// Which seat.
        seat: SeatId,
        /// Status that the rules count; one that the directory knows stays.
        status: Status,
        /// Form of address.
        form_of_address: FormOfAddress,
        /// "Jost Lindhorst".
        name: String,
        /// Faction, if any.
        #[serde(default)]
        faction: Option<OrganizationId>,
    },
    /// The session is interrupted until another day.
    Adjourn {
        /// The client's id of this act.
        act: ActId,
        /// Which session.
        meeting: MeetingId,
        /// When, as in [`Order::Act`].
        at: Option<String>,
        /// Day on which it goes on: "2026-11-24".
        day: String,
        /// Time of that day: "16:30".
        time: String,
    },
    /// The file of an attachment goes from the vault; the attachment stays listed.
    RemoveFile {
        /// Which session.
        meeting: MeetingId,
        /// Which attachment.
        attachment: AttachmentId,
    },
    /// A text module, new or in place of what it was.
    WriteTextModule {
        /// Which; none for a new one.
        module: Option<TextModuleId>,
        /// What is typed for it.
        code: String,
        /// The words.
        text: RichText,
    },
    /// A text module is offered no longer.
    RemoveTextModule {
        /// Which.
        module: TextModuleId,
    },
    /// The fictional county with its prepared session.
    TrySample {},
    /// A form as far as it is filled in: durable, so that it is there again after the program
    /// ended. Sent by [`Order::SetUp`] or [`Order::Prepare`], it goes.
    KeepForm {
        /// The form.
        form: Form,
    },
    /// A form is given up.
    DropForm {
        /// Which.
        form: FormKind,
    },
    /// Where the window is, so that it is there again.
    KeepPlace {
        /// Where.
        place: Place,
    },
    /// The chair puts an item in other words than were proposed: durable until a vote takes it over,
    /// and seen on the chair's display.
    KeepWording {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
        /// The words; none to put what was proposed.
        wording: Option<RichText>,
    },
    /// What is half entered at an item: durable until the vote is recorded, and what is put to the
    /// vote is seen on the chair's display.
    KeepEntering {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
        /// As it stands; with nothing in it nothing is kept.
        entering: Entering,
    },
    /// What stands over a session and was typed in it: durable until it is sent or given up.
    KeepPanel {
        /// Which session.
        meeting: MeetingId,
        /// What; none when nothing is typed any more.
        panel: Option<HalfPanel>,
    },
    /// A body with one committee.
    SetUp(Box<SetUp>),
    /// A session.
    Prepare(Box<Prepare>),
}

/// A body with one committee, its seats, members and substitutes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUp {
    /// "Kreis Wiesenthal".
    pub body: String,
    /// "Der Kreistag".
    pub organ: String,
    /// Place of issue.
    pub place: String,
    /// Letterhead: postal address in one line, empty if none.
    pub address: String,
    /// Letterhead: web address, empty if none.
    pub website: String,
    /// "Ausschuss für Digitalisierung".
    pub committee: String,
    /// "des Ausschusses für Digitalisierung"; the usual form if empty.
    pub genitive: String,
    /// Gender of its name; by its first word if missing.
    pub gender: Option<Gender>,
    /// Rule profile.
    pub profile: String,
    /// Seats beyond those of the members, by kind.
    pub vacant: Vec<SeatKind>,
    /// Members and substitutes.
    pub people: Vec<DraftPerson>,
    /// Who keeps the minutes.
    pub clerk: Option<DraftPerson>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Prepare {
    /// The committee.
    pub organization: OrganizationId,
    /// Day: "2026-11-19".
    pub day: String,
    /// Time: "16:30".
    pub time: String,
    /// Building, empty if none.
    pub building: String,
    /// Street and number, empty if none.
    pub street: String,
    /// Postal code, empty if none.
    pub postal_code: String,
    /// Town, empty if none.
    pub locality: String,
    /// Room.
    pub room: String,
    /// Agenda.
    pub agenda: Vec<DraftItem>,
}

/// The answer to an order that was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The session it was about; for a prepared one the new session; none for master data.
    pub meeting: Option<MeetingId>,
    /// The session as it stands after it, so that no second question is needed.
    pub view: Option<Box<MeetingView>>,
    /// What the clerk should know.
    pub hints: Vec<Reason>,
    /// When it was durable: "17:12:04".
    pub saved: String,
}
