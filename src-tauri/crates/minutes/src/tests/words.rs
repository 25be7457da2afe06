//! The words of a document in reading order, and what is wrong with a text that should hold them:
//! each block exactly once, in order, no word broken.

use crate::document::{
    AgendaEntry, AttendanceTable, Block, Decision, Document, Inline, LabelledLine, SignatureKind,
    Table,
};
use std::collections::BTreeMap;

/// What should stand in a file.
#[derive(Default)]
pub(super) struct Words {
    /// Everything but notes, in order.
    main: Vec<String>,
    /// Notes with their numbers; where on the page they stand is the business of the layout.
    notes: Vec<String>,
}

pub(super) fn of(document: &Document) -> Words {
    let mut words = Words::default();
    let head = &document.letterhead;
    words.say([&head.body, &head.organ, &head.organization]);
    words.say([&head.contact_heading, &head.contact_name]);
    words.lines(head.contact.iter().filter(|line| !line.value.is_empty()));
    words.say([&head.place_and_date, &document.headline.title]);
    words.say([document.status.mark(), document.mark.as_deref()].map(Option::unwrap_or_default));
    words.say([&document.headline.subtitle, &document.headline.scope]);
    words.lines(&document.session);
    words.blocks(&document.blocks);
    words
}

impl Words {
    fn say<S: AsRef<str>>(&mut self, all: impl IntoIterator<Item = S>) {
        self.main.extend(all.into_iter().map(|one| one.as_ref().to_owned()));
    }

    fn lines<'l>(&mut self, lines: impl IntoIterator<Item = &'l LabelledLine>) {
        for line in lines {
            self.say([&line.label, &line.value]);
        }
    }

    fn inline(&mut self, content: &[Inline]) {
        let mut text = String::new();
        for one in content {
            match one {
                Inline::Text { text: words, .. } => text.push_str(words),
                Inline::Link { href } => text.push_str(href),
                Inline::Footnote { number, content } => {
                    text.push_str(&raised(*number));
                    let mut note = Self::default();
                    note.inline(content);
                    self.notes.push(format!("{} {}", raised(*number), note.main.join(" ")));
                    self.notes.append(&mut note.notes);
                }
            }
        }
        self.main.push(text);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Section { title, .. } => self.say([title]),
                Block::Item { label, title, subject, paper, .. } => {
                    self.say([label, title, subject, paper]);
                }
                Block::Subheading { content } => self.inline(content),
                Block::Paragraph { label, content } => {
                    self.say([label]);
                    self.inline(content);
                }
                Block::Quote { blocks } => self.blocks(blocks),
                Block::List { items, .. } => {
                    for item in items {
                        self.say([&item.label]);
                        self.blocks(&item.blocks);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Picture(picture) => self.say([&picture.caption]),
                Block::Decision(decision) => self.decision(decision),
                Block::Agenda { parts } => {
                    for part in parts {
                        self.say([&part.name]);
                        part.entries.iter().for_each(|entry| self.entry(entry));
                    }
                }
                Block::Attendance(list) => {
                    self.attendance(&list.members);
                    list.others.iter().for_each(|others| self.attendance(others));
                    self.say([&list.legend]);
                }
                Block::Sheet(sheet) => {
                    sheet.head.iter().for_each(|head| self.say([head]));
                    for row in &sheet.rows {
                        self.say([&row.number, &row.name, &row.below]);
                    }
                    self.say([&sheet.legend]);
                }
                Block::Lines { lines } => self.lines(lines),
                Block::Particulars { rows } => {
                    for row in rows {
                        self.say([&row.label]);
                        row.entries.iter().for_each(|entry| self.say(entry));
                    }
                }
                Block::Signatures { kind, signers } => {
                    for signer in signers {
                        match kind {
                            SignatureKind::Fields | SignatureKind::Lines => {
                                self.say([&signer.name]);
                            }
                            SignatureKind::Frames => self.say([UNSIGNED, &signer.name]),
                            SignatureKind::Copy => self.say(["gez.", &signer.name]),
                        }
                        self.say([&signer.role, &signer.items]);
                    }
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.say([&table.caption]);
        if !table.caption.is_empty() && !table.legend.is_empty() {
            self.say(["–"]);
        }
        self.say([&table.legend]);
        let rows = std::iter::once(&table.head).chain(&table.rows).chain(&table.total);
        rows.flatten().for_each(|cell| self.inline(cell));
    }

    fn decision(&mut self, decision: &Decision) {
        self.say([&decision.label]);
        self.blocks(&decision.wording);
        if let Some(result) = &decision.result {
            self.say([&result.lead, &result.words, &result.figures]);
        }
        decision.table.iter().for_each(|table| self.table(table));
    }

    fn entry(&mut self, entry: &AgendaEntry) {
        self.say([&entry.number, &entry.title, &entry.subject, &entry.paper]);
        entry.entries.iter().for_each(|entry| self.entry(entry));
    }

    fn attendance(&mut self, table: &AttendanceTable) {
        self.say(&table.head);
        for group in &table.groups {
            self.say([&group.name]);
            for row in &group.rows {
                self.say([&row.name]);
                self.say(&row.annotations);
                self.say(&row.cells);
            }
        }
    }
}

/// As marks of notes are printed.
fn raised(number: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string().into_bytes();
    digits.into_iter().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// What a field shows before it is signed; it is drawn by the field, not by the document.
const UNSIGNED: &str = "Signaturfeld – noch nicht unterzeichnet";

/// Characters that only say where a line may end.
fn silent(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || sign.is_control()
}

/// Without spaces and line ends.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !silent(*sign)).collect()
}

/// Words by how often they stand there; a hyphen at the end of a line joins what it parted.
fn counted<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for text in texts {
        let mut joined = String::new();
        let mut parted = false;
        for sign in text.chars() {
            parted = sign == '\u{ad}' || (parted && sign.is_whitespace());
            if !parted && (sign.is_whitespace() || !silent(sign)) {
                joined.push(sign);
            }
        }
        for word in joined.split_whitespace() {
            *counted.entry(word.to_owned()).or_default() += 1;
        }
    }
    counted
}

/// Words that a line may end in without a sign: after a hyphen or a slash, or where no line holds
/// them.
fn may_break(word: &str) -> bool {
    word.chars().count() > 30 || word.contains(['-', '–', '/', '\u{ad}', '@', '*', '_'])
}

/// What is wrong with an extracted text.
pub(super) fn compare(words: &Words, extracted: &str) -> Vec<String> {
    let extracted = extracted.replace(UNSIGNED, "");
    let mut rest = squeezed(&extracted);
    let mut faults = Vec::new();
    for note in &words.notes {
        let note = squeezed(note);
        match rest.find(&note) {
            Some(at) => rest.replace_range(at..at + note.len(), ""),
            None => faults.push(format!("the note is not there as one: {note:.60}")),
        }
    }
    let main = words.main.join(" ");
    let expected = squeezed(&main.replace(UNSIGNED, ""));
    if let Some(at) = difference(&expected, &rest) {
        faults.push(format!(
            "instead of „{}“ there is „{}“",
            around(&expected, at),
            around(&rest, at)
        ));
    }
    let all = words.main.iter().chain(&words.notes).map(String::as_str);
    let said = counted(all.filter(|one| *one != UNSIGNED));
    let shown = counted([extracted.as_str()]);
    let broken = said.iter().filter(|(word, count)| {
        !may_break(word) && shown.get(*word).copied().unwrap_or(0) < **count
    });
    let broken: Vec<&str> = broken.map(|(word, _)| word.as_str()).take(5).collect();
    if !broken.is_empty() {
        faults.push(format!("broken words: {broken:?}"));
    }
    faults
}

/// Where two texts part, as a number of characters.
fn difference(one: &str, other: &str) -> Option<usize> {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    (one != other).then_some(same)
}

fn around(text: &str, at: usize) -> String {
    text.chars().skip(at.saturating_sub(20)).take(60).collect()
}

/// A comparison that finds nothing in anything is none.
mod controls {
    use super::*;

    fn words() -> Words {
        Words {
            main: vec!["Der Ausschuss berät1".into(), "die Vorlage.".into()],
            notes: vec!["1 Vgl. die Anlage.".into()],
        }
    }

    #[test]
    fn the_same_words_in_lines_are_the_same() {
        let extracted = "Der Aus\u{ad}\nschuss berät1\ndie Vorlage.\n1 Vgl. die\nAnlage.\n";
        assert_eq!(compare(&words(), extracted), Vec::<String>::new());
    }

    #[test]
    fn what_is_lost_doubled_moved_or_broken_is_found() {
        for damaged in [
            "Der Ausschuss berät1 1 Vgl. die Anlage.",
            "Der Ausschuss berät1 die Vorlage. die Vorlage. 1 Vgl. die Anlage.",
            "die Vorlage. Der Ausschuss berät1 1 Vgl. die Anlage.",
            "Der Aus schuss berät1 die Vorlage. 1 Vgl. die Anlage.",
            "DerAusschuss berät1 die Vorlage. 1 Vgl. die Anlage.",
            "Der Ausschuss berät1 die Vorlage.",
            "Der Ausschuss berät1 die Vorlage. 1 Vgl. die Anlage. 1 Vgl. die Anlage.",
        ] {
            assert!(!compare(&words(), damaged).is_empty(), "{damaged}");
        }
    }
}
