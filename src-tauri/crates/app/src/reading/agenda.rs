//! Agendas: one item a line, numbered or not, in both parts.

use super::{counted, papers, without_bullet};
use crate::core::agenda_item::{ItemKind, Part};
use crate::view::{AgendaDraft, DraftItem};
use std::collections::BTreeSet;

/// An agenda while it is read.
#[derive(Default)]
struct Reader {
    items: Vec<DraftItem>,
    non_public: bool,
    /// A number whose title follows on the next line.
    waiting: Option<Number>,
    /// A heading "Beschlussvorschlag" whose text follows on the next line.
    proposal_follows: bool,
}

/// A number as it stood, and what it says about the part.
struct Number {
    text: String,
    part: Option<Part>,
}

/// Reads an agenda.
pub(crate) fn read(text: &str) -> AgendaDraft {
    let mut reader = Reader::default();
    for line in text.lines() {
        let line = without_bullet(line);
        if !line.is_empty() {
            reader.take(line);
        }
    }
    if let Some(number) = reader.waiting.take() {
        let name = number.text.clone();
        reader.add(number, &name);
    }
    let summary = summary(&reader.items);
    AgendaDraft { items: reader.items, summary }
}

/// An agenda with one more line at the end of a part. It gets the next number where the others have
/// numbers, and those behind it that count on move up by one.
pub(crate) fn with(text: &str, line: &str, part: Part) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let heads = |line: &&str| heading(without_bullet(line)) == Some(Part::NonPublic);
    let closed = lines.iter().position(heads);
    let at = match part {
        Part::Public => closed.unwrap_or(lines.len()),
        Part::NonPublic => lines.len(),
    };
    let (mut before, behind) = (lines.get(..at).unwrap_or_default(), lines.get(at..));
    while let [rest @ .., last] = before
        && last.trim().is_empty()
    {
        before = rest;
    }
    let behind = behind.unwrap_or_default();
    let numbered = lines.iter().any(|line| number(without_bullet(line)).0.is_some());
    let mut reader = Reader { non_public: part == Part::NonPublic, ..Reader::default() };
    before
        .iter()
        .map(|line| without_bullet(line))
        .filter(|line| !line.is_empty())
        .for_each(|line| reader.take(line));
    let next = reader.next_number();
    let mut out: Vec<String> = before.iter().map(|&line| line.to_owned()).collect();
    if part == Part::NonPublic && closed.is_none() {
        out.push("Nichtöffentlicher Teil".to_owned());
    }
    out.push(if numbered { format!("{next}. {line}") } else { line.to_owned() });
    let from = next.parse().ok().filter(|_| numbered);
    out.extend(behind.iter().map(|line| moved_up(line, from)));
    out.join("\n")
}

/// A line whose number is not below the one that was taken counts one more.
fn moved_up(line: &str, from: Option<u32>) -> String {
    // "N 2" counts within its part.
    let own = number(without_bullet(line)).0.filter(|number| number.part.is_none());
    let digits = own.map(|own| own.text.split('.').next().unwrap_or_default().to_owned());
    let top = digits.as_ref().and_then(|digits| digits.parse::<u32>().ok());
    match (digits, top) {
        (Some(digits), Some(top)) if from.is_some_and(|from| top >= from) => {
            line.replacen(&digits, &(top + 1).to_string(), 1)
        }
        _ => line.to_owned(),
    }
}

impl Reader {
    fn take(&mut self, line: &str) {
        if let Some(part) = heading(line) {
            self.non_public = part == Part::NonPublic;
            return;
        }
        let small = line.to_lowercase();
        if matches!(small.trim_end_matches(':').trim(), "tagesordnung" | "top" | "betreff") {
            return;
        }
        let (number, rest) = number(line);
        if let Some(number) = number {
            if rest.is_empty() {
                self.waiting = Some(number);
            } else {
                self.add(number, rest);
            }
            return;
        }
        if let Some(number) = self.waiting.take() {
            self.add(number, line);
            return;
        }
        if !self.belongs(line) {
            let number = Number { text: self.next_number(), part: None };
            self.add(number, line);
        }
    }

    /// Lines that belong to the item before them.
    fn belongs(&mut self, line: &str) -> bool {
        let Some(last) = self.items.last_mut() else { return false };
        if std::mem::take(&mut self.proposal_follows) {
            last.proposal = joined(&last.proposal, line, " ");
            return true;
        }
        if let Some(subject) = after(line, &["hier:", "hier :", "hier -", "hier –"]) {
            last.subject = joined(&last.subject, subject, "; ");
            return true;
        }
        let proposals = ["Beschlussvorschlag:", "Beschlussempfehlung:", "Beschlussentwurf:"];
        if let Some(proposal) = after(line, &proposals) {
            self.proposal_follows = proposal.is_empty();
            last.proposal = joined(&last.proposal, proposal, " ");
            return true;
        }
        if last.paper.is_empty()
            && let Some(paper) = papers::alone(line)
        {
            last.paper = paper;
            return true;
        }
        // A title that was broken by the page it was copied from goes on in small letters.
        if line.starts_with(char::is_lowercase) {
            if last.subject.is_empty() {
                last.name = joined(&last.name, line, " ");
            } else {
                last.subject = joined(&last.subject, line, " ");
            }
            return true;
        }
        false
    }

    fn add(&mut self, number: Number, title: &str) {
        self.proposal_follows = false;
        let part = if self.non_public { Part::NonPublic } else { Part::Public };
        let (title, paper) = papers::split(title);
        let title = title.replace('\t', " ");
        let (name, subject) = match split_subject(&title) {
            Some((name, subject)) => (name.to_owned(), subject.to_owned()),
            None => (title.trim().to_owned(), String::new()),
        };
        let kind = kind(&name);
        let (number, part) = (number.text, number.part.unwrap_or(part));
        self.items.push(DraftItem {
            number,
            name,
            subject,
            paper,
            kind,
            part,
            proposal: String::new(),
        });
    }

    /// The number after the highest one so far.
    fn next_number(&self) -> String {
        let own = |item: &&DraftItem| item.number.starts_with("N ");
        let prefixed = self.non_public && self.items.iter().any(|item| own(&item));
        let same = self.items.iter().filter(|item| own(item) == prefixed);
        let top = |item: &DraftItem| {
            let number = item.number.trim_start_matches("N ");
            number.split('.').next().and_then(|first| first.parse::<u32>().ok())
        };
        let next = same.filter_map(top).max().unwrap_or(0) + 1;
        if prefixed { format!("N {next}") } else { next.to_string() }
    }
}

/// The part that a heading begins: "Öffentlicher Teil", "B. Nichtöffentliche Sitzung".
fn heading(line: &str) -> Option<Part> {
    let small = line.to_lowercase().replace("nicht öffentlich", "nichtöffentlich");
    let small = small.replace("nicht-öffentlich", "nichtöffentlich");
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let part = |word: &&str| match *word {
        "öffentlich" | "öffentlicher" | "öffentliche" | "öffentlichen" => Some(Part::Public),
        "nichtöffentlich" | "nichtöffentlicher" | "nichtöffentliche" | "nichtöffentlichen" => {
            Some(Part::NonPublic)
        }
        _ => None,
    };
    let plain = |word: &&str| {
        let known = [
            "teil",
            "sitzung",
            "der",
            "den",
            "tagesordnung",
            "tagesordnungspunkte",
            "im",
            "i",
            "ii",
            "a",
            "b",
            "1",
            "2",
            "beratung",
        ];
        known.contains(word) || part(word).is_some()
    };
    if words.len() > 6 || !words.iter().all(plain) {
        return None;
    }
    words.iter().find_map(part)
}

/// The number at the beginning of a line, and what follows it.
fn number(line: &str) -> (Option<Number>, &str) {
    let mut rest = line;
    let mut named = false;
    for word in ["TOP", "Top", "Tagesordnungspunkt", "Punkt"] {
        if let Some(after) = rest.strip_prefix(word)
            && after
                .trim_start_matches(['.', ' ', '\t', ':', '\u{a0}'])
                .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'Ö' | 'N'))
        {
            rest = after.trim_start_matches(['.', ' ', '\t', ':', '\u{a0}']);
            named = true;
            break;
        }
    }
    let (part, after) = letter(rest);
    let digits: &str =
        &after[..after.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(after.len())];
    let bare = digits.trim_end_matches('.');
    let levels: Vec<&str> = bare.split('.').collect();
    let small = levels.iter().all(|level| (1..=3).contains(&level.len()));
    let behind = &after[bare.len()..];
    let closed = behind.trim_start_matches(['.', ')', ':']);
    let apart = closed.is_empty() || closed.starts_with(char::is_whitespace);
    // "20/041" is no number of an item, nor is a date.
    if bare.is_empty() || levels.len() > 4 || !small || !apart {
        return (None, line);
    }
    let title = closed.trim_start().trim_start_matches(['-', '–', '—', ':']).trim();
    if title.is_empty() && !named && part.is_none() && behind.is_empty() && bare.len() > 3 {
        return (None, line);
    }
    let text = if part == Some(Part::NonPublic) { format!("N {bare}") } else { bare.to_owned() };
    (Some(Number { text, part }), title)
}

/// "Ö 4" and "N 2", as councils number their parts apart.
fn letter(text: &str) -> (Option<Part>, &str) {
    for (letter, part) in [("NÖ", Part::NonPublic), ("Ö", Part::Public), ("N", Part::NonPublic)] {
        if let Some(after) = text.strip_prefix(letter) {
            let after = after.trim_start_matches([' ', '\t', '.', '\u{a0}']);
            if after.starts_with(|c: char| c.is_ascii_digit()) {
                return (Some(part), after);
            }
        }
    }
    (None, text)
}

/// "Titel, hier: Einzelheit" on one line.
fn split_subject(title: &str) -> Option<(&str, &str)> {
    let at = ["hier:", "Hier:"].iter().find_map(|word| title.find(word))?;
    let name = title[..at].trim_end_matches([' ', ',', ';', '-', '–', '—', '(', '.']);
    let subject = title[at + "hier:".len()..].trim();
    let opened = title[..at].trim_end().ends_with('(');
    let subject = if opened { subject.strip_suffix(')').unwrap_or(subject) } else { subject };
    (!name.is_empty() && !subject.is_empty()).then_some((name, subject))
}

/// What follows one of some beginnings, in capitals or not.
fn after<'a>(line: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    beginnings.iter().find_map(|beginning| {
        let head = line.get(..beginning.len())?;
        (head.to_lowercase() == beginning.to_lowercase()).then(|| line[head.len()..].trim())
    })
}

fn joined(one: &str, other: &str, between: &str) -> String {
    if one.is_empty() { other.to_owned() } else { format!("{one}{between}{other}") }
}

/// The kind, guessed from the words of the title.
fn kind(name: &str) -> ItemKind {
    let small = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let begins = |words: &[&str]| words.iter().any(|word| small.starts_with(word));
    if has(&["genehmigung", "anerkennung"]) && has(&["niederschrift", "protokoll"]) {
        return ItemKind::MinutesApproval;
    }
    if begins(&["nachträge", "nachtrag zur tagesordnung", "verschiedenes", "sonstiges"]) {
        return ItemKind::Addenda;
    }
    let found = ["anwesenheit", "beschlussfähigkeit", "tagesordnung", "ladung", "ordnungsgemäß"];
    if begins(&["formalien", "regularien", "eröffnung", "begrüßung", "benennung von berichterst"])
        || (begins(&["feststellung"]) && has(&found))
        || begins(&["einführung und verpflichtung", "verpflichtung"])
    {
        return ItemKind::Formalities;
    }
    if begins(&["anfrage", "beantwortung", "fragestunde", "einwohnerfragestunde", "fragen "]) {
        return ItemKind::Inquiry;
    }
    let tells = [
        "bericht",
        "mitteilung",
        "information",
        "sachstand",
        "vorstellung",
        "vortrag",
        "präsentation",
        "kenntnisnahme",
    ];
    if begins(&tells)
        || has(&[
            "sachstandsbericht",
            "mitteilungen der",
            "bericht der verwaltung",
            "informationen der",
        ])
    {
        return ItemKind::Report;
    }
    ItemKind::Proposal
}

fn summary(items: &[DraftItem]) -> String {
    let mut summary = counted(items.len(), "Punkt", "Punkte");
    let closed = items.iter().filter(|item| item.part == Part::NonPublic).count();
    if closed > 0 {
        summary = format!("{summary}, davon {closed} nichtöffentlich");
    }
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<&str> =
        items.iter().map(|item| item.number.as_str()).filter(|one| !seen.insert(*one)).collect();
    if !twice.is_empty() {
        let twice: Vec<&str> = twice.into_iter().take(5).collect();
        summary = format!("{summary}; doppelte Nummer: {}", twice.join(", "));
    }
    summary
}

#[cfg(test)]
mod tests;
