//! Where German lines may end, and where words may be parted.

use crate::layout::glue::{Place, address_places, places};
use crate::layout::hyphen::{Names, points};

/// Parts of a text between places of one kind.
fn parts(text: &str, free: impl Fn(Place) -> bool) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = places(text).into_iter().filter(|(_, place)| free(*place)).map(|(at, _)| at);
    for at in ends.chain([text.len()]) {
        found.push(text[start..at].trim_end());
        start = at;
    }
    found
}

#[test]
fn what_belongs_together_is_not_parted() {
    for bound in [
        "§ 31",
        "Abs. 2",
        "(§ 28",
        "Nr. 12/019/2026",
        "TOP 9",
        "Anlage 3",
        "Anlage N 1",
        "Folie 3",
        "Abt. 12",
        "25.000 EUR",
        "6,4 %",
        "16:53 Uhr",
        "74 Kalendertage",
        "2 Enthaltungen",
        "Dr. Castendyk",
        "Prof. Dr. Nettebrock",
        "Frau Zumloh",
        "KA Falkenroth,",
        "SB Quade",
        "vom 10.09.2026",
        "GO NRW",
        "zur Kenntnis.",
        "i. V. m.",
        "9. Sitzung",
        "Punkt 5:",
        "– Vorlage",
        "P = Planung,",
        "Bieters 3",
        "Rainer H. Hollenstedt".split_at(7).1,
        "in %",
        "Frau Dr. X",
        "z. B.",
        "zum 01.07.2026",
        "um 17:05",
        "ab 16:53",
        "mindestens 5.",
        "Mitglieder (3).",
        "SE Jeddeloh",
        "RM Koch",
    ] {
        assert_eq!(parts(bound, |place| place != Place::Bound), [bound.trim()], "{bound}");
    }
}

#[test]
fn what_may_be_parted_is_parted() {
    for (text, expected) in [
        ("Frau KA Falkenroth", vec!["Frau", "KA Falkenroth"]),
        ("Von 17 stimmberechtigten", vec!["Von", "17", "stimmberechtigten"]),
        ("im Jahr 2027 Wortmeldungen", vec!["im", "Jahr", "2027", "Wortmeldungen"]),
        ("am 05.11.2026 Geräte", vec!["am 05.11.2026", "Geräte"]),
        ("form- und fristgerecht", vec!["form-", "und", "fristgerecht"]),
        ("Lohmanns-Reuter", vec!["Lohmanns-", "Reuter"]),
        ("E-Mail", vec!["E-Mail"]),
        ("Wort – Zusatz", vec!["Wort", "– Zusatz"]),
        ("a.b@kreis-w.example", vec!["a.b@", "kreis-w.example"]),
        ("Titel / Titel", vec!["Titel /", "Titel"]),
    ] {
        assert_eq!(parts(text, |place| place != Place::Bound), expected, "{text}");
    }
}

#[test]
fn addresses_break_behind_their_marks() {
    let address = "https://www.kreis-w.example/a/bericht-2026";
    let mut start = 0;
    let mut found = Vec::new();
    for at in address_places(address) {
        found.push(&address[start..at]);
        start = at;
    }
    found.push(&address[start..]);
    assert_eq!(found, ["https://www.", "kreis-", "w.", "example/", "a/", "bericht-", "2026"]);
}

fn hyphenated(text: &str, names: &Names) -> String {
    let mut shown = text.to_owned();
    for at in points(text, names).into_iter().rev() {
        shown.insert(at, '|');
    }
    shown
}

#[test]
fn words_are_parted_by_german_patterns() {
    let none = Names::default();
    assert_eq!(hyphenated("Informationstechnik,", &none), "Infor|ma|ti|ons|tech|nik,");
    assert_eq!(hyphenated("mindestens 9", &none), "min|des|tens 9");
    assert_eq!(hyphenated("(eingeführt)", &none), "(ein|ge|führt)");
    assert_eq!(hyphenated("Informa\u{ad}tionen", &none), "Informa\u{ad}|tionen");
}

#[test]
fn names_abbreviations_and_figures_are_not_parted() {
    let mut names = Names::default();
    names.learn("Annegret Falkenroth");
    for text in [
        "Frau Falkenroth",
        "Herrn Hollenstedt",
        "KA Lohmanns",
        "Prof. Nettebrock",
        "Falkenroth",
        "Falkenroths",
        "ABCDEFGHIJ",
        "WiesenNetzwerk",
        "2027er-Haushalt",
        "info@beispiel.example",
        "https://www.beispielseite.example",
        "Ämter",
        "Größe",
    ] {
        assert_eq!(hyphenated(text, &names), text);
    }
    for text in ["Verwaltung", "Übertragungen", "weiterentwickeln"] {
        let shown = hyphenated(text, &names);
        let parts: Vec<&str> = shown.split('|').collect();
        assert!(parts.len() > 1, "{shown}");
        assert!(parts.first().unwrap().chars().count() >= 3, "{shown}");
        assert!(parts.last().unwrap().chars().count() >= 3, "{shown}");
    }
}

/// The list with times and minutes has many columns; a name gets its room before any other cell.
#[test]
fn a_name_is_not_broken_for_the_sake_of_other_columns() {
    use crate::document::{Attendance, AttendanceGroup, AttendanceRow, AttendanceTable, Block};
    let names = ["Prof. Dr. Gereon Nettebrock", "Dr. Tomke Clasen-Ritter", "Ilse Au"];
    let cells = ["KA", "Wiesenthaler Union", "16:32 bis 18:07", "95"].map(str::to_owned);
    let rows = names.map(|name| AttendanceRow {
        name: name.into(),
        annotations: Vec::new(),
        cells: cells.to_vec(),
    });
    let head = ["Gruppe", "Name", "Status", "Fraktion", "Anwesend", "Minuten"];
    let members = AttendanceTable {
        head: head.map(str::to_owned).to_vec(),
        groups: vec![AttendanceGroup { name: "Mitglieder".into(), rows: rows.to_vec() }],
    };
    let list = Attendance { members, others: None, legend: String::new() };
    let layout = super::set(&super::document(vec![Block::Attendance(list)]));
    let lines: std::collections::BTreeSet<i64> = super::runs(&layout.pages[0])
        .filter(|(_, run)| run.size.0 == 10_500 && run.face == crate::document::Face::Regular)
        .map(|(_, run)| run.y.0)
        .collect();
    assert_eq!(lines.len(), names.len(), "every cell has one line");
}
