//! The excerpt of one item: who was there and entitled, what was decided, and the clerk's word for it.

use super::facts::paragraph;
use super::head::{self, Issuer, Words, line};
use super::items::heading;
use super::scribe::Scribe;
use super::{CLERK_FIELD, fields_or_frames, names, wording};
use crate::document::{Block, Document, LabelledLine, Signer};
use crate::record::{
    Act, Edition, Frozen, Matter, NonPublicRecord, PublicRecord, Record, Vote, What,
};
use sitzungsbuch_core::agenda_item::Outcome;
use sitzungsbuch_core::motion::MotionKind;

/// The excerpt of a public item by its reference; none where nothing was decided.
pub fn excerpt(record: &PublicRecord, item: &str) -> Option<Document> {
    compose(Scribe::public(record), item, wording::headings::public_part(&record.template.headings))
}

/// The excerpt of a non-public item, marked as such.
pub fn excerpt_non_public(record: &Record, item: &str) -> Option<Document> {
    let scribe = Scribe::non_public(&record.public, record.non_public.as_ref()?, 0);
    let scope = wording::headings::non_public_part(scribe.headings());
    let document = compose(scribe, item, scope)?;
    Some(Document { mark: Some(wording::NON_PUBLIC_MARK.to_owned()), ..document })
}

/// References of the items of both parts of which there is an excerpt, in the order of the agenda.
pub fn with_decision(record: &Record) -> [Vec<&str>; 2] {
    let PublicRecord { items, acts, .. } = &record.public;
    let part = record.non_public.as_ref();
    let non_public = part.map(|NonPublicRecord { items, acts, .. }| (items, acts));
    [Some((items, acts)), non_public].map(|part| {
        let (items, acts) = part.unzip();
        let acts = acts.map_or(&[][..], Vec::as_slice);
        let of = |id: &str, act: &Act| act.item.as_deref() == Some(id) && decides(&act.what);
        let decided = items.into_iter().flatten().map(|item| item.id.as_str());
        decided.filter(|id| acts.iter().any(|act| of(id, act))).collect()
    })
}

fn compose(scribe: Scribe<'_>, item: &str, scope: &str) -> Option<Document> {
    // It has no annex and no table of motions: what was voted on stands where the vote stands.
    let mut scribe = Scribe { attachments: &[], tables: false, ..scribe };
    let record = scribe.record;
    let own = scribe.item(item)?;
    let of_item = |act: &&Act| act.item.as_deref() == Some(item) && decides(&act.what);
    let mut acts: Vec<&Act> = scribe.acts.iter().filter(of_item).collect();
    // What was put off and settled later in the session after all is no decision.
    let last = acts.pop()?;
    acts.retain(|act| !puts_off(&act.what));
    acts.push(last);
    let words = scribe.headings();
    let mut blocks = vec![heading(own, 0, record)];
    for act in &acts {
        let lines = scribe.figures(act);
        if !lines.is_empty() {
            blocks.push(Block::Lines { lines });
        }
        blocks.extend(scribe.act_blocks(act));
    }
    let early = record.issue.edition == Edition::Draft;
    let confirmed =
        if early { wording::excerpt_early(words) } else { wording::excerpt_confirmed(words) };
    blocks.push(paragraph("", confirmed));
    let clerk = &record.clerk.person;
    let signer = Signer {
        field: CLERK_FIELD.to_owned(),
        name: names::full(clerk),
        role: wording::clerk_role(clerk.form).to_owned(),
        items: String::new(),
        picture: None,
    };
    let kind = fields_or_frames(record.issue.edition);
    blocks.push(Block::Signatures { kind, signers: vec![signer] });
    let minutes = wording::subtitle(record.session.number, &record.organization);
    let subtitle = wording::excerpt_subtitle(words, &minutes);
    let words = Words {
        title: wording::excerpt_title(&own.number, words, &head::session_on(record)),
        running: head::running(
            &wording::excerpt_of(&own.number),
            &head::days(record),
            &record.organization,
        ),
        headline: head::headline(wording::EXCERPT, subtitle, scope),
        footer: wording::EXCERPT.to_owned(),
        session: head::session(record),
    };
    Some(Issuer::from(record).document(words, blocks))
}

/// What settles the matter; motions that only change it, bias and procedure stand in the minutes.
fn decides(what: &What) -> bool {
    match what {
        What::Vote(vote) => settles(vote),
        What::Outcome { outcome, .. } => {
            !matches!(outcome, Outcome::Nothing | Outcome::NoneOnPurpose)
        }
        What::Round(_) | What::RunOff { .. } | What::Lot { .. } => true,
        _ => false,
    }
}

fn puts_off(what: &What) -> bool {
    matches!(what, What::Outcome { outcome: Outcome::Deferred | Outcome::PutBack, .. })
}

fn settles(vote: &Vote) -> bool {
    vote.replaced.is_none()
        && match &vote.matter {
            Matter::Item | Matter::Part(_) => true,
            Matter::Motion(motion) => motion.kind == MotionKind::Substantive,
            Matter::Motions(all) => all.iter().all(|one| one.kind == MotionKind::Substantive),
            Matter::Recusal(_) | Matter::Procedure(_) => false,
        }
}

impl Scribe<'_> {
    /// Who was entitled and there at a vote or a round, as it was frozen; nothing for what needs none.
    fn figures(&self, act: &Act) -> Vec<LabelledLine> {
        let at = self.when(act.at);
        let (Frozen { recused, quorum, .. }, label, how) = match &act.what {
            What::Vote(vote) => (vote.frozen(), "Abstimmung", wording::method(&vote.tally, at)),
            What::Round(round) => {
                let how = wording::election_method(round.ballots.is_some(), at);
                (round.frozen(), "Wahl", how)
            }
            _ => return Vec::new(),
        };
        let mut lines = vec![
            line("Stimmberechtigte", quorum.seats.to_string()),
            line("davon anwesend", wording::present(quorum, &self.record.law)),
        ];
        if !recused.is_empty() {
            lines.push(line("Befangen", wording::recused(recused)));
        }
        lines.push(line("Beschlussfähigkeit", wording::quorum_line(self.record, quorum)));
        lines.push(line(label, how));
        lines
    }
}
