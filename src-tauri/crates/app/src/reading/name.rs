//! Names of people: form of address, titles, given names, family name with its particles.

use crate::core::person::{FormOfAddress, Person};

/// A name that was read. Its parts together are the text without the form of address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) form: FormOfAddress,
    pub(crate) title: String,
    pub(crate) given: String,
    pub(crate) family: String,
}

/// Words with which a family name goes on to the left.
const PARTICLES: [&str; 26] = [
    "af", "al", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le",
    "ten", "ter", "thor", "van", "vom", "von", "zu", "zum", "zur", "bin", "ben",
];

/// Those that begin a family name also in capitals, where no given name stands before them.
const ALONE: [&str; 8] = ["Al", "De", "Del", "Di", "El", "La", "Le", "Van"];

/// Beginnings of a title; what may follow one ends with a dot.
const TITLES: [&str; 8] = ["dr", "prof", "dipl", "pd", "priv.-doz", "mag", "ing", "univ.-prof"];

/// Reads a name, also "Beispiel, Anna".
pub(crate) fn read(text: &str) -> Name {
    let turned = match text.split_once(',') {
        Some((family, given)) if !given.contains(',') => {
            let (form, family) = address(family.trim());
            let (given_form, given) = address(given.trim());
            let (title, given) = titles(given);
            let form = if form == FormOfAddress::None { given_form } else { form };
            let (before, family) = titles(family);
            Some((form, joined(&before, &title), given.to_owned(), family.to_owned()))
        }
        _ => None,
    };
    if let Some((form, title, given, family)) = turned.filter(|(.., family)| !family.is_empty()) {
        return Name { form, title, given, family };
    }
    let (form, rest) = address(text.trim());
    let (title, rest) = titles(rest);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    let begins = (0..last).find(|at| match (*at, words[*at]) {
        (0, first) => is_particle(first) && (is_lower(first) || ALONE.contains(&first)),
        (_, word) => is_particle(word),
    });
    let begins = begins.unwrap_or(last);
    let (given, family) = words.split_at(begins);
    Name { form, title, given: given.join(" "), family: family.join(" ") }
}

/// The form of address at the beginning.
fn address(text: &str) -> (FormOfAddress, &str) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    match first.to_lowercase().as_str() {
        "frau" | "fr." if !rest.trim().is_empty() => (FormOfAddress::Frau, rest.trim_start()),
        "herr" | "herrn" | "hr." | "hrn." if !rest.trim().is_empty() => {
            (FormOfAddress::Herr, rest.trim_start())
        }
        _ => (FormOfAddress::None, text),
    }
}

/// Titles at the beginning. Something always remains for the name.
fn titles(text: &str) -> (String, &str) {
    let (mut title, mut rest) = (String::new(), text.trim());
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let small = word.to_lowercase();
        let begins = TITLES.iter().any(|known| {
            small
                .strip_prefix(known)
                .is_some_and(|end| end.is_empty() || end.starts_with(['.', '-']))
        });
        let goes_on = !title.is_empty()
            && small.ends_with('.')
            && small.starts_with(char::is_lowercase)
            && word == small;
        if !begins && !goes_on {
            break;
        }
        title = joined(&title, word);
        rest = after.trim_start();
    }
    (title, rest)
}

fn joined(one: &str, other: &str) -> String {
    [one, other].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

fn is_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// A name to compare: one blank between words, capitals or not.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Key for lists of names: family name, then given names.
pub(crate) fn sorting_key(person: &Person) -> (String, String) {
    (sorted(&person.family_name), sorted(&person.given_name))
}

/// ä counts as ae, ß as ss (DIN 5007, variant 2); other accents stay where they are.
fn sorted(name: &str) -> String {
    let mut key = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => key.push_str("ae"),
            'ö' => key.push_str("oe"),
            'ü' => key.push_str("ue"),
            'ß' => key.push_str("ss"),
            other => key.push(other),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use FormOfAddress::{Frau, Herr, None};

    #[test]
    fn names_are_taken_apart() {
        for (text, form, title, given, family) in [
            ("Anna Beispiel", None, "", "Anna", "Beispiel"),
            ("Frau Dr. Anna Beispiel", Frau, "Dr.", "Anna", "Beispiel"),
            ("Herrn Prof. Dr. med. Jost Lindhorst", Herr, "Prof. Dr. med.", "Jost", "Lindhorst"),
            ("Dr.-Ing. Ole Rademann", None, "Dr.-Ing.", "Ole", "Rademann"),
            ("Souraya El Habbas", None, "", "Souraya", "El Habbas"),
            ("Frau El Habbas", Frau, "", "", "El Habbas"),
            ("Maria von der Aue", None, "", "Maria", "von der Aue"),
            ("von der Aue", None, "", "", "von der Aue"),
            ("Rainer H. Hollenstedt", None, "", "Rainer H.", "Hollenstedt"),
            ("Beispiel, Anna", None, "", "Anna", "Beispiel"),
            ("Beispiel, Dr. Anna", None, "Dr.", "Anna", "Beispiel"),
            ("Frau Beispiel, Anna", Frau, "", "Anna", "Beispiel"),
            ("Frau", None, "", "", "Frau"),
            ("Frau Ersatz", Frau, "", "", "Ersatz"),
            ("Ben Muster", None, "", "Ben", "Muster"),
            ("  Anna \t Beispiel ", None, "", "Anna", "Beispiel"),
            ("<b>Anna</b> \"Anni\" O'Neil 🎉", None, "", "<b>Anna</b> \"Anni\" O'Neil", "🎉"),
            ("Dragan Prof", None, "", "Dragan", "Prof"),
            ("", None, "", "", ""),
        ] {
            let name = read(text);
            let parts = (name.form, &*name.title, &*name.given, &*name.family);
            assert_eq!(parts, (form, title, given, family), "{text}");
        }
    }
}
