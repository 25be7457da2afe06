//! Where a German line may end: the opportunities of UAX 14 without those that part what belongs
//! together ("§ 31", "25.000 EUR", "Dr. X", "zur Kenntnis").
//!
//! It looks at words on both sides of a space and at nothing else; it changes no text. A place that
//! it binds is still used when nothing else keeps a line inside its column.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Words after which a number or a short name must follow on the same line.
const BEFORE_NUMBER: [&str; 27] = [
    "§",
    "§§",
    "Abs.",
    "Absatz",
    "Art.",
    "Satz",
    "Nr.",
    "Nrn.",
    "Nummer",
    "TOP",
    "Punkt",
    "Anlage",
    "Anlagen",
    "Folie",
    "Folien",
    "Abt.",
    "Ziffer",
    "Ziff.",
    "Seite",
    "S.",
    "Raum",
    "Kap.",
    "lit.",
    "Buchst.",
    "Vorlage",
    "Stand",
    "mindestens",
];
/// Titles and offices that stay with the name behind them.
const BEFORE_NAME: [&str; 16] = [
    "Dr.",
    "Prof.",
    "KA",
    "SB",
    "SE",
    "RM",
    "AL",
    "MA",
    "Ktabg.",
    "Frau",
    "Herr",
    "Herrn",
    "Familie",
    "Dipl.-Ing.",
    "gez.",
    "St.",
];
/// Units that stay with the figure before them.
const UNITS: [&str; 12] =
    ["EUR", "€", "%", "‰", "Uhr", "km", "m", "m²", "ha", "kWh", "v. H.", "mal"];

/// Kind of a place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At a space or where Unicode allows it.
    Free,
    /// Behind a hyphen that is part of the word.
    Joint,
    /// Bound by a rule of this module; only in need.
    Bound,
}

/// Places in a text where a line may end, in order, the end of the text excluded.
pub(super) fn places(text: &str) -> Vec<(usize, Place)> {
    let mut found: Vec<(usize, Place)> = linebreaks(text)
        .filter(|(at, kind)| *at < text.len() && *kind == BreakOpportunity::Allowed)
        .filter(|(at, _)| !text.get(..*at).is_some_and(|left| left.ends_with('\u{ad}')))
        .map(|(at, _)| (at, place(text, at)))
        .collect();
    let mail = text.match_indices('@').map(|(at, sign)| (at + sign.len(), Place::Free));
    found.extend(mail.filter(|(at, _)| *at < text.len()));
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(at, _)| *at);
    found
}

fn place(text: &str, at: usize) -> Place {
    let (left, right) = text.split_at_checked(at).unwrap_or((text, ""));
    let before = last_token(left);
    let after = first_token(right);
    if !left.ends_with(' ') {
        return inside(before, after);
    }
    let attached = || left.trim_end().rsplit(' ').nth(1).is_some_and(|it| it.contains("Anlage"));
    if bound(before, after) || before == "N" && figure(after) && attached() {
        return Place::Bound;
    }
    Place::Free
}

fn last_token(left: &str) -> &str {
    left.trim_end_matches(' ').rsplit([' ', '\u{a0}']).next().unwrap_or_default()
}

fn first_token(right: &str) -> &str {
    right.split([' ', '\u{a0}']).next().unwrap_or_default()
}

/// A place inside a word: after a hyphen, a slash, an at sign.
fn inside(before: &str, after: &str) -> Place {
    let whole_is_mail = before.contains('@') || after.contains('@');
    if whole_is_mail {
        return if before.ends_with('@') { Place::Free } else { Place::Bound };
    }
    if before.ends_with(['–', '—']) || after.starts_with(['–', '—']) {
        return Place::Bound;
    }
    if !before.ends_with(['-', '‐']) {
        return Place::Free;
    }
    let letters = |part: &str| part.chars().filter(|sign| sign.is_alphabetic()).count();
    if letters(before) < 3 || letters(after) < 3 { Place::Bound } else { Place::Joint }
}

fn bound(before: &str, after: &str) -> bool {
    let open = before.trim_start_matches(['(', '„', '‚', '[', '<']);
    let close = after.trim_end_matches([',', '.', ';', ':', ')', '“', '‘', ']', '!', '?']);
    let short = close.chars().count() == 1;
    matches!(before, "–" | "—" | "=") && !after.is_empty()
        || matches!(after, "=" | "/" | "…")
        || BEFORE_NUMBER.contains(&open) && (figure(after) || short)
        || name_follows(open, after)
        || numbered(open) && short_number(close)
        || matches!((open, close), ("Vorlage", "Nr") | ("zu", "TOP"))
        || matches!(open, "um" | "Um" | "ab" | "bis") && clock(close)
        || after.starts_with('(') && short_number(after.trim_matches(['(', ')', '.', ',', ';']))
        || figure(open) && unit_follows(open, close)
        || ordinal(open) && capital(after)
        || matches!(open, "vom" | "am" | "zum" | "den" | "bis") && date(close)
        || close.starts_with("NRW") && capital(open)
        || open == "zur" && close == "Kenntnis"
        || abbreviation(open) && (abbreviation(after) || capital(after))
        || open == "in" && matches!(close, "%" | "EUR" | "€" | "‰")
}

fn name_follows(title: &str, name: &str) -> bool {
    let office =
        matches!(name, "KA" | "SB" | "SE" | "RM" | "AL" | "MA" | "Ktabg." | "Kreisdirektor");
    BEFORE_NAME.contains(&title) && !office && capital(name)
}

/// "Bieter 3", "Gruppe 12": a noun that a short number belongs to.
fn numbered(noun: &str) -> bool {
    capital(noun) && noun.chars().count() > 3 && noun.chars().all(char::is_alphabetic)
}

fn short_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.chars().all(|sign| sign.is_ascii_digit())
}

/// A noun after a number stays with it, but not after a year or a date.
fn unit_follows(number: &str, unit: &str) -> bool {
    if UNITS.contains(&unit) {
        return true;
    }
    let year = number.len() == 4 && number.chars().all(|sign| sign.is_ascii_digit());
    capital(unit) && !year && !date(number) && number.ends_with(|sign: char| sign.is_ascii_digit())
}

fn capital(word: &str) -> bool {
    word.trim_start_matches(['„', '(', '‚']).starts_with(char::is_uppercase)
}

fn figure(word: &str) -> bool {
    word.trim_start_matches(['+', '-', '−', '(', '≥', '≤'])
        .starts_with(|c: char| c.is_ascii_digit())
}

/// "9." before a noun.
fn ordinal(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|digits| {
        (1..=2).contains(&digits.len()) && digits.chars().all(|sign| sign.is_ascii_digit())
    })
}

/// "17:05".
fn clock(word: &str) -> bool {
    let parts = word.split_once(':');
    parts.is_some_and(|(hour, minute)| short_number(hour) && short_number(minute))
}

/// "10.09.2026" or "10.09.".
fn date(word: &str) -> bool {
    let mut parts = word.split('.');
    let digits = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| {
            (1..=most).contains(&part.len()) && part.chars().all(|sign| sign.is_ascii_digit())
        })
    };
    digits(parts.next(), 2) && digits(parts.next(), 2)
}

/// "i.", "V.", "H.": a single letter with a point.
fn abbreviation(word: &str) -> bool {
    let mut signs = word.trim_end_matches([',', ')']).chars();
    signs.next().is_some_and(char::is_alphabetic)
        && signs.next() == Some('.')
        && signs.next().is_none()
}

/// Places inside a web address: behind a slash, a hyphen, a point, an ampersand or an equals sign.
pub(super) fn address_places(address: &str) -> Vec<usize> {
    let body = address.find("://").map_or(0, |at| at + 3);
    let mut places = Vec::new();
    let mut signs = address.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|next| next.1);
        let breaks = matches!(sign, '/' | '-' | '.' | '&' | '=' | '?' | '_');
        let end = at + sign.len_utf8();
        if breaks && end > body && next.is_some_and(char::is_alphanumeric) {
            places.push(end);
        }
    }
    places
}
