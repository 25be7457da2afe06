//! The item in the middle of the window.

use super::agenda::{ItemView, callable, open_sub_items, row_state, settled_with, times};
use super::source::Source;
use super::words::{self, BOUND, number};
use super::{arrangement, elections, expected, motions, proceedings, results, vote};
use crate::core::AgendaItemId;
use crate::core::agenda_item::Part;
use crate::core::session::state::ItemState;

/// An item as it stands; none if there is no such item.
pub(super) fn view(source: &Source, id: AgendaItemId) -> Option<ItemView> {
    let one = source.now.item(id)?;
    let item = &one.item;
    let attached = source.now.attachments.iter().filter(|file| file.item == Some(id)).count();
    let possible = source.open() && source.writable();
    let (vote_form, outcomes) = (vote::form(source, id), vote::outcomes(source, item.kind));
    let (election, results) = (elections::view(source, id), results::results(source, one));
    let state = row_state(source, one);
    let can_settle = vote_form.is_some() || !outcomes.is_empty();
    let decided = results.iter().any(|result| result.decides);
    let sub_item = |sub: &ItemState| {
        (sub.item.id, format!("{} {}", sub.item.number.trim(), sub.item.name.trim()))
    };
    Some(ItemView {
        item: id,
        number: item.number.trim().to_owned(),
        name: item.name.trim().to_owned(),
        subject: item.subject.trim().to_owned(),
        kind: item.kind,
        kind_words: words::kind(item.kind).to_owned(),
        paper: paper(item.paper.trim()),
        part: item.part,
        words: times(source, one),
        state,
        can_close: possible && !one.called.is_empty() && !one.settled(),
        can_call: callable(source, one),
        proposal: item.proposal.clone(),
        wording: source.wording(id).cloned(),
        parts: expected::parts(source.wording(id).unwrap_or(&item.proposal)),
        steps: arrangement::steps(source, one),
        open_sub_items: open_sub_items(source, one).map(sub_item).collect(),
        settles: settled_with(source, one),
        attachments: match attached {
            0 => String::new(),
            count => number(count, "Anlage", "Anlagen"),
        },
        can_write: source.writable(),
        next_attachment: next_attachment(source, item.part),
        unsettled: expected::unsettled(state, can_settle, decided, election.is_some()),
        by_vote: expected::by_vote(one, !outcomes.is_empty()),
        vote_form,
        outcomes,
        can_elect: possible,
        election,
        motions: motions::view(source, one),
        addressees: vote::addressees(source),
        remarks: remarks(source, one),
        results,
    })
}

/// What was asked for on an item, and with what it is dealt with together.
fn remarks(source: &Source, one: &ItemState) -> Vec<String> {
    let (now, id) = (source.now, one.item.id);
    let mut said = Vec::new();
    if !one.joined_with.is_empty() {
        let tops: Vec<String> = one.joined_with.iter().map(|item| source.top(*item)).collect();
        said.push(format!("Gemeinsame Beratung mit {}.", words::and(&tops)));
    }
    for one in now.proceedings.iter().filter(|one| one.item == Some(id)) {
        said.push(format!("{}.", proceedings::remark(source, one)));
    }
    for request in now.requests.iter().filter(|request| request.item == id) {
        said.extend(request.granted.reasons.iter().map(|reason| words::bound(reason)));
    }
    said
}

/// "Vorlage Nr. 20/022/2026".
fn paper(number: &str) -> String {
    match number.chars().next() {
        None => String::new(),
        Some(first) if first.is_ascii_digit() => format!("Vorlage Nr.{BOUND}{number}"),
        Some(_) => number.to_owned(),
    }
}

/// "Anlage 3", "Anlage N 1": the number after the highest one of the part.
fn next_attachment(source: &Source, part: Part) -> String {
    let prefix = match part {
        Part::Public => "Anlage ",
        Part::NonPublic => "Anlage N ",
    };
    let labels = source.now.attachments.iter().filter(|file| file.part == part);
    let numbers = labels.filter_map(|file| file.label.trim().strip_prefix(prefix)?.parse().ok());
    let highest: u32 = numbers.max().unwrap_or(0);
    format!("{prefix}{}", highest.saturating_add(1))
}
