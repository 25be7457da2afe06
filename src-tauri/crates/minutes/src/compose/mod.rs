//! Composing: from the record of a session to the document, in German, with all words final.
//!
//! Pure: no clock, no file, no chance. What makes a public document receives a [`PublicRecord`] or a
//! [`PublicPlan`](record::PublicPlan) and can look at nothing else (invariant 13 of
//! ARCHITECTURE.md). Every generated sentence stands in [`wording`].

mod agenda;
mod annexes;
mod attendance;
mod decisions;
mod excerpt;
mod facts;
mod head;
mod hours;
mod invitation;
mod items;
mod names;
mod proceedings;
mod proof;
mod scribe;
mod sheet;
mod text;
pub mod wording;

pub use head::graphic;

use crate::document::{AgendaPart, Block, Document, SignatureKind, Signer, Start};
use crate::record::{self, Chair, Clerk, Edition, Led, PublicRecord, Record};
use annexes::Source;
use attendance::Times;
use facts::{Formal, paragraph};
use head::{Issuer, Words};
use scribe::Scribe;
use wording::{ChairWords, When};

pub use agenda::headings;
pub use excerpt::{excerpt, excerpt_non_public, with_decision};
pub use hours::attendance_list;
pub use invitation::{invitation, invitation_public};
pub use proof::{proof, proof_public};
pub use sheet::sheet;

/// Signature field of the chair who opened the session; those of others have a number before it: no
/// name may begin with another one, since pyHanko takes a lock on that for one on both.
pub const CHAIR_FIELD: &str = "vorsitz";
/// Signature field of the clerk, who signs first.
pub const CLERK_FIELD: &str = "schriftfuehrung";

/// The complete minutes: both parts.
pub fn complete(record: &Record) -> Document {
    let public = &record.public;
    let Some(non_public) = &record.non_public else {
        return self::public(&unread(public));
    };
    let mut scribe = Scribe::public(public);
    let agenda_public = agenda::part(wording::PUBLIC_PART, &public.items, &scribe.headed());
    let public_part = scribe.part();
    let mut scribe = Scribe::non_public(public, non_public, scribe.notes);
    let agenda_non_public =
        agenda::part(wording::NON_PUBLIC_PART, &non_public.items, &scribe.headed());
    let non_public_part = scribe.part();

    let agenda = [agenda_public, agenda_non_public];
    let mut blocks = opening(&non_public.attendance, public, &non_public.later_clerks, agenda);
    blocks.push(section(wording::PUBLIC_PART));
    blocks.extend(public_part);
    blocks.push(Block::Section {
        title: wording::NON_PUBLIC_PART.to_owned(),
        start: Start::NewPage,
        mark: Some(wording::NON_PUBLIC_MARK.to_owned()),
    });
    blocks.extend(non_public_part);
    blocks.extend(led(&non_public.led));
    blocks.extend(end(record));
    blocks.push(signatures(public, &non_public.led, fields_or_frames(public.issue.edition)));
    let sources = [Source::of_public(public), Source::of_non_public(non_public)];
    blocks.extend(annexes::lists(&sources));
    blocks.extend(annexes::annexes(public, &non_public.attendance, &sources));
    document(public, wording::BOTH_PARTS, wording::COMPLETE_FOOTER, blocks)
}

/// The minutes of the non-public part by themselves; none where the session had no such part.
pub fn non_public(record: &Record) -> Option<Document> {
    let public = &record.public;
    let non_public = record.non_public.as_ref()?;
    let mut scribe = Scribe::non_public(public, non_public, 0);
    let agenda = agenda::part(wording::NON_PUBLIC_PART, &non_public.items, &scribe.headed());
    let part = scribe.part();
    let (attendance, clerks) = (&non_public.attendance, &non_public.later_clerks);
    let mut blocks = opening(attendance, public, clerks, [agenda, None]);
    blocks.push(section(wording::NON_PUBLIC_PART));
    blocks.extend(part);
    blocks.extend(led(&non_public.led));
    blocks.extend(end(record));
    let kind = fields_or_frames(public.issue.edition);
    blocks.push(signatures(public, &non_public.led, kind));
    let source = Source::of_non_public(non_public);
    blocks.extend(annexes::lists(&[source]));
    blocks.extend(annexes::annexes(public, attendance, &[source]));
    let document = document(public, wording::NON_PUBLIC_PART, wording::NON_PUBLIC_FOOTER, blocks);
    Some(Document { mark: Some(wording::NON_PUBLIC_MARK.to_owned()), ..document })
}

/// The end of the whole session.
fn end(record: &Record) -> Option<Block> {
    let public = &record.public;
    let later = record.non_public.as_ref().and_then(|part| part.closed_by.as_ref());
    let chair = closing_chair(public, public.session.closed_by.as_ref().or(later));
    closed_at(public).map(|at| paragraph(wording::END, wording::closing(at, &chair)))
}

/// The minutes of the public part.
pub fn public(record: &PublicRecord) -> Document {
    let mut scribe = Scribe::public(record);
    let agenda = agenda::part(wording::PUBLIC_PART, &record.items, &scribe.headed());
    let part = scribe.part();
    let neutral = agenda::neutral(&record.non_public_agenda);
    let mut blocks = opening(&record.attendance, record, &record.later_clerks, [agenda, neutral]);
    blocks.push(section(wording::PUBLIC_PART));
    blocks.extend(part);
    blocks.extend(led(&record.led));
    let chair = closing_chair(record, record.session.closed_by.as_ref());
    let end = closed_at(record).map(|at| {
        if record.session.closed_in_public {
            wording::closing(at, &chair)
        } else {
            wording::end(at)
        }
    });
    blocks.extend(end.map(|text| paragraph(wording::END, text)));
    let (kind, foot) = match record.issue.edition {
        Edition::Reading => (SignatureKind::Copy, wording::READING_FOOTER),
        edition => (fields_or_frames(edition), wording::PUBLIC_FOOTER),
    };
    blocks.push(signatures(record, &record.led, kind));
    let source = Source::of_public(record);
    blocks.extend(annexes::lists(&[source]));
    blocks.extend(annexes::annexes(record, &record.attendance, &[source]));
    document(record, wording::PUBLIC_PART, foot, blocks)
}

/// The sentences of a fact of the opening; none where nothing can be said yet, and for an act.
pub fn opening_fact(record: &PublicRecord, fact: &record::Fact) -> Option<String> {
    Scribe::public(record).formal(Formal::of(fact)?, false)
}

/// The complete version is never issued to be read only.
fn unread(record: &PublicRecord) -> PublicRecord {
    let mut record = record.clone();
    if record.issue.edition == Edition::Reading {
        record.issue.edition = Edition::Final;
    }
    record
}

fn document(record: &PublicRecord, scope: &str, footer: &str, blocks: Vec<Block>) -> Document {
    let subtitle = wording::subtitle(record.session.number, &record.organization);
    let words = Words {
        title: head::title(record),
        headline: head::headline("Niederschrift", subtitle, scope),
        footer: footer.to_owned(),
        session: head::session(record),
    };
    Issuer::from(record).document(words, blocks)
}

fn section(title: &str) -> Block {
    Block::Section { title: title.to_owned(), start: Start::Here, mark: None }
}

/// Who was there, and the agenda.
fn opening(
    attendance: &record::Attendance,
    record: &PublicRecord,
    later_clerks: &[Clerk],
    agenda: [Option<AgendaPart>; 2],
) -> Vec<Block> {
    let list =
        attendance::compose(attendance, &record.clerk, later_clerks, Times::of(&record.session));
    let mut blocks = vec![section("Anwesend waren"), Block::Attendance(list)];
    let parts: Vec<AgendaPart> = agenda.into_iter().flatten().collect();
    if !parts.is_empty() {
        blocks.push(section("Tagesordnung"));
        blocks.push(Block::Agenda { parts });
    }
    blocks
}

/// Who led which items: each signs for these.
fn led(all: &[Led]) -> Option<Block> {
    (!all.is_empty()).then(|| paragraph(wording::CHAIR, wording::led(all)))
}

fn closed_at(record: &PublicRecord) -> Option<When> {
    let session = &record.session;
    session.closed.map(|at| When::of(at, &session.continued))
}

/// Words for who closed the session.
fn closing_chair(record: &PublicRecord, other: Option<&Chair>) -> ChairWords {
    other.map_or_else(
        || ChairWords::of(&record.chair, &record.organization),
        |chair| ChairWords::later(chair, &record.organization),
    )
}

fn fields_or_frames(edition: Edition) -> SignatureKind {
    match edition {
        Edition::Draft => SignatureKind::Frames,
        Edition::Final | Edition::Reading | Edition::Sample => SignatureKind::Fields,
    }
}

fn signatures(record: &PublicRecord, led: &[Led], kind: SignatureKind) -> Block {
    Block::Signatures { kind, signers: signers_of(record, led) }
}

/// Who signs the complete version, as it stands on the page.
pub fn signers(record: &Record) -> Vec<Signer> {
    let led = record.non_public.as_ref().map_or(&record.public.led, |non_public| &non_public.led);
    signers_of(&record.public, led)
}

/// Who signs the public version, as it stands on the page.
pub fn public_signers(record: &PublicRecord) -> Vec<Signer> {
    signers_of(record, &record.led)
}

/// The chair who opened the session on the left, the clerk on the right, below them whoever else
/// chaired. Each chair signs for the items that he or she led.
fn signers_of(record: &PublicRecord, led: &[Led]) -> Vec<Signer> {
    let signer = |field: &str, person: &record::Person, role: String, items: String| Signer {
        field: field.to_owned(),
        name: names::full(person),
        role,
        items,
    };
    let chair = |field: &str, chair: &Chair, items: String| {
        let role = ChairWords::of(chair, &record.organization).role;
        signer(field, &chair.person, role, items)
    };
    let (own, others): (Vec<&Led>, Vec<&Led>) =
        led.iter().partition(|one| one.chair.person == record.chair.person);
    let items = match own.first() {
        Some(own) => wording::led_items(own),
        None if others.is_empty() => String::new(),
        None => wording::FOR_THE_OPENING.to_owned(),
    };
    let clerk = wording::clerk_role(record.clerk.person.form).to_owned();
    let mut signers = vec![
        chair(CHAIR_FIELD, &record.chair, items),
        signer(CLERK_FIELD, &record.clerk.person, clerk, String::new()),
    ];
    for (number, one) in (2..).zip(others) {
        let field = format!("{number}-{CHAIR_FIELD}");
        signers.push(chair(&field, &one.chair, wording::led_items(one)));
    }
    signers
}

#[cfg(test)]
pub(crate) mod tests;
