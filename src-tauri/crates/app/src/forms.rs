//! What a window would lose when the program ends: forms as far as they are filled in, and where it
//! was.
//!
//! It is kept as typed and means nothing yet; what a form asks for is read when it is sent
//! (`orders`). A kept form that cannot be read is as good as none: nothing was recorded with it.

use crate::core::person::FormOfAddress;
use crate::core::richtext::RichText;
use crate::core::session::Phase;
use crate::core::{AgendaItemId, MeetingId, OrganizationId, Timestamp};
use crate::engine::Engine;
use crate::entering::Entering;
use crate::error::ApiError;
use crate::messages;
use crate::panel::HalfPanel;
use crate::request::{self, Caller, FormRequest, Outcome};
use crate::rows;
use crate::view::{DraftItem, DraftPerson};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sitzungsbuch_store as store;
use std::collections::BTreeSet;

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FormKind {
    /// A body with its first committee.
    SetUp,
    /// A session.
    Meeting,
}

/// A form as far as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum Form {
    /// A body with its first committee.
    SetUp(Box<SetUpForm>),
    /// A session.
    Meeting(Box<MeetingForm>),
}

/// "Neu beginnen" as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUpForm {
    /// The step that is shown, from 0.
    pub step: u8,
    /// Name of the body.
    pub body: String,
    /// What the body elects.
    pub organ: String,
    /// Place of issue.
    pub place: String,
    /// Postal address in one line.
    pub address: String,
    /// Web address.
    pub website: String,
    /// Name of the committee.
    pub committee: String,
    /// Its name in the genitive.
    pub genitive: String,
    /// Id of the rule profile, empty while none is chosen.
    pub profile: String,
    /// The list of people, as typed or pasted.
    pub list: String,
    /// What was changed by hand in what was understood of the list.
    pub edits: Vec<PersonEdit>,
    /// Vacant seats with a vote, as typed.
    pub vacant_voting: String,
    /// Vacant seats without a vote, as typed.
    pub vacant_advisory: String,
    /// Who keeps the minutes: form of address.
    pub clerk_form: FormOfAddress,
    /// Title.
    pub clerk_title: String,
    /// Given name.
    pub clerk_given_name: String,
    /// Family name.
    pub clerk_family_name: String,
}

/// A new session as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingForm {
    /// The committee.
    pub organization: OrganizationId,
    /// Day, as typed.
    pub day: String,
    /// Time, as typed.
    pub time: String,
    /// Room.
    pub room: String,
    /// Building.
    pub building: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub locality: String,
    /// The agenda, as typed or pasted.
    pub list: String,
    /// What was changed by hand in what was understood of it.
    pub edits: Vec<ItemEdit>,
}

/// A row of a list of people that was changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonEdit {
    /// Which line, in the window's words.
    pub key: String,
    /// The person instead; none for a line that is left out.
    pub value: Option<DraftPerson>,
}

/// A row of an agenda that was changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemEdit {
    /// Which line, in the window's words.
    pub key: String,
    /// The item instead; none for a line that is left out.
    pub value: Option<DraftItem>,
}

/// Where a window is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "view", rename_all = "camelCase", deny_unknown_fields)]
pub enum Place {
    /// The overview.
    Start {},
    /// "Neu beginnen".
    SetUp {},
    /// A new session.
    NewMeeting {},
    /// A session.
    Meeting {
        /// Which.
        meeting: MeetingId,
        /// The item that is looked at instead of the current one.
        item: Option<AgendaItemId>,
    },
    /// The Niederschrift of a session.
    Minutes {
        /// Of which session.
        meeting: MeetingId,
    },
}

/// What is kept or given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FormChange {
    /// A new state of a form.
    Keep(Form),
    /// A form is given up.
    Drop(FormKind),
    /// The window is here now.
    Place(Place),
    /// The chair puts an item in these words; none to put what was proposed.
    Wording {
        /// In which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
        /// The words.
        wording: Option<RichText>,
    },
    /// This is half entered at an item now.
    Entering {
        /// In which session.
        meeting: MeetingId,
        /// At which item.
        item: AgendaItemId,
        /// What.
        entering: Entering,
    },
    /// This stands over a session now and is typed in; none when it was given up.
    Panel {
        /// Over which session.
        meeting: MeetingId,
        /// What.
        panel: Option<HalfPanel>,
    },
}

/// A form that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Begun {
    pub(crate) form: Form,
    /// When it was kept last.
    pub(crate) kept: Option<Timestamp>,
}

/// How the vault calls the place.
const PLACE: &str = "place";

impl FormKind {
    /// How the vault calls it.
    fn word(self) -> &'static str {
        match self {
            Self::SetUp => "setUp",
            Self::Meeting => "meeting",
        }
    }

    /// The row of a form that was sent or given up.
    pub(crate) fn done(self) -> store::FormRow {
        store::FormRow { kind: self.word().to_owned(), body: None }
    }
}

impl Form {
    fn kind(&self) -> FormKind {
        match self {
            Self::SetUp(_) => FormKind::SetUp,
            Self::Meeting(_) => FormKind::Meeting,
        }
    }
}

impl Engine {
    /// Keeps a form, gives it up, or keeps where the window is.
    pub(crate) fn keep_form(
        &mut self,
        request: &FormRequest,
        caller: &Caller,
    ) -> Result<Outcome, ApiError> {
        let FormRequest { act, change } = request;
        let form = match change {
            FormChange::Keep(form) => row(form.kind().word(), form)?,
            FormChange::Drop(kind) => kind.done(),
            FormChange::Place(place) => row(PLACE, place)?,
            FormChange::Wording { meeting, item, wording } => {
                self.with_wording(*meeting, *item, wording.as_ref())?
            }
            FormChange::Entering { meeting, item, entering } => {
                self.with_entering(*meeting, *item, entering)?
            }
            FormChange::Panel { meeting, panel } => self.with_panel(*meeting, panel.as_ref())?,
        };
        // No text goes into it: a draft may hold what is erased later.
        let digest = request::of_text(&format!("form\n{}", form.kind));
        let write = store::Write { form: Some(form), ..rows::write(*act, digest, caller) };
        self.commit(&write, None)?;
        let (changed, hints) = (BTreeSet::new(), Vec::new());
        Ok(Outcome { revision: 0, changed, hints, repeated: false })
    }

    /// A form as it was left; none if it was not begun.
    pub(crate) fn form(&self, kind: FormKind) -> Result<Option<Begun>, ApiError> {
        let kept = self.kept::<Form>(kind.word())?;
        let fits = kept.filter(|(form, _)| form.kind() == kind);
        Ok(fits.map(|(form, at)| Begun { form, kept: Timestamp::parse(&at) }))
    }

    /// Where the window was, as far as that is still there; a session that is open goes before the
    /// overview.
    pub(crate) fn place(&mut self) -> Result<Place, ApiError> {
        if let Some((place, _)) = self.kept::<Place>(PLACE)?
            && place != (Place::Start {})
            && self.is_there(&place)?
        {
            return Ok(place);
        }
        let rows = self.vault().overviews().map_err(|fault| messages::store(&fault))?;
        let open = rows.iter().rev().find(|row| row.phase == "open");
        let meeting = open.and_then(|row| MeetingId::parse(&row.meeting).ok());
        Ok(meeting.map_or(Place::Start {}, |meeting| Place::Meeting { meeting, item: None }))
    }

    fn is_there(&mut self, place: &Place) -> Result<bool, ApiError> {
        Ok(match place {
            Place::Start {} | Place::SetUp {} | Place::NewMeeting {} => true,
            Place::Meeting { meeting, item } => {
                let now = &self.state(*meeting)?.now;
                now.phase != Phase::New && item.is_none_or(|item| now.item(item).is_some())
            }
            Place::Minutes { meeting } => self.state(*meeting)?.now.phase == Phase::Closed,
        })
    }

    pub(crate) fn kept<T: DeserializeOwned>(
        &self,
        kind: &str,
    ) -> Result<Option<(T, String)>, ApiError> {
        let kept = self.vault().form(kind).map_err(|fault| messages::store(&fault))?;
        Ok(kept
            .and_then(|row| Some((serde_json::from_str(row.body.as_str()).ok()?, row.recorded_at))))
    }
}

pub(crate) fn row<T: Serialize>(kind: &str, form: &T) -> Result<store::FormRow, ApiError> {
    let body = serde_json::to_string(form).map_err(|_| messages::internal())?;
    Ok(store::FormRow { kind: kind.to_owned(), body: Some(body.into()) })
}
