//! Every generated sentence, one function each: the facts are its arguments, the words stand here
//! and nowhere else. Acts in the present indicative (niederschrift.md, design README section 6).
//!
//! It decides nothing: which sentence is wanted, and where it stands, is known before.

use super::names::{
    and, as_well_as, genitive, genitive_excused, nominative, oblique, plain_oblique, pronoun,
    substitute_noun,
};
use crate::record::{
    Chair, ChairFunction, Excused, ExcusedSubstitute, Guest, Law, Organization, OrganizationKind,
    Person, QuorumFinding, QuorumNumbers, Substitution,
};
use chrono::NaiveDate;
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::{ItemKind, Outcome};
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::person::FormOfAddress;
use sitzungsbuch_core::time::{german_date, german_weekday};

/// Labels on the label axis.
pub const ATTENDANCE: &str = "Anwesenheit";
/// Recusals.
pub const RECUSAL: &str = "Befangenheit";
/// Findings on the quorum in the course of the session.
pub const QUORUM: &str = "Beschlussfähigkeit";
/// Changes of part.
pub const PUBLICITY: &str = "Öffentlichkeit";
/// The end.
pub const END: &str = "Sitzungsende";
/// A motion that was accepted.
pub const ACCEPTED: &str = "Beschluss:";
/// A motion that was rejected.
pub const REJECTED: &str = "Antrag:";
/// Before the words of a result.
pub const RESULT: &str = "Abstimmungsergebnis:";
/// The public part.
pub const PUBLIC_PART: &str = "Öffentlicher Teil";
/// The non-public part.
pub const NON_PUBLIC_PART: &str = "Nicht öffentlicher Teil";
/// Mark on every page from the non-public part on.
pub const NON_PUBLIC_MARK: &str = "Nicht öffentlich";

/// "16:32 Uhr".
pub fn clock(at: Moment) -> String {
    format!("{} Uhr", at.clock())
}

/// "Donnerstag, den 12.11.2026, 16:30 Uhr".
pub fn session_date(at: Moment) -> String {
    format!("{}, den {}, {}", german_weekday(at.date()), german_date(at.date()), clock(at))
}

/// "16:32 Uhr bis 18:07 Uhr"; with the day where it is another one.
pub fn duration(opened: Moment, closed: Option<Moment>) -> String {
    match closed {
        None => format!("ab {}", clock(opened)),
        Some(closed) if closed.date() == opened.date() => {
            format!("{} bis {}", clock(opened), clock(closed))
        }
        Some(closed) => {
            let day = german_date(closed.date());
            format!("{} bis {day}, {}", clock(opened), clock(closed))
        }
    }
}

/// "über die 9. Sitzung des Ausschusses für Digitalisierung".
pub fn subtitle(number: Option<u16>, organization: &Organization) -> String {
    let genitive = &organization.genitive;
    number.map_or_else(
        || format!("über die Sitzung {genitive}"),
        |number| format!("über die {number}. Sitzung {genitive}"),
    )
}

/// "Wiesenthal, den 20.11.2026".
pub fn place_and_date(place: &str, date: NaiveDate) -> String {
    format!("{place}, den {}", german_date(date))
}

/// Foot of a draft.
pub fn draft_footer(at: Moment) -> String {
    let date = german_date(at.date());
    format!("Entwurf, Stand {date}, {} – nicht unterzeichnet", clock(at))
}

/// Foot of the complete version.
pub const COMPLETE_FOOTER: &str = "Vollständige Fassung – öffentlicher und nicht öffentlicher Teil";
/// Foot of the public version.
pub const PUBLIC_FOOTER: &str = "Öffentlicher Teil";
/// Foot of the public version that is read, not signed.
pub const READING_FOOTER: &str = "Öffentlicher Teil – Lesefassung";

/// "der Ausschuss für Digitalisierung".
pub fn the(organization: &Organization) -> String {
    with_article(organization, &organization.name)
}

fn with_article(organization: &Organization, name: &str) -> String {
    let article = match organization.gender {
        Gender::Masculine => "der",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    };
    format!("{article} {name}")
}

/// "der Ausschuss".
pub fn the_short(organization: &Organization) -> String {
    with_article(organization, &organization.short_name)
}

/// "des Ausschusses": the genitive of the short name as far as the full one or usage gives it.
pub fn of_the_short(organization: &Organization) -> String {
    let short = organization.short_name.trim();
    let count = short.split_whitespace().count();
    if organization.name.starts_with(short) {
        // The article and as many words as the short name has.
        return organization
            .genitive
            .split_whitespace()
            .take(count + 1)
            .collect::<Vec<_>>()
            .join(" ");
    }
    let usual = match short {
        "Ausschuss" => "des Ausschusses",
        "Kreistag" => "des Kreistages",
        "Rat" => "des Rates",
        "Beirat" => "des Beirates",
        "Kommission" => "der Kommission",
        _ => &organization.genitive,
    };
    usual.to_owned()
}

/// Words for who chairs.
pub struct ChairWords {
    /// "die Ausschussvorsitzende".
    pub introduced: String,
    /// "Die Vorsitzende".
    pub short: String,
    /// "sie".
    pub pronoun: &'static str,
    /// "Ausschussvorsitzende", below a signature.
    pub role: String,
}

impl ChairWords {
    /// Of the chair of this session.
    pub fn of(chair: &Chair, organization: &Organization) -> Self {
        let committee = organization.kind == OrganizationKind::Committee
            && organization.short_name.to_lowercase().contains("ausschuss");
        let stem = if committee { "Ausschussvorsitz" } else { "Vorsitz" };
        let (article, weak, strong, pronoun) = match chair.person.form {
            FormOfAddress::Frau => ("die", "ende", "ende", "sie"),
            FormOfAddress::Herr => ("der", "ende", "ender", "er"),
            FormOfAddress::None => ("der", "", "", "er"),
        };
        let upper = capital(article);
        let (introduced, short, role) = match chair.function {
            ChairFunction::Chair => (
                format!("{article} {stem}{weak}"),
                format!("{upper} Vorsitz{weak}"),
                format!("{stem}{strong}"),
            ),
            ChairFunction::Deputy => (
                format!("{article} stellvertretende {stem}{weak}"),
                format!("{upper} Vorsitz{weak}"),
                deputy_role(chair.person.form, stem, strong),
            ),
            ChairFunction::Leader => {
                let noun = leader(chair.person.form);
                let article = if noun == "Sitzungsleiter" { "der" } else { "die" };
                (
                    format!("{article} {noun}"),
                    format!("{} {noun}", capital(article)),
                    noun.to_owned(),
                )
            }
        };
        let pronoun = if introduced == "die Sitzungsleitung" { "sie" } else { pronoun };
        let role = if chair.office.is_empty() { role } else { chair.office.clone() };
        Self { introduced, short, pronoun, role }
    }
}

fn deputy_role(form: FormOfAddress, stem: &str, ending: &str) -> String {
    match form {
        FormOfAddress::Frau => format!("Stellvertretende {stem}{ending}"),
        FormOfAddress::Herr | FormOfAddress::None => format!("Stellvertretender {stem}{ending}"),
    }
}

fn leader(form: FormOfAddress) -> &'static str {
    match form {
        FormOfAddress::Frau => "Sitzungsleiterin",
        FormOfAddress::Herr => "Sitzungsleiter",
        FormOfAddress::None => "Sitzungsleitung",
    }
}

/// "Schriftführerin", "Schriftführer", "Schriftführung".
pub fn clerk_role(form: FormOfAddress) -> &'static str {
    match form {
        FormOfAddress::Frau => "Schriftführerin",
        FormOfAddress::Herr => "Schriftführer",
        FormOfAddress::None => "Schriftführung",
    }
}

/// With a capital letter at the start of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

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

/// Numbers of both tests, without a paragraph and without a judgement.
pub fn quorum_numbers(numbers: &QuorumNumbers, law: &Law) -> String {
    let QuorumNumbers { seats, present, required, .. } = numbers;
    let verb = if *present == 1 { "ist" } else { "sind" };
    let size = format!(
        "Von {seats} stimmberechtigten Mitgliedern {verb} {present} anwesend; erforderlich sind mindestens {required}."
    );
    let Some(test) = numbers.composition else { return size };
    let not = if test.holds() { "" } else { " nicht" };
    format!(
        "{size} Die Zahl der anwesenden {} ({}) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger ({}){not}.",
        law.members, test.members, test.experts
    )
}

/// The first finding.
pub fn quorum(
    finding: &QuorumFinding,
    chair: &ChairWords,
    organization: &Organization,
    law: &Law,
) -> String {
    let numbers = quorum_numbers(&finding.numbers, law);
    let chair = &chair.short;
    if finding.quorate {
        let whose = of_the_short(organization);
        format!("{chair} stellt die Beschlussfähigkeit {whose} fest. {numbers}")
    } else {
        let who = the_short(organization);
        format!("{chair} stellt fest, dass {who} nicht beschlussfähig ist. {numbers}")
    }
}

/// A later finding with its time.
pub fn later_quorum(
    at: Moment,
    finding: &QuorumFinding,
    again: bool,
    chair: &ChairWords,
    organization: &Organization,
    law: &Law,
) -> String {
    let numbers = quorum_numbers(&finding.numbers, law);
    let (chair, time) = (&chair.short, clock(at));
    if finding.quorate {
        let (whose, again) = (of_the_short(organization), if again { " wieder" } else { "" });
        format!("{chair} stellt um {time} die Beschlussfähigkeit {whose}{again} fest. {numbers}")
    } else {
        let who = the_short(organization);
        format!("{chair} stellt um {time} fest, dass {who} nicht beschlussfähig ist. {numbers}")
    }
}

/// An arrival.
pub fn arrival(
    at: Moment,
    person: &Person,
    again: bool,
    represents: Option<&Person>,
    relieves: Option<&Person>,
) -> String {
    let (who, time) = (nominative(person), clock(at));
    let again = if again { " wieder" } else { "" };
    let role = represents.map_or_else(String::new, |represented| {
        format!(" als {} {}", substitute_noun(person), genitive(represented))
    });
    let came = format!("{who} nimmt ab {time}{again}{role} an der Sitzung teil.");
    relieves.map_or(came.clone(), |substitute| {
        format!("{came} Die Vertretung durch {} endet damit.", oblique(substitute))
    })
}

/// A departure.
pub fn departure(at: Moment, person: &Person) -> String {
    format!("{} verlässt die Sitzung um {}.", nominative(person), clock(at))
}

/// A recusal: in public session the seat is in the audience, else outside (§ 31 Abs. 4 GO NRW).
pub fn recusal(
    at: Moment,
    person: &Person,
    other_item: Option<&str>,
    public_session: bool,
    law: &Law,
) -> String {
    let (who, time, statute) = (nominative(person), clock(at), &law.bias_statute);
    let item = other_item.map_or_else(String::new, |item| format!("zu TOP {item} "));
    let leaves = if public_session {
        format!("verlässt um {time} den Beratungstisch, nimmt im Zuhörerbereich Platz")
    } else {
        format!("verlässt um {time} den Sitzungsraum")
    };
    let takes_no_part = format!("und wirkt an Beratung und Abstimmung nicht mit ({statute}).");
    match pronoun(person) {
        Some(pronoun) => {
            format!("{who} erklärt sich {item}für befangen. {pronoun} {leaves} {takes_no_part}")
        }
        None => format!("{who} erklärt sich {item}für befangen, {leaves} {takes_no_part}"),
    }
}

/// The return after a recusal.
pub fn recusal_end(at: Moment, person: &Person) -> String {
    format!("{} nimmt um {} wieder am Beratungstisch Platz.", nominative(person), clock(at))
}

/// A change of part.
pub fn part_change(at: Moment, to_public: bool, left: &[Person], chair: &ChairWords) -> String {
    let (chair, time) = (&chair.short, clock(at));
    let mut names: Vec<String> = left.iter().map(nominative).collect();
    if to_public {
        let back = format!("{chair} stellt um {time} die Öffentlichkeit der Sitzung wieder her.");
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
        "{chair} stellt um {time} die Nichtöffentlichkeit der Sitzung her. {who} verlassen den Saal."
    )
}

/// The end where the chair closed the part that is read.
pub fn closing(at: Moment, chair: &ChairWords) -> String {
    format!("{} schließt die Sitzung um {}.", chair.short, clock(at))
}

/// The end for readers of the public part, when it lay in the other one.
pub fn end(at: Moment) -> String {
    format!("Ende der Sitzung: {}", clock(at))
}

/// What an outcome is about, for the usual sentence.
pub struct Subject<'a> {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Its title.
    pub name: &'a str,
    /// It has a paper.
    pub has_paper: bool,
    /// Items had been added to the agenda.
    pub agenda_changed: bool,
}

/// The usual sentence of an outcome; none where nothing is to be said.
pub fn outcome(outcome: Outcome, subject: &Subject, organization: &Organization) -> Option<String> {
    let who = capital(&the(organization));
    Some(match outcome {
        Outcome::Noted => {
            let what = match subject.kind {
                ItemKind::MinutesApproval => "die Niederschrift",
                ItemKind::Inquiry => "die Antwort der Verwaltung",
                _ if subject.name.contains("der Verwaltung") => "die Ausführungen der Verwaltung",
                ItemKind::Report => "die Ausführungen",
                _ if subject.has_paper => "die Vorlage",
                _ => "die Ausführungen",
            };
            format!("{who} nimmt {what} zur Kenntnis.")
        }
        Outcome::Approved => match subject.kind {
            ItemKind::MinutesApproval => "Die Niederschrift wird genehmigt.".to_owned(),
            _ => format!("{who} stimmt zu."),
        },
        Outcome::Established => established(subject, &who),
        Outcome::ReceivedWithoutDecision => {
            let what =
                if subject.has_paper { "Die Vorlage wird" } else { "Die Ausführungen werden" };
            format!("{what} ohne Beschluss entgegengenommen.")
        }
        Outcome::Deferred => "Der Tagesordnungspunkt wird vertagt.".to_owned(),
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

/// Annotation of a substitute in the list: "Vertretung für Frau Quade".
pub fn annotation_represents(represents: &[Person]) -> String {
    let names: Vec<String> = represents.iter().map(plain_oblique).collect();
    format!("Vertretung für {}", and(&names))
}

/// Annotation of an excused substitute: "als Vertreter für Herrn Sandvoß".
pub fn annotation_substitute(substitute: &Person, of: Option<&Person>) -> String {
    let noun = substitute_noun(substitute);
    of.map_or_else(
        || format!("als {noun}"),
        |person| format!("als {noun} für {}", plain_oblique(person)),
    )
}

/// Annotation of a missing member whose seat stayed empty.
pub const NOT_REPRESENTED: &str = "nicht vertreten";

/// Explanation of an abbreviation of status; the one without is empty.
pub fn status_explained(abbreviation: &str) -> Option<&'static str> {
    Some(match abbreviation {
        "KA" => "Kreistagsabgeordnete, Kreistagsabgeordneter",
        "RM" => "Ratsmitglied",
        "SB" => "sachkundige Bürgerin, sachkundiger Bürger",
        "SE" => "sachkundige Einwohnerin, sachkundiger Einwohner",
        "HVB" => "Hauptverwaltungsbeamtin, Hauptverwaltungsbeamter",
        _ => return None,
    })
}
