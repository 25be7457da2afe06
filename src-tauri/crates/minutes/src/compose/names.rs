//! Inflection of names, enumerations, and the order of names in lists.
//!
//! Only the form of address is inflected in German; somebody without one is called by the full name
//! without an article.

use crate::record::Person;
use sitzungsbuch_core::person::FormOfAddress;

fn words(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn called(address: &str, person: &Person) -> String {
    words(&[address, &person.prefix, &person.title, &person.family_name])
}

fn unaddressed(person: &Person) -> String {
    words(&[&person.prefix, &person.title, &person.given_name, &person.family_name])
}

/// "Dr. Mechthild Castendyk".
pub(super) fn full(person: &Person) -> String {
    words(&[&person.title, &person.given_name, &person.family_name])
}

/// "Frau KA Dr. Castendyk", "Herr KA Hollenstedt".
pub(super) fn nominative(person: &Person) -> String {
    match person.form {
        FormOfAddress::Frau => called("Frau", person),
        FormOfAddress::Herr => called("Herr", person),
        FormOfAddress::None => unaddressed(person),
    }
}

/// Dative and accusative: "Frau KA Dr. Castendyk", "Herrn KA Hollenstedt".
pub(super) fn oblique(person: &Person) -> String {
    match person.form {
        FormOfAddress::Herr => called("Herrn", person),
        FormOfAddress::Frau | FormOfAddress::None => nominative(person),
    }
}

/// "der Frau KA Dr. Castendyk", "des Herrn KA Hollenstedt", "von KA Kim Albers".
pub(super) fn genitive(person: &Person) -> String {
    match person.form {
        FormOfAddress::Frau => format!("der {}", nominative(person)),
        FormOfAddress::Herr => format!("des {}", oblique(person)),
        FormOfAddress::None => format!("von {}", unaddressed(person)),
    }
}

/// "der entschuldigten Frau KA Quade", "des entschuldigten Herrn KA Hollenstedt".
pub(super) fn genitive_excused(person: &Person) -> String {
    match person.form {
        FormOfAddress::Frau => format!("der entschuldigten {}", nominative(person)),
        FormOfAddress::Herr => format!("des entschuldigten {}", oblique(person)),
        FormOfAddress::None => format!("von {} (entschuldigt)", unaddressed(person)),
    }
}

/// In lists, after "für": "Frau Quade", "Herrn Dr. Hollenstedt", without status.
pub(super) fn plain_oblique(person: &Person) -> String {
    oblique(&Person { prefix: String::new(), ..person.clone() })
}

/// "Vertreterin", "Vertreter", "Vertretung": by the form of the substitute.
pub(super) fn substitute_noun(person: &Person) -> &'static str {
    match person.form {
        FormOfAddress::Frau => "Vertreterin",
        FormOfAddress::Herr => "Vertreter",
        FormOfAddress::None => "Vertretung",
    }
}

/// "Sie", "Er"; none where only the name will do.
pub(super) fn pronoun(person: &Person) -> Option<&'static str> {
    match person.form {
        FormOfAddress::Frau => Some("Sie"),
        FormOfAddress::Herr => Some("Er"),
        FormOfAddress::None => None,
    }
}

/// "A", "A und B", "A, B und C".
pub(super) fn and(parts: &[String]) -> String {
    joined(parts, " und ")
}

/// "A", "A sowie B", "A, B sowie C".
pub(super) fn as_well_as(parts: &[String]) -> String {
    joined(parts, " sowie ")
}

fn joined(parts: &[String], last_word: &str) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{}{last_word}{last}", rest.join(", ")),
    }
}

/// Key for lists of names after DIN 5007 (variant 2, for names): family name word by word, then the
/// given names; ä counts as ae, ß as ss, accents not at all.
pub(super) fn sorting_key(person: &Person) -> (String, String, String) {
    let (family, given) = (&person.family_name, &person.given_name);
    (folded(family), folded(given), format!("{family}, {given}"))
}

fn folded(name: &str) -> String {
    let mut key = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'æ' => key.push_str("ae"),
            'ö' | 'ø' | 'œ' => key.push_str("oe"),
            'ü' => key.push_str("ue"),
            'ß' => key.push_str("ss"),
            'à' | 'á' | 'â' | 'ã' | 'å' | 'ă' | 'ą' | 'ā' => key.push('a'),
            'ç' | 'ć' | 'č' => key.push('c'),
            'ď' | 'đ' => key.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' => key.push('e'),
            'ğ' => key.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ı' => key.push('i'),
            'ł' => key.push('l'),
            'ñ' | 'ń' | 'ň' => key.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ő' => key.push('o'),
            'ř' => key.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => key.push('s'),
            'ţ' | 'ț' | 'ť' => key.push('t'),
            'ù' | 'ú' | 'û' | 'ű' | 'ů' => key.push('u'),
            'ý' | 'ÿ' => key.push('y'),
            'ź' | 'ż' | 'ž' => key.push('z'),
            // A hyphen parts words as a blank does.
            '-' | '‐' | '\u{a0}' => key.push(' '),
            // An apostrophe does not count, nor does the dot that lower case leaves on a Turkish i.
            '\'' | '’' | '\u{307}' => {}
            other => key.push(other),
        }
    }
    key
}
