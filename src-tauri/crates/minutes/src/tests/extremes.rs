//! Documents at the edge of what a session can hold: nothing, far too much, and odd signs.

use super::Case;
use crate::conform::Archive;
use crate::document::{
    AgendaEntry, AgendaPart, Align, Attendance, AttendanceGroup, AttendanceRow, AttendanceTable,
    Block, COMPOSER, Decision, Document, Graphic, Headline, Inline, LabelledLine, Letterhead,
    ListItem, Numbering, Particular, SignatureKind, Signer, Start, Status, Table, TableKind,
    Typeface, VoteLine,
};
use base64ct::{Base64, Encoding as _};
use sitzungsbuch_core::richtext::Merge;

pub(super) fn all() -> Vec<Case> {
    let mut cases = vec![
        Case::new("nichts", document(Vec::new())),
        Case::new("leere Tagesordnung", document(vec![agenda(0)])),
        Case::new("lange Tagesordnung", document(vec![agenda(120)])),
        Case::new("200 Mitglieder", document(vec![members(200)])),
        Case::new("26 Spalten", document(vec![table(TableKind::Grid, 26, 40, "P")])),
        Case::new("2.000 Zeilen", document(vec![table(TableKind::Plain, 4, 2_000, "Wert ")])),
        Case::new("hohe Zellen", document(vec![table(TableKind::Plain, 3, 9, &prose(7, 30))])),
        Case::new("verbundene Zellen", document(merged(TableKind::Plain))),
        // A cell goes on where its rows go on, so that its words are not drawn in one piece.
        Case {
            plain: false,
            ..Case::new("verbundene Zellen im Raster", document(merged(TableKind::Grid)))
        },
        Case::new("Listen, zehn tief", document(vec![nested(10)])),
        Case::new("lange Listen", document(vec![long_list(150)])),
        Case::new("Fußnoten über Seiten", document(footnotes(40, 90))),
        Case::new("viele Fußnoten", document(footnotes(300, 6))),
        Case::new("nur nichtöffentlich", non_public()),
        Case::new("drei Vorsitzende", document(vec![signatures(SignatureKind::Fields, 3)])),
        Case::new("Entwurf ohne Felder", document(vec![signatures(SignatureKind::Frames, 2)])),
        Case::new("Lesefassung", document(vec![signatures(SignatureKind::Copy, 2)])),
        Case::new("lange Überschriften", document(headings())),
        Case::new("Beschlüsse", document(decisions(30))),
        Case::new("Verweise", document(links(60))),
        Case::new("Zitate in Listen", document(quotes())),
        Case::new("langes Wort", document(vec![text(&"Donaudampfschiff".repeat(500))])),
        Case::new("dreihundert Seiten", document(pages(1_300))),
        Case::new("Vorlage mit langem Kopf", paper(60)),
    ];
    let odd = document(vec![text("Frau Ayşe Şen 🙂, Herr Łukasz Żółć, Herr Ивановский, Ω ≈ 3")]);
    cases.push(Case::new("Zeichen ohne Schrift", odd));
    let right = document(vec![text("Frau שרה und Herr محمد nehmen teil.")]);
    cases.push(Case { plain: false, ..Case::new("von rechts nach links", right) });
    for archive in [Archive::A2a, Archive::A3a] {
        let turned = document(vec![text("Davor."), turned(60), text("Danach.")]);
        cases.push(Case { archive, ..Case::new("gedrehte Tabelle", turned) });
        let own = |(name, arms)| Case { archive, ..Case::new(name, with_arms(arms)) };
        cases.extend(arms().map(own));
    }
    cases
}

/// Arms of every kind: areas with curves, a hole and a line; samples in colour, in grey, see-through
/// and from a palette; JPEG in colour and in grey.
pub(super) fn arms() -> [(&'static str, Graphic); 7] {
    const SHIELD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 142 170">
        <path fill="#2a5a45" d="M0 0H142V90C142 140 71 170 71 170S0 140 0 90Z"/>
        <path fill="#c8102e" fill-rule="evenodd" d="M30 30H110V90H30ZM50 45H90V75H50Z"/>
        <circle cx="71" cy="120" r="18" fill="none" stroke="#ffd700" stroke-width="6"/></svg>"##;
    let bitmap = |bytes: &[u8]| Graphic::Base64(Base64::encode_string(bytes));
    [
        ("Wappen als SVG", Graphic::Svg(SHIELD.into())),
        ("Wappen als PNG mit Palette", bitmap(include_bytes!("../picture/fixtures/palette.png"))),
        ("Wappen als PNG, durchsichtig", bitmap(include_bytes!("../picture/fixtures/clear.png"))),
        ("Wappen als PNG, zwei Farben", bitmap(include_bytes!("../picture/fixtures/bits.png"))),
        ("Wappen als PNG, 16 Bit", bitmap(include_bytes!("../picture/fixtures/deep.png"))),
        ("Wappen als JPEG", bitmap(include_bytes!("../picture/fixtures/colour.jpg"))),
        ("Wappen als JPEG, grau", bitmap(include_bytes!("../picture/fixtures/grey.jpg"))),
    ]
}

pub(super) fn with_arms(arms: Graphic) -> Document {
    let mut document = document(vec![text(&prose(3, 60)), signatures(SignatureKind::Fields, 1)]);
    document.letterhead.arms = Some(arms);
    document
}

/// Upright its letters would get too small to read.
pub(super) fn turned(rows: usize) -> Block {
    table(TableKind::Plain, 9, rows, "Haushaltsansatz ")
}

pub(super) fn document(blocks: Vec<Block>) -> Document {
    let line = |label: &str, value: &str| LabelledLine { label: label.into(), value: value.into() };
    Document {
        composer: COMPOSER,
        title: "Niederschrift über die 3. Sitzung des Ausschusses für Wegebau".into(),
        running: String::new(),
        author: "Kreis Wiesenthal".into(),
        created: "2026-11-20T10:00:00+01:00".into(),
        footer: "Vollständige Fassung".into(),
        status: Status::Final,
        typeface: Typeface::Sans,
        mark: None,
        address: None,
        letterhead: Letterhead {
            body: "Kreis Wiesenthal".into(),
            organ: "Der Kreistag".into(),
            organization: "Ausschuss für Wegebau".into(),
            contact_heading: "Es informiert Sie:".into(),
            contact_name: "Malte Siebrecht".into(),
            contact: vec![line("Telefon", "00815 47 1344")],
            place_and_date: "Wiesenthal, den 20.11.2026".into(),
            arms: None,
        },
        headline: Headline {
            title: "Niederschrift".into(),
            subtitle: "über die 3. Sitzung des Ausschusses für Wegebau".into(),
            scope: "Öffentlicher Teil".into(),
        },
        session: vec![line("Sitzungstermin", "Donnerstag, den 12.11.2026, 16:30 Uhr")],
        blocks,
    }
}

/// A paper whose head goes over pages, with labels and lines of every length.
fn paper(count: usize) -> Document {
    let entry = |number: usize| match number % 4 {
        0 => vec![prose(number, 3)],
        1 => vec![prose(number, 4), prose(number + 1, 40)],
        2 => vec!["E".repeat(300)],
        _ => vec![String::new(), prose(number, 2)],
    };
    let row = |label: &str, count| Particular {
        label: label.into(),
        entries: (0..count).map(entry).collect(),
    };
    let rows = vec![
        row("Zuständig", count),
        row("Federführende Dienststelle mit Anschrift", 1),
        row("Datum", 0),
        row(&"Bezug".repeat(12), 2),
    ];
    Document {
        headline: Headline {
            title: "Sitzungsvorlage".into(),
            subtitle: prose(5, 90),
            scope: "Öffentlich".into(),
        },
        session: Vec::new(),
        ..document(vec![
            Block::Particulars { rows },
            section("Beratungsfolge"),
            table(TableKind::Plain, 3, count, "Ausschuss "),
            text(&prose(3, 40)),
        ])
    }
}

pub(super) fn text(words: &str) -> Block {
    Block::Paragraph { label: String::new(), content: vec![Inline::text(words)] }
}

fn section(title: &str) -> Block {
    Block::Section { title: title.into(), start: Start::Here, mark: None }
}

/// Words in an order that a number decides.
pub(super) fn prose(seed: usize, count: usize) -> String {
    const WORDS: [&str; 12] = [
        "Die",
        "Verwaltung",
        "erläutert",
        "den",
        "Haushaltsplan",
        "sowie",
        "Straßenbeleuchtung",
        "und",
        "nimmt",
        "§ 31",
        "25.000 EUR",
        "Ausschussmitglieder",
    ];
    let word = |at: usize| WORDS[(at * at + seed * 7 + at / 3) % WORDS.len()];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn agenda(count: usize) -> Block {
    let entry = |number: usize| AgendaEntry {
        number: number.to_string(),
        title: prose(number, 6),
        subject: if number.is_multiple_of(5) {
            "hier: Kenntnisnahme".into()
        } else {
            String::new()
        },
        paper: if number.is_multiple_of(3) { format!("20/0{number}/2026") } else { String::new() },
        target: None,
        entries: Vec::new(),
    };
    let part = |name: &str, entries| AgendaPart { name: name.into(), entries };
    let public = part("Öffentlicher Teil", (1..=count).map(entry).collect());
    Block::Agenda { parts: vec![public, part("Nichtöffentlicher Teil", Vec::new())] }
}

fn members(count: usize) -> Block {
    let row = |number: usize| AttendanceRow {
        name: format!("Anna Mitglied-{number}"),
        annotations: if number.is_multiple_of(4) {
            vec![format!("ab 17:{:02} Uhr", number % 60), "Vertretung für Herrn Beispiel".into()]
        } else {
            Vec::new()
        },
        cells: vec!["KA".into(), format!("Fraktion {}", number % 6)],
    };
    let head = ["Gruppe", "Name", "Status", "Fraktion"].map(String::from).to_vec();
    let group = |name: &str, rows| AttendanceGroup { name: name.into(), rows };
    let groups =
        vec![group("Vorsitz", vec![row(0)]), group("Mitglieder", (1..=count).map(row).collect())];
    Block::Attendance(Attendance {
        members: AttendanceTable { head, groups },
        others: None,
        legend: "KA: Kreistagsabgeordnete".into(),
    })
}

/// A grid has a letter in each cell, as the plans of real sessions have; other tables have words.
fn table(kind: TableKind, columns: usize, rows: usize, words: &str) -> Block {
    let grid = kind == TableKind::Grid;
    let cell = |number: usize, at: usize| {
        let letter = ["P", "U", "T", ""][(number + at) % 4];
        if grid { letter.to_owned() } else { format!("{words}{number}.{at}") }
    };
    let head = |at: usize| if grid { at.to_string() } else { format!("Spalte {at}") };
    let row = |texts: Vec<String>| texts.into_iter().map(|one| vec![Inline::text(one)]).collect();
    let cells = |number: usize| row((0..columns).map(|at| cell(number, at)).collect());
    Block::Table(Table {
        kind,
        caption: "Übersicht".into(),
        legend: "Stand heute".into(),
        columns: vec![Align::Left; columns],
        head: row((0..columns).map(head).collect()),
        rows: (0..rows).map(cells).collect(),
        total: Some(row((0..columns).map(head).collect())),
        merged: Vec::new(),
    })
}

/// Cells over rows and columns: in head, body and total, taller than a page, and one that takes all.
fn merged(kind: TableKind) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (words, rows, high, wide) in
        [("", 9, 3, 2), (prose(3, 20).as_str(), 6, 2, 3), ("Wort ", 120, 60, 1), ("", 2, 2, 8)]
    {
        let Block::Table(mut table) = table(kind, 8, rows, words) else { continue };
        let merge = |row: usize, column: usize, rows: usize, columns: usize| Merge {
            row: u32::try_from(row).unwrap(),
            column: u32::try_from(column).unwrap(),
            rows: u32::try_from(rows).unwrap(),
            columns: u32::try_from(columns).unwrap(),
        };
        let mut spans = vec![merge(0, 1, 1, 3), merge(0, 5, 1, 2), merge(rows + 1, 2, 1, 5)];
        spans.extend((1..=rows).step_by(high).map(|row| merge(row, 0, high, wide)));
        if wide < 6 {
            spans.extend((1..=rows).step_by(high * 2).map(|row| merge(row, 6, high, 2)));
        }
        for span in &spans {
            let Merge { row, column, rows, columns } = *span;
            for y in row..row + rows {
                for x in column..column + columns {
                    if (y, x) != (row, column) {
                        let (y, x) = (usize::try_from(y).unwrap(), usize::try_from(x).unwrap());
                        let all = table.rows.len();
                        let cells = match y {
                            0 => &mut table.head,
                            body if body <= all => &mut table.rows[body - 1],
                            _ => table.total.as_mut().unwrap(),
                        };
                        cells[x].clear();
                    }
                }
            }
        }
        if let Some(cell) = table.rows.first_mut().and_then(|row| row.first_mut()) {
            *cell = vec![Inline::text(prose(5, 40))];
        }
        table.merged = spans;
        blocks.extend([text("Davor."), Block::Table(table)]);
    }
    blocks
}

pub(super) fn item(label: &str, blocks: Vec<Block>) -> ListItem {
    ListItem { label: label.into(), blocks }
}

pub(super) fn list(numbering: Numbering, items: Vec<ListItem>) -> Block {
    Block::List { numbering, items }
}

fn nested(depth: usize) -> Block {
    let kinds = [Numbering::Decimal, Numbering::LowerAlpha, Numbering::Dash];
    let labels = ["1.", "a)", "–"];
    let mut blocks = vec![text(&prose(depth, 12))];
    if depth > 1 {
        blocks.push(nested(depth - 1));
    }
    let first = item(labels[depth % 3], blocks);
    list(kinds[depth % 3], vec![first, item("Zu", vec![text("Ende der Ebene")])])
}

fn long_list(count: usize) -> Block {
    let entry = |number: usize| item(&format!("{number}."), vec![text(&prose(number, 25))]);
    list(Numbering::Decimal, (1..=count).map(entry).collect())
}

fn footnotes(count: u32, length: usize) -> Vec<Block> {
    let note = |number: u32| {
        let at = usize::try_from(number).unwrap();
        let words = format!("Anmerkung {number}: {}", prose(at, length));
        Block::Paragraph {
            label: String::new(),
            content: vec![
                Inline::text(format!("Satz {number} mit Anmerkung")),
                Inline::Footnote { number, content: vec![Inline::text(words)] },
                Inline::text(format!(" und {}", prose(at + 1, 20))),
            ],
        }
    };
    (1..=count).map(note).collect()
}

fn non_public() -> Document {
    let part = Block::Section {
        title: "Nichtöffentlicher Teil".into(),
        start: Start::NewPage,
        mark: Some("Nichtöffentlich".into()),
    };
    document(vec![part, text(&prose(1, 300))])
}

fn signatures(kind: SignatureKind, chairs: usize) -> Block {
    let signer = |number: usize| Signer {
        field: if number == 0 { "schriftfuehrung".into() } else { format!("{number}-vorsitz") },
        name: format!("Hedda Muster{}", ["", "frau", "mann", "kind"][number % 4]),
        role: if number == 0 { "Schriftführerin".into() } else { "Vorsitzende".into() },
        items: if number > 1 { format!("zu TOP {number} bis 9") } else { String::new() },
        picture: None,
    };
    Block::Signatures { kind, signers: (0..=chairs).map(signer).collect() }
}

fn headings() -> Vec<Block> {
    let top = |number: usize| Block::Item {
        label: format!("Zu Punkt {number}:"),
        title: prose(number, if number == 3 { 400 } else { 40 }),
        subject: format!("hier: {}", prose(number, 9)),
        paper: "– Vorlage Nr. 20/041/2026".into(),
        anchor: format!("top-{number}"),
        blocks: 0,
    };
    let inner =
        |number: usize| Block::Subheading { content: vec![Inline::text(prose(number, 20))] };
    let mut blocks = vec![section("Öffentlicher Teil")];
    blocks.extend((1..8).flat_map(|at| [top(at), inner(at), text(&prose(at, 60))]));
    blocks
}

fn decisions(count: usize) -> Vec<Block> {
    let decision = |number: usize| {
        let Block::Table(votes) = table(TableKind::Plain, 4, 5, "Fraktion ") else {
            return text("");
        };
        Block::Decision(Decision {
            label: if number.is_multiple_of(4) { String::new() } else { "Beschluss:".into() },
            wording: vec![text(&prose(number, 35)), long_list(number % 5 + 1)],
            result: Some(VoteLine {
                lead: "Abstimmungsergebnis:".into(),
                words: "mehrheitlich bei 1 Enthaltung angenommen".into(),
                figures: "Ja: 14, Nein: 2, Enthaltungen: 1".into(),
            }),
            table: number.is_multiple_of(2).then_some(votes),
        })
    };
    (1..=count).map(decision).collect()
}

fn links(count: usize) -> Vec<Block> {
    let link = |number: usize| Block::Paragraph {
        label: format!("{number}."),
        content: vec![
            Inline::text("Siehe "),
            Inline::Link { href: format!("https://kreis.example/{}", "vorlage/".repeat(number)) },
            Inline::text(" dazu."),
        ],
    };
    (1..=count).map(link).collect()
}

fn quotes() -> Vec<Block> {
    let quote = |number: usize| Block::Quote {
        blocks: vec![
            text(&prose(number, 40)),
            list(
                Numbering::Own,
                vec![item("Zu a)", vec![Block::Quote { blocks: vec![text(&prose(number, 30))] }])],
            ),
            table(TableKind::Plain, 3, 3, "Zelle "),
        ],
    };
    (1..10).map(quote).collect()
}

fn pages(paragraphs: usize) -> Vec<Block> {
    let block = |number: usize| match number % 5 {
        0 => section(&format!("Abschnitt {number}")),
        _ => text(&prose(number, 105)),
    };
    (0..paragraphs).map(block).collect()
}
