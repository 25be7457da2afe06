//! Who sits at the table for an item: seats, bias, basis.
//!
//! Bias is a matter of one item (§ 31 GO NRW, § 28 Abs. 2 KrO NRW). A recusal counts while its item
//! is dealt with or voted on, and for an item above or below it, since sub-items are settled within
//! their parent. Declared earlier it is an announcement: until the item is called the person stays
//! at the table. Where no item is current, nobody is recused.

use super::basis::Basis;
use super::command::Matter;
use super::state::{Absence, ItemState, Recusal, Snapshot};
use crate::agenda_item::ItemKind;
use crate::rules::attendance::{AbsenceCause, SeatNow};
use crate::rules::profile::RuleProfile;
use crate::rules::quorum::{self, LegalState, SecondCall};
use crate::{AgendaItemId, Moment, PersonId};
use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

impl Snapshot {
    /// The profile that judges the session, with what the organization has settled otherwise; none
    /// if nothing is prepared or the profile is not among these.
    pub fn profile_in<'a>(&self, profiles: &'a [RuleProfile]) -> Option<Cow<'a, RuleProfile>> {
        let frozen = self.profile.as_ref()?;
        let is_meant = |one: &&RuleProfile| one.id == frozen.id && one.version == frozen.version;
        let profile = profiles.iter().find(is_meant)?;
        Some(match self.local_rule.as_deref() {
            // Applied already.
            Some(local) if profile.local.as_ref() == Some(local) => Cow::Borrowed(profile),
            Some(local) => Cow::Owned(local.applied_to(profile)),
            None => Cow::Borrowed(profile),
        })
    }

    /// Whether an item is `top` or stands below it.
    pub fn within(&self, item: AgendaItemId, top: AgendaItemId) -> bool {
        let mut one = Some(item);
        // An agenda is never deeper than it is long.
        for _ in 0..self.items.len() {
            let Some(id) = one.filter(|id| *id != top) else { break };
            one = self.item(id).and_then(|state| state.item.parent);
        }
        one == Some(top)
    }

    /// Whether the current item is this one, or stands above or below it.
    pub(super) fn deals_with(&self, item: AgendaItemId) -> bool {
        self.current.is_some_and(|now| self.within(now, item) || self.within(item, now))
    }

    /// Lasting recusals that count for an item: its own, those of items above, those of items below.
    pub fn recusals_for(&self, item: AgendaItemId) -> impl Iterator<Item = &Recusal> {
        let counts = move |of| self.within(item, of) || self.within(of, item);
        self.recusals.lasting().filter(move |one| counts(one.item))
    }

    /// Bias ends with its item: when it is closed, and everything below it. What is settled with
    /// `closed` stands below it. So does being away for one item.
    pub(super) fn end_with_item(&mut self, closed: AgendaItemId, at: Moment) {
        let settled = |top: AgendaItemId| {
            let mut below = self.items.iter().filter(|one| self.within(one.item.id, top));
            below.all(|one| one.settled())
        };
        let related = |of| self.within(of, closed) || self.within(closed, of);
        let biased = self.recusals.lasting().map(|one| one.item);
        let away = self.absences.lasting().filter_map(|one| one.cause.item());
        let over: BTreeSet<AgendaItemId> =
            biased.chain(away).filter(|of| related(*of) && settled(*of)).collect();
        self.recusals.end(at, |one| over.contains(&one.item));
        self.absences.end(at, |one| one.cause.item().is_some_and(|item| over.contains(&item)));
    }

    /// Why somebody is not at the table for an item; for no item only what holds for all of them.
    pub fn apart(&self, person: PersonId, item: Option<AgendaItemId>) -> Option<AbsenceCause> {
        let counts = |one: &&Absence| {
            let here = match one.cause {
                AbsenceCause::Outage | AbsenceCause::PublicArea => true,
                AbsenceCause::Item(of) => {
                    item.is_some_and(|item| self.within(item, of) || self.within(of, item))
                }
            };
            one.person == person && here
        };
        self.absences.lasting().rev().find(counts).map(|one| one.cause)
    }

    /// The lasting recusal of a person that counts for an item.
    pub fn recusal(&self, person: PersonId, item: AgendaItemId) -> Option<&Recusal> {
        self.recusals_for(item).find(|recusal| recusal.person == person)
    }

    /// All seats as the attendance rule looks at them for the current item.
    pub fn seats_now(&self) -> Vec<SeatNow> {
        self.seats_for(self.current)
    }

    /// All seats as the attendance rule looks at them for an item, in the order of their numbers.
    /// For no item nobody is recused.
    pub fn seats_for(&self, item: Option<AgendaItemId>) -> Vec<SeatNow> {
        let recused: Vec<PersonId> =
            item.map_or_else(Vec::new, |item| self.recusals_for(item).map(|r| r.person).collect());
        let mut seats: Vec<(u16, SeatNow)> = self
            .seats
            .iter()
            .map(|(id, seat)| {
                let now = SeatNow {
                    seat: *id,
                    kind: seat.kind,
                    vacant: seat.member.is_none(),
                    occupant: seat.occupant,
                    recused: seat.occupant.is_some_and(|(person, _)| recused.contains(&person)),
                    apart: seat.occupant.and_then(|(person, _)| self.apart(person, item)),
                    barred: seat
                        .member
                        .filter(|one| seat.occupant.is_none() && recused.contains(&one.person))
                        .map(|one| (one.person, one.status)),
                };
                (seat.number, now)
            })
            .collect();
        seats.sort_by_key(|(number, _)| *number);
        seats.into_iter().map(|(_, seat)| seat).collect()
    }

    /// All seats for a vote on a matter of an item. Whose bias is in question takes no part in the
    /// decision on it (§ 31 Abs. 4 GO NRW).
    pub(super) fn seats_on(&self, item: AgendaItemId, matter: &Matter) -> Vec<SeatNow> {
        let mut seats = self.seats_for(Some(item));
        if let Matter::Recusal(concerned) = matter {
            let own = |seat: &&mut SeatNow| seat.occupant.is_some_and(|(who, _)| who == *concerned);
            seats.iter_mut().filter(own).for_each(|seat| seat.recused = true);
        }
        seats
    }

    /// The second call, if the session is one for this item or for one above it. While no item is dealt
    /// with, or formalities are, it is one if it is one for everything else.
    pub fn second_call(&self, item: Option<AgendaItemId>) -> Option<SecondCall> {
        let call = self.plan.as_ref()?.second_call.as_ref()?;
        let named = |item| call.items.iter().any(|top| self.within(item, *top));
        let formal = |item| {
            let mut formal = self.items().filter(|one| one.item.kind == ItemKind::Formalities);
            formal.any(|top| self.within(item, top.item.id))
        };
        let whole = || self.items().all(|one| named(one.item.id) || formal(one.item.id));
        let holds = item.map_or_else(whole, |item| named(item) || (formal(item) && whole()));
        holds.then_some(SecondCall { same_item: true, notice: call.notice })
    }

    /// Items that the session is a second call for, as far as it is no second call as a whole.
    pub fn called_again(&self) -> impl Iterator<Item = &ItemState> {
        let call = self.plan.as_ref().and_then(|plan| plan.second_call.as_ref());
        let call = call.filter(|call| call.notice && self.second_call(None).is_none());
        let named = call.map_or(&[][..], |call| &call.items);
        self.items().filter(|one| named.contains(&one.item.id))
    }

    /// What a vote on an item, or a finding while it is dealt with, rests on.
    pub fn basis(&self, profile: &RuleProfile, item: Option<AgendaItemId>) -> Basis {
        Basis::of_call(profile, &self.seats_for(item), self.second_call(item))
    }

    /// What a vote on a matter of an item rests on.
    pub fn basis_on(&self, profile: &RuleProfile, item: AgendaItemId, matter: &Matter) -> Basis {
        Basis::of_call(profile, &self.seats_on(item, matter), self.second_call(Some(item)))
    }

    /// What the law makes of the last finding and the seats as they stand for the current item.
    pub fn legal_state(&self, profile: &RuleProfile) -> LegalState {
        let computed = self.basis(profile, self.current).quorum.computed;
        quorum::legal_state(profile.quorum.fiction, self.finding(), computed)
    }
}
