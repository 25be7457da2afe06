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
mod paper;
mod proceedings;
mod proof;
mod scribe;
mod sheet;
mod template;
mod text;
pub mod wording;

pub use head::graphic;

use crate::document::{AgendaPart, Block, Document, SignatureKind, Signer, Start};
use crate::record::{
    self, Act, Chair, Clerk, Edition, Inlines, Led, Proceeding, PublicRecord, Record, What,
};
use annexes::Source;
use attendance::Times;
use facts::{Formal, paragraph};
use head::{Issuer, Words};
use scribe::Scribe;
use sitzungsbuch_core::template::Section;
use wording::{ChairWords, When, headings};

pub use agenda::headings;
pub use excerpt::{excerpt, excerpt_non_public, with_decision};
pub use hours::attendance_list;
pub use invitation::{invitation, invitation_public};
pub use paper::{paper, paper_non_public};
pub use proof::{proof, proof_public};
pub use sheet::sheet;

/// Signature field of the chair who opened the session; those of others have a number before it: no
/// name may begin with another one, since pyHanko takes a lock on that for one on both.
pub const CHAIR_FIELD: &str = "vorsitz";
/// Signature field of the clerk, who signs first.
pub const CLERK_FIELD: &str = "schriftfuehrung";

/// Signature field of whoever signs besides, as the chair and the clerk do; those of others have a
/// number before it.
pub const COSIGNER_FIELD: &str = "mitunterzeichnung";

/// The complete minutes: both parts.
pub fn complete(record: &Record) -> Document {
    let Some(non_public) = &record.non_public else {
        return one_part(&unread(&record.public), &record.passages);
    };
    let public = &*template::told(&record.public);
    let non_public = &*template::told_non_public(public.template.minutes_type, non_public);
    let words = &public.template.headings;
    let names = [headings::public_part(words), headings::non_public_part(words)];
    let mut scribe = Scribe { passages: &record.passages, ..Scribe::public(public) };
    let agenda_public = agenda::part(names[0], &public.items, &scribe.headed());
    let public_part = scribe.part();
    let mut scribe = Scribe::non_public(public, non_public, scribe.notes);
    let agenda_non_public = agenda::part(names[1], &non_public.items, &scribe.headed());
    let non_public_part = scribe.part();

    let mut items = vec![section(names[0])];
    items.extend(public_part);
    items.push(Block::Section {
        title: names[1].to_owned(),
        start: Start::NewPage,
        mark: Some(wording::NON_PUBLIC_MARK.to_owned()),
    });
    items.extend(non_public_part);
    items.extend(led(&non_public.led));
    items.extend(end(record));
    let content = Content {
        attendance: &attendance::beside_departures(&non_public.attendance),
        later_clerks: &non_public.later_clerks,
        agenda: [agenda_public, agenda_non_public],
        items,
        signatures: signatures(signers(record), fields_or_frames(public.issue.edition)),
        sources: &[Source::of_public(public), Source::of_non_public(non_public)],
    };
    document(public, wording::BOTH_PARTS, wording::COMPLETE_FOOTER, content)
}

/// The minutes of the non-public part by themselves; none where the session had no such part.
pub fn non_public(record: &Record) -> Option<Document> {
    let public = &record.public;
    let non_public = record.non_public.as_ref()?;
    let non_public = &*template::told_non_public(public.template.minutes_type, non_public);
    let name = headings::non_public_part(&public.template.headings);
    let mut scribe = Scribe::non_public(public, non_public, 0);
    let agenda = agenda::part(name, &non_public.items, &scribe.headed());
    let mut items = vec![section(name)];
    items.extend(scribe.part());
    items.extend(led(&non_public.led));
    items.extend(end(record));
    let content = Content {
        attendance: &non_public.attendance,
        later_clerks: &non_public.later_clerks,
        agenda: [agenda, None],
        items,
        signatures: signatures(signers(record), fields_or_frames(public.issue.edition)),
        sources: &[Source::of_non_public(non_public)],
    };
    let document = document(public, name, wording::NON_PUBLIC_FOOTER, content);
    let session = head::session_non_public(public);
    Some(Document { mark: Some(wording::NON_PUBLIC_MARK.to_owned()), session, ..document })
}

/// The end of the whole session.
fn end(record: &Record) -> Option<Block> {
    let public = &record.public;
    let later = record.non_public.as_ref().and_then(|part| part.closed_by.as_ref());
    let chair = closing_chair(public, public.session.closed_by.as_ref().or(later));
    closed_at(public).map(|at| ended(public, wording::closing(at, &chair)))
}

fn ended(record: &PublicRecord, text: String) -> Block {
    paragraph(headings::end_label(&record.template.headings), text)
}

/// The minutes of the public part.
pub fn public(record: &PublicRecord) -> Document {
    one_part(record, &[])
}

/// The minutes of a session as far as it was public, with the redacted passages that are given.
fn one_part(record: &PublicRecord, passages: &[Inlines]) -> Document {
    let record = &*template::told(record);
    let words = &record.template.headings;
    let name = headings::public_part(words);
    let mut scribe = Scribe { passages, ..Scribe::public(record) };
    let agenda = agenda::part(name, &record.items, &scribe.headed());
    let neutral = agenda::neutral(headings::non_public_part(words), &record.non_public_agenda);
    let mut items = vec![section(name)];
    items.extend(scribe.part());
    items.extend(led(&record.led));
    let chair = closing_chair(record, record.session.closed_by.as_ref());
    items.extend(closed_at(record).map(|at| {
        let in_public = record.session.closed_in_public;
        ended(record, if in_public { wording::closing(at, &chair) } else { wording::end(at) })
    }));
    let (kind, foot) = match record.issue.edition {
        Edition::Reading => (SignatureKind::Copy, wording::READING_FOOTER),
        edition if passages.is_empty() => (fields_or_frames(edition), wording::PUBLIC_FOOTER),
        edition => (fields_or_frames(edition), wording::UNREDACTED_FOOTER),
    };
    let content = Content {
        attendance: &attendance::beside_departures(&record.attendance),
        later_clerks: &record.later_clerks,
        agenda: [agenda, neutral],
        items,
        signatures: signatures(public_signers(record), kind),
        sources: &[Source::of_public(record)],
    };
    document(record, name, foot, content)
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

/// What the minutes consist of.
struct Content<'a> {
    attendance: &'a record::Attendance,
    later_clerks: &'a [Clerk],
    agenda: [Option<AgendaPart>; 2],
    items: Vec<Block>,
    signatures: Block,
    sources: &'a [Source<'a>],
}

/// The minutes, with their blocks in the order of the template.
fn document(record: &PublicRecord, scope: &str, footer: &str, content: Content) -> Document {
    let template = &record.template;
    let Content { attendance, later_clerks, agenda, items, signatures, sources } = content;
    let (mut items, mut signatures) = (Some(items), Some(signatures));
    let mut parts: Vec<AgendaPart> = agenda.into_iter().flatten().collect();
    let mut blocks = Vec::new();
    for section in template.sections() {
        match section {
            Section::Attendance => blocks.extend(present(attendance, record, later_clerks)),
            Section::Agenda if parts.is_empty() => {}
            Section::Agenda => {
                blocks.push(self::section(headings::agenda(&template.headings)));
                blocks.push(Block::Agenda { parts: std::mem::take(&mut parts) });
            }
            Section::Items => blocks.extend(items.take().into_iter().flatten()),
            Section::Signatures => blocks.extend(signatures.take()),
            Section::Attachments => {
                blocks.extend(annexes::lists(sources, &template.headings));
                blocks.extend(annexes::annexes(record, attendance, sources));
            }
        }
    }
    let subtitle = wording::subtitle(record.session.number, &record.organization);
    let minutes = headings::minutes(&template.headings);
    let words = Words {
        title: head::title(record),
        running: head::running(minutes, &head::days(record), &record.organization),
        headline: head::headline(minutes, subtitle, scope),
        footer: footer.to_owned(),
        session: head::session(record),
    };
    Issuer::from(record).document(words, blocks)
}

fn section(title: &str) -> Block {
    Block::Section { title: title.to_owned(), start: Start::Here, mark: None }
}

/// Who was there.
fn present(
    attendance: &record::Attendance,
    record: &PublicRecord,
    later_clerks: &[Clerk],
) -> [Block; 2] {
    let list =
        attendance::compose(attendance, &record.clerk, later_clerks, Times::of(&record.session));
    let title = headings::attendance(&record.template.headings);
    [section(title), Block::Attendance(list)]
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

fn signatures(signers: Vec<Signer>, kind: SignatureKind) -> Block {
    Block::Signatures { kind, signers }
}

/// Who signs the complete version, as it stands on the page.
pub fn signers(record: &Record) -> Vec<Signer> {
    let Some(non_public) = &record.non_public else { return public_signers(&record.public) };
    signers_of(&record.public, &non_public.led, &[&record.public.acts, &non_public.acts])
}

/// Who signs the public version, as it stands on the page.
pub fn public_signers(record: &PublicRecord) -> Vec<Signer> {
    signers_of(record, &record.led, &[&record.acts])
}

/// The chair who opened the session on the left, the clerk on the right, below them whoever else
/// chaired, and then whoever was named to sign besides. Each chair signs for the items that he or
/// she led.
fn signers_of(record: &PublicRecord, led: &[Led], acts: &[&[Act]]) -> Vec<Signer> {
    let signer = |field: &str, person: &record::Person, role: String, items: String| Signer {
        field: field.to_owned(),
        name: names::full(person),
        role,
        items,
        picture: None,
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
    let chairs = led.iter().map(|one| &one.chair.person);
    let anyway: Vec<_> = chairs.chain([&record.chair.person, &record.clerk.person]).collect();
    for (number, person) in (1..).zip(cosigners(acts, &anyway)) {
        let field = match number {
            1 => COSIGNER_FIELD.to_owned(),
            more => format!("{more}-{COSIGNER_FIELD}"),
        };
        let role = wording::cosigner_role(person.form).to_owned();
        signers.push(signer(&field, person, role, String::new()));
    }
    signers
}

/// Who was named to sign besides, each once; whoever signs anyway does so once.
fn cosigners<'a>(acts: &[&'a [Act]], anyway: &[&record::Person]) -> Vec<&'a record::Person> {
    let mut named: Vec<&record::Person> = Vec::new();
    for act in acts.iter().flat_map(|acts| acts.iter()) {
        let What::Proceeding(proceeding) = &act.what else { continue };
        let Proceeding::Cosigners { persons } = proceeding.as_ref() else { continue };
        for person in persons {
            if !named.contains(&person) && !anyway.contains(&person) {
                named.push(person);
            }
        }
    }
    named
}

#[cfg(test)]
pub(crate) mod tests;
