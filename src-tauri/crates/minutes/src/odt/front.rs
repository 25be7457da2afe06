//! The head of the first page, and the agenda.

use super::automatic::MASTER;
use super::content::Content;
use super::lists::Level;
use super::styles::{self, AGENDA, FIRST_PAGE};
use super::tables::NO_EDGES;
use super::units::{FULL, HANG};
use crate::document::{AgendaEntry, AgendaPart, Document, Letterhead};
use crate::picture::fitted;

/// Where the contact begins, seen from the label axis.
const CONTACT: i64 = 10_000;
/// The largest arms, and the space beside them.
const ARMS: (i64, i64) = (3_400, 1_700);
const ARMS_CLEAR: i64 = 450;
/// Characters of the agenda that fit on a line beside a number.
const AGENDA_LINE: usize = 64;

impl Content {
    /// Letterhead, title and session.
    pub(super) fn front(&mut self, document: &Document) {
        self.letterhead(&document.letterhead);
        if let Some(address) = &document.address {
            self.once.push(("fo:margin-top", "18pt".to_owned()));
            self.line("Kontakt", &address.sender);
            self.once.clear();
            address.lines.iter().for_each(|line| self.line("Standard", line));
        }
        let words = &document.headline;
        self.heading("Heading 1", 1);
        self.say(&words.title);
        if let Some(mark) = document.status.mark() {
            self.xml.text(" ");
            self.styled("Statusmarke", &styles::padded(mark));
        }
        if let Some(mark) = &document.mark {
            self.xml.text(" ");
            self.styled("Kennzeichen", &styles::padded(mark));
        }
        self.xml.close();
        self.line("Subtitle", &words.subtitle);
        self.line("Fassung", &words.scope);
        self.once.push(("fo:margin-top", "18pt".to_owned()));
        self.lines("Sitzungsangabe", &document.session);
        self.once.clear();
    }

    /// Arms, sender and contact beside each other: a table without rules.
    fn letterhead(&mut self, head: &Letterhead) {
        let arms = head.arms.as_ref();
        let arms = arms.and_then(|arms| self.pictures.take(arms, None, |own| fitted(own, ARMS)));
        let left = arms.as_ref().map(|arms| arms.width + ARMS_CLEAR);
        let columns = [left, Some(CONTACT - left.unwrap_or(0)), Some(FULL - CONTACT)];
        let columns: Vec<i64> = columns.into_iter().flatten().collect();
        let page = vec![(MASTER, FIRST_PAGE.to_owned())];
        self.open_table("Briefkopf", &columns, -HANG, page);
        self.open_row(true);
        if let Some(arms) = &arms {
            self.open_cell(&NO_EDGES, (1, 1), "0mm");
            self.paragraph("Kontakt");
            self.show(arms, "Wappen oder Logo");
            self.xml.close();
            self.xml.close();
        }
        self.open_cell(&NO_EDGES, (1, 1), "5mm");
        self.line("Körperschaft", &head.body);
        self.line("Organ", &head.organ);
        self.line("Gremium", &head.organization);
        self.xml.close();
        self.open_cell(&NO_EDGES, (1, 1), "0mm");
        if !head.contact_heading.is_empty() {
            self.paragraph("Kontakt");
            self.styled("Stichwort", &head.contact_heading);
            self.xml.close();
        }
        self.line("Kontakt", &head.contact_name);
        for line in head.contact.iter().filter(|line| !line.value.is_empty()) {
            self.paragraph("Kontakt");
            self.say(&line.label);
            self.xml.text("\t");
            self.say(&line.value);
            self.xml.close();
        }
        self.line("Ort und Datum", &head.place_and_date);
        for _ in 0..3 {
            self.xml.close();
        }
    }

    /// The agenda: a list whose numbers are those of the session, each title a link to its item.
    pub(super) fn agenda(&mut self, parts: &[AgendaPart]) {
        for part in parts {
            self.heading("Teil der Tagesordnung", 3);
            self.say(&part.name);
            self.xml.close();
            self.entries(&part.entries);
        }
    }

    fn entries(&mut self, entries: &[AgendaEntry]) {
        if entries.is_empty() {
            return;
        }
        let sub = !self.levels.is_empty();
        let style = if sub { "Tagesordnung Unterpunkt" } else { "Tagesordnung" };
        self.open_list(AGENDA);
        self.levels.push(Level::new(AGENDA));
        for entry in entries {
            self.xml.open("text:list-item", &[]);
            self.paragraph(style);
            self.say(&entry.number);
            self.xml.text("\t");
            match &entry.target {
                Some(target) => self.link(&format!("#{target}"), "Verweis", &entry.title),
                None => self.say(&entry.title),
            }
            if !entry.paper.is_empty() {
                let length = entry.title.chars().count() + entry.paper.chars().count();
                let room = if sub { AGENDA_LINE - 6 } else { AGENDA_LINE };
                // A long title has the paper at the end of its last line, where there is room.
                self.xml.text(if length > room && length < room + 16 { "\n\t" } else { "\t" });
                self.say(&entry.paper);
            }
            if !entry.subject.is_empty() {
                self.xml.text("\n");
                self.say(&entry.subject);
            }
            self.xml.close();
            self.entries(&entry.entries);
            self.xml.close();
        }
        self.levels.pop();
        self.xml.close();
    }
}
