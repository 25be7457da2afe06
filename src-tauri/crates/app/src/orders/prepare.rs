//! A session from a form: day, place and agenda. The same form sent twice makes one session.

use super::{answer, civil, clock, in_words, keep, new_act};
use crate::core::agenda_item::AgendaItem;
use crate::core::meeting::{Location, MeetingPlan};
use crate::core::membership::{Status, covers};
use crate::core::richtext::RichText;
use crate::core::session::{Command, Phase};
use crate::core::time::german_date;
use crate::core::{AgendaItemId, MeetingId, Moment, OrganizationId, PersonId};
use crate::documents;
use crate::engine::Engine;
use crate::error::ApiError;
use crate::forms::{FormChange, FormKind};
use crate::messages;
use crate::order::{Answer, Prepare};
use crate::request::{Caller, MeetingRequest, Request};
use crate::view::DraftItem;
use chrono::NaiveDate;

/// Prepares the session.
pub(super) fn prepare(
    engine: &mut Engine,
    form: &Prepare,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let directory = engine.directory();
    let committee = directory.organizations.get(&form.organization);
    let name = committee.ok_or_else(messages::no_committee)?.name.clone();
    let start = start(form).ok_or_else(|| messages::no_start(&form.day, &form.time))?;
    if form.room.trim().is_empty() {
        return Err(messages::missing("Der Raum"));
    }
    if form.agenda.is_empty() {
        return Err(messages::missing("Die Tagesordnung"));
    }
    let nameless = |item: &&DraftItem| {
        item.name.trim().is_empty() || item.number.trim().trim_end_matches('.').is_empty()
    };
    if let Some(item) = form.agenda.iter().find(nameless) {
        return Err(messages::item_unnamed(item.number.trim(), item.name.trim()));
    }
    let meeting = MeetingId::from_key(&format!("{}/{start}", form.organization));
    let contact = contact(engine, form.organization, start)?;
    let plan = MeetingPlan {
        organization: form.organization,
        number: None,
        legislative_term: String::new(),
        start,
        location: Location {
            description: form.building.trim().to_owned(),
            street_address: form.street.trim().to_owned(),
            postal_code: form.postal_code.trim().to_owned(),
            locality: form.locality.trim().to_owned(),
            room: form.room.trim().to_owned(),
        },
        invitation: None,
        contact,
        second_call: None,
        agenda: agenda(meeting, &form.agenda),
    };
    let now = &engine.state(meeting)?.now;
    if now.phase != Phase::New {
        let same = now
            .plan
            .as_deref()
            .is_some_and(|known| *known == MeetingPlan { contact: known.contact, ..plan.clone() });
        if same {
            keep(engine, FormChange::Drop(FormKind::Meeting), caller)?;
            return answer(engine, Some(meeting), Vec::new(), caller.now);
        }
        let start = format!("den {}, {}", german_date(start.date()), start.clock());
        return Err(messages::meeting_there(&name, &start));
    }
    let of_item = |item: &AgendaItem| (item.id.to_string(), item.name.clone());
    let typed: Vec<_> = plan.agenda.iter().map(of_item).collect();
    let (act, at) = (new_act()?, documents::civil(caller.now));
    let command = Command::PrepareMeeting { plan };
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    let request = Box::new(Request::Meeting(Box::new(request)));
    let outcome = engine.execute(&Request::Sent { form: FormKind::Meeting, request }, caller);
    let outcome = outcome.map_err(|fault| in_words(&fault, &typed))?;
    answer(engine, Some(meeting), outcome.hints, caller.now)
}

fn start(form: &Prepare) -> Option<Moment> {
    let day = NaiveDate::parse_from_str(form.day.trim(), "%Y-%m-%d").ok()?;
    civil(day, clock(form.time.trim())?)
}

/// Who answers for the session: as for the committee's last one, else the one member of the
/// administration who belongs to the committee.
fn contact(
    engine: &Engine,
    organization: OrganizationId,
    start: Moment,
) -> Result<Option<PersonId>, ApiError> {
    let rows = engine.vault().overviews().map_err(|fault| messages::store(&fault))?;
    let own = organization.to_string();
    for row in rows.iter().rev().filter(|row| row.organization == own) {
        if let Some(contact) = engine.plan(&row.meeting)?.and_then(|plan| plan.contact) {
            return Ok(Some(contact));
        }
    }
    let mut officials = engine.directory().memberships.values().filter(|one| {
        one.organization == organization
            && one.status == Status::Official
            && covers(one.start_date, one.end_date, start.date())
    });
    let only = officials.next();
    Ok(only.filter(|_| officials.next().is_none()).map(|one| one.person))
}

/// The items with ids of their own; a sub-item belongs to the item whose number its own begins
/// with.
fn agenda(meeting: MeetingId, drafts: &[DraftItem]) -> Vec<AgendaItem> {
    let mut items: Vec<AgendaItem> = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        let number = draft.number.trim().trim_end_matches('.').to_owned();
        let parent = number.rsplit_once('.').and_then(|(parent, _)| {
            let above = items.iter().rev().find(|one| one.number == parent)?;
            (above.part == draft.part).then_some(above.id)
        });
        let lines = draft.proposal.lines().map(str::trim).filter(|line| !line.is_empty());
        items.push(AgendaItem {
            id: AgendaItemId::from_key(&format!("{meeting}/{index}")),
            number,
            name: draft.name.trim().to_owned(),
            subject: draft.subject.trim().to_owned(),
            kind: draft.kind,
            part: draft.part,
            parent,
            paper: draft.paper.trim().to_owned(),
            neutral_name: String::new(),
            proposal: RichText::paragraphs(lines),
        });
    }
    items
}
