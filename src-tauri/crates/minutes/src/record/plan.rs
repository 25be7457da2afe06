//! A session as it was planned: what an invitation and a list to sign need before anybody has come.
//!
//! It is read from the plan alone, so nothing that happened in the session changes it. What the
//! public may read stands in a [`PublicPlan`] of its own, as with the record.

use super::build::{self, NEUTRAL};
use super::names::Names;
use super::{Body, Chair, Contact, Incomplete, Issue, Item, NeutralItem, Organization, Seat, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::agenda_item::{AgendaItem, Part};
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::meeting::MeetingPlan;
use sitzungsbuch_core::rules::profile::{RuleProfile, SecondCallRule};
use sitzungsbuch_core::session::State;
use sitzungsbuch_core::template::{Headings, Typeface};
use sitzungsbuch_core::{AgendaItemId, Moment};

/// A session as it was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// What everybody may read.
    pub public: PublicPlan,
    /// Non-public items in the order of the agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub non_public: Vec<Item>,
    /// The second call with its items of both parts; it takes the place of the public one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<SecondCall>,
}

/// What everybody may read of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicPlan {
    /// Issue of the document.
    pub issue: Issue,
    /// What headings say.
    #[serde(default, skip_serializing_if = "Headings::is_usual")]
    pub headings: Headings,
    /// What its documents are set in.
    #[serde(default, skip_serializing_if = "Typeface::is_usual")]
    pub typeface: Typeface,
    /// The body and its letterhead.
    pub body: Body,
    /// Its postal address in one line, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Who meets.
    pub organization: Organization,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Number within the term, if counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// Planned start.
    pub start: Moment,
    /// Building, street, town and room in one line.
    pub place: String,
    /// Day of the invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<NaiveDate>,
    /// Who has the chair, and so invites; none if master data know nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Chair>,
    /// Seats in the order of their numbers, with their regular members.
    pub seats: Vec<Seat>,
    /// A second call for public items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<SecondCall>,
    /// Public items in the order of the agenda.
    pub items: Vec<Item>,
    /// What a public agenda shows of the other part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub non_public_agenda: Vec<NeutralItem>,
}

/// Items that are called a second time; the invitation has to say that the number present does not
/// matter then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondCall {
    /// Their numbers.
    pub items: Vec<String>,
    /// Fewest persons entitled to vote; 0 where the number does not matter at all.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least: u16,
    /// Paragraph.
    pub statute: String,
}

/// For serde: a number that is left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// Reads the plan of a session.
pub fn plan(
    state: &State,
    directory: &Directory,
    profiles: &[RuleProfile],
    issue: Issue,
) -> Result<Plan, Incomplete> {
    let now = &state.now;
    let plan = now.plan.as_deref().ok_or(Incomplete::NotPrepared)?;
    let profile = now.profile_in(profiles).ok_or(Incomplete::ProfileMissing)?;
    let (day, meets) = (plan.start.date(), plan.organization);
    let names = Names { directory, now, organization: meets, day };
    let (body, organization) = build::organization(directory, meets)?;
    let address =
        directory.organizations.get(&meets).and_then(|row| directory.bodies.get(&row.body));
    let chair = directory.chair(meets, day).map(|id| names.chair(id)).transpose()?;
    let template = now.template.as_deref();
    let parts = [Part::Public, Part::NonPublic];
    let second_call = |parts: &[Part]| second_call(plan, parts, &profile.quorum.second_call);
    Ok(Plan {
        public: PublicPlan {
            issue,
            headings: template.map(|one| one.headings.clone()).unwrap_or_default(),
            typeface: template.map(|one| one.typeface).unwrap_or_default(),
            body,
            address: address.map_or("", |body| body.address.trim()).to_owned(),
            organization,
            contact: plan.contact.map(|id| build::contact(&names, id)).transpose()?,
            number: plan.number,
            start: plan.start,
            place: build::place(&plan.location),
            invitation: plan.invitation,
            chair,
            seats: build::seats(&names)?,
            second_call: second_call(&[Part::Public]),
            items: items(plan, Part::Public),
            non_public_agenda: neutral(plan),
        },
        non_public: items(plan, Part::NonPublic),
        second_call: second_call(&parts),
    })
}

/// Items of a part, as they stood on the agenda that was sent.
fn items(plan: &MeetingPlan, part: Part) -> Vec<Item> {
    let references = build::references(plan.agenda.iter());
    let reference = |id: &AgendaItemId| {
        references.get(id).map(|(_, reference)| reference.clone()).unwrap_or_default()
    };
    let item = |item: &AgendaItem| Item {
        id: reference(&item.id),
        number: item.number.trim().to_owned(),
        name: item.name.trim().to_owned(),
        subject: item.subject.trim().to_owned(),
        kind: item.kind,
        parent: item.parent.as_ref().map(reference),
        paper: item.paper.trim().to_owned(),
        called: None,
        settled_with_parent: false,
        text: Text::default(),
        series: Vec::new(),
    };
    plan.agenda.iter().filter(|item| item.part == part).map(item).collect()
}

/// Number and neutral name of the non-public items.
fn neutral(plan: &MeetingPlan) -> Vec<NeutralItem> {
    let non_public = plan.agenda.iter().filter(|item| item.part == Part::NonPublic);
    let neutral = |item: &AgendaItem| {
        let name = item.neutral_name.trim();
        NeutralItem {
            number: item.number.trim().to_owned(),
            name: if name.is_empty() { NEUTRAL } else { name }.to_owned(),
            sub: item.parent.is_some(),
        }
    };
    non_public.map(neutral).collect()
}

fn second_call(plan: &MeetingPlan, parts: &[Part], rule: &SecondCallRule) -> Option<SecondCall> {
    let call = plan.second_call.as_ref().filter(|call| call.notice)?;
    let called = plan
        .agenda
        .iter()
        .filter(|item| call.items.contains(&item.id) && parts.contains(&item.part));
    let items: Vec<String> = called.map(|item| item.number.trim().to_owned()).collect();
    let statute = rule.statute.clone();
    (!items.is_empty()).then_some(SecondCall { items, least: rule.min, statute })
}
