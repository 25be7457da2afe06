//! Tables of German: names, articles, enumerations, singular and plural.

use crate::compose::wording::Coming;
use crate::compose::{names, wording};
use crate::record::{
    Addressee, Chair, ChairFunction, Composition, Excused, ExcusedSubstitute, Guest, Law,
    Organization, OrganizationKind, Person, QuorumFinding, QuorumNumbers, RecusalGround,
    Substitution, Text,
};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::{ItemKind, Outcome};
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::person::FormOfAddress::{self, Frau, Herr, None as Neutral};
use sitzungsbuch_core::template::Headings;

pub(super) fn person(
    form: FormOfAddress,
    prefix: &str,
    title: &str,
    given: &str,
    family: &str,
) -> Person {
    let [prefix, title, given_name, family_name] =
        [prefix, title, given, family].map(str::to_owned);
    Person { form, prefix, title, given_name, family_name }
}

pub(super) fn castendyk() -> Person {
    person(Frau, "KA", "Dr.", "Mechthild", "Castendyk")
}

pub(super) fn hollenstedt() -> Person {
    person(Herr, "KA", "", "Rainer H.", "Hollenstedt")
}

pub(super) fn albers() -> Person {
    person(Neutral, "SB", "", "Kim", "Albers")
}

fn thorwarth() -> Person {
    person(Herr, "Kreisdirektor", "Dr.", "Emanuel", "Thorwarth")
}

pub(super) fn at(time: &str) -> Moment {
    Moment::parse(&format!("2026-11-12T{time}+01:00")).unwrap()
}

fn organization(kind: OrganizationKind, gender: Gender, words: [&str; 3]) -> Organization {
    let [name, short_name, genitive] = words.map(str::to_owned);
    Organization { kind, name, short_name, genitive, gender }
}

pub(super) fn committee() -> Organization {
    let words =
        ["Ausschuss für Digitalisierung", "Ausschuss", "des Ausschusses für Digitalisierung"];
    organization(OrganizationKind::Committee, Gender::Masculine, words)
}

fn council() -> Organization {
    organization(
        OrganizationKind::Council,
        Gender::Masculine,
        ["Rat der Stadt Auenrode", "Rat", "des Rates der Stadt Auenrode"],
    )
}

fn law() -> Law {
    Law {
        members: "Ratsmitglieder".to_owned(),
        member_status: "RM".to_owned(),
        quorum_statute: "§ 49 Abs. 1 GO NRW".to_owned(),
        more_than_half: true,
        composition_statute: "§ 58 Abs. 3 GO NRW".to_owned(),
        bias_statute: "§ 31 GO NRW".to_owned(),
    }
}

fn words(person: Person, function: ChairFunction) -> wording::ChairWords {
    wording::ChairWords::of(&Chair { person, function, office: String::new() }, &committee())
}

#[test]
fn names_are_inflected_by_the_form_of_address() {
    for (person, nominative, oblique, genitive, excused, plain) in [
        (
            castendyk(),
            "Frau KA Dr. Castendyk",
            "Frau KA Dr. Castendyk",
            "der Frau KA Dr. Castendyk",
            "der entschuldigten Frau KA Dr. Castendyk",
            "Frau Dr. Castendyk",
        ),
        (
            hollenstedt(),
            "Herr KA Hollenstedt",
            "Herrn KA Hollenstedt",
            "des Herrn KA Hollenstedt",
            "des entschuldigten Herrn KA Hollenstedt",
            "Herrn Hollenstedt",
        ),
        (
            albers(),
            "SB Kim Albers",
            "SB Kim Albers",
            "von SB Kim Albers",
            "von SB Kim Albers (entschuldigt)",
            "Kim Albers",
        ),
        (
            thorwarth(),
            "Herr Kreisdirektor Dr. Thorwarth",
            "Herrn Kreisdirektor Dr. Thorwarth",
            "des Herrn Kreisdirektor Dr. Thorwarth",
            "des entschuldigten Herrn Kreisdirektor Dr. Thorwarth",
            "Herrn Dr. Thorwarth",
        ),
    ] {
        assert_eq!(names::nominative(&person), nominative);
        assert_eq!(names::oblique(&person), oblique);
        assert_eq!(names::genitive(&person), genitive);
        assert_eq!(names::genitive_excused(&person), excused);
        assert_eq!(names::plain_oblique(&person), plain);
    }
}

#[test]
fn lists_of_names_are_sorted_after_din_5007() {
    let mut list: Vec<Person> = [
        ("Jan", "Ellerkamp"),
        ("Souraya", "El Habbas"),
        ("Ina", "Özdemir"),
        ("Uwe", "Oertel"),
        ("Ute", "Ofen"),
        ("Bernd", "Müller"),
        ("Änne", "Müller"),
        ("Kai", "Mueller-Zahn"),
        ("Ida", "Muller"),
        ("Léa", "Étienne"),
        ("Eva", "Etzel"),
        ("Rolf", "Weißen"),
        ("Rita", "Weisser"),
        ("Ole", "Lohmann"),
        ("Wiebke", "Lohmann-Reuter"),
        ("Kay", "Lohmanns"),
    ]
    .map(|(given, family)| person(Frau, "", "", given, family))
    .to_vec();
    list.sort_by_cached_key(names::sorting_key);
    let sorted: Vec<String> = list.iter().map(names::full).collect();
    let expected = [
        "Souraya El Habbas",
        "Jan Ellerkamp",
        "Léa Étienne",
        "Eva Etzel",
        "Ole Lohmann",
        "Wiebke Lohmann-Reuter",
        "Kay Lohmanns",
        "Änne Müller",
        "Bernd Müller",
        "Kai Mueller-Zahn",
        "Ida Muller",
        "Uwe Oertel",
        "Ina Özdemir",
        "Ute Ofen",
        "Rolf Weißen",
        "Rita Weisser",
    ];
    assert_eq!(sorted, expected);
}

#[test]
fn who_chairs_is_called_by_form_and_function() {
    use ChairFunction::{Chair as Own, Deputy, Leader};
    for (person, function, introduced, short, role) in [
        (castendyk(), Own, "die Ausschussvorsitzende", "Die Vorsitzende", "Ausschussvorsitzende"),
        (
            hollenstedt(),
            Own,
            "der Ausschussvorsitzende",
            "Der Vorsitzende",
            "Ausschussvorsitzender",
        ),
        (albers(), Own, "der Ausschussvorsitz", "Der Vorsitz", "Ausschussvorsitz"),
        (
            castendyk(),
            Deputy,
            "die stellvertretende Ausschussvorsitzende",
            "Die Vorsitzende",
            "Stellvertretende Ausschussvorsitzende",
        ),
        (
            hollenstedt(),
            Deputy,
            "der stellvertretende Ausschussvorsitzende",
            "Der Vorsitzende",
            "Stellvertretender Ausschussvorsitzender",
        ),
        (hollenstedt(), Leader, "der Sitzungsleiter", "Der Sitzungsleiter", "Sitzungsleiter"),
        (castendyk(), Leader, "die Sitzungsleiterin", "Die Sitzungsleiterin", "Sitzungsleiterin"),
        (albers(), Leader, "die Sitzungsleitung", "Die Sitzungsleitung", "Sitzungsleitung"),
    ] {
        let words = words(person, function);
        assert_eq!((&*words.introduced, &*words.short, &*words.role), (introduced, short, role));
    }
    let chair = Chair { person: thorwarth(), function: Own, office: "Landrat".to_owned() };
    let words = wording::ChairWords::of(&chair, &council());
    assert_eq!((&*words.introduced, &*words.role), ("der Vorsitzende", "Landrat"));
}

#[test]
fn bodies_have_their_article_and_genitive() {
    let other = |gender, words| organization(OrganizationKind::Committee, gender, words);
    for (organization, of_short, the_short, the) in [
        (committee(), "des Ausschusses", "der Ausschuss", "der Ausschuss für Digitalisierung"),
        (council(), "des Rates", "der Rat", "der Rat der Stadt Auenrode"),
        (
            other(Gender::Masculine, ["Kulturausschuss", "Ausschuss", "des Kulturausschusses"]),
            "des Ausschusses",
            "der Ausschuss",
            "der Kulturausschuss",
        ),
        (
            other(Gender::Feminine, ["Baukommission", "Kommission", "der Baukommission"]),
            "der Kommission",
            "die Kommission",
            "die Baukommission",
        ),
        (
            other(Gender::Neuter, ["Jugendforum", "Forum", "des Jugendforums"]),
            "des Jugendforums",
            "das Forum",
            "das Jugendforum",
        ),
    ] {
        assert_eq!(wording::of_the_short(&organization), of_short);
        assert_eq!(wording::the_short(&organization), the_short);
        assert_eq!(wording::the(&organization), the);
    }
}

#[test]
fn guests_are_greeted_one_by_one_or_together() {
    let guest =
        |person: Person, affiliation: &str| Guest { person, affiliation: affiliation.into() };
    let frau = person(Frau, "", "", "Fenja", "Ovelgönne");
    let herr = person(Herr, "", "", "Jost", "Lindhorst");
    let chair = words(castendyk(), ChairFunction::Chair);
    let start = "Um 16:32 Uhr eröffnet die Ausschussvorsitzende, Frau KA Dr. Castendyk, die Sitzung und begrüßt die Anwesenden.";
    for (guests, expected) in [
        (vec![], ""),
        (vec![guest(herr.clone(), "")], " Ebenso begrüßt sie als Gast Herrn Lindhorst."),
        (
            vec![guest(herr.clone(), "IT eG"), guest(frau.clone(), "Jugendkreistag")],
            " Ebenso begrüßt sie die Gäste, Herrn Lindhorst (IT eG) und Frau Ovelgönne (Jugendkreistag).",
        ),
        (
            vec![guest(herr.clone(), "IT eG"), guest(frau.clone(), "IT eG")],
            " Ebenso begrüßt sie die Gäste, Herrn Lindhorst und Frau Ovelgönne (beide IT eG).",
        ),
        (
            vec![guest(herr, "IT eG"), guest(frau, "IT eG"), guest(albers(), "IT eG")],
            " Ebenso begrüßt sie die Gäste, Herrn Lindhorst, Frau Ovelgönne und SB Kim Albers (alle IT eG).",
        ),
    ] {
        let sentence = wording::opening(at("16:32"), &chair, &castendyk(), &guests);
        assert_eq!(sentence, format!("{start}{expected}"));
    }
}

#[test]
fn substitutions_follow_the_substitute_and_the_absentee() {
    let one = |substitute: Person, of: Person| Substitution {
        substitute,
        represents: Some(of),
        excused: true,
    };
    let quade = || person(Frau, "SB", "", "Henrike", "Quade");
    let thedinga = || person(Herr, "KA", "", "Tamme", "Thedinga");
    for (all, expected) in [
        (vec![], ""),
        (
            vec![one(thedinga(), quade())],
            "Als Vertreter der entschuldigten Frau SB Quade nimmt Herr KA Thedinga an der Sitzung teil.",
        ),
        (
            vec![one(castendyk(), hollenstedt()), one(thedinga(), quade())],
            "Als Vertreterin des entschuldigten Herrn KA Hollenstedt nimmt Frau KA Dr. Castendyk und für Frau SB Quade nimmt Herr KA Thedinga an der Sitzung teil.",
        ),
        (
            vec![
                one(castendyk(), hollenstedt()),
                one(albers(), quade()),
                one(thedinga(), thorwarth()),
            ],
            "Als Vertreterin des entschuldigten Herrn KA Hollenstedt nimmt Frau KA Dr. Castendyk, für Frau SB Quade SB Kim Albers und für Herrn Kreisdirektor Dr. Thorwarth nimmt Herr KA Thedinga an der Sitzung teil.",
        ),
        (
            vec![one(castendyk(), albers())],
            "Als Vertreterin von SB Kim Albers (entschuldigt) nimmt Frau KA Dr. Castendyk an der Sitzung teil.",
        ),
        (
            vec![Substitution { represents: None, ..one(castendyk(), albers()) }],
            "Für einen nicht besetzten Sitz nimmt Frau KA Dr. Castendyk an der Sitzung teil.",
        ),
    ] {
        assert_eq!(wording::substitutions(&all), expected);
    }
}

#[test]
fn excused_members_are_named_with_their_excused_substitutes() {
    let excused = |person: Person, substitutes: Vec<Person>| Excused { person, substitutes };
    let uhlenbrock = || person(Herr, "KA", "", "Karsten", "Uhlenbrock");
    for (all, also, expected) in [
        (vec![excused(hollenstedt(), vec![])], false, "Entschuldigt fehlt Herr KA Hollenstedt."),
        (
            vec![excused(hollenstedt(), vec![uhlenbrock()])],
            true,
            "Ebenfalls entschuldigt fehlen Herr KA Hollenstedt sowie sein Vertreter, Herr KA Uhlenbrock.",
        ),
        (
            vec![excused(castendyk(), vec![uhlenbrock()])],
            true,
            "Ebenfalls entschuldigt fehlen Frau KA Dr. Castendyk sowie ihr Vertreter, Herr KA Uhlenbrock.",
        ),
        (
            vec![excused(hollenstedt(), vec![castendyk()])],
            true,
            "Ebenfalls entschuldigt fehlen Herr KA Hollenstedt sowie seine Vertreterin, Frau KA Dr. Castendyk.",
        ),
        (
            vec![excused(castendyk(), vec![uhlenbrock(), albers()])],
            false,
            "Entschuldigt fehlen Frau KA Dr. Castendyk sowie ihre Vertretungen, Herr KA Uhlenbrock und SB Kim Albers.",
        ),
        (
            vec![excused(castendyk(), vec![]), excused(hollenstedt(), vec![uhlenbrock()])],
            false,
            "Entschuldigt fehlen Frau KA Dr. Castendyk und Herr KA Hollenstedt. Entschuldigt ist auch der Vertreter des Herrn KA Hollenstedt, Herr KA Uhlenbrock.",
        ),
    ] {
        assert_eq!(wording::excused(&all, also), expected);
    }
    let one = ExcusedSubstitute { person: castendyk(), of: Some(hollenstedt()) };
    assert_eq!(
        wording::excused_substitute(&one),
        "Entschuldigt ist auch die Vertreterin des Herrn KA Hollenstedt, Frau KA Dr. Castendyk."
    );
}

#[test]
fn the_quorum_is_told_with_its_numbers_whatever_they_say() {
    let chair = words(castendyk(), ChairFunction::Chair);
    let finding = |quorate, present, composition: Option<(u16, u16)>| QuorumFinding {
        quorate,
        numbers: QuorumNumbers {
            seats: 17,
            present,
            required: 9,
            eased: None,
            size: present >= 9,
            composition: composition.map(|(members, experts)| Composition { members, experts }),
        },
        called_again: None,
    };
    for (finding, expected) in [
        (
            finding(true, 15, Some((10, 5))),
            "Die Vorsitzende stellt die Beschlussfähigkeit des Ausschusses fest. Von 17 stimmberechtigten Mitgliedern sind 15 anwesend; erforderlich sind mindestens 9. Die Zahl der anwesenden Ratsmitglieder (10) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger (5).",
        ),
        (
            finding(true, 10, Some((5, 5))),
            "Die Vorsitzende stellt die Beschlussfähigkeit des Ausschusses fest. Von 17 stimmberechtigten Mitgliedern sind 10 anwesend; erforderlich sind mindestens 9. Die Zahl der anwesenden Ratsmitglieder (5) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger (5) nicht.",
        ),
    ] {
        assert_eq!(wording::quorum(&finding, &chair, &committee(), &law()), expected);
    }
    for (finding, expected) in [
        (
            finding(true, 9, None),
            "Die Vorsitzende stellt um 17:30 Uhr die Beschlussfähigkeit des Rates wieder fest. Von 17 stimmberechtigten Mitgliedern sind 9 anwesend; erforderlich sind mindestens 9.",
        ),
        (
            finding(false, 1, None),
            "Die Vorsitzende stellt um 17:30 Uhr fest, dass der Rat nicht beschlussfähig ist. Von 17 stimmberechtigten Mitgliedern ist 1 anwesend; erforderlich sind mindestens 9.",
        ),
    ] {
        let again = finding.quorate;
        let later =
            wording::later_quorum(at("17:30").into(), &finding, again, &chair, &council(), &law());
        assert_eq!(later, expected);
    }
}

#[test]
fn who_comes_goes_or_is_biased_is_told_in_the_right_words() {
    let law = law();
    let time = at("17:06").into();
    for (sentence, expected) in [
        (
            wording::recusal(
                time,
                &hollenstedt(),
                None,
                wording::Leaves::ForPublicArea,
                RecusalGround::Declared,
                &committee(),
                &law,
            ),
            "Herr KA Hollenstedt erklärt sich für befangen. Er verlässt um 17:06 Uhr den Beratungstisch, nimmt im Zuhörerbereich Platz und wirkt an Beratung und Abstimmung nicht mit (§ 31 GO NRW).",
        ),
        (
            wording::recusal(
                time,
                &castendyk(),
                Some("12"),
                wording::Leaves::Room,
                RecusalGround::Declared,
                &committee(),
                &law,
            ),
            "Frau KA Dr. Castendyk erklärt sich zu TOP 12 für befangen. Sie verlässt um 17:06 Uhr den Sitzungsraum und wirkt an Beratung und Abstimmung nicht mit (§ 31 GO NRW).",
        ),
        (
            wording::recusal(
                time,
                &albers(),
                None,
                wording::Leaves::ForPublicArea,
                RecusalGround::Declared,
                &committee(),
                &law,
            ),
            "SB Kim Albers erklärt sich für befangen, verlässt um 17:06 Uhr den Beratungstisch, nimmt im Zuhörerbereich Platz und wirkt an Beratung und Abstimmung nicht mit (§ 31 GO NRW).",
        ),
        (
            wording::recusal(
                time,
                &hollenstedt(),
                Some("12"),
                wording::Leaves::ForPublicArea,
                RecusalGround::Found,
                &committee(),
                &law,
            ),
            "Der Ausschuss stellt fest, dass bei Herrn KA Hollenstedt ein Ausschließungsgrund nach § 31 GO NRW vorliegt. Er verlässt um 17:06 Uhr den Beratungstisch, nimmt im Zuhörerbereich Platz und wirkt zu TOP 12 an Beratung und Abstimmung nicht mit.",
        ),
        (
            wording::recusal(
                time,
                &hollenstedt(),
                None,
                wording::Leaves::Room,
                RecusalGround::Voted,
                &committee(),
                &law,
            ),
            "Herr KA Hollenstedt verlässt um 17:06 Uhr den Sitzungsraum und wirkt an Beratung und Abstimmung nicht mit (§ 31 GO NRW).",
        ),
        // Who was counted in a vote did take part.
        (
            wording::recusal(
                time,
                &hollenstedt(),
                None,
                wording::Leaves::Not,
                RecusalGround::Declared,
                &committee(),
                &law,
            ),
            "Herr KA Hollenstedt erklärt sich für befangen und ist von Beratung und Abstimmung ausgeschlossen (§ 31 GO NRW).",
        ),
        (
            wording::recusal(
                time,
                &castendyk(),
                Some("12"),
                wording::Leaves::Not,
                RecusalGround::Found,
                &committee(),
                &law,
            ),
            "Der Ausschuss stellt fest, dass bei Frau KA Dr. Castendyk ein Ausschließungsgrund nach § 31 GO NRW vorliegt. Sie ist zu TOP 12 von Beratung und Abstimmung ausgeschlossen.",
        ),
        (
            wording::arrival(
                time,
                &hollenstedt(),
                Coming { remote: true, item: Some("4"), ..Coming::default() },
            ),
            "Herr KA Hollenstedt nimmt ab 17:06 Uhr zu TOP 4 per Videokonferenz an der Sitzung teil.",
        ),
        (
            wording::arrival(
                time,
                &castendyk(),
                Coming { represents: Some(&hollenstedt()), ..Coming::default() },
            ),
            "Frau KA Dr. Castendyk nimmt ab 17:06 Uhr als Vertreterin des Herrn KA Hollenstedt an der Sitzung teil.",
        ),
        (
            wording::arrival(
                time,
                &hollenstedt(),
                Coming { again: true, relieves: Some(&castendyk()), ..Coming::default() },
            ),
            "Herr KA Hollenstedt nimmt ab 17:06 Uhr wieder an der Sitzung teil. Die Vertretung durch Frau KA Dr. Castendyk endet damit.",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
    let chair = words(hollenstedt(), ChairFunction::Chair);
    for (to_public, left, expected) in [
        (
            false,
            vec![],
            "Der Vorsitzende stellt um 17:06 Uhr die Nichtöffentlichkeit der Sitzung her. Die Zuhörerinnen und Zuhörer verlassen den Saal.",
        ),
        (
            false,
            vec![thorwarth()],
            "Der Vorsitzende stellt um 17:06 Uhr die Nichtöffentlichkeit der Sitzung her. Herr Kreisdirektor Dr. Thorwarth sowie die Zuhörerinnen und Zuhörer verlassen den Saal.",
        ),
        (
            true,
            vec![thorwarth()],
            "Der Vorsitzende stellt um 17:06 Uhr die Öffentlichkeit der Sitzung wieder her. Herr Kreisdirektor Dr. Thorwarth verlässt den Saal.",
        ),
    ] {
        assert_eq!(wording::part_change(time, to_public, &left, &chair), expected);
    }
}

#[test]
fn every_outcome_has_its_usual_sentence() {
    use ItemKind::{Addenda, Formalities, Inquiry, MinutesApproval, Proposal, Report};
    let kulturforum = organization(
        OrganizationKind::Committee,
        Gender::Neuter,
        ["Kulturforum", "Forum", "des Kulturforums"],
    );
    for (outcome, kind, name, has_paper, agenda_changed, expected) in [
        (
            Outcome::Noted,
            Report,
            "Vortrag",
            true,
            false,
            Some("Das Kulturforum nimmt die Ausführungen zur Kenntnis."),
        ),
        (
            Outcome::Noted,
            Report,
            "Informationen der Verwaltung",
            false,
            false,
            Some("Das Kulturforum nimmt die Ausführungen der Verwaltung zur Kenntnis."),
        ),
        (
            Outcome::Noted,
            Inquiry,
            "Bauantrag",
            true,
            false,
            Some("Das Kulturforum nimmt die Antwort der Verwaltung zur Kenntnis."),
        ),
        (
            Outcome::Noted,
            MinutesApproval,
            "Niederschrift",
            false,
            false,
            Some("Das Kulturforum nimmt die Niederschrift zur Kenntnis."),
        ),
        (
            Outcome::Noted,
            Proposal,
            "Haushalt",
            true,
            false,
            Some("Das Kulturforum nimmt die Vorlage zur Kenntnis."),
        ),
        (
            Outcome::Approved,
            MinutesApproval,
            "Niederschrift",
            false,
            false,
            Some("Die Niederschrift wird genehmigt."),
        ),
        (Outcome::Approved, Proposal, "Haushalt", true, false, Some("Das Kulturforum stimmt zu.")),
        (
            Outcome::Established,
            Formalities,
            "Feststellung der Tagesordnung",
            false,
            false,
            Some("Die Tagesordnung wird in der vorliegenden Fassung festgestellt."),
        ),
        (
            Outcome::Established,
            Formalities,
            "Feststellung der Tagesordnung",
            false,
            true,
            Some("Die Tagesordnung wird in der geänderten Fassung festgestellt."),
        ),
        (
            Outcome::ReceivedWithoutDecision,
            Report,
            "Bericht",
            true,
            false,
            Some("Die Vorlage wird ohne Beschluss entgegengenommen."),
        ),
        (
            Outcome::ReceivedWithoutDecision,
            Report,
            "Bericht",
            false,
            false,
            Some("Die Ausführungen werden ohne Beschluss entgegengenommen."),
        ),
        (
            Outcome::Deferred,
            Proposal,
            "Haushalt",
            true,
            false,
            Some("Der Tagesordnungspunkt wird vertagt."),
        ),
        (Outcome::Nothing, Addenda, "Nachträge", false, false, Some("Keine")),
        (
            Outcome::Nothing,
            Addenda,
            "Verschiedenes",
            false,
            false,
            Some("Hierzu liegt nichts vor."),
        ),
        (Outcome::NoneOnPurpose, Report, "Bericht", true, false, None),
    ] {
        let usual = Headings::default();
        let subject = wording::Subject {
            kind,
            name,
            has_paper,
            agenda_changed,
            ..wording::Subject::default()
        };
        assert_eq!(wording::outcome(outcome, &subject, &kulturforum, &usual).as_deref(), expected);
    }
}

#[test]
fn outcomes_that_go_elsewhere_or_lack_a_quorum() {
    let to = |name: &str, gender| Addressee { name: name.to_owned(), gender };
    let committee_of_county = to("Kreisausschuss", Gender::Masculine);
    let text = Text::default();
    let (plain, usual) = (wording::Subject::default(), Headings::default());
    let addressed = wording::Subject { to: Some(&committee_of_county), ..plain };
    for (outcome, subject, expected) in [
        (
            Outcome::Referred,
            addressed,
            "Die Angelegenheit wird zur weiteren Beratung an den Kreisausschuss verwiesen.",
        ),
        (
            Outcome::Recommended,
            addressed,
            "Der Ausschuss für Digitalisierung empfiehlt dem Kreisausschuss, dem Vorschlag zu folgen.",
        ),
        (
            Outcome::Recommended,
            wording::Subject { proposal: Some(&text), ..addressed },
            "Der Ausschuss für Digitalisierung empfiehlt dem Kreisausschuss, folgenden Beschluss zu fassen:",
        ),
        (
            Outcome::PutBack,
            wording::Subject { lacking: true, ..plain },
            "Der Tagesordnungspunkt wird wegen fehlender Beschlussfähigkeit zurückgestellt.",
        ),
        (Outcome::PutBack, plain, "Der Tagesordnungspunkt wird zurückgestellt."),
    ] {
        assert_eq!(
            wording::outcome(outcome, &subject, &committee(), &usual).as_deref(),
            Some(expected)
        );
    }
}

#[test]
fn a_session_past_midnight_names_the_day_of_its_end() {
    let closed = Moment::parse("2026-11-13T00:12+01:00");
    assert_eq!(wording::duration(at("16:32"), &[], closed), "16:32 Uhr bis 13.11.2026, 00:12 Uhr");
    assert_eq!(wording::duration(at("16:32"), &[], Some(at("18:07"))), "16:32 Uhr bis 18:07 Uhr");
    assert_eq!(wording::duration(at("16:32"), &[], None), "ab 16:32 Uhr");
    let days = |days: &[&str]| {
        let days: Vec<_> = days.iter().map(|day| day.parse().unwrap()).collect();
        wording::days(&days)
    };
    assert_eq!(days(&["2026-11-12"]), "12.11.2026");
    assert_eq!(days(&["2026-11-05", "2026-11-12", "2026-11-19"]), "05., 12. und 19.11.2026");
    assert_eq!(days(&["2026-11-26", "2026-12-03"]), "26.11.2026 und 03.12.2026");
}
