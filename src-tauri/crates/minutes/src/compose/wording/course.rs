//! Sentences of the course of a session: who came and left, changes of part, outcomes, the end.

use super::{
    ChairWords, When, bias_finding, capital, headings, of_the_short, quorum_numbers, the,
    the_short, to, to_dative,
};
use crate::compose::names::{
    and, as_well_as, genitive, nominative, oblique, pronoun, substitute_noun,
};
use crate::record::{Addressee, Law, Organization, Person, QuorumFinding, RecusalGround, Text};
use sitzungsbuch_core::agenda_item::{ItemKind, Outcome};
use sitzungsbuch_core::template::Headings;

/// A later finding with its time.
pub fn later_quorum(
    at: When,
    finding: &QuorumFinding,
    again: bool,
    chair: &ChairWords,
    organization: &Organization,
    law: &Law,
) -> String {
    let numbers = quorum_numbers(finding, law);
    let (chair, time) = (&chair.short, at.at_clock());
    if finding.quorate {
        let (whose, again) = (of_the_short(organization), if again { " wieder" } else { "" });
        format!("{chair} stellt {time} die Beschlussfähigkeit {whose}{again} fest. {numbers}")
    } else {
        let who = the_short(organization);
        format!("{chair} stellt {time} fest, dass {who} nicht beschlussfähig ist. {numbers}")
    }
}

/// How somebody comes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Coming<'a> {
    /// Was there before.
    pub again: bool,
    /// Stands in for.
    pub represents: Option<&'a Person>,
    /// Whose substitution ends by it.
    pub relieves: Option<&'a Person>,
    /// Connected by picture and sound.
    pub remote: bool,
    /// Number of the one item that it is for.
    pub item: Option<&'a str>,
}

/// An arrival.
pub fn arrival(at: When, person: &Person, coming: Coming) -> String {
    let Coming { again, represents, relieves, remote, item } = coming;
    let (who, time) = (nominative(person), at.since_clock());
    let again = if again { " wieder" } else { "" };
    let remote = if remote { " per Videokonferenz" } else { "" };
    let item = item.map_or_else(String::new, |item| format!(" zu TOP {item}"));
    let role = represents.map_or_else(String::new, |represented| {
        format!(" als {} {}", substitute_noun(person), genitive(represented))
    });
    let came = format!("{who} nimmt {time}{again}{role}{item}{remote} an der Sitzung teil.");
    relieves.map_or(came.clone(), |substitute| {
        format!("{came} Die Vertretung durch {} endet damit.", oblique(substitute))
    })
}

/// A departure.
pub fn departure(at: When, person: &Person) -> String {
    departures(at, &[person])
}

/// Departures at one time.
pub fn departures(at: When, persons: &[&Person]) -> String {
    let names: Vec<String> = persons.iter().map(|person| nominative(person)).collect();
    let verb = if names.len() == 1 { "verlässt" } else { "verlassen" };
    format!("{} {verb} die Sitzung {}.", and(&names), at.at_clock())
}

/// Several arrivals at one time of which nothing else is to be said.
pub fn arrivals(at: When, persons: &[&Person], again: bool) -> String {
    let names: Vec<String> = persons.iter().map(|person| nominative(person)).collect();
    let again = if again { " wieder" } else { "" };
    format!("{} nehmen {}{again} an der Sitzung teil.", and(&names), at.since_clock())
}

/// A recusal: in public session the seat is in the audience, else outside (§ 31 Abs. 4 GO NRW).
pub fn recusal(
    at: When,
    person: &Person,
    other_item: Option<&str>,
    leaves: Leaves,
    ground: RecusalGround,
    organization: &Organization,
    law: &Law,
) -> String {
    let (who, time, statute) = (nominative(person), at.at_clock(), &law.bias_statute);
    let item = other_item.map_or_else(String::new, |item| format!("zu TOP {item} "));
    let found = || bias_finding(person, true, organization, statute);
    let pronoun = pronoun(person);
    let leaves = match leaves {
        Leaves::ForPublicArea => {
            format!("verlässt {time} den Beratungstisch, nimmt im Zuhörerbereich Platz")
        }
        Leaves::Room => format!("verlässt {time} den Sitzungsraum"),
        Leaves::Not => {
            let barred = format!("{item}von Beratung und Abstimmung ausgeschlossen");
            return match ground {
                RecusalGround::Declared => {
                    format!("{who} erklärt sich für befangen und ist {barred} ({statute}).")
                }
                RecusalGround::Found => {
                    format!("{} {} ist {barred}.", found(), pronoun.map_or(who, str::to_owned))
                }
                RecusalGround::Voted => format!("{who} ist {barred} ({statute})."),
            };
        }
    };
    let takes_no_part = format!("und wirkt an Beratung und Abstimmung nicht mit ({statute}).");
    match (ground, pronoun) {
        (RecusalGround::Declared, Some(pronoun)) => {
            format!("{who} erklärt sich {item}für befangen. {pronoun} {leaves} {takes_no_part}")
        }
        (RecusalGround::Declared, None) => {
            format!("{who} erklärt sich {item}für befangen, {leaves} {takes_no_part}")
        }
        (RecusalGround::Found, pronoun) => {
            let who = pronoun.map_or(who, str::to_owned);
            format!(
                "{} {who} {leaves} und wirkt {item}an Beratung und Abstimmung nicht mit.",
                found()
            )
        }
        (RecusalGround::Voted, _) => format!("{who} {leaves} {takes_no_part}"),
    }
}

/// Where who is biased goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// To the public area.
    ForPublicArea,
    /// Out of the room.
    Room,
    /// Was counted in a vote all the same, so that nobody can say it.
    Not,
}

/// The return after a recusal.
pub fn recusal_end(at: When, person: &Person) -> String {
    format!("{} nimmt {} wieder am Beratungstisch Platz.", nominative(person), at.at_clock())
}

/// The bias of somebody who is not there does not last.
pub fn recusal_lifted(at: When, person: &Person) -> String {
    let (who, time) = (nominative(person), at.since_clock());
    format!("{who} ist {time} nicht mehr von Beratung und Abstimmung ausgeschlossen.")
}

/// A change of part.
pub fn part_change(at: When, to_public: bool, left: &[Person], chair: &ChairWords) -> String {
    let (chair, time) = (&chair.short, at.at_clock());
    let mut names: Vec<String> = left.iter().map(nominative).collect();
    if to_public {
        let back = format!("{chair} stellt {time} die Öffentlichkeit der Sitzung wieder her.");
        let leave = if names.len() == 1 { "verlässt" } else { "verlassen" };
        return if names.is_empty() {
            back
        } else {
            format!("{back} {} {leave} den Saal.", and(&names))
        };
    }
    names.push("die Zuhörerinnen und Zuhörer".to_owned());
    let who = capital(&as_well_as(&names));
    format!(
        "{chair} stellt {time} die Nichtöffentlichkeit der Sitzung her. {who} verlassen den Saal."
    )
}

/// The end where the chair closed the part that is read.
pub fn closing(at: When, chair: &ChairWords) -> String {
    format!("{} schließt die Sitzung {}.", chair.short, at.at_clock())
}

/// The end for readers of the public part, when it lay in the other one.
pub fn end(at: When) -> String {
    format!("Ende der Sitzung: {}", at.stamp())
}

/// What an outcome is about, for the usual sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Its title.
    pub name: &'a str,
    /// It has a paper.
    pub has_paper: bool,
    /// Items had been added to the agenda.
    pub agenda_changed: bool,
    /// To whom it is referred or recommended.
    pub to: Option<&'a Addressee>,
    /// What is recommended, if that follows the sentence.
    pub proposal: Option<&'a Text>,
    /// The body lacks its quorum.
    pub lacking: bool,
}

/// The usual sentence of an outcome; none where nothing is to be said.
pub fn outcome(
    outcome: Outcome,
    subject: &Subject,
    organization: &Organization,
    words: &Headings,
) -> Option<String> {
    let who = capital(&the(organization));
    Some(match outcome {
        Outcome::Noted => {
            let minutes = headings::the_minutes_noted(words);
            let what = match subject.kind {
                ItemKind::MinutesApproval => &minutes,
                ItemKind::Inquiry => "die Antwort der Verwaltung",
                _ if subject.name.contains("der Verwaltung") => "die Ausführungen der Verwaltung",
                ItemKind::Report => "die Ausführungen",
                _ if subject.has_paper => "die Vorlage",
                _ => "die Ausführungen",
            };
            format!("{who} nimmt {what} zur Kenntnis.")
        }
        Outcome::Approved => match subject.kind {
            ItemKind::MinutesApproval => {
                let minutes = capital(&headings::the_minutes(words));
                format!("{minutes} wird genehmigt.")
            }
            _ => format!("{who} stimmt zu."),
        },
        Outcome::Established => established(subject, &who),
        Outcome::ReceivedWithoutDecision => {
            let what =
                if subject.has_paper { "Die Vorlage wird" } else { "Die Ausführungen werden" };
            format!("{what} ohne Beschluss entgegengenommen.")
        }
        Outcome::Deferred => "Der Tagesordnungspunkt wird vertagt.".to_owned(),
        Outcome::PutBack if subject.lacking => {
            "Der Tagesordnungspunkt wird wegen fehlender Beschlussfähigkeit zurückgestellt."
                .to_owned()
        }
        Outcome::PutBack => "Der Tagesordnungspunkt wird zurückgestellt.".to_owned(),
        Outcome::Referred => match subject.to.map(to) {
            Some(to) => format!("Die Angelegenheit wird zur weiteren Beratung {to} verwiesen."),
            None => "Die Angelegenheit wird verwiesen.".to_owned(),
        },
        Outcome::Recommended => {
            let whom = subject.to.map_or_else(String::new, |to| format!(" {}", to_dative(to)));
            if subject.proposal.is_some() {
                format!("{who} empfiehlt{whom}, folgenden Beschluss zu fassen:")
            } else {
                format!("{who} empfiehlt{whom}, dem Vorschlag zu folgen.")
            }
        }
        Outcome::TakenOff => {
            "Der Tagesordnungspunkt wird von der Tagesordnung abgesetzt.".to_owned()
        }
        Outcome::Withdrawn => "Der Antrag wird zurückgezogen.".to_owned(),
        Outcome::Nothing => nothing(subject.name).to_owned(),
        Outcome::NoneOnPurpose => return None,
    })
}

fn established(subject: &Subject, who: &str) -> String {
    let name = subject.name;
    if name.contains("Tagesordnung") {
        let version = if subject.agenda_changed { "geänderten" } else { "vorliegenden" };
        format!("Die Tagesordnung wird in der {version} Fassung festgestellt.")
    } else if name.contains("Ladung") {
        "Die ordnungsgemäße Ladung wird festgestellt.".to_owned()
    } else if name.contains("Beschlussfähigkeit") {
        "Die Beschlussfähigkeit wird festgestellt.".to_owned()
    } else if name.contains("Anwesenheit") {
        "Die Anwesenheit wird festgestellt.".to_owned()
    } else {
        format!("{who} trifft die Feststellung.")
    }
}

/// "Keine" under a heading in the feminine or plural, a sentence under any other.
fn nothing(name: &str) -> &'static str {
    let plural = [
        "Nachträge",
        "Anfragen",
        "Anträge",
        "Mitteilungen",
        "Informationen",
        "Berichte",
        "Bekanntgaben",
        "Anregungen",
        "Einwohnerfragen",
    ];
    if plural.iter().any(|word| name.starts_with(word)) {
        "Keine"
    } else {
        "Hierzu liegt nichts vor."
    }
}

/// Result in words where numbers and announcement contradict each other.
pub fn announced_only(accepted: bool) -> &'static str {
    if accepted { "als angenommen bekannt gegeben" } else { "als abgelehnt bekannt gegeben" }
}
