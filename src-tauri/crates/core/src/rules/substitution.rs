//! Substitution: who may take a seat, in which order.
//!
//! § 41 Abs. 3 S. 2 KrO NRW, § 58 Abs. 1 S. 2 GO NRW: where substitutes are appointed, their order
//! has to be fixed. First the personal substitutes in their order, then the list; who is prevented
//! or holds a seat already is passed over. Another order is recorded as it was announced, with a
//! hint. The substitution ends when the represented person arrives (one seat, one vote).

use crate::PersonId;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// On what a substitution rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Basis {
    /// Personal substitute; rank 1 is the first.
    Personal {
        /// Place in the order, from 1.
        rank: u16,
    },
    /// Ordered list.
    List {
        /// Place in the order, from 1.
        rank: u16,
    },
    /// Not appointed for this seat; recorded as announced.
    NotAppointed,
}

/// Whether a candidate can take the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Availability {
    /// Can take the seat.
    Free,
    /// Excused.
    Prevented,
    /// Sits on another seat, or holds one.
    Seated,
}

/// An appointed substitute of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// By what.
    pub basis: Basis,
    /// Whether free.
    pub availability: Availability,
}

/// All appointed substitutes in their order.
pub fn order(
    personal: &[PersonId],
    list: &[PersonId],
    availability: impl Fn(PersonId) -> Availability,
) -> Vec<Candidate> {
    let rank = |index: usize| u16::try_from(index + 1).unwrap_or(u16::MAX);
    let personal_first = personal
        .iter()
        .enumerate()
        .map(|(index, person)| (*person, Basis::Personal { rank: rank(index) }));
    let then_list = list
        .iter()
        .enumerate()
        .filter(|(_, person)| !personal.contains(person))
        .map(|(index, person)| (*person, Basis::List { rank: rank(index) }));
    personal_first
        .chain(then_list)
        .map(|(person, basis)| Candidate { person, basis, availability: availability(person) })
        .collect()
}

/// On what the substitution by `person` rests.
pub fn basis(order: &[Candidate], person: PersonId) -> Basis {
    order
        .iter()
        .find(|candidate| candidate.person == person)
        .map_or(Basis::NotAppointed, |candidate| candidate.basis)
}

/// Who comes before `person` in the order and is free.
pub fn passed_over(order: &[Candidate], person: PersonId) -> Vec<PersonId> {
    order
        .iter()
        .take_while(|candidate| candidate.person != person)
        .filter(|candidate| candidate.availability == Availability::Free)
        .map(|candidate| candidate.person)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_substitutes_come_first_and_the_prevented_are_passed_over() {
        let [a, b, c] = ["a", "b", "c"].map(PersonId::from_key);
        let order = order(&[a], &[b, a, c], |person| {
            if person == a { Availability::Prevented } else { Availability::Free }
        });
        let persons: Vec<PersonId> = order.iter().map(|candidate| candidate.person).collect();
        assert_eq!(persons, [a, b, c]);
        assert_eq!(basis(&order, b), Basis::List { rank: 1 });
        assert_eq!(basis(&order, c), Basis::List { rank: 3 });
        assert_eq!(passed_over(&order, b), []);
        assert_eq!(passed_over(&order, c), [b]);
        assert_eq!(basis(&order, PersonId::from_key("x")), Basis::NotAppointed);
    }
}
