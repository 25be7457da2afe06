//! Sentences of the opening: greeting, invitation, substitutions, quorum.

use super::{ChairWords, clock, of_the_short};
use crate::compose::names::{
    and, genitive, genitive_excused, nominative, oblique, substitute_noun,
};
use crate::record::{
    CalledAgain, Excused, ExcusedSubstitute, Guest, Law, Organization, Person, QuorumFinding,
    QuorumNumbers, Substitution,
};
use chrono::NaiveDate;
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::person::FormOfAddress;
use sitzungsbuch_core::rules::profile::ReliefCause;
use sitzungsbuch_core::rules::quorum::Eased;
use sitzungsbuch_core::time::german_date;

/// Opening and greeting.
pub fn opening(at: Moment, chair: &ChairWords, person: &Person, guests: &[Guest]) -> String {
    let (time, role, name) = (clock(at), &chair.introduced, nominative(person));
    let opened =
        format!("Um {time} eröffnet {role}, {name}, die Sitzung und begrüßt die Anwesenden.");
    let pronoun = chair.pronoun;
    match guests {
        [] => opened,
        [one] => {
            format!(
                "{opened} Ebenso begrüßt {pronoun} als Gast {}.",
                guest_list(std::slice::from_ref(one))
            )
        }
        more => format!("{opened} Ebenso begrüßt {pronoun} die Gäste, {}.", guest_list(more)),
    }
}

/// "Herrn A (Org) und Frau B (Org)", "Herrn A und Herrn B (beide Org)".
fn guest_list(guests: &[Guest]) -> String {
    let same = guests.split_first().is_some_and(|(first, rest)| {
        !rest.is_empty()
            && !first.affiliation.is_empty()
            && rest.iter().all(|guest| guest.affiliation == first.affiliation)
    });
    if let (true, Some(first)) = (same, guests.first()) {
        let names: Vec<String> = guests.iter().map(|guest| oblique(&guest.person)).collect();
        let all = if names.len() == 2 { "beide" } else { "alle" };
        return format!("{} ({all} {})", and(&names), first.affiliation);
    }
    let named = guests.iter().map(|guest| {
        let name = oblique(&guest.person);
        if guest.affiliation.is_empty() { name } else { format!("{name} ({})", guest.affiliation) }
    });
    and(&named.collect::<Vec<_>>())
}

/// The finding on the invitation; `subject` is "Sie" or "Die Vorsitzende".
pub fn invitation(subject: &str, invitation: Option<NaiveDate>) -> String {
    let letter = invitation
        .map_or_else(String::new, |day| format!("mit Schreiben vom {} ", german_date(day)));
    format!(
        "{subject} stellt fest, dass {letter}form- und fristgerecht eingeladen wurde. Einwendungen gegen die Ordnungsmäßigkeit der Ladung werden nicht erhoben."
    )
}

/// Who stands in for whom; the form follows the substitute, the article the absentee.
pub fn substitutions(all: &[Substitution]) -> String {
    let on_behalf = |one: &Substitution| {
        let named = one.represents.as_ref();
        named.map_or_else(|| "einen nicht besetzten Sitz".to_owned(), oblique)
    };
    let Some((first, rest)) = all.split_first() else { return String::new() };
    let substitute = nominative(&first.substitute);
    let start = match &first.represents {
        Some(person) => {
            let whose = if first.excused { genitive_excused(person) } else { genitive(person) };
            format!("Als {} {whose} nimmt {substitute}", substitute_noun(&first.substitute))
        }
        None => format!("Für {} nimmt {substitute}", on_behalf(first)),
    };
    let Some((last, middle)) = rest.split_last() else {
        return format!("{start} an der Sitzung teil.");
    };
    let mut sentence = start;
    for one in middle {
        let (whom, who) = (on_behalf(one), nominative(&one.substitute));
        sentence = format!("{sentence}, für {whom} {who}");
    }
    let (whom, who) = (on_behalf(last), nominative(&last.substitute));
    format!("{sentence} und für {whom} nimmt {who} an der Sitzung teil.")
}

/// Who is excused and not represented; `also` where substitutions were named before.
pub fn excused(all: &[Excused], also: bool) -> String {
    let lead = if also { "Ebenfalls entschuldigt" } else { "Entschuldigt" };
    match all {
        [] => String::new(),
        [one] => match one.substitutes.as_slice() {
            [] => format!("{lead} fehlt {}.", nominative(&one.person)),
            [substitute] => {
                let (who, noun) = (nominative(&one.person), substitute_noun(substitute));
                let own = possessive(&one.person, substitute);
                let name = nominative(substitute);
                format!("{lead} fehlen {who} sowie {own} {noun}, {name}.")
            }
            several => {
                let names: Vec<String> = several.iter().map(nominative).collect();
                let (who, own) = (nominative(&one.person), possessive_plural(&one.person));
                format!("{lead} fehlen {who} sowie {own} Vertretungen, {}.", and(&names))
            }
        },
        several => {
            let names: Vec<String> = several.iter().map(|one| nominative(&one.person)).collect();
            let mut text = format!("{lead} fehlen {}.", and(&names));
            for one in several {
                for substitute in &one.substitutes {
                    text.push(' ');
                    text.push_str(&excused_substitute(&ExcusedSubstitute {
                        person: substitute.clone(),
                        of: Some(one.person.clone()),
                    }));
                }
            }
            text
        }
    }
}

/// "Entschuldigt ist auch der Vertreter des Herrn KA A, Herr KA B."
pub fn excused_substitute(one: &ExcusedSubstitute) -> String {
    let name = nominative(&one.person);
    one.of.as_ref().map_or_else(
        || format!("Entschuldigt ist auch {name}."),
        |of| {
            let noun = substitute_noun(&one.person);
            let article = if noun == "Vertreter" { "der" } else { "die" };
            format!("Entschuldigt ist auch {article} {noun} {}, {name}.", genitive(of))
        },
    )
}

/// "sein", "seine", "ihr", "ihre": the stem by the owner, the ending by the substitute.
fn possessive(owner: &Person, substitute: &Person) -> &'static str {
    let masculine = substitute.form == FormOfAddress::Herr;
    match (owner.form, masculine) {
        (FormOfAddress::Frau, true) => "ihr",
        (FormOfAddress::Frau, false) => "ihre",
        (FormOfAddress::Herr, true) => "sein",
        (FormOfAddress::Herr, false) => "seine",
        (FormOfAddress::None, true) => "der zugehörige",
        (FormOfAddress::None, false) => "die zugehörige",
    }
}

fn possessive_plural(owner: &Person) -> &'static str {
    match owner.form {
        FormOfAddress::Frau => "ihre",
        FormOfAddress::Herr => "seine",
        FormOfAddress::None => "die zugehörigen",
    }
}

/// Numbers of both tests, without a judgement; a paragraph only where fewer suffice than usual.
pub fn quorum_numbers(finding: &QuorumFinding, law: &Law) -> String {
    let numbers = &finding.numbers;
    let QuorumNumbers { seats, present, required, .. } = numbers;
    let verb = if *present == 1 { "ist" } else { "sind" };
    let needed = numbers
        .eased
        .as_ref()
        .map_or_else(|| format!("erforderlich sind mindestens {required}"), eased);
    let again = finding.called_again.as_ref().map(called_again).unwrap_or_default();
    let size = format!(
        "Von {seats} stimmberechtigten Mitgliedern {verb} {present} anwesend; {needed}.{again}"
    );
    let Some(test) = numbers.composition else { return size };
    let not = if test.holds() { "" } else { " nicht" };
    format!(
        "{size} Die Zahl der anwesenden {} ({}) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger ({}){not}.",
        law.members, test.members, test.experts
    )
}

/// How many suffice, and why fewer than usual do.
fn eased(eased: &Eased) -> String {
    let Eased { relief, least, statute } = eased;
    let why = match relief {
        None => "zum zweiten Mal zu demselben Gegenstand einberufen ist",
        Some(ReliefCause::MostRecused) => "mehr als die Hälfte der Mitglieder befangen ist",
        Some(ReliefCause::Recused) => "die Zahl nur wegen Befangenheit verfehlt wird",
        Some(ReliefCause::MostVacant) => "mehr als die Hälfte der Sitze nicht besetzt ist",
    };
    match least {
        0 => format!("die Zahl ist unerheblich, weil {why} ({statute})"),
        1 => format!("ausreichend ist 1, weil {why} ({statute})"),
        least => format!("ausreichend sind {least}, weil {why} ({statute})"),
    }
}

/// " Zu TOP 3 und TOP 4 ist zum zweiten Mal einberufen; ...".
fn called_again(again: &CalledAgain) -> String {
    let items: Vec<String> = again.items.iter().map(|item| format!("TOP {item}")).collect();
    let rule = match again.least {
        0 => "insoweit ist die Zahl unerheblich".to_owned(),
        1 => "insoweit ist 1 ausreichend".to_owned(),
        least => format!("insoweit sind {least} ausreichend"),
    };
    format!(" Zu {} ist zum zweiten Mal einberufen; {rule} ({}).", and(&items), again.statute)
}

/// The finding at the opening.
pub fn quorum(
    finding: &QuorumFinding,
    chair: &ChairWords,
    organization: &Organization,
    law: &Law,
) -> String {
    let numbers = quorum_numbers(finding, law);
    let (chair, whose) = (&chair.short, of_the_short(organization));
    format!("{chair} stellt die Beschlussfähigkeit {whose} fest. {numbers}")
}
