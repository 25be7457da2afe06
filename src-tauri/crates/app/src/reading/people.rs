//! Lists of members: one person a line, with status, faction, function and substitutes in any
//! order.

use super::{counted, name, without_bullet};
use crate::core::membership::Status;
use crate::view::{DraftPerson, PeopleDraft};
use chrono::{Datelike, NaiveDate};

/// For whom somebody stands in who was named as a substitute without saying for whom.
pub(crate) const EVERYBODY: &str = "alle";

/// What headings said about the lines below them.
#[derive(Default, Clone)]
struct Heading {
    faction: String,
    status: Option<Status>,
    substitutes: bool,
}

/// Reads a list.
pub(crate) fn read(text: &str) -> PeopleDraft {
    let mut people = Vec::new();
    let mut heading = Heading::default();
    for line in text.lines() {
        let line = without_number(without_bullet(line));
        if line.is_empty() || heading.takes(line) {
            continue;
        }
        people.extend(read_line(line, &heading));
    }
    let summary = summary(&people);
    PeopleDraft { people, summary }
}

impl Heading {
    /// Whether a line is a heading; then it counts from here on.
    fn takes(&mut self, line: &str) -> bool {
        let bare = line.trim_end_matches(':').trim();
        let small = bare.to_lowercase();
        let known = match small.as_str() {
            "mitglieder" | "ordentliche mitglieder" | "mitglied" | "namen" | "name" => Some(false),
            "stellvertretende mitglieder"
            | "vertretungen"
            | "vertretung"
            | "stellvertretungen"
            | "vertreter"
            | "vertreterinnen und vertreter"
            | "stellvertreter"
            | "stellvertreterinnen und stellvertreter"
            | "ersatzmitglieder" => Some(true),
            _ => None,
        };
        if let Some(substitutes) = known {
            *self = Self { substitutes, ..Self::default() };
            return true;
        }
        if bare.len() == line.len() && !small.starts_with("fraktion ") {
            return false;
        }
        if let Some(status) = status(bare) {
            self.status = Some(status);
            return true;
        }
        if is_faction(bare) {
            self.faction = faction(bare);
            return true;
        }
        false
    }
}

/// A guest as typed in the notes, with the organisation behind the name: "Frau Ankerbrand, Hochschule",
/// "Ruth Ankerbrand (Hochschule)", "Ankerbrand – Hochschule".
pub(crate) fn guest(line: &str) -> (&str, &str) {
    let signs = [",", ";", "(", " – ", " - "];
    let first = signs.iter().filter_map(|sign| Some((line.find(sign)?, sign.len()))).min();
    let Some((at, sign)) = first else { return (line.trim(), "") };
    let detail = line[at + sign..].trim();
    let in_brackets = line[at..].starts_with('(').then(|| detail.strip_suffix(')')).flatten();
    (line[..at].trim(), in_brackets.map_or(detail, str::trim_end))
}

/// "1." or "(1)" before an entry.
fn without_number(line: &str) -> &str {
    let open = line.strip_prefix('(').unwrap_or(line);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &open[digits..];
    let closed = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    let is_number = (1..=3).contains(&digits)
        && (closed.len() < rest.len() || closed.starts_with(char::is_whitespace));
    if is_number && !closed.trim().is_empty() { closed.trim_start() } else { line }
}

/// The person of a line, and those who are named there as substitutes.
fn read_line(line: &str, heading: &Heading) -> Vec<DraftPerson> {
    let (own, substitutes) = split_substitutes(line);
    let mut person = read_person(own);
    if person.faction.is_empty() {
        person.faction.clone_from(&heading.faction);
    }
    person.status = person.status.or(heading.status);
    if heading.substitutes && person.substitute_for.is_empty() {
        EVERYBODY.clone_into(&mut person.substitute_for);
    }
    let whom = full_name(&person);
    let mut all = vec![person];
    for text in substitutes {
        let mut substitute = read_person(text);
        substitute.substitute_for.clone_from(&whom);
        all.push(substitute);
    }
    all
}

/// Given and family name, as another line would write them.
pub(crate) fn full_name(person: &DraftPerson) -> String {
    let parts = [&person.title, &person.given_name, &person.family_name];
    let parts = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// "Herr Muster (SB) – Vertretung: Frau Ersatz; Herr Zweit".
fn split_substitutes(line: &str) -> (&str, Vec<&str>) {
    for word in ["Vertretung", "Vertreterin", "Vertreter", "Vertr.", "Ersatz", "Stv."] {
        for (at, _) in line.match_indices(word).chain(line.match_indices(&word.to_lowercase())) {
            let after = line[at + word.len()..].trim_start();
            let Some(names) = after.strip_prefix(':') else { continue };
            // "Stellvertretung", "persönliche Vertretung".
            let before = line[..at].trim_end_matches(|c: char| c.is_alphabetic());
            let before = before.trim_end().trim_end_matches("persönliche").trim_end();
            let own = before.trim_end_matches([' ', '\t', '–', '—', '-', ',', ';', '(', '[', '|']);
            if own.is_empty() {
                continue;
            }
            let names = names.trim_end_matches([')', ']', ' ']);
            let names = names.split(';').flat_map(|names| names.split(" und "));
            return (own, names.map(str::trim).filter(|name| !name.is_empty()).collect());
        }
    }
    (line, Vec::new())
}

/// One person: the name first, then what is said about it.
fn read_person(text: &str) -> DraftPerson {
    let mut segments = segments(text).into_iter();
    let first = segments.next().unwrap_or_default();
    let mut rest: Vec<String> = segments.collect();
    let (mut own, inside) = take_status(&first);
    let lacks_given = name::read(&own).given.is_empty();
    if let Some(next) = rest.first().filter(|next| lacks_given && is_given_name(&own, next)) {
        own = format!("{own}, {next}");
        rest.remove(0);
    }
    let name = name::read(&own);
    let mut person = DraftPerson {
        form_of_address: name.form,
        title: name.title,
        given_name: name.given,
        family_name: name.family,
        status: inside,
        faction: String::new(),
        chair: false,
        deputy: false,
        substitute_for: String::new(),
        born: String::new(),
        remainder: String::new(),
    };
    let mut left = Vec::new();
    for segment in rest {
        for word in words_of_status(&segment) {
            if !understand(&mut person, &word) {
                left.push(word);
            }
        }
    }
    person.remainder = left.join(", ");
    person
}

/// Pieces between commas, semicolons, tabs, bars, spaced dashes and brackets.
fn segments(text: &str) -> Vec<String> {
    let marked =
        [" – ", " — ", " - "].iter().fold(text.to_owned(), |text, dash| text.replace(dash, "\t"));
    let pieces = marked.split([',', ';', '\t', '|', '(', ')', '[', ']']);
    let pieces = pieces.map(|piece| piece.trim().trim_matches(['–', '—']).trim());
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// "Anna" after "Beispiel", and not "CDU".
fn is_given_name(family: &str, next: &str) -> bool {
    let words = next.split_whitespace().count();
    let letters = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’');
    !family.contains(',')
        && words <= 4
        && next.starts_with(char::is_uppercase)
        && next.chars().all(letters)
        && status(next).is_none()
        && !is_faction(next)
        && !understand(&mut nobody(), next)
}

/// A person of whom nothing is known, to try a word on.
fn nobody() -> DraftPerson {
    DraftPerson {
        form_of_address: crate::core::person::FormOfAddress::None,
        title: String::new(),
        given_name: String::new(),
        family_name: String::new(),
        status: None,
        faction: String::new(),
        chair: false,
        deputy: false,
        substitute_for: String::new(),
        born: String::new(),
        remainder: String::new(),
    }
}

/// An abbreviation of a status inside of a name: "Frau KA Brandtner".
fn take_status(name: &str) -> (String, Option<Status>) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let found = words.iter().position(|word| status(word).is_some());
    let Some(at) = found.filter(|_| words.len() > 1) else { return (name.to_owned(), None) };
    let own: Vec<&str> =
        words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| *w).collect();
    (own.join(" "), status(words[at]))
}

/// "SPD SB" without a comma between them.
fn words_of_status(segment: &str) -> Vec<String> {
    let (rest, found) = take_status(segment);
    match found {
        Some(_) if status(segment).is_none() && !segment.to_lowercase().contains("für ") => {
            let words = segment.split_whitespace().filter(|word| status(word).is_some());
            words.take(1).map(str::to_owned).chain([rest]).collect()
        }
        _ => vec![segment.to_owned()],
    }
}

/// Takes over what a piece says; false if it says nothing that is known.
fn understand(person: &mut DraftPerson, piece: &str) -> bool {
    let small = piece.to_lowercase();
    if let Some(day) = born(&small).filter(|_| person.born.is_empty()) {
        day.clone_into(&mut person.born);
        return true;
    }
    if person.status.is_none()
        && let Some(status) = status(piece)
    {
        person.status = Some(status);
        return true;
    }
    if small.contains("vorsitz") && !small.contains("für ") && small.split(' ').count() <= 3 {
        let deputy = ["stellv", "stv", "vize", "vertret"].iter().any(|word| small.contains(word));
        person.deputy |= deputy;
        person.chair |= !deputy;
        return true;
    }
    let stands_in = ["vertret", "stellv", "stv.", "ersatz"].iter().any(|w| small.starts_with(w))
        || small.starts_with("vertritt")
        || small.starts_with("persönliche vertret")
        || small.starts_with("für ");
    if stands_in && person.substitute_for.is_empty() {
        let whom = [" für ", " von ", "vertritt ", "Vertritt ", "für ", "Für "]
            .iter()
            .find_map(|word| piece.split_once(word).map(|(_, whom)| whom));
        let whom = whom.map_or(EVERYBODY, str::trim);
        without_address(whom).clone_into(&mut person.substitute_for);
        return true;
    }
    if matches!(small.as_str(), "mitglied" | "ordentliches mitglied" | "fraktionslos" | "parteilos")
    {
        return true;
    }
    if person.faction.is_empty() && is_faction(piece) {
        person.faction = faction(piece);
        return true;
    }
    false
}

/// The day in "geb. 12.03.1951", "geboren am 12.03.1951", "*12.03.1951".
fn born(piece: &str) -> Option<&str> {
    let signs = ["geboren am ", "geboren ", "geb. am ", "geb.", "*"];
    let day = signs.iter().find_map(|sign| piece.strip_prefix(sign))?.trim();
    birth_date(day).map(|_| day)
}

/// "12.03.1951" as a day.
pub(crate) fn birth_date(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text.trim(), "%d.%m.%Y").ok()?;
    (day.year() >= 1900).then_some(day)
}

fn without_address(text: &str) -> &str {
    let rest =
        ["Herrn ", "Herr ", "Frau ", "Hr. ", "Fr. "].iter().find_map(|a| text.strip_prefix(a));
    rest.map_or(text, str::trim_start)
}

/// The status that a word or its usual abbreviation names.
fn status(text: &str) -> Option<Status> {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    match letters.as_str() {
        "KA" | "KTA" | "KTM" | "MdKT" | "KTAbg" => return Some(Status::KA),
        "RM" | "StV" | "StVO" | "MdR" => return Some(Status::RM),
        "SB" | "skB" | "sB" | "SkB" | "sachkB" => return Some(Status::SB),
        "SE" | "skE" | "sE" | "SkE" | "sachkE" => return Some(Status::SE),
        "HVB" => return Some(Status::HVB),
        _ => {}
    }
    let small = text.to_lowercase();
    let named = |words: &[&str]| words.iter().any(|word| small.starts_with(word));
    let words = small.split_whitespace().count();
    if words <= 2 && named(&["kreistagsabgeordnet", "kreistagsmitglied"]) {
        return Some(Status::KA);
    }
    if words <= 2 && named(&["ratsmitglied", "ratsherr", "ratsfrau", "stadtverordnet"]) {
        return Some(Status::RM);
    }
    if named(&["sachk"]) && words <= 2 {
        let citizen = small.contains("bürger").then_some(Status::SB);
        return citizen.or_else(|| small.contains("einwohner").then_some(Status::SE));
    }
    let leads = [
        "landrat",
        "landrätin",
        "bürgermeister",
        "bürgermeisterin",
        "oberbürgermeister",
        "oberbürgermeisterin",
    ];
    leads.contains(&small.as_str()).then_some(Status::HVB)
}

/// Whether a piece names a faction: a known one, an abbreviation, or by its words.
fn is_faction(text: &str) -> bool {
    const KNOWN: [&str; 14] = [
        "cdu",
        "csu",
        "spd",
        "fdp",
        "afd",
        "bsw",
        "grüne",
        "die grünen",
        "die linke",
        "linke",
        "volt",
        "piraten",
        "die partei",
        "zentrum",
    ];
    const WORDS: [&str; 12] = [
        "fraktion", "union", "liste", "wähler", "partei", "bündnis", "grüne", "linke", "liberale",
        "bürger", "gruppe", "freie ",
    ];
    let small = text.to_lowercase();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let short = !text.contains(char::is_whitespace) && (2..=6).contains(&letters) && capitals >= 2;
    let plain = text.chars().all(|c| c.is_alphanumeric() || " /-.&+".contains(c));
    let worded = text.chars().count() <= 60 && WORDS.iter().any(|word| small.contains(word));
    KNOWN.contains(&small.as_str()) || (plain && (short || worded))
}

/// "CDU-Fraktion" and "Fraktion CDU" are the faction CDU.
fn faction(text: &str) -> String {
    let bare = text.trim();
    let bare = bare.strip_suffix("-Fraktion").unwrap_or(bare);
    let bare = bare.strip_prefix("Fraktion ").unwrap_or(bare);
    bare.trim().to_owned()
}

fn summary(people: &[DraftPerson]) -> String {
    let substitutes = people.iter().filter(|person| !person.substitute_for.is_empty()).count();
    let mut parts = vec![counted(people.len() - substitutes, "Mitglied", "Mitglieder")];
    if substitutes > 0 {
        parts.push(counted(substitutes, "Vertretung", "Vertretungen"));
    }
    let mut summary = parts.join(", ");
    let open: Vec<&str> = people
        .iter()
        .map(|person| person.remainder.as_str())
        .filter(|remainder| !remainder.is_empty())
        .collect();
    if let [first, more @ ..] = open.as_slice() {
        let more = match more.len() {
            0 => String::new(),
            more => format!(" und {}", counted(more, "weitere Angabe", "weitere Angaben")),
        };
        summary = format!("{summary}; nicht zugeordnet: „{first}“{more}");
    }
    summary
}

#[cfg(test)]
mod tests;
