//! Headings and labels that an office may word itself, and what the minutes are called, inflected.

use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::template::Headings;

/// What stands where the template says nothing else.
pub(super) fn or<'a>(own: &'a str, usual: &'static str) -> &'a str {
    if own.is_empty() { usual } else { own }
}

/// "Niederschrift".
pub fn minutes(headings: &Headings) -> &str {
    headings.minutes.as_ref().map_or("Niederschrift", |noun| &noun.name)
}

fn gender(headings: &Headings) -> Gender {
    headings.minutes.as_ref().map_or(Gender::Feminine, |noun| noun.gender)
}

/// "die Niederschrift": who or what.
pub fn the_minutes(headings: &Headings) -> String {
    let article = match gender(headings) {
        Gender::Masculine => "der",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    };
    format!("{article} {}", minutes(headings))
}

/// "die Niederschrift": whom or what.
pub fn the_minutes_noted(headings: &Headings) -> String {
    match gender(headings) {
        Gender::Masculine => format!("den {}", minutes(headings)),
        Gender::Feminine | Gender::Neuter => the_minutes(headings),
    }
}

/// "aus der Niederschrift".
pub fn from_the_minutes(headings: &Headings) -> String {
    format!("aus {} {}", dative(headings), minutes(headings))
}

/// "mit der unterzeichneten Niederschrift".
pub fn with_the_signed_minutes(headings: &Headings) -> String {
    format!("mit {} unterzeichneten {}", dative(headings), minutes(headings))
}

/// "zur Niederschrift".
pub fn for_the_minutes(headings: &Headings) -> String {
    let to = if gender(headings) == Gender::Feminine { "zur" } else { "zum" };
    format!("{to} {}", minutes(headings))
}

fn dative(headings: &Headings) -> &'static str {
    if gender(headings) == Gender::Feminine { "der" } else { "dem" }
}

/// Above those present.
pub fn attendance(headings: &Headings) -> &str {
    or(&headings.attendance, "Anwesend waren")
}

/// Above the agenda.
pub fn agenda(headings: &Headings) -> &str {
    or(&headings.agenda, "Tagesordnung")
}

/// The public part.
pub fn public_part(headings: &Headings) -> &str {
    or(&headings.public_part, super::PUBLIC_PART)
}

/// The non-public part.
pub fn non_public_part(headings: &Headings) -> &str {
    or(&headings.non_public_part, super::NON_PUBLIC_PART)
}

/// Before the title of an item: "Zu Punkt 5:".
pub fn item(headings: &Headings, number: &str) -> String {
    format!("{} {number}:", or(&headings.item, "Zu Punkt"))
}

/// Beside a motion that was accepted: "Beschluss:".
pub fn accepted(headings: &Headings) -> String {
    format!("{}:", or(&headings.decision, "Beschluss"))
}

/// Beside one that was rejected, or only settles how the matter goes on or reads: "Antrag:".
pub fn rejected(headings: &Headings, several: bool) -> String {
    format!("{}:", or(&headings.motion, if several { "Anträge" } else { "Antrag" }))
}

/// Before the words of a result: "Abstimmungsergebnis:".
pub fn result(headings: &Headings) -> String {
    format!("{}:", or(&headings.result, "Abstimmungsergebnis"))
}

/// Beside the end.
pub fn end_label(headings: &Headings) -> &str {
    or(&headings.end, "Sitzungsende")
}

/// Above the list of attachments.
pub fn attachments(headings: &Headings) -> &str {
    or(&headings.attachments, "Anlagen")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sitzungsbuch_core::template::Noun;

    #[test]
    fn the_name_of_the_minutes_is_inflected() {
        let called = |name: &str, gender| Headings {
            minutes: Some(Noun { name: name.to_owned(), gender }),
            ..Headings::default()
        };
        let protocol = called("Protokoll", Gender::Neuter);
        let report = called("Sitzungsbericht", Gender::Masculine);
        let usual = Headings::default();
        for (headings, nominative, accusative, from, signed, to) in [
            (
                &usual,
                "die Niederschrift",
                "die Niederschrift",
                "aus der Niederschrift",
                "mit der unterzeichneten Niederschrift",
                "zur Niederschrift",
            ),
            (
                &protocol,
                "das Protokoll",
                "das Protokoll",
                "aus dem Protokoll",
                "mit dem unterzeichneten Protokoll",
                "zum Protokoll",
            ),
            (
                &report,
                "der Sitzungsbericht",
                "den Sitzungsbericht",
                "aus dem Sitzungsbericht",
                "mit dem unterzeichneten Sitzungsbericht",
                "zum Sitzungsbericht",
            ),
        ] {
            assert_eq!(the_minutes(headings), nominative);
            assert_eq!(the_minutes_noted(headings), accusative);
            assert_eq!(from_the_minutes(headings), from);
            assert_eq!(with_the_signed_minutes(headings), signed);
            assert_eq!(for_the_minutes(headings), to);
        }
    }
}
