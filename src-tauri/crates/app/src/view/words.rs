//! Small German words that several views share: numbers with nouns, days, spaces that hold.

use crate::core::Moment;
use crate::core::agenda_item::{ItemKind, Outcome};
use crate::core::time::german_date;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The space at which no line breaks.
pub(super) const BOUND: char = '\u{a0}';

/// Nouns that stay with the number before them.
const COUNTED: [&str; 9] = [
    "Enthaltung",
    "Gegenstimme",
    "Ja-Stimme",
    "Nein-Stimme",
    "Stimme",
    "ungültige",
    "Sitz",
    "KA",
    "stimmberechtigt",
];

/// "Zur Kenntnis genommen" as the end of a line.
pub(super) fn lower(title: &str) -> String {
    let mut letters = title.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", letters.as_str())
}

/// Holds together what belongs together: "1 Enthaltung", "§ 41", "Abs. 5", "4,2 %".
pub(super) fn bound(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(' ') {
        out.push_str(before);
        let number = before.chars().next_back().is_some_and(|one| one.is_ascii_digit());
        let holds = before.ends_with('§')
            || matches!(before, "Abs." | "S." | "Nr." | "TOP")
            || (number && (after.starts_with('%') || COUNTED.iter().any(|n| after.starts_with(n))));
        out.push(if holds { BOUND } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// "1 Enthaltung", "3 Enthaltungen".
pub(super) fn number(count: usize, one: &str, more: &str) -> String {
    let noun = if count == 1 { one } else { more };
    format!("{count}{BOUND}{noun}")
}

/// "A", "A und B", "A, B und C".
pub(super) fn and(parts: &[String]) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} und {last}", rest.join(", ")),
    }
}

/// "16:41–16:43".
pub(super) fn range(from: Moment, to: Moment) -> String {
    format!("{}–{}", from.clock(), to.clock())
}

/// "Do, 19.11.2026".
pub(super) fn day(date: NaiveDate) -> String {
    let weekday = match date.weekday() {
        Weekday::Mon => "Mo",
        Weekday::Tue => "Di",
        Weekday::Wed => "Mi",
        Weekday::Thu => "Do",
        Weekday::Fri => "Fr",
        Weekday::Sat => "Sa",
        Weekday::Sun => "So",
    };
    format!("{weekday}, {}", german_date(date))
}

/// "Heute", "Morgen", empty otherwise.
pub(super) fn near(date: NaiveDate, today: NaiveDate) -> &'static str {
    if date == today {
        "Heute"
    } else if today.checked_add_days(Days::new(1)) == Some(date) {
        "Morgen"
    } else {
        ""
    }
}

/// "17:05", with its day where that is not the day of the session: "09.11. 09:10".
pub(super) fn clock_on(at: Moment, day: NaiveDate) -> String {
    if at.date() == day { at.clock() } else { dated(at) }
}

/// "19.11. 17:12": the day is named, so that a correction stays on it.
pub(super) fn dated(at: Moment) -> String {
    let date = at.date();
    format!("{:02}.{:02}. {}", date.day(), date.month(), at.clock())
}

/// "Beschlussvorlage".
pub(super) fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Formalities => "Formalien",
        ItemKind::MinutesApproval => "Genehmigung der Niederschrift",
        ItemKind::Proposal => "Beschlussvorlage",
        ItemKind::Report => "Bericht",
        ItemKind::Inquiry => "Anfrage",
        ItemKind::Addenda => "Nachträge",
    }
}

/// Words of an outcome: on its button, as a title, in the list of the agenda.
pub(super) fn outcome(outcome: Outcome) -> [&'static str; 3] {
    match outcome {
        Outcome::Noted => ["Zur Kenntnis", "Zur Kenntnis genommen", "Kenntnis"],
        Outcome::Approved => ["Genehmigt", "Genehmigt", "genehmigt"],
        Outcome::Established => ["Festgestellt", "Festgestellt", "festgestellt"],
        Outcome::ReceivedWithoutDecision => {
            ["Ohne Beschluss", "Ohne Beschluss entgegengenommen", "ohne Beschluss"]
        }
        Outcome::Deferred => ["Vertagt", "Vertagt", "vertagt"],
        Outcome::PutBack => ["Zurückgestellt", "Zurückgestellt", "zurückgestellt"],
        Outcome::Referred => ["Verwiesen", "Verwiesen", "verwiesen"],
        Outcome::Recommended => ["Empfohlen", "Empfehlung ausgesprochen", "Empfehlung"],
        Outcome::TakenOff => ["Abgesetzt", "Von der Tagesordnung abgesetzt", "abgesetzt"],
        Outcome::Withdrawn => ["Zurückgezogen", "Zurückgezogen", "zurückgezogen"],
        Outcome::Nothing => ["Keine", "Keine", "keine"],
        Outcome::NoneOnPurpose => ["Ohne Ergebnis", "Ohne Ergebnis", "ohne Ergebnis"],
    }
}

/// The title of an outcome with the addressee, "an den Kreisausschuss" or nothing.
pub(super) fn outcome_title(what: Outcome, to: &str) -> String {
    let [_, title, _] = outcome(what);
    match what {
        _ if to.is_empty() => title.to_owned(),
        Outcome::Recommended => format!("Empfehlung {to}"),
        _ => format!("{title} {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_held_together() {
        for (text, held) in [
            ("mehrheitlich bei 1 Enthaltung", "mehrheitlich bei 1~Enthaltung"),
            ("(§ 41 Abs. 5 KrO NRW)", "(§~41 Abs.~5 KrO NRW)"),
            ("mit 8 Ja-Stimmen bei 4 Gegenstimmen", "mit 8~Ja-Stimmen bei 4~Gegenstimmen"),
            ("von 4,2 % und 3 Tagen", "von 4,2~% und 3 Tagen"),
            ("", ""),
        ] {
            assert_eq!(bound(text), held.replace('~', "\u{a0}"));
        }
    }

    #[test]
    fn days_are_near_or_not() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(day(date("2026-11-19")), "Do, 19.11.2026");
        assert_eq!(near(date("2026-11-19"), date("2026-11-19")), "Heute");
        assert_eq!(near(date("2026-12-01"), date("2026-11-30")), "Morgen");
        assert_eq!(near(date("2026-11-18"), date("2026-11-19")), "");
    }
}
