//! The forms in which everybody is called while a text is written.

use super::{arrives, leaves, open, person, record, source};
use crate::core::directory::MasterRow;
use crate::core::person::{FormOfAddress, Person};
use crate::core::testing::{Committee, Rehearsal};
use crate::view::speakers::{self, NameCase, Speaker};

fn session() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    for (key, form, title, given, family, prefix) in [
        ("m1", FormOfAddress::Frau, "", "Inge", "Falkenroth", ""),
        ("m2", FormOfAddress::Herr, "", "Jens", "Hollenstedt", ""),
        ("m3", FormOfAddress::Frau, "Dr.", "Helga", "Castendyk", ""),
        ("m4", FormOfAddress::None, "", "Kim", "Albers", ""),
        ("m5", FormOfAddress::Herr, "", "Anton", "Weiß", ""),
        ("m6", FormOfAddress::Herr, "", "Bernd", "Weiß", ""),
        ("o1", FormOfAddress::Herr, "Dr.", "Emil", "Thorwarth", "Kreisdirektor"),
        ("g1", FormOfAddress::Herr, "", "Jost", "Lindhorst", ""),
    ] {
        let known = rehearsal.directory.persons[&person(key)].clone();
        let [title, given_name, family_name, office_prefix] =
            [title, given, family, prefix].map(str::to_owned);
        let row = Person {
            form_of_address: form,
            title,
            given_name,
            family_name,
            office_prefix,
            ..known
        };
        rehearsal.directory.put(MasterRow::Person(row));
    }
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6"]);
    rehearsal
}

fn all(rehearsal: &Rehearsal) -> Vec<Speaker> {
    speakers::view(&source(rehearsal, None))
}

fn called(all: &[Speaker], name: &str) -> Vec<String> {
    let one = all.iter().find(|one| one.name == name).unwrap();
    let letter = |case: &NameCase| match case {
        NameCase::Nominative => 'N',
        NameCase::Genitive => 'G',
        NameCase::Dative => 'D',
        NameCase::Accusative => 'A',
    };
    let form = |form: &speakers::NameForm| {
        let cases: String = form.cases.iter().map(letter).collect();
        format!("{cases}{} {}", if form.short { "-" } else { "" }, form.words)
    };
    one.forms.iter().map(form).collect()
}

#[test]
fn everybody_is_called_in_each_case() {
    let all = all(&session());
    for (name, forms) in [
        (
            "Hollenstedt",
            &[
                "N Herr KA Hollenstedt",
                "DA Herrn KA Hollenstedt",
                "G des Herrn KA Hollenstedt",
                "N- Herr Hollenstedt",
                "DA- Herrn Hollenstedt",
                "G- des Herrn Hollenstedt",
            ][..],
        ),
        (
            "Castendyk",
            &[
                "NDA Frau KA Dr. Castendyk",
                "G der Frau KA Dr. Castendyk",
                "NDA- Frau Dr. Castendyk",
                "G- der Frau Dr. Castendyk",
            ],
        ),
        (
            "Albers",
            &["NDA KA Kim Albers", "G von KA Kim Albers", "NDA- Kim Albers", "G- von Kim Albers"],
        ),
        (
            "Weiß",
            &[
                "N Herr KA Anton Weiß",
                "DA Herrn KA Anton Weiß",
                "G des Herrn KA Anton Weiß",
                "N- Herr Anton Weiß",
                "DA- Herrn Anton Weiß",
                "G- des Herrn Anton Weiß",
            ],
        ),
        (
            "Thorwarth",
            &[
                "N Herr Kreisdirektor Dr. Thorwarth",
                "DA Herrn Kreisdirektor Dr. Thorwarth",
                "G des Herrn Kreisdirektor Dr. Thorwarth",
                "N- Herr Dr. Thorwarth",
                "DA- Herrn Dr. Thorwarth",
                "G- des Herrn Dr. Thorwarth",
            ],
        ),
        ("Lindhorst", &["N Herr Lindhorst", "DA Herrn Lindhorst", "G des Herrn Lindhorst"]),
        ("Vorsitzende", &["NA die Vorsitzende", "DG der Vorsitzenden"]),
    ] {
        assert_eq!(called(&all, name), forms, "{name}");
    }
}

#[test]
fn the_chair_is_called_by_office_whoever_it_is() {
    let mut rehearsal = session();
    for (form, name, forms) in [
        (
            FormOfAddress::Herr,
            "Vorsitzende",
            &[
                "N der Vorsitzende",
                "D dem Vorsitzenden",
                "A den Vorsitzenden",
                "G des Vorsitzenden",
            ],
        ),
        (
            FormOfAddress::None,
            "Vorsitz",
            &["N der Vorsitz", "D dem Vorsitz", "A den Vorsitz", "G des Vorsitzes"],
        ),
    ] {
        let known = rehearsal.directory.persons[&person("m1")].clone();
        rehearsal.directory.put(MasterRow::Person(Person { form_of_address: form, ..known }));
        assert_eq!(called(&all(&rehearsal), name), forms);
    }
}

#[test]
fn who_is_there_comes_first() {
    let mut rehearsal = session();
    record(&mut rehearsal, "16:40", &leaves("m2"));
    record(&mut rehearsal, "16:41", &arrives("m7"));
    let all = all(&rehearsal);
    assert_eq!(all[0].name, "Vorsitzende");
    let order: Vec<_> = all[1..].iter().map(|one| one.person).collect();
    assert_eq!(order[..2], [person("m1"), person("m3")]);
    let at = |key| order.iter().position(|one| *one == person(key)).unwrap();
    let there = all.iter().filter(|one| one.there).count() - 1;
    assert!(at("m7") < at("o1") && at("g1") < there && at("m2") >= there);
    assert!(all.iter().any(|one| one.detail == "Jens Hollenstedt, KA, Offene Liste, abwesend"));
    let once: std::collections::BTreeSet<_> = order.iter().collect();
    assert_eq!(once.len(), order.len());
}
