//! Places on the page as the design measured them.

use super::{document, find, item, paragraph, section, set, text};
use crate::document::{
    Address, Block, Decision, Inline, Numbering, Sheet, SheetRow, SignatureKind, Signer, Start,
    Status, VoteLine,
};
use crate::frame::{Layout, Owner, Shape};
use crate::layout::units::{PAGE_HEIGHT, PAGE_WIDTH, mm, scale};

/// Asserts a place in hundredths of a millimetre, to a tenth.
fn stands(actual: i64, hundredths: i64) {
    let difference = (actual - mm(hundredths)).abs();
    assert!(difference <= mm(10), "{actual} instead of {} ({hundredths})", mm(hundredths));
}

fn baseline(layout: &Layout, words: &str) -> i64 {
    find(layout, words).1.y.0
}

#[test]
fn millimetres_and_font_units_round_the_same_way_everywhere() {
    assert_eq!((mm(2_540), mm(0), mm(100)), (72_000, 0, 2_835));
    assert_eq!((mm(21_000) - PAGE_WIDTH).abs(), 0);
    assert_eq!((mm(29_700) - PAGE_HEIGHT).abs(), 0);
    assert_eq!((scale(501, 10_500, 1_000), scale(-1, 11_000, 2_000)), (5_261, -5));
}

#[test]
fn letterhead_and_title_stand_where_the_design_says() {
    let layout = set(&document(vec![]));
    for (words, x, y) in [
        ("Kreis Wiesenthal", 2_500, 1_940),
        ("Der Kreistag", 2_500, 2_510),
        ("Ausschuss für Digitalisierung", 2_500, 3_040),
        ("Es informiert Sie:", 12_500, 1_770),
        ("00815 47 1344", 14_100, 2_690),
        ("Wiesenthal, den 20.11.2026", 12_500, 4_810),
        ("Niederschrift", 2_500, 6_260),
        ("Öffentlicher Teil", 2_500, 7_730),
        ("Sitzungstermin", 2_500, 8_735),
    ] {
        let (page, run) = find(&layout, words);
        assert_eq!(page, 0);
        stands(run.x.0, x);
        stands(run.y.0, y);
    }
    assert_eq!(
        baseline(&layout, "malte.siebrecht@") + 13_000,
        baseline(&layout, "kreis-wiesenthal.example")
    );
}

#[test]
fn first_baselines_of_a_page() {
    let new_page = |next: Block| {
        let first = Block::Section { title: "Teil".into(), start: Start::NewPage, mark: None };
        set(&document(vec![first, next]))
    };
    let layout = new_page(item("Haushalt"));
    stands(baseline(&layout, "Teil"), 3_520);
    // 10 pt behind the one, 24 pt before the other: the larger space wins.
    assert_eq!(baseline(&layout, "Haushalt") - baseline(&layout, "Teil"), 3_000 + 24_000 + 9_600);
    assert_eq!(find(&layout, "Haushalt").1.y, find(&layout, "Zu Punkt 1:").1.y);
    stands(find(&layout, "Haushalt").1.x.0, 5_600);

    let text = super::prose(3, 700);
    let layout = set(&document(vec![paragraph(&text)]));
    let second = super::body_lines(&layout.pages[1]);
    stands(second[0].0, 3_410);
    assert_eq!(second[1].0 - second[0].0, 15_000);
    assert!(second.len() <= 45);
}

#[test]
fn spaces_between_blocks() {
    let decision = Block::Decision(Decision {
        label: "Beschluss:".into(),
        wording: vec![paragraph("Der Zuschlag wird erteilt.")],
        result: Some(VoteLine {
            lead: "Abstimmungsergebnis:".into(),
            words: "einstimmig angenommen".into(),
            figures: "Ja: 14, Nein: 0, Enthaltungen: 1".into(),
        }),
        table: None,
    });
    let layout = set(&document(vec![
        section("Teil"),
        item("Haushalt"),
        paragraph("Erstens."),
        paragraph("Zweitens."),
        decision,
        paragraph("Drittens."),
    ]));
    let y = |words: &str| baseline(&layout, words);
    assert_eq!(y("Erstens.") - y("Haushalt"), 2_400 + 6_500 + 8_800);
    assert_eq!(y("Zweitens.") - y("Erstens."), 22_500);
    assert_eq!(y("Der Zuschlag wird erteilt.") - y("Zweitens."), 11_000 + 14_000);
    assert_eq!(y("Beschluss:"), y("Der Zuschlag wird erteilt."));
    assert_eq!(y("Abstimmungsergebnis:") - y("Beschluss:"), 11_000 + 9_000);
    assert_eq!(y("Ja: 14, Nein: 0, Enthaltungen: 1") - y("Abstimmungsergebnis:"), 15_000);
    assert_eq!(y("Drittens.") - y("Ja: 14, Nein: 0, Enthaltungen: 1"), 11_000 + 15_000);
    let bar = layout.pages[1].items.iter().find_map(|item| match item.shape {
        Shape::Rectangle { x, y, width, height, .. } if width.0 == 1_600 => Some((x, y, height)),
        _ => None,
    });
    let (x, top, height) = bar.unwrap();
    stands(x.0 + 800, 5_250);
    assert_eq!(top.0, y("Beschluss:") - 8_800);
    assert_eq!(top.0 + height.0, y("Ja: 14, Nein: 0, Enthaltungen: 1") + 2_200);
}

#[test]
fn the_paper_moves_down_as_a_whole() {
    let heading = |title: &str| Block::Item {
        label: "Zu Punkt 5:".into(),
        title: title.into(),
        subject: String::new(),
        paper: "– Vorlage Nr. 20/041/2026".into(),
        anchor: "fünf".into(),
        blocks: 0,
    };
    let paper = "– Vorlage Nr. 20/041/2026";
    let layout = set(&document(vec![heading("Haushalt 2027")]));
    assert_eq!(baseline(&layout, paper), baseline(&layout, "Haushalt 2027"));
    let title = "Übertragung der Ausschusssitzungen im Internet";
    let layout = set(&document(vec![heading(title)]));
    assert_eq!(baseline(&layout, paper) - baseline(&layout, title), 15_000);
    stands(find(&layout, paper).1.x.0, 5_600);
}

#[test]
fn head_foot_and_marks() {
    for (status, badge) in [(Status::Draft, "ENTWURF"), (Status::Sample, "MUSTER")] {
        marked(status, badge);
    }
}

fn marked(status: Status, badge: &str) {
    let mut draft = document(vec![Block::Section {
        title: "Nicht öffentlicher Teil".into(),
        start: Start::NewPage,
        mark: Some("Nicht öffentlich".into()),
    }]);
    draft.status = status;
    let layout = set(&draft);
    assert_eq!(layout.pages.len(), 2);
    let artifacts = |page: usize| -> Vec<(String, i64, i64)> {
        let items = layout.pages[page].items.iter();
        let runs = items.filter_map(|item| match (&item.owner, &item.shape) {
            (Owner::Artifact(_), Shape::Glyphs(run)) => Some(run),
            _ => None,
        });
        runs.map(|run| (super::run_text(run), run.x.0, run.y.0)).collect()
    };
    let first = artifacts(0);
    assert!(first.iter().all(|(words, ..)| !words.contains("9. Sitzung")), "{first:?}");
    let (words, _, y) = first.iter().find(|(words, ..)| words.starts_with("Seite")).unwrap();
    assert_eq!(words, "Seite 1 von 2");
    stands(*y, 28_020);
    let second = artifacts(1);
    for words in [badge, "Nicht öffentlich", "Seite 2 von 2"] {
        assert!(second.iter().any(|found| found.0 == words), "{words}: {second:?}");
    }
    let head = second.iter().find(|found| found.0.starts_with("Niederschrift")).unwrap();
    stands(head.1, 2_500);
    stands(head.2, 1_670);
    // The mark stands beside the title as content too.
    assert_eq!(find(&layout, badge).0, 0);
}

#[test]
fn signatures_by_kind() {
    let signer = |field: &str, name: &str, role: &str, items: &str| {
        let [field, name, role, items] = [field, name, role, items].map(str::to_owned);
        Signer { field, name, role, items, picture: None }
    };
    let mut signers = vec![
        signer("vorsitz", "A B", "Vorsitzende", ""),
        signer("schrift", "C D", "Schriftführer", ""),
    ];
    let set_all = |kind, signers: &[Signer]| {
        let signers = signers.to_vec();
        let block = Block::Signatures { kind, signers };
        set(&document(vec![paragraph("Die Sitzung wird geschlossen."), block]))
    };
    let two = signers.clone();
    let set = |kind| set_all(kind, &two);
    let layout = set(SignatureKind::Fields);
    let fields = &layout.pages[0].fields;
    assert_eq!(fields.len(), 2);
    assert_eq!(fields[0].description, "Unterschrift Vorsitzende A B");
    stands(fields[1].x.0, 10_700);
    stands(fields[1].width.0, 7_500);
    stands(fields[0].height.0, 2_600);
    let last = baseline(&layout, "Die Sitzung wird geschlossen.");
    assert_eq!(fields[0].y.0 - last, 2_200 + 27_000);
    assert_eq!(baseline(&layout, "A B") - fields[0].y.0 - fields[0].height.0, 5_500 + 8_800);
    let layout = set(SignatureKind::Frames);
    assert!(layout.pages[0].fields.is_empty());
    find(&layout, "Signaturfeld – noch nicht unterzeichnet");
    let layout = set(SignatureKind::Copy);
    let last = baseline(&layout, "Die Sitzung wird geschlossen.");
    assert_eq!(baseline(&layout, "gez. A B") - last, 2_200 + 34_000 + 8_800);
    // A third one stands below the first, with what it is for.
    signers[0].items = "zu TOP 1".into();
    signers.push(signer("2-vorsitz", "E F", "Vorsitzender", "zu TOP 2"));
    let layout = set_all(SignatureKind::Fields, &signers);
    let fields = &layout.pages[0].fields;
    assert_eq!(fields[2].description, "Unterschrift Vorsitzender E F, zu TOP 2");
    assert_eq!(fields[2].x, fields[0].x);
    assert!(fields[2].y.0 > baseline(&layout, "zu TOP 1"));
    assert!(baseline(&layout, "zu TOP 2") > baseline(&layout, "E F"));
    // As many as there are: none gets lost at the end of a page.
    for number in 3..9 {
        signers.push(signer(&format!("{number}-vorsitz"), "G H", "Vorsitzender", "zu TOP 3"));
    }
    let layout = set_all(SignatureKind::Fields, &signers);
    let all: Vec<_> = layout.pages.iter().flat_map(|page| &page.fields).collect();
    assert_eq!(all.len(), signers.len());
    assert!(all.iter().all(|field| field.y.0 + field.height.0 < layout.pages[0].height.0));
}

#[test]
fn notes_stand_at_the_foot_of_the_page_of_their_mark() {
    let note = Inline::Footnote { number: 1, content: text("Erläuterung.") };
    let content = vec![Inline::text("Verfügbar"), note, Inline::text("; gut.")];
    let layout = set(&document(vec![Block::Paragraph { label: String::new(), content }]));
    let (page, run) = find(&layout, "Erläuterung.");
    assert_eq!(page, 0);
    // Lower edge of the last line is the lower edge of the text area.
    stands(run.y.0 + 1_800, 26_910);
    let rule = layout.pages[0].items.iter().any(|item| match item.shape {
        Shape::Rectangle { y, width, .. } => {
            width.0 == mm(3_000) && y.0 + 200 == run.y.0 - 7_200 - 2_000
        }
        _ => false,
    });
    assert!(rule);
}

#[test]
fn lists_hang_their_labels() {
    let entry = |label: &str, words: &str| crate::document::ListItem {
        label: label.into(),
        blocks: vec![paragraph(words)],
    };
    let list = |numbering, first: &str, second: &str| Block::List {
        numbering,
        items: vec![entry(first, "eins"), entry(second, "zwei")],
    };
    for (numbering, labels, indent) in [
        (Numbering::Decimal, ("1.", "2."), 700),
        (Numbering::LowerAlpha, ("a)", "b)"), 700),
        (Numbering::Dash, ("–", "–"), 500),
        (Numbering::Own, ("Zu a)", "Zu b)"), 1_200),
    ] {
        let layout = set(&document(vec![list(numbering, labels.0, labels.1)]));
        stands(find(&layout, labels.0).1.x.0, 5_600);
        stands(find(&layout, "zwei").1.x.0, 5_600 + indent);
        assert_eq!(baseline(&layout, labels.0), baseline(&layout, "eins"));
    }
}

#[test]
fn a_letter_stands_where_din_5008_says() {
    let mut letter = document(vec![paragraph("Sehr geehrte Damen und Herren,")]);
    letter.address = Some(Address {
        sender: "Kreis Wiesenthal, Lindenallee 12".into(),
        lines: vec!["An die Mitglieder".into(), "des Ausschusses".into()],
    });
    letter.headline.title = "Einladung".into();
    letter.session.clear();
    letter.mark = Some("Nicht öffentlich".into());
    let layout = set(&letter);
    for (words, x, y) in [
        ("Kreis Wiesenthal", 2_500, 1_940),
        ("Kreis Wiesenthal, Lindenallee 12", 2_500, 6_050),
        ("An die Mitglieder", 2_500, 6_500),
        ("des Ausschusses", 2_500, 7_029),
        ("Es informiert Sie:", 12_500, 5_270),
        ("Wiesenthal, den 20.11.2026", 12_500, 8_180),
        ("Einladung", 2_500, 10_060),
    ] {
        let (page, run) = find(&layout, words);
        assert_eq!(page, 0);
        stands(run.x.0, x);
        stands(run.y.0, y);
    }
    stands(find(&layout, "Sehr geehrte Damen und Herren,").1.x.0, 2_500);
    // Where it is folded, and the hole.
    let marks = layout.pages[0].items.iter().filter_map(|item| match item.shape {
        Shape::Rectangle { x, y, .. } if x.0 < mm(1_000) => Some(y.0),
        _ => None,
    });
    let mut marks: Vec<i64> = marks.collect();
    marks.sort_unstable();
    assert_eq!(marks.len(), 3);
    for (mark, y) in marks.into_iter().zip([10_500, 14_850, 21_000]) {
        stands(mark, y);
    }
}

/// A row has room for a signature, and no page parts it.
#[test]
fn rows_of_a_sheet_are_high_enough_to_sign() {
    let row = |number: usize| SheetRow {
        number: number.to_string(),
        name: format!("Dr. Castendyk {number}"),
        below: "KA, Soziale Liste".into(),
    };
    let head = ["Nr.", "Name", "Vertretung", "von", "bis", "Unterschrift"].map(String::from);
    let rows = (1..=60).map(row).collect();
    let layout = set(&document(vec![Block::Sheet(Sheet { head, rows, legend: "KA".into() })]));
    assert!(layout.pages.len() >= 3);
    let rows: Vec<(usize, i64)> = (1..=60)
        .map(|number| {
            let (page, run) = find(&layout, &format!("Dr. Castendyk {number}"));
            (page, run.y.0)
        })
        .collect();
    for pair in rows.windows(2) {
        let ((page, y), (next, below)) = (pair[0], pair[1]);
        assert!(next > page || below - y >= mm(960), "{y} {below}");
    }
}
