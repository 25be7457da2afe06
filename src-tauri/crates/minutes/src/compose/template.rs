//! What the type of the minutes leaves out of a record before anything is composed of it.
//!
//! What the law asks for stands in every type (§ 52 Abs. 1 GO NRW, § 37 Abs. 1 KrO NRW): decisions with
//! their result, who was there, who was biased, findings, publicity, measures of order, statements
//! for the minutes. A text of the clerk is left out as a whole, never in part.

use super::decisions::in_series;
use crate::record::{Act, Item, NonPublicRecord, Proceeding, PublicRecord, Text, What};
use sitzungsbuch_core::template::MinutesType;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The public part as its minutes tell it.
pub(super) fn told(record: &PublicRecord) -> Cow<'_, PublicRecord> {
    let minutes = record.template.minutes_type;
    if minutes == MinutesType::Course {
        return Cow::Borrowed(record);
    }
    let mut record = record.clone();
    reduce(minutes, &mut record.items, &mut record.acts);
    Cow::Owned(record)
}

/// The non-public part as the minutes tell it.
pub(super) fn told_non_public(
    minutes: MinutesType,
    part: &NonPublicRecord,
) -> Cow<'_, NonPublicRecord> {
    if minutes == MinutesType::Course {
        return Cow::Borrowed(part);
    }
    let mut part = part.clone();
    reduce(minutes, &mut part.items, &mut part.acts);
    Cow::Owned(part)
}

fn reduce(minutes: MinutesType, items: &mut [Item], acts: &mut Vec<Act>) {
    let decisions = minutes == MinutesType::Decisions;
    let mut placed = BTreeSet::new();
    for item in items.iter_mut() {
        if decisions {
            item.text = item.text.facts_alone();
        } else {
            // What the clerk put into the text stays there.
            placed.extend(item.text.acts());
        }
    }
    acts.retain(|act| {
        let item = items.iter().find(|item| Some(&item.id) == act.item.as_ref());
        let tabled = item.is_some_and(|item| !item.series.is_empty()) && in_series(&act.what);
        tabled || placed.contains(&act.id) || !leads_to_a_result(&act.what, decisions)
    });
}

/// Steps on the way to a result, which alone is told.
fn leads_to_a_result(what: &What, decisions: bool) -> bool {
    match what {
        What::Motion(_) | What::MotionWithdrawn(_) | What::Request(_) => true,
        What::Proceeding(one) => {
            let spoken = matches!(
                **one,
                Proceeding::ResidentQuestion { .. } | Proceeding::Commitment { .. }
            );
            decisions && spoken
        }
        _ => false,
    }
}

impl Text {
    /// Its slots alone, in their order; those inside lists and quotations too.
    fn facts_alone(&self) -> Self {
        let mut blocks = Vec::new();
        self.facts(&mut |fact| blocks.push(crate::record::Block::Fact { fact: fact.clone() }));
        Self { blocks }
    }

    /// References of the acts that it places.
    fn acts(&self) -> Vec<String> {
        let mut acts = Vec::new();
        self.facts(&mut |fact| {
            if let crate::record::Fact::Act { act } = fact {
                acts.push(act.clone());
            }
        });
        acts
    }
}
