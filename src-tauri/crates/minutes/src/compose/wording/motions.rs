//! Words of motions and of what is put to the vote.

use super::conduct::faction;
use super::{When, announced_only, capital};
use crate::compose::names::{and, genitive, nominative, oblique};
use crate::record::{
    Fate, Matter, Motion, MotionResult, Mover, Organization, Person, RecusalGround, Required,
    WithoutVote,
};
use sitzungsbuch_core::motion::{self, MotionKind, Procedure};
use sitzungsbuch_core::session::command::Announced;

/// "Schluss der Aussprache", with the article that stands before it in the nominative.
const fn procedure_noun(procedure: Procedure) -> (&'static str, &'static str) {
    match procedure {
        Procedure::CloseDebate => ("der", "Schluss der Aussprache"),
        Procedure::CloseSpeakers => ("der", "Schluss der Rednerliste"),
        Procedure::PassOver => ("der", "Übergang zur Tagesordnung"),
        Procedure::TakeOff => ("die", "Absetzung von der Tagesordnung"),
        Procedure::Defer => ("die", "Vertagung"),
        Procedure::Refer => ("die", "Verweisung"),
        Procedure::Interrupt => ("die", "Unterbrechung der Sitzung"),
        Procedure::ExcludePublic => ("der", "Ausschluss der Öffentlichkeit"),
        Procedure::RestorePublic => ("die", "Wiederherstellung der Öffentlichkeit"),
        Procedure::Extend => ("die", "Erweiterung der Tagesordnung"),
        Procedure::Reorder => ("die", "Änderung der Reihenfolge der Tagesordnung"),
        Procedure::Other => ("der", "Antrag zur Geschäftsordnung"),
    }
}

/// "Vertagung": what a question of procedure is about.
pub fn procedure(procedure: Procedure) -> &'static str {
    procedure_noun(procedure).1
}

/// "den Schluss der Aussprache", "die Vertagung".
fn procedure_accusative(procedure: Procedure) -> String {
    let (article, noun) = procedure_noun(procedure);
    let article = if article == "der" { "den" } else { article };
    format!("{article} {noun}")
}

/// "Änderungsantrag".
const fn motion_noun(kind: MotionKind) -> &'static str {
    match kind {
        MotionKind::Procedural(_) => "Antrag zur Geschäftsordnung",
        MotionKind::Amendment => "Änderungsantrag",
        MotionKind::Supplement => "Ergänzungsantrag",
        MotionKind::Substantive => "Antrag",
    }
}

/// The question of procedure that a motion asks for, if its kind says it in full.
const fn asks_for(kind: MotionKind) -> Option<Procedure> {
    match kind {
        MotionKind::Procedural(Procedure::Other) => None,
        MotionKind::Procedural(procedure) => Some(procedure),
        _ => None,
    }
}

/// " (Antrag 12)".
fn name(motion: &Motion) -> String {
    if motion.name.is_empty() { String::new() } else { format!(" ({})", motion.name) }
}

/// "Die SPD-Fraktion stellt folgenden Änderungsantrag:", "Herr KA X beantragt die Vertagung."
pub fn motion(motion: &Motion) -> String {
    let movers = motion.movers.iter().map(|mover| match mover {
        Mover::Faction(name) => format!("die {}", faction(name)),
        Mover::Person(person) => nominative(person),
        Mover::Administration => "die Verwaltung".to_owned(),
    });
    let movers: Vec<String> = movers.collect();
    let who = capital(&and(&movers));
    let several = movers.len() > 1;
    let (name, noun) = (name(motion), motion_noun(motion.kind));
    let end = if motion.text.is_empty() { '.' } else { ':' };
    match (asks_for(motion.kind), movers.is_empty()) {
        (Some(procedure), true) => {
            let (article, noun) = procedure_noun(procedure);
            format!("Beantragt wird {article} {noun}{name}{end}")
        }
        (Some(procedure), false) => {
            let verb = if several { "beantragen" } else { "beantragt" };
            format!("{who} {verb} {}{name}{end}", procedure_accusative(procedure))
        }
        (None, true) if motion.text.is_empty() => format!("Es wird ein {noun}{name} gestellt."),
        (None, true) => format!("Es wird folgender {noun}{name} gestellt:"),
        (None, false) => {
            let verb = if several { "stellen" } else { "stellt" };
            let article = if motion.text.is_empty() { "einen" } else { "folgenden" };
            format!("{who} {verb} {article} {noun}{name}{end}")
        }
    }
}

/// "Änderungsantrag der SPD-Fraktion", "Antrag des Herrn KA X auf Vertagung".
fn motion_of(motion: &Motion) -> String {
    let movers = motion.movers.iter().map(|mover| match mover {
        Mover::Faction(name) => format!("der {}", faction(name)),
        Mover::Person(person) => genitive(person),
        Mover::Administration => "der Verwaltung".to_owned(),
    });
    let movers: Vec<String> = movers.collect();
    let of = if movers.is_empty() { String::new() } else { format!(" {}", and(&movers)) };
    let name = name(motion);
    match asks_for(motion.kind) {
        Some(procedure) => format!("Antrag{of} auf {}{name}", self::procedure(procedure)),
        None => format!("{}{of}{name}", motion_noun(motion.kind)),
    }
}

/// "21.10.01, S. 112: 2.000 statt 1.000"; none of a motion that moves no amount.
pub fn amounts(motion: &Motion) -> Option<String> {
    motion::moved(&motion.position, &motion.old_amount, &motion.new_amount)
}

/// A motion is withdrawn.
pub fn motion_withdrawn(motion: &Motion) -> String {
    format!("Der {} wird zurückgezogen.", motion_of(motion))
}

/// What is put to the vote; none for the item itself.
pub fn put_to_vote(matter: &Matter) -> Option<String> {
    let what = match matter {
        Matter::Item => return None,
        Matter::Motion(motion) => format!("den {}", motion_of(motion)),
        Matter::Motions(motions) => format!("die {}", all_of(motions)),
        Matter::Part(name) => name.clone(),
        Matter::Recusal(person) => format!("die Befangenheit von {}", oblique(person)),
        Matter::Procedure(procedure) => procedure_accusative(*procedure),
    };
    Some(format!("Abstimmung über {what}:"))
}

fn all_of(motions: &[Motion]) -> String {
    let names = motions.iter().map(|one| match one.name.as_str() {
        "" => motion_of(one),
        name => name.to_owned(),
    });
    motions_together(&names.collect::<Vec<_>>())
}

/// One vote on several motions that a table tells.
pub fn tabled_together(motions: &[Motion]) -> String {
    let all = all_of(motions);
    format!("Über die {all} wird gemeinsam abgestimmt; was sie ändern, zeigt die Tabelle.")
}

/// "Änderungsantrag der SPD-Fraktion (Antrag 31): 21.10.01, S. 112: 2.000 statt 1.000".
pub fn motion_moves(motion: &Motion) -> String {
    let of = motion_of(motion);
    amounts(motion).map_or_else(|| of.clone(), |moved| format!("{of}: {moved}"))
}

/// "Anträge 1 bis 3 und 5" of motions that are numbered through, else their names one after the other.
pub fn motions_together(names: &[String]) -> String {
    let number = |name: &String| name.strip_prefix("Antrag ")?.trim().parse::<u32>().ok();
    let Some(mut numbers) = names.iter().map(number).collect::<Option<Vec<u32>>>() else {
        let quoted = names.iter().map(|name| format!("„{name}“")).collect::<Vec<_>>();
        return format!("Anträge {}", and(&quoted));
    };
    numbers.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |(first, last): (u32, u32)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first} bis {last}")],
    };
    format!("Anträge {}", and(&runs.into_iter().flat_map(run).collect::<Vec<_>>()))
}

/// Head of the table of a series.
pub const SERIES: [&str; 6] = ["Nr.", "Antrag von", "Position", "alt", "neu", "Ergebnis"];

/// Caption of the table of a series.
pub const SERIES_CAPTION: &str = "Anträge und Ergebnisse";

/// Cells of a row of that table; a motion without a name has the number of its row.
pub fn series_row(row: usize, one: &MotionResult) -> [String; 6] {
    let MotionResult { motion, fate } = one;
    let name = motion.name.strip_prefix("Antrag ").unwrap_or(&motion.name);
    let movers = motion.movers.iter().map(|mover| match mover {
        Mover::Faction(name) => name.clone(),
        Mover::Person(person) => nominative(person),
        Mover::Administration => "Verwaltung".to_owned(),
    });
    let result = match fate {
        None => "nicht abgestimmt".to_owned(),
        Some(Fate::Withdrawn) => "zurückgezogen".to_owned(),
        Some(Fate::Voted { announced, words }) if words.is_empty() => {
            announced_only(*announced == Announced::Accepted).to_owned()
        }
        Some(Fate::Voted { words, .. }) => words.clone(),
    };
    [
        if name.is_empty() { (row + 1).to_string() } else { name.to_owned() },
        and(&movers.collect::<Vec<_>>()),
        motion.position.clone(),
        motion.old_amount.clone(),
        motion.new_amount.clone(),
        result,
    ]
}

/// Before a vote that takes the place of an earlier one.
pub const REPEATED: &str = "Die Abstimmung wird wiederholt.";

/// Before a secret vote whose result does not say that it was one.
pub const SECRET: &str = "Es wird geheim abgestimmt.";

/// The words of a result that was replaced.
pub fn replaced(words: &str, by: When) -> String {
    format!("{words} (ersetzt durch die Abstimmung {})", by.at_clock())
}

/// The majority that the law asks for.
pub fn required(required: &Required) -> String {
    let Required { name, votes, statute } = required;
    let votes = match votes {
        None => "ist Einstimmigkeit".to_owned(),
        Some(1) => "ist mindestens 1 Ja-Stimme".to_owned(),
        Some(more) => format!("sind mindestens {more} Ja-Stimmen"),
    };
    format!("Erforderlich {votes} ({name}, {statute}).")
}

/// Who has no vote in the matter.
pub fn without_vote(without: &WithoutVote) -> String {
    let names: Vec<String> =
        without.voters.iter().map(|voter| nominative(&voter.seated.person)).collect();
    let verb = if names.len() == 1 { "stimmt" } else { "stimmen" };
    let statute = &without.statute;
    capital(&format!("{} {verb} bei diesem Gegenstand nicht mit ({statute}).", and(&names)))
}

/// The finding of the body on a bias.
pub fn bias_finding(
    person: &Person,
    found: bool,
    organization: &Organization,
    statute: &str,
) -> String {
    let (body, who) = (capital(&super::the_short(organization)), oblique(person));
    let not = if found { "" } else { "nicht " };
    format!(
        "{body} stellt fest, dass bei {who} ein Ausschließungsgrund nach {statute} {not}vorliegt."
    )
}

/// The bias of a member who is not there, and so leaves nothing.
pub fn barred(
    person: &Person,
    other_item: Option<&str>,
    ground: RecusalGround,
    organization: &Organization,
    statute: &str,
) -> String {
    let who = nominative(person);
    let item = other_item.map_or_else(String::new, |item| format!("zu TOP {item} "));
    match ground {
        RecusalGround::Found => {
            let found = bias_finding(person, true, organization, statute);
            format!("{found} {} ist nicht anwesend.", capital(&who))
        }
        RecusalGround::Declared | RecusalGround::Voted => capital(&format!(
            "{who} ist nicht anwesend und wegen Befangenheit {item}von Beratung und Abstimmung ausgeschlossen ({statute})."
        )),
    }
}
