//! Agendas as people write them.

use super::*;

fn numbers(text: &str) -> Vec<String> {
    let items = read(text).items.into_iter();
    items
        .map(|item| {
            let part = if item.part == Part::NonPublic { "n" } else { "ö" };
            format!("{part} {} {}", item.number, item.name)
        })
        .collect()
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for (line, number, name) in [
        ("1. Haushalt", "1", "Haushalt"),
        ("1 Haushalt", "1", "Haushalt"),
        ("1) Haushalt", "1", "Haushalt"),
        ("TOP 3 Haushalt", "3", "Haushalt"),
        ("TOP 3: Haushalt", "3", "Haushalt"),
        ("TOP 3 – Haushalt", "3", "Haushalt"),
        ("Ö 4 Haushalt", "4", "Haushalt"),
        ("Ö4 Haushalt", "4", "Haushalt"),
        ("N 2 Haushalt", "N 2", "Haushalt"),
        ("7.1 Haushalt", "7.1", "Haushalt"),
        ("7.1. Haushalt", "7.1", "Haushalt"),
        ("12\tHaushalt", "12", "Haushalt"),
        ("- 5. Haushalt", "5", "Haushalt"),
        ("Haushalt", "1", "Haushalt"),
        ("2026 wird gespart", "1", "2026 wird gespart"),
        ("19.11.2026 Sitzung", "1", "19.11.2026 Sitzung"),
        ("5G-Ausbau im Kreis", "1", "5G-Ausbau im Kreis"),
        ("Notfallplan", "1", "Notfallplan"),
        ("TOP 3", "3", "3"),
    ] {
        let items = read(line).items;
        let found = items.iter().map(|item| (&*item.number, &*item.name)).collect::<Vec<_>>();
        assert_eq!(found, [(number, name)], "{line}");
    }
}

#[test]
fn parts_follow_headings_and_letters() {
    let text = "Tagesordnung:\n\nA. Öffentliche Sitzung\n1. Eins\n2. Zwei\n\nB. Nichtöffentliche Sitzung\n3. Drei\nVier\n";
    assert_eq!(numbers(text), ["ö 1 Eins", "ö 2 Zwei", "n 3 Drei", "n 4 Vier"]);
    for heading in [
        "Nichtöffentlicher Teil",
        "II. Nicht öffentlicher Teil:",
        "Nicht-öffentliche Sitzung",
        "NICHTÖFFENTLICHER TEIL",
        "Teil B: Nichtöffentlich",
    ] {
        let text = format!("Öffentlicher Teil\nEins\n{heading}\nZwei");
        assert_eq!(numbers(&text), ["ö 1 Eins", "n 2 Zwei"], "{heading}");
    }
    let letters = "Ö 1 Eins\nÖ 2 Zwei\nN 1 Drei\nNichtöffentlicher Teil\nVier";
    assert_eq!(numbers(letters), ["ö 1 Eins", "ö 2 Zwei", "n N 1 Drei", "n N 2 Vier"]);
    let title = "1. Öffentlicher Personennahverkehr";
    assert_eq!(numbers(title), ["ö 1 Öffentlicher Personennahverkehr"]);
}

#[test]
fn further_lines_belong_to_the_item_above() {
    let text = "1. Haushalt 2027\nhier: Einbringung des Entwurfs\nVorlage 20/041/2026\n\
                Beschlussvorschlag: Der Entwurf wird gebilligt.\n\
                TOP 2\nBreitbandausbau\nund Mobilfunk\n(DS 12/2026)\nBeschlussvorschlag:\nDem Ausbau wird zugestimmt.\n\
                3. Kreisstraße 7, hier: Ausbau (Vorlage 66/007/2026)";
    let items = read(text).items;
    let all: Vec<[&str; 5]> = items
        .iter()
        .map(|one| [&*one.number, &*one.name, &*one.subject, &*one.paper, &*one.proposal])
        .collect();
    let expected = [
        [
            "1",
            "Haushalt 2027",
            "Einbringung des Entwurfs",
            "20/041/2026",
            "Der Entwurf wird gebilligt.",
        ],
        ["2", "Breitbandausbau und Mobilfunk", "", "12/2026", "Dem Ausbau wird zugestimmt."],
        ["3", "Kreisstraße 7", "Ausbau", "66/007/2026", ""],
    ];
    assert_eq!(all, expected);
}

#[test]
fn kinds_are_guessed_from_the_words() {
    for (name, expected) in [
        (
            "Genehmigung der Niederschrift über die Sitzung vom 10.09.2026",
            ItemKind::MinutesApproval,
        ),
        ("Formalien", ItemKind::Formalities),
        ("Eröffnung der Sitzung", ItemKind::Formalities),
        ("Feststellung der Beschlussfähigkeit", ItemKind::Formalities),
        ("Feststellung des Jahresabschlusses 2025", ItemKind::Proposal),
        ("Benennung von Berichterstatterinnen / Berichterstattern", ItemKind::Formalities),
        ("Informationen der Verwaltung", ItemKind::Report),
        ("Bericht zur Lage", ItemKind::Report),
        ("Mitteilungen", ItemKind::Report),
        ("Anfragen", ItemKind::Inquiry),
        ("Anfrage der Fraktion Grüne Liste", ItemKind::Inquiry),
        ("Nachträge", ItemKind::Addenda),
        ("Verschiedenes", ItemKind::Addenda),
        ("Haushalt 2027", ItemKind::Proposal),
    ] {
        assert_eq!(kind(name), expected, "{name}");
    }
}

#[test]
fn strange_titles_pass_unharmed_and_300_lines_keep_their_order() {
    let long = "Ä".repeat(80);
    for title in [
        long.as_str(),
        "<b>Haushalt</b> & \"Stellenplan\"",
        "Haushalt 🎉 – Einbringung",
        "„Zitat“, ‚halb‘ und 'ganz'",
        "K 7, Abschnitt 2 (Nord)",
    ] {
        let items = read(&format!("1. {title}")).items;
        assert_eq!(items[0].name, title);
    }
    let lines = |line: fn(u32) -> String| (1..=300).map(line).collect::<Vec<_>>().join("\n");
    let many = lines(|n| format!("Punkt {n}\tGegenstand {n}"));
    let draft = read(&many);
    assert_eq!(draft.items.len(), 300);
    assert_eq!((&*draft.items[299].number, &*draft.items[299].name), ("300", "Gegenstand 300"));
    let plain = lines(|n| format!("Gegenstand {n}"));
    assert_eq!(read(&plain).items[299].number, "300");
}

#[test]
fn the_summary_counts_and_names_what_is_twice() {
    assert_eq!(read("").summary, "0 Punkte");
    assert_eq!(read("Eins").summary, "1 Punkt");
    let text = "1. Eins\n1. Zwei\nNichtöffentlicher Teil\n3. Drei";
    assert_eq!(read(text).summary, "3 Punkte, davon 1 nichtöffentlich; doppelte Nummer: 1");
}

#[test]
fn one_more_line_stands_at_the_end_of_its_part_and_takes_the_next_number() {
    for (text, part, expected) in [
        ("", Part::Public, "Bericht"),
        ("", Part::NonPublic, "Nichtöffentlicher Teil\nBericht"),
        ("Formalien\nHaushalt", Part::Public, "Formalien\nHaushalt\nBericht"),
        ("1. Formalien\n2. Haushalt\n\n", Part::Public, "1. Formalien\n2. Haushalt\n3. Bericht"),
        (
            "Öffentlicher Teil\n1. Formalien\n2. Haushalt\nNichtöffentlicher Teil\n3. Vergabe\n3.1 Los 13",
            Part::Public,
            "Öffentlicher Teil\n1. Formalien\n2. Haushalt\n3. Bericht\nNichtöffentlicher Teil\n4. Vergabe\n4.1 Los 13",
        ),
        (
            "1. Formalien\nNichtöffentlicher Teil\nN 1 Vergabe",
            Part::Public,
            "1. Formalien\n2. Bericht\nNichtöffentlicher Teil\nN 1 Vergabe",
        ),
        (
            "1. Formalien\nNichtöffentlicher Teil\n2. Vergabe",
            Part::NonPublic,
            "1. Formalien\nNichtöffentlicher Teil\n2. Vergabe\n3. Bericht",
        ),
        (
            "1. Formalien\nNichtöffentlicher Teil\n1. Vergabe",
            Part::Public,
            "1. Formalien\n2. Bericht\nNichtöffentlicher Teil\n1. Vergabe",
        ),
    ] {
        let more = with(text, "Bericht", part);
        assert_eq!(more, expected, "{text}");
        let read = super::read(&more);
        let added = read.items.iter().find(|item| item.name == "Bericht").unwrap();
        assert_eq!(added.part, part, "{text}");
    }
}
