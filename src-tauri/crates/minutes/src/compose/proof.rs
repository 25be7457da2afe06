//! The proof of the quorum as a document of its own: the findings of the chair, and for every vote
//! who was there with the arithmetic of both tests.

use super::annexes::{self, Source};
use super::facts::{Formal, paragraph};
use super::head::{self, Issuer, Words};
use super::scribe::Scribe;
use super::{section, wording};
use crate::document::{Block, Document};
use crate::record::{Attendance, PublicRecord, Record, What};

/// Of the public part.
pub fn proof_public(record: &PublicRecord) -> Document {
    let findings = findings(&Scribe::public(record));
    let source = Source::of_public(record);
    let scope = wording::headings::public_part(&record.template.headings);
    compose(record, &record.attendance, findings, &[source], scope)
}

/// Of both parts.
pub fn proof(record: &Record) -> Document {
    let public = &record.public;
    let Some(part) = &record.non_public else { return proof_public(public) };
    let mut findings = findings(&Scribe::public(public));
    findings.extend(self::findings(&Scribe::non_public(public, part, 0)));
    let sources = [Source::of_public(public), Source::of_non_public(part)];
    compose(public, &part.attendance, findings, &sources, wording::BOTH_PARTS)
}

fn findings(scribe: &Scribe) -> Vec<Block> {
    let opening = scribe.opens.then(|| scribe.formal(Formal::Quorum, false)).flatten();
    let later = scribe.acts.iter().filter(|act| matches!(act.what, What::Quorum { .. }));
    let later = later.filter_map(|act| Some(scribe.movement(act)?.1));
    opening.into_iter().chain(later).map(|text| paragraph("", text)).collect()
}

fn compose(
    record: &PublicRecord,
    attendance: &Attendance,
    findings: Vec<Block>,
    sources: &[Source],
    scope: &str,
) -> Document {
    let mut blocks = vec![section(wording::FINDINGS)];
    if findings.is_empty() {
        blocks.push(paragraph("", wording::NO_FINDING));
    }
    blocks.extend(findings);
    blocks.push(section(wording::VOTES));
    let votes = annexes::proof(record, attendance, sources);
    if votes.is_empty() {
        blocks.push(paragraph("", wording::NO_VOTE));
    }
    blocks.extend(votes);
    let subtitle = wording::to_the_session(record.session.number, &record.organization);
    let words = Words {
        title: format!("{} {subtitle} am {}", wording::PROOF, head::days(record)),
        running: head::running(wording::PROOF, &head::days(record), &record.organization),
        headline: head::headline(wording::PROOF, subtitle, scope),
        footer: wording::PROOF.to_owned(),
        session: head::session(record),
    };
    Issuer::from(record).document(words, blocks)
}
