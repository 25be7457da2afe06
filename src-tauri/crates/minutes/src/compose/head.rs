//! Letterhead, title block and the lines below it.

use super::wording;
use crate::document::{Graphic, Headline, LabelledLine, Letterhead, Status};
use crate::record::{Edition, PublicRecord};
use sitzungsbuch_core::{Moment, organization};

/// A line with a label.
pub(super) fn line(label: &str, value: impl Into<String>) -> LabelledLine {
    LabelledLine { label: label.to_owned(), value: value.into() }
}

/// Letterhead.
pub(super) fn letterhead(record: &PublicRecord) -> Letterhead {
    let mut head = Letterhead {
        body: record.body.name.clone(),
        organ: record.body.organ.clone(),
        organization: record.organization.name.clone(),
        contact_heading: String::new(),
        contact_name: String::new(),
        contact: Vec::new(),
        place_and_date: wording::place_and_date(&record.body.place, record.issue.at.date()),
        arms: record.body.arms.as_ref().map(graphic),
    };
    if let Some(contact) = &record.contact {
        "Es informiert Sie:".clone_into(&mut head.contact_heading);
        head.contact_name.clone_from(&contact.name);
        let lines =
            [("Telefon", &contact.phone), ("Fax", &contact.fax), ("E-Mail", &contact.email)];
        let filled = lines.into_iter().filter(|(_, value)| !value.is_empty());
        head.contact = filled.map(|(label, value)| line(label, value)).collect();
    }
    head
}

/// A picture of the master data.
pub fn graphic(graphic: &organization::Graphic) -> Graphic {
    match graphic {
        organization::Graphic::Svg(text) => Graphic::Svg(text.clone()),
        organization::Graphic::Base64(text) => Graphic::Base64(text.clone()),
    }
}

/// Title block.
pub(super) fn headline(record: &PublicRecord, scope: &str) -> Headline {
    Headline {
        title: "Niederschrift".to_owned(),
        subtitle: wording::subtitle(record.session.number, &record.organization),
        scope: scope.to_owned(),
    }
}

/// Title of the file and running title.
pub(super) fn title(record: &PublicRecord) -> String {
    let subtitle = wording::subtitle(record.session.number, &record.organization);
    let session = &record.session;
    let mut days = vec![session.opened.date()];
    days.extend(session.continued.iter().map(|(_, to)| to.date()));
    days.dedup();
    format!("Niederschrift {subtitle} am {}", wording::days(&days))
}

/// Planned time, actual time, place.
pub(super) fn session(record: &PublicRecord) -> Vec<LabelledLine> {
    let session = &record.session;
    vec![
        line("Sitzungstermin", wording::session_date(session.planned)),
        line("Dauer", wording::duration(session.opened, &session.continued, session.closed)),
        line("Sitzungsort", session.place.clone()),
    ]
}

/// Draft, final or sample.
pub(super) fn status(record: &PublicRecord) -> Status {
    match record.issue.edition {
        Edition::Draft => Status::Draft,
        Edition::Final | Edition::Reading => Status::Final,
        Edition::Sample => Status::Sample,
    }
}

/// `2026-11-20T10:00:00+01:00`: a moment knows no seconds.
pub(super) fn created(at: Moment) -> String {
    let text = at.to_string();
    match text.split_at_checked(16) {
        Some((civil, offset)) => format!("{civil}:00{offset}"),
        None => text,
    }
}
