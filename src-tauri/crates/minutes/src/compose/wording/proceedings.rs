//! Sentences of what is taken down beside votes: measures of order, inaugurations, questions of
//! residents, announcements, statements, commitments, who signs besides, a recording; and of a session that goes on on another day.

use super::{ChairWords, When, capital, clock, headings};
use crate::compose::names::{and, nominative, oblique, pronoun};
use crate::record::{Person, Text};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::person::FormOfAddress;
use sitzungsbuch_core::proceeding::{Due, OrderMeasure, RecordingPurpose, ResidentAnswer};
use sitzungsbuch_core::template::Headings;
use sitzungsbuch_core::time::{german_date, german_weekday};

/// "am Donnerstag, den 19.11.2026, um 16:30 Uhr".
fn on_day(at: Moment) -> String {
    let date = at.date();
    format!("am {}, den {}, um {}", german_weekday(date), german_date(date), clock(at))
}

/// The session is put off to another day; `interrupts` where it was not interrupted already.
pub fn adjourned(at: When, to: Moment, interrupts: bool) -> String {
    let to = on_day(to);
    if interrupts {
        let since = at.at_clock();
        format!("Die Sitzung wird {since} unterbrochen. Sie soll {to} fortgesetzt werden.")
    } else {
        format!("Die unterbrochene Sitzung soll {to} fortgesetzt werden.")
    }
}

/// It goes on there.
pub fn continued(at: Moment) -> String {
    format!("Die Sitzung wird {} fortgesetzt.", on_day(at))
}

/// What the chair did to keep order; `number` counts what was the same before.
pub fn order(
    at: When,
    person: &Person,
    measure: OrderMeasure,
    number: u16,
    chair: &ChairWords,
) -> String {
    let (chair, whom) = (&chair.short, oblique(person));
    let again = match number {
        0 | 1 => String::new(),
        more => format!(" zum {} Mal", ordinal(more)),
    };
    match measure {
        OrderMeasure::ToOrder => format!("{chair} ruft {whom}{again} zur Ordnung."),
        OrderMeasure::ToMatter => format!("{chair} ruft {whom}{again} zur Sache."),
        OrderMeasure::SilenceSpeaker => format!("{chair} entzieht {whom}{again} das Wort."),
        OrderMeasure::Expulsion => {
            let who = pronoun(person).map_or_else(|| nominative(person), str::to_owned);
            let leaves = format!("{who} verlässt die Sitzung {}.", at.at_clock());
            format!("{chair} verweist {whom}{again} aus dem Saal. {leaves}")
        }
    }
}

/// "zweiten".
fn ordinal(number: u16) -> String {
    match number {
        2 => "zweiten".to_owned(),
        3 => "dritten".to_owned(),
        more => format!("{more}."),
    }
}

/// New members pledge themselves (§ 67 Abs. 3 GO NRW, § 46 Abs. 3 KrO NRW).
pub fn inauguration(persons: &[Person], chair: &ChairWords) -> String {
    let names: Vec<String> = persons.iter().map(oblique).collect();
    let whose = match persons {
        [one] => match one.form {
            FormOfAddress::Frau => {
                Some("verpflichtet sie zur gesetzmäßigen und gewissenhaften Wahrnehmung ihrer")
            }
            FormOfAddress::Herr => {
                Some("verpflichtet ihn zur gesetzmäßigen und gewissenhaften Wahrnehmung seiner")
            }
            FormOfAddress::None => None,
        },
        _ => Some("verpflichtet sie zur gesetzmäßigen und gewissenhaften Wahrnehmung ihrer"),
    };
    let pledge = whose
        .unwrap_or("nimmt die Verpflichtung zur gesetzmäßigen und gewissenhaften Wahrnehmung der");
    let last = if whose.is_some() { "Aufgaben." } else { "Aufgaben vor." };
    format!("{} führt {} ein und {pledge} {last}", chair.short, and(&names))
}

/// Before the words of a question; nobody is named who did not agree.
pub fn question(resident: &str) -> String {
    if resident.is_empty() {
        "Eine Einwohnerin oder ein Einwohner fragt:".to_owned()
    } else {
        format!("{resident} fragt:")
    }
}

/// What becomes of a question; the words of the answer may follow.
pub fn question_answer(answer: ResidentAnswer, reply: &Text) -> &'static str {
    match answer {
        ResidentAnswer::Oral if reply.is_empty() => "Die Frage wird in der Sitzung beantwortet.",
        ResidentAnswer::Oral => "Die Frage wird in der Sitzung wie folgt beantwortet:",
        ResidentAnswer::Written if reply.is_empty() => "Die Frage wird schriftlich beantwortet.",
        ResidentAnswer::Written => "Die Frage wird schriftlich beantwortet. Vorab wird mitgeteilt:",
        ResidentAnswer::NextMeeting if reply.is_empty() => {
            "Die Frage wird in der nächsten Sitzung beantwortet."
        }
        ResidentAnswer::NextMeeting => {
            "Die Frage wird in der nächsten Sitzung beantwortet. Vorab wird mitgeteilt:"
        }
    }
}

/// Before what the public is told of decisions behind closed doors (§ 52 Abs. 2 GO NRW, § 37 Abs. 2
/// KrO NRW).
pub fn announcement(chair: &ChairWords) -> String {
    let what = "den wesentlichen Inhalt der in nicht öffentlicher Sitzung gefassten Beschlüsse";
    format!("{} gibt {what} bekannt:", chair.short)
}

/// Before a statement.
pub fn statement(person: &Person) -> String {
    format!("{} gibt folgende Erklärung zu Protokoll:", nominative(person))
}

/// Before a commitment.
pub fn commitment(by: Option<&Person>, due: Option<Due>, words: &Headings) -> String {
    let who = by.map_or_else(|| "Die Verwaltung".to_owned(), nominative);
    let until = match due {
        None => String::new(),
        Some(Due::NextMeeting) => " bis zur nächsten Sitzung".to_owned(),
        Some(Due::Minutes) => format!(" {}", headings::for_the_minutes(words)),
        Some(Due::On(day)) => format!(" bis zum {}", german_date(day)),
    };
    format!("{who} sagt{until} Folgendes zu:")
}

/// Who signs the minutes beside the chair and the clerk.
pub fn cosigners(persons: &[Person], words: &Headings) -> String {
    let names: Vec<String> = persons.iter().map(nominative).collect();
    let verb = if names.len() == 1 { "unterzeichnet" } else { "unterzeichnen" };
    let minutes = capital(&headings::the_minutes_noted(words));
    format!("{minutes} {verb} außerdem {}.", and(&names))
}

/// The session is recorded, and who does not consent.
pub fn recording(purpose: RecordingPurpose, refused: &[Person], words: &Headings) -> String {
    let what = match purpose {
        RecordingPurpose::Minutes => {
            format!("wird für {} in Ton aufgezeichnet", headings::the_minutes_noted(words))
        }
        RecordingPurpose::Broadcast => {
            "wird in Bild und Ton aufgezeichnet und übertragen".to_owned()
        }
    };
    let names: Vec<String> = refused.iter().map(nominative).collect();
    let consent = match names.len() {
        0 => "Die Anwesenden sind damit einverstanden.".to_owned(),
        count => {
            let verb = if count == 1 { "ist" } else { "sind" };
            let whose = match refused {
                [one] if one.form == FormOfAddress::Herr => "seine",
                [one] if one.form == FormOfAddress::None => "diese",
                _ => "ihre",
            };
            let who = and(&names);
            format!(
                "Nicht einverstanden {verb} {who}; {whose} Wortbeiträge werden nicht aufgezeichnet."
            )
        }
    };
    format!("Die Sitzung {what}. {consent}")
}

/// Role of somebody who signs besides.
pub fn cosigner_role(form: FormOfAddress) -> &'static str {
    match form {
        FormOfAddress::Frau => "Mitunterzeichnerin",
        FormOfAddress::Herr => "Mitunterzeichner",
        FormOfAddress::None => "Mitunterzeichnung",
    }
}
