//! Facts as blocks: votes, outcomes, who came and left, the findings at the opening.

use super::scribe::Scribe;
use super::wording::{self, Subject};
use super::{annexes, names};
use crate::document::{Align, Block, Decision, Inline, Table, TableKind, VoteLine};
use crate::record::{Act, Fact, FactionCount, Item, Tally, Vote, What};
use sitzungsbuch_core::agenda_item::Outcome;
use sitzungsbuch_core::rules::majority::Count;
use sitzungsbuch_core::session::command::{Announced, Stated};

/// A fact of the opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Formal {
    Opening,
    Invitation,
    Substitutions,
    Quorum,
}

impl Formal {
    /// All in the order in which they happen.
    pub(super) const ALL: [Self; 4] =
        [Self::Opening, Self::Invitation, Self::Substitutions, Self::Quorum];

    /// What a slot asks for, if for one of these.
    pub(super) fn of(fact: &Fact) -> Option<Self> {
        match fact {
            Fact::Act { .. } => None,
            Fact::Opening {} => Some(Self::Opening),
            Fact::Invitation {} => Some(Self::Invitation),
            Fact::Substitutions {} => Some(Self::Substitutions),
            Fact::Quorum {} => Some(Self::Quorum),
        }
    }

    /// Whether the title of an item names this.
    pub(super) fn named_in(self, title: &str) -> bool {
        let word = match self {
            Self::Opening => "eröffnung",
            Self::Invitation => "ladung",
            Self::Substitutions => "anwesenheit",
            Self::Quorum => "beschlussfähigkeit",
        };
        title.to_lowercase().contains(word)
    }
}

/// A paragraph of one unmarked text.
pub(super) fn paragraph(label: &str, text: impl Into<String>) -> Block {
    Block::Paragraph { label: label.to_owned(), content: vec![Inline::text(text)] }
}

impl Scribe<'_> {
    /// A slot inside a list or a quotation.
    pub(super) fn fact(&mut self, fact: &Fact) -> Vec<Block> {
        if let Fact::Act { act } = fact {
            return self.act(act).map_or_else(Vec::new, |act| self.act_blocks(act));
        }
        let text = Formal::of(fact).and_then(|formal| self.formal(formal, false));
        text.map(|text| paragraph("", text)).into_iter().collect()
    }

    /// The sentences of a fact of the opening; none where there is nothing to say.
    pub(super) fn formal(&self, formal: Formal, after_opening: bool) -> Option<String> {
        let record = self.record;
        let session = &record.session;
        match formal {
            Formal::Opening => {
                let (chair, guests) = (&record.chair.person, &record.opening.guests);
                Some(wording::opening(session.opened, &self.chair, chair, guests))
            }
            Formal::Invitation => session.invitation_confirmed.then(|| {
                let pronoun = wording::capital(self.chair.pronoun);
                let subject = if after_opening { &pronoun } else { &self.chair.short };
                wording::invitation(subject, session.invitation)
            }),
            Formal::Substitutions => {
                let opening = &record.opening;
                let also = !opening.substitutions.is_empty();
                let mut sentences = vec![
                    wording::substitutions(&opening.substitutions),
                    wording::excused(&opening.excused, also),
                ];
                let more = opening.excused_substitutes.iter().map(wording::excused_substitute);
                sentences.extend(more);
                sentences.retain(|sentence| !sentence.is_empty());
                (!sentences.is_empty()).then(|| sentences.join(" "))
            }
            Formal::Quorum => record.quorum.as_ref().map(|finding| {
                wording::quorum(finding, &self.chair, &record.organization, &record.law)
            }),
        }
    }

    /// Label and sentence of an act that says who came and left, or what the chair found.
    pub(super) fn movement(&self, act: &Act) -> Option<(&'static str, String)> {
        let record = self.record;
        let at = act.at;
        Some(match &act.what {
            What::Arrival { person, again, represents, relieves } => {
                let (represents, relieves) = (represents.as_ref(), relieves.as_ref());
                let text = wording::arrival(at, person, *again, represents, relieves);
                (wording::ATTENDANCE, text)
            }
            What::Departure { person } => (wording::ATTENDANCE, wording::departure(at, person)),
            What::Recusal { person, other_item, public_session } => {
                let item = other_item.as_deref();
                let text = wording::recusal(at, person, item, *public_session, &record.law);
                (wording::RECUSAL, text)
            }
            What::RecusalEnd { person } => (wording::ATTENDANCE, wording::recusal_end(at, person)),
            What::Quorum { finding, again } => {
                let (organization, law) = (&record.organization, &record.law);
                let text =
                    wording::later_quorum(at, finding, *again, &self.chair, organization, law);
                (wording::QUORUM, text)
            }
            What::PartChange { to_public, left } => {
                (wording::PUBLICITY, wording::part_change(at, *to_public, left, &self.chair))
            }
            What::Outcome { .. } | What::Vote(_) => return None,
        })
    }

    /// An act as blocks of its own.
    pub(super) fn act_blocks(&mut self, act: &Act) -> Vec<Block> {
        if let Some((label, text)) = self.movement(act) {
            return vec![paragraph(label, text)];
        }
        let item = act.item.as_deref().and_then(|id| self.item(id));
        match &act.what {
            What::Vote(vote) => vec![Block::Decision(self.decision(vote, item))],
            What::Outcome { wording: Some(text), .. } => {
                let wording = self.blocks(&text.blocks);
                vec![Block::Decision(bare(wording))]
            }
            What::Outcome { outcome: Outcome::Nothing, .. } => {
                self.usual(act, item).map(|text| paragraph("", text)).into_iter().collect()
            }
            What::Outcome { .. } => {
                let text = self.usual(act, item);
                text.map(|text| Block::Decision(bare(vec![paragraph("", text)])))
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The usual sentence of an outcome without wording.
    pub(super) fn usual(&self, act: &Act, item: Option<&Item>) -> Option<String> {
        let What::Outcome { outcome, wording: None, agenda_changed } = &act.what else {
            return None;
        };
        let item = item?;
        let subject = Subject {
            kind: item.kind,
            name: &item.name,
            has_paper: !item.paper.is_empty(),
            agenda_changed: *agenda_changed,
        };
        wording::outcome(*outcome, &subject, &self.record.organization)
    }

    fn decision(&mut self, vote: &Vote, item: Option<&Item>) -> Decision {
        let accepted = vote.announced == Announced::Accepted;
        let label = if accepted { wording::ACCEPTED } else { wording::REJECTED };
        let wording = self.blocks(&vote.wording.blocks);
        let words = if vote.words.is_empty() {
            wording::announced_only(accepted).to_owned()
        } else {
            vote.words.clone()
        };
        let lead = wording::RESULT.to_owned();
        let result = VoteLine { lead, words, figures: figures(vote) };
        let table = match &vote.tally {
            Tally::Counted { by_faction, count } if !by_faction.is_empty() => {
                Some(faction_table(by_faction, *count))
            }
            Tally::RollCall { ballots, count } => {
                let listed = annexes::roll_call_attachment(self.attachments, item);
                listed.is_none().then(|| annexes::roll_call(ballots, *count, self.record))
            }
            _ => None,
        };
        Decision { label: label.to_owned(), wording, result: Some(result), table }
    }
}

/// An outcome beside its bar.
fn bare(wording: Vec<Block>) -> Decision {
    Decision { label: String::new(), wording, result: None, table: None }
}

/// The figures below the words; empty where they say nothing more, or stand in a table.
fn figures(vote: &Vote) -> String {
    let all_yes = |yes: u16| usize::from(yes) == vote.entitled.len() && !vote.words.is_empty();
    match &vote.tally {
        Tally::Unanimous {} => String::new(),
        Tally::Counted { by_faction, .. } if !by_faction.is_empty() => String::new(),
        Tally::Counted { count, .. } => {
            let rest = u32::from(count.no) + u32::from(count.abstain) + u32::from(count.invalid);
            if rest == 0 && all_yes(count.yes) { String::new() } else { counted(*count) }
        }
        Tally::RollCall { count, .. } => counted(*count),
        Tally::Announced { yes: Some(yes), no: Some(no), abstain: Some(abstain) } => {
            if no.number == 0 && abstain.number == 0 && all_yes(yes.number) {
                return String::new();
            }
            said([("Ja", Some(*yes)), ("Nein", Some(*no)), ("Enthaltungen", Some(*abstain))])
        }
        // The words tell the votes against the result and the abstentions as far as they were said;
        // the others would be lost.
        Tally::Announced { yes, no, abstain } => {
            let told = match vote.announced {
                Announced::Accepted => yes.is_none(),
                Announced::Rejected => no.is_none(),
            };
            if told && !vote.words.is_empty() {
                return String::new();
            }
            said([("Ja", *yes), ("Nein", *no), ("Enthaltungen", *abstain)])
        }
    }
}

fn counted(count: Count) -> String {
    let Count { yes, no, abstain, invalid } = count;
    let invalid = if invalid == 0 { String::new() } else { format!(", ungültig: {invalid}") };
    format!("Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}{invalid}")
}

fn said(numbers: [(&str, Option<Stated>); 3]) -> String {
    let known = numbers.into_iter().filter_map(|(name, stated)| Some((name, stated?)));
    let parts: Vec<String> = known
        .map(|(name, stated)| {
            let derived = if stated.derived { " (errechnet)" } else { "" };
            format!("{name}: {}{derived}", stated.number)
        })
        .collect();
    parts.join(", ")
}

fn faction_table(by_faction: &[FactionCount], total: Count) -> Table {
    let invalid = total.invalid > 0 || by_faction.iter().any(|one| one.count.invalid > 0);
    let cells = |name: &str, count: Count| {
        let mut cells = vec![name.to_owned()];
        cells.extend([count.yes, count.no, count.abstain].map(|number| number.to_string()));
        cells.extend(invalid.then(|| count.invalid.to_string()));
        cells.into_iter().map(|cell| vec![Inline::text(cell)]).collect::<Vec<_>>()
    };
    let mut head = vec!["Fraktion", "Ja", "Nein", "Enthaltung"];
    head.extend(invalid.then_some("Ungültig"));
    let mut columns = vec![Align::Left];
    columns.resize(head.len(), Align::Right);
    Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns,
        head: head.into_iter().map(|cell| vec![Inline::text(cell)]).collect(),
        rows: by_faction.iter().map(|one| cells(&one.faction, one.count)).collect(),
        total: Some(cells("Zusammen", total)),
    }
}

/// Name as it stands in lists and signatures.
pub(super) fn listed_name(person: &crate::record::Person) -> String {
    names::full(person)
}
