//! Sentences of the conduct of a session: who leaves the table, who takes the chair or the minutes,
//! recesses, changes of the agenda, and how a vote is asked for.

use super::{ChairWords, When, capital, continued};
use crate::compose::names::{and, as_well_as, nominative, oblique, pronoun};
use crate::record::{AbsenceCause, Led, MethodRequest, NewPlace, Person};
use sitzungsbuch_core::rules::majority::Method;

/// "von 17:05 Uhr bis 17:08 Uhr", "ab 17:05 Uhr".
fn span(at: When, until: Option<When>) -> String {
    until.map_or_else(|| at.since_clock(), |until| at.until(until))
}

/// An absence from the table.
pub fn absence(at: When, person: &Person, cause: &AbsenceCause, until: Option<When>) -> String {
    let who = nominative(person);
    match (cause, until) {
        (AbsenceCause::Outage, _) => {
            let when = span(at, until);
            format!("{who} nimmt {when} wegen einer Störung der Verbindung nicht teil.")
        }
        (AbsenceCause::PublicArea, None) => {
            format!("{who} nimmt {} im Zuhörerbereich Platz.", at.at_clock())
        }
        (AbsenceCause::PublicArea, Some(_)) => {
            format!("{who} hält sich {} im Zuhörerbereich auf.", span(at, until))
        }
        (AbsenceCause::Item(item), None) => {
            format!("{who} ist bei Beratung und Abstimmung zu TOP {item} nicht anwesend.")
        }
        (AbsenceCause::Item(item), Some(_)) => {
            format!("{who} ist {} bei TOP {item} nicht anwesend.", span(at, until))
        }
    }
}

/// The end of an absence that stands under another item than its beginning.
pub fn back(at: When, person: &Person, cause: &AbsenceCause) -> String {
    let who = nominative(person);
    match cause {
        AbsenceCause::Outage => format!("{who} nimmt {} wieder teil.", at.since_clock()),
        AbsenceCause::PublicArea | AbsenceCause::Item(_) => {
            format!("{who} nimmt {} wieder am Beratungstisch Platz.", at.at_clock())
        }
    }
}

/// Who is back at the table, and who is not at it, as the session is public again.
pub fn table(back: &[Person], away: &[Person]) -> String {
    let sentence = |persons: &[Person], how: &str| {
        let names: Vec<String> = persons.iter().map(nominative).collect();
        let verb = if names.len() == 1 { "nimmt" } else { "nehmen" };
        match names.as_slice() {
            [] => String::new(),
            _ => format!(" {} {verb} {how} teil.", capital(&and(&names))),
        }
    };
    format!("{}{}", sentence(back, "wieder"), sentence(away, "zunächst nicht"))
}

/// Somebody else takes the chair.
pub fn chair_change(at: When, person: &Person, again: bool) -> String {
    let again = if again { "wieder " } else { "" };
    format!("{} übernimmt {} {again}den Vorsitz.", nominative(person), at.at_clock())
}

/// Somebody else takes over the minutes.
pub fn clerk_change(at: When, person: &Person) -> String {
    format!("{} übernimmt {} die Schriftführung.", nominative(person), at.at_clock())
}

/// A recess.
pub fn recess(at: When, until: Option<When>, missing: &[Person]) -> String {
    let when = match until {
        Some(_) => span(at, until),
        None => at.at_clock(),
    };
    format!("Die Sitzung wird {when} unterbrochen.{}", not_back(missing))
}

/// The end of a recess that began under another item, or on another day.
pub fn resumption(at: When, other_day: bool, missing: &[Person]) -> String {
    let goes_on = if other_day {
        continued(at.moment())
    } else {
        format!("Die Sitzung wird {} fortgesetzt.", at.at_clock())
    };
    format!("{goes_on}{}", not_back(missing))
}

fn not_back(missing: &[Person]) -> String {
    let names: Vec<String> = missing.iter().map(nominative).collect();
    let verb = if names.len() == 1 { "nimmt" } else { "nehmen" };
    match names.as_slice() {
        [] => String::new(),
        _ => format!(
            " Nach der Unterbrechung {verb} {} nicht mehr an der Sitzung teil.",
            and(&names)
        ),
    }
}

/// An item at another place of the agenda.
pub fn moved(item: &str, to: &NewPlace) -> String {
    match to {
        NewPlace::Before(next) => format!("TOP {item} wird vor TOP {next} behandelt."),
        NewPlace::After(last) => format!("TOP {item} wird nach TOP {last} behandelt."),
        NewPlace::Public => {
            format!("TOP {item} wird in den öffentlichen Teil der Sitzung verlegt.")
        }
        NewPlace::NonPublic => {
            format!("TOP {item} wird in den nicht öffentlichen Teil der Sitzung verlegt.")
        }
    }
}

/// Items in one debate.
pub fn joined(items: &[String]) -> String {
    format!("Die TOP {} werden gemeinsam beraten.", and(items))
}

/// Who led which items, where more than one person did.
pub fn led(all: &[Led]) -> String {
    let each =
        all.iter().map(|one| format!("{} {}", nominative(&one.chair.person), led_items(one)));
    let each: Vec<String> = each.collect();
    let verb = if each.len() == 1 { "führte" } else { "führten" };
    let inner = all.iter().any(|one| !one.items.is_empty() && !one.partly.is_empty());
    let who = if inner && each.len() > 2 { each.join("; ") } else { as_well_as(&each) };
    format!("Den Vorsitz {verb} {who}.")
}

/// "zu TOP 1 bis 4 und 7, zeitweise zu TOP 5"; empty for who led none.
pub fn led_items(one: &Led) -> String {
    let named = [("zu TOP", &one.items), ("zeitweise zu TOP", &one.partly)];
    let named = named.into_iter().filter(|(_, numbers)| !numbers.is_empty());
    let named = named.map(|(words, numbers)| format!("{words} {}", item_numbers(numbers)));
    named.collect::<Vec<_>>().join(", ")
}

/// "1 bis 4, 7 und 11.1": three neighbours and more in one.
fn item_numbers(numbers: &[String]) -> String {
    let mut runs: Vec<Vec<&String>> = Vec::new();
    for number in numbers {
        let follows = |run: &&mut Vec<&String>| {
            let last = run.last().and_then(|last| last.parse::<u32>().ok());
            last.and_then(|last| last.checked_add(1)) == number.parse().ok() && last.is_some()
        };
        match runs.last_mut().filter(follows) {
            Some(run) => run.push(number),
            None => runs.push(vec![number]),
        }
    }
    let said = runs.iter().flat_map(|run| match run.as_slice() {
        [first, _, .., last] => vec![format!("{first} bis {last}")],
        few => few.iter().map(ToString::to_string).collect(),
    });
    and(&said.collect::<Vec<_>>())
}

/// "die SPD-Fraktion", "die Fraktion Heimatliste": nominative and accusative; the genitive and
/// dative article is "der".
pub(super) fn faction(name: &str) -> String {
    if name.to_lowercase().contains("fraktion") || name.to_lowercase().contains("gruppe") {
        name.to_owned()
    } else {
        format!("Fraktion {name}")
    }
}

/// A request for a secret vote or a roll-call, and what it lacked; `listed` is the attachment of the
/// roll-call. How the vote was then taken stands with the vote: that is the chair's to say.
pub fn request(request: &MethodRequest, listed: Option<&str>) -> String {
    let by = |number: u16| match (&request.faction, number) {
        (Some(name), _) => format!("Die {} beantragt", faction(name)),
        (None, 1) => "Ein Mitglied beantragt".to_owned(),
        (None, more) => format!("{more} Mitglieder beantragen"),
    };
    let needs = |number: u16, required: Option<u16>| match required {
        Some(1) if number < 1 => "; erforderlich ist 1 Mitglied".to_owned(),
        Some(more) if number < more => format!("; erforderlich sind {more} Mitglieder"),
        _ => String::new(),
    };
    let mut sentences = Vec::new();
    if request.secret > 0 {
        let needs = needs(request.secret, request.secret_required);
        sentences.push(format!("{} geheime Abstimmung{needs}.", by(request.secret)));
    }
    if request.rollcall > 0 {
        let more = match (request.method, listed) {
            (Method::Rollcall, Some(label)) => format!("; das Ergebnis ist als {label} beigefügt"),
            _ => needs(request.rollcall, Some(request.rollcall_required)),
        };
        sentences.push(format!("{} namentliche Abstimmung{more}.", by(request.rollcall)));
    }
    sentences.join(" ")
}

/// Who counted the votes.
pub fn tellers(tellers: &[Person]) -> String {
    let names: Vec<String> = tellers.iter().map(nominative).collect();
    let verb = if names.len() == 1 { "zählt" } else { "zählen" };
    match names.as_slice() {
        [] => String::new(),
        _ => format!("Die Stimmen {verb} {} aus.", and(&names)),
    }
}

/// The chair finds who takes part in a run-off.
pub fn run_off(chair: &ChairWords, persons: &[Person]) -> String {
    let names: Vec<String> = persons.iter().map(nominative).collect();
    format!("{} stellt fest, dass {} an der engeren Wahl teilnehmen.", chair.short, and(&names))
}

/// The chair draws the lot; `answer` is what the winner said, ready as the end of the sentence.
pub fn lot(chair: &ChairWords, winner: &Person, answer: &str) -> String {
    let who = pronoun(winner).map_or_else(|| capital(&nominative(winner)), str::to_owned);
    let whom = oblique(winner);
    format!("{} zieht das Los. Es fällt auf {whom}. {who} ist damit gewählt{answer}.", chair.short)
}
