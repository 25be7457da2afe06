//! Building the record from the state of a session, master data and texts.

use super::acts::{Acts, Maker, Scope};
use super::attendance::Lists;
use super::inline::Redaction;
use super::names::Names;
use super::presence::{View, Watch};
use super::terms::Terms;
use super::votes::{self, Votes};
use super::{
    Attachment, Body, Contact, Fate, Issue, Item, Law, MotionResult, NeutralItem, NonPublicRecord,
    Organization, OrganizationKind, PublicRecord, Record, Seat, Session, Text,
};
use super::{text, timeline};
use sitzungsbuch_core::agenda_item::{AgendaItem, Part};
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::meeting::{Location, MeetingPlan};
use sitzungsbuch_core::membership::Status;
use sitzungsbuch_core::organization::{self, OrganizationType};
use sitzungsbuch_core::richtext::RichText;
use sitzungsbuch_core::rules::profile::{Op, RuleProfile, Threshold};
use sitzungsbuch_core::session::state::MotionState;
use sitzungsbuch_core::session::{Event, State};
use sitzungsbuch_core::{AgendaItemId, BodyId, Moment, OrganizationId, PersonId};
use std::collections::BTreeMap;
use timeline::Step;

/// Name of a non-public item in a public agenda when none was chosen.
pub(super) const NEUTRAL: &str = "Nicht öffentliche Angelegenheit";

/// Why no minutes can be composed yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Incomplete {
    /// Nothing is prepared.
    #[error("the session is not prepared")]
    NotPrepared,
    /// Nothing was held.
    #[error("the session was not opened")]
    NotOpened,
    /// Only a draft can be made of a session that lasts.
    #[error("the session is not closed")]
    NotClosed,
    /// The profile that judged is not among those given.
    #[error("the rule profile of the session is missing")]
    ProfileMissing,
    /// Master data lack a person.
    #[error("person {person} is missing in master data")]
    PersonMissing {
        /// Who.
        person: PersonId,
    },
    /// Master data lack an organization.
    #[error("organization {organization} is missing in master data")]
    OrganizationMissing {
        /// Which.
        organization: OrganizationId,
    },
    /// Master data lack a body.
    #[error("body {body} is missing in master data")]
    BodyMissing {
        /// Which.
        body: BodyId,
    },
}

/// Builds the record of a session.
pub fn of(
    state: &State,
    directory: &Directory,
    profiles: &[RuleProfile],
    texts: &BTreeMap<AgendaItemId, RichText>,
    issue: Issue,
) -> Result<Record, Incomplete> {
    let now = &state.now;
    let plan = now.plan.as_deref().ok_or(Incomplete::NotPrepared)?;
    let opened = now.opened.ok_or(Incomplete::NotOpened)?;
    // Who opened the session; whoever took over later is named where that happened.
    let chair = now.chairs.first().map(|term| term.person).ok_or(Incomplete::NotOpened)?;
    let clerk = now.clerks.first().map(|term| term.person).ok_or(Incomplete::NotOpened)?;
    if now.closed.is_none() && issue.edition != super::Edition::Draft {
        return Err(Incomplete::NotClosed);
    }
    let profile = now.profile_in(profiles).ok_or(Incomplete::ProfileMissing)?;
    let profile = profile.as_ref();
    let names = Names { directory, now, organization: plan.organization, day: plan.start.date() };
    let steps = timeline::of(state);
    let watch = Watch::new(&steps);
    let lists = Lists { names, steps: &steps, watch: &watch, chair, clerk };
    let votes = Votes { names, profile };
    let terms = Terms { names, steps: &steps, chair, clerk };
    let maker = Maker { state, names, votes, steps: &steps, watch: &watch, chair };
    let acts = maker.acts(references(now.items.iter().map(|one| &one.item)))?;
    let agenda = Agenda { state, steps: &steps, texts, acts: &acts };
    let (body, organization) = organization(directory, plan.organization)?;
    let mut passages = Vec::new();
    let public = PublicRecord {
        issue,
        template: now.template.as_deref().cloned().unwrap_or_default(),
        paper_label: paper_label(directory, plan.organization),
        body,
        organization,
        contact: plan.contact.map(|id| contact(&names, id)).transpose()?,
        session: Session {
            closed_by: terms.closed_by(Part::Public)?,
            ..session(state, plan, opened)
        },
        chair: names.chair(chair)?,
        clerk: names.clerk(clerk, None)?,
        later_clerks: terms.later_clerks(View::Public)?,
        led: terms.led(View::Public)?,
        seats: seats(&names)?,
        attendance: lists.of(View::Public)?,
        opening: lists.opening()?,
        quorum: acts.quorum.clone(),
        law: law(profile),
        items: agenda.items(Part::Public, &names, &mut Redaction::Apart(&mut passages))?,
        non_public_agenda: agenda.neutral(),
        attachments: agenda.attachments(Part::Public),
        acts: acts.public.clone(),
    };
    let non_public = NonPublicRecord {
        attendance: lists.of(View::Whole)?,
        later_clerks: terms.later_clerks(View::Whole)?,
        led: terms.led(View::Whole)?,
        closed_by: terms.closed_by(Part::NonPublic)?,
        items: agenda.items(Part::NonPublic, &names, &mut Redaction::Within)?,
        attachments: agenda.attachments(Part::NonPublic),
        acts: acts.non_public.clone(),
    };
    let any = !non_public.items.is_empty()
        || !non_public.acts.is_empty()
        || !non_public.attachments.is_empty()
        || !now.part_changes.is_empty();
    let plan = super::plan(state, directory, profiles, issue)?;
    Ok(Record { plan, public, non_public: any.then_some(non_public), passages })
}

/// Short references of the items of a session, with the part that they belong to.
pub fn item_references(state: &State) -> BTreeMap<AgendaItemId, (Part, String)> {
    references(state.now.items.iter().map(|one| &one.item))
}

/// Short references of all items: the number, told apart where it comes twice in a part.
pub(super) fn references<'a>(
    items: impl Iterator<Item = &'a AgendaItem>,
) -> BTreeMap<AgendaItemId, (Part, String)> {
    let mut references: BTreeMap<AgendaItemId, (Part, String)> = BTreeMap::new();
    for item in items {
        let same = |(part, number): &&(Part, String)| {
            *part == item.part && number.split('#').next() == Some(item.number.as_str())
        };
        let before = references.values().filter(same).count();
        let number = match before {
            0 => item.number.clone(),
            more => format!("{}#{}", item.number, more + 1),
        };
        references.insert(item.id, (item.part, number));
    }
    references
}

/// Items, texts and attachments of one part.
struct Agenda<'a, 's> {
    state: &'a State,
    steps: &'s [Step<'a>],
    texts: &'a BTreeMap<AgendaItemId, RichText>,
    acts: &'s Acts,
}

impl Agenda<'_, '_> {
    fn items(
        &self,
        part: Part,
        names: &Names,
        redaction: &mut Redaction,
    ) -> Result<Vec<Item>, Incomplete> {
        let called = self.call_order(part);
        let scope = Scope { catalog: &self.acts.catalog, state: self.state, part };
        let reference = |id: AgendaItemId| {
            self.acts.catalog.items.get(&id).map_or_else(String::new, |(_, r)| r.clone())
        };
        let states = self.state.now.items.iter().filter(|state| state.item.part == part);
        states
            .map(|state| {
                let item = &state.item;
                let text = self.texts.get(&item.id);
                let rank = called.iter().position(|id| *id == item.id);
                Ok(Item {
                    id: reference(item.id),
                    number: item.number.trim().to_owned(),
                    name: item.name.trim().to_owned(),
                    subject: item.subject.trim().to_owned(),
                    kind: item.kind,
                    parent: item.parent.map(reference),
                    paper: item.paper.trim().to_owned(),
                    called: rank.and_then(|rank| u32::try_from(rank + 1).ok()),
                    settled_with_parent: state.settled_with.is_some(),
                    text: text
                        .map_or_else(Text::default, |text| text::written(text, &scope, redaction)),
                    series: series(names, item.id)?,
                })
            })
            .collect()
    }

    /// The items of a part in the order in which each was called first.
    fn call_order(&self, part: Part) -> Vec<AgendaItemId> {
        let mut order = Vec::new();
        for step in self.steps {
            if let Event::ItemCalled { item } = &step.entry.event {
                let of_part =
                    self.state.now.item(*item).is_some_and(|state| state.item.part == part);
                if of_part && !order.contains(item) {
                    order.push(*item);
                }
            }
        }
        order
    }

    /// Number and neutral name, all that a public document ever shows, in the order in which the
    /// items came: where the session put them since is its own business.
    fn neutral(&self) -> Vec<NeutralItem> {
        let now = &self.state.now;
        let planned = now.plan.iter().flat_map(|plan| plan.agenda.iter().map(|item| item.id));
        let added = self.steps.iter().filter_map(|step| match &step.entry.event {
            Event::ItemAdded { item, .. } => Some(item.id),
            _ => None,
        });
        let came: Vec<AgendaItemId> = planned.chain(added).collect();
        let place = |id: AgendaItemId| came.iter().position(|other| *other == id);
        let mut items: Vec<&AgendaItem> = now
            .items()
            .map(|state| &state.item)
            .filter(|item| item.part == Part::NonPublic)
            .collect();
        items.sort_by_cached_key(|item| {
            let mut path = vec![place(item.id)];
            let mut parent = item.parent;
            while let Some(above) = parent.filter(|_| path.len() <= came.len()) {
                path.insert(0, place(above));
                parent = now.item(above).and_then(|state| state.item.parent);
            }
            path
        });
        let neutral = |item: &AgendaItem| {
            let name = item.neutral_name.trim();
            NeutralItem {
                number: item.number.trim().to_owned(),
                name: if name.is_empty() { NEUTRAL } else { name }.to_owned(),
                sub: item.parent.is_some(),
            }
        };
        items.into_iter().map(neutral).collect()
    }

    fn attachments(&self, part: Part) -> Vec<Attachment> {
        let listed = self.state.now.attachments.iter().filter(|one| one.part == part);
        listed
            .map(|one| Attachment {
                label: one.label.trim().to_owned(),
                title: one.title.trim().to_owned(),
                item: one
                    .item
                    .and_then(|id| self.state.now.item(id))
                    .map(|state| state.item.number.clone()),
            })
            .collect()
    }
}

/// Motions on an item that move amounts, if there are several.
fn series(names: &Names, item: AgendaItemId) -> Result<Vec<MotionResult>, Incomplete> {
    let now = names.now;
    let of_series = |state: &&MotionState| state.motion.item == item && state.motion.has_amount();
    let mut series = Vec::new();
    for state in now.motions.iter().filter(of_series) {
        let vote = state.vote.and_then(|id| now.vote(id));
        let vote = vote.and_then(|vote| Some((vote, vote.closed.as_ref()?)));
        let fate = match (state.withdrawn, vote) {
            (Some(_), _) => Some(Fate::Withdrawn),
            (None, Some((vote, closed))) => {
                let (announced, words) = (closed.announced, votes::words(vote, closed));
                Some(Fate::Voted { announced, words })
            }
            (None, None) => None,
        };
        let motion = names.motion(&state.motion, Text::default())?;
        series.push(MotionResult { motion, fate });
    }
    series.truncate(if series.len() < 2 { 0 } else { series.len() });
    Ok(series)
}

pub(super) fn organization(
    directory: &Directory,
    id: OrganizationId,
) -> Result<(Body, Organization), Incomplete> {
    let missing = Incomplete::OrganizationMissing { organization: id };
    let row = directory.organizations.get(&id).ok_or(missing)?;
    let body = directory.bodies.get(&row.body);
    let body = body.ok_or(Incomplete::BodyMissing { body: row.body })?;
    let kind = match row.organization_type {
        OrganizationType::Council => OrganizationKind::Council,
        OrganizationType::Committee | OrganizationType::Faction => OrganizationKind::Committee,
    };
    Ok((
        self::body(body),
        Organization {
            kind,
            name: row.name.clone(),
            short_name: row.short_name.clone(),
            genitive: row.genitive.clone(),
            gender: row.gender,
        },
    ))
}

/// What the body of an organization writes before the number of a paper.
fn paper_label(directory: &Directory, id: OrganizationId) -> String {
    let row = directory.organizations.get(&id).and_then(|row| directory.bodies.get(&row.body));
    row.map_or("", |body| body.papers.reference.trim()).to_owned()
}

pub(super) fn body(row: &organization::Body) -> Body {
    Body {
        name: row.name.clone(),
        organ: row.organ.clone(),
        place: row.place.clone(),
        arms: row.arms.clone(),
    }
}

pub(super) fn contact(names: &Names, id: PersonId) -> Result<Contact, Incomplete> {
    let row = names.row(id)?;
    Ok(Contact {
        name: row.full_name(),
        phone: row.phone.trim().to_owned(),
        fax: row.fax.trim().to_owned(),
        email: row.email.trim().to_owned(),
    })
}

fn session(state: &State, plan: &MeetingPlan, opened: Moment) -> Session {
    let now = &state.now;
    Session {
        number: plan.number,
        legislative_term: plan.legislative_term.clone(),
        planned: plan.start,
        place: place(&plan.location),
        invitation: plan.invitation,
        invitation_confirmed: now.invitation_confirmed.is_some(),
        opened,
        continued: now
            .adjourned
            .iter()
            .filter_map(|(began, _)| {
                let recess = now.recesses.iter().find(|(from, _)| from == began)?;
                // One that ended with the session was no continuation.
                Some((*began, recess.1.filter(|to| now.closed != Some(*to))?))
            })
            .collect(),
        closed: now.closed,
        closed_in_public: now.closed.is_some() && now.part == Part::Public,
        closed_by: None,
    }
}

pub(super) fn place(location: &Location) -> String {
    let town = format!("{} {}", location.postal_code.trim(), location.locality.trim());
    [&location.description, &location.street_address, &town, &location.room]
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn seats(names: &Names) -> Result<Vec<Seat>, Incomplete> {
    let mut seats = Vec::new();
    for state in names.now.seats.values() {
        let member = state.member.map(|member| names.seated(member.person, member.status));
        seats.push(Seat { number: state.number, kind: state.kind, member: member.transpose()? });
    }
    seats.sort_by_key(|seat| seat.number);
    Ok(seats)
}

fn law(profile: &RuleProfile) -> Law {
    let quorum = &profile.quorum;
    let composition = quorum.composition.as_ref();
    let member = composition.map(|test| test.a).or(profile.voting_statuses.first().copied());
    Law {
        members: profile.words.member_plural.clone(),
        member_status: member.map_or("", Status::abbreviation).to_owned(),
        quorum_statute: quorum.statute.clone(),
        more_than_half: quorum.threshold == Threshold { op: Op::More, num: 1, den: 2 },
        composition_statute: composition.map_or_else(String::new, |test| test.statute.clone()),
        bias_statute: quorum.bias_statute.clone(),
    }
}
