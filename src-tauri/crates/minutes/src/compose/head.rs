//! Letterhead, title block and the lines below it, and what every document says of itself.

use super::{hours, wording};
use crate::document::{
    Block, COMPOSER, Document, Graphic, Headline, LabelledLine, Letterhead, Status, Typeface,
};
use crate::record::{Body, Contact, Edition, Issue, Organization, PublicPlan, PublicRecord, What};
use chrono::NaiveDate;
use sitzungsbuch_core::{Moment, graphic};

/// Beside the times of a session.
const DURATION: &str = "Dauer";

/// Who issues a document, and when.
#[derive(Clone, Copy)]
pub(super) struct Issuer<'a> {
    pub(super) issue: Issue,
    body: &'a Body,
    organization: &'a Organization,
    contact: Option<&'a Contact>,
    typeface: Typeface,
}

impl<'a> From<&'a PublicRecord> for Issuer<'a> {
    fn from(record: &'a PublicRecord) -> Self {
        let PublicRecord { issue, body, organization, contact, template, .. } = record;
        let (contact, typeface) = (contact.as_ref(), template.typeface);
        Self { issue: *issue, body, organization, contact, typeface }
    }
}

impl<'a> From<&'a PublicPlan> for Issuer<'a> {
    fn from(plan: &'a PublicPlan) -> Self {
        let PublicPlan { issue, body, organization, contact, typeface, .. } = plan;
        let contact = contact.as_ref();
        Self { issue: *issue, body, organization, contact, typeface: *typeface }
    }
}

/// What a document says of itself.
pub(super) struct Words {
    /// Title of the file and running title.
    pub(super) title: String,
    /// The shorter one where that has no room.
    pub(super) running: String,
    pub(super) headline: Headline,
    /// Version line at the foot; a draft has its own.
    pub(super) footer: String,
    pub(super) session: Vec<LabelledLine>,
}

impl Issuer<'_> {
    /// A document that nobody sends and that has no mark.
    pub(super) fn document(self, words: Words, blocks: Vec<Block>) -> Document {
        let Words { title, running, headline, footer, session } = words;
        let issue = self.issue;
        Document {
            composer: COMPOSER,
            title,
            running,
            author: self.body.name.clone(),
            created: created(issue.at),
            footer: self::footer(issue, footer),
            status: status(issue.edition),
            typeface: self.typeface,
            mark: None,
            letterhead: self.letterhead(issue.at.date()),
            address: None,
            headline,
            session,
            blocks,
        }
    }

    /// Letterhead of a day.
    pub(super) fn letterhead(self, day: NaiveDate) -> Letterhead {
        let place_and_date = wording::place_and_date(&self.body.place, day);
        let mut head = Letterhead { place_and_date, ..self.sender() };
        if let Some(contact) = self.contact {
            "Es informiert Sie:".clone_into(&mut head.contact_heading);
            head.contact_name.clone_from(&contact.name);
            let lines =
                [("Telefon", &contact.phone), ("Fax", &contact.fax), ("E-Mail", &contact.email)];
            let filled = lines.into_iter().filter(|(_, value)| !value.is_empty());
            head.contact = filled.map(|(label, value)| line(label, value)).collect();
        }
        head
    }

    /// Letterhead of a list: who met, and nothing beside it.
    pub(super) fn sender(self) -> Letterhead {
        Letterhead {
            body: self.body.name.clone(),
            organ: self.body.organ.clone(),
            organization: self.organization.name.clone(),
            contact_heading: String::new(),
            contact_name: String::new(),
            contact: Vec::new(),
            place_and_date: String::new(),
            arms: self.body.arms.as_ref().map(graphic),
        }
    }
}

/// Version line at the foot; a draft has its own.
pub(super) fn footer(issue: Issue, words: String) -> String {
    match issue.edition {
        Edition::Draft => wording::draft_footer(issue.at),
        Edition::Final | Edition::Reading | Edition::Sample => words,
    }
}

/// A line with a label.
pub(super) fn line(label: &str, value: impl Into<String>) -> LabelledLine {
    LabelledLine { label: label.to_owned(), value: value.into() }
}

/// A picture of the master data or of a text.
pub fn graphic(graphic: &graphic::Graphic) -> Graphic {
    match graphic {
        graphic::Graphic::Svg(text) => Graphic::Svg(text.clone()),
        graphic::Graphic::Base64(text) => Graphic::Base64(text.clone()),
    }
}

/// A title block.
pub(super) fn headline(title: &str, subtitle: String, scope: &str) -> Headline {
    Headline { title: title.to_owned(), subtitle, scope: scope.to_owned() }
}

/// "Niederschrift über die 9. Sitzung ... am 12.11.2026".
pub(super) fn title(record: &PublicRecord) -> String {
    let minutes = wording::headings::minutes(&record.template.headings);
    format!("{minutes} {}", session_on(record))
}

/// "über die 9. Sitzung ... am 12.11.2026".
pub(super) fn session_on(record: &PublicRecord) -> String {
    let subtitle = wording::subtitle(record.session.number, &record.organization);
    format!("{subtitle} am {}", days(record))
}

/// "Beschlussauszug zu TOP 6, 12.11.2026, Ausschuss für Digitalisierung": the name may be cut, the day not.
pub(super) fn running(what: &str, days: &str, organization: &Organization) -> String {
    format!("{what}, {days}, {}", organization.name)
}

/// The days of a session.
pub(super) fn days(record: &PublicRecord) -> String {
    let session = &record.session;
    let mut days = vec![session.opened.date()];
    days.extend(session.continued.iter().map(|(_, to)| to.date()));
    days.dedup();
    wording::days(&days)
}

/// Planned time, actual time, place, and the term where it is printed.
pub(super) fn session(record: &PublicRecord) -> Vec<LabelledLine> {
    let session = &record.session;
    let mut lines = vec![
        line("Sitzungstermin", wording::session_date(session.planned)),
        line(DURATION, wording::duration(session.opened, &session.continued, session.closed)),
        line("Sitzungsort", session.place.clone()),
    ];
    if !session.legislative_term.is_empty() {
        let term = session.legislative_term.as_str();
        // "XII. Wahlperiode": beside the label the number alone, no longer an ordinal.
        let number = term.strip_suffix(". Wahlperiode").or(term.strip_suffix(" Wahlperiode"));
        lines.push(line("Wahlperiode", number.unwrap_or(term)));
    }
    lines
}

/// The same above the file of the non-public part, which by itself tells of no change of part: it
/// also says when that part was held, if it was.
pub(super) fn session_non_public(record: &PublicRecord) -> Vec<LabelledLine> {
    let mut lines = session(record);
    let after = lines.iter().position(|line| line.label == DURATION).map_or(0, |at| at + 1);
    let times = non_public_times(record);
    if !times.is_empty() {
        lines.insert(after, line(wording::NON_PUBLIC_MARK, times));
    }
    lines
}

/// "17:41 Uhr bis 18:07 Uhr".
fn non_public_times(record: &PublicRecord) -> String {
    let session = &record.session;
    let mut parts: Vec<(Option<Moment>, Option<Moment>)> = Vec::new();
    for act in &record.acts {
        match (&act.what, parts.last_mut()) {
            (What::PartChange { to_public: true, .. }, Some(part)) => part.1 = Some(act.at),
            (What::PartChange { to_public: false, .. }, _) => parts.push((Some(act.at), None)),
            _ => {}
        }
    }
    let spans: Vec<_> = parts.into_iter().flat_map(|part| hours::sittings(session, part)).collect();
    wording::spans(&spans, !session.continued.is_empty())
}

/// Planned time and place.
pub(super) fn planned(plan: &PublicPlan) -> Vec<LabelledLine> {
    vec![
        line("Sitzungstermin", wording::session_date(plan.start)),
        line("Sitzungsort", plan.place.clone()),
    ]
}

/// Draft, final or sample.
pub(super) fn status(edition: Edition) -> Status {
    match edition {
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
