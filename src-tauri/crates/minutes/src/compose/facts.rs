//! Facts as blocks: outcomes, motions, who came and left, how the session went on, the findings at
//! the opening. Votes and rounds of an election are [`super::decisions`].

use super::scribe::Scribe;
use super::text::Writer;
use super::wording::{self, ChairWords, Coming, Subject};
use super::{annexes, decisions, names};
use crate::document::{Block, Decision, Inline};
use crate::record::{Act, Chair, Fact, Item, What};
use sitzungsbuch_core::agenda_item::Outcome;

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

    /// Label and sentence of an act that says who came and left, what the chair found, or how the
    /// session went on.
    pub(super) fn movement(&self, act: &Act) -> Option<(&'static str, String)> {
        let record = self.record;
        let (at, organization) = (self.when(act.at), &record.organization);
        Some(match &act.what {
            What::Arrival { person, again, represents, relieves, remote, item } => {
                let coming = Coming {
                    again: *again,
                    represents: represents.as_ref(),
                    relieves: relieves.as_ref(),
                    remote: *remote,
                    item: item.as_deref(),
                };
                (wording::ATTENDANCE, wording::arrival(at, person, coming))
            }
            What::Departure { person } => (wording::ATTENDANCE, wording::departure(at, person)),
            What::Recusal { person, other_item, absent: true, ground, .. } => {
                let (item, statute) = (other_item.as_deref(), &record.law.bias_statute);
                let text = wording::barred(person, item, *ground, organization, statute);
                (wording::RECUSAL, text)
            }
            What::Recusal { person, other_item, public_session, counted, ground, .. } => {
                let leaves = match (counted, public_session) {
                    (true, _) => wording::Leaves::Not,
                    (false, true) => wording::Leaves::ForPublicArea,
                    (false, false) => wording::Leaves::Room,
                };
                let (item, law) = (other_item.as_deref(), &record.law);
                let text = wording::recusal(at, person, item, leaves, *ground, organization, law);
                (wording::RECUSAL, text)
            }
            What::RecusalEnd { person, absent: true } => {
                (wording::RECUSAL, wording::recusal_lifted(at, person))
            }
            What::RecusalEnd { person, .. } => {
                (wording::ATTENDANCE, wording::recusal_end(at, person))
            }
            What::Quorum { finding, again, chair } => {
                let chair = self.chair_words(chair.as_ref());
                let law = &record.law;
                let text = wording::later_quorum(at, finding, *again, &chair, organization, law);
                (wording::QUORUM, text)
            }
            What::PartChange { to_public, left, chair, back, away } => {
                let chair = self.chair_words(chair.as_ref());
                let changed = wording::part_change(at, *to_public, left, &chair);
                (wording::PUBLICITY, format!("{changed}{}", wording::table(back, away)))
            }
            _ => return self.conduct(act),
        })
    }

    /// Label and sentence of an act of the conduct of the session.
    fn conduct(&self, act: &Act) -> Option<(&'static str, String)> {
        let at = self.when(act.at);
        Some(match &act.what {
            What::Absence { person, cause, until } => (
                wording::ATTENDANCE,
                wording::absence(at, person, cause, until.map(|until| self.when(until))),
            ),
            What::Return { person, cause } => {
                (wording::ATTENDANCE, wording::back(at, person, cause))
            }
            What::ChairChange { chair, again } => {
                (wording::CHAIR, wording::chair_change(at, &chair.person, *again))
            }
            What::ClerkChange { clerk } => (wording::CLERK, wording::clerk_change(at, clerk)),
            What::Recess { until, missing } => {
                (wording::RECESS, wording::recess(at, until.map(|until| self.when(until)), missing))
            }
            What::Resumption { other_day, missing } => {
                (wording::RECESS, wording::resumption(at, *other_day, missing))
            }
            What::Adjourned { to, interrupts } => {
                (wording::RECESS, wording::adjourned(at, *to, *interrupts))
            }
            What::Proceeding(proceeding) => return self.kept_in_order(at, proceeding),
            What::Moved { item, to } => (wording::AGENDA, wording::moved(item, to)),
            What::Joined { items } => (wording::AGENDA, wording::joined(items)),
            What::MotionWithdrawn(motion) => (wording::MOTION, wording::motion_withdrawn(motion)),
            What::Request(request) => {
                let item = act.item.as_deref().and_then(|id| self.item(id));
                let listed = annexes::roll_call_attachment(self.attachments, item);
                let label = listed.map(|one| one.label.as_str());
                (wording::VOTE, wording::request(request, label))
            }
            What::Election(election) => (wording::ELECTION, wording::election(election)),
            What::CandidacyWithdrawn { person, last } => {
                (wording::ELECTION, wording::candidacy_withdrawn(person, *last))
            }
            What::RunOff { persons, chair } => {
                let chair = self.chair_words(chair.as_ref());
                (wording::ELECTION, wording::run_off(&chair, persons))
            }
            What::Lot { winner, answer, chair } => {
                let (chair, answer) = (self.chair_words(chair.as_ref()), wording::answer(*answer));
                (wording::ELECTION, wording::lot(&chair, winner, answer))
            }
            _ => return None,
        })
    }

    /// Words for who chaired at an act: the one who opened the session, if nobody else is named.
    pub(super) fn chair_words(&self, other: Option<&Chair>) -> ChairWords {
        let record = self.record;
        other.map_or_else(
            || ChairWords::of(&record.chair, &record.organization),
            |chair| ChairWords::later(chair, &record.organization),
        )
    }

    /// An act as blocks of its own.
    pub(super) fn act_blocks(&mut self, act: &Act) -> Vec<Block> {
        if let Some((label, text)) = self.movement(act) {
            return vec![paragraph(label, text)];
        }
        let item = act.item.as_deref().and_then(|id| self.item(id));
        match &act.what {
            What::Vote(vote) => self.vote(vote, item),
            What::Round(round) => {
                let mut blocks = self.standing(round.standing.as_ref(), true);
                blocks.push(Block::Decision(decisions::round(round)));
                blocks.extend(decisions::doubt(round.doubt.as_ref(), true));
                blocks
            }
            What::Motion(motion) => {
                let mut blocks = vec![paragraph(wording::MOTION, wording::motion(motion))];
                if let (Some(moved), true) = (wording::amounts(motion), motion.text.is_empty()) {
                    blocks.push(paragraph("", moved));
                }
                if !motion.text.is_empty() {
                    blocks.push(Block::Quote { blocks: self.blocks(&motion.text.blocks) });
                }
                blocks
            }
            What::Proceeding(proceeding) => self.proceeding(proceeding),
            What::Outcome { wording: Some(text), .. } => {
                let wording = self.blocks(&text.blocks);
                vec![Block::Decision(bare(wording))]
            }
            What::Outcome { outcome: Outcome::Nothing, .. } => {
                self.usual(act, item).map(|text| paragraph("", text)).into_iter().collect()
            }
            What::Outcome { proposal, .. } => {
                let Some(text) = self.usual(act, item) else { return Vec::new() };
                let mut wording = vec![paragraph("", text)];
                wording.extend(proposal.iter().flat_map(|text| self.blocks(&text.blocks)));
                vec![Block::Decision(bare(wording))]
            }
            _ => Vec::new(),
        }
    }

    /// The usual sentence of an outcome without wording.
    pub(super) fn usual(&self, act: &Act, item: Option<&Item>) -> Option<String> {
        let What::Outcome { outcome, wording: None, agenda_changed, to, proposal, lacking } =
            &act.what
        else {
            return None;
        };
        let item = item?;
        let subject = Subject {
            kind: item.kind,
            name: &item.name,
            has_paper: !item.paper.is_empty(),
            agenda_changed: *agenda_changed,
            to: to.as_ref(),
            proposal: proposal.as_ref(),
            lacking: *lacking,
        };
        wording::outcome(*outcome, &subject, &self.record.organization, self.headings())
    }
}

/// An outcome beside its bar.
fn bare(wording: Vec<Block>) -> Decision {
    Decision { label: String::new(), wording, result: None, table: None }
}

/// Name as it stands in lists and signatures.
pub(super) fn listed_name(person: &crate::record::Person) -> String {
    names::full(person)
}
