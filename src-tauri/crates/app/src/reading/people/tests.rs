//! Lists of members as people write them.

use super::*;
use crate::core::person::FormOfAddress::{self, Frau, Herr, None as Plain};

fn one(line: &str) -> DraftPerson {
    let read = read(line);
    assert_eq!(read.people.len(), 1, "{line}: {read:?}");
    read.people.into_iter().next().unwrap()
}

type Row = (&'static str, FormOfAddress, &'static str, Option<Status>, &'static str, &'static str);

#[test]
fn a_day_of_birth_is_no_name_before_marriage() {
    for (line, day, rest) in [
        ("Frau KA Anna Beispiel, CDU, geb. 12.03.1951", "12.03.1951", ""),
        ("Frau KA Anna Beispiel (geboren am 1.3.1951), CDU", "1.3.1951", ""),
        ("Frau KA Anna Beispiel\t* 12.03.1951\tCDU", "12.03.1951", ""),
        ("Frau KA Anna Beispiel, CDU, geb. Muster", "", "geb. Muster"),
        ("Frau KA Anna Beispiel, CDU, geb. 31.02.1951", "", "geb. 31.02.1951"),
        ("Frau KA Anna Beispiel, CDU, geb. 12.03.51", "", "geb. 12.03.51"),
    ] {
        let person = one(line);
        assert_eq!((person.born.as_str(), person.remainder.as_str()), (day, rest), "{line}");
        assert_eq!((person.family_name.as_str(), person.faction.as_str()), ("Beispiel", "CDU"));
    }
}

#[test]
fn a_guest_has_an_organisation_behind_the_name() {
    for (line, name, detail) in [
        ("Frau Ankerbrand, Hochschule", "Frau Ankerbrand", "Hochschule"),
        ("Frau Ankerbrand", "Frau Ankerbrand", ""),
        (" Ruth Ankerbrand ( Hochschule ) ", "Ruth Ankerbrand", "Hochschule"),
        ("Ankerbrand – Hochschule, Rektorat", "Ankerbrand", "Hochschule, Rektorat"),
        ("Meyer-Landrut; Verein (Ortsgruppe)", "Meyer-Landrut", "Verein (Ortsgruppe)"),
        ("Ankerbrand (Hochschule (Rektorat))", "Ankerbrand", "Hochschule (Rektorat)"),
        ("Ankerbrand (Hochschule", "Ankerbrand", "Hochschule"),
        (", Hochschule", "", "Hochschule"),
        ("Ankerbrand,", "Ankerbrand", ""),
        ("", "", ""),
    ] {
        assert_eq!(guest(line), (name, detail), "{line}");
    }
}

#[test]
fn one_person_stands_on_a_line_in_whatever_order() {
    use Status::{HVB, KA, RM, SB, SE};
    let rows: [Row; 22] = [
        (
            "Frau Dr. Anna Beispiel, KA, CDU, Vorsitz",
            Frau,
            "Dr.|Anna|Beispiel",
            Some(KA),
            "CDU",
            "chair",
        ),
        ("Beispiel, Anna (SPD) SB", Plain, "|Anna|Beispiel", Some(SB), "SPD", ""),
        ("Anna Beispiel", Plain, "|Anna|Beispiel", None, "", ""),
        ("1. Anna Beispiel\tKA\tCDU", Plain, "|Anna|Beispiel", Some(KA), "CDU", ""),
        (
            "• Herr Jost Muster; RM; Bündnis 90/Die Grünen",
            Herr,
            "|Jost|Muster",
            Some(RM),
            "Bündnis 90/Die Grünen",
            "",
        ),
        (
            "- Herr Muster (sachkundiger Bürger, FDP-Fraktion)",
            Herr,
            "||Muster",
            Some(SB),
            "FDP",
            "",
        ),
        ("Frau KA Brandtner, WU", Frau, "||Brandtner", Some(KA), "WU", ""),
        ("Frau Souraya El Habbas – KA – SL", Frau, "|Souraya|El Habbas", Some(KA), "SL", ""),
        ("Muster, Dr. Jost, sachkundiger Einwohner", Plain, "Dr.|Jost|Muster", Some(SE), "", ""),
        (
            "Herr Jost Muster, stellv. Vorsitzender, KA",
            Herr,
            "|Jost|Muster",
            Some(KA),
            "",
            "deputy",
        ),
        ("Frau Anna Beispiel, Vorsitzende", Frau, "|Anna|Beispiel", None, "", "chair"),
        ("Herr Jost Muster, Landrat", Herr, "|Jost|Muster", Some(HVB), "", ""),
        (
            "(12) Anna Beispiel | KA | Wiesenthaler Union",
            Plain,
            "|Anna|Beispiel",
            Some(KA),
            "Wiesenthaler Union",
            "",
        ),
        ("Anna Beispiel KA CDU", Plain, "|Anna Beispiel|CDU", Some(KA), "", ""),
        (
            "Frau Ersatz, SB, Vertretung für Herrn Muster",
            Frau,
            "||Ersatz",
            Some(SB),
            "",
            "for Muster",
        ),
        ("Frau Ersatz (vertritt Herrn Jost Muster)", Frau, "||Ersatz", None, "", "for Jost Muster"),
        ("Frau Ersatz, KA, stellvertretendes Mitglied", Frau, "||Ersatz", Some(KA), "", "for alle"),
        (
            "Anna Beispiel, KA, CDU, anna@beispiel.example",
            Plain,
            "|Anna|Beispiel",
            Some(KA),
            "CDU",
            "left anna@beispiel.example",
        ),
        (
            "Anna Beispiel, Kreistagsabgeordnete, Freie Wähler",
            Plain,
            "|Anna|Beispiel",
            Some(KA),
            "Freie Wähler",
            "",
        ),
        ("Anna Beispiel (fraktionslos), Ratsfrau", Plain, "|Anna|Beispiel", Some(RM), "", ""),
        ("<script>alert(1)</script>", Plain, "||<script>alert", None, "", "left 1, </script>"),
        ("🎉", Plain, "||🎉", None, "", ""),
    ];
    for (line, form, name, status, faction, more) in rows {
        let person = one(line);
        let parts = [&*person.title, &*person.given_name, &*person.family_name].join("|");
        assert_eq!((person.form_of_address, &*parts), (form, name), "{line}");
        assert_eq!((person.status, &*person.faction), (status, faction), "{line}");
        let mut said = String::new();
        said.push_str(if person.chair { "chair" } else { "" });
        said.push_str(if person.deputy { "deputy" } else { "" });
        if !person.substitute_for.is_empty() {
            said = format!("for {}", person.substitute_for);
        }
        if !person.remainder.is_empty() {
            said = format!("left {}", person.remainder);
        }
        assert_eq!(said, more, "{line}");
    }
}

#[test]
fn a_line_may_name_the_substitutes_of_a_member() {
    for line in [
        "Herr Jost Muster (SB) – Vertretung: Frau Eva Ersatz, KA; Herr Ole Zweit",
        "Herr Jost Muster, SB (Vertretung: Frau Eva Ersatz, KA und Herr Ole Zweit)",
        "Herr Jost Muster SB\tpersönliche Vertretung: Frau Eva Ersatz, KA; Herr Ole Zweit",
        "Herr Jost Muster, SB, Stellvertreterin: Frau Eva Ersatz, KA; Herr Ole Zweit",
    ] {
        let people = read(line).people;
        let names: Vec<String> = people.iter().map(full_name).collect();
        assert_eq!(names, ["Jost Muster", "Eva Ersatz", "Ole Zweit"], "{line}");
        assert_eq!(people[0].status, Some(Status::SB), "{line}");
        assert_eq!(people[0].substitute_for, "");
        assert_eq!(people[1].status, Some(Status::KA), "{line}");
        assert!(people[1..].iter().all(|one| one.substitute_for == "Jost Muster"), "{line}");
        assert!(people.iter().all(|one| one.remainder.is_empty()), "{line}: {people:?}");
    }
}

#[test]
fn headings_count_for_the_lines_below_them() {
    let text = "Mitglieder:\n\nCDU-Fraktion:\n1. Anna Beispiel, KA\n2. Jost Muster, SB\nSPD:\n3. Eva Drei, KA\n\
                Stellvertretende Mitglieder:\n4. Ole Vier, KA";
    let draft = read(text);
    let said: Vec<(&str, &str, &str)> = draft
        .people
        .iter()
        .map(|one| (&*one.family_name, &*one.faction, &*one.substitute_for))
        .collect();
    let expected =
        [("Beispiel", "CDU", ""), ("Muster", "CDU", ""), ("Drei", "SPD", ""), ("Vier", "", "alle")];
    assert_eq!(said, expected);
    assert_eq!(draft.summary, "3 Mitglieder, 1 Vertretung");
}

#[test]
fn what_is_not_understood_is_named() {
    let draft = read("Anna Beispiel, KA, wohnt in Auental\nJost Muster, kommt später");
    assert_eq!(
        draft.summary,
        "2 Mitglieder; nicht zugeordnet: „wohnt in Auental“ und 1 weitere Angabe"
    );
    assert_eq!(read("").summary, "0 Mitglieder");
    assert_eq!(read("\n \t\n-\n").people, []);
}

#[test]
fn long_and_strange_names_pass_unharmed() {
    let long = format!("Anna {}", "Ä".repeat(75));
    for name in [
        long.as_str(),
        "Anna \"Anni\" O'Neil",
        "<b>Anna</b> Beispiel",
        "Анна Пример",
        "Anna 🎉 Beispiel",
        "María-José Carreño Quiñones",
        "Anna „die Große“ Beispiel",
        "Anna & Beispiel",
        "Łukasz Żółć",
        "李 小龙",
    ] {
        let person = one(&format!("3) {name}, KA"));
        assert_eq!(full_name(&person), name);
        assert_eq!(person.status, Some(Status::KA), "{name}");
        assert_eq!(person.remainder, "");
    }
    let many: Vec<String> =
        (0..300).map(|n| format!("{n}. Anna{n} Beispiel{n}, KA, CDU")).collect();
    let draft = read(&many.join("\n"));
    assert_eq!(draft.people.len(), 300);
    assert_eq!(full_name(&draft.people[299]), "Anna299 Beispiel299");
}
